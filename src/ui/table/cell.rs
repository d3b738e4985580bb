//! Cells: what a column says of a meeting, on the screen and on the clipboard.

use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Participant};
use crate::query::column::Column;
use crate::query::facts::states_of;
use crate::query::met::letters_or_name;
use crate::words::message::{Message, Word};
use crate::words::part::tabling::Tabling;
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};

/// A part of a cell's text, and whether it stands back behind the others.
pub struct Part {
    /// The text.
    pub text: String,
    /// Whether it is set in a quieter ink.
    pub is_quiet: bool,
}

fn plain(text: impl Into<String>) -> Part {
    Part { text: text.into(), is_quiet: false }
}

fn quiet(text: impl Into<String>) -> Part {
    Part { text: text.into(), is_quiet: true }
}

/// What a column says of a meeting.
#[must_use]
pub fn parts(column: Column, meeting: &Meeting) -> Vec<Part> {
    let venue = &meeting.venue;
    match column {
        Column::Date => vec![plain(sentence_case(&say(Message::DatesInCell(meeting.dates))))],
        Column::Title => vec![plain(&*meeting.title)],
        Column::Who => {
            let mut parts = Vec::new();
            for (i, Participant { name, country: state, .. }) in meeting.participants.iter().enumerate() {
                if i > 0 {
                    parts.push(quiet(" · "));
                }
                parts.push(plain(&**name));
                parts.extend(state.map(|state| quiet(format!(" {}", letters_or_name(state)))));
            }
            parts
        }
        Column::Place => {
            let state = venue.country.map_or_else(|| venue.country_as_written.to_string(), letters_or_name);
            match &venue.city[..] {
                "" => vec![plain(state)],
                city => vec![plain(city), quiet(format!(" {state}"))],
            }
        }
        Column::Building => vec![plain(&*venue.building)],
        Column::Kind => vec![plain(word(Word::Kind(meeting.kind)))],
        Column::Status => vec![plain(word(Word::Status(meeting.status)))],
        Column::Occasion => vec![plain(&*meeting.occasion)],
        Column::Outcome => vec![plain(&*meeting.outcome)],
        Column::Note => vec![plain(&*meeting.note)],
        Column::States | Column::Sources | Column::Meetings => {
            vec![plain(say(Message::Number(number(column, meeting))))]
        }
    }
}

fn number(column: Column, meeting: &Meeting) -> usize {
    match column {
        Column::States => states_of(meeting).len(),
        Column::Sources => meeting.sources.len(),
        _ => meeting.times(),
    }
}

/// Some rows as lines of cells between tabs, with a line of headings: what a spreadsheet takes from the
/// clipboard. A date is two cells, the first and the last day, as `2024-07-03`.
#[must_use]
pub fn tab_separated(meetings: &Meetings, rows: &[usize], columns: &[Column]) -> String {
    let mut text = String::new();
    let heads = columns.iter().flat_map(|column| match column {
        Column::Date => vec![label(Tabling::Begins), label(Tabling::Ends)],
        _ => vec![label(Tabling::Head(*column))],
    });
    push_line(&mut text, heads.map(str::to_owned));
    for &row in rows {
        let meeting = meetings.get(row);
        let cells = columns.iter().flat_map(|&column| match column {
            Column::Date => {
                let day = |date: Option<crate::meeting::date::PartialDate>| {
                    date.map_or_else(String::new, |date| date.to_string())
                };
                let end = meeting.dates.end.filter(|end| meeting.dates.start != Some(*end));
                vec![day(meeting.dates.start), day(end)]
            }
            Column::States | Column::Sources | Column::Meetings => vec![number(column, meeting).to_string()],
            _ => vec![parts(column, meeting).into_iter().map(|part| part.text).collect()],
        });
        push_line(&mut text, cells);
    }
    text
}

/// Tabs and line breaks within a cell become spaces.
fn push_line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            text.push('\t');
        }
        text.extend(cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
    }
    text.push('\n');
}
