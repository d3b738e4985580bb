//! Effects: what reaches outside the window, each ending in one sentence for the reader.

use crate::disk::{self, Replace};
use crate::export::format::{Format, UnknownEnding};
use crate::export::png::{Pixels, encode, pixels};
use crate::picture::Picture;
use std::path::{Path, PathBuf};

/// What the export dialog can save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Export {
    /// The map.
    Map(Format),
    /// The whole window as pixels.
    Window,
}

impl Export {
    /// Everything, in the order of the dialog.
    pub const ALL: [Self; 3] = [Self::Map(Format::Png), Self::Map(Format::Svg), Self::Window];

    /// The words in the dialog.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Map(Format::Png) => "Map as PNG",
            Self::Map(Format::Svg) => "Map as SVG",
            Self::Window => "Window as PNG",
        }
    }

    /// The format of its files.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Map(format) => format,
            Self::Window => Format::Png,
        }
    }

    /// The file to write, with an ending, and what is saved in it: the map in the format that the ending asks for.
    pub fn for_file(self, path: &Path) -> Result<(PathBuf, Self), UnknownEnding> {
        let (path, format) = Format::for_file(path, self.format())?;
        match self {
            Self::Map(_) => Ok((path, Self::Map(format))),
            Self::Window if format == Format::Png => Ok((path, self)),
            Self::Window => Err(UnknownEnding(format.ending().to_owned())),
        }
    }
}

/// Saves the map, and says where it lies or why it could not be saved.
#[must_use]
pub fn save_map(picture: &Picture, format: Format, scale: f32, path: &Path) -> String {
    match format.write(picture, scale) {
        Ok(bytes) => save(&bytes, path),
        Err(why) => format!("The map could not be drawn: {why}"),
    }
}

/// Saves a screenshot.
#[must_use]
pub fn save_window(image: &egui::ColorImage, path: &Path) -> String {
    let rgba = image.pixels.iter().flat_map(egui::Color32::to_srgba_unmultiplied).collect();
    let pixels = Pixels { width: image.width() as u32, height: image.height() as u32, rgba, per_metre: 0 };
    save(&encode(&pixels), path)
}

fn save(bytes: &[u8], path: &Path) -> String {
    disk::write(path, bytes, Replace::AnyFile)
        .map_or_else(|why| why.to_string(), |()| format!("Saved {}", full(path).display()))
}

fn full(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Puts the map on the clipboard at two pixels a point.
#[must_use]
pub fn copy_map(ctx: &egui::Context, picture: &Picture) -> String {
    match pixels(picture, 2.0) {
        Ok(Pixels { width, height, rgba, .. }) => {
            let size = [width as usize, height as usize];
            ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &rgba));
            format!("The map is on the clipboard, {width} × {height} pixels")
        }
        Err(why) => format!("The map could not be drawn: {why}"),
    }
}

/// Asks for a file with the system's dialog; `None` if the user leaves it or the system has none.
#[must_use]
pub fn ask_where_to_save(path: &str, ending: &str) -> Option<PathBuf> {
    let name = Path::new(path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    rfd::FileDialog::new().add_filter(ending, &[ending]).set_file_name(name).save_file()
}

/// Asks for tables with the system's dialog.
#[must_use]
pub fn ask_what_to_open() -> Option<Vec<PathBuf>> {
    rfd::FileDialog::new().add_filter("tables", &["csv", "tsv", "txt"]).pick_files()
}
