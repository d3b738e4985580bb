//! A network as GEXF 1.3.

use super::graph::{Edge, Graph, NodeId};
use crate::export::made::Made;
use crate::export::svg::value::Escaped;
use crate::words::label;
use crate::words::part::button::Button;
use std::fmt::{self, Write};

/// The attributes of nodes: name and type, in the order of their numbers.
const OF_NODES: [(&str, &str); 4] =
    [("kind", "string"), ("longitude", "double"), ("latitude", "double"), ("placed", "string")];
/// The attributes of edges.
const OF_EDGES: [(&str, &str); 5] = [
    ("meetings", "integer"),
    ("status", "string"),
    ("first", "string"),
    ("last", "string"),
    ("kilometres", "integer"),
];

/// The network as a file, with where it is from.
pub fn write(graph: &Graph, made: &Made) -> String {
    let mut out = String::new();
    write_document(&mut out, graph, made).expect("a String takes all text");
    out
}

fn write_document(out: &mut String, graph: &Graph, made: &Made) -> fmt::Result {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n<meta>")?;
    writeln!(out, "<creator>{} {}</creator>", label(Button::Program), made.summitry)?;
    writeln!(out, "<keywords>{}</keywords>", Escaped(&made.rule))?;
    writeln!(out, "<description>{}</description>\n</meta>", Escaped(&made.to_json()))?;
    let is_directed = graph.is_directed();
    let default = if is_directed { "directed" } else { "undirected" };
    writeln!(out, "<graph defaultedgetype=\"{default}\">")?;
    for (class, attributes) in [("node", &OF_NODES[..]), ("edge", &OF_EDGES)] {
        writeln!(out, "<attributes class=\"{class}\">")?;
        for (number, (title, kind)) in attributes.iter().enumerate() {
            writeln!(out, "<attribute id=\"{number}\" title=\"{title}\" type=\"{kind}\"/>")?;
        }
        writeln!(out, "</attributes>")?;
    }
    writeln!(out, "<nodes>")?;
    for (id, node) in &graph.nodes {
        writeln!(out, "<node id=\"{}\" label=\"{}\">", Escaped(&id.written()), Escaped(&node.label))?;
        let (lon, lat) = (node.at.lon.to_string(), node.at.lat.to_string());
        values(out, &[id.kind(), &lon, &lat, node.placed])?;
        writeln!(out, "</node>")?;
    }
    writeln!(out, "</nodes>\n<edges>")?;
    for (number, edge) in graph.edges.iter().enumerate() {
        write_edge(out, number, edge, is_directed)?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")
}

fn write_edge(out: &mut String, number: usize, edge: &Edge, is_directed: bool) -> fmt::Result {
    let [source, target] = edge.ends.each_ref().map(NodeId::written);
    write!(out, "<edge id=\"{number}\" source=\"{}\" target=\"{}\"", Escaped(&source), Escaped(&target))?;
    if edge.directed != is_directed {
        write!(out, " type=\"{}\"", if edge.directed { "directed" } else { "undirected" })?;
    }
    writeln!(out, " weight=\"{}\">", edge.count)?;
    let [first, last] = edge.days_written();
    let (meetings, kilometres) = (edge.meetings.to_string(), edge.kilometres.to_string());
    values(out, &[&meetings, edge.status, &first, &last, &kilometres])?;
    writeln!(out, "</edge>")
}

/// Values in the order of their attributes; empty ones are left out.
fn values(out: &mut String, values: &[&str]) -> fmt::Result {
    writeln!(out, "<attvalues>")?;
    for (number, value) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
        writeln!(out, "<attvalue for=\"{number}\" value=\"{}\"/>", Escaped(value))?;
    }
    writeln!(out, "</attvalues>")
}
