//! A cell as it is understood: the words of the meeting that was made of it, and how sure they are.

use super::outcome::{FileOutcome, Outcome};
use super::sign::Sign;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::spoken;
use crate::import::field::Field;
use crate::import::mapping::Mapping;
use crate::import::names::{is_party, names};
use crate::import::problem::{PlaceProblem, ProblemKind};
use crate::import::venue::party;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, PartialDate, Precision};
use crate::meeting::{Kind, Meeting, Participant, Placed, Status};
use crate::ui::incoming::Incoming;
use crate::words::message::{Message, Word};
use crate::words::part::importing::{Importing, ImportingText};
use crate::words::{label, say, word};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a cell came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// In words; empty if nothing is read from the column.
    pub words: String,
    /// How sure it is; `None` for text that is taken as it is.
    pub sign: Option<Sign>,
    /// What is wrong with it, and what to do; empty if nothing is.
    pub wrong: String,
}

/// The cells of a row as they are understood, one for each column.
#[must_use]
pub fn row(incoming: &Incoming, file: usize, row: usize, outcome: &Outcome) -> Vec<Understood> {
    let Some(of_file) = outcome.files.get(file) else { return Vec::new() };
    let columns = &incoming.draft.mapping.columns;
    let reader = RowReader { incoming, of_file, outcome, row };
    columns.iter().enumerate().map(|(column, used)| reader.cell(column, used.field)).collect()
}

struct RowReader<'a> {
    incoming: &'a Incoming,
    of_file: &'a FileOutcome,
    outcome: &'a Outcome,
    row: usize,
}

impl RowReader<'_> {
    fn cell(&self, column: usize, field: Option<Field>) -> Understood {
        let written = self.incoming.draft.table().cell(self.row, column).trim();
        let Some(field) = field else { return Understood::default() };
        if written.is_empty() {
            return Understood::default();
        }
        let meetings = self.meetings();
        let mut cell = match meetings.first() {
            // No row of the table can be read yet.
            None if self.of_file.lack.is_some() => return Understood::default(),
            Some(first) => understood((field, column), written, first, &meetings, self),
            None => Understood {
                words: label(Importing::RowLeftOut).to_owned(),
                sign: Some(Sign::NotRead),
                ..Understood::default()
            },
        };
        let numbers = self.of_file.problems.get(&self.row).map_or(&[][..], Vec::as_slice);
        let problems = numbers.iter().map(|number| &self.outcome.import.problems[*number]);
        let here = |problem: &&crate::import::problem::Problem| {
            problem.column.as_ref().is_none_or(|at| at.number == column + 1)
        };
        for problem in problems.filter(here) {
            if problem.column.is_none() && !problem.row_lost {
                continue;
            }
            let remedy = say(Message::Remedy(&problem.kind));
            let wrong = say(Message::Wrong(&problem.kind));
            let whole = if remedy.is_empty() { wrong } else { format!("{wrong}. {remedy}") };
            cell.wrong = if cell.wrong.is_empty() { whole } else { format!("{}. {whole}", cell.wrong) };
            cell.sign = Some(sign_of(&problem.kind));
            if matches!(problem.kind, ProblemKind::NoDate { .. }) {
                label(Importing::NoDate).clone_into(&mut cell.words);
            } else if matches!(problem.kind, ProblemKind::Place(_)) && meetings.len() == 1 {
                label(Importing::WhichPlace).clone_into(&mut cell.words);
            }
        }
        cell
    }

    fn meetings(&self) -> Vec<&Meeting> {
        let made: Range<usize> = self.of_file.made.get(self.row).cloned().unwrap_or_default();
        made.map(|row| self.outcome.import.meetings.get(row)).collect()
    }

    /// The people of a column among those of its field: of a side, or of the state that heads the column.
    fn people_of_column<'m>(
        &self,
        (field, column): (Field, usize),
        written: &str,
        meetings: &[&'m Meeting],
    ) -> Vec<&'m Participant> {
        let all = self.people(field, written, meetings);
        let mapping = &self.incoming.draft.mapping;
        if mapping.columns_of(field).nth(1).is_none() {
            return all;
        }
        let state =
            if field == Field::Delegation { party(&mapping.columns[column].heading) } else { party(written) };
        let words = fold(written);
        let is_named = |name: &str| fold(name).split(' ').any(|word| words.split(' ').any(|own| own == word));
        let is_here = |one: &&Participant| match state {
            Some(state) => one.country == Some(state),
            None => is_named(&one.name),
        };
        let here: Vec<&Participant> = all.iter().copied().filter(is_here).collect();
        if here.is_empty() { all } else { here }
    }

    /// The people of a column among those of the row: travellers stand before those whom they met.
    fn people<'m>(&self, field: Field, written: &str, meetings: &[&'m Meeting]) -> Vec<&'m Participant> {
        let mut seen = BTreeSet::new();
        let all: Vec<&Participant> = meetings
            .iter()
            .flat_map(|meeting| &meeting.participants)
            .filter(|one| seen.insert(&one.name))
            .collect();
        let mapping = &self.incoming.draft.mapping;
        let count = |text: &str| names(text, |part| is_party(&spoken::read(part))).len().max(1);
        if [Field::Counterpart, Field::CounterpartCountry].contains(&field) {
            let leaders = mapping.columns_of(Field::Leader);
            let cells: Vec<&str> =
                leaders.map(|column| self.incoming.draft.table().cell(self.row, column)).collect();
            let text = cells.join("; ");
            let travel = if text.trim().is_empty() {
                usize::from(mapping.has(Field::LeaderCountry))
            } else {
                count(&text)
            };
            return all.into_iter().skip(travel).collect();
        }
        let has_others = mapping.has(Field::Counterpart) || mapping.has(Field::CounterpartCountry);
        if has_others {
            let travel = if field == Field::Leader { count(written) } else { 1 };
            all.into_iter().take(travel).collect()
        } else {
            all
        }
    }
}

/// The sign of a cell in which something is wrong.
fn sign_of(kind: &ProblemKind) -> Sign {
    let is_place = matches!(
        kind,
        ProblemKind::Place(
            PlaceProblem::NoCity { .. }
                | PlaceProblem::NoCountry { .. }
                | PlaceProblem::NoCityInCountry { .. }
        )
    );
    let is_date = matches!(kind, ProblemKind::NoDate { refused, .. } if !refused.readings.is_empty());
    if is_place || is_date { Sign::Asks } else { Sign::NotRead }
}

fn understood(
    (field, column): (Field, usize),
    written: &str,
    first: &Meeting,
    meetings: &[&Meeting],
    reader: &RowReader,
) -> Understood {
    match field {
        Field::Start
        | Field::End
        | Field::Year
        | Field::Month
        | Field::Day
        | Field::EndYear
        | Field::EndMonth
        | Field::EndDay
        | Field::Duration
        | Field::Precision => dates(shown_dates(field, first.dates, &reader.incoming.draft.mapping)),
        Field::Country
        | Field::City
        | Field::Building
        | Field::Longitude
        | Field::Latitude
        | Field::Coordinates => place(field, meetings, &reader.incoming.draft.mapping),
        Field::Participants | Field::Leader | Field::Counterpart | Field::Delegation => {
            people(written, &reader.people_of_column((field, column), written, meetings))
        }
        Field::LeaderCountry | Field::CounterpartCountry => {
            states(&reader.people_of_column((field, column), written, meetings))
        }
        Field::Kind if first.kind == Kind::Unspecified => as_it_is(),
        Field::Kind => sure(word(Word::Kind(first.kind)).to_owned()),
        Field::Status => sure(word(Word::Status(first.status)).to_owned()),
        Field::Sources => as_address(written),
        Field::Topic | Field::Title if first.status != Status::Held => Understood {
            words: word(Word::Status(first.status)).to_owned(),
            sign: Some(Sign::Likely),
            wrong: String::new(),
        },
        Field::Count => sure(first.count.to_string()),
        Field::Id
        | Field::Title
        | Field::Mode
        | Field::Office
        | Field::CounterpartOffice
        | Field::Occasion
        | Field::Outcome
        | Field::ArticleRef
        | Field::Note
        | Field::Trip
        | Field::Stop
        | Field::Topic
        | Field::Origin
        | Field::OriginLongitude
        | Field::OriginLatitude
        | Field::EventCode => as_it_is(),
    }
}

fn sure(words: String) -> Understood {
    Understood { words, sign: Some(Sign::Sure), wrong: String::new() }
}

fn as_it_is() -> Understood {
    Understood { words: label(Importing::AsItIs).to_owned(), ..Understood::default() }
}

fn as_address(written: &str) -> Understood {
    let host = written.split_once("://").map(|(_, rest)| rest.split(['/', '?', ' ']).next().unwrap_or(rest));
    match host {
        Some(host) => {
            Understood { words: host.trim_start_matches("www.").to_owned(), ..Understood::default() }
        }
        None => as_it_is(),
    }
}

/// What a column gives of the dates of a row: the first or the last day, if both have a column.
fn shown_dates(field: Field, dates: Dates, mapping: &Mapping) -> Dates {
    let Dates { start, end } = dates;
    let on = |day: Option<PartialDate>| Dates { start: day, end: day };
    if [Field::End, Field::EndYear, Field::EndMonth, Field::EndDay].contains(&field) {
        on(end.or(start))
    } else if field == Field::Start && mapping.has(Field::End) {
        on(start.or(end))
    } else {
        dates
    }
}

fn dates(dates: Dates) -> Understood {
    let words = say(Message::DatesInCell(dates));
    match dates.precision() {
        Precision::Day | Precision::Range => sure(words),
        Precision::Month | Precision::Year => {
            Understood { words, sign: Some(Sign::Likely), wrong: String::new() }
        }
        Precision::Unknown => Understood {
            words: label(Importing::NoDate).to_owned(),
            sign: Some(Sign::NotRead),
            wrong: String::new(),
        },
    }
}

fn place(field: Field, meetings: &[&Meeting], mapping: &Mapping) -> Understood {
    let has_city = mapping.has(Field::City);
    if field == Field::Country && has_city {
        return host_countries(meetings);
    }
    let named = |meeting: &&&Meeting| {
        let venue = &meeting.venue;
        if venue.city.is_empty() {
            venue.country.map_or_else(|| venue.country_as_written.to_string(), name)
        } else {
            venue.city.to_string()
        }
    };
    let weakest = meetings.iter().map(|meeting| match meeting.venue.placed {
        Placed::City(..) | Placed::Point(_) => Sign::Sure,
        Placed::Country(..) => Sign::Likely,
        Placed::Nowhere => Sign::NotRead,
    });
    let sign = weakest.max();
    let words = match meetings {
        [only] => {
            let country = only.venue.country.map(name).unwrap_or_default();
            let own = named(&only);
            if country.is_empty() || country == own || mapping.has(Field::Country) {
                own
            } else {
                format!("{own}, {country}")
            }
        }
        several => {
            let names: Vec<String> = several.iter().map(|meeting| named(&meeting)).collect();
            say(ImportingText::Stops(several.len(), &names.join(", ")))
        }
    };
    Understood { words, sign, wrong: String::new() }
}

fn host_countries(meetings: &[&Meeting]) -> Understood {
    let mut names: Vec<String> =
        meetings.iter().filter_map(|meeting| meeting.venue.country.map(name)).collect();
    names.dedup();
    if names.is_empty() {
        return Understood {
            words: label(Importing::NotKnown).to_owned(),
            sign: Some(Sign::NotRead),
            wrong: String::new(),
        };
    }
    sure(names.join(", "))
}

fn people(written: &str, people: &[&Participant]) -> Understood {
    let unknown = people.iter().filter(|one| one.country.is_none()).count();
    let states: BTreeSet<CountryCode> = people.iter().filter_map(|one| one.country).collect();
    let words = match (people, unknown) {
        ([], _) => return as_it_is(),
        ([only], 0) => {
            let state = only.country.map(name).unwrap_or_default();
            if state == only.name || written == only.name { state } else { format!("{}, {state}", only.name) }
        }
        ([only], _) if written == only.name => label(Importing::NoState).to_owned(),
        ([only], _) => say(ImportingText::NoStateFor(&only.name)),
        (several, 0) if states.len() == 1 => {
            let state = states.first().copied().map(name).unwrap_or_default();
            say(ImportingText::PeopleOf(several.len(), &state))
        }
        (several, 0) => say(ImportingText::PeopleOfStates(several.len(), states.len())),
        (several, unknown) => say(ImportingText::PeopleWithout(several.len(), unknown)),
    };
    let sign = if unknown == 0 { Sign::Sure } else { Sign::Asks };
    Understood { words, sign: Some(sign), wrong: String::new() }
}

fn states(people: &[&Participant]) -> Understood {
    let states: BTreeSet<String> = people.iter().filter_map(|one| one.country).map(name).collect();
    if states.is_empty() {
        return Understood {
            words: label(Importing::NoState).to_owned(),
            sign: Some(Sign::NotRead),
            wrong: String::new(),
        };
    }
    sure(states.into_iter().collect::<Vec<_>>().join(", "))
}

/// The English name of a state.
#[must_use]
pub fn name(code: CountryCode) -> String {
    Countries::embedded().spoken(code).into_owned()
}
