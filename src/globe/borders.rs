//! The base map under a border policy: the land of each country, the areas of contested status, and which
//! country lies under a point.

use super::area_index::AreaIndex;
use super::pieces::{ContestedPiece, Label, MapFault, Piece, contested_pieces, pieces};
use super::policy::{BorderPolicy, ContestedArea, contested_areas};
use super::sewing::{Ring, sewn};
use super::thinning::Detail;
use super::thinning::{coarse, densified};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use geo::MultiPolygon;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

/// All shapes at 1:50 million under one policy.
#[derive(Debug)]
pub struct Borders {
    /// Who each area of contested status is drawn with.
    pub policy: BorderPolicy,
    /// Countries and territories in order of code. One that has no land under the policy is left out.
    pub countries: Vec<Arc<CountryShape>>,
    /// Areas to hatch, the same under every policy.
    pub contested: Vec<ContestedShape>,
    base: Arc<BaseMap>,
}

/// A country's land.
#[derive(Debug)]
pub struct CountryShape {
    /// Whose land it is under the policy.
    pub code: CountryCode,
    /// Where its name is set.
    pub label_at: Position,
    /// Natural Earth's importance for labels, 2 (most) to 7.
    pub label_rank: f64,
    /// Its rings on the globe, no edge longer than a degree.
    pub rings: Vec<Ring>,
    coarse_rings: OnceLock<Vec<Ring>>,
}

/// An area of contested status.
#[derive(Debug)]
pub struct ContestedShape {
    /// Its name.
    pub name: String,
    /// Who administers and who claims it, in a few words.
    pub claims: String,
    /// Its rings on the globe; none if it is only marked.
    pub rings: Vec<Ring>,
    /// Where a ring marks it while its land is too small to be seen.
    pub ring: Option<Position>,
}

impl CountryShape {
    /// The rings at a level of detail; coarse ones are made at the first call.
    #[must_use]
    pub fn rings_at(&self, detail: Detail) -> &[Ring] {
        match detail {
            Detail::Fine => &self.rings,
            Detail::Coarse => self.coarse_rings.get_or_init(|| coarse(&self.rings)),
        }
    }
}

/// A country and the numbers of its pieces.
type Sewn = (CountryCode, Vec<usize>);

/// What all policies share: the pieces, and which lies where.
#[derive(Debug)]
struct BaseMap {
    pieces: Vec<Piece>,
    /// Of every country that a policy gives land to.
    labels: BTreeMap<CountryCode, Label>,
    contested: Vec<ContestedPiece>,
    /// Built by the first question for a country: a start without a click needs none.
    pieces_by_place: OnceLock<AreaIndex>,
    contested_by_place: OnceLock<AreaIndex>,
    areas_by_place: OnceLock<AreaIndex>,
    /// Countries by the pieces that they were sewn of: most have the same under every policy.
    sewn: Mutex<BTreeMap<Sewn, Arc<CountryShape>>>,
}

impl Borders {
    /// The embedded base map under the default policy, read on first use.
    #[must_use]
    pub fn embedded() -> &'static Self {
        Self::under(BorderPolicy::default())
    }

    /// The embedded base map under a policy, made on first use.
    #[must_use]
    pub fn under(policy: BorderPolicy) -> &'static Self {
        static BASE: LazyLock<Arc<BaseMap>> = LazyLock::new(|| {
            let countries = include_str!("../../assets/borders50.geojson");
            let contested = include_str!("../../assets/contested50.geojson");
            Arc::new(BaseMap::parse(countries, contested).expect("a test reads the embedded base map"))
        });
        static MADE: [OnceLock<Borders>; BorderPolicy::ALL.len()] =
            [const { OnceLock::new() }; BorderPolicy::ALL.len()];
        MADE[policy as usize].get_or_init(|| Self::of(&BASE, policy))
    }

    /// Reads the two `GeoJSON` texts of `assets/` under the default policy, or says what is wrong with them.
    /// Holes must lie inside their outer ring: triangulation relies on it.
    pub fn parse(countries: &str, contested: &str) -> Result<Self, MapFault> {
        BaseMap::parse(countries, contested).map(|base| Self::of(&Arc::new(base), BorderPolicy::default()))
    }

    fn of(base: &Arc<BaseMap>, policy: BorderPolicy) -> Self {
        let contested = base.contested.iter().map(|area| ContestedShape {
            name: area.name.clone(),
            claims: area.claims.clone(),
            rings: rings(base.hatched(area)),
            ring: area.ring,
        });
        Self {
            policy,
            countries: base.countries(policy),
            contested: contested.collect(),
            base: Arc::clone(base),
        }
    }

    /// The country at a position; `None` at sea. At most 10 µs.
    #[must_use]
    pub fn country_at(&self, at: Position) -> Option<CountryCode> {
        self.base.piece_at(at).map(|piece| piece.holder(self.policy))
    }

    /// The country whose land lies within some degrees of arc of a position, the nearest if there are
    /// several.
    #[must_use]
    pub fn country_near(&self, at: Position, degrees: f64) -> Option<CountryCode> {
        let [lon, lat] = within_the_cut(at);
        let around = [lon, lon - 360.0, lon + 360.0].map(|lon| self.base.index().nearest(lon, lat, degrees));
        let nearest = around.into_iter().flatten().min_by(|(_, a), (_, b)| a.total_cmp(b));
        nearest.map(|(number, _)| self.base.pieces[number].holder(self.policy))
    }

    /// The area of the table at a position, if any. Asks fewer shapes than [`Self::country_at`].
    #[must_use]
    pub fn area_at(&self, at: Position) -> Option<&'static ContestedArea> {
        let table = contested_areas();
        let index = self.base.areas_by_place.get_or_init(|| {
            let land_of = |area: &ContestedArea| {
                joined(
                    self.base.pieces.iter().filter(|piece| piece.area == area.area).map(|piece| &piece.land),
                )
            };
            AreaIndex::new(table.iter().map(land_of).collect::<Vec<_>>().iter())
        });
        let [lon, lat] = within_the_cut(at);
        index.area_at(lon, lat).map(|number| &table[number])
    }

    /// The area of contested status at a position, if any.
    #[must_use]
    pub fn contested_at(&self, at: Position) -> Option<&ContestedShape> {
        let index = self.base.contested_by_place.get_or_init(|| {
            let areas = self.base.contested.iter();
            let lands: Vec<MultiPolygon<f64>> = areas.map(|area| joined(self.base.hatched(area))).collect();
            AreaIndex::new(lands.iter())
        });
        let [lon, lat] = within_the_cut(at);
        index.area_at(lon, lat).map(|number| &self.contested[number])
    }

    /// Whether a country has land under the policy.
    #[must_use]
    pub fn draws(&self, code: CountryCode) -> bool {
        self.countries.binary_search_by_key(&code, |country| country.code).is_ok()
    }
}

impl BaseMap {
    fn parse(countries: &str, contested: &str) -> Result<Self, MapFault> {
        let pieces = pieces(countries)?;
        let labels = pieces.iter().filter_map(|piece| piece.label).map(|label| (label.code, label)).collect();
        let base = Self {
            pieces,
            labels,
            contested: contested_pieces(contested)?,
            pieces_by_place: OnceLock::new(),
            contested_by_place: OnceLock::new(),
            areas_by_place: OnceLock::new(),
            sewn: Mutex::default(),
        };
        let holders = BorderPolicy::ALL
            .into_iter()
            .flat_map(|policy| base.pieces.iter().map(move |piece| piece.holder(policy)));
        if let Some(code) = holders.into_iter().find(|code| !base.labels.contains_key(code)) {
            return Err(MapFault::NoLabel(code));
        }
        if let Some(area) =
            base.contested.iter().find(|area| area.ring.is_none() && base.hatched(area).next().is_none())
        {
            return Err(MapFault::NoPiece(area.name.clone()));
        }
        Ok(base)
    }

    /// The countries under a policy, in order of code.
    fn countries(&self, policy: BorderPolicy) -> Vec<Arc<CountryShape>> {
        let mut held: BTreeMap<CountryCode, Vec<usize>> = BTreeMap::new();
        for (number, piece) in self.pieces.iter().enumerate() {
            held.entry(piece.holder(policy)).or_default().push(number);
        }
        let mut sewn = self.sewn.lock().expect("no holder of this lock can panic");
        let shape = |(code, pieces): &Sewn| {
            let rings = rings(pieces.iter().map(|&number| &self.pieces[number].land));
            let Label { code, at, rank } = self.labels[code];
            CountryShape { code, label_at: at, label_rank: rank, rings, coarse_rings: OnceLock::new() }
        };
        let shapes = held.into_iter().map(|key| match sewn.get(&key) {
            Some(known) => Arc::clone(known),
            None => Arc::clone(sewn.entry(key.clone()).or_insert(Arc::new(shape(&key)))),
        });
        shapes.collect()
    }

    /// The land of an area of contested status: its pieces', or its own.
    fn hatched<'a>(&'a self, area: &'a ContestedPiece) -> impl Iterator<Item = &'a MultiPolygon<f64>> {
        let pieces = self.pieces.iter().filter(|piece| area.pieces.contains(&piece.area));
        let own = (!area.outline.0.is_empty()).then_some(&area.outline);
        pieces.map(|piece| &piece.land).chain(own)
    }

    fn index(&self) -> &AreaIndex {
        self.pieces_by_place.get_or_init(|| AreaIndex::new(self.pieces.iter().map(|piece| &piece.land)))
    }

    fn piece_at(&self, at: Position) -> Option<&Piece> {
        let [lon, lat] = within_the_cut(at);
        self.index().area_at(lon, lat).map(|number| &self.pieces[number])
    }
}

/// The rings around several areas that belong together.
fn rings<'a>(lands: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Vec<Ring> {
    sewn(lands).iter().map(|ring| densified(ring)).collect()
}

/// The polygons of several areas.
fn joined<'a>(lands: impl Iterator<Item = &'a MultiPolygon<f64>>) -> MultiPolygon<f64> {
    lands.flat_map(|land| land.0.iter().cloned()).collect()
}

/// The point to look up: west of +180°, where shapes are cut and 180° belongs to the west; north of −89.99°,
/// where Antarctica is closed.
fn within_the_cut(at: Position) -> [f64; 2] {
    let lon =
        if (-180.0..180.0).contains(&at.lon) { at.lon } else { (at.lon + 180.0).rem_euclid(360.0) - 180.0 };
    let lat = if (-90.0..-89.99).contains(&at.lat) { -89.99 } else { at.lat };
    [lon, lat]
}
