//! The picture formats: the one list that the window and the command line read.

use super::html;
use super::made::NAME;
use super::pdf::pdf;
use super::png::{NotDrawn, per_metre, png};
use super::sheet::{Exhibit, Print, Sheet};
use super::svg::{Beside, svg_with};
use crate::disk;
use crate::words::message::Word;
use crate::words::part::button::Button;
use crate::words::part::exported::ExportedText;
use crate::words::spoken::speaking;
use crate::words::{label, say, word};
use std::fmt;
use std::path::{Path, PathBuf};

/// A form of a picture file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Pixels.
    Png,
    /// Lines and real text, for the web and for designers.
    Svg,
    /// Lines and real text, for print.
    Pdf,
    /// A page for any browser, on which every mark leads to its meetings and their sources.
    Html,
}

/// A file's ending that is none of a picture format, without its point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownEnding(pub String);

impl Format {
    /// Every format, in the order of the export dialog.
    pub const ALL: [Self; 4] = [Self::Png, Self::Svg, Self::Pdf, Self::Html];

    /// Its short name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Html => "HTML",
        }
    }

    /// The ending of its files, in small letters, without a point.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Html => "html",
        }
    }

    /// The file to write, and its format: the one that its ending asks for. A name without an ending gets
    /// that of `otherwise`.
    pub fn for_file(path: &Path, otherwise: Self) -> Result<(PathBuf, Self), UnknownEnding> {
        let Some(ending) = path.extension() else {
            return Ok((disk::with_ending(path, otherwise.ending()), otherwise));
        };
        let asked = ending.to_string_lossy().to_lowercase();
        match Self::ALL.into_iter().find(|format| format.ending() == asked) {
            Some(format) => Ok((path.to_owned(), format)),
            None => Err(UnknownEnding(ending.to_string_lossy().into_owned())),
        }
    }

    /// The format that the first bytes of a file show, some hundred bytes of them for an SVG with a comment
    /// at its head.
    #[must_use]
    pub fn of_content(start: &[u8]) -> Option<Self> {
        if start.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        if start.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
        if text.starts_with(b"<!DOCTYPE html>") {
            // Of all pages, those that this program wrote.
            let is_own = text.windows(html::GENERATOR.len()).any(|part| part == html::GENERATOR.as_bytes());
            return is_own.then_some(Self::Html);
        }
        let is_xml =
            text.starts_with(b"<?xml") || text.starts_with(b"<!--") || text.starts_with(b"<!DOCTYPE");
        let has_root = || text.windows(4).any(|part| part == b"<svg");
        (text.starts_with(b"<svg") || is_xml && has_root()).then_some(Self::Svg)
    }

    /// The map at the size that it has in files of this format: in a page, no larger than there is room for.
    fn fitted<'a>(self, exhibit: &Exhibit<'a>) -> Exhibit<'a> {
        let [width, _] = exhibit.size;
        match self {
            Self::Html if width > html::WIDEST => {
                let size = exhibit.size.map(|side| (side * html::WIDEST / width).round());
                Exhibit { size, ..*exhibit }
            }
            Self::Png | Self::Svg | Self::Pdf | Self::Html => *exhibit,
        }
    }

    /// The map as the bytes of a file, which is in the language of the map.
    pub fn write(self, exhibit: &Exhibit, print: Print) -> Result<Vec<u8>, NotDrawn> {
        speaking(exhibit.state.language, || self.written(&self.fitted(exhibit), print))
    }

    fn written(self, exhibit: &Exhibit, print: Print) -> Result<Vec<u8>, NotDrawn> {
        let sheet = &exhibit.sheet(self.ending(), print);
        let Sheet { picture, told, made } = sheet;
        let Print { scale, letters } = print;
        let stretch = made.state.page.stretch();
        match self {
            Self::Png => png(picture, scale * stretch, per_metre(scale), &texts(sheet)),
            Self::Svg => {
                let measure = made.state.page.measure();
                let (told, made) = (Some(told), Some(made));
                let beside = Beside { told, made, letters, stretch, measure, ..Beside::default() };
                Ok(svg_with(picture, beside).into_bytes())
            }
            Self::Pdf => Ok(pdf(picture, stretch, Some(told), Some(made))),
            Self::Html => Ok(html::html(exhibit, sheet, print).into_bytes()),
        }
    }
}

/// The texts of a PNG, under the keywords of the standard and one of our own.
#[must_use]
pub fn texts(sheet: &Sheet) -> [(&'static str, String); 5] {
    let Sheet { picture, told, made } = sheet;
    [
        ("Title", picture.title.clone()),
        ("Description", told.alternative.clone()),
        ("Copyright", word(Word::Credits).to_owned()),
        ("Software", format!("{} {}", label(Button::Program), made.summitry)),
        (NAME, made.to_json()),
    ]
}

/// `a picture's file ends in .png, .svg, .pdf or .html, not in .gif`
impl fmt::Display for UnknownEnding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let endings = Format::ALL.map(|format| format!(".{}", format.ending()));
        let endings = endings.each_ref().map(String::as_str);
        f.write_str(&say(ExportedText::UnknownEnding(&endings, &self.0)))
    }
}
