//! Files become tables of cells: each form of file on a small one made here.

use crate::draws::draws;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write as _};
use summitry::import::csv::record::{Fault, Records};
use summitry::import::encoding::{self, Encoding};
use summitry::import::sheet::{CountedBy, Grid, Room, Row, RowFault, Sheet};
use summitry::import::source::refused::FileRefused;
use summitry::import::source::stated::{HeadingRow, Stated};
use summitry::import::source::{SourceKind, TableFile, delimited, gdelt, read};
use summitry::words::message::Message;
use summitry::words::say;

fn is_known(text: &str) -> bool {
    ["date", "city", "country", "leader", "who", "where"].contains(&text.to_lowercase().as_str())
}

fn file(bytes: impl AsRef<[u8]>) -> TableFile {
    let stated = Stated { known: &is_known, ..Stated::default() };
    read(bytes.as_ref().to_vec(), &stated).expect("the file has a table")
}

fn sheet(bytes: impl AsRef<[u8]>) -> Sheet {
    let mut file = file(bytes);
    file.sheets.swap_remove(file.best)
}

fn rows(sheet: &Sheet) -> Vec<Vec<String>> {
    (0..sheet.len()).map(|row| sheet.cells(row).map(str::to_owned).collect()).collect()
}

fn all(grid: &Grid) -> Vec<Vec<&str>> {
    grid.rows().map(|row| row.cells().collect()).collect()
}

pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(*name, options).expect("memory takes everything");
        writer.write_all(bytes).expect("memory takes everything");
    }
    writer.finish().expect("memory takes everything").into_inner()
}

#[test]
fn each_delimiter_is_found() {
    for (delimiter, text) in [
        (b',', "Date,City,Leader\n2024-07-03,Astana,\"Xi, Jinping\"\n2024-07-04,Minsk,\n"),
        (b'\t', "Date\tCity\tLeader\n2024-07-03\tAstana, Kazakhstan\tXi\n2024-07-04\tMinsk\tPutin\n"),
        (b';', "Date;City;Leader\n2024-07-03;Astana;\"Xi; Jinping\"\n3,5;4,5;1,5\n"),
        (b'|', "Date|City|Leader\n2024-07-03|Astana|Xi\n2024-07-04|Minsk, Belarus|Putin, Lukashenko\n"),
    ] {
        let file = file(text);
        assert_eq!((file.kind, file.delimiter), (SourceKind::Delimited, Some(delimiter)), "{text}");
        assert_eq!(file.sheets[0].headings, ["Date", "City", "Leader"]);
        assert_eq!(file.sheets[0].len(), 2);
    }
}

#[test]
fn a_line_that_states_the_delimiter_is_followed_and_no_row() {
    let sheet = sheet("sep=;\r\nDate;City\r\n2024-07-03;Astana,Minsk,Kyiv\r\n");
    assert_eq!(sheet.headings, ["Date", "City"]);
    assert_eq!((sheet.heading_line, sheet.grid.row(1).line()), (Some(2), 3));
    assert_eq!(rows(&sheet), [["2024-07-03", "Astana,Minsk,Kyiv"]]);
    let stated = Stated { delimiter: Some(b','), ..Stated::default() };
    let by_hand = read(b"a;b,c\n1;2,3\n".to_vec(), &stated).expect("it has a table");
    assert_eq!(
        (by_hand.delimiter, &by_hand.sheets[0].headings[..]),
        (Some(b','), &["a;b".to_owned(), "c".to_owned()][..])
    );
}

#[test]
fn quotes_line_ends_and_ragged_rows_are_read_as_they_stand() {
    let text =
        "Date,City,Note\r\n2024,\"Asta\"\"na\",\"two\r\nlines\"\r\n2025,Minsk\r\n\r\n2026,Kyiv,x,more\r\n";
    let sheet = sheet(text);
    assert_eq!(
        rows(&sheet),
        [["2024", "Asta\"na", "two\nlines", ""], ["2025", "Minsk", "", ""], ["2026", "Kyiv", "x", "more"]]
    );
    assert_eq!(sheet.headings, ["Date", "City", "Note", "Column 4"]);
    let lines: Vec<(u64, u64, usize)> =
        sheet.rows().map(|row| (row.line(), row.last_line(), row.count())).collect();
    assert_eq!(lines, [(2, 3, 3), (4, 4, 2), (6, 6, 4)]);
    assert_eq!((sheet.cell(1, 2), sheet.cell(9, 0), sheet.cell(0, 9)), ("", "", ""));
}

#[test]
fn faults_of_quotes_name_their_line_and_swallow_no_row() {
    let stray = sheet("city,title,note\nParis,\"Talks,x\nBerlin,\"Summit\",y\nRome,Dinner,z\n");
    assert_eq!(stray.len(), 3);
    assert_eq!(stray.rows().next().and_then(Row::fault), Some(RowFault::Form(Fault::StrayQuote(3))));
    let open = sheet("city,title\nParis,\"Talks\nRome,Dinner\n");
    assert_eq!(
        (open.len(), open.rows().next().and_then(Row::fault)),
        (2, Some(RowFault::Form(Fault::OpenQuote)))
    );
    let after = sheet("city,title\nParis,\"Talks\" on gas\n");
    assert_eq!(after.rows().next().and_then(Row::fault), Some(RowFault::Form(Fault::TextAfterQuote(1))));
    assert_eq!(after.cell(0, 1), "Talks on gas");
    let long = format!("city,title\nParis,{}\nRome,Dinner\n", "x".repeat(2 << 20));
    let long = sheet(long);
    assert_eq!((long.len(), long.cell(0, 0), long.cell(1, 0)), (2, "", "Rome"));
    assert_eq!(long.rows().next().and_then(Row::fault), Some(RowFault::Form(Fault::TooLong)));
    assert!(say(Message::Wrong(&Fault::StrayQuote(3).into())).contains("in line 3"));
}

#[test]
fn title_rows_comments_and_notes_stand_apart_from_the_table() {
    let text = "# exported in 2025\nTrips of the minister,,\n,,\nWho,Where,Topic\nA,Paris,gas\nB,Rome,grain\nC,Oslo,fish\n\n\
                Source: the ministry,,\n* planned,,\n";
    let sheet = sheet(text);
    assert_eq!(sheet.headings, ["Who", "Where", "Topic"]);
    assert_eq!(sheet.before, ["# exported in 2025", "Trips of the minister"]);
    assert_eq!(sheet.after, ["Source: the ministry", "* planned"]);
    assert_eq!((sheet.len(), sheet.heading_line), (3, Some(4)));
}

#[test]
fn a_row_that_only_lacks_cells_is_no_note() {
    let sheet = self::sheet("Who,Where,Topic\nA,Paris,gas\nB,Rome,grain\nC,,\n");
    assert_eq!((sheet.len(), sheet.after.len()), (3, 0));
}

#[test]
fn headings_are_found_by_their_shape_in_any_language() {
    let sheet = sheet("Отчёт,,\nдата,город,кто\n2024-07-03,Астана,Си\n2024-07-04,Минск,Путин\n");
    assert_eq!(sheet.headings, ["дата", "город", "кто"]);
    let years = self::sheet("State,2019,2020,2021\nFrance,3,4,5\nItaly,1,2,0\n");
    assert_eq!(years.headings, ["State", "2019", "2020", "2021"]);
}

#[test]
fn a_table_without_headings_gets_them_made() {
    let dated = sheet("2024-07-03,Paris,Macron\n2024-07-04,Rome,Meloni\n2024-07-05,Oslo,Støre\n");
    assert_eq!(
        (&dated.headings[..], dated.heading_line),
        (&["Column 1", "Column 2", "Column 3"].map(str::to_owned)[..], None)
    );
    assert_eq!(dated.len(), 3);
    let repeated = sheet("Macron,France,Paris\nMacron,Italy,Rome\nMacron,France,Paris\n");
    assert_eq!((repeated.heading_line, repeated.len()), (None, 3));
}

#[test]
fn where_the_headings_stand_can_be_stated() {
    let text = b"a,b\nc,d\ne,f\n";
    let with = |headings| {
        let stated = Stated { headings: Some(headings), ..Stated::default() };
        read(text.to_vec(), &stated).expect("it has a table").sheets.remove(0)
    };
    let second = with(HeadingRow::Line(2));
    assert_eq!(
        (&second.headings[..], &second.before[..], second.len()),
        (&["c".to_owned(), "d".to_owned()][..], &["a b".to_owned()][..], 1)
    );
    let none = with(HeadingRow::None);
    assert_eq!((none.heading_line, none.len()), (None, 3));
}

#[test]
fn tables_of_gdelt_get_the_names_of_its_codebook() {
    for (columns, last) in [(61, "SOURCEURL"), (58, "SOURCEURL"), (57, "DATEADDED")] {
        let mut cells = vec!["x"; columns];
        cells[..4].copy_from_slice(&["1234567", "20240703", "202407", "2024"]);
        let line = cells.join("\t");
        let sheet = sheet(format!("{line}\n{line}\n"));
        assert_eq!((sheet.width(), sheet.len(), sheet.headings[columns - 1].as_str()), (columns, 2, last));
        assert_eq!((sheet.headings[6].as_str(), sheet.headings[26].as_str()), ("Actor1Name", "EventCode"));
        assert!(gdelt::headings(sheet.grid.row(0)).is_some());
    }
}

#[test]
fn the_encoding_of_the_whole_file_is_found_and_can_be_stated() {
    let russian = "дата,город,кто\n2024-07-03,Москва,Владимир Путин и другие лица\n2024-07-04,Минск,Александр Лукашенко\n";
    let french =
        "date,ville,qui\n2024-07-03,Genève,Président élu à l’unanimité\n2024-07-04,Besançon,Général Müller\n";
    let wide = |text: &str, to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let mut mac = french
        .replace('’', "'")
        .replace('é', "\u{1}")
        .replace('è', "\u{2}")
        .replace('à', "\u{3}")
        .replace('ç', "\u{4}")
        .replace('ü', "\u{5}")
        .into_bytes();
    for byte in &mut mac {
        *byte = match *byte {
            1 => 0x8E,
            2 => 0x8F,
            3 => 0x88,
            4 => 0x8D,
            5 => 0x9F,
            other => other,
        };
    }
    let table = |table: &'static encoding_rs::Encoding, text: &'static str| table.encode(text).0.into_owned();
    for (bytes, found) in [
        (russian.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xEF\xBB\xBF", russian.as_bytes()].concat(), Encoding::Utf8),
        ([vec![0xFF, 0xFE], wide(russian, u16::to_le_bytes)].concat(), Encoding::Utf16Le),
        ([vec![0xFE, 0xFF], wide(russian, u16::to_be_bytes)].concat(), Encoding::Utf16Be),
        (wide(russian, u16::to_le_bytes), Encoding::Utf16Le),
        (wide(french, u16::to_be_bytes), Encoding::Utf16Be),
        (table(encoding_rs::WINDOWS_1251, russian), Encoding::Windows1251),
        (table(encoding_rs::WINDOWS_1252, french), Encoding::Windows1252),
        (mac, Encoding::MacRoman),
    ] {
        let file = file(&bytes);
        let read = file.text.expect("it is text");
        assert_eq!(read.encoding, found);
        let cell = file.sheets[0].cell(0, 1);
        assert!(["Москва", "Genève"].contains(&cell), "{cell}");
        assert_eq!(file.sheets[0].len(), 2);
    }
    let stated = encoding::text(vec![0xC0, 0xE1], Some(Encoding::Windows1251));
    assert_eq!((stated.text.as_str(), stated.read.is_guess), ("Аб", false));
}

#[test]
fn every_encoding_has_a_name_by_which_it_is_found() {
    for encoding in Encoding::ALL {
        assert_eq!(Encoding::named(encoding.name()), Some(encoding));
    }
    for (name, encoding) in [
        ("latin-1", Encoding::Windows1252),
        ("cp1251", Encoding::Windows1251),
        ("MacRoman", Encoding::MacRoman),
        ("UTF-16", Encoding::Utf16Le),
    ] {
        assert_eq!(Encoding::named(name), Some(encoding));
    }
    assert_eq!(Encoding::named("klingon"), None);
}

#[test]
fn what_cannot_be_read_as_text_is_counted() {
    let nul = file("date,city\n2024,Par\0is\0\n");
    assert_eq!((nul.sheets[0].cell(0, 1), nul.text.expect("text").nuls), ("Paris", 2));
    let mut bytes =
        "date,city\n2024,Zürich Genève Besançon Malmö Århus Köln Łódź Şanlıurfa\n".as_bytes().to_vec();
    bytes.extend(b"2025,\xFF\n");
    let read = file(&bytes).text.expect("text");
    assert_eq!((read.encoding, read.unread), (Encoding::Utf8, 1));
    assert_eq!(
        say(Message::ReadAs(read)),
        "it was read as Unicode (UTF-8); 1 letter could not be read and is shown as �"
    );
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let cover = book.add_worksheet();
    cover.set_name("Cover").expect("a name");
    cover.write(1, 1, "Trips of the minister").expect("a cell");
    cover.write(3, 1, "made by the ministry").expect("a cell");
    let trips = book.add_worksheet();
    trips.set_name("Trips").expect("a name");
    for (column, name) in ["Date", "City", "Days", "Sum", "Time"].into_iter().enumerate() {
        trips.write(1, column as u16 + 1, name).expect("a cell");
    }
    let date = |year, month, day| ExcelDateTime::from_ymd(year, month, day).expect("a day");
    let time = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let month = Format::new().set_num_format("mmm yyyy");
    for row in 0..3_u32 {
        trips.write_with_format(row + 2, 1, date(2024, 7, 3 + row as u8), &day).expect("a cell");
        trips.write(row + 2, 3, 2.0).expect("a cell");
        trips.write(row + 2, 4, Formula::new("=D3*2").set_result("4.5")).expect("a cell");
    }
    trips.merge_range(2, 2, 3, 2, "Astana", &Format::new()).expect("a cell");
    trips.write(4, 2, "Zürich & Genève").expect("a cell");
    let noon = date(2024, 7, 3).and_hms(12, 30, 0).expect("a time");
    trips.write_with_format(2, 5, &noon, &time).expect("a cell");
    trips.write_with_format(3, 5, date(2024, 7, 1), &month).expect("a cell");
    trips.write(4, 5, true).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_gives_every_sheet_and_offers_the_one_with_the_table() {
    let file = file(workbook());
    assert_eq!((file.kind, file.sheets.len(), file.best), (SourceKind::Xlsx, 2, 1));
    let trips = &file.sheets[1];
    assert_eq!((trips.name.as_str(), trips.count, trips.heading_line), ("Trips", CountedBy::Rows, Some(2)));
    assert_eq!(trips.headings, ["Date", "City", "Days", "Sum", "Time"]);
    let expected = [
        ["2024-07-03", "Astana", "2", "4.5", "2024-07-03 12:30"],
        ["2024-07-04", "Astana", "2", "4.5", "2024-07"],
        ["2024-07-05", "Zürich & Genève", "2", "4.5", "true"],
    ];
    assert_eq!(rows(trips), expected);
    let lines: Vec<u64> = trips.rows().map(Row::line).collect();
    assert_eq!(lines, [3, 4, 5]);
}

#[test]
fn a_sheet_can_be_asked_for_by_its_name() {
    let asked =
        |sheet| read(workbook(), &Stated { sheet: Some(sheet), ..Stated::default() }).map(|file| file.best);
    assert_eq!(asked("cover"), Ok(0));
    let refused = asked("Data").expect_err("there is none");
    assert_eq!(
        refused,
        FileRefused::NoSheet {
            stated: "Data".to_owned(),
            found: vec!["Cover".to_owned(), "Trips".to_owned()]
        }
    );
    assert_eq!(say(Message::FileRefused(&refused)), "has no sheet \"Data\". It has \"Cover\" and \"Trips\"");
}

/// A workbook whose only sheet has these rows in XML.
pub(crate) fn xlsx(book: &str, rows: &str) -> Vec<u8> {
    let sheet =
        format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>");
    let book =
        format!("<workbook>{book}<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    zip(&[
        ("_rels/.rels", relation("a", "officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("r1", "worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn days_are_counted_from_1900_or_1904_as_the_workbook_says() {
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Date</t></is></c><c r=\"B1\" t=\"str\"><v>City</v></c></row>\
                 <row r=\"2\"><c r=\"A2\" s=\"1\"><v>45476</v></c><c r=\"B2\" t=\"str\"><v>a_x000D_&#10;b</v></c></row>";
    assert_eq!(rows(&sheet(xlsx("", cells))), [["2024-07-03", "a\nb"]]);
    let mac = "<workbookPr date1904=\"1\"/>";
    assert_eq!(rows(&sheet(xlsx(mac, &cells.replace("45476", "44014"))))[0][0], "2024-07-03");
    assert_eq!(rows(&sheet(xlsx("", &cells.replace("45476", "59"))))[0][0], "1900-02-28");
    assert_eq!(rows(&sheet(xlsx("", &cells.replace("45476", "61"))))[0][0], "1900-03-01");
}

#[test]
fn a_formula_that_was_worked_out_to_no_text_is_an_empty_cell() {
    let cells = "<row r=\"1\"><c t=\"str\"><v>Date</v></c><c t=\"str\"><v>City</v></c><c t=\"str\"><v>Days</v></c></row>\
                 <row r=\"2\"><c s=\"1\"><v>45476</v></c><c t=\"str\"><f>IF(A1=\"\",\"\",A1)</f><v></v></c><c><f>A2+1</f><v></v></c></row>\
                 <row r=\"3\"><c s=\"1\"><v>45476</v></c><c t=\"str\"><f>B1</f><v>City</v></c><c><f>1+1</f><v>2</v></c></row>";
    assert_eq!(rows(&sheet(xlsx("", cells))), [["2024-07-03", "", "=A2+1"], ["2024-07-03", "City", "2"]]);
}

#[test]
fn a_sheet_that_lies_about_its_size_costs_nothing() {
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Date</v></c><c r=\"XFD1\" t=\"str\"><v>City</v></c></row>\
                 <row r=\"1048576\"><c r=\"A1048576\"><v>2024</v></c><c r=\"XFD1048576\" t=\"str\"><v>Astana</v></c></row>";
    let sheet = sheet(xlsx("", cells));
    assert_eq!((&sheet.headings[..], sheet.places[1]), (&["Date".to_owned(), "City".to_owned()][..], 16_383));
    assert_eq!(
        (rows(&sheet), sheet.rows().next().map(Row::line)),
        (vec![vec!["2024".to_owned(), "Astana".to_owned()]], Some(1_048_576))
    );
}

#[test]
fn an_opendocument_spreadsheet_is_read_with_its_dates_spans_and_repeated_cells() {
    let content = "<office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"Trips\"><table:table-row><table:table-cell><text:p>Date</text:p></table:table-cell>\
        <table:table-cell><text:p>City</text:p></table:table-cell><table:table-cell><text:p>Days</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-03\"><text:p>3. Juli</text:p></table:table-cell>\
        <table:table-cell table:number-rows-spanned=\"2\"><text:p>Asta<text:span>na</text:span></text:p><text:p>Nur</text:p>\
        <office:annotation><text:p>a remark</text:p></office:annotation></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"2.0\"><text:p>2,00</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2024-07-04T09:30:00\"/>\
        <table:covered-table-cell/><table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        </table:table></office:spreadsheet></office:body></office:document-content>";
    let bytes = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    let file = file(&bytes);
    assert_eq!((file.kind, file.sheets[0].name.as_str()), (SourceKind::Ods, "Trips"));
    assert_eq!(
        rows(&file.sheets[0]),
        [["2024-07-03", "Astana\nNur", "2"], ["2024-07-04 09:30", "Astana\nNur", ""]]
    );
}

/// A compound file with one stream, as old workbooks are.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let mut head = vec![0_u8; 512];
    head[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| head[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes());
    put(48, &1_u32.to_le_bytes());
    put(56, &4096_u32.to_le_bytes());
    put(60, &0xFFFF_FFFE_u32.to_le_bytes());
    put(68, &0xFFFF_FFFE_u32.to_le_bytes());
    put(76, &[0xFF; 436]);
    put(76, &0_u32.to_le_bytes());
    let mut table = vec![0xFFFF_FFFD_u32, 0xFFFF_FFFE];
    table.extend(
        (0..sectors as u32).map(|place| if place + 1 == sectors as u32 { 0xFFFF_FFFE } else { place + 3 }),
    );
    table.resize(128, 0xFFFF_FFFF);
    let entry = |name: &str, kind: u8, start: u32, length: u32| {
        let mut entry = vec![0_u8; 128];
        for (place, unit) in name.encode_utf16().enumerate() {
            entry[2 * place..2 * place + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = 2 * (name.len() as u8 + 1);
        entry[66] = kind;
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&length.to_le_bytes());
        entry
    };
    let mut folder =
        [entry("Root Entry", 5, 0xFFFF_FFFE, 0), entry(name, 2, 2, stream.len() as u32)].concat();
    folder.resize(512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [head, table, folder, stream].concat()
}

fn record(number: u16, bytes: &[u8]) -> Vec<u8> {
    [&number.to_le_bytes()[..], &(bytes.len() as u16).to_le_bytes(), bytes].concat()
}

/// A workbook as Excel 97 wrote it: shared texts, of which one goes on in a second record, packed numbers, a
/// day, a merged cell.
pub(crate) fn xls() -> Vec<u8> {
    let begin = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let narrow = |text: &str| [&(text.len() as u16).to_le_bytes()[..], &[0], text.as_bytes()].concat();
    let wide: Vec<u8> = "Ас".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let rest: Vec<u8> = "тана".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let strings =
        [&[4, 0, 0, 0, 4, 0, 0, 0][..], &narrow("Date"), &narrow("City"), &narrow("Days"), &[6, 0, 1], &wide]
            .concat();
    let format = [&20_u16.to_le_bytes()[..], &[0; 18]].concat();
    let day = [&[0, 0, 14, 0][..], &[0; 16]].concat();
    let mut globals = [
        begin(5),
        record(0x00E0, &format),
        record(0x00E0, &day),
        record(0x00FC, &strings),
        record(0x003C, &[&[1][..], &rest].concat()),
    ]
    .concat();
    let sheet_record =
        |start: u32| record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 5, 0], b"Trips"].concat());
    let start = globals.len() + sheet_record(0).len() + record(0x000A, &[]).len();
    globals.extend(sheet_record(start as u32));
    globals.extend(record(0x000A, &[]));
    let place = |row: u16, column: u16, style: u16| {
        [row.to_le_bytes(), column.to_le_bytes(), style.to_le_bytes()].concat()
    };
    let label =
        |row, column, text: u32| record(0x00FD, &[&place(row, column, 0)[..], &text.to_le_bytes()].concat());
    let number = |row, column, style, value: f64| {
        record(0x0203, &[&place(row, column, style)[..], &value.to_le_bytes()].concat())
    };
    let packed = |row, column, whole: i32| {
        record(0x027E, &[&place(row, column, 0)[..], &((whole << 2) | 2).to_le_bytes()].concat())
    };
    let formula = record(0x0006, &[&place(2, 2, 0)[..], &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF], &[0; 8]].concat());
    let text = record(0x0207, &[&5_u16.to_le_bytes()[..], &[0], b"three"].concat());
    let merged = record(0x00E5, &[&1_u16.to_le_bytes()[..], &[1, 0, 2, 0, 1, 0, 1, 0]].concat());
    let cells = [
        label(0, 0, 0),
        label(0, 1, 1),
        label(0, 2, 2),
        number(1, 0, 1, 45476.0),
        label(1, 1, 3),
        packed(1, 2, 2),
    ];
    let more = [number(2, 0, 1, 45477.0), formula, text, merged, record(0x000A, &[])];
    let stream = [globals, begin(0x10), cells.concat(), more.concat()].concat();
    compound("Workbook", &stream)
}

#[test]
fn an_old_workbook_is_read() {
    let file = file(xls());
    assert_eq!((file.kind, file.sheets[0].name.as_str()), (SourceKind::Xls, "Trips"));
    assert_eq!(file.sheets[0].headings, ["Date", "City", "Days"]);
    assert_eq!(rows(&file.sheets[0]), [["2024-07-03", "Астана", "2"], ["2024-07-04", "Астана", "three"]]);
}

#[test]
fn json_records_are_rows_and_records_within_them_are_spread_out() {
    let text = r#"[{"name": "France", "visits": [{"from": "01/02/2015", "city": ["Paris", "Lyon"], "by": {"who": "A", "age": 61.0}},
                   {"from": "02/03/2016", "city": []}]}, {"name": "Fiji", "visits": [], "note": null, "big": true}]"#;
    let file = file(text);
    assert_eq!(file.kind, SourceKind::Json);
    let sheet = &file.sheets[0];
    assert_eq!(
        sheet.headings,
        ["name", "visits.from", "visits.city", "visits.by.who", "visits.by.age", "big"]
    );
    let expected = [
        ["France", "01/02/2015", "Paris; Lyon", "A", "61", ""],
        ["France", "02/03/2016", "", "", "", ""],
        ["Fiji", "", "", "", "", "true"],
    ];
    assert_eq!(rows(sheet), expected);
}

#[test]
fn lists_within_an_object_are_a_table_each() {
    let text = r#"{"title": "x", "data": {"nodes": [{"id": "a", "Latitude": 1.5}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}, "tags": ["p", "q"]}"#;
    let names: Vec<(String, usize)> =
        file(text).sheets.iter().map(|sheet| (sheet.name.clone(), sheet.len())).collect();
    assert_eq!(names, [("data.nodes".to_owned(), 2), ("data.links".to_owned(), 1)]);
    let keyed = sheet(r#"{"FRA": {"city": "Paris"}, "DEU": {"city": "Berlin"}}"#);
    assert_eq!(
        (&keyed.headings[..], rows(&keyed)),
        (
            &["key".to_owned(), "city".to_owned()][..],
            vec![vec!["FRA".to_owned(), "Paris".to_owned()], vec!["DEU".to_owned(), "Berlin".to_owned()]]
        )
    );
    let arrays = sheet(r#"[["Date", "City"], ["2024-07-03", "Astana"], ["2024-07-04", "Minsk"]]"#);
    assert_eq!((&arrays.headings[..], arrays.len()), (&["Date".to_owned(), "City".to_owned()][..], 2));
}

#[test]
fn a_line_of_json_is_a_row_and_a_broken_one_is_told() {
    let file = file("{\"city\": \"Paris\"}\n{\"city\": \"Rome\", \"who\": \"B\"}\n{\"city\": \n");
    assert_eq!(file.kind, SourceKind::JsonLines);
    let sheet = &file.sheets[0];
    assert_eq!(rows(sheet), [["Paris", ""], ["Rome", "B"], ["{\"city\":", ""]]);
    let faults: Vec<(u64, Option<RowFault>)> = sheet.rows().map(|row| (row.line(), row.fault())).collect();
    assert_eq!(faults, [(1, None), (2, None), (3, Some(RowFault::NotJson))]);
}

#[test]
fn points_and_lines_of_geojson_have_columns_of_degrees() {
    let text = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "Astana ", "date": "2016-12-18, 2016-12-19"}, "geometry": {"type": "Point", "coordinates": [71.43, 51.13]}},
        {"type": "Feature", "properties": {"source": "JPN", "target": "USA"}, "geometry": {"type": "MultiLineString",
         "coordinates": [[[139.7, 35.7], [180, 48]], [[-180, 48], [-77, 38.9]]]}},
        {"type": "Feature", "properties": {"name": "x"}, "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4], [5, 6]]}}]}"#;
    let file = file(text);
    assert_eq!(file.kind, SourceKind::GeoJson);
    let sheet = &file.sheets[0];
    let names = [
        "name",
        "date",
        "longitude",
        "latitude",
        "source",
        "target",
        "source_lng",
        "source_lat",
        "target_lng",
        "target_lat",
    ];
    assert_eq!(sheet.headings, names);
    assert_eq!(rows(sheet)[0][..4], ["Astana ", "2016-12-18, 2016-12-19", "71.43", "51.13"]);
    assert_eq!(rows(sheet)[1][4..], ["JPN", "USA", "139.7", "35.7", "-77", "38.9"]);
    assert_eq!(rows(sheet)[2][6..], ["1", "2", "5", "6"]);
}

#[test]
fn xml_of_repeated_records_has_their_elements_and_attributes_as_columns() {
    let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE trips>\n<trips><meta><date>2020</date></meta>\n<!-- all -->\
        <trip><id>t1</id><name>John\n   Smith &amp; Co</name><country id=\"france\">France</country><remarks>Met with <b>X</b> there.</remarks></trip>\
        <trip><id>t2</id><country id=\"italy\">Italy</country><stop>Rome</stop><stop>Milan</stop></trip></trips>";
    let file = file(text);
    assert_eq!((file.kind, file.sheets[0].name.as_str()), (SourceKind::Xml, "trip"));
    assert_eq!(file.sheets[0].headings, ["id", "name", "country", "country@id", "remarks", "stop"]);
    assert_eq!(
        rows(&file.sheets[0])[0],
        ["t1", "John Smith & Co", "France", "france", "Met with X there.", ""]
    );
    assert_eq!(rows(&file.sheets[0])[1], ["t2", "", "Italy", "italy", "", "Rome; Milan"]);
    let two = self::file(
        "<all><visits><visit from=\"x\"/><visit from=\"y\"/></visits><trips><trip a=\"1\"/><trip a=\"2\"/></trips></all>",
    );
    assert_eq!(two.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["visit", "trip"]);
}

#[test]
fn named_letters_of_markup_are_those_letters() {
    let text = "<table><tr><td>City</td><td>Who</td></tr>\
        <tr><td>&Lstrok;&oacute;d&zacute;</td><td>Milo&scaron; &Zeta;&#353;&eacute;&ndash;&hellip;</td></tr></table>";
    let read = file(text);
    assert_eq!(rows(&read.sheets[0])[0], ["Łódź", "Miloš Ζšé–…"]);
}

#[test]
fn a_pasted_web_page_is_read_with_spans_and_without_marks() {
    let text = "<html><body><h2>2024<sup class=\"reference\">[9]</sup></h2><table class=\"wikitable\">\
        <tr><th>Country<th>Areas visited</th><th>Date(s)</th></tr>\
        <tr><td rowspan=2><span style=\"display:none\">x</span><b>France</b>&nbsp;<img alt=\"flag\"></td><td>Paris<br>Lyon<sup id=c class=\"reference\"><a>[4]</a></sup></td><td>3&ndash;4 July[a]</td></tr>\
        <tr><td>Nice [sic]<td>5 July</tr><tr><td colspan=2>cancelled</td><td>6 July</td></tr></table>\
        <script>if (a < b) { x = '<table>' }</script><h2>2025</h2><table><tr><td>Date</td><td>City</td></tr><tr><td>2025-01-02</td><td>Oslo</td></tr></table>";
    let file = file(text);
    assert_eq!((file.kind, file.sheets.len()), (SourceKind::Html, 2));
    assert_eq!((file.sheets[0].name.as_str(), file.sheets[1].name.as_str()), ("2024", "2025"));
    assert_eq!(file.sheets[0].headings, ["Country", "Areas visited", "Date(s)"]);
    let expected = [
        ["France", "Paris\nLyon", "3–4 July"],
        ["France", "Nice [sic]", "5 July"],
        ["cancelled", "", "6 July"],
    ];
    assert_eq!(rows(&file.sheets[0]), expected);
    let pasted = sheet(
        "<meta charset='utf-8'><tr><td>Date</td><td>City</td></tr><tr><td>2025-01-02</td><td>Oslo</td></tr>",
    );
    assert_eq!((&pasted.headings[..], pasted.len()), (&["Date".to_owned(), "City".to_owned()][..], 1));
}

/// One table in three forms of the format, written by the Apache project's own crate `parquet` 60.1: Snappy
/// with dictionaries in pages of version 1, Zstandard with dictionaries in pages of version 2, and
/// differences.
pub(crate) const PARQUET: [&[u8]; 3] = [
    include_bytes!("parquet/snappy.parquet"),
    include_bytes!("parquet/zstd.parquet"),
    include_bytes!("parquet/delta.parquet"),
];

#[test]
fn a_parquet_file_is_read_whatever_packed_it() {
    for bytes in PARQUET {
        let file = file(bytes);
        assert_eq!(file.kind, SourceKind::Parquet);
        assert_eq!(file.sheets[0].headings, ["city", "day", "at", "lat", "held", "price", "who"]);
        let expected = [
            ["Astaná", "2024-07-03", "2024-07-03 09:46:40", "51.25", "true", "-12.05", "Xi; Putin"],
            ["Astaná", "", "2024-07-04 09:46:40", "52.25", "false", "", ""],
            ["Minsk", "2024-07-05", "2024-07-05 09:46:40", "53.25", "true", "13.95", "Xi"],
        ];
        assert_eq!(rows(&file.sheets[0]), expected);
    }
}

#[test]
fn a_zip_file_gives_the_tables_within_it() {
    let trips = "Date,City\n2024-07-03,Astana\n2024-07-04,Minsk\n";
    let both = file(zip(&[
        ("__MACOSX/._trips.csv", b"x"),
        ("read me.txt", b"Thanks"),
        ("data/trips.csv", trips.as_bytes()),
    ]));
    assert_eq!((both.kind, both.sheets[both.best].name.as_str()), (SourceKind::Delimited, "data/trips.csv"));
    let book = file(zip(&[("trips.xlsx", &workbook())]));
    assert_eq!((book.kind, book.sheets[book.best].name.as_str()), (SourceKind::Xlsx, "trips.xlsx: Trips"));
}

#[test]
fn wide_tables_keep_every_column() {
    let names: Vec<String> = (0..5000).map(|number| format!("Name_{number}")).collect();
    let sheet = sheet(format!("{}\n{}\n", names.join(","), vec!["x"; 5000].join(",")));
    assert_eq!((sheet.width(), sheet.cell(0, 4999)), (5000, "x"));
}

/// What the reader of a stream finds, row by row.
fn by_record(text: &str) -> Vec<(u64, Vec<String>, Option<Fault>)> {
    let mut records = Records::new(text.as_bytes()).expect("memory can be read");
    let mut found = Vec::new();
    while let Some(record) = records.read_next().expect("memory can be read") {
        let cells: Vec<String> =
            record.cells.iter().map(|cell| String::from_utf8(cell.clone()).expect("text")).collect();
        if record.fault.is_some() || has_ink(&cells) {
            found.push((record.line, cells, record.fault));
        }
    }
    found
}

/// Rows without a letter are left out of a grid.
fn has_ink(cells: &[String]) -> bool {
    cells.iter().any(|cell| !cell.trim_ascii().is_empty())
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #![proptest_config(draws(400))]

    #[test]
    fn any_cells_come_back_from_csv(table in prop::collection::vec(prop::collection::vec("[a-c ,;\"\n\té]{0,6}", 2..5), 1..6)) {
        let lines: Vec<String> = table.iter().map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")).collect();
        let read = delimited::read(format!("x,y\n{}", lines.join("\r\n")), Room::of_file(0), Some(b',')).expect("it is small");
        let kept: Vec<Vec<String>> = table.into_iter().filter(|row| has_ink(row)).collect();
        let found: Vec<Vec<&str>> = all(&read.grid).split_off(1);
        prop_assert_eq!(found, kept);
    }

    #[test]
    fn the_whole_text_is_read_as_the_stream_is(text in "([ab]|,|\"|\"\"|\n|\r\n|\r| |é){1,60}") {
        let text = format!("h{text}");
        let read = delimited::read(text.clone(), Room::of_file(0), Some(b',')).expect("it is small");
        let found: Vec<(u64, Vec<String>, Option<Fault>)> = read.grid.rows().map(|row| {
            let fault = row.fault().map(|fault| match fault {
                RowFault::Form(fault) => fault,
                RowFault::TooManyCells(_) | RowFault::NotJson => unreachable!("the text is short and no JSON"),
            });
            (row.line(), row.cells().map(str::to_owned).collect(), fault)
        }).collect();
        prop_assert_eq!(found, by_record(&text));
    }
}
