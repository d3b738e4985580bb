//! The regions of the window, which F6 leads through: each takes the keyboard as a whole, with a ring round
//! it and a name that is read out, and the Tab key goes on inside it.

use super::style;
use crate::picture::look::Look;
use egui::{Context, CornerRadius, EventFilter, Id, LayerId, Order, Rect, Role, Sense, Stroke, StrokeKind};

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// The bar at the top.
    Bar,
    /// The filters, where they have a bar.
    Filters,
    /// The list.
    Panel,
    /// The map, the table or the matrix.
    View,
    /// What is told of the selection beside it, or the editor.
    Beside,
    /// The timeline.
    Timeline,
}

impl Region {
    /// Every region, in the order that F6 goes.
    pub const ALL: [Self; 6] =
        [Self::Bar, Self::Filters, Self::Panel, Self::View, Self::Beside, Self::Timeline];

    fn id(self) -> Id {
        Id::unique(("region", self))
    }
}

/// Where the regions lie, and which of them the keyboard is to go to.
#[derive(Clone, Debug, Default)]
pub struct Regions {
    seen: Vec<(Region, Rect)>,
    wanted: Option<Region>,
}

impl Regions {
    /// Begins a frame.
    pub fn begin(&mut self) {
        self.seen.clear();
    }

    /// Goes to the next region that is seen, or to the one before.
    pub fn step(&mut self, ctx: &Context, is_forward: bool) {
        let mut seen = self.seen.clone();
        seen.sort_unstable_by_key(|(region, _)| *region);
        if seen.is_empty() {
            return;
        }
        let now = focused(ctx, &seen);
        let all = seen.len();
        let next = match (now, is_forward) {
            (None, true) => 0,
            (None, false) => all - 1,
            (Some(now), true) => (now + 1) % all,
            (Some(now), false) => (now + all - 1) % all,
        };
        self.wanted = Some(seen[next].0);
        ctx.request_repaint();
    }

    /// Says that a region begins here, before its first control, and under which name it is read out. While
    /// the keyboard is on it as a whole, it is a stop of the Tab key.
    pub fn begins(&mut self, ui: &egui::Ui, look: &Look, (region, name): (Region, &str)) {
        let rect = ui.max_rect();
        self.seen.push((region, rect));
        let id = region.id();
        let is_wanted = self.wanted == Some(region);
        if !is_wanted && !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let stop = ui.interact(rect, id, Sense::focusable_noninteractive());
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Region);
            node.set_label(name);
        });
        if is_wanted {
            self.wanted = None;
            stop.request_focus();
        }
        // Arrows move the map; they do not leave it.
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let ring = Stroke::new(2.0, style::colour(look.accent));
        let over = ui.ctx().layer_painter(LayerId::new(Order::Middle, id));
        over.rect_stroke(
            rect.expand(4.0).intersect(ui.ctx().content_rect().shrink(1.0)),
            CornerRadius::same(4),
            ring,
            StrokeKind::Inside,
        );
    }
}

/// Whether the keyboard is on the map, the table or the matrix as a whole.
#[must_use]
pub fn is_on_view(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.has_focus(Region::View.id()))
}

/// In which of some regions what has the focus lies.
fn focused(ctx: &Context, seen: &[(Region, Rect)]) -> Option<usize> {
    let id = ctx.memory(egui::Memory::focused)?;
    if let Some(place) = seen.iter().position(|(region, _)| region.id() == id) {
        return Some(place);
    }
    let at = ctx.read_response(id)?.rect.center();
    seen.iter().position(|(_, rect)| rect.contains(at))
}
