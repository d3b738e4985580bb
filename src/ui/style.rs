//! Fonts, sizes and colours of the window, taken from the picture's look.

use crate::document::text_size::TextSize;
use crate::picture::look::{Colour, Look, size};
use crate::picture::sight::Sight;
use crate::picture::text::{Family, Weight};
use crate::state::Theme;
use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle, Visuals,
};
use std::cell::Cell;
use std::sync::Arc;

thread_local! {
    static SIGHT: Cell<Sight> = const { Cell::new(Sight::Whole) };
}

/// Does some work in which every colour of the window is as it is seen in this way.
pub fn seeing<R>(sight: Sight, work: impl FnOnce() -> R) -> R {
    let before = SIGHT.replace(sight);
    let done = work();
    SIGHT.set(before);
    done
}

/// An egui colour, as it is [seen](seeing).
#[must_use]
pub fn colour(colour: Colour) -> Color32 {
    let Colour { r, g, b, a } = SIGHT.get().of(colour);
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// The bundled font at a size in points, the other families standing in for letters that Inter lacks.
#[must_use]
pub fn font(points: f32, weight: Weight) -> FontId {
    font_of(Family::Inter, points, weight)
}

/// A bundled family at a size in points, the others standing in for letters that it lacks.
#[must_use]
pub fn font_of(family: Family, points: f32, weight: Weight) -> FontId {
    let weight = weight.file();
    let is_the_usual = family == Family::Inter && weight == Weight::Regular;
    let chain = if is_the_usual {
        FontFamily::Proportional
    } else {
        FontFamily::Name(face_name(family, weight).into())
    };
    FontId::new(points, chain)
}

const fn face_name(family: Family, weight: Weight) -> &'static str {
    match (family, weight.file()) {
        (Family::Inter, Weight::Regular | Weight::Spaced) => "Inter",
        (Family::Inter, Weight::SemiBold) => "Inter semibold",
        (Family::NotoSansArabic, Weight::Regular | Weight::Spaced) => "Arabic",
        (Family::NotoSansArabic, Weight::SemiBold) => "Arabic semibold",
        (Family::NotoSansSc, Weight::Regular | Weight::Spaced) => "Chinese",
        (Family::NotoSansSc, Weight::SemiBold) => "Chinese semibold",
    }
}

/// Semibold text at the panel's size.
#[must_use]
pub fn strong(text: impl Into<String>) -> egui::RichText {
    egui::RichText::new(text).font(font(size::VENUE, Weight::SemiBold))
}

/// Text a step smaller and quieter.
#[must_use]
pub fn quiet(text: impl Into<String>) -> egui::RichText {
    egui::RichText::new(text).small().weak()
}

/// A text in one line, cut short with a sign where it has no room.
#[must_use]
pub fn one_line(ui: &egui::Ui, text: &str, font: FontId, ink: Colour, room: f32) -> Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour(ink));
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// A ring around what the keyboard is on.
pub fn focus_ring(painter: &egui::Painter, look: &Look, rect: egui::Rect, has_focus: bool) {
    if has_focus {
        let stroke = Stroke::new(2.0, colour(look.accent));
        painter.rect_stroke(rect, CornerRadius::same(4), stroke, egui::StrokeKind::Inside);
    }
}

/// What lies over the window, scrolled where the window is too low for it. `around` is what stands above and
/// below, in points.
pub fn low_ui<R>(ui: &mut egui::Ui, around: f32, inside: impl FnOnce(&mut egui::Ui) -> R) -> R {
    let room = (ui.ctx().content_rect().height() - around).max(80.0);
    // As high as its content at once, where the window is: an area that grows from frame to frame opens cut.
    let area = egui::ScrollArea::vertical().id_salt("low").max_height(room).min_scrolled_height(room);
    area.show(ui, inside).inner
}

/// Check boxes and knobs as outlines, like those of the filters.
pub fn boxes_ui<R>(ui: &mut egui::Ui, inside: impl FnOnce(&mut egui::Ui) -> R) -> R {
    // An outline at the very edge would be cut off.
    let margin = egui::Margin { left: 2, ..egui::Margin::ZERO };
    let boxes = egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        let edge = ui.visuals().weak_text_color();
        let widget = &mut ui.visuals_mut().widgets.inactive;
        widget.bg_fill = Color32::TRANSPARENT;
        widget.bg_stroke = Stroke::new(1.2, edge);
        inside(ui)
    });
    boxes.inner
}

/// Puts the bundled fonts and both themes into a context, once.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for weight in Weight::FILES {
        for family in Family::ALL {
            let data = Arc::new(FontData::from_static(family.font(weight)));
            fonts.font_data.insert(face_name(family, weight).to_owned(), data);
            let others = Family::ALL.into_iter().filter(|other| *other != family);
            let chain = std::iter::once(family).chain(others);
            let chain: Vec<String> = chain.map(|one| face_name(one, weight).to_owned()).collect();
            fonts.families.insert(font_of(family, 1.0, weight).family, chain);
        }
    }
    let inter = fonts.families[&FontFamily::Proportional].clone();
    fonts.families.insert(FontFamily::Monospace, inter);
    ctx.set_fonts(fonts);
    // The sizes are steps of our own.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    for (theme, egui_theme) in [(Theme::Light, egui::Theme::Light), (Theme::Dark, egui::Theme::Dark)] {
        ctx.style_mut_of(egui_theme, |style| dress(style, theme));
    }
}

/// Makes everything in the window as large as that, from the next frame on.
pub fn magnify(ctx: &egui::Context, size: TextSize) {
    ctx.set_zoom_factor(size.factor());
}

/// Makes a theme the one in force, as it is [seen](seeing). egui knows a light and a dark one: those on a
/// light ground take turns as the former.
pub fn choose(ctx: &egui::Context, theme: Theme) {
    let of_egui = base(theme);
    let worn = egui::Id::unique("theme that is worn");
    let now = (theme, SIGHT.get());
    if ctx.data(|data| data.get_temp::<(Theme, Sight)>(worn)) != Some(now) {
        ctx.style_mut_of(of_egui, |style| dress(style, theme));
        ctx.data_mut(|data| data.insert_temp(worn, now));
    }
    ctx.set_theme(of_egui);
}

const fn base(theme: Theme) -> egui::Theme {
    match theme {
        Theme::Light | Theme::HighContrast | Theme::Print => egui::Theme::Light,
        Theme::Dark => egui::Theme::Dark,
    }
}

fn dress(style: &mut egui::Style, theme: Theme) {
    let text = |points| font(points, Weight::Regular);
    style.text_styles = [
        (TextStyle::Heading, font(size::TITLE, Weight::SemiBold)),
        (TextStyle::Body, text(size::VENUE)),
        (TextStyle::Button, text(size::VENUE)),
        (TextStyle::Monospace, text(size::VENUE)),
        (TextStyle::Small, text(size::SMALL)),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(8.0, 5.0);
    style.spacing.button_padding = egui::vec2(9.0, 4.0);
    style.spacing.interact_size.y = 24.0;
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = true;
    style.visuals = visuals(theme);
}

fn visuals(theme: Theme) -> Visuals {
    let look = Look::of(theme);
    let mut visuals = match theme {
        Theme::Light | Theme::HighContrast | Theme::Print => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let hairline = Stroke::new(1.0, colour(look.hairline));
    let ink = colour(look.ink);
    visuals.panel_fill = colour(look.paper);
    visuals.window_fill = colour(look.paper);
    visuals.extreme_bg_color = colour(look.card);
    visuals.text_edit_bg_color = Some(colour(look.card));
    visuals.faint_bg_color = colour(look.card);
    visuals.window_stroke = hairline;
    visuals.hyperlink_color = colour(look.accent);
    visuals.weak_text_color = Some(colour(look.quiet_ink));
    visuals.selection.bg_fill = colour(look.accent.faded(0.28));
    visuals.selection.stroke = Stroke::new(1.0, ink);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.bg_stroke = hairline;
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, ink);
    let states = [
        (&mut widgets.inactive, look.card, look.hairline),
        (&mut widgets.hovered, look.hairline, look.quiet_ink),
        (&mut widgets.active, look.hairline, look.accent),
        (&mut widgets.open, look.card, look.hairline),
    ];
    for (widget, fill, edge) in states {
        widget.bg_fill = colour(edge);
        widget.weak_bg_fill = colour(fill);
        widget.bg_stroke = Stroke::new(1.0, colour(edge));
        widget.fg_stroke = Stroke::new(1.0, ink);
        widget.corner_radius = CornerRadius::same(5);
        widget.expansion = 0.0;
    }
    // What has the keyboard has a ring.
    widgets.active.bg_stroke = Stroke::new(2.0, colour(look.accent));
    visuals
}
