//! The review of places: what the texts mean that name places in words, in English.

use crate::words::english::number::grouped;
use crate::words::part::reviewing::{Reviewing, ReviewingText};
use crate::words::spoken::fixed;

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
        ReviewingText::Decided(done, all) => {
            told!("{done} of {all} decided", done = grouped(done), all = grouped(all))
        }
        ReviewingText::Progress(done, all) => told!("Texts decided: {done} of {all}", done, all),
        ReviewingText::Open(texts, rows) => {
            told_by!(rows, "{texts} open, {n} row", "{texts} open, {n} rows", texts = grouped(texts))
        }
        ReviewingText::TakeSure(suggestions) => {
            told!("Take first suggestions above 0.9 ({suggestions})", suggestions = grouped(suggestions))
        }
        ReviewingText::TakeSureShort(suggestions) => {
            told!("Take all above 0.9 ({suggestions})", suggestions = grouped(suggestions))
        }
        ReviewingText::At(number, all) => told!("{number} of {all}", number, all),
        ReviewingText::Country(name) => told!("country: {name}", name),
        ReviewingText::CountryNotUnderstood(text) => told!("country: “{text}”, not understood", text),
        ReviewingText::MorePlaces(places) => told_by!(places, "{n} more place", "{n} more places"),
        ReviewingText::ForAll(rows) => match rows {
            1 => fixed("Same for all rows like it").to_owned(),
            rows => told_by!(rows, "Same for all {n} row", "Same for all {n} rows"),
        },
        ReviewingText::PutAt(rows, place) => {
            told_by!(rows, "Put {n} row at {place}", "Put {n} rows at {place}", place)
        }
        ReviewingText::PutIn(rows, place) => {
            told_by!(rows, "Put {n} row in {place}", "Put {n} rows in {place}", place)
        }
        ReviewingText::CountryOnlyRows(rows) => {
            told_by!(
                rows,
                "{n} row more names no place, only a country",
                "{n} rows more name no place, only a country"
            )
        }
        ReviewingText::RowSays(country) => told!("row: {country}", country),
        ReviewingText::Pin(number, place) => told!("{number} {place} on the map", number, place),
        ReviewingText::In(text, place) => told!("“{text}” in {place}", text, place),
    }
}
