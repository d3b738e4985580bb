//! Fixed words in English: kinds, statuses, regions, choices and changes.

use super::date::month;
use super::file;
use crate::drawing::{Bundling, CountryFill, Course, LineWidths, PastDisplay};
use crate::gazetteer::candidates::PlaceKind;
use crate::gazetteer::organisation::BlocGroup;
use crate::gazetteer::region::Region;
use crate::globe::chart::Outlook;
use crate::globe::land::CircleName;
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::meeting::{Kind, Status};
use crate::page::{Below, PageFormat, TextSize};
use crate::query::calendar::Grain;
use crate::query::change::Change;
use crate::query::question::filter::Field;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Sidelines, Summits, Unit};
use crate::state::Theme;
use crate::words::message::{Noun, Word};

/// The English words for a thing.
pub const fn word(word: Word) -> &'static str {
    match word {
        Word::Kind(one) => kind(one),
        Word::Status(one) => status(one),
        Word::Region(one) => region(one),
        Word::BlocGroup(one) => bloc_group(one),
        Word::Field(one) => field(one),
        Word::Unit(one) => unit(one)[1],
        Word::Sidelines(one) => sidelines(one),
        Word::Summits(one) => summits(one),
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
        Word::FileSort(one) => file::sort(one),
        Word::SourceKind(one) => file::source_kind(one),
        Word::Encoding(one) => file::encoding(one),
        Word::Theme(one) => theme(one),
        Word::PageFormat(one) => page_format(one),
        Word::TextSize(one) => text_size(one),
        Word::Below(one) => below(one),
        Word::Credits => {
            "Made with Natural Earth. Contains data from GeoNames (geonames.org), CC BY 4.0; modified."
        }
        Word::HostAtHome => "host at home",
        Word::Summit => "summit",
        Word::CountryOnly => "place known only to its country",
        Word::ContestedArea => "area of contested status",
        Word::NoMeetingInTable => "There is no meeting in the table yet",
        Word::NoMeetingAtThisTime => "No meeting at this time",
        Word::NoMeetingPasses => "No meeting passes all the filters",
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
        Noun::Stop => ["stop", "stops"],
        Noun::Row => ["row", "rows"],
        Noun::RowRead => ["row read", "rows read"],
        Noun::MoreProblem => ["more problem", "more problems"],
        Noun::Step => ["step", "steps"],
        Noun::Text => ["text", "texts"],
        Noun::Problem => ["problem", "problems"],
    }
}

pub const fn kind(kind: Kind) -> &'static str {
    match kind {
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
    }
}

pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Held => "held",
        Status::Planned => "planned",
        Status::Invited => "invited",
        Status::Cancelled => "cancelled",
    }
}

pub const fn region(region: Region) -> &'static str {
    match region {
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
    }
}

pub const fn bloc_group(group: BlocGroup) -> &'static str {
    match group {
        BlocGroup::Security => "Security",
        BlocGroup::Economy => "Economy",
        BlocGroup::Europe => "Europe and Central Asia",
        BlocGroup::Asia => "Asia and the Pacific",
        BlocGroup::MiddleEast => "Middle East",
        BlocGroup::Africa => "Africa",
        BlocGroup::Americas => "Americas",
        BlocGroup::Worldwide => "Worldwide",
    }
}

pub const fn field(field: Field) -> &'static str {
    match field {
        Field::Regions => "regions of participants",
        Field::HeldIn => "where it was held",
        Field::Countries => "countries",
        Field::Blocs => "blocs",
        Field::Leaders => "leaders",
        Field::Kinds => "kinds",
        Field::Statuses => "statuses",
        Field::Period => "period",
        Field::Text => "search",
    }
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

const fn page_format(format: PageFormat) -> &'static str {
    match format {
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
    }
}

const fn text_size(size: TextSize) -> &'static str {
    match size {
        TextSize::Normal => "Normal",
        TextSize::Large => "Large",
        TextSize::Largest => "Largest",
    }
}

const fn below(below: Below) -> &'static str {
    match below {
        Below::Automatic => "What has room",
        Below::Table => "Table of the most frequent",
        Below::Nothing => "Nothing",
    }
}

const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Light => "Light",
        Theme::Dark => "Dark",
        Theme::HighContrast => "High contrast",
        Theme::Print => "Print",
    }
}

pub const fn sidelines(sidelines: Sidelines) -> &'static str {
    match sidelines {
        Sidelines::Counted => "counted",
        Sidelines::Folded => "folded into their summit",
    }
}

pub const fn summits(summits: Summits) -> &'static str {
    match summits {
        Summits::AsOne => "as one",
        Summits::PerParticipant => "once per participant",
    }
}

const fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Journeys => "journeys",
        Reading::Routes => "routes",
        Reading::Relations => "relations",
        Reading::Stars => "stars",
    }
}

/// What the lines of a reading are.
pub const fn lines(reading: Reading) -> &'static str {
    match reading {
        Reading::Journeys => "Journeys from each government’s seat to the venue (not flight routes)",
        Reading::Routes => {
            "Routes: each trip from the government’s seat, from stop to stop, and home (not flight routes)"
        }
        Reading::Relations => "Relations: a line between two states that met",
        Reading::Stars => "Stars: a hub for each meeting, spokes to the seats of the guests’ governments",
    }
}

pub const fn group_by(group_by: GroupBy) -> &'static str {
    match group_by {
        GroupBy::Status => "status",
        GroupBy::Kind => "kind",
        GroupBy::Region => "region",
        GroupBy::Bloc => "bloc",
        GroupBy::Participant => "participant",
    }
}

const fn course(course: Course) -> &'static str {
    match course {
        Course::GreatCircle => "great circle",
        Course::GentleArc => "gentle arc",
        Course::Straight => "straight",
    }
}

const fn line_widths(widths: LineWidths) -> &'static str {
    match widths {
        LineWidths::OfThisMap => "fit for this map",
        LineWidths::OfEveryMap => "the same on every map",
    }
}

const fn bundling(bundling: Bundling) -> &'static str {
    match bundling {
        Bundling::Merged => "merged",
        Bundling::Fanned => "fanned out",
    }
}

const fn country_fill(fill: CountryFill) -> &'static str {
    match fill {
        CountryFill::TakingPart => "taking part",
        CountryFill::Count => "count",
    }
}

const fn past_display(past: PastDisplay) -> &'static str {
    match past {
        PastDisplay::Window => "window",
        PastDisplay::Cumulative => "cumulative",
        PastDisplay::Fading => "fading",
    }
}

const fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
    }
}

pub const fn change(change: Change) -> &'static str {
    match change {
        Change::Gained => "gained",
        Change::Lost => "lost",
        Change::More => "more",
        Change::Fewer => "fewer",
        Change::Same => "the same",
    }
}

/// As seen by a state, or by a rule.
pub const fn border_policy(policy: BorderPolicy) -> &'static str {
    match policy {
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
    }
}

pub const fn projection(projection: Projection) -> &'static str {
    match projection {
        Projection::EqualEarth => "Equal Earth",
        Projection::NaturalEarth => "Natural Earth",
        Projection::Robinson => "Robinson",
        Projection::WinkelTripel => "Winkel Tripel",
        Projection::Mercator => "Mercator",
        Projection::PlateCarree => "Plate Carrée",
        Projection::AzimuthalEquidistant => "Azimuthal equidistant",
        Projection::Orthographic => "Orthographic globe",
    }
}

const fn outlook(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Greenwich => "Greenwich",
        Outlook::Eurasia => "Eurasia",
        Outlook::Pacific => "Pacific",
        Outlook::Americas => "Americas",
    }
}

const fn place_kind(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Country => "country",
        PlaceKind::Territory => "territory",
        PlaceKind::FormerState => "former state",
        PlaceKind::Region => "region",
        PlaceKind::City => "city",
        PlaceKind::Venue => "venue",
        PlaceKind::Airfield => "airfield",
    }
}

const fn circle(circle: CircleName) -> &'static str {
    match circle {
        CircleName::Arctic => "Arctic Circle",
        CircleName::Cancer => "Tropic of Cancer",
        CircleName::Capricorn => "Tropic of Capricorn",
        CircleName::Antarctic => "Antarctic Circle",
    }
}
