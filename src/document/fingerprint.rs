//! Fingerprints of files: whether a file is still what it was when it was read or written.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::str::FromStr;
use xxhash_rust::xxh3::Xxh3Default;

/// The size and the hash of a file's bytes: the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// How many bytes it has.
    pub bytes: u64,
    /// XXH3 of 64 bits. It finds changes; it is no protection against forgery.
    pub hash: u64,
}

impl Fingerprint {
    /// Of bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut hash = Xxh3Default::new();
        hash.update(bytes);
        Self { bytes: bytes.len() as u64, hash: hash.digest() }
    }

    /// Of a file; `None` if it cannot be read, or is a device or a pipe.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        let is_file = std::fs::metadata(path).is_ok_and(|found| found.is_file());
        is_file.then(|| File::open(path).and_then(Self::of_stream).ok()).flatten()
    }

    /// Of all bytes of a stream, read piece by piece.
    pub fn of_stream(mut input: impl Read) -> io::Result<Self> {
        let mut hash = Xxh3Default::new();
        let mut piece = vec![0; 1 << 16];
        let mut bytes = 0;
        loop {
            match input.read(&mut piece) {
                Ok(0) => return Ok(Self { bytes, hash: hash.digest() }),
                Ok(read) => {
                    hash.update(&piece[..read]);
                    bytes += read as u64;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// `1234-00ab5f…`: the size, and the hash in sixteen hexadecimal digits.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", self.bytes, self.hash)
    }
}

/// A text that is no [`Fingerprint`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFingerprint;

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let (bytes, hash) = text.split_once('-').ok_or(NoFingerprint)?;
        let hash = u64::from_str_radix(hash, 16).map_err(|_| NoFingerprint)?;
        Ok(Self { bytes: bytes.parse().map_err(|_| NoFingerprint)?, hash })
    }
}

/// What became of a file since its fingerprint was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OnDisk {
    /// It holds what it held.
    Same,
    /// It holds something else.
    Changed,
    /// There is no such file any more.
    Gone,
}

/// Compares a file with the fingerprint taken of it earlier. Reads the file only if its size is the same.
pub fn changed_on_disk(path: &Path, earlier: Fingerprint) -> io::Result<OnDisk> {
    let found = match std::fs::metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(OnDisk::Gone),
        Err(error) => return Err(error),
    };
    // A device or a pipe has no size to trust and may never end.
    if !found.is_file() || found.len() != earlier.bytes {
        return Ok(OnDisk::Changed);
    }
    let now = Fingerprint::of_stream(File::open(path)?)?;
    Ok(if now == earlier { OnDisk::Same } else { OnDisk::Changed })
}
