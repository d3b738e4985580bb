//! Packs the tables that are read only when something asks for them, so that the program carries them small.

#[path = "../../src/gazetteer/table.rs"]
#[allow(dead_code, reason = "the program needs more of it than this script")]
mod table;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;
use std::path::Path;
use std::{env, fs};

/// Texts that are packed as they stand.
const WHOLE: [&str; 10] = [
    "assets/notices.txt",
    "data/airfields.csv",
    "data/areas.csv",
    "data/languages/ar.csv",
    "data/languages/de.csv",
    "data/languages/es.csv",
    "data/languages/fr.csv",
    "data/languages/ru.csv",
    "data/other_names.csv",
    "data/us_president_trips.csv",
];

/// The table of towns, which is packed column by column: a third less than row by row.
const TOWNS: &str = "data/towns.csv";

/// Bytes of a number in a packed column.
const PLANES: u32 = 4;

fn main() {
    for path in WHOLE {
        pack(path, read(path).as_bytes());
    }
    pack(TOWNS, &columns(read(TOWNS)));
}

fn read(path: &str) -> &'static str {
    let path = root().join(path);
    println!("cargo::rerun-if-changed={}", path.display());
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    text.replace("\r\n", "\n").leak()
}

/// The folder of the project: that of the package, or of the package of fuzz targets inside it one further
/// up.
fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().find(|folder| folder.join(TOWNS).exists()).expect("the tables are there")
}

/// Writes the packed bytes where `src/packed.rs` looks for them: under the file's own name.
fn pack(path: &str, bytes: &[u8]) {
    let name = Path::new(path).file_name().expect("a table is a file");
    let folder = env::var_os("OUT_DIR").expect("cargo says where");
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    let packed = packer.write_all(bytes).and_then(|()| packer.finish());
    fs::write(Path::new(&folder).join(name), packed.expect("memory takes all"))
        .expect("cargo's folder can be written");
}

/// The columns of the towns: their number, the four columns of numbers, then the names and the areas, a line
/// each.
fn columns(towns: &'static str) -> Vec<u8> {
    let rows: Vec<[table::Field; 7]> = table::rows(towns).collect();
    let mut bytes = u32::try_from(rows.len()).expect("there are fewer").to_le_bytes().to_vec();
    let whole = |text: &str| text.replace('.', "").parse().expect("the numbers of towns are decimal");
    for column in [0, 4, 5, 6] {
        bytes.extend(planes(&rows.iter().map(|row| whole(&row[column])).collect::<Vec<i64>>()));
    }
    for row in &rows {
        bytes.extend(format!("{}\n", row[1]).bytes());
    }
    for row in &rows {
        bytes.extend(format!("{}{}\n", row[2], row[3]).bytes());
    }
    bytes
}

/// The differences between neighbours, small ones near zero whatever their sign; of all the lowest byte, then
/// the next.
fn planes(numbers: &[i64]) -> Vec<u8> {
    let before = std::iter::once(&0).chain(numbers);
    let steps: Vec<i64> = numbers.iter().zip(before).map(|(number, before)| number - before).collect();
    let folded = |step: i64| ((step << 1) ^ (step >> 63)).to_le_bytes();
    (0..PLANES as usize).flat_map(|plane| steps.iter().map(move |&step| folded(step)[plane])).collect()
}
