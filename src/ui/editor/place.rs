//! The place of a meeting: found by its name, chosen on the map, or known only to its country.

use super::draft::Draft;
use super::field::{Form, Line, line_ui, name_ui, remark_ui};
use super::search::{Enter, Offer, Search};
use crate::document::edit::FieldValue;
use crate::export::listing::place_in_words;
use crate::gazetteer::candidates::{Candidate, PlaceKind, candidates_so_far, one_city};
use crate::gazetteer::country::Countries;
use crate::gazetteer::further::by_id;
use crate::gazetteer::nearest_city::nearest_city;
use crate::import::venue;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::{Placed, Position, Text, Venue};
use crate::ui::style::quiet;
use crate::words::message::Word;
use crate::words::part::editing::{Detail, Editing, EditingText};
use crate::words::part::places::PlacesText;
use crate::words::{label, say, word};

/// The place as it was typed.
#[derive(Clone, Debug, Default)]
pub struct PlaceDrafts {
    place: Draft<Venue>,
    building: Draft<Text>,
    search: Search<Venue>,
    /// Whether the next click on the map gives the place.
    pub is_picking: bool,
}

impl PlaceDrafts {
    /// Closes the list, and says whether it was open.
    pub fn close_list(&mut self) -> bool {
        let was_open = self.search.is_open();
        self.search.close();
        was_open
    }

    /// Whether what stands in the field is not what is recorded.
    #[must_use]
    pub fn is_unread(&self, recorded: &Venue) -> bool {
        self.place.text.trim() != place_in_words(recorded)
    }

    /// The field, the map's button, and the building.
    pub fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let recorded = &form.meeting.venue;
        self.place.follow(recorded, place_in_words);
        name_ui(ui, label(Detail::Place));
        let is_unread = self.is_unread(recorded);
        let line =
            Line { hint: label(Editing::Places), is_wrong: is_unread, ..Line::new(label(Detail::Place)) };
        let id = ui.scope_id().with("place");
        let offers = |typed: &str| offers(typed, &recorded.building);
        let Self { place, search, .. } = self;
        let found = search.ui(ui, form.look, id, (line, Enter::TakesFirst), &mut place.text, offers);
        let chosen =
            found.chosen.or_else(|| found.is_left.then(|| only_one(&place.text, recorded)).flatten());
        if let Some(venue) = chosen
            && venue != *recorded
        {
            self.choose(form, venue);
        }
        form.leave(&found.response);
        if self.is_unread(&form.meeting.venue) && !found.response.gained_focus() {
            remark_ui(ui, form.look, &remark(&self.place.text, &self.search, form.meeting));
        } else {
            ui.label(quiet(precision_in_words(&form.meeting.venue)));
        }
        self.buttons_ui(ui, form);
        self.building_ui(ui, form);
    }

    /// Takes a place, and writes it as the record will have it.
    fn choose(&mut self, form: &mut Form, venue: Venue) {
        self.place.text = place_in_words(&venue);
        self.place.give(&venue);
        self.search.close();
        form.set(FieldValue::Venue(venue));
    }

    fn buttons_ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let recorded = form.meeting.venue.clone();
        ui.horizontal_wrapped(|ui| {
            let words = if self.is_picking { label(Editing::Picking) } else { label(Editing::PickOnMap) };
            if ui.add(egui::Button::new(words).selected(self.is_picking)).clicked() {
                self.is_picking = !self.is_picking;
            }
            let known = recorded.country.filter(|_| !matches!(recorded.placed, Placed::Country(..)));
            if let Some(country) = known
                && ui
                    .button(label(Editing::CountryOnly))
                    .on_hover_text(label(Editing::CountryOnlyTip))
                    .clicked()
            {
                self.choose(form, of_country(country, &recorded.building));
            }
        });
    }

    fn building_ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let recorded = &form.meeting.venue.building;
        self.building.follow(recorded, Text::to_string);
        name_ui(ui, label(Detail::Building));
        let id = ui.scope_id().with("building");
        let line = Line { hint: label(Editing::Buildings), ..Line::new(label(Detail::Building)) };
        let response = line_ui(ui, form.look, id, line, &mut self.building.text);
        let typed = self.building.text.trim();
        if response.changed() && typed != recorded {
            let venue = Venue { building: typed.into(), ..form.meeting.venue.clone() };
            self.building.give(&venue.building);
            self.place.give(&venue);
            form.type_in(id, FieldValue::Venue(venue));
        }
        form.leave(&response);
    }

    /// Takes a point of the map: a place of its own, named by the nearest city.
    pub fn pick(&mut self, form: &mut Form, at: Position) {
        self.is_picking = false;
        self.choose(form, of_point(at, &form.meeting.venue.building));
    }
}

/// Why the text is no place yet, and what to do.
fn remark(text: &str, search: &Search<Venue>, meeting: &crate::meeting::Meeting) -> String {
    let text = text.trim();
    let recorded = place_in_words(&meeting.venue);
    match search.offers() {
        _ if text.is_empty() => label(Editing::LeaveForNoPlace).to_owned(),
        [] => say(EditingText::NoSuchPlace(text, &recorded)),
        [only] => say(EditingText::PerhapsPlace(&only.title, &recorded)),
        several => say(EditingText::SeveralPlaces(several.len(), &recorded)),
    }
}

fn precision_in_words(venue: &Venue) -> &'static str {
    match venue.placed {
        Placed::City(..) => label(Editing::AtPlace),
        Placed::Point(_) => label(Editing::AtPoint),
        Placed::Country(..) => label(Editing::AtCountry),
        Placed::Nowhere => label(Editing::Nowhere),
    }
}

/// The places that a text may mean while it is typed.
fn offers(typed: &str, building: &str) -> Vec<Offer<Venue>> {
    let found = candidates_so_far(typed, None);
    found.into_iter().filter_map(|candidate| offer(candidate, building)).collect()
}

fn offer(candidate: Candidate, building: &str) -> Option<Offer<Venue>> {
    let Candidate { id, name, kind, country, state, lon, lat, population, score: _, why } = candidate;
    let at = Position::new(lon, lat);
    let country = country?;
    let value = match id? {
        PlaceId::Country(country) => of_country(country, building),
        PlaceId::City(id) => {
            let placed = by_id(id).map_or(Placed::City(id, at), |city| city.placed());
            in_city(&name, country, placed, building)
        }
        PlaceId::Point { .. } => return None,
    };
    let area = if state.is_empty() { String::new() } else { format!(", {state}") };
    let title = if kind.is_country() {
        name
    } else {
        format!("{name}{area}, {}", Countries::embedded().spoken(country))
    };
    let people = population.map(|people| say(PlacesText::Inhabitants(people as usize)));
    let sort = Some(word(Word::PlaceKind(kind)).to_owned()).filter(|_| kind != PlaceKind::City);
    let detail = [sort, people, Some(say(PlacesText::Why(&why)))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    Some(Offer { title, detail, value })
}

/// The one place that a text names when its field is left; no place at all if the field is empty.
fn only_one(text: &str, recorded: &Venue) -> Option<Venue> {
    let text = text.trim();
    let building = &recorded.building;
    if text.is_empty() {
        return Some(Venue { building: building.clone(), ..Venue::default() });
    }
    if text == place_in_words(recorded) {
        return None;
    }
    if let Some(city) = one_city(text, None) {
        return Some(in_city(&city.name, city.country, city.placed(), building));
    }
    venue::country(text).map(|country| of_country(country, building))
}

fn in_city(name: &str, country: CountryCode, placed: Placed, building: &str) -> Venue {
    Venue {
        country: Some(country),
        country_as_written: Text::new(),
        city: name.into(),
        building: building.into(),
        placed,
    }
}

fn of_country(country: CountryCode, building: &str) -> Venue {
    let at =
        Countries::embedded().get(country).map(|country| Placed::Country(country.code, country.label_at));
    Venue {
        country: Some(country),
        country_as_written: Text::new(),
        city: Text::new(),
        building: building.into(),
        placed: at.unwrap_or_default(),
    }
}

/// Kilometres from a city up to which a point is called by its name.
const IN_TOWN: f64 = 10.0;

/// A point of the map, called by the nearest city.
fn of_point(at: Position, building: &str) -> Venue {
    let (city, kilometres) = nearest_city(at);
    let name = if kilometres <= IN_TOWN { city.name.to_string() } else { say(PlacesText::Near(&city.name)) };
    in_city(&name, city.country, Placed::Point(at), building)
}
