//! Words that stand in several windows of the program, in English.

use crate::words::part::button::Button;

/// A button or a field that stands in several windows.
pub const fn button(label: Button) -> &'static str {
    match label {
        Button::Cancel => "Cancel",
        Button::Close => "Close",
        Button::Save => "Save",
        Button::Open => "Open",
        Button::Browse => "Browse…",
        Button::Path => "Path",
        Button::Replace => "Replace",
        Button::KeepFile => "Keep it and choose another name",
        Button::ReplacingIsFinal => "Replacing it cannot be taken back",
        Button::Dismiss => "Dismiss",
        Button::Undo => "Undo",
        Button::Delete => "Delete",
        Button::ShowFewer => "Show fewer",
        Button::Program => "Summitry",
        Button::Escape => "Esc",
    }
}
