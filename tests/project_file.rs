//! Project files: what is saved comes back, whatever it is; what is damaged is said, and nothing is lost
//! without a word.

use crate::any_document::document;
use crate::draws::draws;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use summitry::document::Document;
use summitry::document::file::fields::{MOST_PROBLEMS, ProjectProblem};
use summitry::document::file::open::{OpenError, open};
use summitry::document::file::read::{NotRead, from_text};
use summitry::document::file::save::{Over, SaveError, save, with_ending};
use summitry::document::file::write::to_text;
use summitry::document::file::{Opened, ReadOnly, is_project};
use summitry::document::fingerprint::{Fingerprint, OnDisk, changed_on_disk};
use summitry::gazetteer::language::Language;
use summitry::gazetteer::region::Region;
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::view::View;
use summitry::import;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::{Kind, Position, Role, Status};
use summitry::query::question::rule::Unit;
use summitry::state::{Framing, State, Target, Theme};

/// The record that the program ships, as a document.
fn embedded() -> Document {
    Document::new(import::embedded().meetings, Vec::new(), State::default())
}

fn opened(text: &str) -> Opened {
    from_text(text).unwrap_or_else(|why| panic!("{why}: {text}"))
}

/// A project with these fields besides the marker.
fn project(fields: Value) -> String {
    let mut whole = json!({ "summitry": "project", "version": 1, "meetings": [] });
    let Value::Object(fields) = fields else { panic!("fields are an object") };
    for (key, value) in fields {
        whole[key] = value;
    }
    whole.to_string()
}

fn said(problems: &[ProjectProblem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

proptest! {
    #![proptest_config(draws(128))]

    #[test]
    fn any_document_comes_back_from_its_text(document in document()) {
        let text = to_text(&document);
        let opened = opened(&text);
        prop_assert_eq!(&opened.document, &document);
        prop_assert_eq!(opened.problems, Vec::new());
        prop_assert_eq!(opened.read_only, None);
        prop_assert!(is_project(text.as_bytes()));
        prop_assert_eq!(to_text(&opened.document), text);
    }

    #[test]
    fn a_text_with_a_changed_byte_is_read_or_refused_and_never_panics(
        document in document(),
        place in any::<proptest::sample::Index>(),
        byte in prop_oneof![0x20..0x7F_u8, Just(b'\n')],
    ) {
        let mut bytes = to_text(&document).into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if let Ok(Ok(opened)) = String::from_utf8(bytes).map(|text| from_text(&text)) {
            prop_assert!(opened.document.record.len() >= document.record.len() || opened.read_only.is_some());
        }
    }
}

#[test]
fn the_embedded_record_comes_back_from_its_text() {
    let document = embedded();
    let text = to_text(&document);
    assert_eq!(opened(&text).document, document);
    crate::expected::expect_text("embedded.summitry", &text);
}

#[test]
fn an_example_of_version_1_is_read_to_the_last_field() {
    let text = include_str!("expected/project_v1.summitry");
    let Opened { document, read_only, problems, .. } = opened(text);
    assert_eq!((read_only, problems), (None, Vec::new()));
    let [first, second] = [0, 1].map(|row| document.record.get(row));
    let day = PartialDate::Day(jiff::civil::date(2024, 7, 3));
    assert_eq!(first.dates, Dates { start: Some(day), end: Some(PartialDate::Month(2024, 7)) });
    assert_eq!((first.kind, first.status), (Kind::OfficialVisit, Status::Planned));
    assert_eq!(first.venue.building, "Independence Palace");
    assert_eq!(first.venue.placed.position(), Some(Position::new(71.4306, 51.1801)));
    assert_eq!(
        (first.participants[0].name.as_str(), first.participants[1].role),
        ("Viktor Orbán", Role::Host)
    );
    assert_eq!(first.sources[0].facts, ["date", "venue"]);
    assert_eq!([&first.occasion, &first.outcome, &first.note], ["Summit", "A statement", "To be confirmed"]);
    assert_eq!(second.dates, Dates { start: Some(PartialDate::Year(-43)), end: None });
    assert_eq!(document.sources[0].path, "trips.csv");
    assert_eq!(document.state.selection, Some(Target::Meeting(first.id.clone())));
    assert_eq!(document.unknown.top["x-by"], "another program");
    // Everything in the example is written again.
    let again: Value = serde_json::from_str(&to_text(&document)).expect("it is JSON");
    let example: Value = serde_json::from_str(text).expect("it is JSON");
    assert_eq!(again["meetings"], example["meetings"]);
    assert_eq!(again["sources"], example["sources"]);
}

#[test]
fn an_example_with_state_3_is_written_as_it_was_read() {
    let text = include_str!("expected/project_state_v3.summitry");
    let Opened { document, read_only, problems, .. } = opened(text);
    assert_eq!((read_only, problems), (None, Vec::new()));
    let stop = document.record.get(1).trip.as_ref().expect("it is a stop");
    assert_eq!(stop.number.map(std::num::NonZero::get), Some(2));
    assert_eq!(document.record.get(0).count.get(), 2);
    assert_eq!((document.decisions.places.len(), document.decisions.states.len()), (1, 2));
    assert!(document.state.filter.all_countries && document.state.filter.only_their_lines);
    assert_eq!(document.state.filter.excluded.kinds, BTreeSet::from([Kind::Call]));
    // Nothing in it is lost: what was edited, what was added, what this program does not know.
    let again: Value = serde_json::from_str(&to_text(&document)).expect("it is JSON");
    let example: Value = serde_json::from_str(text).expect("it is JSON");
    assert_eq!(again, example);
}

#[test]
fn a_state_of_version_1_is_read_field_by_field() {
    let state: Value = serde_json::from_str(include_str!("expected/state_v1.json")).expect("it is JSON");
    let Opened { document, read_only, problems, .. } = opened(&project(json!({ "state": state })));
    let State { filter, rule, projection, meridian, framing, theme, language, title, compare, .. } =
        document.state;
    assert_eq!(filter.regions, BTreeSet::from([Region::Europe]));
    assert_eq!(filter.kinds, BTreeSet::from([Kind::Summit, Kind::StateVisit]));
    assert_eq!((filter.text.as_str(), rule.unit), ("peace", Unit::MeetingDays));
    assert_eq!((projection, meridian), (Projection::Mercator, 30.0));
    assert_eq!(framing, Framing::Chosen(View { centre: Plane { x: 0.5, y: 0.75 }, span: 2.0 }));
    assert_eq!((theme, language, title.as_str()), (Theme::Dark, Language::French, "A summer of talks"));
    assert!(compare.is_some_and(|compare| compare.per_month && compare.follows.is_some()));
    assert_eq!(document.state.version, State::VERSION);
    assert!(document.unknown.state.is_empty(), "{:?}", document.unknown.state);
    // Version 1 named the selected place by its spelling.
    assert_eq!(said(&problems), ["/state/selection: what was selected cannot be found again"]);
    assert_eq!(read_only, None, "a selection is no work");
}

#[test]
fn every_field_has_a_line_of_its_own() {
    let before = to_text(&embedded());
    let changed = before.replace("Grand Kremlin Palace", "The Kremlin");
    let differing = before.lines().zip(changed.lines()).filter(|(a, b)| a != b).count();
    assert_eq!(before.lines().count(), changed.lines().count());
    assert_eq!(differing, before.matches("Grand Kremlin Palace").count());
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let document = embedded();
    let mut small = Document::default();
    for row in [1, 2] {
        small.record.push(document.record.get(row).clone()).expect("the identities differ");
    }
    let text = to_text(&small);
    let whole = text.trim_end().len();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        match from_text(&text[..end]) {
            Ok(opened) => assert!(end >= whole && opened.document == small, "cut off after {end}"),
            Err(why) => assert!(matches!(why, NotRead::CutOff { .. }), "{end}: {why}"),
        }
    }
}

#[test]
fn unknown_fields_survive_wherever_they_stand() {
    let text = project(json!({
        "x-top": {"a": [1, 2.5, null]},
        "state": {"x-state": 1, "filter": {"text": "peace", "x-filter": true}, "labels": {"x-labels": "y"}},
        "sources": [{"path": "trips.csv", "x-file": 2}],
        "meetings": [{
            "id": "a",
            "title": "Talks",
            "x-meeting": "kept",
            "venue": {"city": "Minsk", "x-venue": []},
            "participants": [{"name": "Same"}, {"name": "Same", "x-person": 3}, {"name": "Other", "x-person": 4}],
            "sources": [{"reference": "r", "x-source": {}}],
        }],
    }));
    let Opened { document, read_only, problems, .. } = opened(&text);
    assert_eq!((read_only, problems), (None, Vec::new()));
    let again: Value = serde_json::from_str(&to_text(&document)).expect("it is JSON");
    let value = |pointer: &str| again.pointer(pointer).unwrap_or_else(|| panic!("{pointer} in {again:#}"));
    assert_eq!(*value("/x-top"), json!({"a": [1, 2.5, null]}));
    assert_eq!(*value("/state/x-state"), json!(1));
    assert_eq!(*value("/state/filter/x-filter"), json!(true));
    assert_eq!(*value("/state/filter/text"), json!("peace"));
    assert_eq!(*value("/state/labels/x-labels"), json!("y"));
    assert_eq!(*value("/sources/0/x-file"), json!(2));
    assert_eq!(*value("/meetings/0/x-meeting"), json!("kept"));
    assert_eq!(*value("/meetings/0/venue/x-venue"), json!([]));
    assert_eq!(value("/meetings/0/participants/0").get("x-person"), None);
    assert_eq!(*value("/meetings/0/participants/1/x-person"), json!(3));
    assert_eq!(*value("/meetings/0/participants/2/x-person"), json!(4));
    assert_eq!(*value("/meetings/0/sources/0/x-source"), json!({}));
    assert_eq!(opened(&to_text(&document)).document, document);
}

/// Puts an unknown field into every object, and gives where.
fn sown(value: &mut Value, at: &str, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut() {
                sown(field, &format!("{at}/{name}"), places);
            }
            fields.insert("x-unknown".to_owned(), json!({"kept": [at]}));
            places.push(at.to_owned());
        }
        Value::Array(elements) => {
            for (number, element) in elements.iter_mut().enumerate() {
                sown(element, &format!("{at}/{number}"), places);
            }
        }
        _ => {}
    }
}

#[test]
fn an_unknown_field_survives_in_every_part_of_the_state_and_of_what_was_stated_about_files() {
    let columns = json!([{"heading": "When", "field": "start"}, {"heading": "Who", "field": "leader"}]);
    let sources = json!([{"path": "/trips.csv", "instructions": {"mapping": {"columns": columns}}}]);
    let text = to_text(&opened(&project(json!({"sources": sources}))).document);
    let mut whole: Value = serde_json::from_str(&text).expect("it is JSON");
    let mut places = Vec::new();
    for part in ["/state", "/sources"] {
        sown(whole.pointer_mut(part).expect("it is written"), part, &mut places);
    }
    assert!(places.len() > 12, "{places:?}");
    let Opened { document, problems, .. } = opened(&whole.to_string());
    assert!(problems.is_empty(), "{problems:?}");
    let again: Value = serde_json::from_str(&to_text(&document)).expect("it is JSON");
    for place in places {
        let kept = again.pointer(&format!("{place}/x-unknown"));
        assert_eq!(kept, Some(&json!({"kept": [place]})), "{place}");
    }
}

#[test]
fn a_file_beside_the_project_is_told_from_its_folder_and_one_elsewhere_by_its_whole_path() {
    let [first, second] = [(); 2].map(|()| tempfile::tempdir().expect("there is room"));
    let beside = |folder: &std::path::Path| folder.join("tables").join("trips.csv").display().to_string();
    let elsewhere = second.path().join("other.csv").display().to_string();
    let paths = [beside(first.path()), elsewhere.clone()];
    let print = "5120-00ab5f19c20d4e77";
    let sources: Vec<Value> = paths.iter().map(|path| json!({"path": path, "fingerprint": print})).collect();
    let document = opened(&project(json!({"sources": sources}))).document;
    let path = first.path().join("p.summitry");
    save(&path, &document, Over::Nothing).expect("it is written");
    let text = std::fs::read_to_string(&path).expect("it is there");
    assert!(text.contains("\"path\": \"tables/trips.csv\""), "{text}");
    assert!(open(&path).expect("it is a project").0.document == document);
    // The folder is passed on: the file is looked for there.
    let moved = second.path().join("p.summitry");
    std::fs::copy(&path, &moved).expect("it is there");
    let found: Vec<String> =
        open(&moved).expect("it is a project").0.document.sources.into_iter().map(|one| one.path).collect();
    assert_eq!(found, [beside(second.path()), elsewhere]);
}

#[test]
fn an_unknown_field_stays_with_its_meeting_through_edits() {
    use summitry::document::edit::{Edit, FieldValue, apply};
    use summitry::meeting::identity::MeetingId;
    let text = project(json!({ "meetings": [{"id": "a"}, {"id": "b", "x": 1}, {"id": "c"}] }));
    let document = opened(&text).document;
    let id = MeetingId::new;
    let edits = [
        Edit::Set { meetings: vec![id("b")], value: FieldValue::Title("Talks".to_owned().into()) },
        Edit::Remove(vec![id("a")]),
        Edit::Duplicate(id("c")),
    ];
    let after = edits
        .into_iter()
        .fold(document, |document, edit| apply(&document, edit).expect("the meetings are there").0);
    let again: Value = serde_json::from_str(&to_text(&after)).expect("it is JSON");
    let rows = again["meetings"].as_array().expect("it is a list").iter();
    let found: Vec<(&Value, Option<&Value>)> = rows.map(|row| (&row["id"], row.get("x"))).collect();
    assert_eq!(found, [(&json!("b"), Some(&json!(1))), (&json!("c"), None), (&json!("new-1"), None)]);
}

#[test]
fn a_newer_version_opens_read_only_and_says_so() {
    let newer = project(json!({ "version": 7, "meetings": [{"id": "a", "colour": "red"}] }));
    let Opened { document, read_only, .. } = opened(&newer);
    assert_eq!((document.record.len(), &read_only), (1, &Some(ReadOnly::Newer { version: 7 })));
    assert!(read_only.expect("just seen").to_string().contains("A newer Summitry wrote this project"));
    let state = project(json!({ "state": {"version": 99, "title": "T"} }));
    let Opened { document, read_only, .. } = opened(&state);
    assert_eq!((document.state.title.as_str(), read_only), ("T", Some(ReadOnly::NewerState { version: 99 })));
}

#[test]
fn what_cannot_be_used_is_said_with_its_place_and_the_rest_is_kept() {
    let text = project(json!({
        "next_number": -3,
        "sources": [7, {"path": 1, "read_as": "guess", "fingerprint": "zz"}],
        "state": {"theme": "pink", "meridian": 900, "filter": {"text": "peace", "kinds": ["picnic"]}},
        "meetings": [
            {"id": "a", "title": 3, "kind": "picnic", "status": "held", "start": "2024-02-30", "note": "kept"},
            "nothing",
            {"id": "a", "start": "2024-05-02", "end": "2024-05-01"},
            {"id": "b", "venue": {"country": "Narnia", "city": "C", "precision": "city", "lon": 500}},
            {"id": "c", "participants": [{"name": "N", "role": "king"}, 5], "sources": {}},
        ],
    }));
    let Opened { document, read_only, problems, more_problems } = opened(&text);
    let ids: Vec<String> = document.record.iter().map(|(_, one)| one.id.to_string()).collect();
    assert_eq!(ids, ["a", "row-2", "a-2", "b", "c"]);
    assert_eq!(document.record.get(0).note, "kept");
    assert_eq!(document.record.get(4).participants[0].name, "N");
    assert_eq!((document.state.filter.text.as_str(), document.state.meridian), ("peace", 180.0));
    assert_eq!((read_only, more_problems), (Some(ReadOnly::Problems), 0));
    let pointers: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    let expected = [
        "/meetings/0/title",
        "/meetings/0/kind",
        "/meetings/0/start",
        "/meetings/1",
        "/meetings/1",
        "/meetings/2/end",
        "/meetings/2/id",
        "/meetings/3/venue/country",
        "/meetings/3/venue/lon",
        "/meetings/3/venue/precision",
        "/meetings/4/participants/0/role",
        "/meetings/4/participants/1",
        "/meetings/4/sources",
        "/next_number",
        "/sources/0",
        "/sources/1/path",
        "/sources/1/read_as",
        "/sources/1/fingerprint",
        "/state/filter/kinds",
        "/state/theme",
        "/state/meridian",
    ];
    assert_eq!(pointers, expected, "{:#?}", said(&problems));
}

#[test]
fn problems_are_bounded_and_many_equal_identities_are_quick() {
    let rows: Vec<Value> = (0..50_000).map(|_| json!({ "id": "a" })).collect();
    let Opened { document, problems, more_problems, .. } = opened(&project(json!({ "meetings": rows })));
    assert_eq!(document.record.len(), 50_000);
    assert_eq!((problems.len(), problems.len() + more_problems), (MOST_PROBLEMS, 49_999));
}

#[test]
fn what_is_no_project_is_refused_with_its_reason() {
    let deep = format!("{{\"summitry\": \"project\", \"version\": 1, \"x\": {}", "[".repeat(100_000));
    let cases = [
        ("", "the file is cut off: it ends in the middle, on line 1"),
        (
            "{\"summitry\": \"project\",\n \"version\": 1",
            "the file is cut off: it ends in the middle, on line 2",
        ),
        ("[]", "this is no project of Summitry"),
        ("{}", "this is no project of Summitry"),
        ("{\"meetings\": []}", "this is no project of Summitry"),
        ("{\"summitry\": \"project\", \"version\": 0, \"meetings\": []}", "this is no project of Summitry"),
        ("{\"summitry\": \"song\", \"version\": 1, \"meetings\": []}", "this is no project of Summitry"),
        ("{\"summitry\": \"project\", \"version\": 1}", "the project needs one list of meetings"),
        (
            "{\"summitry\": \"project\", \"version\": 1, \"meetings\": 4}",
            "the project needs one list of meetings",
        ),
        (
            "{\"summitry\": \"project\", \"version\": 1, \"meetings\": [], \"meetings\": []}",
            "the project needs one list of meetings",
        ),
        (&deep, "the file is nested more than 128 deep on line 1"),
        (
            "{\"summitry\": \"project\",\n \"version\": 1;",
            "the file is damaged: it is not JSON on line 2, column 14 (expected `,` or `}`)",
        ),
        (
            "{\"summitry\": \"project\", \"version\": 1, \"meetings\": []} {}",
            "the file is damaged: it is not JSON on line 1, column 55 (trailing characters)",
        ),
    ];
    for (text, why) in cases {
        let error = from_text(text).expect_err(why);
        assert_eq!(error.to_string(), why, "{}", &text[..text.len().min(80)]);
    }
    assert!(is_project(b"\xEF\xBB\xBF {\n \"summitry\": 1"));
    assert!(!is_project(b"id,start,end") && !is_project(b"{\"type\": \"FeatureCollection\""));
}

#[test]
fn a_project_is_saved_and_opened_from_disk() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = with_ending(&folder.path().join("trips"));
    assert_eq!(path.file_name(), Some("trips.summitry".as_ref()));
    assert_eq!(with_ending(&path), path);
    let document = embedded();
    let saved = save(&path, &document, Over::Nothing).expect("the folder can be written");
    let (opened, fingerprint) = open(&path).expect("it was just written");
    assert_eq!((opened.document, fingerprint), (document.clone(), saved));
    assert!(matches!(save(&path, &document, Over::Nothing), Err(SaveError::Exists(_))));
    assert_eq!(save(&path, &document, Over::Known(saved)).expect("nobody changed it"), saved);
    std::fs::remove_file(&path).expect("it is there");
    assert_eq!(save(&path, &document, Over::Known(saved)).expect("there is nothing to lose"), saved);
}

#[test]
fn two_windows_on_one_file_do_not_destroy_each_others_work() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("shared.summitry");
    save(&path, &embedded(), Over::Nothing).expect("the folder can be written");
    let (first, seen_by_first) = open(&path).expect("it was just written");
    let (second, seen_by_second) = open(&path).expect("it was just written");
    let titled = |document: &Document, title: &str| {
        let state = State { title: title.to_owned(), ..document.state.clone() };
        Document { state, ..document.clone() }
    };
    let first = titled(&first.document, "first");
    let now = save(&path, &first, Over::Known(seen_by_first)).expect("nobody changed it");
    let second = titled(&second.document, "second");
    let refused = save(&path, &second, Over::Known(seen_by_second));
    assert!(matches!(&refused, Err(SaveError::ChangedOnDisk(which)) if *which == path), "{refused:?}");
    assert_eq!(open(&path).expect("it is whole").0.document, first);
    assert_eq!(changed_on_disk(&path, seen_by_second).expect("it can be read"), OnDisk::Changed);
    assert_eq!(changed_on_disk(&path, now).expect("it can be read"), OnDisk::Same);
    save(&path, &second, Over::Anything).expect("the user was asked");
    assert_eq!(open(&path).expect("it is whole").0.document, second);
}

#[test]
fn what_is_no_file_is_not_opened() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    assert!(matches!(open(folder.path()), Err(OpenError::NoFile)));
    assert!(matches!(open(Path::new("/dev/zero")), Err(OpenError::NoFile | OpenError::Io(_))));
    assert!(matches!(open(&folder.path().join("none")), Err(OpenError::Io(_))));
    let path = folder.path().join("bytes");
    std::fs::write(&path, b"{\"summitry\": \xFF").expect("the folder can be written");
    assert!(matches!(open(&path), Err(OpenError::NotText(13))));
}

#[test]
fn a_fingerprint_is_the_same_in_pieces_and_comes_back_from_its_text() {
    let bytes: Vec<u8> = (0..200_000_u32).map(|number| (number % 251) as u8).collect();
    let whole = Fingerprint::of(&bytes);
    assert_eq!(Fingerprint::of_stream(&bytes[..]).expect("memory can be read"), whole);
    assert_eq!(whole.to_string().parse(), Ok(whole));
    // The value that the reference implementation of XXH3 gives for no bytes.
    assert_eq!(Fingerprint::of(b"").to_string(), "0-2d06800538d394c2");
}

#[test]
fn the_example_in_the_readme_is_a_project_without_problems() {
    let readme = include_str!("../README.md").replace("\r\n", "\n");
    let examples = readme.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let examples: Vec<&str> = examples.filter(|text| is_project(text.as_bytes())).collect();
    let [example] = examples[..] else { panic!("{} examples", examples.len()) };
    let Opened { document, read_only, problems, .. } = opened(example);
    assert_eq!((document.record.len(), read_only, problems), (1, None, Vec::new()));
    assert!(document.unknown.top.is_empty() && document.unknown.meetings.is_empty());
}
