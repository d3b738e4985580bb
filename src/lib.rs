//! Summitry, an atlas of diplomacy: who met whom, where and when.
//!
//! # The road: data flows one way
//!
//! ```text
//!  files ─import─▶ Meetings ─query─▶ answers ──┐
//!                     ▲                        ├─compose─▶ Picture ─▶ the window (ui)
//!    names ─gazetteer─┘   borders ─globe─▶ land┘   ▲          ├─▶ SVG, PNG, PDF, HTML (export)
//!                                                words        └─▶ what is under the pointer (pick)
//! ```
//!
//! Every arrow is a pure function. Time, the file system and the size of the screen are arguments. Only
//! `main.rs`, `shell.rs`, [`ui`], [`disk`] and the thin edges of [`import`], [`document`] and [`headless`]
//! touch the disk.
//!
//! # What holds everywhere
//!
//! - A module uses only the modules listed above it in this file, and in the folders that
//!   `tests/layering.rs` names, a file uses only the siblings listed above it in its `mod.rs`. Only [`ui`]
//!   names egui; only `shell.rs`, the outside of the window, names eframe; only `arguments.rs` names clap.
//! - A [`meeting::Meeting`] is the data. Lines, rings and stars are [ties](query::tie): they are derived from
//!   meetings by a [reading](query::question::reading), weighed by a [counting rule](query::question::rule),
//!   and never stored. The filter decides which meetings are shown, the rule what is counted of them. Every
//!   number on the map, in the list and in files is the rule's. The numbers beside the choices of a filter
//!   are meetings, whatever the rule. Where one state is at nearly every table, regions and blocs are those
//!   of the [others](query::apart).
//! - A trip with several stops is several meetings of one [trip](meeting::Stop). Its way is read off the
//!   whole table: a filter hides stops and does not change the way.
//! - A decision about a [text](query::place_texts) that names a place holds for all cells with the same
//!   words: it is an [edit](document::edit) of the record, and an [instruction](import::decisions) for
//!   reading files again.
//! - A [`query::question::Question`] does not know its answers, and an answer holds numbers and codes, never
//!   prose. What the program says, each label of the window and each line on the command line, is made in
//!   [`words`] from closed lists, in English, and looked up by it in the file of the language that is
//!   [spoken](gazetteer::translation).
//! - Each thread speaks one language. The window speaks that of its user, a job that of whoever starts it,
//!   and a picture with its files that of its map, whoever draws it. Data for other programs and the command
//!   line are in English. Nothing is ordered or looked up by what a language calls it, so that the same
//!   document gives the same bytes.
//! - The screen, the files and the pointer read the same [`picture::Picture`]: what you hover is what you
//!   see, and what you export is what you saw. Colours and text sizes are decided in [`picture`], once.
//! - [`document::Document`] is one plain value: the meetings, the files they were read from, and the
//!   [`state::State`] with everything the user can change and wants kept. A [change](document::change) makes
//!   a new document, a [history](document::history) takes it back, a [project file](document::file) holds it.
//!   Hover, open dialogs and running jobs are not in it.
//! - A table that does not say itself all there is to say is looked at before anything of it is taken: the
//!   window's [preview](ui::importing) changes how its [draft](import::draft) is read, and a job works out
//!   what would come. What the user stated and decided is kept with the file, so that it is read again in the
//!   same way.
//! - Slow work is a [job](work::Job) on a thread of its own. The window starts jobs and asks after them; it
//!   never waits.
//! - A [scene](picture::scene) is everything that a picture is made from. A [plan](picture::plan) holds what
//!   is worked out from it once a frame: layout, emphasis, looks, widths and courses of lines. Each
//!   [layer](picture::layers) reads the plan and adds its [marks](picture::marks).
//! - No two marks of places lie over one another: places that are too near each other are
//!   [gathered](picture::gathered) in one mark, which comes apart closer up. Lines meet a mark at
//!   [ports](picture::ports) on its rim and [bend](picture::detour) round those that are not theirs. Of more
//!   lines than can be told apart, the [strongest](picture::drawn_line::Strong) stand out, and of more than
//!   [so many](query::tie::STRONGEST) only the strongest are drawn, those that are singled out or in sight
//!   before others: the sentence says so. A small map shows where the lines are [dense](picture::dense), and
//!   names at its edge what lies beyond.
//! - Land, lines and graticule are rings and lines on the globe. A [`globe::chart`] turns them to its centre
//!   and cuts them at the edge of its map, so that no meridian and no pole is special. Land is laid out once
//!   per chart and kept; the rest of the picture is rebuilt each frame.
//! - Facts that every question needs are looked up once per table, in its [index](query::index): the texts
//!   that searches look into, the lines that each row has, and each sort of fact in a column of its own. A
//!   question is answered by passes over columns; one of them finds for each row [what it
//!   fails](query::sieve) of the filter, and filter, facets, classes, timeline and sentence read that. No
//!   frame walks over the rows: what it needs of a line or a place is a number there. The curves between
//!   places on a chart are [kept](globe::courses) from frame to frame.
//! - What a filter asks for and what it leaves out are fields of one value. Whose lines are drawn is a part
//!   of it too: the states that it asks for at each row are worked out once, and count and lines read that.
//! - The window of time is the filter's period. Playing moves it by whole bars of the
//!   [timeline](query::timeline), so that the same state is the same frame. A comparison is a second filter,
//!   the [baseline](query::question::baseline), which may follow the first.
//! - A frame is computed from the old state; panels edit a copy; the copy is swapped in at the end.
//! - An importer returns meetings, problems and remarks. It fails on a file, never on a row. Which column is
//!   what is a value, the [mapping](import::mapping): it is guessed, shown before anything is taken, changed
//!   by the user and kept in the project.
//! - [`globe::policy`] alone decides which state an area of contested status is drawn with: land, labels,
//!   picking and the country of a venue ask it. The base map is pieces, and a country's land is its pieces
//!   [sewn together](globe::sewing). The policy never changes the record, nor who takes part, for whom and
//!   from where; [`globe::as_seen`] gives the table as a policy sees it.
//! - Closed sets (kinds, statuses, regions, projections, border policies, themes, formats) are enums with an
//!   `ALL` and an exhaustive `match`. `tests/closed_sets.rs` checks that no `ALL` lacks a variant.
//! - One field finds everything: a [finder](query::find), made once per table in the background, answers each
//!   key with people, countries, blocs, places, occasions, dates, meetings and commands. Words match whole
//!   words or their beginnings, here and in the filter's text; sources are looked into only if that is asked.
//!   Dates without a year, and dates that count from now, go by the table.
//! - Map, [table](ui::table) and [matrix](ui::matrix) are [panes](state::Pane) of one state: they share the
//!   filter, the selection and the marks. What takes longer than a frame for a long table, its order and [who
//!   met whom](query::met), is a job. A [pair](query::pair) is selected like anything else; what is told of
//!   it is told of the [whole table](query::together), whatever the filter shows.
//! - The filters have a [bar](ui::filter_bar): a chip for each field that asks for something, and for as many
//!   others as there is room; so the panel is the list alone. What is selected is told in the panel or, where
//!   list and map leave room, at the right, after a click has had the time to be a double click.
//! - The size of the window's texts belongs to the computer and not to the document. It magnifies everything,
//!   so that the map's marks keep their proportions; where it leaves little room, panel and map take turns,
//!   and [F6](ui::regions) leads through what is there.
//! - What stands around a map is a part of the state: the words that the user wrote, and the [page](page)
//!   that pictures are made up for. Where the user wrote nothing the program writes, from the filter and the
//!   record. The window is no page: it draws the map as it fills its pane. A [made-up](picture::made_up) page
//!   is composed for its own size in points, the larger its letters the fewer of them, and its files stretch
//!   those to the format.
//! - A picture's file is made of a [sheet](export::sheet): the picture, what it tells beside, and [where it
//!   is from](export::made). Window and command line make it by the same function, so that they write the
//!   same bytes; no file has a time in it. Data are [tables](export::data) that follow from the same answers.
//!   `summitry verify` [reads back](export::origin) where a file is from and makes it again. The [web
//!   page](export::html) draws the map as SVG beside the meetings as JSON; its one script is written by hand,
//!   and shows whatever it is told as text.
//! - Every file is written by [`disk`], whole or not at all, whichever step fails and whenever the program is
//!   killed.
//! - The same input gives the same bytes: ordered collections, bundled fonts, no locale.
//!
//! # Where things are added
//!
//! - A projection: a file in [`globe::projection`], a variant, a line in `ALL` and, if it is round, its rim.
//! - A filter: a field of [`query::question::filter::Filter`] and a widget; the compiler lists what must
//!   handle it.
//! - A reading: a file in [`query`], a variant of [`query::question::reading::Reading`] and an arm in
//!   [`query::lines`]. A unit of the counting rule: a variant and its arms.
//! - A text: a variant of a label or text in [`words::part`], or of [`words::message::Message`] or
//!   [`words::message::Word`], and its English. `tests/layering.rs` finds a text that is written elsewhere. A
//!   language of the program: a file in `data/languages`, its plural forms in [`words::spoken::Plural`] and a
//!   line in [`gazetteer::translation`]; `tests/translations.rs` lists what it lacks. A language for names of
//!   countries: a column of `data/countries.csv`, a variant and two lines in [`gazetteer::language`].
//! - A map layer: a file in [`picture::layers`] and a line in [`picture::compose`].
//! - A format of a page: a variant of [`page::PageFormat`] with its sides and a line in `ALL`. A theme: a
//!   variant of [`state::Theme`] and a [`picture::look::Look`], which `tests/look.rs` measures.
//! - A border policy: rows of `data/borders.csv`, a variant and a line in `ALL`. An area of contested status:
//!   a row of `data/build/contested.csv`, and of `data/border_areas.csv` where policies draw it otherwise.
//! - A picture format: a file in [`export`], a variant of [`export::format::Format`] and the arms that the
//!   compiler asks for.
//! - What data can be written: a file in [`export::data`], a variant of [`export::data::Data`] and the arms
//!   that the compiler asks for. A format for them: a variant of [`export::data::DataFormat`].
//! - A command of the window: a variant of [`command::Command`] and the arms that the compiler asks for. The
//!   menus, the keys and the field that finds have it from there.
//! - A column of the table: a variant of [`query::column::Column`], what it is ordered by, and its cell in
//!   [`ui::table::cell`].
//! - What can be found: a variant of [`query::find::thing::Thing`] with its names.
//! - A command without a window: a file in [`headless`] and an arm in `arguments.rs` and `main.rs`.
//! - A venue, a base, an island: a row of `data/build/places.csv` with its source, and the script that makes
//!   the city table. A capital of other days or a seat of government: a row of `data/seats.csv`, from which
//!   lines start on those days. A bloc: a row of `data/organisations.csv` and its spells in
//!   `data/memberships.csv`. A second region of a state: a row of `data/regions.csv`. An area that two states
//!   claim: a row of `data/claims.csv`.
//! - A table that is rarely asked for: a line in `data/build/pack_tables.rs`, which packs it, and a
//!   [`packed::Packed`] where it is read.
//! - A person's office: a row of `data/build/person_additions.csv` or `person_corrections.csv`, and the
//!   script that makes [`gazetteer::office`]'s tables. An organisation that takes part in meetings: a row of
//!   `data/bodies.csv`.
//! - A name that people give a column: a row of `data/headings.csv`. A word for a kind, a status or a part of
//!   a date: a row of `data/kind_words.csv` or `data/date_words.csv`. A form of file: a reader in
//!   [`import::source`] and a line in its `mod.rs`.

#[macro_use]
pub mod packed;
pub mod meeting;
pub mod gazetteer;
pub mod import;
pub mod disk;
pub mod query;
pub mod globe;
pub mod drawing;
pub mod page;
pub mod state;
pub mod command;
pub mod document;
pub mod words;
pub mod picture;
pub mod export;
pub mod headless;
pub mod work;
pub mod ui;
