//! Remarks on files in English: how a file was understood where it could have been understood otherwise.

use super::file;
use super::list::all;
use super::word;
use crate::import::field::Field;
use crate::import::remark::{Remark, Tally};
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
        Remark::OrderOpen { example } => told!(
            "\"{example}\" can be two days, and nothing in the file says which number is the day: say day first or month first",
            example
        ),
        Remark::Date(about) => {
            told_by!(tally.count, "{n} row: {remark}", "{n} rows: {remark}", remark = fixed(date(*about)))
        }
        Remark::CountryTakenFor { heading, field } => {
            let is_state = *field == Field::LeaderCountry;
            if is_state {
                told!(
                    "the column \"{heading}\" is taken for the state that the traveller represents",
                    heading
                )
            } else {
                told!("the column \"{heading}\" is taken for the country that was visited", heading)
            }
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
