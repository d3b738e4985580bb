//! The ground that names are set on: what is taken around the pane, and how much line lies where.

use crate::globe::view::{Point, Rect};
use crate::picture::marks::Marks;
use crate::picture::plan::{Plan, PlannedLine};

/// Points around the pane for which names are placed too: what lies further away cannot move a name in sight.
const AROUND: f32 = 512.0;

/// What lies around the pane.
pub struct Ground {
    /// The pane and what is around it.
    pub region: Rect,
    /// Where names stand.
    pub taken: Occupied,
    /// Where marks are.
    pub discs: Occupied,
    crowd: Crowd,
}

impl Ground {
    /// The lines and marks drawn so far, no name yet.
    pub fn new(plan: &Plan, out: &Marks) -> Self {
        let Rect { min, max } = plan.layout.pane;
        let region = Rect {
            min: Point { x: min.x - AROUND, y: min.y - AROUND },
            max: Point { x: max.x + AROUND, y: max.y + AROUND },
        };
        let mut discs = Occupied::new(region);
        out.discs.iter().for_each(|&disc| discs.add(disc));
        let origin = plan.to_page.origin.map(|o| o as f32);
        let crowd = Crowd::new(region, origin, &plan.lines);
        Self { region, taken: Occupied::new(region), discs, crowd }
    }

    /// The same ground without names.
    pub fn clear_names(&mut self) {
        self.taken = Occupied::new(self.region);
    }

    /// The line under a rectangle, in cells crossed.
    pub fn line_under(&self, rect: Rect) -> f32 {
        self.crowd.under(rect)
    }
}

/// Rectangles of a region, found by where they lie.
pub struct Occupied {
    corner: Point,
    columns: usize,
    /// Row by row, the rectangles that touch each block.
    blocks: Vec<Vec<Rect>>,
}

/// The side of a block in points.
const BLOCK: f32 = 64.0;

impl Occupied {
    fn new(region: Rect) -> Self {
        let columns = (region.width() / BLOCK) as usize + 1;
        let rows = (region.height() / BLOCK) as usize + 1;
        Self { corner: region.min, columns, blocks: vec![Vec::new(); columns * rows] }
    }

    /// One more rectangle. What lies outside the region counts as on its edge.
    pub fn add(&mut self, rect: Rect) {
        for block in self.touched(rect) {
            self.blocks[block].push(rect);
        }
    }

    /// Whether anything overlaps a rectangle.
    pub fn any(&self, rect: Rect) -> bool {
        self.near(rect).any(|one| one.overlaps(rect))
    }

    /// Those in the blocks that a rectangle touches; some several times.
    pub fn near(&self, rect: Rect) -> impl Iterator<Item = Rect> {
        self.touched(rect).flat_map(|block| self.blocks[block].iter().copied())
    }

    fn touched(&self, rect: Rect) -> impl Iterator<Item = usize> + use<> {
        let (columns, last_row) = (self.columns, self.blocks.len() / self.columns - 1);
        let cell = |at: f32, last: usize| ((at / BLOCK).max(0.0) as usize).min(last);
        let left = cell(rect.min.x - self.corner.x, columns - 1);
        let right = cell(rect.max.x - self.corner.x, columns - 1);
        let rows = cell(rect.min.y - self.corner.y, last_row)..=cell(rect.max.y - self.corner.y, last_row);
        rows.flat_map(move |row| (left..=right).map(move |column| row * columns + column))
    }
}

/// How much line lies where, on a grid that moves with the map, so that names do not jump while it is panned.
struct Crowd {
    /// Where the grid's first cell begins.
    corner: Point,
    columns: usize,
    /// Row by row, the line in each cell, in parts of a cell: whole numbers, so that the order of the lines
    /// changes nothing.
    cells: Vec<u32>,
}

/// Lines from which on they are looked at less closely.
const MANY: usize = 400;
/// Parts of a cell.
const PARTS: f32 = 256.0;
/// The side of a cell in points.
const CELL: f32 = 6.0;

impl Crowd {
    fn new(region: Rect, [x, y]: [f32; 2], lines: &[PlannedLine]) -> Self {
        let snapped = |edge: f32, origin: f32| origin + ((edge - origin) / CELL).floor() * CELL;
        let corner = Point { x: snapped(region.min.x, x), y: snapped(region.min.y, y) };
        let columns = (region.width() / CELL) as usize + 2;
        let rows = (region.height() / CELL) as usize + 2;
        let mut crowd = Self { corner, columns, cells: vec![0; columns * rows] };
        // Where there are many lines, it is enough to look at some of their corners and cells.
        let (corners, stride) = if lines.len() > MANY { (3, 4.0 * CELL) } else { (1, CELL) };
        // Where a line runs depends on nothing that is lit.
        for points in lines.iter().flat_map(|line| &line.pieces) {
            let last = points.len().saturating_sub(1);
            for corner in (0..last).step_by(corners) {
                crowd.add(points[corner], points[(corner + corners).min(last)], region, stride);
            }
        }
        crowd
    }

    fn column(&self, x: f32) -> usize {
        (((x - self.corner.x) / CELL).max(0.0) as usize).min(self.columns - 1)
    }

    fn row(&self, y: f32) -> usize {
        (((y - self.corner.y) / CELL).max(0.0) as usize).min(self.cells.len() / self.columns - 1)
    }

    fn add(&mut self, a: Point, b: Point, region: Rect, stride: f32) {
        let beside = a.x.max(b.x) < region.min.x || a.x.min(b.x) > region.max.x;
        if beside || a.y.max(b.y) < region.min.y || a.y.min(b.y) > region.max.y {
            return;
        }
        let length = a.distance_to(b);
        let steps = (length / stride).ceil().min(4000.0) as usize;
        for step in 0..steps {
            let share = step as f32 / steps as f32;
            let at = Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
            if region.contains(at) {
                let cell = self.row(at.y) * self.columns + self.column(at.x);
                self.cells[cell] += (PARTS * length / steps as f32 / CELL) as u32;
            }
        }
    }

    /// The line under a rectangle, in cells crossed.
    fn under(&self, rect: Rect) -> f32 {
        let columns = self.column(rect.min.x)..=self.column(rect.max.x);
        let rows = self.row(rect.min.y)..=self.row(rect.max.y);
        rows.map(|row| {
            let start = row * self.columns;
            self.cells[start + columns.start()..=start + columns.end()].iter().sum::<u32>()
        })
        .sum::<u32>() as f32
            / PARTS
    }
}
