//! The tables of web pages, pasted or saved, read as browsers do: tags may be unclosed and wrong.

use super::headings;
use super::markup::unescaped;
use super::refused::{FileRefused, MOST_SHEETS};
use super::spread::{Spans, SpreadRow};
use super::stated::Stated;
use crate::import::sheet::{CountedBy, Full, Growing, MOST_COLUMNS, Room, Sheet};

/// How many tables may lie in each other.
const MOST_NESTED: usize = 16;

/// Reads every table of a page that holds anything. It is named after its caption or the heading above it.
pub fn read(text: &str, room: Room, stated: &Stated<'_>) -> Result<Vec<Sheet>, FileRefused> {
    let mut page = Page {
        room,
        open: Vec::new(),
        done: Vec::new(),
        heading: String::new(),
        worded: String::new(),
        title: None,
    };
    let mut rest = text;
    let mut tables = 0;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        page.text(&rest[..at]);
        if memchr::memchr(b'>', &rest.as_bytes()[at..]).is_none() {
            // No tag ends any more.
            rest = &rest[at..];
            break;
        }
        let (tag, after) = tag(&rest[at..]);
        rest = after;
        let Some(tag) = tag else {
            page.text("<");
            continue;
        };
        if tag.is_hidden() {
            rest = past_end(rest, tag.name);
            continue;
        }
        page.tag(&tag, &mut tables)?;
    }
    page.text(rest);
    while !page.open.is_empty() {
        page.close_table()?;
    }
    // Outer tables are closed after those within them; the order of the page is that of their begins.
    page.done.sort_by_key(|table| table.number);
    let sheets = page.done.into_iter().filter(|table| !table.grid.is_empty()).take(MOST_SHEETS);
    sheets.map(|table| headings::sheet(table.name, CountedBy::Rows, table.grid.finish(), stated)).collect()
}

/// A tag as it stands.
struct Tag<'t> {
    name: &'t str,
    is_end: bool,
    attributes: &'t str,
}

impl Tag<'_> {
    fn is(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// The value of an attribute.
    fn attribute(&self, name: &str) -> Option<&str> {
        let mut rest = self.attributes;
        loop {
            let begin = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
            let end =
                begin.find(|letter: char| letter == '=' || letter.is_whitespace()).unwrap_or(begin.len());
            if begin.is_empty() {
                return None;
            }
            let (found, after) = begin.split_at(end);
            let Some(value) = after.trim_start().strip_prefix('=') else {
                // An attribute without a value; at least one letter is gone.
                rest = if after.is_empty() { "" } else { after };
                continue;
            };
            let value = value.trim_start();
            let (value, after) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after;
        }
    }

    fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether it strikes text through.
    fn strikes(&self) -> bool {
        let style = || self.attribute("style").unwrap_or_default().to_ascii_lowercase();
        let is_element = self.is(&["s", "del", "strike"]);
        is_element || (self.is(&["tr", "td", "th"]) && style().contains("line-through"))
    }

    /// Whether nothing of it is seen on the page: scripts, styles, marks of footnotes, keys to sort by.
    fn is_hidden(&self) -> bool {
        if self.is_end {
            return false;
        }
        let style = || self.attribute("style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
        let class = || self.attribute("class").unwrap_or_default();
        self.is(&["script", "style", "noscript", "template"])
            || (self.is(&["sup"])
                && class().split_whitespace().any(|one| one == "reference" || one == "noprint"))
            || (self.is(&["span", "div", "p"]) && style().contains("display:none"))
    }
}

/// The tag that the text begins with, and what follows it. `None` if it is no tag, and one letter is gone
/// then.
fn tag(text: &str) -> (Option<Tag<'_>>, &str) {
    if let Some(comment) = text.strip_prefix("<!--") {
        let rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        return (Some(Tag { name: "!", is_end: false, attributes: "" }), rest);
    }
    let inner = &text[1..];
    let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name = inner.find(|letter: char| {
        !(letter.is_ascii_alphanumeric() || letter == '!' || letter == '?' || letter == ':')
    });
    let name = name.unwrap_or(inner.len());
    if name == 0 {
        return (None, &text[1..]);
    }
    // A sign in quotes does not end the tag.
    let mut quote = None;
    let end = inner.bytes().enumerate().skip(name).find(|(_, byte)| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(*byte);
            false
        }
        (Some(open), byte) => {
            if open == *byte {
                quote = None;
            }
            false
        }
        (None, _) => false,
    });
    // A quote that is never closed is none.
    let end = end
        .map(|(end, _)| end)
        .or_else(|| memchr::memchr(b'>', &inner.as_bytes()[name..]).map(|end| end + name));
    let Some(end) = end else { return (None, &text[1..]) };
    (Some(Tag { name: &inner[..name], is_end, attributes: &inner[name..end] }), &inner[end + 1..])
}

/// What follows the end of an element that has just begun, others of its name within it.
fn past_end<'t>(text: &'t str, name: &str) -> &'t str {
    let mut rest = text;
    let mut depth = 1;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        let here = &rest[at + 1..];
        let (is_end, inner) = here.strip_prefix('/').map_or((false, here), |inner| (true, inner));
        let is_same = inner.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
            && !inner[name.len()..].starts_with(|letter: char| letter.is_ascii_alphanumeric());
        rest = here;
        if is_same {
            depth = if is_end { depth - 1 } else { depth + 1 };
            if depth == 0 {
                return tag(&text[text.len() - here.len() - 1..]).1;
            }
        }
    }
    ""
}

struct Page {
    room: Room,
    open: Vec<Table>,
    done: Vec<Table>,
    /// The last heading, the last one with a word in it, and the one that is being read.
    heading: String,
    worded: String,
    title: Option<String>,
}

struct Table {
    number: usize,
    name: String,
    grid: Growing,
    spans: Spans,
    row: SpreadRow,
    line: u32,
    column: u32,
    cell: Option<Cell>,
    /// Whether the row that is open is struck through.
    is_struck: bool,
}

struct Cell {
    text: String,
    /// How many elements are open that strike through, and how many letters stand in such ones.
    strikes: usize,
    struck: usize,
    rows: u32,
    columns: u32,
    is_heading: bool,
}

impl Page {
    fn text(&mut self, text: &str) {
        if let Some(title) = &mut self.title {
            title.push_str(&unescaped(text));
        } else if let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) {
            // Line breaks of the source are blanks on the page.
            let text = unescaped(text);
            cell.text.extend(text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }));
            if cell.strikes > 0 {
                cell.struck += text.chars().filter(|letter| !letter.is_whitespace()).count();
            }
        }
    }

    fn tag(&mut self, tag: &Tag<'_>, tables: &mut usize) -> Result<(), FileRefused> {
        const HEADINGS: [&str; 7] = ["h1", "h2", "h3", "h4", "h5", "h6", "caption"];
        if tag.is(&HEADINGS) {
            self.heading_tag(tag);
        } else if tag.is(&["table"]) {
            if tag.is_end {
                self.close_table()?;
            } else if self.open.len() < MOST_NESTED {
                *tables += 1;
                self.open_table(*tables);
            }
        } else if tag.is(&["tr"]) {
            self.rows_without_table(tables);
            if let Some(table) = self.open.last_mut() {
                table.end_row()?;
                table.is_struck = !tag.is_end && tag.strikes();
            }
        } else if tag.is(&["td", "th"]) {
            self.rows_without_table(tables);
            if let Some(table) = self.open.last_mut() {
                table.end_cell()?;
                if !tag.is_end {
                    table.cell = Some(Cell::of(tag));
                }
            }
        } else if tag.is(&["br", "p", "li", "div"])
            && let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut())
        {
            cell.text.push('\n');
        } else if tag.strikes()
            && let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut())
        {
            cell.strikes = if tag.is_end { cell.strikes.saturating_sub(1) } else { cell.strikes + 1 };
        }
        Ok(())
    }

    fn heading_tag(&mut self, tag: &Tag<'_>) {
        let title = self.title.take().map(|title| tidy(&title).replace('\n', " "));
        if !tag.is_end {
            self.title = Some(String::new());
        } else if let Some(title) = title.filter(|title| !title.is_empty()) {
            match self.open.last_mut() {
                Some(table) if tag.is(&["caption"]) => table.name = title,
                Some(_) | None => {
                    let has_word = title.chars().any(char::is_alphabetic);
                    // `2017` below `Trips of Emmanuel Macron`.
                    self.heading = match self.worded.as_str() {
                        above if !has_word && !above.is_empty() => format!("{above}, {title}"),
                        _ => title.clone(),
                    };
                    if has_word {
                        self.worded = title;
                    }
                }
            }
        }
    }

    fn open_table(&mut self, number: usize) {
        self.title = None;
        let (grid, spans, row) = (Growing::new(self.room), Spans::default(), SpreadRow::default());
        let name = self.heading.clone();
        self.open.push(Table {
            number,
            name,
            grid,
            spans,
            row,
            line: 0,
            column: 0,
            cell: None,
            is_struck: false,
        });
    }

    /// Rows that are pasted without the table around them.
    fn rows_without_table(&mut self, tables: &mut usize) {
        if self.open.is_empty() {
            *tables += 1;
            self.open_table(*tables);
        }
    }

    fn close_table(&mut self) -> Result<(), FileRefused> {
        if let Some(mut table) = self.open.pop() {
            table.end_row()?;
            self.done.push(table);
        }
        Ok(())
    }
}

impl Cell {
    fn of(tag: &Tag<'_>) -> Self {
        let rows = match tag.number("rowspan") {
            // To the end of the table.
            Some(0) => u32::MAX,
            Some(rows) => rows,
            None => 1,
        };
        let columns = tag.number("colspan").unwrap_or(1).clamp(1, 1000);
        let strikes = usize::from(tag.strikes());
        Self { text: String::new(), strikes, struck: 0, rows, columns, is_heading: tag.is(&["th"]) }
    }
}

impl Table {
    fn end_cell(&mut self) -> Result<(), Full> {
        let Some(Cell { text, struck, rows, columns, is_heading, .. }) = self.cell.take() else {
            return Ok(());
        };
        let text = tidy(&text);
        let letters = text.chars().filter(|letter| !letter.is_whitespace()).count();
        let is_struck = self.is_struck || struck * 2 > letters;
        self.spans.repeat(columns - 1)?;
        while self.spans.covers(self.line, self.column) {
            self.column += 1;
        }
        for number in 0..columns {
            if self.column as usize >= MOST_COLUMNS {
                break;
            }
            // A heading over several columns is each one's.
            let text = if number == 0 || is_heading { text.as_str() } else { "" };
            if is_struck {
                self.row.put_struck(self.column, text)?;
            } else {
                self.row.put(self.column, text)?;
            }
            if rows > 1 {
                self.spans.open(self.column, self.line.saturating_add(rows - 1), text);
            }
            self.column += 1;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), FileRefused> {
        self.end_cell()?;
        if !self.row.is_empty() {
            self.row.end(self.line, &mut self.spans, &mut self.grid)?;
            self.line += 1;
        }
        self.column = 0;
        Ok(())
    }
}

/// A cell without marks of footnotes, and without needless blanks in its lines.
fn tidy(text: &str) -> String {
    let text = without_marks(text);
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// A text without `[4]`, `[a]`, `[note 2]` and `[citation needed]`.
fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let within = from[1..].find([']', '[']).map(|end| &from[1..=end]);
        if let Some(within) =
            within.filter(|within| from[within.len() + 1..].starts_with(']') && is_mark(within))
        {
            rest = &from[within.len() + 2..];
        } else {
            out.push('[');
            rest = &from[1..];
        }
    }
    out + rest
}

fn is_mark(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let is_number =
        |text: &str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_lowercase());
    let after = ["note", "nb", "n", "fn"].iter().find_map(|word| text.strip_prefix(word));
    is_number(&text)
        || is_letter
        || after.is_some_and(|number| is_number(number.trim()))
        || text == "citation needed"
        || text == "update"
}
