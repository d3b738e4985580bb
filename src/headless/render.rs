//! `summitry render`: the map as an SVG or PNG file, drawn without a window.

use super::deliver::{check_inputs, may_replace};
use super::stated::Stated;
use super::wanted::{Wanted, WantedLeaders};
use super::{Answer, ToFile, asked, remarks, status, title};
use crate::disk::{self, Why};
use crate::export::format::Format;
use crate::export::sheet::{Exhibit, Print};
use crate::export::svg::Letters;
use crate::globe::as_seen::as_seen;
use crate::import::Import;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::path::{Path, PathBuf};

/// What to draw, and where to.
#[derive(Clone, Debug)]
pub struct Render {
    /// The map.
    pub map: MapOptions,
    /// The file; its ending decides the format, PNG if it has none. `-` is SVG on standard output.
    pub output: PathBuf,
    /// Whether a file of another kind, or one of those that are read, may be replaced.
    pub force: bool,
    /// Pixels a point; `None` for what is usual on its page.
    pub scale: Option<f32>,
    /// How the letters of an SVG are written.
    pub letters: Letters,
}

/// A map as the command line asks for it.
#[derive(Clone, Debug, Default)]
pub struct MapOptions {
    /// The files; none for the embedded meetings.
    pub files: Vec<PathBuf>,
    /// How they are read.
    pub stated: Stated,
    /// What is drawn and how, but for the leaders.
    pub wanted: Wanted,
    /// Leaders as the user writes them.
    pub leaders: WantedLeaders,
    /// Whether nothing of a project counts but its meetings.
    pub meetings_only: bool,
    /// Width and height in points.
    pub size: (f32, f32),
}

/// Draws the map. Problems in the files are remarks. Status 1 if a file could not be used: the others are.
#[must_use]
pub fn render(options: Render) -> Answer {
    let Render { map, output, force, scale, letters } = options;
    let to = match destination(&output, &map.files, force) {
        Ok(to) => to,
        Err(why) => return Answer::refusal(&why),
    };
    let format = to.as_ref().map_or(Format::Svg, |to| to.format);
    let drawn = with_map(map, |exhibit, import| {
        let mut remarks = remarks(import);
        let renamed = to.iter().filter(|to| to.path != output);
        remarks.extend(renamed.map(|to| say(CommandLineText::NoEnding(&output, &to.path))));
        let scale = scale.unwrap_or_else(|| exhibit.state.page.usual_scale());
        match format.write(exhibit, Print { scale, letters }) {
            Ok(out) => Answer { out, file: to.clone(), remarks, status: status(import) },
            Err(why) => Answer::failure(&why.to_string()),
        }
    });
    drawn.unwrap_or_else(|answer| answer)
}

/// Does something with the map that is asked for, and what was read for it; or the answer that says why there
/// is none.
pub fn with_map<T>(options: MapOptions, work: impl FnOnce(&Exhibit, &Import) -> T) -> Result<T, Answer> {
    let MapOptions { files, stated, wanted, leaders, meetings_only, size: (width, height) } = options;
    let (import, state) = asked(&files, &stated, wanted, &leaders, !meetings_only)?;
    let title = if state.title.is_empty() { title(&files) } else { state.title };
    let state = &State { title, ..state }.on_page();
    let record = &import.meetings;
    let meetings = &*as_seen(record, state.borders);
    let shown = &Shown::new(meetings, &state.question());
    let (chart, size) = (state.chart(&shown.ties), state.page.composed([width, height]));
    Ok(work(&Exhibit { record, meetings, shown, state, chart, size }, &import))
}

/// The file to write, `None` for standard output, or why it may not be written: said before the map is drawn.
fn destination(output: &Path, inputs: &[PathBuf], force: bool) -> Result<Option<ToFile>, String> {
    if output.as_os_str() == "-" {
        return Ok(None);
    }
    if disk::is_stream(output) {
        let format = Format::for_file(output, Format::Png).map_or(Format::Png, |(_, format)| format);
        return Ok(Some(ToFile { path: output.to_owned(), format, force }));
    }
    let (path, format) = Format::for_file(output, Format::Png)
        .map_err(|ending| say(CommandLineText::NotWritten(output, &ending.to_string())))?;
    let to = ToFile { path, format, force };
    check_inputs(&to.path, inputs, force)?;
    match disk::check(&to.path, may_replace(&to)) {
        Ok(()) => Ok(Some(to)),
        Err(refused) if matches!(refused.why, Why::Exists(_)) => {
            Err(say(CommandLineText::IsNoPicture(&refused.to_string(), format.name())))
        }
        Err(refused) => Err(refused.to_string()),
    }
}
