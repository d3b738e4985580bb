//! The lines of the map as a network: states and places as nodes, lines as edges.

use super::lines::{placed, times};
use super::matrix::name;
use crate::export::told::days;
use crate::globe::great_circle::distance_km;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{MeetingId, PlaceId};
use crate::meeting::table::Meetings;
use crate::query::shown::Shown;
use crate::query::tie::{JourneyKey, LegKey, Tie, TieKey};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Which node.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeId {
    /// A state, at its capital.
    State(CountryCode),
    /// A place.
    Place(PlaceId),
    /// A meeting that has no place.
    Meeting(MeetingId),
}

impl NodeId {
    /// As files name it: `KAZ`, `city:1526273`.
    pub fn written(&self) -> String {
        match self {
            Self::State(code) => code.to_string(),
            Self::Place(place) => place.to_string(),
            Self::Meeting(id) => format!("meeting:{id}"),
        }
    }

    /// What it is.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Place(_) => "place",
            Self::Meeting(_) => "meeting",
        }
    }
}

/// A node.
pub struct Node {
    /// Its name.
    pub label: String,
    /// Where it lies.
    pub at: Position,
    /// How its place was found: `capital`, `city`, `country` or `point`.
    pub placed: &'static str,
}

/// An edge.
pub struct Edge {
    /// Where it begins and ends.
    pub ends: [NodeId; 2],
    /// What it counts by the rule.
    pub count: usize,
    /// How many meetings it stands for.
    pub meetings: usize,
    /// How established it is.
    pub status: &'static str,
    /// The first and the last day.
    pub days: Option<(Date, Date)>,
    /// How long it is.
    pub kilometres: usize,
    /// Whether somebody travels along it.
    pub directed: bool,
}

impl Edge {
    /// The first and the last day as files write them; empty where no day is known.
    pub fn days_written(&self) -> [String; 2] {
        let (first, last) = self.days.unzip();
        [first, last].map(|day| day.map_or_else(String::new, |day| day.to_string()))
    }
}

/// A network.
pub struct Graph {
    /// The nodes, in order of identity.
    pub nodes: BTreeMap<NodeId, Node>,
    /// The edges, in the order of lines.
    pub edges: Vec<Edge>,
}

impl Graph {
    /// Whether somebody travels along any of its edges: they have a direction then, unless an edge says
    /// otherwise.
    pub fn is_directed(&self) -> bool {
        self.edges.iter().any(|edge| edge.directed)
    }
}

/// The network of the lines that are shown.
pub fn graph(meetings: &Meetings, shown: &Shown) -> Graph {
    let mut graph = Graph { nodes: BTreeMap::new(), edges: Vec::new() };
    for line in &shown.ties.lines {
        let ends = ends(shown, line);
        let labels = line.key.ends(meetings, &shown.ties);
        for ((id, label), at) in ends.iter().zip(labels).zip([line.from, line.to]) {
            let (label, placed) = match id {
                NodeId::State(code) => (name(*code), "capital"),
                NodeId::Place(place) => (shown.ties.name_of(*place), placed_as(*place)),
                NodeId::Meeting(_) => (label, placed(&shown.ties, line)),
            };
            graph.nodes.entry(id.clone()).or_insert(Node { label, at, placed });
        }
        graph.edges.push(Edge {
            ends,
            count: line.weight,
            meetings: times(meetings, line),
            status: line.status.name(),
            days: days(meetings, &line.rows),
            kilometres: distance_km(line.from, line.to).round() as usize,
            directed: line.travels,
        });
    }
    graph
}

const fn placed_as(place: PlaceId) -> &'static str {
    match place {
        PlaceId::City(_) => "city",
        PlaceId::Country(_) => "country",
        PlaceId::Point { .. } => "point",
    }
}

fn ends(shown: &Shown, line: &Tie) -> [NodeId; 2] {
    let from = NodeId::State(line.key.from());
    match &line.key {
        TieKey::Journey(JourneyKey { call: Some(other), .. }) => [from, NodeId::State(*other)],
        TieKey::Journey(JourneyKey { call: None, to, .. }) => [from, NodeId::Place(*to)],
        TieKey::Relation { a: _, b } => [from, NodeId::State(*b)],
        TieKey::Spoke { to: Some(to), .. } => [from, NodeId::State(*to)],
        TieKey::Spoke { meeting, to: None, .. } => {
            let place = line.place.map(|place| NodeId::Place(shown.ties.places[place].id));
            [from, place.unwrap_or_else(|| NodeId::Meeting(meeting.clone()))]
        }
        TieKey::Leg(LegKey { state, from, to, status: _, home: _ }) => {
            [NodeId::Place(*from), to.map_or(NodeId::State(*state), NodeId::Place)]
        }
    }
}
