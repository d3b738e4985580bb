//! Numbers in English: thousands, plurals, degrees, kilometres.

use crate::meeting::Position;

/// A whole number with a comma before each group of three digits: `12,742`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 meeting`, `1,025 meetings`.
pub fn counted(number: usize, [one, many]: [&str; 2]) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// A number a month to one decimal; a small one to two digits, so that it is not read as none: `11.8`,
/// `0.027`, `0`.
pub fn rate(rate: f64) -> String {
    if rate <= 0.0 {
        return "0".to_owned();
    }
    let small = if rate < 1.0 { -rate.log10().floor() as usize } else { 0 };
    format!("{rate:.*}", small + 1)
}

/// `2,287 km`.
pub fn kilometres(km: f64) -> String {
    format!("{} km", grouped(km.round() as usize))
}

/// A distance between two cities, neither of which is a point: `about 6,430 km`, to ten kilometres from a hundred on.
pub fn about(km: f64) -> String {
    if km < 1.0 { "less than 1 km".to_owned() } else { format!("about {}", kilometres(rounded(km))) }
}

/// The same where there is little room: `≈ 6,430 km`.
pub fn nearly(km: f64) -> String {
    if km < 1.0 { "< 1 km".to_owned() } else { format!("≈ {}", kilometres(rounded(km))) }
}

fn rounded(km: f64) -> f64 {
    let step = if km < 100.0 { 1.0 } else { 10.0 };
    (km / step).round() * step
}

/// A position as a reader writes it, to a tenth of a degree: `51.2° N 71.4° E`.
pub fn position(at: Position) -> String {
    format!("{} {}", latitude(at.lat), longitude(at.lon))
}

/// A position to so many decimals: `39.8000° N, 89.6000° W`.
pub fn coordinates(at: Position, decimals: usize) -> String {
    let (north, east) = (if at.lat < 0.0 { 'S' } else { 'N' }, if at.lon < 0.0 { 'W' } else { 'E' });
    format!("{:.decimals$}° {north}, {:.decimals$}° {east}", at.lat.abs(), at.lon.abs())
}

/// `51.2° N`, `0°`.
pub fn latitude(degrees: f64) -> String {
    with_direction(degrees, 'N', 'S')
}

/// `71.4° E`, `180°`.
pub fn longitude(degrees: f64) -> String {
    with_direction(degrees, 'E', 'W')
}

fn with_direction(degrees: f64, positive: char, negative: char) -> String {
    let tenths = (degrees * 10.0).round() as i32;
    let number = f64::from(tenths.abs()) / 10.0;
    match tenths {
        0 | 1800 => format!("{number}°"),
        1.. => format!("{number}° {positive}"),
        ..0 => format!("{number}° {negative}"),
    }
}
