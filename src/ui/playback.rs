//! Playback: the window moved along the timeline, past what is empty, as time passes. The clock is an
//! argument.

use crate::query::play;
use crate::query::timeline::{Timeline, event_before, next_event};
use crate::state::State;
use jiff::civil::Date;

/// Whether the timeline plays, and how fast. It is no part of the state: what is seen is the same for the
/// same window.
#[derive(Clone, Debug)]
pub struct Playback {
    /// Windows a second.
    pub speed: f64,
    playing: Option<Playing>,
}

/// Since when the window moves, and where it stands.
#[derive(Clone, Copy, Debug)]
struct Playing {
    since: f64,
    window: (Date, Date),
    /// How many times it has moved.
    steps: i64,
}

impl Default for Playback {
    fn default() -> Self {
        Self { speed: 4.0, playing: None }
    }
}

impl Playback {
    /// The speeds on offer, in windows a second.
    pub const SPEEDS: [f64; 5] = [1.0, 2.0, 4.0, 8.0, 16.0];

    /// Whether it plays.
    #[must_use]
    pub const fn is_playing(&self) -> bool {
        self.playing.is_some()
    }

    /// Stops.
    pub fn stop(&mut self) {
        self.playing = None;
    }

    /// Starts [where playing starts](play::start), or stops.
    pub fn toggle(&mut self, timeline: &Timeline, next: &mut State, now: f64) {
        if self.playing.take().is_some() {
            return;
        }
        let Some(start) = play::start(timeline, window(next)) else { return };
        set(next, start);
        self.playing = Some(Playing { since: now, window: start, steps: 0 });
    }

    /// Moves the window on to where it is by now. Stops at the last meeting, or when the window was changed
    /// by other hands.
    pub fn advance(&mut self, timeline: &Timeline, next: &mut State, now: f64) {
        let Some(Playing { since, window: mut there, mut steps }) = self.playing else { return };
        if window(next) != Some(there) {
            return self.stop();
        }
        let due = ((now - since) * self.speed).floor().max(0.0) as i64;
        while steps < due {
            let Some(further) = play::next(timeline, there) else {
                set(next, there);
                return self.stop();
            };
            (there, steps) = (further, steps + 1);
        }
        set(next, there);
        self.playing = Some(Playing { since, window: there, steps });
    }

    /// Seconds until the window moves on; `None` if it does not play.
    #[must_use]
    pub fn until_next_step(&self, now: f64) -> Option<f64> {
        let Playing { since, steps, .. } = self.playing?;
        Some((since + (steps + 1) as f64 / self.speed - now).max(0.0))
    }

    /// Changes the speed without a jump.
    pub fn set_speed(&mut self, speed: f64, now: f64, next: &State) {
        self.speed = speed;
        if let (Some(_), Some(window)) = (self.playing, window(next)) {
            self.playing = Some(Playing { since: now, window, steps: 0 });
        }
    }
}

/// The window, if both its ends are set.
#[must_use]
pub fn window(state: &State) -> Option<(Date, Date)> {
    state.filter.from.zip(state.filter.to)
}

/// Makes this the window.
pub fn set(next: &mut State, (from, to): (Date, Date)) {
    next.filter.from = Some(from);
    next.filter.to = Some(to);
}

/// Steps to the next event, or to the one before. At the last nothing changes.
pub fn step(timeline: &Timeline, next: &mut State, forward: bool) {
    let step = if forward { next_event } else { event_before };
    // Of a window with one end, that day.
    let end = next.filter.from.or(next.filter.to).map(|day| (day, day));
    if let Some(there) = step(window(next).or(end), &timeline.begins) {
        set(next, there);
    }
}
