//! The question: everything that decides what is shown and how it is counted.

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

/// A filter, a counting rule, a reading, a grouping and a baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Which meetings are shown.
    pub filter: Filter,
    /// What is counted of them.
    pub rule: Rule,
    /// Which lines are drawn for them.
    pub reading: Reading,
    /// What their colours stand for.
    pub colour: GroupBy,
    /// What it is compared with.
    pub compare: Option<Baseline>,
}

impl Question {
    /// The question without its period: equal for two questions that differ only in their window of time. A
    /// comparison is kept as it is. The reading is kept only where it decides colours.
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
