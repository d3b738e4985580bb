//! Everything that the program says, apart from the labels of the window and the answers of the command line.
//!
//! The rooms below hold numbers and codes; here they become words. [`Word`] is a fixed word or two,
//! [`Message`] a text made from facts. Both are closed, so that a second language is a file like [`english`]
//! and a line in each of the two functions below, and the compiler names every text that it lacks.

pub mod window;
pub mod message;
mod errors;
mod english;

use self::message::{Message, Word};
use self::window::Label;

/// The fixed words for a thing.
#[must_use]
pub const fn word(word: Word) -> &'static str {
    english::word::word(word)
}

/// The fixed words on a part of the window.
#[must_use]
pub fn label(label: impl Into<Label>) -> &'static str {
    english::window::label(label.into())
}

/// The text of a message.
#[must_use]
pub fn say<'a>(message: impl Into<Message<'a>>) -> String {
    english::say(message.into())
}
