//! Questions to the table and their answers: which meetings are shown, what they count, and which lines are
//! drawn.

pub mod facts;
mod lists;
mod parts;
pub mod row_set;
mod columns;
pub mod apart;
pub mod calendar;
pub mod question;
mod tally;
mod trip;
mod line_ends;
pub mod index;
pub mod sieve;
pub mod facet;
pub mod count;
pub mod place;
pub mod tie;
mod journey;
mod route;
mod relation;
pub mod star;
pub mod lines;
pub mod summary;
pub mod change;
pub mod class;
pub mod counterparts;
mod rows_shown;
pub mod shown;
pub mod timeline;
pub mod play;
pub mod left_out;
pub mod travel;
pub mod suggestion;
pub mod place_texts;
