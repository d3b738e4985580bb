//! Text measured from the bundled fonts, alike for the window and the files.
//!
//! Window, SVG and PNG set a text by the same three rules, which are these functions: in which family
//! ([`family`]), in which order its words stand where right-to-left letters occur ([`visual_pieces`]), and
//! how wide it is ([`width`]). The shaper is the one that egui and resvg use.

use ahash::HashMap;
use harfrust::{FontRef, GlyphBuffer, ShapeOptions, ShaperData, UnicodeBuffer};
use std::cell::RefCell;
use std::sync::LazyLock;
use unicode_bidi::{BidiInfo, Direction, get_base_direction};

/// How letters are set: the two weights in use, and the names of countries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Regular (400).
    #[default]
    Regular,
    /// `SemiBold` (600).
    SemiBold,
    /// Regular, the letters apart, as atlases set the names of countries.
    Spaced,
}

impl Weight {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Regular, Self::SemiBold, Self::Spaced];
    /// Those that have a font file of their own.
    pub const FILES: [Self; 2] = [Self::Regular, Self::SemiBold];

    /// The one whose font file it is set from.
    #[must_use]
    pub const fn file(self) -> Self {
        match self {
            Self::Regular | Self::Spaced => Self::Regular,
            Self::SemiBold => Self::SemiBold,
        }
    }
}

/// The room in ems between the letters of spaced names.
const SPACING: f32 = 0.09;

/// The room in ems that is added between two letters of a text. Arabic letters join, and stay together.
#[must_use]
pub fn spacing(text: &str, weight: Weight) -> f32 {
    if weight == Weight::Spaced && family(text) == Family::Inter { SPACING } else { 0.0 }
}

/// The bundled families.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Latin, Greek and Cyrillic.
    #[default]
    Inter,
    /// Arabic.
    NotoSansArabic,
    /// The Chinese characters of the names of countries.
    NotoSansSc,
}

impl Family {
    /// Every family, the one asked first first.
    pub const ALL: [Self; 3] = [Self::Inter, Self::NotoSansArabic, Self::NotoSansSc];

    /// Its name, as the font files have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inter => "Inter",
            Self::NotoSansArabic => "Noto Sans Arabic",
            Self::NotoSansSc => "Noto Sans SC",
        }
    }

    /// The font file's bytes.
    #[must_use]
    pub const fn font(self, weight: Weight) -> &'static [u8] {
        match (self, weight) {
            (Self::Inter, Weight::Regular | Weight::Spaced) => {
                include_bytes!("../../assets/fonts/Inter-Regular.ttf")
            }
            (Self::Inter, Weight::SemiBold) => include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
            (Self::NotoSansArabic, Weight::Regular | Weight::Spaced) => {
                include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf")
            }
            (Self::NotoSansArabic, Weight::SemiBold) => {
                include_bytes!("../../assets/fonts/NotoSansArabic-SemiBold.ttf")
            }
            (Self::NotoSansSc, Weight::Regular | Weight::Spaced) => {
                include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf")
            }
            (Self::NotoSansSc, Weight::SemiBold) => {
                include_bytes!("../../assets/fonts/NotoSansSC-SemiBold.ttf")
            }
        }
    }

    /// Height of a line in ems: what the letters reach above and below, with little air.
    #[must_use]
    pub const fn line_height(self) -> f32 {
        match self {
            Self::Inter | Self::NotoSansSc => 1.15,
            Self::NotoSansArabic => 1.6,
        }
    }
}

/// The width in points of one line of text at a size in points. A letter that no bundled font has counts as
/// an em, a control character as nothing.
#[must_use]
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let apart = spacing(text, weight);
    let gaps = if apart > 0.0 { text.chars().count().saturating_sub(1) as f32 } else { 0.0 };
    (measured(text, weight.file()).ems + apart * gaps) * size
}

/// The family a text is set in: the first that has all its letters; Inter if none has, and then each other
/// letter is set in the first that has it.
#[must_use]
pub fn family(text: &str) -> Family {
    measured(text, Weight::Regular).family
}

/// A text's pieces in the order in which they stand from left to right, in a line that runs as its first
/// letter does. It is one piece unless it mixes letters of both directions.
#[must_use]
pub fn visual_pieces(text: &str) -> Vec<&str> {
    if !has_letters_from_the_right(text) {
        return vec![text];
    }
    let bidi = BidiInfo::new(text, None);
    let lines = bidi.paragraphs.iter();
    let runs = lines.flat_map(|paragraph| bidi.visual_runs(paragraph, paragraph.range.clone()).1);
    runs.map(|run| &text[run]).collect()
}

fn has_letters_from_the_right(text: &str) -> bool {
    text.chars().any(|letter| ('\u{590}'..='\u{8FF}').contains(&letter) || letter >= '\u{FB1D}')
}

/// Whether a line with this text runs from right to left: its first letter does.
#[must_use]
pub fn runs_from_the_right(text: &str) -> bool {
    has_letters_from_the_right(text) && get_base_direction(text) == Direction::Rtl
}

/// A glyph of a text that is set, for files that carry glyphs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in its font; 0 for a letter that no bundled font has.
    pub id: u16,
    /// The font's family.
    pub family: Family,
    /// Where it stands, in ems from the left end of the text, along and upwards.
    pub at: [f32; 2],
    /// How far it reaches, in ems.
    pub advance: f32,
    /// Where the letters that it stands for begin in the text, in bytes. Several glyphs may begin at one
    /// place.
    pub cluster: usize,
}

/// The glyphs of one line of text, from left to right, as [`width`] measures them. Control characters have
/// none.
#[must_use]
pub fn glyphs(text: &str, weight: Weight) -> Vec<Glyph> {
    let (apart, weight) = (spacing(text, weight), weight.file());
    let whole = measured(text, weight).family;
    let visible: Vec<(usize, char)> =
        text.char_indices().filter(|(_, letter)| !letter.is_control()).collect();
    let shown: String = visible.iter().map(|(_, letter)| letter).collect();
    // From a byte of what is shown to that of the whole text.
    let starts: Vec<(usize, usize)> =
        shown.char_indices().zip(&visible).map(|((shown, _), (whole, _))| (shown, *whole)).collect();
    let original =
        |at: usize| starts.binary_search_by_key(&at, |(shown, _)| *shown).map_or(0, |place| starts[place].1);
    let mut found = Vec::new();
    let mut pen = 0.0;
    for piece in visual_pieces(&shown) {
        let begin = piece.as_ptr() as usize - shown.as_ptr() as usize;
        let in_whole = face(whole, weight).ems(piece).is_some();
        let runs = if in_whole { vec![(piece, Some(whole))] } else { runs(piece, weight) };
        for (run, family) in runs {
            let begin = begin + (run.as_ptr() as usize - piece.as_ptr() as usize);
            let family = family.unwrap_or_default();
            let mut end = pen;
            for mut glyph in face(family, weight).glyphs(run, family) {
                glyph.at[0] += pen;
                glyph.cluster = original(begin + glyph.cluster);
                end += glyph.advance;
                found.push(glyph);
            }
            pen = end;
        }
    }
    if apart > 0.0 {
        for glyph in &mut found {
            let letters_before = text[..glyph.cluster].chars().count();
            glyph.at[0] += apart * letters_before as f32;
            glyph.advance += apart;
        }
    }
    found
}

/// What is remembered of a text.
#[derive(Clone, Copy)]
struct Measure {
    family: Family,
    /// Its width.
    ems: f32,
}

/// Texts whose widths are remembered, for each weight: each frame measures much the same words.
const MOST_MEASURED: usize = 8192;

thread_local! {
    /// Widths by text, regular and semibold.
    static MEASURED: RefCell<[HashMap<String, Measure>; 2]> = RefCell::default();
}

fn measured(text: &str, weight: Weight) -> Measure {
    let known = MEASURED.with_borrow(|measured| measured[weight as usize].get(text).copied());
    known.unwrap_or_else(|| {
        let measure = measure(text, weight);
        MEASURED.with_borrow_mut(|measured| {
            let measured = &mut measured[weight as usize];
            if measured.len() >= MOST_MEASURED {
                measured.clear();
            }
            measured.insert(text.to_owned(), measure);
        });
        measure
    })
}

fn measure(text: &str, weight: Weight) -> Measure {
    let visible: String = text.chars().filter(|letter| !letter.is_control()).collect();
    let pieces = visual_pieces(&visible);
    let in_one = Family::ALL.into_iter().find_map(|family| {
        let ems = pieces.iter().map(|piece| face(family, weight).ems(piece)).sum::<Option<f32>>()?;
        Some(Measure { family, ems })
    });
    in_one.unwrap_or_else(|| {
        let ems = pieces.iter().flat_map(|piece| runs(piece, weight)).map(|(run, family)| {
            let letters = run.chars().count() as f32;
            family.map_or(letters, |family| face(family, weight).ems(run).unwrap_or(letters))
        });
        Measure { family: Family::Inter, ems: ems.sum() }
    })
}

/// The stretches of a text whose letters are first found in the same family; `None` for those found in none.
fn runs(text: &str, weight: Weight) -> Vec<(&str, Option<Family>)> {
    let mut runs: Vec<(usize, Option<Family>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let alone = letter.encode_utf8(&mut [0; 4]).to_owned();
        let family = Family::ALL.into_iter().find(|&family| face(family, weight).ems(&alone).is_some());
        if runs.last().is_none_or(|&(_, last)| last != family) {
            runs.push((at, family));
        }
    }
    let ends = runs.iter().skip(1).map(|&(start, _)| start).chain([text.len()]);
    runs.iter().zip(ends).map(|(&(start, family), end)| (&text[start..end], family)).collect()
}

/// A font, ready to shape.
struct BundledFace {
    font: FontRef<'static>,
    shaping: ShaperData,
}

impl BundledFace {
    fn new(family: Family, weight: Weight) -> Self {
        let font = FontRef::new(family.font(weight)).expect("a test reads the bundled fonts");
        Self { shaping: ShaperData::new(&font), font }
    }

    /// A text whose letters run one way, shaped, and how many of its units an em has.
    fn shaped(&self, text: &str) -> (GlyphBuffer, f32) {
        let shaper = self.shaping.shaper(&self.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let em = shaper.units_per_em() as f32;
        (shaper.shape(buffer, ShapeOptions::new()), em)
    }

    /// The width of such a text; `None` if the font lacks one of its letters.
    fn ems(&self, text: &str) -> Option<f32> {
        let (shaped, em) = self.shaped(text);
        if shaped.glyph_infos().iter().any(|glyph| glyph.glyph_id == 0) {
            return None;
        }
        let units: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        Some(units as f32 / em)
    }

    /// The glyphs of such a text, from its left end on.
    fn glyphs(&self, text: &str, family: Family) -> Vec<Glyph> {
        let (shaped, em) = self.shaped(text);
        let mut pen = 0.0;
        let all = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        all.map(|(info, position)| {
            let (cluster, id) = (info.cluster as usize, info.glyph_id as u16);
            let at = [(pen + position.x_offset as f32) / em, position.y_offset as f32 / em];
            // A letter that no font has counts as an em.
            let advance = if id == 0 { em } else { position.x_advance as f32 };
            pen += advance;
            Glyph { id, family, at, advance: advance / em, cluster }
        })
        .collect()
    }
}

fn face(family: Family, weight: Weight) -> &'static BundledFace {
    static FACES: LazyLock<Vec<BundledFace>> = LazyLock::new(|| {
        let all = Family::ALL.into_iter().flat_map(|family| Weight::FILES.map(|weight| (family, weight)));
        all.map(|(family, weight)| BundledFace::new(family, weight)).collect()
    });
    &FACES[family as usize * Weight::FILES.len() + weight.file() as usize]
}
