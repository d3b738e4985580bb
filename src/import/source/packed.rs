//! ZIP files, opened within a stated limit of what they may unpack to.

use super::refused::{FileRefused, MOST_RATIO, MOST_UNPACKED, SURE_UNPACKED};
use super::sort::FileSort;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::read::ZipFile;

/// A ZIP file in memory.
#[derive(Debug)]
pub struct Packed<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its files, in its order.
    pub names: Vec<String>,
    sort: FileSort,
    most: u64,
}

/// A file within a ZIP file, as it is unpacked.
pub type Member<'m, 'a> = BufReader<std::io::Take<ZipFile<'m, Cursor<&'a [u8]>>>>;

impl<'a> Packed<'a> {
    /// Opens one. It is refused if its files together are larger than may be.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FileRefused> {
        let damaged = |_| FileRefused::Damaged { sort: FileSort::Zip, line: None };
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let most = most_unpacked(bytes.len() as u64);
        let mut unpacked = 0_u64;
        let mut names = Vec::new();
        for index in 0..archive.len() {
            let file = archive.by_index_raw(index).map_err(damaged)?;
            unpacked = unpacked.saturating_add(file.size());
            names.push(file.name().map(|name| name.replace('\\', "/")).unwrap_or_default());
        }
        if unpacked > most {
            return Err(FileRefused::TooLarge { most });
        }
        Ok(Self { archive, names, sort: FileSort::Zip, most })
    }

    /// What sort of file it is, by the files in it.
    pub fn sort(&mut self) -> FileSort {
        let begins = |start: &str| self.names.iter().any(|name| name.to_ascii_lowercase().starts_with(start));
        let ends = |end: &str| self.names.iter().any(|name| name.to_ascii_lowercase().ends_with(end));
        self.sort = if begins("xl/workbook.bin") {
            FileSort::Xlsb
        } else if begins("xl/") {
            FileSort::Xlsx
        } else if begins("word/") {
            FileSort::Word
        } else if begins("ppt/") {
            FileSort::Slides
        } else if ends(".iwa") || begins("index.zip") {
            FileSort::Numbers
        } else if begins("mimetype") && begins("content.xml") {
            match self.text("mimetype").unwrap_or_default().trim() {
                text if text.ends_with(".spreadsheet") || text.ends_with(".spreadsheet-template") => {
                    FileSort::Ods
                }
                text if text.ends_with(".presentation") => FileSort::Slides,
                _ => FileSort::OpenDocumentText,
            }
        } else {
            FileSort::Zip
        };
        self.sort
    }

    /// A file in it to read, found by its name in any case. `None` if there is none.
    pub fn member(&mut self, name: &str) -> Result<Option<Member<'_, 'a>>, FileRefused> {
        let name = name.trim_start_matches('/');
        let place = self.names.iter().position(|other| other == name);
        let place = place.or_else(|| self.names.iter().position(|other| other.eq_ignore_ascii_case(name)));
        let Some(place) = place else { return Ok(None) };
        let damaged = FileRefused::Damaged { sort: self.sort, line: None };
        let file = self.archive.by_index(place).map_err(|_| damaged)?;
        // What its head says of its size may be a lie.
        Ok(Some(BufReader::with_capacity(1 << 16, file.take(self.most))))
    }

    /// A file in it as bytes.
    pub fn bytes(&mut self, name: &str) -> Result<Vec<u8>, FileRefused> {
        let damaged = FileRefused::Damaged { sort: self.sort, line: None };
        let mut bytes = Vec::new();
        let member = self.member(name)?;
        member.map(|mut member| member.read_to_end(&mut bytes)).transpose().map_err(|_| damaged)?;
        Ok(bytes)
    }

    /// A file in it as text.
    fn text(&mut self, name: &str) -> Result<String, FileRefused> {
        Ok(String::from_utf8_lossy(&self.bytes(name)?).into_owned())
    }
}

/// What a packed file of so many bytes may unpack to.
const fn most_unpacked(bytes: u64) -> u64 {
    let by_ratio = bytes.saturating_mul(MOST_RATIO);
    let most = if by_ratio > SURE_UNPACKED { by_ratio } else { SURE_UNPACKED };
    if most < MOST_UNPACKED { most } else { MOST_UNPACKED }
}
