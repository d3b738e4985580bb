//! The tables of a font file (OpenType, ISO/IEC 14496-22), and a font file made of tables.

use std::collections::BTreeMap;

/// The tables of a bundled font, by their four letters. Their bytes are trusted: a test reads the bundled
/// fonts.
pub struct Tables<'a>(BTreeMap<[u8; 4], &'a [u8]>);

/// The two bytes at a place, as a number.
#[must_use]
pub fn word(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes([bytes[at], bytes[at + 1]])
}

/// The four bytes at a place, as a number.
#[must_use]
pub fn long(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Bytes of a font file before its directory of tables.
const HEAD: usize = 12;
/// Bytes of an entry of the directory.
const ENTRY: usize = 16;

impl<'a> Tables<'a> {
    /// The tables of a font file.
    #[must_use]
    pub fn of(font: &'a [u8]) -> Self {
        let table = |number: usize| {
            let entry = &font[HEAD + ENTRY * number..];
            let (begin, length) = (long(entry, 8) as usize, long(entry, 12) as usize);
            ([entry[0], entry[1], entry[2], entry[3]], &font[begin..begin + length])
        };
        Self((0..usize::from(word(font, 4))).map(table).collect())
    }

    /// A table; empty if the font has none of this name.
    #[must_use]
    pub fn get(&self, name: &[u8; 4]) -> &'a [u8] {
        self.0.get(name).copied().unwrap_or_default()
    }

    /// How many glyphs the font has.
    #[must_use]
    pub fn glyphs(&self) -> u16 {
        word(self.get(b"maxp"), 4)
    }
}

/// The sum by which a reader finds out whether a table is whole.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u32 {
    let four = |part: &[u8]| {
        let mut whole = [0; 4];
        whole[..part.len()].copy_from_slice(part);
        u32::from_be_bytes(whole)
    };
    bytes.chunks(4).fold(0, |sum: u32, part| sum.wrapping_add(four(part)))
}

/// Where the table `head` holds the number that makes the sum of the whole file right.
const ADJUSTMENT: std::ops::Range<usize> = 8..12;

/// A font file of some tables in the order of their names, its sums worked out.
#[must_use]
pub fn font_of(tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Vec<u8> {
    let number = tables.len() as u16;
    let power = number.ilog2() as u16;
    let range = 16 << power;
    let mut font = Vec::new();
    font.extend(0x0001_0000_u32.to_be_bytes());
    for part in [number, range, power, 16 * number - range] {
        font.extend(part.to_be_bytes());
    }
    let mut at = HEAD + ENTRY * tables.len();
    let mut adjust_at = None;
    let mut body = Vec::new();
    for (name, bytes) in tables {
        let mut bytes = bytes.clone();
        if name == b"head" {
            bytes[ADJUSTMENT].fill(0);
            adjust_at = Some(at + ADJUSTMENT.start);
        }
        font.extend(name);
        for part in [checksum(&bytes), at as u32, bytes.len() as u32] {
            font.extend(part.to_be_bytes());
        }
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        at += bytes.len();
        body.extend(bytes);
    }
    font.extend(body);
    if let Some(at) = adjust_at {
        let adjusted = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&font));
        font[at..at + 4].copy_from_slice(&adjusted.to_be_bytes());
    }
    font
}
