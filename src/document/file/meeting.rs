//! A meeting in a project file: written from a [`Meeting`] and read back.

use super::fields::{At, Expected, Fields, Problems, Wrong, shortened};
use crate::document::edit::check_dates;
use crate::document::unknown::UnknownOfMeeting;
use crate::gazetteer::nearest_city::nearest_city;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, PartialDate};
use crate::meeting::identity::{MeetingId, PlaceId, TripId};
use crate::meeting::{Kind, Meeting, Participant, Placed, Position, Role, Source, Status, Stop, Text, Venue};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::num::{NonZeroU16, NonZeroU32};

type Unknowns = BTreeMap<(Text, usize), Map<String, Value>>;

/// The fields of a meeting in their order. Empty ones are not written.
#[derive(Debug, Serialize)]
pub struct WrittenMeeting<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    title: &'a str,
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_text")]
    start: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_text")]
    end: Option<PartialDate>,
    #[serde(skip_serializing_if = "WrittenVenue::is_empty")]
    venue: WrittenVenue<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    participants: Vec<WrittenParticipant<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    occasion: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    outcome: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<WrittenSource<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trip: Option<&'a TripId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stop: Option<NonZeroU16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<NonZeroU32>,
    #[serde(flatten)]
    unknown: Option<&'a Map<String, Value>>,
}

#[derive(Debug, Serialize)]
struct WrittenVenue<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<CountryCode>,
    #[serde(skip_serializing_if = "str::is_empty")]
    country_as_written: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    city: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    building: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lon: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lat: Option<f64>,
    #[serde(flatten)]
    unknown: Option<&'a Map<String, Value>>,
}

#[derive(Debug, Serialize)]
struct WrittenParticipant<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    office: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<CountryCode>,
    role: &'static str,
    #[serde(flatten)]
    unknown: Option<&'a Map<String, Value>>,
}

#[derive(Debug, Serialize)]
struct WrittenSource<'a> {
    reference: &'a str,
    #[serde(skip_serializing_if = "<[Text]>::is_empty")]
    facts: &'a [Text],
    #[serde(flatten)]
    unknown: Option<&'a Map<String, Value>>,
}

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's `serialize_with` calls it so"
)]
fn as_text<S: Serializer>(date: &Option<PartialDate>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

impl WrittenVenue<'_> {
    fn is_empty(&self) -> bool {
        let Self {
            country,
            country_as_written,
            city,
            building,
            precision,
            place: _,
            lon: _,
            lat: _,
            unknown,
        } = self;
        country.is_none()
            && [country_as_written, city, building].iter().all(|text| text.is_empty())
            && precision.is_none()
            && unknown.is_none()
    }
}

/// A meeting as it is written, with what is unknown in it.
#[must_use]
pub fn written<'a>(meeting: &'a Meeting, unknown: Option<&'a UnknownOfMeeting>) -> WrittenMeeting<'a> {
    let Meeting {
        id,
        title,
        kind,
        status,
        dates,
        venue,
        participants,
        occasion,
        outcome,
        sources,
        note,
        trip,
        count,
    } = meeting;
    let filled = |map: &'a Map<String, Value>| Some(map).filter(|map| !map.is_empty());
    let has_people = unknown.is_some_and(|unknown| !unknown.participants.is_empty());
    let has_sources = unknown.is_some_and(|unknown| !unknown.sources.is_empty());
    let people = if has_people { numbered(participants.iter().map(|one| &one.name)) } else { Vec::new() };
    let references =
        if has_sources { numbered(sources.iter().map(|one| &one.reference)) } else { Vec::new() };
    let of_person = |place: usize| unknown?.participants.get(people.get(place)?);
    let of_source = |place: usize| unknown?.sources.get(references.get(place)?);
    let person = |(place, one): (usize, &'a Participant)| {
        let Participant { name, office, country, role } = one;
        WrittenParticipant { name, office, country: *country, role: role.name(), unknown: of_person(place) }
    };
    let source = |(place, one): (usize, &'a Source)| {
        let Source { reference, facts } = one;
        WrittenSource { reference, facts, unknown: of_source(place) }
    };
    WrittenMeeting {
        id: id.as_str(),
        title,
        kind: kind.name(),
        status: status.name(),
        start: dates.start,
        end: dates.end,
        venue: written_venue(venue, unknown.and_then(|unknown| filled(&unknown.venue))),
        participants: participants.iter().enumerate().map(person).collect(),
        occasion,
        outcome,
        note,
        sources: sources.iter().enumerate().map(source).collect(),
        trip: trip.as_ref().map(|stop| &stop.trip),
        stop: trip.as_ref().and_then(|stop| stop.number),
        count: Some(*count).filter(|count| count.get() > 1),
        unknown: unknown.and_then(|unknown| filled(&unknown.own)),
    }
}

fn written_venue<'a>(venue: &'a Venue, unknown: Option<&'a Map<String, Value>>) -> WrittenVenue<'a> {
    let Venue { country, country_as_written, city, building, placed } = venue;
    let at = placed.position();
    let precision = at.map(|_| placed.precision());
    let (lon, lat) = (at.map(|at| at.lon), at.map(|at| at.lat));
    // A point says by its degrees which place it is.
    let place = placed.place().filter(|place| !matches!(place, PlaceId::Point { .. }));
    WrittenVenue {
        country: *country,
        country_as_written,
        city,
        building,
        precision,
        place,
        lon,
        lat,
        unknown,
    }
}

/// What an element of the list of meetings is; its identity may be empty.
pub fn read(value: Value, at: &At<'_>, problems: &mut Problems) -> (Meeting, UnknownOfMeeting) {
    let mut unknown = UnknownOfMeeting::default();
    let mut fields = Fields::of(value, at, problems);
    let id = fields.text("id", problems);
    let title = fields.text("title", problems);
    let kind = fields.word("kind", &Kind::ALL, Kind::name, problems).unwrap_or(Kind::Unspecified);
    let status = fields.word("status", &Status::ALL, Status::name, problems).unwrap_or(Status::Held);
    let dates = dates(&mut fields, problems);
    let venue = fields.take("venue").map(|value| {
        let (venue, rest) = read_venue(value, &At::Key(at, "venue"), problems);
        unknown.venue = rest;
        venue
    });
    let participants = fields.list("participants", problems);
    let participants = read_list(participants, &At::Key(at, "participants"), problems, participant);
    let occasion = fields.text("occasion", problems);
    let outcome = fields.text("outcome", problems);
    let note = fields.text("note", problems);
    let sources = fields.list("sources", problems);
    let sources = read_list(sources, &At::Key(at, "sources"), problems, source);
    let trip = stop(&mut fields, problems);
    let count = fields.number("count", problems).unwrap_or(NonZeroU32::MIN);
    unknown.own = fields.map;
    let participants = without_unknown(participants, |one| &one.name, &mut unknown.participants);
    let sources = without_unknown(sources, |one| &one.reference, &mut unknown.sources);
    let venue = venue.unwrap_or_default();
    let id = MeetingId::new(&id);
    let meeting = Meeting {
        id,
        title: title.into(),
        kind,
        status,
        dates,
        venue,
        participants,
        occasion: occasion.into(),
        outcome: outcome.into(),
        sources,
        note: note.into(),
        trip,
        count,
    };
    (meeting, unknown)
}

/// The trip and the number of the stop. A number without a trip is none of ours, and stays with what is
/// unknown.
fn stop(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<Stop> {
    let name = |text: &str| (!text.is_empty()).then(|| TripId::new(text));
    let trip = fields.read("trip", Expected::Text, name, problems)?;
    Some(Stop { trip, number: fields.number("stop", problems) })
}

fn dates(fields: &mut Fields<'_>, problems: &mut Problems) -> Dates {
    let parse = |text: &str| PartialDate::parse(text).ok();
    let start = fields.read("start", Expected::Date, parse, problems);
    let end = fields.read("end", Expected::Date, parse, problems);
    let dates = Dates { start, end };
    if check_dates(dates).is_err() {
        fields.wrong("end", Wrong::Expected(Expected::LaterEnd), problems);
        return Dates { end: None, ..dates };
    }
    dates
}

type Rest = Map<String, Value>;

fn read_venue(value: Value, at: &At<'_>, problems: &mut Problems) -> (Venue, Rest) {
    let mut fields = Fields::of(value, at, problems);
    let country = fields.read("country", Expected::Country, CountryCode::new, problems);
    let country_as_written = fields.text("country_as_written", problems);
    let city = fields.text("city", problems);
    let building = fields.text("building", problems);
    let placed = placed(&mut fields, country, problems);
    (
        Venue {
            country,
            country_as_written: country_as_written.into(),
            city: city.into(),
            building: building.into(),
            placed,
        },
        fields.map,
    )
}

/// A city without its identity is the city that lies there, or else a point.
fn placed(fields: &mut Fields<'_>, country: Option<CountryCode>, problems: &mut Problems) -> Placed {
    let precision = fields.text("precision", problems);
    let read = |text: &str| text.parse::<PlaceId>().ok();
    let place = fields.read("place", Expected::Place, read, problems);
    let lon = fields.degrees("lon", 180.0, problems);
    let lat = fields.degrees("lat", 90.0, problems);
    let at = lon.zip(lat).map(|(lon, lat)| Position::new(lon, lat));
    match (precision.as_str(), at) {
        ("city", Some(at)) => match place {
            Some(PlaceId::City(city)) => Placed::City(city, at),
            Some(PlaceId::Country(_) | PlaceId::Point { .. }) | None => city_at(at),
        },
        ("country", Some(at)) => match (place, country) {
            (Some(PlaceId::Country(code)), _) | (_, Some(code)) => Placed::Country(code, at),
            (_, None) => Placed::Point(at),
        },
        ("point", Some(at)) => Placed::Point(at),
        ("", None) => Placed::Nowhere,
        ("" | "city" | "country" | "point", _) => {
            fields.wrong("precision", Wrong::Expected(Expected::Place), problems);
            Placed::Nowhere
        }
        (other, _) => {
            fields.wrong("precision", Wrong::UnknownWord(shortened(other)), problems);
            Placed::Nowhere
        }
    }
}

fn city_at(at: Position) -> Placed {
    /// Kilometres from a city's middle that still mean the city.
    const NEAR: f64 = 2.0;
    let (city, away) = nearest_city(at);
    if away < NEAR { Placed::City(city.id, at) } else { Placed::Point(at) }
}

fn participant(value: Value, at: &At<'_>, problems: &mut Problems) -> (Participant, Rest) {
    let mut fields = Fields::of(value, at, problems);
    let name = fields.text("name", problems);
    let office = fields.text("office", problems);
    let country = fields.read("country", Expected::Country, CountryCode::new, problems);
    let role = fields.word("role", &Role::ALL, Role::name, problems).unwrap_or(Role::Guest);
    (Participant { name: name.into(), office: office.into(), country, role }, fields.map)
}

fn source(value: Value, at: &At<'_>, problems: &mut Problems) -> (Source, Rest) {
    let mut fields = Fields::of(value, at, problems);
    let reference = fields.text("reference", problems);
    let list = fields.list("facts", problems);
    let facts_at = At::Key(at, "facts");
    let mut facts = Vec::with_capacity(list.len());
    for (place, fact) in list.into_iter().enumerate() {
        match fact {
            Value::String(fact) => facts.push(fact.into()),
            _ => problems.add(&At::Index(&facts_at, place), Wrong::Expected(Expected::Text)),
        }
    }
    (Source { reference: reference.into(), facts }, fields.map)
}

fn read_list<T>(
    list: Vec<Value>,
    at: &At<'_>,
    problems: &mut Problems,
    read: fn(Value, &At<'_>, &mut Problems) -> (T, Rest),
) -> Vec<(T, Rest)> {
    let read = |(place, value)| read(value, &At::Index(at, place), problems);
    list.into_iter().enumerate().map(read).collect()
}

/// The elements, after what is unknown in them was put under their names.
fn without_unknown<T>(list: Vec<(T, Rest)>, name: fn(&T) -> &Text, unknown: &mut Unknowns) -> Vec<T> {
    if list.iter().any(|(_, rest)| !rest.is_empty()) {
        let keys = numbered(list.iter().map(|(element, _)| name(element)));
        let rests = list.iter().map(|(_, rest)| rest);
        unknown.extend(keys.into_iter().zip(rests.cloned()).filter(|(_, rest)| !rest.is_empty()));
    }
    list.into_iter().map(|(element, _)| element).collect()
}

/// Each name with the number of those before it that are the same.
fn numbered<'a>(names: impl Iterator<Item = &'a Text>) -> Vec<(Text, usize)> {
    let mut met: HashMap<&Text, usize> = HashMap::new();
    let number = |name: &'a Text| {
        let which = met.entry(name).or_default();
        *which += 1;
        (name.clone(), *which - 1)
    };
    names.map(number).collect()
}
