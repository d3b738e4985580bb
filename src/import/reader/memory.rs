//! What a reader remembers: a table names few places and people many times.

use super::aliases::Aliases;
use crate::gazetteer::office::{Candidates, FoundBy, Holder, InOffice, Sureness};
use crate::gazetteer::province::by_code;
use crate::gazetteer::spoken::{self, Spoken, StateBy};
use crate::import::decisions::Decisions;
use crate::import::names::{is_party, may_be_several, names};
use crate::import::spot::Spot;
use crate::import::stops::{self, Where};
use crate::import::venue;
use crate::meeting::Text;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, PartialDate};
use ahash::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

/// Answers given so far.
#[derive(Debug, Default)]
pub struct Memory {
    /// How many cells of places were not known.
    unknown: usize,
    spots: HashMap<(String, String), Vec<Spot>>,
    named: HashMap<String, Rc<Named>>,
    /// Where in a cell of people each name stands.
    names: HashMap<String, Rc<[Range<usize>]>>,
}

/// A cell, or a part of one, that names somebody.
#[derive(Debug)]
pub struct Named {
    /// How it speaks of the person.
    pub spoken: Spoken,
    /// Whether it names someone who takes part: an office holder, a state, an organisation.
    pub is_party: bool,
    /// The office holders who may be meant.
    candidates: Candidates,
    /// The full name that the table has for the short form, and the office holders of that name.
    full: Option<(String, Candidates)>,
}

/// Texts that rows have in common, each held once.
#[derive(Debug, Default)]
pub struct Texts(HashSet<Text>);

impl Texts {
    /// The text, which shares its letters with one that was asked for before. A short one needs no memory for
    /// them.
    pub fn known(&mut self, text: &str) -> Text {
        /// The longest such, in bytes.
        const SHORT: usize = Text::INLINE_LIMIT;
        if text.len() <= SHORT {
            return text.into();
        }
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        if self.0.len() >= MOST {
            self.0.clear();
        }
        let text = Text::from(text);
        self.0.insert(text.clone());
        text
    }
}

/// Answers of one sort that are remembered; then all are forgotten, so that a table of many different cells
/// stays small.
const MOST: usize = 100_000;

/// Forgets them if there are that many.
pub fn make_room<K, V>(answers: &mut HashMap<K, V>) {
    if answers.len() >= MOST {
        answers.clear();
    }
}

impl Memory {
    /// The places of the cells of a row. What else may be meant is looked for while few cells were not known.
    pub fn spots(&mut self, asked: Where<'_>, decisions: &Decisions) -> Vec<Spot> {
        /// Such cells: more are no slips.
        const FEW: usize = 1_000;
        make_room(&mut self.spots);
        let key = (asked.country.to_owned(), asked.city.to_owned());
        let (spots, unknown) = (&mut self.spots, &mut self.unknown);
        let find = || {
            let asked = Where { suggests: asked.suggests && *unknown < FEW, ..asked };
            let found = stops::spots(asked, decisions);
            *unknown += usize::from(found.iter().any(|spot| !spot.found.complaints.is_empty()));
            found
        };
        spots.entry(key).or_insert_with(find).clone()
    }

    /// The names in a cell of people. Only of one that may hold several there is something to remember.
    pub fn names<'c>(&mut self, cell: &'c str, aliases: &Aliases) -> Vec<&'c str> {
        make_room(&mut self.names);
        if let Some(known) = self.names.get(cell) {
            return known.iter().map(|name| &cell[name.clone()]).collect();
        }
        let found = names(cell, |piece| self.named(piece, aliases).is_party);
        if may_be_several(cell) {
            let start = |name: &str| name.as_ptr() as usize - cell.as_ptr() as usize;
            let places = found.iter().map(|name| start(name)..start(name) + name.len());
            self.names.insert(cell.to_owned(), places.collect());
        }
        found
    }

    /// Whom a cell names.
    pub fn named(&mut self, text: &str, aliases: &Aliases) -> Rc<Named> {
        make_room(&mut self.named);
        if let Some(known) = self.named.get(text) {
            return Rc::clone(known);
        }
        let named = Rc::new(Named::read(text, aliases));
        self.named.insert(text.to_owned(), Rc::clone(&named));
        named
    }
}

impl Named {
    fn read(text: &str, aliases: &Aliases) -> Self {
        let mut spoken = spoken::read(text);
        if aliases.codes_are_states && spoken.state.is_none() && by_code(&spoken.office).is_some() {
            let office = std::mem::take(&mut spoken.office);
            (spoken.state, spoken.how) = (venue::party(&office), StateBy::Comma);
        }
        let is_party = is_party(&spoken);
        let full = aliases.full(&spoken.name).map(|full| {
            let fully = Spoken { name: full.to_owned(), ..spoken.clone() };
            (full.to_owned(), Candidates::of(&fully))
        });
        // One letter, or two that are not written as a name, are nobody's.
        let is_short = spoken.name.is_ascii() && spoken.name.chars().nth(2).is_none();
        let is_name = matches!(spoken.name.as_bytes(), [b'A'..=b'Z', b'a'..=b'z']);
        let is_nobody = !spoken.name.is_empty() && is_short && !is_name;
        let candidates = if is_nobody { Candidates::default() } else { Candidates::of(&spoken) };
        Self { spoken, is_party, candidates, full }
    }

    /// The one office holder that is meant at a time, if it is one, and the name. Who held an office on the
    /// day goes before a full name of the table that somebody else has: `Macron` is the president, though the
    /// table has Brigitte Macron as well.
    #[must_use]
    pub fn meant(&self, dates: Dates, state: Option<CountryCode>) -> (&str, Option<Holder>) {
        let on = (dates != Dates::default()).then_some(dates);
        let own = only_holder(&self.candidates.on(on), on);
        let own = own.filter(|holder| state.is_none_or(|state| holder.state == state));
        match (&self.full, own) {
            (Some((full, candidates)), own) => match own.filter(|own| own.time != InOffice::NotThen) {
                Some(own) => (&self.spoken.name, Some(own)),
                None => (full, only_holder(&candidates.on(on), on)),
            },
            (None, own) => (&self.spoken.name, own),
        }
    }
}

/// The one whom all the best suggestions mean; none if they differ. Someone who was not in office then is
/// meant by the whole name only, and not if that was in another century.
fn only_holder(holders: &[Holder], on: Option<Dates>) -> Option<Holder> {
    /// Years that somebody may be met before or after the time in office.
    const LIFE: i16 = 60;
    let is_whole = |holder: &Holder| match holder.how {
        FoundBy::Name | FoundBy::Spelling | FoundBy::OtherOrder => true,
        FoundBy::Part | FoundBy::FamilyName | FoundBy::Office => false,
    };
    let year = |date: PartialDate| date.first_day().year();
    let lived = |holder: &Holder| {
        let days = on.and_then(Dates::days).map(|(first, last)| (first.year(), last.year()));
        days.is_none_or(|(first, last)| {
            last >= year(holder.start) - LIFE && holder.end.is_none_or(|end| first <= year(end) + LIFE)
        })
    };
    let first = holders
        .first()
        .filter(|holder| (holder.sure <= Sureness::Likely || is_whole(holder)) && lived(holder))?;
    let rivals = holders.iter().filter(|other| other.sure == first.sure);
    rivals.into_iter().all(|other| other.state == first.state).then(|| first.clone())
}
