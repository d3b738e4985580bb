//! Degrees as tables write them: one number, or latitude and longitude in one cell.

use crate::meeting::Position;

/// Degrees with a decimal point or comma, with minutes and seconds, and with a letter for the side: `48.85`,
/// `48,85`, `48.85 N`, `2,35° W`, `37°57′21″N`, `N 37° 57.5'`, `37d57m21s`.
#[must_use]
pub fn degrees(text: &str, most: f64) -> Option<f64> {
    let text = text.trim();
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    let (number, sign) = match (side(first), side_in(text, last)) {
        (None, Some(sign)) => (&text[..text.len() - last.len_utf8()], sign),
        (Some(sign), None) => (&text[first.len_utf8()..], sign),
        (None, None) => (text, 1.0),
        (Some(_), Some(_)) => return None,
    };
    let number = number.trim().replace(',', ".").replace('\u{2212}', "-");
    let read = number.trim_end_matches('\u{b0}').trim().parse().ok().or_else(|| in_minutes(&number))?;
    (f64::abs(read) <= most).then_some(read * sign)
}

/// The sign of a letter for a side of the earth: north, east and, in German, `O`; south, west and, in French
/// and Spanish, `O` is not told apart.
const fn side(letter: char) -> Option<f64> {
    match letter {
        'N' | 'n' | 'E' | 'e' | 'O' => Some(1.0),
        'S' | 's' | 'W' | 'w' => Some(-1.0),
        _ => None,
    }
}

/// The same of a letter behind a text, where `s` stands for seconds behind minutes: `37d57m21s`.
fn side_in(text: &str, letter: char) -> Option<f64> {
    if letter == 's' && text.contains('m') { None } else { side(letter) }
}

/// `37°57′21″`, `37° 57.35'`, `37d57m21s`: degrees, minutes and, perhaps, seconds.
fn in_minutes(text: &str) -> Option<f64> {
    let (degrees, rest) = text.split_once(['\u{b0}', 'º', 'd'])?;
    let (minutes, rest) = rest.split_once(['′', '\'', '’', 'm']).unwrap_or((rest, ""));
    let seconds = rest.trim().trim_end_matches(['″', '"', '”', '\'', '’', '′', 's']);
    let part = |text: &str| if text.trim().is_empty() { Some(0.0) } else { text.trim().parse::<f64>().ok() };
    let (whole, minutes, seconds) = (degrees.trim().parse::<f64>().ok()?, part(minutes)?, part(seconds)?);
    let is_part = |part: f64| (0.0..60.0).contains(&part);
    let size = whole.abs() + minutes / 60.0 + seconds / 3600.0;
    (is_part(minutes) && is_part(seconds)).then(|| size.copysign(whole))
}

/// `48.85, 2.35` or `48,85; 2,35`: the latitude first, as maps on the web write it; in square brackets or
/// behind the word POINT, the longitude. `21.03 N 105.85 E` says itself which is which.
#[must_use]
pub fn pair_of(text: &str) -> Option<Position> {
    let text = text.trim();
    let is_point = text.len() > 5 && text.is_char_boundary(5) && text[..5].eq_ignore_ascii_case("point");
    let inside = if is_point { &text[5..] } else { text };
    let is_list = inside.starts_with('[') && inside.ends_with(']');
    let inside = inside.trim().trim_matches(['(', ')', '[', ']']).trim();
    if let Some(at) = with_sides(inside) {
        return Some(at);
    }
    let signs: &[char] = if inside.contains(';') {
        &[';']
    } else if inside.contains(", ") || !is_point {
        &[',']
    } else {
        &[' ']
    };
    let (first, second) = inside.split_once(signs)?;
    let (lat, lon) = if is_point || is_list { (second, first) } else { (first, second) };
    Some(Position::new(degrees(lon, 180.0)?, degrees(lat, 90.0)?))
}

/// Two degrees that each have the letter of their side, whichever stands first.
fn with_sides(text: &str) -> Option<Position> {
    let end = text.char_indices().skip(1).find(|(_, letter)| side_in(text, *letter).is_some())?.0 + 1;
    let (first, second) = (text[..end].trim(), text[end..].trim().trim_start_matches([',', ';', '/']).trim());
    let is_north = |text: &str| text.ends_with(['N', 'n', 'S', 's']);
    let is_east = |text: &str| text.ends_with(['E', 'e', 'O', 'W', 'w']);
    let (lat, lon) = match (is_north(first) && is_east(second), is_east(first) && is_north(second)) {
        (true, _) => (first, second),
        (_, true) => (second, first),
        (false, false) => return None,
    };
    Some(Position::new(degrees(lon, 180.0)?, degrees(lat, 90.0)?))
}
