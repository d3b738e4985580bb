//! The count: a rule applied to the rows that are shown.

use super::columns::Columns;
use super::facts::guests;
use super::index::Index;
use super::lists::Lists;
use super::theirs::Theirs;
use super::trip::Arrival;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Status};
use crate::query::question::rule::{Rule, Sidelines, Summits, Unit};
use ahash::HashMap;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
#[derive(Clone, Debug)]
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
    /// Whether each row of the table is counted.
    counted: Vec<bool>,
    /// What a row counts follows from its facts.
    columns: Arc<Columns>,
    countries: Arc<[CountryCode]>,
    /// Who sets out where; filled where journeys or trips are counted.
    travellers: Travellers,
    /// Who comes to a stop from another place; filled where trips are counted.
    stays: Travellers,
    /// Whose trip comes to a place for the first time; filled where trips are counted.
    visits: Travellers,
    /// Whose lines alone are counted and drawn; `None` if all are.
    theirs: Option<Arc<Theirs>>,
}

impl Default for Count {
    fn default() -> Self {
        Self::nothing(&Index::default(), Rule::default(), 0)
    }
}

impl PartialEq for Count {
    /// Compares counts of one table, whose facts are the same.
    fn eq(&self, other: &Self) -> bool {
        let Self { rule, total, rows, meetings, left_out, counted, columns: _, countries: _, theirs, .. } =
            self;
        (rule, total, rows, meetings) == (&other.rule, &other.total, &other.rows, &other.meetings)
            && (left_out, counted, theirs) == (&other.left_out, &other.counted, &other.theirs)
            && (&self.travellers, &self.stays, &self.visits)
                == (&other.travellers, &other.stays, &other.visits)
    }
}

/// Some states at each row by code, such as those whose journey to its place begins with it.
type Travellers = Lists<CountryCode>;

/// The most that a row counts: sums of five million such rows are still numbers.
const MOST: usize = 1 << 40;

impl Count {
    /// Applies a rule to the rows that are shown, in any order.
    #[must_use]
    pub fn new(meetings: &Meetings, index: &Index, rows: &[usize], rule: Rule) -> Self {
        Self::with(meetings, index, rows, (rule, None))
    }

    /// The same of the lines of some states alone.
    #[must_use]
    pub(super) fn with(
        meetings: &Meetings,
        index: &Index,
        rows: &[usize],
        (rule, theirs): (Rule, Option<Arc<Theirs>>),
    ) -> Self {
        let columns = &*index.columns;
        let summits = summits(columns, rows, rule);
        let mut count = Self { theirs, ..Self::nothing(index, rule, meetings.len()) };
        for &row in rows {
            match left_out(columns, row, rule).or_else(|| folded(columns, row, &summits)) {
                Some(why) => drop(count.left_out.insert(row, why)),
                None => count.counted[row] = true,
            }
        }
        count.sum_up(meetings, index, rows);
        count
    }

    /// The count of the rows that are shown on either of two sides, which share a rule: a row is left out if
    /// neither side counts it. A sideline is not folded into a summit that is on the other side only.
    #[must_use]
    pub(super) fn either(meetings: &Meetings, index: &Index, rows: &[usize], sides: [&Self; 2]) -> Self {
        let [one, other] = sides.map(|side| side.theirs.as_deref());
        let theirs = Theirs::either(one, other, meetings.len()).map(Arc::new);
        let mut count = Self { theirs, ..Self::nothing(index, sides[0].rule, meetings.len()) };
        for &row in rows {
            count.counted[row] = sides.iter().any(|side| side.counts(row));
            let why = sides.iter().find_map(|side| side.left_out.get(&row));
            if let Some(why) = why.filter(|_| !count.counted[row]) {
                count.left_out.insert(row, *why);
            }
        }
        count.sum_up(meetings, index, rows);
        count
    }

    fn nothing(index: &Index, rule: Rule, rows: usize) -> Self {
        Self {
            rule,
            total: 0,
            rows: 0,
            meetings: 0,
            left_out: BTreeMap::new(),
            counted: vec![false; rows],
            columns: Arc::clone(&index.columns),
            countries: Arc::clone(&index.countries),
            travellers: Travellers::default(),
            stays: Travellers::default(),
            visits: Travellers::default(),
            theirs: None,
        }
    }

    fn sum_up(&mut self, meetings: &Meetings, index: &Index, rows: &[usize]) {
        let is_counted = std::mem::take(&mut self.counted);
        let counted = || rows.iter().copied().filter(|&row| is_counted[row]);
        match self.rule.unit {
            Unit::Journeys => {
                let begun = self.of_theirs(journeys(index, counted()));
                self.travellers = by_row(meetings.len(), &begun);
            }
            Unit::Trips => {
                let alone = counted().filter(|&row| meetings.get(row).trip.is_none());
                let alone = journeys(index, alone);
                let TripCounts { mut begun, stays, mut visits } =
                    trips(meetings, index, |row| is_counted[row]);
                begun.extend(&alone);
                visits.extend(&alone);
                let by_row = |list: Vec<(usize, CountryCode)>| by_row(meetings.len(), &self.of_theirs(list));
                (self.travellers, self.stays, self.visits) = (by_row(begun), by_row(stays), by_row(visits));
            }
            Unit::Meetings | Unit::MeetingDays | Unit::Pairs => {}
        }
        self.rows = rows.len() - self.left_out.len();
        self.meetings = counted().map(|row| self.columns.times[row] as usize).sum();
        self.counted = is_counted;
        self.total = rows.iter().map(|&row| self.of_row(row)).sum();
    }

    /// Whether the row is counted.
    #[must_use]
    pub fn counts(&self, row: usize) -> bool {
        self.counted.get(row).copied().unwrap_or(false)
    }

    /// Whether the row is drawn and counted as a part of its summit.
    #[must_use]
    pub fn is_folded(&self, row: usize) -> bool {
        self.rule.sidelines == Sidelines::Folded
            && matches!(self.left_out.get(&row), Some(LeftOut::FoldedInto(_)))
    }

    /// What the row counts as a whole.
    #[must_use]
    pub fn of_row(&self, row: usize) -> usize {
        self.all(row, |states| {
            let is_gathering = self.columns.kind[row].is_gathering();
            let per_state = is_gathering && self.rule.summits == Summits::PerParticipant;
            let each = if per_state { states } else { 1 };
            match self.rule.unit {
                Unit::Meetings => each,
                Unit::MeetingDays => self.days(row) * each,
                Unit::Journeys | Unit::Trips => self.travellers.of(row).len(),
                Unit::Pairs => {
                    let theirs = self.theirs_at(row).unwrap_or(states);
                    match self.centre(row) {
                        Some(centre) if self.is_theirs(row, centre) => states.saturating_sub(1),
                        Some(_) => theirs,
                        None => pairs_of(states) - pairs_of(states - theirs),
                    }
                }
            }
        })
    }

    /// How many states at a row are those whose lines alone are counted; `None` if all lines are.
    fn theirs_at(&self, row: usize) -> Option<usize> {
        self.theirs.as_ref().map(|theirs| theirs.of(row).len())
    }

    /// Whether the lines of a state at a row are counted and drawn.
    #[must_use]
    pub fn is_theirs(&self, row: usize, state: CountryCode) -> bool {
        self.theirs.as_ref().is_none_or(|theirs| {
            let number =
                self.countries.binary_search(&state).ok().and_then(|place| u16::try_from(place).ok());
            number.is_some_and(|number| theirs.has(row, number))
        })
    }

    /// The same for a state by its number in the index.
    pub(super) fn is_theirs_number(&self, row: usize, state: u16) -> bool {
        self.theirs.as_ref().is_none_or(|theirs| theirs.has(row, state))
    }

    /// Whose lines alone are counted; `None` if all are.
    pub(super) fn theirs(&self) -> Option<Arc<Theirs>> {
        self.theirs.clone()
    }

    /// What is counted for some states at some rows, without those whose lines are not.
    fn of_theirs(&self, mut list: Vec<(usize, CountryCode)>) -> Vec<(usize, CountryCode)> {
        list.retain(|(row, state)| self.is_theirs(*row, *state));
        list
    }

    /// What the row counts at its place. A trip counts once at each place that it comes to, so that all
    /// places together have more trips than there are.
    #[must_use]
    pub fn of_place(&self, row: usize) -> usize {
        match self.rule.unit {
            Unit::Meetings | Unit::MeetingDays | Unit::Journeys | Unit::Pairs => self.of_row(row),
            Unit::Trips => self.all(row, |_| self.visits.of(row).len()),
        }
    }

    /// What the row counts for one state at the table: on the line of its journey.
    #[must_use]
    pub fn of_state(&self, row: usize, state: CountryCode) -> usize {
        self.all(row, |states| match self.rule.unit {
            Unit::Meetings => 1,
            Unit::MeetingDays => self.days(row),
            Unit::Journeys | Unit::Trips => usize::from(self.sets_out(row, state)),
            Unit::Pairs => {
                let others = if self.is_theirs(row, state) {
                    states.saturating_sub(1)
                } else {
                    self.theirs_at(row).unwrap_or(states)
                };
                match self.centre(row) {
                    Some(centre) if centre != state => {
                        usize::from(self.is_theirs(row, state) || self.is_theirs(row, centre))
                    }
                    Some(_) | None => others,
                }
            }
        })
    }

    /// What the row counts for a state on the way that leads to it from another stop. A trip counts once on
    /// each of its legs, so that the legs of all trips are more than the trips.
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
            Unit::Trips => self.all(row, |_| usize::from(self.stays.of(row).contains(&state))),
        }
    }

    /// What the row counts for two states at the table: on the line of their relation.
    #[must_use]
    pub fn of_pair(&self, row: usize, [a, b]: [CountryCode; 2]) -> usize {
        self.all(row, |_| match self.rule.unit {
            Unit::Meetings | Unit::Pairs => 1,
            Unit::MeetingDays => self.days(row),
            Unit::Journeys | Unit::Trips => {
                usize::from(self.sets_out(row, a)) + usize::from(self.sets_out(row, b))
            }
        })
    }

    /// What the row counts for two people at the table, by the states that they represent. Of people without
    /// a known state nobody can tell whether they travel.
    #[must_use]
    pub fn of_two(&self, row: usize, states: [Option<CountryCode>; 2]) -> usize {
        match (states, self.rule.unit) {
            ([Some(a), Some(b)], _) => self.of_pair(row, [a, b]),
            (_, Unit::Meetings | Unit::Pairs) => self.all(row, |_| 1),
            (_, Unit::MeetingDays) => self.all(row, |_| self.days(row)),
            ([one, other], Unit::Journeys | Unit::Trips) => {
                let known = one.or(other).is_some_and(|state| self.sets_out(row, state));
                self.all(row, |_| usize::from(known))
            }
        }
    }

    fn sets_out(&self, row: usize, state: CountryCode) -> bool {
        self.travellers.of(row).contains(&state)
    }

    /// What all meetings count that the row stands for, where each counts so much of so many states; nothing
    /// if the row is not counted.
    fn all(&self, row: usize, each: impl Fn(usize) -> usize) -> usize {
        if !self.counts(row) {
            return 0;
        }
        let each = each(self.columns.states.of(row).len());
        each.saturating_mul(self.columns.times[row] as usize).min(MOST)
    }

    /// How many days the row is known to have lasted: one where its dates are not known to the day.
    fn days(&self, row: usize) -> usize {
        let days = self.columns.known_days(row);
        days.map_or(1, |(first, last)| usize::try_from((last - first).get_days()).unwrap_or(0) + 1)
    }

    /// The pairs of states that a row brought together, by the rule.
    pub(super) fn pairs(&self, row: usize) -> impl Iterator<Item = [CountryCode; 2]> {
        let pairs = pairs(&self.columns, row, self.rule);
        pairs.map(|pair| pair.map(|state| self.countries[usize::from(state)]))
    }

    /// The state in all pairs of the row that are counted; `None` if all pairs are.
    pub(super) fn centre(&self, row: usize) -> Option<CountryCode> {
        centre(&self.columns, row, self.rule).map(|state| self.countries[usize::from(state)])
    }
}

/// How many pairs so many states are.
const fn pairs_of(states: usize) -> usize {
    states * states.saturating_sub(1) / 2
}

/// The one state whose pairs count: the host of a summit, or of another gathering, that counts as one, if the
/// host sits at the table. `None` for all other meetings, whose pairs all count: no guest is singled out for
/// being named first.
pub(super) fn centre(columns: &Columns, row: usize, rule: Rule) -> Option<u16> {
    let as_one = columns.kind[row].is_gathering() && rule.summits == Summits::AsOne;
    if as_one { columns.host(row) } else { None }
}

/// The pairs of states that a row brought together, each by code: of a summit that counts as one, its host
/// with each guest; of one whose host is not at the table, and of all other meetings, every pair.
pub(super) fn pairs(columns: &Columns, row: usize, rule: Rule) -> impl Iterator<Item = [u16; 2]> + Clone {
    let centre = centre(columns, row, rule);
    columns.states.pairs(row).filter(move |pair| centre.is_none_or(|centre| pair.contains(&centre)))
}

fn left_out(columns: &Columns, row: usize, rule: Rule) -> Option<LeftOut> {
    if columns.kind[row].is_context() {
        return Some(LeftOut::Context);
    }
    match columns.status[row] {
        Status::Held => None,
        Status::Planned => (!rule.planned).then_some(LeftOut::Planned),
        Status::Invited => (!rule.invited).then_some(LeftOut::Invited),
        Status::Cancelled => Some(LeftOut::Cancelled),
    }
}

/// The row of the counted summit of each occasion, of several the first by date; none if the rule folds
/// nothing.
fn summits(columns: &Columns, rows: &[usize], rule: Rule) -> HashMap<u32, usize> {
    let mut summits = HashMap::default();
    if rule.sidelines == Sidelines::Folded {
        for &row in rows.iter().filter(|&&row| columns.kind[row].is_gathering()) {
            let occasion = columns.occasion(row).filter(|_| left_out(columns, row, rule).is_none());
            if let Some(occasion) = occasion {
                let first = summits.entry(occasion).or_insert(row);
                if columns.rank[row] < columns.rank[*first] {
                    *first = row;
                }
            }
        }
    }
    summits
}

fn folded(columns: &Columns, row: usize, summits: &HashMap<u32, usize>) -> Option<LeftOut> {
    let occasion = columns.occasion(row).filter(|_| columns.kind[row] == Kind::Sideline)?;
    summits.get(&occasion).copied().map(LeftOut::FoldedInto)
}

/// The rows with which journeys begin, each with the state that sets out.
fn journeys(index: &Index, rows: impl Iterator<Item = usize>) -> Vec<(usize, CountryCode)> {
    let columns = &*index.columns;
    let mut stays = Vec::new();
    for row in rows {
        let Some(place) = columns.place(row) else { continue };
        let (status, rank) = (columns.status[row], index.columns.rank[row]);
        stays.extend(columns.guests.of(row).iter().map(|&state| ((state, place, status), rank)));
    }
    stays.sort_unstable();
    let mut begun = Vec::with_capacity(stays.len());
    for stays in stays.chunk_by(|a, b| a.0 == b.0) {
        let mut until: Option<Date> = None;
        for &((state, ..), rank) in stays {
            let row = index.by_date[rank as usize];
            let days = columns.known_days(row);
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
        let place = |row: usize| index.columns.place(row);
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

/// Sorts by row what is sorted by state.
fn by_row(rows: usize, begun: &[(usize, CountryCode)]) -> Travellers {
    Lists::of_pairs(rows, begun.iter().copied())
}

pub(super) fn next_day(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
