//! Ties: the lines that a reading draws between states, or between a state and a venue, each standing for
//! some meetings.

use super::count::Count;
use super::place::{Place, own_name};
use crate::gazetteer::country::Countries;
use crate::gazetteer::translation::fixed;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{CityId, MeetingId, PlaceId};
use crate::meeting::table::Meetings;
use crate::meeting::{Position, Status};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The key of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieKey {
    /// All journeys of one country to one place with one status.
    Journey(JourneyKey),
    /// Everything that brought two states together.
    Relation {
        /// The state whose code comes first.
        a: CountryCode,
        /// The other.
        b: CountryCode,
    },
    /// What one state took part in, of one meeting: a spoke of its star.
    Spoke {
        /// The meeting.
        meeting: MeetingId,
        /// The state.
        from: CountryCode,
        /// The other state, of a call, which has no venue to meet in: `None` if the spoke leads to the venue.
        #[serde(default)]
        to: Option<CountryCode>,
    },
    /// All ways of one country from one stop of a trip on, with one status.
    Leg(LegKey),
}

impl TieKey {
    /// Its two ends: `Cuba → Moscow`, `Russia – India`; a spoke's meeting by its title.
    #[must_use]
    pub fn name(&self, meetings: &Meetings, ties: &Ties) -> String {
        let [from, to] = self.ends(meetings, ties);
        match self {
            Self::Journey(JourneyKey { call: Some(_), .. }) | Self::Spoke { to: Some(_), .. } => {
                format!("{from} – {to}{}", fixed("line::, by call"))
            }
            Self::Relation { .. } => format!("{from} – {to}"),
            Self::Leg(LegKey { state, to: Some(_), .. }) => {
                format!("{}: {from} → {to}", Countries::embedded().spoken(*state))
            }
            Self::Journey(_) | Self::Spoke { to: None, .. } | Self::Leg(LegKey { to: None, .. }) => {
                format!("{from} → {to}")
            }
        }
    }

    /// What one meeting counts on the line with this key.
    #[must_use]
    pub fn weight(&self, count: &Count, row: usize) -> usize {
        if !self.is_drawn(count, row) {
            return 0;
        }
        match self {
            Self::Relation { a: from, b: to }
            | Self::Spoke { from, to: Some(to), .. }
            | Self::Journey(JourneyKey { call: Some(to), from, .. }) => count.of_pair(row, [*from, *to]),
            Self::Journey(JourneyKey { from, .. }) | Self::Spoke { from, .. } => count.of_state(row, *from),
            Self::Leg(LegKey { state, to: Some(_), .. }) => count.of_leg(row, *state),
            Self::Leg(LegKey { state, to: None, .. }) => count.of_way_home(row, *state),
        }
    }

    /// Whether it is drawn for a meeting where only some states' lines are: those of one of the states that
    /// it joins.
    #[must_use]
    pub fn is_drawn(&self, count: &Count, row: usize) -> bool {
        let joined = match self {
            Self::Relation { b: to, .. }
            | Self::Spoke { to: Some(to), .. }
            | Self::Journey(JourneyKey { call: Some(to), .. }) => Some(*to),
            Self::Journey(_) | Self::Spoke { .. } | Self::Leg(_) => None,
        };
        count.is_theirs(row, self.from()) || joined.is_some_and(|state| count.is_theirs(row, state))
    }

    /// The country or the stop it leaves, and the place, the other country or the title of the meeting that
    /// it leads to.
    #[must_use]
    pub fn ends(&self, meetings: &Meetings, ties: &Ties) -> [String; 2] {
        let to = match self {
            Self::Journey(key) => ties.name_of(key.to),
            Self::Leg(LegKey { to: Some(to), .. }) => ties.name_of(*to),
            Self::Leg(LegKey { state, to: None, home, .. }) => state_from(*state, *home),
            Self::Relation { b, .. } => Countries::embedded().spoken(*b).into_owned(),
            Self::Spoke { to: Some(to), .. } => Countries::embedded().spoken(*to).into_owned(),
            Self::Spoke { meeting, to: None, .. } => {
                let row = meetings.row_of(meeting.as_str());
                row.map_or_else(|| meeting.to_string(), |row| meetings.get(row).title.to_string())
            }
        };
        let from = match self {
            Self::Leg(key) => ties.name_of(key.from),
            Self::Journey(JourneyKey { from, home, .. }) => state_from(*from, *home),
            Self::Relation { .. } | Self::Spoke { .. } => {
                Countries::embedded().spoken(self.from()).into_owned()
            }
        };
        [from, to]
    }

    /// Whether it is the same line whatever its status: journeys are told apart by status on the map, and are
    /// one where two times are compared.
    #[must_use]
    pub fn is_same_line(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Journey(a), Self::Journey(b)) => (a.call, a.from, a.to) == (b.call, b.from, b.to),
            (Self::Leg(a), Self::Leg(b)) => (a.state, a.from, a.to) == (b.state, b.from, b.to),
            (a, b) => a == b,
        }
    }

    /// The state at the line's beginning; of a leg, the one that travels.
    #[must_use]
    pub const fn from(&self) -> CountryCode {
        match self {
            Self::Journey(key) => key.from,
            Self::Relation { a, .. } => *a,
            Self::Spoke { from, .. } => *from,
            Self::Leg(key) => key.state,
        }
    }
}

/// A state, with the city that its government sat in if that is another one today: `Germany (Bonn)`.
fn state_from(state: CountryCode, home: Option<CityId>) -> String {
    let name = Countries::embedded().spoken(state);
    match home {
        Some(city) => format!("{name} ({})", own_name(PlaceId::City(city))),
        None => name.into_owned(),
    }
}

/// The key of a journey: from which country, to which place, with which status.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JourneyKey {
    /// The other state of a call. Lines of calls lie beside those of visits, and come after all of them.
    pub call: Option<CountryCode>,
    /// Whose seat of government the line leaves.
    pub from: CountryCode,
    /// The place it goes to; of a call, the other state's seat of government.
    pub to: PlaceId,
    /// Lines of different status are drawn apart.
    pub status: Status,
    /// The city it leaves, if the government sat elsewhere then than it does today: Bonn. Lines before and
    /// after it moved are drawn apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<CityId>,
}

/// The key of a way onward from a stop of a trip: by which country, from which place, to which, with which
/// status.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LegKey {
    /// The state that travels.
    pub state: CountryCode,
    /// The stop it leaves.
    pub from: PlaceId,
    /// The next stop; `None` if the way leads home.
    pub to: Option<PlaceId>,
    /// That of the stop it leads to; of a way home, that of the stop it leaves.
    pub status: Status,
    /// Of a way home, the city that it leads to, if the government sat elsewhere then than it does today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<CityId>,
}

/// A line on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Its key.
    pub key: TieKey,
    /// The seat of government or the stop it leaves from.
    pub from: Position,
    /// The venue it goes to, or the other capital, or the one that it leads home to.
    pub to: Position,
    /// The number of the place it goes to among [`Ties::places`].
    pub place: Option<usize>,
    /// The meetings it stands for, in order, each once however many travelled together: those that it leads
    /// to; of a way home, those that it comes from.
    pub rows: Vec<usize>,
    /// The last day of them all; `None` if one of them has no date.
    pub latest: Option<Date>,
    /// What they count by the rule, for the one state or the two. A line that counts nothing is drawn
    /// thinnest.
    pub weight: usize,
    /// How well established it is.
    pub status: Status,
    /// Whether the host state takes part in none of them: those who travel meet others there. False where
    /// nobody travels.
    pub third_country: bool,
    /// Whether somebody travels along it: only then has it an arrow.
    pub travels: bool,
    /// The state that its colour tells of: the one that travels; of two that met, the one that takes part in
    /// less of the table.
    pub coloured_by: CountryCode,
}

impl Tie {
    /// What one of its meetings counts on it.
    #[must_use]
    pub fn weight_of(&self, count: &Count, row: usize) -> usize {
        self.key.weight(count, row)
    }

    /// The capitals that it leaves or joins, with their states: not the venue of a journey.
    pub fn capitals(&self) -> impl Iterator<Item = (CountryCode, Position)> + use<> {
        let (from, to) = match &self.key {
            TieKey::Relation { a, b } => (Some(*a), Some(*b)),
            TieKey::Journey(key) => (Some(key.from), key.call),
            TieKey::Spoke { from, to, .. } => (Some(*from), *to),
            TieKey::Leg(key) => (None, key.to.is_none().then_some(key.state)),
        };
        let (leaves, joins) = (self.from, self.to);
        from.map(|from| (from, leaves)).into_iter().chain(to.map(|to| (to, joins)))
    }
}

/// What the map draws for some rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ties {
    /// Places in order of identity.
    pub places: Vec<Place>,
    /// Lines in order of key.
    pub lines: Vec<Tie>,
    /// Rows that have neither a place nor a line.
    pub not_placed: Vec<usize>,
    /// The numbers of the lines that count most, [`STRONGEST`] of them or all, in order of key.
    pub strongest: Vec<usize>,
    /// The capitals that lines leave or join.
    pub capitals: BTreeMap<CountryCode, Capital>,
}

/// Of how many lines a table knows that they are the strongest.
pub const STRONGEST: usize = 1000;

/// A capital that lines leave or join.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capital {
    /// Where it is; where the government sat at the first line's time, if it moved.
    pub at: Position,
    /// How many meetings its lines stand for, those on several lines several times.
    pub meetings: usize,
}

impl Ties {
    /// With these lines, which must be in order of key.
    #[must_use]
    pub(super) fn with_lines(self, lines: Vec<Tie>) -> Self {
        let mut strongest: Vec<usize> = (0..lines.len()).collect();
        if lines.len() > STRONGEST {
            strongest
                .select_nth_unstable_by_key(STRONGEST, |&number| (Reverse(lines[number].weight), number));
            strongest.truncate(STRONGEST);
            strongest.sort_unstable();
        }
        let mut capitals: BTreeMap<CountryCode, Capital> = BTreeMap::new();
        for line in &lines {
            for (state, at) in line.capitals() {
                let capital = capitals.entry(state).or_insert(Capital { at, meetings: 0 });
                capital.meetings += line.rows.len();
            }
        }
        Self { lines, strongest, capitals, ..self }
    }

    /// The place with an identity, if a meeting was held there.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> Option<&Place> {
        self.place_number(id).map(|number| &self.places[number])
    }

    /// The name of a place: as its meetings have it, where some are shown.
    #[must_use]
    pub fn name_of(&self, id: PlaceId) -> String {
        self.place(id).map_or_else(|| own_name(id), Place::spoken_name)
    }

    /// Where the place with an identity stands among the places.
    #[must_use]
    pub fn place_number(&self, id: PlaceId) -> Option<usize> {
        self.places.binary_search_by(|place| place.id.cmp(&id)).ok()
    }

    /// The line with a key.
    #[must_use]
    pub fn line(&self, key: &TieKey) -> Option<&Tie> {
        self.lines.binary_search_by(|line| line.key.cmp(key)).ok().map(|number| &self.lines[number])
    }
}
