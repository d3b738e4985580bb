//! The base map: sea, graticule, land, and the hatch over areas of contested status.

use crate::globe::land::HatchedArea;
use crate::globe::projection::Plane;
use crate::globe::view::{PageFromPlane, Point, Rect};
use crate::meeting::code::CountryCode;
use crate::picture::amounts::amount;
use crate::picture::emphasis::Level;
use crate::picture::look::Colour;
use crate::picture::marks::Marks;
use crate::picture::plan::Plan;
use crate::picture::{Dash, Group, Shape, Stroke};

/// Points between two hatch lines, measured along x.
const HATCH_STEP: f32 = 5.0;

/// Draws everything below the lines.
pub fn draw(plan: &Plan, out: &mut Marks) {
    let [width, height] = plan.scene.size;
    let page = Rect { min: Point::default(), max: Point { x: width, y: height } };
    out.draw(Shape::Panel { rect: page, corner: 0.0, fill: plan.ground(), stroke: Stroke::default() });
    out.group = Group::Sea;
    let is_clear = plan.scene.state.page.transparent;
    let beyond = if is_clear { Colour::TRANSPARENT } else { plan.look.beyond };
    out.draw(Shape::Panel { rect: page, corner: 0.0, fill: beyond, stroke: Stroke::default() });
    let outline = &plan.scene.lands.outline.ring;
    let points = outline.iter().map(|&at| on_page(&plan.to_page, at)).collect();
    out.draw(Shape::Polygon { points, fill: plan.look.sea });
    graticule(plan, out);
    out.group = Group::Land;
    land(plan, out);
    out.group = Group::Contested;
    hatch(plan, out);
    around_country(plan, out);
}

fn on_page(to_page: &PageFromPlane, at: [f32; 2]) -> Point {
    to_page.page_from_plane(Plane { x: f64::from(at[0]), y: f64::from(at[1]) })
}

fn graticule(plan: &Plan, out: &mut Marks) {
    let lands = plan.scene.lands;
    let aids = plan.scene.state.aids;
    let edge: Vec<[f32; 2]> = lands.outline.ring.iter().chain(lands.outline.ring.first()).copied().collect();
    let graticule = lands.graticule.iter().filter(|_| aids.graticule);
    for line in graticule.chain([&edge]) {
        thin_line(plan, out, line, Dash::Solid);
    }
    for circle in lands.circles.iter().filter(|_| aids.circles) {
        for line in &circle.lines {
            thin_line(plan, out, line, Dash::Dashed);
        }
    }
}

fn thin_line(plan: &Plan, out: &mut Marks, line: &[[f32; 2]], dash: Dash) {
    let points: Vec<Point> = line.iter().map(|&at| on_page(&plan.to_page, at)).collect();
    let colour = if dash == Dash::Solid { plan.look.graticule } else { plan.look.hatch };
    out.draw(Shape::Line { points, width: [0.8, 0.8], colour, dash });
}

fn land(plan: &Plan, out: &mut Marks) {
    let scene = plan.scene;
    let land = scene.lands.at(plan.to_page.scale).clone();
    let fills = land.areas.iter().map(|area| fill(plan, area.code)).collect();
    let border = Stroke { width: 0.7, colour: plan.look.border };
    out.draw(Shape::Land { land, fills, border });
}

/// The fill of a country's land, by whether it takes part and by how much it counts.
#[must_use]
pub fn fill(plan: &Plan, code: CountryCode) -> Colour {
    let countries = &plan.scene.shown.countries;
    let counted = countries.get(&code).and_then(|&number| amount(&plan.amounts, number));
    match (plan.emphasis.of_country(code), counted) {
        (Level::Full, _) => plan.look.lit_land,
        (Level::Company | Level::Context, Some(counted)) => counted.fill,
        (Level::Company, None) => plan.look.taking_part,
        (Level::Context, None) if !plan.emphasis.singles_out() && countries.contains_key(&code) => {
            plan.look.taking_part
        }
        (Level::Context, None) => plan.look.land,
    }
}

/// Draws a line around the country that is pointed at or selected: it is seen on every fill.
fn around_country(plan: &Plan, out: &mut Marks) {
    let Some(code) = plan.emphasis.country else { return };
    let land = plan.scene.lands.at(plan.to_page.scale);
    let width = if plan.emphasis.is_selected { 1.5 } else { 1.0 };
    for ring in land.areas.iter().filter(|area| area.code == code).flat_map(|area| &area.rings) {
        let corners = &land.vertices[ring.vertices.clone()];
        let points = corners.iter().chain(corners.first()).map(|&at| on_page(&plan.to_page, at)).collect();
        out.draw(Shape::Line { points, width: [width; 2], colour: plan.look.ink, dash: Dash::Solid });
    }
}

fn hatch(plan: &Plan, out: &mut Marks) {
    let [width, height] = plan.scene.size;
    for area in plan.scene.lands.contested.iter() {
        let min = on_page(&plan.to_page, [area.bounds[0], area.bounds[3]]);
        let max = on_page(&plan.to_page, [area.bounds[2], area.bounds[1]]);
        let visible = max.x > 0.0 && min.x < width && max.y > 0.0 && min.y < height;
        if visible && max.x - min.x > 1.5 && max.y - min.y > 1.5 {
            hatch_area(plan, out, area, [min.y.max(-20.0), max.y.min(height + 20.0)]);
        }
    }
}

/// Fills rings with parallel lines rising to the right, by the even-odd rule. In coordinates sheared so that
/// the hatch is vertical (u = x + y), each line is a column and each ring edge crosses it at most once.
fn hatch_area(plan: &Plan, out: &mut Marks, area: &HatchedArea, rows: [f32; 2]) {
    let rings: Vec<Vec<Point>> =
        area.rings.iter().map(|ring| ring.iter().map(|&at| on_page(&plan.to_page, at)).collect()).collect();
    let (mut first, mut last) = (f32::MAX, f32::MIN);
    for point in rings.iter().flatten() {
        first = first.min(point.x + point.y);
        last = last.max(point.x + point.y);
    }
    let [width, height] = plan.scene.size;
    // Columns are counted from the plane's origin, so that the hatch moves with the map.
    let phase = (plan.to_page.origin[0] + plan.to_page.origin[1]).rem_euclid(f64::from(HATCH_STEP)) as f32;
    let first = ((first.max(0.0) - phase) / HATCH_STEP).ceil() as i32;
    let last = ((last.min(width + height) - phase) / HATCH_STEP).floor() as i32;
    let mut lines = Vec::new();
    for column in first..=last {
        let u = column as f32 * HATCH_STEP + phase + 0.013;
        for [top, bottom] in spans(&rings, u) {
            let (top, bottom) = (top.max(rows[0]), bottom.min(rows[1]));
            if bottom > top {
                lines.push([Point { x: u - bottom, y: bottom }, Point { x: u - top, y: top }]);
            }
        }
    }
    if !lines.is_empty() {
        let stroke = Stroke { width: 0.7, colour: plan.look.hatch };
        out.draw(Shape::Hatch { rings, lines, step: HATCH_STEP, phase, stroke });
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
