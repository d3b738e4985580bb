//! The table, the matrix and the page of a pair, driven by label and by keyboard alone.

use crate::desk::{Desk, click, desk_of, press, settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::query::column::Column;
use summitry::query::met::{Order, Sides};
use summitry::query::pair::Pair;
use summitry::state::{Pane, Target};

fn rows(desk: &Desk) -> Vec<String> {
    desk.query_all_by_role(Role::Row)
        .map(|node| node.accesskit_node().label().expect("a row has a name"))
        .collect()
}

fn meeting(id: &str) -> Target {
    Target::Meeting(MeetingId::new(id))
}

fn pair(a: &str, b: &str) -> Target {
    let [a, b] = [a, b].map(|letters| CountryCode::new(letters).expect("three capital letters"));
    Target::Pair(Pair::of_states([a, b]))
}

/// Goes on with the Tab key until what has this role has the focus.
fn tab_to(desk: &mut Desk, role: Role) {
    for _ in 0..200 {
        press(desk, Modifiers::NONE, Key::Tab);
        if desk.get_by_role(role).accesskit_node().is_focused() {
            return;
        }
    }
    panic!("the Tab key does not come to {role:?}");
}

#[test]
fn the_switch_leads_to_the_table_and_back_and_so_do_keys() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    click(&mut desk, "Table");
    assert_eq!(window(&desk).state.pane, Pane::Table);
    assert!(desk.query_by_role(Role::Image).is_none(), "the map is not seen");
    assert_eq!(rows(&desk)[1], "Pashinyan meets Putin, 8 May 2024, Moscow, Russia, held");
    press(&mut desk, Modifiers::COMMAND, Key::Num3);
    assert_eq!(window(&desk).state.pane, Pane::Matrix);
    press(&mut desk, Modifiers::COMMAND, Key::Num1);
    assert!(desk.query_by_role(Role::Image).is_some());
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(window(&desk).state.pane, Pane::Matrix, "what is seen can be undone like all else");
}

#[test]
fn a_click_on_a_head_orders_the_rows_and_another_one_turns_them_round() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    click(&mut desk, "Table");
    click(&mut desk, "Order by place");
    assert!(rows(&desk)[0].contains("Astana"), "{:?}", rows(&desk));
    click(&mut desk, "Ordered by place");
    assert!(rows(&desk)[0].contains("Türkiye"), "{:?}", rows(&desk));
    click(&mut desk, "Ordered by place, the last first");
    assert!(rows(&desk)[0].contains("Astana"), "{:?}", rows(&desk));
}

#[test]
fn columns_are_chosen_and_one_is_always_left() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    click(&mut desk, "Table");
    assert!(desk.query_by_label("Order by title").is_none());
    click(&mut desk, "Columns");
    desk.get_by_role_and_label(Role::CheckBox, "Title").click();
    settle(&mut desk);
    for column in
        ["Date", "Who, and for which state", "Place", "Kind", "Status", "Occasion", "Sources", "Title"]
    {
        desk.get_by_role_and_label(Role::CheckBox, column).click();
        settle(&mut desk);
    }
    assert_eq!(window(&desk).state.table.columns, [Column::Title].into(), "the last one stays");
    click(&mut desk, "The usual columns");
    assert_eq!(window(&desk).state.table.columns, Column::USUAL.into());
}

#[test]
fn a_row_that_is_chosen_is_selected_everywhere() {
    let mut desk = desk_of([1440.0, 980.0], 0.25, 30);
    click(&mut desk, "Table");
    click(&mut desk, "Orban meets Putin, 5 July 2024, Moscow, Russia, held");
    assert_eq!(window(&desk).state.selection, Some(meeting("orban-putin-moscow-2024-07")));
    desk.get_by_label("The Kremlin, Moscow, Russia");
    press(&mut desk, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(
        window(&desk).state.selection,
        Some(meeting("orban-xi-beijing-2024-07")),
        "the row took the focus"
    );
    press(&mut desk, Modifiers::COMMAND, Key::Num1);
    assert_eq!(window(&desk).state.selection, Some(meeting("orban-xi-beijing-2024-07")));
}

#[test]
fn the_table_is_one_stop_of_the_tab_key_with_arrows_inside() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    press(&mut desk, Modifiers::COMMAND, Key::Num2);
    tab_to(&mut desk, Role::Grid);
    press(&mut desk, Modifiers::NONE, Key::Home);
    assert_eq!(window(&desk).state.selection, Some(meeting("inauguration-2024")));
    press(&mut desk, Modifiers::NONE, Key::End);
    assert_eq!(window(&desk).state.selection, Some(meeting("turkey-invitation")));
    press(&mut desk, Modifiers::NONE, Key::ArrowUp);
    press(&mut desk, Modifiers::NONE, Key::Space);
    press(&mut desk, Modifiers::SHIFT, Key::ArrowUp);
    let marked = rows(&desk).iter().filter(|row| row.contains("marked")).count();
    assert_eq!(marked, 2, "{:?}", rows(&desk));
    press(&mut desk, Modifiers::COMMAND, Key::A);
    desk.get_by_label("Copy marked rows");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    press(&mut desk, Modifiers::NONE, Key::Enter);
    assert_eq!(
        desk.get_by_role_and_label(Role::TextInput, "Title").value().as_deref(),
        Some("Modi meets Putin")
    );
}

#[test]
fn marked_rows_are_copied_as_lines_of_cells() {
    let mut desk = desk_of([1440.0, 980.0], 0.25, 30);
    click(&mut desk, "Table");
    click(&mut desk, "Orban meets Putin, 5 July 2024, Moscow, Russia, held");
    press(&mut desk, Modifiers::NONE, Key::Space);
    for _ in 0..2 {
        press(&mut desk, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut desk, Modifiers::NONE, Key::Space);
    desk.event(egui::Event::Copy);
    let mut copied = String::new();
    for _ in 0..200 {
        desk.step();
        for command in &desk.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                copied.clone_from(text);
            }
        }
        if !copied.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let lines: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[0][..3], ["Begins", "Ends", "Who, and for which state"]);
    assert_eq!(lines[1][..3], ["2024-07-05", "", "Vladimir Putin Russia · Viktor Orban Hungary"]);
    assert_eq!(lines[2][..2], ["2024-07-08", "2024-07-09"]);
    assert_eq!(lines.len(), 3, "{copied}");
}

#[test]
fn a_circle_of_the_matrix_opens_the_page_of_the_pair() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    click(&mut desk, "Matrix");
    desk.get_by_label("30 states");
    let cell = "Hungary and Russia: 1 meeting";
    let cells = desk.query_all_by_label_contains("Russia").count();
    assert!(cells > 20, "{cells}");
    desk.query_all_by_label(cell).next().expect("they met").click();
    settle(&mut desk);
    assert_eq!(window(&desk).state.selection, Some(pair("HUN", "RUS")));
    for words in [
        "Hungary – Russia",
        "1 meeting with both: 1 held",
        "Hungary in Russia",
        "Not met since 5 July 2024, 4 days before the last meeting of this table, on 9 July 2024",
        "Orban meets Putin, 5 July 2024",
    ] {
        desk.get_by_label(words);
    }
}

#[test]
fn the_matrix_is_one_stop_of_the_tab_key_with_arrows_inside() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    press(&mut desk, Modifiers::COMMAND, Key::Num3);
    tab_to(&mut desk, Role::Grid);
    press(&mut desk, Modifiers::NONE, Key::ArrowRight);
    press(&mut desk, Modifiers::NONE, Key::Enter);
    let Some(Target::Pair(Pair::States(_))) = &window(&desk).state.selection else {
        panic!("{:?}", window(&desk).state.selection);
    };
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert_eq!(window(&desk).state.selection, None);
}

#[test]
fn the_matrix_pairs_leaders_and_stands_in_any_order() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    click(&mut desk, "Matrix");
    desk.get_by_role_and_label(Role::Button, "Leaders").click();
    settle(&mut desk);
    assert_eq!(window(&desk).state.matrix.sides, Sides::People);
    desk.query_all_by_label("Viktor Orban and Vladimir Putin: 1 meeting").next().expect("they met").click();
    settle(&mut desk);
    desk.get_by_label("Viktor Orban – Vladimir Putin");
    for (name, order) in [("Bloc", Order::Bloc), ("Count", Order::Count), ("Name", Order::Name)] {
        desk.get_by_label_contains("Order: ").click();
        settle(&mut desk);
        click(&mut desk, name);
        assert_eq!(window(&desk).state.matrix.order, order);
    }
}

#[test]
fn a_state_is_selected_by_its_name_beside_the_matrix() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    click(&mut desk, "Matrix");
    click(&mut desk, "Hungary: 3 meetings with all others");
    let hungary = CountryCode::new("HUN").expect("three capital letters");
    assert_eq!(window(&desk).state.selection, Some(Target::Country(hungary)));
}

#[test]
fn each_view_fits_in_a_small_window_and_says_so_where_nothing_is_left() {
    for pane in ["Table", "Matrix"] {
        let mut desk = desk_of([900.0, 600.0], 0.25, 30);
        click(&mut desk, pane);
        for node in desk.query_all_by_role(Role::Grid) {
            let rect = node.rect();
            assert!(rect.width() > 300.0 && rect.height() > 200.0, "{pane}: {rect:?}");
        }
        desk.get_by_label("Filter by words").focus();
        desk.run();
        desk.get_by_label("Filter by words").type_text("zzz");
        settle(&mut desk);
        assert!(rows(&desk).is_empty());
    }
    let mut desk = desk_of([900.0, 600.0], 0.25, 30);
    click(&mut desk, "Matrix");
    desk.get_by_label("Filter by words").focus();
    desk.run();
    desk.get_by_label("Filter by words").type_text("zzz");
    settle(&mut desk);
    desk.get_by_label("Nobody met anybody in what is shown");
}

#[test]
fn escape_steps_back_one_level_and_alt_with_an_arrow_goes_back_and_forward() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    desk.get_by_label("Astana on the map, 8 meetings").click();
    settle(&mut desk);
    let astana = window(&desk).state.selection.clone();
    assert!(matches!(astana, Some(Target::Place(_))));
    desk.get_by_label("Xi meets Putin, 3 July 2024").click_accesskit();
    settle(&mut desk);
    assert_eq!(window(&desk).state.selection, Some(meeting("xi-astana-2024-07")));
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert_eq!(window(&desk).state.selection, astana, "to the place that it was reached from");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    assert_eq!(window(&desk).state.selection, None);
    press(&mut desk, Modifiers::COMMAND, Key::Num2);
    let view = window(&desk).state.framing;
    press(&mut desk, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window(&desk).state.pane, Pane::Map);
    press(&mut desk, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window(&desk).state.selection, astana);
    press(&mut desk, Modifiers::ALT, Key::ArrowRight);
    press(&mut desk, Modifiers::ALT, Key::ArrowRight);
    assert_eq!((window(&desk).state.pane, &window(&desk).state.selection), (Pane::Table, &None));
    assert_eq!(window(&desk).state.framing, view, "the map does not move with these keys");
}

/// Presses the right button at a point.
fn right_click(desk: &mut Desk, at: egui::Pos2) {
    desk.hover_at(at);
    desk.run();
    for pressed in [true, false] {
        desk.event(egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        desk.run();
    }
    settle(desk);
}

#[test]
fn the_right_button_on_the_map_offers_what_can_be_done_there() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    let hanoi = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center();
    right_click(&mut desk, hanoi);
    assert_eq!(window(&desk).state.selection, None, "nothing is selected by it");
    desk.get_by_label("Copy coordinates");
    desk.get_by_label("Copy name");
    click(&mut desk, "Show only its meetings");
    assert_eq!(window(&desk).shown().rows.len(), 1);
    assert_eq!(window(&desk).state.filter.text, "Hanoi");
}
