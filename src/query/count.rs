//! The count: a rule applied to the rows that are shown.

use super::facts::{host_at_the_table, states_of};
use super::index::Index;
use crate::meeting::code::CountryCode;
use crate::meeting::date::Precision;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use crate::query::question::rule::{Rule, Sidelines, Summits, Unit};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// Why a rule leaves a row out that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// It is no meeting.
    Context,
    /// It is announced, and the rule counts no such.
    Planned,
    /// It is an invitation, and the rule counts none.
    Invited,
    /// It did not take place.
    Cancelled,
    /// It is a part of the summit in this row.
    FoldedInto(usize),
}

/// What each row shown counts by a rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// The rule.
    pub rule: Rule,
    /// Everything counted, in the rule's unit.
    pub total: usize,
    /// How many rows are counted.
    pub rows: usize,
    /// The rows that are shown and not counted, in order.
    pub left_out: BTreeMap<usize, LeftOut>,
    /// By row of the table; `None` for those that are not counted.
    counted: Vec<Option<Counted>>,
    /// Who sets out where; filled where journeys are counted.
    travellers: Travellers,
}

/// The states whose journey to its place begins with a row.
#[derive(Clone, Debug, Default, PartialEq)]
struct Travellers {
    /// Of all rows, one row after the other, by code.
    states: Vec<CountryCode>,
    /// Where those of each row begin, and where the last ones end.
    starts: Vec<usize>,
}

/// A row that is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Counted {
    days: usize,
    /// How many states take part.
    states: usize,
    /// The state in all pairs that are counted: the host of a summit that counts as one; `None` if all pairs
    /// are.
    centre: Option<CountryCode>,
    is_summit: bool,
}

impl Count {
    /// Applies a rule to the rows that are shown.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index, rows: &[usize], rule: Rule) -> Self {
        let summits = summits(meetings, rows, rule);
        let mut count = Self { rule, counted: vec![None; meetings.len()], ..Self::default() };
        for &row in rows {
            let meeting = meetings.get(row);
            let folded = folded(meeting, &summits).map(LeftOut::FoldedInto);
            match left_out(meeting, rule).or(folded) {
                Some(why) => drop(count.left_out.insert(row, why)),
                None => count.counted[row] = Some(Counted::new(meeting, rule)),
            }
        }
        count.sum_up(meetings, index, rows);
        count
    }

    /// The count of the rows that are shown on either of two sides, which share a rule: a row is left out if
    /// neither side counts it. A sideline is not folded into a summit that is on the other side only.
    #[must_use]
    pub(super) fn either(meetings: &Meetings, index: &Index, rows: &[usize], sides: [&Self; 2]) -> Self {
        let counted = vec![None; meetings.len()];
        let mut count = Self { rule: sides[0].rule, counted, ..Self::default() };
        for &row in rows {
            count.counted[row] = sides.iter().find_map(|side| side.counted.get(row).copied().flatten());
            let why = sides.iter().find_map(|side| side.left_out.get(&row));
            if let Some(why) = why.filter(|_| count.counted[row].is_none()) {
                count.left_out.insert(row, *why);
            }
        }
        count.sum_up(meetings, index, rows);
        count
    }

    fn sum_up(&mut self, meetings: &Meetings, index: &Index, rows: &[usize]) {
        if self.rule.unit == Unit::Journeys {
            let counted = rows.iter().copied().filter(|&row| self.counts(row));
            self.travellers = Travellers::new(meetings, index, counted);
        }
        self.rows = rows.len() - self.left_out.len();
        self.total = rows.iter().map(|&row| self.of_row(row)).sum();
    }

    /// Whether the row is counted.
    #[must_use]
    pub fn counts(&self, row: usize) -> bool {
        self.counted.get(row).is_some_and(Option::is_some)
    }

    /// Whether the row is drawn and counted as a part of its summit.
    #[must_use]
    pub fn is_folded(&self, row: usize) -> bool {
        matches!(self.left_out.get(&row), Some(LeftOut::FoldedInto(_)))
    }

    /// What the row counts as a whole.
    #[must_use]
    pub fn of_row(&self, row: usize) -> usize {
        let Some(Counted { days, states, centre, is_summit }) = self.counted.get(row).copied().flatten()
        else {
            return 0;
        };
        let times = if is_summit && self.rule.summits == Summits::PerParticipant { states } else { 1 };
        match self.rule.unit {
            Unit::Meetings => times,
            Unit::MeetingDays => days * times,
            Unit::Journeys => self.travellers.of_row(row).len(),
            Unit::Pairs if centre.is_some() => states.saturating_sub(1),
            Unit::Pairs => states * states.saturating_sub(1) / 2,
        }
    }

    /// What the row counts for one state at the table: on the line of its journey.
    #[must_use]
    pub fn of_state(&self, row: usize, state: CountryCode) -> usize {
        let Some(counted) = self.counted.get(row).copied().flatten() else { return 0 };
        match self.rule.unit {
            Unit::Meetings => 1,
            Unit::MeetingDays => counted.days,
            Unit::Journeys => usize::from(self.sets_out(row, state)),
            Unit::Pairs => match counted.centre {
                Some(centre) if centre != state => 1,
                Some(_) | None => counted.states.saturating_sub(1),
            },
        }
    }

    /// What the row counts for two states at the table: on the line of their relation.
    #[must_use]
    pub fn of_pair(&self, row: usize, [a, b]: [CountryCode; 2]) -> usize {
        let Some(counted) = self.counted.get(row).copied().flatten() else { return 0 };
        match self.rule.unit {
            Unit::Meetings | Unit::Pairs => 1,
            Unit::MeetingDays => counted.days,
            Unit::Journeys => usize::from(self.sets_out(row, a)) + usize::from(self.sets_out(row, b)),
        }
    }

    fn sets_out(&self, row: usize, state: CountryCode) -> bool {
        self.travellers.of_row(row).contains(&state)
    }
}

impl Counted {
    fn new(meeting: &Meeting, rule: Rule) -> Self {
        let is_summit = meeting.kind == Kind::Summit;
        // Counting the states takes time, and most rules ask for those of summits only.
        let states = if is_summit || rule.unit == Unit::Pairs { states_of(meeting).len() } else { 0 };
        Self { days: days(meeting), states, centre: centre(meeting, rule), is_summit }
    }
}

/// The one state whose pairs count: the host of a summit that counts as one, if the host sits at the table.
/// `None` for all other meetings, whose pairs all count: no guest is singled out for being named first.
#[must_use]
pub fn centre(meeting: &Meeting, rule: Rule) -> Option<CountryCode> {
    let as_one = meeting.kind == Kind::Summit && rule.summits == Summits::AsOne;
    if as_one { host_at_the_table(meeting) } else { None }
}

/// The pairs of states that a meeting brought together, each by code: of a summit that counts as one, its
/// host with each guest; of one whose host is not at the table, and of all other meetings, every pair.
#[must_use]
pub fn pairs(meeting: &Meeting, rule: Rule) -> Vec<[CountryCode; 2]> {
    let mut pairs = all_pairs(&states_of(meeting));
    if let Some(centre) = centre(meeting, rule) {
        pairs.retain(|pair| pair.contains(&centre));
    }
    pairs
}

/// Every pair of some states, in their order.
#[must_use]
pub fn all_pairs(states: &[CountryCode]) -> Vec<[CountryCode; 2]> {
    let pairs = states.iter().enumerate().flat_map(|(i, &a)| states[i + 1..].iter().map(move |&b| [a, b]));
    pairs.collect()
}

fn left_out(meeting: &Meeting, rule: Rule) -> Option<LeftOut> {
    if meeting.kind.is_context() {
        return Some(LeftOut::Context);
    }
    match meeting.status {
        Status::Held => None,
        Status::Planned => (!rule.planned).then_some(LeftOut::Planned),
        Status::Invited => (!rule.invited).then_some(LeftOut::Invited),
        Status::Cancelled => Some(LeftOut::Cancelled),
    }
}

/// The row of the counted summit of each occasion; none if the rule folds nothing.
fn summits<'a>(meetings: &'a Meetings, rows: &[usize], rule: Rule) -> HashMap<&'a str, usize> {
    let mut summits = HashMap::new();
    if rule.sidelines == Sidelines::Folded {
        for &row in rows {
            let meeting = meetings.get(row);
            if meeting.kind == Kind::Summit
                && !meeting.occasion.is_empty()
                && left_out(meeting, rule).is_none()
            {
                summits.entry(meeting.occasion.as_str()).or_insert(row);
            }
        }
    }
    summits
}

fn folded(meeting: &Meeting, summits: &HashMap<&str, usize>) -> Option<usize> {
    (meeting.kind == Kind::Sideline).then(|| summits.get(meeting.occasion.as_str()).copied()).flatten()
}

/// How many days a meeting is known to have lasted: one where its dates are not known to the day.
fn days(meeting: &Meeting) -> usize {
    known_days(meeting).map_or(1, |(first, last)| usize::try_from((last - first).get_days()).unwrap_or(0) + 1)
}

fn known_days(meeting: &Meeting) -> Option<(Date, Date)> {
    match meeting.dates.precision() {
        Precision::Day | Precision::Range => meeting.dates.days(),
        Precision::Month | Precision::Year | Precision::Unknown => None,
    }
}

impl Travellers {
    fn new(meetings: &Meetings, index: &Index, rows: impl Iterator<Item = usize>) -> Self {
        let mut stays = Vec::new();
        for row in rows {
            let (status, traits) = (meetings.get(row).status, &index.rows[row]);
            let Some(place) = traits.place else { continue };
            stays.extend(traits.guests.iter().map(|&state| ((state, place, status), traits.rank)));
        }
        stays.sort_unstable();
        let mut begun = Vec::with_capacity(stays.len());
        for stays in stays.chunk_by(|a, b| a.0 == b.0) {
            let mut until: Option<Date> = None;
            for &((state, ..), rank) in stays {
                let row = index.by_date[rank];
                let days = known_days(meetings.get(row));
                let goes_on = days.zip(until).is_some_and(|((first, _), until)| first <= next_day(until));
                if !goes_on {
                    begun.push((row, index.countries[usize::from(state)]));
                }
                until = until.max(days.map(|(_, last)| last));
            }
        }
        Self::by_row(meetings.len(), &begun)
    }

    /// Sorts by row what is sorted by state.
    fn by_row(rows: usize, begun: &[(usize, CountryCode)]) -> Self {
        let mut starts = vec![0; rows + 1];
        for &(row, _) in begun {
            starts[row + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut states: Vec<CountryCode> = begun.iter().map(|&(_, state)| state).collect();
        for &(row, state) in begun {
            states[next[row]] = state;
            next[row] += 1;
        }
        Self { states, starts }
    }

    fn of_row(&self, row: usize) -> &[CountryCode] {
        match self.starts.get(row..=row + 1) {
            Some(&[start, end]) => &self.states[start..end],
            Some(_) | None => &[],
        }
    }
}

fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
