//! The look: every colour and text size of the picture, once, for each theme.

use super::Dash;
use crate::meeting::Status;
use crate::query::change::Change;
use crate::state::Theme;

/// An sRGB colour with straight (not premultiplied) alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// 0 transparent, 255 opaque.
    pub a: u8,
}

impl Colour {
    /// An opaque colour from `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// No colour.
    pub const TRANSPARENT: Self = Self { r: 0, g: 0, b: 0, a: 0 };

    /// The same hue with its alpha multiplied by `share` (0 to 1).
    #[must_use]
    pub fn faded(self, share: f32) -> Self {
        Self { a: (f32::from(self.a) * share).round() as u8, ..self }
    }
}

/// Sizes of type in points. There are four.
pub mod size {
    /// The picture's title.
    pub const TITLE: f32 = 19.0;
    /// Venues, and the panel's text.
    pub const VENUE: f32 = 13.0;
    /// The sentence under the title, the legend and countries.
    pub const SMALL: f32 = 11.5;
    /// Attribution.
    pub const NOTE: f32 = 10.0;
}

/// The colours of one theme. Land recedes in near-neutral tones; only lines are saturated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Beyond the edge of the map, the header, and the panel.
    pub paper: Colour,
    /// A step off the paper: cards, fields.
    pub card: Colour,
    /// Hairlines between parts.
    pub hairline: Colour,
    /// Text.
    pub ink: Colour,
    /// Secondary text.
    pub quiet_ink: Colour,
    /// Beyond the edge of the map.
    pub beyond: Colour,
    /// The sea.
    pub sea: Colour,
    /// Meridians and parallels.
    pub graticule: Colour,
    /// States that take no part in what is shown.
    pub land: Colour,
    /// States that take part.
    pub taking_part: Colour,
    /// The states that take part in what is hovered or selected.
    pub lit_land: Colour,
    /// Between states.
    pub border: Colour,
    /// The hatch over disputed areas.
    pub hatch: Colour,
    /// Around letters on the map.
    pub halo: Colour,
    /// Beside lines, over those behind them.
    pub casing: Colour,
    /// Venues' rings and names.
    pub venue: Colour,
    /// Lines and marks that have nothing to do with what is singled out.
    pub context: Colour,
    /// Held meetings.
    pub held: Colour,
    /// Planned meetings and invitations.
    pub planned: Colour,
    /// Cancelled meetings.
    pub cancelled: Colour,
    /// Lines by class, in the order in which classes are given out.
    pub classes: [Colour; 6],
    /// Lines of several classes.
    pub several: Colour,
    /// What is gained, lost, more, fewer and the same between two times: green against brown, which the
    /// colour-blind tell apart.
    pub changes: [Colour; 5],
    /// Countries by how much they count, least first.
    pub amounts: [Colour; 5],
    /// Links, the focus, and what is chosen.
    pub accent: Colour,
}

impl Look {
    /// The look of a theme.
    #[must_use]
    pub const fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
        }
    }

    /// The hue of a change.
    #[must_use]
    pub const fn change(&self, change: Change) -> Colour {
        match change {
            Change::Gained => self.changes[0],
            Change::Lost => self.changes[1],
            Change::More => self.changes[2],
            Change::Fewer => self.changes[3],
            Change::Same => self.changes[4],
        }
    }

    /// The hue of a status. Planned and invited share theirs and differ in dash.
    #[must_use]
    pub const fn status(&self, status: Status) -> Colour {
        match status {
            Status::Held => self.held,
            Status::Planned | Status::Invited => self.planned,
            Status::Cancelled => self.cancelled,
        }
    }
}

/// How a status breaks its line. Cancelled lines are solid and struck through.
#[must_use]
pub const fn dash(status: Status) -> Dash {
    match status {
        Status::Held | Status::Cancelled => Dash::Solid,
        Status::Planned => Dash::Dashed,
        Status::Invited => Dash::Dotted,
    }
}

// Lines are Okabe and Ito's blue and vermilion, darkened on light paper to keep 4.5:1 against land and sea;
// so are the classes, in their blue, vermilion, green, purple, yellow and black.
const LIGHT: Look = Look {
    paper: Colour::hex(0xFF_FFFF),
    card: Colour::hex(0xF5_F4F1),
    hairline: Colour::hex(0xE0_DDD7),
    ink: Colour::hex(0x1A_1E23),
    quiet_ink: Colour::hex(0x5C_636B),
    beyond: Colour::hex(0xFA_FAF8),
    sea: Colour::hex(0xEA_F1F5),
    graticule: Colour::hex(0xE1_E8EC),
    land: Colour::hex(0xE3_E0D9),
    taking_part: Colour::hex(0xD2_CAB8),
    lit_land: Colour::hex(0xBF_B295),
    border: Colour::hex(0xFB_FAF7),
    hatch: Colour { a: 150, ..Colour::hex(0x8C_8574) },
    halo: Colour { a: 225, ..Colour::hex(0xFB_FAF8) },
    casing: Colour { a: 150, ..Colour::hex(0xF0_EEE9) },
    venue: Colour::hex(0x1A_1E23),
    context: Colour { a: 190, ..Colour::hex(0x8C_959D) },
    held: Colour::hex(0x00_66A6),
    planned: Colour::hex(0xC2_5200),
    cancelled: Colour::hex(0x6B_6F75),
    classes: [
        Colour::hex(0x00_66A6),
        Colour::hex(0xB8_4A00),
        Colour::hex(0x00_7355),
        Colour::hex(0x9E_3C78),
        Colour::hex(0x7D_6000),
        Colour::hex(0x2B_3036),
    ],
    several: Colour::hex(0x76_6A5A),
    changes: [
        Colour::hex(0x00_5A50),
        Colour::hex(0x8A_4B00),
        Colour::hex(0x1F_8377),
        Colour::hex(0xB0_7A1E),
        Colour::hex(0x6B_6F75),
    ],
    amounts: [
        Colour::hex(0xDB_D0A6),
        Colour::hex(0xCF_BF86),
        Colour::hex(0xC2_AE68),
        Colour::hex(0xB2_9B4C),
        Colour::hex(0x9F_8733),
    ],
    accent: Colour::hex(0x00_66A6),
};

const DARK: Look = Look {
    paper: Colour::hex(0x14_181D),
    card: Colour::hex(0x1F_252C),
    hairline: Colour::hex(0x33_3B44),
    ink: Colour::hex(0xF0_F2F4),
    quiet_ink: Colour::hex(0x9F_A9B3),
    beyond: Colour::hex(0x12_161A),
    sea: Colour::hex(0x0B_141C),
    graticule: Colour::hex(0x1A_232B),
    land: Colour::hex(0x2B_343D),
    taking_part: Colour::hex(0x42_515F),
    lit_land: Colour::hex(0x5C_7287),
    border: Colour::hex(0x12_181E),
    hatch: Colour { a: 130, ..Colour::hex(0x9D_A8B2) },
    halo: Colour { a: 215, ..Colour::hex(0x0F_151A) },
    casing: Colour { a: 150, ..Colour::hex(0x1C_252D) },
    venue: Colour::hex(0xF4_F6F8),
    context: Colour { a: 190, ..Colour::hex(0x6C_7884) },
    held: Colour::hex(0x56_B4E9),
    planned: Colour::hex(0xF0_A30A),
    cancelled: Colour::hex(0x9A_A2AA),
    classes: [
        Colour::hex(0x56_B4E9),
        Colour::hex(0xF0_8A3C),
        Colour::hex(0x2F_C79B),
        Colour::hex(0xE0_94C0),
        Colour::hex(0xF0_E442),
        Colour::hex(0xEC_ECEC),
    ],
    several: Colour::hex(0xA8_9C8A),
    changes: [
        Colour::hex(0x35_D6C4),
        Colour::hex(0xF0_A030),
        Colour::hex(0x9B_E8DD),
        Colour::hex(0xF0_D9A8),
        Colour::hex(0x9A_A2AA),
    ],
    amounts: [
        Colour::hex(0x3F_4740),
        Colour::hex(0x4E_5340),
        Colour::hex(0x5D_5F3F),
        Colour::hex(0x6C_6B3E),
        Colour::hex(0x7C_773C),
    ],
    accent: Colour::hex(0x6C_BFEE),
};
