//! What a table lacks for its rows to be meetings.

use super::field::{Field, key};
use super::mapping::{Counterparts, Mapping, Places};
use super::problem::Lacking;
use crate::meeting::Kind;

/// What is missing, and which columns there are; `None` if the rows can be read: a column says where or when,
/// and another who, where or what. A table of who is tied to whom, with a number or a date, needs no place,
/// nor does one that names the hosts, one of calls, or one whose meetings are named after their places.
#[must_use]
pub fn lack(mapping: &Mapping) -> Option<Lacking> {
    /// Columns that a problem names.
    const NAMED: usize = 12;
    let has = |fields: &[Field]| fields.iter().any(|&field| mapping.has(field));
    let several = |field| mapping.columns_of(field).count() > 1;
    let two = has(&[Field::Counterpart, Field::CounterpartCountry])
        || several(Field::LeaderCountry)
        || several(Field::Leader);
    let sides = has(&[Field::Leader, Field::LeaderCountry])
        && two
        && (mapping.counterparts == Counterparts::Hosts || has(&[Field::Count, Field::Start, Field::Year]));
    let place = !mapping.says_where()
        && !sides
        && mapping.places == Places::InColumns
        && mapping.kind != Some(Kind::Call);
    let subject = !has(&[
        Field::Participants,
        Field::Leader,
        Field::LeaderCountry,
        Field::Counterpart,
        Field::Title,
        Field::Topic,
        Field::Start,
        Field::Year,
        Field::Origin,
    ]);
    let short = |name: &str| name.chars().take(30).collect::<String>();
    (place || subject).then(|| Lacking {
        place,
        subject,
        found: mapping.columns.iter().take(NAMED).map(|column| short(&column.heading)).collect(),
        more: mapping.columns.len() > NAMED,
        understood: mapping
            .columns
            .iter()
            .filter_map(|column| Some((short(&column.heading), column.field?)))
            .filter(|(heading, field)| key(heading) != key(field.name()))
            .take(NAMED)
            .collect(),
    })
}
