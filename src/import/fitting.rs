//! What a heading means beside the cells below it: they may say more than it does, or speak against it.

use super::field::Field;
use super::shape::Shape;

/// The field that a heading means, given what the cells look like; `None` if they speak against it.
#[must_use]
pub fn fitting(field: Field, heading: &str, shape: &Shape) -> Option<Field> {
    if shape.looked_at == 0 {
        return Some(field);
    }
    let is_name = matches!(
        field,
        Field::Leader
            | Field::Counterpart
            | Field::Participants
            | Field::LeaderCountry
            | Field::CounterpartCountry
            | Field::Country
            | Field::City
            | Field::Title
    );
    if is_name && shape.are(shape.links + shape.keys, 90) {
        // A key or an address: the name stands in another column.
        return None;
    }
    match field {
        // When on that day.
        Field::Start | Field::End if shape.are(shape.times, 60) && shape.dates * 10 <= shape.times => None,
        // Beside a column of cities.
        Field::City if heading == "visited" && shape.are(shape.states, 80) => Some(Field::Country),
        // Who is host and who guest is no office.
        Field::Office if shape.are(shape.marks, 90) => None,
        // `Level: state visit`.
        Field::Office if shape.are(shape.kinds, 60) => Some(Field::Kind),
        _ => sort_of(field, heading, shape),
    }
}

/// The same of a heading whose cells may be of its sort.
fn sort_of(field: Field, heading: &str, shape: &Shape) -> Option<Field> {
    let are = |so: usize, hundredths: usize| shape.are(so, hundredths);
    let if_so = |is_so: bool| is_so.then_some(field);
    match field {
        Field::City | Field::Building | Field::Country if are(shape.pairs, 60) => Some(Field::Coordinates),
        Field::Start | Field::End if !are(shape.dates, 20) && !are(shape.years, 20) => {
            // `from` and `to` may be two places, and `iso_from` is one of two states.
            let is_first = field == Field::Start;
            let is_one = ["from", "to"].contains(&heading);
            if !is_one && !are(shape.states, 80) {
                return Some(field);
            }
            if are(shape.states, 50) {
                Some(if is_first { Field::LeaderCountry } else { Field::Country })
            } else if are(shape.cities, 50) {
                Some(if is_first { Field::Origin } else { Field::City })
            } else {
                None
            }
        }
        Field::Leader | Field::Counterpart | Field::Participants => {
            if are(shape.marks, 90) || are(shape.numbers, 80) {
                None
            } else if heading == "name" && are(shape.states, 60) {
                Some(Field::Country)
            } else if heading == "name" && are(shape.cities, 60) && !are(shape.people, 20) {
                Some(Field::City)
            } else {
                Some(field)
            }
        }
        Field::Country if ["state", "province"].contains(&heading) => if_so(shape.states > 0),
        Field::Country | Field::LeaderCountry | Field::CounterpartCountry => {
            if_so(!are(shape.numbers, 80) && !are(shape.marks, 90))
        }
        Field::Longitude | Field::Latitude | Field::OriginLongitude | Field::OriginLatitude => {
            if_so(are(shape.numbers + shape.degrees, 50))
        }
        // Minutes and hours are no days.
        Field::Duration
            if ["min", "minutes", "minuten", "hours", "stunden", "heures", "минут"]
                .iter()
                .any(|unit| heading.contains(unit)) =>
        {
            None
        }
        Field::Count => if_so(are(shape.numbers, 50)),
        Field::Year | Field::EndYear => if_so(are(shape.years, 50)),
        Field::Title if are(shape.offices, 60) => Some(Field::Office),
        // `Talks with 1 in Washington (United States)` looks like somebody and the state: it is no office
        // while no cell names one.
        Field::Title if shape.offices > 0 && are(shape.people, 90) && !are(shape.like_names, 50) => {
            Some(Field::Office)
        }
        // Objects of JSON are named by whatever tells them apart.
        Field::Id if heading == "key" && are(shape.dates, 80) => Some(Field::Start),
        Field::Id if heading == "key" && are(shape.states, 80) => Some(Field::Country),
        Field::Id if heading == "key" && are(shape.people, 60) => Some(Field::Leader),
        Field::Id if heading == "key" && are(shape.cities, 80) => Some(Field::City),
        Field::Kind | Field::Mode | Field::Status => if_so(!are(shape.marks, 90)),
        Field::City | Field::Origin => if_so(!are(shape.numbers, 90)),
        // A column `Day` or `Month` that holds whole dates, or `Year` behind it.
        Field::Day | Field::Month if are(shape.dates, 50) => Some(Field::Start),
        Field::EndDay | Field::EndMonth if are(shape.dates, 50) => Some(Field::End),
        Field::Month if are(shape.years, 50) => Some(Field::Year),
        Field::Id
        | Field::Start
        | Field::End
        | Field::Precision
        | Field::Title
        | Field::Building
        | Field::Office
        | Field::CounterpartOffice
        | Field::Occasion
        | Field::Outcome
        | Field::Sources
        | Field::ArticleRef
        | Field::Note
        | Field::Trip
        | Field::Stop
        | Field::Month
        | Field::Day
        | Field::EndMonth
        | Field::EndDay
        | Field::Duration
        | Field::Coordinates
        | Field::Delegation
        | Field::EventCode
        | Field::Topic => Some(field),
    }
}
