//! The timeline, in English.

use crate::words::english::date::span;
use crate::words::english::number::counted;
use crate::words::english::word::{unit, word};
use crate::words::message::Word;
use crate::words::part::timeline::{Timing, TimingText};

/// Words on the timeline.
pub const fn timing(label: Timing) -> &'static str {
    match label {
        Timing::NoDates => "No meeting has a date",
        Timing::NoDatesInWords => "Timeline: no meeting has a date",
        Timing::Play => "Play",
        Timing::Pause => "Pause",
        Timing::PlayKey => "Space",
        Timing::PreviousTip => "Previous event, Ctrl+←",
        Timing::NextTip => "Next event, Ctrl+→",
        Timing::Playback => "Playback",
        Timing::DragToChoose => "Drag to choose a time",
        Timing::Speed => "Speed",
        Timing::PastMeetings => "Past meetings",
        Timing::Bars => "timeline::Bars",
        Timing::Automatic => "Automatic",
    }
}

/// A text on the timeline, from facts.
pub fn timing_text(text: TimingText) -> String {
    match text {
        TimingText::Timeline(grain, first, last, rule, total) => format!(
            "Timeline by {}, {}: {}",
            word(Word::Grain(grain)),
            span(first, last),
            counted(total, unit(rule.unit))
        ),
        TimingText::Undated(meetings) => format!("{meetings} without a date"),
        TimingText::By(grain) => format!("By {}", word(Word::Grain(grain))),
        TimingText::PerSecond(bars) => format!("{bars:.0} a second"),
        TimingText::Vague(dates, count) => format!("{dates}, known no more precisely: {count}"),
        TimingText::Began(begin, count) => format!("{begin}: {count} that began then"),
    }
}
