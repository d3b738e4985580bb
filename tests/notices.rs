//! The licence texts that go with the program: every crate that it is built from is named in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const NOTICES: &str = include_str!("../assets/notices.txt");

fn text_of(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("it lies at the top")
}

/// The crates that the program itself asks for, not its tests.
fn asked_for(manifest: &str) -> Vec<&str> {
    let from = manifest.split("[dependencies]").nth(1).expect("it has dependencies");
    let table = from.split("\n[").next().unwrap_or_default();
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = ").map(|(name, _)| name.trim())).collect()
}

/// `name version` of every package of the lock file, with the packages that it depends on, written as the
/// file writes them.
fn packages(lock: &str) -> BTreeMap<String, Vec<String>> {
    let value = |line: &str, key: &str| {
        line.strip_prefix(key).map(|value| value.trim_matches([' ', '=', '"', ',']).to_owned())
    };
    let package = |text: &str| {
        let find = |key: &str| text.lines().find_map(|line| value(line, key));
        let (name, version) = (find("name")?, find("version")?);
        let listed = text.lines().filter_map(|line| value(line, " \""));
        Some((format!("{name} {version}"), listed.collect()))
    };
    lock.split("[[package]]").filter_map(package).collect()
}

/// Everything that a crate is built with, itself included.
fn built_with(packages: &BTreeMap<String, Vec<String>>, roots: &[&str]) -> BTreeSet<String> {
    // A package is written without its version where there is only one, and with its source where that is
    // needed.
    let is_meant = |package: &str, written: &str| {
        package == written
            || package.split(' ').next() == Some(written)
            || written.strip_prefix(package).is_some_and(|rest| rest.starts_with(" ("))
    };
    let mut waiting: Vec<String> = roots.iter().map(ToString::to_string).collect();
    let mut found = BTreeSet::new();
    while let Some(written) = waiting.pop() {
        for (package, needs) in packages.iter().filter(|(package, _)| is_meant(package, &written)) {
            if found.insert(package.clone()) {
                waiting.extend(needs.iter().cloned());
            }
        }
    }
    found
}

#[test]
fn every_crate_that_the_program_is_built_from_is_named_with_its_licence() {
    let (manifest, lock) = (text_of("Cargo.toml"), text_of("Cargo.lock"));
    let (roots, packages) = (asked_for(&manifest), packages(&lock));
    for root in ["clap", "eframe", "resvg"] {
        assert!(roots.contains(&root), "{roots:?}");
    }
    let built_with = built_with(&packages, &roots);
    assert!(built_with.len() > 300, "the lock file is read: {}", built_with.len());
    let named: BTreeSet<&str> = NOTICES.lines().collect();
    let missing: Vec<&String> =
        built_with.iter().filter(|package| !named.contains(package.as_str())).collect();
    assert!(missing.is_empty(), "run data/build/build_notices.py: {missing:#?}");
}
