//! States of the United States and provinces of Canada: what people write after a city's name.

use super::fold::fold;
use std::sync::LazyLock;

/// A state or province.
#[derive(Debug, PartialEq)]
pub struct Province {
    /// The country it is part of, alpha-3.
    pub country: &'static str,
    /// Its postal letters; for the United States the `admin` of its cities.
    pub letters: &'static str,
    /// English name.
    pub name: &'static str,
    /// Degrees east of about its middle.
    pub lon: f64,
    /// Degrees north of about its middle.
    pub lat: f64,
}

/// The province with a name of this folded form.
#[must_use]
pub fn named(folded: &str) -> Option<&'static Province> {
    BY_NAME.iter().find(|(name, _)| name == folded).map(|(_, province)| *province)
}

/// The provinces with a name that begins with this folded text.
pub fn beginning(folded: &str) -> impl Iterator<Item = &'static Province> {
    BY_NAME.iter().filter(move |(name, _)| name.starts_with(folded)).map(|(_, province)| *province)
}

static BY_NAME: LazyLock<Vec<(String, &'static Province)>> =
    LazyLock::new(|| PROVINCES.iter().map(|province| (fold(province.name), province)).collect());

/// The province that postal letters in capitals mean, with or without full stops: `FL`, `D.C.`
#[must_use]
pub fn by_letters(text: &str) -> Option<&'static Province> {
    let letters: String = text.trim().chars().filter(|&c| c != '.').collect();
    PROVINCES.iter().find(|province| province.letters == letters)
}

/// The province of a postal code of two capitals, some of which are codes of states as well: `AZ`, `DE`.
#[must_use]
pub fn by_code(text: &str) -> Option<&'static Province> {
    by_letters(text).filter(|_| text.len() == 2)
}

/// All of them: fifty states, the District of Columbia, thirteen provinces and territories.
pub const PROVINCES: [Province; 64] = [
    province("USA", "AL", "Alabama", -86.8, 32.8),
    province("USA", "AK", "Alaska", -152.5, 64.3),
    province("USA", "AZ", "Arizona", -111.7, 34.3),
    province("USA", "AR", "Arkansas", -92.4, 34.8),
    province("USA", "CA", "California", -119.5, 37.2),
    province("USA", "CO", "Colorado", -105.5, 39.0),
    province("USA", "CT", "Connecticut", -72.7, 41.6),
    province("USA", "DE", "Delaware", -75.5, 39.0),
    province("USA", "DC", "District of Columbia", -77.0, 38.9),
    province("USA", "FL", "Florida", -81.7, 28.1),
    province("USA", "GA", "Georgia", -83.4, 32.6),
    province("USA", "HI", "Hawaii", -157.0, 20.6),
    province("USA", "ID", "Idaho", -114.6, 44.4),
    province("USA", "IL", "Illinois", -89.2, 40.0),
    province("USA", "IN", "Indiana", -86.3, 39.9),
    province("USA", "IA", "Iowa", -93.5, 42.1),
    province("USA", "KS", "Kansas", -98.4, 38.5),
    province("USA", "KY", "Kentucky", -85.3, 37.5),
    province("USA", "LA", "Louisiana", -92.0, 31.0),
    province("USA", "ME", "Maine", -69.2, 45.4),
    province("USA", "MD", "Maryland", -76.8, 39.0),
    province("USA", "MA", "Massachusetts", -71.8, 42.3),
    province("USA", "MI", "Michigan", -85.4, 44.3),
    province("USA", "MN", "Minnesota", -94.3, 46.3),
    province("USA", "MS", "Mississippi", -89.7, 32.7),
    province("USA", "MO", "Missouri", -92.5, 38.4),
    province("USA", "MT", "Montana", -109.6, 47.0),
    province("USA", "NE", "Nebraska", -99.8, 41.5),
    province("USA", "NV", "Nevada", -116.6, 39.3),
    province("USA", "NH", "New Hampshire", -71.6, 43.7),
    province("USA", "NJ", "New Jersey", -74.7, 40.2),
    province("USA", "NM", "New Mexico", -106.1, 34.4),
    province("USA", "NY", "New York", -75.5, 42.9),
    province("USA", "NC", "North Carolina", -79.4, 35.6),
    province("USA", "ND", "North Dakota", -100.5, 47.4),
    province("USA", "OH", "Ohio", -82.8, 40.3),
    province("USA", "OK", "Oklahoma", -97.5, 35.6),
    province("USA", "OR", "Oregon", -120.6, 43.9),
    province("USA", "PA", "Pennsylvania", -77.8, 40.9),
    province("USA", "RI", "Rhode Island", -71.6, 41.7),
    province("USA", "SC", "South Carolina", -80.9, 33.9),
    province("USA", "SD", "South Dakota", -100.2, 44.4),
    province("USA", "TN", "Tennessee", -86.3, 35.9),
    province("USA", "TX", "Texas", -99.3, 31.5),
    province("USA", "UT", "Utah", -111.7, 39.3),
    province("USA", "VT", "Vermont", -72.7, 44.1),
    province("USA", "VA", "Virginia", -78.8, 37.5),
    province("USA", "WA", "Washington", -120.4, 47.4),
    province("USA", "WV", "West Virginia", -80.6, 38.6),
    province("USA", "WI", "Wisconsin", -90.0, 44.6),
    province("USA", "WY", "Wyoming", -107.6, 43.0),
    province("CAN", "AB", "Alberta", -114.5, 55.0),
    province("CAN", "BC", "British Columbia", -124.8, 54.8),
    province("CAN", "MB", "Manitoba", -97.4, 54.9),
    province("CAN", "NB", "New Brunswick", -66.4, 46.6),
    province("CAN", "NL", "Newfoundland and Labrador", -60.5, 53.0),
    province("CAN", "NT", "Northwest Territories", -119.4, 65.3),
    province("CAN", "NS", "Nova Scotia", -63.2, 45.1),
    province("CAN", "NU", "Nunavut", -91.0, 66.0),
    province("CAN", "ON", "Ontario", -86.0, 50.4),
    province("CAN", "PE", "Prince Edward Island", -63.2, 46.4),
    province("CAN", "QC", "Quebec", -72.0, 52.5),
    province("CAN", "SK", "Saskatchewan", -106.0, 54.4),
    province("CAN", "YT", "Yukon", -135.5, 63.6),
];

const fn province(
    country: &'static str,
    letters: &'static str,
    name: &'static str,
    lon: f64,
    lat: f64,
) -> Province {
    Province { country, letters, name, lon, lat }
}
