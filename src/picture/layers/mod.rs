//! The layers of a picture in drawing order, a file each: each reads the plan and adds its marks to those
//! below it.

pub mod base;
pub mod specks;
pub mod lines;
pub mod capitals;
pub mod venues;
pub mod scale;
pub mod lengths;
pub mod names;
pub mod beyond;
pub mod circle_names;
pub mod attribution;
pub mod legend;
pub mod frequent;
pub mod nothing_shown;
pub mod list;
pub mod header;
