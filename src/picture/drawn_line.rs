//! Drawn lines: a line of the answer each, or one for each of its meetings, and how wide they are.

use super::scene::Scene;
use crate::drawing::Bundling;
use crate::query::tie::{Tie, TieKey};
use crate::state::Target;

/// Lines from which on each is drawn more simply.
pub const MANY: usize = 400;
/// Lines that the meetings between two places are fanned out to; the last stands for all that are left.
const MOST_FANNED: usize = 12;
/// The width in points of a line that counts nothing, and of one that counts one where there is room for it.
const NOT_COUNTED: f32 = 1.25;
const THIN: f32 = 1.5;
/// The widest line in points, where all lines are drawn at full strength, and where only the strongest are.
const WIDEST: f32 = 7.0;
const WIDEST_OF_MANY: f32 = 5.0;

/// A line as it is drawn.
#[derive(Clone, Copy, Debug)]
pub struct DrawnLine<'a> {
    /// The line of the answer that it is, or is a part of.
    pub tie: &'a Tie,
    /// The meetings it stands for.
    pub rows: &'a [usize],
    /// What they count on it.
    pub weight: usize,
}

impl DrawnLine<'_> {
    /// What a click on it selects: a meeting where it stands for one of several or is its spoke, else the
    /// line of the answer.
    #[must_use]
    pub fn target(&self, scene: &Scene) -> Target {
        match (&self.tie.key, self.rows) {
            (TieKey::Spoke { meeting, .. }, _) => Target::Meeting(meeting.clone()),
            (_, &[only]) if self.tie.rows.len() > 1 => Target::Meeting(scene.meetings.get(only).id.clone()),
            (key, _) => Target::Tie(key.clone()),
        }
    }
}

/// The drawn lines of a scene, in the order of the answer.
#[must_use]
pub fn drawn_lines<'a>(scene: &Scene<'a>) -> Vec<DrawnLine<'a>> {
    let shown = scene.shown;
    let fanned = scene.state.drawing.several == Bundling::Fanned;
    let mut lines = Vec::with_capacity(shown.ties.lines.len());
    for tie in &shown.ties.lines {
        if !fanned || tie.rows.len() < 2 {
            lines.push(DrawnLine { tie, rows: &tie.rows, weight: tie.weight });
            continue;
        }
        let alone = if tie.rows.len() > MOST_FANNED { MOST_FANNED - 1 } else { tie.rows.len() };
        let (each, rest) = tie.rows.split_at(alone);
        for rows in each.chunks(1).chain((!rest.is_empty()).then_some(rest)) {
            let weight = rows.iter().map(|&row| tie.weight_of(&shown.count, row)).sum();
            lines.push(DrawnLine { tie, rows, weight });
        }
    }
    lines
}

/// The widths of lines: they grow with the square root of what is counted, so that the widest hides no country and the thinnest
/// stays a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// The most that a line counts.
    pub most: usize,
    /// The width of a line that counts one, were it not kept from being too thin.
    one: f32,
}

impl Widths {
    /// The widths for some lines.
    #[must_use]
    pub fn of(lines: &[DrawnLine]) -> Self {
        let most = lines.iter().map(|line| line.weight).max().unwrap_or(0);
        let widest = if lines.len() <= FULL { WIDEST } else { WIDEST_OF_MANY };
        Self { most, one: THIN.min(widest / (most.max(1) as f32).sqrt()) }
    }

    /// The width in points of a line that counts so much.
    #[must_use]
    pub fn width(self, weight: usize) -> f32 {
        NOT_COUNTED.max(self.one * (weight as f32).sqrt())
    }
}

/// Lines up to which all are drawn at full strength; of more, so many at most.
pub const FULL: usize = 120;
/// Points that those of more are wide together at most: the map stays to be seen between them.
const WIDE_TOGETHER: f32 = 200.0;

/// The lines that are drawn at full strength: all, or where there are too many for that, those that count most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strong {
    /// The least that such a line counts.
    least: usize,
    /// How many there are.
    pub number: usize,
}

impl Strong {
    /// Those of some lines of these widths. Lines that count the same are all strong or all faint.
    #[must_use]
    pub fn of(lines: &[DrawnLine], widths: Widths) -> Self {
        if lines.len() <= FULL {
            return Self { least: 0, number: lines.len() };
        }
        let mut weights: Vec<usize> = lines.iter().map(|line| line.weight).collect();
        let (strongest, &mut next, _) = weights.select_nth_unstable_by(FULL, |a, b| b.cmp(a));
        strongest.sort_unstable_by(|a, b| b.cmp(a));
        let mut together = 0.0;
        let has_room = |weight: &&usize| {
            together += widths.width(**weight);
            together <= WIDE_TOGETHER
        };
        let room = strongest.iter().take_while(has_room).count();
        let least = strongest.get(room).copied().unwrap_or(next) + 1;
        Self { least, number: strongest.iter().filter(|weight| **weight >= least).count() }
    }

    /// Whether a line that counts so much is one of them.
    #[must_use]
    pub const fn is(self, weight: usize) -> bool {
        weight >= self.least
    }
}
