//! The period: two dates, typed as precisely as one likes.

use super::style;
use crate::import::when;
use crate::meeting::date::PartialDate;
use crate::query::question::filter::Filter;
use crate::words::message::Message;
use crate::words::part::panel::Panel;
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use jiff::civil::Date;

/// What stands in the two fields. It is kept beside the filter because half a date is no date.
#[derive(Clone, Debug, Default)]
pub struct PeriodText {
    from: DateText,
    to: DateText,
}

/// What is typed for one end of a period.
#[derive(Clone, Debug, Default)]
struct DateText {
    text: String,
    /// The date when it was last looked at.
    seen: Option<Date>,
}

impl PeriodText {
    /// Two fields, each behind its word. A date that can be read goes into the filter at once; one that
    /// cannot is explained below.
    pub fn ui(&mut self, ui: &mut egui::Ui, words: [&str; 2], next: &mut Filter) {
        let [from, to] = words;
        ui.horizontal(|ui| {
            self.from.ui(ui, from, &mut next.from, PartialDate::first_day);
            self.to.ui(ui, to, &mut next.to, PartialDate::last_day);
        });
        let unread: Vec<String> =
            [&self.from, &self.to].into_iter().filter_map(|field| read(&field.text).err()).collect();
        for why in &unread {
            ui.label(style::quiet(sentence_case(why)));
        }
        if unread.is_empty() && next.from.zip(next.to).is_some_and(|(from, to)| to < from) {
            ui.label(style::quiet(label(Panel::EndsBeforeItBegins)));
        }
    }
}

impl DateText {
    fn ui(&mut self, ui: &mut egui::Ui, word: &str, date: &mut Option<Date>, end: fn(PartialDate) -> Date) {
        if self.seen != *date {
            // It was set from elsewhere: undo, the timeline, a file.
            self.text = date.map_or_else(String::new, |date| PartialDate::Day(date).to_string());
        }
        let name = ui.label(word);
        let field =
            egui::TextEdit::singleline(&mut self.text).hint_text(label(Panel::AnyTime)).desired_width(94.0);
        ui.add(field).labelled_by(name.id);
        if let Ok(typed) = read(&self.text) {
            *date = typed.map(end);
        }
        self.seen = *date;
    }
}

/// The date in a field, in any form that tables may have it in; or why it is none.
pub fn read(text: &str) -> Result<Option<PartialDate>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let unfinished = PartialDate::parse(text).err();
    when::one(text).map(Some).map_err(|refused| {
        let is_short_form = text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'-');
        let why = unfinished
            .filter(|_| is_short_form)
            .map_or_else(|| say(Message::RefusedDate(&refused)), |why| say(Message::NoDate(why)));
        let meant = say(Message::Readings(&refused));
        if meant.is_empty() { why } else { format!("{why}. {meant}") }
    })
}
