//! A search field: a text with a list below it of what it may mean, chosen by a click or by arrows and Enter.

use super::field::{Line, line_ui};
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::ui::style;
use crate::words::part::lists::ListText;
use crate::words::say;
use egui::{
    CornerRadius, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, WidgetInfo,
};

/// One thing that a text may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer<T> {
    /// What it is called.
    pub title: String,
    /// Why it is offered, and what tells it from the others; may be empty.
    pub detail: String,
    /// What is chosen.
    pub value: T,
}

/// What a search field remembers.
#[derive(Clone, Debug)]
pub struct Search<T> {
    offers: Vec<Offer<T>>,
    is_open: bool,
    lit: Option<usize>,
    /// Where the list lay in the frame before.
    area: Option<Rect>,
}

impl<T> Default for Search<T> {
    fn default() -> Self {
        Self { offers: Vec::new(), is_open: false, lit: None, area: None }
    }
}

/// What was done in a search field in this frame.
#[derive(Clone, Debug)]
pub struct Searched<T> {
    /// The text's response.
    pub response: Response,
    /// What was chosen.
    pub chosen: Option<T>,
    /// Whether the text was left as it stands: by Enter, by Tab or by a click elsewhere.
    pub is_left: bool,
}

/// Whether Enter takes the first offer or leaves the text as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enter {
    /// The first offer, if no other one is lit.
    TakesFirst,
    /// The text, if no offer is lit.
    KeepsText,
}

impl<T: Clone> Search<T> {
    /// Whether the list is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Closes the list.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// What is offered.
    #[must_use]
    pub fn offers(&self) -> &[Offer<T>] {
        &self.offers
    }

    /// The field and its list. `offers_for` is asked when the text changes, and when the list is opened by an
    /// arrow.
    pub fn ui(
        &mut self,
        ui: &mut egui::Ui,
        look: &Look,
        id: Id,
        (line, enter): (Line, Enter),
        text: &mut String,
        offers_for: impl Fn(&str) -> Vec<Offer<T>>,
    ) -> Searched<T> {
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if has_focus && !self.is_open && pressed(ui, Key::ArrowDown) {
            self.offer(offers_for(text), enter);
        }
        let by_key = if has_focus && self.is_open { self.keys(ui) } else { None };
        let response = line_ui(ui, look, id, line, text);
        if response.changed() || (response.clicked() && line.is_wrong) {
            self.offer(offers_for(text), enter);
        }
        let on_list =
            self.area.zip(ui.ctx().pointer_interact_pos()).is_some_and(|(area, at)| area.contains(at));
        let is_left = response.lost_focus() && !(self.is_open && on_list);
        let outside =
            ui.input(|input| input.pointer.any_pressed()) && !on_list && !response.contains_pointer();
        if is_left || outside {
            self.is_open = false;
        }
        let by_click = if self.is_open { self.list_ui(look, &response, line.name) } else { None };
        let chosen = by_key.or(by_click).map(|at| self.offers[at].value.clone());
        if chosen.is_some() {
            self.is_open = false;
        }
        Searched { is_left: is_left && chosen.is_none(), response, chosen }
    }

    fn offer(&mut self, offers: Vec<Offer<T>>, enter: Enter) {
        self.is_open = !offers.is_empty();
        self.lit = (enter == Enter::TakesFirst && self.is_open).then_some(0);
        self.offers = offers;
    }

    /// Moves through the list by arrows; gives the number of the offer that Enter takes.
    fn keys(&mut self, ui: &egui::Ui) -> Option<usize> {
        let last = self.offers.len() - 1;
        if pressed(ui, Key::ArrowDown) {
            self.lit = Some(self.lit.map_or(0, |lit| if lit == last { 0 } else { lit + 1 }));
        }
        if pressed(ui, Key::ArrowUp) {
            self.lit = Some(self.lit.map_or(last, |lit| if lit == 0 { last } else { lit - 1 }));
        }
        self.lit.filter(|_| pressed(ui, Key::Enter))
    }

    /// The list; gives the number of the offer that was clicked.
    fn list_ui(&mut self, look: &Look, field: &Response, name: &str) -> Option<usize> {
        let wide = field.rect.width().max(250.0);
        let popup = Popup::from_response(field)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(wide)
            .gap(2.0)
            .accessible_name(say(ListText::Choices(name)));
        let shown = popup.show(|ui| {
            ui.set_width(wide - 12.0);
            ui.spacing_mut().item_spacing.y = 1.0;
            let mut clicked = None;
            egui::ScrollArea::vertical().max_height(250.0).show(ui, |ui| {
                for (number, offer) in self.offers.iter().enumerate() {
                    let response = offer_ui(ui, look, offer, self.lit == Some(number));
                    if self.lit == Some(number) && !ui.clip_rect().contains_rect(response.rect) {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(number);
                    }
                }
            });
            clicked
        })?;
        self.area = Some(shown.response.rect);
        shown.inner
    }
}

fn pressed(ui: &egui::Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

fn offer_ui<T>(ui: &mut egui::Ui, look: &Look, offer: &Offer<T>, is_lit: bool) -> Response {
    let Offer { title, detail, value: _ } = offer;
    let high = if detail.is_empty() { 24.0 } else { 38.0 };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), Sense::click());
    let words = if detail.is_empty() { title.clone() } else { format!("{title}, {detail}") };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_lit, &words));
    let painter = ui.painter();
    if is_lit {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.accent.faded(0.16)));
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    let room = rect.width() - 16.0;
    let line = |top: f32, words: &str, points: f32, hue| {
        let words = shortened(words, points, Weight::Regular, room);
        let at = rect.left_top() + egui::vec2(8.0, top);
        painter.text(
            at,
            egui::Align2::LEFT_TOP,
            words,
            style::font(points, Weight::Regular),
            style::colour(hue),
        );
    };
    line(4.0, title, size::VENUE, look.ink);
    if !detail.is_empty() {
        line(21.0, detail, size::SMALL, look.quiet_ink);
    }
    response
}
