//! Breaking text into lines, and cutting a line that is too long.

use super::text::{Weight, width};

/// Lines no wider than `room` points, broken at spaces; a single word that is wider is cut short.
#[must_use]
pub fn wrapped(text: &str, size: f32, weight: Weight, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let space = width(" ", size, weight);
    let mut run = f32::MAX;
    for word in text.split_whitespace() {
        let wide = width(word, size, weight);
        match lines.last_mut() {
            Some(line) if run + space + wide <= room => {
                line.push(' ');
                line.push_str(word);
                run += space + wide;
            }
            _ => {
                lines.push(shortened(word, size, weight, room));
                run = wide.min(room);
            }
        }
    }
    lines
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
