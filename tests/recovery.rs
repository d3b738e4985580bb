//! Recovery and settings: a crash costs seconds of work, and what is remembered never stops the program.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use summitry::document::Document;
use summitry::document::recovery::{About, EVERY, Recovered, Recovery, found};
use summitry::document::settings::{MOST_RECENT, Remark, Settings, folder, load, remember};
use summitry::document::text_size::TextSize;
use summitry::gazetteer::language::Language;
use summitry::globe::policy::BorderPolicy;
use summitry::import;
use summitry::state::{State, Theme};

fn document(title: &str) -> Document {
    let state = State { title: title.to_owned(), ..State::default() };
    Document::new(import::embedded().meetings, Vec::new(), state)
}

fn about() -> About {
    About {
        path: "/home/me/trips.summitry".to_owned(),
        steps: Some(7),
        held: "5120-00ab5f19c20d4e77".to_owned(),
        read_only: None,
    }
}

/// A copy that a window left which ended without closing.
fn left_behind(folder: &Path, title: &str) {
    let mut recovery = Recovery::start(folder).expect("the folder can be written");
    recovery
        .due(&document(title), about(), Instant::now())
        .expect("the first is due")
        .run()
        .expect("it is written");
}

fn titles(found: &[Recovered]) -> Vec<&str> {
    found.iter().map(|one| one.work.as_ref().expect("it is whole").document.state.title.as_str()).collect()
}

#[test]
fn a_crashed_windows_work_is_found_as_it_was() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    assert!(found(&folder.path().join("none")).expect("no folder holds nothing").is_empty());
    left_behind(folder.path(), "lost");
    let found_now = found(folder.path()).expect("the folder can be read");
    let [one] = &found_now[..] else { panic!("{found_now:?}") };
    let work = one.work.as_ref().expect("it is whole");
    assert_eq!((&work.document, &work.about), (&document("lost"), &about()));
    assert!(one.written.is_some());
    assert!(found(folder.path()).expect("the folder can be read").is_empty(), "nobody else is offered it");
    drop(found_now);
    let later = found(folder.path()).expect("the folder can be read");
    assert_eq!(titles(&later), ["lost"], "later is offered again");
    for one in later {
        one.discard().expect("it can be removed");
    }
    assert!(found(folder.path()).expect("the folder can be read").is_empty());
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_the_copies() {
    use std::os::unix::fs::PermissionsExt as _;
    let root = tempfile::tempdir().expect("there is room for a folder");
    let folder = root.path().join("summitry/recovery");
    left_behind(&folder, "secret");
    let mode = fs::metadata(&folder).expect("it was made").permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
}

#[test]
fn a_living_windows_copy_is_not_offered_and_a_closed_window_leaves_none() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut first = Recovery::start(folder.path()).expect("the folder can be written");
    let mut second = Recovery::start(folder.path()).expect("the folder can be written");
    for (recovery, title) in [(&mut first, "first"), (&mut second, "second")] {
        let writing = recovery.due(&document(title), about(), Instant::now()).expect("the first is due");
        writing.run().expect("it is written");
    }
    assert!(found(folder.path()).expect("the folder can be read").is_empty());
    first.close().expect("it can be removed");
    drop(second);
    assert_eq!(titles(&found(folder.path()).expect("the folder can be read")), ["second"]);
}

#[test]
fn a_new_window_does_not_write_over_what_a_crashed_one_left() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    left_behind(folder.path(), "one");
    left_behind(folder.path(), "two");
    assert_eq!(titles(&found(folder.path()).expect("the folder can be read")), ["one", "two"]);
}

#[test]
fn work_that_was_taken_over_stays_recoverable_until_it_is_saved() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    left_behind(folder.path(), "lost");
    let one = found(folder.path()).expect("the folder can be read").remove(0);
    let (recovery, work) = one.take_over();
    assert_eq!(work.expect("it is whole").document, document("lost"));
    drop(recovery);
    let one = found(folder.path()).expect("the folder can be read").remove(0);
    let (mut recovery, _) = one.take_over();
    recovery.saved().run().expect("it can be removed");
    drop(recovery);
    assert!(found(folder.path()).expect("the folder can be read").is_empty());
}

#[test]
fn a_copy_is_due_when_the_work_changed_and_the_last_one_is_old_enough() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut recovery = Recovery::start(folder.path()).expect("the folder can be written");
    let start = Instant::now();
    let at = |seconds: f64| start + Duration::from_secs_f64(seconds);
    let every = EVERY.as_secs_f64();
    assert!(recovery.due(&document("a"), about(), at(0.0)).is_some());
    assert!(recovery.due(&document("b"), about(), at(every - 0.1)).is_none(), "too early");
    assert!(recovery.due(&document("b"), about(), at(every)).is_some());
    assert!(recovery.due(&document("b"), about(), at(3.0 * every)).is_none(), "nothing changed");
    let _ = recovery.saved();
    assert!(recovery.due(&document("b"), about(), at(4.0 * every)).is_some(), "its copy is gone");
    assert!(EVERY <= Duration::from_secs(5));
}

#[test]
fn a_writing_that_comes_after_saving_writes_nothing() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut recovery = Recovery::start(folder.path()).expect("the folder can be written");
    let late = recovery.due(&document("late"), about(), Instant::now()).expect("the first is due");
    let removing = recovery.saved();
    let next = recovery.due(&document("next"), about(), Instant::now() + EVERY).expect("its copy is gone");
    next.run().expect("it is written");
    late.run().expect("it is void");
    removing.run().expect("it is void");
    drop(recovery);
    assert_eq!(titles(&found(folder.path()).expect("the folder can be read")), ["next"]);
}

#[test]
fn a_writing_that_failed_is_due_again() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut recovery = Recovery::start(folder.path()).expect("the folder can be written");
    let start = Instant::now();
    // A folder where the copy is to be cannot be replaced.
    let copy = folder.path().join("window-1.summitry");
    fs::create_dir(&copy).expect("the folder can be written");
    let work = document("a");
    recovery
        .due(&work, about(), start)
        .expect("the first is due")
        .run()
        .expect_err("a folder is in its place");
    fs::remove_dir(&copy).expect("it is there");
    recovery.due(&work, about(), start + EVERY).expect("the last one failed").run().expect("it is written");
    drop(recovery);
    assert_eq!(titles(&found(folder.path()).expect("the folder can be read")), ["a"]);
}

#[test]
fn a_broken_copy_is_said_and_kept_until_it_is_discarded() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    left_behind(folder.path(), "whole");
    fs::write(folder.path().join("window-2.summitry"), "{\"summitry\": \"proj")
        .expect("the folder can be written");
    let mut both = found(folder.path()).expect("the folder can be read");
    let broken = both.remove(1);
    assert_eq!(titles(&both), ["whole"]);
    let why = broken.work.as_ref().expect_err("it is cut off").to_string();
    assert_eq!(why, "the file is cut off: it ends in the middle, on line 1");
    assert!(broken.path.exists());
    broken.discard().expect("it can be removed");
    drop(both);
    assert_eq!(titles(&found(folder.path()).expect("the folder can be read")), ["whole"]);
}

#[test]
fn settings_come_back_with_what_a_newer_program_wrote() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let inner = folder.path().join("not/yet/there");
    assert_eq!(load(&inner).0, Settings::default());
    remember(&inner, |settings| {
        settings.window = Some([1440.0, 900.0]);
        settings.theme = Some(Theme::Dark);
        settings.text_size = TextSize::try_from(125).ok();
        settings.language = Some(Language::French);
        settings.borders = Some(BorderPolicy::DeFacto);
        settings.unknown.insert("x-newer".to_owned(), serde_json::json!({ "a": 1 }));
        settings.used(Path::new("/home/me/trips.summitry"));
    })
    .expect("the folder can be written");
    // Another window remembers something else meanwhile.
    remember(&inner, |settings| settings.theme = Some(Theme::Light)).expect("the folder can be written");
    let (settings, remark) = load(&inner);
    assert!(remark.is_none(), "{remark:?}");
    let Settings { window, theme, text_size, speech, language, borders, last_folder, recent, unknown } =
        settings;
    assert_eq!((window, theme), (Some([1440.0, 900.0]), Some(Theme::Light)));
    assert_eq!(text_size.map(TextSize::percent), Some(125));
    assert_eq!((language, borders), (Some(Language::French), Some(BorderPolicy::DeFacto)));
    assert_eq!(speech, None, "the language of the window is chosen by itself");
    assert_eq!(last_folder.as_deref(), Some(Path::new("/home/me")));
    assert_eq!(recent, [Path::new("/home/me/trips.summitry")]);
    assert_eq!(unknown["x-newer"], serde_json::json!({ "a": 1 }));
}

#[test]
fn recent_files_are_the_latest_first_each_once() {
    let mut settings = Settings::default();
    for number in (0..MOST_RECENT + 5).chain([7]) {
        settings.used(Path::new(&format!("/maps/{number}.summitry")));
    }
    assert_eq!(settings.recent.len(), MOST_RECENT);
    let names: Vec<_> = settings.recent.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
    assert_eq!(names, ["7", "14", "13", "12", "11", "10", "9", "8", "6", "5"]);
}

#[test]
fn settings_that_cannot_be_used_are_said_and_the_good_ones_are_used() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("settings.json");
    fs::write(&path, r#"{"theme": "pink", "language": "fr", "window": [1e9, 3], "recent": 7}"#)
        .expect("the folder can be written");
    let (settings, remark) = load(folder.path());
    assert_eq!((settings.theme, settings.language, settings.window), (None, Some(Language::French), None));
    let said = remark.expect("two values cannot be used").to_string();
    assert!(said.ends_with("cannot be used: recent, theme"), "{said}");

    fs::write(&path, "{\"theme\": \"da").expect("the folder can be written");
    assert_eq!(load(folder.path()).0, Settings::default());
    let said = remember(folder.path(), |settings| settings.theme = Some(Theme::Dark));
    assert!(matches!(said, Err(Remark::Damaged { kept: Some(_), .. })), "{said:?}");
    assert_eq!(load(folder.path()).0.theme, Some(Theme::Dark));
    let kept = fs::read_to_string(folder.path().join("settings.damaged.json"));
    assert_eq!(kept.expect("it was renamed"), "{\"theme\": \"da");
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let root = tempfile::tempdir().expect("there is room for a folder");
    let file = root.path().join("file");
    fs::write(&file, "").expect("the folder can be written");
    let inner = file.join("settings");
    assert!(matches!(
        remember(&inner, |settings| settings.theme = Some(Theme::Dark)),
        Err(Remark::NoFolder(..))
    ));
    assert!(Recovery::start(&inner).is_err());
    assert_eq!(folder(Some(&inner)), Some(inner));
}
