//! Capitals: a small mark where lines begin.

use crate::globe::view::Rect;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::{Position, Status};
use crate::picture::cues::colour;
use crate::picture::drawn_line::DrawnLine;
use crate::picture::emphasis::Level;
use crate::picture::look::Colour;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::symbol::Symbol;
use crate::picture::venue::is_same_city;
use crate::query::tie::{LegKey, TieKey};
use crate::state::Target;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What marks a seat of government: the best established of its lines, bright ones before dimmed ones.
struct CapitalMark {
    at: Position,
    state: CountryCode,
    /// The line's place in the order of marks: the greatest is taken, of equal ones that of the first state.
    rank: (Level, Reverse<Status>, usize, Reverse<CountryCode>),
    ink: Colour,
    symbol: Symbol,
}

/// A mark at each capital that a line leaves or joins, bright if one of them is, in the colour of the best
/// established of them. A capital where meetings are held has a larger one of its own. A city that is the
/// seat of several, a state's and an organisation's, has one mark.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let places = plan.scene.shown.ties.places.iter().filter(|place| !place.hollow);
    let venues: Vec<Position> = places.map(|place| place.at).collect();
    let near_venue = |at: Position| venues.iter().any(|&one| is_same_city(one, at));
    let mut marks: BTreeMap<[u64; 2], Option<CapitalMark>> = BTreeMap::new();
    for line in &plan.lines {
        let DrawnLine { tie, latest, weight, .. } = line.drawn;
        for (state, at) in tie.capitals() {
            let rank = (line.level, Reverse(tie.status), weight, Reverse(state));
            let ink = || colour(plan.cue(line), &plan.look, tie.status).faded(plan.age(latest));
            let symbol = plan.cue(line).map_or(Symbol::Disc, |cue| cue.symbol);
            let mark = || CapitalMark { at, state, rank, ink: ink(), symbol };
            match marks.entry([at.lon.to_bits(), at.lat.to_bits()]) {
                Entry::Vacant(entry) => drop(entry.insert((!near_venue(at)).then(mark))),
                Entry::Occupied(mut entry) => {
                    if entry.get().as_ref().is_some_and(|known| known.rank < rank) {
                        entry.insert(Some(mark()));
                    }
                }
            }
        }
    }
    for at in far_starts(plan).into_values().filter_map(|(at, _)| plan.page_from_globe(at)) {
        if plan.mark_over(at).is_none() {
            out.discs.push(Rect::around(at, 3.0, 3.0));
            out.draw(Symbol::Disc.shape(at, 2.3, plan.look.context));
        }
    }
    let mut marks: Vec<CapitalMark> = marks.into_values().flatten().collect();
    marks.sort_by_key(|mark| mark.state);
    for CapitalMark { at, state, rank: (level, ..), ink, symbol } in marks {
        let Some(centre) = plan.page_from_globe(at) else { continue };
        // Where it would lie under a place's mark, that mark stands for it.
        if plan.mark_over(centre).is_some() {
            continue;
        }
        out.discs.push(Rect::around(centre, 3.0, 3.0));
        let fill = plan.ink(ink, level);
        let radius = if symbol == Symbol::Disc { 2.3 } else { 2.9 };
        out.draw_for(Target::Country(state), symbol.shape(centre, radius, fill));
    }
}

/// Stops that lines leave though nothing that was held there is shown: where they lie, and what those lines
/// count together.
#[must_use]
pub fn far_starts(plan: &Plan) -> BTreeMap<PlaceId, (Position, usize)> {
    let ties = &plan.scene.shown.ties;
    let mut starts: BTreeMap<PlaceId, (Position, usize)> = BTreeMap::new();
    for DrawnLine { tie, weight, .. } in plan.lines.iter().map(|line| line.drawn) {
        match tie.key {
            TieKey::Leg(LegKey { from, .. }) if ties.place_number(from).is_none() => {
                starts.entry(from).or_insert((tie.from, 0)).1 += weight;
            }
            TieKey::Leg(_) | TieKey::Journey(_) | TieKey::Spoke { .. } | TieKey::Relation { .. } => {}
        }
    }
    starts
}
