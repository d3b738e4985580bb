//! The meetings that a page lists: all that are shown, or the latest of them.

use super::rows::row;
use crate::export::sheet::Exhibit;
use crate::export::told::in_order;
use crate::meeting::identity::MeetingId;

/// Meetings as JSON, by their first day, those of one day by their identities, those without a day last.
pub struct Listed {
    /// Each with its identity: all, or the latest.
    pub meetings: Vec<(MeetingId, String)>,
    /// How many are shown on the map.
    pub all: usize,
}

impl Listed {
    /// The latest meetings of a map whose JSON has so many bytes at most, and the one that would go beyond
    /// them.
    pub fn of(map: &Exhibit, most: usize) -> Self {
        let order = in_order(map.meetings, &map.shown.rows);
        let all = order.len();
        let (mut meetings, mut bytes) = (Vec::new(), 0);
        for id in order.into_iter().rev() {
            let Some(at) = map.meetings.row_of(id.as_str()) else { continue };
            let text = row(map.meetings.get(at));
            bytes += text.len();
            meetings.push((id, text));
            if bytes > most {
                break;
            }
        }
        meetings.reverse();
        Self { meetings, all }
    }
}
