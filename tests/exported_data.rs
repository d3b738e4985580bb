//! Data in files, each read by another program's reader: CSV, spreadsheets, JSON, `GeoJSON`, `GraphML` and
//! GEXF.

use crate::exported::with_map;
use calamine::{Reader, Xlsx};
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use summitry::export::data::{Answered, Data, DataFormat};
use summitry::export::origin::made_in;
use summitry::import::instructions::Instructions;
use summitry::import::{self, Import, embedded};
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Unit};
use summitry::state::State;

fn written(state: &State, data: Data, format: DataFormat) -> Option<Vec<u8>> {
    let record = embedded().meetings;
    with_map(&record, state, [800.0, 500.0], |map| Answered::of(map).write(data, format).ok())
}

fn text(state: &State, data: Data, format: DataFormat) -> String {
    String::from_utf8(written(state, data, format).expect("the format holds it")).expect("it is text")
}

/// A table as the program reads it.
fn read(table: &str) -> Import {
    let mut import = Import::default();
    import::bytes("table.csv", table.as_bytes().to_vec(), &Instructions::default(), &mut import);
    import
}

/// The rows of a CSV by their headings.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().expect("headings").clone();
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| headings.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()).collect()
}

/// The states in which the files are tried.
fn states() -> Vec<State> {
    let pairs = Rule { unit: Unit::Pairs, ..Rule::default() };
    let mut states: Vec<State> =
        Reading::ALL.into_iter().map(|reading| State { reading, ..State::default() }).collect();
    states.push(State { rule: pairs, ..State::default() });
    states
}

#[test]
fn every_file_of_data_is_the_same_again_and_says_where_it_is_from() {
    for state in states() {
        for data in Data::ALL {
            for format in DataFormat::ALL {
                let file = written(&state, data, format);
                assert_eq!(file.is_some(), format.holds(data), "{data:?} as {format:?}");
                let Some(file) = file else { continue };
                assert!(file == written(&state, data, format).expect("again"), "{data:?} as {format:?}");
                let made = made_in(&file).unwrap_or_else(|| panic!("{data:?} as {format:?} says nothing"));
                assert_eq!(made.state, state, "{data:?} as {format:?}");
            }
        }
    }
}

#[test]
fn lines_are_told_alike_by_every_format() {
    for state in states() {
        let table = rows(&text(&state, Data::Lines, DataFormat::Csv));
        assert!(table.len() > 10, "{:?} has {} lines", state.reading, table.len());
        let sum: usize = table.iter().map(|row| row["count"].parse::<usize>().expect("a number")).sum();
        for row in &table {
            assert!(!row["counting_rule"].is_empty(), "{row:?}");
            assert!(["city", "country", "point", "capital"].contains(&row["placed"].as_str()), "{row:?}");
            assert!(row["first"] <= row["last"], "{row:?}");
        }
        let json: Value = serde_json::from_str(&text(&state, Data::Lines, DataFormat::Json)).expect("JSON");
        let objects = json["lines"].as_array().expect("the rows");
        assert_eq!(objects.len(), table.len());
        let of_json: u64 = objects.iter().map(|row| row["count"].as_u64().expect("a number")).sum();
        assert_eq!(of_json as usize, sum);
        for format in [DataFormat::GraphMl, DataFormat::Gexf] {
            let Network { nodes, edges } = network(&text(&state, Data::Lines, format));
            assert_eq!(edges.len(), table.len(), "{format:?}");
            for [from, to] in edges.iter().map(|(ends, _)| ends) {
                assert!(nodes.contains(from) && nodes.contains(to), "{from} {to}");
            }
            assert_eq!(edges.iter().map(|(_, weight)| weight).sum::<usize>(), sum, "{format:?}");
        }
    }
}

/// A network as a reader of XML finds it: the nodes, and the ends and the weight of each edge.
struct Network {
    nodes: BTreeSet<String>,
    edges: Vec<([String; 2], usize)>,
}

fn network(text: &str) -> Network {
    let mut found = Network { nodes: BTreeSet::new(), edges: Vec::new() };
    let mut reader = quick_xml::Reader::from_str(text);
    let mut is_weight = false;
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| {
                    let found = element.try_get_attribute(name).expect("an attribute");
                    found.map(|one| {
                        one.normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("text").into_owned()
                    })
                };
                match element.name().as_ref() {
                    "node" => drop(found.nodes.insert(value("id").expect("it has one"))),
                    "edge" => {
                        let ends = ["source", "target"].map(|end| value(end).expect("it has one"));
                        let weight = value("weight").map_or(0, |weight| weight.parse().expect("a number"));
                        found.edges.push((ends, weight));
                    }
                    "data" => is_weight = value("key").as_deref() == Some("weight"),
                    _ => {}
                }
            }
            Event::Text(text) if is_weight => {
                let weight = text.trim().parse::<usize>();
                if let (Ok(weight), Some((_, known))) = (weight, found.edges.last_mut()) {
                    *known = weight;
                }
                is_weight = false;
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn who_met_whom_is_the_same_from_both_sides_and_is_the_network_of_relations() {
    for state in states() {
        let table = rows(&text(&state, Data::Matrix, DataFormat::Csv));
        let mut total = 0;
        for row in &table {
            let code = &row["code"];
            assert_eq!(row[code], "", "nobody meets himself");
            for other in table.iter().filter(|other| other["code"] != *code) {
                assert_eq!(row[&other["code"]], other[code]);
                total += row[&other["code"]].parse::<usize>().expect("a number");
            }
        }
        let Network { nodes, edges } = network(&text(&state, Data::Matrix, DataFormat::GraphMl));
        assert_eq!(nodes.len(), table.len());
        assert_eq!(2 * edges.iter().map(|(_, weight)| weight).sum::<usize>(), total);
    }
    let usual = rows(&text(&State::default(), Data::Matrix, DataFormat::Csv));
    let russia = usual.iter().find(|row| row["code"] == "RUS").expect("it met many");
    let pairs = usual.iter().filter(|row| row["code"] != "RUS" && russia[&row["code"]] != "0").count();
    assert!(pairs > 20, "Russia met {pairs} states");
}

#[test]
fn counts_by_state_and_year_are_those_of_the_rule() {
    for state in states() {
        let table = rows(&text(&state, Data::Counts, DataFormat::Csv));
        let mut by_state: BTreeMap<String, usize> = BTreeMap::new();
        for row in &table {
            assert!(row["year"] == "2024" || row["year"].is_empty(), "{row:?}");
            *by_state.entry(row["code"].clone()).or_default() +=
                row["count"].parse::<usize>().expect("a number");
        }
        let record = embedded().meetings;
        let expected: BTreeMap<String, usize> = with_map(&record, &state, [800.0, 500.0], |map| {
            let counted = map.shown.countries.iter().filter(|(_, number)| **number > 0);
            counted.map(|(code, number)| (code.to_string(), *number)).collect()
        });
        assert_eq!(by_state, expected);
    }
}

#[test]
fn a_workbook_has_its_rows_as_numbers_and_texts_and_says_where_it_is_from() {
    for data in Data::ALL {
        let state = State::default();
        let file = written(&state, data, DataFormat::Xlsx).expect("a workbook holds all");
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
        let names = workbook.sheet_names();
        assert_eq!(names.len(), 2, "{names:?}");
        let sheet = workbook.worksheet_range(&names[0]).expect("a sheet");
        let record = embedded().meetings;
        let grid = with_map(&record, &state, [800.0, 500.0], |map| Answered::of(map).grid(data));
        assert_eq!(sheet.height(), grid.rows.len() + 1, "{data:?}");
        let numbers = sheet
            .rows()
            .flatten()
            .filter(|cell| matches!(cell, calamine::Data::Float(_) | calamine::Data::Int(_)));
        assert_eq!(numbers.count() > 0, data != Data::Meetings, "{data:?}");
        let about = workbook.worksheet_range(&names[1]).expect("a sheet");
        let words: Vec<String> = about.rows().flatten().map(ToString::to_string).collect();
        assert!(words.iter().any(|word| word == "everything") && words.iter().any(|word| word == "meetings"));
    }
}

#[test]
fn what_has_no_room_in_a_sheet_is_refused_and_what_has_none_in_a_cell_says_so() {
    use summitry::export::data::NotHeld;
    use summitry::export::data::grid::{Cell, Grid};
    use summitry::export::made::{Made, What};
    let what = What::Table { format: "xlsx".to_owned(), of: "lines".to_owned() };
    let made = Made::new(&embedded().meetings, &State::default(), what);
    let grid = |rows| Grid { name: "Lines", headings: vec!["a".to_owned()], rows };
    let many = grid(vec![vec![Cell::Empty]; 1_048_576]);
    let refused = many.workbook(&made).expect_err("a sheet has one row less");
    assert_eq!(refused, NotHeld::Sheet(1_048_577, 1));
    assert!(refused.to_string().contains("1,048,577 rows") && refused.to_string().contains(".csv"));
    let long = grid(vec![vec![Cell::text("𝄞".repeat(20_000))]]);
    let file = long.workbook(&made).expect("it has room");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
    let sheet = workbook.worksheet_range("Lines").expect("a sheet");
    let text = sheet.get((1, 0)).expect("a cell").to_string();
    assert!(text.ends_with("𝄞…") && text.encode_utf16().count() == 32_767, "{}", text.len());
}

#[test]
fn places_and_lines_on_the_globe_are_where_they_are_and_cross_no_antimeridian() {
    use geojson::{GeoJson, GeometryValue};
    let collection = |data| match text(&State::default(), data, DataFormat::GeoJson).parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection,
        other => panic!("{other:?}"),
    };
    let meetings = collection(Data::Meetings);
    assert_eq!(meetings.features.len(), 26);
    for feature in &meetings.features {
        let placed = feature.property("placed").and_then(Value::as_str).expect("it is told");
        assert_eq!(feature.geometry.is_some(), placed != "none");
    }
    let astana = meetings.features.iter().find(|feature| feature.property("city") == Some(&"Astana".into()));
    let Some(GeometryValue::Point { coordinates }) =
        astana.and_then(|feature| feature.geometry.as_ref()).map(|geometry| &geometry.value)
    else {
        panic!("Astana is a point")
    };
    assert!((coordinates[0] - 71.4).abs() < 0.2 && (coordinates[1] - 51.2).abs() < 0.2, "{coordinates:?}");
    let lines = collection(Data::Lines);
    for feature in &lines.features {
        let pieces: Vec<Vec<geojson::Position>> = match &feature.geometry.as_ref().expect("a line").value {
            GeometryValue::LineString { coordinates } => vec![coordinates.clone()],
            GeometryValue::MultiLineString { coordinates } => coordinates.clone(),
            other => panic!("{other:?}"),
        };
        for pair in pieces.iter().flat_map(|piece| piece.windows(2)) {
            assert!((pair[0][0] - pair[1][0]).abs() < 180.0, "{pair:?}");
            assert!(pair.iter().all(|at| at[0].abs() <= 180.0 && at[1].abs() <= 90.0));
        }
    }
}

#[test]
fn a_line_over_the_pacific_is_cut_at_the_antimeridian() {
    use geojson::{GeoJson, GeometryValue};
    let table = "id,date,kind,country,city,participants\n\
                 a,2024-05-01,working visit,USA,San Francisco,Fumio Kishida|Prime Minister|JPN|guest\n";
    let import = read(table);
    let file = with_map(&import.meetings, &State::default(), [800.0, 500.0], |map| {
        Answered::of(map).write(Data::Lines, DataFormat::GeoJson).expect("lines are held")
    });
    let Ok(GeoJson::FeatureCollection(found)) = String::from_utf8(file).expect("text").parse() else {
        panic!("a collection")
    };
    let geometry = found.features[0].geometry.as_ref().expect("a line");
    let GeometryValue::MultiLineString { coordinates } = &geometry.value else { panic!("{geometry:?}") };
    let [west, east] = &coordinates[..] else { panic!("two pieces") };
    let (end, begin) = (west.last().expect("points"), east.first().expect("points"));
    assert_eq!((end[0], begin[0], end[1]), (180.0, -180.0, begin[1]));
}

#[test]
fn rows_come_back_from_their_file_as_they_were() {
    let file = text(&State::default(), Data::Meetings, DataFormat::Csv);
    let again = read(&file);
    let record = embedded().meetings;
    assert_eq!(again.problems.count(), 0, "{:?}", again.problems.told());
    let digest = |meetings| summitry::document::digest::Digest::of(meetings).to_string();
    assert_eq!(digest(&again.meetings), digest(&record));
    assert_eq!(again.unused_columns.iter().map(String::as_str).collect::<Vec<_>>(), ["made_with", "placed"]);
}
