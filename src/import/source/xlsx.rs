//! Excel workbooks (ECMA-376): every sheet read cell by cell, whatever size it claims to have.

use super::headings;
use super::markup::{Markup, Tag, XmlPart};
use super::number_format::{self, Epoch, NumberLook};
use super::packed::{Member, Packed};
use super::refused::{FileRefused, MOST_SHEETS};
use super::sort::FileSort;
use super::spread::{Spans, SpreadRow};
use super::stated::Stated;
use crate::import::sheet::{CountedBy, Growing, MOST_COLUMNS, Room, Sheet};
use std::collections::BTreeMap;
use std::io::BufRead;

/// Reads every sheet of a workbook that holds anything. The second value says for each whether it is hidden.
pub fn read(
    packed: &mut Packed<'_>,
    room: Room,
    stated: &Stated<'_>,
) -> Result<Vec<(Sheet, bool)>, FileRefused> {
    let book = Book::open(packed)?;
    let mut sheets = Vec::new();
    for Listed { name, path, is_hidden } in book.sheets.iter().take(MOST_SHEETS) {
        let merged = match packed.member(path)? {
            Some(member) => merged_cells(member)?,
            None => continue,
        };
        let Some(member) = packed.member(path)? else { continue };
        let mut grid = Growing::new(room);
        book.rows(member, merged, &mut grid)?;
        if !grid.is_empty() {
            let sheet = headings::sheet(name.clone(), CountedBy::Rows, grid.finish(), stated)?;
            sheets.push((sheet, *is_hidden));
        }
    }
    Ok(sheets)
}

/// A sheet that the workbook lists.
#[derive(Debug)]
struct Listed {
    name: String,
    path: String,
    is_hidden: bool,
}

/// What all sheets share.
#[derive(Debug, Default)]
struct Book {
    sheets: Vec<Listed>,
    epoch: Epoch,
    strings: Strings,
    /// What each style of cells shows.
    styles: Vec<Style>,
}

type Xml<'m, 'a> = Markup<Member<'m, 'a>>;

fn markup<'m, 'a>(packed: &'m mut Packed<'a>, name: &str) -> Result<Option<Xml<'m, 'a>>, FileRefused> {
    Ok(packed.member(name)?.map(|member| Markup::new(member, FileSort::Xlsx)))
}

impl Book {
    fn open(packed: &mut Packed<'_>) -> Result<Self, FileRefused> {
        let mut book = Self::default();
        let top = relations(packed, "_rels/.rels", "")?;
        let path = top.into_values().find(|one| one.is("officeDocument")).map(|one| one.path);
        let path = path.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let parts = relations(packed, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let path_of = |kind: &str| parts.values().find(|one| one.is(kind)).map(|one| one.path.clone());
        let (strings, styles) = (path_of("sharedStrings"), path_of("styles"));
        book.read_workbook(packed, &path, &parts)?;
        if let Some(mut xml) = markup(packed, strings.as_deref().unwrap_or("xl/sharedStrings.xml"))? {
            book.strings = Strings::read(&mut xml)?;
        }
        if let Some(mut xml) = markup(packed, styles.as_deref().unwrap_or("xl/styles.xml"))? {
            book.styles = read_styles(&mut xml)?;
        }
        Ok(book)
    }

    fn read_workbook(
        &mut self,
        packed: &mut Packed<'_>,
        path: &str,
        parts: &BTreeMap<String, Relation>,
    ) -> Result<(), FileRefused> {
        let Some(mut xml) = markup(packed, path)? else {
            return Err(FileRefused::Damaged { sort: FileSort::Xlsx, line: None });
        };
        loop {
            match xml.part()? {
                XmlPart::Open(tag) if tag.name() == "workbookPr" => {
                    if matches!(tag.attribute("date1904").as_deref(), Some("1" | "true")) {
                        self.epoch = Epoch::Of1904;
                    }
                }
                XmlPart::Open(tag) if tag.name() == "sheet" => {
                    let part = tag.attribute("id").and_then(|id| parts.get(&id));
                    let Some(part) = part.filter(|part| part.is("worksheet")) else { continue };
                    let is_hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                    let name = tag.attribute("name").unwrap_or_default();
                    self.sheets.push(Listed { name, path: part.path.clone(), is_hidden });
                }
                XmlPart::Open(_) | XmlPart::Close | XmlPart::Text(_) => {}
                XmlPart::End => return Ok(()),
            }
        }
    }

    fn style(&self, number: usize) -> Style {
        self.styles.get(number).copied().unwrap_or_default()
    }

    /// Reads the rows of a sheet.
    fn rows(
        &self,
        member: Member<'_, '_>,
        mut merged: Merged,
        grid: &mut Growing,
    ) -> Result<(), FileRefused> {
        let mut xml = Markup::new(member, FileSort::Xlsx);
        let (mut row, mut column) = (0, 0);
        let (mut cells, mut spans) = (SpreadRow::default(), Spans::default());
        let mut text = String::new();
        // How deep the row lies that is open.
        let mut row_depth = None;
        loop {
            match xml.part()? {
                XmlPart::Open(tag) => match tag.name() {
                    "row" => {
                        let stated = tag.number("r").map(|number| number.saturating_sub(1));
                        (row, column, row_depth) = (stated.unwrap_or(row), 0, Some(xml.depth));
                    }
                    "c" if row_depth.is_some() => {
                        let (cell, stated) = Cell::of(&tag);
                        column = stated.unwrap_or(column);
                        text.clear();
                        cell.read(&mut xml, self, &mut text)?;
                        if (column as usize) < MOST_COLUMNS {
                            if self.style(cell.style).is_struck {
                                cells.put_struck(column, &text)?;
                            } else {
                                cells.put(column, &text)?;
                            }
                            merged.open(row, column, &text, &mut spans);
                        }
                        column = column.saturating_add(1);
                        continue;
                    }
                    // What follows the rows is no part of them.
                    _ => {}
                },
                XmlPart::Close => {}
                XmlPart::Text(_) => continue,
                XmlPart::End => break,
            }
            if row_depth.is_some_and(|depth| xml.depth < depth) {
                cells.end(row, &mut spans, grid)?;
                (row, row_depth) = (row.saturating_add(1), None);
            }
        }
        Ok(())
    }
}

/// The first cell of its row is A, the 27th AA: `BC12` → 54.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_u32, |column, letter| {
        column.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    column.checked_sub(1)
}

/// How the value of a cell is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    YesNo,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" | "e" | "d" => Self::Text,
            "b" => Self::YesNo,
            _ => Self::Number,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    kind: Kind,
    style: usize,
}

impl Cell {
    /// The cell that a tag begins, and its column if the tag states it.
    fn of(tag: &Tag) -> (Self, Option<u32>) {
        let (mut cell, mut column) = (Self { kind: Kind::Number, style: 0 }, None);
        for (name, value) in tag.raw() {
            match name {
                "r" => column = column_of(&value),
                "s" => cell.style = value.parse().unwrap_or(0),
                "t" => cell.kind = Kind::of(&value),
                _ => {}
            }
        }
        (cell, column)
    }

    /// Reads up to the end of the cell.
    fn read<R: BufRead>(
        self,
        xml: &mut Markup<R>,
        book: &Book,
        into: &mut String,
    ) -> Result<(), FileRefused> {
        let outside = xml.depth - 1;
        let (mut value, mut formula) = (String::new(), String::new());
        while xml.depth > outside {
            let (is_value, is_inline, is_formula) = match xml.part()? {
                XmlPart::Open(tag) => (tag.name() == "v", tag.name() == "is", tag.name() == "f"),
                XmlPart::Close | XmlPart::Text(_) => continue,
                XmlPart::End => break,
            };
            if is_value {
                xml.text_within(&[], &mut value)?;
            } else if is_inline {
                xml.text_within(&["rPh"], &mut value)?;
            } else if is_formula {
                xml.text_within(&[], &mut formula)?;
            } else {
                xml.skip()?;
            }
        }
        // A text that Excel worked out may be empty.
        if self.kind != Kind::Text && value.trim().is_empty() && !formula.trim().is_empty() {
            // Scripts write formulas without what comes of them; nothing is worked out here, and nothing is
            // dropped.
            into.push('=');
            into.push_str(formula.trim());
            return Ok(());
        }
        match self.kind {
            Kind::Shared => {
                into.push_str(value.trim().parse().ok().map_or("", |place| book.strings.get(place)));
            }
            Kind::Inline | Kind::Text => into.push_str(&with_escapes(&value)),
            Kind::YesNo => into.push_str(if value.trim() == "1" { "true" } else { "false" }),
            Kind::Number => match value.trim().parse::<f64>() {
                Ok(number) => {
                    let shown = book.style(self.style).look;
                    into.push_str(&number_format::text(number, shown, book.epoch));
                }
                Err(_) => into.push_str(&with_escapes(&value)),
            },
        }
        Ok(())
    }
}

/// A part that another one names.
#[derive(Debug)]
struct Relation {
    kind: String,
    path: String,
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The parts that a file of relations names, by their ids.
fn relations(
    packed: &mut Packed<'_>,
    name: &str,
    folder: &str,
) -> Result<BTreeMap<String, Relation>, FileRefused> {
    let mut found = BTreeMap::new();
    let Some(mut xml) = markup(packed, name)? else { return Ok(found) };
    loop {
        match xml.part()? {
            XmlPart::Open(tag) if tag.name() == "Relationship" => {
                let (Some(id), Some(target)) = (tag.attribute("Id"), tag.attribute("Target")) else {
                    continue;
                };
                let target = target.replace('\\', "/");
                let path = match target.strip_prefix('/') {
                    Some(path) => path.to_owned(),
                    None if folder.is_empty() => target,
                    None => within(folder, &target),
                };
                found.insert(id, Relation { kind: tag.attribute("Type").unwrap_or_default(), path });
            }
            XmlPart::Open(_) | XmlPart::Close | XmlPart::Text(_) => {}
            XmlPart::End => return Ok(found),
        }
    }
}

/// A path seen from a folder: `worksheets/sheet1.xml`, `../xl/styles.xml`.
fn within(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The texts that cells share, one after the other.
#[derive(Debug, Default)]
struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    fn read<R: BufRead>(xml: &mut Markup<R>) -> Result<Self, FileRefused> {
        let mut strings = Self::default();
        let mut one = String::new();
        loop {
            match xml.part()? {
                XmlPart::Open(tag) if tag.name() == "si" => {}
                XmlPart::Open(_) | XmlPart::Close | XmlPart::Text(_) => continue,
                XmlPart::End => return Ok(strings),
            }
            one.clear();
            // Text that only says how a word is read aloud is left out.
            xml.text_within(&["rPh"], &mut one)?;
            strings.text.push_str(&with_escapes(&one));
            let end = u32::try_from(strings.text.len());
            strings.ends.push(end.map_err(|_| FileRefused::from(crate::import::sheet::Full))?);
        }
    }

    fn get(&self, place: usize) -> &str {
        let Some(&end) = self.ends.get(place) else { return "" };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..end as usize]
    }
}

/// `_x000D_` and the like are letters that XML cannot hold.
fn with_escapes(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let Some(letter) = letter {
            // A carriage return stands before a line feed.
            out.extend(Some(letter).filter(|letter| !matches!(letter, '\r' | '\0')));
            rest = &rest[at + 7..];
        } else {
            out.push_str("_x");
            rest = &rest[at + 2..];
        }
    }
    out.push_str(rest);
    out.into()
}

/// How a cell is shown.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    look: NumberLook,
    is_struck: bool,
}

fn read_styles<R: BufRead>(xml: &mut Markup<R>) -> Result<Vec<Style>, FileRefused> {
    let mut codes = BTreeMap::new();
    let mut styles = Vec::new();
    // Of each font, whether it strikes through.
    let mut fonts: Vec<bool> = Vec::new();
    let (mut is_in_cells, mut is_in_fonts) = (false, false);
    loop {
        match xml.part()? {
            XmlPart::Open(tag) => match tag.name() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.attribute("formatCode")) {
                        codes.insert(id, NumberLook::of_code(&code));
                    }
                }
                "fonts" => is_in_fonts = true,
                "fills" | "borders" | "cellStyleXfs" | "cellStyles" | "dxfs" => {
                    (is_in_fonts, is_in_cells) = (false, false);
                }
                "cellXfs" => (is_in_fonts, is_in_cells) = (false, true),
                "font" if is_in_fonts => fonts.push(false),
                "strike" if is_in_fonts => {
                    if let Some(font) = fonts.last_mut() {
                        *font = !matches!(tag.attribute("val").as_deref(), Some("0" | "false"));
                    }
                }
                "xf" if is_in_cells => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let look = codes.get(&id).copied().unwrap_or_else(|| NumberLook::of_number(id));
                    let font = tag.number("fontId").and_then(|font| fonts.get(font as usize));
                    styles.push(Style { look, is_struck: font.copied().unwrap_or(false) });
                }
                _ => {}
            },
            XmlPart::Close | XmlPart::Text(_) => {}
            XmlPart::End => return Ok(styles),
        }
    }
}

/// Cells that reach over several rows, by their first place: the last row.
#[derive(Debug, Default)]
struct Merged(BTreeMap<(u32, u32), u32>);

impl Merged {
    fn open(&mut self, row: u32, column: u32, text: &str, spans: &mut Spans) {
        if let Some(last) = self.0.remove(&(row, column)).filter(|_| !text.is_empty()) {
            spans.open(column, last, text);
        }
    }
}

/// They are listed below the rows, so that a sheet is gone through twice: here tag by tag, without taking
/// tags apart.
fn merged_cells(mut member: Member<'_, '_>) -> Result<Merged, FileRefused> {
    let mut merged = Merged::default();
    let mut tag = Vec::new();
    loop {
        tag.clear();
        let read = member.read_until(b'>', &mut tag);
        if read.map_err(|_| FileRefused::Damaged { sort: FileSort::Xlsx, line: None })? == 0 {
            return Ok(merged);
        }
        // The name may have a prefix.
        let Some(at) = memchr::memmem::find(&tag, b"mergeCell ") else { continue };
        let text = String::from_utf8_lossy(&tag[at..]);
        let place = text.split_once("ref=").map_or("", |(_, after)| after).trim_start_matches(['"', '\'']);
        let Some((first, last)) = place.split_once(':') else { continue };
        let last = last.split(['"', '\'']).next().unwrap_or_default();
        let row =
            |place: &str| place.trim_start_matches(|one: char| one.is_ascii_alphabetic()).parse::<u32>().ok();
        if let (Some(first_row), Some(last_row), Some(column)) = (row(first), row(last), column_of(first))
            && last_row > first_row
        {
            merged.0.insert((first_row.saturating_sub(1), column), last_row - 1);
        }
    }
}
