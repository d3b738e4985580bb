//! Drawn lines: a line of the answer each, or one for each of its meetings, and how wide they are.

use super::scene::Scene;
use crate::drawing::Bundling;
use crate::query::tie::{Tie, TieKey};
use crate::state::Target;

/// Lines from which on each is drawn more simply.
pub const MANY: usize = 400;
/// Lines that the meetings between two places are fanned out to; the last stands for all that are left.
const MOST_FANNED: usize = 12;
/// The width in points of a line that counts nothing, of one that counts one, and what each further one adds
/// where there is room for it.
const NOT_COUNTED: f32 = 0.8;
const THIN: f32 = 1.5;
const WIDER: f32 = 0.5;
/// The widest line in points.
const WIDEST: f32 = 9.0;

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

/// The width in points at the beginning of a line: thinner than its end where somebody travels along it.
#[must_use]
pub fn begin_width(width: f32, travels: bool) -> f32 {
    if travels { (width * 0.4).max(0.6) } else { width }
}

/// The widths of lines: they grow evenly with what is counted, and the widest hides no country.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widths {
    /// The most that a line counts.
    pub most: usize,
    step: f32,
}

impl Widths {
    /// The widths for some lines.
    #[must_use]
    pub fn of(lines: &[DrawnLine]) -> Self {
        let most = lines.iter().map(|line| line.weight).max().unwrap_or(0);
        Self { most, step: WIDER.min((WIDEST - THIN) / most.saturating_sub(1).max(1) as f32) }
    }

    /// The width in points of a line that counts so much, where it arrives.
    #[must_use]
    pub fn width(self, weight: usize) -> f32 {
        match weight {
            0 => NOT_COUNTED,
            more => THIN + self.step * (more - 1) as f32,
        }
    }
}
