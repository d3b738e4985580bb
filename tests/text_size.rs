//! The size of the window's texts: its steps, its keys, what is remembered of it, and a window that has room
//! for hardly anything.

use crate::desk::{Desk, click, desk_of, press, settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use summitry::document::settings::{load, remember};
use summitry::document::text_size::TextSize;
use summitry::gazetteer::region::Region;
use summitry::query::question::filter::Filter;
use summitry::state::{Pane, Target};
use summitry::ui::command::Command;

/// A window of 1280×800 points whose texts have 250 % of the usual size has so many points of theirs.
const AT_MOST: [f32; 2] = [512.0, 320.0];

#[test]
fn sizes_are_steps_from_75_to_250_percent_and_lead_to_each_other() {
    let [first, .., last] = TextSize::STEPS;
    assert_eq!((first.percent(), last.percent()), (75, 250));
    assert_eq!((first.smaller(), last.larger()), (None, None));
    for [one, next] in TextSize::STEPS.array_windows() {
        assert_eq!((one.larger(), next.smaller()), (Some(*next), Some(*one)));
    }
    assert!(TextSize::STEPS.contains(&TextSize::default()));
    assert_eq!(TextSize::try_from(133), Err(133));
}

#[test]
fn keys_and_menu_change_the_size_and_the_keys_of_the_map_stay_its_own() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    let view = window(&desk).state.framing;
    press(&mut desk, Modifiers::COMMAND, Key::Plus);
    assert!((desk.ctx.zoom_factor() - 1.1).abs() < 1e-6, "{}", desk.ctx.zoom_factor());
    assert_eq!(window(&desk).state.framing, view);
    press(&mut desk, Modifiers::COMMAND, Key::Minus);
    press(&mut desk, Modifiers::COMMAND, Key::Minus);
    assert!((desk.ctx.zoom_factor() - 0.9).abs() < 1e-6);
    click(&mut desk, "View");
    click(&mut desk, "Text size");
    click(&mut desk, "250 %");
    assert!((desk.ctx.zoom_factor() - 2.5).abs() < 1e-6);
    press(&mut desk, Modifiers::COMMAND, Key::Num0);
    assert!((desk.ctx.zoom_factor() - 1.0).abs() < 1e-6);
    // It is a matter of this computer, and no change to the work.
    assert!(window(&desk).history().undone_next().is_none());
    press(&mut desk, Modifiers::NONE, Key::Plus);
    assert_ne!(window(&desk).state.framing, view);
}

#[test]
fn a_size_that_is_no_step_is_said_and_the_usual_one_is_used() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    remember(folder.path(), |settings| settings.text_size = TextSize::try_from(150).ok())
        .expect("the folder can be written");
    let (settings, remark) = load(folder.path());
    assert!(remark.is_none(), "{remark:?}");
    assert_eq!(settings.text_size.map(TextSize::percent), Some(150));
    let path = folder.path().join("settings.json");
    std::fs::write(&path, r#"{"text_size": 900}"#).expect("the folder can be written");
    let (settings, remark) = load(folder.path());
    assert_eq!(settings.text_size, None);
    let said = remark.expect("it cannot be used").to_string();
    assert!(said.ends_with("cannot be used: text_size"), "{said}");
}

/// What stands beyond the left or the right edge of the window, and cannot be scrolled to.
fn beyond(desk: &Desk, [wide, _]: [f32; 2]) -> Vec<String> {
    let roles =
        [Role::Button, Role::RadioButton, Role::CheckBox, Role::TextInput, Role::ComboBox, Role::Label];
    let nodes = roles.into_iter().flat_map(|role| desk.query_all_by_role(role));
    let out = nodes.filter(|node| node.rect().left() < -0.5 || node.rect().right() > wide + 0.5);
    out.map(|node| format!("{:?} {:?}", node.accesskit_node().label(), node.rect())).collect()
}

#[test]
fn at_250_percent_each_view_takes_the_whole_window_and_nothing_is_cut_off() {
    let mut desk = desk_of(AT_MOST, 0.25, 30);
    for view in ["List", "Map", "Table", "Matrix", "List"] {
        desk.get_by_role_and_label(Role::RadioButton, view).click();
        settle(&mut desk);
        let out: Vec<String> = beyond(&desk, AT_MOST);
        // A matrix scrolls to both sides.
        assert!(view == "Matrix" || out.is_empty(), "{view}: {out:#?}");
    }
    // The filters and the meetings take turns.
    desk.state_mut().as_mut().expect("made").state.filter =
        Filter { regions: [Region::Africa].into(), ..Filter::default() };
    settle(&mut desk);
    assert_eq!(window(&desk).shown().rows.len(), 3);
    desk.get_by_role_and_label(Role::Button, "Meetings").click();
    settle(&mut desk);
    desk.get_by_label("Mnangagwa meets Putin, 6 June 2024").click_accesskit();
    settle(&mut desk);
    assert!(matches!(window(&desk).state.selection, Some(Target::Meeting(_))));
    assert_eq!(beyond(&desk, AT_MOST), Vec::<String>::new());
    desk.get_by_role_and_label(Role::RadioButton, "Map").click();
    settle(&mut desk);
    let map = desk.get_by_role(Role::Image).rect();
    assert!(map.width() > 480.0 && map.height() > 180.0, "{map:?}");
}

#[test]
fn at_250_percent_every_menu_is_reached_and_scrolls() {
    let mut desk = desk_of(AT_MOST, 0.25, 30);
    click(&mut desk, "Menu");
    click(&mut desk, "View");
    assert_eq!(beyond(&desk, AT_MOST), Vec::<String>::new());
    // Who sees the beginning scrolls to the end.
    let last = |desk: &Desk| desk.get_by_label("Language").rect().bottom();
    assert!(last(&desk) > AT_MOST[1]);
    desk.hover_at(desk.get_by_label_contains("Show the table").rect().center());
    desk.run();
    desk.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -4000.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    settle(&mut desk);
    assert!(last(&desk) <= AT_MOST[1], "{}", last(&desk));
    desk.get_by_label_contains("Show the matrix").click_accesskit();
    settle(&mut desk);
    assert_eq!(window(&desk).state.pane, Pane::Matrix);
}

#[test]
fn the_panel_is_hidden_beside_the_map_and_the_filter_of_words_brings_it_back() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    let narrow = desk.get_by_role(Role::Image).rect().width();
    press(&mut desk, Modifiers::COMMAND, Key::B);
    assert!(desk.query_by_label("Filter by words").is_none());
    assert!(desk.get_by_role(Role::Image).rect().width() > narrow + 300.0);
    // What is selected is told beside the map instead.
    desk.get_by_label("Hanoi on the map, 1 meeting").click();
    settle(&mut desk);
    desk.get_by_label("← All meetings");
    press(&mut desk, Modifiers::COMMAND, Key::F);
    desk.get_by_label("Filter by words");
    assert_eq!(Command::TogglePanel.text(), "Show or hide the panel");
}
