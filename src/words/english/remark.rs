//! Remarks on files in English: how a file was understood where it could have been understood otherwise.

use super::file;
use super::list::all;
use super::word;
use crate::import::field::Field;
use crate::import::remark::{Aside, PointRemark, Remark, Tally};
use crate::import::when::{self, Order};
use crate::words::spoken::fixed;

/// A remark with its number, as a sentence without a final full stop.
#[expect(clippy::too_many_lines, reason = "a sentence for each remark")]
pub fn remark(remark: &Remark, tally: Tally) -> String {
    match remark {
        Remark::Text(read) => file::read_as(*read),
        Remark::OtherTables { read, others } => {
            told!("the table \"{read}\" is read; the file also holds {others}", read, others = quoted(others))
        }
        Remark::TablesTogether { names } => {
            told!("{tables} have the same headings and are read as one table", tables = quoted(names))
        }
        Remark::ColumnsAsRows => told_by!(
            tally.count,
            "{n} column headed by a place or a year: each date in it is read as a row",
            "{n} columns headed by a place or a year: each date in them is read as a row"
        ),
        Remark::TitleLines => {
            told_by!(
                tally.count,
                "{n} line above the headings belong to no meeting",
                "{n} lines above the headings belong to no meeting"
            )
        }
        Remark::Footnotes => {
            told_by!(
                tally.count,
                "{n} line below the table belong to no meeting",
                "{n} lines below the table belong to no meeting"
            )
        }
        Remark::NoHeadings => fixed("the file has no headings; the columns are numbered").to_owned(),
        Remark::ByCells { heading, field } => {
            told!(
                "the column \"{heading}\" is taken for the {field}, by its cells",
                heading,
                field = fixed(self::field(*field))
            )
        }
        Remark::OrderDecided { order, example } => {
            told!(
                "\"{example}\" can only be {order}; the other dates follow it",
                example,
                order = fixed(self::order(*order))
            )
        }
        Remark::OrderStated { order, heading } => {
            told!("the heading \"{heading}\" says: {order}", heading, order = fixed(self::order(*order)))
        }
        Remark::OrderMixed { examples: [day_first, month_first] } => told!(
            "\"{day_first}\" can only be day first and \"{month_first}\" only month first: each is read as it can be",
            day_first,
            month_first
        ),
        Remark::NaIsCode { heading } => told!(
            "\"NA\" in the column \"{heading}\" is taken for Namibia, as its cells are codes of two letters",
            heading
        ),
        Remark::OrderOpen { example } => told!(
            "\"{example}\" can be two days, and nothing in the file says which number is the day: say day first or month first",
            example
        ),
        Remark::Date(about) => {
            told_by!(tally.count, "{n} row: {remark}", "{n} rows: {remark}", remark = fixed(date(*about)))
        }
        Remark::CountryTakenFor { heading, field } => taken_for(heading, *field),
        Remark::LeaderByName { name } => {
            told!("the traveller is {name}, whom the name of the file or of the table tells", name)
        }
        Remark::RepresentsByName { state, word } => told!(
            "the travellers are taken to represent {state}, as \"{word}\" stands in the name or the title",
            state = word::state(*state),
            word
        ),
        Remark::FromOfficeHolders => {
            told_by!(
                tally.count,
                "{n} name: the state is from the list of office holders",
                "{n} names: the state is from the list of office holders"
            )
        }
        Remark::OutOfOffice => told_by!(
            tally.count,
            "{n} name: the state is that of a person in the list of office holders, who was not in office on that day",
            "{n} names: the state is that of a person in the list of office holders, who was not in office on that day"
        ),
        Remark::NoState => told_by!(
            tally.count,
            "{n} name without a state: no line can be drawn from a capital",
            "{n} names without a state: no line can be drawn from a capital"
        ),
        Remark::CountryFromPoint => {
            told_by!(
                tally.count,
                "{n} row: the country is that of the town nearest to the point",
                "{n} rows: the country is that of the town nearest to the point"
            )
        }
        Remark::NoPeople => {
            fixed("no column says who took part: no line can be drawn. Say which it is with --map").to_owned()
        }
        Remark::Point(about) => point(*about, tally.count),
        Remark::PlaceFromName => told_by!(
            tally.count,
            "{n} row: the place is from the name of the meeting",
            "{n} rows: the place is from the name of the meeting"
        ),
        Remark::SeveralDates => told_by!(
            tally.count,
            "{n} row with several dates: each date is a meeting of its own",
            "{n} rows with several dates: each date is a meeting of its own"
        ),
        Remark::PlaceOfHost => told_by!(
            tally.count,
            "{n} row: no column says where; the meeting is shown in the host’s state",
            "{n} rows: no column says where; the meeting is shown in the host’s state"
        ),
        Remark::OriginInNote => told_by!(
            tally.count,
            "{n} row: where the journey began is in the note; lines begin at the seat of government",
            "{n} rows: where the journey began is in the note; lines begin at the seat of government"
        ),
        Remark::PerhapsCancelled => told_by!(
            tally.count,
            "{n} row: the text says that something was cancelled or put off; the meeting is taken as held",
            "{n} rows: the text says that something was cancelled or put off; the meeting is taken as held"
        ),
        Remark::Aside(row) => aside(*row, tally.count),
        Remark::SeveralPlaces => told_by!(
            tally.count,
            "{n} row with several places: each place is a stop of a trip",
            "{n} rows with several places: each place is a stop of a trip"
        ),
        Remark::MetInRemark => {
            told_by!(
                tally.count,
                "{n} row says in a remark whom the traveller met; nobody is taken from there unasked",
                "{n} rows say in a remark whom the traveller met; nobody is taken from there unasked"
            )
        }
        Remark::MetFromRemark => {
            told_by!(
                tally.count,
                "{n} row: those whom a remark says the traveller met take part; the note says who they are",
                "{n} rows: those whom a remark says the traveller met take part; the note says who they are"
            )
        }
        Remark::JoinedRows => {
            told_by!(
                tally.count,
                "{n} row names further participants of an event that has a row above, and is a part of it",
                "{n} rows name further participants of an event that has a row above, and are a part of it"
            )
        }
        Remark::JoinedReports => {
            told_by!(
                tally.count,
                "{n} row put together with a row above that reports the same meeting",
                "{n} rows put together with a row above that reports the same meeting"
            )
        }
        Remark::CodeOfNoMeeting => {
            told_by!(
                tally.count,
                "{n} row left out: the code of the event is that of no meeting",
                "{n} rows left out: the code of the event is that of no meeting"
            )
        }
        Remark::JoinedTrips => told_by!(
            tally.count,
            "{n} trip made of rows that follow each other day by day",
            "{n} trips made of rows that follow each other day by day"
        ),
        Remark::StatusFromText => told_by!(
            tally.count,
            "{n} row: the status is from a word in the text",
            "{n} rows: the status is from a word in the text"
        ),
        Remark::StruckThrough => told_by!(
            tally.count,
            "{n} row is struck through: the meeting is taken as cancelled",
            "{n} rows are struck through: the meetings are taken as cancelled"
        ),
        Remark::KindFromText => told_by!(
            tally.count,
            "{n} row: the kind is from a word in the text",
            "{n} rows: the kind is from a word in the text"
        ),
        Remark::PlannedAsOf(day) => told_by!(
            tally.count,
            "{n} row begins after {day} and is taken as planned",
            "{n} rows begin after {day} and are taken as planned",
            day
        ),
    }
}

/// What a bare `Country` is taken for.
fn taken_for(heading: &str, field: Field) -> String {
    if field == Field::LeaderCountry {
        told!("the column \"{heading}\" is taken for the state that the traveller represents", heading)
    } else if field == Field::Participants {
        told!("the column \"{heading}\" is taken for the states that took part", heading)
    } else {
        told!("the column \"{heading}\" is taken for the country that was visited", heading)
    }
}

/// How the coordinates of rows lie to the place that is named beside them.
fn point(about: PointRemark, rows: usize) -> String {
    match about {
        PointRemark::Zero => told_by!(
            rows,
            "{n} row: the coordinates are 0, 0 and are left out; the names say where it was",
            "{n} rows: the coordinates are 0, 0 and are left out; the names say where it was"
        ),
        PointRemark::Turned => told_by!(
            rows,
            "{n} row: the coordinates lie elsewhere than the place that is named, and there if they are swapped or have the other sign: they are read so",
            "{n} rows: the coordinates lie elsewhere than the place that is named, and there if they are swapped or have the other sign: they are read so"
        ),
        PointRemark::Elsewhere => told_by!(
            rows,
            "{n} row: the coordinates lie more than 300 km from the city that is named; the map follows the coordinates",
            "{n} rows: the coordinates lie more than 300 km from the city that is named; the map follows the coordinates"
        ),
    }
}

/// Why rows are no meetings.
fn aside(why: Aside, rows: usize) -> String {
    match why {
        Aside::Year => told_by!(
            rows,
            "{n} row with a year only, which is that of the rows below",
            "{n} rows with a year only, which is that of the rows below"
        ),
        Aside::Head => told_by!(
            rows,
            "{n} row with a state or a leader only, which holds for the rows below",
            "{n} rows with a state or a leader only, which holds for the rows below"
        ),
        Aside::Headings => told_by!(
            rows,
            "{n} row left out: the headings once more",
            "{n} rows left out: the headings once more"
        ),
        Aside::Sum => {
            told_by!(rows, "{n} row left out: a sum of others", "{n} rows left out: a sum of others")
        }
        Aside::OtherTable => told_by!(
            rows,
            "{n} row left out: another table begins there; read it from a file of its own",
            "{n} rows left out: another table begins there; read it from a file of its own"
        ),
    }
}

/// How a date was read that could be written better.
const fn date(remark: when::Remark) -> &'static str {
    match remark {
        when::Remark::TimeDropped => "the time of the day is left out",
        when::Remark::ZoneDropped => "the time zone is left out; the day is the one written",
        when::Remark::TwoDigitYear => "the year has two digits; 40 to 99 are taken for 1940 to 1999",
        when::Remark::SerialNumber => "the date is a number of days, as spreadsheets count them",
        when::Remark::YearInherited => "the year is from the title, the file or a column of years",
        when::Remark::Approximate => "the date is vague",
        when::Remark::Unclear => "a digit of the date cannot be read",
        when::Remark::Season => "a season is taken as three months of the northern half of the earth",
        when::Remark::Unconfirmed => "the date is not settled",
        when::Remark::WordsDropped => "words in brackets beside the date are left out",
        when::Remark::FromBuddha => "years are counted from the Buddha: 543 are taken off",
        when::Remark::FromHijra => {
            "years are counted from the Hijra, by the moon: the days are those of the calendar of Umm al-Qura"
        }
        when::Remark::FromHijraBySun => "years are counted from the Hijra, by the sun, as in Iran",
        when::Remark::OldStyle => {
            "two days are one in the Julian and in today’s calendar: the later one is taken"
        }
    }
}

/// Which number of a date is the day.
pub const fn order(order: Order) -> &'static str {
    match order {
        Order::DayFirst => "day first",
        Order::MonthFirst => "month first",
        Order::Undecided => "either",
    }
}

/// What a column holds.
pub const fn field(field: Field) -> &'static str {
    match field {
        Field::Id => "key of the record",
        Field::Start => "date",
        Field::End => "last day",
        Field::Precision => "precision of the date",
        Field::Kind => "kind",
        Field::Mode => "in person or not",
        Field::Status => "status",
        Field::Title => "title",
        Field::Country => "host country",
        Field::City => "place",
        Field::Building => "building",
        Field::Participants => "participants",
        Field::Leader => "traveller",
        Field::LeaderCountry => "traveller’s state",
        Field::Office => "traveller’s office",
        Field::Counterpart => "counterpart",
        Field::CounterpartCountry => "counterpart’s state",
        Field::CounterpartOffice => "counterpart’s office",
        Field::Occasion => "occasion",
        Field::Outcome => "outcome",
        Field::Sources => "source",
        Field::ArticleRef => "place in the article",
        Field::Note => "note",
        Field::Longitude => "longitude",
        Field::Latitude => "latitude",
        Field::Trip => "trip",
        Field::Stop => "stop of the trip",
        Field::Count => "number of meetings",
        Field::Year => "year",
        Field::Month => "month",
        Field::Day => "day of the month",
        Field::EndYear => "last day’s year",
        Field::EndMonth => "last day’s month",
        Field::EndDay => "last day of the month",
        Field::Duration => "number of days",
        Field::Coordinates => "coordinates",
        Field::Topic => "topic",
        Field::Origin => "starting point",
        Field::OriginLongitude => "starting point’s longitude",
        Field::OriginLatitude => "starting point’s latitude",
        Field::Delegation => "delegation",
        Field::EventCode => "code of the event",
    }
}

fn quoted(names: &[String]) -> String {
    /// Names that are told.
    const MOST: usize = 5;
    let mut told: Vec<String> = names.iter().take(MOST).map(|name| told!("\"{name}\"", name)).collect();
    if names.len() > MOST {
        told.push(told_by!(names.len() - MOST, "{n} more", "{n} more"));
    }
    all(&told)
}
