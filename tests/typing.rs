//! Typing in fields, in letters of many scripts.

use crate::desk::{desk_of, settle};
use egui::{Event, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable;

#[test]
fn a_double_click_chooses_a_word_of_any_script() {
    let mut desk = desk_of([1280.0, 800.0], 0.02, 60);
    for text in
        ["مسقط", "مسقط الرياض", "مسقط Oman 2024", "Genève Đà", "e\u{301}o\u{302} a\u{308}", "北京 东京"]
    {
        for share in [0.01, 0.3, 0.6, 0.97] {
            desk.get_by_label("Filter by words").focus();
            settle(&mut desk);
            desk.state_mut().as_mut().expect("made").state.filter.text = text.to_owned();
            settle(&mut desk);
            let field = desk.get_by_label("Filter by words").rect();
            let at = egui::pos2(field.left() + 8.0 + share * 90.0, field.center().y);
            desk.event(Event::PointerMoved(at));
            for pressed in [true, false, true, false] {
                let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                desk.event(Event::PointerButton { pos: at, button, pressed, modifiers });
                desk.run_steps(1);
            }
            settle(&mut desk);
            assert_eq!(desk.state().as_ref().expect("made").state.filter.text, text);
        }
    }
}
