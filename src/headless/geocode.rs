//! `summitry geocode`: the places that names may mean, with scores and reasons.

use super::Answer;
use super::deliver::in_full;
use crate::export::visible::{self, one_line};
use crate::gazetteer::candidates::{Candidate, candidates};
use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::import::decisions::Decisions;
use crate::import::stops::{Where, spots};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::words::message::{Message, Word};
use crate::words::part::command_line::{CommandLine, CommandLineText};
use crate::words::part::places::PlacesText;
use crate::words::{label, say, word};
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, BufRead, Read as _, Write};

/// What to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Geocode {
    /// Names of places; `-` for the lines of the input.
    pub names: Vec<String>,
    /// Look within this country only.
    pub within: Option<CountryCode>,
    /// One JSON object a line instead of a readable block.
    pub json: bool,
}

/// The longest name that is looked for, in bytes.
const LONGEST: usize = 1 << 16;

/// Writes the candidates for each name: a readable block each, or one JSON object a line. What is asked in a
/// line of the input is answered before the next one is read. Status 1 if some name has none, or the input or
/// the output breaks off.
pub fn geocode(options: &Geocode, mut input: impl BufRead, mut out: impl Write) -> Answer {
    let mut status = 0;
    let mut tell = |name: &str| {
        let found = candidates(name, options.within);
        status |= u8::from(found.is_empty());
        let told = if options.json { object(name, options.within, &found) } else { block(name, &found) };
        out.write_all(told.as_bytes()).and_then(|()| out.flush())
    };
    for name in &options.names {
        let done =
            if name == "-" { each_line(&mut input, &mut tell) } else { tell(name).map_err(Broken::Output) };
        match done {
            Ok(()) => {}
            Err(Broken::Output(error)) => {
                return in_full(Err(error)).map_or_else(|why| Answer::failure(&why), |()| Answer::default());
            }
            Err(Broken::Input(why)) => return Answer::failure(&why),
        }
    }
    Answer { status, ..Answer::default() }
}

/// What can break off.
enum Broken {
    Input(String),
    Output(io::Error),
}

/// Answers every line that is not blank.
fn each_line(input: &mut impl BufRead, tell: &mut impl FnMut(&str) -> io::Result<()>) -> Result<(), Broken> {
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        let read = input.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut line);
        read.map_err(|error| {
            Broken::Input(say(CommandLineText::InputNotRead(&say(Message::System(&error)))))
        })?;
        if line.is_empty() {
            break;
        }
        if line.len() > LONGEST {
            return Err(Broken::Input(say(CommandLineText::LineTooLong(number))));
        }
        let text = String::from_utf8_lossy(&line);
        if !text.trim().is_empty() {
            tell(text.trim()).map_err(Broken::Output)?;
        }
    }
    Ok(())
}

fn object(query: &str, within: Option<CountryCode>, candidates: &[Candidate]) -> String {
    #[derive(Serialize)]
    struct Line<'a> {
        query: &'a str,
        candidates: Vec<Told<'a>>,
    }
    #[derive(Serialize)]
    struct Told<'a> {
        #[serde(flatten)]
        candidate: &'a Candidate,
        /// Why it is offered, in words.
        why: String,
        /// Whether a table with this cell is placed there.
        taken: bool,
    }
    let taken = placed(query, within);
    let is_taken = |candidate: &Candidate| taken.is_some() && candidate.id.and_then(recorded_at) == taken;
    let told = candidates.iter().map(|candidate| {
        let why = say(PlacesText::Why(&candidate.why));
        Told { candidate, why, taken: is_taken(candidate) }
    });
    let line = Line { query, candidates: told.collect() };
    visible::json(serde_json::to_string(&line).expect("plain values become JSON")) + "\n"
}

/// Where the import places a cell with this name, in a row with this country.
fn placed(name: &str, within: Option<CountryCode>) -> Option<PlaceId> {
    let country = within.as_ref().map_or("", CountryCode::as_str);
    let asked = Where { country, city: name, may_be_several: false, suggests: true };
    match &spots(asked, &Decisions::default())[..] {
        [spot] if spot.found.complaints.is_empty() => spot.found.placed.place(),
        _ => None,
    }
}

/// The place that a meeting there is recorded at: for a venue in a town, that town.
fn recorded_at(id: PlaceId) -> Option<PlaceId> {
    match id {
        PlaceId::City(city) => by_id(city)?.placed().place(),
        PlaceId::Country(_) | PlaceId::Point { .. } => Some(id),
    }
}

fn block(name: &str, candidates: &[Candidate]) -> String {
    let mut text = one_line(name) + "\n";
    if candidates.is_empty() {
        writeln!(text, "  {}", label(CommandLine::NoPlaceFound)).expect("a String takes all text");
    }
    for candidate in candidates {
        let Candidate { id: _, name: _, kind, country: _, state: _, lon, lat, population, score, why } =
            candidate;
        let people = population
            .map(|number| format!(" · {}", say(PlacesText::People(number as usize))))
            .unwrap_or_default();
        let at = say(Message::Coordinates(Position::new(*lon, *lat)));
        let (name, kind) = (name_in_words(candidate), word(Word::PlaceKind(*kind)));
        writeln!(text, "  {score:.2}  {name} · {kind} · {at}{people}")
            .and_then(|()| writeln!(text, "        {}", say(PlacesText::Why(why))))
            .expect("a String takes all text");
    }
    text
}

/// `Springfield, IL, United States`, `Kazakhstan (KAZ)`
fn name_in_words(candidate: &Candidate) -> String {
    let Candidate { name, country, state, .. } = candidate;
    let country = country.map(|code| {
        if candidate.kind.is_country() {
            format!(" ({code})")
        } else {
            format!(", {}", Countries::embedded().name(code))
        }
    });
    let state = if state.is_empty() { String::new() } else { format!(", {state}") };
    format!("{name}{state}{}", country.unwrap_or_default())
}
