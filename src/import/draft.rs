//! A file while it is looked at, before anything of it is taken.

use super::Import;
use super::columns::OF_STATES;
use super::decisions::Decisions;
use super::encoding::ReadAs;
use super::field::Field;
use super::groups::grouped;
use super::guess::{Guess, guess};
use super::heading;
use super::instructions::Instructions;
use super::layout::Layout;
use super::locations::Locations;
use super::mapping::Mapping;
use super::problem::{Problem, ProblemKind};
use super::reader::{self, Task};
use super::remark::{Aside, Remark};
use super::sheet::{Room, RowFault, Sheet};
use super::source::headings::is_made;
use super::source::refused::FileRefused;
use super::source::stated::Stated;
use super::source::{self, TableFile};
use super::tours::Tours;
use super::trips;
use super::when::Order;
use super::wide::long;
use std::ops::Range;
use std::sync::Arc;

/// A file with its tables, and how one of them would be read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The file as the user named it.
    pub file: String,
    /// What it holds; shared by all clones.
    pub source: Arc<TableFile>,
    /// Which of its tables is read.
    pub sheet: usize,
    /// How the table is understood by itself.
    pub guess: Guess,
    /// How it is read.
    pub mapping: Mapping,
    /// What was decided about its words.
    pub decisions: Decisions,
    /// The places that its flows name by their ids, from another table.
    pub locations: Arc<Locations>,
    /// Whether flows of another table name the places of this one.
    pub is_looked_up: bool,
}

impl Draft {
    /// Looks at a file.
    pub fn open(file: &str, bytes: Vec<u8>, instructions: &Instructions) -> Result<Self, FileRefused> {
        let stated = Stated {
            encoding: instructions.encoding,
            sheet: instructions.sheet.as_deref(),
            delimiter: instructions.delimiter.and_then(|sign| u8::try_from(sign).ok()),
            headings: instructions.headings,
            known: &heading::is_known,
        };
        let room = Room::of_file(bytes.len());
        let mut source = source::read(bytes, &stated)?;
        for sheet in &mut source.sheets {
            for shaped in [grouped, long] {
                if let Some(shaped) = shaped(sheet, room) {
                    *sheet = shaped;
                }
            }
        }
        let flows = source.sheets.iter().position(|sheet| has_layout(sheet, Layout::Flows));
        let is_key =
            has_layout(&source.sheets[source.best], Layout::Locations) && instructions.sheet.is_none();
        let sheet = flows.filter(|_| is_key).unwrap_or(source.best);
        let guess = guess(file, &source.sheets[sheet], instructions.as_of);
        let mapping = instructions.mapping_for(&guess);
        let mut draft = Self {
            file: file.to_owned(),
            source: Arc::new(source),
            sheet,
            guess,
            mapping,
            decisions: instructions.decisions.clone(),
            locations: Arc::default(),
            is_looked_up: false,
        };
        draft.look_up_in(&draft.known_locations());
        Ok(draft)
    }

    /// Whether other tables may say what this one means, or the other way round.
    #[must_use]
    pub fn needs_others(&self) -> bool {
        matches!(self.guess.layout, Some(Layout::Flows | Layout::Locations))
    }

    /// The places that the tables of the file give ids.
    #[must_use]
    pub fn known_locations(&self) -> Locations {
        let mut known = Locations::default();
        self.source.sheets.iter().for_each(|sheet| known.add(Locations::of(sheet)));
        known
    }

    /// Takes what its flows name by ids from among these places.
    pub fn look_up_in(&mut self, locations: &Locations) {
        if self.guess.layout == Some(Layout::Flows) && *self.locations != *locations {
            self.locations = Arc::new(locations.clone());
        }
    }

    /// The table that is read.
    #[must_use]
    pub fn table(&self) -> &Sheet {
        &self.source.sheets[self.sheet]
    }

    /// Takes another table of the file.
    pub fn turn_to(&mut self, sheet: usize) {
        if sheet != self.sheet && sheet < self.source.sheets.len() {
            self.sheet = sheet;
            self.guess = guess(&self.file, &self.source.sheets[sheet], self.mapping.as_of);
            self.mapping = self.guess.mapping.clone();
        }
    }

    /// What is missing for rows to be meetings; `None` if they can be read.
    #[must_use]
    pub fn lack(&self) -> Option<ProblemKind> {
        if self.guess.layout == Some(Layout::Locations) {
            return Some(if self.is_looked_up { ProblemKind::LookedUp } else { ProblemKind::OnlyLocations });
        }
        let has_ids = || {
            let shape =
                |field| self.mapping.columns_of(field).next().map(|column| self.guess.columns[column].1);
            shape(Field::Origin).is_some_and(|shape| shape.are(shape.numbers, 90))
        };
        if self.guess.layout == Some(Layout::Flows) && self.locations.is_empty() && has_ids() {
            return Some(ProblemKind::NoLocations);
        }
        super::lack::lack(&self.mapping).map(ProblemKind::Lacking)
    }

    /// Reads the whole table into an import: its meetings, problems and remarks. Gives for each row of the
    /// table the rows of the import that it made.
    pub fn read_into(&self, import: &mut Import) -> Vec<Range<usize>> {
        self.remark(import);
        self.check_headings(import);
        let table = self.table();
        let rows = self.read_rows(0..table.len(), import);
        if self.mapping.joins_trips {
            self.join_trips(&rows, import);
        }
        rows
    }

    /// Reads some rows, and gives for each the rows of the import that it made.
    pub fn read_rows(&self, rows: Range<usize>, import: &mut Import) -> Vec<Range<usize>> {
        let Self { file, mapping, decisions, locations, .. } = self;
        let task = Task { file, sheet: self.table(), mapping, decisions, locations };
        reader::read(task, rows, import)
    }

    /// Puts together rows of one traveller on adjoining days.
    fn join_trips(&self, rows: &[Range<usize>], import: &mut Import) {
        let (table, tours) = (self.table(), Tours::of(self.table(), &self.mapping));
        let place =
            |row: usize, meeting: usize| tours.place_in(table, row, &import.meetings.get(meeting).venue.city);
        let with_places = |(row, made): (usize, &Range<usize>)| {
            (made.clone(), made.clone().map(|meeting| place(row, meeting)).collect())
        };
        let mut rows: Vec<(Range<usize>, Vec<usize>)> = rows.iter().enumerate().map(with_places).collect();
        // Rows of one event give the same meeting.
        rows.sort_by_key(|(row, _)| (row.start, row.end));
        rows.dedup_by(|(one, _), (other, _)| one == other);
        let (changed, journeys) = trips::joined(&import.meetings, &rows);
        if journeys > 0 {
            import.meetings = import.meetings.with(changed);
            import.remarks.make_of_file(&self.file, Remark::JoinedTrips, journeys);
        }
    }

    /// Says what is wrong with the quotes of the headings.
    fn check_headings(&self, import: &mut Import) {
        let table = self.table();
        let headings = table.body.start.checked_sub(1).map(|row| table.grid.row(row));
        let Some(row) = headings.filter(|row| Some(row.line()) == table.heading_line) else { return };
        if let Some(RowFault::Form(fault)) = row.fault() {
            import.problems.push(Problem {
                file: self.file.clone(),
                line: Some(row.line()),
                column: None,
                kind: fault.into(),
                row_lost: false,
                meeting: None,
            });
        }
    }

    /// Says how the file was understood.
    fn remark(&self, import: &mut Import) {
        let table = self.table();
        let mut say = |remark, times| import.remarks.make_of_file(&self.file, remark, times);
        let is_doubtful = |read: &ReadAs| read.is_guess || read.nuls > 0 || read.unread > 0;
        if let Some(read) = self.source.text.filter(is_doubtful) {
            say(Remark::Text(read), 1);
        }
        let together = self.source.together.as_ref();
        let read = together.filter(|together| together.place == self.sheet);
        // A table without a name is counted.
        let name = |place: &usize| match self.source.sheets[*place].name.as_str() {
            "" => (place + 1).to_string(),
            name => name.to_owned(),
        };
        if let Some(together) = read {
            say(Remark::TablesTogether { names: together.parts.iter().map(name).collect() }, 1);
        }
        let is_other = |place: &usize| {
            let is_read = *place == self.sheet || read.is_some_and(|read| read.parts.contains(place));
            let is_made = together.is_some_and(|together| together.place == *place);
            !is_read && !is_made && !self.source.sheets[*place].is_empty()
        };
        let others: Vec<String> =
            (0..self.source.sheets.len()).filter(is_other).map(|place| name(&place)).collect();
        if !others.is_empty() {
            say(Remark::OtherTables { read: table.name.clone(), others }, 1);
        }
        say(Remark::TitleLines, table.before.len());
        say(Remark::Footnotes, table.after.len());
        say(Remark::Aside(Aside::Head), table.heads);
        say(Remark::ColumnsAsRows, table.spread);
        let is_bare = table.heading_line.is_none() && table.headings.iter().any(|heading| is_made(heading));
        say(Remark::NoHeadings, usize::from(is_bare));
        say(Remark::NoPeople, usize::from(self.names_nobody()));
        for remark in &self.guess.remarks {
            if self.holds(remark) {
                say(remark.clone(), 1);
            }
        }
    }

    /// Whether no column says who took part, and nothing else does.
    fn names_nobody(&self) -> bool {
        let is_told = self.mapping.represents.is_some() || !self.mapping.leader.is_empty();
        !is_told && !self.mapping.says_who() && !self.mapping.is_complete
    }

    /// Whether a remark of the guess is still true of the mapping.
    fn holds(&self, remark: &Remark) -> bool {
        let uses = |heading: &String, field| {
            self.mapping
                .columns
                .iter()
                .any(|column| column.heading == *heading && column.field == Some(field))
        };
        match remark {
            Remark::ByCells { heading, field } | Remark::CountryTakenFor { heading, field } => {
                uses(heading, *field)
            }
            Remark::NaIsCode { heading } => OF_STATES.into_iter().any(|field| uses(heading, field)),
            Remark::OrderDecided { order, .. } | Remark::OrderStated { order, .. } => {
                self.mapping.order == *order
            }
            Remark::OrderOpen { .. } | Remark::OrderMixed { .. } => self.mapping.order == Order::Undecided,
            Remark::LeaderByName { .. } => !self.mapping.says_who_travels(),
            Remark::RepresentsByName { state, .. } => self.mapping.represents == Some(*state),
            Remark::Text(_)
            | Remark::OtherTables { .. }
            | Remark::TablesTogether { .. }
            | Remark::ColumnsAsRows
            | Remark::TitleLines
            | Remark::Footnotes
            | Remark::NoHeadings
            | Remark::NoPeople
            | Remark::Date(_)
            | Remark::FromOfficeHolders
            | Remark::OutOfOffice
            | Remark::NoState
            | Remark::CountryFromPoint
            | Remark::SeveralPlaces
            | Remark::Point(_)
            | Remark::PlaceOfHost
            | Remark::PlaceFromName
            | Remark::SeveralDates
            | Remark::OriginInNote
            | Remark::PerhapsCancelled
            | Remark::Aside(_)
            | Remark::MetInRemark
            | Remark::MetFromRemark
            | Remark::JoinedRows
            | Remark::JoinedReports
            | Remark::CodeOfNoMeeting
            | Remark::JoinedTrips
            | Remark::StatusFromText
            | Remark::StruckThrough
            | Remark::KindFromText
            | Remark::PlannedAsOf(_) => true,
        }
    }
}

fn has_layout(sheet: &Sheet, layout: Layout) -> bool {
    Layout::of(&sheet.headings) == Some(layout)
}

/// Lets each table of flows among some drafts find the places of the others, which it names by their ids.
pub fn share_locations<'a>(drafts: impl Iterator<Item = &'a mut Draft>) {
    let drafts: Vec<&mut Draft> = drafts.collect();
    let mut known = Locations::default();
    for draft in &drafts {
        known.add(draft.known_locations());
    }
    let has_flows = drafts.iter().any(|draft| draft.guess.layout == Some(Layout::Flows));
    for draft in drafts {
        draft.look_up_in(&known);
        draft.is_looked_up = has_flows && draft.guess.layout == Some(Layout::Locations);
    }
}
