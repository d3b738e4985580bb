//! The import: files are looked at, understood and asked about before anything of them is taken.

pub mod question;
pub mod outcome;
pub mod sign;
pub mod understood;
pub mod act;
pub mod preview;
pub mod choice;
pub mod group;
pub mod columns;
pub mod chips;
pub mod rows;
pub mod aside;
pub mod card;
pub mod state_choice;
pub mod ask_order;
pub mod ask_people;
pub mod pins;
pub mod ask_place;
pub mod ask;
pub mod screen;
