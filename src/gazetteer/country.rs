//! The country table: codes, names, capital, label point and region of every state, territory and former
//! state, and of the international organisations that take part in meetings beside them.

use super::country_words::{is_shortened, words_of};
use super::fold::fold;
use super::language::Language;
use super::region::{Region, Regions, further_regions};
use super::sorted::lines_of;
use super::table::{Field, listed, rows, text};
use super::translation::spoken;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::CityId;
use crate::meeting::{Meeting, Placed, Position, Role, Venue};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, OnceLock};

/// Lines of a folded name in a language that the country table has no column for, the code of the country
/// that it means, and the name as written; sorted by the bytes of the folded name.
const FURTHER_NAMES: &str = include_str!("../../assets/country_names.txt");

/// One row of `data/countries.csv`, or of `data/bodies.csv`: an organisation, which has a seat for a capital
/// and no land.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-3, or what [`CountryCode`] says for areas and organisations without.
    pub code: CountryCode,
    /// ISO 3166-1 alpha-2 (`EU` and `UN`: reserved there); empty if it has none.
    pub iso2: &'static str,
    /// State, territory, former state or organisation.
    pub kind: CountryKind,
    /// Common English name.
    pub name: &'static str,
    /// A shorter name for the map; the same as `name` if that is short.
    pub short: &'static str,
    /// An English abbreviation for where even that does not fit; empty if there is none.
    pub abbreviation: &'static str,
    /// Its names in the languages of [`Language::TRANSLATED`]: the name, and behind a bar a shorter one;
    /// empty if not known.
    pub translated: [&'static str; 8],
    /// Official English name; empty if not known.
    pub official: &'static str,
    /// Every other name it is found by, with what sort of name that is.
    pub other_names: Vec<(NameKind, &'static str)>,
    /// The capital's name; empty if it has none. A former state's may have another name today: East Berlin.
    pub capital: &'static str,
    /// The capital in the city table, for a former state the city it is today; `None` if it has none.
    pub capital_id: Option<CityId>,
    /// Where the capital lies; where it has none, the label point.
    pub capital_at: Position,
    /// Where its name is set on a map.
    pub label_at: Position,
    /// Whether it is hardly more than its capital, so that a place "in" it is that city: Singapore, Monaco,
    /// Hong Kong.
    pub is_a_city: bool,
    /// Its own news region; `None` for Antarctica, its islands, and organisations.
    pub region: Option<Region>,
    /// That one and all others it belongs to.
    pub regions: Regions,
}

impl Country {
    /// Whether a name is short for this former state, and a text is a name as people have: `RAU` and `Rau`.
    fn is_short_for(&self, written: &str, text: &str) -> bool {
        let is_short = written.chars().nth(4).is_none() && written.chars().all(char::is_uppercase);
        let mut letters = text.chars();
        let is_name = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        self.kind == CountryKind::FormerState && is_short && is_name
    }

    /// Its names in a language, from the full one to the shortest, each shorter than the one before. In
    /// English where it has none in that language: some former states.
    #[must_use]
    pub fn names_in(&self, language: Language) -> Vec<&'static str> {
        let translation = Language::TRANSLATED.into_iter().position(|known| known == language);
        let translated = translation.map_or("", |at| self.translated[at]);
        let all: Vec<&str> = if translated.is_empty() {
            vec![self.name, self.short, self.abbreviation]
        } else {
            listed(translated).collect()
        };
        let mut names: Vec<&str> = Vec::new();
        for name in all {
            let shorter = |last: &&str| name.chars().count() < last.chars().count();
            if !name.is_empty() && names.last().is_none_or(shorter) {
                names.push(name);
            }
        }
        names
    }

    /// Whether it has land, as all but organisations have.
    #[must_use]
    pub const fn has_land(&self) -> bool {
        match self.kind {
            CountryKind::Country | CountryKind::Territory | CountryKind::FormerState => true,
            CountryKind::Organisation => false,
        }
    }

    /// Its full name in a language; in English where it has none in that language.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &'static str {
        let translated = Language::TRANSLATED.into_iter().position(|known| known == language);
        translated.and_then(|at| listed(self.translated[at]).next()).unwrap_or(self.name)
    }
}

/// What sort of area a row of the country table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountryKind {
    /// A UN member or observer, Kosovo or Taiwan.
    Country,
    /// Any other area with a code or a shape of its own.
    Territory,
    /// A state that no longer exists.
    FormerState,
    /// No land: an international organisation that takes part in meetings, with a seat for a capital.
    Organisation,
}

/// What sort of name a name is; it decides how well a match on it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The common English name.
    Own,
    /// The official name.
    Official,
    /// Another name in use, in any language.
    Alias,
    /// Its name in another language. It gives way to cities of that name: Granada is Grenada in Spanish.
    Translated,
    /// An ISO code.
    Code,
    /// A name it once had.
    Former,
    /// Its people or what is theirs.
    Demonym,
}

/// The whole table, found by code or name.
#[derive(Debug)]
pub struct Countries {
    /// In order of code.
    rows: Vec<Country>,
    /// Every name, in order of its folded form; made on the first look-up by name.
    names: OnceLock<Vec<Name>>,
    /// The same by their words; made when first a text is no name as it stands.
    by_words: OnceLock<BTreeMap<Vec<String>, Option<CountryCode>>>,
}

/// One name of one country.
#[derive(Debug)]
struct Name {
    folded: String,
    row: usize,
    kind: NameKind,
    /// Its place in [`Country::other_names`]; `None` for the country's own name.
    other: Option<usize>,
}

impl Countries {
    /// The embedded table, parsed on first use.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static TABLE: LazyLock<Countries> = LazyLock::new(|| {
            let further = further_regions();
            let mut rows: Vec<Country> =
                rows(include_str!("../../data/countries.csv")).map(|row| country(row, &further)).collect();
            rows.extend(self::rows(include_str!("../../data/bodies.csv")).map(organisation));
            rows.sort_by_key(|country| country.code);
            Countries { rows, names: OnceLock::new(), by_words: OnceLock::new() }
        });
        &TABLE
    }

    /// Every state, territory and former state in order of code.
    pub fn iter(&self) -> impl Iterator<Item = &Country> {
        self.rows.iter().filter(|row| row.has_land())
    }

    /// Every international organisation in order of code.
    pub fn organisations(&self) -> impl Iterator<Item = &Country> {
        self.rows.iter().filter(|row| !row.has_land())
    }

    /// The row of a code, an organisation's too.
    #[must_use]
    pub fn get(&self, code: CountryCode) -> Option<&Country> {
        let row = self.rows.binary_search_by_key(&code, |country| country.code).ok()?;
        Some(&self.rows[row])
    }

    /// The common name of a code, or the code itself if it is not in the table.
    #[must_use]
    pub fn name(&self, code: CountryCode) -> Cow<'static, str> {
        self.get(code).map_or_else(|| Cow::Owned(code.to_string()), |country| Cow::Borrowed(country.name))
    }

    /// The name of a code in the language that is [spoken], for people alone: nothing is ordered or looked up
    /// by it.
    #[must_use]
    pub fn spoken(&self, code: CountryCode) -> Cow<'static, str> {
        let named = |country: &Country| Cow::Borrowed(country.name_in(spoken()));
        self.get(code).map_or_else(|| Cow::Owned(code.to_string()), named)
    }

    /// The one country a code (see [`Self::by_code`]), name, alias or former name means; a country's own name
    /// goes before another's alias. `None` if unknown or ambiguous, as `Congo` and `Korea` are, and for
    /// demonyms; see [`super::candidates::candidates`] for what else it could be.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&Country> {
        if let Some(country) = self.by_code(text) {
            return Some(country);
        }
        let mut meant: Vec<(NameKind, &Country)> = self
            .named(&fold(text))
            .filter(|(_, kind, _)| *kind != NameKind::Demonym)
            .filter(|(country, _, written)| !country.is_short_for(written, text))
            .map(|(country, kind, _)| (kind, country))
            .collect();
        if meant.iter().any(|(kind, _)| *kind == NameKind::Own) {
            meant.retain(|(kind, _)| *kind == NameKind::Own);
        }
        let Some(&(_, first)) = meant.first() else {
            return self.named_in_other_words(text);
        };
        meant.iter().all(|(_, country)| country.code == first.code).then_some(first)
    }

    /// The country that a text means which is none of the table's names: its name in a further language, or
    /// one of the table's names with its words shortened or in another order.
    fn named_in_other_words(&self, text: &str) -> Option<&Country> {
        let further = self.in_further_language(&fold(text)).map(|(country, _)| country);
        further.or_else(|| {
            if is_shortened(text) { self.get((*self.by_words().get(&words_of(text))?)?) } else { None }
        })
    }

    /// The country with this folded name in a language that the table has no column for, and the name as
    /// written.
    #[must_use]
    pub fn in_further_language(&self, folded: &str) -> Option<(&Country, &'static str)> {
        let (_, meant) = lines_of(FURTHER_NAMES, folded, '\t').next()?.split_once('\t')?;
        let (code, written) = meant.split_once('\t')?;
        Some((self.get(CountryCode::new(code)?)?, written))
    }

    /// Every name in a language that the table has no column for, as written, with the country that it means.
    pub fn further_names(&self) -> impl Iterator<Item = (CountryCode, &'static str)> {
        FURTHER_NAMES.lines().filter_map(|line| {
            let mut fields = line.split('\t').skip(1);
            Some((CountryCode::new(fields.next()?)?, fields.next()?))
        })
    }

    /// What the words of every name mean; `None` where it is several.
    fn by_words(&self) -> &BTreeMap<Vec<String>, Option<CountryCode>> {
        self.by_words.get_or_init(|| {
            let mut meant = BTreeMap::new();
            let names = self.names().iter().filter(|name| name.kind != NameKind::Demonym);
            for name in names.filter(|name| self.rows[name.row].has_land()) {
                let code = self.rows[name.row].code;
                let known = meant.entry(words_of(&name.folded)).or_insert(Some(code));
                *known = known.filter(|known| *known == code);
            }
            meant
        })
    }

    /// The country of an ISO code: alpha-3 in capitals or small letters, alpha-2 in capitals only, because
    /// small ones are words; and of the three capitals that the International Olympic Committee has for a
    /// state, where they are no other's ISO code.
    #[must_use]
    pub fn by_code(&self, text: &str) -> Option<&Country> {
        self.row_of_code(text).filter(|row| row.has_land())
    }

    fn row_of_code(&self, text: &str) -> Option<&Country> {
        let text = text.trim();
        match text.len() {
            FLAG => flag(text).and_then(|code| self.rows.iter().find(|row| row.iso2 == code)),
            2 if text.bytes().all(|b| b.is_ascii_uppercase()) => self.rows.iter().find(|c| c.iso2 == text),
            3 if text.bytes().all(|b| b.is_ascii_lowercase()) => {
                self.get(CountryCode::new(&text.to_ascii_uppercase())?)
            }
            3 => self.get(CountryCode::new(text)?).or_else(|| self.get(*olympic_codes().get(text)?)),
            _ => None,
        }
    }

    /// Whom a participant may represent: the one country that a text means, as [`Self::find`] has it, or else
    /// the international organisation of this name or code. `AU` is Australia, `African Union` the
    /// organisation.
    #[must_use]
    pub fn party(&self, text: &str) -> Option<&Country> {
        self.find(text).or_else(|| self.row_of_code(text)).or_else(|| {
            let named = self.named_parties(&fold(text)).find(|(row, ..)| !row.has_land());
            named.map(|(row, ..)| row)
        })
    }

    /// The countries with a name of this folded form: each with the sort of name and the name as written.
    pub fn named(&self, folded: &str) -> impl Iterator<Item = (&Country, NameKind, &'static str)> {
        self.named_parties(folded).filter(|(row, ..)| row.has_land())
    }

    /// The countries and organisations with a name of this folded form.
    pub fn named_parties(&self, folded: &str) -> impl Iterator<Item = (&Country, NameKind, &'static str)> {
        self.from(folded).take_while(move |name| name.folded == folded).map(|name| self.told(name))
    }

    /// The countries with a name that begins with this folded text: each name with its sort and as written.
    pub fn beginning(&self, folded: &str) -> impl Iterator<Item = (&Country, NameKind, &'static str)> {
        let begins = self.from(folded).take_while(move |name| name.folded.starts_with(folded));
        begins.map(|name| self.told(name)).filter(|(row, ..)| row.has_land())
    }

    /// The names from this folded one on.
    fn from(&self, folded: &str) -> impl Iterator<Item = &Name> {
        let names = self.names();
        let first = names.partition_point(|name| name.folded.as_str() < folded);
        names[first..].iter()
    }

    fn told(&self, name: &Name) -> (&Country, NameKind, &'static str) {
        let country = &self.rows[name.row];
        let written = name.other.map_or(country.name, |other| country.other_names[other].1);
        (country, name.kind, written)
    }

    /// The folded form of every country's names, in order; some occur several times.
    pub fn folded_names(&self) -> impl Iterator<Item = &str> {
        let of_land = self.names().iter().filter(|name| self.rows[name.row].has_land());
        of_land.map(|name| name.folded.as_str())
    }

    /// The countries and organisations of which a name in any language has a word that begins like this
    /// folded one. Their people's names do not count.
    #[must_use]
    pub fn with_a_word_like(&self, beginning: &str) -> BTreeSet<CountryCode> {
        let begins = |name: &&Name| {
            name.kind != NameKind::Demonym && name.folded.split(' ').any(|word| word.starts_with(beginning))
        };
        self.names().iter().filter(begins).map(|name| self.rows[name.row].code).collect()
    }

    fn names(&self) -> &[Name] {
        self.names.get_or_init(|| {
            let mut names: Vec<Name> =
                self.rows.iter().enumerate().flat_map(|(row, country)| names_of(row, country)).collect();
            names.sort_by(|a, b| (&a.folded, a.row, a.kind).cmp(&(&b.folded, b.row, b.kind)));
            names
        })
    }
}

/// Every folded name of a row that is not a code: codes are looked up as they are written.
fn names_of(row: usize, country: &Country) -> impl Iterator<Item = Name> {
    let own = Name { folded: fold(country.name), row, kind: NameKind::Own, other: None };
    let others = country.other_names.iter().enumerate().map(move |(other, (kind, name))| Name {
        folded: fold(name),
        row,
        kind: *kind,
        other: Some(other),
    });
    std::iter::once(own).chain(others)
}

fn country(row: [Field; 31], further: &BTreeMap<CountryCode, Regions>) -> Country {
    let [
        code,
        iso2,
        _numeric,
        kind,
        name,
        official,
        short,
        abbreviation,
        former,
        aliases,
        demonyms,
        name_ru,
        name_uk,
        name_fr,
        name_es,
        name_de,
        name_tr,
        name_zh,
        name_ar,
        capital,
        capital_id,
        capital_lon,
        capital_lat,
        is_a_city,
        label_lon,
        label_lat,
        region,
        _m49_region,
        _m49_subregion,
        _start,
        _end,
    ] = row.map(text);
    let label_at = position(label_lon, label_lat).expect("every country has a label point");
    let translated = [name_ru, name_uk, name_fr, name_es, name_de, name_tr, name_zh, name_ar];
    let single = [(NameKind::Official, official), (NameKind::Alias, short)];
    let lists = [(NameKind::Alias, aliases), (NameKind::Former, former), (NameKind::Demonym, demonyms)];
    let lists = lists.into_iter().chain(translated.map(|names| (NameKind::Translated, names)));
    let single = single.into_iter().filter(|(_, name)| !name.is_empty());
    let listed = lists.flat_map(|(kind, names)| listed(names).map(move |name| (kind, name)));
    let code = CountryCode::new(code).expect("a code is three capital letters");
    let region = Region::ALL.into_iter().find(|known| known.name() == region);
    Country {
        code,
        iso2,
        kind: country_kind(kind),
        short: if short.is_empty() { name } else { short },
        other_names: single.chain(listed).collect(),
        name,
        abbreviation,
        translated,
        official,
        capital,
        capital_id: capital_id.parse().ok().map(CityId),
        capital_at: position(capital_lon, capital_lat).unwrap_or(label_at),
        label_at,
        is_a_city: is_a_city == "1",
        region,
        regions: region.map_or(0, Region::bit) | further.get(&code).copied().unwrap_or(0),
    }
}

fn organisation(row: [Field; 12]) -> Country {
    let [code, iso2, _bloc, name, short, official, aliases, seat, seat_id, seat_lon, seat_lat, _source] =
        row.map(text);
    let seat_at = position(seat_lon, seat_lat).expect("every organisation has a seat");
    let names = [(NameKind::Official, official), (NameKind::Alias, short)];
    let aliases = listed(aliases).map(|name| (NameKind::Alias, name));
    Country {
        code: CountryCode::new(code).expect("a code is three capital letters"),
        iso2,
        kind: CountryKind::Organisation,
        name,
        short,
        abbreviation: "",
        translated: [""; 8],
        official,
        other_names: names.into_iter().chain(aliases).collect(),
        capital: seat,
        capital_id: seat_id.parse().ok().map(CityId),
        capital_at: seat_at,
        label_at: seat_at,
        is_a_city: false,
        region: None,
        regions: 0,
    }
}

/// Whether someone who represents this state or organisation is at home at the venue: in that state, or in
/// the city of the organisation's seat.
#[must_use]
pub fn is_at_home(represented: CountryCode, venue: &Venue) -> bool {
    let is_in_its_state = Some(represented) == venue.country;
    is_in_its_state || {
        let row = Countries::embedded().get(represented);
        let seat = row.filter(|row| !row.has_land()).and_then(|row| row.capital_id);
        matches!((venue.placed, seat), (Placed::City(city, _), Some(seat)) if city == seat)
    }
}

/// The role that someone has who represents this at the venue, unless the record says otherwise.
#[must_use]
pub fn role_at(venue: &Venue, represented: Option<CountryCode>) -> Role {
    if represented.is_some_and(|state| is_at_home(state, venue)) { Role::Host } else { Role::Guest }
}

/// Puts a meeting at another venue: a role that is what the old venue says becomes what the new one says.
pub fn move_to(meeting: &mut Meeting, venue: &Venue) {
    let old = &meeting.venue;
    for one in meeting.participants.iter_mut().filter(|one| one.role == role_at(old, one.country)) {
        one.role = role_at(venue, one.country);
    }
    meeting.venue.clone_from(venue);
}

/// What the codes of the International Olympic Committee mean that are no ISO codes.
fn olympic_codes() -> &'static BTreeMap<&'static str, CountryCode> {
    static CODES: LazyLock<BTreeMap<&'static str, CountryCode>> = LazyLock::new(|| {
        let rows = rows(include_str!("../../data/olympic_codes.csv"));
        let codes = rows.map(|[code, country, _source]| (text(code), CountryCode::new(&country)));
        codes.map(|(code, country)| (code, country.expect("a country is a code"))).collect()
    });
    &CODES
}

/// Bytes of a flag: two signs of four.
const FLAG: usize = 8;

/// The two letters that a flag is written with: `FR` for 🇫🇷.
fn flag(text: &str) -> Option<String> {
    const FIRST: u32 = 0x1F1E6;
    let letter = |sign: char| {
        let place = u32::from(sign).checked_sub(FIRST).filter(|place| *place < 26)?;
        char::from_u32(u32::from('A') + place)
    };
    text.chars().map(letter).collect()
}

fn country_kind(word: &str) -> CountryKind {
    match word {
        "country" => CountryKind::Country,
        "territory" => CountryKind::Territory,
        "former state" => CountryKind::FormerState,
        _ => panic!("the country table has a row of kind {word}"),
    }
}

fn position(lon: &str, lat: &str) -> Option<Position> {
    Some(Position::new(lon.parse().ok()?, lat.parse().ok()?))
}
