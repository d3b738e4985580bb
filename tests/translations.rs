//! The languages of the program: each says everything, and the window, pictures and files are in the language
//! that is chosen.

use crate::desk::{Desk, click, desk_of, window};
use crate::texts_to_translate::{Wanted, wanted};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::collections::BTreeSet;
use std::path::Path;
use summitry::document::settings::{self, Settings};
use summitry::export::data::{Answered, Data, DataFormat};
use summitry::export::format::Format;
use summitry::export::sheet::{Exhibit, Print};
use summitry::gazetteer::language::Language;
use summitry::gazetteer::translation::{SPOKEN, speaking, spoken, translations};
use summitry::import;
use summitry::import::decisions::{Decided, Decisions};
use summitry::meeting::code::CountryCode;
use summitry::picture::text::{Weight, glyphs, runs_from_the_right, visual_pieces};
use summitry::query::shown::Shown;
use summitry::state::State;
use summitry::ui::command::{Command, Menu};
use summitry::ui::importing::question::AskedPlace;
use summitry::ui::keeping::OFFERED;
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;
use summitry::words::label;
use summitry::words::message::{Message, Noun};
use summitry::words::part::pointing::Pointing;
use summitry::words::say;
use summitry::words::spoken::Plural;
use summitry::work::{Job, Polled};

/// The languages that have a file.
fn languages() -> impl Iterator<Item = Language> {
    SPOKEN.into_iter().filter(|language| *language != Language::English)
}

/// The names of the places in a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// The same without that of the number itself, which may be said in words: one, two.
fn places_but_number(text: &str) -> BTreeSet<&str> {
    places(text).into_iter().filter(|name| *name != "n").collect()
}

/// What is wrong with a translation.
fn faults(language: Language, key: &str, told: &str, Wanted { by_number, at: _ }: &Wanted) -> Option<String> {
    if !by_number {
        return (places(key) != places(told)).then(|| format!("other places: {key} → {told}"));
    }
    let forms: Vec<&str> = told.split('|').collect();
    if forms.len() != Plural::forms(language).len() {
        return Some(format!("{} forms: {key} → {told}", forms.len()));
    }
    // The number itself may be said in words: one, two.
    let differs = |form: &&&str| places_but_number(form) != places_but_number(key);
    forms.iter().find(differs).map(|form| format!("other places: {key} → {form}"))
}

#[test]
fn every_language_says_everything_and_nothing_else() {
    let (texts, untranslatable) = wanted();
    assert!(texts.len() > 1500, "{}", texts.len());
    assert!(untranslatable.is_empty(), "no language can translate these: {untranslatable:#?}");
    if std::env::var_os("UPDATE").is_some() {
        let rows = texts.iter().map(|(key, one)| {
            let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
            format!("{},,{}\n", quoted(key), quoted(&one.at))
        });
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/texts_to_translate.csv");
        std::fs::write(path, format!("english,translation,note\n{}", rows.collect::<String>()))
            .expect("it is written");
    }
    for language in languages() {
        let told = translations(language).expect("it has a file");
        let is_said = |key: &str| told.get(key).is_some_and(|told| !told.is_empty());
        let missing: Vec<&String> = texts.keys().filter(|key| !is_said(key)).collect();
        // A file may have names of more cities than capitals.
        let is_wanted = |key: &str| texts.contains_key(key) || key.starts_with("city ");
        let unused: Vec<_> = told.keys().filter(|key| !is_wanted(key)).collect();
        let wrong = texts.iter().filter_map(|(key, one)| faults(language, key, told.get(key.as_str())?, one));
        let wrong: Vec<String> = wrong.collect();
        let name = language.name();
        assert!(
            missing.is_empty() && unused.is_empty() && wrong.is_empty(),
            "{name} lacks {missing:#?}, has without use {unused:#?}, and has faults: {wrong:#?}"
        );
    }
}

#[test]
fn every_letter_of_a_language_is_in_the_fonts_of_the_program() {
    for language in languages() {
        for told in translations(language).expect("it has a file").values() {
            // The sign for a letter that could not be read is in no font of the program in English either.
            let letters = told.replace('\u{fffd}', "");
            let lacks = |weight| glyphs(&letters, weight).iter().any(|glyph| glyph.id == 0);
            assert!(
                !Weight::FILES.into_iter().any(lacks),
                "{}: a letter of {told:?} cannot be drawn",
                language.name()
            );
        }
    }
}

#[test]
fn a_number_chooses_its_words_and_its_signs() {
    let count = |number| say(Message::Count(number, Noun::Meeting));
    let in_russian = speaking(Language::Russian, || [1, 3, 5, 21, 1025].map(count));
    assert_eq!(in_russian, ["1 встреча", "3 встречи", "5 встреч", "21 встреча", "1\u{a0}025 встреч"]);
    let in_french = speaking(Language::French, || [0, 1, 2].map(count));
    assert_eq!(in_french[0].replace('0', "1"), in_french[1], "none is said as one is");
    assert_ne!(in_french[1].replace('1', "2"), in_french[2]);
    assert_eq!(count(1025), "1,025 meetings");
}

#[test]
fn a_thread_speaks_english_until_it_is_told_otherwise_and_a_job_as_whoever_starts_it() {
    assert_eq!(spoken(), Language::English);
    let job = speaking(Language::French, || {
        assert_eq!(spoken(), Language::French);
        Job::start(|| (), |_| spoken())
    });
    assert_eq!(spoken(), Language::English);
    let language = loop {
        match job.poll() {
            Polled::Working => std::thread::yield_now(),
            done => break done,
        }
    };
    assert_eq!(language, Polled::Done(Language::French));
    assert_eq!(speaking(Language::Turkish, spoken), Language::English, "Turkish has no file");
}

/// The map of the embedded meetings in a language, for something that is done with it.
fn with_map<T>(language: Language, work: impl FnOnce(&Exhibit) -> T) -> T {
    let meetings = import::embedded().meetings;
    let state = State { language, ..State::default() };
    let shown = Shown::new(&meetings, &state.question());
    let chart = state.chart(&shown.ties);
    work(&Exhibit {
        record: &meetings,
        meetings: &meetings,
        shown: &shown,
        state: &state,
        chart,
        size: [1200.0, 800.0],
    })
}

fn svg(language: Language) -> String {
    let written = with_map(language, |map| Format::Svg.write(map, Print::default()).expect("it is drawn"));
    String::from_utf8(written).expect("it is text")
}

#[test]
fn a_picture_is_in_the_language_of_its_map_whatever_is_spoken() {
    for language in languages() {
        let alone = svg(language);
        let code = language.code();
        assert!(alone.contains(&format!("version=\"1.1\" xml:lang=\"{code}\"")), "{code}");
        let letters = alone.split('>').filter(|text| text.contains("</text")).collect::<Vec<_>>().join(" ");
        for english in ["meetings", "Journeys", "Boundaries", "centred"] {
            assert!(!letters.contains(english), "{code}: {english} in {letters}");
        }
        let under_another = speaking(Language::German, || svg(language));
        assert!(alone == under_another, "{code}: the file depends on the language of whoever writes it");
    }
    let english = svg(Language::English);
    assert!(!english.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" xml:lang"));
    assert!(english == speaking(Language::Russian, || svg(Language::English)));
}

#[test]
fn a_picture_in_arabic_runs_from_the_right() {
    assert_eq!(visual_pieces("17 of 25"), ["17 of 25"]);
    assert!(
        runs_from_the_right("موسكو 17 (أ)")
            && !runs_from_the_right("Moscow موسكو")
            && !runs_from_the_right("17")
    );
    let pieces = visual_pieces("موسكو 17");
    assert_eq!(
        pieces.first(),
        Some(&"17"),
        "the number stands to the left of the word before it: {pieces:?}"
    );
    let svg = svg(Language::Arabic);
    let opens = svg.matches('\u{2067}').count();
    assert!(opens > 0 && opens == svg.matches('\u{2069}').count());
    let page =
        with_map(Language::Arabic, |map| Format::Html.write(map, Print::default()).expect("it is drawn"));
    let page = String::from_utf8(page).expect("it is text");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains(" direction=\"ltr\""), "the map's texts begin at their left ends");
    assert!(page.contains("\"forms\":[\"zero\",\"one\",\"two\",\"few\",\"many\",\"other\"]"));
}

#[test]
fn data_for_other_programs_are_in_english_whatever_the_language_of_the_map() {
    let table = |language| {
        with_map(language, |map| {
            Answered::of(map).write(Data::Lines, DataFormat::Csv).expect("it is written")
        })
    };
    let [english, french] = [Language::English, Language::French].map(table);
    let rows = |csv: Vec<u8>| {
        String::from_utf8(csv).expect("it is text").lines().skip(2).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(rows(english), speaking(Language::Russian, || rows(french)));
}

fn desk() -> Desk {
    desk_of([1440.0, 900.0], 0.25, 30)
}

#[test]
fn the_window_and_its_map_speak_the_language_that_is_chosen() {
    let mut desk = desk();
    click(&mut desk, "View");
    click(&mut desk, "Language");
    click(&mut desk, "French");
    assert_eq!(window(&desk).state.language, Language::French);
    speaking(Language::French, || {
        for menu in Menu::ALL {
            assert_ne!(menu.name(), speaking(Language::English, || menu.name()), "{menu:?}");
            click(&mut desk, menu.name());
            for command in Command::ALL.into_iter().filter(|command| command.menu() == Some(menu)) {
                assert!(desk.query_all_by_label_contains(command.text()).next().is_some(), "{command:?}");
            }
            click(&mut desk, menu.name());
        }
    });
    let told = speaking(Language::French, || say(Message::Count(25, Noun::Meeting)));
    assert!(window(&desk).picture().description.contains(told.split(' ').next_back().expect("a word")));
    // The map alone can be in another language.
    let [view, map] = speaking(Language::French, || {
        [Menu::View.name(), label(summitry::words::part::viewing::Viewing::NamedIn)]
    });
    click(&mut desk, view);
    click(&mut desk, map);
    click(&mut desk, "Arabic");
    assert_eq!(window(&desk).state.language, Language::Arabic);
    desk.get_by_label(view);
}

#[test]
fn a_window_opens_in_the_language_of_its_settings() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    settings::remember(folder.path(), |settings| settings.speech = Some(Language::Russian))
        .expect("it is written");
    let kept = folder.path().to_owned();
    let mut desk: Desk = Harness::builder()
        .with_step_dt(0.25)
        .with_size([1440.0, 900.0])
        .with_max_steps(30)
        .with_context_setup(style::install)
        .build_ui_state(
            move |ui, window: &mut Option<Window>| {
                let context = ui.ctx().clone();
                let opening = || Opening::on(&[], Some(kept.clone()));
                window.get_or_insert_with(|| Window::new(&context, opening())).ui(ui);
            },
            None,
        );
    desk.run();
    desk.get_by_label("Правка");
    desk.get_by_label("Справка");
    assert_eq!(window(&desk).state.language, Language::English, "the map has a language of its own");
}

#[test]
fn the_language_of_the_window_is_remembered_apart_from_that_of_the_map() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    settings::remember(folder.path(), |settings| {
        settings.speech = Some(Language::Russian);
        settings.language = Some(Language::French);
    })
    .expect("it is written");
    let (read, remark) = settings::load(folder.path());
    assert!(remark.is_none());
    assert_eq!((read.speech, read.language), (Some(Language::Russian), Some(Language::French)));
    assert_eq!(Settings::default().speech, None);
    let is_spoken = |language: &Language| SPOKEN.contains(language);
    assert!(OFFERED.iter().all(is_spoken), "the window offers what the program does not speak");
}

#[test]
fn only_the_meetings_at_a_place_are_those_of_its_name_on_record_whatever_is_spoken() {
    let mut desk = desk();
    click(&mut desk, "View");
    click(&mut desk, "Language");
    click(&mut desk, "Russian");
    desk.get_by_label_contains("Москва").click_secondary();
    crate::desk::settle(&mut desk);
    desk.get_by_label(speaking(Language::Russian, || label(Pointing::ShowOnly))).click();
    crate::desk::settle(&mut desk);
    assert_eq!(window(&desk).state.filter.text, "Moscow");
    assert!(!window(&desk).shown().rows.is_empty());
}

#[test]
fn what_is_decided_in_one_language_holds_in_another() {
    let (text, country) = ("Le Palais".to_owned(), CountryCode::new("CHE"));
    let example = String::new();
    let asked = AskedPlace { text, country, rows: 1, example, candidates: Vec::new(), decided: None };
    let mut decisions = Decisions::default();
    speaking(Language::French, || asked.decide(&mut decisions, Some(Decided::LeftOut)));
    for language in SPOKEN {
        let decided = speaking(language, || asked.decision(&decisions));
        assert_eq!(decided, Some(Decided::LeftOut), "{language:?}");
    }
    assert!(decisions.place("Switzerland", "Le Palais").is_some());
}
