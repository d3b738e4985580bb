//! Any text as a date: what files write comes back, and every reading ends no earlier than it begins.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::import::when::{How, Order, read};
use summitry_fuzz::meeting::date::PartialDate;

fuzz_target!(|text: &str| {
    if let Ok(date) = PartialDate::parse(text) {
        assert_eq!(date.to_string(), text);
    }
    for order in Order::ALL {
        for serials in [false, true] {
            if let Ok(reading) = read(text, &How { order, serials, ..How::default() }) {
                assert!(reading.whole().days().is_none_or(|(first, last)| first <= last), "{reading:?}");
            }
        }
    }
});
