//! Records of named values, some of them within others, as rows of one table.
//!
//! A value within another one has both names, with a full stop between them. A record that holds a list of
//! records becomes a row for each of them, with the outer cells repeated. A list of plain values is one cell.

use super::headings;
use super::refused::FileRefused;
use super::stated::Stated;
use crate::import::sheet::{CountedBy, Growing, MOST_COLUMNS, Room, RowFault, Sheet};
use std::collections::HashMap;
use std::rc::Rc;

/// A value as JSON and XML have it. Numbers are text already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text, a number, or yes or no.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Named values in the order of the file.
    Record(Vec<(String, Value)>),
}

impl Value {
    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Record(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            Self::Empty | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// Its text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Empty | Self::List(_) | Self::Record(_) => None,
        }
    }

    /// Whether it is a list that holds records.
    fn is_records(&self) -> bool {
        matches!(self, Self::List(values) if values.iter().any(|value| matches!(value, Self::Record(_))))
    }

    /// As one cell: the values of a list with semicolons between them.
    fn cell(&self) -> String {
        let join = |values: &mut dyn Iterator<Item = &Self>| {
            let parts: Vec<String> = values.map(Self::cell).filter(|part| !part.is_empty()).collect();
            parts.join("; ")
        };
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::List(values) if are_degrees(values) => {
                let numbers: Vec<String> = values.iter().map(Self::cell).collect();
                format!("[{}]", numbers.join(", "))
            }
            Self::List(values) => join(&mut values.iter()),
            Self::Record(fields) => {
                join(&mut fields.iter().filter(|(name, _)| !name.starts_with('@')).map(|(_, value)| value))
            }
        }
    }
}

/// Whether a list is a position, longitude first, as JSON has it: two numbers of which one at least has a
/// fraction.
fn are_degrees(values: &[Value]) -> bool {
    let number = |value: &Value| value.as_text()?.parse::<f64>().ok().filter(|number| number.abs() <= 180.0);
    let numbers: Option<Vec<f64>> = values.iter().map(number).collect();
    numbers.is_some_and(|numbers| numbers.len() == 2 && numbers.iter().any(|number| number.fract() != 0.0))
}

/// A table of records in the making.
#[derive(Debug)]
pub struct RecordTable {
    name: String,
    names: Vec<String>,
    places: HashMap<String, usize>,
    grid: Growing,
    read: u64,
    /// The line of the next record, if the file counts lines.
    line: Option<u64>,
}

/// Cells of a record that is being spread out, with their columns. Rows share those that they repeat.
type Cells = Vec<(usize, Rc<str>)>;

impl RecordTable {
    /// An empty table of this name.
    #[must_use]
    pub fn new(name: String, room: Room) -> Self {
        let (names, places) = (Vec::new(), HashMap::new());
        Self { name, names, places, grid: Growing::new(room), read: 0, line: None }
    }

    /// Adds the record that stands on a line.
    pub fn add_line(&mut self, line: u64, value: &Value) -> Result<(), FileRefused> {
        self.line = Some(line);
        self.add(value)
    }

    /// Adds a line that is no record, as a row with one cell.
    pub fn add_fault(&mut self, line: u64, text: &str) -> Result<(), FileRefused> {
        self.line = Some(line);
        self.read += 1;
        self.grid.cell(text)?;
        self.grid.fault(RowFault::NotJson);
        self.grid.end_row(line);
        Ok(())
    }

    /// Adds a record. A list is a row of its values.
    pub fn add(&mut self, value: &Value) -> Result<(), FileRefused> {
        self.read += 1;
        match value {
            Value::Record(_) => self.rows(value, "", Vec::new()),
            Value::List(values) => {
                for value in values {
                    self.grid.cell(&value.cell())?;
                }
                self.end_row();
                Ok(())
            }
            Value::Empty | Value::Text(_) => {
                self.grid.cell(&value.cell())?;
                self.end_row();
                Ok(())
            }
        }
    }

    fn end_row(&mut self) {
        self.grid.end_row(self.line.unwrap_or(self.read));
    }

    /// A row for the record, or one for each record within it.
    fn rows(&mut self, value: &Value, prefix: &str, mut outer: Cells) -> Result<(), FileRefused> {
        let mut lists = Vec::new();
        self.flatten(value, prefix, &mut outer, &mut lists)?;
        if lists.is_empty() {
            outer.sort_by_key(|(place, _)| *place);
            // Of two values of one name, the first stands.
            outer.dedup_by_key(|(place, _)| *place);
            for (place, cell) in &outer {
                self.grid.cell_at(*place, cell)?;
            }
            self.end_row();
        }
        for (path, inner) in lists {
            for value in inner {
                self.rows(value, &path, outer.clone())?;
            }
        }
        Ok(())
    }

    fn flatten<'v>(
        &mut self,
        value: &'v Value,
        prefix: &str,
        cells: &mut Cells,
        lists: &mut Vec<(String, &'v [Value])>,
    ) -> Result<(), FileRefused> {
        match value {
            Value::Record(fields) => {
                for (name, value) in fields {
                    // An attribute stands beside its element and has its sign already; what an element holds
                    // besides is its own.
                    let is_part = prefix.is_empty() || name.is_empty() || name.starts_with('@');
                    let path = if is_part { format!("{prefix}{name}") } else { format!("{prefix}.{name}") };
                    self.flatten(value, &path, cells, lists)?;
                }
            }
            Value::List(values) if value.is_records() => lists.push((prefix.to_owned(), values)),
            Value::Empty | Value::Text(_) | Value::List(_) => {
                let place = self.place(prefix)?;
                cells.push((place, value.cell().into()));
            }
        }
        Ok(())
    }

    /// The column of a name, a new one if there is none yet.
    fn place(&mut self, name: &str) -> Result<usize, FileRefused> {
        if let Some(place) = self.places.get(name) {
            return Ok(*place);
        }
        let place = self.names.len();
        if place == MOST_COLUMNS {
            return Err(FileRefused::TooManyColumns(place + 1));
        }
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        Ok(place)
    }

    /// The table; `None` if nothing was added to it.
    pub fn finish(self, stated: &Stated<'_>) -> Result<Option<Sheet>, FileRefused> {
        let Self { name, names, grid, line, places: _, read: _ } = self;
        if grid.is_empty() {
            return Ok(None);
        }
        let mut sheet = if names.is_empty() {
            headings::sheet(name, CountedBy::Records, grid.finish(), stated)?
        } else {
            headings::with_headings(name, &names, grid.finish())
        };
        if line.is_some() {
            sheet.count = CountedBy::Lines;
        }
        Ok(Some(sheet))
    }

    /// Whether it is made of records with names.
    #[must_use]
    pub const fn is_named(&self) -> bool {
        !self.names.is_empty()
    }
}
