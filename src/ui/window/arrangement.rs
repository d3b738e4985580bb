//! The arrangement of the window: which of its parts are seen, by the room that there is and by what is
//! selected and edited.

use crate::state::{Pane, State};
use crate::ui::panel::{PanelLayout, PanelMemory};
use crate::ui::timeline::HEIGHT;

/// The width of a window from which on the editor has a panel of its own.
const NARROW: f32 = 1000.0;
/// The width of a window from which on list, map and what is selected have room beside each other.
const ROOMY: f32 = 1500.0;
/// The height of a window below which the timeline is low, and so high it is there.
const LOW: f32 = 420.0;
const LOW_HEIGHT: f32 = 82.0;

/// What is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Arrangement {
    /// Panel and map take turns.
    pub is_small: bool,
    /// The panel stands in the map's place.
    pub is_over: bool,
    /// It stands beside the map.
    pub has_panel: bool,
    /// How it lays itself out.
    pub layout: PanelLayout,
    /// The filters stand in a bar of their own.
    pub has_filter_bar: bool,
    /// The editor stands in the panel's place.
    pub edits_in_panel: bool,
    /// The editor has a panel of its own.
    pub has_editor: bool,
    /// What is selected is told at the right.
    pub has_drawer: bool,
    /// The height of the timeline below all; `None` where it is one of the panel's turns.
    pub timeline: Option<f32>,
}

impl Arrangement {
    /// That of a window with so much room. `is_settled`: whether something is selected for good.
    pub fn of(
        [wide, high]: [f32; 2],
        state: &State,
        (panel, is_settled): (&PanelMemory, bool),
        (is_editing, is_picking): (bool, bool),
    ) -> Self {
        let (is_small, is_narrow, is_low) = (PanelMemory::is_small(wide), wide < NARROW, high < LOW);
        let is_selected = state.selection.is_some();
        let is_map = state.pane == Pane::Map;
        let is_roomy = wide >= ROOMY;
        let layout = if is_small {
            PanelLayout::InTurns
        } else if is_map && is_roomy {
            PanelLayout::List
        } else {
            PanelLayout::Details
        };
        let timeline = if is_low { LOW_HEIGHT } else { HEIGHT };
        // A table is its own list.
        let has_list = if is_map { !panel.is_hidden } else { is_narrow && is_selected };
        let is_beside_list = is_map && has_list;
        let has_drawer = if is_beside_list { is_roomy && is_settled } else { !is_narrow };
        Self {
            is_small,
            // Whoever picks a place needs the map.
            is_over: is_small && (panel.is_over || is_editing) && !is_picking,
            has_panel: !is_small && (has_list || (is_editing && is_narrow)),
            layout,
            has_filter_bar: !is_small,
            edits_in_panel: is_editing && is_narrow,
            has_editor: is_editing && !is_narrow,
            has_drawer: has_drawer && is_selected && !is_editing,
            timeline: Some(timeline).filter(|_| !(is_small && is_low)),
        }
    }
}
