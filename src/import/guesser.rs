//! What each column of a table holds: its heading says it, and where that leaves it open its cells and the
//! columns beside it do.

use super::field::{Field, key};
use super::fitting::fitting;
use super::heading::{self, Sure as HeadingSure};
use super::layout::Layout;
use super::mapping::Counterparts;
use super::remark::Remark;
use super::shape::Shape;
use super::sheet::Sheet;
use super::{venue, word};
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
    pub(super) sheet: &'a Sheet,
    pub shapes: Vec<Shape>,
    pub fields: Vec<Option<Field>>,
    pub sure: Vec<Sure>,
    /// The columns that are headed `Country` and no more, and whether they are sides of the table: `Country
    /// 1`, `Country 2`.
    pub(super) open_countries: Vec<(usize, bool)>,
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

    pub(super) fn has(&self, field: Field) -> bool {
        self.fields.contains(&Some(field))
    }

    pub(super) fn take(&mut self, column: usize, field: Field, sure: Sure) {
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
        self.find_columns_of_sides();
        self.by_headings();
        self.find_marks_of_status();
        self.find_modes();
        self.settle_dates();
        self.settle_sides();
        self.settle_open_country();
        self.settle_lists_of_states();
        self.settle_place();
        self.settle_names();
        self.find_delegations();
        self.by_cells();
        self.settle_first_and_last();
        self.settle_country_by_cells();
        self.find_states_beside();
        self.find_other_side();
        self.doubt_country();
    }

    pub(super) fn columns_with(&self, field: Field) -> impl Iterator<Item = usize> {
        self.fields.iter().enumerate().filter(move |(_, one)| **one == Some(field)).map(|(column, _)| column)
    }

    /// The cells of a column that are looked at, without the space around them.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        let sheet = self.sheet;
        (0..sheet.len().min(ROWS)).map(move |row| sheet.cell(row, column).trim())
    }

    /// Whether a column says the city or the point.
    pub(super) fn has_place(&self) -> bool {
        [Field::City, Field::Longitude, Field::Coordinates].into_iter().any(|field| self.has(field))
    }

    pub(super) fn key(&self, column: usize) -> String {
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

    /// `Visitor title`, `Office of the host`, `caller_country`: columns of offices and states that say whose.
    fn find_columns_of_sides(&mut self) {
        for column in 0..self.fields.len() {
            let heading = &self.sheet.headings[column];
            let shape = &self.shapes[column];
            let may_be_states = shape.are(shape.states, 50) && !heading::is_known(heading);
            let of_states = || of_whom(heading, is_country).filter(|_| may_be_states);
            let field = match (of_whom(heading, is_office), of_states()) {
                (Some(Whose::Leader), _) => Field::Office,
                (Some(Whose::Counterpart), _) => Field::CounterpartOffice,
                (None, Some(Whose::Leader)) => Field::LeaderCountry,
                (None, Some(Whose::Counterpart)) => Field::CounterpartCountry,
                (None, None) => continue,
            };
            if self.fields[column].is_none() && !self.has(field) {
                self.take(column, field, Sure::Heading);
            }
        }
    }

    /// Columns that a status heads, with yes and no in them: `Cancelled`.
    fn find_marks_of_status(&mut self) {
        let says_status = |column: &usize| {
            let (heading, shape) = (&self.sheet.headings[*column], &self.shapes[*column]);
            self.fields[*column].is_none()
                && shape.are(shape.marks, 90)
                && (word::status(heading).is_some() || word::is_any_status(heading))
        };
        if let Some(column) = (0..self.fields.len()).find(says_status).filter(|_| !self.has(Field::Status)) {
            self.take(column, Field::Status, Sure::Heading);
        }
    }

    /// A column whose cells say how people met: in person, by video.
    fn find_modes(&mut self) {
        let says_mode = |column: &usize| {
            let shape = &self.shapes[*column];
            self.fields[*column].is_none_or(|field| field == Field::Kind) && shape.are(shape.modes, 80)
        };
        if let Some(column) = (0..self.fields.len()).find(says_mode).filter(|_| !self.has(Field::Mode)) {
            self.take(column, Field::Mode, Sure::Cells);
        }
    }

    /// What the headings say, the surest first, as far as the cells do not speak against it.
    fn by_headings(&mut self) {
        let texts: Vec<&str> = self.sheet.headings.iter().map(String::as_str).collect();
        let read = heading::headings(&texts);
        let says = |field: &str| {
            read.iter().flatten().any(|read| read.field == field && read.sure < HeadingSure::Part)
        };
        // Who departs and returns is away between the two days; who arrives and departs is there.
        let departs_first = says("end") && !says("start");
        for wanted in HeadingSure::ALL {
            for (column, read) in read.iter().enumerate() {
                let Some(read) =
                    read.as_ref().filter(|read| read.sure == wanted && self.fields[column].is_none())
                else {
                    continue;
                };
                if read.field == "country_or_state" {
                    let shape = &self.shapes[column];
                    if shape.are(shape.statuses, 60) && !self.has(Field::Status) {
                        // `Estado` is a state or the status.
                        self.take(column, Field::Status, Sure::Likely);
                        continue;
                    }
                    self.open_countries.push((column, read.number.is_some()));
                    continue;
                }
                let Some(field) = field_of(read.field, departs_first) else { continue };
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
                let is_person = [Field::Leader, Field::Counterpart, Field::Participants].contains(&field);
                let are_cities = shape.are(shape.cities, 60) && shape.cities > shape.people;
                if is_person && wanted == HeadingSure::Part && are_cities && !self.has(Field::City) {
                    // `city_met` is no person.
                    self.take(column, Field::City, Sure::Likely);
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
            let are_people = shape.are(shape.marks + shape.people + shape.like_names, 60);
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

    /// Where no column says the city, one of buildings, trips or stops does if its cells are cities.
    fn settle_place(&mut self) {
        if self.has_place() {
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

    /// What is still missing, from the cells of the columns that are still free.
    fn by_cells(&mut self) {
        type Test = fn(&Shape) -> bool;
        let has_dates = [Field::Start, Field::Year].into_iter().any(|field| self.has(field));
        let has_place = self.has_place() || self.has(Field::Country);
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

    pub(super) fn take_by_cells(&mut self, column: usize, field: Field) {
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

/// Of whom something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Leader,
    Counterpart,
}

/// What words of a heading say by themselves.
fn said(words: &[String]) -> &'static str {
    let found = heading::heading(&words.join(" ")).filter(|found| found.sure < HeadingSure::Part);
    found.map_or("", |found| found.field)
}

fn is_office(words: &[String]) -> bool {
    let is_title =
        matches!(words, [only] if ["title", "titel", "titre", "titulo", "titolo"].contains(&&**only));
    is_title || said(words) == "office"
}

fn is_country(words: &[String]) -> bool {
    said(words) == "country_or_state"
}

/// Whose office or state a heading says a column to hold; `None` if it is no such heading.
fn of_whom(heading: &str, is_it: fn(&[String]) -> bool) -> Option<Whose> {
    let words = heading::words(heading);
    (1..words.len()).find_map(|at| {
        let (before, after) = words.split_at(at);
        [(before, after), (after, before)].into_iter().find_map(|(whose, it)| {
            match if is_it(it) { said(whose) } else { "" } {
                "leader" => Some(Whose::Leader),
                "counterpart" | "host" => Some(Whose::Counterpart),
                _ => None,
            }
        })
    })
}

/// The field that a word of the table of headings means. `departs_first` tells whether who departs does so on
/// the first day.
fn field_of(word: &str, departs_first: bool) -> Option<Field> {
    match word {
        "departure" => Some(if departs_first { Field::Start } else { Field::End }),
        "place" => Some(Field::City),
        "origin_city" => Some(Field::Origin),
        "host" => Some(Field::Counterpart),
        "other" | "written" => None,
        _ => Field::named(word),
    }
}
