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
        FilesText::Drop(names) => told!("Drop to open {names}", names),
        FilesText::NoMeetingRead(why) => told!("No meeting could be read. {why}", why),
        FilesText::NotOpened(path, why) => {
            told!("{path} cannot be opened: {why}", path = path.display(), why)
        }
        FilesText::Read(rows, problems, remark) => read(rows, problems, remark),
        FilesText::NotReadAgain(why) => {
            told!("The table is kept as it is, since it could not be read again. {why}", why)
        }
    }
}

fn read(rows: usize, problems: usize, remark: Option<&str>) -> String {
    let rows = counted(rows, noun(Noun::RowRead));
    let words = match problems {
        0 => rows,
        n => told_by!(
            n,
            "{rows_read}, {n} problem: see Help",
            "{rows_read}, {n} problems: see Help",
            rows_read = rows
        ),
    };
    remark.map_or(words.clone(), |remark| format!("{words}. {remark}"))
}
