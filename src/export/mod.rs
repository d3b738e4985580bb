//! A picture or rows → files: one file per format.

pub mod made;
pub mod told;
pub mod font;
pub mod svg;
pub mod sheet;
pub mod png;
pub mod pdf;
pub mod format;
pub mod film;
pub mod visible;
pub mod listing;
pub mod table;
pub mod changes;
pub mod data;
pub mod origin;
