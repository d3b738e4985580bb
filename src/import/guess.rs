//! A mapping for a table that nobody has described: from its headings, and where they leave it open, from its
//! cells.

use super::around::{represented, stated_order, year_of};
use super::columns::of_codes;
use super::events;
use super::field::{Field, key};
use super::guesser::{Guesser, Sure};
use super::layout::Layout;
use super::mapping::{ColumnUse, Mapping, RowIs};
use super::remark::Remark;
use super::shape::Shape;
use super::sheet::Sheet;
use super::when::column::{self, Verdict};
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
    settle_order(sheet, &mut mapping, &mut remarks);
    settle_represents(file, sheet, &mut mapping, &shapes, &mut remarks);
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
        remarks.push(Remark::RepresentsByName { state, word });
    }
}
