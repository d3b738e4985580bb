//! The question whom people represent: a line comes from the capital of the state, and from nowhere if none
//! is known.

use super::act::Act;
use super::card::card_ui;
use super::choice::Face;
use super::preview::Preview;
use super::question::{AskedName, Questions};
use super::sign::Sign;
use super::state_choice::state_choice_ui;
use super::understood::name;
use crate::import::decisions::State;
use crate::import::field::Field;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::ui::in_sight::in_sight_ui;
use crate::ui::style::{self, quiet, strong};
use crate::words::message::Message;
use crate::words::part::asking::{Asking, AskingText};
use crate::words::part::button::Button;
use crate::words::part::lists::ListText;
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use egui::{CornerRadius, Id, Label, Layout, Ui, vec2};

/// The height of a row in points.
const ROW: f32 = 34.0;
/// Names that are shown at first.
const FIRST: usize = 8;

/// The card.
pub fn ask_people_ui(
    ui: &mut Ui,
    look: &Look,
    preview: &Preview,
    questions: &Questions,
    acts: &mut Vec<Act>,
) {
    let names = sorted(preview, questions);
    let open = names.iter().filter(|name| name.is_open()).count();
    let sign = if open > 0 { Sign::Asks } else { Sign::Sure };
    let about = say(AskingText::Names(names.len(), open));
    card_ui(ui, look, sign, label(Asking::Whom), &about, |ui| {
        ui.add(Label::new(quiet(label(Asking::WhomTip))).wrap());
        ui.add_space(4.0);
        everyone_ui(ui, look, preview, acts);
        let confirmable: Vec<(String, State)> = names
            .iter()
            .filter(|one| one.is_open())
            .filter_map(|one| Some((one.name.clone(), State::Represents(one.suggested?))))
            .collect();
        if confirmable.len() > 1 {
            let words = say(AskingText::ConfirmAll(confirmable.len()));
            if ui.button(words).clicked() {
                acts.push(Act::Names(confirmable));
            }
        }
        ui.add_space(2.0);
        let id = Id::unique("all names");
        let shows_all = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
        let least = FIRST.max(preview.were_open.len().min(40));
        let shown = if shows_all { names.len() } else { names.len().min(least) };
        head_ui(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        in_sight_ui(ui, "names", shown, ROW, |ui, place| name_ui(ui, look, names[place], acts));
        ui.add_space(6.0);
        let hidden = names.len() - shown;
        if hidden > 0 && ui.button(say(AskingText::ShowMore(hidden))).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
        if shows_all && names.len() > least && ui.button(label(Button::ShowFewer)).clicked() {
            ui.data_mut(|data| data.insert_temp(id, false));
        }
        if questions.more_names > 0 {
            ui.label(quiet(say(AskingText::RarerNames(questions.more_names))));
        }
    });
}

/// Those that were open at some time first, then those of the most rows.
fn sorted<'q>(preview: &Preview, questions: &'q Questions) -> Vec<&'q AskedName> {
    let mut names: Vec<&AskedName> = questions.names.iter().collect();
    names.sort_by_key(|one| !preview.were_open.contains(&one.name));
    names
}

/// The choice for everyone in the columns of travellers.
fn everyone_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let mapping = &preview.file().draft.mapping;
    let column = mapping.columns.iter().find(|column| column.field == Some(Field::Leader));
    let Some(column) = column else { return };
    ui.horizontal_wrapped(|ui| {
        ui.label(say(AskingText::EveryoneIn(&column.heading)));
        let now = mapping.represents.map(name);
        let face = Face {
            name: label(Asking::EveryoneRepresents),
            is_named: false,
            chosen: now.as_deref().unwrap_or(label(Asking::EachTheirOwn)),
            sign: None,
            width: 200.0,
            is_lit: now.is_some(),
        };
        let chosen = state_choice_ui(
            ui,
            look,
            face,
            Id::unique("everyone"),
            &[],
            &sentence_case(label(Asking::EachTheirOwn)),
        );
        acts.extend(chosen.map(Act::Represents));
    });
}

/// The widths of name, rows and state in a row of this width.
fn widths(wide: f32) -> [f32; 3] {
    [(wide * 0.28).max(110.0), 40.0, (wide * 0.24).clamp(120.0, 200.0)]
}

fn head_ui(ui: &mut Ui) {
    let [name, rows, state] = widths(ui.available_width());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (wide, words) in [
            (name, label(Asking::NameInTable)),
            (rows, label(Asking::Rows)),
            (state, label(Asking::Represents)),
            (60.0, label(Asking::Why)),
        ] {
            ui.allocate_ui_with_layout(vec2(wide, 18.0), Layout::left_to_right(egui::Align::Center), |ui| {
                ui.set_width(wide);
                ui.label(quiet(words));
            });
        }
    });
}

fn name_ui(ui: &mut Ui, look: &Look, one: &AskedName, acts: &mut Vec<Act>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::hover());
    if one.is_open() {
        let fill = style::colour(look.planned.faded(0.1));
        ui.painter().rect_filled(rect.expand2(vec2(6.0, -1.0)), CornerRadius::same(5), fill);
    }
    let stroke = egui::Stroke::new(1.0, style::colour(look.hairline));
    ui.painter().hline(rect.x_range(), rect.bottom(), stroke);
    let builder = egui::UiBuilder::new()
        .id_salt(("name", &one.name))
        .max_rect(rect)
        .layout(Layout::left_to_right(egui::Align::Center));
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing.x = 8.0;
    let [name_wide, rows_wide, state_wide] = widths(rect.width());
    slot_ui(&mut ui, name_wide, |ui| {
        ui.add(Label::new(strong(&one.name)).truncate()).on_hover_text(&one.name);
    });
    slot_ui(&mut ui, rows_wide, |ui| {
        ui.label(say(Message::Number(one.rows)));
    });
    let (chosen, sign) = state_in_words(one);
    let name = say(AskingText::Represents(&one.name));
    let face = Face {
        name: &name,
        is_named: false,
        chosen: &chosen,
        sign: Some(sign),
        width: state_wide,
        is_lit: false,
    };
    let first: Vec<_> = one.suggested.into_iter().collect();
    let id = Id::unique(("state of", &one.name));
    let chosen = state_choice_ui(&mut ui, look, face, id, &first, label(Asking::ForThemselves));
    acts.extend(
        chosen.map(|state| {
            Act::Name(one.name.clone(), Some(state.map_or(State::Nobody(()), State::Represents)))
        }),
    );
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        button_ui(ui, one, acts);
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            let mut why = one.why.clone();
            if one.open > 0 && one.open < one.rows && one.decided.is_none() {
                why = say(AskingText::WithoutState(&why, one.open));
            }
            let text = egui::RichText::new(&why).font(style::font(size::SMALL, Weight::Regular));
            ui.add(Label::new(text).truncate()).on_hover_text(why);
        });
    });
}

fn slot_ui(ui: &mut Ui, wide: f32, inside: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(wide, ROW), Layout::left_to_right(egui::Align::Center), |ui| {
        ui.set_width(wide);
        inside(ui);
    });
}

fn state_in_words(one: &AskedName) -> (String, Sign) {
    match (one.decided, &one.states[..]) {
        (Some(State::Represents(state)), _) => (name(state), Sign::Sure),
        (Some(State::Nobody(())), _) => (label(Asking::NoState).to_owned(), Sign::Sure),
        (None, []) => (one.suggested.map_or_else(|| label(Asking::Choose).to_owned(), name), Sign::Asks),
        (None, [only]) => (name(*only), if one.open > 0 { Sign::Asks } else { Sign::Sure }),
        (None, [first, others @ ..]) => {
            (say(ListText::FirstAndMore(&name(*first), others.len())), Sign::Likely)
        }
    }
}

/// What confirms a suggestion, or takes a decision back.
fn button_ui(ui: &mut Ui, one: &AskedName, acts: &mut Vec<Act>) {
    if one.decided.is_some() {
        let button = ui.button(label(Asking::TakeBack));
        named(&button, &say(AskingText::TakeBack(&one.name)));
        if button.clicked() {
            acts.push(Act::Name(one.name.clone(), None));
        }
    } else if let Some(state) = one.suggested.filter(|_| one.open > 0) {
        let button = ui.button(label(Asking::Confirm));
        named(&button, &say(AskingText::Confirm(&one.name, &name(state))));
        if button.clicked() {
            acts.push(Act::Name(one.name.clone(), Some(State::Represents(state))));
        }
    } else {
        ui.label(quiet(if one.states.is_empty() { "" } else { label(Asking::Found) }));
    }
}

/// Names a button for a screen reader.
fn named(button: &egui::Response, words: &str) {
    button.ctx.accesskit_node_builder(button.id, |node| node.set_label(words));
}
