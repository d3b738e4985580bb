//! Blocs: organisations used as a filter, with dated memberships.

use super::fold::fold;
use super::table::{Field, rows};
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// An organisation of states.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its usual abbreviation, such as `SCO`: the key.
    pub code: String,
    /// Its full English name.
    pub name: String,
    /// With which others it stands in lists.
    pub group: BlocGroup,
    /// The acts and lists that its memberships rest on.
    pub source: String,
    /// Every membership on record.
    pub memberships: Vec<Membership>,
}

/// With which others a bloc stands in lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlocGroup {
    /// Alliances, and bodies that speak of security first.
    Security,
    /// Bodies that speak of trade, money or oil first.
    Economy,
    /// Of Europe, the former Soviet Union and Central Asia.
    Europe,
    /// Of Asia and the Pacific.
    Asia,
    /// Of the Middle East.
    MiddleEast,
    /// Of Africa.
    Africa,
    /// Of the Americas.
    Americas,
    /// Of states in all parts of the world.
    Worldwide,
}

impl BlocGroup {
    /// Every group, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Security,
        Self::Economy,
        Self::Europe,
        Self::Asia,
        Self::MiddleEast,
        Self::Africa,
        Self::Americas,
        Self::Worldwide,
    ];

    /// The word for it, as the table writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::Economy => "economy",
            Self::Europe => "Europe and Central Asia",
            Self::Asia => "Asia and the Pacific",
            Self::MiddleEast => "Middle East",
            Self::Africa => "Africa",
            Self::Americas => "Americas",
            Self::Worldwide => "worldwide",
        }
    }
}

/// One state's time in an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The state.
    pub country: CountryCode,
    /// Full membership or something less; only members count in the filter.
    pub status: MemberStatus,
    /// The first day.
    pub start: Date,
    /// The last day; `None` if it lasts.
    pub end: Option<Date>,
}

/// What sort of membership it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MemberStatus {
    /// Full member.
    Member,
    /// Suspended member.
    Suspended,
    /// Observer.
    Observer,
    /// Partner.
    Partner,
    /// Invited to join; it has neither accepted nor declined.
    Invited,
}

impl MemberStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Member, Self::Suspended, Self::Observer, Self::Partner, Self::Invited];

    /// The word for it, as the table writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Suspended => "suspended",
            Self::Observer => "observer",
            Self::Partner => "partner",
            Self::Invited => "invited",
        }
    }
}

/// Every organisation shipped, in the order of `data/organisations.csv`.
#[must_use]
pub fn organisations() -> &'static [Organisation] {
    static TABLE: LazyLock<Vec<Organisation>> = LazyLock::new(|| {
        let mut memberships: BTreeMap<Field, Vec<Membership>> = BTreeMap::new();
        for [code, country, status, start, end, _note] in rows(include_str!("../../data/memberships.csv")) {
            memberships.entry(code).or_default().push(membership(&country, &status, &start, &end));
        }
        let organisation = |[code, name, _kind, group, source]: [Field; 5]| Organisation {
            memberships: memberships.remove(&code).unwrap_or_default(),
            group: group_named(&group),
            code: code.into_owned(),
            name: name.into_owned(),
            source: source.into_owned(),
        };
        rows(include_str!("../../data/organisations.csv")).map(organisation).collect()
    });
    &TABLE
}

/// Some organisations: a bit for each, by its place in [`organisations`]. There are at most 64.
pub type Blocs = u64;

/// When a state was a full member of what, and not suspended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemberTimes {
    /// From each of these days on; before the first one it was in none.
    since: Vec<(Date, Blocs)>,
    /// In the latest state of the table, where memberships without an end last.
    latest: Blocs,
}

impl MemberTimes {
    /// The organisations on a day; with `None` (an undated meeting), those of the latest state of the table.
    #[must_use]
    pub fn on(&self, day: Option<Date>) -> Blocs {
        day.map_or(self.latest, |day| {
            let known = self.since.partition_point(|(since, _)| *since <= day);
            known.checked_sub(1).map_or(0, |last| self.since[last].1)
        })
    }

    /// Whether nothing about some organisations changed after the first day up to the last.
    #[must_use]
    pub fn is_same_between(&self, first: Date, last: Date, blocs: Blocs) -> bool {
        let before = self.on(Some(first)) & blocs;
        let between = self.since.iter().filter(|(since, _)| first < *since && *since <= last);
        between.clone().all(|(_, then)| then & blocs == before)
    }

    fn new(spells: &[(usize, &Membership)]) -> Self {
        let changes = spells.iter().flat_map(|(_, one)| {
            [Some(one.start), one.end.and_then(|end| end.tomorrow().ok())].into_iter().flatten()
        });
        let changes: BTreeSet<Date> = changes.collect();
        let on = |holds: &dyn Fn(&Membership) -> bool| {
            let bits = |status: MemberStatus| {
                let held = spells.iter().filter(|(_, one)| one.status == status && holds(one));
                held.fold(0, |bits: Blocs, (place, _)| bits | 1 << place)
            };
            bits(MemberStatus::Member) & !bits(MemberStatus::Suspended)
        };
        let since = changes.into_iter().map(|day| (day, on(&|one| one.covers(day))));
        Self { since: since.collect(), latest: on(&|one| one.end.is_none()) }
    }
}

/// When a state was a member of what.
#[must_use]
pub fn member_times(state: CountryCode) -> &'static MemberTimes {
    static TABLE: LazyLock<BTreeMap<CountryCode, MemberTimes>> = LazyLock::new(|| {
        let mut spells: BTreeMap<CountryCode, Vec<(usize, &Membership)>> = BTreeMap::new();
        for (place, bloc) in organisations().iter().enumerate() {
            for one in &bloc.memberships {
                spells.entry(one.country).or_default().push((place, one));
            }
        }
        spells.into_iter().map(|(state, spells)| (state, MemberTimes::new(&spells))).collect()
    });
    static NONE: MemberTimes = MemberTimes { since: Vec::new(), latest: 0 };
    TABLE.get(&state).unwrap_or(&NONE)
}

/// Each of some organisations, in the order of the table.
pub fn each_of(blocs: Blocs) -> impl Iterator<Item = &'static Organisation> {
    let places = organisations().iter().enumerate();
    places.filter(move |(place, _)| blocs >> place & 1 == 1).map(|(_, bloc)| bloc)
}

/// The organisations with these codes.
#[must_use]
pub fn blocs_coded<'a>(codes: impl IntoIterator<Item = &'a String>) -> Blocs {
    let place = |code: &String| organisations().iter().position(|one| one.code == *code);
    codes.into_iter().filter_map(place).fold(0, |bits, place| bits | 1 << place)
}

/// The organisation that a code or full name means, accents, case and punctuation ignored where nothing is
/// written just so: `OPEC+` is not OPEC.
#[must_use]
pub fn organisation(text: &str) -> Option<&'static Organisation> {
    let as_written = organisations().iter().find(|one| one.code == text.trim());
    let asked = fold(text);
    let folded = |one: &&Organisation| fold(&one.code) == asked || fold(&one.name) == asked;
    as_written.or_else(|| organisations().iter().find(folded))
}

impl Organisation {
    /// Whether the country was a full member on the day, and not suspended; with `None` (an undated meeting),
    /// whether it is one in the latest state of the table, where memberships without an end last.
    #[must_use]
    pub fn has_member(&self, country: CountryCode, on: Option<Date>) -> bool {
        let has = |status: MemberStatus| {
            let mut of_country =
                self.memberships.iter().filter(|one| one.country == country && one.status == status);
            of_country.any(|one| on.map_or(one.end.is_none(), |day| one.covers(day)))
        };
        has(MemberStatus::Member) && !has(MemberStatus::Suspended)
    }
}

impl Membership {
    /// Whether the day lies between its first and last day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.start <= day && self.end.is_none_or(|end| day <= end)
    }
}

fn membership(country: &str, status: &str, start: &str, end: &str) -> Membership {
    let date = |text: &str| {
        PartialDate::parse(text).expect("dates of memberships are written 2024-07-03, 2024-07 or 2024")
    };
    Membership {
        country: CountryCode::new(country).expect("a member is a code"),
        status: MemberStatus::ALL
            .into_iter()
            .find(|known| known.name() == status)
            .expect("a status is one of the closed list"),
        start: date(start).first_day(),
        end: (!end.is_empty()).then(|| date(end).last_day()),
    }
}

fn group_named(word: &str) -> BlocGroup {
    let group = BlocGroup::ALL.into_iter().find(|group| group.name() == word);
    group.expect("a group of organisations is one of the closed list")
}
