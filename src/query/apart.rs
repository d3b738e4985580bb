//! The state set apart: where one state takes part in nearly every meeting, regions and blocs are those of the others.

use super::facts::states_of;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// The state (or organisation) that a table is about. It says nothing about a single meeting that it is from Europe, if nearly all
/// of them are: the regions and blocs of a meeting, where it is filtered by them and counted, are those of its other participants.
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

/// The one state that meets others at nine of ten meetings of the table or more, and at more than any other state does. `None` if
/// there is none, or if two are equal in that: where two states meet each other only, neither says less than the other. Context does not
/// count, and a row that stands for several meetings is so many.
#[must_use]
pub fn apart(meetings: &Meetings) -> Option<Apart> {
    let mut of = 0;
    let mut together: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for (_, meeting) in meetings.iter().filter(|(_, meeting)| !meeting.kind.is_context()) {
        of += meeting.times();
        let states = states_of(meeting);
        if states.len() > 1 {
            for state in states {
                *together.entry(state).or_default() += meeting.times();
            }
        }
    }
    let most = together.values().copied().max()?;
    let mut foremost = together.into_iter().filter(|(_, meetings)| *meetings == most);
    let (state, meetings) = foremost.next()?;
    (foremost.next().is_none() && meetings * 10 >= of * OF_TEN).then_some(Apart { state, meetings, of })
}
