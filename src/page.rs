//! The page around a map: the words on it, and the paper that a picture is made up for.

use serde::{Deserialize, Serialize};

/// What the user wrote around the map, beside the title. Where a text is empty, the program writes its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Texts {
    /// Below the title, in place of the sentence that says what is shown.
    pub subtitle: String,
    /// At the foot of the picture; the program has none of its own.
    pub note: String,
    /// Where the meetings are from. What the licences of the map ask for stands beside it always.
    pub sources: String,
}

/// A format that pictures are often made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageFormat {
    /// A page of the web.
    Web,
    /// A picture within an article.
    Article,
    /// A square post.
    Square,
    /// An upright post, seen on a telephone.
    Story,
    /// A slide.
    Slide,
    /// A sheet of A4, lying.
    A4Wide,
    /// A sheet of A4, upright.
    A4Tall,
    /// A sheet of A3, lying.
    A3Wide,
    /// A sheet of A3, upright.
    A3Tall,
    /// One column of a newspaper.
    Column1,
    /// Two of its columns.
    Column2,
    /// Three of its columns.
    Column3,
    /// Four of its columns.
    Column4,
    /// Five of its columns.
    Column5,
}

/// In what the sides of a format are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Pixels of a screen.
    Pixels,
    /// Millimetres of paper.
    Millimetres,
}

/// Points of print in an inch, and millimetres.
pub const POINTS_AN_INCH: f32 = 72.0;
const MM_AN_INCH: f32 = 25.4;
/// Dots that a printer sets on an inch of paper, which is seen from near.
pub const DOTS_AN_INCH: f32 = 300.0;
/// A millimetre in points of print.
pub const POINTS_PER_MM: f32 = POINTS_AN_INCH / MM_AN_INCH;
/// The dots of a printer in a point of print.
pub const DOTS_PER_POINT: f32 = DOTS_AN_INCH / POINTS_AN_INCH;

impl PageFormat {
    /// Every format, in the order of the dialog.
    pub const ALL: [Self; 14] = [
        Self::Web,
        Self::Article,
        Self::Square,
        Self::Story,
        Self::Slide,
        Self::A4Wide,
        Self::A4Tall,
        Self::A3Wide,
        Self::A3Tall,
        Self::Column1,
        Self::Column2,
        Self::Column3,
        Self::Column4,
        Self::Column5,
    ];

    /// The word for it, as the command line writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Article => "article",
            Self::Square => "square",
            Self::Story => "story",
            Self::Slide => "slide",
            Self::A4Wide => "a4 wide",
            Self::A4Tall => "a4 tall",
            Self::A3Wide => "a3 wide",
            Self::A3Tall => "a3 tall",
            Self::Column1 => "1 column",
            Self::Column2 => "2 columns",
            Self::Column3 => "3 columns",
            Self::Column4 => "4 columns",
            Self::Column5 => "5 columns",
        }
    }

    /// In what its sides are measured.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match self {
            Self::Web | Self::Article | Self::Square | Self::Story | Self::Slide => Measure::Pixels,
            Self::A4Wide
            | Self::A4Tall
            | Self::A3Wide
            | Self::A3Tall
            | Self::Column1
            | Self::Column2
            | Self::Column3
            | Self::Column4
            | Self::Column5 => Measure::Millimetres,
        }
    }

    /// Its width and height in its measure. A column of a newspaper is 46 mm wide, and 4 mm lie between two.
    #[must_use]
    pub const fn sides(self) -> [u16; 2] {
        match self {
            Self::Web => [1200, 675],
            Self::Article => [800, 500],
            Self::Square => [1080, 1080],
            Self::Story => [1080, 1350],
            Self::Slide => [1920, 1080],
            Self::A4Wide => [297, 210],
            Self::A4Tall => [210, 297],
            Self::A3Wide => [420, 297],
            Self::A3Tall => [297, 420],
            Self::Column1 => [46, 150],
            Self::Column2 => [96, 110],
            Self::Column3 => [146, 120],
            Self::Column4 => [196, 130],
            Self::Column5 => [246, 150],
        }
    }

    /// Its width and height as files have them: pixels, or points of print.
    #[must_use]
    pub fn in_file(self) -> [f32; 2] {
        let by = match self.measure() {
            Measure::Pixels => 1.0,
            Measure::Millimetres => POINTS_PER_MM,
        };
        self.sides().map(|side| f32::from(side) * by)
    }

    /// How much larger than in the window everything is drawn, in the measure of files: a slide is seen from
    /// afar, a post on a small screen; the smallest letters of a sheet have 8.6 points of print, those of a
    /// newspaper 6.9.
    const fn stretch(self) -> f32 {
        match self {
            Self::Web => 1.25,
            Self::Article => 1.0,
            Self::Square => 1.8,
            Self::Story => 1.9,
            Self::Slide => 1.6,
            Self::A4Wide | Self::A4Tall => 0.75,
            Self::A3Wide | Self::A3Tall => 0.9,
            Self::Column1 | Self::Column2 | Self::Column3 | Self::Column4 | Self::Column5 => 0.6,
        }
    }
}

/// How large letters, lines and marks are. None is smaller than the first, which can just be read everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// As in the window, or as suits the format.
    #[default]
    Normal,
    /// A fifth larger.
    Large,
    /// Half as large again.
    Largest,
}

impl TextSize {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Largest];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Largest => "largest",
        }
    }

    const fn factor(self) -> f32 {
        match self {
            Self::Normal => 1.0,
            Self::Large => 1.2,
            Self::Largest => 1.5,
        }
    }
}

/// What stands under the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Below {
    /// On a format that is higher than the map needs, a table of the most frequent.
    #[default]
    Automatic,
    /// A table of the most frequent.
    Table,
    /// Nothing.
    Nothing,
}

impl Below {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Automatic, Self::Table, Self::Nothing];

    /// The word for it on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Table => "table",
            Self::Nothing => "nothing",
        }
    }
}

/// How a picture is made up for its page. The window is no page: it shows the map as it fills its pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Page {
    /// The format; `None` for the size of the window, or one that is asked for.
    pub format: Option<PageFormat>,
    /// How large letters are.
    pub text: TextSize,
    /// Whether there is a legend.
    pub legend: bool,
    /// What stands under the map.
    pub below: Below,
    /// Whether the paper and what lies beyond the edge of the map are left clear.
    pub transparent: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            format: None,
            text: TextSize::Normal,
            legend: true,
            below: Below::Automatic,
            transparent: false,
        }
    }
}

impl Page {
    /// Its width and height as files have them: those of its format, or else these.
    #[must_use]
    pub fn in_file(&self, otherwise: [f32; 2]) -> [f32; 2] {
        self.format.map_or(otherwise, PageFormat::in_file)
    }

    /// How many of the files' units a point of its picture is.
    #[must_use]
    pub fn stretch(&self) -> f32 {
        self.text.factor() * self.format.map_or(1.0, PageFormat::stretch)
    }

    /// The width and height in points for which its picture is composed.
    #[must_use]
    pub fn composed(&self, otherwise: [f32; 2]) -> [f32; 2] {
        let stretch = self.stretch();
        self.in_file(otherwise).map(|side| side / stretch)
    }

    /// In what the sides of its files are measured.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.format.map_or(Measure::Pixels, PageFormat::measure)
    }

    /// Pixels to a unit of its files, where nothing else is asked for: on paper the dots of a printer.
    #[must_use]
    pub fn usual_scale(&self) -> f32 {
        match self.measure() {
            Measure::Pixels => 1.0,
            Measure::Millimetres => DOTS_PER_POINT,
        }
    }

    /// Whether its picture stands by itself, with legend and credits under the map.
    #[must_use]
    pub const fn is_made_up(&self) -> bool {
        self.format.is_some()
    }
}
