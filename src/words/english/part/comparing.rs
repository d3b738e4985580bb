//! Comparing two times or two filters, in English.

use crate::words::part::comparing::{Comparing, ComparingText};

/// Words about a comparison.
pub const fn comparing(label: Comparing) -> &'static str {
    match label {
        Comparing::Compare => "Compare",
        Comparing::Comparing => "Comparing",
        Comparing::With => "What is shown, compared with",
        Comparing::PreviousPeriod => "Previous period",
        Comparing::PreviousPeriodTip => "As long as the period chosen, and just before it",
        Comparing::AllBefore => "All before",
        Comparing::AllBeforeTip => "Everything before the period chosen",
        Comparing::KeepAsBaseline => "Keep as baseline",
        Comparing::KeepAsBaselineTip => "What is shown now: then choose something else",
        Comparing::NeedsPeriod => "Choose a period first, such as by dragging on the timeline",
        Comparing::ChoosePeriod => "Choose a period to compare it with what was before",
        Comparing::Since => "Since",
        Comparing::Until => "until",
        Comparing::PerMonth => "Numbers per month",
        Comparing::Stop => "Stop comparing",
        Comparing::New => "states::New",
        Comparing::Gone => "states::Gone",
        Comparing::NoLine => "There is no line on either side",
    }
}

/// A text about a comparison, from facts.
pub fn comparing_text(text: ComparingText) -> String {
    match text {
        ComparingText::PerMonth(before, after) => told!("{before} → {after} a month", before, after),
    }
}
