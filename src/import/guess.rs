//! A mapping for a table that nobody has described: from its headings, and where they leave it open, from its
//! cells.

use super::around::{represented, stated_order, stem, traveller, year_of};
use super::columns::of_codes;
use super::events;
use super::field::{Field, key};
use super::guesser::{Guesser, Sure};
use super::heading;
use super::layout::Layout;
use super::mapping::{ColumnUse, Mapping, Places, RowIs};
use super::meeting_name::say_places;
use super::remark::Remark;
use super::shape::Shape;
use super::sheet::Sheet;
use super::when::Calendar;
use super::when::column::{self, Verdict};
use super::word;
use crate::meeting::Kind;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A mapping with how sure each column of it is, and what is to be said about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    /// The mapping.
    pub mapping: Mapping,
    /// The layout that the table has, if it is one that many files have.
    pub layout: Option<Layout>,
    /// For each column, how it was understood and what its cells look like.
    pub columns: Vec<(Sure, Shape)>,
    /// What was decided where the table leaves it open.
    pub remarks: Vec<Remark>,
}

/// Understands a table. `file` is its name, which may tell whose travels it holds; meetings after `as_of` are
/// taken as planned.
#[must_use]
pub fn guess(file: &str, sheet: &Sheet, as_of: Option<Date>) -> Guess {
    if let Some(columns) = complete(sheet) {
        let sure =
            columns.iter().map(|column| if column.field.is_some() { Sure::Heading } else { Sure::Not });
        let columns_sure = sure.map(|sure| (sure, Shape::default())).collect();
        let mapping = Mapping { columns, is_complete: true, as_of, ..Mapping::default() };
        return Guess { mapping, columns: columns_sure, ..Guess::default() };
    }
    let mut guesser = Guesser::new(sheet);
    let layout = Layout::of(&sheet.headings);
    match layout {
        Some(layout) => guesser.by_layout(layout),
        None => guesser.by_what_it_says(),
    }
    let Guesser { fields, sure, shapes, mut remarks, counterparts, .. } = guesser;
    let columns = sheet
        .headings
        .iter()
        .zip(fields)
        .map(|(heading, field)| ColumnUse { heading: heading.clone(), field });
    let mut mapping = Mapping { columns: columns.collect(), as_of, counterparts, ..Mapping::default() };
    mapping.joins_trips = mapping.has(Field::Leader) && !mapping.has(Field::Trip);
    if mapping.has(Field::EventCode) {
        mapping.row_is = RowIs::Report;
        mapping.joins_trips = false;
    } else if events::are_shared(sheet, &mapping) {
        mapping.row_is = RowIs::Participant;
    }
    mapping.year = year_of(file, sheet);
    mapping.calendar = calendar_of(sheet, &mapping);
    settle_order(sheet, &mut mapping, &mut remarks);
    settle_ids(sheet, &mut mapping);
    mapping.kind = are_calls(file, sheet, &mapping).then_some(Kind::Call);
    let say = |field| mapping.columns_of(field).any(|column| say_places(sheet, column));
    if !mapping.says_where() && mapping.kind.is_none() && NAMES.into_iter().any(say) {
        mapping.places = Places::InNames;
    }
    settle_represents(file, sheet, &mut mapping, &shapes, &mut remarks);
    settle_leader(file, sheet, &mut mapping, &mut remarks);
    // `NA` is taken for the code of Namibia there.
    let headings = of_codes(&mapping, sheet).into_iter().map(|column| sheet.headings[column].clone());
    remarks.extend(headings.map(|heading| Remark::NaIsCode { heading }));
    Guess { mapping, layout, columns: sure.into_iter().zip(shapes).collect(), remarks }
}

/// The columns of a table that Summitry wrote: it has two that no other table has, and every column is what
/// it is called.
fn complete(sheet: &Sheet) -> Option<Vec<ColumnUse>> {
    let keys: Vec<String> = sheet.headings.iter().map(|heading| key(heading)).collect();
    let has = |field: Field| keys.contains(&key(field.name()));
    if ![Field::Precision, Field::Participants].into_iter().all(has) {
        return None;
    }
    let mut free: BTreeSet<Field> = Field::ALL.into_iter().collect();
    let columns = sheet.headings.iter().map(|heading| {
        let field = Field::named(heading).filter(|field| free.remove(field));
        ColumnUse { heading: heading.clone(), field }
    });
    Some(columns.collect())
}

/// In which calendar the columns of dates are: one with years from the Hijra where all their years can be of
/// it, and their headings or the script of the table say so.
fn calendar_of(sheet: &Sheet, mapping: &Mapping) -> Calendar {
    let fields = [Field::Start, Field::End, Field::Year, Field::EndYear];
    let columns: Vec<usize> = fields.into_iter().flat_map(|field| mapping.columns_of(field)).collect();
    let cells =
        || columns.iter().flat_map(|&column| (0..sheet.len()).map(move |row| sheet.cell(row, column)));
    let Some(script) = column::years_of_hijra(cells()) else { return Calendar::Todays };
    let headings: Vec<&str> = columns.iter().map(|column| sheet.headings[*column].as_str()).collect();
    column::calendar_said(&headings)
        .or(script)
        .or_else(|| column::calendar_by_script(&sheet.headings))
        .unwrap_or_default()
}

/// Which number of a date is the day: one cell of the columns of dates can decide it for all.
fn settle_order(sheet: &Sheet, mapping: &mut Mapping, remarks: &mut Vec<Remark>) {
    let columns: Vec<usize> =
        [Field::Start, Field::End].into_iter().flat_map(|field| mapping.columns_of(field)).collect();
    let cells =
        || columns.iter().flat_map(|&column| (0..sheet.len()).map(move |row| sheet.cell(row, column)));
    mapping.serials = column::are_serials(cells());
    let stated = columns.iter().find_map(|column| {
        let heading = &sheet.headings[*column];
        Some((stated_order(heading)?, heading.clone()))
    });
    match (column::order_of(cells()), stated) {
        (Verdict::Decided(order, evidence), _) => {
            mapping.order = order;
            remarks.push(Remark::OrderDecided { order, example: evidence.example });
        }
        (Verdict::Either(_) | Verdict::Both { .. }, Some((order, heading))) => {
            mapping.order = order;
            remarks.push(Remark::OrderStated { order, heading });
        }
        (Verdict::Either(evidence), None) => remarks.push(Remark::OrderOpen { example: evidence.example }),
        (Verdict::Both { day_first, month_first, either }, None) => {
            let examples = [day_first.example, month_first.example];
            remarks.push(Remark::OrderMixed { examples });
            if either.cells > 0 {
                remarks.push(Remark::OrderOpen { example: either.example });
            }
        }
        (Verdict::None, _) => {}
    }
}

/// Fields that hold names of meetings.
const NAMES: [Field; 3] = [Field::Occasion, Field::Title, Field::Topic];

/// Whether a table is one of calls: the heading of who is called or calls says so, or the name of the file or
/// of the sheet does.
fn are_calls(file: &str, sheet: &Sheet, mapping: &Mapping) -> bool {
    let fields = [Field::Leader, Field::Counterpart, Field::Participants, Field::Start];
    let used = fields.into_iter().flat_map(|field| mapping.columns_of(field));
    let headings = used.map(|column| sheet.headings[column].as_str());
    let is_of_calls = |text: &str| {
        word::speaks_of_calls(text) || word::kind_in(text).is_some_and(|spoken| spoken.kind == Kind::Call)
    };
    headings.chain([stem(file), sheet.name.as_str()]).any(is_of_calls)
}

/// Of several columns of identities, the one by which rows are one event is that of the meeting. Where a
/// number comes again and again and rows are meetings, it numbers trips.
fn settle_ids(sheet: &Sheet, mapping: &mut Mapping) {
    let is_id = |heading: &str| heading::heading(heading).is_some_and(|found| found.field == "id");
    let columns: Vec<usize> = (0..sheet.width()).filter(|column| is_id(&sheet.headings[*column])).collect();
    if mapping.row_is == RowIs::Meeting {
        for column in columns.iter().filter(|column| mapping.columns[**column].field != Some(Field::Id)) {
            let mut other = mapping.clone();
            other.use_as(*column, Some(Field::Id));
            if comes_again(sheet, *column) && events::are_shared(sheet, &other) {
                *mapping = Mapping { row_is: RowIs::Participant, ..other };
                return;
            }
        }
    }
    let is_number = |column: &usize| NUMBERS.contains(&key(&sheet.headings[*column]).as_str());
    let id = mapping.columns_of(Field::Id).next().filter(is_number);
    if let Some(id) = id.filter(|id| mapping.row_is == RowIs::Meeting && comes_again(sheet, *id))
        && !mapping.has(Field::Trip)
        && (mapping.has(Field::Start) || mapping.has(Field::Year))
    {
        mapping.use_as(id, Some(Field::Trip));
    }
}

/// Headings of columns that count: rows with the same number are of one trip.
const NUMBERS: [&str; 8] = ["no", "nr", "num", "number", "n", "#", "№", "序号"];

/// Whether a good part of the cells of a column stands in it before, each below the other.
fn comes_again(sheet: &Sheet, column: usize) -> bool {
    let cells: Vec<&str> = (0..sheet.len()).map(|row| sheet.cell(row, column).trim()).collect();
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    let again = cells.windows(2).filter(|two| two[0] == two[1] && !two[0].is_empty()).count();
    again * 5 > filled
}

/// Who travels, where no column names anybody: the one person of the list of office holders whom the name of
/// the file, of the sheet or a line above the table names.
fn settle_leader(file: &str, sheet: &Sheet, mapping: &mut Mapping, remarks: &mut Vec<Remark>) {
    if mapping.says_who_travels() {
        return;
    }
    if let Some(name) = traveller(file, sheet) {
        remarks.push(Remark::LeaderByName { name: name.clone() });
        mapping.leader = name;
        mapping.joins_trips = !mapping.has(Field::Trip);
    }
}

/// Whom the travellers represent, where neither the columns nor the list of office holders tell: the state
/// that the name of the file, of the sheet or the lines above the table name.
fn settle_represents(
    file: &str,
    sheet: &Sheet,
    mapping: &mut Mapping,
    shapes: &[Shape],
    remarks: &mut Vec<Remark>,
) {
    if mapping.has(Field::Participants) || mapping.has(Field::LeaderCountry) {
        return;
    }
    let known = mapping.columns_of(Field::Leader).any(|column| shapes[column].are(shapes[column].people, 50));
    if known || mapping.has(Field::Origin) {
        return;
    }
    if let Some((state, word)) = represented(file, sheet) {
        mapping.represents = Some(state);
        // Where nobody is named, the state itself travels.
        mapping.joins_trips |= !mapping.has(Field::Trip) && mapping.row_is == RowIs::Meeting;
        remarks.push(Remark::RepresentsByName { state, word });
    }
}
