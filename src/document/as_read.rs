//! What the files said of each meeting when they were read, beside which the record shows what was edited.

use crate::gazetteer::country::move_to;
use crate::meeting::code::CountryCode;
use crate::meeting::date::Dates;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Text, Venue};
use std::collections::{BTreeMap, BTreeSet};

/// The meetings as their files had them, in whatever order. Those that nobody edited are shared with the
/// record.
#[derive(Clone, Debug, Default)]
pub struct AsRead(Meetings);

/// How a record differs from what was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edited<'a> {
    /// The meetings that were changed, in the order of the record, and then those that were removed, by their
    /// identities: as they were read.
    pub before: Vec<&'a Meeting>,
    /// The meetings that were added.
    pub added: Vec<&'a MeetingId>,
}

/// What reading the files again came to.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAgain {
    /// What the files hold now, with what was edited.
    pub record: Meetings,
    /// How many meetings are there otherwise than in the files, or are not there because they were removed.
    pub edited: usize,
}

impl PartialEq for AsRead {
    fn eq(&self, Self(others): &Self) -> bool {
        let Self(rows) = self;
        let is_there = |meeting: &Meeting| {
            others.row_of(meeting.id.as_str()).is_some_and(|row| is_same(others.get(row), meeting))
        };
        rows == others || (rows.len() == others.len() && rows.iter().all(|(_, meeting)| is_there(meeting)))
    }
}

/// The words by which a place is decided.
fn words(venue: &Venue) -> (&str, &str, Option<CountryCode>) {
    let Venue { country, country_as_written, city, building: _, placed: _ } = venue;
    (country_as_written, city, *country)
}

/// Whether two meetings are the same; those that are shared are known by their address.
fn is_same(one: &Meeting, other: &Meeting) -> bool {
    std::ptr::eq(one, other) || one == other
}

impl AsRead {
    /// A record that was just read.
    #[must_use]
    pub fn of(record: &Meetings) -> Self {
        Self(record.clone())
    }

    /// What was read, from a record and how it differs. An identity that comes again in it is passed over.
    #[must_use]
    pub fn restored(record: &Meetings, before: Vec<Meeting>, added: &[MeetingId]) -> Self {
        let mut rows = record.clone();
        let added: BTreeSet<usize> = added.iter().filter_map(|id| record.row_of(id.as_str())).collect();
        rows.remove(&added);
        for meeting in before {
            if rows.row_of(meeting.id.as_str()).is_some() {
                rows.replace(meeting);
            } else {
                rows.push(meeting).expect("the identity is free");
            }
        }
        Self(rows)
    }

    /// How a meeting was read; `None` if it was added.
    #[must_use]
    pub fn get(&self, id: &MeetingId) -> Option<&Meeting> {
        let Self(rows) = self;
        rows.row_of(id.as_str()).map(|row| rows.get(row))
    }

    /// Whether a meeting of the record is as it was read.
    #[must_use]
    pub fn has(&self, meeting: &Meeting) -> bool {
        self.get(&meeting.id).is_some_and(|before| is_same(before, meeting))
    }

    /// Follows a record whose words for places were decided at some rows: what was read with the same words
    /// is read so from now on.
    pub fn follow(&mut self, before: &Meetings, now: &Meetings, rows: &BTreeSet<usize>) {
        for &row in rows {
            let (was, is) = (before.get(row), now.get(row));
            let Some(read) = self.get(&was.id) else { continue };
            if is_same(read, was) {
                self.0.share(now, row);
            } else if words(&read.venue) == words(&was.venue) {
                let mut read = read.clone();
                let venue =
                    Venue { country: is.venue.country, placed: is.venue.placed, ..read.venue.clone() };
                move_to(&mut read, &venue);
                self.0.replace(read);
            }
        }
    }

    /// What is otherwise in a record.
    #[must_use]
    pub fn edited<'a>(&'a self, record: &'a Meetings) -> Edited<'a> {
        let Self(rows) = self;
        if rows == record {
            return Edited::default();
        }
        let mut edited = Edited::default();
        for (_, now) in record.iter() {
            match self.get(&now.id) {
                Some(before) if is_same(before, now) => {}
                Some(before) => edited.before.push(before),
                None => edited.added.push(&now.id),
            }
        }
        let changed = edited.before.len();
        let is_removed = |before: &&Meeting| record.row_of(before.id.as_str()).is_none();
        edited.before.extend(rows.iter().map(|(_, before)| before).filter(is_removed));
        edited.before[changed..].sort_by(|a, b| a.id.cmp(&b.id));
        edited
    }

    /// What the files hold now, with what was edited in a record: a field that was edited stays as it is
    /// there, a meeting that was added stays, and one that was removed stays away. A meeting that was edited
    /// stays though no file has it any more.
    #[must_use]
    pub fn read_again(&self, record: &Meetings, now: &Meetings) -> ReadAgain {
        let Edited { before, added } = self.edited(record);
        let mut edited = before.len() + added.len();
        let mut together = now.clone();
        let alike = Alike::of(self, now);
        let mut removed = BTreeSet::new();
        let mut lost = Vec::new();
        for before in before {
            let row = together.row_of(before.id.as_str()).or_else(|| alike.row(before));
            match (record.row_of(before.id.as_str()).map(|row| record.get(row)), row) {
                (Some(ours), Some(row)) => {
                    let merged = merged(before, ours, together.get(row));
                    together.replace(merged);
                }
                (Some(ours), None) => lost.push(ours),
                (None, Some(row)) => _ = removed.insert(row),
                // Gone here, and gone from the files.
                (None, None) => edited -= 1,
            }
        }
        together.remove(&removed);
        let added = added.into_iter().filter_map(|id| Some(record.get(record.row_of(id.as_str())?)));
        for ours in lost.into_iter().chain(added) {
            if let Err(ours) = together.push(ours.clone()) {
                together.replace(*ours);
            }
        }
        ReadAgain { record: together, edited }
    }
}

/// The rows of files that were not there when they were read before, by their days: among them is what became
/// of a row whose words were changed, where rows have no identities of their own.
#[derive(Default)]
struct Alike<'a> {
    new: BTreeMap<Dates, Vec<(usize, &'a Meeting)>>,
    /// The meetings that no file has any more, by the new rows that they may have become.
    gone: BTreeMap<usize, Vec<&'a Meeting>>,
}

impl<'a> Alike<'a> {
    fn of(read: &'a AsRead, now: &'a Meetings) -> Self {
        let mut alike = Self::default();
        for (row, meeting) in now.iter().filter(|(_, meeting)| read.get(&meeting.id).is_none()) {
            alike.new.entry(meeting.dates).or_default().push((row, meeting));
        }
        let AsRead(rows) = read;
        for (_, before) in rows.iter().filter(|(_, before)| now.row_of(before.id.as_str()).is_none()) {
            if let Some(row) = alike.only_row(before) {
                alike.gone.entry(row).or_default().push(before);
            }
        }
        alike
    }

    /// The new row that a meeting became, if no other may have become it.
    fn row(&self, before: &Meeting) -> Option<usize> {
        self.only_row(before).filter(|row| self.gone.get(row).is_some_and(|all| all.len() == 1))
    }

    /// The one new row of the same days that is a meeting with one thing changed, its title, its place or its
    /// people; or of the same people.
    fn only_row(&self, before: &Meeting) -> Option<usize> {
        let same = |now: &Meeting| {
            let names = |meeting: &Meeting| -> Vec<Text> {
                meeting.participants.iter().map(|one| one.name.clone()).collect()
            };
            let is_same = [
                now.title == before.title,
                words(&now.venue) == words(&before.venue),
                names(now) == names(before),
            ];
            // A title that the program made changes with the place.
            let are_people = !before.participants.is_empty() && is_same[2];
            are_people || is_same.into_iter().filter(|is_same| *is_same).count() >= 2
        };
        let mut found = self.new.get(&before.dates)?.iter().filter(|(_, now)| same(now));
        let (row, _) = found.next()?;
        found.next().is_none().then_some(*row)
    }
}

/// A meeting as a file has it now, with the fields that were edited since it was read before.
fn merged(before: &Meeting, ours: &Meeting, now: &Meeting) -> Meeting {
    fn of<T: Clone + PartialEq>(before: &T, ours: &T, now: &T) -> T {
        if before == ours { now } else { ours }.clone()
    }
    let Meeting {
        id,
        title,
        kind,
        status,
        dates,
        venue,
        participants: _,
        occasion,
        outcome,
        sources,
        note,
        trip,
        count,
    } = now;
    // Who was at home follows from the venue, and is no edit of its own.
    let mut moved = before.clone();
    move_to(&mut moved, &ours.venue);
    let mut now_there = now.clone();
    move_to(&mut now_there, &of(&before.venue, &ours.venue, venue));
    let participants = of(&moved.participants, &ours.participants, &now_there.participants);
    Meeting {
        id: id.clone(),
        title: of(&before.title, &ours.title, title),
        kind: of(&before.kind, &ours.kind, kind),
        status: of(&before.status, &ours.status, status),
        dates: of(&before.dates, &ours.dates, dates),
        venue: of(&before.venue, &ours.venue, venue),
        participants,
        occasion: of(&before.occasion, &ours.occasion, occasion),
        outcome: of(&before.outcome, &ours.outcome, outcome),
        sources: of(&before.sources, &ours.sources, sources),
        note: of(&before.note, &ours.note, note),
        trip: of(&before.trip, &ours.trip, trip),
        count: of(&before.count, &ours.count, count),
    }
}
