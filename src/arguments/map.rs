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
use summitry::headless::wanted::{
    Wanted, WantedAids, WantedBaseline, WantedDrawing, WantedLeaders, WantedPage, WantedRule, WantedTexts,
};
use summitry::meeting::code::CountryCode;
use summitry::meeting::{Kind, Position, Status};
use summitry::page::{Below, POINTS_AN_INCH, PageFormat, TextSize};
use summitry::query::question::filter::{Area, Excluded, Filter};
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::Unit;
use summitry::state::Theme;

/// What is drawn, and how.
#[derive(Args)]
pub struct MapArguments {
    /// A project, or tables of meetings, `-` for standard input; the meetings that come with the program if
    /// none is given. A project is drawn as it was saved, but for what the options say
    files: Vec<PathBuf>,
    /// Take the meetings of a project, and not its filters, colours and title
    #[arg(long)]
    meetings_only: bool,
    /// Width and height in points; 1600x1000 if nothing is said, or the format of a project
    #[arg(long, value_parser = choice::size, conflicts_with = "preset")]
    size: Option<(f32, f32)>,
    #[command(flatten)]
    page: PageArguments,
    /// Pixels a point, for PNG; 1 if nothing is said, and 300 pixels an inch for formats of paper
    #[arg(long, value_parser = choice::scale, allow_hyphen_values = true)]
    scale: Option<f32>,
    /// Pixels an inch, for PNG, instead of --scale: a point is 1/72 inch
    #[arg(long, value_parser = choice::dpi, conflicts_with = "scale")]
    dpi: Option<f32>,
    /// How the globe is laid flat: equal-earth (if nothing is said), natural-earth, robinson, winkel-tripel,
    /// mercator, plate-carree, azimuthal-equidistant or orthographic-globe
    #[arg(long, value_parser = choice::projection)]
    projection: Option<Projection>,
    /// The middle of the map: pacific, eurasia, americas, greenwich, a place such as Astana, or
    /// longitude,latitude. Flat maps take its meridian
    #[arg(long, value_name = "PLACE", value_parser = choice::centre, allow_hyphen_values = true)]
    centre: Option<Position>,
    #[command(flatten)]
    aids: AidsArguments,
    /// Whose view of the areas of contested status the map shows: un (if nothing is said), de-facto, or that
    /// of argentina, china, cyprus, georgia, india, israel, japan, morocco, pakistan, palestine, russia,
    /// serbia, somalia, spain, turkiye, ukraine, united-states or venezuela
    #[arg(long, value_parser = choice::borders)]
    borders: Option<BorderPolicy>,
    /// Colours: light (if nothing is said), dark, high-contrast or print
    #[arg(long, value_parser = choice::theme)]
    theme: Option<Theme>,
    /// The language of the map and its words: en (if nothing is said), ru, fr, es, de or ar; of the names of
    /// countries alone: uk, tr or zh
    #[arg(long, value_parser = choice::language)]
    language: Option<Language>,
    #[command(flatten)]
    words: WordsArguments,
    /// Which lines are drawn: journeys, routes, relations or stars; journeys, or routes if a table has trips,
    /// if none is given
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
    /// A line is as wide as what it counts asks for on every map, so that two maps can be compared; else
    /// widths fit each map
    #[arg(long)]
    fixed_widths: bool,
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
    /// A participant is from this region: Africa, Asia, former Soviet Union; where one state is at nearly
    /// every table, another participant than that
    #[arg(long, value_parser = choice::region)]
    region: Vec<Region>,
    /// It is held in this region or country
    #[arg(long, value_name = "PLACE", value_parser = choice::area)]
    held_in: Vec<Area>,
    /// A participant represents this country or international organisation, by name or ISO code
    #[arg(long, value_parser = choice::party)]
    country: Vec<CountryCode>,
    /// A participant's state was a member of this organisation at the time, such as SCO or ICC; where one
    /// state is at nearly every table, another participant's
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
    /// Every country that --country names takes part, and not just one of them
    #[arg(long, requires = "country", help_heading = "Filters (given once)")]
    all_countries: bool,
    /// Draw and count the lines of those alone whom --region, --country, --bloc and --leader ask for, not of
    /// all who met them
    #[arg(long, help_heading = "Filters (given once)")]
    only_their_lines: bool,
    #[command(flatten)]
    excluded: ExcludedArguments,
}

/// What no meeting may have that is shown.
#[derive(Args)]
#[command(next_help_heading = "Leaving out")]
pub struct ExcludedArguments {
    /// Leave out meetings with a participant from this region
    #[arg(long = "not-region", id = "not-region", value_name = "REGION", value_parser = choice::region)]
    region: Vec<Region>,
    /// Leave out what is held in this region or country
    #[arg(long = "not-held-in", id = "not-held-in", value_name = "PLACE", value_parser = choice::area)]
    held_in: Vec<Area>,
    /// Leave out meetings in which this country or international organisation takes part
    #[arg(long = "not-country", id = "not-country", value_name = "COUNTRY", value_parser = choice::party)]
    country: Vec<CountryCode>,
    /// Leave out meetings with a participant whose state was a member of this organisation
    #[arg(long = "not-bloc", id = "not-bloc", value_name = "BLOC", value_parser = choice::bloc)]
    bloc: Vec<String>,
    /// Leave out meetings in which this person takes part
    #[arg(long = "not-leader", id = "not-leader", value_name = "LEADER")]
    leader: Vec<String>,
    /// Leave out meetings of this kind
    #[arg(long = "not-kind", id = "not-kind", value_name = "KIND", value_parser = choice::kind)]
    kind: Vec<Kind>,
    /// Leave out meetings with this status
    #[arg(long = "not-status", id = "not-status", value_name = "STATUS", value_parser = choice::status)]
    status: Vec<Status>,
}

/// How the picture is made up.
#[derive(Args)]
#[command(next_help_heading = "The page")]
pub struct PageArguments {
    /// Make the picture up for a format: web (1200x675), article (800x500), square (1080x1080), story
    /// (1080x1350), slide (1920x1080), a4-wide, a4-tall, a3-wide, a3-tall, or 1-column to 5-columns of a
    /// newspaper (46, 96, 146, 196 and 246 mm wide)
    #[arg(long, value_name = "FORMAT", value_parser = choice::preset)]
    preset: Option<PageFormat>,
    /// How large letters, lines and marks are: normal (if nothing is said), large or largest
    #[arg(long, value_name = "SIZE", value_parser = choice::text_size)]
    text_size: Option<TextSize>,
    /// Whether there is a legend: on (if nothing is said) or off
    #[arg(long, value_name = "SWITCH", value_parser = choice::on_or_off)]
    legend: Option<bool>,
    /// What stands under the map of a format: automatic (a table of the most frequent where the page is
    /// higher than the map needs, if nothing is said), table or nothing
    #[arg(long, value_name = "WHAT", value_parser = choice::below)]
    below: Option<Below>,
    /// Leave the paper around the map clear
    #[arg(long)]
    transparent: bool,
}

/// The words around the map.
#[derive(Args)]
pub struct WordsArguments {
    /// The title of the picture, instead of the one that the program writes
    #[arg(long)]
    title: Option<String>,
    /// What stands below the title, instead of what is shown in numbers
    #[arg(long)]
    subtitle: Option<String>,
    /// A note at the foot of the picture
    #[arg(long)]
    note: Option<String>,
    /// Where the meetings are from, instead of the sources on record. What the licences of the map ask for
    /// stays
    #[arg(long)]
    sources: Option<String>,
}

impl MapArguments {
    /// The options as plain values, and pixels a point where they are asked for.
    pub fn split(self) -> (MapOptions, Option<f32>) {
        let Self {
            files,
            meetings_only,
            size,
            page: PageArguments { preset, text_size, legend, below, transparent },
            scale,
            dpi,
            projection,
            centre,
            aids: AidsArguments { circles, scale_bar, no_graticule },
            borders,
            theme,
            language,
            words: WordsArguments { title, subtitle, note, sources },
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
            texts: WantedTexts { subtitle, note, sources },
            page: WantedPage {
                format: preset,
                has_own_size: size.is_some(),
                text: text_size,
                legend,
                below,
                transparent,
            },
            ..Wanted::default()
        };
        let size = size.unwrap_or((1600.0, 1000.0));
        let options =
            MapOptions { files, stated: reading_files.into(), wanted, leaders, meetings_only, size };
        (options, dpi.map(|dpi| dpi / POINTS_AN_INCH).or(scale))
    }
}

impl FilterArguments {
    /// The filter, and the leaders, who can only be told from the meetings.
    pub fn split(self) -> (Filter, WantedLeaders) {
        let Self { region, held_in, country, bloc, leader, kind, status, from, to, text, .. } = self;
        let Self { all_countries, only_their_lines, excluded, .. } = self;
        let not = excluded;
        let excluded = Excluded {
            regions: not.region.into_iter().collect(),
            held_in: not.held_in.into_iter().collect(),
            countries: not.country.into_iter().collect(),
            blocs: not.bloc.into_iter().collect(),
            kinds: not.kind.into_iter().collect(),
            statuses: not.status.into_iter().collect(),
            ..Excluded::default()
        };
        let filter = Filter {
            excluded,
            all_countries,
            only_their_lines,
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
        (filter, WantedLeaders { asked: leader, excluded: not.leader })
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
        let DrawingArguments { course, fan_lines, fixed_widths, colour_by: colour, fill_by_count } =
            arguments;
        Self { course, fan_lines, fixed_widths, colour, fill_by_count }
    }
}

impl From<RuleArguments> for WantedRule {
    fn from(arguments: RuleArguments) -> Self {
        let RuleArguments { count: unit, fold_sidelines, summits_per_participant, without } = arguments;
        Self { unit, fold_sidelines, summits_per_participant, without }
    }
}
