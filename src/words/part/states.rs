//! States to choose from, and what sort of state each is.

/// Words beside states that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum States {
    /// A territory of a state.
    Territory,
    /// A state that is no more.
    FormerState,
    /// The same, where there is no room for a noun.
    NoLongerExists,
    /// An organisation that takes part in meetings.
    Organisation,
    /// The field to look for a state.
    Search,
    /// A state that is suggested.
    Suggested,
    /// Nothing was found.
    NoSuchState,
}
