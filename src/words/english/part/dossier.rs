//! What is told of a country, a place, a line or a meeting that is selected, in English.

use crate::words::english::date::span;
use crate::words::english::word::units;
use crate::words::part::dossier::{Dossier, DossierText};
use crate::words::spoken::fixed;

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
        DossierText::ShowOnly(country) => told!("Show only meetings with {country}", country),
        DossierText::HeldBetween(country) => told!("Held in {country} between others", country),
        DossierText::Part(own, hosts) => part(own, hosts),
        DossierText::Blocs(on, codes) => {
            let codes = if codes.is_empty() { fixed("in none of the listed blocs") } else { codes };
            told!("Blocs on {date}: {blocs}", date = span(on, on), blocs = codes)
        }
        DossierText::Place(how) => told!("Place: {how}", how),
        DossierText::Trip(name) => told!("Trip {name}", name),
        DossierText::Sources(sources) => match sources {
            0 => fixed("No source is recorded").to_owned(),
            n => told_by!(n, "{n} source", "{n} sources"),
        },
        DossierText::Supports(facts) => told!("for {facts}", facts),
        DossierText::NoneCounted(what) => told!("No {units}", units = units(what)),
    }
}

fn part(own: usize, hosts: usize) -> String {
    let takes_part = || told_by!(own, "Takes part in {n} meeting", "Takes part in {n} meetings");
    match (own, hosts) {
        (_, 0) => takes_part(),
        (0, held) => told_by!(held, "Hosts {n} meeting of others", "Hosts {n} meetings of others"),
        (_, held) => {
            told_by!(
                held,
                "{takes_part}, hosts {n} more",
                "{takes_part}, hosts {n} more",
                takes_part = takes_part()
            )
        }
    }
}
