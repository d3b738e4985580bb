//! The questions that a table leaves open, or has answered itself: the order of dates, whom people represent,
//! what a bare column of countries says, and which places are meant.

use crate::gazetteer::candidates::{Candidate, candidates};
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::office::{Holder, represented};
use crate::import::Import;
use crate::import::decisions::{Decided, Decisions, State};
use crate::import::field::Field;
use crate::import::mapping::Met;
use crate::import::named::Named;
use crate::import::preview::{Counts, counts};
use crate::import::problem::{PlaceProblem, Problem, ProblemKind, is_cut};
use crate::import::remark::Remark;
use crate::import::venue::party;
use crate::import::when::{self, How, Order};
use crate::meeting::Meeting;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, PartialDate};
use crate::ui::incoming::Incoming;
use crate::words::message::Message;
use crate::words::part::asking::{Asking, AskingText};
use crate::words::{label, say};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Everything that is asked.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    /// Day or month first, one for each file that leaves it open or decides it.
    pub dates: Vec<DateOrder>,
    /// Whom the names represent, most frequent first.
    pub names: Vec<AskedName>,
    /// How many further names there are that are not listed.
    pub more_names: usize,
    /// Whether a column of countries holds hosts or states represented.
    pub countries: Vec<CountryColumn>,
    /// Whether those whom remarks name take part, one for each file with such remarks.
    pub met: Vec<MetInRemarks>,
    /// Places that may be several, most frequent first.
    pub places: Vec<AskedPlace>,
    /// How many further places there are that are not listed.
    pub more_places: usize,
}

/// Which number of a file's dates is the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateOrder {
    /// The place of the file among those that are read.
    pub file: usize,
    /// A cell.
    pub example: String,
    /// What it means with the day first and with the month first; empty where it has no such meaning.
    pub readings: [String; 2],
    /// The order that a cell of the column decides.
    pub decided: Option<Order>,
    /// The order that is used.
    pub order: Order,
}

/// A name that stands for people or states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedName {
    /// As it is recorded.
    pub name: String,
    /// In how many rows it stands.
    pub rows: usize,
    /// In how many of them its state is not known.
    pub open: usize,
    /// The states that it represents, those of the most rows first.
    pub states: Vec<CountryCode>,
    /// What the user has decided.
    pub decided: Option<State>,
    /// Why it represents them, or what may be meant.
    pub why: String,
    /// A state that it may represent, though nothing is sure.
    pub suggested: Option<CountryCode>,
}

/// A column headed `Country` beside people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryColumn {
    /// The place of the file.
    pub file: usize,
    /// The place of the column.
    pub column: usize,
    /// Its heading.
    pub heading: String,
    /// What it is used as.
    pub now: Option<Field>,
    /// What would come as the host country, and as the state represented; `None` for a table too long to try
    /// both.
    pub outcomes: [Option<Counts>; 2],
}

/// Remarks that say whom the traveller met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetInRemarks {
    /// The place of the file.
    pub file: usize,
    /// In how many rows such a remark stands.
    pub rows: usize,
    /// What becomes of them.
    pub now: Met,
}

/// The two readings of such a column.
pub const READINGS: [Field; 2] = [Field::Country, Field::LeaderCountry];

/// A place that was not found as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedPlace {
    /// As the cells write it.
    pub text: String,
    /// The country that the rows give.
    pub country: Option<CountryCode>,
    /// In how many rows it stands.
    pub rows: usize,
    /// The first meeting there: its days and what it is called.
    pub example: String,
    /// What may be meant, best first.
    pub candidates: Vec<Candidate>,
    /// What the user has decided.
    pub decided: Option<Decided>,
}

/// Names that are listed.
const MOST_NAMES: usize = 500;
/// Places that are listed.
const MOST_PLACES: usize = 100;
/// Rows up to which both readings of a column are tried.
const QUICK: usize = 20_000;

impl Questions {
    /// What files and the import that was made of them leave open.
    #[must_use]
    pub fn of(incoming: &[Incoming], import: &Import) -> Self {
        let mut questions = Self::default();
        for (file, one) in incoming.iter().enumerate() {
            questions.dates.extend(date_order(file, one));
            questions.countries.extend(country_columns(file, one));
            questions.met.extend(met_in_remarks(file, one, import));
        }
        let is_complete = incoming.iter().all(|one| one.draft.mapping.is_complete);
        if !is_complete {
            questions.ask_names(incoming, import);
            questions.ask_places(incoming, import);
        }
        questions
    }

    /// How many of the questions nobody has answered: dates of a file, people and places each are one.
    #[must_use]
    pub fn open(&self) -> usize {
        let dates = self.dates.iter().filter(|one| one.is_open()).count();
        let names = usize::from(self.names.iter().any(AskedName::is_open));
        dates + names + usize::from(self.places.iter().any(AskedPlace::is_open))
    }

    /// How many there are, answered or not.
    #[must_use]
    pub fn count(&self) -> usize {
        let Self { dates, names, countries, met, places, .. } = self;
        dates.len()
            + countries.len()
            + met.len()
            + usize::from(!names.is_empty())
            + usize::from(!places.is_empty())
    }

    fn ask_names(&mut self, incoming: &[Incoming], import: &Import) {
        let span = span(import);
        let names = import.names.most_frequent_first();
        self.more_names = names.len().saturating_sub(MOST_NAMES);
        let decided = |name: &str| incoming.iter().find_map(|one| one.draft.decisions.state(name));
        let asked = names.into_iter().filter(|(name, _)| !name.is_empty()).take(MOST_NAMES);
        let represents = incoming.iter().find_map(|one| one.draft.mapping.represents);
        let asked = asked.map(|(name, named)| {
            let mut asked = asked_name(name, named, decided(name), span);
            if decided(name).is_none()
                && named.found == 0
                && represents.is_some_and(|state| asked.states == [state])
            {
                label(Asking::EveryoneInColumn).clone_into(&mut asked.why);
            }
            asked
        });
        self.names = asked.collect();
    }

    fn ask_places(&mut self, incoming: &[Incoming], import: &Import) {
        let mut found: BTreeMap<TextIn, (usize, Option<&Problem>)> = BTreeMap::new();
        for problem in import.problems.iter() {
            if let ProblemKind::Place(place) = &problem.kind
                && let Some(about) = asked_about(place)
            {
                let (rows, first) = found.entry(about).or_default();
                *rows += 1;
                first.get_or_insert(problem);
            }
        }
        self.more_places = found.len().saturating_sub(MOST_PLACES);
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_by_key(|(_, (rows, _))| std::cmp::Reverse(*rows));
        let place = |((text, country), (rows, first)): (TextIn, (usize, Option<&Problem>))| {
            let meeting = first.and_then(|problem| problem.meeting.as_ref());
            let row = meeting.and_then(|id| import.meetings.row_of(id.as_str()));
            let example = row.map(|row| example(import.meetings.get(row))).unwrap_or_default();
            let mut asked =
                AskedPlace { text, country, rows, example, candidates: Vec::new(), decided: None };
            asked.decided = incoming.iter().find_map(|one| asked.decision(&one.draft.decisions));
            asked.candidates = offered(&asked.text, country);
            asked
        };
        self.places = found.into_iter().take(MOST_PLACES).map(place).collect();
    }
}

impl DateOrder {
    /// Whether nothing has decided it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.order == Order::Undecided
    }
}

impl AskedName {
    /// Whether its state is not known in some row, and nobody has decided.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open > 0 && self.decided.is_none()
    }
}

impl AskedPlace {
    /// What was decided for this text in this country.
    #[must_use]
    pub fn decision(&self, decisions: &Decisions) -> Option<Decided> {
        decisions.place(&self.country_word(), &self.text).copied()
    }

    /// Whether the other asks about the same text in the same country.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.text == other.text && self.country == other.country
    }

    /// Decides for this text in this country, or takes the decision back.
    pub fn decide(&self, decisions: &mut Decisions, decided: Option<Decided>) {
        match decided {
            Some(decided) => decisions.decide_place(&self.country_word(), &self.text, decided),
            None => decisions.forget_place(&self.country_word(), &self.text),
        }
    }

    /// The country's common name in English, by which a decision holds however the cells name it and whatever
    /// language is spoken; empty where the rows give none.
    fn country_word(&self) -> Cow<'static, str> {
        self.country.map(|code| Countries::embedded().name(code)).unwrap_or_default()
    }

    /// Whether nobody has decided.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.decided.is_none()
    }
}

/// `20 June 2025, Iran nuclear`
fn example(meeting: &Meeting) -> String {
    let title: String = meeting.title.chars().take(60).collect();
    if meeting.dates == Dates::default() {
        title
    } else {
        format!("{}, {title}", say(Message::Dates(meeting.dates)))
    }
}

/// A text for a place, and the country that the row gives.
type TextIn = (String, Option<CountryCode>);

/// The text and the country of a place that was not found, if one can say which is meant.
fn asked_about(problem: &PlaceProblem) -> Option<TextIn> {
    let (text, country) = match problem {
        PlaceProblem::NoCity { text, .. } | PlaceProblem::NoCountry { text, .. } => (text, None),
        PlaceProblem::NoCityInCountry { text, country, .. } => (text, Some(*country)),
        PlaceProblem::NoPlace | PlaceProblem::InTerritory { .. } => return None,
    };
    (!is_cut(text)).then(|| (text.clone(), country))
}

/// What a text may mean: in the country that the row gives, and if there is nothing, anywhere.
#[must_use]
pub fn offered(text: &str, country: Option<CountryCode>) -> Vec<Candidate> {
    let mut found = candidates(text, country);
    if found.is_empty() && country.is_some() {
        // Elsewhere a close spelling says little.
        found = candidates(text, None);
        found.retain(|one| fold(&one.name) == fold(text));
    }
    found.retain(|one| one.id.is_some());
    found
}

fn date_order(file: usize, incoming: &Incoming) -> Option<DateOrder> {
    let order = incoming.draft.mapping.order;
    let (example, decided) = incoming.draft.guess.remarks.iter().find_map(|remark| {
        if let Remark::OrderDecided { order, example } = remark {
            Some((example.clone(), Some(*order)))
        } else if let Remark::OrderOpen { example } = remark {
            Some((example.clone(), None))
        } else {
            None
        }
    })?;
    let reading = |order| {
        let how = How { order, year: incoming.draft.mapping.year, ..How::default() };
        when::read(&example, &how).map(|read| say(Message::Dates(read.whole()))).unwrap_or_default()
    };
    let readings = [Order::DayFirst, Order::MonthFirst].map(reading);
    Some(DateOrder { file, example, readings, decided, order })
}

fn country_columns(file: usize, incoming: &Incoming) -> Vec<CountryColumn> {
    let draft = &incoming.draft;
    let headings = draft.guess.remarks.iter().filter_map(|remark| {
        if let Remark::CountryTakenFor { heading, .. } = remark { Some(heading) } else { None }
    });
    let column = |heading: &String| {
        let column = draft.mapping.columns.iter().position(|one| one.heading == *heading)?;
        let outcome = |field| {
            let mut other = draft.clone();
            other.mapping.use_as(column, Some(field));
            if draft.table().len() > QUICK || other.lack().is_some() {
                return None;
            }
            let mut import = Import::default();
            let _ = import.take(&other);
            Some(counts(&import))
        };
        let now = draft.mapping.columns[column].field;
        Some(CountryColumn { file, column, heading: heading.clone(), now, outcomes: READINGS.map(outcome) })
    };
    headings.filter_map(column).collect()
}

fn met_in_remarks(file: usize, incoming: &Incoming, import: &Import) -> Option<MetInRemarks> {
    let rows = |asked: &Remark| {
        let of_file = import.remarks.iter().filter(|(name, ..)| *name == incoming.draft.file);
        of_file.filter(|(_, remark, _)| *remark == asked).map(|(.., tally)| tally.count).sum::<usize>()
    };
    let rows = rows(&Remark::MetInRemark) + rows(&Remark::MetFromRemark);
    (rows > 0).then_some(MetInRemarks { file, rows, now: incoming.draft.mapping.met })
}

/// From the first to the last day of all meetings.
fn span(import: &Import) -> Option<Dates> {
    let days = || import.meetings.iter().filter_map(|(_, meeting)| meeting.dates.days());
    let first = days().map(|(first, _)| first).min()?;
    let last = days().map(|(_, last)| last).max()?;
    Some(Dates { start: Some(PartialDate::Day(first)), end: Some(PartialDate::Day(last)) })
}

fn asked_name(name: &str, named: &Named, decided: Option<State>, span: Option<Dates>) -> AskedName {
    let mut states: Vec<(CountryCode, usize)> =
        named.states.iter().filter_map(|(state, rows)| Some(((*state)?, *rows))).collect();
    states.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    let states: Vec<CountryCode> = states.into_iter().map(|(state, _)| state).collect();
    let holders = represented(name, span);
    let of_state = states.first().and_then(|state| holders.iter().find(|holder| holder.state == *state));
    let likeliest = holders.first();
    let why = match (decided, states.first(), of_state, likeliest) {
        (Some(_), ..) => label(Asking::YouSaidSo).to_owned(),
        (None, Some(_), Some(holder), _) if named.found > 0 => office_in_words(holder),
        (None, Some(_), ..) => label(Asking::TableSaysSo).to_owned(),
        (None, None, _, Some(holder)) => {
            say(AskingText::PerhapsHolder(&holder.name, &office_in_words(holder)))
        }
        (None, None, _, None) => match party_in(name) {
            Some((_, word)) => say(AskingText::WordInName(word)),
            None => label(Asking::NotListed).to_owned(),
        },
    };
    let suggested = states.first().copied().or(likeliest.map(|holder| holder.state));
    let suggested = suggested.or(party_in(name).map(|(code, _)| code));
    AskedName {
        name: name.to_owned(),
        rows: named.rows(),
        open: named.open(),
        states,
        decided,
        why,
        suggested,
    }
}

/// The organisation or state whose abbreviation stands in a name: `EU foreign ministers`.
fn party_in(name: &str) -> Option<(CountryCode, &str)> {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    let mut abbreviations = words.filter(|word| {
        word.len() >= 2 && word.chars().all(|letter| letter.is_uppercase() || letter.is_numeric())
    });
    abbreviations.find_map(|word| Some((party(word)?, word)))
}

/// `foreign minister since 2025-05-06`
fn office_in_words(holder: &Holder) -> String {
    let title = if holder.title.chars().skip(1).any(char::is_lowercase) {
        holder.title.to_lowercase()
    } else {
        holder.title.to_owned()
    };
    match holder.end {
        None => say(AskingText::Since(&title, holder.start)),
        Some(end) => say(AskingText::FromTo(&title, holder.start, end)),
    }
}
