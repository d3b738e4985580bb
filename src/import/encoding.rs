//! Bytes to text: in which encoding a whole file is, found or stated, and what of it could not be read.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding as Table;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How bytes stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// Unicode in bytes.
    Utf8,
    /// Unicode in pairs of bytes, the lower one first.
    Utf16Le,
    /// The same, the higher one first.
    Utf16Be,
    /// Western European, as Windows has it; Latin-1 is a part of it.
    Windows1252,
    /// Western European, as old Macintoshes have it.
    MacRoman,
    /// Central European.
    Windows1250,
    /// Cyrillic.
    Windows1251,
    /// Greek.
    Windows1253,
    /// Turkish.
    Windows1254,
    /// Hebrew.
    Windows1255,
    /// Arabic.
    Windows1256,
    /// Baltic.
    Windows1257,
    /// Vietnamese.
    Windows1258,
    /// Thai.
    Windows874,
    /// Central European, as Unix had it.
    Latin2,
    /// North European.
    Latin4,
    /// Cyrillic by the standard.
    IsoCyrillic,
    /// Arabic by the standard.
    IsoArabic,
    /// Greek by the standard.
    IsoGreek,
    /// Hebrew by the standard.
    IsoHebrew,
    /// Cyrillic of DOS.
    Ibm866,
    /// Russian.
    Koi8R,
    /// Ukrainian.
    Koi8U,
    /// Simplified Chinese.
    Gbk,
    /// Traditional Chinese.
    Big5,
    /// Japanese.
    ShiftJis,
    /// Japanese, as Unix had it.
    EucJp,
    /// Japanese of mails.
    Iso2022Jp,
    /// Korean.
    EucKr,
}

impl Encoding {
    /// Every encoding, those met most first.
    pub const ALL: [Self; 29] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::MacRoman,
        Self::Windows1250,
        Self::Windows1251,
        Self::Windows1253,
        Self::Windows1254,
        Self::Windows1255,
        Self::Windows1256,
        Self::Windows1257,
        Self::Windows1258,
        Self::Windows874,
        Self::Latin2,
        Self::Latin4,
        Self::IsoCyrillic,
        Self::IsoArabic,
        Self::IsoGreek,
        Self::IsoHebrew,
        Self::Ibm866,
        Self::Koi8R,
        Self::Koi8U,
        Self::Gbk,
        Self::Big5,
        Self::ShiftJis,
        Self::EucJp,
        Self::Iso2022Jp,
        Self::EucKr,
    ];

    const fn table(self) -> &'static Table {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::MacRoman => encoding_rs::MACINTOSH,
            Self::Windows1250 => encoding_rs::WINDOWS_1250,
            Self::Windows1251 => encoding_rs::WINDOWS_1251,
            Self::Windows1253 => encoding_rs::WINDOWS_1253,
            Self::Windows1254 => encoding_rs::WINDOWS_1254,
            Self::Windows1255 => encoding_rs::WINDOWS_1255,
            Self::Windows1256 => encoding_rs::WINDOWS_1256,
            Self::Windows1257 => encoding_rs::WINDOWS_1257,
            Self::Windows1258 => encoding_rs::WINDOWS_1258,
            Self::Windows874 => encoding_rs::WINDOWS_874,
            Self::Latin2 => encoding_rs::ISO_8859_2,
            Self::Latin4 => encoding_rs::ISO_8859_4,
            Self::IsoCyrillic => encoding_rs::ISO_8859_5,
            Self::IsoArabic => encoding_rs::ISO_8859_6,
            Self::IsoGreek => encoding_rs::ISO_8859_7,
            Self::IsoHebrew => encoding_rs::ISO_8859_8,
            Self::Ibm866 => encoding_rs::IBM866,
            Self::Koi8R => encoding_rs::KOI8_R,
            Self::Koi8U => encoding_rs::KOI8_U,
            Self::Gbk => encoding_rs::GBK,
            Self::Big5 => encoding_rs::BIG5,
            Self::ShiftJis => encoding_rs::SHIFT_JIS,
            Self::EucJp => encoding_rs::EUC_JP,
            Self::Iso2022Jp => encoding_rs::ISO_2022_JP,
            Self::EucKr => encoding_rs::EUC_KR,
        }
    }

    /// Its name in commands and files: `UTF-8`, `windows-1252`, `macintosh`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.table().name()
    }

    /// The encoding of a name, one of those that the web knows for it: `latin1`, `cp1251`, `x-sjis`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        let other = match name.as_str() {
            "mac" | "macroman" | "mac-roman" => "macintosh",
            "latin-1" | "ansi" => "latin1",
            "utf16" => "utf-16",
            other => other,
        };
        Self::of_table(Table::for_label(other.as_bytes())?)
    }

    fn of_table(table: &'static Table) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == table.name())
    }
}

/// The text of a file, and what was found on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text, without NUL characters and without a byte order mark.
    pub text: String,
    /// What was found.
    pub read: ReadAs,
}

/// How a file was read as text: enough for one remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadAs {
    /// The encoding that it was read in.
    pub encoding: Encoding,
    /// Whether that was found by how the letters fall, and so may be wrong.
    pub is_guess: bool,
    /// How many NUL characters were left out.
    pub nuls: usize,
    /// How many letters could not be read and are `�`.
    pub unread: usize,
}

/// Reads a whole file as text, in the encoding that is stated or else in the one that is found.
#[must_use]
pub fn text(bytes: Vec<u8>, stated: Option<Encoding>) -> Text {
    if stated.is_none_or(|stated| stated == Encoding::Utf8) {
        match String::from_utf8(bytes) {
            // A text of NUL and other characters may be UTF-16.
            Ok(text) if stated.is_some() || wide(text.as_bytes()).is_none() => {
                return finish(text, Encoding::Utf8, false);
            }
            Ok(text) => return decoded(text.as_bytes(), stated),
            Err(error) => return decoded(error.as_bytes(), stated),
        }
    }
    decoded(&bytes, stated)
}

fn decoded(bytes: &[u8], stated: Option<Encoding>) -> Text {
    let (encoding, is_guess) = match (stated, Table::for_bom(bytes)) {
        (Some(stated), _) => (stated, false),
        (None, Some((table, _))) => (Encoding::of_table(table).unwrap_or(Encoding::Utf8), false),
        (None, None) => match wide(bytes) {
            Some(wide) => (wide, false),
            None => found(bytes),
        },
    };
    let (text, _) = encoding.table().decode_without_bom_handling(bytes);
    finish(text.into_owned(), encoding, is_guess)
}

/// Takes the mark and the NUL characters away and counts what could not be read.
fn finish(mut text: String, encoding: Encoding, is_guess: bool) -> Text {
    let nuls = memchr::memchr_iter(0, text.as_bytes()).count();
    if nuls > 0 {
        text.retain(|letter| letter != '\0');
    }
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    let unread = memchr::memmem::find_iter(text.as_bytes(), "\u{FFFD}".as_bytes()).count();
    Text { text, read: ReadAs { encoding, is_guess, nuls, unread } }
}

/// How much of a file is looked at to find out about pairs of bytes.
const HEAD: usize = 1 << 16;

/// UTF-16 without a mark: the zeros of blanks, digits, commas and Latin letters stand in every other byte.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let pairs = head.len() / 2;
    let (mut first, mut second) = (0, 0);
    for pair in head.chunks_exact(2) {
        match pair {
            [0, 0] => {}
            [0, _] => first += 1,
            [_, 0] => second += 1,
            _ => {}
        }
    }
    let (more, fewer) = (first.max(second), first.min(second));
    let is_wide = pairs >= 2 && more * 10 >= pairs && fewer * 20 <= more;
    is_wide.then_some(if first > second { Encoding::Utf16Be } else { Encoding::Utf16Le })
}

/// An encoding of single bytes, or UTF-8 with a few bytes that are none; and whether it is a guess.
fn found(bytes: &[u8]) -> (Encoding, bool) {
    /// How much of a file is listened to: enough for every language, and some hundredths of a second.
    const LISTENED: usize = 4 << 20;
    let head = &bytes[..bytes.len().min(LISTENED)];
    let mut broken = 0;
    let mut letters = 0;
    for chunk in head.utf8_chunks() {
        broken += chunk.invalid().len();
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
    }
    if letters > 10 * broken {
        return (Encoding::Utf8, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, head.len() == bytes.len());
    let table = detector.guess(None, Utf8Detection::Deny);
    let guess = match Encoding::of_table(table).unwrap_or(Encoding::Windows1252) {
        // They are alike but for six letters, of which a Turkish text is full.
        Encoding::Windows1254 if !is_turkish(head) => Encoding::Windows1252,
        guess => guess,
    };
    (if is_mac(head, guess) { Encoding::MacRoman } else { guess }, true)
}

/// Whether the letters that only Turkish has are as frequent as there: more than one in two hundred.
fn is_turkish(bytes: &[u8]) -> bool {
    let own = bytes.iter().filter(|byte| matches!(byte, 0xD0 | 0xDD | 0xDE | 0xF0 | 0xFD | 0xFE)).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic() || **byte >= 0xC0).count();
    own * 200 > letters
}

/// Whether the letters of Western Europe come out right as old Macintoshes wrote them, and not as they were
/// taken. What is no ASCII mostly stands beside small letters, and is one.
fn is_mac(bytes: &[u8], guess: Encoding) -> bool {
    let is_small = |byte: u8| byte.is_ascii_lowercase();
    let (mut mac, mut other) = (0_usize, 0_usize);
    for window in bytes.windows(3).filter(|window| window[1] >= 0x80 && !window[1].is_ascii()) {
        if !(is_small(window[0]) && (is_small(window[2]) || matches!(window[2], b' ' | b',' | b';' | b'.'))) {
            continue;
        }
        mac += usize::from(is_western_letter(letter(Encoding::MacRoman, window[1])));
        let as_taken = letter(guess, window[1]);
        other += usize::from(
            as_taken.is_lowercase() && guess != Encoding::Windows1252
                || is_western_letter(as_taken)
                || as_taken == '’',
        );
    }
    // Where the guess has letters too, as the East of Europe has, those of the Macintosh must be the West's.
    let is_single = !matches!(
        guess,
        Encoding::Gbk
            | Encoding::Big5
            | Encoding::ShiftJis
            | Encoding::EucJp
            | Encoding::EucKr
            | Encoding::Iso2022Jp
    );
    mac >= 1 && is_single && mac > 2 * other
}

fn letter(encoding: Encoding, byte: u8) -> char {
    let bytes = [byte];
    let (text, _) = encoding.table().decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or('\u{FFFD}')
}

fn is_western_letter(letter: char) -> bool {
    matches!(letter, 'à'..='ö' | 'ø'..='ÿ' | 'ß' | 'œ')
}

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Encoding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| Error::custom(format!("\"{name}\" is no encoding that is known")))
    }
}
