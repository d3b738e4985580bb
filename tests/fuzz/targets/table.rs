//! Any bytes as a table of meetings: what is read of them is written as CSV and read again as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::export::listing::{Form, listing};
use summitry_fuzz::import::instructions::Instructions;
use summitry_fuzz::import::{self, Import};

fn read(bytes: &[u8]) -> Import {
    let mut import = Import::default();
    import::bytes("t.csv", bytes.to_vec(), &Instructions::default(), &mut import);
    import
}

fuzz_target!(|bytes: &[u8]| {
    let first = read(bytes).meetings;
    if !first.is_empty() {
        let rows: Vec<usize> = (0..first.len()).collect();
        let written = listing(&first, &rows, Form::Csv);
        assert_eq!(read(written.as_bytes()).meetings, first, "{written}");
    }
});
