//! A desk: the window on the embedded meetings, driven without a display.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::Cell;
use summitry::import::{self, EMBEDDED_TITLE, Import};
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;

/// The window, which its first frame makes.
pub type Desk = Harness<'static, Option<Window>>;

/// A window of this size in points, after its first frames: so many seconds lie between two frames, and so
/// many frames are waited for at most until nothing moves.
pub fn desk_of(size: [f32; 2], seconds: f32, most_steps: u64) -> Desk {
    desk_with(size, (seconds, most_steps), || Opening::new(import::embedded(), EMBEDDED_TITLE.to_owned()))
}

/// A window of this size on other meetings.
pub fn desk_on(import: Import, size: [f32; 2]) -> Desk {
    let opening = Cell::new(Some(Opening::new(import, "Meetings".to_owned())));
    desk_with(size, (0.25, 30), move || opening.take().expect("the window is made once"))
}

fn desk_with(
    size: [f32; 2],
    (seconds, most_steps): (f32, u64),
    opening: impl Fn() -> Opening + 'static,
) -> Desk {
    let mut desk = Harness::builder()
        .with_step_dt(seconds)
        .with_size(size)
        .with_max_steps(most_steps)
        .with_context_setup(style::install)
        .build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let context = ui.ctx().clone();
                window.get_or_insert_with(|| Window::new(&context, opening())).ui(ui);
            },
            None,
        );
    desk.run();
    desk
}

pub fn window(desk: &Desk) -> &Window {
    desk.state().as_ref().expect("the first frame makes the window")
}

/// Runs until nothing moves and no job is under way.
pub fn settle(desk: &mut Desk) {
    for _ in 0..6000 {
        desk.run();
        if !window(desk).is_working() {
            desk.run();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("a job takes more than a minute");
}

pub fn click(desk: &mut Desk, label: &str) {
    desk.get_by_label(label).click();
    settle(desk);
}

pub fn press(desk: &mut Desk, modifiers: Modifiers, key: Key) {
    desk.key_press_modifiers(modifiers, key);
    settle(desk);
}

/// Clicks the chip or menu of the filter bar with this title, whatever is asked for.
pub fn open_chip<State>(desk: &mut Harness<'static, State>, title: &str) {
    let asked = format!("{title}: ");
    let more = format!("{title} · ");
    let is_chip = |label: &str| label == title || label.starts_with(&asked) || label.starts_with(&more);
    desk.query_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| is_chip(&label)))
        .unwrap_or_else(|| panic!("no chip says {title}"))
        .click();
    desk.run_steps(3);
}

/// Takes or leaves a choice of the filter bar, and closes what opened.
pub fn pick_filter<State>(desk: &mut Harness<'static, State>, title: &str, choice: &str) {
    open_chip(desk, title);
    desk.get_by_label(&format!("{title}: {choice}")).click();
    desk.run_steps(3);
    desk.key_press(Key::Escape);
    desk.run_steps(3);
}
