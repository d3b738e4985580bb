//! The table of meetings keeps its rows through every edit, and its versions share what they have in common.

use std::num::NonZeroU32;
use summitry::meeting::date::Dates;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting, Status, Venue};

fn meeting(id: usize, title: &str) -> Meeting {
    Meeting {
        id: MeetingId::new(&id.to_string()),
        title: title.to_owned().into(),
        kind: Kind::Bilateral,
        status: Status::Held,
        dates: Dates::default(),
        venue: Venue::default(),
        participants: Vec::new(),
        occasion: String::new().into(),
        outcome: String::new().into(),
        sources: Vec::new(),
        note: String::new().into(),
        trip: None,
        count: NonZeroU32::MIN,
    }
}

fn titles(table: &Meetings) -> Vec<&str> {
    table.iter().map(|(_, one)| one.title.as_str()).collect()
}

/// The same list and table after the same edits, the list as plain as can be.
fn holds(table: &Meetings, list: &[Meeting]) {
    assert_eq!(table.len(), list.len());
    assert_eq!(table.is_empty(), list.is_empty());
    for (row, one) in list.iter().enumerate() {
        assert_eq!(table.get(row), one);
        assert_eq!(table.row_of(one.id.as_str()), Some(row), "{}", one.id);
    }
    assert!(table.iter().map(|(_, one)| one).eq(list));
}

#[test]
fn a_long_walk_of_edits_leaves_what_a_plain_list_would_hold() {
    let (mut table, mut list) = (Meetings::default(), Vec::new());
    // A fixed walk: the numbers of a linear congruence (Knuth's MMIX).
    let mut seed: u64 = 7;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for id in 0..2500 {
        table.push(meeting(id, "first")).expect("the identity is new");
        list.push(meeting(id, "first"));
    }
    for step in 0..400 {
        let row = next(list.len() + 1);
        match next(3) {
            0 => {
                let one = meeting(10_000 + step, "added");
                assert_eq!(table.insert(row, one.clone()), Ok(row));
                list.insert(row, one);
            }
            1 if row < list.len() => {
                let one = Meeting { title: format!("edit {step}").into(), ..list[row].clone() };
                assert!(table.replace(one.clone()));
                list[row] = one;
            }
            _ => {
                let rows = [row, row + next(40), row + next(3000)].into_iter().collect();
                table.remove(&rows);
                list = list
                    .into_iter()
                    .enumerate()
                    .filter(|(row, _)| !rows.contains(row))
                    .map(|(_, one)| one)
                    .collect();
            }
        }
        if step % 20 == 0 {
            holds(&table, &list);
        }
    }
    holds(&table, &list);
}

#[test]
fn a_taken_identity_is_given_back_and_an_unknown_one_is_not_replaced() {
    let mut table = Meetings::default();
    table.push(meeting(1, "one")).expect("the table is empty");
    assert_eq!(table.push(meeting(1, "two")), Err(Box::new(meeting(1, "two"))));
    assert_eq!(table.insert(0, meeting(1, "two")), Err(Box::new(meeting(1, "two"))));
    assert!(!table.replace(meeting(2, "two")));
    assert_eq!(titles(&table), ["one"]);
}

#[test]
fn a_version_is_not_changed_by_edits_of_its_copy() {
    let mut table = Meetings::default();
    for id in 0..1030 {
        table.push(meeting(id, "first")).expect("the identity is new");
    }
    let kept = table.clone();
    assert!(table.replace(meeting(3, "changed")));
    table.insert(5, meeting(5000, "added")).expect("the identity is new");
    table.remove(&[0, 1029].into_iter().collect());
    assert_eq!(kept.len(), 1030);
    assert!(titles(&kept).iter().all(|title| *title == "first"));
    assert_eq!(kept.row_of("5"), Some(5));
    assert_eq!((table.row_of("3"), table.row_of("5"), table.row_of("0")), (Some(2), Some(5), None));
    assert_ne!(kept, table);
    assert_eq!(kept, kept.clone());
}
