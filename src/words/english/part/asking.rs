//! The questions before files are taken: the order of dates, whom people represent, which places are meant, in English.

use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::asking::{Asking, AskingText};

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
        AskingText::DayOrMonth(example) => format!("{example}: day or month first?"),
        AskingText::OneOrder(example) => format!("{example} has a meaning in one order only"),
        AskingText::MetInRemarks(rows) => {
            format!("{} say whom the traveller met: do they take part?", counted(rows, ["remark", "remarks"]))
        }
        AskingText::MetOrRepresented(heading) => {
            format!("“{heading}”: where they met, or whom they represent?")
        }
        AskingText::Counts(meetings, placed, with_line) => format!(
            "{} meetings, {} placed, {} with a line",
            grouped(meetings),
            grouped(placed),
            grouped(with_line)
        ),
        AskingText::Names(all, open) => match open {
            0 => format!("{} names, all known", grouped(all)),
            open => format!("{} names, {} open", grouped(all), grouped(open)),
        },
        AskingText::ConfirmAll(suggestions) => format!("Confirm all {} suggestions", grouped(suggestions)),
        AskingText::ShowMore(names) => format!("Show {} more", grouped(names)),
        AskingText::RarerNames(names) => format!("and {} names of fewer rows", grouped(names)),
        AskingText::EveryoneIn(heading) => format!("Everyone in “{heading}” represents"),
        AskingText::Represents(name) => format!("{name} represents"),
        AskingText::WithoutState(why, rows) => {
            format!("{why}; {} without a state", counted(rows, noun(Noun::Row)))
        }
        AskingText::TakeBack(name) => format!("Take back whom {name} represents"),
        AskingText::Confirm(name, state) => format!("Confirm that {name} represents {state}"),
        AskingText::PerhapsHolder(name, office) => format!("Perhaps {name}: {office}"),
        AskingText::WordInName(word) => format!("“{word}” stands in the name"),
        AskingText::Since(title, start) => format!("{title} since {start}"),
        AskingText::FromTo(title, start, end) => format!("{title} from {start} to {end}"),
        AskingText::WhichPlace(text) => format!("Which place is “{text}”?"),
        AskingText::Places(all, open) => format!("{} places, {} open", grouped(all), grouped(open)),
        AskingText::TakeAll(suggestions) => {
            format!("Take all {} first suggestions above 0.9", grouped(suggestions))
        }
        AskingText::MorePlaces(places) => format!("and {} more places", grouped(places)),
        AskingText::RowsIn(rows, country, example) => rows_in(rows, country, example),
        AskingText::Taken(place) => format!("Taken: {place}"),
        AskingText::OnMap(number, about) => format!("{number} on the map · {about}"),
        AskingText::SomewhereElseThan(text) => format!("Somewhere else than {text}"),
    }
}

/// `Three questions, two open`
fn heading(all: usize, open: usize) -> String {
    const WORDS: [&str; 10] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    let in_words =
        |number: usize| WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned());
    let questions = format!("{} {}", in_words(all), if all == 1 { "question" } else { "questions" });
    match open {
        0 if all == 0 => "No questions".to_owned(),
        0 => format!("{questions}, answered"),
        open if open == all => format!("{questions} open"),
        open => format!("{questions}, {} open", in_words(open).to_lowercase()),
    }
}

/// `12 rows, in Spain: Talks with the King`
fn rows_in(rows: usize, country: Option<&str>, example: &str) -> String {
    let rows = counted(rows, noun(Noun::Row));
    let country = country.map(|country| format!(", in {country}")).unwrap_or_default();
    let example = if example.is_empty() { String::new() } else { format!(": {example}") };
    format!("{rows}{country}{example}")
}
