//! The participants of a row, from one column for all or from the columns of a table of trips.

use super::column::Field;
use super::escape::{self, Letter};
use super::row::Row;
use crate::gazetteer::country::role_at;
use crate::import::problem::{PeopleProblem, excerpt};
use crate::import::venue;
use crate::meeting::code::CountryCode;
use crate::meeting::{Participant, Role, Venue};

/// The signs that part a cell of participants.
pub const SIGNS: [char; 2] = ['|', ';'];

/// The most participants that are read from a cell.
const MOST: usize = 1_000;

/// Everyone the row names. Who comes from the country of the venue is at home, as is an organisation where it has its seat, unless
/// the row says otherwise.
pub fn participants(row: &mut Row<'_>, venue: &Venue) -> Vec<Participant> {
    let people =
        if row.has(Field::Participants) { listed(row, venue) } else { leader_and_others(row, venue) };
    let column = [Field::Participants, Field::Leader, Field::Counterpart].into_iter().find(|f| row.has(*f));
    if let (true, Some(column)) = (people.is_empty(), column) {
        row.wrong(column, PeopleProblem::Nobody);
    }
    people
}

fn listed(row: &mut Row<'_>, venue: &Venue) -> Vec<Participant> {
    let letters = escape::letters(&row.take(Field::Participants), &SIGNS);
    let entries = named(row, Field::Participants, escape::parted(&letters, ';'));
    entries.into_iter().map(|entry| participant(row, entry, venue)).collect()
}

/// The entries that are not empty, as many as a meeting may have. What is left over is told, and stands in the note.
fn named<'a>(row: &mut Row<'_>, field: Field, entries: Vec<&'a [Letter]>) -> Vec<&'a [Letter]> {
    let mut named: Vec<&[Letter]> = entries.into_iter().filter(|entry| !entry.is_empty()).collect();
    if named.len() > MOST {
        row.wrong(field, PeopleProblem::TooManyPeople { named: named.len(), read: MOST });
        let rest: Vec<String> = named[MOST..].iter().map(|entry| escape::text(entry)).collect();
        row.keep("other participants", &rest.join("; "));
        named.truncate(MOST);
    }
    named
}

/// `Name|office|country`, or that with `|host` or `|guest`; in `Name|country` the office is left out.
fn participant(row: &mut Row<'_>, entry: &[Letter], venue: &Venue) -> Participant {
    let parts: Vec<String> = escape::parted(entry, '|').into_iter().map(escape::text).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let entry = escape::text(entry);
    let (name, office, country, role) = match parts[..] {
        [name] => (name, "", "", ""),
        [name, either] if venue::party(either).is_some() => (name, "", either, ""),
        [name, office] => (name, office, "", ""),
        [name, office, country] => (name, office, country, ""),
        [name, office, country, role, ..] => (name, office, country, role),
        [] => ("", "", "", ""),
    };
    if parts.len() > 4 {
        let kind = PeopleProblem::TooManyParts { entry: excerpt(&entry), parts: parts.len() };
        row.wrong(Field::Participants, kind);
        row.keep("participant", &entry);
    }
    let country = country_of(row, Field::Participants, name, country);
    let at_home = role_at(venue, country);
    let role = match Role::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(role)) {
        Some(role) => role,
        None if role.is_empty() => at_home,
        None => {
            let kind = PeopleProblem::NoRole { name: excerpt(name), text: excerpt(role) };
            row.wrong(Field::Participants, kind);
            row.keep(&format!("role of {name}"), role);
            at_home
        }
    };
    let name = if name.is_empty() {
        row.wrong(Field::Participants, PeopleProblem::NoName(excerpt(&entry)));
        if office.is_empty() { "Unnamed" } else { office }
    } else {
        name
    };
    Participant { name: name.to_owned(), office: office.to_owned(), country, role }
}

fn leader_and_others(row: &mut Row<'_>, venue: &Venue) -> Vec<Participant> {
    let (leaders, office) = (row.take(Field::Leader), row.take(Field::Office));
    let from = row.take(Field::LeaderCountry);
    let from = country_of(row, Field::LeaderCountry, &leaders, &from);
    let others = row.take(Field::Counterpart);
    let of_others = row.take(Field::CounterpartCountry);
    let of_others = country_of(row, Field::CounterpartCountry, &others, &of_others);
    let leaders = escape::letters(&leaders, &SIGNS);
    let leaders = named(row, Field::Leader, escape::parted(&leaders, ';'));
    let with_office = how_many_share(row, &office, leaders.len());
    let offices = std::iter::repeat_n(office, with_office).chain(std::iter::repeat(String::new()));
    let others = escape::letters(&others, &SIGNS);
    let others = named(row, Field::Counterpart, escape::parted(&others, ';'));
    let leaders = leaders.into_iter().zip(offices).map(|(name, office)| (name, office, from));
    let others = others.into_iter().map(|name| (name, String::new(), of_others));
    leaders
        .chain(others)
        .map(|(name, office, country)| Participant {
            name: escape::text(name),
            office,
            country,
            role: role_at(venue, country),
        })
        .collect()
}

/// How many leaders of a row get its office: all, or the first where a long office and many names would fill the memory.
fn how_many_share(row: &mut Row<'_>, office: &str, leaders: usize) -> usize {
    /// Bytes that the offices of a row may have together.
    const SHARED: usize = 1 << 16;
    if leaders < 2 || office.len() * leaders <= SHARED {
        return leaders;
    }
    let kind = PeopleProblem::LongOffice { letters: office.chars().count(), names: leaders };
    row.wrong(Field::Office, kind);
    1
}

fn country_of(row: &mut Row<'_>, field: Field, whose: &str, text: &str) -> Option<CountryCode> {
    if text.is_empty() {
        return None;
    }
    let country = venue::party(text);
    if country.is_none() {
        let meant = venue::countries_meant(text);
        let kind = PeopleProblem::NoCountryOf { name: excerpt(whose), text: excerpt(text), meant };
        row.wrong(field, kind);
        row.keep(&format!("country of {whose}"), text);
    }
    country
}
