//! The fonts of an SVG within it: the letters that it uses and no others.

use super::letters::css_weight;
use crate::export::base64::write_base64;
use crate::export::font::outline::glyph_of;
use crate::export::font::subset::for_web;
use crate::picture::text::{Family, Weight, glyphs};
use crate::picture::{Picture, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

/// The letters and the glyphs that are needed of a font.
#[derive(Default)]
struct Needed {
    letters: BTreeMap<char, u16>,
    glyphs: BTreeSet<u16>,
}

/// Writes a style sheet with the fonts of all texts of a picture.
pub fn write_fonts(out: &mut String, picture: &Picture) -> fmt::Result {
    let mut fonts: BTreeMap<(Family, Weight), Needed> = BTreeMap::new();
    for mark in &picture.marks {
        let Shape::Text { text, weight, .. } = &mark.shape else { continue };
        let file = weight.file();
        for glyph in glyphs(text, *weight).iter().filter(|glyph| glyph.id != 0) {
            let needed = fonts.entry((glyph.family, file)).or_default();
            needed.glyphs.insert(glyph.id);
            let family = glyph.family;
            let letters = text[glyph.cluster..].chars().next().into_iter().chain(text.chars());
            let known = letters.filter_map(|letter| Some((letter, glyph_of(family, file, letter)?)));
            needed.letters.extend(known);
        }
    }
    if fonts.is_empty() {
        return Ok(());
    }
    writeln!(out, "<style>")?;
    for ((family, weight), Needed { letters, glyphs }) in fonts {
        write!(out, "@font-face{{font-family:'{}';font-weight:{};", family.name(), css_weight(weight))?;
        out.push_str("src:url(data:font/woff;base64,");
        write_base64(out, &for_web(family, weight, &letters, &glyphs));
        writeln!(out, ")format('woff')}}")?;
    }
    writeln!(out, "</style>")
}
