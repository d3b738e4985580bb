//! Where a file says it is from, read back out of it; and the same file made again from a record.

use super::data::{Answered, Data, DataFormat};
use super::film::film;
use super::format::Format;
use super::made::{Made, NAME, What};
use super::sheet::{Exhibit, Print};
use super::svg::Letters;
use crate::globe::as_seen::as_seen;
use crate::meeting::table::Meetings;
use crate::query::shown::Shown;
use quick_xml::escape::unescape;
use serde_json::Value;
use std::io::{Cursor, Read};

/// Where a file says it is from; `None` if it does not.
#[must_use]
pub fn made_in(file: &[u8]) -> Option<Made> {
    if file.starts_with(b"\x89PNG") {
        return in_png(file);
    }
    if file.starts_with(b"PK") {
        return in_workbook(file);
    }
    let text = String::from_utf8_lossy(file);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('{') {
        let value: Value = serde_json::from_str(text).ok()?;
        return Made::from_value(value.get(NAME)?.clone());
    }
    if text.starts_with('<') || text.starts_with("%PDF") {
        return in_markup(text);
    }
    in_csv(text)
}

fn in_png(file: &[u8]) -> Option<Made> {
    let reader = png::Decoder::new(Cursor::new(file)).read_info().ok()?;
    let chunk = reader.info().utf8_text.iter().find(|chunk| chunk.keyword == NAME)?;
    Made::from_json(&chunk.get_text().ok()?)
}

/// Bytes of the texts of a workbook that are read at most.
const MOST_TEXT: u64 = 1 << 30;

fn in_workbook(file: &[u8]) -> Option<Made> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).ok()?;
    let mut texts = Vec::new();
    archive.by_name("xl/sharedStrings.xml").ok()?.take(MOST_TEXT).read_to_end(&mut texts).ok()?;
    in_markup(&String::from_utf8_lossy(&texts))
}

/// The first text in markup that is JSON of this kind.
fn in_markup(text: &str) -> Option<Made> {
    let beginnings = ["{\"summitry\":", "{&quot;summitry&quot;:"];
    let begin = beginnings.iter().filter_map(|begin| text.find(begin)).min()?;
    let end = text[begin..].find('<')?;
    Made::from_json(&unescape(&text[begin..begin + end]).ok()?)
}

fn in_csv(text: &str) -> Option<Made> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let column = reader.headers().ok()?.iter().position(|heading| heading == NAME)?;
    let row = reader.into_records().next()?.ok()?;
    Made::from_json(row.get(column)?)
}

/// The file that a record gives where it is made as this one was; `None` if it cannot be made so.
#[must_use]
pub fn made_again(made: &Made, record: &Meetings) -> Option<Vec<u8>> {
    let state = &made.state;
    let meetings = &*as_seen(record, state.borders);
    let shown = &Shown::new(meetings, &state.question());
    match &made.what {
        What::Map { format, size, scale, letters } => {
            let format = Format::ALL.into_iter().find(|known| known.ending() == format)?;
            let letters = Letters::ALL.into_iter().find(|known| known.name() == letters)?;
            if !is_fair(*size, *scale) {
                return None;
            }
            let chart = state.chart(&shown.ties);
            let exhibit = Exhibit { record, meetings, shown, state, chart, size: *size };
            format.write(&exhibit, Print { scale: *scale, letters }).ok()
        }
        What::Film { size, scale, per_second } => {
            if !is_fair(*size, *scale) || *per_second == 0 {
                return None;
            }
            let chart = state.chart(&shown.ties);
            let exhibit = Exhibit { record, meetings, shown, state, chart, size: *size };
            film(&exhibit, *scale, *per_second).ok()
        }
        What::Table { format, of } => {
            let format = DataFormat::ALL.into_iter().find(|known| known.ending() == format)?;
            let data = Data::ALL.into_iter().find(|known| known.name() == of)?;
            Answered { record, meetings, shown, state }.write(data, format).ok()
        }
    }
}

/// Whether a page of this size, with so many pixels a point, can be drawn.
fn is_fair(size: [f32; 2], scale: f32) -> bool {
    size.iter().all(|side| (1.0..=16_384.0).contains(side)) && (f32::MIN_POSITIVE..=16.0).contains(&scale)
}
