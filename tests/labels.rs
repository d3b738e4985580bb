//! Names on the map: alike in window, SVG and PNG, none over another, and still while the map is moved.

use egui::Shape as Painted;
use resvg::usvg;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;
use summitry::export::png;
use summitry::export::svg::svg;
use summitry::gazetteer::country::{Countries, CountryKind};
use summitry::gazetteer::language::Language;
use summitry::globe::borders::Borders;
use summitry::globe::chart::Chart;
use summitry::globe::land::Lands;
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::view::{Point, Rect, View};
use summitry::import::{self, Import};
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::picture::compose::compose;
use summitry::picture::layout::Layout;
use summitry::picture::scene::Scene;
use summitry::picture::text::{self, Weight, family, width};
use summitry::picture::{Anchor, Picture, Shape};
use summitry::query::shown::Shown;
use summitry::state::{Framing, Labels, State, Target};
use summitry::ui::{paint, style};

static EMBEDDED: LazyLock<Import> = LazyLock::new(import::embedded);
static LANDS: LazyLock<Lands> = LazyLock::new(|| {
    Lands::for_screen(Borders::embedded(), Chart::new(Projection::default(), Position::new(0.0, 0.0)))
});

const SIZE: [f32; 2] = [1440.0, 900.0];
const ALL_NAMES: Labels = Labels { countries: true, venues: true, leaders: true };

/// Four hundred meetings of the leaders of all states, each in another state's capital.
static MANY: LazyLock<Import> = LazyLock::new(|| {
    let states = Countries::embedded().iter().filter(|one| one.kind == CountryKind::Country);
    let states: Vec<_> = states.filter(|one| !one.capital.is_empty()).collect();
    let mut table = "id,date,country,city,title,participants\n".to_owned();
    for i in 0..400 {
        let [host, guest, other] = [i * 7, i * 13 + 5, i * 31 + 11].map(|n| states[n % states.len()]);
        let day = 1 + i % 28;
        writeln!(
            table,
            "m{i},2024-07-{day:02},{},\"{}\",Meeting {i},\"Anna Guest{i}|President|{}; Boris Other{i}|President|{}\"",
            host.code, host.capital, guest.code, other.code
        )
        .expect("a string takes whatever is written");
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("many.csv");
    std::fs::write(&path, table).expect("the table is written");
    import::files(&[path], &summitry::import::instructions::Instructions::default())
});

struct Desk<'a> {
    meetings: &'a Meetings,
    shown: Shown,
}

impl<'a> Desk<'a> {
    fn new(meetings: &'a Meetings) -> Self {
        Self { meetings, shown: Shown::new(meetings, &State::default().question()) }
    }

    fn scene<'b>(&'b self, state: &'b State) -> Scene<'b> {
        Scene {
            meetings: self.meetings,
            shown: &self.shown,
            borders: Borders::embedded(),
            lands: &LANDS,
            state,
            pointed: None,
            size: SIZE,
        }
    }
}

/// A state that shows the map `times` closer than the whole of it, around a point of the plane.
fn close_up(times: f64, centre: Plane) -> State {
    let framing = Framing::Chosen(View { centre, span: 3.0 / times });
    State { framing, labels: ALL_NAMES, ..State::default() }
}

const EUROPE: Plane = Plane { x: 0.35, y: 0.95 };
const ASIA: Plane = Plane { x: 1.1, y: 0.6 };

/// A name on the map.
#[derive(Clone, Debug, PartialEq)]
struct Label {
    text: String,
    target: Option<Target>,
    rect: Rect,
    baseline: f32,
}

/// The names on the map: what has a halo.
fn labels(picture: &Picture) -> Vec<Label> {
    let names = picture.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { at, anchor, text, size, weight, halo: Some(_), .. } => {
            let wide = width(text, *size, *weight);
            let left = at.x - wide * share(*anchor);
            let (middle, half) = (at.y - size * 0.36, size * family(text).line_height() / 2.0);
            let rect = Rect {
                min: Point { x: left, y: middle - half },
                max: Point { x: left + wide, y: middle + half },
            };
            Some(Label { text: text.clone(), target: mark.target.clone(), rect, baseline: at.y })
        }
        _ => None,
    });
    names.collect()
}

fn share(anchor: Anchor) -> f32 {
    match anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => 0.5,
        Anchor::End => 1.0,
    }
}

/// Where a text stands: its left and right end and its baseline.
type Stand = [f32; 3];

/// The texts of the window, their halos left out, in the order in which they are painted.
fn painted(picture: &Picture) -> Vec<(String, Stand)> {
    let ctx = egui::Context::default();
    style::install(&ctx);
    let input = || egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, SIZE.into())),
        ..egui::RawInput::default()
    };
    ctx.run_ui(input(), |_| {}).textures_delta.clear();
    let mut output = ctx.run_ui(input(), |ui| {
        paint::paint(picture, ui.painter(), egui::Pos2::ZERO, &mut paint::Meshes::default());
    });
    output.textures_delta.clear();
    let shapes = std::mem::take(&mut output.shapes);
    let texts = shapes.into_iter().filter_map(|clipped| match clipped.shape {
        Painted::Text(text) if text.override_text_color.is_none() => {
            let baseline = text.pos.y + text.galley.rows[0].glyphs[0].pos.y;
            let stand = [text.pos.x, text.pos.x + text.galley.size().x, baseline];
            Some((text.galley.text().to_owned(), stand))
        }
        _ => None,
    });
    texts.collect()
}

/// The texts of the tree that the PNG is drawn from.
fn rastered(picture: &Picture) -> Vec<(String, Stand)> {
    let tree = png::tree(picture, 1.0).expect("the SVG is valid");
    let mut texts = Vec::new();
    gather(tree.root(), &mut texts);
    texts
}

fn gather(group: &usvg::Group, texts: &mut Vec<(String, Stand)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => gather(group, texts),
            usvg::Node::Text(text) => {
                let chunk = &text.chunks()[0];
                let bounds = text.abs_bounding_box();
                let baseline = chunk.y().expect("every text has a place");
                texts.push((chunk.text().to_owned(), [bounds.left(), bounds.right(), baseline]));
            }
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
}

/// The texts of the SVG, read from its source: left end, right end, baseline by its own numbers.
fn written(svg: &str) -> Vec<(String, Stand)> {
    let texts = svg.lines().filter(|line| line.starts_with("<text")).map(|line| {
        let attribute = |name: &str| {
            let start = line.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3)?;
            line[start..].split('"').next()
        };
        let number = |name: &str| attribute(name).map(|text| text.parse::<f32>().expect("a number"));
        let (x, y) = (number("x").expect("a place"), number("y").expect("a place"));
        let text = &line[line.find('>').expect("it ends") + 1..line.len() - "</text>".len()];
        // Letters that stand apart have no length of their own: their font and their room say it.
        let spaced = || {
            let size = number("font-size")?;
            number("letter-spacing").map(|_| text::width(text, size, Weight::Spaced))
        };
        let wide = number("textLength").or_else(spaced).unwrap_or(0.0);
        let share = match attribute("text-anchor") {
            Some("start") => 0.0,
            Some("middle") => 0.5,
            _ => 1.0,
        };
        (text.replace("&quot;", "\"").replace("&amp;", "&"), [x - share * wide, x + (1.0 - share) * wide, y])
    });
    texts.collect()
}

/// A text of a file as its pieces stand from left to right, without the signs that turn a line.
fn as_set(text: &str) -> String {
    text::visual_pieces(text.trim_matches(['\u{2067}', '\u{2069}'])).concat()
}

#[test]
fn every_name_stands_alike_in_window_svg_and_png() {
    let desk = Desk::new(&EMBEDDED.meetings);
    for language in [Language::English, Language::Russian, Language::Chinese, Language::Arabic] {
        let state = State { language, ..close_up(1.5, EUROPE) };
        let picture = compose(&desk.scene(&state));
        let (window, png, svg) = (painted(&picture), rastered(&picture), written(&svg(&picture)));
        let labels = labels(&picture);
        assert!(labels.len() > 40, "{language:?}: {}", labels.len());
        assert_eq!((window.len(), png.len()), (svg.len(), svg.len()), "{language:?}");
        for (((text, on_screen), (in_png, in_pixels)), (in_svg, in_source)) in
            window.iter().zip(&png).zip(&svg)
        {
            let set = as_set(in_svg);
            assert_eq!((text, &as_set(in_png)), (&set, &set), "{language:?}");
            // Whoever draws a file stretches a line that is turned to its length: its letters are of another
            // font there.
            let is_turned = in_svg.starts_with('\u{2067}');
            let near = if is_turned { 1.5 } else { 0.5 };
            for (end, other) in on_screen.iter().zip(in_pixels) {
                assert!((end - other).abs() < near, "{text}: window {on_screen:?}, PNG {in_pixels:?}");
            }
            // One letter alone needs no length, and spaced letters have their own.
            let has_length = (in_source[1] - in_source[0]).abs() > f32::EPSILON;
            let ends = if has_length { 0..3 } else { 2..3 };
            // The window sets each piece of a line by itself, and rounds where it ends.
            let pieces = text::visual_pieces(in_svg.trim_matches(['\u{2067}', '\u{2069}'])).len();
            let near = 0.5 + 0.1 * (pieces.max(1) - 1) as f32;
            for i in ends {
                assert!((on_screen[i] - in_source[i]).abs() < near, "{text}: {on_screen:?} {in_source:?}");
            }
        }
        for label in labels {
            let same = |(text, [left, _, baseline]): &(String, Stand)| {
                *text == label.text
                    && (left - label.rect.min.x).abs() < 0.5
                    && (baseline - label.baseline).abs() < 0.5
            };
            assert!(window.iter().any(same), "{label:?} is not painted");
        }
    }
}

#[test]
fn no_name_stands_over_another_at_any_zoom_in_any_script() {
    for meetings in [&EMBEDDED.meetings, &MANY.meetings] {
        let desk = Desk::new(meetings);
        for language in [Language::English, Language::Ukrainian, Language::Chinese, Language::Arabic] {
            for (times, centre) in [(0.9, Plane::default()), (2.0, EUROPE), (5.0, ASIA), (14.0, EUROPE)] {
                let state = State { language, ..close_up(times, centre) };
                let labels = labels(&compose(&desk.scene(&state)));
                assert!(!labels.is_empty());
                for (i, label) in labels.iter().enumerate() {
                    let over = labels[..i].iter().find(|other| other.rect.overlaps(label.rect));
                    assert_eq!(over, None, "{label:?} at {times} in {language:?}");
                }
            }
        }
    }
}

/// Points from the pane's edge, the legend and the attribution within which a name may move while the map is
/// moved.
const EDGE: f32 = 150.0;

/// The names well inside, by text and target: their offset from the plane's origin.
fn well_inside(desk: &Desk, state: &State, by: [f32; 2]) -> BTreeMap<(String, Option<Target>), [f64; 2]> {
    let scene = desk.scene(state);
    let layout = Layout::of(&scene);
    let picture = compose(&scene);
    let furniture = [Some(layout.attribution.rect), layout.legend.as_ref().map(|legend| legend.rect)];
    let grown = |rect: Rect, by: f32| Rect {
        min: Point { x: rect.min.x - by, y: rect.min.y - by },
        max: Point { x: rect.max.x + by, y: rect.max.y + by },
    };
    let inner = grown(picture.pane, -EDGE);
    let inside = |rect: Rect| {
        let clear = furniture.iter().flatten().all(|other| !grown(*other, EDGE).overlaps(rect));
        inner.contains(rect.min) && inner.contains(rect.max) && clear
    };
    let origin = picture.page_from_plane.origin;
    let inside_after = |rect: Rect| {
        let moved = |p: Point| Point { x: p.x + by[0], y: p.y + by[1] };
        inside(rect) && inside(Rect { min: moved(rect.min), max: moved(rect.max) })
    };
    let labels = labels(&picture).into_iter().filter(|label| inside_after(label.rect));
    let offset = |label: Label| {
        let at = [f64::from(label.rect.min.x) - origin[0], f64::from(label.baseline) - origin[1]];
        ((label.text, label.target), at)
    };
    labels.map(offset).collect()
}

#[test]
fn names_stay_where_they_are_while_the_map_is_moved() {
    for meetings in [&EMBEDDED.meetings, &MANY.meetings] {
        let desk = Desk::new(meetings);
        for (times, centre) in [(1.2, Plane::default()), (3.0, EUROPE), (9.0, ASIA)] {
            let mut state = close_up(times, centre);
            let step = 1.0 / compose(&desk.scene(&state)).page_from_plane.scale;
            let mut compared = 0;
            for i in 0..40 {
                // To the right first, then down.
                let by = if i < 20 { [-1.0, 0.0] } else { [0.0, -1.0] };
                let before = well_inside(&desk, &state, by);
                let Framing::Chosen(view) = &mut state.framing else { panic!("set above") };
                view.centre.x -= f64::from(by[0]) * step;
                view.centre.y += f64::from(by[1]) * step;
                let after = well_inside(&desk, &state, by.map(|side| -side));
                for (name, at) in &before {
                    let now =
                        after.get(name).unwrap_or_else(|| panic!("{name:?} vanished at {times}, step {i}"));
                    let moved = (now[0] - at[0]).hypot(now[1] - at[1]);
                    assert!(moved < 0.05, "{name:?} moved by {moved} at {times}, step {i}");
                }
                assert_eq!(before.len(), after.len(), "names appear at {times}, step {i}");
                compared += before.len();
            }
            assert!(compared > 150, "{compared} names compared at {times}");
        }
    }
}

fn texts(picture: &Picture) -> Vec<String> {
    labels(picture).into_iter().map(|label| label.text).collect()
}

#[test]
fn a_closer_look_shows_more_names_and_writes_them_out() {
    let desk = Desk::new(&EMBEDDED.meetings);
    let far = texts(&compose(&desk.scene(&close_up(1.0, EUROPE))));
    let near = texts(&compose(&desk.scene(&close_up(8.0, EUROPE))));
    assert!(!far.contains(&"AUSTRIA".to_owned()) && near.contains(&"AUSTRIA".to_owned()), "{near:?}");
    let middle = texts(&compose(&desk.scene(&close_up(4.0, EUROPE))));
    let is_cut = |text: &&String| text.ends_with('.');
    assert_eq!(middle.iter().find(is_cut), None, "a name that does not fit is left out: {middle:?}");
}

#[test]
fn each_sort_of_name_can_be_left_out() {
    let desk = Desk::new(&EMBEDDED.meetings);
    let with = |labels| texts(&compose(&desk.scene(&State { labels, ..close_up(2.0, ASIA) })));
    let none = Labels { countries: false, venues: false, leaders: false };
    assert_eq!(with(none), [""; 0]);
    assert!(with(Labels { venues: true, ..none }).contains(&"Astana".to_owned()));
    assert!(with(Labels { countries: true, ..none }).contains(&"INDIA".to_owned()));
    let all = with(ALL_NAMES);
    assert!(all.contains(&"Modi".to_owned()), "{all:?}");
}

#[test]
fn leaders_are_all_called_by_the_name_that_newspapers_use() {
    let desk = Desk::new(&EMBEDDED.meetings);
    let names: Vec<String> = [1.5, 2.0, 3.0]
        .iter()
        .flat_map(|&times| texts(&compose(&desk.scene(&close_up(times, ASIA)))))
        .collect();
    let is_named = |name: &str| names.iter().any(|text| text == name);
    assert!(
        is_named("Xi") && is_named("Erdogan") && is_named("Modi") && is_named("Mohamed bin Zayed"),
        "{names:?}"
    );
    assert!(!is_named("Xi Jinping") && !is_named("Jinping") && !is_named("Al Nahyan"), "{names:?}");
}

#[test]
fn a_selected_country_is_named_before_all_others() {
    let desk = Desk::new(&EMBEDDED.meetings);
    let luxembourg = Target::Country(CountryCode::new("LUX").expect("three capital letters"));
    let named = |selection| {
        let picture = compose(&desk.scene(&State { selection, ..close_up(1.5, EUROPE) }));
        labels(&picture).into_iter().find(|label| label.target == Some(luxembourg.clone()))
    };
    assert_eq!(named(None), None);
    assert!(named(Some(luxembourg.clone())).is_some());
}

#[test]
fn a_map_in_another_language_says_so_in_its_file() {
    let desk = Desk::new(&EMBEDDED.meetings);
    let state = State { language: Language::Arabic, ..close_up(2.0, ASIA) };
    let arabic = svg(&compose(&desk.scene(&state)));
    assert!(arabic.contains("xml:lang=\"ar\"") && arabic.contains(">الصين</text>"));
    assert!(arabic.contains("font-family=\"'Noto Sans Arabic', Inter"));
    let english = svg(&compose(&desk.scene(&close_up(2.0, ASIA))));
    assert!(!english.contains("xml:lang"));
}

/// Whether a line runs through a rectangle.
fn crosses(points: &[Point], rect: Rect) -> bool {
    points.windows(2).any(|pair| {
        let steps = ((pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y)).ceil().max(1.0);
        (0..=steps as usize).any(|step| {
            let share = step as f32 / steps;
            let along = |a: f32, b: f32| a + (b - a) * share;
            rect.contains(Point { x: along(pair[0].x, pair[1].x), y: along(pair[0].y, pair[1].y) })
        })
    })
}

#[test]
fn no_line_runs_through_the_name_of_a_venue_that_has_room_elsewhere() {
    for guests in ["CHN", "DEU", "FIN", "IND", "CHN|DEU", "IND|RUS", "CHN|DEU|IND"] {
        let people: Vec<String> =
            guests.split('|').map(|guest| format!("Guest of {guest}|President|{guest}")).collect();
        let table =
            format!("id,date,country,city,participants\nm,2024-07-01,KAZ,Astana,\"{}\"\n", people.join("; "));
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("one.csv");
        std::fs::write(&path, table).expect("the table is written");
        let import = import::files(&[path], &summitry::import::instructions::Instructions::default());
        let desk = Desk::new(&import.meetings);
        let picture = compose(&desk.scene(&close_up(2.0, ASIA)));
        let name = labels(&picture).into_iter().find(|label| label.text == "Astana").expect("it is named");
        let mut lines = 0;
        for mark in &picture.marks {
            if let (Some(Target::Tie(key)), Shape::Line { points, .. }) = (&mark.target, &mark.shape) {
                assert!(!crosses(points, name.rect), "the line from {} of {guests}", key.from());
                lines += 1;
            }
        }
        assert_eq!(lines, guests.split('|').count());
    }
}
