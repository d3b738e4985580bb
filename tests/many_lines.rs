//! Answers found in one pass against slow and plain ones, and the maps of tables with very many lines.

use crate::any_document::{document, filter};
use crate::draws::draws;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use summitry::export::svg::svg;
use summitry::gazetteer::country::Countries;
use summitry::globe::borders::Borders;
use summitry::globe::land::Lands;
use summitry::globe::projection::Plane;
use summitry::globe::view::View;
use summitry::import::draft::Draft;
use summitry::import::instructions::Instructions;
use summitry::import::reader::{Task, read_in_parts};
use summitry::import::{self, Import};
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::PlaceId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting};
use summitry::picture::compose::compose;
use summitry::picture::scene::Scene;
use summitry::picture::{Picture, Shape};
use summitry::query::facts::{earlier_home_city, guests, home, states_of};
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::filter::{Field, Filter};
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::shown::Shown;
use summitry::query::sieve::passes;
use summitry::query::tie::{JourneyKey, STRONGEST, TieKey};
use summitry::query::timeline::Timeline;
use summitry::state::{Framing, State, Target};

#[path = "bench/rows.rs"]
mod rows;

type Lines = BTreeMap<TieKey, Vec<usize>>;

/// The lines of journeys, meeting by meeting.
fn journeys(meetings: &Meetings, rows: &[usize]) -> Lines {
    let mut lines = Lines::new();
    for &row in rows {
        let meeting = meetings.get(row);
        let states = states_of(meeting);
        let status = meeting.status;
        let mut add = |call: Option<CountryCode>, from: CountryCode, to: PlaceId| {
            let key = JourneyKey { call, from, to, status, home: earlier_home_city(from, meeting) };
            lines.entry(TieKey::Journey(key)).or_default().push(row);
        };
        if meeting.kind == Kind::Call && states.len() > 1 {
            for (number, &one) in states.iter().enumerate() {
                for &other in &states[number + 1..] {
                    if let (Some(called), Some(_)) = (home(one, meeting), home(other, meeting)) {
                        add(Some(one), other, called.city.map_or(PlaceId::Country(one), PlaceId::City));
                    }
                }
            }
        } else if let Some(place) = meeting.venue.placed.place() {
            for guest in guests(meeting).into_iter().filter(|&guest| home(guest, meeting).is_some()) {
                add(None, guest, place);
            }
        }
    }
    lines
}

/// The rows by place.
fn places(meetings: &Meetings, rows: &[usize]) -> BTreeMap<PlaceId, Vec<usize>> {
    let mut places: BTreeMap<PlaceId, Vec<usize>> = BTreeMap::new();
    for &row in rows {
        let meeting = meetings.get(row);
        let has_lines = meeting.kind == Kind::Call && states_of(meeting).len() > 1;
        if let Some(place) = meeting.venue.placed.place().filter(|_| !has_lines) {
            places.entry(place).or_default().push(row);
        }
    }
    places
}

/// The rows of a table that pass a filter one by one, by date.
fn passing(meetings: &Meetings, filter: &Filter) -> Vec<usize> {
    let mut rows: Vec<usize> =
        meetings.iter().filter(|(_, meeting)| passes(filter, meeting)).map(|(row, _)| row).collect();
    rows.sort_by_key(|&row| {
        let days = meetings.get(row).dates.days();
        (days.is_none(), days, row)
    });
    rows
}

/// Filters that ask each meeting by itself, whatever the table is about.
fn filter_of_meetings() -> impl Strategy<Value = Filter> {
    (filter(), proptest::sample::subsequence(Field::ALL.to_vec(), 5..=9)).prop_map(|(filter, without)| {
        let apart = [Field::Regions, Field::Blocs];
        without.into_iter().chain(apart).fold(filter, |filter, field| filter.without(field))
    })
}

fn expect_rows_of_country(meetings: &Meetings, shown: &Shown, code: CountryCode) {
    let is_of = |meeting: &Meeting| meeting.venue.country == Some(code) || states_of(meeting).contains(&code);
    let expected = shown.rows.iter().copied().filter(|&row| is_of(meetings.get(row)));
    assert_eq!(shown.of_country(code), expected.collect::<Vec<usize>>(), "{code}");
}

proptest! {
    #![proptest_config(draws(96))]

    #[test]
    fn rows_lines_and_places_are_those_that_are_found_one_by_one(
        document in document(),
        filter in filter_of_meetings(),
    ) {
        let meetings = &document.record;
        let shown = Shown::new(meetings, &Question::from(filter.clone()));
        prop_assert_eq!(&shown.rows, &passing(meetings, &filter));
        let lines: Lines = shown.ties.lines.iter().map(|line| (line.key.clone(), line.rows.clone())).collect();
        prop_assert_eq!(lines, journeys(meetings, &shown.rows));
        let by_place: BTreeMap<PlaceId, Vec<usize>> =
            shown.ties.places.iter().map(|place| (place.id, place.rows.clone())).collect();
        prop_assert_eq!(by_place, places(meetings, &shown.rows));
        for (row, meeting) in meetings.iter() {
            prop_assert_eq!(shown.shows(row), shown.rows.contains(&row));
            for code in states_of(meeting).into_iter().chain(meeting.venue.country) {
                expect_rows_of_country(meetings, &shown, code);
            }
        }
        for line in &shown.ties.lines {
            let days: Option<Vec<_>> = line.rows.iter().map(|&row| meetings.get(row).dates.days()).collect();
            prop_assert_eq!(line.latest, days.and_then(|days| days.into_iter().map(|(_, last)| last).max()));
        }
    }

    #[test]
    fn relations_are_those_that_are_found_one_by_one(document in document(), filter in filter_of_meetings()) {
        let meetings = &document.record;
        let question = Question { reading: Reading::Relations, ..Question::from(filter) };
        let shown = Shown::new(meetings, &question);
        let mut pairs: BTreeMap<[CountryCode; 2], Vec<usize>> = BTreeMap::new();
        for &row in &shown.rows {
            let meeting = meetings.get(row);
            let states = states_of(meeting);
            let host = meeting.kind.is_gathering().then(|| summitry::query::facts::host_at_the_table(meeting));
            let is_drawn = |pair: [CountryCode; 2]| host.flatten().is_none_or(|host| pair.contains(&host));
            let each = states.iter().flat_map(|&a| states.iter().map(move |&b| [a, b]));
            let each = each.filter(|&[a, b]| a < b && !meeting.kind.is_context());
            for pair in each.filter(|&pair| is_drawn(pair) && pair.iter().all(|&one| home(one, meeting).is_some())) {
                pairs.entry(pair).or_default().push(row);
            }
        }
        let lines: BTreeMap<[CountryCode; 2], Vec<usize>> = shown.ties.lines.iter().filter_map(|line| match line.key {
            TieKey::Relation { a, b } => Some(([a, b], line.rows.clone())),
            TieKey::Journey(_) | TieKey::Spoke { .. } | TieKey::Leg(_) => None,
        }).collect();
        prop_assert_eq!(lines, pairs);
    }

    #[test]
    fn a_table_read_in_parts_is_the_table_read_row_by_row(
        rows in proptest::collection::vec((0..9_usize, 0..6_usize, 0..6_usize, 0..6_usize), 1..24),
        part in 1..7_usize,
        is_complete in any::<bool>(),
    ) {
        let ids = ["", "a", "b", "a-2", "c", "d", "e", "f", "g"];
        let days = ["2024-07-03", "2024-07", "July", "2024-02-30", "", "2023"];
        let cities = ["Astana", "Astana", "Atlantis", "Paris", "", "Springfield"];
        let people = ["Angela Merkel|Chancellor|DEU; Emmanuel Macron|President|FRA", "Xi", "Somebody|Office|XYZ", "|", "", "Merkel"];
        let heading = if is_complete { "id,start,city,participants" } else { "id,day,town,leader" };
        let lines = rows.iter().map(|&(id, day, city, who)| {
            format!("\n{},{},{},{}", ids[id], days[day], cities[city], people[who])
        });
        let text: String = std::iter::once(heading.to_owned()).chain(lines).collect();
        let draft = Draft::open("t.csv", text.into_bytes(), &Instructions::default()).expect("it is a table");
        let Draft { file, mapping, decisions, locations, .. } = &draft;
        let task = Task { file, sheet: draft.table(), mapping, decisions, locations };
        let read = |part: usize| {
            let mut import = Import::default();
            let made = read_in_parts(task, 0..draft.table().len(), &mut import, part);
            (import, made)
        };
        let ((whole, made), (in_parts, made_in_parts)) = (read(usize::MAX), read(part));
        prop_assert_eq!(whole.meetings, in_parts.meetings);
        prop_assert_eq!(whole.problems, in_parts.problems);
        prop_assert_eq!((whole.remarks, whole.names), (in_parts.remarks, in_parts.names));
        prop_assert_eq!(made, made_in_parts);
    }

    #[test]
    fn bars_count_what_begins_in_them(document in document(), filter in filter_of_meetings(), by in 0..GroupBy::ALL.len()) {
        let meetings = &document.record;
        let question = Question { colour: GroupBy::ALL[by], ..Question::from(filter.clone()) };
        let index = Index::new(meetings);
        let shown = Shown::with(meetings, &index, &question);
        let timeline = Timeline::new(meetings, &index, &shown, None);
        let whenever = Shown::new(meetings, &Question::from(filter.without(Field::Period)));
        let counted = whenever.rows.iter().copied().filter(|&row| whenever.count.of_row(row) > 0);
        let (dated, undated): (Vec<usize>, Vec<usize>) =
            counted.partition(|&row| meetings.get(row).dates.days().is_some());
        prop_assert_eq!(&timeline.undated, &undated);
        let begins: BTreeSet<_> = dated.iter().filter_map(|&row| meetings.get(row).dates.first_day()).collect();
        prop_assert_eq!(&timeline.begins, &begins.into_iter().collect::<Vec<_>>());
        let vague: usize = timeline.spans.iter().map(|span| span.count).sum();
        let in_bars: usize = timeline.bars.iter().map(summitry::query::timeline::Bar::total).sum();
        prop_assert_eq!(vague + in_bars, dated.iter().map(|&row| whenever.count.of_row(row)).sum::<usize>());
        for bar in &timeline.bars {
            let begins_here = |row: &&usize| {
                let (first, last) = meetings.get(**row).dates.days().expect("it has a date");
                let is_vague = timeline.spans.iter().any(|span| (span.first, span.last) == (first, last));
                timeline.grain.begin(first) == bar.begin && !is_vague
            };
            let number: usize = dated.iter().filter(begins_here).map(|&row| whenever.count.of_row(row)).sum();
            prop_assert_eq!(bar.total(), number, "{}", bar.begin);
        }
    }
}

/// A table with some thousand lines.
fn many() -> Meetings {
    let states = Countries::embedded().iter().filter(|one| one.region.is_some() && !one.capital.is_empty());
    let names: Vec<(&str, String, String)> =
        states.map(|one| (one.code.as_str(), one.name.to_string(), one.capital.to_string())).collect();
    let states: Vec<rows::State> =
        names.iter().map(|(code, name, capital)| rows::State { code, name, capital }).collect();
    let mut import = Import::default();
    let text = rows::table(1500, &states).into_bytes();
    import::bytes("many.csv", text, &Instructions::default(), &mut import);
    assert_eq!((import.meetings.len(), import.problems.len()), (1500, 0));
    import.meetings
}

fn picture(meetings: &Meetings, shown: &Shown, state: &State) -> Picture {
    let borders = Borders::embedded();
    let lands = Lands::in_motion(borders, state.chart(&shown.ties));
    let size = [1200.0, 800.0];
    compose(&Scene { meetings, shown, borders, lands: &lands, state, pointed: None, size })
}

/// The lines that have marks.
fn drawn(picture: &Picture) -> BTreeSet<TieKey> {
    let targets = picture.marks.iter().filter_map(|mark| mark.target.as_ref());
    targets
        .filter_map(|target| match target {
            Target::Tie(key) => Some(key.clone()),
            Target::Country(_)
            | Target::Place(_)
            | Target::Places(_)
            | Target::Meeting(_)
            | Target::Occasion(_)
            | Target::Person(_)
            | Target::Pair(_) => None,
        })
        .collect()
}

#[test]
fn of_very_many_lines_the_strongest_are_drawn_and_those_that_are_singled_out() {
    let meetings = many();
    let whole = Framing::Chosen(View { centre: Plane::default(), span: 6.0 });
    let state = State { framing: whole, ..State::default() };
    let shown = Shown::new(&meetings, &state.question());
    let lines = &shown.ties.lines;
    assert!(lines.len() > 2 * STRONGEST, "{} lines", lines.len());
    let map = picture(&meetings, &shown, &state);
    let on_the_map = drawn(&map);
    assert!((STRONGEST * 9 / 10..=STRONGEST).contains(&on_the_map.len()), "{} are drawn", on_the_map.len());
    let is_strong = |number: &usize| shown.ties.strongest.contains(number);
    let (strongest, others): (Vec<usize>, Vec<usize>) = (0..lines.len()).partition(is_strong);
    let least = strongest.iter().map(|&number| lines[number].weight).min();
    assert!(others.iter().map(|&number| lines[number].weight).max() <= least, "no stronger line is left out");
    let strongest: BTreeSet<TieKey> = strongest.into_iter().map(|number| lines[number].key.clone()).collect();
    assert!(on_the_map.is_subset(&strongest));
    let texts = map.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    let texts = texts.collect::<Vec<&str>>().join(" ");
    assert!(texts.contains("the 1,000 strongest of"), "{texts}");
    // What is drawn is what is written.
    assert!(svg(&map).len() < 5_000_000);
    // The weakest line of all comes forward with its country.
    let weakest = lines.iter().rev().find(|line| !on_the_map.contains(&line.key)).expect("some are left out");
    let selection = Some(Target::Tie(weakest.key.clone()));
    let with_it = picture(&meetings, &shown, &State { selection, ..state });
    assert!(with_it.marks.iter().any(|mark| mark.target == Some(Target::Tie(weakest.key.clone()))));
}
