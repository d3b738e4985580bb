//! Marked meetings: several rows of the list, and the bar below it that changes them together.

use super::answers::Asked;
use super::editor::act::Act;
use super::style::strong;
use crate::document::edit::FieldValue;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Status};
use crate::words::message::Word;
use crate::words::part::button::Button;
use crate::words::part::panel::{Panel, PanelText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use std::collections::BTreeSet;

/// The meetings that are marked.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    ids: BTreeSet<MeetingId>,
    /// The row that was clicked last, from which a range begins.
    from: Option<MeetingId>,
    /// What the list showed.
    asked: Option<Asked>,
}

impl Marked {
    /// Whether a meeting is marked.
    #[must_use]
    pub fn has(&self, id: &MeetingId) -> bool {
        self.ids.contains(id)
    }

    /// The marked meetings, in the order of their identities.
    #[must_use]
    pub fn ids(&self) -> Vec<MeetingId> {
        self.ids.iter().cloned().collect()
    }

    /// How many are marked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Lets a range begin at a row, unless one has begun.
    pub fn begin_at(&mut self, id: &MeetingId) {
        if self.from.is_none() || self.ids.is_empty() {
            self.from = Some(id.clone());
        }
    }

    /// Marks all rows of a list.
    pub fn mark_all(&mut self, list: impl Iterator<Item = MeetingId>) {
        self.ids.extend(list);
    }

    /// Whether nothing is marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Marks nothing.
    pub fn clear(&mut self) {
        self.ids.clear();
    }

    /// Forgets the marks once the list shows others: nobody should delete what is out of sight.
    pub fn keep(&mut self, asked: &Asked, record: &Meetings) {
        if self.asked.as_ref() != Some(asked) {
            self.ids.clear();
            self.asked = Some(asked.clone());
        }
        self.ids.retain(|id| record.row_of(id.as_str()).is_some());
    }

    /// Takes a click on a row of a list: with Ctrl it marks the row or takes its mark away, with Shift it
    /// marks all rows from the one that was clicked before. Says whether it was such a click; another one
    /// takes all marks away.
    pub fn click(
        &mut self,
        id: &MeetingId,
        modifiers: egui::Modifiers,
        list: impl Iterator<Item = MeetingId>,
    ) -> bool {
        if modifiers.shift {
            let from = self.from.get_or_insert_with(|| id.clone()).clone();
            self.mark_range(&from, id, list);
            return true;
        }
        self.from = Some(id.clone());
        if !modifiers.command {
            self.ids.clear();
            return false;
        }
        if !self.ids.remove(id) {
            self.ids.insert(id.clone());
        }
        true
    }

    fn mark_range(&mut self, one: &MeetingId, other: &MeetingId, list: impl Iterator<Item = MeetingId>) {
        let mut ends = 0;
        for id in list {
            let is_end = id == *one || id == *other;
            if is_end || ends == 1 {
                self.ids.insert(id);
            }
            ends += if is_end && one == other { 2 } else { usize::from(is_end) };
            if ends >= 2 {
                return;
            }
        }
        self.ids.insert(other.clone());
    }

    /// The bar, for when something is marked.
    pub fn ui(&mut self, ui: &mut egui::Ui, acts: &mut Vec<Act>) {
        ui.add_space(6.0);
        ui.label(strong(say(PanelText::Marked(self.ids.len()))));
        ui.horizontal_wrapped(|ui| {
            let mut set = |value| acts.push(Act::Set(self.ids(), value, None));
            ui.menu_button(label(Panel::SetStatus), |ui| {
                for status in Status::ALL {
                    if ui.button(sentence_case(word(Word::Status(status)))).clicked() {
                        set(FieldValue::Status(status));
                        ui.close();
                    }
                }
            });
            ui.menu_button(label(Panel::SetKind), |ui| {
                for kind in Kind::ALL {
                    if ui.button(sentence_case(word(Word::Kind(kind)))).clicked() {
                        set(FieldValue::Kind(kind));
                        ui.close();
                    }
                }
            });
            if ui.button(label(Button::Delete)).on_hover_text(label(Panel::UndoBringsThemBack)).clicked() {
                acts.push(Act::Delete(self.ids()));
            }
            if ui.button(label(Panel::ClearMarks)).on_hover_text(label(Panel::ClearMarksTip)).clicked() {
                self.ids.clear();
            }
        });
        ui.add_space(4.0);
    }
}
