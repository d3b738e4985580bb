//! Texts that lie packed in the program, and are unpacked when something first asks for them.

use flate2::read::ZlibDecoder;
use std::io::Read;
use std::sync::OnceLock;

/// A text that `data/build/pack_tables.rs` packed.
#[derive(Debug)]
pub struct Packed {
    bytes: &'static [u8],
    text: OnceLock<String>,
}

impl Packed {
    /// The text that these bytes hold.
    #[must_use]
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, text: OnceLock::new() }
    }

    /// The text; the first call unpacks it.
    #[must_use]
    pub fn text(&'static self) -> &'static str {
        self.text.get_or_init(|| String::from_utf8(unpacked(self.bytes)).expect("the text is UTF-8"))
    }
}

/// What some packed bytes hold.
///
/// # Panics
/// If they are no bytes that `data/build/pack_tables.rs` packed: they are part of the program.
#[must_use]
pub fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    ZlibDecoder::new(bytes).read_to_end(&mut plain).expect("the tables of the program are whole");
    plain
}

/// The packed form of a file of this project, by the file's name (`data/build/pack_tables.rs`).
macro_rules! packed_bytes {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}
