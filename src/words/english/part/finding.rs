//! The field that finds people, places, dates, meetings and commands, and its answers, in English.

use crate::query::find::answer::{Group, Why};
use crate::words::english::number::counted;
use crate::words::english::word::{noun, word};
use crate::words::message::{Noun, Word};
use crate::words::part::finding::{Finding, FindingText};
use crate::words::spoken::fixed;

/// Words about finding.
pub const fn finding(label: Finding) -> &'static str {
    match label {
        Finding::Field | Finding::ShortHint => "Search or command",
        Finding::Hint => "Search a leader, country, place or date, or type a command",
        Finding::Begin => {
            "A leader, country, bloc, place, date or meeting, in any language. Or a command, such as:"
        }
        Finding::Preparing => "Reading the table…",
        Finding::Heading(group) => match group {
            Group::People => "People",
            Group::Countries => "Countries and organisations",
            Group::Regions => "Regions",
            Group::Blocs => "Blocs",
            Group::Venues => "Places",
            Group::Occasions => "Occasions",
            Group::Dates => "Dates",
            Group::Meetings => "Meetings",
            Group::Commands => "Commands",
        },
        Finding::Does(group) => match group {
            Group::People => "show only the meetings of this person",
            Group::Blocs => "show only meetings with a member",
            Group::Countries | Group::Venues | Group::Occasions | Group::Meetings => "select it and go there",
            Group::Regions => "show only these meetings",
            Group::Dates => "show only this time",
            Group::Commands => "do it",
        },
        Finding::DoesNothing => "nothing to do now",
        Finding::Arrows => "↑ ↓",
        Finding::Choose => "choose",
        Finding::Enter => "Enter",
        Finding::Escape => "Esc",
        Finding::Close => "close",
        Finding::WithTheseWords => "With these words",
        Finding::DoesFilter => "show only these meetings",
        Finding::ExportPicture => "Export picture…",
        Finding::Bar => "Search, views and export",
    }
}

/// A text about finding, from facts.
pub fn finding_text(text: FindingText) -> String {
    match text {
        FindingText::Results(0) => fixed("no results").to_owned(),
        FindingText::Results(results) => told_by!(results, "{n} result", "{n} results"),
        FindingText::Nothing(typed) => {
            told!("Nothing in this table is called “{typed}”, and no command is", typed)
        }
        FindingText::DidYouMean(typed) => told!("Nothing is called “{typed}”. Did you mean:", typed),
        FindingText::HeldIn(region) => {
            told!("Meetings held in {region}", region = word(Word::Region(region)))
        }
        FindingText::From(region) => {
            told!("Meetings with somebody from {region}", region = word(Word::Region(region)))
        }
        FindingText::More(more) => {
            told_by!(more, "{n} more: type on to narrow them down", "{n} more: type on to narrow them down")
        }
        FindingText::Meetings(0) => fixed("no meeting in this table").to_owned(),
        FindingText::Meetings(meetings) => counted(meetings, noun(Noun::Meeting)),
        FindingText::Why(why) => match why {
            Why::Name | Why::Date => String::new(),
            Why::Code => fixed("code").to_owned(),
            Why::OtherName(name) => told!("also called {name}", name),
            Why::Slip(name) => told!("close to {name}", name),
            Why::Participant(name) | Why::State(name) => told!("with {name}", name),
            Why::Place(name) => told!("in {name}", name),
            Why::Occasion(name) => told!("at {name}", name),
            Why::Record => fixed("in what came of it or the note").to_owned(),
        },
        FindingText::Filter(typed) => told!("Show only meetings with “{typed}”", typed),
        FindingText::Sources(typed) => told!("Search the sources for “{typed}”", typed),
    }
}
