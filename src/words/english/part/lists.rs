//! Lists that are cut short, and menus of choices, in English.

use crate::words::english::number::grouped;
use crate::words::part::lists::ListText;

/// A text about a list, from facts.
pub fn list_text(text: ListText) -> String {
    match text {
        ListText::FirstAndMore(first, more) => format!("{first} and {more} more"),
        ListText::AndMore(more) => format!("and {} more", grouped(more)),
        ListText::ShowAll(all) => format!("Show all {}", grouped(all)),
        ListText::Choices(name) => format!("{name}: choices"),
        ListText::Open(name, open) => format!("{name}, {open} open"),
    }
}
