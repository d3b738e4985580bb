//! The emphasis: which meetings and countries stay bright while something is pointed at or selected.

use super::scene::Scene;
use super::venue::is_same_city;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::state::Target;
use std::collections::BTreeSet;

/// What is bright.
#[derive(Clone, Debug, Default)]
pub struct Emphasis {
    /// The bright rows; `None` if nothing is singled out and all are bright.
    rows: Option<RowSet>,
    /// Countries of the bright rows.
    pub countries: BTreeSet<CountryCode>,
    /// The country that is itself pointed at or selected.
    pub country: Option<CountryCode>,
    /// The capitals where bright lines begin.
    begins: Vec<Position>,
}

/// Rows of the table as a bit each.
#[derive(Clone, Debug, Default)]
struct RowSet(Vec<u64>);

impl RowSet {
    fn new(rows: &[usize], table: usize) -> Self {
        let mut bits = vec![0; table.div_ceil(64)];
        for row in rows {
            bits[row / 64] |= 1 << (row % 64);
        }
        Self(bits)
    }

    fn contains(&self, row: usize) -> bool {
        self.0.get(row / 64).is_some_and(|bits| bits & 1 << (row % 64) != 0)
    }
}

impl Emphasis {
    /// What is pointed at is bright, else what is selected. While something is selected, pointing at land
    /// changes nothing.
    #[must_use]
    pub fn new(scene: &Scene) -> Self {
        let selected = scene.state.selection.as_ref();
        let pointed =
            scene.pointed.filter(|target| selected.is_none() || !matches!(target, Target::Country(_)));
        let Some(target) = pointed.or(selected) else { return Self::default() };
        let rows = target.rows(scene.meetings, scene.shown);
        let country = if let Target::Country(code) = target { Some(*code) } else { None };
        if rows.is_empty() {
            return Self { country, ..Self::default() };
        }
        let participants = rows.iter().flat_map(|&row| &scene.meetings.get(row).participants);
        let countries = participants.filter_map(|participant| participant.country).collect();
        let rows = RowSet::new(&rows, scene.meetings.len());
        let mut begins: Vec<Position> = Vec::new();
        for line in &scene.shown.ties.lines {
            if !begins.contains(&line.from) && line.rows.iter().any(|&row| rows.contains(row)) {
                begins.push(line.from);
            }
        }
        Self { rows: Some(rows), countries, country, begins }
    }

    /// Whether some meetings are singled out, so that others are dimmed.
    #[must_use]
    pub const fn singles_out(&self) -> bool {
        self.rows.is_some()
    }

    /// Whether a bright line begins in the city at a position.
    #[must_use]
    pub fn begins_at(&self, at: Position) -> bool {
        self.begins.iter().any(|&from| is_same_city(from, at))
    }

    /// Whether something that stands for these rows is bright.
    #[must_use]
    pub fn lights(&self, rows: &[usize]) -> bool {
        self.rows.as_ref().is_none_or(|lit| rows.iter().any(|&row| lit.contains(row)))
    }
}
