//! Questions to the table: the filter, what each choice would leave, and what the map draws for the rows that pass.

pub mod filter;
mod sieve;
pub mod facet;
pub mod journey;
pub mod counterparts;
pub mod sentence;
pub mod shown;
