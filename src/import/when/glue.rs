//! Separators that stand inside one date, such as the hyphens of `14-Apr-91`, and are taken out.

use super::piece::{Number, Piece, Placed, Separator};
use super::word::Unit;

/// The pieces without the separators that part nothing.
#[must_use]
pub fn without_inner_separators(pieces: Vec<Placed>) -> Vec<Placed> {
    let is_inner: Vec<bool> = (0..pieces.len()).map(|at| is_inner(&pieces, at)).collect();
    let parts = pieces.into_iter().zip(is_inner);
    parts.filter(|(_, is_inner)| !is_inner).map(|(placed, _)| placed).collect()
}

fn is_inner(pieces: &[Placed], at: usize) -> bool {
    let Piece::Separator(separator) = pieces[at].piece else { return false };
    let before = |back: usize| at.checked_sub(back).map(|at| &pieces[at].piece);
    let after = |ahead: usize| pieces.get(at + ahead).map(|placed| &placed.piece);
    let (Some(left), Some(right)) = (before(1), after(1)) else { return false };
    if let Piece::Part(_) = left {
        return separator == Separator::Hyphen;
    }
    match (left, right) {
        // `3/July/2024`, `14-Apr-91`: a separator on both sides of the month.
        (Piece::Number(number), Piece::Month(_)) => {
            let same = after(2) == Some(&Piece::Separator(separator)) && is_number(after(3));
            let is_hyphen = separator == Separator::Hyphen && !is_month(before(2));
            match separator {
                Separator::Hyphen | Separator::Slash | Separator::Point => same || is_hyphen,
                Separator::Comma => number.is_year() && !is_number_or_month(before(2)),
                Separator::Range | Separator::Semicolon | Separator::And => false,
            }
        }
        (Piece::Month(_), Piece::Number(number)) => {
            of_month_and_number(separator, number, before(2), after(2), after(3))
        }
        // `تموز/يوليو`: one month by two names.
        (Piece::Month(left), Piece::Month(right)) => separator == Separator::Slash && left == right,
        (Piece::Number(number), Piece::Unit(_)) => {
            let is_first = before(2).is_none_or(is_separator);
            is_tight(separator) && number.is_year() && is_first
        }
        (Piece::Number(number), Piece::Number(year)) => {
            let is_behind_month = is_month(before(3)) && before(2) == Some(&Piece::Separator(separator));
            let is_counted = matches!(before(2), Some(Piece::Unit(Unit::Quarter | Unit::Half | Unit::Week)));
            is_tight(separator) && (is_counted || is_behind_month) && number.is_small() && year.is_year()
        }
        (Piece::Unit(Unit::Quarter | Unit::Half | Unit::Week), Piece::Number(year)) => {
            is_tight(separator) && year.is_year()
        }
        _ => false,
    }
}

/// `Apr-14-1991`, `July/2024`, `Jul-24`.
fn of_month_and_number(
    separator: Separator,
    number: &Number,
    before: Option<&Piece>,
    after: Option<&Piece>,
    further: Option<&Piece>,
) -> bool {
    let same = after == Some(&Piece::Separator(separator)) && is_number(further);
    // The other half of `14-Apr-91`.
    let is_behind_same = before == Some(&Piece::Separator(separator));
    match separator {
        Separator::Hyphen => {
            number.is_year() || same || is_behind_same || (!is_number(before) && !is_month(after))
        }
        Separator::Slash => number.is_year() || same || is_behind_same,
        Separator::Point | Separator::Comma => number.is_year(),
        Separator::Range | Separator::Semicolon | Separator::And => false,
    }
}

fn is_tight(separator: Separator) -> bool {
    matches!(separator, Separator::Hyphen | Separator::Slash)
}

fn is_number(piece: Option<&Piece>) -> bool {
    matches!(piece, Some(Piece::Number(_)))
}

fn is_month(piece: Option<&Piece>) -> bool {
    matches!(piece, Some(Piece::Month(_)))
}

fn is_number_or_month(piece: Option<&Piece>) -> bool {
    is_number(piece) || is_month(piece)
}

fn is_separator(piece: &Piece) -> bool {
    matches!(piece, Piece::Separator(_))
}
