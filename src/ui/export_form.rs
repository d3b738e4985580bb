//! The export dialog: a preview of the page, and what is saved, for which format, with which words, and
//! where.

use super::effect::Export;
use super::exporting::Order;
use super::fields::{buttons_ui, note_ui, path_ui};
use super::page_preview::PagePreview;
use super::segments::segments_ui;
use super::style::{boxes_ui, font, quiet, strong};
use super::wording::fields_ui;
use crate::disk::typed;
use crate::export::data::DataFormat;
use crate::export::format::Format;
use crate::page::{Below, Measure, POINTS_AN_INCH, Page, PageFormat, TextSize};
use crate::picture::look::size;
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::query::shown::Shown;
use crate::state::{State, Theme};
use crate::words::message::Word;
use crate::words::part::button::Button;
use crate::words::part::dialogs::{DialogText, Dialogs};
use crate::words::part::doing::Doing;
use crate::words::{label, say, word};
use std::path::Path;

/// What is filled in before a picture is saved.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportForm {
    /// What is saved.
    pub what: Export,
    /// Pixels a point.
    pub scale: f32,
    /// The path as typed.
    pub path: String,
    /// What is said about it; empty if there is nothing to say.
    pub note: String,
    /// The file that is there already, and may be replaced if the user says so.
    pub replaces: Option<Order>,
    /// The state with the words and the page that are chosen here; `None` until the first frame.
    pub draft: Option<Box<State>>,
    /// Width and height in pixels that a preview may take.
    pub room: [f32; 2],
}

/// What the user wants of the dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Save.
    Save(Order),
    /// Ask for a path with the system's dialog.
    Browse,
    /// Close it.
    Close,
}

/// A tile of a format, the page drawn in it, and what lies between two, in points.
const TILE: egui::Vec2 = egui::vec2(88.0, 78.0);
const PAGE: egui::Vec2 = egui::vec2(44.0, 30.0);
const TILE_GAP: f32 = 6.0;
/// The width in points of the choices beside the preview.
const CHOICES: f32 = 390.0;
/// The width of the dialog from which on there is room for a preview beside them.
const WITH_PREVIEW: f32 = 700.0;

impl ExportForm {
    /// The form for saving something.
    #[must_use]
    pub const fn new(what: Export) -> Self {
        Self {
            what,
            scale: 2.0,
            path: String::new(),
            note: String::new(),
            replaces: None,
            draft: None,
            room: [0.0; 2],
        }
    }

    /// Points that the dialog is wide where the window has room.
    #[must_use]
    pub const fn width(&self) -> f32 {
        match self.what {
            Export::Map(_) => 1120.0,
            Export::Window | Export::Data(_) => 460.0,
        }
    }

    /// Puts the words and the page that were chosen into a state.
    pub fn put_into(&self, state: &mut State) {
        if let Some(draft) = &self.draft {
            state.take_page(draft);
        }
    }

    /// The order that the form gives, or why it gives none.
    pub fn order(&self) -> Result<Order, String> {
        let path = typed(&self.path);
        let named = |why: String| say(DialogText::PictureNotSaved(&path, &why));
        let (path, what) = self.what.for_file(&path).map_err(named)?;
        Ok(Order { what, scale: self.scale, path, may_replace: false })
    }

    /// Draws the dialog, and gives what is wanted once something is.
    pub fn ui(&mut self, ui: &mut egui::Ui, shown: &Shown, preview: &PagePreview) -> Option<Wish> {
        let before = (self.what, self.path.clone());
        self.kinds_ui(ui);
        if matches!(self.what, Export::Map(_)) {
            ui.separator();
            self.page_ui(ui, shown, preview);
            ui.separator();
        }
        let entered = path_ui(ui, &mut self.path);
        let browse = ui.button(label(Button::Browse)).clicked();
        if before != (self.what, self.path.clone()) {
            // What was said about another path holds no more.
            self.note.clear();
            self.replaces = None;
        }
        note_ui(ui, &self.note);
        if browse {
            return Some(Wish::Browse);
        }
        if let Some(order) = self.replaces.clone() {
            return self.replace_ui(ui, order);
        }
        let (go, cancel) = buttons_ui(ui, label(Button::Save), !self.path.trim().is_empty(), entered);
        if !go {
            return cancel.then_some(Wish::Close);
        }
        match self.order() {
            Ok(order) => Some(Wish::Save(order)),
            Err(why) => {
                self.note = why;
                None
            }
        }
    }

    /// What is saved.
    fn kinds_ui(&mut self, ui: &mut egui::Ui) {
        for (head, choices) in [(Dialogs::Picture, &Export::PICTURES[..]), (Dialogs::Data, &Export::DATA[..])]
        {
            ui.horizontal_wrapped(|ui| {
                ui.label(quiet(label(head)));
                boxes_ui(ui, |ui| choices.iter().for_each(|&other| self.kind_ui(ui, other)));
            });
        }
        if let Export::Data(data) = self.what {
            let endings: Vec<&str> = DataFormat::all_for(data).map(DataFormat::ending).collect();
            ui.label(quiet(say(DialogText::DataEndings(&endings))));
        }
    }

    /// A thing that can be saved. Chosen, it gives the path an ending that it can have.
    fn kind_ui(&mut self, ui: &mut egui::Ui, other: Export) {
        if ui.radio(self.what == other, other.name()).clicked() && self.what != other {
            self.what = other;
            let path = Path::new(&self.path);
            if !other.takes(path) {
                self.path = path.with_extension(other.ending()).display().to_string();
            }
        }
    }

    /// The preview, and beside it how the page is made up.
    fn page_ui(&mut self, ui: &mut egui::Ui, shown: &Shown, preview: &PagePreview) {
        let room = ui.available_width();
        let high = (ui.ctx().content_rect().height() - 330.0).clamp(160.0, 640.0);
        let Some(mut draft) = self.draft.take() else { return };
        if room < WITH_PREVIEW {
            self.choices_ui(ui, shown, &mut draft, high);
        } else {
            ui.horizontal_top(|ui| {
                let extent = egui::vec2(room - CHOICES - 24.0, high);
                self.preview_ui(ui, preview, extent);
                ui.add_space(8.0);
                ui.vertical(|ui| self.choices_ui(ui, shown, &mut draft, high));
            });
        }
        self.draft = Some(draft);
    }

    /// The page at its true proportions, in the middle of so much room.
    fn preview_ui(&mut self, ui: &mut egui::Ui, preview: &PagePreview, extent: egui::Vec2) {
        let (rect, response) = ui.allocate_exact_size(extent, egui::Sense::hover());
        let pixels = extent * ui.ctx().pixels_per_point();
        self.room = [pixels.x, pixels.y];
        let name = label(Dialogs::Preview);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, name));
        ui.painter().rect_filled(rect, 4.0, ui.visuals().faint_bg_color);
        let Some(page) = preview.shown() else {
            ui.put(rect, egui::Label::new(quiet(label(Doing::Drawing))));
            return;
        };
        let size = page.size_vec2();
        let size = size * (extent.x / size.x).min(extent.y / size.y);
        let place = egui::Rect::from_center_size(rect.center(), size);
        let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter().image(page.id(), place, whole, egui::Color32::WHITE);
        let edge = ui.visuals().window_stroke;
        ui.painter().rect_stroke(place, 0.0, edge, egui::StrokeKind::Outside);
    }

    fn choices_ui(&mut self, ui: &mut egui::Ui, shown: &Shown, draft: &mut State, high: f32) {
        let area = egui::ScrollArea::vertical().id_salt("page").max_height(high).auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.set_width(ui.available_width().min(CHOICES) - 12.0);
            ui.label(strong(label(Dialogs::Format)));
            formats_ui(ui, &mut draft.page.format);
            ui.add_space(6.0);
            ui.label(strong(label(Dialogs::MadeUp)));
            if self.what == Export::Map(Format::Png) {
                self.resolution_ui(ui, draft.page);
            }
            make_up_ui(ui, draft);
            ui.add_space(6.0);
            ui.label(strong(label(Dialogs::Words)));
            fields_ui(ui, &mut None, shown, draft);
        });
    }

    /// Pixels a point, or pixels an inch of paper.
    fn resolution_ui(&mut self, ui: &mut egui::Ui, page: Page) {
        let is_paper = page.measure() == Measure::Millimetres;
        let usual = page.usual_scale();
        let choices = if is_paper { [0.5 * usual, usual, 2.0 * usual] } else { [1.0, 2.0, 4.0] };
        if !choices.iter().any(|choice| same(self.scale, *choice)) {
            self.scale = choices[1];
        }
        let worded = |choice: f32| {
            if is_paper {
                say(DialogText::PixelsAnInch((choice * POINTS_AN_INCH).round() as u32))
            } else {
                format!("{choice}×")
            }
        };
        let mut now = choices.into_iter().find(|choice| same(self.scale, *choice)).unwrap_or(self.scale);
        segments_ui(ui, label(Dialogs::Size), choices.map(|choice| (choice, worded(choice))), &mut now);
        self.scale = now;
    }

    /// The question before a file is replaced. Enter answers it only where a button has the focus.
    fn replace_ui(&mut self, ui: &mut egui::Ui, order: Order) -> Option<Wish> {
        ui.add_space(8.0);
        ui.label(quiet(label(Button::ReplacingIsFinal)));
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            if ui.button(label(Button::Replace)).clicked() {
                let scale = self.scale;
                return Some(Wish::Save(Order { may_replace: true, scale, ..order }));
            }
            if ui.button(strong(label(Button::KeepFile))).clicked() {
                self.replaces = None;
            }
            ui.button(label(Button::Cancel)).clicked().then_some(Wish::Close)
        })
        .inner
    }
}

/// The formats as tiles, the size of the map in the window first.
fn formats_ui(ui: &mut egui::Ui, chosen: &mut Option<PageFormat>) {
    let group = ui.scope(|ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(TILE_GAP, TILE_GAP);
            let formats = PageFormat::ALL.into_iter().map(Some);
            for format in std::iter::once(None).chain(formats) {
                if tile_ui(ui, format, *chosen == format) {
                    *chosen = format;
                }
            }
        });
    });
    ui.ctx().accesskit_node_builder(group.response.id, |node| {
        node.set_role(egui::accesskit::Role::RadioGroup);
        node.set_label(label(Dialogs::Format));
    });
}

/// A format: a page of its proportions, its name, and its sides below. True when it was clicked.
fn tile_ui(ui: &mut egui::Ui, format: Option<PageFormat>, is_chosen: bool) -> bool {
    let name = format.map_or(label(Dialogs::AsTheWindow), |format| word(Word::PageFormat(format)));
    let [sides, alone] =
        [DialogText::Sides, DialogText::SidesAlone].map(|text| format.map(|one| say(text(one))));
    let (rect, response) = ui.allocate_exact_size(TILE, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, is_chosen, name));
    let visuals = ui.visuals();
    let (ink, quiet) = (visuals.text_color(), visuals.weak_text_color());
    let accent = visuals.hyperlink_color;
    let is_lit = is_chosen || response.hovered() || response.has_focus();
    let edge = if is_lit { accent } else { visuals.window_stroke.color };
    let fill = if is_chosen { visuals.selection.bg_fill } else { visuals.faint_bg_color };
    let stroke = egui::Stroke::new(if is_lit { 1.6 } else { 1.0 }, edge);
    let painter = ui.painter();
    painter.rect(rect, 6.0, fill, stroke, egui::StrokeKind::Inside);
    let [wide, high] = format.map_or([16.0, 10.0], |format| format.sides().map(f32::from));
    let scale = (PAGE.x / wide).min(PAGE.y / high);
    let middle = egui::pos2(rect.center().x, rect.top() + 8.0 + PAGE.y / 2.0);
    let page = egui::Rect::from_center_size(middle, egui::vec2(wide, high) * scale);
    painter.rect_stroke(page, 2.0, egui::Stroke::new(1.2, quiet), egui::StrokeKind::Inside);
    let mut below = rect.top() + 12.0 + PAGE.y;
    let said = alone.as_deref().unwrap_or_default();
    for (words, points, colour) in [(name, size::SMALL, ink), (said, size::SMALL, quiet)] {
        let words = shortened(words, points, Weight::Regular, TILE.x - 8.0);
        let font = font(points, Weight::Regular);
        let at = egui::pos2(rect.center().x, below);
        below = painter.text(at, egui::Align2::CENTER_TOP, words, font, colour).bottom() + 1.0;
    }
    let response = match sides {
        Some(sides) => response.on_hover_text(sides),
        None => response,
    };
    response.clicked()
}

/// Size of text, colours, legend, what stands under the map, and the paper.
fn make_up_ui(ui: &mut egui::Ui, draft: &mut State) {
    let page = &mut draft.page;
    let sizes = TextSize::ALL.map(|size| (size, word(Word::TextSize(size)).to_owned()));
    segments_ui(ui, label(Dialogs::TextSize), sizes, &mut page.text);
    let themes = Theme::ALL.into_iter().map(|theme| (Some(theme), word(Word::Theme(theme)).to_owned()));
    let themes = std::iter::once((None, label(Dialogs::AsTheWindow).to_owned())).chain(themes);
    segments_ui(ui, label(Dialogs::Colours), themes, &mut draft.page_theme);
    // The map of the window has no room under it.
    let is_made_up = page.is_made_up();
    ui.add_enabled_ui(is_made_up, |ui| {
        let below = Below::ALL.map(|below| (below, word(Word::Below(below)).to_owned()));
        segments_ui(ui, label(Dialogs::UnderTheMap), below, &mut page.below);
    });
    boxes_ui(ui, |ui| {
        ui.checkbox(&mut page.legend, label(Dialogs::Legend));
        ui.checkbox(&mut page.transparent, label(Dialogs::ClearPaper));
    });
}

fn same(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.01
}
