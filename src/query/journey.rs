//! The default reading: places where meetings were held, and journeys from the participants' capitals to them.

use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Placed, Position, Role, Status, Venue};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The key of a place: the host country and the city's name, or the country alone, as the first row of the table has them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceKey {
    /// The host country.
    pub country: Option<CountryCode>,
    /// The city as recorded; empty if only the country is known.
    pub city: String,
}

/// A place with everything held there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its key.
    pub key: PlaceKey,
    /// Where it is drawn.
    pub at: Position,
    /// Whether only the country is known: drawn hollow.
    pub hollow: bool,
    /// Whether a participant was at home in one of the meetings: drawn with a ring.
    pub host_at_home: bool,
    /// Its meetings, context included, in order.
    pub rows: Vec<usize>,
    /// How many of them are meetings: context is listed, and is not counted.
    pub meetings: usize,
    /// The best-established status among them (held before planned before invited before cancelled).
    pub status: Status,
}

/// The key of a line: from which country, to which place, with which status.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JourneyKey {
    /// Whose capital the line leaves.
    pub from: CountryCode,
    /// The place it goes to.
    pub to: PlaceKey,
    /// Lines of different status are drawn apart.
    pub status: Status,
}

/// A line on the map: all journeys of one country to one place with one status.
#[derive(Clone, Debug, PartialEq)]
pub struct Journey {
    /// Its key.
    pub key: JourneyKey,
    /// The capital it leaves from.
    pub from: Position,
    /// The place it goes to.
    pub to: Position,
    /// The meetings it stands for, in order, each once however many travelled together: its weight is their number.
    pub rows: Vec<usize>,
    /// Whether the host state takes part in none of them: those who travel meet others there. False for calls.
    pub third_country: bool,
    /// Whether somebody travels: a call has a line but no arrow.
    pub travels: bool,
}

/// What the map draws for some rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journeys {
    /// Places in order of key.
    pub places: Vec<Place>,
    /// Lines in order of key, visits before calls.
    pub lines: Vec<Journey>,
    /// Rows with a venue that could not be placed, or with none.
    pub not_placed: Vec<usize>,
}

/// Derives places and lines from the rows that are shown. Places are told apart by their position: Peking and Beijing are one, under
/// the name that the first row of the table gives it, shown or not, so that a key outlives a change of the filter. Nobody travels to a meeting at home; a participant without a known country
/// has no line; context has a place but no line. In a call, lines join the first participant's capital with the others', and
/// there is no place unless no line can be drawn.
#[must_use]
pub fn journeys(meetings: &Meetings, rows: &[usize]) -> Journeys {
    let mut drawn = Drawing { keys: keys(meetings), ..Drawing::default() };
    for &row in rows {
        let meeting = meetings.get(row);
        let ends = call_ends(meeting);
        if let Some(ends) = ends {
            drawn.add_call(row, meeting, &ends);
        } else if let Some(at) = meeting.venue.placed.position() {
            drawn.add_place(row, meeting, at);
            drawn.add_travel(row, meeting, at);
        } else {
            drawn.not_placed.push(row);
        }
    }
    drawn.finish(meetings)
}

/// Whether a meeting has a place or a line on the map.
#[must_use]
pub fn is_placed(meeting: &Meeting) -> bool {
    meeting.venue.placed.position().is_some() || call_ends(meeting).is_some()
}

/// Places and lines in the making. A call and a visit between the same capitals share a key and stay two lines.
#[derive(Default)]
struct Drawing {
    keys: HashMap<Spot, PlaceKey>,
    places: BTreeMap<PlaceKey, Place>,
    visits: BTreeMap<JourneyKey, Journey>,
    calls: BTreeMap<JourneyKey, Journey>,
    not_placed: Vec<usize>,
}

impl Drawing {
    fn key_of(&self, venue: &Venue) -> PlaceKey {
        let common = Spot::of(venue.placed).and_then(|spot| self.keys.get(&spot));
        common.cloned().unwrap_or_else(|| PlaceKey::of(venue))
    }

    fn add_place(&mut self, row: usize, meeting: &Meeting, at: Position) {
        let key = self.key_of(&meeting.venue);
        let place = self.places.entry(key.clone()).or_insert_with(|| Place {
            key,
            at,
            hollow: matches!(meeting.venue.placed, Placed::Country(_)),
            host_at_home: false,
            rows: Vec::new(),
            meetings: 0,
            status: Status::Cancelled,
        });
        place.rows.push(row);
        if !meeting.kind.is_context() {
            place.meetings += 1;
            place.host_at_home |= meeting.participants.iter().any(|person| person.role == Role::Host);
        }
    }

    fn add_travel(&mut self, row: usize, meeting: &Meeting, at: Position) {
        if meeting.kind.is_context() {
            return;
        }
        let guests = meeting.participants.iter().filter(|person| person.role == Role::Guest);
        let from: BTreeSet<CountryCode> = guests
            .filter_map(|person| person.country)
            .filter(|&from| Some(from) != meeting.venue.country)
            .collect();
        let to = self.key_of(&meeting.venue);
        for from in from {
            let key = JourneyKey { from, to: to.clone(), status: meeting.status };
            add_line(&mut self.visits, key, at, row);
        }
    }

    fn add_call(&mut self, row: usize, meeting: &Meeting, ends: &CallEnds) {
        let spot = Spot::of(Placed::City(ends.at));
        let to = spot.and_then(|spot| self.keys.get(&spot)).unwrap_or(&ends.first).clone();
        for &from in &ends.others {
            let key = JourneyKey { from, to: to.clone(), status: meeting.status };
            add_line(&mut self.calls, key, ends.at, row);
        }
    }

    fn finish(self, meetings: &Meetings) -> Journeys {
        let Self { keys: _, places, visits, calls, not_placed } = self;
        let places = places.into_values().map(|place| {
            let status = best_status(meetings, &place.rows);
            Place { status, ..place }
        });
        let visits = visits.into_values().map(|line| {
            let hosted = line.rows.iter().map(|&row| meetings.get(row)).any(host_takes_part);
            Journey { third_country: !hosted, travels: true, ..line }
        });
        Journeys { places: places.collect(), lines: visits.chain(calls.into_values()).collect(), not_placed }
    }
}

fn add_line(lines: &mut BTreeMap<JourneyKey, Journey>, key: JourneyKey, to: Position, row: usize) {
    // A country outside the table has no capital to draw from; the importer lets none in.
    let Some(country) = Countries::embedded().get(key.from) else { return };
    let from = country.capital_at;
    let line = lines.entry(key.clone()).or_insert_with(|| Journey {
        key,
        from,
        to,
        rows: Vec::new(),
        third_country: false,
        travels: false,
    });
    line.rows.push(row);
}

/// A position on which equal places agree to the last bit, since they come from one row of the gazetteer; the country alone is kept
/// apart from a city at its label point.
#[derive(PartialEq, Eq, Hash)]
struct Spot {
    lon: u64,
    lat: u64,
    is_city: bool,
}

impl Spot {
    fn of(placed: Placed) -> Option<Self> {
        let at = placed.position()?;
        let is_city = matches!(placed, Placed::City(_));
        Some(Self { lon: at.lon.to_bits(), lat: at.lat.to_bits(), is_city })
    }
}

/// For each spot where a meeting is, the key that the first row gives it.
fn keys(meetings: &Meetings) -> HashMap<Spot, PlaceKey> {
    let mut keys = HashMap::new();
    for (_, meeting) in meetings.iter() {
        if let Some(spot) = Spot::of(meeting.venue.placed) {
            keys.entry(spot).or_insert_with(|| PlaceKey::of(&meeting.venue));
        }
    }
    keys
}

impl PlaceKey {
    /// The key of a venue by its own words; the country alone if the city could not be placed.
    fn of(venue: &Venue) -> Self {
        let city = match venue.placed {
            Placed::City(_) => venue.city.clone(),
            Placed::Country(_) | Placed::Nowhere => String::new(),
        };
        Self { country: venue.country, city }
    }
}

/// Where the lines of a call run: from the others' capitals to the first participant's.
struct CallEnds {
    first: PlaceKey,
    at: Position,
    others: BTreeSet<CountryCode>,
}

fn call_ends(meeting: &Meeting) -> Option<CallEnds> {
    if meeting.kind != Kind::Call {
        return None;
    }
    let code = meeting.participants.first()?.country?;
    let first = Countries::embedded().get(code)?;
    let others: BTreeSet<CountryCode> = meeting
        .participants
        .iter()
        .filter_map(|person| person.country)
        .filter(|&other| other != code)
        .collect();
    let key = PlaceKey { country: Some(code), city: first.capital.clone() };
    (!others.is_empty()).then_some(CallEnds { first: key, at: first.capital_at, others })
}

fn host_takes_part(meeting: &Meeting) -> bool {
    let host = meeting.venue.country;
    host.is_some() && meeting.participants.iter().any(|person| person.country == host)
}

/// Context decides only where there is nothing else.
fn best_status(meetings: &Meetings, rows: &[usize]) -> Status {
    let all = || rows.iter().map(|&row| meetings.get(row));
    let of_meetings = all().filter(|meeting| !meeting.kind.is_context()).map(|meeting| meeting.status).min();
    of_meetings.or_else(|| all().map(|meeting| meeting.status).min()).unwrap_or(Status::Held)
}
