//! Comparing: what the filter is compared with, and the list of what changed.

use super::context::PanelContext;
use super::in_sight::in_sight_ui;
use super::period::PeriodText;
use super::style::{self, quiet, strong};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::query::change::{Change, Changes, TieChange};
use crate::query::question::baseline::{Baseline, BaselineRule};
use crate::state::{State, Target};
use crate::words::message::{Message, Word};
use crate::words::part::comparing::{Comparing, ComparingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use egui::{Role, Sense, WidgetInfo};

/// The height of a line of the list.
const ROW: f32 = 22.0;

/// What to compare with, folded until it is wanted: where there is no room for a bar. True when it was
/// changed.
pub fn compare_folded_ui(ui: &mut egui::Ui, period: &mut PeriodText, next: &mut State) -> bool {
    let title = if next.compare.is_some() { label(Comparing::Comparing) } else { label(Comparing::Compare) };
    let heading = egui::CollapsingHeader::new(quiet(title)).id_salt("Compare").open(None);
    heading.show_unindented(ui, |ui| compare_ui(ui, period, next)).body_returned.unwrap_or_default()
}

/// What to compare with. True when it was changed.
pub fn compare_ui(ui: &mut egui::Ui, period: &mut PeriodText, next: &mut State) -> bool {
    let before = next.compare.clone();
    ui.label(quiet(label(Comparing::With)));
    ui.horizontal_wrapped(|ui| {
        let now = next.compare.as_ref();
        let (per_month, chosen) =
            (now.is_some_and(|compare| compare.per_month), now.map(|compare| compare.follows));
        for (words, hint, follows) in [
            (
                label(Comparing::PreviousPeriod),
                label(Comparing::PreviousPeriodTip),
                Some(BaselineRule::TimeBefore),
            ),
            (label(Comparing::AllBefore), label(Comparing::AllBeforeTip), Some(BaselineRule::AllBefore)),
            (label(Comparing::KeepAsBaseline), label(Comparing::KeepAsBaselineTip), None),
        ] {
            let before = follows.map_or_else(|| Some(next.filter.clone()), |one| one.before(&next.filter));
            let button =
                ui.add_enabled(before.is_some(), egui::Button::new(words).selected(chosen == Some(follows)));
            let button = button.on_hover_text(hint).on_disabled_hover_text(label(Comparing::NeedsPeriod));
            if let Some(before) = before.filter(|_| button.clicked()) {
                next.compare = Some(Baseline { before, per_month, follows });
            }
        }
    });
    if next.filter.from.is_none() {
        ui.label(quiet(label(Comparing::ChoosePeriod)));
    }
    if let Some(compare) = &mut next.compare {
        let before = (compare.before.from, compare.before.to);
        period.ui(ui, [label(Comparing::Since), label(Comparing::Until)], &mut compare.before);
        if before != (compare.before.from, compare.before.to) {
            compare.follows = None;
        }
        style::boxes_ui(ui, |ui| ui.checkbox(&mut compare.per_month, label(Comparing::PerMonth)));
        if ui.button(label(Comparing::Stop)).clicked() {
            next.compare = None;
        }
    }
    next.compare != before
}

/// What changed: the sentence, the countries that are new or gone, and every line by what became of it.
pub fn changes_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    changes: &Changes,
    next: &mut State,
    pointed: &mut Option<Target>,
) {
    ui.label(quiet(say(Message::Shown(context.shown()))));
    countries_ui(ui, label(Comparing::New), &changes.new, next);
    countries_ui(ui, label(Comparing::Gone), &changes.gone, next);
    for change in Change::ALL {
        let ties: Vec<&TieChange> = changes.ties.iter().filter(|tie| tie.change == change).collect();
        if ties.is_empty() {
            continue;
        }
        ui.add_space(6.0);
        let heading = format!("{} · {}", sentence_case(word(Word::Change(change))), ties.len());
        let open = change != Change::Same;
        let heading = egui::CollapsingHeader::new(strong(heading)).id_salt(change.name()).default_open(open);
        heading.show_unindented(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            in_sight_ui(ui, change.name(), ties.len(), ROW, |ui, i| {
                change_ui(ui, context, ties[i], next, pointed);
            });
        });
    }
    if changes.ties.is_empty() {
        ui.label(quiet(label(Comparing::NoLine)));
    }
}

fn countries_ui(ui: &mut egui::Ui, word: &str, countries: &[CountryCode], next: &mut State) {
    if countries.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(strong(format!("{word} · {}", countries.len())));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for &code in countries {
            if ui.add(egui::Button::new(Countries::embedded().spoken(code)).small()).clicked() {
                next.selection = Some(Target::Country(code));
            }
        }
    });
}

/// A line's name, and what it counts before and after; a click selects it, hovering lights it.
fn change_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    change: &TieChange,
    next: &mut State,
    pointed: &mut Option<Target>,
) {
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), Sense::click());
    let target = Target::Tie(change.tie.key.clone());
    let name = change.tie.key.name(context.meetings(), &context.shown().ties);
    let per_month = context.shown().question.compare.as_ref().is_some_and(|compare| compare.per_month);
    let numbers = in_words(change, per_month);
    let label = format!("{name}, {numbers}");
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &label));
    if response.clicked() {
        next.selection = Some(target.clone());
    }
    if response.hovered() {
        *pointed = Some(target);
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let look: &Look = context.look;
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    let colour = style::colour(look.change(change.change));
    painter.circle_filled(rect.left_center() + egui::vec2(9.0, 0.0), 3.2, colour);
    let room = rect.width() - 20.0 - width(&numbers, size::SMALL, Weight::Regular) - 16.0;
    let name = shortened(&name, size::VENUE, Weight::Regular, room);
    let (ink, quiet) = (style::colour(look.ink), style::colour(look.quiet_ink));
    let font = |points| style::font(points, Weight::Regular);
    painter.text(
        rect.left_center() + egui::vec2(20.0, 0.0),
        egui::Align2::LEFT_CENTER,
        name,
        font(size::VENUE),
        ink,
    );
    painter.text(
        rect.right_center() - egui::vec2(6.0, 0.0),
        egui::Align2::RIGHT_CENTER,
        numbers,
        font(size::SMALL),
        quiet,
    );
}

/// `2 → 5`, `0.5 → 1.3 a month`.
fn in_words(change: &TieChange, per_month: bool) -> String {
    let TieChange { counts, numbers, .. } = change;
    if per_month {
        let [before, after] = numbers.map(|rate| say(Message::Rate(rate)));
        say(ComparingText::PerMonth(&before, &after))
    } else {
        format!("{} → {}", counts[0], counts[1])
    }
}
