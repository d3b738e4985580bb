//! Theirs: the states at each row whom a filter asks for by region, country, bloc or leader, for maps that
//! draw their lines alone.

use super::index::Index;
use super::lists::Lists;
use super::sieve::bits;
use crate::gazetteer::organisation::{blocs_coded, member_times};
use crate::meeting::code::CountryCode;
use crate::query::facts::regions_of;
use crate::query::question::filter::Filter;
use std::collections::BTreeSet;

/// The states that are asked for at each row, as numbers of the index, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Theirs(Lists<u16>);

impl Theirs {
    /// Those that a filter asks for; `None` if it wants whole meetings, or asks for nobody. Who is asked for
    /// by one of its fields is asked for.
    pub(super) fn new(filter: &Filter, index: &Index) -> Option<Self> {
        if !filter.only_their_lines || !filter.asks_for_parties() {
            return None;
        }
        let Filter { regions, countries, blocs, leaders, .. } = filter;
        let columns = &*index.columns;
        let apart = index.apart.and_then(|apart| index.state(apart.state));
        let regions = bits(regions.iter());
        let blocs = blocs_coded(blocs);
        let people: BTreeSet<u32> = leaders.iter().filter_map(|name| index.person(name)).collect();
        let is_always = |(state, &code): (u16, &CountryCode)| {
            countries.contains(&code) || (Some(state) != apart && regions_of(code) & regions != 0)
        };
        let always: Vec<bool> = (0..).zip(index.countries.iter()).map(is_always).collect();
        let members: Vec<_> = index.countries.iter().map(|&code| member_times(code)).collect();
        let mut of_row = Lists::default();
        for row in 0..columns.len() {
            let day = columns.first_day(row);
            let asked = columns.seats.of(row).iter().filter(|seat| people.contains(&seat.person));
            let led: BTreeSet<u16> = asked.filter_map(|seat| seat.state()).collect();
            let is_asked = |state: &u16| {
                let number = usize::from(*state);
                let is_member = blocs != 0 && Some(*state) != apart && members[number].on(day) & blocs != 0;
                always[number] || is_member || led.contains(state)
            };
            of_row.push(columns.states.of(row).iter().copied().filter(is_asked));
        }
        Some(Self(of_row))
    }

    /// Those of two filters.
    pub(super) fn either(one: Option<&Self>, other: Option<&Self>, rows: usize) -> Option<Self> {
        let (Self(one), Self(other)) = (one?, other?);
        let mut of_row = Lists::default();
        for row in 0..rows {
            let both: BTreeSet<u16> = one.of(row).iter().chain(other.of(row)).copied().collect();
            of_row.push(both);
        }
        Some(Self(of_row))
    }

    /// The states at a row, in order.
    pub(super) fn of(&self, row: usize) -> &[u16] {
        self.0.of(row)
    }

    /// Whether a state is asked for at a row.
    pub(super) fn has(&self, row: usize, state: u16) -> bool {
        self.of(row).binary_search(&state).is_ok()
    }
}
