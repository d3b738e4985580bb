//! The review of places: what the texts mean that name places in words, in English.

use crate::words::english::number::{counted, grouped};
use crate::words::english::word::noun;
use crate::words::message::Noun;
use crate::words::part::reviewing::{Reviewing, ReviewingText};

/// Words in the review of places.
pub const fn reviewing(label: Reviewing) -> &'static str {
    match label {
        Reviewing::Back => "← Back to the map",
        Reviewing::Heading => "Places to review",
        Reviewing::OneStep => "One step, which Undo takes back",
        Reviewing::IntoProject => "Decisions go into the project",
        Reviewing::WhereItIs => "where it is now",
        Reviewing::AsAWhole => "as a whole",
        Reviewing::InRowsCountry => "in the row’s country",
        Reviewing::Previous => "Previous",
        Reviewing::NextOpen => "Next open",
        Reviewing::NextOpenTip => "The next text that waits for a decision",
        Reviewing::Found => "Found",
        Reviewing::WhichPlace => "Which place?",
        Reviewing::Score => "score",
        Reviewing::NothingFound => "No place is called so. Type another name, or degrees: 9.93, -84.08",
        Reviewing::NothingOffered => "No place is called so. Search one by another name, or click the map",
        Reviewing::SearchHint => "Another place, or 9.93, -84.08",
        Reviewing::Search => "Search a place",
        Reviewing::CountryOnly => "Country only",
        Reviewing::NoCountry => "no country is known",
        Reviewing::LeaveOut => "Leave out",
        Reviewing::LeaveOutTip => "listed, not drawn",
        Reviewing::ForAllTip => "Also for rows that are read later. Without the tick: for one row alone",
        Reviewing::HideRows => "Hide rows",
        Reviewing::ShowRows => "Show rows",
        Reviewing::ForAllProjects => "Also in other projects",
        Reviewing::ForAllProjectsTip => {
            "Kept with the settings, for tables that are opened later; Undo does not reach it there"
        }
        Reviewing::ChooseOrClick => "Choose a place, or click the map",
        Reviewing::ChooseText => "Choose a text on the left",
        Reviewing::NothingToReview => "No place to review",
        Reviewing::NoPlaceInWords => "No row of the table names a place in words",
        Reviewing::EveryPlaceFound => "Every place is found",
        Reviewing::ChooseToSee => "Choose a text on the left to see where it lies, and to put it elsewhere",
        Reviewing::All => "texts::All",
        Reviewing::OnlyOpen => "texts::Open",
        Reviewing::NoneOpen => "None is open. Choose All to look at each",
        Reviewing::NoRowNames => "No row names a place in words",
        Reviewing::MostRowsFirst => "most rows first",
        Reviewing::Keys => "↑ ↓ next text   1–9 choose   Enter put",
        Reviewing::Enter => "Enter",
        Reviewing::Looking => "Looking at the places…",
    }
}

/// A text in the review of places, from facts.
pub fn reviewing_text(text: ReviewingText) -> String {
    match text {
        ReviewingText::Decided(done, all) => format!("{} of {} decided", grouped(done), grouped(all)),
        ReviewingText::Progress(done, all) => format!("Texts decided: {done} of {all}"),
        ReviewingText::Open(texts, rows) => {
            format!("{} open, {}", grouped(texts), counted(rows, noun(Noun::Row)))
        }
        ReviewingText::TakeSure(suggestions) => {
            format!("Take first suggestions above 0.9 ({})", grouped(suggestions))
        }
        ReviewingText::TakeSureShort(suggestions) => format!("Take all above 0.9 ({})", grouped(suggestions)),
        ReviewingText::At(number, all) => format!("{number} of {all}"),
        ReviewingText::Country(name) => format!("country: {name}"),
        ReviewingText::CountryNotUnderstood(text) => format!("country: “{text}”, not understood"),
        ReviewingText::MorePlaces(places) => format!("{places} more places"),
        ReviewingText::ForAll(rows) => match rows {
            1 => "Same for all rows like it".to_owned(),
            rows => format!("Same for all {}", counted(rows, noun(Noun::Row))),
        },
        ReviewingText::PutAt(rows, place) => format!("Put {} at {place}", counted(rows, noun(Noun::Row))),
        ReviewingText::PutIn(rows, place) => format!("Put {} in {place}", counted(rows, noun(Noun::Row))),
        ReviewingText::CountryOnlyRows(rows) => format!(
            "{} more {} no place, only a country",
            counted(rows, noun(Noun::Row)),
            if rows == 1 { "names" } else { "name" }
        ),
        ReviewingText::RowSays(country) => format!("row: {country}"),
        ReviewingText::Pin(number, place) => format!("{number} {place} on the map"),
        ReviewingText::In(text, place) => format!("“{text}” in {place}"),
    }
}
