//! The screen of the review: what is chosen on it, its keys, and how its parts lie beside each other.

use super::bar::{self, SURE, bar_ui};
use super::choice::{Choice, name_of, point};
use super::detail::{About, Asked, DetailContext, Options, detail_ui, search_id};
use super::empty::empty_ui;
use super::framing::{Move, fit};
use super::list::{ListContext, Listed, list_ui};
use super::pins::{Pins, pins_ui};
use super::preview::{MOST_DRAWN, Preview};
use super::worked::Worked;
use crate::document::Document;
use crate::document::edit::Decision;
use crate::globe::land::Lands;
use crate::import::decisions::{Decided, Decisions};
use crate::meeting::table::Meetings;
use crate::picture::layout::Layout;
use crate::picture::look::Look;
use crate::query::place_texts::PlaceText;
use crate::query::question::filter::Filter;
use crate::state::{State, Time};
use crate::ui::command::Command;
use crate::ui::map::{self, Clicks, map_ui};
use crate::ui::paint::Meshes;
use crate::ui::style;
use crate::ui::under_way::Told;
use crate::words::part::reviewing::{Reviewing, ReviewingText};
use crate::words::{label, say};
use egui::{Key, Modifiers};
use std::sync::Arc;

/// The widths of the two panels, at most so much of the window.
const LIST: f32 = 300.0;
const DETAIL: f32 = 330.0;
const SHARE: f32 = 0.31;

/// The keys that choose a place by its number.
const NUMBERS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// What the review shows and remembers.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Review {
    is_open: bool,
    worked: Worked,
    listed: Listed,
    /// The number of the text that is chosen.
    selected: Option<usize>,
    choice: Choice,
    options: Options,
    about: About,
    preview: Preview,
    /// How the map lies: a state of its own, so that looking at places moves nothing on the map of all
    /// meetings.
    state: State,
    /// Whether the map is to show the places on offer.
    fits: bool,
    /// Whether the list is to show the text that is chosen.
    scrolls: bool,
    /// Whether a text is to be chosen once the texts are known.
    begins: bool,
    /// Where the map lies in the window.
    map: egui::Rect,
    /// What keys asked for at the start of the frame.
    asked: Vec<Asked>,
    /// What the map is to do.
    moves: Vec<Move>,
    /// The decisions of the document and its files, and what they were put together from.
    decisions: Option<(Document, Arc<Decisions>)>,
}

impl Default for Review {
    fn default() -> Self {
        Self {
            is_open: false,
            worked: Worked::default(),
            listed: Listed::default(),
            selected: None,
            choice: Choice::default(),
            options: Options::default(),
            about: About::default(),
            preview: Preview::default(),
            state: State::default(),
            fits: false,
            scrolls: false,
            begins: false,
            map: egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(800.0, 600.0)),
            asked: Vec::new(),
            moves: Vec::new(),
            decisions: None,
        }
    }
}

/// What the review reads in a frame.
pub struct ReviewContext<'a> {
    /// The document.
    pub document: &'a Document,
    /// The state of the window: its look is the review's too.
    pub state: &'a State,
    /// The land.
    pub lands: &'a Lands,
    /// Whether nothing lies over the screen.
    pub is_free: bool,
    /// What undo takes back, in words.
    pub undo: Option<&'a str>,
}

/// What the review wants to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Decide, as one step; in other projects too, if it says so.
    Decide(Vec<Decision>, bool),
    /// Do what a command does.
    Command(Command),
}

impl Review {
    /// Whether it is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether the texts are being worked out.
    #[must_use]
    pub const fn is_working(&self) -> bool {
        self.worked.is_working()
    }

    /// What is to be told of that.
    #[must_use]
    pub fn told(&self) -> Option<Told> {
        self.worked.told()
    }

    /// Closes it. Work that is under way is given up.
    pub fn close(&mut self) {
        self.worked.cancel();
        self.is_open = false;
    }

    /// Where the map lies in the window.
    #[must_use]
    pub const fn map(&self) -> egui::Rect {
        self.map
    }

    /// The state that its map is drawn in.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Opens or closes it, over a window in some state.
    pub fn toggle(&mut self, state: &State) {
        if self.is_open {
            return self.close();
        }
        self.is_open = true;
        self.state = State {
            filter: Filter::default(),
            compare: None,
            time: Time::default(),
            selection: None,
            title: String::new(),
            ..state.clone()
        };
        (self.begins, self.selected) = (true, None);
        self.listed = Listed::All;
    }

    /// Everything that was decided about words in a document and its files.
    pub fn decisions_of(&mut self, document: &Document) -> Arc<Decisions> {
        let is_same = |known: &Document| {
            let is_same = Arc::ptr_eq(&known.decisions, &document.decisions);
            (is_same || known.decisions == document.decisions) && known.sources == document.sources
        };
        match &self.decisions {
            Some((known, decisions)) if is_same(known) => decisions.clone(),
            Some(_) | None => {
                let decisions = document.all_decisions();
                self.decisions = Some((document.clone(), decisions.clone()));
                decisions
            }
        }
    }

    /// Takes its keys out of the frame, before the commands take theirs.
    pub fn take_keys(&mut self, ctx: &egui::Context) {
        let is_searching = ctx.memory(|memory| memory.has_focus(search_id()));
        let is_free = ctx.memory(|memory| memory.focused().is_none());
        if !is_searching && !is_free {
            return;
        }
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
        if up || down {
            if is_searching {
                self.choice.step(down);
                self.asked.push(Asked::Chosen);
            } else {
                self.step(down);
            }
        }
        if pressed(Key::Enter)
            && let Some(chosen) = self.choice.chosen()
        {
            self.asked.push(Asked::Put(chosen.decided));
        }
        if is_searching {
            if pressed(Key::Escape) {
                self.choice.typed.clear();
                self.asked.push(Asked::Searched);
                ctx.memory_mut(|memory| memory.surrender_focus(search_id()));
            }
            return;
        }
        for (number, key) in NUMBERS.into_iter().enumerate() {
            if pressed(key) && self.choice.choose(number) {
                self.asked.push(Asked::Chosen);
            }
        }
    }

    /// Takes the commands that mean something else here, and drops those that mean nothing.
    pub fn take_commands(&mut self, commands: &mut Vec<Command>) {
        commands.retain(|command| match command {
            Command::Escape => {
                self.close();
                false
            }
            Command::Search | Command::Find => {
                self.asked.push(Asked::Search);
                false
            }
            Command::Fit => self.move_map(Move::Fit),
            Command::World => self.move_map(Move::World),
            Command::ZoomIn => self.move_map(Move::Zoom(map::ZOOM_STEP)),
            Command::ZoomOut => self.move_map(Move::Zoom(1.0 / map::ZOOM_STEP)),
            Command::PanLeft => self.move_map(Move::Pan(map::PAN_STEP, 0.0)),
            Command::PanRight => self.move_map(Move::Pan(-map::PAN_STEP, 0.0)),
            Command::PanUp => self.move_map(Move::Pan(0.0, map::PAN_STEP)),
            Command::PanDown => self.move_map(Move::Pan(0.0, -map::PAN_STEP)),
            Command::Undo
            | Command::Redo
            | Command::WhatWasDone
            | Command::Save
            | Command::SaveAs
            | Command::SaveDecisions
            | Command::ReviewPlaces
            | Command::SwitchTheme
            | Command::LargerText
            | Command::SmallerText
            | Command::UsualText
            | Command::FullScreen
            | Command::Shortcuts
            | Command::Quit => true,
            Command::New
            | Command::NewFromTemplate
            | Command::Open
            | Command::OpenEmbedded
            | Command::OpenPresidentTrips
            | Command::SaveTable
            | Command::Reload
            | Command::Export
            | Command::CopyPicture
            | Command::CopyCaption
            | Command::CopyAlternative
            | Command::CopyCitation
            | Command::SaveWindow
            | Command::EditWords
            | Command::NewMeeting
            | Command::EditMeeting
            | Command::DuplicateMeeting
            | Command::DeleteMeeting
            | Command::ClearFilters
            | Command::GoBack
            | Command::GoForward
            | Command::NextRegion
            | Command::PreviousRegion
            | Command::TogglePanel
            | Command::ShowMap
            | Command::ShowTable
            | Command::ShowMatrix
            | Command::NextProjection
            | Command::About
            | Command::Problems
            | Command::LeftOut
            | Command::Play
            | Command::NextEvent
            | Command::PreviousEvent
            | Command::AllTime => false,
        });
    }

    /// Moves the map when it is drawn next. The command is done with.
    fn move_map(&mut self, step: Move) -> bool {
        self.moves.push(step);
        false
    }

    /// The whole screen. Gives what is to be done.
    pub fn ui(&mut self, ui: &mut egui::Ui, context: &ReviewContext, meshes: &mut Meshes) -> Vec<Wish> {
        self.follow(ui.ctx(), context);
        let look = Look::of(context.state.theme);
        let mut wishes = Vec::new();
        let frame = || {
            let margin = egui::Margin::symmetric(12, 8);
            egui::Frame::new().fill(style::colour(look.paper)).inner_margin(margin)
        };
        let above = egui::Panel::top("review bar").frame(frame());
        let asked = above.show(ui, |ui| bar_ui(ui, &look, self.worked.texts(), context.undo)).inner;
        if let Some(asked) = asked {
            self.bar_asked(asked, &mut wishes);
        }
        if self.worked.texts().is_none() {
            egui::CentralPanel::default().frame(frame()).show(ui, |ui| {
                ui.add_space(ui.available_height() * 0.3);
                ui.vertical_centered(|ui| ui.label(label(Reviewing::Looking)));
            });
            return wishes;
        }
        let most = ui.available_width() * SHARE;
        let left = egui::Panel::left("review list").resizable(true).default_size(LIST.min(most));
        let clicked =
            left.size_range(190.0..=420.0).frame(frame()).show(ui, |ui| self.list_ui(ui, &look)).inner;
        if let Some(number) = clicked {
            self.select(Some(number));
        }
        let right = egui::Panel::right("review text").resizable(true).default_size(DETAIL.min(most));
        let right = right.size_range(240.0..=460.0).frame(frame());
        let mut asked = std::mem::take(&mut self.asked);
        asked.extend(right.show(ui, |ui| self.detail_ui(ui, &look)).inner);
        egui::CentralPanel::no_frame().show(ui, |ui| {
            self.map = ui.available_rect_before_wrap();
            asked.extend(self.map_ui(ui, context, &look, meshes));
        });
        for one in asked {
            self.detail_asked(ui.ctx(), one, &mut wishes);
        }
        wishes
    }

    /// Keeps everything true to the document and the state of the window.
    fn follow(&mut self, ctx: &egui::Context, context: &ReviewContext) {
        let State { projection, borders, drawing, theme, language, labels, .. } = context.state.clone();
        self.state = State { projection, borders, drawing, theme, language, labels, ..self.state.clone() };
        let decisions = self.decisions_of(context.document);
        // The text that was chosen may have another number among newer ones.
        let key = self.text().map(|text| text.key.clone());
        let is_new = self.worked.keep(ctx, context.document, &decisions);
        let begins = self.begins && self.worked.texts().is_some() && !self.worked.is_working();
        if !is_new && !begins {
            return;
        }
        self.begins &= !begins;
        let texts = self.worked.texts().map_or(&[][..], |texts| &texts.texts);
        let number = texts.iter().position(|text| match &key {
            Some(key) => text.key == *key,
            None => begins && text.is_open(),
        });
        let first_open = || key.as_ref().and_then(|_| texts.iter().position(PlaceText::is_open));
        self.select(number.or_else(first_open));
    }

    fn text(&self) -> Option<&PlaceText> {
        self.worked.texts()?.texts.get(self.selected?)
    }

    /// Chooses a text: the map shows the places that it may mean.
    fn select(&mut self, number: Option<usize>) {
        let is_other = number != self.selected;
        self.selected = number;
        self.choice = self.text().map(Choice::of).unwrap_or_default();
        self.about = match (self.text(), self.worked.record()) {
            (Some(text), Some(record)) => About::of(record, &text.rows),
            (Some(_), None) | (None, _) => About::default(),
        };
        if is_other {
            self.options.row = 0;
            (self.fits, self.scrolls) = (true, true);
        }
    }

    /// Goes to the text below or above in the list.
    fn step(&mut self, down: bool) {
        let Some(texts) = self.worked.texts() else { return };
        let numbers = self.listed.of(texts);
        let place = self.selected.and_then(|selected| numbers.iter().position(|one| *one == selected));
        let next = match place {
            None => 0,
            Some(place) if down => (place + 1).min(numbers.len().saturating_sub(1)),
            Some(place) => place.saturating_sub(1),
        };
        if let Some(&number) = numbers.get(next) {
            self.select(Some(number));
        }
    }

    fn bar_asked(&mut self, asked: bar::Asked, wishes: &mut Vec<Wish>) {
        match asked {
            bar::Asked::Back => self.close(),
            bar::Asked::Undo => wishes.push(Wish::Command(Command::Undo)),
            bar::Asked::TakeSure => {
                let (Some(texts), Some(record)) = (self.worked.texts(), self.worked.record()) else { return };
                let sure = texts.surer_than(SURE);
                let all = sure.map(|(text, first)| decision(record, text, first.decided, &text.rows, true));
                wishes.push(Wish::Decide(all.collect(), self.options.for_all_projects));
            }
        }
    }

    fn list_ui(&mut self, ui: &mut egui::Ui, look: &Look) -> Option<usize> {
        let Self { worked, listed, selected, scrolls, .. } = self;
        let texts = worked.texts()?;
        let numbers = listed.of(texts);
        let scrolls = std::mem::take(scrolls);
        let context = ListContext { look, texts, numbers: &numbers, selected: *selected, scrolls };
        list_ui(ui, &context, listed)
    }

    fn detail_ui(&mut self, ui: &mut egui::Ui, look: &Look) -> Vec<Asked> {
        let Self { worked, listed, selected, choice, options, about, .. } = self;
        let (Some(texts), Some(record)) = (worked.texts(), worked.record()) else { return Vec::new() };
        let Some((number, text)) = selected.and_then(|number| Some((number, texts.texts.get(number)?)))
        else {
            empty_ui(ui, look, texts);
            return Vec::new();
        };
        let numbers = listed.of(texts);
        let place = numbers.iter().position(|one| *one == number).map_or(0, |place| place + 1);
        let context = DetailContext { look, record, text, about, place: (place, numbers.len()) };
        detail_ui(ui, &context, choice, options)
    }

    fn detail_asked(&mut self, ctx: &egui::Context, asked: Asked, wishes: &mut Vec<Wish>) {
        match asked {
            Asked::Previous => self.step(false),
            Asked::NextOpen => {
                let next = self.worked.texts().and_then(|texts| texts.next_open(self.selected.unwrap_or(0)));
                self.select(next.or(self.selected));
            }
            Asked::Chosen | Asked::Searched => self.fits = true,
            Asked::Search => ctx.memory_mut(|memory| memory.request_focus(search_id())),
            Asked::Put(decided) => {
                wishes.extend(self.put(decided));
                // One row of several may be followed by another; a point may be put better.
                if self.options.for_all_rows && !matches!(decided, Decided::Point(_)) {
                    self.detail_asked(ctx, Asked::NextOpen, wishes);
                }
            }
        }
    }

    /// The decision about the text that is chosen. It is noted at once.
    fn put(&mut self, decided: Decided) -> Option<Wish> {
        let record = self.worked.record()?;
        let (text, number) = (self.text()?, self.selected?);
        let Options { for_all_rows, for_all_projects, row, .. } = self.options;
        let rows = if for_all_rows { &text.rows[..] } else { text.rows.get(row..=row)? };
        let decision = decision(record, text, decided, rows, for_all_rows);
        if let Some(texts) = self.worked.texts_mut().filter(|_| for_all_rows) {
            texts.note(number, decided);
        }
        Some(Wish::Decide(vec![decision], for_all_rows && for_all_projects))
    }

    /// The map with its pins.
    fn map_ui(
        &mut self,
        ui: &mut egui::Ui,
        context: &ReviewContext,
        look: &Look,
        meshes: &mut Meshes,
    ) -> Vec<Asked> {
        let mut asked = Vec::new();
        let Self { worked, preview, state, choice, selected, options, fits, moves, .. } = self;
        let (Some(texts), Some(record)) = (worked.texts(), worked.record()) else { return asked };
        let text = selected.and_then(|number| texts.texts.get(number));
        let of_table: Vec<usize> = (0..record.len().min(MOST_DRAWN)).collect();
        let one_row = options.row..=options.row;
        let rows = match text {
            None => &of_table[..],
            Some(text) if options.for_all_rows => &text.rows[..],
            Some(text) => text.rows.get(one_row).unwrap_or_default(),
        };
        state.title = title(text, choice);
        let country = text.map_or("", |text| &text.country);
        let decided = choice.chosen().map(|chosen| (country, chosen.decided));
        let answers = preview.keep(record, rows, decided, state);
        let size = ui.available_size().into();
        let mut next = state.clone();
        {
            let scene = answers.scene(context.lands, state, None, size);
            for step in moves.drain(..) {
                *fits |= step.make(&scene, &mut next);
            }
            if *fits {
                *fits = fit(&scene, &mut next, choice, text.and_then(|text| text.within));
            }
            let clicks = match (context.is_free, text.is_some()) {
                (false, _) => Clicks::CloseWhatLiesOver,
                (true, true) => Clicks::GivePlace,
                (true, false) => Clicks::Select,
            };
            let corner = ui.available_rect_before_wrap().min;
            let on_map = map_ui(ui, scene, meshes, clicks, &mut next);
            let places = choice.offered();
            let layout = Layout::of(&scene);
            let pins = Pins { scene: &scene, layout: &layout, corner, look, places, chosen: choice.number() };
            let (clicked, is_on_pin) = pins_ui(ui, pins);
            if let Some(number) = clicked {
                choice.choose(number);
                asked.push(Asked::Chosen);
            } else if let Some(at) = on_map.place.filter(|_| !is_on_pin) {
                asked.push(Asked::Put(point(at).decided));
            }
        }
        next.selection = None;
        if next != *state {
            ui.ctx().request_repaint();
            *state = next;
        }
        asked
    }
}

/// The decision about some rows of a text.
fn decision(
    record: &Meetings,
    text: &PlaceText,
    decided: Decided,
    rows: &[usize],
    is_for_words: bool,
) -> Decision {
    let PlaceText { country, city, .. } = text;
    Decision {
        country: country.clone(),
        city: city.clone(),
        decided,
        meetings: rows.iter().map(|&row| record.get(row).id.clone()).collect(),
        is_for_words,
    }
}

/// What the map shows, in words: the rows of a text, where they would be.
fn title(text: Option<&PlaceText>, choice: &Choice) -> String {
    let Some(text) = text else { return String::new() };
    match choice.chosen() {
        Some(chosen) => say(ReviewingText::In(text.words(), &name_of(chosen))),
        None => format!("“{}”", text.words()),
    }
}
