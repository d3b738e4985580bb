//! Fonts in a PDF: the glyphs that the page sets, how wide they are, and which letters they stand for.

use crate::export::font::metrics;
use crate::export::font::name;
use crate::export::font::subset::{for_pdf, packed};
use crate::export::font::tables::{Tables, word};
use crate::picture::text::{Family, Weight};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;

/// A font as the page names it, and the letters that each glyph in use stands for, by its number; empty for
/// one that stands for none.
pub type Fonts = BTreeMap<(Family, Weight), BTreeMap<u16, String>>;

/// How a page names a font.
#[must_use]
pub fn resource(family: Family, weight: Weight) -> String {
    format!("F{}{}", family as usize, weight as usize)
}

/// How far a glyph reaches, in ems.
#[must_use]
pub fn advance(family: Family, weight: Weight, glyph: u16) -> f32 {
    let tables = Tables::of(family.font(weight));
    let widths = tables.get(b"hmtx");
    let last = usize::from(word(tables.get(b"hhea"), 34)) - 1;
    f32::from(word(widths, 4 * usize::from(glyph).min(last))) / f32::from(metrics(family, weight).em)
}

const IDENTITY: SystemInfo =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Writes the fonts, and gives the number of each by the name that the page uses.
pub fn write_fonts(file: &mut Pdf, fonts: &Fonts, new: &mut impl FnMut() -> Ref) -> Vec<(String, Ref)> {
    let mut written = Vec::new();
    for (&(family, weight), glyphs) in fonts {
        let [font, cid, descriptor, data, letters] = std::array::from_fn(|_| new());
        let (tag, lengths) = (tag(glyphs), metrics(family, weight));
        let base = format!("{tag}+{}", name(family, weight));
        let base = Name(base.as_bytes());
        file.type0_font(font)
            .base_font(base)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(letters);
        let mut cid_font = file.cid_font(cid);
        cid_font.subtype(CidFontType::Type2).base_font(base).system_info(IDENTITY);
        cid_font.font_descriptor(descriptor).default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = cid_font.widths();
        for &glyph in glyphs.keys() {
            widths.consecutive(glyph, [1000.0 * advance(family, weight, glyph)]);
        }
        drop(widths);
        drop(cid_font);
        let share = |units: i16| 1000.0 * f32::from(units) / f32::from(lengths.em);
        let [left, lower, right, upper] = lengths.bounds.map(share);
        file.font_descriptor(descriptor)
            .name(base)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(left, lower, right, upper))
            .italic_angle(0.0)
            .ascent(share(lengths.ascent))
            .descent(share(lengths.descent))
            .cap_height(share(lengths.capitals))
            // The file does not state it; readers only ask for it where a font is missing.
            .stem_v(if weight == Weight::Regular { 80.0 } else { 120.0 })
            .font_file2(data);
        let whole = for_pdf(family, weight, &glyphs.keys().copied().collect());
        file.stream(data, &packed(&whole))
            .filter(Filter::FlateDecode)
            .pair(Name(b"Length1"), i32::try_from(whole.len()).unwrap_or(i32::MAX));
        let mut cmap = UnicodeCmap::<u16>::new(Name(b"Letters"), IDENTITY);
        for (&glyph, text) in glyphs.iter().filter(|(_, text)| !text.is_empty()) {
            cmap.pair_with_multiple(glyph, text.chars());
        }
        let cmap = packed(cmap.finish().as_slice());
        file.cmap(letters, &cmap).filter(Filter::FlateDecode);
        written.push((resource(family, weight), font));
    }
    written
}

/// Six capitals that name the subset: the same for the same glyphs.
fn tag(glyphs: &BTreeMap<u16, String>) -> String {
    let bytes: Vec<u8> = glyphs.keys().flat_map(|glyph| glyph.to_be_bytes()).collect();
    let mut hash = crate::document::fingerprint::Fingerprint::of(&bytes).hash;
    let letter = |_| {
        let letter = b'A' + (hash % 26) as u8;
        hash /= 26;
        char::from(letter)
    };
    (0..6).map(letter).collect()
}
