//! The regions of the window, driven by F6 alone, and the sheet that names the key.

use crate::desk::{Desk, click, desk_of, press, settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

/// The region that the keyboard is on as a whole.
fn region(desk: &Desk) -> String {
    let regions = desk.query_all_by_role(Role::Region);
    let focused = regions.filter(|node| node.accesskit_node().is_focused());
    let names: Vec<String> = focused.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(names.len(), 1, "one region has the focus: {names:?}");
    names[0].clone()
}

#[test]
fn f6_leads_through_all_regions_and_shift_f6_back() {
    let mut desk = desk_of([1440.0, 980.0], 0.25, 30);
    for name in ["Search, views and export", "Filters", "List", "Map", "Timeline", "Search, views and export"]
    {
        press(&mut desk, Modifiers::NONE, Key::F6);
        assert_eq!(region(&desk), name);
    }
    for name in ["Timeline", "Map", "List", "Filters", "Search, views and export"] {
        press(&mut desk, Modifiers::SHIFT, Key::F6);
        assert_eq!(region(&desk), name);
    }
    click(&mut desk, "Table");
    click(&mut desk, "Orban meets Putin, 5 July 2024, Moscow, Russia, held");
    // It goes on from where the focus is: the table.
    press(&mut desk, Modifiers::NONE, Key::F6);
    assert_eq!(region(&desk), "What is selected");
    press(&mut desk, Modifiers::SHIFT, Key::F6);
    assert_eq!(region(&desk), "Table");
}

#[test]
fn the_tab_key_goes_on_inside_the_region_and_f6_works_while_one_types() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    for _ in 0..3 {
        press(&mut desk, Modifiers::NONE, Key::F6);
    }
    press(&mut desk, Modifiers::NONE, Key::Tab);
    let inside = [Role::Button, Role::TextInput, Role::CheckBox].into_iter();
    let inside = inside.flat_map(|role| desk.query_all_by_role(role));
    let focused = inside.filter(|node| node.accesskit_node().is_focused()).map(|node| node.rect());
    let focused: Vec<egui::Rect> = focused.collect();
    assert!(focused.len() == 1 && focused[0].right() < 360.0, "{focused:?}");
    desk.get_by_label("Filter by words").focus();
    desk.run();
    press(&mut desk, Modifiers::NONE, Key::F6);
    assert_eq!(region(&desk), "Map");
    // A region is no stop of the Tab key of its own.
    press(&mut desk, Modifiers::NONE, Key::Tab);
    assert!(desk.query_by_role(Role::Region).is_none());
}

#[test]
fn arrows_move_the_map_while_the_keyboard_is_on_it_and_leave_it_alone_elsewhere() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    for _ in 0..4 {
        press(&mut desk, Modifiers::NONE, Key::F6);
    }
    let view = window(&desk).state.framing;
    press(&mut desk, Modifiers::NONE, Key::ArrowRight);
    assert_ne!(window(&desk).state.framing, view);
    assert_eq!(region(&desk), "Map", "the keyboard stays there");
    press(&mut desk, Modifiers::NONE, Key::F6);
    let view = window(&desk).state.framing;
    press(&mut desk, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window(&desk).state.framing, view);
}

#[test]
fn the_sheet_of_keys_names_f6_and_fits_without_scrolling() {
    let mut desk = desk_of([1280.0, 800.0], 0.25, 30);
    press(&mut desk, Modifiers::NONE, Key::Questionmark);
    settle(&mut desk);
    for words in ["Next part of the window", "Previous part of the window", "Mark all rows up to this one"] {
        let rect = desk.get_by_label(words).rect();
        assert!(rect.top() > 0.0 && rect.bottom() < 800.0 && rect.right() < 1280.0, "{words}: {rect:?}");
    }
    desk.get_by_label("F6");
    let close = desk.get_by_role_and_label(Role::Button, "Close").rect();
    assert!(close.bottom() < 790.0, "{close:?}");
}
