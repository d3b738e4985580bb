//! Parts of a table, worked on at once by as many threads as there are processors, and given in order.

use crate::gazetteer::translation::{speaking, spoken};
use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// Fewer rows are quicker done on one thread.
const LEAST: usize = 10_000;

/// What is found of each part of so many rows, in order.
pub fn of_parts<T: Send>(rows: usize, find: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let parts = processors.min(rows / LEAST).max(1);
    if parts == 1 {
        return vec![find(0..rows)];
    }
    let part = |number: usize| rows * number / parts..rows * (number + 1) / parts;
    let (find, language) = (&find, spoken());
    thread::scope(|threads| {
        let running: Vec<_> = (0..parts)
            .map(|number| threads.spawn(move || speaking(language, || find(part(number)))))
            .collect();
        running.into_iter().map(|one| one.join().unwrap_or_else(|why| resume_unwind(why))).collect()
    })
}
