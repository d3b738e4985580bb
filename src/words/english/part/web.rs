//! The page for a browser, in English.

use crate::words::english::number::grouped;
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
        WebText::LinesLeftOut(drawn, all) => told_by!(
            all,
            "The map of this page draws the {drawn} lines that count most, of {n}: all of them would make the page too large.",
            "The map of this page draws the {drawn} lines that count most, of {n}: all of them would make the page too large.",
            drawn = grouped(drawn)
        ),
        WebText::MeetingsLeftOut(listed, all) => told_by!(
            all,
            "This page lists the latest {listed} of {n} meeting: more would make it too large. The numbers on the map are of all.",
            "This page lists the latest {listed} of {n} meetings: more would make it too large. The numbers on the map are of all.",
            listed = grouped(listed)
        ),
    }
}
