//! Reading the embedded tables: CSV with a header and one line per row, quoted where a field needs it.

use std::borrow::Cow;

/// A field, borrowed from the embedded text unless it holds doubled quotes.
pub type Field = Cow<'static, str>;

/// The rows below the header, each of exactly `N` fields.
///
/// # Panics
/// If a row has another number of fields: the tables are part of the program, and its tests read them all.
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [Field; N]> {
    table.lines().skip(1).map(fields)
}

/// The `N` fields of one line.
///
/// # Panics
/// If there are more or fewer.
#[must_use]
pub fn fields<const N: usize>(line: &'static str) -> [Field; N] {
    let mut rest = Some(line);
    let fields = std::array::from_fn(|_| {
        let (field, after) = first_field(rest.expect("the embedded table has all its columns"));
        rest = after;
        field
    });
    assert!(rest.is_none(), "a line of an embedded table has more than {N} fields: {line}");
    fields
}

/// The first field and what follows its comma, `None` after the last.
fn first_field(line: &'static str) -> (Field, Option<&'static str>) {
    let Some(quoted) = line.strip_prefix('"') else {
        return match line.split_once(',') {
            Some((field, rest)) => (Cow::Borrowed(field), Some(rest)),
            None => (Cow::Borrowed(line), None),
        };
    };
    let end = closing_quote(quoted);
    let (field, after) = (&quoted[..end], &quoted[end + 1..]);
    let field =
        if field.contains('"') { Cow::Owned(field.replace("\"\"", "\"")) } else { Cow::Borrowed(field) };
    (field, after.strip_prefix(','))
}

/// The field as it stands in the program.
///
/// # Panics
/// If it holds a quotation mark, which must be made of two. No name does.
#[must_use]
pub fn text(field: Field) -> &'static str {
    match field {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => panic!("a name in an embedded table has a quotation mark: {text}"),
    }
}

fn closing_quote(quoted: &str) -> usize {
    let mut from = 0;
    loop {
        let at = from + quoted[from..].find('"').expect("quotes in the embedded tables are closed");
        if !quoted[at + 1..].starts_with('"') {
            return at;
        }
        from = at + 2;
    }
}

/// The parts of a field that lists several, separated by bars.
pub fn listed(field: &str) -> impl Iterator<Item = &str> {
    field.split('|').filter(|part| !part.is_empty())
}
