//! A map as a page for any browser, in one file that asks no network for anything: the map itself, what
//! stands behind each of its marks, and a table of the meetings.

pub mod hash;
mod rows;
mod listed;
mod page;

use self::listed::Listed;
use self::page::Page;
use super::sheet::{Exhibit, Print, Sheet};
use super::told::Told;
use crate::picture::{Group, Mark, Picture};

/// How the line begins by which a page of this program is known.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"Summitry ";
/// The bytes that a page has at most.
pub const MOST: usize = 1_500_000;

/// The width in points of the picture of a page at most: beside the panel it is seen at its own size then,
/// and no name is too small.
pub const WIDEST: f32 = 1080.0;

/// How finely coasts and borders are drawn, in pixels a point: the finest first. One who zooms in sees more
/// of them.
const DETAIL: [f32; 3] = [4.0, 2.0, 1.0];

/// The map as the text of a page of at most [`MOST`] bytes: with coasts as fine, with all its lines, and with
/// as many meetings as find room there. What finds none is told in it.
#[must_use]
pub fn html(map: &Exhibit, sheet: &Sheet, print: Print) -> String {
    let sheet = &with_map_alone(map, sheet);
    let Listed { meetings, all } = Listed::of(map, MOST);
    let page = |number: usize, pixels: f32, all_lines: bool| {
        let listed = &meetings[meetings.len() - number..];
        Page { map, sheet, letters: print.letters, meetings: listed, all, pixels, all_lines }.text()
    };
    let whole = meetings.len();
    if whole == all {
        let richest = DETAIL.into_iter().map(|pixels| page(whole, pixels, true));
        if let Some(text) = richest.into_iter().find(|text| text.len() <= MOST) {
            return text;
        }
    }
    let coarse = |number| page(number, 1.0, false);
    let without = coarse(0);
    let mut number = whole;
    while number > 0 {
        let text = coarse(number);
        if text.len() <= MOST {
            return text;
        }
        // Each meeting takes about as much as another: what is too much is taken away at once, and seldom
        // twice.
        let room = MOST.saturating_sub(without.len());
        number = (number - 1).min(number * room / (text.len() - without.len()).max(1));
    }
    without
}

/// The sheet with a map that has the whole of its place to itself: the words around it stand beside it in the
/// page.
fn with_map_alone(map: &Exhibit, sheet: &Sheet) -> Sheet {
    let Picture { pane, ref title, ref marks, .. } = sheet.picture;
    let mut picture = map.map_alone([pane.width(), pane.height()]);
    title.clone_into(&mut picture.title);
    let told = Told::new(&picture, map.meetings, map.shown, usize::MAX);
    let is_around = |mark: &&Mark| matches!(mark.group, Group::Credits | Group::Legend | Group::Title);
    picture.marks.extend(marks.iter().filter(is_around).cloned());
    Sheet { picture, told, made: sheet.made.clone() }
}
