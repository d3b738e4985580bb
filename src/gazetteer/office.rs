//! Offices: who held which for which state, from when to when, and whom a name meant on a day.

use super::fold::fold;
use super::known_person::{KnownPerson, SpellingOf, by_folded_name, by_key, in_other_order, spelled};
use super::person::person_id;
use super::sorted::lines_of;
use super::spoken::{Spoken, is_suffix, read, singular};
use super::table::{Field, fields, listed, text};
use super::title::OfficeClass;
use crate::meeting::code::CountryCode;
use crate::meeting::date::{Dates, PartialDate};
use crate::meeting::identity::PersonId;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Sorted by person, with a line of headings above.
const OFFICES: &str = include_str!("../../data/offices.csv");

/// One row of `data/offices.csv`: a person's time in an office.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    /// The key of the person.
    pub person: &'static str,
    /// The state or organisation.
    pub state: CountryCode,
    /// What sort of office it is.
    pub class: OfficeClass,
    /// Its title in English, one of few: `President`, `Foreign Minister`; `Leader` where a source names none.
    pub title: &'static str,
    /// The first day, as far as it is known.
    pub start: PartialDate,
    /// The last day; `None` if still in office when the table was made (January 2026).
    pub end: Option<PartialDate>,
    /// Whether others hold it beside: two heads at once, a council, someone who acts for the head.
    pub joint: bool,
    /// Whether the end is only when the person was last seen in office: the true one is later and not known.
    pub last_seen: bool,
    /// Where it is from: words of `data/README.md`, between bars.
    pub source: Field,
}

/// A person who may be meant, and the office held at that time.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// Who it is.
    pub person: PersonId,
    /// The name in common use.
    pub name: String,
    /// The state or organisation represented.
    pub state: CountryCode,
    /// What sort of office it is.
    pub class: OfficeClass,
    /// Its title in English.
    pub title: &'static str,
    /// The first day in office, as far as it is known.
    pub start: PartialDate,
    /// The last day; `None` if it lasts.
    pub end: Option<PartialDate>,
    /// How the name was found.
    pub how: FoundBy,
    /// How the office and the date go together.
    pub time: InOffice,
    /// How far to trust it. A table is no proof: this is always a suggestion.
    pub sure: Sureness,
}

/// How a name was found in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoundBy {
    /// By the name in common use.
    Name,
    /// By another spelling of the whole name.
    Spelling,
    /// By the name with the family name at its other end.
    OtherOrder,
    /// By the family name and a part of the rest: `Ursula Leyen`, `V. Putin`.
    Part,
    /// By the family name alone.
    FamilyName,
    /// By the office: no name was given.
    Office,
}

impl FoundBy {
    /// Every way, the surest first.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Spelling, Self::OtherOrder, Self::Part, Self::FamilyName, Self::Office];

    const fn is_whole(self) -> bool {
        match self {
            Self::Name | Self::Spelling | Self::OtherOrder => true,
            Self::Part | Self::FamilyName | Self::Office => false,
        }
    }
}

/// Whether a person held the office on the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InOffice {
    /// On that date.
    Then,
    /// Within [`NEAR`] days of it; [`ELECT`] if the cell says `-elect`.
    AboutThen,
    /// The person was last seen in office before, and may still have been.
    Perhaps,
    /// No date was given.
    NoDate,
    /// At another time.
    NotThen,
}

impl InOffice {
    /// Every answer, the surest first.
    pub const ALL: [Self; 5] = [Self::Then, Self::AboutThen, Self::Perhaps, Self::NoDate, Self::NotThen];
}

/// How far to trust a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// One person has this whole name, and was in office on the date.
    Sure,
    /// One person is meant, but only the family name was given, or no date, or the date is a little off.
    Likely,
    /// Several may be meant, or the one was not in office then.
    Possible,
}

impl Sureness {
    /// Every degree, the surest first.
    pub const ALL: [Self; 3] = [Self::Sure, Self::Likely, Self::Possible];
}

/// Days by which a date may lie outside a time in office: calendars and reports differ.
pub const NEAR: i64 = 15;
/// Days before the first one in office on which a person is called `-elect`.
pub const ELECT: i64 = 120;
/// Years for which a person who was last seen in office is taken to have stayed.
const STAYED: i64 = 4;

/// Whom a name may mean and what they represented, best first; empty if the table does not know. Titles and
/// styles in the name are read (see [`read`]), and an office or state that stands there decides between
/// several. A family name alone means those who were in office at the time; a whole name also one who was
/// not, and says so.
#[must_use]
pub fn represented(name: &str, on: Option<Dates>) -> Vec<Holder> {
    of_spoken(&read(name), on)
}

/// The same for a cell that was taken apart. Where it names an office of a state but nobody, those who held
/// it then.
#[must_use]
pub fn of_spoken(spoken: &Spoken, on: Option<Dates>) -> Vec<Holder> {
    Candidates::of(spoken).on(on)
}

/// Everyone whom a cell may mean, whatever the day: looked up once, and asked for many days.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    holders: Vec<Candidate>,
    /// The state that the cell names.
    state: Option<CountryCode>,
    /// The office that it names, beside a name.
    class: Option<OfficeClass>,
    /// Days before the first one in office on which somebody may be called by it.
    early: i64,
}

/// Someone in an office.
#[derive(Clone, Debug)]
struct Candidate {
    person: PersonId,
    name: String,
    spell: Spell,
    how: FoundBy,
}

impl Candidates {
    /// Those of a cell that was taken apart.
    #[must_use]
    pub fn of(spoken: &Spoken) -> Self {
        if let (true, Some(state), Some(class)) = (spoken.name.is_empty(), spoken.state, spoken.class) {
            // `EU foreign ministers` are several.
            let is_one = class != OfficeClass::Other && singular(&spoken.office).is_none();
            return if is_one { Self::in_office(state, class) } else { Self::default() };
        }
        let mut holders = Vec::new();
        for (key, how) in persons_called(&spoken.name) {
            let Some(person) = by_key(key) else { continue };
            holders.extend(spells_of(key).map(|spell| Candidate::new(&person, spell, how)));
        }
        let early = if spoken.elect { ELECT } else { NEAR };
        Self { holders, state: spoken.state, class: spoken.class, early }
    }

    /// Those who ever held an office of a state.
    fn in_office(state: CountryCode, class: OfficeClass) -> Self {
        let spells = spells().filter(|spell| spell.state == state && spell.class == class);
        let holders = spells.filter_map(|spell| {
            let person = by_key(spell.person)?;
            Some(Candidate::new(&person, spell, FoundBy::Office))
        });
        Self { holders: holders.collect(), state: None, class: None, early: NEAR }
    }

    /// Whether nobody can be meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.holders.is_empty()
    }

    /// Whom the cell means on a date, best first.
    #[must_use]
    pub fn on(&self, on: Option<Dates>) -> Vec<Holder> {
        let days = on.and_then(Dates::days);
        let holders = self.holders.iter().map(|one| one.on(days, self.early));
        // A family name or an office alone says too little about somebody who was not in office.
        let mut holders: Vec<Holder> =
            holders.filter(|one| one.how.is_whole() || one.time != InOffice::NotThen).collect();
        if let Some(state) = self.state {
            keep_if_any(&mut holders, |one| one.state == state);
        }
        if let Some(class) = self.class {
            keep_if_any(&mut holders, |one| one.class == class && one.time != InOffice::NotThen);
        }
        if holders.iter().any(|one| one.time < InOffice::NotThen) {
            holders.retain(|one| one.time < InOffice::NotThen);
        }
        ranked(holders)
    }
}

impl Candidate {
    fn new(person: &KnownPerson, spell: Spell, how: FoundBy) -> Self {
        let id = PersonId::new(&fold(&person.name));
        Self { person: id, name: person.name.to_string(), spell, how }
    }

    fn on(&self, days: Option<(Date, Date)>, early: i64) -> Holder {
        let Self { person, name, spell, how } = self;
        Holder {
            person: person.clone(),
            name: name.clone(),
            state: spell.state,
            class: spell.class,
            title: spell.title,
            start: spell.start,
            end: spell.end,
            how: *how,
            time: days.map_or(InOffice::NoDate, |days| in_office(spell, days, early)),
            sure: Sureness::Possible,
        }
    }
}

/// Who held an office of a state: `President of France` on a day. Those in office then come first.
#[must_use]
pub fn holders_of(state: CountryCode, class: OfficeClass, on: Option<Dates>) -> Vec<Holder> {
    Candidates::in_office(state, class).on(on)
}

/// Every row of the table, in order of person.
pub fn spells() -> impl Iterator<Item = Spell> {
    below_the_headings().lines().map(spell)
}

/// The rows of the person whom a name means by itself, without a date; none if the table does not know the
/// name, or knows several people who are called so.
#[must_use]
pub fn offices_of(name: &str) -> Vec<Spell> {
    let known = by_folded_name(person_id(name).as_str());
    known.map_or_else(Vec::new, |known| spells_of(known.key).collect())
}

/// The rows of one person.
fn spells_of(key: &'static str) -> impl Iterator<Item = Spell> {
    lines_of(below_the_headings(), key, ',').map(spell)
}

fn below_the_headings() -> &'static str {
    OFFICES.split_once('\n').map_or("", |(_, rows)| rows)
}

fn spell(line: &'static str) -> Spell {
    let [person, state, class, title, start, end, mark, source] = fields(line);
    let date = |text: &str| {
        PartialDate::parse(text).expect("dates of offices are written 2024-07-03, 2024-07 or 2024")
    };
    Spell {
        person: text(person),
        state: CountryCode::new(&state).expect("a state is a code"),
        class: OfficeClass::of_word(&class),
        title: text(title),
        start: date(&start),
        end: (!end.is_empty()).then(|| date(&end)),
        joint: listed(&mark).any(|mark| mark == "joint"),
        last_seen: listed(&mark).any(|mark| mark == "last seen"),
        source,
    }
}

fn in_office(spell: &Spell, (first, last): (Date, Date), near: i64) -> InOffice {
    let (start, end) = (spell.start.first_day(), spell.end.map(PartialDate::last_day));
    let later = |day: Date, days: i64| day.checked_add(days.days()).unwrap_or(Date::MAX);
    let earlier = |day: Date, days: i64| day.checked_sub(days.days()).unwrap_or(Date::MIN);
    let within = |early: i64, late: i64| {
        last >= earlier(start, early) && end.is_none_or(|end| first <= later(end, late))
    };
    if within(0, 0) {
        InOffice::Then
    } else if within(near, NEAR) {
        InOffice::AboutThen
    } else if spell.last_seen && within(0, STAYED * 366) {
        InOffice::Perhaps
    } else {
        InOffice::NotThen
    }
}

fn keep_if_any(holders: &mut Vec<Holder>, keep: impl Fn(&Holder) -> bool) {
    if holders.iter().any(&keep) {
        holders.retain(keep);
    }
}

/// Best first, each with how far to trust it.
fn ranked(mut holders: Vec<Holder>) -> Vec<Holder> {
    holders.sort_by(|a, b| {
        let rank = |one: &Holder| (one.time, one.how, one.class);
        rank(a)
            .cmp(&rank(b))
            .then(b.start.cmp(&a.start))
            .then_with(|| (&a.name, a.state).cmp(&(&b.name, b.state)))
    });
    let persons: BTreeSet<&PersonId> = holders.iter().map(|one| &one.person).collect();
    let states: BTreeSet<CountryCode> = holders.iter().map(|one| one.state).collect();
    let is_dated = holders.iter().any(|one| one.time != InOffice::NoDate);
    let several = persons.len() > 1 || (states.len() > 1 && !is_dated);
    for one in &mut holders {
        one.sure = match (one.time, several) {
            (InOffice::Then, false) if one.how.is_whole() => Sureness::Sure,
            (InOffice::Then | InOffice::AboutThen | InOffice::Perhaps | InOffice::NoDate, false) => {
                Sureness::Likely
            }
            (InOffice::NotThen, _) | (_, true) => Sureness::Possible,
        };
    }
    holders
}

/// The keys of those whom a name may mean: by the whole name, or else by a part of it, or else by the family
/// name.
fn persons_called(name: &str) -> Vec<(&'static str, FoundBy)> {
    let folded = fold(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let whole = whole_names(&folded);
    if !whole.is_empty() {
        return whole;
    }
    let parts = by_parts(&folded);
    if !parts.is_empty() {
        return parts;
    }
    let Some(family) = without_initials(&folded) else {
        return of_family(&folded).map(|key| (key, FoundBy::FamilyName)).collect();
    };
    let whole = whole_names(&family).into_iter().map(|(key, _)| key);
    let found: BTreeSet<&'static str> = whole.chain(of_family(&family)).collect();
    found.into_iter().map(|key| (key, FoundBy::FamilyName)).collect()
}

/// `путин` of `путин в в`: the list has given names in Latin letters, which say nothing of others. `None` if
/// no such letter stands in the name, or nothing else.
fn without_initials(folded: &str) -> Option<String> {
    let is_initial = |word: &&str| !word.is_ascii() && word.chars().nth(1).is_none();
    let rest: Vec<&str> = folded.split(' ').filter(|word| !is_initial(word)).collect();
    let has_initial = rest.len() < folded.split(' ').count();
    (has_initial && !rest.is_empty()).then(|| rest.join(" "))
}

fn whole_names(folded: &str) -> Vec<(&'static str, FoundBy)> {
    let own = by_folded_name(folded).map(|person| (person.key, FoundBy::Name));
    let spelled = spelled(folded).filter_map(|(sort, key)| match sort {
        SpellingOf::SharedName => Some((key, FoundBy::Name)),
        SpellingOf::WholeName if is_family_name(folded) => Some((key, FoundBy::FamilyName)),
        SpellingOf::WholeName => Some((key, FoundBy::Spelling)),
        SpellingOf::FamilyName => None,
    });
    let mut found: Vec<(&str, FoundBy)> = own.into_iter().chain(spelled).collect();
    if found.is_empty() {
        found.extend(in_other_order(folded).map(|person| (person.key, FoundBy::OtherOrder)));
    }
    // A spelling that stands for the whole name is the family name of others, too.
    let known: BTreeSet<&str> = found.iter().map(|(key, _)| *key).collect();
    if !folded.contains(' ') && !found.is_empty() {
        found.extend(
            of_family(folded).filter(|key| !known.contains(key)).map(|key| (key, FoundBy::FamilyName)),
        );
    }
    found
}

/// Whether a spelling that stands for the whole name is one word of several: in Chinese and Korean, one word
/// is the whole.
fn is_family_name(folded: &str) -> bool {
    !folded.contains(' ') && folded.chars().all(|letter| letter < '\u{1100}')
}

fn of_family(folded: &str) -> impl Iterator<Item = &'static str> {
    spelled(folded).filter(|(sort, _)| *sort == SpellingOf::FamilyName).map(|(_, key)| key)
}

/// The most words of a name that are looked into: longer texts are no names.
const MOST_WORDS: usize = 8;

/// Those with a family name among the words and another word of the name, or its first letter, beside it.
fn by_parts(folded: &str) -> Vec<(&'static str, FoundBy)> {
    let words: Vec<&str> = folded.split(' ').take(MOST_WORDS).collect();
    let mut found: BTreeSet<&'static str> = BTreeSet::new();
    for start in 0..words.len() {
        for end in start + 1..=words.len().min(start + 3) {
            let family = words[start..end].join(" ");
            let persons = of_family(&family).filter_map(by_key);
            let (before, behind) = (&words[..start], &words[end..]);
            found.extend(persons.filter(|person| may_be(person, before, behind)).map(|person| person.key));
        }
    }
    found.into_iter().map(|key| (key, FoundBy::Part)).collect()
}

/// Whether the words before and behind a family name can be those of a person: one of them at least, or its
/// first letter, is a given name, the first word is if the family name is not, and either the text has no
/// other word, or it has all given names. With the
/// family name of another behind it, the text is that other's name: `Abdul Hamid Karzai`.
fn may_be(person: &KnownPerson, before: &[&str], behind: &[&str]) -> bool {
    let family = fold(&person.family);
    let is_of_family = |word: &&str| family.split(' ').any(|own| own == *word);
    let spellings: Vec<String> = std::iter::once(&*person.name).chain(person.variants()).map(fold).collect();
    spellings.iter().any(|spelling| {
        let given: Vec<&str> = spelling.split(' ').filter(|word| !is_of_family(word)).collect();
        let is_same =
            |said: &str, own: &str| said == own || (said.chars().count() == 1 && own.starts_with(said));
        let is_own = |said: &&&str| given.iter().any(|own| is_same(said, own));
        let is_said = |own: &&&str| before.iter().chain(behind).any(|said| is_same(said, own));
        let others = || before.iter().chain(behind).filter(|said| !is_own(said));
        // A son or a father is another, too: `Donald Trump Jr.`
        let is_of_another = |said: &&str| {
            ["jr", "sr"].contains(said) || (!is_suffix(said) && of_family(said).next().is_some())
        };
        // `Wife of`, `on behalf of`: what stands before the name makes another of it.
        let begins = before.first().is_none_or(|first| is_own(&first));
        let shares_one = before.iter().chain(behind).any(|said| is_own(&said));
        begins
            && shares_one
            && !behind.iter().any(|said| !is_own(&said) && is_of_another(said))
            && (given.iter().all(|own| is_said(&own)) || others().next().is_none())
    })
}
