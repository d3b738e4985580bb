//! The city nearest to a point: what a place chosen on the map, or given by its degrees, lies near.

use super::city::{City, Sort, cities};
use crate::meeting::Position;
use rstar::RTree;
use rstar::primitives::GeomWithData;
use std::sync::LazyLock;

/// The city nearest to a point and its distance in kilometres along the great circle.
///
/// The first call reads the whole table and takes some hundredths of a second; the others take microseconds.
#[must_use]
pub fn nearest_city(at: Position) -> (City, f64) {
    let from = on_the_sphere(at);
    let nearest = CITIES.nearest_neighbor(from).expect("the city table is not empty");
    (City::read(nearest.data), kilometres(from, *nearest.geom()))
}

/// Mean radius of the earth (IUGG).
const EARTH_RADIUS_KILOMETRES: f64 = 6371.0088;

/// Every city's row at its point on the sphere of radius 1. In space no meridian and no pole is special, and
/// who is nearest through the earth is nearest along its surface.
static CITIES: LazyLock<RTree<GeomWithData<[f64; 3], usize>>> = LazyLock::new(|| {
    // A venue in a town is nearest where its town is.
    let named = cities().filter(|city| city.sort != Sort::Area && city.town.is_none());
    RTree::bulk_load(named.map(|city| GeomWithData::new(on_the_sphere(city.at), city.row)).collect())
});

fn on_the_sphere(at: Position) -> [f64; 3] {
    let (lon, lat) = (at.lon.to_radians(), at.lat.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// The way along the surface between two points of the sphere of radius 1, from the straight line between
/// them.
fn kilometres(a: [f64; 3], b: [f64; 3]) -> f64 {
    let chord = (0..3).map(|axis| (a[axis] - b[axis]).powi(2)).sum::<f64>().sqrt();
    2.0 * EARTH_RADIUS_KILOMETRES * (chord / 2.0).min(1.0).asin()
}
