//! What each command does: to the next state, to the session, or to the window itself.

use super::command::Command;
use super::dialog::Dialog;
use super::editor::act::Act;
use super::effect::Export;
use super::exporting::About;
use super::fitting::{fitted, hold};
use super::map;
use super::opening::Tables;
use super::panel::{PanelMemory, Turn};
use super::period::PeriodText;
use super::playback::step;
use super::questions::Order;
use super::session::Session;
use super::steps::Travel;
use super::wording::{OwnText, WordingPlate};
use crate::document::text_size::TextSize;
use crate::export::format::Format;
use crate::globe::projection::Projection;
use crate::import::examples::Example;
use crate::picture::scene::Scene;
use crate::query::question::filter::{Field, Filter};
use crate::query::timeline::Timeline;
use crate::state::{Framing, Pane, State, Theme};

/// What commands read: the scene on the screen, and the bars below it.
#[derive(Clone, Copy, Debug)]
pub struct OnScreen<'a> {
    /// The map, without what the pointer lights.
    pub scene: Scene<'a>,
    /// The timeline.
    pub timeline: &'a Timeline,
    /// The state before this frame's changes.
    pub state: &'a State,
}

/// Carries a command out.
pub fn perform(ctx: &egui::Context, command: Command, on: OnScreen, session: &mut Session, next: &mut State) {
    let OnScreen { scene, timeline, state } = on;
    match command {
        Command::Open => session.dialog = Some(Dialog::open()),
        Command::NewFromTemplate => session.order = Some(Order::SaveTemplate),
        Command::New => session.order = Some(Order::Open(Tables::New)),
        Command::OpenEmbedded => session.order = Some(Order::Open(Tables::Example(Example::Article))),
        Command::OpenPresidentTrips => {
            session.order = Some(Order::Open(Tables::Example(Example::PresidentTrips)));
        }
        Command::Save => session.order = Some(Order::Save),
        Command::SaveAs => session.order = Some(Order::SaveAs),
        Command::SaveTable => session.order = Some(Order::SaveTable),
        Command::Reload => session.order = Some(Order::Reload),
        Command::Export => session.dialog = Some(Dialog::export(Export::Map(Format::Png))),
        Command::SaveWindow => session.dialog = Some(Dialog::export(Export::Window)),
        Command::CopyPicture => session.to_copy = true,
        Command::CopyCaption => session.to_say = Some(About::Caption),
        Command::CopyAlternative => session.to_say = Some(About::Alternative),
        Command::CopyCitation => {
            session.to_say = Some(session.meeting(next).map_or(About::View, About::Meeting));
        }
        Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        Command::Undo => session.wanted.travel = Some(Travel::Undo),
        Command::Redo => session.wanted.travel = Some(Travel::Redo),
        Command::WhatWasDone => session.shows_done = !session.shows_done,
        Command::NewMeeting => session.acts.push(Act::Add),
        Command::EditMeeting => session.acts.extend(session.meeting(next).map(Act::Open)),
        Command::DuplicateMeeting => session.acts.extend(session.meeting(next).map(Act::Duplicate)),
        Command::DeleteMeeting => session.delete(next),
        Command::ReviewPlaces => session.review.toggle(next),
        Command::SaveDecisions => session.order = Some(Order::SaveDecisions),
        Command::Search => {
            session.palette.open();
            ctx.request_repaint();
        }
        Command::EditWords => session.wording = Some(WordingPlate::at(OwnText::Title)),
        Command::Find => {
            session.panel.reveal(Turn::Filters);
            session.panel.find = true;
        }
        Command::ClearFilters => {
            next.filter = Filter::default();
            session.panel.period = PeriodText::default();
        }
        Command::Escape if session.panel.leaves_words => next.filter.text.clear(),
        Command::Escape => session.escape(next),
        Command::GoBack => session.trail.back(next),
        Command::GoForward => session.trail.forward(next),
        Command::NextRegion | Command::PreviousRegion => {
            session.regions.step(ctx, command == Command::NextRegion);
        }
        Command::TogglePanel => session.panel.toggle(ctx.content_rect().width()),
        Command::ShowMap => show(next, &mut session.panel, Pane::Map),
        Command::ShowTable => show(next, &mut session.panel, Pane::Table),
        Command::ShowMatrix => show(next, &mut session.panel, Pane::Matrix),
        Command::LargerText => resize(&mut session.panel, TextSize::larger),
        Command::SmallerText => resize(&mut session.panel, TextSize::smaller),
        Command::UsualText => session.panel.text_size = TextSize::default(),
        Command::Fit => {
            next.framing = fitted(&scene);
            next.centre = None;
        }
        Command::World => map::world(&scene, next),
        Command::ZoomIn => map::zoom(&scene, next, map::ZOOM_STEP),
        Command::ZoomOut => map::zoom(&scene, next, 1.0 / map::ZOOM_STEP),
        Command::PanLeft => map::pan(&scene, next, map::PAN_STEP, 0.0),
        Command::PanRight => map::pan(&scene, next, -map::PAN_STEP, 0.0),
        Command::PanUp => map::pan(&scene, next, 0.0, map::PAN_STEP),
        Command::PanDown => map::pan(&scene, next, 0.0, -map::PAN_STEP),
        Command::SwitchTheme => {
            next.theme = if next.theme == Theme::Light { Theme::Dark } else { Theme::Light };
        }
        Command::NextProjection => next_projection(next),
        Command::FullScreen => {
            let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
            ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(!full));
        }
        Command::Shortcuts => session.dialog = Some(Dialog::Shortcuts),
        Command::About => session.dialog = Some(Dialog::About),
        Command::Problems => session.dialog = Some(Dialog::Problems),
        Command::Play => {
            let now = ctx.input(|input| input.time);
            session.time.playback.toggle(timeline, next, now);
            hold(&scene, state, next);
        }
        Command::NextEvent | Command::PreviousEvent => {
            step(timeline, next, command == Command::NextEvent);
            hold(&scene, state, next);
        }
        Command::AllTime => next.filter = next.filter.without(Field::Period),
        Command::LeftOut => {
            next.selection = None;
            session.panel.reveal(Turn::Meetings);
            session.panel.shows_left_out = true;
        }
    }
}

/// Shows the meetings in another way; a panel that stands over it goes.
fn show(next: &mut State, panel: &mut PanelMemory, pane: Pane) {
    (next.pane, panel.is_over) = (pane, false);
}

fn resize(panel: &mut PanelMemory, step: impl FnOnce(TextSize) -> Option<TextSize>) {
    panel.text_size = step(panel.text_size).unwrap_or(panel.text_size);
}

fn next_projection(next: &mut State) {
    let all = Projection::ALL;
    let now = all.iter().position(|projection| *projection == next.projection).unwrap_or(0);
    next.projection = all[(now + 1) % all.len()];
    next.framing = Framing::Fit;
}
