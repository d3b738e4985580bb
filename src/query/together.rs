//! Together: what a whole table says of two states or two people, whatever the filter shows: where they met,
//! who came to whom, and when last.

use super::pair::Pair;
use crate::gazetteer::country::is_at_home;
use crate::gazetteer::person::person_id;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PersonId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use jiff::civil::Date;

/// At whose place two met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Home {
    /// That of the first.
    First,
    /// That of the second.
    Second,
    /// Elsewhere, or nobody knows where.
    Elsewhere,
}

impl Home {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Elsewhere];
}

/// What a table says of a pair. Meetings are those at which both sit at the table, context left out; a row
/// that stands for several is so many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// Their rows, the earliest first, undated ones last.
    pub rows: Vec<usize>,
    /// Meetings that were held.
    pub held: usize,
    /// Meetings that are planned, or to which somebody is invited.
    pub planned: usize,
    /// Meetings that were cancelled.
    pub cancelled: usize,
    /// Held meetings at the first one's place, at the second one's, and elsewhere. Calls have no place.
    pub at: [usize; 3],
    /// Held calls.
    pub calls: usize,
    /// The row of the latest held visit of the first to the second, and of the second to the first.
    pub visits: [Option<usize>; 2],
    /// How many held visits were answered by the next one the other way.
    pub returned: usize,
    /// The first dated row that was held.
    pub first: Option<usize>,
    /// The latest one.
    pub latest: Option<usize>,
    /// The first and the last day of all held meetings of the table: how far it knows. What is planned says
    /// nothing of the time before it.
    pub days: Option<(Date, Date)>,
}

impl Together {
    /// What a table says of a pair.
    #[must_use]
    pub fn of(pair: &Pair, meetings: &Meetings) -> Self {
        let counted = || meetings.iter().filter(|(_, meeting)| !meeting.kind.is_context());
        let held = counted().filter(|(_, meeting)| meeting.status == Status::Held);
        let days = held.filter_map(|(_, meeting)| meeting.dates.days());
        let days = days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end)));
        let mut rows = pair.rows(meetings, counted().map(|(row, _)| row));
        rows.sort_by_cached_key(|&row| {
            let meeting = meetings.get(row);
            let days = meeting.dates.days();
            (days.is_none(), days, meeting.id.clone())
        });
        let two = Two::of(pair);
        let mut together = Self { days, ..Self::default() };
        let mut last_visit = None;
        for &row in &rows {
            let meeting = meetings.get(row);
            match meeting.status {
                Status::Held => together.add_held(row, meeting, &two, &mut last_visit),
                Status::Planned | Status::Invited => together.planned += meeting.times(),
                Status::Cancelled => together.cancelled += meeting.times(),
            }
        }
        Self { rows, ..together }
    }

    fn add_held(&mut self, row: usize, meeting: &Meeting, two: &Two, last_visit: &mut Option<Home>) {
        self.held += meeting.times();
        if meeting.dates.days().is_some() {
            self.first = self.first.or(Some(row));
            self.latest = Some(row);
        }
        if meeting.kind == Kind::Call {
            self.calls += meeting.times();
            return;
        }
        let home = two.home(meeting);
        self.at[home as usize] += meeting.times();
        let guest = match home {
            Home::First => 1,
            Home::Second => 0,
            Home::Elsewhere => return,
        };
        self.visits[guest] = Some(row);
        if last_visit.is_some_and(|last| last != home) {
            self.returned += 1;
        }
        *last_visit = Some(home);
    }

    /// How many days lie between the last day of the latest held meeting and the last one of all held
    /// meetings.
    #[must_use]
    pub fn days_since(&self, meetings: &Meetings) -> Option<usize> {
        let (_, latest) = meetings.get(self.latest?).dates.days()?;
        let (_, end) = self.days?;
        usize::try_from((end - latest).get_days()).ok()
    }
}

/// The two, as they are compared with the people at a table.
enum Two {
    States([CountryCode; 2]),
    People([PersonId; 2]),
}

impl Two {
    fn of(pair: &Pair) -> Self {
        match pair {
            Pair::States(states) => Self::States(*states),
            Pair::People([a, b]) => Self::People([person_id(a), person_id(b)]),
        }
    }

    fn home(&self, meeting: &Meeting) -> Home {
        let state = |which: usize| match self {
            Self::States(states) => Some(states[which]),
            Self::People(people) => {
                let person = meeting.participants.iter().find(|one| person_id(&one.name) == people[which]);
                person.and_then(|person| person.country)
            }
        };
        let is_home = |which| state(which).is_some_and(|state| is_at_home(state, &meeting.venue));
        match (is_home(0), is_home(1)) {
            (true, false) => Home::First,
            (false, true) => Home::Second,
            // Two at home in one place are nobody's guests: a state and an organisation with its seat there.
            (true, true) | (false, false) => Home::Elsewhere,
        }
    }
}
