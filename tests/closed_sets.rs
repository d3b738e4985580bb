//! Closed sets: the `ALL` of an enum names every variant of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every source of the library, with its path.
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the sources are here") {
        let path = entry.expect("the sources are here").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).expect("the sources are text");
            found.push((path.display().to_string(), text));
        }
    }
}

/// What stands between `{` or `[` at the start of the text and its counterpart, without comments.
fn inside(text: &str) -> String {
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let code = code.join("\n");
    let mut depth = 0_usize;
    let end = code.char_indices().find(|(_, letter)| {
        match letter {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    code[1..end.expect("the sources compile").0].to_owned()
}

/// The names that begin the parts of a list, which commas part at its own depth: `Day`, `Month`.
fn names(list: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let parts = list.split(|letter: char| {
        match letter {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    });
    let name = |part: &str| {
        let part = part.lines().map(str::trim).filter(|line| !line.starts_with('#')).collect::<String>();
        let part = part.trim_start_matches("Self::");
        part.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().map(str::to_owned)
    };
    parts.filter_map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_list_of_all_variants_has_each_of_them() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut checked = 0;
    for (path, text) in &files {
        let mut variants: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (at, _) in text.match_indices("enum ") {
            let rest = &text[at + "enum ".len()..];
            let name = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
            if let Some(body) = rest[name.len()..].trim_start().strip_prefix('{') {
                let list = format!("{{{body}");
                variants.insert(name, names(&inside(&list)));
            }
        }
        for (at, _) in text.match_indices("const ALL: [Self;") {
            let before = &text[..at];
            let of = before.rfind("\nimpl ").map(|at| &before[at + "\nimpl ".len()..]).unwrap_or_default();
            let of = of.split(' ').next().unwrap_or_default();
            let list = text[at..].split_once('=').expect("a constant has a value").1;
            let mut listed = names(&inside(list.trim_start()));
            let mut declared = variants.get(of).unwrap_or_else(|| panic!("{path}: where is {of}?")).clone();
            listed.sort();
            // A variant with a value is listed once for each value.
            listed.dedup();
            declared.sort();
            assert_eq!(listed, declared, "{path}: the variants of {of}");
            checked += 1;
        }
    }
    assert!(checked >= 25, "only {checked} lists were found");
}
