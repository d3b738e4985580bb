//! Questions to the table: the filter, what each choice would leave, the counting rule, and the lines that a reading draws.

pub mod filter;
mod sieve;
pub mod index;
pub mod facet;
pub mod rule;
pub mod place;
pub mod count;
pub mod tie;
mod journey;
mod relation;
pub mod star;
pub mod reading;
pub mod question;
pub mod class;
pub mod timeline;
pub mod change;
pub mod counterparts;
pub mod left_out;
pub mod sentence;
pub mod shown;
