//! How many letters two words differ by.

/// Longer names are never called close: nobody mistypes sixty-four letters and means a place.
pub const LONGEST: usize = 64;

/// The least number of letters to insert, delete, replace or swap with their neighbour that turns `a` into
/// `b`, if it is at most `at_most`: the optimal string alignment distance (Damerau 1964, restricted), by rows
/// of its matrix. Two letters that have changed places further apart count as one slip too: `Lybia` for
/// `Libya`.
#[must_use]
pub fn distance(a: &[char], b: &[char], at_most: usize) -> Option<usize> {
    let (a, b) = without_shared_ends(a, b);
    if a.len().abs_diff(b.len()) > at_most || a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    if at_most > 0 && have_ends_exchanged(a, b) {
        return Some(1);
    }
    let mut before_last = [0_usize; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    for (i, &from) in a.iter().enumerate() {
        let mut row = [0; LONGEST + 1];
        row[0] = i + 1;
        for (j, &to) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(from != to);
            let swapped = i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to;
            let swapped = if swapped { before_last[j - 1] + 1 } else { usize::MAX };
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1).min(swapped);
        }
        if row[..=b.len()].iter().all(|&differing| differing > at_most) {
            return None;
        }
        before_last = last;
        last = row;
    }
    Some(last[b.len()]).filter(|&differing| differing <= at_most)
}

/// Whether the two, which share neither their first nor their last letter, differ in just those, exchanged.
fn have_ends_exchanged(a: &[char], b: &[char]) -> bool {
    let [first, inner @ .., last] = a else { return false };
    let [other_first, other_inner @ .., other_last] = b else { return false };
    first == other_last && last == other_first && inner == other_inner
}

fn without_shared_ends<'a>(a: &'a [char], b: &'a [char]) -> (&'a [char], &'a [char]) {
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (&a[..a.len() - end], &b[..b.len() - end])
}

/// How many letters a name may differ by and still be called close: none for three letters or fewer, one for
/// four to six, two up to eleven, three beyond. With two letters in six, every English word is close to some
/// town.
#[must_use]
pub fn tolerance(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    }
}
