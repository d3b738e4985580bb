//! Any text as a project file: what is read of it is written and read again as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use summitry_fuzz::document::file::read::from_text;
use summitry_fuzz::document::file::write::to_text;

fuzz_target!(|text: &str| {
    if let Ok(opened) = from_text(text) {
        let written = to_text(&opened.document);
        let again = from_text(&written).expect("what is written is read");
        assert_eq!(again.document, opened.document, "{written}");
        assert_eq!(to_text(&again.document), written);
    }
});
