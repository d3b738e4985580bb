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

/// How many lines a path of relative steps has, how long they are, and where their middle is, to a point: a
/// border that is missing, in excess or elsewhere changes one of them, and the last digit of a sine does not.
fn measures(path: &str) -> String {
    let (mut lines, mut length, mut moment) = (0, 0.0_f64, [0.0_f64; 2]);
    for line in path.split('M').filter(|line| !line.is_empty()) {
        lines += 1;
        let mut before: Option<[f64; 2]> = None;
        for pair in line.split(['l', ' ']).filter(|pair| !pair.is_empty()) {
            let (x, y) = pair.split_once(',').expect("two numbers");
            let step = [x, y].map(|text| text.parse::<f64>().expect("a number"));
            let at = before.map_or(step, |before| [before[0] + step[0], before[1] + step[1]]);
            if let Some(before) = before {
                let long = step[0].hypot(step[1]);
                length += long;
                moment = [0, 1].map(|i| moment[i] + long * f64::midpoint(before[i], at[i]));
            }
            before = Some(at);
        }
    }
    let [x, y] = moment.map(|moment| moment / length.max(1.0));
    format!("lines=\"{lines}\" length=\"{length:.0}\" middle=\"{x:.0},{y:.0}\"")
}

/// A ring written as `Mx,y x,y z` on a grid of four points; empty for what is no larger than a cell of it.
fn ring_in_brief(ring: &str) -> String {
    let mut at = [0.0, 0.0];
    let mut corners: Vec<[i64; 2]> = Vec::new();
    for pair in ring.split(['M', 'l', ' ']).filter(|pair| !pair.is_empty()) {
        let (x, y) = pair.split_once(',').expect("two numbers");
        let number = |text: &str| text.parse::<f64>().expect("a number");
        at = [at[0] + number(x), at[1] + number(y)];
        let corner = at.map(|part| (part / 4.0).round() as i64 * 4);
        if corners.last() != Some(&corner) {
            corners.push(corner);
        }
    }
    if corners.len() > 1 && corners.first() == corners.last() {
        corners.pop();
    }
    if corners.len() < 5 {
        return String::new();
    }
    let corners: Vec<String> = corners.iter().map(|[x, y]| format!("{x},{y}")).collect();
    format!("M{}z", corners.join(" "))
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
