//! What a name may mean, before it is ranked: the readings of the words asked for, tried from the plain to
//! the lenient.

use super::airbase::Airfield;
use super::city::Sort;
use super::country::{Countries, NameKind};
use super::distance::{distance, tolerance};
use super::fold::fold;
use super::hint::Hint;
use super::place::{
    AIRFIELD, Named, Place, further_called, kilometres_between, places_beginning, places_called, places_named,
};
use super::spelling::close_to;
use crate::meeting::code::CountryCode;

/// More characters than this are no name of a place; the longest in the tables has fewer.
const LONGEST_QUERY: usize = 200;

/// Fewer letters than these are no beginning of a name, unless it is still being typed.
const FEWEST_BEGUN: usize = 3;

/// So many of the largest cities with a name that begins as asked are looked at.
const MOST_BEGUN: usize = 24;

/// Places closer than this are the same place on a map of the world.
pub const SAME_PLACE_KILOMETRES: f64 = 30.0;

/// A place that the name may mean, and how it was found.
#[derive(Clone, Debug)]
pub struct Match {
    /// The place and the name that matched.
    pub named: Named,
    /// How many letters differ; 0 for the name itself.
    pub differing: usize,
    /// How many letters of the name are still to come, where only its beginning was asked for; else 0.
    pub missing: usize,
    /// How many letters the name asked for has.
    pub letters: usize,
    /// Whether words behind the name said in which area it lies.
    pub in_its_area: bool,
    /// The words behind the name that were left aside; empty if none.
    pub left_aside: String,
}

/// Every match of the first reading that has any, in no order. The readings:
///
/// 1. the name before a comma or bracket, exactly, in the area named behind it: `Tripoli, Libya`, `Paris,
///    TX`, `Tripoli (Greece)`;
/// 2. the whole, exactly: `Astana`; `Korea, South`, which is an alias;
/// 3. the two parts swapped, `Sahara, Western`, or without its article, `The Lebanon`;
/// 4. the name without the word for what it is, `Gorée Island`, `Shima City`, `Kursk Oblast`;
/// 5. an airport or an air base without the word for it, `Arlanda`; names that begin so, and close spellings,
///    in that area or of the whole;
/// 6. the name before the comma alone, when the words behind it mean no area, or one where it does not lie:
///    `Vienna, Hofburg`;
/// 7. a large city that the last or the first words name: `WHO Geneva`, `Sydney ICC`, `Geneva-Vienna`.
///
/// Places outside `within` are left out of each. Beside small towns of the name stand the capitals of whose
/// name one letter differs.
#[must_use]
pub fn matches(name: &str, within: Option<CountryCode>) -> Vec<Match> {
    matches_of(name, within, Readings::All)
}

/// The same without the readings that only tell what else may be meant, where the name is one word: seeking
/// close spellings costs most.
#[must_use]
pub fn sure_matches(name: &str, within: Option<CountryCode>) -> Vec<Match> {
    let is_one_word = name.trim().chars().all(char::is_alphanumeric);
    matches_of(name, within, if is_one_word { Readings::Exact } else { Readings::All })
}

/// Which readings of a name are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readings {
    All,
    /// The first five.
    Exact,
}

fn matches_of(name: &str, within: Option<CountryCode>, which: Readings) -> Vec<Match> {
    let name = name.trim();
    if name.is_empty() || name.chars().nth(LONGEST_QUERY).is_some() {
        return Vec::new();
    }
    let within = within.map(Hint::country);
    let within = within.as_ref();
    let asked = Asked::new(name);
    let begun = || {
        let is_enough = fold(name).chars().count() >= FEWEST_BEGUN && asked.area.is_none();
        if is_enough { begun(name, within) } else { Vec::new() }
    };
    let readings: [&dyn Fn() -> Vec<Match>; 9] = [
        &|| asked.in_its_area(exact, within),
        &|| exact(name, &bounds(within, None)),
        &|| asked.rearranged(within),
        &|| without_its_sort(name, &bounds(within, None)),
        &|| by_airfield(name, &bounds(within, None)),
        &|| asked.in_its_area(close, within),
        &|| {
            let is_alone = asked.area.is_none();
            let close = is_alone.then(|| close(name, &bounds(within, None)));
            best_of(close.into_iter().flatten().chain(begun()))
        },
        &|| asked.left_alone(within),
        &|| by_words(name, &bounds(within, None)),
    ];
    let tried = if which == Readings::All { &readings[..] } else { &readings[..5] };
    let found = tried.iter().map(|reading| reading()).find(|found| !found.is_empty());
    let mut found = without_shadows(found.unwrap_or_default());
    if within.is_none() && are_small_towns(&found) {
        found.extend(close_capitals(name));
    }
    found
}

/// Whether all are settlements so small that a capital may be meant of whose name one letter differs: Barlin.
fn are_small_towns(found: &[Match]) -> bool {
    /// People of a small town.
    const SMALL: u64 = 15_000;
    let is_small = |one: &Match| match &one.named.place {
        Place::City(city) => {
            matches!(city.sort, Sort::Settlement | Sort::Airfield) && city.population < SMALL && !city.capital
        }
        Place::Country(_) | Place::Part(_) | Place::Province(_) => false,
    };
    !found.is_empty() && found.iter().all(|one| one.is_exact() && is_small(one))
}

/// The areas that a place must lie in, all of them.
fn bounds<'a>(within: Option<&'a Hint>, area: Option<&'a Hint>) -> Vec<&'a Hint> {
    within.into_iter().chain(area).collect()
}

fn allowed(bounds: &[&Hint]) -> impl Fn(&Match) -> bool {
    move |found| bounds.iter().all(|hint| hint.allows(&found.named.place))
}

/// What may be meant by a name that is still being typed: what it means as it stands, and every name that
/// begins so. In no order.
#[must_use]
pub fn matches_so_far(typed: &str, within: Option<CountryCode>) -> Vec<Match> {
    let typed = typed.trim();
    let so_far = matches(typed, within);
    if typed.is_empty() || typed.chars().nth(LONGEST_QUERY).is_some() {
        return so_far;
    }
    let within = within.map(Hint::country);
    without_shadows(best_of(so_far.into_iter().chain(begun(typed, within.as_ref()))))
}

/// Each place once, by its first match.
fn best_of(found: impl Iterator<Item = Match>) -> Vec<Match> {
    let mut kept: Vec<Match> = Vec::new();
    for one in found {
        if !kept.iter().any(|known| known.named.place.is(&one.named.place)) {
            kept.push(one);
        }
    }
    kept
}

/// A name with what stands behind its first comma or bracket.
struct Asked<'a> {
    whole: &'a str,
    head: &'a str,
    tail: &'a str,
    /// The area that the tail, or the first part of it that means any, names.
    area: Option<Hint>,
}

impl<'a> Asked<'a> {
    fn new(whole: &'a str) -> Self {
        let (head, tail) = whole.split_once([',', '(', ';']).unwrap_or((whole, ""));
        let tail = tail.trim_matches(|c: char| c.is_whitespace() || c == ')');
        let mut parts = tail.split([',', ';', ')']).map(str::trim).filter(|part| !part.is_empty());
        let area = Hint::from_words(tail).or_else(|| parts.find_map(Hint::from_words));
        Self { whole, head: head.trim(), tail, area }
    }

    /// What `find` finds for the head, as far as it lies in the area; nothing if there is none.
    fn in_its_area(&self, find: fn(&str, &[&Hint]) -> Vec<Match>, within: Option<&Hint>) -> Vec<Match> {
        let Some(area) = &self.area else { return Vec::new() };
        let found = find(self.head, &bounds(within, Some(area))).into_iter();
        found.map(|found| Match { in_its_area: true, ..found }).collect()
    }

    /// The whole with its parts swapped, `Sahara, Western`, or without its article.
    fn rearranged(&self, within: Option<&Hint>) -> Vec<Match> {
        let bounds = bounds(within, None);
        if self.tail.is_empty() {
            let without_article = self.whole.get(..4).filter(|article| article.eq_ignore_ascii_case("the "));
            return without_article
                .map_or_else(Vec::new, |article| exact(&self.whole[article.len()..], &bounds));
        }
        exact(&format!("{} {}", self.tail, self.head), &bounds)
    }

    /// The head as if nothing stood behind it.
    fn left_alone(&self, within: Option<&Hint>) -> Vec<Match> {
        if self.tail.is_empty() {
            return Vec::new();
        }
        let left_aside = self.tail.to_owned();
        let found = exact(self.head, &bounds(within, None)).into_iter();
        found.map(|found| Match { left_aside: left_aside.clone(), ..found }).collect()
    }
}

/// The places of this name within the bounds. Towns, provinces and airfields are asked for where the first
/// tables have no answer: no place at all, or, where the area is given, none that bears the name as its own.
fn exact(name: &str, bounds: &[&Hint]) -> Vec<Match> {
    let first = places_called(name).into_iter().map(|named| found(named, name, 0));
    let mut found: Vec<Match> = first.filter(allowed(bounds)).collect();
    let answers = |one: &Match| match one.named.place {
        Place::Country(_) | Place::Part(_) => true,
        Place::Province(_) => false,
        Place::City(_) => one.is_by_own_name() || (bounds.is_empty() && outweighs_towns(one)),
    };
    let is_state = found.iter().any(|one| matches!(one.named.place, Place::Province(_)));
    if is_state || !found.iter().any(answers) {
        // Beside a city that is only called so, towns that bear the name.
        let is_called_so = !is_state && bounds.is_empty() && !found.is_empty();
        let is_asked = |one: &Match| {
            !is_called_so || (one.sort() == Some(Sort::Settlement) && one.named.kind == NameKind::Own)
        };
        found.extend(found_further(name, bounds).into_iter().filter(is_asked));
    }
    if bounds.is_empty() {
        let airfields = airfields_beside(&found, name);
        found.extend(airfields);
    }
    if found.is_empty() && name.contains('-') { exact(&name.replace('-', ""), bounds) } else { found }
}

/// The airfields that may be meant rather than the towns of a name, as they are better known: Heathrow,
/// Pulkovo.
fn airfields_beside(towns: &[Match], name: &str) -> Vec<Match> {
    let known = |one: &Match| one.named.place.prominence();
    // Asked before the airfields are read.
    let is_small = |one: &Match| one.sort() == Some(Sort::Settlement) && known(one) < AIRFIELD;
    if towns.is_empty() || !towns.iter().all(is_small) {
        return Vec::new();
    }
    let is_better_known = |one: &Match| towns.iter().all(|town| known(town) < known(one));
    by_airfield(name, &[]).into_iter().filter(is_better_known).collect()
}

/// Whether a city that has the name as another one leads every town that bears it: Jermuk is not Çermik,
/// whose other name it is.
fn outweighs_towns(one: &Match) -> bool {
    /// Fifteen times the people of the largest town, twice over, as another name counts by half.
    const ENOUGH: f64 = 450_000.0;
    one.sort() != Some(Sort::Settlement) || one.named.place.prominence() >= ENOUGH
}

/// The airports and air bases of this name, where no place else has it: `Stansted`, `Arlanda`.
fn by_airfield(name: &str, bounds: &[&Hint]) -> Vec<Match> {
    let folded = fold(name);
    let is_one_name = !name.contains([',', '(']) && Airfield::named(&folded).is_none();
    if !is_one_name || folded.chars().count() < FEWEST_OF_AIRFIELD {
        return Vec::new();
    }
    let called = [" airport", " air base"].iter().flat_map(|word| further_called(&format!("{folded}{word}")));
    let found = called.map(|named| found(named, name, 0)).filter(allowed(bounds));
    best_of(found.filter(|one| one.sort() == Some(Sort::Airfield)))
}

/// Fewer letters than these are no airfield's name without the word for one.
const FEWEST_OF_AIRFIELD: usize = 5;

/// A city of so many people is offered where other words stand beside its name.
const LARGE: f64 = 100_000.0;

/// The large cities that the last words name, or the first ones. They are offered and never taken: East
/// London is not London.
fn by_words(name: &str, bounds: &[&Hint]) -> Vec<Match> {
    /// Words that a city's name has at most.
    const MOST_WORDS: usize = 3;
    let is_gap = |c: char| c.is_whitespace() || c == '-' || c == '–';
    let gaps: Vec<(usize, char)> = name.char_indices().filter(|&(_, c)| is_gap(c)).collect();
    let split = |&(at, c): &(usize, char)| (name[..at].trim(), name[at + c.len_utf8()..].trim());
    let behind = gaps.iter().rev().take(MOST_WORDS).rev().map(split).map(|(aside, name)| (name, aside));
    let before = gaps.iter().take(MOST_WORDS).rev().map(split);
    let is_large = |one: &Match| {
        one.sort() == Some(Sort::Settlement) && one.is_by_own_name() && one.named.place.prominence() >= LARGE
    };
    let each = behind.chain(before).flat_map(|(name, aside)| {
        let left_aside = aside.to_owned();
        let large = places_called(name).into_iter().map(|named| found(named, name, 0)).filter(is_large);
        let allowed: Vec<Match> = large.filter(allowed(bounds)).collect();
        allowed.into_iter().map(move |found| Match { left_aside: left_aside.clone(), ..found })
    });
    best_of(each)
}

/// Whether it is the name of some place, letter by letter, but for the word for what it is.
#[must_use]
pub fn is_name(text: &str) -> bool {
    !places_called(text).is_empty()
        || !further_called(text).is_empty()
        || !exact(text, &[]).is_empty()
        || !without_its_sort(text, &[]).is_empty()
}

/// Words for what a place is, and the sorts of places that they are said of.
struct WordsForSort {
    /// Behind a name.
    behind: &'static [&'static str],
    /// Before a name.
    before: &'static [&'static str],
    sorts: &'static [Sort],
}

/// Words for an area.
const AREAS: WordsForSort = WordsForSort {
    behind: &[
        " province",
        " region",
        " prefecture",
        " governorate",
        " oblast",
        " state",
        " county",
        " district",
        " department",
        " voivodeship",
        " republic",
        " область",
        " краи",
        " республика",
    ],
    before: &["province of ", "region of ", "state of ", "county ", "republic of "],
    sorts: &[Sort::Area],
};

const WORDS_FOR_SORTS: [WordsForSort; 4] = [
    // That it lies near is as good as that it lies there on a map of the world.
    WordsForSort {
        behind: &[],
        before: &[
            "near ",
            "nearby ",
            "outside ",
            "close to ",
            "suburbs of ",
            "bei ",
            "pres de ",
            "cerca de ",
        ],
        sorts: &Sort::ALL,
    },
    WordsForSort {
        behind: &[" city", " town", " village"],
        before: &["city of ", "town of ", "village of ", "port of ", "г ", "м ", "город ", "місто "],
        sorts: &[Sort::Settlement],
    },
    WordsForSort {
        behind: &[" island", " islands", " isle"],
        before: &["island of ", "isle of ", "islands of "],
        sorts: &[Sort::Settlement, Sort::Venue, Sort::Area],
    },
    AREAS,
];

/// Whether the words say that they mean an area: `Gomel Region`, `Московская область`.
#[must_use]
pub fn says_it_is_an_area(text: &str) -> bool {
    AREAS.without(&fold(text)).is_some()
}

impl WordsForSort {
    /// A folded name without such a word; `None` if it has none.
    fn without<'a>(&self, folded: &'a str) -> Option<&'a str> {
        let bare = self.behind.iter().find_map(|word| folded.strip_suffix(word));
        bare.or_else(|| self.before.iter().find_map(|word| folded.strip_prefix(word)))
    }
}

/// The places that the name means without the word for what it is, or that it lies near.
fn without_its_sort(name: &str, bounds: &[&Hint]) -> Vec<Match> {
    let folded = fold(name);
    let of_word = WORDS_FOR_SORTS.iter().find_map(|words| Some((words.without(&folded)?, words.sorts)));
    let of_airfield = || Some((Airfield::named(&folded)?.name(), &[Sort::Venue, Sort::Airfield][..]));
    let Some((bare, sorts)) = of_word.or_else(of_airfield) else { return Vec::new() };
    let is_of_sort = |found: &Match| found.sort().is_some_and(|sort| sorts.contains(&sort));
    let found: Vec<Match> = exact(bare, bounds).into_iter().filter(is_of_sort).collect();
    if found.is_empty() {
        found_further(bare, bounds).into_iter().filter(is_of_sort).collect()
    } else {
        found
    }
}

/// The towns, provinces and airfields of this name within the bounds.
fn found_further(name: &str, bounds: &[&Hint]) -> Vec<Match> {
    // The first words of a town's name are enough where its country is given: `Linz` in Germany is Linz am
    // Rhein.
    let is_free = |one: &Match| {
        let is_town = one.sort() == Some(Sort::Settlement);
        !bounds.is_empty() || !is_town || one.named.kind == NameKind::Own
    };
    let further = further_called(name).into_iter().map(|named| found(named, name, 0));
    further.filter(allowed(bounds)).filter(is_free).collect()
}

/// The capitals of whose name one letter differs.
fn close_capitals(name: &str) -> Vec<Match> {
    let letters = |name: &str| fold(name).chars().collect::<Vec<char>>();
    let asked = letters(name);
    if asked.len() < FEWEST_OF_CAPITAL {
        return Vec::new();
    }
    let capitals =
        Countries::embedded().iter().map(|country| country.capital).filter(|name| !name.is_empty());
    let close = capitals.filter(|capital| distance(&asked, &letters(capital), 1) == Some(1));
    let named = close.flat_map(|capital| places_named(&fold(capital)));
    let is_capital = |one: &Match| matches!(&one.named.place, Place::City(city) if city.capital);
    best_of(named.map(|named| found(named, name, 1)).filter(is_capital))
}

/// In a name of fewer letters than these, one that differs makes another.
const FEWEST_OF_CAPITAL: usize = 4;

fn close(name: &str, bounds: &[&Hint]) -> Vec<Match> {
    let mut close: Vec<Match> = Vec::new();
    for spelling in close_to(&fold(name)) {
        for named in places_named(spelling.name) {
            if named.kind != NameKind::Demonym
                && !close.iter().any(|known| known.named.place.is(&named.place))
            {
                close.push(found(named, name, spelling.differing));
            }
        }
    }
    close.retain(allowed(bounds));
    close
}

fn begun(name: &str, within: Option<&Hint>) -> Vec<Match> {
    let folded = fold(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let allowed = |place: &Place| within.is_none_or(|hint| hint.allows(place));
    let letters = folded.chars().count();
    let missing = |named: &Named| fold(&named.written).chars().count().saturating_sub(letters);
    let begun = places_beginning(&folded, MOST_BEGUN, allowed).into_iter();
    begun.map(|named| Match { missing: missing(&named), ..found(named, name, 0) }).collect()
}

fn found(named: Named, name: &str, differing: usize) -> Match {
    let letters = name.chars().count();
    Match { named, differing, missing: 0, letters, in_its_area: false, left_aside: String::new() }
}

/// Without the cities that have the name as an alternate one beside a city that bears it: `New Delhi` is also
/// written for Delhi.
fn without_shadows(found: Vec<Match>) -> Vec<Match> {
    let bearers: Vec<_> = found
        .iter()
        .filter(|one| one.is_city() && one.named.kind == NameKind::Own)
        .map(|one| one.named.place.at())
        .collect();
    let shadow = |one: &Match| {
        let beside = |at| kilometres_between(at, one.named.place.at()) < SAME_PLACE_KILOMETRES;
        one.is_city() && one.named.kind != NameKind::Own && bearers.iter().copied().any(beside)
    };
    found.into_iter().filter(|one| !shadow(one)).collect()
}

impl Match {
    /// Whether the place is a city, or another place that meetings are recorded at.
    #[must_use]
    pub fn is_city(&self) -> bool {
        self.sort().is_some()
    }

    /// What sort of place it is, if it is one that meetings are recorded at.
    #[must_use]
    pub fn sort(&self) -> Option<Sort> {
        match &self.named.place {
            Place::City(city) => Some(city.sort),
            Place::Country(_) | Place::Part(_) | Place::Province(_) => None,
        }
    }

    /// Whether it is the place's own name, or another spelling of it, as `Zaporizhzhya` for Zaporizhzhia: not
    /// one that another place bears as its own.
    #[must_use]
    pub fn is_by_own_name(&self) -> bool {
        // All names of a venue are its own.
        self.named.kind == NameKind::Own || self.sort() == Some(Sort::Venue) || {
            let [own, written] = [self.named.place.name(), &self.named.written].map(fold);
            let letters = |name: &str| name.chars().collect::<Vec<char>>();
            let most = tolerance(own.chars().count());
            let has_words_of_it = || own.split(' ').any(|word| word == written);
            distance(&letters(&own), &letters(&written), most).is_some() || has_words_of_it()
        }
    }

    /// Whether it is the name asked for, not a close or a longer one, and nothing was left aside.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.differing == 0 && self.missing == 0 && self.left_aside.is_empty()
    }
}
