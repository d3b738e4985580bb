//! What each column of a table holds: its heading says it, and where that leaves it open its cells and the
//! columns beside it do.

use super::field::{Field, key};
use super::fitting::fitting;
use super::heading::{self, Sure as HeadingSure};
use super::layout::Layout;
use super::mapping::Counterparts;
use super::names::names;
use super::remark::Remark;
use super::shape::Shape;
use super::sheet::Sheet;
use super::venue;
use crate::gazetteer::candidates::city;
use crate::gazetteer::ground::belongs_or_belonged;
use crate::gazetteer::spoken;

/// How a column was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Its heading says it, and its cells do not speak against it.
    Heading,
    /// Its heading says it in part, or may mean two things.
    Likely,
    /// Its cells say it.
    Cells,
    /// Nothing says it.
    Not,
}

/// Rows whose cells are looked at.
const ROWS: usize = 200;

/// A table whose columns are being understood.
pub(super) struct Guesser<'a> {
    sheet: &'a Sheet,
    pub shapes: Vec<Shape>,
    pub fields: Vec<Option<Field>>,
    pub sure: Vec<Sure>,
    /// The columns that are headed `Country` and no more, and whether they are sides of the table: `Country
    /// 1`, `Country 2`.
    open_countries: Vec<(usize, bool)>,
    /// Whom the heading of the column of counterparts says to stand there.
    pub counterparts: Counterparts,
    pub remarks: Vec<Remark>,
}

impl<'a> Guesser<'a> {
    pub fn new(sheet: &'a Sheet) -> Self {
        let width = sheet.width();
        Self {
            sheet,
            shapes: (0..width).map(|column| Shape::of(sheet, column)).collect(),
            fields: vec![None; width],
            sure: vec![Sure::Not; width],
            open_countries: Vec::new(),
            counterparts: Counterparts::Met,
            remarks: Vec::new(),
        }
    }

    fn has(&self, field: Field) -> bool {
        self.fields.contains(&Some(field))
    }

    fn take(&mut self, column: usize, field: Field, sure: Sure) {
        self.fields[column] = Some(field);
        self.sure[column] = sure;
    }

    /// What the makers of such tables say of their columns.
    pub fn by_layout(&mut self, layout: Layout) {
        for column in 0..self.fields.len() {
            if let Some(field) = layout.field(&self.sheet.headings[column]) {
                self.take(column, field, Sure::Heading);
            }
        }
    }

    pub fn by_what_it_says(&mut self) {
        self.find_edges();
        self.by_headings();
        self.settle_sides();
        self.settle_open_country();
        self.settle_lists_of_states();
        self.settle_place();
        self.settle_names();
        self.by_cells();
        self.settle_country_by_cells();
        self.find_states_beside();
        self.find_delegations();
    }

    fn columns_with(&self, field: Field) -> impl Iterator<Item = usize> {
        self.fields.iter().enumerate().filter(move |(_, one)| **one == Some(field)).map(|(column, _)| column)
    }

    fn key(&self, column: usize) -> String {
        key(&self.sheet.headings[column])
    }

    /// `source` and `target` beside each other are the ends of an edge, where both hold states, people or
    /// cities.
    fn find_edges(&mut self) {
        let headed =
            |words: &[&str]| (0..self.fields.len()).find(|column| words.contains(&&self.key(*column)[..]));
        let (Some(source), Some(target)) = (headed(&["source"]), headed(&["target"])) else { return };
        let weight = headed(&["weight", "value", "count"]);
        let both = |so: fn(&Shape) -> usize, hundredths: usize| {
            [source, target]
                .into_iter()
                .all(|column| self.shapes[column].are(so(&self.shapes[column]), hundredths))
        };
        let ends = if both(|shape| shape.states, 50) {
            [Field::Leader, Field::Counterpart]
        } else if both(|shape| shape.cities, 60) {
            [Field::Origin, Field::City]
        } else if both(|shape| shape.people, 40) || both(|shape| shape.like_names, 60) {
            [Field::Leader, Field::Counterpart]
        } else {
            return;
        };
        self.take(source, ends[0], Sure::Heading);
        self.take(target, ends[1], Sure::Heading);
        let counts = |column: &usize| self.shapes[*column].are(self.shapes[*column].whole, 90);
        if let Some(weight) = weight.filter(counts) {
            self.take(weight, Field::Count, Sure::Heading);
        }
    }

    /// What the headings say, the surest first, as far as the cells do not speak against it.
    fn by_headings(&mut self) {
        let texts: Vec<&str> = self.sheet.headings.iter().map(String::as_str).collect();
        let read = heading::headings(&texts);
        for wanted in HeadingSure::ALL {
            for (column, read) in read.iter().enumerate() {
                let Some(read) =
                    read.as_ref().filter(|read| read.sure == wanted && self.fields[column].is_none())
                else {
                    continue;
                };
                if read.field == "country_or_state" {
                    self.open_countries.push((column, read.number.is_some()));
                    continue;
                }
                let Some(field) = field_of(read.field) else { continue };
                let Some(field) = fitting(field, &self.key(column), &self.shapes[column]) else { continue };
                let shape = &self.shapes[column];
                let is_date = [Field::Start, Field::End].contains(&field);
                if is_date
                    && wanted == HeadingSure::Part
                    && shape.looked_at > 0
                    && shape.dates + shape.years == 0
                {
                    // `Talked to` is no last day.
                    continue;
                }
                let is_free = !self.has(field) || (field.joint().is_some() && read.number.is_some());
                if is_free {
                    if read.field == "host" {
                        self.counterparts = Counterparts::Hosts;
                    }
                    let sure = match wanted {
                        HeadingSure::Exact | HeadingSure::Words => Sure::Heading,
                        HeadingSure::Part => Sure::Likely,
                    };
                    self.take(column, field, sure);
                }
            }
        }
    }

    /// Where each side has a country, or a participant and a country, it is the state of that side.
    fn settle_sides(&mut self) {
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

    /// A column `Name` beside one of people, with cells that are no names of people, is the name of the
    /// event.
    fn settle_names(&mut self) {
        if self.has(Field::Title) || !(self.has(Field::Participants) || self.has(Field::LeaderCountry)) {
            return;
        }
        let names_no_one = |column: &usize| {
            let shape = &self.shapes[*column];
            let is_leader = self.fields[*column] == Some(Field::Leader);
            is_leader
                && shape.looked_at > 0
                && !shape.are(shape.people, 20)
                && !shape.are(shape.like_names, 60)
        };
        let mut leaders = (0..self.fields.len()).filter(names_no_one);
        if let (Some(column), None, true) = (leaders.next(), leaders.next(), self.has(Field::Participants)) {
            self.take(column, Field::Title, Sure::Cells);
        }
    }

    /// Columns that states head, with marks or names in them: who came for each.
    fn find_delegations(&mut self) {
        let heads_delegation = |column: &usize| {
            let shape = &self.shapes[*column];
            let are_people = shape.are(shape.marks, 90) || shape.are(shape.people + shape.like_names, 60);
            self.fields[*column].is_none()
                && are_people
                && venue::party(&self.sheet.headings[*column]).is_some()
        };
        let columns: Vec<usize> = (0..self.fields.len()).filter(heads_delegation).collect();
        if columns.len() > 1 {
            for column in columns {
                self.take(column, Field::Delegation, Sure::Likely);
            }
        }
    }

    /// Whether a column headed `Country` holds the country that was visited or the state that somebody
    /// represents.
    fn settle_open_country(&mut self) {
        // Only those with a state in them: a `State` beside a `Country` may be a province.
        let of_states = |(column, _): &&(usize, bool)| self.shapes[*column].states > 0;
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
        if self.is_in_record_of_people(column) {
            return self.take(column, Field::LeaderCountry, Sure::Heading);
        }
        if self.has(Field::Country) {
            if names_people && !self.is_host(column) && !self.has(Field::LeaderCountry) {
                self.take(column, Field::LeaderCountry, Sure::Likely);
                self.remarks.push(Remark::CountryTakenFor { heading, field: Field::LeaderCountry });
            }
            return;
        }
        let is_of_people = names_people
            && self.has(Field::City)
            && !self.has(Field::LeaderCountry)
            && self.is_elsewhere(column);
        let field = if is_of_people { Field::LeaderCountry } else { Field::Country };
        let sure = if names_people { Sure::Likely } else { Sure::Heading };
        self.take(column, field, sure);
        if names_people {
            self.remarks.push(Remark::CountryTakenFor { heading, field });
        }
    }

    /// Whether a column is a part of the same record as one of people: `participants.country` beside
    /// `participants.name`. Each of them has a row then.
    fn is_in_record_of_people(&mut self, column: usize) -> bool {
        let record = |column: usize| self.sheet.headings[column].rsplit_once('.').map(|(record, _)| record);
        let Some(own) = record(column) else { return false };
        let people =
            [Field::Leader, Field::Participants].into_iter().flat_map(|field| self.columns_with(field));
        let Some(people) = people.into_iter().find(|people| record(*people) == Some(own)) else {
            return false;
        };
        self.fields[people] = Some(Field::Leader);
        true
    }

    /// A column of countries of which most cells list several, beside one of single cities and nobody who
    /// takes part: who takes part.
    fn settle_lists_of_states(&mut self) {
        let people = [Field::Leader, Field::LeaderCountry, Field::Participants, Field::Counterpart];
        let (column, cities) =
            (self.columns_with(Field::Country).next(), self.columns_with(Field::City).next());
        let (Some(column), Some(cities)) = (column, cities) else { return };
        if people.into_iter().any(|field| self.has(field)) {
            return;
        }
        let (mut lists, mut filled) = (0, 0);
        for row in 0..self.sheet.len().min(ROWS) {
            let (countries, city) = (self.sheet.cell(row, column), self.sheet.cell(row, cities));
            let is_state = |name: &str| venue::country(name).is_some();
            let several = names(countries, is_state);
            filled += usize::from(!countries.trim().is_empty());
            let is_list = several.len() > 1 && several.iter().all(|name| is_state(name));
            lists += usize::from(is_list && names(city, |_| true).len() == 1);
        }
        if lists * 2 > filled {
            self.take(column, Field::Participants, Sure::Likely);
            let heading = self.sheet.headings[column].clone();
            self.remarks.push(Remark::CountryTakenFor { heading, field: Field::Participants });
        }
    }

    /// Where no column says the city, one of buildings, trips or stops does if its cells are cities.
    fn settle_place(&mut self) {
        let has_place =
            [Field::City, Field::Longitude, Field::Coordinates].into_iter().any(|field| self.has(field));
        if has_place {
            return;
        }
        let may_say = [Field::Building, Field::Stop, Field::Trip];
        let holds_cities = |column: &usize| self.shapes[*column].are(self.shapes[*column].cities, 50);
        let column = may_say.into_iter().find_map(|field| self.columns_with(field).find(holds_cities));
        // A building is looked for in the table of cities as well.
        let column = column.or_else(|| {
            let any = !self.has(Field::Country);
            self.columns_with(Field::Building).next().filter(|_| any)
        });
        if let Some(column) = column {
            self.take(column, Field::City, Sure::Likely);
            let heading = self.sheet.headings[column].clone();
            self.remarks.push(Remark::ByCells { heading, field: Field::City });
        }
    }

    /// A column of states or organisations that nothing else was found for, or of where somebody is from,
    /// beside one of people: whom they represent.
    fn find_states_beside(&mut self) {
        if !self.has(Field::Leader) || self.has(Field::LeaderCountry) || self.has(Field::Participants) {
            return;
        }
        let may_say = |column: &usize| {
            let shape = &self.shapes[*column];
            let is_free = self.fields[*column].is_none_or(|field| field == Field::Origin);
            let are_states = shape.are(shape.states, 70) && shape.states > shape.cities;
            is_free && (are_states || self.are_parties(*column)) && !self.is_host(*column)
        };
        if let Some(column) = (0..self.fields.len()).find(may_say) {
            self.take_by_cells(column, Field::LeaderCountry);
        }
    }

    /// Whether most cells of a column are states or organisations as a whole.
    fn are_parties(&self, column: usize) -> bool {
        let cells = (0..self.sheet.len().min(ROWS)).map(|row| self.sheet.cell(row, column).trim());
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let parties = filled.iter().filter(|cell| venue::party(cell).is_some()).count();
        parties * 10 > filled.len() * 7
    }

    /// A column that its cells say holds countries is that of the travellers' states if the cities lie
    /// elsewhere.
    fn settle_country_by_cells(&mut self) {
        let by_cells = self.columns_with(Field::Country).find(|column| self.sure[*column] == Sure::Cells);
        let Some(column) = by_cells.filter(|_| self.has(Field::Leader) && !self.has(Field::LeaderCountry))
        else {
            return;
        };
        if self.is_elsewhere(column) {
            self.take(column, Field::LeaderCountry, Sure::Cells);
            let heading = self.sheet.headings[column].clone();
            self.remarks
                .retain(|remark| !matches!(remark, Remark::ByCells { heading: of, .. } if *of == heading));
            self.remarks.push(Remark::CountryTakenFor { heading, field: Field::LeaderCountry });
        }
    }

    /// Whether a column holds the host countries once more, such as their names beside their codes.
    fn is_host(&self, column: usize) -> bool {
        let Some(host) = self.columns_with(Field::Country).next() else {
            return false;
        };
        let country = |row: usize, column: usize| venue::country(self.sheet.cell(row, column).trim());
        let rows = 0..self.sheet.len().min(ROWS);
        let both: Vec<bool> =
            rows.filter_map(|row| Some(country(row, column)? == country(row, host)?)).collect();
        let same = both.iter().filter(|is_same| **is_same).count();
        same * 10 > both.len() * 8
    }

    /// Whether the cities of most rows lie in other countries than those of the column.
    fn is_elsewhere(&self, column: usize) -> bool {
        let Some(cities) = self.columns_with(Field::City).next() else { return false };
        let (mut there, mut elsewhere) = (0, 0);
        for row in 0..self.sheet.len().min(ROWS) {
            let country = venue::country(self.sheet.cell(row, column).trim());
            let text = self.sheet.cell(row, cities);
            let first = text.split([',', ';', '/', '(']).next().unwrap_or_default().trim();
            let (Some(country), false) = (country, first.is_empty()) else { continue };
            // Most names have some small namesake everywhere: what every reader thinks of counts.
            match city(first, None) {
                Ok(known) if known.country == country || belongs_or_belonged(known.country, country) => {
                    there += 1;
                }
                Ok(_) => elsewhere += 1,
                Err(_) => there += usize::from(city(first, Some(country)).is_ok()),
            }
        }
        elsewhere > there
    }

    /// What is still missing, from the cells of the columns that are still free.
    fn by_cells(&mut self) {
        type Test = fn(&Shape) -> bool;
        let has_dates = [Field::Start, Field::Year].into_iter().any(|field| self.has(field));
        let has_place = [Field::Country, Field::City, Field::Longitude, Field::Coordinates];
        let has_place = has_place.into_iter().any(|field| self.has(field));
        let has_people = [Field::Leader, Field::Participants].into_iter().any(|field| self.has(field));
        let has_states = self.has(Field::LeaderCountry);
        let has_point = self.has(Field::Longitude) || self.has(Field::Coordinates);
        let wanted: [(bool, Field, Test); 7] = [
            (!has_dates, Field::Start, |shape| shape.are(shape.dates, 60) || shape.are(shape.years, 90)),
            (!has_point, Field::Coordinates, |shape| shape.are(shape.pairs, 60)),
            (!has_place, Field::Country, |shape| shape.are(shape.states, 70)),
            (!has_place, Field::City, |shape| {
                // Many cities are family names too.
                shape.are(shape.cities, 60) && (!shape.are(shape.people, 50) || shape.cities > shape.people)
            }),
            (!has_people, Field::Leader, |shape| shape.are(shape.people, 40) && shape.people > shape.cities),
            (!has_people && !has_states, Field::Leader, |shape| {
                shape.are(shape.like_names, 70) && !shape.are(shape.cities, 40)
            }),
            (!self.has(Field::Sources), Field::Sources, |shape| shape.are(shape.links, 60)),
        ];
        for (is_wanted, field, test) in wanted {
            if !is_wanted || self.has(field) {
                continue;
            }
            let free = (0..self.fields.len()).find(|&column| {
                self.fields[column].is_none()
                    && !heading::is_known(&self.sheet.headings[column])
                    && !self.shapes[column].are(self.shapes[column].marks, 90)
                    && test(&self.shapes[column])
            });
            if let Some(column) = free {
                self.take_by_cells(column, field);
            }
        }
        if !self.has(Field::Start) && !has_dates {
            self.find_dates_under_words();
        }
        if !has_people && !self.has(Field::Leader) {
            self.find_office_holders();
        }
    }

    fn take_by_cells(&mut self, column: usize, field: Field) {
        self.take(column, field, Sure::Cells);
        let heading = self.sheet.headings[column].clone();
        self.remarks.push(Remark::ByCells { heading, field });
    }

    /// A column with a heading for words and nothing but dates in it, such as `Signed`, where no other has
    /// dates.
    fn find_dates_under_words(&mut self) {
        let words = [
            Field::Outcome,
            Field::Occasion,
            Field::Topic,
            Field::Title,
            Field::Kind,
            Field::Note,
            Field::Trip,
        ];
        let holds_dates = |column: &usize| {
            let is_word = self.fields[*column].is_none_or(|field| words.contains(&field));
            is_word && self.shapes[*column].are(self.shapes[*column].dates, 80)
        };
        if let Some(column) = (0..self.fields.len()).find(holds_dates) {
            self.take_by_cells(column, Field::Start);
        }
    }

    /// A column that an office heads, `PM` or `King`, with names in it.
    fn find_office_holders(&mut self) {
        let holds_names = |column: &usize| {
            let shape = &self.shapes[*column];
            let heading = spoken::read(&self.sheet.headings[*column]);
            let is_office = heading.class.is_some() && heading.name.is_empty();
            self.fields[*column].is_none_or(|field| field == Field::Office)
                && is_office
                && shape.are(shape.like_names + shape.people, 50)
        };
        if let Some(column) = (0..self.fields.len()).find(holds_names) {
            self.take_by_cells(column, Field::Leader);
        }
    }
}

/// The field that a word of the table of headings means.
fn field_of(word: &str) -> Option<Field> {
    match word {
        "place" => Some(Field::City),
        "origin_city" => Some(Field::Origin),
        "host" => Some(Field::Counterpart),
        "other" => None,
        _ => Field::named(word),
    }
}
