//! The list of meetings in groups: by occasion, place, month or kind.

use super::context::PanelContext;
use super::in_sight::{LONG, in_sight_ui};
use super::rows::{GAP, ROW, meeting_ui};
use super::style;
use super::tooltip::sentence_case;
use super::touched::Touched;
use crate::export::listing::city_in_words;
use crate::gazetteer::language::Language;
use crate::meeting::Meeting;
use crate::meeting::date::{Dates, PartialDate};
use crate::meeting::table::Meetings;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::{Message, Word};
use crate::words::part::editing::Detail;
use crate::words::part::panel::Panel;
use crate::words::spoken::spoken;
use crate::words::{label, say, word};
use egui::{CornerRadius, Role, Sense, WidgetInfo};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the list is grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupedBy {
    /// Nothing: one list.
    #[default]
    Nothing,
    /// The occasion, in the order of the list.
    Occasion,
    /// The city or else the country, the most frequent first.
    Place,
    /// The month, in the order of the list.
    Month,
    /// The kind, the most frequent first.
    Kind,
}

impl GroupedBy {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::Nothing, Self::Occasion, Self::Place, Self::Month, Self::Kind];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => label(Panel::NoGroups),
            Self::Occasion => label(Detail::Occasion),
            Self::Place => label(Detail::Place),
            Self::Month => label(Panel::Month),
            Self::Kind => label(Detail::Kind),
        }
    }

    /// The group of a meeting, in words; empty if it has none.
    fn group_of(self, meeting: &Meeting) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Occasion => meeting.occasion.trim().to_owned(),
            Self::Place => city_in_words(&meeting.venue),
            Self::Month => {
                let day = meeting.dates.first_day();
                let month = day.map(|day| Dates::on(PartialDate::Month(day.year(), day.month())));
                month.map(|month| say(Message::Dates(month))).unwrap_or_default()
            }
            Self::Kind => sentence_case(word(Word::Kind(meeting.kind))),
        }
    }

    const fn is_by_number(self) -> bool {
        matches!(self, Self::Place | Self::Kind)
    }
}

/// A line of the list.
#[derive(Clone, Debug)]
enum Line {
    /// The name of a group, and how many meetings it has.
    Head(String, usize),
    /// A meeting, by its row.
    Row(usize),
}

/// A list in groups, kept while it shows the same.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    /// What it shows, and in which language it says so.
    of: Option<(Arc<Shown>, GroupedBy, Language)>,
    lines: Vec<Line>,
    /// The rows alone, in the order of the lines.
    rows: Vec<usize>,
}

impl Groups {
    /// Follows what is shown.
    pub fn keep(&mut self, shown: &Arc<Shown>, meetings: &Meetings, by: GroupedBy) {
        let is_same = |(of, was, language): &(Arc<Shown>, GroupedBy, Language)| {
            Arc::ptr_eq(of, shown) && *was == by && *language == spoken()
        };
        if self.of.as_ref().is_some_and(is_same) {
            return;
        }
        let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for &row in &shown.rows {
            let name = by.group_of(meetings.get(row));
            let place = *places.entry(name.clone()).or_insert(groups.len());
            if place == groups.len() {
                groups.push((name, Vec::new()));
            }
            groups[place].1.push(row);
        }
        // Those that have no group come last.
        groups.sort_by_key(|(name, rows)| {
            let number = if by.is_by_number() { rows.len() } else { 0 };
            (name.is_empty(), std::cmp::Reverse(number))
        });
        self.rows = groups.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
        self.lines.clear();
        for (name, rows) in groups {
            let name = if name.is_empty() { label(Panel::NoGroup).to_owned() } else { name };
            self.lines.push(Line::Head(name, rows.len()));
            self.lines.extend(rows.into_iter().map(Line::Row));
        }
        self.of = Some((shown.clone(), by, spoken()));
    }

    /// The rows in the order of the list.
    #[must_use]
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }
}

/// The list with the name of each group above its meetings.
pub fn groups_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    groups: &Groups,
    next: &mut State,
    touched: &mut Touched,
) {
    ui.spacing_mut().item_spacing.y = GAP;
    let is_long = groups.lines.len() >= LONG;
    in_sight_ui(ui, "groups", groups.lines.len(), ROW, |ui, at| match &groups.lines[at] {
        Line::Head(name, meetings) => head_ui(ui, context.look, (name, *meetings), is_long),
        Line::Row(row) => meeting_ui(ui, context, (*row, &groups.rows, is_long), next, touched),
    });
}

/// The name of a group. In a long list it is as high as a meeting.
fn head_ui(ui: &mut egui::Ui, look: &Look, (name, meetings): (&str, usize), is_long: bool) {
    /// Its height in points.
    const HIGH: f32 = 26.0;
    let high = if is_long { ROW } else { HIGH };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{name}, {meetings}")));
    let band = rect.with_min_y(rect.bottom() - HIGH + 2.0);
    let painter = ui.painter();
    painter.rect_filled(band, CornerRadius::same(3), style::colour(look.card));
    let font = style::font(size::SMALL, Weight::SemiBold);
    let ink = style::colour(look.quiet_ink);
    let words = shortened(name, size::SMALL, Weight::SemiBold, band.width() - 56.0);
    let at = band.left_center() + egui::vec2(8.0, 0.0);
    painter.text(at, egui::Align2::LEFT_CENTER, words, font.clone(), ink);
    let at = band.right_center() - egui::vec2(8.0, 0.0);
    painter.text(at, egui::Align2::RIGHT_CENTER, meetings.to_string(), font, ink);
}
