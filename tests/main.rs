//! One test binary.

mod globe;
