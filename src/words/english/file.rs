//! Files in English: what they are, how they were read, and why some are not.

use super::list::all;
use super::number::grouped;
use crate::import::encoding::{Encoding, ReadAs};
use crate::import::sheet::MOST_COLUMNS;
use crate::import::source::SourceKind;
use crate::import::source::refused::{FileRefused, MOST_DEPTH, Unread};
use crate::import::source::sort::FileSort;
use crate::words::spoken::fixed;
use std::io;

/// `a Parquet file`.
pub const fn sort(sort: FileSort) -> &'static str {
    match sort {
        FileSort::Text => "a text",
        FileSort::Json => "a JSON file",
        FileSort::Xml => "an XML file",
        FileSort::Html => "a web page",
        FileSort::Xlsx => "an Excel workbook",
        FileSort::Xls => "an old Excel workbook",
        FileSort::Ods => "an OpenDocument spreadsheet",
        FileSort::Xlsb => "a binary Excel workbook",
        FileSort::EncryptedSpreadsheet => "a spreadsheet with a password",
        FileSort::OldSpreadsheet => "a spreadsheet from before 1995",
        FileSort::Numbers => "a Numbers spreadsheet",
        FileSort::Word => "a Word document",
        FileSort::OpenDocumentText => "an OpenDocument text",
        FileSort::Slides => "a file of slides",
        FileSort::Compound => "an old Office file",
        FileSort::Zip => "a ZIP file",
        FileSort::Parquet => "a Parquet file",
        FileSort::Arrow => "an Arrow file",
        FileSort::Avro => "an Avro file",
        FileSort::Hdf => "an HDF5 or NetCDF file",
        FileSort::RData => "an R data file",
        FileSort::Stata => "a Stata file",
        FileSort::Spss => "an SPSS file",
        FileSort::Sas => "a SAS file",
        FileSort::Sqlite => "an SQLite database",
        FileSort::Access => "an Access database",
        FileSort::Shapefile => "a shapefile",
        FileSort::Pdf => "a PDF document",
        FileSort::Png => "a PNG picture",
        FileSort::Jpeg => "a JPEG photograph",
        FileSort::Picture => "a picture",
        FileSort::Recording => "sound or film",
        FileSort::RichText => "a rich text",
        FileSort::WikiText => "a table in the markup of a wiki",
        FileSort::Calendar => "a calendar",
        FileSort::Gzip => "a file packed by gzip",
        FileSort::Packed => "a packed file",
        FileSort::Program => "a program",
        FileSort::Binary => "no text and no known spreadsheet",
    }
}

/// `an Excel workbook`, as the form that a table was read from.
pub const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Delimited => "a text table",
        SourceKind::Xlsx => sort(FileSort::Xlsx),
        SourceKind::Xls => sort(FileSort::Xls),
        SourceKind::Ods => sort(FileSort::Ods),
        SourceKind::Json => sort(FileSort::Json),
        SourceKind::JsonLines => "lines of JSON",
        SourceKind::GeoJson => "a GeoJSON file",
        SourceKind::Xml => sort(FileSort::Xml),
        SourceKind::Html => sort(FileSort::Html),
        SourceKind::Parquet => sort(FileSort::Parquet),
    }
}

/// `Cyrillic (Windows-1251)`.
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "Unicode (UTF-8)",
        Encoding::Utf16Le => "Unicode (UTF-16, little-endian)",
        Encoding::Utf16Be => "Unicode (UTF-16, big-endian)",
        Encoding::Windows1252 => "Western European (Windows-1252, Latin-1)",
        Encoding::MacRoman => "Western European (MacRoman)",
        Encoding::Windows1250 => "Central European (Windows-1250)",
        Encoding::Windows1251 => "Cyrillic (Windows-1251)",
        Encoding::Windows1253 => "Greek (Windows-1253)",
        Encoding::Windows1254 => "Turkish (Windows-1254)",
        Encoding::Windows1255 => "Hebrew (Windows-1255)",
        Encoding::Windows1256 => "Arabic (Windows-1256)",
        Encoding::Windows1257 => "Baltic (Windows-1257)",
        Encoding::Windows1258 => "Vietnamese (Windows-1258)",
        Encoding::Windows874 => "Thai (Windows-874)",
        Encoding::Latin2 => "Central European (ISO 8859-2)",
        Encoding::Latin4 => "North European (ISO 8859-4)",
        Encoding::IsoCyrillic => "Cyrillic (ISO 8859-5)",
        Encoding::IsoArabic => "Arabic (ISO 8859-6)",
        Encoding::IsoGreek => "Greek (ISO 8859-7)",
        Encoding::IsoHebrew => "Hebrew (ISO 8859-8)",
        Encoding::Ibm866 => "Cyrillic (DOS 866)",
        Encoding::Koi8R => "Russian (KOI8-R)",
        Encoding::Koi8U => "Ukrainian (KOI8-U)",
        Encoding::Gbk => "Simplified Chinese (GBK)",
        Encoding::Big5 => "Traditional Chinese (Big5)",
        Encoding::ShiftJis => "Japanese (Shift JIS)",
        Encoding::EucJp => "Japanese (EUC-JP)",
        Encoding::Iso2022Jp => "Japanese (ISO 2022-JP)",
        Encoding::EucKr => "Korean (EUC-KR)",
    }
}

/// `it was read as Cyrillic (Windows-1251), which was guessed; 3 NUL characters are left out`.
pub fn read_as(read: ReadAs) -> String {
    let ReadAs { encoding: found, is_guess, nuls, unread } = read;
    let found = fixed(encoding(found));
    let mut told = if is_guess {
        told!("it was read as {encoding}, which was guessed", encoding = found)
    } else {
        told!("it was read as {encoding}", encoding = found)
    };
    if nuls > 0 {
        told += &told_by!(nuls, "; {n} NUL character is left out", "; {n} NUL characters are left out");
    }
    if unread > 0 {
        told += &told_by!(
            unread,
            "; {n} letter could not be read and is shown as �",
            "; {n} letters could not be read and are shown as �"
        );
    }
    told
}

/// Why a file is not read, after its name.
pub fn refused(why: &FileRefused) -> String {
    match why {
        FileRefused::Unreadable(why) => told!("cannot be read: {why}", why = unread(why)),
        FileRefused::Folder => fixed("is a folder").to_owned(),
        FileRefused::Device => fixed("is a device or a pipe, which only the command line reads").to_owned(),
        FileRefused::Changed => fixed("changed while it was read. Try again").to_owned(),
        FileRefused::EndsEarly { read, of } => {
            told!(
                "ended while it was read, after {read} of {all} bytes. Try again",
                read = bytes(*read),
                all = bytes(*of)
            )
        }
        FileRefused::TooLong { most } => {
            told!("is longer than {most} MiB, the most that is read", most = mebibytes(*most))
        }
        FileRefused::LineTooLong => {
            fixed("is one line, longer than 1 MiB. Look for missing line breaks").to_owned()
        }
        FileRefused::Empty => fixed("is empty").to_owned(),
        FileRefused::Other(one) => {
            told!(
                "is {sort}, which holds no table that can be read. {instead}",
                sort = fixed(sort(*one)),
                instead = fixed(instead(*one))
            )
        }
        FileRefused::Damaged { sort: one, line } => {
            let sort = fixed(sort(*one));
            match line {
                None => told!("is {sort} that is damaged or breaks off", sort),
                Some(line) => {
                    told!(
                        "is {sort} that is damaged or breaks off, in line {line}",
                        sort,
                        line = bytes(*line)
                    )
                }
            }
        }
        FileRefused::NoTable(one) => told!("is {sort} without a table", sort = fixed(sort(*one))),
        FileRefused::NoSheet { stated, found } => {
            let found: Vec<String> = found.iter().take(12).map(|name| told!("\"{name}\"", name)).collect();
            told!("has no sheet \"{stated}\". It has {found}", stated, found = all(&found))
        }
        FileRefused::TooLarge { most } => told!(
            "holds far more than its size tells, as files made to fill the memory do. At most {most} MiB are unpacked of it",
            most = mebibytes(*most)
        ),
        FileRefused::TooDeep => {
            told!("holds parts that lie more than {most} deep in each other", most = MOST_DEPTH)
        }
        FileRefused::TooManyColumns(found) => {
            told_by!(
                *found,
                "has {n} column. A table has at most {most}",
                "has {n} columns. A table has at most {most}",
                most = grouped(MOST_COLUMNS)
            )
        }
    }
}

/// What to do with a file of a sort that is not read.
const fn instead(sort: FileSort) -> &'static str {
    match sort {
        FileSort::Gzip | FileSort::Packed | FileSort::Zip => "Unpack it first",
        FileSort::EncryptedSpreadsheet => "Save it without a password",
        FileSort::Xlsb | FileSort::OldSpreadsheet | FileSort::Numbers => {
            "Save it as an Excel workbook (.xlsx)"
        }
        FileSort::Word
        | FileSort::OpenDocumentText
        | FileSort::RichText
        | FileSort::Pdf
        | FileSort::Calendar => "Copy its table into a spreadsheet",
        FileSort::Parquet
        | FileSort::Arrow
        | FileSort::Avro
        | FileSort::Hdf
        | FileSort::RData
        | FileSort::Stata
        | FileSort::Spss
        | FileSort::Sas
        | FileSort::Sqlite
        | FileSort::Access => "Export its table as CSV",
        FileSort::WikiText => "Copy the table from the page as the wiki shows it, and paste it",
        FileSort::Shapefile => "Export it as GeoJSON",
        FileSort::Text
        | FileSort::Json
        | FileSort::Xml
        | FileSort::Html
        | FileSort::Xlsx
        | FileSort::Xls
        | FileSort::Ods
        | FileSort::Slides
        | FileSort::Compound
        | FileSort::Png
        | FileSort::Jpeg
        | FileSort::Picture
        | FileSort::Recording
        | FileSort::Program
        | FileSort::Binary => "Choose a table: CSV, Excel, OpenDocument, JSON, XML or a web page",
    }
}

fn bytes(number: u64) -> String {
    grouped(usize::try_from(number).unwrap_or(usize::MAX))
}

fn mebibytes(number: u64) -> String {
    bytes(number >> 20)
}

/// Why the system does not give out a file.
pub fn unread(why: &Unread) -> String {
    match why {
        Unread::NoFile => fixed("there is no such file").to_owned(),
        Unread::Denied => fixed("permission is denied").to_owned(),
        Unread::Folder => fixed("it is a folder").to_owned(),
        Unread::Other(why) => why.clone(),
    }
}

/// The reason of the system, in plain words.
pub fn of_system(error: &io::Error) -> String {
    unread(&Unread::of(error))
}
