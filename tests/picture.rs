//! The picture: what is drawn for which meetings, where names and furniture stand, and what lies under the
//! pointer.

use crate::expected::{expect_text, with_land_in_brief};
use std::sync::LazyLock;
use summitry::drawing::{Bundling, CountryFill, Course, Drawing, LineWidths};
use summitry::export::svg::svg;
use summitry::globe::borders::Borders;
use summitry::globe::chart::Chart;
use summitry::globe::land::Lands;
use summitry::globe::projection::Projection;
use summitry::globe::view::{Point, Rect};
use summitry::headless::choice;
use summitry::import::{self, Import};
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::identity::{CityId, PlaceId};
use summitry::meeting::table::Meetings;
use summitry::picture::compose::compose;
use summitry::picture::layers::specks;
use summitry::picture::layout::Layout;
use summitry::picture::look::Look;
use summitry::picture::pick::pick;
use summitry::picture::scene::Scene;
use summitry::picture::text::width;
use summitry::picture::{Anchor, Dash, Mark, Picture, Shape};
use summitry::query::question::baseline::Baseline;
use summitry::query::question::filter::{Area, Filter};
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines};
use summitry::query::shown::Shown;
use summitry::query::tie::TieKey;
use summitry::query::tie::Ties;
use summitry::state::{Framing, State, Target, Theme};

static EMBEDDED: LazyLock<Import> = LazyLock::new(import::embedded);

/// The picture of a state on a page of 1200×800 points.
fn picture(state: &State) -> Picture {
    picture_of(&EMBEDDED.meetings, state, None, [1200.0, 800.0])
}

fn picture_of(meetings: &Meetings, state: &State, pointed: Option<&Target>, size: [f32; 2]) -> Picture {
    let borders = Borders::embedded();
    let shown = Shown::new(meetings, &state.question());
    let lands = Lands::for_files(borders, state.chart(&shown.ties));
    compose(&Scene { meetings, shown: &shown, borders, lands: &lands, state, pointed, size })
}

/// The picture without its land, whose thousands of corners nobody reads in a difference.
fn without_land(mut picture: Picture) -> Picture {
    picture.marks.retain(|mark| !matches!(mark.shape, Shape::Land { .. }));
    picture
}

/// The name of a place.
fn called(place: PlaceId) -> String {
    Ties::default().name_of(place)
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn with_countries(countries: &[&str]) -> State {
    let countries = countries.iter().map(|letters| code(letters)).collect();
    State { filter: Filter { countries, ..Filter::default() }, ..State::default() }
}

fn astana() -> Target {
    Target::Place(PlaceId::City(CityId(1_526_273)))
}

/// The rectangles of all texts, with their words.
fn texts(picture: &Picture) -> Vec<(Rect, String)> {
    let texts = picture.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { at, anchor, text, size, weight, .. } => {
            let wide = width(text, *size, *weight);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - wide / 2.0,
                Anchor::End => at.x - wide,
            };
            let min = Point { x: left, y: at.y - size * 0.72 };
            Some((Rect { min, max: Point { x: left + wide, y: at.y } }, text.clone()))
        }
        _ => None,
    });
    texts.collect()
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
}

/// The dashes of the lines that a country's journeys are drawn with.
fn dashes(picture: &Picture, from: &str) -> Vec<Dash> {
    let lines = picture.marks.iter().filter_map(|mark| match (&mark.target, &mark.shape) {
        (Some(Target::Tie(key)), Shape::Line { dash, .. }) if key.from() == code(from) => Some(*dash),
        _ => None,
    });
    lines.collect()
}

#[test]
fn pictures_are_as_expected() {
    let selected = State { selection: Some(astana()), ..State::default() };
    let africa = [summitry::gazetteer::region::Region::Africa].into();
    let africa = State { filter: Filter { regions: africa, ..Filter::default() }, ..State::default() };
    let day = "2024-07-03".parse().ok();
    let held_in = [Area::Country(code("KAZ"))].into();
    let filter = Filter { from: day, to: day, held_in, ..Filter::default() };
    let third_of_july = State { filter, reading: Reading::Stars, ..State::default() };
    let folded = Rule { sidelines: Sidelines::Folded, ..Rule::default() };
    let period =
        |from: &str, to: &str| Filter { from: from.parse().ok(), to: to.parse().ok(), ..Filter::default() };
    let compare =
        Some(Baseline { before: period("2024-05-01", "2024-06-30"), per_month: false, follows: None });
    let july = State { filter: period("2024-07-01", "2024-07-31"), compare, ..State::default() };
    let drawing = Drawing {
        course: Course::GentleArc,
        several: Bundling::Fanned,
        widths: LineWidths::OfThisMap,
        colour: GroupBy::Region,
        fill: CountryFill::Count,
    };
    let dark = State { theme: Theme::Dark, projection: Projection::Mercator, ..with_countries(&["HUN"]) };
    for (name, state) in [
        ("all", State::default()),
        ("astana", selected),
        ("astana_on_3_july", third_of_july),
        ("africa", africa),
        ("hungary_dark_mercator", dark),
        ("relations", State { reading: Reading::Relations, ..State::default() }),
        ("stars", State { reading: Reading::Stars, ..State::default() }),
        ("july_against_may_and_june", july),
        ("stars_folded", State { reading: Reading::Stars, rule: folded, ..State::default() }),
        ("by_region_and_count", State { drawing, ..State::default() }),
    ] {
        expect_text(&format!("picture_{name}.svg"), &svg(&without_land(picture(&state))));
    }
}

/// The world, the Pacific in the middle, and Astana in the middle, with land: coarse, on a small page, so
/// that a difference can be read.
#[test]
fn every_projection_is_as_expected_for_three_middles() {
    let borders = Borders::embedded();
    let middles = [("world", None), ("pacific", Some("pacific")), ("astana", Some("Astana"))];
    for (projection, (name, middle)) in
        Projection::ALL.into_iter().flat_map(|one| middles.map(|middle| (one, middle)))
    {
        let mut state = State { projection, centre: Some(Position::new(0.0, 0.0)), ..State::default() };
        if let Some(middle) = middle {
            state.turn_to(choice::centre(middle).expect("a place"));
        }
        let size = [560.0, 380.0];
        let shown = Shown::new(&EMBEDDED.meetings, &state.question());
        let lands = Lands::in_motion(borders, state.chart(&shown.ties));
        let scene = |state| Scene {
            meetings: &EMBEDDED.meetings,
            shown: &shown,
            borders,
            lands: &lands,
            state,
            pointed: None,
            size,
        };
        let view = Layout::of(&scene(&state)).world(projection);
        let state = State { framing: Framing::Chosen(view), ..state.clone() };
        let word = projection.name().to_lowercase().replace(' ', "_").replace('é', "e");
        let text = with_land_in_brief(&svg(&compose(&scene(&state))));
        expect_text(&format!("projection_{word}_{name}.svg"), &text);
    }
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    assert_eq!(svg(&picture(&State::default())), svg(&picture(&State::default())));
}

#[test]
fn no_name_lies_over_another_name_the_legend_or_the_credits() {
    for projection in Projection::ALL {
        for size in [[1200.0, 800.0], [1920.0, 1080.0], [800.0, 600.0]] {
            let state = State { projection, ..State::default() };
            let picture = picture_of(&EMBEDDED.meetings, &state, None, size);
            let texts = texts(&picture);
            for (i, (a, first)) in texts.iter().enumerate() {
                for (b, second) in &texts[i + 1..] {
                    assert!(!overlap(*a, *b), "{projection:?} {size:?}: {first} and {second}");
                }
            }
        }
    }
}

#[test]
fn every_text_stays_on_the_page() {
    for size in [[1200.0, 800.0], [640.0, 480.0], [360.0, 640.0]] {
        for (rect, text) in texts(&picture_of(&EMBEDDED.meetings, &State::default(), None, size)) {
            let on_page =
                rect.min.x >= 0.0 && rect.max.x <= size[0] && rect.min.y >= 0.0 && rect.max.y <= size[1];
            assert!(on_page, "{size:?}: {text} at {rect:?}");
        }
    }
}

#[test]
fn every_venue_and_capital_is_seen_and_none_lies_under_the_legend() {
    for projection in Projection::ALL {
        let picture = picture(&State { projection, ..State::default() });
        let panels: Vec<Rect> = picture
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                Shape::Panel { rect, .. } if rect.min != Point::default() => Some(*rect),
                _ => None,
            })
            .collect();
        let discs = picture.marks.iter().filter_map(|mark| match (&mark.target, &mark.shape) {
            // Rings at small states are a part of the base map.
            (Some(Target::Country(_)), Shape::Disc { radius, .. }) if *radius == specks::RADIUS => None,
            (Some(Target::Place(_) | Target::Country(_)), Shape::Disc { centre, .. }) => Some(*centre),
            _ => None,
        });
        for centre in discs {
            assert!(picture.pane.contains(centre), "{projection:?}: {centre:?}");
            assert!(!panels.iter().any(|panel| panel.contains(centre)), "{projection:?}: {centre:?}");
        }
    }
}

#[test]
fn a_host_at_home_has_a_ring_and_no_line() {
    let picture = picture(&with_countries(&["VNM"]));
    assert!(dashes(&picture, "VNM").is_empty());
    let ring = Look::of(Theme::Light).venue;
    let rings = picture.marks.iter().filter(|mark| {
        matches!(&mark.shape, Shape::Disc { stroke, .. } if stroke.colour == ring)
            && matches!(&mark.target, Some(Target::Place(key)) if called(*key) == "Hanoi")
    });
    assert_eq!(rings.count(), 1);
}

#[test]
fn planned_is_dashed_invited_dotted_and_held_solid() {
    let all = picture(&State::default());
    assert_eq!(dashes(&all, "ETH"), [Dash::Dashed]);
    assert_eq!(dashes(&all, "CUB"), [Dash::Solid]);
    let mut of_russia = dashes(&all, "RUS");
    of_russia.sort_unstable();
    of_russia.dedup();
    assert_eq!(of_russia, [Dash::Solid, Dash::Dotted]);
}

#[test]
fn a_summit_is_a_star_with_one_spoke_a_guest_state() {
    let summit = State {
        selection: Some(Target::Meeting(MeetingId::new("sco-summit-astana-2024-07"))),
        ..State::default()
    };
    let spokes = picture(&summit)
        .marks
        .into_iter()
        .filter(|mark| {
            let to_astana =
                matches!(&mark.target, Some(Target::Tie(TieKey::Journey(key))) if called(key.to) == "Astana");
            to_astana && matches!(&mark.shape, Shape::Line { colour, .. } if colour.a == 255)
        })
        .count();
    // Sixteen participants from sixteen states, one of them the host.
    assert_eq!(spokes, 15);
}

#[test]
fn the_sentence_says_what_is_selected_and_how_much_of_the_whole_it_is() {
    let sentence_with = |selection: Target| {
        let state = State { selection: Some(selection), ..State::default() };
        let picture = picture_of(&EMBEDDED.meetings, &state, None, [1600.0, 1000.0]);
        let texts = texts(&picture).into_iter().map(|(_, text)| text);
        texts.into_iter().find(|text| text.contains("of 25 meetings")).expect("the sentence is there")
    };
    let journey = picture(&State::default()).marks.into_iter().find_map(|mark| match mark.target {
        Some(Target::Tie(TieKey::Journey(key))) if key.from == code("HUN") && called(key.to) == "Kyiv" => {
            Some(Target::Tie(TieKey::Journey(key)))
        }
        _ => None,
    });
    for (target, begins) in [
        (Target::Country(code("CHN")), "Selected: China, 4 meetings · 25 of 25 meetings"),
        (astana(), "Selected: Astana, 8 meetings · 25 of 25 meetings"),
        (journey.expect("there is one"), "Selected: Hungary → Kyiv, 1 meeting · 25 of 25 meetings"),
        (Target::Meeting(MeetingId::new("sco-summit-astana-2024-07")), "Selected: "),
    ] {
        let sentence = sentence_with(target);
        assert!(sentence.starts_with(begins), "{sentence}");
    }
    let summit = sentence_with(Target::Meeting(MeetingId::new("sco-summit-astana-2024-07")));
    assert!(summit.contains("3–4 July 2024 · 25 of 25 meetings"), "{summit}");
    // What is not there is not told of.
    assert!(sentence_with(Target::Meeting(MeetingId::new("no such meeting"))).starts_with("25 of 25"));
}

#[test]
fn a_length_stands_beside_its_line_and_never_across_it() {
    let mut told = 0;
    for mark in picture(&State::default()).marks {
        let Some(target @ Target::Tie(_)) = mark.target else { continue };
        let selected = picture(&State { selection: Some(target.clone()), ..State::default() });
        let lengths = texts(&selected).into_iter().filter(|(_, text)| text.ends_with(" km"));
        let lines = selected.marks.iter().filter(|mark| mark.target.as_ref() == Some(&target));
        let lines: Vec<&Vec<Point>> = lines
            .filter_map(|mark| match &mark.shape {
                Shape::Line { points, .. } => Some(points),
                _ => None,
            })
            .collect();
        for (rect, text) in lengths {
            told += 1;
            let crosses = |at: &Point| {
                (rect.min.x..rect.max.x).contains(&at.x) && (rect.min.y..rect.max.y).contains(&at.y)
            };
            let near = lines.iter().flat_map(|points| points.windows(2)).flat_map(|pair| {
                (0..=20).map(|step| {
                    let share = step as f32 / 20.0;
                    let between = |a: f32, b: f32| a + share * (b - a);
                    Point { x: between(pair[0].x, pair[1].x), y: between(pair[0].y, pair[1].y) }
                })
            });
            assert!(!near.into_iter().any(|at| crosses(&at)), "{text}");
        }
    }
    assert!(told > 10, "{told} lengths");
}

#[test]
fn pointing_at_a_line_dims_every_other_one() {
    let all = picture(&State::default());
    let target = all.marks.iter().find_map(|mark| match &mark.target {
        Some(target @ Target::Tie(key)) if key.from() == code("CUB") => Some(target.clone()),
        _ => None,
    });
    let pointed = picture_of(&EMBEDDED.meetings, &State::default(), target.as_ref(), [1200.0, 800.0]);
    let bright = pointed.marks.iter().filter_map(|mark| match (&mark.target, &mark.shape) {
        (Some(Target::Tie(key)), Shape::Line { colour, .. }) if colour.a == 255 => Some(key.from()),
        _ => None,
    });
    assert_eq!(bright.collect::<Vec<_>>(), [code("CUB")]);
}

#[test]
fn names_stay_where_they_are_whatever_is_lit() {
    let sorted = |picture: &Picture| {
        let mut words: Vec<String> =
            texts(picture).iter().map(|(rect, text)| format!("{text} {rect:?}")).collect();
        words.sort();
        words
    };
    let rest = sorted(&picture(&State::default()));
    for target in [astana(), Target::Country(code("RUS")), Target::Country(code("BRA"))] {
        let lit = sorted(&picture_of(&EMBEDDED.meetings, &State::default(), Some(&target), [1200.0, 800.0]));
        let moved = lit.iter().find(|words| !rest.contains(words));
        assert_eq!(moved, None, "{target:?}");
        assert_eq!(lit.len(), rest.len(), "{target:?}");
    }
}

#[test]
fn a_long_list_on_the_map_is_cut_and_says_how_many_more() {
    let header = "id,date,country,city,leader,leader_country".to_owned();
    let rows = (1..=28).map(|day| format!("m{day},2024-02-{day:02},KAZ,Astana,Xi Jinping,CHN"));
    let table = [header].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
    let mut import = Import::default();
    import::bytes(
        "table.csv",
        table.as_bytes().to_vec(),
        &summitry::import::instructions::Instructions::default(),
        &mut import,
    );
    let state = State { selection: Some(astana()), ..State::default() };
    let picture = picture_of(&import.meetings, &state, None, [800.0, 500.0]);
    assert!(texts(&picture).iter().any(|(_, text)| text == "and 16 more, in the panel"));
    let panels = picture.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Panel { rect, .. } => Some(*rect),
        _ => None,
    });
    assert!(panels.into_iter().all(|rect| rect.max.y <= 500.0));
}

/// Whether a mark lies within reach of a point: its edge, or what is inside it.
fn covers(mark: &Mark, at: Point) -> bool {
    const REACH: f32 = 3.5;
    let within = |points: &[Point], more: f32| {
        let side = |least: fn(f32, f32) -> f32, of: fn(&Point) -> f32| points.iter().map(of).reduce(least);
        let x = side(f32::min, |p| p.x).zip(side(f32::max, |p| p.x));
        let y = side(f32::min, |p| p.y).zip(side(f32::max, |p| p.y));
        let is_in = |range: Option<(f32, f32)>, at: f32| {
            range.is_some_and(|(least, most)| (least - REACH - more..=most + REACH + more).contains(&at))
        };
        is_in(x, at.x) && is_in(y, at.y)
    };
    match &mark.shape {
        Shape::Disc { centre, radius, .. } => centre.distance_to(at) <= radius + REACH,
        Shape::Polygon { points, .. } => within(points, 0.0),
        Shape::Panel { rect, .. } => rect.contains(at),
        Shape::Text { at: base, text, size, weight, .. } => {
            (at.x - base.x).abs() <= width(text, *size, *weight) && (at.y - base.y).abs() <= *size
        }
        Shape::Line { .. } | Shape::Hatch { .. } | Shape::Land { .. } => false,
    }
}

#[test]
fn what_is_drawn_is_what_is_picked() {
    for state in [State::default(), State { reading: Reading::Stars, ..State::default() }] {
        let picture = picture(&state);
        let mut found = 0;
        for (number, mark) in picture.marks.iter().enumerate() {
            let Some(target) = &mark.target else { continue };
            let at = match &mark.shape {
                Shape::Disc { centre, .. } => *centre,
                Shape::Polygon { points, .. } => {
                    let sum = points.iter().fold([0.0; 2], |sum, at| [sum[0] + at.x, sum[1] + at.y]);
                    Point { x: sum[0] / points.len() as f32, y: sum[1] / points.len() as f32 }
                }
                Shape::Panel { .. }
                | Shape::Text { .. }
                | Shape::Line { .. }
                | Shape::Hatch { .. }
                | Shape::Land { .. } => {
                    continue;
                }
            };
            let hit = pick(&picture, Borders::embedded(), &Chart::default(), at);
            // Only what is drawn later may lie over it.
            let above =
                picture.marks[number..].iter().rev().find(|mark| mark.target.is_some() && covers(mark, at));
            let expected = above.and_then(|mark| mark.target.as_ref());
            // A line lies over the ring of a small state.
            let is_line = |mark: &&Mark| matches!(mark.shape, Shape::Line { .. });
            let is_ring = matches!(target, Target::Country(_));
            if is_ring && picture.marks[number..].iter().filter(is_line).any(|mark| mark.target == hit) {
                continue;
            }
            if expected == Some(target) {
                found += 1;
                assert_eq!(hit.as_ref(), expected, "{at:?}");
            } else {
                let later = &picture.marks[number..];
                assert!(
                    later.iter().any(|mark| mark.target == hit && covers(mark, at)),
                    "{target:?}: {hit:?}"
                );
            }
        }
        assert!(found >= 30, "{found} marks lie open");
        let sea = Projection::EqualEarth.plane_from_globe(Position::new(-20.0, -20.0));
        let sea = picture.page_from_plane.page_from_plane(sea);
        assert_eq!(pick(&picture, Borders::embedded(), &Chart::default(), sea), None);
    }
}

#[test]
fn a_picture_without_meetings_says_so() {
    let empty = picture_of(&Meetings::default(), &State::default(), None, [800.0, 600.0]);
    assert!(texts(&empty).iter().any(|(_, text)| text == "There is no meeting in the table yet"));
    let nothing_passes =
        State { filter: Filter { text: "xyzzy".into(), ..Filter::default() }, ..State::default() };
    assert!(
        texts(&picture(&nothing_passes)).iter().any(|(_, text)| text == "No meeting passes all the filters")
    );
}

#[test]
fn every_picture_carries_its_borders_and_credits() {
    for theme in Theme::ALL {
        let words: Vec<String> =
            texts(&picture(&State { theme, ..State::default() })).into_iter().map(|(_, text)| text).collect();
        let words = words.join(" ");
        for part in ["no endorsement implied", "Made with Natural Earth", "GeoNames", "25 of 25 meetings"] {
            assert!(words.contains(part), "{theme:?}: {part}");
        }
    }
}

/// The meetings whose hubs are drawn, with their distance from a place's middle.
fn hubs(picture: &Picture, place: &str) -> Vec<(String, f32)> {
    let middle = picture.marks.iter().find_map(|mark| match (&mark.target, &mark.shape) {
        (Some(Target::Place(key)), Shape::Disc { centre, .. }) if called(*key) == place => Some(*centre),
        _ => None,
    });
    let middle = middle.expect("the place is drawn");
    let hub = |mark: &summitry::picture::Mark| match (&mark.target, &mark.shape) {
        (Some(Target::Meeting(id)), Shape::Disc { centre, stroke, .. }) if stroke.width > 0.0 => {
            Some((id.to_string(), (centre.x - middle.x).hypot(centre.y - middle.y)))
        }
        _ => None,
    };
    picture.marks.iter().filter_map(hub).filter(|(_, gap)| *gap < 60.0).collect()
}

#[test]
fn the_summit_s_sidelines_are_fanned_around_the_place_or_folded_into_one_star() {
    let held_in = [Area::Country(code("KAZ"))].into();
    let state = State {
        filter: Filter { held_in, ..Filter::default() },
        reading: Reading::Stars,
        ..State::default()
    };
    let open = picture(&state);
    let fanned = hubs(&open, "Astana");
    assert_eq!(fanned.len(), 8);
    assert_eq!(fanned[0].0, "sco-summit-astana-2024-07");
    assert!(fanned.iter().all(|(_, gap)| (gap - fanned[0].1).abs() < 0.01), "on one ring: {fanned:?}");
    assert!(!texts(&open).iter().any(|(_, text)| text == "+7"));
    let rule = Rule { sidelines: Sidelines::Folded, ..Rule::default() };
    let closed = picture(&State { rule, ..state });
    assert!(hubs(&closed, "Astana").is_empty(), "the place is the summit's hub");
    assert!(texts(&closed).iter().any(|(_, text)| text == "+7"));
}

#[test]
fn the_spokes_of_one_capital_do_not_cross() {
    let held_in = [Area::Country(code("KAZ"))].into();
    let filter = Filter { held_in, ..Filter::default() };
    let picture = picture(&State { filter, reading: Reading::Stars, ..State::default() });
    let chart = Lands::in_motion(Borders::embedded(), Chart::default()).chart;
    let moscow = chart.plane_from_globe(Position::new(37.6, 55.75)).expect("it is on the map");
    let moscow = picture.page_from_plane.page_from_plane(moscow);
    let spoke = |mark: &summitry::picture::Mark| match (&mark.target, &mark.shape) {
        (Some(Target::Meeting(_)), Shape::Line { points, .. }) if points[0].distance_to(moscow) < 2.0 => {
            Some(points.clone())
        }
        _ => None,
    };
    let spokes: Vec<Vec<Point>> = picture.marks.iter().filter_map(spoke).collect();
    assert_eq!(spokes.len(), 8, "Putin's seven talks and the summit");
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    let cross = |a: &[Point], b: &[Point]| {
        turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) < 0.0
            && turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) < 0.0
    };
    for (i, one) in spokes.iter().enumerate() {
        for other in &spokes[i + 1..] {
            let crossings = one.windows(2).filter(|a| other.windows(2).any(|b| cross(a, b))).count();
            assert_eq!(crossings, 0, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn fanned_lines_lie_apart_on_a_short_way_too() {
    let near = (1..=9).map(|day| format!("2024-01-0{day},RUS,Moscow,A|President|BLR; B|President|RUS\n"));
    let far = "2024-02-01,BRA,Brasília,B|President|RUS; C|President|BRA\n".to_owned();
    let text = format!("date,country,city,participants\n{}{far}", near.collect::<String>());
    let meetings = crate::import::read(text).meetings;
    let drawing = Drawing { several: Bundling::Fanned, ..Drawing::default() };
    let picture = picture_of(&meetings, &State { drawing, ..State::default() }, None, [1200.0, 800.0]);
    let middle = |mark: &summitry::picture::Mark| match (&mark.target, &mark.shape) {
        (Some(Target::Meeting(_)), Shape::Line { points, .. }) => Some(points[points.len() / 2]),
        _ => None,
    };
    let middles: Vec<Point> = picture.marks.iter().filter_map(middle).collect();
    assert_eq!(middles.len(), 9);
    for (i, one) in middles.iter().enumerate() {
        let least = middles[i + 1..].iter().map(|other| one.distance_to(*other)).fold(f32::MAX, f32::min);
        assert!(least > 0.5, "{middles:?}");
    }
}

#[test]
fn a_place_lies_open_close_up() {
    let far = picture(&State::default());
    assert!(hubs(&far, "Astana").is_empty());
    let borders = Borders::embedded();
    let lands = Lands::in_motion(borders, Chart::default());
    let at = lands.chart.plane_from_globe(Position::new(71.4, 51.2)).expect("it is on the map");
    let view = summitry::globe::view::View { centre: at, span: 0.3 };
    let near = picture(&State { framing: Framing::Chosen(view), ..State::default() });
    assert_eq!(hubs(&near, "Astana").len(), 8);
}

#[test]
fn several_meetings_are_one_thicker_line_or_as_many_thin_ones() {
    let to_astana = |several: Bundling| {
        let drawing = Drawing { several, ..Drawing::default() };
        let picture = picture(&State { drawing, ..State::default() });
        let line = |mark: &summitry::picture::Mark| match (&mark.target, &mark.shape) {
            (Some(Target::Tie(TieKey::Journey(key))), Shape::Line { width, .. })
                if key.from == code("PAK") && called(key.to) == "Astana" =>
            {
                Some(width[1])
            }
            (Some(Target::Meeting(id)), Shape::Line { width, .. })
                if id.as_str() == "pakistan-astana-2024-07" =>
            {
                Some(width[1])
            }
            _ => None,
        };
        picture.marks.iter().filter_map(line).collect::<Vec<f32>>()
    };
    let (merged, fanned) = (to_astana(Bundling::Merged), to_astana(Bundling::Fanned));
    assert_eq!(merged.len(), 1);
    // Pakistan's own line and Russia's, for the same sideline.
    assert_eq!(fanned.len(), 2);
    assert!(fanned.iter().all(|width| *width < merged[0]));
}

#[test]
fn every_class_of_colour_has_a_symbol_of_its_own_and_stands_in_the_legend() {
    use summitry::picture::cues::Cues;
    use summitry::picture::drawn_line::drawn_lines;
    use summitry::picture::emphasis::Emphasis;
    for colour in GroupBy::ALL {
        let drawing = Drawing { colour, ..Drawing::default() };
        let state = State { drawing, ..State::default() };
        let shown = Shown::new(&EMBEDDED.meetings, &state.question());
        let borders = Borders::embedded();
        let lands = Lands::in_motion(borders, state.chart(&shown.ties));
        let scene = Scene {
            meetings: &EMBEDDED.meetings,
            shown: &shown,
            borders,
            lands: &lands,
            state: &state,
            pointed: None,
            size: [1200.0, 800.0],
        };
        let classes =
            Cues::new(&scene, &Look::of(Theme::Light), &drawn_lines(&scene, &Emphasis::default())).all;
        assert_eq!(classes.is_empty(), colour == GroupBy::Status, "{colour:?}");
        let words: Vec<String> = texts(&compose(&scene)).into_iter().map(|(_, text)| text).collect();
        for (i, class) in classes.iter().enumerate() {
            assert!(words.contains(&class.name), "{colour:?}: {}", class.name);
            for other in &classes[..i] {
                assert!(
                    class.symbol != other.symbol && class.colour != other.colour && class.name != other.name
                );
            }
        }
    }
}

#[test]
fn countries_are_filled_by_classes_with_real_numbers() {
    let drawing = Drawing { fill: CountryFill::Count, ..Drawing::default() };
    let picture = picture(&State { drawing, ..State::default() });
    let look = Look::of(Theme::Light);
    let fill_of = |letters: &str| {
        let fills = picture.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Land { land, fills, .. } => {
                land.areas.iter().position(|area| area.code == code(letters)).map(|place| fills[place])
            }
            _ => None,
        });
        fills.expect("the country is drawn")
    };
    // Russia takes part in 23, China in 4 (the summit, Xi in Astana, Orban in Beijing, BRICS), Cuba in 1,
    // France in none.
    assert_eq!(fill_of("RUS"), look.amounts[4]);
    assert_eq!(fill_of("CUB"), look.amounts[0]);
    assert_eq!(fill_of("FRA"), look.land);
    let words: Vec<String> = texts(&picture).into_iter().map(|(_, text)| text).collect();
    // 23 to the powers of 0, 1/5, … 4/5: from 1, 2, 4, 7 and 12 on.
    for class in ["1", "2–3", "4–6", "12–23"] {
        assert!(words.iter().any(|text| text == class), "{class}");
    }
    assert!(words.iter().all(|text| text != "7–11"), "no country counts so many");
    assert_eq!(fill_of("CHN"), look.amounts[2]);
}
