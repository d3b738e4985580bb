//! The choice of a place: what is suggested for a text or found by a search, and which of it is chosen.

use crate::gazetteer::candidates::PlaceKind;
use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::gazetteer::nearest_city::nearest_city;
use crate::import::decisions::Decided;
use crate::import::degrees::pair_of;
use crate::meeting::Position;
use crate::meeting::identity::PlaceId;
use crate::query::place_texts::{How, PlaceText};
use crate::query::suggestion::{Reason, Suggestion, suggestions, suggestions_so_far, whole_country};
use crate::ui::found::in_country;
use crate::words::part::places::PlacesText;

use crate::words::say;

/// So many places are offered: each has a key from 1 to 9.
pub const MOST_OFFERED: usize = 9;
/// So many of them are seen until the others are asked for.
const FIRST_OFFERED: usize = 5;

/// The places that may be chosen.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What is typed in the search field.
    pub typed: String,
    suggested: Vec<Suggestion>,
    found: Vec<Suggestion>,
    chosen: Option<usize>,
    /// Whether more than the first ones are seen.
    shows_more: bool,
}

impl Choice {
    /// The places for a text: the one where it lies now is chosen, or the likeliest if it lies nowhere yet.
    #[must_use]
    pub fn of(text: &PlaceText) -> Self {
        let mut suggested = suggestions(&text.country, &text.city);
        suggested.truncate(MOST_OFFERED);
        let is_placed = match text.how {
            How::ByName | How::Coordinates | How::Decided => true,
            How::CountryOnly | How::LeftOut | How::Open(_) => false,
        };
        let now = text.placed.place().filter(|_| is_placed).map(Decided::for_place);
        let is_likely = suggested.first().is_some_and(Suggestion::is_likely);
        let mut chosen = (text.is_open() && is_likely).then_some(0);
        if let Some(now) = now {
            chosen = suggested.iter().position(|one| one.decided.place() == now.place());
            if chosen.is_none()
                && let Some(one) = as_it_is(now)
            {
                suggested.insert(0, one);
                suggested.truncate(MOST_OFFERED);
                chosen = Some(0);
            }
        }
        Self { suggested, chosen, ..Self::default() }
    }

    /// What is offered and seen: what a search found, or what is suggested where nothing is typed.
    #[must_use]
    pub fn offered(&self) -> &[Suggestion] {
        let all = self.all();
        &all[..all.len() - self.more()]
    }

    fn all(&self) -> &[Suggestion] {
        if self.is_searching() { &self.found } else { &self.suggested }
    }

    /// How many more are offered than are seen.
    #[must_use]
    pub fn more(&self) -> usize {
        let is_far = self.chosen.is_some_and(|chosen| chosen >= FIRST_OFFERED);
        if self.shows_more || is_far { 0 } else { self.all().len().saturating_sub(FIRST_OFFERED) }
    }

    /// Lets all be seen.
    pub const fn show_more(&mut self) {
        self.shows_more = true;
    }

    /// Whether something is typed.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        !self.typed.trim().is_empty()
    }

    /// Searches anew what is typed.
    pub fn search(&mut self, text: &PlaceText) {
        let typed = self.typed.trim();
        self.found = match pair_of(typed) {
            Some(at) => vec![point(at)],
            None => suggestions_so_far(typed, text.within),
        };
        self.found.truncate(MOST_OFFERED);
        self.chosen = (!self.offered().is_empty()).then_some(0);
    }

    /// The number of the place that is chosen, from 0.
    #[must_use]
    pub const fn number(&self) -> Option<usize> {
        self.chosen
    }

    /// The place that is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<&Suggestion> {
        self.offered().get(self.chosen?)
    }

    /// Chooses the place with a number from 0, and says whether there is one.
    pub fn choose(&mut self, number: usize) -> bool {
        let is_there = number < self.offered().len();
        if is_there {
            self.chosen = Some(number);
        }
        is_there
    }

    /// Chooses the place below or above.
    pub fn step(&mut self, down: bool) {
        let count = self.offered().len();
        if count > 0 {
            let now = self.chosen.unwrap_or(if down { count - 1 } else { 0 });
            self.chosen = Some(if down { (now + 1) % count } else { (now + count - 1) % count });
        }
    }
}

/// Where a text lies already, as a place to choose.
fn as_it_is(decided: Decided) -> Option<Suggestion> {
    match decided {
        Decided::Point(at) => Some(point(at)),
        Decided::Country(code) => whole_country(code),
        Decided::City(id) => {
            let city = by_id(id)?;
            Some(Suggestion {
                decided,
                name: city.name.to_string(),
                state: city.admin.to_string(),
                country: city.country,
                kind: PlaceKind::City,
                at: city.at,
                population: Some(city.population).filter(|people| *people > 0),
                score: 1.0,
                why: Reason::AsItIs,
                is_where_written: false,
            })
        }
        Decided::LeftOut => None,
    }
}

/// A point as a place to choose.
#[must_use]
pub fn point(at: Position) -> Suggestion {
    let (city, _) = nearest_city(at);
    Suggestion {
        // As precise as places are told apart.
        decided: Decided::for_place(PlaceId::point(at)),
        name: say(PlacesText::Degrees(at)),
        state: String::new(),
        country: city.country,
        kind: PlaceKind::City,
        at,
        population: None,
        score: 1.0,
        why: Reason::Point,
        is_where_written: false,
    }
}

/// What a place to choose is called: `San José, Costa Rica`, `Costa Rica as a whole`, `9.93° N, 84.08° W`.
#[must_use]
pub fn name_of(suggestion: &Suggestion) -> String {
    match suggestion.decided {
        Decided::City(_) => in_country(&suggestion.name, &suggestion.state, suggestion.country),
        Decided::Country(code) => say(PlacesText::AsAWhole(&Countries::embedded().spoken(code))),
        Decided::Point(_) | Decided::LeftOut => suggestion.name.clone(),
    }
}
