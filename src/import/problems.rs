//! The problems of an import: the first ones as they are, the others counted by file and column.

use super::problem::{Column, Problem, ProblemKind};
use std::collections::BTreeMap;
use std::ops::Deref;

/// How many problems are listed.
pub const MOST: usize = 10_000;
/// Among how many columns the others are told apart.
const MOST_COLUMNS: usize = 1_000;

/// Problems in the order in which they were found. As a slice, those that are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    listed: Vec<Problem>,
    others: BTreeMap<(String, Option<(usize, String)>), usize>,
}

impl Problems {
    /// Adds a problem; it is only counted if there are many already.
    pub fn push(&mut self, problem: Problem) {
        if self.listed.len() < MOST {
            self.listed.push(problem);
            return;
        }
        let Problem { file, column, .. } = problem;
        let column = column.filter(|_| self.others.len() < MOST_COLUMNS);
        let column = column.map(|Column { number, name }| (number, name));
        *self.others.entry((file, column)).or_default() += 1;
    }

    /// How many there are, listed or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.listed.len() + self.others.values().sum::<usize>()
    }

    /// Those that are listed, and a line for each column about those that are not.
    #[must_use]
    pub fn told(&self) -> Vec<Problem> {
        let others = self.others.iter().map(|((file, column), count)| Problem {
            file: file.clone(),
            line: None,
            column: column.clone().map(|(number, name)| Column { number, name }),
            kind: ProblemKind::NotListed(*count),
            row_lost: false,
        });
        self.listed.iter().cloned().chain(others).collect()
    }
}

impl Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.listed
    }
}

impl<const N: usize> PartialEq<[Problem; N]> for Problems {
    fn eq(&self, other: &[Problem; N]) -> bool {
        self.listed == other && self.others.is_empty()
    }
}
