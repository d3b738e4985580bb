//! The dates of a meeting: two fields, each as precise as it is written.

use super::draft::Draft;
use super::field::{Form, Line, line_ui, name_ui, remark_ui};
use crate::document::edit::{FieldValue, check_dates};
use crate::meeting::date::Dates;
use crate::ui::period::read;
use crate::ui::style::quiet;
use crate::words::message::Message;
use crate::words::part::editing::{Detail, Editing, EditingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say};

/// The dates as they were typed.
#[derive(Clone, Debug, Default)]
pub struct DateDrafts {
    first: Draft<Dates>,
    last: Draft<Dates>,
}

impl DateDrafts {
    /// Whether what stands in the fields is not what is recorded.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.read().is_err()
    }

    /// The two fields, what they say in words, and what cannot be understood.
    pub fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let recorded = form.meeting.dates;
        self.first.follow(&recorded, |dates| dates.start.map_or_else(String::new, |date| date.to_string()));
        self.last.follow(&recorded, last_in_words);
        let before = self.read();
        let is_wrong = |which: Which| matches!(&before, Err((wrong, _)) if *wrong == which);
        let wrong = [is_wrong(Which::First), is_wrong(Which::Last)];
        let width = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
        let fields = [
            (label(Detail::FirstDay), label(Editing::NotKnown), &mut self.first),
            (label(Detail::LastDay), label(Editing::SameDay), &mut self.last),
        ];
        let mut typed_in = None;
        ui.horizontal(|ui| {
            for ((name, hint, draft), is_wrong) in fields.into_iter().zip(wrong) {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    name_ui(ui, name);
                    let id = ui.scope_id().with(name);
                    let line = Line { hint, width, is_wrong, ..Line::new(name) };
                    let response = line_ui(ui, form.look, id, line, &mut draft.text);
                    if response.changed() {
                        typed_in = Some(id);
                    }
                    form.leave(&response);
                });
            }
        });
        let read = self.read();
        if let (Some(field), Ok(dates)) = (typed_in, &read)
            && *dates != recorded
        {
            self.first.give(dates);
            self.last.give(dates);
            form.type_in(field, FieldValue::Dates(*dates));
        }
        match read {
            Ok(dates) => drop(ui.label(quiet(say(EditingText::Dates(dates))))),
            Err((_, why)) => {
                remark_ui(ui, form.look, &sentence_case(&why));
                ui.label(quiet(say(EditingText::Until(&say(Message::Dates(recorded))))));
            }
        }
    }

    /// The dates in the fields, or which of them cannot be understood, and why.
    fn read(&self) -> Result<Dates, (Which, String)> {
        let start = read(&self.first.text).map_err(|why| (Which::First, why))?;
        let end = read(&self.last.text).map_err(|why| (Which::Last, why))?;
        let dates = match (start, end) {
            (Some(only), None) => Dates::on(only),
            (start, end) => Dates { start, end },
        };
        check_dates(dates).map_err(|why| (Which::Last, why.to_string()))?;
        Ok(dates)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    First,
    Last,
}

/// A meeting of one day has one field filled in.
fn last_in_words(dates: &Dates) -> String {
    dates.end.filter(|end| Some(*end) != dates.start).map_or_else(String::new, |date| date.to_string())
}
