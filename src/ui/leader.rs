//! The page of a leader: offices, meetings by year, with whom most often, journeys with their length, and the
//! meetings themselves.

use super::context::PanelContext;
use super::fact_lines::{line_ui, told};
use super::rows::rows_ui;
use super::selected::Selected;
use super::style::{self, quiet, strong};
use super::touched::Touched;
use crate::export::listing::city_in_words;
use crate::gazetteer::country::Countries;
use crate::gazetteer::office::offices_of;
use crate::meeting::date::PartialDate;
use crate::meeting::table::Meetings;
use crate::query::leader::{Leader, Office};
use crate::query::pair::Pair;
use crate::query::travel::Journey;
use crate::state::{State, Target};
use crate::words::message::{Message, Noun};
use crate::words::part::dossier::DossierText;
use crate::words::part::lists::ListText;
use crate::words::part::pairing::{Pairing, PairingText};
use crate::words::{label, say};
use std::collections::BTreeSet;

/// Entries of a list that are named.
const NAMED: usize = 8;
/// The width of the longest bar in points.
const BAR: f32 = 120.0;

/// The whole page.
pub fn leader_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    (name, selected): (&str, &Selected),
    next: &mut State,
    touched: &mut Touched,
) {
    let meetings = context.meetings();
    let leader = selected.leader(context.answers);
    ui.heading(if leader.name.is_empty() { name } else { &leader.name });
    let Leader { held, planned, cancelled, .. } = *leader;
    ui.label(quiet(say(PairingText::Meetings(held, planned, cancelled))));
    let is_filtered = next.filter.leaders.contains(name) || next.filter.leaders.contains(&leader.name);
    if !leader.name.is_empty() && !is_filtered {
        ui.add_space(2.0);
        if ui.button(say(DossierText::ShowOnly(&leader.name))).clicked() {
            next.filter.leaders = [leader.name.clone()].into();
            next.filter.excluded.leaders.clear();
        }
    }
    offices_ui(ui, name, leader);
    if held > 0 {
        years_ui(ui, context, leader);
        with_ui(ui, leader, next);
        venues_ui(ui, leader);
        journeys_ui(ui, meetings, leader, next);
        heading_ui(ui, Pairing::When);
        line_ui(ui, label(Pairing::First), &told(meetings, leader.first));
        line_ui(ui, label(Pairing::Latest), &told(meetings, leader.latest));
    }
    heading_ui(ui, Pairing::Meetings);
    let hidden = leader.rows.len().saturating_sub(selected.rows.len());
    if selected.rows.is_empty() && hidden > 0 {
        ui.label(quiet(label(Pairing::NoneShown)));
    }
    rows_ui(ui, context, &selected.rows, next, touched);
    if hidden > 0 {
        ui.label(quiet(say(PairingText::Hidden(hidden))));
    }
}

fn heading_ui(ui: &mut egui::Ui, heading: Pairing) {
    ui.add_space(8.0);
    ui.label(strong(label(heading)));
}

/// So many more than are named.
fn more_ui(ui: &mut egui::Ui, all: usize) {
    if let Some(more) = all.checked_sub(NAMED).filter(|more| *more > 0) {
        ui.label(quiet(say(ListText::AndMore(more))));
    }
}

/// The offices as the rows name them, and as the table of offices dates them.
fn offices_ui(ui: &mut egui::Ui, name: &str, leader: &Leader) {
    let known = offices_of(name);
    if leader.offices.is_empty() && known.is_empty() {
        return;
    }
    heading_ui(ui, Pairing::Offices);
    let countries = Countries::embedded();
    for Office { title, state, meetings, days } in leader.offices.iter().take(NAMED) {
        let state =
            state.map(|state| countries.spoken(state).into_owned()).filter(|one| !title.contains(&one[..]));
        let parts: Vec<String> =
            [Some(title.clone()).filter(|title| !title.is_empty()), state].into_iter().flatten().collect();
        let number = say(Message::Count(*meetings, Noun::Meeting));
        let days = days.map(|(first, last)| say(PairingText::Days(first, last)));
        let facts: Vec<String> = [Some(number), days].into_iter().flatten().collect();
        office_ui(ui, &parts.join(", "), facts.join(", "));
    }
    more_ui(ui, leader.offices.len());
    if !known.is_empty() {
        ui.label(quiet(label(Pairing::KnownOffices)));
    }
    let shown: BTreeSet<(PartialDate, Option<PartialDate>, String)> = known
        .iter()
        .map(|spell| {
            let words = format!("{}, {}", spell.title, countries.spoken(spell.state));
            (spell.start, spell.end, words)
        })
        .collect();
    for (start, end, words) in shown.iter().rev().take(NAMED) {
        office_ui(ui, words, say(PairingText::Term(*start, *end)));
    }
    more_ui(ui, shown.len());
}

/// An office, whose name may be long, with its time below it.
fn office_ui(ui: &mut egui::Ui, office: &str, facts: String) {
    ui.add(egui::Label::new(office).wrap());
    ui.label(quiet(facts));
}

/// A bar for each year with held meetings.
fn years_ui(ui: &mut egui::Ui, context: PanelContext, leader: &Leader) {
    if leader.years.is_empty() {
        return;
    }
    heading_ui(ui, Pairing::ByYear);
    let most = leader.years.values().copied().max().unwrap_or(1);
    for (year, number) in leader.years.iter().rev().take(NAMED) {
        let words = say(Message::Count(*number, Noun::Meeting));
        ui.horizontal(|ui| {
            ui.label(say(PairingText::Year(*year)));
            let wide = (BAR * *number as f32 / most as f32).max(2.0);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(wide, 8.0), egui::Sense::hover());
            ui.painter().rect_filled(rect, 2.0, style::colour(context.look.accent.faded(0.6)));
            ui.label(quiet(words));
        });
    }
    more_ui(ui, leader.years.len());
}

/// Those whom the person met most often; each leads to the page of the two.
fn with_ui(ui: &mut egui::Ui, leader: &Leader, next: &mut State) {
    if leader.with.is_empty() {
        return;
    }
    heading_ui(ui, Pairing::MetMost);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for (other, number) in leader.with.iter().take(NAMED) {
            if ui.add(egui::Button::new(format!("{other} {number}")).small()).clicked() {
                let pair = Pair::of_people([leader.name.clone(), other.clone()]);
                next.selection = Some(Target::Pair(pair));
            }
        }
    });
    more_ui(ui, leader.with.len());
}

fn venues_ui(ui: &mut egui::Ui, leader: &Leader) {
    if leader.venues.is_empty() {
        return;
    }
    heading_ui(ui, Pairing::Venues);
    for (venue, number) in leader.venues.iter().take(NAMED) {
        line_ui(ui, venue, &say(Message::Count(*number, Noun::Meeting)));
    }
    more_ui(ui, leader.venues.len());
}

/// How far the person went in all, and the latest journeys, each with its stops; a click shows the first.
fn journeys_ui(ui: &mut egui::Ui, meetings: &Meetings, leader: &Leader, next: &mut State) {
    if leader.journeys.is_empty() {
        return;
    }
    heading_ui(ui, Pairing::Journeys);
    let all = say(Message::Count(leader.travel.trips, Noun::Trip));
    ui.label(format!("{all}, {}", say(Message::Travel(leader.travel))));
    for Journey { stops, travel } in leader.journeys.iter().rev().take(NAMED) {
        let Some(&first) = stops.first() else { continue };
        let mut places: Vec<String> =
            stops.iter().map(|&row| city_in_words(&meetings.get(row).venue)).collect();
        places.dedup();
        let dates = say(Message::Dates(meetings.get(first).dates));
        let way = say(PairingText::Journey(&dates, &places.join(" → ")));
        let link = ui.add(egui::Link::new(way)).on_hover_text(meetings.get(first).title.as_str());
        if link.clicked() {
            next.selection = Some(Target::Meeting(meetings.get(first).id.clone()));
        }
        ui.label(quiet(say(Message::Travel(*travel))));
    }
    more_ui(ui, leader.journeys.len());
}
