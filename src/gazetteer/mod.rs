//! Names to codes and coordinates: countries, cities, organisations, and the ranked candidates for any name.
//!
//! What is needed is read on first use, in the order it is paid for: the country table; where the rows of the
//! city table lie (city names are found by binary search in the embedded `assets/names.txt`, with nothing to
//! build); the names for close spellings, when first a name is not found. [`candidates::warm_up`] does it
//! ahead. Towns, provinces and airfields are [`further`] places: they lie packed, and are unpacked by the
//! first look-up that the city table cannot answer; so are the [other names](other_name) of cities. Persons
//! and their offices are found by binary search in the embedded tables, with nothing to build.
//!
//! A query takes this road: [`mod@matches`] reads the words and finds [`place`]s, exactly or by [`spelling`],
//! as far as the [`hint`] allows; [`score`] weighs them; [`candidates`] ranks them, or takes the one that
//! clearly leads.

pub mod fold;
pub mod table;
pub mod sorted;
pub mod region;
pub mod language;
pub mod translation;
pub mod part;
pub mod country_words;
pub mod country;
pub mod province;
pub mod other_name;
pub mod city;
pub mod town;
pub mod airbase;
pub mod further;
pub mod organisation;
pub mod known_person;
pub mod person;
pub mod title;
pub mod movement;
pub mod spoken;
pub mod office;
pub mod distance;
pub mod seat;
pub mod nearest;
pub mod place;
pub mod nearest_city;
pub mod ground;
pub mod claim;
pub mod hint;
pub mod spelling;
pub mod matches;
pub mod score;
pub mod candidates;
