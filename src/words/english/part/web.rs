//! The page for a browser, in English.

use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::web::{Web, WebText};

/// Words on the page for a browser.
pub const fn web(label: Web) -> &'static str {
    match label {
        Web::Map => "Map",
        Web::Keys => {
            "Drag the map to move it; the wheel, a pinch or a double-click zooms. With the map in focus, + and − zoom, the arrow keys move it, and 0 shows all of it."
        }
        Web::ZoomIn => "Zoom in",
        Web::ZoomOut => "Zoom out",
        Web::WholeMap => "Whole map",
        Web::Legend => "Legend",
        Web::Details => "Details",
        Web::Choose => "Click a country, a line or a place on the map, or choose one here.",
        Web::Places => "Places",
        Web::Back => "← All",
        Web::NoneListed => "No meeting on this page",
        Web::Counted => "{n} meeting|{n} meetings",
        Web::Found => "{shown} of {all} meetings",
        Web::Participants => "Participants",
        Web::Sources => "Sources",
        Web::NoScript => {
            "This browser runs no script. The map is complete without it; the meetings and their sources are not shown."
        }
    }
}

/// A text on the page for a browser, from facts.
pub fn web_text(text: WebText) -> String {
    match text {
        WebText::LinesLeftOut(drawn, all) => format!(
            "The map of this page draws the {} lines that count most, of {}: all of them would make the page too large.",
            grouped(drawn),
            grouped(all)
        ),
        WebText::MeetingsLeftOut(listed, all) => format!(
            "This page lists the latest {} of {}: more would make it too large. The numbers on the map are of all.",
            grouped(listed),
            counted(all, noun(Noun::Meeting))
        ),
    }
}
