//! What is selected or pointed at, with the rows that it stands for: worked out when it changes, and read by
//! every frame.

use super::answers::Answers;
use crate::meeting::identity::PlaceId;
use crate::query::leader::Leader;
use crate::query::together::Together;
use crate::query::travel::{Travel, TripOfState, of_leaders, of_trip};
use crate::state::Target;
use jiff::civil::Date;
use std::sync::OnceLock;

/// A target, and what of the answers belongs to it.
#[derive(Clone, Debug)]
pub struct Selected {
    /// What it is.
    pub target: Target,
    /// Its rows in the order of the list.
    pub rows: Vec<usize>,
    /// The place of a meeting, if others were held there too.
    pub shared_place: Option<PlaceId>,
    /// The first days of its rows, in order, each once: where the timeline lights up.
    pub days: Vec<Date>,
    /// The rows in ascending order.
    sorted: Vec<usize>,
    /// The travels of a country's leaders.
    travels: OnceLock<Vec<(String, Travel)>>,
    /// The trip of a meeting.
    trip: OnceLock<Vec<TripOfState>>,
    /// What the whole table says of a pair.
    together: OnceLock<Together>,
    /// What it says of a person.
    leader: OnceLock<Leader>,
}

impl Selected {
    /// Looks a target up in the answers.
    #[must_use]
    pub fn new(target: Target, answers: &Answers) -> Self {
        let rows = target.rows(answers.meetings(), &answers.shown).into_owned();
        let mut sorted = rows.clone();
        sorted.sort_unstable();
        let mut days: Vec<Date> = rows.iter().filter_map(|row| answers.index().first_day(*row)).collect();
        days.sort_unstable();
        days.dedup();
        let shared_place = shared_place(&target, answers);
        let (travels, trip, together) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { target, rows, shared_place, days, sorted, travels, trip, together, leader: OnceLock::new() }
    }

    /// How far the leaders of a country travelled; nobody if it is no country. Worked out when it is first
    /// asked for.
    pub fn travels(&self, answers: &Answers) -> &[(String, Travel)] {
        self.travels.get_or_init(|| match self.target {
            Target::Country(code) => of_leaders(answers.meetings(), answers.index(), &self.rows, code),
            Target::Place(_)
            | Target::Places(_)
            | Target::Tie(_)
            | Target::Meeting(_)
            | Target::Occasion(_)
            | Target::Person(_)
            | Target::Pair(_) => Vec::new(),
        })
    }

    /// The trip of a meeting as each state made it; none if it belongs to no trip. Worked out when it is
    /// first asked for.
    pub fn trip(&self, answers: &Answers) -> &[TripOfState] {
        self.trip.get_or_init(|| match &self.target {
            Target::Meeting(id) => {
                let row = answers.meetings().row_of(id.as_str());
                row.map_or_else(Vec::new, |row| of_trip(answers.meetings(), answers.index(), row))
            }
            Target::Country(_)
            | Target::Place(_)
            | Target::Places(_)
            | Target::Tie(_)
            | Target::Occasion(_)
            | Target::Person(_)
            | Target::Pair(_) => Vec::new(),
        })
    }

    /// What the whole table says of a pair; nothing of anything else. Worked out when it is first asked for.
    pub fn together(&self, answers: &Answers) -> &Together {
        self.together.get_or_init(|| match &self.target {
            Target::Pair(pair) => Together::of(pair, answers.meetings()),
            Target::Country(_)
            | Target::Place(_)
            | Target::Places(_)
            | Target::Tie(_)
            | Target::Meeting(_)
            | Target::Person(_)
            | Target::Occasion(_) => Together::default(),
        })
    }

    /// What the whole table says of a person; nothing of anything else. Worked out when it is first asked
    /// for.
    pub fn leader(&self, answers: &Answers) -> &Leader {
        self.leader.get_or_init(|| match &self.target {
            Target::Person(name) => Leader::of(name, answers.meetings(), answers.index()),
            Target::Country(_)
            | Target::Place(_)
            | Target::Places(_)
            | Target::Tie(_)
            | Target::Meeting(_)
            | Target::Occasion(_)
            | Target::Pair(_) => Leader::default(),
        })
    }

    /// Whether a row belongs to it.
    #[must_use]
    pub fn has(&self, row: usize) -> bool {
        self.sorted.binary_search(&row).is_ok()
    }

    /// Keeps `slot` true to a target and to the answers, which are `new` if they changed since it was filled.
    pub fn keep(slot: &mut Option<Self>, target: Option<&Target>, answers: &Answers, new: bool) {
        let is_there = slot.as_ref().map(|kept| &kept.target) == target;
        if new || !is_there {
            *slot = target.map(|target| Self::new(target.clone(), answers));
        }
    }
}

fn shared_place(target: &Target, answers: &Answers) -> Option<PlaceId> {
    let Target::Meeting(id) = target else { return None };
    let row = answers.meetings().row_of(id.as_str())?;
    let mut shared = answers.shown.ties.places.iter();
    let place = shared.find(|place| place.rows.len() > 1 && place.rows.contains(&row))?;
    Some(place.id)
}
