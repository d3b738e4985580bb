//! What comes of an answer that was chosen in the palette: it is selected and the map goes there, or the
//! filter is set.

use super::answers::Answers;
use super::fitting::fitted;
use super::palette::Chosen;
use super::perform::OnScreen;
use crate::picture::scene::Scene;
use crate::query::find::answer::Meant;
use crate::query::find::thing::{Site, Thing};
use crate::query::question::filter::{Area, Field, Filter};
use crate::query::sieve::passing_rows;
use crate::state::{Framing, State, Target};

/// Carries out what was chosen. A command is none of it.
pub fn choose(chosen: Chosen, on: OnScreen, answers: &Answers, next: &mut State) {
    match chosen {
        Chosen::Command(_) => {}
        Chosen::Filter(text) => narrow(answers, next, Field::Text, &Filter { text, ..Filter::default() }),
        Chosen::Meant(meant) => mean(meant, on, answers, next),
    }
}

fn mean(meant: Meant, on: OnScreen, answers: &Answers, next: &mut State) {
    let mut set = |field, filter: Filter| narrow(answers, next, field, &filter);
    match meant {
        Meant::Other(_) => {}
        Meant::Period(period) => {
            let (from, to) = (Some(period.from), Some(period.to));
            set(Field::Period, Filter { from, to, ..Filter::default() });
        }
        Meant::Thing(Thing::Person(name)) => {
            set(Field::Leaders, Filter { leaders: [name.clone()].into(), ..Filter::default() });
            next.selection = Some(Target::Person(name));
        }
        Meant::Thing(Thing::Bloc(code)) => {
            set(Field::Blocs, Filter { blocs: [code].into(), ..Filter::default() });
        }
        Meant::Thing(Thing::HeldIn(region)) => {
            set(Field::HeldIn, Filter { held_in: [Area::Region(region)].into(), ..Filter::default() });
        }
        Meant::Thing(Thing::From(region)) => {
            set(Field::Regions, Filter { regions: [region].into(), ..Filter::default() });
        }
        Meant::Thing(Thing::Country(code)) => go_to(Target::Country(code), on, answers, next),
        Meant::Thing(Thing::Occasion(name)) => go_to(Target::Occasion(name), on, answers, next),
        Meant::Meeting(row) => {
            go_to(Target::Meeting(answers.meetings().get(row).id.clone()), on, answers, next);
        }
        Meant::Thing(Thing::Venue(site) | Thing::Building(site)) => go_to_site(site, on, answers, next),
    }
}

/// A place that the map draws is selected; of one that it does not, the meetings are shown.
fn go_to_site(site: Site, on: OnScreen, answers: &Answers, next: &mut State) {
    let Site { name: text, placed, country: _ } = site;
    let draws_places = next.reading.has_places();
    match placed.filter(|_| draws_places) {
        Some((place, _)) => go_to(Target::Place(place), on, answers, next),
        None => narrow(answers, next, Field::Text, &Filter { text, ..Filter::default() }),
    }
}

/// Selects something and goes there. A filter that hides it is cleared.
fn go_to(target: Target, on: OnScreen, answers: &Answers, next: &mut State) {
    let is_hidden = target.rows(answers.meetings(), &answers.shown).is_empty();
    next.selection = Some(target);
    if is_hidden && !next.filter.is_empty() {
        next.filter = Filter::default();
        next.framing = Framing::Fit;
        return;
    }
    let with_it = State { selection: next.selection.clone(), ..on.state.clone() };
    next.framing = fitted(&Scene { state: &with_it, ..on.scene });
}

/// Sets one field of the filter. The other fields stay unless they would leave nothing.
fn narrow(answers: &Answers, next: &mut State, field: Field, asked: &Filter) {
    let narrowed = next.filter.clone().with(field, asked);
    let leaves_some = !passing_rows(&narrowed, answers.meetings(), answers.index()).is_empty();
    next.filter = if leaves_some { narrowed } else { Filter::default().with(field, asked) };
    next.selection = None;
    next.framing = Framing::Fit;
}
