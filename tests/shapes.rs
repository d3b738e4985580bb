//! Tables as people make them, in many shapes: each is read as the meetings that it tells of.

use crate::import::{read, read_as};
use summitry::import::Import;
use summitry::import::instructions::Instructions;
use summitry::import::mapping::Met;
use summitry::import::met::met;
use summitry::import::remark::Remark;
use summitry::meeting::{Kind, Meeting};

/// Who meets where: `Xi Jinping CHN, Vladimir Putin RUS @ RUS`.
fn told(meeting: &Meeting) -> String {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let people: Vec<String> =
        meeting.participants.iter().map(|one| format!("{} {}", one.name, code(one.country))).collect();
    format!("{} @ {}", people.join(", "), code(meeting.venue.country))
}

fn all_told(import: &Import) -> Vec<String> {
    import.meetings.iter().map(|(_, meeting)| told(meeting)).collect()
}

#[test]
fn columns_that_differ_by_a_number_or_a_letter_are_sides_of_one_meeting() {
    for (headings, rows) in [
        (
            "Leader A,Country A,Leader B,Country B,City,Date",
            "Xi Jinping,China,Vladimir Putin,Russia,Moscow,2023-03-20",
        ),
        (
            "leader_1,country_1,leader_2,country_2,city,date",
            "Xi Jinping,China,Vladimir Putin,Russia,Moscow,2023-03-20",
        ),
        (
            "First leader,First country,Second leader,Second country,City,Date",
            "Xi Jinping,China,Vladimir Putin,Russia,Moscow,2023-03-20",
        ),
        (
            "leader1_name,leader1_country,leader2_name,leader2_country,city,date",
            "Xi Jinping,China,Vladimir Putin,Russia,Moscow,2023-03-20",
        ),
        (
            "Country A,Leader A,Country B,Leader B,Host country,City,Date",
            "China,Xi Jinping,Russia,Vladimir Putin,Russia,Moscow,2023-03-20",
        ),
    ] {
        let import = read(format!("{headings}\n{rows}\n"));
        assert_eq!(all_told(&import), ["Xi Jinping CHN, Vladimir Putin RUS @ RUS"], "{headings}");
        assert!(import.unused_columns.is_empty(), "{headings}: {:?}", import.unused_columns);
        assert!(import.problems.is_empty(), "{headings}");
    }
    let states = read("date,country1,country2,location\n2020-01-08,Russia,Turkey,Istanbul\n");
    assert_eq!(all_told(&states), ["Russia RUS, Türkiye TUR @ TUR"]);
    // A year and a code are no sides.
    let years = read(
        "Leader,Country,2023,2024,iso2,iso3\nXi Jinping,France,1,2,FR,FRA\nXi Jinping,Serbia,0,1,RS,SRB\n",
    );
    assert_eq!(all_told(&years), ["Xi Jinping CHN @ FRA", "Xi Jinping CHN @ SRB"]);
}

#[test]
fn offices_of_sides_stand_beside_their_leaders() {
    let import = read(
        "Leader 1,Country 1,Office 1,Leader 2,Country 2,Office 2,City,Date\n\
         Ann Lee,Chile,minister of culture,Bo Berg,Norway,minister of sport,Oslo,2024-05-01\n",
    );
    let (_, meeting) = import.meetings.iter().next().expect("one meeting");
    let offices: Vec<&str> = meeting.participants.iter().map(|one| one.office.as_str()).collect();
    assert_eq!(offices, ["minister of culture", "minister of sport"]);
}

#[test]
fn rows_of_one_event_are_one_meeting_with_the_participants_of_all() {
    let rows = "Visegrad summit,2024-02-27,Prague,Petr Fiala,Czechia\n\
                Visegrad summit,2024-02-27,Prague,Viktor Orban,Hungary\n\
                Weimar meeting,2024-03-15,Berlin,Olaf Scholz,Germany\n\
                Visegrad summit,2024-02-27,Prague,Robert Fico,Slovakia\n\
                Weimar meeting,2024-03-15,Berlin,Emmanuel Macron,France\n";
    let expected = [
        "Petr Fiala CZE, Viktor Orban HUN, Robert Fico SVK @ CZE",
        "Olaf Scholz DEU, Emmanuel Macron FRA @ DEU",
    ];
    let by_title = read(format!("event,date,city,participant,country\n{rows}"));
    assert_eq!(all_told(&by_title), expected);
    assert_eq!(by_title.remarks.count(&Remark::JoinedRows), 3);
    let number = |row: &str| if row.starts_with('V') { 7 } else { 8 };
    let numbered: Vec<String> = rows.lines().map(|row| format!("{},{row}", number(row))).collect();
    let by_id = read(format!("event_id,event,date,city,participant,country\n{}\n", numbered.join("\n")));
    assert_eq!(all_told(&by_id), expected);
    assert!(by_id.problems.is_empty(), "an event's number is no identity that is taken");
}

#[test]
fn rows_that_only_look_alike_stay_meetings_of_their_own() {
    // Two visits of one sort in one city on one day.
    let visits = read(
        "purpose,title,date,city,leader\n\
         talks,State visit,2024-05-06,Paris,Xi Jinping\n\
         talks,State visit,2024-05-06,Paris,Olaf Scholz\n",
    );
    assert_eq!(visits.meetings.len(), 2);
    // The same row twice is two rows: nothing says that somebody else took part.
    let twice = read(
        "event,date,city,leader\nTalks A,2024-05-06,Paris,Xi Jinping\nTalks A,2024-05-06,Paris,Xi Jinping\n",
    );
    assert_eq!(twice.meetings.len(), 2);
    // An identity that is given twice for different days is a slip.
    let slip = read("id,date,city,leader\n1,2024-05-06,Paris,Xi Jinping\n1,2024-05-07,Rome,Olaf Scholz\n");
    assert_eq!((slip.meetings.len(), slip.problems.count()), (2, 1));
}

#[test]
fn a_column_that_a_state_heads_says_who_came_for_it() {
    let marks = read(
        "Summit,Date,City,France,Germany,Italy\nG7,26 June 2022,Munich,x,x,\nE3,1 March 2022,Paris,yes,no,✓\n",
    );
    assert_eq!(all_told(&marks), ["France FRA, Germany DEU @ DEU", "France FRA, Italy ITA @ FRA"]);
    let names = read(
        "Summit,Date,City,France,Germany,Italy\n\
         G7,26 June 2022,Munich,Emmanuel Macron,Olaf Scholz,Mario Draghi\n\
         E3,1 March 2022,Paris,Emmanuel Macron,Olaf Scholz,\n",
    );
    assert_eq!(
        all_told(&names),
        [
            "Emmanuel Macron FRA, Olaf Scholz DEU, Mario Draghi ITA @ DEU",
            "Emmanuel Macron FRA, Olaf Scholz DEU @ FRA"
        ]
    );
    assert!(names.unused_columns.is_empty());
}

#[test]
fn a_list_of_states_may_have_articles_and_a_last_and() {
    let import =
        read("Date,City,Participants\n2025-03-04,Cairo,\"Egypt, Jordan, Saudi Arabia and the UAE\"\n");
    assert_eq!(all_told(&import), ["Egypt EGY, Jordan JOR, Saudi Arabia SAU, the UAE ARE @ EGY"]);
    let import =
        read("Date,City,Participants\n2025-05-16,Istanbul,\"Delegations of Russia, Ukraine and Türkiye\"\n");
    assert_eq!(all_told(&import), ["Delegations of Russia RUS, Ukraine UKR, Türkiye TUR @ TUR"]);
}

#[test]
fn initials_and_short_names_tell_the_office_holder_of_the_day() {
    let import = read(
        "Дата;Город;Участники\n12.04.2024;Москва;Путин В.В., Токаев К.К.\n16.05.2024;Москва;В. Путин, Си Цзиньпин\n",
    );
    let states: Vec<Vec<String>> = import
        .meetings
        .iter()
        .map(|(_, one)| {
            one.participants.iter().filter_map(|one| one.country).map(|code| code.to_string()).collect()
        })
        .collect();
    assert_eq!(states, [["RUS", "KAZ"], ["RUS", "CHN"]]);
    let short = read("Date,City,Attendees\n2023-11-15,Lima,\"Biden, Xi, Kishida\"\n");
    assert_eq!(all_told(&short), ["Joe Biden USA, Xi Jinping CHN, Fumio Kishida JPN @ PER"]);
}

#[test]
fn what_the_cells_hold_decides_what_a_doubtful_heading_means() {
    // A title that is an office.
    let office = read(
        "Date,Visitor,Title,From,To\n17 Jan 2024,Wang Yi,Foreign Minister,China,Brazil\n18 Jan 2024,Wang Yi,Foreign Minister,China,Jamaica\n",
    );
    let (_, first) = office.meetings.iter().next().expect("there are two");
    assert_eq!(
        (first.participants[0].office.as_str(), told(first).as_str()),
        ("Foreign Minister", "Wang Yi CHN @ BRA")
    );
    // A state that is a province.
    let province = read(
        "Event,Date,City,State,Country,Attendees\nAPEC,15 Nov 2023,San Francisco,California,USA,Joe Biden\n",
    );
    assert_eq!(all_told(&province), ["Joe Biden USA @ USA"]);
    assert_eq!(province.unused_columns.iter().collect::<Vec<_>>(), ["State"]);
    // A name that is that of the event.
    let named = read(
        "name,date,city,participants\nG20 summit,2023-09-09,New Delhi,India; France\nCOP28,2023-11-30,Dubai,France; India\n",
    );
    let titles: Vec<&str> = named.meetings.iter().map(|(_, one)| one.title.as_str()).collect();
    assert_eq!(titles, ["G20 summit", "COP28"]);
    assert_eq!(all_told(&named), ["India IND, France FRA @ IND", "France FRA, India IND @ ARE"]);
    // Who goes where.
    let flows = read("iso3_o,iso3_d,year,visits\nUSA,FRA,2001,3\nIND,NPL,2001,1\n");
    assert_eq!(all_told(&flows), ["United States USA @ FRA", "India IND @ NPL"]);
}

#[test]
fn the_kind_may_stand_in_the_occasion() {
    let import = read(
        "Date;Chef d'État;Ville;Objet\n02/04/2025;Emmanuel Macron;Rome;Visite d'État\n03/05/2025;Emmanuel Macron;Londres;Sommet sur l'Ukraine\n",
    );
    let kinds: Vec<Kind> = import.meetings.iter().map(|(_, one)| one.kind).collect();
    assert_eq!(kinds, [Kind::StateVisit, Kind::Unspecified]);
    assert_eq!(import.remarks.count(&Remark::KindFromText), 1);
    let plain = read("Date,Leader,City,Type\n2024-04-01,Xi Jinping,Paris,Visit\n");
    assert!(plain.problems.is_empty(), "a visit of no kind in particular is no problem");
}

#[test]
fn a_point_without_a_country_lies_in_that_of_the_nearest_town() {
    let import = read_as(
        "talks.jsonl",
        "{\"when\":\"2024-10-22\",\"where\":{\"name\":\"Kazan\",\"lat\":55.79,\"lon\":49.12},\"who\":[\"Vladimir Putin\",\"Xi Jinping\"],\"what\":\"BRICS summit\"}\n",
    );
    assert_eq!(all_told(&import), ["Vladimir Putin RUS, Xi Jinping CHN @ RUS"]);
    assert_eq!(import.remarks.count(&Remark::CountryFromPoint), 1);
    assert_eq!(import.remarks.count(&Remark::NoHeadings), 0, "records have names");
    let (_, meeting) = import.meetings.iter().next().expect("one");
    assert_eq!(meeting.title, "BRICS summit");
    let at_sea = read("Date,Leader,Latitude,Longitude\n2024-04-01,Xi Jinping,0.5,-30.5\n");
    assert_eq!(all_told(&at_sea), ["Xi Jinping CHN @ ?"]);
}

#[test]
fn a_total_below_the_table_is_no_meeting() {
    let import =
        read("Date,Leader,City\n2024-05-01,Xi Jinping,Paris\n2024-05-02,Xi Jinping,Rome\nTotal: 2,,\n");
    assert_eq!(import.meetings.len(), 2);
    assert_eq!(import.remarks.count(&Remark::Footnotes), 1);
}

#[test]
fn whom_a_remark_says_the_traveller_met_takes_part_if_that_is_wanted() {
    let text = "Country,City,Date,Details\n\
                Poland,Warsaw,\"February 20–22, 2023\",Met with President Duda. Addressed the Bucharest Nine.\n\
                Canada,Ottawa,\"March 23–24, 2023\",\"Met with Prime Minister Trudeau, addressed Parliament\"\n\
                Germany,Berlin,2023-04-01,\"Meeting with Chancellor Olaf Scholz and Mr. Macron at the Chancellery\"\n\
                Japan,Hiroshima,2023-05-19,Attended the G7 summit. Met the president of the local chess club\n";
    let offered = read_as("visits of the US president.csv", text);
    assert_eq!(offered.remarks.count(&Remark::MetInRemark), 3);
    assert!(offered.meetings.iter().all(|(_, one)| one.participants.len() == 1), "nothing is added unasked");
    let mut import = Import::default();
    let instructions = Instructions { met: Some(Met::Participant), ..Instructions::default() };
    let file = "visits of the US president.csv";
    summitry::import::bytes(file, text.as_bytes().to_vec(), &instructions, &mut import);
    assert_eq!(
        all_told(&import),
        [
            "United States USA, Andrzej Duda POL @ POL",
            "United States USA, Justin Trudeau CAN @ CAN",
            "United States USA, Olaf Scholz DEU, Emmanuel Macron FRA @ DEU",
            "United States USA @ JPN",
        ]
    );
    let notes: Vec<&str> = import.meetings.iter().map(|(_, one)| one.note.as_str()).collect();
    assert_eq!(notes[0], "read from the remark: Andrzej Duda");
    assert_eq!(notes[3], "");
}

#[test]
fn a_remark_is_read_for_names_in_several_languages_and_ends_where_they_end() {
    for (text, expected) in [
        ("Met with President Duda.", &["President Duda"][..]),
        ("met with Angela Merkel and Theresa May in Berlin", &["Angela Merkel", "Theresa May"]),
        ("Private visit; met with H.E. J. Berg, Norway", &["H.E. J. Berg, Norway"]),
        ("Entretien avec Emmanuel Macron", &["Emmanuel Macron"]),
        ("Treffen mit Bundeskanzler Scholz", &["Bundeskanzler Scholz"]),
        ("Переговоры с Си Цзиньпином", &["Си Цзиньпином"]),
        ("Attended the G7 summit", &[]),
        ("Helmet with a visor", &[]),
        ("Met with ", &[]),
        ("", &[]),
    ] {
        assert_eq!(met(text), expected, "{text}");
    }
}

#[test]
fn of_a_country_and_a_state_beside_a_traveller_one_was_visited_and_one_is_represented() {
    let import = read(
        "Date,City,Country,Who,State,With whom,Topic\n\
         3 July 2024,Astana,Kazakhstan,Xi Jinping,China,Vladimir Putin,Talks\n\
         4 July 2024,Berlin,Germany,Ann Smith,France,Bob Jones,Talks\n\
         5 July 2024,Rome,Italy,Ann Smith,France,Bob Jones,Talks\n",
    );
    let told = all_told(&import);
    assert_eq!(told[0], "Xi Jinping CHN, Vladimir Putin RUS @ KAZ");
    assert_eq!(told[1], "Ann Smith FRA, Bob Jones ? @ DEU");
    assert!(import.unused_columns.is_empty(), "{:?}", import.unused_columns);
}

#[test]
fn a_title_with_a_state_in_brackets_is_of_the_meeting_and_no_office() {
    let table = "date,title,country,city,participants\n\
                 2020-09-16,Talks with 1 in Washington (United States),USA,Washington,Ingrid Abebe|President|USA; Omar Kim|President|IDN\n\
                 2018-01-17,Talks with 5 in Paris (France),FRA,Paris,Anna Okoro|President|USA; Daniel Okoro|President|FRA\n";
    let import = read(table);
    let titles: Vec<&str> = import.meetings.iter().map(|(_, meeting)| meeting.title.as_str()).collect();
    assert_eq!(titles, ["Talks with 1 in Washington (United States)", "Talks with 5 in Paris (France)"]);
}
