//! The columns of a table on the left: each with its heading, what it holds, how sure that is, and what its
//! cells are.

use super::act::Act;
use super::choice::{Face, choice_ui, heading_ui, line_ui};
use super::group::{Group, fields};
use super::outcome::ColumnFacts;
use super::preview::Preview;
use super::sign::{Sign, sign_ui};
use crate::import::field::Field;
use crate::import::guesser::Sure;
use crate::import::mapping::Mapping;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::style::{self, quiet, strong};
use crate::words::message::Message;
use crate::words::part::importing::{Importing, ImportingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use egui::{Label, RichText, Ui};

/// The list of columns.
pub fn columns_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let mapping = &preview.file().draft.mapping;
    let unused = mapping.columns.iter().filter(|column| column.field.is_none()).count();
    let count = mapping.columns.len();
    ui.label(strong(say(ImportingText::Columns(count, unused))));
    ui.label(quiet(label(Importing::ClickToChange)));
    ui.add_space(4.0);
    let area = egui::ScrollArea::vertical().id_salt("columns").auto_shrink(false);
    area.show(ui, |ui| {
        ui.set_width(ui.available_width() - 8.0);
        for place in 0..count.min(MOST_COLUMNS) {
            ui.separator();
            column_ui(ui, look, preview, place, acts);
        }
        if count > MOST_COLUMNS {
            ui.label(quiet(say(ImportingText::MoreColumns(count - MOST_COLUMNS))));
        }
        ui.add_space(8.0);
    });
}

/// Columns that are listed.
const MOST_COLUMNS: usize = 200;

fn column_ui(ui: &mut Ui, look: &Look, preview: &Preview, place: usize, acts: &mut Vec<Act>) {
    let file = preview.file();
    let column = &file.draft.mapping.columns[place];
    let sign = sign_of(preview, place);
    let field = column.field;
    let shown = if column.heading.trim().is_empty() { label(Importing::NoHeading) } else { &column.heading };
    let name = say(ImportingText::Column(shown));
    let words = words_of(field);
    let mut choose = |ui: &mut Ui, width: f32| {
        let face = Face { name: &name, is_named: false, chosen: &words, sign: None, width, is_lit: false };
        let used = |field| Act::Column(preview.current, place, field);
        acts.extend(choice_ui(ui, look, face, |ui| fields_ui(ui, look, &file.draft.mapping, place, used)));
    };
    let is_narrow = ui.available_width() < 205.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        sign_ui(ui, look, sign);
        let wide = ui.available_width();
        let text = if field.is_some() { strong(shown) } else { RichText::new(shown).weak() };
        let heading = if is_narrow { egui::vec2(wide, 18.0) } else { egui::vec2(wide * 0.44, 27.0) };
        ui.allocate_ui_with_layout(heading, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            ui.set_width(heading.x);
            ui.add(Label::new(text).truncate()).on_hover_text(shown);
        });
        if !is_narrow {
            choose(ui, wide * 0.56 - 8.0);
        }
    });
    if is_narrow {
        ui.horizontal(|ui| {
            ui.add_space(19.0 - ui.spacing().item_spacing.x);
            let wide = ui.available_width() - 2.0;
            choose(ui, wide);
        });
    }
    let facts =
        preview.outcome.as_ref().and_then(|outcome| outcome.files.get(preview.current)?.columns.get(place));
    let Some(facts) = facts else { return };
    let [first, second] = facts_in_words(preview, field, facts);
    let inset = egui::Margin { left: 19, ..egui::Margin::ZERO };
    egui::Frame::new().inner_margin(inset).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let ink = if field.is_some() && !preview.is_old() { look.ink } else { look.quiet_ink };
        let font = style::font(size::SMALL, Weight::Regular);
        ui.add(Label::new(RichText::new(first).font(font).color(style::colour(ink))).wrap());
        if !second.is_empty() {
            ui.add(Label::new(quiet(&second)).truncate()).on_hover_text(&second);
        }
    });
}

fn words_of(field: Option<Field>) -> String {
    field.map_or_else(
        || label(Importing::NotUsed).to_owned(),
        |field| sentence_case(&say(Message::Holds(field))),
    )
}

/// The menu of a column: everything that it can hold.
fn fields_ui(
    ui: &mut Ui,
    look: &Look,
    mapping: &Mapping,
    place: usize,
    used: impl Fn(Option<Field>) -> Act,
) -> Option<Act> {
    let now = mapping.columns[place].field;
    let mut chosen = None;
    if line_ui(ui, look, label(Importing::NotUsed), label(Importing::StaysInFile), now.is_none()) {
        chosen = Some(used(None));
    }
    let own = now.map(Group::of);
    let others = Group::ALL.into_iter().filter(|group| Some(*group) != own);
    for group in own.into_iter().chain(others) {
        heading_ui(ui, group.name());
        for field in fields(group) {
            let taken = now != Some(field) && field.joint().is_none() && mapping.has(field);
            let about = if taken { label(Importing::TakenElsewhere) } else { "" };
            if line_ui(ui, look, &words_of(Some(field)), about, now == Some(field)) {
                chosen = Some(used(Some(field)));
            }
        }
    }
    chosen
}

fn sign_of(preview: &Preview, place: usize) -> Sign {
    let draft = &preview.file().draft;
    let field = draft.mapping.columns[place].field;
    let guessed = draft.guess.mapping.columns.get(place).and_then(|column| column.field);
    let Some(field) = field else { return Sign::NotRead };
    if Some(field) != guessed || preview.file().as_before.is_some() {
        // Somebody has said so.
        return Sign::Sure;
    }
    match draft.guess.columns.get(place).map(|(sure, _)| *sure) {
        Some(Sure::Heading) => Sign::Sure,
        Some(Sure::Likely | Sure::Cells) | None => Sign::Likely,
        Some(Sure::Not) => Sign::NotRead,
    }
}

/// What the cells of a column are, and below it some of them.
fn facts_in_words(preview: &Preview, field: Option<Field>, facts: &ColumnFacts) -> [String; 2] {
    let rows = preview.file().draft.table().len();
    let ColumnFacts { filled, wrong, letters: _, examples } = facts;
    let examples = examples.join("; ");
    let filled_of = if *filled == rows {
        say(ImportingText::InAll(rows))
    } else {
        say(ImportingText::InSome(*filled, rows))
    };
    let good = filled.saturating_sub(*wrong);
    if *filled == 0 {
        return [label(Importing::EmptyColumn).to_owned(), examples];
    }
    let first = match field.map(Group::of) {
        None => say(ImportingText::NotUsed(&filled_of)),
        Some(Group::When) => say(ImportingText::DatesRead(good, *wrong)),
        Some(Group::Where) => say(ImportingText::PlacesFound(good, *wrong)),
        Some(Group::Who | Group::What | Group::Source | Group::Numbers) if *wrong > 0 => {
            say(ImportingText::ToLookAt(&filled_of, *wrong))
        }
        Some(Group::Who | Group::What | Group::Source | Group::Numbers) => filled_of,
    };
    [sentence_case(&first), examples]
}
