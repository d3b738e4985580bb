//! Numbers: thousands, plurals, degrees, kilometres.

use crate::meeting::Position;
use crate::words::spoken::fixed;

pub use crate::words::spoken::{by_number as counted, grouped};

/// A number with its point as decimal mark, as the language writes it.
pub fn decimal(number: String) -> String {
    let mark = fixed("decimal mark::.");
    if mark == "." { number } else { number.replace('.', mark) }
}

/// A number a month to one decimal; a small one to two digits, so that it is not read as none: `11.8`,
/// `0.027`, `0`.
pub fn rate(rate: f64) -> String {
    if rate <= 0.0 {
        return "0".to_owned();
    }
    let small = if rate < 1.0 { -rate.log10().floor() as usize } else { 0 };
    decimal(format!("{rate:.*}", small + 1))
}

/// `2,287 km`.
pub fn kilometres(km: f64) -> String {
    told!("{number} km", number = grouped(km.round() as usize))
}

/// A distance between two cities, neither of which is a point: `about 6,430 km`, to ten kilometres from a
/// hundred on.
pub fn about(km: f64) -> String {
    if km < 1.0 {
        fixed("less than 1 km").to_owned()
    } else {
        told!("about {distance}", distance = kilometres(rounded(km)))
    }
}

/// The same where there is little room: `≈ 6,430 km`.
pub fn nearly(km: f64) -> String {
    if km < 1.0 {
        fixed("< 1 km").to_owned()
    } else {
        told!("≈ {distance}", distance = kilometres(rounded(km)))
    }
}

fn rounded(km: f64) -> f64 {
    let step = if km < 100.0 { 1.0 } else { 10.0 };
    (km / step).round() * step
}

/// A position as a reader writes it, to a tenth of a degree: `51.2° N 71.4° E`.
pub fn position(at: Position) -> String {
    told!("position::{latitude} {longitude}", latitude = latitude(at.lat), longitude = longitude(at.lon))
}

/// A position to so many decimals: `39.8000° N, 89.6000° W`.
pub fn coordinates(at: Position, decimals: usize) -> String {
    let degrees = |degrees: f64| decimal(format!("{:.decimals$}", degrees.abs()));
    let latitude = towards(&degrees(at.lat), if at.lat < 0.0 { Wind::South } else { Wind::North });
    let longitude = towards(&degrees(at.lon), if at.lon < 0.0 { Wind::West } else { Wind::East });
    told!("position::{latitude}, {longitude}", latitude, longitude)
}

/// `51.2° N`, `0°`.
pub fn latitude(degrees: f64) -> String {
    with_direction(degrees, Wind::North, Wind::South)
}

/// `71.4° E`, `180°`.
pub fn longitude(degrees: f64) -> String {
    with_direction(degrees, Wind::East, Wind::West)
}

#[derive(Clone, Copy)]
enum Wind {
    North,
    South,
    East,
    West,
}

fn towards(degrees: &str, wind: Wind) -> String {
    match wind {
        Wind::North => told!("{degrees}° N", degrees),
        Wind::South => told!("{degrees}° S", degrees),
        Wind::East => told!("{degrees}° E", degrees),
        Wind::West => told!("{degrees}° W", degrees),
    }
}

fn with_direction(degrees: f64, positive: Wind, negative: Wind) -> String {
    let tenths = (degrees * 10.0).round() as i32;
    let number = decimal((f64::from(tenths.abs()) / 10.0).to_string());
    match tenths {
        0 | 1800 => format!("{number}°"),
        1.. => towards(&number, positive),
        ..0 => towards(&number, negative),
    }
}
