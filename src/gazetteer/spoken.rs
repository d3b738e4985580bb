//! What a cell that names one person says: the name, the office and the state, taken apart.

use super::country::{Countries, CountryKind, NameKind};
use super::fold::fold;
use super::known_person::{SpellingOf, by_folded_name, spelled};
use super::movement::is_movement;
use super::province::by_code;
use super::title::{OfficeClass, TitleKind, chinese_offices, title, title_at};
use crate::meeting::code::CountryCode;

/// A cell that names one person, taken apart. What it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// The name without titles and styles, given name first; empty if the cell names an office or a state
    /// only.
    pub name: String,
    /// The office as it is written; empty if none is.
    pub office: String,
    /// What sort of office that is.
    pub class: Option<OfficeClass>,
    /// The state or organisation represented.
    pub state: Option<CountryCode>,
    /// What told the state.
    pub how: StateBy,
    /// Whether the person was chosen for the office but not yet in it: `President-elect`.
    pub elect: bool,
}

/// What in a cell told the state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StateBy {
    /// Nothing did.
    #[default]
    Nothing,
    /// Brackets behind the name: `Merkel (Germany)`.
    Brackets,
    /// A part behind a comma or a dash: `Lavrov, Russia`.
    Comma,
    /// The office: `President of France`, `German Chancellor`.
    Office,
    /// The cell is the state's own name.
    Itself,
}

impl StateBy {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::Nothing, Self::Brackets, Self::Comma, Self::Office, Self::Itself];
}

/// Dashes between a name and what is said of it, or between two who meet.
pub const DASHES: [&str; 3] = [" – ", " — ", " - "];

/// The most words that the name of a state is looked for in.
const MOST_WORDS: usize = 7;

/// Takes a cell of one person apart. The name of a state alone is the state itself, with no person.
#[must_use]
pub fn read(text: &str) -> Spoken {
    let text = text.trim();
    if is_whole_name(text) {
        return Spoken { name: text.to_owned(), ..Spoken::default() };
    }
    if let Some(state) = party(text) {
        return Spoken { state: Some(state), how: StateBy::Itself, ..Spoken::default() };
    }
    let Some((outside, inside)) = brackets(text) else { return in_parts(text) };
    if let Some(state) = party(outside).filter(|_| is_somebody(inside)) {
        return Spoken { state: Some(state), how: StateBy::Brackets, ..in_parts(inside) };
    }
    let spoken = in_parts(outside);
    if let Some(state) = party(inside) {
        return Spoken { state: Some(state), how: StateBy::Brackets, ..spoken };
    }
    let told = in_parts(inside);
    if told.class.is_none() && told.state.is_none() {
        return spoken;
    }
    let (office, class) =
        if spoken.class.is_some() { (spoken.office, spoken.class) } else { (told.office, told.class) };
    let (state, how) = match told.state {
        Some(state) => (Some(state), StateBy::Brackets),
        None => (spoken.state, spoken.how),
    };
    Spoken { name: spoken.name, office, class, state, how, elect: spoken.elect || told.elect }
}

/// Whether a text names somebody of the table, by the whole name or the family name, perhaps behind an
/// office.
fn is_somebody(text: &str) -> bool {
    let said = phrase(text);
    spelled(&fold(&said.name)).next().is_some() || by_folded_name(&fold(&said.name)).is_some()
}

/// Whether the text as it stands is the name of a person of the table, in one of its spellings.
fn is_whole_name(text: &str) -> bool {
    let folded = fold(text);
    by_folded_name(&folded).is_some() || spelled(&folded).any(|(sort, _)| sort != SpellingOf::FamilyName)
}

/// Whether a text is what stands behind a name and says nothing of a state: letters of honour, `KCB, MP`, or
/// the province of a member of some parliament, `AZ`.
#[must_use]
pub fn is_behind_name(text: &str) -> bool {
    by_code(text).is_some() || (are_honours(text) && party(text).is_none())
}

/// Whether a text is letters of honour. Beside such, other capitals are honours too: `KG KT`.
fn are_honours(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let may_be = |word: &str| is_honour(word) || word.bytes().all(|byte| byte.is_ascii_uppercase());
    words.clone().any(is_honour) && words.all(may_be)
}

/// Whether a word is letters of honour, with or without full stops: `P.C.`
fn is_honour(word: &str) -> bool {
    let is_one = |word: &str| title(word, |kind| kind == TitleKind::Honour).is_some();
    word.starts_with(char::is_uppercase) && (is_one(word) || is_one(&word.replace('.', "")))
}

/// Whether a text behind a name is the party of its bearer in short: `Angela Merkel, CDU`. A name in capitals
/// has the given name in capitals behind it.
#[must_use]
pub fn is_party_in_short(name: &str, text: &str) -> bool {
    let is_short = (3..=6).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_uppercase());
    is_short && name.contains(char::is_lowercase) && !is_movement(text) && party(text).is_none()
}

/// The office of one, of an office that a text gives to several: `Presidents` is `President`, `Heads of
/// State` is `Head of State`.
#[must_use]
pub fn singular(office: &str) -> Option<String> {
    let (first, rest) = office.split_once(' ').unwrap_or((office, ""));
    let by_first = first.strip_suffix('s').map(|first| format!("{first} {rest}").trim_end().to_owned());
    let by_last = office.strip_suffix('s').map(str::to_owned);
    let is_office = |one: &String| title(one, |kind| matches!(kind, TitleKind::Office(_))).is_some();
    by_first.into_iter().chain(by_last).find(is_office)
}

/// The state or organisation that a text names as a whole, by a name or a code.
fn party(text: &str) -> Option<CountryCode> {
    if title(text, |kind| matches!(kind, TitleKind::Office(_) | TitleKind::Style | TitleKind::Honour))
        .is_some()
    {
        return None;
    }
    let table = Countries::embedded();
    let bare = || text.strip_prefix("the ").or_else(|| text.strip_prefix("The "));
    table.party(text).or_else(|| table.party(bare()?)).map(|found| found.code)
}

/// The state that words name or are the adjective of: `France`, `French`, `Russia's`, `the Netherlands`.
fn state_of(words: &[&str]) -> Option<CountryCode> {
    let text = words.join(" ");
    let text = ["'s", "’s", "s’", "'"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(&text);
    party(text).or_else(|| {
        let table = Countries::embedded();
        let folded = fold(text);
        let people = table.named_parties(&folded).filter(|(_, kind, _)| *kind == NameKind::Demonym);
        let mut people: Vec<_> = people.map(|(country, ..)| country).collect();
        // Of a state and what was or belongs to one, the adjective is the state's.
        let states = people.iter().any(|country| country.kind == CountryKind::Country);
        people.retain(|country| !states || country.kind == CountryKind::Country);
        let first = people.first()?.code;
        people.iter().all(|country| country.code == first).then_some(first)
    })
}

/// The state at the beginning of some words, the longest name first, and how many words it takes.
fn state_at(words: &[&str]) -> Option<(usize, CountryCode)> {
    let most = words.len().min(MOST_WORDS);
    (1..=most).rev().find_map(|taken| Some((taken, state_of(&words[..taken])?)))
}

/// `Angela Merkel (Germany)`: what stands outside and inside the last brackets.
fn brackets(text: &str) -> Option<(&str, &str)> {
    let (open, close) =
        [('(', ')'), ('[', ']'), ('（', '）')].into_iter().find(|(_, close)| text.ends_with(*close))?;
    let at = text.rfind(open)?;
    let inside = &text[at + open.len_utf8()..text.len() - close.len_utf8()];
    Some((text[..at].trim(), inside.trim()))
        .filter(|(outside, inside)| !outside.is_empty() && !inside.is_empty())
}

/// Parts between commas or dashes: a state, an office, a name, or the two halves of a name.
fn in_parts(text: &str) -> Spoken {
    // `France – Emmanuel Macron`: the state first.
    if let Some((state, name)) = DASHES.iter().find_map(|dash| text.split_once(dash))
        && let (Some(state), None) = (party(state.trim()), party(name.trim()))
    {
        return Spoken { state: Some(state), how: StateBy::Comma, ..in_parts(name.trim()) };
    }
    let text = DASHES.iter().fold(text.to_owned(), |text, dash| text.replace(dash, ", "));
    let text = match text.rsplit_once('/') {
        Some((name, state)) if party(state.trim()).is_some() => format!("{name}, {state}"),
        Some(_) | None => text,
    };
    let parts: Vec<&str> = text.split([',', '，']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 {
        return phrase(parts.first().copied().unwrap_or_default());
    }
    let mut spoken = Spoken::default();
    let mut names: Vec<String> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let is_in_short = names.last().is_some_and(|name| is_party_in_short(name, part));
        if number > 0 && (is_in_short || is_behind_name(part)) {
            let says_more = is_in_short || by_code(part).is_some();
            if says_more && spoken.office.is_empty() {
                (*part).clone_into(&mut spoken.office);
            }
            continue;
        }
        if let (Some(state), true) = (party(part), number > 0 && !names.iter().any(|name| is_movement(name)))
        {
            (spoken.state, spoken.how) = (Some(state), StateBy::Comma);
            continue;
        }
        let said = phrase(part);
        if said.class.is_some() && spoken.class.is_none() {
            (spoken.office, spoken.class) = (said.office, said.class);
        }
        if let (Some(state), None) = (said.state, spoken.state) {
            (spoken.state, spoken.how) = (Some(state), said.how);
        }
        spoken.elect |= said.elect;
        match names.last_mut() {
            Some(name) if is_suffix(&said.name) => *name = format!("{name} {}", said.name),
            Some(_) | None if said.name.is_empty() => {}
            Some(_) | None => names.push(said.name),
        }
    }
    spoken.name = match &names[..] {
        [family, given] if !is_movement(family) && !is_movement(given) => format!("{given} {family}"),
        _ => names.join(", "),
    };
    spoken
}

/// What tells somebody from a father or namesake: `Jr`, `III`.
#[must_use]
pub fn is_suffix(text: &str) -> bool {
    ["jr", "sr", "ii", "iii", "iv"].contains(&fold(text).as_str())
}

/// `the President of France Emmanuel Macron`, `German Chancellor Merkel`, `H.E. Dr Angela Merkel`: words
/// without a comma.
fn phrase(text: &str) -> Spoken {
    if is_whole_name(text) {
        return Spoken { name: text.to_owned(), ..Spoken::default() };
    }
    if let Some(spoken) = in_chinese(text) {
        return spoken;
    }
    let apart = text.replace("-elect", " elect").replace("-designate", " designate");
    let apart = without_hyphen_of_state(&apart);
    let all: Vec<&str> = apart.split_whitespace().collect();
    let all = without_honours(&all);
    let plain = without_styles(all);
    // An article belongs to an office or a state; `A. Merkel` has none.
    let words = without_styles(without_article(plain));
    let is_office = |kind| matches!(kind, TitleKind::Office(_));
    if let Some((taken, kind)) = title_at(words, is_office) {
        return after_office(words, taken, kind);
    }
    let adjective = state_at(words).map(|(taken, state)| (taken, Some(state)));
    if let Some((taken, state)) = adjective.or_else(|| is_of_several(words).then_some((1, None))) {
        let rest = without_styles(&words[taken..]);
        if let Some((of_office, TitleKind::Office(class))) = title_at(rest, is_office) {
            let (elect, name) = elect_and_name(&rest[of_office..]);
            let office = rest[..of_office].join(" ");
            let how = if state.is_some() { StateBy::Office } else { StateBy::Nothing };
            return Spoken { name, office, class: Some(class), state, how, elect };
        }
    }
    let (name, state) = name_of_state(plain);
    let how = if state.is_some() { StateBy::Office } else { StateBy::Nothing };
    Spoken { name, state, how, ..Spoken::default() }
}

/// `US-Präsident Biden`: the state apart from the office.
fn without_hyphen_of_state(text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    let Some((state, office)) = first.split_once('-') else { return text.to_owned() };
    let is_office = title(office, |kind| matches!(kind, TitleKind::Office(_))).is_some();
    if is_office && party(state).is_some() { text.replacen('-', " ", 1) } else { text.to_owned() }
}

/// Whether the first word is the adjective of several states: `Korean`, `Congolese`.
fn is_of_several(words: &[&str]) -> bool {
    let first = fold(words.first().copied().unwrap_or_default());
    Countries::embedded().named_parties(&first).any(|(_, kind, _)| kind == NameKind::Demonym)
}

/// `Abdullah II of Jordan`: the name and the state behind its last `of`.
fn name_of_state(words: &[&str]) -> (String, Option<CountryCode>) {
    let ends_in_state = (1..words.len()).rev().find_map(|at| {
        let (taken, _) = title_at(&words[at..], |kind| kind == TitleKind::Of)?;
        Some((at, party(&without_article(&words[at + taken..]).join(" "))?))
    });
    match ends_in_state {
        Some((at, state)) => (words[..at].join(" "), Some(state)),
        None => (words.join(" "), None),
    }
}

/// What stands behind an office: `of` and a state, a state, or a name.
fn after_office(words: &[&str], taken: usize, kind: TitleKind) -> Spoken {
    let TitleKind::Office(class) = kind else { return Spoken::default() };
    let office = words[..taken].join(" ");
    let elect = title_at(&words[taken..], |kind| kind == TitleKind::Elect);
    let rest = &words[taken + elect.map_or(0, |(taken, _)| taken)..];
    let behind_of = title_at(rest, |kind| kind == TitleKind::Of).map(|(taken, _)| &rest[taken..]);
    let found = match behind_of {
        Some(behind) => {
            let behind = without_article(behind);
            state_at(behind).map(|(taken, state)| (state, &behind[taken..]))
        }
        // `FM Russia`, but not `President Jordan Bardella`.
        None => state_of(rest).map(|state| (state, &rest[rest.len()..])).or_else(|| state_in_genitive(rest)),
    };
    if found.is_none() && behind_of.is_some() {
        // `Minister of Agriculture`: the office goes on, and where it ends is not known, unless a state does:
        // `… of France`.
        let (_, state) = name_of_state(words);
        let how = if state.is_some() { StateBy::Office } else { StateBy::Nothing };
        let (office, class) = (words.join(" "), Some(OfficeClass::Other));
        return Spoken { office, class, state, how, ..Spoken::default() };
    }
    let (state, rest) = found.map_or((None, rest), |(state, rest)| (Some(state), rest));
    let (elect_behind, name) = elect_and_name(rest);
    let words_of_name: Vec<&str> = name.split(' ').collect();
    let (name, of_state) =
        if state.is_none() && !is_whole_name(&name) { name_of_state(&words_of_name) } else { (name, None) };
    // `Minister of Foreign Affairs and Trade of Hungary`
    let goes_on = of_state.is_some() && fold(&name).starts_with("and ");
    let (office, name) = if goes_on { (format!("{office} {name}"), String::new()) } else { (office, name) };
    let state = state.or(of_state).or_else(|| body_in(&words[..taken]));
    let how = if state.is_some() { StateBy::Office } else { StateBy::Nothing };
    Spoken { name, office, class: Some(class), state, how, elect: elect.is_some() || elect_behind }
}

fn without_article<'a, 'b>(words: &'b [&'a str]) -> &'b [&'a str] {
    &words[title_at(words, |kind| kind == TitleKind::Article).map_or(0, |(taken, _)| taken)..]
}

/// `президент Франции`: Russian and Ukrainian say "of" by the end of the word. The name of the state as it
/// would end by itself, of one word only, and the words behind it.
fn state_in_genitive<'a, 'b>(words: &'b [&'a str]) -> Option<(CountryCode, &'b [&'a str])> {
    let (first, rest) = words.split_first()?;
    let is_cyrillic = first.chars().all(|letter| ('\u{400}'..='\u{4FF}').contains(&letter));
    let last = first.chars().next_back().filter(|_| is_cyrillic)?;
    let stem = &first[..first.len() - last.len_utf8()];
    let endings = ["", "а", "я", "й", "ь"];
    let state = party(first).or_else(|| endings.iter().find_map(|end| party(&format!("{stem}{end}"))))?;
    Some((state, rest))
}

/// The organisation that an office names: `President of the European Commission`.
fn body_in(words: &[&str]) -> Option<CountryCode> {
    let table = Countries::embedded();
    let ends =
        (0..words.len()).flat_map(|start| (start + 1..=words.len()).rev().map(move |end| (start, end)));
    ends.filter_map(|(start, end)| table.party(&words[start..end].join(" ")))
        .find(|found| found.kind == CountryKind::Organisation)
        .map(|found| found.code)
}

fn elect_and_name(words: &[&str]) -> (bool, String) {
    let elect = title_at(words, |kind| kind == TitleKind::Elect);
    let rest = &words[elect.map_or(0, |(taken, _)| taken)..];
    (elect.is_some(), without_styles(rest).join(" "))
}

/// The words behind titles of courtesy. The last word stays: it is a name.
fn without_styles<'a, 'b>(words: &'b [&'a str]) -> &'b [&'a str] {
    let mut rest = words;
    loop {
        let whole = rest.join(" ");
        let taken = title_at(rest, |kind| kind == TitleKind::Style);
        match taken {
            Some((taken, _)) if taken < rest.len() && !is_whole_name(&whole) => rest = &rest[taken..],
            Some(_) | None => return rest,
        }
    }
}

/// The words before letters of honour: `Ann Lee MP`. A name is left.
fn without_honours<'a, 'b>(words: &'b [&'a str]) -> &'b [&'a str] {
    let behind = words.iter().rev().take_while(|word| is_honour(word)).count();
    if words.len() - behind < 2 { words } else { &words[..words.len() - behind] }
}

/// `法国总统马克龙`: no spaces; the state stands before the office, the name behind or before it.
fn in_chinese(text: &str) -> Option<Spoken> {
    let is_han = |letter: char| ('\u{4E00}'..='\u{9FFF}').contains(&letter);
    if text.contains(' ') || !text.chars().all(|letter| is_han(letter) || letter == '·') {
        return None;
    }
    chinese_offices().find_map(|(words, class)| {
        let (before, behind) = text.split_once(words)?;
        let state = party(before);
        let name = match (state, behind.is_empty()) {
            (Some(_), _) => behind,
            (None, true) => before,
            (None, false) if before.is_empty() => behind,
            (None, false) => return None,
        };
        let how = if state.is_some() { StateBy::Office } else { StateBy::Nothing };
        let (name, office) = (name.to_owned(), words.to_owned());
        Some(Spoken { name, office, class: Some(class), state, how, elect: false })
    })
}
