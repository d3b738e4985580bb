//! Expected texts: files in `tests/expected/`, written anew with `UPDATE=1`.

use std::path::Path;

/// Compares a text with the file of that name.
#[track_caller]
pub fn expect_text(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).expect("the folder of expected texts can be written");
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let mut lines = expected.lines().zip(text.lines()).enumerate();
    if let Some((number, (expected, found))) = lines.find(|(_, (expected, found))| expected != found) {
        panic!(
            "{name}, line {}:\n expected {expected}\n found    {found}\n(UPDATE=1 accepts it)",
            number + 1
        );
    }
    assert_eq!(
        expected.lines().count(),
        text.lines().count(),
        "{name} has more or fewer lines (UPDATE=1 accepts it)"
    );
}
