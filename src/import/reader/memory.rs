//! What a reader remembers: a table names few places and people many times.

use crate::gazetteer::office::{self, FoundBy, Holder, Sureness};
use crate::import::decisions::Decisions;
use crate::import::stops::{self, Spot, Where};
use crate::import::venue::Places;
use crate::meeting::date::Dates;
use ahash::HashMap;

/// Answers given so far.
#[derive(Debug, Default)]
pub struct Memory {
    spots: HashMap<(String, String), Vec<Spot>>,
    spoken: HashMap<String, Spoken>,
    holders: HashMap<(String, Dates), Option<Holder>>,
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
    pub fn spots(&mut self, asked: Where<'_>, places: &mut Places, decisions: &Decisions) -> Vec<Spot> {
        make_room(&mut self.spots);
        let key = (asked.country.to_owned(), asked.city.to_owned());
        self.spots.entry(key).or_insert_with(|| stops::spots(asked, places, decisions)).clone()
    }

    /// How a cell speaks of a person.
    pub fn spoken(&mut self, text: &str) -> Spoken {
        make_room(&mut self.spoken);
        if let Some(known) = self.spoken.get(text) {
            return known.clone();
        }
        let spoken = office::read(text);
        self.spoken.insert(text.to_owned(), spoken.clone());
        spoken
    }

    /// The one office holder that a name means at a time, if it means one.
    pub fn holder(&mut self, name: &str, dates: Dates) -> Option<Holder> {
        make_room(&mut self.holders);
        let key = (name.to_owned(), dates);
        self.holders.entry(key).or_insert_with(|| office::holder(name, dates)).clone()
    }

    /// Whether a text alone names someone: an office holder by the family name, a state, an organisation.
    pub fn is_known(&mut self, text: &str) -> bool {
        self.spoken(text).state.is_some() || office::is_known(text)
    }
}
