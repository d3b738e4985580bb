//! XML of records: elements that come again and again beside each other, and hold others or attributes.

use super::kml;
use super::markup::{Markup, Tag, XmlPart};
use super::records::{RecordTable, Value};
use super::refused::{FileRefused, MOST_DEPTH, MOST_VALUES};
use super::sort::FileSort;
use super::stated::Stated;
use crate::import::sheet::{Full, MOST_COLUMNS, Room, Sheet};
use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

/// Reads a text of XML: a table for each sort of record.
pub fn read(text: &str, room: Room, stated: &Stated<'_>) -> Result<Vec<Sheet>, FileRefused> {
    let shape = Shape::of(text)?;
    let records = shape.records();
    let mut tables: BTreeMap<usize, RecordTable> = BTreeMap::new();
    let mut xml = Markup::new(text.as_bytes(), FileSort::Xml);
    // The kinds of the elements that are open.
    let mut open = vec![0];
    loop {
        match xml.part()? {
            XmlPart::Open(tag) => {
                let above = open.last().copied().unwrap_or(0);
                let kind = shape.within[above].get(tag.name()).copied().unwrap_or(0);
                if records.contains(&kind) {
                    let name = tag.name().to_owned();
                    let value = element(&mut xml, attributes(&tag), &mut 0)?;
                    let row = if shape.is_kml() { kml::row(value) } else { as_row(value) };
                    let table = tables.entry(kind).or_insert_with(|| RecordTable::new(name, room));
                    table.add(&row)?;
                } else {
                    open.push(kind);
                }
            }
            XmlPart::Close => {
                open.pop();
            }
            XmlPart::Text(_) => {}
            XmlPart::End => break,
        }
    }
    tables.into_values().filter_map(|table| table.finish(stated).transpose()).collect()
}

/// A record whose parts have one name is a row of cells.
fn as_row(value: Value) -> Value {
    match value {
        Value::Record(fields) => match &fields[..] {
            [(name, Value::List(_))] if !name.starts_with('@') => {
                fields.into_iter().map(|(_, value)| value).next().unwrap_or(Value::Empty)
            }
            _ => Value::Record(fields),
        },
        Value::Empty | Value::Text(_) | Value::List(_) => value,
    }
}

/// Which kinds of elements there are: an element is told by its name and the kind that it stands in.
#[derive(Debug, Default)]
struct Shape {
    /// Of each kind: the kinds that stand in it, by their names.
    within: Vec<HashMap<String, usize>>,
    /// Of each kind: the one that it stands in, how many stand beside each other at most, and whether any has
    /// parts.
    about: Vec<About>,
}

#[derive(Clone, Copy, Debug, Default)]
struct About {
    above: usize,
    most: usize,
    has_parts: bool,
    has_elements: bool,
}

impl Shape {
    fn of(text: &str) -> Result<Self, FileRefused> {
        /// The most kinds of elements in a file.
        const MOST_KINDS: usize = 100_000;
        let mut shape = Self { about: vec![About::default()], within: vec![HashMap::new()] };
        let mut xml = Markup::new(text.as_bytes(), FileSort::Xml);
        let mut open: Vec<(usize, BTreeMap<usize, usize>)> = vec![(0, BTreeMap::new())];
        loop {
            match xml.part()? {
                XmlPart::Open(tag) => {
                    let above = open.last().map_or(0, |(kind, _)| *kind);
                    let kind = shape.kind(above, tag.name());
                    if open.len() > MOST_DEPTH {
                        return Err(FileRefused::TooDeep);
                    }
                    if shape.about.len() > MOST_KINDS {
                        return Err(FileRefused::TooManyColumns(MOST_KINDS));
                    }
                    if let Some((_, beside)) = open.last_mut() {
                        let count = beside.entry(kind).or_default();
                        *count += 1;
                        shape.about[kind].most = shape.about[kind].most.max(*count);
                    }
                    shape.about[above].has_parts = true;
                    shape.about[above].has_elements = true;
                    shape.about[kind].has_parts |= tag.attributes().next().is_some();
                    open.push((kind, BTreeMap::new()));
                }
                XmlPart::Close if open.len() > 1 => {
                    open.pop();
                }
                XmlPart::Close | XmlPart::Text(_) => {}
                XmlPart::End => return Ok(shape),
            }
        }
    }

    /// The kind of an element by the one that it stands in and its name; a new one if it is the first.
    fn kind(&mut self, above: usize, name: &str) -> usize {
        if let Some(kind) = self.within[above].get(name) {
            return *kind;
        }
        let kind = self.about.len();
        self.about.push(About { above, ..About::default() });
        self.within.push(HashMap::new());
        self.within[above].insert(name.to_owned(), kind);
        kind
    }

    /// Whether the file is KML.
    fn is_kml(&self) -> bool {
        self.within[0].contains_key(kml::ROOT)
    }

    /// The kinds that are records: the outermost that come again. If none does, the outermost that holds only
    /// plain elements. In KML, the placemarks.
    fn records(&self) -> Vec<usize> {
        if self.is_kml() {
            return self.within.iter().filter_map(|within| within.get(kml::PLACEMARK).copied()).collect();
        }
        let mut found: Vec<usize> = Vec::new();
        let is_within = |found: &[usize], mut kind: usize| {
            while kind != 0 {
                kind = self.about[kind].above;
                if found.contains(&kind) {
                    return true;
                }
            }
            false
        };
        // A kind is numbered after the one that it stands in.
        for (kind, about) in self.about.iter().enumerate().skip(1) {
            if about.most > 1 && about.has_parts && found.len() < 64 && !is_within(&found, kind) {
                found.push(kind);
            }
        }
        if found.is_empty() {
            let plain = |kind: usize| {
                self.about.iter().skip(1).filter(|one| one.above == kind).all(|one| !one.has_elements)
            };
            found.extend((1..self.about.len()).find(|kind| self.about[*kind].has_elements && plain(*kind)));
        }
        found
    }
}

fn attributes(tag: &Tag) -> Vec<(String, Value)> {
    let attributes = tag.attributes().filter(|(name, _)| *name != "xmlns" && *name != "schemaLocation");
    attributes.map(|(name, value)| (format!("@{name}"), Value::Text(value))).collect()
}

/// The value of the element that was opened last, read to its end.
fn element<R: BufRead>(
    xml: &mut Markup<R>,
    attributes: Vec<(String, Value)>,
    values: &mut usize,
) -> Result<Value, FileRefused> {
    *values += 1;
    if *values > MOST_VALUES {
        return Err(Full.into());
    }
    if xml.depth > MOST_DEPTH {
        return Err(FileRefused::TooDeep);
    }
    let outside = xml.depth - 1;
    let mut fields = Fields { places: HashMap::new(), list: attributes };
    // Its own text, and all text with that of its elements, in order.
    let (mut own, mut all) = (String::new(), String::new());
    let mut is_prose = false;
    while xml.depth > outside {
        match xml.part()? {
            XmlPart::Open(tag) => {
                let (name, inner) = (tag.name().to_owned(), self::attributes(&tag));
                let value = element(xml, inner, values)?;
                is_prose |= !own.trim().is_empty();
                if is_prose && let Some(text) = value.as_text() {
                    all.push_str(text);
                }
                fields.add(name, value)?;
            }
            XmlPart::Text(text) => {
                own.push_str(text);
                all.push_str(text);
            }
            XmlPart::Close => {}
            XmlPart::End => break,
        }
    }
    let text = if is_prose { all } else { own };
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mut fields = fields.list;
    if is_prose {
        fields.retain(|(name, _)| name.starts_with('@'));
    }
    Ok(match (fields.is_empty(), text.is_empty()) {
        (true, true) => Value::Empty,
        (true, false) => Value::Text(text),
        (false, true) => Value::Record(fields),
        (false, false) => {
            fields.insert(0, (String::new(), Value::Text(text)));
            Value::Record(fields)
        }
    })
}

/// The parts of an element in order. Several of one name are a list.
struct Fields {
    list: Vec<(String, Value)>,
    places: HashMap<String, usize>,
}

impl Fields {
    fn add(&mut self, name: String, value: Value) -> Result<(), FileRefused> {
        if let Some(&place) = self.places.get(&name) {
            match &mut self.list[place].1 {
                Value::List(values) => values.push(value),
                one => {
                    let first = std::mem::replace(one, Value::Empty);
                    *one = Value::List(vec![first, value]);
                }
            }
            return Ok(());
        }
        if self.list.len() > MOST_COLUMNS {
            return Err(FileRefused::TooManyColumns(self.list.len()));
        }
        self.places.insert(name.clone(), self.list.len());
        self.list.push((name, value));
        Ok(())
    }
}
