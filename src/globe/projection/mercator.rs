//! Mercator.
