//! Equal Earth.
