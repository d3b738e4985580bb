//! The bar of filters: what has room stands as chips, what has none is still there, and what is asked for is
//! always in sight.

use crate::desk::{click, desk_of, desk_on, open_chip, pick_filter, press, settle, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use summitry::gazetteer::region::Region;
use summitry::meeting::identity::MeetingId;
use summitry::state::Target;

const AFRICA: &str = "Without the filter “Africa”";

#[test]
fn what_is_asked_for_stands_in_the_bar_at_every_width() {
    for wide in [760.0, 900.0, 1100.0, 1440.0, 1920.0] {
        let mut desk = desk_of([wide, 900.0], 0.25, 30);
        if desk.query_by_label("Participants from").is_none() {
            open_chip(&mut desk, "More filters");
            click(&mut desk, "Participants from");
            click(&mut desk, "Participants from: Africa, 3 meetings");
            desk.get_by_label("Only their lines");
            press(&mut desk, Modifiers::NONE, Key::Escape);
        } else {
            pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
        }
        assert_eq!(window(&desk).state.filter.regions, [Region::Africa].into(), "{wide}");
        let chip = desk.get_by_label(AFRICA).rect();
        assert!(chip.right() <= wide && chip.width() > 10.0, "{wide}: {chip:?}");
        click(&mut desk, AFRICA);
        assert!(window(&desk).state.filter.is_empty());
    }
}

#[test]
fn no_chip_lies_over_another_or_leaves_the_window() {
    for wide in [720.0, 900.0, 1000.0, 1280.0, 1600.0] {
        let desk = desk_of([wide, 900.0], 0.25, 30);
        let is_in_bar = |rect: &egui::Rect| rect.top() > 40.0 && rect.bottom() < 90.0;
        let buttons = desk.query_all_by_role(Role::Button).map(|node| node.rect());
        let mut buttons: Vec<egui::Rect> = buttons.filter(is_in_bar).collect();
        buttons.sort_by(|a, b| a.left().total_cmp(&b.left()));
        assert!(buttons.len() > 4, "{wide}: {buttons:?}");
        for two in buttons.windows(2) {
            assert!(two[0].right() <= two[1].left() + 0.5, "{wide}: {two:?}");
        }
        assert!(buttons.iter().all(|one| one.right() <= wide), "{wide}: {buttons:?}");
    }
}

#[test]
fn a_long_list_of_choices_is_searched_by_letters() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    open_chip(&mut desk, "Countries");
    let shown = |desk: &crate::desk::Desk| {
        let rows = desk.query_all_by_label_contains("Countries: ");
        let labels = rows.filter_map(|row| row.accesskit_node().label());
        labels.filter(|label| label.contains("meeting")).collect::<Vec<_>>()
    };
    desk.get_by_label("Search: Countries").focus();
    desk.run_steps(2);
    desk.get_by_label("Search: Countries").type_text("KAZ");
    desk.run_steps(3);
    let found = shown(&desk);
    assert!(found.len() == 1 && found[0].starts_with("Countries: Kazakhstan"), "{found:?}");
    desk.get_by_label("Search: Countries").type_text("q");
    desk.run_steps(3);
    desk.get_by_label("Nothing has these letters in its name");
}

#[test]
fn the_meetings_before_and_after_are_a_click_away() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    let at = |desk: &crate::desk::Desk| match &window(desk).state.selection {
        Some(Target::Meeting(id)) => {
            let row = window(desk).history().document().record.row_of(id.as_str()).expect("it is on record");
            window(desk).shown().rows.iter().position(|one| *one == row).expect("it is shown")
        }
        other => panic!("{other:?}"),
    };
    let first = window(&desk).shown().rows[0];
    let id = window(&desk).history().document().record.get(first).id.clone();
    desk.state_mut().as_mut().expect("made").state.selection = Some(Target::Meeting(id));
    settle(&mut desk);
    assert!(desk.get_by_label("Previous meeting").accesskit_node().is_disabled());
    click(&mut desk, "Next meeting");
    click(&mut desk, "Next meeting");
    assert_eq!(at(&desk), 2);
    click(&mut desk, "Previous meeting");
    assert_eq!(at(&desk), 1);
}

#[test]
fn a_wide_window_tells_what_is_selected_beside_the_map_and_keeps_the_list() {
    for (wide, is_beside) in [(1440.0, false), (1600.0, true)] {
        let mut desk = desk_of([wide, 900.0], 0.25, 30);
        let selection = Target::Meeting(MeetingId::new("xi-astana-2024-07"));
        desk.state_mut().as_mut().expect("made").state.selection = Some(selection);
        settle(&mut desk);
        desk.run_steps(4);
        settle(&mut desk);
        let map = desk.get_by_role(Role::Image).rect();
        let told = desk.get_by_label("← All meetings").rect();
        assert_eq!(told.left() > map.right() - 1.0, is_beside, "{wide}");
        assert_eq!(desk.query_by_label("25 meetings").is_some(), is_beside, "{wide}: the list stays");
    }
}

#[test]
fn one_choice_of_the_drawing_is_one_click_and_the_menu_stays_open() {
    use summitry::query::question::grouping::GroupBy;
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    open_chip(&mut desk, "Lines and colours");
    desk.get_by_role_and_label(Role::RadioButton, "Kind").click();
    settle(&mut desk);
    assert_eq!(window(&desk).state.drawing.colour, GroupBy::Kind);
    desk.get_by_role_and_label(Role::RadioButton, "Region").click();
    settle(&mut desk);
    assert_eq!(window(&desk).state.drawing.colour, GroupBy::Region);
}

#[test]
fn the_window_is_seen_in_grey_until_all_colours_are_chosen_again() {
    let mut desk = desk_of([1440.0, 900.0], 0.25, 30);
    let is_grey = |desk: &crate::desk::Desk| {
        let [r, g, b, _] = desk.ctx.global_style().visuals.hyperlink_color.to_array();
        r == g && g == b
    };
    assert!(!is_grey(&desk));
    for (sight, grey) in [("In grey", true), ("All colours", false)] {
        click(&mut desk, "View");
        click(&mut desk, "Colour vision");
        click(&mut desk, sight);
        assert_eq!(is_grey(&desk), grey, "{sight}");
    }
}

#[test]
fn the_list_stands_in_groups_and_each_meeting_in_one() {
    for (by, first, last) in [
        ("Occasion", "Victory Day 2024, 2", "Others, "),
        ("Place", "Astana, 8", ""),
        ("Month", "May 2024, 7", "Others, 1"),
        ("Kind", "Sideline, 12", ""),
    ] {
        let mut desk = desk_of([1440.0, 2000.0], 0.25, 30);
        let rows = window(&desk).shown().rows.len();
        open_chip(&mut desk, "Groups");
        desk.get_by_role_and_label(Role::RadioButton, by).click();
        settle(&mut desk);
        press(&mut desk, Modifiers::NONE, Key::Escape);
        let heads = desk.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label());
        let heads: Vec<String> = heads.filter(|head| head.contains(", ")).collect();
        let number = |head: &String| head.rsplit(", ").next().and_then(|number| number.parse::<usize>().ok());
        assert_eq!(heads.iter().filter_map(number).sum::<usize>(), rows, "{by}: {heads:?}");
        assert!(heads.iter().any(|head| head == first), "{by}: {heads:?}");
        assert!(heads.last().is_some_and(|head| head.starts_with(last)), "{by}: {heads:?}");
    }
}

#[test]
fn a_long_list_is_grouped_in_the_background() {
    let rows = (0..6000).map(|row| format!("{}-0{}-01,KAZ,Ann Lee (Norway)\n", 2000 + row % 7, 1 + row % 9));
    let table = format!("date,country,participants\n{}", rows.collect::<String>());
    let mut desk = desk_on(crate::import::read(table), [1440.0, 900.0]);
    open_chip(&mut desk, "Groups");
    desk.get_by_role_and_label(Role::RadioButton, "Month").click();
    settle(&mut desk);
    press(&mut desk, Modifiers::NONE, Key::Escape);
    // The first of the 63 months, and the meetings of it that are in sight.
    let heads = desk.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label());
    let heads: Vec<String> = heads.filter(|head| head.starts_with("January 2000, ")).collect();
    assert_eq!(heads, ["January 2000, 96"]);
}
