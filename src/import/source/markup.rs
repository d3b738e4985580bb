//! XML as a stream of tags and texts, read from bytes without holding the whole.

use super::entity::entity;
use super::refused::FileRefused;
use super::sort::FileSort;
use quick_xml::Reader;
use quick_xml::escape::unescape_with;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::io::BufRead;

/// A part of the stream.
#[derive(Debug)]
pub enum XmlPart<'p> {
    /// An element begins.
    Open(Tag),
    /// The element that was opened last ends.
    Close,
    /// Text within it.
    Text(&'p str),
    /// The stream ends.
    End,
}

/// The begin of an element.
#[derive(Debug)]
pub struct Tag(BytesStart<'static>);

impl Tag {
    /// Its name without a prefix.
    #[must_use]
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The same, as they are written.
    pub fn raw(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.0.attributes();
        // The search for doubled names takes long where there are many.
        attributes.with_checks(false);
        attributes.flatten().map(|one| (local(one.key.0), one.value))
    }

    /// Its attributes: names without prefixes, and values.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, String)> {
        self.raw().map(|(name, value)| (name, unescaped(&value)))
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.raw().find(|(other, _)| *other == name).map(|(_, value)| unescaped(&value))
    }

    /// The number that an attribute is.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// A text with its entities resolved; one that is unknown stays as it is written.
#[must_use]
pub fn unescaped(text: &str) -> String {
    unescape_with(text, entity).map_or_else(|_| text.to_owned(), Cow::into_owned)
}

/// The stream.
pub struct Markup<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    text: String,
    sort: FileSort,
    /// How many elements are open.
    pub depth: usize,
}

impl<R: BufRead> Markup<R> {
    /// The stream of XML that is a part of a file of this sort.
    pub fn new(input: R, sort: FileSort) -> Self {
        let mut reader = Reader::from_reader(input);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), text: String::new(), sort, depth: 0 }
    }

    /// The next part. Comments and instructions are passed over.
    pub fn part(&mut self) -> Result<XmlPart<'_>, FileRefused> {
        let damaged = FileRefused::Damaged { sort: self.sort, line: None };
        loop {
            self.buffer.clear();
            // The event is stated for its kind first, since it borrows the buffer for as long as it is given
            // on.
            match self.reader.read_event_into(&mut self.buffer) {
                Err(_) => return Err(damaged),
                Ok(Event::Eof) if self.depth > 0 => return Err(damaged),
                Ok(Event::Eof) => return Ok(XmlPart::End),
                Ok(Event::Start(start)) => {
                    self.depth += 1;
                    return Ok(XmlPart::Open(Tag(start.into_owned())));
                }
                Ok(
                    Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_),
                ) => {}
                Ok(Event::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(XmlPart::Close);
                }
                Ok(Event::Text(text)) => {
                    self.text.clear();
                    self.text.push_str(&text.xml10_content());
                    return Ok(XmlPart::Text(&self.text));
                }
                Ok(Event::CData(text)) => {
                    self.text.clear();
                    self.text.push_str(&text.xml10_content());
                    return Ok(XmlPart::Text(&self.text));
                }
                Ok(Event::GeneralRef(reference)) => {
                    self.text = resolved(&reference);
                    return Ok(XmlPart::Text(&self.text));
                }
            }
        }
    }

    /// Passes over what is left of the element that was opened last.
    pub fn skip(&mut self) -> Result<(), FileRefused> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if let XmlPart::End = self.part()? {
                break;
            }
        }
        Ok(())
    }

    /// The text of the element that was opened last, up to its end; `skipped` elements are left out.
    pub fn text_within(&mut self, skipped: &[&str], into: &mut String) -> Result<(), FileRefused> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            let is_skipped = match self.part()? {
                XmlPart::Open(tag) => skipped.contains(&tag.name()),
                XmlPart::Text(text) => {
                    into.push_str(text);
                    false
                }
                XmlPart::Close => false,
                XmlPart::End => break,
            };
            if is_skipped {
                self.skip()?;
            }
        }
        Ok(())
    }
}

fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    entity(reference).map_or_else(|| format!("&{};", &**reference), str::to_owned)
}
