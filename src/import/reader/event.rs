//! Events that several rows tell of, each with another participant: their meetings put together.

use super::meeting::title_from;
use crate::gazetteer::country::Countries;
use crate::import::events::EventKey;
use crate::import::field::Field;
use crate::import::mapping::{Mapping, RowIs};
use crate::import::remark::Remark;
use crate::import::sheet::Sheet;
use crate::meeting::code::CountryCode;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Participant};
use ahash::HashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The events of a table while its rows are read.
#[derive(Debug)]
pub struct Events {
    key: EventKey,
    row_is: RowIs,
    /// Whether the table names its events: else each is named after who took part.
    has_titles: bool,
    /// The row of the import that each event began, by its key.
    begun: HashMap<String, usize>,
    /// By that row, what further rows tell of it.
    further: BTreeMap<usize, Vec<Meeting>>,
}

impl Events {
    /// Those of a table; `None` where each row is a meeting of its own.
    pub fn of(sheet: &Sheet, mapping: &Mapping) -> Option<Self> {
        let key = EventKey::of(sheet, mapping)?;
        let has_titles = mapping.has(Field::Title) || mapping.has(Field::Topic);
        Some(Self {
            key,
            row_is: mapping.row_is,
            has_titles,
            begun: HashMap::default(),
            further: BTreeMap::new(),
        })
    }

    /// What a row shares with the others of its event.
    pub fn key(&self, sheet: &Sheet, row: usize) -> Option<String> {
        self.key.of_row(sheet, row)
    }

    /// The row of the import that the event with a key began.
    pub fn known(&self, key: &str) -> Option<usize> {
        self.begun.get(key).copied()
    }

    /// A row begins the event with a key, which is in a row of the import.
    pub fn begin(&mut self, key: String, event: usize) {
        self.begun.insert(key, event);
    }

    /// A further row of an event, read as if it were one of its own.
    pub fn add(&mut self, event: usize, row: Meeting) {
        self.further.entry(event).or_default().push(row);
    }

    /// The events of several rows, as they are with all of them, by their rows in the import.
    pub fn joined(self, meetings: &Meetings) -> Vec<(usize, Meeting)> {
        let Self { row_is, has_titles, further, .. } = self;
        let joined = further.into_iter().map(|(event, rows)| {
            let reports = rows.len() + 1;
            let mut joined =
                rows.into_iter().fold(meetings.get(event).clone(), |event, row| with(event, row, has_titles));
            if row_is == RowIs::Report {
                leave_out_bare_states(&mut joined);
                joined.note = told_by(reports, &joined.note).into();
                if !has_titles {
                    joined.title = title_from(&joined.participants, &joined.venue);
                }
            }
            (event, joined)
        });
        joined.collect()
    }

    /// What is said of a further row.
    pub const fn remark(&self) -> Remark {
        match self.row_is {
            RowIs::Meeting | RowIs::Participant => Remark::JoinedRows,
            RowIs::Report => Remark::JoinedReports,
        }
    }
}

/// Leaves out states that somebody who is named represents: some reports name the state, others the person.
fn leave_out_bare_states(event: &mut Meeting) {
    let is_bare =
        |one: &Participant| one.country.is_some_and(|code| *one.name == *Countries::embedded().name(code));
    let named: BTreeSet<CountryCode> =
        event.participants.iter().filter(|one| !is_bare(one)).filter_map(|one| one.country).collect();
    event.participants.retain(|one| !is_bare(one) || one.country.is_none_or(|code| !named.contains(&code)));
}

/// A note that says how many reports a meeting is known from.
fn told_by(reports: usize, note: &str) -> String {
    let told = format!("reports: {reports}");
    if note.is_empty() { told } else { format!("{told}; {note}") }
}

/// An event with what a further row tells of it.
fn with(mut event: Meeting, row: Meeting, has_titles: bool) -> Meeting {
    for person in row.participants {
        if !event.participants.iter().any(|one| (&one.name, one.country) == (&person.name, person.country)) {
            event.participants.push(person);
        }
    }
    for source in row.sources {
        if !event.sources.contains(&source) {
            event.sources.push(source);
        }
    }
    let texts =
        [(&mut event.occasion, row.occasion), (&mut event.outcome, row.outcome), (&mut event.note, row.note)];
    for (text, further) in texts {
        if text.is_empty() {
            *text = further;
        } else if !further.is_empty() && !text.split("; ").any(|part| part == further) {
            *text = format!("{text}; {further}").into();
        }
    }
    if event.kind == Kind::Unspecified {
        event.kind = row.kind;
    }
    if !has_titles {
        event.title = title_from(&event.participants, &event.venue);
    }
    event
}
