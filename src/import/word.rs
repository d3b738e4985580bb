//! Words of closed lists, as files and the command line write them: kinds and statuses.

use crate::gazetteer::fold::fold;
use crate::gazetteer::nearest::nearest;
use crate::meeting::{Kind, Status};

/// The kind that a word means: its name in any case, spaced or with underscores, or another word in use for it.
#[must_use]
pub fn kind(text: &str) -> Option<Kind> {
    let folded = fold(text);
    let named = Kind::ALL.into_iter().find(|kind| kind.name() == folded);
    named.or(match folded.as_str() {
        "bilateral meeting" | "bilateral talks" => Some(Kind::Bilateral),
        "sidelines" | "on the sidelines" => Some(Kind::Sideline),
        "phone call" | "telephone call" | "video call" => Some(Kind::Call),
        _ => None,
    })
}

/// The status that a word means.
#[must_use]
pub fn status(text: &str) -> Option<Status> {
    let folded = fold(text);
    let named = Status::ALL.into_iter().find(|status| status.name() == folded);
    named.or_else(|| (folded == "canceled").then_some(Status::Cancelled))
}

/// What to write instead of an unknown word: the nearest known one, or all of them.
#[must_use]
pub fn instead(text: &str, known: &[&str]) -> String {
    match nearest(text, known.iter().copied(), 1).first() {
        Some(near) => format!("Perhaps {near}"),
        None => format!("One of {}", known.join(", ")),
    }
}

/// A text in quotation marks, cut where it would fill a message.
#[must_use]
pub fn shortened(text: &str) -> String {
    const LETTERS: usize = 60;
    let mut cut: String = text.chars().take(LETTERS).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    format!("\"{cut}\"")
}
