//! Numbers of spreadsheets as text: a day where the format shows one, and no needless figures.

use jiff::civil::{Date, date};

/// What a number format shows of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberLook {
    /// The number.
    #[default]
    Number,
    /// A year.
    Year,
    /// A month of a year.
    Month,
    /// A day.
    Day,
    /// A day and the time of it.
    DayAndTime,
    /// A time of day.
    Time,
}

impl NumberLook {
    /// Everything that formats show.
    pub const ALL: [Self; 6] =
        [Self::Number, Self::Year, Self::Month, Self::Day, Self::DayAndTime, Self::Time];

    /// What a format with this number shows, if Excel knows it without a code (ECMA-376, part 1, 18.8.30).
    #[must_use]
    pub const fn of_number(number: u32) -> Self {
        match number {
            14..=16 | 27..=31 | 36 | 50..=54 | 57..=58 => Self::Day,
            17 | 55..=56 => Self::Month,
            18..=21 | 32..=35 | 45..=47 => Self::Time,
            22 => Self::DayAndTime,
            _ => Self::Number,
        }
    }

    /// What a format code shows: `yyyy-mm-dd`, `0.00`, `[$-407]d. mmmm yyyy;@`.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let (mut year, mut day, mut months, mut time) = (false, false, 0, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                '"' => while letters.next().is_some_and(|letter| letter != '"') {},
                '\\' | '_' | '*' => {
                    letters.next();
                }
                // `[h]` counts hours on, so that it is a number; `[$-407]` and `[Red]` show nothing.
                '[' => {
                    let within: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    let is_count = !within.is_empty() && within.chars().all(|one| "hHmMsS".contains(one));
                    if is_count {
                        return Self::Number;
                    }
                }
                ';' => break,
                'y' | 'e' if year || letter.eq_ignore_ascii_case(&'y') => year = true,
                'd' => day = true,
                'm' => months += 1,
                'h' | 's' => time = true,
                '0' | '#' | '?' | '%' if !time => return Self::Number,
                _ => {}
            }
        }
        match (year || day || (months > 0 && !time), time) {
            (true, true) => Self::DayAndTime,
            (true, false) if day || (months > 0 && !year) => Self::Day,
            (true, false) if months > 0 => Self::Month,
            (true, false) => Self::Year,
            (false, true) => Self::Time,
            (false, false) => Self::Number,
        }
    }
}

/// From which day the days of a workbook are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// 1 is the first of January 1900, and there was a 29th of February that year.
    #[default]
    Of1900,
    /// 0 is the first of January 1904.
    Of1904,
}

/// The text of a number: `2024-07-03`, `2024-07`, `2024-07-03 14:30`, `14:30`, `12.5`.
#[must_use]
pub fn text(number: f64, shown: NumberLook, epoch: Epoch) -> String {
    let Some((day, seconds)) = day_and_seconds(number, epoch) else { return plain(number) };
    let (year, month) = (day.year(), day.month());
    let time = || {
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if seconds == 0 {
            format!("{hours:02}:{minutes:02}")
        } else {
            format!("{hours:02}:{minutes:02}:{seconds:02}")
        }
    };
    match shown {
        NumberLook::Number => plain(number),
        NumberLook::Year => format!("{year:04}"),
        NumberLook::Month => format!("{year:04}-{month:02}"),
        NumberLook::Day => day.to_string(),
        NumberLook::DayAndTime if seconds == 0 => day.to_string(),
        NumberLook::Time if number >= 1.0 && seconds == 0 => day.to_string(),
        NumberLook::DayAndTime => format!("{day} {}", time()),
        NumberLook::Time if number >= 1.0 => format!("{day} {}", time()),
        NumberLook::Time => time(),
    }
}

/// A number without needless figures.
#[must_use]
pub fn plain(number: f64) -> String {
    // Not every fraction has an end in twos: 15 figures are what a spreadsheet shows.
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    if text == "-0" { "0".to_owned() } else { text }
}

/// The day of a number and the seconds since its midnight; `None` if no spreadsheet has such a day.
fn day_and_seconds(number: f64, epoch: Epoch) -> Option<(Date, i64)> {
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let (mut days, mut seconds) = (number.floor() as i64, (number.fract() * 86_400.0).round() as i64);
    if seconds == 86_400 {
        (days, seconds) = (days + 1, 0);
    }
    let first = match epoch {
        // The 29th of February 1900 was none: later days are counted one too high.
        Epoch::Of1900 if days >= 60 => date(1899, 12, 30),
        Epoch::Of1900 => date(1899, 12, 31),
        Epoch::Of1904 => date(1904, 1, 1),
    };
    let day = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some((day, seconds))
}
