//! Offices: who is meant by a name on a day, whom he or she represented, and what a cell says.

use std::collections::BTreeSet;
use summitry::gazetteer::fold::fold;
use summitry::gazetteer::known_person::{SpellingOf, by_key, known_persons, spelled, spellings};
use summitry::gazetteer::office::{FoundBy, Holder, InOffice, Sureness, holders_of, represented};
use summitry::gazetteer::person::person_id;
use summitry::gazetteer::spoken::{Spoken, StateBy, read};
use summitry::gazetteer::title::OfficeClass;
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};

fn on(day: &str) -> Option<Dates> {
    (!day.is_empty()).then(|| Dates::on(PartialDate::parse(day).expect(day)))
}

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect(letters)
}

fn first(name: &str, day: &str) -> Holder {
    represented(name, on(day)).into_iter().next().unwrap_or_else(|| panic!("{name} on {day} is nobody"))
}

#[test]
fn a_name_and_a_day_tell_the_state_and_the_office() {
    for (name, day, state, title) in [
        ("Angela Merkel", "2018-05-25", "DEU", "Chancellor"),
        ("Volodymyr Zelensky", "2023-05-21", "UKR", "President"),
        ("Volodymyr Zelenskyy", "2023-05-21", "UKR", "President"),
        ("Зеленський", "2023-05-21", "UKR", "President"),
        ("Володимир Зеленський", "2023-05-21", "UKR", "President"),
        ("Orban Viktor", "2024-07-05", "HUN", "Prime Minister"),
        ("Viktor Orbán", "2024-07-05", "HUN", "Prime Minister"),
        ("Tokaev", "2024-07-03", "KAZ", "President"),
        ("Касым-Жомарт Токаев", "2024-07-03", "KAZ", "President"),
        ("Recep Erdogan", "2024-07-03", "TUR", "President"),
        ("Recep Tayyip Erdoğan", "2010-07-03", "TUR", "Prime Minister"),
        ("Jinping Xi", "2024-07-03", "CHN", "President"),
        ("习近平", "2024-07-03", "CHN", "President"),
        ("Xi", "2024-07-03", "CHN", "President"),
        ("Sergei Lavrov", "2014-03", "RUS", "Foreign Minister"),
        ("Putin", "2010-06-01", "RUS", "Prime Minister"),
        ("V. Putin", "2004", "RUS", "President"),
        ("Dmitry Medvedev", "2009-07-06", "RUS", "President"),
        ("Boris Johnson", "2017-12-22", "GBR", "Foreign Secretary"),
        ("Boris Johnson", "2020-12-09", "GBR", "Prime Minister"),
        ("Mark Rutte", "2020-02-01", "NLD", "Prime Minister"),
        ("Mark Rutte", "2025-02-01", "XNA", "Secretary-General"),
        ("António Guterres", "2000-03-23", "PRT", "Prime Minister"),
        ("Antonio Guterres", "2022-04-26", "XUN", "Secretary-General"),
        ("Kofi Annan", "2003-02-18", "XUN", "Secretary-General"),
        ("Ursula Leyen", "2023-05-09", "XEU", "President of the European Commission"),
        ("Narendra Modi", "2015-08-16", "IND", "Prime Minister"),
        ("Lula", "2009-10-02", "BRA", "President"),
        ("Cyril Ramaphosa", "2020-09-01", "ZAF", "President"),
        ("George W. Bush", "2003-06-03", "USA", "President"),
        ("George H.W. Bush", "1990-09-09", "USA", "President"),
        ("President Bush", "2003-06-03", "USA", "President"),
        ("Franklin D. Roosevelt", "1945-02-04", "USA", "President"),
        ("Joe Biden", "2013-12-04", "USA", "Vice President"),
        ("President-elect William Howard Taft", "1909-01-29", "USA", "President"),
        ("Pope Francis", "2015-09-22", "VAT", "Pope"),
        ("Queen Elizabeth II", "1957-10-17", "GBR", "Queen"),
        ("Sheikh Hasina", "2017-04-07", "BGD", "Prime Minister"),
        ("H.E. Dr. Ashraf Ghani", "2016-07-08", "AFG", "President"),
        ("Sir Keir Starmer", "2025-02-27", "GBR", "Prime Minister"),
        ("FM Wadephul", "2025-06-01", "DEU", "Foreign Minister"),
        ("Präsident Macron", "2023-10-09", "FRA", "President"),
        ("президент Лукашенко", "2023-04-05", "BLR", "President"),
        ("Merkel, Angela", "2018-05-25", "DEU", "Chancellor"),
        ("President of France", "2018-05-25", "FRA", "President"),
        ("the Japanese Prime Minister", "2019-06-28", "JPN", "Prime Minister"),
        ("Abiy", "2020-01-12", "ETH", "Prime Minister"),
        ("Jaishankar", "2024-07-03", "IND", "Foreign Minister"),
    ] {
        let found = first(name, day);
        assert_eq!((found.state, found.title), (code(state), title), "{name} on {day}: {found:?}");
    }
}

#[test]
fn the_answer_says_how_sure_it_is() {
    for (name, day, sure, how, time) in [
        ("Angela Merkel", "2018-05-25", Sureness::Sure, FoundBy::Name, InOffice::Then),
        ("Viktor Orban", "2024-07-05", Sureness::Sure, FoundBy::Name, InOffice::Then),
        ("Владимир Путин", "2024-07-05", Sureness::Sure, FoundBy::Spelling, InOffice::Then),
        ("Jinping Xi", "2024-07-05", Sureness::Sure, FoundBy::OtherOrder, InOffice::Then),
        ("A. Merkel", "2018-05-25", Sureness::Likely, FoundBy::Part, InOffice::Then),
        ("Steinmeier", "2018-05-25", Sureness::Likely, FoundBy::FamilyName, InOffice::Then),
        ("Obasanjo", "2005-05-05", Sureness::Likely, FoundBy::FamilyName, InOffice::Then),
        ("Angela Merkel", "2021-12-20", Sureness::Likely, FoundBy::Name, InOffice::AboutThen),
        ("Angela Merkel", "", Sureness::Likely, FoundBy::Name, InOffice::NoDate),
        ("Mark Rutte", "", Sureness::Possible, FoundBy::Name, InOffice::NoDate),
        ("President of France", "2018-05-25", Sureness::Likely, FoundBy::Office, InOffice::Then),
        ("Angela Merkel", "2024-01-01", Sureness::Possible, FoundBy::Name, InOffice::NotThen),
    ] {
        let found = first(name, day);
        assert_eq!((found.how, found.time), (how, time), "{name} on {day}: {found:?}");
        assert_eq!(found.sure, sure, "{name} on {day}");
    }
}

#[test]
fn a_family_name_of_several_in_office_is_a_question_and_of_nobody_is_none() {
    let kims = represented("Kim", on("2018-06-12"));
    assert!(kims.len() > 1 && kims.iter().all(|one| one.sure == Sureness::Possible), "{kims:?}");
    let castros = represented("Castro", on("2000-01-01"));
    assert!(castros.iter().any(|one| one.state == code("CUB")), "{castros:?}");
    for (nobody, day) in [
        ("John Smith", "2015-01-01"),
        ("Obasanjo", "2015-01-01"),
        ("", "2015-01-01"),
        ("?", ""),
        ("EU foreign ministers", "2025-02-03"),
        ("Business leaders", "2025-02-03"),
    ] {
        assert_eq!(represented(nobody, on(day)), [], "{nobody}");
    }
}

#[test]
fn an_elected_president_is_found_before_the_first_day_in_office() {
    assert_eq!(first("President-elect Donald Trump", "2016-12-01").time, InOffice::AboutThen);
    assert_eq!(first("Donald Trump", "2016-12-01").time, InOffice::NotThen);
}

#[test]
fn who_held_an_office_is_found_without_a_name() {
    for (state, class, day, name) in [
        ("FRA", OfficeClass::HeadOfState, "1985-05-05", "François Mitterrand"),
        ("JPN", OfficeClass::HeadOfGovernment, "2016-05-26", "Shinzo Abe"),
        ("USA", OfficeClass::ForeignMinister, "1975-08-01", "Henry Kissinger"),
        ("XUN", OfficeClass::HeadOfOrganisation, "2010-01-01", "Ban Ki-moon"),
        ("SUN", OfficeClass::HeadOfState, "1991-07-31", "Mikhail Gorbachev"),
    ] {
        let found = holders_of(code(state), class, on(day));
        assert!(found.iter().any(|one| one.name == name), "{state} {day}: {found:?}");
    }
}

/// A cell, and the name, class of office and state that it says.
const CELLS: &[(&str, &str, &str, &str, StateBy)] = &[
    ("Angela Merkel (Germany)", "Angela Merkel", "", "DEU", StateBy::Brackets),
    ("Angela Merkel [DEU]", "Angela Merkel", "", "DEU", StateBy::Brackets),
    ("A. Merkel (German Chancellor)", "A. Merkel", "head of government", "DEU", StateBy::Brackets),
    ("Jens Stoltenberg (NATO)", "Jens Stoltenberg", "", "XNA", StateBy::Brackets),
    (
        "António Guterres (UN Secretary-General)",
        "António Guterres",
        "head of organisation",
        "XUN",
        StateBy::Brackets,
    ),
    ("President of France", "", "head of state", "FRA", StateBy::Office),
    ("President of France Emmanuel Macron", "Emmanuel Macron", "head of state", "FRA", StateBy::Office),
    ("the Prime Minister of Japan", "", "head of government", "JPN", StateBy::Office),
    (
        "Prime Minister of the Netherlands Mark Rutte",
        "Mark Rutte",
        "head of government",
        "NLD",
        StateBy::Office,
    ),
    ("German Chancellor Merkel", "Merkel", "head of government", "DEU", StateBy::Office),
    ("German Chancellor Angela Merkel", "Angela Merkel", "head of government", "DEU", StateBy::Office),
    ("Russia's Foreign Minister Sergey Lavrov", "Sergey Lavrov", "foreign minister", "RUS", StateBy::Office),
    ("US Secretary of State Antony Blinken", "Antony Blinken", "foreign minister", "USA", StateBy::Office),
    ("UK PM", "", "head of government", "GBR", StateBy::Office),
    ("FM Russia", "", "foreign minister", "RUS", StateBy::Office),
    (
        "UN Secretary-General António Guterres",
        "António Guterres",
        "head of organisation",
        "XUN",
        StateBy::Office,
    ),
    (
        "European Commission President Ursula von der Leyen",
        "Ursula von der Leyen",
        "head of organisation",
        "XEU",
        StateBy::Office,
    ),
    ("NATO Secretary General Mark Rutte", "Mark Rutte", "head of organisation", "XNA", StateBy::Office),
    ("Président de la République Emmanuel Macron", "Emmanuel Macron", "head of state", "", StateBy::Nothing),
    ("Presidente de Chile Gabriel Boric", "Gabriel Boric", "head of state", "CHL", StateBy::Office),
    ("Bundeskanzler Olaf Scholz", "Olaf Scholz", "head of government", "", StateBy::Nothing),
    ("Präsident Macron", "Macron", "head of state", "", StateBy::Nothing),
    ("President Macron", "Macron", "head of state", "", StateBy::Nothing),
    ("President-elect Biden", "Biden", "head of state", "", StateBy::Nothing),
    ("H.E. Mr Ilham Aliyev", "Ilham Aliyev", "", "", StateBy::Nothing),
    ("президент Лукашенко", "Лукашенко", "head of state", "", StateBy::Nothing),
    ("法国总统马克龙", "马克龙", "head of state", "FRA", StateBy::Office),
    ("Lavrov, Russia", "Lavrov", "", "RUS", StateBy::Comma),
    (
        "Sergey Lavrov, Foreign Minister of Russia",
        "Sergey Lavrov",
        "foreign minister",
        "RUS",
        StateBy::Office,
    ),
    ("Emmanuel Macron, President, France", "Emmanuel Macron", "head of state", "FRA", StateBy::Comma),
    ("Emmanuel Macron – France", "Emmanuel Macron", "", "FRA", StateBy::Comma),
    ("Merkel, Angela", "Angela Merkel", "", "", StateBy::Nothing),
    ("Merkel, Angela (Germany)", "Angela Merkel", "", "DEU", StateBy::Brackets),
    ("Sam Smith, Jr.", "Sam Smith Jr.", "", "", StateBy::Nothing),
    ("Germany", "", "", "DEU", StateBy::Itself),
    ("the Netherlands", "", "", "NLD", StateBy::Itself),
    ("European Union", "", "", "XEU", StateBy::Itself),
    ("NATO", "", "", "XNA", StateBy::Itself),
    ("Jordan Bardella", "Jordan Bardella", "", "", StateBy::Nothing),
    ("Sheikh Hasina", "Sheikh Hasina", "", "", StateBy::Nothing),
    (
        "Crown Prince Mohammed bin Salman of Saudi Arabia",
        "Mohammed bin Salman",
        "other",
        "SAU",
        StateBy::Office,
    ),
    ("King Harald of Norway", "Harald", "head of state", "NOR", StateBy::Office),
    ("Korean President Yoon", "Yoon", "head of state", "", StateBy::Nothing),
    ("South Korean President Yoon Suk Yeol", "Yoon Suk Yeol", "head of state", "KOR", StateBy::Office),
    ("Ursula von der Leyen", "Ursula von der Leyen", "", "", StateBy::Nothing),
    ("Joana de Portugal", "Joana", "", "PRT", StateBy::Office),
    ("Maria de la Cruz", "Maria de la Cruz", "", "", StateBy::Nothing),
    ("президент Франции Эмманюэль Макрон", "Эмманюэль Макрон", "head of state", "FRA", StateBy::Office),
    ("министр иностранных дел России Лавров", "Лавров", "foreign minister", "RUS", StateBy::Office),
    ("президент Казахстана", "", "head of state", "KAZ", StateBy::Office),
    (
        "H.E. Péter Szijjártó, Minister of Foreign Affairs and Trade of Hungary",
        "Péter Szijjártó",
        "foreign minister",
        "HUN",
        StateBy::Office,
    ),
    ("PM", "", "head of government", "", StateBy::Nothing),
    ("", "", "", "", StateBy::Nothing),
    ("( )", "( )", "", "", StateBy::Nothing),
    (",,,", "", "", "", StateBy::Nothing),
];

#[test]
fn a_cell_is_taken_apart() {
    for &(text, name, class, state, how) in CELLS {
        let Spoken { name: found, class: found_class, state: found_state, how: found_how, .. } = read(text);
        let found_class = found_class.map_or("", OfficeClass::name);
        let found_state = found_state.map_or(String::new(), |code| code.to_string());
        assert_eq!(
            (found.as_str(), found_class, found_state.as_str(), found_how),
            (name, class, state, how),
            "{text}"
        );
    }
    for elected in ["President-elect Biden", "President elect Joe Biden", "Joe Biden, President-elect"] {
        assert!(read(elected).elect, "{elected}");
    }
}

#[test]
fn one_person_under_all_spellings() {
    for spellings in [
        &[
            "Volodymyr Zelensky",
            "Volodymyr Zelenskyy",
            "Vladimir Zelenskiy",
            "Зеленський",
            "Владимир Зеленский",
        ][..],
        &["Viktor Orbán", "Viktor Orban", "Orban Viktor", "Виктор Орбан"],
        &["Kassym-Jomart Tokayev", "Kasym-Zhomart Tokayev", "Tokaev", "Токаев", "Tokayev Kassym-Jomart"],
        &["Recep Tayyip Erdoğan", "RECEP TAYYIP ERDOGAN", "Erdogan", "Эрдоган", "埃尔多安"],
        &["Xi Jinping", "Jinping Xi", "习近平", "Си Цзиньпин"],
        &["Alexander Lukashenko", "Alyaksandr Lukashenka", "Лукашенко"],
        &["Sergey Lavrov", "Sergei Lavrov", "Лавров", "Lavrov Sergey"],
        &["George W. Bush", "George Walker Bush"],
    ] {
        let ids: BTreeSet<_> = spellings.iter().map(|name| person_id(name)).collect();
        assert_eq!(ids.len(), 1, "{ids:?}");
    }
    for (a, b) in [
        ("George W. Bush", "George H. W. Bush"),
        ("Fidel Castro", "Raúl Castro"),
        ("Xi", "Xi Jinping"),
        ("Bush", "George W. Bush"),
        ("Smith John", "John Smith"),
    ] {
        assert_ne!(person_id(a), person_id(b), "{a} {b}");
    }
}

#[test]
fn every_spelling_is_folded_as_the_program_folds_and_finds_its_person() {
    let mut last = "";
    for (spelling, entries) in spellings() {
        assert!(last.as_bytes() < spelling.as_bytes(), "{spelling} stands twice or out of order");
        last = spelling;
        assert_eq!(fold(spelling), spelling);
        for entry in entries.split(',') {
            let (_, key) = entry.split_once(' ').expect(entry);
            assert!(by_key(key).is_some(), "{spelling} is a spelling of nobody: {key}");
        }
    }
    for person in known_persons() {
        assert_eq!(by_key(person.key).as_ref(), Some(&person));
        assert!(!represented(&person.name, None).is_empty(), "{} is not found", person.name);
        for variant in person.variants() {
            let found = represented(variant, None);
            let is_shared = !spelled(&fold(variant)).any(|(sort, _)| sort == SpellingOf::WholeName);
            assert!(
                is_shared || found.iter().any(|one| one.name == person.name),
                "{variant} is not {}",
                person.name
            );
        }
    }
}
