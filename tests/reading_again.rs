//! Reading files again: what was edited in the record stays, and all else is as the files have it now.

use crate::any_document::document;
use crate::draws::draws;
use proptest::prelude::*;
use std::collections::BTreeMap;
use summitry::document::Document;
use summitry::document::as_read::AsRead;
use summitry::document::change::Change;
use summitry::document::edit::{Edit, FieldValue, apply};
use summitry::document::file::read::from_text;
use summitry::document::file::write::to_text;
use summitry::import::instructions::Instructions;
use summitry::import::{self, Import};
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Meeting, Status};
use summitry::state::State;

const THEN: &str = "id,date,title,kind,status,participants,country,city
a,2024-07-03,Dinner,other,held,Ann Lee (NOR),KAZ,Astana
b,2024-07-04,Talks,other,held,Bo Ek (SWE),KAZ,Astana
c,2024-07-05,Lunch,other,held,Cy Dan (TCD),KAZ,Astana
d,2024-07-06,Visit,other,held,Di Fox (FRA),KAZ,Astana
";
/// One title and one status are others, one row is gone and one is new.
const NOW: &str = "id,date,title,kind,status,participants,country,city
new,2024-07-01,Breakfast,other,held,Eve Oz (ITA),KAZ,Astana
a,2024-07-03,Banquet,other,held,Ann Lee (NOR),KAZ,Astana
b,2024-07-04,Talks,other,cancelled,Bo Ek (SWE),KAZ,Astana
c,2024-07-05,Lunch,other,held,Cy Dan (TCD),KAZ,Astana
";

fn read(text: &str) -> Meetings {
    let mut import = Import::default();
    import::bytes("t.csv", text.as_bytes().to_vec(), &Instructions::default(), &mut import);
    assert_eq!(import.problems.len(), 0);
    import.meetings
}

fn edited(document: &Document, edit: Edit) -> Document {
    apply(document, edit).expect("it can be edited").0
}

fn id(id: &str) -> MeetingId {
    MeetingId::new(id)
}

fn set(document: &Document, of: &str, value: FieldValue) -> Document {
    edited(document, Edit::Set { meetings: vec![id(of)], value })
}

fn told(record: &Meetings) -> Vec<(String, String, Status)> {
    record.iter().map(|(_, one)| (one.id.to_string(), one.title.to_string(), one.status)).collect()
}

#[test]
fn what_was_edited_stays_when_the_files_are_read_again() {
    let document = Document::new(read(THEN), Vec::new(), State::default());
    let document = set(&document, "b", FieldValue::Title("Long talks".into()));
    let document = set(&document, "d", FieldValue::Title("Farewell".into()));
    let document = edited(&document, Edit::Remove(vec![id("c")]));
    let document = edited(&document, Edit::Duplicate(id("a")));
    // The same from a project file.
    let opened = from_text(&to_text(&document)).expect("it is a project").document;
    assert_eq!(opened, document);
    for document in [document, opened] {
        let edit = Edit::Reload { record: read(NOW), sources: Vec::new() };
        let (again, change) = apply(&document, edit).expect("it can be read again");
        let expected = [
            ("new", "Breakfast", Status::Held),
            ("a", "Banquet", Status::Held),
            ("b", "Long talks", Status::Cancelled),
            ("d", "Farewell", Status::Held),
            ("new-1", "Dinner", Status::Held),
        ];
        let expected = expected.map(|(id, title, status)| (id.to_owned(), title.to_owned(), status));
        assert_eq!(told(&again.record), expected);
        assert_eq!(change, Change::Reloaded { meetings: 5, edited: 4 });
        let once_more = Edit::Reload { record: read(NOW), sources: Vec::new() };
        assert_eq!(told(&edited(&again, once_more).record), expected);
    }
}

#[test]
fn another_venue_keeps_who_the_files_say_was_there() {
    let document = Document::new(read(THEN), Vec::new(), State::default());
    let mut venue = document.record.get(0).venue.clone();
    (venue.country, venue.placed) = (None, summitry::meeting::Placed::Nowhere);
    let document = set(&document, "a", FieldValue::Venue(venue.clone()));
    let now = NOW.replace("Ann Lee (NOR)", "Ann Lee (NOR); Kim Po (KAZ)");
    let again = edited(&document, Edit::Reload { record: read(&now), sources: Vec::new() });
    let row = again.record.row_of("a").expect("it is there");
    let meeting = again.record.get(row);
    assert_eq!((&meeting.venue, meeting.participants.len()), (&venue, 2));
}

proptest! {
    #![proptest_config(draws(64))]

    #[test]
    fn what_nobody_edited_is_as_the_files_have_it(first in document(), now in document()) {
        let as_read = AsRead::of(&first.record);
        let again = as_read.read_again(&first.record, &now.record);
        prop_assert_eq!((again.record, again.edited), (now.record, 0));
    }

    #[test]
    fn what_was_edited_is_there_once_and_reading_again_changes_it_no_further(
        document in document(),
        now in document(),
    ) {
        let by_id = |record: &Meetings| -> BTreeMap<MeetingId, Meeting> {
            record.iter().map(|(_, one)| (one.id.clone(), one.clone())).collect()
        };
        let again = document.as_read.read_again(&document.record, &now.record).record;
        let edits = document.as_read.edited(&document.record);
        for added in edits.added {
            prop_assert!(again.row_of(added.as_str()).is_some(), "{added:?}");
        }
        // What the files call otherwise now is known by its days.
        let is_new = |one: &Meeting| document.as_read.get(&one.id).is_none();
        let days = now.record.iter().map(|(_, one)| one).filter(|one| is_new(one)).map(|one| one.dates);
        let days: std::collections::BTreeSet<_> = days.collect();
        for before in edits.before.into_iter().filter(|before| !days.contains(&before.dates)) {
            let stays = document.record.row_of(before.id.as_str()).is_some();
            prop_assert_eq!(again.row_of(before.id.as_str()).is_some(), stays);
        }
        let files = AsRead::of(&now.record);
        let more = files.read_again(&again, &now.record).record;
        prop_assert_eq!(by_id(&more), by_id(&again));
    }
}

#[test]
fn a_row_without_an_identity_is_known_though_a_word_of_it_was_changed() {
    let table = |lines: &[&str]| read(&format!("date,who,country,city\n{}\n", lines.join("\n")));
    let then = table(&[
        "2024-07-03,Ann Lee (NOR),BEL,Ghent",
        "2024-07-04,Bo Ek (SWE),KAZ,Astana",
        "2024-07-05,Cy Dan (TCD),KAZ,Astana",
    ]);
    let document = Document::new(then, Vec::new(), State::default());
    let ids: Vec<MeetingId> = document.record.iter().map(|(_, one)| one.id.clone()).collect();
    let value = FieldValue::Note("seen".into());
    let document = edited(&document, Edit::Set { meetings: vec![ids[0].clone()], value });
    let document = edited(&document, Edit::Remove(vec![ids[2].clone()]));
    let now = table(&[
        "2024-07-03,Ann Lee (NOR),BEL,Antwerp",
        "2024-07-04,Bo Ek (SWE),KAZ,Astana",
        "2024-07-05,Cy Dan (TCD),KAZ,Almaty",
    ]);
    let again = edited(&document, Edit::Reload { record: now, sources: Vec::new() });
    let told: Vec<(&str, &str)> =
        again.record.iter().map(|(_, one)| (one.venue.city.as_str(), one.note.as_str())).collect();
    assert_eq!(told, [("Antwerp", "seen"), ("Astana", "")]);
}

#[test]
fn a_new_row_that_two_may_have_become_is_neither_and_no_edit_is_lost() {
    let table = |lines: &[&str]| read(&format!("date,who,country,city\n{}\n", lines.join("\n")));
    let then = table(&["2024-07-03,Ann Lee (NOR),BEL,Ghent", "2024-07-03,Ann Lee (NOR),BEL,Bruges"]);
    let document = Document::new(then, Vec::new(), State::default());
    let ids: Vec<MeetingId> = document.record.iter().map(|(_, one)| one.id.clone()).collect();
    let note = |document: &Document, id: &MeetingId, text: &str| {
        let value = FieldValue::Note(text.into());
        edited(document, Edit::Set { meetings: vec![id.clone()], value })
    };
    let both = note(&note(&document, &ids[0], "first"), &ids[1], "second");
    let one = note(&document, &ids[0], "first");
    for (document, notes) in [(both, ["", "first", "second"].as_slice()), (one, &["", "first"])] {
        let now = table(&["2024-07-03,Ann Lee (NOR),BEL,Antwerp"]);
        let again = edited(&document, Edit::Reload { record: now, sources: Vec::new() });
        let mut told: Vec<&str> = again.record.iter().map(|(_, one)| one.note.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, notes);
    }
}
