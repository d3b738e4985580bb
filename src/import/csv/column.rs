//! The columns of a table: which one holds what, found by the names that people give them.

use crate::gazetteer::fold::fold;
use crate::gazetteer::nearest::nearest;
use crate::import::problem::{Column, Lacking, excerpt};
use std::collections::HashMap;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The record's key.
    Id,
    /// The first day.
    Start,
    /// The last day.
    End,
    /// How precisely the dates are known.
    Precision,
    /// The sort of event.
    Kind,
    /// Whether it took place.
    Status,
    /// A few words for lists.
    Title,
    /// The host country.
    Country,
    /// The city.
    City,
    /// The building.
    Building,
    /// Everyone, as `Name|office|country` parted by `;`.
    Participants,
    /// One person, in tables of trips.
    Leader,
    /// The country of [`Field::Leader`].
    LeaderCountry,
    /// The office of [`Field::Leader`].
    Office,
    /// Whom the leader met.
    Counterpart,
    /// The country of [`Field::Counterpart`].
    CounterpartCountry,
    /// The event around it.
    Occasion,
    /// What was agreed.
    Outcome,
    /// References, parted by ` | `.
    Sources,
    /// A place in the article that [`Field::Sources`] names as `article`.
    ArticleRef,
    /// A remark.
    Note,
    /// Degrees east, for a place that is a point.
    Longitude,
    /// Degrees north.
    Latitude,
    /// The trip that the meeting is a stop of.
    Trip,
    /// Which stop of [`Field::Trip`], from 1.
    Stop,
    /// How many meetings the row stands for.
    Count,
}

impl Field {
    /// Every field, in the order of `data/meetings.csv`.
    pub const ALL: [Self; 26] = [
        Self::Id,
        Self::Start,
        Self::End,
        Self::Precision,
        Self::Kind,
        Self::Status,
        Self::Title,
        Self::Country,
        Self::City,
        Self::Building,
        Self::Participants,
        Self::Leader,
        Self::LeaderCountry,
        Self::Office,
        Self::Counterpart,
        Self::CounterpartCountry,
        Self::Occasion,
        Self::Outcome,
        Self::Sources,
        Self::ArticleRef,
        Self::Note,
        Self::Longitude,
        Self::Latitude,
        Self::Trip,
        Self::Stop,
        Self::Count,
    ];

    /// The header names it is known by, as [`key`] gives them; the first found in this order is taken.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Id => &["id", "tripid"],
            Self::Start => {
                &["start", "date", "startdate", "datestart", "from", "arrival", "tripstartdate", "when"]
            }
            Self::End => &["end", "enddate", "dateend", "to", "departure", "tripenddate"],
            Self::Precision => &["dateprecision", "precision"],
            Self::Kind => &["kind", "type", "format", "purpose"],
            Self::Status => &["status"],
            Self::Title => &["title"],
            Self::Country => &[
                "country",
                "countryvisited",
                "hostcountry",
                "hostcountryiso3",
                "countryvisitediso",
                "countryiso3",
                "iso3",
                "iso",
                "iso2",
            ],
            Self::City => &["city", "cityvisited", "locale", "place", "location", "where"],
            Self::Building => &["venue", "building"],
            Self::Participants => &["participants"],
            Self::Leader => &["leader", "person", "name", "visitor", "guest", "who", "leaderfullname"],
            Self::LeaderCountry => {
                &["leadercountry", "visitorcountry", "countryfrom", "leadercountryiso", "leadercountryorigo"]
            }
            Self::Office => &["office", "role", "titleof", "leadertitle"],
            Self::Counterpart => &["counterpart", "host", "met", "metwith"],
            Self::CounterpartCountry => &["counterpartcountry", "counterpartcountryiso", "countrymet"],
            Self::Occasion => &["occasion"],
            Self::Outcome => &["outcome", "details", "remarks", "description"],
            Self::Sources => &["sources", "source", "url", "link", "reference", "factsources"],
            Self::ArticleRef => &["articleref"],
            Self::Note => &["note", "notes"],
            Self::Longitude => &["longitude", "lon", "lng"],
            Self::Latitude => &["latitude", "lat"],
            Self::Trip => &["trip", "itinerary"],
            Self::Stop => &["stop", "stopnumber"],
            Self::Count => &["count", "weight"],
        }
    }
}

/// A header name without case, accents, punctuation and spaces: `Start date`, `start_date` and `StartDate` are one.
#[must_use]
pub fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The header of a table, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    names: Vec<String>,
    place_of: [Option<usize>; Field::ALL.len()],
}

impl Columns {
    /// Finds the fields among the names of a header.
    #[must_use]
    pub fn new(names: Vec<String>) -> Self {
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let place_of = Field::ALL
            .map(|field| field.names().iter().find_map(|known| keys.iter().position(|key| key == known)));
        Self { names, place_of }
    }

    /// How many columns there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The place of a field's column, counted from 0.
    #[must_use]
    pub fn place(&self, field: Field) -> Option<usize> {
        self.place_of[field as usize]
    }

    /// The column at a place, for problems; a long name is cut.
    #[must_use]
    pub fn column(&self, place: usize) -> Column {
        Column {
            number: place + 1,
            name: self.names.get(place).map(|name| excerpt(name)).unwrap_or_default(),
        }
    }

    /// The places and names of the columns that nothing is read from.
    fn unused(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_used = |place: usize| self.place_of.contains(&Some(place));
        let names = self.names.iter().enumerate().filter(move |(place, _)| !is_used(*place));
        names.map(|(place, name)| (place, name.as_str()))
    }

    /// The named columns that nothing is read from: `mood`, `id (a duplicate)`.
    pub fn unused_in_words(&self) -> impl Iterator<Item = String> {
        let mut first = HashMap::new();
        for (place, name) in self.names.iter().enumerate() {
            first.entry(key(name)).or_insert(place);
        }
        self.unused().filter(|(_, name)| !name.is_empty()).map(move |(place, name)| {
            let is_repeated = first[&key(name)] < place;
            if is_repeated { format!("{} (a duplicate)", excerpt(name)) } else { excerpt(name) }
        })
    }

    /// What is missing for rows to be meetings, and what may have been meant; `None` if they can be read.
    #[must_use]
    pub fn lack(&self) -> Option<Lacking> {
        /// Columns that a problem names.
        const NAMED: usize = 12;
        let has = |fields: &[Field]| fields.iter().any(|&field| self.place(field).is_some());
        let place = !has(&[Field::Country, Field::City]);
        let subject =
            !has(&[Field::Participants, Field::Leader, Field::Counterpart, Field::Title, Field::Start]);
        let short = |name: &String| name.chars().take(30).collect::<String>();
        (place || subject).then(|| Lacking {
            place,
            subject,
            found: self.names.iter().take(NAMED).map(short).collect(),
            more: self.names.len() > NAMED,
            renames: self.likely_meant(),
        })
    }

    fn likely_meant(&self) -> Vec<(String, &'static str)> {
        /// Columns that are compared with the names that are known.
        const GUESSED: usize = 200;
        let guesses = self.unused().take(GUESSED).filter(|(_, name)| name.len() <= 60);
        let guesses = guesses.filter_map(|(_, name)| {
            let known = Field::ALL.iter().flat_map(|field| field.names()).copied();
            nearest(&key(name), known, 1).first().map(|meant| (name.to_owned(), *meant))
        });
        guesses.take(3).collect()
    }
}
