//! The review of places: which texts are open, what a decision does, how it is kept, and the screen, driven
//! by accessible label.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::num::NonZeroU32;
use std::sync::Arc;
use summitry::document::edit::{Decision, Edit, EditError, apply};
use summitry::document::file::read::from_text;
use summitry::document::file::write::to_text;
use summitry::document::history::{History, Home};
use summitry::document::unknown::Beyond;
use summitry::document::{Document, ReadAs, SourceFile, common_decisions};
use summitry::headless::stated::Stated;
use summitry::import::decisions::{Decided, Decisions};
use summitry::import::instructions::Instructions;
use summitry::import::venue;
use summitry::import::{self, Import};
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::{CityId, MeetingId};
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting, Participant, Placed, Position, Role, Status, Venue};
use summitry::query::place_texts::{How, Open, PlaceText, PlaceTexts, how};
use summitry::query::suggestion::suggestions;
use summitry::state::State;
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;
use summitry::words::message::Message;
use summitry::words::say;

type Desk = Harness<'static, Option<Window>>;

const SAN_JOSE_IN_COSTA_RICA: CityId = CityId(3_621_849);
const SAN_JOSE_IN_CALIFORNIA: CityId = CityId(5_392_171);

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("tests write codes in capitals")
}

/// A meeting in a place as an import finds it.
fn meeting(number: usize, country: &str, city: &str) -> Meeting {
    let found = venue::find(country, city, true);
    let country_as_written = if found.country.is_none() { country.to_owned() } else { String::new() };
    let venue = Venue {
        country: found.country,
        country_as_written: country_as_written.into(),
        city: city.to_owned().into(),
        building: "the palace".to_owned().into(),
        placed: found.placed,
    };
    let person = |name: &str, letters: &str| Participant {
        name: name.to_owned().into(),
        office: String::new().into(),
        country: Some(code(letters)),
        role: if found.country == Some(code(letters)) { Role::Host } else { Role::Guest },
    };
    Meeting {
        id: MeetingId::new(&format!("m{number}")),
        title: format!("Talks {number}").into(),
        kind: Kind::Bilateral,
        status: Status::Held,
        dates: Dates::on(PartialDate::Year(1990 + i16::try_from(number).expect("few"))),
        venue,
        participants: vec![person("Arias", "CRI"), person("Lula", "BRA")],
        occasion: String::new().into(),
        outcome: String::new().into(),
        sources: Vec::new(),
        note: String::new().into(),
        trip: None,
        count: NonZeroU32::MIN,
    }
}

/// Three rows of a name that several places have, written in two ways; two of a name in a country that has
/// several; one of a name that no place has; one that is found; one country.
const ROWS: [(&str, &str); 8] = [
    ("", "San Jose"),
    ("", "San José"),
    ("", "SAN JOSE"),
    ("United States", "Springfield"),
    ("United States", "Springfield"),
    ("Kenya", "Nowhereville"),
    ("Kazakhstan", "Astana"),
    ("Austria", ""),
];

fn table() -> Meetings {
    let mut table = Meetings::default();
    for (number, (country, city)) in ROWS.into_iter().enumerate() {
        table.push(meeting(number, country, city)).expect("each has its own number");
    }
    table
}

fn document() -> Document {
    Document::new(table(), Vec::new(), State::default())
}

fn texts_of(document: &Document) -> PlaceTexts {
    PlaceTexts::of(&document.record, &document.all_decisions(), None, &|| true).expect("nobody gives up")
}

fn text<'a>(texts: &'a PlaceTexts, key: &str) -> &'a PlaceText {
    let keys: Vec<&str> = texts.texts.iter().map(|text| text.key.as_str()).collect();
    texts.texts.iter().find(|text| text.key == key).unwrap_or_else(|| panic!("{key}: {keys:?}"))
}

fn decision(document: &Document, key: &str, decided: Decided) -> Decision {
    let texts = texts_of(document);
    let text = text(&texts, key);
    Decision {
        country: text.country.clone(),
        city: text.city.clone(),
        decided,
        meetings: text.rows.iter().map(|&row| document.record.get(row).id.clone()).collect(),
        is_for_words: true,
    }
}

fn decide(document: &Document, key: &str, decided: Decided) -> Document {
    let edit = Edit::Decide(vec![decision(document, key, decided)]);
    apply(document, edit).expect("it can be decided").0
}

#[test]
fn cells_that_are_written_alike_are_one_text_and_those_with_the_most_rows_come_first() {
    let texts = texts_of(&document());
    let keys: Vec<(&str, usize)> =
        texts.texts.iter().map(|text| (text.key.as_str(), text.rows.len())).collect();
    let expected = [
        ("san jose", 3),
        ("united states / springfield", 2),
        ("kazakhstan / astana", 1),
        ("kenya / nowhereville", 1),
    ];
    assert_eq!(keys, expected);
    assert_eq!((texts.open, texts.open_rows, texts.rows_with_country_only), (3, 6, 1));
}

#[test]
fn what_is_open_says_why_and_what_is_found_says_how() {
    let texts = texts_of(&document());
    let open = |key: &str| match text(&texts, key).how {
        How::Open(open) => open,
        found => panic!("{key} is {found:?}"),
    };
    assert!(matches!(open("san jose"), Open::Several(places) if places > 2), "{:?}", open("san jose"));
    assert!(matches!(open("united states / springfield"), Open::Several(places) if places > 2));
    assert_eq!(open("kenya / nowhereville"), Open::NotInCountry);
    assert_eq!(text(&texts, "kazakhstan / astana").how, How::ByName);
    let decisions = Decisions::default();
    let at_a_point = Venue { placed: Placed::Point(Position::new(7.0, 46.0)), ..Venue::default() };
    assert_eq!(how(&at_a_point, &decisions), Some(How::Coordinates));
    assert_eq!(how(&meeting(0, "Austria", "").venue, &decisions), Some(How::CountryOnly));
    assert_eq!(how(&Venue::default(), &decisions), None, "no place is named");
}

#[test]
fn suggestions_begin_with_the_rows_country_and_each_place_stands_once() {
    let found = suggestions("Costa Rica", "San Jose");
    assert_eq!(found[0].decided, Decided::City(SAN_JOSE_IN_COSTA_RICA));
    assert!(found[0].is_where_written && found[0].score > 0.9, "{:?}", found[0]);
    let elsewhere = found.iter().find(|one| one.decided == Decided::City(SAN_JOSE_IN_CALIFORNIA));
    assert!(elsewhere.expect("it is offered too").score < 0.5);
    for (place, one) in found.iter().enumerate() {
        assert!(found[..place].iter().all(|other| other.decided != one.decided), "{one:?} stands twice");
    }
    assert!(suggestions("", "Qqzzxxyy").is_empty());
}

#[test]
fn a_decision_puts_all_rows_of_a_text_there_and_leaves_everything_else() {
    let before = document();
    let after = decide(&before, "san jose", Decided::City(SAN_JOSE_IN_COSTA_RICA));
    for row in 0..3 {
        let (old, new) = (before.record.get(row), after.record.get(row));
        assert_eq!(new.venue.placed.place(), Decided::City(SAN_JOSE_IN_COSTA_RICA).place());
        assert_eq!(new.venue.country, Some(code("CRI")));
        assert_eq!((&new.venue.city, &new.venue.building), (&old.venue.city, &old.venue.building));
        let roles: Vec<Role> = new.participants.iter().map(|person| person.role).collect();
        assert_eq!(roles, [Role::Host, Role::Guest], "who is at home follows");
        assert_eq!((&new.title, new.dates), (&old.title, old.dates));
    }
    for row in 3..before.record.len() {
        assert_eq!(before.record.get(row), after.record.get(row));
    }
    assert_eq!(text(&texts_of(&after), "san jose").how, How::Decided);
    assert_eq!(texts_of(&after).open, 2);
}

#[test]
fn a_decision_is_named_and_taken_back_as_one_step() {
    let before = document();
    let mut history = History::new(before.clone(), Home::default());
    let san_jose = decision(&before, "san jose", Decided::City(SAN_JOSE_IN_COSTA_RICA));
    history.apply(Edit::Decide(vec![san_jose.clone()]), None).expect("it can be decided");
    assert_eq!(say(Message::StepInMenu(&history.now().change)), "place San Jose in Costa Rica");
    assert_eq!(say(Message::StepSubject(&history.now().change)), "3 meetings");
    assert!(history.has_unsaved_work());
    history.undo();
    assert_eq!(*history.document(), before);
    let nowhere = decision(&before, "kenya / nowhereville", Decided::LeftOut);
    history.apply(Edit::Decide(vec![san_jose, nowhere.clone()]), None).expect("they can be decided");
    assert_eq!(say(Message::Step(&history.now().change)), "Place 2 texts");
    history.undo();
    assert_eq!(*history.document(), before);
    history.apply(Edit::Decide(vec![nowhere]), None).expect("it can be left out");
    assert_eq!(say(Message::Step(&history.now().change)), "Leave out Nowhereville");
}

#[test]
fn a_text_stays_the_same_text_wherever_it_is_put() {
    let california = Decided::City(SAN_JOSE_IN_CALIFORNIA);
    let sea = Decided::Point(Position::new(-30.0, 40.0));
    let places = [california, Decided::Country(code("CRI")), sea, Decided::LeftOut];
    for key in ["san jose", "united states / springfield", "kenya / nowhereville"] {
        let mut document = document();
        for decided in places {
            document = decide(&document, key, decided);
            let texts = texts_of(&document);
            let wanted = if decided == Decided::LeftOut { How::LeftOut } else { How::Decided };
            assert_eq!(text(&texts, key).how, wanted, "{key} {decided:?}");
            assert_eq!(texts.open, 2, "{key} {decided:?} is not asked again");
        }
        assert_eq!(document.decisions.places.len(), 1, "a later decision takes the place of the one before");
    }
}

#[test]
fn a_decision_for_one_row_is_not_kept_for_the_words() {
    let document = document();
    let all = decision(&document, "san jose", Decided::City(SAN_JOSE_IN_CALIFORNIA));
    let one = Decision { meetings: all.meetings[..1].to_vec(), is_for_words: false, ..all };
    let (after, _) = apply(&document, Edit::Decide(vec![one])).expect("it can be decided");
    assert!(after.decisions.is_empty());
    assert_eq!(after.record.get(0).venue.country, Some(code("USA")));
    assert_eq!(after.record.get(1), document.record.get(1));
}

#[test]
fn a_decision_that_cannot_be_is_refused() {
    let document = document();
    let refused = |decided| {
        let decision = Decision { decided, ..decision(&document, "san jose", Decided::LeftOut) };
        apply(&document, Edit::Decide(vec![decision])).expect_err("it is refused")
    };
    let off = Position::new(200.0, 0.0);
    assert_eq!(refused(Decided::Point(off)), EditError::OffTheEarth(off));
    assert_eq!(refused(Decided::City(CityId(7))), EditError::NoSuchPlace);
    assert_eq!(apply(&document, Edit::Decide(Vec::new())).expect_err("nothing"), EditError::NoMeetings);
}

#[test]
fn sure_suggestions_are_those_of_open_texts_alone() {
    let texts = texts_of(&document());
    let sure: Vec<&str> = texts.surer_than(0.2).map(|(text, _)| text.key.as_str()).collect();
    assert!(sure.contains(&"san jose") && !sure.contains(&"kazakhstan / astana"), "{sure:?}");
    assert!(texts.surer_than(1.0).next().is_none());
}

#[test]
fn decisions_are_in_the_project_file_with_what_a_newer_program_wrote() {
    let document = decide(&document(), "san jose", Decided::City(SAN_JOSE_IN_COSTA_RICA));
    let text = to_text(&document);
    assert!(text.contains("\"san jose\": {"), "{text}");
    let opened = from_text(&text).expect("it is a project");
    assert_eq!(opened.document, document);
    let newer = text.replacen("\"decisions\": {", "\"decisions\": {\n    \"x-areas\": [1],", 1);
    let opened = from_text(&newer).expect("it is a project");
    assert_eq!((opened.problems.len(), opened.read_only), (0, None));
    assert!(to_text(&opened.document).contains("x-areas"), "it is written back");
    let older = to_text(&self::document());
    assert!(!older.contains("decisions"), "nothing is written where nothing is decided");
    assert!(from_text(&older).expect("it is a project").document.decisions.is_empty());
}

#[test]
fn a_decision_that_cannot_be_read_costs_no_other() {
    let document = decide(&document(), "san jose", Decided::City(SAN_JOSE_IN_COSTA_RICA));
    let bad = "\"places\": { \"a\": { \"planet\": 1 }, \"b\": { \"point\": { \"lon\": 200, \"lat\": 0 } },";
    let text = to_text(&document).replacen("\"places\": {", bad, 1);
    let opened = from_text(&text).expect("it is a project");
    let said: Vec<String> = opened.problems.iter().map(|problem| problem.pointer.clone()).collect();
    assert_eq!(said, ["/decisions/places/a", "/decisions/places/b"]);
    assert!(opened.read_only.is_some(), "writing would lose them");
    assert_eq!(opened.document.decisions, document.decisions);
}

#[test]
fn reading_the_files_again_keeps_what_was_decided() {
    let read = |instructions: &Instructions| {
        let text = "start,title,country,city,participants\n\
                    2024-01-02,Talks,,San Jose,Lula||BRA\n\
                    2024-01-03,Talks,Costa Rica,Nowhereville,Lula||BRA\n\
                    2024-01-04,Talks,Kenya,Nowhereville,Lula||BRA\n";
        let mut import = Import::default();
        import::bytes("trips.csv", text.as_bytes().to_vec(), instructions, &mut import);
        import.meetings
    };
    let source = SourceFile {
        path: "trips.csv".to_owned(),
        read_as: ReadAs::Table,
        instructions: Arc::new(Instructions::default()),
        fingerprint: None,
        unknown: serde_json::Map::default(),
        unknown_instructions: Beyond::default(),
    };
    let mut document = Document::new(read(&Instructions::default()), vec![source], State::default());
    let decided = [
        ("san jose", Decided::City(SAN_JOSE_IN_COSTA_RICA)),
        ("costa rica / nowhereville", Decided::Point(Position::new(-84.08, 9.93))),
        ("kenya / nowhereville", Decided::LeftOut),
    ];
    for (key, decided) in decided {
        document = decide(&document, key, decided);
    }
    let again = read(&document.sources_with_decisions()[0].instructions);
    for (row, meeting) in document.record.iter() {
        assert_eq!(again.get(row).venue, meeting.venue, "row {row}");
    }
    let edit = Edit::Reload { record: again, sources: document.sources_with_decisions() };
    let (reloaded, _) = apply(&document, edit).expect("it can be read again");
    assert_eq!(texts_of(&reloaded).open, 0);
}

#[test]
fn a_decision_for_a_country_holds_however_the_file_names_it() {
    let mut decisions = Decisions::default();
    decisions.decide_place("United States", "Springfield", Decided::LeftOut);
    for country in ["United States", "USA", "united states of america"] {
        assert_eq!(decisions.place(country, "SPRINGFIELD"), Some(&Decided::LeftOut), "{country}");
    }
    assert_eq!(decisions.place("Kenya", "Springfield"), None);
}

#[test]
fn decisions_for_all_projects_are_remembered_in_the_folder_of_settings() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    assert!(common_decisions::load(folder.path()).0.is_empty());
    for (city, decided) in [("Taybeh", Decided::LeftOut), ("Odessa", Decided::City(CityId(698_740)))] {
        let mut more = Decisions::default();
        more.decide_place("", city, decided);
        common_decisions::remember(folder.path(), &more).expect("it can be written");
    }
    let (decisions, remark) = common_decisions::load(folder.path());
    assert!(remark.is_none());
    assert_eq!(decisions.place("", "taybeh"), Some(&Decided::LeftOut));
    assert_eq!(decisions.place("", "Odessa"), Some(&Decided::City(CityId(698_740))));
    let path = folder.path().join("decisions.json");
    std::fs::write(&path, "{ damaged").expect("it can be written");
    assert!(common_decisions::load(folder.path()).1.is_some(), "it is said");
    common_decisions::remember(folder.path(), &decisions).expect_err("it is said again");
    assert_eq!(common_decisions::load(folder.path()).0, decisions);
    assert!(folder.path().join("decisions.damaged.json").exists(), "what was damaged is kept");
}

fn desk_of(meetings: Meetings, width: f32, height: f32) -> Desk {
    let mut desk = Harness::builder()
        .with_step_dt(0.05)
        .with_size([width, height])
        .with_max_steps(60)
        .with_context_setup(style::install)
        .build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let import = || Import { meetings: meetings.clone(), ..Import::default() };
                let context = ui.ctx().clone();
                let opening = || Opening::new(import(), "Talks".to_owned());
                window.get_or_insert_with(|| Window::new(&context, opening())).ui(ui);
            },
            None,
        );
    desk.run();
    desk
}

/// A window with the review open.
fn desk() -> Desk {
    let mut desk = desk_of(table(), 1440.0, 900.0);
    open(&mut desk);
    desk
}

fn open(desk: &mut Desk) {
    press(desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
}

fn window(desk: &Desk) -> &Window {
    desk.state().as_ref().expect("the first frame makes the window")
}

fn record(desk: &Desk) -> &Meetings {
    &window(desk).history().document().record
}

/// Runs until no job is under way.
fn settle(desk: &mut Desk) {
    for _ in 0..2000 {
        desk.run();
        if !window(desk).is_working() {
            desk.run();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("a job takes too long");
}

fn press(desk: &mut Desk, modifiers: Modifiers, key: Key) {
    desk.key_press_modifiers(modifiers, key);
    settle(desk);
}

fn click(desk: &mut Desk, label: &str) {
    desk.get_by_label(label).click();
    settle(desk);
}

fn last_step(desk: &Desk) -> String {
    say(Message::Step(&window(desk).history().now().change))
}

fn type_in_search(desk: &mut Desk, text: &str) {
    desk.get_by(|node| node.label().as_deref() == Some("Search a place")).focus();
    desk.run();
    for letter in text.chars() {
        desk.event(egui::Event::Text(letter.to_string()));
        desk.run();
    }
    settle(desk);
}

#[test]
fn the_review_opens_on_the_first_open_text_with_its_places_as_cards_and_pins() {
    let desk = desk();
    desk.get_by_label("1 of 4 decided");
    desk.get_by_label("“San Jose”");
    desk.get_by_label_contains("San Jose, 3 rows,");
    desk.get_by_label_contains("Astana, 1 row, Astana, Kazakhstan · by its name");
    desk.get_by_label("1 San Jose, CA, United States on the map");
    assert!(desk.query_all_by_label_contains("San José, Costa Rica").count() >= 2, "a card and a pin");
}

#[test]
fn a_number_chooses_and_enter_puts_and_goes_on_to_the_next_open_text() {
    let mut desk = desk();
    let card = desk.query_all_by_label_contains("San José, Costa Rica, 0.").next().expect("a card");
    let number = card.accesskit_node().label().and_then(|label| label.chars().next()?.to_digit(10));
    let keys =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    press(&mut desk, Modifiers::NONE, keys[number.expect("a card begins with its number") as usize - 1]);
    desk.get_by_label("Put 3 rows in San José, Costa Rica");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(last_step(&desk), "Place San Jose in Costa Rica");
    assert_eq!(record(&desk).get(2).venue.country, Some(code("CRI")));
    desk.get_by_label("2 of 4 decided");
    desk.get_by_label("“Springfield”");
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    desk.get_by_label("1 of 4 decided");
    assert_eq!(*record(&desk), table());
}

#[test]
fn country_only_and_leave_out_are_decisions_that_are_not_asked_again() {
    let mut desk = desk();
    click(&mut desk, "Leave out");
    assert_eq!(last_step(&desk), "Leave out San Jose");
    click(&mut desk, "Country only");
    assert_eq!(last_step(&desk), "Place Springfield in United States as a whole");
    desk.get_by_label("3 of 4 decided");
    click(&mut desk, "Leave out");
    desk.get_by_label("4 of 4 decided");
    click(&mut desk, "Open");
    desk.get_by_label("None is open. Choose All to look at each");
    assert_eq!(record(&desk).get(0).venue.placed, Placed::Nowhere);
}

#[test]
fn a_place_is_found_by_search_and_by_typed_degrees() {
    let mut desk = desk();
    type_in_search(&mut desk, "Astana");
    desk.get_by_label("Put 3 rows in Astana, Kazakhstan");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(desk.query_by_label("Put 3 rows in Astana, Kazakhstan").is_none());
    type_in_search(&mut desk, "9.93, -84.08");
    desk.get_by_label("Put 3 rows at 9.93° N, 84.08° W");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    let placed = record(&desk).get(0).venue.placed;
    assert_eq!(placed, Placed::Point(Position::new(-84.08, 9.93)));
}

#[test]
fn a_click_on_the_map_puts_all_rows_there() {
    let mut desk = desk();
    let map = desk.get_by_role(egui::accesskit::Role::Image).rect();
    let at = map.center() + egui::vec2(30.0, 120.0);
    desk.hover_at(at);
    desk.run();
    desk.drag_at(at);
    desk.drop_at(at);
    settle(&mut desk);
    assert_eq!(last_step(&desk), "Place San Jose at a point");
    for row in 0..3 {
        assert!(matches!(record(&desk).get(row).venue.placed, Placed::Point(_)));
    }
    desk.get_by_label("“San Jose”");
}

#[test]
fn without_the_tick_one_row_is_put() {
    let mut desk = desk();
    click(&mut desk, "Same for all 3 rows");
    // It may lie below what is in sight.
    desk.get_by_label_contains("1991 · Talks 1").click_accesskit();
    settle(&mut desk);
    press(&mut desk, Modifiers::NONE, Key::Num1);
    press(&mut desk, Modifiers::NONE, Key::Enter);
    let countries: Vec<Option<CountryCode>> =
        (0..3).map(|row| record(&desk).get(row).venue.country).collect();
    assert_eq!(countries, [None, Some(code("USA")), None]);
    assert!(window(&desk).history().document().decisions.is_empty());
}

#[test]
fn a_place_that_is_not_likely_is_not_chosen_for_the_user() {
    let mut table = Meetings::default();
    table.push(meeting(0, "France", "Norlan")).expect("it is the first");
    let mut desk = desk_of(table.clone(), 1440.0, 900.0);
    open(&mut desk);
    desk.get_by_label("Choose a place, or click the map");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(*record(&desk), table);
}

#[test]
fn arrows_go_from_text_to_text_and_escape_goes_back() {
    let mut desk = desk();
    press(&mut desk, Modifiers::NONE, Key::ArrowDown);
    desk.get_by_label("“Springfield”");
    press(&mut desk, Modifiers::NONE, Key::ArrowUp);
    desk.get_by_label("“San Jose”");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(desk.query_by_label("“San Jose”").is_none());
    desk.get_by_label("8 meetings");
    open(&mut desk);
    desk.get_by_label("“San Jose”");
}

#[test]
fn looking_at_places_is_no_step_and_moves_no_other_map() {
    let mut desk = desk();
    let before = window(&desk).state.clone();
    press(&mut desk, Modifiers::NONE, Key::Plus);
    press(&mut desk, Modifiers::NONE, Key::ArrowDown);
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert_eq!(window(&desk).state, before);
    assert_eq!(window(&desk).history().steps().len(), 1);
}

#[test]
fn a_table_in_which_every_place_is_found_says_so() {
    let mut found = Meetings::default();
    found.push(meeting(0, "Kazakhstan", "Astana")).expect("it is the first");
    let mut desk = desk_of(found, 900.0, 600.0);
    open(&mut desk);
    desk.get_by_label("Every place is found");
    let mut desk = desk_of(Meetings::default(), 900.0, 600.0);
    open(&mut desk);
    desk.get_by_label("No place to review");
}

#[test]
fn the_dossier_says_how_a_place_was_found() {
    let mut desk = desk_of(table(), 1440.0, 900.0);
    desk.get_by_label_contains("Talks 6, 1996").click_accesskit();
    desk.run();
    desk.get_by_label("Place: by its name");
    let decided = decision(&document(), "kenya / nowhereville", Decided::Country(code("KEN")));
    desk.state_mut().as_mut().expect("made").edit(Edit::Decide(vec![decided]));
    desk.run();
    desk.get_by_label_contains("All meetings").click_accesskit();
    desk.run();
    desk.get_by_label_contains("Talks 5, 1995").click_accesskit();
    desk.run();
    desk.get_by_label("Place: your decision");
}

#[test]
fn the_list_of_what_is_not_counted_leads_to_the_review() {
    let mut desk = desk_of(table(), 1440.0, 900.0);
    click(&mut desk, "What is not counted");
    click(&mut desk, "Review places…");
    desk.get_by_label("“San Jose”");
}

/// A window on a small table in a folder that also keeps the settings.
fn desk_on_disk(folder: &std::path::Path) -> Desk {
    let file = folder.join("trips.csv");
    let text = "start,title,country,city,participants\n2024-01-02,Talks,Kenya,Nowhereville,Lula||BRA\n";
    std::fs::write(&file, text).expect("it can be written");
    let folder = folder.to_owned();
    let mut desk = Harness::builder()
        .with_step_dt(0.05)
        .with_size([1440.0, 900.0])
        .with_max_steps(60)
        .with_context_setup(style::install)
        .build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let context = ui.ctx().clone();
                let opening = || Opening::on(std::slice::from_ref(&file), Some(folder.clone()));
                window.get_or_insert_with(|| Window::new(&context, opening())).ui(ui);
            },
            None,
        );
    wait(&mut desk);
    desk.get_by_label("Open 1 meeting").click();
    wait(&mut desk);
    desk
}

/// As [`settle`], where something is looked at again and again.
fn wait(desk: &mut Desk) {
    for _ in 0..2000 {
        desk.run_steps(4);
        if !window(desk).is_working() {
            return desk.run_steps(2);
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("a job takes too long");
}

#[test]
fn a_decision_for_other_projects_goes_into_the_folder_of_settings() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut desk = desk_on_disk(folder.path());
    desk.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    wait(&mut desk);
    for label in ["Also in other projects", "Country only"] {
        desk.get_by_label(label).click_accesskit();
        wait(&mut desk);
    }
    let (decisions, _) = common_decisions::load(folder.path());
    assert_eq!(decisions.place("Kenya", "Nowhereville"), Some(&Decided::Country(code("KEN"))));
}

#[test]
fn what_the_window_saves_is_what_the_command_line_takes_as_decisions() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let mut desk = desk_on_disk(folder.path());
    desk.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::R);
    wait(&mut desk);
    desk.get_by_label("Leave out").click_accesskit();
    wait(&mut desk);
    desk.key_press(Key::Escape);
    wait(&mut desk);
    for label in ["File", "Save decisions…"] {
        desk.get_by_label_contains(label).click();
        wait(&mut desk);
    }
    desk.get_by_role_and_label(egui::accesskit::Role::Button, "Save").click();
    wait(&mut desk);
    let path = folder.path().join("trips.json");
    let file = Some(path).filter(|path| path.exists()).expect("it lies beside the table");
    let stated = Stated { file: Some(file), ..Stated::default() };
    let instructions = stated.instructions().expect("it can be read");
    assert_eq!(instructions.decisions.place("Kenya", "Nowhereville"), Some(&Decided::LeftOut));
}
