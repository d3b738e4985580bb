//! The list of what is wrong in the table, in English.

use crate::words::english::number::counted;
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::faults::{Faults, FaultsText};

/// Words in the list of problems.
pub const fn faults(label: Faults) -> &'static str {
    match label {
        Faults::Nothing => "Nothing is wrong in the table",
        Faults::CopyAll => "Copy all",
        Faults::File => "The file and its form",
        Faults::Places => "Places",
        Faults::Dates => "Dates",
        Faults::People => "People",
        Faults::Words => "Words and numbers",
    }
}

/// A text in the list of problems, from facts.
pub fn faults_text(text: FaultsText) -> String {
    match text {
        FaultsText::All(problems, lost) => all(problems, lost),
        FaultsText::Line(line) => told!("line {line}", line),
        FaultsText::Column(number, name) => told!("column {number} ({name})", number, name),
    }
}

fn all(problems: usize, lost: usize) -> String {
    let all = counted(problems, noun(Noun::Problem));
    match lost {
        0 => told!("{problems}; every row is in the table", problems = all),
        lost => told_by!(
            lost,
            "{problems}; left out of the table: {n} row",
            "{problems}; left out of the table: {n} rows",
            problems = all
        ),
    }
}
