//! The window: egui panels around the picture. The only folder that names egui.

pub mod style;
pub mod paint;
pub mod command;
pub mod effect;
pub mod ground;
pub mod map;
pub mod tooltip;
pub mod facets;
pub mod period;
pub mod reading;
pub mod compare;
pub mod rows;
pub mod dossier;
pub mod playback;
pub mod ticks;
pub mod timeline;
pub mod view_menu;
pub mod panel;
pub mod dialog;
pub mod window;
