//! Which column of dates is the day of a meeting: not when the row was written, nor the time of the day; and
//! of two, which is the first.

use super::field::Field;
use super::guesser::{Guesser, ROWS, Sure};
use super::heading;
use super::when::{self, How};
use std::cmp::Ordering;

/// The rank of a column without dates, such as one of times.
const TIMES: usize = 3;

impl Guesser<'_> {
    /// Where several columns may say when a meeting was, the one that says it best: `Date of visit` goes
    /// before `Date`, and that before when the row was written.
    pub(super) fn settle_dates(&mut self) {
        let mut columns: Vec<usize> =
            (0..self.fields.len()).filter(|column| self.says_when(*column)).collect();
        columns.sort_by_key(|column| (self.rank(*column), *column));
        columns.retain(|column| self.rank(*column) < TIMES || self.fields[*column].is_some());
        let Some(&best) = columns.first() else { return };
        let now = self.columns_with(Field::Start).next();
        if now.is_some_and(|now| !columns.contains(&now) || self.rank(now) == self.rank(best)) {
            return;
        }
        if let Some(now) = now {
            (self.fields[now], self.sure[now]) = (None, Sure::Not);
        }
        self.take(best, Field::Start, Sure::Heading);
    }

    /// Whether a column is headed as one of first days, and free or taken for that.
    fn says_when(&self, column: usize) -> bool {
        let found = heading::heading(&self.sheet.headings[column]);
        let is_headed = found.is_some_and(|found| {
            ["start", "written"].contains(&found.field) && found.sure < heading::Sure::Part
        });
        is_headed && self.fields[column].is_none_or(|field| field == Field::Start)
    }

    /// How well a column says when a meeting was, the best being 0.
    fn rank(&self, column: usize) -> usize {
        let shape = &self.shapes[column];
        let heading = &self.sheet.headings[column];
        let is_written = heading::heading(heading).is_some_and(|found| found.field == "written");
        if shape.looked_at > 0 && !shape.are(shape.dates + shape.years, 20) {
            TIMES
        } else if is_written {
            2
        } else {
            usize::from(heading.split_whitespace().count() == 1)
        }
    }

    /// Of two columns of days of which one is never before the other, that one is the last: `Departure` is
    /// the first day beside `Return`.
    pub(super) fn settle_first_and_last(&mut self) {
        let [first, last] = [Field::Start, Field::End].map(|field| self.columns_with(field).next());
        let (Some(first), Some(last)) = (first, last) else { return };
        let day = |row: usize, column: usize| {
            let reading = when::read(self.sheet.cell(row, column), &How::default()).ok()?;
            reading.whole().days().map(|(day, _)| day)
        };
        let rows = 0..self.sheet.len().min(ROWS);
        let orders: Vec<Ordering> =
            rows.filter_map(|row| Some(day(row, first)?.cmp(&day(row, last)?))).collect();
        let is_turned = orders.contains(&Ordering::Greater) && !orders.contains(&Ordering::Less);
        if is_turned {
            self.fields.swap(first, last);
            self.sure.swap(first, last);
        }
    }
}
