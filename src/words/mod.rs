//! Everything that the program says, apart from the help of the command line, which is English in
//! `arguments.rs`. What the command line answers is English too; the pictures that it draws are in the
//! language of their map.
//!
//! The other rooms hold numbers and codes; here they become words. [`Word`] is a fixed word or two for a
//! thing of theirs, [`Label`](part::Label) the fixed words on a [part] of the window and of what is written,
//! [`Message`] a text made from facts. All are closed, and all are written in English, in [`english`]. There
//! each text goes through [`spoken`], which looks it up in the file of the language that the thread speaks:
//! fixed words by `fixed`, sentences with facts by `told!`, those that go by a number by `told_by!`. A
//! sentence is one template wherever a translator could not get the grammar of its pieces right.

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
