//! The attribution as it is laid out: a note, the sources of the meetings, the border policy and the credits,
//! at the lower right of every picture; on a narrow or made-up page under the map.

use super::header::{LOW, margin};
use super::look::size;
use super::scene::Scene;
use super::text::{Weight, width};
use super::wrap::{at_most, wrapped};
use crate::globe::policy::BorderPolicy;
use crate::globe::view::{Point, Rect};
use crate::page::Texts;
use crate::words::message::{Message, Word};
use crate::words::{say, word};

/// What the user may word at the foot of a picture: the note, where there is one, and where the meetings are
/// from.
#[must_use]
pub fn own_words(scene: &Scene) -> [String; 2] {
    let Texts { note, sources, .. } = &scene.state.texts;
    let own = sources.trim();
    let sources = if own.is_empty() { say(Message::Sources(&scene.shown.origin)) } else { own.to_owned() };
    [note.trim().to_owned(), sources]
}

/// The border policy, and where map and places are from, in words; part of every picture.
#[must_use]
pub fn attribution(projection: &str, borders: BorderPolicy) -> [String; 2] {
    sentences(projection, Message::Borders(borders))
}

fn sentences(projection: &str, borders: Message) -> [String; 2] {
    [format!("{projection}. {}", say(borders)), word(Word::Credits).to_owned()]
}

/// The attribution's lines and the rectangle they take.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The text, line by line.
    pub lines: Vec<String>,
    /// At the lower right of the pane, or as wide as the page.
    pub rect: Rect,
    /// Whether it is a strip under the map.
    pub is_strip: bool,
    /// The part of it that the user may word: note and sources.
    pub own_rect: Rect,
}

/// Lines of a note, or of sources in the user's words; longer ones are cut.
const MOST_OF_ONE: usize = 4;
/// The same on a low page.
const MOST_ON_LOW: usize = 1;
/// Points from line to line.
pub const LINE: f32 = 14.5;
/// The width of a pane in points below which legend and attribution stand one above the other, each as wide
/// as the pane.
pub const NARROW: f32 = 960.0;

/// The share of a narrow pane that the full wording may take; where it is longer, a shorter one stands.
const MOST_TAKEN: f32 = 0.15;
/// Points between the edges of a strip or plate and what stands on it, above and below together.
const AIR: f32 = 8.0;
/// Lines that the statement about borders may take on a made-up page; a longer one is said in short.
const MOST_ABOUT_BORDERS: usize = 2;

impl Attribution {
    /// Breaks the text to the pane's width. On a small page the border policy is named and not told in full.
    #[must_use]
    pub fn new(scene: &Scene, pane: Rect) -> Self {
        if pane.width() < NARROW {
            return Self::strip(scene, pane);
        }
        let room = (pane.width() * 0.56).min(640.0);
        let demanded = attribution(&say(Message::Chart(&scene.lands.chart)), scene.borders.policy);
        let (lines, own) = lines(scene, &demanded, room);
        let widest = lines.iter().map(|line| width(line, size::SMALL, Weight::Regular)).fold(0.0, f32::max);
        let high = lines.len() as f32 * LINE + AIR;
        let min = Point { x: pane.max.x - widest - 16.0, y: pane.max.y - high };
        let own_rect = Rect { min, max: Point { y: min.y + own as f32 * LINE + 4.0, ..pane.max } };
        Self { lines, rect: Rect { min, max: pane.max }, is_strip: false, own_rect }
    }

    /// The text at the bottom of the page, one sentence after the other.
    #[must_use]
    pub fn strip(scene: &Scene, pane: Rect) -> Self {
        let room = pane.width() - 2.0 * margin(pane.width());
        let chart = say(Message::Chart(&scene.lands.chart));
        let policy = scene.borders.policy;
        let [borders, credits] = attribution(&chart, policy);
        let is_long = || wrapped(&borders, size::SMALL, Weight::Regular, room).len() > MOST_ABOUT_BORDERS;
        let (full, own) = lines(scene, &[format!("{borders} {credits}")], room);
        let is_too_long = full.len() as f32 * LINE > MOST_TAKEN * pane.height();
        let (lines, own) = if is_too_long || scene.state.page.is_made_up() && is_long() {
            let [borders, credits] = sentences(&chart, Message::BordersInShort(policy));
            lines(scene, &[format!("{borders} {credits}")], room)
        } else {
            (full, own)
        };
        let min = Point { x: pane.min.x, y: pane.max.y - lines.len() as f32 * LINE - AIR };
        let own_rect = Rect { min, max: Point { y: min.y + own as f32 * LINE + 4.0, ..pane.max } };
        Self { lines, rect: Rect { min, max: pane.max }, is_strip: true, own_rect }
    }
}

/// The lines of what the user may word and of what is demanded, and how many are the former.
fn lines(scene: &Scene, demanded: &[String], room: f32) -> (Vec<String>, usize) {
    let broken = |text: &String| wrapped(text, size::SMALL, Weight::Regular, room);
    let most = if scene.size[1] < LOW { MOST_ON_LOW } else { MOST_OF_ONE };
    let [note, sources] = own_words(scene);
    // Where the meetings are from, and up to when the record reaches, is not cut: only what the user writes.
    let is_own = !scene.state.texts.sources.trim().is_empty();
    let sources = if is_own { at_most(most, broken(&sources)) } else { broken(&sources) };
    let mut lines: Vec<String> = at_most(most, broken(&note)).into_iter().chain(sources).collect();
    let own = lines.len();
    lines.extend(demanded.iter().flat_map(broken));
    (lines, own)
}
