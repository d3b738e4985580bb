//! The bundled fonts in files: their tables, subsets of them, and the outlines of their glyphs.

pub mod tables;
pub mod subset;
pub mod outline;

use self::tables::Tables;
use crate::picture::text::{Family, Weight};

/// A font as files name it: `Inter-SemiBold`.
#[must_use]
pub fn name(family: Family, weight: Weight) -> String {
    let weight = match weight {
        Weight::Regular | Weight::Spaced => "Regular",
        Weight::SemiBold => "SemiBold",
    };
    format!("{}-{weight}", family.name().replace(' ', ""))
}

/// Lengths of a font, in units of which an em has so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// Units of an em.
    pub em: u16,
    /// How far letters reach above the baseline.
    pub ascent: i16,
    /// How far below it; negative.
    pub descent: i16,
    /// The height of capitals.
    pub capitals: i16,
    /// The box around all glyphs: left, lower, right and upper edge.
    pub bounds: [i16; 4],
}

/// The lengths that a font states.
#[must_use]
pub fn metrics(family: Family, weight: Weight) -> Metrics {
    let tables = Tables::of(family.font(weight));
    let (head, hhea, os2) = (tables.get(b"head"), tables.get(b"hhea"), tables.get(b"OS/2"));
    let signed = |table: &[u8], at: usize| i16::from_be_bytes([table[at], table[at + 1]]);
    Metrics {
        em: tables::word(head, 18),
        ascent: signed(hhea, 4),
        descent: signed(hhea, 6),
        capitals: signed(os2, 88),
        bounds: [36, 38, 40, 42].map(|at| signed(head, at)),
    }
}
