//! The problems of an import: the first ones as they are, the others counted by file, column and kind.

use super::problem::{PeopleProblem, PlaceProblem, Problem, ProblemKind};
use crate::meeting::identity::MeetingId;
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::ops::Deref;

/// How many problems are listed.
pub const MOST: usize = 10_000;
/// Up to how many counts the others are told apart by column.
const MOST_COUNTS: usize = 1_000;

/// Problems in the order in which they were found. As a slice, those that are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems {
    listed: Vec<Problem>,
    /// The others, by the first of each sort, with how many there are.
    others: Vec<(Problem, usize)>,
    /// Where each sort stands among the others.
    number_of: HashMap<Sort, usize>,
}

/// Problems that are counted together: those of one file, column and kind.
type Sort = (String, Option<usize>, SortOfKind);

/// The kind without its facts; where that is a place or people, what is wrong with them.
type SortOfKind =
    (Discriminant<ProblemKind>, Option<Discriminant<PlaceProblem>>, Option<Discriminant<PeopleProblem>>);

fn sort_of(kind: &ProblemKind) -> SortOfKind {
    let place = if let ProblemKind::Place(problem) = kind { Some(discriminant(problem)) } else { None };
    let people = if let ProblemKind::People(problem) = kind { Some(discriminant(problem)) } else { None };
    (discriminant(kind), place, people)
}

impl Problems {
    /// Adds a problem; it is only counted if there are many already.
    pub fn push(&mut self, problem: Problem) {
        if self.listed.len() < MOST {
            self.listed.push(problem);
        } else {
            self.push_times(problem, 1);
        }
    }

    /// Counts problems of one sort that are not listed.
    fn push_times(&mut self, problem: Problem, times: usize) {
        let column = problem.column.as_ref().filter(|_| self.others.len() < MOST_COUNTS);
        let sort = (problem.file.clone(), column.map(|column| column.number), sort_of(&problem.kind));
        let number = *self.number_of.entry(sort).or_insert(self.others.len());
        if number == self.others.len() {
            let column = column.cloned();
            self.others.push((Problem { column, ..problem }, 0));
        }
        self.others[number].1 += times;
    }

    /// Adds the problems of a part that was read by itself.
    pub fn extend(&mut self, other: Self) {
        let Self { listed, others, number_of: _ } = other;
        for problem in listed {
            self.push(problem);
        }
        for (problem, count) in others {
            self.push_times(problem, count);
        }
    }

    /// Notes to which meeting the problems of a row belong: those that are listed from one on.
    pub fn belong_to(&mut self, meeting: &MeetingId, first: usize) {
        for problem in self.listed.iter_mut().skip(first) {
            problem.meeting = Some(meeting.clone());
        }
    }

    /// How many there are, listed or not.
    #[must_use]
    pub fn count(&self) -> usize {
        self.listed.len() + self.others.iter().map(|(_, count)| count).sum::<usize>()
    }

    /// Those that are not listed, by the first of each sort, with how many there are.
    pub fn unlisted(&self) -> impl Iterator<Item = (&Problem, usize)> {
        self.others.iter().map(|(problem, count)| (problem, *count))
    }

    /// Those that are listed, and a line for each column and kind about those that are not.
    #[must_use]
    pub fn told(&self) -> Vec<Problem> {
        let others = self.unlisted().map(|(problem, count)| not_listed(problem, count));
        self.listed.iter().cloned().chain(others).collect()
    }
}

/// The line about so many problems of a sort that are not listed.
#[must_use]
pub fn not_listed(first: &Problem, count: usize) -> Problem {
    let Problem { file, column, kind, .. } = first;
    Problem {
        file: file.clone(),
        line: None,
        column: column.clone(),
        kind: ProblemKind::NotListed { count, first: Box::new(kind.clone()) },
        row_lost: false,
        meeting: None,
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
