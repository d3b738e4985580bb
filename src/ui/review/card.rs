//! A card for each place that a text may mean: its number, its name, how sure it is and why it is offered.

use super::choice::name_of;
use super::pins::paint_number;
use crate::gazetteer::country::Countries;
use crate::gazetteer::nearest_city::nearest_city;
use crate::import::decisions::Decided;
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::picture::wrap::shortened;
use crate::query::suggestion::{Reason, Suggestion};
use crate::ui::found::in_country;
use crate::ui::style;
use crate::words::part::places::PlacesText;
use crate::words::part::reviewing::Reviewing;
use crate::words::{label, say};
use egui::{Align2, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, WidgetInfo, pos2};

/// The height of a card.
const HIGH: f32 = 44.0;

/// A card.
pub fn card_ui(
    ui: &mut egui::Ui,
    look: &Look,
    (number, places): (usize, &[Suggestion]),
    is_chosen: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), HIGH), Sense::click());
    let place = &places[number];
    let why = why_in_words(place, places);
    let score = score_in_words(place);
    let label = format!("{} {}, {score}, {why}", number + 1, name_of(place));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &label));
    let painter = ui.painter();
    let (fill, edge) = match (is_chosen, response.hovered()) {
        (true, _) => (look.accent.faded(0.10), look.accent),
        (false, true) => (look.card, look.quiet_ink),
        (false, false) => (look.paper, look.hairline),
    };
    let stroke = Stroke::new(1.0, style::colour(edge));
    painter.rect(rect, CornerRadius::same(5), style::colour(fill), stroke, StrokeKind::Inside);
    style::focus_ring(painter, look, rect, response.has_focus());
    let sign = (number + 1).to_string();
    paint_number(painter, look, pos2(rect.left() + 18.0, rect.center().y), &sign, is_chosen);
    let (left, right) = (rect.left() + 36.0, rect.right() - 10.0);
    let font = |weight| style::font(size::VENUE, weight);
    let [ink, quiet_ink] = [style::colour(look.ink), style::colour(look.quiet_ink)];
    painter.text(pos2(right, rect.top() + 6.0), Align2::RIGHT_TOP, &score, font(Weight::SemiBold), ink);
    let room = right - left - width(&score, size::VENUE, Weight::SemiBold) - 8.0;
    let name = shortened(&place.name, size::VENUE, Weight::SemiBold, room);
    let wide = width(&name, size::VENUE, Weight::SemiBold);
    painter.text(pos2(left, rect.top() + 6.0), Align2::LEFT_TOP, name, font(Weight::SemiBold), ink);
    let area = shortened(&area_in_words(place), size::VENUE, Weight::Regular, room - wide - 8.0);
    if room - wide > 30.0 {
        let at = pos2(left + wide + 7.0, rect.top() + 6.0);
        painter.text(at, Align2::LEFT_TOP, area, font(Weight::Regular), quiet_ink);
    }
    let whole = why;
    let why = shortened(&whole, size::SMALL, Weight::Regular, right - left);
    let is_cut = why != whole;
    let small = style::font(size::SMALL, Weight::Regular);
    painter.text(pos2(left, rect.top() + 24.0), Align2::LEFT_TOP, why, small, quiet_ink);
    if is_cut { response.on_hover_text(label) } else { response }
}

/// The area beside the name: `CA, United States`.
fn area_in_words(place: &Suggestion) -> String {
    match place.decided {
        Decided::Country(_) => label(Reviewing::AsAWhole).to_owned(),
        Decided::Point(_) | Decided::LeftOut => String::new(),
        Decided::City(_) => {
            let country = Countries::embedded().spoken(place.country).into_owned();
            let parts = [place.state.clone(), country].into_iter().filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(", ")
        }
    }
}

fn score_in_words(place: &Suggestion) -> String {
    match place.decided {
        Decided::City(_) | Decided::Country(_) => format!("{:.2}", place.score),
        Decided::Point(_) | Decided::LeftOut => String::new(),
    }
}

fn reason_in_words(place: &Suggestion) -> Option<String> {
    match &place.why {
        Reason::Name(why) => Some(say(PlacesText::Why(why))),
        Reason::AsItIs => Some(label(Reviewing::WhereItIs).to_owned()),
        Reason::Point => {
            let (city, kilometres) = nearest_city(place.at);
            Some(say(PlacesText::About(kilometres, &in_country(&city.name, "", city.country))))
        }
        Reason::Whole => None,
    }
}

/// Why a place is offered: `in the row’s country; its name; 343,000 people`; and where it lies, if another is
/// called the same.
fn why_in_words(place: &Suggestion, places: &[Suggestion]) -> String {
    let name = name_of(place);
    let is_twice = places.iter().any(|other| other.decided != place.decided && name_of(other) == name);
    let at = is_twice.then(|| say(PlacesText::Degrees(place.at)));
    let is_within = !place.kind.is_country();
    let here = (place.is_where_written && is_within).then(|| label(Reviewing::InRowsCountry).to_owned());
    let why = reason_in_words(place);
    let people = place.population.map(|people| say(PlacesText::People(people as usize)));
    [here, at, why, people].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
