//! The lines of the map as a table.

use super::grid::{Cell, Grid};
use crate::export::told::{days, in_one_text, in_order};
use crate::globe::great_circle::distance_km;
use crate::meeting::Meeting;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::query::shown::Shown;
use crate::query::tie::{Tie, TieKey, Ties};
use crate::words::message::Message;
use crate::words::part::exported::Heads;
use crate::words::{label, say};

const HEADINGS: [&str; 16] = [
    "from",
    "to",
    "state",
    "status",
    "count",
    "meetings",
    "first",
    "last",
    "kilometres",
    "from_longitude",
    "from_latitude",
    "to_longitude",
    "to_latitude",
    "placed",
    "ids",
    "counting_rule",
];

/// A row for each line: its ends, the state that travels (of two that met, the one that comes first), how
/// established it is, what it counts by the rule and how many meetings it stands for, their first and last
/// day, and the kilometres of the great circle.
pub fn grid(meetings: &Meetings, shown: &Shown) -> Grid {
    let rule = say(Message::Rule(shown.question.rule));
    let row = |line: &Tie| {
        let [from, to] = line.key.ends(meetings, &shown.ties);
        let (count, times) = (line.weight, times(meetings, line));
        let days = days(meetings, &line.rows);
        let day =
            |day: Option<jiff::civil::Date>| Cell::text(day.map_or_else(String::new, |day| day.to_string()));
        vec![
            Cell::text(from),
            Cell::text(to),
            Cell::text(line.key.from().to_string()),
            Cell::text(line.status.name()),
            Cell::Whole(count),
            Cell::Whole(times),
            day(days.map(|(first, _)| first)),
            day(days.map(|(_, last)| last)),
            Cell::Whole(distance_km(line.from, line.to).round() as usize),
            Cell::Real(line.from.lon),
            Cell::Real(line.from.lat),
            Cell::Real(line.to.lon),
            Cell::Real(line.to.lat),
            Cell::text(placed(&shown.ties, line)),
            Cell::text(in_one_text(&in_order(meetings, &line.rows))),
            Cell::text(rule.as_str()),
        ]
    };
    let rows = shown.ties.lines.iter().map(row).collect();
    Grid { name: label(Heads::Lines), headings: HEADINGS.map(str::to_owned).to_vec(), rows }
}

/// How many meetings a line stands for. Context is none.
pub fn times(meetings: &Meetings, line: &Tie) -> usize {
    let held = line.rows.iter().map(|&row| meetings.get(row)).filter(|meeting| !meeting.kind.is_context());
    held.map(Meeting::times).sum()
}

/// How the place was found that a line leads to: `city`, `country` or `point`; of a line between states,
/// `capital`.
pub fn placed(ties: &Ties, line: &Tie) -> &'static str {
    let place = match &line.key {
        TieKey::Relation { .. } => None,
        TieKey::Journey(_) | TieKey::Spoke { .. } | TieKey::Leg(_) => {
            line.place.map(|place| &ties.places[place])
        }
    };
    place.map_or("capital", |place| match place.id {
        PlaceId::City(_) => "city",
        PlaceId::Country(_) => "country",
        PlaceId::Point { .. } => "point",
    })
}
