//! The fields that are plain texts: title, occasion, outcome and note.

use super::draft::Draft;
use super::field::{Form, Line, line_ui, name_ui};
use super::search::{Enter, Offer, Search};
use crate::document::edit::FieldValue;
use crate::gazetteer::fold::fold;
use crate::meeting::table::Meetings;
use std::collections::BTreeMap;

/// How many occasions are offered.
const MOST_OFFERS: usize = 12;

/// The texts as they were typed.
#[derive(Clone, Debug, Default)]
pub struct TextDrafts {
    title: Draft<String>,
    occasion: Draft<String>,
    outcome: Draft<String>,
    note: Draft<String>,
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
        name_ui(ui, "Title");
        let line = Line { hint: "Who meets whom", ..Line::new("Title") };
        let id = ui.scope_id().with("title");
        let typed =
            text_ui(ui, form, (id, line), &mut self.title, &form.meeting.title.clone(), FieldValue::Title);
        if takes_focus {
            typed.request_focus();
        }
    }

    /// The event around the meeting; those of the table are offered.
    pub fn occasion_ui(&mut self, ui: &mut egui::Ui, form: &mut Form, record: &Meetings) {
        name_ui(ui, "Occasion");
        let Self { occasion: draft, search, .. } = self;
        draft.follow(&form.meeting.occasion, String::clone);
        let line = Line { hint: "The event around it, such as a summit", ..Line::new("Occasion") };
        let id = ui.scope_id().with("occasion");
        let offers = |typed: &str| occasions(record, typed);
        let found = search.ui(ui, form.look, id, (line, Enter::KeepsText), &mut draft.text, offers);
        if let Some(chosen) = found.chosen {
            draft.text.clone_from(&chosen);
            draft.give(&chosen);
            form.set(FieldValue::Occasion(chosen));
        } else if found.response.changed() {
            let typed = draft.text.trim().to_owned();
            draft.give(&typed);
            form.type_in(id, FieldValue::Occasion(typed));
        }
        form.leave(&found.response);
    }

    /// What was agreed, and what a reader must know.
    pub fn remarks_ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let Self { outcome, note, .. } = self;
        let (agreed, remark) = (form.meeting.outcome.clone(), form.meeting.note.clone());
        name_ui(ui, "Outcome");
        let line = Line { rows: 2, hint: "What was agreed or said", ..Line::new("Outcome") };
        let id = ui.scope_id().with("outcome");
        text_ui(ui, form, (id, line), outcome, &agreed, FieldValue::Outcome);
        name_ui(ui, "Note");
        let line = Line { rows: 2, hint: "What a reader must know", ..Line::new("Note") };
        let id = ui.scope_id().with("note");
        text_ui(ui, form, (id, line), note, &remark, FieldValue::Note);
    }
}

/// A text that goes into the record as it is typed.
fn text_ui(
    ui: &mut egui::Ui,
    form: &mut Form,
    (id, line): (egui::Id, Line),
    draft: &mut Draft<String>,
    recorded: &String,
    value: fn(String) -> FieldValue,
) -> egui::Response {
    draft.follow(recorded, String::clone);
    let response = line_ui(ui, form.look, id, line, &mut draft.text);
    if response.changed() {
        let typed = draft.text.trim().to_owned();
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
        detail: if rows == 1 { "1 meeting".to_owned() } else { format!("{rows} meetings") },
        value: name.to_owned(),
    };
    fitting.into_iter().take(MOST_OFFERS).map(offer).collect()
}
