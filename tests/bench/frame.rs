//! One frame of the window at 1920×1080, as the window spends it: layout, picture and tessellation, without a
//! display.

#[path = "frames.rs"]
#[allow(dead_code, reason = "another bench needs the rest")]
mod frames;

use egui::{Event, Modifiers, PointerButton, Pos2, Vec2};
use frames::{frame, measure, milliseconds};
use std::time::{Duration, Instant};
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::view::View;
use summitry::import::{self, EMBEDDED_TITLE};
use summitry::state::{Framing, Labels};
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
