//! Exporting in the background: the map or the window into a file or onto the clipboard, and what came of it.

use super::answers::Answers;
use super::effect::Export;
use crate::disk::{self, Found, Replace};
use crate::document::file::paths::whole;
use crate::export;
use crate::export::data::{Answered, DataFormat};
use crate::export::listing::place_in_words;
use crate::export::png::{Pixels, encode, pixels};
use crate::export::sheet::Print;
use crate::globe::chart::Chart;
use crate::meeting::identity::MeetingId;
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::doing::Doing;
use crate::words::part::saving::{Saving, SavingText};
use crate::words::spoken::speaking;
use crate::words::{label, say};
use crate::work::{Progress, Worker};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What is saved.
    pub what: Export,
    /// Pixels a point.
    pub scale: f32,
    /// Where.
    pub path: PathBuf,
    /// Whether a file that is there may be replaced.
    pub may_replace: bool,
}

/// The map that is exported: everything it is drawn from.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// The table and its answers.
    pub answers: Answers,
    /// The state that is drawn.
    pub state: State,
    /// Where the map lies flat.
    pub chart: Chart,
    /// Width and height of the map in the window, in points.
    pub size: [f32; 2],
}

impl Exhibit {
    /// Does something with the map on its page, its question put back to the one that the answers answer.
    pub fn with<T>(&self, work: impl FnOnce(&export::sheet::Exhibit) -> T) -> T {
        let Self { answers, state, chart, size } = self;
        let state = &answers.drawn(state).on_page();
        let (record, meetings, shown) = (answers.record(), answers.meetings(), &*answers.shown);
        let size = state.page.composed(*size);
        work(&export::sheet::Exhibit { record, meetings, shown, state, chart: *chart, size })
    }

    /// The same map as the window shows it.
    #[must_use]
    pub fn on_screen(&self) -> Self {
        Self { state: self.state.on_screen(), ..self.clone() }
    }
}

/// A picture of the window.
#[derive(Debug)]
pub struct Screenshot {
    /// Its pixels.
    pub image: Arc<egui::ColorImage>,
    /// The file that they go to.
    pub path: PathBuf,
    /// Which file they may replace there.
    pub replace: Replace,
}

/// What came of an export.
#[derive(Debug)]
pub enum Exported {
    /// It is done, as the sentence says.
    Done(String),
    /// There is a file already: ask before it is replaced.
    WouldReplace(Order, Found),
    /// The path is free for a picture of the window, whose pixels only the window has.
    WindowTo(PathBuf, Replace),
    /// The map, for the clipboard.
    Copy(Pixels),
    /// Words, for the clipboard.
    Words(String),
}

/// Writes the map, or says what is in the way; a picture of the window is only cleared for writing.
pub fn export(worker: &Worker, exhibit: &Exhibit, order: Order) -> Result<Exported, String> {
    if !order.may_replace
        && let Some(found) = disk::found(&order.path).map_err(|why| why.to_string())?
    {
        return Ok(Exported::WouldReplace(order, found));
    }
    let Order { what, scale, path, may_replace } = order;
    let replace = if may_replace { Replace::AnyFile } else { Replace::Nothing };
    worker.report(Progress::Doing(label(Doing::Drawing).to_owned()));
    let bytes = match what {
        Export::Window => return Ok(Exported::WindowTo(path, replace)),
        Export::Map(format) => {
            let print = Print { scale, ..Print::default() };
            exhibit.with(|map| format.write(map, print)).map_err(undrawable)?
        }
        Export::Data(data) => {
            let format = DataFormat::of_file(&path).unwrap_or(DataFormat::Xlsx);
            let written = exhibit.with(|map| Answered::of(map).write(data, format));
            written.map_err(|why| say(SavingText::DataNotSaved(&path, &why.to_string())))?
        }
    };
    if worker.is_cancelled() {
        return Err(label(Saving::ExportCancelled).to_owned());
    }
    worker.report(Progress::Doing(label(Doing::Writing).to_owned()));
    save(&bytes, &path, replace)
}

/// The map at two pixels a point.
pub fn copy(exhibit: &Exhibit) -> Result<Exported, String> {
    exhibit.on_screen().with(|map| pixels(&map.picture(), 2.0)).map(Exported::Copy).map_err(undrawable)
}

/// Words about the map, for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// What stands below it in print.
    Caption,
    /// What stands in its place for those who cannot see it.
    Alternative,
    /// How it is cited.
    View,
    /// How a meeting is cited.
    Meeting(MeetingId),
}

/// The words, in the language of the map.
#[must_use]
pub fn words(exhibit: &Exhibit, about: &About) -> Exported {
    let spoken = |map: &export::sheet::Exhibit| match about {
        About::Caption => say(Message::Caption(&map.title(), map.shown, map.meetings)),
        About::Alternative => say(Message::Alternative(&map.title(), map.shown, map.meetings)),
        About::View => map.citation(),
        About::Meeting(id) => map.record.row_of(id.as_str()).map_or_else(String::new, |row| {
            let meeting = map.record.get(row);
            say(Message::MeetingCited(meeting, &place_in_words(&meeting.venue)))
        }),
    };
    Exported::Words(exhibit.with(|map| speaking(map.state.language, || spoken(map))))
}

/// Writes a picture of the window.
pub fn save_window(image: &egui::ColorImage, path: &Path, replace: Replace) -> Result<Exported, String> {
    let rgba = image.pixels.iter().flat_map(egui::Color32::to_srgba_unmultiplied).collect();
    let pixels = Pixels { width: image.width() as u32, height: image.height() as u32, rgba, per_metre: 0 };
    save(&encode(&pixels), path, replace)
}

fn save(bytes: &[u8], path: &Path, replace: Replace) -> Result<Exported, String> {
    disk::write(path, bytes, replace).map_err(|why| why.to_string())?;
    Ok(Exported::Done(say(SavingText::Saved(&whole(path)))))
}

fn undrawable(why: impl std::fmt::Display) -> String {
    say(SavingText::MapNotDrawn(&why.to_string()))
}
