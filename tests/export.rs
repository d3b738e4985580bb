//! The exporters: a small picture with every form as SVG text, and its pixels.

use crate::expected::expect_text;
use crate::exported::with_map;
use std::sync::Arc;
use summitry::export::format::Format;
use summitry::export::png::NotDrawn;
use summitry::export::sheet::{Exhibit, Print};
use summitry::export::{png as png_export, svg::svg};
use summitry::gazetteer::language::Language;
use summitry::globe::borders::Borders;
use summitry::globe::chart::Chart;
use summitry::globe::land::Land;
use summitry::globe::projection::Projection;
use summitry::globe::thinning::Detail;
use summitry::globe::view::{PageFromPlane, Point, Rect, View};
use summitry::meeting::code::CountryCode;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::picture::look::Colour;
use summitry::picture::text::Weight;
use summitry::picture::{Anchor, Dash, Group, Mark, Picture, Shape, Stroke};
use summitry::state::{State, Target};

const SEA: Colour = Colour::hex(0xDD_EEFF);
const SAND: Colour = Colour::hex(0xC0_B090);
const RED: Colour = Colour::hex(0xCC_0000);
const INK: Colour = Colour::hex(0x10_1010);
const NO_STROKE: Stroke = Stroke { width: 0.0, colour: Colour::TRANSPARENT };
const BORDER: Stroke = Stroke { width: 0.5, colour: Colour::hex(0xFF_FFFF) };

fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

fn picture(size: [f32; 2], view: View, shapes: Vec<Shape>) -> Picture {
    let pane = Rect { min: Point::default(), max: point(size[0], size[1]) };
    Picture {
        width: size[0],
        height: size[1],
        description: "Three lines & \"a few\" <forms>.".to_owned(),
        title: "Every form".to_owned(),
        language: Language::English,
        page_from_plane: PageFromPlane::new(view, pane),
        pane,
        view,
        title_at: Rect::default(),
        sentence: Rect::default(),
        sources_at: Rect::default(),
        clip: None,
        marks: shapes
            .into_iter()
            .map(|shape| Mark { shape, target: None, group: Group::default() })
            .collect(),
    }
}

fn whole(size: [f32; 2], shapes: Vec<Shape>) -> Picture {
    let pane = Rect { min: Point::default(), max: point(size[0], size[1]) };
    picture(size, View::whole(Projection::EqualEarth, pane, 0.0), shapes)
}

fn background(size: [f32; 2]) -> Shape {
    let rect = Rect { min: Point::default(), max: point(size[0], size[1]) };
    Shape::Panel { rect, corner: 0.0, fill: SEA, stroke: NO_STROKE }
}

fn text(at: Point, anchor: Anchor, words: &str, halo: Option<Colour>) -> Shape {
    Shape::Text { at, anchor, text: words.to_owned(), size: 12.0, weight: Weight::Regular, colour: INK, halo }
}

fn line(y: f32, width: [f32; 2], dash: Dash) -> Shape {
    Shape::Line {
        points: vec![point(10.0, y), point(60.0, y), point(90.0, y + 10.0)],
        width,
        colour: RED,
        dash,
    }
}

/// Two countries with a common border, one of them cut at 180°, one with a hole.
fn small_land() -> Arc<Land> {
    let shape = |code: &str, rings: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}","label_lon":0,"label_lat":0,"label_rank":1}},
            "geometry":{{"type":"Polygon","coordinates":[{rings}]}}}}"#
        )
    };
    let east = shape("EST", "[[178,0],[180,0],[180,2],[178,2],[178,0]]");
    let west = shape(
        "WST",
        "[[176,0],[178,0],[178,2],[176,2],[176,0]],[[176.5,0.5],[176.5,1],[177,1],[177,0.5],[176.5,0.5]]",
    );
    let collection = |shapes: &str| format!(r#"{{"type":"FeatureCollection","features":[{shapes}]}}"#);
    let borders =
        Borders::parse(&collection(&format!("{west},{east}")), &collection("")).expect("two countries");
    Arc::new(Land::new(&borders, Chart::default(), Detail::Fine))
}

fn world(view: Option<View>, size: [f32; 2], border: Stroke) -> Picture {
    let land = Arc::new(Land::new(Borders::embedded(), Chart::default(), Detail::Fine));
    let fills = vec![SAND; land.areas.len()];
    let shapes = vec![background(size), Shape::Land { land, fills, border }];
    match view {
        Some(view) => picture(size, view, shapes),
        None => whole(size, shapes),
    }
}

#[test]
fn every_form_has_its_svg() {
    let size = [200.0, 120.0];
    let halo = Some(Colour { a: 200, ..Colour::hex(0xFF_FFFF) });
    let ring = Stroke { width: 1.5, colour: RED };
    let rect = Rect { min: point(5.0, 5.0), max: point(60.25, 30.126) };
    let mut picture = whole(
        size,
        vec![
            background(size),
            line(20.0, [1.5, 1.5], Dash::Solid),
            line(40.0, [1.5, 1.5], Dash::Dashed),
            line(60.0, [1.5, 1.5], Dash::Dotted),
            line(70.0, [1.0, 4.0], Dash::Solid),
            line(80.0, [1.0, 4.0], Dash::Dashed),
            line(90.0, [4.0, 1.0], Dash::Dotted),
            Shape::Polygon {
                points: vec![point(1.0, 1.0), point(9.0, 1.0), point(5.0, 8.333)],
                fill: RED.faded(0.5),
            },
            Shape::Disc { centre: point(120.0, 40.0), radius: 5.0, fill: Colour::TRANSPARENT, stroke: ring },
            Shape::Disc { centre: point(140.0, 40.0), radius: 3.5, fill: SAND, stroke: NO_STROKE },
            Shape::Panel {
                rect,
                corner: 4.0,
                fill: SEA.faded(0.9),
                stroke: Stroke { width: 1.0, colour: INK },
            },
            text(point(100.0, 60.0), Anchor::Start, "Start", None),
            text(point(100.0, 80.0), Anchor::Middle, "R&D <\"in the middle\">\u{0}\u{1b}\n", halo),
            Shape::Text {
                at: point(190.0, 100.0),
                anchor: Anchor::End,
                text: "Türkiye’s end".to_owned(),
                size: 9.5,
                weight: Weight::SemiBold,
                colour: RED,
                halo: None,
            },
        ],
    );
    let code = CountryCode::new("KAZ").expect("three capital letters");
    picture.marks[9].target = Some(Target::Country(code));
    picture.marks[13].target = Some(Target::Meeting(MeetingId::new("A & B")));
    expect_text("forms.svg", &svg(&picture));
}

#[test]
fn land_is_filled_to_the_edge_of_the_map_but_has_no_border_there() {
    let land = small_land();
    let fills = vec![SAND, RED];
    let east = land.vertices[0];
    let view = View {
        centre: Projection::EqualEarth.plane_from_globe(summitry::meeting::Position::new(178.0, 1.0)),
        span: 0.06,
    };
    assert!(f64::from(east[0]) < view.centre.x + 0.1);
    expect_text(
        "land.svg",
        &svg(&picture([100.0, 100.0], view, vec![Shape::Land { land, fills, border: BORDER }])),
    );
}

#[test]
fn a_number_that_is_none_makes_no_broken_file() {
    let nan = point(f32::NAN, f32::INFINITY);
    let shapes = vec![
        Shape::Line {
            points: vec![nan, point(1.0, 1.0)],
            width: [1.0, 2.0],
            colour: RED,
            dash: Dash::Dashed,
        },
        Shape::Line { points: vec![], width: [1.0, 2.0], colour: RED, dash: Dash::Solid },
        Shape::Line { points: vec![], width: [1.0, 1.0], colour: RED, dash: Dash::Dotted },
        Shape::Polygon { points: vec![], fill: RED },
        Shape::Disc { centre: nan, radius: -1.0, fill: RED, stroke: NO_STROKE },
        text(nan, Anchor::Start, "", None),
    ];
    let picture = whole([20.0, 20.0], shapes);
    assert!(!svg(&picture).contains("NaN") && !svg(&picture).contains("inf"));
    assert!(png_export::pixels(&picture, 1.0).is_ok());
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let picture = world(None, [400.0, 200.0], BORDER);
    assert_eq!(svg(&picture), svg(&picture));
    let file = || png_export::encode(&png_export::pixels(&picture, 1.0).expect("a fair size"));
    assert_eq!(file(), file());
}

fn pixel(pixels: &png_export::Pixels, x: usize, y: usize) -> [u8; 4] {
    let first = 4 * (y * pixels.width as usize + x);
    pixels.rgba[first..first + 4].try_into().expect("four bytes")
}

fn bytes(colour: Colour) -> [u8; 4] {
    [colour.r, colour.g, colour.b, colour.a]
}

#[test]
fn pixels_have_the_colours_of_what_lies_there() {
    let shapes = vec![
        Shape::Panel {
            rect: Rect { min: point(0.0, 0.0), max: point(50.0, 40.0) },
            corner: 0.0,
            fill: SEA,
            stroke: NO_STROKE,
        },
        Shape::Disc { centre: point(20.0, 20.0), radius: 8.0, fill: RED, stroke: NO_STROKE },
        Shape::Polygon {
            points: vec![point(60.0, 0.0), point(80.0, 0.0), point(80.0, 40.0), point(60.0, 40.0)],
            fill: RED.faded(0.5),
        },
    ];
    let pixels = png_export::pixels(&whole([100.0, 40.0], shapes), 2.0).expect("a fair size");
    assert_eq!((pixels.width, pixels.height, pixels.rgba.len()), (200, 80, 4 * 200 * 80));
    assert_eq!(pixel(&pixels, 40, 40), bytes(RED));
    assert_eq!(pixel(&pixels, 5, 5), bytes(SEA));
    assert_eq!(pixel(&pixels, 110, 40), [0, 0, 0, 0]);
    let [r, g, b, a] = pixel(&pixels, 140, 40);
    assert!(r >= 0xCA && g <= 2 && b <= 2 && a.abs_diff(128) <= 1, "straight alpha: {r} {g} {b} {a}");
}

#[test]
fn a_halo_lies_around_the_letters_and_not_over_them() {
    let halo = Colour::hex(0x00_FF00);
    let word = |halo| {
        let shape = Shape::Text {
            at: point(10.0, 60.0),
            anchor: Anchor::Start,
            text: "I".to_owned(),
            size: 60.0,
            weight: Weight::SemiBold,
            colour: RED,
            halo,
        };
        png_export::pixels(&whole([60.0, 80.0], vec![shape]), 1.0).expect("a fair size")
    };
    let count = |pixels: &png_export::Pixels, colour| {
        pixels.rgba.chunks_exact(4).filter(|p| *p == bytes(colour)).count()
    };
    let (with, without) = (word(Some(halo)), word(None));
    assert!(count(&without, RED) > 100, "the letter is drawn");
    assert_eq!(count(&with, RED), count(&without, RED), "the halo leaves the letter whole");
    assert!(count(&with, halo) > 100, "and can be seen around it");
}

#[test]
fn a_png_has_its_size_its_colours_and_its_resolution() {
    let pixels = png_export::pixels(&world(None, [270.0, 132.0], BORDER), 2.0).expect("a fair size");
    let file = png_export::encode(&pixels);
    let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height), (540, 264));
    assert_eq!(info.srgb, Some(png::SrgbRenderingIntent::Perceptual));
    let resolution = info.pixel_dims.expect("a resolution");
    assert_eq!((resolution.xppu, resolution.yppu), (5669, 5669), "144 pixels an inch");
    let mut read = vec![0; reader.output_buffer_size().expect("small")];
    reader.next_frame(&mut read).expect("whole");
    assert_eq!(read, pixels.rgba);
}

#[test]
fn sizes_that_cannot_be_drawn_are_refused_with_the_reason() {
    let picture = whole([100.0, 50.0], vec![]);
    for scale in [0.0, -1.0, f32::NAN, 1e9, 164.0, f32::INFINITY] {
        let why = png_export::pixels(&picture, scale).expect_err("too small or too large");
        assert!(matches!(why, NotDrawn::Size(..)), "{why:?}");
        assert!(why.to_string().contains("each side must be 1 to 16384"), "{why}");
    }
    assert!(png_export::pixels(&whole([0.0, 50.0], vec![]), 1.0).is_err());
}

#[test]
fn every_format_writes_a_file_that_is_known_as_its_own() {
    let state = State::default();
    for format in Format::ALL {
        let write = |map: &Exhibit| format.write(map, Print::default());
        let file = with_map(&Meetings::default(), &state, [400.0, 300.0], write).expect("a fair size");
        assert_eq!(Format::of_content(&file[..file.len().min(1024)]), Some(format));
    }
}

#[test]
fn the_world_has_land_and_sea_where_they_are() {
    let picture = world(None, [1000.0, 486.0], NO_STROKE);
    let pixels = png_export::pixels(&picture, 1.0).expect("a fair size");
    for (lon, lat, colour) in [
        (100.0, 60.0, SAND),
        (-100.0, 40.0, SAND),
        (25.0, 0.0, SAND),
        (0.0, -89.0, SAND),
        (-40.0, 30.0, SEA),
        (51.0, 42.0, SEA),
    ] {
        let plane = Projection::EqualEarth.plane_from_globe(summitry::meeting::Position::new(lon, lat));
        let at = picture.page_from_plane.page_from_plane(plane);
        assert_eq!(pixel(&pixels, at.x as usize, at.y as usize), bytes(colour), "{lon} {lat}");
    }
}

#[test]
fn a_close_view_is_small_and_shows_the_same_land() {
    let place = Projection::EqualEarth.plane_from_globe(summitry::meeting::Position::new(20.45, 44.82));
    let close = View { centre: place, span: 0.02 };
    let size = [600.0, 400.0];
    let picture = world(Some(close), size, Stroke { width: 2.0, colour: RED });
    let text = svg(&picture);
    assert!(text.len() < 20_000, "{} bytes", text.len());
    let pixels = png_export::pixels(&picture, 1.0).expect("a fair size");
    assert_eq!(pixel(&pixels, 300, 200), bytes(SAND), "Belgrade lies on land");
    assert!(pixels.rgba.chunks_exact(4).any(|pixel| pixel == bytes(RED)), "borders are near");
    // The window fills triangles; the file fills clamped rings. Both must agree about every pixel that is not
    // at an edge.
    let borders = Borders::embedded();
    for y in (5..400).step_by(15) {
        for x in (5..600).step_by(15) {
            let plane = picture.page_from_plane.plane_from_page(point(x as f32 + 0.5, y as f32 + 0.5));
            let place = Projection::EqualEarth.globe_from_plane(plane).expect("on the map");
            let found = pixel(&pixels, x, y);
            let expected = if borders.country_at(place).is_some() { SAND } else { SEA };
            assert!(found == bytes(expected) || found != bytes(SAND) && found != bytes(SEA), "{x}, {y}");
        }
    }
}
