//! The list of steps: what was done, and what is saved, in English.

use crate::words::part::steps::{Steps, StepsText};
use crate::words::spoken::fixed;

/// Words in the list of steps.
pub const fn steps(label: Steps) -> &'static str {
    match label {
        Steps::Now => "now",
        Steps::Undone => "undone",
        Steps::Saved => "saved",
        Steps::GoHere => "Go back or forth to here",
        Steps::NotSavedYet => "Not saved yet",
    }
}

/// A text in the list of steps, from facts.
pub fn steps_text(text: StepsText) -> String {
    match text {
        StepsText::Forgotten(steps) => told_by!(
            steps,
            "One earlier step can no longer be taken back",
            "{n} earlier steps can no longer be taken back"
        ),
        StepsText::SinceSaving(steps) => match steps {
            0 => fixed("Nothing to save").to_owned(),
            steps => told_by!(
                steps,
                "{n} step since it was saved or opened",
                "{n} steps since it was saved or opened"
            ),
        },
    }
}
