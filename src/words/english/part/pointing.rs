//! What is said beside the pointer, and of the map for those who cannot see it, in English.

use crate::words::english::number::counted;
use crate::words::english::word::{border_policy, noun};
use crate::words::message::Noun;
use crate::words::part::pointing::{Pointing, PointingText};
use crate::words::spoken::{fixed, within};

/// Words about the map.
pub const fn pointing(label: Pointing) -> &'static str {
    match label {
        Pointing::NotCounted => "What is not counted, and why",
        Pointing::Select => "Select",
        Pointing::ShowOnly => "Show only its meetings",
        Pointing::LeaveOut => "Leave out its meetings",
        Pointing::CopyName => "Copy name",
        Pointing::CopyCoordinates => "Copy coordinates",
    }
}

/// A text about what is under the pointer, from facts.
pub fn pointing_text(text: PointingText) -> String {
    match text {
        PointingText::Map(description) => told!("Map. {description}", description),
        PointingText::Sentence(words) => told!("{words}: what is not counted", words),
        PointingText::Words(name, does) => format!("{name}: {}", within(does)),
        PointingText::OnMap(name, count) => told!("{name} on the map, {count}", name, count),
        PointingText::Meetings(meetings) => meetings_or_none(meetings),
        PointingText::WithContext(meetings, events) => {
            told_by!(
                events,
                "{meetings} and {n} context event",
                "{meetings} and {n} context events",
                meetings = meetings_or_none(meetings)
            )
        }
        PointingText::MoreInList(more) => {
            told_by!(more, "and {n} more: click to open the list", "and {n} more: click to open the list")
        }
        PointingText::Here(area) => told!("Here {area}, drawn with it", area),
        PointingText::DrawnWith(name, policy) => {
            told!("Drawn with {state} ({policy})", state = name, policy = border_policy(policy))
        }
        PointingText::DrawnByItself(policy) => {
            told!("Drawn by itself ({policy})", policy = border_policy(policy))
        }
        PointingText::Contested(name) => told!("{name} (area of contested status)", name),
    }
}

fn meetings_or_none(meetings: usize) -> String {
    if meetings == 0 { fixed("no meetings").to_owned() } else { counted(meetings, noun(Noun::Meeting)) }
}
