//! The preview: the meetings of a text on the map, put where they would be after the decision.

use crate::document::edit::put;
use crate::import::decisions::Decided;
use crate::meeting::table::Meetings;
use crate::state::State;
use crate::ui::answers::{Answers, Asked};

/// So many of a text's rows are drawn.
pub const MOST_DRAWN: usize = 300;

/// What the map shows.
#[derive(Debug, Default)]
pub struct Preview {
    shown: Option<(Of, Answers)>,
}

/// What it is made of.
#[derive(Debug, PartialEq)]
struct Of {
    record: Meetings,
    rows: Vec<usize>,
    /// The words for the country, and where the rows are put.
    decided: Option<(String, Decided)>,
    asked: Asked,
}

impl Preview {
    /// The answers about some rows of a record, as if it was decided where they belong.
    pub fn keep(
        &mut self,
        record: &Meetings,
        rows: &[usize],
        decided: Option<(&str, Decided)>,
        state: &State,
    ) -> &Answers {
        let rows = rows[..rows.len().min(MOST_DRAWN)].to_vec();
        let decided = decided.map(|(country, decided)| (country.to_owned(), decided));
        let of = Of { record: record.clone(), rows, decided, asked: Asked::of(state) };
        let is_same = self.shown.as_ref().is_some_and(|(shown, _)| *shown == of);
        if !is_same {
            let mut table = Meetings::default();
            for &row in &of.rows {
                let meeting = record.get(row);
                let decided = of.decided.as_ref();
                let moved = decided.and_then(|(country, decided)| put(meeting, country, *decided));
                let meeting = moved.unwrap_or_else(|| meeting.clone());
                table.push(meeting).expect("each row of a record has its own identity");
            }
            let answers = Answers::of(table, of.asked.clone());
            self.shown = Some((of, answers));
        }
        let (_, answers) = self.shown.as_ref().expect("it was made just now");
        answers
    }
}
