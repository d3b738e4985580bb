//! Work under way: the window's jobs, with what is said about them after a moment and a button to cancel
//! each.

use super::style;
use crate::picture::look::Look;
use crate::words::part::button::Button;
use crate::words::part::doing::DoingText;
use crate::words::{label, say};
use crate::work::{Job, Polled, Progress, Worker};

/// Seconds that a job may take without a word.
const SILENT: f64 = 0.3;
/// The width of the box that tells of jobs, in points.
const WIDE: f32 = 320.0;

/// A job, what it does, and since when.
#[derive(Debug)]
pub struct UnderWay<T> {
    job: Job<T>,
    what: String,
    /// In seconds of the window's time.
    since: f64,
}

impl<T: Send + 'static> UnderWay<T> {
    /// Starts a job that is told as `what`, such as `Reading trips.csv`. It wakes the window when it has
    /// something to say.
    #[must_use]
    pub fn start(
        ctx: &egui::Context,
        what: impl Into<String>,
        work: impl FnOnce(&Worker) -> T + Send + 'static,
    ) -> Self {
        let waker = ctx.clone();
        let since = ctx.input(|input| input.time);
        // The first words about it come by themselves.
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(SILENT));
        Self { job: Job::start(move || waker.request_repaint(), work), what: what.into(), since }
    }
}

/// The result of the job in a slot, which is empty afterwards; `None` while it works. A job that was lost is
/// said as an error.
pub fn finished<T>(slot: &mut Option<UnderWay<T>>) -> Option<Result<T, String>> {
    let under_way = slot.as_ref()?;
    let result = match under_way.job.poll() {
        Polled::Working => return None,
        Polled::Done(made) => Ok(made),
        Polled::Lost => Err(say(DoingText::Lost(&under_way.what))),
    };
    *slot = None;
    Some(result)
}

/// Something that is told about in the box: what it is, how far, and since when.
pub struct Told {
    what: String,
    progress: Progress,
    since: f64,
    may_be_cancelled: bool,
}

impl Told {
    /// The same of a job that is not to be cancelled: it writes a file, or would begin again.
    #[must_use]
    pub fn to_its_end(self) -> Self {
        Self { may_be_cancelled: false, ..self }
    }
}

/// What is to be told of a slot.
#[must_use]
pub fn told<T>(slot: Option<&UnderWay<T>>) -> Option<Told> {
    let UnderWay { job, what, since } = slot?;
    Some(Told { what: what.clone(), progress: job.progress(), since: *since, may_be_cancelled: true })
}

/// A line for everything that has been under way for a moment, in the upper right of `room`. Gives the number
/// of the one to cancel.
#[must_use]
pub fn under_way_ui(
    ctx: &egui::Context,
    look: &Look,
    all: &[Option<Told>],
    room: egui::Rect,
) -> Option<usize> {
    let now = ctx.input(|input| input.time);
    let long = all.iter().enumerate().filter_map(|(i, told)| Some((i, told.as_ref()?)));
    let long: Vec<(usize, &Told)> = long.filter(|(_, told)| now - told.since >= SILENT).collect();
    if long.is_empty() {
        return None;
    }
    let corner = room.right_top() + egui::vec2(-12.0, 12.0);
    let area = egui::Area::new(egui::Id::unique("under way")).order(egui::Order::Tooltip);
    let area = area.pivot(egui::Align2::RIGHT_TOP).fixed_pos(corner).constrain_to(room);
    let shown = area.show(ctx, |ui| {
        let stroke = egui::Stroke::new(1.0, style::colour(look.quiet_ink));
        egui::Frame::popup(ui.style()).stroke(stroke).inner_margin(10).show(ui, |ui| {
            ui.set_width(WIDE.min(room.width() - 48.0));
            let mut cancelled = None;
            for (i, told) in long {
                if told_ui(ui, told) {
                    cancelled = Some(i);
                }
            }
            cancelled
        })
    });
    shown.inner.inner
}

/// One line; true when its button was pressed.
fn told_ui(ui: &mut egui::Ui, told: &Told) -> bool {
    let words = match &told.progress {
        Progress::Unknown => say(DoingText::UnderWay(&told.what)),
        Progress::Share(share) => say(DoingText::Share(&told.what, *share)),
        Progress::Doing(at) => say(DoingText::At(&told.what, at)),
    };
    ui.horizontal(|ui| {
        let cancelled = ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let cancelled = told.may_be_cancelled && ui.button(label(Button::Cancel)).clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(words).truncate());
            });
            cancelled
        });
        cancelled.inner
    })
    .inner
}
