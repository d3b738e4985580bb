//! A picture or rows → files: one file per format.

pub mod svg;
pub mod png;
pub mod format;
pub mod visible;
pub mod listing;
pub mod table;
pub mod changes;
