//! Everything that the program says, apart from the help of the command line, which is English in `arguments.rs`.
//!
//! The other rooms hold numbers and codes; here they become words. [`Word`] is a fixed word or two for a thing of
//! theirs, [`Label`](part::Label) the fixed words on a [part] of the window and of what is written, [`Message`] a
//! text made from facts. All are closed, so that a second language is a folder like [`english`] and a line in each
//! of the functions below, and the compiler names every text that it lacks.

#[macro_use]
pub mod spoken;
pub mod part;
pub mod message;
mod errors;
mod english;

use self::message::{Message, Word};
use self::part::Label;
use self::spoken::fixed;

/// The fixed words for a thing.
#[must_use]
pub fn word(word: Word) -> &'static str {
    english::word::word(word)
}

/// The fixed words on a part of the program.
#[must_use]
pub fn label(label: impl Into<Label>) -> &'static str {
    fixed(english::part::label(label.into()))
}

/// The text of a message.
#[must_use]
pub fn say<'a>(message: impl Into<Message<'a>>) -> String {
    english::say(message.into())
}
