//! The words on the picture: what the program writes, and what the user writes in its place.

use crate::desk::{Desk, desk_of, window};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;
use summitry::document::Document;
use summitry::document::file::read::from_text;
use summitry::document::file::write::to_text;
use summitry::export::svg::Letters;
use summitry::headless::render::{MapOptions, Render, render};
use summitry::headless::wanted::{Wanted, WantedTexts};
use summitry::import::instructions::Instructions;
use summitry::import::{self, Import};
use summitry::meeting::table::Meetings;
use summitry::page::Texts;
use summitry::picture::header::title;
use summitry::picture::{Group, Picture, Shape};
use summitry::query::shown::Shown;
use summitry::state::{State, Target};
use summitry::words::message::Message;
use summitry::words::say;

fn desk() -> Desk {
    desk_of([1440.0, 900.0], 0.25, 30)
}

/// The lines of a part of a picture, joined by spaces.
fn words(picture: &Picture, group: Group) -> String {
    let texts =
        picture.marks.iter().filter(|mark| mark.group == group).filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
    texts.collect::<Vec<_>>().join(" ")
}

/// Types over what stands in the field of this name.
fn write(desk: &mut Desk, field: &str, text: &str) {
    desk.get_by_role_and_label(Role::TextInput, field).focus();
    desk.run();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    desk.run();
    if text.is_empty() {
        desk.key_press(egui::Key::Delete);
    } else {
        desk.get_by_role_and_label(Role::TextInput, field).type_text(text);
    }
    desk.run();
}

#[test]
fn a_click_on_the_title_opens_the_words_and_what_is_typed_stands_on_the_map() {
    let mut desk = desk();
    desk.get_by_label("Title: edit the words on the picture").click();
    desk.run();
    write(&mut desk, "Title", "A summer of talks");
    write(&mut desk, "Subtitle", "Whom he met, and where");
    write(&mut desk, "Note", "Places as of 9 July");
    write(&mut desk, "Sources", "Sources: two newspapers");
    desk.get_by_label("Done").click();
    desk.run();
    let picture = window(&desk).picture();
    assert_eq!(words(&picture, Group::Title), "A summer of talks Whom he met, and where");
    let foot = words(&picture, Group::Credits);
    assert!(foot.starts_with("Places as of 9 July Sources: two newspapers "), "{foot}");
    assert!(foot.contains("GeoNames (geonames.org), CC BY 4.0; modified."), "what a licence asks for stays");

    // Each text is a step, and an empty field is written by the program again.
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    desk.run();
    let foot = words(&window(&desk).picture(), Group::Credits);
    assert!(foot.starts_with("Places as of 9 July Sources: "), "{foot}");
    assert!(!foot.contains("two newspapers"), "{foot}");
    desk.get_by_label("Sources: edit the words on the picture").click();
    desk.run();
    for field in ["Title", "Subtitle", "Note"] {
        write(&mut desk, field, "");
    }
    desk.key_press(egui::Key::Escape);
    desk.run();
    let picture = window(&desk).picture();
    let header = words(&picture, Group::Title);
    assert!(header.starts_with("Russia: meetings, 8 May – 24 October 2024 25 of 25 meetings"), "{header}");
    assert_eq!(window(&desk).state.texts, Texts::default());
    assert!(desk.query_by_label("Done").is_none(), "Escape closes them");
}

#[test]
fn a_click_beside_the_words_closes_them_and_does_nothing_else() {
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::T);
    desk.run();
    desk.get_by_label("Done");
    let map = desk.get_by_role(Role::Image).rect();
    let before = window(&desk).state.clone();
    desk.hover_at(map.center());
    desk.run();
    desk.drag_at(map.center());
    desk.drop_at(map.center());
    desk.run();
    assert!(desk.query_by_label("Done").is_none());
    assert_eq!(window(&desk).state, before);
}

#[test]
fn what_is_selected_is_told_before_a_subtitle_of_the_users() {
    let mut desk = desk();
    let state = &mut desk.state_mut().as_mut().expect("made").state;
    state.texts.subtitle = "Twenty-five meetings".to_owned();
    state.selection =
        Some(Target::Country(summitry::meeting::code::CountryCode::new("CHN").expect("a code")));
    desk.run();
    let header = words(&window(&desk).picture(), Group::Title);
    assert!(header.ends_with("Selected: China, 4 meetings · Twenty-five meetings"), "{header}");
}

/// The meetings of a table of these rows under `id,date,country,city,participants,sources`.
fn table(rows: &str) -> Meetings {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("table.csv");
    std::fs::write(&path, format!("id,date,country,city,participants,sources\n{rows}"))
        .expect("it is written");
    let Import { meetings, problems, .. } = import::files(&[path], &Instructions::default());
    assert_eq!(problems.count(), 0, "{:?}", problems.told());
    meetings
}

fn shown(meetings: &Meetings, state: &State) -> Shown {
    Shown::new(meetings, &state.question())
}

#[test]
fn the_program_names_the_most_frequent_sources_and_how_far_the_record_reaches() {
    let cases = [
        (
            "a,2024-07-03,KAZ,Astana,Xi Jinping|President|CHN,",
            "No sources on record. Record up to 3 July 2024.",
        ),
        (
            "a,2024-07,KAZ,Astana,Xi Jinping|President|CHN,https://www.akorda.kz/en/x",
            "Source: akorda.kz. Record up to July 2024.",
        ),
        (
            "a,2024-07-03/2024-07-04,KAZ,Astana,Xi Jinping|President|CHN,\"http://en.kremlin.ru/a | Annual report, page 3\"\n\
             b,2023,KAZ,Astana,Xi Jinping|President|CHN,http://kremlin.ru/b",
            "Sources: kremlin.ru and Annual report. Record up to 4 July 2024.",
        ),
        (
            "a,2024-07-03,KAZ,Astana,Xi Jinping|President|CHN,https://a.org | https://b.org | https://c.org | https://d.org\n\
             b,2024-07-02,KAZ,Astana,Xi Jinping|President|CHN,https://d.org",
            "Sources: d.org, a.org, b.org and others. Record up to 3 July 2024.",
        ),
    ];
    for (rows, expected) in cases {
        let meetings = table(rows);
        assert_eq!(say(Message::Sources(&shown(&meetings, &State::default()).origin)), expected);
    }
}

#[test]
fn the_program_writes_a_title_from_the_filter_and_the_record() {
    let embedded = import::embedded().meetings;
    let mut state = State::default();
    assert_eq!(title(&state, &shown(&embedded, &state)), "Russia: meetings, 8 May – 24 October 2024");
    state.filter.held_in = [summitry::query::question::filter::Area::Country(
        summitry::meeting::code::CountryCode::new("KAZ").expect("a code"),
    )]
    .into();
    let of_astana = shown(&embedded, &state);
    assert_eq!(title(&state, &of_astana), "Russia: meetings, held in Kazakhstan, 3–4 July 2024");
    state.title = "  ".to_owned();
    assert!(title(&state, &of_astana).starts_with("Russia"), "blanks are no title");
    let two = table(
        "a,2024-07-03,KAZ,Astana,Xi Jinping|President|CHN; Narendra Modi|Prime Minister|IND,\n\
         b,2024-07-05,KAZ,Astana,Viktor Orban|Prime Minister|HUN; Ilham Aliyev|President|AZE,",
    );
    let state = State::default();
    assert_eq!(title(&state, &shown(&two, &state)), "Meetings, 3–5 July 2024");
}

#[test]
fn words_come_back_from_a_project_and_a_file_of_before_has_none() {
    let texts =
        Texts { subtitle: "Below".to_owned(), note: "A note".to_owned(), sources: "Sources: us".to_owned() };
    let state = State { texts: texts.clone(), ..State::default() };
    let document = Document::new(import::embedded().meetings, Vec::new(), state);
    let text = to_text(&document);
    let opened = from_text(&text).expect("it is a project");
    assert_eq!(opened.document.state.texts, texts);
    let old = text.replace("\"texts\"", "\"x-texts\"");
    let opened = from_text(&old).expect("it is a project");
    assert_eq!(opened.document.state.texts, Texts::default());
}

#[test]
fn the_command_line_writes_the_same_words() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output: PathBuf = folder.path().join("map.svg");
    let texts = WantedTexts {
        subtitle: Some("Below the title".to_owned()),
        note: Some("A note".to_owned()),
        sources: Some("Sources: us".to_owned()),
    };
    let wanted = Wanted { title: Some("Over all".to_owned()), texts, ..Wanted::default() };
    let map = MapOptions { wanted, size: (800.0, 500.0), ..MapOptions::default() };
    let answer = render(Render { map, output, force: false, scale: None, letters: Letters::Embedded });
    assert_eq!(answer.status, 0, "{:?}", answer.remarks);
    let svg = String::from_utf8(answer.out).expect("it is text");
    for words in [">Over all<", ">Below the title<", ">A note<", ">Sources: us<", "CC BY 4.0; modified."] {
        assert!(svg.contains(words), "{words}");
    }
    assert!(!svg.contains("25 of 25 meetings · 30 countries · 8 May – 24 October 2024 · 1 placed at its country only · 1 context event</text>"));
}

#[test]
fn texts_without_end_are_cut_and_leave_room_for_the_map() {
    let meetings = import::embedded().meetings;
    let long = "many words ".repeat(2000);
    let texts = Texts { subtitle: long.clone(), note: long.clone(), sources: long.clone() };
    let state = State { title: long, texts, ..State::default() };
    let shown = shown(&meetings, &state);
    let chart = state.chart(&shown.ties);
    let exhibit = summitry::export::sheet::Exhibit {
        record: &meetings,
        meetings: &meetings,
        shown: &shown,
        state: &state,
        chart,
        size: [1600.0, 1000.0],
    };
    let picture = exhibit.picture();
    assert!(words(&picture, Group::Title).contains('…'));
    assert!(picture.pane.height() > 500.0, "{:?}", picture.pane);
    assert!(words(&picture, Group::Credits).contains("CC BY 4.0; modified."));
}
