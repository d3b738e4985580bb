//! Files of layouts that many people have: coded events, flows with their locations, edges.

use crate::import::read;
use std::path::PathBuf;
use summitry::import::draft::Draft;
use summitry::import::event_code::coded;
use summitry::import::field::{Field, key};
use summitry::import::instructions::Instructions;
use summitry::import::layout::Layout;
use summitry::import::problem::ProblemKind;
use summitry::import::remark::Remark;
use summitry::import::{Import, files};
use summitry::meeting::{Kind, Meeting, Placed, Status};

fn told(meeting: &Meeting) -> String {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let people: Vec<String> =
        meeting.participants.iter().map(|one| format!("{} {}", one.name, code(one.country))).collect();
    format!("{} @ {}, {}", people.join(", "), meeting.venue.city, code(meeting.venue.country))
}

fn all_told(import: &Import) -> Vec<String> {
    import.meetings.iter().map(|(_, meeting)| told(meeting)).collect()
}

/// A row of a table of GDELT's, version 2: the columns that matter, by their places in the codebook.
fn gdelt(
    id: u32,
    day: &str,
    [name, state]: [&str; 2],
    [other, other_state]: [&str; 2],
    code: &str,
    (place, lat, lon): (&str, &str, &str),
) -> String {
    let mut cells = vec![String::new(); 61];
    let mut put = |place: usize, text: &str| text.clone_into(&mut cells[place]);
    put(0, &id.to_string());
    put(1, day);
    put(2, &day[..6]);
    put(3, &day[..4]);
    put(6, name);
    put(7, state);
    put(16, other);
    put(17, other_state);
    put(26, code);
    put(31, "10");
    put(52, place);
    put(53, "RS");
    put(56, lat);
    put(57, lon);
    put(60, &format!("https://example.org/{id}"));
    cells.join("\t")
}

#[test]
fn reports_that_gdelt_codes_are_meetings_once_each() {
    let astana = ("Astana, Astana, Kazakhstan", "51.1811", "71.4278");
    let rows = [
        gdelt(1, "20240703", ["RUSSIA", "RUS"], ["CHINA", "CHN"], "042", astana),
        gdelt(2, "20240703", ["CHINA", "CHN"], ["RUSSIA", "RUS"], "043", astana),
        gdelt(3, "20240703", ["VLADIMIR PUTIN", "RUS"], ["XI JINPING", "CHN"], "042", astana),
        gdelt(
            4,
            "20240703",
            ["RUSSIA", "RUS"],
            ["UKRAINE", "UKR"],
            "190",
            ("Kharkiv, Ukraine", "50", "36.25"),
        ),
        gdelt(
            5,
            "20240705",
            ["HUNGARY", "HUN"],
            ["RUSSIA", "RUS"],
            "042",
            ("Moscow, Moskva, Russia", "55.75", "37.61"),
        ),
        gdelt(6, "20240705", ["HUNGARY", "HUN"], ["RUSSIA", "RUS"], "046", ("Russia", "60", "100")),
        gdelt(
            7,
            "20240708",
            ["INDIA", "IND"],
            ["RUSSIA", "RUS"],
            "041",
            ("New Delhi, Delhi, India", "28.6", "77.2"),
        ),
    ];
    let import = read(format!("{}\n", rows.join("\n")));
    assert_eq!(
        all_told(&import),
        [
            "VLADIMIR PUTIN RUS, XI JINPING CHN @ Astana, KAZ",
            "Hungary HUN, Russia RUS @ Moscow, RUS",
            "Hungary HUN, Russia RUS @ , RUS",
            "India IND, Russia RUS @ New Delhi, IND"
        ]
    );
    let meetings: Vec<&Meeting> = import.meetings.iter().map(|(_, meeting)| meeting).collect();
    let kinds: Vec<Kind> = meetings.iter().map(|meeting| meeting.kind).collect();
    assert_eq!(kinds, [Kind::Unspecified, Kind::Unspecified, Kind::Bilateral, Kind::Call]);
    assert_eq!((meetings[0].note.as_str(), meetings[0].sources.len()), ("reports: 3", 3));
    assert!(matches!(meetings[2].venue.placed, Placed::Country(..)), "the middle of a country is no place");
    // A report is no meeting of its own, nor is a mention.
    assert!(meetings.iter().all(|meeting| meeting.count.get() == 1 && meeting.trip.is_none()));
    assert_eq!(import.remarks.count(&Remark::JoinedReports), 2);
    assert_eq!(import.remarks.count(&Remark::CodeOfNoMeeting), 1);
    assert!(import.problems.is_empty());
}

#[test]
fn events_that_icews_codes_from_both_sides_are_one_visit() {
    let import = read(
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t\
         Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t\
         Province\tCountry\tLatitude\tLongitude\n\
         1\t2014-01-02\tVladimir Putin\tExecutive\tRussian Federation\tMake a visit\t42\t1.9\tChina\t\tChina\t7\t5\t\
         The Sun\tBeijing\t\tBeijing\tChina\t39.9075\t116.397\n\
         2\t2014-01-02\tChina\t\tChina\tHost a visit\t43\t2.8\tVladimir Putin\tExecutive\tRussian Federation\t7\t5\t\
         The Sun\tBeijing\t\tBeijing\tChina\t39.9075\t116.397\n\
         3\t2014-01-03\tMilitary (Syria)\tMilitary\tSyria\tUse conventional military force\t190\t-10\tRebel\t\t\
         Syria\t8\t1\tAFP\tAleppo\t\tAleppo\tSyria\t36.2\t37.16\n",
    );
    assert_eq!(all_told(&import), ["Vladimir Putin RUS, China CHN @ Beijing, CHN"]);
    assert!(import.problems.is_empty(), "{:?}", import.problems.first());
}

#[test]
fn codes_of_events_that_are_meetings_are_read_with_and_without_the_first_nought() {
    assert_eq!(coded("042"), coded("42"));
    assert_eq!(coded("036").map(|coded| coded.status), Some(Status::Planned));
    for code in ["", "04", "042x", "19", "190", "0311", "٤٢", "52"] {
        assert_eq!(coded(code), None, "{code}");
    }
}

#[test]
fn every_layout_has_columns_and_is_known_by_its_signs() {
    for layout in Layout::ALL {
        let rows = include_str!("../data/layouts.csv").lines();
        let headings: Vec<String> = rows
            .filter_map(|row| row.strip_prefix(&format!("{},", layout.name())))
            .map(|rest| rest.split(',').next().unwrap_or_default().to_owned())
            .collect();
        assert!(!headings.is_empty(), "{}", layout.name());
        assert_eq!(Layout::of(&headings), Some(layout));
        let mut keys: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), headings.len(), "{}: a heading stands twice", layout.name());
    }
    // A table of one's own that shares a heading or two is none of them.
    let own = |headings: &[&str]| Layout::of(&headings.iter().map(|&one| one.to_owned()).collect::<Vec<_>>());
    assert_eq!(own(&["id", "name", "lat", "lon", "date"]), None);
    assert_eq!(own(&["Source", "Target", "Date"]), None);
    assert_eq!(Layout::Gdelt.field("sqldate"), Some(Field::Start));
}

const FLOWS: &str = "origin,dest,count\n1,2,5\n2,1,3\n1,9,2\n";
const LOCATIONS: &str = "id,name,lat,lon\n1,Accra,5.6037,-0.18696\n2,Lagos,6.455,3.394\n3,Nowhere,0,0\n";

fn written(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("the folder can be written to");
    path
}

#[test]
fn flows_find_their_places_in_the_table_of_locations_beside_them() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let (flows, locations) =
        (written(&folder, "flows.csv", FLOWS), written(&folder, "locations.csv", LOCATIONS));
    for paths in [[&flows, &locations], [&locations, &flows]] {
        let import = files(&paths, &Instructions::default());
        assert_eq!(all_told(&import)[..2], ["Accra GHA @ Lagos, NGA", "Lagos NGA @ Accra, GHA"]);
        let counts: Vec<u32> = import.meetings.iter().map(|(_, meeting)| meeting.count.get()).collect();
        assert_eq!((counts, import.files_read, import.files_failed), (vec![5, 3, 2], 2, 0));
        // A place that the table of locations does not have is said.
        assert_eq!(import.problems.count(), 1);
    }
    let alone = |path: &PathBuf| {
        let import = files(&[path], &Instructions::default());
        (import.meetings.len(), import.problems.first().map(|problem| problem.kind.clone()))
    };
    assert_eq!(alone(&flows), (0, Some(ProblemKind::NoLocations)));
    assert_eq!(alone(&locations), (0, Some(ProblemKind::OnlyLocations)));
}

#[test]
fn flows_and_locations_in_one_file_are_joined_too() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("locations.csv", LOCATIONS), ("flows.csv", FLOWS)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a file can be begun");
        std::io::Write::write_all(&mut zip, text.as_bytes()).expect("a file can be written");
    }
    let bytes = zip.finish().expect("the file can be ended").into_inner();
    let path = folder.path().join("both.zip");
    std::fs::write(&path, bytes).expect("the folder can be written to");
    let import = files(&[&path], &Instructions::default());
    assert_eq!(all_told(&import)[..2], ["Accra GHA @ Lagos, NGA", "Lagos NGA @ Accra, GHA"]);
}

#[test]
fn flows_that_name_their_places_need_no_other_table() {
    let import = read("origin,dest,count\nParis,Berlin,5\nBerlin,Warsaw,3\n");
    assert_eq!(all_told(&import), ["Paris FRA @ Berlin, DEU", "Berlin DEU @ Warsaw, POL"]);
}

#[test]
fn edges_join_two_sides_without_a_place() {
    let import =
        read("Source,Target,Type,Weight\nGermany,France,Undirected,4\nPoland,Germany,Undirected,1\n");
    assert_eq!(all_told(&import), ["Germany DEU, France FRA @ , ?", "Poland POL, Germany DEU @ , ?"]);
    let counts: Vec<u32> = import.meetings.iter().map(|(_, meeting)| meeting.count.get()).collect();
    assert_eq!(counts, [4, 1]);
    assert!(import.problems.is_empty(), "{:?}", import.problems.first());
}

#[test]
fn a_table_of_flows_forgets_places_that_are_taken_away() {
    let open = |name: &str, text: &str| {
        Draft::open(name, text.as_bytes().to_vec(), &Instructions::default()).expect("it is a table")
    };
    let (mut flows, mut locations) = (open("flows.csv", FLOWS), open("locations.csv", LOCATIONS));
    summitry::import::draft::share_locations([&mut flows, &mut locations].into_iter());
    assert_eq!((flows.lack(), locations.lack()), (None, Some(ProblemKind::LookedUp)));
    summitry::import::draft::share_locations([&mut flows].into_iter());
    summitry::import::draft::share_locations([&mut locations].into_iter());
    assert_eq!(
        (flows.lack(), locations.lack()),
        (Some(ProblemKind::NoLocations), Some(ProblemKind::OnlyLocations))
    );
}
