//! The start of the window: why there is none, and what is said when the program ends by a mistake of its
//! own.

use std::path::Path;

/// Why there is no window, where nothing more is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// The map that the program ships is damaged.
    BaseMap,
    /// There is nothing to show a window on.
    NoDisplay,
    /// The display has no OpenGL.
    NoOpenGl,
    /// A library is missing, nobody knows which.
    LibraryMissing,
    /// The display does not answer.
    DisplayNotReached,
    /// The window system gives an answer that nobody understands.
    NoAnswer,
}

/// A text about the start of the window, from facts.
#[derive(Clone, Copy, Debug)]
pub enum StartingText<'a> {
    /// Why there is no window, what to install, and how to draw without one.
    NoWindow(&'a str),
    /// A library is missing.
    Library(&'a str),
    /// The program cannot go on with X11.
    NotStartedAnew(&'a str),
    /// The program ends by a mistake of its own; where the report is, if there is one.
    Mistake(Option<&'a Path>),
}
