//! One test binary.

mod gazetteer;
