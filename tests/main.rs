//! One test binary.

mod command_line;
mod gazetteer;
mod import;
mod layering;
mod query;
