//! The start of the window: why there is none, and what is said when the program ends by a mistake of its
//! own, in English.

use crate::words::part::starting::{NoWindow, StartingText};
use std::path::Path;

/// Why there is no window, where nothing more is known of it.
pub const fn no_window(label: NoWindow) -> &'static str {
    match label {
        NoWindow::BaseMap => "the base map could not be read",
        NoWindow::NoDisplay => "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set",
        NoWindow::NoOpenGl => {
            "there is no OpenGL on this display: a driver is missing, or a remote display offers none"
        }
        NoWindow::LibraryMissing => "a library of the window system is missing",
        NoWindow::DisplayNotReached => "the display cannot be reached: look at DISPLAY and WAYLAND_DISPLAY",
        NoWindow::NoAnswer => "the window system does not answer as it should",
    }
}

/// A text about the start of the window, from facts.
pub fn starting_text(text: StartingText) -> String {
    match text {
        StartingText::NoWindow(why) => format!(
            "the window cannot be opened: {why}. On Linux it needs a display and the libraries libX11, libX11-xcb, libXcursor, libXi, libxkbcommon-x11, libEGL and libGL. Without a window the map is drawn by: summitry render -o map.png"
        ),
        StartingText::Library(name) => format!("the library {name} is missing"),
        StartingText::NotStartedAnew(why) => format!("the program cannot be started anew for X11: {why}"),
        StartingText::Mistake(report) => mistake(report),
    }
}

fn mistake(report: Option<&Path>) -> String {
    let kept = report.map(|path| format!(" The report is in {}", path.display())).unwrap_or_default();
    format!("error: Summitry has made a mistake of its own.{kept}")
}
