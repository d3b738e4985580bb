//! The question which places are meant: texts that name several places, or none that is known, each with what
//! it may mean.

use super::act::Act;
use super::card::{answer_ui, card_ui};
use super::outcome::{Outcome, SmallMap};
use super::pins::pins_ui;
use super::preview::Preview;
use super::question::AskedPlace;
use super::sign::Sign;
use super::understood::name;
use crate::gazetteer::candidates::{Candidate, PlaceKind, candidates_so_far};
use crate::import::decisions::Decided;
use crate::import::problem::excerpt;
use crate::picture::look::Look;
use crate::ui::style::{quiet, strong};
use crate::words::message::{Message, Word};
use crate::words::part::asking::{Asking, AskingText};
use crate::words::part::places::PlacesText;
use crate::words::{label, say, word};
use egui::{Id, Ui};

/// Candidates that are shown for a place.
const SHOWN: usize = 4;
/// From this score on, the best candidate is taken with others by one click.
const SURE: f64 = 0.9;

/// The card.
pub fn ask_places_ui(ui: &mut Ui, look: &Look, preview: &Preview, outcome: &Outcome, acts: &mut Vec<Act>) {
    let Outcome { questions, map, .. } = outcome;
    let open: Vec<&AskedPlace> = questions.places.iter().collect();
    let answered = preview.answered.iter().filter(|one| !open.iter().any(|other| one.is_same(other)));
    let mut places: Vec<&AskedPlace> = open.iter().copied().chain(answered).collect();
    // Those of which nothing is known stand at the end.
    places.sort_by(|a, b| {
        let known = a.candidates.is_empty().cmp(&b.candidates.is_empty());
        known.then(b.rows.cmp(&a.rows)).then_with(|| a.text.cmp(&b.text))
    });
    if places.is_empty() {
        return;
    }
    let count = places.iter().filter(|one| one.is_open()).count();
    let sign = if count > 0 { Sign::Asks } else { Sign::Sure };
    let question = match &places[..] {
        [only] => say(AskingText::WhichPlace(&excerpt(&only.text))),
        [..] => label(Asking::WhichPlaces).to_owned(),
    };
    let about = match count {
        0 => label(Asking::AllAnswered).to_owned(),
        count => say(AskingText::Places(places.len(), count)),
    };
    card_ui(ui, look, sign, &question, &about, |ui| {
        ui.label(quiet(label(Asking::PlacesStayOpen)));
        let clear: Vec<(&AskedPlace, Decided)> = places
            .iter()
            .filter(|one| one.is_open())
            .filter_map(|one| {
                Some((*one, decided_for(one.candidates.first().filter(|best| best.score >= SURE)?)?))
            })
            .collect();
        if clear.len() > 1 && ui.button(say(AskingText::TakeAll(clear.len()))).clicked() {
            acts.extend(
                clear.into_iter().map(|(one, decided)| Act::Place(Box::new(one.clone()), Some(decided))),
            );
        }
        for one in &places {
            ui.add_space(6.0);
            place_ui(ui, look, (map, one), places.len() > 1, acts);
        }
        if questions.more_places > 0 {
            ui.add_space(6.0);
            ui.label(quiet(say(AskingText::MorePlaces(questions.more_places))));
        }
    });
}

fn decided_for(candidate: &Candidate) -> Option<Decided> {
    candidate.id.map(Decided::for_place)
}

fn place_ui(
    ui: &mut Ui,
    look: &Look,
    (map, one): (&SmallMap, &AskedPlace),
    is_named: bool,
    acts: &mut Vec<Act>,
) {
    let mut decide = |decided: Option<Decided>| acts.push(Act::Place(Box::new(one.clone()), decided));
    ui.horizontal_wrapped(|ui| {
        if is_named {
            ui.label(strong(format!("“{}”", excerpt(&one.text))));
        }
        let country = one.country.map(name);
        let words = say(AskingText::RowsIn(one.rows, country.as_deref(), &one.example));
        ui.add(egui::Label::new(quiet(words)).truncate());
    });
    if !one.candidates.is_empty() {
        if let Some(chosen) = candidates_ui(ui, look, map, one) {
            decide(chosen.decided);
        }
        ui.add_space(2.0);
    }
    ui.horizontal_wrapped(|ui| {
        if let Some(chosen) = search_ui(ui, look, one) {
            decide(Some(chosen));
        }
        if let Some(code) = one.country {
            let country = Decided::Country(code);
            if ui
                .selectable_label(one.decided == Some(country), say(PlacesText::AsAWhole(&name(code))))
                .clicked()
            {
                decide(Some(country));
            }
        }
        if ui.selectable_label(one.decided == Some(Decided::LeftOut), label(Asking::NoPlace)).clicked() {
            decide(Some(Decided::LeftOut));
        }
        if ui.selectable_label(one.decided.is_none(), label(Asking::LeaveOpen)).clicked()
            && one.decided.is_some()
        {
            decide(None);
        }
    });
    let offered =
        one.candidates.iter().take(SHOWN).filter_map(decided_for).any(|known| one.decided == Some(known));
    if let (Some(decided), false) = (one.decided, offered)
        && let Some(words) = decided_in_words(decided)
    {
        ui.label(say(AskingText::Taken(&words)));
    }
    ui.separator();
}

/// What was chosen for a place; nothing if the choice was taken back.
struct Choice {
    decided: Option<Decided>,
}

/// What may be meant, with the places on a map beside it where there is room. Gives the one that was chosen;
/// none if the choice was taken back.
fn candidates_ui(ui: &mut Ui, look: &Look, map: &SmallMap, one: &AskedPlace) -> Option<Choice> {
    let shown: Vec<&Candidate> = one.candidates.iter().take(SHOWN).collect();
    let chosen =
        shown.iter().position(|candidate| one.decided.is_some() && one.decided == decided_for(candidate));
    let room = ui.available_width();
    let has_map = shown.len() > 1 && room > 560.0;
    let wide = if has_map { (room * 0.5).min(400.0) } else { ((room - 8.0) / 2.0).min(380.0) };
    let mut clicked = None;
    let mut answer = |ui: &mut Ui, number: usize| {
        let candidate = shown[number];
        let about = format!("{:.2} · {}", candidate.score, about(candidate));
        let about = if has_map { say(AskingText::OnMap(number + 1, &about)) } else { about };
        if answer_ui(ui, look, &title(candidate), &about, chosen == Some(number), wide).clicked() {
            clicked = Some(Choice { decided: decided_for(candidate).filter(|_| chosen != Some(number)) });
        }
    };
    if has_map {
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| (0..shown.len()).for_each(|number| answer(ui, number)));
            let high = (shown.len() as f32 * 51.0).max(148.0);
            let extent = egui::vec2((ui.available_width() - 4.0).min(460.0), high);
            pins_ui(ui, look, map, &shown, chosen, extent);
        });
    } else {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(8.0, 6.0);
            (0..shown.len()).for_each(|number| answer(ui, number));
        });
    }
    clicked
}

/// A field to look for another place, with what it may become as buttons beside it.
fn search_ui(ui: &mut Ui, look: &Look, one: &AskedPlace) -> Option<Decided> {
    let id = Id::unique(("place for", &one.text, one.country));
    let mut typed = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let hint = egui::RichText::new(label(Asking::SomewhereElse)).weak();
    let field = ui.add(egui::TextEdit::singleline(&mut typed).hint_text(hint).desired_width(220.0));
    ui.ctx().accesskit_node_builder(field.id, |node| {
        node.set_label(say(AskingText::SomewhereElseThan(&excerpt(&one.text))));
    });
    ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    if typed.trim().is_empty() {
        return None;
    }
    let popup = egui::Popup::from_response(&field)
        .close_behavior(egui::PopupCloseBehavior::IgnoreClicks)
        .width(320.0)
        .accessible_name(label(Asking::Places));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let found = candidates_so_far(&typed, None);
    let found: Vec<&Candidate> = found.iter().filter(|one| one.id.is_some()).take(8).collect();
    let shown = popup.show(|ui| {
        let mut chosen = None;
        for candidate in &found {
            if super::choice::line_ui(ui, look, &title(candidate), &about(candidate), false) {
                chosen = decided_for(candidate);
            }
        }
        if found.is_empty() {
            ui.label(quiet(label(Asking::NoSuchPlace)));
        }
        chosen
    });
    let by_key = if entered { found.first().and_then(|one| decided_for(one)) } else { None };
    let chosen = shown.and_then(|shown| shown.inner).or(by_key);
    if chosen.is_some() || (field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape))) {
        ui.data_mut(|data| data.remove::<String>(id));
    }
    chosen
}

fn title(candidate: &Candidate) -> String {
    let country = candidate.country.map(name).unwrap_or_default();
    let parts = [candidate.name.as_str(), candidate.state.as_str(), &country];
    let mut parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.dedup();
    parts.join(", ")
}

fn about(candidate: &Candidate) -> String {
    match (candidate.kind, candidate.population) {
        (PlaceKind::City, Some(people)) => {
            say(PlacesText::Inhabitants(usize::try_from(people).unwrap_or(usize::MAX)))
        }
        (kind, _) => word(Word::PlaceKind(kind)).to_owned(),
    }
}

fn decided_in_words(decided: Decided) -> Option<String> {
    match decided {
        Decided::City(id) => {
            let city = crate::gazetteer::further::by_id(id)?;
            Some(format!("{}, {}", city.name, name(city.country)))
        }
        Decided::Country(code) => Some(name(code)),
        Decided::Point(at) => Some(say(Message::Position(at))),
        Decided::LeftOut => None,
    }
}
