//! The azimuthal projections around 0° E, 0° N: what is true from the centre, and where the disc ends.

use std::f64::consts::{FRAC_PI_2, PI};
use summitry::globe::great_circle::distance_km;
use summitry::globe::projection::{Plane, azimuthal_equidistant, orthographic};
use summitry::meeting::Position;

/// The bearing on a sphere in which the way sets out, degrees clockwise from north (Snyder 1987, equation
/// 5-4b).
fn azimuth(a: Position, b: Position) -> f64 {
    let (sin_a, cos_a) = a.lat.to_radians().sin_cos();
    let (sin_b, cos_b) = b.lat.to_radians().sin_cos();
    let (sin_east, cos_east) = (b.lon - a.lon).to_radians().sin_cos();
    let north = cos_a * sin_b - sin_a * cos_b * cos_east;
    (cos_b * sin_east).atan2(north).to_degrees().rem_euclid(360.0)
}

struct Azimuthal {
    word: &'static str,
    plane_from_globe: fn(Position) -> Plane,
    plane_from_direction: fn([f64; 3]) -> Plane,
    globe_from_plane: fn(Plane) -> Option<Position>,
    /// The radius of the disc.
    radius: f64,
    /// Distances from the centre in degrees, up to where the way back still keeps nine decimals.
    distances: &'static [f64],
    /// Rows of the table whose centre is 0° E, 0° N.
    rows: usize,
}

const BOTH: [Azimuthal; 2] = [
    Azimuthal {
        word: "azimuthal-equidistant",
        plane_from_globe: azimuthal_equidistant::plane_from_globe,
        plane_from_direction: azimuthal_equidistant::plane_from_direction,
        globe_from_plane: azimuthal_equidistant::globe_from_plane,
        radius: PI,
        distances: &[
            0.0,
            1e-7,
            1e-3,
            0.5,
            30.0,
            60.0,
            89.9,
            90.0,
            90.1,
            135.0,
            179.0,
            179.999,
            179.999_999_9,
        ],
        rows: 18 * 12,
    },
    Azimuthal {
        word: "orthographic",
        plane_from_globe: orthographic::plane_from_globe,
        plane_from_direction: orthographic::plane_from_direction,
        globe_from_plane: orthographic::globe_from_plane,
        radius: 1.0,
        distances: &[0.0, 1e-7, 1e-3, 0.5, 30.0, 60.0, 80.0, 89.0, 89.9, 89.99],
        rows: 9 * 12,
    },
];

const CENTRE: Position = Position::new(0.0, 0.0);
const BEARINGS: [f64; 14] =
    [0.0, 1e-6, 0.5, 30.0, 45.0, 89.9, 90.0, 120.0, 180.0, 200.0, 269.9, 270.0, 300.0, 359.0];

/// The unit vector that lies so many degrees from the centre, in a direction clockwise from north.
fn direction(distance: f64, bearing: f64) -> [f64; 3] {
    let (sine, cosine) = distance.to_radians().sin_cos();
    let (east, north) = bearing.to_radians().sin_cos();
    [cosine, sine * east, sine * north]
}

fn position([x, y, z]: [f64; 3]) -> Position {
    Position::new(y.atan2(x).to_degrees(), z.atan2(x.hypot(y)).to_degrees())
}

/// The angle between two positions in degrees.
fn apart(a: Position, b: Position) -> f64 {
    90.0 * distance_km(a, b) / distance_km(CENTRE, Position::new(90.0, 0.0))
}

fn places(distances: &[f64]) -> impl Iterator<Item = (f64, f64, Position)> {
    distances.iter().flat_map(|&distance| {
        BEARINGS.map(|bearing| (distance, bearing, position(direction(distance, bearing))))
    })
}

fn far(a: Plane, b: Plane) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[test]
fn azimuthal_projections_agree_with_proj() {
    for map in BOTH {
        let start = format!("{},0,0,", map.word);
        let table = include_str!("expected/projections_turned.csv").lines();
        let rows: Vec<&str> = table.filter_map(|line| line.strip_prefix(&start)).collect();
        assert_eq!(rows.len(), map.rows, "{}", map.word);
        for row in rows {
            let numbers: Vec<f64> = row.split(',').map(|number| number.parse().expect("a number")).collect();
            let found = (map.plane_from_globe)(Position::new(numbers[0], numbers[1]));
            let off = far(found, Plane { x: numbers[2], y: numbers[3] });
            assert!(off <= 1e-9, "{} {row}: {found:?}", map.word);
        }
    }
}

#[test]
fn azimuthal_projections_find_their_way_back() {
    for map in BOTH {
        for (distance, bearing, place) in places(map.distances) {
            let plane = (map.plane_from_globe)(place);
            let back = (map.globe_from_plane)(plane).expect("on the map");
            assert!(apart(back, place) <= 1e-9, "{} {distance} {bearing}: {place:?} {back:?}", map.word);
            assert!(back.lon.abs() <= 180.0 && back.lat.abs() <= 90.0, "{back:?}");
        }
    }
}

#[test]
fn the_way_back_to_the_rim_of_the_globe_loses_half_the_digits_and_no_more() {
    // There the height of the globe above the plane is the root of what the distance lacks to 1.
    for (distance, bearing, place) in places(&[89.999_9, 89.999_999, 89.999_999_999, 90.0]) {
        let plane = orthographic::plane_from_globe(place);
        let back = orthographic::globe_from_plane(plane).expect("on the map");
        assert!(apart(back, place) <= 2e-6, "{distance} {bearing}: {place:?} {back:?}");
        assert!(far(orthographic::plane_from_globe(back), plane) <= 1e-12, "{distance} {bearing}");
    }
}

#[test]
fn near_the_centre_no_digit_is_lost() {
    for map in BOTH {
        for degrees in [1e-300, 1e-30, 1e-13, 1e-8] {
            let place = Position::new(degrees, -2.0 * degrees);
            let plane = (map.plane_from_globe)(place);
            let back = (map.globe_from_plane)(plane).expect("on the map");
            for (found, expected) in [
                (plane.x, degrees.to_radians()),
                (plane.y, -2.0 * degrees.to_radians()),
                (back.lon, place.lon),
                (back.lat, place.lat),
            ] {
                let off = (found / expected - 1.0).abs();
                assert!(off <= 1e-14, "{} {degrees}: {found} is not {expected}", map.word);
            }
        }
        assert_eq!((map.plane_from_globe)(CENTRE), Plane { x: 0.0, y: 0.0 }, "{}", map.word);
        assert_eq!((map.globe_from_plane)(Plane { x: 0.0, y: 0.0 }), Some(CENTRE), "{}", map.word);
    }
}

#[test]
fn distances_from_the_centre_are_true_on_the_equidistant_map() {
    let [equidistant, _] = BOTH;
    for (_, _, place) in places(equidistant.distances) {
        let plane = azimuthal_equidistant::plane_from_globe(place);
        let kilometres = 6371.0088 * plane.x.hypot(plane.y);
        assert!((kilometres - distance_km(CENTRE, place)).abs() <= 1e-9, "{place:?}: {kilometres} km");
    }
}

#[test]
fn the_globe_shows_distances_from_the_centre_as_their_sines() {
    for (distance, _, place) in places(&[0.0, 10.0, 45.0, 89.0, 90.0]) {
        let plane = orthographic::plane_from_globe(place);
        assert!((plane.x.hypot(plane.y) - distance.to_radians().sin()).abs() <= 1e-12, "{place:?}");
    }
}

#[test]
fn bearings_from_the_centre_are_true_on_azimuthal_maps() {
    for map in BOTH {
        for (_, _, place) in places(&[1e-3, 20.0, 70.0, 90.0]) {
            let Plane { x, y } = (map.plane_from_globe)(place);
            let off = (x.atan2(y).to_degrees() - azimuth(CENTRE, place) + 180.0).rem_euclid(360.0);
            assert!((off - 180.0).abs() <= 1e-9, "{} {place:?}", map.word);
        }
    }
}

#[test]
fn a_direction_goes_where_its_position_goes() {
    for map in BOTH {
        for distance in [0.0, 1e-6, 15.0, 75.0, 90.0, 110.0, 179.0] {
            for bearing in BEARINGS {
                let direction = direction(distance, bearing);
                let found = (map.plane_from_direction)(direction);
                let expected = (map.plane_from_globe)(position(direction));
                assert!(far(found, expected) <= 1e-12, "{} {distance} {bearing}", map.word);
            }
        }
    }
}

#[test]
fn off_the_disc_there_is_no_place() {
    for map in BOTH {
        for bearing in BEARINGS {
            let (east, north) = bearing.to_radians().sin_cos();
            let at = |radii: f64| Plane { x: radii * map.radius * east, y: radii * map.radius * north };
            // The last is off the disc by rounding alone.
            for radii in [0.0, 0.5, 0.999_999, 1.0, 1.0 + 1e-13] {
                let place = (map.globe_from_plane)(at(radii)).expect("on the map");
                assert!(place.lon.abs() <= 180.0 && place.lat.abs() <= 90.0, "{} {place:?}", map.word);
                let again = (map.plane_from_globe)(place);
                assert!(
                    (again.x.hypot(again.y) - radii * map.radius).abs() <= 1e-11,
                    "{} {again:?}",
                    map.word
                );
            }
            for radii in [1.000_000_001, 1.01, 2.0, 1e9, 1e300] {
                assert_eq!((map.globe_from_plane)(at(radii)), None, "{} {radii} {bearing}", map.word);
            }
        }
        for (x, y) in [(f64::NAN, 0.0), (0.0, f64::NAN), (f64::INFINITY, 0.0), (f64::NAN, f64::INFINITY)] {
            assert_eq!((map.globe_from_plane)(Plane { x, y }), None, "{} {x} {y}", map.word);
        }
    }
}

#[test]
fn the_antipode_of_the_centre_is_the_rim_of_the_equidistant_map() {
    for antipode in [Position::new(180.0, 0.0), Position::new(-180.0, 0.0), Position::new(180.0, -0.0)] {
        let Plane { x, y } = azimuthal_equidistant::plane_from_globe(antipode);
        assert!((x.hypot(y) - PI).abs() <= 1e-12, "{x} {y}");
    }
    for exactly in [[-1.0, 0.0, 0.0], [-1.0, -0.0, 0.0], [-1.0, 0.0, -0.0]] {
        let Plane { x, y } = azimuthal_equidistant::plane_from_direction(exactly);
        assert!((x.hypot(y) - PI).abs() <= 1e-12, "{x} {y}");
    }
    for bearing in BEARINGS {
        let (east, north) = bearing.to_radians().sin_cos();
        let rim = Plane { x: PI * east, y: PI * north };
        let back = azimuthal_equidistant::globe_from_plane(rim).expect("on the map");
        assert!(apart(back, Position::new(180.0, 0.0)) <= 1e-9, "{bearing}: {back:?}");
    }
}

#[test]
fn the_rim_of_the_globe_is_a_quarter_of_the_way_around() {
    for (lon, lat, x, y) in
        [(90.0, 0.0, 1.0, 0.0), (-90.0, 0.0, -1.0, 0.0), (17.0, 90.0, 0.0, 1.0), (-150.0, -90.0, 0.0, -1.0)]
    {
        let found = orthographic::plane_from_globe(Position::new(lon, lat));
        assert!(far(found, Plane { x, y }) <= 1e-12, "{lon} {lat}: {found:?}");
        let equidistant = azimuthal_equidistant::plane_from_globe(Position::new(lon, lat));
        let halfway = Plane { x: x * FRAC_PI_2, y: y * FRAC_PI_2 };
        assert!(far(equidistant, halfway) <= 1e-12, "{lon} {lat}: {equidistant:?}");
    }
    // What is behind the rim lies behind what is before it, and the way back leads to the near half.
    for (lon, lat) in [(20.0, 30.0), (-75.0, -60.0), (0.0, 10.0)] {
        let (near, behind) = (Position::new(lon, lat), Position::new(180.0 - lon, lat));
        let plane = orthographic::plane_from_globe(behind);
        assert!(far(plane, orthographic::plane_from_globe(near)) <= 1e-12, "{lon} {lat}");
        let back = orthographic::globe_from_plane(plane).expect("on the map");
        assert!(apart(back, near) <= 1e-9, "{lon} {lat}: {back:?}");
    }
}
