//! Opening: what is said of files before, while and after they are read, in English.

use crate::words::english::number::counted;
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::files::{Files, FilesText};

/// Words about opening files.
pub const fn files(label: Files) -> &'static str {
    match label {
        Files::PastedTable => "Pasted table",
        Files::StandardInput => "Standard input is read by the command line only: summitry -",
        Files::ProjectByItself => "A project is opened by itself, not together with other files",
        Files::NoTableOnClipboard => {
            "What is on the clipboard is no table: copy several cells or rows, then paste"
        }
        Files::NoFileToReadAgain => "These meetings were not read from a file",
        Files::DropFile => "Drop to open",
        Files::DropTip => {
            "A table is looked at first and nothing of it is taken yet; a project opens at once"
        }
    }
}

/// A text about opening files, from facts.
pub fn files_text(text: FilesText) -> String {
    match text {
        FilesText::Drop(names) => format!("Drop to open {names}"),
        FilesText::NoMeetingRead(why) => format!("No meeting could be read. {why}"),
        FilesText::NotOpened(path, why) => format!("{} cannot be opened: {why}", path.display()),
        FilesText::Read(rows, problems, remark) => read(rows, problems, remark),
        FilesText::NotReadAgain(why) => {
            format!("The table is kept as it is, since it could not be read again. {why}")
        }
    }
}

fn read(rows: usize, problems: usize, remark: Option<&str>) -> String {
    let rows = counted(rows, noun(Noun::RowRead));
    let words = match problems {
        0 => rows,
        n => format!("{rows}, {}: see Help", counted(n, noun(Noun::Problem))),
    };
    remark.map_or(words.clone(), |remark| format!("{words}. {remark}"))
}
