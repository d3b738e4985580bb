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
pub const MOST: usize = 60_000;

/// The courses of a chart, kept once worked out. Its answers do not depend on earlier questions.
#[derive(Debug)]
pub struct Courses {
    chart: Chart,
    kept: Mutex<Kept>,
}

/// Both ends, to the last bit, and the power of two of the scale.
type Key = ([u64; 4], i32);

/// What is kept. Once it is full, each new course takes the place of one chosen by chance: where a frame
/// draws more courses than are kept, in the same order each time, dropping the oldest would drop each one
/// just before it is drawn again.
#[derive(Debug, Default)]
struct Kept {
    pieces: HashMap<Key, Pieces>,
    /// The keys of all that is kept, each in a place of its own.
    keys: Vec<Key>,
    /// Where the row of chance numbers stands.
    chance: u64,
}

impl Kept {
    fn insert(&mut self, key: Key, pieces: Pieces) {
        if self.keys.len() < MOST {
            self.keys.push(key);
        } else {
            // The linear congruence of Knuth's MMIX: the same row of numbers in every run.
            self.chance =
                self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let place = (self.chance >> 33) as usize % MOST;
            let dropped = std::mem::replace(&mut self.keys[place], key);
            self.pieces.remove(&dropped);
        }
        self.pieces.insert(key, pieces);
    }
}

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
        if let Some(pieces) = kept.pieces.get(&key) {
            return pieces.clone();
        }
        let pieces: Pieces = self.chart.course(from, to, TOLERANCE / f64::from(level).exp2()).into();
        kept.insert(key, pieces.clone());
        pieces
    }

    /// How many are kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.kept.lock().expect("no holder of this lock can panic").pieces.len()
    }
}
