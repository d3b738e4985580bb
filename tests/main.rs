//! One test binary.

mod layering;
mod expected;
mod globe;
mod text;
mod export;
mod picture;
mod gazetteer;
mod import;
mod query;
mod command_line;
mod window;
