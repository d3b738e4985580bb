//! Changes: what an edit did, as a value from which the Edit menu and the list of steps take their words.

use crate::meeting::identity::{MeetingId, PlaceId};
use crate::meeting::{Kind, Position, Status, Text};
use crate::query::question::filter::{Field, Filter};
use crate::state::State;
use std::collections::BTreeSet;

/// What one step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A table or a project was opened.
    Opened {
        /// The title of its picture; may be empty.
        title: String,
        /// How many rows it has.
        meetings: usize,
    },
    /// The source files were read again.
    Reloaded {
        /// How many rows there are now.
        meetings: usize,
        /// How many meetings stay as they were edited: changed, added or removed.
        edited: usize,
    },
    /// A meeting was added.
    Added {
        /// Its identity.
        meeting: MeetingId,
        /// Its title; may be empty.
        title: Text,
    },
    /// A copy of a meeting was added.
    Duplicated {
        /// The copy's identity.
        meeting: MeetingId,
        /// The title of both; may be empty.
        title: Text,
    },
    /// Meetings were removed.
    Removed(Subject),
    /// One field was set.
    Set {
        /// Which field.
        field: SetField,
        /// Of which meetings.
        subject: Subject,
    },
    /// It was decided where the meetings of one or several texts belong.
    Decided {
        /// The words of the first text.
        text: String,
        /// Where that belongs; `None` if it is left out.
        place: Option<PlaceId>,
        /// How many texts.
        texts: usize,
        /// Which meetings.
        subject: Subject,
    },
    /// Filter, view, look or selection changed. Never empty.
    State(BTreeSet<StatePart>),
}

/// Which meetings a change is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Their identities, in the order given.
    pub meetings: Vec<MeetingId>,
    /// The title of the first before the change; may be empty.
    pub title: Text,
}

/// A field of a meeting that was set, with its value where a word for it fits into a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetField {
    /// The title.
    Title,
    /// The people.
    Participants,
    /// The place.
    Venue,
    /// The dates.
    Dates,
    /// The kind.
    Kind(Kind),
    /// The status.
    Status(Status),
    /// The event around it.
    Occasion,
    /// What was agreed.
    Outcome,
    /// The remark.
    Note,
    /// Where the facts are from.
    Sources,
    /// The trip that it is a stop of.
    Trip,
    /// How many meetings it stands for.
    Count,
}

/// A part of the state. Where several change at once, the first names the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatePart {
    /// The title of the picture.
    Title,
    /// The other words around the map.
    Texts,
    /// How its pictures are made up.
    Page,
    /// A field of the filter.
    Filter(Field),
    /// What it is compared with.
    Compare,
    /// The counting rule.
    Rule,
    /// Which lines are drawn.
    Reading,
    /// How lines and land are drawn.
    Drawing,
    /// How the timeline is drawn.
    Time,
    /// Whose land areas of contested status are drawn with.
    Borders,
    /// The projection.
    Projection,
    /// The middle of the map.
    Centre,
    /// Graticule, circles and scale.
    Aids,
    /// What the map names.
    Labels,
    /// The language of the map's names.
    Language,
    /// The colours.
    Theme,
    /// Where the map is.
    Framing,
    /// Whether the meetings are seen on the map, as rows, or as who met whom.
    Pane,
    /// The columns and the order of rows.
    Table,
    /// Whom the matrix pairs, and in which order.
    Matrix,
    /// What is selected.
    Selection,
}

impl StatePart {
    /// Whether setting it is work that one would miss, and no way of looking at a table.
    #[must_use]
    pub const fn is_made(self) -> bool {
        match self {
            Self::Title | Self::Texts | Self::Compare => true,
            Self::Filter(_)
            | Self::Rule
            | Self::Drawing
            | Self::Labels
            | Self::Reading
            | Self::Time
            | Self::Borders
            | Self::Projection
            | Self::Centre
            | Self::Aids
            | Self::Language
            | Self::Theme
            | Self::Page
            | Self::Framing
            | Self::Pane
            | Self::Table
            | Self::Matrix
            | Self::Selection => false,
        }
    }
}

/// What differs between two states.
#[must_use]
pub fn differences(before: &State, after: &State) -> BTreeSet<StatePart> {
    let State {
        version: _,
        filter,
        rule,
        reading,
        projection,
        meridian,
        centre,
        aids,
        borders,
        drawing,
        compare,
        time,
        framing,
        theme,
        language,
        labels,
        title,
        texts,
        page,
        page_theme,
        selection,
        pane,
        table,
        matrix,
    } = before;
    let middle = |meridian| Position::new(meridian, 0.0);
    let parts = [
        (*title != after.title, StatePart::Title),
        (*texts != after.texts, StatePart::Texts),
        ((page, page_theme) != (&after.page, &after.page_theme), StatePart::Page),
        (*compare != after.compare, StatePart::Compare),
        (*rule != after.rule, StatePart::Rule),
        (*reading != after.reading, StatePart::Reading),
        (*drawing != after.drawing, StatePart::Drawing),
        (*time != after.time, StatePart::Time),
        (*borders != after.borders, StatePart::Borders),
        (*projection != after.projection, StatePart::Projection),
        (middle(*meridian) != middle(after.meridian) || *centre != after.centre, StatePart::Centre),
        (*aids != after.aids, StatePart::Aids),
        (*labels != after.labels, StatePart::Labels),
        (*language != after.language, StatePart::Language),
        (*theme != after.theme, StatePart::Theme),
        (*framing != after.framing, StatePart::Framing),
        (*pane != after.pane, StatePart::Pane),
        (*table != after.table, StatePart::Table),
        (*matrix != after.matrix, StatePart::Matrix),
        (*selection != after.selection, StatePart::Selection),
    ];
    let parts = parts.into_iter().filter_map(|(differs, part)| differs.then_some(part));
    parts.chain(filter_differences(filter, &after.filter)).collect()
}

fn filter_differences(before: &Filter, after: &Filter) -> impl Iterator<Item = StatePart> + use<> {
    let differs = |field: &Field| before.clone().with(*field, after) != *before;
    let fields: Vec<Field> = Field::ALL.into_iter().filter(differs).collect();
    fields.into_iter().map(StatePart::Filter)
}

impl Change {
    /// Whether nothing but the selection changed.
    #[must_use]
    pub fn is_selection_only(&self) -> bool {
        self.state_parts().is_some_and(|parts| parts.iter().all(|part| *part == StatePart::Selection))
    }

    /// This change and a later one of the same interaction as one; `None` if they are two steps all the same.
    #[must_use]
    pub fn joined(&self, later: &Self) -> Option<Self> {
        match self {
            Self::State(parts) => later.state_parts().map(|later| Self::State(parts | later)),
            Self::Set { field, subject } => {
                let (later_field, later_subject) = later.set()?;
                let is_same_field = std::mem::discriminant(field) == std::mem::discriminant(&later_field);
                (is_same_field && subject.meetings == later_subject.meetings)
                    .then(|| Self::Set { field: later_field, subject: subject.clone() })
            }
            // The fields of a meeting that was just added are filled in by the same interaction.
            Self::Added { meeting, .. } => {
                let (_, subject) = later.set()?;
                (subject.meetings == [meeting.clone()]).then(|| self.clone())
            }
            Self::Opened { .. }
            | Self::Reloaded { .. }
            | Self::Duplicated { .. }
            | Self::Decided { .. }
            | Self::Removed(_) => None,
        }
    }

    /// The parts of the state that changed, if nothing else did.
    fn state_parts(&self) -> Option<&BTreeSet<StatePart>> {
        if let Self::State(parts) = self { Some(parts) } else { None }
    }

    /// The field that was set, if one was, and of which meetings.
    fn set(&self) -> Option<(SetField, &Subject)> {
        if let Self::Set { field, subject } = self { Some((*field, subject)) } else { None }
    }
}
