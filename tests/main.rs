//! One test binary.

mod command_line;
mod import;
mod layering;
mod query;
