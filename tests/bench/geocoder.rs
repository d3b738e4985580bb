//! How long a look-up takes: medians, printed one per line.

use std::hint::black_box;
use std::time::{Duration, Instant};
use summitry::gazetteer::candidates::candidates;
use summitry::gazetteer::country::Countries;
use summitry::gazetteer::spelling;

fn main() {
    once("countries parsed", Countries::embedded);
    once("first country by name", || Countries::embedded().find("Burma"));
    once("first exact look-up", || candidates("Astana", None));
    once("names for close spellings read", spelling::warm_up);
    for (what, name) in [
        ("exact", "Astana"),
        ("alias", "Nur-Sultan"),
        ("country", "Türkiye"),
        ("ambiguous", "San José"),
        ("with its own hint", "St Petersburg, Florida"),
        ("close spelling, short", "Astanna"),
        ("close spelling, six letters", "Londom"),
        ("close spelling, long", "Johanesburg"),
        ("close spelling, two words", "Saint Petersborgg"),
        ("close spelling, Cyrillic", "Владивасток"),
        ("no place", "Xyzzyplugh"),
        ("no place, two words", "qwerty asdf"),
    ] {
        median(what, || candidates(black_box(name), None));
    }
}

fn once<T>(what: &str, work: impl FnOnce() -> T) {
    let started = Instant::now();
    black_box(work());
    println!("{what}: {} (once)", in_units(started.elapsed()));
}

fn median<T>(what: &str, work: impl Fn() -> T) {
    const RUNS: usize = 201;
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            black_box(work());
            started.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "{what}: {} (median of {RUNS}; slowest {})",
        in_units(times[RUNS / 2]),
        in_units(times[RUNS - 1])
    );
}

fn in_units(time: Duration) -> String {
    let microseconds = time.as_secs_f64() * 1e6;
    if microseconds < 1000.0 {
        format!("{microseconds:.1} µs")
    } else {
        format!("{:.2} ms", microseconds / 1000.0)
    }
}
