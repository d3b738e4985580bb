//! The list of what is wrong in the table.

/// Words in the list of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// There is no problem.
    Nothing,
    /// Puts the list on the clipboard.
    CopyAll,
    /// What problems are about: the file.
    File,
    /// What problems are about: places.
    Places,
    /// What problems are about: dates.
    Dates,
    /// What problems are about: people.
    People,
    /// What problems are about: words and numbers.
    Words,
}

/// A text in the list of problems, from facts.
#[derive(Clone, Copy, Debug)]
pub enum FaultsText<'a> {
    /// How many problems there are, and how many rows are lost.
    All(usize, usize),
    /// The line of a problem.
    Line(u64),
    /// The column of a problem.
    Column(usize, &'a str),
}
