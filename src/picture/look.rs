//! The look: every colour and text size of the picture, once, for each theme.

use super::Dash;
use crate::meeting::Status;
use crate::query::change::Change;
use crate::query::class::MOST;
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

/// Sizes of type in points, the smallest last: nothing is set smaller, on screen or in print.
pub mod size {
    /// The picture's title.
    pub const TITLE: f32 = 19.0;
    /// The title of a picture as narrow as a column.
    pub const NARROW_TITLE: f32 = 15.0;
    /// Venues, and the panel's text.
    pub const VENUE: f32 = 13.0;
    /// The legend, countries, capitals and the attribution.
    pub const SMALL: f32 = 11.5;
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
    /// Between states, and between land and water.
    pub border: Colour,
    /// The hatch over areas of contested status.
    pub hatch: Colour,
    /// Around letters on the map.
    pub halo: Colour,
    /// Beside lines, over those behind them.
    pub casing: Colour,
    /// The names of seas.
    pub sea_name: Colour,
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
    pub classes: [Colour; MOST],
    /// Lines of further classes.
    pub other: Colour,
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
            Theme::HighContrast => HIGH_CONTRAST,
            Theme::Print => PRINT,
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

// The ground is drawn by its borders and coasts more than by its fills, so that lines read on each of its
// tones: 3:1 at least on sea, land and land that takes part. Classes are five, which the colour-blind tell
// apart too; what is left is grey.
const LIGHT: Look = Look {
    paper: Colour::hex(0xFF_FFFF),
    card: Colour::hex(0xF4_F2EE),
    hairline: Colour::hex(0xE2_DFD9),
    ink: Colour::hex(0x16_191D),
    quiet_ink: Colour::hex(0x4A_5159),
    beyond: Colour::hex(0xFA_F9F7),
    sea: Colour::hex(0xD9_E6EE),
    graticule: Colour::hex(0xCB_DAE4),
    land: Colour::hex(0xF4_F2EE),
    taking_part: Colour::hex(0xE1_DBCC),
    lit_land: Colour::hex(0xEB_DDB0),
    border: Colour::hex(0xB2_B1AA),
    hatch: Colour { a: 170, ..Colour::hex(0x7E_7868) },
    halo: Colour { a: 225, ..Colour::hex(0xFB_FAF8) },
    casing: Colour { a: 200, ..Colour::hex(0xFB_FAF8) },
    sea_name: Colour::hex(0x36_627B),
    venue: Colour::hex(0x16_191D),
    context: Colour { a: 190, ..Colour::hex(0x8C_959D) },
    held: Colour::hex(0x00_5A99),
    planned: Colour::hex(0xA8_4300),
    cancelled: Colour::hex(0x5F_666E),
    classes: [
        Colour::hex(0x1B_1464),
        Colour::hex(0x00_7ACC),
        Colour::hex(0xB2_6B00),
        Colour::hex(0x66_0000),
        Colour::hex(0x00_857A),
    ],
    other: Colour::hex(0x3A_3F45),
    several: Colour::hex(0x76_6A5A),
    changes: [
        Colour::hex(0x00_356F),
        Colour::hex(0x7A_3600),
        Colour::hex(0x1B_74BE),
        Colour::hex(0xA8_620A),
        Colour::hex(0x5F_666E),
    ],
    amounts: [
        Colour::hex(0xE9_EDF0),
        Colour::hex(0xDC_E3E8),
        Colour::hex(0xCF_D8DE),
        Colour::hex(0xC2_CDD5),
        Colour::hex(0xB4_C2CB),
    ],
    accent: Colour::hex(0x00_5A99),
};

const DARK: Look = Look {
    paper: Colour::hex(0x14_181D),
    card: Colour::hex(0x20_262D),
    hairline: Colour::hex(0x30_3841),
    ink: Colour::hex(0xF0_F2F4),
    quiet_ink: Colour::hex(0xC6_CDD4),
    beyond: Colour::hex(0x12_161A),
    sea: Colour::hex(0x0B_141C),
    graticule: Colour::hex(0x18_222B),
    land: Colour::hex(0x22_2A32),
    taking_part: Colour::hex(0x35_414D),
    lit_land: Colour::hex(0x4B_4130),
    border: Colour::hex(0x4A_5864),
    hatch: Colour { a: 150, ..Colour::hex(0x9D_A8B2) },
    halo: Colour { a: 215, ..Colour::hex(0x0F_151A) },
    casing: Colour { a: 200, ..Colour::hex(0x0F_151A) },
    sea_name: Colour::hex(0x7F_A6C0),
    venue: Colour::hex(0xF4_F6F8),
    context: Colour { a: 190, ..Colour::hex(0x6C_7884) },
    held: Colour::hex(0x6F_C1F0),
    planned: Colour::hex(0xFF_B23E),
    cancelled: Colour::hex(0xA9_B2BB),
    classes: [
        Colour::hex(0xA9_E8FF),
        Colour::hex(0xFF_E14D),
        Colour::hex(0x5B_8CFF),
        Colour::hex(0xD0_8A2E),
        Colour::hex(0x5F_B37A),
    ],
    other: Colour::hex(0x9A_A3AC),
    several: Colour::hex(0xA8_9C8A),
    changes: [
        Colour::hex(0x3F_A2FF),
        Colour::hex(0xFF_8F2A),
        Colour::hex(0xB5_DCFF),
        Colour::hex(0xFF_D8A6),
        Colour::hex(0xA0_A6AC),
    ],
    amounts: [
        Colour::hex(0x26_3039),
        Colour::hex(0x2C_3741),
        Colour::hex(0x32_3F4A),
        Colour::hex(0x38_4753),
        Colour::hex(0x3F_4F5C),
    ],
    accent: Colour::hex(0x6F_C1F0),
};

// Text has 7:1 on every ground, lines have 4.5:1; borders are lines too, and no band around letters lets
// anything through.
const HIGH_CONTRAST: Look = Look {
    paper: Colour::hex(0xFF_FFFF),
    card: Colour::hex(0xF2_F4F6),
    hairline: Colour::hex(0x8A_9199),
    ink: Colour::hex(0x00_0000),
    quiet_ink: Colour::hex(0x2B_3036),
    beyond: Colour::hex(0xFF_FFFF),
    sea: Colour::hex(0xEA_F1F6),
    graticule: Colour::hex(0xCB_D6DE),
    land: Colour::hex(0xFF_FFFF),
    taking_part: Colour::hex(0xE6_E6E6),
    lit_land: Colour::hex(0xFF_E9A8),
    border: Colour::hex(0x6B_7078),
    hatch: Colour::hex(0x4A_4F55),
    halo: Colour::hex(0xFF_FFFF),
    casing: Colour::hex(0xFF_FFFF),
    sea_name: Colour::hex(0x1F_4A63),
    venue: Colour::hex(0x00_0000),
    context: Colour::hex(0x6B_7078),
    held: Colour::hex(0x00_3E73),
    planned: Colour::hex(0x8A_2F00),
    cancelled: Colour::hex(0x3F_454B),
    classes: [
        Colour::hex(0x00_30B2),
        Colour::hex(0xBF_1C29),
        Colour::hex(0x24_004B),
        Colour::hex(0x34_66AE),
        Colour::hex(0x0A_00F8),
    ],
    other: Colour::hex(0x07_0501),
    several: Colour::hex(0x4F_463A),
    changes: [
        Colour::hex(0x09_1B3F),
        Colour::hex(0x33_1200),
        Colour::hex(0x1C_53BF),
        Colour::hex(0x99_3700),
        Colour::hex(0x64_6464),
    ],
    amounts: [
        Colour::hex(0xFF_FFFF),
        Colour::hex(0xF2_F4F6),
        Colour::hex(0xE9_EDF0),
        Colour::hex(0xDF_E5EA),
        Colour::hex(0xD6_DEE4),
    ],
    accent: Colour::hex(0x00_3E73),
};

// A white ground costs no ink. Tints are greys that a coarse screen still parts, lines are two inks and their
// shades: blue and orange, which also part in grey.
const PRINT: Look = Look {
    paper: Colour::hex(0xFF_FFFF),
    card: Colour::hex(0xF4_F4F4),
    hairline: Colour::hex(0xD0_D0D0),
    ink: Colour::hex(0x00_0000),
    quiet_ink: Colour::hex(0x3A_3A3A),
    beyond: Colour::hex(0xFF_FFFF),
    sea: Colour::hex(0xFF_FFFF),
    graticule: Colour::hex(0xE6_E6E6),
    land: Colour::hex(0xF4_F4F4),
    taking_part: Colour::hex(0xE4_E4E4),
    lit_land: Colour::hex(0xD2_D2D2),
    border: Colour::hex(0x9A_9A9A),
    hatch: Colour { a: 200, ..Colour::hex(0x70_7070) },
    halo: Colour { a: 235, ..Colour::hex(0xFF_FFFF) },
    casing: Colour { a: 220, ..Colour::hex(0xFF_FFFF) },
    sea_name: Colour::hex(0x4A_4A4A),
    venue: Colour::hex(0x00_0000),
    context: Colour::hex(0x9A_9A9A),
    held: Colour::hex(0x00_427F),
    planned: Colour::hex(0xB2_4000),
    cancelled: Colour::hex(0x4F_4F4F),
    classes: [
        Colour::hex(0x00_427F),
        Colour::hex(0xB2_4000),
        Colour::hex(0x00_70D8),
        Colour::hex(0x4C_1600),
        Colour::hex(0x00_1A33),
    ],
    other: Colour::hex(0x48_4848),
    several: Colour::hex(0x5A_5A5A),
    changes: [
        Colour::hex(0x00_356F),
        Colour::hex(0x7A_3600),
        Colour::hex(0x1B_74BE),
        Colour::hex(0xA8_620A),
        Colour::hex(0x5F_666E),
    ],
    amounts: [
        Colour::hex(0xF4_F4F4),
        Colour::hex(0xEC_ECEC),
        Colour::hex(0xE4_E4E4),
        Colour::hex(0xDC_DCDC),
        Colour::hex(0xD2_D2D2),
    ],
    accent: Colour::hex(0x00_427F),
};
