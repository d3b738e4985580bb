//! The header as it is laid out: the title, and below it the sentence that says what is shown.

use super::cues::Lines;
use super::look::size;
use super::scene::Scene;
use super::text::{Weight, width};
use super::wrap::{at_most, wrapped};
use crate::globe::view::{Point, Rect};
use crate::import::examples::Example;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::{Message, Word};
use crate::words::spoken::spoken;
use crate::words::{say, word};
use std::borrow::Cow;

/// The width of a page in points below which it is as narrow as a column.
const COLUMN: f32 = 360.0;

/// The height of a page in points below which what stands around the map takes as few lines as it can.
pub const LOW: f32 = 300.0;

/// Space between the edges of a page of this width and what stands on it.
#[must_use]
pub const fn margin(page_width: f32) -> f32 {
    if page_width < COLUMN { 10.0 } else { 20.0 }
}

/// The sizes of title and sentence on a page of this width and height, each with the points from line to
/// line.
#[must_use]
pub const fn sizes([page_width, page_height]: [f32; 2]) -> [[f32; 2]; 2] {
    if page_width < COLUMN || page_height < LOW {
        [[size::NARROW_TITLE, 19.0], [size::SMALL, 15.5]]
    } else {
        [[size::TITLE, 24.0], [size::VENUE, 18.0]]
    }
}

/// Lines of a title and of what stands below it. Longer texts are cut: the map is what the page is for.
const MOST_TITLE: usize = 4;
const MOST_SENTENCE: usize = 8;
/// The same on a low page.
const MOST_LOW_TITLE: usize = 1;
const MOST_LOW_SENTENCE: usize = 2;

/// The header: the title's and the sentence's lines, and how high that is.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The title's lines.
    pub title: Vec<String>,
    /// The sentence's lines.
    pub sentence: Vec<String>,
    /// Height in points.
    pub height: f32,
    /// Where the title stands.
    pub title_rect: Rect,
    /// Where the sentence stands.
    pub sentence_rect: Rect,
}

/// The title of a picture: the user's, or the one that the program writes. That of a table which the program
/// ships is the program's too, and is in the language of the map.
#[must_use]
pub fn title<'a>(state: &'a State, shown: &Shown) -> Cow<'a, str> {
    let own = state.title.trim();
    if own.is_empty() {
        return Cow::Owned(say(Message::OwnTitle(shown)));
    }
    Example::titled(own).map_or(Cow::Borrowed(own), |example| Cow::Borrowed(word(Word::TitleOf(example))))
}

/// What stands below the title: what is selected, then the user's subtitle or else what is shown, and, where
/// the lines are too many to be told apart, how many of them stand out.
#[must_use]
pub fn subtitle(scene: &Scene, lines: &Lines) -> String {
    let Scene { meetings, shown, state, .. } = *scene;
    let selected = state.selection.as_ref().map(|target| say(Message::Selected(shown, meetings, target)));
    let own = state.texts.subtitle.trim();
    let words = if own.is_empty() { say(Message::Shown(shown)) } else { own.to_owned() };
    let (strong, drawn, all) = (lines.strong.number, lines.all.len(), lines.number);
    let faint = strong < all && state.selection.is_none() && own.is_empty();
    let faint = faint.then(|| say(Message::StrongLines { strong, drawn, all }));
    let parts = selected.into_iter().chain([words]).chain(faint).filter(|part| !part.is_empty());
    say(Message::Dots(&parts.collect::<Vec<_>>()))
}

impl Header {
    /// Breaks title and sentence to the page's width.
    #[must_use]
    pub fn new(title: &str, sentence: &str, page: [f32; 2]) -> Self {
        let [page_width, page_height] = page;
        let margin = margin(page_width);
        let [[title_size, title_step], [size, step]] = sizes(page);
        let (most_title, most_sentence) =
            if page_height < LOW { (MOST_LOW_TITLE, MOST_LOW_SENTENCE) } else { (MOST_TITLE, MOST_SENTENCE) };
        let room = page_width - 2.0 * margin;
        let title = at_most(most_title, wrapped(title, title_size, Weight::SemiBold, room));
        let sentence = at_most(most_sentence, wrapped(sentence, size, Weight::Regular, room));
        let widest = |lines: &[String], size, weight| {
            lines.iter().map(|line| width(line, size, weight)).fold(0.0, f32::max)
        };
        let below = 12.0 + title.len() as f32 * title_step;
        let height = below + sentence.len() as f32 * step + 10.0;
        let title_max = Point { x: margin + widest(&title, title_size, Weight::SemiBold), y: below };
        let title_rect = Rect { min: Point { x: margin, y: 12.0 }, max: title_max };
        let max = Point { x: margin + widest(&sentence, size, Weight::Regular), y: height - 10.0 };
        let sentence_rect = Rect { min: Point { x: margin, y: below }, max };
        // From the right the same lies at the other edge of the page.
        let mirrored = |rect: Rect| Rect {
            min: Point { x: page_width - rect.max.x, ..rect.min },
            max: Point { x: page_width - rect.min.x, ..rect.max },
        };
        let at = |rect| if spoken().is_from_the_right() { mirrored(rect) } else { rect };
        let (title_rect, sentence_rect) = (at(title_rect), at(sentence_rect));
        Self { title, sentence, height, title_rect, sentence_rect }
    }
}
