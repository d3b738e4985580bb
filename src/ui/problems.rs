//! The list of what is wrong in the table, grouped by what it is about: the first rows of each group, all on
//! demand. A click leads to the meeting.

use super::in_sight::in_sight_ui;
use super::style::{self, quiet};
use crate::import::problem::{Problem, ProblemKind};
use crate::import::problems::{Problems, not_listed};
use crate::import::remark::Remarks;
use crate::meeting::Meeting;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::picture::look::size;
use crate::picture::text::Weight;
use crate::picture::wrap::shortened;
use crate::words::message::Message;
use crate::words::part::button::Button;
use crate::words::part::faults::{Faults, FaultsText};
use crate::words::part::importing::Importing;
use crate::words::part::lists::ListText;
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use egui::{Align2, Role, Sense, WidgetInfo};
use std::path::Path;

/// The height of a row: where, what, and what to do.
const ROW: f32 = 58.0;
/// The height of the list, where the window has room for it.
const HIGH: f32 = 420.0;

/// Every problem with its place, its meeting and what to do, and a button that copies them all. Gives the
/// meeting of the problem that was clicked.
pub fn problems_ui(
    ui: &mut egui::Ui,
    (problems, remarks): (&Problems, &Remarks),
    record: &Meetings,
) -> Option<MeetingId> {
    if problems.is_empty() {
        ui.label(label(Faults::Nothing));
        remarks_ui(ui, remarks);
        return None;
    }
    let lost = problems.iter().filter(|problem| problem.row_lost).count();
    ui.label(quiet(say(FaultsText::All(problems.count(), lost))));
    ui.add_space(4.0);
    let mut clicked = None;
    let several = problems.iter().any(|problem| problem.file != problems[0].file);
    let high = HIGH.min(ui.ctx().content_rect().height() - 210.0).max(2.0 * ROW);
    let area = egui::ScrollArea::vertical().id_salt("problems").auto_shrink(false);
    area.max_height(high).min_scrolled_height(high).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for about in About::ALL {
            clicked = group_ui(ui, problems, about, several, record).or(clicked.take());
        }
        remarks_ui(ui, remarks);
    });
    if ui.button(label(Faults::CopyAll)).clicked() {
        let lines: Vec<String> =
            problems.told().iter().map(|problem| say(Message::Problem(problem))).collect();
        ui.ctx().copy_text(lines.join("\n"));
    }
    clicked
}

/// How the files were understood where they could have been understood otherwise.
fn remarks_ui(ui: &mut egui::Ui, remarks: &Remarks) {
    let several = remarks.iter().zip(remarks.iter().skip(1)).any(|((one, ..), (next, ..))| one != next);
    for (number, (file, remark, tally)) in remarks.iter().enumerate() {
        if number == 0 {
            ui.add_space(8.0);
            ui.label(style::strong(label(Importing::HowRead)));
        }
        let words = sentence_case(&say(Message::Remark(remark, tally)));
        let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
        let words = match name.filter(|_| several) {
            Some(name) => format!("{name}: {words}"),
            None => words,
        };
        ui.add(egui::Label::new(words).wrap());
    }
}

/// What problems are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// The file as a whole, and rows that are left out.
    File,
    /// Places.
    Places,
    /// Dates.
    Dates,
    /// People and whom they represent.
    People,
    /// Kinds, statuses and numbers.
    Words,
}

impl About {
    /// Everything, in the order of the list.
    pub const ALL: [Self; 5] = [Self::File, Self::Places, Self::Dates, Self::People, Self::Words];

    /// The heading of the group.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::File => label(Faults::File),
            Self::Places => label(Faults::Places),
            Self::Dates => label(Faults::Dates),
            Self::People => label(Faults::People),
            Self::Words => label(Faults::Words),
        }
    }

    /// What a problem is about.
    #[must_use]
    pub const fn of(problem: &Problem) -> Self {
        if matches!(problem.kind, ProblemKind::Place(_) | ProblemKind::NoDegrees(_)) {
            Self::Places
        } else if matches!(
            problem.kind,
            ProblemKind::NoDate { .. }
                | ProblemKind::EndBeforeStart { .. }
                | ProblemKind::NoPrecision(_)
                | ProblemKind::OtherPrecision { .. }
        ) {
            Self::Dates
        } else if matches!(problem.kind, ProblemKind::People(_)) {
            Self::People
        } else if matches!(
            problem.kind,
            ProblemKind::NoKind(_)
                | ProblemKind::NoStatus(_)
                | ProblemKind::NoStop(_)
                | ProblemKind::NoTrip(_)
                | ProblemKind::NoCount(_)
                | ProblemKind::IdTaken { .. }
        ) {
            Self::Words
        } else {
            Self::File
        }
    }
}

/// Rows of a group that are shown at first.
const FIRST: usize = 5;

/// A group under its heading. Gives the meeting of the problem that was clicked.
fn group_ui(
    ui: &mut egui::Ui,
    problems: &Problems,
    about: About,
    names_file: bool,
    record: &Meetings,
) -> Option<MeetingId> {
    let group: Vec<&Problem> = problems.iter().filter(|problem| About::of(problem) == about).collect();
    let unlisted: Vec<(&Problem, usize)> =
        problems.unlisted().filter(|(problem, _)| About::of(problem) == about).collect();
    if group.is_empty() && unlisted.is_empty() {
        return None;
    }
    let all = group.len() + unlisted.iter().map(|(_, count)| count).sum::<usize>();
    let number = say(Message::Number(all));
    ui.add_space(6.0);
    let heading = ui.label(style::strong(format!("{}: {number}", about.name())));
    heading.ctx.accesskit_node_builder(heading.id, |node| node.set_role(Role::Heading));
    let id = egui::Id::unique(("problems about", about));
    let shows_all = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let shown = if shows_all { group.len() } else { group.len().min(FIRST) };
    let mut clicked = None;
    in_sight_ui(ui, about.name(), shown, ROW, |ui, i| {
        let told = Told { problem: group[i], names_file, record };
        clicked = told.ui(ui).or(clicked.take());
    });
    if group.len() > FIRST {
        let words =
            if shows_all { label(Button::ShowFewer).to_owned() } else { say(ListText::ShowAll(group.len())) };
        if ui.button(words).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !shows_all));
        }
    }
    for (first, count) in unlisted {
        Told { problem: &not_listed(first, count), names_file, record }.ui(ui);
    }
    clicked
}

/// A problem as the list tells it.
struct Told<'a> {
    problem: &'a Problem,
    /// Whether there are several files.
    names_file: bool,
    record: &'a Meetings,
}

impl Told<'_> {
    /// Its meeting, if that is still in the table.
    fn meeting(&self) -> Option<&Meeting> {
        let id = self.problem.meeting.as_ref()?;
        self.record.row_of(id.as_str()).map(|row| self.record.get(row))
    }

    /// Three lines: the place, what is wrong, and what to do. The whole text is at the pointer. Gives the
    /// meeting on a click.
    fn ui(&self, ui: &mut egui::Ui) -> Option<MeetingId> {
        let meeting = self.meeting();
        let sense = if meeting.is_some() { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), sense);
        let whole = say(Message::Problem(self.problem));
        response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &whole));
        if !ui.is_rect_visible(rect) {
            return None;
        }
        if meeting.is_some() && (response.hovered() || response.has_focus()) {
            ui.painter().rect_filled(rect, 4.0, ui.visuals().widgets.hovered.weak_bg_fill);
        }
        self.lines_ui(ui, rect);
        let clicked = response.clicked();
        response.on_hover_text(whole);
        meeting.filter(|_| clicked).map(|meeting| meeting.id.clone())
    }

    fn lines_ui(&self, ui: &egui::Ui, rect: egui::Rect) {
        let (painter, visuals) = (ui.painter(), ui.visuals());
        let kind = &self.problem.kind;
        let lines = [
            (self.place(), size::SMALL, visuals.weak_text_color()),
            (sentence_case(&say(Message::Wrong(kind))), size::VENUE, visuals.text_color()),
            (say(Message::Remedy(kind)), size::SMALL, visuals.weak_text_color()),
        ];
        let mut top = rect.top() + 4.0;
        for (words, points, ink) in lines {
            let words = shortened(&words, points, Weight::Regular, rect.width() - 8.0);
            let font = style::font(points, Weight::Regular);
            painter.text(egui::pos2(rect.left() + 4.0, top), Align2::LEFT_TOP, words, font, ink);
            top += points + 5.0;
        }
    }

    /// `Line 14, column 2 (start) · Talks in Minsk`; with the file where there are several.
    fn place(&self) -> String {
        let Problem { file, line, column, row_lost, kind: _, meeting: _ } = self.problem;
        let name =
            || Path::new(file).file_name().map_or_else(|| file.clone(), |name| name.to_string_lossy().into());
        let file = (self.names_file || line.is_none()).then(name);
        let line = line.map(|line| say(FaultsText::Line(line)));
        let column = column.as_ref().map(|column| say(FaultsText::Column(column.number, &column.name)));
        let lost = row_lost.then(|| label(Importing::RowLeftOut).to_owned());
        let parts: Vec<String> = [file, line, column, lost].into_iter().flatten().collect();
        let place = sentence_case(&parts.join(", "));
        match self.meeting() {
            Some(meeting) => format!("{place} · {}", meeting.title),
            None => place,
        }
    }
}
