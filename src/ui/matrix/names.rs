//! The names beside the matrix and above it. They stand still while the cells are scrolled.

use super::Drawn;
use crate::picture::look::{Colour, size};
use crate::picture::text::Weight;
use crate::query::met::{Heading, Party};
use crate::state::{State, Target};
use crate::ui::style;
use crate::words::message::Word;
use crate::words::part::pairing::{Pairing, PairingText};
use crate::words::{label, say, word};
use egui::epaint::TextShape;
use egui::{Align2, Galley, Pos2, Rect, Role, Sense, Stroke, WidgetInfo};
use std::sync::Arc;

/// How far names above the cells lean: from upright, in radians.
const LEAN: f32 = 0.62;
/// The room of a number beside a name.
const NUMBER: f32 = 44.0;

/// What stands over a section.
fn heading(heading: &Heading) -> Option<String> {
    match heading {
        Heading::None => None,
        Heading::Region(region) => Some(word(Word::Region(*region)).to_owned()),
        Heading::NoRegion => Some(label(Pairing::NoRegion).to_owned()),
        Heading::Bloc(code) => Some(code.clone()),
        Heading::NoBloc => Some(label(Pairing::NoBloc).to_owned()),
    }
}

/// The names of rows, each with what is counted for it. A state is selected by a click on its name.
pub fn names_beside_ui(
    ui: &mut egui::Ui,
    drawn: Drawn,
    rect: Rect,
    scrolled: f32,
    lit: Option<usize>,
    next: &mut State,
) {
    let Drawn { context, made, side } = drawn;
    let look = context.look;
    let painter = ui.painter_at(rect);
    let seen = made.between(scrolled / side, (scrolled + rect.height()) / side);
    for place in seen {
        let (party, at) = made.line[place];
        let top = rect.top() + at * side - scrolled;
        let line =
            Rect::from_min_max(egui::pos2(rect.left(), top), egui::pos2(rect.right() - 6.0, top + side));
        let party = &made.met.parties[party];
        let is_lit = lit == Some(place);
        let response = ui.interact(
            line.intersect(rect),
            ui.scope_id().with(("beside", place)),
            Sense::CLICK | Sense::HOVER,
        );
        let words = say(PairingText::Total(&party.name(), context.shown().question.rule, party.total));
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &words));
        if is_lit || response.hovered() {
            painter.rect_filled(line, 4.0, style::colour(look.accent.faded(0.12)));
        }
        let font = style::font(size::SMALL, Weight::Regular);
        let number = say(PairingText::Number(party.total));
        painter.text(line.right_center(), Align2::RIGHT_CENTER, number, font, style::colour(look.quiet_ink));
        let galley = name(
            ui,
            party,
            rect.width() - NUMBER,
            if is_lit { Weight::SemiBold } else { Weight::Regular },
            look.ink,
        );
        let left = line.right() - NUMBER + 8.0 - galley.size().x;
        painter.galley(
            egui::pos2(left, line.center().y - galley.size().y / 2.0),
            galley,
            style::colour(look.ink),
        );
        if response.clicked() {
            let state = party.state.filter(|_| party.person.is_empty()).map(Target::Country);
            let person = Some(party.person.clone()).filter(|name| !name.is_empty()).map(Target::Person);
            next.selection = state.or(person);
        }
    }
    sections_ui(ui, drawn, rect, scrolled);
}

/// A thin line beside each section, with what stands over it where that has room.
fn sections_ui(ui: &egui::Ui, drawn: Drawn, rect: Rect, scrolled: f32) {
    let Drawn { context, made, side } = drawn;
    let look = context.look;
    let painter = ui.painter_at(rect);
    for (heading, begin, end) in &made.headings {
        let Some(words) = self::heading(heading) else { continue };
        let (top, bottom) = (rect.top() + begin * side - scrolled, rect.top() + end * side - scrolled);
        let stroke = Stroke::new(1.0, style::colour(look.quiet_ink.faded(0.5)));
        painter.vline(rect.left() + 5.0, (top + 3.0)..=(bottom - 3.0), stroke);
        let response = ui.interact(
            Rect::from_min_max(egui::pos2(rect.left(), top), egui::pos2(rect.left() + 12.0, bottom))
                .intersect(rect),
            ui.scope_id().with(("section", &words)),
            Sense::HOVER,
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
        let galley = style::one_line(
            ui,
            &words,
            style::font(size::SMALL, Weight::Spaced),
            look.quiet_ink,
            f32::INFINITY,
        );
        // A part of a name says less than none.
        if galley.size().x <= bottom - top {
            let at = egui::pos2(rect.left() + 9.0, f32::midpoint(top, bottom) + galley.size().x / 2.0);
            let shape = TextShape::new(at, galley, style::colour(look.quiet_ink))
                .with_angle(-std::f32::consts::FRAC_PI_2);
            painter.add(shape);
        }
        response.on_hover_text(words);
    }
}

/// The names of columns, leaning.
pub fn names_above_ui(ui: &egui::Ui, drawn: Drawn, rect: Rect, scrolled: f32, lit: Option<usize>) {
    let Drawn { context, made, side } = drawn;
    let look = context.look;
    let painter = ui.painter_at(rect.expand2(egui::vec2(0.0, 2.0)));
    let seen = made.between(scrolled / side, (scrolled + rect.width()) / side);
    for place in seen {
        let (party, at) = made.line[place];
        let left = rect.left() + at * side - scrolled;
        if left < rect.left() - 1.0 {
            continue;
        }
        let party = &made.met.parties[party];
        let is_lit = lit == Some(place);
        let weight = if is_lit { Weight::SemiBold } else { Weight::Regular };
        let galley = name(ui, party, (rect.height() - 10.0) / LEAN.cos(), weight, look.ink);
        // The middle of the line's foot stands over the middle of the cell.
        let angle = LEAN - std::f32::consts::FRAC_PI_2;
        let half = galley.size().y / 2.0;
        let foot = egui::pos2(left + side / 2.0, rect.bottom() - 6.0);
        let at: Pos2 = foot - egui::vec2(-angle.sin() * half, angle.cos() * half);
        painter.add(TextShape::new(at, galley, style::colour(look.ink)).with_angle(angle));
    }
}

fn name(ui: &egui::Ui, party: &Party, room: f32, weight: Weight, ink: Colour) -> Arc<Galley> {
    style::one_line(ui, &party.short_name(), style::font(size::SMALL, weight), ink, room)
}
