//! The sources of a meeting: each a reference and the facts that it supports.

use super::draft::Draft;
use super::field::{Form, Line, SIGN, line_ui, name_ui, remark_ui, sign_ui};
use crate::document::edit::FieldValue;
use crate::meeting::{Source, Text};
use crate::ui::style::quiet;
use crate::words::part::editing::{Editing, EditingText};
use crate::words::{label, say};

/// The facts that most sources support.
const USUAL_FACTS: [&str; 5] = ["date", "participants", "city", "venue", "outcome"];

/// The sources as they were typed.
#[derive(Clone, Debug, Default)]
pub struct SourceDrafts {
    rows: Vec<SourceDraft>,
    /// Whether a source is being added that has no reference yet.
    is_adding: bool,
    to_focus: Option<usize>,
}

/// One source as typed.
#[derive(Clone, Debug, Default)]
struct SourceDraft {
    reference: Draft<Text>,
    /// Another fact than the usual ones, until Enter.
    fact: String,
}

impl SourceDrafts {
    /// Whether some text stands in a row that is not recorded.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        let is_empty = |row: &SourceDraft| row.reference.text.trim().is_empty();
        self.rows.iter().any(|row| (is_empty(row) && !self.is_adding) || !row.fact.trim().is_empty())
    }

    /// Each source with its facts, and a button that adds one.
    pub fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let sources = &form.meeting.sources;
        name_ui(ui, &say(EditingText::Sources(sources.len())));
        let number = sources.len() + usize::from(self.is_adding);
        self.rows.resize_with(number, SourceDraft::default);
        let mut removed = None;
        for at in 0..number {
            if self.rows[at].ui(ui, form, at, self.to_focus == Some(at)) {
                removed = Some(at);
            }
        }
        self.to_focus = None;
        if self.is_adding && self.rows.last().is_some_and(|row| !row.reference.text.trim().is_empty()) {
            self.is_adding = false;
        }
        if ui.add_enabled(!self.is_adding, egui::Button::new(label(Editing::AddSource))).clicked() {
            self.is_adding = true;
            self.to_focus = Some(number);
        }
        match removed {
            Some(at) if at < form.meeting.sources.len() => {
                let mut sources = form.meeting.sources.clone();
                sources.remove(at);
                self.rows.remove(at);
                form.set(FieldValue::Sources(sources));
            }
            Some(_) => {
                self.is_adding = false;
                self.rows.truncate(form.meeting.sources.len());
            }
            None => {}
        }
    }
}

impl SourceDraft {
    /// A source; true when it is to be removed.
    fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form, at: usize, takes_focus: bool) -> bool {
        let source = form.meeting.sources.get(at).cloned();
        if let Some(source) = &source {
            self.reference.follow(&source.reference, Text::to_string);
        }
        let id = ui.scope_id().with(("source", at));
        let number = at + 1;
        let is_wrong = source.is_some() && self.reference.text.trim().is_empty();
        let mut is_removed = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let name = say(EditingText::Source(number));
            let width = (ui.available_width() - SIGN - 2.0).max(80.0);
            let line = Line { hint: label(Editing::References), width, is_wrong, ..Line::new(&name) };
            let response = line_ui(ui, form.look, id.with("reference"), line, &mut self.reference.text);
            if takes_focus {
                response.request_focus();
                response.scroll_to_me(None);
            }
            if response.changed() {
                self.write(form, at, response.id);
            }
            form.leave(&response);
            is_removed = sign_ui(ui, "×", &say(EditingText::RemoveSource(number)), true);
        });
        if let Some(source) = source {
            if is_wrong {
                let words = label(Editing::NeedsReference);
                remark_ui(ui, form.look, words);
            }
            self.facts_ui(ui, form, at, &source);
        }
        ui.add_space(4.0);
        is_removed
    }

    fn write(&mut self, form: &mut Form, at: usize, field: egui::Id) {
        let reference = Text::from(self.reference.text.trim());
        if reference.is_empty() {
            return;
        }
        self.reference.give(&reference);
        let mut sources = form.meeting.sources.clone();
        match sources.get_mut(at) {
            Some(source) if source.reference == reference => return,
            Some(source) => source.reference = reference,
            None => sources.push(Source { reference, facts: Vec::new() }),
        }
        form.type_in(field, FieldValue::Sources(sources));
    }

    /// The facts as marks that are on or off, and a field for another one.
    fn facts_ui(&mut self, ui: &mut egui::Ui, form: &mut Form, at: usize, source: &Source) {
        let number = at + 1;
        let others = source.facts.iter().map(Text::as_str).filter(|fact| !USUAL_FACTS.contains(fact));
        let all: Vec<Text> = USUAL_FACTS.into_iter().chain(others).map(Text::from).collect();
        let mut facts = source.facts.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(3.0, 3.0);
            for fact in all {
                let is_on = facts.contains(&fact);
                let response = ui.selectable_label(is_on, quiet(&fact));
                let name = say(EditingText::Supports(number, &fact));
                let role = egui::Role::CheckBox;
                response.widget_info(|| egui::WidgetInfo::selected(role, true, is_on, &name));
                if response.clicked() && is_on {
                    facts.retain(|known| *known != fact);
                } else if response.clicked() {
                    facts.push(fact);
                }
            }
            let name = say(EditingText::AnotherFact(number));
            let line = Line { hint: label(Editing::OtherFact), width: 74.0, ..Line::new(&name) };
            let id = ui.scope_id().with(("fact", at));
            let response = line_ui(ui, form.look, id, line, &mut self.fact);
            if response.lost_focus() {
                let fact = Text::from(std::mem::take(&mut self.fact).trim());
                if !fact.is_empty() && !facts.contains(&fact) {
                    facts.push(fact);
                }
            }
        });
        if facts != source.facts {
            let mut sources = form.meeting.sources.clone();
            sources[at].facts = facts;
            form.set(FieldValue::Sources(sources));
        }
    }
}
