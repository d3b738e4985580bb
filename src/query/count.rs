//! The count: a rule applied to the rows that are shown.

use super::facts::{guests, host_at_the_table, states_of};
use super::index::Index;
use super::trip::Arrival;
use crate::meeting::code::CountryCode;
use crate::meeting::date::Precision;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Status};
use crate::query::question::rule::{Rule, Sidelines, Summits, Unit};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// How many meetings they stand for.
    pub meetings: usize,
    /// The rows that are shown and not counted, in order.
    pub left_out: BTreeMap<usize, LeftOut>,
    /// By row of the table; `None` for those that are not counted.
    counted: Vec<Option<Counted>>,
    /// Who sets out where; filled where journeys or trips are counted.
    travellers: Travellers,
    /// Who comes to a stop from another place; filled where trips are counted.
    stays: Travellers,
    /// Whose trip comes to a place for the first time; filled where trips are counted.
    visits: Travellers,
}

/// Some states at each row, such as those whose journey to its place begins with it.
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
    /// How many meetings it stands for.
    times: usize,
    days: usize,
    /// How many states take part.
    states: usize,
    /// The state in all pairs that are counted: the host of a summit that counts as one; `None` if all pairs
    /// are.
    centre: Option<CountryCode>,
    is_gathering: bool,
}

/// The most that a row counts: sums of five million such rows are still numbers.
const MOST: usize = 1 << 40;

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
        let counted = || rows.iter().copied().filter(|&row| self.counts(row));
        match self.rule.unit {
            Unit::Journeys => {
                let begun = journeys(meetings, index, counted());
                self.travellers = Travellers::by_row(meetings.len(), &begun);
            }
            Unit::Trips => {
                let alone = counted().filter(|&row| meetings.get(row).trip.is_none());
                let alone = journeys(meetings, index, alone);
                let TripCounts { mut begun, stays, mut visits } =
                    trips(meetings, index, |row| self.counts(row));
                begun.extend(&alone);
                visits.extend(&alone);
                let by_row = |list: &[(usize, CountryCode)]| Travellers::by_row(meetings.len(), list);
                (self.travellers, self.stays, self.visits) =
                    (by_row(&begun), by_row(&stays), by_row(&visits));
            }
            Unit::Meetings | Unit::MeetingDays | Unit::Pairs => {}
        }
        self.rows = rows.len() - self.left_out.len();
        self.meetings = rows.iter().map(|&row| self.of(row).map_or(0, |counted| counted.times)).sum();
        self.total = rows.iter().map(|&row| self.of_row(row)).sum();
    }

    fn of(&self, row: usize) -> Option<Counted> {
        self.counted.get(row).copied().flatten()
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
        let Some(counted) = self.of(row) else { return 0 };
        let Counted { times: _, days, states, centre, is_gathering } = counted;
        let each = if is_gathering && self.rule.summits == Summits::PerParticipant { states } else { 1 };
        counted.all(match self.rule.unit {
            Unit::Meetings => each,
            Unit::MeetingDays => days * each,
            Unit::Journeys | Unit::Trips => self.travellers.of_row(row).len(),
            Unit::Pairs if centre.is_some() => states.saturating_sub(1),
            Unit::Pairs => states * states.saturating_sub(1) / 2,
        })
    }

    /// What the row counts at its place. A trip counts once at each place that it comes to, so that all places together
    /// have more trips than there are.
    #[must_use]
    pub fn of_place(&self, row: usize) -> usize {
        match self.rule.unit {
            Unit::Meetings | Unit::MeetingDays | Unit::Journeys | Unit::Pairs => self.of_row(row),
            Unit::Trips => self.of(row).map_or(0, |counted| counted.all(self.visits.of_row(row).len())),
        }
    }

    /// What the row counts for one state at the table: on the line of its journey.
    #[must_use]
    pub fn of_state(&self, row: usize, state: CountryCode) -> usize {
        let Some(counted) = self.of(row) else { return 0 };
        counted.all(match self.rule.unit {
            Unit::Meetings => 1,
            Unit::MeetingDays => counted.days,
            Unit::Journeys | Unit::Trips => usize::from(self.sets_out(row, state)),
            Unit::Pairs => match counted.centre {
                Some(centre) if centre != state => 1,
                Some(_) | None => counted.states.saturating_sub(1),
            },
        })
    }

    /// What the row counts for a state on the way that leads to it from another stop. A trip counts once on each of its
    /// legs, so that the legs of all trips are more than the trips.
    #[must_use]
    pub fn of_leg(&self, row: usize, state: CountryCode) -> usize {
        match self.rule.unit {
            Unit::Meetings | Unit::MeetingDays | Unit::Journeys | Unit::Pairs => self.of_state(row, state),
            Unit::Trips => self.of_way_home(row, state),
        }
    }

    /// What the row counts for a state on the way home from it: nothing, but for its trip.
    #[must_use]
    pub fn of_way_home(&self, row: usize, state: CountryCode) -> usize {
        match self.rule.unit {
            Unit::Meetings | Unit::MeetingDays | Unit::Journeys | Unit::Pairs => 0,
            Unit::Trips => {
                let comes = usize::from(self.stays.of_row(row).contains(&state));
                self.of(row).map_or(0, |counted| counted.all(comes))
            }
        }
    }

    /// What the row counts for two states at the table: on the line of their relation.
    #[must_use]
    pub fn of_pair(&self, row: usize, [a, b]: [CountryCode; 2]) -> usize {
        let Some(counted) = self.of(row) else { return 0 };
        counted.all(match self.rule.unit {
            Unit::Meetings | Unit::Pairs => 1,
            Unit::MeetingDays => counted.days,
            Unit::Journeys | Unit::Trips => {
                usize::from(self.sets_out(row, a)) + usize::from(self.sets_out(row, b))
            }
        })
    }

    /// What the row counts for two people at the table, by the states that they represent. Of people without a known state nobody can
    /// tell whether they travel.
    #[must_use]
    pub fn of_two(&self, row: usize, states: [Option<CountryCode>; 2]) -> usize {
        match (states, self.rule.unit) {
            ([Some(a), Some(b)], _) => self.of_pair(row, [a, b]),
            (_, Unit::Meetings | Unit::Pairs) => self.of(row).map_or(0, |counted| counted.all(1)),
            (_, Unit::MeetingDays) => self.of(row).map_or(0, |counted| counted.all(counted.days)),
            ([one, other], Unit::Journeys | Unit::Trips) => {
                let sets_out = |state| self.sets_out(row, state);
                let known = one.or(other).is_some_and(sets_out);
                self.of(row).map_or(0, |counted| counted.all(usize::from(known)))
            }
        }
    }

    fn sets_out(&self, row: usize, state: CountryCode) -> bool {
        self.travellers.of_row(row).contains(&state)
    }
}

impl Counted {
    fn new(meeting: &Meeting, rule: Rule) -> Self {
        let is_gathering = meeting.kind.is_gathering();
        // Counting the states takes time, and most rules ask for those of summits only.
        let states = if is_gathering || rule.unit == Unit::Pairs { states_of(meeting).len() } else { 0 };
        let (times, days, centre) = (meeting.times(), days(meeting), centre(meeting, rule));
        Self { times, days, states, centre, is_gathering }
    }

    /// What all meetings count that the row stands for.
    fn all(self, each: usize) -> usize {
        each.saturating_mul(self.times).min(MOST)
    }
}

/// The one state whose pairs count: the host of a summit, or of another gathering, that counts as one, if the host sits at
/// the table.
/// `None` for all other meetings, whose pairs all count: no guest is singled out for being named first.
#[must_use]
pub fn centre(meeting: &Meeting, rule: Rule) -> Option<CountryCode> {
    let as_one = meeting.kind.is_gathering() && rule.summits == Summits::AsOne;
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
            if meeting.kind.is_gathering()
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

/// The first and the last day of a meeting, if they are known to the day.
pub(super) fn known_days(meeting: &Meeting) -> Option<(Date, Date)> {
    match meeting.dates.precision() {
        Precision::Day | Precision::Range => meeting.dates.days(),
        Precision::Month | Precision::Year | Precision::Unknown => None,
    }
}

/// The rows with which journeys begin, each with the state that sets out.
fn journeys(
    meetings: &Meetings,
    index: &Index,
    rows: impl Iterator<Item = usize>,
) -> Vec<(usize, CountryCode)> {
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
    begun
}

/// What is counted of trips, each a row and a state.
#[derive(Debug, Default)]
struct TripCounts {
    /// The first counted stop of each trip, of those with a place if there is one.
    begun: Vec<(usize, CountryCode)>,
    /// The first counted one of each stay.
    stays: Vec<(usize, CountryCode)>,
    /// The first counted one of each trip at each place.
    visits: Vec<(usize, CountryCode)>,
}

fn trips(meetings: &Meetings, index: &Index, counts: impl Fn(usize) -> bool) -> TripCounts {
    let mut found = TripCounts::default();
    for trip in &index.trips.all {
        let counted: Vec<usize> = trip.iter().copied().filter(|&row| counts(row)).collect();
        let place = |row: usize| index.rows[row].place;
        let (placed, others): (Vec<usize>, Vec<usize>) =
            counted.iter().partition(|&&row| place(row).is_some());
        let (mut away, mut come, mut been) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for row in placed.into_iter().chain(others) {
            let guests = guests(meetings.get(row)).into_iter();
            found.begun.extend(guests.filter(|&state| away.insert(state)).map(|state| (row, state)));
        }
        for row in counted {
            for Arrival { state, stay, .. } in index.trips.arrivals(row) {
                found.stays.extend(come.insert((*state, *stay)).then_some((row, *state)));
                found.visits.extend(been.insert((*state, place(row))).then_some((row, *state)));
            }
        }
    }
    found
}

impl Travellers {
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

pub(super) fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
