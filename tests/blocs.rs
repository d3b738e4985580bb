//! Blocs: who was in what when, against published counts; and whom a table sets apart.

use crate::draws::draws;
use crate::import::read;
use crate::tables::columns;
use jiff::civil::Date;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use summitry::gazetteer::country::Countries;
use summitry::gazetteer::organisation::{
    BlocGroup, MemberStatus, Organisation, blocs_coded, each_of, member_times, organisation, organisations,
};
use summitry::gazetteer::region::Region;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::PartialDate;
use summitry::meeting::table::Meetings;
use summitry::query::apart::Apart;
use summitry::query::facet::facets;
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::filter::Filter;
use summitry::query::shown::Shown;
use summitry::query::sieve::passing_rows;
use summitry::words::message::Message;
use summitry::words::say;

fn day(text: &str) -> Date {
    PartialDate::parse(text).unwrap_or_else(|_| panic!("{text} is no date")).first_day()
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("a code")
}

fn bloc(code: &str) -> &'static Organisation {
    organisations().iter().find(|one| one.code == code).unwrap_or_else(|| panic!("{code} is no bloc"))
}

/// The members on a day, suspended ones too, as the organisations count them. The United Arab Republic is
/// Egypt.
fn members(bloc: &Organisation, on: Date) -> BTreeSet<CountryCode> {
    let belongs = |status| matches!(status, MemberStatus::Member | MemberStatus::Suspended);
    let held = bloc.memberships.iter().filter(|one| belongs(one.status) && one.covers(on));
    let mut states: BTreeSet<CountryCode> = held.map(|one| one.country).collect();
    if states.contains(&code("EGY")) {
        states.remove(&code("UAR"));
    }
    states
}

/// How many members each organisation itself gives for a day.
const COUNTS: [(&str, &str, usize); 67] = [
    ("ICC", "2002-07-01", 66),
    ("ICC", "2007-01-01", 104),
    ("ICC", "2009-10-01", 110),
    ("ICC", "2012-07-01", 121),
    ("ICC", "2015-04-01", 123),
    ("ICC", "2016-06-01", 124),
    ("ICC", "2017-10-27", 123),
    ("ICC", "2019-03-17", 122),
    ("ICC", "2020-02-01", 123),
    ("ICC", "2025-01-01", 125),
    ("ICC", "2026-06-02", 124),
    ("Council of Europe", "1949-05-05", 10),
    ("Council of Europe", "1989-05-05", 23),
    ("Council of Europe", "2007-05-11", 47),
    ("Council of Europe", "2022-03-16", 46),
    ("OSCE", "1975-08-01", 35),
    ("OSCE", "2012-11-21", 57),
    ("OIC", "2001-12-31", 57),
    ("Commonwealth", "2000-01-01", 54),
    ("Commonwealth", "2022-06-25", 56),
    ("Francophonie", "2024-10-05", 53),
    ("ECOWAS", "2024-01-01", 15),
    ("ECOWAS", "2025-01-29", 12),
    ("AES", "2024-07-06", 3),
    ("SADC", "2018-01-01", 16),
    ("EAC", "2024-03-04", 8),
    ("OAU", "1963-12-01", 32),
    ("OAU", "2002-01-01", 53),
    ("AU", "2017-01-30", 55),
    ("African Group", "2011-07-14", 54),
    ("Asia-Pacific Group", "2026-01-01", 54),
    ("Eastern European Group", "2026-01-01", 23),
    ("GRULAC", "2026-01-01", 33),
    ("WEOG", "2026-01-01", 28),
    ("OAS", "1948-04-30", 21),
    ("OAS", "1991-01-08", 35),
    ("OAS", "2023-11-19", 34),
    ("CELAC", "2011-12-03", 33),
    ("Mercosur", "1991-03-26", 4),
    ("CARICOM", "2002-07-02", 15),
    ("NAM", "1961-09-01", 25),
    ("NAM", "2012-08-26", 120),
    ("NAM", "2024-01-20", 121),
    ("G77", "1964-06-15", 77),
    ("G77", "2024-01-20", 134),
    ("Quad", "2024-09-21", 4),
    ("AUKUS", "2021-09-15", 3),
    ("Five Eyes", "1960-01-01", 5),
    ("D-8", "1997-06-15", 8),
    ("D-8", "2024-12-19", 9),
    ("APEC", "1989-11-30", 12),
    ("APEC", "1998-11-30", 21),
    ("PIF", "2016-09-09", 16),
    ("PIF", "2023-03-01", 18),
    ("SAARC", "2007-04-03", 8),
    ("OECD", "1962-12-31", 20),
    ("OECD", "2021-05-25", 38),
    ("OPEC+", "2016-12-10", 24),
    ("OPEC+", "2024-01-01", 22),
    ("EU candidates", "2023-12-14", 9),
    ("C5+1", "2015-11-01", 6),
    ("GUAM", "2000-01-01", 5),
    ("V4", "1991-02-15", 3),
    ("V4", "1993-01-01", 4),
    ("EU", "2020-02-01", 27),
    ("NATO", "1949-05-01", 12),
    ("NATO", "2024-03-07", 32),
];

#[test]
fn on_given_days_each_bloc_has_as_many_members_as_it_says_itself() {
    for (of, on, number) in COUNTS {
        let members = members(bloc(of), day(on));
        assert_eq!(members.len(), number, "{of} on {on}: {members:?}");
    }
    // The Security Council in every year: six elected members and five others, from 1966 on ten and five.
    for year in 1946..=2026 {
        let members = members(bloc("UNSC"), day(&format!("{year}-07-01")));
        assert_eq!(members.len(), if year < 1966 { 11 } else { 15 }, "{year}: {members:?}");
    }
}

/// The first day and the last, as far as they are known.
type Span = (PartialDate, Option<PartialDate>);

#[test]
fn every_spell_is_of_a_known_area_and_none_overlaps_another() {
    let mut spells: BTreeMap<(String, String), Vec<Span>> = BTreeMap::new();
    let rows = columns("memberships.csv", ["organisation", "country", "status", "start", "end"]);
    for [of, country, status, start, end] in &rows {
        assert!(
            Countries::embedded().get(code(country)).is_some(),
            "{country} is in no row of countries.csv"
        );
        assert!(MemberStatus::ALL.iter().any(|known| known.name() == status), "{status}");
        assert!(organisations().iter().any(|one| one.code == *of), "{of}");
        let date = |text: &str| PartialDate::parse(text).unwrap_or_else(|_| panic!("{text} is no date"));
        let spell = (date(start), (!end.is_empty()).then(|| date(end)));
        spells.entry((of.clone(), country.clone())).or_default().push(spell);
    }
    for (whose, spells) in spells {
        for (start, end) in &spells {
            assert!(end.is_none_or(|end| start.first_day() <= end.last_day()), "{whose:?}");
        }
        let apart = |two: &[Span]| two[0].1.is_some_and(|end| end.last_day() < two[1].0.first_day());
        assert!(spells.windows(2).all(apart), "{whose:?}: {spells:?}");
    }
    assert!(rows.len() > 1500);
}

#[test]
fn every_bloc_has_a_group_a_source_and_a_name_of_its_own() {
    assert!(organisations().len() <= 64, "a bit for each in 64");
    let mut names = BTreeSet::new();
    for one in organisations() {
        assert!(one.source.len() > 15 && !one.memberships.is_empty(), "{}", one.code);
        assert!(names.insert(&one.code) && (one.name == one.code || names.insert(&one.name)), "{}", one.code);
        for word in [&one.code, &one.name] {
            assert_eq!(organisation(word).map(|found| &found.code), Some(&one.code), "{word}");
        }
    }
    for group in BlocGroup::ALL {
        assert!(organisations().iter().any(|one| one.group == group), "{group:?}");
    }
}

#[test]
fn what_is_disputed_about_a_membership_is_as_the_acts_have_it() {
    for (of, state, on, is_member) in [
        ("ICC", "HUN", "2026-06-01", true),
        ("ICC", "HUN", "2026-06-02", false),
        ("ICC", "BFA", "2026-01-01", true),
        ("ICC", "VEN", "2026-01-01", true),
        ("ICC", "BDI", "2017-10-27", false),
        ("ICC", "PHL", "2019-03-17", false),
        ("ICC", "MNG", "2024-09-03", true),
        ("ICC", "RUS", "2024-09-03", false),
        ("Council of Europe", "RUS", "2022-03-01", false),
        ("UNSC", "TWN", "1960-01-01", true),
        ("UNSC", "CHN", "1960-01-01", false),
        ("UNSC", "CHN", "1971-10-25", true),
        ("UNSC", "RUS", "1991-12-24", true),
        ("Arab League", "YMD", "1980-01-01", true),
        ("Arab League", "SYR", "1960-01-01", false),
        ("Arab League", "UAR", "1960-01-01", true),
        ("AU", "MDG", "2002-12-01", false),
        ("OAU", "ETH", "1995-06-26", true),
        ("NATO", "FRA", "1949-05-01", true),
        ("CIS", "AZE", "1992-06-01", true),
        ("CIS", "MDA", "1992-06-01", true),
        ("OTS", "CYN", "2024-01-01", false),
        ("BRICS", "SAU", "2025-01-01", false),
        ("SCO", "BLR", "2024-07-04", true),
    ] {
        assert_eq!(bloc(of).has_member(code(state), Some(day(on))), is_member, "{of} {state} {on}");
    }
    let status = |of: &str, state: &str| {
        let latest = bloc(of).memberships.iter().filter(|one| one.country == code(state));
        latest.map(|one| one.status).next_back()
    };
    assert_eq!(status("BRICS", "SAU"), Some(MemberStatus::Invited));
    assert_eq!(status("OTS", "CYN"), Some(MemberStatus::Observer));
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn a_state_is_in_the_blocs_that_each_of_them_says(
        place in any::<proptest::sample::Index>(),
        year in 1940_i16..2030,
        month in 1_i8..=12,
        has_day in any::<bool>(),
    ) {
        let states: BTreeSet<CountryCode> =
            organisations().iter().flat_map(|one| &one.memberships).map(|one| one.country).collect();
        let state = *states.iter().nth(place.index(states.len())).expect("it is one of them");
        let on = has_day.then(|| Date::constant(year, month, 1));
        let told: Vec<&str> = each_of(member_times(state).on(on)).map(|one| &one.code[..]).collect();
        let asked = organisations().iter().filter(|one| one.has_member(state, on));
        prop_assert_eq!(told, asked.map(|one| &one.code[..]).collect::<Vec<_>>());
    }
}

#[test]
fn codes_of_blocs_are_their_bits() {
    for one in organisations() {
        let bits = blocs_coded([&one.code]);
        assert_eq!(each_of(bits).map(|found| &found.code).collect::<Vec<_>>(), [&one.code]);
    }
    assert_eq!(blocs_coded([&"no such bloc".to_owned()]), 0);
}

/// A table of meetings, each by the states at the table.
fn table(rows: &[&[&str]]) -> Meetings {
    let lines = rows.iter().map(|states| {
        let people: Vec<String> = states.iter().map(|state| format!("P{state}|President|{state}")).collect();
        format!("2020-01-01,KAZ,Astana,{}\n", people.join("; "))
    });
    let import = read(format!("date,country,city,participants\n{}", lines.collect::<String>()));
    assert_eq!(import.meetings.len(), rows.len());
    import.meetings
}

#[test]
fn a_state_at_nearly_every_table_is_set_apart_and_no_other() {
    let set_apart = |rows: &[&[&str]]| {
        Index::new(&table(rows)).apart().map(|one| (one.state.to_string(), one.meetings, one.of))
    };
    let russia = |meetings, of| Some(("RUS".to_owned(), meetings, of));
    assert_eq!(set_apart(&[&["RUS", "CHN"], &["IND", "RUS"], &["RUS", "BRA"]]), russia(3, 3));
    // Nine of ten is nearly every one; eight of nine is not.
    let mut rows: Vec<&[&str]> = vec![&["RUS", "CHN"]; 5];
    rows.extend([&["RUS", "IND"][..]; 4]);
    rows.push(&["CHN", "IND"]);
    assert_eq!(set_apart(&rows), russia(9, 10));
    rows.remove(0);
    assert_eq!(set_apart(&rows), None);
    // Two states that meet each other only: neither says less. A traveller alone has no counterpart.
    assert_eq!(set_apart(&[&["RUS", "CHN"], &["CHN", "RUS"]]), None);
    assert_eq!(set_apart(&[&["USA"], &["USA"]]), None);
    assert_eq!(set_apart(&[]), None);
}

#[test]
fn regions_and_blocs_are_those_of_the_others_for_counts_filter_and_sentence() {
    let meetings = summitry::import::embedded().meetings;
    let expected = Apart { state: code("RUS"), meetings: 23, of: 25 };
    assert_eq!(Index::new(&meetings).apart(), Some(expected));
    let index = Index::new(&meetings);
    let all = facets(&meetings, &index, &Filter::default());
    let count =
        |region: Region| all.regions.iter().find(|one| one.value == region).map_or(0, |one| one.count);
    assert!(count(Region::Europe) < 25, "Europe without Russia: {}", count(Region::Europe));
    assert!(all.blocs.iter().all(|one| one.count < 23), "{:?}", all.blocs);
    // Where no state is at nearly every table, all count.
    let without = table(&[&["RUS", "CHN"], &["IND", "BRA"]]);
    let others = facets(&without, &Index::new(&without), &Filter::default());
    let europe = others.regions.iter().find(|one| one.value == Region::Europe);
    assert_eq!(europe.map(|one| one.count), Some(1));
    // The filter follows the same rule, and the sentence says so.
    let filter = Filter { regions: [Region::Europe].into(), ..Filter::default() };
    let passing = passing_rows(&filter, &meetings, &index);
    let meetings_passing = passing.iter().filter(|&&row| !meetings.get(row).kind.is_context()).count();
    assert_eq!(meetings_passing, count(Region::Europe));
    let shown = Shown::new(&meetings, &Question { filter, ..Question::default() });
    let sentence = say(Message::Shown(&shown));
    assert!(sentence.contains("Europe, not counting Russia"), "{sentence}");
    let sco = Filter { blocs: ["SCO".to_owned()].into(), ..Filter::default() };
    let shown = Shown::new(&meetings, &Question { filter: sco, ..Question::default() });
    assert!(say(Message::Shown(&shown)).contains("SCO, not counting Russia"));
}
