//! A leader: what a whole table says of one person, whatever the filter shows: in which offices, how often in
//! which year, with whom, where, and how far the person went.

use super::index::Index;
use super::place::own_name;
use super::travel::{Journey, Travel, of_person};
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Participant, Status};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What a table says of a person. Context is left out; a row that stands for several meetings is so many.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leader {
    /// The name as the table has it most often; empty if nobody there is meant.
    pub name: String,
    /// The rows at which the person sits, the earliest first, undated ones last.
    pub rows: Vec<usize>,
    /// Meetings that were held.
    pub held: usize,
    /// Meetings that are planned, or to which somebody is invited.
    pub planned: usize,
    /// Meetings that were cancelled.
    pub cancelled: usize,
    /// The offices that the rows name, the one of the most meetings first.
    pub offices: Vec<Office>,
    /// Held meetings by the year in which they began.
    pub years: BTreeMap<i16, usize>,
    /// Those with whom most meetings were held, and how many; those of one delegation left out. Of several,
    /// by name.
    pub with: Vec<(String, usize)>,
    /// Where most were held, and how many. Of several, by name.
    pub venues: Vec<(String, usize)>,
    /// The journeys to held meetings, by their first day, undated ones last.
    pub journeys: Vec<Journey>,
    /// All of them together.
    pub travel: Travel,
    /// The first dated row that was held.
    pub first: Option<usize>,
    /// The latest one.
    pub latest: Option<usize>,
}

/// An office as the rows of a table have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Office {
    /// What the person is called there; may be empty.
    pub title: String,
    /// The state that the person represents.
    pub state: Option<CountryCode>,
    /// How many meetings.
    pub meetings: usize,
    /// The first and the last day of those that are dated.
    pub days: Option<(Date, Date)>,
}

impl Leader {
    /// What the table that an index was made of says of the person whom a name means.
    #[must_use]
    pub fn of(name: &str, meetings: &Meetings, index: &Index) -> Self {
        let Some(person) = index.person(name) else { return Self::default() };
        let columns = &*index.columns;
        let sits = |row: &usize| columns.people(*row).any(|one| one == person);
        let is_meeting = |row: &usize| !columns.kind[*row].is_context();
        let there: Vec<usize> = (0..meetings.len()).filter(sits).collect();
        // The same spellings come again and again.
        let named =
            there.iter().flat_map(|&row| &meetings.get(row).participants).map(|one| one.name.as_str());
        let named: BTreeSet<&str> = named.collect();
        let spellings: BTreeSet<&str> =
            named.into_iter().filter(|name| index.person(name) == Some(person)).collect();
        let is_it = |one: &Participant| spellings.contains(one.name.as_str());
        let mut rows: Vec<usize> = there.into_iter().filter(is_meeting).collect();
        rows.sort_unstable_by_key(|&row| columns.rank[row]);
        let mut leader = Self { name: index.leaders[person as usize].clone(), ..Self::default() };
        let (mut with, mut venues) = (BTreeMap::<u32, usize>::new(), BTreeMap::<String, usize>::new());
        for &row in &rows {
            let meeting = meetings.get(row);
            leader.add_office(meeting, is_it);
            match meeting.status {
                Status::Held => {}
                Status::Planned | Status::Invited => {
                    leader.planned += meeting.times();
                    continue;
                }
                Status::Cancelled => {
                    leader.cancelled += meeting.times();
                    continue;
                }
            }
            leader.add_held(row, meeting);
            let seats = columns.seats.of(row);
            let own: BTreeSet<_> =
                seats.iter().filter(|seat| seat.person == person).filter_map(|seat| seat.state()).collect();
            let others = seats.iter().filter(|seat| seat.person != person);
            let others = others.filter(|seat| seat.state().is_none_or(|state| !own.contains(&state)));
            let others: BTreeSet<u32> = others.map(|seat| seat.person).collect();
            for other in others {
                *with.entry(other).or_default() += meeting.times();
            }
            if let Some(place) = meeting.venue.placed.place() {
                let city = &meeting.venue.city;
                let name = if city.is_empty() { own_name(place) } else { city.to_string() };
                *venues.entry(name).or_default() += meeting.times();
            }
        }
        let with = with.into_iter().map(|(one, number)| (index.leaders[one as usize].clone(), number));
        (leader.with, leader.venues) = (most_first(with), most_first(venues));
        leader.offices.sort_by(|a, b| b.meetings.cmp(&a.meetings).then_with(|| a.title.cmp(&b.title)));
        let states: BTreeSet<CountryCode> = leader.offices.iter().filter_map(|office| office.state).collect();
        (leader.travel, leader.journeys) = of_person(meetings, index, &rows, &is_it, &states);
        Self { rows, ..leader }
    }

    fn add_office(&mut self, meeting: &Meeting, is_it: impl Fn(&Participant) -> bool) {
        let Some(one) = meeting.participants.iter().find(|one| is_it(one)) else { return };
        let is_same = |office: &&mut Office| office.title == one.office && office.state == one.country;
        if self.offices.iter_mut().find(is_same).is_none() {
            self.offices.push(Office {
                title: one.office.to_string(),
                state: one.country,
                ..Office::default()
            });
        }
        let office = self.offices.iter_mut().find(is_same).expect("it was put there");
        office.meetings += meeting.times();
        if let Some((begin, end)) = meeting.dates.days() {
            let (first, last) = office.days.unwrap_or((begin, end));
            office.days = Some((first.min(begin), last.max(end)));
        }
    }

    fn add_held(&mut self, row: usize, meeting: &Meeting) {
        self.held += meeting.times();
        if let Some((begin, _)) = meeting.dates.days() {
            *self.years.entry(begin.year()).or_default() += meeting.times();
            self.first = self.first.or(Some(row));
            self.latest = Some(row);
        }
    }
}

fn most_first(all: impl IntoIterator<Item = (String, usize)>) -> Vec<(String, usize)> {
    let mut all: Vec<(String, usize)> = all.into_iter().collect();
    all.sort_by(|(a, of_a), (b, of_b)| (Reverse(of_a), a).cmp(&(Reverse(of_b), b)));
    all
}
