//! Expected texts: files in `tests/expected/`, written anew with `UPDATE=1`.

use std::path::Path;

/// An SVG with its land on a grid of four points and its borders, which run along the same corners, as their
/// measures: still a picture, and short enough to be read in a difference.
pub fn with_land_in_brief(svg: &str) -> String {
    let lines = svg.lines();
    let brief = |line: &str| match line.split_once(" d=\"") {
        Some((start, borders)) if line.starts_with("<path id=\"borders\"") => {
            format!("{start} {}/>\n", measures(borders.split('"').next().unwrap_or_default()))
        }
        Some((start, rings)) if line.starts_with("<path id=\"") => {
            let rings: String = rings.trim_end_matches("\"/>").split('z').map(ring_in_brief).collect();
            if rings.is_empty() { String::new() } else { format!("{start} d=\"{rings}\"/>\n") }
        }
        _ => format!("{line}\n"),
    };
    lines.map(brief).collect()
}

/// The corners of a ring or a run that is written as a place and steps from it, such as `12.5 3l.5-.2 1 0`.
fn corners(run: &str) -> Vec<[f64; 2]> {
    let mut numbers: Vec<f64> = Vec::new();
    let mut begin = 0;
    let bytes = run.as_bytes();
    for end in 0..=bytes.len() {
        let parts = bytes.get(end).is_none_or(|letter| matches!(letter, b'M' | b'l' | b' ' | b'-'));
        if parts {
            let text = run[begin..end].trim_start_matches(['M', 'l', ' ']);
            if !text.is_empty() {
                numbers.push(text.parse().expect("a number"));
            }
            begin = end;
        }
    }
    let mut at = [0.0; 2];
    let steps = numbers.chunks_exact(2);
    assert!(steps.remainder().is_empty(), "{run}");
    steps
        .map(|step| {
            at = [at[0] + step[0], at[1] + step[1]];
            at
        })
        .collect()
}

/// How many lines a path of relative steps has, how long they are, and where their middle is, to a point: a
/// border that is missing, in excess or elsewhere changes one of them, and the last digit of a sine does not.
fn measures(path: &str) -> String {
    let (mut lines, mut length, mut moment) = (0, 0.0_f64, [0.0_f64; 2]);
    for line in path.split('M').filter(|line| !line.is_empty()) {
        lines += 1;
        for pair in corners(line).windows(2) {
            let [before, at] = [pair[0], pair[1]];
            let long = (at[0] - before[0]).hypot(at[1] - before[1]);
            length += long;
            moment = [0, 1].map(|i| moment[i] + long * f64::midpoint(before[i], at[i]));
        }
    }
    let [x, y] = moment.map(|moment| moment / length.max(1.0));
    format!("lines=\"{lines}\" length=\"{length:.0}\" middle=\"{x:.0},{y:.0}\"")
}

/// A ring of relative steps on a grid of four points; empty for what is no larger than a cell of it.
fn ring_in_brief(ring: &str) -> String {
    let mut brief: Vec<[i64; 2]> = Vec::new();
    for at in corners(ring) {
        let corner = at.map(|part| (part / 4.0).round() as i64 * 4);
        if brief.last() != Some(&corner) {
            brief.push(corner);
        }
    }
    if brief.len() > 1 && brief.first() == brief.last() {
        brief.pop();
    }
    if brief.len() < 5 {
        return String::new();
    }
    let brief: Vec<String> = brief.iter().map(|[x, y]| format!("{x},{y}")).collect();
    format!("M{}z", brief.join(" "))
}

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
