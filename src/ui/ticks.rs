//! Ticks of the timeline's axis: years, months or days, as many as have room.

use super::scale::Scale;
use super::style;
use crate::meeting::date::{Dates, PartialDate};
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::query::calendar::{Grain, days_between};
use crate::words::message::{Message, Word};
use crate::words::{say, word};
use jiff::ToSpan;
use jiff::civil::Date;

/// Points from one tick to the next at least.
const LEAST: f32 = 24.0;
/// Points from a tick to its words, and from words to the next tick.
const BESIDE: f32 = 4.0;
const GAP: f32 = 6.0;

/// From one tick to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i64),
    Months(i64),
    Years(i64),
}

const STEPS: [Step; 17] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
    Step::Years(5000),
];

impl Step {
    const fn days(self) -> f32 {
        match self {
            Self::Days(days) => days as f32,
            Self::Months(months) => months as f32 * 30.4,
            Self::Years(years) => years as f32 * 365.2,
        }
    }

    /// The first tick at or after a day.
    fn first(self, day: Date) -> Option<Date> {
        let begin = match self {
            Self::Days(7) => Grain::Week.begin(day),
            Self::Days(_) => day,
            Self::Months(months) => {
                let month = (i64::from(day.month()) - 1) / months * months + 1;
                Date::new(day.year(), month as i8, 1).ok()?
            }
            Self::Years(years) => {
                Date::new(i64::from(day.year()).div_euclid(years).checked_mul(years)?.try_into().ok()?, 1, 1)
                    .ok()?
            }
        };
        if begin < day { self.next(begin) } else { Some(begin) }
    }

    fn next(self, tick: Date) -> Option<Date> {
        let step = match self {
            Self::Days(days) => days.days(),
            Self::Months(months) => months.months(),
            Self::Years(years) => years.years(),
        };
        tick.checked_add(step).ok()
    }

    /// `3 July`, `July`, `2024`; with the year where it begins.
    fn in_words(self, tick: Date, is_first: bool) -> String {
        let of = |date| say(Message::Dates(Dates::on(date)));
        let (year, month) = (tick.year(), tick.month());
        let with_year = is_first || tick.month() == 1;
        match self {
            Self::Days(_) => say(Message::DayOfMonth(tick)),
            Self::Months(_) if with_year => of(PartialDate::Month(year, month)),
            Self::Months(_) => word(Word::Month(month)).to_owned(),
            Self::Years(_) => of(PartialDate::Year(year)),
        }
    }
}

/// A tick with its words, and where these lie in points from the axis's left end.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The day.
    pub day: Date,
    /// Where the tick stands.
    pub x: f32,
    /// What is written there; empty where it has no room.
    pub words: String,
    /// Where the words begin and end.
    pub span: (f32, f32),
}

/// The ticks from a first to a last day over an axis `wide` points long: as close to each other as their
/// words allow.
///
/// The words stand to the right of their tick. Those of the last tick stand so that they end with the axis if
/// they would run over it, and are left out if they then touched the words before. The first day is named at
/// the axis's left end, although no tick stands there, if its words end before the first tick.
#[must_use]
pub fn ticks(first: Date, last: Date, wide: f32) -> Vec<Tick> {
    let day = wide / (days_between(first, last) + 1) as f32;
    let fits = |step: &Step| step.days() * day >= LEAST;
    let tried = STEPS.into_iter().filter(fits).map(|step| (step, of_step(step, first, last, day)));
    let found = tried.into_iter().find(|(_, ticks)| {
        let ends = ticks.iter().map(|tick| tick.span.1);
        ends.zip(ticks.iter().skip(1)).all(|(end, next)| end + GAP <= next.x)
    });
    let (step, ticks) = found.unwrap_or((Step::Years(1), Vec::new()));
    with_its_first_day(within(ticks, wide), step, first, wide)
}

fn of_step(step: Step, first: Date, last: Date, day: f32) -> Vec<Tick> {
    let days = std::iter::successors(step.first(first), |tick| step.next(*tick));
    let days = days.take_while(|tick| *tick <= last).enumerate();
    days.map(|(i, at)| tick(at, day * days_between(first, at) as f32, step.in_words(at, i == 0))).collect()
}

fn tick(day: Date, x: f32, words: String) -> Tick {
    let start = x + BESIDE;
    let end = start + width(&words, size::SMALL, Weight::Regular);
    Tick { day, x, words, span: (start, end) }
}

/// The ticks with the words of the last one inside the axis, or without them.
fn within(mut ticks: Vec<Tick>, wide: f32) -> Vec<Tick> {
    let Some(mut last) = ticks.pop() else { return ticks };
    let over = (last.span.1 - wide).max(0.0);
    last.span = (last.span.0 - over, last.span.1 - over);
    let free_from = ticks.last().map_or(0.0, |before| before.span.1 + GAP);
    if last.span.0 < free_from {
        last.words.clear();
        last.span = (last.x, last.x);
    }
    ticks.push(last);
    ticks
}

/// The ticks with the first day named before them, where there is room for it. The first tick then need not
/// say the year again.
fn with_its_first_day(mut ticks: Vec<Tick>, step: Step, first: Date, wide: f32) -> Vec<Tick> {
    if ticks.first().is_some_and(|tick| tick.day == first) {
        return ticks;
    }
    let named = Tick { span: (0.0, 0.0), ..tick(first, 0.0, step.in_words(first, true)) };
    let end = width(&named.words, size::SMALL, Weight::Regular);
    if ticks.first().map_or(wide, |tick| tick.span.0) < end + GAP {
        return ticks;
    }
    if let Some(tick) = ticks.first_mut().filter(|tick| !tick.words.is_empty()) {
        tick.words = step.in_words(tick.day, false);
        tick.span.1 = tick.span.0 + width(&tick.words, size::SMALL, Weight::Regular);
    }
    ticks.insert(0, Tick { span: (0.0, end), ..named });
    ticks
}

/// Draws the ticks and their words below the bars.
pub fn ticks_ui(ui: &egui::Ui, look: &Look, scale: &Scale) {
    let ink = style::colour(look.quiet_ink);
    let font = style::font(size::SMALL, Weight::Regular);
    let left = scale.rect.left();
    for Tick { day, x, words, span } in ticks(scale.first, scale.last, scale.rect.width()) {
        if day > scale.first || x + BESIDE <= span.0 {
            let stroke = egui::Stroke::new(1.0, ink);
            ui.painter().vline(left + x, scale.base()..=scale.base() + 4.0, stroke);
        }
        let corner = egui::pos2(left + span.0, scale.base() + 3.0);
        ui.painter().text(corner, egui::Align2::LEFT_TOP, words, font.clone(), ink);
    }
}
