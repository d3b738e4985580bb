//! A bundled font with the glyphs that a file needs and no others. The glyphs keep their numbers, so that
//! what was shaped with the whole font is set rightly with the subset.

use super::tables::{Tables, checksum, font_of, long, word};
use crate::picture::text::{Family, Weight};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

/// The tables that set glyphs by their numbers.
const OUTLINES: [&[u8; 4]; 3] = [b"head", b"hhea", b"maxp"];
/// The tables that a browser asks for beside those.
const DESCRIPTION: [&[u8; 4]; 3] = [b"OS/2", b"name", b"post"];
/// The tables by which letters join: scripts that need them are not written letter by letter.
const SHAPING: [&[u8; 4]; 3] = [b"GDEF", b"GPOS", b"GSUB"];

/// The font file with some glyphs, for PDF, which sets glyphs by number.
#[must_use]
pub fn for_pdf(family: Family, weight: Weight, glyphs: &BTreeSet<u16>) -> Vec<u8> {
    font_of(&outlines(&Tables::of(family.font(weight)), glyphs))
}

/// The font with the glyphs of some letters, and further ones, as WOFF (W3C, WOFF File Format 1.0) for web
/// pages and SVG. Only scripts whose letters join keep the tables for that.
#[must_use]
pub fn for_web(
    family: Family,
    weight: Weight,
    letters: &BTreeMap<char, u16>,
    more: &BTreeSet<u16>,
) -> Vec<u8> {
    let source = Tables::of(family.font(weight));
    let glyphs = letters.values().chain(more).copied().collect();
    let mut tables = outlines(&source, &glyphs);
    let kept = DESCRIPTION.iter().chain(SHAPING.iter().filter(|_| family == Family::NotoSansArabic));
    for name in kept {
        let bytes = source.get(name);
        if !bytes.is_empty() {
            tables.insert(**name, bytes.to_vec());
        }
    }
    tables.insert(*b"cmap", cmap(letters));
    woff(&font_of(&tables))
}

/// The tables that draw some glyphs; all others are empty.
fn outlines(source: &Tables, glyphs: &BTreeSet<u16>) -> BTreeMap<[u8; 4], Vec<u8>> {
    let mut tables: BTreeMap<[u8; 4], Vec<u8>> =
        OUTLINES.iter().map(|name| (**name, source.get(name).to_vec())).collect();
    let all = with_parts(source, glyphs);
    let is_long = word(source.get(b"head"), 50) == 1;
    let (mut glyf, mut loca, mut hmtx) = (Vec::new(), Vec::new(), source.get(b"hmtx").to_vec());
    for glyph in 0..=source.glyphs() {
        let at = glyf.len() as u32;
        if is_long {
            loca.extend(at.to_be_bytes());
        } else {
            loca.extend(((at / 2) as u16).to_be_bytes());
        }
        if all.contains(&glyph) {
            glyf.extend(outline(source, glyph));
            glyf.resize(glyf.len().next_multiple_of(4), 0);
        } else if let Some(width) = hmtx.get_mut(4 * usize::from(glyph)..4 * usize::from(glyph) + 4) {
            // Nobody asks how wide it is, and zeros pack well.
            width.fill(0);
        }
    }
    tables.insert(*b"glyf", glyf);
    tables.insert(*b"loca", loca);
    tables.insert(*b"hmtx", hmtx);
    tables
}

/// The bytes of a glyph; none for a blank.
fn outline<'a>(source: &Tables<'a>, glyph: u16) -> &'a [u8] {
    let (glyf, loca, place) = (source.get(b"glyf"), source.get(b"loca"), usize::from(glyph));
    if glyph >= source.glyphs() {
        return &[];
    }
    let is_long = word(source.get(b"head"), 50) == 1;
    let at = |place: usize| {
        if is_long { long(loca, 4 * place) as usize } else { 2 * usize::from(word(loca, 2 * place)) }
    };
    &glyf[at(place)..at(place + 1)]
}

/// Some glyphs, the sign for a missing one, and those that they are put together from.
fn with_parts(source: &Tables, glyphs: &BTreeSet<u16>) -> BTreeSet<u16> {
    const WORDS: u16 = 1;
    const SCALE: u16 = 1 << 3;
    const MORE: u16 = 1 << 5;
    const TWO_SCALES: u16 = 1 << 6;
    const TWO_BY_TWO: u16 = 1 << 7;
    let mut found = BTreeSet::new();
    let mut waiting: Vec<u16> = glyphs.iter().copied().chain([0]).collect();
    while let Some(glyph) = waiting.pop() {
        let bytes = outline(source, glyph);
        if !found.insert(glyph) || bytes.is_empty() || word(bytes, 0) < 0x8000 {
            continue;
        }
        let mut at = 10;
        loop {
            let flags = word(bytes, at);
            waiting.push(word(bytes, at + 2));
            let has = |flag: u16, length: usize| if flags & flag != 0 { length } else { 0 };
            at += 6 + has(WORDS, 2) + has(SCALE, 2) + has(TWO_SCALES, 4) + has(TWO_BY_TWO, 8);
            if flags & MORE == 0 {
                break;
            }
        }
    }
    found
}

/// The table from letters to glyphs, of those letters alone (format 4, and for letters beyond U+FFFF nothing:
/// the bundled fonts have none).
fn cmap(letters: &BTreeMap<char, u16>) -> Vec<u8> {
    // Letter, glyph: a segment is a run in which both go up by one.
    let mut segments: Vec<[u16; 3]> = Vec::new();
    for (&letter, &glyph) in letters {
        let Ok(letter) = u16::try_from(u32::from(letter)) else { continue };
        let delta = glyph.wrapping_sub(letter);
        match segments.last_mut() {
            Some([_, last, known]) if *last + 1 == letter && *known == delta => *last = letter,
            _ => segments.push([letter, letter, delta]),
        }
    }
    segments.retain(|[first, ..]| *first != 0xFFFF);
    segments.push([0xFFFF, 0xFFFF, 1]);
    let number = segments.len() as u16;
    let power = number.ilog2() as u16;
    let range = 2 << power;
    let mut words = vec![4, 16 + 8 * number, 0, 2 * number, range, power, 2 * number - range];
    words.extend(segments.iter().map(|[_, last, _]| *last));
    words.push(0);
    words.extend(segments.iter().map(|[first, ..]| *first));
    words.extend(segments.iter().map(|[_, _, delta]| *delta));
    words.extend(segments.iter().map(|_| 0));
    // Version 0, one table: for Windows (3), the Basic Multilingual Plane (1), 12 bytes on.
    let words = [0, 1, 3, 1, 0, 12].into_iter().chain(words);
    words.flat_map(u16::to_be_bytes).collect()
}

/// A font file packed as WOFF.
fn woff(font: &[u8]) -> Vec<u8> {
    const HEAD: usize = 44;
    const ENTRY: usize = 20;
    let number = usize::from(word(font, 4));
    let (mut directory, mut body) = (Vec::new(), Vec::new());
    for table in 0..number {
        let entry = &font[12 + 16 * table..];
        let (begin, length) = (long(entry, 8) as usize, long(entry, 12) as usize);
        let bytes = &font[begin..begin + length];
        let packed = packed(bytes);
        let stored = if packed.len() < length { &packed[..] } else { bytes };
        directory.extend(&entry[..4]);
        let at = HEAD + ENTRY * number + body.len();
        let sum = if entry.starts_with(b"head") { long(entry, 4) } else { checksum(bytes) };
        for part in [at as u32, stored.len() as u32, length as u32, sum] {
            directory.extend(part.to_be_bytes());
        }
        body.extend(stored);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    let mut file = b"wOFF".to_vec();
    file.extend(&font[..4]);
    file.extend(((HEAD + directory.len() + body.len()) as u32).to_be_bytes());
    file.extend((number as u32 * 0x1_0000).to_be_bytes());
    file.extend((font.len() as u32).to_be_bytes());
    // Version 1.0, and neither metadata nor private data.
    file.extend([0, 1, 0, 0]);
    file.resize(HEAD, 0);
    file.extend(directory);
    file.extend(body);
    file
}

/// Bytes packed as zlib packs them, alike on every machine.
#[must_use]
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).expect("a Vec takes every byte");
    packer.finish().expect("a Vec takes every byte")
}
