//! Specks: small states and small areas of contested status are marked, named close up, and found by a click
//! beside them.

use summitry::gazetteer::country::{Countries, CountryKind};
use summitry::globe::borders::{Borders, ContestedShape};
use summitry::globe::land::Lands;
use summitry::globe::view::{Point, View};
use summitry::meeting::Position;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::picture::compose::compose_map;
use summitry::picture::pick::{contested_at, pick};
use summitry::picture::scene::Scene;
use summitry::picture::{Picture, Shape};
use summitry::query::shown::Shown;
use summitry::query::tie::Ties;
use summitry::state::{Framing, State, Target};

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

/// Without the names of countries, which lie over rings and are found first.
fn bare() -> State {
    let mut state = State::default();
    state.labels.countries = false;
    state
}

/// The map around a position, of which the smaller side of the page shows `span` plane units, and the land it
/// shows.
struct Page {
    picture: Picture,
    lands: Lands,
}

impl Page {
    fn around(centre: Position, span: f64) -> Self {
        let mut state = bare();
        let plane = state.chart(&Ties::default()).plane_from_globe(centre).expect("it is on the map");
        state.framing = Framing::Chosen(View { centre: plane, span });
        Self::of(&state)
    }

    fn of(state: &State) -> Self {
        let borders = Borders::embedded();
        let meetings = Meetings::default();
        let shown = Shown::new(&meetings, &state.question());
        let lands = Lands::for_files(borders, state.chart(&shown.ties));
        let size = [1000.0, 700.0];
        let scene =
            Scene { meetings: &meetings, shown: &shown, borders, lands: &lands, state, pointed: None, size };
        Self { picture: compose_map(&scene), lands }
    }

    fn point(&self, at: Position) -> Point {
        let plane = self.lands.chart.plane_from_globe(at).expect("it is on the map");
        self.picture.page_from_plane.page_from_plane(plane)
    }

    fn country(&self, at: Point) -> Option<Target> {
        pick(&self.picture, Borders::embedded(), &self.lands.chart, at)
    }

    fn contested(&self, at: Point) -> Option<&'static ContestedShape> {
        contested_at(&self.picture, Borders::embedded(), &self.lands, at).map(|(area, _)| area)
    }

    fn rings(&self) -> usize {
        let is_ring = |shape: &Shape| matches!(shape, Shape::Disc { radius, .. } if *radius < 3.0);
        self.picture.marks.iter().filter(|mark| is_ring(&mark.shape)).count()
    }

    fn texts(&self) -> Vec<&str> {
        let texts = self.picture.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}

const SMALL: [&str; 16] = [
    "AND", "ATG", "BRB", "GRD", "KNA", "LIE", "MCO", "MDV", "MHL", "MLT", "NRU", "PLW", "SGP", "SMR", "TUV",
    "VAT",
];

#[test]
fn states_too_small_to_be_seen_have_a_ring_and_are_found_beside_it() {
    let page = Page::of(&bare());
    for letters in SMALL {
        let country = Countries::embedded().get(code(letters)).expect("it is a state");
        let there = page.point(country.capital_at);
        let ring = page.picture.marks.iter().find(|mark| {
            mark.target == Some(Target::Country(country.code)) && matches!(mark.shape, Shape::Disc { .. })
        });
        assert!(ring.is_some(), "{letters} has no ring");
        // The rings of neighbours may lie nearer, and Italy's capital around the Vatican's is no ring.
        assert!(matches!(page.country(there), Some(Target::Country(_))), "{letters}");
    }
    for letters in ["NRU", "TUV", "MDV", "MLT", "MCO", "PLW"] {
        let country = Countries::embedded().get(code(letters)).expect("it is a state");
        let Point { x, y } = page.point(country.capital_at);
        for (dx, dy) in [(0.0, 0.0), (3.0, 0.0), (0.0, -3.0), (-2.0, 2.0)] {
            let found = page.country(Point { x: x + dx, y: y + dy });
            assert_eq!(found, Some(Target::Country(country.code)), "{letters}, {dx}, {dy} beside");
        }
    }
}

#[test]
fn a_state_whose_land_can_be_seen_has_no_ring() {
    let world = Page::of(&bare());
    let ringed = |page: &Page, letters: &str| {
        let target = Some(Target::Country(code(letters)));
        page.picture
            .marks
            .iter()
            .any(|mark| mark.target == target && matches!(mark.shape, Shape::Disc { .. }))
    };
    for country in Countries::embedded().iter().filter(|country| country.kind == CountryKind::Country) {
        let shape = Borders::embedded().countries.iter().find(|shape| shape.code == country.code);
        let shape = shape.expect("every state has land");
        let lats = shape.rings.iter().flatten().map(|at| at.lat);
        let high = lats.clone().fold(f64::MIN, f64::max) - lats.fold(f64::MAX, f64::min);
        if high > 6.0
            && !matches!(country.code.as_str(), "KIR" | "SYC" | "MDV" | "FSM" | "MHL" | "TON" | "TUV")
        {
            assert!(!ringed(&world, country.code.as_str()), "{}", country.name);
        }
    }
    let malta = Page::around(Position::new(14.4, 35.9), 0.02);
    assert!(!ringed(&malta, "MLT"), "close up, its islands are there to see");
}

#[test]
fn capitals_a_little_off_the_coast_of_the_map_name_their_country() {
    let world = Page::of(&bare());
    let (mut at_sea, mut far) = (0, Vec::new());
    for country in Countries::embedded().iter().filter(|country| country.kind == CountryKind::Country) {
        let borders = Borders::embedded();
        if borders.country_at(country.capital_at).is_some() {
            continue;
        }
        at_sea += 1;
        let close = Page::around(country.capital_at, 0.01);
        for page in [&world, &close] {
            if page.country(page.point(country.capital_at)) != Some(Target::Country(country.code)) {
                far.push(country.name);
            }
        }
    }
    assert!(at_sea > 10, "at 1:50 million many capitals lie at sea: {at_sea}");
    assert!(far.is_empty(), "{far:?}");
}

#[test]
fn islands_and_towns_of_contested_status_are_ringed_and_named_close_up() {
    let borders = Borders::embedded();
    let ringed: Vec<&ContestedShape> = borders.contested.iter().filter(|area| area.ring.is_some()).collect();
    assert_eq!(ringed.len(), 9);
    for area in ringed {
        let at = area.ring.expect("it has one");
        let world = Page::of(&bare());
        assert!(!world.texts().contains(&area.name.as_str()), "{}: from afar, no name", area.name);
        let near = Page::around(at, 0.3);
        let Point { x, y } = near.point(at);
        for (dx, dy) in [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)] {
            let found = near.contested(Point { x: x + dx, y: y + dy });
            assert_eq!(found.map(|area| &area.name), Some(&area.name), "{dx}, {dy} beside");
        }
        assert!(near.rings() > 0, "{}", area.name);
        assert!(near.texts().contains(&area.name.as_str()), "{}: {:?}", area.name, near.texts());
    }
    let open_sea = Page::around(Position::new(118.0, 12.0), 0.3);
    assert!(open_sea.contested(open_sea.point(Position::new(118.0, 12.0))).is_none());
}
