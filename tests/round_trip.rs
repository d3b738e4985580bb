//! What is written is read again as it was: any table as CSV, and any date.

use crate::any_document::{meeting, participants, sources, text};
use crate::draws::draws;
use crate::import::read;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::ops::RangeInclusive;
use summitry::export::listing::{Form, listing};
use summitry::gazetteer::country::Countries;
use summitry::import::problem::ProblemKind;
use summitry::import::venue;
use summitry::import::when;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::{MeetingId, TripId};
use summitry::meeting::table::Meetings;
use summitry::meeting::{Meeting, Participant, Placed, Position, Source, Stop, Text, Venue};
use summitry::words::message::Message;
use summitry::words::say;

/// The table as CSV, read again.
fn again(meetings: &Meetings) -> Meetings {
    let rows: Vec<usize> = (0..meetings.len()).collect();
    let import = read(listing(meetings, &rows, Form::Csv));
    let cells = import
        .problems
        .iter()
        .find(|problem| matches!(problem.kind, ProblemKind::TooFewCells(_) | ProblemKind::TooManyCells(_)));
    assert_eq!(cells, None, "every row has as many cells as the header");
    import.meetings
}

/// A cell as people write them: words that mean something, signs that part cells, and texts that break
/// programs.
fn cell() -> impl Strategy<Value = String> {
    let known = [
        "KAZ",
        "France",
        "Georgia",
        "Paris",
        "Astana",
        "Hanoi",
        "Springfield",
        "Macau",
        "Soviet Union",
        "2024-07-03",
        "3/4/2024",
        "July 2024",
        "-0043",
        "2024-02-30",
        "summit",
        "phone call",
        "held",
        "planned",
        "month",
        "range",
        "A|President|FRA; B||RUS|host",
        "Xi Jinping",
        "|||",
        ";;",
        "Name|KAZ",
        "ref [date; city] | other []",
        "[a]",
        "12,5",
        "-179.9",
        "'=1+1",
        "=1+1",
        "",
        "",
    ];
    prop_oneof![
        4 => select(known.to_vec()).prop_map(str::to_owned),
        2 => text(),
        1 => r#"[|;\\\[\]"' ,=\n\ra-c-]{0,12}"#,
    ]
}

/// A file with some of the columns that people have.
fn file() -> impl Strategy<Value = String> {
    const NAMES: [&str; 18] = [
        "id",
        "start",
        "end",
        "date_precision",
        "kind",
        "status",
        "title",
        "country",
        "city",
        "venue",
        "participants",
        "leader",
        "occasion",
        "outcome",
        "sources",
        "note",
        "longitude",
        "latitude",
    ];
    let columns = proptest::sample::subsequence(NAMES.to_vec(), 4..=NAMES.len());
    columns.prop_flat_map(|columns| {
        let row = vec(cell(), columns.len());
        vec(row, 0..6).prop_map(move |rows| {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
            // The two columns without which rows are no meetings.
            let header = format!("{},where,who\n", columns.join(","));
            let header = header.replace("where", "city of visit").replace("who", "leader name");
            lines.fold(header, |file, line| file + &line + ",,\n")
        })
    })
}

/// A text as the editor takes it over; a line ends as every reader of tables ends it.
fn typed(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// A meeting that the editor can make: it takes no empty title, name or reference, and places what it can.
fn edited(meeting: Meeting, point: Option<Position>, number: usize) -> Meeting {
    let Meeting {
        id: _,
        title,
        kind,
        status,
        dates,
        venue,
        participants,
        occasion,
        outcome,
        sources,
        note,
        trip,
        count,
    } = meeting;
    let or = |text: String, instead: &str| if text.is_empty() { instead.to_owned() } else { text };
    let (country, city) = (venue.country, typed(&venue.city));
    let code = country.map(|code| code.to_string()).unwrap_or_default();
    let placed = match point {
        Some(at) => Placed::Point(at),
        None if country.is_none() => Placed::Nowhere,
        None => venue::find(&code, &city, true).placed,
    };
    // Without a country and a point, a city's name would be looked up.
    let city = if country.is_none() && point.is_none() { String::new() } else { city };
    let dates = Dates { end: dates.end.or(dates.start), ..dates };
    Meeting {
        id: MeetingId::new(&format!("m{number}")),
        title: or(typed(&title), "Talks").into(),
        kind,
        status,
        dates,
        venue: Venue {
            country,
            country_as_written: String::new().into(),
            city: city.into(),
            building: typed(&venue.building).into(),
            placed,
        },
        participants: participants
            .into_iter()
            .map(|one| Participant {
                name: or(typed(&one.name), "A").into(),
                office: typed(&one.office).into(),
                ..one
            })
            .collect(),
        occasion: typed(&occasion).into(),
        outcome: typed(&outcome).into(),
        sources: sources
            .into_iter()
            .map(|Source { reference, facts }| Source {
                reference: or(typed(&reference), "Le Monde").into(),
                facts: facts
                    .iter()
                    .map(|fact| typed(fact).into())
                    .filter(|fact: &Text| !fact.is_empty())
                    .collect(),
            })
            .collect(),
        note: typed(&note).into(),
        trip: trip.map(|stop| Stop { trip: TripId::new(&or(typed(stop.trip.as_str()), "trip")), ..stop }),
        count,
    }
}

fn edited_table() -> impl Strategy<Value = Meetings> {
    // Signs that part cells stand everywhere more often than by chance.
    let signs = || r#"[|;\\\[\]"' ,=a-c]{1,8}"#.prop_map(|text: String| text);
    let texts = (signs(), signs(), signs(), signs());
    let point =
        proptest::option::of((-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| Position::new(lon, lat)));
    let one = (meeting(), participants(), sources(), texts, point, any::<bool>());
    let one = one.prop_map(|(meeting, mut people, mut sources, (a, b, c, d), point, with_signs)| {
        if !with_signs {
            return (meeting, point);
        }
        if let Some(one) = people.first_mut() {
            (one.name, one.office) = (Text::from(&a[..]), Text::from(&b[..]));
        }
        if let Some(one) = sources.first_mut() {
            (one.reference, one.facts) = (Text::from(&c[..]), vec![Text::from(&d[..]), Text::from(a)]);
        }
        (
            Meeting {
                title: b.into(),
                note: c.into(),
                outcome: d.into(),
                participants: people,
                sources,
                ..meeting
            },
            point,
        )
    });
    vec(one, 0..6).prop_map(|rows| {
        let mut table = Meetings::default();
        for (number, (meeting, point)) in rows.into_iter().enumerate() {
            table.push(edited(meeting, point, number)).expect("its number is its own");
        }
        table
    })
}

fn date(years: RangeInclusive<i16>) -> impl Strategy<Value = PartialDate> {
    let date = (years, 1..=12_i8, 1..=31_i8, 0..3_u8);
    date.prop_map(|(year, month, day, precision)| match precision {
        0 => PartialDate::Year(year),
        1 => PartialDate::Month(year, month),
        _ => {
            let last = jiff::civil::Date::constant(year, month, 1).days_in_month();
            PartialDate::Day(jiff::civil::Date::constant(year, month, day.min(last)))
        }
    })
}

proptest! {
    #![proptest_config(draws(400))]

    #[test]
    fn any_table_that_was_read_comes_back_from_its_csv(file in file()) {
        let first = read(&file).meetings;
        prop_assert_eq!(again(&first), first);
    }

    #[test]
    fn any_table_that_was_edited_comes_back_from_its_csv(table in edited_table()) {
        prop_assert_eq!(again(&table), table);
    }

    #[test]
    fn any_date_is_read_as_it_is_written(date in date(-9999..=9999)) {
        prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
        prop_assert_eq!(when::one(&format!(" {date} ")), Ok(date));
        prop_assert!(date.first_day() <= date.last_day());
    }

    #[test]
    fn any_date_of_four_digits_is_read_as_the_window_says_it(date in date(1000..=9999)) {
        prop_assert_eq!(when::one(&say(Message::Dates(Dates::on(date)))), Ok(date));
    }

    #[test]
    fn a_text_that_is_read_as_a_date_is_one_way_of_writing_it(text in "[-0-9./ a-zA-Z]{0,14}") {
        if let Ok(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text.clone());
        }
        if let Ok(date) = when::one(&text) {
            prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
        }
    }
}

#[test]
fn the_names_of_countries_mean_themselves() {
    for country in Countries::embedded().iter() {
        let found = Countries::embedded().find(country.name).map(|found| found.code);
        assert_eq!(found, Some(country.code), "{}", country.name);
    }
}
