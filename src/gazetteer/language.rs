//! Languages: those in which countries are named on the map. The program [speaks](super::translation) most of
//! them.

use serde::{Deserialize, Serialize};

/// A language of the country table. English is the one in which every row has a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// Ukrainian.
    #[serde(rename = "uk")]
    Ukrainian,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Turkish.
    #[serde(rename = "tr")]
    Turkish,
    /// Chinese in simplified characters.
    #[serde(rename = "zh")]
    Chinese,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 9] = [
        Self::English,
        Self::Russian,
        Self::Ukrainian,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Turkish,
        Self::Chinese,
        Self::Arabic,
    ];

    /// Every language but English, in the order of the table's columns.
    pub const TRANSLATED: [Self; 8] = [
        Self::Russian,
        Self::Ukrainian,
        Self::French,
        Self::Spanish,
        Self::German,
        Self::Turkish,
        Self::Chinese,
        Self::Arabic,
    ];

    /// Its two letters (ISO 639-1), as the command line and files write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Ukrainian => "uk",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::German => "de",
            Self::Turkish => "tr",
            Self::Chinese => "zh",
            Self::Arabic => "ar",
        }
    }

    /// Its English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Russian",
            Self::Ukrainian => "Ukrainian",
            Self::French => "French",
            Self::Spanish => "Spanish",
            Self::German => "German",
            Self::Turkish => "Turkish",
            Self::Chinese => "Chinese",
            Self::Arabic => "Arabic",
        }
    }

    /// Whether its lines run from right to left.
    #[must_use]
    pub const fn is_from_the_right(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// The name its speakers give it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Русский",
            Self::Ukrainian => "Українська",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::German => "Deutsch",
            Self::Turkish => "Türkçe",
            Self::Chinese => "中文",
            Self::Arabic => "العربية",
        }
    }
}
