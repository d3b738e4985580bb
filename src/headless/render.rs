//! `summitry render`: the map as an SVG or PNG file, drawn without a window.

use super::deliver::may_replace;
use super::stated::Stated;
use super::wanted::Wanted;
use super::{Answer, ToFile, asked, remarks, status, title};
use crate::disk::{self, NotWritten, Why};
use crate::export::format::Format;
use crate::export::png::NotDrawn;
use crate::export::sheet::{Exhibit, Print};
use crate::globe::as_seen::as_seen;
use crate::meeting::table::Meetings;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::path::{Path, PathBuf};

/// What to draw, and where to.
#[derive(Clone, Debug)]
pub struct Render {
    /// The files; none for the embedded meetings.
    pub files: Vec<PathBuf>,
    /// How they are read.
    pub stated: Stated,
    /// What is drawn and how, but for the leaders.
    pub wanted: Wanted,
    /// Leaders as the user writes them.
    pub leaders: Vec<String>,
    /// Whether nothing of a project counts but its meetings.
    pub meetings_only: bool,
    /// The file; its ending decides the format, PNG if it has none. `-` is SVG on standard output.
    pub output: PathBuf,
    /// Whether a file of another kind, or one of `files`, may be replaced.
    pub force: bool,
    /// Width and height in points.
    pub size: (f32, f32),
    /// Pixels a point and how letters are written.
    pub print: Print,
}

/// Draws the map. Problems in the files are remarks. Status 1 if a file could not be used: the others are.
#[must_use]
pub fn render(options: Render) -> Answer {
    let Render { files, stated, wanted, leaders, meetings_only, output, force, size, print } = options;
    let to = match destination(&output, &files, force) {
        Ok(to) => to,
        Err(why) => return Answer::refusal(&why),
    };
    let format = to.as_ref().map_or(Format::Svg, |to| to.format);
    let (import, state) = match asked(&files, &stated, wanted, &leaders, !meetings_only) {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let title = if state.title.is_empty() { title(&files) } else { state.title };
    let state = State { title, ..state };
    let mut remarks = remarks(&import);
    remarks.extend(
        to.iter().filter(|to| to.path != output).map(|to| say(CommandLineText::NoEnding(&output, &to.path))),
    );
    match draw(&import.meetings, &state, size, print, format) {
        Ok(out) => Answer { out, file: to, remarks, status: status(&import) },
        Err(why) => Answer::failure(&why.to_string()),
    }
}

/// The file to write, `None` for standard output, or why it may not be written: said before the map is drawn.
fn destination(output: &Path, inputs: &[PathBuf], force: bool) -> Result<Option<ToFile>, String> {
    if output.as_os_str() == "-" {
        return Ok(None);
    }
    let (path, format) = Format::for_file(output, Format::Png)
        .map_err(|ending| say(CommandLineText::NotWritten(output, &ending.to_string())))?;
    let to = ToFile { path, format, force };
    if disk::is_stream(&to.path) {
        return Ok(Some(to));
    }
    let same = |input: &PathBuf| {
        let [one, other] = [input, &to.path].map(|path| path.canonicalize().ok());
        one.is_some() && one == other
    };
    if !force && inputs.iter().any(same) {
        return Err(say(CommandLineText::IsRead(&to.path)));
    }
    disk::check(&to.path, may_replace(&to)).map(|()| Some(to)).map_err(|refused| refusal(&refused, format))
}

fn refusal(refused: &NotWritten, format: Format) -> String {
    match &refused.why {
        Why::Exists(_) => say(CommandLineText::IsNoPicture(&refused.to_string(), format.name())),
        Why::FolderIsClosed(_)
        | Why::NoFolder(_)
        | Why::IsFolder
        | Why::IsNoFile
        | Why::IsReadOnly
        | Why::NameTooLong
        | Why::Failed(..)
        | Why::NotSeen(_) => refused.to_string(),
    }
}

/// The picture as the bytes of a file.
fn draw(
    record: &Meetings,
    state: &State,
    (width, height): (f32, f32),
    print: Print,
    format: Format,
) -> Result<Vec<u8>, NotDrawn> {
    let meetings = &*as_seen(record, state.borders);
    let shown = &Shown::new(meetings, &state.question());
    let (chart, size) = (state.chart(&shown.ties), [width, height]);
    format.write(&Exhibit { record, meetings, shown, state, chart, size }, print)
}
