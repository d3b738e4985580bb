//! Which column of dates is the day of a meeting: not when the row was written, nor the time of the day; and
//! of two, which is the first.

use super::field::Field;
use super::guesser::{Guesser, Sure};
use super::heading;
use super::when::{self, How};
use crate::gazetteer::fold::fold;
use std::cmp::Ordering;

/// The rank of a column without dates, such as one of times.
const TIMES: usize = 3;

impl Guesser<'_> {
    /// Where several columns may say when a meeting was, the one that says it best: `Date of visit` goes
    /// before `Date`, and that before when the row was written.
    pub(super) fn settle_dates(&mut self) {
        let columns = (0..self.fields.len()).filter(|column| self.says_when(*column));
        let mut ranked: Vec<(usize, usize)> = columns.map(|column| (self.rank(column), column)).collect();
        ranked.retain(|(rank, column)| *rank < TIMES || self.fields[*column].is_some());
        let Some(&(first, best)) = ranked.iter().min() else { return };
        let now = self.columns_with(Field::Start).next();
        let is_kept = |now: usize| {
            ranked.iter().find(|(_, column)| *column == now).is_none_or(|(rank, _)| *rank == first)
        };
        if now.is_some_and(is_kept) {
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
            usize::from(!fold(heading).contains(' '))
        }
    }

    /// Of two columns of days of which several rows say that one is after the other, and none that it is
    /// before, that one is the last, where the headings leave it open: `Departure` is the first day beside
    /// `Arrival` at home. Days that are turned round under `Start` and `End` are slips.
    pub(super) fn settle_first_and_last(&mut self) {
        /// Rows that bear it out.
        const SEVERAL: usize = 2;
        let [first, last] = [Field::Start, Field::End].map(|field| self.columns_with(field).next());
        let (Some(first), Some(last)) = (first, last) else { return };
        let departs = heading::heading(&self.sheet.headings[last]).is_some_and(|of| of.field == "departure");
        let is_said = [first, last].into_iter().all(|column| self.sure[column] != Sure::Cells);
        if is_said && !departs {
            return;
        }
        let day = |cell: &str| {
            let reading = when::read(cell, &How::default()).ok()?;
            reading.whole().days().map(|(day, _)| day)
        };
        let both = self.cells(first).zip(self.cells(last));
        let orders: Vec<Ordering> =
            both.filter_map(|(first, last)| Some(day(first)?.cmp(&day(last)?))).collect();
        let turned = orders.iter().filter(|order| **order == Ordering::Greater).count();
        if turned >= SEVERAL && !orders.contains(&Ordering::Less) {
            self.fields.swap(first, last);
            self.sure.swap(first, last);
        }
    }
}
