//! Breaking text into lines, and cutting a line that is too long.

use super::text::{Weight, width};
use unicode_linebreak::{BreakClass, break_property, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// Lines no wider than `room` points, broken where Unicode Standard Annex 14 allows it: at spaces, and
/// between the characters of Chinese and Japanese. Thai, Lao, Khmer and Burmese write no spaces between
/// words, which only a dictionary could tell apart: a stretch that is wider than a line is broken between
/// letters. Words that a space without a break joins stay together where a line has room for them. Any other
/// word that is wider is cut short.
#[must_use]
pub fn wrapped(text: &str, size: f32, weight: Weight, room: f32) -> Vec<String> {
    let is_gap = |letter: char| letter.is_whitespace() && !joins(letter);
    let words: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    let mut lines: Vec<String> = Vec::new();
    let space = width(" ", size, weight);
    let (mut run, mut gap) = (f32::MAX, 0.0);
    for piece in pieces(&text, size, weight, room) {
        let word = piece.trim_end();
        let wide = width(word, size, weight);
        match lines.last_mut() {
            Some(line) if run + gap + wide <= room => {
                if gap > 0.0 {
                    line.push(' ');
                }
                line.push_str(word);
                run += gap + wide;
            }
            _ => {
                lines.push(shortened(word, size, weight, room));
                run = wide.min(room);
            }
        }
        gap = if word.len() < piece.len() { space } else { 0.0 };
    }
    lines
}

/// No more lines than `most`, the last of them with an ellipsis if there were more.
#[must_use]
pub fn at_most(most: usize, mut lines: Vec<String>) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// The stretches of a text that are not broken, each with the space behind it.
fn pieces(text: &str, size: f32, weight: Weight, room: f32) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (end, _) in linebreaks(text).filter(|(end, _)| *end > 0) {
        let piece = &text[start..end];
        let wide = width(piece, size, weight);
        let (after, most) = (&text[end..], room - width("–", size, weight));
        if (keeps_its_sign(after) && wide < most) || (counts(piece, after) && wide < room / 2.0) {
            continue;
        }
        start = end;
        let has_no_spaces = |letter: char| break_property(u32::from(letter)) == BreakClass::ComplexContext;
        let is_too_wide = width(piece.trim_end(), size, weight) > room;
        if is_too_wide && piece.chars().any(has_no_spaces) {
            pieces.extend(piece.graphemes(true));
        } else if is_too_wide {
            pieces.extend(piece.split_inclusive(|letter: char| letter.is_whitespace() && joins(letter)));
        } else {
            pieces.push(piece);
        }
    }
    pieces
}

/// The text itself if it fits into `room` points, else as much of it as does, with an ellipsis.
#[must_use]
pub fn shortened(text: &str, size: f32, weight: Weight, room: f32) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size, weight);
    let mut run = 0.0;
    let fits = |letter: &char| {
        run += width(letter.encode_utf8(&mut [0; 4]), size, weight);
        run <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// Whether a letter joins what stands before and behind it: a space without a break.
fn joins(letter: char) -> bool {
    break_property(u32::from(letter)) == BreakClass::NonBreakingGlue
}

/// Whether a dash or a dot follows, which stays with what stands before it.
fn keeps_its_sign(after: &str) -> bool {
    after.starts_with("– ") || after.starts_with("· ")
}

/// Whether a number is followed by what it counts, and stays with it: `23 held`, `8. Mai`.
fn counts(before: &str, after: &str) -> bool {
    let number = before.trim_end().trim_end_matches('.');
    let ends_in_number = number.ends_with(|last: char| last.is_ascii_digit());
    before.ends_with(' ') && ends_in_number && after.starts_with(char::is_alphabetic)
}
