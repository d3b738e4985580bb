//! Whose state a column of states tells: that of the place, or that of the people beside it.

use super::field::Field;
use super::guesser::{Guesser, Sure};
use super::heading;
use super::mapping::Counterparts;
use super::names::names;
use super::remark::Remark;
use super::venue;
use crate::gazetteer::candidates::{city, one_city};
use crate::gazetteer::ground::belongs_or_belonged;
use crate::gazetteer::office::represented;
use crate::gazetteer::province::by_letters;
use crate::meeting::code::CountryCode;
use std::collections::{BTreeMap, BTreeSet};

impl Guesser<'_> {
    /// Where each side has a country, or a participant and a country, it is the state of that side.
    pub(super) fn settle_sides(&mut self) {
        let sides: Vec<usize> =
            self.open_countries.iter().filter(|(_, is_side)| *is_side).map(|(column, _)| *column).collect();
        let has_stops = self.columns_with(Field::City).nth(1).is_some();
        // Of headings that come again, each country is that of the name beside it, if there are as many.
        let is_repeated = sides.iter().all(|column| self.key(*column) == self.key(sides[0]));
        let names = [Field::Leader, Field::Participants].map(|field| self.columns_with(field).count());
        let names = names.into_iter().sum::<usize>();
        let fits = !is_repeated || names == 0 || names == sides.len();
        if sides.len() > 1 && !has_stops && fits {
            for column in &sides {
                self.take(*column, Field::LeaderCountry, Sure::Heading);
            }
            self.open_countries.retain(|(column, _)| !sides.contains(column));
        }
        let [states, people] =
            [Field::LeaderCountry, Field::Participants].map(|field| self.columns_with(field).count());
        if states > 1 && people == states && !self.has(Field::Leader) {
            for field in self.fields.iter_mut().filter(|field| **field == Some(Field::Participants)) {
                *field = Some(Field::Leader);
            }
        }
    }

    /// Whether a column headed `Country` holds the country that was visited or the state that somebody
    /// represents.
    pub(super) fn settle_open_country(&mut self) {
        // Only those with a state in them: a `State` beside a `Country` may be a province.
        let of_states = |(column, _): &&(usize, bool)| {
            self.shapes[*column].states > 0
                && !(self.key(*column) == "state" && self.holds_provinces(*column))
        };
        let open: Vec<usize> =
            self.open_countries.iter().filter(of_states).map(|(column, _)| *column).collect();
        let first = self.open_countries.first().map(|(column, _)| *column);
        for column in if open.is_empty() { first.into_iter().collect() } else { open } {
            self.settle_country(column);
        }
    }

    fn settle_country(&mut self, column: usize) {
        // A column of participants holds their states itself.
        let names_people = self.has(Field::Leader) && !self.has(Field::Participants);
        let heading = self.sheet.headings[column].clone();
        if let Some(people) = self.people_of_record(column) {
            self.fields[people] = Some(Field::Leader);
            return self.take(column, Field::LeaderCountry, Sure::Heading);
        }
        if self.has(Field::Country) {
            let field = self.side_of(column);
            if names_people && !self.is_host(column) && !self.has(field) {
                self.take(column, field, Sure::Likely);
                self.remarks.push(Remark::CountryTakenFor { heading, field });
            }
            return;
        }
        let is_of_people = names_people
            && self.has(Field::City)
            && !self.has(Field::LeaderCountry)
            && self.is_elsewhere(column);
        let field = if is_of_people { self.side_of(column) } else { Field::Country };
        let sure = if names_people { Sure::Likely } else { Sure::Heading };
        self.take(column, field, sure);
        if names_people {
            self.remarks.push(Remark::CountryTakenFor { heading, field });
        }
    }

    /// The column of people in the same record as another column: `participants.name` beside
    /// `participants.country`. Each of them has a row then.
    fn people_of_record(&self, column: usize) -> Option<usize> {
        let record = |column: usize| self.sheet.headings[column].rsplit_once('.').map(|(record, _)| record);
        let own = record(column)?;
        let mut people =
            [Field::Leader, Field::Participants].into_iter().flat_map(|field| self.columns_with(field));
        people.find(|people| record(*people) == Some(own))
    }

    /// A column of countries of which most cells list several, beside one of single cities and nobody who
    /// takes part: who takes part.
    pub(super) fn settle_lists_of_states(&mut self) {
        let people = [Field::Leader, Field::LeaderCountry, Field::Participants, Field::Counterpart];
        let (column, cities) =
            (self.columns_with(Field::Country).next(), self.columns_with(Field::City).next());
        let (Some(column), Some(cities)) = (column, cities) else { return };
        if people.into_iter().any(|field| self.has(field)) {
            return;
        }
        let (mut lists, mut filled) = (0, 0);
        for (countries, city) in self.cells(column).zip(self.cells(cities)) {
            let is_state = |name: &str| venue::country(name).is_some();
            let several = names(countries, is_state);
            filled += usize::from(!countries.is_empty());
            let is_list = several.len() > 1 && several.iter().all(|name| is_state(name));
            lists += usize::from(is_list && names(city, |_| true).len() == 1);
        }
        if lists * 2 > filled {
            self.take(column, Field::Participants, Sure::Likely);
            let heading = self.sheet.headings[column].clone();
            self.remarks.push(Remark::CountryTakenFor { heading, field: Field::Participants });
        }
    }

    /// A column of states or organisations that nothing else was found for, or of where somebody is from,
    /// beside one of people: whom they represent.
    pub(super) fn find_states_beside(&mut self) {
        if !self.has(Field::Leader) || self.has(Field::LeaderCountry) || self.has(Field::Participants) {
            return;
        }
        let may_say = |column: &usize| {
            let shape = &self.shapes[*column];
            let is_free = self.fields[*column].is_none_or(|field| field == Field::Origin);
            let are_states = shape.are(shape.states, 70) && shape.states > shape.cities;
            let is_state = are_states || self.are_parties(*column);
            let may_say = || self.may_be_own(*column) || self.side_of(*column) == Field::CounterpartCountry;
            is_free && is_state && !self.is_host(*column) && may_say()
        };
        if let Some(column) = (0..self.fields.len()).find(may_say) {
            self.take_by_cells(column, self.side_of(column));
        }
    }

    /// Whose states a column beside travellers holds: of those whom they met, if such are named and the
    /// travellers have another state in each row, as nobody has; else their own.
    fn side_of(&self, column: usize) -> Field {
        let are_met = self.has(Field::Counterpart) && !self.has(Field::CounterpartCountry);
        if are_met && self.varies(column) { Field::CounterpartCountry } else { Field::LeaderCountry }
    }

    /// Whether most travellers of several rows would have several states by a column.
    fn varies(&self, column: usize) -> bool {
        let Some(people) = self.columns_with(Field::Leader).next() else { return false };
        let mut states: BTreeMap<&str, (usize, BTreeSet<CountryCode>)> = BTreeMap::new();
        for (name, cell) in self.cells(people).zip(self.cells(column)) {
            if let Some(state) = venue::party(cell) {
                let (rows, all) = states.entry(name).or_default();
                *rows += 1;
                all.insert(state);
            }
        }
        let often = states.values().filter(|(rows, _)| *rows > 1);
        let several = often.clone().filter(|(_, all)| all.len() > 1).count();
        several * 2 > often.count()
    }

    /// Whether a column beside travellers can tell their states: as far as they held an office, they held it
    /// for the state of the column; codes that nobody bears out are of three states at least.
    fn may_be_own(&self, column: usize) -> bool {
        let (own, others) = self.bears_out(column);
        if own + others > 0 {
            return own >= others;
        }
        let cells: BTreeSet<&str> = self.cells(column).filter(|cell| !cell.is_empty()).collect();
        cells.len() > 2 || cells.iter().any(|cell| cell.chars().nth(2).is_some())
    }

    /// Whether nearly all travellers who held an office held it for the state of a column.
    fn is_own(&self, column: usize) -> bool {
        let (own, others) = self.bears_out(column);
        own > 1 && own > 4 * others
    }

    /// Of how many travellers who held an office was it for the state that a column has, and of how many not.
    fn bears_out(&self, column: usize) -> (usize, usize) {
        let people = self.columns_with(Field::Leader).next();
        people.map_or((0, 0), |people| self.bears_out_beside(column, people))
    }

    /// The same of the people of some column.
    fn bears_out_beside(&self, column: usize, people: usize) -> (usize, usize) {
        let (mut own, mut others) = (0, 0);
        for (cell, people) in self.cells(column).zip(self.cells(people)) {
            let Some(state) = venue::party(cell) else { continue };
            let holders = represented(people, None);
            if holders.iter().any(|holder| holder.state == state) {
                own += 1;
            } else if !holders.is_empty() {
                others += 1;
            }
        }
        (own, others)
    }

    /// Whether a column headed as one of states holds the provinces of one country: `TX`, `CA`.
    fn holds_provinces(&self, column: usize) -> bool {
        let cells: BTreeSet<&str> = self.cells(column).filter(|cell| !cell.is_empty()).collect();
        cells.len() > 1 && cells.iter().all(|cell| cell.len() == 2 && by_letters(cell).is_some())
    }

    /// Whether most cells of a column are states or organisations as a whole.
    fn are_parties(&self, column: usize) -> bool {
        let filled: Vec<&str> = self.cells(column).filter(|cell| !cell.is_empty()).collect();
        let parties = filled.iter().filter(|cell| venue::party(cell).is_some()).count();
        parties * 10 > filled.len() * 7
    }

    /// A column that its cells say holds countries, or that leaves it open, is that of the travellers' states
    /// if the cities lie elsewhere, or if no column says the city and nearly everyone would be at home.
    pub(super) fn settle_country_by_cells(&mut self) {
        let is_open = |column: &usize| self.open_countries.iter().any(|(open, _)| open == column);
        let by_cells = self
            .columns_with(Field::Country)
            .find(|column| self.sure[*column] != Sure::Heading || is_open(column));
        let Some(column) = by_cells.filter(|_| self.has(Field::Leader) && !self.has(Field::LeaderCountry))
        else {
            return;
        };
        if self.is_elsewhere(column) || (!self.has_place() && self.is_own(column)) {
            let field = self.side_of(column);
            if field == Field::LeaderCountry && !self.may_be_own(column) {
                // They held office for other states: it is that of somebody else.
                if let Some(people) = self.others_of(column) {
                    self.take_by_cells(people, Field::Counterpart);
                    self.take_for(column, Field::CounterpartCountry);
                }
                return;
            }
            self.take_for(column, field);
        }
    }

    /// Takes a column of countries for the states of people, which is said.
    fn take_for(&mut self, column: usize, field: Field) {
        self.take(column, field, Sure::Cells);
        self.say_nothing_of(column);
        let heading = self.sheet.headings[column].clone();
        self.remarks.push(Remark::CountryTakenFor { heading, field });
    }

    /// Takes back what was said of a column.
    fn say_nothing_of(&mut self, column: usize) {
        let heading = &self.sheet.headings[column];
        self.remarks.retain(|remark| {
            !matches!(remark, Remark::ByCells { heading: of, .. } | Remark::CountryTakenFor { heading: of, .. } if of == heading)
        });
    }

    /// The column of people, used or not, who held office for the states of a column.
    fn others_of(&self, column: usize) -> Option<usize> {
        let is_free = |people: &usize| {
            self.fields[*people].is_none_or(|field| field == Field::Counterpart) && *people != column
        };
        let bears = |people: &usize| {
            let (own, others) = self.bears_out_beside(column, *people);
            own > others
        };
        (0..self.fields.len()).filter(is_free).find(bears)
    }

    /// A column of people whom nothing is known of, beside one of travellers: those whom they met.
    pub(super) fn find_other_side(&mut self) {
        let has = [Field::Counterpart, Field::Participants, Field::Delegation].map(|field| self.has(field));
        if !self.has(Field::Leader) || has.contains(&true) {
            return;
        }
        let are_people = |column: &usize| {
            let shape = &self.shapes[*column];
            let is_headed = !self.sheet.headings[*column].trim().is_empty();
            self.fields[*column].is_none()
                && is_headed
                && shape.filled * 2 >= self.sheet.len()
                && shape.are(shape.people, 50)
                && shape.are(shape.like_names, 50)
                && !shape.are(shape.states, 30)
                && shape.people > shape.cities
        };
        if let Some(column) = (0..self.fields.len()).find(are_people) {
            self.take_by_cells(column, Field::Counterpart);
        }
    }

    /// A column that its heading says holds host countries, while the cities lie elsewhere: it is that of the
    /// people who held office for its states, or else left out.
    pub(super) fn doubt_country(&mut self) {
        let Some(column) = self.columns_with(Field::Country).next() else { return };
        let says_host = heading::heading(&self.sheet.headings[column])
            .is_some_and(|found| found.field == "country" && found.sure < heading::Sure::Part);
        if !self.has(Field::City) || !self.contradicts(column, says_host) {
            return;
        }
        let sides = [
            (Field::Leader, Field::LeaderCountry),
            (Field::Participants, Field::LeaderCountry),
            (Field::Counterpart, Field::CounterpartCountry),
        ];
        let whose = sides.into_iter().find_map(|(people, states)| {
            let at = self.columns_with(people).next().filter(|_| !self.has(states))?;
            let (own, others) = self.bears_out_beside(column, at);
            (own > others || (own + others == 0 && people == Field::Leader)).then_some((people, at, states))
        });
        let Some((people, at, states)) = whose else {
            self.fields[column] = None;
            self.sure[column] = Sure::Not;
            return self.say_nothing_of(column);
        };
        if people == Field::Participants {
            self.fields[at] = Some(Field::Leader);
        } else if people == Field::Counterpart {
            // A host is at home.
            self.counterparts = Counterparts::Met;
        }
        self.take_for(column, states);
    }

    /// Whether the cities speak against a column of host countries: most lie elsewhere, or as many as not and
    /// the people beside it held office for its states. Against what a heading says they speak only if all do
    /// and the people too.
    fn contradicts(&self, column: usize, says_host: bool) -> bool {
        // Of a tour each row may name all places.
        let (there, elsewhere) = self.cities_of(column, |text| !text.contains([',', ';', '/', '(']));
        let people = [Field::Leader, Field::Participants, Field::Counterpart];
        let mut people = people.into_iter().flat_map(|field| self.columns_with(field));
        let is_theirs = people.any(|people| {
            let (own, others) = self.bears_out_beside(column, people);
            own > 0 && others == 0
        });
        if says_host {
            return there == 0 && elsewhere > 0 && is_theirs;
        }
        elsewhere > there || (elsewhere > 0 && elsewhere == there && is_theirs)
    }

    /// Whether a column holds the host countries once more, such as their names beside their codes.
    fn is_host(&self, column: usize) -> bool {
        let Some(host) = self.columns_with(Field::Country).next() else {
            return false;
        };
        let both = self.cells(column).zip(self.cells(host));
        let same = |(one, host)| Some(venue::country(one)? == venue::country(host)?);
        let both: Vec<bool> = both.filter_map(same).collect();
        let same = both.iter().filter(|is_same| **is_same).count();
        same * 10 > both.len() * 8
    }

    /// Whether the cities of most rows lie in other countries than those of the column.
    fn is_elsewhere(&self, column: usize) -> bool {
        let (there, elsewhere) = self.cities_of(column, |_| true);
        elsewhere > there
    }

    /// Of how many rows the first city lies in the country of a column, and of how many in another; of rows
    /// whose cell of cities is such a one.
    fn cities_of(&self, column: usize, is_asked: fn(&str) -> bool) -> (usize, usize) {
        let Some(cities) = self.columns_with(Field::City).next() else { return (0, 0) };
        let (mut there, mut elsewhere) = (0, 0);
        for (country, text) in self.cells(column).zip(self.cells(cities)) {
            let country = venue::country(country).filter(|_| is_asked(text));
            let first = text.split([',', ';', '/', '(']).next().unwrap_or_default().trim();
            let (Some(country), false) = (country, first.is_empty()) else { continue };
            // Most names have some small namesake everywhere: what every reader thinks of counts.
            match city(first, None) {
                Ok(known) if known.country == country || belongs_or_belonged(known.country, country) => {
                    there += 1;
                }
                Ok(_) => elsewhere += 1,
                Err(_) => there += usize::from(one_city(first, Some(country)).is_some()),
            }
        }
        (there, elsewhere)
    }
}
