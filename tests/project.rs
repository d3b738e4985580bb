//! The window's project: steps, saving, closing, recovery and what is remembered, driven by accessible label.

use crate::desk::pick_filter;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::fs;
use std::path::{Path, PathBuf};
use summitry::document::edit::{Edit, FieldValue};
use summitry::document::file::open::open;
use summitry::export::listing::{Form, listing};
use summitry::meeting::Status;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::state::Theme;
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;
use tempfile::TempDir;

type Desk = Harness<'static, Option<Window>>;

/// A window on files, or on the embedded meetings if there are none, that keeps its settings in a folder.
fn desk(files: Vec<PathBuf>, folder: &Path) -> Desk {
    let folder = folder.to_owned();
    let mut desk = Harness::builder()
        .with_step_dt(0.25)
        .with_size([1440.0, 900.0])
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

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

fn window(desk: &Desk) -> &Window {
    desk.state().as_ref().expect("the first frame makes the window")
}

/// Runs some frames, and on until no job is under way that the user waits for.
fn settle(desk: &mut Desk) {
    for _ in 0..6000 {
        desk.run_steps(4);
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

/// Chooses a command in a menu.
fn choose(desk: &mut Desk, menu: &str, command: &str) {
    click(desk, menu);
    desk.get_by_label_contains(command).click();
    settle(desk);
}

fn press(desk: &mut Desk, modifiers: Modifiers, key: Key) {
    desk.key_press_modifiers(modifiers, key);
    settle(desk);
}

const SHIFT: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

fn edit(desk: &mut Desk, edit: Edit) {
    desk.state_mut().as_mut().expect("made").edit(edit);
    settle(desk);
}

const XI: &str = "xi-astana-2024-07";

fn title_of_xi(desk: &Desk) -> String {
    let record = &window(desk).history().document().record;
    record.get(record.row_of(XI).expect("it is on record")).title.to_string()
}

fn rename_xi(desk: &mut Desk, title: &str) {
    edit(
        desk,
        Edit::Set { meetings: vec![MeetingId::new(XI)], value: FieldValue::Title(title.to_owned().into()) },
    );
}

/// Types a path into the dialog that is open and presses Enter.
fn type_path(desk: &mut Desk, path: &Path) {
    desk.get_by_label("Path").focus();
    desk.run_steps(2);
    desk.key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.get_by_label("Path").type_text(&path.display().to_string());
    desk.run_steps(2);
    press(desk, Modifiers::NONE, Key::Enter);
}

#[test]
fn undo_takes_data_and_view_back_step_by_step_and_the_menu_names_each() {
    let kept = folder();
    let mut desk = desk(Vec::new(), kept.path());
    let before = title_of_xi(&desk);
    let first = window(&desk).history().document().clone();
    rename_xi(&mut desk, "Talks");
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    edit(&mut desk, Edit::Remove(vec![MeetingId::new(XI)]));
    click(&mut desk, "Edit");
    desk.get_by_label_contains("Undo: delete meeting");
    press(&mut desk, Modifiers::NONE, Key::Escape);
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(title_of_xi(&desk), "Talks");
    assert!(!window(&desk).state.filter.is_empty());
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert!(window(&desk).state.filter.is_empty());
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(title_of_xi(&desk), before);
    assert_eq!(window(&desk).history().document().record, first.record);
    for _ in 0..3 {
        press(&mut desk, SHIFT, Key::Z);
    }
    assert_eq!(window(&desk).history().document().record.row_of(XI), None);
}

#[test]
fn two_quick_clicks_are_two_steps_and_a_typed_word_is_one() {
    let kept = folder();
    let mut desk = desk(Vec::new(), kept.path());
    let steps = |desk: &Desk| window(desk).history().steps().len();
    let begin = steps(&desk);
    // Three quarters of a second from one to the other.
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    desk.get_by_label("Clear all filters").click();
    desk.run_steps(3);
    assert_eq!(steps(&desk), begin + 2);
    desk.get_by_label("Filter by words").focus();
    desk.run_steps(1);
    for letter in ["c", "u", "b", "a"] {
        desk.get_by_label("Filter by words").type_text(letter);
        desk.run_steps(1);
    }
    assert_eq!(window(&desk).state.filter.text, "cuba");
    assert_eq!(steps(&desk), begin + 3, "four letters are one step");
}

#[test]
fn a_project_is_saved_and_opened_and_is_the_same() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("summer.summitry");
    let mut first = desk(Vec::new(), kept.path());
    rename_xi(&mut first, "Talks, \"quoted\"\nin two lines");
    pick_filter(&mut first, "Participants from", "Africa, 3 meetings");
    press(&mut first, Modifiers::COMMAND, Key::S);
    type_path(&mut first, &work.path().join("summer"));
    assert_eq!(window(&first).notice(), Some(&*format!("Saved {}", path.display())));
    assert!(!window(&first).history().has_unsaved_work());
    let saved = window(&first).history().document().clone();
    let second = desk(vec![path.clone()], kept.path());
    let read = window(&second).history().document();
    assert_eq!((&read.record, &read.state), (&saved.record, &saved.state));
    // An edit makes it unsaved, its undo saved again.
    rename_xi(&mut first, "Again");
    assert!(window(&first).history().has_unsaved_work());
    press(&mut first, Modifiers::COMMAND, Key::Z);
    assert!(!window(&first).history().has_unsaved_work());
}

/// A window whose project another one opened, changed and saved since.
fn saved_by_two(path: &Path, kept: &Path) -> Desk {
    let mut first = desk(Vec::new(), kept);
    rename_xi(&mut first, "First");
    press(&mut first, Modifiers::COMMAND, Key::S);
    type_path(&mut first, path);
    let mut second = desk(vec![path.to_owned()], kept);
    rename_xi(&mut second, "Second");
    press(&mut second, Modifiers::COMMAND, Key::S);
    first
}

#[test]
fn two_windows_on_one_project_do_not_destroy_each_others_work() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("shared.summitry");
    let mut first = saved_by_two(&path, kept.path());
    rename_xi(&mut first, "First again");
    press(&mut first, Modifiers::COMMAND, Key::S);
    first.get_by_label("The project was changed elsewhere");
    let (on_disk, _) = open(&path).expect("it is whole");
    let record = &on_disk.document.record;
    assert_eq!(record.get(record.row_of(XI).expect("kept")).title, "Second");
    click(&mut first, "Cancel");
    assert_eq!(title_of_xi(&first), "First again");
    assert!(window(&first).history().has_unsaved_work());
}

/// Leaves the window and comes back to it, and waits until it says or asks what the test looks for.
fn come_back(desk: &mut Desk, is_told: impl Fn(&Desk) -> bool) {
    desk.input_mut().focused = false;
    desk.run_steps(2);
    desk.input_mut().focused = true;
    wait_for(desk, is_told);
}

fn wait_for(desk: &mut Desk, is_told: impl Fn(&Desk) -> bool) {
    for _ in 0..6000 {
        desk.run_steps(1);
        if is_told(desk) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    panic!("nothing is said for half a minute");
}

#[test]
fn who_comes_back_to_a_window_is_told_that_another_saved_its_project() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("shared.summitry");
    let mut first = saved_by_two(&path, kept.path());
    come_back(&mut first, |desk| {
        window(desk).notice().is_some_and(|notice| notice.starts_with("Another window or program changed"))
    });
    assert_eq!(title_of_xi(&first), "First");
}

#[test]
fn a_project_whose_table_changed_asks_when_it_is_opened() {
    let (kept, work) = (folder(), folder());
    let [path, project] = ["trips.csv", "trips.summitry"].map(|name| work.path().join(name));
    fs::write(&path, "id,title,country,status\na,One,KAZ,held\n").expect("the folder can be written to");
    let mut first = desk(vec![path.clone()], kept.path());
    click(&mut first, "Open 1 meeting");
    press(&mut first, Modifiers::COMMAND, Key::S);
    type_path(&mut first, &project);
    fs::write(&path, "id,title,country,status\na,One,KAZ,planned\nb,Two,KAZ,held\n").expect("it is there");
    let mut second = desk(vec![project], kept.path());
    wait_for(&mut second, |desk| desk.query_by_label("Read again").is_some());
    click(&mut second, "Read again");
    assert_eq!(window(&second).history().document().record.len(), 2);
    assert_eq!(window(&second).notice(), Some("Reload · 2 meetings"));
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_the_user_says_so() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("precious.csv");
    fs::write(&path, "precious").expect("the folder can be written to");
    let mut desk = desk(Vec::new(), kept.path());
    choose(&mut desk, "File", "Save table as CSV");
    type_path(&mut desk, &path);
    desk.get_by_label_contains("There is a file");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), "precious");
    click(&mut desk, "Replace");
    let table = fs::read(&path).expect("it is there");
    let mut again = summitry::import::Import::default();
    summitry::import::bytes(
        "again.csv",
        table,
        &summitry::import::instructions::Instructions::default(),
        &mut again,
    );
    assert_eq!(again.meetings, window(&desk).history().document().record);
}

#[test]
fn a_table_is_saved_in_the_format_that_the_ending_of_its_file_asks_for() {
    let (kept, work) = (folder(), folder());
    let mut desk = desk(Vec::new(), kept.path());
    for (name, begins) in [("a.xlsx", &b"PK"[..]), ("b.csv", b"id,"), ("c.json", b"["), ("d.txt", b"id,")] {
        choose(&mut desk, "File", "Save table as CSV");
        let path = work.path().join(name);
        type_path(&mut desk, &path);
        let bytes = fs::read(&path).expect("it is written");
        assert!(bytes.starts_with(begins), "{name}");
        let mut again = summitry::import::Import::default();
        let instructions = summitry::import::instructions::Instructions::default();
        summitry::import::bytes(name, bytes, &instructions, &mut again);
        let record = &window(&desk).history().document().record;
        // In JSON a place has no building.
        let form = if name == "c.json" { Form::Json } else { Form::Csv };
        let whole = |meetings: &Meetings| listing(meetings, &(0..meetings.len()).collect::<Vec<_>>(), form);
        assert!(whole(&again.meetings) == whole(record), "{name}: {:?}", again.problems.first());
    }
    choose(&mut desk, "File", "Save table as CSV");
    click(&mut desk, "For Excel");
    let path = work.path().join("e.csv");
    type_path(&mut desk, &path);
    assert!(fs::read(&path).expect("it is written").starts_with("\u{feff}id,".as_bytes()));
}

#[test]
fn unsaved_work_is_asked_about_before_another_table_takes_its_place() {
    let kept = folder();
    let mut desk = desk(Vec::new(), kept.path());
    rename_xi(&mut desk, "Mine");
    press(&mut desk, Modifiers::COMMAND, Key::N);
    desk.get_by_label("Save the changes?");
    click(&mut desk, "Cancel");
    assert_eq!(title_of_xi(&desk), "Mine");
    press(&mut desk, Modifiers::COMMAND, Key::N);
    click(&mut desk, "Don’t save");
    assert!(window(&desk).history().document().record.is_empty());
    // Even then it can be taken back.
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(title_of_xi(&desk), "Mine");
}

#[test]
fn a_table_that_was_only_looked_at_is_not_asked_about() {
    let kept = folder();
    let mut desk = desk(Vec::new(), kept.path());
    pick_filter(&mut desk, "Participants from", "Africa, 3 meetings");
    press(&mut desk, Modifiers::NONE, Key::Plus);
    press(&mut desk, Modifiers::COMMAND, Key::N);
    assert!(desk.query_by_label("Save the changes?").is_none());
    assert!(window(&desk).history().document().record.is_empty());
}

#[test]
fn what_a_crashed_window_left_is_offered_by_the_next() {
    let kept = folder();
    let mut crashed = desk(Vec::new(), kept.path());
    rename_xi(&mut crashed, "Nearly lost");
    crash(crashed, kept.path());
    let mut next = desk(Vec::new(), kept.path());
    next.get_by_label("Unsaved work was found");
    click(&mut next, "Open");
    assert_eq!(title_of_xi(&next), "Nearly lost");
    assert!(window(&next).history().has_unsaved_work());
    // A window that is closed leaves nothing.
    next.state_mut().as_mut().expect("made").close(None);
    drop(next);
    let last = desk(Vec::new(), kept.path());
    assert!(last.query_by_label("Unsaved work was found").is_none());
}

/// Waits until a window has written its recovery copy, and ends it without a word, as a crash does.
fn crash(mut crashed: Desk, kept: &Path) {
    let copy = kept.join("recovery").join("window-1.summitry");
    for _ in 0..2000 {
        if copy.exists() {
            break;
        }
        crashed.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(copy.exists(), "the copy is written in the background");
}

#[test]
fn recovered_work_of_a_newer_project_is_not_saved_over_it() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("later.summitry");
    let newer =
        "{\"summitry\": \"project\", \"version\": 99, \"meetings\": [{\"id\": \"a\", \"title\": \"Talks\"}]}";
    fs::write(&path, newer).expect("it can be written");
    let mut first = desk(vec![path.clone()], kept.path());
    let value = FieldValue::Title("Long talks".into());
    edit(&mut first, Edit::Set { meetings: vec![MeetingId::new("a")], value });
    crash(first, kept.path());
    let mut next = desk(Vec::new(), kept.path());
    click(&mut next, "Open");
    assert_eq!(window(&next).history().home().path.as_deref(), Some(&*path));
    press(&mut next, Modifiers::COMMAND, Key::S);
    assert!(next.get_by_label("Path").value().is_some_and(|path| path.ends_with("later 2.summitry")));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), newer);
}

#[test]
fn unsaved_work_is_discarded_only_when_that_is_said_twice() {
    let kept = folder();
    let mut crashed = desk(Vec::new(), kept.path());
    rename_xi(&mut crashed, "Nearly lost");
    crash(crashed, kept.path());
    let mut next = desk(Vec::new(), kept.path());
    click(&mut next, "Discard");
    click(&mut next, "Cancel");
    let copy = kept.path().join("recovery").join("window-1.summitry");
    assert!(copy.exists());
    click(&mut next, "Discard");
    click(&mut next, "Discard for good");
    assert!(!copy.exists());
}

#[test]
fn a_table_that_changed_on_disk_is_read_again_and_that_can_be_taken_back() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("trips.csv");
    fs::write(&path, "id,title,country,status\na,One,KAZ,held\n").expect("the folder can be written to");
    let mut desk = desk(vec![path.clone()], kept.path());
    click(&mut desk, "Open 1 meeting");
    fs::write(&path, "id,title,country,status\na,One,KAZ,planned\nb,Two,KAZ,held\n").expect("it is there");
    choose(&mut desk, "File", "Read the table again");
    let record = &window(&desk).history().document().record;
    assert_eq!((record.len(), record.get(0).status), (2, Status::Planned));
    press(&mut desk, Modifiers::COMMAND, Key::Z);
    assert_eq!(window(&desk).history().document().record.len(), 1);
}

#[test]
fn the_next_window_has_the_theme_of_the_last_and_its_files_in_the_menu() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("trips.csv");
    fs::write(&path, "id,title,country\na,One,KAZ\n").expect("the folder can be written to");
    let mut first = desk(vec![path.clone()], kept.path());
    click(&mut first, "Open 1 meeting");
    assert_eq!(window(&first).state.theme, Theme::Light);
    choose(&mut first, "View", "Switch between light and dark");
    press(&mut first, Modifiers::COMMAND, Key::Plus);
    let settings = kept.path().join("settings.json");
    for _ in 0..2000 {
        // The file that was opened is kept first, the theme after it, and the size of texts last.
        if fs::read_to_string(&settings)
            .is_ok_and(|kept| kept.contains("dark") && kept.contains("\"text_size\": 110"))
        {
            break;
        }
        first.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let second = desk(Vec::new(), kept.path());
    assert_eq!(window(&second).state.theme, Theme::Dark);
    assert!((second.ctx.zoom_factor() - 1.1).abs() < 1e-6, "{}", second.ctx.zoom_factor());
}

#[test]
fn a_file_that_cannot_be_read_opens_the_window_with_the_reason() {
    let (kept, work) = (folder(), folder());
    let path = work.path().join("broken.summitry");
    fs::write(&path, "{ \"summitry\": \"project\", \"version\": 1, \"meet")
        .expect("the folder can be written to");
    let desk = desk(vec![path], kept.path());
    let notice = window(&desk).notice().expect("the reason is said");
    assert!(notice.contains("broken.summitry cannot be opened: the file is cut off"), "{notice}");
    assert!(window(&desk).history().document().record.is_empty());
}

#[test]
fn a_project_of_a_newer_program_is_never_written_over() {
    let kept = folder();
    let path = kept.path().join("later.summitry");
    let newer =
        "{\"summitry\": \"project\", \"version\": 99, \"meetings\": [{\"id\": \"a\", \"title\": \"Talks\"}]}";
    fs::write(&path, newer).expect("it can be written");
    let mut desk = desk(vec![path.clone()], kept.path());
    let value = FieldValue::Title("Long talks".into());
    edit(&mut desk, Edit::Set { meetings: vec![MeetingId::new("a")], value });
    press(&mut desk, Modifiers::COMMAND, Key::S);
    // Another name is proposed, and the same is refused, whatever the user answers.
    type_path(&mut desk, &path);
    if desk.query_by_label("Replace").is_some() {
        click(&mut desk, "Replace");
    }
    assert_eq!(fs::read_to_string(&path).expect("it is there"), newer);
    let other = kept.path().join("later 2.summitry");
    assert!(desk.get_by_label("Path").value().is_some_and(|path| path.ends_with("later 2.summitry")));
    type_path(&mut desk, &other);
    assert_eq!(open(&other).expect("it was saved there").0.document.record.get(0).title, "Long talks");
}
