//! `summitry film`: the play of the timeline as an animated PNG, or a picture for each step.

use super::deliver::{may_replace_earlier, refusal, with_ending};
use super::render::{MapOptions, with_map};
use super::{Answer, remarks, status};
use crate::disk::{self, Replace};
use crate::export::film::{self, NoFilm, film_windows};
use crate::export::format::Format;
use crate::export::made::What;
use crate::export::png::encode;
use crate::export::sheet::Exhibit;
use crate::words::message::Message;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::fs;
use std::path::{Path, PathBuf};

/// What to play, and where to.
#[derive(Clone, Debug)]
pub struct Film {
    /// The map.
    pub map: MapOptions,
    /// Where the film goes.
    pub to: Goal,
    /// Whether files that are there may be replaced.
    pub force: bool,
    /// Pixels a point; `None` for what is usual on its page.
    pub scale: Option<f32>,
    /// Pictures a second.
    pub per_second: u16,
}

/// Where a film goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// An animated PNG.
    File(PathBuf),
    /// A folder with a picture for each step, which is made if it is not there.
    Folder(PathBuf),
}

/// Writes the film. Problems in the files are remarks.
#[must_use]
pub fn film(options: Film) -> Answer {
    let Film { map, to, force, scale, per_second } = options;
    let (to, renamed) = match to {
        Goal::File(path) => {
            let (path, said) = with_ending(path, Format::Png.ending());
            (Goal::File(path), said)
        }
        Goal::Folder(folder) => (Goal::Folder(folder), None),
    };
    let mut replace = if force { Replace::AnyFile } else { Replace::Nothing };
    if let Goal::File(path) = &to {
        replace = may_replace_earlier(path, force, |what| matches!(what, What::Film { .. }));
        let is_png = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("png") || ending.eq_ignore_ascii_case("apng"));
        if !is_png {
            return Answer::refusal(&say(CommandLineText::NoFilmFile(path)));
        }
        if let Err(refused) = disk::check(path, replace) {
            return Answer::refusal(&refusal(&refused));
        }
    }
    let drawn = with_map(map, |exhibit, import| {
        let scale = scale.unwrap_or_else(|| exhibit.state.page.usual_scale());
        let written = match &to {
            Goal::File(path) => to_file(exhibit, path, replace, scale, per_second),
            Goal::Folder(folder) => to_folder(exhibit, folder, replace, scale, per_second),
        };
        let (mut remarks, status) = (remarks(import), status(import));
        remarks.extend(renamed);
        match written {
            Ok(said) => {
                remarks.push(said);
                Answer { remarks, status, ..Answer::default() }
            }
            Err(why) => Answer { remarks, ..Answer::default() }.but_failed(&why),
        }
    });
    drawn.unwrap_or_else(|answer| answer)
}

fn to_file(
    exhibit: &Exhibit,
    path: &Path,
    replace: Replace,
    scale: f32,
    per_second: u16,
) -> Result<String, String> {
    let bytes = film::film(exhibit, scale, per_second).map_err(|why| why.to_string())?;
    disk::write(path, &bytes, replace).map_err(|why| why.to_string())?;
    Ok(say(CommandLineText::Wrote(path)))
}

fn to_folder(
    exhibit: &Exhibit,
    folder: &Path,
    replace: Replace,
    scale: f32,
    per_second: u16,
) -> Result<String, String> {
    let number = film_windows(exhibit).map_err(|why| why.to_string())?.len();
    fs::create_dir_all(folder).map_err(|error| say(Message::System(&error)))?;
    let path = |frame: usize| folder.join(format!("frame-{:04}.png", frame + 1));
    for frame in 0..number {
        disk::check(&path(frame), replace).map_err(|refused| refusal(&refused))?;
    }
    let mut failed = None;
    let drawn = film::frames(exhibit, scale, |frame, pixels| {
        if failed.is_none() {
            failed = disk::write(&path(frame), &encode(&pixels), replace).err();
        }
        Ok::<(), NoFilm>(())
    });
    drawn.map_err(|why| why.to_string())?;
    match failed {
        Some(why) => Err(why.to_string()),
        None => Ok(say(CommandLineText::Ffmpeg(folder, number, per_second))),
    }
}
