//! The trip that a meeting is a stop of, and how many meetings it stands for.

use super::draft::Draft;
use super::field::{Form, Line, line_ui, name_ui, remark_ui};
use crate::document::edit::FieldValue;
use crate::meeting::Stop;
use crate::meeting::identity::TripId;
use crate::words::label;
use crate::words::part::editing::{Detail, Editing};
use std::num::{NonZeroU16, NonZeroU32};

/// The three fields as they were typed.
#[derive(Clone, Debug, Default)]
pub struct TripDrafts {
    trip: Draft<Option<Stop>>,
    number: Draft<Option<Stop>>,
    count: Draft<NonZeroU32>,
}

/// A number that cannot be understood.
struct NoNumber;

impl TripDrafts {
    /// Whether what stands in the fields is not what is recorded.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.stop().is_err() || self.count().is_err()
    }

    /// The fields side by side, and what cannot be understood.
    pub fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let (recorded, times) = (form.meeting.trip.clone(), form.meeting.count);
        let number_of = |stop: &Option<Stop>| stop.as_ref().and_then(|stop| stop.number);
        self.trip
            .follow(&recorded, |stop| stop.as_ref().map_or_else(String::new, |stop| stop.trip.to_string()));
        self.number
            .follow(&recorded, |stop| number_of(stop).map_or_else(String::new, |number| number.to_string()));
        self.count.follow(&times, |count| if count.get() == 1 { String::new() } else { count.to_string() });
        let is_wrong = [false, self.stop().is_err(), self.count().is_err()];
        let part = (ui.available_width() - 2.0 * ui.spacing().item_spacing.x) / 4.0;
        let fields = [
            (label(Detail::Trip), label(Editing::NoTrip), 2.0 * part, &mut self.trip.text),
            (label(Detail::Stop), label(Editing::ByDate), part, &mut self.number.text),
            (label(Detail::Meetings), "1", part, &mut self.count.text),
        ];
        let mut typed_in = [None; 3];
        ui.horizontal(|ui| {
            for (place, (name, hint, width, text)) in fields.into_iter().enumerate() {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    name_ui(ui, name);
                    let id = ui.scope_id().with(name);
                    let line = Line { hint, width, is_wrong: is_wrong[place], ..Line::new(name) };
                    let response = line_ui(ui, form.look, id, line, text);
                    typed_in[place] = response.changed().then_some(id);
                    form.leave(&response);
                });
            }
        });
        let [trip, number, count] = typed_in;
        match (trip.or(number), self.stop()) {
            (Some(field), Ok(stop)) if stop != recorded => {
                self.trip.give(&stop);
                self.number.give(&stop);
                form.type_in(field, FieldValue::Trip(stop));
            }
            (Some(_) | None, Ok(_) | Err(NoNumber)) => {}
        }
        match (count, self.count()) {
            (Some(field), Ok(count)) if count != times => {
                self.count.give(&count);
                form.type_in(field, FieldValue::Count(count));
            }
            (Some(_) | None, Ok(_) | Err(NoNumber)) => {}
        }
        if self.is_unread() {
            remark_ui(ui, form.look, label(Editing::NoNumber));
        }
    }

    /// The stop in the fields. Its number is of no use without a trip.
    fn stop(&self) -> Result<Option<Stop>, NoNumber> {
        let (trip, number) = (self.trip.text.trim(), self.number.text.trim());
        let number: Option<NonZeroU16> = match number {
            "" => None,
            number => Some(number.parse().map_err(|_| NoNumber)?),
        };
        Ok((!trip.is_empty()).then(|| Stop { trip: TripId::new(trip), number }))
    }

    fn count(&self) -> Result<NonZeroU32, NoNumber> {
        match self.count.text.trim() {
            "" => Ok(NonZeroU32::MIN),
            count => count.parse().map_err(|_| NoNumber),
        }
    }
}
