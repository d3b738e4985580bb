//! International organisations as parties: they have a seat, draw lines, are counted and filtered, and are no
//! land.

use crate::desk::{Desk, click, desk_on, open_chip};
use crate::import::read;
use egui::accesskit::Role as Part;
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::BTreeSet;
use summitry::export::listing::{Form, listing};
use summitry::gazetteer::candidates::candidates;
use summitry::gazetteer::country::{Countries, CountryKind};
use summitry::gazetteer::further::by_id;
use summitry::gazetteer::organisation::organisations;
use summitry::import::{Import, venue};
use summitry::meeting::Role;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::picture::Shape;
use summitry::query::question::Question;
use summitry::query::question::filter::Filter;
use summitry::query::question::reading::Reading;
use summitry::query::shown::Shown;
use summitry::query::tie::{JourneyKey, TieKey};
use summitry::state::Target;
use summitry::words::message::Message;
use summitry::words::say;

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

/// A window on these visits, after its first frames.
fn desk() -> Desk {
    desk_on(imported(), [1440.0, 1400.0])
}

#[test]
fn an_organisation_is_ticked_in_the_window() {
    let mut desk = desk();
    let window = desk.state().as_ref().expect("the first frame makes the window");
    let picture = window.picture();
    let is_named = |name: &str| {
        picture.marks.iter().any(|mark| matches!(&mark.shape, Shape::Text { text, .. } if text == name))
    };
    assert!(is_named("EU") && is_named("NATO"), "a seat bears the names of those who set out from it");
    open_chip(&mut desk, "Countries and organisations");
    click(&mut desk, "Countries and organisations: United Nations, 3 meetings");
    let map = desk.get_by_role(Part::Image).accesskit_node().label().unwrap_or_default();
    assert!(map.contains("2 countries and the UN"), "{map}");
    assert!(map.contains("3 of 5 meetings"), "{map}");
}

/// The Secretary-General of the United Nations in Moscow, Kyiv and at home; Ukraine at NATO; two leaders
/// without an organisation.
fn visits() -> Meetings {
    imported().meetings
}

fn imported() -> Import {
    let table = "id,start,country,city,participants\n\
        a,2022-04-26,RUS,Moscow,Antonio Guterres|Secretary-General|UN; Vladimir Putin|President|RUS\n\
        b,2022-04-28,UKR,Kyiv,António Guterres|Secretary-General|United Nations; Volodymyr Zelensky|President|UKR\n\
        c,2022-09-21,USA,New York City,Antonio Guterres|Secretary-General|XUN; Sergey Lavrov|Foreign Minister|RUS\n\
        d,2023-07-12,LTU,Vilnius,Jens Stoltenberg||NATO; Volodymyr Zelenskyy||Ukraine; Ursula von der Leyen||EU\n\
        e,2019-12-09,FRA,Paris,Vladimir Putin||RUS; Володимир Зеленський||UKR\n";
    let import = read(table);
    assert_eq!(import.problems, [], "{:#?}", import.problems);
    import
}

fn journeys(shown: &Shown) -> BTreeSet<(String, String)> {
    let of_line = |key: &TieKey| match key {
        TieKey::Journey(JourneyKey { from, to, .. }) => Some((from.to_string(), shown.ties.name_of(*to))),
        TieKey::Relation { .. } | TieKey::Spoke { .. } | TieKey::Leg(_) => None,
    };
    shown
        .ties
        .lines
        .iter()
        .filter_map(|line| of_line(&line.key))
        .map(|(from, to)| (from, to.clone()))
        .collect()
}

#[test]
fn the_secretary_general_sets_out_from_new_york_and_is_at_home_there() {
    let meetings = visits();
    let shown = Shown::new(&meetings, &Question::default());
    let expected = [
        ("RUS", "New York City"),
        ("RUS", "Paris"),
        ("UKR", "Paris"),
        ("UKR", "Vilnius"),
        ("XEU", "Vilnius"),
        ("XNA", "Vilnius"),
        ("XUN", "Kyiv"),
        ("XUN", "Moscow"),
    ];
    let expected: BTreeSet<(String, String)> =
        expected.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
    assert_eq!(journeys(&shown), expected);
    let to_moscow =
        shown.ties.lines.iter().find(|line| line.key.name(&meetings, &shown.ties).contains("Moscow"));
    let from = to_moscow.expect("there is a line").from;
    assert!((from.lon - -74.006).abs() < 0.01 && (from.lat - 40.714).abs() < 0.01, "New York: {from:?}");
    let at_home = &meetings.get(2).participants[0];
    assert_eq!(at_home.role, Role::Host);
    let line =
        shown.ties.lines.iter().find(|line| line.key.name(&meetings, &shown.ties).contains("New York"));
    assert!(!line.expect("Lavrov travels").third_country, "the host sits at the table");
}

#[test]
fn organisations_are_counted_filtered_and_selected_like_states() {
    let meetings = visits();
    let all = Shown::new(&meetings, &Question::default());
    assert_eq!((all.summary.states, all.summary.organisations), (2, 3));
    let sentence = say(Message::Shown(&all));
    assert!(sentence.contains("2 countries and 3 organisations"), "{sentence}");
    let filter = Filter { countries: [code("XUN")].into(), ..Filter::default() };
    let un = Shown::new(&meetings, &Question { filter, ..Question::default() });
    assert_eq!(un.rows.len(), 3);
    let sentence = say(Message::Shown(&un));
    assert!(sentence.contains("2 countries and the UN"), "{sentence}");
    assert!(sentence.contains("United Nations"), "{sentence}");
    let choice = all.facets.countries.iter().find(|choice| choice.value == code("XUN"));
    assert_eq!(choice.map(|choice| (choice.label.as_str(), choice.count)), Some(("United Nations", 3)));
    assert_eq!(Target::Country(code("XUN")).rows(&meetings, &all).len(), 3);
    let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let found = Shown::new(&meetings, &Question { filter: text("nations"), ..Question::default() });
    assert_eq!(found.rows.len(), 3);
}

#[test]
fn a_bloc_means_its_member_states_and_the_organisation_is_a_choice_of_its_own() {
    let meetings = visits();
    let bloc = |code: &str| Filter { blocs: [code.to_owned()].into(), ..Filter::default() };
    let shown = |filter| Shown::new(&meetings, &Question { filter, ..Question::default() });
    assert_eq!(shown(bloc("EU")).rows.len(), 0, "no member state takes part in these");
    let only = Filter { countries: [code("XEU")].into(), ..Filter::default() };
    assert_eq!(shown(only).rows.len(), 1);
}

#[test]
fn a_relation_joins_an_organisation_and_a_state() {
    let meetings = visits();
    let question = Question { reading: Reading::Relations, ..Question::default() };
    let shown = Shown::new(&meetings, &question);
    let pair = TieKey::Relation { a: code("RUS"), b: code("XUN") };
    assert_eq!(shown.line(&pair).map(|line| line.rows.len()), Some(2));
}

#[test]
fn one_person_under_several_spellings_is_one_choice_and_one_filter() {
    let meetings = visits();
    let shown = Shown::new(&meetings, &Question::default());
    let leaders: BTreeSet<&str> = shown.facets.leaders.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(leaders.len(), 6, "{leaders:?}");
    assert!(leaders.contains("Antonio Guterres"), "the spelling that is used most: {leaders:?}");
    for spelling in ["Volodymyr Zelensky", "Zelenskyy", "Зеленський"] {
        let filter = Filter { leaders: [spelling.to_owned()].into(), ..Filter::default() };
        let found = Shown::new(&meetings, &Question { filter, ..Question::default() });
        assert_eq!(found.rows.len(), 3, "{spelling}");
        let chosen = found.facets.leaders.iter().find(|choice| choice.value == spelling);
        assert_eq!(chosen.map(|choice| choice.count), Some(3), "the choice is the one asked for");
    }
}

#[test]
fn what_is_written_is_read_again_alike() {
    let meetings = visits();
    let rows: Vec<usize> = (0..meetings.len()).collect();
    let again = read(listing(&meetings, &rows, Form::Csv));
    let (before, after): (Vec<_>, Vec<_>) = (meetings.iter().collect(), again.meetings.iter().collect());
    assert_eq!(before, after);
}

#[test]
fn an_organisation_is_no_place() {
    for name in ["United Nations", "UN", "NATO", "African Union", "XUN", "World Bank", "Council of Europe"] {
        assert_eq!(venue::country(name), None, "{name}");
        assert!(venue::party(name).is_some(), "{name}");
        let found = candidates(name, None);
        assert!(found.iter().all(|one| one.score < 1.0 || one.name != name), "{name}: {found:?}");
    }
    assert_eq!(venue::party("AU"), Some(code("AUS")), "a country's code goes before an abbreviation");
    assert_eq!(venue::party("Congo"), None, "what is ambiguous stays so");
}

#[test]
fn every_organisation_has_a_seat_in_the_city_table_and_a_code_of_its_own() {
    let table = Countries::embedded();
    assert!(table.organisations().count() >= 22);
    for one in table.organisations() {
        assert_eq!(one.kind, CountryKind::Organisation);
        let seat = one.capital_id.and_then(by_id).unwrap_or_else(|| panic!("{} has no seat", one.name));
        assert_eq!((&*seat.name, seat.at), (one.capital, one.capital_at), "{}", one.name);
        let state = table
            .iter()
            .find(|state| state.capital_id == one.capital_id && state.kind == CountryKind::Country);
        assert!(
            state.is_none_or(|state| state.capital_at == one.capital_at),
            "{}: lines from both lie side by side",
            one.name
        );
        assert!(
            one.code.as_str().starts_with('X') && one.code != code("XKX"),
            "letters that ISO leaves to its users"
        );
        for name in [one.name, one.short, one.official]
            .into_iter()
            .chain(one.other_names.iter().map(|(_, name)| *name))
        {
            let found = table.party(name).map(|found| found.code);
            assert!(found == Some(one.code) || table.find(name).is_some(), "{name} is not {}", one.name);
        }
    }
    for [code, bloc, source] in crate::tables::columns("bodies.csv", ["code", "bloc", "source"]) {
        assert!(source.len() > 10, "{code}");
        assert!(bloc.is_empty() || organisations().iter().any(|known| known.code == bloc), "{code}: {bloc}");
    }
}
