//! Lists of so many rows that single floats do not tell their places apart.

use egui_kittest::Harness;
use std::cell::RefCell;
use std::rc::Rc;
use summitry::ui::in_sight::in_sight_ui;

#[test]
fn the_last_rows_of_a_million_stand_evenly() {
    const ROWS: usize = 1_000_000;
    const HIGH: f32 = 24.0;
    let drawn: Rc<RefCell<Vec<(usize, f32)>>> = Rc::default();
    let seen = Rc::clone(&drawn);
    let mut list = Harness::builder().with_size([300.0, 400.0]).build_ui(move |ui| {
        seen.borrow_mut().clear();
        in_sight_ui(ui, "many", ROWS, HIGH, |ui, row| seen.borrow_mut().push((row, ui.max_rect().top())));
    });
    list.event(egui::Event::PointerMoved(egui::pos2(100.0, 200.0)));
    for _ in 0..400 {
        if drawn.borrow().last().is_some_and(|(row, _)| row + 1 == ROWS) {
            break;
        }
        list.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -1_000_000.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
        list.run_steps(1);
    }
    let drawn = drawn.borrow();
    assert_eq!(drawn.last().map(|(row, _)| row + 1), Some(ROWS), "the wheel comes to the end");
    assert!((10..40).contains(&drawn.len()), "{}", drawn.len());
    let step = drawn[1].1 - drawn[0].1;
    assert!(step >= HIGH, "{step}");
    for two in drawn.windows(2) {
        assert_eq!(two[1].0, two[0].0 + 1);
        assert!((two[1].1 - two[0].1 - step).abs() < 0.01, "{two:?}");
    }
}
