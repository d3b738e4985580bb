//! The names in a cell of people: one, or several that are parted by signs or by words for `and`.

use super::venue;
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::known_person::{SpellingOf, by_folded_name, known_persons, spelled};
use crate::gazetteer::movement::is_movement;
use crate::gazetteer::office;
use crate::gazetteer::spoken::{self, DASHES, Spoken};
use crate::meeting::code::CountryCode;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// The most names that are read from a cell.
pub const MOST_NAMES: usize = 1_000;

/// The names of a cell, in order. Semicolons, bars and line breaks always part names. Commas and words for
/// `and` do where each part can stand for itself: it has several words, or `is_known`; or where three are
/// known. So `Merkel, Angela` is one name, `Macron, Scholz` are two, and `Minister of Trade and Industry` is
/// one. A state of several words stays whole: `Bosnia and Herzegovina`. An office or a state behind a name is
/// what is said of it: `Ann Lee, Prime Minister of Norway`.
pub fn names(cell: &str, mut is_known: impl FnMut(&str) -> bool) -> Vec<&str> {
    let inside = cell.trim();
    if let Some(listed) = quoted_list(inside) {
        return listed;
    }
    if !may_be_several(inside) {
        return if inside.chars().any(char::is_alphanumeric) { vec![inside] } else { Vec::new() };
    }
    let parts = outside_brackets(inside, |rest| {
        let signs = [";", "；", "|", "\n", "\r", " / ", " + ", "•"];
        signs.into_iter().find(|sign| rest.starts_with(sign)).map(str::len)
    });
    let mut names = Vec::new();
    for part in parts {
        let part = &inside[part];
        if is_movement(part) {
            names.push(part);
            continue;
        }
        // `France – Emmanuel Macron, Germany – Angela Merkel`: commas part more than dashes do.
        let has_commas = part.contains(COMMAS);
        let parting = |rest: &str| separator(rest).filter(|_| !has_commas || !begins_with_dash(rest));
        let pieces = whole_names(part, outside_brackets(part, parting));
        let texts: Vec<&str> = pieces.iter().map(|piece| &part[piece.clone()]).collect();
        if are_initials(&texts) {
            names.extend(texts);
            continue;
        }
        if let Some(people) = with_what_is_said(part, &pieces, &mut is_known) {
            names.extend(people);
            continue;
        }
        let are_commas =
            pieces.windows(2).all(|two| part[two[0].end..two[1].start].trim().chars().all(is_comma));
        let pieces: Vec<&str> = pieces.into_iter().map(|piece| &part[piece]).collect();
        let stands_alone = |number: usize, piece: &str, is_known: &mut dyn FnMut(&str) -> bool| {
            is_several_words(outside(piece))
                || is_movement(piece)
                || is_known_by_itself(&pieces, number, is_known)
        };
        let several = pieces.len() > 1
            && !(are_commas && is_turned(&pieces))
            && !(are_commas && begins_with_office(&pieces))
            && (has_commas || !begins_with_state(&pieces))
            && pieces.iter().enumerate().all(|(number, piece)| stands_alone(number, piece, &mut is_known));
        let several = several
            || (is_parted_by_slashes(part, &pieces) && pieces.iter().any(|one| is_known(one)))
            || (are_commas && are_family_names(&pieces));
        if several || (pieces.len() > 3 && pieces.iter().filter(|piece| is_known(piece)).count() > 2) {
            names.extend(pieces);
        } else {
            names.push(part);
        }
    }
    names.retain(|name| name.chars().any(char::is_alphanumeric));
    names
}

/// Whether single names between commas are those of several people, though not all are known: three or more,
/// or two of which the second is no given name. `Padoan, Mnuchin` are two, `Lee, Anna` is one.
fn are_family_names(pieces: &[&str]) -> bool {
    let is_single = |piece: &&str| {
        let bare = piece.trim_end_matches(" et al.").trim_end_matches(" u. a.");
        bare.chars().next().is_some_and(char::is_uppercase)
            && bare.contains(char::is_lowercase)
            && !bare.contains(|sign: char| sign.is_whitespace() || matches!(sign, '.' | '(' | ')'))
    };
    let is_family = |name: &str| {
        let folded = fold(name.trim_end_matches(" et al."));
        spelled(&folded).any(|(sort, _)| sort == SpellingOf::FamilyName)
            && GIVEN_NAMES.get(&folded).is_none_or(|given| *given < 2)
    };
    pieces.len() > 1
        && pieces.iter().all(is_single)
        && !is_turned(pieces)
        && match pieces {
            [_, second] => is_family(second) || !GIVEN_NAMES.contains_key(&fold(second)),
            _ => true,
        }
}

/// What states and organisations are called in short by everybody.
pub const SHORT_FORMS: [&str; 4] = ["UK", "US", "EU", "UN"];

/// Whether the pieces of a text are initials, as diaries have them: `LB, JC`. Some may be codes of two
/// letters too, `RR, MG`, but not all, and none is what a state is called in short, `USA`.
#[must_use]
pub fn are_initials(pieces: &[&str]) -> bool {
    let is_one = |piece: &&str| {
        (2..=3).contains(&piece.len()) && piece.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    let is_party = |piece: &&str| venue::party(piece).is_some();
    let is_called_so = |piece: &&str| is_party(piece) && (piece.len() > 2 || SHORT_FORMS.contains(piece));
    pieces.len() > 1
        && pieces.iter().all(is_one)
        && !pieces.iter().all(is_party)
        && !pieces.iter().any(is_called_so)
}

/// Whether the pieces of a text are single names with slashes between them: `Putin/Ushakov/Dmitriev`.
fn is_parted_by_slashes(text: &str, pieces: &[&str]) -> bool {
    let is_name = |piece: &&str| {
        piece.chars().next().is_some_and(char::is_uppercase)
            && piece.contains(char::is_lowercase)
            && !piece.contains(char::is_whitespace)
    };
    pieces.len() > 1 && text.split('/').count() == pieces.len() && pieces.iter().all(is_name)
}

/// Whether one piece of several is known. A state in brackets behind the last of them says who that is only
/// if nothing says that of the one before: `Lee, Ann (Norway)` is one name, `Macron (France), Lee (Norway)`
/// are two.
fn is_known_by_itself(pieces: &[&str], number: usize, is_known: &mut dyn FnMut(&str) -> bool) -> bool {
    let piece = pieces[number];
    let bare = outside(piece);
    let follows_bare = number > 0 && outside(pieces[number - 1]) == pieces[number - 1];
    if is_state_with_brackets(piece) {
        return true;
    }
    if bare == piece || !follows_bare {
        return is_known(piece);
    }
    let spoken = spoken::read(piece);
    let holders = office::of_spoken(&spoken::read(bare), None);
    holders.iter().any(|holder| spoken.state.is_none_or(|state| state == holder.state))
}

/// Whether an office stands before the name of the one who holds it: `President of France – Emmanuel Macron`.
fn begins_with_office(pieces: &[&str]) -> bool {
    let [office, name] = pieces else { return false };
    let (office, name) = (spoken::read(office), spoken::read(name));
    let is_of_several = spoken::singular(&office.office).is_some();
    !is_of_several
        && office.class.is_some()
        && office.name.is_empty()
        && name.class.is_none()
        && !name.name.is_empty()
}

/// Whether the state of somebody stands before the name: `France – Emmanuel Macron`.
fn begins_with_state(pieces: &[&str]) -> bool {
    let [state, name] = pieces else { return false };
    let spoken = spoken::read(name);
    venue::party(state).is_some_and(|state| {
        !spoken.name.is_empty() && is_several_words(name) && may_be_of(&spoken, Some(state))
    })
}

fn is_state_with_brackets(piece: &str) -> bool {
    state_before_brackets(piece).is_some()
}

/// The state that is named before brackets: `Russia (Putin)`, `Norway (host)`.
#[must_use]
pub fn state_before_brackets(name: &str) -> Option<CountryCode> {
    let bare = outside(name);
    if bare == name { None } else { venue::party(bare) }
}

/// A name without what stands in brackets behind it.
fn outside(piece: &str) -> &str {
    venue::bracketed(piece).map_or(piece, |(before, _)| before)
}

/// Whether two pieces are the family name and the given name of one person: `Brown, Gordon`, though others
/// are called Gordon.
fn is_turned(pieces: &[&str]) -> bool {
    let [family, given] = pieces else { return false };
    let given = outside(given);
    let mut words = given.split_whitespace();
    let Some(first) = words.next() else { return false };
    let is_person = |whole: &str| {
        by_folded_name(whole).is_some() || spelled(whole).any(|(sort, _)| sort != SpellingOf::FamilyName)
    };
    // `SMITH, John Paul`: who writes the family name so writes given names behind it.
    let is_in_capitals = family.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && !family.contains(char::is_lowercase)
        && given.contains(char::is_lowercase)
        && !is_person(&fold(given));
    // `John F.`, `Владимир Владимирович`: what stands behind the first name.
    let is_given = is_in_capitals || words.all(|word| is_initial(word) || is_patronymic(word));
    if !is_given || is_several_words(family) || outside(family) != *family {
        return false;
    }
    let is_whole = [given, first].iter().any(|given| is_person(&fold(&format!("{given} {family}"))));
    is_whole || is_initial(first) || (is_given_name(first, family) && venue::party(given).is_none())
}

/// Whether a word behind the comma of a family name is a given name: some who held an office have it, and it
/// is seldom a family name. Behind a family name of theirs, `Tito, Nasser` are two.
fn is_given_name(word: &str, family: &str) -> bool {
    /// A first name is borne by so many times as many as bear it as a family name.
    const MORE: usize = 3;
    let given = GIVEN_NAMES.get(&fold(word)).copied().unwrap_or_default();
    let as_family =
        |name: &str| spelled(&fold(name)).filter(|(sort, _)| *sort == SpellingOf::FamilyName).count();
    given > 0 && (given >= MORE * as_family(word) || as_family(family) == 0)
}

/// `F.`, `N. S.` and the like.
fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1)
}

/// The name after the father, as Russian and its neighbours have it.
fn is_patronymic(word: &str) -> bool {
    ["вич", "вна", "ична", "vich", "vna"].iter().any(|end| word.ends_with(end))
}

/// The first names of those who held an office, without those that are the family's: how many have each.
static GIVEN_NAMES: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let mut given: BTreeMap<String, usize> = BTreeMap::new();
    for person in known_persons() {
        let (name, family) = (fold(&person.name), fold(&person.family));
        let first = name.split(' ').next().unwrap_or_default();
        if !family.is_empty() && !family.split(' ').any(|word| word == first) {
            *given.entry(first.to_owned()).or_default() += 1;
        }
    }
    given
});

/// The pieces, with those that are one name together put together: a state of several words, an office that
/// goes on.
fn whole_names(text: &str, pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    /// Pieces of the longest such name: `Saint Vincent, and, the Grenadines`.
    const MOST: usize = 3;
    if pieces.len() < 2 {
        return pieces;
    }
    // `Castile, Portugal` are two: the second is a state by itself.
    let is_place_of = |joined: &str| {
        let last = joined.rsplit_once(COMMAS).and_then(|(_, last)| venue::party(last.trim()));
        last.is_some() && last == venue::party(joined)
    };
    let is_one = |joined: &str| {
        (venue::party(joined).is_some() && !is_place_of(joined))
            || is_movement(joined)
            || is_office_that_goes_on(joined)
    };
    let mut whole: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let most = MOST.min(pieces.len() - at);
        let joined = |taken: usize| pieces[at].start..pieces[at + taken - 1].end;
        let taken = (2..=most).rev().find(|taken| is_one(&text[joined(*taken)])).unwrap_or(1);
        whole.push(joined(taken));
        at += taken;
    }
    whole
}

/// Whether a text is the office of a state with a word for `and` in it, behind which no other office stands.
fn is_office_that_goes_on(text: &str) -> bool {
    let Some((_, last)) = AND.iter().find_map(|and| text.split_once(and)) else { return false };
    if text.contains(is_comma) {
        return false;
    }
    let spoken = spoken::read(text);
    let is_office = spoken.class.is_some() && spoken.name.is_empty() && spoken.state.is_some();
    is_office && spoken::read(last).class.is_none()
}

/// The people of pieces of which some are offices or states that are said of the name before them; `None` if
/// none is, or it is not clear whom it is said of.
fn with_what_is_said<'a>(
    text: &'a str,
    pieces: &[Range<usize>],
    is_known: &mut impl FnMut(&str) -> bool,
) -> Option<Vec<&'a str>> {
    // A state with something in brackets is a party of its own: `Norway (host), Sweden`.
    if pieces.len() < 2 || pieces.iter().any(|piece| is_state_with_brackets(&text[piece.clone()])) {
        return None;
    }
    let mut people: Vec<Described> = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        let words = &text[piece.clone()];
        let is_behind = |person: &Described, is_known: &mut dyn FnMut(&str) -> bool| {
            let is_in_short = spoken::is_party_in_short(&person.spoken.name, words);
            spoken::is_behind_name(words) || (is_in_short && !is_known(words))
        };
        if let Some(person) = people.last_mut()
            && is_behind(person, is_known)
        {
            person.end = piece.end;
            person.behind += 1;
            continue;
        }
        let spoken = spoken::read(words);
        let is_said = spoken.name.is_empty() && (spoken.state.is_some() || spoken.class.is_some());
        let is_comma = number > 0 && text[pieces[number - 1].end..piece.start].trim().chars().all(is_comma);
        match people.last_mut() {
            Some(person) if is_said && is_comma => {
                let is_bare = spoken.class.is_none();
                if is_bare && is_movement(&person.spoken.name) {
                    return None;
                }
                let is_possible = !is_bare || (person.states == 0 && may_be_of(&person.spoken, spoken.state));
                if !is_possible {
                    return None;
                }
                person.states += usize::from(is_bare);
                person.offices += usize::from(!is_bare);
                person.end = piece.end;
            }
            _ if is_said => return None,
            _ => {
                if !is_several_words(words) && !is_known(words) {
                    return None;
                }
                let Range { start, end } = piece.clone();
                people.push(Described { spoken, start, end, states: 0, offices: 0, behind: 0 });
            }
        }
    }
    let is_any = people.iter().any(|one| one.states + one.offices + one.behind > 0);
    // A bare state among names may be one more participant, unless each name has its own.
    let are_states_said = people.iter().all(|one| one.states == 0 || one.offices > 0)
        || people.iter().all(|one| one.states + one.offices > 0);
    (is_any && are_states_said).then(|| people.iter().map(|one| &text[one.start..one.end]).collect())
}

/// A name with what is said of it.
struct Described {
    spoken: Spoken,
    start: usize,
    end: usize,
    states: usize,
    offices: usize,
    /// Letters of honour, provinces and parties.
    behind: usize,
}

/// A comma, or a dash or slash that stands for one.
fn is_comma(sign: char) -> bool {
    COMMAS.contains(&sign) || matches!(sign, '–' | '—' | '-' | '/')
}

/// Whether somebody may represent a state: nobody of that name is known, or one who did.
fn may_be_of(spoken: &Spoken, state: Option<CountryCode>) -> bool {
    if spoken.state.is_some() {
        return spoken.state == state;
    }
    let holders = office::of_spoken(spoken, None);
    let is_full_name = spoken.name.contains(char::is_whitespace);
    // `Castile, Portugal`: one word that nobody is known by is no one of that state.
    (holders.is_empty() && is_full_name) || holders.iter().any(|holder| Some(holder.state) == state)
}

/// Whether a cell has any sign or word that parts names.
#[must_use]
pub fn may_be_several(cell: &str) -> bool {
    cell.contains(COMMAS)
        || cell.contains([';', '；', '|', '\n', '\r', '/', '+', '•'])
        || AND.iter().chain(&AND_OF_PEOPLE).chain(&WITH).chain(&DASHES).any(|word| cell.contains(word))
}

/// Commas of the scripts of tables.
pub const COMMAS: [char; 4] = [',', '，', '、', '،'];

/// Words and signs for `and` in the languages of tables, each with the blanks around it.
pub const AND: [&str; 16] = [
    " and ", " & ", " und ", " et ", " y ", " e ", " и ", " та ", " ve ", " og ", " och ", " sowie ",
    " oraz ", " și ", " és ", " i ",
];

/// The same where they may be other words beside places: Czech, Dutch, Finnish, and `plus`.
const AND_OF_PEOPLE: [&str; 5] = [" a ", " en ", " ja ", " plus ", " nebst "];

fn begins_with_dash(text: &str) -> bool {
    DASHES.iter().any(|dash| text.starts_with(dash))
}

/// Words between two who meet.
const WITH: [&str; 8] = [" vs ", " vs. ", " v. ", " with ", " avec ", " mit ", " con ", " meets "];

/// A comma, a dash or a word for `and` that the text begins with: its length. A comma between digits is none.
fn separator(rest: &str) -> Option<usize> {
    let words = [", and ", ", "].into_iter().chain(AND).chain(AND_OF_PEOPLE).chain(WITH).chain(DASHES);
    let found = words.into_iter().find(|sign| rest.starts_with(sign)).map(str::len);
    // Between digits a comma of the East or of Arabic parts as well.
    let is_other = |sign: &char| *sign != ',' && COMMAS.contains(sign);
    let found = found.or_else(|| rest.chars().next().filter(is_other).map(char::len_utf8));
    found.or_else(|| {
        let sign = rest.starts_with([',', '/']);
        (sign && rest.chars().nth(1).is_some_and(char::is_alphabetic)).then_some(1)
    })
}

fn is_several_words(piece: &str) -> bool {
    let begins_name = |word: &str| word.chars().next().is_some_and(|letter| !letter.is_lowercase());
    piece.split_whitespace().filter(|word| begins_name(word)).count() >= 2
}

/// The parts of a text between separators that stand outside brackets, without the space around them, as far
/// as they are not empty.
fn outside_brackets(text: &str, separator: impl Fn(&str) -> Option<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut after) = (0, 0_usize, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at < after || depth > 0 {
            continue;
        }
        if let Some(length) = separator(&text[at..]) {
            parts.push(trimmed(text, start..at));
            start = at + length;
            after = start;
        }
    }
    parts.push(trimmed(text, start..text.len()));
    parts.retain(|part| !part.is_empty());
    parts
}

/// A part of a text without the space around it.
#[must_use]
pub fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let Range { start, end } = part;
    let part = &text[start..end];
    let start = start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// `['Ann Lee', 'Bo Li']`, as scripts write lists.
fn quoted_list(text: &str) -> Option<Vec<&str>> {
    let inside = text.strip_prefix('[')?.strip_suffix(']')?.trim();
    let quote = inside.chars().next().filter(|quote| matches!(quote, '\'' | '"'))?;
    let inside = inside.strip_prefix(quote)?.strip_suffix(quote)?;
    let comma = format!("{quote}, {quote}");
    Some(inside.split(comma.as_str()).map(str::trim).filter(|name| !name.is_empty()).collect())
}

/// Whether somebody who can take part is named: a state, an organisation or an office holder.
#[must_use]
pub fn is_party(spoken: &Spoken) -> bool {
    spoken.state.is_some() || !office::of_spoken(spoken, None).is_empty()
}

/// The organisation whose members a text means: `EU foreign ministers`, `NATO leaders`, `UN General
/// Assembly`.
#[must_use]
pub fn group_of(text: &str) -> Option<CountryCode> {
    /// Words that the name of an organisation may have.
    const MOST_WORDS: usize = 4;
    let ends = text.char_indices().filter(|(_, letter)| *letter == ' ').map(|(at, _)| at);
    let named = ends.take(MOST_WORDS).filter_map(|at| venue::party(&text[..at]));
    named.filter(|code| Countries::embedded().get(*code).is_some_and(|party| !party.has_land())).last()
}
