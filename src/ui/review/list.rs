//! The list of texts: each with its rows, where they lie and how that was found.

use super::choice::name_of;
use super::sign::{RADIUS, sign};
use crate::gazetteer::country::Countries;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::query::place_texts::{How, Open, PlaceText, PlaceTexts};
use crate::ui::found::{how_in_words, placed_in_words};
use crate::ui::in_sight::in_sight_ui;
use crate::ui::style::{self, quiet, strong};
use crate::words::message::{Message, Noun};
use crate::words::part::reviewing::{Reviewing, ReviewingText};
use crate::words::{label, say};
use egui::{Align2, CornerRadius, Role, Sense, WidgetInfo};

/// The height of a text's row.
const ROW: f32 = 46.0;

/// Which texts are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// All.
    #[default]
    All,
    /// Those that are open.
    Open,
}

impl Listed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::All, Self::Open];

    fn name(self) -> &'static str {
        match self {
            Self::All => label(Reviewing::All),
            Self::Open => label(Reviewing::OnlyOpen),
        }
    }

    /// The numbers of the texts that are listed.
    #[must_use]
    pub fn of(self, texts: &PlaceTexts) -> Vec<usize> {
        let all = texts.texts.iter().enumerate();
        all.filter(|(_, text)| self == Self::All || text.is_open()).map(|(number, _)| number).collect()
    }
}

/// What the list shows and remembers.
pub struct ListContext<'a> {
    /// Colours.
    pub look: &'a Look,
    /// All texts.
    pub texts: &'a PlaceTexts,
    /// The numbers of those that are listed.
    pub numbers: &'a [usize],
    /// The number of the one that is chosen.
    pub selected: Option<usize>,
    /// Whether the list is to be scrolled to that.
    pub scrolls: bool,
}

/// The list. Gives the number of the text that was clicked.
pub fn list_ui(ui: &mut egui::Ui, context: &ListContext, listed: &mut Listed) -> Option<usize> {
    let ListContext { look, texts, numbers, .. } = context;
    head_ui(ui, texts, listed);
    let foot = egui::Panel::bottom("review foot").frame(egui::Frame::new()).show_separator_line(true);
    foot.show(ui, |ui| foot_ui(ui, texts));
    egui::CentralPanel::no_frame()
        .show(ui, |ui| {
            if numbers.is_empty() {
                ui.add_space(10.0);
                ui.label(quiet(match listed {
                    Listed::Open if !texts.texts.is_empty() => label(Reviewing::NoneOpen),
                    Listed::Open | Listed::All => label(Reviewing::NoRowNames),
                }));
                return None;
            }
            rows_ui(ui, look, context)
        })
        .inner
}

fn head_ui(ui: &mut egui::Ui, texts: &PlaceTexts, listed: &mut Listed) {
    ui.horizontal(|ui| {
        ui.label(strong(say(Message::Count(texts.texts.len(), Noun::Text))));
        ui.label(quiet(label(Reviewing::MostRowsFirst)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for one in Listed::ALL.into_iter().rev() {
                if ui.selectable_label(*listed == one, one.name()).clicked() {
                    *listed = one;
                }
            }
        });
    });
    ui.add_space(4.0);
}

/// The rows that are not listed, and the keys.
fn foot_ui(ui: &mut egui::Ui, texts: &PlaceTexts) {
    ui.add_space(6.0);
    if texts.rows_with_country_only > 0 {
        ui.label(quiet(say(ReviewingText::CountryOnlyRows(texts.rows_with_country_only))));
    }
    ui.add(egui::Label::new(quiet(label(Reviewing::Keys))).truncate());
}

fn rows_ui(ui: &mut egui::Ui, look: &Look, context: &ListContext) -> Option<usize> {
    let ListContext { texts, numbers, selected, scrolls, .. } = context;
    let mut area = egui::ScrollArea::vertical().id_salt("texts").auto_shrink(false);
    let place = numbers.iter().position(|number| Some(*number) == *selected);
    if let Some(place) = place.filter(|_| *scrolls) {
        let middle = place as f32 * (ROW + 1.0) - (ui.available_height() - ROW) / 2.0;
        area = area.vertical_scroll_offset(middle.max(0.0));
    }
    let mut clicked = None;
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        in_sight_ui(ui, "texts", numbers.len(), ROW, |ui, at| {
            let number = numbers[at];
            if text_ui(ui, look, &texts.texts[number], *selected == Some(number)) {
                clicked = Some(number);
            }
        });
    });
    clicked
}

/// A row of the list; true when it was clicked.
fn text_ui(ui: &mut egui::Ui, look: &Look, text: &PlaceText, is_selected: bool) -> bool {
    let (rect, response) =
        ui.allocate_exact_size(egui::vec2(ui.available_width() - 6.0, ROW), Sense::click());
    let rows = say(Message::Count(text.rows.len(), Noun::Row));
    let now = now_in_words(text);
    let label = format!("{}, {rows}, {now}", text.words());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &label));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let painter = ui.painter();
    if is_selected {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.accent.faded(0.14)));
    } else if response.hovered() {
        painter.rect_filled(rect, CornerRadius::same(4), style::colour(look.card));
    }
    style::focus_ring(painter, look, rect, response.has_focus());
    sign(painter, look, rect.left_top() + egui::vec2(8.0 + RADIUS, 14.0), text.how);
    let left = rect.left() + 28.0;
    let right = rect.right() - 6.0;
    let font = |weight| style::font(size::VENUE, weight);
    let small = style::font(size::SMALL, Weight::Regular);
    let [ink, quiet_ink] = [style::colour(look.ink), style::colour(look.quiet_ink)];
    painter.text(egui::pos2(right, rect.top() + 7.0), Align2::RIGHT_TOP, &rows, small.clone(), quiet_ink);
    let weight = if text.is_open() { Weight::SemiBold } else { Weight::Regular };
    let room = right - left - width(&rows, size::SMALL, Weight::Regular) - 8.0;
    let words = shortened(text.words(), size::VENUE, weight, room);
    painter.text(egui::pos2(left, rect.top() + 5.0), Align2::LEFT_TOP, words, font(weight), ink);
    let hue = if text.is_open() { style::colour(look.planned) } else { quiet_ink };
    let now = shortened(&now, size::SMALL, Weight::Regular, right - left);
    painter.text(egui::pos2(left, rect.top() + 25.0), Align2::LEFT_TOP, now, small, hue);
    response.on_hover_text(label).clicked()
}

/// Where a text lies and how that was found, or what is open about it.
#[must_use]
pub fn now_in_words(text: &PlaceText) -> String {
    let country = match text.within {
        Some(code) => Countries::embedded().spoken(code).into_owned(),
        None if text.country.is_empty() => String::new(),
        None => format!("“{}”", text.country),
    };
    let is_beside = !text.city.is_empty() && !country.is_empty();
    let row_says = is_beside.then(|| say(ReviewingText::RowSays(&country)));
    let parts = match text.how {
        How::Open(Open::Several(_)) => [Some(how_in_words(text.how)), row_says],
        How::Open(Open::NotPlaced | Open::NotInCountry) => {
            let first = text.first.as_ref().filter(|first| first.is_likely());
            let first = first.map(|first| format!("{}? {:.2}", name_of(first), first.score));
            [Some(first.unwrap_or_else(|| how_in_words(text.how))), row_says]
        }
        How::LeftOut | How::CountryOnly | How::ByName | How::Coordinates | How::Decided => {
            let place = Some(placed_in_words(text.placed)).filter(|place| !place.is_empty());
            [place, Some(how_in_words(text.how))]
        }
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
