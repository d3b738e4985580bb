//! Files that are no tables, are damaged, or are made to do harm: each is named, none takes long or much
//! memory.

use crate::draws::draws;
use crate::sources::{PARQUET, compound, xls, xlsx, zip};
use proptest::prelude::*;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::time::{Duration, Instant};
use summitry::import::source::bytes::{Streams, of_file, of_stream};
use summitry::import::source::refused::{FileRefused, SURE_UNPACKED, Unread};
use summitry::import::source::sort::FileSort;
use summitry::import::source::stated::Stated;
use summitry::import::source::{SourceKind, TableFile, read};
use summitry::words::message::{Message, Word};
use summitry::words::{say, word};

fn of(bytes: impl AsRef<[u8]>) -> Result<TableFile, FileRefused> {
    read(bytes.as_ref().to_vec(), &Stated::default())
}

fn refused(bytes: impl AsRef<[u8]>) -> FileRefused {
    of(bytes).expect_err("it is no table")
}

#[test]
fn files_of_other_sorts_are_named() {
    let sas = [
        &[0; 12][..],
        &[
            0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92, 8, 0, 9, 0xC7, 0x31, 0x8C, 0x18,
            0x1F, 0x10, 0x11,
        ],
        &[0; 40],
    ]
    .concat();
    for (bytes, sort) in [
        (&b"PARE\x15\x04\x15\x00"[..], FileSort::Parquet),
        (b"RDX3\nX\n\x00\x00", FileSort::RData),
        (b"\x1F\x8B\x08\x00\x00\x00\x00\x00", FileSort::Gzip),
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", FileSort::Pdf),
        (b"\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR", FileSort::Png),
        (b"\xFF\xD8\xFF\xE0\x00\x10JFIF", FileSort::Jpeg),
        (b"SQLite format 3\x00\x10\x00", FileSort::Sqlite),
        (b"<stata_dta><header>", FileSort::Stata),
        (b"\x72\x02\x01\x00\x05\x00", FileSort::Stata),
        (b"$FL2@(#) SPSS DATA FILE", FileSort::Spss),
        (&sas, FileSort::Sas),
        (b"\x7FELF\x02\x01\x01\x00", FileSort::Program),
        (b"MZ\x90\x00\x03\x00\x00\x00", FileSort::Program),
        (b"7z\xBC\xAF\x27\x1C\x00\x04", FileSort::Packed),
        (b"ARROW1\x00\x00", FileSort::Arrow),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", FileSort::OldSpreadsheet),
        (b"{\\rtf1\\ansi", FileSort::RichText),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00", FileSort::Recording),
        (b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10\x11\x12", FileSort::Binary),
    ] {
        assert_eq!(refused(bytes), FileRefused::Other(sort), "{sort:?}");
    }
    assert_eq!(
        say(Message::FileRefused(&FileRefused::Other(FileSort::Parquet))),
        "is a Parquet file, which holds no table that can be read. Export its table as CSV"
    );
}

#[test]
fn files_within_others_are_named() {
    for (name, sort) in [
        ("word/document.xml", FileSort::Word),
        ("ppt/presentation.xml", FileSort::Slides),
        ("xl/workbook.bin", FileSort::Xlsb),
        ("Index/Document.iwa", FileSort::Numbers),
    ] {
        assert_eq!(refused(zip(&[(name, b"x")])), FileRefused::Other(sort));
    }
    let text = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]);
    assert_eq!(refused(text), FileRefused::Other(FileSort::OpenDocumentText));
    assert_eq!(refused(compound("WordDocument", &[])), FileRefused::Other(FileSort::Word));
    assert_eq!(
        refused(compound("EncryptedPackage", &[])),
        FileRefused::Other(FileSort::EncryptedSpreadsheet)
    );
    assert_eq!(
        refused(zip(&[("inner.zip", &zip(&[("a.csv", b"a,b\n1,2\n")]))])),
        FileRefused::Other(FileSort::Zip)
    );
    assert_eq!(refused(zip(&[])), FileRefused::NoTable(FileSort::Zip));
}

#[test]
fn every_sort_of_file_and_every_kind_of_table_has_its_words() {
    for sort in FileSort::ALL {
        assert!(!word(Word::FileSort(sort)).is_empty());
        assert!(!say(Message::FileRefused(&FileRefused::Other(sort))).ends_with('.'));
    }
    for kind in SourceKind::ALL {
        assert!(!word(Word::SourceKind(kind)).is_empty());
    }
}

#[test]
fn an_empty_file_is_told() {
    for empty in ["", " \n\n", "\u{FEFF}"] {
        assert_eq!(refused(empty), FileRefused::Empty);
    }
    assert_eq!(refused("[]"), FileRefused::NoTable(FileSort::Json));
    assert_eq!(refused("<a/>"), FileRefused::NoTable(FileSort::Xml));
    assert_eq!(refused("<html><body><p>no table</p></body></html>"), FileRefused::NoTable(FileSort::Html));
}

#[test]
fn what_breaks_off_is_told_with_its_line() {
    assert_eq!(
        refused("[{\"a\": 1},\n{\"a\": "),
        FileRefused::Damaged { sort: FileSort::Json, line: Some(2) }
    );
    assert_eq!(
        refused("<a><b c=\"1\"/><b c=\"2\"/>"),
        FileRefused::Damaged { sort: FileSort::Xml, line: None }
    );
    let book = xlsx("", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    assert_eq!(refused(&book[..book.len() / 2]), FileRefused::Damaged { sort: FileSort::Zip, line: None });
    let broken = xlsx("", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><a><b>");
    assert_eq!(refused(broken), FileRefused::Damaged { sort: FileSort::Xlsx, line: None });
    let columns = PARQUET[0];
    assert_eq!(
        refused(&columns[..columns.len() - 9]),
        FileRefused::Damaged { sort: FileSort::Parquet, line: None }
    );
    let old = xls();
    assert!(of(&old[..1500]).is_err());
}

#[test]
fn a_bomb_of_a_zip_file_is_refused_before_it_is_unpacked() {
    let zeros = vec![b' '; SURE_UNPACKED as usize + 1];
    let bomb = zip(&[("a.csv", &zeros)]);
    assert!(bomb.len() < 100_000);
    let start = Instant::now();
    assert_eq!(refused(&bomb), FileRefused::TooLarge { most: SURE_UNPACKED });
    assert!(start.elapsed() < Duration::from_millis(100));
    assert!(
        say(Message::FileRefused(&FileRefused::TooLarge { most: SURE_UNPACKED })).contains("At most 32 MiB")
    );
}

#[test]
fn repetitions_within_a_spreadsheet_are_bounded() {
    // A text of a million letters in a million rows.
    let text = "x".repeat(1_000_000);
    let content = format!(
        "<d><table name=\"T\"><table-row number-rows-repeated=\"1048576\"><table-cell number-columns-repeated=\"16384\"><p>{text}</p></table-cell></table-row></table></d>"
    );
    let mime: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    assert!(matches!(
        refused(zip(&[("mimetype", mime), ("content.xml", content.as_bytes())])),
        FileRefused::TooLarge { .. }
    ));
    let small = content.replace(&text, "x");
    assert!(matches!(
        refused(zip(&[("mimetype", mime), ("content.xml", small.as_bytes())])),
        FileRefused::TooLarge { .. }
    ));
    let last = "<c r=\"XFD1\"><v>1</v></c>";
    let rows = format!("<row>{last}</row>").repeat(20_000);
    // Empty columns cost nothing where no row fills them, and are counted where they are.
    assert!(matches!(of(xlsx("", &rows)), Err(FileRefused::TooLarge { .. })));
}

#[test]
fn deep_files_are_refused() {
    assert_eq!(refused("[".repeat(100_000)), FileRefused::TooDeep);
    assert_eq!(refused(format!("[{{\"a\":{}", "[".repeat(100_000))), FileRefused::TooDeep);
    assert_eq!(refused("{\"a\":".repeat(100_000)), FileRefused::TooDeep);
    assert_eq!(refused(format!("<a>{}", "<b>".repeat(100_000))), FileRefused::TooDeep);
    assert!(of("<table><tr><td>".repeat(50_000)).is_err());
}

#[test]
fn a_million_columns_are_refused_with_their_number() {
    let wide = "a,".repeat(1_000_000);
    assert_eq!(refused(format!("{wide}\n{wide}\n")), FileRefused::TooManyColumns(1_000_001));
    assert_eq!(refused("x".repeat(2 << 20)), FileRefused::LineTooLong);
    let keys: Vec<String> = (0..20_000).map(|key| format!("\"k{key}\":1")).collect();
    assert_eq!(refused(format!("[{{{}}}]", keys.join(","))), FileRefused::TooManyColumns(16_385));
    assert_eq!(
        say(Message::FileRefused(&FileRefused::TooManyColumns(1_000_001))),
        "has 1,000,001 columns. A table has at most 16,384"
    );
}

/// Texts of half a megabyte that make a careless reader slow.
fn slow() -> Vec<String> {
    let half = 1 << 19;
    let repeated = |part: &str| part.repeat(half / part.len());
    vec![
        repeated("\"a\n"),
        repeated("\"\n"),
        repeated("a,\"b\n"),
        format!("a,b\n{}", repeated("\"\"\"")),
        repeated("<a \""),
        format!("<table>{}", repeated("<td rowspan=9999>")),
        format!("<table>{}", repeated("<tr><td rowspan=0>x")),
        format!("<table><tr><td>{}", repeated("[")),
        format!("<div {}>", repeated("a=")),
        repeated("<span style=display:none>"),
        format!("<a>{}</a>", repeated("<b/>")),
        format!("<a>{}</a>", (0..40_000).map(|n| format!("<b{n}>x</b{n}>")).collect::<Vec<_>>().concat()),
        format!("<a {}/>", repeated("b='c' ")),
        format!("[{}1]", repeated("1,")),
        format!("[[{}1]]", repeated("1,")),
        format!("[{{\"a\":[{}{{}}]}}]", repeated("{},")),
        format!("[{{\"t\":\"{}\",\"a\":[{}{{\"b\":1}}]}}]", "x".repeat(half / 2), repeated("{\"b\":1},")),
        repeated("{\"a\":1}\n"),
        repeated("{\"a\n"),
        repeated("&amp;"),
        repeated(",,,,\n"),
        repeated("# x\n"),
    ]
}

#[test]
fn no_text_makes_a_reader_slow() {
    for text in slow() {
        let start = Instant::now();
        let _ = of(&text);
        // Without optimisation, and beside other work.
        assert!(start.elapsed() < Duration::from_secs(12), "{:?} took {:?}", &text[..40], start.elapsed());
    }
}

#[test]
fn folders_devices_and_endless_streams_are_refused() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    assert_eq!(of_file(folder.path(), Streams::Refused), Err(FileRefused::Folder));
    assert_eq!(
        of_file(&folder.path().join("none.csv"), Streams::Read),
        Err(FileRefused::Unreadable(Unread::NoFile))
    );
    if cfg!(unix) {
        assert_eq!(of_file(Path::new("/dev/zero"), Streams::Refused), Err(FileRefused::Device));
    }
    assert_eq!(of_stream(io::repeat(0), 1000), Err(FileRefused::TooLong { most: 1000 }));
    let path = folder.path().join("trips.csv");
    fs::write(&path, "a,b\n").expect("the folder can be written");
    assert_eq!(of_file(&path, Streams::Refused), Ok(b"a,b\n".to_vec()));
}

/// A stream that fails in its middle.
struct Failing(usize);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(1).ok_or_else(|| io::Error::other("the line was cut"))?;
        buffer[0] = b'x';
        Ok(1)
    }
}

#[test]
fn a_stream_that_fails_is_told() {
    assert_eq!(
        of_stream(Failing(3), 1000),
        Err(FileRefused::Unreadable(Unread::Other("the line was cut".to_owned())))
    );
}

fn fixtures() -> Vec<Vec<u8>> {
    let mime: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = "<d><table name=\"T\"><table-row><table-cell number-rows-spanned=\"2\"><p>a</p></table-cell><table-cell value-type=\"date\" date-value=\"2024-07-03\"/></table-row></table></d>";
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" s=\"1\"><v>45476.5</v></c></row>";
    vec![
        xls(),
        xlsx("<workbookPr date1904=\"1\"/>", cells),
        zip(&[("mimetype", mime), ("content.xml", ods.as_bytes())]),
        zip(&[("a.csv", b"a;b\n1;\"2\"\n")]),
        b"a,b\n\"1\n2\",3\n".to_vec(),
        "\u{FEFF}дата;город\n1;2\n".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        b"[{\"a\":[{\"b\":1},{\"b\":[1,2]}],\"c\":{\"d\":null}}]".to_vec(),
        b"{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}"
            .to_vec(),
        b"<a><b c=\"1\">x&amp;<d/></b><b>y</b></a>".to_vec(),
        b"<table><tr><td rowspan=2 colspan=\"3\">a[1]<td>b</table>".to_vec(),
        PARQUET[0].to_vec(),
        PARQUET[1].to_vec(),
        PARQUET[2].to_vec(),
    ]
}

proptest! {
    #![proptest_config(draws(600))]

    #[test]
    fn no_bytes_make_a_reader_panic(
        which in 0_usize..13,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..4), 1..8),
    ) {
        let mut bytes = fixtures().swap_remove(which);
        for (place, byte, change) in changes {
            let at = place.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes[at] ^= 1 << (byte % 8),
                2 => { bytes.insert(at, byte); }
                _ if bytes.len() > 16 => { bytes.remove(at); }
                _ => {}
            }
        }
        let _ = of(&bytes);
        bytes.truncate(bytes.len() / 2);
        let _ = of(&bytes);
    }

    #[test]
    fn any_text_of_marks_is_borne(text in "(<|>|\"|'|\\[|\\]|\\{|\\}|,|:|table|td|tr|&|;|a|=|/|1|\n| ){0,80}", start in 0_usize..5) {
        let start = ["<table>", "<a>", "{\"a\":", "[", ""][start];
        let _ = of(format!("{start}{text}"));
    }
}
