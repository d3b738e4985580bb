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
        "private" | "personal visit" | "vacation" | "holiday" => Some(Kind::PrivateVisit),
        "stopover" | "technical stop" | "refuelling stop" | "refueling stop" => Some(Kind::Transit),
        "state funeral" | "memorial service" => Some(Kind::Funeral),
        "international conference" | "ministerial" | "ministerial meeting" => Some(Kind::Conference),
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

/// The known word that an unknown one is nearest to, if one is near.
#[must_use]
pub fn near<'a>(text: &str, known: &[&'a str]) -> Option<&'a str> {
    nearest(text, known.iter().copied(), 1).first().copied()
}
