//! The list of steps: what was done, and what is saved.

/// Words in the list of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// The step that stands.
    Now,
    /// A step that was taken back.
    Undone,
    /// The step that was saved.
    Saved,
    /// What a click does.
    GoHere,
    /// The work was never saved.
    NotSavedYet,
}

/// A text in the list of steps, from facts.
#[derive(Clone, Copy, Debug)]
pub enum StepsText {
    /// So many steps are too long ago.
    Forgotten(usize),
    /// So many steps were done since the work was saved.
    SinceSaving(usize),
}
