//! JSON: lists of records anywhere in it, and a line of JSON for each record. `GeoJSON` is among them.

use super::records::{RecordTable, Value};
use super::refused::{FileRefused, MOST_DEPTH, MOST_VALUES};
use super::sort::FileSort;
use super::stated::Stated;
use super::{geojson, meeting, sparql};
use crate::import::sheet::{Full, Room, Sheet};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt;

/// What a text of JSON holds.
#[derive(Debug)]
pub struct Found {
    /// A table for each list of records, in the order of the file.
    pub sheets: Vec<Sheet>,
    /// Whether its records are features of `GeoJSON`.
    pub is_geojson: bool,
    /// Whether each line is JSON of its own.
    pub is_lines: bool,
}

/// Reads a text of JSON, or of a line of it for each record.
pub fn read(text: &str, room: Room, stated: &Stated<'_>) -> Result<Found, FileRefused> {
    let text = text.trim_start_matches(['\u{1E}', '\u{FEFF}']);
    if is_lines(text) {
        return lines(text, room, stated);
    }
    let out = RefCell::new(Out { room, tables: Vec::new(), is_geojson: false, values: 0, refused: None });
    let mut reader = serde_json::Deserializer::from_str(text);
    let top = Reader { path: Some(String::new()), depth: 0, out: &out };
    let whole = top.deserialize(&mut reader).and_then(|whole| reader.end().map(|()| whole));
    let Out { tables, mut is_geojson, refused, room, values: _ } = out.into_inner();
    let whole = whole.map_err(|error| {
        let line = Some(error.line() as u64).filter(|line| *line > 0);
        refused.unwrap_or(FileRefused::Damaged { sort: FileSort::Json, line })
    })?;
    let mut tables: Vec<RecordTable> = tables;
    let has_records = tables.iter().any(RecordTable::is_named);
    if has_records {
        // Lists of plain values beside lists of records are remarks.
        tables.retain(RecordTable::is_named);
    } else if let Some(table) = of_whole(whole, room, &mut is_geojson)? {
        tables = vec![table];
    }
    let sheets = tables.into_iter().filter_map(|table| table.finish(stated).transpose());
    Ok(Found { sheets: sheets.collect::<Result<_, _>>()?, is_geojson, is_lines: false })
}

/// A file without lists of records: a record for each name, or one record.
fn of_whole(whole: Value, room: Room, is_geojson: &mut bool) -> Result<Option<RecordTable>, FileRefused> {
    let Value::Record(fields) = whole else { return Ok(None) };
    if fields.is_empty() {
        return Ok(None);
    }
    let mut table = RecordTable::new(String::new(), room);
    let whole = Value::Record(fields);
    if let Some(record) = told(&whole, is_geojson) {
        table.add(&record)?;
        return Ok(Some(table));
    }
    let Value::Record(fields) = whole else { return Ok(None) };
    if fields.len() > 1 && fields.iter().all(|(_, value)| matches!(value, Value::Record(_))) {
        for (name, value) in fields {
            let mut record = vec![("key".to_owned(), Value::Text(name))];
            if let Value::Record(inner) = value {
                record.extend(inner);
            }
            table.add(&Value::Record(record))?;
        }
    } else if is_record(&fields) {
        table.add(&Value::Record(fields))?;
    } else {
        return Ok(None);
    }
    Ok(Some(table))
}

/// Whether the fields are those of one record: its lists, if it has any, are lists of words, and not all that
/// it has.
fn is_record(fields: &[(String, Value)]) -> bool {
    let is_list = |value: &Value| matches!(value, Value::List(_));
    let is_plain = |value: &Value| match value {
        Value::List(values) => {
            values.iter().all(|value| !is_list(value) && !matches!(value, Value::Record(_)))
        }
        Value::Record(_) | Value::Text(_) | Value::Empty => true,
    };
    fields.iter().all(|(_, value)| is_plain(value)) && fields.iter().any(|(_, value)| !is_list(value))
}

/// The record of a value that says in its own way what its parts are: a feature of `GeoJSON`, a meeting of
/// this program, or a row of an answer to a query.
fn told(value: &Value, is_geojson: &mut bool) -> Option<Value> {
    let feature = geojson::record(value);
    *is_geojson |= feature.is_some();
    let told = feature.or_else(|| meeting::record(value)).or_else(|| sparql::record(value));
    told.or_else(|| geojson::with_positions(value))
}

/// Whether the first line is JSON and another one follows it.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    let is_json = |line: &str| serde_json::from_str::<IgnoredAny>(line.trim_start_matches('\u{1E}')).is_ok();
    first.starts_with(['{', '['])
        && second.trim_start_matches('\u{1E}').starts_with(['{', '['])
        && is_json(first)
}

fn lines(text: &str, room: Room, stated: &Stated<'_>) -> Result<Found, FileRefused> {
    let mut table = RecordTable::new(String::new(), room);
    let mut is_geojson = false;
    let out = RefCell::new(Out { room, tables: Vec::new(), is_geojson, values: 0, refused: None });
    for (number, line) in text.lines().enumerate() {
        out.borrow_mut().values = 0;
        let (number, line) = (number as u64 + 1, line.trim_start_matches('\u{1E}').trim());
        if line.is_empty() {
            continue;
        }
        let mut reader = serde_json::Deserializer::from_str(line);
        let value = Reader { path: None, depth: 0, out: &out }.deserialize(&mut reader);
        match value.and_then(|value| reader.end().map(|()| value)) {
            Ok(value) => {
                let record = told(&value, &mut is_geojson);
                table.add_line(number, record.as_ref().unwrap_or(&value))?;
            }
            Err(_) => table.add_fault(number, line)?,
        }
    }
    Ok(Found { sheets: table.finish(stated)?.into_iter().collect(), is_geojson, is_lines: true })
}

/// Words of a list that are kept besides the table that it may be.
const MOST_KEPT: usize = 1_000;

struct Out {
    room: Room,
    tables: Vec<RecordTable>,
    is_geojson: bool,
    /// How many values were read since the last record that is a row.
    values: usize,
    refused: Option<FileRefused>,
}

/// Reads a value with everything in it. On the way to lists, it turns each list into a table record by
/// record, so that a long one is never held as a whole, and keeps only the list's first values.
struct Reader<'o> {
    /// The names that lead here; `None` within a list, where lists are values.
    path: Option<String>,
    depth: usize,
    out: &'o RefCell<Out>,
}

impl Reader<'_> {
    fn refuse<E: Error>(&self, refused: FileRefused) -> E {
        self.out.borrow_mut().refused = Some(refused);
        E::custom("")
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        if self.depth > MOST_DEPTH {
            return Err(self.refuse(FileRefused::TooDeep));
        }
        let values = self.out.borrow().values + 1;
        if values > MOST_VALUES {
            return Err(self.refuse(Full.into()));
        }
        self.out.borrow_mut().values = values;
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let path = self
                .path
                .as_ref()
                .map(|path| if path.is_empty() { name.clone() } else { format!("{path}.{name}") });
            let value = map.next_value_seed(Reader { path, depth: self.depth + 1, out: self.out })?;
            fields.push((name, value));
        }
        Ok(Value::Record(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let depth = self.depth + 1;
        let mut kept = Vec::new();
        let room = self.out.borrow().room;
        let mut table = self.path.clone().map(|path| RecordTable::new(path, room));
        while let Some(value) = list.next_element_seed(Reader { path: None, depth, out: self.out })? {
            if let Some(table) = &mut table {
                self.out.borrow_mut().values = 0;
                let record = told(&value, &mut self.out.borrow_mut().is_geojson);
                table.add(record.as_ref().unwrap_or(&value)).map_err(|refused| self.refuse(refused))?;
                // The participants of a record that stands alone are a list too, as are coordinates: its
                // words are kept.
                let most = if matches!(value, Value::Text(_)) { MOST_KEPT } else { 2 };
                if kept.len() > most {
                    continue;
                }
            }
            kept.push(value);
        }
        self.out.borrow_mut().tables.extend(table);
        Ok(Value::List(kept))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }
}
