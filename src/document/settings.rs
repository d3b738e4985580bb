//! Settings: what is remembered from one start to the next, in the system's configuration folder.

use super::file::paths::whole;
use super::text_size::TextSize;
use crate::disk::{self, NotWritten, Oddity, Replace};
use crate::gazetteer::language::Language;
use crate::globe::policy::BorderPolicy;
use crate::state::Theme;
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
pub const MOST_RECENT: usize = 10;

/// The longest file of settings that is read, in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// What is remembered. `None` stands for what the program does by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The window's width and height in points.
    pub window: Option<[f32; 2]>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// How large the window's texts are.
    pub text_size: Option<TextSize>,
    /// The language of the window.
    pub speech: Option<Language>,
    /// The language of the map that was made last.
    pub language: Option<Language>,
    /// Whose land areas of contested status are drawn with.
    pub borders: Option<BorderPolicy>,
    /// The folder in which a file was opened or saved last.
    pub last_folder: Option<PathBuf>,
    /// Files that were opened or saved, the latest first, at most [`MOST_RECENT`].
    pub recent: Vec<PathBuf>,
    /// What a newer program wrote. It is written back.
    pub unknown: Map<String, Value>,
}

/// What is to be said about settings that were not read or not written. The program goes on without them.
#[derive(Debug)]
pub enum Remark {
    /// The file cannot be read. The defaults are used.
    NotReadable(PathBuf, io::Error),
    /// The file holds no settings: it is damaged. The defaults are used, and the file is kept under this
    /// name.
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where it is kept, if it could be.
        kept: Option<PathBuf>,
    },
    /// Some values in the file could not be used: their names.
    Unusable(PathBuf, Vec<String>),
    /// The folder cannot be made.
    NoFolder(PathBuf, io::Error),
    /// The file cannot be written.
    NotWritten(NotWritten),
}

/// The folder of settings: the one given, or the system's for the user; `None` if the user has none.
#[must_use]
pub fn folder(given: Option<&Path>) -> Option<PathBuf> {
    given.map(Path::to_owned).or_else(|| system_folder().map(|folder| folder.join("summitry")))
}

fn system_folder() -> Option<PathBuf> {
    let system = choose_native_strategy().ok()?;
    // On macOS programs keep their files in Application Support: Preferences is the system's own.
    Some(if cfg!(target_os = "macos") { system.data_dir() } else { system.config_dir() })
}

/// The folder of recovery copies in a folder of settings.
#[must_use]
pub fn recovery_folder(folder: &Path) -> PathBuf {
    folder.join("recovery")
}

/// The settings in a folder; the defaults if there are none.
#[must_use]
pub fn load(folder: &Path) -> (Settings, Option<Remark>) {
    let path = settings_path(folder);
    let text = match text_of(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (Settings::default(), None),
        Err(error) => return (Settings::default(), Some(Remark::NotReadable(path, error))),
    };
    match serde_json::from_slice(&text) {
        Ok(Value::Object(map)) => {
            let (settings, unusable) = from_map(map);
            let remark = (!unusable.is_empty()).then_some(Remark::Unusable(path, unusable));
            (settings, remark)
        }
        Ok(_) | Err(_) => (Settings::default(), Some(Remark::Damaged { path, kept: None })),
    }
}

/// Reads the settings anew, so that what another window remembered stays, changes them and writes them.
pub fn remember(folder: &Path, change: impl FnOnce(&mut Settings)) -> Result<(), Remark> {
    fs::create_dir_all(folder).map_err(|error| Remark::NoFolder(folder.to_owned(), error))?;
    let path = settings_path(folder);
    let (mut settings, remark) = load(folder);
    let mut said = None;
    match remark {
        None | Some(Remark::Unusable(..) | Remark::NoFolder(..) | Remark::NotWritten(_)) => {}
        // What cannot be read may still be of worth to the user.
        Some(Remark::NotReadable(..)) => return Err(remark.expect("it was matched")),
        Some(Remark::Damaged { .. }) => {
            let kept = folder.join("settings.damaged.json");
            let kept = fs::rename(&path, &kept).is_ok().then_some(kept);
            said = Some(Remark::Damaged { path: path.clone(), kept });
        }
    }
    let before = settings.clone();
    change(&mut settings);
    if settings != before || said.is_some() {
        disk::write(&path, to_text(&settings).as_bytes(), Replace::AnyFile).map_err(Remark::NotWritten)?;
    }
    said.map_or(Ok(()), Err)
}

impl Settings {
    /// Notes that a file was opened or saved: it is the first of the recent ones, and its folder the last
    /// one.
    pub fn used(&mut self, path: &Path) {
        let path = whole(path);
        self.last_folder = path.parent().map(Path::to_owned);
        self.recent.retain(|recent| *recent != path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }
}

fn settings_path(folder: &Path) -> PathBuf {
    folder.join("settings.json")
}

pub(super) fn text_of(path: &Path) -> io::Result<Vec<u8>> {
    // A pipe in its place would keep us waiting.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other(Oddity::NoFile));
    }
    let mut text = Vec::new();
    File::open(path)?.take(MOST_BYTES).read_to_end(&mut text)?;
    Ok(text)
}

/// The settings of an object, and the names of what could not be used in it.
fn from_map(mut map: Map<String, Value>) -> (Settings, Vec<String>) {
    let mut unusable = Vec::new();
    let mut recent: Vec<PathBuf> = take(&mut map, "recent", &mut unusable).unwrap_or_default();
    recent.truncate(MOST_RECENT);
    let window = take(&mut map, "window", &mut unusable);
    let has_room = |sides: &[f32; 2]| sides.iter().all(|side| (100.0..=20_000.0).contains(side));
    let settings = Settings {
        window: window.filter(has_room),
        theme: take(&mut map, "theme", &mut unusable),
        text_size: take(&mut map, "text_size", &mut unusable),
        speech: take(&mut map, "window_language", &mut unusable),
        language: take(&mut map, "language", &mut unusable),
        borders: take(&mut map, "borders", &mut unusable),
        last_folder: take(&mut map, "last_folder", &mut unusable),
        recent,
        unknown: map,
    };
    (settings, unusable)
}

fn take<T: DeserializeOwned>(
    map: &mut Map<String, Value>,
    key: &str,
    unusable: &mut Vec<String>,
) -> Option<T> {
    let value = map.remove(key).filter(|value| !value.is_null())?;
    let read = serde_json::from_value(value);
    if read.is_err() {
        unusable.push(key.to_owned());
    }
    read.ok()
}

fn to_text(settings: &Settings) -> String {
    let Settings { window, theme, text_size, speech, language, borders, last_folder, recent, unknown } =
        settings;
    // A path that is no text cannot be in JSON; it is the system's business and is not remembered.
    let text = |path: &PathBuf| path.to_str().map(str::to_owned);
    let known = [
        ("window", json!(window)),
        ("theme", json!(theme)),
        ("text_size", json!(text_size)),
        ("window_language", json!(speech)),
        ("language", json!(language)),
        ("borders", json!(borders)),
        ("last_folder", json!(last_folder.as_ref().and_then(text))),
        ("recent", json!(recent.iter().filter_map(text).collect::<Vec<_>>())),
    ];
    let mut map = unknown.clone();
    map.extend(
        known.into_iter().map(|(key, value)| (key.to_owned(), value)).filter(|(_, value)| !value.is_null()),
    );
    let mut text = serde_json::to_string_pretty(&map).expect("plain values become JSON");
    text.push('\n');
    text
}
