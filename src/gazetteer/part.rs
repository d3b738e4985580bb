//! Parts of the world by name: the news regions, the regions of the UN's M49 standard, and what newspapers say besides.

use super::fold::fold;
use std::sync::LazyLock;

/// A part of the world.
#[derive(Debug, PartialEq)]
pub struct Part {
    /// English name.
    pub name: &'static str,
    /// Degrees east of about its middle.
    pub lon: f64,
    /// Degrees north of about its middle.
    pub lat: f64,
    /// Other names in use.
    pub other_names: &'static [&'static str],
}

/// The parts with a name of this folded form: each with the name as written.
pub fn named(folded: &str) -> impl Iterator<Item = (&'static Part, &'static str)> {
    NAMES.iter().filter(move |(name, _, _)| name == folded).map(|(_, part, written)| (*part, *written))
}

/// The folded form of every name.
pub fn folded_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(name, _, _)| name.as_str())
}

static NAMES: LazyLock<Vec<(String, &'static Part, &'static str)>> = LazyLock::new(|| {
    let written = |part: &'static Part| std::iter::once(part.name).chain(part.other_names.iter().copied());
    PARTS.iter().flat_map(|part| written(part).map(move |name| (fold(name), part, name))).collect()
});

/// All of them, from large to small.
pub const PARTS: [Part; 42] = [
    part("Europe", 15.0, 51.0, &["Европа", "Європа"]),
    part("Asia", 90.0, 45.0, &["Азия", "Азія"]),
    part("Africa", 20.0, 5.0, &["Африка"]),
    part("Americas", -85.0, 15.0, &["The Americas"]),
    part("Oceania", 150.0, -20.0, &["Океания", "Океанія"]),
    part("North America", -100.0, 48.0, &["Северная Америка", "Північна Америка"]),
    part("Northern America", -100.0, 50.0, &[]),
    part(
        "Latin America",
        -70.0,
        -8.0,
        &["Latin America and the Caribbean", "Латинская Америка", "Латинська Америка"],
    ),
    part("South America", -60.0, -15.0, &["Южная Америка", "Південна Америка"]),
    part("Central America", -87.0, 14.0, &["Mesoamerica", "Центральная Америка", "Центральна Америка"]),
    part("Caribbean", -70.0, 18.0, &["The Caribbean", "West Indies"]),
    part("Middle East", 45.0, 30.0, &["Near East", "The Middle East", "Ближний Восток", "Близький Схід"]),
    part("Western Asia", 45.0, 32.0, &["West Asia", "South-West Asia"]),
    part("Persian Gulf", 51.5, 26.5, &["Gulf States", "The Gulf"]),
    part("Levant", 36.0, 33.5, &[]),
    part("Central Asia and the Caucasus", 58.0, 42.0, &[]),
    part(
        "Central Asia",
        66.0,
        43.0,
        &["Центральная Азия", "Середня Азія", "Центральна Азія", "Средняя Азия"],
    ),
    part(
        "Caucasus",
        45.0,
        42.0,
        &["South Caucasus", "Transcaucasia", "The Caucasus", "Кавказ", "Закавказье"],
    ),
    part("South Asia", 78.0, 24.0, &["Southern Asia", "Южная Азия", "Південна Азія"]),
    part("Indian Subcontinent", 78.0, 22.0, &[]),
    part("East and South-East Asia", 112.0, 25.0, &[]),
    part("East Asia", 115.0, 37.0, &["Eastern Asia", "Far East", "Восточная Азия"]),
    part("South-East Asia", 110.0, 8.0, &["South-eastern Asia", "Southeast Asia", "Юго-Восточная Азия"]),
    part("Northern Africa", 10.0, 27.0, &["North Africa", "Северная Африка"]),
    part("Maghreb", 2.0, 31.0, &[]),
    part("Sub-Saharan Africa", 20.0, -2.0, &[]),
    part("Western Africa", -4.0, 11.0, &["West Africa"]),
    part("Middle Africa", 17.0, 0.0, &["Central Africa"]),
    part("Eastern Africa", 37.0, 0.0, &["East Africa"]),
    part("Horn of Africa", 44.0, 8.0, &[]),
    part("Southern Africa", 22.0, -27.0, &[]),
    part("Western Europe", 4.0, 48.0, &[]),
    part("Northern Europe", 18.0, 61.0, &["Scandinavia", "Nordic Countries"]),
    part("Southern Europe", 14.0, 41.0, &[]),
    part("Eastern Europe", 30.0, 52.0, &["Восточная Европа"]),
    part("Balkans", 21.0, 43.0, &["Western Balkans", "South-East Europe", "The Balkans", "Балканы"]),
    part("Baltic States", 25.0, 57.0, &["The Baltics", "Baltics"]),
    part("Australia and New Zealand", 150.0, -32.0, &["Australasia"]),
    part("Melanesia", 160.0, -10.0, &[]),
    part("Micronesia", 150.0, 7.0, &[]),
    part("Polynesia", -160.0, -15.0, &[]),
    part("Pacific Islands", 175.0, -12.0, &["Pacific", "South Pacific"]),
];

const fn part(name: &'static str, lon: f64, lat: f64, other_names: &'static [&'static str]) -> Part {
    Part { name, lon, lat, other_names }
}
