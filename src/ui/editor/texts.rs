//! The fields that are plain texts: title, occasion, outcome and note.

use super::draft::Draft;
use super::field::{Form, Line, line_ui, name_ui};
use super::search::{Enter, Offer, Search};
use crate::document::edit::FieldValue;
use crate::gazetteer::fold::fold;
use crate::meeting::Text;
use crate::meeting::table::Meetings;
use crate::words::message::{Message, Noun};
use crate::words::part::editing::{Detail, Editing};
use crate::words::{label, say};
use std::collections::BTreeMap;

/// How many occasions are offered.
const MOST_OFFERS: usize = 12;

/// The texts as they were typed.
#[derive(Clone, Debug, Default)]
pub struct TextDrafts {
    title: Draft<Text>,
    occasion: Draft<Text>,
    outcome: Draft<Text>,
    note: Draft<Text>,
    search: Search<String>,
}

impl TextDrafts {
    /// The list that is open, if one is.
    pub fn close_list(&mut self) -> bool {
        let was_open = self.search.is_open();
        self.search.close();
        was_open
    }

    /// The title. It takes the focus if the editor has just been opened on it.
    pub fn title_ui(&mut self, ui: &mut egui::Ui, form: &mut Form, takes_focus: bool) {
        name_ui(ui, label(Detail::Title));
        let line = Line { hint: label(Editing::Titles), ..Line::new(label(Detail::Title)) };
        let id = ui.scope_id().with("title");
        let typed =
            text_ui(ui, form, (id, line), &mut self.title, &form.meeting.title.clone(), FieldValue::Title);
        if takes_focus {
            typed.request_focus();
        }
    }

    /// The event around the meeting; those of the table are offered.
    pub fn occasion_ui(&mut self, ui: &mut egui::Ui, form: &mut Form, record: &Meetings) {
        name_ui(ui, label(Detail::Occasion));
        let Self { occasion: draft, search, .. } = self;
        draft.follow(&form.meeting.occasion, Text::to_string);
        let line = Line { hint: label(Editing::Occasions), ..Line::new(label(Detail::Occasion)) };
        let id = ui.scope_id().with("occasion");
        let offers = |typed: &str| occasions(record, typed);
        let found = search.ui(ui, form.look, id, (line, Enter::KeepsText), &mut draft.text, offers);
        if let Some(chosen) = found.chosen {
            let occasion = Text::from(&chosen[..]);
            draft.text = chosen;
            draft.give(&occasion);
            form.set(FieldValue::Occasion(occasion));
        } else if found.response.changed() {
            let typed = Text::from(draft.text.trim());
            draft.give(&typed);
            form.type_in(id, FieldValue::Occasion(typed));
        }
        form.leave(&found.response);
    }

    /// What was agreed, and what a reader must know.
    pub fn remarks_ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let Self { outcome, note, .. } = self;
        let (agreed, remark) = (form.meeting.outcome.clone(), form.meeting.note.clone());
        name_ui(ui, label(Detail::Outcome));
        let line = Line { rows: 2, hint: label(Editing::Outcomes), ..Line::new(label(Detail::Outcome)) };
        let id = ui.scope_id().with("outcome");
        text_ui(ui, form, (id, line), outcome, &agreed, FieldValue::Outcome);
        name_ui(ui, label(Detail::Note));
        let line = Line { rows: 2, hint: label(Editing::Notes), ..Line::new(label(Detail::Note)) };
        let id = ui.scope_id().with("note");
        text_ui(ui, form, (id, line), note, &remark, FieldValue::Note);
    }
}

/// A text that goes into the record as it is typed.
fn text_ui(
    ui: &mut egui::Ui,
    form: &mut Form,
    (id, line): (egui::Id, Line),
    draft: &mut Draft<Text>,
    recorded: &Text,
    value: fn(Text) -> FieldValue,
) -> egui::Response {
    draft.follow(recorded, Text::to_string);
    let response = line_ui(ui, form.look, id, line, &mut draft.text);
    if response.changed() {
        let typed = Text::from(draft.text.trim());
        draft.give(&typed);
        if typed != *recorded {
            form.type_in(id, value(typed));
        }
    }
    form.leave(&response);
    response
}

/// The occasions of the table that have what was typed, those with most meetings first.
fn occasions(record: &Meetings, typed: &str) -> Vec<Offer<String>> {
    let asked = fold(typed);
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, meeting) in record.iter().filter(|(_, meeting)| !meeting.occasion.is_empty()) {
        *rows.entry(&meeting.occasion).or_default() += 1;
    }
    let mut fitting: Vec<(&str, usize)> =
        rows.into_iter().filter(|(name, _)| *name != typed && fold(name).contains(&asked)).collect();
    fitting.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    let offer = |(name, rows): (&str, usize)| Offer {
        title: name.to_owned(),
        detail: say(Message::Count(rows, Noun::Meeting)),
        value: name.to_owned(),
    };
    fitting.into_iter().take(MOST_OFFERS).map(offer).collect()
}
