//! The digest of a record: a hash that is the same whatever the order of the meetings, and another one as
//! soon as a fact in one of them is.

use super::file::meeting_as_json;
use super::fingerprint::Fingerprint;
use crate::meeting::Meeting;
use crate::meeting::table::Meetings;
use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;
use std::thread;

/// The digest of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest {
    /// How many rows it has, context included.
    pub rows: u64,
    /// XXH3 of 64 bits of the digests of its meetings, in ascending order. It finds changes; it is no
    /// protection against forgery.
    pub hash: u64,
}

/// The digest of one meeting: half of the hash of its identity, and half of that of all its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeetingDigest {
    /// Of its identity.
    pub id: u32,
    /// Of everything that is recorded of it.
    pub facts: u32,
}

impl MeetingDigest {
    /// Of a meeting.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let half = |bytes: &[u8]| (Fingerprint::of(bytes).hash >> 32) as u32;
        Self { id: half(meeting.id.as_str().as_bytes()), facts: half(&meeting_as_json(meeting)) }
    }
}

/// Rows from which on several threads share the work.
const MANY: usize = 4096;

/// The digests of all meetings of a record, in ascending order.
#[must_use]
pub fn of_each(record: &Meetings) -> Vec<MeetingDigest> {
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let some = |rows: std::ops::Range<usize>| -> Vec<MeetingDigest> {
        rows.map(|row| MeetingDigest::of(record.get(row))).collect()
    };
    let mut all = if threads == 1 || record.len() < MANY {
        some(0..record.len())
    } else {
        let share = record.len().div_ceil(threads);
        let parts = (0..threads).map(|part| {
            let begin = (part * share).min(record.len());
            begin..(begin + share).min(record.len())
        });
        thread::scope(|scope| {
            let workers: Vec<_> = parts.map(|rows| scope.spawn(move || some(rows))).collect();
            let done = workers.into_iter().map(|worker| worker.join().expect("hashing does not panic"));
            done.flatten().collect()
        })
    };
    all.sort_unstable();
    all
}

impl Digest {
    /// Of a record.
    #[must_use]
    pub fn of(record: &Meetings) -> Self {
        Self::of_all(&of_each(record))
    }

    /// Of the digests of all meetings, in ascending order.
    #[must_use]
    pub fn of_all(each: &[MeetingDigest]) -> Self {
        let bytes: Vec<u8> =
            each.iter().flat_map(|one| [one.id, one.facts]).flat_map(u32::to_be_bytes).collect();
        Self { rows: each.len() as u64, hash: Fingerprint::of(&bytes).hash }
    }
}

/// `26-00ab5f19c20d4e77`: how many rows, and the hash in sixteen hexadecimal digits.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", self.rows, self.hash)
    }
}

/// A text that is no [`Digest`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDigest;

impl FromStr for Digest {
    type Err = NoDigest;

    fn from_str(text: &str) -> Result<Self, NoDigest> {
        let (rows, hash) = text.split_once('-').ok_or(NoDigest)?;
        let hash = u64::from_str_radix(hash, 16).map_err(|_| NoDigest)?;
        Ok(Self { rows: rows.parse().map_err(|_| NoDigest)?, hash })
    }
}
