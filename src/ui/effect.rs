//! What is exported and where to: the map or the window, and the system's own file dialogs.

use crate::document::file::paths::whole;
use crate::export::data::{Data, DataFormat};
use crate::export::format::{Format, UnknownEnding};
use crate::words::part::dialogs::{DialogText, Dialogs};
use crate::words::part::exported::Heads;
use crate::words::{label, say};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What the export dialog can save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Export {
    /// The map.
    Map(Format),
    /// The whole window as pixels.
    Window,
    /// The data of what is shown; the ending of the file decides the format.
    Data(Data),
}

impl Export {
    /// All pictures, in the order of the dialog.
    pub const PICTURES: [Self; 5] = [
        Self::Map(Format::Png),
        Self::Map(Format::Svg),
        Self::Map(Format::Pdf),
        Self::Map(Format::Html),
        Self::Window,
    ];
    /// All data, in the order of the dialog.
    pub const DATA: [Self; 4] = [
        Self::Data(Data::Meetings),
        Self::Data(Data::Lines),
        Self::Data(Data::Matrix),
        Self::Data(Data::Counts),
    ];

    /// The words in the dialog.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Map(Format::Png) => label(Dialogs::MapAsPng),
            Self::Map(Format::Svg) => label(Dialogs::MapAsSvg),
            Self::Map(Format::Pdf) => label(Dialogs::MapAsPdf),
            Self::Map(Format::Html) => label(Dialogs::MapAsPage),
            Self::Window => label(Dialogs::WindowAsPng),
            Self::Data(Data::Meetings) => label(Heads::Meetings),
            Self::Data(Data::Lines) => label(Heads::Lines),
            Self::Data(Data::Matrix) => label(Heads::Matrix),
            Self::Data(Data::Counts) => label(Heads::Counts),
        }
    }

    /// The ending that is proposed for its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Map(format) => format.ending(),
            Self::Window => Format::Png.ending(),
            Self::Data(_) => DataFormat::Xlsx.ending(),
        }
    }

    /// Whether a file of this ending may hold it.
    #[must_use]
    pub fn takes(self, path: &Path) -> bool {
        match self {
            Self::Map(_) | Self::Window => self.for_file(path).is_ok_and(|(_, what)| what == self),
            Self::Data(data) => DataFormat::of_file(path).is_some_and(|format| format.holds(data)),
        }
    }

    /// The file to write, with an ending, and what is saved in it: the map in the format that the ending asks
    /// for. Or why it cannot be saved there.
    pub fn for_file(self, path: &Path) -> Result<(PathBuf, Self), String> {
        let picture = |format| Format::for_file(path, format).map_err(|why| why.to_string());
        match self {
            Self::Map(format) => picture(format).map(|(path, format)| (path, Self::Map(format))),
            Self::Window => match picture(Format::Png)? {
                (path, Format::Png) => Ok((path, self)),
                (_, Format::Svg | Format::Pdf | Format::Html) => {
                    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
                    Err(UnknownEnding(ending).to_string())
                }
            },
            Self::Data(data) => {
                let path = if path.extension().is_none() {
                    path.with_extension(self.ending())
                } else {
                    path.to_owned()
                };
                if self.takes(&path) {
                    return Ok((path, self));
                }
                let endings: Vec<&str> = DataFormat::all_for(data).map(DataFormat::ending).collect();
                Err(say(DialogText::DataEndings(&endings)))
            }
        }
    }
}

/// What the system's dialog gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// These files.
    Files(Vec<PathBuf>),
    /// Nothing: the user left it.
    Nothing,
    /// Nothing: the system has no such dialog.
    NoDialog,
}

/// Nobody leaves a dialog sooner than this after it was asked for: then there was none.
const NO_DIALOG: Duration = Duration::from_millis(250);

fn chosen(ask: impl FnOnce() -> Option<Vec<PathBuf>>) -> Chosen {
    let begin = Instant::now();
    match ask() {
        Some(files) => Chosen::Files(files),
        None if begin.elapsed() < NO_DIALOG => Chosen::NoDialog,
        None => Chosen::Nothing,
    }
}

/// A dialog of the system that begins in the folder of a typed path.
fn dialog_at(path: &str) -> rfd::FileDialog {
    let typed = whole(Path::new(path.trim()));
    let folder = if typed.is_dir() { Some(&*typed) } else { typed.parent() };
    let dialog = rfd::FileDialog::new();
    match folder.filter(|folder| folder.is_dir()) {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// Asks for a file to write with the system's dialog. Waits until the user has answered it.
#[must_use]
pub fn ask_where_to_save(path: &str, ending: &str) -> Chosen {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let dialog = dialog_at(path).add_filter(ending, &[ending]).set_file_name(name);
    chosen(|| dialog.save_file().map(|file| vec![file]))
}

/// Asks for tables with the system's dialog. Waits until the user has answered it.
#[must_use]
pub fn ask_what_to_open(path: &str) -> Chosen {
    const ENDINGS: [&str; 15] = [
        "summitry", "xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt", "json", "jsonl", "geojson", "xml",
        "html", "zip", "parquet",
    ];
    let dialog = dialog_at(path)
        .add_filter(label(Dialogs::TablesAndProjects), &ENDINGS)
        .add_filter(label(Dialogs::AllFiles), &["*"]);
    chosen(|| dialog.pick_files())
}
