//! The state set apart: where one state takes part in nearly every meeting, regions and blocs are those of
//! the others.

use super::columns::Columns;
use crate::meeting::code::CountryCode;

/// The state (or organisation) that a table is about. It says nothing about a single meeting that it is from
/// Europe, if nearly all of them are: the regions and blocs of a meeting, where it is filtered by them and
/// counted, are those of its other participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Apart {
    /// Who it is.
    pub state: CountryCode,
    /// The meetings at which it sits at the table with somebody else.
    pub meetings: usize,
    /// All meetings of the table.
    pub of: usize,
}

/// Of ten meetings, at how many a state must meet another one to be set apart.
const OF_TEN: usize = 9;

/// The one state that meets others at nine of ten meetings of the table or more, and at more than any other
/// state does. `None` if there is none, or if two are equal in that: where two states meet each other only,
/// neither says less than the other. Context does not count, and a row that stands for several meetings is so
/// many.
pub(super) fn apart(columns: &Columns, countries: &[CountryCode]) -> Option<Apart> {
    let mut together = vec![0; countries.len()];
    for row in (0..columns.len()).filter(|&row| !columns.kind[row].is_context()) {
        let states = columns.states.of(row);
        if states.len() > 1 {
            for &state in states {
                together[usize::from(state)] += columns.times[row] as usize;
            }
        }
    }
    let most = together.iter().copied().max().filter(|most| *most > 0)?;
    let mut foremost = countries.iter().zip(&together).filter(|(_, meetings)| **meetings == most);
    let (&state, &meetings) = foremost.next()?;
    let of = columns.meetings(0..columns.len());
    (foremost.next().is_none() && meetings * 10 >= of * OF_TEN).then_some(Apart { state, meetings, of })
}
