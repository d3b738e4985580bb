//! The city table and its exact look-up, read in place from the embedded files.
