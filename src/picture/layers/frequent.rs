//! The table of the most frequent: names, bars and numbers under the map.

use crate::globe::view::{Point, Rect};
use crate::picture::frequent::{Frequent, FrequentEntry, HEADING, ROW};
use crate::picture::look::{Colour, size};
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::picture::{Anchor, Shape, Stroke};
use crate::words::message::Message;
use crate::words::part::lists::ListText;
use crate::words::say;

/// The share of a column that names may take.
const NAMES: f32 = 0.46;
/// Points between a name, its bar and its number.
const GAP: f32 = 8.0;

/// Draws it, if there is one.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let Some(table) = &plan.layout.frequent else { return };
    let Frequent { heading, entries, more, rows, columns: _, most, rect } = table;
    let look = plan.look;
    out.draw(Shape::Panel { rect: *rect, corner: 0.0, fill: plan.ground(), stroke: Stroke::default() });
    let [_, wide] = table.column(0);
    let is_from_the_right = plan.is_from_the_right();
    // From the right the same lies at the other edge of the page.
    let across = |x: f32| if is_from_the_right { rect.max.x - (x - rect.min.x) } else { x };
    let anchor = if is_from_the_right { Anchor::End } else { Anchor::Start };
    let words = |out: &mut Marks, text: String, weight: Weight, x: f32, middle: f32, colour: Colour| {
        let at = Point { x: across(x), y: middle + size::SMALL * 0.36 };
        out.draw(Shape::Text { at, anchor, text, size: size::SMALL, weight, colour, halo: None });
    };
    let top = rect.min.y + HEADING + (heading.len() as f32 - 1.0) * ROW;
    for (number, line) in heading.iter().rev().enumerate() {
        let middle = top - ROW / 2.0 - number as f32 * ROW;
        words(out, line.clone(), Weight::SemiBold, table.column(0)[0], middle, look.ink);
    }
    let numbers = entries.iter().map(|entry| width(&number(entry), size::SMALL, Weight::Regular));
    let numbers = numbers.fold(0.0, f32::max);
    let longest = (wide * (1.0 - NAMES) - numbers - 2.0 * GAP).max(0.0);
    for (place, entry) in entries.iter().enumerate() {
        let [left, wide] = table.column(place / rows);
        let middle = top + (place % rows) as f32 * ROW + ROW / 2.0;
        let name = shortened(&entry.name, size::SMALL, Weight::Regular, wide * NAMES);
        words(out, name, Weight::Regular, left, middle, look.ink);
        let long = longest * entry.number as f32 / *most as f32;
        let begin = left + wide * NAMES + GAP;
        let end = begin + long;
        let (from, to) = (across(begin).min(across(end)), across(begin).max(across(end)));
        let bar = Rect { min: Point { x: from, y: middle - 4.5 }, max: Point { x: to, y: middle + 4.5 } };
        let shape = Shape::Panel { rect: bar, corner: 0.0, fill: look.held, stroke: Stroke::default() };
        out.draw_for(entry.target.clone(), shape);
        words(out, number(entry), Weight::Regular, end + GAP * 0.75, middle, look.quiet_ink);
    }
    if *more > 0 {
        let [left, _] = table.column(entries.len() / rows);
        let middle = top + (entries.len() % rows) as f32 * ROW + ROW / 2.0;
        words(out, say(ListText::AndMore(*more)), Weight::Regular, left, middle, look.quiet_ink);
    }
}

fn number(entry: &FrequentEntry) -> String {
    say(Message::Number(entry.number))
}
