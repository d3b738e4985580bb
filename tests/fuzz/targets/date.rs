//! Any text as a date: what is read is written and read again as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::import::written_date;
use summitry_fuzz::meeting::date::PartialDate;

fuzz_target!(|text: &str| {
    if let Ok(date) = PartialDate::parse(text) {
        assert_eq!(date.to_string(), text);
    }
    match written_date::read(text) {
        Ok(date) => assert_eq!(PartialDate::parse(&date.to_string()), Ok(date)),
        Err(refused) => {
            for reading in refused.readings {
                assert!(reading.first_day() <= reading.last_day());
            }
        }
    }
});
