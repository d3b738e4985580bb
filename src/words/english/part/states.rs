//! States to choose from, and what sort of state each is, in English.

use crate::words::part::states::States;

/// Words beside states that can be chosen.
pub const fn states(label: States) -> &'static str {
    match label {
        States::Territory => "territory",
        States::FormerState => "former state",
        States::NoLongerExists => "no longer exists",
        States::Organisation => "organisation",
        States::Search => "Search a state",
        States::Suggested => "suggested",
        States::NoSuchState => "No state has such a name",
    }
}
