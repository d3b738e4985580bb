//! The questions before files are taken: the order of dates, whom people represent, which places are meant,
//! in English.

use crate::gazetteer::language::Language;
use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::asking::{Asking, AskingText};
use crate::words::spoken::{fixed, spoken, within};

/// Words in the questions.
pub const fn asking(label: Asking) -> &'static str {
    match label {
        Asking::EachCanWait => {
            "Each can wait: an open one keeps its rows in the list, and draws no line that is not there"
        }
        Asking::NothingOpen => "Nothing is left open: the table says it all",
        Asking::NothingDecides => "nothing in the column decides it",
        Asking::DecidedByColumn => "decided by the column",
        Asking::NoSuchDay => "no such day",
        Asking::Guessed => "guessed; turn it if it is wrong",
        Asking::CountryWhereMet => "The country where they met",
        Asking::TravellersState => "The traveller’s own state",
        Asking::NoColumnWhere => "no column would say where",
        Asking::LeaveInRemark => "They stay in the remarks",
        Asking::LeaveInRemarkTip => "Nothing is added to the table",
        Asking::TakePart => "They take part",
        Asking::TakePartTip => "Where their state is known; the note says so",
        Asking::Whom => "Whom do these people represent?",
        Asking::WhomTip => {
            "A line comes from the seat of the state’s government. What the table does not say is from the list of office holders, for the days of the table"
        }
        Asking::EveryoneRepresents => "Everyone represents",
        Asking::EachTheirOwn => "each their own state",
        Asking::NameInTable => "Name in the table",
        Asking::Rows => "Rows",
        Asking::Represents => "Represents",
        Asking::Why => "Why",
        Asking::ForThemselves => "No state: for themselves",
        Asking::NoState => "No state",
        Asking::Choose => "choose…",
        Asking::TakeBack => "Take back",
        Asking::Confirm => "Confirm",
        Asking::Found => "found",
        Asking::EveryoneInColumn => "Everyone in the column",
        Asking::YouSaidSo => "You said so",
        Asking::TableSaysSo => "The table says so",
        Asking::NotListed => "Not in the list of office holders",
        Asking::WhichPlaces => "Which places are meant?",
        Asking::AllAnswered => "all answered",
        Asking::PlacesStayOpen => "What stays open is shown at its country, or listed without a place",
        Asking::NoPlace => "No place",
        Asking::LeaveOpen => "Leave open",
        Asking::SomewhereElse => "Somewhere else: type a place",
        Asking::Places => "Places",
        Asking::NoSuchPlace => "No place is known by such a name",
    }
}

/// A text in the questions, from facts.
pub fn asking_text(text: AskingText) -> String {
    match text {
        AskingText::Heading(all, open) => heading(all, open),
        AskingText::DayOrMonth(example) => told!("{example}: day or month first?", example),
        AskingText::OneOrder(example) => told!("{example} has a meaning in one order only", example),
        AskingText::MetInRemarks(rows) => {
            told_by!(
                rows,
                "{n} remark says whom the traveller met: do they take part?",
                "{n} remarks say whom the traveller met: do they take part?"
            )
        }
        AskingText::MetOrRepresented(heading) => {
            told!("“{heading}”: where they met, or whom they represent?", heading)
        }
        AskingText::Counts(meetings, placed, with_line) => told_by!(
            meetings,
            "{n} meeting, {placed} placed, {with_line} with a line",
            "{n} meetings, {placed} placed, {with_line} with a line",
            placed = grouped(placed),
            with_line = grouped(with_line)
        ),
        AskingText::Names(all, open) => match open {
            0 => told_by!(all, "{n} name, all known", "{n} names, all known"),
            open => told_by!(all, "{n} name, {open} open", "{n} names, {open} open", open = grouped(open)),
        },
        AskingText::ConfirmAll(suggestions) => {
            told_by!(suggestions, "Confirm {n} suggestion", "Confirm all {n} suggestions")
        }
        AskingText::ShowMore(names) => told_by!(names, "Show {n} more", "Show {n} more"),
        AskingText::RarerNames(names) => {
            told_by!(names, "and {n} name of fewer rows", "and {n} names of fewer rows")
        }
        AskingText::EveryoneIn(heading) => told!("Everyone in “{heading}” represents", heading),
        AskingText::Represents(name) => told!("{name} represents", name),
        AskingText::WithoutState(why, rows) => {
            told_by!(rows, "{why}; {n} row without a state", "{why}; {n} rows without a state", why)
        }
        AskingText::TakeBack(name) => told!("Take back whom {name} represents", name),
        AskingText::Confirm(name, state) => told!("Confirm that {name} represents {state}", name, state),
        AskingText::PerhapsHolder(name, office) => told!("Perhaps {name}: {office}", name, office),
        AskingText::WordInName(word) => told!("“{word}” stands in the name", word),
        AskingText::Since(title, start) => told!("{title} since {start}", title, start),
        AskingText::FromTo(title, start, end) => told!("{title} from {start} to {end}", title, start, end),
        AskingText::WhichPlace(text) => told!("Which place is “{text}”?", text),
        AskingText::Places(all, open) => {
            told_by!(all, "{n} place, {open} open", "{n} places, {open} open", open = grouped(open))
        }
        AskingText::TakeAll(suggestions) => {
            told_by!(
                suggestions,
                "Take {n} first suggestion above 0.9",
                "Take all {n} first suggestions above 0.9"
            )
        }
        AskingText::MorePlaces(places) => told_by!(places, "and {n} more place", "and {n} more places"),
        AskingText::RowsIn(rows, country, example) => rows_in(rows, country, example),
        AskingText::Taken(place) => told!("Taken: {place}", place),
        AskingText::OnMap(number, about) => told!("{number} on the map · {about}", number, about),
        AskingText::SomewhereElseThan(text) => told!("Somewhere else than {text}", text),
    }
}

/// `Three questions, two open`
fn heading(all: usize, open: usize) -> String {
    let questions = questions(all);
    match open {
        0 if all == 0 => fixed("No questions").to_owned(),
        0 => told!("{questions}, answered", questions),
        open if open == all => told_by!(open, "{questions} open", "{questions} open", questions),
        open => told_by!(
            open,
            "{questions}, {number} open",
            "{questions}, {number} open",
            questions,
            number = within(&in_words(open))
        ),
    }
}

/// `Three questions`
fn questions(number: usize) -> String {
    told_by!(number, "{number} question", "{number} questions", number = in_words(number))
}

/// A number up to nine in words, as it begins a sentence in English.
fn in_words(number: usize) -> String {
    const WORDS: [&str; 10] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    match (spoken(), WORDS.get(number)) {
        (Language::English, Some(word)) => (*word).to_owned(),
        _ => grouped(number),
    }
}

/// `12 rows, in Spain: Talks with the King`
fn rows_in(rows: usize, country: Option<&str>, example: &str) -> String {
    let rows = counted(rows, noun(Noun::Row));
    let rows = match country {
        Some(country) => told!("{rows}, in {country}", rows, country),
        None => rows,
    };
    if example.is_empty() { rows } else { format!("{rows}: {example}") }
}
