//! Lines on the page: set apart, cut by the edge of the map, struck through, measured, and the marks at
//! capitals.

use crate::import::read;
use std::collections::BTreeMap;
use summitry::drawing::{Bundling, Course, Drawing, LineWidths};
use summitry::globe::borders::Borders;
use summitry::globe::chart::Chart;
use summitry::globe::land::Lands;
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::view::{Point, View};
use summitry::import::examples::Example;
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::picture::compose::compose;
use summitry::picture::cues::Lines;
use summitry::picture::emphasis::Emphasis;
use summitry::picture::look::{Colour, Look};
use summitry::picture::pick::pick;
use summitry::picture::scene::Scene;
use summitry::picture::{Picture, Shape};
use summitry::query::question::reading::Reading;
use summitry::query::shown::Shown;
use summitry::query::tie::Ties;
use summitry::state::{Framing, State, Target, Theme};

const SIZE: [f32; 2] = [1200.0, 800.0];

fn picture(meetings: &Meetings, state: &State) -> Picture {
    let borders = Borders::embedded();
    let shown = Shown::new(meetings, &state.question());
    let lands = Lands::in_motion(borders, state.chart(&shown.ties));
    compose(&Scene { meetings, shown: &shown, borders, lands: &lands, state, pointed: None, size: SIZE })
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn drawn(course: Course, several: Bundling) -> State {
    State { drawing: Drawing { course, several, ..Drawing::default() }, ..State::default() }
}

fn length(points: &[Point]) -> f32 {
    points.windows(2).map(|pair| pair[0].distance_to(pair[1])).sum()
}

/// The point at a share of the length of a line in pieces.
fn along(pieces: &[Vec<Point>], share: f32) -> Point {
    let mut left = share * pieces.iter().map(|piece| length(piece)).sum::<f32>();
    for pair in pieces.iter().flat_map(|piece| piece.windows(2)) {
        let step = pair[0].distance_to(pair[1]);
        if left <= step {
            let share = left / step.max(f32::EPSILON);
            let part = |a: f32, b: f32| a + share * (b - a);
            return Point { x: part(pair[0].x, pair[1].x), y: part(pair[0].y, pair[1].y) };
        }
        left -= step;
    }
    *pieces.iter().flatten().next_back().expect("a line has points")
}

/// The pieces of each line, by what a click on it selects.
fn lines(picture: &Picture) -> Vec<(Target, Vec<Vec<Point>>)> {
    let mut lines: Vec<(Target, Vec<Vec<Point>>)> = Vec::new();
    let mut open = false;
    for mark in &picture.marks {
        match (&mark.target, &mark.shape) {
            (Some(target @ (Target::Tie(_) | Target::Meeting(_))), Shape::Line { points, .. }) => {
                match lines.last_mut().filter(|(last, _)| open && last == target) {
                    Some((_, pieces)) => pieces.push(points.clone()),
                    None => lines.push((target.clone(), vec![points.clone()])),
                }
                open = true;
            }
            // The casing of a line's next piece stands between its pieces.
            (None, Shape::Line { .. }) => {}
            (Some(_) | None, _) => open = false,
        }
    }
    lines
}

/// Who goes where, several times each, most of them over the edge of a map centred on Greenwich or close to
/// its poles.
const WAYS: [(&str, &str, &str); 6] = [
    ("CHL", "JPN", "Tokyo"),
    ("WSM", "FJI", "Suva"),
    ("NZL", "USA", "Honolulu"),
    ("MEX", "KAZ", "Astana"),
    ("ARG", "AUS", "Perth"),
    ("CHL", "FRA", "Paris"),
];

/// Each way three times: held twice, planned once.
fn over_the_edge() -> Meetings {
    let mut rows = vec!["id,date,status,country,city,participants".to_owned()];
    for (way, (from, country, city)) in WAYS.into_iter().enumerate() {
        for (day, status) in [(1, "held"), (2, "held"), (3, "planned")] {
            rows.push(format!("{way}-{day},2001-01-0{day},{status},{country},{city},Ann Lee|PM|{from}"));
        }
    }
    read(rows.join("\n")).meetings
}

/// Which of [`WAYS`] a line belongs to.
fn way_of(target: &Target, meetings: &Meetings) -> usize {
    let id = match target {
        Target::Meeting(id) => id.as_str(),
        Target::Tie(key) => {
            let [_, to] = key.ends(meetings, &Ties::default());
            let is_it = |&(from, _, city): &(&str, &str, &str)| key.from() == code(from) && to == city;
            return WAYS.iter().position(is_it).expect("the way is one of them");
        }
        Target::Country(_)
        | Target::Place(_)
        | Target::Places(_)
        | Target::Occasion(_)
        | Target::Person(_)
        | Target::Pair(_) => {
            panic!("{target:?} is no line")
        }
    };
    id.split('-').next().and_then(|way| way.parse().ok()).expect("ids begin with the way")
}

#[test]
fn lines_over_the_edge_of_the_map_lie_apart_like_others_and_stay_on_it() {
    let meetings = over_the_edge();
    let readings = [
        (Reading::Journeys, Bundling::Merged, 2),
        (Reading::Journeys, Bundling::Fanned, 3),
        (Reading::Stars, Bundling::Merged, 3),
    ];
    let mut cut = 0;
    for (projection, course, (reading, several, number)) in Projection::ALL
        .into_iter()
        .flat_map(|one| Course::ALL.map(|course| (one, course)))
        .flat_map(|(one, course)| readings.map(|reading| (one, course, reading)))
    {
        let about = format!("{projection:?}, {course:?}, {reading:?}, {several:?}");
        let state = State { projection, reading, ..drawn(course, several) };
        let picture = picture(&meetings, &state);
        let mut ways: BTreeMap<usize, Vec<Vec<Vec<Point>>>> = BTreeMap::new();
        for (target, pieces) in lines(&picture) {
            ways.entry(way_of(&target, &meetings)).or_default().push(pieces);
        }
        for (way, lines) in &ways {
            let about = format!("{about}, {:?}", WAYS[*way]);
            assert_eq!(lines.len(), number, "{about}");
            for (i, pieces) in lines.iter().enumerate() {
                for other in &lines[i + 1..] {
                    let apart = along(pieces, 0.5).distance_to(along(other, 0.5));
                    assert!(apart > 0.5, "{about}: {apart} points apart");
                }
                if let ([first, second], None) = (&pieces[..], projection.rim()) {
                    let (ends, starts) = (first[first.len() - 1], second[0]);
                    assert!((ends.y - starts.y).abs() < 0.01, "{about}: {ends:?} and {starts:?}");
                    cut += 1;
                }
                expect_on_the_map(&picture, projection, pieces, reading, &about);
            }
        }
    }
    assert!(cut > 100, "{cut} lines were cut");
}

/// Nothing of a line lies outside of the earth, but for a hub that does.
#[track_caller]
fn expect_on_the_map(
    picture: &Picture,
    projection: Projection,
    pieces: &[Vec<Point>],
    reading: Reading,
    about: &str,
) {
    let end = along(pieces, 1.0);
    for at in pieces.iter().flatten() {
        if reading == Reading::Stars && at.distance_to(end) < 30.0 {
            continue;
        }
        let Plane { x, y } = picture.page_from_plane.plane_from_page(*at);
        // A tenth of a point nearer to the middle.
        let share = 1.0 - 0.1 / picture.page_from_plane.scale / x.hypot(y).max(0.1);
        let within = projection.globe_from_plane(Plane { x: x * share, y: y * share });
        assert!(within.is_some(), "{about}: {at:?} lies outside of the earth");
    }
}

#[test]
fn a_strike_is_at_half_the_length_of_its_line() {
    let row =
        "2001-01-01,cancelled,KAZ,Astana,Ann Lee|PM|FRA\n2001-01-02,cancelled,JPN,Tokyo,Ann Lee|PM|CHL\n";
    let meetings = read(format!("date,status,country,city,participants\n{row}")).meetings;
    for course in Course::ALL {
        let picture = picture(&meetings, &drawn(course, Bundling::Merged));
        let bars = picture.marks.iter().filter_map(|mark| match (&mark.target, &mark.shape) {
            (None, Shape::Line { points, width: [1.6, 1.6], .. }) if points.len() == 2 => {
                let (a, b) = (points[0], points[1]);
                let is_bar = (b.x - a.x - 10.0).abs() < 0.01 && ((b.y - a.y).abs() - 10.0).abs() < 0.01;
                is_bar.then(|| Point { x: f32::midpoint(a.x, b.x), y: f32::midpoint(a.y, b.y) })
            }
            _ => None,
        });
        let bars: Vec<Point> = bars.collect();
        assert_eq!(bars.len(), 4, "{course:?}: two bars for each line");
        for (_, pieces) in lines(&picture) {
            let middle = along(&pieces, 0.5);
            // The arrowhead is a part of the line's length.
            let crossed = bars.iter().filter(|bar| bar.distance_to(middle) < 6.0).count();
            assert_eq!(crossed, 2, "{course:?}: {bars:?}, the middle is {middle:?}");
        }
    }
}

/// The fill of the mark at a capital.
fn capital(picture: &Picture, state: &str) -> Option<Colour> {
    picture.marks.iter().find_map(|mark| match (&mark.target, &mark.shape) {
        (Some(Target::Country(country)), Shape::Disc { fill, .. }) if *country == code(state) => Some(*fill),
        _ => None,
    })
}

#[test]
fn a_capital_has_the_colour_of_the_best_established_line_that_leaves_it() {
    let meetings = read(
        "date,status,country,city,participants\n\
         2001-01-01,held,KAZ,Astana,Ann Lee|PM|FRA\n\
         2001-01-02,held,KAZ,Astana,Ann Lee|PM|FRA\n\
         2001-01-03,planned,JPN,Tokyo,Ann Lee|PM|FRA\n\
         2001-01-04,planned,JPN,Tokyo,Bo Lee|PM|BRA\n\
         2001-01-05,planned,JPN,Tokyo,Bo Lee|PM|BRA\n\
         2001-01-06,held,KAZ,Astana,Bo Lee|PM|BRA\n\
         2001-01-07,cancelled,KAZ,Astana,Cy Lee|PM|ITA\n\
         2001-01-07,invited,JPN,Tokyo,Cy Lee|PM|ITA\n",
    )
    .meetings;
    let look = Look::of(Theme::Light);
    let whole = picture(&meetings, &State::default());
    assert_eq!(capital(&whole, "FRA"), Some(look.held), "twice held, once planned");
    assert_eq!(capital(&whole, "BRA"), Some(look.held), "held once, however often it is planned");
    assert_eq!(capital(&whole, "ITA"), Some(look.planned), "invited, not cancelled");
    let shown = Shown::new(&meetings, &State::default().question());
    let tokyo = shown.ties.places.iter().find(|place| place.name == "Tokyo").expect("it is drawn").id;
    let selected = State { selection: Some(Target::Place(tokyo)), ..State::default() };
    assert_eq!(
        capital(&picture(&meetings, &selected), "FRA"),
        Some(look.planned),
        "the bright line is planned"
    );
}

#[test]
fn a_capital_keeps_its_mark_beside_a_venue_in_another_city() {
    let meetings = read(
        "date,country,city,participants\n\
         2001-01-01,COG,Brazzaville,Ann Lee|President|COD\n\
         2001-01-02,FRA,Paris,Bo Lee|President|FRA; Cy Lee|President|DEU\n\
         2001-01-03,DEU,Berlin,Bo Lee|President|FRA; Cy Lee|President|DEU\n",
    )
    .meetings;
    let close = |at: Position| {
        let centre = Chart::default().plane_from_globe(at).expect("it is on the map");
        State { framing: Framing::Chosen(View { centre, span: 0.04 }), ..State::default() }
    };
    let across = picture(&meetings, &close(Position::new(15.29, -4.3)));
    assert!(capital(&across, "COD").is_some(), "Kinshasa lies across the river");
    let picture = picture(&meetings, &State::default());
    assert_eq!(capital(&picture, "COD"), None, "from afar it lies under the mark of Brazzaville");
    assert_eq!((capital(&picture, "FRA"), capital(&picture, "DEU")), (None, None), "they are venues");
}

#[test]
fn an_arrowhead_is_picked_all_over() {
    let visit = |day: usize| format!("2001-01-{day:02},KAZ,Astana,Ann Lee|PM|FRA\n");
    let visits: String = (1..=25).map(visit).collect();
    let meetings = read(format!("date,country,city,participants\n{visits}")).meetings;
    let picture = picture(&meetings, &State::default());
    let arrows: Vec<(&Target, &Vec<Point>)> = picture
        .marks
        .iter()
        .filter_map(|mark| match (&mark.target, &mark.shape) {
            (Some(target @ Target::Tie(_)), Shape::Polygon { points, .. }) => Some((target, points)),
            _ => None,
        })
        .collect();
    let [(target, corners)] = arrows[..] else { panic!("{arrows:?}") };
    let [tip, left, right] = corners[..] else { panic!("{corners:?}") };
    assert!(left.distance_to(right) > 15.0, "it is wide: {corners:?}");
    let between =
        |a: Point, b: Point, share: f32| Point { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
    let middle = between(between(left, right, 0.5), tip, 0.33);
    // Close to a corner of the base, behind it.
    let behind = between(between(left, right, 0.12), tip, -0.05);
    for at in [middle, behind, between(left, right, 0.88)] {
        let hit = pick(&picture, Borders::embedded(), &Chart::default(), at);
        assert_eq!(hit.as_ref(), Some(target), "{at:?} of {corners:?}");
    }
}

#[test]
fn the_length_of_a_line_stands_at_the_middle_of_its_course() {
    let meetings = read(
        "date,status,country,city,participants\n\
         2001-01-01,held,CHN,Beijing,Ann Lee|PM|USA\n\
         2001-01-02,planned,CHN,Beijing,Ann Lee|PM|USA\n\
         2001-01-03,held,JPN,Tokyo,Bo Lee|PM|CHL\n",
    )
    .meetings;
    for course in Course::ALL {
        let state = drawn(course, Bundling::Merged);
        for tie in Shown::new(&meetings, &state.question()).ties.lines {
            let target = Target::Tie(tie.key);
            let picture = picture(&meetings, &State { selection: Some(target.clone()), ..state.clone() });
            let line = lines(&picture).into_iter().find(|(line, _)| *line == target).expect("it is drawn");
            let middle = along(&line.1, 0.5);
            let measure = picture.marks.iter().find_map(|mark| match &mark.shape {
                Shape::Text { at, text, .. } if text.ends_with(" km") => Some(*at),
                _ => None,
            });
            let measure = measure.expect("a selected line is measured");
            let gap = (measure.x - middle.x).hypot(measure.y - middle.y);
            assert!(gap < 40.0, "{course:?}, {target:?}: {gap} points from the middle");
        }
    }
}

#[test]
fn widths_of_every_map_are_the_same_whatever_else_a_map_shows() {
    let borders = Borders::embedded();
    let of = |meetings: &Meetings, widths: LineWidths| {
        let drawing = Drawing { widths, ..Drawing::default() };
        let state = &State { drawing, reading: Reading::Journeys, ..State::default() };
        let shown = &Shown::new(meetings, &state.question());
        let lands = &Lands::in_motion(borders, state.chart(&shown.ties));
        let scene = Scene { meetings, shown, borders, lands, state, pointed: None, size: SIZE };
        let widths = Lines::new(&scene, &Look::of(state.theme), &Emphasis::new(&scene)).widths;
        // In hundredths of a point.
        [1, 4, 9, 1000].map(|weight| (100.0 * widths.width(weight)).round() as u32)
    };
    let [few, many] = [Example::Article, Example::PresidentTrips].map(|example| example.read().meetings);
    assert_ne!(of(&few, LineWidths::OfThisMap), of(&many, LineWidths::OfThisMap));
    assert_eq!(of(&few, LineWidths::OfEveryMap), of(&many, LineWidths::OfEveryMap));
    assert_eq!(of(&few, LineWidths::OfEveryMap), [150, 300, 450, 1500]);
}
