//! Courses: the ways between places on one chart, worked out once and kept, since a map that is panned draws
//! the same ones again.

use super::chart::Chart;
use super::projection::Plane;
use crate::meeting::Position;
use ahash::HashMap;
use std::sync::{Arc, Mutex};

/// The pieces of a way on the plane.
pub type Pieces = Arc<[Vec<Plane>]>;

/// Points that a drawn course may stray from the true one.
const TOLERANCE: f64 = 0.2;
/// Courses that are kept at most: some tens of megabytes.
const MOST: usize = 60_000;

/// The courses of a chart, kept once worked out. Its answers do not depend on earlier questions.
#[derive(Debug)]
pub struct Courses {
    chart: Chart,
    kept: Mutex<HashMap<Key, Pieces>>,
}

/// Both ends, to the last bit, and the power of two of the scale.
type Key = ([u64; 4], i32);

impl Courses {
    /// None yet.
    #[must_use]
    pub fn new(chart: Chart) -> Self {
        Self { chart, kept: Mutex::default() }
    }

    /// The shortest way from `from` to `to`, cut where the map is, true to a fifth of a point up to the next
    /// power of two of `scale`, which is points per plane unit.
    #[must_use]
    pub fn course(&self, from: Position, to: Position, scale: f64) -> Pieces {
        let level = scale.max(f64::MIN_POSITIVE).log2().ceil() as i32;
        let key = ([from.lon, from.lat, to.lon, to.lat].map(f64::to_bits), level);
        let mut kept = self.kept.lock().expect("no holder of this lock can panic");
        if let Some(pieces) = kept.get(&key) {
            return pieces.clone();
        }
        if kept.len() >= MOST {
            kept.clear();
        }
        let pieces: Pieces = self.chart.course(from, to, TOLERANCE / f64::from(level).exp2()).into();
        kept.insert(key, pieces.clone());
        pieces
    }
}
