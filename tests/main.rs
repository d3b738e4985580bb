//! One test binary.

mod expected;
mod globe;
mod text;
mod export;
mod gazetteer;
mod window;
