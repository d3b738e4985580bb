//! One frame of the window at 1920×1080, as the window spends it: layout, picture and tessellation, without a display.

use egui::{Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2};
use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt::Write;
use std::time::{Duration, Instant};
use summitry::drawing::PastDisplay;
use summitry::gazetteer::country::Countries;
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::view::View;
use summitry::import::{self, EMBEDDED_TITLE};
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
use summitry::state::{Framing, Labels, State};
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const FRAMES: usize = 300;

fn main() {
    let started = Instant::now();
    let import = import::embedded();
    println!("reading the embedded meetings: {:.2} ms", milliseconds(started.elapsed()));
    let started = Instant::now();
    let opening = Opening::new(import, EMBEDDED_TITLE.to_owned());
    println!("laying out the base map: {:.2} ms", milliseconds(started.elapsed()));
    let ctx = egui::Context::default();
    style::install(&ctx);
    frame(&ctx, Vec::new(), |_| {});
    let mut window = Window::new(&ctx, opening);
    let started = Instant::now();
    frame(&ctx, Vec::new(), |ui| window.ui(ui));
    println!("first frame: {:.2} ms", milliseconds(started.elapsed()));

    let mut times: Vec<Duration> = (0..FRAMES)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(window.picture());
            started.elapsed()
        })
        .collect();
    times.sort();
    println!("points per plane unit: {:.0}", window.picture().page_from_plane.scale);
    println!("composing the picture alone: {:.2} ms", milliseconds(times[FRAMES / 2]));

    println!("placing the names of the whole world: {:.2} ms", milliseconds(placing_names(&mut window)));

    let start = Pos2::new(1100.0, 700.0);
    measure("at rest", &ctx, &mut window, |_| Vec::new());
    measure("hovering over the map", &ctx, &mut window, |i| {
        vec![Event::PointerMoved(start + Vec2::new((i % 200) as f32 * 3.0, -((i % 150) as f32)))]
    });
    let press = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    frame(&ctx, vec![Event::PointerMoved(start), press(true, start)], |ui| window.ui(ui));
    measure("panning", &ctx, &mut window, |i| {
        let swing = (i as f32 / 40.0).sin() * 200.0;
        vec![Event::PointerMoved(start + Vec2::new(swing, swing * 0.4))]
    });
    frame(&ctx, vec![press(false, start)], |ui| window.ui(ui));
    let view = window.state.framing.view().expect("panning chose a view");
    window.state.framing = Framing::Chosen(View { span: view.span / 6.0, ..view });
    measure("at rest, six times closer", &ctx, &mut window, |_| Vec::new());
    turning(&ctx, &mut window, start);
    for number in [1_000, 10_000] {
        many(&ctx, number, start);
    }
}

/// A table of so many meetings, each between the leaders of two countries in the capital of one of them or of a third; every twentieth
/// a summit of eight.
fn table(number: usize) -> import::Import {
    let countries: Vec<_> = Countries::embedded().iter().filter(|country| country.region.is_some()).collect();
    let country = |i: usize| countries[i % countries.len()];
    let kinds = ["bilateral", "state visit", "working visit", "sideline", "official visit"];
    let mut text = "id,start,kind,status,country,city,participants\n".to_owned();
    for i in 0..number {
        // Steps that are prime to each other and to the number of countries spread over all of them; a few hosts are much visited.
        let host = if i % 3 == 0 { country(i % 7 * 31) } else { country(i * 17) };
        let guests = if i % 20 == 0 { 7 } else { 1 };
        let guest = |g: usize| country(i * 29 + 11 + g * 37);
        let people: Vec<String> = std::iter::once(host)
            .chain((0..guests).map(guest))
            .map(|one| format!("Leader of {}|President|{}", one.code, one.code))
            .collect();
        let kind = if i % 20 == 0 { "summit" } else { kinds[i % kinds.len()] };
        let status = if i % 50 == 7 { "planned" } else { "held" };
        let (year, month, day) = (1990 + i % 35, 1 + i % 12, 1 + i % 28);
        let people = people.join("; ");
        writeln!(
            text,
            "m{i},{year}-{month:02}-{day:02},{kind},{status},{},{},{people}",
            host.code, host.capital
        )
        .expect("a string takes whatever is written");
    }
    let mut import = import::Import::default();
    import::bytes(
        "many.csv",
        text.into_bytes(),
        &summitry::import::instructions::Instructions::default(),
        &mut import,
    );
    import
}

fn many(ctx: &egui::Context, number: usize, start: Pos2) {
    let import = table(number);
    let meetings = import.meetings.clone();
    let started = Instant::now();
    let index = Index::new(&meetings);
    println!("indexing: {:.2} ms", milliseconds(started.elapsed()));
    println!("{} meetings, {} problems", meetings.len(), import.problems.len());
    let mut window = Window::new(ctx, Opening::new(import, "Many".to_owned()));
    for _ in 0..3 {
        frame(ctx, Vec::new(), |ui| window.ui(ui));
    }
    let before = Shown::with(&meetings, &index, &window.state.question());
    let median = |change: &dyn Fn(&mut Question, usize)| {
        let mut times: Vec<Duration> = (0..60)
            .map(|i| {
                let mut question = window.state.question();
                change(&mut question, i);
                let before = before.clone();
                let started = Instant::now();
                std::hint::black_box(before.again(&meetings, &index, &question));
                started.elapsed()
            })
            .collect();
        times.sort();
        milliseconds(times[times.len() / 2])
    };
    let window_of = |question: &mut Question, i: usize| {
        let i = i64::try_from(i).expect("there are few frames");
        question.filter.from = Some(Date::constant(2000, 1, 1) + i.days());
        question.filter.to = Some(Date::constant(2010, 1, 1) + i.days());
    };
    println!(
        "  another filter: {:.2} ms",
        median(&|question, _| question.filter.statuses = [Status::Held].into())
    );
    println!("  another window: {:.2} ms", median(&window_of));
    println!("  another rule: {:.2} ms", median(&|question, _| question.rule.unit = Unit::Pairs));
    println!("  counting journeys: {:.2} ms", median(&|question, _| question.rule.unit = Unit::Journeys));
    println!("  relations: {:.2} ms", median(&|question, _| question.reading = Reading::Relations));
    let compare = Baseline {
        before: Filter { to: Some(Date::constant(2005, 12, 31)), ..Filter::default() },
        per_month: true,
        follows: None,
    };
    println!("  comparing: {:.2} ms", median(&|question, _| question.compare = Some(compare.clone())));
    println!("  colours by region: {:.2} ms", median(&|question, _| question.colour = GroupBy::Region));
    timelines(&meetings, &index, &window.state);
    println!("  lines: {}", Shown::new(&meetings, &window.state.question()).ties.lines.len());
    measure("  at rest", ctx, &mut window, |_| Vec::new());
    let press = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
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
    let all = window.state.clone();
    window.state.reading = Reading::Stars;
    measure("  stars", ctx, &mut window, |_| Vec::new());
    window.state = State { compare: Some(compare), ..all.clone() };
    measure("  comparing", ctx, &mut window, |_| Vec::new());
    window.state = State { framing: Framing::Chosen(View { centre: Plane::default(), span: 3.0 }), ..all };
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

/// The bars of the timeline, under all time and in a window.
fn timelines(meetings: &Meetings, index: &Index, state: &State) {
    let mut question = state.question();
    for what in ["all time", "a window", "a window, colours by region"] {
        let shown = Shown::with(meetings, index, &question);
        let mut times: Vec<Duration> = (0..60)
            .map(|_| {
                let started = Instant::now();
                std::hint::black_box(Timeline::new(meetings, index, &shown, None));
                started.elapsed()
            })
            .collect();
        times.sort();
        println!("  the timeline's bars, {what}: {:.2} ms", milliseconds(times[times.len() / 2]));
        if question.filter.from.is_some() {
            question.colour = GroupBy::Region;
        }
        question.filter.from = Some(Date::constant(2000, 1, 1));
    }
}

/// Every frame lies on another chart: the land is cut, projected and triangulated anew.
fn turning(ctx: &egui::Context, window: &mut Window, start: Pos2) {
    let press = |pressed| {
        let (pos, button, modifiers) = (start, PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos, button, pressed, modifiers }
    };
    for projection in [Projection::Orthographic, Projection::AzimuthalEquidistant, Projection::EqualEarth] {
        window.state.projection = projection;
        window.state.framing = Framing::Fit;
        for _ in 0..3 {
            frame(ctx, Vec::new(), |ui| window.ui(ui));
        }
        frame(
            ctx,
            vec![Event::ModifiersChanged(Modifiers::SHIFT), Event::PointerMoved(start), press(true)],
            |ui| {
                window.ui(ui);
            },
        );
        measure(&format!("turning, {}", projection.name()), ctx, window, |i| {
            let swing = (i as f32 / 40.0).sin() * 200.0;
            vec![Event::PointerMoved(start + Vec2::new(swing, swing * 0.4))]
        });
        frame(ctx, vec![press(false), Event::ModifiersChanged(Modifiers::NONE)], |ui| window.ui(ui));
    }
}

/// What a picture of the whole world costs more with all names than with none.
fn placing_names(window: &mut Window) -> Duration {
    let state = window.state.clone();
    window.state.framing = Framing::Chosen(View { centre: Plane::default(), span: 3.0 });
    let mut median = |labels| {
        window.state.labels = labels;
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|_| {
                let started = Instant::now();
                std::hint::black_box(window.picture());
                started.elapsed()
            })
            .collect();
        times.sort();
        times[FRAMES / 2]
    };
    let all = median(Labels { countries: true, venues: true, leaders: true });
    let none = median(Labels { countries: false, venues: false, leaders: false });
    window.state = state;
    all.saturating_sub(none)
}

/// Runs frames and prints the median and the slowest twentieth, each from input to triangles.
fn measure(what: &str, ctx: &egui::Context, window: &mut Window, events: impl Fn(usize) -> Vec<Event>) {
    print_times(what, (0..FRAMES).map(|i| frame(ctx, events(i), |ui| window.ui(ui))).collect());
}

/// The same, where each frame changes what is asked: it is counted with the frame that it is worked out for.
fn measure_each(what: &str, ctx: &egui::Context, window: &mut Window, change: impl Fn(&mut Window, usize)) {
    let frames = (0..FRAMES).map(|i| {
        change(window, i);
        frame(ctx, Vec::new(), |ui| window.ui(ui))
    });
    print_times(what, frames.collect());
}

fn print_times(what: &str, mut times: Vec<(Duration, Duration)>) {
    times.sort();
    let (ui, tessellation) = times[FRAMES / 2];
    let slow = times[FRAMES * 19 / 20].0 + times[FRAMES * 19 / 20].1;
    println!(
        "{what}: {:.2} ms a frame (layout and picture {:.2}, tessellation {:.2}; 19 of 20 within {:.2})",
        milliseconds(ui + tessellation),
        milliseconds(ui),
        milliseconds(tessellation),
        milliseconds(slow)
    );
}

/// One frame: the time for layout and picture, and that for tessellation.
fn frame(ctx: &egui::Context, events: Vec<Event>, mut ui: impl FnMut(&mut egui::Ui)) -> (Duration, Duration) {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1920.0, 1080.0))),
        events,
        ..RawInput::default()
    };
    let started = Instant::now();
    let mut output = ctx.run_ui(input, |root| ui(root));
    let laid_out = started.elapsed();
    let started = Instant::now();
    let shapes = std::mem::take(&mut output.shapes);
    let triangles = ctx.tessellate(shapes, output.pixels_per_point);
    let tessellated = started.elapsed();
    output.textures_delta.clear();
    std::hint::black_box(triangles);
    (laid_out, tessellated)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
