//! What the filter can ask for: the fields with their choices, each with the number of meetings it would
//! leave and a bar for it.

use super::in_sight::in_sight_ui;
use super::style;
use super::tooltip::counted;
use crate::gazetteer::country::{Countries, Country};
use crate::gazetteer::fold::fold;
use crate::gazetteer::language::Language;
use crate::gazetteer::organisation::{BlocGroup, organisations};
use crate::meeting::code::CountryCode;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::query::apart::Apart;
use crate::query::facet::Choice;
use crate::query::question::filter::{Area, Field, Filter};
use crate::query::shown::Shown;
use crate::words::message::Word;
use crate::words::part::button::Button;
use crate::words::part::editing::Detail;
use crate::words::part::lists::ListText;
use crate::words::part::panel::{Panel, PanelText};
use crate::words::spoken::{sentence_case, spoken};
use crate::words::{label, say, word};
use egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, WidgetInfo};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Choices of a long list that stand open before "Show all".
const SHORT_LIST: usize = 8;
const ROW: f32 = 22.0;
const BAR: f32 = 40.0;
/// Less room than this says nothing of a full name.
const LEAST_FULL: f32 = 40.0;

/// The fields with choices, in the order in which they stand.
pub const FIELDS: [Field; 7] = [
    Field::Regions,
    Field::Countries,
    Field::Leaders,
    Field::HeldIn,
    Field::Statuses,
    Field::Kinds,
    Field::Blocs,
];

/// The choices of a field in the data at hand, and how many of them are asked for or left out.
#[derive(Clone, Copy, Debug)]
pub struct Facet {
    /// The field.
    pub field: Field,
    /// Its name.
    pub title: &'static str,
    choices: usize,
    picked: [usize; 2],
}

impl Facet {
    /// The fields with choices in the data at hand, in order.
    pub fn all<'a>(shown: &'a Shown, filter: &'a Filter) -> impl Iterator<Item = Self> + 'a {
        let facets = &shown.facets;
        let facet = move |field| -> Option<Self> {
            let not = &filter.excluded;
            let (title, choices, chosen, excluded) = match field {
                Field::Regions => {
                    let title = label(Panel::ParticipantsFrom);
                    (title, facets.regions.len(), filter.regions.len(), not.regions.len())
                }
                Field::Countries => {
                    let title = countries_title(shown);
                    (title, facets.countries.len(), filter.countries.len(), not.countries.len())
                }
                Field::Leaders => {
                    (label(Panel::Leaders), facets.leaders.len(), filter.leaders.len(), not.leaders.len())
                }
                Field::HeldIn => {
                    (label(Panel::HeldIn), facets.held_in.len(), filter.held_in.len(), not.held_in.len())
                }
                Field::Statuses => {
                    (label(Detail::Status), facets.statuses.len(), filter.statuses.len(), not.statuses.len())
                }
                Field::Kinds => {
                    (label(Detail::Kind), facets.kinds.len(), filter.kinds.len(), not.kinds.len())
                }
                Field::Blocs => {
                    (label(Panel::Blocs), facets.blocs.len(), filter.blocs.len(), not.blocs.len())
                }
                Field::Period | Field::Text | Field::Lines => return None,
            };
            let picked = [chosen, excluded];
            Some(Self { field, title, choices, picked }).filter(|facet| facet.choices > 0)
        };
        FIELDS.into_iter().filter_map(facet)
    }
}

/// Countries, or organisations too where some take part.
fn countries_title(shown: &Shown) -> &'static str {
    let table = Countries::embedded();
    let is_land = |choice: &Choice<CountryCode>| table.get(choice.value).is_none_or(Country::has_land);
    if shown.facets.countries.iter().all(is_land) {
        label(Panel::Countries)
    } else {
        label(Panel::CountriesAndOrganisations)
    }
}

/// Fields with choices, each below a heading that opens and closes it.
pub fn facets_ui(
    ui: &mut egui::Ui,
    (look, shown): (&Look, &Shown),
    facets: &[Facet],
    open: impl Fn(Field) -> bool,
    next: &mut Filter,
) {
    for facet in facets {
        let Facet { field, title, picked, .. } = *facet;
        let heading = match picked {
            [0, 0] => title.to_owned(),
            [chosen, excluded] => say(PanelText::Chosen(title, chosen, excluded)),
        };
        let heading = egui::CollapsingHeader::new(style::quiet(heading)).id_salt(title);
        heading.default_open(open(field)).show_unindented(ui, |ui| {
            facet_ui(ui, (look, shown), facet, next);
        });
        ui.add_space(6.0);
    }
}

/// The choices of one field.
pub fn facet_ui(ui: &mut egui::Ui, (look, shown): (&Look, &Shown), facet: &Facet, next: &mut Filter) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let (facets, list, title) = (&shown.facets, Sections { look }, facet.title);
    let without = || {
        let Apart { state, meetings, of } = shown.summary.apart?;
        Some(say(PanelText::Apart(&Countries::embedded().spoken(state), meetings, of)))
    };
    let Filter { excluded: not, .. } = next;
    match facet.field {
        Field::Regions => {
            list.note_ui(ui, without().as_deref());
            let regions = worded(&facets.regions, |region| region, Word::Region);
            list.choices_ui(ui, title, &regions, &mut Picked(&mut next.regions, &mut not.regions));
        }
        Field::Countries => {
            let mut picked = Picked(&mut next.countries, &mut not.countries);
            list.choices_ui(ui, title, &named(&facets.countries), &mut picked);
            // Below them, so that no choice moves from under the pointer.
            if next.countries.len() > 1 {
                any_or_all_ui(ui, &mut next.all_countries);
            }
        }
        Field::Leaders => {
            list.choices_ui(ui, title, &facets.leaders, &mut Picked(&mut next.leaders, &mut not.leaders));
        }
        Field::HeldIn => {
            let areas = worded(&facets.held_in, Area::Region, Word::Region);
            list.choices_ui(ui, title, &areas, &mut Picked(&mut next.held_in, &mut not.held_in));
        }
        Field::Statuses => {
            let statuses = worded(&facets.statuses, |status| status, Word::Status);
            list.choices_ui(ui, title, &statuses, &mut Picked(&mut next.statuses, &mut not.statuses));
        }
        Field::Kinds => {
            let kinds = worded(&facets.kinds, |kind| kind, Word::Kind);
            list.choices_ui(ui, title, &kinds, &mut Picked(&mut next.kinds, &mut not.kinds));
        }
        Field::Blocs => {
            list.note_ui(ui, without().as_deref());
            list.blocs_ui(ui, title, &facets.blocs, &mut Picked(&mut next.blocs, &mut not.blocs));
        }
        Field::Period | Field::Text | Field::Lines => {}
    }
}

/// Whole meetings, or the lines of those alone who are asked for.
pub fn lines_ui(ui: &mut egui::Ui, only_their_lines: &mut bool) {
    let boxed = |ui: &mut egui::Ui| ui.checkbox(only_their_lines, label(Panel::OnlyTheirLines));
    style::boxes_ui(ui, boxed).on_hover_text(label(Panel::OnlyTheirLinesTip));
}

/// One of the chosen countries, or all of them.
fn any_or_all_ui(ui: &mut egui::Ui, all: &mut bool) {
    style::boxes_ui(ui, |ui| {
        ui.horizontal(|ui| {
            ui.radio_value(all, false, label(Panel::AnyOfThem));
            ui.add_space(10.0);
            ui.radio_value(all, true, label(Panel::AllOfThem));
        });
    });
}

/// The choices of a field that are asked for, and those that are left out.
struct Picked<'a, T>(&'a mut BTreeSet<T>, &'a mut BTreeSet<T>);

/// What a choice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pick {
    Neither,
    Chosen,
    Excluded,
}

impl<T: Ord + Clone> Picked<'_, T> {
    fn of(&self, value: &T) -> Pick {
        if self.1.contains(value) {
            Pick::Excluded
        } else if self.0.contains(value) {
            Pick::Chosen
        } else {
            Pick::Neither
        }
    }

    fn set(&mut self, value: &T, pick: Pick) {
        self.0.remove(value);
        self.1.remove(value);
        match pick {
            Pick::Neither => {}
            Pick::Chosen => drop(self.0.insert(value.clone())),
            Pick::Excluded => drop(self.1.insert(value.clone())),
        }
    }
}

/// Countries under the names that the language has for them.
fn named(choices: &[Choice<CountryCode>]) -> Cow<'_, [Choice<CountryCode>]> {
    if spoken() == Language::English {
        return Cow::Borrowed(choices);
    }
    let names = Countries::embedded();
    let named = |one: &Choice<CountryCode>| Choice { label: names.spoken(one.value).into_owned(), ..*one };
    Cow::Owned(choices.iter().map(named).collect())
}

/// Choices under the words that the program has for them.
fn worded<T: Copy, V>(choices: &[Choice<T>], value: fn(T) -> V, words: fn(T) -> Word) -> Vec<Choice<V>> {
    let worded = |choice: &Choice<T>| Choice {
        value: value(choice.value),
        label: word(words(choice.value)).to_owned(),
        count: choice.count,
        total: choice.total,
    };
    choices.iter().map(worded).collect()
}

struct Sections<'a> {
    look: &'a Look,
}

impl Sections<'_> {
    /// Small words above choices.
    fn note_ui(&self, ui: &mut egui::Ui, words: Option<&str>) {
        if let Some(words) = words {
            let words = egui::RichText::new(words).small().color(style::colour(self.look.quiet_ink));
            ui.add(egui::Label::new(words).wrap());
            ui.add_space(2.0);
        }
    }

    /// The first choices, and all of them when asked for.
    fn choices_ui<T: Ord + Clone>(
        &self,
        ui: &mut egui::Ui,
        title: &str,
        choices: &[Choice<T>],
        picked: &mut Picked<T>,
    ) {
        let all_key = ui.scope_id().with((title, "all"));
        let all: bool = ui.data(|data| data.get_temp(all_key).unwrap_or(false));
        let long = choices.len() > SHORT_LIST + 1;
        let sought = if long { search_ui(ui, title) } else { String::new() };
        let most = choices.iter().map(|choice| choice.count).max().unwrap_or(0);
        let stands = |(i, choice): &(usize, &Choice<T>)| {
            if sought.is_empty() {
                all || !long || *i < SHORT_LIST || picked.of(&choice.value) != Pick::Neither
            } else {
                fold(&choice.label).contains(&sought)
            }
        };
        let open: Vec<usize> = choices.iter().enumerate().filter(stands).map(|(i, _)| i).collect();
        in_sight_ui(ui, title, open.len(), ROW, |ui, i| {
            self.toggle_ui(ui, title, &choices[open[i]], (most, None), picked);
        });
        if open.is_empty() {
            ui.label(style::quiet(label(Panel::NothingOfThatName)));
        }
        if long && sought.is_empty() {
            let words =
                if all { label(Button::ShowFewer).to_owned() } else { say(ListText::ShowAll(choices.len())) };
            if ui.add(egui::Button::new(style::quiet(words)).frame(false)).clicked() {
                ui.data_mut(|data| data.insert_temp(all_key, !all));
            }
        }
    }

    /// Blocs under the names of their groups, each with its full name behind the short one.
    fn blocs_ui(
        &self,
        ui: &mut egui::Ui,
        title: &str,
        choices: &[Choice<String>],
        picked: &mut Picked<String>,
    ) {
        let most = choices.iter().map(|choice| choice.count).max().unwrap_or(0);
        let known = |choice: &Choice<String>| organisations().iter().find(|one| one.code == choice.value);
        let known: Vec<_> = choices.iter().filter_map(|choice| Some((choice, known(choice)?))).collect();
        for group in BlocGroup::ALL {
            let mut of_group = known.iter().filter(|(_, one)| one.group == group).peekable();
            if of_group.peek().is_some() {
                ui.add_space(3.0);
                self.note_ui(ui, Some(word(Word::BlocGroup(group))));
            }
            for (choice, one) in of_group {
                self.toggle_ui(ui, title, choice, (most, Some(&one.name)), picked);
            }
        }
    }

    /// A choice that a click takes or leaves, and that is left out by a click with Ctrl or on the words at
    /// its end, which stand there while the pointer is on it.
    fn toggle_ui<T: Ord + Clone>(
        &self,
        ui: &mut egui::Ui,
        title: &str,
        choice: &Choice<T>,
        (most, full): (usize, Option<&str>),
        picked: &mut Picked<T>,
    ) {
        let pick = picked.of(&choice.value);
        let row = self.choice_ui(ui, title, choice, (most, full), pick);
        let excludes = ui.input(|input| input.modifiers.command);
        let is_left_out = self.leave_out_ui(ui, &row, pick == Pick::Excluded);
        let next = match pick {
            Pick::Neither | Pick::Chosen if is_left_out || (row.clicked() && excludes) => Pick::Excluded,
            Pick::Neither => Pick::Chosen,
            Pick::Chosen | Pick::Excluded => Pick::Neither,
        };
        if row.clicked() || is_left_out {
            picked.set(&choice.value, next);
        }
    }

    /// Words at the end of a row that leave its meetings out, while the pointer is on the row. True when they
    /// were clicked.
    fn leave_out_ui(&self, ui: &egui::Ui, row: &Response, is_excluded: bool) -> bool {
        if is_excluded || !row.contains_pointer() {
            return false;
        }
        let words = label(Panel::LeaveOut);
        let wide = width(words, size::SMALL, Weight::Regular) + 14.0;
        let place = row.rect.with_min_x(row.rect.right() - wide).shrink2(egui::vec2(0.0, 1.0));
        // The keyboard leaves out by Ctrl+Enter on the row: this is no stop of the Tab key.
        let response = ui.interact(place, row.id.with("leave out"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
        let painter = ui.painter();
        let (fill, ink) = if response.hovered() {
            (self.look.accent, self.look.paper)
        } else {
            (self.look.card, self.look.accent)
        };
        painter.rect_filled(place, CornerRadius::same(4), style::colour(fill));
        let font = style::font(size::SMALL, Weight::Regular);
        painter.text(place.center(), egui::Align2::CENTER_CENTER, words, font, style::colour(ink));
        response.clicked()
    }

    /// A row: box, words, bar, number. The bar's room is kept free, so that it never touches the words.
    fn choice_ui<T>(
        &self,
        ui: &mut egui::Ui,
        title: &str,
        choice: &Choice<T>,
        (most, full): (usize, Option<&str>),
        pick: Pick,
    ) -> Response {
        let chosen = pick == Pick::Chosen;
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), Sense::click());
        let name = format!("{title}: {}, {}", sentence_case(&choice.label), counted(choice.count));
        let name = if pick == Pick::Excluded { format!("{name}, {}", label(Panel::LeftOut)) } else { name };
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, chosen, &name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let look = self.look;
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
        }
        style::focus_ring(painter, look, rect, response.has_focus());
        let tick =
            egui::Rect::from_center_size(rect.left_center() + egui::vec2(10.0, 0.0), egui::Vec2::splat(13.0));
        paint_box(painter, look, tick, pick);
        let faint = (choice.count == 0 && !chosen) || pick == Pick::Excluded;
        let ink = style::colour(if faint { look.quiet_ink } else { look.ink });
        let digits = width(&most.to_string(), size::SMALL, Weight::Regular).max(20.0);
        let room = rect.width() - 24.0 - BAR - digits - 24.0;
        let words = shortened(&sentence_case(&choice.label), size::VENUE, Weight::Regular, room);
        let font = style::font(size::VENUE, Weight::Regular);
        let begin = rect.left_center() + egui::vec2(24.0, 0.0);
        let words = painter.text(begin, egui::Align2::LEFT_CENTER, words, font, ink);
        if pick == Pick::Excluded {
            painter.hline(words.x_range(), words.center().y + 1.0, Stroke::new(1.0, ink));
        }
        let right = rect.right() - 4.0;
        let number = style::font(size::SMALL, Weight::Regular);
        let quiet = style::colour(look.quiet_ink);
        let left_over = room - words.width() - 6.0;
        if let Some(full) = full.filter(|full| *full != choice.label && left_over > LEAST_FULL) {
            let full = shortened(full, size::SMALL, Weight::Regular, left_over);
            let at = words.right_center() + egui::vec2(6.0, 0.0);
            painter.text(at, egui::Align2::LEFT_CENTER, full, number.clone(), quiet);
        }
        let at = egui::pos2(right, rect.center().y);
        painter.text(at, egui::Align2::RIGHT_CENTER, choice.count.to_string(), number, quiet);
        let share = choice.count as f32 / most.max(1) as f32;
        let bar = egui::Rect::from_min_size(
            egui::pos2(right - digits - 10.0 - BAR, rect.center().y - 3.0),
            egui::vec2(BAR * share, 6.0),
        );
        let fill = style::colour(if chosen { look.accent } else { look.accent.faded(0.6) });
        painter.rect_filled(bar, CornerRadius::same(2), fill);
        match full.filter(|full| *full != choice.label) {
            Some(full) => response.on_hover_text(full),
            None => response,
        }
    }
}

/// A field that leaves only the choices with some letters. Gives the letters, folded.
fn search_ui(ui: &mut egui::Ui, title: &str) -> String {
    let key = ui.scope_id().with((title, "sought"));
    let mut typed: String = ui.data(|data| data.get_temp(key).unwrap_or_default());
    let field = egui::TextEdit::singleline(&mut typed)
        .hint_text(label(Panel::Search))
        .margin(egui::Margin::symmetric(8, 4))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    let name = format!("{}: {title}", label(Panel::Search));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    ui.add_space(4.0);
    let sought = fold(typed.trim());
    ui.data_mut(|data| data.insert_temp(key, typed));
    sought
}

fn paint_box(painter: &egui::Painter, look: &Look, rect: egui::Rect, pick: Pick) {
    let chosen = pick == Pick::Chosen;
    let edge = Stroke::new(1.2, style::colour(if chosen { look.accent } else { look.quiet_ink }));
    let fill = if chosen { style::colour(look.accent) } else { egui::Color32::TRANSPARENT };
    painter.rect(rect, CornerRadius::same(3), fill, edge, StrokeKind::Inside);
    if chosen {
        let at = |x: f32, y: f32| rect.min + egui::vec2(x, y) * rect.width();
        let stroke = Stroke::new(1.8, style::colour(look.paper));
        painter.line(vec![at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.3)], stroke);
    }
    if pick == Pick::Excluded {
        let inner = rect.shrink(3.5);
        let stroke = Stroke::new(1.6, style::colour(look.ink));
        painter.line_segment([inner.left_top(), inner.right_bottom()], stroke);
        painter.line_segment([inner.left_bottom(), inner.right_top()], stroke);
    }
}
