//! The tables in `data/` are whole: every code is known, every fact has a source, nothing contradicts itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use summitry::gazetteer::candidates::capital;
use summitry::gazetteer::city::{Sort, cities};
use summitry::gazetteer::claim::claims;
use summitry::gazetteer::country::{Countries, CountryKind};
use summitry::gazetteer::fold::fold;
use summitry::gazetteer::further::{by_id, sites};
use summitry::gazetteer::ground::{Relation, ground_of, grounds};
use summitry::gazetteer::known_person::known_persons;
use summitry::gazetteer::office::{Spell, spells};
use summitry::gazetteer::place::kilometres_between;
use summitry::gazetteer::region::Region;
use summitry::gazetteer::seat::{home_on, seats};
use summitry::gazetteer::title::OfficeClass;
use summitry::gazetteer::town;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::PartialDate;
use summitry::meeting::identity::CityId;

/// Some columns of a table in `data/`, row by row, read without the program's own reader.
pub fn columns<const N: usize>(file: &str, names: [&str; N]) -> Vec<[String; N]> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file);
    let mut table = csv::Reader::from_path(path).expect("the table is there");
    let headers = table.headers().expect("it has a header").clone();
    let places = names.map(|name| headers.iter().position(|header| header == name).expect(name));
    let rows = table.records().map(|record| record.expect("it is CSV"));
    rows.map(|record| places.map(|place| record[place].to_owned())).collect()
}

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap_or_else(|_| panic!("{text} is no date"))
}

#[test]
fn every_area_and_state_of_the_ground_table_is_known_and_has_a_source() {
    for row in grounds() {
        let [area, state] = [row.area, row.state].map(|code| {
            Countries::embedded().get(code).unwrap_or_else(|| panic!("{code} is in no row of countries.csv"))
        });
        assert!(row.source.len() > 10, "{} and {} have no source", row.area, row.state);
        assert_ne!(row.area, row.state);
        let is_former = state.kind == CountryKind::FormerState;
        assert_eq!(is_former, row.relation == Relation::Ground, "{row:?}");
        assert_ne!(area.kind, CountryKind::FormerState, "{row:?}");
        assert_eq!(
            row.end.is_empty(),
            matches!(row.relation, Relation::Dependency | Relation::Cities),
            "{row:?}"
        );
    }
    let order: Vec<_> = grounds().iter().map(|row| (row.area, row.state, row.relation.name())).collect();
    assert!(order.is_sorted_by(|a, b| a < b), "sorted, and no row stands twice");
    for relation in Relation::ALL {
        assert!(grounds().iter().any(|row| row.relation == relation), "{relation:?}");
    }
}

#[test]
fn an_area_belongs_to_one_state_at_a_time() {
    for row in grounds() {
        if !row.start.is_empty() && !row.end.is_empty() {
            assert!(day(&row.start).first_day() <= day(&row.end).last_day(), "{row:?}");
        }
    }
    let mut spans: BTreeMap<(CountryCode, CountryCode), Vec<(&str, &str)>> = BTreeMap::new();
    for row in grounds().iter().filter(|row| matches!(row.relation, Relation::Dependency | Relation::Held)) {
        spans.entry((row.area, row.state)).or_default().push((&row.start, &row.end));
    }
    for ((area, state), spans) in spans {
        assert!(spans.is_sorted_by(|a, b| !a.1.is_empty() && a.1 <= b.0), "{area} and {state}: {spans:?}");
    }
    let mut owner = BTreeMap::new();
    for row in grounds().iter().filter(|row| row.relation == Relation::Dependency) {
        assert_eq!(owner.insert(row.area, row.state), None, "{} has one state today", row.area);
    }
    for row in grounds().iter().filter(|row| row.relation == Relation::Held) {
        // Who belongs to another state now does so from the day the former one left.
        let today = grounds().iter().find(|one| one.area == row.area && one.relation == Relation::Dependency);
        assert!(today.is_none_or(|today| row.end <= today.start), "{row:?} and {today:?}");
    }
}

#[test]
fn no_area_belongs_to_itself_by_way_of_others() {
    for country in Countries::embedded().iter() {
        let mut met = BTreeSet::new();
        let mut next: Vec<CountryCode> = ground_of(country.code).collect();
        while let Some(code) = next.pop() {
            assert_ne!(code, country.code, "{} leads to itself", country.code);
            if met.insert(code) {
                next.extend(ground_of(code));
            }
        }
    }
}

#[test]
fn every_former_state_has_ground_and_a_capital_that_is_a_city_of_today() {
    for country in Countries::embedded().iter() {
        if country.kind == CountryKind::FormerState {
            assert!(ground_of(country.code).next().is_some(), "{} lies nowhere today", country.code);
        }
        assert_eq!(country.capital.is_empty(), country.capital_id.is_none(), "{}", country.code);
        let Some(city) = capital(country) else { continue };
        assert_eq!((Some(city.id), city.at), (country.capital_id, country.capital_at), "{}", country.code);
    }
    let capital_of = |letters: &str| {
        let country = Countries::embedded().get(CountryCode::new(letters).expect("a code"));
        capital(country.expect("in the table")).expect("it has a capital")
    };
    assert_eq!(capital_of("SUN"), capital_of("RUS"), "the Moscow of the Soviet Union is Moscow");
    assert_eq!(capital_of("DDR"), capital_of("DEU"), "East Berlin is Berlin");
}

#[test]
fn every_city_has_an_id_of_its_own_by_which_it_is_found() {
    let mut ids = BTreeSet::new();
    for city in cities() {
        assert!(ids.insert(city.id), "{city:?}");
        assert_eq!(by_id(city.id), Some(city));
    }
    let own = columns("build/places.csv", ["id", "lon", "sort"]);
    for [id, lon, sort] in own {
        assert_eq!(id.is_empty(), lon.is_empty(), "a place of our own has an id of our own: {id} {lon}");
        let Ok(id) = id.parse() else { continue };
        assert_eq!(CityId(id).is_area(), sort == "area", "{id}");
        assert!(!CityId(id).is_of_geonames(), "{id}");
    }
    for site in sites() {
        assert!(ids.insert(site.id), "{site:?}");
        assert_eq!(by_id(site.id).as_ref(), Some(site));
        assert_eq!(site.id.is_area(), site.sort == Sort::Area, "{site:?}");
        assert!(Countries::embedded().get(site.country).is_some(), "{site:?}");
    }
    for row in 0..town::count() {
        let town = town::town(row);
        assert!(ids.insert(town.id), "{town:?}");
        assert!(
            Countries::embedded().get(town.country).is_some() && !fold(&town.name).is_empty(),
            "{town:?}"
        );
    }
    assert!(town::count() > 200_000);
}

#[test]
fn the_packed_towns_are_those_of_the_table() {
    let table = columns("towns.csv", ["id", "name", "country", "admin", "lon", "lat", "population"]);
    assert_eq!(table.len(), town::count());
    for (row, [id, name, country, admin, lon, lat, population]) in table.into_iter().enumerate() {
        let town = town::town(row);
        let told =
            (town.id.0.to_string(), town.name, town.country.to_string(), town.division, town.population);
        assert_eq!(told, (id, name.into(), country, admin.into(), population.parse().expect("a number")));
        let [lon, lat] = [lon, lat].map(|degrees| degrees.parse().expect("a number"));
        assert_eq!(town.at, Position::new(lon, lat));
    }
}

#[test]
fn every_venue_and_region_has_a_source_and_lies_in_its_town() {
    let table = columns("build/places.csv", ["id", "sort", "source"]);
    for [id, sort, source] in table.into_iter().filter(|[_, sort, _]| !sort.is_empty()) {
        let place = by_id(CityId(id.parse().expect("it has an id of our own"))).expect("it is in the table");
        assert_eq!(place.sort.word(), sort);
        assert!(source.starts_with("https://"), "{id}: {source}");
        if let Some(town) = place.town {
            let town = by_id(town).expect("its town is in the table");
            assert!(kilometres_between(town.at, place.at) < 40.0, "{place:?} {town:?}");
            assert_eq!((town.sort, town.country), (Sort::Settlement, place.country));
        }
    }
}

/// It would be one place where its country is given, and another where it is not.
#[test]
fn no_settlement_added_by_hand_is_also_called_as_a_town_beside_it_is() {
    let mut towns: BTreeMap<String, Vec<CityId>> = BTreeMap::new();
    for [id, name] in columns("towns.csv", ["id", "name"]) {
        towns.entry(fold(&name)).or_default().push(CityId(id.parse().expect("an id is a number")));
    }
    for [id, sort, alternates] in columns("build/places.csv", ["id", "sort", "alternates"]) {
        // Of a city that GeoNames has too, the row says its place alone.
        let (Ok(id), true) = (id.parse(), sort.is_empty()) else { continue };
        let place = by_id(CityId(id)).expect("every place by hand is in the table");
        for name in alternates.split('|').filter(|name| fold(name) != fold(&place.name)) {
            let beside = towns.get(&fold(name)).into_iter().flatten().filter_map(|&id| town::by_id(id));
            for town in beside {
                let away = kilometres_between(place.at, town.at);
                assert!(
                    away > 30.0,
                    "{} is also called {}, and so is a town {away:.0} km away",
                    place.name,
                    town.name
                );
            }
        }
    }
}

#[test]
fn claims_and_well_known_cities_are_of_the_tables() {
    for claim in claims() {
        let [listed, state] =
            [claim.listed, claim.state].map(|code| Countries::embedded().get(code).is_some());
        assert!(listed && state && claim.listed != claim.state && claim.source.len() > 10, "{claim:?}");
        let [west, south, east, north] = claim.bounds;
        assert!(west < east && south < north, "{claim:?}");
    }
    for [id, name, country] in columns("known_cities.csv", ["id", "name", "country"]) {
        let city = by_id(CityId(id.parse().expect("a number"))).expect("it is in the table");
        assert_eq!((&*city.name, city.country.as_str()), (&*name, &*country));
    }
}

#[test]
fn names_that_were_given_up_are_other_names_of_their_cities() {
    let table = columns("given_up_names.csv", ["name", "id", "end", "source"]);
    assert!(table.len() >= 3);
    for [name, id, end, source] in table {
        let city = by_id(CityId(id.parse().expect("a number"))).expect("it is in the table");
        assert!(city.alternates().any(|other| fold(other) == fold(&name)), "{name}");
        assert!(
            (1500..2000).contains(&end.parse::<i32>().expect("a year")) && source.contains("https://"),
            "{name}"
        );
    }
}

#[test]
fn seats_are_cities_of_their_states_with_dates_and_sources() {
    for seat in seats() {
        let city = by_id(seat.id).unwrap_or_else(|| panic!("{seat:?} is no city of the tables"));
        assert_eq!((&*city.name, city.country), (&*seat.city, seat.state));
        assert!(seat.source.len() > 10, "{seat:?}");
        assert!(seat.end.is_none_or(|end| seat.start.first_day() <= end.last_day()), "{seat:?}");
    }
    let order: Vec<_> = seats().iter().map(|seat| (seat.state, seat.start.first_day())).collect();
    assert!(order.is_sorted(), "{order:?}");
    for (place, seat) in seats().iter().enumerate() {
        let city = by_id(seat.id).expect("told above");
        assert!(kilometres_between(seat.at, city.at) < 0.1, "{seat:?}");
        let others = seats()[place + 1..].iter();
        for later in others.filter(|one| (one.state, one.role) == (seat.state, seat.role)) {
            let end = seat.end.unwrap_or_else(|| panic!("{seat:?} lasts, and {later:?} follows"));
            let meets = end.first_day() <= later.start.last_day();
            assert!(meets && end.first_day() <= later.start.first_day(), "{seat:?} and {later:?} overlap");
        }
    }
    let name = |state, day: &str| {
        let state = CountryCode::new(state).expect("a code");
        let day = (!day.is_empty()).then(|| PartialDate::parse(day).expect("a day").first_day());
        let home = home_on(state, day).expect("a state");
        let city = by_id(home.city.expect("it has a capital")).expect("a city of the tables");
        assert!(kilometres_between(home.at, city.at) < 0.1, "{state} {day:?}");
        city.name.into_owned()
    };
    for (state, day, city) in [
        ("DEU", "1989-11-09", "Bonn"),
        ("DEU", "1999-08-31", "Bonn"),
        ("DEU", "1999-09-01", "Berlin"),
        ("DEU", "", "Berlin"),
        ("KAZ", "1995-01-01", "Almaty"),
        ("KAZ", "2024-07-03", "Astana"),
        ("MMR", "2005-11-05", "Yangon"),
        ("MMR", "2005-11-06", "Naypyidaw"),
        ("NGA", "1991-12-11", "Lagos"),
        ("NGA", "1991-12-12", "Abuja"),
        ("BRA", "1960-04-20", "Rio de Janeiro"),
        ("BRA", "1960-04-21", "Brasília"),
        ("GNQ", "2026-01-02", "Malabo"),
        ("GNQ", "2026-01-03", "Ciudad de la Paz"),
        ("GNQ", "", "Ciudad de la Paz"),
        ("BOL", "2024-06-06", "La Paz"),
        ("NLD", "2024-06-06", "The Hague"),
        ("LKA", "2024-06-06", "Colombo"),
        ("PAK", "1965-01-01", "Rawalpindi"),
        ("PAK", "1970-01-01", "Islamabad"),
        ("PLW", "2000-01-01", "Koror"),
        ("TZA", "2000-01-01", "Dar es Salaam"),
        ("TZA", "2024-01-01", "Dodoma"),
        ("FRA", "1950-01-01", "Paris"),
    ] {
        assert_eq!(name(state, day), city, "{state} on {day}");
    }
}

#[test]
fn no_city_stands_twice_with_one_number_of_people() {
    let mut met: BTreeMap<(String, CountryCode, u64), CityId> = BTreeMap::new();
    for city in cities().filter(|city| city.population > 0 && city.sort == Sort::Settlement) {
        let key = (city.name.into_owned(), city.country, city.population);
        let before = met.insert(key.clone(), city.id);
        assert_eq!(before, None, "{key:?}");
    }
    assert!(met.len() > 30_000);
}

#[test]
fn regions_are_of_known_areas_with_a_source_each_and_follow_the_standard_they_name() {
    let rows = columns("regions.csv", ["region", "country", "source"]);
    assert!(rows.is_sorted_by(|a, b| a[..2] < b[..2]), "sorted, and none stands twice");
    let areas = columns("countries.csv", ["code", "region", "m49_region", "m49_subregion"]);
    for [code, own, ..] in &areas {
        let country = Countries::embedded().get(CountryCode::new(code).expect("a code")).expect("a row");
        let bits = Region::ALL.into_iter().filter(|region| country.regions & region.bit() != 0);
        let told: BTreeSet<&str> = bits.map(Region::name).collect();
        let further = rows.iter().filter(|[_, country, _]| country == code).map(|[region, ..]| &**region);
        let listed: BTreeSet<&str> = further.chain([&**own]).filter(|name| !name.is_empty()).collect();
        assert_eq!(told, listed, "{code}");
        let is_own = Region::ALL[..Region::OWN].iter().any(|region| region.name() == own);
        assert!(is_own || (own.is_empty() && ["ATA", "ATF", "BVT", "HMD", "IOT", "SGS"].contains(&&**code)));
    }
    for [region, country, source] in &rows {
        assert!(source.len() > 10, "{region} {country}");
    }
    let of = |region: &str| -> BTreeSet<&str> {
        rows.iter().filter(|row| row[0] == region).map(|row| &*row[1]).collect()
    };
    for (region, column, standard) in
        [("Asia", 2, "Asia"), ("South-East Asia", 3, "South-eastern Asia"), ("Caribbean", 3, "Caribbean")]
    {
        let by_standard = areas.iter().filter(|area| area[column] == standard).map(|area| &*area[0]);
        assert_eq!(of(region), by_standard.collect(), "{region}");
    }
    let north_africa = areas.iter().filter(|area| area[3] == "Northern Africa" || area[1] == "Middle East");
    assert_eq!(of("Middle East and North Africa"), north_africa.map(|area| &*area[0]).collect());
    assert_eq!(of("Former Soviet Union").len(), 16, "fifteen states and the Union");
    for (code, regions) in [("TUR", ["Europe", "Middle East"]), ("EGY", ["Africa", "Middle East"])] {
        let country = Countries::embedded().get(CountryCode::new(code).expect("a code")).expect("a row");
        for name in regions {
            let region = Region::ALL.into_iter().find(|region| region.name() == name).expect("a region");
            assert!(country.regions & region.bit() != 0, "{code} {name}");
        }
    }
}

#[test]
fn every_row_of_names_and_parts_has_a_source() {
    for [name, source] in columns("parts.csv", ["name", "source"]) {
        assert!(!source.is_empty(), "{name}");
    }
    for [code, source] in columns("build/city_states.csv", ["code", "source"]) {
        let country = Countries::embedded().get(CountryCode::new(&code).expect("a code"));
        assert!(country.is_some_and(|country| country.is_a_city) && !source.is_empty(), "{code}");
    }
    let mut keys = BTreeSet::new();
    for [kind, key, value, source] in columns("family_names.csv", ["kind", "key", "value", "source"]) {
        assert!(!source.is_empty(), "{key}");
        let says_something = matches!(&*kind, "order" | "person");
        assert_eq!(value.is_empty(), !says_something, "{kind} {key}");
        if kind == "order" {
            let code = CountryCode::new(&key).expect("a code");
            assert!(Countries::embedded().get(code).is_some(), "{key}");
        }
        let one = if kind == "person" { fold(&key) } else { key.clone() };
        assert!(keys.insert((kind, one)), "{key} stands twice");
    }
}

#[test]
fn every_time_in_office_is_of_a_known_person_and_state_in_order_and_from_a_named_source() {
    let readme = include_str!("../data/README.md");
    let persons: BTreeSet<&str> = known_persons().map(|person| person.key).collect();
    let mut in_office = BTreeSet::new();
    for spell in spells() {
        assert!(Countries::embedded().get(spell.state).is_some(), "{spell:?}");
        assert!(persons.contains(spell.person), "{spell:?}");
        assert!(spell.end.is_none_or(|end| spell.start.first_day() <= end.last_day()), "{spell:?}");
        assert!(!spell.title.is_empty() && !spell.source.is_empty(), "{spell:?}");
        for source in spell.source.split('|') {
            assert!(readme.contains(&format!("| `{source}` |")), "{source} is not in data/README.md");
        }
        in_office.insert(spell.person);
    }
    assert_eq!(in_office, persons, "everybody of the table held an office");
    let keys: Vec<&str> = known_persons().map(|person| person.key).collect();
    assert!(keys.is_sorted_by(|a, b| a < b), "sorted, and nobody stands twice");
    assert!(spells().map(|spell| spell.person).is_sorted(), "offices are found by binary search");
}

/// What `PartialDate` says of a day, a month and a year alike: a date known to the year overlaps nothing
/// within it.
#[test]
fn a_state_has_one_head_of_a_class_at_a_time_unless_the_office_is_joint() {
    let mut heads: BTreeMap<(CountryCode, OfficeClass), Vec<Spell>> = BTreeMap::new();
    let single = |class: OfficeClass| match class {
        OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment | OfficeClass::ForeignMinister => true,
        OfficeClass::HeadOfOrganisation | OfficeClass::Other => false,
    };
    for spell in spells().filter(|spell| single(spell.class)) {
        heads.entry((spell.state, spell.class)).or_default().push(spell);
    }
    for spells in heads.values_mut() {
        spells.sort_by_key(|spell| (spell.start.first_day(), spell.end.map(PartialDate::last_day)));
        for (place, earlier) in spells.iter().enumerate() {
            for later in &spells[place + 1..] {
                let exact = matches!(later.start, PartialDate::Day(_))
                    && earlier.end.is_none_or(|end| matches!(end, PartialDate::Day(_)));
                let ends_first = earlier.end.is_some_and(|end| end.last_day() <= later.start.first_day());
                assert!(!exact || ends_first || earlier.joint || later.joint, "{earlier:?} and {later:?}");
            }
        }
    }
}

#[test]
fn every_row_of_titles_is_known_and_stands_once() {
    let mut met = BTreeSet::new();
    for [words, kind, class, language] in columns("titles.csv", ["words", "kind", "class", "language"]) {
        assert!(!words.is_empty() && language.len() == 2, "{words}");
        assert_eq!(kind == "office", OfficeClass::ALL.iter().any(|known| known.name() == class), "{words}");
        assert!(["office", "style", "honour", "elect", "of", "article"].contains(&&*kind), "{words}: {kind}");
        assert!(met.insert((words.to_lowercase(), kind)), "{words} stands twice");
    }
}

#[test]
fn a_former_state_says_its_years() {
    for [code, kind, start, end] in columns("countries.csv", ["code", "kind", "start", "end"]) {
        let years = [start, end].map(|year| year.parse::<i16>().ok());
        assert_eq!(years.iter().all(Option::is_some), kind == "former state", "{code}");
        assert!(years[0] <= years[1], "{code}");
    }
}

#[test]
fn seas_lie_on_water_in_order_with_a_source() {
    let borders = summitry::globe::borders::Borders::embedded();
    for sea in summitry::globe::seas::seas() {
        assert!((1.0..=90.0).contains(&sea.degrees), "{sea:?}");
        assert_eq!(borders.country_at(sea.at), None, "{} lies on land", sea.name);
    }
    let names: Vec<&str> = summitry::globe::seas::seas().iter().map(|sea| sea.name).collect();
    assert!(names.is_sorted_by(|a, b| a < b), "sorted, and no sea stands twice");
    assert!(columns("seas.csv", ["source"]).iter().all(|[source]| source.len() > 20));
}

#[test]
fn a_movement_stands_once_with_its_source_and_is_no_state() {
    let mut met = BTreeSet::new();
    for [name, others, source] in columns("movements.csv", ["name", "other_names", "source"]) {
        assert!(!source.is_empty(), "{name}");
        for name in std::iter::once(&*name).chain(others.split('|')).filter(|name| !name.is_empty()) {
            assert!(met.insert(name.to_lowercase()), "{name} stands twice");
            assert!(summitry::import::venue::party(name).is_none(), "{name} is a state or an organisation");
        }
    }
}
