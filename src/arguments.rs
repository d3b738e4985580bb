//! The command line as clap reads it, and its options as plain values.

mod map;

use self::map::{CompareArguments, FilterArguments, MapArguments, RuleArguments};
use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use std::io::{self, Write as _};
use std::path::PathBuf;
use summitry::drawing::PastDisplay;
use summitry::export::data::Data;
use summitry::export::listing;
use summitry::export::svg::Letters;
use summitry::export::visible::one_line;
use summitry::globe::policy::BorderPolicy;
use summitry::headless::Answer;
use summitry::headless::choice;
use summitry::headless::convert::Convert;
use summitry::headless::deliver::in_full;
use summitry::headless::film::{Film, Goal};
use summitry::headless::geocode::Geocode;
use summitry::headless::list::List;
use summitry::headless::render::Render;
use summitry::headless::stated::Stated;
use summitry::headless::verify::Verify;
use summitry::headless::wanted::{Wanted, WantedTime};
use summitry::import::encoding::Encoding;
use summitry::import::field::Field;
use summitry::import::instructions::Instructions;
use summitry::import::mapping::{Met, RowIs};
use summitry::import::source::stated::HeadingRow;
use summitry::import::when::Order;
use summitry::meeting::code::CountryCode;
use summitry::query::calendar::Grain;
use summitry::query::question::reading::Reading;

/// What the command line asks for.
pub enum Task {
    /// The window, with the meetings of the files.
    Window {
        /// A project, or tables.
        files: Vec<PathBuf>,
        /// The folder of settings, if another one than the system's.
        config: Option<PathBuf>,
    },
    /// The map as a file.
    Render(Render),
    /// The play of the timeline as a film.
    Film(Film),
    /// The meetings as a table.
    List(List),
    /// The places that names may mean.
    Geocode(Geocode),
    /// The problems of the files; as JSON if `json`.
    Check { files: Vec<PathBuf>, stated: Stated, json: bool },
    /// Tables of others as a table or project of Summitry's.
    Convert(Convert),
    /// Whether an exported file still follows from its data.
    Verify(Verify),
    /// An empty table to fill in.
    Template { output: PathBuf },
    /// Nothing more: help, the version or what is wrong with the arguments is printed.
    Told(Answer),
}

/// Reads the arguments of the process. Prints help, the version or a message where they ask for it or make no
/// sense.
pub fn read() -> Task {
    let Arguments { command, files, config } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => return Task::Told(printed(&told)),
    };
    match command {
        None => Task::Window { files, config },
        Some(Command::Render(arguments)) => Task::Render(arguments.into()),
        Some(Command::Film(arguments)) => Task::Film(arguments.into()),
        Some(Command::List(arguments)) => Task::List(arguments.into()),
        Some(Command::Geocode(arguments)) => Task::Geocode(arguments.into()),
        Some(Command::Check(CheckArguments { files, reading, json })) => {
            Task::Check { files, stated: reading.into(), json }
        }
        Some(Command::Convert(ConvertArguments { files, output, for_excel, force, reading })) => {
            Task::Convert(Convert { files, stated: reading.into(), output, for_excel, force })
        }
        Some(Command::Verify { file, sources, reading }) => {
            Task::Verify(Verify { file, sources, stated: reading.into() })
        }
        Some(Command::Template { output }) => Task::Template { output },
    }
}

/// Prints what clap has to say. Help that a full disk does not take is a failure.
fn printed(told: &clap::Error) -> Answer {
    let plain = told.render().to_string();
    let safe: Vec<String> = plain.lines().map(one_line).collect();
    if told.use_stderr() && plain.lines().ne(safe.iter().map(String::as_str)) {
        // An argument has letters that nobody sees, or that a terminal obeys.
        return Answer { status: 2, remarks: safe, ..Answer::default() };
    }
    let printed = told.print().and_then(|()| io::stdout().flush());
    if told.use_stderr() {
        return Answer { status: 2, ..Answer::default() };
    }
    in_full(printed).map_or_else(|why| Answer::failure(&why), |()| Answer::default())
}

/// An atlas of diplomacy: who met whom, where and when
///
/// Without a command, opens the window with the meetings of the files, or with those that come with the
/// program.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// A project, or tables of meetings: CSV, TSV or semicolons
    files: Vec<PathBuf>,
    /// The folder of settings and recovery copies, instead of the system's
    #[arg(long, value_name = "DIR")]
    config: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  summitry trips.csv
  summitry render -o astana.svg --held-in Kazakhstan
  summitry render trips.csv -o map.png --size 1920x1080 --scale 2 --theme dark --title \"Visits in 2024\"
  summitry list --region Africa --region \"Latin America\"
  summitry list --bloc SCO --from 2024-07 --format csv
  summitry list --from 2024-07 --to 2024-07 --compare-from 2024-05 --compare-to 2024-06
  summitry geocode Tripoli --country Libya
  summitry check trips.csv";

#[derive(Subcommand)]
enum Command {
    /// Draw the map as an SVG, PNG or PDF file, or as a web page
    Render(RenderArguments),
    /// List the meetings, the lines, who met whom, or counts; or write them as a file for other programs
    List(ListArguments),
    /// Say which places a name may mean, and why
    Geocode(GeocodeArguments),
    /// Tell every problem in the files, with line and column; exit status 1 if there is one
    Check(CheckArguments),
    /// Write the play of the timeline as a film: an animated PNG, or one picture after the other
    Film(FilmArguments),
    /// Turn tables of any sort into a table or a project of Summitry's: CSV, XLSX, JSON or .summitry, by the
    /// ending of the output
    Convert(ConvertArguments),
    /// Say whether an exported file still follows from a project or table, and if not, what changed; exit
    /// status 1 if it does not
    Verify {
        /// The exported file: a picture or a table
        file: PathBuf,
        /// A project, or tables of meetings; the meetings that come with the program if none is given
        sources: Vec<PathBuf>,
        #[command(flatten)]
        reading: ReadingArguments,
    },
    /// Write an empty table with the columns that Summitry reads and two rows as examples: .xlsx or .csv
    Template {
        /// The file to write
        #[arg(short, long)]
        output: PathBuf,
    },
}

#[derive(Args)]
struct FilmArguments {
    /// The file to write: an animated PNG
    #[arg(short, long, required_unless_present = "frames")]
    output: Option<PathBuf>,
    /// Write a picture for each step into this folder instead, and say how ffmpeg makes a film of them
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    frames: Option<PathBuf>,
    /// Replace files that are there
    #[arg(long)]
    force: bool,
    /// Steps a second
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=60), default_value = "4")]
    per_second: u16,
    /// How long a step is: day, week, month, quarter or year; what fits the table, if nothing is said
    #[arg(long, value_parser = choice::grain)]
    step: Option<Grain>,
    /// What becomes of what is past: window (it goes, if nothing is said), cumulative (it stays) or fading
    #[arg(long, value_name = "WAY", value_parser = choice::past)]
    past: Option<PastDisplay>,
    #[command(flatten)]
    map: MapArguments,
}

#[derive(Args)]
struct RenderArguments {
    #[command(flatten)]
    output: OutputArguments,
    /// How letters of an SVG are written: embedded (with the fonts in the file, if nothing is said), outlines
    /// (which need no font) or named (for who has the font Inter)
    #[arg(long, value_name = "LETTERS", value_parser = choice::letters, default_value = "embedded")]
    letters: Letters,
    #[command(flatten)]
    map: MapArguments,
}

#[derive(Args)]
struct OutputArguments {
    /// The file to write: .svg, .png, .pdf or .html, or `-` for SVG on standard output. An earlier picture of
    /// the same format is replaced
    #[arg(short, long)]
    output: PathBuf,
    /// Replace a file of any kind, or one that is read
    #[arg(long)]
    force: bool,
}

#[derive(Args)]
struct ListArguments {
    /// A project, or tables of meetings, `-` for standard input; the meetings that come with the program if
    /// none is given
    files: Vec<PathBuf>,
    /// List of a project what its map shows, not all of its meetings
    #[arg(long)]
    as_shown: bool,
    /// What is listed: meetings, the lines of the map, the matrix of who met whom, or the counts by state and
    /// year
    #[arg(long, value_parser = choice::data, default_value = "meetings")]
    what: Data,
    /// The form on standard output: table, csv or json
    #[arg(long, value_parser = choice::listing_form, default_value = "table", conflicts_with = "output")]
    format: listing::Form,
    /// Write a file instead, which says where it is from; its ending decides the format: .csv, .xlsx or
    /// .json; .geojson for meetings and lines; .graphml or .gexf for lines and the matrix
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Replace a file that is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Which lines are compared: journeys, routes, relations or stars; journeys, or routes if a table has
    /// trips, if none is given
    #[arg(long, value_parser = choice::reading)]
    reading: Option<Reading>,
    /// By whose view of the areas of contested status a country or region is asked for, as in render; rows
    /// are written as recorded
    #[arg(long, value_parser = choice::borders)]
    borders: Option<BorderPolicy>,
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
struct GeocodeArguments {
    /// Names of places, or `-` to read one from each line of standard input
    #[arg(required = true)]
    names: Vec<String>,
    /// Look within this country only
    #[arg(long, value_parser = choice::country)]
    country: Option<CountryCode>,
    /// Write one JSON object a line
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct CheckArguments {
    /// Tables of meetings, `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingArguments,
    /// Write a JSON array
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct ConvertArguments {
    /// Tables of meetings of any sort, `-` for standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The file to write: .csv, .xlsx, .json or .summitry; `-` for CSV on standard output
    #[arg(short, long)]
    output: PathBuf,
    /// Write a mark at the head of CSV, by which Excel reads every letter rightly
    #[arg(long)]
    for_excel: bool,
    /// Replace a file that is there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    reading: ReadingArguments,
}

/// What the files leave open, or say otherwise than the program understands.
#[derive(Args)]
#[command(next_help_heading = "Reading the files")]
struct ReadingArguments {
    /// Take a column for something else than its heading says: "Where=city". With =none nothing is read from
    /// it
    #[arg(long = "map", value_name = "COLUMN=FIELD", value_parser = choice::column)]
    map: Vec<(String, Option<Field>)>,
    /// The travellers represent this state, where the table does not say whom they represent
    #[arg(long, value_name = "STATE", value_parser = choice::country)]
    represents: Option<CountryCode>,
    /// What 3/4/2024 means: day-first or month-first
    #[arg(long, value_name = "ORDER", value_parser = choice::order)]
    dates: Option<Order>,
    /// The encoding of the text, such as utf-8, windows-1252 or macintosh
    #[arg(long, value_parser = choice::encoding)]
    encoding: Option<Encoding>,
    /// The sheet of a spreadsheet, by its name
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The line that the headings stand on; 0 if there are none
    #[arg(long, value_name = "LINE")]
    headings: Option<u64>,
    /// Meetings that begin after this day are planned, unless the table says otherwise
    #[arg(long, value_name = "DATE", value_parser = choice::first_day)]
    as_of: Option<Date>,
    /// What each row of a table is: rows of one event are one meeting with the participants, or with the
    /// reports, of all
    #[arg(long, value_name = "WHAT", value_parser = choice::row_is)]
    rows_are: Option<RowIs>,
    /// Whom a remark says the traveller met ("Met with President Duda") takes part
    #[arg(long)]
    met_with: bool,
    /// A file with decisions about places and states, or with all of these options, as the window saves it
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

impl From<ReadingArguments> for Stated {
    fn from(arguments: ReadingArguments) -> Self {
        let ReadingArguments {
            map,
            represents,
            dates,
            encoding,
            sheet,
            headings,
            as_of,
            met_with,
            rows_are,
            decisions,
        } = arguments;
        let headings = headings.map(|line| if line == 0 { HeadingRow::None } else { HeadingRow::Line(line) });
        let instructions = Instructions {
            encoding,
            sheet,
            headings,
            columns: map,
            order: dates,
            represents,
            as_of,
            met: met_with.then_some(Met::Participant),
            row_is: rows_are,
            ..Instructions::default()
        };
        Self { instructions, file: decisions }
    }
}

impl From<RenderArguments> for Render {
    fn from(arguments: RenderArguments) -> Self {
        let RenderArguments { output: OutputArguments { output, force }, letters, map } = arguments;
        let (map, scale) = map.split();
        Self { map, output, force, scale, letters }
    }
}

impl From<FilmArguments> for Film {
    fn from(arguments: FilmArguments) -> Self {
        let FilmArguments { output, frames, force, per_second, step, past, map } = arguments;
        let (mut map, scale) = map.split();
        map.wanted.time = WantedTime { grain: step, past };
        let to = frames.map_or_else(|| Goal::File(output.unwrap_or_default()), Goal::Folder);
        Self { map, to, force, scale, per_second }
    }
}

impl From<ListArguments> for List {
    fn from(arguments: ListArguments) -> Self {
        let ListArguments {
            files,
            as_shown,
            what,
            format: form,
            output,
            force,
            reading,
            borders,
            compare,
            rule,
            filter,
            reading_files,
        } = arguments;
        let (filter, leaders) = filter.split();
        let (compare, rule) = (compare.into(), rule.into());
        let wanted = Wanted { filter, compare, rule, reading, borders, ..Wanted::default() };
        Self { files, stated: reading_files.into(), wanted, leaders, as_shown, what, form, output, force }
    }
}

impl From<GeocodeArguments> for Geocode {
    fn from(arguments: GeocodeArguments) -> Self {
        let GeocodeArguments { names, country, json } = arguments;
        Self { names, within: country, json }
    }
}
