//! Saving: the questions before work is lost or replaced, and what came of saving.

use std::path::Path;

/// Words in the questions about saving, and about what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The title of the question where to save a project.
    ProjectTitle,
    /// The title of the question where to save a table.
    TableTitle,
    /// The title of the question where to write a table to fill in.
    TemplateTitle,
    /// The title of the question where to save decisions.
    DecisionsTitle,
    /// The title of the question before work is lost.
    UnsavedTitle,
    /// The title of the question about a project that somebody else saved.
    ChangedTitle,
    /// The title of the question about files that hold something else now.
    SourcesTitle,
    /// The title of the question about work of a program that ended.
    LeftTitle,
    /// What a project keeps.
    AboutProject,
    /// What a table keeps.
    AboutTable,
    /// What a table to fill in is.
    AboutTemplate,
    /// What a file of decisions is for.
    AboutDecisions,
    /// A table for Excel.
    ForExcel,
    /// What is different in it.
    ForExcelTip,
    /// The window closes, and the work is not saved.
    LostAtClose,
    /// Something else opens, and the work is not saved.
    KeptByUndo,
    /// Goes on without saving.
    DontSave,
    /// Saves beside what somebody else saved.
    SaveElsewhere,
    /// Replaces what somebody else saved.
    ReplaceOther,
    /// What reading again does.
    EditsStay,
    /// Reads the files again.
    ReadAgain,
    /// Leaves the meetings as they are.
    KeepHere,
    /// Why there is work that nobody saved.
    EndedBefore,
    /// Work that was never saved and has no title.
    NoName,
    /// Removes a copy of such work.
    Discard,
    /// What that means.
    DiscardTip,
    /// Confirms it.
    DiscardForGood,
    /// Leaves the copies where they are.
    Later,
    /// What that means.
    LaterTip,
    /// Such work was opened.
    Recovered,
    /// Words about the map lie on the clipboard.
    WordsCopied,
    /// The user cancelled saving a picture.
    ExportCancelled,
    /// The name proposed for a file of meetings.
    MeetingsFile,
    /// The name proposed for a table to fill in.
    TemplateFile,
}

/// A text about saving, from facts.
#[derive(Clone, Copy, Debug)]
pub enum SavingText<'a> {
    /// A file was saved.
    Saved(&'a Path),
    /// A table to fill in was saved.
    SavedTemplate(&'a Path),
    /// Somebody else saved the project.
    ChangedElsewhere(&'a Path),
    /// So many files hold something else now.
    SourcesChanged(usize),
    /// A copy of unsaved work is damaged.
    CopyNotRead(&'a str),
    /// What a copy holds, and how many steps after the last save if it was ever saved.
    LeftWork(usize, Option<usize>),
    /// Where something would be saved is a file.
    FileThere(&'a Path),
    /// Data are not saved, and why.
    DataNotSaved(&'a Path, &'a str),
    /// The map lies on the clipboard.
    MapCopied(u32, u32),
    /// The map could not be made into a picture.
    MapNotDrawn(&'a str),
}
