//! The map as a web page: one file with everything in it, which asks no network for anything and runs nothing
//! of what it is told.

use crate::exported::with_map;
use serde_json::Value;
use std::collections::BTreeSet;
use std::num::NonZeroU32;
use summitry::export::format::Format;
use summitry::export::html::hash::sha256;
use summitry::export::html::{GENERATOR, MOST};
use summitry::export::origin::made_in;
use summitry::export::sheet::Print;
use summitry::export::svg::Letters;
use summitry::gazetteer::country::Countries;
use summitry::import::embedded;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Kind, Meeting, Participant, Placed, Role, Source, Status, Venue};
use summitry::picture::drawn_line::FULL;
use summitry::picture::look::Look;
use summitry::state::{State, Theme};

fn page_of(record: &Meetings, state: &State, letters: Letters) -> String {
    let print = Print { letters, ..Print::default() };
    let bytes = with_map(record, state, [1600.0, 1000.0], |map| Format::Html.write(map, print));
    String::from_utf8(bytes.expect("a fair size")).expect("it is text")
}

fn page(state: &State) -> String {
    page_of(&embedded().meetings, state, Letters::Embedded)
}

/// What stands between two texts, which the page has once each.
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    assert_eq!(page.matches(start).count(), 1, "{start}");
    page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).expect("it ends").0
}

fn data(page: &str) -> Value {
    let text = between(page, "<script type=\"application/json\" id=\"page-data\">", "</script>");
    serde_json::from_str(text).expect("it is JSON")
}

fn map(page: &str) -> String {
    let inside = between(page, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"page-map\"", "</svg>");
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"{inside}</svg>")
}

/// The identities that marks of the map name, each once.
fn named(map: &str) -> BTreeSet<String> {
    let document = resvg::usvg::roxmltree::Document::parse(map).expect("it is XML");
    let marks = document.descendants().filter_map(|node| node.attribute("data-meetings"));
    let ids = marks.flat_map(|ids| ids.split(' ')).filter(|id| !id.is_empty());
    ids.map(|id| id.replace("%20", " ").replace("%25", "%")).collect()
}

fn ids(data: &Value) -> Vec<String> {
    let meetings = data["meetings"].as_array().expect("a list");
    meetings.iter().map(|meeting| meeting["id"].as_str().expect("it has one").to_owned()).collect()
}

#[test]
fn a_page_has_every_meeting_with_its_people_its_place_and_its_sources() {
    let page = page(&State::default());
    assert!(page.len() <= MOST, "{} bytes", page.len());
    let (data, record) = (data(&page), embedded().meetings);
    let listed = ids(&data);
    assert_eq!(listed.len(), record.len());
    let mut days: Vec<&str> = Vec::new();
    for told in data["meetings"].as_array().expect("a list") {
        let text = |name: &str| told[name].as_str().unwrap_or_default();
        let meeting = record.get(record.row_of(text("id")).expect("it is in the record"));
        assert_eq!((text("title"), text("note")), (&*meeting.title, &*meeting.note));
        assert_eq!((text("outcome"), text("occasion")), (&*meeting.outcome, &*meeting.occasion));
        assert_eq!(text("placed"), meeting.venue.placed.precision());
        assert!(text("where").contains(&*meeting.venue.city));
        let who: Vec<&str> =
            told["who"].as_array().expect("a list").iter().filter_map(|one| one[0].as_str()).collect();
        assert_eq!(who, meeting.participants.iter().map(|one| &*one.name).collect::<Vec<_>>());
        let sources: Vec<&str> =
            told["sources"].as_array().expect("a list").iter().filter_map(|one| one[0].as_str()).collect();
        assert_eq!(sources, meeting.sources.iter().map(|one| &*one.reference).collect::<Vec<_>>());
        days.push(text("from"));
    }
    assert!(days.is_sorted_by_key(|day| if day.is_empty() { "~" } else { day }), "{days:?}");
}

#[test]
fn every_mark_of_the_map_leads_to_meetings_and_every_country_to_its_name() {
    for theme in Theme::ALL {
        let page = page(&State { theme, ..State::default() });
        let (map, data) = (map(&page), data(&page));
        let listed: BTreeSet<String> = ids(&data).into_iter().collect();
        let named = named(&map);
        assert!(named.len() >= 24 && named.is_subset(&listed), "{named:?}");
        let document = resvg::usvg::roxmltree::Document::parse(&map).expect("it is XML");
        let with_id = |id: &str| document.descendants().find(|node| node.attribute("id") == Some(id));
        let land = with_id("land").expect("there is land");
        let codes: Vec<&str> = land.children().filter_map(|area| area.attribute("id")).collect();
        let of_marks: Vec<&str> =
            document.descendants().filter_map(|node| node.attribute("data-country")).collect();
        assert!(codes.len() > 150 && of_marks.len() > 20, "{} {}", codes.len(), of_marks.len());
        for code in codes.iter().chain(&of_marks) {
            let name = data["countries"][code].as_str().expect("it has a name");
            let known = Countries::embedded().name(CountryCode::new(code).expect("a code"));
            assert_eq!(name, known);
        }
        assert!(with_id("title").is_none() && with_id("legend").is_none(), "these are parts of the page");
        let look = Look::of(theme);
        let paper = format!("--paper:#{:02x}{:02x}{:02x}", look.paper.r, look.paper.g, look.paper.b);
        let scheme = if theme == Theme::Dark { "dark" } else { "light" };
        assert!(page.contains(&paper) && page.contains(&format!("color-scheme:{scheme}")));
    }
}

#[test]
fn a_page_says_what_the_picture_says() {
    let page = page(&State { title: "Talks & <journeys>".to_owned(), ..State::default() });
    for text in [
        "<title>Talks &amp; &lt;journeys&gt;</title>",
        "<h1 dir=\"auto\">Talks &amp; &lt;journeys&gt;</h1>",
        "25 of 25 meetings",
        "Made with Natural Earth",
        "GeoNames",
        "Boundaries follow Natural Earth",
        "host at home",
        "id=\"page-legend\"",
    ] {
        assert!(page.contains(text), "{text}");
    }
    let made = made_in(page.as_bytes()).expect("it says where it is from");
    assert!(made.data.starts_with("26-"), "{}", made.data);
}

/// The text of each element of this name.
fn elements<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    page.split(&*start).skip(1).map(|rest| rest.split(&*end).next().unwrap_or_default()).collect()
}

fn to_base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let letters = bits.chunks(6).map(|six| {
        let value = (0..6).fold(0, |value, at| value << 1 | usize::from(six.get(at).copied().unwrap_or(0)));
        char::from(LETTERS[value])
    });
    let mut text: String = letters.collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

#[test]
fn a_page_asks_no_network_for_anything_and_allows_its_own_script_only() {
    for letters in Letters::ALL {
        let page = page_of(&embedded().meetings, &State::default(), letters);
        let policy = between(&page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'), "{policy}");
        let (scripts, styles) = (elements(&page, "script"), elements(&page, "style"));
        assert_eq!((scripts.len(), styles.len()), (1, if letters == Letters::Embedded { 2 } else { 1 }));
        for text in scripts.iter().chain(&styles) {
            let hash = format!("'sha256-{}'", to_base64(&sha256(text.as_bytes())));
            assert!(policy.contains(&hash), "{hash} in {policy}");
        }
        assert_eq!(policy.matches("sha256-").count(), 1 + styles.len());
        // Nothing is fetched: no element names another file, and no style does.
        for asks in [
            "<link", "<img", "<image", "<iframe", "<object", "<embed", "@import", " src=", "srcset", "<use",
            "<base",
        ] {
            assert!(!page.contains(asks), "{asks}");
        }
        for url in page.split("url(").skip(1) {
            assert!(
                url.starts_with("data:font/woff;base64,") || url.starts_with("#hatch-"),
                "{}",
                &url[..30]
            );
        }
        // Addresses stand in the data, as the references of meetings, and in the namespace of the pictures.
        let (before, rest) = page.split_once("id=\"page-data\">").expect("there are data");
        let after = rest.split_once("</script>").expect("they end").1;
        for text in [before, after] {
            let text = text.replace("http://www.w3.org/2000/svg", "").replace("'http:', 'https:'", "");
            let text = text.replace("http-equiv", "");
            assert!(
                !text.contains("http"),
                "{:?}",
                text.split_once("http").map(|(_, rest)| &rest[..60.min(rest.len())])
            );
        }
    }
}

#[test]
fn the_hash_is_that_of_the_standard() {
    let hex = |text: &str| {
        sha256(text.as_bytes()).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
    };
    let known = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
    ];
    for (text, hash) in known {
        assert_eq!(hex(text), hash, "{text}");
    }
    let million = "a".repeat(1_000_000);
    assert_eq!(hex(&million), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/// A visit on a day of the twenty-first century, from a capital to another.
fn visit(id: &str, day: usize, from: &str, to: &str) -> Meeting {
    let countries = Countries::embedded();
    let code = |text: &str| CountryCode::new(text).expect("a code");
    let host = countries.get(code(to)).expect("a country");
    let date = jiff::civil::date(2001, 1, 1)
        .saturating_add(jiff::Span::new().days(i64::try_from(day).expect("few days")));
    let person = |country: &str, role| Participant {
        name: format!("Leader of {country}").into(),
        office: "President".to_owned().into(),
        country: Some(code(country)),
        role,
    };
    Meeting {
        id: MeetingId::new(id),
        title: format!("Visit of {from} to {to}").into(),
        kind: Kind::OfficialVisit,
        status: Status::Held,
        dates: Dates::on(PartialDate::Day(date)),
        venue: Venue {
            country: Some(code(to)),
            city: host.capital.to_owned().into(),
            placed: Placed::City(host.capital_id.expect("it has a capital"), host.capital_at),
            ..Venue::default()
        },
        participants: vec![person(from, Role::Guest), person(to, Role::Host)],
        occasion: String::new().into(),
        outcome: String::new().into(),
        sources: vec![Source {
            reference: format!("https://example.org/{id}").into(),
            facts: vec!["date".to_owned().into()],
        }],
        note: String::new().into(),
        trip: None,
        count: NonZeroU32::MIN,
    }
}

fn record_of(meetings: impl IntoIterator<Item = Meeting>) -> Meetings {
    let mut record = Meetings::default();
    for meeting in meetings {
        record.push(meeting).expect("their ids differ");
    }
    record
}

/// States with a capital, by their codes.
fn states() -> Vec<&'static str> {
    let all = Countries::embedded().iter().filter(|one| one.has_land() && one.capital_id.is_some());
    all.map(|one| one.code.as_str()).collect()
}

#[test]
fn texts_that_look_like_markup_stay_texts() {
    let hostile = "</script><script>alert(1)</script><!--<svg onload=alert(1)> & \"'\u{202E}\u{2028}ترامب";
    let meeting = Meeting {
        title: hostile.to_owned().into(),
        outcome: hostile.to_owned().into(),
        note: hostile.to_owned().into(),
        occasion: "</title>".to_owned().into(),
        participants: vec![Participant {
            name: hostile.to_owned().into(),
            office: "<b>".to_owned().into(),
            country: CountryCode::new("FRA"),
            role: Role::Guest,
        }],
        sources: vec![
            Source {
                reference: "javascript:alert(1)".to_owned().into(),
                facts: vec![hostile.to_owned().into()],
            },
            Source {
                reference: "https://example.org/\"><script>alert(1)</script>".to_owned().into(),
                facts: Vec::new(),
            },
        ],
        ..visit("an id with 100% \"spaces\" & <signs>", 3, "FRA", "DEU")
    };
    let state = State { title: hostile.to_owned(), ..State::default() };
    let record = record_of([meeting.clone()]);
    for letters in Letters::ALL {
        let page = page_of(&record, &state, letters);
        let data = data(&page);
        let told = &data["meetings"][0];
        assert_eq!(told["title"], hostile);
        assert_eq!((&told["outcome"], &told["note"]), (&Value::from(hostile), &Value::from(hostile)));
        assert_eq!(told["who"][0], serde_json::json!([hostile, "<b>", "FRA"]));
        assert_eq!(told["sources"][1][0], *meeting.sources[1].reference);
        assert_eq!(named(&map(&page)), BTreeSet::from([meeting.id.to_string()]));
        // Of all this nothing is markup: the page has its own elements and no others.
        assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (2, 2));
        for markup in ["<!--", "<b>", "<svg onload", "=\"javascript:"] {
            assert!(!page.contains(markup), "{markup}");
        }
        let data_block = between(&page, "id=\"page-data\">", "</script>");
        assert!(!data_block.contains(['<', '>', '&', '\u{202E}', '\u{2028}']));
        assert!(made_in(page.as_bytes()).is_some_and(|made| made.state == state));
    }
}

#[test]
fn eight_hundred_trips_find_room_with_every_line() {
    let states = states();
    let trips = (0..832).map(|number| {
        let to = states[number * 7 % 150];
        let meeting =
            visit(&format!("trip-{number}"), number * 11 % 7000, "USA", if to == "USA" { "CAN" } else { to });
        Meeting {
            note: "Met with the president and the prime minister, and spoke in parliament.".to_owned().into(),
            ..meeting
        }
    });
    let record = record_of(trips);
    let page = page_of(&record, &State::default(), Letters::Embedded);
    assert!(page.len() <= MOST, "{} bytes", page.len());
    assert_eq!(ids(&data(&page)).len(), 832);
    assert!(!page.contains("would make"), "nothing is left out");
}

#[test]
fn of_very_many_meetings_the_latest_are_listed_and_the_page_says_so() {
    let states = states();
    let visits = (0..12_000).map(|number| {
        let (from, to) = (states[number * 37 % states.len()], states[number * number % 97]);
        visit(&format!("visit-{number:05}"), number % 5000, from, if from == to { "CHE" } else { to })
    });
    let record = record_of(visits);
    let page = page_of(&record, &State::default(), Letters::Embedded);
    assert!((MOST * 9 / 10..=MOST).contains(&page.len()), "{} bytes", page.len());
    let (data, map) = (data(&page), map(&page));
    let listed = ids(&data);
    assert!(listed.len() > 1500 && listed.len() < 12_000, "{}", listed.len());
    let said = format!("This page lists the latest {} of 12,000 meetings", grouped(listed.len()));
    assert!(page.contains(&said), "{said}");
    let drawn = between(&page, "The map of this page draws the ", " lines that count most, of ");
    assert!(drawn.parse::<usize>().is_ok_and(|drawn| (1..=FULL).contains(&drawn)), "{drawn}");
    // None that is left out is later than one that is listed.
    let day = |id: &str| record.get(record.row_of(id).expect("it is in the record")).dates.first_day();
    let earliest = listed.iter().map(|id| day(id)).min().expect("there are some");
    let listed: BTreeSet<String> = listed.into_iter().collect();
    let left_out = record.iter().filter(|(_, meeting)| !listed.contains(meeting.id.as_str()));
    assert!(left_out.map(|(_, meeting)| meeting.dates.first_day()).all(|day| day <= earliest));
    assert!(named(&map).is_subset(&listed));
}

fn grouped(number: usize) -> String {
    format!("{},{:03}", number / 1000, number % 1000)
}

#[test]
fn pages_of_this_program_are_known_and_no_others() {
    let page = page(&State::default());
    let start = &page.as_bytes()[..1024];
    assert_eq!(Format::of_content(start), Some(Format::Html));
    let foreign = page.replacen(GENERATOR, "<meta name=\"generator\" content=\"Another ", 1);
    assert_eq!(Format::of_content(&foreign.as_bytes()[..1024]), None);
    assert_eq!(Format::of_content(b"<!DOCTYPE html><html><body><svg></svg>"), None);
}
