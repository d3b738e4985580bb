//! Fixed words: kinds, statuses, regions, choices and changes.

use super::date::month;
use super::file;
use crate::drawing::{Bundling, CountryFill, Course, LineWidths, PastDisplay};
use crate::gazetteer::candidates::PlaceKind;
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::BlocGroup;
use crate::gazetteer::region::Region;
use crate::globe::chart::Outlook;
use crate::globe::land::CircleName;
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::import::examples::Example;
use crate::meeting::code::CountryCode;
use crate::meeting::{Kind, Status};
use crate::page::{Below, PageFormat, TextSize};
use crate::query::calendar::Grain;
use crate::query::change::Change;
use crate::query::question::filter::Field;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::Unit;
use crate::state::Theme;
use crate::words::message::{Noun, Word};
use crate::words::spoken::fixed;
use std::borrow::Cow;

/// The English words for a thing.
pub fn word(word: Word) -> &'static str {
    match word {
        Word::Kind(one) => kind(one),
        Word::Status(one) => status(one),
        Word::Region(one) => region(one),
        Word::BlocGroup(one) => bloc_group(one),
        Word::Field(one) => field(one),
        Word::Unit(one) => units(one),
        Word::Reading(one) => reading(one),
        Word::Lines(one) => lines(one),
        Word::GroupBy(one) => group_by(one),
        Word::Course(one) => course(one),
        Word::Bundling(one) => bundling(one),
        Word::LineWidths(one) => line_widths(one),
        Word::CountryFill(one) => country_fill(one),
        Word::PastDisplay(one) => past_display(one),
        Word::Grain(one) => grain(one),
        Word::Change(one) => change(one),
        Word::Outlook(one) => outlook(one),
        Word::Projection(one) => projection(one),
        Word::BorderPolicy(one) => border_policy(one),
        Word::PlaceKind(one) => place_kind(one),
        Word::Month(number) => month(number),
        Word::Circle(one) => circle(one),
        Word::FileSort(one) => fixed(file::sort(one)),
        Word::SourceKind(one) => fixed(file::source_kind(one)),
        Word::Encoding(one) => fixed(file::encoding(one)),
        Word::Theme(one) => theme(one),
        Word::PageFormat(one) => page_format(one),
        Word::TextSize(one) => text_size(one),
        Word::Below(one) => below(one),
        Word::TitleOf(Example::Article) => fixed("Meetings named in one article of July 2024"),
        Word::TitleOf(Example::PresidentTrips) => fixed("Trips of US presidents"),
        Word::Credits => {
            fixed("Made with Natural Earth. Contains data from GeoNames (geonames.org), CC BY 4.0; modified.")
        }
        Word::HostAtHome => fixed("host at home"),
        Word::Summit => fixed("summit"),
        Word::CountryOnly => fixed("place known only to its country"),
        Word::ContestedArea => fixed("area of contested status"),
        Word::NoMeetingInTable => fixed("There is no meeting in the table yet"),
        Word::NoMeetingAtThisTime => fixed("No meeting at this time"),
        Word::NoMeetingPasses => fixed("No meeting passes all the filters"),
    }
}

/// The word for one and for several.
pub const fn noun(noun: Noun) -> [&'static str; 2] {
    match noun {
        Noun::Meeting => ["meeting", "meetings"],
        Noun::ContextEvent => ["context event", "context events"],
        Noun::Country => ["country", "countries"],
        Noun::Line => ["line", "lines"],
        Noun::Trip => ["trip", "trips"],
        Noun::Row => ["row", "rows"],
        Noun::RowRead => ["row read", "rows read"],
        Noun::MoreProblem => ["more problem", "more problems"],
        Noun::Text => ["text", "texts"],
        Noun::Problem => ["problem", "problems"],
    }
}

pub fn kind(kind: Kind) -> &'static str {
    fixed(match kind {
        Kind::Bilateral => "bilateral",
        Kind::Summit => "summit",
        Kind::Sideline => "sideline",
        Kind::StateVisit => "state visit",
        Kind::OfficialVisit => "official visit",
        Kind::WorkingVisit => "working visit",
        Kind::PrivateVisit => "private visit",
        Kind::Conference => "conference",
        Kind::Funeral => "funeral",
        Kind::Transit => "transit",
        Kind::Call => "call",
        Kind::Invitation => "invitation",
        Kind::Inauguration => "inauguration",
        Kind::Unspecified => "unspecified",
    })
}

pub fn status(status: Status) -> &'static str {
    fixed(match status {
        Status::Held => "held",
        Status::Planned => "planned",
        Status::Invited => "invited",
        Status::Cancelled => "cancelled",
    })
}

pub fn region(region: Region) -> &'static str {
    fixed(match region {
        Region::Europe => "Europe",
        Region::MiddleEast => "Middle East",
        Region::Africa => "Africa",
        Region::CentralAsia => "Central Asia and the Caucasus",
        Region::SouthAsia => "South Asia",
        Region::EastAsia => "East and South-East Asia",
        Region::LatinAmerica => "Latin America",
        Region::NorthAmerica => "North America",
        Region::Oceania => "Oceania",
        Region::Asia => "Asia",
        Region::MiddleEastAndNorthAfrica => "Middle East and North Africa",
        Region::FormerSovietUnion => "former Soviet Union",
        Region::SouthEastAsia => "South-East Asia",
        Region::Caribbean => "Caribbean",
    })
}

pub fn bloc_group(group: BlocGroup) -> &'static str {
    fixed(match group {
        BlocGroup::Security => "Security",
        BlocGroup::Economy => "Economy",
        BlocGroup::Europe => "Europe and Central Asia",
        BlocGroup::Asia => "Asia and the Pacific",
        BlocGroup::MiddleEast => "Middle East",
        BlocGroup::Africa => "Africa",
        BlocGroup::Americas => "Americas",
        BlocGroup::Worldwide => "Worldwide",
    })
}

pub fn field(field: Field) -> &'static str {
    fixed(match field {
        Field::Regions => "regions of participants",
        Field::HeldIn => "where it was held",
        Field::Countries => "countries",
        Field::Blocs => "blocs",
        Field::Leaders => "leaders",
        Field::Kinds => "kinds",
        Field::Statuses => "statuses",
        Field::Lines => "lines",
        Field::Period => "period",
        Field::Text => "left out by::search",
    })
}

/// The name of a state or an organisation.
pub fn state(code: CountryCode) -> Cow<'static, str> {
    Countries::embedded().spoken(code)
}

/// The word for one and for several.
pub const fn unit(unit: Unit) -> [&'static str; 2] {
    match unit {
        Unit::Meetings => ["meeting", "meetings"],
        Unit::MeetingDays => ["meeting-day", "meeting-days"],
        Unit::Journeys => ["journey", "journeys"],
        Unit::Trips => ["trip", "trips"],
        Unit::Pairs => ["pair encounter", "pair encounters"],
    }
}

/// What several of them are called without a number.
pub fn units(unit: Unit) -> &'static str {
    fixed(match unit {
        Unit::Meetings => "meetings",
        Unit::MeetingDays => "meeting-days",
        Unit::Journeys => "journeys",
        Unit::Trips => "trips",
        Unit::Pairs => "pair encounters",
    })
}

fn page_format(format: PageFormat) -> &'static str {
    fixed(match format {
        PageFormat::Web => "Website",
        PageFormat::Article => "Article",
        PageFormat::Square => "Square post",
        PageFormat::Story => "Story",
        PageFormat::Slide => "Slide",
        PageFormat::A4Wide => "A4 wide",
        PageFormat::A4Tall => "A4 tall",
        PageFormat::A3Wide => "A3 wide",
        PageFormat::A3Tall => "A3 tall",
        PageFormat::Column1 => "1 column",
        PageFormat::Column2 => "2 columns",
        PageFormat::Column3 => "3 columns",
        PageFormat::Column4 => "4 columns",
        PageFormat::Column5 => "5 columns",
    })
}

fn text_size(size: TextSize) -> &'static str {
    fixed(match size {
        TextSize::Normal => "size of letters::Normal",
        TextSize::Large => "size of letters::Large",
        TextSize::Largest => "size of letters::Largest",
    })
}

fn below(below: Below) -> &'static str {
    fixed(match below {
        Below::Automatic => "What has room",
        Below::Table => "Table of the most frequent",
        Below::Nothing => "under the map::Nothing",
    })
}

fn theme(theme: Theme) -> &'static str {
    fixed(match theme {
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::HighContrast => "High contrast",
        Theme::Print => "theme::Print",
    })
}

fn reading(reading: Reading) -> &'static str {
    fixed(match reading {
        Reading::Journeys => "journeys",
        Reading::Routes => "routes",
        Reading::Relations => "relations",
        Reading::Stars => "stars",
    })
}

/// What the lines of a reading are.
pub fn lines(reading: Reading) -> &'static str {
    fixed(match reading {
        Reading::Journeys => "Journeys from each government’s seat to the venue (not flight routes)",
        Reading::Routes => {
            "Routes: each trip from the government’s seat, from stop to stop, and home (not flight routes)"
        }
        Reading::Relations => "Relations: a line between two states that met",
        Reading::Stars => "Stars: a hub for each meeting, spokes to the seats of the guests’ governments",
    })
}

pub fn group_by(group_by: GroupBy) -> &'static str {
    fixed(match group_by {
        GroupBy::Status => "status",
        GroupBy::Kind => "kind",
        GroupBy::Region => "region",
        GroupBy::Bloc => "bloc",
        GroupBy::Participant => "participant",
    })
}

fn course(course: Course) -> &'static str {
    fixed(match course {
        Course::GreatCircle => "great circle",
        Course::GentleArc => "gentle arc",
        Course::Straight => "lines::straight",
    })
}

fn line_widths(widths: LineWidths) -> &'static str {
    fixed(match widths {
        LineWidths::OfThisMap => "fit for this map",
        LineWidths::OfEveryMap => "the same on every map",
    })
}

fn bundling(bundling: Bundling) -> &'static str {
    fixed(match bundling {
        Bundling::Merged => "lines::merged",
        Bundling::Fanned => "lines::fanned out",
    })
}

fn country_fill(fill: CountryFill) -> &'static str {
    fixed(match fill {
        CountryFill::TakingPart => "countries show::taking part",
        CountryFill::Count => "countries show::count",
    })
}

fn past_display(past: PastDisplay) -> &'static str {
    fixed(match past {
        PastDisplay::Window => "past meetings::window",
        PastDisplay::Cumulative => "past meetings::cumulative",
        PastDisplay::Fading => "past meetings::fading",
    })
}

fn grain(grain: Grain) -> &'static str {
    fixed(match grain {
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
    })
}

pub fn change(change: Change) -> &'static str {
    fixed(match change {
        Change::Gained => "of lines::gained",
        Change::Lost => "of lines::lost",
        Change::More => "of lines::more",
        Change::Fewer => "of lines::fewer",
        Change::Same => "of lines::the same",
    })
}

/// As seen by a state, or by a rule.
pub fn border_policy(policy: BorderPolicy) -> &'static str {
    fixed(match policy {
        BorderPolicy::Un => "UN-aligned",
        BorderPolicy::DeFacto => "De facto",
        BorderPolicy::Argentina => "As seen by Argentina",
        BorderPolicy::China => "As seen by China",
        BorderPolicy::Cyprus => "As seen by Cyprus",
        BorderPolicy::Georgia => "As seen by Georgia",
        BorderPolicy::India => "As seen by India",
        BorderPolicy::Israel => "As seen by Israel",
        BorderPolicy::Japan => "As seen by Japan",
        BorderPolicy::Morocco => "As seen by Morocco",
        BorderPolicy::Pakistan => "As seen by Pakistan",
        BorderPolicy::Palestine => "As seen by Palestine",
        BorderPolicy::Russia => "As seen by Russia",
        BorderPolicy::Serbia => "As seen by Serbia",
        BorderPolicy::Somalia => "As seen by Somalia",
        BorderPolicy::Spain => "As seen by Spain",
        BorderPolicy::Turkiye => "As seen by Türkiye",
        BorderPolicy::Ukraine => "As seen by Ukraine",
        BorderPolicy::UnitedStates => "As seen by the United States",
        BorderPolicy::Venezuela => "As seen by Venezuela",
    })
}

pub fn projection(projection: Projection) -> &'static str {
    fixed(match projection {
        Projection::EqualEarth => "Equal Earth",
        Projection::NaturalEarth => "Natural Earth",
        Projection::Robinson => "Robinson",
        Projection::WinkelTripel => "Winkel Tripel",
        Projection::Mercator => "Mercator",
        Projection::PlateCarree => "Plate Carrée",
        Projection::AzimuthalEquidistant => "Azimuthal equidistant",
        Projection::Orthographic => "Orthographic globe",
    })
}

fn outlook(outlook: Outlook) -> &'static str {
    fixed(match outlook {
        Outlook::Greenwich => "Greenwich",
        Outlook::Eurasia => "Eurasia",
        Outlook::Pacific => "Pacific",
        Outlook::Americas => "Americas",
    })
}

fn place_kind(kind: PlaceKind) -> &'static str {
    fixed(match kind {
        PlaceKind::Country => "country",
        PlaceKind::Territory => "territory",
        PlaceKind::FormerState => "former state",
        PlaceKind::Region => "region",
        PlaceKind::City => "city",
        PlaceKind::Venue => "venue",
        PlaceKind::Airfield => "airfield",
    })
}

fn circle(circle: CircleName) -> &'static str {
    fixed(match circle {
        CircleName::Arctic => "Arctic Circle",
        CircleName::Cancer => "Tropic of Cancer",
        CircleName::Capricorn => "Tropic of Capricorn",
        CircleName::Antarctic => "Antarctic Circle",
    })
}
