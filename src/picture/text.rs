//! Text measured from the bundled font, alike for the window and the files.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// The two weights in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Inter Regular (400).
    #[default]
    Regular,
    /// Inter `SemiBold` (600).
    SemiBold,
}

impl Weight {
    /// The font file's bytes.
    #[must_use]
    pub const fn font(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
            Self::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
        }
    }
}

/// The width in points of one line of text at a size in points, by the font's advance widths and pair kerning. A letter the font
/// lacks counts as an em, a control character as nothing.
#[must_use]
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let known = MEASURED.with_borrow(|measured| measured[weight as usize].get(text).copied());
    let units = known.unwrap_or_else(|| {
        let units = units(text, weight.metrics());
        MEASURED.with_borrow_mut(|measured| {
            let measured = &mut measured[weight as usize];
            if measured.len() >= MOST_MEASURED {
                measured.clear();
            }
            measured.insert(text.to_owned(), units);
        });
        units
    });
    units as f32 * size / weight.metrics().em as f32
}

/// Texts whose widths are remembered, for each weight: each frame measures much the same words.
const MOST_MEASURED: usize = 8192;

thread_local! {
    /// Widths in font units by text, regular and semibold.
    static MEASURED: RefCell<[HashMap<String, i32>; 2]> = RefCell::default();
}

fn units(text: &str, metrics: &Metrics) -> i32 {
    let mut units = 0;
    let mut before = None;
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        let glyph = metrics.face.glyph_index(letter);
        units += glyph.map_or(metrics.em, |glyph| metrics.advance(glyph));
        units += before.zip(glyph).map_or(0, |(before, glyph)| metrics.kerning(before, glyph));
        before = glyph;
    }
    units
}

impl Weight {
    fn metrics(self) -> &'static Metrics {
        static REGULAR: LazyLock<Metrics> = LazyLock::new(|| Metrics::of(Weight::Regular));
        static SEMI_BOLD: LazyLock<Metrics> = LazyLock::new(|| Metrics::of(Weight::SemiBold));
        match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
        }
    }
}

/// What a font says about widths, in font units.
struct Metrics {
    face: Face<'static>,
    /// Units per em.
    em: i32,
    /// The subtables of each kerning lookup, in the order in which they are asked.
    kerning: Vec<Vec<PairAdjustment<'static>>>,
}

impl Metrics {
    fn of(weight: Weight) -> Self {
        let face = Face::parse(weight.font(), 0).expect("a test reads the bundled fonts");
        Self { em: i32::from(face.units_per_em()), kerning: kerning(&face), face }
    }

    fn advance(&self, glyph: GlyphId) -> i32 {
        self.face.glyph_hor_advance(glyph).map_or(self.em, i32::from)
    }

    /// What the font adds between two glyphs: in each lookup, the first subtable that knows the pair decides.
    fn kerning(&self, left: GlyphId, right: GlyphId) -> i32 {
        let of_lookup =
            |lookup: &Vec<_>| lookup.iter().find_map(|subtable| pair_kerning(subtable, left, right));
        self.kerning.iter().filter_map(of_lookup).sum()
    }
}

/// The pair adjustments that the font's `kern` feature uses (OpenType 1.9, table GPOS, lookup type 2).
fn kerning(face: &Face<'static>) -> Vec<Vec<PairAdjustment<'static>>> {
    let Some(table) = face.tables().gpos else { return Vec::new() };
    let features = table.features.into_iter().filter(|feature| feature.tag == Tag::from_bytes(b"kern"));
    let mut lookups: Vec<u16> = features.flat_map(|feature| feature.lookup_indices).collect();
    lookups.sort_unstable();
    lookups.dedup();
    let pairs = |subtable| match subtable {
        PositioningSubtable::Pair(pairs) => Some(pairs),
        _ => None,
    };
    let lookups = lookups.into_iter().filter_map(|lookup| table.lookups.get(lookup));
    lookups.map(|lookup| lookup.subtables.into_iter().filter_map(pairs).collect()).collect()
}

fn pair_kerning(subtable: &PairAdjustment, left: GlyphId, right: GlyphId) -> Option<i32> {
    let covered = subtable.coverage().get(left)?;
    let (first, _) = match subtable {
        PairAdjustment::Format1 { sets, .. } => sets.get(covered)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => {
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(i32::from(first.x_advance))
}
