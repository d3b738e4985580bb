//! What sort of file some bytes are, told by what they hold and never by their name.

/// Every sort of file that is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileSort {
    /// Text: a table, or prose.
    Text,
    /// JSON, or a line of it for each record.
    Json,
    /// XML.
    Xml,
    /// A web page.
    Html,
    /// An Excel workbook.
    Xlsx,
    /// An Excel workbook as before 2007.
    Xls,
    /// An `OpenDocument` spreadsheet.
    Ods,
    /// An Excel workbook in Microsoft's binary form.
    Xlsb,
    /// A spreadsheet that needs a password.
    EncryptedSpreadsheet,
    /// A spreadsheet of Excel 4 or older, or of Lotus.
    OldSpreadsheet,
    /// A spreadsheet of Apple's Numbers.
    Numbers,
    /// A Word document.
    Word,
    /// An `OpenDocument` text.
    OpenDocumentText,
    /// Slides.
    Slides,
    /// Another file of Microsoft's compound form.
    Compound,
    /// A ZIP file.
    Zip,
    /// Parquet.
    Parquet,
    /// Arrow or Feather.
    Arrow,
    /// Avro.
    Avro,
    /// HDF5 or `NetCDF`.
    Hdf,
    /// Data of R.
    RData,
    /// Data of Stata.
    Stata,
    /// Data of SPSS.
    Spss,
    /// Data of SAS.
    Sas,
    /// A database of `SQLite`; `GeoPackage` is one.
    Sqlite,
    /// A database of Access.
    Access,
    /// A shapefile.
    Shapefile,
    /// PDF.
    Pdf,
    /// A picture in PNG.
    Png,
    /// A photograph in JPEG.
    Jpeg,
    /// Another picture.
    Picture,
    /// Sound or film.
    Recording,
    /// Rich text.
    RichText,
    /// A table in the markup of a wiki.
    WikiText,
    /// A calendar.
    Calendar,
    /// Packed by gzip.
    Gzip,
    /// Packed by another program.
    Packed,
    /// A program.
    Program,
    /// Bytes that are no text.
    Binary,
}

impl FileSort {
    /// Every sort.
    pub const ALL: [Self; 39] = [
        Self::Text,
        Self::Json,
        Self::Xml,
        Self::Html,
        Self::Xlsx,
        Self::Xls,
        Self::Ods,
        Self::Xlsb,
        Self::EncryptedSpreadsheet,
        Self::OldSpreadsheet,
        Self::Numbers,
        Self::Word,
        Self::OpenDocumentText,
        Self::Slides,
        Self::Compound,
        Self::Zip,
        Self::Parquet,
        Self::Arrow,
        Self::Avro,
        Self::Hdf,
        Self::RData,
        Self::Stata,
        Self::Spss,
        Self::Sas,
        Self::Sqlite,
        Self::Access,
        Self::Shapefile,
        Self::Pdf,
        Self::Png,
        Self::Jpeg,
        Self::Picture,
        Self::Recording,
        Self::RichText,
        Self::WikiText,
        Self::Calendar,
        Self::Gzip,
        Self::Packed,
        Self::Program,
        Self::Binary,
    ];
}

/// What the first bytes of a file say. `None` if they say nothing: it is text or binary.
#[must_use]
pub fn by_first_bytes(bytes: &[u8]) -> Option<FileSort> {
    /// First bytes, as the makers of each form state them.
    const MARKS: [(&[u8], FileSort); 48] = [
        (b"PK\x03\x04", FileSort::Zip),
        (b"PK\x05\x06", FileSort::Zip),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileSort::Compound),
        (b"\x09\x00\x04\x00", FileSort::OldSpreadsheet),
        (b"\x09\x02\x06\x00", FileSort::OldSpreadsheet),
        (b"\x09\x04\x06\x00", FileSort::OldSpreadsheet),
        (b"\x00\x00\x02\x00\x06\x04\x06\x00", FileSort::OldSpreadsheet),
        (b"\x00\x00\x1A\x00\x00\x10\x04\x00", FileSort::OldSpreadsheet),
        (b"PAR1", FileSort::Parquet),
        (b"PARE", FileSort::Parquet),
        (b"ARROW1", FileSort::Arrow),
        (b"FEA1", FileSort::Arrow),
        (b"Obj\x01", FileSort::Avro),
        (b"\x89HDF\r\n\x1A\n", FileSort::Hdf),
        (b"CDF\x01", FileSort::Hdf),
        (b"CDF\x02", FileSort::Hdf),
        (b"RDX2\n", FileSort::RData),
        (b"RDX3\n", FileSort::RData),
        (b"RDA2\n", FileSort::RData),
        (b"RDA3\n", FileSort::RData),
        (b"X\n\x00\x00\x00", FileSort::RData),
        (b"A\n2\n", FileSort::RData),
        (b"A\n3\n", FileSort::RData),
        (b"<stata_dta>", FileSort::Stata),
        (b"$FL2", FileSort::Spss),
        (b"$FL3", FileSort::Spss),
        (b"SQLite format 3\x00", FileSort::Sqlite),
        (b"\x00\x01\x00\x00Standard ", FileSort::Access),
        (b"\x00\x00\x27\x0A\x00\x00\x00\x00", FileSort::Shapefile),
        (b"%PDF-", FileSort::Pdf),
        (b"\x89PNG\r\n\x1A\n", FileSort::Png),
        (b"\xFF\xD8\xFF", FileSort::Jpeg),
        (b"GIF8", FileSort::Picture),
        (b"II*\x00", FileSort::Picture),
        (b"MM\x00*", FileSort::Picture),
        (b"OggS", FileSort::Recording),
        (b"ID3", FileSort::Recording),
        (b"fLaC", FileSort::Recording),
        (b"{\\rtf", FileSort::RichText),
        (b"{|", FileSort::WikiText),
        (b"BEGIN:VCALENDAR", FileSort::Calendar),
        (b"\x1F\x8B\x08", FileSort::Gzip),
        (b"BZh", FileSort::Packed),
        (b"\xFD7zXZ\x00", FileSort::Packed),
        (b"7z\xBC\xAF\x27\x1C", FileSort::Packed),
        (b"Rar!\x1A\x07", FileSort::Packed),
        (b"\x28\xB5\x2F\xFD", FileSort::Packed),
        (b"\x7FELF", FileSort::Program),
    ];
    let marked = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, sort)| *sort);
    marked.filter(|sort| is_borne_out(*sort, bytes)).or_else(|| by_more_bytes(bytes))
}

/// Whether the rest of the head bears out a mark that a text may begin with too.
fn is_borne_out(sort: FileSort, bytes: &[u8]) -> bool {
    let is_text = bytes.len() >= 12
        && !bytes[..bytes.len().min(4096)].contains(&0)
        && bytes[..bytes.len().min(64)].is_ascii();
    let may_begin_text = matches!(sort, FileSort::Recording | FileSort::Packed | FileSort::Picture);
    !(may_begin_text && is_text)
}

/// Marks that do not stand at the start, or are too short to trust alone.
fn by_more_bytes(bytes: &[u8]) -> Option<FileSort> {
    let has_zero = bytes[..bytes.len().min(4096)].contains(&0);
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Some(FileSort::Picture),
        [b'R', b'I', b'F', b'F', ..] | [_, _, _, _, b'f', b't', b'y', b'p', ..] if has_zero => {
            Some(FileSort::Recording)
        }
        [b'M', b'Z', ..] if has_zero => Some(FileSort::Program),
        [0xCF, 0xFA, 0xED, 0xFE, ..] | [0xCA, 0xFE, 0xBA, 0xBE, ..] => Some(FileSort::Program),
        // Stata 8 to 12: the version, the order of bytes, the type of file, and a zero.
        [0x71..=0x73, 1 | 2, 1, 0, ..] => Some(FileSort::Stata),
        _ if bytes.get(32..).is_some_and(|rest| rest.starts_with(b"SAS FILE")) || is_sas(bytes) => {
            Some(FileSort::Sas)
        }
        _ => None,
    }
}

/// The mark of SAS stands in its first 32 bytes, after twelve zeros.
fn is_sas(bytes: &[u8]) -> bool {
    const MARK: [u8; 20] = [
        0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 8, 0, 9, 0xC7, 0x31, 0x8C, 0x18, 0x1F,
        0x10, 0x11,
    ];
    bytes.get(12..32) == Some(&MARK[..])
}

/// The forms of text that are read, each by a reader of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// Lines of cells, or prose.
    Plain,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A web page.
    Html,
}

impl TextForm {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Json, Self::Xml, Self::Html];

    /// The sort of file that a text of this form is.
    #[must_use]
    pub const fn sort(self) -> FileSort {
        match self {
            Self::Plain => FileSort::Text,
            Self::Json => FileSort::Json,
            Self::Xml => FileSort::Xml,
            Self::Html => FileSort::Html,
        }
    }
}

/// Which form a text has. `None` if it is no text, since other letters than those of texts abound in it.
#[must_use]
pub fn form(text: &str) -> Option<TextForm> {
    /// How much of a text is looked at.
    const HEAD: usize = 1 << 14;
    let start = text.trim_start();
    let head = &start[..start.floor_char_boundary(HEAD)];
    let is_odd =
        |letter: &char| matches!(letter, '\u{FFFD}' | '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}');
    let letters = head.chars().count();
    if head.chars().filter(is_odd).count() * 10 > letters {
        return None;
    }
    let lower = head[..head.floor_char_boundary(1024)].to_ascii_lowercase();
    let after = |at: usize| head.as_bytes().get(at).copied().unwrap_or(0);
    let is_xml = lower.starts_with("<?xml");
    Some(match head.as_bytes().first() {
        Some(b'{') => TextForm::Json,
        // A bracket alone may begin a note of a text table.
        Some(b'[')
            if head[1..].trim_start().starts_with(['{', '[', ']', '"', '-'])
                || head[1..].trim_start().starts_with(|letter: char| letter.is_ascii_digit()) =>
        {
            TextForm::Json
        }
        Some(b'<') if is_xml && has_tag(&lower, &["html"]) => TextForm::Html,
        Some(b'<') if !is_xml && has_tag(&lower, &PAGE_TAGS) => TextForm::Html,
        Some(b'<') if after(1).is_ascii_alphabetic() || matches!(after(1), b'?' | b'!') => TextForm::Xml,
        // What Windows puts on the clipboard.
        _ if lower.starts_with("version:") && lower.contains("starthtml:") => TextForm::Html,
        _ => TextForm::Plain,
    })
}

/// Tags by which a web page, or a piece of one, is told from other XML.
const PAGE_TAGS: [&str; 9] =
    ["!doctype html", "html", "table", "div", "body", "meta", "tr", "tbody", "!--startfragment"];

fn has_tag(text: &str, tags: &[&str]) -> bool {
    let begins = |rest: &str, tag: &str| {
        let after = rest.strip_prefix(tag);
        after.is_some_and(|after| {
            !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_')
        })
    };
    text.match_indices('<').any(|(at, _)| tags.iter().any(|tag| begins(&text[at + 1..], tag)))
}
