//! The form of a file in a row of chips: which file, sheet, headings, encoding, separator, what a row is and
//! the order of dates; each can be changed.

use super::act::Act;
use super::choice::{Face, choice_ui, line_ui};
use super::preview::Preview;
use super::sign::{Sign, sign_ui};
use crate::import::encoding::Encoding;
use crate::import::events::can_be;
use crate::import::field::Field;
use crate::import::mapping::RowIs;
use crate::import::remark::{Remark, Tally};
use crate::import::sheet::CountedBy;
use crate::import::source::SourceKind;
use crate::import::source::stated::HeadingRow;
use crate::import::when::Order;
use crate::picture::look::Look;
use crate::ui::style::quiet;
use crate::words::message::{Message, Noun};
use crate::words::part::importing::{Importing, ImportingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use egui::Ui;

/// The chips of the file that is shown, in as many lines as they need.
pub fn chips_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(7.0, 6.0);
        file_ui(ui, look, preview, acts);
        sheet_ui(ui, look, preview, acts);
        headings_ui(ui, look, preview, acts);
        encoding_ui(ui, look, preview, acts);
        separator_ui(ui, look, preview, acts);
        rows_ui(ui, look, preview, acts);
        trips_ui(ui, look, preview, acts);
        order_ui(ui, look, preview, acts);
    });
}

fn face<'a>(name: &'a str, chosen: &'a str) -> Face<'a> {
    Face { name, is_named: true, chosen, sign: None, width: 0.0, is_lit: false }
}

fn file_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let count = preview.files.len();
    if count < 2 {
        return;
    }
    let name = preview.file().input.name();
    let chosen = say(ImportingText::FileOf(&name, preview.current + 1, count));
    let act = choice_ui(ui, look, face(label(Importing::File), &chosen), |ui| {
        let mut act = None;
        for (place, one) in preview.files.iter().enumerate() {
            let rows = say(Message::Count(one.draft.table().len(), Noun::Row));
            if line_ui(ui, look, &one.input.name(), &rows, place == preview.current) {
                act = Some(Act::File(place));
            }
        }
        ui.separator();
        if line_ui(ui, look, &say(ImportingText::LeaveOut(&name)), "", false) {
            act = Some(Act::LeaveOut(preview.current));
        }
        act
    });
    acts.extend(act);
}

fn sheet_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let draft = &preview.file().draft;
    if draft.source.sheets.len() < 2 {
        return;
    }
    let name = |place: usize| {
        let name = &draft.source.sheets[place].name;
        if name.is_empty() { say(ImportingText::Table(place + 1)) } else { name.clone() }
    };
    let chosen = name(draft.sheet);
    let act = choice_ui(ui, look, face(label(Importing::Sheet), &chosen), |ui| {
        let mut act = None;
        for (place, sheet) in draft.source.sheets.iter().enumerate() {
            let rows = if sheet.is_empty() {
                label(Importing::Empty).to_owned()
            } else {
                say(Message::Count(sheet.len(), Noun::Row))
            };
            if line_ui(ui, look, &name(place), &rows, place == draft.sheet) {
                act = Some(Act::Sheet(place));
            }
        }
        act
    });
    acts.extend(act);
}

/// Whether the rows of a form have a line of headings that could be another one.
const fn has_heading_line(kind: SourceKind) -> bool {
    match kind {
        SourceKind::Delimited | SourceKind::Xlsx | SourceKind::Xls | SourceKind::Ods | SourceKind::Html => {
            true
        }
        SourceKind::Json
        | SourceKind::JsonLines
        | SourceKind::GeoJson
        | SourceKind::Xml
        | SourceKind::Parquet => false,
    }
}

fn headings_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    /// Lines that are offered.
    const OFFERED: usize = 12;
    let file = preview.file();
    let table = file.draft.table();
    if !has_heading_line(file.draft.source.kind) {
        return;
    }
    let chosen = match table.heading_line {
        Some(line) if table.count == CountedBy::Lines => say(ImportingText::HeadingsInLine(line)),
        Some(row) => say(ImportingText::HeadingsInRow(row)),
        None => label(Importing::NoHeadingsChosen).to_owned(),
    };
    let act = choice_ui(ui, look, face(label(Importing::Headings), &chosen), |ui| {
        let mut act = None;
        if line_ui(ui, look, label(Importing::FoundByProgram), "", file.form.headings.is_none()) {
            act = Some(Act::Headings(None));
        }
        if line_ui(
            ui,
            look,
            label(Importing::NoHeadings),
            label(Importing::ColumnsNumbered),
            file.form.headings == Some(HeadingRow::None),
        ) {
            act = Some(Act::Headings(Some(HeadingRow::None)));
        }
        for row in table.grid.rows().take(OFFERED) {
            let line = row.line();
            let start: String = row.as_text().chars().take(36).collect();
            let is_chosen = file.form.headings == Some(HeadingRow::Line(line));
            let name = if table.count == CountedBy::Lines {
                ImportingText::Line(line)
            } else {
                ImportingText::SheetRow(line)
            };
            if line_ui(ui, look, &say(name), &start, is_chosen) {
                act = Some(Act::Headings(Some(HeadingRow::Line(line))));
            }
        }
        act
    });
    acts.extend(act);
}

fn encoding_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let file = preview.file();
    let Some(read) = file.draft.source.text else { return };
    if read.encoding == Encoding::Utf8 && !read.is_guess && read.unread == 0 && file.form.encoding.is_none() {
        // Nothing speaks against it, and few know what it is.
        return;
    }
    let is_doubtful = read.unread > 0;
    let sign = if is_doubtful {
        Some(Sign::Asks)
    } else if read.is_guess {
        Some(Sign::Likely)
    } else {
        None
    };
    let face = Face { sign, ..face(label(Importing::Encoding), read.encoding.name()) };
    let act = choice_ui(ui, look, face, |ui| {
        let mut act = None;
        if line_ui(ui, look, label(Importing::FoundByProgram), "", file.form.encoding.is_none()) {
            act = Some(Act::Encoding(None));
        }
        for encoding in Encoding::ALL {
            if line_ui(ui, look, encoding.name(), "", file.form.encoding == Some(encoding)) {
                act = Some(Act::Encoding(Some(encoding)));
            }
        }
        act
    });
    acts.extend(act);
}

/// The signs that may part cells.
const SEPARATORS: [(char, Importing); 5] = [
    (',', Importing::Comma),
    (';', Importing::Semicolon),
    ('\t', Importing::Tab),
    ('|', Importing::Bar),
    ('^', Importing::Caret),
];

fn separator_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let file = preview.file();
    let Some(now) = file.draft.source.delimiter.map(char::from) else { return };
    let known = SEPARATORS.iter().find(|(sign, _)| *sign == now);
    let chosen = known.map_or_else(|| now.to_string(), |(_, name)| label(*name).to_owned());
    let act = choice_ui(ui, look, face(label(Importing::Separator), &chosen), |ui| {
        let mut act = None;
        if line_ui(ui, look, label(Importing::FoundByProgram), "", file.form.delimiter.is_none()) {
            act = Some(Act::Separator(None));
        }
        for (sign, name) in SEPARATORS {
            if line_ui(ui, look, &sentence_case(label(name)), "", file.form.delimiter == Some(sign)) {
                act = Some(Act::Separator(Some(sign)));
            }
        }
        act
    });
    acts.extend(act);
}

/// What a row is: offered where several rows can tell of one event.
fn rows_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let draft = &preview.file().draft;
    let mapping = &draft.mapping;
    // What the table was taken for can be chosen again: that rows are of one record stands in no column.
    let guessed = draft.guess.mapping.row_is;
    let may_be = |one: &RowIs| *one == mapping.row_is || *one == guessed || can_be(*one, mapping);
    let offered: Vec<RowIs> = RowIs::ALL.into_iter().filter(may_be).collect();
    if mapping.is_complete || offered.len() < 2 {
        return;
    }
    let act = choice_ui(ui, look, face(label(Importing::EachRow), row_in_words(mapping.row_is)), |ui| {
        let mut act = None;
        for row_is in offered {
            let name = sentence_case(row_in_words(row_is));
            if line_ui(ui, look, &name, about_rows(row_is), row_is == mapping.row_is) {
                act = Some(Act::Rows(preview.current, row_is));
            }
        }
        act
    });
    acts.extend(act);
}

fn row_in_words(row_is: RowIs) -> &'static str {
    match row_is {
        RowIs::Meeting => label(Importing::RowIsMeeting),
        RowIs::Participant => label(Importing::RowIsParticipant),
        RowIs::Report => label(Importing::RowIsReport),
    }
}

fn about_rows(row_is: RowIs) -> &'static str {
    match row_is {
        RowIs::Meeting => label(Importing::RowIsMeetingMeans),
        RowIs::Participant => label(Importing::RowIsParticipantMeans),
        RowIs::Report => label(Importing::RowIsReportMeans),
    }
}

/// Whether rows of one traveller that follow each other day by day are one journey.
fn trips_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let mapping = &preview.file().draft.mapping;
    let can_join =
        mapping.has(Field::Leader) && !mapping.has(Field::Trip) && mapping.row_is == RowIs::Meeting;
    if mapping.is_complete || !can_join {
        return;
    }
    let name = |joins: bool| label(if joins { Importing::TripsJoined } else { Importing::TripsApart });
    let act = choice_ui(ui, look, face(label(Importing::Trips), name(mapping.joins_trips)), |ui| {
        let mut act = None;
        for (joins, about) in [(true, Importing::TripsJoinedMeans), (false, Importing::TripsApartMeans)] {
            if line_ui(ui, look, &sentence_case(name(joins)), label(about), joins == mapping.joins_trips) {
                act = Some(Act::JoinsTrips(preview.current, joins));
            }
        }
        act
    });
    acts.extend(act);
}

fn order_ui(ui: &mut Ui, look: &Look, preview: &Preview, acts: &mut Vec<Act>) {
    let draft = &preview.file().draft;
    let is_of_order = |remark: &&Remark| {
        matches!(remark, Remark::OrderDecided { .. } | Remark::OrderStated { .. } | Remark::OrderOpen { .. })
    };
    let Some(remark) = draft.guess.remarks.iter().find(is_of_order) else { return };
    let order = draft.mapping.order;
    let face = Face { is_lit: true, ..face(label(Importing::Dates), order_in_words(order)) };
    let act = choice_ui(ui, look, face, |ui| {
        let mut act = None;
        for other in Order::ALL {
            if line_ui(ui, look, &sentence_case(order_in_words(other)), about_order(other), other == order) {
                act = Some(Act::Order(preview.current, other));
            }
        }
        act
    });
    acts.extend(act);
    let is_decided = matches!(
        remark,
        Remark::OrderDecided { order: decided, .. } | Remark::OrderStated { order: decided, .. }
            if *decided == order
    );
    let (sign, words) = if is_decided {
        (Sign::Sure, say(Message::Remark(remark, Tally { count: 1, first_line: None })))
    } else if order == Order::Undecided {
        (Sign::Asks, label(Importing::NoDayDecided).to_owned())
    } else {
        (Sign::Sure, label(Importing::AsYouSaid).to_owned())
    };
    let room = ui.available_size_before_wrap().x;
    sign_ui(ui, look, sign).on_hover_text(&words);
    if room > 240.0 {
        ui.add(egui::Label::new(quiet(&words)).truncate()).on_hover_text(words);
    }
}

/// Which number of a date is the day.
#[must_use]
pub fn order_in_words(order: Order) -> &'static str {
    match order {
        Order::DayFirst => label(Importing::DayFirst),
        Order::MonthFirst => label(Importing::MonthFirst),
        Order::Undecided => label(Importing::NotDecided),
    }
}

fn about_order(order: Order) -> &'static str {
    match order {
        Order::DayFirst => label(Importing::DayFirstMeans),
        Order::MonthFirst => label(Importing::MonthFirstMeans),
        Order::Undecided => label(Importing::NotDecidedMeans),
    }
}
