//! The timeline's scale: where each day lies on the page.

use crate::query::calendar::days_between;
use crate::query::timeline::Timeline;
use egui::Rect;
use jiff::ToSpan;
use jiff::civil::Date;

/// Points of the axis below the bars.
const AXIS: f32 = 17.0;

/// Where days lie: from the first day of the first bar to the end of the last.
pub struct Scale {
    /// The first day.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// Where bars and axis are drawn.
    pub rect: Rect,
}

impl Scale {
    /// The scale of a timeline; `None` if no meeting has a date.
    #[must_use]
    pub fn new(timeline: &Timeline, rect: Rect) -> Option<Self> {
        let (first, last) = timeline.span()?;
        Some(Self { first, last, rect })
    }

    /// Points that a day is wide.
    #[must_use]
    pub fn day(&self) -> f32 {
        self.rect.width() / (days_between(self.first, self.last) + 1) as f32
    }

    /// The left edge of a day.
    #[must_use]
    pub fn x(&self, day: Date) -> f32 {
        self.rect.left() + self.day() * days_between(self.first, day) as f32
    }

    /// The right edge of a day.
    #[must_use]
    pub fn end(&self, day: Date) -> f32 {
        self.x(day) + self.day()
    }

    /// The line that bars stand on.
    #[must_use]
    pub fn base(&self) -> f32 {
        self.rect.bottom() - AXIS
    }

    /// The day under a point, the first or the last beside the axis.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Date {
        let days = ((x - self.rect.left()) / self.day()).floor() as i64;
        let last = days_between(self.first, self.last);
        self.first.checked_add(days.clamp(0, last).days()).unwrap_or(self.last)
    }
}
