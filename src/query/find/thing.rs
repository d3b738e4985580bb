//! What can be found in a table, apart from single meetings, and the names of each.

use super::name::{Names, NamesInTheMaking, Sort};
use crate::gazetteer::country::{Countries, NameKind};
use crate::gazetteer::further::by_id;
use crate::gazetteer::known_person::by_folded_name;
use crate::gazetteer::organisation::{each_of, organisations};
use crate::gazetteer::person::person_id;
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{PersonId, PlaceId};
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Position, Venue};
use crate::query::facts::{regions_of, states_of};
use crate::query::index::Index;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Something with names.
#[derive(Clone, Debug, PartialEq)]
pub enum Thing {
    /// A country or an organisation that takes part in meetings, or where they are held.
    Country(CountryCode),
    /// An organisation of states, by its code.
    Bloc(String),
    /// A region, as where meetings are held.
    HeldIn(Region),
    /// A region, as where participants are from.
    From(Region),
    /// Somebody who takes part, in the spelling that the table has most often.
    Person(String),
    /// A city or another place where meetings are held.
    Venue(Site),
    /// A building where they are held.
    Building(Site),
    /// An event around several meetings.
    Occasion(String),
}

/// Where meetings are held.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Its name as the table has it most often.
    pub name: String,
    /// The country it lies in.
    pub country: Option<CountryCode>,
    /// Its mark on the map, and where that lies; `None` if it was not placed.
    pub placed: Option<(PlaceId, Position)>,
}

/// All things of a table, with their names and rows.
#[derive(Clone, Debug, Default)]
pub struct Things {
    /// By number.
    pub all: Vec<Thing>,
    /// How many meetings each has a part in. Context does not count.
    pub meetings: Vec<usize>,
    /// Their names.
    pub names: Names,
    /// The rows of each one after the other, and where those of each begin.
    rows: Vec<u32>,
    starts: Vec<usize>,
}

impl Things {
    /// The rows of a thing, in order; a bloc has none, since nearly every row would be its.
    #[must_use]
    pub fn rows(&self, thing: u32) -> &[u32] {
        let thing = thing as usize;
        &self.rows[self.starts[thing]..self.starts[thing + 1]]
    }

    /// Those of a table, and every country and bloc of the world.
    #[must_use]
    pub fn of(meetings: &Meetings, index: &Index) -> Self {
        let mut making = Making::default();
        making.countries(meetings);
        making.blocs(meetings, index);
        making.regions(meetings);
        making.people(meetings);
        making.sites(meetings);
        making.occasions(meetings);
        making.finish(meetings)
    }
}

/// Things that are gathered.
#[derive(Default)]
struct Making {
    all: Vec<Thing>,
    rows: Vec<Vec<u32>>,
    names: NamesInTheMaking,
    /// The meetings of those whose rows are not kept.
    meetings: BTreeMap<usize, usize>,
}

impl Making {
    fn push(&mut self, thing: Thing, rows: Vec<u32>) -> u32 {
        self.all.push(thing);
        self.rows.push(rows);
        (self.all.len() - 1) as u32
    }

    fn finish(self, meetings: &Meetings) -> Things {
        let Self { all, rows, names, meetings: counted } = self;
        let times = |rows: &[u32]| {
            let meetings = rows.iter().map(|&row| meetings.get(row as usize));
            meetings.filter(|meeting| !meeting.kind.is_context()).map(Meeting::times).sum()
        };
        let own =
            |(thing, rows): (usize, &Vec<u32>)| counted.get(&thing).copied().unwrap_or_else(|| times(rows));
        let meetings = rows.iter().enumerate().map(own).collect();
        let mut starts = vec![0];
        for rows in &rows {
            starts.push(starts[starts.len() - 1] + rows.len());
        }
        Things { all, meetings, names: names.finish(), rows: rows.into_iter().flatten().collect(), starts }
    }

    fn countries(&mut self, meetings: &Meetings) {
        let mut rows: BTreeMap<CountryCode, Vec<u32>> = BTreeMap::new();
        for (row, meeting) in meetings.iter() {
            let mut states = states_of(meeting);
            // Where it is held counts, as it does in the filter's text and in what is told of a country.
            states.extend(meeting.venue.country.filter(|host| !states.contains(host)));
            for state in states {
                rows.entry(state).or_default().push(row as u32);
            }
        }
        let table = Countries::embedded();
        let mut numbers = BTreeMap::new();
        for country in table.iter().chain(table.organisations()) {
            let thing = Thing::Country(country.code);
            let number = self.push(thing, rows.remove(&country.code).unwrap_or_default());
            numbers.insert(country.code, number);
            self.names.add(number, Sort::Own, country.name);
            for code in [country.code.as_str(), country.iso2] {
                self.names.add(number, Sort::Code, code);
            }
            for &(kind, name) in &country.other_names {
                match kind {
                    NameKind::Code => self.names.add(number, Sort::Code, name),
                    NameKind::Own
                    | NameKind::Official
                    | NameKind::Alias
                    | NameKind::Translated
                    | NameKind::Former => {
                        self.names.add(number, Sort::Other, name);
                    }
                    // A person from there is no name of the country.
                    NameKind::Demonym => {}
                }
            }
        }
        for (code, name) in table.further_names() {
            if let Some(&number) = numbers.get(&code) {
                self.names.add(number, Sort::Other, name);
            }
        }
    }

    fn blocs(&mut self, meetings: &Meetings, index: &Index) {
        let mut met: BTreeMap<&str, usize> = BTreeMap::new();
        for (row, meeting) in meetings.iter().filter(|(_, meeting)| !meeting.kind.is_context()) {
            for bloc in each_of(index.blocs(row)) {
                *met.entry(&bloc.code).or_default() += meeting.times();
            }
        }
        for bloc in organisations() {
            let number = self.push(Thing::Bloc(bloc.code.clone()), Vec::new());
            self.meetings.insert(number as usize, met.get(&*bloc.code).copied().unwrap_or(0));
            self.names.add(number, Sort::Own, &bloc.name);
            self.names.add(number, Sort::Own, &bloc.code);
        }
    }

    fn regions(&mut self, meetings: &Meetings) {
        let mut counts = [[0; Region::ALL.len()]; 2];
        for (_, meeting) in meetings.iter().filter(|(_, meeting)| !meeting.kind.is_context()) {
            let held = meeting.venue.country.map_or(0, regions_of);
            let from = states_of(meeting).into_iter().map(regions_of).fold(0, |all, one| all | one);
            for (counts, regions) in counts.iter_mut().zip([held, from]) {
                for (count, region) in counts.iter_mut().zip(Region::ALL) {
                    *count += if regions & region.bit() == 0 { 0 } else { meeting.times() };
                }
            }
        }
        for (number, region) in Region::ALL.into_iter().enumerate() {
            for (things, thing) in counts.iter().zip([Thing::HeldIn(region), Thing::From(region)]) {
                let thing = self.push(thing, Vec::new());
                self.meetings.insert(thing as usize, things[number]);
                self.names.add(thing, Sort::Own, region.name());
            }
        }
    }

    fn people(&mut self, meetings: &Meetings) {
        let mut of_spelling: HashMap<&str, Vec<u32>> = HashMap::new();
        for (row, meeting) in meetings.iter() {
            for person in &meeting.participants {
                of_spelling.entry(&person.name).or_default().push(row as u32);
            }
        }
        let mut people: BTreeMap<PersonId, Vec<(&str, Vec<u32>)>> = BTreeMap::new();
        for (name, rows) in of_spelling.into_iter().filter(|(name, _)| !name.trim().is_empty()) {
            people.entry(person_id(name)).or_default().push((name, rows));
        }
        for (person, mut spellings) in people {
            // The most frequent first; of several, the first by letters.
            spellings.sort_by_key(|(name, rows)| (Reverse(rows.len()), *name));
            let rows: BTreeSet<u32> = spellings.iter().flat_map(|(_, rows)| rows).copied().collect();
            let name = spellings[0].0.to_owned();
            let number = self.push(Thing::Person(name), rows.into_iter().collect());
            for (spelling, _) in &spellings {
                self.names.add(number, Sort::Own, spelling);
            }
            if let Some(known) = by_folded_name(person.as_str()) {
                self.names.add(number, Sort::Other, &known.name);
                for spelling in known.variants().chain(known.families()) {
                    self.names.add(number, Sort::Other, spelling);
                }
            }
        }
    }

    fn sites(&mut self, meetings: &Meetings) {
        let mut cities: BTreeMap<SiteKey, Held> = BTreeMap::new();
        let mut buildings: BTreeMap<(SiteKey, &str), Held> = BTreeMap::new();
        for (row, meeting) in meetings.iter() {
            let Venue { city, building, country, placed, .. } = &meeting.venue;
            let key = match placed.place() {
                Some(PlaceId::Country(code)) => SiteKey::Named(Some(code), city),
                Some(place) => SiteKey::Placed(place),
                None => SiteKey::Named(*country, city),
            };
            if !city.is_empty() {
                cities.entry(key).or_default().add(row, meeting, city);
            }
            if !building.is_empty() {
                buildings.entry((key, building)).or_default().add(row, meeting, building);
            }
        }
        for (key, held) in cities {
            let names = held.names();
            let number = self.push(Thing::Venue(held.site(names[0])), held.rows);
            for name in names {
                self.names.add(number, Sort::Own, name);
            }
            let SiteKey::Placed(PlaceId::City(city)) = key else { continue };
            if let Some(city) = by_id(city) {
                self.names.add(number, Sort::Other, &city.name);
                for name in city.alternates() {
                    self.names.add(number, Sort::Other, name);
                }
            }
        }
        for ((_, name), held) in buildings {
            let number = self.push(Thing::Building(held.site(name)), held.rows);
            self.names.add(number, Sort::Own, name);
        }
    }

    fn occasions(&mut self, meetings: &Meetings) {
        let mut rows: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (row, meeting) in meetings.iter().filter(|(_, meeting)| !meeting.occasion.is_empty()) {
            rows.entry(&meeting.occasion).or_default().push(row as u32);
        }
        for (occasion, rows) in rows {
            let number = self.push(Thing::Occasion(occasion.to_owned()), rows);
            self.names.add(number, Sort::Own, occasion);
        }
    }
}

/// What tells sites apart: where they are, or else what they are called.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SiteKey<'a> {
    Placed(PlaceId),
    Named(Option<CountryCode>, &'a str),
}

/// What is held at a site.
#[derive(Default)]
struct Held<'a> {
    rows: Vec<u32>,
    names: BTreeMap<&'a str, usize>,
    country: Option<CountryCode>,
    placed: Option<(PlaceId, Position)>,
}

impl<'a> Held<'a> {
    fn add(&mut self, row: usize, meeting: &Meeting, name: &'a str) {
        self.rows.push(row as u32);
        *self.names.entry(name).or_default() += 1;
        self.country = self.country.or(meeting.venue.country);
        let placed = meeting.venue.placed;
        self.placed = self.placed.or_else(|| placed.place().zip(placed.position()));
    }

    /// The names it has in the table, the most frequent first.
    fn names(&self) -> Vec<&'a str> {
        let mut names: Vec<(&str, usize)> = self.names.iter().map(|(name, often)| (*name, *often)).collect();
        names.sort_by_key(|(name, often)| (Reverse(*often), *name));
        names.into_iter().map(|(name, _)| name).collect()
    }

    fn site(&self, name: &str) -> Site {
        Site { name: name.to_owned(), country: self.country, placed: self.placed }
    }
}
