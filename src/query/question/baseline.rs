//! The baseline: the filter that what is shown is compared with.

use super::filter::Filter;
use crate::query::calendar::{Grain, bars_between, days_between, moved};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a filter is compared with, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Baseline {
    /// The filter of the baseline.
    pub before: Filter,
    /// Whether numbers are divided by the months of each side's period.
    pub per_month: bool,
    /// How [`Self::before`] follows the filter when that changes; `None` if it stays as it is.
    pub follows: Option<BaselineRule>,
}

/// How the baseline follows the period that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaselineRule {
    /// The previous period: as long, and just before.
    TimeBefore,
    /// Everything before it.
    AllBefore,
}

impl BaselineRule {
    /// The baseline of a filter; `None` if the filter has no period to go back from.
    #[must_use]
    pub fn before(self, filter: &Filter) -> Option<Filter> {
        match self {
            Self::TimeBefore => period_before(filter),
            Self::AllBefore => all_before(filter),
        }
    }
}

/// The filter with the previous period: whole months go back by as many months, any other period by as many
/// days. `None` without a period, or before the calendar begins.
#[must_use]
pub fn period_before(filter: &Filter) -> Option<Filter> {
    let (from, to) = filter.from.zip(filter.to).filter(|(from, to)| from <= to)?;
    let (from, to) = span_before(from, to)?;
    Some(Filter { from: Some(from), to: Some(to), ..filter.clone() })
}

/// The filter with everything before its first day as its period. `None` without a first day.
#[must_use]
pub fn all_before(filter: &Filter) -> Option<Filter> {
    let to = filter.from?.yesterday().ok()?;
    Some(Filter { from: None, to: Some(to), ..filter.clone() })
}

fn span_before(from: Date, to: Date) -> Option<(Date, Date)> {
    let is_whole = Grain::Month.begin(from) == from && Grain::Month.end(to) == to;
    if is_whole {
        let months = bars_between(Grain::Month, from, to) + 1;
        moved((from, to), Grain::Month, -months)
    } else {
        moved((from, to), Grain::Day, -(days_between(from, to) + 1))
    }
}
