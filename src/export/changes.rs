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
    from: String,
    to: String,
    before: usize,
    after: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    before_per_month: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after_per_month: Option<f64>,
}

/// Every line of either side in a form, ended by a line feed: what became of it, the line (in CSV and JSON its two ends too), what it counts before and after, and the same
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
    let [from, to] = change.tie.key.ends(meetings).map(|end| one_line(&end));
    let rate = |side: usize| per_month.then(|| (change.numbers[side] * 1000.0).round() / 1000.0);
    Row {
        change: change.change.name(),
        line: one_line(&change.tie.key.name(meetings)),
        from,
        to,
        before: change.counts[0],
        after: change.counts[1],
        before_per_month: rate(0),
        after_per_month: rate(1),
    }
}

impl Row {
    /// What it counts: before and after, and the same per month where that is asked for.
    fn numbers(&self) -> impl Iterator<Item = String> {
        let rates = [self.before_per_month, self.after_per_month];
        [self.before, self.after]
            .map(|number| number.to_string())
            .into_iter()
            .chain(rates.into_iter().flatten().map(|rate| rate.to_string()))
    }
}

/// Headings, or the names of columns; the last two only where numbers are divided.
fn names<const N: usize>(all: [&str; N], per_month: bool) -> Vec<String> {
    let some = if per_month { N } else { N - 2 };
    all[..some].iter().map(ToString::to_string).collect()
}

fn table(rows: &[Row], per_month: bool) -> String {
    const HEADINGS: [&str; 6] = ["Change", "Line", "Before", "After", "Before a month", "After a month"];
    let cells =
        |row: &Row| [row.change.to_owned(), row.line.clone()].into_iter().chain(row.numbers()).collect();
    let lines: Vec<Vec<String>> =
        std::iter::once(names(HEADINGS, per_month)).chain(rows.iter().map(cells)).collect();
    aligned(&lines)
}

fn csv(rows: &[Row], per_month: bool) -> String {
    const COLUMNS: [&str; 8] =
        ["change", "line", "from", "to", "before", "after", "before_per_month", "after_per_month"];
    let cells = |row: &Row| {
        let words = [row.change.to_owned(), row.line.clone(), row.from.clone(), row.to.clone()];
        words.into_iter().chain(row.numbers()).collect()
    };
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in std::iter::once(names(COLUMNS, per_month)).chain(rows.iter().map(cells)) {
        writer.write_record(&record).expect("a Vec takes every record");
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
