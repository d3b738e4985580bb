//! What is told of a country, a place, a line or a meeting that is selected, in English.

use crate::words::english::date::span;
use crate::words::english::number::counted;
use crate::words::english::word::{noun, unit};
use crate::words::message::Noun;
use crate::words::part::dossier::{Dossier, DossierText};

/// Words about what is selected.
pub const fn dossier(label: Dossier) -> &'static str {
    match label {
        Dossier::NotInTable => "This meeting is not in the table any more",
        Dossier::NonePasses => "None of its meetings passes the filters",
        Dossier::AtOneTable => "At one table with, meetings held",
        Dossier::Planned => "Planned or invited to meet",
        Dossier::TakesPartInNone => "Takes part in no meeting",
        Dossier::NoneShown => "No meetings among those shown",
        Dossier::Meeting => "meeting",
        Dossier::TravelledTo => "Travelled to meetings held",
        Dossier::KnownToMonth => "known to the month",
        Dossier::KnownToYear => "known to the year",
        Dossier::AtChosenPoint => "at a chosen point",
        Dossier::CountryOnly => "known only to its country",
        Dossier::NotPlaced => "not placed on the map",
    }
}

/// A text about what is selected, from facts.
pub fn dossier_text(text: DossierText) -> String {
    match text {
        DossierText::ShowOnly(country) => format!("Show only meetings with {country}"),
        DossierText::HeldBetween(country) => format!("Held in {country} between others"),
        DossierText::Part(own, hosts) => part(own, hosts),
        DossierText::Blocs(on, codes) => format!(
            "Blocs on {}: {}",
            span(on, on),
            if codes.is_empty() { "in none of the listed blocs" } else { codes }
        ),
        DossierText::Place(how) => format!("Place: {how}"),
        DossierText::Trip(name) => format!("Trip {name}"),
        DossierText::Sources(sources) => match sources {
            0 => "No source is recorded".to_owned(),
            1 => "1 source".to_owned(),
            n => format!("{n} sources"),
        },
        DossierText::Supports(facts) => format!("for {facts}"),
        DossierText::NoneCounted(what) => format!("No {}", unit(what)[1]),
    }
}

fn part(own: usize, hosts: usize) -> String {
    let meetings = |number| counted(number, noun(Noun::Meeting));
    match (own, hosts) {
        (own, 0) => format!("Takes part in {}", meetings(own)),
        (0, held) => format!("Hosts {} of others", meetings(held)),
        (own, held) => format!("Takes part in {}, hosts {held} more", meetings(own)),
    }
}
