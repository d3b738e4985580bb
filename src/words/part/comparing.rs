//! Comparing two times or two filters.

/// Words about a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparing {
    /// The heading while nothing is compared.
    Compare,
    /// The heading while something is.
    Comparing,
    /// What can be chosen below.
    With,
    /// Compares with the time before.
    PreviousPeriod,
    /// What that is.
    PreviousPeriodTip,
    /// Compares with all time before.
    AllBefore,
    /// What that is.
    AllBeforeTip,
    /// Compares with what is shown now.
    KeepAsBaseline,
    /// What that is for.
    KeepAsBaselineTip,
    /// Why nothing can be chosen yet.
    NeedsPeriod,
    /// What to do first.
    ChoosePeriod,
    /// The first day of the other time.
    Since,
    /// The last day of the other time.
    Until,
    /// Whether numbers are a month.
    PerMonth,
    /// Ends the comparison.
    Stop,
    /// Countries that are new.
    New,
    /// Countries that are gone.
    Gone,
    /// There is nothing to compare.
    NoLine,
}

/// A text about a comparison, from facts.
#[derive(Clone, Copy, Debug)]
pub enum ComparingText<'a> {
    /// Two numbers a month.
    PerMonth(&'a str, &'a str),
}
