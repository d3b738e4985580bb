//! The words on a picture, where they are edited, in English.

use crate::words::part::wording::Wording;

/// Words beside the fields of the words on a picture.
pub const fn wording(label: Wording) -> &'static str {
    match label {
        Wording::Title => "Title",
        Wording::Subtitle => "Subtitle",
        Wording::Note => "Note",
        Wording::Sources => "Sources",
        Wording::NoNote => "notes::none",
        Wording::Empty => "An empty field is written by the program",
        Wording::Edit => "Edit the words on the picture",
        Wording::Done => "Done",
    }
}
