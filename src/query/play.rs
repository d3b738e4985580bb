//! Playing: the windows of time that the timeline moves through, bar by bar. Window and films ask the same
//! functions.

use super::calendar::moved;
use super::timeline::Timeline;
use jiff::civil::Date;

/// A window of time: its first and its last day.
pub type Window = (Date, Date);

/// The window that playing starts with: the one that is chosen, or the first bar if there is none or it
/// stands at the end. A window shorter than its bar becomes that bar: moved by bars, it would pass over what
/// lies between. `None` where nothing has a date.
#[must_use]
pub fn start(timeline: &Timeline, chosen: Option<Window>) -> Option<Window> {
    let (first, last) = timeline.span()?;
    let (from, to) = chosen.filter(|(_, to)| *to < last).unwrap_or((first, first));
    let grain = timeline.grain;
    let is_short = grain.begin(from) == grain.begin(to);
    Some(if is_short { (grain.begin(from), grain.end(from)) } else { (from, to) })
}

/// The window so many bars after the start; `None` beyond the end of the timeline.
#[must_use]
pub fn after(timeline: &Timeline, start: Window, steps: i64) -> Option<Window> {
    let (_, last) = timeline.span()?;
    moved(start, timeline.grain, steps).filter(|(from, _)| *from <= last)
}

/// All windows from the chosen one to the end.
pub fn windows(timeline: &Timeline, chosen: Option<Window>) -> impl Iterator<Item = Window> {
    let start = start(timeline, chosen);
    let nth = move |steps| after(timeline, start?, steps);
    (0_i64..).map_while(nth)
}
