//! The few words that appear at the pointer.

use crate::gazetteer::country::Countries;
use crate::gazetteer::ground::belongs_or_belonged;
use crate::gazetteer::nearest_city::nearest_city;
use crate::globe::borders::{Borders, ContestedShape};
use crate::globe::policy::contested_areas;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Position, Status};
use crate::query::shown::Shown;
use crate::state::Target;
use crate::words::message::{Message, Noun, Word};
use crate::words::part::pointing::PointingText;
use crate::words::{say, word};

/// What a target is, and how many meetings it stands for, a line each.
#[must_use]
pub fn words(target: &Target, meetings: &Meetings, shown: &Shown) -> Vec<String> {
    let rows = target.rows(meetings, shown);
    let count = counted_rows(meetings, &rows);
    let countries = Countries::embedded();
    match target {
        Target::Country(code) => vec![countries.spoken(*code).into_owned(), count],
        Target::Place(id) => at_a_place(&shown.ties.name_of(*id), &count, meetings, &rows),
        Target::Places(ids) => at_a_place(&say(Message::Places(ids, &shown.ties)), &count, meetings, &rows),
        Target::Occasion(name) | Target::Person(name) => vec![name.clone(), count],
        Target::Pair(pair) => vec![pair.names().join(" – "), count],
        Target::Tie(key) => {
            let name = key.name(meetings, &shown.ties);
            let mut lines = vec![match shown.line(key) {
                Some(_) => format!("{name} · {count}, {}", statuses_in_words(meetings, &rows)),
                None => format!("{name} · {count}"),
            }];
            if let [only] = rows[..] {
                let meeting = meetings.get(only);
                lines.push(format!("{} · {}", say(Message::Dates(meeting.dates)), meeting.title));
            }
            lines
        }
        Target::Meeting(id) => meetings.row_of(id.as_str()).map_or_else(Vec::new, |row| {
            let meeting = meetings.get(row);
            let dates = say(Message::Dates(meeting.dates));
            vec![meeting.title.to_string(), format!("{dates}{}", several(meeting))]
        }),
    }
}

/// A place with how many meetings it has, and the first of them.
fn at_a_place(place: &str, count: &str, meetings: &Meetings, rows: &[usize]) -> Vec<String> {
    let each = rows.iter().take(6).map(|&row| {
        let meeting = meetings.get(row);
        format!("{} · {}", say(Message::Dates(meeting.dates)), meeting.title)
    });
    let more = (rows.len() > 6).then(|| say(PointingText::MoreInList(rows.len() - 6)));
    [format!("{place} · {count}")].into_iter().chain(each).chain(more).collect()
}

/// What a place is called that is no part of its country's mainland and has a code of its own, such as French
/// Guiana: the land there is the country's.
#[must_use]
pub fn part_of(country: CountryCode, at: Position, borders: &Borders) -> Option<String> {
    let (city, _) = nearest_city(at);
    let area = city.country;
    let is_part = area != country && !borders.draws(area) && belongs_or_belonged(area, country);
    is_part.then(|| say(PointingText::Here(&Countries::embedded().spoken(area))))
}

/// An area of contested status, who claims it, and with which country it is drawn there, if it has land on
/// the map.
#[must_use]
pub fn contested(area: &ContestedShape, there: Position, borders: &Borders) -> Vec<String> {
    let drawn = borders.country_at(there).map(|code| {
        let is_apart = contested_areas().iter().any(|area| area.own == Some(code));
        if is_apart {
            say(PointingText::DrawnByItself(borders.policy))
        } else {
            say(PointingText::DrawnWith(&Countries::embedded().spoken(code), borders.policy))
        }
    });
    [say(PointingText::Contested(&area.name)), area.claims.clone()].into_iter().chain(drawn).collect()
}

/// How many of the rows are meetings, and how many are context: `7 meetings and 1 context event`.
#[must_use]
pub fn counted_rows(meetings: &Meetings, rows: &[usize]) -> String {
    let times = |is_context: bool| {
        let of = rows.iter().map(|&row| meetings.get(row)).filter(|one| one.kind.is_context() == is_context);
        of.map(Meeting::times).sum::<usize>()
    };
    match times(true) {
        0 => counted(times(false)),
        events => say(PointingText::WithContext(times(false), events)),
    }
}

/// What became of some meetings: `held`, or `2 held, 1 planned`.
#[must_use]
pub fn statuses_in_words(meetings: &Meetings, rows: &[usize]) -> String {
    let of = |status| rows.iter().map(|&row| meetings.get(row)).filter(move |one| one.status == status);
    let number = |status| of(status).map(Meeting::times).sum();
    let some = Status::ALL.into_iter().map(|status| (number(status), status));
    let some: Vec<(usize, Status)> = some.filter(|(number, _)| *number > 0).collect();
    if let [(_, only)] = some[..] {
        return word(Word::Status(only)).to_owned();
    }
    let parts: Vec<String> =
        some.iter().map(|(number, status)| format!("{number} {}", word(Word::Status(*status)))).collect();
    parts.join(", ")
}

/// ` · 12 meetings` where a row stands for several; else nothing.
#[must_use]
pub fn several(meeting: &Meeting) -> String {
    match meeting.times() {
        1 => String::new(),
        n => format!(" · {}", say(Message::Count(n, Noun::Meeting))),
    }
}

/// `1 meeting`, `8 meetings`, `no meetings`.
#[must_use]
pub fn counted(meetings: usize) -> String {
    say(PointingText::Meetings(meetings))
}
