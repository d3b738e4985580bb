//! What would come, on the right: the map, the counts, what is to be said, and the button that opens it.

use super::act::{Act, View};
use super::outcome::Outcome;
use super::preview::Preview;
use crate::import::preview::Counts;
use crate::picture::compose::compose_map;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::paint::{Meshes, paint};
use crate::ui::style::{self, quiet, strong};
use crate::words::message::{Message, Word};
use crate::words::part::importing::{Importing, ImportingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use egui::{Align2, CornerRadius, Label, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

/// The panel.
pub fn aside_ui(ui: &mut Ui, look: &Look, preview: &Preview, meshes: &mut Meshes, acts: &mut Vec<Act>) {
    let foot =
        egui::Panel::bottom("open").frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 12)));
    foot.show(ui, |ui| button_ui(ui, look, preview, acts));
    egui::CentralPanel::no_frame().show(ui, |ui| {
        let area = egui::ScrollArea::vertical().id_salt("what would come").auto_shrink(false);
        area.show(ui, |ui| {
            ui.add_space(8.0);
            head_ui(ui, preview);
            ui.add_space(6.0);
            match &preview.outcome {
                Some(outcome) => {
                    map_ui(ui, look, outcome, meshes);
                    egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 8)).show(ui, |ui| {
                        counts_ui(ui, look, preview, outcome, acts);
                        remarks_ui(ui, preview, outcome);
                    });
                }
                None => {
                    ui.horizontal(|ui| {
                        ui.add_space(16.0);
                        ui.label(quiet(label(Importing::ReadingTable)));
                    });
                }
            }
        });
    });
}

fn head_ui(ui: &mut Ui, preview: &Preview) {
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        ui.label(strong(match preview.view {
            View::Columns => label(Importing::AsItWouldCome),
            View::Questions => label(Importing::WithAnswers),
        }));
        if let Some(outcome) = &preview.outcome {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(16.0);
                ui.label(quiet(sentence_case(word(Word::Reading(outcome.map.state.reading)))));
            });
        }
    });
}

fn map_ui(ui: &mut Ui, look: &Look, outcome: &Outcome, meshes: &mut Meshes) {
    let wide = ui.available_width();
    let room = ui.ctx().content_rect().height();
    let high = (wide * 0.64).min(room * 0.32).max(110.0);
    let (rect, response) = ui.allocate_exact_size(vec2(wide, high), Sense::hover());
    let map = &outcome.map;
    let scene = map.answers.scene(&map.lands, &map.state, None, [wide, high]);
    let picture = compose_map(&scene);
    response.widget_info(|| {
        let words = say(Message::Shown(&map.answers.shown));
        WidgetInfo::labeled(Role::Image, true, say(ImportingText::Map(&words)))
    });
    if ui.is_rect_visible(rect) {
        paint(&picture, &ui.painter_at(rect), rect.min, meshes);
        let edge = Stroke::new(1.0, style::colour(look.hairline));
        ui.painter().hline(rect.x_range(), rect.top(), edge);
        ui.painter().hline(rect.x_range(), rect.bottom(), edge);
    }
}

fn counts_ui(ui: &mut Ui, look: &Look, preview: &Preview, outcome: &Outcome, acts: &mut Vec<Act>) {
    let Counts { meetings, to_the_day, less_exact, undated, placed, at_country, nowhere, with_line, .. } =
        outcome.counts;
    let is_old = preview.is_old();
    let rows: usize = preview.files.iter().map(|one| one.draft.table().len()).sum();
    let told = [
        (meetings, Importing::Meetings, ImportingText::From(rows, meetings)),
        (to_the_day, Importing::DatesToTheDay, ImportingText::DatesBeside(meetings, less_exact, undated)),
        (placed, Importing::Placed, ImportingText::PlacesBeside(meetings, at_country, nowhere)),
        (with_line, Importing::WithLine, ImportingText::LinesBeside(meetings, meetings - with_line)),
    ];
    for (count, what, about) in told {
        count_ui(ui, look, count, label(what), &say(about), is_old);
        ui.separator();
    }
    let open = outcome.questions.open();
    if open > 0 {
        let response = open_questions_ui(ui, look, open, &open_in_words(outcome));
        if response.clicked() {
            acts.push(Act::View(View::Questions));
        }
        ui.separator();
    }
}

/// `who represents whom; which place is meant`
fn open_in_words(outcome: &Outcome) -> String {
    let questions = &outcome.questions;
    let parts = [
        (questions.dates.iter().any(super::question::DateOrder::is_open), label(Importing::OrderOpen)),
        (questions.names.iter().any(super::question::AskedName::is_open), label(Importing::PeopleOpen)),
        (questions.places.iter().any(super::question::AskedPlace::is_open), label(Importing::PlacesOpen)),
    ];
    let parts: Vec<&str> =
        parts.into_iter().filter_map(|(is_open, words)| is_open.then_some(words)).collect();
    parts.join("; ")
}

fn open_questions_ui(ui: &mut Ui, look: &Look, open: usize, about: &str) -> egui::Response {
    let what = say(ImportingText::QuestionsOpen(open));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{open} {what}: {about}")));
    let hue = style::colour(look.planned);
    let painter = ui.painter();
    painter.text(
        egui::pos2(rect.left() + 44.0, rect.top() + 12.0),
        Align2::RIGHT_CENTER,
        open.to_string(),
        style::font(18.0, Weight::SemiBold),
        hue,
    );
    painter.text(
        egui::pos2(rect.left() + 56.0, rect.top() + 10.0),
        Align2::LEFT_CENTER,
        what,
        style::font(size::VENUE, Weight::SemiBold),
        hue,
    );
    painter.text(
        egui::pos2(rect.left() + 56.0, rect.top() + 27.0),
        Align2::LEFT_CENTER,
        about,
        style::font(size::SMALL, Weight::Regular),
        style::colour(look.quiet_ink),
    );
    style::focus_ring(painter, look, rect, response.has_focus());
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A number with what it counts, and in grey what about it.
fn count_ui(ui: &mut Ui, look: &Look, count: usize, what: &str, about: &str, is_old: bool) {
    let number = say(Message::Number(count));
    ui.horizontal_top(|ui| {
        let ink = style::colour(if is_old { look.quiet_ink } else { look.ink });
        let slot = vec2(46.0_f32.max(number.len() as f32 * 11.0), 22.0);
        let (rect, response) = ui.allocate_exact_size(slot, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{number} {what}")));
        ui.painter().text(
            rect.right_center(),
            Align2::RIGHT_CENTER,
            &number,
            style::font(18.0, Weight::SemiBold),
            ink,
        );
        ui.add_space(4.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.label(strong(what));
            if !about.is_empty() {
                ui.add(Label::new(quiet(about)).wrap());
            }
        });
    });
}

/// How the files were understood where they could have been understood otherwise.
fn remarks_ui(ui: &mut Ui, preview: &Preview, outcome: &Outcome) {
    let several = preview.files.len() > 1;
    let said = preview.files.iter().filter_map(|one| {
        let name = one.as_before.as_ref()?;
        Some(say(ImportingText::ReadAsBefore(name)))
    });
    let remarks = outcome.import.remarks.iter().map(|(file, remark, tally)| {
        let words = sentence_case(&say(Message::Remark(remark, tally)));
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        if several { format!("{name}: {words}") } else { words }
    });
    let refused = preview.refused.iter().map(|(_, why)| why.clone());
    let said: Vec<String> = refused.chain(said).chain(remarks).collect();
    if !said.is_empty() {
        ui.add_space(2.0);
        ui.label(RichText::new(label(Importing::HowRead)).font(style::font(size::SMALL, Weight::SemiBold)));
        for words in said {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                ui.label(quiet("·"));
                ui.add(Label::new(quiet(words)).wrap());
            });
        }
    }
    ui.add_space(4.0);
    ui.add(Label::new(quiet(label(Importing::OpenStays))).wrap());
}

fn button_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    if !preview.said.is_empty() {
        ui.add(Label::new(RichText::new(&preview.said).color(style::colour(look.planned))).wrap());
        ui.add_space(4.0);
    }
    let outcome = preview.outcome.as_ref();
    let meetings = outcome.map_or(0, |outcome| outcome.counts.meetings);
    let lack = outcome.and_then(|outcome| outcome.files.get(preview.current)?.lack.as_ref());
    if let Some(lack) = lack {
        ui.add(
            Label::new(
                RichText::new(sentence_case(&say(Message::Wrong(lack)))).color(style::colour(look.planned)),
            )
            .wrap(),
        );
        ui.add(Label::new(quiet(label(Importing::SayColumns))).wrap());
        ui.add_space(4.0);
    }
    let words = match meetings {
        0 => label(Importing::NothingToOpen).to_owned(),
        count => say(ImportingText::Open(count)),
    };
    let is_ready = meetings > 0 && !preview.is_old();
    let response = primary_ui(ui, look, &words, meetings > 0, is_ready);
    if response.clicked() && is_ready {
        acts.push(Act::Open);
    }
    let open = outcome.map_or(0, |outcome| outcome.questions.open());
    if preview.view == View::Columns && open > 0 {
        ui.vertical_centered(|ui| {
            let text = RichText::new(say(ImportingText::AnswerFirst(open))).color(style::colour(look.accent));
            if ui.add(egui::Button::new(text).frame(false)).clicked() {
                acts.push(Act::View(View::Questions));
            }
        });
    }
}

/// The one filled button of the window.
fn primary_ui(ui: &mut Ui, look: &Look, words: &str, is_enabled: bool, is_ready: bool) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), 42.0),
        if is_enabled { Sense::click() } else { Sense::hover() },
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, words));
    let fill = if !is_enabled {
        look.hairline
    } else if is_ready {
        look.accent
    } else {
        look.accent.faded(0.7)
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(6), style::colour(fill));
    if response.hovered() && is_enabled {
        painter.rect_stroke(
            rect,
            CornerRadius::same(6),
            Stroke::new(2.0, style::colour(look.ink.faded(0.35))),
            StrokeKind::Inside,
        );
    }
    if response.has_focus() {
        painter.rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(8),
            Stroke::new(2.0, style::colour(look.accent)),
            StrokeKind::Outside,
        );
    }
    let ink = if is_enabled { look.paper } else { look.quiet_ink };
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        words,
        style::font(15.0, Weight::SemiBold),
        style::colour(ink),
    );
    response
}
