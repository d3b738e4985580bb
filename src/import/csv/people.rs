//! The participants of a row, from one column for all or from the columns of a table of trips.

use super::column::Field;
use super::row::Row;
use crate::import::venue;
use crate::import::word;
use crate::meeting::code::CountryCode;
use crate::meeting::{Participant, Role};

/// Everyone the row names. Who comes from the country of the venue is at home, unless the row says otherwise.
pub fn participants(row: &mut Row<'_>, venue: Option<CountryCode>) -> Vec<Participant> {
    let people =
        if row.has(Field::Participants) { listed(row, venue) } else { leader_and_others(row, venue) };
    let column = [Field::Participants, Field::Leader, Field::Counterpart].into_iter().find(|f| row.has(*f));
    if let (true, Some(column)) = (people.is_empty(), column) {
        row.wrong(column, "the meeting names nobody", "");
    }
    people
}

fn listed(row: &mut Row<'_>, venue: Option<CountryCode>) -> Vec<Participant> {
    let text = row.take(Field::Participants);
    names(&text).map(|entry| participant(row, entry, venue)).collect()
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|name| !name.is_empty())
}

/// `Name|office|country`, or that with `|host` or `|guest`; in `Name|country` the office is left out.
fn participant(row: &mut Row<'_>, entry: &str, venue: Option<CountryCode>) -> Participant {
    let parts: Vec<&str> = entry.split('|').map(str::trim).collect();
    let (name, office, country, role) = match parts[..] {
        [name] => (name, "", "", ""),
        [name, either] if venue::country(either).is_some() => (name, "", either, ""),
        [name, office] => (name, office, "", ""),
        [name, office, country] => (name, office, country, ""),
        [name, office, country, role, ..] => (name, office, country, role),
        [] => ("", "", "", ""),
    };
    if parts.len() > 4 {
        let message = format!("\"{entry}\" has {} parts; only the first four are read", parts.len());
        row.wrong(Field::Participants, message, "Write Name|office|country|role, and ; between participants");
        row.keep("participant", entry);
    }
    let country = country_of(row, Field::Participants, name, country);
    let at_home = home_role(country, venue);
    let role = match Role::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(role)) {
        Some(role) => role,
        None if role.is_empty() => at_home,
        None => {
            let message = format!("{} is no role of {name}", word::shortened(role));
            row.wrong(Field::Participants, message, "One of host, guest");
            row.keep(&format!("role of {name}"), role);
            at_home
        }
    };
    let name = if name.is_empty() {
        row.wrong(Field::Participants, format!("\"{entry}\" has no name"), "");
        if office.is_empty() { "Unnamed" } else { office }
    } else {
        name
    };
    Participant { name: name.to_owned(), office: office.to_owned(), country, role }
}

fn leader_and_others(row: &mut Row<'_>, venue: Option<CountryCode>) -> Vec<Participant> {
    let (leaders, office) = (row.take(Field::Leader), row.take(Field::Office));
    let from = row.take(Field::LeaderCountry);
    let from = country_of(row, Field::LeaderCountry, &leaders, &from);
    let others = row.take(Field::Counterpart);
    let of_others = row.take(Field::CounterpartCountry);
    let of_others = country_of(row, Field::CounterpartCountry, &others, &of_others);
    let leaders = names(&leaders).map(|name| (name, office.clone(), from));
    let others = names(&others).map(|name| (name, String::new(), of_others));
    leaders
        .chain(others)
        .map(|(name, office, country)| Participant {
            name: name.to_owned(),
            office,
            country,
            role: home_role(country, venue),
        })
        .collect()
}

fn country_of(row: &mut Row<'_>, field: Field, whose: &str, text: &str) -> Option<CountryCode> {
    if text.is_empty() {
        return None;
    }
    let country = venue::country(text);
    if country.is_none() {
        let message = format!("{}, the country of {whose}, names no single country", word::shortened(text));
        row.wrong(field, message, venue::countries_meant(text));
        row.keep(&format!("country of {whose}"), text);
    }
    country
}

fn home_role(country: Option<CountryCode>, venue: Option<CountryCode>) -> Role {
    if country.is_some() && country == venue { Role::Host } else { Role::Guest }
}
