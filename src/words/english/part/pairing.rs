//! Who met whom: the matrix, and the page of a pair, in English.

use crate::meeting::date::{Dates, PartialDate};
use crate::query::met::{Order, Sides};
use crate::query::question::rule::{Rule, Summits};
use crate::words::english::date::{date, dates, span};
use crate::words::english::list::commas;
use crate::words::english::number::{counted, grouped};
use crate::words::english::word::unit;
use crate::words::part::pairing::{Pairing, PairingText};
use crate::words::spoken::{fixed, within};
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
        Pairing::Offices => "Offices",
        Pairing::KnownOffices => "By the table of offices that comes with the program:",
        Pairing::ByYear => "Held meetings by year",
        Pairing::Venues => "Where",
        Pairing::Journeys => "Journeys",
        Pairing::NoneShown => "The filters hide all of them",
    }
}

fn day(day: Date) -> String {
    date(PartialDate::Day(day))
}

fn parties(sides: Sides, number: usize) -> String {
    match sides {
        Sides::States => counted(number, ["state", "states"]),
        Sides::People => counted(number, ["leader", "leaders"]),
    }
}

fn number_of(rule: Rule, number: usize) -> String {
    counted(number, unit(rule.unit))
}

/// `5 meetings: 4 held, 1 planned`.
fn by_status(all: String, held: usize, planned: usize, cancelled: usize) -> String {
    let parts = [
        (held > 0).then(|| told_by!(held, "{n} held", "{n} held")),
        (planned > 0).then(|| told_by!(planned, "{n} planned", "{n} planned")),
        (cancelled > 0).then(|| told_by!(cancelled, "{n} cancelled", "{n} cancelled")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { all } else { told!("{meetings}: {parts}", meetings = all, parts = commas(&parts)) }
}

/// A text about pairs, from facts.
pub fn pairing_text(text: PairingText) -> String {
    match text {
        PairingText::Parties(sides, number) => parties(sides, number),
        PairingText::Pairs(pairs) => told_by!(pairs, "{n} pair met", "{n} pairs met"),
        PairingText::Order(order) => {
            told!("Order: {order}", order = within(fixed(pairing(Pairing::Order(order)))))
        }
        PairingText::Matrix(sides, number, pairs) => {
            told_by!(
                pairs,
                "Who met whom: {parties}, {n} pair",
                "Who met whom: {parties}, {n} pairs",
                parties = parties(sides, number)
            )
        }
        // Two guests of a summit are no pair then, though they sat at one table.
        PairingText::Cell(a, b, Rule { summits: Summits::AsOne, .. }, None) => {
            told!("{a} and {b}: no meeting counted. Of a summit, the host meets each guest", a, b)
        }
        PairingText::Cell(a, b, _, None) => told!("{a} and {b} did not meet", a, b),
        PairingText::Cell(a, b, rule, Some((0, rows))) => {
            if rule.planned {
                told_by!(
                    rows,
                    "{a} and {b}: {n} row is not counted by the rule",
                    "{a} and {b}: {n} rows are not counted by the rule",
                    a,
                    b
                )
            } else {
                told_by!(
                    rows,
                    "{a} and {b}: {n} row is not counted by the rule, which leaves planned meetings out",
                    "{a} and {b}: {n} rows are not counted by the rule, which leaves planned meetings out",
                    a,
                    b
                )
            }
        }
        PairingText::Cell(a, b, rule, Some((weight, _))) => {
            told!("{a} and {b}: {counted}", a, b, counted = number_of(rule, weight))
        }
        PairingText::Total(name, rule, total) => {
            told!("{name}: {counted} with all others", name, counted = number_of(rule, total))
        }
        PairingText::Number(number) => grouped(number),
        PairingText::Together(held, planned, cancelled) => {
            let all = held + planned + cancelled;
            by_status(
                told_by!(all, "{n} meeting with both", "{n} meetings with both"),
                held,
                planned,
                cancelled,
            )
        }
        PairingText::Meetings(held, planned, cancelled) => {
            let all = held + planned + cancelled;
            by_status(told_by!(all, "{n} meeting", "{n} meetings"), held, planned, cancelled)
        }
        PairingText::Days(first, last) => span(first, last),
        PairingText::Term(start, None) => told!("since {date}", date = date(start)),
        PairingText::Term(start, Some(end)) => dates(Dates { start: Some(start), end: Some(end) }),
        PairingText::Year(year) => date(PartialDate::Year(year)),
        PairingText::Journey(when, way) => told!("{when}: {way}", when, way),
        PairingText::Visit(guest, host) => told!("{guest} in {host}", guest, host),
        PairingText::NotSince(latest, days, end) => {
            told_by!(
                days,
                "Not met since {latest}, {n} day before the last meeting of this table, on {end}",
                "Not met since {latest}, {n} days before the last meeting of this table, on {end}",
                latest = day(latest),
                end = day(end)
            )
        }
        PairingText::MetAtTheEnd(end) => {
            told!("Met on the day of the last meeting of this table, {date}", date = day(end))
        }
        PairingText::Runs(first, last) => told!(
            "Its held meetings are of {period}. One that it lacks may have been held all the same",
            period = span(first, last)
        ),
        PairingText::Hidden(hidden) => {
            told_by!(hidden, "{n} more outside the filters", "{n} more outside the filters")
        }
    }
}
