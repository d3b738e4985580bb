//! The people of a row: who they are, and whom they represent on that day.

use super::Reader;
use super::memory::make_room;
use super::row::Row;
use crate::gazetteer::country::{Countries, role_at};
use crate::gazetteer::fold::fold;
use crate::gazetteer::nearest_city::nearest_city;
use crate::gazetteer::office::{FoundBy, Holder, InOffice};
use crate::gazetteer::spoken::{self, Spoken};
use crate::import::company::company;
use crate::import::decisions::State;
use crate::import::degrees::degrees;
use crate::import::escape::{self, IN_PARTICIPANTS, Letter};
use crate::import::field::Field;
use crate::import::mapping::{Counterparts, Met};
use crate::import::met::met;
use crate::import::names::{MOST_NAMES, SHORT_FORMS, are_initials, group_of, names, state_before_brackets};
use crate::import::problem::{PeopleProblem, excerpt};
use crate::import::remark::Remark;
use crate::import::{venue, word};
use crate::meeting::code::CountryCode;
use crate::meeting::date::Dates;
use crate::meeting::{Participant, Position, Role, Text, Venue};
use std::borrow::Cow;

/// Someone whom a row names.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The name, as recorded.
    pub name: Text,
    /// The office.
    pub office: Text,
    /// The state represented.
    pub state: Option<CountryCode>,
    /// The role, where the row states it.
    pub role: Option<Role>,
    /// The field of the column.
    pub field: Field,
}

impl Person {
    /// The participant at a venue. Who represents its country is at home, as is an organisation where it has
    /// its seat, unless the row says otherwise.
    #[must_use]
    pub fn at(&self, venue: &Venue) -> Participant {
        let role = self.role.unwrap_or_else(|| role_at(venue, self.state));
        Participant { name: self.name.clone(), office: self.office.clone(), country: self.state, role }
    }
}

/// Everyone the row names.
pub(super) fn people(row: &mut Row<'_>, reader: &mut Reader<'_>, dates: Dates) -> Vec<Person> {
    let mut people = listed(row, reader, dates);
    people.extend(travellers(row, reader, dates));
    people.extend(others(row, reader, dates));
    people.extend(delegations(row, reader, dates));
    if !reader.mapping.leader.is_empty() && !reader.mapping.says_who_travels() {
        let leader = reader.mapping.leader.clone();
        let beside = Beside { dates, represents: reader.mapping.represents, ..Beside::default() };
        let travels = free(row, reader, Field::Leader, &leader, &beside);
        let is_named = |one: &Person| people.iter().any(|other| fold(&other.name) == fold(&one.name));
        let travels: Vec<Person> = travels.into_iter().filter(|one| !is_named(one)).collect();
        people.splice(0..0, travels);
    }
    if people.is_empty() {
        people.extend(origin(row, reader));
    } else if let Some(from) = Some(row.text(Field::Origin)).filter(|from| !from.is_empty()) {
        // Where a traveller set out is no participant.
        reader.remark(row, Remark::OriginInNote);
        row.keep("origin", &from);
    }
    let columns = [Field::Participants, Field::Leader, Field::Counterpart, Field::Delegation];
    let column = columns.into_iter().find(|field| row.has(*field));
    if people.is_empty() {
        match (column, reader.mapping.represents) {
            (Some(column), _) => row.wrong(column, PeopleProblem::Nobody),
            (None, Some(state)) => people.push(state_itself(state, Field::Leader)),
            (None, None) => {}
        }
    }
    people.extend(met_in_remarks(row, reader, dates, &people));
    if !reader.mapping.is_complete {
        without_repeated(&mut people);
    }
    for one in &mut people {
        one.name = reader.texts.known(&one.name);
        one.office = reader.texts.known(&one.office);
    }
    people
}

/// Each once who stands in several columns, such as the host among the participants.
fn without_repeated(people: &mut Vec<Person>) {
    if people.iter().all(|one| one.field == people[0].field) {
        return;
    }
    let mut met: Vec<(Text, Option<CountryCode>, Field)> = Vec::new();
    people.retain(|one| {
        let is_met = met
            .iter()
            .any(|(name, state, field)| (name, *state) == (&one.name, one.state) && *field != one.field);
        if !is_met && met.len() < MOST_NAMES {
            met.push((one.name.clone(), one.state, one.field));
        }
        !is_met
    });
}

fn state_itself(state: CountryCode, field: Field) -> Person {
    let name = Countries::embedded().name(state).into_owned();
    Person { name: name.into(), office: Text::new(), state: Some(state), role: None, field }
}

/// The cell of participants: `Name|office|country` parted by `;`, or names alone.
fn listed(row: &mut Row<'_>, reader: &mut Reader<'_>, dates: Dates) -> Vec<Person> {
    let cell = row.text(Field::Participants);
    if !reader.mapping.is_complete && !cell.contains('|') {
        return free(row, reader, Field::Participants, &cell, &Beside { dates, ..Beside::default() });
    }
    if !cell.contains('\\') {
        let entries = cell.split(';').map(str::trim).filter(|entry| !entry.is_empty());
        let entries: Vec<&str> = entries.collect();
        let most = within_bounds(row, Field::Participants, &entries);
        return entries.into_iter().take(most).map(|entry| known_participant(row, reader, entry)).collect();
    }
    let letters = escape::letters(&cell, &IN_PARTICIPANTS);
    let entries: Vec<&[Letter]> =
        escape::parted(&letters, ';').into_iter().filter(|entry| !entry.is_empty()).collect();
    let texts: Vec<String> = entries.iter().map(|entry| escape::text(entry)).collect();
    let most = within_bounds(row, Field::Participants, &texts);
    entries.into_iter().take(most).map(|entry| participant(row, entry)).collect()
}

/// As many names as a meeting may have. What is left over is told, and stands in the note.
fn within_bounds<T: AsRef<str>>(row: &mut Row<'_>, field: Field, named: &[T]) -> usize {
    if named.len() > MOST_NAMES {
        row.wrong(field, PeopleProblem::TooManyPeople { named: named.len(), read: MOST_NAMES });
        let rest: Vec<&str> = named[MOST_NAMES..].iter().map(AsRef::as_ref).collect();
        row.keep("other participants", &rest.join("; "));
    }
    named.len().min(MOST_NAMES)
}

/// A participant in whose entry no sign is hidden. An entry about which there is nothing to say is read once,
/// however many rows have it.
fn known_participant(row: &mut Row<'_>, reader: &mut Reader<'_>, entry: &str) -> Person {
    if let Some(known) = reader.participants.get(entry) {
        return known.clone();
    }
    let said = row.said();
    let person = participant(row, &escape::letters(entry, &IN_PARTICIPANTS));
    if row.said() == said {
        make_room(&mut reader.participants);
        reader.participants.insert(entry.to_owned(), person.clone());
    }
    person
}

/// `Name|office|country`, or that with `|host` or `|guest`; in `Name|country` the office is left out.
fn participant(row: &mut Row<'_>, entry: &[Letter]) -> Person {
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
    let state = state_of(row, Field::Participants, name, country);
    let stated = Role::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(role));
    if stated.is_none() && !role.is_empty() {
        row.wrong(Field::Participants, PeopleProblem::NoRole { name: excerpt(name), text: excerpt(role) });
        row.keep(&format!("role of {name}"), role);
    }
    let name = if name.is_empty() {
        row.wrong(Field::Participants, PeopleProblem::NoName(excerpt(&entry)));
        if office.is_empty() { "Unnamed" } else { office }
    } else {
        name
    };
    Person { name: name.into(), office: office.into(), state, role: stated, field: Field::Participants }
}

/// What stands beside a cell of names.
#[derive(Clone, Debug, Default)]
struct Beside<'a> {
    dates: Dates,
    office: Cow<'a, str>,
    state: Option<CountryCode>,
    /// The state that everyone in the column represents.
    represents: Option<CountryCode>,
    /// The state that they represent if nothing else says whom.
    host: Option<CountryCode>,
}

/// Who travels: those of one column of names, or of the columns of several sides, each with the state and the
/// office beside it.
fn travellers<'a>(row: &mut Row<'a>, reader: &mut Reader<'_>, dates: Dates) -> Vec<Person> {
    let fields = [Field::Leader, Field::LeaderCountry];
    let beside = Beside { dates, represents: reader.mapping.represents, ..Beside::default() };
    let states = row.texts(Field::LeaderCountry);
    if states.len() < 2 {
        let texts = Side { names: row.text(Field::Leader), state: row.text(Field::LeaderCountry) };
        return side(row, reader, fields, &texts, Beside { office: row.text(Field::Office), ..beside });
    }
    let [names, offices] = [Field::Leader, Field::Office].map(|field| row.texts(field));
    let text =
        |texts: &[&'a str], number: usize| Cow::Borrowed(texts.get(number).copied().unwrap_or_default());
    let mut people = Vec::new();
    for number in 0..states.len().max(names.len()) {
        let texts = Side { names: text(&names, number), state: text(&states, number) };
        let beside = Beside { office: text(&offices, number), ..beside.clone() };
        people.extend(side(row, reader, fields, &texts, beside));
    }
    people
}

fn others(row: &mut Row<'_>, reader: &mut Reader<'_>, dates: Dates) -> Vec<Person> {
    let texts = Side { names: row.text(Field::Counterpart), state: row.text(Field::CounterpartCountry) };
    let fields = [Field::Counterpart, Field::CounterpartCountry];
    let host = if reader.mapping.counterparts == Counterparts::Hosts {
        venue::country(&row.text(Field::Country))
    } else {
        None
    };
    let office = row.text(Field::CounterpartOffice);
    side(row, reader, fields, &texts, Beside { dates, office, host, ..Beside::default() })
}

/// The cells of one side.
#[derive(Clone, Debug)]
struct Side<'a> {
    names: Cow<'a, str>,
    state: Cow<'a, str>,
}

/// The people of a column of names, with the state of the column beside it; the state itself where no name is
/// given.
fn side(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    [names, states]: [Field; 2],
    texts: &Side<'_>,
    beside: Beside<'_>,
) -> Vec<Person> {
    if !reader.mapping.is_complete
        && let Some(listed) = listed_states(&texts.state)
    {
        return each_with_its_state(row, reader, [names, states], texts, &beside, &listed);
    }
    let state = state_of(row, states, &texts.names, &texts.state);
    if texts.names.is_empty() {
        return state.map(|state| state_itself(state, names)).into_iter().collect();
    }
    free(row, reader, names, &texts.names, &Beside { state, ..beside })
}

/// The states of a cell that lists several; `None` if it is none or one, or something in it is none.
fn listed_states(text: &str) -> Option<Vec<CountryCode>> {
    if text.is_empty() || venue::party(text).is_some() {
        return None;
    }
    let pieces = names(text, |piece| venue::party(piece).is_some());
    let states: Vec<CountryCode> = pieces.into_iter().map(venue::party).collect::<Option<_>>()?;
    (states.len() > 1).then_some(states)
}

/// The people of a column beside a list of states: each with its own where there are as many, else with none,
/// which is said.
fn each_with_its_state(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    [field, states]: [Field; 2],
    texts: &Side<'_>,
    beside: &Beside<'_>,
    listed: &[CountryCode],
) -> Vec<Person> {
    if texts.names.is_empty() {
        return listed.iter().map(|state| state_itself(*state, field)).collect();
    }
    let named = reader.memory.names(&texts.names, reader.aliases);
    if named.len() != listed.len() {
        let (name, text) = (excerpt(&texts.names), excerpt(&texts.state));
        row.wrong(states, PeopleProblem::NoCountryOf { name, text, meant: Vec::new() });
        row.keep(&format!("country of {}", texts.names), &texts.state);
        return free(row, reader, field, &texts.names, beside);
    }
    let offices: Vec<&str> = beside.office.split(';').map(str::trim).collect();
    let is_each = offices.len() == named.len();
    let one = |(place, (name, state)): (usize, (&str, &CountryCode))| {
        let office = if is_each { offices[place] } else { &*beside.office };
        let beside = Beside { state: Some(*state), office: Cow::Borrowed(office), ..beside.clone() };
        person(row, reader, field, name, &beside)
    };
    named.into_iter().zip(listed).enumerate().map(one).collect()
}

/// Those whom a remark says somebody met, as far as the list of office holders or the remark itself tells
/// their state, if they are to take part.
fn met_in_remarks(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    dates: Dates,
    people: &[Person],
) -> Vec<Person> {
    const REMARKS: [Field; 5] = [Field::Topic, Field::Occasion, Field::Outcome, Field::Note, Field::Title];
    if reader.mapping.is_complete || row.has(Field::Counterpart) || row.has(Field::Participants) {
        return Vec::new();
    }
    let is_there = |name: &str| people.iter().any(|one| fold(&one.name) == fold(name));
    let mut found = Vec::new();
    for text in REMARKS.map(|field| row.text(field)) {
        for words in met(&text) {
            if let Some(person) = met_person(reader, words, dates)
                && !is_there(&person.name)
                && !found.contains(&person)
            {
                found.push(person);
            }
        }
    }
    if found.is_empty() {
        return found;
    }
    match reader.mapping.met {
        Met::InRemark => {
            reader.remark(row, Remark::MetInRemark);
            Vec::new()
        }
        Met::Participant => {
            reader.remark(row, Remark::MetFromRemark);
            let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
            row.keep_words(format!("read from the remark: {}", names.join(", ")));
            found
        }
    }
}

/// Somebody whom a remark names, with a state that is known: an office holder of the day, or one of whom it
/// says the state.
fn met_person(reader: &mut Reader<'_>, words: &str, dates: Dates) -> Option<Person> {
    let named = reader.memory.named(words, reader.aliases);
    let (name, holder) = named.meant(dates, None);
    let holder = holder.filter(|holder| holder.time <= InOffice::Perhaps);
    if let Some(Holder { name, title, state, .. }) = holder {
        let office = title.to_owned();
        return Some(Person {
            name: name.into(),
            office: office.into(),
            state: Some(state),
            role: None,
            field: Field::Note,
        });
    }
    let Spoken { office, state, .. } = named.spoken.clone();
    let name = if name.is_empty() { words } else { name };
    state.map(|_| Person { name: name.into(), office: office.into(), state, role: None, field: Field::Note })
}

/// Who stands in columns that are headed by states: a mark speaks for the state itself.
fn delegations(row: &mut Row<'_>, reader: &mut Reader<'_>, dates: Dates) -> Vec<Person> {
    let mut people = Vec::new();
    for (heading, cell) in row.headed_texts(Field::Delegation) {
        let state = venue::party(heading);
        match (word::mark(cell), state) {
            (Some(true), Some(state)) => people.push(state_itself(state, Field::Delegation)),
            (None, state) if !cell.is_empty() => {
                let beside = Beside { dates, state, ..Beside::default() };
                people.extend(free(row, reader, Field::Delegation, cell, &beside));
            }
            (Some(_) | None, _) => {}
        }
    }
    people
}

/// Where a flow begins, in tables of flows: a party of the country that the place lies in.
fn origin(row: &mut Row<'_>, reader: &Reader<'_>) -> Option<Person> {
    let name = row.text(Field::Origin);
    if let Some(location) = reader.locations.get(&name) {
        let state = Some(nearest_city(location.at).0.country);
        return Some(Person {
            name: (&location.name[..]).into(),
            office: Text::new(),
            state,
            role: None,
            field: Field::Origin,
        });
    }
    let lon = degrees(&row.text(Field::OriginLongitude), 180.0);
    let lat = degrees(&row.text(Field::OriginLatitude), 90.0);
    let at = lon.zip(lat).map(|(lon, lat)| Position::new(lon, lat));
    let near = || at.map(|at| nearest_city(at).0);
    let state = venue::party(&name)
        .or_else(|| near().map(|city| city.country))
        .or_else(|| venue::country_of_city(&name));
    let name = if name.is_empty() { near()?.name.to_string() } else { name.to_string() };
    Some(Person { name: name.into(), office: Text::new(), state, role: None, field: Field::Origin })
}

/// The people of a cell as tables of others write them.
fn free(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    field: Field,
    cell: &str,
    beside: &Beside<'_>,
) -> Vec<Person> {
    if reader.mapping.is_complete {
        let letters = escape::letters(cell, &IN_PARTICIPANTS);
        let parted: Vec<String> = escape::parted(&letters, ';')
            .into_iter()
            .map(escape::text)
            .filter(|one| !one.is_empty())
            .collect();
        let most = within_bounds(row, field, &parted);
        let office = shared_office(row, &beside.office, most);
        let as_written = parted.into_iter().take(most).enumerate().map(|(place, name)| Person {
            name: name.into(),
            office: if place < office { (&*beside.office).into() } else { Text::new() },
            state: beside.state,
            role: None,
            field,
        });
        return as_written.collect();
    }
    let named = reader.memory.names(cell, reader.aliases);
    let (named, along) = company(named);
    if !along.is_empty() {
        row.keep("company", &along.join("; "));
    }
    let most = within_bounds(row, field, &named);
    let office = shared_office(row, &beside.office, most);
    // `NA` is Namibia among other codes: `NA, ZA, BW`.
    let are_codes = named.len() > 1 && named.iter().all(|name| is_code(name));
    let is_nobody = |name: &str| (word::is_nothing(name) && !are_codes) || word::is_open(name);
    // Among initials that are no codes, nobody is a state: `RR, MG`.
    let are_people = are_initials(&named);
    let one = |(place, text): (usize, &str)| {
        let office = if place < office { &*beside.office } else { "" };
        if are_people && beside.state.is_none() {
            reader.remark(row, Remark::NoState);
            reader.names.add(text, field, None, false);
            return Person { name: text.into(), office: office.into(), state: None, role: None, field };
        }
        person(row, reader, field, text, &Beside { office: Cow::Borrowed(office), ..beside.clone() })
    };
    named.into_iter().take(most).filter(|name| !is_nobody(name)).enumerate().map(one).collect()
}

/// Whether a name is the code of a state in two letters.
fn is_code(name: &str) -> bool {
    name.len() == 2
        && name.bytes().all(|letter| letter.is_ascii_uppercase())
        && venue::country(name).is_some()
}

/// One person, as a cell speaks of them: with a state in brackets, with an office of a state, by the family
/// name alone.
fn person(
    row: &mut Row<'_>,
    reader: &mut Reader<'_>,
    field: Field,
    text: &str,
    beside: &Beside<'_>,
) -> Person {
    let named = reader.memory.named(text, reader.aliases);
    let spoken = &named.spoken;
    let said = spoken.state.or_else(|| state_before_brackets(text)).or_else(|| group_of(text));
    // What a row says of somebody goes before what was decided for the name: that fills what rows leave open.
    let in_row = said.or(beside.state);
    let stated = in_row.or(beside.represents);
    let (name, holder) = named.meant(beside.dates, stated);
    let name = match (name, in_brackets(text)) {
        (name, Some(inside)) if name.is_empty() || venue::party(name).is_some() => inside.to_owned(),
        ("", None) => state_in_full(text).unwrap_or_else(|| text.to_owned()),
        (name, _) => name.to_owned(),
    };
    let decided = reader.decisions.state(&name).or_else(|| reader.decisions.state(text));
    let state = match decided {
        _ if in_row.is_some() => in_row,
        Some(State::Represents(state)) => Some(state),
        Some(State::Nobody(())) => None,
        None => stated.or_else(|| holder.as_ref().map(|holder| holder.state)).or(beside.host),
    };
    let is_found = decided.is_none() && stated.is_none() && holder.is_some();
    let is_in_office = holder.as_ref().is_some_and(|holder| holder.time != InOffice::NotThen);
    if is_found {
        reader.remark(row, if is_in_office { Remark::FromOfficeHolders } else { Remark::OutOfOffice });
    } else if state.is_none() {
        reader.remark(row, Remark::NoState);
    }
    reader.names.add(&name, field, state, is_found);
    let holder = holder.filter(|holder| Some(holder.state) == state && is_in_office);
    let singular = spoken::singular(&spoken.office);
    let own = singular.as_deref().unwrap_or(&spoken.office);
    let office = [own, &*beside.office].into_iter().find(|office| !office.is_empty());
    let office = office.or_else(|| holder.as_ref().map(|holder| holder.title));
    let is_short = |holder: &Holder| matches!(holder.how, FoundBy::FamilyName | FoundBy::Part);
    let name = holder.filter(is_short).map_or(name, |holder| holder.name);
    Person { name: name.into(), office: office.unwrap_or_default().into(), state, role: None, field }
}

/// Who stands in brackets behind a state: `North Korea (Nam Il)`. A word in small letters, a city or a state
/// there is said of the state.
fn in_brackets(text: &str) -> Option<&str> {
    let (before, inside) = venue::bracketed(text)?;
    let begins_high = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_name = inside.contains(' ') && inside.split_whitespace().all(begins_high);
    let is_place = || venue::party(inside).is_some() || venue::country_of_city(inside).is_some();
    (is_name && venue::party(before).is_some() && !is_place()).then_some(inside)
}

/// The name of a state that is written in capitals only or as a code of two letters, as coded tables do;
/// short forms such as `USA` and `UK` stay.
fn state_in_full(text: &str) -> Option<String> {
    if is_code(text) && !SHORT_FORMS.contains(&text) {
        return venue::country(text).map(|state| Countries::embedded().name(state).into_owned());
    }
    let is_shouted =
        text.chars().nth(3).is_some() && !text.chars().any(char::is_lowercase) && text.is_ascii();
    let state = is_shouted.then(|| venue::country(text)).flatten()?;
    Some(Countries::embedded().name(state).into_owned())
}

/// How many leaders of a row get its office: all, or the first where a long office and many names would fill
/// the memory.
fn shared_office(row: &mut Row<'_>, office: &str, leaders: usize) -> usize {
    /// Bytes that the offices of a row may have together.
    const SHARED: usize = 1 << 16;
    if leaders < 2 || office.len() * leaders <= SHARED {
        return leaders;
    }
    let kind = PeopleProblem::LongOffice { letters: office.chars().count(), names: leaders };
    row.wrong(Field::Office, kind);
    1
}

fn state_of(row: &mut Row<'_>, field: Field, whose: &str, text: &str) -> Option<CountryCode> {
    if text.is_empty() {
        return None;
    }
    let state = venue::party(text).or_else(|| spoken::read(text).state);
    if state.is_none() {
        let meant = venue::countries_meant(text);
        let kind = PeopleProblem::NoCountryOf { name: excerpt(whose), text: excerpt(text), meant };
        row.wrong(field, kind);
        row.keep(&format!("country of {whose}"), text);
    }
    state
}
