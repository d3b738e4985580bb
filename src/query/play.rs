//! Playing: the windows of time that the timeline moves through, bar by bar, past what is empty. Window and
//! films ask the same functions.

use super::calendar::{bars_between, moved};
use super::timeline::Timeline;
use jiff::civil::Date;
use std::iter;

/// A window of time: its first and its last day.
pub type Window = (Date, Date);

/// The window that playing starts with: the one that is chosen, or the bar of the first meeting if there is
/// none or nothing begins after it. A window shorter than its bar becomes that bar: moved by bars, it would
/// pass over what lies between. `None` where nothing has a date.
#[must_use]
pub fn start(timeline: &Timeline, chosen: Option<Window>) -> Option<Window> {
    let (first, last) = (*timeline.begins.first()?, *timeline.begins.last()?);
    let (from, to) = chosen.filter(|(_, to)| *to < last).unwrap_or((first, first));
    let grain = timeline.grain;
    let is_short = grain.begin(from) == grain.begin(to);
    Some(if is_short { (grain.begin(from), grain.end(from)) } else { (from, to) })
}

/// The next window in which something begins: a bar later, or as many as it takes to the next meeting. `None`
/// after the last one.
#[must_use]
pub fn next(timeline: &Timeline, window: Window) -> Option<Window> {
    let (_, to) = window;
    let one = moved(window, timeline.grain, 1)?;
    let at = timeline.begins.partition_point(|begin| *begin < one.0);
    let begin = *timeline.begins.get(at)?;
    if begin <= one.1 {
        return Some(one);
    }
    let bars = bars_between(timeline.grain, to, begin);
    // A window of days ends on any day of its last bar.
    [bars, bars + 1]
        .into_iter()
        .find_map(|bars| moved(window, timeline.grain, bars).filter(|(_, to)| *to >= begin))
}

/// All windows from the chosen one to the last in which something begins.
pub fn windows(timeline: &Timeline, chosen: Option<Window>) -> impl Iterator<Item = Window> {
    iter::successors(start(timeline, chosen), |window| next(timeline, *window))
}
