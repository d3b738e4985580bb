//! What changed between two filters as a table for people, CSV and JSON.

use super::listing::{Format, aligned, one_line};
use crate::gazetteer::country::Countries;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::change::{Changes, TieChange};
use crate::query::question::Question;
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

/// Every line of either side in a form, ended by a line feed: what became of it, its name, what it counts before and after, and the same per
/// month (to four digits) where that is asked for. CSV and JSON have its two ends too, what is compared, and the counting rule; JSON the countries
/// that are new and gone.
#[must_use]
pub fn listing(meetings: &Meetings, question: &Question, changes: &Changes, format: Format) -> String {
    let per_month = question.compare.as_ref().is_some_and(|compare| compare.per_month);
    let rows: Vec<Row> = changes.ties.iter().map(|change| row(meetings, change, per_month)).collect();
    let counting_rule = question.rule.in_words();
    match format {
        Format::Table => table(&rows, per_month),
        Format::Csv => csv(changes, &counting_rule, &rows, per_month),
        Format::Json => json(changes, &counting_rule, &rows),
    }
}

fn row(meetings: &Meetings, change: &TieChange, per_month: bool) -> Row {
    let [from, to] = change.tie.key.ends(meetings).map(|end| one_line(&end));
    let rate = |side: usize| per_month.then(|| to_four_digits(change.numbers[side]));
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

/// The number rounded to four significant digits.
fn to_four_digits(number: f64) -> f64 {
    format!("{number:.3e}").parse().unwrap_or(number)
}

/// Cells one after the other: what a line is, what it counts, the same per month where that is asked for, and what belongs to all lines.
fn cells(is: &[&str], counts: [&str; 2], rates: Option<[&str; 2]>, of_all: &[&str]) -> Vec<String> {
    let cells = is.iter().chain(&counts).chain(rates.iter().flatten()).chain(of_all);
    cells.map(ToString::to_string).collect()
}

impl Row {
    fn cells(&self, is: &[&str], of_all: &[&str]) -> Vec<String> {
        let rates = self.before_per_month.zip(self.after_per_month);
        let rates = rates.map(|(before, after)| [before.to_string(), after.to_string()]);
        let rates = rates.as_ref().map(|rates| rates.each_ref().map(String::as_str));
        let counts = [self.before.to_string(), self.after.to_string()];
        cells(is, counts.each_ref().map(String::as_str), rates, of_all)
    }
}

fn table(rows: &[Row], per_month: bool) -> String {
    let rates = per_month.then_some(["Before a month", "After a month"]);
    let headings = cells(&["Change", "Line"], ["Before", "After"], rates, &[]);
    let lines = rows.iter().map(|row| row.cells(&[row.change, &row.line], &[]));
    aligned(&std::iter::once(headings).chain(lines).collect::<Vec<_>>())
}

fn csv(changes: &Changes, counting_rule: &str, rows: &[Row], per_month: bool) -> String {
    let is = ["change", "line", "from", "to"];
    let rates = per_month.then_some(["before_per_month", "after_per_month"]);
    let columns =
        cells(&is, ["before", "after"], rates, &["compared_before", "compared_after", "counting_rule"]);
    let [before, after] = &changes.sides;
    let lines = rows
        .iter()
        .map(|row| row.cells(&[row.change, &row.line, &row.from, &row.to], &[before, after, counting_rule]));
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in std::iter::once(columns).chain(lines) {
        writer.write_record(&record).expect("a Vec takes every record");
    }
    let bytes = writer.into_inner().expect("a Vec takes every record");
    String::from_utf8(bytes).expect("only text was written")
}

#[derive(Serialize)]
struct Document<'a> {
    summary: &'a str,
    compared_before: &'a str,
    compared_after: &'a str,
    counting_rule: &'a str,
    lines: &'a [Row],
    countries_new: Vec<String>,
    countries_gone: Vec<String>,
}

fn json(changes: &Changes, counting_rule: &str, lines: &[Row]) -> String {
    let names = |codes: &[CountryCode]| codes.iter().map(|&code| Countries::embedded().name(code)).collect();
    let document = Document {
        summary: &changes.sentence,
        compared_before: &changes.sides[0],
        compared_after: &changes.sides[1],
        counting_rule,
        lines,
        countries_new: names(&changes.new),
        countries_gone: names(&changes.gone),
    };
    serde_json::to_string_pretty(&document).expect("plain values become JSON") + "\n"
}
