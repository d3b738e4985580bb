//! The review of places: what the texts of a table mean, decided one after the other.
//!
//! The texts stand on the left, the places that the chosen one may mean on the right, and the same places as
//! numbered pins on the map between them. A decision is an edit of the document. What is being looked at is
//! kept here and is no part of it.

pub mod worked;
pub mod choice;
pub mod preview;
pub mod sign;
pub mod list;
pub mod pins;
pub mod card;
pub mod detail;
pub mod bar;
pub mod empty;
pub mod framing;
pub mod screen;
