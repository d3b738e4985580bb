//! Any text as the name of a place: candidates come in order of their score, and are told in both forms.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::gazetteer::candidates::candidates;
use summitry_fuzz::headless::geocode::{Geocode, geocode};

fuzz_target!(|text: &str| {
    let found = candidates(text, None);
    assert!(found.is_sorted_by(|a, b| a.score >= b.score), "{found:?}");
    for json in [false, true] {
        let options = Geocode { names: vec![text.to_owned()], within: None, json };
        let mut told = Vec::new();
        let answer = geocode(&options, text.as_bytes(), &mut told);
        assert!(answer.remarks.is_empty() || text == "-", "{answer:?}");
        assert!(std::str::from_utf8(&told).is_ok());
    }
});
