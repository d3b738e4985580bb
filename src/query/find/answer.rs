//! Answers: what a typed text may mean, in groups, the likeliest first, and why each is among them.

use super::finder::{Finder, FittingRows, is_long};
use super::name::{Fit, Name, Sort, Word, fit};
use super::period::Period;
use super::thing::Thing;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::meeting::Meeting;
use crate::meeting::table::Meetings;
use std::cmp::Reverse;

/// What sort of things a group has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// People.
    People,
    /// Countries and organisations that take part.
    Countries,
    /// Parts of the world.
    Regions,
    /// Organisations of states.
    Blocs,
    /// Days, months and years.
    Dates,
    /// Cities and buildings.
    Venues,
    /// Events around several meetings.
    Occasions,
    /// Single meetings.
    Meetings,
    /// What the program can do.
    Commands,
}

impl Group {
    /// Every group, in the order in which equally good ones stand.
    pub const ALL: [Self; 9] = [
        Self::People,
        Self::Countries,
        Self::Regions,
        Self::Blocs,
        Self::Dates,
        Self::Venues,
        Self::Occasions,
        Self::Meetings,
        Self::Commands,
    ];

    /// How many answers of it are listed.
    const fn most(self) -> usize {
        match self {
            Self::People
            | Self::Countries
            | Self::Regions
            | Self::Blocs
            | Self::Venues
            | Self::Occasions
            | Self::Dates => 4,
            Self::Meetings | Self::Commands => 6,
        }
    }
}

/// What is meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Meant {
    /// Something with names.
    Thing(Thing),
    /// A period.
    Period(Period),
    /// The meeting in a row.
    Meeting(usize),
    /// One of the other names that were given, by its place among them.
    Other(usize),
}

/// Why something is among the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its own name begins with the text, or has words that do.
    Name,
    /// It is its abbreviation or code.
    Code,
    /// Another spelling or name of it does: this one.
    OtherName(String),
    /// The text is a slip of this name.
    Slip(String),
    /// It is a date.
    Date,
    /// Of a meeting: somebody who takes part.
    Participant(String),
    /// Of a meeting: a state that does.
    State(String),
    /// Of a meeting: where it is held.
    Place(String),
    /// Of a meeting: the event around it.
    Occasion(String),
    /// Of a meeting: what came of it, or a note.
    Record,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What is meant.
    pub meant: Meant,
    /// Why it is an answer.
    pub why: Why,
    /// How well it fits.
    pub fit: Fit,
    /// How many meetings it has a part in.
    pub meetings: usize,
}

/// The answers of one sort.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The sort.
    pub group: Group,
    /// The best of them.
    pub listed: Vec<Answer>,
    /// How many more there are.
    pub more: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// By group, the one with the best answer first.
    pub groups: Vec<Answers>,
    /// Whether nothing is called so, and the answers are to a text of which some letters were changed.
    pub is_corrected: bool,
}

impl Found {
    /// Every answer that is listed, in order.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.groups.iter().flat_map(|group| &group.listed)
    }

    /// How many answers there are, listed or not.
    #[must_use]
    pub fn number(&self) -> usize {
        self.groups.iter().map(|group| group.listed.len() + group.more).sum()
    }
}

/// Another name that can be found, such as a command's.
#[derive(Clone, Copy, Debug)]
pub struct OtherName<'a> {
    /// The name.
    pub name: &'a str,
    /// More words about it.
    pub about: &'a str,
}

impl Finder {
    /// What a typed text may mean in the table that the finder was made of, and among some `others`.
    #[must_use]
    pub fn find(&self, meetings: &Meetings, typed: &str, others: &[OtherName]) -> Found {
        let words = Word::all(typed);
        if words.is_empty() {
            return Found::default();
        }
        let groups = self.groups(meetings, typed, &words, others);
        if !groups.is_empty() {
            return Found { groups, is_corrected: false };
        }
        let corrected: Vec<Word> =
            words.iter().map(|word| self.close_to(word).unwrap_or_else(|| word.clone())).collect();
        if corrected.iter().all(|word| word.changed == 0) {
            return Found::default();
        }
        let groups = self.groups(meetings, "", &corrected, &[]);
        Found { groups, is_corrected: true }
    }

    fn groups(&self, meetings: &Meetings, typed: &str, words: &[Word], others: &[OtherName]) -> Vec<Answers> {
        let mut answers: Vec<(Group, Answer)> = self.of_things(words);
        answers.extend(self.of_periods(typed).into_iter().map(|answer| (Group::Dates, answer)));
        answers.extend(of_others(words, others).into_iter().map(|answer| (Group::Commands, answer)));
        // What the table lacks is worth a line only where its name is meant, or nothing else is.
        let is_near = |answer: &Answer| answer.meetings > 0 || answer.fit < Fit::Inside;
        if answers.iter().any(|(_, answer)| is_near(answer)) {
            answers.retain(|(group, answer)| is_near(answer) || *group == Group::Commands);
        }
        let takes_no_part = |answer: &Answer| {
            let is_body = |code| Countries::embedded().get(code).is_some_and(|row| !row.has_land());
            answer.meetings == 0
                && matches!(answer.meant, Meant::Thing(Thing::Country(code)) if is_body(code))
        };
        answers.retain(|(_, answer)| !takes_no_part(answer));
        let mut groups: Vec<Answers> = Group::ALL
            .into_iter()
            .filter_map(|group| {
                let own = answers.iter().filter(|(of, _)| *of == group);
                let mut listed: Vec<Answer> = own.map(|(_, answer)| answer.clone()).collect();
                // The order of equally good ones is that of the finder: of names, or of the calendar.
                listed.sort_by_key(|answer| match group {
                    Group::Dates | Group::Commands => (answer.fit, Reverse(0)),
                    _ => (answer.fit, Reverse(answer.meetings)),
                });
                let more = listed.split_off(listed.len().min(group.most())).len();
                (!listed.is_empty()).then_some(Answers { group, listed, more })
            })
            .chain(self.of_meetings(meetings, typed, words))
            .collect();
        groups.sort_by_key(|answers| (answers.listed[0].fit, answers.group));
        groups
    }

    fn of_things(&self, words: &[Word]) -> Vec<(Group, Answer)> {
        let is_long = words.iter().all(|word| word.forms.iter().any(|form| is_long(form)));
        let fitting = self.things.names.fitting(words).into_iter();
        let fitting = fitting.filter(|(name, fit)| is_long || name.sort == Sort::Own || *fit <= Fit::Words);
        fitting
            .map(|(name, fit)| {
                let thing = self.things.all[name.thing as usize].clone();
                let meetings = self.things.meetings[name.thing as usize];
                let group = match thing {
                    Thing::Country(_) => Group::Countries,
                    Thing::HeldIn(_) | Thing::From(_) => Group::Regions,
                    Thing::Bloc(_) => Group::Blocs,
                    Thing::Person(_) => Group::People,
                    Thing::Venue(_) | Thing::Building(_) => Group::Venues,
                    Thing::Occasion(_) => Group::Occasions,
                };
                (group, Answer { meant: Meant::Thing(thing), why: why(name, fit), fit, meetings })
            })
            .collect()
    }

    fn of_periods(&self, typed: &str) -> Vec<Answer> {
        let has_digits = typed.chars().any(char::is_numeric);
        // A word such as May may be a name too.
        let is_sure = has_digits || typed.contains(' ');
        let fit = if is_sure { Fit::Whole } else { Fit::Words };
        let answer = |period: Period| Answer {
            meant: Meant::Period(period),
            why: Why::Date,
            fit,
            meetings: period.meetings,
        };
        self.days.meant_by(typed).into_iter().map(answer).collect()
    }

    /// The meetings with all of the words; or those of a period, where the last or the first words are a
    /// date: `Putin July 2024`.
    fn of_meetings(&self, meetings: &Meetings, typed: &str, words: &[Word]) -> Option<Answers> {
        let mut rows = self.rows(words);
        let mut words = words.to_vec();
        if rows.all.count() == 0
            && let Some((left, of_period)) = self.in_a_period(meetings, typed)
        {
            (words, rows) = (left, of_period);
        }
        let number = rows.all.count();
        let slips: usize = words.iter().map(|word| word.changed).sum();
        let fit = match (slips, rows.by_title.count()) {
            (0, 0) => Fit::Elsewhere,
            (0, _) => Fit::Inside,
            (slips, _) => Fit::Slip(slips + 1),
        };
        let answer = |row: usize| {
            let meeting = meetings.get(row);
            let why = self.why_meeting(meeting, row as u32, &words);
            Answer { meant: Meant::Meeting(row), why, fit, meetings: meeting.times() }
        };
        let listed: Vec<Answer> = self.in_order(&rows).take(Group::Meetings.most()).map(answer).collect();
        let more = number - listed.len();
        (number > 0).then_some(Answers { group: Group::Meetings, listed, more })
    }

    /// What has the first word that the title of a meeting lacks: somebody who takes part, the occasion, the
    /// place, a state.
    fn why_meeting(&self, meeting: &Meeting, row: u32, words: &[Word]) -> Why {
        let title = fold(&meeting.title);
        let Some(word) = words.iter().find(|word| !word.begins_a_word_of(&title)) else { return Why::Name };
        let parts = word.forms.iter().flat_map(|form| form.split(' '));
        let things = parts.flat_map(|part| self.things.names.things_with(part, is_long(part)));
        let of_row = things.filter(|&thing| self.things.rows(thing).binary_search(&row).is_ok());
        let why = of_row.filter_map(|thing| match &self.things.all[thing as usize] {
            Thing::Person(name) => Some((0, Why::Participant(name.clone()))),
            Thing::Occasion(name) => Some((1, Why::Occasion(name.clone()))),
            Thing::Venue(site) | Thing::Building(site) => Some((2, Why::Place(site.name.clone()))),
            Thing::Country(code) => Some((3, Why::State(Countries::embedded().name(*code).into_owned()))),
            Thing::Bloc(_) | Thing::HeldIn(_) | Thing::From(_) => None,
        });
        why.min_by_key(|(order, _)| *order).map_or(Why::Record, |(_, why)| why)
    }

    /// The rows of a period with the words that are left of a text, where some at its end or beginning are a
    /// date.
    fn in_a_period(&self, meetings: &Meetings, typed: &str) -> Option<(Vec<Word>, FittingRows)> {
        let typed: Vec<&str> = typed.split_whitespace().collect();
        let mut cuts = (1..typed.len()).flat_map(|at| {
            let (head, tail) = typed.split_at(at);
            [(head, tail), (tail, head)]
        });
        cuts.find_map(|(words, date)| {
            let period = *self.days.meant_by(&date.join(" ")).first()?;
            let words = Word::all(&words.join(" "));
            let mut rows = self.rows(&words);
            let is_then =
                |row: u32| meetings.get(row as usize).dates.overlap(Some(period.from), Some(period.to));
            rows.keep(is_then);
            (rows.all.count() > 0).then_some((words, rows))
        })
    }
}

fn why(name: &Name, fit: Fit) -> Why {
    match (fit, name.sort) {
        (Fit::Slip(_), _) => Why::Slip(name.written.to_string()),
        (_, Sort::Own) => Why::Name,
        (_, Sort::Code) => Why::Code,
        (_, Sort::Other) => Why::OtherName(name.written.to_string()),
    }
}

/// The others whose name, or what is said about them, has all of the words.
fn of_others(words: &[Word], others: &[OtherName]) -> Vec<Answer> {
    let answer = |(place, other): (usize, &OtherName)| {
        let by_name = fit(words, Sort::Own, &fold(other.name));
        let fit = by_name.or_else(|| {
            fit(words, Sort::Other, &fold(&format!("{} {}", other.name, other.about))).map(|_| Fit::Elsewhere)
        })?;
        Some(Answer { meant: Meant::Other(place), why: Why::Name, fit, meetings: 0 })
    };
    others.iter().enumerate().filter_map(answer).collect()
}
