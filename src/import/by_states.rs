//! Cells that list cities by state: `Peru: Lima, Cusco; Chile: Santiago`, `France (Paris), Italy (Rome)`.

use super::venue::{bracketed, country};

/// A state as it is written, and the words for places in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfState<'a> {
    /// The state.
    pub state: &'a str,
    /// The places.
    pub cities: &'a str,
    /// Whether they stand in brackets, where other things stand as well.
    pub is_in_brackets: bool,
}

/// The states of a cell with what stands behind each of them; `None` if a part of the cell is not so.
#[must_use]
pub fn by_states(cell: &str) -> Option<Vec<OfState<'_>>> {
    let all: Option<Vec<OfState>> = parts(cell, |sign, _| matches!(sign, ';' | '\n')).map(of_state).collect();
    let in_commas = || parts(cell, |sign, depth| matches!(sign, ';' | '\n') || (sign == ',' && depth == 0));
    let all =
        all.or_else(|| in_commas().map(|part| of_state(part).filter(|one| one.is_in_brackets)).collect());
    all.filter(|all| !all.is_empty())
}

fn of_state(part: &str) -> Option<OfState<'_>> {
    if let Some((state, cities)) = bracketed(part).filter(|(state, _)| country(state).is_some()) {
        // `Congo (Kinshasa)` is a state, and `Denmark (Greenland)` no city.
        let is_other = country(part).is_none() && country(cities).is_none() && !cities.is_empty();
        return is_other.then_some(OfState { state, cities, is_in_brackets: true });
    }
    let (state, cities) = part.split_once(':')?;
    let (state, cities) = (state.trim(), cities.trim());
    country(state).map(|_| OfState { state, cities, is_in_brackets: false })
}

/// The parts of a cell between signs, of each of which is asked how many brackets are open.
fn parts(cell: &str, is_sign: impl Fn(char, usize) -> bool) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let between = move |sign: char| {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_sign(sign, depth)
    };
    cell.split(between).map(str::trim).filter(|part| !part.is_empty())
}
