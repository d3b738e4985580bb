//! The globe: projections, borders, great circles, land and view.

use std::collections::BTreeMap;
use summitry::globe::borders::Borders;
use summitry::globe::chart::Chart;
use summitry::globe::great_circle::distance_km;
use summitry::globe::land::{Land, LandArea, Lands};
use summitry::globe::pieces::{MapFault, ShapeFault};
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::thinning::Detail;
use summitry::globe::view::{PageFromPlane, Point, Rect, SPAN_RANGE, View};
use summitry::headless::choice;
use summitry::meeting::Position;
use summitry::query::travel::bearing;
use summitry::words::message::Message;
use summitry::words::say;

const PANE: Rect = Rect { min: Point { x: 100.0, y: 50.0 }, max: Point { x: 1100.0, y: 650.0 } };

fn at(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat)
}

#[track_caller]
fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not within {tolerance} of {expected}");
}

fn distance(a: Plane, b: Plane) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The projections that are cut along a meridian.
fn flat() -> impl Iterator<Item = Projection> {
    Projection::ALL.into_iter().filter(|projection| projection.rim().is_none())
}

fn chart(projection: Projection) -> Chart {
    Chart::new(projection, at(0.0, 0.0))
}

fn course(a: Position, b: Position, projection: Projection, tolerance: f64) -> Vec<Vec<Plane>> {
    chart(projection).course(a, b, tolerance)
}

fn land(projection: Projection) -> Land {
    Land::new(Borders::embedded(), chart(projection), Detail::Fine)
}

// Projections

#[test]
fn every_projection_finds_its_way_back() {
    for projection in flat() {
        let limit = projection.latitude_limit();
        for lon in (-180..=180).step_by(5) {
            for lat in (-90..=90).step_by(5) {
                let place = at(f64::from(lon), f64::from(lat).clamp(-limit, limit));
                let back =
                    projection.globe_from_plane(projection.plane_from_globe(place)).expect("on the map");
                assert_near(back.lat, place.lat, 1e-9);
                assert_near(back.lon, place.lon, 1e-9);
            }
        }
    }
}

#[test]
fn outside_the_outline_there_is_no_place() {
    for projection in Projection::ALL {
        let corner = projection.corner();
        for (x, y) in
            [(1.001, 0.0), (-1.001, 0.0), (0.0, 1.001), (0.0, -1.001), (f64::NAN, 0.0), (0.0, f64::NAN)]
        {
            let point = Plane { x: x * corner.x, y: y * corner.y };
            assert_eq!(projection.globe_from_plane(point), None, "{projection:?} {point:?}");
        }
    }
    let beside_the_pole_line = Plane { x: 2.0, y: 1.3 };
    for projection in
        [Projection::EqualEarth, Projection::NaturalEarth, Projection::Robinson, Projection::WinkelTripel]
    {
        assert_eq!(projection.globe_from_plane(beside_the_pole_line), None, "{projection:?}");
    }
}

#[test]
fn the_outline_parts_the_map_from_what_is_off_it() {
    for projection in flat() {
        for point in projection.outline() {
            let moved = |factor: f64| Plane { x: factor * point.x, y: factor * point.y };
            assert!(projection.globe_from_plane(point).is_some(), "{projection:?} {point:?}");
            assert!(projection.globe_from_plane(moved(0.999_999)).is_some(), "{projection:?} {point:?}");
            for factor in [1.000_001, 1.01, 1.5, 10.0, 1e9, f64::INFINITY] {
                assert_eq!(
                    projection.globe_from_plane(moved(factor)),
                    None,
                    "{projection:?} {point:?} {factor}"
                );
            }
        }
    }
}

#[test]
fn every_projection_finds_its_way_back_from_near_the_centre_and_the_corners() {
    let close = [0.0, 1e-13, 1e-10, 1e-7, 1e-4, 1e-2, 0.5];
    for projection in flat() {
        let limit = projection.latitude_limit();
        // Near its poles Equal Earth's height grows with the square of the way from the pole: half the digits
        // are lost there.
        let lat_tolerance = if projection == Projection::EqualEarth { 1e-5 } else { 1e-9 };
        for (east, north) in close.iter().flat_map(|east| close.map(|north| (*east, north))) {
            for place in [at(east, north), at(180.0 - east, limit - north), at(east - 180.0, limit - north)] {
                let back =
                    projection.globe_from_plane(projection.plane_from_globe(place)).expect("on the map");
                assert_near(back.lat, place.lat, lat_tolerance);
                assert_near(back.lon, place.lon, 1e-9);
            }
        }
    }
}

#[test]
fn every_flat_projection_agrees_with_proj() {
    let mut points = BTreeMap::new();
    for line in include_str!("expected/projections.csv").lines().skip(1) {
        let (word, numbers) = line.split_once(',').expect("five columns");
        let projection = choice::projection(word).expect("a word of the command line");
        let numbers: Vec<f64> = numbers.split(',').map(|number| number.parse().expect("a number")).collect();
        let found = projection.plane_from_globe(at(numbers[0], numbers[1]));
        let far = distance(found, Plane { x: numbers[2], y: numbers[3] });
        assert!(far <= 1e-6, "{line}: {found:?}");
        *points.entry(projection).or_insert(0) += 1;
    }
    assert!(points.keys().copied().eq(flat()) && points.values().all(|&count| count > 37 * 19));
}

#[test]
fn equal_earth_has_its_published_extent_and_pole_line() {
    let corner = Projection::EqualEarth.corner();
    assert_near(corner.x, 2.706_63, 1e-5);
    assert_near(corner.y, 1.317_36, 1e-5);
    // The paper's proportions: the map is 2.05458 times as wide as high, the pole line 0.59247 times as long
    // as the equator.
    assert_near(corner.x / corner.y, 2.054_58, 1e-5);
    let pole = Projection::EqualEarth.plane_from_globe(at(180.0, 90.0));
    assert_near(pole.x / corner.x, 0.592_47, 1e-5);
}

#[test]
fn equal_earth_keeps_areas() {
    let step = 1e-5_f64;
    for lon in [-170.0, -20.0, 0.0, 135.0] {
        for lat in [-85.0, -40.0, 0.0, 23.5, 60.0, 88.0] {
            let plane =
                |east: f64, north: f64| Projection::EqualEarth.plane_from_globe(at(lon + east, lat + north));
            let (west, east) = (plane(-step, 0.0), plane(step, 0.0));
            let (south, north) = (plane(0.0, -step), plane(0.0, step));
            let area = (east.x - west.x) * (north.y - south.y) - (east.y - west.y) * (north.x - south.x);
            let per_radian = area / (2.0 * step).to_radians().powi(2);
            assert_near(per_radian, lat.to_radians().cos(), 1e-7);
        }
    }
}

#[test]
fn mercator_has_its_known_heights_and_is_square() {
    for (lat, y) in [(0.0, 0.0), (45.0, 0.881_373_587), (-60.0, -1.316_957_897), (80.0, 2.436_246_054)] {
        assert_near(Projection::Mercator.plane_from_globe(at(0.0, lat)).y, y, 1e-9);
    }
    let corner = Projection::Mercator.corner();
    assert_near(corner.x, corner.y, 1e-12);
    assert_eq!(
        Projection::Mercator.plane_from_globe(at(10.0, 90.0)),
        Projection::Mercator.plane_from_globe(at(10.0, 86.0))
    );
}

#[test]
fn the_outline_goes_once_around_the_map() {
    for projection in Projection::ALL {
        let outline = projection.outline();
        let corner = projection.corner();
        let next = outline.iter().cycle().skip(1);
        let area: f64 = outline.iter().zip(next).map(|(a, b)| (a.x * b.y - b.x * a.y) / 2.0).sum();
        // The sphere for the equal-area map, the rectangle for the cylindrical ones, PROJ's outline for the
        // others; anticlockwise.
        let expected = match projection {
            Projection::EqualEarth => 4.0 * std::f64::consts::PI,
            Projection::NaturalEarth => 13.774_700,
            Projection::Robinson => 12.590_504,
            Projection::WinkelTripel => 13.300_563,
            Projection::Mercator | Projection::PlateCarree => 4.0 * corner.x * corner.y,
            Projection::AzimuthalEquidistant | Projection::Orthographic => {
                std::f64::consts::PI * corner.x * corner.x
            }
        };
        assert_near(area / expected, 1.0, 1e-4);
    }
}

// Borders

#[test]
fn cities_lie_in_their_countries_under_the_border_policy() {
    let borders = Borders::embedded();
    let cities = [
        ("Astana", 71.43, 51.13, "KAZ"),
        ("Simferopol", 34.10, 44.95, "UKR"),
        ("Laayoune", -13.20, 27.15, "ESH"),
        ("Majdal Shams", 35.77, 33.27, "SYR"),
        ("Pristina", 21.17, 42.66, "XKX"),
        ("Taipei", 121.56, 25.04, "TWN"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("North Nicosia", 33.36, 35.22, "CYP"),
        ("Nicosia", 33.36, 35.15, "CYP"),
        ("the Vatican, where 1:50 million has it", 12.434, 41.902, "VAT"),
        ("San Marino", 12.447, 43.94, "SMR"),
        ("Suva", 178.45, -18.10, "FJI"),
        ("the land behind Anadyr", 175.5, 65.5, "RUS"),
        ("Uelen, beyond 180°", -170.2, 66.1, "RUS"),
        ("Moscow", 37.62, 55.75, "RUS"),
        ("Beijing", 116.40, 39.90, "CHN"),
        ("Brazzaville", 15.24, -4.24, "COG"),
        ("Kinshasa", 15.36, -4.36, "COD"),
        ("Maseru, in a hole", 27.60, -29.40, "LSO"),
        ("Ottawa", -75.70, 45.42, "CAN"),
        ("Nuuk", -51.60, 64.18, "GRL"),
        ("Ramallah", 35.20, 31.90, "PSE"),
        ("Kaliningrad", 20.60, 54.70, "RUS"),
        ("Nome", -165.3, 64.55, "USA"),
        ("Harare", 31.05, -17.83, "ZWE"),
        ("the South Pole", 0.0, -90.0, "ATA"),
        ("Cayenne", -52.5, 4.8, "FRA"),
    ];
    for (city, lon, lat, code) in cities {
        let found = borders.country_at(at(lon, lat)).map(|code| code.to_string());
        assert_eq!(found.as_deref(), Some(code), "{city}");
    }
    for (sea, lon, lat) in
        [("mid-Atlantic", -40.0, 30.0), ("mid-Pacific", 180.0, 0.0), ("North Pole", 0.0, 90.0)]
    {
        assert_eq!(borders.country_at(at(lon, lat)), None, "{sea}");
    }
    for nowhere in [at(f64::NAN, 0.0), at(0.0, f64::NAN), at(f64::INFINITY, 0.0), at(0.0, 1e300)] {
        assert_eq!(borders.country_at(nowhere), None);
    }
}

#[test]
fn the_two_sides_of_the_date_line_are_one_meridian() {
    let borders = Borders::embedded();
    let chukotka = borders.country_at(at(180.0, 68.0));
    assert!(chukotka.is_some());
    assert_eq!(borders.country_at(at(-180.0, 68.0)), chukotka);
    assert_eq!(borders.country_at(at(540.0, 68.0)), chukotka);
}

#[test]
fn contested_areas_are_found_with_their_claims() {
    let borders = Borders::embedded();
    let crimea = borders.contested_at(at(34.10, 44.95)).expect("Simferopol is contested");
    assert_eq!(crimea.name, "Crimea");
    assert!(crimea.claims.contains("68/262"));
    assert!(borders.contested_at(at(37.62, 55.75)).is_none());
}

#[test]
fn countries_stand_in_order_of_code_and_have_their_label_on_the_globe() {
    let countries = &Borders::embedded().countries;
    assert!(countries.is_sorted_by(|a, b| a.code < b.code));
    for country in countries {
        assert!(
            country.label_at.lon.abs() <= 180.0 && country.label_at.lat.abs() <= 90.0,
            "{}",
            country.code
        );
    }
}

#[test]
fn a_base_map_that_is_none_is_refused_with_the_reason() {
    let no_areas = r#"{"type":"FeatureCollection","features":[]}"#;
    let shape = |properties: &str, geometry: &str| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{geometry}}}]}}"#
        )
    };
    let named = r#"{"code":"ABC","label_lon":1,"label_lat":1,"label_rank":1}"#;
    let fault = |countries: &str| Borders::parse(countries, no_areas).expect_err("it is refused");
    assert!(matches!(fault("{"), MapFault::NotGeoJson(_)));
    let cases = [
        (shape("{}", "null"), ShapeFault::NoText("code")),
        (shape(r#"{"code":"abc"}"#, "null"), ShapeFault::NoCode("abc".to_owned())),
        (shape(r#"{"code":"ABC"}"#, "null"), ShapeFault::NoNumber("label_lon")),
        (shape(named, "null"), ShapeFault::NoPolygon),
        (shape(named, r#"{"type":"Polygon","coordinates":[]}"#), ShapeFault::NoRing),
        (shape(named, r#"{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}"#), ShapeFault::ShortRing(2)),
        (
            shape(named, r#"{"type":"Polygon","coordinates":[[[0,0],[999,1],[0,1],[0,0]]]}"#),
            ShapeFault::NoPosition(vec![999.0, 1.0]),
        ),
    ];
    for (countries, of_shape) in cases {
        assert_eq!(fault(&countries), MapFault::Shape(1, of_shape));
    }
}

// Great circles

#[test]
fn distances_and_bearings_are_the_known_ones() {
    let (moscow, beijing) = (at(37.6173, 55.7558), at(116.4074, 39.9042));
    assert_near(distance_km(moscow, beijing), 5_794.0, 5.0);
    assert_near(distance_km(at(0.0, 0.0), at(180.0, 0.0)), 20_015.11, 0.01);
    assert_near(distance_km(at(0.0, 90.0), at(77.0, -90.0)), 20_015.11, 0.01);
    assert_near(distance_km(moscow, moscow), 0.0, 0.0);
    assert_near(distance_km(at(0.0, 0.0), at(1e-6, 0.0)), 1.112e-4, 1e-7);
    for (to, expected) in
        [(at(0.0, 10.0), 0.0), (at(10.0, 0.0), 90.0), (at(0.0, -10.0), 180.0), (at(-10.0, 0.0), 270.0)]
    {
        assert_near(bearing(at(0.0, 0.0), to), expected, 1e-9);
    }
    // Snyder's worked example for the great circle: New York to London sets out at about 51°.
    assert_near(bearing(at(-74.0, 40.7), at(-0.1, 51.5)), 51.2, 0.2);
    // By GeographicLib on the ellipsoid; on a sphere the last would set out towards 233°.
    let capitals = [
        ((37.6156, 55.7522), (125.7543, 39.0339), "≈ 6,430 km"),
        ((31.0534, -17.8277), (30.3141, 59.9386), "≈ 8,620 km"),
        ((174.7756, -41.2866), (-3.7026, 40.4165), "≈ 19,8"),
    ];
    for ((lon, lat), (to_lon, to_lat), expected) in capitals {
        let said = say(Message::Kilometres(at(lon, lat), at(to_lon, to_lat)));
        assert!(said.starts_with(expected), "{said}");
    }
}

/// Every course is checked for what holds for all: its ends, its smoothness and its length.
#[track_caller]
fn checked_course(a: Position, b: Position, projection: Projection) -> Vec<Vec<Plane>> {
    let pieces = course(a, b, projection, 0.001);
    let half_map = projection.corner().x;
    for piece in &pieces {
        assert!(piece.len() >= 2);
        for pair in piece.windows(2) {
            assert!(distance(pair[0], pair[1]) < half_map, "a chord across the map from {a:?} to {b:?}");
        }
    }
    assert_near(distance(pieces[0][0], projection.plane_from_globe(a)), 0.0, 1e-9);
    let last = *pieces.last().expect("never empty").last().expect("never empty");
    assert_near(distance(last, projection.plane_from_globe(b)), 0.0, 1e-9);
    pieces
}

#[test]
fn ways_over_the_date_line_go_the_short_way() {
    let ways = [
        ("Honolulu–Majuro", at(-157.86, 21.31), at(171.38, 7.09)),
        ("Tokyo–Los Angeles", at(139.69, 35.69), at(-118.24, 34.05)),
        ("Anadyr–Nome", at(177.5, 64.73), at(-165.4, 64.5)),
        ("Suva–Apia", at(178.44, -18.14), at(-171.76, -13.83)),
    ];
    for projection in flat() {
        for (name, a, b) in ways {
            let pieces = checked_course(a, b, projection);
            assert_eq!(pieces.len(), 2, "{name}");
            let (end, start) = (pieces[0].last().expect("two points"), pieces[1][0]);
            assert_near(end.x, -start.x, 1e-12);
            assert_near(end.y, start.y, 1e-12);
            let crossing = projection.globe_from_plane(*end).expect("on the edge of the map");
            assert_near(crossing.lon.abs(), 180.0, 1e-9);
            let by_parts = distance_km(a, crossing) + distance_km(crossing, b);
            assert_near(by_parts, distance_km(a, b), 1e-6);
            let length: f64 =
                pieces.iter().flat_map(|piece| piece.windows(2)).map(|pair| distance(pair[0], pair[1])).sum();
            let on_the_globe = distance_km(a, b) / 6371.0088;
            assert!((0.5..2.6).contains(&(length / on_the_globe)), "{name} is {length} long");
        }
    }
}

#[test]
fn moscow_to_beijing_is_one_smooth_piece() {
    for projection in flat() {
        let (a, b) = (at(37.6173, 55.7558), at(116.4074, 39.9042));
        let pieces = checked_course(a, b, projection);
        assert_eq!(pieces.len(), 1);
        let finer = course(a, b, projection, 1e-6);
        let far = finer[0].iter().map(|&point| distance_to_line(point, &pieces[0])).fold(0.0, f64::max);
        assert!(far <= 0.001, "{far}");
        assert!(pieces[0].len() < finer[0].len());
    }
}

pub(crate) fn distance_to_line(point: Plane, line: &[Plane]) -> f64 {
    let to_chord = |pair: &[Plane]| {
        let (dx, dy) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
        let share = ((point.x - pair[0].x) * dx + (point.y - pair[0].y) * dy) / (dx * dx + dy * dy);
        let share = share.clamp(0.0, 1.0);
        distance(point, Plane { x: pair[0].x + share * dx, y: pair[0].y + share * dy })
    };
    line.windows(2).map(to_chord).fold(f64::INFINITY, f64::min)
}

#[test]
fn a_way_to_nowhere_is_a_point() {
    for projection in flat() {
        for (a, b) in [
            (at(37.0, 55.0), at(37.0, 55.0)),
            (at(180.0, 10.0), at(-180.0, 10.0)),
            (at(20.0, 90.0), at(-100.0, 90.0)),
        ] {
            let pieces = course(a, b, projection, 0.001);
            assert_eq!(pieces, [[projection.plane_from_globe(a)]]);
        }
    }
}

#[test]
fn antipodes_go_over_the_north_pole() {
    for projection in flat() {
        for (a, b) in [
            (at(30.0, 0.0), at(-150.0, 0.0)),
            (at(-3.7, 40.4), at(176.3, -40.4)),
            (at(0.0, 0.0), at(180.0, 0.0)),
        ] {
            let pieces = checked_course(a, b, projection);
            assert_eq!(pieces.len(), 2);
            let north = projection.corner().y;
            assert_near(pieces[0].last().expect("two points").y, north, 1e-12);
            assert_near(pieces[1][0].y, north, 1e-12);
        }
    }
}

#[test]
fn ways_from_on_and_over_the_poles_stay_on_their_meridians() {
    for projection in flat() {
        let from_the_pole = course(at(0.0, -90.0), at(100.0, 20.0), projection, 0.001);
        assert_eq!(from_the_pole.len(), 1);
        assert_eq!(from_the_pole[0][0], projection.plane_from_globe(at(100.0, -90.0)));
        let from_pole_to_pole = course(at(0.0, 90.0), at(50.0, -90.0), projection, 0.001);
        assert_eq!(from_pole_to_pole.len(), 1);
        let over_the_south_pole = checked_course(at(-60.0, -50.0), at(120.0, -20.0), projection);
        assert_near(over_the_south_pole[1][0].y, -projection.corner().y, 1e-12);
        checked_course(at(0.0, 80.0), at(179.9, 80.0), projection);
    }
}

#[test]
fn a_way_that_starts_or_ends_on_the_edge_stays_in_one_piece() {
    for projection in flat() {
        let edge = |lon: f64| projection.plane_from_globe(at(lon, 10.0)).x;
        let eastward = course(at(180.0, 10.0), at(-170.0, 0.0), projection, 0.001);
        assert_eq!(eastward.len(), 1);
        assert_near(eastward[0][0].x, edge(-180.0), 1e-9);
        let back = course(at(-170.0, 0.0), at(180.0, 10.0), projection, 0.001);
        assert_eq!(back.len(), 1);
        assert_near(back[0].last().expect("two points").x, edge(-180.0), 1e-9);
    }
}

// Land

#[test]
fn the_triangles_of_every_country_cover_its_area() {
    for (projection, detail) in
        Projection::ALL.into_iter().flat_map(|one| [(one, Detail::Fine), (one, Detail::Coarse)])
    {
        let borders = Borders::embedded();
        let land = Land::new(borders, chart(projection), detail);
        assert_eq!(land.areas.len(), borders.countries.len());
        for (area, country) in land.areas.iter().zip(&borders.countries) {
            assert_eq!(area.code, country.code);
            assert_eq!(area.triangles.len() % 3, 0);
            let rings = area.rings.iter().map(|ring| ring_area(&land.vertices[ring.vertices.clone()]));
            let polygons: f64 = rings.sum();
            let covered: f64 = triangles(&land, area).map(|corners| triangle_area(corners).abs()).sum();
            let lengths = area.rings.iter().map(|ring| ring_length(&land.vertices[ring.vertices.clone()]));
            // Corners are rounded to single precision, 2e-7 where x is 3.
            let tolerance = 1e-3 * polygons + 2e-7 * lengths.sum::<f64>();
            assert_near(covered, polygons, tolerance);
        }
    }
}

fn triangles<'a>(land: &'a Land, area: &LandArea) -> impl Iterator<Item = [[f32; 2]; 3]> + 'a {
    let corners = land.triangles[area.triangles.clone()].chunks_exact(3);
    corners.map(|three| std::array::from_fn(|i| land.vertices[three[i] as usize]))
}

fn triangle_area([a, b, c]: [[f32; 2]; 3]) -> f64 {
    ring_area(&[a, b, c])
}

fn ring_area(ring: &[[f32; 2]]) -> f64 {
    let origin = ring[0].map(f64::from);
    let point = |at: &[f32; 2]| [f64::from(at[0]) - origin[0], f64::from(at[1]) - origin[1]];
    let next = ring.iter().cycle().skip(1);
    ring.iter().map(point).zip(next.map(point)).map(|(a, b)| (a[0] * b[1] - b[0] * a[1]) / 2.0).sum()
}

fn ring_length(ring: &[[f32; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| f64::from((a[0] - b[0]).hypot(a[1] - b[1]))).sum()
}

#[test]
fn the_equal_area_land_is_a_quarter_and_more_of_the_globe() {
    let land = land(Projection::EqualEarth);
    let covered: f64 = land
        .areas
        .iter()
        .flat_map(|area| triangles(&land, area))
        .map(|corners| triangle_area(corners).abs())
        .sum();
    // 148.9 million km² of 510.1 million.
    assert_near(covered / (4.0 * std::f64::consts::PI), 0.292, 0.005);
}

#[test]
fn only_cuts_are_map_edges() {
    for projection in flat() {
        let land = land(projection);
        let mut with_edges = Vec::new();
        for area in &land.areas {
            let ends = area.rings.iter().flat_map(|ring| {
                let range = ring.vertices.clone();
                let next = range.clone().skip(1).chain([range.start]);
                range.zip(next)
            });
            if ends.clone().any(|(a, b)| land.is_map_edge(a, b)) {
                with_edges.push(area.code.to_string());
            }
            let across = ends
                .filter(|&(a, b)| !land.is_map_edge(a, b))
                .map(|(a, b)| (land.vertices[a][0] - land.vertices[b][0]).abs());
            assert!(across.fold(0.0, f32::max) < 0.05, "{}", area.code);
        }
        assert_eq!(with_edges, ["ATA", "FJI", "RUS"], "{projection:?}");
    }
}

#[test]
fn bounds_lie_around_rings_and_rings_on_the_map() {
    for projection in Projection::ALL {
        let land = land(projection);
        let corner = projection.corner();
        for area in &land.areas {
            for ring in &area.rings {
                for &[x, y] in &land.vertices[ring.vertices.clone()] {
                    let inside = |b: [f32; 4]| b[0] <= x && b[1] <= y && x <= b[2] && y <= b[3];
                    assert!(inside(ring.bounds) && inside(area.bounds));
                    assert!(f64::from(x).abs() < corner.x + 1e-4 && f64::from(y).abs() < corner.y + 1e-4);
                }
            }
        }
        let lands = Lands::in_motion(Borders::embedded(), chart(projection));
        assert_eq!(lands.contested.len(), Borders::embedded().contested.len());
    }
}

// View

#[test]
fn page_and_plane_are_inverse_and_north_is_up() {
    let view = View { centre: Plane { x: 0.3, y: -0.2 }, span: 2.0 };
    let page = PageFromPlane::new(view, PANE);
    assert_eq!(page.page_from_plane(view.centre), PANE.centre());
    assert_near(page.scale, 300.0, 1e-12);
    let north_east = page.page_from_plane(Plane { x: 0.4, y: 0.0 });
    assert!(north_east.x > PANE.centre().x && north_east.y < PANE.centre().y);
    let back = page.plane_from_page(north_east);
    assert_near(back.x, 0.4, 1e-6);
    assert_near(back.y, 0.0, 1e-6);
}

#[test]
fn a_fitting_view_shows_every_point_with_its_margin() {
    let points = [Plane { x: -1.0, y: 0.1 }, Plane { x: 0.7, y: 0.9 }, Plane { x: 0.2, y: -0.4 }];
    let margin = 40.0;
    for pane in [PANE, Rect { min: PANE.min, max: Point { x: 400.0, y: 900.0 } }] {
        let page = PageFromPlane::new(View::fitting(&points, pane, margin), pane);
        let shown = points.map(|point| page.page_from_plane(point));
        let tight = shown.iter().map(|at| {
            (at.x - pane.min.x).min(pane.max.x - at.x).min((at.y - pane.min.y).min(pane.max.y - at.y))
        });
        assert_near(f64::from(tight.fold(f32::INFINITY, f32::min)), f64::from(margin), 0.01);
    }
}

#[test]
fn a_fitting_view_of_one_place_keeps_its_surroundings_and_of_none_the_whole_map() {
    let place = Plane { x: 0.5, y: 0.5 };
    assert_eq!(View::fitting(&[place], PANE, 20.0), View { centre: place, span: 0.5 });
    let whole = View::fitting(&[], PANE, 20.0);
    assert_eq!(whole, View::whole(Projection::EqualEarth, PANE, 20.0));
    let page = PageFromPlane::new(whole, PANE);
    let corner = page.page_from_plane(Projection::EqualEarth.corner());
    assert_near(f64::from(corner.x), 1080.0, 0.01);
    let no_room = View::fitting(&[place], Rect::default(), 20.0);
    assert!(SPAN_RANGE.contains(&no_room.span));
}

#[test]
fn dragging_moves_the_map_with_the_pointer() {
    let view = View { centre: Plane { x: 0.3, y: -0.2 }, span: 2.0 };
    let held = PageFromPlane::new(view, PANE).plane_from_page(Point { x: 300.0, y: 300.0 });
    let dragged = view.panned(PANE, 50.0, -20.0);
    let now = PageFromPlane::new(dragged, PANE).page_from_plane(held);
    assert_near(f64::from(now.x), 350.0, 1e-3);
    assert_near(f64::from(now.y), 280.0, 1e-3);
    let far = view.panned(PANE, -1e9, 1e9);
    assert!(far.centre.x.abs() <= 3.15 && far.centre.y.abs() <= 3.15);
}

#[test]
fn magnifying_keeps_the_point_under_the_pointer() {
    let view = View { centre: Plane { x: 0.3, y: -0.2 }, span: 2.0 };
    let pointer = Point { x: 250.0, y: 500.0 };
    let under = PageFromPlane::new(view, PANE).plane_from_page(pointer);
    for factor in [0.5, 1.3, 100.0, 1e9] {
        let zoomed = view.zoomed(PANE, pointer, factor);
        assert!(SPAN_RANGE.contains(&zoomed.span));
        let now = PageFromPlane::new(zoomed, PANE).plane_from_page(pointer);
        assert_near(distance(now, under), 0.0, 1e-6);
    }
    assert_near(view.zoomed(PANE, pointer, 1e9).span, *SPAN_RANGE.start(), 0.0);
    assert_near(view.zoomed(PANE, pointer, 1e-9).span, *SPAN_RANGE.end(), 0.0);
}

#[test]
fn a_view_is_brought_back_onto_the_map_of_another_projection() {
    let lost = View { centre: Plane { x: 3.1, y: f64::NAN }, span: f64::NAN };
    let found = lost.within(Projection::EqualEarth);
    assert_near(found.centre.x, Projection::EqualEarth.corner().x, 0.0);
    assert_near(found.centre.y, 0.0, 0.0);
    assert!(SPAN_RANGE.contains(&found.span));
}

#[test]
fn courses_beyond_those_kept_are_still_right_and_most_stay_kept() {
    use std::sync::Arc;
    use summitry::globe::courses::{Courses, MOST};
    let courses = Courses::new(Chart::default());
    let ends = |number: usize| {
        let lon = number as f64 / (MOST as f64 * 1.2) * 300.0 - 150.0;
        (Position::new(lon, 10.0), Position::new(lon + 0.01, 10.0))
    };
    let walk = || (0..MOST + MOST / 10).map(|number| courses.course(ends(number).0, ends(number).1, 1.0));
    let (first, second): (Vec<_>, Vec<_>) = (walk().collect(), walk().collect());
    assert_eq!(courses.kept(), MOST);
    assert_eq!(first, second, "what is kept changes no answer");
    let same = first.iter().zip(&second).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
    assert!(same > MOST / 2, "{same} of {} were kept: no cliff", first.len());
}
