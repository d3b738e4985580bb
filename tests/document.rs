//! Documents: every edit can be taken back and done again, and steps end with what the user does.

use crate::any_document::{
    count, dates, decided, document, meeting, participants, selection, sources, state, stop, venue, words,
};
use crate::draws::draws;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;
use std::path::PathBuf;
use summitry::document::Document;
use summitry::document::change::{Change, StatePart, differences};
use summitry::document::edit::{Decision, Edit, EditError, FieldValue, apply};
use summitry::document::fingerprint::Fingerprint;
use summitry::document::history::{History, Home, Interaction, MOST_STEPS};
use summitry::import;
use summitry::import::decisions::Decided;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::MeetingId;
use summitry::meeting::{Kind, Meeting, Participant, Placed, Position, Role, Status, Venue};
use summitry::query::question::filter::Field;
use summitry::state::{State, Target, Theme};
use summitry::words::message::Message;
use summitry::words::say;

fn embedded() -> Document {
    Document::new(import::embedded().meetings, Vec::new(), State::default())
}

fn id(text: &str) -> MeetingId {
    MeetingId::new(text)
}

fn one<'a>(document: &'a Document, text: &str) -> &'a Meeting {
    document.record.get(document.record.row_of(text).expect("the meeting is there"))
}

fn set(text: &str, value: FieldValue) -> Edit {
    Edit::Set { meetings: vec![id(text)], value }
}

fn with_state(history: &History, change: impl FnOnce(&mut State)) -> Edit {
    let mut state = history.document().state.clone();
    change(&mut state);
    Edit::State(Box::new(state))
}

const ASTANA: &str = "sco-summit-astana-2024-07";
const CUBA: &str = "cuba-moscow-2024-05";

/// What a walk does next; rows are chosen among those that are there.
#[derive(Clone, Debug)]
pub enum Move {
    Add(Box<Meeting>),
    Duplicate(Index),
    Remove(Vec<Index>),
    Set(Vec<Index>, FieldValue),
    Decide(Vec<Index>, Decided, bool),
    State(Box<State>),
    Open(Box<Document>),
    Reload(Box<Document>),
}

fn value() -> impl Strategy<Value = FieldValue> {
    prop_oneof![
        words().prop_map(FieldValue::Title),
        participants().prop_map(FieldValue::Participants),
        venue().prop_map(FieldValue::Venue),
        dates().prop_map(FieldValue::Dates),
        select(&Kind::ALL[..]).prop_map(FieldValue::Kind),
        select(&Status::ALL[..]).prop_map(FieldValue::Status),
        words().prop_map(FieldValue::Occasion),
        words().prop_map(FieldValue::Outcome),
        words().prop_map(FieldValue::Note),
        sources().prop_map(FieldValue::Sources),
        stop().prop_map(FieldValue::Trip),
        count().prop_map(FieldValue::Count),
    ]
}

pub fn walk() -> impl Strategy<Value = Vec<Move>> {
    let rows = || proptest::collection::vec(any::<Index>(), 1..4);
    let one = prop_oneof![
        2 => meeting().prop_map(|meeting| Move::Add(Box::new(meeting))),
        2 => any::<Index>().prop_map(Move::Duplicate),
        2 => rows().prop_map(Move::Remove),
        6 => (rows(), value()).prop_map(|(rows, value)| Move::Set(rows, value)),
        2 => (rows(), decided(), any::<bool>()).prop_map(|(rows, one, is_kept)| Move::Decide(rows, one, is_kept)),
        3 => state().prop_map(|state| Move::State(Box::new(state))),
        1 => document().prop_map(|document| Move::Open(Box::new(document))),
        1 => document().prop_map(|document| Move::Reload(Box::new(document))),
    ];
    proptest::collection::vec(one, 1..24)
}

/// The edit that a move is on a document; `None` where it needs a row and there is none.
pub fn edit_of(one: Move, document: &Document) -> Option<Edit> {
    let record = &document.record;
    let at = |index: &Index| (!record.is_empty()).then(|| record.get(index.index(record.len())).id.clone());
    Some(match one {
        Move::Add(meeting) => Edit::Add(meeting),
        Move::Duplicate(row) => Edit::Duplicate(at(&row)?),
        Move::Remove(rows) => Edit::Remove(rows.iter().map(at).collect::<Option<_>>()?),
        Move::Set(rows, value) => Edit::Set { meetings: rows.iter().map(at).collect::<Option<_>>()?, value },
        Move::Decide(rows, decided, is_for_words) => {
            let meetings: Vec<MeetingId> = rows.iter().map(at).collect::<Option<_>>()?;
            let venue = &record.get(record.row_of(meetings[0].as_str())?).venue;
            let (country, city) = (venue.country_as_written.clone(), venue.city.clone());
            Edit::Decide(vec![Decision {
                country: country.to_string(),
                city: city.to_string(),
                decided,
                meetings,
                is_for_words,
            }])
        }
        Move::State(state) => Edit::State(state),
        Move::Open(document) => Edit::Open(document),
        Move::Reload(other) => Edit::Reload { record: other.record, sources: other.sources },
    })
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn undoing_everything_brings_the_first_document_back_and_redoing_everything_the_last(
        first in document(),
        walk in walk(),
    ) {
        let mut history = History::new(first.clone(), Home::default());
        let mut seen = vec![first];
        for one in walk {
            let Some(edit) = edit_of(one, history.document()) else { continue };
            let steps = history.steps().len();
            history.apply(edit, None).expect("each of these edits can be made");
            if history.steps().len() > steps {
                seen.push(history.document().clone());
            } else {
                // A selection is taken over by the step that stands.
                *seen.last_mut().expect("there is one") = history.document().clone();
            }
        }
        for document in seen.iter().rev() {
            prop_assert_eq!(history.document(), document);
            history.undo();
        }
        prop_assert!(!history.undo() && history.undone_next().is_none());
        for document in &seen {
            prop_assert_eq!(history.document(), document);
            history.redo();
        }
        prop_assert!(!history.redo() && history.redone_next().is_none());
    }

    #[test]
    fn identities_are_unique_and_never_given_twice(first in document(), walk in walk(), back in any::<Index>()) {
        let mut history = History::new(first, Home::default());
        let mut given = BTreeSet::new();
        for one in walk {
            let Some(edit) = edit_of(one, history.document()) else { continue };
            let (_, change) = apply(history.document(), edit.clone()).expect("each of these edits can be made");
            let adds = matches!(change, Change::Added { .. } | Change::Duplicated { .. });
            history.apply(edit, None).expect("it was tried");
            if let (true, Change::Added { meeting, .. } | Change::Duplicated { meeting, .. }) = (adds, &history.now().change) {
                prop_assert!(given.insert(meeting.clone()), "{} was given twice", meeting);
                prop_assert!(history.document().record.row_of(meeting.as_str()).is_some());
            }
            let ids: BTreeSet<&MeetingId> = history.document().record.iter().map(|(_, one)| &one.id).collect();
            prop_assert_eq!(ids.len(), history.document().record.len());
            if back.index(3) == 0 {
                history.undo();
            }
        }
    }

    #[test]
    fn what_differs_is_said_and_nothing_else(before in state(), after in state(), selected in selection()) {
        prop_assert_eq!(differences(&before, &before), BTreeSet::new());
        prop_assert_eq!(differences(&before, &after).is_empty(), before == after);
        let other = State { selection: selected.clone(), ..before.clone() };
        let expected = (selected != before.selection).then_some(StatePart::Selection);
        prop_assert_eq!(differences(&before, &other), expected.into_iter().collect());
    }
}

#[test]
fn a_step_is_named_in_the_menu() {
    let mut history = History::new(embedded(), Home::default());
    let mut names = Vec::new();
    let venue = Venue { city: "Almaty".to_owned().into(), ..Venue::default() };
    let edits = [
        set(ASTANA, FieldValue::Venue(venue)),
        Edit::Set { meetings: vec![id(ASTANA), id(CUBA)], value: FieldValue::Status(Status::Cancelled) },
        Edit::Duplicate(id(CUBA)),
        Edit::Remove(vec![id(CUBA)]),
        Edit::Remove(vec![id(ASTANA), id("new-1")]),
    ];
    for edit in edits {
        assert_eq!(history.apply(edit, None), Ok(true));
        let change = &history.now().change;
        names.push((say(Message::StepInMenu(change)), say(Message::StepSubject(change))));
    }
    let filter = with_state(&history, |state| {
        state.filter.kinds.insert(Kind::Call);
        state.theme = Theme::Dark;
    });
    history.apply(filter, None).expect("any state can be set");
    names.push((say(Message::StepInMenu(&history.now().change)), String::new()));
    let title = |text: &str| one(&embedded(), text).title.to_string();
    let expected = [
        ("change venue", title(ASTANA)),
        ("set status: cancelled", "2 meetings".to_owned()),
        ("duplicate meeting", title(CUBA)),
        ("delete meeting", title(CUBA)),
        ("delete meetings", "2 meetings".to_owned()),
        ("filter by kind", String::new()),
    ];
    assert_eq!(names, expected.map(|(phrase, subject)| (phrase.to_owned(), subject)));
}

#[test]
fn typing_is_one_step_until_the_field_is_left() {
    let mut history = History::new(embedded(), Home::default());
    let before = history.document().clone();
    let typing = Some(Interaction(7));
    for typed in ["T", "Ta", "Tal", "Talks"] {
        history
            .apply(set(CUBA, FieldValue::Title(typed.to_owned().into())), typing)
            .expect("a title is any text");
    }
    assert_eq!(history.steps().len(), 2);
    history.end_interaction();
    history
        .apply(set(CUBA, FieldValue::Title("Talks again".to_owned().into())), typing)
        .expect("a title is any text");
    assert_eq!(history.steps().len(), 3);
    assert!(history.undo());
    assert_eq!(one(history.document(), CUBA).title, "Talks");
    assert!(history.undo());
    assert_eq!(*history.document(), before);
}

#[test]
fn another_field_another_meeting_or_another_drag_is_another_step() {
    let mut history = History::new(embedded(), Home::default());
    let typing = Some(Interaction(1));
    let text = || "words".to_owned();
    history.apply(set(CUBA, FieldValue::Title(text().into())), typing).expect("a title is any text");
    history.apply(set(CUBA, FieldValue::Note(text().into())), typing).expect("a note is any text");
    history.apply(set(ASTANA, FieldValue::Note(text().into())), typing).expect("a note is any text");
    for drag in [2, 3] {
        for lon in [1.0, 2.0] {
            let edit = with_state(&history, |state| state.meridian += lon);
            history.apply(edit, Some(Interaction(drag))).expect("any state can be set");
        }
    }
    // The opening, three texts and two drags.
    assert_eq!(history.steps().len(), 6);
    assert!((history.document().state.meridian - 6.0).abs() < 1e-9);
}

#[test]
fn a_drag_that_ends_where_it_began_is_no_step() {
    let mut history = History::new(embedded(), Home::default());
    for lon in [10.0, 20.0, 0.0] {
        let edit = with_state(&history, |state| state.meridian = lon);
        history.apply(edit, Some(Interaction(1))).expect("any state can be set");
    }
    assert_eq!(history.steps().len(), 1);
    assert!(history.is_saved());
}

#[test]
fn a_new_meeting_and_what_is_typed_into_it_at_once_are_one_step() {
    let mut history = History::new(embedded(), Home::default());
    let draft = one(history.document(), CUBA).clone();
    let adding = Some(Interaction(1));
    history.apply(Edit::Add(Box::new(draft)), adding).expect("its dates and place are sound");
    let title = FieldValue::Title("Talks".to_owned().into());
    history.apply(set("new-1", title), adding).expect("a title is any text");
    assert_eq!(history.steps().len(), 2);
    assert_eq!(one(history.document(), "new-1").title, "Talks");
    assert!(history.undo());
    assert_eq!(history.document().record, embedded().record);
}

#[test]
fn a_selection_is_no_step_and_leaves_undone_steps_to_be_done_again() {
    let mut history = History::new(embedded(), Home::default());
    history.apply(set(CUBA, FieldValue::Note("a".to_owned().into())), None).expect("a note is any text");
    let select = |history: &mut History, text: &str| {
        let edit = with_state(history, |state| state.selection = Some(Target::Meeting(id(text))));
        assert_eq!(history.apply(edit, None), Ok(true));
    };
    select(&mut history, CUBA);
    assert_eq!(history.steps().len(), 2);
    history.undo();
    select(&mut history, ASTANA);
    assert!(history.is_saved(), "looking at a meeting is no work");
    assert!(history.redo());
    assert_eq!(history.document().state.selection, Some(Target::Meeting(id(CUBA))));
    history.undo();
    assert_eq!(history.document().state.selection, Some(Target::Meeting(id(ASTANA))));
}

#[test]
fn a_removed_meeting_is_no_longer_selected_and_comes_back_with_undo() {
    let mut history = History::new(embedded(), Home::default());
    let edit = with_state(&history, |state| state.selection = Some(Target::Meeting(id(CUBA))));
    history.apply(edit, None).expect("any state can be set");
    history.apply(Edit::Remove(vec![id(CUBA)]), None).expect("it is there");
    assert_eq!(history.document().state.selection, None);
    history.undo();
    assert_eq!(history.document().state.selection, Some(Target::Meeting(id(CUBA))));
    assert_eq!(one(history.document(), CUBA), one(&embedded(), CUBA));
}

#[test]
fn undoing_back_to_what_was_saved_clears_the_unsaved_mark() {
    let mut history = History::new(embedded(), Home::default());
    assert!(history.is_saved());
    history.apply(set(CUBA, FieldValue::Note("a".to_owned().into())), None).expect("a note is any text");
    assert!(!history.is_saved());
    history.mark_saved(history.now().number, PathBuf::from("a.summitry"), Fingerprint::of(b"a"));
    assert!(history.is_saved());
    history.apply(set(CUBA, FieldValue::Note("b".to_owned().into())), None).expect("a note is any text");
    assert_eq!((history.is_saved(), history.steps_since_saving()), (false, Some(1)));
    history.undo();
    assert!(history.is_saved());
    history.undo();
    assert!(!history.is_saved());
    assert_eq!(history.steps_since_saving(), Some(1));
    history.apply(set(CUBA, FieldValue::Note("c".to_owned().into())), None).expect("a note is any text");
    assert_eq!(history.steps_since_saving(), None, "what was saved can no longer be gone back to");
}

#[test]
fn typing_after_saving_is_a_new_step() {
    let mut history = History::new(embedded(), Home::default());
    let typing = Some(Interaction(1));
    history.apply(set(CUBA, FieldValue::Note("a".to_owned().into())), typing).expect("a note is any text");
    history.mark_saved(history.now().number, PathBuf::from("a.summitry"), Fingerprint::of(b"a"));
    history.apply(set(CUBA, FieldValue::Note("ab".to_owned().into())), typing).expect("a note is any text");
    assert_eq!((history.steps().len(), history.is_saved()), (3, false));
    history.undo();
    assert!(history.is_saved());
}

#[test]
fn opening_another_table_is_undone_with_its_file() {
    let home = |path: &str| Home { path: Some(PathBuf::from(path)), ..Home::default() };
    let mut history = History::new(embedded(), home("first.summitry"));
    history.apply(set(CUBA, FieldValue::Note("a".to_owned().into())), None).expect("a note is any text");
    let other = Document::new(import::embedded().meetings, Vec::new(), State::default());
    history.open(other.clone(), home("second.summitry"));
    assert!(history.is_saved());
    assert_eq!(history.home().path, Some(PathBuf::from("second.summitry")));
    assert_eq!(*history.document(), other);
    history.undo();
    assert_eq!(history.home().path, Some(PathBuf::from("first.summitry")));
    assert!(!history.is_saved(), "the note is not saved");
    history.mark_saved(history.now().number, PathBuf::from("third.summitry"), Fingerprint::of(b""));
    history.undo();
    assert_eq!(history.home().path, Some(PathBuf::from("third.summitry")), "saved under another name");
    history.jump(2);
    assert_eq!(history.home().path, Some(PathBuf::from("second.summitry")));
}

#[test]
fn the_oldest_steps_fall_out_and_that_is_said() {
    let mut history = History::new(embedded(), Home::default());
    for number in 0..MOST_STEPS + 20 {
        let note = FieldValue::Note(number.to_string().into());
        history.apply(set(CUBA, note), None).expect("a note is any text");
    }
    assert_eq!((history.steps().len(), history.forgotten()), (MOST_STEPS, 21));
    assert_eq!(history.steps_since_saving(), None);
    while history.undo() {}
    assert_eq!(one(history.document(), CUBA).note, "20");
    assert!(!history.is_saved());
    let last = history.steps().next_back().expect("there are steps").number;
    assert!(history.jump(last));
    assert_eq!(one(history.document(), CUBA).note, (MOST_STEPS + 19).to_string());
    assert!(!history.jump(0), "it fell out");
}

#[test]
fn what_cannot_be_is_refused_with_its_reason_and_changes_nothing() {
    let document = embedded();
    let day = |day| Some(PartialDate::Day(date(2024, 7, day)));
    let backwards = Dates { start: day(4), end: day(3) };
    let year = Dates::on(PartialDate::Year(20_000));
    let nowhere = Venue { placed: Placed::Point(Position::new(f64::NAN, 0.0)), ..Venue::default() };
    let cases = [
        (set("gone", FieldValue::Kind(Kind::Call)), "There is no meeting gone any more"),
        (Edit::Duplicate(id("gone")), "There is no meeting gone any more"),
        (Edit::Remove(vec![id(CUBA), id("gone")]), "There is no meeting gone any more"),
        (Edit::Remove(Vec::new()), "No meeting is chosen"),
        (set(CUBA, FieldValue::Dates(backwards)), "The meeting would end before it starts"),
        (set(CUBA, FieldValue::Dates(year)), "There is no such date"),
        (
            set(CUBA, FieldValue::Venue(nowhere)),
            "A place lies between −180° and 180° east and between −90° and 90° north",
        ),
    ];
    for (edit, why) in cases {
        let mut history = History::new(document.clone(), Home::default());
        let error: EditError = history.apply(edit, None).expect_err(why);
        assert_eq!(error.to_string(), why);
        assert_eq!((history.document(), history.steps().len()), (&document, 1));
    }
}

#[test]
fn who_is_at_home_follows_the_venue_unless_the_record_says_otherwise() {
    let person = |name: &str, code: &str, role| Participant {
        name: name.to_owned().into(),
        office: String::new().into(),
        country: summitry::meeting::code::CountryCode::new(code),
        role,
    };
    let people = vec![
        person("Host", "RUS", Role::Host),
        person("Guest", "KAZ", Role::Guest),
        person("Host abroad", "FRA", Role::Host),
    ];
    let (document, _) =
        apply(&embedded(), set(CUBA, FieldValue::Participants(people))).expect("people can be set");
    let kazakhstan = summitry::meeting::code::CountryCode::new("KAZ");
    let venue = FieldValue::Venue(Venue { country: kazakhstan, ..Venue::default() });
    let (document, _) = apply(&document, set(CUBA, venue)).expect("the venue is sound");
    let roles: Vec<Role> = one(&document, CUBA).participants.iter().map(|one| one.role).collect();
    assert_eq!(roles, [Role::Guest, Role::Host, Role::Host]);
}

#[test]
fn a_period_that_changes_with_its_comparison_is_named_by_the_period() {
    let before = State::default();
    let mut after = before.clone();
    after.filter.from = Some(date(2024, 7, 1));
    after.compare = Some(summitry::query::question::baseline::Baseline::default());
    let parts = differences(&before, &after);
    assert_eq!(parts.first(), Some(&StatePart::Filter(Field::Period)));
    assert_eq!(say(Message::Step(&Change::State(parts))), "Change period");
}
