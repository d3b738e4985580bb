//! The base map: sea, graticule, land, and the hatch over disputed areas.

use super::amounts::{amount, amounts};
use super::sheet::Sheet;
use super::{Dash, Shape, Stroke};
use crate::globe::land::HatchedArea;
use crate::globe::projection::Plane;
use crate::globe::view::{PageFromPlane, Point, Rect};

/// Points between two hatch lines, measured along x.
const HATCH_STEP: f32 = 5.0;

/// Draws everything below the lines.
pub fn draw(sheet: &mut Sheet) {
    let [width, height] = sheet.scene.size;
    let page = Rect { min: Point::default(), max: Point { x: width, y: height } };
    sheet.draw(Shape::Panel { rect: page, corner: 0.0, fill: sheet.look.beyond, stroke: Stroke::default() });
    let outline = &sheet.scene.lands.outline.ring;
    let points = outline.iter().map(|&at| on_page(&sheet.to_page, at)).collect();
    sheet.draw(Shape::Polygon { points, fill: sheet.look.sea });
    graticule(sheet);
    land(sheet);
    hatch(sheet);
}

fn on_page(to_page: &PageFromPlane, at: [f32; 2]) -> Point {
    to_page.page_from_plane(Plane { x: f64::from(at[0]), y: f64::from(at[1]) })
}

fn graticule(sheet: &mut Sheet) {
    let lands = sheet.scene.lands;
    let aids = sheet.scene.state.aids;
    let edge: Vec<[f32; 2]> = lands.outline.ring.iter().chain(lands.outline.ring.first()).copied().collect();
    let graticule = lands.graticule.iter().filter(|_| aids.graticule);
    for line in graticule.chain([&edge]) {
        thin_line(sheet, line, Dash::Solid);
    }
    for circle in lands.circles.iter().filter(|_| aids.circles) {
        for line in &circle.lines {
            thin_line(sheet, line, Dash::Dashed);
        }
    }
}

fn thin_line(sheet: &mut Sheet, line: &[[f32; 2]], dash: Dash) {
    let points: Vec<Point> = line.iter().map(|&at| on_page(&sheet.to_page, at)).collect();
    let colour = if dash == Dash::Solid { sheet.look.graticule } else { sheet.look.hatch };
    sheet.draw(Shape::Line { points, width: [0.8, 0.8], colour, dash });
}

fn land(sheet: &mut Sheet) {
    let scene = sheet.scene;
    let look = sheet.look;
    let nothing_lit = sheet.emphasis.rows.is_none();
    let amounts = amounts(&scene, &look);
    let fill = |area: &crate::globe::land::LandArea| {
        let counted = scene.shown.countries.get(&area.code).and_then(|&number| amount(&amounts, number));
        if sheet.emphasis.country == Some(area.code) || sheet.emphasis.countries.contains(&area.code) {
            look.lit_land
        } else if let Some(counted) = counted {
            counted.fill
        } else if nothing_lit && scene.shown.countries.contains_key(&area.code) {
            look.taking_part
        } else {
            look.land
        }
    };
    let land = scene.lands.at(sheet.to_page.scale).clone();
    let fills = land.areas.iter().map(fill).collect();
    let border = Stroke { width: 0.7, colour: look.border };
    sheet.draw(Shape::Land { land, fills, border });
}

fn hatch(sheet: &mut Sheet) {
    let [width, height] = sheet.scene.size;
    for area in sheet.scene.lands.disputed.iter() {
        let min = on_page(&sheet.to_page, [area.bounds[0], area.bounds[3]]);
        let max = on_page(&sheet.to_page, [area.bounds[2], area.bounds[1]]);
        let visible = max.x > 0.0 && min.x < width && max.y > 0.0 && min.y < height;
        if visible && max.x - min.x > 1.5 && max.y - min.y > 1.5 {
            hatch_area(sheet, area, [min.y.max(-20.0), max.y.min(height + 20.0)]);
        }
    }
}

/// Fills rings with parallel lines rising to the right, by the even-odd rule. In coordinates sheared so that the hatch is vertical
/// (u = x + y), each line is a column and each ring edge crosses it at most once.
fn hatch_area(sheet: &mut Sheet, area: &HatchedArea, rows: [f32; 2]) {
    let rings: Vec<Vec<Point>> =
        area.rings.iter().map(|ring| ring.iter().map(|&at| on_page(&sheet.to_page, at)).collect()).collect();
    let (mut first, mut last) = (f32::MAX, f32::MIN);
    for point in rings.iter().flatten() {
        first = first.min(point.x + point.y);
        last = last.max(point.x + point.y);
    }
    let [width, height] = sheet.scene.size;
    // Columns are counted from the plane's origin, so that the hatch moves with the map.
    let phase = (sheet.to_page.origin[0] + sheet.to_page.origin[1]).rem_euclid(f64::from(HATCH_STEP)) as f32;
    let first = ((first.max(0.0) - phase) / HATCH_STEP).ceil() as i32;
    let last = ((last.min(width + height) - phase) / HATCH_STEP).floor() as i32;
    for column in first..=last {
        let u = column as f32 * HATCH_STEP + phase + 0.013;
        for [top, bottom] in spans(&rings, u) {
            let (top, bottom) = (top.max(rows[0]), bottom.min(rows[1]));
            if bottom > top {
                let points = vec![Point { x: u - bottom, y: bottom }, Point { x: u - top, y: top }];
                let colour = sheet.look.hatch;
                sheet.draw(Shape::Line { points, width: [0.7, 0.7], colour, dash: Dash::Solid });
            }
        }
    }
}

/// The stretches of y in which the column x + y = u lies inside the rings.
fn spans(rings: &[Vec<Point>], u: f32) -> Vec<[f32; 2]> {
    let mut crossings = Vec::new();
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (ua, ub) = (a.x + a.y, b.x + b.y);
            if (ua <= u) != (ub <= u) {
                crossings.push(a.y + (b.y - a.y) * (u - ua) / (ub - ua));
            }
        }
    }
    crossings.sort_by(f32::total_cmp);
    crossings.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
}
