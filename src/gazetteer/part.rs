//! Parts of the world by name: the news regions, the regions of the UN's M49 standard, and what newspapers
//! say besides.

use super::fold::fold;
use super::table::{Field, listed, rows, text};
use std::sync::LazyLock;

/// A row of `data/parts.csv`: a part of the world.
#[derive(Debug, PartialEq)]
pub struct Part {
    /// English name.
    pub name: &'static str,
    /// Degrees east of about its middle.
    pub lon: f64,
    /// Degrees north of about its middle.
    pub lat: f64,
    /// Other names in use, separated by bars.
    other_names: &'static str,
}

/// All of them, from large to small.
#[must_use]
pub fn parts() -> &'static [Part] {
    static TABLE: LazyLock<Vec<Part>> =
        LazyLock::new(|| rows(include_str!("../../data/parts.csv")).map(part).collect());
    &TABLE
}

/// The parts with a name of this folded form: each with the name as written.
pub fn named(folded: &str) -> impl Iterator<Item = (&'static Part, &'static str)> {
    NAMES.iter().filter(move |(name, _, _)| name == folded).map(|(_, part, written)| (*part, *written))
}

/// The parts with a name that begins with this folded text: each with the name as written.
pub fn beginning(folded: &str) -> impl Iterator<Item = (&'static Part, &'static str)> {
    let begins = move |(name, ..): &&(String, &'static Part, &'static str)| name.starts_with(folded);
    NAMES.iter().filter(begins).map(|(_, part, written)| (*part, *written))
}

/// The folded form of every name.
pub fn folded_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _, _)| name.as_str())
}

static NAMES: LazyLock<Vec<(String, &'static Part, &'static str)>> = LazyLock::new(|| {
    let written = |part: &'static Part| std::iter::once(part.name).chain(listed(part.other_names));
    parts().iter().flat_map(|part| written(part).map(move |name| (fold(name), part, name))).collect()
});

fn part([name, lon, lat, other_names, _source]: [Field; 5]) -> Part {
    let degrees =
        |text: Field| text.parse().expect("the middle of a part of the world is a number of degrees");
    Part { name: text(name), lon: degrees(lon), lat: degrees(lat), other_names: text(other_names) }
}
