//! One test binary.

mod layering;
mod notices;
mod expected;
mod globe;
mod azimuthal;
mod borders;
mod text;
mod file;
mod export;
mod picture;
mod lines;
mod labels;
mod gazetteer;
mod language;
mod import;
mod table;
mod query;
mod state;
mod rule;
mod order;
mod timeline;
mod change;
mod chart;
mod command_line;
mod window;
