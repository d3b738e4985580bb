//! Lists that are cut short, and menus of choices, in English.

use crate::words::part::lists::ListText;

/// A text about a list, from facts.
pub fn list_text(text: ListText) -> String {
    match text {
        ListText::FirstAndMore(first, more) => {
            told_by!(more, "{first} and {n} more", "{first} and {n} more", first)
        }
        ListText::AndMore(more) => told_by!(more, "and {n} more", "and {n} more"),
        ListText::ShowAll(all) => told_by!(all, "Show all {n}", "Show all {n}"),
        ListText::Choices(name) => told!("{name}: choices", name),
        ListText::Open(name, open) => told!("{name}, {open} open", name, open),
    }
}
