//! Any bytes as a file of any form: spreadsheets, JSON, XML, Parquet, ZIP and text are read, or refused with
//! a reason.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::import::instructions::Instructions;
use summitry_fuzz::import::{self, Import};

fuzz_target!(|bytes: &[u8]| {
    let mut import = Import::default();
    import::bytes("t", bytes.to_vec(), &Instructions::default(), &mut import);
    assert_eq!(import.files_read + import.files_failed, 1);
});
