//! Everything that the program says, apart from the labels of the window and the answers of the command line.
//!
//! The rooms below hold numbers and codes; here they become words. [`Word`] is a fixed word or two,
//! [`Message`] a text made from facts. Both are closed, so that a second language is a file like [`english`]
//! and a line in each of the two functions below, and the compiler names every text that it lacks.

pub mod message;
mod english;

use self::message::{Message, Word};

/// The fixed words for a thing.
#[must_use]
pub const fn word(word: Word) -> &'static str {
    english::word::word(word)
}

/// The text of a message.
#[must_use]
pub fn say(message: Message) -> String {
    english::say(message)
}
