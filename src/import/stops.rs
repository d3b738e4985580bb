//! The places that the cells of a row name: one, or the stops of a journey in their order.

use super::address::{is_code, is_code_of_a_body, is_in, is_organisation, without_country};
use super::by_states::{OfState, by_states};
use super::decisions::{Decided, Decisions};
use super::division::{Group, best_division, parts};
use super::meaning::{Meaning, NamedCity, settle_sites, without_addresses, without_hints};
use super::problem::PlaceProblem;
use super::spot::{NEAR, Spot, as_written, at_city, at_country, whole_country};
use super::venue::{self, About, Complaint, Found, countries_meant};
use crate::gazetteer::candidates::one_city;
use crate::gazetteer::city::{City, Sort};
use crate::gazetteer::country::NameKind;
use crate::gazetteer::fold::fold;
use crate::gazetteer::further::by_id;
use crate::gazetteer::ground::belongs_or_belonged;
use crate::gazetteer::hint::Hint;
use crate::gazetteer::matches::{SAME_PLACE_KILOMETRES, is_name};
use crate::gazetteer::place::{Named, Place, kilometres_between, places_called};
use crate::meeting::Text;
use crate::meeting::code::CountryCode;

/// The cells of a row that say where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Where<'a> {
    /// The host country.
    pub country: &'a str,
    /// The city.
    pub city: &'a str,
    /// Whether a cell may name several places.
    pub may_be_several: bool,
    /// Whether it is looked for what else may be meant by a name that is not known, which takes long.
    pub suggests: bool,
}

/// The places that a row names, in the order of its cells; none if it names none. Decisions of the user go
/// before what the gazetteer knows.
#[must_use]
pub fn spots(asked: Where<'_>, decisions: &Decisions) -> Vec<Spot> {
    let Where { country, city, may_be_several, suggests } = asked;
    if country.is_empty() && city.is_empty() {
        return Vec::new();
    }
    let explained = decisions.unknown_country(country);
    let decided = decisions.place(country, city).or(explained.filter(|decided| decided.country().is_none()));
    if let Some(spot) = decided.and_then(|decided| decided_spot(decided, country, city)) {
        return vec![spot];
    }
    let country = explained.and_then(Decided::country).map_or(country, CountryCode::as_str);
    if !may_be_several {
        return vec![as_written(country, city, suggests)];
    }
    if let Some(spots) = by_countries(asked, decisions) {
        return spots;
    }
    let Some(countries) = countries_of(country) else { return vec![as_written(country, city, suggests)] };
    if city.is_empty() {
        return countries.into_iter().map(whole_country).collect();
    }
    let reader = Reader { countries: &countries, country, decisions, suggests };
    if let Some(spots) = reader.in_parallel(city) {
        return spots;
    }
    let spots = reader.several(city);
    if spots.is_empty() { vec![reader.one(city)] } else { spots }
}

/// The places of cells that say them in other ways: cities by state in one cell, and cities in the cell of
/// the country, as far as all of them are known.
fn by_countries(asked: Where<'_>, decisions: &Decisions) -> Option<Vec<Spot>> {
    let Where { country, city, .. } = asked;
    if country.is_empty() || city.is_empty() {
        let all = by_states(if country.is_empty() { city } else { country });
        let each = all.into_iter().flatten().map(|OfState { state, cities, is_in_brackets }| {
            let found = spots(Where { country: state, city: cities, ..asked }, decisions);
            let is_sure = |one: &Found| one.placed.precision() == "city" && one.complaints.is_empty();
            (!is_in_brackets || found.iter().all(|spot| is_sure(&spot.found))).then_some(found)
        });
        let each = each.collect::<Option<Vec<Vec<Spot>>>>().map(|each| each.concat());
        let each = each.filter(|spots| !spots.is_empty());
        if country.is_empty() || each.is_some() {
            return each;
        }
    }
    if !city.is_empty() || countries_of(country).is_some() || is_code(country) {
        return None;
    }
    // Of one text, a country that is spelt in another way goes first.
    if parts(country).parts.len() < 2 && !countries_meant(country).is_empty() {
        return None;
    }
    let found = spots(Where { country: "", city: country, ..asked }, decisions);
    let are_known = found.iter().all(|spot| spot.found.complaints.is_empty() && spot.found.country.is_some());
    (are_known && !found.is_empty()).then_some(found)
}

/// The place that the user chose for these words; `None` if it is no longer in the tables. What was left out
/// is nowhere.
fn decided_spot(decided: &Decided, country: &str, written: &str) -> Option<Spot> {
    let understood = venue::country_of_cell(country);
    let (country_now, placed) = decided.puts(understood)?;
    let found = Found { country: country_now, placed, ..Found::default() };
    let country_as_written = if understood.is_none() { country.to_owned() } else { String::new() };
    Some(Spot {
        found,
        country_as_written: country_as_written.into(),
        city: written.into(),
        building: Text::new(),
    })
}

/// The countries of a cell: one, or several that it lists; `None` if a part of it is no country.
fn countries_of(text: &str) -> Option<Vec<CountryCode>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    if let Some(code) = venue::country_of_cell(text) {
        return Some(vec![code]);
    }
    let parts = parts(text);
    let read = best_division(&parts, |group| venue::country(group.text));
    read.into_iter().map(|(_, code)| code).collect()
}

/// Reads the cell of cities of a row with certain countries.
struct Reader<'a> {
    countries: &'a [CountryCode],
    country: &'a str,
    decisions: &'a Decisions,
    suggests: bool,
}

impl Reader<'_> {
    /// The places of a cell with several parts; none if it is one place, or nothing in it is known.
    fn several(&self, text: &str) -> Vec<Spot> {
        let cell = parts(text);
        if cell.parts.len() < 2 {
            return Vec::new();
        }
        let are_commas = cell.parts[1..].iter().all(|part| part.after_comma);
        // Where no country says which village is meant, a part is more likely a building.
        let is_open = |text: &str| !self.countries.is_empty() || is_well_known(text);
        let division = best_division(&cell, |group| {
            let is_whole = |text: &str| !text.contains([',', '(']);
            let meant = self.meaning(group).filter(|_| is_open(group.text) || !is_whole(group.text));
            meant.or_else(|| self.capital_elsewhere(group))
        });
        let mut division = without_addresses(without_hints(self.beside_others(division)));
        let sites = if are_commas { settle_sites(&mut division) } else { Vec::new() };
        let known = division.iter().filter(|(_, meant)| meant.is_some()).count();
        let unknown: Vec<&str> =
            division.iter().filter(|(_, meant)| meant.is_none()).map(|(group, _)| group.text).collect();
        if known == 0 {
            return Vec::new();
        }
        // A name that some city has is no building.
        let is_one_with_its_building = known == 1
            && are_commas
            && !unknown
                .iter()
                .any(|text| is_well_known(text) && !is_organisation(text) && !sites.contains(text));
        let building = if is_one_with_its_building { unknown.join(", ") } else { String::new() };
        let mut spots: Vec<Spot> = Vec::new();
        let mut is_last_venue = false;
        for (Group { text, .. }, meant) in division {
            let is_venue = matches!(&meant, Some(Meaning::City(named)) if named.city.sort == Sort::Venue);
            let follows_venue = std::mem::replace(&mut is_last_venue, is_venue);
            let spot = match meant {
                Some(meant) => self.spot(meant, &building),
                None if is_one_with_its_building => continue,
                None => self.unknown(text),
            };
            // `Schloss Meseberg, Gransee`: a site and the town beside it.
            if are_commas
                && (follows_venue || text.contains(','))
                && spots.last().is_some_and(|last| is_beside(last, &spot))
            {
                is_last_venue |= follows_venue;
                continue;
            }
            match spots.last_mut().filter(|last| is_at_one_place(last, &spot)) {
                Some(last) if last.building.is_empty() => last.building = spot.building,
                Some(_) => {}
                None => spots.push(spot),
            }
        }
        spots
    }

    /// With the parts that mean one place only where the others lie: `Odessa` beside Kiev.
    fn beside_others<'t>(
        &self,
        division: Vec<(Group<'t>, Option<Meaning>)>,
    ) -> Vec<(Group<'t>, Option<Meaning>)> {
        let country = |(_, meant): &(Group<'_>, Option<Meaning>)| match meant {
            Some(Meaning::City(named)) => Some(named.city.country),
            Some(Meaning::Country(code)) => Some(*code),
            Some(Meaning::Decided(_)) | None => None,
        };
        let countries: Vec<CountryCode> = division.iter().filter_map(country).collect();
        let near = Reader { countries: &countries, ..*self };
        let settled = division.into_iter().map(|(group, meant)| {
            let is_open = meant.is_none() && !countries.is_empty() && !is_organisation(group.text);
            let found = if is_open { near.known_city(Group { is_tied: true, ..group }) } else { None };
            let named = found.map(|(city, _)| Meaning::of(city, None, group.text));
            (group, meant.or(named))
        });
        settled.collect()
    }

    /// The one place of a cell.
    fn one(&self, text: &str) -> Spot {
        let group = Group { text: text.trim(), is_tied: true, after_comma: false };
        if let Some(meant) = self.meaning(group) {
            return self.spot(meant, "");
        }
        if let Some(spot) = self.with_country_behind(text) {
            return spot;
        }
        // A country that is written in an unusual way is looked up by its code.
        match self.countries {
            [code] if venue::country(self.country).is_none() => {
                as_written(code.as_str(), text, self.suggests)
            }
            _ => as_written(self.country, text, self.suggests),
        }
    }

    /// `Dubai UAE`: the last words are the country, where the row gives no other.
    fn with_country_behind(&self, text: &str) -> Option<Spot> {
        /// Words that the name of a country may have.
        const MOST_WORDS: usize = 3;
        let ends = text.char_indices().filter(|(_, letter)| letter.is_whitespace()).map(|(at, _)| at);
        let ends: Vec<usize> = ends.collect();
        ends.iter().rev().take(MOST_WORDS).find_map(|&at| {
            let (name, behind) = (text[..at].trim(), text[at..].trim());
            let hint = Hint::from_words(behind)?;
            if !is_name(name) {
                return None;
            }
            let (city, _) = self.city_in(&format!("{name}, {behind}"))?;
            let is_there = hint.allows(&Place::City(city.clone()));
            is_there.then(|| Spot { found: at_city(&city), city: name.into(), ..Spot::default() })
        })
    }

    fn spot(&self, meant: Meaning, building: &str) -> Spot {
        match meant {
            Meaning::City(named) => {
                let NamedCity { city, within, name, beside } = *named;
                let found = Found { country: Some(within.unwrap_or(city.country)), ..at_city(&city) };
                let building = if beside.is_empty() { building.to_owned() } else { beside };
                // A venue in a town is a building there.
                let (name, building) = match city.town.and_then(by_id) {
                    Some(town) => (town.name.into_owned(), name),
                    None => (name, building),
                };
                Spot { found, country_as_written: Text::new(), city: name.into(), building: building.into() }
            }
            Meaning::Country(code) => {
                let country_is_other = !self.countries.is_empty() && !self.countries.contains(&code);
                let found = Found { country_is_other, ..at_country(code) };
                Spot { found, building: building.into(), ..Spot::default() }
            }
            Meaning::Decided(spot) => *spot,
        }
    }

    /// A part that means nothing, beside others that do: at its country, and said.
    fn unknown(&self, text: &str) -> Spot {
        let [country] = self.countries else {
            let complaint = Complaint { about: About::City, kind: PlaceProblem::unknown_stop(text, None) };
            return Spot {
                found: Found { complaints: vec![complaint], ..Found::default() },
                city: text.into(),
                ..Spot::default()
            };
        };
        let kind = PlaceProblem::unknown_stop(text, Some(*country));
        let complaint = Complaint { about: About::City, kind };
        let found = Found { complaints: vec![complaint], ..at_country(*country) };
        Spot { found, city: text.into(), ..Spot::default() }
    }

    fn meaning(&self, group: Group<'_>) -> Option<Meaning> {
        let text = group.text;
        let decided = self.decisions.place(self.country, text);
        if let Some(spot) = decided.and_then(|decided| decided_spot(decided, self.country, text)) {
            return Some(Meaning::Decided(Box::new(spot)));
        }
        if let Some(found) = self.bracketed(text) {
            return Some(found);
        }
        // A territory or a state in the cell of the city is that place, though a village may be called so:
        // Macao under Portugal.
        if let Some(code) = self.territory(text) {
            return Some(Meaning::Country(code));
        }
        if let Some((city, within)) = self
            .known_city(group)
            .filter(|(city, _)| !is_code_of_a_body(text, city) && !is_two_states(text, city))
        {
            let name = if group.is_tied { without_country(text, &city) } else { text };
            return Some(Meaning::of(city, within, name));
        }
        let code = venue::country(text).filter(|code| !self.is_rather_a_city(text, *code))?;
        let fits = self.countries.is_empty()
            || self.countries.iter().any(|&given| given == code || belongs_or_belonged(code, given));
        fits.then_some(Meaning::Country(code))
    }

    /// Whether the words are a country's by another name than its own, and a large city's own: Granada,
    /// Salvador. Which is meant is asked.
    fn is_rather_a_city(&self, text: &str, code: CountryCode) -> bool {
        /// People of a large city.
        const LARGE: u64 = 100_000;
        let called = places_called(text);
        let is_own = |one: &Named| match &one.place {
            Place::Country(country) => {
                country.code == code
                    && matches!(one.kind, NameKind::Own | NameKind::Official | NameKind::Code)
            }
            Place::City(_) | Place::Part(_) | Place::Province(_) => false,
        };
        let is_city = |one: &Named| match &one.place {
            Place::City(city) => one.kind == NameKind::Own && city.population >= LARGE,
            Place::Country(_) | Place::Part(_) | Place::Province(_) => false,
        };
        self.countries.is_empty() && !called.iter().any(is_own) && called.iter().any(is_city)
    }

    /// The territory or state of this name that belongs or belonged to the row's country.
    fn territory(&self, text: &str) -> Option<CountryCode> {
        let [given] = self.countries else { return None };
        let code = venue::country(text).filter(|code| code != given)?;
        belongs_or_belonged(code, *given).then_some(code)
    }

    /// The capital of another state, among several places: `Jerusalem, Amman` under one of them.
    fn capital_elsewhere(&self, group: Group<'_>) -> Option<Meaning> {
        if self.countries.is_empty() || !is_well_known(group.text) {
            return None;
        }
        let city = one_city(group.text, None).filter(|city| city.capital)?;
        Some(Meaning::of(city, None, group.text))
    }

    /// `Brussels (NATO HQ)`, `La Malbaie (Charlevoix)`, `Dakar (Senegal)`: the name with what stands in
    /// brackets behind it.
    fn bracketed(&self, text: &str) -> Option<Meaning> {
        let (name, inside) = venue::bracketed(text)?;
        if is_well_known(text) || name.contains([',', '(']) {
            return None;
        }
        let meant = |(city, within): (City, Option<CountryCode>), written: &str, beside: &str| {
            let (name, beside) = (written.to_owned(), beside.to_owned());
            Meaning::City(Box::new(NamedCity { city, within, name, beside }))
        };
        let is_area = Hint::from_words(inside).is_some() && is_name(name);
        if is_area && let Some(city) = one_city(&format!("{name}, {inside}"), None) {
            return Some(meant((city, None), name, ""));
        }
        if let Some(city) = is_name(name).then(|| self.city_in(name)).flatten() {
            let is_elsewhere = is_name(inside) && !self.is_venue(inside);
            let beside = if is_elsewhere { "" } else { inside };
            return Some(meant(city, name, beside));
        }
        is_name(inside).then(|| self.city_in(inside)).flatten().map(|city| meant(city, name, ""))
    }

    /// Whether the words mean a venue in a town.
    fn is_venue(&self, text: &str) -> bool {
        self.city_in(text).is_some_and(|(city, _)| city.town.is_some())
    }

    /// The city of a group of parts that is a name, or a name and the area behind it.
    fn known_city(&self, group: Group<'_>) -> Option<(City, Option<CountryCode>)> {
        let text = group.text;
        // A name with a comma in it is one of a city; two places side by side are no third one.
        let is_named = if text.contains(',') { is_well_known(text) } else { is_name(text) };
        let is_named = is_named || {
            let (head, tail) = text.split_once(',').filter(|_| group.is_tied)?;
            is_name(head.trim()) && Hint::from_words(tail.trim()).is_some()
        };
        if is_named {
            self.city_in(text)
        } else if group.is_tied {
            self.city_in_areas(text)
        } else {
            None
        }
    }

    /// `Chicago, Illinois, USA`, `Munich, Bavaria, Germany`: a name and the areas that it lies in, all of
    /// which hold it. `Chicago, New York, USA` is two cities.
    fn city_in_areas(&self, text: &str) -> Option<(City, Option<CountryCode>)> {
        let mut parts = text.split(super::names::COMMAS).map(str::trim);
        let head = parts.next().filter(|head| is_name(head))?;
        let areas: Vec<&str> = parts.collect();
        if areas.len() < 2 {
            return None;
        }
        let last = Hint::from_words(areas[areas.len() - 1])?;
        let found = areas.iter().find_map(|area| {
            let found = self.city_in(&format!("{head}, {area}"));
            found.filter(|(city, _)| areas.iter().all(|area| is_in(city, area, &last)))
        })?;
        // `Washington, New York, USA`: some hamlet there is called as the city is that every reader thinks
        // of, and the area as another.
        let is_other = |one: &City| one.id != found.0.id && kilometres_between(one.at, found.0.at) > NEAR;
        let is_two =
            one_city(head, None).is_some_and(|known| is_other(&known)) && one_city(areas[0], None).is_some();
        (!is_two).then_some(found)
    }

    /// The city with this name in one of the row's countries, or anywhere if the row gives none; and the
    /// country.
    fn city_in(&self, name: &str) -> Option<(City, Option<CountryCode>)> {
        if self.countries.is_empty() {
            return one_city(name, None).map(|city| (city, None));
        }
        let found = self.countries.iter().filter_map(|&code| Some((one_city(name, Some(code))?, Some(code))));
        // Of several states', the capital, then the larger: Santiago is Chile's, though Brazil has one.
        found.max_by_key(|(city, _)| (city.capital, city.population, std::cmp::Reverse(city.id)))
    }

    /// As many places as states, each in the state at its place of the list; `None` if it is not so.
    fn in_parallel(&self, text: &str) -> Option<Vec<Spot>> {
        let cell = parts(text);
        if self.countries.len() < 2 || cell.parts.len() != self.countries.len() {
            return None;
        }
        let each = cell.each().zip(self.countries).map(|(group, code)| {
            let reader = Reader { countries: std::slice::from_ref(code), ..*self };
            Some(reader.spot(reader.meaning(group)?, ""))
        });
        each.collect()
    }
}

/// Whether two stops that follow each other are one: `Sochi, Bocharov Ruchey`.
fn is_at_one_place(last: &Spot, next: &Spot) -> bool {
    // A building in a town beside the town.
    let is_of_town =
        is_beside(last, next) && !last.building.is_empty() && fold(&last.city) == fold(&next.city);
    is_of_town || (last.found.placed.place().is_some() && last.found.placed == next.found.placed)
}

/// Whether two stops lie so near each other that a map of the world shows one.
fn is_beside(last: &Spot, next: &Spot) -> bool {
    let [one, other] = [last, next].map(|spot| spot.found.placed.position());
    one.zip(other).is_some_and(|(one, other)| kilometres_between(one, other) < SAME_PLACE_KILOMETRES)
}

/// Whether a text is the name of a country, a city or a site.
fn is_well_known(text: &str) -> bool {
    !places_called(text).is_empty()
}

/// Whether words are two states, though a small place in the second is called as the first is: `Laos,
/// Vietnam`. States of the United States are called so, and are known: `Georgia, USA`.
fn is_two_states(text: &str, found: &City) -> bool {
    /// People of a place that is known by itself: Armenia in Colombia.
    const LARGE: u64 = 100_000;
    let Some((first, second)) = text.split_once(',') else { return false };
    let [first, second] = [first, second].map(str::trim);
    let is_own = |one: &Named| matches!(&one.place, Place::Country(country) if one.kind == NameKind::Own && country.code != found.country);
    let is_state = places_called(first).iter().any(is_own);
    let has_states = found.country.as_str() == "USA";
    let is_known = found.population >= LARGE && fold(&found.name) == fold(first);
    is_state && !has_states && !is_known && venue::country(second) == Some(found.country)
}
