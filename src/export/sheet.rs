//! The sheet: a picture with what it tells, in the language of its map, and where it is from, ready to be
//! written in any format.

use super::made::{Made, VERSION, What};
use super::svg::Letters;
use super::told::{MOST_NAMED, Told};
use crate::document::digest::Digest;
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::Lands;
use crate::meeting::table::Meetings;
use crate::picture::Picture;
use crate::picture::compose::{compose, compose_map};
use crate::picture::header::title;
use crate::picture::scene::Scene;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::{Cited, Message};
use crate::words::say;
use crate::words::spoken::speaking;
use std::borrow::Cow;

/// A map that is exported: everything that its files are made from.
#[derive(Clone, Copy, Debug)]
pub struct Exhibit<'a> {
    /// The meetings as they are recorded.
    pub record: &'a Meetings,
    /// The meetings as the border policy sees them.
    pub meetings: &'a Meetings,
    /// The answers to the state's question.
    pub shown: &'a Shown,
    /// Everything that was set.
    pub state: &'a State,
    /// How the globe is laid flat.
    pub chart: Chart,
    /// Width and height of the page in points.
    pub size: [f32; 2],
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Print {
    /// Pixels a point, for pixels.
    pub scale: f32,
    /// How the letters of an SVG are written.
    pub letters: Letters,
}

impl Default for Print {
    fn default() -> Self {
        Self { scale: 1.0, letters: Letters::Embedded }
    }
}

/// A picture with all that its files hold.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What is drawn.
    pub picture: Picture,
    /// What it tells beside.
    pub told: Told,
    /// Where it is from.
    pub made: Made,
}

impl<'a> Exhibit<'a> {
    /// The title over it.
    #[must_use]
    pub fn title(&self) -> Cow<'a, str> {
        speaking(self.state.language, || title(self.state, self.shown))
    }

    /// How it is cited: with the digest of its data.
    #[must_use]
    pub fn citation(&self) -> String {
        let data = Digest::of(self.record).to_string();
        let (title, question, borders) = (self.title(), &self.shown.question, self.state.borders);
        let cited = Cited { title: &title, question, borders, version: VERSION, data: &data };
        speaking(self.state.language, || say(Message::ViewCited(cited)))
    }

    /// The picture with all the detail there is, without what a pointer lights.
    #[must_use]
    pub fn picture(&self) -> Picture {
        self.composed(compose, self.size)
    }

    /// The map alone on a page of this size, for where the words around it stand elsewhere.
    #[must_use]
    pub fn map_alone(&self, size: [f32; 2]) -> Picture {
        self.composed(compose_map, size)
    }

    fn composed(&self, compose: fn(&Scene) -> Picture, size: [f32; 2]) -> Picture {
        let Self { record: _, meetings, shown, state, chart, size: _ } = *self;
        let borders = Borders::under(state.borders);
        let lands = Lands::for_files(borders, chart);
        compose(&Scene { meetings, shown, borders, lands: &lands, state, pointed: None, size })
    }

    /// The sheet for files of this format.
    #[must_use]
    pub fn sheet(&self, format: &str, print: Print) -> Sheet {
        let picture = self.picture();
        let told =
            speaking(self.state.language, || Told::new(&picture, self.meetings, self.shown, MOST_NAMED));
        let Print { scale, letters } = print;
        let (format, letters) = (format.to_owned(), letters.name().to_owned());
        let what = What::Map { format, size: self.size, scale, letters };
        Sheet { picture, told, made: Made::new(self.record, self.state, what) }
    }
}
