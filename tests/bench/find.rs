//! What each key costs in the field that finds, and what the table and the matrix cost, on 100,000 meetings.

use jiff::ToSpan;
use jiff::civil::date;
use std::hint::black_box;
use std::time::{Duration, Instant};
use summitry::command::Command;
use summitry::gazetteer::country::Countries;
use summitry::gazetteer::known_person::known_persons;
use summitry::import;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Meeting, Venue};
use summitry::query::column::{Column, Sort, sorted};
use summitry::query::find::answer::OtherName;
use summitry::query::find::finder::Finder;
use summitry::query::index::Index;
use summitry::query::met::Met;
use summitry::query::pair::Pair;
use summitry::query::question::Question;
use summitry::query::shown::Shown;
use summitry::query::together::Together;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: usize = 100_000;

/// Texts that are typed letter by letter, and with slips.
const TYPED: [&str; 10] = [
    "zelenskyy",
    "volodymyr zelensky kyiv",
    "shanghai cooperation",
    "saint petersburg",
    "3 july 1995",
    "last spring",
    "kazakstn",
    "merkle berln",
    "switch light",
    "a e i o u",
];

fn main() {
    let meetings = many();
    let commands: Vec<OtherName> =
        Command::ALL.into_iter().map(|one| OtherName { name: one.text(), about: one.tooltip() }).collect();
    let started = Instant::now();
    let finder = Finder::new(&meetings, &Index::new(&meetings));
    println!("gathering what can be found: {:.0} ms", milliseconds(started.elapsed()));
    let mut keys: Vec<(Duration, String)> = Vec::new();
    for typed in TYPED {
        let ends = typed.char_indices().map(|(at, letter)| at + letter.len_utf8());
        for end in ends {
            let text = &typed[..end];
            let time = best(|| drop(black_box(finder.find(&meetings, text, &commands))));
            keys.push((time, text.to_owned()));
        }
    }
    keys.sort();
    let (slowest, text) = &keys[keys.len() - 1];
    println!("a key, median of {}: {:.2} ms", keys.len(), milliseconds(keys[keys.len() / 2].0));
    println!("the slowest key, {text:?}: {:.2} ms", milliseconds(*slowest));

    let shown = Shown::new(&meetings, &Question::default());
    for by in [Column::Who, Column::Place, Column::States] {
        let sort = Sort { by, is_descending: true };
        let time = best(|| drop(black_box(sorted(&meetings, &shown.rows, sort))));
        println!("ordering the rows by {by:?}: {:.0} ms", milliseconds(time));
    }
    let states = best(|| drop(black_box(Met::of_states(&meetings, &shown.rows, &shown.count))));
    let index = Index::new(&meetings);
    let people = best(|| drop(black_box(Met::of_people(&index, &meetings, &shown.rows, &shown.count))));
    println!("who met whom: states {:.0} ms, people {:.0} ms", milliseconds(states), milliseconds(people));
    let code = |letters| CountryCode::new(letters).expect("three capital letters");
    let pair = Pair::of_states([code("FRA"), code("DEU")]);
    let time = best(|| drop(black_box(Together::of(&pair, &meetings))));
    println!("the page of a pair: {:.1} ms", milliseconds(time));
}

/// Meetings of people of all times with each other, in all capitals.
fn many() -> Meetings {
    let embedded = import::embedded().meetings;
    let like = embedded.get(embedded.row_of("orban-putin-moscow-2024-07").expect("it is there")).clone();
    let people: Vec<String> = known_persons().map(|person| person.name.into_owned()).collect();
    let countries: Vec<_> =
        Countries::embedded().iter().filter(|country| !country.capital.is_empty()).collect();
    let mut meetings = Meetings::default();
    for number in 0..ROWS {
        let pick = |of: usize, by: usize| number.wrapping_mul(by).wrapping_add(number / 7) % of;
        let names = [&people[pick(people.len(), 7919)], &people[pick(people.len(), 104_729)]];
        let host = countries[pick(countries.len(), 31)];
        let day = date(1990, 1, 1) + i64::try_from(pick(12_000, 13)).unwrap_or_default().days();
        let mut meeting = Meeting {
            id: MeetingId::new(&format!("meeting-{number}")),
            title: format!("{} meets {}", names[0], names[1]).into(),
            dates: Dates::on(PartialDate::Day(day)),
            venue: Venue { city: host.capital.into(), country: Some(host.code), ..Venue::default() },
            occasion: format!("Summit {} of {}", number % 300, day.year()).into(),
            ..like.clone()
        };
        for (person, name) in meeting.participants.iter_mut().zip(names) {
            person.name = name.into();
            person.country = Some(countries[pick(countries.len(), name.len())].code);
        }
        meetings.push(meeting).expect("identities are unique");
    }
    meetings
}

fn best(mut work: impl FnMut()) -> Duration {
    let time = |()| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    std::iter::repeat_n((), 3).map(time).min().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
