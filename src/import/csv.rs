//! CSV, TSV and semicolon tables with the columns of `data/meetings.csv`.
