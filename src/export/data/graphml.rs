//! A network as `GraphML`.

use super::graph::{Edge, Graph};
use crate::export::made::{Made, NAME};
use crate::export::svg::value::Escaped;
use std::fmt::{self, Write};

/// The attributes of nodes: name and type.
const OF_NODES: [(&str, &str); 5] = [
    ("label", "string"),
    ("kind", "string"),
    ("longitude", "double"),
    ("latitude", "double"),
    ("placed", "string"),
];
/// The attributes of edges.
const OF_EDGES: [(&str, &str); 6] = [
    ("weight", "int"),
    ("meetings", "int"),
    ("status", "string"),
    ("first", "string"),
    ("last", "string"),
    ("kilometres", "int"),
];
/// The attributes of the network.
const OF_GRAPH: [(&str, &str); 2] = [("counting_rule", "string"), (NAME, "string")];

/// The network as a file, with where it is from.
pub fn write(graph: &Graph, made: &Made) -> String {
    let mut out = String::new();
    write_document(&mut out, graph, made).expect("a String takes all text");
    out
}

fn write_document(out: &mut String, graph: &Graph, made: &Made) -> fmt::Result {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    let keys = [("node", &OF_NODES[..]), ("edge", &OF_EDGES), ("graph", &OF_GRAPH)];
    for (of, (name, kind)) in keys.iter().flat_map(|(of, keys)| keys.iter().map(move |key| (of, key))) {
        writeln!(out, "<key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
    }
    let is_directed = graph.is_directed();
    let default = if is_directed { "directed" } else { "undirected" };
    writeln!(out, "<graph id=\"meetings\" edgedefault=\"{default}\">")?;
    data(out, "counting_rule", &made.rule)?;
    data(out, NAME, &made.to_json())?;
    for (id, node) in &graph.nodes {
        writeln!(out, "<node id=\"{}\">", Escaped(&id.written()))?;
        let (lon, lat) = (node.at.lon.to_string(), node.at.lat.to_string());
        let values = [&node.label, id.kind(), &lon, &lat, node.placed];
        for ((name, _), value) in OF_NODES.iter().zip(values) {
            data(out, name, value)?;
        }
        writeln!(out, "</node>")?;
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        write_edge(out, number, edge, is_directed)?;
    }
    writeln!(out, "</graph>\n</graphml>")
}

fn write_edge(out: &mut String, number: usize, edge: &Edge, is_directed: bool) -> fmt::Result {
    let [source, target] = edge.ends.each_ref().map(super::graph::NodeId::written);
    write!(out, "<edge id=\"e{number}\" source=\"{}\" target=\"{}\"", Escaped(&source), Escaped(&target))?;
    if edge.directed != is_directed {
        write!(out, " directed=\"{}\"", edge.directed)?;
    }
    writeln!(out, ">")?;
    let [first, last] = edge.days_written();
    let values = [
        edge.count.to_string(),
        edge.meetings.to_string(),
        edge.status.to_owned(),
        first,
        last,
        edge.kilometres.to_string(),
    ];
    for ((name, _), value) in OF_EDGES.iter().zip(&values).filter(|(_, value)| !value.is_empty()) {
        data(out, name, value)?;
    }
    writeln!(out, "</edge>")
}

fn data(out: &mut String, key: &str, value: &str) -> fmt::Result {
    writeln!(out, "<data key=\"{key}\">{}</data>", Escaped(value))
}
