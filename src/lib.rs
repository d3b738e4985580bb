//! Summitry, an atlas of diplomacy: who met whom, where and when.
//!
//! # The road: data flows one way
//!
//! ```text
//!  files ─import─▶ Meetings ─query─▶ rows, ties ─┐
//!                     ▲                          ├─compose─▶ Picture ─▶ the window (ui)
//!    names ─gazetteer─┘     borders ─globe─▶ land┘              ├─▶ SVG, PNG (export)
//!                                                               └─▶ what is under the pointer (pick)
//! ```
//!
//! Every arrow is a pure function. Time, the file system and the screen's size are arguments; only `main.rs`, `shell.rs`, [`ui`] and the
//! thin edges of [`import`], [`export`] and [`headless`] touch the disk, and nothing reads the clock.
//!
//! # What holds everywhere
//!
//! - A module uses only the modules listed above it in this file. Only [`ui`] names egui; only `shell.rs`, the
//!   window's outside, names eframe, and only `arguments.rs` names clap.
//!   (`tests/layering.rs` reads the sources and checks it.)
//! - A [`meeting::Meeting`] is the data; lines, rings and stars are [ties](query::tie) derived from meetings by a
//!   [reading](query::question::reading) and weighed by a [counting rule](query::question::rule), and are never stored. The filter decides what is shown,
//!   the rule what is counted of it; every number on the map, under it, in the list and in files is the rule's.
//!   What a choice of the filters would leave is meetings, whatever the rule.
//! - The screen, the files and the pointer read the same [`picture::Picture`]: what is hovered is what is seen, and what is
//!   exported is what was seen. Colours and text sizes are decided in [`picture`], once.
//! - [`state::State`] is one plain value with everything the user can change and wants kept. Undo, saving and tests compare
//!   values. Hover, open dialogs and running loads are not in it.
//! - Land, lines and graticule are rings and lines on the globe; a [`globe::chart`] turns them to its middle and cuts them where its map
//!   ends, so that no meridian and no pole is special. Land is laid out once per chart and kept; the rest of the picture is rebuilt
//!   each frame.
//! - What questions ask of every row of a table is looked up once, in its [index](query::index); the ways between places on a chart are
//!   [kept](globe::courses) from frame to frame.
//! - The window of time is the filter's period. Playing moves it by whole bars of the [timeline](query::timeline), so that the same state
//!   is the same frame; a comparison is a second filter, which may follow the first, and whose lines are drawn with those of the first.
//! - A frame is computed from the old state; panels edit a copy; the copy is swapped in at the end.
//! - An importer returns meetings and problems. It fails on a file, never on a row.
//! - Whose land a disputed area is, [`globe::policy`] says and nothing else: land, labels, picking, dossiers and counts ask it.
//!   The base map is pieces; a country's land is its pieces [sewn together](globe::sewing). The record is never changed by it; [`globe::as_seen`] gives the table as a policy sees it.
//! - Closed sets (kinds, statuses, regions, projections, border policies, themes, formats) are enums with an `ALL` and an
//!   exhaustive `match`.
//! - The same input gives the same bytes: ordered collections, bundled fonts, no locale.
//!
//! # Where things are added
//!
//! A projection is a file in [`globe::projection`], a variant, a line in `ALL` and, if it is round, its rim. A filter is a field of
//! [`query::question::filter::Filter`] (the compiler then lists what must handle it) and a widget. A map layer is a file in [`picture`] and a line in
//! `compose`. A reading is a file in [`query`], a variant of [`query::question::reading::Reading`] and an arm; so is a unit of the counting rule. A border policy is a column of `data/borders.csv`, a variant and a line in `ALL`. A picture format is a file in
//! [`export`], a variant of [`export::format::Format`] and the arms that the compiler asks for. A command without a window is a file in [`headless`] and an arm in `arguments.rs` and `main.rs`. A column that
//! people have is a word in [`import::csv::column`]. A language is a column of `data/countries.csv`, and a variant and two lines
//! in [`gazetteer::language`].

pub mod meeting;
pub mod gazetteer;
pub mod import;
pub mod disk;
pub mod query;
pub mod globe;
pub mod drawing;
pub mod state;
pub mod words;
pub mod document;
pub mod picture;
pub mod export;
pub mod headless;
pub mod work;
pub mod ui;
