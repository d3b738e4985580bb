//! The counting rule and the readings, on the meetings that are shipped, against numbers worked out by hand.
//!
//! Of the 26 rows one is context. The 25 others are two summits, the SCO's in Astana (16 states, 3–4 July,
//! seven sidelines) and the planned one of BRICS in Kazan (9 states, 22–24 October), one invitation without a
//! date, and 22 meetings of two states each. Three of those last longer than a day: Minsk two days, Tashkent
//! three, Modi's two.

use crate::import::read;
use jiff::civil::date;
use summitry::import;
use summitry::meeting::Kind;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::query::class::{Class, Others};
use summitry::query::count::{Count, LeftOut};
use summitry::query::index::Index;
use summitry::query::left_out::{Why, left_out};
use summitry::query::place::Place;
use summitry::query::question::Question;
use summitry::query::question::filter::{Field, Filter};
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines, Summits, Unit};
use summitry::query::shown::Shown;
use summitry::query::star::fan;
use summitry::query::tie::TieKey;
use summitry::query::tie::Ties;
use summitry::state::{State, Target};
use summitry::words::message::Message;
use summitry::words::say;

const ALL: Rule = Rule {
    unit: Unit::Meetings,
    sidelines: Sidelines::Counted,
    summits: Summits::AsOne,
    planned: true,
    invited: true,
};
const FOLDED: Rule = Rule { sidelines: Sidelines::Folded, ..ALL };
const EACH: Rule = Rule { summits: Summits::PerParticipant, ..ALL };
const HELD: Rule = Rule { planned: false, invited: false, ..ALL };

fn shown(meetings: &Meetings, rule: Rule, reading: Reading) -> Shown {
    Shown::new(meetings, &Question { rule, reading, ..Question::default() })
}

fn shipped(rule: Rule, reading: Reading) -> Shown {
    shown(&import::embedded().meetings, rule, reading)
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn place<'a>(shown: &'a Shown, city: &str) -> &'a Place {
    shown.ties.places.iter().find(|place| place.name == city).expect("the place is drawn")
}

#[test]
fn every_rule_counts_what_was_counted_by_hand() {
    let cases: &[(Rule, [usize; 5], &str)] = &[
        // Days: 20 of one day, the invitation among them, and 2 + 3 + 2 + 2 + 3. Journeys: Russia's 6 (Minsk,
        // Tashkent, Pyongyang, Hanoi, Astana, Türkiye), 7 to Moscow, 2 to Saint Petersburg, Orban's to Kyiv
        // and Beijing, 14 guests besides Russia in Astana, 8 in Kazan. Pairs: 23 of two states, 15 of
        // Kazakhstan with a guest, 8 of Russia with one. The table names no trips: each journey is one.
        (ALL, [25, 32, 39, 39, 46], "everything"),
        // The seven sidelines are a day and a pair each; their journeys are those to the summit.
        (FOLDED, [18, 25, 39, 39, 39], "sidelines folded"),
        // 23 and 16 and 9 states; 27 days, 2 × 16 and 3 × 9; 23 pairs, 16 × 15 / 2 and 9 × 8 / 2.
        (EACH, [48, 86, 39, 39, 179], "summits once per participant"),
        // Without Kazan's meeting of three days, 8 journeys and 8 pairs, and without the invitation's one of
        // each.
        (HELD, [23, 28, 30, 30, 37], "held only"),
        (Rule { sidelines: Sidelines::Folded, ..HELD }, [16, 21, 30, 30, 30], "held only, sidelines folded"),
        (Rule { planned: false, ..EACH }, [39, 59, 31, 31, 143], "without Kazan, once per participant"),
        (Rule { summits: Summits::PerParticipant, ..FOLDED }, [41, 79, 39, 39, 172], "both"),
    ];
    for (rule, expected, what) in cases {
        let totals = Unit::ALL.map(|unit| shipped(Rule { unit, ..*rule }, Reading::Journeys).count.total);
        assert_eq!(totals, *expected, "{what}");
    }
}

#[test]
fn lines_and_places_count_by_the_rule() {
    let weights = |rule: Rule| {
        let shown = shipped(rule, Reading::Journeys);
        let line = |from: &str, to: &str| {
            let is_it = |key: &TieKey| matches!(key, TieKey::Journey(key) if key.from == code(from) && Ties::default().name_of(key.to) == to);
            shown.ties.lines.iter().find(|line| is_it(&line.key)).expect("the line is drawn").weight
        };
        [
            line("RUS", "Astana"),
            line("PAK", "Astana"),
            line("UZB", "Astana"),
            line("RUS", "Tashkent"),
            place(&shown, "Astana").weight,
            place(&shown, "Moscow").weight,
        ]
    };
    assert_eq!(weights(ALL), [8, 2, 1, 1, 8, 7]);
    assert_eq!(weights(FOLDED), [1, 1, 1, 1, 1, 7]);
    // Seven sidelines of one day and two days of summit.
    assert_eq!(weights(Rule { unit: Unit::MeetingDays, ..ALL }), [9, 3, 2, 3, 9, 8]);
    assert_eq!(weights(Rule { unit: Unit::Journeys, ..ALL }), [1, 1, 1, 1, 15, 7]);
    // Russia met seven states on the sidelines and its host at the summit.
    assert_eq!(weights(Rule { unit: Unit::Pairs, ..ALL }), [8, 2, 1, 1, 22, 7]);
    assert_eq!(weights(Rule { unit: Unit::Pairs, ..EACH }), [22, 16, 15, 1, 127, 7]);
}

#[test]
fn a_rule_says_itself_in_words() {
    assert_eq!(say(Message::Rule(ALL)), "meetings");
    let all =
        Rule { unit: Unit::Pairs, sidelines: Sidelines::Folded, summits: Summits::PerParticipant, ..HELD };
    assert_eq!(
        say(Message::Rule(all)),
        "pair encounters, sidelines folded into their summit, summits once per participant, planned ones and invitations not counted"
    );
}

#[test]
fn the_sentence_begins_with_what_is_counted() {
    let begins = |rule: Rule, with: &str| {
        let sentence = say(Message::Shown(&shipped(rule, Reading::Journeys)));
        assert!(sentence.starts_with(with), "{sentence}");
    };
    begins(ALL, "25 of 25 meetings · 30 countries");
    begins(FOLDED, "18 of 25 meetings · 7 sidelines folded · 30 countries");
    begins(HELD, "23 of 25 meetings · 1 planned not counted · 1 invited not counted · 30");
    begins(
        Rule { unit: Unit::Journeys, ..FOLDED },
        "39 journeys from 18 of 25 meetings · 7 sidelines folded",
    );
    begins(Rule { unit: Unit::MeetingDays, ..ALL }, "32 meeting-days from 25 of 25 meetings");
    begins(EACH, "48 meetings (summits once per participant) from 25 of 25 meetings · 30");
}

#[test]
fn what_is_not_counted_is_listed_with_its_reason() {
    let meetings = import::embedded().meetings;
    let rule = Rule { planned: false, ..FOLDED };
    let july = Filter { from: "2024-06-01".parse().ok(), ..Filter::default() };
    let shown = Shown::new(&meetings, &Question { filter: july, rule, ..Question::default() });
    let summit = meetings.row_of("sco-summit-astana-2024-07").expect("it is on record");
    let told: Vec<(Why, usize)> = left_out(&meetings, &Index::new(&meetings), &shown)
        .into_iter()
        .map(|(why, rows)| (why, rows.len()))
        .collect();
    let expected = [
        (Why::Rule(LeftOut::Planned), 1),
        (Why::Rule(LeftOut::FoldedInto(summit)), 7),
        // The invitation.
        (Why::Undated, 1),
        // May's six meetings and the inauguration.
        (Why::Field(Field::Period), 7),
    ];
    assert_eq!(told, expected);
    assert_eq!(told.iter().map(|(_, rows)| rows).sum::<usize>() + shown.count.rows, meetings.len());
    let folded = Why::Rule(LeftOut::FoldedInto(summit));
    assert_eq!(say(Message::Why(folded, &meetings)), "Folded into SCO summit, Astana");
}

#[test]
fn a_sideline_is_folded_only_into_a_summit_that_is_shown_and_counted() {
    let meetings = import::embedded().meetings;
    let sidelines = Filter { kinds: [Kind::Sideline].into(), ..Filter::default() };
    let shown = Shown::new(&meetings, &Question { filter: sidelines, rule: FOLDED, ..Question::default() });
    assert_eq!((shown.count.total, shown.count.left_out.len()), (12, 0));
    let import = read(
        "kind,status,occasion,country,city,participants\n\
         summit,planned,Fair,FRA,Paris,A|King|GBR; B|President|FRA\n\
         sideline,planned,Fair,FRA,Paris,A|King|GBR; C|President|KAZ\n",
    );
    let count = |rule| Count::new(&import.meetings, &Index::new(&import.meetings), &[0, 1], rule);
    assert_eq!(count(FOLDED).left_out.get(&1), Some(&LeftOut::FoldedInto(0)));
    let none = count(Rule { planned: false, ..FOLDED });
    assert_eq!((none.rows, none.left_out.get(&1)), (0, Some(&LeftOut::Planned)));
}

#[test]
fn meetings_on_following_days_at_one_place_are_one_journey() {
    let import = read(
        "start,end,kind,country,city,participants\n\
         2024-03-01,,,FRA,Paris,A|King|GBR; B|President|FRA\n\
         2024-03-02,2024-03-04,,FRA,Paris,A|King|GBR; B|President|FRA\n\
         2024-03-06,,,FRA,Paris,A|King|GBR; B|President|FRA\n\
         2024-03-02,,,FRA,Lyon,A|King|GBR; B|President|FRA\n\
         2024-03,,,FRA,Paris,A|King|GBR; B|President|FRA\n\
         2024-03-09,,call,,,A|King|GBR; B|President|FRA\n",
    );
    assert_eq!(import.problems, []);
    let journeys = shown(&import.meetings, Rule { unit: Unit::Journeys, ..ALL }, Reading::Journeys);
    // Paris 1–4 March, 6 March and some day of March; Lyon; nobody travels to a call.
    assert_eq!(journeys.count.total, 4);
    let days = shown(&import.meetings, Rule { unit: Unit::MeetingDays, ..ALL }, Reading::Journeys);
    assert_eq!(days.count.total, 1 + 3 + 1 + 1 + 1 + 1);
}

#[test]
fn a_cancelled_meeting_is_drawn_and_not_counted() {
    let import = read("status,country,city,participants\ncancelled,FRA,Paris,A|King|GBR; B|President|FRA\n");
    let shown = shown(&import.meetings, ALL, Reading::Journeys);
    assert_eq!((shown.count.total, shown.ties.lines.len(), shown.ties.lines[0].weight), (0, 1, 0));
    assert_eq!(say(Message::Shown(&shown)), "0 of 1 meeting · 1 cancelled not counted · 2 countries");
}

#[test]
fn relations_are_one_line_a_pair_of_states() {
    let shown = shipped(ALL, Reading::Relations);
    // Russia with 20 states in talks of two and with 6 more at BRICS; Kazakhstan with 14 at the SCO besides
    // Russia; Hungary with Ukraine and China.
    assert_eq!(shown.ties.lines.len(), 42);
    assert!(shown.ties.places.is_empty());
    let weight = |a: &str, b: &str| {
        shown.ties.line(&TieKey::Relation { a: code(a), b: code(b) }).map(|line| line.weight)
    };
    assert_eq!(weight("CHN", "RUS"), Some(2), "Xi in Astana, BRICS");
    assert_eq!(weight("KAZ", "RUS"), Some(2), "Tokayev in Astana, the summit");
    assert_eq!(weight("BLR", "RUS"), Some(1), "Minsk; at the summit both were guests");
    assert_eq!(weight("CHN", "IND"), None);
    assert_eq!(shown.ties.lines.iter().map(|line| line.weight).sum::<usize>(), 46);
    let each = shipped(EACH, Reading::Relations);
    let weight = |a: &str, b: &str| {
        each.ties.line(&TieKey::Relation { a: code(a), b: code(b) }).map(|line| line.weight)
    };
    assert_eq!((weight("CHN", "IND"), weight("CHN", "RUS")), (Some(2), Some(3)), "both summits");
    assert_eq!(shipped(ALL, Reading::Relations).summary.at_country_only, 0, "no place is drawn");
}

#[test]
fn each_meeting_is_a_star_of_its_own() {
    let shown = shipped(ALL, Reading::Stars);
    let spokes = |id: &str| {
        let of_it = |key: &TieKey| matches!(key, TieKey::Spoke { meeting, .. } if meeting.as_str() == id);
        shown.ties.lines.iter().filter(|line| of_it(&line.key)).count()
    };
    assert_eq!(spokes("sco-summit-astana-2024-07"), 15, "16 states, one of them the host");
    assert_eq!(spokes("pakistan-astana-2024-07"), 2, "both came from elsewhere");
    assert_eq!(spokes("kazakhstan-astana-2024-07"), 1);
    // 39 lines of the journeys, 7 more of Russia to Astana, and 6 more of those who met Putin there and came
    // from elsewhere.
    assert_eq!(shown.ties.lines.len(), 52);
}

#[test]
fn sidelines_folded_into_a_summit_elsewhere_stay_in_the_list_of_their_place() {
    let meetings = read(
        "date,kind,title,country,city,participants,occasion\n\
         2024-07-03,summit,Summit,KAZ,Astana,A|President|KAZ; B|President|RUS,SCO\n\
         2024-07-03,sideline,One,KAZ,Almaty,A|President|KAZ; B|President|RUS,SCO\n\
         2024-07-04,sideline,Two,KAZ,Almaty,A|President|KAZ; B|President|RUS,SCO\n",
    )
    .meetings;
    let shown = shown(&meetings, FOLDED, Reading::Journeys);
    let rows = |city| {
        fan(&meetings, place(&shown, city), &shown.count).iter().map(|star| star.row).collect::<Vec<_>>()
    };
    assert_eq!((rows("Astana"), rows("Almaty")), (vec![0], vec![1, 2]));
    let state = State {
        rule: FOLDED,
        selection: Some(Target::Place(place(&shown, "Almaty").id)),
        ..State::default()
    };
    assert_eq!(
        state.selection.as_ref().map(|almaty| almaty.rows(&meetings, &shown).into_owned()),
        Some(vec![1, 2])
    );
}

/// So many meetings of two states in each city, one a day, the guest from France, and so many calls, one a
/// day.
fn visits(cities: &[(&str, &str, usize)], calls: usize) -> Meetings {
    let day = |i: usize| format!("{}-{:02}-{:02}", 2000 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
    let mut lines = vec!["date,kind,country,city,participants".to_owned()];
    for &(country, city, number) in cities {
        let visit = |i| format!("{},,{country},{city},A|President|FRA; B|President|{country}", day(i));
        lines.extend((0..number).map(visit));
    }
    lines.extend((0..calls).map(|i| format!("{},call,,,A|President|FRA; B|Chancellor|DEU", day(i))));
    let text = lines.join("\n");
    read(&text).meetings
}

/// How many lines of a map are spokes, and how many journeys.
fn spokes_and_journeys(shown: &Shown) -> (usize, usize) {
    let spokes = shown.ties.lines.iter().filter(|line| matches!(line.key, TieKey::Spoke { .. })).count();
    (spokes, shown.ties.lines.len() - spokes)
}

#[test]
fn more_meetings_than_find_room_around_a_place_are_journeys_and_not_stars() {
    let shown = shown(&visits(&[("ITA", "Rome", 60), ("ESP", "Madrid", 61)], 0), ALL, Reading::Stars);
    assert_eq!((place(&shown, "Rome").crowded, place(&shown, "Madrid").crowded), (false, true));
    assert_eq!(spokes_and_journeys(&shown), (60, 1));
    let madrid = shown.ties.lines.iter().find(|line| matches!(line.key, TieKey::Journey(_)));
    assert_eq!(madrid.map(|line| (line.weight, line.rows.len())), Some((61, 61)), "none is lost");
}

#[test]
fn of_more_meetings_than_a_map_bears_those_of_the_fullest_places_are_journeys() {
    let cities = [
        ("ITA", "Rome", 60),
        ("ESP", "Madrid", 60),
        ("PRT", "Lisbon", 60),
        ("AUT", "Vienna", 60),
        ("POL", "Warsaw", 60),
        ("NOR", "Oslo", 60),
        ("DNK", "Copenhagen", 40),
        ("FIN", "Helsinki", 1),
    ];
    let shown = shown(&visits(&cities, 0), ALL, Reading::Stars);
    // Helsinki's, Copenhagen's, and those of five cities of sixty: 341 of 400; the sixth would be too many.
    assert_eq!(spokes_and_journeys(&shown), (341, 1));
    let merged = |calls| spokes_and_journeys(&self::shown(&visits(&[], calls), ALL, Reading::Stars));
    assert_eq!(
        (merged(400), merged(401)),
        ((400, 0), (0, 1)),
        "calls have no place, and are many by themselves"
    );
}

#[test]
fn the_sco_summit_has_seven_sidelines_folded_and_fanned() {
    let meetings = import::embedded().meetings;
    let summit = meetings.row_of("sco-summit-astana-2024-07").expect("it is on record");
    let open = shipped(ALL, Reading::Stars);
    let fanned = fan(&meetings, place(&open, "Astana"), &open.count);
    assert_eq!(fanned.len(), 8);
    assert_eq!(fanned[0].row, summit, "the summit comes before what hangs on it");
    assert!(fanned.iter().all(|star| star.folded.is_empty()));
    let closed = shipped(FOLDED, Reading::Stars);
    let folded = fan(&meetings, place(&closed, "Astana"), &closed.count);
    assert_eq!(folded.len(), 1);
    assert_eq!((folded[0].row, folded[0].folded.len()), (summit, 7));
    // The sidelines' 13 spokes are gone: both of six, one of Tokayev's.
    assert_eq!(closed.ties.lines.len(), 39);
}

#[test]
fn a_class_of_its_own_lends_no_name_to_those_of_none() {
    // The guests' blocs are six sorts, one more than there are colours; Switzerland is in none of them.
    let guests = ["FRA", "CHN", "BRA", "JPN", "NGA", "VNM", "CHE"];
    let other = |guests: &[&str]| {
        // Two hosts by turns, so that neither is set apart.
        let hosts = ["KAZ,Astana,B|President|KAZ", "UZB,Tashkent,B|President|UZB"].into_iter().cycle();
        let visit = |(state, host): (&&str, &str)| format!("2024-01-01,{host}; A|President|{state}\n");
        let visits: String = guests.iter().zip(hosts).map(visit).collect();
        let meetings = read(format!("date,country,city,participants\n{visits}")).meetings;
        let blocs = ["EU", "BRICS", "AU", "ASEAN", "NATO", "G7", "SCO"].map(str::to_owned);
        let filter = Filter { blocs: blocs.into(), ..Filter::default() };
        let question = Question { filter, colour: GroupBy::Bloc, ..Question::default() };
        Shown::new(&meetings, &question).classes.others
    };
    assert!(matches!(other(&guests[..6]), Others::Only(_)), "the sixth has a name of its own");
    assert_eq!(other(&guests), Others::Many);
}

#[test]
fn another_question_to_the_same_table_gets_the_answer_of_a_first_one() {
    let meetings = summitry::import::embedded().meetings;
    let index = Index::new(&meetings);
    let colour = GroupBy::Region;
    let africa = Filter { text: "Africa".to_owned(), ..Filter::default() };
    let others = [
        Question { rule: FOLDED, ..Question::default() },
        Question { filter: africa.clone(), reading: Reading::Stars, ..Question::default() },
        Question { filter: Filter { to: Some(date(2024, 6, 30)), ..africa }, colour, ..Question::default() },
        Question {
            filter: Filter { to: Some(date(2024, 6, 30)), ..Filter::default() },
            colour,
            ..Question::default()
        },
    ];
    for first in [Question::default(), Question { colour, ..Question::default() }] {
        for other in &others {
            let again = Shown::with(&meetings, &index, &first).again(&meetings, &index, other);
            let anew = Shown::with(&meetings, &index, other);
            assert_eq!(format!("{again:?}"), format!("{anew:?}"));
        }
    }
}

#[test]
fn a_line_has_the_class_that_the_timeline_gives_its_meetings() {
    // Iran joined the SCO in 2023 and BRICS in 2024; Germany and France lend no bloc of their own.
    let few = read(
        "date,kind,country,city,participants\n\
         2022-03-01,,RUS,Moscow,A|President|IRN; B|President|RUS\n\
         2024-03-01,,RUS,Moscow,A|President|IRN; B|President|RUS\n\
         2024-04-01,call,,,A|President|IRN; B|President|CHN; C|President|FRA\n\
         2024-05-01,summit,KAZ,Astana,A|President|KAZ; B|President|CHN; C|President|IRN; D|President|RUS\n\
         2024-06-01,summit,CHE,Geneva,B|President|CHN; C|President|IRN; D|President|RUS\n\
         ,,DEU,Berlin,A|President|IRN; C|President|DEU\n",
    );
    for meetings in [few.meetings, import::embedded().meetings] {
        let index = Index::new(&meetings);
        let questions = Reading::ALL.into_iter().flat_map(|reading| {
            GroupBy::ALL.into_iter().flat_map(move |colour| [ALL, EACH].map(|rule| (reading, colour, rule)))
        });
        for (reading, colour, rule) in questions {
            let question = Question { reading, colour, rule, ..Question::default() };
            let shown = Shown::with(&meetings, &index, &question);
            for &row in &shown.rows {
                let of_row = shown.classes.of_row(&index, row, &mut Vec::new());
                let lines = shown.ties.lines.iter().filter(|line| line.rows.contains(&row));
                let of_lines: Vec<_> =
                    lines.map(|line| shown.classes.of_line(&meetings, line, &[row])).collect();
                let Some(first) = of_lines.first() else { continue };
                let agreed =
                    if of_lines.iter().all(|one| one == first) { *first } else { Some(Class::Several) };
                assert_eq!(of_row, agreed, "{reading:?} by {colour:?}: {}", meetings.get(row).title);
            }
            for line in &shown.ties.lines {
                let of_line = shown.classes.of_line(&meetings, line, &line.rows);
                let mut each = line.rows.iter().map(|&row| shown.classes.of_line(&meetings, line, &[row]));
                let first = each.next().expect("a line stands for a meeting");
                let agreed = if each.all(|one| one == first) { first } else { Some(Class::Several) };
                assert_eq!(
                    of_line,
                    agreed,
                    "{reading:?} by {colour:?}: {}",
                    line.key.name(&meetings, &shown.ties)
                );
            }
        }
    }
}

#[test]
fn a_line_whose_bloc_changed_between_its_meetings_is_of_several() {
    let meetings = read(
        "date,country,city,participants\n\
         2022-03-01,RUS,Moscow,A|President|IRN; B|President|RUS\n\
         2024-03-01,RUS,Moscow,A|President|IRN; B|President|RUS\n\
         2024-03-01,RUS,Moscow,A|President|CHN; B|President|RUS\n",
    )
    .meetings;
    let blocs = ["BRICS", "SCO"].map(str::to_owned).into();
    let question = Question {
        filter: Filter { blocs, from: Some(date(2022, 1, 1)), ..Filter::default() },
        colour: GroupBy::Bloc,
        ..Question::default()
    };
    let classes = Shown::new(&meetings, &question).classes;
    let all = shown(&meetings, ALL, Reading::Journeys);
    let of = |state: &str, rows: &[usize]| {
        let line = all.ties.lines.iter().find(|line| line.key.from() == code(state)).expect("it is drawn");
        classes.of_line(&meetings, line, rows)
    };
    assert_eq!(of("IRN", &[0]), Some(Class::Other));
    assert_eq!(of("IRN", &[1]), of("CHN", &[2]), "both were in BRICS and SCO in 2024");
    assert_eq!(of("IRN", &[0, 1]), Some(Class::Several));
}
