//! How long a table of 100,000 rows is read, beside the `csv` crate on the same bytes in the same run.
//!
//! The best of several rounds is told. The second number of the last line is to be 2 at most.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};
use summitry::import::encoding;
use summitry::import::sheet::Room;
use summitry::import::source::stated::Stated;
use summitry::import::source::{delimited, read};

const ROWS: usize = 100_000;
const ROUNDS: usize = 15;

/// Rows as people have them; every tenth one has a quoted cell.
fn table() -> Vec<u8> {
    let mut text = "id,start,end,kind,status,title,country,city,venue,participants,note,source\n".to_owned();
    for row in 0..ROWS {
        let (year, month, day) = (1990 + row % 35, 1 + row % 12, 1 + row % 28);
        let title = if row % 10 == 0 {
            "\"Talks on gas, grain and \"\"other\"\" matters\""
        } else {
            "Talks on gas and grain"
        };
        let date = format!("{year}-{month:02}-{day:02}");
        writeln!(
            text,
            "m{row},{date},{date},working visit,held,{title},Kazakhstan,Astaná,Palace of Independence,\
             Vladimir Putin|President|Russia;Xi Jinping|President|China;Kassym-Jomart Tokayev|President|Kazakhstan,\
             The leaders signed {} documents.,https://example.org/news/{row}",
            row % 40
        )
        .expect("a text takes everything");
    }
    text.into_bytes()
}

fn best(mut work: impl FnMut() -> usize) -> (Duration, usize) {
    let mut best = (Duration::MAX, 0);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let cells = black_box(work());
        best = best.min((start.elapsed(), cells));
    }
    best
}

fn main() {
    let bytes = table();
    let megabytes = bytes.len() as f64 / 1e6;
    let with_csv = best(|| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&bytes[..]);
        let mut record = csv::StringRecord::new();
        let mut cells = 0;
        while reader.read_record(&mut record).expect("the table is well formed") {
            cells += record.len();
        }
        cells
    });
    let cells_only = best(|| {
        let text = encoding::text(bytes.clone(), None).text;
        let table =
            delimited::read(text, Room::of_file(bytes.len()), None).expect("the table is well formed");
        table.grid.rows().map(summitry::import::sheet::Row::count).sum()
    });
    let whole = best(|| {
        let source = read(bytes.clone(), &Stated::default()).expect("the table is well formed");
        (source.sheets[0].len() + 1) * source.sheets[0].width()
    });
    assert_eq!((with_csv.1, with_csv.1), (cells_only.1, whole.1), "all read the same cells");
    let tell = |name: &str, time: Duration| {
        println!(
            "{name:28} {:7.1} ms  {:6.0} MB/s",
            time.as_secs_f64() * 1e3,
            megabytes / time.as_secs_f64()
        );
    };
    println!("{ROWS} rows, {megabytes:.1} MB, {} cells", with_csv.1);
    tell("csv crate, a row at a time", with_csv.0);
    tell("all cells, held", cells_only.0);
    tell("with encoding and headings", whole.0);
    println!(
        "against the csv crate: {:.2} and {:.2}",
        ratio(cells_only.0, with_csv.0),
        ratio(whole.0, with_csv.0)
    );
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
