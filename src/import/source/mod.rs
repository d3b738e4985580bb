//! A file → its tables of cells: told by its bytes what sort it is, and read by the reader of that sort.

pub mod sort;
pub mod refused;
pub mod stated;
pub mod bytes;
pub mod gdelt;
pub mod headings;
pub mod delimited;
pub mod records;
pub mod geojson;
pub mod sparql;
pub mod meeting;
pub mod json;
pub mod entity;
pub mod markup;
pub mod kml;
pub mod xml;
pub mod packed;
pub mod spread;
pub mod number_format;
pub mod xlsx;
pub mod ods;
pub mod compound;
pub mod xls;
pub mod html;
pub mod parquet;
pub mod together;

use self::packed::Packed;
use self::refused::FileRefused;
use self::sort::{FileSort, TextForm};
use self::stated::Stated;
use self::together::{Together, together};
use super::encoding::{self, Encoding};
use super::sheet::{CountedBy, Room, Sheet};

/// How a file holds its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// Text whose cells are parted by a sign.
    Delimited,
    /// An Excel workbook.
    Xlsx,
    /// An Excel workbook as before 2007.
    Xls,
    /// An `OpenDocument` spreadsheet.
    Ods,
    /// JSON.
    Json,
    /// A line of JSON for each record.
    JsonLines,
    /// `GeoJSON`.
    GeoJson,
    /// XML.
    Xml,
    /// Tables of a web page.
    Html,
    /// Parquet.
    Parquet,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Delimited,
        Self::Xlsx,
        Self::Xls,
        Self::Ods,
        Self::Json,
        Self::JsonLines,
        Self::GeoJson,
        Self::Xml,
        Self::Html,
        Self::Parquet,
    ];
}

/// The tables of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableFile {
    /// How the file holds them.
    pub kind: SourceKind,
    /// How it was read as text, if it is text.
    pub text: Option<encoding::ReadAs>,
    /// What parts its cells, if a sign does.
    pub delimiter: Option<u8>,
    /// Its tables; at least one.
    pub sheets: Vec<Sheet>,
    /// The one that was stated for, or else the one that most looks like a table of events.
    pub best: usize,
    /// How many of them are seen: those behind are hidden.
    pub seen: usize,
    /// The one that is made of others, which have the same headings.
    pub together: Option<Together>,
}

impl TableFile {
    fn new(kind: SourceKind, sheets: Vec<Sheet>, best: usize) -> Self {
        Self { kind, text: None, delimiter: None, best, seen: sheets.len(), sheets, together: None }
    }

    /// Puts the tables that are like the best one together, as one more table, which is read.
    fn put_together(&mut self, room: Room) {
        let seen = self.seen.max(self.best + 1);
        if let Some((sheet, parts)) = together(&self.sheets[..seen], self.best, room) {
            let place = self.sheets.len();
            self.sheets.push(sheet);
            self.best = place;
            self.together = Some(Together { place, parts });
        }
    }
}

/// Reads the tables of a file. Its name is not stated: what it holds decides.
pub fn read(bytes: Vec<u8>, stated: &Stated<'_>) -> Result<TableFile, FileRefused> {
    let room = Room::of_file(bytes.len());
    let mut source = of_bytes(bytes, room, stated, Packing::Outside)?;
    let Some(stated) = stated.sheet else {
        source.put_together(room);
        return Ok(source);
    };
    match place_of(&source.sheets, stated) {
        Ok(place) => source.best = place,
        Err(refused) => {
            source.put_together(room);
            source.best = place_of(&source.sheets, stated).map_err(|_| refused)?;
        }
    }
    Ok(source)
}

fn place_of(sheets: &[Sheet], stated: &str) -> Result<usize, FileRefused> {
    let same = |sheet: &Sheet| sheet.name.trim().to_lowercase() == stated.trim().to_lowercase();
    // Sheets without names are counted.
    let by_number =
        || stated.trim().parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < sheets.len());
    sheets.iter().position(same).or_else(by_number).ok_or_else(|| FileRefused::NoSheet {
        stated: stated.to_owned(),
        found: sheets.iter().map(|sheet| sheet.name.clone()).collect(),
    })
}

/// Whether a file lies within a ZIP file: none within one is opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Outside,
    Within,
}

fn of_bytes(
    bytes: Vec<u8>,
    room: Room,
    stated: &Stated<'_>,
    packing: Packing,
) -> Result<TableFile, FileRefused> {
    if bytes.is_empty() {
        return Err(FileRefused::Empty);
    }
    match sort::by_first_bytes(&bytes) {
        Some(FileSort::Zip) => of_zip(&bytes, room, stated, packing),
        Some(FileSort::Compound) => of_compound(&bytes, room, stated),
        Some(FileSort::Parquet) if bytes.starts_with(b"PAR1") => of_parquet(&bytes, room),
        // UTF-16 may begin with any bytes, and is told by its mark.
        Some(sort) => Err(FileRefused::Other(sort)),
        None => of_text(bytes, room, stated),
    }
}

fn of_text(bytes: Vec<u8>, room: Room, stated: &Stated<'_>) -> Result<TableFile, FileRefused> {
    let head = &bytes[..bytes.len().min(1 << 12)];
    let nuls = memchr::memchr_iter(0, head).count();
    let encoding::Text { text, read } = encoding::text(bytes, stated.encoding);
    let is_wide = matches!(read.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    // A few NUL characters are a fault of a text; many make it none.
    if !is_wide && nuls > 64 {
        return Err(FileRefused::Other(FileSort::Binary));
    }
    if text.trim().is_empty() {
        return Err(FileRefused::Empty);
    }
    let form = sort::form(&text).ok_or(FileRefused::Other(FileSort::Binary))?;
    let mut delimiter = None;
    let (kind, sheets) = match form {
        TextForm::Json => {
            let found = json::read(&text, room, stated)?;
            let kind = match (found.is_geojson, found.is_lines) {
                (true, _) => SourceKind::GeoJson,
                (false, true) => SourceKind::JsonLines,
                (false, false) => SourceKind::Json,
            };
            (kind, found.sheets)
        }
        TextForm::Xml => (SourceKind::Xml, xml::read(&text, room, stated)?),
        TextForm::Html => (SourceKind::Html, html::read(&text, room, stated)?),
        TextForm::Plain => {
            let read = delimited::read(text, room, stated.delimiter)?;
            delimiter = Some(read.delimiter);
            let mut sheets = Vec::new();
            if !read.grid.is_empty() {
                let mut sheet = headings::sheet(String::new(), CountedBy::Lines, read.grid, stated)?;
                sheet.before.splice(0..0, read.comments);
                sheets.push(sheet);
            }
            (SourceKind::Delimited, sheets)
        }
    };
    let best = best(&sheets, stated).ok_or(FileRefused::NoTable(form.sort()))?;
    Ok(TableFile { text: Some(read), delimiter, ..TableFile::new(kind, sheets, best) })
}

fn of_parquet(bytes: &[u8], room: Room) -> Result<TableFile, FileRefused> {
    let sheet = parquet::read(bytes, room)?.ok_or(FileRefused::NoTable(FileSort::Parquet))?;
    Ok(TableFile::new(SourceKind::Parquet, vec![sheet], 0))
}

fn of_compound(bytes: &[u8], room: Room, stated: &Stated<'_>) -> Result<TableFile, FileRefused> {
    let sheets = xls::read(bytes, room, stated)?;
    let best = best(&sheets, stated).ok_or(FileRefused::NoTable(FileSort::Xls))?;
    Ok(TableFile::new(SourceKind::Xls, sheets, best))
}

fn of_zip(bytes: &[u8], room: Room, stated: &Stated<'_>, packing: Packing) -> Result<TableFile, FileRefused> {
    let mut packed = Packed::open(bytes)?;
    let sort = packed.sort();
    let (kind, sheets, best, seen) = if sort == FileSort::Xlsx {
        let (sheets, seen) = seen_first(xlsx::read(&mut packed, room, stated)?);
        let best = best(&sheets[..seen], stated).or_else(|| best(&sheets, stated));
        (SourceKind::Xlsx, sheets, best, seen)
    } else if sort == FileSort::Ods {
        let sheets = ods::read(&mut packed, room, stated)?;
        let (best, seen) = (best(&sheets, stated), sheets.len());
        (SourceKind::Ods, sheets, best, seen)
    } else if sort == FileSort::Zip && packing == Packing::Outside {
        return of_members(&mut packed, room, stated);
    } else {
        return Err(FileRefused::Other(sort));
    };
    let best = best.ok_or(FileRefused::NoTable(sort))?;
    Ok(TableFile { seen, ..TableFile::new(kind, sheets, best) })
}

/// Sheets in their order, those that are hidden last, as others look things up in them; and how many are
/// seen.
fn seen_first(sheets: Vec<(Sheet, bool)>) -> (Vec<Sheet>, usize) {
    let (hidden, mut seen): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|(_, is_hidden)| *is_hidden);
    let count = seen.len();
    seen.extend(hidden);
    (seen.into_iter().map(|(sheet, _)| sheet).collect(), count)
}

/// The tables of the files in a ZIP file.
fn of_members(packed: &mut Packed<'_>, room: Room, stated: &Stated<'_>) -> Result<TableFile, FileRefused> {
    /// The most files that are read.
    const MOST: usize = 16;
    let is_seen = |name: &&String| {
        !name.ends_with('/') && !name.starts_with("__MACOSX") && !file_name(name).starts_with('.')
    };
    let names: Vec<String> = packed.names.iter().filter(is_seen).take(MOST).cloned().collect();
    let shared = room.shared_by(names.len());
    let mut found: Option<TableFile> = None;
    let mut why = FileRefused::NoTable(FileSort::Zip);
    for name in &names {
        match packed.bytes(name).and_then(|bytes| of_bytes(bytes, shared, stated, Packing::Within)) {
            Ok(mut source) => {
                for sheet in &mut source.sheets {
                    let own = std::mem::take(&mut sheet.name);
                    sheet.name = if own.is_empty() { name.clone() } else { format!("{name}: {own}") };
                }
                found = Some(match found {
                    None => source,
                    Some(before) => joined(before, source, stated),
                });
            }
            Err(refused) if names.len() == 1 => why = refused,
            Err(_) => {}
        }
    }
    found.ok_or(why)
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The tables of two files as those of one, which is taken to be like the better one.
fn joined(mut one: TableFile, mut other: TableFile, stated: &Stated<'_>) -> TableFile {
    let first = one.sheets.len();
    let is_other_better = merit(&other.sheets[other.best], stated) > merit(&one.sheets[one.best], stated);
    let best = if is_other_better { first + other.best } else { one.best };
    one.sheets.append(&mut other.sheets);
    one.seen = one.sheets.len();
    if is_other_better {
        (one.kind, one.text, one.delimiter) = (other.kind, other.text, other.delimiter);
    }
    one.best = best;
    one
}

/// The sheet that most looks like a table of events, not like a title page or a key; the first of equals.
fn best(sheets: &[Sheet], stated: &Stated<'_>) -> Option<usize> {
    if sheets.len() == 1 {
        return Some(0);
    }
    (0..sheets.len()).rev().max_by_key(|place| merit(&sheets[*place], stated))
}

/// How much a sheet looks like a table: whether it is one, how many of its headings are known, whether it has
/// any, and its size.
fn merit(sheet: &Sheet, stated: &Stated<'_>) -> (bool, usize, bool, usize) {
    let is_table = sheet.width() > 1 && !sheet.is_empty();
    let known = sheet.headings.iter().take(200).filter(|heading| (stated.known)(heading)).count();
    let size = sheet.len().saturating_mul(sheet.width());
    (is_table, known.min(6), sheet.heading_line.is_some() || sheet.count == CountedBy::Records, size)
}
