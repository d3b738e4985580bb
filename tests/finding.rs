//! Finding: what typed words mean in a table.

use std::collections::BTreeSet;
use std::fmt::Write;
use summitry::command::Command;
use summitry::gazetteer::country::Countries;
use summitry::import::examples::Example;
use summitry::import::{self, Import};
use summitry::meeting::table::Meetings;
use summitry::query::find::answer::{Answer, Found, Group, Meant, OtherName, Why};
use summitry::query::find::finder::Finder;
use summitry::query::find::thing::Thing;
use summitry::query::index::Index;
use summitry::query::question::filter::Filter;
use summitry::query::sieve::passes;

fn commands() -> Vec<OtherName<'static>> {
    Command::ALL.into_iter().map(|one| OtherName { name: one.text(), about: one.tooltip() }).collect()
}

/// An answer in a few words, such as `person Vladimir Putin`.
fn named(answer: &Answer, meetings: &Meetings) -> String {
    match &answer.meant {
        Meant::Thing(Thing::Country(code)) => format!("country {}", Countries::embedded().name(*code)),
        Meant::Thing(Thing::Bloc(code)) => format!("bloc {code}"),
        Meant::Thing(Thing::HeldIn(region)) => format!("held in {}", region.name()),
        Meant::Thing(Thing::From(region)) => format!("from {}", region.name()),
        Meant::Thing(Thing::Person(name)) => format!("person {name}"),
        Meant::Thing(Thing::Venue(site)) => format!("place {}", site.name),
        Meant::Thing(Thing::Building(site)) => format!("building {}", site.name),
        Meant::Thing(Thing::Occasion(name)) => format!("occasion {name}"),
        Meant::Period(period) if period.from == period.to => format!("day {}", period.from),
        Meant::Period(period) => format!("days {} to {}", period.from, period.to),
        Meant::Meeting(row) => format!("meeting {}", meetings.get(*row).title),
        Meant::Other(place) => format!("command {}", Command::ALL[*place].text()),
    }
}

fn first(meetings: &Meetings, finder: &Finder, typed: &str) -> String {
    let found = finder.find(meetings, typed, &commands());
    found.answers().next().map_or_else(|| "nothing".to_owned(), |answer| named(answer, meetings))
}

/// Checks what each text finds first.
fn check(import: &Import, expected: &[(&str, &str)]) {
    let meetings = &import.meetings;
    let finder = Finder::new(meetings, &Index::new(meetings));
    let mut wrong = String::new();
    for (typed, answer) in expected {
        let found = first(meetings, &finder, typed);
        if found != *answer {
            let _ = writeln!(wrong, "{typed:?} finds {found}, not {answer}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_a_text_finds_first_in_the_embedded_meetings() {
    check(
        &import::embedded(),
        &[
            // People, under every spelling, in part, and with slips.
            ("putin", "person Vladimir Putin"),
            ("Путин", "person Vladimir Putin"),
            ("Zelensky", "person Volodymyr Zelenskiy"),
            ("Zelenskyy", "person Volodymyr Zelenskiy"),
            ("Зеленський", "person Volodymyr Zelenskiy"),
            ("Зеленский", "person Volodymyr Zelenskiy"),
            ("zelnskiy", "person Volodymyr Zelenskiy"),
            ("orbán", "person Viktor Orban"),
            ("Orban Viktor", "person Viktor Orban"),
            ("vikt orb", "person Viktor Orban"),
            ("xi", "person Xi Jinping"),
            ("Xi Jingping", "person Xi Jinping"),
            ("习近平", "person Xi Jinping"),
            ("lula", "person Luiz Inacio Lula da Silva"),
            ("Loukachenko", "person Alexander Lukashenko"),
            ("lukash", "person Alexander Lukashenko"),
            ("erdoğan", "person Recep Tayyip Erdogan"),
            ("Tokaev", "person Kassym-Jomart Tokayev"),
            ("kim jong", "person Kim Jong Un"),
            ("mody", "person Narendra Modi"),
            // Countries and organisations, in every language, and those that take no part.
            ("kazakhstan", "country Kazakhstan"),
            ("Казахстан", "country Kazakhstan"),
            ("Kasachstan", "country Kazakhstan"),
            ("kazakstan", "country Kazakhstan"),
            ("Ungarn", "country Hungary"),
            ("中国", "country China"),
            ("الهند", "country India"),
            ("chi", "country China"),
            ("burma", "country Myanmar"),
            ("Bulgarie", "country Bulgaria"),
            ("CHN", "country China"),
            ("south kor", "country South Korea"),
            ("ivory coast", "country Côte d'Ivoire"),
            ("luxemborg", "country Luxembourg"),
            // Blocs: the abbreviation is not a part of Moscow.
            ("SCO", "bloc SCO"),
            ("sco", "bloc SCO"),
            ("Shanghai Coop", "bloc SCO"),
            ("brics", "bloc BRICS"),
            ("csto", "bloc CSTO"),
            ("European Union", "bloc EU"),
            ("arab lea", "bloc Arab League"),
            // Places and buildings.
            ("moscow", "place Moscow"),
            ("Moskau", "place Moscow"),
            ("mosc", "place Moscow"),
            ("Kiev", "place Kyiv"),
            ("Пекин", "place Beijing"),
            ("st pet", "place Saint Petersburg"),
            ("saint petersburg", "place Saint Petersburg"),
            ("leningrad", "place Saint Petersburg"),
            ("kreml", "building The Kremlin"),
            ("Ritz", "building Ritz-Carlton hotel"),
            ("palace of indep", "building Palace of Independence"),
            // Occasions.
            ("sco summit", "occasion SCO summit 2024"),
            ("victory day", "occasion Victory Day 2024"),
            ("spief", "occasion SPIEF 2024"),
            ("orban trips", "occasion Orban trips July 2024"),
            // Dates; without a year, that of the table.
            ("3 July", "day 2024-07-03"),
            ("July 3", "day 2024-07-03"),
            ("3 июля", "day 2024-07-03"),
            ("July 2024", "days 2024-07-01 to 2024-07-31"),
            ("july", "days 2024-07-01 to 2024-07-31"),
            ("2024-06", "days 2024-06-01 to 2024-06-30"),
            ("2024", "days 2024-01-01 to 2024-12-31"),
            ("3-4 July 2024", "days 2024-07-03 to 2024-07-04"),
            ("last spring", "days 2024-03-01 to 2024-05-31"),
            ("last month", "days 2024-09-01 to 2024-09-30"),
            ("this year", "days 2024-01-01 to 2024-12-31"),
            ("last year", "days 2023-01-01 to 2023-12-31"),
            ("summer 2024", "days 2024-06-01 to 2024-08-31"),
            // Meetings, by several of their words.
            ("putin orban", "meeting Orban meets Putin"),
            ("orban moscow", "meeting Orban meets Putin"),
            ("xi beijing", "meeting Orban meets Xi"),
            ("putin 19 june", "meeting Putin visits Kim"),
            ("june 2024 zimbabwe", "meeting Mnangagwa meets Putin"),
            ("lithium", "meeting Arce meets Putin"),
            // Commands.
            ("undo", "command Undo"),
            ("dark", "command Switch between light and dark"),
            ("keyb", "command Keyboard shortcuts"),
            ("clear fil", "command Clear all filters"),
            ("zoom", "command Zoom in"),
            ("copy cit", "command Copy citation"),
            // Nothing.
            ("oscow", "nothing"),
            ("qqqq", "nothing"),
            ("", "nothing"),
            ("  ", "nothing"),
        ],
    );
}

#[test]
fn what_a_text_finds_first_among_the_trips_of_presidents() {
    check(
        &Example::PresidentTrips.read(),
        &[
            ("obama", "person Barack Obama"),
            ("Roosevelt", "person Franklin D. Roosevelt"),
            ("teddy roosev", "nothing"),
            ("nixon china", "meeting Richard M. Nixon in Shanghai"),
            ("Geneva", "place Geneva"),
            ("Genf", "place Geneva"),
            ("yalta", "place Yalta"),
            ("Ялта", "place Yalta"),
            ("Tehran", "place Tehran"),
            ("Teheran", "place Tehran"),
            ("japan", "country Japan"),
            ("last decade", "nothing"),
            ("1943", "days 1943-01-01 to 1943-12-31"),
            ("november 1943", "days 1943-11-01 to 1943-11-30"),
            ("last spring", "days 2024-03-01 to 2024-05-31"),
        ],
    );
}

fn all(meetings: &Meetings, typed: &str) -> Found {
    Finder::new(meetings, &Index::new(meetings)).find(meetings, typed, &commands())
}

#[test]
fn words_match_whole_or_from_their_beginning_and_never_inside() {
    let meetings = import::embedded().meetings;
    let found = all(&meetings, "sco");
    let names: Vec<String> = found.answers().map(|answer| named(answer, &meetings)).collect();
    assert_eq!(found.groups[0].group, Group::Blocs);
    assert!(names.contains(&"occasion SCO summit 2024".to_owned()), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("Moscow")), "{names:?}");
    let listed = found.groups.iter().find(|one| one.group == Group::Meetings).expect("there are meetings");
    assert_eq!(named(&listed.listed[0], &meetings), "meeting SCO summit, Astana");
    // The filter of the list goes by the same rule.
    let filter = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let rows = |text: &str| meetings.iter().filter(|(_, one)| passes(&filter(text), one)).count();
    assert_eq!(listed.listed.len() + listed.more, rows("sco"));
    assert_eq!((rows("mosc"), rows("oscow"), rows("paragraph")), (9, 0, 1));
    assert!(rows("source:paragraph") > 10, "sources are searched if that is asked");
}

#[test]
fn each_answer_says_why_it_is_one() {
    let meetings = import::embedded().meetings;
    let why = |typed: &str| all(&meetings, typed).answers().next().expect("something is found").why.clone();
    assert_eq!(why("putin"), Why::Name);
    assert_eq!(why("Zelensky"), Why::OtherName("Zelensky".to_owned()));
    assert!(matches!(why("Moskau"), Why::OtherName(name) if name == "Moskau"));
    assert_eq!(why("3 July"), Why::Date);
    assert_eq!(why("CHN"), Why::Code);
    let slip = all(&meetings, "zelnskiy");
    assert!(slip.is_corrected);
    assert!(
        matches!(&slip.answers().next().expect("it is found").why, Why::Slip(name) if name.contains("Zelenskiy"))
    );
    let at_the_summit = all(&meetings, "sco");
    let reasons: BTreeSet<String> = at_the_summit.answers().map(|one| format!("{:?}", one.why)).collect();
    assert!(reasons.contains("Occasion(\"SCO summit 2024\")"), "{reasons:?}");
}

#[test]
fn answers_count_the_meetings_that_choosing_them_shows() {
    let meetings = import::embedded().meetings;
    let number = |typed: &str| all(&meetings, typed).answers().next().expect("something is found").meetings;
    assert_eq!((number("sco"), number("3 July"), number("astana"), number("orban")), (9, 7, 8, 3));
    assert_eq!((number("bulgaria"), number("last month")), (0, 0));
}

#[test]
fn a_day_without_a_year_is_told_for_each_year_that_has_one() {
    let trips = Example::PresidentTrips.read().meetings;
    let found = all(&trips, "25 May");
    let days: Vec<String> = found.answers().map(|answer| named(answer, &trips)).collect();
    assert!(days.len() > 1, "{days:?}");
    assert!(days.windows(2).all(|pair| pair[0] > pair[1]), "the latest first: {days:?}");
}

#[test]
fn every_command_is_found_by_its_name() {
    let meetings = Meetings::default();
    for command in Command::ALL {
        let found = all(&meetings, command.text());
        let names: Vec<String> = found.answers().map(|answer| named(answer, &meetings)).collect();
        assert!(names.contains(&format!("command {}", command.text())), "{command:?}: {names:?}");
    }
}

#[test]
fn no_answer_depends_on_the_order_of_the_table() {
    let meetings = import::embedded().meetings;
    let mut turned = Meetings::default();
    let all_rows: Vec<_> = meetings.iter().map(|(_, meeting)| meeting.clone()).collect();
    for meeting in all_rows.into_iter().rev() {
        turned.push(meeting).expect("identities are unique");
    }
    for typed in ["a", "pu", "summit", "moscow", "2024", "kim", "meets putin", "ast", "zelnsky"] {
        let names = |meetings: &Meetings| -> Vec<String> {
            let found = all(meetings, typed);
            found.answers().map(|answer| named(answer, meetings)).collect()
        };
        assert_eq!(names(&meetings), names(&turned), "{typed}");
    }
}

#[test]
fn a_region_is_where_meetings_are_held_and_where_somebody_is_from() {
    let import = import::embedded();
    let meetings = &import.meetings;
    let finder = Finder::new(meetings, &Index::new(meetings));
    let of = |typed: &str| -> Vec<(String, usize)> {
        let found = finder.find(meetings, typed, &[]);
        let answers = found.answers().map(|answer| (named(answer, meetings), answer.meetings));
        answers
            .filter(|(name, _)| {
                name.ends_with(" Africa")
                    && !name.starts_with("country")
                    && !name.ends_with("and North Africa")
            })
            .collect()
    };
    assert_eq!(of("africa"), [("from Africa".to_owned(), 3), ("held in Africa".to_owned(), 0)]);
}

#[test]
fn a_short_name_beside_a_year_is_no_roman_month() {
    let import = import::embedded();
    let meetings = &import.meetings;
    let finder = Finder::new(meetings, &Index::new(meetings));
    let found = finder.find(meetings, "xi 2024", &[]);
    let titles: Vec<String> = found.answers().map(|answer| named(answer, meetings)).collect();
    assert!(!titles.is_empty() && titles.iter().all(|title| title.starts_with("meeting")), "{titles:?}");
}
