//! What changed between two filters as a table for people, CSV and JSON.

use super::listing::{Format, aligned, one_line};
use crate::gazetteer::country::Countries;
use crate::meeting::table::Meetings;
use crate::query::change::{Changes, TieChange};
use serde::Serialize;

/// A line that changed, as files write it.
#[derive(Serialize)]
struct Row {
    change: &'static str,
    line: String,
    before: usize,
    after: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    before_per_month: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after_per_month: Option<f64>,
}

/// Every line of either side in a form, ended by a line feed: what became of it, its two ends, what it counts before and after, and the same
/// per month (to three digits) where that is asked for. JSON names the countries that are new and gone too.
#[must_use]
pub fn listing(meetings: &Meetings, changes: &Changes, per_month: bool, format: Format) -> String {
    let rows: Vec<Row> = changes.ties.iter().map(|change| row(meetings, change, per_month)).collect();
    match format {
        Format::Table => table(&rows, per_month),
        Format::Csv => csv(&rows, per_month),
        Format::Json => json(changes, &rows),
    }
}

fn row(meetings: &Meetings, change: &TieChange, per_month: bool) -> Row {
    let rate = |side: usize| per_month.then(|| (change.numbers[side] * 1000.0).round() / 1000.0);
    Row {
        change: change.change.name(),
        line: one_line(&change.tie.key.name(meetings)),
        before: change.counts[0],
        after: change.counts[1],
        before_per_month: rate(0),
        after_per_month: rate(1),
    }
}

impl Row {
    /// The cells; the last two are empty where nothing is divided.
    fn cells(&self) -> [String; 6] {
        let rate = |rate: Option<f64>| rate.map_or_else(String::new, |rate| rate.to_string());
        [
            self.change.to_owned(),
            self.line.clone(),
            self.before.to_string(),
            self.after.to_string(),
            rate(self.before_per_month),
            rate(self.after_per_month),
        ]
    }
}

const HEADINGS: [&str; 6] = ["Change", "Line", "Before", "After", "Before a month", "After a month"];
const COLUMNS: [&str; 6] = ["change", "line", "before", "after", "before_per_month", "after_per_month"];

const fn columns(per_month: bool) -> usize {
    if per_month { 6 } else { 4 }
}

fn table(rows: &[Row], per_month: bool) -> String {
    let cut = |cells: &[String]| cells[..columns(per_month)].to_vec();
    let header = cut(&HEADINGS.map(str::to_owned));
    let lines: Vec<Vec<String>> =
        std::iter::once(header).chain(rows.iter().map(|row| cut(&row.cells()))).collect();
    aligned(&lines)
}

fn csv(rows: &[Row], per_month: bool) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut write = |cells: &[String]| {
        writer.write_record(&cells[..columns(per_month)]).expect("a Vec takes every record");
    };
    write(&COLUMNS.map(str::to_owned));
    for row in rows {
        write(&row.cells());
    }
    let bytes = writer.into_inner().expect("a Vec takes every record");
    String::from_utf8(bytes).expect("only text was written")
}

#[derive(Serialize)]
struct Document<'a> {
    summary: &'a str,
    lines: &'a [Row],
    countries_new: Vec<String>,
    countries_gone: Vec<String>,
}

fn json(changes: &Changes, lines: &[Row]) -> String {
    let names = |codes: &[crate::meeting::code::CountryCode]| {
        codes.iter().map(|&code| Countries::embedded().name(code)).collect()
    };
    let document = Document {
        summary: &changes.sentence,
        lines,
        countries_new: names(&changes.new),
        countries_gone: names(&changes.gone),
    };
    serde_json::to_string_pretty(&document).expect("plain values become JSON") + "\n"
}
