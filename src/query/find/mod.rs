//! Finding: what a few typed words mean in a table. People, countries, blocs, venues, occasions, dates and
//! meetings are found by whole words or the beginnings of words, never inside a word, in every language and
//! spelling that the gazetteer knows.
//!
//! What can be found is gathered once per table, in a [`Finder`]; each key that is typed asks it.

pub mod vocabulary;
pub mod period;
pub mod name;
pub mod thing;
pub mod finder;
pub mod answer;
