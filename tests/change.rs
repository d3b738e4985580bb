//! Comparing two periods and two filters, on the meetings that are shipped, against what was worked out by
//! hand.

use crate::import::read;
use jiff::civil::date;
use summitry::export::changes::listing;
use summitry::export::listing::Form;
use summitry::import;
use summitry::meeting::Status;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::query::change::{Change, Changes};
use summitry::query::count::LeftOut;
use summitry::query::index::Index;
use summitry::query::left_out::{Why, left_out};
use summitry::query::question::Question;
use summitry::query::question::baseline::{Baseline, all_before, period_before};
use summitry::query::question::filter::{Field, Filter};
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines};
use summitry::query::shown::Shown;
use summitry::query::tie::Ties;
use summitry::words::message::Message;
use summitry::words::say;

fn period(from: &str, to: &str) -> Filter {
    Filter { from: from.parse().ok(), to: to.parse().ok(), ..Filter::default() }
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn compared(
    meetings: &Meetings,
    after: Filter,
    before: Filter,
    per_month: bool,
    reading: Reading,
) -> Changes {
    let compare = Some(Baseline { before, per_month, follows: None });
    changes(meetings, &Question { filter: after, reading, compare, ..Question::default() })
}

fn changes(meetings: &Meetings, question: &Question) -> Changes {
    Shown::new(meetings, question).changes.expect("something is compared")
}

/// The lists of July against May and June.
fn listed(per_month: bool, reading: Reading, rule: Rule, format: Form) -> String {
    let meetings = import::embedded().meetings;
    let question = Question { rule, ..july_question(per_month, reading) };
    listing(&meetings, &question, &Ties::default(), &changes(&meetings, &question), format)
}

fn july(per_month: bool, reading: Reading) -> Changes {
    changes(&import::embedded().meetings, &july_question(per_month, reading))
}

fn july_question(per_month: bool, reading: Reading) -> Question {
    let (filter, before) = (period("2024-07-01", "2024-07-31"), period("2024-05-01", "2024-06-30"));
    let compare = Some(Baseline { before, per_month, follows: None });
    Question { filter, reading, compare, ..Question::default() }
}

/// The sentence that sums up the shipped meetings under a question.
fn sentence(question: &Question) -> String {
    say(Message::Shown(&Shown::new(&import::embedded().meetings, question)))
}

fn lines(changes: &Changes, change: Change) -> Vec<String> {
    let meetings = import::embedded().meetings;
    let of_it = changes.ties.iter().filter(|tie| tie.change == change);
    let mut lines: Vec<String> = of_it
        .map(|tie| {
            format!("{} {}→{}", tie.tie.key.name(&meetings, &Ties::default()), tie.counts[0], tie.counts[1])
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn july_is_compared_with_may_and_june_line_by_line() {
    let changes = july(false, Reading::Journeys);
    // Before: seven guests in Moscow less the two of July, two in Saint Petersburg, Putin's four visits.
    let lost = [
        "Armenia → Moscow 1→0",
        "Bahrain → Moscow 1→0",
        "Bolivia → Saint Petersburg 1→0",
        "Cuba → Moscow 1→0",
        "Republic of the Congo → Moscow 1→0",
        "Russia → Hanoi 1→0",
        "Russia → Minsk 1→0",
        "Russia → Pyongyang 1→0",
        "Russia → Tashkent 1→0",
        "Tajikistan → Moscow 1→0",
        "Zimbabwe → Saint Petersburg 1→0",
    ];
    // After: the summit's fifteen guests, six of them and Putin on the sidelines too; Orban's three journeys;
    // Modi's.
    let gained = [
        "Azerbaijan → Astana 0→2",
        "Belarus → Astana 0→1",
        "China → Astana 0→2",
        "Hungary → Beijing 0→1",
        "Hungary → Kyiv 0→1",
        "Hungary → Moscow 0→1",
        "India → Astana 0→1",
        "India → Moscow 0→1",
        "Iran → Astana 0→1",
        "Kyrgyzstan → Astana 0→1",
        "Mongolia → Astana 0→2",
        "Pakistan → Astana 0→2",
        "Qatar → Astana 0→2",
        "Russia → Astana 0→8",
        "Tajikistan → Astana 0→1",
        "Turkmenistan → Astana 0→1",
        "Türkiye → Astana 0→2",
        "United Arab Emirates → Astana 0→1",
        "Uzbekistan → Astana 0→1",
    ];
    assert_eq!(lines(&changes, Change::Lost), lost);
    assert_eq!(lines(&changes, Change::Gained), gained);
    for change in [Change::More, Change::Fewer, Change::Same] {
        assert_eq!(changes.number(change), 0, "no journey of July was made before");
    }
    assert_eq!(changes.ties[0].counts, [0, 8], "the greatest comes first");
}

#[test]
fn relations_of_july_are_compared_pair_by_pair() {
    let changes = july(false, Reading::Relations);
    // Before: everyone met Russia.
    let lost = [
        "Armenia – Russia 1→0",
        "Bahrain – Russia 1→0",
        "Belarus – Russia 1→0",
        "Bolivia – Russia 1→0",
        "Cuba – Russia 1→0",
        "North Korea – Russia 1→0",
        "Republic of the Congo – Russia 1→0",
        "Russia – Tajikistan 1→0",
        "Russia – Uzbekistan 1→0",
        "Russia – Vietnam 1→0",
        "Russia – Zimbabwe 1→0",
    ];
    // After: the summit's host with its fifteen guests, Russia with six of them and with the host on the
    // sidelines, with Hungary and with India, and Hungary with two more.
    let gained = [
        "Azerbaijan – Kazakhstan 0→1",
        "Azerbaijan – Russia 0→1",
        "Belarus – Kazakhstan 0→1",
        "China – Hungary 0→1",
        "China – Kazakhstan 0→1",
        "China – Russia 0→1",
        "Hungary – Russia 0→1",
        "Hungary – Ukraine 0→1",
        "India – Kazakhstan 0→1",
        "India – Russia 0→1",
        "Iran – Kazakhstan 0→1",
        "Kazakhstan – Kyrgyzstan 0→1",
        "Kazakhstan – Mongolia 0→1",
        "Kazakhstan – Pakistan 0→1",
        "Kazakhstan – Qatar 0→1",
        "Kazakhstan – Russia 0→2",
        "Kazakhstan – Tajikistan 0→1",
        "Kazakhstan – Turkmenistan 0→1",
        "Kazakhstan – Türkiye 0→1",
        "Kazakhstan – Uzbekistan 0→1",
        "Mongolia – Russia 0→1",
        "Pakistan – Russia 0→1",
        "Qatar – Russia 0→1",
        "Russia – Türkiye 0→1",
        "United Arab Emirates – Kazakhstan 0→1",
    ];
    assert_eq!(lines(&changes, Change::Lost), lost);
    assert_eq!(lines(&changes, Change::Gained), gained);
}

#[test]
fn the_comparison_is_summed_up_in_a_sentence() {
    let expected = "1–31 July 2024 compared with 1 May – 30 June 2024 · 12 meetings against 11 meetings · 19 lines gained, 11 lost · \
                    14 countries new, 8 countries gone";
    let july = |per_month| sentence(&july_question(per_month, Reading::Journeys));
    assert_eq!(july(false), expected);
    let rates = july(true);
    assert!(rates.contains("12 meetings (11.8 a month) against 11 meetings (5.5 a month)"), "{rates}");
}

#[test]
fn countries_that_are_new_in_july_are_named() {
    let changes = july(false, Reading::Journeys);
    let new =
        ["AZE", "CHN", "HUN", "IND", "IRN", "KAZ", "KGZ", "MNG", "PAK", "QAT", "TUR", "TKM", "UKR", "ARE"];
    let gone = ["ARM", "BHR", "BOL", "CUB", "PRK", "COG", "VNM", "ZWE"];
    let sorted = |codes: &[&str]| {
        let mut codes: Vec<CountryCode> = codes.iter().map(|letters| code(letters)).collect();
        codes.sort_unstable();
        codes
    };
    let of = |codes: &[CountryCode]| {
        let mut codes = codes.to_vec();
        codes.sort_unstable();
        codes
    };
    assert_eq!(of(&changes.new), sorted(&new));
    assert_eq!(of(&changes.gone), sorted(&gone));
}

const VISITS: &str = "date,kind,status,country,city,participants\n\
    2024-01-10,,held,FRA,Paris,A|King|GBR; B|President|FRA\n\
    2024-01-20,,held,FRA,Paris,A|King|GBR; B|President|FRA\n\
    2024-02-10,,held,ITA,Rome,A|King|GBR; C|President|ITA\n\
    2024-02-20,,planned,KAZ,Astana,A|King|GBR; D|President|KAZ\n\
    2024-03-10,,held,FRA,Paris,A|King|GBR; B|President|FRA\n\
    2024-03-15,,held,ITA,Rome,A|King|GBR; C|President|ITA\n\
    2024-03-20,,held,KAZ,Astana,A|King|GBR; D|President|KAZ\n\
    2024-03-21,,held,ITA,Rome,A|King|GBR; C|President|ITA\n";

#[test]
fn a_line_is_more_fewer_or_the_same_and_what_was_planned_and_then_held_is_one() {
    let import = read(VISITS);
    let (after, before) = (period("2024-03-01", "2024-03-31"), period("2024-01-01", "2024-02-29"));
    let changes = compared(&import.meetings, after.clone(), before.clone(), false, Reading::Journeys);
    let told: Vec<(Change, [usize; 2], String)> = changes
        .ties
        .iter()
        .map(|tie| (tie.change, tie.counts, tie.tie.key.name(&import.meetings, &Ties::default())))
        .collect();
    let expected = [
        (Change::More, [1, 2], "United Kingdom → Rome"),
        (Change::Fewer, [2, 1], "United Kingdom → Paris"),
        (Change::Same, [1, 1], "United Kingdom → Astana"),
    ];
    assert_eq!(told, expected.map(|(change, counts, name)| (change, counts, name.to_owned())));
    assert_eq!(changes.ties[2].tie.status, Status::Held);
    assert_eq!(changes.ties[2].tie.rows, [3, 6], "the meetings of both sides");
    // Two months against one: one in two months is less than one in one.
    let rates = compared(&import.meetings, after, before, true, Reading::Journeys);
    let of = |name: &str| {
        rates.ties.iter().find(|tie| tie.tie.key.name(&import.meetings, &Ties::default()).ends_with(name))
    };
    let astana = of("Astana").expect("it is compared");
    assert_eq!(astana.change, Change::More);
    // Sixty days and thirty-one, of average months.
    assert!((astana.numbers[0] - 30.436_875 / 60.0).abs() < 1e-12);
    assert!((astana.numbers[1] - 30.436_875 / 31.0).abs() < 1e-12);
    assert_eq!(of("Paris").expect("it is compared").change, Change::Fewer);
}

#[test]
fn two_filters_are_compared_like_two_periods() {
    let meetings = import::embedded().meetings;
    let with = |letters: &str| Filter { countries: [code(letters)].into(), ..Filter::default() };
    let compare = Some(Baseline { before: with("HUN"), ..Baseline::default() });
    let question = Question { filter: with("TUR"), compare, ..Question::default() };
    let changes = changes(&meetings, &question);
    let said = sentence(&question);
    assert!(said.starts_with("Türkiye compared with Hungary · 3 meetings against 3 meetings"), "{said}");
    assert_eq!(changes.number(Change::Lost), 3, "Orban's journeys");
    let none = compared(&meetings, with("TUR"), with("FRA"), false, Reading::Journeys);
    assert_eq!(none.number(Change::Gained), none.ties.len());
    let nothing = compared(&meetings, with("FRA"), with("FRA"), true, Reading::Journeys);
    assert_eq!((nothing.ties.len(), nothing.new.len()), (0, 0));
}

#[test]
fn a_planned_line_keeps_its_key_and_a_small_number_is_not_none() {
    let meetings = import::embedded().meetings;
    let october = period("2024-10-01", "2024-10-31");
    let changes = compared(&meetings, october, period("2024-05-01", "2024-05-31"), false, Reading::Journeys);
    let planned = Question { filter: period("2024-10-01", "2024-10-31"), ..Question::default() };
    let kazan = Shown::new(&meetings, &planned).ties.lines;
    assert_eq!(kazan.len(), 8, "of nine states one is the host");
    assert!(kazan.iter().all(|line| line.status == Status::Planned && changes.of_tie(&line.key).is_some()));
    let rates = [0.0, 0.027, 0.31, 1.0, 11.84].map(|rate| say(Message::Rate(rate)));
    assert_eq!(rates, ["0", "0.027", "0.31", "1.0", "11.8"]);
}

#[test]
fn what_either_side_counts_is_not_listed_as_left_out() {
    let meetings = import::embedded().meetings;
    let compare =
        Some(Baseline { before: period("2024-05-01", "2024-06-30"), per_month: false, follows: None });
    let question = Question { filter: period("2024-07-01", "2024-07-31"), compare, ..Question::default() };
    let told = left_out(&meetings, &Index::new(&meetings), &Shown::new(&meetings, &question));
    let told: Vec<(Why, usize)> = told.into_iter().map(|(why, rows)| (why, rows.len())).collect();
    // The inauguration; the invitation; the summit in Kazan.
    let expected = [(Why::Rule(LeftOut::Context), 1), (Why::Undated, 1), (Why::Field(Field::Period), 1)];
    assert_eq!(told, expected);
}

#[test]
fn the_time_before_a_period_is_as_long() {
    let before = |from: &str, to: &str| {
        let before = period_before(&period(from, to)).expect("there is time before");
        (before.from.expect("it has a first day"), before.to.expect("it has a last day"))
    };
    assert_eq!(before("2024-07-01", "2024-07-31"), (date(2024, 6, 1), date(2024, 6, 30)));
    assert_eq!(before("2024-05-01", "2024-06-30"), (date(2024, 3, 1), date(2024, 4, 30)));
    assert_eq!(before("2024-07-03", "2024-07-09"), (date(2024, 6, 26), date(2024, 7, 2)));
    assert_eq!(period_before(&Filter::default()), None);
    let all = all_before(&period("2024-07-01", "2024-07-31")).expect("there is time before");
    assert_eq!((all.from, all.to), (None, Some(date(2024, 6, 30))));
}

#[test]
fn changes_are_listed_as_table_csv_and_json() {
    let listed = |per_month, format| listed(per_month, Reading::Journeys, Rule::default(), format);
    let table = listed(false, Form::Table);
    assert!(table.starts_with("Change  Line"), "{table}");
    assert!(table.contains("gained  Russia → Astana"), "{table}");
    let csv = listed(true, Form::Csv);
    let mut rows = csv.lines();
    let columns = "change,line,from,to,before,after,before_per_month,after_per_month,compared_before,compared_after,counting_rule";
    assert_eq!(rows.next(), Some(columns));
    // 8 in 31 days of an average month.
    let first =
        "gained,Russia → Astana,Russia,Astana,0,8,0,7.855,1 May – 30 June 2024,1–31 July 2024,meetings";
    assert_eq!(rows.next(), Some(first));
    assert_eq!(csv.lines().count(), 31);
    let json = listed(false, Form::Json);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["lines"].as_array().map(Vec::len), Some(30));
    assert_eq!((&json["lines"][0]["from"], &json["lines"][0]["to"]), (&"Russia".into(), &"Astana".into()));
    assert_eq!(json["countries_new"][0], "Azerbaijan");
    assert_eq!(
        (&json["compared_after"], &json["counting_rule"]),
        (&"1–31 July 2024".into(), &"meetings".into())
    );
    let folded = Rule { sidelines: Sidelines::Folded, planned: false, ..Rule::default() };
    let relations = self::listed(false, Reading::Relations, folded, Form::Csv);
    let line = "lost,Russia – Tajikistan,Russia,Tajikistan,1,0,1 May – 30 June 2024,1–31 July 2024,\
                \"meetings, sidelines folded into their summit, planned ones not counted\"\n";
    assert!(relations.contains(line), "{relations}");
}

const OCCASIONS: &str = "date,kind,title,country,city,participants,occasion\n\
    2024-06-30,sideline,Talk,KAZ,Astana,A|President|RUS; B|President|TUR,SCO\n\
    2024-07-01,summit,Summit,KAZ,Astana,C|President|KAZ; A|President|RUS; D|President|CHN,SCO\n\
    2024-07-01,sideline,Other talk,KAZ,Astana,B|President|TUR; C|President|KAZ,SCO\n";

#[test]
fn a_sideline_is_not_folded_into_a_summit_of_the_other_side() {
    let meetings = read(OCCASIONS).meetings;
    let compare =
        Some(Baseline { before: period("2024-06-01", "2024-06-30"), per_month: false, follows: None });
    let rule = Rule { sidelines: Sidelines::Folded, ..Rule::default() };
    let filter = period("2024-07-01", "2024-07-31");
    let question = Question { filter, rule, compare, reading: Reading::Stars, ..Question::default() };
    let shown = Shown::new(&meetings, &question);
    let changes = shown.changes.as_ref().expect("something is compared");
    let said = say(Message::Shown(&shown));
    assert_eq!((changes.number(Change::Gained), changes.number(Change::Lost)), (2, 2), "{said}");
    assert!(said.contains("1 meeting against 1 meeting · sidelines folded"), "{said}");
    assert_eq!(changes.gone, [], "Türkiye came to the margins of the summit too");
    let why: Vec<Why> =
        left_out(&meetings, &Index::new(&meetings), &shown).into_iter().map(|(why, _)| why).collect();
    assert_eq!(why, [Why::Rule(LeftOut::FoldedInto(1))], "the talk of June is counted");
    assert_eq!(shown.count.left_out.keys().copied().collect::<Vec<_>>(), [2]);
}

#[test]
fn an_open_period_is_as_long_as_the_table() {
    let visits = "date,country,city,participants\n2000-01-03,KAZ,Astana,A|President|FRA\n\
        2024-06-20,KAZ,Astana,B|President|ZAF\n2024-07-03,KAZ,Astana,B|President|ZAF\n2024-07-05,KAZ,Astana,B|President|ZAF\n";
    let meetings = read(visits).meetings;
    for countries in [Vec::new(), vec![code("ZAF")]] {
        let filter =
            Filter { countries: countries.into_iter().collect(), ..period("2024-07-01", "2024-07-31") };
        let before = all_before(&filter).expect("there is time before");
        let changes = compared(&meetings, filter, before, true, Reading::Journeys);
        let south_africa =
            changes.ties.iter().find(|tie| tie.tie.key.from() == code("ZAF")).expect("it came");
        assert_eq!(south_africa.change, Change::More, "one in 24 years, and then two in a month");
        // 3 January 2000 to 30 June 2024: 8,946 days.
        assert!((changes.months[0] - 8946.0 / 30.436_875).abs() < 1e-9, "{:?}", changes.months);
    }
}

#[test]
fn a_call_is_the_same_line_whoever_is_named_first() {
    let calls = "date,kind,country,participants\n2024-06-01,call,,A|President|CHN; B|President|RUS\n\
        2024-07-01,call,,A|President|CHN; B|President|RUS\n2024-07-02,call,,B|President|RUS; A|President|CHN\n";
    let meetings = read(calls).meetings;
    let (after, before) = (period("2024-07-01", "2024-07-31"), period("2024-06-01", "2024-06-30"));
    let changes = compared(&meetings, after, before, false, Reading::Journeys);
    let told: Vec<(Change, [usize; 2])> = changes.ties.iter().map(|tie| (tie.change, tie.counts)).collect();
    assert_eq!(told, [(Change::More, [1, 2])]);
}

#[test]
fn a_line_that_was_planned_is_found_where_it_was_held() {
    let meetings = read(VISITS).meetings;
    let (filter, before) = (period("2024-03-01", "2024-03-31"), period("2024-01-01", "2024-02-29"));
    let planned = Shown::new(&meetings, &Question::from(before.clone()));
    let planned = planned.ties.lines.iter().find(|line| line.status == Status::Planned).expect("to Astana");
    let compare = Some(Baseline { before, per_month: false, follows: None });
    let shown = Shown::new(&meetings, &Question { filter: filter.clone(), compare, ..Question::default() });
    assert_eq!(shown.line(&planned.key).map(|line| line.status), Some(Status::Held));
    assert_eq!(
        Shown::new(&meetings, &Question::from(filter)).line(&planned.key),
        None,
        "nothing is compared"
    );
}
