//! Lists of different lengths, one for each number, kept one after the other in one piece of memory.

/// A list of things for each number from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lists<T> {
    all: Vec<T>,
    /// Where each list begins, and where the last one ends.
    starts: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { all: Vec::new(), starts: vec![0] }
    }
}

impl<T: Copy> Lists<T> {
    /// Adds the list of the next number.
    ///
    /// # Panics
    /// Beyond four billion things, which is more than memory holds of the meetings that they are facts of.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.all.extend(list);
        self.starts.push(u32::try_from(self.all.len()).expect("fewer than four billion"));
    }

    /// Adds the lists of further numbers.
    pub(super) fn extend(&mut self, other: &Self) {
        let before = u32::try_from(self.all.len()).expect("fewer than four billion");
        self.all.extend_from_slice(&other.all);
        self.starts.extend(
            other.starts[1..].iter().map(|start| start.checked_add(before).expect("fewer than four billion")),
        );
    }

    /// The list of a number; empty if there is none.
    pub(super) fn of(&self, number: usize) -> &[T] {
        match self.starts.get(number..number + 2) {
            Some(&[start, end]) => &self.all[start as usize..end as usize],
            Some(_) | None => &[],
        }
    }

    /// Every two things in the list of a number, in their order.
    pub(super) fn pairs(&self, number: usize) -> impl Iterator<Item = [T; 2]> + Clone {
        let list = self.of(number);
        list.iter().enumerate().flat_map(|(i, &a)| list[i + 1..].iter().map(move |&b| [a, b]))
    }

    /// Changes each thing in all lists.
    pub(super) fn change_each(&mut self, change: impl FnMut(&mut T)) {
        self.all.iter_mut().for_each(change);
    }

    /// The lists of so many numbers, out of pairs of a number and what is in its list; within each list in
    /// the order of the pairs.
    pub(super) fn of_pairs(numbers: usize, pairs: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; numbers + 1];
        for (number, _) in pairs.clone() {
            starts[number + 1] += 1;
        }
        for number in 0..numbers {
            starts[number + 1] += starts[number];
        }
        let mut next = starts.clone();
        let Some((_, first)) = pairs.clone().next() else { return Self { all: Vec::new(), starts } };
        let mut all = vec![first; starts[numbers] as usize];
        for (number, thing) in pairs {
            all[next[number] as usize] = thing;
            next[number] += 1;
        }
        Self { all, starts }
    }
}
