//! Any bytes as a table: what is read of them is written as CSV and read again as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::export::listing::{Form, listing};
use summitry_fuzz::import::{Import, csv};

fuzz_target!(|bytes: &[u8]| {
    let mut first = Import::default();
    csv::read("t.csv", bytes, &mut first);
    let rows: Vec<usize> = (0..first.meetings.len()).collect();
    let written = listing(&first.meetings, &rows, Form::Csv);
    let mut again = Import::default();
    csv::read("t.csv", written.as_bytes(), &mut again);
    assert_eq!(again.meetings, first.meetings, "{written}");
});
