//! The emphasis: what is brought forward while something is pointed at or selected, who was at the same
//! table, and what is left behind them.

use super::scene::Scene;
use super::venue::is_same_city;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::query::pair::Pair;
use crate::query::row_set::RowSet;
use crate::query::tie::{Tie, TieKey, Ties};
use crate::state::Target;
use std::collections::BTreeSet;

/// How much of the attention a mark gets. Nothing is singled out: everything is [`Level::Full`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It has nothing to do with what is singled out.
    Context,
    /// It is of a meeting in which what is singled out took part.
    Company,
    /// It is what is singled out, or nothing is.
    #[default]
    Full,
}

/// What is brought forward.
#[derive(Clone, Debug, Default)]
pub struct Emphasis {
    /// What is pointed at or selected, if it has meetings among those shown.
    target: Option<Target>,
    /// The rows of its meetings; `None` if nothing is singled out.
    rows: Option<RowSet>,
    /// Countries of those rows.
    pub countries: BTreeSet<CountryCode>,
    /// The country that is itself pointed at or selected.
    pub country: Option<CountryCode>,
    /// Whether it is selected, not only pointed at.
    pub is_selected: bool,
    /// Whether each line of the answer stands for one of those rows; empty if nothing is singled out.
    lit: Vec<bool>,
    /// The capitals where lines of those rows begin, with the most attention that one of the lines gets.
    begins: Vec<(Position, Level)>,
}

impl Emphasis {
    /// What is pointed at is brought forward, else what is selected. While something is selected, pointing at
    /// land changes nothing.
    #[must_use]
    pub fn new(scene: &Scene) -> Self {
        let selected = scene.state.selection.as_ref();
        let pointed =
            scene.pointed.filter(|target| selected.is_none() || !matches!(target, Target::Country(_)));
        let Some(target) = pointed.or(selected) else { return Self::default() };
        let rows = target.rows(scene.meetings, scene.shown);
        let country = if let Target::Country(code) = target { Some(*code) } else { None };
        let is_selected = pointed.is_none();
        if rows.is_empty() {
            return Self { country, is_selected, ..Self::default() };
        }
        let countries = scene.shown.states_at(&rows);
        let rows = RowSet::of(&rows);
        let lit = scene.shown.ties.lines.iter().map(|line| rows.meets(&line.rows)).collect();
        let (target, begins) = (Some(target.clone()), Vec::new());
        let mut emphasis = Self { target, rows: Some(rows), countries, country, is_selected, lit, begins };
        emphasis.begins = emphasis.begins(&scene.shown.ties);
        emphasis
    }

    fn begins(&self, ties: &Ties) -> Vec<(Position, Level)> {
        let mut begins: Vec<(Position, Level)> = Vec::new();
        for (number, line) in ties.lines.iter().enumerate() {
            let level = self.of_answer(number, ties);
            match begins.iter_mut().find(|(at, _)| *at == line.from) {
                Some((_, known)) => *known = level.max(*known),
                None if level > Level::Context => begins.push((line.from, level)),
                None => {}
            }
        }
        begins
    }

    /// Whether some meetings are singled out.
    #[must_use]
    pub const fn singles_out(&self) -> bool {
        self.rows.is_some()
    }

    /// The attention that a capital gets for the lines that begin in it.
    #[must_use]
    pub fn of_beginning(&self, at: Position) -> Level {
        let here = self.begins.iter().filter(|(from, _)| is_same_city(*from, at));
        here.map(|(_, level)| *level).max().unwrap_or(Level::Context)
    }

    /// The attention that something gets that stands for these rows.
    #[must_use]
    pub fn of_rows(&self, rows: &[usize]) -> Level {
        match &self.rows {
            Some(lit) if !lit.meets(rows) => Level::Context,
            Some(_) | None => Level::Full,
        }
    }

    /// The attention that a line, or the part of it that stands for these rows, gets. Of a country's
    /// meetings, its own journeys and those to it stand out from those of its company; of a line, the line
    /// itself.
    #[must_use]
    pub fn of_line(&self, tie: &Tie, rows: &[usize], ties: &Ties) -> Level {
        match self.of_rows(rows) {
            Level::Full => self.of_lit(tie, ties),
            level @ (Level::Context | Level::Company) => level,
        }
    }

    /// The attention that a line gets that stands for one of the meetings.
    fn of_lit(&self, tie: &Tie, ties: &Ties) -> Level {
        let Some(target) = &self.target else { return Level::Full };
        let is_own = match target {
            Target::Country(code) => {
                let is_host = || tie.place.is_some_and(|place| ties.places[place].country == Some(*code));
                tie.key.from() == *code || joins(&tie.key, *code) || is_host()
            }
            Target::Tie(key) => key.is_same_line(&tie.key),
            Target::Pair(Pair::States(pair)) => {
                let is_host = |code: &CountryCode| {
                    tie.place.is_some_and(|place| ties.places[place].country == Some(*code))
                };
                let is_of = |code: &CountryCode| tie.key.from() == *code || joins(&tie.key, *code);
                pair.iter().any(is_of) || pair.iter().any(is_host)
            }
            Target::Place(_)
            | Target::Places(_)
            | Target::Meeting(_)
            | Target::Occasion(_)
            | Target::Person(_)
            | Target::Pair(Pair::People(_)) => true,
        };
        if is_own { Level::Full } else { Level::Company }
    }

    /// The attention that a line of the answer gets as a whole.
    #[must_use]
    pub fn of_answer(&self, number: usize, ties: &Ties) -> Level {
        match self.lit.get(number) {
            Some(true) => self.of_lit(&ties.lines[number], ties),
            Some(false) => Level::Context,
            None => Level::Full,
        }
    }

    /// The attention that a country's land gets.
    #[must_use]
    pub fn of_country(&self, code: CountryCode) -> Level {
        let is_company = self.countries.contains(&code);
        match self.country {
            Some(own) if own == code && self.singles_out() => Level::Full,
            Some(_) if is_company => Level::Company,
            None if is_company => Level::Full,
            Some(_) | None => Level::Context,
        }
    }
}

/// Whether a line without a direction leads to a state.
fn joins(key: &TieKey, code: CountryCode) -> bool {
    match key {
        TieKey::Relation { b: to, .. } | TieKey::Spoke { to: Some(to), .. } => *to == code,
        TieKey::Journey(journey) => journey.call == Some(code),
        TieKey::Leg(leg) => leg.state == code,
        TieKey::Spoke { to: None, .. } => false,
    }
}
