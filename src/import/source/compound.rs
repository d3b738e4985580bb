//! Microsoft's compound files ([MS-CFB]): the streams within one, read with every step within its bytes.

/// The streams of a compound file.
#[derive(Debug)]
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// Streams shorter than this lie in small sectors of 64 bytes.
const SMALL_BELOW: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// From here on, a number is no sector but a mark.
const MARKS: u32 = 0xFFFF_FFFA;

impl<'a> Compound<'a> {
    /// Opens one; `None` if it is damaged.
    #[must_use]
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        if !(9..=12).contains(&shift) {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.read_table()?;
        let folder = file.chain(u32_at(bytes, 48)?, usize::MAX);
        for entry in folder.chunks_exact(128) {
            let name_length = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(64);
            let units: Vec<u16> = entry[..name_length]
                .chunks_exact(2)
                .map(|two| u16::from_le_bytes([two[0], two[1]]))
                .collect();
            let (start, length) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
            // The first entry is the root, whose bytes are the small sectors.
            if file.entries.is_empty() {
                file.small = file.chain(start, length);
            }
            file.entries.push(Entry { name: String::from_utf16_lossy(&units), start, length });
        }
        let small_table = file.chain(u32_at(bytes, 60)?, usize::MAX);
        file.small_table = small_table
            .chunks_exact(4)
            .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect();
        Some(file)
    }

    /// The table of sectors: which one follows which.
    fn read_table(&mut self) -> Option<()> {
        let mut places: Vec<u32> = (0..109).filter_map(|place| u32_at(self.bytes, 76 + 4 * place)).collect();
        // More places lie in sectors that are chained by their last number.
        let mut next = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector + 1;
        for _ in 0..most {
            let Some(sector) = self.sector_at(next) else { break };
            let numbers = self.sector / 4;
            places.extend((0..numbers - 1).filter_map(|place| u32_at(sector, 4 * place)));
            next = u32_at(sector, 4 * (numbers - 1))?;
        }
        for place in places.into_iter().filter(|place| *place < MARKS).take(most) {
            let sector = self.sector_at(place)?;
            self.table.extend(
                sector.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])),
            );
        }
        Some(())
    }

    /// A sector; the last one of a file may be cut short.
    fn sector_at(&self, place: u32) -> Option<&'a [u8]> {
        let start = (place as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The bytes of a chain of sectors, at most so many. A chain that runs in a circle is cut.
    fn chain(&self, start: u32, length: usize) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = start;
        while out.len() < length.min(self.bytes.len()) {
            let Some(sector) = self.sector_at(at) else { break };
            out.extend_from_slice(sector);
            let Some(next) = self.table.get(at as usize) else { break };
            at = *next;
        }
        out.truncate(length);
        out
    }

    /// Whether it has a stream of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The stream of a name.
    #[must_use]
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        if entry.length >= SMALL_BELOW {
            return Some(self.chain(entry.start, entry.length));
        }
        let mut out = Vec::new();
        let mut at = entry.start as usize;
        while out.len() < entry.length {
            let start = at.checked_mul(SMALL_SECTOR)?;
            let end = (start + SMALL_SECTOR).min(self.small.len());
            let Some(sector) = self.small.get(start..end).filter(|sector| !sector.is_empty()) else { break };
            out.extend_from_slice(sector);
            at = *self.small_table.get(at)? as usize;
        }
        out.truncate(entry.length);
        Some(out)
    }
}

/// A number of two bytes, the lower one first.
#[must_use]
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// A number of four bytes, the lowest one first.
#[must_use]
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
