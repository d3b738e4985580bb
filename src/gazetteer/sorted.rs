//! Binary search in an embedded text of lines that are sorted by the bytes of their key.

/// Where the first line begins whose key is not before this one. A line's key is the text before the first
/// `sign`, an ASCII one, the whole line if it has none. The start of a line is found by walking back to the
/// line feed before it, so that nothing need be built.
#[must_use]
pub fn start_of(lines: &str, key: &str, sign: char) -> usize {
    let (text, key) = (lines.as_bytes(), key.as_bytes());
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = memchr::memrchr(b'\n', &text[..middle]).map_or(0, |at| at + 1);
        let rest = &text[start..];
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = &rest[..end];
        let own = memchr::memchr(sign as u8, line).map_or(line, |at| &line[..at]);
        if own < key {
            low = (start + end + 1).min(lines.len());
        } else {
            high = start;
        }
    }
    low
}

/// The lines with this key, in order.
pub fn lines_of<'a>(lines: &'a str, key: &str, sign: char) -> impl Iterator<Item = &'a str> {
    lines[start_of(lines, key, sign)..].lines().take_while(move |line| key_of(line, sign) == key)
}

fn key_of(line: &str, sign: char) -> &str {
    line.split_once(sign).map_or(line, |(key, _)| key)
}
