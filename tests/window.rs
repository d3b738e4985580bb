//! The window, driven by accessible label without a display.

use crate::desk::{Desk, click, desk_of, open_chip, pick_filter, settle, window};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use summitry::gazetteer::language::Language;
use summitry::globe::borders::Borders;
use summitry::globe::projection::Projection;
use summitry::import;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::picture::pick::pick;
use summitry::picture::text::width;
use summitry::picture::{Anchor, Shape};
use summitry::state::{Framing, Target, Theme};
use summitry::ui::command::Command;
use summitry::words::message::Message;
use summitry::words::say;

/// A window of 1440×900 points on the embedded meetings, after its first frames.
fn desk() -> Desk {
    desk_in_steps_of(0.25)
}

/// The same, with so many seconds from frame to frame.
fn desk_in_steps_of(seconds: f32) -> Desk {
    desk_of([1440.0, 900.0], seconds, 30)
}

/// The sentence above the map, from the map's accessible name.
fn sentence(desk: &Desk) -> String {
    let map = desk.get_by_role(Role::Image);
    map.accesskit_node().label().expect("the map has a name")
}

fn country(code: &str) -> Target {
    Target::Country(CountryCode::new(code).expect("three capital letters"))
}

/// Clicks the map at a place on the globe.
fn click_at(desk: &mut Desk, at: Position) {
    let map = desk.get_by_role(Role::Image).rect();
    let window = window(desk);
    let plane = window.chart().plane_from_globe(at).expect("in sight");
    let point = window.picture().page_from_plane.page_from_plane(plane);
    let point = map.min + egui::vec2(point.x, point.y);
    desk.hover_at(point);
    desk.run();
    desk.drag_at(point);
    desk.drop_at(point);
    desk.run();
}

/// A place in a country where the picture has no line, venue or name.
fn open_land(desk: &Desk, code: &str) -> Position {
    let window = window(desk);
    let picture = window.picture();
    let chart = window.chart();
    let grid =
        (-170..=170).flat_map(|lon| (-50..=75).map(move |lat| Position::new(f64::from(lon), f64::from(lat))));
    grid.into_iter()
        .find(|&at| {
            let point =
                picture.page_from_plane.page_from_plane(chart.plane_from_globe(at).expect("in sight"));
            pick(&picture, Borders::embedded(), &chart, point) == Some(country(code))
        })
        .expect("the country has land in sight")
}

fn select(desk: &mut Desk, target: Target) {
    desk.state_mut().as_mut().expect("made").state.selection = Some(target);
    desk.run();
}

#[test]
fn it_opens_on_all_meetings_in_words() {
    let desk = desk();
    assert!(sentence(&desk).contains("25 of 25 meetings · 30 countries"), "{}", sentence(&desk));
    desk.get_by_label("25 meetings");
}

#[test]
fn a_click_on_africa_leaves_three_meetings_and_one_click_clears_all() {
    let mut desk = desk();
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    assert!(sentence(&desk).contains("3 of 25 meetings"), "{}", sentence(&desk));
    assert!(sentence(&desk).contains("Africa"), "{}", sentence(&desk));
    for row in ["Mnangagwa meets Putin, 6 June 2024", "Sassou Nguesso meets Putin, 27 June 2024"] {
        desk.get_by_label(row);
    }
    click(&mut desk, "Clear all filters");
    assert!(sentence(&desk).contains("25 of 25 meetings"), "{}", sentence(&desk));
}

#[test]
fn a_click_on_kazakhstan_on_the_map_opens_its_dossier() {
    let mut desk = desk();
    let open_land = open_land(&desk, "KAZ");
    click_at(&mut desk, open_land);
    assert_eq!(window(&desk).state.selection, Some(country("KAZ")));
    desk.get_by_role_and_label(Role::Label, "Kazakhstan");
    desk.get_by_label("Takes part in 2 meetings, hosts 6 more");
    desk.get_by_label("Republic of Kazakhstan · Central Asia and the Caucasus");
    desk.get_by_label(
        "Blocs on 4 July 2024: Asia-Pacific Group, C5+1, CIS, CSTO, EAEU, OIC, OPEC+, OSCE, OTS, SCO",
    );
    desk.get_by_label("Russia 2");
}

#[test]
fn a_country_is_reached_by_name_without_the_pointer() {
    let mut desk = desk();
    desk.get_by_label_contains("Kazakhstan on the map").click_accesskit();
    desk.run();
    assert_eq!(window(&desk).state.selection, Some(country("KAZ")));
}

#[test]
fn a_second_click_on_a_country_clears_it_and_so_does_escape() {
    let mut desk = desk();
    for _ in 0..2 {
        desk.get_by_label_contains("Brazil on the map").click();
        desk.run();
    }
    assert_eq!(window(&desk).state.selection, None);
    desk.get_by_label_contains("Brazil on the map").click();
    desk.run();
    assert_eq!(window(&desk).state.selection, Some(country("BRA")));
    desk.key_press(egui::Key::Escape);
    desk.run();
    assert_eq!(window(&desk).state.selection, None);
}

#[test]
fn each_of_the_eight_in_astana_is_reached_from_the_list_on_the_map() {
    let mut desk = desk();
    desk.get_by_label("Astana on the map, 8 meetings").click();
    desk.run();
    let picture = window(&desk).picture();
    let mut reached = std::collections::BTreeSet::new();
    for mark in &picture.marks {
        if let (Some(Target::Meeting(id)), Shape::Panel { rect, .. }) = (&mark.target, &mark.shape) {
            let hit = pick(&picture, Borders::embedded(), &window(&desk).chart(), rect.centre());
            assert_eq!(hit, Some(Target::Meeting(id.clone())));
            reached.insert(id.clone());
        }
    }
    assert_eq!(reached.len(), 8);
}

#[test]
fn the_dossier_of_a_meeting_says_who_where_when_and_from_which_source() {
    let mut desk = desk();
    desk.get_by_label("Orban meets Putin, 5 July 2024").click_accesskit();
    desk.run();
    assert_eq!(
        window(&desk).state.selection,
        Some(Target::Meeting(MeetingId::new("orban-putin-moscow-2024-07")))
    );
    for words in
        ["Viktor Orban", "Prime Minister of Hungary", "The Kremlin, Moscow, Russia", "Bilateral · held"]
    {
        desk.get_by_label(words);
    }
    desk.get_by_label_contains("both at the SCO summit");
    assert!(desk.query_all_by_label_contains("paragraph 4, sentence 1").next().is_some());
    assert!(desk.query_all_by_role(Role::Link).count() >= 3);
}

#[test]
fn a_place_known_only_to_its_country_says_so() {
    let mut desk = desk();
    select(&mut desk, Target::Meeting(MeetingId::new("turkey-invitation")));
    desk.get_by_label_contains("known only to its country");
    desk.get_by_label("Date unknown");
}

#[test]
fn the_search_narrows_as_one_types_and_keys_rest_meanwhile() {
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    desk.run();
    desk.get_by_label("Filter by words").type_text("orban");
    desk.run();
    assert_eq!(window(&desk).state.filter.text, "orban");
    assert!(sentence(&desk).contains("3 of 25 meetings"), "{}", sentence(&desk));
    let view = window(&desk).state.framing;
    desk.key_press(egui::Key::Plus);
    desk.run();
    assert_eq!(window(&desk).state.framing, view, "a key for the map must rest while a field has the focus");
}

#[test]
fn a_period_is_typed_to_the_month_and_a_wrong_date_is_explained() {
    let mut desk = desk();
    open_chip(&mut desk, "Period");
    desk.get_by_label("From").click();
    desk.run();
    let field = desk.get_by_role_and_label(Role::TextInput, "From");
    field.focus();
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "From").type_text("2024-07");
    desk.run();
    assert!(sentence(&desk).contains("13 of 25 meetings"), "{}", sentence(&desk));
    desk.get_by_role_and_label(Role::TextInput, "From").type_text("-32");
    desk.run();
    desk.get_by_label("July 2024 has 31 days");
}

#[test]
fn the_wheel_zooms_to_the_pointer_and_home_shows_the_world() {
    let mut desk = desk();
    let at = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center();
    desk.hover_at(at);
    desk.run();
    desk.event(egui::Event::MouseWheel {
        source: egui::MouseWheelSource::Wheel,
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 240.0),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    });
    desk.run();
    let zoomed = window(&desk).state.framing.view().expect("the wheel moved the view");
    let still = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center();
    assert!((still - at).length() < 1.5, "Hanoi stays under the pointer: {at:?} {still:?}");
    desk.key_press(egui::Key::Home);
    desk.run();
    let world = window(&desk).state.framing.view().expect("the world is a view too");
    assert!(world.span > 1.5 * zoomed.span);
}

#[test]
fn dragging_moves_the_map_with_the_pointer() {
    let mut desk = desk();
    let from = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center() + egui::vec2(-200.0, 150.0);
    desk.drag_at(from);
    desk.step();
    desk.hover_at(from + egui::vec2(-60.0, 40.0));
    desk.step();
    desk.drop_at(from + egui::vec2(-60.0, 40.0));
    desk.run();
    assert!(window(&desk).state.framing.view().is_some());
    assert_eq!(window(&desk).state.selection, None, "a drag is no click");
}

#[test]
fn the_globe_turns_under_the_pointer() {
    let mut desk = desk();
    desk.state_mut().as_mut().expect("made").state.projection = Projection::Orthographic;
    desk.run();
    let middle = window(&desk).chart().centre;
    assert!((35.0..75.0).contains(&middle.lon), "it opens where the meetings are: {middle:?}");
    let from = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center();
    let to = from + egui::vec2(-150.0, 40.0);
    desk.drag_at(from);
    desk.step();
    for share in 1..=10 {
        desk.hover_at(from + (to - from) * share as f32 / 10.0);
        desk.step();
    }
    desk.drop_at(to);
    desk.run();
    let hanoi = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center();
    assert!((hanoi - to).length() < 8.0, "Hanoi is at {hanoi:?}, the hand at {to:?}");
    assert!(window(&desk).chart().centre.lon > middle.lon + 10.0);
    desk.key_press(egui::Key::F);
    desk.run();
    assert_eq!(window(&desk).chart().centre, middle, "F turns back to what is shown");
}

#[test]
fn shift_and_drag_turns_a_flat_map() {
    let mut desk = desk();
    let from = desk.get_by_label("Hanoi on the map, 1 meeting").rect().center() + egui::vec2(-200.0, 150.0);
    desk.event(egui::Event::ModifiersChanged(egui::Modifiers::SHIFT));
    desk.drag_at(from);
    desk.step();
    desk.hover_at(from + egui::vec2(-90.0, 0.0));
    desk.step();
    desk.drop_at(from + egui::vec2(-90.0, 0.0));
    desk.run();
    let meridian = window(&desk).state.meridian;
    assert!((5.0..60.0).contains(&meridian), "{meridian}");
    assert_eq!(window(&desk).chart().centre, Position::new(meridian, 0.0));
}

#[test]
fn the_middle_of_the_map_is_chosen_in_the_menu() {
    let mut desk = desk();
    for label in ["View", "Middle of the map", "Pacific"] {
        click(&mut desk, label);
    }
    assert_eq!(window(&desk).chart().centre, Position::new(150.0, 0.0));
    for label in ["View", "Projection", "Robinson"] {
        click(&mut desk, label);
    }
    assert_eq!(window(&desk).chart().projection, Projection::Robinson);
    assert_eq!(window(&desk).chart().centre, Position::new(150.0, 0.0), "the middle stays");
}

#[test]
fn a_selected_line_is_measured() {
    let mut desk = desk();
    let line = window_line(&desk, "CUB");
    select(&mut desk, line);
    desk.get_by_label_contains("about 9,600 km");
    let picture = window(&desk).picture();
    let measured = picture
        .marks
        .iter()
        .any(|mark| matches!(&mark.shape, Shape::Text { text, .. } if text.ends_with(" km")));
    assert!(measured, "its length stands beside it");
}

/// The line that leaves a country's capital.
fn window_line(desk: &Desk, code: &str) -> Target {
    let import = import::embedded();
    let shown = summitry::query::shown::Shown::new(&import.meetings, &window(desk).state.question());
    let from = CountryCode::new(code).expect("three capital letters");
    let line = shown.ties.lines.iter().find(|line| line.key.from() == from);
    Target::Tie(line.expect("a line from there").key.clone())
}

#[test]
fn undo_brings_the_filter_back_and_redo_takes_it_away_again() {
    let mut desk = desk();
    desk.run_steps(90);
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    desk.run_steps(90);
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    desk.run();
    assert!(window(&desk).state.filter.is_empty());
    desk.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, egui::Key::Z);
    desk.run();
    assert!(!window(&desk).state.filter.is_empty());
}

#[test]
fn exporting_writes_the_map_and_says_where() {
    let mut desk = desk();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let all = [
        ("Map as PNG", "png", &b"\x89PNG"[..]),
        ("Map as SVG", "svg", b"<svg "),
        ("Map as PDF", "pdf", b"%PDF-1.7"),
        ("Map as web page", "html", b"<!DOCTYPE html>"),
        ("Who met whom", "graphml", b"<?xml "),
        ("By state and year", "xlsx", b"PK"),
    ];
    for (format, ending, start) in all {
        let path = folder.path().join("map").with_extension(ending);
        desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
        desk.run();
        click(&mut desk, format);
        let field = desk.get_by_role_and_label(Role::TextInput, "Path");
        field.focus();
        desk.run();
        desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        desk.run();
        desk.get_by_role_and_label(Role::TextInput, "Path").type_text(&path.display().to_string());
        desk.run();
        click(&mut desk, "Save");
        assert_eq!(window(&desk).notice(), Some(&format!("Saved {}", path.display())[..]));
        let bytes = std::fs::read(&path).expect("the file was written");
        assert!(bytes.starts_with(start), "{:?}", &bytes[..20]);
    }
}

#[test]
fn a_path_that_cannot_be_written_is_said_not_panicked() {
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::E);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").focus();
    desk.run();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").type_text("/no/such/folder/map.png");
    desk.run();
    click(&mut desk, "Save");
    let notice = window(&desk).notice().expect("a sentence");
    assert_eq!(notice, "/no/such/folder/map.png cannot be written: there is no folder /no/such/folder");
}

#[test]
fn no_two_commands_share_a_key_and_all_have_words() {
    let mut keys = std::collections::BTreeSet::new();
    for command in Command::ALL {
        assert!(!command.text().is_empty() && !command.text().ends_with('.'));
        for shortcut in command.shortcuts() {
            assert!(keys.insert(format!("{shortcut:?}")), "{command:?} shares {shortcut:?}");
        }
    }
}

#[test]
fn every_menu_command_is_found_in_the_menu() {
    let mut desk = desk();
    for menu in summitry::ui::command::Menu::ALL {
        click(&mut desk, menu.name());
        for command in Command::ALL.into_iter().filter(|command| command.menu() == Some(menu)) {
            assert!(desk.query_all_by_label_contains(command.text()).next().is_some(), "{command:?}");
        }
        click(&mut desk, menu.name());
    }
}

#[test]
fn countries_are_named_in_the_language_chosen_and_names_can_be_left_out() {
    let mut desk = desk();
    click(&mut desk, "View");
    click(&mut desk, "Language of the map");
    click(&mut desk, "Russian");
    assert_eq!(window(&desk).state.language, Language::Russian);
    let named = |desk: &Desk| {
        let words = |mark: &summitry::picture::Mark| match &mark.shape {
            Shape::Text { text, halo: Some(_), .. } => Some(text.clone()),
            _ => None,
        };
        window(desk).picture().marks.iter().filter_map(words).collect::<Vec<_>>()
    };
    assert!(named(&desk).contains(&"ИНДИЯ".to_owned()) && named(&desk).contains(&"Астана".to_owned()));
    if desk.query_by_label("Names of venues").is_none() {
        click(&mut desk, "View");
    }
    click(&mut desk, "Names of venues");
    assert!(!named(&desk).contains(&"Астана".to_owned()));
}

#[test]
fn the_window_paints_each_name_where_its_picture_has_it() {
    let mut desk = desk();
    desk.state_mut().as_mut().expect("made").state.language = Language::Arabic;
    desk.run();
    let map = desk.get_by_role(Role::Image).rect();
    let picture = window(&desk).picture();
    let painted: Vec<(String, egui::Pos2, f32)> = desk
        .output()
        .shapes
        .iter()
        .filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) if text.override_text_color.is_none() => {
                let baseline = text.galley.rows.first()?.glyphs.first()?.pos.y;
                let start = text.pos + egui::vec2(0.0, baseline);
                Some((text.galley.text().to_owned(), start, text.galley.size().x))
            }
            _ => None,
        })
        .collect();
    let mut names = 0;
    for mark in &picture.marks {
        let Shape::Text { at, anchor, text, size, weight, halo: Some(_), .. } = &mark.shape else { continue };
        let wide = width(text, *size, *weight);
        let share = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        };
        let start = map.min + egui::vec2(at.x - share * wide, at.y);
        let same = |(words, pos, breadth): &(String, egui::Pos2, f32)| {
            words == text && (*pos - start).length() < 0.5 && (breadth - wide).abs() < 0.5
        };
        assert!(painted.iter().any(same), "{text} at {start:?}");
        names += 1;
    }
    assert!(names > 30, "{names}");
}

#[test]
fn the_dark_theme_changes_colours_and_nothing_else() {
    let mut desk = desk();
    let light = window(&desk).picture();
    desk.state_mut().as_mut().expect("made").state.theme = Theme::Dark;
    desk.run();
    let dark = window(&desk).picture();
    assert_eq!(light.marks.len(), dark.marks.len());
    assert_ne!(format!("{:?}", light.marks[0]), format!("{:?}", dark.marks[0]));
}

#[test]
fn an_unreadable_table_leaves_the_old_one_open() {
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::O);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").focus();
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").type_text("/no/such/table.csv");
    desk.run();
    click(&mut desk, "Open");
    let notice = window(&desk).notice().expect("a sentence");
    assert!(notice.contains("/no/such/table.csv"), "{notice}");
    assert!(sentence(&desk).contains("25 of 25 meetings"));
}

#[test]
fn a_long_list_lays_out_the_rows_in_sight_only() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("many.csv");
    let rows = (0..2000).map(|i| format!("m{i},{},KAZ,Astana,Meeting {i}", 1000 + i));
    let header = "id,date,country,city,title".to_owned();
    let table: Vec<String> = [header].into_iter().chain(rows).collect();
    std::fs::write(&path, table.join("\n")).expect("the table is written");
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::O);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").type_text(&path.display().to_string());
    desk.run();
    click(&mut desk, "Open");
    click(&mut desk, "Open 2,000 meetings");
    desk.get_by_label("Meeting 0, 1000");
    assert!(desk.query_by_label("Meeting 1999, 2999").is_none());
    assert!(desk.query_all_by_role(Role::ListItem).count() < 40);
}

#[test]
fn borders_are_chosen_in_the_view_menu_and_undone() {
    use summitry::globe::policy::BorderPolicy;
    let mut desk = desk();
    desk.run_steps(90);
    click(&mut desk, "View");
    click(&mut desk, "Borders: UN-aligned");
    click(&mut desk, "As seen by India");
    assert_eq!(window(&desk).state.borders, BorderPolicy::India);
    let words = |desk: &Desk| {
        let marks = window(desk).picture().marks;
        let texts = marks.into_iter().filter_map(|mark| match mark.shape {
            Shape::Text { text, .. } => Some(text),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    // A line may end with a hyphen.
    let said = words(&desk).replace("- ", "-");
    assert!(said.contains(&say(Message::Borders(BorderPolicy::India))), "{said}");
    desk.run_steps(90);
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut desk);
    assert_eq!(window(&desk).state.borders, BorderPolicy::Un);
    assert!(words(&desk).contains("adjusted to UN resolutions on Crimea"), "{}", words(&desk));
}

#[test]
fn the_reading_and_the_rule_are_chosen_in_the_panel() {
    use summitry::query::question::reading::Reading;
    let mut desk = desk();
    click(&mut desk, "Relations");
    assert_eq!(window(&desk).state.reading, Reading::Relations);
    open_chip(&mut desk, "Counting rule");
    click(&mut desk, "Fold sidelines into their summit");
    assert!(sentence(&desk).contains("18 of 25 meetings · 7 sidelines folded"), "{}", sentence(&desk));
    click(&mut desk, "Count pair encounters");
    assert!(sentence(&desk).contains("39 pair encounters from 18 of 25 meetings"), "{}", sentence(&desk));
}

#[test]
fn the_sentence_opens_the_list_of_what_is_not_counted() {
    let mut desk = desk();
    open_chip(&mut desk, "Counting rule");
    click(&mut desk, "Fold sidelines into their summit");
    // A click beside what is open only closes it.
    desk.key_press(egui::Key::Escape);
    desk.run();
    desk.get_by_label_contains(": what is not counted").click();
    desk.run();
    desk.get_by_label("Folded into SCO summit, Astana · 7");
    desk.get_by_label("Context, which no rule counts · 1");
    click(&mut desk, "Xi meets Putin, 3 July 2024");
    assert_eq!(window(&desk).state.selection, Some(Target::Meeting(MeetingId::new("xi-astana-2024-07"))));
    click(&mut desk, "← Not counted");
    click(&mut desk, "← All meetings");
    desk.get_by_label("18 meetings");
}

#[test]
fn keys_step_from_event_to_event_and_play_from_bar_to_bar() {
    let mut desk = desk();
    let period = |desk: &Desk| {
        let filter = &window(desk).state.filter;
        filter.from.zip(filter.to).map(|(from, to)| format!("{from} {to}"))
    };
    let view = window(&desk).picture().page_from_plane;
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    desk.run();
    assert_eq!(period(&desk).as_deref(), Some("2024-05-08 2024-05-08"));
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    desk.run();
    assert_eq!(period(&desk).as_deref(), Some("2024-05-09 2024-05-09"));
    assert!(sentence(&desk).contains("2 of 25 meetings"), "{}", sentence(&desk));
    assert_eq!(window(&desk).picture().page_from_plane, view, "the map stands still");
    click(&mut desk, "All time");
    assert_eq!(period(&desk), None);
    desk.key_press(egui::Key::Space);
    desk.run_steps(2);
    desk.get_by_label("Pause");
    assert!(period(&desk).is_some_and(|period| period.starts_with("2024-05-")), "{:?}", period(&desk));
    desk.key_press(egui::Key::Space);
    desk.run();
    desk.get_by_label("Play");
}

#[test]
fn meetings_without_a_date_are_counted_apart_and_reached() {
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    desk.run();
    click(&mut desk, "1 without a date");
    click(&mut desk, "Erdogan invites Putin to Türkiye");
    assert_eq!(window(&desk).state.selection, Some(Target::Meeting(MeetingId::new("turkey-invitation"))));
    assert_eq!(window(&desk).state.filter.from, None, "no period hides it");
}

#[test]
fn a_drag_on_the_timeline_chooses_days_that_are_compared_with_those_before() {
    let mut desk = desk();
    let strip = desk.get_by_role(Role::Canvas).rect();
    // 170 days from 8 May on: 1 July is the 55th of them, 31 July the 85th.
    let at = |day: f32| egui::pos2(strip.left() + strip.width() * (day - 0.5) / 170.0, strip.center().y);
    desk.drag_at(at(55.0));
    desk.run();
    desk.hover_at(at(70.0));
    desk.run();
    desk.hover_at(at(85.0));
    desk.run();
    desk.drop_at(at(85.0));
    desk.run();
    assert!(sentence(&desk).contains("1–31 July 2024"), "{}", sentence(&desk));
    open_chip(&mut desk, "Compare");
    click(&mut desk, "All before");
    assert!(
        sentence(&desk).contains("1–31 July 2024 compared with all until 30 June 2024"),
        "{}",
        sentence(&desk)
    );
    desk.get_by_label("New · 14");
    click(&mut desk, "Russia → Astana, 0 → 8");
    assert!(
        matches!(&window(&desk).state.selection, Some(Target::Tie(key)) if key.from() == CountryCode::new("RUS").expect("letters"))
    );
    desk.get_by_label("SCO summit, Astana, 3–4 July 2024");
    open_chip(&mut desk, "Comparing");
    click(&mut desk, "Stop comparing");
    assert!(sentence(&desk).contains("12 of 25 meetings"), "{}", sentence(&desk));
}

/// Types into the field behind a word, in place of what stands there; what it stands in is opened first.
fn type_behind(desk: &mut Desk, word: &str, text: &str) {
    if desk.query_by_role_and_label(Role::TextInput, word).is_none() {
        open_chip(desk, if ["From", "to"].contains(&word) { "Period" } else { "Comparing" });
    }
    desk.get_by_role_and_label(Role::TextInput, word).focus();
    desk.run();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, word).type_text(text);
    desk.run();
}

#[test]
fn what_is_kept_is_compared_with_another_period_by_typed_dates_and_per_month() {
    use summitry::query::question::reading::Reading;
    let mut desk = desk();
    click(&mut desk, "Relations");
    open_chip(&mut desk, "Compare");
    click(&mut desk, "Keep as baseline");
    type_behind(&mut desk, "From", "2024-07");
    type_behind(&mut desk, "to", "2024-07");
    type_behind(&mut desk, "Since", "2024-05");
    type_behind(&mut desk, "until", "2024-06");
    assert_eq!(window(&desk).state.reading, Reading::Relations);
    assert!(
        sentence(&desk)
            .contains("1–31 July 2024 compared with 1 May – 30 June 2024 · 12 meetings against 11"),
        "{}",
        sentence(&desk)
    );
    desk.get_by_label("Gained · 25");
    desk.get_by_label("Kazakhstan – Russia, 0 → 2");
    click(&mut desk, "Numbers per month");
    // 2 in 31 days of an average month.
    desk.get_by_label("Kazakhstan – Russia, 0 → 2.0 a month");
    assert!(sentence(&desk).contains("12 meetings (11.8 a month)"), "{}", sentence(&desk));
    click(&mut desk, "Previous period");
    assert!(sentence(&desk).contains("compared with 1–30 June 2024"), "{}", sentence(&desk));
    let since = desk.get_by_role_and_label(Role::TextInput, "Since").value();
    assert_eq!(since.as_deref(), Some("2024-06-01"), "the field follows");
    type_behind(&mut desk, "to", "2024-07-15");
    assert!(sentence(&desk).contains("compared with 16–30 June 2024"), "{}", sentence(&desk));
    type_behind(&mut desk, "Since", "2024-05");
    type_behind(&mut desk, "to", "2024-07-20");
    assert!(
        sentence(&desk).contains("compared with 1 May – 30 June 2024"),
        "typed dates stay: {}",
        sentence(&desk)
    );
    open_chip(&mut desk, "Comparing");
    click(&mut desk, "Previous period");
    click(&mut desk, "All time");
    assert_eq!(window(&desk).state.compare, None, "there is no time before all time");
}

#[test]
fn a_relation_tells_what_was_held_and_what_is_only_planned() {
    use summitry::query::tie::TieKey;
    let mut desk = desk();
    click(&mut desk, "Relations");
    let [a, b] = ["IND", "RUS"].map(|letters| CountryCode::new(letters).expect("three capital letters"));
    select(&mut desk, Target::Tie(TieKey::Relation { a, b }));
    desk.get_by_label("2 meetings, 1 held, 1 planned");
    select(&mut desk, country("RUS"));
    desk.get_by_label("Planned or invited to meet");
    // At the SCO's summit and in its margins; and to come, at that of BRICS.
    desk.get_by_label("China 2");
    desk.get_by_label("China 1");
}

#[test]
fn keys_in_an_open_list_of_choices_do_not_move_the_map() {
    let mut desk = desk();
    open_chip(&mut desk, "Lines and colours");
    desk.get_by_role_and_label(Role::RadioButton, "Kind").focus();
    desk.run();
    let view = window(&desk).state.framing;
    desk.key_press(egui::Key::ArrowDown);
    desk.run();
    assert_eq!(window(&desk).state.framing, view);
}

#[test]
fn escape_in_the_search_field_clears_it() {
    let mut desk = desk();
    desk.get_by_label("Filter by words").click();
    desk.run();
    desk.get_by_label("Filter by words").type_text("Orban");
    desk.run();
    assert!(sentence(&desk).contains("3 of 25 meetings"), "{}", sentence(&desk));
    desk.key_press(egui::Key::Escape);
    desk.run();
    assert!(sentence(&desk).contains("25 of 25 meetings"), "{}", sentence(&desk));
}

#[test]
fn a_comparison_that_begins_fits_the_map_anew_unless_the_reader_has_chosen_a_view() {
    let mut desk = desk();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    desk.run();
    assert!(window(&desk).state.framing.view().is_some(), "the map stands still");
    open_chip(&mut desk, "Compare");
    click(&mut desk, "Keep as baseline");
    assert_eq!(window(&desk).state.framing, Framing::Fit);
    click(&mut desk, "Stop comparing");
    desk.key_press(egui::Key::Escape);
    desk.run();
    desk.key_press(egui::Key::Plus);
    desk.run();
    let chosen = window(&desk).state.framing;
    open_chip(&mut desk, "Compare");
    click(&mut desk, "Keep as baseline");
    assert!(matches!(chosen, Framing::Chosen(_)), "{chosen:?}");
    assert_eq!(window(&desk).state.framing, chosen);
}

#[test]
fn a_click_beside_an_open_menu_only_closes_it() {
    let mut desk = desk();
    let at = open_land(&desk, "BRA");
    click(&mut desk, "View");
    desk.get_by_label("Graticule");
    click_at(&mut desk, at);
    assert_eq!(window(&desk).state.selection, None);
    assert!(desk.query_by_label("Graticule").is_none(), "the menu is closed");
    click_at(&mut desk, at);
    assert_eq!(window(&desk).state.selection, Some(country("BRA")));
}

#[test]
fn half_a_date_gives_way_to_a_window_chosen_by_other_hands() {
    let mut desk = desk();
    type_behind(&mut desk, "From", "2024-0");
    assert_eq!(window(&desk).state.filter.from, None);
    desk.get_by_label_contains("2024-0");
    desk.state_mut().as_mut().expect("made").state.filter.from = Some(jiff::civil::date(2024, 7, 3));
    desk.run();
    let from = desk.get_by_role_and_label(Role::TextInput, "From").value();
    assert_eq!(from.as_deref(), Some("2024-07-03"));
}

#[test]
fn a_click_on_the_timeline_chooses_a_bar_and_a_double_click_all_time() {
    let mut desk = desk_in_steps_of(1.0 / 60.0);
    let strip = desk.get_by_role(Role::Canvas).rect();
    // The 57th day from 8 May on.
    let third_of_july = egui::pos2(strip.left() + strip.width() * 56.5 / 170.0, strip.center().y);
    let click = |desk: &mut Desk| {
        desk.drag_at(third_of_july);
        desk.step();
        desk.drop_at(third_of_july);
        desk.step();
    };
    desk.hover_at(third_of_july);
    desk.step();
    click(&mut desk);
    assert!(sentence(&desk).contains("7 of 25 meetings · 16 countries · 3 July 2024"), "{}", sentence(&desk));
    click(&mut desk);
    assert_eq!(window(&desk).state.filter.to, None);
}

/// Opens the dialog of a command, and types a path into it.
fn type_path(desk: &mut Desk, key: egui::Key, path: &std::path::Path) {
    desk.key_press_modifiers(egui::Modifiers::COMMAND, key);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").focus();
    desk.run();
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    desk.run();
    desk.get_by_role_and_label(Role::TextInput, "Path").type_text(&path.display().to_string());
    desk.run();
}

/// Opens a table of these lines.
fn open_table(desk: &mut Desk, lines: &[String]) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("table.csv");
    std::fs::write(&path, lines.join("\n")).expect("the table is written");
    type_path(desk, egui::Key::O, &path);
    click(desk, "Open");
    // A table of somebody else is looked at first.
    desk.get_by_label_contains("Open ").click();
    settle(desk);
}

#[test]
fn another_table_keeps_how_meetings_are_drawn_and_counted_and_drops_what_names_the_old_ones() {
    use summitry::query::question::grouping::GroupBy;
    use summitry::query::question::reading::Reading;
    use summitry::query::question::rule::Sidelines;
    let mut desk = desk();
    let state = &mut desk.state_mut().as_mut().expect("made").state;
    state.drawing.colour = GroupBy::Region;
    state.reading = Reading::Relations;
    state.rule.sidelines = Sidelines::Folded;
    state.aids.scale = true;
    state.theme = Theme::Dark;
    state.filter.text = "Orban".to_owned();
    state.selection = Some(country("HUN"));
    desk.run();
    open_table(&mut desk, &["date,country,city,title".to_owned(), "2024,KAZ,Astana,A meeting".to_owned()]);
    let state = &window(&desk).state;
    assert_eq!(state.drawing.colour, GroupBy::Region);
    assert_eq!((state.reading, state.rule.sidelines), (Reading::Relations, Sidelines::Folded));
    assert!(state.aids.scale && state.theme == Theme::Dark);
    assert!(state.filter.is_empty() && state.selection.is_none() && state.framing == Framing::Fit);
    assert_eq!(state.title, "Table");
    assert_eq!(window(&desk).notice(), Some("1 row read"));
}

#[test]
fn a_notice_goes_after_a_while_and_comes_anew_when_the_same_is_done_again() {
    let mut desk = desk();
    let open = |desk: &mut Desk| {
        click(desk, "File");
        desk.get_by_label_contains("Open example").click();
        desk.run();
        desk.get_by_label_contains("Meetings of the article").click();
        settle(desk);
    };
    open(&mut desk);
    assert_eq!(window(&desk).notice(), Some("26 rows read"));
    // Ten seconds, and then again.
    desk.run_steps(40);
    open(&mut desk);
    desk.run_steps(24);
    assert_eq!(window(&desk).notice(), Some("26 rows read"), "its time begins anew");
    desk.run_steps(40);
    assert_eq!(window(&desk).notice(), None);
}

#[test]
fn a_long_error_stays_inside_the_map_until_it_is_dismissed() {
    let mut desk = desk();
    let path = format!("/no/such/{}/table.csv", "folder-with-a-long-name/".repeat(40));
    type_path(&mut desk, egui::Key::O, std::path::Path::new(&path));
    click(&mut desk, "Open");
    desk.run_steps(120);
    let dismiss = desk.get_by_label("Dismiss").rect();
    let words = desk.get_by_label_contains("No meeting could be read").rect();
    let map = desk.get_by_role(Role::Image).rect();
    assert!(map.contains_rect(dismiss), "{dismiss:?} in {map:?}");
    assert!(map.x_range().contains(words.left()) && map.x_range().contains(words.right()), "{words:?}");
    click(&mut desk, "Dismiss");
    assert_eq!(window(&desk).notice(), None);
}

#[test]
fn words_about_the_map_and_about_a_meeting_are_copied() {
    let mut desk = desk();
    let copied = |desk: &mut Desk, command: &str| {
        click(desk, "File");
        desk.get_by_label_contains(command).click();
        let words = (0..500).find_map(|_| {
            desk.step();
            std::thread::sleep(std::time::Duration::from_millis(2));
            desk.output().platform_output.commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(words) => Some(words.clone()),
                _ => None,
            })
        });
        words.expect("words are put on the clipboard")
    };
    let caption = copied(&mut desk, "Copy caption");
    assert!(
        caption.contains("25 meetings in ") && caption.contains("Most were held in Astana (8)"),
        "{caption}"
    );
    let alternative = copied(&mut desk, "Copy alternative text");
    assert!(alternative.starts_with("Map: "), "{alternative}");
    let view = copied(&mut desk, "Copy citation");
    assert!(view.contains("from the data 26-"), "{view}");
    select(&mut desk, Target::Meeting(MeetingId::new("belarus-minsk-2024-05")));
    let meeting = copied(&mut desk, "Copy citation");
    assert!(meeting.ends_with("Record: belarus-minsk-2024-05."), "{meeting}");
}

#[test]
fn an_export_asks_before_it_replaces_a_file() {
    let mut desk = desk();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("map.svg");
    std::fs::write(&path, "precious").expect("the file is written");
    type_path(&mut desk, egui::Key::E, &path);
    click(&mut desk, "Save");
    desk.get_by_label_contains("already");
    // Enter is no answer to a question that it was not meant for.
    desk.key_press(egui::Key::Enter);
    settle(&mut desk);
    assert_eq!(std::fs::read(&path).expect("it is there"), b"precious");
    click(&mut desk, "Replace");
    assert_eq!(window(&desk).notice(), Some(&format!("Saved {}", path.display())[..]));
    assert!(std::fs::read(&path).expect("it is there").starts_with(b"<svg "));
}

#[test]
fn an_export_adds_a_missing_ending_and_refuses_one_that_it_does_not_know() {
    let mut desk = desk();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let table = folder.path().join("trips.csv");
    std::fs::write(&table, "precious").expect("the file is written");
    type_path(&mut desk, egui::Key::E, &table);
    click(&mut desk, "Save");
    desk.get_by_label_contains("not in .csv");
    assert_eq!(std::fs::read(&table).expect("it is there"), b"precious");
    click(&mut desk, "Cancel");
    type_path(&mut desk, egui::Key::E, &folder.path().join("astana map"));
    click(&mut desk, "Save");
    let with_ending = folder.path().join("astana map.png");
    assert_eq!(window(&desk).notice(), Some(&format!("Saved {}", with_ending.display())[..]));
    assert!(with_ending.is_file());
}

#[test]
fn commands_that_would_do_nothing_are_disabled_in_the_menu() {
    let mut desk = desk();
    let is_disabled =
        |desk: &Desk, label: &str| desk.get_by_label_contains(label).accesskit_node().is_disabled();
    click(&mut desk, "Edit");
    for label in ["Undo", "Redo", "Clear selection"] {
        assert!(is_disabled(&desk, label), "{label}");
    }
    assert!(!is_disabled(&desk, "Search…"));
    click(&mut desk, "Edit");
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    select(&mut desk, country("KAZ"));
    desk.run_steps(12);
    click(&mut desk, "Edit");
    for label in ["Undo", "Clear selection"] {
        assert!(!is_disabled(&desk, label), "{label}");
    }
}

/// Presses and lets go twice at a point.
fn double_click(desk: &mut Desk, at: egui::Pos2) {
    desk.hover_at(at);
    // Clicks sooner after each other would be three or four of them.
    desk.run_steps(60);
    for _ in 0..2 {
        desk.drag_at(at);
        desk.step();
        desk.drop_at(at);
        desk.step();
    }
    desk.run();
}

#[test]
fn a_double_click_zooms_the_map_and_not_what_lies_over_it() {
    let mut desk = desk_in_steps_of(1.0 / 60.0);
    let map = desk.get_by_role(Role::Image).rect();
    let title = map.left_top() + egui::vec2(200.0, 14.0);
    let credits = map.right_bottom() - egui::vec2(40.0, 12.0);
    for at in [title, credits] {
        double_click(&mut desk, at);
        assert_eq!(window(&desk).state.framing, Framing::Fit, "{at:?}");
    }
    double_click(&mut desk, map.center());
    assert!(matches!(window(&desk).state.framing, Framing::Chosen(_)));
}

#[test]
fn the_wheel_does_not_zoom_the_map_under_an_open_menu() {
    let mut desk = desk();
    click(&mut desk, "View");
    let at = desk.get_by_role(Role::Image).rect().center();
    desk.hover_at(at);
    desk.run();
    desk.event(egui::Event::MouseWheel {
        source: egui::MouseWheelSource::Wheel,
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 240.0),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    });
    desk.run();
    assert_eq!(window(&desk).state.framing, Framing::Fit);
}

#[test]
fn arrow_keys_go_to_the_choice_that_has_the_focus_and_not_to_the_map() {
    let mut desk = desk();
    desk.get_by_label("Relations").focus();
    desk.run();
    for key in [egui::Key::ArrowUp, egui::Key::ArrowRight, egui::Key::ArrowDown, egui::Key::ArrowLeft] {
        desk.key_press(key);
        desk.run();
    }
    assert_eq!(window(&desk).state.framing, Framing::Fit);
}

#[test]
fn a_period_is_typed_in_any_form_that_tables_may_have() {
    let mut desk = desk();
    type_behind(&mut desk, "From", "3 July 2024");
    assert_eq!(window(&desk).state.filter.from, Some(jiff::civil::date(2024, 7, 3)));
    type_behind(&mut desk, "to", "July 2024");
    assert_eq!(window(&desk).state.filter.to, Some(jiff::civil::date(2024, 7, 31)));
    type_behind(&mut desk, "to", "03/04/2024");
    desk.get_by_label_contains("It can be two days");
}

#[test]
fn the_sheet_of_keys_opens_whole_at_its_top() {
    let mut desk = desk();
    desk.key_press(egui::Key::Questionmark);
    desk.run();
    let dialog = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0));
    for words in ["Open…", "Zoom to the pointer", "Close"] {
        let row = desk.get_all_by_label(words).last().expect("a row").rect();
        assert!(dialog.contains_rect(row), "{words}: {row:?}");
    }
}

#[test]
fn many_problems_are_laid_out_as_far_as_they_are_in_sight() {
    let mut desk = desk();
    let rows = (0..2000).map(|i| format!("2024-13-{i},KAZ,Astana,Meeting {i}"));
    let table: Vec<String> = ["date,country,city,title".to_owned()].into_iter().chain(rows).collect();
    open_table(&mut desk, &table);
    desk.get_by_label_contains("problems in the table…").click();
    desk.run();
    let problems = || desk.query_all_by_label_contains("2024-13-");
    assert!(problems().count() > 4, "the first are in sight");
    assert!(problems().count() < 40, "and no more than fit");
}

#[test]
fn a_click_on_a_problem_leads_to_its_meeting() {
    let mut desk = desk();
    let table = ["id,date,country,city,title", "a,2024,KAZ,Astana,One", "b,2024-13,KAZ,Astana,Two"];
    open_table(&mut desk, &table.map(str::to_owned));
    desk.get_by_label_contains("problem in the table…").click();
    desk.run();
    desk.get_by_label_contains("\"2024-13\" is no date").click();
    desk.run();
    assert_eq!(window(&desk).state.selection, Some(Target::Meeting(MeetingId::new("b"))));
    assert!(desk.query_by_label("Problems in the table").is_none(), "the list has made room");
    desk.get_by_role_and_label(Role::Label, "Two");
}

#[test]
fn a_question_to_a_large_table_is_answered_in_the_background_and_as_a_small_one_is() {
    use summitry::query::shown::Shown;
    let mut desk = desk();
    let rows = (0..6000).map(|i| {
        let guest = ["KAZ", "UZB", "HUN", "IND"][i % 4];
        format!(
            "{},RUS,Moscow,Meeting {i},Guest {}|President|{guest}; Host|President|RUS",
            1000 + i % 1000,
            i % 7
        )
    });
    let header = "date,country,city,title,participants".to_owned();
    let table: Vec<String> = [header].into_iter().chain(rows).collect();
    open_table(&mut desk, &table);
    assert!(
        sentence(&desk).contains("6000 of 6000") || sentence(&desk).contains("6,000 of 6,000"),
        "{}",
        sentence(&desk)
    );
    desk.state_mut().as_mut().expect("made").state.filter.countries =
        [CountryCode::new("HUN").expect("three capital letters")].into();
    // The first frame begins the work, and draws what was known before.
    desk.step();
    assert!(window(&desk).is_working());
    settle(&mut desk);
    let question = window(&desk).state.question();
    let expected = Shown::new(window(&desk).record(), &question);
    assert_eq!(expected.rows.len(), 1500);
    let Shown { question, rows, count, countries, ties, classes, changes, facets, summary, .. } = expected;
    let shown = window(&desk).shown();
    assert_eq!((&shown.question, &shown.rows, &shown.countries), (&question, &rows, &countries));
    assert_eq!((&shown.count, &shown.ties, &shown.classes), (&count, &ties, &classes));
    assert_eq!((&shown.changes, &shown.facets, &shown.summary), (&changes, &facets, &summary));
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_to_does_not_stop_the_window() {
    let mut desk = desk();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    type_path(&mut desk, egui::Key::O, &pipe);
    desk.get_by_label("Open").click();
    desk.run_steps(8);
    // It is either refused or waited for in the background; the window answers meanwhile.
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    assert!(sentence(&desk).contains("3 of 25 meetings"), "{}", sentence(&desk));
    if window(&desk).is_working() {
        desk.get_by_label("Reading pipe.csv…");
        desk.get_by_label("Cancel").click();
        desk.run_steps(4);
    }
    assert!(!window(&desk).is_working());
}

#[test]
fn the_frame_around_the_window_names_the_file() {
    let mut desk = desk();
    let named = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let titles = |desk: &Desk| {
        let commands = desk.output().viewport_output.values().flat_map(|output| &output.commands);
        let titles = commands.filter_map(|command| match command {
            egui::ViewportCommand::Title(title) => Some(title.clone()),
            _ => None,
        });
        titles.collect::<Vec<_>>()
    };
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("trips.csv");
    std::fs::write(&path, "date,country,city\n2024,KAZ,Astana").expect("the table is written");
    type_path(&mut desk, egui::Key::O, &path);
    click(&mut desk, "Open");
    desk.get_by_label("Open 1 meeting").click();
    for _ in 0..2000 {
        desk.step();
        named.borrow_mut().extend(titles(&desk));
        if !named.borrow().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(*named.borrow(), ["trips.csv – Summitry"]);
}

#[test]
fn a_view_that_the_program_froze_fits_a_window_of_another_size_and_a_chosen_one_stays() {
    let mut desk = desk();
    let places = |desk: &Desk| {
        let map = desk.get_by_role(Role::Image).rect();
        let named = ["Hanoi on the map, 1 meeting", "Astana on the map, 8 meetings"];
        named.map(|name| desk.query_by_label(name).is_some_and(|place| map.contains_rect(place.rect())))
    };
    desk.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::ArrowRight);
    desk.run();
    let Framing::Frozen(before) = window(&desk).state.framing else { panic!("the map stands still") };
    click(&mut desk, "All time");
    assert_eq!(places(&desk), [true, true]);
    for size in [[1000.0, 620.0], [1700.0, 1000.0], [900.0, 900.0]] {
        desk.set_size(size.into());
        desk.run();
        assert_eq!(places(&desk), [true, true], "{size:?}");
    }
    assert_ne!(window(&desk).state.framing, Framing::Frozen(before));
    desk.key_press(egui::Key::Plus);
    desk.run();
    let chosen = window(&desk).state.framing;
    desk.set_size(egui::vec2(1440.0, 900.0));
    desk.run();
    assert_eq!(window(&desk).state.framing, chosen);
}

#[test]
fn land_that_lies_apart_from_its_country_says_what_it_is() {
    use summitry::ui::tooltip::part_of;
    let country = |code: &str| CountryCode::new(code).expect("three capital letters");
    let borders = Borders::embedded();
    let inland_of_cayenne = Position::new(-52.6, 4.7);
    assert_eq!(borders.country_at(inland_of_cayenne), Some(country("FRA")));
    let words = part_of(country("FRA"), inland_of_cayenne, borders);
    assert_eq!(words.as_deref(), Some("Here French Guiana, drawn with it"));
    assert_eq!(part_of(country("FRA"), Position::new(2.35, 48.85), borders), None);
    assert_eq!(part_of(country("SUR"), Position::new(-54.3, 5.5), borders), None, "across the river");
}
