//! Tables of 26, 10,000, 100,000 and a million meetings: how long they are read, asked and drawn, and what
//! they take of memory.
//!
//! `cargo bench --bench many -- 100000` measures one of them.

#[path = "frames.rs"]
#[allow(dead_code, reason = "another bench needs the rest")]
mod frames;
#[path = "rows.rs"]
mod rows;

use egui::{Event, Modifiers, PointerButton, Pos2, Vec2};
use frames::{frame, measure, measure_each, milliseconds, times};
use jiff::ToSpan;
use jiff::civil::Date;
use std::time::{Duration, Instant};
use summitry::drawing::PastDisplay;
use summitry::gazetteer::country::Countries;
use summitry::globe::projection::Plane;
use summitry::globe::view::View;
use summitry::import::instructions::Instructions;
use summitry::import::{self, Import};
use summitry::meeting::Status;
use summitry::meeting::table::Meetings;
use summitry::query::calendar::Grain;
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::baseline::Baseline;
use summitry::query::question::filter::Filter;
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::Unit;
use summitry::query::shown::Shown;
use summitry::query::timeline::Timeline;
use summitry::state::{Framing, State};
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The states that the most meetings are made of, the most first; the others follow by code.
const FIRST: [&str; 12] =
    ["USA", "RUS", "CHN", "FRA", "DEU", "GBR", "IND", "TUR", "JPN", "ITA", "BRA", "SAU"];

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|one| one.parse().ok()).collect();
    let numbers = if asked.is_empty() { vec![26, 10_000, 100_000, 1_000_000] } else { asked };
    let ctx = egui::Context::default();
    style::install(&ctx);
    frame(&ctx, Vec::new(), |_| {});
    for number in numbers {
        let before = memory("VmRSS");
        let import = if number == 26 { import::embedded() } else { read(number) };
        println!("{} meetings, {} problems", import.meetings.len(), import.problems.len());
        if let (Some(before), Some(now)) = (before, memory("VmRSS")) {
            println!("  memory of the table: {} MB", now.saturating_sub(before) / 1000);
        }
        questions(&import.meetings);
        in_the_window(&ctx, import);
        if let (Some(now), Some(peak)) = (memory("VmRSS"), memory("VmHWM")) {
            println!("  memory in the window: {} MB, at most {} MB so far", now / 1000, peak / 1000);
        }
    }
}

/// What this program takes of memory, in thousands of bytes, where the system tells it.
fn memory(what: &str) -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find(|line| line.starts_with(what))?.split_whitespace().nth(1)?.parse().ok()
}

fn read(number: usize) -> Import {
    let mut states: Vec<_> =
        Countries::embedded().iter().filter(|one| one.region.is_some() && !one.capital.is_empty()).collect();
    states
        .sort_by_key(|one| FIRST.iter().position(|first| *first == one.code.as_str()).unwrap_or(FIRST.len()));
    let names: Vec<(&str, String, String)> =
        states.iter().map(|one| (one.code.as_str(), one.name.to_string(), one.capital.to_string())).collect();
    let states: Vec<rows::State> =
        names.iter().map(|(code, name, capital)| rows::State { code, name, capital }).collect();
    let text = rows::table(number, &states).into_bytes();
    let mut import = Import::default();
    let started = Instant::now();
    import::bytes("many.csv", text, &Instructions::default(), &mut import);
    println!("reading {number}: {:.0} ms", milliseconds(started.elapsed()));
    import
}

/// What each change of the question takes, without the picture.
fn questions(meetings: &Meetings) {
    let started = Instant::now();
    let index = Index::new(meetings);
    println!("  indexing: {:.1} ms", milliseconds(started.elapsed()));
    let state = State::default();
    let started = Instant::now();
    let first = Shown::with(meetings, &index, &state.question());
    println!("  the first answer: {:.1} ms", milliseconds(started.elapsed()));
    println!("  lines: {}, places: {}", first.ties.lines.len(), first.ties.places.len());
    let median = |change: &dyn Fn(&mut Question, usize)| {
        let time = |i| {
            let mut question = state.question();
            change(&mut question, 2 * i);
            let before = first.clone().again(meetings, &index, &question);
            change(&mut question, 2 * i + 1);
            let started = Instant::now();
            std::hint::black_box(before.again(meetings, &index, &question));
            started.elapsed()
        };
        middle(times(time))
    };
    let other = [Status::Held, Status::Planned];
    println!(
        "  another filter: {:.2} ms",
        median(&|question, i| question.filter.statuses = [other[i % 2]].into())
    );
    println!(
        "  another window: {:.2} ms",
        median(&|question, i| {
            let i = i64::try_from(i).expect("there are few frames");
            question.filter.from = Some(Date::constant(2000, 1, 1) + i.days());
            question.filter.to = Some(Date::constant(2001, 1, 1) + i.days());
        })
    );
    let units = [Unit::Pairs, Unit::MeetingDays];
    println!("  another rule: {:.2} ms", median(&|question, i| question.rule.unit = units[i % 2]));
    let units = [Unit::Journeys, Unit::MeetingDays];
    println!(
        "  counting journeys, or days: {:.2} ms",
        median(&|question, i| question.rule.unit = units[i % 2])
    );
    let readings = [Reading::Relations, Reading::Stars];
    println!("  relations, or stars: {:.2} ms", median(&|question, i| question.reading = readings[i % 2]));
    let colours = [GroupBy::Region, GroupBy::Bloc];
    println!("  other colours: {:.2} ms", median(&|question, i| question.colour = colours[i % 2]));
    let words = ["par", "pari"];
    println!(
        "  a letter searched for: {:.2} ms",
        median(&|question, i| words[i % 2].clone_into(&mut question.filter.text))
    );
    println!("  comparing: {:.2} ms", median(&|question, i| question.compare = Some(baseline(i % 2 == 0))));
    timelines(meetings, &index, &state);
}

fn baseline(per_month: bool) -> Baseline {
    let before = Filter { to: Some(Date::constant(2005, 12, 31)), ..Filter::default() };
    Baseline { before, per_month, follows: None }
}

fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    milliseconds(times[times.len() / 2])
}

/// The bars of the timeline, under all time and in a window.
fn timelines(meetings: &Meetings, index: &Index, state: &State) {
    let mut question = state.question();
    for what in ["all time", "a window", "a window, colours by region"] {
        let shown = Shown::with(meetings, index, &question);
        let time = |_| {
            let started = Instant::now();
            std::hint::black_box(Timeline::new(meetings, index, &shown, None));
            started.elapsed()
        };
        println!("  the timeline's bars, {what}: {:.2} ms", middle(times(time)));
        if question.filter.from.is_some() {
            question.colour = GroupBy::Region;
        }
        question.filter.from = Some(Date::constant(2000, 1, 1));
    }
}

fn in_the_window(ctx: &egui::Context, import: Import) {
    let start = Pos2::new(1100.0, 700.0);
    let started = Instant::now();
    let mut window = Window::new(ctx, Opening::new(import, "Many".to_owned()));
    frame(ctx, Vec::new(), |ui| window.ui(ui));
    println!("  from the table to the first picture: {:.1} ms", milliseconds(started.elapsed()));
    for _ in 0..3 {
        frame(ctx, Vec::new(), |ui| window.ui(ui));
    }
    measure("  at rest", ctx, &mut window, |_| Vec::new());
    let press = |pressed, pos| {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos, button, pressed, modifiers }
    };
    frame(ctx, vec![Event::PointerMoved(start), press(true, start)], |ui| window.ui(ui));
    measure("  panning", ctx, &mut window, |i| {
        let swing = (i as f32 / 40.0).sin() * 200.0;
        vec![Event::PointerMoved(start + Vec2::new(swing, swing * 0.4))]
    });
    frame(ctx, vec![press(false, start)], |ui| window.ui(ui));
    measure("  hovering over the map", ctx, &mut window, |i| {
        vec![Event::PointerMoved(start + Vec2::new((i % 200) as f32 * 3.0, -((i % 150) as f32)))]
    });
    let whole = Framing::Chosen(View { centre: Plane::default(), span: 3.0 });
    let all = State { framing: whole, ..window.state.clone() };
    if window.record().len() > 10_000 {
        return;
    }
    window.state.reading = Reading::Stars;
    measure("  stars", ctx, &mut window, |_| Vec::new());
    window.state = State { compare: Some(baseline(true)), ..all.clone() };
    measure("  comparing", ctx, &mut window, |_| Vec::new());
    window.state = all;
    window.state.time.grain = Some(Grain::Month);
    let month_by_month = |window: &mut Window, i| {
        let first = Date::constant(1990, 1, 1) + i64::try_from(i).expect("there are few frames").months();
        window.state.filter.from = Some(first);
        window.state.filter.to = Some(first + 1.year() - 1.day());
    };
    measure_each("  playing, a year's window month by month", ctx, &mut window, month_by_month);
    window.state.time.mode = PastDisplay::Cumulative;
    measure_each("  playing, all that is past stays", ctx, &mut window, month_by_month);
}
