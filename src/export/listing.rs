//! Rows as a table for people, CSV and JSON.
