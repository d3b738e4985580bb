//! Lists that are cut short, and menus of choices.

/// A text about a list, from facts.
#[derive(Clone, Copy, Debug)]
pub enum ListText<'a> {
    /// Several things, by the name of the first.
    FirstAndMore(&'a str, usize),
    /// So many more are not listed.
    AndMore(usize),
    /// Lists all of so many.
    ShowAll(usize),
    /// The menu of a field.
    Choices(&'a str),
    /// Something with so many open questions.
    Open(&'a str, usize),
}
