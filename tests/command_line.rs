//! The program as it is run: what it writes where, and its exit status.

use serde_json::Value;
use std::io::{BufRead as _, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

struct Run {
    status: i32,
    out: String,
    err: String,
}

fn summitry(arguments: &[&str]) -> Run {
    summitry_reading(arguments, "")
}

fn summitry_reading(arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_summitry"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    // A command that reads no input may be gone before it is written.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it writes UTF-8");
    Run {
        status: output.status.code().expect("it is not killed"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().expect("it is an object").keys().map(String::as_str).collect()
}

const TABLE: &str =
    "id,date,country,city,leader\na,2024-07-03,KAZ,Astana,Xi Jinping\nb,2024-02-30,KAZ,Astana,Xi Jinping\n";

fn in_a_folder(test: impl Fn(&Path)) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    test(folder.path());
}

fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("it can be written");
    path.to_str().expect("the folder's name is text").to_owned()
}

#[test]
fn list_writes_a_table_with_the_sentence_as_its_last_line() {
    let run = summitry(&["list", "--leader", "Orban"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(run.out.lines().count(), 5);
    let first = "2 July 2024  Orban meets Zelenskiy  Kyiv, Ukraine   bilateral  held";
    assert_eq!(run.out.lines().nth(1), Some(first));
    assert_eq!(run.out.lines().last(), Some("3 of 25 meetings · 4 countries · Viktor Orban · 2–8 July 2024"));
}

#[test]
fn list_as_csv_can_be_read_again_to_the_same_rows() {
    let first = summitry(&["list", "--format", "csv"]);
    let again = summitry_reading(&["list", "-", "--format", "csv"], &first.out);
    assert_eq!((again.status, again.err.as_str()), (0, ""));
    assert_eq!(first.out, again.out);
    assert_eq!(first.out.lines().count(), 27);
    let as_json = |arguments: &[&str], input: &str| summitry_reading(arguments, input).out;
    assert_eq!(
        as_json(&["list", "--format", "json"], ""),
        as_json(&["list", "-", "--format", "json"], &first.out)
    );
}

#[test]
fn list_as_json_has_every_field_in_a_fixed_order() {
    let run = summitry(&["list", "--format", "json"]);
    let text = json(&run.out);
    let rows = text.as_array().expect("it is an array");
    assert_eq!(rows.len(), 26);
    let row = rows.iter().find(|row| row["id"] == "turkey-invitation").expect("it is listed");
    let fields: Vec<&str> = [
        "id",
        "title",
        "kind",
        "status",
        "start",
        "end",
        "date_precision",
        "place",
        "participants",
        "occasion",
        "outcome",
        "sources",
        "note",
    ]
    .to_vec();
    let mut sorted = fields.clone();
    sorted.sort_unstable();
    assert_eq!(keys(row), sorted);
    let positions: Vec<usize> = fields
        .iter()
        .map(|field| run.out.find(&format!("\n    \"{field}\":")).expect("it is written"))
        .collect();
    assert!(positions.is_sorted(), "{positions:?}");
    assert_eq!((&row["start"], &row["end"], &row["occasion"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!(
        (&row["kind"], &row["status"], &row["date_precision"]),
        (&"invitation".into(), &"invited".into(), &"unknown".into())
    );
    assert_eq!(keys(&row["place"]), ["country", "lat", "lon", "name", "precision"]);
    assert_eq!((&row["place"]["name"], &row["place"]["precision"]), (&"Türkiye".into(), &"country".into()));
    let people = row["participants"].as_array().expect("it is an array");
    assert_eq!(people.len(), 2);
    assert_eq!(keys(&people[1]), ["country", "name", "office", "role"]);
    assert_eq!((&people[1]["country"], &people[1]["role"]), (&"TUR".into(), &"host".into()));
    assert_eq!(keys(&row["sources"][0]), ["facts", "reference"]);
    assert_eq!(row["sources"][2]["facts"][0], "no date agreed");
}

#[test]
fn options_of_one_name_are_alternatives_and_different_ones_narrow() {
    let count = |arguments: &[&str]| {
        let all: Vec<&str> = ["list"].into_iter().chain(arguments.iter().copied()).collect();
        let run = summitry(&all);
        assert_eq!(run.status, 0, "{}", run.err);
        run.out.lines().count() - 2
    };
    let cases: &[(&[&str], usize)] = &[
        (&["--region", "Africa"], 3),
        (&["--region", "africa", "--region", "latin america"], 5),
        (&["--region", "Central Asia"], 6),
        (&["--held-in", "Kazakhstan"], 8),
        (&["--held-in", "KAZ", "--held-in", "Middle East"], 9),
        (&["--country", "Hungary"], 3),
        (&["--country", "Congo-Brazzaville"], 1),
        (&["--bloc", "eu"], 3),
        (&["--bloc", "European Union", "--country", "UKR"], 1),
        (&["--leader", "zelenskiy"], 1),
        (&["--leader", "Xi"], 4),
        (&["--kind", "state visit", "--kind", "official_visit"], 7),
        (&["--status", "planned"], 1),
        (&["--from", "2024-07", "--to", "2024-07"], 12),
        (&["--from", "2025"], 0),
        (&["--text", "lithium brics"], 1),
        (&["--country", "kz"], 2),
        (&["--country", "kaz"], 2),
        (&["--held-in", "ru"], 11),
        (&["--country", "Hungary", "--not-leader", "Xi"], 2),
        (&["--not-region", "Africa", "--region", "latin america"], 2),
        (&["--not-held-in", "ru", "--from", "2024-07", "--to", "2024-07"], 10),
        (&["--country", "China", "--country", "Hungary", "--all-countries"], 1),
        (&["--from", "1 July 2024", "--to", "31.7.2024"], 12),
    ];
    for (arguments, expected) in cases {
        assert_eq!(count(arguments), *expected, "{arguments:?}");
    }
}

#[test]
fn an_unknown_value_is_refused_with_the_nearest_known_one() {
    let cases: &[(&[&str], &str)] = &[
        (&["list", "--region", "Afrika"], "Perhaps Africa"),
        (&["list", "--region", "East Asia"], "East and South-East Asia or South-East Asia"),
        (&["list", "--country", "Congo"], "DR Congo (COD) or Republic of the Congo (COG)"),
        (&["list", "--country", "Qqqqqqq"], "its ISO code"),
        (&["list", "--held-in", "Kazakhstann-on-Sea"], "no single region or country"),
        (&["list", "--bloc", "SKO"], "Perhaps SCO"),
        (&["list", "--bloc", "United Nations"], "African Group"),
        (&["list", "--leader", "Zelensxy"], "Perhaps Volodymyr Zelenskiy"),
        (&["list", "--kind", "sumit"], "Perhaps summit"),
        (&["list", "--status", "maybe"], "One of held, planned, invited, cancelled"),
        (&["list", "--from", "2024-02-30"], "February 2024 has 29 days"),
        (&["list", "--format", "xml"], "One of table, csv, json"),
        (&["render", "-o", "map.gif"], "a picture's file ends in .png, .svg, .pdf or .html, not in .gif"),
        (&["render", "-o", "trips.csv"], "not in .csv"),
        (&["render", "-o", "map.svg", "--projection", "mercater"], "Perhaps mercator"),
        (&["render", "-o", "map.svg", "--theme", "drak"], "dark"),
        (&["render", "-o", "map.svg", "--size", "wide"], "a size is written 1920x1080"),
        (&["render", "-o", "map.svg", "--size", "0x10"], "at least 320x240 points"),
        (&["render", "-o", "map.svg", "--size", "319x240"], "at least 320x240 points"),
        (&["render", "-o", "map.svg", "--size", "20000x300"], "at most 16384 points"),
        (&["render", "-o", "map.svg", "--projection", "sinusoidal"], "equal-earth, natural-earth, robinson"),
        (&["render", "-o", "nowhere/map.svg"], "there is no folder nowhere"),
        (&["render", "-o", "map.svg", "--from", "2025", "--to", "2024"], "is after --to 2024-12-31"),
        (&["list", "--from", "2025", "--to", "2024"], "--from 2025-01-01 is after --to 2024-12-31"),
        (&["list", "--from", "03/04/2024"], "Perhaps 2024-04-03 or 2024-03-04"),
        (&["list", "--from", "2024", "--from", "2025"], "cannot be used multiple times"),
        (&["list", "--held-in", "Astana"], "Perhaps Kazakhstan"),
        (&["list", "--kind", "visit"], "state visit or official visit or working visit"),
        (&["list", "--leader", "Macron"], "summitry list"),
        (&["list", "--leader", ""], "no name is given"),
        (&["render", "-o", "map.svg", "--scale", "-1"], "a scale is a number above 0"),
        (&["render", "-o", "map.svg", "--leader", "Zelensxy"], "Perhaps Volodymyr Zelenskiy"),
        (&["render"], "--output"),
        (&["geocode", "Tripoli", "--country", "Congo"], "Republic of the Congo (COG)"),
        (&["check"], "FILES"),
    ];
    for (arguments, hint) in cases {
        let run = summitry(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
        assert!(run.err.starts_with("error: ") && run.err.contains(hint), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn geocode_gives_an_object_a_line() {
    let run = summitry(&["geocode", "--json", "Astana", "Congo", "Qqqqqqq"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""), "the last has no candidate");
    let lines: Vec<Value> = run.out.lines().map(json).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(keys(&lines[0]), ["candidates", "query"]);
    let first = &lines[0]["candidates"][0];
    for field in ["name", "kind", "country", "lon", "lat", "population", "score", "why"] {
        assert!(first.get(field).is_some(), "{field}: {first}");
    }
    assert_eq!(
        (&first["name"], &first["kind"], &first["country"]),
        (&"Astana".into(), &"city".into(), &"KAZ".into())
    );
    assert_eq!(lines[1]["query"], "Congo");
    assert!(lines[1]["candidates"].as_array().is_some_and(|found| found.len() >= 2));
    assert_eq!(lines[2]["candidates"], Value::Array(Vec::new()));
}

#[test]
fn geocode_reads_names_from_standard_input() {
    let run = summitry_reading(&["geocode", "-"], "Astana\r\n\nHanoi\n");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let heads: Vec<&str> = run.out.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(heads, ["Astana", "Hanoi"]);
    assert!(run.out.contains("Hanoi, Vietnam · city · 21.0"), "{}", run.out);
    let nothing = summitry(&["geocode", "Qqqqqqq"]);
    assert_eq!((nothing.status, nothing.out.as_str()), (1, "Qqqqqqq\n  no place found\n"));
}

#[test]
fn geocode_answers_each_line_before_it_reads_the_next_one() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_summitry"))
        .args(["geocode", "-", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut asked = child.stdin.take().expect("it is piped");
    let mut told = BufReader::new(child.stdout.take().expect("it is piped"));
    for name in ["Astana", "Hanoi", "Kyiv"] {
        writeln!(asked, "{name}").expect("it reads");
        let mut line = String::new();
        told.read_line(&mut line).expect("it answers");
        assert_eq!(json(&line)["query"], name);
    }
    drop(asked);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn geocode_ends_at_a_line_that_is_no_name() {
    let run = summitry_reading(&["geocode", "-"], &format!("Astana\n{}", "x".repeat(100_000)));
    assert_eq!(run.status, 1);
    assert!(run.out.starts_with("Astana\n"), "{}", run.out);
    assert_eq!(run.err, "error: line 2 of standard input is longer than 64 KiB: that is no name\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_told_in_plain_words() {
    for arguments in [
        &["list"][..],
        &["geocode", "Astana"],
        &["--help"],
        &["render", "--help"],
        &["help", "list"],
        &["--version"],
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("Linux has it");
        let output = Command::new(env!("CARGO_BIN_EXE_summitry"))
            .args(arguments)
            .stdout(full)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(told, "error: standard output cannot be written: No space left on device\n");
    }
}

#[test]
fn render_replaces_an_earlier_picture_and_nothing_else_unasked() {
    const TRIPS: &str = "date,country,leader\n2024,KAZ,A\n";
    in_a_folder(|folder| {
        let map = folder.join("map.svg").display().to_string();
        let render = |more: &[&str]| summitry(&[&["render", "--size", "400x300"], more].concat());
        for size in ["400x300", "500x300"] {
            let run = summitry(&["render", "-o", &map, "--size", size]);
            assert_eq!((run.status, run.err), (0, format!("wrote {map}\n")));
        }
        assert!(std::fs::read_to_string(&map).expect("it is text").contains("width=\"500\""));
        let table = file(folder, "table.svg", TRIPS);
        let run = render(&["-o", &table]);
        assert_eq!(run.status, 2);
        let told = format!(
            "error: {table} is there already and is no SVG map of this program. Write to another file, or use --force \
             to replace it\n"
        );
        assert_eq!(run.err, told);
        let run = render(&[&table, "-o", &format!("{}/./table.svg", folder.display())]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains("is read in this run and would be lost"), "{}", run.err);
        assert_eq!(std::fs::read_to_string(&table).expect("it is text"), TRIPS);
        // Nor is a picture that somebody else made.
        let logo = file(folder, "logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        let run = render(&["-o", &logo]);
        assert!(run.status == 2 && run.err.contains("no SVG map of this program"), "{}", run.err);
        for ending in ["png", "pdf", "html"] {
            let path = folder.join("again").with_extension(ending).display().to_string();
            assert_eq!([render(&["-o", &path]).status, render(&["-o", &path]).status], [0, 0], "{ending}");
        }
        let run = render(&["-o", &table, "--force"]);
        assert_eq!(run.status, 0, "{}", run.err);
        assert!(std::fs::read_to_string(&table).expect("it is text").starts_with("<svg"));
    });
}

#[test]
fn data_replace_what_was_written_before_and_no_table_of_the_user() {
    in_a_folder(|folder| {
        for ending in ["csv", "json", "geojson", "xlsx"] {
            let path = folder.join("shown").with_extension(ending).display().to_string();
            for kind in ["summit", "call"] {
                let run = summitry(&["list", "--kind", kind, "-o", &path]);
                assert_eq!((run.status, run.err), (0, format!("wrote {path}\n")));
            }
        }
        let own = file(folder, "own.csv", "date,country,leader\n2024,KAZ,A\n");
        let run = summitry(&["list", "-o", &own]);
        assert_eq!(
            (run.status, run.err),
            (2, format!("error: {own} is there already. Use --force to replace it\n"))
        );
        let shown = folder.join("shown.csv").display().to_string();
        let run = summitry(&["list", &shown, "-o", &shown]);
        assert!(run.status == 2 && run.err.contains("is read in this run and would be lost"), "{}", run.err);
        let bare = folder.join("bare").display().to_string();
        let run = summitry(&["list", "-o", &bare]);
        assert!(run.err.contains(&format!("it is written as {bare}.csv")), "{}", run.err);
    });
}

#[cfg(target_os = "linux")]
#[test]
fn a_picture_for_a_device_is_poured_into_it() {
    let run = summitry(&["render", "--size", "400x300", "-o", "/dev/null"]);
    assert_eq!((run.status, run.err), (0, "wrote /dev/null\n".to_owned()));
    assert!(!Path::new("/dev/null.png").exists());
}

#[test]
fn what_force_does_not_help_is_not_told_to_be_forced() {
    in_a_folder(|folder| {
        let into = folder.join("missing").join("a.csv").display().to_string();
        for command in ["list", "convert"] {
            let table = file(folder, "trips.csv", "date,country,leader\n2024,KAZ,A\n");
            let run = summitry(&[command, &table, "-o", &into]);
            assert!(run.status == 2 && run.err.contains("folder"), "{}", run.err);
            assert!(!run.err.contains("--force"), "{}", run.err);
        }
    });
}

#[test]
fn a_missing_ending_is_added_and_told() {
    in_a_folder(|folder| {
        let bare = folder.join("map").display().to_string();
        let run = summitry(&["render", "-o", &bare, "--size", "400x300"]);
        assert_eq!(run.status, 0, "{}", run.err);
        let told = format!("{bare} has no ending: it is written as {bare}.png\nwrote {bare}.png\n");
        assert_eq!(run.err, told);
        assert!(std::fs::read(folder.join("map.png")).expect("it is written").starts_with(b"\x89PNG"));
    });
}

#[test]
fn geocode_looks_within_a_country() {
    let run = summitry(&["geocode", "Tripoli", "--country", "Lebanon", "--json"]);
    let found = json(&run.out);
    let countries: Vec<&Value> =
        found["candidates"].as_array().expect("it is an array").iter().map(|one| &one["country"]).collect();
    assert_eq!(countries, ["LBN"]);
}

#[test]
fn convert_writes_what_the_ending_asks_for_and_it_is_read_as_the_same_meetings() {
    in_a_folder(|folder| {
        let csv = summitry(&["list", "--format", "csv"]).out;
        let table = file(folder, "table.csv", &csv);
        let convert = |name: &str, more: &[&str]| {
            let output = folder.join(name).to_str().expect("the folder's name is text").to_owned();
            let run = summitry(&[&["convert", &table, "-o", &output], more].concat());
            (run.status, run.err, output)
        };
        let endings = [("a.csv", &b"id,"[..]), ("a.xlsx", b"PK"), ("a.json", b"["), ("a.summitry", b"{")];
        for (name, begins) in endings {
            let (status, told, output) = convert(name, &[]);
            assert_eq!((status, told), (0, format!("wrote {output}\n")));
            assert!(std::fs::read(&output).expect("it is written").starts_with(begins), "{name}");
            // In JSON a place has no building.
            let form = if name == "a.json" { "json" } else { "csv" };
            let again = summitry(&["list", &output, "--format", form]);
            assert!(again.err.is_empty(), "{name}: {}", again.err);
            assert_eq!(again.out, summitry(&["list", "--format", form]).out, "{name}");
            assert_ne!(convert(name, &[]).0, 0, "{name} is there already");
            assert_eq!(convert(name, &["--force"]).0, 0);
        }
        let (_, _, output) = convert("b.csv", &["--for-excel"]);
        assert_eq!(std::fs::read_to_string(&output).expect("it is text"), format!("\u{feff}{csv}"));
        assert_eq!(summitry(&["list", &output, "--format", "csv"]).out, csv);
        let (status, told, output) = convert("b.docx", &[]);
        assert!(status != 0 && told.contains("has no ending that is known"), "{told}");
        assert!(!Path::new(&output).exists());
        assert_eq!(summitry(&["convert", &table, "-o", "-"]).out, csv);
    });
}

#[test]
fn template_writes_a_table_to_fill_in_and_never_over_a_file() {
    in_a_folder(|folder| {
        for name in ["mine.xlsx", "mine.csv"] {
            let output = folder.join(name).to_str().expect("the folder's name is text").to_owned();
            assert_eq!(summitry(&["template", "-o", &output]).status, 0);
            let rows = summitry(&["list", &output, "--format", "json"]).out;
            assert_eq!(json(&rows).as_array().map(Vec::len), Some(2), "{name}");
            assert_ne!(summitry(&["template", "-o", &output]).status, 0, "{name} is there already");
        }
    });
}

#[test]
fn check_tells_every_problem_and_counts_them() {
    in_a_folder(|folder| {
        let bad = file(folder, "bad.csv", TABLE);
        let run = summitry(&["check", &bad]);
        assert_eq!((run.status, run.err.as_str()), (1, ""));
        let expected = format!(
            "{bad}:3, column 2 (date): \"2024-02-30\" is no date: February 2024 has 29 days\n2 rows, 1 problem\n"
        );
        assert!(run.out.ends_with(&expected), "{}", run.out);
        assert!(run.out.contains("2 names: the state is from the list of office holders"), "{}", run.out);
        let run = summitry(&["check", &bad, "--json"]);
        assert_eq!(run.status, 1);
        let problems = json(&run.out);
        assert_eq!(keys(&problems[0]), ["column", "file", "line", "message", "row_lost", "suggestion"]);
        assert_eq!((&problems[0]["line"], &problems[0]["column"]["name"]), (&3.into(), &"date".into()));
    });
}

#[test]
fn check_is_content_with_a_good_file() {
    let good =
        TABLE.replace("02-30", "02-29").replace(",leader", ",leader,mood").replace("ping", "ping,good");
    let run = summitry_reading(&["check", "-"], &good);
    assert_eq!(run.status, 0);
    assert!(run.out.ends_with("\n2 rows, 0 problems; columns not used: mood\n"), "{}", run.out);
    let run = summitry_reading(&["check", "-", "--json"], &good);
    assert_eq!((run.status, run.out.as_str()), (0, "[]\n"));
}

#[test]
fn good_rows_are_used_and_problems_are_told_beside_them() {
    in_a_folder(|folder| {
        let bad = file(folder, "bad.csv", TABLE);
        let missing = folder.join("missing.csv").to_str().expect("it is text").to_owned();
        let run = summitry(&["list", &bad, &missing]);
        assert_eq!(run.status, 1, "the good file is used, and the missing one is a failure");
        assert!(run.out.ends_with("2 of 2 meetings · 1 country · 3 July 2024\n"), "{}", run.out);
        let told = format!("{missing}: the file cannot be read: there is no such file");
        assert_eq!(run.err.lines().last(), Some(told.as_str()));
        let map = folder.join("map.svg").to_str().expect("it is text").to_owned();
        let run = summitry(&["render", &bad, &missing, "-o", &map]);
        assert_eq!(run.status, 1);
        let svg = std::fs::read_to_string(&map).expect("it is drawn all the same");
        assert!(svg.contains("Bad, Missing"), "the title names the files");
        let run = summitry(&["list", &missing, folder.to_str().expect("it is text")]);
        assert_eq!((run.status, run.out.as_str()), (1, ""));
        assert!(run.err.contains("the file is a folder"), "{}", run.err);
    });
}

#[test]
fn a_reader_who_has_had_enough_is_no_failure() {
    in_a_folder(|folder| {
        // More than is held before it is written.
        let rows =
            (0..3000).map(|number| format!("m{number},2024-07-03,Dinner,other,Ann Lee (NOR),KAZ,Astana\n"));
        let table = format!("id,date,title,kind,participants,country,city\n{}", rows.collect::<String>());
        let long = file(folder, "long.csv", &table);
        for arguments in
            [&["--format", "json"][..], &[&long, "--format", "json"], &[&long, "--format", "csv"]]
        {
            let mut child = Command::new(env!("CARGO_BIN_EXE_summitry"))
                .arg("list")
                .args(arguments)
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            drop(child.stdout.take());
            let output = child.wait_with_output().expect("the program ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!((output.status.code(), &*said), (Some(0), ""), "{arguments:?}");
        }
    });
}

#[test]
fn help_shows_examples_and_every_command() {
    let run = summitry(&["--help"]);
    assert_eq!(run.status, 0);
    for word in ["render", "list", "geocode", "check", "Examples:"] {
        assert!(run.out.contains(word), "{word}");
    }
    for command in ["render", "list"] {
        let run = summitry(&[command, "--help"]);
        for option in
            ["region", "held-in", "country", "bloc", "leader", "kind", "status", "from", "to", "text"]
        {
            assert!(run.out.contains(&format!("--{option} ")), "{command} --{option}");
        }
    }
}

#[test]
fn render_draws_an_svg_and_a_png_of_the_size_asked_for() {
    in_a_folder(|folder| {
        let (svg, png) = (folder.join("map.svg"), folder.join("map.png"));
        let path = |path: &Path| path.display().to_string();
        let run =
            summitry(&["render", "-o", &path(&svg), "--size", "900x600", "--title", "Visits & <talks>"]);
        assert_eq!(run.status, 0, "{}", run.err);
        let text = std::fs::read_to_string(&svg).expect("the SVG was written");
        assert!(text.contains(r#"width="900" height="600""#), "{}", &text[..200]);
        assert!(text.contains("Visits &amp; &lt;talks&gt;"));
        let run =
            summitry(&["render", "-o", &path(&png), "--size", "400x300", "--scale", "2", "--theme", "dark"]);
        assert_eq!(run.status, 0, "{}", run.err);
        let bytes = std::fs::read(&png).expect("the PNG was written");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((side(16), side(20)), (800, 600));
    });
}

#[test]
fn render_names_countries_in_the_language_asked_for() {
    for language in ["ru", "Russian", "русский"] {
        let run = summitry(&["render", "-o", "-", "--language", language]);
        assert_eq!(run.status, 0, "{}", run.err);
        assert!(run.out.contains(">ИНДИЯ</text>") && run.out.contains(">Астана</text>"));
    }
    let refused = summitry(&["render", "-o", "-", "--language", "latin"]);
    assert!(refused.status != 0 && refused.err.contains("language"), "{}", refused.err);
}

#[test]
fn render_filters_like_list() {
    let run = summitry(&["render", "-o", "-", "--size", "900x600", "--region", "Africa"]);
    assert!(run.out.contains("3 of 25 meetings"));
    assert!(!run.out.contains(">Hanoi<"));
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_says_so_and_names_the_command_that_draws_without_one() {
    let output = Command::new(env!("CARGO_BIN_EXE_summitry"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains("there is no display") && errors.contains("summitry render"), "{errors}");
    assert!(!errors.contains("panicked"), "{errors}");
}

#[test]
fn rows_that_are_not_understood_come_back_as_they_were_written() {
    let table = "date,kind,country,city,participants,note\n\
        2024,summit,Korea,Seoul,A|President|Korea; B||RUS|visitor,\n\
        soon,sumit,,Tripoli,A|b|KAZ|host|c,Doubtful\n\
        03/04/2024,summit,UK,Bermuda,A|b|GBR,\n\
        2024-05-08T10:00:00Z,summit,,\"Berlin, Germany\",A|b|DEU,\n\
        2024,summit,Nowhereland,,A|b|,\n\
        2024,summit,SUN,Moscow,A|b|SUN,\n\
        2024,summit,GBR,\"Paris, Chaumont\",A|b|SUN,\n";
    let first = summitry_reading(&["list", "-", "--format", "csv"], table);
    let again = summitry_reading(&["list", "-", "--format", "csv"], &first.out);
    assert_eq!(first.out, again.out);
    assert!(first.out.contains(",Korea,Seoul,"), "{}", first.out);
    assert!(first.out.contains(",Nowhereland,,"), "{}", first.out);
    assert!(first.out.contains("date as written: 03/04/2024"), "{}", first.out);
    let as_json = summitry_reading(&["list", "-", "--format", "json"], table);
    assert_eq!(json(&as_json.out)[0]["place"]["name"], "Seoul, Korea");
}

#[test]
fn geocode_takes_codes_in_small_letters_and_leaves_out_no_field() {
    let run = summitry(&["geocode", "Paris", "--country", "fr", "--json"]);
    let first = &json(&run.out)["candidates"][0];
    assert_eq!((&first["country"], &first["state"]), (&"FRA".into(), &Value::Null));
    let run = summitry(&["geocode", "Springfield", "--json"]);
    assert!(json(&run.out)["candidates"][0]["state"].is_string());
}

#[test]
fn a_slip_of_a_command_is_told() {
    let run = summitry(&["rendr"]);
    assert_eq!(run.status, 1);
    assert!(
        run.err.contains("there is no such file") && run.err.contains("the command render"),
        "{}",
        run.err
    );
    let run = summitry(&["trips.csv"]);
    assert!(!run.err.contains("Did you mean"), "{}", run.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_cannot_be_reached_is_told_without_paths() {
    let output = Command::new(env!("CARGO_BIN_EXE_summitry"))
        .env("DISPLAY", ":4321")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains("the window cannot be opened") && !errors.contains(".rs:"), "{errors}");
}

#[test]
fn borders_are_chosen_by_a_word_and_said_in_the_picture() {
    let run = summitry(&["render", "-o", "-", "--borders", "de-facto"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.contains("Boundaries are Natural Earth"), "{}", run.out.len());
    assert!(!run.out.contains("UN resolutions"), "{}", run.out);
    let refused = summitry(&["render", "-o", "-", "--borders", "indai"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("no border policy has this name"), "{}", refused.err);
    assert!(refused.err.contains("india"), "{}", refused.err);
}

#[test]
fn a_listing_asks_by_the_chosen_borders_and_writes_what_is_recorded() {
    let table =
        "id,date,country,city,participants\na,2024-05-01,Ukraine,Simferopol,Vladimir Putin|President|RUS\n";
    let held_in_russia = |borders: &str| {
        let arguments = ["list", "-", "--held-in", "RUS", "--borders", borders, "--format", "csv"];
        let run = summitry_reading(&arguments, table);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        run.out.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(held_in_russia("un").is_empty());
    let [row] = &held_in_russia("russia")[..] else { panic!("one meeting is held in Crimea") };
    assert!(row.contains(",UKR,Simferopol,"), "{row}");
}

#[test]
fn two_periods_are_compared_and_a_period_that_runs_backwards_is_refused() {
    let july = ["list", "--from", "2024-07", "--to", "2024-07"];
    let with = |more: &[&str]| summitry(&[&july[..], more].concat());
    let run = with(&["--compare-from", "2024-05", "--compare-to", "2024-06", "--per-month"]);
    assert_eq!(run.status, 0, "{}", run.err);
    let last = run.out.lines().last().expect("there is a last line");
    assert!(
        last.starts_with("1–31 July 2024 compared with 1 May – 30 June 2024 · 12 meetings (11.8"),
        "{last}"
    );
    assert_eq!(run.out.lines().count(), 32, "a heading, thirty lines and the sentence");
    let backwards = with(&["--compare-from", "2024-06", "--compare-to", "2024-05"]);
    assert_ne!(backwards.status, 0);
    assert!(
        backwards.err.contains("--compare-from 2024-06-01 is after --compare-to 2024-05-31"),
        "{}",
        backwards.err
    );
    let alone = with(&["--per-month"]);
    assert_ne!(alone.status, 0, "there is nothing to compare with");
}

#[test]
fn a_year_before_the_first_is_a_date_and_not_an_option() {
    for from in ["--from", "--compare-from"] {
        let [run, short, joined] = [&[from, "-0044"][..], &[from, "-44"], &[&format!("{from}=-44")]]
            .map(|option| summitry(&[&["list", "--to", "2024-06"], option].concat()));
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert_eq!([&short.out, &joined.out], [&run.out; 2]);
    }
    let forgotten = summitry(&["list", "--from", "--to", "2024"]);
    assert_eq!(forgotten.status, 2);
    assert!(forgotten.err.contains("a date is written"), "{}", forgotten.err);
}

#[test]
fn a_hidden_letter_is_shown_in_a_table_and_escaped_in_json() {
    let table = "id,title,country,kind\na,\u{202E}gnirahs \u{200B}x\u{85}y\u{2028}z,KAZ,s\u{202E}ummit\n\
                 b,\u{645}\u{6CC}\u{200C}\u{634}\u{648}\u{62F} \u{1F469}\u{200D},KAZ,summit\n";
    let listed = summitry_reading(&["list", "-"], table);
    assert!(listed.out.contains("<U+202E>gnirahs <U+200B>x y<U+2028>z"), "{}", listed.out);
    assert!(listed.out.contains("\u{6CC}\u{200C}\u{634}"), "a joiner of Persian stays");
    assert!(listed.out.contains("\u{1F469}<U+200D>"), "{}", listed.out);
    let checked = summitry_reading(&["check", "-"], table);
    assert!(checked.out.contains("\"s<U+202E>ummit\" is no kind of meeting"), "{}", checked.out);
    for command in [&["list", "-", "--format", "json"][..], &["check", "-", "--json"]] {
        let run = summitry_reading(command, table);
        assert!(
            run.out.contains("\\u202e") && !run.out.contains(['\u{202E}', '\u{200B}', '\u{2028}', '\u{85}'])
        );
        json(&run.out);
    }
    let as_json = json(&summitry_reading(&["list", "-", "--format", "json"], table).out);
    assert_eq!(as_json[0]["title"], "\u{202E}gnirahs \u{200B}x\u{85}y\u{2028}z");
    let geocoded = summitry(&["geocode", "--json", "Astana\u{E0001}"]);
    assert!(geocoded.out.contains("Astana\\udb40\\udc01"), "{}", geocoded.out);
}

#[test]
fn an_endless_standard_input_is_refused_at_once() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_summitry"))
        .args(["list", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("it is piped");
    let part = vec![b'x'; 1 << 20];
    let written = (0..100).take_while(|_| input.write_all(&part).is_ok()).count();
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert!(written < 100, "it stopped reading");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told, "standard input: the file is a text without a table\n");
}

#[test]
fn a_project_is_listed_checked_and_drawn_as_its_meetings_are() {
    in_a_folder(|folder| {
        let project = file(folder, "summer.summitry", include_str!("expected/embedded.summitry"));
        let listed = |arguments: &[&str]| summitry(arguments).out;
        assert_eq!(listed(&["list", &project, "--format", "json"]), listed(&["list", "--format", "json"]));
        let checked = summitry(&["check", &project]);
        assert_eq!((checked.status, checked.out.as_str()), (0, "26 rows, 0 problems\n"));
        let map = folder.join("map.svg");
        let drawn = summitry(&["render", &project, "-o", map.to_str().expect("it is text")]);
        assert_eq!((drawn.status, map.is_file()), (0, true), "{}", drawn.err);
        let cut = file(folder, "cut.summitry", &include_str!("expected/embedded.summitry")[..2000]);
        let refused = summitry(&["list", &cut]);
        assert_eq!(refused.status, 1);
        assert!(refused.err.contains("the file is cut off"), "{}", refused.err);
    });
}

/// The embedded project with other values in its state.
#[test]
fn a_project_is_read_by_itself_and_a_newer_one_is_told() {
    in_a_folder(|folder| {
        let project = file(folder, "a.summitry", &changed_project(&[]));
        let table = file(folder, "trips.csv", "date,country,leader\n2024,KAZ,A\n");
        let run = summitry(&["list", "--format", "json", &project, &table]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("A project is opened by itself"), "{}", run.err);
        assert_eq!(json(&run.out).as_array().expect("it is an array").len(), 1);
        let newer = file(folder, "newer.summitry", &changed_project(&[("/version", 9.into())]));
        let run = summitry(&["check", &newer]);
        assert!(run.status == 1 && run.out.contains("A newer Summitry wrote this project"), "{}", run.out);
        let copy = folder.join("copy.summitry").display().to_string();
        let run = summitry(&["convert", &newer, "-o", &copy]);
        assert!(run.status == 1 && run.err.contains("A newer Summitry wrote this project"), "{}", run.err);
        assert!(!Path::new(&copy).exists());
        // A project becomes a project with all that it holds.
        let title = ("/state/title", Value::from("A summer"));
        let mut whole = json(&changed_project(&[title]));
        whole["x-note"] = "kept".into();
        let whole = file(folder, "whole.summitry", &whole.to_string());
        assert_eq!(summitry(&["convert", &whole, "-o", &copy]).status, 0);
        let again = json(&std::fs::read_to_string(&copy).expect("it is written"));
        assert_eq!((&again["state"]["title"], &again["x-note"]), (&"A summer".into(), &"kept".into()));
    });
}

fn changed_project(changes: &[(&str, Value)]) -> String {
    let mut project = json(include_str!("expected/embedded.summitry"));
    for (path, value) in changes {
        *project.pointer_mut(path).expect("the project has it") = value.clone();
    }
    project.to_string()
}

#[test]
fn a_project_is_drawn_as_it_was_saved_but_for_what_the_options_say() {
    in_a_folder(|folder| {
        let text = changed_project(&[
            ("/state/filter/regions", serde_json::json!(["africa"])),
            ("/state/title", "Guests from Africa".into()),
            ("/state/theme", "dark".into()),
            ("/state/projection", "robinson".into()),
            ("/state/drawing/colour", "region".into()),
            ("/state/rule/unit", "journeys".into()),
            ("/state/aids/circles", true.into()),
        ]);
        let project = file(folder, "africa.summitry", &text);
        let drawn = |arguments: &[&str]| {
            let run = summitry(&[&["render", "-o", "-"], arguments].concat());
            assert_eq!(run.status, 0, "{}", run.err);
            run.out
        };
        let said = "--region Africa --theme dark --projection robinson --colour-by region --count journeys --circles";
        let said = |title: &'static str| -> Vec<&str> { said.split(' ').chain(["--title", title]).collect() };
        assert_eq!(drawn(&[&project]), drawn(&said("Guests from Africa")));
        // What an option says comes before what the project says.
        let asia = drawn(&[&project, "--region", "South Asia", "--title", "Guests from Asia"]);
        let mut expected = said("Guests from Asia");
        expected[1] = "South Asia";
        assert_eq!(asia, drawn(&expected));
        assert_eq!(drawn(&[&project, "--meetings-only", "--title", "All"]), drawn(&["--title", "All"]));
        // A list has all meetings, or those that the map shows.
        let listed = |arguments: &[&str]| summitry(&[&["list", "--format", "csv"], arguments].concat()).out;
        assert_eq!(listed(&[&project]), listed(&[]));
        assert_eq!(listed(&[&project, "--as-shown"]), listed(&["--region", "Africa"]));
        assert_eq!(
            listed(&[&project, "--as-shown", "--kind", "summit"]),
            listed(&["--region", "Africa", "--kind", "summit"])
        );
    });
}

#[test]
fn a_comparison_in_a_project_is_filtered_on_both_sides_by_what_the_options_say() {
    in_a_folder(|folder| {
        let before = serde_json::json!({ "before": { "from": "2024-05-01", "to": "2024-06-30" } });
        let text = changed_project(&[
            ("/state/filter/from", "2024-07-01".into()),
            ("/state/filter/to", "2024-07-31".into()),
            ("/state/compare", before),
        ]);
        let project = file(folder, "july.summitry", &text);
        let listed = |arguments: &[&str]| {
            let run = summitry(&[&["list", "--format", "json"], arguments].concat());
            assert_eq!(run.status, 0, "{}", run.err);
            run.out
        };
        let said = "--from 2024-07 --to 2024-07 --compare-from 2024-05 --compare-to 2024-06 --region Europe";
        let expected = listed(&said.split(' ').collect::<Vec<_>>());
        assert_eq!(listed(&[&project, "--as-shown", "--region", "Europe"]), expected);
    });
}
