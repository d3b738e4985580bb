//! The list of steps: what was done, and what is saved, in English.

use crate::words::part::steps::{Steps, StepsText};

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
        StepsText::Forgotten(steps) => match steps {
            1 => "One earlier step can no longer be taken back".to_owned(),
            more => format!("{more} earlier steps can no longer be taken back"),
        },
        StepsText::SinceSaving(steps) => match steps {
            0 => "Nothing to save".to_owned(),
            1 => "1 step since it was saved or opened".to_owned(),
            steps => format!("{steps} steps since it was saved or opened"),
        },
    }
}
