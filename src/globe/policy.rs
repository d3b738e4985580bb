//! The border policy: which state each area of contested status is drawn with, as `data/borders.csv` says.

use crate::gazetteer::table::{Field, rows};
use crate::meeting::code::CountryCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Whose view of the areas of contested status the map is drawn by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BorderPolicy {
    /// Resolutions of the United Nations where there is one.
    #[default]
    Un,
    /// Natural Earth's boundaries, which follow who holds an area but know no front line.
    DeFacto,
    /// As Argentina sees them.
    Argentina,
    /// As China sees them.
    China,
    /// As Cyprus sees them.
    Cyprus,
    /// As Georgia sees them.
    Georgia,
    /// As India sees them.
    India,
    /// As Israel sees them.
    Israel,
    /// As Japan sees them.
    Japan,
    /// As Morocco sees them.
    Morocco,
    /// As Pakistan sees them.
    Pakistan,
    /// As Palestine sees them.
    Palestine,
    /// As Russia sees them.
    Russia,
    /// As Serbia sees them.
    Serbia,
    /// As Somalia sees them.
    Somalia,
    /// As Spain sees them.
    Spain,
    /// As Türkiye sees them.
    Turkiye,
    /// As Ukraine sees them.
    Ukraine,
    /// As the United States sees them.
    UnitedStates,
    /// As Venezuela sees them.
    Venezuela,
}

impl BorderPolicy {
    /// Every policy, in the order of lists.
    pub const ALL: [Self; 20] = [
        Self::Un,
        Self::DeFacto,
        Self::Argentina,
        Self::China,
        Self::Cyprus,
        Self::Georgia,
        Self::India,
        Self::Israel,
        Self::Japan,
        Self::Morocco,
        Self::Pakistan,
        Self::Palestine,
        Self::Russia,
        Self::Serbia,
        Self::Somalia,
        Self::Spain,
        Self::Turkiye,
        Self::Ukraine,
        Self::UnitedStates,
        Self::Venezuela,
    ];

    /// The word for it on the command line and in the table.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Un => "un",
            Self::DeFacto => "de-facto",
            Self::Argentina => "argentina",
            Self::China => "china",
            Self::Cyprus => "cyprus",
            Self::Georgia => "georgia",
            Self::India => "india",
            Self::Israel => "israel",
            Self::Japan => "japan",
            Self::Morocco => "morocco",
            Self::Pakistan => "pakistan",
            Self::Palestine => "palestine",
            Self::Russia => "russia",
            Self::Serbia => "serbia",
            Self::Somalia => "somalia",
            Self::Spain => "spain",
            Self::Turkiye => "turkiye",
            Self::Ukraine => "ukraine",
            Self::UnitedStates => "united-states",
            Self::Venezuela => "venezuela",
        }
    }

    /// The state that an area is drawn with. `None` for an area that the table does not name.
    #[must_use]
    pub fn holder(self, area: &str) -> Option<CountryCode> {
        contested_areas().iter().find(|one| one.area == area).map(|one| one.holder(self))
    }

    /// The disputes, as sentences name them, on which the table has a view of its own.
    #[must_use]
    pub fn view(self) -> BTreeSet<&'static str> {
        let own = contested_areas().iter().filter(|area| area.view(self).is_some());
        own.map(|area| area.dispute.as_str()).collect()
    }
}

/// What the default policy, the view of the United Nations, rests on in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnBasis {
    /// A resolution says whose it is.
    Resolution,
    /// The list of non-self-governing territories has it.
    List,
    /// It is drawn apart, which decides nothing about its status.
    Apart,
    /// No resolution says whose it is: it is drawn as it is held.
    Held,
}

impl UnBasis {
    /// Every basis.
    pub const ALL: [Self; 4] = [Self::Resolution, Self::List, Self::Apart, Self::Held];

    /// The word for it in the table.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::List => "list",
            Self::Apart => "apart",
            Self::Held => "held",
        }
    }
}

/// An area of contested status that policies draw with one state or another: a row of
/// `data/border_areas.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContestedArea {
    /// The piece of the base map.
    pub area: String,
    /// Its name.
    pub name: String,
    /// The dispute it belongs to, as sentences name it.
    pub dispute: String,
    /// Its code where it is drawn apart, if it has one.
    pub own: Option<CountryCode>,
    /// What the default policy rests on.
    pub un_basis: UnBasis,
    /// What each policy's view is, the default's first; a policy that has none follows the default.
    pub views: Vec<View>,
}

/// A policy's view of an area: a row of `data/borders.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Whose view.
    pub policy: BorderPolicy,
    /// The state that the area is drawn with.
    pub drawn_with: CountryCode,
    /// The act, the resolution, the treaty or the map that says so.
    pub source: String,
}

impl ContestedArea {
    /// The policy's own view, if it has one.
    #[must_use]
    pub fn view(&self, policy: BorderPolicy) -> Option<&View> {
        self.views.iter().find(|view| view.policy == policy)
    }

    /// The state it is drawn with.
    #[must_use]
    pub fn holder(&self, policy: BorderPolicy) -> CountryCode {
        self.view(policy).unwrap_or(&self.views[0]).drawn_with
    }

    /// Whether some policy draws it with this state, or it is this state's where it is drawn apart.
    #[must_use]
    pub fn is_drawn_with(&self, code: CountryCode) -> bool {
        self.own == Some(code) || self.views.iter().any(|view| view.drawn_with == code)
    }
}

/// The areas with every policy's view, in order of area.
#[must_use]
pub fn contested_areas() -> &'static [ContestedArea] {
    static TABLE: LazyLock<Vec<ContestedArea>> = LazyLock::new(|| {
        let mut areas: Vec<ContestedArea> =
            rows(include_str!("../../data/border_areas.csv")).map(area).collect();
        for [named, policy, drawn_with, source] in rows(include_str!("../../data/borders.csv")) {
            let of = areas.iter_mut().find(|area| area.area == named).expect("borders.csv names known areas");
            let policy = BorderPolicy::ALL.into_iter().find(|known| known.word() == policy);
            of.views.push(View {
                policy: policy.expect("borders.csv names known policies"),
                drawn_with: code(&drawn_with),
                source: source.into_owned(),
            });
        }
        areas
    });
    &TABLE
}

fn area([area, name, dispute, own, un_by]: [Field; 5]) -> ContestedArea {
    let un_basis = UnBasis::ALL.into_iter().find(|known| known.word() == un_by);
    ContestedArea {
        area: area.into_owned(),
        name: name.into_owned(),
        dispute: dispute.into_owned(),
        own: (!own.is_empty()).then(|| code(&own)),
        un_basis: un_basis.expect("border_areas.csv has these bases only"),
        views: Vec::new(),
    }
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("areas are drawn with codes")
}
