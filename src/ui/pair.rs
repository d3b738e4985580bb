//! The page of a pair: how often two states or people met, at whose place, who came to whom last, and since
//! when they have not met.

use super::context::PanelContext;
use super::fact_lines::{line_ui, told};
use super::rows::rows_ui;
use super::selected::Selected;
use super::style::{self, quiet, strong};
use super::touched::Touched;
use crate::meeting::table::Meetings;
use crate::query::pair::Pair;
use crate::query::together::{Home, Together};
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::pairing::{Pairing, PairingText};
use crate::words::{label, say};

/// The whole page.
pub fn pair_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    (pair, selected): (&Pair, &Selected),
    next: &mut State,
    touched: &mut Touched,
) {
    let meetings = context.meetings();
    let together = selected.together(context.answers);
    let [a, b] = pair.names();
    ui.heading(format!("{a} – {b}"));
    let Together { held, planned, cancelled, .. } = *together;
    ui.label(quiet(say(PairingText::Together(held, planned, cancelled))));
    if held > 0 {
        ui.add_space(8.0);
        places_ui(ui, together, [&a, &b]);
        ui.add_space(8.0);
        visits_ui(ui, meetings, together, [&a, &b]);
        ui.add_space(8.0);
        when_ui(ui, meetings, together);
    }
    ui.add_space(8.0);
    since_ui(ui, context, together);
    ui.add_space(8.0);
    ui.label(strong(label(Pairing::Meetings)));
    let hidden = together.rows.len().saturating_sub(selected.rows.len());
    if selected.rows.is_empty() && hidden > 0 {
        ui.label(quiet(label(Pairing::NoneShown)));
    }
    rows_ui(ui, context, &selected.rows, next, touched);
    if hidden > 0 {
        ui.label(quiet(say(PairingText::Hidden(hidden))));
    }
}

fn places_ui(ui: &mut egui::Ui, together: &Together, [a, b]: [&str; 2]) {
    ui.label(strong(label(Pairing::AtWhosePlace)));
    let number = |number: usize| {
        if number == 0 { label(Pairing::None).to_owned() } else { say(Message::Number(number)) }
    };
    for home in Home::ALL {
        let name = match home {
            Home::First => a,
            Home::Second => b,
            Home::Elsewhere => label(Pairing::Elsewhere),
        };
        line_ui(ui, name, &number(together.at[home as usize]));
    }
    if together.calls > 0 {
        line_ui(ui, label(Pairing::ByCall), &number(together.calls));
    }
}

fn visits_ui(ui: &mut egui::Ui, meetings: &Meetings, together: &Together, [a, b]: [&str; 2]) {
    ui.label(strong(label(Pairing::Visits)));
    let [of_first, of_second] = together.visits;
    for (guest, host, visit) in [(a, b, of_first), (b, a, of_second)] {
        line_ui(ui, &say(PairingText::Visit(guest, host)), &told(meetings, visit));
    }
    let returned = match together.returned {
        0 => label(Pairing::None).to_owned(),
        number => say(Message::Number(number)),
    };
    line_ui(ui, label(Pairing::ReturnVisits), &returned);
}

fn when_ui(ui: &mut egui::Ui, meetings: &Meetings, together: &Together) {
    ui.label(strong(label(Pairing::When)));
    line_ui(ui, label(Pairing::First), &told(meetings, together.first));
    line_ui(ui, label(Pairing::Latest), &told(meetings, together.latest));
}

/// A card that says since when they have not met, as far as the table goes.
fn since_ui(ui: &mut egui::Ui, context: PanelContext, together: &Together) {
    let Some((first, last)) = together.days else { return };
    let meetings = context.meetings();
    let latest = together.latest.and_then(|row| meetings.get(row).dates.days());
    let since = latest.zip(together.days_since(meetings)).map(|((_, latest), days)| match days {
        0 => say(PairingText::MetAtTheEnd(last)),
        days => say(PairingText::NotSince(latest, days, last)),
    });
    let card = egui::Frame::new().fill(style::colour(context.look.card)).corner_radius(6).inner_margin(10);
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        if let Some(since) = since {
            ui.add(egui::Label::new(strong(since)).wrap());
        }
        ui.add(egui::Label::new(quiet(say(PairingText::Runs(first, last)))).wrap());
    });
}
