//! The identities of rows: stated by the file, or made from what the row says.

use super::row::Row;
use crate::import::field::Field;
use crate::import::problem::{ProblemKind, excerpt};
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use std::borrow::Cow;
use std::collections::HashMap;

/// How rows of one import get their identities.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    /// Written before each identity, so that several files may number their rows alike; empty for a single
    /// file.
    pub scope: String,
    /// For each identity met again, the number that its next copy gets.
    copies: HashMap<String, usize>,
}

impl Ids {
    /// Identities with something written before each.
    pub(super) fn of_scope(scope: &str) -> Self {
        Self { scope: scope.to_owned(), ..Self::default() }
    }

    /// Takes over how many copies were made in another part of a table, which has no identity in common with
    /// this one.
    pub(super) fn add(&mut self, other: Self) {
        self.copies.extend(other.copies);
    }

    /// The row's identity: the one that the file states, else one made from the row's cells, so that it stays
    /// when lines are inserted above. If it is taken, another one; that is a problem only if the file states
    /// it.
    pub(super) fn unique(&mut self, row: &mut Row<'_>, meetings: &Meetings) -> MeetingId {
        let stated = row.text(Field::Id);
        let own = if stated.is_empty() { Cow::Owned(made_from(row)) } else { stated.clone() };
        let id = format!("{}{own}", self.scope);
        if meetings.row_of(&id).is_none() {
            return MeetingId::new(&id);
        }
        let number = self.copies.entry(id.clone()).or_insert(2);
        let free = loop {
            let copy = format!("{id}-{number}");
            *number += 1;
            if meetings.row_of(&copy).is_none() {
                break copy;
            }
        };
        if !stated.is_empty() {
            row.wrong(Field::Id, ProblemKind::IdTaken { id: excerpt(&id), kept_as: excerpt(&free) });
        }
        MeetingId::new(&free)
    }
}

/// `row-` and twelve hexadecimal digits that depend on what the row's known cells hold, and not on where the
/// row or a column stands: the hash FNV-1a (Fowler, Noll and Vo) of 64 bits, cut to 48.
fn made_from(row: &Row<'_>) -> String {
    const START: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01B3;
    let mut hash = START;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    for (number, field) in Field::ALL.into_iter().enumerate() {
        let text = row.text(field);
        if !text.is_empty() {
            add(u8::try_from(number).expect("there are few fields"));
            text.bytes().for_each(&mut add);
            add(0);
        }
    }
    format!("row-{:012x}", hash >> 16)
}
