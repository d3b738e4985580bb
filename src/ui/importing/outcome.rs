//! The outcome: what would come of the files as they are read now. A job works it out after each change.

use super::question::Questions;
use crate::globe::borders::Borders;
use crate::globe::chart::Chart;
use crate::globe::land::Lands;
use crate::globe::projection::Plane;
use crate::globe::view::{Point, Rect, View};
use crate::import::Import;
use crate::import::preview::{Counts, counts};
use crate::import::problem::ProblemKind;
use crate::import::sheet::Sheet;
use crate::meeting::table::Meetings;
use crate::query::question::reading::Reading;
use crate::state::{Framing, Labels, State};
use crate::ui::answers::{Answers, Asked};
use crate::ui::incoming::{Incoming, import_of};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What would come.
#[derive(Debug)]
pub struct Outcome {
    /// The version of the files that it was worked out from.
    pub version: u64,
    /// All meetings, problems and remarks.
    pub import: Import,
    /// How many there are of what.
    pub counts: Counts,
    /// What came of each file.
    pub files: Vec<FileOutcome>,
    /// What the user can decide.
    pub questions: Questions,
    /// The map as it would come.
    pub map: SmallMap,
}

/// What came of a file.
#[derive(Debug, Default)]
pub struct FileOutcome {
    /// For each row of the table, the meetings that it made.
    pub made: Vec<Range<usize>>,
    /// What is missing for rows to be meetings.
    pub lack: Option<ProblemKind>,
    /// For each column, what its cells are.
    pub columns: Vec<ColumnFacts>,
    /// The problems of rows, by the row: numbers of the import's problems.
    pub problems: BTreeMap<usize, Vec<usize>>,
}

/// What the cells of a column are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnFacts {
    /// Cells that hold something.
    pub filled: usize,
    /// Rows in which the cell could not be read as it stands.
    pub wrong: usize,
    /// Letters of the first cells: four of five are no longer.
    pub letters: usize,
    /// Some of its cells, each once.
    pub examples: Vec<String>,
}

/// What the small map is drawn from.
#[derive(Debug)]
pub struct SmallMap {
    /// The meetings and their answers.
    pub answers: Answers,
    /// How they are drawn.
    pub state: State,
    /// The land.
    pub lands: Lands,
    /// Those of no meetings: for a map of the land alone.
    pub empty: Answers,
}

impl Outcome {
    /// Reads the files as their drafts say. `state` is that of the window: how the map is drawn.
    #[must_use]
    pub fn of(version: u64, incoming: &[Incoming], state: &State) -> Self {
        let (import, made) = import_of(incoming);
        let file = |(one, made): (&Incoming, Vec<Range<usize>>)| {
            let (lack, columns) = (one.draft.lack(), column_facts(one.draft.table()));
            FileOutcome { made, lack, columns, problems: BTreeMap::new() }
        };
        let mut files: Vec<FileOutcome> = incoming.iter().zip(made).map(file).collect();
        place_problems(incoming, &import, &mut files);
        let mut counts = counts(&import);
        let questions = Questions::of(incoming, &import);
        counts.open_dates = questions.dates.iter().filter(|one| one.is_open()).count();
        let map = SmallMap::of(&import, state);
        Self { version, import, counts, files, questions, map }
    }
}

fn column_facts(table: &Sheet) -> Vec<ColumnFacts> {
    /// Rows whose cells are measured.
    const MEASURED: usize = 60;
    /// Cells that are given as examples.
    const EXAMPLES: usize = 3;
    let of_column = |column: usize| {
        let mut facts = ColumnFacts::default();
        let mut lengths = Vec::new();
        for row in 0..table.len() {
            let cell = table.cell(row, column).trim();
            facts.filled += usize::from(!cell.is_empty());
            if row < MEASURED {
                lengths.extend((!cell.is_empty()).then(|| cell.chars().take(200).count()));
                let is_new = !cell.is_empty() && !facts.examples.iter().any(|known| known == cell);
                if is_new && facts.examples.len() < EXAMPLES {
                    facts.examples.push(cell.chars().take(60).collect());
                }
            }
        }
        lengths.sort_unstable();
        facts.letters = lengths.get(lengths.len() * 4 / 5).copied().unwrap_or_default();
        facts
    };
    (0..table.width()).map(of_column).collect()
}

/// Finds the rows of problems: by their meetings, since several rows may share a line, or else by their
/// lines.
fn place_problems(incoming: &[Incoming], import: &Import, files: &mut [FileOutcome]) {
    let mut wrong: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
    for (number, problem) in import.problems.iter().enumerate() {
        let Some(line) = problem.line else { continue };
        let Some(file) = incoming.iter().position(|one| one.draft.file == problem.file) else { continue };
        let meeting = problem.meeting.as_ref().and_then(|id| import.meetings.row_of(id.as_str()));
        let by_meeting = meeting.and_then(|meeting| row_that_made(&files[file].made, meeting));
        let Some(row) = by_meeting.or_else(|| row_of_line(incoming[file].draft.table(), line)) else {
            continue;
        };
        files[file].problems.entry(row).or_default().push(number);
        if let Some(column) = &problem.column {
            wrong.insert((file, column.number.saturating_sub(1), row));
        }
    }
    let mut add = |file: usize, column: usize, rows: usize| {
        if let Some(facts) = files[file].columns.get_mut(column) {
            facts.wrong = (facts.wrong + rows).min(facts.filled);
        }
    };
    for (file, column, _) in wrong {
        add(file, column, 1);
    }
    // Of a column with very many, some are counted and not listed.
    for (problem, rows) in import.problems.unlisted() {
        let file = incoming.iter().position(|one| one.draft.file == problem.file);
        if let Some((file, column)) = file.zip(problem.column.as_ref()) {
            add(file, column.number.saturating_sub(1), rows);
        }
    }
}

/// The row of a table that made a meeting.
fn row_that_made(made: &[Range<usize>], meeting: usize) -> Option<usize> {
    let row = made.partition_point(|meetings| meetings.end <= meeting);
    made.get(row).filter(|meetings| meetings.contains(&meeting)).map(|_| row)
}

/// The row that starts on a line.
#[must_use]
pub fn row_of_line(table: &Sheet, line: u64) -> Option<usize> {
    let line_of = |row: usize| table.grid.row(table.body.start + row).line();
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low.midpoint(high);
        if line_of(middle) < line { low = middle + 1 } else { high = middle }
    }
    (low < table.len() && line_of(low) == line).then_some(low)
}

impl SmallMap {
    fn of(import: &Import, state: &State) -> Self {
        let reading = Reading::for_table(&import.meetings, Reading::default());
        let State { borders, theme, language, .. } = state.clone();
        let state = State { reading, borders, theme, language, ..State::default() };
        let answers = Answers::of(import.meetings.clone(), Asked::of(&state));
        // A small map has no room for the names of countries, nor for those of many places.
        let venues = answers.shown.ties.places.len() <= MOST_NAMED;
        let state = State { labels: Labels { countries: false, venues, leaders: false }, ..state };
        let chart = state.chart(&answers.shown.ties);
        let framing = view_of_most(&answers, &chart).map_or(Framing::Fit, Framing::Chosen);
        let state = State { framing, ..state };
        let lands = Lands::in_motion(Borders::under(state.borders), chart);
        let empty = Answers::of(Meetings::default(), Asked::of(&state));
        Self { answers, state, lands, empty }
    }
}

/// A view of where most places lie, if all of them together would be too small on a small map; `None` if all
/// fit.
fn view_of_most(answers: &Answers, chart: &Chart) -> Option<View> {
    /// Places from which on some may lie outside.
    const MANY: usize = 8;
    /// The span of a view, in plane units, from which on it is too wide.
    const WIDE: f64 = 1.6;
    /// The page that the view is made for, in points.
    const PANE: [f32; 2] = [370.0, 235.0];
    let pane = Rect { min: Point::default(), max: Point { x: PANE[0], y: PANE[1] } };
    let places = answers.shown.ties.places.iter();
    let mut points: Vec<Plane> = places.filter_map(|place| chart.plane_from_globe(place.at)).collect();
    let whole = View::fitting(&points, pane, MARGIN);
    if points.len() < MANY || whole.span < WIDE {
        return None;
    }
    let middle = |mut along: Vec<f64>| {
        along.sort_by(f64::total_cmp);
        along[along.len() / 2]
    };
    let centre = Plane {
        x: middle(points.iter().map(|at| at.x).collect()),
        y: middle(points.iter().map(|at| at.y).collect()),
    };
    let far = |at: &Plane| (at.x - centre.x).powi(2) + (at.y - centre.y).powi(2);
    points.sort_by(|a, b| far(a).total_cmp(&far(b)));
    points.truncate(points.len() * 3 / 4);
    let closer = View::fitting(&points, pane, MARGIN).within(chart.projection);
    // What is spread over the world is shown whole.
    (closer.span < 0.7 * whole.span).then_some(closer)
}

/// Places up to which the small map names them.
const MOST_NAMED: usize = 50;
/// Points between the places and the edge of the small map.
const MARGIN: f32 = 30.0;
