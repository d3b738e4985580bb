//! The words on the picture, edited on it: title, subtitle, note and sources.

use super::style::quiet;
use crate::query::shown::Shown;
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::wording::Wording;
use crate::words::{label, say};
use egui::{Area, Frame, Key, Modifiers, Order, TextEdit, pos2};

/// A text that the user may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnText {
    /// Over the map.
    Title,
    /// Below the title.
    Subtitle,
    /// At the foot of the picture.
    Note,
    /// Where the meetings are from.
    Sources,
}

impl OwnText {
    const ALL: [Self; 4] = [Self::Title, Self::Subtitle, Self::Note, Self::Sources];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> Wording {
        match self {
            Self::Title => Wording::Title,
            Self::Subtitle => Wording::Subtitle,
            Self::Note => Wording::Note,
            Self::Sources => Wording::Sources,
        }
    }

    /// What the program writes where the user wrote nothing.
    fn of_program(self, shown: &Shown) -> String {
        match self {
            Self::Title => say(Message::OwnTitle(shown)),
            Self::Subtitle => say(Message::Shown(shown)),
            Self::Note => label(Wording::NoNote).to_owned(),
            Self::Sources => say(Message::Sources(&shown.origin)),
        }
    }

    fn of(self, state: &mut State) -> &mut String {
        match self {
            Self::Title => &mut state.title,
            Self::Subtitle => &mut state.texts.subtitle,
            Self::Note => &mut state.texts.note,
            Self::Sources => &mut state.texts.sources,
        }
    }
}

/// Points from the top of the map to the plate, so that the title is seen while it is written.
const BELOW_HEADER: f32 = 66.0;

/// The plate with the words, while it is open.
#[derive(Clone, Copy, Debug)]
pub struct WordingPlate {
    /// The text that takes the keys next.
    focus: Option<OwnText>,
}

impl WordingPlate {
    /// Opens it at a text.
    #[must_use]
    pub const fn at(text: OwnText) -> Self {
        Self { focus: Some(text) }
    }

    /// Draws it over the map, and edits the words. Whether it stays open.
    pub fn ui(&mut self, ctx: &egui::Context, map: egui::Rect, shown: &Shown, next: &mut State) -> bool {
        let is_new = self.focus.is_some();
        let wide = (map.width() - 24.0).clamp(200.0, 640.0);
        let plate = Area::new(egui::Id::unique("words on the picture"))
            .order(Order::Foreground)
            .fixed_pos(pos2(map.left() + 8.0, map.top() + BELOW_HEADER))
            .show(ctx, |ui| {
                Frame::popup(&ctx.global_style()).inner_margin(12).show(ui, |ui| {
                    ui.set_width(wide - 24.0);
                    let entered = fields_ui(ui, &mut self.focus, shown, next);
                    ui.add_space(4.0);
                    ui.horizontal(|ui| {
                        let done = ui.button(label(Wording::Done)).clicked();
                        ui.label(quiet(label(Wording::Empty)));
                        done || entered
                    })
                    .inner
                })
            });
        let rect = plate.response.rect;
        let is_left = ctx.input(|input| {
            let at = input.pointer.interact_pos();
            // Not sooner than it is let go: else the map below would take the rest of the click.
            input.pointer.any_click() && at.is_some_and(|at| !rect.contains(at))
        });
        let escaped = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        !(plate.inner.inner || escaped || is_left && !is_new)
    }
}

/// A field for each text, with what the program writes in it while it is empty; whether Enter was pressed in
/// one.
pub fn fields_ui(ui: &mut egui::Ui, focus: &mut Option<OwnText>, shown: &Shown, state: &mut State) -> bool {
    let mut entered = false;
    let grid = egui::Grid::new("words").num_columns(2).spacing([10.0, 5.0]);
    grid.show(ui, |ui| {
        for text in OwnText::ALL {
            let name = ui.label(label(text.name()));
            let field = TextEdit::singleline(text.of(state))
                .hint_text(text.of_program(shown))
                .desired_width(ui.available_width().max(120.0));
            let field = ui.add(field).labelled_by(name.id);
            if *focus == Some(text) {
                field.request_focus();
                *focus = None;
            }
            entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.end_row();
        }
    });
    entered
}
