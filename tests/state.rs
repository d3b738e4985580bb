//! States as values: texts of every version are read.

use summitry::globe::projection::Plane;
use summitry::globe::view::View;
use summitry::state::{Framing, State, Theme};

fn read(text: &str) -> State {
    serde_json::from_str(text).expect("it is a state")
}

const VIEW: View = View { centre: Plane { x: 0.5, y: 0.75 }, span: 2.0 };

#[test]
fn a_view_of_version_1_was_chosen_and_no_view_fits() {
    let view = r#"{"centre": {"x": 0.5, "y": 0.75}, "span": 2.0}"#;
    let cases = [
        (r#"{"version": 1, "view": null}"#.to_owned(), Framing::Fit),
        (format!(r#"{{"version": 1, "view": {view}}}"#), Framing::Chosen(VIEW)),
        (r#"{"framing": "fit"}"#.to_owned(), Framing::Fit),
        (format!(r#"{{"framing": {{"frozen": {view}}}}}"#), Framing::Frozen(VIEW)),
        (format!(r#"{{"framing": {{"chosen": {view}}}}}"#), Framing::Chosen(VIEW)),
    ];
    for (text, framing) in cases {
        assert_eq!(read(&text).framing, framing, "{text}");
    }
}

#[test]
fn what_a_text_does_not_say_is_the_default() {
    assert_eq!(read("{}"), State::default());
    let state = read(r#"{"theme": "dark", "filter": {"text": "peace"}, "compare": {}}"#);
    assert_eq!((state.theme, state.filter.text.as_str()), (Theme::Dark, "peace"));
    assert_eq!(state.compare, Some(summitry::query::question::baseline::Baseline::default()));
}
