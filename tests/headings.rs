//! Headings of columns, kinds and statuses, in the words that people have for them in eleven languages.

use std::collections::{BTreeMap, BTreeSet};
use summitry::import::field::key;
use summitry::import::heading::{self, FIELDS, Sure, heading, headings, is_known};
use summitry::import::word::{self, Spoken};
use summitry::meeting::{Kind, Status};

const LANGUAGES: [&str; 11] = ["en", "fr", "de", "es", "pt", "it", "ru", "uk", "tr", "zh", "ar"];

/// Those in which the usual headings are known.
const FURTHER: [&str; 6] = ["pl", "nl", "ja", "ko", "he", "fa"];

/// The fields of a row of headings between semicolons; `-` for one that is not known.
fn fields(row: &str) -> String {
    let row: Vec<&str> = row.split(';').map(str::trim).collect();
    let found = headings(&row).into_iter().map(|found| found.map_or("-", |found| found.field));
    found.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_headings_of_real_tables_are_known() {
    let cases = [
        ("Datum; Wer; Ort; Gesprächspartner; Thema; Quelle", "start leader place counterpart topic sources"),
        ("Date; Qui; Lieu; Rencontre avec; Sujet; Lien", "start leader place counterpart topic sources"),
        ("Fecha; Quién; Lugar; País", "start leader place country_or_state"),
        ("Data; Chefe; Cidade; Período; Anfitrião", "start leader city start host"),
        ("Data; Chi; Luogo; Incontro con; Argomento", "start leader place counterpart topic"),
        (
            "Дата; Кто; Где; Страна; Город; Встреча с; Тема; Источник",
            "start leader place country_or_state city counterpart topic sources",
        ),
        ("Дата; Хто; Де; Країна; Зустріч з", "start leader place country_or_state counterpart"),
        ("Tarih; Kim; Yer; Ülke; Konu", "start leader place country_or_state topic"),
        ("日期; 人物; 地点; 国家; 会见", "start leader place country_or_state counterpart"),
        ("التاريخ; المكان; البلد", "start place country_or_state"),
        ("Date; Who; Where; With whom; Topic; Link", "start leader place counterpart topic sources"),
        // The Historian.
        (
            "id; role; name; start_date; end_date; country; locale; remarks",
            "id office leader start end country_or_state city outcome",
        ),
        // WHO-WHERE-WHEN.
        ("Year; Name; Level; Country", "year leader office country_or_state"),
        // Lists of an encyclopedia.
        ("#; Start; End; Country; Cities; Reason", "id start end country_or_state city occasion"),
        ("Country; Areas visited; Date(s); Details", "country_or_state city start outcome"),
        // COLT.
        (
            "TripID; LeaderID; LeaderCountryOrIGO; LeaderCountryISO; LeaderTitle; LeaderFullName; CountryVisited; \
             CountryVisitedISO; CityVisited; TripYear; TripStartDate; TripEndDate; TripDuration; HostHOGSName; \
             NameMultilatEvent; SourceLink33; Confidence(1-5)",
            "id other leader_country leader_country office leader country country city year start end duration host \
             occasion sources other",
        ),
        // ICEWS.
        (
            "Event ID; Event Date; Source Country; Event Text; Target Country; City; Country; Latitude; Longitude",
            "id start leader_country kind counterpart_country city country_or_state latitude longitude",
        ),
        // FlowmapBlue, and flows with coordinates.
        ("origin; dest; count", "origin_city place count"),
        (
            "OrigName; OrigLat; OrigLon; DestName; DestLat; DestLon; FlowMag",
            "origin_city origin_latitude origin_longitude place latitude longitude count",
        ),
        // kepler.gl.
        ("lat0; lng0; lat1; lng1", "origin_latitude origin_longitude latitude longitude"),
        (
            "source_lat; source_lng; target_lat; target_lng",
            "origin_latitude origin_longitude latitude longitude",
        ),
        // Gephi. Its Source is a state, but beside other headings a source is a reference.
        ("Source; Target; Type; Weight; Label", "sources counterpart kind count title"),
        // Palladio.
        ("Coordinates; lat,long", "coordinates coordinates"),
        // A presidency's visits.
        ("Country; City/region; Period; year", "country_or_state city start year"),
        // South American sets.
        ("Journey_ID; Trip_Status; Stop number", "trip status stop"),
        (
            "Data; Kto; Kraj; Miasto; Spotkanie z; Źródło",
            "start leader country_or_state city counterpart sources",
        ),
        (
            "Datum; Naam; Land; Plaats; Gesprekspartner; Bron",
            "start leader country_or_state place counterpart sources",
        ),
        ("Van; Tot; Wie; Stad", "start end leader city"),
        (
            "開始日; 終了日; 氏名; 訪問国; 都市; 会談相手; 備考",
            "start end leader country city counterpart note",
        ),
        ("Paris; Angela Merkel; 2024; Berlin, Germany; ", "- - - - -"),
    ];
    for (row, expected) in cases {
        assert_eq!(fields(row), expected, "{row}");
    }
}

#[test]
fn a_heading_is_known_in_other_words_and_with_a_number_and_says_how_sure_that_is() {
    let cases = [
        ("StartDate", "start", Sure::Exact, None),
        ("start_date", "start", Sure::Exact, None),
        ("START DATE", "start", Sure::Exact, None),
        ("Date(s)", "start", Sure::Exact, None),
        ("Name_1", "leader", Sure::Exact, Some(1)),
        ("Participant 12", "leader", Sure::Exact, Some(12)),
        ("Leader #2", "leader", Sure::Exact, Some(2)),
        ("iso3", "country", Sure::Exact, None),
        ("Name of host", "host", Sure::Exact, None),
        ("Country visited", "country", Sure::Exact, None),
        ("Visited country (ISO)", "country", Sure::Words, None),
        ("Country of the leader", "leader_country", Sure::Words, None),
        ("Leader's country", "leader_country", Sure::Words, None),
        ("Type of visit (official, working)", "kind", Sure::Words, None),
        ("Date | Datum", "start", Sure::Words, None),
        ("Ort/Land", "place", Sure::Words, None),
        ("visits.from", "start", Sure::Words, None),
        ("Trip start date and time", "start", Sure::Part, None),
        ("TripStartDat", "start", Sure::Part, None),
        ("出访开始日期", "start", Sure::Part, None),
    ];
    for (text, field, sure, number) in cases {
        let found = heading(text).unwrap_or_else(|| panic!("{text} is not known"));
        assert_eq!((found.field, found.sure, found.number), (field, sure, number), "{text}");
    }
}

#[test]
fn a_cell_of_data_is_no_heading() {
    for text in [
        "Paris",
        "Angela Merkel",
        "2024-07-03",
        "State visit",
        "planned",
        "Bilateral talks",
        "",
        "12",
        "Berlin, Germany",
    ] {
        assert!(!is_known(text), "{text}: {:?}", heading(text));
    }
    for text in ["Host", "Datum", "Дата", "日期", "Number of meetings", "#"] {
        assert!(is_known(text), "{text}");
    }
}

#[test]
fn what_two_languages_read_differently_is_read_as_the_other_headings_are() {
    assert_eq!(fields("Fecha; Nombre; País visitado"), "start leader country");
    assert_eq!(fields("Pays visité; Nombre; Ville"), "country count city");
}

#[test]
fn the_table_of_headings_has_every_field_and_no_heading_means_two_things_in_one_language() {
    let mut met: BTreeMap<(&str, String), &str> = BTreeMap::new();
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in heading::table() {
        assert!(FIELDS.contains(&row.field), "{row:?}");
        assert!(LANGUAGES.contains(&row.language) || FURTHER.contains(&row.language), "{row:?}");
        let before = met.insert((row.language, key(row.heading)), row.field);
        assert_eq!(before, None, "{row:?}");
        if LANGUAGES.contains(&row.language) {
            languages.entry(row.field).or_default().insert(row.language);
        }
    }
    for field in FIELDS {
        let most = languages.get(field).map_or(0, BTreeSet::len);
        assert!(
            most == LANGUAGES.len() || ["article_ref", "other"].contains(&field),
            "{field}: {most} languages"
        );
    }
}

#[test]
fn every_heading_of_the_table_is_found_as_what_it_says() {
    for row in heading::table() {
        let row_of_one = [row.heading];
        let found = headings(&row_of_one)[0].unwrap_or_else(|| panic!("{row:?}"));
        assert_eq!(found.sure, Sure::Exact, "{row:?}");
        let other = heading::table()
            .iter()
            .any(|one| one.field == found.field && key(one.heading) == key(row.heading));
        assert!(found.field == row.field || other, "{row:?}: {found:?}");
    }
}

#[test]
fn kinds_are_known_in_eleven_languages() {
    let cases = [
        ("state visit", Kind::StateVisit),
        ("State_Visit", Kind::StateVisit),
        ("sv", Kind::StateVisit),
        ("visite d'État", Kind::StateVisit),
        ("Staatsbesuch", Kind::StateVisit),
        ("visita de Estado", Kind::StateVisit),
        ("visita di Stato", Kind::StateVisit),
        ("государственный визит", Kind::StateVisit),
        ("державний візит", Kind::StateVisit),
        ("devlet ziyareti", Kind::StateVisit),
        ("国事访问", Kind::StateVisit),
        ("زيارة دولة", Kind::StateVisit),
        ("Official working visit", Kind::WorkingVisit),
        ("рабочая поездка", Kind::WorkingVisit),
        ("official", Kind::OfficialVisit),
        ("G20 Summit", Kind::Summit),
        ("Gipfeltreffen", Kind::Summit),
        ("phone call", Kind::Call),
        ("Telefonat", Kind::Call),
        ("bilateral meeting", Kind::Bilateral),
    ];
    for (text, kind) in cases {
        assert_eq!(word::kind(text), Some(kind), "{text}");
    }
    for kind in Kind::ALL {
        assert_eq!(word::kind(kind.name()), Some(kind));
        for language in LANGUAGES {
            let row = word::table()
                .iter()
                .find(|row| (row.set, row.name, row.language) == ("kind", kind.name(), language));
            assert!(row.is_some(), "{kind:?} in {language}");
        }
    }
    for (text, name) in [
        ("private visit", "private visit"),
        ("Transit", "transit"),
        ("Beerdigung", "funeral"),
        ("multilateral", "conference"),
    ] {
        assert_eq!(word::kind_name(text), Some(name), "{text}");
    }
    for text in ["visit", "meeting", "", "sumit"] {
        assert_eq!(word::kind(text), None, "{text}");
    }
}

#[test]
fn a_longer_text_has_the_kind_that_it_speaks_of() {
    let spoken = |kind, sure| Some(Spoken { kind, sure });
    let cases = [
        ("G-20 Summit", spoken(Kind::Summit, word::Sure::Only)),
        ("Attended the G20 summit", spoken(Kind::Summit, word::Sure::Only)),
        ("India-EU Summit", spoken(Kind::Summit, word::Sure::Only)),
        ("State visit to France", spoken(Kind::StateVisit, word::Sure::Only)),
        ("对法国进行国事访问", spoken(Kind::StateVisit, word::Sure::Only)),
        ("State visit and APEC summit", spoken(Kind::StateVisit, word::Sure::Leading)),
        ("state visit", spoken(Kind::StateVisit, word::Sure::Whole)),
        ("Inauguration of Salma Dam", None),
        ("Met with officials", None),
        ("Met with President Macron", None),
    ];
    for (text, expected) in cases {
        assert_eq!(word::kind_in(text), expected, "{text}");
    }
}

#[test]
fn statuses_are_known_in_eleven_languages() {
    let cases = [
        ("held", Status::Held),
        ("a eu lieu", Status::Held),
        ("TBC", Status::Planned),
        ("prévu", Status::Planned),
        ("geplant", Status::Planned),
        ("планируется", Status::Planned),
        ("计划", Status::Planned),
        ("Canceled", Status::Cancelled),
        ("annulé", Status::Cancelled),
        ("abgesagt", Status::Cancelled),
        ("відмінено", Status::Cancelled),
        ("iptal edildi", Status::Cancelled),
        ("已取消", Status::Cancelled),
        ("ملغى", Status::Cancelled),
        ("eingeladen", Status::Invited),
    ];
    for (text, status) in cases {
        assert_eq!(word::status(text), Some(status), "{text}");
    }
    for status in Status::ALL {
        assert_eq!(word::status(status.name()), Some(status));
        for language in LANGUAGES {
            let is_it =
                |row: &&word::Row| (row.set, row.name, row.language) == ("status", status.name(), language);
            assert!(word::table().iter().any(|row| is_it(&row)), "{status:?} in {language}");
        }
    }
    assert_eq!(word::status("done"), Some(Status::Held));
    assert_eq!(word::status("soon"), None);
    assert!(word::is_any_status("confirmed") && word::status("confirmed").is_none());
}

#[test]
fn no_word_means_two_kinds_or_two_statuses() {
    let mut met: BTreeMap<(&str, String), &str> = BTreeMap::new();
    for row in word::table() {
        assert!(["kind", "status", "small", "presence", "name"].contains(&row.set), "{row:?}");
        for word in row.words().chain(row.alone()) {
            let folded = summitry::gazetteer::fold::fold(word);
            let before = met.insert((row.set, folded), row.name);
            assert!(before.is_none_or(|before| before == row.name), "{word}: {before:?} and {}", row.name);
        }
    }
}
