//! The panel of the editor, and what it remembers of the meeting that is edited.

use super::act::{Act, Then};
use super::category::category_ui;
use super::dates::DateDrafts;
use super::field::{Form, sign_ui};
use super::participants::PeopleDrafts;
use super::place::PlaceDrafts;
use super::sources::SourceDrafts;
use super::texts::TextDrafts;
use super::trip::TripDrafts;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Position};
use crate::picture::look::Look;
use crate::ui::style::{quiet, strong};
use crate::words::part::button::Button;
use crate::words::part::editing::{Editing, EditingText};
use crate::words::{label, say};
use std::collections::BTreeMap;

/// Which meeting is edited, and what is being typed.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    meeting: Option<MeetingId>,
    drafts: Drafts,
    /// The drafts of meetings that were left while something in them could not be understood.
    left: BTreeMap<MeetingId, Drafts>,
    /// Whether the title takes the focus in the next frame.
    is_opening: bool,
    /// Whether the meeting was just added, and its title is not left yet.
    is_new: bool,
    /// A point of the map that was chosen in the frame before.
    picked: Option<Position>,
}

/// All fields as they were typed.
#[derive(Clone, Debug, Default)]
struct Drafts {
    texts: TextDrafts,
    dates: DateDrafts,
    place: PlaceDrafts,
    people: PeopleDrafts,
    sources: SourceDrafts,
    trip: TripDrafts,
}

impl Drafts {
    fn is_unread(&self, meeting: &Meeting) -> bool {
        let Self { texts: _, dates, place, people, sources, trip } = self;
        let is_place_unread = place.is_unread(&meeting.venue);
        [dates.is_unread(), is_place_unread, people.is_unread(), sources.is_unread(), trip.is_unread()]
            .contains(&true)
    }

    fn close_lists(&mut self) -> bool {
        let Self { texts, dates: _, place, people, sources: _, trip: _ } = self;
        [texts.close_list(), place.close_list(), people.close_list()].contains(&true)
    }
}

/// What the panel reads.
#[derive(Clone, Copy, Debug)]
pub struct EditorContext<'a> {
    /// The meetings as they are recorded.
    pub record: &'a Meetings,
    /// Colours.
    pub look: &'a Look,
    /// Whether the filters leave the meeting out of the map.
    pub is_left_out: bool,
}

impl Editor {
    /// The meeting that is edited.
    #[must_use]
    pub fn meeting(&self) -> Option<&MeetingId> {
        self.meeting.as_ref()
    }

    /// Whether the next click on the map gives the place.
    #[must_use]
    pub fn is_picking(&self) -> bool {
        self.meeting.is_some() && self.drafts.place.is_picking
    }

    /// Whether the meeting was just added, and what is typed still belongs to that step.
    #[must_use]
    pub fn is_adding(&self) -> bool {
        self.is_new
    }

    /// Edits a meeting. What could not be understood when it was left is there again.
    pub fn open(&mut self, id: MeetingId, record: &Meetings) {
        if self.meeting.as_ref() == Some(&id) {
            return;
        }
        self.close(record);
        self.drafts = self.left.remove(&id).unwrap_or_default();
        self.meeting = Some(id);
        self.is_opening = true;
    }

    /// Edits a meeting that was just added: its title belongs to the same step.
    pub fn open_new(&mut self, id: MeetingId, record: &Meetings) {
        self.open(id, record);
        self.is_new = true;
    }

    /// Edits none.
    pub fn close(&mut self, record: &Meetings) {
        self.is_new = false;
        let Some(id) = self.meeting.take() else { return };
        let mut drafts = std::mem::take(&mut self.drafts);
        drafts.close_lists();
        drafts.place.is_picking = false;
        let row = record.row_of(id.as_str());
        if row.is_some_and(|row| drafts.is_unread(record.get(row))) {
            self.left.insert(id, drafts);
        }
    }

    /// Goes where an act leads.
    pub fn then(&mut self, then: Then, record: &Meetings) {
        match then {
            Then::Same => {}
            Then::Open(id) => self.open(id, record),
            Then::OpenNew(id) => self.open_new(id, record),
            Then::Close => self.close(record),
        }
    }

    /// Forgets everything, for another table.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Does what Escape asks for: closes what is open, the smallest first. Says whether the editor is to be
    /// closed.
    pub fn escape(&mut self) -> bool {
        if self.drafts.close_lists() {
            return false;
        }
        !std::mem::take(&mut self.drafts.place.is_picking)
    }

    /// Takes a point of the map as the place.
    pub fn pick(&mut self, at: Position) {
        self.picked = Some(at);
    }

    /// The panel. Gives what the user asks for.
    pub fn ui(&mut self, ui: &mut egui::Ui, context: EditorContext) -> Vec<Act> {
        let mut acts = Vec::new();
        let EditorContext { record, look, is_left_out } = context;
        let Some(id) = self.meeting.clone() else { return acts };
        let Some(row) = record.row_of(id.as_str()) else {
            // It was deleted, or its adding was undone.
            return vec![Act::Close];
        };
        let meeting = record.get(row);
        header_ui(ui, row, record, &mut acts);
        let foot = egui::Panel::bottom("editor foot").frame(egui::Frame::new()).show_separator_line(true);
        foot.show(ui, |ui| foot_ui(ui, &id, &mut acts));
        let fields = egui::CentralPanel::no_frame();
        fields.show(ui, |ui| {
            let area = egui::ScrollArea::vertical().id_salt(("editor", id.as_str())).auto_shrink(false);
            area.show(ui, |ui| {
                ui.set_width(ui.available_width() - 8.0);
                if is_left_out {
                    ui.label(quiet(label(Editing::LeftOutOfMap)));
                }
                let mut form = Form { meeting, look, is_new: self.is_new, acts: &mut acts };
                self.fields_ui(ui, &mut form, record);
                ui.add_space(12.0);
            });
        });
        if acts.contains(&Act::EndInteraction) {
            self.is_new = false;
        }
        acts
    }

    fn fields_ui(&mut self, ui: &mut egui::Ui, form: &mut Form, record: &Meetings) {
        let Drafts { texts, dates, place, people, sources, trip } = &mut self.drafts;
        if let Some(at) = self.picked.take() {
            place.pick(form, at);
        }
        texts.title_ui(ui, form, std::mem::take(&mut self.is_opening));
        dates.ui(ui, form);
        place.ui(ui, form);
        ui.add_space(4.0);
        people.ui(ui, form);
        category_ui(ui, form);
        texts.occasion_ui(ui, form, record);
        texts.remarks_ui(ui, form);
        sources.ui(ui, form);
        trip.ui(ui, form);
    }
}

/// What is edited, the meetings before and after it in the table, and a button that closes the panel.
fn header_ui(ui: &mut egui::Ui, row: usize, record: &Meetings, acts: &mut Vec<Act>) {
    ui.horizontal(|ui| {
        ui.label(strong(label(Editing::Heading)));
        ui.label(quiet(say(EditingText::Row(row + 1, record.len()))));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if sign_ui(ui, "×", label(Editing::Close), true) {
                acts.push(Act::Close);
            }
            let next = row + 1;
            if sign_ui(ui, "→", label(Editing::Next), next < record.len()) {
                acts.push(Act::Open(record.get(next).id.clone()));
            }
            if sign_ui(ui, "←", label(Editing::Previous), row > 0) {
                acts.push(Act::Open(record.get(row - 1).id.clone()));
            }
        });
    });
    ui.add_space(2.0);
}

fn foot_ui(ui: &mut egui::Ui, id: &MeetingId, acts: &mut Vec<Act>) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.button(label(Editing::Duplicate)).clicked() {
            acts.push(Act::Duplicate(id.clone()));
        }
        if ui.button(label(Button::Delete)).on_hover_text(label(Editing::UndoBringsBack)).clicked() {
            acts.push(Act::Delete(vec![id.clone()]));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strong(label(Editing::Done))).clicked() {
                acts.push(Act::Close);
            }
        });
    });
}
