//! The period: two dates, typed as precisely as one likes.

use super::style;
use super::tooltip::sentence_case;
use crate::meeting::date::PartialDate;
use crate::query::filter::Filter;
use jiff::civil::Date;

/// What stands in the two fields. It is kept beside the filter because half a date is no date.
#[derive(Clone, Debug, Default)]
pub struct PeriodText {
    from: String,
    to: String,
}

impl PeriodText {
    /// Two fields. A date that can be read goes into the filter at once; one that cannot is explained below.
    pub fn ui(&mut self, ui: &mut egui::Ui, next: &mut Filter) {
        follow(&mut self.from, next.from, PartialDate::first_day);
        follow(&mut self.to, next.to, PartialDate::last_day);
        ui.label(style::quiet("Period"));
        ui.horizontal(|ui| {
            let from = ui.label("From");
            field_ui(ui, &mut self.from, from.id);
            let to = ui.label("to");
            field_ui(ui, &mut self.to, to.id);
        });
        for (text, value, end) in [
            (&self.from, &mut next.from, PartialDate::first_day as fn(PartialDate) -> Date),
            (&self.to, &mut next.to, PartialDate::last_day),
        ] {
            match read(text) {
                Ok(date) => *value = date.map(end),
                Err(why) => {
                    ui.label(style::quiet(sentence_case(&why)));
                }
            }
        }
        if next.from.zip(next.to).is_some_and(|(from, to)| to < from) {
            ui.label(style::quiet("The period ends before it begins"));
        }
        ui.add_space(6.0);
    }
}

fn field_ui(ui: &mut egui::Ui, text: &mut String, label: egui::Id) {
    let field = egui::TextEdit::singleline(text).hint_text("2024-07").desired_width(94.0);
    ui.add(field).labelled_by(label);
}

fn read(text: &str) -> Result<Option<PartialDate>, String> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { PartialDate::parse(text).map(Some) }
}

/// Takes over a date that was set from elsewhere (undo, clear, a file), and leaves what the user is typing alone.
fn follow(text: &mut String, date: Option<Date>, end: fn(PartialDate) -> Date) {
    let Ok(typed) = read(text) else {
        return;
    };
    if typed.map(end) != date {
        *text = date.map_or_else(String::new, |date| PartialDate::Day(date).to_string());
    }
}
