//! Frames of the window without a display, and how long they take.

use egui::{Event, Pos2, RawInput, Rect, Vec2};
use std::time::{Duration, Instant};
use summitry::ui::window::Window;

/// The most frames that are measured of each sort, and the fewest.
const MOST: usize = 300;
const FEWEST: usize = 5;
/// How long is measured at most, where frames take long.
const LONGEST: Duration = Duration::from_secs(4);

/// Runs frames and prints the median and the slowest twentieth, each from input to triangles.
pub fn measure(what: &str, ctx: &egui::Context, window: &mut Window, events: impl Fn(usize) -> Vec<Event>) {
    print_times(what, times(|i| frame(ctx, events(i), |ui| window.ui(ui))));
}

/// The same, where each frame changes what is asked: it is counted with the frame that it is worked out for.
pub fn measure_each(
    what: &str,
    ctx: &egui::Context,
    window: &mut Window,
    change: impl Fn(&mut Window, usize),
) {
    let each = |i| {
        change(window, i);
        frame(ctx, Vec::new(), |ui| window.ui(ui))
    };
    print_times(what, times(each));
}

/// What is measured of some work, done again and again.
pub fn times<T>(mut work: impl FnMut(usize) -> T) -> Vec<T> {
    let started = Instant::now();
    let mut times = Vec::new();
    while times.len() < FEWEST || (times.len() < MOST && started.elapsed() < LONGEST) {
        times.push(work(times.len()));
    }
    times
}

fn print_times(what: &str, mut times: Vec<(Duration, Duration)>) {
    times.sort();
    let (ui, tessellation) = times[times.len() / 2];
    let slow = times[times.len() * 19 / 20].0 + times[times.len() * 19 / 20].1;
    println!(
        "{what}: {:.2} ms a frame (layout and picture {:.2}, tessellation {:.2}; 19 of 20 within {:.2})",
        milliseconds(ui + tessellation),
        milliseconds(ui),
        milliseconds(tessellation),
        milliseconds(slow)
    );
}

/// One frame: the time for layout and picture, and that for tessellation.
pub fn frame(
    ctx: &egui::Context,
    events: Vec<Event>,
    mut ui: impl FnMut(&mut egui::Ui),
) -> (Duration, Duration) {
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

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
