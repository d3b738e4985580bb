//! Text tables, record by record: quotes, line ends and what is wrong with them.

pub mod record;
