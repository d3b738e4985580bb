//! The editor: the panel in which one meeting is edited.
//!
//! Every valid keystroke is an edit at once, so that the map follows. What cannot be understood is told
//! beside its field: the text stays as it was typed, and the record keeps the last value that was understood.

pub mod act;
pub mod draft;
pub mod field;
pub mod search;
pub mod texts;
pub mod dates;
pub mod category;
pub mod place;
pub mod participants;
pub mod sources;
pub mod trip;
pub mod panel;
