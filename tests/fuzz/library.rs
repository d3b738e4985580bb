//! The library without its window, so that the fuzz targets build without the crates of window systems.

#[macro_use]
#[path = "../../src/packed.rs"]
pub mod packed;
#[path = "../../src/meeting/mod.rs"]
pub mod meeting;
#[path = "../../src/gazetteer/mod.rs"]
pub mod gazetteer;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/disk.rs"]
pub mod disk;
#[path = "../../src/query/mod.rs"]
pub mod query;
#[path = "../../src/globe/mod.rs"]
pub mod globe;
#[path = "../../src/drawing.rs"]
pub mod drawing;
#[path = "../../src/page.rs"]
pub mod page;
#[path = "../../src/state.rs"]
pub mod state;
#[path = "../../src/command.rs"]
pub mod command;
#[path = "../../src/document/mod.rs"]
pub mod document;
#[path = "../../src/words/mod.rs"]
pub mod words;
#[path = "../../src/picture/mod.rs"]
pub mod picture;
#[path = "../../src/export/mod.rs"]
pub mod export;
#[path = "../../src/headless/mod.rs"]
pub mod headless;
