//! Reading tables: what is kept, what is said.

use summitry::gazetteer::country::Countries;
use summitry::gazetteer::place::kilometres_between;
use summitry::import::instructions::Instructions;
use summitry::import::problem::Problem;
use summitry::import::remark::Remark;
use summitry::import::{self, Import, csv, when};
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::MeetingId;
use summitry::meeting::{Kind, Meeting, Placed, Position, Role, Status, Text};
use summitry::ui::incoming::{Incoming, Input, Remembered};
use summitry::words::message::Message;
use summitry::words::say;

/// Reads a text as the file `t.csv`.
pub fn read(text: impl AsRef<[u8]>) -> Import {
    read_as("t.csv", text)
}

/// Reads a text as a file of this name.
pub fn read_as(file: &str, text: impl AsRef<[u8]>) -> Import {
    let mut import = Import::default();
    import::bytes(file, text.as_ref().to_vec(), &Instructions::default(), &mut import);
    import
}

fn files<P: AsRef<std::path::Path>>(paths: &[P]) -> Import {
    import::files(paths, &Instructions::default())
}

fn only_meeting(import: &Import) -> &Meeting {
    assert_eq!(import.meetings.len(), 1, "{:#?}", import.problems);
    import.meetings.get(0)
}

fn only_problem(import: &Import) -> &Problem {
    assert_eq!(import.problems.len(), 1, "{:#?}", import.problems);
    &import.problems[0]
}

fn wrong(problem: &Problem) -> String {
    say(Message::Wrong(&problem.kind))
}

fn remedy(problem: &Problem) -> String {
    say(Message::Remedy(&problem.kind))
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn country_alone(letters: &str) -> Placed {
    let country = Countries::embedded().get(code(letters)).expect("it is in the table");
    Placed::Country(country.code, country.label_at)
}

const HEADER: &str = "id,start,end,date_precision,kind,status,title,country,city,venue,participants,occasion,outcome,sources,note";

/// A row of the full table whose cells are right but for those given.
fn row_with(changes: &[(&str, &str)]) -> String {
    let right = [
        ("id", "a"),
        ("start", "2024-07-03"),
        ("kind", "bilateral"),
        ("status", "held"),
        ("title", "Talks"),
        ("country", "KAZ"),
        ("city", "Astana"),
        ("participants", "Kassym-Jomart Tokayev|President|KAZ; Xi Jinping|President|CHN"),
    ];
    let cell = |name: &str| {
        let find = |cells: &[(&str, &str)]| {
            cells.iter().find(|(key, _)| *key == name).map(|(_, cell)| (*cell).to_owned())
        };
        let cell = find(changes).or_else(|| find(&right)).unwrap_or_default();
        format!("\"{}\"", cell.replace('"', "\"\""))
    };
    format!("{HEADER}\n{}\n", HEADER.split(',').map(cell).collect::<Vec<_>>().join(","))
}

#[test]
fn the_meetings_that_are_shipped_have_no_problem() {
    let import = import::embedded();
    assert_eq!(import.problems, []);
    assert_eq!(import.meetings.len(), 26);
    assert_eq!(import.files_read, 1);
    assert!(import.unused_columns.is_empty());
    let hollow: Vec<&str> = import
        .meetings
        .iter()
        .filter(|(_, meeting)| !matches!(meeting.venue.placed, Placed::City(..)))
        .map(|(_, meeting)| meeting.id.as_str())
        .collect();
    assert_eq!(hollow, ["turkey-invitation"]);
}

#[test]
fn a_shipped_meeting_is_read_to_the_last_cell() {
    let import = import::embedded();
    let row = import.meetings.row_of("belarus-minsk-2024-05").expect("it is in the table");
    let meeting = import.meetings.get(row);
    let day = |text| PartialDate::parse(text).ok();
    assert_eq!(meeting.dates, Dates { start: day("2024-05-23"), end: day("2024-05-24") });
    assert_eq!((meeting.kind, meeting.status), (Kind::OfficialVisit, Status::Held));
    assert_eq!(meeting.venue.country, Some(code("BLR")));
    assert_eq!(
        (meeting.venue.city.as_str(), meeting.venue.building.as_str()),
        ("Minsk", "Palace of Independence")
    );
    let people: Vec<(&str, &str, Role)> =
        meeting.participants.iter().map(|one| (one.name.as_str(), one.office.as_str(), one.role)).collect();
    assert_eq!(
        people,
        [
            ("Vladimir Putin", "President of Russia", Role::Guest),
            ("Alexander Lukashenko", "President of Belarus", Role::Host)
        ]
    );
    assert_eq!(meeting.sources.len(), 3);
    assert!(
        meeting.sources[0].reference.starts_with("Article ")
            && meeting.sources[0].reference.ends_with("sentence 3")
    );
    assert_eq!(meeting.sources[1].facts, ["date", "city", "participants"]);
}

#[test]
fn what_is_wrong_in_a_row_is_told_with_its_column_and_the_row_is_kept() {
    // Changed cells; number and name of the column; the beginning of the message; a part of the suggestion.
    type Case = (&'static [(&'static str, &'static str)], (usize, &'static str), &'static str, &'static str);
    let cases: &[Case] = &[
        (
            &[("start", "2024-02-30")],
            (2, "start"),
            "\"2024-02-30\" is no date: February 2024 has 29 days",
            "",
        ),
        (
            &[("start", "03/04/2024")],
            (2, "start"),
            "\"03/04/2024\" is no date: it can be two days",
            "2024-04-03 or 2024-03-04",
        ),
        (&[("start", "8 May")], (2, "start"), "\"8 May\" is no date: it has no year", ""),
        (&[("start", "soon")], (2, "start"), "\"soon\" is no date: a date is written", ""),
        (&[("end", "2024-07-02")], (3, "end"), "the end 2024-07-02 is before the start 2024-07-03", ""),
        (
            &[("date_precision", "month")],
            (4, "date_precision"),
            "the precision is month but the date is 2024-07-03",
            "",
        ),
        (
            &[("start", ""), ("date_precision", "day")],
            (4, "date_precision"),
            "the precision is day but the date is empty",
            "",
        ),
        (
            &[("date_precision", "exact")],
            (4, "date_precision"),
            "\"exact\" is no precision",
            "day, range, month",
        ),
        (&[("kind", "sumit")], (5, "kind"), "\"sumit\" is no kind of meeting", "Perhaps summit"),
        (
            &[("kind", "qqqqqq")],
            (5, "kind"),
            "\"qqqqqq\" is no kind",
            "One of summit, conference, state visit",
        ),
        (&[("status", "heldd")], (6, "status"), "\"heldd\" is no status", "Perhaps held"),
        (
            &[("country", "Kazakhstann")],
            (8, "country"),
            "\"Kazakhstann\" names no single country",
            "Kazakhstan (KAZ)",
        ),
        (
            &[("country", "Congo")],
            (8, "country"),
            "\"Congo\" names no single country",
            "(COD) or Republic of the Congo (COG)",
        ),
        (&[("country", ""), ("city", "")], (8, "country"), "the meeting is not placed", ""),
        (&[("city", "Astanna")], (9, "city"), "\"Astanna\" could not be placed", "Astana, Kazakhstan"),
        (
            &[("country", "PAN"), ("city", "Colon, Panama City")],
            (9, "city"),
            "\"Colon, Panama City\" could not",
            "a row for each place: Colon; Panama City",
        ),
        (
            &[("country", ""), ("city", "Tripoli")],
            (9, "city"),
            "\"Tripoli\" names no single city",
            "Tripoli, Lebanon",
        ),
        (&[("participants", "")], (11, "participants"), "the meeting names nobody", ""),
        (
            &[("participants", "Ali|President|Nowhereland")],
            (11, "participants"),
            "\"Nowhereland\", the country of Ali, names no",
            "",
        ),
        (
            &[("participants", "Ali|President|KAZ|visitor")],
            (11, "participants"),
            "\"visitor\" is no role of Ali",
            "host, guest",
        ),
        (&[("participants", "|President|KAZ")], (11, "participants"), "\"|President|KAZ\" has no name", ""),
        (
            &[("participants", "A|b|KAZ|host|c")],
            (11, "participants"),
            "\"A|b|KAZ|host|c\" has 5 parts",
            "between participants",
        ),
    ];
    for (changes, (number, name), message, suggestion) in cases {
        let import = read(row_with(changes));
        let problem = only_problem(&import);
        let column = problem.column.as_ref().expect("the problem is in a cell");
        assert_eq!((column.number, column.name.as_str()), (*number, *name), "{changes:?}");
        assert!(wrong(problem).starts_with(message), "{problem:?}");
        assert!(remedy(problem).contains(suggestion), "{problem:?}");
        assert_eq!((problem.file.as_str(), problem.line, problem.row_lost), ("t.csv", Some(2), false));
        assert_eq!(only_meeting(&import).id.as_str(), "a");
    }
}

#[test]
fn the_faulty_part_is_left_out_and_nothing_is_guessed() {
    let of = |changes: &[(&str, &str)]| only_meeting(&read(row_with(changes))).clone();
    let day = Dates::on(PartialDate::parse("2024-07-03").expect("it is a date"));
    assert_eq!(of(&[("start", "2024-02-30")]).dates, Dates::default());
    assert_eq!(of(&[("end", "2024-07-02")]).dates, day);
    assert_eq!(of(&[("date_precision", "month")]).dates, Dates::on(PartialDate::Month(2024, 7)));
    assert_eq!(of(&[("kind", "sumit")]).kind, Kind::Unspecified);
    assert_eq!(of(&[("status", "heldd")]).status, Status::Held);
    assert_eq!(of(&[("city", "Astanna")]).venue.placed, country_alone("KAZ"));
    assert_eq!(of(&[("city", "Astanna")]).venue.city, "Astanna");
    assert_eq!(of(&[("country", "Kazakhstann")]).venue.placed, Placed::Nowhere);
    assert_eq!(of(&[("country", "Kazakhstann")]).venue.city, "Astana", "what the file says is kept");
    assert_eq!(of(&[("country", "Kazakhstann")]).venue.country_as_written, "Kazakhstann");
    assert_eq!(of(&[("country", ""), ("city", "Tripoli")]).venue.placed, Placed::Nowhere);
    assert_eq!(of(&[("participants", "Ali|President|Nowhereland")]).participants[0].country, None);
}

#[test]
fn what_is_merely_missing_is_no_problem() {
    let quiet: &[&[(&str, &str)]] = &[
        &[("city", "")],
        &[("start", "")],
        &[("start", ""), ("date_precision", "unknown")],
        &[("kind", ""), ("status", "")],
        &[("kind", "call"), ("country", ""), ("city", "")],
        &[("start", "2024-07"), ("date_precision", "month")],
        &[("start", "2024-05"), ("end", "2024-07"), ("date_precision", "range")],
        &[("start", " 2024-07-03 "), ("country", "Kazakhstan")],
        &[("kind", "State_Visit")],
        &[("country", ""), ("city", "Astana")],
    ];
    for changes in quiet {
        let import = read(row_with(changes));
        assert_eq!(import.problems, [], "{changes:?}");
        only_meeting(&import);
    }
    assert_eq!(only_meeting(&read(row_with(&[("city", "")]))).venue.placed, country_alone("KAZ"));
    assert_eq!(only_meeting(&read(row_with(&[("country", "")]))).venue.country, Some(code("KAZ")));
}

#[test]
fn a_fourth_part_says_who_is_host() {
    let import = read(row_with(&[("participants", "A||KAZ|guest; B||CHN|host; C|KAZ; D")]));
    let people: Vec<(&str, Role, Option<CountryCode>)> = only_meeting(&import)
        .participants
        .iter()
        .map(|one| (one.name.as_str(), one.role, one.country))
        .collect();
    let expected = [
        ("A", Role::Guest, Some(code("KAZ"))),
        ("B", Role::Host, Some(code("CHN"))),
        ("C", Role::Host, Some(code("KAZ"))),
        ("D", Role::Guest, None),
    ];
    assert_eq!(people, expected);
}

#[test]
fn sources_are_parted_from_the_facts_they_support() {
    let import =
        read(row_with(&[("sources", "Paper, p. 3 [sic] [date; city] | https://x.org/a[1] | Diary")]));
    let sources: Vec<(&str, Vec<&str>)> = only_meeting(&import)
        .sources
        .iter()
        .map(|one| (one.reference.as_str(), one.facts.iter().map(Text::as_str).collect()))
        .collect();
    assert_eq!(
        sources,
        [("Paper, p. 3 [sic]", vec!["date", "city"]), ("https://x.org/a", vec!["1"]), ("Diary", vec![])]
    );
}

#[test]
fn the_columns_that_people_have_are_understood() {
    let tables = [
        "Date,Leader,Country,City\n2009-04-01,Barack Obama,United Kingdom,London\n",
        "start_date;WHO;country visited;Locale\r\n2009-04-01;Barack Obama;United Kingdom;London\r\n",
        "\u{feff}TripStartDate\tname\tCountryVisited\tplace\r2009-04-01\tBarack Obama\tGBR\tLondon\r",
        "\n\n\"from\",\"visitor\",\"host_country_iso3\",\"LOCATION\"\n2009-04-01,Barack Obama,GBR,London",
    ];
    for table in tables {
        let import = read(table);
        assert_eq!(import.problems, [], "{table}");
        let meeting = only_meeting(&import);
        assert_eq!(say(Message::Dates(meeting.dates)), "1 April 2009", "{table}");
        assert_eq!(meeting.participants[0].name, "Barack Obama");
        assert_eq!(meeting.venue.country, Some(code("GBR")));
        assert!(matches!(meeting.venue.placed, Placed::City(..)));
        assert_eq!(meeting.title, "Barack Obama in London");
    }
}

#[test]
fn a_table_of_trips_gives_people_offices_and_outcomes() {
    let import = read(
        "id,role,name,leader_country,host,start_date,end_date,country,locale,remarks,url,colour\n\
         7,President,Barack Obama,US,Gordon Brown; Nicolas Sarkozy,2009-04-01,2009-04-03,GBR,London,G20 talks,https://x.org,red\n",
    );
    assert_eq!(import.problems, []);
    let meeting = only_meeting(&import);
    let people: Vec<(&str, &str, Option<CountryCode>)> = meeting
        .participants
        .iter()
        .map(|one| (one.name.as_str(), one.office.as_str(), one.country))
        .collect();
    let expected = [
        ("Barack Obama", "President", Some(code("USA"))),
        ("Gordon Brown", "Prime Minister", Some(code("GBR"))),
        ("Nicolas Sarkozy", "President", Some(code("FRA"))),
    ];
    assert_eq!(people, expected);
    assert_eq!((meeting.id.as_str(), meeting.outcome.as_str()), ("7", "G20 talks"));
    assert_eq!(meeting.sources[0].url(), Some("https://x.org"));
    assert_eq!(import.unused_columns.iter().collect::<Vec<_>>(), ["colour"]);
}

#[test]
fn a_place_in_the_article_joins_its_source() {
    let table = "title,country,article_ref,fact_sources\nT,KAZ,\"paragraph 1, sentence 2\",SOURCES\n";
    let reference =
        |sources: &str| only_meeting(&read(table.replace("SOURCES", sources))).sources[0].reference.clone();
    assert_eq!(reference("article [date] | Diary"), "article, paragraph 1, sentence 2");
    assert_eq!(reference("Diary"), "paragraph 1, sentence 2");
}

#[test]
fn a_file_that_is_no_table_of_meetings_says_what_it_lacks() {
    let cases: &[(&[u8], &str, &str)] = &[
        (b"", "the file is empty", ""),
        (b"\n\n\n", "the file is empty", ""),
        (b"date,country,leader\n", "the file has a header and no rows", ""),
        (b"date,country,leader\n\n,,\n", "the file has a header and no rows", ""),
        (b"a,b\n1,2\n", "no column says where, and none says who, what or when; the columns are a, b", ""),
        (
            b"date,leader,contry\n1,2,3\n",
            "no column says where; the columns are date, leader, contry",
            "Add a column for the country or the city",
        ),
        (b"country,city,ledaer\n1,2,3\n", "no column says who, what or when", "--map"),
        (b"PK\x03\x04rest", "the file is a ZIP file that is damaged", ""),
    ];
    for (bytes, message, suggestion) in cases {
        let import = read(bytes);
        let problem = only_problem(&import);
        assert!(wrong(problem).starts_with(message), "{problem:?}");
        assert!(remedy(problem).contains(suggestion), "{problem:?}");
        assert_eq!((problem.line, &problem.column), (None, &None));
        assert!(import.meetings.is_empty());
    }
}

#[test]
fn rows_of_uneven_length_are_kept() {
    let import = read("date,country,leader\n2024,KAZ\n2024,KAZ,A,B\n2024,KAZ,A,,\n2024,KAZ,A\n");
    assert_eq!(import.meetings.len(), 4);
    let told: Vec<(Option<u64>, String)> = import.problems.iter().map(|one| (one.line, wrong(one))).collect();
    assert_eq!(
        told.iter().map(|(line, said)| (*line, said.as_str())).collect::<Vec<_>>(),
        [
            (Some(2), "the row has 2 cells and the header 3; the missing ones are empty"),
            (Some(2), "the meeting names nobody"),
            (Some(3), "the row has 4 cells and the header 3; the last are left out"),
        ]
    );
}

#[test]
fn an_id_met_again_gets_a_number_and_nothing_is_lost() {
    let import = read("id,title,country\na,One,KAZ\na,Two,KAZ\na-2,Three,KAZ\na,Four,KAZ\n");
    let kept: Vec<(&str, &str)> =
        import.meetings.iter().map(|(_, one)| (one.id.as_str(), one.title.as_str())).collect();
    assert_eq!(kept, [("a", "One"), ("a-2", "Two"), ("a-2-2", "Three"), ("a-3", "Four")]);
    assert_eq!(import.problems.len(), 3);
    assert_eq!(
        say(Message::Problem(&import.problems[0])),
        "t.csv:3, column 1 (id): the id \"a\" is taken. The row is kept as \"a-2\""
    );
}

fn ids(import: &Import) -> Vec<String> {
    import.meetings.iter().map(|(_, one)| one.id.to_string()).collect()
}

#[test]
fn rows_without_ids_keep_theirs_when_lines_and_columns_are_inserted() {
    let three = read("title,country\nOne,KAZ\n\"Two\nlines\",KAZ\nThree,KAZ\n");
    assert_eq!(three.problems, []);
    assert_eq!(three.meetings.get(1).title, "Two\nlines");
    let [one, two, last] = <[String; 3]>::try_from(ids(&three)).expect("there are three rows");
    let more = read("country,city,title\nKAZ,,Zero\n\nKAZ,,One\nKAZ,,\"Two\nlines\"\nKAZ,,Three\n");
    assert_eq!(ids(&more)[1..], [one.clone(), two.clone(), last.clone()]);
    assert!(one.starts_with("row-") && one != two && two != last && one != last, "{one} {two} {last}");
    // Rows that say the same are told apart by number.
    let twice = read("title,country\nOne,KAZ\nOne,KAZ\n");
    assert_eq!(ids(&twice), [one.clone(), format!("{one}-2")]);
    assert_eq!(twice.problems, []);
}

#[test]
fn several_files_may_number_their_rows_alike() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the folder can be written to");
        path
    };
    let (a, b) = (
        write("a.csv", "id,title,country\n1,One,KAZ\n2,Two,KAZ\n"),
        write("b.csv", "id,title,country\n1,Three,KAZ\n"),
    );
    let both = files(&[&a, &b]);
    assert_eq!(ids(&both), ["a:1", "a:2", "b:1"]);
    assert_eq!(both.problems, []);
    let turned = files(&[&b, &a]);
    assert_eq!(ids(&turned), ["b:1", "a:1", "a:2"]);
    assert_eq!(ids(&files(&[&a])), ["1", "2"]);
}

/// What is said of a file as text.
fn said_of_the_text(import: &Import) -> String {
    let said = import.remarks.iter().find(|(_, remark, _)| matches!(remark, Remark::Text(_)));
    said.map(|(_, remark, tally)| say(Message::Remark(remark, tally))).unwrap_or_default()
}

#[test]
fn letters_of_an_old_encoding_are_read_and_the_guess_is_told() {
    let import = read(b"title,country\nOne,KAZ\nCaf\xE9,KAZ\n");
    assert_eq!(import.problems, []);
    assert_eq!(import.meetings.get(1).title, "Café");
    assert_eq!(
        said_of_the_text(&import),
        "it was read as Western European (Windows-1252, Latin-1), which was guessed"
    );
}

#[test]
fn nul_characters_are_left_out_and_told() {
    let import = read("title,country\nO\0ne,KAZ\n");
    assert!(said_of_the_text(&import).contains("1 NUL character is left out"));
    assert_eq!(only_meeting(&import).title, "One");
}

#[test]
fn a_quote_left_open_costs_no_more_than_its_row() {
    let import = read("title,country,note\nOne,KAZ,\"open\nTwo,KAZ,fine\nThree,KAZ,fine\n");
    let problem = only_problem(&import);
    assert_eq!((problem.line, problem.row_lost), (Some(2), false));
    assert!(wrong(problem).starts_with("a quote is opened and not closed"), "{problem:?}");
    let titles: Vec<&str> = import.meetings.iter().map(|(_, one)| one.title.as_str()).collect();
    assert_eq!(titles, ["One", "Two", "Three"]);
}

#[test]
fn a_line_of_20_megabytes_is_passed_over() {
    for opening in ["", "\"", "One,KAZ,\""] {
        let long = "x".repeat(20_000_000);
        let import = read(format!("title,country,note\n{opening}{long}\nTwo,KAZ,fine\n"));
        let problem = only_problem(&import);
        assert_eq!((problem.line, problem.row_lost), (Some(2), true));
        assert_eq!(only_meeting(&import).title, "Two");
    }
}

#[test]
fn quotes_that_never_close_do_not_read_the_file_into_memory() {
    let lines = "x,KAZ,y\n".repeat(400_000);
    let import = read(format!("title,country,note\nOne,KAZ,\"open\n{lines}"));
    assert_eq!(only_problem(&import).line, Some(2));
    assert_eq!(import.meetings.len(), 400_001);
}

#[test]
fn a_file_that_cannot_be_opened_says_why_in_plain_words() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let missing = folder.path().join("missing.csv");
    let import = files(&[missing.as_path(), folder.path()]);
    let told: Vec<String> = import.problems.iter().map(wrong).collect();
    assert_eq!(told, ["the file cannot be read: there is no such file", "the file is a folder"]);
    assert_eq!(import.files_read, 0);
}

#[test]
fn several_files_make_one_table() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("a.csv"), "id,title,country\na,One,KAZ\n").expect("it can be written");
    std::fs::write(path("b.tsv"), "title\tid\tcountry\nTwo\tb\tKAZ\n").expect("it can be written");
    let import = files(&[path("a.csv"), path("b.tsv")]);
    assert_eq!(import.problems, []);
    assert_eq!((import.meetings.len(), import.files_read), (2, 2));
    assert_eq!(import.meetings.get(1).title, "Two");
}

#[test]
fn ordinary_tables_are_read_as_the_csv_crate_reads_them() {
    let tables = [
        "a,b\n1,2\n",
        "a,b\r\n\"1\",\" 2 \"\r\n",
        "a,b\n\"x \"\"y\"\" z\",\"line\nbreak\"\n",
        "a,b\n1\"2,\"3\"4\n",
        "a,b\n,\n\"\",\"\"",
    ];
    for table in tables {
        let mut theirs =
            ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
        let theirs: Vec<Vec<Vec<u8>>> = theirs
            .byte_records()
            .map(|record| record.expect("it is read").iter().map(<[u8]>::to_vec).collect())
            .collect();
        let mut records = csv::record::Records::new(table.as_bytes()).expect("memory can be read");
        let mut ours = Vec::new();
        while let Some(record) = records.read_next().expect("memory can be read") {
            ours.push(record.cells);
        }
        assert_eq!(ours, theirs, "{table}");
    }
}

#[test]
fn every_date_that_can_mean_one_day_only_is_read() {
    let read = [
        ("8 May 2024", "2024-05-08"),
        ("May 8, 2024", "2024-05-08"),
        ("Wednesday, 8th of May 2024", "2024-05-08"),
        ("8 Sept. 2024", "2024-09-08"),
        ("July 2024", "2024-07"),
        ("07/2024", "2024-07"),
        ("2024-05-08T10:00:00Z", "2024-05-08"),
        ("2024-05-08 10:00", "2024-05-08"),
        ("2024-7-3", "2024-07-03"),
        ("2024/07/03", "2024-07-03"),
        ("31.12.2023", "2023-12-31"),
        ("3.7.2024", "2024-07-03"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
        ("05/05/2024", "2024-05-05"),
        ("8 May 24", "2024-05-08"),
        ("8.5.24", "2024-05-08"),
        ("20240508", "2024-05-08"),
        ("8 мая 2024 года", "2024-05-08"),
    ];
    for (written, expected) in read {
        let found = when::one(written).expect(written);
        assert_eq!(found.to_string(), expected, "{written}");
    }
    let refused = [
        ("03/04/2024", "it can be two days", "Perhaps 2024-04-03 or 2024-03-04"),
        ("03-04-2024", "it can be two days", "Perhaps 2024-04-03 or 2024-03-04"),
        ("8 May", "it has no year", ""),
        ("30 February 2024", "February 2024 has 29 days", ""),
        ("2024-13-04", "there is no month 13", "Perhaps 2024-04-13"),
        ("May 24", "it has no year", "Perhaps 2024-05"),
        ("45581", "it is a number, as spreadsheets count days", "Perhaps 2024-10-16"),
        ("9–8 May 2024", "its end is before its start", "Perhaps 2024-05-09 or 2024-05-08"),
        ("8–9 May 2024", "a date is written 2024-07-03, 2024-07 or 2024", ""),
        ("soon", "a date is written 2024-07-03, 2024-07 or 2024", ""),
        ("", "a date is written 2024-07-03, 2024-07 or 2024", ""),
        ("T10:00", "a date is written 2024-07-03, 2024-07 or 2024", ""),
    ];
    for (written, why, suggestion) in refused {
        let found = when::one(written).expect_err(written);
        let said = (say(Message::RefusedDate(&found)), say(Message::Readings(&found)));
        assert_eq!((said.0.as_str(), said.1.as_str()), (why, suggestion), "{written}");
    }
}

#[test]
fn years_before_the_first_are_read_and_written_as_readers_know_them() {
    for (written, expected) in [("-0043-03-15", "15 March 44 BC"), ("0000", "1 BC"), ("0001-01", "January 1")]
    {
        let import = read(row_with(&[("start", written)]));
        assert_eq!(import.problems, []);
        assert_eq!(say(Message::Dates(only_meeting(&import).dates)), expected);
    }
}

#[test]
fn what_is_refused_is_kept_in_the_note() {
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("start", "soon")], "date as written: soon"),
        (&[("start", "mid-July 2024"), ("end", "")], "date as written: mid-July 2024"),
        (&[("start", "3.7.24"), ("end", "")], "date as written: 3.7.24"),
        (&[("start", "TBC"), ("end", "")], ""),
        (&[("start", "soon"), ("note", "Doubtful")], "Doubtful; date as written: soon"),
        (&[("end", "2024-07-02")], "end as written: 2024-07-02"),
        (&[("date_precision", "exact")], "precision as written: exact"),
        (&[("date_precision", "month")], "date as written: 2024-07-03"),
        (&[("kind", "sumit"), ("status", "maybe")], "kind as written: sumit; status as written: maybe"),
        (&[("participants", "Ali|King|Nowhereland")], "country of Ali as written: Nowhereland"),
        (&[("participants", "Ali|King|KAZ|visitor")], "role of Ali as written: visitor"),
    ];
    for (changes, expected) in cases {
        assert_eq!(only_meeting(&read(row_with(changes))).note, *expected, "{changes:?}");
    }
}

#[test]
fn a_bad_date_is_told_once() {
    let cases: &[(&[(&str, &str)], &str)] = &[
        (&[("start", "soon"), ("date_precision", "day")], "\"soon\" is no date"),
        (&[("start", "soon"), ("date_precision", "range")], "\"soon\" is no date"),
        (&[("end", "2024-07-02"), ("date_precision", "range")], "the end 2024-07-02 is before"),
    ];
    for (changes, message) in cases {
        let import = read(row_with(changes));
        assert!(wrong(only_problem(&import)).starts_with(message), "{changes:?}");
    }
}

#[test]
fn an_island_listed_under_another_state_is_placed_where_it_is() {
    let cases = [
        ("United Kingdom", "Bermuda", "BMU"),
        ("GBR", "Jamaica", "JAM"),
        ("GBR", "Malta", "MLT"),
        ("GBR", "Trinidad", "TTO"),
        ("GBR", "The Bahamas", "BHS"),
        ("France", "Martinique", "MTQ"),
    ];
    for (country, city, expected) in cases {
        let import = read(row_with(&[("country", country), ("city", city)]));
        let problem = only_problem(&import);
        assert!(remedy(problem).contains(expected), "{problem:?}");
        let meeting = only_meeting(&import);
        assert_eq!(meeting.venue.country, Some(code(expected)), "{city}");
        assert_eq!(meeting.venue.placed, country_alone(expected), "{city}");
        assert_eq!(meeting.note, format!("country as written: {country}"));
    }
    let import = read(row_with(&[("country", "KAZ"), ("city", "Kazakhstan")]));
    assert_eq!(import.problems, [], "the country again in the city's column");
}

#[test]
fn a_city_that_is_not_in_its_country_is_looked_for_elsewhere() {
    let cases = [
        ("FRA", "Guinea-Bis", "Guinea-Bissau (GNB)"),
        ("RUS", "Paris", "Paris, France"),
        ("", "Georgia", "the country Georgia (GEO)"),
    ];
    for (country, city, expected) in cases {
        let import = read(row_with(&[("country", country), ("city", city)]));
        let problem = only_problem(&import);
        assert!(remedy(problem).contains(expected), "{problem:?}");
    }
}

#[test]
fn a_place_with_its_country_behind_a_comma_is_a_city_in_it() {
    let import = read("date,leader,place\n2024,A,\"Berlin, Germany\"\n2024,A,\"Springfield, IL\"\n");
    let venue = |row| &import.meetings.get(row).venue;
    assert_eq!((venue(0).city.as_str(), venue(0).country), ("Berlin", Some(code("DEU"))));
    assert!(matches!(venue(0).placed, Placed::City(..)));
    assert_eq!(venue(1).city, "Springfield, IL", "a state is no country");
}

#[test]
fn spreadsheets_and_people_put_lines_before_the_header() {
    let tables = [
        "sep=;\nwhen;where;leader;counterpart;counterpart_country\n2024-07-03;Astana;A;B;KAZ\n",
        "\u{feff}sep=|\r\nwhen|where|leader|counterpart|counterpart_country\r\n2024-07-03|Astana|A|B|KAZ\r\n",
        "# Visits, by hand\n#\nwhen,where,leader,counterpart,counterpart_country\n2024-07-03,Astana,A,B,KAZ\n",
        "#,when,where,leader,counterpart,counterpart_country\n1,2024-07-03,Astana,A,B,KAZ\n",
    ];
    for table in tables {
        let import = read(table);
        assert_eq!(import.problems, [], "{table}");
        let meeting = only_meeting(&import);
        assert_eq!(say(Message::Dates(meeting.dates)), "3 July 2024");
        assert_eq!(meeting.venue.country, Some(code("KAZ")));
        let people: Vec<_> =
            meeting.participants.iter().map(|one| (one.name.as_str(), one.country)).collect();
        assert_eq!(people, [("A", None), ("B", Some(code("KAZ")))]);
    }
}

#[test]
fn a_column_met_twice_is_told_as_a_duplicate() {
    let import = read("id,title,country,ID,mood\na,One,KAZ,b,good\n");
    assert_eq!(import.unused_columns.iter().collect::<Vec<_>>(), ["ID (a duplicate)", "mood"]);
}

/// The city of every shipped meeting, looked up by hand: degrees north and east.
const CITIES: [(&str, f64, f64); 10] = [
    ("Moscow", 55.7558, 37.6173),
    ("Saint Petersburg", 59.9343, 30.3351),
    ("Kazan", 55.7963, 49.1088),
    ("Minsk", 53.9045, 27.5615),
    ("Kyiv", 50.4501, 30.5234),
    ("Astana", 51.1694, 71.4491),
    ("Tashkent", 41.2995, 69.2401),
    ("Pyongyang", 39.0392, 125.7625),
    ("Hanoi", 21.0278, 105.8342),
    ("Beijing", 39.9042, 116.4074),
];

#[test]
fn every_shipped_meeting_lies_within_25_km_of_its_city_or_is_hollow() {
    let import = import::embedded();
    let mut in_cities = 0;
    for (_, meeting) in import.meetings.iter() {
        match meeting.venue.placed {
            Placed::City(_, at) => {
                let city = CITIES.iter().find(|(name, ..)| *name == meeting.venue.city);
                let &(name, lat, lon) = city.expect("every city is in the list");
                let away = kilometres_between(at, Position::new(lon, lat));
                assert!(away < 25.0, "{}: {away} km from {name}", meeting.id);
                in_cities += 1;
            }
            Placed::Country(_, at) => {
                let country = meeting.venue.country.and_then(|code| Countries::embedded().get(code));
                assert_eq!(country.map(|country| country.label_at), Some(at), "{}", meeting.id);
            }
            Placed::Point(_) | Placed::Nowhere => panic!("{} is not placed", meeting.id),
        }
    }
    assert_eq!((in_cities, import.meetings.len()), (25, 26));
}

#[test]
fn a_quote_whose_next_one_stands_within_a_cell_takes_no_other_row() {
    let import = read("city,title,note\nParis,\"Talks,x\nBerlin,\"Summit\",y\nRome,Dinner,z\n");
    let kept: Vec<(&str, &str)> =
        import.meetings.iter().map(|(_, one)| (one.venue.city.as_str(), one.title.as_str())).collect();
    assert_eq!(kept, [("Paris", "Talks,x"), ("Berlin", "Summit"), ("Rome", "Dinner")]);
    let problem = only_problem(&import);
    assert_eq!((problem.line, problem.row_lost), (Some(2), false));
    assert!(
        wrong(problem).contains("the next one, in line 3, stands in the middle of a cell"),
        "{problem:?}"
    );
}

#[test]
fn text_after_a_closing_quote_is_told_and_space_is_not() {
    let import = read("city,title\nParis,\"Talks\" about \"x\"\nRome,\"Dinner\" \n\"Berlin\" ,Lunch\n");
    let problem = only_problem(&import);
    assert_eq!((problem.line, problem.column.as_ref().map(|one| one.number)), (Some(2), Some(2)));
    assert!(wrong(problem).starts_with("text follows the quote that closes the cell"), "{problem:?}");
    let titles: Vec<&str> = import.meetings.iter().map(|(_, one)| one.title.as_str()).collect();
    assert_eq!(titles, ["Talks about \"x\"", "Dinner", "Lunch"]);
}

#[test]
fn an_uneven_row_that_a_quote_drew_over_lines_names_them() {
    let import = read("city,title,note\nParis,\"Talks,x\nBerlin,Summit,y\nRome\",Dinner,z,more\n");
    assert_eq!(import.meetings.len(), 1);
    let problem = only_problem(&import);
    assert!(wrong(problem).starts_with("the row has 5 cells and the header 3"), "{problem:?}");
    assert_eq!(remedy(problem), "It runs to line 4: look for a quote that is not closed");
}

#[test]
fn a_quote_in_the_header_that_is_left_open_is_told() {
    let import = read("city,\"title\nParis,Talks\n");
    let problem = only_problem(&import);
    assert_eq!(problem.line, Some(1));
    assert_eq!(only_meeting(&import).title, "Talks");
}

/// Every text of up to so many of the signs that matter to a table.
fn texts(signs: &[&str], most: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    for start in 0.. {
        let Some(text) = texts.get(start).cloned() else { break };
        if text.chars().count() < most {
            texts.extend(signs.iter().map(|sign| format!("{text}{sign}")));
        }
    }
    texts
}

#[test]
fn records_are_read_the_same_whether_or_not_the_end_of_a_quote_was_sought_before() {
    // A table is read from its start, and once more from each of its records on, when nothing is known of
    // what follows.
    for text in texts(&["\"", ",", "\n", "x"], 7) {
        let table = format!("a,b\n{text}\n");
        let mut records = csv::record::Records::new(table.as_bytes()).expect("memory can be read");
        records.read_next().expect("memory can be read");
        while let Some(record) = records.read_next().expect("memory can be read") {
            let from: Vec<&str> = table.split('\n').skip(record.line as usize - 1).collect();
            let headed = format!("a,b\n{}", from.join("\n"));
            let mut anew = csv::record::Records::new(headed.as_bytes()).expect("memory can be read");
            anew.read_next().expect("memory can be read");
            let again = anew.read_next().expect("memory can be read").expect("the row is there");
            assert_eq!(again.cells, record.cells, "{table:?}, line {}", record.line);
        }
    }
}

#[test]
fn a_row_of_very_many_people_is_cut_and_told() {
    let crowd = "A;".repeat(1_500);
    for (header, column) in [("participants", "participants"), ("leader", "leader"), ("host", "host")] {
        let import = read(format!("country,{header}\nKAZ,\"{crowd}\"\n"));
        let problem = only_problem(&import);
        assert_eq!(problem.column.as_ref().map(|one| one.name.as_str()), Some(column));
        assert!(wrong(problem).starts_with("the cell names 1500; the first 1000 are read"), "{problem:?}");
        let meeting = only_meeting(&import);
        assert_eq!(meeting.participants.len(), 1_000);
        assert_eq!(meeting.note.matches('A').count(), 500, "the others are in the note");
    }
}

#[test]
fn a_long_office_of_many_people_is_kept_once() {
    let office = "o".repeat(60_000);
    let import = read(format!("country,leader,office\nKAZ,A;B;C,{office}\nKAZ,A;B,President\n"));
    assert!(wrong(only_problem(&import)).starts_with("the office has 60000 letters and stands for 3 names"));
    let offices = |row: usize| {
        let people = import.meetings.get(row).participants.iter();
        people.map(|one| one.office.len()).collect::<Vec<_>>()
    };
    assert_eq!((offices(0), offices(1)), (vec![60_000, 0, 0], vec![9, 9]));
}

#[test]
fn many_problems_are_counted_and_their_words_are_short() {
    let name = "n".repeat(500_000);
    let rows = "Paris,x,,zzzzz\n".repeat(12_000);
    let import = read(format!("city,title,{name},kind\n{rows}"));
    assert_eq!(import.meetings.len(), 12_000);
    assert_eq!((import.problems.len(), import.problems.count()), (10_000, 12_000));
    let last = import.problems.told().pop().expect("there are problems");
    let told =
        "2,000 more of this kind are not listed: \"zzzzz\" is no kind of meeting; it is left unspecified";
    assert_eq!(wrong(&last), told);
    let column = last.column.expect("they are in one column");
    assert_eq!((column.number, column.name.as_str()), (4, "kind"));
    assert!(import.problems.iter().all(|problem| say(Message::Problem(problem)).len() < 400));
    assert!(import.unused_columns.iter().all(|name| name.len() < 100));
    let towns = format!("city,title\n\"{}\",x\n", "Paris,".repeat(160_000));
    assert!(say(Message::Problem(only_problem(&read(towns)))).len() < 3_000);
}

#[test]
fn problems_beyond_those_listed_are_counted_by_kind_and_column() {
    let rows = "2024-02-30,Nowhere,FRA,x\n2024,Paris,Narnia,x\n2024,Paris,,x\n".repeat(6_000);
    let import = read(format!("date,city,country,title\n{rows}"));
    // Each three rows: a date that is none, and a city and a country that are none.
    assert_eq!((import.problems.len(), import.problems.count()), (10_000, 18_000));
    let told = import.problems.told();
    let others: Vec<(String, Option<usize>)> = told[10_000..]
        .iter()
        .map(|one| (wrong(one), one.column.as_ref().map(|column| column.number)))
        .collect();
    let expected = [
        ("2,667 more of this kind are not listed: \"Nowhere\" could not be placed", Some(2)),
        ("2,667 more of this kind are not listed: \"Narnia\" names no single country", Some(3)),
        ("2,666 more of this kind are not listed: \"2024-02-30\" is no date", Some(1)),
    ];
    assert_eq!(others.len(), expected.len(), "{others:#?}");
    for ((words, column), (expected, of)) in others.iter().zip(expected) {
        assert!(words.starts_with(expected) && *column == of, "{words} in {column:?}");
    }
}

#[test]
fn a_problem_names_the_meeting_that_its_row_became() {
    let long = "x".repeat(2 << 20);
    let import =
        read(format!("id,date,country,title\na,2024,KAZ,One\nb,2024-13,KAZ,Two\n{long}\nb,soon,KAZ,Three\n"));
    let told: Vec<(Option<u64>, Option<&str>)> =
        import.problems.iter().map(|one| (one.line, one.meeting.as_ref().map(MeetingId::as_str))).collect();
    assert_eq!(told, [(Some(3), Some("b")), (Some(4), None), (Some(5), Some("b-2")), (Some(5), Some("b-2"))]);
}

#[test]
fn cells_beyond_the_header_are_not_looked_into() {
    let import = read(format!("city,title\nParis,x{}\n", ",".repeat(100_000)));
    assert!(wrong(only_problem(&import)).starts_with("the row has 100002 cells and the header 2"));
}

#[test]
fn a_header_of_very_many_columns_is_read_and_its_duplicates_found() {
    let names: Vec<String> = (0..16_000).map(|number| format!("c{}", number % 15_999)).collect();
    let import = read(format!("city,title,{}\nParis,x\n", names.join(",")));
    assert_eq!(import.unused_columns.iter().filter(|name| name.ends_with(" (a duplicate)")).count(), 1);
    assert_eq!(import.unused_columns.len(), 16_000);
}

#[cfg(unix)]
#[test]
fn a_window_reads_no_device_and_no_pipe() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let pipe = folder.path().join("pipe.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("there is mkfifo");
    assert!(made.success());
    for path in [pipe.as_path(), "/dev/zero".as_ref(), "/dev/null".as_ref(), "-".as_ref()] {
        let input = Input::File(path.to_owned());
        let told = Incoming::read(input, Instructions::default(), &Remembered::default());
        let name = path.display();
        let why = "the file is a device or a pipe, which only the command line reads";
        assert!(told.is_err_and(|told| told.contains(&name.to_string()) && told.contains(why)), "{name}");
    }
    let import = files(&["/dev/zero"]);
    assert!(wrong(only_problem(&import)).starts_with("the file is no text"));
}

#[test]
fn people_and_sources_come_back_from_their_cells_whatever_signs_they_hold() {
    use summitry::export::listing::{Form, listing};
    use summitry::meeting::{Participant, Source};
    // Space around a name is never kept, and a name or a reference is never empty.
    let is_fair = |text: &&String| !text.is_empty() && text.trim() == text.as_str();
    let fair: Vec<String> =
        texts(&["\\", "|", ";", "[", "]", " ", "x"], 4).into_iter().filter(|text| is_fair(&text)).collect();
    let import = import::embedded();
    let mut meetings = summitry::meeting::table::Meetings::default();
    for (number, text) in fair.iter().enumerate() {
        let mut meeting = import.meetings.get(0).clone();
        meeting.id = MeetingId::new(&format!("m{number}"));
        let other = &fair[fair.len() - 1 - number];
        let person = |name: &String, office: &String| Participant {
            name: name.clone().into(),
            office: office.clone().into(),
            ..meeting.participants[0].clone()
        };
        meeting.participants = vec![person(text, other), person(other, text)];
        meeting.sources = vec![
            Source { reference: text.clone().into(), facts: vec![] },
            Source {
                reference: other.clone().into(),
                facts: vec![text.clone().into(), other.clone().into()],
            },
            Source { reference: text.clone().into(), facts: vec![other.clone().into()] },
        ];
        meeting.title = format!("{}{text}", ["=", "+1", "-", "@", "'", "''="][number % 6]).into();
        meetings.push(meeting).expect("its id is its own");
    }
    let rows: Vec<usize> = (0..meetings.len()).collect();
    let written = listing(&meetings, &rows, Form::Csv);
    let again = read(&written);
    assert_eq!(again.problems, []);
    for row in rows {
        let (before, after) = (meetings.get(row), again.meetings.get(row));
        assert_eq!(after.title, before.title);
        assert_eq!(after.sources, before.sources);
        let people = |meeting: &Meeting| {
            let people = meeting.participants.iter();
            people.map(|one| (one.name.clone(), one.office.clone())).collect::<Vec<_>>()
        };
        assert_eq!(people(after), people(before));
    }
    let cells = ::csv::Reader::from_reader(written.as_bytes()).into_records();
    for cell in
        cells.flat_map(|record| record.expect("it is read").iter().map(str::to_owned).collect::<Vec<_>>())
    {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "no spreadsheet runs {cell}");
    }
}

#[test]
fn what_a_backslash_and_an_apostrophe_mean_in_a_table_written_by_hand() {
    let import = read(row_with(&[
        ("title", "'=1+1"),
        ("outcome", "'tis well"),
        ("participants", r"A\|B|Minister\; acting|KAZ; C:\\server\x||CHN"),
        ("sources", r"C:\docs\x.pdf | Le Monde [archived] [] | a \| b [one\; two; three]"),
    ]));
    assert_eq!(import.problems, []);
    let meeting = only_meeting(&import);
    assert_eq!((meeting.title.as_str(), meeting.outcome.as_str()), ("=1+1", "'tis well"));
    let people: Vec<(&str, &str)> =
        meeting.participants.iter().map(|one| (one.name.as_str(), one.office.as_str())).collect();
    assert_eq!(people, [("A|B", "Minister; acting"), (r"C:\\server\x", "")]);
    let sources: Vec<(&str, Vec<&str>)> = meeting
        .sources
        .iter()
        .map(|one| (one.reference.as_str(), one.facts.iter().map(Text::as_str).collect()))
        .collect();
    let expected =
        [(r"C:\docs\x.pdf", vec![]), ("Le Monde [archived]", vec![]), ("a | b", vec!["one; two", "three"])];
    assert_eq!(sources, expected);
}

#[test]
fn a_point_of_the_file_goes_before_its_names_and_comes_back_from_the_table_that_is_written() {
    let import = read(
        "id,start,country,city,longitude,latitude\na,2024,RUS,near Ishimbay,\"56,5\",53.25\nb,2024,KAZ,Astana,,\nc,2024,KAZ,Astana,east,10\nd,2024,,,-44.5,-13\n",
    );
    let placed: Vec<Placed> = import.meetings.iter().map(|(_, one)| one.venue.placed).collect();
    assert_eq!(placed[0], Placed::Point(Position::new(56.5, 53.25)));
    assert!(matches!(placed[1..3], [Placed::City(..), Placed::City(..)]), "{placed:?}");
    assert_eq!(placed[3], Placed::Point(Position::new(-44.5, -13.0)));
    assert_eq!(import.problems.iter().filter(|one| wrong(one).contains("is no coordinate")).count(), 1);
    let rows: Vec<usize> = (0..4).collect();
    let written =
        summitry::export::listing::listing(&import.meetings, &rows, summitry::export::listing::Form::Csv);
    assert_eq!(read(&written).meetings, import.meetings);
}
