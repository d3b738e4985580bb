//! The question: everything that decides what is shown, and by what rule it is counted.

pub mod filter;
pub mod rule;
pub mod reading;
pub mod grouping;
pub mod baseline;

use self::baseline::Baseline;
use self::filter::{Field, Filter};
use self::grouping::GroupBy;
use self::reading::Reading;
use self::rule::Rule;

/// A filter, a rule, a reading, what colours tell apart, and another filter to compare with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Which meetings are shown.
    pub filter: Filter,
    /// What is counted of them.
    pub rule: Rule,
    /// Which lines are drawn for them.
    pub reading: Reading,
    /// What their colours tell apart.
    pub colour: GroupBy,
    /// What it is compared with.
    pub compare: Option<Baseline>,
}

impl Question {
    /// The question to all time: what it has in common with itself while its window moves. Two that are compared are asked as they are; the
    /// reading matters only where lines lend their colours.
    #[must_use]
    pub fn whenever(&self) -> Self {
        if self.compare.is_some() {
            return self.clone();
        }
        let reading = if self.colour == GroupBy::Status { Reading::default() } else { self.reading };
        Self {
            filter: self.filter.without(Field::Period),
            rule: self.rule,
            reading,
            colour: self.colour,
            compare: None,
        }
    }
}

impl From<Filter> for Question {
    /// The filter under the usual rule and reading.
    fn from(filter: Filter) -> Self {
        Self { filter, ..Self::default() }
    }
}
