//! A mapping for a table that nobody has described: from its headings, and where they leave it open, from its cells.

use super::events;
use super::field::{Field, key};
use super::heading::{self, Sure as HeadingSure};
use super::layout::Layout;
use super::mapping::{ColumnUse, Mapping, RowIs};
use super::remark::Remark;
use super::shape::Shape;
use super::sheet::Sheet;
use super::venue;
use super::when::column::{self, Verdict};
use crate::gazetteer::candidates::city;
use crate::gazetteer::country::{Countries, NameKind};
use crate::gazetteer::fold::fold;
use crate::meeting::code::CountryCode;
use jiff::civil::Date;
use std::collections::BTreeSet;

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

/// A mapping with how sure each column of it is, and what is to be said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    /// The mapping.
    pub mapping: Mapping,
    /// The layout that the table has, if it is one that many files have.
    pub layout: Option<Layout>,
    /// For each column, how it was understood and what its cells look like.
    pub columns: Vec<(Sure, Shape)>,
    /// What was decided where the table leaves it open.
    pub remarks: Vec<Remark>,
}

/// Understands a table. `file` is its name, which may tell whose travels it holds; meetings after `as_of` are taken as planned.
#[must_use]
pub fn guess(file: &str, sheet: &Sheet, as_of: Option<Date>) -> Guess {
    if let Some(columns) = complete(sheet) {
        let sure =
            columns.iter().map(|column| if column.field.is_some() { Sure::Heading } else { Sure::Not });
        let columns_sure = sure.map(|sure| (sure, Shape::default())).collect();
        let mapping = Mapping { columns, is_complete: true, as_of, ..Mapping::default() };
        return Guess { mapping, columns: columns_sure, ..Guess::default() };
    }
    let mut guesser = Guesser::new(sheet);
    let layout = Layout::of(&sheet.headings);
    match layout {
        Some(layout) => guesser.by_layout(layout),
        None => guesser.by_what_it_says(),
    }
    let Guesser { fields, sure, shapes, mut remarks, .. } = guesser;
    let columns = sheet
        .headings
        .iter()
        .zip(fields)
        .map(|(heading, field)| ColumnUse { heading: heading.clone(), field });
    let mut mapping = Mapping { columns: columns.collect(), as_of, ..Mapping::default() };
    mapping.joins_trips = mapping.has(Field::Leader) && !mapping.has(Field::Trip);
    if mapping.has(Field::EventCode) {
        mapping.row_is = RowIs::Report;
        mapping.joins_trips = false;
    } else if events::are_shared(sheet, &mapping) {
        mapping.row_is = RowIs::Participant;
    }
    mapping.year = year_of(file, sheet);
    settle_order(sheet, &mut mapping, &mut remarks);
    settle_represents(file, sheet, &mut mapping, &shapes, &mut remarks);
    Guess { mapping, layout, columns: sure.into_iter().zip(shapes).collect(), remarks }
}

/// The columns of a table that Summitry wrote: it has two that no other table has, and every column is what it is called.
fn complete(sheet: &Sheet) -> Option<Vec<ColumnUse>> {
    let keys: Vec<String> = sheet.headings.iter().map(|heading| key(heading)).collect();
    let has = |field: Field| keys.contains(&key(field.name()));
    if ![Field::Precision, Field::Participants].into_iter().all(has) {
        return None;
    }
    let mut free: BTreeSet<Field> = Field::ALL.into_iter().collect();
    let columns = sheet.headings.iter().map(|heading| {
        let field = Field::named(heading).filter(|field| free.remove(field));
        ColumnUse { heading: heading.clone(), field }
    });
    Some(columns.collect())
}

struct Guesser<'a> {
    sheet: &'a Sheet,
    shapes: Vec<Shape>,
    fields: Vec<Option<Field>>,
    sure: Vec<Sure>,
    /// The columns that are headed `Country` and no more, and whether they are sides of the table: `Country 1`, `Country 2`.
    open_countries: Vec<(usize, bool)>,
    remarks: Vec<Remark>,
}

impl<'a> Guesser<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        let width = sheet.width();
        Self {
            sheet,
            shapes: (0..width).map(|column| Shape::of(sheet, column)).collect(),
            fields: vec![None; width],
            sure: vec![Sure::Not; width],
            open_countries: Vec::new(),
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
    fn by_layout(&mut self, layout: Layout) {
        for column in 0..self.fields.len() {
            if let Some(field) = layout.field(&self.sheet.headings[column]) {
                self.take(column, field, Sure::Heading);
            }
        }
    }

    fn by_what_it_says(&mut self) {
        self.by_headings();
        self.settle_sides();
        self.settle_open_country();
        self.settle_names();
        self.by_cells();
        self.find_delegations();
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
                let Some(field) = fitting(field, &key(&self.sheet.headings[column]), &self.shapes[column])
                else {
                    continue;
                };
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
        let has_stops = self.fields.iter().filter(|field| **field == Some(Field::City)).count() > 1;
        if sides.len() > 1 && !has_stops {
            for column in &sides {
                self.take(*column, Field::LeaderCountry, Sure::Heading);
            }
            self.open_countries.retain(|(column, _)| !sides.contains(column));
        }
        let columns_of = |field| self.fields.iter().filter(move |one| **one == Some(field)).count();
        let states = columns_of(Field::LeaderCountry);
        if states > 1 && columns_of(Field::Participants) == states && !self.has(Field::Leader) {
            for field in self.fields.iter_mut().filter(|field| **field == Some(Field::Participants)) {
                *field = Some(Field::Leader);
            }
        }
    }

    /// A column `Name` beside one of people, with cells that are no names of people, is the name of the event.
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

    /// Whether a column headed `Country` holds the country that was visited or the state that somebody represents.
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

    /// Whether a column holds the host countries once more, such as their names beside their codes.
    fn is_host(&self, column: usize) -> bool {
        /// Rows that are looked at.
        const ROWS: usize = 200;
        let Some(host) = self.fields.iter().position(|field| *field == Some(Field::Country)) else {
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
        /// Rows that are looked at.
        const ROWS: usize = 200;
        let cities = self.fields.iter().position(|field| *field == Some(Field::City));
        let Some(cities) = cities else { return false };
        let (mut there, mut elsewhere) = (0, 0);
        for row in 0..self.sheet.len().min(ROWS) {
            let country = venue::country(self.sheet.cell(row, column).trim());
            let text = self.sheet.cell(row, cities);
            let first = text.split([',', ';', '/', '(']).next().unwrap_or_default().trim();
            let (Some(country), false) = (country, first.is_empty()) else { continue };
            if city(first, Some(country)).is_ok() {
                there += 1;
            } else if city(first, None).is_ok() {
                elsewhere += 1;
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
        let has_people = [Field::Leader, Field::Participants, Field::LeaderCountry];
        let has_people = has_people.into_iter().any(|field| self.has(field));
        let wanted: [(bool, Field, Test); 6] = [
            (!has_dates, Field::Start, |shape| shape.are(shape.dates, 60) || shape.are(shape.years, 90)),
            (!has_place, Field::Country, |shape| shape.are(shape.states, 70)),
            (!has_place, Field::City, |shape| shape.are(shape.cities, 60) && !shape.are(shape.people, 50)),
            (!has_people, Field::Leader, |shape| shape.are(shape.people, 40)),
            (!has_people, Field::Leader, |shape| {
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
                self.take(column, field, Sure::Cells);
                let heading = self.sheet.headings[column].clone();
                self.remarks.push(Remark::ByCells { heading, field });
            }
        }
    }
}

/// The field that a word of the table of headings means.
fn field_of(word: &str) -> Option<Field> {
    match word {
        "place" => Some(Field::City),
        "origin_city" => Some(Field::Origin),
        "other" => None,
        _ => Field::named(word),
    }
}

/// The field that a heading means, given what the cells look like; `None` if they speak against it.
fn fitting(field: Field, heading: &str, shape: &Shape) -> Option<Field> {
    if shape.looked_at == 0 {
        return Some(field);
    }
    let are = |so: usize, hundredths: usize| shape.are(so, hundredths);
    let if_so = |is_so: bool| is_so.then_some(field);
    match field {
        Field::Start | Field::End if !are(shape.dates, 20) && !are(shape.years, 20) => {
            // `from` and `to` may be two places.
            let is_first = field == Field::Start;
            if !["from", "to"].contains(&heading) {
                return Some(field);
            }
            if are(shape.states, 50) {
                Some(if is_first { Field::LeaderCountry } else { Field::Country })
            } else if are(shape.cities, 50) {
                Some(if is_first { Field::Origin } else { Field::City })
            } else {
                None
            }
        }
        Field::Leader | Field::Counterpart | Field::Participants => {
            if are(shape.marks, 90) || are(shape.numbers, 80) {
                None
            } else if heading == "name" && are(shape.states, 60) {
                Some(Field::Country)
            } else if heading == "name" && are(shape.cities, 60) && !are(shape.people, 20) {
                Some(Field::City)
            } else {
                Some(field)
            }
        }
        Field::Country if ["state", "province"].contains(&heading) => if_so(shape.states > 0),
        Field::Country | Field::LeaderCountry | Field::CounterpartCountry => {
            if_so(!are(shape.numbers, 80) && !are(shape.marks, 90))
        }
        Field::Longitude
        | Field::Latitude
        | Field::OriginLongitude
        | Field::OriginLatitude
        | Field::Count => if_so(are(shape.numbers, 50)),
        Field::Year | Field::EndYear => if_so(are(shape.years, 50)),
        Field::Title if are(shape.offices, 60) => Some(Field::Office),
        // `Talks with 1 in Washington (United States)` looks like somebody and the state: it is no office while no cell names one.
        Field::Title if shape.offices > 0 && are(shape.people, 90) && !are(shape.like_names, 50) => {
            Some(Field::Office)
        }
        Field::Kind | Field::Status => if_so(!are(shape.marks, 90)),
        Field::City | Field::Origin => if_so(!are(shape.numbers, 90)),
        Field::Id
        | Field::Start
        | Field::End
        | Field::Precision
        | Field::Title
        | Field::Building
        | Field::Office
        | Field::Occasion
        | Field::Outcome
        | Field::Sources
        | Field::ArticleRef
        | Field::Note
        | Field::Trip
        | Field::Stop
        | Field::Month
        | Field::Day
        | Field::EndMonth
        | Field::EndDay
        | Field::Duration
        | Field::Coordinates
        | Field::Delegation
        | Field::EventCode
        | Field::Topic => Some(field),
    }
}

/// Which number of a date is the day: one cell of the columns of dates can decide it for all.
fn settle_order(sheet: &Sheet, mapping: &mut Mapping, remarks: &mut Vec<Remark>) {
    let columns: Vec<usize> =
        [Field::Start, Field::End].into_iter().flat_map(|field| mapping.columns_of(field)).collect();
    let cells =
        || columns.iter().flat_map(|&column| (0..sheet.len()).map(move |row| sheet.cell(row, column)));
    mapping.serials = column::are_serials(cells());
    match column::order_of(cells()) {
        Verdict::Decided(order, evidence) => {
            mapping.order = order;
            remarks.push(Remark::OrderDecided { order, example: evidence.example });
        }
        Verdict::Either(evidence) => remarks.push(Remark::OrderOpen { example: evidence.example }),
        Verdict::Both { day_first, .. } => remarks.push(Remark::OrderOpen { example: day_first.example }),
        Verdict::None => {}
    }
}

/// The one year that the texts around the table name.
fn year_of(file: &str, sheet: &Sheet) -> Option<i16> {
    let texts = sheet.before.iter().map(String::as_str).chain([sheet.name.as_str(), stem(file)]);
    let years = texts.flat_map(|text| text.split(|letter: char| !letter.is_ascii_digit()));
    let years = years.filter(|digits| digits.len() == 4).filter_map(|digits| digits.parse::<i16>().ok());
    let years: BTreeSet<i16> = years.filter(|year| (1800..2100).contains(year)).collect();
    if years.len() == 1 { years.first().copied() } else { None }
}

/// The name of a file without its folders and its ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whom the travellers represent, where neither the columns nor the list of office holders tell: the state that the name of the
/// file, of the sheet or the lines above the table name.
fn settle_represents(
    file: &str,
    sheet: &Sheet,
    mapping: &mut Mapping,
    shapes: &[Shape],
    remarks: &mut Vec<Remark>,
) {
    if mapping.has(Field::Participants) || mapping.has(Field::LeaderCountry) {
        return;
    }
    let known = mapping.columns_of(Field::Leader).any(|column| shapes[column].are(shapes[column].people, 50));
    if known || mapping.has(Field::Origin) {
        return;
    }
    let mut texts =
        [sheet.name.as_str(), stem(file)].into_iter().chain(sheet.before.iter().map(String::as_str));
    if let Some((state, word)) = texts.find_map(state_in) {
        mapping.represents = Some(state);
        remarks.push(Remark::RepresentsByName { state, word });
    }
}

/// The one state that the words of a text name: `china_leader_visits`, `Travels of the German foreign minister`.
fn state_in(text: &str) -> Option<(CountryCode, String)> {
    /// Short words that name a state and nothing else.
    const SHORT: [&str; 4] = ["us", "usa", "uk", "uae"];
    let words: Vec<String> = fold(&text.replace('_', " ")).split(' ').map(str::to_owned).collect();
    let mut found: BTreeSet<CountryCode> = BTreeSet::new();
    let mut word = String::new();
    let mut start = 0;
    while start < words.len() {
        let named = (1..=3.min(words.len() - start)).rev().find_map(|length| {
            let name = words[start..start + length].join(" ");
            let is_long_enough = name.len() >= 4 || SHORT.contains(&name.as_str());
            let codes: BTreeSet<CountryCode> = Countries::embedded()
                .named(&name)
                .filter(|(_, kind, _)| {
                    matches!(kind, NameKind::Own | NameKind::Demonym | NameKind::Alias | NameKind::Translated)
                })
                .map(|(country, ..)| country.code)
                .collect();
            let code = codes.first().copied().filter(|_| is_long_enough && codes.len() == 1)?;
            Some((code, name, length))
        });
        if let Some((code, name, length)) = named {
            found.insert(code);
            word = name;
            start += length;
        } else {
            start += 1;
        }
    }
    let state = found.first().copied().filter(|_| found.len() == 1)?;
    Some((state, word))
}
