//! How long the globe and the files take: `cargo bench --bench globe`. Medians of repeated runs.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};
use summitry::export::{png, svg};
use summitry::gazetteer::language::Language;
use summitry::globe::borders::Borders;
use summitry::globe::chart::{Chart, Outlook};
use summitry::globe::land::Land;
use summitry::globe::projection::Projection;
use summitry::globe::thinning::Detail;
use summitry::globe::view::{PageFromPlane, Point, Rect, View};
use summitry::meeting::Position;
use summitry::picture::look::Colour;
use summitry::picture::text::{Weight, width};
use summitry::picture::{Group, Mark, Picture, Shape, Stroke};

const COUNTRIES: &str = include_str!("../../assets/borders50.geojson");
const CONTESTED: &str = include_str!("../../assets/contested50.geojson");

fn main() {
    show("read the borders", 15, || Borders::parse(COUNTRIES, CONTESTED));
    let borders = Borders::embedded();
    for projection in Projection::ALL {
        let chart = Chart::new(projection, Outlook::Pacific.centre());
        for detail in [Detail::Fine, Detail::Coarse] {
            show(&format!("{detail:?} land, {}", projection.name()), 15, || {
                Land::new(borders, chart, detail)
            });
        }
    }
    show("sort the borders by place, and one look", 15, || {
        Borders::parse(COUNTRIES, CONTESTED).map(|borders| borders.country_at(Position::new(37.6, 55.8)))
    });
    look_ups("country at random places", [-180.0, 180.0], [-90.0, 90.0]);
    look_ups("country in Russia's box", [28.0, 180.0], [50.0, 78.0]);
    look_ups("country in Canada's north", [-125.0, -60.0], [60.0, 83.0]);
    courses();
    show("width of a label", 1001, || width("St Petersburg (5)", 13.0, Weight::SemiBold));
    pictures();
}

/// Runs `work` and prints the median time, after one run to warm up.
fn show<T>(what: &str, runs: usize, mut work: impl FnMut() -> T) {
    black_box(work());
    let times = sorted((0..runs).map(|_| time(&mut work)));
    println!("{what:<42} {:>12.3?}", times[runs / 2]);
}

fn time<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn sorted(times: impl Iterator<Item = Duration>) -> Vec<Duration> {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    times
}

/// 10,000 places in a box, the same on every run: multiples of the golden and the silver ratio.
fn places(lon: [f64; 2], lat: [f64; 2]) -> impl Iterator<Item = Position> {
    (0..10_000).map(move |i| {
        let share = |ratio: f64| (f64::from(i) * ratio).fract();
        let between = |[low, high]: [f64; 2], share: f64| low + share * (high - low);
        Position::new(between(lon, share(0.618_033_988_749)), between(lat, share(0.414_213_562_373)))
    })
}

/// The best of five looks at each place, so that the worst place is told from the machine's pauses.
fn look_ups(what: &str, lon: [f64; 2], lat: [f64; 2]) {
    let borders = Borders::embedded();
    let best = |at: Position| (0..5).map(|_| time(&mut || borders.country_at(at))).min().unwrap_or_default();
    let times = sorted(places(lon, lat).map(best));
    println!("{what:<42} {:>12.3?}, worst {:.3?}", times[times.len() / 2], times[times.len() - 1]);
}

fn courses() {
    let ends: Vec<Position> = places([-180.0, 180.0], [-60.0, 75.0]).take(1_001).collect();
    let times =
        sorted(ends.windows(2).map(|pair| time(&mut || Chart::default().course(pair[0], pair[1], 0.001))));
    println!("{:<42} {:>12.3?}, worst {:.3?}", "a great circle's course", times[500], times[999]);
}

fn pictures() {
    let picture = world([1920.0, 1080.0]);
    println!("{:<42} {:>12} bytes", "the world as SVG", svg::svg(&picture).len());
    show("write it", 15, || svg::svg(&picture));
    show("draw it at 1920 × 1080, SVG included", 9, || png::pixels(&picture, 1.0));
    let pixels = png::pixels(&picture, 1.0).expect("a fair size");
    println!("{:<42} {:>12} bytes", "it as PNG", png::encode(&pixels).len());
    show("encode it", 9, || png::encode(&pixels));
}

/// Sea and land, with borders.
fn world([width, height]: [f32; 2]) -> Picture {
    let pane = Rect { min: Point::default(), max: Point { x: width, y: height } };
    let land = Arc::new(Land::new(Borders::embedded(), Chart::default(), Detail::Fine));
    let fills = vec![Colour::hex(0xE3_E0D9); land.areas.len()];
    let border = Stroke { width: 0.6, colour: Colour::hex(0xFB_FAF7) };
    let sea =
        Shape::Panel { rect: pane, corner: 0.0, fill: Colour::hex(0xEF_F4F7), stroke: Stroke::default() };
    let marks = [sea, Shape::Land { land, fills, border }];
    let view = View::whole(Projection::EqualEarth, pane, 10.0);
    Picture {
        width,
        height,
        description: String::new(),
        title: "The world".to_owned(),
        language: Language::English,
        page_from_plane: PageFromPlane::new(view, pane),
        pane,
        view,
        title_at: Rect::default(),
        sentence: Rect::default(),
        sources_at: Rect::default(),
        clip: None,
        marks: marks.into_iter().map(|shape| Mark { shape, target: None, group: Group::default() }).collect(),
    }
}
