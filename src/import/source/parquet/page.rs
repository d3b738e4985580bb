//! A page of a column of a Parquet file: unpacked, and its values as texts.

use super::thrift::{Bytes, Thrift};
use super::value::{Levels, Meaning, Physical, value, whole};
use crate::import::sheet::{Full, Room};
use crate::import::source::refused::FileRefused;
use crate::import::source::sort::FileSort;
use std::borrow::Cow;
use std::io::Read;

/// The file breaks off, or uses what this reader does not know.
pub const DAMAGED: FileRefused = FileRefused::Damaged { sort: FileSort::Parquet, line: None };

/// Texts one after the other.
#[derive(Debug, Default)]
pub struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at a place; empty past the last one.
    #[must_use]
    pub fn get(&self, place: usize) -> &str {
        let Some(&end) = self.ends.get(place) else { return "" };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..end as usize]
    }

    /// Ends a text that was written at the end of all, within the room.
    fn end(&mut self, room: Room) -> Result<(), FileRefused> {
        if self.text.len() >= room.text || self.ends.len() >= room.cells {
            return Err(Full.into());
        }
        self.ends.push(self.text.len() as u32);
        Ok(())
    }

    /// Adds a text to the last one, after a semicolon.
    fn extend(&mut self, text: &str, room: Room) -> Result<(), FileRefused> {
        if self.ends.pop().is_none() {
            return Ok(());
        }
        let is_empty = self.text.len() == self.ends.last().map_or(0, |end| *end as usize);
        if !is_empty && !text.is_empty() {
            self.text.push_str("; ");
        }
        self.text.push_str(text);
        self.end(room)
    }

    /// The room that is left beside it.
    #[must_use]
    pub const fn beside(&self, room: Room) -> Room {
        Room {
            text: room.text.saturating_sub(self.text.len()),
            cells: room.cells.saturating_sub(self.ends.len()),
        }
    }
}

/// A page, unpacked.
#[derive(Debug)]
pub struct Page<'p> {
    /// Whether its values are those that other pages name by their places.
    pub is_dictionary: bool,
    bytes: Cow<'p, [u8]>,
    count: usize,
    encoding: i64,
    /// The lengths of the levels, where the page states them: of repetition and of definition.
    lengths: Option<(usize, usize)>,
}

impl<'p> Page<'p> {
    /// A page by its head and its bytes as they stand in the file; `None` for one that holds no values.
    pub fn of(
        head: &Thrift<'_>,
        packed: &'p [u8],
        codec: i64,
        room: Room,
    ) -> Result<Option<Self>, FileRefused> {
        let unpacked = head.size(2).ok_or(DAMAGED)?;
        if unpacked > room.text {
            return Err(Full.into());
        }
        let (about, is_dictionary) = match head.number(1) {
            Some(0) => (head.get(5), false),
            Some(2) => (head.get(7), true),
            Some(3) => (head.get(8), false),
            _ => return Ok(None),
        };
        let about = about.ok_or(DAMAGED)?;
        let count = about.size(1).ok_or(DAMAGED)?;
        if count > room.cells {
            return Err(Full.into());
        }
        if head.number(1) == Some(3) {
            // The levels stand before what is packed.
            let lengths = (about.size(6).unwrap_or(0), about.size(5).unwrap_or(0));
            let levels = lengths.0.checked_add(lengths.1).ok_or(DAMAGED)?;
            let (first, rest) = packed.split_at_checked(levels).ok_or(DAMAGED)?;
            let codec = if about.number(7) == Some(0) { 0 } else { codec };
            let rest = unpack(rest, codec, unpacked.saturating_sub(levels))?;
            let bytes = Cow::Owned([first, &rest].concat());
            let encoding = about.number(4).unwrap_or(0);
            return Ok(Some(Self { is_dictionary, bytes, count, encoding, lengths: Some(lengths) }));
        }
        let bytes = unpack(packed, codec, unpacked)?;
        Ok(Some(Self { is_dictionary, bytes, count, encoding: about.number(2).unwrap_or(0), lengths: None }))
    }

    /// All its values, which are plain.
    pub fn plain(&self, physical: Physical, meaning: Meaning, room: Room) -> Result<Texts, FileRefused> {
        let mut texts = Texts::default();
        plain(&self.bytes, self.count, physical, meaning, &mut texts, room)?;
        Ok(texts)
    }

    /// Adds its values as cells: one for each row, the values of a list with semicolons between them.
    pub fn cells(
        &self,
        physical: Physical,
        meaning: Meaning,
        levels: Levels,
        dictionary: &Texts,
        cells: &mut Texts,
        room: Room,
    ) -> Result<(), FileRefused> {
        let mut left = Bytes { left: &self.bytes };
        let lengths = self.lengths.map(|(repeated, defined)| (Some(repeated), Some(defined)));
        let (repeated_length, defined_length) = lengths.unwrap_or_default();
        let repeated = self.levels(&mut left, levels.repeated, repeated_length).ok_or(DAMAGED)?;
        let defined = self.levels(&mut left, levels.defined, defined_length).ok_or(DAMAGED)?;
        // Levels that are all 0 are not written.
        let is_there = |place: usize| defined.get(place).copied().unwrap_or(0) == levels.defined;
        let present = (0..self.count).filter(|place| is_there(*place)).count();
        let mut values = Texts::default();
        let places = self.values(left.left, present, physical, meaning, &mut values, room)?;
        let mut next = 0;
        for place in 0..self.count {
            let text = if is_there(place) {
                next += 1;
                match &places {
                    Some(places) => dictionary.get(places[next - 1] as usize),
                    None => values.get(next - 1),
                }
            } else {
                ""
            };
            let goes_on = repeated.get(place).is_some_and(|level| *level > 0);
            if goes_on && !cells.is_empty() {
                cells.extend(text, room)?;
            } else {
                cells.text.push_str(text);
                cells.end(room)?;
            }
        }
        Ok(())
    }

    /// The levels of all values; empty if all are 0.
    fn levels(&self, left: &mut Bytes<'_>, most: u32, length: Option<usize>) -> Option<Vec<u32>> {
        if most == 0 {
            left.take(length.unwrap_or(0))?;
            return Some(Vec::new());
        }
        let length = match length {
            Some(length) => length,
            None => u32::from_le_bytes(left.take(4)?.try_into().ok()?) as usize,
        };
        hybrid(left.take(length)?, u32::BITS - most.leading_zeros(), self.count)
    }

    /// Reads values into texts, or gives their places in the dictionary.
    fn values(
        &self,
        bytes: &[u8],
        count: usize,
        physical: Physical,
        meaning: Meaning,
        texts: &mut Texts,
        room: Room,
    ) -> Result<Option<Vec<u32>>, FileRefused> {
        match (self.encoding, physical) {
            (0, _) => plain(bytes, count, physical, meaning, texts, room)?,
            (2 | 8, _) if count == 0 => {}
            (2 | 8, _) => {
                let (&width, rest) = bytes.split_first().ok_or(DAMAGED)?;
                return hybrid(rest, u32::from(width), count).map(Some).ok_or(DAMAGED);
            }
            (3, Physical::Bits) => {
                for bit in hybrid(bytes.get(4..).ok_or(DAMAGED)?, 1, count).ok_or(DAMAGED)? {
                    value(&[bit as u8], physical, meaning, &mut texts.text).ok_or(DAMAGED)?;
                    texts.end(room)?;
                }
            }
            (5, Physical::Int32 | Physical::Int64) => {
                for number in deltas(&mut Bytes { left: bytes }, room.cells).ok_or(DAMAGED)? {
                    let number = if physical == Physical::Int32 { i64::from(number as i32) } else { number };
                    whole(number, meaning, &mut texts.text);
                    texts.end(room)?;
                }
            }
            (6 | 7, Physical::Bytes | Physical::Fixed(_)) => {
                self.delta_texts(bytes, physical, meaning, texts, room)?;
            }
            (
                9,
                Physical::Int32 | Physical::Int64 | Physical::Float | Physical::Double | Physical::Fixed(_),
            ) => {
                let width = width(physical).unwrap_or(1);
                if bytes.len() < count.saturating_mul(width) {
                    return Err(DAMAGED);
                }
                for place in 0..count {
                    let one: Vec<u8> = (0..width).map(|byte| bytes[byte * count + place]).collect();
                    value(&one, physical, meaning, &mut texts.text).ok_or(DAMAGED)?;
                    texts.end(room)?;
                }
            }
            _ => return Err(DAMAGED),
        }
        if texts.len() < count { Err(DAMAGED) } else { Ok(None) }
    }

    /// Texts after their lengths, of which each may begin like the one before.
    fn delta_texts(
        &self,
        bytes: &[u8],
        physical: Physical,
        meaning: Meaning,
        texts: &mut Texts,
        room: Room,
    ) -> Result<(), FileRefused> {
        let mut left = Bytes { left: bytes };
        let shared =
            if self.encoding == 7 { deltas(&mut left, room.cells).ok_or(DAMAGED)? } else { Vec::new() };
        let lengths = deltas(&mut left, room.cells).ok_or(DAMAGED)?;
        let mut last: Vec<u8> = Vec::new();
        for (place, length) in lengths.into_iter().enumerate() {
            let shared = shared.get(place).map_or(Ok(0), |shared| usize::try_from(*shared));
            last.truncate(shared.map_err(|_| DAMAGED)?);
            let own = usize::try_from(length).ok().and_then(|length| left.take(length)).ok_or(DAMAGED)?;
            last.extend_from_slice(own);
            value(&last, physical, meaning, &mut texts.text).ok_or(DAMAGED)?;
            texts.end(room)?;
        }
        Ok(())
    }
}

/// The bytes of a value, if all have as many.
const fn width(physical: Physical) -> Option<usize> {
    match physical {
        Physical::Bits | Physical::Bytes => None,
        Physical::Int32 | Physical::Float => Some(4),
        Physical::Int64 | Physical::Double => Some(8),
        Physical::Int96 => Some(12),
        Physical::Fixed(bytes) => Some(bytes),
    }
}

fn plain(
    bytes: &[u8],
    count: usize,
    physical: Physical,
    meaning: Meaning,
    texts: &mut Texts,
    room: Room,
) -> Result<(), FileRefused> {
    let mut left = Bytes { left: bytes };
    for place in 0..count {
        let bit;
        let one = match (physical, width(physical)) {
            (_, Some(width)) => left.take(width).ok_or(DAMAGED)?,
            (Physical::Bits, None) => {
                bit = [bytes.get(place / 8).ok_or(DAMAGED)? >> (place % 8)];
                &bit
            }
            (_, None) => {
                let length = left.take(4).and_then(|four| four.try_into().ok()).ok_or(DAMAGED)?;
                left.take(u32::from_le_bytes(length) as usize).ok_or(DAMAGED)?
            }
        };
        value(one, physical, meaning, &mut texts.text).ok_or(DAMAGED)?;
        texts.end(room)?;
    }
    Ok(())
}

/// Numbers of so many bits in runs: of one number that is repeated, or of groups of eight side by side.
fn hybrid(bytes: &[u8], width: u32, count: usize) -> Option<Vec<u32>> {
    let mut left = Bytes { left: bytes };
    let mut numbers = Vec::new();
    if width > 32 {
        return None;
    }
    while numbers.len() < count {
        let head = left.varint()?;
        let run = usize::try_from(head >> 1).ok()?;
        let missing = count - numbers.len();
        if head & 1 == 0 {
            let mut number = 0;
            for (place, byte) in left.take(width.div_ceil(8) as usize)?.iter().enumerate() {
                number |= u32::from(*byte) << (8 * place);
            }
            // A run of nothing would go on for ever.
            if run == 0 {
                return None;
            }
            numbers.extend(std::iter::repeat_n(number, run.min(missing)));
        } else {
            // The last group may be cut short.
            let length = run.checked_mul(width as usize)?.min(left.left.len());
            let group = left.take(length)?;
            let held = if width == 0 { missing } else { group.len() * 8 / width as usize };
            let taken = run.checked_mul(8)?.min(missing).min(held);
            if taken == 0 {
                return None;
            }
            numbers.extend((0..taken).map(|place| bits_at(group, place * width as usize, width) as u32));
        }
    }
    Some(numbers)
}

/// A number of up to 64 bits that begins at this bit; bits past the end are 0.
fn bits_at(bytes: &[u8], bit: usize, width: u32) -> u64 {
    let mut number = 0_u128;
    for (place, byte) in bytes.iter().skip(bit / 8).take(9).enumerate() {
        number |= u128::from(*byte) << (8 * place);
    }
    let number = (number >> (bit % 8)) as u64;
    if width >= 64 { number } else { number & ((1 << width) - 1) }
}

/// Whole numbers by their differences, in blocks of a few widths.
fn deltas(left: &mut Bytes<'_>, most: usize) -> Option<Vec<i64>> {
    let (block, parts) = (left.varint()? as usize, left.varint()? as usize);
    let count = usize::try_from(left.varint()?).ok().filter(|count| *count <= most)?;
    let mut last = left.zigzag()?;
    let part =
        block.checked_div(parts).filter(|part| *part > 0 && part.is_multiple_of(8) && parts <= 4096)?;
    let mut numbers = Vec::new();
    if count > 0 {
        numbers.push(last);
    }
    while numbers.len() < count {
        let least = left.zigzag()?;
        let widths = left.take(parts)?;
        for width in widths {
            if numbers.len() >= count {
                break;
            }
            let width = u32::from(*width);
            let length = (part / 8).checked_mul(width as usize)?;
            let packed = left.take(if width > 64 { return None } else { length })?;
            for place in 0..part.min(count - numbers.len()) {
                let step = bits_at(packed, place * width as usize, width).cast_signed();
                last = last.wrapping_add(least).wrapping_add(step);
                numbers.push(last);
            }
        }
    }
    Some(numbers)
}

/// Unpacks bytes that are to be so many.
fn unpack(bytes: &[u8], codec: i64, length: usize) -> Result<Cow<'_, [u8]>, FileRefused> {
    let mut unpacked = Vec::new();
    let most = length as u64;
    let read = match codec {
        0 => return Ok(Cow::Borrowed(bytes)),
        1 => {
            let stated = snap::raw::decompress_len(bytes).map_err(|_| DAMAGED)?;
            if stated != length {
                return Err(DAMAGED);
            }
            unpacked = snap::raw::Decoder::new().decompress_vec(bytes).map_err(|_| DAMAGED)?;
            Ok(length)
        }
        2 => flate2::read::MultiGzDecoder::new(bytes).take(most).read_to_end(&mut unpacked),
        6 => {
            let decoder = ruzstd::decoding::StreamingDecoder::new(bytes).map_err(|_| DAMAGED)?;
            decoder.take(most).read_to_end(&mut unpacked)
        }
        _ => return Err(DAMAGED),
    };
    if read.is_ok() && unpacked.len() == length { Ok(Cow::Owned(unpacked)) } else { Err(DAMAGED) }
}
