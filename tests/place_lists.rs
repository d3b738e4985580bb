//! Lists of places and states written from general knowledge, each kind a table in `tests/places/`: how many
//! the import places, and how many of those lie elsewhere.

use std::path::{Path, PathBuf};
use summitry::gazetteer::place::kilometres_between;
use summitry::import::decisions::Decisions;
use summitry::import::stops::{Where, spots};
use summitry::import::venue;
use summitry::meeting::Position;

/// The lists, with the share of each that is placed at least, in hundredths, and how far a place may lie
/// away, in kilometres. A province may lie anywhere in it.
const LISTS: [(&str, usize, f64); 7] = [
    ("small_towns", 80, 50.0),
    ("airfields", 80, 50.0),
    ("islands_and_provinces", 90, 250.0),
    ("venues", 90, 50.0),
    ("other_scripts", 90, 50.0),
    ("old_names", 93, 50.0),
    ("ways_of_writing", 95, 50.0),
];

fn table(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/places").join(name).with_extension("csv")
}

fn rows<const N: usize>(name: &str) -> Vec<[String; N]> {
    let mut table = csv::Reader::from_path(table(name)).expect("the list is there");
    let records = table.records().map(|record| record.expect("it is CSV"));
    records.map(|record| std::array::from_fn(|field| record[field].to_owned())).collect()
}

/// Where a row with these cells is placed without a complaint.
fn placed(country: &str, city: &str) -> Option<Position> {
    let found = spots(Where { country, city, may_be_several: true, suggests: true }, &Decisions::default());
    let spot = found.into_iter().next()?;
    if spot.found.complaints.is_empty() { spot.found.placed.position() } else { None }
}

#[test]
fn places_are_found_and_hardly_one_is_taken_for_another() {
    let (mut all, mut right, mut wrong) = (0, 0, Vec::new());
    for (name, least, most_away) in LISTS {
        let list: Vec<[String; 4]> = rows(name);
        let mut found = 0;
        for [text, country, lon, lat] in &list {
            let [lon, lat] = [lon, lat].map(|degrees| degrees.parse().expect("degrees"));
            let Some(at) = placed(country, text) else { continue };
            if kilometres_between(at, Position::new(lon, lat)) <= most_away {
                found += 1;
            } else {
                wrong.push(format!("{text}, {country}"));
            }
        }
        println!("{name}: {found} of {}", list.len());
        assert!(found * 100 >= least * list.len(), "{name}: {found} of {}", list.len());
        all += list.len();
        right += found;
    }
    println!("{right} of {all} right, {} wrong: {wrong:?}", wrong.len());
    assert!(all >= 400);
    assert!(wrong.len() * 100 <= right + wrong.len(), "{wrong:?}");
}

#[test]
fn states_are_found_by_their_names_in_twelve_languages() {
    let list: Vec<[String; 3]> = rows("states");
    let means = |text: &str| venue::country(text).map(|code| code.to_string());
    let wrong: Vec<_> = list.iter().filter(|[_, text, code]| means(text).as_ref() != Some(code)).collect();
    assert!(list.len() >= 300 && wrong.len() * 50 <= list.len(), "{wrong:?}");
}
