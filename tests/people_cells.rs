//! Cells of people as others write them: who is one, who are several, and what is said of whom.

use crate::import::read;
use summitry::import::names::names;

/// `Ann Lee NOR, Bo Ek SWE` of each meeting.
fn people(text: &str) -> Vec<String> {
    let code = |code: Option<_>| code.map_or_else(|| "?".to_owned(), |code| format!("{code}"));
    let one = |meeting: &summitry::meeting::Meeting| {
        let people = meeting.participants.iter().map(|one| format!("{} {}", one.name, code(one.country)));
        people.collect::<Vec<_>>().join(", ")
    };
    read(text).meetings.iter().map(|(_, meeting)| one(meeting)).collect()
}

#[track_caller]
fn are(cells: &[&str], expected: &[&str]) {
    let quoted = cells.iter().map(|cell| format!("2019-06-04,\"{cell}\",London\n"));
    let table = format!("Date,Who,City\n{}", quoted.collect::<String>());
    assert_eq!(people(&table), expected, "{table}");
}

#[test]
fn who_holds_the_office_goes_before_a_relative_of_the_table() {
    are(
        &["President Trump", "Melania Trump", "Trump"],
        &["Donald Trump USA", "Melania Trump ?", "Donald Trump USA"],
    );
    are(&["Macron", "Brigitte Macron"], &["Emmanuel Macron FRA", "Brigitte Macron ?"]);
    // A family name that no office holder of the day has is that of the one in the table.
    are(&["Wernerssen", "Hanne Wernerssen"], &["Hanne Wernerssen ?", "Hanne Wernerssen ?"]);
}

#[test]
fn a_cell_of_several_is_no_full_name_of_the_last() {
    are(&["Le Drian and Maas", "Maas"], &["Jean-Yves Le Drian FRA, Heiko Maas DEU", "Heiko Maas DEU"]);
    are(&["German Chancellor Merkel", "Merkel"], &["Angela Merkel DEU", "Angela Merkel DEU"]);
}

#[test]
fn commas_without_a_space_part_names() {
    are(&["Emmanuel Macron,Xi Jinping"], &["Emmanuel Macron FRA, Xi Jinping CHN"]);
    are(&["Germany,Norway,Sweden"], &["Germany DEU, Norway NOR, Sweden SWE"]);
    are(&["Merkel,Angela"], &["Angela Merkel DEU"]);
}

#[test]
fn a_group_that_is_no_state_represents_nobody_else() {
    are(&["Taliban, United States"], &["Taliban ?, United States USA"]);
    are(&["PLO, Israel", "P5+1, Iran"], &["PLO ?, Israel ISR", "P5+1 ?, Iran IRN"]);
    are(&["Hamas, Fatah"], &["Hamas ?, Fatah ?"]);
    are(&["MONUSCO, Rwanda"], &["MONUSCO ?, Rwanda RWA"]);
}

#[test]
fn dashes_and_words_between_two_who_meet_part_them() {
    for sign in [" – ", "/", " vs ", " vs. ", " with ", " - "] {
        are(
            &[&format!("Vladimir Putin{sign}Donald Trump"), &format!("Putin{sign}Trump")],
            &["Vladimir Putin RUS, Donald Trump USA", "Vladimir Putin RUS, Donald Trump USA"],
        );
    }
    are(&["Angela Merkel – Chancellor of Germany"], &["Angela Merkel DEU"]);
    are(&["President of France – Emmanuel Macron"], &["Emmanuel Macron FRA"]);
    are(&["Ann Lee with delegation (Norway)"], &["Ann Lee with delegation NOR"]);
}

#[test]
fn letters_behind_a_name_are_no_state() {
    let table = "Date,Leader,Represents,City\n2022-05-06,\"Sir Keir Starmer, KCB, KC, MP\",United Kingdom,Berlin\n\
                 2022-05-06,\"Dominic Raab, MP\",United Kingdom,Berlin\n2022-05-06,Tom Tugendhat MP,United Kingdom,Berlin\n\
                 2016-05-06,\"John McCain, AZ\",United States,Berlin\n";
    assert_eq!(
        people(table),
        ["Sir Keir Starmer GBR", "Dominic Raab GBR", "Tom Tugendhat GBR", "John McCain USA"]
    );
}

#[test]
fn another_of_the_family_is_not_the_one_of_the_list() {
    are(&["Kim Yo Jong"], &["Kim Yo Jong ?"]);
    are(&["Abdul Hamid Karzai"], &["Abdul Hamid Karzai ?"]);
    are(&["Angela Dorothea Merkel", "V. Putin"], &["Angela Merkel DEU", "Vladimir Putin RUS"]);
}

#[test]
fn initials_and_patronymics_stand_behind_the_given_name() {
    assert_eq!(
        names("Kennedy, John F.; Khrushchev, N. S.", |_| true),
        ["Kennedy, John F.", "Khrushchev, N. S."]
    );
    are(&["Путин, Владимир Владимирович"], &["Владимир Владимирович Путин RUS"]);
}

#[test]
fn somebody_in_brackets_behind_a_state_represents_it() {
    are(
        &["USA (Donald Trump), China (Xi Jinping)", "Norway (host), Sweden"],
        &["Donald Trump USA, Xi Jinping CHN", "Norway NOR, Sweden SWE"],
    );
}

#[test]
fn who_comes_along_stands_in_the_note() {
    let table = "Date,Who,City\n2019-06-04,President Macron and Mrs Macron,London\n\
                 2019-06-05,\"Emmanuel Macron, accompanied by Brigitte Macron\",London\n\
                 2019-06-06,Emmanuel Macron + 3 ministers,London\n";
    assert_eq!(people(table), ["Emmanuel Macron FRA", "Emmanuel Macron FRA", "Emmanuel Macron FRA"]);
    let import = read(table);
    let notes: Vec<&str> = import.meetings.iter().map(|(_, meeting)| meeting.note.as_str()).collect();
    assert!(
        notes
            .iter()
            .zip(["Mrs Macron", "Brigitte Macron", "3 ministers"])
            .all(|(note, along)| note.contains(along)),
        "{notes:?}"
    );
}

#[test]
fn nobody_is_met_in_another_century() {
    let table = "Date,Who,City\n1815-06-25,Alexander I,Vienna\n1720-06-25,Peter I,Paris\n";
    assert_eq!(people(table), ["Alexander I ?", "Peter I ?"]);
}

#[test]
fn an_office_of_several_is_that_of_each() {
    are(
        &["Leaders of France, Germany and Poland", "ASEAN foreign ministers, Antony Blinken"],
        &[
            "Leaders of France FRA, Germany DEU, Poland POL",
            "ASEAN foreign ministers XAS, Antony Blinken USA",
        ],
    );
    let table = "Date,Who,City\n2023-06-04,Presidents Biden and Zelenskyy,London\n";
    assert_eq!(people(table), ["Joe Biden USA, Volodymyr Zelensky UKR"]);
    let import = read(table);
    assert_eq!(import.meetings.get(0).participants[0].office, "President");
}

#[test]
fn what_is_said_behind_a_sign_is_said_of_the_name_before_it() {
    are(
        &["Angela Merkel, CDU", "Justin Trudeau, P.C., M.P.", "Baerbock/GER", "US-Präsident Trump"],
        &["Angela Merkel DEU", "Justin Trudeau CAN", "Baerbock DEU", "Donald Trump USA"],
    );
    are(
        &["France – Emmanuel Macron, Germany – Angela Merkel", "E3/EU+3 and Iran"],
        &["Emmanuel Macron FRA, Angela Merkel DEU", "E3/EU+3 ?, Iran IRN"],
    );
    are(
        &["Emmanuel Macron and spouse", "The Prince of Wales and the Duchess of Cornwall"],
        &["Emmanuel Macron FRA", "The Prince of Wales GBR, the Duchess of Cornwall ?"],
    );
}

#[test]
fn names_in_capitals_are_names() {
    are(
        &["MACRON, SCHOLZ", "MERKEL, Angela", "SMITH, John Paul", "Lavrov, S."],
        &["Emmanuel Macron FRA, SCHOLZ ?", "Angela MERKEL DEU", "John Paul SMITH ?", "Sergey Lavrov RUS"],
    );
    are(
        &["U.S., U.K.", "UNIFIL, Lebanon"],
        &["United States USA, United Kingdom GBR", "UNIFIL ?, Lebanon LBN"],
    );
    are(&["Angela Merkel, CDU, Heiko Maas, SPD"], &["Angela Merkel DEU, Heiko Maas DEU"]);
}

#[test]
fn two_letters_behind_a_name_are_a_state_where_others_are() {
    are(&["Ann Lee, DE", "Bo Ek, FR"], &["Ann Lee DEU", "Bo Ek FRA"]);
    are(&["Ann Lee, DE", "Bo Ek, NY"], &["Ann Lee ?", "Bo Ek ?"]);
}

#[test]
fn a_word_behind_the_family_name_is_that_of_another_only_if_it_is_a_family_name() {
    are(
        &["Joseph Biden Jr", "President Emmanuel Macron (LREM)", "Abdul Hamid Dbeibeh"],
        &["Joseph Biden Jr ?", "Emmanuel Macron FRA", "Abdul Hamid Dbeibeh ?"],
    );
}

#[test]
fn a_number_before_a_party_or_in_a_name_counts_nobody() {
    are(
        &["Ann Lee and 14th Dalai Lama", "Emmanuel Macron + 27 EU leaders", "Emmanuel Macron + 3 ministers"],
        &["Ann Lee ?, 14th Dalai Lama ?", "Emmanuel Macron FRA, 27 EU leaders ?", "Emmanuel Macron FRA"],
    );
}

#[test]
fn company_stands_behind_a_name_to_its_end() {
    are(
        &[
            "Emmanuel Macron And Spouse",
            "Emmanuel Macron et son epouse",
            "Emmanuel Macron and his wife Brigitte",
        ],
        &["Emmanuel Macron FRA", "Emmanuel Macron FRA", "Emmanuel Macron FRA"],
    );
    are(&["Ann Lee and family doctor"], &["Ann Lee and family doctor ?"]);
}

#[test]
fn what_stands_before_a_name_makes_another_of_it_and_nobody_is_dropped() {
    are(
        &["Special representative of Vladimir Putin", "Wife of Emmanuel Macron", "without Angela Merkel"],
        &[
            "Special representative of Vladimir Putin ?",
            "Wife of Emmanuel Macron ?",
            "without Angela Merkel ?",
        ],
    );
    are(&["Donald Trump Jr."], &["Donald Trump Jr. ?"]);
    are(&["HRVP Mogherini", "SecState Pompeo"], &["Federica Mogherini XEU", "Mike Pompeo USA"]);
    are(
        &[
            "Erna Solberg og Stefan Löfven",
            "Andrzej Duda i Donald Trump",
            "Angela Merkel plus Emmanuel Macron",
        ],
        &[
            "Erna Solberg NOR, Stefan Löfven SWE",
            "Andrzej Duda POL, Donald Trump USA",
            "Angela Merkel DEU, Emmanuel Macron FRA",
        ],
    );
}
