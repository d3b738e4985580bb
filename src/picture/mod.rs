//! The picture: a finished list of marks at fixed positions on a page, read alike by the window, the files
//! and the pointer.

pub mod look;
pub mod sight;
pub mod text;
pub mod dash;
pub mod wrap;
pub mod symbol;
pub mod scene;
pub mod venue;
pub mod gathered;
pub mod emphasis;
pub mod drawn_line;
pub mod cues;
pub mod amounts;
pub mod curve;
pub mod ports;
pub mod detour;
pub mod header;
pub mod attribution;
pub mod legend;
pub mod frequent;
pub mod dense;
pub mod layout;
pub mod made_up;
pub mod plan;
pub mod marks;
pub mod layers;
pub mod compose;
pub mod pick;

use self::look::Colour;
use self::text::Weight;
use crate::gazetteer::language::Language;
use crate::globe::land::Land;
use crate::globe::view::{PageFromPlane, Point, Rect, View};
use crate::state::Target;
use std::sync::Arc;

/// A page with its marks, first drawn first.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Width of the page in points.
    pub width: f32,
    /// Height of the page in points.
    pub height: f32,
    /// What the page shows and by what rule it is counted, in words: the description of the SVG and for
    /// screen readers.
    pub description: String,
    /// The title, as the SVG's title.
    pub title: String,
    /// The language of its map.
    pub language: Language,
    /// The way between plane and page, for the pointer.
    pub page_from_plane: PageFromPlane,
    /// The part of the page that is map.
    pub pane: Rect,
    /// The part of the world that it shows: the one chosen, or the one that fits.
    pub view: View,
    /// Where the title stands.
    pub title_at: Rect,
    /// Where the sentence stands.
    pub sentence: Rect,
    /// Where the note and the sources stand.
    pub sources_at: Rect,
    /// The part of the page outside of which nothing of the map is drawn; `None` where the map is all of the
    /// page.
    pub clip: Option<Rect>,
    /// What is drawn, in order.
    pub marks: Vec<Mark>,
}

/// Something drawn, and what it stands for.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its form.
    pub shape: Shape,
    /// What a click on it selects.
    pub target: Option<Target>,
    /// The part of the picture that it belongs to.
    pub group: Group,
}

/// A part of a picture: what a designer hides, moves or restyles as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What everything is drawn on.
    #[default]
    Paper,
    /// The sea, meridians and parallels.
    Sea,
    /// The land and its borders.
    Land,
    /// The hatching over areas that several states claim.
    Contested,
    /// The lines.
    Lines,
    /// Marks at capitals and places.
    Marks,
    /// Names on the map.
    Names,
    /// What says how long so many kilometres are.
    Scale,
    /// Border policy and credits.
    Credits,
    /// What the signs mean.
    Legend,
    /// A list of meetings beside the map, or a word where there is none.
    List,
    /// The title, and the sentence below it.
    Title,
}

impl Group {
    /// Every group, in the order of drawing.
    pub const ALL: [Self; 12] = [
        Self::Paper,
        Self::Sea,
        Self::Land,
        Self::Contested,
        Self::Lines,
        Self::Marks,
        Self::Names,
        Self::Scale,
        Self::Credits,
        Self::Legend,
        Self::List,
        Self::Title,
    ];

    /// Whether it belongs to the map, and not to what stands around it.
    #[must_use]
    pub const fn is_map(self) -> bool {
        match self {
            Self::Sea
            | Self::Land
            | Self::Contested
            | Self::Lines
            | Self::Marks
            | Self::Names
            | Self::Scale => true,
            Self::Paper | Self::Credits | Self::Legend | Self::List | Self::Title => false,
        }
    }

    /// The word for it in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Sea => "sea",
            Self::Land => "land",
            Self::Contested => "contested",
            Self::Lines => "lines",
            Self::Marks => "marks",
            Self::Names => "names",
            Self::Scale => "scale",
            Self::Credits => "credits",
            Self::Legend => "legend",
            Self::List => "list",
            Self::Title => "title",
        }
    }
}

/// The forms of marks. All positions and lengths are in points on the page.
#[derive(Clone, Debug)]
pub enum Shape {
    /// The land of all countries: areas filled, then borders stroked.
    Land {
        /// On the plane.
        land: Arc<Land>,
        /// A fill for each of [`Land::areas`].
        fills: Vec<Colour>,
        /// The borders' stroke.
        border: Stroke,
    },
    /// Parallel lines rising to the right, over an area.
    Hatch {
        /// The area, by the even-odd rule.
        rings: Vec<Vec<Point>>,
        /// The lines as they lie within it, each from its upper to its lower end.
        lines: Vec<[Point; 2]>,
        /// Points from line to line along x.
        step: f32,
        /// The least x ≥ 0 at which a line would cross the upper edge of the page.
        phase: f32,
        /// How they are drawn.
        stroke: Stroke,
    },
    /// An open line, its width growing evenly along its length from `width[0]` to `width[1]`.
    Line {
        /// At least two points.
        points: Vec<Point>,
        /// At its start and its end.
        width: [f32; 2],
        /// Its colour.
        colour: Colour,
        /// Solid, dashed or dotted.
        dash: Dash,
    },
    /// A filled polygon. Every corner can be joined to its middle (the mean of its corners) without leaving
    /// it.
    Polygon {
        /// Corners in order, the first not repeated.
        points: Vec<Point>,
        /// Its fill.
        fill: Colour,
    },
    /// A disc or a ring.
    Disc {
        /// Its middle.
        centre: Point,
        /// To the middle of the stroke.
        radius: f32,
        /// Transparent for a ring.
        fill: Colour,
        /// Its edge.
        stroke: Stroke,
    },
    /// A rectangle with round corners.
    Panel {
        /// Where it lies.
        rect: Rect,
        /// The corners' radius.
        corner: f32,
        /// Its fill.
        fill: Colour,
        /// Its edge.
        stroke: Stroke,
    },
    /// One line of text.
    Text {
        /// Where its anchor lies: horizontally as `anchor` says, vertically the baseline.
        at: Point,
        /// Which part of the text lies at `at`.
        anchor: Anchor,
        /// The words.
        text: String,
        /// Height of the type in points.
        size: f32,
        /// Regular or semibold.
        weight: Weight,
        /// Its colour.
        colour: Colour,
        /// A band of this colour around the letters, two points wide.
        halo: Option<Colour>,
    },
}

/// A stroke; none if its width is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stroke {
    /// In points.
    pub width: f32,
    /// Its colour.
    pub colour: Colour,
}

/// How a line is broken; lengths are fixed multiples of the points given here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// 16 on, 4 off.
    LongDashed,
    /// 7 on, 4 off.
    Dashed,
    /// 1.5 on, 3.5 off.
    Dotted,
}

impl Dash {
    /// Lengths of ink and gap in points; `None` if unbroken.
    #[must_use]
    pub const fn lengths(self) -> Option<[f32; 2]> {
        match self {
            Self::Solid => None,
            Self::LongDashed => Some([16.0, 4.0]),
            Self::Dashed => Some([7.0, 4.0]),
            Self::Dotted => Some([1.5, 3.5]),
        }
    }
}

/// The part of a text that lies at its position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// Its left end.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}
