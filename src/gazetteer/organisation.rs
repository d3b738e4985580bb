//! Blocs: organisations used as a filter, with dated memberships.

use super::fold::fold;
use super::table::rows;
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use jiff::civil::Date;
use std::sync::LazyLock;

/// An organisation of states.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its usual abbreviation, such as `SCO`: the key.
    pub code: String,
    /// Its full English name.
    pub name: String,
    /// Every membership on record.
    pub memberships: Vec<Membership>,
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
}

impl MemberStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Member, Self::Suspended, Self::Observer, Self::Partner];

    /// The word for it, as the table writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Suspended => "suspended",
            Self::Observer => "observer",
            Self::Partner => "partner",
        }
    }
}

/// Every organisation shipped, in the order of `data/organisations.csv`.
#[must_use]
pub fn organisations() -> &'static [Organisation] {
    static TABLE: LazyLock<Vec<Organisation>> = LazyLock::new(|| {
        let memberships: Vec<(String, Membership)> = rows(include_str!("../../data/memberships.csv"))
            .map(|[code, country, status, start, end, _note]| {
                (code.into_owned(), membership(&country, &status, &start, &end))
            })
            .collect();
        rows(include_str!("../../data/organisations.csv"))
            .map(|[code, name, _kind]| Organisation {
                memberships: memberships
                    .iter()
                    .filter(|(of, _)| *of == code)
                    .map(|(_, one)| one.clone())
                    .collect(),
                code: code.into_owned(),
                name: name.into_owned(),
            })
            .collect()
    });
    &TABLE
}

/// The organisation that a code or full name means, accents, case and punctuation ignored.
#[must_use]
pub fn organisation(text: &str) -> Option<&'static Organisation> {
    let asked = fold(text);
    organisations().iter().find(|one| fold(&one.code) == asked || fold(&one.name) == asked)
}

impl Organisation {
    /// Whether the country was a full member on the day, and not suspended; with `None` (an undated meeting), whether it is one in
    /// the latest state of the table, where memberships without an end last.
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
            .expect("a status is member, suspended, observer or partner"),
        start: date(start).first_day(),
        end: (!end.is_empty()).then(|| date(end).last_day()),
    }
}
