//! What a reader remembers: a table names few places and people many times.

use crate::gazetteer::office::{self, FoundBy, Holder, Sureness};
use crate::gazetteer::spoken::{self, Spoken};
use crate::import::decisions::Decisions;
use crate::import::names::is_party;
use crate::import::stops::{self, Spot, Where};
use crate::meeting::date::Dates;
use ahash::HashMap;

/// Answers given so far.
#[derive(Debug, Default)]
pub struct Memory {
    spots: HashMap<(String, String), Vec<Spot>>,
    spoken: HashMap<String, Spoken>,
    known: HashMap<(String, String), bool>,
    holders: HashMap<(String, String, Dates), Option<Holder>>,
}

/// Answers of one sort that are remembered; then all are forgotten, so that a table of many different cells stays small.
const MOST: usize = 100_000;

fn make_room<K, V>(answers: &mut HashMap<K, V>) {
    if answers.len() >= MOST {
        answers.clear();
    }
}

impl Memory {
    /// The places of the cells of a row.
    pub fn spots(&mut self, asked: Where<'_>, decisions: &Decisions) -> Vec<Spot> {
        make_room(&mut self.spots);
        let key = (asked.country.to_owned(), asked.city.to_owned());
        self.spots.entry(key).or_insert_with(|| stops::spots(asked, decisions)).clone()
    }

    /// How a cell speaks of a person.
    pub fn spoken(&mut self, text: &str) -> Spoken {
        make_room(&mut self.spoken);
        if let Some(known) = self.spoken.get(text) {
            return known.clone();
        }
        let spoken = spoken::read(text);
        self.spoken.insert(text.to_owned(), spoken.clone());
        spoken
    }

    /// The one office holder that is meant at a time, if it is one.
    pub fn holder(&mut self, spoken: &Spoken, dates: Dates) -> Option<Holder> {
        // One letter, or two that are not written as a name, are nobody's.
        let is_short = spoken.name.is_ascii() && spoken.name.chars().nth(2).is_none();
        let is_name = matches!(spoken.name.as_bytes(), [b'A'..=b'Z', b'a'..=b'z']);
        if !spoken.name.is_empty() && is_short && !is_name {
            return None;
        }
        if !self.is_holder(spoken) {
            return None;
        }
        make_room(&mut self.holders);
        let on = (dates != Dates::default()).then_some(dates);
        let key = (spoken.name.clone(), spoken.office.clone(), dates);
        self.holders.entry(key).or_insert_with(|| only_holder(&office::of_spoken(spoken, on))).clone()
    }

    /// Whether somebody of this name ever held an office of the list.
    fn is_holder(&mut self, spoken: &Spoken) -> bool {
        make_room(&mut self.known);
        let key = (spoken.name.clone(), spoken.office.clone());
        *self.known.entry(key).or_insert_with(|| !office::of_spoken(spoken, None).is_empty())
    }

    /// Whether a text alone names someone who takes part: an office holder, a state, an organisation.
    pub fn is_known(&mut self, text: &str) -> bool {
        is_party(&self.spoken(text))
    }
}

/// The one whom all the best suggestions mean; none if they differ. Someone who was not in office then is meant by the whole name
/// only.
fn only_holder(holders: &[Holder]) -> Option<Holder> {
    let is_whole = |holder: &Holder| match holder.how {
        FoundBy::Name | FoundBy::Spelling | FoundBy::OtherOrder => true,
        FoundBy::Part | FoundBy::FamilyName | FoundBy::Office => false,
    };
    let first = holders.first().filter(|holder| holder.sure <= Sureness::Likely || is_whole(holder))?;
    let rivals = holders.iter().filter(|other| other.sure == first.sure);
    rivals.into_iter().all(|other| other.state == first.state).then(|| first.clone())
}
