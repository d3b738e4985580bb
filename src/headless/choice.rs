//! Words of the command line → values; a word that means none or several is refused with the nearest that can
//! be had.

use crate::drawing::{Course, PastDisplay};
use crate::export::data::Data;
use crate::export::listing;
use crate::export::svg::Letters;
use crate::gazetteer::candidates::{Candidate, city};
use crate::gazetteer::country::Countries;
use crate::gazetteer::fold::fold;
use crate::gazetteer::language::Language;
use crate::gazetteer::nearest::nearest;
use crate::gazetteer::organisation::{organisation, organisations};
use crate::gazetteer::person::person_id;
use crate::gazetteer::region::Region;
use crate::globe::chart::Outlook;
use crate::globe::policy::BorderPolicy;
use crate::globe::projection::Projection;
use crate::import::encoding::Encoding;
use crate::import::field::Field;
use crate::import::mapping::RowIs;
use crate::import::problem::excerpt;
use crate::import::when::{self, Order};
use crate::import::{venue, word};
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::meeting::date::PartialDate;
use crate::meeting::table::Meetings;
use crate::meeting::{Kind, Status};
use crate::page::{Below, PageFormat, TextSize};
use crate::query::calendar::Grain;
use crate::query::question::filter::Area;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::Unit;
use crate::state::Theme;
use crate::words::message::{Message, Word};
use crate::words::part::command_line::{Choosable, CommandLine, CommandLineText};
use crate::words::{label, say, word};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A region by its name or an unmistakable part of it: `Africa`, `Middle East`, `Central Asia`.
pub fn region(text: &str) -> Result<Region, String> {
    let (asked, name) = (fold(text), |region: &Region| fold(region.name()));
    let whole = Region::ALL.into_iter().find(|region| name(region) == asked);
    let parts: Vec<Region> =
        Region::ALL.into_iter().filter(|region| !asked.is_empty() && name(region).contains(&asked)).collect();
    match (whole, &parts[..]) {
        (Some(region), _) => Ok(region),
        (None, [region]) => Ok(*region),
        (None, []) => {
            let names = Region::ALL.map(Region::name);
            Err(refused(Choosable::Region, text, &names))
        }
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|region| region.name()).collect();
            Err(say(CommandLineText::CanMean(&names)))
        }
    }
}

/// A country by code or name, or else an international organisation. An option holds no free text, so that
/// two small letters are a code here: `kz`.
pub fn party(text: &str) -> Result<CountryCode, String> {
    country(text).or_else(|why| {
        let found = venue::party(text).or_else(|| venue::party(&text.trim().to_uppercase()));
        found.ok_or(why)
    })
}

/// A country by code or name.
pub fn country(text: &str) -> Result<CountryCode, String> {
    code(text).or_else(|| venue::country(text)).ok_or_else(|| {
        let meant = say(Message::Perhaps(&venue::countries_meant(text)));
        let hint = if meant.is_empty() { label(CommandLine::WriteCountry) } else { &meant };
        say(CommandLineText::NoSingleCountry(hint))
    })
}

fn code(text: &str) -> Option<CountryCode> {
    let text = text.trim();
    Countries::embedded()
        .by_code(&text.to_ascii_uppercase())
        .filter(|_| text.is_ascii())
        .map(|country| country.code)
}

/// A region or a country. A code goes first: `fr` is also a part of Africa.
pub fn area(text: &str) -> Result<Area, String> {
    if let Some(country) = code(text) {
        return Ok(Area::Country(country));
    }
    let region = region(text);
    match (region, country(text)) {
        (Ok(region), _) => Ok(Area::Region(region)),
        (Err(_), Ok(country)) => Ok(Area::Country(country)),
        (Err(_), Err(_)) => {
            let regions = Region::ALL.iter().map(|region| region.name());
            let table = Countries::embedded();
            let countries = table.iter().map(|country| country.name);
            let of_city = venue::country_of_city(text).map(|code| table.name(code).into_owned());
            let near = match &of_city {
                Some(country) => vec![country.as_str()],
                None => nearest(text, regions.chain(countries), 3),
            };
            Err(say(CommandLineText::NoSingleArea(&near)))
        }
    }
}

/// An organisation by its abbreviation, its name or an unmistakable part of it: `ICC`, `Criminal Court`;
/// gives the abbreviation.
pub fn bloc(text: &str) -> Result<String, String> {
    let asked = fold(text);
    let parts = organisations().iter().filter(|one| !asked.is_empty() && fold(&one.name).contains(&asked));
    let parts: Vec<&str> = parts.map(|one| one.code.as_str()).collect();
    match (organisation(text), &parts[..]) {
        (Some(found), _) => Ok(found.code.clone()),
        (None, [only]) => Ok((*only).to_owned()),
        (None, []) => {
            let known = organisations().iter().flat_map(|one| [one.code.as_str(), one.name.as_str()]);
            let codes: Vec<&str> = organisations().iter().map(|one| one.code.as_str()).collect();
            let hint = match nearest(text, known, 1).first() {
                Some(near) => say(CommandLineText::Perhaps(near)),
                None => say(CommandLineText::OneOf(&codes.join(", "))),
            };
            Err(say(CommandLineText::NoSuch(Choosable::Organisation, &hint)))
        }
        (None, several) => Err(say(CommandLineText::CanMean(several))),
    }
}

/// A kind of meeting.
pub fn kind(text: &str) -> Result<Kind, String> {
    word::kind(text).ok_or_else(|| {
        let names = Kind::ALL.map(Kind::name);
        let asked = fold(text);
        let several: Vec<&str> =
            names.into_iter().filter(|name| name.split(' ').any(|word| word == asked)).collect();
        if several.len() > 1 {
            say(CommandLineText::CanMean(&several))
        } else {
            refused(Choosable::Kind, text, &names)
        }
    })
}

/// A status.
pub fn status(text: &str) -> Result<Status, String> {
    word::status(text).ok_or_else(|| refused(Choosable::Status, text, &Status::ALL.map(Status::name)))
}

/// The first day of `2024`, `2024-07`, `2024-07-03` or another written date; of `-44`, which is `-0044` in a
/// table.
pub fn first_day(text: &str) -> Result<Date, String> {
    date(text).map(PartialDate::first_day)
}

/// The last day of the same.
pub fn last_day(text: &str) -> Result<Date, String> {
    date(text).map(PartialDate::last_day)
}

fn date(text: &str) -> Result<PartialDate, String> {
    let is_short =
        |year: &&str| matches!(year.len(), 1..4) && year.bytes().all(|letter| letter.is_ascii_digit());
    let early = text.trim().strip_prefix('-').filter(is_short).map(|year| format!("-{year:0>4}"));
    when::one(early.as_deref().unwrap_or(text)).map_err(|refused| {
        let (why, meant) = (say(Message::RefusedDate(&refused)), say(Message::Readings(&refused)));
        if meant.is_empty() { why } else { format!("{why}. {meant}") }
    })
}

/// The people on record that each word means: by the whole name, else by another spelling of it, else by
/// whole words of it, else by a part of it.
pub fn leaders(asked: &[String], meetings: &Meetings) -> Result<BTreeSet<String>, String> {
    if asked.is_empty() {
        // Nobody is looked up among a million meetings.
        return Ok(BTreeSet::new());
    }
    let recorded: BTreeSet<&str> =
        meetings.iter().flat_map(|(_, meeting)| &meeting.participants).map(|one| one.name.as_str()).collect();
    let mut meant = BTreeSet::new();
    for text in asked {
        if fold(text).is_empty() {
            return Err(label(CommandLine::NoLeader).to_owned());
        }
        let found = named(text, &recorded);
        if found.is_empty() {
            return Err(not_on_record(
                &excerpt(text),
                &nearest(text, recorded.iter().copied(), 3),
                &recorded,
            ));
        }
        meant.extend(found);
    }
    Ok(meant)
}

/// Nobody is called so: who may be meant, or three of those on record and how to see the others.
fn not_on_record(text: &str, near: &[&str], recorded: &BTreeSet<&str>) -> String {
    const SHOWN: usize = 3;
    if !near.is_empty() {
        return say(CommandLineText::NotOnRecord(text, near));
    }
    let few: Vec<&str> = recorded.iter().take(SHOWN).copied().collect();
    say(CommandLineText::OnRecord(text, &few, recorded.len() - few.len()))
}

fn named(text: &str, recorded: &BTreeSet<&str>) -> Vec<String> {
    let (asked, person) = (fold(text), person_id(text));
    let asked = asked.as_str();
    let whole = |name: &str| fold(name) == asked;
    let same = |name: &str| person_id(name) == person;
    let words = |name: &str| asked.split(' ').all(|word| fold(name).split(' ').any(|other| other == word));
    let part = |name: &str| fold(name).contains(asked);
    let ways: [&dyn Fn(&str) -> bool; 4] = [&whole, &same, &words, &part];
    if asked.is_empty() {
        return Vec::new();
    }
    ways.iter()
        .map(|way| recorded.iter().filter(|name| way(name)).map(|&name| name.to_owned()).collect())
        .find(|found: &Vec<String>| !found.is_empty())
        .unwrap_or_default()
}

/// A projection by its name or a word that only it has, such as `mercator`, `equal-earth` or `globe`.
pub fn projection(text: &str) -> Result<Projection, String> {
    let asked = fold(text);
    let called = |known: &Projection| fold(known.name()) == asked;
    let word_of = |known: &Projection| fold(known.name()).split(' ').any(|word| word == asked);
    let with_word: Vec<Projection> = Projection::ALL.into_iter().filter(word_of).collect();
    let only = (with_word.len() == 1).then(|| with_word[0]);
    Projection::ALL.into_iter().find(called).or(only).ok_or_else(|| {
        let names = Projection::ALL.map(|known| fold(known.name()).replace(' ', "-"));
        refused(Choosable::Projection, text, &names.each_ref().map(String::as_str))
    })
}

/// The middle of the map: `pacific` and the other outlooks, a longitude, a longitude and a latitude
/// (`71.4,51.2`), or a place.
pub fn centre(text: &str) -> Result<Position, String> {
    if let Some(outlook) = Outlook::ALL.into_iter().find(|known| fold(known.name()) == fold(text)) {
        return Ok(outlook.centre());
    }
    if let Some(at) = degrees(text) {
        let on_globe = at.lon.abs() <= 180.0 && at.lat.abs() <= 90.0;
        return if on_globe { Ok(at) } else { Err(label(CommandLine::OffTheEarth).to_owned()) };
    }
    let of_country = || {
        let code = code(text).or_else(|| venue::country(text))?;
        Some(Countries::embedded().get(code)?.label_at)
    };
    let found = city(text, None);
    found.as_ref().ok().map(|city| city.at).or_else(of_country).ok_or_else(|| {
        let meant: Vec<String> = found.err().into_iter().flatten().take(3).map(in_its_country).collect();
        if !meant.is_empty() {
            let meant: Vec<&str> = meant.iter().map(String::as_str).collect();
            return say(CommandLineText::CanMeanPlaces(&meant));
        }
        let outlooks = Outlook::ALL.map(|known| fold(known.name())).join(", ");
        say(CommandLineText::NoSinglePlace(&outlooks))
    })
}

/// `Tripoli, Libya`
fn in_its_country(candidate: Candidate) -> String {
    let country = candidate.country.map(|code| format!(", {}", Countries::embedded().name(code)));
    candidate.name + &country.unwrap_or_default()
}

/// A longitude, or a longitude and a latitude.
fn degrees(text: &str) -> Option<Position> {
    let (lon, lat) = text.split_once(',').unwrap_or((text, "0"));
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    Some(Position::new(number(lon)?, number(lat)?))
}

/// A border policy by its word or its name, such as `de-facto` or `As seen by India`; a state's name will do.
pub fn borders(text: &str) -> Result<BorderPolicy, String> {
    let asked = fold(text);
    let means = |known: &BorderPolicy| {
        let [word, name] = [known.word(), word(Word::BorderPolicy(*known))].map(fold);
        asked == word || asked == name || Some(asked.as_str()) == name.strip_prefix("as seen by ")
    };
    BorderPolicy::ALL.into_iter().find(means).ok_or_else(|| {
        let words = BorderPolicy::ALL.map(BorderPolicy::word);
        refused(Choosable::BorderPolicy, text, &words)
    })
}

/// A reading by its name.
pub fn reading(text: &str) -> Result<Reading, String> {
    called(Choosable::Reading, text, Reading::ALL, Reading::name)
}

/// The course of lines by its name.
pub fn course(text: &str) -> Result<Course, String> {
    called(Choosable::Course, text, Course::ALL, Course::name)
}

/// What colours say, by its name.
pub fn colour_by(text: &str) -> Result<GroupBy, String> {
    called(Choosable::Class, text, GroupBy::ALL, GroupBy::name)
}

/// A unit of the counting rule, in the singular or plural: `meetings`, `meeting-days`, `journeys`, `trips`,
/// `pairs`.
pub fn unit(text: &str) -> Result<Unit, String> {
    let asked = fold(text);
    let means = |unit: &Unit| {
        let many = fold(word(Word::Unit(*unit)));
        asked == many
            || many.strip_suffix('s') == Some(&asked)
            || (*unit == Unit::Pairs && ["pair", "pairs", "encounters"].contains(&&asked[..]))
    };
    let words = ["meetings", "meeting-days", "journeys", "trips", "pairs"];
    Unit::ALL.into_iter().find(means).ok_or_else(|| refused(Choosable::Unit, text, &words))
}

/// A status that a counting rule may leave out: planned or invited.
pub fn uncounted(text: &str) -> Result<Status, String> {
    match word::status(text) {
        Some(status @ (Status::Planned | Status::Invited)) => Ok(status),
        Some(Status::Held) => Err(label(CommandLine::HeldCounted).to_owned()),
        Some(Status::Cancelled) => Err(label(CommandLine::CancelledNotCounted).to_owned()),
        None => Err(refused(Choosable::Status, text, &[Status::Planned, Status::Invited].map(Status::name))),
    }
}

/// A theme by its name.
pub fn theme(text: &str) -> Result<Theme, String> {
    called(Choosable::Theme, text, Theme::ALL, Theme::name)
}

/// A format of a page by its name.
pub fn preset(text: &str) -> Result<PageFormat, String> {
    called(Choosable::PageFormat, text, PageFormat::ALL, PageFormat::name)
}

/// A size of text by its name.
pub fn text_size(text: &str) -> Result<TextSize, String> {
    called(Choosable::TextSize, text, TextSize::ALL, TextSize::name)
}

/// What stands under the map, by its name.
pub fn below(text: &str) -> Result<Below, String> {
    called(Choosable::Below, text, Below::ALL, Below::name)
}

/// Whether there is something: `on` or `off`.
pub fn on_or_off(text: &str) -> Result<bool, String> {
    match fold(text).as_str() {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(label(CommandLine::OnOrOff).to_owned()),
    }
}

/// A language by its two letters, its English name or its own: `ru`, `Russian`, `Русский`.
pub fn language(text: &str) -> Result<Language, String> {
    let names = |language: &Language| [language.code(), language.name(), language.own_name()].map(fold);
    let found = Language::ALL.into_iter().find(|known| names(known).contains(&fold(text)));
    found.ok_or_else(|| refused(Choosable::Language, text, &Language::ALL.map(Language::code)))
}

/// The form of a listing by its name.
pub fn listing_form(text: &str) -> Result<listing::Form, String> {
    called(Choosable::ListingForm, text, listing::Form::ALL, listing::Form::name)
}

/// The smallest map on which its text can be read, in points.
const SMALLEST: (u32, u32) = (320, 240);
/// The longest side, in points.
const LARGEST: u32 = 16_384;

/// `1920x1080`: width and height in points, from 320x240 to 16,384 each.
pub fn size(text: &str) -> Result<(f32, f32), String> {
    let side = |text: &str| text.trim().parse::<u32>().ok();
    let sides =
        text.split_once(['x', 'X', '×']).and_then(|(width, height)| Some((side(width)?, side(height)?)));
    let Some((width, height)) = sides else {
        return Err(label(CommandLine::NoSize).to_owned());
    };
    if width < SMALLEST.0 || height < SMALLEST.1 {
        Err(say(CommandLineText::MapTooSmall(SMALLEST.0, SMALLEST.1)))
    } else if width > LARGEST || height > LARGEST {
        Err(say(CommandLineText::SideTooLong(LARGEST)))
    } else {
        Ok((width as f32, height as f32))
    }
}

/// Pixels a point, above 0 and at most 16.
pub fn scale(text: &str) -> Result<f32, String> {
    let scale = text.trim().parse::<f32>().ok().filter(|scale| *scale > 0.0 && *scale <= 16.0);
    scale.ok_or_else(|| label(CommandLine::NoScale).to_owned())
}

/// Pixels an inch, from 1 to 1,152: 16 pixels a point.
pub fn dpi(text: &str) -> Result<f32, String> {
    let dpi = text.trim().parse::<f32>().ok().filter(|dpi| (1.0..=1152.0).contains(dpi));
    dpi.ok_or_else(|| label(CommandLine::NoDpi).to_owned())
}

/// What is listed, by its name.
pub fn data(text: &str) -> Result<Data, String> {
    called(Choosable::Data, text, Data::ALL, Data::name)
}

/// The length of a step in time, by its name: `day`, `months`.
pub fn grain(text: &str) -> Result<Grain, String> {
    let asked = fold(text);
    let is_it = |grain: &Grain| {
        let name = fold(word(Word::Grain(*grain)));
        asked == name || asked.strip_suffix('s') == Some(&*name)
    };
    let names = ["day", "week", "month", "quarter", "year"];
    Grain::ALL.into_iter().find(is_it).ok_or_else(|| refused(Choosable::Grain, text, &names))
}

/// What becomes of what is past, by its name.
pub fn past(text: &str) -> Result<PastDisplay, String> {
    let name = |past| match past {
        PastDisplay::Window => "window",
        PastDisplay::Cumulative => "cumulative",
        PastDisplay::Fading => "fading",
    };
    called(Choosable::PastDisplay, text, PastDisplay::ALL, name)
}

/// How letters are written, by its name.
pub fn letters(text: &str) -> Result<Letters, String> {
    called(Choosable::Letters, text, Letters::ALL, Letters::name)
}

/// The one of a closed set that is called so; hyphens stand for spaces.
fn called<T: Copy, const N: usize>(
    what: Choosable,
    text: &str,
    all: [T; N],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    let found = all.into_iter().find(|&known| name(known) == fold(text));
    found.ok_or_else(|| {
        let words = all.map(|known| name(known).replace(' ', "-"));
        refused(what, text, &words.each_ref().map(String::as_str))
    })
}

fn refused(what: Choosable, text: &str, known: &[&str]) -> String {
    say(CommandLineText::NoSuch(what, &instead(text, known)))
}

/// What to write instead of an unknown word: the nearest known one, or all of them.
fn instead(text: &str, known: &[&str]) -> String {
    match word::near(text, known) {
        Some(near) => say(CommandLineText::Perhaps(near)),
        None => say(CommandLineText::OneOf(&known.join(", "))),
    }
}

/// A column and what it is taken for: `Where=city`; `none` for nothing.
pub fn column(text: &str) -> Result<(String, Option<Field>), String> {
    let (heading, field) = text.rsplit_once('=').ok_or_else(|| label(CommandLine::NoColumn))?;
    if fold(field) == "none" {
        return Ok((heading.to_owned(), None));
    }
    let names = Field::ALL.map(Field::name);
    let known = Field::named(field).ok_or_else(|| refused(Choosable::Field, field, &names))?;
    Ok((heading.to_owned(), Some(known)))
}

/// Which number of a date is the day.
pub fn order(text: &str) -> Result<Order, String> {
    match fold(text).as_str() {
        "day first" => Ok(Order::DayFirst),
        "month first" => Ok(Order::MonthFirst),
        _ => Err(label(CommandLine::NoOrder).to_owned()),
    }
}

/// What each row of a table is.
pub fn row_is(text: &str) -> Result<RowIs, String> {
    RowIs::named(&fold(text)).ok_or_else(|| refused(Choosable::Rows, text, &RowIs::ALL.map(RowIs::name)))
}

/// An encoding.
pub fn encoding(text: &str) -> Result<Encoding, String> {
    Encoding::named(text).ok_or_else(|| {
        let names = Encoding::ALL.map(Encoding::name);
        refused(Choosable::Encoding, text, &names)
    })
}
