//! Who met whom: the matrix, and the page of a pair, in English.

use crate::meeting::date::PartialDate;
use crate::query::met::{Order, Sides};
use crate::query::question::rule::Rule;
use crate::words::english::date::{date, span};
use crate::words::english::number::{counted, grouped};
use crate::words::english::word::{noun, unit};
use crate::words::message::Noun;
use crate::words::part::pairing::{Pairing, PairingText};
use jiff::civil::Date;

/// Words about pairs.
pub const fn pairing(label: Pairing) -> &'static str {
    match label {
        Pairing::Sides(Sides::States) => "States",
        Pairing::Sides(Sides::People) => "Leaders",
        Pairing::Order(order) => match order {
            Order::Region => "order::Region",
            Order::Bloc => "order::Bloc",
            Order::Count => "order::Count",
            Order::Name => "order::Name",
        },
        Pairing::Held => "held",
        Pairing::Planned => "planned or invited",
        Pairing::NoRegion => "Organisations and others",
        Pairing::NoBloc => "Other states",
        Pairing::Hint => "Point at a circle, or choose one with the arrows; a click or Enter shows the two",
        Pairing::Counting => "Counting…",
        Pairing::Nobody => "Nobody met anybody in what is shown",
        Pairing::MetMost => "Met most often",
        Pairing::AtWhosePlace => "At whose place",
        Pairing::Elsewhere => "Elsewhere",
        Pairing::ByCall => "By call",
        Pairing::Visits => "Latest visits",
        Pairing::ReturnVisits => "Visits returned",
        Pairing::None => "none in this table",
        Pairing::When => "First and latest",
        Pairing::First => "First",
        Pairing::Latest => "Latest held",
        Pairing::Meetings => "Meetings",
        Pairing::NoneShown => "The filters hide all of them",
    }
}

fn day(day: Date) -> String {
    date(PartialDate::Day(day))
}

const fn who(sides: Sides, number: usize) -> &'static str {
    match (sides, number) {
        (Sides::States, 1) => "state",
        (Sides::States, _) => "states",
        (Sides::People, 1) => "leader",
        (Sides::People, _) => "leaders",
    }
}

fn number_of(rule: Rule, number: usize) -> String {
    counted(number, unit(rule.unit))
}

/// A text about pairs, from facts.
pub fn pairing_text(text: PairingText) -> String {
    match text {
        PairingText::Parties(sides, number) => format!("{} {}", grouped(number), who(sides, number)),
        PairingText::Pairs(1) => "1 pair met".to_owned(),
        PairingText::Pairs(pairs) => format!("{} pairs met", grouped(pairs)),
        PairingText::Order(order) => format!("Order: {}", pairing(Pairing::Order(order)).to_lowercase()),
        PairingText::Matrix(sides, number, pairs) => {
            format!("Who met whom: {} {}, {} pairs", grouped(number), who(sides, number), grouped(pairs))
        }
        PairingText::Cell(a, b, _, None) => format!("{a} and {b} did not meet"),
        PairingText::Cell(a, b, rule, Some((0, rows))) => {
            format!(
                "{a} and {b}: {} {} not counted by the rule",
                counted(rows, noun(Noun::Row)),
                if rows == 1 { "is" } else { "are" }
            ) + if rule.planned { "" } else { ", which leaves planned meetings out" }
        }
        PairingText::Cell(a, b, rule, Some((weight, _))) => {
            format!("{a} and {b}: {}", number_of(rule, weight))
        }
        PairingText::Total(name, rule, total) => {
            format!("{name}: {} with all others", number_of(rule, total))
        }
        PairingText::Number(number) => grouped(number),
        PairingText::Together(held, planned, cancelled) => {
            let all = held + planned + cancelled;
            let parts = [(held, "held"), (planned, "planned"), (cancelled, "cancelled")];
            let parts: Vec<String> = parts
                .into_iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, what)| format!("{} {what}", grouped(number)))
                .collect();
            let all = counted(all, noun(Noun::Meeting));
            if parts.is_empty() {
                format!("{all} with both")
            } else {
                format!("{all} with both: {}", parts.join(", "))
            }
        }
        PairingText::Visit(guest, host) => format!("{guest} in {host}"),
        PairingText::NotSince(latest, days, end) => {
            let days = if days == 1 { "1 day".to_owned() } else { format!("{} days", grouped(days)) };
            format!(
                "Not met since {}, {days} before the last meeting of this table, on {}",
                day(latest),
                day(end)
            )
        }
        PairingText::MetAtTheEnd(end) => {
            format!("Met on the day of the last meeting of this table, {}", day(end))
        }
        PairingText::Runs(first, last) => format!(
            "Its held meetings are of {}. One that it lacks may have been held all the same",
            span(first, last)
        ),
        PairingText::Hidden(hidden) => {
            format!("{} more outside the filters", grouped(hidden))
        }
    }
}
