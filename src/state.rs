//! State: everything the user can change and wants kept, as one plain value.

use crate::drawing::Drawing;
use crate::drawing::PastDisplay;
use crate::gazetteer::language::Language;
use crate::globe::chart::Chart;
use crate::globe::direction::{direction, position};
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::globe::view::View;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::{MeetingId, PlaceId};
use crate::meeting::table::Meetings;
use crate::page::{Page, Texts};
use crate::query::calendar::Grain;
use crate::query::column::{Column, Sort};
use crate::query::met::{Order, Sides};
use crate::query::pair::Pair;
use crate::query::question::Question;
use crate::query::question::baseline::Baseline;
use crate::query::question::filter::Filter;
use crate::query::question::reading::Reading;
use crate::query::question::rule::Rule;
use crate::query::shown::Shown;
use crate::query::tie::{TieKey, Ties};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Filter, view, look and selection. Saved, undone and compared as a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// The version of this layout, [`State::VERSION`].
    pub version: u32,
    /// Which meetings are shown.
    pub filter: Filter,
    /// What is counted of them.
    pub rule: Rule,
    /// Which lines are drawn for them.
    pub reading: Reading,
    /// How the globe is laid flat.
    pub projection: Projection,
    /// The central meridian of flat maps, in degrees east.
    pub meridian: f64,
    /// The middle of round maps; `None` turns them to the middle of what is shown.
    pub centre: Option<Position>,
    /// What helps to read the map.
    pub aids: Aids,
    /// Who each area of contested status is drawn with.
    pub borders: BorderPolicy,
    /// How lines and land are drawn.
    pub drawing: Drawing,
    /// What is shown is compared with this.
    pub compare: Option<Baseline>,
    /// How the timeline is drawn, and what becomes of what is past.
    pub time: Time,
    /// How the map lies in its pane.
    #[serde(alias = "view")]
    pub framing: Framing,
    /// Colours.
    pub theme: Theme,
    /// The language of the map, its words and its files; of the names of countries alone, where the program
    /// does not speak it.
    pub language: Language,
    /// What the map names.
    pub labels: Labels,
    /// The title of the picture; empty for the one that the program writes.
    pub title: String,
    /// The other words around the map.
    pub texts: Texts,
    /// How its pictures are made up.
    pub page: Page,
    /// The colours of its pictures, if they are others than those of the window.
    pub page_theme: Option<Theme>,
    /// What the panel explains and the map keeps bright.
    pub selection: Option<Target>,
    /// Whether the meetings are seen on the map, as rows, or as who met whom.
    pub pane: Pane,
    /// How they are seen as rows.
    pub table: TableView,
    /// How they are seen as who met whom.
    pub matrix: MatrixView,
}

impl State {
    /// The version this program writes.
    pub const VERSION: u32 = 3;

    /// Takes over the words and the page of another one.
    pub fn take_page(&mut self, other: &Self) {
        self.title.clone_from(&other.title);
        self.texts.clone_from(&other.texts);
        (self.page, self.page_theme) = (other.page, other.page_theme);
    }

    /// What is asked of the table.
    #[must_use]
    pub fn question(&self) -> Question {
        let mut filter = self.filter.clone();
        if self.keeps_the_past() && filter.to.is_some() {
            // What lies before the window stays.
            filter.from = None;
        }
        let colour = self.drawing.colour;
        Question { filter, rule: self.rule, reading: self.reading, colour, compare: self.compare.clone() }
    }

    /// It as it is drawn on its page: in the colours that were chosen for that.
    #[must_use]
    pub fn on_page(&self) -> Self {
        Self { theme: self.page_theme.unwrap_or(self.theme), page_theme: None, ..self.clone() }
    }

    /// It as the window draws it, which is no page.
    #[must_use]
    pub fn on_screen(&self) -> Self {
        Self { page: Page::default(), page_theme: None, ..self.clone() }
    }

    /// Whether the window draws it just as it is.
    #[must_use]
    pub fn is_on_screen(&self) -> bool {
        self.page == Page::default() && self.page_theme.is_none()
    }

    /// Whether what lies before the window is drawn too. Two windows that are compared keep their first days.
    #[must_use]
    pub fn keeps_the_past(&self) -> bool {
        self.time.mode != PastDisplay::Window && self.compare.is_none()
    }

    /// Lets what is compared with follow the filter; without a period there is nothing to follow, and nothing
    /// is compared.
    pub fn follow(&mut self) {
        let Some(compare) = &mut self.compare else { return };
        let Some(follows) = compare.follows else { return };
        match follows.before(&self.filter) {
            Some(before) => compare.before = before,
            None => self.compare = None,
        }
    }

    /// Turns the map: a flat one to the meridian of a place, a round one to the place.
    pub fn turn_to(&mut self, centre: Position) {
        if self.projection.rim().is_none() {
            self.meridian = centre.lon;
        } else {
            self.centre = Some(centre);
        }
    }

    /// The chart that the map is drawn on.
    #[must_use]
    pub fn chart(&self, shown: &Ties) -> Chart {
        let centre = match self.projection.rim() {
            None => Position::new(self.meridian, 0.0),
            Some(_) => self.centre.unwrap_or_else(|| middle(shown)),
        };
        Chart::new(self.projection, centre)
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            filter: Filter::default(),
            rule: Rule::default(),
            reading: Reading::default(),
            projection: Projection::default(),
            meridian: 0.0,
            centre: None,
            aids: Aids::default(),
            borders: BorderPolicy::default(),
            drawing: Drawing::default(),
            compare: None,
            time: Time::default(),
            framing: Framing::default(),
            theme: Theme::default(),
            language: Language::default(),
            labels: Labels::default(),
            title: String::new(),
            texts: Texts::default(),
            page: Page::default(),
            page_theme: None,
            selection: None,
            pane: Pane::default(),
            table: TableView::default(),
            matrix: MatrixView::default(),
        }
    }
}

/// How the meetings are seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pane {
    /// On the map.
    #[default]
    Map,
    /// As rows.
    Table,
    /// As who met whom.
    Matrix,
}

impl Pane {
    /// Every one, in the order of the bar.
    pub const ALL: [Self; 3] = [Self::Map, Self::Table, Self::Matrix];
}

/// How the meetings are seen as rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableView {
    /// The columns that are shown.
    pub columns: BTreeSet<Column>,
    /// By which column the rows are ordered.
    pub sort: Sort,
}

/// How the meetings are seen as who met whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct MatrixView {
    /// Whether states or people are paired.
    pub sides: Sides,
    /// In which order they stand.
    pub order: Order,
}

impl Default for TableView {
    fn default() -> Self {
        Self { columns: Column::USUAL.into(), sort: Sort::default() }
    }
}

/// The middle of all places and capitals in whole degrees; (0°, 0°) where they have none.
fn middle(shown: &Ties) -> Position {
    let places = shown.places.iter().map(|place| place.at);
    let ends = places.chain(shown.lines.iter().map(|line| line.from));
    let sum = ends.map(direction).fold([0.0; 3], |sum, at| std::array::from_fn(|i| sum[i] + at[i]));
    if sum.iter().all(|part| part.abs() < 1e-9) {
        return Position::new(0.0, 0.0);
    }
    let middle = position(sum);
    Position::new(middle.lon.round(), middle.lat.round())
}

/// How the map lies in its pane: what was chosen is told from what the program set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", from = "WrittenFraming")]
pub enum Framing {
    /// All that is shown fits, whatever is shown next.
    #[default]
    Fit,
    /// The program holds the map still while a period changes. It lets go when a comparison starts or ends.
    Frozen(View),
    /// The user panned, zoomed or asked for it.
    Chosen(View),
}

impl Framing {
    /// The view that is kept; `None` if the map fits what is shown.
    #[must_use]
    pub const fn view(self) -> Option<View> {
        match self {
            Self::Fit => None,
            Self::Frozen(view) | Self::Chosen(view) => Some(view),
        }
    }

    /// The same framing with its view on the map of a projection.
    #[must_use]
    pub fn within(self, projection: Projection) -> Self {
        match self {
            Self::Fit => Self::Fit,
            Self::Frozen(view) => Self::Frozen(view.within(projection)),
            Self::Chosen(view) => Self::Chosen(view.within(projection)),
        }
    }
}

/// A framing as files have it. Version 1 had a view or nothing, and could not say who had chosen it.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenFraming {
    Version1(Option<View>),
    Now(NamedFraming),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum NamedFraming {
    Fit,
    Frozen(View),
    Chosen(View),
}

impl From<WrittenFraming> for Framing {
    fn from(written: WrittenFraming) -> Self {
        match written {
            WrittenFraming::Version1(None) | WrittenFraming::Now(NamedFraming::Fit) => Self::Fit,
            WrittenFraming::Now(NamedFraming::Frozen(view)) => Self::Frozen(view),
            WrittenFraming::Version1(Some(view)) | WrittenFraming::Now(NamedFraming::Chosen(view)) => {
                Self::Chosen(view)
            }
        }
    }
}

/// What helps to read the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Aids {
    /// Meridians and parallels every 30°.
    pub graticule: bool,
    /// The tropics and the polar circles.
    pub circles: bool,
    /// A bar that says how long so many kilometres are in the middle of the map.
    pub scale: bool,
}

impl Default for Aids {
    fn default() -> Self {
        Self { graticule: true, circles: false, scale: false }
    }
}

/// The reader's choices of time. The window itself is the filter's period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Time {
    /// How long a bar of the timeline is; `None` lets the program choose.
    pub grain: Option<Grain>,
    /// What becomes of what lies before the window.
    pub mode: PastDisplay,
}

/// Which names stand on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Labels {
    /// Names of countries.
    pub countries: bool,
    /// Names of venues.
    pub venues: bool,
    /// Names of leaders, under those of their countries.
    pub leaders: bool,
}

impl Default for Labels {
    fn default() -> Self {
        Self { countries: true, venues: true, leaders: false }
    }
}

/// The colours of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark lines on light land.
    #[default]
    Light,
    /// Light lines on dark land.
    Dark,
    /// Text and lines that stand off their grounds as far as they can.
    HighContrast,
    /// For paper: a white ground, greys, and two inks that survive newsprint.
    Print,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::HighContrast, Self::Print];

    /// The word for it, as the command line writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high contrast",
            Self::Print => "print",
        }
    }
}

/// Something on the map or in the panel that can be pointed at and selected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A country's land or label.
    Country(CountryCode),
    /// A place where meetings were held.
    Place(PlaceId),
    /// Several places that the map draws as one mark, in order.
    Places(Vec<PlaceId>),
    /// A line.
    Tie(TieKey),
    /// A meeting.
    Meeting(MeetingId),
    /// The event around several meetings, by its name.
    Occasion(String),
    /// A person, by a name as recorded.
    Person(String),
    /// Two states or people, for the meetings at which both sit at the table.
    Pair(Pair),
}

impl Target {
    /// The rows among those shown that it stands for: a country's own and those held there, a place's, a
    /// line's, those of an occasion, of a person or of a pair, or the one meeting.
    #[must_use]
    pub fn rows<'a>(&self, meetings: &Meetings, shown: &'a Shown) -> Cow<'a, [usize]> {
        let none = Cow::Borrowed(&[][..]);
        match self {
            Self::Country(code) => Cow::Borrowed(shown.of_country(*code)),
            Self::Place(id) => shown.ties.place(*id).map_or(none, |place| Cow::Borrowed(&place.rows)),
            Self::Places(ids) => {
                let held = ids.iter().filter_map(|id| shown.ties.place(*id)).flat_map(|place| &place.rows);
                Cow::Owned(shown.in_order(held.copied().collect()))
            }
            Self::Tie(TieKey::Spoke { meeting, .. }) => Self::Meeting(meeting.clone()).rows(meetings, shown),
            Self::Tie(key) => shown.line(key).map_or(none, |line| Cow::Borrowed(&line.rows)),
            Self::Meeting(id) => {
                let row = meetings.row_of(id.as_str()).filter(|&row| shown.shows(row));
                Cow::Owned(row.into_iter().collect())
            }
            Self::Occasion(occasion) => Cow::Borrowed(shown.of_occasion(occasion)),
            Self::Person(name) => Cow::Borrowed(shown.of_person(name)),
            Self::Pair(pair @ Pair::States([first, _])) => {
                Cow::Owned(pair.rows(meetings, shown.of_country(*first).iter().copied()))
            }
            Self::Pair(Pair::People(people)) => Cow::Owned(shown.of_people(people)),
        }
    }
}
