//! Ticks of the timeline's axis: years, months or days, as many as have room.

use super::style;
use super::timeline::Scale;
use crate::meeting::date::{Dates, PartialDate};
use crate::picture::look::{Look, size};
use crate::picture::text::{Weight, width};
use crate::query::calendar::Grain;
use crate::words::message::{Message, Word};
use crate::words::{say, word};
use jiff::ToSpan;
use jiff::civil::Date;

/// Points that a tick's words take at least.
const ROOM: f32 = 58.0;

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
        let year = say(Message::Dates(Dates::on(PartialDate::Year(tick.year()))));
        let month = word(Word::Month(tick.month()));
        let with_year = is_first || tick.month() == 1;
        match self {
            Self::Days(_) => format!("{} {month}", tick.day()),
            Self::Months(_) if with_year => format!("{month} {year}"),
            Self::Months(_) => month.to_owned(),
            Self::Years(_) => year,
        }
    }
}

/// Draws the ticks and their words below the bars.
pub fn ticks_ui(ui: &egui::Ui, look: &Look, scale: &Scale) {
    let day = scale.day();
    let wide = |step: &Step| if matches!(step, Step::Months(_)) { ROOM + 34.0 } else { ROOM };
    let step = STEPS.into_iter().find(|step| step.days() * day >= wide(step)).unwrap_or(Step::Years(5000));
    let ink = style::colour(look.quiet_ink);
    let font = style::font(size::NOTE, Weight::Regular);
    let mut tick = step.first(scale.first);
    let mut is_first = true;
    while let Some(at) = tick.filter(|at| *at <= scale.last) {
        let x = scale.x(at);
        ui.painter().vline(x, scale.base()..=scale.base() + 4.0, egui::Stroke::new(1.0, ink));
        let words = step.in_words(at, is_first);
        if x + 4.0 + width(&words, size::NOTE, Weight::Regular) <= scale.rect.right() {
            let corner = egui::pos2(x + 4.0, scale.base() + 3.0);
            ui.painter().text(corner, egui::Align2::LEFT_TOP, words, font.clone(), ink);
        }
        is_first = false;
        tick = step.next(at);
    }
}
