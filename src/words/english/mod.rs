//! Everything that the program says, in English, by which other languages look it up.

pub mod number;
pub mod list;
pub mod date;
pub mod file;
pub mod word;
mod question;
mod answer;
mod map;
mod telling;
mod remark;
mod problem;
mod step;
mod trouble;
pub mod part;

use super::message::Message;
use super::spoken::fixed;
use crate::query::travel;

/// The English text of a message.
pub fn say(message: Message) -> String {
    match message {
        Message::Number(number) => number::grouped(number),
        Message::Count(number, noun) => number::counted(number, word::noun(noun)),
        Message::Counted(rule, number) => number::counted(number, word::unit(rule.unit)),
        Message::Rate(rate) => number::rate(rate),
        Message::Either(words) => list::either(words),
        Message::All(words) => list::all(words),
        Message::Dots(parts) => list::dots(parts),
        Message::Commas(parts) => list::commas(parts),
        Message::Dates(dates) => date::dates(dates),
        Message::DatesInCell(dates) => date::short(dates),
        Message::DayOfMonth(day) => date::day_of_month(day),
        Message::Span(first, last) => date::span(first, last),
        Message::Period(from, to) => date::period(from, to).unwrap_or_default(),
        Message::Bar(grain, begin) => date::bar(grain, begin),
        Message::Position(at) => number::position(at),
        Message::Coordinates(at) => number::coordinates(at, 4),
        Message::Shown(shown) => answer::shown(shown),
        Message::Selected(shown, meetings, target) => answer::selected(shown, meetings, target),
        Message::OwnTitle(shown) => telling::own_title(shown),
        Message::Sources(origin) => telling::sources(origin),
        Message::Changes(question, changes) => answer::changes(question, changes),
        Message::Class(classes, one) => answer::class(classes, one),
        Message::Rule(rule) => question::rule(rule),
        Message::Side(filter, apart) => question::side(filter, apart),
        Message::Why(why, meetings) => answer::why(why, meetings),
        Message::Problem(one) => problem::problem(one),
        Message::Remark(one, tally) => remark::remark(one, tally),
        Message::Holds(field) => fixed(remark::field(field)).to_owned(),
        Message::Wrong(kind) => problem::wrong(kind),
        Message::Remedy(kind) => problem::remedy(kind),
        Message::NoDate(why) => problem::no_date(why),
        Message::RefusedDate(refused) => problem::refused_date(refused),
        Message::Readings(refused) => problem::readings(refused),
        Message::Perhaps(meant) => problem::perhaps(meant),
        Message::FileRefused(why) => file::refused(why),
        Message::ReadAs(read) => file::read_as(read),
        Message::Chart(chart) => map::chart(chart),
        Message::Kilometres(from, to) => number::nearly(travel::kilometres(from, to)),
        Message::Distance(from, to) => map::distance(from, to),
        Message::Travel(travel) => map::travel(travel),
        Message::Scale(km) => map::scale(km),
        Message::Borders(policy) => map::borders(policy).to_owned(),
        Message::BordersInShort(policy) => map::borders_in_short(policy),
        Message::MostFrequent(ranked, by, besides) => map::most_frequent(ranked, by, besides),
        Message::LegendHeading(heading) => map::legend_heading(heading),
        Message::NumberAtPlace(unit) => map::number_at_a_place(unit),
        Message::Places(ids, ties) => answer::places(ids, ties),
        Message::StrongLines { strong, drawn, all } => map::strong_lines(strong, drawn, all),
        Message::Amount(least, most) => map::amount(least, most),
        Message::MoreInPanel(number) => {
            told_by!(number, "and {n} more, in the panel", "and {n} more, in the panel")
        }
        Message::Description(title, shown) => {
            told!(
                "{title}. {shown}. Counted: {rule}.",
                title,
                shown = answer::shown(shown),
                rule = question::rule(shown.question.rule)
            )
        }
        Message::Alternative(title, shown, meetings) => telling::alternative(title, shown, meetings),
        Message::Caption(title, shown, meetings) => telling::caption(title, shown, meetings),
        Message::MeetingCited(meeting, place) => telling::meeting(meeting, place),
        Message::ViewCited(cited) => telling::view(cited),
        Message::Step(change) => step::change(change),
        Message::StepInMenu(change) => step::in_menu(change),
        Message::StepSubject(change) => step::subject(change),
        Message::EditError(one) => trouble::edit_error(one),
        Message::NotRead(one) => trouble::not_read(one),
        Message::OpenError(one) => trouble::open_error(one),
        Message::SaveError(one) => trouble::save_error(one),
        Message::ReadOnly(one) => trouble::read_only(one),
        Message::ProjectProblem(one) => trouble::project_problem(one),
        Message::WrongValue(one) => trouble::wrong_value(one),
        Message::Expected(one) => trouble::expected(one),
        Message::RecoveryError(one) => trouble::recovery_error(one),
        Message::Settings(one) => trouble::settings(one),
        Message::NotWritten(one) => trouble::not_written(one),
        Message::WhyNotWritten(one) => trouble::why_not_written(one),
        Message::System(error) => file::of_system(error),
        Message::Oddity(one) => trouble::oddity(one),
        Message::Part(text) => part::text(text),
    }
}
