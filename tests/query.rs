//! The filter, the facets, the sentence and the journeys, counted by hand on the meetings that are shipped.
//!
//! Of their 26 rows 25 are meetings and one, the inauguration, is context. Russia takes part in 23; the two
//! others are Orban's in Kyiv and Beijing. Twelve are in Europe (seven in Moscow, two in Saint Petersburg,
//! one each in Kazan, Minsk and Kyiv), nine in Central Asia (eight in Astana, one in Tashkent), three in East
//! Asia (Pyongyang, Hanoi, Beijing), and one is to be in Türkiye.

use crate::import::read;
use std::collections::BTreeSet;
use summitry::gazetteer::region::Region;
use summitry::import;
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting, Status};
use summitry::query::count::Count;
use summitry::query::facet::{Choice, Facets, facets};
use summitry::query::index::Index;
use summitry::query::lines::ties;
use summitry::query::place::Place;
use summitry::query::question::Question;
use summitry::query::question::filter::{Area, Field, Filter};
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::Rule;
use summitry::query::shown::Shown;
use summitry::query::sieve::{passes, passing_rows};
use summitry::query::summary::summary;
use summitry::query::tie::{JourneyKey, Tie, TieKey, Ties};
use summitry::state::Target;
use summitry::words::message::Message;
use summitry::words::say;

fn shipped() -> Meetings {
    import::embedded().meetings
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn passing(filter: &Filter, meetings: &Meetings) -> Vec<usize> {
    passing_rows(filter, meetings, &Index::new(meetings))
}

fn ids(filter: &Filter) -> BTreeSet<String> {
    let meetings = shipped();
    passing(filter, &meetings).into_iter().map(|row| meetings.get(row).id.to_string()).collect()
}

fn regions(regions: &[Region]) -> Filter {
    Filter { regions: regions.iter().copied().collect(), ..Filter::default() }
}

fn countries(codes: &[&str]) -> Filter {
    Filter { countries: codes.iter().map(|letters| code(letters)).collect(), ..Filter::default() }
}

fn held_in(areas: &[Area]) -> Filter {
    Filter { held_in: areas.iter().copied().collect(), ..Filter::default() }
}

fn bloc(bloc: &str) -> Filter {
    Filter { blocs: BTreeSet::from([bloc.to_owned()]), ..Filter::default() }
}

fn leader(name: &str) -> Filter {
    Filter { leaders: BTreeSet::from([name.to_owned()]), ..Filter::default() }
}

fn kinds(kinds: &[Kind]) -> Filter {
    Filter { kinds: kinds.iter().copied().collect(), ..Filter::default() }
}

fn statuses(statuses: &[Status]) -> Filter {
    Filter { statuses: statuses.iter().copied().collect(), ..Filter::default() }
}

fn period(from: &str, to: &str) -> Filter {
    Filter { from: from.parse().ok(), to: to.parse().ok(), ..Filter::default() }
}

fn text(text: &str) -> Filter {
    Filter { text: text.to_owned(), ..Filter::default() }
}

#[test]
fn each_field_alone_leaves_what_was_counted_by_hand() {
    let kazakhstan = Area::Country(code("KAZ"));
    let cases: Vec<(Filter, usize, &str)> = vec![
        (Filter::default(), 26, "nothing asked, context included"),
        (regions(&[Region::Africa]), 3, "Zimbabwe, Congo, BRICS"),
        (regions(&[Region::LatinAmerica]), 3, "Cuba, Bolivia, BRICS with Brazil"),
        (regions(&[Region::Africa, Region::LatinAmerica]), 5, "BRICS is in both"),
        (regions(&[Region::MiddleEast]), 6, "Bahrain, Qatar, Erdogan, his invitation, SCO, BRICS"),
        (regions(&[Region::SouthAsia]), 4, "Pakistan, SCO, Modi, BRICS"),
        (regions(&[Region::CentralAsia]), 6, "Armenia, Tajikistan, Uzbekistan, Azerbaijan, Kazakhstan, SCO"),
        (regions(&[Region::EastAsia]), 7, "Kim, Vietnam, Mongolia, SCO, Xi twice, BRICS"),
        (regions(&[Region::Oceania]), 0, "nobody"),
        (held_in(&[kazakhstan]), 8, "Astana"),
        (held_in(&[Area::Region(Region::CentralAsia)]), 9, "Astana and Tashkent"),
        (held_in(&[Area::Region(Region::EastAsia), kazakhstan]), 11, "three and eight"),
        (
            held_in(&[Area::Region(Region::Europe)]),
            14,
            "twelve, the invitation to Türkiye and the inauguration",
        ),
        (held_in(&[Area::Region(Region::MiddleEast)]), 1, "the same invitation: Türkiye has two regions"),
        (countries(&["RUS"]), 24, "23 and the inauguration"),
        (countries(&["HUN"]), 3, "Orban's trips"),
        (countries(&["COG"]), 1, "Brazzaville"),
        (countries(&["COD"]), 0, "not Kinshasa"),
        (countries(&["IND", "CHN"]), 5, "SCO and BRICS have both; Modi, Xi in Astana, Orban in Beijing"),
        (bloc("EU"), 3, "Hungary"),
        (bloc("NATO"), 6, "Hungary's three; Türkiye's: Erdogan, SCO, invitation"),
        (bloc("GCC"), 4, "Bahrain, Qatar, the Emirates at SCO and BRICS"),
        (bloc("no such bloc"), 0, "nobody is in it"),
        (leader("Viktor Orban"), 3, "his trips"),
        (leader("Xi Jinping"), 4, "with Putin, with Orban, SCO, BRICS"),
        (leader("Orban"), 0, "names are whole"),
        (kinds(&[Kind::Sideline]), 12, "five in Russia, seven in Astana"),
        (kinds(&[Kind::StateVisit, Kind::OfficialVisit]), 7, "three and four"),
        (kinds(&[Kind::Inauguration]), 1, "context can be asked for"),
        (statuses(&[Status::Planned]), 1, "BRICS"),
        (statuses(&[Status::Invited, Status::Planned]), 2, "and the invitation"),
        (period("2024-07-01", "2024-07-31"), 12, "Astana's eight, Orban's three, Modi"),
        (period("2024-05-24", "2024-05-26"), 2, "the last day in Minsk, the first in Tashkent"),
        (period("2024-07-09", ""), 2, "Modi's second day, BRICS; the invitation has no date"),
        (text("lithium"), 1, "Bolivia"),
        (text("TURKIYE"), 3, "Erdogan, his invitation, SCO"),
        (text("nuclear"), 3, "Belarus, Bolivia, Erdogan"),
        (text("st treaty"), 1, "Kim: `st` is the beginning of `state visit`"),
        (text("brix"), 0, "an x at the end is a letter like others"),
        (text("st. petersburg"), 2, "the short form of Saint"),
        (text("Erdogan gas"), 0, "both words must occur"),
        (text("paragraph"), 1, "a note; sources are searched only if that is asked"),
        (text("source:no source:date source:agreed"), 1, "a fact that a source of the invitation supports"),
        (text("sco"), 9, "the summit, its sidelines and a note; not Moscow"),
        (text("oscow"), 0, "no word begins so"),
        (text("turkey"), 3, "another name of Türkiye"),
        (text("Венгрия"), 3, "Hungary in Russian"),
        (text("Indien"), 3, "India in German"),
        (text("印度"), 3, "India in Chinese"),
        (text("الهند"), 3, "India in Arabic"),
        (text("  "), 26, "nothing asked"),
    ];
    for (filter, count, reason) in &cases {
        assert_eq!(ids(filter).len(), *count, "{reason}: {:?}", ids(filter));
    }
}

#[test]
fn fields_narrow_each_other() {
    let africa_in_russia =
        Filter { held_in: BTreeSet::from([Area::Country(code("RUS"))]), ..regions(&[Region::Africa]) };
    assert_eq!(ids(&africa_in_russia).len(), 3);
    let planned = Filter { statuses: BTreeSet::from([Status::Planned]), ..africa_in_russia.clone() };
    assert_eq!(ids(&planned), BTreeSet::from(["brics-kazan-2024-10".to_owned()]));
    let held =
        Filter { statuses: BTreeSet::from([Status::Held]), text: "moscow".to_owned(), ..africa_in_russia };
    assert_eq!(ids(&held), BTreeSet::from(["congo-moscow-2024-06".to_owned()]));
    let nobody = Filter { leaders: BTreeSet::from(["Viktor Orban".to_owned()]), ..held };
    assert!(ids(&nobody).is_empty());
}

#[test]
fn a_filter_without_its_only_field_asks_nothing() {
    let full = [
        regions(&[Region::Africa]),
        held_in(&[Area::Region(Region::Africa)]),
        countries(&["COG"]),
        bloc("EU"),
        leader("Xi Jinping"),
        kinds(&[Kind::Call]),
        statuses(&[Status::Held]),
        period("2024-01-01", "2024-12-31"),
        text("peace"),
    ];
    for (field, filter) in Field::ALL.into_iter().zip(&full) {
        assert!(!filter.is_empty() && filter.without(field).is_empty(), "{field:?}");
        for other in Field::ALL.into_iter().filter(|other| *other != field) {
            assert_eq!(&filter.without(other), filter, "{field:?} without {other:?}");
        }
    }
}

#[test]
fn a_bloc_counts_who_was_a_member_on_the_day() {
    // Belarus joined the SCO on 4 July 2024; Hungary never did.
    let table = |date: &str| {
        read(format!(
            "date,country,city,participants\n{date},HUN,Budapest,Lukashenko|President|BLR; Orban|Prime Minister|HUN\n"
        ))
    };
    for (date, is_member) in [("2024-07-03", false), ("2024-07-04", true), ("2024-06", false), ("", true)] {
        let import = table(date);
        assert_eq!(passes(&bloc("SCO"), import.meetings.get(0)), is_member, "{date}");
    }
}

#[test]
fn an_undated_meeting_counts_for_the_blocs_of_today() {
    let import =
        read("country,participants\nFRA,A|President|FRA; B|Prime Minister|GBR\nKAZ,B|Prime Minister|GBR\n");
    assert_eq!(passing(&bloc("EU"), &import.meetings), [0]);
    assert_eq!(passing(&bloc("NATO"), &import.meetings), [0, 1]);
    let blocs = counted_facets(&import.meetings, &Filter::default()).blocs;
    assert_eq!(count_of(&blocs, &"EU".to_owned()), Some(1));
}

fn counts<T: Clone>(choices: &[Choice<T>]) -> Vec<(T, usize)> {
    choices.iter().map(|choice| (choice.value.clone(), choice.count)).collect()
}

fn count_of<T: PartialEq>(choices: &[Choice<T>], value: &T) -> Option<usize> {
    choices.iter().find(|choice| choice.value == *value).map(|choice| choice.count)
}

#[test]
fn facets_count_every_choice_of_the_data_and_no_other() {
    let facets = counted_facets(&shipped(), &Filter::default());
    let regions = [
        (Region::Europe, 9),
        (Region::MiddleEast, 6),
        (Region::Africa, 3),
        (Region::CentralAsia, 6),
        (Region::SouthAsia, 4),
        (Region::EastAsia, 7),
        (Region::LatinAmerica, 3),
        (Region::Asia, 18),
        (Region::MiddleEastAndNorthAfrica, 6),
        (Region::FormerSovietUnion, 8),
        (Region::SouthEastAsia, 1),
        (Region::Caribbean, 1),
    ];
    assert_eq!(counts(&facets.regions), regions);
    let held_in = [
        (Region::Europe, 13),
        (Region::MiddleEast, 1),
        (Region::CentralAsia, 9),
        (Region::EastAsia, 3),
        (Region::Asia, 13),
        (Region::MiddleEastAndNorthAfrica, 1),
        (Region::FormerSovietUnion, 21),
        (Region::SouthEastAsia, 1),
    ];
    assert_eq!(counts(&facets.held_in), held_in);
    let kinds = [
        (Kind::Summit, 2),
        (Kind::StateVisit, 3),
        (Kind::OfficialVisit, 4),
        (Kind::Bilateral, 3),
        (Kind::Sideline, 12),
        (Kind::Invitation, 1),
        (Kind::Inauguration, 1),
    ];
    assert_eq!(counts(&facets.kinds), kinds);
    assert_eq!(counts(&facets.statuses), [(Status::Held, 23), (Status::Planned, 1), (Status::Invited, 1)]);
    assert_eq!(facets.countries.len(), 30);
    assert_eq!((facets.countries[0].label.as_str(), facets.countries[0].count), ("Russia", 23));
    assert_eq!(count_of(&facets.countries, &code("IND")), Some(3));
    assert_eq!((facets.leaders[0].value.as_str(), facets.leaders[0].count), ("Vladimir Putin", 23));
    assert_eq!(count_of(&facets.leaders, &"Viktor Orban".to_owned()), Some(3));
    assert_eq!(count_of(&facets.blocs, &"EU".to_owned()), Some(3));
    assert_eq!(count_of(&facets.blocs, &"NATO".to_owned()), Some(6));
}

#[test]
fn equals_stand_in_order_of_name() {
    let facets = counted_facets(&shipped(), &Filter::default());
    let ordered = facets.leaders.windows(2).all(|two| {
        two[0].count > two[1].count || (two[0].count == two[1].count && two[0].label < two[1].label)
    });
    assert!(ordered);
}

#[test]
fn a_facet_counts_under_the_other_fields_and_not_its_own() {
    let filter = Filter { kinds: BTreeSet::from([Kind::Sideline]), ..regions(&[Region::Africa]) };
    let facets = counted_facets(&shipped(), &filter);
    // Of the regions, sidelines only, Russia not counted: Armenia and Azerbaijan, which are of Europe too,
    // and Türkiye.
    assert_eq!(count_of(&facets.regions, &Region::Europe), Some(3));
    assert_eq!(count_of(&facets.regions, &Region::Africa), Some(1));
    assert_eq!(count_of(&facets.regions, &Region::LatinAmerica), Some(2));
    // Of the kinds, Africa only: Zimbabwe's sideline, Congo's official visit, the BRICS summit.
    assert_eq!(count_of(&facets.kinds, &Kind::Sideline), Some(1));
    assert_eq!(count_of(&facets.kinds, &Kind::OfficialVisit), Some(1));
    assert_eq!(count_of(&facets.kinds, &Kind::Summit), Some(1));
    assert_eq!(count_of(&facets.kinds, &Kind::Inauguration), Some(0));
    // Of everything else both: Zimbabwe's alone. What occurs elsewhere stands with 0.
    assert_eq!(count_of(&facets.statuses, &Status::Held), Some(1));
    assert_eq!(count_of(&facets.statuses, &Status::Planned), Some(0));
    assert_eq!(count_of(&facets.leaders, &"Viktor Orban".to_owned()), Some(0));
    assert_eq!(facets.countries.iter().map(|choice| choice.count).sum::<usize>(), 2);
}

#[test]
fn a_choice_leaves_as_many_meetings_as_its_facet_says() {
    let meetings = shipped();
    let base = Filter { statuses: BTreeSet::from([Status::Held]), ..period("2024-06-01", "2024-07-31") };
    let facets = counted_facets(&meetings, &base);
    let left = |filter: &Filter| {
        passing(filter, &meetings).iter().filter(|&&row| !meetings.get(row).kind.is_context()).count()
    };
    for choice in &facets.countries {
        let filter = Filter { countries: BTreeSet::from([choice.value]), ..base.clone() };
        assert_eq!(left(&filter), choice.count, "{}", choice.label);
    }
    for choice in &facets.blocs {
        let filter = Filter { blocs: BTreeSet::from([choice.value.clone()]), ..base.clone() };
        assert_eq!(left(&filter), choice.count, "{}", choice.label);
    }
    for choice in &facets.statuses {
        let filter = Filter { statuses: BTreeSet::from([choice.value]), ..base.clone() };
        assert_eq!(left(&filter), choice.count, "{}", choice.label);
    }
}

#[test]
fn the_sentence_says_what_is_shown_of_how_much() {
    let august = Filter { to: "2024-05-31".parse().ok(), ..Filter::default() };
    let cases = [
        (
            Filter::default(),
            "25 of 25 meetings · 30 countries · 23 held, 1 planned, 1 invited · 8 May – 24 October 2024 · 1 placed at its country only · 1 context event",
        ),
        (
            regions(&[Region::Africa]),
            "3 of 25 meetings · 11 countries · 2 held, 1 planned · Africa, not counting Russia · 6 June – 24 October 2024",
        ),
        (
            countries(&["TUR"]),
            "3 of 25 meetings · 16 countries · 2 held, 1 invited · Türkiye · 3–4 July 2024 · 1 placed at its country only",
        ),
        (
            statuses(&[Status::Invited]),
            "1 of 25 meetings · 2 countries · invited · 1 placed at its country only",
        ),
        (kinds(&[Kind::Inauguration]), "0 of 25 meetings · inauguration · 1 context event"),
        (leader("Viktor Orban"), "3 of 25 meetings · 4 countries · Viktor Orban · 2–8 July 2024"),
        (text("zzz"), "0 of 25 meetings · “zzz”"),
        (
            held_in(&[Area::Region(Region::EastAsia), Area::Country(code("UZB"))]),
            "4 of 25 meetings · 6 countries · held in East and South-East Asia or Uzbekistan · 26 May – 8 July 2024",
        ),
        (
            Filter { kinds: BTreeSet::from([Kind::Sideline]), ..period("2024-07-01", "2024-07-31") },
            "7 of 25 meetings · 8 countries · sideline · 1–31 July 2024",
        ),
        (
            august,
            "6 of 25 meetings · 7 countries · until 31 May 2024 · 1 without a date left out · 1 context event",
        ),
    ];
    let meetings = shipped();
    for (filter, expected) in cases {
        assert_eq!(say(Message::Shown(&shown(&meetings, &filter))), expected);
    }
}

#[test]
fn one_of_something_is_written_in_the_singular() {
    let import = read(
        "title,country,city,leader,leader_country\nOne,,Nowhere at all,A,KAZ\nTwo,KAZ,,A,KAZ\nThree,UZB,,A,KAZ\n",
    );
    let said = |rows: &[usize]| said_of(&import.meetings, rows);
    assert_eq!(said(&[0]), "1 of 3 meetings · 1 country · 1 not placed");
    assert_eq!(
        said(&[0, 1, 2]),
        "3 of 3 meetings · 1 country · 2 placed at their country only · 1 not placed"
    );
    let import = read("title,country\nOne,KAZ\n");
    let row = said_of(&import.meetings, &[0]);
    assert_eq!(row, "1 of 1 meeting · 1 placed at its country only");
}

fn drawn(filter: &Filter) -> Ties {
    shown(&shipped(), filter).ties
}

fn shown(meetings: &Meetings, filter: &Filter) -> Shown {
    Shown::new(meetings, &Question::from(filter.clone()))
}

fn counted_facets(meetings: &Meetings, filter: &Filter) -> Facets {
    facets(meetings, &Index::new(meetings), filter)
}

/// Places and journeys of some rows of a table.
fn journeys(meetings: &Meetings, rows: &[usize]) -> Ties {
    ties(
        meetings,
        &Index::new(meetings),
        rows,
        &Count::new(meetings, &Index::new(meetings), rows, Rule::default()),
        Reading::Journeys,
    )
}

/// The sentence above a map of some rows.
fn said_of(meetings: &Meetings, rows: &[usize]) -> String {
    let index = Index::new(meetings);
    let count = Count::new(meetings, &index, rows, Rule::default());
    let ties = ties(meetings, &index, rows, &count, Reading::Journeys);
    let summary = summary(&index, Reading::Journeys, 0, rows, (&count, &ties));
    let mut shown = Shown::new(meetings, &Question::default());
    (shown.count, shown.ties, shown.summary) = (count, ties, summary);
    say(Message::Shown(&shown))
}

/// The ends of a journey.
fn ends(line: &Tie) -> &JourneyKey {
    match &line.key {
        TieKey::Journey(key) => key,
        other => panic!("{other:?} is no journey"),
    }
}

/// The place that a journey goes to.
fn place_of<'a>(drawn: &'a Ties, line: &Tie) -> &'a Place {
    drawn.place(ends(line).to).expect("journeys lead to places")
}

fn place<'a>(drawn: &'a Ties, city: &str) -> &'a Place {
    drawn.places.iter().find(|place| place.name == city).expect("the place is drawn")
}

fn lines<'a>(drawn: &'a Ties, from: &str, to: &str) -> Vec<&'a Tie> {
    let is_it = |line: &&Tie| ends(line).from == code(from) && Ties::default().name_of(ends(line).to) == to;
    drawn.lines.iter().filter(is_it).collect()
}

#[test]
fn eight_rows_lie_in_moscow_and_eight_in_astana() {
    let drawn = drawn(&Filter::default());
    // Moscow, Saint Petersburg, Kazan, Minsk, Kyiv, Astana, Tashkent, Pyongyang, Hanoi, Beijing, Türkiye.
    assert_eq!(drawn.places.len(), 11);
    assert_eq!(place(&drawn, "Moscow").rows.len(), 8);
    assert_eq!(place(&drawn, "Astana").rows.len(), 8);
    assert_eq!(drawn.places.iter().map(|place| place.rows.len()).sum::<usize>(), 26);
    assert!(drawn.not_placed.is_empty());
    assert!(drawn.places.is_sorted_by(|a, b| a.id < b.id) && drawn.lines.is_sorted_by(|a, b| a.key < b.key));
}

#[test]
fn a_line_weighs_as_many_meetings_as_it_stands_for() {
    let drawn = drawn(&Filter::default());
    let weights =
        |from: &str, to: &str| lines(&drawn, from, to).iter().map(|line| line.rows.len()).collect::<Vec<_>>();
    assert_eq!(weights("RUS", "Astana"), [8], "Putin takes part in everything there");
    assert_eq!(weights("PAK", "Astana"), [2], "his talks and the summit");
    assert_eq!(weights("HUN", "Moscow"), [1]);
    assert_eq!(weights("VNM", "Hanoi"), [0_usize; 0], "four hosts, no line");
    // To Moscow 7, Saint Petersburg 2, Kazan 8, Astana 15, Türkiye 1, and one each to six other cities.
    assert_eq!(drawn.lines.len(), 39);
}

#[test]
fn nobody_travels_at_home() {
    let drawn = drawn(&Filter::default());
    assert!(
        drawn
            .lines
            .iter()
            .all(|line| line.travels && Some(ends(line).from) != place_of(&drawn, line).country)
    );
    let at_home: Vec<&str> =
        drawn.places.iter().filter(|place| !place.host_at_home).map(|place| place.name.as_str()).collect();
    // All but Türkiye have a host at home, and Erdogan is one there too.
    assert_eq!(at_home, [""; 0]);
}

#[test]
fn a_host_who_takes_no_part_makes_it_a_third_country() {
    let all = drawn(&Filter::default());
    assert!(
        all.lines.iter().all(|line| !line.third_country),
        "Tokayev was at the summit, which every guest attended"
    );
    let sidelines = drawn(&kinds(&[Kind::Sideline]));
    let third = |from: &str| lines(&sidelines, from, "Astana")[0].third_country;
    assert!(third("AZE") && third("CHN"), "they met Putin in Kazakhstan");
    assert!(!third("RUS"), "Putin met Tokayev too");
    assert!(!lines(&sidelines, "CUB", "Moscow")[0].third_country);
}

#[test]
fn a_place_known_to_its_country_is_hollow() {
    let drawn = drawn(&Filter::default());
    let hollow: Vec<&Place> = drawn.places.iter().filter(|place| place.hollow).collect();
    assert_eq!(hollow.len(), 1);
    assert_eq!((hollow[0].country, hollow[0].status), (Some(code("TUR")), Status::Invited));
    let line = lines(&drawn, "RUS", "Türkiye");
    assert_eq!((line.len(), line[0].status), (1, Status::Invited));
    assert_eq!(line[0].to, hollow[0].at);
}

#[test]
fn the_status_of_a_place_is_the_best_established_of_its_meetings() {
    let drawn = drawn(&Filter::default());
    assert_eq!(place(&drawn, "Kazan").status, Status::Planned);
    assert_eq!(place(&drawn, "Astana").status, Status::Held);
    let import = read(
        "kind,status,country,city,participants\n\
         inauguration,held,FRA,Paris,A|President|FRA\n\
         bilateral,cancelled,FRA,Paris,A|President|FRA; B|President|KAZ\n\
         bilateral,invited,FRA,Paris,A|President|FRA; C|President|UZB\n",
    );
    let status = |rows: &[usize]| journeys(&import.meetings, rows).places[0].status;
    assert_eq!(status(&[0]), Status::Held, "nothing but context");
    assert_eq!(status(&[0, 1]), Status::Cancelled);
    assert_eq!(status(&[0, 1, 2]), Status::Invited);
    let lines = journeys(&import.meetings, &[0, 1, 2]).lines;
    let statuses: Vec<Status> = lines.iter().map(|line| line.status).collect();
    assert_eq!(statuses, [Status::Cancelled, Status::Invited]);
}

#[test]
fn several_from_one_country_share_a_line() {
    let import =
        read("country,city,participants\nFRA,Paris,A|King|GBR; B|Prime Minister|GBR; C|President|\n");
    let drawn = journeys(&import.meetings, &[0]);
    assert_eq!(drawn.lines.len(), 1);
    assert_eq!(drawn.lines[0].rows, [0]);
    assert!(drawn.lines[0].third_country && !drawn.places[0].host_at_home);
}

#[test]
fn a_call_joins_the_capitals_and_nobody_travels() {
    let import = read(
        "kind,country,city,participants\n\
         call,,,A|President|RUS; B|President|FRA; C|Chancellor|DEU\n\
         bilateral,RUS,Moscow,A|President|RUS; B|President|FRA\n\
         call,,,A|President|\n\
         bilateral,,,A|President|RUS\n",
    );
    let drawn = journeys(&import.meetings, &[0, 1, 2, 3]);
    let name = |line: &Tie| drawn.name_of(ends(line).to);
    let names: Vec<String> = drawn.lines.iter().map(name).collect();
    let told: Vec<(CountryCode, &str, bool, &[usize])> = drawn
        .lines
        .iter()
        .zip(&names)
        .map(|(line, to)| (ends(line).from, to.as_str(), line.travels, line.rows.as_slice()))
        .collect();
    let expected: [(CountryCode, &str, bool, &[usize]); 4] = [
        (code("FRA"), "Moscow", true, &[1]),
        (code("FRA"), "Berlin", false, &[0]),
        (code("RUS"), "Berlin", false, &[0]),
        (code("RUS"), "Paris", false, &[0]),
    ];
    assert_eq!(told, expected);
    assert_eq!(drawn.places.len(), 1);
    assert_eq!(drawn.not_placed, [2, 3]);
    assert!(said_of(&import.meetings, &[0, 1, 2, 3]).contains("2 not placed"));
}

#[test]
fn a_search_sees_meetings_that_were_added_after_one() {
    let mut meetings = shipped();
    let lithium = text("lithium");
    assert_eq!(passing(&lithium, &meetings).len(), 1);
    let added =
        Meeting { id: MeetingId::new("added"), ..meetings.get(passing(&lithium, &meetings)[0]).clone() };
    meetings.push(added).expect("the id is free");
    assert_eq!(passing(&lithium, &meetings).len(), 2);
    assert!(passing(&lithium, &meetings).iter().all(|&row| passes(&lithium, meetings.get(row))));
}

#[test]
fn two_spellings_of_a_city_are_one_place_under_the_latest() {
    let import = read(
        "country,city,participants\n\
         CHN,Peking,A|President|RUS; B|President|CHN\n\
         CHN,Beijing,A|President|RUS; B|President|CHN\n\
         SUN,Moscow,C|President|USA; D|General Secretary|SUN\n\
         RUS,Moscow,C|President|USA; D|President|RUS\n",
    );
    assert_eq!(import.problems, []);
    let all = journeys(&import.meetings, &[0, 1, 2, 3]);
    let told: Vec<(&str, &[usize])> =
        all.places.iter().map(|place| (place.name.as_str(), place.rows.as_slice())).collect();
    assert_eq!(told, [("Moscow", &[2, 3][..]), ("Beijing", &[0, 1])], "named as its latest meeting has it");
    assert_eq!(all.places[0].country, Some(code("RUS")));
    assert_eq!(all.lines.iter().map(|line| line.rows.len()).collect::<Vec<_>>(), [2, 2]);
    assert!(all.lines.iter().all(|line| !line.third_country), "the host of each meeting took part");
    // The identity stays when a row is filtered out, so that what was selected is still found.
    let later = journeys(&import.meetings, &[1, 3]);
    for (place, line) in later.places.iter().zip([&later.lines[0], &later.lines[1]]) {
        assert!(all.places.iter().any(|one| one.id == place.id));
        assert!(later.places.iter().any(|one| one.id == ends(line).to));
    }
    let mut shown = Shown::new(&import.meetings, &Question::default());
    (shown.rows, shown.ties) = (vec![1, 3], later);
    assert_eq!(Target::Place(all.places[1].id).rows(&import.meetings, &shown)[..], [1]);
}

#[test]
fn lists_of_choices_keep_their_order_whatever_is_chosen() {
    let meetings = import::embedded().meetings;
    let labels = |filter: &Filter| -> Vec<String> {
        counted_facets(&meetings, filter).leaders.into_iter().map(|choice| choice.label).collect()
    };
    let all = labels(&Filter::default());
    assert_eq!(all[0], "Vladimir Putin");
    let hungary = Filter { text: "Orban".into(), ..Filter::default() };
    assert_eq!(labels(&hungary), all);
}

#[test]
fn a_state_comes_back_from_its_saved_text() {
    let filter = Filter {
        leaders: BTreeSet::from(["Viktor Orban".to_owned()]),
        held_in: BTreeSet::from([Area::Region(Region::Europe)]),
        ..period("2024-07-01", "2024-07-31")
    };
    let selection = Some(Target::Meeting(MeetingId::new("orban-putin-moscow-2024-07")));
    let state = summitry::state::State { filter, selection, ..summitry::state::State::default() };
    let text = serde_json::to_string(&state).expect("a plain value becomes JSON");
    assert_eq!(serde_json::from_str::<summitry::state::State>(&text).expect("its own JSON is read"), state);
}
