//! A picture or rows → files: one file per format.

pub mod made;
pub mod told;
mod base64;
pub mod font;
pub mod svg;
pub mod sheet;
pub mod png;
pub mod pdf;
pub mod visible;
pub mod listing;
pub mod html;
pub mod format;
pub mod film;
pub mod table;
pub mod changes;
pub mod data;
pub mod origin;
