//! The preview of an import, driven by accessible label: nothing is taken before the user says so.

use egui::{Event, HoveredFile, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use summitry::document::Document;
use summitry::import::decisions::{Decided, Decisions};
use summitry::import::field::Field;
use summitry::import::problem::excerpt;
use summitry::import::when::Order;
use summitry::meeting::code::CountryCode;
use summitry::ui::importing::group::{Group, fields};
use summitry::ui::importing::outcome::Outcome;
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;
use tempfile::TempDir;

type Desk = Harness<'static, Option<Window>>;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

fn desk(files: Vec<PathBuf>, folder: &Path) -> Desk {
    desk_of(files, folder, [1440.0, 900.0])
}

fn desk_of(files: Vec<PathBuf>, folder: &Path, size: [f32; 2]) -> Desk {
    let folder = folder.to_owned();
    let mut desk = Harness::builder()
        .with_step_dt(0.25)
        .with_size(size)
        .with_max_steps(60)
        .with_context_setup(style::install)
        .build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let context = ui.ctx().clone();
                let opening = || Opening::on(&files, Some(folder.clone()));
                window.get_or_insert_with(|| Window::new(&context, opening())).ui(ui);
            },
            None,
        );
    settle(&mut desk);
    desk
}

fn window(desk: &Desk) -> &Window {
    desk.state().as_ref().expect("the first frame makes the window")
}

fn settle(desk: &mut Desk) {
    for _ in 0..6000 {
        desk.run_steps(3);
        if !window(desk).is_working() {
            desk.run_steps(2);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("a job takes more than a minute");
}

fn click(desk: &mut Desk, label: &str) {
    desk.get_by_label(label).click();
    settle(desk);
}

fn choose(desk: &mut Desk, face: &str, line: &str) {
    desk.get_by_label(face).click();
    desk.run_steps(3);
    desk.get_by_label(line).scroll_to_me();
    desk.run_steps(3);
    click(desk, line);
}

fn outcome(desk: &Desk) -> &Outcome {
    window(desk).preview().expect("a preview is open").outcome.as_ref().expect("it is worked out")
}

fn document(desk: &Desk) -> &Document {
    window(desk).history().document()
}

fn file(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("the file can be written");
    path
}

const TRIPS: &str = "\
When;Traveller;Where;With whom;About
3 March 2025;Ada Example;Paris;Bo Sample;Trade
4/5/2025;Ada Example;Warsaw;;Aid
15 May 2025;Ada Example;Vienna, Austria;Bo Sample;Rails
TBC;Ada Example;Madrid;;Wine
";

#[test]
fn a_table_is_looked_at_changed_and_answered_before_it_is_opened_with_lines() {
    let kept = folder();
    let path = file(&kept, "travels.csv", TRIPS);
    let mut desk = desk(vec![path], kept.path());
    assert_eq!(document(&desk).record.len(), 26, "the embedded meetings stand behind the preview");
    assert_eq!(outcome(&desk).counts.meetings, 4);
    desk.get_by_label("4 meetings");
    let before = outcome(&desk).counts;
    choose(&mut desk, "Column Where: Place", "Not used, stays in the file");
    assert_eq!(outcome(&desk).counts.placed, 0);
    desk.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut desk);
    assert_eq!(outcome(&desk).counts, before, "an answer can be taken back");
    assert_eq!(before.with_line, 0, "nobody knows whom she represents");
    desk.get_by_label_contains("Questions, ").click();
    settle(&mut desk);
    desk.get_by_label("Ada Example represents: choose…").click();
    desk.run_steps(3);
    desk.get_by_label("Search a state").type_text("Norway");
    desk.run_steps(3);
    click(&mut desk, "Norway");
    assert_eq!(outcome(&desk).counts.with_line, 4);
    click(&mut desk, "Open 4 meetings");
    assert!(window(&desk).preview().is_none());
    assert_eq!(document(&desk).record.len(), 4);
    assert_eq!(document(&desk).state.title, "Travels");
    assert!(!window(&desk).shown().ties.lines.is_empty());
    let source = &document(&desk).sources[0];
    assert!(source.instructions.mapping.is_some());
    assert_eq!(source.instructions.decisions.states.len(), 1);
}

#[test]
fn a_file_that_hovers_says_what_happens_to_it() {
    let kept = folder();
    let mut desk = desk(Vec::new(), kept.path());
    let file = HoveredFile { path: Some(PathBuf::from("/somewhere/trips.xlsx")), ..HoveredFile::default() };
    desk.input_mut().hovered_files = vec![file];
    desk.run_steps(2);
    desk.get_by_label("Drop to open trips.xlsx");
    desk.input_mut().hovered_files.clear();
    desk.run_steps(2);
    assert!(desk.query_by_label("Drop to open trips.xlsx").is_none());
}

#[test]
fn a_table_is_read_again_in_the_way_in_which_it_was_read() {
    let kept = folder();
    let path = file(&kept, "travels.csv", TRIPS);
    let mut desk = desk(vec![path.clone()], kept.path());
    choose(&mut desk, "Column About: Topic", "Not used, stays in the file");
    desk.get_by_label_contains("Questions, ").click();
    settle(&mut desk);
    desk.get_by_label("Ada Example represents: choose…").click();
    desk.run_steps(3);
    desk.get_by_label("Search a state").type_text("Norway");
    desk.run_steps(3);
    click(&mut desk, "Norway");
    click(&mut desk, "Open 4 meetings");
    let before = document(&desk).record.clone();
    fs::write(&path, format!("{TRIPS}7 June 2025;Ada Example;Rome;;Salt\n"))
        .expect("the file can be written");
    click(&mut desk, "File");
    desk.get_by_label_contains("Read the table again").click();
    settle(&mut desk);
    let record = &document(&desk).record;
    assert_eq!((before.len(), record.len()), (4, 5));
    assert!(record.iter().all(|(_, one)| one.participants[0].country.is_some()), "the answer holds");
    assert!(record.iter().all(|(_, one)| !one.title.contains("Salt")), "the column is not used");
}

#[test]
fn cancel_and_escape_take_nothing() {
    let kept = folder();
    let path = file(&kept, "travels.csv", TRIPS);
    let mut desk = desk(vec![path.clone()], kept.path());
    click(&mut desk, "Cancel");
    assert!(window(&desk).preview().is_none());
    assert_eq!(document(&desk).record.len(), 26);
    drop(desk);
    let mut desk = self::desk(vec![path], kept.path());
    desk.key_press(Key::Escape);
    settle(&mut desk);
    assert!(window(&desk).preview().is_none());
    assert_eq!(document(&desk).record.len(), 26);
}

#[test]
fn a_pasted_table_is_looked_at_and_a_pasted_word_is_not() {
    let kept = folder();
    let mut desk = desk(Vec::new(), kept.path());
    desk.event(Event::Paste("just a word".to_owned()));
    settle(&mut desk);
    assert!(window(&desk).preview().is_none());
    assert!(window(&desk).notice().is_some_and(|words| words.contains("no table")));
    desk.event(Event::Paste(
        "Date\tCountry\tPlace\n3 July 2024\tFrance\tParis\n4 July 2024\tItaly\tRome\n".to_owned(),
    ));
    settle(&mut desk);
    assert_eq!(outcome(&desk).counts.meetings, 2);
    click(&mut desk, "Open 2 meetings");
    assert_eq!(document(&desk).record.len(), 2);
    assert_eq!(document(&desk).sources[0].fingerprint, None);
}

#[test]
fn several_files_are_one_table_and_one_that_cannot_be_read_is_said() {
    let kept = folder();
    let one = file(&kept, "one.csv", TRIPS);
    let two = file(&kept, "two.csv", "Date,Country,Place\n3 July 2024,France,Paris\n");
    let bad = kept.path().join("bad.png");
    fs::write(&bad, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("written");
    let mut desk = desk(vec![one, two, bad], kept.path());
    assert_eq!(outcome(&desk).counts.meetings, 5);
    desk.get_by_label_contains("bad.png");
    choose(&mut desk, "File: one.csv, 1 of 2", "two.csv, 1 row");
    desk.get_by_label_contains("Column Country");
    click(&mut desk, "Open 5 meetings");
    assert_eq!(document(&desk).sources.len(), 2);
    let ids: Vec<String> = document(&desk).record.iter().map(|(_, one)| one.id.to_string()).collect();
    assert!(
        ids.iter().any(|id| id.starts_with("one:")) && ids.iter().any(|id| id.starts_with("two:")),
        "{ids:?}"
    );
}

#[test]
fn a_file_that_is_no_table_is_refused_in_a_sentence() {
    let kept = folder();
    let bad = kept.path().join("bad.png");
    fs::write(&bad, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").expect("written");
    let desk = desk(vec![bad], kept.path());
    assert!(window(&desk).preview().is_none());
    assert!(window(&desk).notice().is_some_and(|words| words.contains("bad.png")));
}

#[test]
fn how_a_table_was_read_is_offered_for_the_same_headings() {
    let kept = folder();
    let first = file(&kept, "first.csv", TRIPS);
    let mut desk = desk(vec![first], kept.path());
    choose(&mut desk, "Column About: Topic", "Note");
    click(&mut desk, "Use this again for these headings");
    desk.get_by_label_contains("Open 4 meetings").click();
    settle(&mut desk);
    drop(desk);
    let second = file(&kept, "second.csv", &TRIPS.replace("Trade", "Steel"));
    let desk = self::desk(vec![second], kept.path());
    desk.get_by_label("Column About: Note");
    desk.get_by_label("Read as first.csv was");
}

#[test]
fn day_or_month_first_is_asked_and_answered() {
    let kept = folder();
    let path =
        file(&kept, "dates.csv", "Date,Country,Place\n03/04/2024,France,Paris\n05/06/2024,Italy,Rome\n");
    let mut desk = desk(vec![path], kept.path());
    assert_eq!(outcome(&desk).counts.undated, 2);
    assert_eq!(outcome(&desk).questions.open(), 1);
    desk.get_by_label_contains("Questions, ").click();
    settle(&mut desk);
    desk.get_by_label_contains("3 April 2024").click();
    settle(&mut desk);
    assert_eq!((outcome(&desk).counts.to_the_day, outcome(&desk).questions.open()), (2, 0));
}

#[test]
fn an_order_that_a_heading_states_can_be_changed() {
    let kept = folder();
    let text = "Date (DD/MM/YYYY),Country,Place\n03/04/2024,France,Paris\n05/06/2024,Italy,Rome\n";
    let mut desk = desk(vec![file(&kept, "dates.csv", text)], kept.path());
    let order = |desk: &Desk| window(desk).preview().expect("a preview is open").file().draft.mapping.order;
    assert_eq!(order(&desk), Order::DayFirst);
    choose(&mut desk, "Dates: day first", "Month first, 3/4 is 4 March");
    assert_eq!(order(&desk), Order::MonthFirst);
}

#[test]
fn rows_of_one_record_can_be_taken_for_meetings_and_for_participants_again() {
    let kept = folder();
    let text = r#"[{"date":"2020-01-01","city":"Lima","participants":[{"name":"Ann Lee"},{"name":"Bo Ek"}]},
        {"date":"2020-02-01","city":"Quito","participants":[{"name":"Cy Dan"}]}]"#;
    let mut desk = desk(vec![file(&kept, "records.json", text)], kept.path());
    assert_eq!(outcome(&desk).counts.meetings, 2);
    choose(&mut desk, "Each row: a participant", "A meeting, of its own");
    assert_eq!(outcome(&desk).counts.meetings, 3);
    choose(&mut desk, "Each row: a meeting", "A participant, rows of one event are a meeting");
    assert_eq!(outcome(&desk).counts.meetings, 2);
}

#[test]
fn an_ambiguous_place_is_asked_and_answered() {
    let kept = folder();
    let path = file(
        &kept,
        "places.csv",
        "Date,Place,Topic\n3 July 2024,Springfield,Talks\n4 July 2024,Rome,Talks\n",
    );
    let mut desk = desk(vec![path], kept.path());
    assert_eq!(outcome(&desk).counts.placed, 1);
    desk.get_by_label_contains("Questions, ").click();
    settle(&mut desk);
    desk.get_by_label_contains("Springfield, IL").click();
    settle(&mut desk);
    assert_eq!((outcome(&desk).counts.placed, outcome(&desk).questions.open()), (2, 0));
    desk.get_by_label_contains("Springfield, IL");
}

#[test]
fn a_text_is_decided_in_each_country_by_itself_and_for_all_of_its_letters() {
    let kept = folder();
    let long = format!("Strelsau {}", "or nearby ".repeat(12));
    let rows = format!(
        "Date,Traveller,Represents,Country,City\n\
         2024-07-01,Ada Example,Norway,Siam (Thailand),Strelsau\n\
         2024-07-05,Ada Example,Norway,Kenya,Strelsau\n\
         2024-07-10,Ada Example,Norway,Kenya,{long}\n\
         2024-07-15,Ada Example,Norway,Ruritania,Nairobi\n"
    );
    let mut desk = desk(vec![file(&kept, "places.csv", &rows)], kept.path());
    desk.get_by_label_contains("Questions, ").click();
    settle(&mut desk);
    let asked = |desk: &Desk, text: &str, country: Option<&str>| {
        let country = country.map(|code| CountryCode::new(code).expect("a code"));
        let mut places = outcome(desk).questions.places.iter();
        places.find(|one| one.text == text.trim() && one.country == country).cloned()
    };
    assert!(asked(&desk, "Strelsau", Some("THA")).is_some() && asked(&desk, "Ruritania", None).is_some());
    let place = asked(&desk, "Strelsau", Some("KEN")).expect("it is asked about");
    let mut decisions = Decisions::default();
    place.decide(&mut decisions, Some(Decided::LeftOut));
    assert_eq!(decisions.place("KEN", "strelsau"), Some(&Decided::LeftOut), "however the country is written");
    assert_eq!(decisions.place("Siam (Thailand)", "Strelsau"), None);
    let thai = asked(&desk, "Strelsau", Some("THA")).expect("it is asked about");
    thai.decide(&mut decisions, Some(Decided::LeftOut));
    assert_eq!(decisions.place("Siam (Thailand)", "Strelsau"), Some(&Decided::LeftOut));
    let field = format!("Somewhere else than {}", excerpt(long.trim()));
    desk.get_by_label(&field).scroll_to_me();
    desk.run_steps(3);
    desk.get_by_label(&field).click();
    desk.run_steps(3);
    desk.get_by_label(&field).type_text("Mombasa");
    desk.run_steps(3);
    desk.key_press(Key::Enter);
    settle(&mut desk);
    assert_eq!(asked(&desk, &long, Some("KEN")), None, "a long text is found again by all of its letters");
    assert!(asked(&desk, "Strelsau", Some("KEN")).is_some());
}

#[test]
fn unsaved_work_is_asked_about_when_the_meetings_are_opened_and_not_before() {
    let kept = folder();
    let path = file(&kept, "travels.csv", TRIPS);
    let mut desk = desk(vec![path], kept.path());
    click(&mut desk, "Cancel");
    desk.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::N);
    settle(&mut desk);
    for _ in 0..3 {
        desk.key_press(Key::Escape);
        settle(&mut desk);
    }
    desk.event(Event::Paste(
        "Date\tCountry\tPlace\n3 July 2024\tFrance\tParis\n4 July 2024\tItaly\tRome\n".to_owned(),
    ));
    settle(&mut desk);
    assert!(desk.query_by_label("Save the changes?").is_none());
    click(&mut desk, "Open 2 meetings");
    desk.get_by_label("Save the changes?");
    click(&mut desk, "Don’t save");
    assert_eq!(document(&desk).record.len(), 2);
}

#[test]
fn the_preview_fits_a_small_window() {
    let kept = folder();
    let path = file(&kept, "travels.csv", TRIPS);
    let desk = desk_of(vec![path], kept.path(), [900.0, 600.0]);
    for label in ["Open 4 meetings", "Cancel", "Columns"] {
        let rect = desk.get_by_label(label).rect();
        assert!(
            rect.left() >= 0.0 && rect.right() <= 900.0 && rect.bottom() <= 600.0,
            "{label} lies at {rect:?}"
        );
    }
}

#[test]
fn every_field_stands_in_one_group_of_the_menu() {
    let listed: Vec<Field> = Group::ALL.into_iter().flat_map(fields).collect();
    assert_eq!(listed.len(), Field::ALL.len());
    for field in Field::ALL {
        assert_eq!(listed.iter().filter(|one| **one == field).count(), 1, "{field:?}");
    }
}

#[test]
fn a_column_of_one_side_shows_its_own_people_only() {
    for text in [
        "Summit,Date,City,France,Germany\nG7,26 June 2022,Munich,x,x\nE3,1 March 2022,Paris,yes,yes\n",
        "Leader A,Country A,Leader B,Country B,City,Date\nXi Jinping,China,Vladimir Putin,Russia,Moscow,2023-03-20\n",
    ] {
        let kept = folder();
        let path = file(&kept, "sides.csv", text);
        let desk = desk_of(vec![path], kept.path(), [1600.0, 1000.0]);
        desk.get_by_label_contains("Open ");
        assert_eq!(desk.query_all_by_label_contains("2 people").count(), 0, "{text}");
    }
}

#[test]
fn a_column_says_how_many_cells_are_to_look_at_however_many_they_are() {
    let folder = folder();
    let rows = 12_000;
    let mut table = "When,Who,For,Town\n".to_owned();
    for row in 0..rows {
        writeln!(table, "2020-01-{:02},Ann Lee,NOR,Qqxz", row % 28 + 1).expect("it is text");
    }
    let path = folder.path().join("many.csv");
    fs::write(&path, table).expect("there is room");
    let desk = desk(vec![path], folder.path());
    let town = &outcome(&desk).files[0].columns[3];
    assert_eq!((town.filled, town.wrong), (rows, rows));
}
