//! Dates as people write them: every form that can mean one date only is read, the others are refused with what they may mean.

use crate::gazetteer::fold::fold;
use crate::import::problem::{Refused, WhyRefused};
use crate::meeting::date::{MONTHS, PartialDate};

/// Reads `2024-07-03` and its shorter forms, the day of `2024-07-03T10:00:00Z`, `3 July 2024`, `July 3, 2024`, `July 2024`, `2024/7/3`,
/// `31.12.2023` (the day first where points part the numbers, as is the custom) and `13/04/2024`. `03/04/2024` can be two days.
pub fn read(text: &str) -> Result<PartialDate, Refused> {
    let text = text.trim();
    PartialDate::parse(text).or_else(|why| {
        let day = without_time(text);
        let (words, numbers) = parts(day);
        let read = if words.is_empty() { of_numbers(day, &numbers) } else { with_month(&words, &numbers) };
        read.unwrap_or(Err(refused(WhyRefused::NoDate(why))))
    })
}

type Reading = Option<Result<PartialDate, Refused>>;

/// The text before a time of the day: `T10:00`, ` 10:00:00`.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        let (hours, rest) = rest.split_once(':').unwrap_or_default();
        matches!(hours.len(), 1 | 2)
            && hours.bytes().all(|letter| letter.is_ascii_digit())
            && rest.starts_with(|letter: char| letter.is_ascii_digit())
    };
    text.rsplit_once(['T', 't', ' '])
        .filter(|(day, time)| day.ends_with(|letter: char| letter.is_ascii_digit()) && is_time(time))
        .map_or(text, |(day, _)| day.trim_end_matches([',', ' ']))
}

/// The words and the numbers, in order; the letters of `3rd` and the names of the days of the week are left aside.
fn parts(text: &str) -> (Vec<String>, Vec<&str>) {
    let mut words = Vec::new();
    let mut numbers = Vec::new();
    for part in text.split([' ', ',', '.', '/', '-', '\u{a0}']).filter(|part| !part.is_empty()) {
        let digits =
            ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending)).unwrap_or(part);
        if digits.bytes().all(|letter| letter.is_ascii_digit()) && !digits.is_empty() {
            numbers.push(digits);
        } else if !is_day_of_the_week(part) && part != "of" {
            words.push(fold(part));
        }
    }
    (words, numbers)
}

fn is_day_of_the_week(part: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    part.len() >= 3 && DAYS.iter().any(|day| day.starts_with(&part.to_lowercase()))
}

/// `3 July 2024`, `July 3 2024`, `2024 July 3`, `July 2024`.
fn with_month(words: &[String], numbers: &[&str]) -> Reading {
    let [word] = words else { return None };
    let word = if word == "sept" { "sep" } else { word };
    let named = |name: &str| word.len() >= 3 && name.to_lowercase().starts_with(word);
    let month = MONTHS.iter().position(|name| named(name))? + 1;
    let is_year = |number: &&&str| number.len() == 4;
    let year = numbers.iter().find(is_year);
    let day = numbers.iter().find(|number| !is_year(number));
    Some(match (year, day, numbers.len()) {
        (Some(year), None, 1) => iso(&format!("{year}-{month:02}")),
        (Some(year), Some(day), 2) => iso(&format!("{year}-{month:02}-{day:0>2}")),
        (None, _, 0 | 1) => Err(refused(WhyRefused::NoYear)),
        (None, _, 2) => Err(refused(WhyRefused::ShortYear)),
        (None | Some(_), _, _) => return None,
    })
}

/// `2024/7/3`, `7/2024`, `31.12.2023`, `13/04/2024`.
fn of_numbers(text: &str, numbers: &[&str]) -> Reading {
    let date = |year: &str, month: &str, day: &str| iso(&format!("{year}-{month:0>2}-{day:0>2}"));
    match *numbers {
        [year, month] | [month, year] if year.len() == 4 && month.len() <= 2 => {
            Some(iso(&format!("{year}-{month:0>2}")))
        }
        [year, month, day] if year.len() == 4 => {
            let swapped = date(year, day, month);
            Some(date(year, month, day).map_err(|refused| or_rather(&refused, &[swapped])))
        }
        [first, second, year] if year.len() == 4 => {
            let (day_first, month_first) = (date(year, second, first), date(year, first, second));
            Some(match (day_first, month_first) {
                (Ok(day_first), _) if text.contains('.') && !text.contains(['/', '-']) => Ok(day_first),
                (Ok(one), Ok(other)) if one == other => Ok(one),
                (Ok(one), Ok(other)) => Err(or_rather(&refused(WhyRefused::TwoDays), &[Ok(one), Ok(other)])),
                (Ok(only), Err(_)) | (Err(_), Ok(only)) => Ok(only),
                (Err(refused), Err(_)) => Err(refused),
            })
        }
        _ => None,
    }
}

fn or_rather(refused: &Refused, readings: &[Result<PartialDate, Refused>]) -> Refused {
    let why = refused.why;
    Refused { why, readings: readings.iter().flatten().copied().collect() }
}

fn refused(why: WhyRefused) -> Refused {
    Refused { why, readings: Vec::new() }
}

fn iso(text: &str) -> Result<PartialDate, Refused> {
    PartialDate::parse(text).map_err(|why| refused(WhyRefused::NoDate(why)))
}
