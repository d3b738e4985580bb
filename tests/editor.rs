//! The editor of a meeting, driven by accessible label without a display.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::num::NonZeroU16;
use summitry::document::Document;
use summitry::document::history::{History, Home};
use summitry::import;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::MeetingId;
use summitry::meeting::{Kind, Meeting, Placed, Position, Role as AtHome, Status};
use summitry::picture::look::Look;
use summitry::state::{State, Theme};
use summitry::ui::editor::act::{Act, carry_out};
use summitry::ui::editor::panel::{Editor, EditorContext};
use summitry::ui::style;
use summitry::words::message::Message;
use summitry::words::say;

/// The editor with the history that it writes into, without the window around it.
struct Bench {
    history: History,
    editor: Editor,
}

impl Bench {
    fn ui(&mut self, ui: &mut egui::Ui) {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) && self.editor.escape() {
            self.act(Act::Close);
        }
        let look = Look::of(Theme::Light);
        let record = &self.history.document().record;
        let acts = self.editor.ui(ui, EditorContext { record, look: &look, is_left_out: false });
        for act in acts {
            self.act(act);
        }
    }

    fn act(&mut self, act: Act) {
        let then = carry_out(act, &mut self.history).expect("the editor asks for nothing impossible");
        self.editor.then(then, &self.history.document().record);
    }
}

type Desk = Harness<'static, Bench>;
/// A text of a meeting.
type TextOf = fn(&Meeting) -> &str;

const EDITED: &str = "orban-putin-moscow-2024-07";

/// The editor of one of the embedded meetings.
fn desk() -> Desk {
    let record = import::embedded().meetings;
    let history = History::new(Document::new(record, Vec::new(), State::default()), Home::default());
    let mut bench = Bench { history, editor: Editor::default() };
    bench.act(Act::Open(MeetingId::new(EDITED)));
    let mut desk = Harness::builder()
        .with_size([360.0, 1400.0])
        .with_max_steps(30)
        .with_context_setup(style::install)
        .build_ui_state(|ui, bench: &mut Bench| bench.ui(ui), bench);
    desk.run();
    desk
}

/// The meeting that is edited, as it is recorded.
fn edited(desk: &Desk) -> Meeting {
    let id = desk.state().editor.meeting().expect("one is edited").clone();
    recorded(desk, id.as_str()).expect("it is in the table")
}

fn recorded(desk: &Desk, id: &str) -> Option<Meeting> {
    let record = &desk.state().history.document().record;
    Some(record.get(record.row_of(id)?).clone())
}

fn field<'d>(desk: &'d Desk, name: &'d str) -> egui_kittest::Node<'d> {
    desk.get_by(move |node| {
        let is_text = matches!(node.role(), Role::TextInput | Role::MultilineTextInput);
        is_text && node.label().as_deref() == Some(name)
    })
}

fn text_in(desk: &Desk, name: &str) -> String {
    field(desk, name).value().unwrap_or_default()
}

/// Replaces what stands in a field, a letter a frame.
fn write(desk: &mut Desk, name: &str, text: &str) {
    field(desk, name).focus();
    desk.run();
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.run();
    if text.is_empty() {
        desk.key_press(Key::Backspace);
        desk.run();
    }
    for letter in text.chars() {
        desk.event(egui::Event::Text(letter.to_string()));
        desk.run();
    }
}

/// Leaves the field that is typed in.
fn leave(desk: &mut Desk) {
    desk.key_press(Key::Tab);
    desk.run();
}

fn click(desk: &mut Desk, label: &str) {
    desk.get_by_label(label).click();
    desk.run();
}

fn says(desk: &Desk, words: &str) -> bool {
    desk.query_all_by_label_contains(words).next().is_some()
}

fn undo(desk: &mut Desk) {
    assert!(desk.state_mut().history.undo(), "there is a step to take back");
    desk.run();
}

fn steps(desk: &Desk) -> usize {
    desk.state().history.steps().len() - 1
}

fn last_step(desk: &Desk) -> String {
    say(Message::Step(&desk.state().history.now().change))
}

#[test]
fn each_text_goes_into_the_record_as_it_is_typed_and_is_one_step() {
    let texts: [(&str, TextOf, &str); 4] = [
        ("Title", |meeting| &meeting.title, "Change title"),
        ("Occasion", |meeting| &meeting.occasion, "Change occasion"),
        ("Outcome", |meeting| &meeting.outcome, "Change outcome"),
        ("Note", |meeting| &meeting.note, "Change note"),
    ];
    for (name, get, step) in texts {
        let mut desk = desk();
        let before = edited(&desk);
        write(&mut desk, name, "Two by two");
        assert_eq!(get(&edited(&desk)), "Two by two", "{name}");
        leave(&mut desk);
        assert_eq!((steps(&desk), last_step(&desk).as_str()), (1, step));
        undo(&mut desk);
        assert_eq!(edited(&desk), before, "{name}");
        assert_eq!(text_in(&desk, name), get(&before), "the field follows the record back");
    }
}

#[test]
fn a_trip_its_stop_and_the_number_of_meetings_are_fields_and_nonsense_changes_nothing() {
    let mut desk = desk();
    let before = edited(&desk);
    write(&mut desk, "Stop", "2");
    assert_eq!((edited(&desk).trip, steps(&desk)), (None, 0), "a stop of no trip is nothing yet");
    write(&mut desk, "Trip", "Peace mission");
    leave(&mut desk);
    let stop = edited(&desk).trip.expect("it is typed");
    assert_eq!((stop.trip.as_str(), stop.number.map(NonZeroU16::get)), ("Peace mission", Some(2)));
    assert_eq!((steps(&desk), last_step(&desk).as_str()), (1, "Change trip"));
    write(&mut desk, "Stop", "two");
    assert_eq!(edited(&desk).trip, Some(stop), "and the record keeps what was understood");
    assert!(says(&desk, "A number is written 1, 2, 3 …"));
    write(&mut desk, "Stop", "");
    leave(&mut desk);
    assert_eq!(edited(&desk).trip.and_then(|stop| stop.number), None);
    write(&mut desk, "Meetings", "12");
    leave(&mut desk);
    assert_eq!((edited(&desk).times(), last_step(&desk).as_str()), (12, "Change number of meetings"));
    while steps(&desk) > 0 && edited(&desk) != before {
        undo(&mut desk);
    }
    assert_eq!(edited(&desk), before);
    assert_eq!((text_in(&desk, "Trip"), text_in(&desk, "Meetings")), (String::new(), String::new()));
}

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a date of the test")
}

#[test]
fn a_date_may_be_written_in_any_form_and_its_precision_follows_from_it() {
    let month = PartialDate::Month(2024, 7);
    for (written, date, words) in [
        ("2024-07-09", day("2024-07-09"), "9 July 2024, known to the day"),
        ("9 July 2024", day("2024-07-09"), "9 July 2024, known to the day"),
        ("31.12.2023", day("2023-12-31"), "31 December 2023, known to the day"),
        ("July 2024", month, "July 2024, known to the month"),
        ("2024", PartialDate::Year(2024), "2024, known to the year"),
    ] {
        let mut desk = desk();
        let before = edited(&desk);
        write(&mut desk, "First day", written);
        assert_eq!(edited(&desk).dates, Dates::on(date), "{written}");
        assert!(says(&desk, words), "{written}");
        assert_eq!(text_in(&desk, "First day"), written, "what was typed stays as it was typed");
        leave(&mut desk);
        assert_eq!((steps(&desk), last_step(&desk).as_str()), (1, "Change dates"));
        undo(&mut desk);
        assert_eq!(edited(&desk), before);
        assert_eq!(text_in(&desk, "First day"), "2024-07-05");
    }
}

#[test]
fn a_meeting_of_several_days_has_a_last_day() {
    let mut desk = desk();
    write(&mut desk, "Last day", "7 July 2024");
    let dates = Dates { start: Some(day("2024-07-05")), end: Some(day("2024-07-07")) };
    assert_eq!(edited(&desk).dates, dates);
    assert!(says(&desk, "5–7 July 2024, known to the day"));
    write(&mut desk, "Last day", "");
    assert_eq!(edited(&desk).dates, Dates::on(day("2024-07-05")));
    write(&mut desk, "First day", "");
    assert_eq!(edited(&desk).dates, Dates::default());
    assert!(says(&desk, "The date is not known"));
}

#[test]
fn a_date_that_cannot_be_is_told_and_the_last_one_stays() {
    for (name, written, told) in [
        ("First day", "31 June 2024", "June 2024 has 30 days"),
        ("First day", "2024-13-01", "There is no month 13"),
        ("First day", "03/04/2024", "Perhaps 2024-04-03 or 2024-03-04"),
        ("First day", "soon", "A date is written 2024-07-03"),
        ("Last day", "4 July 2024", "The meeting would end before it starts"),
    ] {
        let mut desk = desk();
        let before = edited(&desk);
        write(&mut desk, name, written);
        assert!(says(&desk, told), "{written}: {told}");
        assert!(says(&desk, "Until it is understood"), "{written}");
        leave(&mut desk);
        assert_eq!(text_in(&desk, name), written, "nothing that was typed is lost");
        let after = edited(&desk).dates;
        assert!(after.start.is_some() && after.end >= after.start, "{written}: {after:?}");
        desk.state_mut().editor.close(&import::embedded().meetings);
        desk.state_mut().act(Act::Open(before.id.clone()));
        desk.run();
        assert_eq!(text_in(&desk, name), written, "it is there again when the meeting is opened again");
    }
}

#[test]
fn kind_and_status_are_chosen_from_menus() {
    let mut desk = desk();
    let before = edited(&desk);
    for (menu, choice, step) in
        [("Kind", "State visit", "Set kind: state visit"), ("Status", "Cancelled", "Set status: cancelled")]
    {
        desk.get_by_role_and_label(Role::ComboBox, menu).click();
        desk.run();
        click(&mut desk, choice);
        assert_eq!(last_step(&desk), step);
    }
    let after = edited(&desk);
    assert_eq!((after.kind, after.status), (Kind::StateVisit, Status::Cancelled));
    undo(&mut desk);
    undo(&mut desk);
    assert_eq!(edited(&desk), before);
}

#[test]
fn a_place_is_found_by_its_name_and_taken_by_enter() {
    let mut desk = desk();
    let before = edited(&desk);
    write(&mut desk, "Place", "Geneva");
    assert_eq!(edited(&desk).venue, before.venue, "nothing is taken before it is chosen");
    assert!(says(&desk, "Geneva, Switzerland, "), "the list says why it is offered");
    desk.key_press(Key::Enter);
    desk.run();
    let venue = edited(&desk).venue;
    assert_eq!((venue.city.as_str(), venue.country), ("Geneva", CountryCode::new("CHE")));
    assert!(matches!(venue.placed, Placed::City(..)));
    assert_eq!(venue.building, before.venue.building, "the building stays as it was written");
    assert_eq!(text_in(&desk, "Place"), "Geneva, Switzerland");
    assert_eq!((steps(&desk), last_step(&desk).as_str()), (1, "Change venue"));
    undo(&mut desk);
    assert_eq!(edited(&desk), before);
    assert_eq!(text_in(&desk, "Place"), "Moscow, Russia");
}

#[test]
fn one_of_several_places_is_chosen_by_arrows_or_by_a_click() {
    let mut desk = desk();
    write(&mut desk, "Place", "Tripoli");
    desk.key_press(Key::ArrowDown);
    desk.run();
    desk.key_press(Key::Enter);
    desk.run();
    let by_arrows = edited(&desk).venue;
    assert_eq!(by_arrows.city, "Tripoli");
    undo(&mut desk);
    write(&mut desk, "Place", "Tripoli");
    let first = desk.query_all_by_label_contains("Tripoli, Libya").next().expect("it is offered");
    first.click();
    desk.run();
    let by_click = edited(&desk).venue;
    assert_eq!(by_click.country, CountryCode::new("LBY"));
    assert_ne!(by_arrows.country, by_click.country);
}

#[test]
fn a_place_that_is_none_or_several_is_told_and_the_last_one_stays() {
    for (written, told) in [
        ("Tripoli", "places may be meant: choose one. Until then Moscow, Russia stays"),
        ("Qwxyzzy", "No place is called \"Qwxyzzy\". Until one is found, Moscow, Russia stays"),
    ] {
        let mut desk = desk();
        let before = edited(&desk);
        write(&mut desk, "Place", written);
        leave(&mut desk);
        assert!(says(&desk, told), "{written}");
        assert_eq!(edited(&desk), before);
        assert_eq!(text_in(&desk, "Place"), written);
    }
}

#[test]
fn a_place_may_be_a_country_a_point_of_the_map_or_none() {
    let mut desk = desk();
    let before = edited(&desk);
    click(&mut desk, "Country only");
    let venue = edited(&desk).venue;
    assert_eq!((venue.city.as_str(), venue.country), ("", CountryCode::new("RUS")));
    assert!(matches!(venue.placed, Placed::Country(..)));
    assert!(says(&desk, "Known only to its country"));
    let at = Position::new(6.9, 46.43);
    desk.state_mut().editor.pick(at);
    desk.run();
    let venue = edited(&desk).venue;
    assert_eq!((venue.placed.position(), venue.country), (Some(at), CountryCode::new("CHE")));
    assert!(!venue.city.is_empty(), "it is called by the nearest city");
    write(&mut desk, "Place", "");
    leave(&mut desk);
    assert_eq!(edited(&desk).venue.placed, Placed::Nowhere);
    assert!(says(&desk, "Not placed on the map"));
    write(&mut desk, "Building", "Villa Rive-Gauche");
    assert_eq!(edited(&desk).venue.building, "Villa Rive-Gauche");
    for _ in 0..4 {
        undo(&mut desk);
    }
    assert_eq!(edited(&desk), before);
}

#[test]
fn a_participant_is_added_with_name_office_and_state() {
    let mut desk = desk();
    let before = edited(&desk);
    click(&mut desk, "+ Add a participant");
    assert_eq!(edited(&desk), before, "nobody is recorded without a name");
    write(&mut desk, "Name of participant 3", "Ignazio Cassis");
    leave(&mut desk);
    write(&mut desk, "Office of participant 3", "Foreign minister");
    leave(&mut desk);
    write(&mut desk, "State of participant 3", "Switzerl");
    assert!(says(&desk, "\"Switzerl\" names no single state"));
    desk.key_press(Key::Enter);
    desk.run();
    let person = edited(&desk).participants[2].clone();
    assert_eq!((person.name.as_str(), person.office.as_str()), ("Ignazio Cassis", "Foreign minister"));
    assert_eq!((person.country, person.role), (CountryCode::new("CHE"), AtHome::Guest));
    assert_eq!(text_in(&desk, "State of participant 3"), "Switzerland");
    while steps(&desk) > 0 && desk.state().history.undone_next().is_some() {
        undo(&mut desk);
    }
    assert_eq!(edited(&desk), before);
}

#[test]
fn participants_are_moved_and_removed_and_one_may_be_the_host() {
    let mut desk = desk();
    let before = edited(&desk);
    let names = |desk: &Desk| -> Vec<String> {
        edited(desk).participants.iter().map(|person| person.name.to_string()).collect()
    };
    let [first, second] = <[String; 2]>::try_from(names(&desk)).expect("there are two");
    click(&mut desk, "Move participant 1 down");
    assert_eq!(names(&desk), [second.clone(), first.clone()]);
    click(&mut desk, "Move participant 2 up");
    assert_eq!(names(&desk), [first.clone(), second.clone()]);
    let role = edited(&desk).participants[1].role;
    click(&mut desk, "Participant 2 is the host");
    assert_ne!(edited(&desk).participants[1].role, role);
    click(&mut desk, "Remove participant 1");
    assert_eq!(names(&desk), [second]);
    assert_eq!(text_in(&desk, "Name of participant 1"), names(&desk)[0]);
    for _ in 0..4 {
        undo(&mut desk);
    }
    assert_eq!(edited(&desk), before);
    assert_eq!(text_in(&desk, "Name of participant 1"), first);
}

#[test]
fn a_state_that_is_none_or_several_is_told_and_the_last_one_stays() {
    for written in ["Congo", "Atlantis"] {
        let mut desk = desk();
        let before = edited(&desk);
        write(&mut desk, "State of participant 1", written);
        leave(&mut desk);
        assert!(says(&desk, &format!("\"{written}\" names no single state")), "{written}");
        assert!(says(&desk, "Until it is understood"), "{written}");
        assert_eq!(edited(&desk).participants.len(), before.participants.len());
        assert_eq!(text_in(&desk, "State of participant 1"), written);
        write(&mut desk, "Office of participant 1", "President");
        assert_eq!(text_in(&desk, "State of participant 1"), written, "another field leaves it alone");
    }
}

#[test]
fn a_participant_keeps_the_last_name_until_there_is_another() {
    let mut desk = desk();
    let before = edited(&desk);
    write(&mut desk, "Name of participant 1", "");
    assert!(says(&desk, &format!("Without a name {} stays", before.participants[0].name)));
    assert_eq!(edited(&desk), before);
}

#[test]
fn sources_are_added_with_what_they_support_and_removed() {
    let mut desk = desk();
    let before = edited(&desk);
    let number = before.sources.len() + 1;
    click(&mut desk, "+ Add a source");
    assert_eq!(edited(&desk), before);
    write(&mut desk, &format!("Source {number}"), "https://example.org/talks");
    leave(&mut desk);
    click(&mut desk, &format!("Source {number} supports date"));
    write(&mut desk, &format!("Another fact that source {number} supports"), "arrival");
    leave(&mut desk);
    let source = edited(&desk).sources[number - 1].clone();
    assert_eq!(source.reference, "https://example.org/talks");
    assert_eq!(source.facts, ["date", "arrival"]);
    click(&mut desk, &format!("Source {number} supports date"));
    assert_eq!(edited(&desk).sources[number - 1].facts, ["arrival"]);
    click(&mut desk, &format!("Remove source {number}"));
    assert_eq!(edited(&desk).sources, before.sources);
    while desk.state().history.undone_next().is_some() {
        undo(&mut desk);
    }
    assert_eq!(edited(&desk), before);
}

#[test]
fn a_new_meeting_and_its_title_are_one_step() {
    let mut desk = desk();
    let before = desk.state().history.document().record.clone();
    desk.state_mut().act(Act::Add);
    desk.run();
    assert!(field(&desk, "Title").is_focused(), "it opens on its title");
    for letter in "Talks".chars() {
        desk.event(egui::Event::Text(letter.to_string()));
        desk.run();
    }
    let new = edited(&desk);
    assert_eq!(new.title, "Talks");
    leave(&mut desk);
    assert_eq!((steps(&desk), last_step(&desk).as_str()), (1, "Add meeting"));
    write(&mut desk, "Note", "by video");
    assert_eq!(steps(&desk), 2);
    undo(&mut desk);
    undo(&mut desk);
    assert_eq!(desk.state().history.document().record, before);
    assert_eq!(desk.state().editor.meeting(), None, "what is not there is not edited");
}

#[test]
fn a_meeting_is_duplicated_and_deleted() {
    let mut desk = desk();
    let before = edited(&desk);
    click(&mut desk, "Duplicate");
    let copy = edited(&desk);
    assert_ne!(copy.id, before.id);
    assert_eq!(Meeting { id: before.id.clone(), ..copy.clone() }, before);
    click(&mut desk, "Delete");
    assert_eq!(recorded(&desk, copy.id.as_str()), None);
    assert_eq!(desk.state().editor.meeting(), None);
    undo(&mut desk);
    assert_eq!(recorded(&desk, copy.id.as_str()), Some(copy.clone()));
    undo(&mut desk);
    assert_eq!(recorded(&desk, copy.id.as_str()), None);
    assert_eq!(recorded(&desk, EDITED), Some(before));
}

#[test]
fn escape_closes_the_list_first_and_then_the_editor() {
    let mut desk = desk();
    write(&mut desk, "Place", "Geneva");
    assert!(says(&desk, "Geneva, Switzerland, "));
    desk.key_press(Key::Escape);
    desk.run();
    assert!(!says(&desk, "Geneva, Switzerland, "));
    assert!(desk.state().editor.meeting().is_some());
    desk.key_press(Key::Escape);
    desk.run();
    assert_eq!(desk.state().editor.meeting(), None);
}

#[test]
fn the_editor_goes_to_the_meetings_before_and_after() {
    let mut desk = desk();
    let row = |desk: &Desk| {
        let document = desk.state().history.document();
        document.record.row_of(edited(desk).id.as_str()).expect("it is in the table")
    };
    let before = row(&desk);
    click(&mut desk, "Edit the next meeting");
    assert_eq!(row(&desk), before + 1);
    click(&mut desk, "Edit the meeting before");
    click(&mut desk, "Edit the meeting before");
    assert_eq!(row(&desk), before - 1);
    assert_eq!(steps(&desk), 0, "looking is no step");
}

#[test]
fn nothing_in_the_editor_is_wider_than_its_panel() {
    let desk = desk();
    let roles = [Role::TextInput, Role::MultilineTextInput, Role::ComboBox, Role::Button, Role::CheckBox];
    for role in roles {
        for node in desk.query_all_by_role(role) {
            let (right, name) = (node.rect().right(), node.accesskit_node().label());
            assert!(right <= 352.5, "{role:?} {name:?} ends at {right}");
        }
    }
}
