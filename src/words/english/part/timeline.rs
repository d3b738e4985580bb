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
        TimingText::Timeline(grain, first, last, rule, total) => told!(
            "Timeline by {grain}, {period}: {total}",
            grain = word(Word::Grain(grain)),
            period = span(first, last),
            total = counted(total, unit(rule.unit))
        ),
        TimingText::Undated(meetings) => told!("{meetings} without a date", meetings),
        TimingText::By(grain) => told!("By {grain}", grain = word(Word::Grain(grain))),
        TimingText::PerSecond(bars) => told!("{bars} a second", bars = format!("{bars:.0}")),
        TimingText::Vague(dates, count) => told!("{dates}, known no more precisely: {count}", dates, count),
        TimingText::Began(begin, count) => told!("{begin}: {count} that began then", begin, count),
    }
}
