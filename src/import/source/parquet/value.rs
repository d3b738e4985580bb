//! Values of a Parquet file as text: what their bytes are, and what they mean.

use crate::import::source::number_format;
use jiff::civil::{DateTime, date};

/// How the values of a column lie in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Physical {
    /// Yes or no, in bits.
    Bits,
    /// Whole numbers of four bytes.
    Int32,
    /// Whole numbers of eight bytes.
    Int64,
    /// Times of twelve bytes.
    Int96,
    /// Fractions of four bytes.
    Float,
    /// Fractions of eight bytes.
    Double,
    /// Bytes after their length.
    Bytes,
    /// So many bytes.
    Fixed(usize),
}

/// What the values of a column mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// What they are.
    Itself,
    /// Days since 1970.
    Day,
    /// So many parts of a second since 1970.
    Moment(i64),
    /// So many parts of a second since midnight.
    Time(i64),
    /// Whole numbers with so many figures after the point.
    Decimal(usize),
}

/// How often the elements that lead to a value may be absent or repeated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// The level of a value that is there; a lower one is of an element that is not.
    pub defined: u32,
    /// The level of a value that goes on in the innermost list; 0 begins a row.
    pub repeated: u32,
}

impl Levels {
    /// The levels of an element that is required (0), optional (1) or repeated (2) below another one.
    #[must_use]
    pub fn below(self, repetition: Option<i64>) -> Self {
        match repetition {
            Some(1) => Self { defined: self.defined + 1, ..self },
            Some(2) => Self { defined: self.defined + 1, repeated: self.repeated + 1 },
            _ => self,
        }
    }
}

/// Writes a whole number as what it means.
pub fn whole(number: i64, meaning: Meaning, into: &mut String) {
    let text = match meaning {
        Meaning::Itself => None,
        Meaning::Day => number.checked_mul(86_400).and_then(|seconds| moment(seconds, 0)),
        Meaning::Moment(parts) => {
            moment(number.div_euclid(parts), number.rem_euclid(parts) * (1_000_000_000 / parts))
        }
        Meaning::Time(parts) => {
            let seconds = number.div_euclid(parts);
            Some(format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60))
        }
        Meaning::Decimal(scale) => Some(decimal(i128::from(number), scale)),
    };
    into.push_str(&text.unwrap_or_else(|| number.to_string()));
}

/// A day with the time of it, if it is not midnight.
fn moment(seconds: i64, nanoseconds: i64) -> Option<String> {
    let span = jiff::Span::new().try_seconds(seconds).ok()?.try_nanoseconds(nanoseconds).ok()?;
    let at: DateTime = date(1970, 1, 1).at(0, 0, 0, 0).checked_add(span).ok()?;
    let (hour, minute, second) = (at.hour(), at.minute(), at.second());
    Some(match (hour, minute, second) {
        (0, 0, 0) => at.date().to_string(),
        (_, _, 0) => format!("{} {hour:02}:{minute:02}", at.date()),
        (_, _, _) => format!("{} {hour:02}:{minute:02}:{second:02}", at.date()),
    })
}

fn decimal(number: i128, scale: usize) -> String {
    let digits = format!("{:0width$}", number.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    let sign = if number < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// Writes the bytes of a value as what they mean; `None` if they are too few.
pub fn value(bytes: &[u8], physical: Physical, meaning: Meaning, into: &mut String) -> Option<()> {
    match physical {
        Physical::Bits => into.push_str(if bytes.first()? & 1 == 1 { "true" } else { "false" }),
        Physical::Int32 => whole(i64::from(i32::from_le_bytes(bytes.try_into().ok()?)), meaning, into),
        Physical::Int64 => whole(i64::from_le_bytes(bytes.try_into().ok()?), meaning, into),
        // Nanoseconds of the day, and the day by Julian count (2,440,588 is the first of 1970).
        Physical::Int96 => {
            let nanoseconds = i64::from_le_bytes(bytes.get(..8)?.try_into().ok()?);
            let day = i64::from(i32::from_le_bytes(bytes.get(8..12)?.try_into().ok()?)) - 2_440_588;
            into.push_str(&moment(day * 86_400, nanoseconds).unwrap_or_default());
        }
        Physical::Float => into.push_str(&f32::from_le_bytes(bytes.try_into().ok()?).to_string()),
        Physical::Double => into.push_str(&number_format::plain(f64::from_le_bytes(bytes.try_into().ok()?))),
        Physical::Bytes | Physical::Fixed(_) => match meaning {
            Meaning::Decimal(scale) if !bytes.is_empty() && bytes.len() <= 16 => {
                let first = if bytes[0] & 0x80 == 0 { 0 } else { -1 };
                let number = bytes.iter().fold(first, |number: i128, byte| (number << 8) | i128::from(*byte));
                into.push_str(&decimal(number, scale));
            }
            Meaning::Itself | Meaning::Day | Meaning::Moment(_) | Meaning::Time(_) | Meaning::Decimal(_) => {
                into.extend(String::from_utf8_lossy(bytes).chars().filter(|letter| *letter != '\0'));
            }
        },
    }
    Some(())
}
