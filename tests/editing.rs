//! Editing in the window: how the editor is reached, a place chosen on the map, several meetings at once, and
//! what was done.

use crate::desk::{Desk, desk_of, pick_filter, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use summitry::import;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Meeting, Position, Status};
use summitry::state::Target;
use summitry::words::message::Message;
use summitry::words::say;

const ORBAN: &str = "Orban meets Putin, 5 July 2024";

fn desk() -> Desk {
    desk_of([1440.0, 900.0], 0.05, 60)
}

fn record(desk: &Desk) -> &Meetings {
    &window(desk).history().document().record
}

fn orban(desk: &Desk) -> Meeting {
    let record = record(desk);
    record.get(record.row_of("orban-putin-moscow-2024-07").expect("it is in the table")).clone()
}

fn last_step(desk: &Desk) -> String {
    say(Message::Step(&window(desk).history().now().change))
}

fn click(desk: &mut Desk, label: &str) {
    desk.get_by_label(label).click();
    desk.run();
}

/// Selects the meeting of Orban and Putin, whose row lies below those in sight.
fn tell(desk: &mut Desk) {
    desk.get_by_label(ORBAN).click_accesskit();
    desk.run();
}

/// The first rows of the list, all in sight.
fn rows_in_sight(desk: &Desk) -> Vec<String> {
    desk.query_all_by_role(Role::ListItem).filter_map(|row| row.accesskit_node().label()).take(4).collect()
}

/// Clicks a row of the list with keys held.
fn click_with(desk: &mut Desk, modifiers: Modifiers, label: &str) {
    desk.get_by_label_contains(label).click_modifiers(modifiers);
    desk.run();
}

fn press(desk: &mut Desk, modifiers: Modifiers, key: Key) {
    desk.key_press_modifiers(modifiers, key);
    desk.run();
}

fn write(desk: &mut Desk, name: &'static str, text: &str) {
    desk.get_by(move |node| node.role() == Role::TextInput && node.label().as_deref() == Some(name)).focus();
    desk.run();
    press(desk, Modifiers::COMMAND, Key::A);
    for letter in text.chars() {
        desk.event(egui::Event::Text(letter.to_string()));
        desk.run();
    }
}

fn is_edited(desk: &Desk) -> bool {
    desk.query_by_label("Close the editor").is_some()
}

#[test]
fn the_editor_is_reached_by_the_button_of_the_dossier() {
    let mut desk = desk();
    tell(&mut desk);
    assert!(!is_edited(&desk));
    click(&mut desk, "Edit meeting");
    assert!(is_edited(&desk));
    desk.get_by_role_and_label(Role::Button, "Done").click();
    desk.run();
    assert!(!is_edited(&desk));
}

#[test]
fn the_editor_is_reached_by_enter_or_f2_on_a_row() {
    for key in [Key::Enter, Key::F2] {
        let mut desk = desk();
        desk.get_by_label(ORBAN).focus();
        desk.run();
        press(&mut desk, Modifiers::NONE, key);
        assert!(is_edited(&desk), "{key:?}");
        press(&mut desk, Modifiers::NONE, Key::Escape);
        assert!(!is_edited(&desk), "Escape closes it");
    }
}

#[test]
fn the_editor_is_reached_by_a_double_click_on_a_row() {
    let mut desk = desk();
    let at = desk.get_by_label(&rows_in_sight(&desk)[1]).rect().center();
    for _ in 0..2 {
        desk.hover_at(at);
        desk.step();
        desk.drag_at(at);
        desk.step();
        desk.drop_at(at);
        desk.step();
    }
    desk.run();
    assert!(is_edited(&desk));
}

#[test]
fn what_is_typed_is_on_the_map_and_in_the_list_at_once() {
    let mut desk = desk();
    tell(&mut desk);
    click(&mut desk, "Edit meeting");
    write(&mut desk, "Title", "Orbán in Moscow");
    assert_eq!(orban(&desk).title, "Orbán in Moscow");
    write(&mut desk, "Place", "Warsaw");
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert!(desk.query_by_label_contains("Warsaw on the map").is_some(), "the map follows");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    press(&mut desk, Modifiers::NONE, Key::Escape);
    desk.get_by_label("Orbán in Moscow, 5 July 2024");
    for _ in 0..2 {
        press(&mut desk, Modifiers::COMMAND, Key::Z);
    }
    let before = import::embedded().meetings;
    assert_eq!(*record(&desk), before);
}

#[test]
fn a_place_is_chosen_by_a_click_on_the_map() {
    let mut desk = desk();
    let before = orban(&desk);
    tell(&mut desk);
    click(&mut desk, "Edit meeting");
    click(&mut desk, "Choose on the map");
    let wanted = Position::new(19.0, 47.4);
    let map = desk.get_by_role(Role::Image).rect();
    let plane = window(&desk).chart().plane_from_globe(wanted).expect("it is on the chart");
    let point = window(&desk).picture().page_from_plane.page_from_plane(plane);
    let at = map.min + egui::vec2(point.x, point.y);
    assert!(map.contains(at), "Budapest is in sight");
    desk.hover_at(at);
    desk.run();
    desk.drag_at(at);
    desk.drop_at(at);
    desk.run();
    let venue = orban(&desk).venue;
    let found = venue.placed.position().expect("it is placed");
    assert!((found.lon - wanted.lon).abs() < 0.2 && (found.lat - wanted.lat).abs() < 0.2, "{found:?}");
    assert_eq!(venue.country, CountryCode::new("HUN"));
    assert!(!venue.city.is_empty(), "it is called by the nearest city");
    assert_eq!(
        window(&desk).state.selection,
        Some(Target::Meeting(before.id.clone())),
        "nothing else is selected"
    );
    assert_eq!(last_step(&desk), "Change venue");
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(orban(&desk), before);
}

#[test]
fn commands_add_duplicate_and_delete_a_meeting() {
    let mut desk = desk();
    let before = record(&desk).clone();
    press(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    for letter in "Talks".chars() {
        desk.event(egui::Event::Text(letter.to_string()));
        desk.run();
    }
    assert_eq!(record(&desk).get(before.len()).title, "Talks", "it opens on its title");
    assert_eq!((window(&desk).history().steps().len(), last_step(&desk).as_str()), (2, "Add meeting"));
    press(&mut desk, Modifiers::NONE, Key::Escape);
    press(&mut desk, Modifiers::COMMAND, Key::D);
    assert_eq!(record(&desk).len(), before.len() + 2);
    assert!(is_edited(&desk));
    press(&mut desk, Modifiers::NONE, Key::Delete);
    assert_eq!(record(&desk).len(), before.len() + 2, "Delete in a text deletes text");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    press(&mut desk, Modifiers::NONE, Key::Delete);
    assert_eq!(record(&desk).len(), before.len() + 1);
    for _ in 0..3 {
        press(&mut desk, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*record(&desk), before);
}

#[test]
fn several_meetings_are_changed_at_once_in_one_step_each() {
    let mut desk = desk();
    let before = record(&desk).clone();
    let marked = |desk: &Desk, status| {
        record(desk)
            .iter()
            .filter(|(row, meeting)| before.get(*row).status != status && meeting.status == status)
            .count()
    };
    let rows = rows_in_sight(&desk);
    click_with(&mut desk, Modifiers::COMMAND, &rows[0]);
    desk.get_by_label("1 meeting marked");
    click_with(&mut desk, Modifiers::COMMAND, &rows[2]);
    desk.get_by_label("2 meetings marked");
    assert_eq!(window(&desk).state.selection, None, "marking selects nothing");
    click(&mut desk, "Set status");
    desk.get_by_role_and_label(Role::Button, "Cancelled").click();
    desk.run();
    assert_eq!(marked(&desk, Status::Cancelled), 2);
    assert_eq!(
        (window(&desk).history().steps().len(), last_step(&desk).as_str()),
        (2, "Set status: cancelled")
    );
    click(&mut desk, "Set kind");
    desk.get_by_role_and_label(Role::Button, "State visit").click();
    desk.run();
    assert_eq!(window(&desk).history().steps().len(), 3);
    click(&mut desk, "Delete");
    assert_eq!(record(&desk).len(), before.len() - 2);
    assert_eq!((window(&desk).history().steps().len(), last_step(&desk).as_str()), (4, "Delete meetings"));
    assert!(desk.query_by_label_contains("marked").is_none(), "what is gone is not marked");
    for _ in 0..3 {
        press(&mut desk, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(*record(&desk), before);
}

#[test]
fn shift_marks_all_rows_up_to_the_one_clicked_and_clear_takes_the_marks_away() {
    let mut desk = desk();
    let rows = rows_in_sight(&desk);
    click_with(&mut desk, Modifiers::COMMAND, &rows[0]);
    click_with(&mut desk, Modifiers::SHIFT, &rows[3]);
    desk.get_by_label("4 meetings marked");
    desk.get_by_label(&format!("{}, marked", rows[2]));
    click_with(&mut desk, Modifiers::COMMAND, &rows[2]);
    desk.get_by_label("3 meetings marked");
    click(&mut desk, "Clear");
    assert!(desk.query_by_label_contains("marked").is_none());
    click_with(&mut desk, Modifiers::COMMAND, &rows[1]);
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(desk.query_by_label_contains("marked").is_none());
}

#[test]
fn marks_are_forgotten_when_the_list_shows_other_meetings() {
    let mut desk = desk();
    let row = rows_in_sight(&desk)[0].clone();
    click_with(&mut desk, Modifiers::COMMAND, &row);
    desk.get_by_label("1 meeting marked");
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    assert!(desk.query_by_label_contains("marked").is_none());
}

#[test]
fn what_was_done_is_listed_and_any_step_can_be_gone_back_to() {
    let mut desk = desk();
    tell(&mut desk);
    click(&mut desk, "Edit meeting");
    write(&mut desk, "Title", "Talks");
    write(&mut desk, "Building", "Palace");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    click(&mut desk, "Edit");
    desk.get_by_label("What was done ").click();
    desk.run();
    desk.get_by_label("Change venue, Talks, now");
    desk.get_by_label("2 steps since it was saved or opened");
    let first = desk.get_by_label_contains("Open, ").accesskit_node().label().expect("it has a name");
    assert!(first.ends_with("saved"), "{first}");
    click(&mut desk, "Change title, Orban meets Putin");
    assert_eq!((orban(&desk).title.as_str(), orban(&desk).venue.building.as_str()), ("Talks", "The Kremlin"));
    desk.get_by_label("Change venue, Talks, undone");
    click(&mut desk, &first);
    assert_eq!(*record(&desk), import::embedded().meetings);
    desk.get_by_label("Nothing to save");
    click(&mut desk, "Change venue, Talks, undone");
    assert_eq!(orban(&desk).venue.building, "Palace");
}

#[test]
fn in_a_narrow_window_the_editor_stands_in_place_of_the_panel() {
    let mut desk = desk_of([900.0, 600.0], 0.05, 60);
    tell(&mut desk);
    click(&mut desk, "Edit meeting");
    assert!(is_edited(&desk));
    assert!(desk.query_by_label("Filter by words").is_none(), "the filters make room");
    assert!(desk.query_by_label("View").is_some(), "the menu stays");
    let map = desk.get_by_role(Role::Image).rect();
    assert!(map.width() > 500.0, "{map:?}");
    write(&mut desk, "Title", "Talks");
    assert_eq!(orban(&desk).title, "Talks");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert!(desk.query_by_label("Filter by words").is_some());
}
