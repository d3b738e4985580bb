//! The list of meetings in groups: by occasion, place, month or kind.

use super::answers::{Answers, QUICK};
use super::context::PanelContext;
use super::in_sight::{LONG, in_sight_ui};
use super::rows::{GAP, ROW, meeting_ui};
use super::style;
use super::touched::Touched;
use crate::export::listing::city_in_words;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, PartialDate};
use crate::meeting::{Kind, Meeting, Venue};
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::{Message, Word};
use crate::words::part::editing::Detail;
use crate::words::part::panel::Panel;
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use egui::{CornerRadius, Role, Sense, WidgetInfo};
use std::cmp::Reverse;
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

    /// The group of a meeting; `None` if it has none.
    fn group_of(self, meeting: &Meeting) -> Option<Group<'_>> {
        let Meeting { occasion, venue, dates, kind, .. } = meeting;
        match self {
            Self::Nothing => None,
            Self::Occasion => Some(occasion.trim()).filter(|name| !name.is_empty()).map(Group::Occasion),
            Self::Place => {
                let Venue { country, country_as_written, city, building: _, placed: _ } = venue;
                let is_known = country.is_some() || !country_as_written.is_empty() || !city.is_empty();
                is_known.then_some(Group::Place(*country, country_as_written, city))
            }
            Self::Month => dates.first_day().map(|day| Group::Month(day.year(), day.month())),
            Self::Kind => Some(Group::Kind(*kind)),
        }
    }

    /// The name of the group of a meeting.
    fn name_of_group(self, meeting: &Meeting) -> String {
        match self.group_of(meeting) {
            None => label(Panel::NoGroup).to_owned(),
            Some(Group::Occasion(name)) => name.to_owned(),
            Some(Group::Place(..)) => city_in_words(&meeting.venue),
            Some(Group::Month(year, month)) => {
                say(Message::Dates(Dates::on(PartialDate::Month(year, month))))
            }
            Some(Group::Kind(kind)) => sentence_case(word(Word::Kind(kind))),
        }
    }

    const fn is_by_number(self) -> bool {
        matches!(self, Self::Place | Self::Kind)
    }
}

/// What the meetings of a group have in common, in no language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group<'a> {
    Occasion(&'a str),
    Place(Option<CountryCode>, &'a str, &'a str),
    Month(i16, i8),
    Kind(Kind),
}

/// A line of the list.
#[derive(Clone, Copy, Debug)]
enum Line {
    /// The name of the group that a row is the first of, and how many meetings it has.
    Head(usize, usize),
    /// A meeting, by its row.
    Row(usize),
}

/// A list in groups.
#[derive(Clone, Debug)]
pub struct Groups {
    shown: Arc<Shown>,
    by: GroupedBy,
    lines: Vec<Line>,
    /// The rows alone, in the order of the lines.
    rows: Vec<usize>,
}

impl Groups {
    /// Groups the rows that are shown.
    #[must_use]
    pub fn new(answers: &Answers, by: GroupedBy) -> Self {
        let (shown, meetings) = (answers.shown.clone(), answers.meetings());
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut places: BTreeMap<Option<Group>, usize> = BTreeMap::new();
        for &row in &shown.rows {
            let place = *places.entry(by.group_of(meetings.get(row))).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            groups[place].push(row);
        }
        // Those that have no group come last.
        groups.sort_by_key(|rows| {
            let number = if by.is_by_number() { rows.len() } else { 0 };
            (by.group_of(meetings.get(rows[0])).is_none(), Reverse(number))
        });
        let mut lines = Vec::with_capacity(shown.rows.len() + groups.len());
        for rows in &groups {
            lines.push(Line::Head(rows[0], rows.len()));
            lines.extend(rows.iter().copied().map(Line::Row));
        }
        Self { shown, by, lines, rows: groups.concat() }
    }

    fn is_of(&self, shown: &Arc<Shown>, by: GroupedBy) -> bool {
        Arc::ptr_eq(&self.shown, shown) && self.by == by
    }
}

/// The list in groups, kept while it shows the same.
#[derive(Clone, Debug, Default)]
pub struct GroupsMemory {
    /// What the list is grouped by.
    pub by: GroupedBy,
    made: Option<Groups>,
    /// Whether a long list is to be grouped in the background.
    is_wanted: bool,
    /// What is being grouped.
    under_way: Option<(Arc<Shown>, GroupedBy)>,
}

impl GroupsMemory {
    /// The groups of what is shown; `None` while a long list is being grouped, and where it has no groups.
    pub fn groups(&mut self, answers: &Answers) -> Option<&Groups> {
        let (shown, by) = (&answers.shown, self.by);
        if by == GroupedBy::Nothing {
            *self = Self::default();
            return None;
        }
        if !self.made.as_ref().is_some_and(|made| made.is_of(shown, by)) {
            self.made = (shown.rows.len() <= QUICK).then(|| Groups::new(answers, by));
            let is_begun = |(of, was): &(Arc<Shown>, GroupedBy)| Arc::ptr_eq(of, shown) && *was == by;
            if self.made.is_none() && !self.under_way.as_ref().is_some_and(is_begun) {
                self.is_wanted = true;
                self.under_way = Some((shown.clone(), by));
            }
        }
        self.made.as_ref()
    }

    /// By what a long list is to be grouped, once.
    pub fn wanted(&mut self) -> Option<GroupedBy> {
        std::mem::take(&mut self.is_wanted).then_some(self.by)
    }

    /// Takes a list that was grouped.
    pub fn take(&mut self, groups: Groups) {
        (self.made, self.under_way) = (Some(groups), None);
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
    in_sight_ui(ui, "groups", groups.lines.len(), ROW, |ui, at| match groups.lines[at] {
        Line::Head(first, meetings) => {
            let name = groups.by.name_of_group(context.meetings().get(first));
            head_ui(ui, context.look, (&name, meetings), is_long);
        }
        Line::Row(row) => meeting_ui(ui, context, (row, &groups.rows, is_long), next, touched),
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
