//! Edits: everything that the user can do to a document, and what comes of it.

use super::as_read::{AsRead, ReadAgain};
use super::change::{Change, SetField, Subject, differences};
use super::{Document, SourceFile};
use crate::gazetteer::country::move_to;
use crate::import::decisions::{Decided, Decisions};
use crate::import::venue;
use crate::meeting::date::{Dates, PartialDate};
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Participant, Position, Source, Status, Stop, Text, Venue};
use crate::query::tie::TieKey;
use crate::state::{State, Target};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::num::NonZeroU32;
use std::sync::Arc;

/// One thing that the user does.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Adds a meeting at the end. Its identity is made by the document, whatever it holds.
    Add(Box<Meeting>),
    /// Adds a copy of a meeting below it.
    Duplicate(MeetingId),
    /// Removes meetings.
    Remove(Vec<MeetingId>),
    /// Gives one field of one or several meetings a value.
    Set {
        /// Which meetings.
        meetings: Vec<MeetingId>,
        /// The field and its value.
        value: FieldValue,
    },
    /// Puts all meetings with the same words for their place where the user decided. Each decision is for one
    /// text.
    Decide(Vec<Decision>),
    /// Replaces the record by what its source files hold now, and keeps what was edited. Filter, view and
    /// look stay.
    Reload {
        /// The rows read anew.
        record: Meetings,
        /// The files that they were read from.
        sources: Vec<SourceFile>,
    },
    /// Opens another table or project in place of the document.
    Open(Box<Document>),
    /// Changes filter, view, look or selection.
    State(Box<State>),
}

/// Where the meetings of one text belong.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The words for the country; empty if there are none.
    pub country: String,
    /// The words for the city; empty if there are none.
    pub city: String,
    /// Where they belong.
    pub decided: Decided,
    /// Which meetings have these words.
    pub meetings: Vec<MeetingId>,
    /// Whether it holds for the words, in whatever is read later too; otherwise for these meetings alone.
    pub is_for_words: bool,
}

/// A field of a meeting with its new value.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// [`Meeting::title`]
    Title(Text),
    /// [`Meeting::participants`]
    Participants(Vec<Participant>),
    /// [`Meeting::venue`]. Participants whose role was what the old venue says get the role that the new one
    /// says.
    Venue(Venue),
    /// [`Meeting::dates`]
    Dates(Dates),
    /// [`Meeting::kind`]
    Kind(Kind),
    /// [`Meeting::status`]
    Status(Status),
    /// [`Meeting::occasion`]
    Occasion(Text),
    /// [`Meeting::outcome`]
    Outcome(Text),
    /// [`Meeting::note`]
    Note(Text),
    /// [`Meeting::sources`]
    Sources(Vec<Source>),
    /// [`Meeting::trip`]
    Trip(Option<Stop>),
    /// [`Meeting::count`]
    Count(NonZeroU32),
}

/// Why an edit cannot be made. The document stays as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum EditError {
    /// The document has no meeting of this identity.
    NoSuchMeeting(MeetingId),
    /// The edit names no meeting.
    NoMeetings,
    /// The meeting would end before it starts.
    EndsBeforeStart(Dates),
    /// There is no such month, or a year has more than four digits.
    NoSuchDate,
    /// Not −180…180 degrees east and −90…90 degrees north.
    OffTheEarth(Position),
    /// The tables have no such place any more.
    NoSuchPlace,
}

/// The document after an edit, and what the edit did.
pub fn apply(document: &Document, edit: Edit) -> Result<(Document, Change), EditError> {
    let mut after = document.clone();
    let change = match edit {
        Edit::Add(meeting) => add(&mut after, *meeting)?,
        Edit::Duplicate(id) => duplicate(&mut after, &id)?,
        Edit::Remove(ids) => remove(&mut after, ids)?,
        Edit::Set { meetings, value } => set(&mut after, meetings, &value)?,
        Edit::Decide(decisions) => decide(&mut after, &decisions)?,
        Edit::Reload { record, sources } => {
            let now = AsRead::of(&record);
            let ReadAgain { record, edited } = after.as_read.read_again(&after.record, &record);
            let meetings = record.len();
            (after.record, after.as_read, after.sources) = (record, now, sources);
            drop_lost_selection(&mut after);
            Change::Reloaded { meetings, edited }
        }
        Edit::Open(other) => {
            after = *other;
            Change::Opened { title: after.state.title.clone(), meetings: after.record.len() }
        }
        Edit::State(state) => {
            let parts = differences(&document.state, &state);
            after.state = *state;
            Change::State(parts)
        }
    };
    Ok((after, change))
}

fn add(document: &mut Document, meeting: Meeting) -> Result<Change, EditError> {
    check_dates(meeting.dates)?;
    check_venue(&meeting.venue)?;
    let id = document.new_id();
    let title = meeting.title.clone();
    let meeting = Meeting { id: id.clone(), ..meeting };
    document.record.push(meeting).expect("the identity is new");
    Ok(Change::Added { meeting: id, title })
}

fn duplicate(document: &mut Document, id: &MeetingId) -> Result<Change, EditError> {
    let row = row_of(document, id)?;
    let copy = Meeting { id: document.new_id(), ..document.record.get(row).clone() };
    let change = Change::Duplicated { meeting: copy.id.clone(), title: copy.title.clone() };
    document.record.insert(row + 1, copy).expect("the identity is new");
    Ok(change)
}

fn remove(document: &mut Document, ids: Vec<MeetingId>) -> Result<Change, EditError> {
    let rows = ids.iter().map(|id| row_of(document, id)).collect::<Result<BTreeSet<usize>, _>>()?;
    let subject = subject(document, ids)?;
    document.record.remove(&rows);
    drop_lost_selection(document);
    Ok(Change::Removed(subject))
}

fn set(document: &mut Document, ids: Vec<MeetingId>, value: &FieldValue) -> Result<Change, EditError> {
    match value {
        FieldValue::Dates(dates) => check_dates(*dates)?,
        FieldValue::Venue(venue) => check_venue(venue)?,
        FieldValue::Title(_)
        | FieldValue::Participants(_)
        | FieldValue::Kind(_)
        | FieldValue::Status(_)
        | FieldValue::Occasion(_)
        | FieldValue::Outcome(_)
        | FieldValue::Note(_)
        | FieldValue::Sources(_)
        | FieldValue::Trip(_)
        | FieldValue::Count(_) => {}
    }
    let rows = ids.iter().map(|id| row_of(document, id)).collect::<Result<BTreeSet<usize>, _>>()?;
    let subject = subject(document, ids)?;
    let record = &document.record;
    let changed = rows.into_iter().map(|row| (row, with(record.get(row), value)));
    // A row that has the value already stays the one it is, so that it is shared.
    let changed = changed.filter(|(row, meeting)| meeting != record.get(*row)).collect();
    document.record = record.with(changed);
    Ok(Change::Set { field: value.field(), subject })
}

fn decide(document: &mut Document, decisions: &[Decision]) -> Result<Change, EditError> {
    let first = decisions.first().ok_or(EditError::NoMeetings)?;
    let mut kept = Decisions::clone(&document.decisions);
    let mut changed: BTreeMap<usize, Meeting> = BTreeMap::new();
    let (mut meetings, mut of_words) = (Vec::new(), BTreeSet::new());
    for Decision { country, city, decided, meetings: of_text, is_for_words } in decisions {
        if let Decided::Point(at) = decided
            && !is_on_earth(*at)
        {
            return Err(EditError::OffTheEarth(*at));
        }
        for id in of_text {
            let row = row_of(document, id)?;
            let meeting = changed.remove(&row).unwrap_or_else(|| document.record.get(row).clone());
            changed.insert(row, put(&meeting, country, *decided).ok_or(EditError::NoSuchPlace)?);
            if *is_for_words {
                of_words.insert(row);
            }
        }
        meetings.extend_from_slice(of_text);
        if *is_for_words {
            kept.decide_place(country, city, *decided);
        }
    }
    let subject = subject(document, meetings)?;
    let record = &document.record;
    let changed = changed.into_iter().filter(|(row, meeting)| meeting != record.get(*row)).collect();
    let now = record.with(changed);
    let before = mem::replace(&mut document.record, now);
    // The files will be read so from now on.
    document.as_read.follow(&before, &document.record, &of_words);
    if kept != *document.decisions {
        document.decisions = Arc::new(kept);
    }
    let text = if first.city.is_empty() { &first.country } else { &first.city };
    let place = first.decided.place();
    Ok(Change::Decided { text: text.clone(), place, texts: decisions.len(), subject })
}

/// The meeting where it was decided to belong, as if it was read so from a file with these words for the
/// country; `None` if the tables do not have that place. Building and words stay.
#[must_use]
pub fn put(meeting: &Meeting, country: &str, decided: Decided) -> Option<Meeting> {
    let (country, placed) = decided.puts(venue::country(country))?;
    let venue = Venue { country, placed, ..meeting.venue.clone() };
    Some(with(meeting, &FieldValue::Venue(venue)))
}

/// The meeting with another value in one field.
fn with(meeting: &Meeting, value: &FieldValue) -> Meeting {
    let mut meeting = meeting.clone();
    match value {
        FieldValue::Title(title) => meeting.title.clone_from(title),
        FieldValue::Participants(participants) => meeting.participants.clone_from(participants),
        FieldValue::Venue(venue) => move_to(&mut meeting, venue),
        FieldValue::Dates(dates) => meeting.dates = *dates,
        FieldValue::Kind(kind) => meeting.kind = *kind,
        FieldValue::Status(status) => meeting.status = *status,
        FieldValue::Occasion(occasion) => meeting.occasion.clone_from(occasion),
        FieldValue::Outcome(outcome) => meeting.outcome.clone_from(outcome),
        FieldValue::Note(note) => meeting.note.clone_from(note),
        FieldValue::Sources(sources) => meeting.sources.clone_from(sources),
        FieldValue::Trip(stop) => meeting.trip.clone_from(stop),
        FieldValue::Count(count) => meeting.count = *count,
    }
    meeting
}

impl FieldValue {
    /// The field, with its value where a menu can say it.
    #[must_use]
    pub fn field(&self) -> SetField {
        match self {
            Self::Title(_) => SetField::Title,
            Self::Participants(_) => SetField::Participants,
            Self::Venue(_) => SetField::Venue,
            Self::Dates(_) => SetField::Dates,
            Self::Kind(kind) => SetField::Kind(*kind),
            Self::Status(status) => SetField::Status(*status),
            Self::Occasion(_) => SetField::Occasion,
            Self::Outcome(_) => SetField::Outcome,
            Self::Note(_) => SetField::Note,
            Self::Sources(_) => SetField::Sources,
            Self::Trip(_) => SetField::Trip,
            Self::Count(_) => SetField::Count,
        }
    }
}

fn row_of(document: &Document, id: &MeetingId) -> Result<usize, EditError> {
    document.record.row_of(id.as_str()).ok_or_else(|| EditError::NoSuchMeeting(id.clone()))
}

fn subject(document: &Document, meetings: Vec<MeetingId>) -> Result<Subject, EditError> {
    let row = row_of(document, meetings.first().ok_or(EditError::NoMeetings)?)?;
    Ok(Subject { title: document.record.get(row).title.clone(), meetings })
}

/// Clears a selection of a meeting that is no longer there.
fn drop_lost_selection(document: &mut Document) {
    let Document { record, state, .. } = document;
    let is_lost = |target: &mut Target| match target {
        Target::Meeting(meeting) | Target::Tie(TieKey::Spoke { meeting, .. }) => {
            record.row_of(meeting.as_str()).is_none()
        }
        Target::Country(_)
        | Target::Place(_)
        | Target::Places(_)
        | Target::Occasion(_)
        | Target::Person(_)
        | Target::Pair(_)
        | Target::Tie(TieKey::Journey(_) | TieKey::Relation { .. } | TieKey::Leg(_)) => false,
    };
    state.selection.take_if(is_lost);
}

/// Says what is wrong with dates; a caller can ask while the user types.
pub fn check_dates(dates: Dates) -> Result<(), EditError> {
    let exists = |date: PartialDate| match date {
        PartialDate::Year(year) => Date::new(year, 1, 1).is_ok(),
        PartialDate::Month(year, month) => Date::new(year, month, 1).is_ok(),
        PartialDate::Day(_) => true,
    };
    if ![dates.start, dates.end].into_iter().flatten().all(exists) {
        return Err(EditError::NoSuchDate);
    }
    match (dates.start, dates.end) {
        (Some(start), Some(end)) if end.last_day() < start.first_day() => {
            Err(EditError::EndsBeforeStart(dates))
        }
        _ => Ok(()),
    }
}

/// Says what is wrong with a venue's position.
pub fn check_venue(venue: &Venue) -> Result<(), EditError> {
    match venue.placed.position() {
        Some(at) if !is_on_earth(at) => Err(EditError::OffTheEarth(at)),
        _ => Ok(()),
    }
}

/// Whether a position is one. It is not if a number is none.
#[must_use]
pub fn is_on_earth(at: Position) -> bool {
    (-180.0..=180.0).contains(&at.lon) && (-90.0..=90.0).contains(&at.lat)
}
