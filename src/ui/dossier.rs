//! The dossier: what is selected, told in full, with its sources.

use super::context::PanelContext;
use super::found::how_in_words;
use super::leader::leader_ui;
use super::pair::pair_ui;
use super::rows::rows_ui;
use super::selected::Selected;
use super::style;
use super::style::{quiet, strong};
use super::tooltip::{counted_rows, several, statuses_in_words};
use super::touched::Touched;
use crate::export::listing::{city_in_words, place_in_words};
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::{Organisation, each_of, member_times};
use crate::meeting::code::CountryCode;
use crate::meeting::date::Precision;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Meeting, Participant, Placed, Role, Status};
use crate::query::count::Count;
use crate::query::counterparts::counterparts;
use crate::query::place::Place;
use crate::query::place_texts::how;
use crate::query::shown::Shown;
use crate::state::{State, Target};
use crate::words::message::{Message, Noun, Word};
use crate::words::part::dossier::{Dossier, DossierText};
use crate::words::part::editing::{Detail, Editing};
use crate::words::part::importing::Aspect;
use crate::words::part::lists::ListText;
use crate::words::part::places::Places;
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use jiff::civil::Date;

/// The dossier of what is selected.
pub fn dossier_ui(ui: &mut egui::Ui, context: PanelContext, next: &mut State, touched: &mut Touched) {
    // What is selected in this frame is told from the next one on.
    let Some(selected) = context.selected else { return };
    let Selected { target, rows, .. } = selected;
    match target {
        Target::Country(code) => country_ui(ui, context, *code, rows, next, touched),
        Target::Meeting(id) => match context.meetings().row_of(id.as_str()) {
            Some(row) => {
                if rows.is_empty() {
                    ui.label(quiet(label(Editing::LeftOutOfMap)));
                }
                meeting_ui(ui, context, context.meetings().get(row), next);
            }
            None => drop(ui.label(label(Dossier::NotInTable))),
        },
        Target::Place(id) => {
            ui.heading(context.shown().ties.name_of(*id));
            let country = context.shown().ties.place(*id).and_then(Place::country_beside_name);
            let country = country.map(|code| Countries::embedded().spoken(code).into_owned());
            let parts = [country, Some(counted_rows(context.meetings(), rows))];
            ui.label(quiet(parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
            listed_ui(ui, context, rows, next, touched);
        }
        Target::Places(ids) => {
            ui.heading(say(Message::Places(ids, &context.shown().ties)));
            ui.label(quiet(counted_rows(context.meetings(), rows)));
            listed_ui(ui, context, rows, next, touched);
        }
        Target::Occasion(occasion) => {
            ui.heading(occasion);
            ui.label(quiet(counted_rows(context.meetings(), rows)));
            listed_ui(ui, context, rows, next, touched);
        }
        Target::Pair(pair) => pair_ui(ui, context, (pair, selected), next, touched),
        Target::Person(name) => leader_ui(ui, context, (name, selected), next, touched),
        Target::Tie(key) => {
            ui.heading(key.name(context.meetings(), &context.shown().ties));
            if let Some(line) = context.shown().line(key) {
                let statuses = statuses_in_words(context.meetings(), rows);
                ui.label(quiet(format!("{}, {statuses}", counted_rows(context.meetings(), rows))));
                ui.label(quiet(say(Message::Distance(line.from, line.to))));
            }
            listed_ui(ui, context, rows, next, touched);
        }
    }
}

fn listed_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    rows: &[usize],
    next: &mut State,
    touched: &mut Touched,
) {
    if rows.is_empty() {
        ui.label(quiet(label(Dossier::NonePasses)));
    } else {
        ui.add_space(6.0);
        rows_ui(ui, context, rows, next, touched);
    }
}

fn country_ui(
    ui: &mut egui::Ui,
    context: PanelContext,
    code: CountryCode,
    rows: &[usize],
    next: &mut State,
    touched: &mut Touched,
) {
    let countries = Countries::embedded();
    let takes_part =
        |row: &&usize| context.meetings().get(**row).participants.iter().any(|p| p.country == Some(code));
    let (own, held): (Vec<&usize>, Vec<&usize>) = rows.iter().partition(takes_part);
    let (own, held): (Vec<usize>, Vec<usize>) =
        (own.into_iter().copied().collect(), held.into_iter().copied().collect());
    ui.heading(countries.spoken(code));
    if let Some(country) = countries.get(code) {
        let region = country.region.map(|region| word(Word::Region(region)));
        let official = Some(country.official).filter(|name| !name.is_empty() && *name != country.name);
        ui.label(quiet([official, region].into_iter().flatten().collect::<Vec<_>>().join(" · ")));
    }
    if let Some((day, blocs)) = blocs_of(context.meetings(), context.shown(), rows, code) {
        let codes: Vec<&str> = blocs.iter().map(|bloc| &bloc.code[..]).collect();
        ui.label(quiet(say(DossierText::Blocs(day, &codes.join(", "))))).on_hover_ui(|ui| {
            for bloc in &blocs {
                ui.label(quiet(format!("{}: {}", bloc.code, bloc.name)));
            }
        });
    }
    let takes_part = times(context.meetings(), &own);
    ui.add_space(4.0);
    ui.label(strong(part_in_words(takes_part, times(context.meetings(), &held), next)));
    for (heading, statuses) in [
        (label(Dossier::AtOneTable), &[Status::Held][..]),
        (label(Dossier::Planned), &[Status::Planned, Status::Invited]),
    ] {
        let rows = own.iter().copied().filter(|&row| statuses.contains(&context.meetings().get(row).status));
        let rows: Vec<usize> = rows.collect();
        counterparts_ui(ui, heading, &counterparts(context.meetings(), &rows, code), next);
    }
    travels_ui(ui, context);
    if takes_part > 0 && !next.filter.countries.contains(&code) {
        ui.add_space(2.0);
        if ui.button(say(DossierText::ShowOnly(&countries.spoken(code)))).clicked() {
            next.filter.countries = [code].into();
            next.filter.excluded.countries.remove(&code);
        }
    }
    if !own.is_empty() {
        listed_ui(ui, context, &own, next, touched);
    }
    if !held.is_empty() {
        ui.add_space(6.0);
        ui.label(quiet(say(DossierText::HeldBetween(&countries.spoken(code)))));
        rows_ui(ui, context, &held, next, touched);
    }
}

/// How many meetings some rows stand for, context left out.
fn times(meetings: &Meetings, rows: &[usize]) -> usize {
    let of_rows = rows.iter().map(|&row| meetings.get(row));
    of_rows.filter(|meeting| !meeting.kind.is_context()).map(Meeting::times).sum()
}

/// How many meetings a country takes part in, and how many of others it hosts.
fn part_in_words(takes_part: usize, hosts: usize, state: &State) -> String {
    match (takes_part, hosts) {
        (0, 0) if state.filter.is_empty() => label(Dossier::TakesPartInNone).to_owned(),
        (0, 0) => label(Dossier::NoneShown).to_owned(),
        (own, held) => say(DossierText::Part(own, held)),
    }
}

/// States as buttons, each with a number of meetings.
fn counterparts_ui(ui: &mut egui::Ui, heading: &str, met: &[(CountryCode, usize)], next: &mut State) {
    if met.is_empty() {
        return;
    }
    ui.label(quiet(heading));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for &(other, count) in met {
            let country = Countries::embedded().get(other);
            let name = country.map_or_else(|| other.to_string(), |country| country.short.to_owned());
            if ui.add(egui::Button::new(format!("{name} {count}")).small()).clicked() {
                next.selection = Some(Target::Country(other));
            }
        }
    });
}

/// The day of a country's last dated meeting here, and the blocs it was a member of then.
fn blocs_of(
    meetings: &Meetings,
    shown: &Shown,
    rows: &[usize],
    code: CountryCode,
) -> Option<(Date, Vec<&'static Organisation>)> {
    let last = |rows: &[usize]| {
        rows.iter().filter_map(|&row| meetings.get(row).dates.days()).map(|days| days.0).max()
    };
    let day = last(rows).or_else(|| last(&shown.rows))?;
    Some((day, each_of(member_times(code).on(Some(day))).collect()))
}

fn meeting_ui(ui: &mut egui::Ui, context: PanelContext, meeting: &Meeting, next: &mut State) {
    ui.label(quiet(sentence_case(&when(meeting))));
    ui.heading(meeting.title.as_str());
    let kind = if meeting.kind == Kind::Unspecified {
        label(Dossier::Meeting)
    } else {
        word(Word::Kind(meeting.kind))
    };
    let status = word(Word::Status(meeting.status));
    ui.label(quiet(format!("{} · {status}{}", sentence_case(kind), several(meeting))));
    ui.add_space(6.0);
    where_ui(ui, context, meeting);
    trip_ui(ui, context, meeting, next);
    fact_ui(ui, label(Detail::Occasion), &meeting.occasion);
    fact_ui(ui, label(Detail::Outcome), &meeting.outcome);
    if !meeting.note.is_empty() {
        ui.add_space(4.0);
        let fill = style::colour(context.look.card);
        egui::Frame::new().fill(fill).corner_radius(5).inner_margin(8).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(strong(label(Detail::Note)));
            ui.label(meeting.note.as_str());
        });
    }
    ui.add_space(8.0);
    ui.label(quiet(label(Aspect::Who)));
    for participant in &meeting.participants {
        participant_ui(ui, participant, next);
    }
    ui.add_space(8.0);
    sources_ui(ui, meeting);
}

/// Where it was, and how that place was found.
fn where_ui(ui: &mut egui::Ui, context: PanelContext, meeting: &Meeting) {
    let place = where_in_words(meeting);
    if place.is_empty() {
        return;
    }
    ui.label(quiet(label(Aspect::Where)));
    ui.label(place);
    // The record has the words as they were read; the borders in force may show another country.
    let record = context.answers.record();
    let venue = record.row_of(meeting.id.as_str()).map_or(&meeting.venue, |row| &record.get(row).venue);
    if let Some(how) = how(venue, context.decisions) {
        ui.label(quiet(say(DossierText::Place(&how_in_words(how)))));
    }
    ui.add_space(4.0);
}

/// How far the leaders of the selected country travelled.
fn travels_ui(ui: &mut egui::Ui, context: PanelContext) {
    /// Leaders who are named.
    const NAMED: usize = 8;
    let travels = context.selected.map(|selected| selected.travels(context.answers)).unwrap_or_default();
    if travels.is_empty() {
        return;
    }
    ui.label(quiet(label(Dossier::TravelledTo)));
    for (name, travel) in travels.iter().take(NAMED) {
        let trips = say(Message::Count(travel.trips, Noun::Trip));
        ui.label(format!("{name}: {trips}, {}", say(Message::Travel(*travel))));
    }
    if let Some(more) = travels.len().checked_sub(NAMED).filter(|more| *more > 0) {
        ui.label(quiet(say(ListText::AndMore(more))));
    }
    ui.add_space(2.0);
}

/// The trip that a meeting is a stop of: its stops as buttons, and how far it went.
fn trip_ui(ui: &mut egui::Ui, context: PanelContext, meeting: &Meeting, next: &mut State) {
    /// Stops that have a button.
    const MOST_STOPS: usize = 40;
    let Some(stop) = &meeting.trip else { return };
    // A trip that was put together of rows is called by the first of them: no name that anybody gave it.
    let is_made = context.meetings().row_of(stop.trip.as_str()).is_some();
    let name = say(DossierText::Trip(stop.trip.as_str()));
    ui.label(quiet(if is_made { label(Detail::Trip).to_owned() } else { name }));
    for trip in context.selected.map(|selected| selected.trip(context.answers)).unwrap_or_default() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
            for (number, &row) in trip.stops.iter().enumerate().take(MOST_STOPS) {
                let one = context.meetings().get(row);
                let place = city_in_words(&one.venue);
                let place = if place.is_empty() { label(Places::Unknown).to_owned() } else { place };
                let button = egui::Button::new(format!("{} {place}", number + 1)).small();
                if ui.add(button.selected(one.id == meeting.id)).clicked() {
                    next.selection = Some(Target::Meeting(one.id.clone()));
                }
            }
            if let Some(more) = trip.stops.len().checked_sub(MOST_STOPS).filter(|more| *more > 0) {
                ui.label(quiet(say(ListText::AndMore(more))));
            }
        });
        let state = Countries::embedded().spoken(trip.state);
        ui.label(format!("{state}: {}", say(Message::Travel(trip.travel))));
    }
    ui.add_space(4.0);
}

fn participant_ui(ui: &mut egui::Ui, participant: &Participant, next: &mut State) {
    let name = egui::Link::new(strong(participant.name.as_str()));
    if !participant.name.is_empty() && ui.add(name).clicked() {
        next.selection = Some(Target::Person(participant.name.to_string()));
    }
    let country = participant.country.map(|code| Countries::embedded().spoken(code).into_owned());
    let country = country.filter(|name| !participant.office.contains(&name[..]));
    let host = (participant.role == Role::Host).then(|| label(Editing::Host).to_owned());
    let office = Some(participant.office.to_string()).filter(|office| !office.is_empty());
    let words: Vec<String> = [office, country, host].into_iter().flatten().collect();
    let link = egui::Label::new(quiet(words.join(" · "))).sense(egui::Sense::click());
    if let Some(code) = participant.country {
        let response = ui.add(link).on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.clicked() {
            next.selection = Some(Target::Country(code));
        }
    } else {
        ui.add(link);
    }
}

fn sources_ui(ui: &mut egui::Ui, meeting: &Meeting) {
    ui.label(quiet(say(DossierText::Sources(meeting.sources.len()))));
    for source in &meeting.sources {
        match source.url() {
            Some(url) => {
                let host = url.split('/').nth(2).unwrap_or(url).trim_start_matches("www.");
                ui.hyperlink_to(format!("{host} ↗"), url).on_hover_text(url);
            }
            None => drop(ui.label(source.reference.as_str())),
        }
        if !source.facts.is_empty() {
            ui.label(quiet(say(DossierText::Supports(&source.facts.join(", ")))));
        }
    }
}

/// A quiet name and a value below it; nothing where there is no value.
fn fact_ui(ui: &mut egui::Ui, name: &str, value: &str) {
    if !value.is_empty() {
        ui.label(quiet(name));
        ui.label(value);
        ui.add_space(4.0);
    }
}

/// The dates, and how precisely they are known where that is not to the day.
fn when(meeting: &Meeting) -> String {
    let dates = say(Message::Dates(meeting.dates));
    let precision = match meeting.dates.precision() {
        Precision::Day | Precision::Range | Precision::Unknown => return dates,
        Precision::Month => label(Dossier::KnownToMonth),
        Precision::Year => label(Dossier::KnownToYear),
    };
    format!("{dates} · {precision}")
}

fn where_in_words(meeting: &Meeting) -> String {
    let venue = &meeting.venue;
    let named = [venue.building.to_string(), place_in_words(venue)];
    let named: Vec<String> = named.into_iter().filter(|part| !part.is_empty()).collect();
    let precision = match venue.placed {
        Placed::City(..) => "",
        Placed::Point(_) => label(Dossier::AtChosenPoint),
        Placed::Country(..) => label(Dossier::CountryOnly),
        Placed::Nowhere => label(Dossier::NotPlaced),
    };
    let named = named.join(", ");
    let parts = [named.as_str(), precision].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// The heading over a list of everything that is shown: what is counted of it.
#[must_use]
pub fn list_heading(context: PanelContext) -> String {
    let Count { rule, total, .. } = &context.shown().count;
    match total {
        0 => say(DossierText::NoneCounted(rule.unit)),
        total => say(Message::Counted(*rule, *total)),
    }
}
