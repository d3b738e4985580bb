//! Dates as people write them: every form, in every language, with its precision and its remarks.

use crate::draws::draws;
use proptest::prelude::*;
use std::collections::BTreeSet;
use summitry::import::problem::WhyRefused;
use summitry::import::when::column::{Verdict, are_serials, is_date, order_of};
use summitry::import::when::word::{Meaning, table};
use summitry::import::when::{How, Order, Reading, Remark, one, read};
use summitry::meeting::date::{Dates, NoDate, PartialDate, Precision};
use summitry::words::message::Message;
use summitry::words::say;

/// `2024-07-03`, `2024-07-03..2024-07-05`, several with ` + ` between.
fn written(reading: &Reading) -> String {
    let span = |dates: &Dates| match (dates.start, dates.end) {
        (Some(start), Some(end)) if start == end => start.to_string(),
        (start, end) => format!("{}..{}", end_of(start), end_of(end)),
    };
    reading.spans.iter().map(span).collect::<Vec<_>>().join(" + ")
}

fn end_of(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn in_order(order: Order) -> How {
    How { order, ..How::default() }
}

fn of_year(year: i16) -> How {
    How { year: Some(year), ..How::default() }
}

fn all_read(how: How, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let reading = read(text, &how).unwrap_or_else(|refused| panic!("{text}: {refused:?}"));
        assert_eq!(written(&reading), *expected, "{text}");
    }
}

#[test]
fn a_day_is_read_in_every_form_that_means_one_day_only() {
    all_read(
        How::default(),
        &[
            ("2024-07-03", "2024-07-03"),
            ("2024-7-3", "2024-07-03"),
            ("2001-04-4", "2001-04-04"),
            ("2024/07/03", "2024-07-03"),
            ("2024.07.03", "2024-07-03"),
            ("2024. 7. 3.", "2024-07-03"),
            ("20240703", "2024-07-03"),
            ("3 July 2024", "2024-07-03"),
            ("3rd July 2024", "2024-07-03"),
            ("the 3rd of July, 2024", "2024-07-03"),
            ("July 3, 2024", "2024-07-03"),
            ("July 3rd 2024", "2024-07-03"),
            ("2024, July 3", "2024-07-03"),
            ("Wed, 3 Jul 2024", "2024-07-03"),
            ("3-Jul-2024", "2024-07-03"),
            ("3/July/2024", "2024-07-03"),
            ("Jul-03-2024", "2024-07-03"),
            ("2024-Jul-03", "2024-07-03"),
            ("first of July 2024", "2024-07-01"),
            ("3 VII 2024", "2024-07-03"),
            ("3.VII.2024", "2024-07-03"),
            ("06.XI.2025", "2025-11-06"),
            ("5 września 2025 r.", "2025-09-05"),
            ("ma 3 mrt 2025", "2025-03-03"),
            ("2.X.2024", "2024-10-02"),
            ("10/XII/2024", "2024-12-10"),
            ("24.I.2025", "2025-01-24"),
            ("31.12.2023", "2023-12-31"),
            ("3. 7. 2024", "2024-07-03"),
            ("13/04/2024", "2024-04-13"),
            ("04/13/2024", "2024-04-13"),
            ("05/05/2024", "2024-05-05"),
            ("3 July 2024[4]", "2024-07-03"),
            ("[3 July 1945]", "1945-07-03"),
            ("15 March 44 BC", "-0043-03-15"),
        ],
    );
}

#[test]
fn what_is_vaguer_than_a_day_is_a_month_a_year_or_a_span_of_them() {
    all_read(
        How::default(),
        &[
            ("July 2024", "2024-07"),
            ("Sept 2025", "2025-09"),
            ("07/2024", "2024-07"),
            ("202407", "2024-07"),
            ("July '24", "2024-07"),
            ("1999-00-00", "1999"),
            ("1999-05-00", "1999-05"),
            ("mid-May 2025", "2025-05"),
            ("early March 2025", "2025-03"),
            ("end of October 2025", "2025-10"),
            ("second half of May 2025", "2025-05"),
            ("circa 3 July 1945", "1945-07"),
            ("c. 1945", "1945"),
            ("early 2024", "2024-01..2024-04"),
            ("mid 2024", "2024-05..2024-08"),
            ("late 2024", "2024-09..2024-12"),
            ("autumn 2025", "2025-09..2025-11"),
            ("spring 2025", "2025-03..2025-05"),
            ("summer of '45", "1945-06..1945-08"),
            ("winter 2024/25", "2024-12..2025-02"),
            ("winter 2024–2025", "2024-12..2025-02"),
            ("winter 2024", "2024"),
            ("Q3 2024", "2024-07..2024-09"),
            ("2024-Q3", "2024-07..2024-09"),
            ("Q3/2024", "2024-07..2024-09"),
            ("3rd quarter of 2024", "2024-07..2024-09"),
            ("Q3–Q4 2024", "2024-07..2024-12"),
            ("H1 2024", "2024-01..2024-06"),
            ("second half of 2024", "2024-07..2024-12"),
            ("2024-W27", "2024-07-01..2024-07-07"),
            ("1990s", "1990..1999"),
            ("the 90s", "1990..1999"),
            ("early 1990s", "1990..1992"),
            ("mid-1990s", "1993..1996"),
            ("19th century", "1801..1900"),
            ("XIX century", "1801..1900"),
            ("18th–19th century", "1701..1900"),
            ("2024–2025", "2024..2025"),
            ("2010–11", "2010..2011"),
            ("2013-14", "2013..2014"),
            ("July–August 2024", "2024-07..2024-08"),
            ("44 BC", "-0043"),
        ],
    );
    let precision = |text| read(text, &How::default()).expect(text).whole().precision();
    assert_eq!(precision("autumn 2025"), Precision::Month);
    assert_eq!(precision("early March 2025"), Precision::Month);
    assert_eq!(precision("1990s"), Precision::Year);
    assert_eq!(precision("3-4 July 2025"), Precision::Range);
}

#[test]
fn a_range_is_read_in_words_and_digits() {
    all_read(
        How::default(),
        &[
            ("3-4 July 2025", "2025-07-03..2025-07-04"),
            ("25–26 May 2025", "2025-05-25..2025-05-26"),
            ("July 3–5, 2024", "2024-07-03..2024-07-05"),
            ("31 July - 1 August 2025", "2025-07-31..2025-08-01"),
            ("31 July-1 August 2025", "2025-07-31..2025-08-01"),
            ("July 30-August 2, 2024", "2024-07-30..2024-08-02"),
            ("December 30, 2024 – January 2, 2025", "2024-12-30..2025-01-02"),
            ("30 December – 2 January 2025", "2024-12-30..2025-01-02"),
            ("December 30, 2024 – January 2", "2024-12-30..2025-01-02"),
            ("from 3 to 5 July 2024", "2024-07-03..2024-07-05"),
            ("between 3 and 5 July 2024", "2024-07-03..2024-07-05"),
            ("2024-07-03/2024-07-05", "2024-07-03..2024-07-05"),
            ("2024-07-03 - 2024-07-05", "2024-07-03..2024-07-05"),
            ("2024-07-03-2024-07-05", "2024-07-03..2024-07-05"),
            ("03.–05.07.2024", "2024-07-03..2024-07-05"),
            ("03.-05.07.2024", "2024-07-03..2024-07-05"),
            ("3.7.–5.7.2024", "2024-07-03..2024-07-05"),
            ("12.–14. Juli 2024", "2024-07-12..2024-07-14"),
            ("24-26/07/2024", "2024-07-24..2024-07-26"),
            ("31/07-01/08/2024", "2024-07-31..2024-08-01"),
            ("3 July 2024 10:00 – 4 July 2024 12:00", "2024-07-03..2024-07-04"),
            ("late July/early August 2025", "2025-07..2025-08"),
            ("05–07/2024", "2024-05..2024-07"),
            ("2024-07-03..2024-07-05", "2024-07-03..2024-07-05"),
            ("20240703-20240705", "2024-07-03..2024-07-05"),
            ("Mon 1 - Fri 5 July 2024", "2024-07-01..2024-07-05"),
            ("Q1-2 2024", "2024-01..2024-06"),
            ("1980s-1990s", "1980..1999"),
        ],
    );
}

#[test]
fn days_that_follow_one_another_are_one_span_and_others_are_not() {
    all_read(
        How::default(),
        &[
            ("3/4 July 2024", "2024-07-03..2024-07-04"),
            ("3 and 4 July 2024", "2024-07-03..2024-07-04"),
            ("July 3 & 4, 2024", "2024-07-03..2024-07-04"),
            ("31 December/1 January 2025", "2024-12-31..2025-01-01"),
            ("3/10 July 2024", "2024-07-03 + 2024-07-10"),
            ("9, 10, 11, 14 May 2024", "2024-05-09..2024-05-11 + 2024-05-14"),
            ("8, 9 mai et 2 juin 2024", "2024-05-08..2024-05-09 + 2024-06-02"),
            ("2016-12-02, 2016-12-04", "2016-12-02..2016-12-04"),
            ("2016-12-02 2016-12-04", "2016-12-02..2016-12-04"),
            ("2016-12-18, 2016-12-19 ", "2016-12-18..2016-12-19"),
            ("1 January 1945, 5 March 1945", "1945-01-01 + 1945-03-05"),
            ("3 July 2024 and 10 July 2024", "2024-07-03 + 2024-07-10"),
            ("2016-12-04, 2016-12-02", "2016-12-04 + 2016-12-02"),
        ],
    );
}

#[test]
fn what_is_left_out_or_guessed_is_remarked() {
    let cases: &[(&str, &str, &[Remark])] = &[
        ("April 1, 2025, 19:00", "2025-04-01", &[Remark::TimeDropped]),
        ("1 April 2025 19:00", "2025-04-01", &[Remark::TimeDropped]),
        ("2024-07-13 10:00 AM", "2024-07-13", &[Remark::TimeDropped]),
        ("2024-07-13 11:30:05 PM", "2024-07-13", &[Remark::TimeDropped]),
        ("2024-07-03T10:00:00Z", "2024-07-03", &[Remark::TimeDropped, Remark::ZoneDropped]),
        ("2024-07-03T23:30:00-05:00", "2024-07-03", &[Remark::TimeDropped, Remark::ZoneDropped]),
        ("2024-07-03 10:00:00.000+02:00", "2024-07-03", &[Remark::TimeDropped, Remark::ZoneDropped]),
        ("13/04/2025 14:00 CET", "2025-04-13", &[Remark::TimeDropped, Remark::ZoneDropped]),
        ("2024-07-03 00:00:00", "2024-07-03", &[]),
        ("20240703100000", "2024-07-03", &[Remark::TimeDropped]),
        ("3. Juli 2024, 10.30 Uhr", "2024-07-03", &[Remark::TimeDropped]),
        ("3 juillet 2024 à 10h30", "2024-07-03", &[Remark::TimeDropped]),
        ("3 Temmuz 2024 saat 19", "2024-07-03", &[Remark::TimeDropped]),
        ("3 July 2024, 10:00–12:00", "2024-07-03", &[Remark::TimeDropped]),
        ("04/15/03", "2003-04-15", &[Remark::TwoDigitYear]),
        ("14-Apr-91", "1991-04-14", &[Remark::TwoDigitYear]),
        ("8 May 24", "2024-05-08", &[Remark::TwoDigitYear]),
        ("8.5.24", "2024-05-08", &[Remark::TwoDigitYear]),
        ("8.5.40", "1940-05-08", &[Remark::TwoDigitYear]),
        ("mid-May 2025", "2025-05", &[Remark::Approximate]),
        ("autumn 2025", "2025-09..2025-11", &[Remark::Season]),
        ("2?-04-1945", "1945-04", &[Remark::Unclear]),
        ("??/04/1945", "1945-04", &[Remark::Unclear]),
        ("1945-04-XX", "1945-04", &[Remark::Unclear]),
        ("194?", "1940..1949", &[Remark::Unclear]),
        ("1 Nov 2025?", "2025-11-01", &[Remark::Unconfirmed]),
        ("3 July 2024 (tbc)", "2024-07-03", &[Remark::Unconfirmed]),
        ("expected 3 July 2024", "2024-07-03", &[Remark::Unconfirmed]),
        ("3 July 2024 (arrived late)", "2024-07-03", &[Remark::WordsDropped]),
        ("3 July 2024 (Wed)", "2024-07-03", &[]),
        ("1–5 July 2024 (5 days)", "2024-07-01..2024-07-05", &[Remark::WordsDropped]),
        ("20240703T100000Z", "2024-07-03", &[Remark::TimeDropped, Remark::ZoneDropped]),
    ];
    for (text, expected, remarks) in cases {
        let reading = read(text, &How::default()).unwrap_or_else(|refused| panic!("{text}: {refused:?}"));
        assert_eq!(written(&reading), *expected, "{text}");
        assert_eq!(reading.remarks, remarks.iter().copied().collect::<BTreeSet<_>>(), "{text}");
    }
}

#[test]
fn a_year_may_be_the_callers() {
    all_read(
        of_year(2010),
        &[
            ("21, 22 e 23 de Fevereiro", "2010-02-21..2010-02-23"),
            ("21 a 23 de Fevereiro", "2010-02-21..2010-02-23"),
            ("8 May", "2010-05-08"),
            ("25/12", "2010-12-25"),
            ("30 December – 2 January", "2010-12-30..2011-01-02"),
            ("7月3日", "2010-07-03"),
            ("autumn", "2010-09..2010-11"),
            ("8 May 2012", "2012-05-08"),
        ],
    );
    let inherited = read("8 May", &of_year(2010)).expect("a day");
    assert_eq!(inherited.remarks, BTreeSet::from([Remark::YearInherited]));
    let own = read("8 May 2012", &of_year(2010)).expect("a day");
    assert_eq!(own.remarks, BTreeSet::new());
    let refused = read("3/4", &of_year(2010)).expect_err("two days");
    assert_eq!(refused.why, WhyRefused::TwoDays);
}

#[test]
fn what_can_mean_two_things_or_does_not_exist_is_refused_with_what_may_be_meant() {
    let form = WhyRefused::NoDate(NoDate::Form);
    let days = |year, month, days| WhyRefused::NoDate(NoDate::Day { year, month, days });
    let cases: &[(&str, WhyRefused, &[&str])] = &[
        ("03/04/2024", WhyRefused::TwoDays, &["2024-04-03", "2024-03-04"]),
        ("03-04-2024", WhyRefused::TwoDays, &["2024-04-03", "2024-03-04"]),
        ("12/04/2025 14:00 CET", WhyRefused::TwoDays, &["2025-04-12", "2025-12-04"]),
        ("03/07/2024 - 05/07/2024", WhyRefused::TwoDays, &["2024-07-03", "2024-03-07"]),
        ("25-04-12", WhyRefused::TwoDays, &["2012-04-25", "2025-04-12"]),
        ("45581", WhyRefused::SerialNumber, &["2024-10-16"]),
        ("2024-13-04", WhyRefused::NoDate(NoDate::Month(13)), &["2024-04-13"]),
        ("30 February 2024", days(2024, 2, 29), &[]),
        ("February 29, 2023", days(2023, 2, 28), &[]),
        ("8 May", WhyRefused::NoYear, &[]),
        ("July 24", WhyRefused::NoYear, &["2024-07"]),
        ("Jul-24", WhyRefused::NoYear, &["2024-07"]),
        ("5–3 July 2024", WhyRefused::Backwards, &["2024-07-05", "2024-07-03"]),
        ("03072024", form, &["2024-07-03", "2024-03-07"]),
        ("1720000000", form, &["2024-07-03"]),
        ("soon", form, &[]),
        ("", form, &[]),
        ("T10:00", form, &[]),
        ("19:00", form, &[]),
        ("before 1945", form, &[]),
        ("2024-0", WhyRefused::NoDate(NoDate::Month(0)), &[]),
        ("until 5 July 2024", form, &[]),
        ("2024–", form, &[]),
        ("5 – July 2024", form, &[]),
        ("13 – Q3 2024", form, &[]),
        ("Meeting 3 July 2024", form, &[]),
        ("3 محرم 2024 هـ", form, &[]),
        ("12345678", form, &[]),
        ("1945-1950-1955", form, &[]),
        ("Q5 2024", form, &[]),
    ];
    for (text, why, meant) in cases {
        let refused = read(text, &How::default()).expect_err(text);
        let readings: Vec<String> = refused.readings.iter().map(ToString::to_string).collect();
        assert_eq!(
            (refused.why, readings),
            (*why, meant.iter().map(ToString::to_string).collect()),
            "{text}"
        );
    }
}

#[test]
fn a_cell_that_says_that_there_is_no_date_is_no_problem() {
    let none = [
        "TBC",
        "tbd",
        "n/a",
        "-",
        "–",
        "?",
        "…",
        "unknown",
        "none",
        "null",
        "à confirmer",
        "inconnue",
        "unbekannt",
        "k. A.",
        "por confirmar",
        "sin fecha",
        "a definir",
        "da confermare",
        "неизвестно",
        "уточняется",
        "невідомо",
        "bilinmiyor",
        "待定",
        "0000-00-00",
        "00/00/0000",
        "不详",
        "غير معروف",
    ];
    for text in none {
        assert_eq!(read(text, &How::default()), Ok(Reading::default()), "{text}");
    }
}

#[test]
fn dates_are_read_in_eleven_languages() {
    let cases: &[(&str, &str)] = &[
        ("du 3 au 5 juillet 2024", "2024-07-03..2024-07-05"),
        ("1er juillet 2025", "2025-07-01"),
        ("2 août 2024", "2024-08-02"),
        ("mar. 2 juil. 2024", "2024-07-02"),
        ("mi-mai 2025", "2025-05"),
        ("début d'août 2024", "2024-08"),
        ("l'été 2024", "2024-06..2024-08"),
        ("3e trimestre 2024", "2024-07..2024-09"),
        ("vom 3. bis 5. Juli 2024", "2024-07-03..2024-07-05"),
        ("Mi, 3. Juli 2024", "2024-07-03"),
        ("Anfang Mai 2024", "2024-05"),
        ("zweite Hälfte Mai 2024", "2024-05"),
        ("KW 27/2024", "2024-07-01..2024-07-07"),
        ("1990er Jahre", "1990..1999"),
        ("19. Jahrhundert", "1801..1900"),
        ("XIXe siècle", "1801..1900"),
        ("del 3 al 5 de julio de 2024", "2024-07-03..2024-07-05"),
        ("mar 2 jul 2024", "2024-07-02"),
        ("principios de marzo de 2025", "2025-03"),
        ("3 de julho de 2025", "2025-07-03"),
        ("1º de julho de 2025", "2025-07-01"),
        ("segunda-feira, 3 de junho de 2024", "2024-06-03"),
        ("31 de janeiro de 2011", "2011-01-31"),
        ("dal 3 al 5 luglio 2024", "2024-07-03..2024-07-05"),
        ("martedì 2 luglio 2024", "2024-07-02"),
        ("prima metà del 2024", "2024-01..2024-06"),
        ("5 февраля 2025 года", "2025-02-05"),
        ("5 февраля 2025 г.", "2025-02-05"),
        ("1-го июля 2024", "2024-07-01"),
        ("с 3 по 5 июля 2024", "2024-07-03..2024-07-05"),
        ("в начале июля 2024 г.", "2024-07"),
        ("I квартал 2024 года", "2024-01..2024-03"),
        ("1990-е годы", "1990..1999"),
        ("XVIII–XIX вв.", "1701..1900"),
        ("3–5 липня 2024 року", "2024-07-03..2024-07-05"),
        ("наприкінці липня 2024", "2024-07"),
        ("3-5 Temmuz 2024", "2024-07-03..2024-07-05"),
        ("3 Temmuz 2024'te", "2024-07-03"),
        ("Temmuz 2024 sonu", "2024-07"),
        ("1990'lar", "1990..1999"),
        ("2025年7月3日", "2025-07-03"),
        ("二〇二五年七月三日", "2025-07-03"),
        ("2025年7月3日星期四", "2025-07-03"),
        ("2025年7月3日至5日", "2025-07-03..2025-07-05"),
        ("2025年5月底", "2025-05"),
        ("2024年第三季度", "2024-07..2024-09"),
        ("2025年上半年", "2025-01..2025-06"),
        ("20世纪90年代", "1990..1999"),
        ("3 تموز 2025", "2025-07-03"),
        ("٣ يوليو ٢٠٢٥", "2025-07-03"),
        ("3 تموز/يوليو 2025", "2025-07-03"),
        ("4 تشرين الأول 2024", "2024-10-04"),
        ("الأربعاء 3 يوليو 2025م", "2025-07-03"),
        ("من 3 إلى 5 يوليو 2025", "2025-07-03..2025-07-05"),
        ("الربع الثالث 2024", "2024-07..2024-09"),
        ("۳ يوليو ۲۰۲۵", "2025-07-03"),
        ("３ July ２０２４", "2024-07-03"),
    ];
    all_read(How::default(), cases);
}

/// A day as a language writes it in a sentence, with one of its words for the month.
fn long_form(language: &str, day: i8, month: &str, year: i16) -> String {
    match language {
        "en" => format!("{month} {day}, {year}"),
        "de" => format!("{day}. {month} {year}"),
        "es" | "pt" => format!("{day} de {month} de {year}"),
        "ru" => format!("{day} {month} {year} г."),
        "uk" => format!("{day} {month} {year} р."),
        _ => format!("{day} {month} {year}"),
    }
}

/// Every word for a month, with its language and number.
fn months() -> Vec<(&'static str, i8, &'static str)> {
    let mut months = Vec::new();
    for row in table() {
        if let Meaning::Month(month) = row.meaning {
            months.extend(row.words().map(|word| (row.language.as_ref(), month, word)));
        }
    }
    months
}

#[test]
fn the_table_names_every_month_and_season_in_every_language() {
    let months = months();
    for language in ["en", "fr", "de", "es", "pt", "it", "ru", "uk", "tr", "ar"] {
        for month in 1..=12 {
            assert!(months.iter().any(|one| one.0 == language && one.1 == month), "{language} {month}");
        }
    }
    for language in ["en", "fr", "de", "es", "pt", "it", "ru", "uk", "tr", "zh", "ar"] {
        let has = |is_it: fn(&Meaning) -> bool| {
            table().iter().any(|row| row.language == language && is_it(&row.meaning))
        };
        assert!(has(|meaning| matches!(meaning, Meaning::Undated)), "{language}");
        assert!(has(|meaning| matches!(meaning, Meaning::To)), "{language}");
        let seasons = table().iter().filter(|row| row.language == language);
        let seasons: BTreeSet<Meaning> =
            seasons.map(|row| row.meaning).filter(|meaning| matches!(meaning, Meaning::Season(_))).collect();
        assert_eq!(seasons.len(), 4, "{language}");
    }
    assert!(table().iter().all(|row| !row.source.is_empty()));
}

#[test]
fn every_word_for_a_month_makes_a_day_of_it() {
    for (language, month, word) in months() {
        let text = long_form(language, 3, word, 2024);
        assert_eq!(one(&text).map(|date| date.to_string()), Ok(format!("2024-{month:02}-03")), "{text}");
        let month_only = format!("{word} 2024");
        assert_eq!(
            one(&month_only).map(|date| date.to_string()),
            Ok(format!("2024-{month:02}")),
            "{month_only}"
        );
    }
}

#[test]
fn a_column_decides_whether_the_day_or_the_month_stands_first() {
    let verdict = |cells: &[&str]| order_of(cells.iter().copied());
    let decided = |cells: &[&str]| match verdict(cells) {
        Verdict::Decided(order, by) => (order, by.cells, by.example),
        other => panic!("{cells:?}: {other:?}"),
    };
    assert_eq!(
        decided(&["31/12/2012", "02/01/2014", "03/04/2013"]),
        (Order::DayFirst, 1, "31/12/2012".to_owned())
    );
    assert_eq!(decided(&["06/22/1996", "07/03/1996", ""]), (Order::MonthFirst, 1, "06/22/1996".to_owned()));
    assert_eq!(decided(&["12.25.2024"]).0, Order::MonthFirst);
    assert_eq!(decided(&["24-26/07/2024", "03/04/2024"]).0, Order::DayFirst);
    assert!(matches!(verdict(&["03/04/2024", "05/06/2024"]), Verdict::Either(by) if by.cells == 2));
    assert!(matches!(verdict(&["24-07-15"]), Verdict::Either(_)), "the year may stand first");
    assert_eq!(verdict(&["2024-01-02", "3 July 2024", "05/05/2024", "soon", ""]), Verdict::None);
    let Verdict::Both { day_first, month_first, either: _ } =
        verdict(&["13/04/2024", "04/13/2024", "14/04/2024"])
    else {
        panic!("they contradict one another");
    };
    assert_eq!((day_first.cells, month_first.cells), (2, 1));
    assert_eq!((day_first.example.as_str(), month_first.example.as_str()), ("13/04/2024", "04/13/2024"));
}

#[test]
fn a_decided_order_is_kept_to_and_a_day_that_it_forbids_is_refused() {
    all_read(
        in_order(Order::DayFirst),
        &[("03/04/2024", "2024-04-03"), ("3/4/25 - 5/4/25", "2025-04-03..2025-04-05")],
    );
    all_read(in_order(Order::MonthFirst), &[("03/04/2024", "2024-03-04"), ("3.4.2024", "2024-03-04")]);
    let refused = read("04/13/2024", &in_order(Order::DayFirst)).expect_err("there is no month 13");
    assert_eq!(refused.readings, [PartialDate::parse("2024-04-13").expect("a day")]);
}

#[test]
fn plain_numbers_are_days_only_where_the_column_counts_days() {
    let how = How { serials: true, ..How::default() };
    let reading = read("45581.5", &how).expect("a day");
    assert_eq!(written(&reading), "2024-10-16");
    assert_eq!(reading.remarks, BTreeSet::from([Remark::SerialNumber, Remark::TimeDropped]));
    all_read(how, &[("20000", "1954-10-03"), ("80000", "2119-01-11"), ("2024", "2024")]);
    assert!(are_serials(["45581", "45582", ""].into_iter()));
    assert!(!are_serials(["45581", "soon"].into_iter()));
    assert!(!are_serials(["", "TBC"].into_iter()) && !are_serials(std::iter::empty()));
}

#[test]
fn a_date_is_told_from_a_number_or_a_word() {
    for cell in ["3 July 2024", "03/04/2024", "8 May", "Q3 2024"] {
        assert!(is_date(cell), "{cell}");
    }
    for cell in
        ["TBC", "", "Paris", "Berlin", "2.3522", "13.4050", "1.5", "-33.9", "3/4", "1/2", "May", "Jan"]
    {
        assert!(!is_date(cell), "{cell}");
    }
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    let day = (1000_i16..=9999, 1_i8..=12, 1_i8..=28);
    prop_oneof![
        day.clone().prop_map(|(year, ..)| PartialDate::Year(year)),
        day.clone().prop_map(|(year, month, _)| PartialDate::Month(year, month)),
        day.prop_map(|(year, month, day)| {
            PartialDate::parse(&format!("{year:04}-{month:02}-{day:02}")).expect("every month has 28 days")
        }),
    ]
}

#[test]
fn the_year_zero_has_no_sign() {
    for text in ["-0000", "-0000-07", "-0000-07-03"] {
        assert!(PartialDate::parse(text).is_err(), "{text}");
    }
    assert_eq!(PartialDate::parse("0000").map(|date| date.to_string()), Ok("0000".to_owned()));
}

#[test]
fn a_quarter_a_half_or_a_month_that_no_year_has_is_refused() {
    for text in ["0:08 4\u{b}t34&3-0", "Q3-34 2024", "Q1–Q9 2024", "H1-7 2024", "34 24", "T3-T34 2024"] {
        for order in Order::ALL {
            if let Ok(reading) = read(text, &in_order(order)) {
                assert!(
                    reading.whole().days().is_none_or(|(first, last)| first <= last),
                    "{text}: {reading:?}"
                );
            }
        }
    }
    assert!(read("Q3-34 2024", &How::default()).is_err());
}

proptest! {
    #![proptest_config(draws(256))]

    #[test]
    fn what_files_write_reads_back(date in partial_date()) {
        prop_assert_eq!(one(&date.to_string()), Ok(date));
    }

    #[test]
    fn what_the_program_says_of_dates_reads_back(a in partial_date(), b in partial_date()) {
        let same_kind = std::mem::discriminant(&a) == std::mem::discriminant(&b);
        let (start, end) = if !same_kind { (a, a) } else if a <= b { (a, b) } else { (b, a) };
        let dates = Dates { start: Some(start), end: Some(end) };
        let said = say(Message::Dates(dates));
        let reading = read(&said, &How::default());
        prop_assert_eq!(reading.map(|reading| reading.spans), Ok(vec![dates]), "{}", said);
    }

    #[test]
    fn a_day_in_a_languages_long_form_reads_back(at in 0_usize..1000, day in 1_i8..=28, year in 1000_i16..=2999) {
        let months = months();
        let (language, month, word) = months[at % months.len()];
        let text = long_form(language, day, word, year);
        prop_assert_eq!(one(&text).map(|date| date.to_string()), Ok(format!("{year:04}-{month:02}-{day:02}")), "{}", text);
        let chinese = format!("{year}年{month}月{day}日");
        prop_assert_eq!(one(&chinese).map(|date| date.to_string()), Ok(format!("{year:04}-{month:02}-{day:02}")));
    }

    #[test]
    fn numbers_are_read_in_the_order_that_is_stated(day in 1_i8..=28, month in 1_i8..=12, year in 1000_i16..=2999) {
        let expected = Ok(format!("{year:04}-{month:02}-{day:02}"));
        for (order, text) in [
            (Order::DayFirst, format!("{day}/{month}/{year}")),
            (Order::MonthFirst, format!("{month}/{day}/{year}")),
            (Order::DayFirst, format!("{day:02}.{month:02}.{year}")),
            (Order::MonthFirst, format!("{month:02}-{day:02}-{year}")),
        ] {
            let found = read(&text, &in_order(order)).map(|reading| written(&reading));
            prop_assert_eq!(found, expected.clone(), "{}", text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,40}", year in proptest::option::of(-9999_i16..=9999)) {
        for order in Order::ALL {
            let _ = read(&text, &How { order, year, serials: true, ..How::default() });
        }
    }

    #[test]
    fn no_text_made_of_the_signs_and_words_of_dates_makes_it_panic(
        parts in proptest::collection::vec("[0-9]{1,4}|[-/., –?'()\\[\\]:]|July|mid|century|BC|Q|年|月|日|s|to|and|I|x|autumn", 0..12),
        year in proptest::option::of(-9999_i16..=9999),
    ) {
        for text in [parts.concat(), parts.join(" ")] {
            for order in Order::ALL {
                let _ = read(&text, &How { order, year, ..How::default() });
            }
        }
    }
}
