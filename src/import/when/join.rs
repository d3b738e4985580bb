//! The dates of a cell, put together: ranges, lists of days, and what one of them takes from another.
//!
//! The rules: a dash or a word such as `to` makes a span. In a list (`,`, `/`, `and`), dates that follow one
//! another without a gap are one span; so are exactly two whole dates in order and at most 31 days apart,
//! unless `and` stands between them. Other lists are separate days, and lists of years separate years.

use super::How;
use super::Reading;
use super::Remark;
use super::chain::{Chains, Item, Mattered, Parts, YEARS, date_of, no_form};
use super::glue::without_inner_separators;
use super::piece::{Number, Piece, Separator, pieces};
use super::point::{Point, Stretch, Written, point};
use super::word::{Mark, Season};
use crate::import::problem::{Refused, WhyRefused};
use crate::meeting::date::{Dates, PartialDate};
use std::collections::BTreeSet;

/// What came of reading in one order.
#[derive(Debug)]
pub struct Found {
    /// The reading.
    pub reading: Result<Reading, Refused>,
    /// Where the order made a difference.
    pub mattered: Mattered,
}

/// Reads a text with the day or the month first.
#[must_use]
pub fn read(text: &str, how: &How, day_first: bool) -> Found {
    let mut chains =
        Chains { how, day_first, has_month: false, mattered: Mattered::Nowhere, remarks: BTreeSet::new() };
    let spans = spans(text, &mut chains);
    Found {
        mattered: chains.mattered,
        reading: spans.map(|spans| Reading { spans, remarks: chains.remarks }),
    }
}

fn spans(text: &str, chains: &mut Chains<'_>) -> Result<Vec<Dates>, Refused> {
    let pieces = pieces(text, &mut chains.remarks).ok_or_else(no_form)?;
    let pieces = without_inner_separators(pieces);
    chains.has_month = pieces
        .iter()
        .any(|placed| matches!(placed.piece, Piece::Month(_) | Piece::Mark(Mark::Month) | Piece::Unit(_)));
    let items = chains.items(&pieces)?;
    let (drafts, separators) = parted(&items);
    let mut points = Vec::with_capacity(drafts.len());
    for draft in drafts {
        points.push(point(draft, chains)?);
    }
    if points.is_empty() {
        return Err(no_form());
    }
    if let Some(winter) = winter(&points) {
        chains.remarks.insert(Remark::Season);
        return Ok(vec![winter]);
    }
    let are_complete = points.iter().all(Point::is_complete);
    complete(&mut points, chains)?;
    let spans = ranges(&mut points, &separators, chains)?;
    let first = separators.first().copied();
    if first.is_some_and(lists) && spans.iter().all(is_year) {
        return Ok(spans);
    }
    Ok(joined(spans, first.filter(|_| are_complete)))
}

/// The items between separators, and the separators. A comma before a year, as in `July 3, 2024`, parts
/// nothing; two dates without anything between them are two.
fn parted(items: &[Item]) -> (Vec<&[Item]>, Vec<Separator>) {
    let mut drafts: Vec<&[Item]> = Vec::new();
    let mut separators = Vec::new();
    let mut pending = Separator::Comma;
    let mut from = 0;
    for at in 0..=items.len() {
        let separator = match items.get(at) {
            None => Some(Separator::Comma),
            Some(Item::Piece(Piece::Separator(separator))) => {
                let is_comma = *separator == Separator::Comma;
                let is_inner = is_comma && is_within(&items[from..at], &items[at + 1..]);
                Some(*separator).filter(|_| !is_inner)
            }
            Some(Item::Date(_)) => {
                let has_date = items[from..at].iter().any(|before| matches!(before, Item::Date(_)));
                has_date.then_some(Separator::Comma)
            }
            Some(Item::Piece(_)) => None,
        };
        let Some(separator) = separator else { continue };
        let is_empty = items[from..at].iter().all(|item| matches!(item, Item::Piece(Piece::Separator(_))));
        if is_empty {
            // `3, and 4`: the word says more than the comma.
            let says_more = matches!(separator, Separator::Range | Separator::And);
            pending = if says_more { separator } else { pending };
        } else {
            if !drafts.is_empty() {
                separators.push(pending);
            }
            drafts.push(&items[from..at]);
            pending = separator;
        }
        from = if matches!(items.get(at), Some(Item::Date(_))) { at } else { at + 1 };
    }
    (drafts, separators)
}

/// Whether a comma between these stands inside one date.
fn is_within(before: &[Item], after: &[Item]) -> bool {
    let number = |item: Option<&Item>, is_it: fn(&Number) -> bool| matches!(item, Some(Item::Piece(Piece::Number(number))) if is_it(number));
    let has_year = before.iter().any(|item| match item {
        Item::Date(parts) => parts.year.is_some(),
        Item::Piece(Piece::Number(number)) => number.is_year(),
        Item::Piece(Piece::Mark(mark)) => *mark == Mark::Year,
        Item::Piece(_) => false,
    });
    let has_month = |items: &[Item]| {
        items.iter().take_while(|item| !matches!(item, Item::Piece(Piece::Separator(_)))).any(|item| {
            matches!(
                item,
                Item::Piece(Piece::Month(_) | Piece::Season(_) | Piece::Unit(_) | Piece::HalfOfYear(_))
            )
        })
    };
    let is_year_next = number(after.first(), Number::is_year) && !has_month(&after[1..]);
    let is_year_alone = before.len() == 1 && number(before.first(), Number::is_year);
    let is_day_alone = before.len() == 1 && number(before.first(), Number::is_small);
    let is_month_next = matches!(after.first(), Some(Item::Piece(Piece::Month(_))));
    (is_year_next && !has_year && !before.is_empty())
        || (is_year_alone && has_month(after))
        || (is_day_alone && is_month_next)
}

/// `winter 2024/25` and `winter 2024–2025` are December to February.
fn winter(points: &[Point]) -> Option<Dates> {
    let [first, second] = points else { return None };
    let is_winter = |point: &Point| point.stretch == Some(Stretch::Season(Season::Winter));
    let year = |point: &Point| point.parts.year;
    let has_year_only = |point: &Point| point.stretch.is_none() && point.parts.month.is_none();
    let (year, next) = match (is_winter(first), is_winter(second)) {
        (true, false) if has_year_only(second) => (year(first)?, year(second).or(second.parts.day)?),
        (false, true) if has_year_only(first) && first.parts.day.is_none() => (year(first)?, year(second)?),
        _ => return None,
    };
    let is_next = next == year + 1 || next == (year + 1) % 100;
    (is_next && YEARS.contains(&(year + 1))).then_some(Dates {
        start: Some(PartialDate::Month(year, 12)),
        end: Some(PartialDate::Month(year + 1, 2)),
    })
}

/// Fills what a date lacks from the one behind it, then from the one before it, then the year from the
/// caller.
fn complete(points: &mut [Point], chains: &mut Chains<'_>) -> Result<(), Refused> {
    for at in (0..points.len().saturating_sub(1)).rev() {
        let other = points[at + 1];
        points[at].complete_from(&other, true);
    }
    for at in 1..points.len() {
        let other = points[at - 1];
        points[at].complete_from(&other, false);
    }
    if points.iter().any(Point::lacks_year) {
        let Some(year) = chains.how.year else { return Err(no_year(points, chains)) };
        chains.remarks.insert(Remark::YearInherited);
        for point in points.iter_mut().filter(|point| point.lacks_year()) {
            point.parts.year = Some(year);
            point.year_is_inferred = true;
        }
    }
    Ok(())
}

/// No year: `July 24` may be one of 24 days or of a hundred years.
fn no_year(points: &[Point], chains: &mut Chains<'_>) -> Refused {
    let readings = match points {
        [
            Point {
                parts: Parts { month: Some(month), day: Some(day), .. },
                written: Written::DayOrYear,
                ..
            },
        ] => {
            let year = chains.long_year(*day);
            date_of(Parts { year: Some(year), month: Some(*month), day: None }).into_iter().collect()
        }
        _ => Vec::new(),
    };
    Refused { why: WhyRefused::NoYear, readings }
}

/// Spans of the points, each with its separators to the next.
fn ranges(
    points: &mut [Point],
    separators: &[Separator],
    chains: &mut Chains<'_>,
) -> Result<Vec<Dates>, Refused> {
    let is_range =
        |at: usize| separators.get(at).is_some_and(|one| matches!(one, Separator::Range | Separator::Hyphen));
    let mut spans = Vec::new();
    let mut at = 0;
    while at < points.len() {
        if !is_range(at) {
            over_new_year(&mut points[at..]);
            spans.push(points[at].span(chains)?);
            at += 1;
            continue;
        }
        if is_range(at + 1) {
            return Err(no_form());
        }
        spans.push(range(points[at], points[at + 1], chains)?);
        at += 2;
    }
    Ok(spans)
}

/// `31 December/1 January 2025`: a year that is not a date's own may be the one before or behind.
fn over_new_year(points: &mut [Point]) {
    let [first, next, ..] = points else { return };
    if first.parts.year != next.parts.year || first.parts.month != Some(12) || next.parts.month != Some(1) {
        return;
    }
    if next.year_is_inferred {
        next.parts.year = next.parts.year.map(|year| year + 1);
    } else if first.year_is_inferred {
        first.parts.year = first.parts.year.map(|year| year - 1);
    }
}

/// From one to the other. Where the year of one is not its own, it may be the year before or behind: `30
/// December – 2 January 2025`.
fn range(mut first: Point, mut last: Point, chains: &mut Chains<'_>) -> Result<Dates, Refused> {
    let is_ordered =
        |start: Dates, end: Dates| start.days().map(|(day, _)| day) <= end.days().map(|(_, day)| day);
    let both = |start: Dates, end: Dates| Dates { start: start.start, end: end.end };
    let (start, end) = (first.span(chains)?, last.span(chains)?);
    if is_ordered(start, end) {
        return Ok(both(start, end));
    }
    let readings = start.start.into_iter().chain(end.end).collect();
    if last.year_is_inferred {
        last.parts.year = last.parts.year.map(|year| year + 1);
    } else if first.year_is_inferred {
        first.parts.year = first.parts.year.map(|year| year - 1);
    }
    let is_new_year = first.parts.month.zip(last.parts.month).is_some_and(|(first, last)| first > last);
    let (start, end) = (first.span(chains)?, last.span(chains)?);
    if is_new_year && is_ordered(start, end) {
        Ok(both(start, end))
    } else {
        Err(Refused { why: WhyRefused::Backwards, readings })
    }
}

/// The longest time between two whole dates that are taken for the ends of one span, in days.
const LONGEST_GAP: i32 = 31;

/// Whether a separator parts what is listed.
const fn lists(separator: Separator) -> bool {
    matches!(separator, Separator::Comma | Separator::Semicolon | Separator::And)
}

fn is_year(span: &Dates) -> bool {
    matches!((span.start, span.end), (Some(PartialDate::Year(start)), Some(PartialDate::Year(end))) if start == end)
}

/// Joins what follows on one another, and two whole dates in order.
fn joined(spans: Vec<Dates>, between: Option<Separator>) -> Vec<Dates> {
    if let ([first, last], Some(Separator::Comma | Separator::Semicolon | Separator::Slash)) =
        (&spans[..], between)
        && let (Some((_, before)), Some((after, _))) = (first.days(), last.days())
        && (0..=LONGEST_GAP).contains(&(after - before).get_days())
    {
        return vec![Dates { start: first.start, end: last.end }];
    }
    let mut left: Vec<Dates> = Vec::with_capacity(spans.len());
    for span in spans {
        match left.last_mut() {
            Some(last) if follows(*last, span) => last.end = span.end,
            _ => left.push(span),
        }
    }
    left
}

/// Whether a span begins on the day after another one ends, and both are as precise.
fn follows(before: Dates, after: Dates) -> bool {
    let grain = |date: Option<PartialDate>| match date {
        Some(PartialDate::Day(_)) => Some(0),
        Some(PartialDate::Month(..)) => Some(1),
        Some(PartialDate::Year(_)) => Some(2),
        None => None,
    };
    let (Some((_, end)), Some((begin, _))) = (before.days(), after.days()) else { return false };
    grain(before.end) == grain(after.start) && end.tomorrow().is_ok_and(|next| next == begin)
}
