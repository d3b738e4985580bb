//! A row → its meetings: one, or one for each stop of a journey.

use super::Reader;
use super::date::When;
use super::people::{self, Person};
use super::row::Row;
use super::{date, place, source};
use crate::gazetteer::country::Countries;
use crate::import::event_code::coded;
use crate::import::field::Field;
use crate::import::problem::{ProblemKind, Unknown, excerpt};
use crate::import::remark::Remark;
use crate::import::spot::Spot;
use crate::import::word::{self, Said};
use crate::meeting::code::CountryCode;
use crate::meeting::date::Dates;
use crate::meeting::identity::{MeetingId, TripId};
use crate::meeting::{Kind, Meeting, Participant, Status, Stop, Text, Venue};
use std::borrow::Cow;
use std::num::{NonZeroU16, NonZeroU32};

/// The meetings of a row, without whatever is wrong in it.
pub fn meetings(row: &mut Row<'_>, reader: &mut Reader<'_>, id: &MeetingId) -> Vec<Meeting> {
    let When { whole: dates, each } = date::when(row, reader);
    let kind = kind(row, reader);
    let status = status(row, reader, dates);
    let people = people::people(row, reader, dates);
    let spots = place::spots(row, reader, kind, &people);
    let several = spots.len() > 1;
    if several {
        reader.remark(row, Remark::SeveralPlaces);
    }
    let title = [Field::Title, Field::Topic].map(|field| row.text(field));
    let title: Text = title.into_iter().find(|title| !title.is_empty()).unwrap_or_default().into();
    let stated_stop = stated_stop(row, reader);
    let count = count(row);
    let [occasion, outcome] =
        [Field::Occasion, Field::Outcome].map(|field| reader.texts.known(&row.text(field)));
    let sources = source::sources(row, &mut reader.texts);
    let note = Text::from(row.note());
    let countries: Vec<Option<CountryCode>> = spots.iter().map(|spot| spot.found.country).collect();
    if !several && !each.is_empty() {
        reader.remark(row, Remark::SeveralDates);
    }
    when_and_where(dates, each, spots)
        .into_iter()
        .enumerate()
        .map(|(number, (dates, spot))| {
            let venue = venue(spot);
            let here = people.iter().filter(|one| !several || is_there(one, venue.country, &countries));
            let mut participants: Vec<Participant> = here.map(|one| one.at(&venue)).collect();
            participants.shrink_to_fit();
            let title = if title.is_empty() { title_from(&participants, &venue) } else { title.clone() };
            Meeting {
                id: if number == 0 { id.clone() } else { MeetingId::new(&format!("{id}/{}", number + 1)) },
                title,
                kind,
                status,
                dates,
                venue,
                participants,
                occasion: occasion.clone(),
                outcome: outcome.clone(),
                sources: sources.clone(),
                note: note.clone(),
                trip: if several { Some(stop(id.as_str(), number)) } else { stated_stop.clone() },
                count,
            }
        })
        .collect()
}

/// The dates and the place of each meeting of a row: of several dates far apart at one place, or beside as
/// many places, each has its own.
fn when_and_where(whole: Dates, each: Vec<Dates>, mut spots: Vec<Spot>) -> Vec<(Dates, Spot)> {
    if let ([spot], false) = (&spots[..], each.is_empty()) {
        spots = vec![spot.clone(); each.len()];
    }
    let dates = if each.len() == spots.len() { each } else { vec![whole; spots.len()] };
    dates.into_iter().zip(spots).collect()
}

fn stop(trip: &str, number: usize) -> Stop {
    let number = u16::try_from(number + 1).unwrap_or(u16::MAX);
    Stop { trip: TripId::new(trip), number: NonZeroU16::new(number) }
}

/// The trip that the row says it is a stop of.
fn stated_stop(row: &mut Row<'_>, reader: &mut Reader<'_>) -> Option<Stop> {
    let (trip, number) = (row.text(Field::Trip), row.text(Field::Stop));
    if trip.is_empty() {
        if !number.is_empty() {
            row.wrong(Field::Stop, ProblemKind::NoTrip(excerpt(&number)));
            row.keep("stop", &number);
        }
        return None;
    }
    let read = number.parse().ok();
    if read.is_none() && !number.is_empty() {
        row.wrong(Field::Stop, ProblemKind::NoStop(excerpt(&number)));
        row.keep("stop", &number);
    }
    Some(Stop { trip: reader.trip(&trip), number: read })
}

/// How many meetings the row stands for: one where the cell is empty.
fn count(row: &mut Row<'_>) -> NonZeroU32 {
    let text = row.text(Field::Count);
    let whole = text.split_once('.').filter(|(_, rest)| rest.bytes().all(|digit| digit == b'0'));
    let whole = whole.map_or(&*text, |(whole, _)| whole);
    let read = without_groups(whole).parse().ok();
    if read.is_none() && !text.is_empty() {
        row.wrong(Field::Count, ProblemKind::NoCount(excerpt(&text)));
        row.keep("count", &text);
    }
    read.unwrap_or(NonZeroU32::MIN)
}

/// A number without the signs between its groups of three digits: `1,200`, `1 200`, `1.200`.
fn without_groups(text: &str) -> Cow<'_, str> {
    let is_sign = |sign: char| matches!(sign, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let mut groups = text.split(is_sign);
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let are_groups = is_first && groups.all(|group| group.len() == 3);
    if are_groups { Cow::Owned(text.replace(is_sign, "")) } else { Cow::Borrowed(text) }
}

/// Whether someone takes part at a stop: at home at one of the stops, only there.
fn is_there(person: &Person, here: Option<CountryCode>, stops: &[Option<CountryCode>]) -> bool {
    let is_traveller = person.field == Field::Leader;
    is_traveller || person.state.is_none() || person.state == here || !stops.contains(&person.state)
}

fn kind(row: &mut Row<'_>, reader: &mut Reader<'_>) -> Kind {
    let mode = row.text(Field::Mode);
    if word::is_call(&mode) {
        return Kind::Call;
    } else if !mode.is_empty() && !word::is_mode(&mode) {
        row.keep("mode", &mode);
    }
    let text = row.text(Field::Kind);
    if text.is_empty() {
        let coded = coded(&row.text(Field::EventCode));
        return coded.map_or_else(|| kind_said(row, reader), |coded| coded.kind);
    }
    if let Some(kind) = word::kind(&text) {
        return kind;
    }
    if word::is_any_kind(&text) || word::is_mode(&text) {
        return Kind::Unspecified;
    }
    if let Some(kind) = word::kind_in(&text).map(|spoken| spoken.kind) {
        reader.remark(row, Remark::KindFromText);
        row.keep("kind", &text);
        return kind;
    }
    row.keep("kind", &text);
    if word::status(&text).is_some() || word::cancelled_in(&text).is_some() {
        // `Cancelled` under `Type` is the status.
        return Kind::Unspecified;
    }
    let near = word::near(&text, &Kind::ALL.map(Kind::name));
    row.wrong(Field::Kind, ProblemKind::NoKind(Unknown { text: excerpt(&text), near }));
    Kind::Unspecified
}

/// The kind that a text of the row is the word for, where no column holds kinds: `State visit` as the
/// occasion.
fn kind_said(row: &Row<'_>, reader: &mut Reader<'_>) -> Kind {
    /// No word for a kind is longer.
    const LONGEST: usize = 60;
    if reader.mapping.is_complete || row.has(Field::Kind) {
        return Kind::Unspecified;
    }
    let texts = [Field::Occasion, Field::Title, Field::Topic].map(|field| row.text(field));
    let mut texts = texts.iter().filter(|text| !text.is_empty() && text.len() <= LONGEST);
    let said = texts.find_map(|text| word::kind(text)).filter(|kind| *kind != Kind::Unspecified);
    // `Virtual` or `by phone` where a place is asked for.
    let in_place = || [Field::City, Field::Country, Field::Building].map(|field| row.text(field));
    let said = said.or_else(|| in_place().iter().any(|text| word::is_call(text)).then_some(Kind::Call));
    if said.is_some() {
        reader.remark(row, Remark::KindFromText);
    }
    said.or(reader.mapping.kind).unwrap_or(Kind::Unspecified)
}

fn status(row: &mut Row<'_>, reader: &mut Reader<'_>, dates: Dates) -> Status {
    let text = row.text(Field::Status);
    if let Some(is_so) = word::mark(&text).filter(|_| !reader.mapping.is_complete) {
        // `Cancelled: yes`.
        if let Some(status) = marked_status(row, is_so) {
            return status;
        }
    } else if text.is_empty() {
        if let Some(coded) = coded(&row.text(Field::EventCode)) {
            return coded.status;
        }
    } else if let Some(status) = word::status(&text) {
        return status;
    } else if !word::is_any_status(&text) {
        if let Some(status) = word::status_in(&text) {
            reader.remark(row, Remark::StatusFromText);
            row.keep("status", &text);
            return status;
        }
        let near = word::near(&text, &Status::ALL.map(Status::name));
        row.wrong(Field::Status, ProblemKind::NoStatus(Unknown { text: excerpt(&text), near }));
        row.keep("status", &text);
        return Status::Held;
    }
    if let Some(status) = told_elsewhere(row, reader) {
        return status;
    }
    if row.in_file().is_struck() {
        reader.remark(row, Remark::StruckThrough);
        return Status::Cancelled;
    }
    match reader.mapping.as_of {
        Some(day) if dates.first_day().is_some_and(|first| first > day) => {
            reader.remark(row, Remark::PlannedAsOf(day));
            Status::Planned
        }
        Some(_) | None => Status::Held,
    }
}

/// The status that yes or no says below a heading that is one: `Cancelled`, `Confirmed`. `None` if it says no
/// more than that nothing was cancelled.
fn marked_status(row: &Row<'_>, is_so: bool) -> Option<Status> {
    let (heading, _) = row.headed_texts(Field::Status).into_iter().next()?;
    match (word::status(heading), is_so) {
        (Some(status), true) => Some(status),
        (Some(Status::Held), false) => Some(Status::Cancelled),
        (None, false) if word::is_any_status(heading) => Some(Status::Planned),
        (Some(_), false) | (None, _) => None,
    }
}

/// The status that other columns tell: in a word of its own, in brackets, or in a sentence that the meeting
/// was cancelled.
fn told_elsewhere(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Status> {
    const TEXTS: [Field; 8] = [
        Field::Topic,
        Field::Title,
        Field::Occasion,
        Field::Kind,
        Field::Start,
        Field::End,
        Field::Outcome,
        Field::Note,
    ];
    const PLACES: [Field; 3] = [Field::City, Field::Country, Field::Building];
    if reader.mapping.is_complete {
        return None;
    }
    let in_text = |field| status_said(&row.text(field));
    let in_place = |field| place::without_status(&row.text(field)).1;
    let said = TEXTS.into_iter().find_map(in_text).or_else(|| PLACES.into_iter().find_map(in_place));
    if said.is_some() {
        reader.remark(row, Remark::StatusFromText);
        return said;
    }
    let mut something = false;
    for field in TEXTS {
        match word::cancelled_in(&row.text(field)) {
            Some(Said::Meeting) => {
                reader.remark(row, Remark::StatusFromText);
                return Some(Status::Cancelled);
            }
            Some(Said::Something) => something = true,
            None => {}
        }
    }
    if something {
        reader.remark(row, Remark::PerhapsCancelled);
    }
    None
}

/// The status that a text is, or that stands in brackets at its end: `planned`, `Retreat (tbc)`.
fn status_said(text: &str) -> Option<Status> {
    /// No word for a status is longer.
    const LONGEST: usize = 40;
    if text.is_empty() || (text.len() > LONGEST && !text.ends_with(')')) {
        return None;
    }
    word::status(text).or_else(|| place::without_status(text).1)
}

fn venue(spot: Spot) -> Venue {
    let Spot { found, country_as_written, city, building } = spot;
    Venue { country: found.country, country_as_written, city, building, placed: found.placed }
}

/// `Angela Merkel, Theresa May in Berlin`, for tables without titles.
pub fn title_from(participants: &[Participant], venue: &Venue) -> Text {
    const NAMED: usize = 3;
    let mut who = participants.iter().take(NAMED).map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
    if participants.len() > NAMED {
        who += " and others";
    }
    if who.is_empty() {
        "Meeting".clone_into(&mut who);
    }
    let place = match venue.country {
        _ if !venue.city.is_empty() => venue.city.clone(),
        Some(country) => Countries::embedded().name(country).into_owned().into(),
        None if !venue.country_as_written.is_empty() => venue.country_as_written.clone(),
        None => return who.into(),
    };
    format!("{who} in {place}").into()
}
