//! The columns of GDELT's tables of events, which have no heading.
//!
//! Source: The GDELT Event Database Data Format Codebook V2.0, 19 February 2015, and V1.03 for the older
//! tables.

use crate::import::sheet::Row;

const ACTOR: [&str; 10] = [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
];
const GEO: [&str; 8] =
    ["Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"];

/// The headings of a table of so many columns whose first row this is; `None` if it is no table of GDELT's.
#[must_use]
pub fn headings(row: Row<'_>) -> Option<Vec<String>> {
    let (has_district, has_source) = match row.count() {
        61 => (true, true),
        58 => (false, true),
        57 => (false, false),
        _ => return None,
    };
    let is_number = |place: usize, digits: usize| {
        row.cell(place).len() == digits && row.cell(place).bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_id = !row.cell(0).is_empty() && row.cell(0).bytes().all(|byte| byte.is_ascii_digit());
    if !(is_id && is_number(1, 8) && is_number(2, 6) && is_number(3, 4)) {
        return None;
    }
    let mut names: Vec<String> =
        ["GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"].map(str::to_owned).to_vec();
    for actor in ["Actor1", "Actor2"] {
        names.extend(ACTOR.map(|name| format!("{actor}{name}")));
    }
    names.extend(
        [
            "IsRootEvent",
            "EventCode",
            "EventBaseCode",
            "EventRootCode",
            "QuadClass",
            "GoldsteinScale",
            "NumMentions",
            "NumSources",
            "NumArticles",
            "AvgTone",
        ]
        .map(str::to_owned),
    );
    for place in ["Actor1Geo_", "Actor2Geo_", "ActionGeo_"] {
        let parts = GEO.iter().filter(|name| has_district || **name != "ADM2Code");
        names.extend(parts.map(|name| format!("{place}{name}")));
    }
    names.push("DATEADDED".to_owned());
    names.extend(has_source.then(|| "SOURCEURL".to_owned()));
    Some(names)
}
