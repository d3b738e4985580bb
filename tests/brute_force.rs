//! Answers against slow and plain ones: facets counted one by one, totals added up, and kept answers worked
//! out anew.

use crate::any_document::{document, filter, state};
use crate::document::{edit_of, walk};
use crate::draws::draws;
use proptest::prelude::*;
use proptest::sample::Index as Chosen;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::num::NonZeroU32;
use summitry::document::history::{History, Home};
use summitry::gazetteer::country::Countries;
use summitry::gazetteer::organisation::organisations;
use summitry::gazetteer::person::person_id;
use summitry::gazetteer::region::Region;
use summitry::globe::policy::BorderPolicy;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::Precision;
use summitry::meeting::identity::PersonId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting, Status, Text};
use summitry::query::facet::{Choice, Facets, facets};
use summitry::query::facts::host_at_the_table;
use summitry::query::index::Index;
use summitry::query::pair::Pair;
use summitry::query::question::Question;
use summitry::query::question::filter::{Area, Excluded, Field, Filter};
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines, Summits, Unit};
use summitry::query::shown::Shown;
use summitry::query::sieve::{passes, passing_rows};
use summitry::query::tie::{LegKey, TieKey};
use summitry::state::{State, Target};
use summitry::ui::answers::{Answers, Asked};

/// Who is at the table, each state once.
fn states(meeting: &Meeting) -> BTreeSet<CountryCode> {
    meeting.participants.iter().filter_map(|person| person.country).collect()
}

fn is_in(country: CountryCode, region: Region) -> bool {
    Countries::embedded().get(country).is_some_and(|country| country.regions & region.bit() != 0)
}

/// The state that a table sets apart, worked out pair by pair.
fn apart(meetings: &Meetings) -> Option<CountryCode> {
    let counted = || meetings.iter().map(|(_, one)| one).filter(|one| !one.kind.is_context());
    let with_others = |state: CountryCode| -> usize {
        let at = counted().filter(|one| states(one).len() > 1 && states(one).contains(&state));
        at.map(Meeting::times).sum()
    };
    let all: BTreeSet<CountryCode> = counted().flat_map(states).collect();
    let total: usize = counted().map(Meeting::times).sum();
    all.iter().copied().find(|&one| {
        let rivals = all.iter().filter(|&&other| other != one);
        with_others(one) * 10 >= total * 9
            && with_others(one) > 0
            && rivals.copied().all(|other| with_others(other) < with_others(one))
    })
}

/// Whether a meeting of a table that sets a state apart speaks for one choice of a field, worked out as
/// plainly as can be.
fn has(meeting: &Meeting, apart: Option<CountryCode>, field: Field, filter: &Filter) -> bool {
    let others = || states(meeting).into_iter().filter(|state| Some(*state) != apart);
    let Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, .. } = filter;
    let Filter { from, to, text, all_countries, excluded: _, only_their_lines: _, .. } = filter;
    let venue = meeting.venue.country;
    match field {
        Field::Regions => others().any(|state| regions.iter().any(|one| is_in(state, *one))),
        Field::HeldIn => held_in.iter().any(|area| match area {
            Area::Region(wanted) => venue.is_some_and(|country| is_in(country, *wanted)),
            Area::Country(wanted) => venue == Some(*wanted),
        }),
        Field::Countries if *all_countries => countries.is_subset(&states(meeting)),
        Field::Countries => !countries.is_disjoint(&states(meeting)),
        Field::Blocs => organisations()
            .iter()
            .filter(|bloc| blocs.contains(&bloc.code))
            .any(|bloc| others().any(|state| bloc.has_member(state, meeting.dates.first_day()))),
        Field::Leaders => {
            let asked: BTreeSet<PersonId> = leaders.iter().map(|name| person_id(name)).collect();
            meeting.participants.iter().any(|person| asked.contains(&person_id(&person.name)))
        }
        Field::Kinds => kinds.contains(&meeting.kind),
        Field::Statuses => statuses.contains(&meeting.status),
        Field::Period => meeting.dates.days().is_some_and(|(first, last)| {
            from.is_none_or(|from| from <= last) && to.is_none_or(|to| first <= to)
        }),
        // The words are the sieve's own matter; here they are asked one meeting at a time.
        Field::Text => passes(&Filter { text: text.clone(), ..Filter::default() }, meeting),
        // Whose lines are drawn hides no meeting.
        Field::Lines => true,
    }
}

/// The states whose lines alone are drawn for a meeting, worked out as plainly as can be.
fn theirs(meeting: &Meeting, apart: Option<CountryCode>, filter: &Filter) -> BTreeSet<CountryCode> {
    let Filter { regions, countries, blocs, leaders, .. } = filter;
    let asked: BTreeSet<PersonId> = leaders.iter().map(|name| person_id(name)).collect();
    let led = meeting.participants.iter().filter(|person| asked.contains(&person_id(&person.name)));
    let led: BTreeSet<CountryCode> = led.filter_map(|person| person.country).collect();
    let is_of_others = |state: CountryCode| {
        let day = meeting.dates.first_day();
        let mut members = organisations().iter().filter(|bloc| blocs.contains(&bloc.code));
        Some(state) != apart
            && (regions.iter().any(|one| is_in(state, *one))
                || members.any(|bloc| bloc.has_member(state, day)))
    };
    let is_asked =
        |state: &CountryCode| countries.contains(state) || led.contains(state) || is_of_others(*state);
    states(meeting).into_iter().filter(is_asked).collect()
}

/// The lines of the states that are asked for are those of all lines that join one of them, with the rows at
/// which it is asked for.
fn expect_their_lines(meetings: &Meetings, filter: &Filter, reading: Reading, rule: Rule) {
    let about = format!("{reading:?} {rule:?} {filter:?}");
    let ask = |only_their_lines: bool| {
        let filter = Filter { only_their_lines, ..filter.clone() };
        Shown::new(meetings, &Question { filter, reading, rule, ..Question::default() })
    };
    let (all, part) = (ask(false), ask(true));
    assert_eq!((&all.rows, all.count.meetings), (&part.rows, part.count.meetings), "{about}");
    if !filter.asks_for_parties() {
        assert_eq!((&all.ties, &all.count), (&part.ties, &part.count), "{about}");
        return;
    }
    let apart = apart(meetings);
    let joined = |key: &TieKey| match key {
        TieKey::Relation { a, b } => vec![*a, *b],
        TieKey::Spoke { from, to, .. } => std::iter::once(*from).chain(*to).collect(),
        TieKey::Journey(key) => std::iter::once(key.from).chain(key.call).collect(),
        TieKey::Leg(key) => vec![key.state],
    };
    let is_drawn = |key: &TieKey, row: usize| {
        let theirs = theirs(meetings.get(row), apart, filter);
        joined(key).iter().any(|state| theirs.contains(state))
    };
    let expected = all.ties.lines.iter().filter_map(|line| {
        let rows: Vec<usize> = line.rows.iter().copied().filter(|&row| is_drawn(&line.key, row)).collect();
        (!rows.is_empty()).then(|| (line.key.clone(), rows))
    });
    let told = part.ties.lines.iter().map(|line| (line.key.clone(), line.rows.clone()));
    assert_eq!(told.collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{about}");
    let lines: usize = part.ties.lines.iter().map(|line| line.weight).sum();
    match (reading, rule.unit) {
        (Reading::Relations, Unit::Pairs) | (Reading::Journeys | Reading::Stars, Unit::Journeys) => {
            assert_eq!(lines, part.count.total, "{about}");
        }
        _ => {}
    }
    for &state in part.countries.keys() {
        let is_there = |row: &usize| theirs(meetings.get(*row), apart, filter).contains(&state);
        assert!(reading == Reading::Relations || part.rows.iter().any(is_there), "{state}, {about}");
    }
}

fn asks(filter: &Filter, field: Field) -> bool {
    filter.without(field) != *filter
}

/// Whether a meeting passes, field by field.
fn lets_pass(filter: &Filter, apart: Option<CountryCode>, meeting: &Meeting) -> bool {
    let asked = Filter { excluded: Excluded::default(), ..filter.clone() };
    let Excluded { regions, held_in, countries, blocs, leaders, kinds, statuses } = filter.excluded.clone();
    let excluded =
        Filter { regions, held_in, countries, blocs, leaders, kinds, statuses, ..Filter::default() };
    Field::ALL.into_iter().all(|field| {
        (!asks(&asked, field) || has(meeting, apart, field, &asked))
            && !(asks(&excluded, field) && has(meeting, apart, field, &excluded))
    })
}

/// How many meetings a choice would leave, and how many have it at all; `None` where no meeting has it.
fn counted(meetings: &Meetings, filter: &Filter, field: Field, choice: &Filter) -> Option<(usize, usize)> {
    let others = filter.without(field);
    let apart = apart(meetings);
    let counts = |meeting: &Meeting| field == Field::Kinds || !meeting.kind.is_context();
    let all = meetings.iter().map(|(_, one)| one);
    let having: Vec<&Meeting> = all.filter(|one| counts(one) && has(one, apart, field, choice)).collect();
    let times = |one: &&Meeting| one.times();
    let left =
        having.iter().copied().filter(|one| lets_pass(&others, apart, one)).map(|one| times(&one)).sum();
    (!having.is_empty()).then(|| (left, having.iter().map(times).sum()))
}

/// The facet of one field against every choice that there could be.
fn expect_facet<T: Clone + Ord + Debug>(
    facet: &[Choice<T>],
    all: impl IntoIterator<Item = T>,
    counted: impl Fn(T) -> Option<(usize, usize)>,
) {
    let told: BTreeMap<T, (usize, usize)> =
        facet.iter().map(|one| (one.value.clone(), (one.count, one.total))).collect();
    assert_eq!(told.len(), facet.len(), "each choice stands once");
    let all: BTreeSet<T> = all.into_iter().chain(told.keys().cloned()).collect();
    for choice in all {
        assert_eq!(told.get(&choice).copied(), counted(choice.clone()), "{choice:?}");
    }
}

fn expect_facets(meetings: &Meetings, filter: &Filter) {
    let Facets { regions, held_in, countries, blocs, leaders, kinds, statuses } =
        facets(meetings, &Index::new(meetings), filter);
    let none = Filter::default;
    let of = |field: Field, choice: Filter| counted(meetings, filter, field, &choice);
    let people = || meetings.iter().flat_map(|(_, one)| &one.participants);
    expect_facet(&regions, Region::ALL, |one| of(Field::Regions, Filter { regions: [one].into(), ..none() }));
    expect_facet(&held_in, Region::ALL, |one| {
        of(Field::HeldIn, Filter { held_in: [Area::Region(one)].into(), ..none() })
    });
    expect_facet(&countries, people().filter_map(|one| one.country), |one| {
        of(Field::Countries, Filter { countries: [one].into(), ..none() })
    });
    expect_facet(&blocs, organisations().iter().map(|bloc| bloc.code.clone()), |one| {
        of(Field::Blocs, Filter { blocs: [one].into(), ..none() })
    });
    // All spellings of a person are one choice.
    let persons: BTreeSet<PersonId> = leaders.iter().map(|one| person_id(&one.value)).collect();
    let counted = meetings.iter().filter(|(_, one)| !one.kind.is_context());
    let all = counted.flat_map(|(_, one)| &one.participants).map(|one| person_id(&one.name));
    assert_eq!(persons, all.collect());
    assert_eq!(persons.len(), leaders.len());
    expect_facet(&leaders, [], |one| of(Field::Leaders, Filter { leaders: [one].into(), ..none() }));
    expect_facet(&kinds, Kind::ALL, |one| of(Field::Kinds, Filter { kinds: [one].into(), ..none() }));
    expect_facet(&statuses, Status::ALL, |one| {
        of(Field::Statuses, Filter { statuses: [one].into(), ..none() })
    });
}

/// A filter that leaves something: of the fields of any one, some.
fn some_filter() -> impl Strategy<Value = Filter> {
    (filter(), proptest::sample::subsequence(Field::ALL.to_vec(), 4..=10))
        .prop_map(|(filter, without)| without.into_iter().fold(filter, |filter, field| filter.without(field)))
}

/// Every rule and reading.
fn rules() -> Vec<(Reading, Rule)> {
    let mut all = Vec::new();
    for unit in Unit::ALL {
        for summits in Summits::ALL {
            for sidelines in Sidelines::ALL {
                for (planned, invited) in [(true, true), (true, false), (false, true), (false, false)] {
                    let rule = Rule { unit, sidelines, summits, planned, invited };
                    all.extend(Reading::ALL.map(|reading| (reading, rule)));
                }
            }
        }
    }
    all
}

/// The days that a meeting is known to have lasted, by the calendar.
fn days(meeting: &Meeting) -> usize {
    match (meeting.dates.precision(), meeting.dates.days()) {
        (Precision::Day | Precision::Range, Some((first, last))) => {
            usize::try_from((last - first).get_days()).expect("it does not end before it begins") + 1
        }
        _ => 1,
    }
}

fn pairs(number: usize) -> usize {
    number * number.saturating_sub(1) / 2
}

/// What a row counts as a whole, where that does not depend on other rows.
fn of_meeting(meeting: &Meeting, rule: Rule) -> Option<usize> {
    let states = states(meeting);
    let is_gathering = meeting.kind.is_gathering();
    let times = if is_gathering && rule.summits == Summits::PerParticipant { states.len() } else { 1 };
    let has_centre = is_gathering && rule.summits == Summits::AsOne && host_at_the_table(meeting).is_some();
    let once = match rule.unit {
        Unit::Meetings => times,
        Unit::MeetingDays => days(meeting) * times,
        Unit::Pairs if has_centre => states.len() - 1,
        Unit::Pairs => pairs(states.len()),
        // What they count depends on other rows.
        Unit::Journeys | Unit::Trips => return None,
    };
    Some(once * meeting.times())
}

/// The table with counts that sums hold.
fn with_small_counts(meetings: &Meetings) -> Meetings {
    let small = |count: NonZeroU32| NonZeroU32::MIN.saturating_add(count.get() % 50);
    let changed = meetings.iter().map(|(row, one)| (row, Meeting { count: small(one.count), ..one.clone() }));
    meetings.with(changed.collect())
}

fn expect_sums(meetings: &Meetings, reading: Reading, rule: Rule) {
    let about = format!("{reading:?} {rule:?}");
    let shown = Shown::new(meetings, &Question { reading, rule, ..Question::default() });
    let count = &shown.count;
    // The whole is the sum of its rows, and each row counts what its meeting says.
    assert_eq!(count.total, shown.rows.iter().map(|&row| count.of_row(row)).sum::<usize>(), "{about}");
    assert_eq!(count.rows + count.left_out.len(), shown.rows.len(), "{about}");
    for &row in &shown.rows {
        let expected = if count.counts(row) { of_meeting(meetings.get(row), rule) } else { Some(0) };
        if let Some(expected) = expected {
            assert_eq!(count.of_row(row), expected, "row {row}, {about}");
        }
    }
    // A line is the sum of what its rows count on it.
    for line in &shown.ties.lines {
        if matches!(line.key, TieKey::Leg(LegKey { to: None, .. })) && rule.unit != Unit::Trips {
            assert_eq!(line.weight, 0, "the way home counts nothing but trips, {about}");
            continue;
        }
        let rows = line.rows.iter().copied().filter(|&row| count.counts(row));
        let weight: usize = match rule.unit {
            Unit::Meetings => rows.map(|row| meetings.get(row).times()).sum(),
            Unit::MeetingDays => rows.map(|row| days(meetings.get(row)) * meetings.get(row).times()).sum(),
            // A trip counts once on each leg: the tests of trips say how much.
            Unit::Journeys | Unit::Pairs | Unit::Trips => rows.map(|row| line.key.weight(count, row)).sum(),
        };
        assert_eq!(line.weight, weight, "{:?}, {about}", line.key);
    }
    let lines: usize = shown.ties.lines.iter().map(|line| line.weight).sum();
    match (reading, rule.unit) {
        // Every pair is on one line, and every journey on one.
        (Reading::Relations, Unit::Pairs) | (Reading::Journeys | Reading::Stars, Unit::Journeys) => {
            assert_eq!(lines, count.total, "{about}");
        }
        _ => {}
    }
    // Where there are places, the whole is those and what has none.
    if reading != Reading::Relations && rule.unit != Unit::Trips {
        let placed: BTreeSet<usize> =
            shown.ties.places.iter().flat_map(|place| place.rows.iter().copied()).collect();
        let at_places: usize = shown.ties.places.iter().map(|place| place.weight).sum();
        let elsewhere = shown.rows.iter().filter(|row| !placed.contains(row)).map(|&row| count.of_row(row));
        assert_eq!(at_places + elsewhere.sum::<usize>(), count.total, "{about}");
    }
    // A state's number is the sum of what its rows count for it.
    for (&state, &number) in &shown.countries {
        let at_table = shown.rows.iter().filter(|&&row| states(meetings.get(row)).contains(&state));
        assert_eq!(
            number,
            at_table.map(|&row| count.of_state(row, state)).sum::<usize>(),
            "{state}, {about}"
        );
    }
}

fn expect_same_answers(kept: &Answers, anew: &Answers) {
    let Shown { question, rows, count, countries, ties, classes, changes, facets, summary, origin, .. } =
        &*anew.shown;
    let shown = &kept.shown;
    assert_eq!(&shown.question, question);
    assert_eq!((&shown.rows, &shown.count, &shown.countries), (rows, count, countries));
    assert_eq!((&shown.ties, &shown.classes, &shown.changes), (ties, classes, changes));
    assert_eq!((&shown.facets, &shown.summary, &shown.origin), (facets, summary, origin));
    assert_eq!((&kept.timeline, kept.left_out()), (&anew.timeline, anew.left_out()));
    assert_eq!((kept.record(), kept.meetings()), (anew.record(), anew.meetings()));
}

/// A state as a user would make it of another one: some parts are those of a third.
fn in_part(state: &State, other: State, which: usize) -> State {
    let State { filter, rule, reading, drawing, compare, time, borders, title, .. } = other;
    let state = state.clone();
    match which {
        0 => State { filter, ..state },
        1 => State { rule, ..state },
        2 => State { reading, ..state },
        3 => State { drawing, ..state },
        4 => State { compare, ..state },
        5 => State { time, ..state },
        6 => State { filter: Filter { from: filter.from, to: filter.to, ..state.filter.clone() }, ..state },
        7 => State { filter: Filter::default(), compare: None, ..state },
        // Other policies take a second each to lay out.
        8 if borders == BorderPolicy::Russia => State { borders, ..state },
        8 => State { borders: BorderPolicy::default(), ..state },
        _ => State { title, ..state },
    }
}

proptest! {
    #![proptest_config(draws(96))]

    #[test]
    fn facets_are_those_that_are_counted_one_by_one(document in document(), filter in some_filter()) {
        expect_facets(&with_small_counts(&document.record), &filter);
        let apart = apart(&document.record);
        let passes = document.record.iter().filter(|(_, one)| lets_pass(&filter, apart, one));
        let passing: Vec<usize> = passes.map(|(row, _)| row).collect();
        prop_assert_eq!(passing_rows(&filter, &document.record, &Index::new(&document.record)), passing);
    }

    #[test]
    fn facets_of_the_shipped_meetings_are_those_that_are_counted_one_by_one(filter in some_filter()) {
        expect_facets(&summitry::import::embedded().meetings, &filter);
    }

    #[test]
    fn their_lines_are_those_of_all_that_join_them(
        document in document(),
        filter in some_filter(),
        place in any::<Chosen>(),
    ) {
        let rules = rules();
        let (reading, rule) = rules[place.index(rules.len())];
        // Of a filter drawn by chance nobody is on record.
        let own = || document.record.iter().flat_map(|(_, one)| &one.participants);
        let countries =
            filter.countries.iter().copied().chain(own().filter_map(|one| one.country).take(1));
        let leaders = filter.leaders.iter().cloned().chain(own().map(|one| one.name.to_string()).take(1));
        let party = match place.index(3) {
            0 => Filter { countries: countries.collect(), ..filter },
            1 => Filter { leaders: leaders.collect(), ..filter },
            _ => filter,
        };
        expect_their_lines(&with_small_counts(&document.record), &party, reading, rule);
    }

    #[test]
    fn their_lines_of_the_shipped_meetings_are_those_of_all_that_join_them(
        filter in some_filter(),
        place in any::<Chosen>(),
    ) {
        let rules = rules();
        let (reading, rule) = rules[place.index(rules.len())];
        let choices = [
            Filter { regions: [Region::ALL[place.index(Region::ALL.len())]].into(), ..filter.clone() },
            Filter { leaders: ["Xi Jinping".to_owned()].into(), ..filter.clone() },
            Filter { blocs: ["SCO".to_owned()].into(), ..filter },
        ];
        for filter in choices {
            expect_their_lines(&summitry::import::embedded().meetings, &filter, reading, rule);
        }
    }

    /// What is kept of who sits where is what a look through all rows shown finds.
    #[test]
    fn rows_of_people_pairs_and_occasions_are_those_found_one_by_one(
        document in document(),
        filter in some_filter(),
    ) {
        let meetings = &document.record;
        let shown = Shown::new(meetings, &Question { filter, ..Question::default() });
        let all = || meetings.iter().map(|(_, one)| one);
        let mut names: Vec<&Text> = all().flat_map(|one| &one.participants).map(|one| &one.name).collect();
        names.truncate(6);
        let sits = |row: &usize, name: &str| {
            meetings.get(*row).participants.iter().any(|one| person_id(&one.name) == person_id(name))
        };
        let found = |holds: &dyn Fn(&usize) -> bool| -> Vec<usize> {
            shown.rows.iter().copied().filter(holds).collect()
        };
        for one in &names {
            let of_person = Target::Person(one.to_string()).rows(meetings, &shown).into_owned();
            prop_assert_eq!(of_person, found(&|row| sits(row, one)));
            for other in &names {
                let pair = Pair::of_people([one.to_string(), other.to_string()]);
                let of_pair = Target::Pair(pair).rows(meetings, &shown).into_owned();
                prop_assert_eq!(of_pair, found(&|row| sits(row, one) && sits(row, other)));
            }
        }
        for occasion in all().map(|one| &one.occasion).filter(|name| !name.is_empty()) {
            let of_occasion = Target::Occasion(occasion.to_string()).rows(meetings, &shown).into_owned();
            prop_assert_eq!(of_occasion, found(&|row| meetings.get(*row).occasion == *occasion));
        }
    }

    #[test]
    fn totals_are_sums_under_every_rule_and_reading(document in document()) {
        for (reading, rule) in rules() {
            expect_sums(&with_small_counts(&document.record), reading, rule);
        }
    }
}

proptest! {
    #![proptest_config(draws(40))]

    #[test]
    fn kept_answers_are_those_worked_out_anew_after_any_edits_and_questions(
        first in document(),
        walk in walk(),
        states in proptest::collection::vec((state(), 0..10_usize), 24),
        back in proptest::collection::vec(any::<Chosen>(), 24),
    ) {
        let borders = BorderPolicy::default();
        let of_default_borders = |state: &State| State { borders, ..state.clone() };
        let mut history = History::new(first, Home::default());
        let mut asked = of_default_borders(&history.document().state);
        let mut kept = Answers::of(history.document().record.clone(), Asked::of(&asked));
        for ((one, (other, which)), back) in walk.into_iter().zip(states).zip(back) {
            if let Some(edit) = edit_of(one, history.document()) {
                history.apply(edit, None).expect("each of these edits can be made");
            }
            if back.index(4) == 0 {
                history.undo();
            }
            asked = in_part(&asked, other, which);
            let record = &history.document().record;
            kept.ask_of(record, Asked::of(&asked));
            expect_same_answers(&kept, &Answers::of(record.clone(), Asked::of(&asked)));
        }
    }
}

#[test]
fn totals_of_the_shipped_meetings_are_sums_under_every_rule_and_reading() {
    let meetings = summitry::import::embedded().meetings;
    for (reading, rule) in rules() {
        expect_sums(&meetings, reading, rule);
    }
}
