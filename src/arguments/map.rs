//! The options of a map: what is drawn and how, which meetings, and what is counted of them.

use super::ReadingArguments;
use clap::{ArgGroup, Args};
use jiff::civil::Date;
use std::path::PathBuf;
use summitry::drawing::Course;
use summitry::gazetteer::language::Language;
use summitry::gazetteer::region::Region;
use summitry::globe::policy::BorderPolicy;
use summitry::globe::projection::Projection;
use summitry::headless::choice;
use summitry::headless::render::MapOptions;
use summitry::headless::wanted::{Wanted, WantedAids, WantedBaseline, WantedDrawing, WantedRule};
use summitry::meeting::code::CountryCode;
use summitry::meeting::{Kind, Position, Status};
use summitry::query::question::filter::{Area, Filter};
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::Unit;
use summitry::state::Theme;

/// What is drawn, and how.
#[derive(Args)]
pub struct MapArguments {
    /// A project, or tables of meetings, `-` for standard input; the meetings that come with the program if none is given. A
    /// project is drawn as it was saved, but for what the options say
    files: Vec<PathBuf>,
    /// Take the meetings of a project, and not its filters, colours and title
    #[arg(long)]
    meetings_only: bool,
    /// Width and height in points
    #[arg(long, value_parser = choice::size, default_value = "1600x1000")]
    size: (f32, f32),
    /// Pixels a point, for PNG
    #[arg(long, value_parser = choice::scale, default_value = "1", allow_hyphen_values = true)]
    scale: f32,
    /// Pixels an inch, for PNG, instead of --scale: a point is 1/72 inch
    #[arg(long, value_parser = choice::dpi, conflicts_with = "scale")]
    dpi: Option<f32>,
    /// How the globe is laid flat: equal-earth (if nothing is said), natural-earth, robinson, winkel-tripel, mercator,
    /// plate-carree, azimuthal-equidistant or orthographic-globe
    #[arg(long, value_parser = choice::projection)]
    projection: Option<Projection>,
    /// The middle of the map: pacific, eurasia, americas, greenwich, a place such as Astana, or longitude,latitude. Flat maps take its
    /// meridian
    #[arg(long, value_name = "PLACE", value_parser = choice::centre, allow_hyphen_values = true)]
    centre: Option<Position>,
    #[command(flatten)]
    aids: AidsArguments,
    /// Whose view of the areas of contested status the map shows: un (if nothing is said), de-facto, or that of argentina, china,
    /// cyprus, georgia, india, israel, japan, morocco, pakistan, palestine, russia, serbia, somalia, spain, turkiye, ukraine,
    /// united-states or venezuela
    #[arg(long, value_parser = choice::borders)]
    borders: Option<BorderPolicy>,
    /// Colours: light (if nothing is said) or dark
    #[arg(long, value_parser = choice::theme)]
    theme: Option<Theme>,
    /// In which language countries are named: en (if nothing is said), ru, uk, fr, es, de, tr, zh or ar
    #[arg(long, value_parser = choice::language)]
    language: Option<Language>,
    /// The title of the picture
    #[arg(long)]
    title: Option<String>,
    /// Which lines are drawn: journeys, routes, relations or stars; journeys, or routes if a table has trips, if none is
    /// given
    #[arg(long, value_parser = choice::reading)]
    reading: Option<Reading>,
    #[command(flatten)]
    drawing: DrawingArguments,
    #[command(flatten)]
    compare: CompareArguments,
    #[command(flatten)]
    rule: RuleArguments,
    #[command(flatten)]
    filter: FilterArguments,
    #[command(flatten)]
    reading_files: ReadingArguments,
}

#[derive(Args)]
pub struct AidsArguments {
    /// Tropics and polar circles
    #[arg(long)]
    circles: bool,
    /// A bar that says how long so many kilometres are in the middle of the map
    #[arg(long)]
    scale_bar: bool,
    /// No meridians and parallels
    #[arg(long)]
    no_graticule: bool,
}

/// The same filters, with another period.
#[derive(Args)]
#[command(next_help_heading = "Comparing", group(ArgGroup::new("compared").multiple(true)))]
pub struct CompareArguments {
    /// Compare with the period from this day, month or year on
    #[arg(long, value_name = "DATE", group = "compared", value_parser = choice::first_day, allow_hyphen_values = true)]
    compare_from: Option<Date>,
    /// Compare with the period up to this day, month or year
    #[arg(long, value_name = "DATE", group = "compared", value_parser = choice::last_day, allow_hyphen_values = true)]
    compare_to: Option<Date>,
    /// Numbers per month, for periods that are not equally long
    #[arg(long, requires = "compared")]
    per_month: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Lines and colours")]
pub struct DrawingArguments {
    /// How a line runs: great-circle (if nothing is said), gentle-arc or straight
    #[arg(long, value_parser = choice::course)]
    course: Option<Course>,
    /// A line for each meeting, side by side, instead of a thicker one for several
    #[arg(long)]
    fan_lines: bool,
    /// What the colour of a line says: status (if nothing is said), kind, region, bloc or participant
    #[arg(long, value_name = "CLASS", value_parser = choice::colour_by)]
    colour_by: Option<GroupBy>,
    /// Fill each country by how much it counts
    #[arg(long)]
    fill_by_count: bool,
}

#[derive(Args)]
#[command(next_help_heading = "Counting rule")]
pub struct RuleArguments {
    /// What is counted: meetings (if nothing is said), meeting-days, journeys, trips or pairs
    #[arg(long, value_name = "UNIT", value_parser = choice::unit)]
    count: Option<Unit>,
    /// Count sidelines as a part of their summit
    #[arg(long)]
    fold_sidelines: bool,
    /// Count a summit once for each state at the table
    #[arg(long)]
    summits_per_participant: bool,
    /// Do not count announced meetings (planned) or invitations (invited)
    #[arg(long, value_name = "STATUS", value_parser = choice::uncounted)]
    without: Vec<Status>,
}

/// Options of one name are alternatives, options of different names narrow each other.
#[derive(Args)]
#[command(next_help_heading = "Filters (one given twice: either will do)")]
pub struct FilterArguments {
    /// A participant is from this region: Africa, Asia, former Soviet Union; where one state is at nearly every table, another
    /// participant than that
    #[arg(long, value_parser = choice::region)]
    region: Vec<Region>,
    /// It is held in this region or country
    #[arg(long, value_name = "PLACE", value_parser = choice::area)]
    held_in: Vec<Area>,
    /// A participant represents this country or international organisation, by name or ISO code
    #[arg(long, value_parser = choice::party)]
    country: Vec<CountryCode>,
    /// A participant's state was a member of this organisation at the time, such as SCO or ICC; where one state is at nearly every
    /// table, another participant's
    #[arg(long, value_parser = choice::bloc)]
    bloc: Vec<String>,
    /// This person takes part, by name or a part of it
    #[arg(long)]
    leader: Vec<String>,
    /// It is of this kind, such as summit or "state visit"
    #[arg(long, value_parser = choice::kind)]
    kind: Vec<Kind>,
    /// It has this status: held, planned, invited or cancelled
    #[arg(long, value_parser = choice::status)]
    status: Vec<Status>,
    /// It is not over before this day, month or year
    #[arg(long, value_name = "DATE", help_heading = "Filters (given once)", value_parser = choice::first_day, allow_hyphen_values = true)]
    from: Option<Date>,
    /// It does not start after this day, month or year
    #[arg(long, value_name = "DATE", help_heading = "Filters (given once)", value_parser = choice::last_day, allow_hyphen_values = true)]
    to: Option<Date>,
    /// Every one of these words begins a word of the record; one behind source: begins a word of its sources
    #[arg(long, help_heading = "Filters (given once)")]
    text: Option<String>,
}

impl MapArguments {
    /// The options as plain values, and pixels a point.
    pub fn split(self) -> (MapOptions, f32) {
        let Self {
            files,
            meetings_only,
            size,
            scale,
            dpi,
            projection,
            centre,
            aids: AidsArguments { circles, scale_bar, no_graticule },
            borders,
            theme,
            language,
            title,
            reading,
            drawing,
            compare,
            rule,
            filter,
            reading_files,
        } = self;
        let (filter, leaders) = filter.split();
        let wanted = Wanted {
            filter,
            compare: compare.into(),
            rule: rule.into(),
            reading,
            drawing: drawing.into(),
            projection,
            centre,
            aids: WantedAids { circles, scale_bar, no_graticule },
            borders,
            theme,
            language,
            title,
            ..Wanted::default()
        };
        let options =
            MapOptions { files, stated: reading_files.into(), wanted, leaders, meetings_only, size };
        (options, dpi.map_or(scale, |dpi| dpi / 72.0))
    }
}

impl FilterArguments {
    /// The filter, and the leaders, who can only be told from the meetings.
    pub fn split(self) -> (Filter, Vec<String>) {
        let Self { region, held_in, country, bloc, leader, kind, status, from, to, text } = self;
        let filter = Filter {
            regions: region.into_iter().collect(),
            held_in: held_in.into_iter().collect(),
            countries: country.into_iter().collect(),
            blocs: bloc.into_iter().collect(),
            kinds: kind.into_iter().collect(),
            statuses: status.into_iter().collect(),
            from,
            to,
            text: text.unwrap_or_default(),
            ..Filter::default()
        };
        (filter, leader)
    }
}

impl From<CompareArguments> for WantedBaseline {
    fn from(arguments: CompareArguments) -> Self {
        let CompareArguments { compare_from: from, compare_to: to, per_month } = arguments;
        Self { from, to, per_month }
    }
}

impl From<DrawingArguments> for WantedDrawing {
    fn from(arguments: DrawingArguments) -> Self {
        let DrawingArguments { course, fan_lines, colour_by: colour, fill_by_count } = arguments;
        Self { course, fan_lines, colour, fill_by_count }
    }
}

impl From<RuleArguments> for WantedRule {
    fn from(arguments: RuleArguments) -> Self {
        let RuleArguments { count: unit, fold_sidelines, summits_per_participant, without } = arguments;
        Self { unit, fold_sidelines, summits_per_participant, without }
    }
}
