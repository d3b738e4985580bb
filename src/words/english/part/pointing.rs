//! What is said beside the pointer, and of the map for those who cannot see it, in English.

use crate::words::english::number::counted;
use crate::words::english::word::{border_policy, noun};
use crate::words::message::Noun;
use crate::words::part::pointing::{Pointing, PointingText};

/// Words about the map.
pub const fn pointing(label: Pointing) -> &'static str {
    match label {
        Pointing::NotCounted => "What is not counted, and why",
        Pointing::Select => "Select",
        Pointing::ShowOnly => "Show only its meetings",
        Pointing::CopyName => "Copy name",
        Pointing::CopyCoordinates => "Copy coordinates",
    }
}

/// A text about what is under the pointer, from facts.
pub fn pointing_text(text: PointingText) -> String {
    match text {
        PointingText::Map(description) => format!("Map. {description}"),
        PointingText::Sentence(words) => format!("{words}: what is not counted"),
        PointingText::Words(name, does) => format!("{name}: {}", does.to_lowercase()),
        PointingText::OnMap(name, count) => format!("{name} on the map, {count}"),
        PointingText::Meetings(meetings) => meetings_or_none(meetings),
        PointingText::WithContext(meetings, events) => {
            format!("{} and {}", meetings_or_none(meetings), counted(events, noun(Noun::ContextEvent)))
        }
        PointingText::MoreInList(more) => format!("and {more} more: click to open the list"),
        PointingText::Here(area) => format!("Here {area}, drawn with it"),
        PointingText::DrawnWith(name, policy) => format!("Drawn with {name} ({})", border_policy(policy)),
        PointingText::DrawnByItself(policy) => format!("Drawn by itself ({})", border_policy(policy)),
        PointingText::Contested(name) => format!("{name} (area of contested status)"),
    }
}

fn meetings_or_none(meetings: usize) -> String {
    if meetings == 0 { "no meetings".to_owned() } else { counted(meetings, noun(Noun::Meeting)) }
}
