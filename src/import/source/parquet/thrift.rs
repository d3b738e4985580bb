//! Records in Thrift's compact form, as Parquet files describe themselves in it.
//!
//! Source: the specification of the compact protocol, Apache Thrift, `doc/specs/thrift-compact-protocol.md`.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Thrift<'t> {
    /// A whole number, or yes (1) or no (0).
    Number(i64),
    /// A text or bytes.
    Bytes(&'t [u8]),
    /// Values in order.
    List(Vec<Thrift<'t>>),
    /// Numbered values.
    Record(Vec<(i64, Thrift<'t>)>),
}

impl Thrift<'_> {
    /// The value of a number.
    #[must_use]
    pub fn get(&self, number: i64) -> Option<&Self> {
        match self {
            Self::Record(fields) => fields.iter().find(|(other, _)| *other == number).map(|(_, value)| value),
            Self::Number(_) | Self::Bytes(_) | Self::List(_) => None,
        }
    }

    /// The number that is the value of a number.
    #[must_use]
    pub fn number(&self, number: i64) -> Option<i64> {
        match self.get(number)? {
            Self::Number(value) => Some(*value),
            Self::Bytes(_) | Self::List(_) | Self::Record(_) => None,
        }
    }

    /// The size that is the value of a number.
    #[must_use]
    pub fn size(&self, number: i64) -> Option<usize> {
        usize::try_from(self.number(number)?).ok()
    }

    /// The list that is the value of a number.
    #[must_use]
    pub fn list(&self, number: i64) -> &[Self] {
        match self.get(number) {
            Some(Self::List(values)) => values,
            Some(Self::Number(_) | Self::Bytes(_) | Self::Record(_)) | None => &[],
        }
    }

    /// The text that is the value of a number.
    #[must_use]
    pub fn text(&self, number: i64) -> Option<String> {
        match self.get(number)? {
            Self::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            Self::Number(_) | Self::List(_) | Self::Record(_) => None,
        }
    }
}

/// Reads bytes from their begin on.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'t> {
    /// What is left.
    pub left: &'t [u8],
}

impl<'t> Bytes<'t> {
    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Option<&'t [u8]> {
        let (taken, left) = self.left.split_at_checked(count)?;
        self.left = left;
        Some(taken)
    }

    /// A number in groups of seven bits, the lowest first.
    pub fn varint(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..70).step_by(7) {
            let byte = self.take(1)?[0];
            number |= u64::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A number whose sign stands in its lowest bit.
    pub fn zigzag(&mut self) -> Option<i64> {
        let number = self.varint()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// A record; `None` if it is broken or deeper than such records are.
    pub fn record(&mut self) -> Option<Thrift<'t>> {
        self.record_within(16)
    }

    fn record_within(&mut self, depth: usize) -> Option<Thrift<'t>> {
        let depth = depth.checked_sub(1)?;
        let mut fields = Vec::new();
        let mut number = 0_i64;
        loop {
            let head = self.take(1)?[0];
            if head == 0 {
                return Some(Thrift::Record(fields));
            }
            let step = i64::from(head >> 4);
            number = if step == 0 { self.zigzag()? } else { number.checked_add(step)? };
            let value = match head & 15 {
                1 => Thrift::Number(1),
                2 => Thrift::Number(0),
                kind => self.value(kind, depth)?,
            };
            fields.push((number, value));
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Option<Thrift<'t>> {
        Some(match kind {
            1..=3 => Thrift::Number(i64::from(self.take(1)?[0])),
            4..=6 => Thrift::Number(self.zigzag()?),
            7 => Thrift::Bytes(self.take(8)?),
            8 => {
                let length = usize::try_from(self.varint()?).ok()?;
                Thrift::Bytes(self.take(length)?)
            }
            9 | 10 => {
                let head = self.take(1)?[0];
                let short = usize::from(head >> 4);
                let length = if short == 15 { usize::try_from(self.varint()?).ok()? } else { short };
                // Each value has a byte at least.
                let is_possible = length <= self.left.len();
                let values =
                    (0..if is_possible { length } else { return None }).map(|_| self.value(head & 15, depth));
                Thrift::List(values.collect::<Option<_>>()?)
            }
            12 => self.record_within(depth)?,
            _ => return None,
        })
    }
}
