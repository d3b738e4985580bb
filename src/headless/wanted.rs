//! What options say of a map, over what a project says of it.

use crate::drawing::{Bundling, CountryFill, Course, Drawing, LineWidths, PastDisplay};
use crate::gazetteer::language::Language;
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::meeting::{Position, Status};
use crate::page::{Below, Page, PageFormat, TextSize, Texts};
use crate::query::calendar::Grain;
use crate::query::question::baseline::Baseline;
use crate::query::question::filter::{Field, Filter};
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Rule, Sidelines, Summits, Unit};
use crate::state::{Aids, State, Theme, Time};
use jiff::civil::Date;

/// What is said of a map. What is not said is as the project has it, or as the program begins.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which meetings are shown, but for the leaders. A field that asks for something takes the place of the
    /// project's.
    pub filter: Filter,
    /// What they are compared with.
    pub compare: WantedBaseline,
    /// The counting rule.
    pub rule: WantedRule,
    /// Which lines are drawn.
    pub reading: Option<Reading>,
    /// How lines and land are drawn.
    pub drawing: WantedDrawing,
    /// How the globe is laid flat.
    pub projection: Option<Projection>,
    /// The middle of the map.
    pub centre: Option<Position>,
    /// What helps to read the map.
    pub aids: WantedAids,
    /// Who each area of contested status is drawn with.
    pub borders: Option<BorderPolicy>,
    /// Colours.
    pub theme: Option<Theme>,
    /// The language of the map.
    pub language: Option<Language>,
    /// The title of the picture.
    pub title: Option<String>,
    /// The other words around the map.
    pub texts: WantedTexts,
    /// How the picture is made up.
    pub page: WantedPage,
    /// How time passes.
    pub time: WantedTime,
}

/// The words around the map, beside the title.
#[derive(Clone, Debug, Default)]
pub struct WantedTexts {
    /// Below the title.
    pub subtitle: Option<String>,
    /// At the foot.
    pub note: Option<String>,
    /// Where the meetings are from.
    pub sources: Option<String>,
}

/// How a picture is made up.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedPage {
    /// For which format.
    pub format: Option<PageFormat>,
    /// Whether a size was asked for, which is none of a format.
    pub has_own_size: bool,
    /// How large letters are.
    pub text: Option<TextSize>,
    /// Whether there is a legend.
    pub legend: Option<bool>,
    /// What stands under the map.
    pub below: Option<Below>,
    /// Whether the paper is left clear.
    pub transparent: bool,
}

/// People named on the command line, who can only be told from the meetings.
#[derive(Clone, Debug, Default)]
pub struct WantedLeaders {
    /// One of them takes part.
    pub asked: Vec<String>,
    /// None of them does.
    pub excluded: Vec<String>,
}

/// How time passes.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedTime {
    /// How long a bar of the timeline is.
    pub grain: Option<Grain>,
    /// What becomes of what lies before the window.
    pub past: Option<PastDisplay>,
}

/// The same filter in another period.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedBaseline {
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
    /// Numbers per month.
    pub per_month: bool,
}

/// What is counted.
#[derive(Clone, Debug, Default)]
pub struct WantedRule {
    /// The unit.
    pub unit: Option<Unit>,
    /// Sidelines are a part of their summit.
    pub fold_sidelines: bool,
    /// A summit counts once for each state at the table.
    pub summits_per_participant: bool,
    /// Meetings of these statuses do not count.
    pub without: Vec<Status>,
}

/// How lines and land are drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedDrawing {
    /// The shape of lines.
    pub course: Option<Course>,
    /// A line for each meeting.
    pub fan_lines: bool,
    /// Widths of lines are those of every map.
    pub fixed_widths: bool,
    /// What colours tell apart.
    pub colour: Option<GroupBy>,
    /// Countries are filled by how much they count.
    pub fill_by_count: bool,
}

/// What helps to read the map.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedAids {
    /// Tropics and polar circles.
    pub circles: bool,
    /// A bar that says how long so many kilometres are.
    pub scale_bar: bool,
    /// No meridians and parallels.
    pub no_graticule: bool,
}

impl Wanted {
    /// A project's state, or the one that the program begins with, with what is said in it.
    #[must_use]
    pub fn over(self, state: State) -> State {
        let Self {
            filter,
            compare,
            rule,
            reading,
            drawing,
            projection,
            centre,
            aids,
            borders,
            theme,
            language,
            title,
            texts,
            page,
            time,
        } = self;
        let compare = compare.over(&filter, &state);
        State {
            filter: filter_over(&filter, state.filter),
            compare,
            rule: rule.over(state.rule),
            reading: reading.unwrap_or(state.reading),
            drawing: drawing.over(state.drawing),
            projection: projection.unwrap_or(state.projection),
            meridian: centre.map_or(state.meridian, |centre| centre.lon),
            centre: centre.or(state.centre),
            aids: aids.over(state.aids),
            borders: borders.unwrap_or(state.borders),
            theme: theme.unwrap_or(state.theme),
            language: language.unwrap_or(state.language),
            title: title.unwrap_or(state.title),
            texts: texts.over(state.texts),
            page: page.over(state.page),
            page_theme: if theme.is_some() { None } else { state.page_theme },
            time: Time { grain: time.grain.or(state.time.grain), mode: time.past.unwrap_or(state.time.mode) },
            ..state
        }
    }
}

/// A filter with those fields of another one that ask for something.
fn filter_over(wanted: &Filter, filter: Filter) -> Filter {
    Field::ALL
        .into_iter()
        .filter(|field| wanted.asks(*field))
        .fold(filter, |filter, field| filter.with(field, wanted))
}

impl WantedBaseline {
    fn over(self, filter: &Filter, state: &State) -> Option<Baseline> {
        let Self { from, to, per_month } = self;
        if from.is_some() || to.is_some() {
            let before = Filter { from, to, ..filter_over(filter, state.filter.clone()) };
            return Some(Baseline { before, per_month, follows: None });
        }
        // Both sides of a comparison are filtered alike, but for the period.
        let others = filter.without(Field::Period);
        let compare = state.compare.clone()?;
        Some(Baseline { before: filter_over(&others, compare.before), ..compare })
    }
}

impl WantedTexts {
    fn over(self, texts: Texts) -> Texts {
        let Self { subtitle, note, sources } = self;
        Texts {
            subtitle: subtitle.unwrap_or(texts.subtitle),
            note: note.unwrap_or(texts.note),
            sources: sources.unwrap_or(texts.sources),
        }
    }
}

impl WantedPage {
    fn over(self, page: Page) -> Page {
        let Self { format, has_own_size, text, legend, below, transparent } = self;
        Page {
            format: if has_own_size { None } else { format.or(page.format) },
            text: text.unwrap_or(page.text),
            legend: legend.unwrap_or(page.legend),
            below: below.unwrap_or(page.below),
            transparent: page.transparent || transparent,
        }
    }
}

impl WantedRule {
    /// A rule with what is said in it.
    #[must_use]
    pub fn over(self, rule: Rule) -> Rule {
        let Self { unit, fold_sidelines, summits_per_participant, without } = self;
        Rule {
            unit: unit.unwrap_or(rule.unit),
            sidelines: if fold_sidelines { Sidelines::Folded } else { rule.sidelines },
            summits: if summits_per_participant { Summits::PerParticipant } else { rule.summits },
            planned: rule.planned && !without.contains(&Status::Planned),
            invited: rule.invited && !without.contains(&Status::Invited),
        }
    }
}

impl WantedDrawing {
    fn over(self, drawing: Drawing) -> Drawing {
        let Self { course, fan_lines, fixed_widths, colour, fill_by_count } = self;
        Drawing {
            course: course.unwrap_or(drawing.course),
            several: if fan_lines { Bundling::Fanned } else { drawing.several },
            widths: if fixed_widths { LineWidths::OfEveryMap } else { drawing.widths },
            colour: colour.unwrap_or(drawing.colour),
            fill: if fill_by_count { CountryFill::Count } else { drawing.fill },
        }
    }
}

impl WantedAids {
    fn over(self, aids: Aids) -> Aids {
        let Self { circles, scale_bar, no_graticule } = self;
        Aids {
            graticule: aids.graticule && !no_graticule,
            circles: aids.circles || circles,
            scale: aids.scale || scale_bar,
        }
    }
}
