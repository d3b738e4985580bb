//! What changed between two filters as a table for people, CSV and JSON.

use super::listing::{Form, aligned};
use super::visible::{self, one_line};
use crate::gazetteer::country::Countries;
use crate::import::escape::guarded;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::query::change::{Change, Changes, TieChange};
use crate::query::question::Question;
use crate::query::tie::Ties;
use crate::words::message::{Message, Word};
use crate::words::part::exported::Heads;
use crate::words::{label, say, word};
use serde::Serialize;

/// A line that changed, as files write it.
#[derive(Serialize)]
struct Row {
    #[serde(skip)]
    what: Change,
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

/// Every line of either side in a form, ended by a line feed: what became of it, its name, what it counts
/// before and after, and the same per month (to four digits) where that is asked for. CSV and JSON have its
/// two ends too, what is compared, and the counting rule; JSON the countries that are new and gone.
#[must_use]
pub fn listing(
    meetings: &Meetings,
    question: &Question,
    ties: &Ties,
    changes: &Changes,
    form: Form,
) -> String {
    let per_month = question.compare.as_ref().is_some_and(|compare| compare.per_month);
    let rows: Vec<Row> = changes.ties.iter().map(|change| row(meetings, ties, change, per_month)).collect();
    let counting_rule = say(Message::Rule(question.rule));
    let before = question.compare.as_ref().map(|baseline| &baseline.before);
    let sides = [before, Some(&question.filter)];
    let sides =
        sides.map(|side| side.map_or_else(String::new, |filter| say(Message::Side(filter, changes.apart))));
    match form {
        Form::Table => table(&rows, per_month),
        Form::Csv => csv(&sides, &counting_rule, &rows, per_month),
        Form::Json => json(question, changes, &sides, &counting_rule, &rows),
    }
}

fn row(meetings: &Meetings, ties: &Ties, change: &TieChange, per_month: bool) -> Row {
    let [from, to] = change.tie.key.ends(meetings, ties).map(|end| one_line(&end));
    let rate = |side: usize| per_month.then(|| to_four_digits(change.numbers[side]));
    Row {
        what: change.change,
        change: change.change.name(),
        line: one_line(&change.tie.key.name(meetings, ties)),
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

impl Row {
    /// What it counts before and after, and the same per month where that is asked for.
    fn numbers(&self) -> Vec<String> {
        let counts = [self.before, self.after].map(|count| count.to_string());
        let rates = [self.before_per_month, self.after_per_month];
        counts.into_iter().chain(rates.into_iter().flatten().map(|rate| rate.to_string())).collect()
    }
}

/// The names of the numbers: all four where they are divided.
fn names(all: [&str; 4], per_month: bool) -> Vec<String> {
    all[..if per_month { 4 } else { 2 }].iter().map(ToString::to_string).collect()
}

/// A line of cells: what comes before the numbers, they, and what comes after.
fn cells(before: &[&str], numbers: Vec<String>, after: &[&str]) -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    [words(before), numbers, words(after)].concat()
}

fn table(rows: &[Row], per_month: bool) -> String {
    let numbers = names(
        [Heads::Before, Heads::After, Heads::BeforePerMonth, Heads::AfterPerMonth].map(label),
        per_month,
    );
    let headings = cells(&[label(Heads::Change), label(Heads::Line)], numbers, &[]);
    let lines = rows.iter().map(|row| cells(&[word(Word::Change(row.what)), &row.line], row.numbers(), &[]));
    aligned(&std::iter::once(headings).chain(lines).collect::<Vec<_>>())
}

fn csv(sides: &[String; 2], counting_rule: &str, rows: &[Row], per_month: bool) -> String {
    let numbers = names(["before", "after", "before_per_month", "after_per_month"], per_month);
    let of_all = ["compared_before", "compared_after", "counting_rule"];
    let columns = cells(&["change", "line", "from", "to"], numbers, &of_all);
    let [before, after] = sides;
    let lines = rows.iter().map(|row| {
        let words = [row.change, &row.line, &row.from, &row.to];
        cells(&words, row.numbers(), &[before, after, counting_rule])
    });
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in std::iter::once(columns).chain(lines) {
        let cells = record.iter().map(|cell| guarded(cell));
        writer.write_record(cells.collect::<Vec<_>>()).expect("a Vec takes every record");
    }
    let bytes = writer.into_inner().expect("a Vec takes every record");
    String::from_utf8(bytes).expect("only text was written")
}

#[derive(Serialize)]
struct Document<'a> {
    summary: String,
    compared_before: &'a str,
    compared_after: &'a str,
    counting_rule: &'a str,
    lines: &'a [Row],
    countries_new: Vec<String>,
    countries_gone: Vec<String>,
}

fn json(
    question: &Question,
    changes: &Changes,
    sides: &[String; 2],
    counting_rule: &str,
    lines: &[Row],
) -> String {
    let name = |&code: &CountryCode| Countries::embedded().name(code).into_owned();
    let names = |codes: &[CountryCode]| codes.iter().map(name).collect();
    let document = Document {
        summary: say(Message::Changes(question, changes)),
        compared_before: &sides[0],
        compared_after: &sides[1],
        counting_rule,
        lines,
        countries_new: names(&changes.new),
        countries_gone: names(&changes.gone),
    };
    visible::json(serde_json::to_string_pretty(&document).expect("plain values become JSON")) + "\n"
}
