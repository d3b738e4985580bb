//! Writing files: whole or not at all, and nothing of the user's is lost.

use crate::interrupted::Broken;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use summitry::disk::{self, Found, NotWritten, Replace, Step, Why};
use summitry::export::format::{Format, UnknownEnding};

fn in_a_folder(test: impl FnOnce(&Path)) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    test(folder.path());
}

fn names(folder: &Path) -> BTreeSet<OsString> {
    let entries = fs::read_dir(folder).expect("it can be listed");
    entries.map(|entry| entry.expect("it can be read").file_name()).collect()
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("it can be written");
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there and text")
}

fn why(result: Result<(), NotWritten>) -> Why {
    result.expect_err("it is refused").why
}

/// Writes with a disk that refuses the step of a number; the step, if there are so many.
fn with_a_fault(path: &Path, bytes: &[u8], number: usize) -> Option<Step> {
    let disk = Broken::at(number);
    let result = disk::asking(disk.lets(), || disk::write(path, bytes, Replace::AnyFile));
    assert_eq!(result.is_err(), disk.refused().is_some());
    disk.refused()
}

#[test]
fn whichever_step_of_a_write_fails_the_old_file_or_the_new_one_is_whole() {
    let new = vec![b'n'; 5 << 20];
    for old in [Some("old"), None] {
        let mut met = BTreeSet::new();
        for number in 0.. {
            let mut done = false;
            in_a_folder(|folder| {
                let path = folder.join("map.svg");
                if let Some(old) = old {
                    write(&path, old);
                }
                let before = names(folder);
                let refused = with_a_fault(&path, &new, number);
                match refused {
                    None | Some(Step::SyncFolder) => {
                        assert_eq!(fs::read(&path).expect("it is there"), new);
                        assert_eq!(names(folder).len(), 1);
                    }
                    Some(Step::Make | Step::Rights | Step::Write | Step::Sync | Step::Rename) => {
                        assert_eq!(fs::read_to_string(&path).ok().as_deref(), old, "{refused:?}");
                        assert_eq!(names(folder), before, "{refused:?} leaves nothing behind");
                    }
                }
                met.extend(refused);
                done = refused.is_none();
            });
            if done {
                let steps = if old.is_some() { 10 } else { 9 };
                assert_eq!(number, steps, "five parts, and each other step once");
                break;
            }
        }
        assert_eq!(met.len(), if old.is_some() { 6 } else { 5 }, "{met:?}");
    }
}

#[test]
fn what_a_killed_writer_left_is_removed_by_the_next_write_and_nothing_else_is() {
    in_a_folder(|folder| {
        let living = fs::File::create(folder.join(".summitry-ALIVE123")).expect("it can be made");
        living.try_lock().expect("nobody else has it");
        let kept = [
            ".summitry-ALIVE123",
            ".summitry-short",
            ".summitry-longer123",
            ".summitry-12345678.csv",
            "summitry-12345678",
        ];
        for name in [&kept[1..], &[".summitry-deadbeef", ".summitry-DEADbee2"]].concat() {
            write(&folder.join(name), "what was written so far");
        }
        fs::create_dir(folder.join(".summitry-folder12")).expect("it can be made");
        disk::write(&folder.join("map.svg"), b"new", Replace::Nothing).expect("it can be written");
        let mut expected: BTreeSet<OsString> = kept.map(OsString::from).into();
        expected.extend([".summitry-folder12".into(), "map.svg".into()]);
        assert_eq!(names(folder), expected);
        drop(living);
        disk::write(&folder.join("map.svg"), b"newer", Replace::AnyFile).expect("it can be written");
        assert!(!folder.join(".summitry-ALIVE123").exists(), "its writer is gone now");
    });
}

#[test]
fn what_lies_beside_a_file_is_not_touched() {
    in_a_folder(|folder| {
        let precious = ["map.svg.part", "map.svg.tmp", "map.svg~", ".map.svg"];
        for name in precious {
            write(&folder.join(name), "precious");
        }
        disk::write(&folder.join("map.svg"), b"new", Replace::Nothing).expect("it can be written");
        for name in precious {
            assert_eq!(text(&folder.join(name)), "precious", "{name}");
        }
        assert_eq!(names(folder).len(), precious.len() + 1);
    });
}

#[test]
fn what_may_be_replaced_is_the_callers_choice() {
    let is_new = |start: &[u8]| start.starts_with(b"new");
    in_a_folder(|folder| {
        let path = folder.join("map.svg");
        disk::write(&path, b"new one", Replace::Nothing).expect("there is none yet");
        let refused = why(disk::write(&path, b"new two", Replace::Nothing));
        assert!(matches!(refused, Why::Exists(Found { length: 7, .. })), "{refused:?}");
        disk::write(&path, b"new two", Replace::Recognised(is_new)).expect("it is known");
        assert_eq!(text(&path), "new two");
        write(&path, "id,title");
        let refused = why(disk::write(&path, b"new three", Replace::Recognised(is_new)));
        assert!(matches!(refused, Why::Exists(Found { length: 8, .. })), "{refused:?}");
        assert!(disk::check(&path, Replace::Recognised(is_new)).is_err());
        assert_eq!(text(&path), "id,title");
        disk::write(&path, b"new three", Replace::AnyFile).expect("any may be replaced");
        write(&path, "");
        disk::write(&path, b"new four", Replace::Recognised(is_new)).expect("an empty file holds nothing");
        let found = disk::found(&path).expect("it can be seen");
        assert_eq!(found, Some(Found { start: b"new four".to_vec(), length: 8 }));
        assert_eq!(disk::found(&folder.join("other.svg")).expect("it can be seen"), None);
        assert_eq!(names(folder).len(), 1);
    });
}

#[test]
fn a_place_that_takes_no_file_is_told_by_its_reason() {
    in_a_folder(|folder| {
        let check = |name: &str| why(disk::write(&folder.join(name), b"new", Replace::AnyFile));
        fs::create_dir(folder.join("folder.svg")).expect("it can be made");
        assert!(matches!(check("folder.svg"), Why::IsFolder));
        assert!(matches!(check("nowhere/map.svg"), Why::NoFolder(missing) if missing.ends_with("nowhere")));
        assert!(matches!(check(&format!("{}.svg", "n".repeat(252))), Why::NameTooLong));
        let longest = folder.join(format!("{}.svg", "n".repeat(251)));
        disk::write(&longest, b"new", Replace::AnyFile).expect("255 bytes are a name");
        assert_eq!(text(&longest), "new");
        let makes_nothing =
            |step| if step == Step::Make { Err(io::ErrorKind::PermissionDenied.into()) } else { Ok(()) };
        let write = || disk::write(&folder.join("map.svg"), b"new", Replace::AnyFile);
        let closed = disk::asking(makes_nothing, write).expect_err("it is refused");
        assert!(matches!(&closed.why, Why::FolderIsClosed(told) if told == folder), "{closed:?}");
        let told = format!("cannot be written: no new file may be made in the folder {}", folder.display());
        assert!(closed.to_string().ends_with(&told), "{closed}");
    });
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
    }

    #[test]
    fn a_replaced_file_keeps_its_rights_and_a_new_one_has_the_usual_ones() {
        in_a_folder(|folder| {
            let path = folder.join("map.svg");
            for rights in [0o600, 0o640, 0o666, 0o200, 0o755] {
                write(&path, "old");
                fs::set_permissions(&path, fs::Permissions::from_mode(rights)).expect("it is ours");
                disk::write(&path, b"new", Replace::AnyFile).expect("it can be written");
                assert_eq!(mode(&path), rights, "{rights:o}");
                fs::remove_file(&path).expect("it is ours");
            }
            write(&folder.join("usual"), "");
            disk::write(&path, b"new", Replace::AnyFile).expect("it can be written");
            assert_eq!(mode(&path), mode(&folder.join("usual")));
        });
    }

    #[test]
    fn a_read_only_file_is_not_replaced() {
        in_a_folder(|folder| {
            let path = folder.join("map.svg");
            write(&path, "old");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("it is ours");
            assert!(matches!(why(disk::write(&path, b"new", Replace::AnyFile)), Why::IsReadOnly));
            assert_eq!((text(&path).as_str(), mode(&path)), ("old", 0o444));
        });
    }

    #[test]
    fn a_link_stays_a_link_and_the_file_behind_it_is_written() {
        in_a_folder(|folder| {
            let (link, second, file) = (folder.join("map.svg"), folder.join("second"), folder.join("file"));
            symlink("second", &link).expect("it can be made");
            symlink(&file, &second).expect("it can be made");
            for words in ["a new file", "another"] {
                disk::write(&link, words.as_bytes(), Replace::AnyFile).expect("it can be written");
                assert_eq!(text(&file), words);
                assert_eq!(fs::read_link(&link).expect("it is one"), Path::new("second"));
            }
            assert_eq!(names(folder).len(), 3);
            let circle = folder.join("circle.svg");
            symlink("circle.svg", &circle).expect("it can be made");
            assert!(matches!(why(disk::write(&circle, b"new", Replace::AnyFile)), Why::NotSeen(_)));
        });
    }

    #[test]
    fn a_pipe_is_not_replaced_but_can_be_poured_into() {
        in_a_folder(|folder| {
            let pipe = folder.join("map.svg");
            let made = Command::new("mkfifo").arg(&pipe).status().expect("there is mkfifo");
            assert!(made.success());
            assert!(matches!(why(disk::write(&pipe, b"new", Replace::AnyFile)), Why::IsNoFile));
            assert!(disk::is_stream(&pipe) && disk::is_stream(Path::new("/dev/null")));
            assert!(!disk::is_stream(folder) && !disk::is_stream(&folder.join("none")));
            let reader = std::thread::spawn({
                let pipe = pipe.clone();
                move || fs::read(pipe)
            });
            disk::pour(&pipe, b"new").expect("it is read");
            assert_eq!(reader.join().expect("it ends").expect("it can be read"), b"new");
        });
    }
}

#[test]
fn a_files_ending_asks_for_a_format_and_a_missing_one_is_added() {
    for format in Format::ALL {
        let asked = |path: &str| Format::for_file(Path::new(path), format);
        assert_eq!(asked("a/map.svg"), Ok(("a/map.svg".into(), Format::Svg)));
        assert_eq!(asked("map.PNG"), Ok(("map.PNG".into(), Format::Png)));
        let whole = format!("a.b/map.{}", format.ending());
        assert_eq!(asked("a.b/map"), Ok((whole.into(), format)));
        for (path, ending) in [("trips.csv", "csv"), ("summitry.png2024-13", "png2024-13"), ("map.", "")] {
            assert_eq!(asked(path), Err(UnknownEnding(ending.to_owned())));
        }
    }
    let told = UnknownEnding("gif".to_owned()).to_string();
    assert_eq!(told, "a picture's file ends in .png, .svg, .pdf or .html, not in .gif");
}

#[test]
fn a_picture_is_known_by_its_content_and_not_by_its_name() {
    let known: &[(&[u8], Option<Format>)] = &[
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some(Format::Png)),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Some(Format::Svg)),
        (b"\xEF\xBB\xBF\n<?xml version=\"1.0\"?>\n<!-- a map -->\n<svg width=\"1\">", Some(Format::Svg)),
        (b"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"><svg>", Some(Format::Svg)),
        (b"<html><body><svg>", None),
        (b"<?xml version=\"1.0\"?><kml>", None),
        (b"id,title\na,<svg>\n", None),
        (b"\x89PNG", None),
        (b"", None),
    ];
    for (start, format) in known {
        assert_eq!(Format::of_content(start), *format, "{}", String::from_utf8_lossy(start));
    }
}

#[test]
fn a_tilde_that_is_typed_is_the_home_folder() {
    let home = std::env::home_dir().expect("who runs the tests has one");
    let cases = [
        (" ~/maps/a b.png ", home.join("maps").join("a b.png")),
        ("~", home.clone()),
        ("~friend/map.png", "~friend/map.png".into()),
        ("maps/~/map.png", "maps/~/map.png".into()),
    ];
    for (text, path) in cases {
        assert_eq!(disk::typed(text), path);
    }
}
