//! Classes: what the colours of the lines say, each with a symbol as a second cue.

use super::Dash;
use super::look::{Colour, Look};
use super::sheet::Scene;
use super::strand::Strand;
use super::symbol::Symbol;
use crate::drawing::ColourBy;
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::{Organisation, organisations};
use crate::gazetteer::region::Region;
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Status};
use crate::query::change::{Change, Changes};
use crate::query::tie::Tie;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Classes in the legend besides the last, which holds all others.
const MOST: usize = 6;
/// Blocs that lines are coloured by if the filter names none.
const BLOCS: usize = 2;

/// A class of lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its name in the legend.
    pub name: String,
    /// The colour of its lines.
    pub colour: Colour,
    /// The mark at the capital where a line begins.
    pub symbol: Symbol,
    /// How its lines are broken; `None` where that says their status.
    pub dash: Option<Dash>,
}

/// The classes of the lines of a scene.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    /// Those in view, the last for what is in no other. Empty where lines are coloured by status.
    pub all: Vec<Class>,
    /// The class of each strand.
    of_strand: Vec<usize>,
}

/// What sorts lines: first by its place in a fixed order, then by name.
type Sort = (usize, String);

impl Classes {
    /// The classes of a scene's lines: the most common ones by themselves.
    #[must_use]
    pub fn new(scene: &Scene, look: &Look, strands: &[Strand]) -> Self {
        if let Some(changes) = &scene.shown.changes {
            return Self::of_changes(changes, look, strands);
        }
        let sorts: Vec<Option<Sort>> = match scene.state.drawing.colour {
            ColourBy::Status => return Self::default(),
            ColourBy::Kind => strands.iter().map(|strand| kind_of(scene, strand)).collect(),
            ColourBy::Region => by_state(strands, region_of),
            ColourBy::Bloc => by_bloc(scene, strands),
            ColourBy::Participant => by_state(strands, |state| Some((0, Countries::embedded().name(state)))),
        };
        let mut numbers: BTreeMap<&Sort, usize> = BTreeMap::new();
        for sort in sorts.iter().flatten() {
            *numbers.entry(sort).or_default() += 1;
        }
        let mut common: Vec<(&Sort, usize)> = numbers.into_iter().collect();
        common.sort_by_key(|&(sort, number)| (std::cmp::Reverse(number), sort));
        common.truncate(MOST);
        common.sort();
        let known: Vec<&Sort> = common.into_iter().map(|(sort, _)| sort).collect();
        let place = |sort: &Option<Sort>| {
            sort.as_ref().and_then(|sort| known.iter().position(|one| *one == sort)).unwrap_or(known.len())
        };
        let of_strand: Vec<usize> = sorts.iter().map(place).collect();
        let named = known.iter().enumerate().map(|(i, (_, name))| Class {
            name: name.clone(),
            colour: look.classes[i],
            symbol: Symbol::CLASSES[i],
            dash: None,
        });
        let mut all: Vec<Class> = named.collect();
        if of_strand.contains(&all.len()) {
            let mut left: Vec<Option<&Sort>> =
                sorts.iter().filter(|sort| place(sort) == all.len()).map(Option::as_ref).collect();
            left.dedup();
            // One alone is called by its name.
            let name = match left[..] {
                [Some((_, name))] => name.clone(),
                _ => others(scene.state.drawing.colour).to_owned(),
            };
            all.push(Class { name, colour: look.quiet_ink, symbol: Symbol::CLASSES[MOST], dash: None });
        }
        Self { all, of_strand }
    }

    /// What became of each line, where two filters are compared.
    fn of_changes(changes: &Changes, look: &Look, strands: &[Strand]) -> Self {
        let of: Vec<Option<Change>> =
            strands.iter().map(|strand| Some(changes.of_tie(&strand.tie.key)?.change)).collect();
        let in_view: Vec<Change> =
            Change::ALL.into_iter().filter(|change| of.contains(&Some(*change))).collect();
        let of_strand = of
            .iter()
            .map(|change| in_view.iter().position(|one| Some(*one) == *change).unwrap_or(in_view.len()))
            .collect();
        let class = |change: Change| {
            let (symbol, dash) = match change {
                Change::Gained => (Symbol::Diamond, Dash::Solid),
                Change::Lost => (Symbol::Ring, Dash::Dotted),
                Change::More => (Symbol::Triangle, Dash::Solid),
                Change::Fewer => (Symbol::Wedge, Dash::Dashed),
                Change::Same => (Symbol::Disc, Dash::Solid),
            };
            Class { name: change.name().to_owned(), colour: look.change(change), symbol, dash: Some(dash) }
        };
        Self { all: in_view.into_iter().map(class).collect(), of_strand }
    }

    /// The class of the strand with this number; `None` where lines are coloured by status.
    #[must_use]
    pub fn of_strand(&self, number: usize) -> Option<&Class> {
        self.all.get(*self.of_strand.get(number)?)
    }
}

const fn others(colour: ColourBy) -> &'static str {
    match colour {
        ColourBy::Status | ColourBy::Kind => "several or other kinds",
        ColourBy::Region => "other regions",
        ColourBy::Bloc => "other or none",
        ColourBy::Participant => "other states",
    }
}

/// The kind of all meetings of a strand, if they agree.
fn kind_of(scene: &Scene, strand: &Strand) -> Option<Sort> {
    let mut kinds = strand.rows.iter().map(|&row| scene.meetings.get(row).kind);
    let first = kinds.next()?;
    let place = Kind::ALL.into_iter().position(|kind| kind == first)?;
    kinds.all(|kind| kind == first).then(|| (place, first.name().to_owned()))
}

fn region_of(state: CountryCode) -> Option<Sort> {
    let region = Countries::embedded().get(state)?.region?;
    let place = Region::ALL.into_iter().position(|one| one == region)?;
    Some((place, region.name().to_owned()))
}

/// A sort for each strand, by the state that it is told by: the traveller; of two that met, the one with fewer lines, which says more.
fn by_state(strands: &[Strand], sort: impl Fn(CountryCode) -> Option<Sort>) -> Vec<Option<Sort>> {
    states(strands).into_iter().map(sort).collect()
}

fn states(strands: &[Strand]) -> Vec<CountryCode> {
    let lines = || strands.iter().map(|strand| strand.tie);
    let mut degrees: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for (state, _) in lines().flat_map(Tie::capitals) {
        *degrees.entry(state).or_default() += 1;
    }
    let told_by = |line: &Tie| {
        if line.travels {
            return line.key.from();
        }
        let ends = line.capitals().map(|(state, _)| state);
        ends.min_by_key(|state| (degrees.get(state), *state)).unwrap_or(line.key.from())
    };
    lines().map(told_by).collect()
}

/// By the blocs that the filter names, else by those that most of the states are in, as of each line's first meeting.
fn by_bloc(scene: &Scene, strands: &[Strand]) -> Vec<Option<Sort>> {
    let chosen = &scene.state.filter.blocs;
    let asked: Vec<(CountryCode, Option<Date>)> = states(strands)
        .into_iter()
        .zip(strands)
        .map(|(state, line)| {
            (state, line.rows.first().and_then(|&row| scene.meetings.get(row).dates.first_day()))
        })
        .collect();
    let members =
        |bloc: &Organisation| asked.iter().filter(|(state, day)| bloc.has_member(*state, *day)).count();
    let mut blocs: Vec<(usize, &Organisation)> = organisations().iter().enumerate().collect();
    if chosen.is_empty() {
        blocs.sort_by_cached_key(|(place, bloc)| (std::cmp::Reverse(members(bloc)), *place));
        blocs.truncate(BLOCS);
        blocs.sort_by_key(|(place, _)| *place);
    } else {
        blocs.retain(|(_, bloc)| chosen.contains(&bloc.code));
    }
    let sort = |(state, day): &(CountryCode, Option<Date>)| {
        let of: Vec<&(usize, &Organisation)> =
            blocs.iter().filter(|(_, bloc)| bloc.has_member(*state, *day)).collect();
        let first = of.first()?;
        let names: Vec<&str> = of.iter().map(|(_, bloc)| bloc.code.as_str()).collect();
        Some((first.0 * 100 + of.len(), names.join(" and ")))
    };
    asked.iter().map(sort).collect()
}

/// The colour of a line.
#[must_use]
pub fn colour(class: Option<&Class>, look: &Look, status: Status) -> Colour {
    class.map_or_else(|| look.status(status), |class| class.colour)
}
