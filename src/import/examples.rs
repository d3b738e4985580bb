//! The tables that the program ships: something real to begin with.

use super::encoding::Encoding;
use super::instructions::Instructions;
use super::source::stated::HeadingRow;
use super::{EMBEDDED_TITLE, Import, bytes};
use crate::packed::Packed;

/// `data/us_president_trips.csv`
static PRESIDENT_TRIPS: Packed = Packed::new(packed_bytes!("us_president_trips.csv"));

/// A table that the program ships.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Example {
    /// The 26 events of an article of July 2024, which a window without a file opens on.
    #[default]
    Article,
    /// The trips of presidents of the United States, 1906 to 2024.
    PresidentTrips,
}

impl Example {
    /// Every example, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::Article, Self::PresidentTrips];

    /// The title over its map.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Article => EMBEDDED_TITLE,
            Self::PresidentTrips => "Trips of US presidents",
        }
    }

    /// The example over whose map this title stands.
    #[must_use]
    pub fn titled(title: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|example| example.title() == title)
    }

    /// The name of its file in `data/`, and what it holds.
    fn file(self) -> (&'static str, &'static [u8]) {
        match self {
            Self::Article => ("meetings.csv", include_bytes!("../../data/meetings.csv")),
            Self::PresidentTrips => ("us_president_trips.csv", PRESIDENT_TRIPS.text().as_bytes()),
        }
    }

    /// Its meetings.
    #[must_use]
    pub fn read(self) -> Import {
        let (name, text) = self.file();
        let mut import = Import::default();
        // What is known of them need not be found out each time the program starts.
        let known = Instructions {
            encoding: Some(Encoding::Utf8),
            delimiter: Some(','),
            headings: Some(HeadingRow::Line(1)),
            ..Instructions::default()
        };
        bytes(name, text.to_vec(), &known, &mut import);
        import
    }
}
