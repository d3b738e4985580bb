//! Charts: the globe turned, and land and lines cut where the map ends, for any centre.

use std::collections::BTreeMap;
use summitry::globe::borders::Borders;
use summitry::globe::chart::{Chart, Outlook};
use summitry::globe::cut::Loop;
use summitry::globe::direction::{Turn, angle, direction, position};
use summitry::globe::great_circle::{distance_km, midway};
use summitry::globe::land::Land;
use summitry::globe::pieces::pieces;
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::sewing::sewn;
use summitry::globe::thinning::Detail;
use summitry::headless::choice;
use summitry::meeting::Position;
use summitry::words::message::Message;
use summitry::words::say;

use crate::globe::distance_to_line;

fn at(lon: f64, lat: f64) -> Position {
    Position::new(lon, lat)
}

fn distance(a: Plane, b: Plane) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// `count` positions spread evenly over the globe (a Fibonacci lattice).
fn lattice(count: u32) -> impl Iterator<Item = Position> {
    (0..count).map(move |i| {
        let z = 1.0 - (2.0 * f64::from(i) + 1.0) / f64::from(count);
        let lon = (f64::from(i) * 137.507_764_05).rem_euclid(360.0) - 180.0;
        at(lon, z.asin().to_degrees())
    })
}

/// Seventy-two centres: every 5° of longitude, at latitudes from pole to pole.
fn centres() -> impl Iterator<Item = Position> {
    (0..72).map(|i| at(f64::from(i) * 5.0 - 180.0, f64::from((i * 7) % 37) * 5.0 - 90.0))
}

#[test]
fn a_turn_brings_its_centre_to_the_middle_and_leaves_north_up() {
    for centre in centres() {
        let turn = Turn::to(centre);
        assert!(angle(turn.turned(direction(centre)), [1.0, 0.0, 0.0]) < 1e-12);
        assert!(turn.turned([0.0, 0.0, 1.0])[1].abs() < 1e-12, "the pole lies straight above or below");
        for place in lattice(50) {
            let back = position(turn.back(turn.turned(direction(place))));
            assert!(distance_km(back, place) < 1e-6);
        }
    }
}

#[test]
fn turned_maps_agree_with_proj() {
    let mut points = BTreeMap::new();
    for line in include_str!("expected/projections_turned.csv").lines().skip(1) {
        let (word, numbers) = line.split_once(',').expect("seven columns");
        let projection = choice::projection(word).expect("a word of the command line");
        let numbers: Vec<f64> = numbers.split(',').map(|number| number.parse().expect("a number")).collect();
        let chart = Chart::new(projection, at(numbers[0], numbers[1]));
        let expected = Plane { x: numbers[4], y: numbers[5] };
        let found = chart.plane_from_globe(at(numbers[2], numbers[3])).expect("on the visible side");
        assert!(distance(found, expected) <= 1e-6, "{line}: {found:?}");
        *points.entry(projection).or_insert(0) += 1;
    }
    assert!(points.keys().eq(&Projection::ALL) && points.values().all(|&count| count >= 290), "{points:?}");
}

#[test]
fn every_chart_finds_its_way_back() {
    for (projection, centre) in Projection::ALL.into_iter().flat_map(|one| centres().map(move |at| (one, at)))
    {
        let chart = Chart::new(projection, centre);
        let limit = projection.latitude_limit();
        let mut seen = 0;
        for place in lattice(200).filter(|place| place.lat.abs() < limit) {
            let Some(plane) = chart.plane_from_globe(place) else { continue };
            let back = chart.globe_from_plane(plane).expect("on the map");
            assert!(distance_km(back, place) < 1e-3, "{chart:?}: {place:?} came back as {back:?}");
            seen += 1;
        }
        assert!(if projection == Projection::Orthographic { (95..=105).contains(&seen) } else { seen > 195 });
    }
}

#[test]
fn the_far_side_of_the_globe_is_not_seen() {
    let chart = Chart::new(Projection::Orthographic, at(37.6, 55.8));
    assert!(
        chart
            .plane_from_globe(at(37.6, 55.8))
            .is_some_and(|middle| distance(middle, Plane::default()) < 1e-12)
    );
    assert!(chart.plane_from_globe(at(37.6, -34.3)).is_none());
    assert!(chart.plane_from_globe(at(-142.4, -55.8)).is_none());
    let beyond = chart.course(at(-100.0, -40.0), at(-140.0, -70.0), 1e-3);
    assert!(beyond.is_empty(), "a way on the far side is not drawn");
    let over_the_rim = chart.course(at(37.6, 55.8), at(-142.4, -30.0), 1e-3);
    assert_eq!(over_the_rim.len(), 1);
    let end = over_the_rim[0].last().expect("a line");
    assert!((end.x.hypot(end.y) - 1.0).abs() < 1e-9, "it ends on the rim");
}

#[test]
fn distances_from_the_centre_of_the_equidistant_map_are_true() {
    let moscow = at(37.6173, 55.7558);
    let chart = Chart::new(Projection::AzimuthalEquidistant, moscow);
    for place in lattice(300) {
        let Some(plane) = chart.plane_from_globe(place) else { continue };
        assert!((plane.x.hypot(plane.y) * 6371.0088 - distance_km(moscow, place)).abs() < 1e-6);
    }
}

/// The check of the issue: for 72 centres in every projection no ring and no line jumps, and what is land on
/// the globe, and nothing else, is land on the map.
#[test]
fn land_stays_right_while_the_world_turns() {
    let borders = Borders::embedded();
    let places: Vec<(Position, bool)> =
        lattice(400).map(|place| (place, borders.country_at(place).is_some())).collect();
    for projection in Projection::ALL {
        let mut wrong = 0;
        for centre in centres() {
            let chart = Chart::new(projection, centre);
            let land = Land::new(borders, chart, Detail::Coarse);
            assert!(longest_border(&land) < longest_edge(projection), "{chart:?}: {}", longest_border(&land));
            for (place, is_land) in &places {
                let Some(plane) = chart.plane_from_globe(*place) else { continue };
                wrong += usize::from(covers(&land, plane) != *is_land);
            }
            let covered = triangles(&land) / rings(&land);
            assert!((0.999..1.001).contains(&covered), "{chart:?}: {covered}");
        }
        // Coarse coasts run a few kilometres beside the fine ones: 72 times 400 places, 4 in 1,000 of them by
        // the water.
        assert!(wrong < 120, "{projection:?}: {wrong} places changed between land and sea");
    }
}

/// Plane units that a coarse edge, of a degree or less, may become; a smear is several units long.
fn longest_edge(projection: Projection) -> f32 {
    match projection {
        Projection::EqualEarth
        | Projection::NaturalEarth
        | Projection::Robinson
        | Projection::WinkelTripel
        | Projection::PlateCarree
        | Projection::Orthographic => 0.04,
        // A degree at 84° north is ten times as long as on the equator.
        Projection::Mercator => 0.25,
        // A right angle from the middle edges are half as long again at most; beyond, they are halved until
        // they are short.
        Projection::AzimuthalEquidistant => 0.06,
    }
}

fn longest_border(land: &Land) -> f32 {
    let rings = land.areas.iter().flat_map(|area| &area.rings);
    let edges = rings.flat_map(|ring| {
        let next = ring.vertices.clone().skip(1).chain([ring.vertices.start]);
        ring.vertices.clone().zip(next)
    });
    let borders = edges.filter(|&(a, b)| !land.is_map_edge(a, b));
    let length = |(a, b): (usize, usize)| {
        let (a, b) = (land.vertices[a], land.vertices[b]);
        (a[0] - b[0]).hypot(a[1] - b[1])
    };
    borders.map(length).fold(0.0, f32::max)
}

/// Whether a plane point lies in a country, by the even–odd rule.
fn covers(land: &Land, at: Plane) -> bool {
    let (x, y) = (at.x as f32, at.y as f32);
    let around = |b: [f32; 4]| b[0] <= x && x <= b[2] && b[1] <= y && y <= b[3];
    let is_in = |area: &summitry::globe::land::LandArea| {
        let rings = area.rings.iter().filter(|ring| around(ring.bounds));
        let crossings = rings.flat_map(|ring| {
            let corners = &land.vertices[ring.vertices.clone()];
            corners.iter().zip(corners.iter().cycle().skip(1))
        });
        let crossed = crossings.filter(|(a, b)| {
            (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
        });
        crossed.count() % 2 == 1
    };
    land.areas.iter().filter(|area| around(area.bounds)).any(is_in)
}

fn triangles(land: &Land) -> f64 {
    let corner = |number: &u32| land.vertices[*number as usize].map(f64::from);
    let area = |three: &[u32]| {
        let [a, b, c] = [corner(&three[0]), corner(&three[1]), corner(&three[2])];
        ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
    };
    land.triangles.chunks_exact(3).map(area).sum()
}

fn rings(land: &Land) -> f64 {
    let rings = land.areas.iter().flat_map(|area| &area.rings);
    rings
        .map(|ring| {
            let points = land.vertices[ring.vertices.clone()].iter();
            let points = points.map(|at| Plane { x: f64::from(at[0]), y: f64::from(at[1]) }).collect();
            Loop { points, on_edge: Vec::new() }.area()
        })
        .sum()
}

#[test]
fn equal_areas_stay_equal_for_every_meridian() {
    let area = |lon: f64| {
        let chart = Chart::new(Projection::EqualEarth, at(lon, 0.0));
        triangles(&Land::new(Borders::embedded(), chart, Detail::Coarse))
    };
    let expected = area(0.0);
    for lon in [-175.0, -100.0, -33.0, 12.5, 70.0, 111.0, 150.0, 180.0] {
        assert!((area(lon) / expected - 1.0).abs() < 1e-4, "{lon}");
    }
}

#[test]
fn lines_do_not_jump_while_the_world_turns() {
    let ways = [
        (at(37.6, 55.8), at(71.4, 51.2)),
        (at(139.7, 35.7), at(-118.2, 34.1)),
        (at(-157.9, 21.3), at(171.4, 7.1)),
        (at(178.4, -18.1), at(-171.8, -13.8)),
        (at(-58.4, -34.6), at(116.4, 39.9)),
        (at(30.0, 0.0), at(-150.0, 0.0)),
        (at(-3.7, 40.4), at(176.3, -40.4)),
    ];
    let tolerance = 0.002;
    for (projection, centre) in Projection::ALL.into_iter().flat_map(|one| centres().map(move |at| (one, at)))
    {
        let chart = Chart::new(projection, centre);
        for (a, b) in ways {
            let pieces = chart.course(a, b, tolerance);
            assert!(pieces.len() <= 3, "{chart:?} {a:?} {b:?}: {} pieces", pieces.len());
            let points: usize = pieces.iter().map(Vec::len).sum();
            assert!(points < 4_000);
            for pair in pieces.iter().flat_map(|piece| piece.windows(2)) {
                let step = distance(pair[0], pair[1]);
                let middle =
                    Plane { x: f64::midpoint(pair[0].x, pair[1].x), y: f64::midpoint(pair[0].y, pair[1].y) };
                let follows = || {
                    let finer = chart.course(a, b, tolerance / 50.0);
                    finer
                        .iter()
                        .any(|line| line.len() > 1 && distance_to_line(middle, line) < 2.0 * tolerance)
                };
                assert!(step < 0.05 || follows(), "{chart:?} {a:?} {b:?}: a chord of {step}");
            }
            for (end, place) in [
                (pieces.first().and_then(|piece| piece.first()), a),
                (pieces.last().and_then(|piece| piece.last()), b),
            ] {
                if let (Some(end), Some(plane)) = (end, chart.plane_from_globe(place)) {
                    let on_the_cut = distance(*end, Plane { x: -plane.x, ..plane }) < 1e-6;
                    assert!(distance(*end, plane) < 1e-6 || on_the_cut, "{chart:?} {a:?} {b:?}");
                }
            }
        }
    }
}

#[test]
fn sewn_land_has_neither_the_cut_nor_the_end_of_the_table() {
    let pieces = pieces(include_str!("../assets/borders50.geojson")).expect("the embedded base map");
    for piece in &pieces {
        for ring in sewn(std::iter::once(&piece.land)) {
            let on_cut = |at: &Position| at.lon.abs() >= 180.0 || at.lat <= -89.99;
            let along_the_cut =
                ring.iter().zip(ring.iter().cycle().skip(1)).filter(|(a, b)| on_cut(a) && on_cut(b));
            assert_eq!(along_the_cut.count(), 0, "{}", piece.area);
        }
    }
    let shape = |area: &str| {
        let found = pieces.iter().find(|piece| piece.area == area).expect("a country");
        let parts: usize = found.land.iter().map(|polygon| 1 + polygon.interiors().len()).sum();
        (parts, sewn(std::iter::once(&found.land)).len())
    };
    // Chukotka and Wrangel Island, three islands of Fiji: each lies on both sides of the cut.
    let (parts, rings) = shape("RUS");
    assert_eq!(parts - rings, 2);
    let (parts, rings) = shape("FJI");
    assert_eq!(parts - rings, 3);
}

#[test]
fn outlooks_are_words_of_the_command_line() {
    for outlook in Outlook::ALL {
        assert_eq!(choice::centre(&outlook.name().to_lowercase()), Ok(outlook.centre()));
    }
    let astana = choice::centre("Astana").expect("a city");
    assert!(distance_km(astana, at(71.45, 51.18)) < 30.0);
    assert_eq!(choice::centre("71.4,51.2"), Ok(at(71.4, 51.2)));
    assert_eq!(choice::centre("-150"), Ok(at(-150.0, 0.0)));
    assert!(choice::centre("200,10").is_err_and(|why| why.contains("-180 and 180")));
    assert!(choice::centre("Tripoli").is_err_and(|why| why.contains("Tripoli, Libya or ")), "both are named");
    assert_eq!(choice::projection("globe"), Ok(Projection::Orthographic));
    assert!(choice::projection("earth").is_err(), "two projections are called so");
    assert!(choice::centre("Nowhere at all").is_err_and(|why| why.contains("pacific")));
}

#[test]
fn a_chart_says_what_a_reader_must_know_to_measure_on_it() {
    let words = |projection, lon, lat| say(Message::Chart(&Chart::new(projection, at(lon, lat))));
    assert_eq!(words(Projection::EqualEarth, 0.0, 20.0), "Equal Earth projection");
    assert_eq!(words(Projection::Robinson, 150.0, 0.0), "Robinson projection, centred on 150° E");
    assert_eq!(words(Projection::Robinson, -180.0, 0.0), "Robinson projection, centred on 180°");
    assert_eq!(
        words(Projection::AzimuthalEquidistant, 37.6173, 55.7558),
        "Azimuthal equidistant projection; distances from 55.8° N 37.6° E are true"
    );
    assert_eq!(
        words(Projection::Orthographic, -58.4, -34.6),
        "Orthographic globe centred on 34.6° S 58.4° W"
    );
}

#[test]
fn a_place_follows_the_hand_that_turns_the_globe() {
    for projection in Projection::ALL {
        let mut followed = 0;
        for (centre, place) in centres().zip(lattice(72)) {
            let chart = Chart::new(projection, centre);
            let Some(plane) = chart.plane_from_globe(place) else { continue };
            let there = Plane { x: 0.9 * plane.x + 0.02, y: plane.y * 0.9 };
            let Some(turned) = chart.centre_with(place, there) else { continue };
            let after = Chart::new(projection, turned).plane_from_globe(place).expect("in sight");
            let gap = distance(after, there);
            if projection.rim().is_some() {
                assert!(gap < 0.02, "{chart:?}: {place:?} is {gap} from the hand");
            } else if projection != Projection::WinkelTripel {
                // Winkel Tripel's parallels are curved; on all others a place keeps its height.
                assert!((after.y - plane.y).abs() < 1e-9, "a flat map turns about its axis only");
            }
            followed += 1;
        }
        assert!(followed > 20, "{projection:?}: {followed}");
    }
    let globe = Chart::new(Projection::Orthographic, at(0.0, 0.0));
    assert_eq!(
        globe.centre_with(at(0.0, 0.0), Plane { x: 1.2, y: 0.0 }),
        None,
        "the hand is beside the globe"
    );
}

#[test]
fn distances_are_told_with_the_way_one_sets_out() {
    let (moscow, astana) = (at(37.6173, 55.7558), at(71.4491, 51.1694));
    assert_eq!(say(Message::Distance(moscow, astana)), "about 2,280 km, towards 89° (east)");
    assert_eq!(say(Message::Distance(at(0.0, 0.0), at(0.0, 90.0))), "about 10,000 km, towards 0° (north)");
    assert_eq!(say(Message::Distance(at(0.0, 0.0), at(-0.001, 0.0))), "less than 1 km, towards 270° (west)");
    let middle = midway(moscow, astana);
    assert!((distance_km(moscow, middle) - distance_km(middle, astana)).abs() < 1e-6);
}
