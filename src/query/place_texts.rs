//! Place texts: the words of a table that name places, each with its rows, where they lie and how that was
//! found.

use super::suggestion::{Suggestion, suggestions};
use crate::gazetteer::country::Countries;
use crate::gazetteer::place::{Place, further_called, places_called};
use crate::import::decisions::{BETWEEN, Decided, Decisions, last_word, place_key};
use crate::import::venue;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::meeting::{Placed, Venue};
use ahash::HashMap;
use std::collections::BTreeMap;

/// Open texts for which the first suggestion is looked up; the others are looked up when somebody comes to
/// them.
pub const MOST_SUGGESTED: usize = 1000;

/// All texts of a table that name places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaceTexts {
    /// Those with the most rows first.
    pub texts: Vec<PlaceText>,
    /// How many rows name a country and no more.
    pub rows_with_country_only: usize,
    /// How many texts are open.
    pub open: usize,
    /// How many rows they have.
    pub open_rows: usize,
}

/// Cells that are written alike, with their rows.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceText {
    /// The folded words: what a decision about them is kept under.
    pub key: String,
    /// The words for the country; empty if there are none.
    pub country: String,
    /// The country that they mean.
    pub within: Option<CountryCode>,
    /// The words for the city, as the first row has them; empty if there are none.
    pub city: String,
    /// Its rows, in order.
    pub rows: Vec<usize>,
    /// How its place was found: of its first row, or of the first that is open.
    pub how: How,
    /// Where that row lies.
    pub placed: Placed,
    /// The likeliest place, if the text was open and there is one.
    pub first: Option<Suggestion>,
    /// Whether that was looked up.
    pub is_looked_up: bool,
}

/// How a place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// It was not, or not exactly.
    Open(Open),
    /// By the name of the city.
    ByName,
    /// It lies where coordinates say.
    Coordinates,
    /// No more than the country is named.
    CountryOnly,
    /// The user chose it.
    Decided,
    /// The user left it out.
    LeftOut,
}

/// What is open about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Open {
    /// Nothing was found.
    NotPlaced,
    /// Only the country was found, though a city is written.
    NotInCountry,
    /// So many places have the name, and none leads.
    Several(usize),
}

/// How the place of a venue was found, after what was decided; `None` if it names none.
#[must_use]
pub fn how(venue: &Venue, decisions: &Decisions) -> Option<How> {
    let key = own_key(venue);
    let last = last_word(&key);
    let decided = decisions.places.iter().filter(|(known, _)| last_word(known) == last);
    let decided = decided.map(|(known, decided)| (known.as_str(), *decided));
    match deciding(venue, &key, decided) {
        Some((_, Decided::LeftOut)) => Some(How::LeftOut),
        Some((_, Decided::City(_) | Decided::Country(_) | Decided::Point(_))) => Some(How::Decided),
        None => undecided(venue),
    }
}

/// How the place was found where nothing was decided.
fn undecided(venue: &Venue) -> Option<How> {
    let Venue { country, country_as_written, city, building: _, placed } = venue;
    let names_nothing = city.is_empty() && country_as_written.is_empty();
    match placed {
        Placed::City(..) => Some(How::ByName),
        Placed::Point(_) => Some(How::Coordinates),
        Placed::Country(..) if city.is_empty() => Some(How::CountryOnly),
        Placed::Country(code, _) if venue::country(city) == Some(*code) => Some(How::CountryOnly),
        Placed::Country(code, _) => Some(How::Open(several(city, Some(*code)).unwrap_or(Open::NotInCountry))),
        Placed::Nowhere if names_nothing => None,
        Placed::Nowhere => Some(How::Open(several(city, *country).unwrap_or(Open::NotPlaced))),
    }
}

/// How many places have the name, if there are several.
fn several(city: &str, within: Option<CountryCode>) -> Option<Open> {
    let places =
        places_called(city).into_iter().chain(further_called(city)).filter(|named| match &named.place {
            Place::City(city) => within.is_none_or(|code| city.country == code),
            Place::Country(_) => within.is_none(),
            Place::Part(_) | Place::Province(_) => false,
        });
    Some(places.count()).filter(|count| *count > 1).map(Open::Several)
}

/// The folded words of a venue.
fn own_key(venue: &Venue) -> String {
    place_key(&country_words(venue), &venue.city)
}

/// The words for the country: as they were written where they were not understood, else its common name.
fn country_words(venue: &Venue) -> String {
    match venue.country {
        Some(code) if venue.country_as_written.is_empty() => Countries::embedded().name(code).into_owned(),
        Some(_) | None => venue.country_as_written.to_string(),
    }
}

/// The decision that a venue follows, with its words: among those for the same last word, the one for the
/// venue's own words, or one that puts it where it lies.
fn deciding<'a>(
    venue: &Venue,
    key: &str,
    decided: impl Iterator<Item = (&'a str, Decided)>,
) -> Option<(&'a str, Decided)> {
    let place = venue.placed.place();
    let follows =
        |(known, decided): &(&str, Decided)| decided.place() == place && (place.is_some() || *known == key);
    let mut following: Vec<(&str, Decided)> = decided.filter(follows).collect();
    following.sort_by_key(|(known, _)| *known != key);
    following.into_iter().next()
}

impl PlaceTexts {
    /// The texts of a record. What was suggested `before` is not looked up again. `None` if it no longer
    /// `goes_on`.
    #[must_use]
    pub fn of(
        record: &Meetings,
        decisions: &Decisions,
        before: Option<&Self>,
        goes_on: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut grouping = Grouping::new(decisions);
        for (row, meeting) in record.iter() {
            if row % 4096 == 0 && !goes_on() {
                return None;
            }
            grouping.add(row, &meeting.venue);
        }
        let Grouping { mut texts, rows_with_country_only, .. } = grouping;
        texts.sort_by(|a, b| b.rows.len().cmp(&a.rows.len()).then_with(|| a.key.cmp(&b.key)));
        suggest(&mut texts, before, goes_on)?;
        let mut all = Self { texts, rows_with_country_only, open: 0, open_rows: 0 };
        all.count();
        Some(all)
    }

    /// Counts anew what is open.
    fn count(&mut self) {
        let open = || self.texts.iter().filter(|text| text.is_open());
        (self.open, self.open_rows) = (open().count(), open().map(|text| text.rows.len()).sum());
    }

    /// Notes that a text was decided, until the texts are worked out anew.
    pub fn note(&mut self, text: usize, decided: Decided) {
        let Some(noted) = self.texts.get_mut(text) else { return };
        if let Some((_, placed)) = decided.puts(noted.within) {
            noted.placed = placed;
            noted.how = if decided == Decided::LeftOut { How::LeftOut } else { How::Decided };
        }
        self.count();
    }

    /// The next text after one that is open, from the top again at the end.
    #[must_use]
    pub fn next_open(&self, after: usize) -> Option<usize> {
        let places = (after + 1..self.texts.len()).chain(0..=after);
        places.into_iter().find(|place| self.texts.get(*place).is_some_and(PlaceText::is_open))
    }

    /// The open texts whose first suggestion is surer than `score`.
    pub fn surer_than(&self, score: f64) -> impl Iterator<Item = (&PlaceText, &Suggestion)> {
        let open = self.texts.iter().filter(|text| text.is_open());
        open.filter_map(move |text| {
            Some((text, text.first.as_ref().filter(|first| first.score > score + 1e-9)?))
        })
    }
}

impl PlaceText {
    /// Whether it waits for a decision.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.how, How::Open(_))
    }

    /// The words as they are shown: the city's, or the country's if there are no others.
    #[must_use]
    pub fn words(&self) -> &str {
        if self.city.is_empty() { &self.country } else { &self.city }
    }
}

/// Looks up the first suggestions of open texts.
fn suggest(texts: &mut [PlaceText], before: Option<&PlaceTexts>, goes_on: &dyn Fn() -> bool) -> Option<()> {
    let known = before.map_or(&[][..], |before| &before.texts);
    let known: HashMap<&str, &PlaceText> = known.iter().map(|text| (text.key.as_str(), text)).collect();
    let mut asked = 0;
    for text in texts {
        if let Some(known) = known.get(text.key.as_str()).filter(|known| known.is_looked_up) {
            text.first.clone_from(&known.first);
            text.is_looked_up = true;
        } else if text.is_open() && asked < MOST_SUGGESTED {
            if !goes_on() {
                return None;
            }
            asked += 1;
            text.is_looked_up = true;
            text.first = suggestions(&text.country, &text.city).into_iter().next();
        }
    }
    Some(())
}

/// What tells venues apart here.
type Written<'a> = (Option<CountryCode>, &'a str, &'a str, Option<PlaceId>);

/// Rows that are put together by their words.
struct Grouping<'a> {
    /// The decisions by their last word.
    decided: BTreeMap<&'a str, Vec<(&'a str, Decided)>>,
    texts: Vec<PlaceText>,
    by_key: HashMap<String, usize>,
    /// Where each way of writing belongs; `None` if it names no place. Most rows are answered here.
    seen: HashMap<Written<'a>, Option<usize>>,
    rows_with_country_only: usize,
}

impl<'a> Grouping<'a> {
    fn new(decisions: &'a Decisions) -> Self {
        let mut decided: BTreeMap<&str, Vec<(&str, Decided)>> = BTreeMap::new();
        for (key, one) in &decisions.places {
            decided.entry(last_word(key)).or_default().push((key, *one));
        }
        Self {
            decided,
            texts: Vec::new(),
            by_key: HashMap::default(),
            seen: HashMap::default(),
            rows_with_country_only: 0,
        }
    }

    fn add(&mut self, row: usize, venue: &'a Venue) {
        let Venue { country, country_as_written, city, building: _, placed } = venue;
        if city.is_empty() && country_as_written.is_empty() {
            self.rows_with_country_only += usize::from(country.is_some());
            return;
        }
        let written = (*country, &country_as_written[..], &city[..], placed.place());
        let text = if let Some(known) = self.seen.get(&written) {
            *known
        } else {
            let text = self.text_of(venue);
            self.seen.insert(written, text);
            text
        };
        if let Some(text) = text {
            self.texts[text].rows.push(row);
        }
    }

    /// The text that a venue belongs to, which may be a new one.
    fn text_of(&mut self, venue: &Venue) -> Option<usize> {
        let own = own_key(venue);
        let known = self.decided.get(last_word(&own)).map_or(&[][..], Vec::as_slice);
        let deciding = deciding(venue, &own, known.iter().copied());
        let (key, how) = match deciding {
            Some((key, Decided::LeftOut)) => (key.to_owned(), How::LeftOut),
            Some((key, _)) => (key.to_owned(), How::Decided),
            None => (own, undecided(venue)?),
        };
        if key.is_empty() {
            // Words of signs alone.
            return None;
        }
        if let Some(&text) = self.by_key.get(&key) {
            let known = &mut self.texts[text];
            if matches!(how, How::Open(_)) && !known.is_open() {
                (known.how, known.placed) = (how, venue.placed);
            }
            return Some(text);
        }
        let country = match key.split_once(BETWEEN) {
            // What was decided keeps the words that it was decided for: the place may lie elsewhere.
            Some((country, _)) if deciding.is_some() => country.to_owned(),
            None if deciding.is_some() && !venue.city.is_empty() => String::new(),
            Some(_) | None => country_words(venue),
        };
        let text = PlaceText {
            within: venue::country(&country),
            country,
            city: venue.city.to_string(),
            rows: Vec::new(),
            how,
            placed: venue.placed,
            first: None,
            is_looked_up: false,
            key: key.clone(),
        };
        self.by_key.insert(key, self.texts.len());
        self.texts.push(text);
        Some(self.texts.len() - 1)
    }
}
