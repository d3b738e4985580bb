//! The chosen text: its rows, the places that it may mean, and what is to become of them.

use super::card::card_ui;
use super::choice::{Choice, name_of};
use super::list::now_in_words;
use super::sign::{RADIUS, sign};
use crate::gazetteer::country::Countries;
use crate::import::decisions::Decided;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::query::place_texts::PlaceText;
use crate::ui::editor::field::{Line, line_ui};
use crate::ui::style::{self, boxes_ui, quiet, strong};
use crate::words::message::{Message, Noun};
use crate::words::part::lists::ListText;
use crate::words::part::reviewing::{Reviewing, ReviewingText};
use crate::words::{label, say};
use egui::{Button, RichText, Sense, Stroke};
use std::collections::BTreeSet;

/// Rows that are listed, and rows that are looked at for what is said about all.
const MOST_LISTED: usize = 200;
const MOST_LOOKED_AT: usize = 5000;

/// What is ticked and listed for the chosen text.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether the decision holds for all rows with these words; otherwise for one.
    pub for_all_rows: bool,
    /// Whether it holds in other projects too.
    pub for_all_projects: bool,
    /// Whether the rows are listed.
    pub shows_rows: bool,
    /// Which of the text's rows is chosen, from 0.
    pub row: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { for_all_rows: true, for_all_projects: false, shows_rows: false, row: 0 }
    }
}

/// What is said about the rows of a text, worked out when it is chosen.
#[derive(Clone, Debug, Default)]
pub struct About {
    years: String,
    people: String,
}

impl About {
    /// Of some rows.
    #[must_use]
    pub fn of(record: &Meetings, rows: &[usize]) -> Self {
        /// People who are named.
        const NAMED: usize = 4;
        let meetings = || rows.iter().take(MOST_LOOKED_AT).map(|&row| record.get(row));
        let days = || meetings().filter_map(|meeting| meeting.dates.days());
        let years = days().map(|days| days.0.year()).min().zip(days().map(|days| days.1.year()).max());
        let people = meetings().flat_map(|meeting| &meeting.participants).map(|person| person.name.as_str());
        let mut seen = BTreeSet::new();
        let people: Vec<&str> = people.filter(|name| !name.is_empty() && seen.insert(*name)).collect();
        let more = people.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| say(ListText::AndMore(more)));
        let named = people.into_iter().take(NAMED).map(str::to_owned).chain(more);
        Self {
            years: years.map_or_else(String::new, |(first, last)| {
                if first == last { first.to_string() } else { format!("{first}–{last}") }
            }),
            people: named.collect::<Vec<_>>().join(", "),
        }
    }
}

/// What the panel shows.
pub struct DetailContext<'a> {
    /// Colours.
    pub look: &'a Look,
    /// The record that the rows are of.
    pub record: &'a Meetings,
    /// The text.
    pub text: &'a PlaceText,
    /// What is said about its rows.
    pub about: &'a About,
    /// Which of the listed texts it is, from 1, and how many there are.
    pub place: (usize, usize),
}

/// What was asked for in the panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// Put the rows there.
    Put(Decided),
    /// The text before.
    Previous,
    /// The next text that is open.
    NextOpen,
    /// A place was chosen by a click: the map shows it.
    Chosen,
    /// Other places were found.
    Searched,
    /// The search field takes the keys.
    Search,
}

/// The panel.
pub fn detail_ui(
    ui: &mut egui::Ui,
    context: &DetailContext,
    choice: &mut Choice,
    options: &mut Options,
) -> Vec<Asked> {
    let mut asked = Vec::new();
    let foot = egui::Panel::bottom("review put").frame(egui::Frame::new());
    foot.show(ui, |ui| put_ui(ui, context, choice, options, &mut asked));
    egui::CentralPanel::no_frame().show(ui, |ui| {
        head_ui(ui, context, &mut asked);
        let area = egui::ScrollArea::vertical().id_salt(("choices", &context.text.key)).auto_shrink(false);
        area.show(ui, |ui| {
            ui.set_width(ui.available_width() - 6.0);
            places_ui(ui, context, choice, &mut asked);
            search_ui(ui, context, choice, &mut asked);
            others_ui(ui, context, choice, &mut asked);
            options_ui(ui, context, options);
        });
    });
    asked
}

fn head_ui(ui: &mut egui::Ui, context: &DetailContext, asked: &mut Vec<Asked>) {
    let DetailContext { look, text, about, place: (number, all), .. } = context;
    ui.horizontal(|ui| {
        if ui.button(label(Reviewing::Previous)).on_hover_text("↑").clicked() {
            asked.push(Asked::Previous);
        }
        if ui.button(label(Reviewing::NextOpen)).on_hover_text(label(Reviewing::NextOpenTip)).clicked() {
            asked.push(Asked::NextOpen);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(quiet(say(ReviewingText::At(*number, *all))));
        });
    });
    ui.add_space(6.0);
    let title = RichText::new(format!("“{}”", text.words())).font(style::font(size::TITLE, Weight::SemiBold));
    ui.add(egui::Label::new(title).wrap());
    let rows = say(Message::Count(text.rows.len(), Noun::Row));
    let parts = [rows, about.years.clone(), row_says(text)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    ui.label(quiet(parts.join(" · ")));
    if !about.people.is_empty() {
        ui.add(egui::Label::new(quiet(&about.people)).truncate());
    }
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(2.0 * RADIUS, 2.0 * RADIUS + 4.0), Sense::hover());
        sign(ui.painter(), look, rect.center(), text.how);
        ui.add(egui::Label::new(now_in_words(text)).truncate());
    });
    ui.separator();
}

/// What the rows say about the country.
fn row_says(text: &PlaceText) -> String {
    if text.city.is_empty() || text.country.is_empty() {
        return String::new();
    }
    match text.within {
        Some(code) => say(ReviewingText::Country(&Countries::embedded().spoken(code))),
        None => say(ReviewingText::CountryNotUnderstood(&text.country)),
    }
}

fn places_ui(ui: &mut egui::Ui, context: &DetailContext, choice: &mut Choice, asked: &mut Vec<Asked>) {
    let offered = choice.offered().to_vec();
    ui.horizontal(|ui| {
        ui.label(strong(if choice.is_searching() {
            label(Reviewing::Found)
        } else {
            label(Reviewing::WhichPlace)
        }));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if !offered.is_empty() {
                ui.label(quiet(label(Reviewing::Score)));
            }
        });
    });
    if offered.is_empty() {
        let words = if choice.is_searching() {
            label(Reviewing::NothingFound)
        } else {
            label(Reviewing::NothingOffered)
        };
        ui.add(egui::Label::new(quiet(words)).wrap());
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    for (number, place) in offered.iter().enumerate() {
        let response = card_ui(ui, context.look, (number, &offered), choice.number() == Some(number));
        if response.clicked() {
            choice.choose(number);
            asked.push(Asked::Chosen);
        }
        if response.double_clicked() {
            asked.push(Asked::Put(place.decided));
        }
    }
    let more = choice.more();
    if more > 0 && ui.add(Button::new(quiet(say(ReviewingText::MorePlaces(more)))).frame(false)).clicked() {
        choice.show_more();
        asked.push(Asked::Chosen);
    }
    ui.add_space(6.0);
}

fn search_ui(ui: &mut egui::Ui, context: &DetailContext, choice: &mut Choice, asked: &mut Vec<Asked>) {
    let id = search_id();
    let line = Line { hint: label(Reviewing::SearchHint), ..Line::new(label(Reviewing::Search)) };
    let response = line_ui(ui, context.look, id, line, &mut choice.typed);
    if response.changed() {
        choice.search(context.text);
        asked.push(Asked::Searched);
    }
    ui.add_space(4.0);
}

/// The identity of the search field.
#[must_use]
pub fn search_id() -> egui::Id {
    egui::Id::unique("search a place")
}

/// The country as a whole, and no place at all.
fn others_ui(ui: &mut egui::Ui, context: &DetailContext, choice: &Choice, asked: &mut Vec<Asked>) {
    let country = country_of(context.text, choice);
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        let wide = |ui: &egui::Ui| egui::vec2(ui.available_width(), 28.0);
        let size = wide(left);
        let button =
            left.add_enabled(country.is_some(), Button::new(label(Reviewing::CountryOnly)).min_size(size));
        let name = country.map(|code| Countries::embedded().spoken(code).into_owned());
        left.add(
            egui::Label::new(quiet(name.unwrap_or_else(|| label(Reviewing::NoCountry).to_owned())))
                .truncate(),
        );
        if let Some(code) = country.filter(|_| button.clicked()) {
            asked.push(Asked::Put(Decided::Country(code)));
        }
        let size = wide(right);
        if right.add(Button::new(label(Reviewing::LeaveOut)).min_size(size)).clicked() {
            asked.push(Asked::Put(Decided::LeftOut));
        }
        right.add(egui::Label::new(quiet(label(Reviewing::LeaveOutTip))).truncate());
    });
    ui.add_space(2.0);
    ui.separator();
}

/// The country that the rows of a text name, else that of the place which is chosen.
fn country_of(text: &PlaceText, choice: &Choice) -> Option<CountryCode> {
    text.within.or_else(|| choice.chosen().map(|chosen| chosen.country))
}

fn options_ui(ui: &mut egui::Ui, context: &DetailContext, options: &mut Options) {
    let rows = context.text.rows.len();
    boxes_ui(ui, |ui| {
        ui.horizontal(|ui| {
            ui.checkbox(&mut options.for_all_rows, say(ReviewingText::ForAll(rows)))
                .on_hover_text(label(Reviewing::ForAllTip));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let words =
                    if options.shows_rows { label(Reviewing::HideRows) } else { label(Reviewing::ShowRows) };
                options.shows_rows ^= ui.add(Button::new(quiet(words)).frame(false)).clicked();
            });
        });
        let enabled = options.for_all_rows;
        ui.add_enabled_ui(enabled, |ui| {
            ui.checkbox(&mut options.for_all_projects, label(Reviewing::ForAllProjects))
                .on_hover_text(label(Reviewing::ForAllProjectsTip));
        });
    });
    if options.shows_rows || !options.for_all_rows {
        listed_ui(ui, context, options);
    }
}

fn listed_ui(ui: &mut egui::Ui, context: &DetailContext, options: &mut Options) {
    let DetailContext { record, text, .. } = context;
    for (number, &row) in text.rows.iter().take(MOST_LISTED).enumerate() {
        let meeting = record.get(row);
        let words = format!("{} · {}", say(Message::Dates(meeting.dates)), meeting.title);
        let is_chosen = !options.for_all_rows && options.row == number;
        let label = egui::Button::selectable(is_chosen, quiet(words)).truncate();
        if ui.add(label).clicked() {
            options.row = number;
        }
    }
    if let Some(more) = text.rows.len().checked_sub(MOST_LISTED).filter(|more| *more > 0) {
        ui.label(quiet(say(ListText::AndMore(more))));
    }
}

/// The one filled button: it does what is chosen.
fn put_ui(
    ui: &mut egui::Ui,
    context: &DetailContext,
    choice: &Choice,
    options: &Options,
    asked: &mut Vec<Asked>,
) {
    let look = context.look;
    ui.add_space(8.0);
    let rows = if options.for_all_rows { context.text.rows.len() } else { 1 };
    let chosen = choice.chosen();
    let words = chosen.map_or_else(
        || label(Reviewing::ChooseOrClick).to_owned(),
        |chosen| match chosen.decided {
            Decided::Point(_) => say(ReviewingText::PutAt(rows, &name_of(chosen))),
            Decided::City(_) | Decided::Country(_) | Decided::LeftOut => {
                say(ReviewingText::PutIn(rows, &name_of(chosen)))
            }
        },
    );
    let words = shortened(&words, size::VENUE, Weight::SemiBold, ui.available_width() - 20.0);
    let text = RichText::new(words).font(style::font(size::VENUE, Weight::SemiBold));
    let button = if chosen.is_some() {
        Button::new(text.color(style::colour(look.paper)))
            .fill(style::colour(look.accent))
            .stroke(Stroke::NONE)
    } else {
        Button::new(text)
    };
    let button = button.min_size(egui::vec2(ui.available_width(), 36.0));
    let response = ui.vertical_centered_justified(|ui| ui.add_enabled(chosen.is_some(), button));
    let response = response.inner.on_hover_text(label(Reviewing::Enter));
    if let Some(chosen) = chosen.filter(|_| response.clicked()) {
        asked.push(Asked::Put(chosen.decided));
    }
    ui.add_space(4.0);
}
