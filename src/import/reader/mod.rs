//! Rows of a table → meetings, as a mapping says and the user has decided.

mod row;
pub mod id;
mod aliases;
mod memory;
mod date;
pub mod source;
pub mod people;
pub mod place;
mod meeting;
mod event;

use self::aliases::Aliases;
use self::event::Events;
use self::id::Ids;
use self::memory::{Memory, Texts};
use self::people::Person;
use self::row::Row;
use super::Import;
use super::columns::Columns;
use super::csv::record::Fault;
use super::decisions::Decisions;
use super::event_code::coded;
use super::field::Field;
use super::locations::Locations;
use super::mapping::{Mapping, RowIs};
use super::named::Names;
use super::problem::{Cells, ProblemKind};
use super::remark::{Remark, Remarks};
use super::sections::Sections;
use super::sheet::{RowFault, Sheet};
use super::tours::Tours;
use crate::meeting::Meeting;
use crate::meeting::date::Dates;
use crate::meeting::identity::{MeetingId, TripId};
use ahash::HashMap;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// A table with all that says how to read it.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// The table.
    pub sheet: &'a Sheet,
    /// What its columns hold.
    pub mapping: &'a Mapping,
    /// What the user has decided.
    pub decisions: &'a Decisions,
    /// The places that the table names by their ids.
    pub locations: &'a Locations,
}

/// Rows that are read on one thread.
const PART: usize = 20_000;

/// Reads some rows of a table and adds what they hold to an import. Gives the rows of the import that each
/// made.
pub fn read(task: Task<'_>, rows: Range<usize>, import: &mut Import) -> Vec<Range<usize>> {
    read_in_parts(task, rows, import, PART)
}

/// The same, in parts of so many rows, as many of them at once as there are processors. What comes of it does
/// not depend on their number: the parts are put together in their order, and one that has an identity in
/// common with those before it is read again after them. Rows of which several tell of one event are read one
/// after the other.
pub fn read_in_parts(
    task: Task<'_>,
    rows: Range<usize>,
    import: &mut Import,
    part: usize,
) -> Vec<Range<usize>> {
    let Task { sheet, mapping, .. } = task;
    let aliases = if mapping.is_complete { Aliases::default() } else { Aliases::of(sheet, mapping) };
    let sections = Sections::of(sheet, mapping);
    let columns = Columns::reading(mapping, sheet);
    let tours = Tours::of(sheet, mapping);
    let around = Around { aliases: &aliases, sections: &sections, columns: &columns, tours: &tours };
    let read_in_order = |rows: Range<usize>, import: &mut Import| read_in_order(task, around, rows, import);
    if rows.len() <= part || mapping.row_is != RowIs::Meeting {
        return read_in_order(rows, import);
    }
    let mut made = Vec::with_capacity(rows.len());
    let part_from = |start: usize| start..(start + part).min(rows.end);
    let read_alone = |start: usize, scope: &str| {
        let mut alone = Import { ids: Ids::of_scope(scope), ..Import::default() };
        let made = read_in_order(part_from(start), &mut alone);
        (alone, made)
    };
    let starts: Vec<usize> = rows.clone().step_by(part).collect();
    let processors = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    for together in starts.chunks(processors) {
        let scope = &import.ids.scope[..];
        let read: Vec<(Import, Vec<Range<usize>>)> = thread::scope(|threads| {
            let spawn = |&start: &usize| threads.spawn(move || read_alone(start, scope));
            let running: Vec<_> = together.iter().map(spawn).collect();
            running.into_iter().map(|one| one.join().unwrap_or_else(|why| resume_unwind(why))).collect()
        });
        for (&start, (alone, of_part)) in together.iter().zip(read) {
            let first = import.meetings.len();
            if add_part(import, alone) {
                made.extend(of_part.into_iter().map(|row| row.start + first..row.end + first));
            } else {
                made.extend(read_in_order(part_from(start), import));
            }
        }
    }
    made
}

/// Adds what was read by itself, unless an identity of it is taken, and says whether it did.
fn add_part(import: &mut Import, part: Import) -> bool {
    let Import { meetings, ids, problems, remarks, names, .. } = part;
    if import.meetings.extend(meetings).is_err() {
        return false;
    }
    import.ids.add(ids);
    import.problems.extend(problems);
    import.remarks.add(remarks);
    import.names.add_all(names);
    true
}

/// What a row means in its table, which is found out once for all rows.
#[derive(Clone, Copy, Debug)]
struct Around<'a> {
    aliases: &'a Aliases,
    sections: &'a Sections,
    columns: &'a Columns,
    tours: &'a Tours,
}

fn read_in_order(
    task: Task<'_>,
    around: Around<'_>,
    rows: Range<usize>,
    import: &mut Import,
) -> Vec<Range<usize>> {
    let mut reader = Reader::new(task, around, &import.ids.scope);
    let made = rows.map(|number| reader.add(number, around.columns, import)).collect();
    let Reader { remarks, names, events, .. } = reader;
    if let Some(events) = events {
        import.meetings = import.meetings.with(events.joined(&import.meetings));
    }
    import.remarks.add(remarks);
    import.names.add_all(names);
    made
}

/// What reading the rows of a table needs to remember.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    file: &'a str,
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    decisions: &'a Decisions,
    locations: &'a Locations,
    memory: Memory,
    texts: Texts,
    /// The participants about whose entries there was nothing to say.
    participants: HashMap<String, Person>,
    remarks: Remarks,
    names: Names,
    aliases: &'a Aliases,
    sections: &'a Sections,
    tours: &'a Tours,
    trips: HashMap<String, TripId>,
    /// What the cell of dates of the row lists, if it is several spans.
    listed: Vec<Dates>,
    /// The events so far, where rows of one event are one meeting.
    events: Option<Events>,
    /// Written before the identities of the file's trips, as before those of its meetings.
    scope: String,
}

impl<'a> Reader<'a> {
    fn new(task: Task<'a>, around: Around<'a>, scope: &str) -> Self {
        let Around { aliases, sections, tours, .. } = around;
        let Task { file, sheet, mapping, decisions, locations } = task;
        Self {
            file,
            sheet,
            mapping,
            decisions,
            locations,
            memory: Memory::default(),
            texts: Texts::default(),
            participants: HashMap::default(),
            remarks: Remarks::default(),
            names: Names::default(),
            aliases,
            sections,
            tours,
            trips: HashMap::default(),
            listed: Vec::new(),
            events: Events::of(sheet, mapping),
            scope: scope.to_owned(),
        }
    }

    /// Makes a remark about a row.
    fn remark(&mut self, row: &Row<'_>, remark: Remark) {
        self.remarks.make(self.file, remark, row.line());
    }

    /// The identity of a trip that the file names. A name is kept once, however many stops share it.
    fn trip(&mut self, name: &str) -> TripId {
        if let Some(known) = self.trips.get(name) {
            return known.clone();
        }
        let trip = TripId::new(&format!("{}{name}", self.scope));
        self.trips.insert(name.to_owned(), trip.clone());
        trip
    }

    /// Reads a row. Gives the rows of the import that it made, or the one that it is a part of.
    fn add(&mut self, number: usize, columns: &Columns, import: &mut Import) -> Range<usize> {
        let Import { meetings, ids, problems, .. } = import;
        let (before, first) = (problems.len(), meetings.len());
        let mut row = Row::new(self.file, self.sheet, number, columns, problems);
        if let Some(aside) = self.sections.aside(number) {
            if let Some(aside) = aside {
                self.remark(&row, Remark::Aside(aside));
            }
            return first..first;
        }
        if !check_form(&mut row) {
            return first..first;
        }
        if row.has(Field::EventCode) && coded(&row.text(Field::EventCode)).is_none() {
            self.remark(&row, Remark::CodeOfNoMeeting);
            return first..first;
        }
        let key = self.events.as_ref().and_then(|events| events.key(self.sheet, number));
        let known = self.events.as_ref().zip(key.as_ref()).and_then(|(events, key)| events.known(key));
        let id = known.map_or_else(|| ids.unique(&mut row, meetings), |event| meetings.get(event).id.clone());
        let mut made = meeting::meetings(&mut row, self, &id);
        if let (Some(event), 1, Some(events)) = (known, made.len(), &mut self.events) {
            events.add(event, made.remove(0));
            let (line, remark) = (row.line(), events.remark());
            problems.belong_to(&id, before);
            self.remarks.make(self.file, remark, line);
            return event..event + 1;
        }
        problems.belong_to(&id, before);
        if let (None, 1, Some(events), Some(key)) = (known, made.len(), &mut self.events, key) {
            events.begin(key, first);
        }
        for meeting in made {
            push(meeting, meetings);
        }
        first..meetings.len()
    }
}

/// Adds a meeting. The identity of a stop is made from that of its row, and may be taken by a row that states
/// it.
fn push(meeting: Meeting, meetings: &mut crate::meeting::table::Meetings) {
    let mut refused = meetings.push(meeting);
    let mut number = 2;
    while let Err(meeting) = refused {
        let id = MeetingId::new(&format!("{}-{number}", meeting.id));
        refused = meetings.push(Meeting { id, ..*meeting });
        number += 1;
    }
}

/// Says what is wrong with the form of a row, and whether it can be read.
fn check_form(row: &mut Row<'_>) -> bool {
    let Some(fault) = row.in_file().fault() else {
        check_length(row);
        return true;
    };
    let last = row.in_file().count().min(row.columns.count()).saturating_sub(1);
    match fault {
        RowFault::Form(fault @ Fault::TooLong) => {
            row.lost(fault.into());
            return false;
        }
        RowFault::Form(fault @ (Fault::OpenQuote | Fault::StrayQuote(_))) => {
            row.wrong_at(Some(last), fault.into());
        }
        RowFault::Form(fault @ Fault::TextAfterQuote(cell)) => {
            row.wrong_at(Some(cell.min(last)), fault.into());
            check_length(row);
        }
        RowFault::TooManyCells(cells) => {
            let header = row.headings_in_file().unwrap_or_else(|| row.columns.count());
            row.wrong_at(None, ProblemKind::TooManyCells(Cells { row: cells, header, last_line: None }));
        }
        RowFault::NotJson => {
            row.lost(ProblemKind::NotJson);
            return false;
        }
    }
    true
}

/// Compares the row with the headings, where a cell too few or too many is a slip.
fn check_length(row: &mut Row<'_>) {
    let Some(header) = row.headings_in_file() else { return };
    let in_file = row.in_file();
    let last_line = (in_file.last_line() > in_file.line()).then(|| in_file.last_line());
    let cells = Cells { row: in_file.count(), header, last_line };
    if cells.row < header {
        row.wrong_at(None, ProblemKind::TooFewCells(cells));
    } else if in_file.cells().skip(header).any(|cell| !cell.trim().is_empty()) {
        row.wrong_at(None, ProblemKind::TooManyCells(cells));
    }
}
