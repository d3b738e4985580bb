//! From starting a process to its first frame on the screen: Summitry's window against an empty one with the
//! same renderer.
//!
//! Needs a display. The two take turns, so that a drift of the machine's speed touches both.

use eframe::egui::{Context, Ui};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use summitry::import::{self, EMBEDDED_TITLE};
use summitry::ui::opening::Opening;
use summitry::ui::window::Window;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 15;

fn main() {
    match std::env::var("SUMMITRY_BENCH_WINDOW").as_deref() {
        Ok("empty") => show(None),
        Ok(_) => {
            let opening = std::thread::spawn(|| Opening::new(import::embedded(), EMBEDDED_TITLE.to_owned()));
            show(Some(opening));
        }
        Err(_) => compare(),
    }
}

fn compare() {
    let mut times: [Vec<Duration>; 2] = Default::default();
    for _ in 0..ROUNDS {
        for (kind, times) in ["empty", "summitry"].into_iter().zip(&mut times) {
            let Some(time) = first_frame(kind) else {
                println!("no window could be opened: run this with a display");
                return;
            };
            times.push(time);
        }
    }
    let [empty, summitry] = times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2].as_secs_f64() * 1e3
    });
    println!(
        "start to first frame, median of {ROUNDS}: empty window {empty:.0} ms, Summitry {summitry:.0} ms"
    );
    println!("Summitry over the empty window: {:.0} ms", summitry - empty);
}

/// The time from starting this program again to its word that a frame has been shown.
fn first_frame(kind: &str) -> Option<Duration> {
    let program = std::env::current_exe().expect("a running program has a path");
    let started = Instant::now();
    let mut child = Command::new(program)
        .env("SUMMITRY_BENCH_WINDOW", kind)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program can be started again");
    let mut word = String::new();
    let stdout = child.stdout.take().expect("it is piped");
    let read = BufReader::new(stdout).read_line(&mut word);
    let time = started.elapsed();
    let ended = child.wait();
    (read.is_ok() && ended.is_ok() && word == "shown\n").then_some(time)
}

struct Shell {
    window: Option<Window>,
    frames: usize,
}

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // The second frame begins when the first has been handed to the screen.
        if self.frames == 1 {
            println!("shown");
            ui.ctx().send_viewport_cmd(eframe::egui::ViewportCommand::Close);
        }
        self.frames += 1;
        if let Some(window) = &mut self.window {
            window.ui(ui);
        }
        ui.ctx().request_repaint();
    }
}

fn show(opening: Option<std::thread::JoinHandle<Opening>>) {
    let viewport = eframe::egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let create: eframe::AppCreator<'_> = Box::new(|context| {
        let window = |opening: std::thread::JoinHandle<Opening>| {
            let context: &Context = &context.egui_ctx;
            Window::new(context, opening.join().expect("the embedded data are valid"))
        };
        Ok(Box::new(Shell { window: opening.map(window), frames: 0 }))
    });
    if let Err(error) = eframe::run_native("Summitry", options, create) {
        eprintln!("{error}");
    }
}
