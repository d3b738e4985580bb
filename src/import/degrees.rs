//! Degrees as tables write them: one number, or latitude and longitude in one cell.

use crate::meeting::Position;

/// Degrees with a decimal point or comma, or with a letter for the side: `48.85`, `48,85`, `48.85 N`, `2,35° W`.
#[must_use]
pub fn degrees(text: &str, most: f64) -> Option<f64> {
    let text = text.trim().trim_end_matches('\u{b0}');
    let (number, sign) = match text.chars().next_back()? {
        'N' | 'n' | 'E' | 'e' | 'O' => (&text[..text.len() - 1], 1.0),
        'S' | 's' | 'W' | 'w' => (&text[..text.len() - 1], -1.0),
        _ => (text, 1.0),
    };
    let number = number.trim().trim_end_matches('\u{b0}').replace(',', ".").replace('\u{2212}', "-");
    let read: f64 = number.parse().ok()?;
    (read.abs() <= most).then_some(read * sign)
}

/// `48.85, 2.35` or `48,85; 2,35`: the latitude first, as maps on the web write it; in brackets or behind the word POINT, the longitude.
#[must_use]
pub fn pair_of(text: &str) -> Option<Position> {
    let text = text.trim();
    let is_point = text.len() > 5 && text.is_char_boundary(5) && text[..5].eq_ignore_ascii_case("point");
    let inside = if is_point { &text[5..] } else { text };
    let inside = inside.trim().trim_matches(['(', ')', '[', ']']).trim();
    let signs: &[char] = if inside.contains(';') {
        &[';']
    } else if inside.contains(", ") || !is_point {
        &[',']
    } else {
        &[' ']
    };
    let (first, second) = inside.split_once(signs)?;
    let (lat, lon) = if is_point { (second, first) } else { (first, second) };
    Some(Position::new(degrees(lon, 180.0)?, degrees(lat, 90.0)?))
}
