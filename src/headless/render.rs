//! `summitry render`: the map as an SVG or PNG file, drawn without a window.

use super::{Answer, asked, remarks, status, title};
use crate::export::file::folder_missing;
use crate::export::png::{encode, pixels};
use crate::export::svg::svg;
use crate::globe::as_seen::as_seen;
use crate::globe::borders::Borders;
use crate::globe::land::Lands;
use crate::meeting::table::Meetings;
use crate::picture::compose::compose;
use crate::picture::sheet::Scene;
use crate::query::shown::Shown;
use crate::state::State;
use std::path::{Path, PathBuf};

/// What to draw, and where to.
#[derive(Clone, Debug)]
pub struct Render {
    /// The files; none for the embedded meetings.
    pub files: Vec<PathBuf>,
    /// Filter, projection, borders, theme and title; the leaders come from `leaders`.
    pub state: State,
    /// Leaders as the user writes them.
    pub leaders: Vec<String>,
    /// The file; its ending decides the format. `-` is SVG on standard output.
    pub output: PathBuf,
    /// Width and height in points.
    pub size: (f32, f32),
    /// Pixels a point, for PNG.
    pub scale: f32,
}

/// The forms of a picture file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Lines and real text.
    Svg,
    /// Pixels.
    Png,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];

    /// The ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The form that a file's ending asks for, or what the endings are.
    pub fn of(path: &Path) -> Result<Self, String> {
        if path.as_os_str() == "-" {
            return Ok(Self::Svg);
        }
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|format| format.ending() == ending)
            .ok_or_else(|| format!("{} must end in .svg or .png", path.display()))
    }
}

/// Draws the map. Problems in the files are remarks. Status 1 if a file could not be used: the others are.
#[must_use]
pub fn render(options: Render) -> Answer {
    let Render { files, state, leaders, output, size, scale } = options;
    let format = match Format::of(&output) {
        Ok(format) => format,
        Err(why) => return Answer::refusal(&why),
    };
    if let Some(why) = folder_missing(&output) {
        return Answer::refusal(&format!("{} cannot be written: {why}", output.display()));
    }
    let (import, filter, compare) = match asked(&files, state.filter, state.compare, &leaders) {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let title = if state.title.is_empty() { title(&files) } else { state.title };
    let state = State { filter, compare, title, ..state };
    match draw(&import.meetings, &state, size, scale, format) {
        Ok(out) => {
            let file = (output.as_os_str() != "-").then_some(output);
            Answer { out, file, remarks: remarks(&import), status: status(&import) }
        }
        Err(why) => Answer::failure(&why),
    }
}

/// The picture as the bytes of a file.
fn draw(
    meetings: &Meetings,
    state: &State,
    (width, height): (f32, f32),
    scale: f32,
    format: Format,
) -> Result<Vec<u8>, String> {
    let borders = Borders::under(state.borders);
    let meetings = &*as_seen(meetings, state.borders);
    let shown = Shown::new(meetings, &state.question());
    let lands = Lands::for_files(borders, state.chart(&shown.ties));
    let size = [width, height];
    let scene = Scene { meetings, shown: &shown, borders, lands: &lands, state, pointed: None, size };
    let picture = compose(&scene);
    match format {
        Format::Svg => Ok(svg(&picture).into_bytes()),
        Format::Png => pixels(&picture, scale).map(|pixels| encode(&pixels)),
    }
}
