//! The participants of a meeting: a name, an office, a state and whether the person was at home; in the order
//! of the record.

use super::draft::Draft;
use super::field::{Form, Line, SIGN, line_ui, name_ui, remark_ui, sign_ui};
use super::search::{Enter, Offer, Search};
use crate::document::edit::FieldValue;
use crate::gazetteer::country::{Countries, Country, CountryKind, role_at};
use crate::gazetteer::fold::fold;
use crate::import::venue;
use crate::meeting::code::CountryCode;
use crate::meeting::{Participant, Role, Text};
use crate::ui::style::{boxes_ui, quiet};
use crate::words::message::Message;
use crate::words::part::editing::{Editing, EditingText};
use crate::words::part::states::States;
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use egui::Id;

/// How many states are offered.
const MOST_OFFERS: usize = 12;
/// Points between the fields of a line.
const GAP: f32 = 4.0;

/// The participants as they were typed.
#[derive(Clone, Debug, Default)]
pub struct PeopleDrafts {
    /// One for each participant, and behind them the one that is being added.
    rows: Vec<PersonDraft>,
    /// Whether somebody is being added who has no name yet.
    is_adding: bool,
    /// The row whose name takes the focus.
    to_focus: Option<usize>,
}

/// One person as typed.
#[derive(Clone, Debug, Default)]
struct PersonDraft {
    name: Draft<Text>,
    office: Draft<Text>,
    state: Draft<Option<CountryCode>>,
    search: Search<CountryCode>,
}

/// What is asked for in a row.
enum Asked {
    Remove,
    MoveUp,
    MoveDown,
}

impl PeopleDrafts {
    /// Closes the list of a row, and says whether one was open.
    pub fn close_list(&mut self) -> bool {
        let was_open = self.rows.iter().any(|row| row.search.is_open());
        self.rows.iter_mut().for_each(|row| row.search.close());
        was_open
    }

    /// Whether some text stands in a row that is not recorded.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        let state_is = |row: &PersonDraft| state(&row.state.text).is_err();
        let name_is = |row: &PersonDraft| row.name.text.trim().is_empty();
        self.rows.iter().any(|row| state_is(row) || (name_is(row) && !self.is_adding))
    }

    /// Two lines for each participant, and a button that adds one.
    pub fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form) {
        let people = &form.meeting.participants;
        name_ui(ui, &say(EditingText::WhoMet(people.len())));
        let number = people.len() + usize::from(self.is_adding);
        self.rows.resize_with(number, PersonDraft::default);
        let mut asked = None;
        for at in 0..number {
            let takes_focus = self.to_focus == Some(at);
            if let Some(what) = self.rows[at].ui(ui, form, at, takes_focus) {
                asked = Some((at, what));
            }
        }
        self.to_focus = None;
        if self.is_adding && self.rows.last().is_some_and(|row| !row.name.text.trim().is_empty()) {
            // It has a name, and is in the record from the next frame on.
            self.is_adding = false;
        }
        if ui.add_enabled(!self.is_adding, egui::Button::new(label(Editing::AddParticipant))).clicked() {
            self.is_adding = true;
            self.to_focus = Some(number);
        }
        if let Some((at, what)) = asked {
            self.change(form, at, &what);
        }
    }

    /// Removes or moves a row, with what was typed in it.
    fn change(&mut self, form: &mut Form, at: usize, what: &Asked) {
        let mut people = form.meeting.participants.clone();
        if at >= people.len() {
            // Nobody has been added yet.
            self.is_adding = false;
            self.rows.truncate(people.len());
            return;
        }
        match what {
            Asked::Remove => {
                people.remove(at);
                self.rows.remove(at);
            }
            Asked::MoveUp => {
                people.swap(at, at - 1);
                self.rows.swap(at, at - 1);
            }
            Asked::MoveDown => {
                people.swap(at, at + 1);
                self.rows.swap(at, at + 1);
            }
        }
        form.set(FieldValue::Participants(people));
    }
}

impl PersonDraft {
    fn ui(&mut self, ui: &mut egui::Ui, form: &mut Form, at: usize, takes_focus: bool) -> Option<Asked> {
        let person = form.meeting.participants.get(at).cloned();
        let id = ui.scope_id().with(("participant", at));
        if let Some(person) = &person {
            self.name.follow(&person.name, Text::to_string);
            self.office.follow(&person.office, Text::to_string);
            self.state.follow(&person.country, |code| code.map_or_else(String::new, name_of));
        }
        let mut typed = None;
        self.first_line_ui(ui, form, (id, at), takes_focus, &mut typed);
        let (role, asked) = self.second_line_ui(ui, form, (id, at), &mut typed);
        self.remarks_ui(ui, form, person.as_ref());
        ui.add_space(4.0);
        if let Some(field) = typed {
            self.write(form, at, field);
        } else if let (Some(role), Some(person)) = (role, person)
            && role != person.role
        {
            let mut people = form.meeting.participants.clone();
            people[at].role = role;
            form.set(FieldValue::Participants(people));
        }
        asked
    }

    /// The name and the state.
    fn first_line_ui(
        &mut self,
        ui: &mut egui::Ui,
        form: &mut Form,
        (id, at): (Id, usize),
        takes_focus: bool,
        typed: &mut Option<Id>,
    ) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let number = at + 1;
            let room = ui.available_width() - GAP;
            let name = say(EditingText::NameOf(number));
            let is_wrong = self.name.text.trim().is_empty() && at < form.meeting.participants.len();
            let line = Line { hint: label(Editing::Name), width: room * 0.58, is_wrong, ..Line::new(&name) };
            let response = line_ui(ui, form.look, id.with("name"), line, &mut self.name.text);
            if takes_focus {
                response.request_focus();
                response.scroll_to_me(None);
            }
            if response.changed() {
                *typed = Some(response.id);
            }
            form.leave(&response);
            let name = say(EditingText::StateOf(number));
            let is_wrong = state(&self.state.text).is_err();
            let line = Line { hint: label(Editing::State), width: room * 0.42, is_wrong, ..Line::new(&name) };
            let field = id.with("state");
            let Self { state: draft, search, .. } = self;
            let found = search.ui(ui, form.look, field, (line, Enter::TakesFirst), &mut draft.text, states);
            if let Some(code) = found.chosen {
                draft.text = name_of(code);
                *typed = Some(field);
            } else if found.response.changed() {
                *typed = Some(field);
            }
            form.leave(&found.response);
        });
    }

    /// The office, the role, and the buttons that move or remove the row. Gives the role that stands in the
    /// box, and what is asked for.
    fn second_line_ui(
        &mut self,
        ui: &mut egui::Ui,
        form: &mut Form,
        (id, at): (Id, usize),
        typed: &mut Option<Id>,
    ) -> (Option<Role>, Option<Asked>) {
        const BOX: f32 = 62.0;
        let (mut chosen, mut asked) = (None, None);
        let last = form.meeting.participants.len();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let number = at + 1;
            let width = (ui.available_width() - BOX - 3.0 * SIGN - 4.0 * GAP).max(60.0);
            let name = say(EditingText::OfficeOf(number));
            let line = Line { hint: label(Editing::Office), width, ..Line::new(&name) };
            let response = line_ui(ui, form.look, id.with("office"), line, &mut self.office.text);
            if response.changed() {
                *typed = Some(response.id);
            }
            form.leave(&response);
            let role = form.meeting.participants.get(at).map(|person| person.role);
            let mut is_host = role == Some(Role::Host);
            let host = boxes_ui(ui, |ui| {
                ui.add_enabled(role.is_some(), egui::Checkbox::new(&mut is_host, quiet(label(Editing::Host))))
            });
            let name = say(EditingText::IsHost(number));
            ui.ctx().accesskit_node_builder(host.id, |node| node.set_label(name));
            chosen = role.map(|_| if is_host { Role::Host } else { Role::Guest });
            let buttons = [
                ("↑", EditingText::MoveUp(number), at > 0 && at < last, Asked::MoveUp),
                ("↓", EditingText::MoveDown(number), at + 1 < last, Asked::MoveDown),
            ];
            for (sign, name, is_enabled, what) in buttons {
                if sign_ui(ui, sign, &say(name), is_enabled) {
                    asked = Some(what);
                }
            }
            if sign_ui(ui, "×", &say(EditingText::RemoveParticipant(number)), true) {
                asked = Some(Asked::Remove);
            }
        });
        (chosen, asked)
    }

    fn remarks_ui(&self, ui: &mut egui::Ui, form: &Form, person: Option<&Participant>) {
        if let (Some(person), true) = (person, self.name.text.trim().is_empty()) {
            let words = say(EditingText::NeedsName(&person.name));
            remark_ui(ui, form.look, &words);
        }
        if let Err(why) = state(&self.state.text) {
            remark_ui(ui, form.look, &sentence_case(&why));
            let stays = match person.and_then(|person| person.country) {
                Some(code) => say(EditingText::Until(&name_of(code))),
                None => label(Editing::NoStateRecorded).to_owned(),
            };
            ui.label(quiet(stays));
        }
    }

    /// Puts what was typed into the record, as far as it can be understood.
    fn write(&mut self, form: &mut Form, at: usize, field: Id) {
        let mut people = form.meeting.participants.clone();
        let place = &form.meeting.venue;
        let old = people.get(at).cloned();
        let (name, office) = (Text::from(self.name.text.trim()), Text::from(self.office.text.trim()));
        let name = if name.is_empty() { old.as_ref().map(|old| old.name.clone()) } else { Some(name) };
        // Somebody who is being added is recorded with the name.
        let Some(name) = name else { return };
        let recorded = old.as_ref().and_then(|old| old.country);
        let country = state(&self.state.text).unwrap_or(recorded);
        let role = match &old {
            Some(old) if old.role != role_at(place, old.country) => old.role,
            Some(_) | None => role_at(place, country),
        };
        self.name.give(&name);
        self.office.give(&office);
        self.state.give(&country);
        let person = Participant { name, office, country, role };
        if old.as_ref() == Some(&person) {
            return;
        }
        match people.get_mut(at) {
            Some(slot) => *slot = person,
            None => people.push(person),
        }
        form.type_in(field, FieldValue::Participants(people));
    }
}

/// The state that a text names, none if it is empty; or why it names no single one.
fn state(text: &str) -> Result<Option<CountryCode>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    venue::party(text).map(Some).ok_or_else(|| {
        let meant = say(Message::Perhaps(&venue::countries_meant(text)));
        let why = say(EditingText::NoSingleState(text));
        if meant.is_empty() { why } else { format!("{why}. {meant}") }
    })
}

fn name_of(code: CountryCode) -> String {
    Countries::embedded().spoken(code).to_string()
}

/// The states with a name that has a word like what was typed: those that exist today first.
fn states(typed: &str) -> Vec<Offer<CountryCode>> {
    let asked = fold(typed);
    if asked.is_empty() {
        return Vec::new();
    }
    let countries = Countries::embedded();
    let found = countries.with_a_word_like(&asked);
    let mut found: Vec<&Country> = found.into_iter().filter_map(|code| countries.get(code)).collect();
    found.sort_by_key(|country| {
        let begins = fold(country.name).starts_with(&asked);
        (country.kind == CountryKind::FormerState, !begins, country.name.to_string())
    });
    let offer = |country: &Country| Offer {
        title: country.name.to_string(),
        detail: detail(country),
        value: country.code,
    };
    found.into_iter().take(MOST_OFFERS).map(offer).collect()
}

fn detail(country: &Country) -> String {
    match country.kind {
        CountryKind::Country => String::new(),
        CountryKind::Territory => label(States::Territory).to_owned(),
        CountryKind::FormerState => label(States::FormerState).to_owned(),
        CountryKind::Organisation => label(States::Organisation).to_owned(),
    }
}
