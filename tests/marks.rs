//! Marks on a page of any size: none over another, every name at its own, lines spread over their rims and
//! round what is not theirs.

use proptest::prelude::*;
use summitry::globe::borders::Borders;
use summitry::globe::land::Lands;
use summitry::globe::projection::Plane;
use summitry::globe::view::{Point, Rect};
use summitry::import::examples::Example;
use summitry::meeting::table::Meetings;
use summitry::picture::compose::compose;
use summitry::picture::curve::{Earth, length};
use summitry::picture::dense::dense;
use summitry::picture::detour::round;
use summitry::picture::drawn_line::FULL;
use summitry::picture::look::size;
use summitry::picture::plan::Plan;
use summitry::picture::ports::{End, Rim, spread};
use summitry::picture::scene::Scene;
use summitry::picture::text::width;
use summitry::picture::{Anchor, Picture, Shape};
use summitry::query::shown::Shown;
use summitry::state::{State, Target};

/// Pages that people ask for: the window, the web, an article, a square, a story, a sheet lying and standing,
/// a small window.
const PAGES: [[f32; 2]; 8] = [
    [1600.0, 1000.0],
    [1200.0, 675.0],
    [800.0, 500.0],
    [1080.0, 1080.0],
    [1080.0, 1350.0],
    [842.0, 595.0],
    [595.0, 842.0],
    [900.0, 600.0],
];

/// Calls back with the plan and the picture of a table on every page, with nothing and with the first country
/// selected.
fn on_every_page(meetings: &Meetings, check: &dyn Fn(&Plan, &Picture, [f32; 2])) {
    let borders = Borders::embedded();
    let plain = State::default();
    let shown = Shown::new(meetings, &plain.question());
    let lands = Lands::in_motion(borders, plain.chart(&shown.ties));
    let country = shown.countries.keys().next().map(|code| Target::Country(*code));
    for selection in [None, country] {
        let state = State { selection, ..State::default() };
        for size in PAGES {
            let scene =
                Scene { meetings, shown: &shown, borders, lands: &lands, state: &state, pointed: None, size };
            check(&Plan::new(scene), &compose(&scene), size);
        }
    }
}

/// The names of marks with their rectangles, and what they name.
fn names(picture: &Picture) -> Vec<(Rect, String, Target)> {
    let name = |mark: &summitry::picture::Mark| match (&mark.shape, &mark.target) {
        (
            Shape::Text { at, anchor, text, size, weight, halo: Some(_), .. },
            Some(target @ (Target::Place(_) | Target::Places(_))),
        ) => {
            let wide = width(text, *size, *weight);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - wide / 2.0,
                Anchor::End => at.x - wide,
            };
            let min = Point { x: left, y: at.y - size * 0.72 };
            Some((Rect { min, max: Point { x: left + wide, y: at.y } }, text.clone(), target.clone()))
        }
        _ => None,
    };
    picture.marks.iter().filter_map(name).collect()
}

#[test]
fn no_mark_lies_over_another_on_any_page() {
    for example in Example::ALL {
        on_every_page(&example.read().meetings, &|plan, _, size| {
            for (number, mark) in plan.marks.iter().enumerate() {
                for other in &plan.marks[..number] {
                    let apart = mark.centre.distance_to(other.centre) - mark.radius - other.radius;
                    assert!(apart >= 0.0, "{example:?} on {size:?}: {mark:?} over {other:?}");
                }
            }
            let places = &plan.scene.shown.ties.places;
            let held: usize = plan.marks.iter().map(|mark| mark.places.len()).sum();
            assert_eq!(held, places.len(), "every place has one mark");
            for mark in &plan.marks {
                let sum: usize = mark.places.iter().map(|&place| places[place].weight).sum();
                assert_eq!(mark.weight, sum);
            }
        });
    }
}

#[test]
fn a_name_stands_at_its_own_mark_or_is_joined_to_it() {
    for example in Example::ALL {
        on_every_page(&example.read().meetings, &|plan, picture, size| {
            let places = &plan.scene.shown.ties.places;
            for (rect, text, target) in names(picture) {
                let is_own = |mark: &&summitry::picture::gathered::VenueMark| match &target {
                    Target::Place(id) => places[mark.places[0]].id == *id && mark.places.len() == 1,
                    Target::Places(ids) => {
                        mark.places.len() == ids.len() && ids.contains(&places[mark.places[0]].id)
                    }
                    _ => false,
                };
                let own = plan.marks.iter().find(is_own).expect("a name has a mark");
                let to_own = rect.gap(own.centre) - own.radius;
                let is_joined = |at: Point| rect.gap(at) < 4.0;
                let leader = picture.marks.iter().any(|mark| match &mark.shape {
                    Shape::Line { points, width: [wide, _], .. }
                        if (*wide - 0.75).abs() < 1e-6 && points.len() == 2 =>
                    {
                        let from_own = points[0].distance_to(own.centre) < own.radius + 30.0;
                        from_own && is_joined(points[1])
                    }
                    _ => false,
                });
                assert!(to_own <= 30.0, "{example:?} on {size:?}: {text} stands {to_own} points away");
                assert!(
                    to_own <= 12.0 || leader,
                    "{example:?} on {size:?}: {text}, {to_own} points, no leader"
                );
                for other in plan.marks.iter().filter(|other| !std::ptr::eq(*other, own) && !leader) {
                    let nearer = rect.gap(other.centre) - other.radius + 2.0 < to_own;
                    assert!(!nearer, "{example:?} on {size:?}: {text} stands nearer to another mark");
                }
            }
        });
    }
}

#[test]
fn no_text_is_smaller_than_the_smallest_size() {
    for example in Example::ALL {
        on_every_page(&example.read().meetings, &|_, picture, page| {
            for mark in &picture.marks {
                if let Shape::Text { size, text, colour, .. } = &mark.shape {
                    assert!(*size >= size::SMALL, "{example:?} on {page:?}: {text}");
                    assert_eq!(colour.a, 255, "{example:?} on {page:?}: {text} is see-through");
                }
            }
        });
    }
}

#[test]
fn a_small_map_names_at_its_edge_what_lies_beyond() {
    let meetings = Example::Article.read().meetings;
    on_every_page(&meetings, &|plan, picture, size| {
        let pane = plan.layout.pane;
        let beyond = plan.lines.iter().filter(|line| {
            line.strong
                && line.pieces.first().and_then(|piece| piece.first()).is_some_and(|at| !pane.contains(*at))
        });
        let at_edge = |at: &Point| {
            let inset = [at.x - pane.min.x, pane.max.x - at.x, at.y - pane.min.y, pane.max.y - at.y];
            inset.into_iter().any(|inset| (4.0..6.0).contains(&inset))
        };
        let arrows = picture.marks.iter().filter(|mark| match &mark.shape {
            Shape::Polygon { points, .. } => {
                mark.target.is_none() && points.len() == 3 && at_edge(&points[0])
            }
            _ => false,
        });
        let (beyond, arrows) = (beyond.count(), arrows.count());
        assert!(beyond == 0 || arrows > 0, "{size:?}: {beyond} lines come from beyond, {arrows} arrows");
        if size[0] > 1000.0 && size[1] > 900.0 {
            assert_eq!(beyond, 0, "{size:?}: a large map shows everything");
        }
    });
}

#[test]
fn of_many_lines_those_that_count_most_stand_out_and_the_sentence_says_how_many() {
    let meetings = Example::PresidentTrips.read().meetings;
    on_every_page(&meetings, &|plan, picture, size| {
        let strong: Vec<usize> =
            plan.lines.iter().filter(|line| line.strong).map(|line| line.drawn.weight).collect();
        let faint: Vec<usize> =
            plan.lines.iter().filter(|line| !line.strong).map(|line| line.drawn.weight).collect();
        assert!(strong.len() <= FULL && !strong.is_empty(), "{size:?}: {}", strong.len());
        assert!(strong.iter().min() > faint.iter().max(), "{size:?}");
        let wide: f32 = plan.lines.iter().filter(|line| line.strong).map(|line| line.width).sum();
        let are_equal = strong.iter().min() == strong.iter().max();
        assert!(wide <= 200.0 || are_equal, "{size:?}: the strongest lines are {wide} points wide together");
        if plan.scene.state.selection.is_none() {
            let sentence: String = plan.layout.header.sentence.join(" ");
            let words = format!("the {} strongest of {} lines stand out", strong.len(), plan.lines.len());
            assert!(sentence.contains(&words), "{size:?}: {sentence}");
        }
        assert!(!picture.marks.is_empty());
    });
}

fn earth(lands: &Lands) -> Earth<'_> {
    let pane = Rect { min: Point { x: 0.0, y: 0.0 }, max: Point { x: 1200.0, y: 700.0 } };
    let view = summitry::globe::view::View::whole(State::default().projection, pane, 12.0);
    Earth::new(&lands.outline, summitry::globe::view::PageFromPlane::new(view, pane))
}

fn lands() -> Lands {
    let borders = Borders::embedded();
    let state = State::default();
    let shown = Shown::new(&Meetings::default(), &state.question());
    Lands::in_motion(borders, state.chart(&shown.ties))
}

#[test]
fn a_line_bends_round_a_mark_that_is_not_its_own_and_keeps_its_ends() {
    let lands = lands();
    let earth = earth(&lands);
    for (dx, dy) in [(0.0, 0.0), (0.0, 5.0), (-40.0, -3.0), (60.0, 9.0)] {
        let mark = Rim { centre: Point { x: 600.0 + dx, y: 350.0 + dy }, radius: 9.0 };
        let ends = [Point { x: 400.0, y: 350.0 }, Point { x: 800.0, y: 350.0 }];
        let mut course = ends.to_vec();
        round(&mut course, &[mark], &earth);
        let nearest = course.iter().map(|at| at.distance_to(mark.centre)).fold(f32::MAX, f32::min);
        assert!(nearest >= mark.radius + 3.0, "({dx}, {dy}): {nearest}");
        assert_eq!([course[0], course[course.len() - 1]], ends);
        assert!(length(&course) < 1.1 * 400.0, "a detour is short");
    }
    // A mark at its end is its own, or hides it anyway.
    let mut course = vec![Point { x: 400.0, y: 350.0 }, Point { x: 800.0, y: 350.0 }];
    let before = course.clone();
    round(&mut course, &[Rim { centre: Point { x: 796.0, y: 350.0 }, radius: 9.0 }], &earth);
    assert_eq!(course, before);
}

#[test]
fn what_is_dense_holds_most_of_the_weight_and_far_ends_are_left_out() {
    let pane = Rect { min: Point::default(), max: Point { x: 800.0, y: 400.0 } };
    let at = |x: f64, y: f64, weight: usize| (Plane { x, y }, weight);
    let mut ends: Vec<(Plane, usize)> =
        (0..20).map(|place| at(f64::from(place % 5) * 0.1, f64::from(place / 5) * 0.05, 3)).collect();
    ends.push(at(-2.0, 0.1, 1));
    ends.push(at(0.2, -1.0, 1));
    let part = dense(&ends, pane).expect("two ends are far away");
    assert!(!part.contains(ends[20].0) && !part.contains(ends[21].0));
    let held: usize = ends.iter().filter(|(at, _)| part.contains(*at)).map(|(_, weight)| weight + 1).sum();
    assert_eq!(held, 80);
    // Where all lie together, nothing is left out.
    assert_eq!(dense(&ends[..20], pane), None);
    assert_eq!(dense(&[], pane), None);
    assert_eq!(dense(&ends[..1], pane), None);
    ends.reverse();
    assert_eq!(dense(&ends, pane), Some(part), "the order of the ends changes nothing");
    // On a page with room, all is shown that does not make the map much smaller.
    let mut ends = ends.split_off(2);
    ends.push(at(0.9, 0.1, 1));
    assert_eq!(dense(&ends, pane), None);
    let narrow = Rect { max: Point { x: 400.0, y: 200.0 }, ..pane };
    assert!(dense(&ends, narrow).is_some_and(|part| !part.contains(Plane { x: 0.9, y: 0.1 })));
}

proptest! {
    #[test]
    fn ports_keep_their_order_and_their_distance(
        directions in prop::collection::vec(-3.1_f32..3.1, 1..60),
        radius in 5.0_f32..16.0,
    ) {
        let end = |(line, &towards): (usize, &f32)| End { line, arrives: true, towards, half: 3.0 };
        let ends: Vec<End> = directions.iter().enumerate().map(end).collect();
        let spread = spread(&ends, radius);
        prop_assert_eq!(spread.len(), ends.len());
        let mut around: Vec<f32> = spread.iter().map(|at| at.rem_euclid(std::f32::consts::TAU)).collect();
        around.sort_by(f32::total_cmp);
        let gaps = around.windows(2).map(|pair| pair[1] - pair[0]);
        let least = gaps.fold(f32::MAX, f32::min);
        let room = 0.8 * std::f32::consts::TAU / directions.len() as f32;
        if directions.len() > 1 {
            prop_assert!(least >= room.min(std::f32::consts::TAU / 24.0) - 0.01, "{least} of {room}");
        } else {
            prop_assert!((spread[0] - directions[0]).abs() < 1e-5);
        }
    }
}
