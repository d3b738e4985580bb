//! Names to codes and coordinates: countries, cities, organisations, and the ranked candidates for any name.
//!
//! Three parts, in the order they are paid for: the country table (parsed on first use, under two milliseconds), exact city look-up
//! (a binary search in the embedded `assets/names.txt`, nothing to build), and close spellings (an index built on the first query
//! that needs one).

pub mod fold;
pub mod region;
pub mod country;
pub mod city;
pub mod organisation;
pub mod candidates;
