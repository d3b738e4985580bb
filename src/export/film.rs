//! A film: the play of the timeline as an animated PNG, or picture by picture.

use super::format::texts;
use super::made::{Made, What};
use super::png::{NotDrawn, Pixels, encoder, per_metre, pixels, written};
use super::sheet::{Exhibit, Sheet};
use super::told::{MOST_NAMED, Told};
use crate::globe::borders::Borders;
use crate::globe::land::Lands;
use crate::page::Below;
use crate::picture::compose::compose;
use crate::picture::made_up;
use crate::picture::scene::Scene;
use crate::query::index::Index;
use crate::query::play::{Window, windows};
use crate::query::shown::Shown;
use crate::query::timeline::Timeline;
use crate::state::{Framing, State};
use crate::words::part::exported::ExportedText;
use crate::words::say;
use crate::words::spoken::speaking;
use std::fmt;
use std::num::NonZeroUsize;
use std::thread;

/// Pictures of a film at most.
pub const MOST_FRAMES: usize = 5000;

/// Why there is no film.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFilm {
    /// It would have so many pictures.
    TooLong(usize),
    /// Nothing has a date.
    NothingToPlay,
    /// A picture cannot be drawn.
    NotDrawn(NotDrawn),
}

impl fmt::Display for NoFilm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(frames) => f.write_str(&say(ExportedText::TooManyFrames(*frames, MOST_FRAMES))),
            Self::NothingToPlay => f.write_str(&say(ExportedText::NothingToPlay)),
            Self::NotDrawn(why) => why.fmt(f),
        }
    }
}

impl From<NotDrawn> for NoFilm {
    fn from(why: NotDrawn) -> Self {
        Self::NotDrawn(why)
    }
}

/// Keeps the map of the next state where it is on this scene: what comes and goes is seen only on a map that
/// stands still.
pub fn hold_still(scene: &Scene, next: &mut State) {
    if next.framing == Framing::Fit {
        next.framing = Framing::Frozen(made_up::of(scene).view);
    }
    let chart = scene.lands.chart;
    if chart.projection.rim().is_some() {
        next.centre.get_or_insert(chart.centre);
    }
}

/// The windows of time that a film of this map plays through.
pub fn film_windows(exhibit: &Exhibit) -> Result<Vec<Window>, NoFilm> {
    let Exhibit { meetings, shown, state, .. } = exhibit;
    let timeline = Timeline::new(meetings, &Index::new(meetings), shown, state.time.grain);
    let all: Vec<Window> = windows(&timeline, state.filter.from.zip(state.filter.to)).collect();
    match all.len() {
        0 => Err(NoFilm::NothingToPlay),
        frames if frames > MOST_FRAMES => Err(NoFilm::TooLong(frames)),
        _ => Ok(all),
    }
}

/// Draws the pictures of a film, several at once, and gives them one after the other: so many pixels to a
/// unit of the files.
pub fn frames(
    exhibit: &Exhibit,
    scale: f32,
    mut give: impl FnMut(usize, Pixels) -> Result<(), NoFilm>,
) -> Result<(), NoFilm> {
    let Exhibit { record: _, meetings, shown, state, chart, size } = *exhibit;
    let all = film_windows(exhibit)?;
    let (index, borders) = (Index::new(meetings), Borders::under(state.borders));
    let lands = Lands::for_files(borders, chart);
    let mut still = state.clone();
    // A table under the map would grow and shrink, and the map with it.
    still.page.below = Below::Nothing;
    let first = still.clone();
    let all_of_it = Scene { meetings, shown, borders, lands: &lands, state: &first, pointed: None, size };
    hold_still(&all_of_it, &mut still);
    let draw = |&(from, to): &Window| {
        let mut state = still.clone();
        (state.filter.from, state.filter.to) = (Some(from), Some(to));
        state.follow();
        let shown = &Shown::with(meetings, &index, &state.question());
        let scene = Scene { meetings, shown, borders, lands: &lands, state: &state, pointed: None, size };
        let drawn = pixels(&compose(&scene), scale * state.page.stretch())?;
        Ok(Pixels { per_metre: per_metre(scale), ..drawn })
    };
    let at_once = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut number = 0;
    for some in all.chunks(at_once) {
        let drawn: Vec<Result<Pixels, NotDrawn>> = thread::scope(|scope| {
            let workers: Vec<_> = some.iter().map(|window| scope.spawn(move || draw(window))).collect();
            workers.into_iter().map(|worker| worker.join().expect("drawing does not panic")).collect()
        });
        for pixels in drawn {
            give(number, pixels?)?;
            number += 1;
        }
    }
    Ok(())
}

/// The film as an animated PNG (PNG, third edition) that plays without end. Of each picture but the first,
/// the file has the part that differs from the one before.
pub fn film(exhibit: &Exhibit, scale: f32, per_second: u16) -> Result<Vec<u8>, NoFilm> {
    let number = film_windows(exhibit)?.len();
    let what = What::Film { size: exhibit.size, scale, per_second };
    let picture = exhibit.picture();
    let told =
        speaking(exhibit.state.language, || Told::new(&picture, exhibit.meetings, exhibit.shown, MOST_NAMED));
    let sheet = Sheet { picture, told, made: Made::new(exhibit.record, exhibit.state, what) };
    let stretched = scale * exhibit.state.page.stretch();
    let side = |points: f32| (points * stretched).round() as u32;
    let size = (side(exhibit.size[0]), side(exhibit.size[1]));
    if size.0 == 0 || size.1 == 0 {
        return Err(NotDrawn::Size(size.0, size.1).into());
    }
    let mut file = Vec::new();
    let mut encoder = encoder(&mut file, size, per_metre(scale));
    written(encoder.set_animated(number as u32, 0));
    written(encoder.set_frame_delay(1, per_second));
    for (keyword, text) in texts(&sheet) {
        written(encoder.add_itxt_chunk(keyword.to_owned(), text));
    }
    let mut writer = written(encoder.write_header());
    let mut before: Option<Pixels> = None;
    frames(exhibit, scale, |_, now| {
        let part = before.as_ref().map_or([0, 0, now.width, now.height], |before| changed(before, &now));
        let [left, top, right, bottom] = part;
        if before.is_some() {
            // The position goes first: each part must lie within the page.
            written(writer.reset_frame_position());
            written(writer.set_frame_dimension(right - left, bottom - top));
            written(writer.set_frame_position(left, top));
        }
        written(writer.write_image_data(&cut(&now, part)));
        before = Some(now);
        Ok(())
    })?;
    written(writer.finish());
    Ok(file)
}

/// The box around all pixels that differ: left, top, right and bottom, the last two beyond it. At least one
/// pixel.
fn changed(before: &Pixels, now: &Pixels) -> [u32; 4] {
    let row = 4 * now.width as usize;
    let rows = || before.rgba.chunks_exact(row).zip(now.rgba.chunks_exact(row)).zip(0_u32..);
    let mut found: Option<[u32; 4]> = None;
    for ((old, new), y) in rows().filter(|((old, new), _)| old != new) {
        let differ = |place: &usize| old[4 * place..4 * place + 4] != new[4 * place..4 * place + 4];
        let width = now.width as usize;
        let first = (0..width).find(differ).unwrap_or(0) as u32;
        let last = (0..width).rfind(differ).unwrap_or(0) as u32 + 1;
        let [left, top, right, _] = found.unwrap_or([first, y, last, y]);
        found = Some([left.min(first), top, right.max(last), y + 1]);
    }
    found.unwrap_or([0, 0, 1, 1])
}

/// The pixels of a part.
fn cut(pixels: &Pixels, [left, top, right, bottom]: [u32; 4]) -> Vec<u8> {
    let row = 4 * pixels.width as usize;
    let (begin, end) = (4 * left as usize, 4 * right as usize);
    let rows = pixels.rgba.chunks_exact(row).skip(top as usize).take((bottom - top) as usize);
    rows.flat_map(|row| &row[begin..end]).copied().collect()
}
