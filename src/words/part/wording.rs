//! The words on a picture, where they are edited.

/// Words beside the fields of the words on a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wording {
    /// The title.
    Title,
    /// What stands below it.
    Subtitle,
    /// What stands at the foot.
    Note,
    /// Where the meetings are from.
    Sources,
    /// What an empty field of the note says.
    NoNote,
    /// What an empty field means.
    Empty,
    /// What a click on the title or on the sources opens.
    Edit,
    /// Ends the editing.
    Done,
}
