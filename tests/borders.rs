//! Borders by choice: which state each area of contested status is drawn with under each policy, and what
//! follows it.

use crate::expected::expect_text;
use crate::import::read;
use geo::{Area, BoundingRect, Contains, LineString, MultiPolygon};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use summitry::export::svg::svg;
use summitry::gazetteer::country::Countries;
use summitry::globe::as_seen::{as_seen, drawn_with};
use summitry::globe::borders::Borders;
use summitry::globe::land::Lands;
use summitry::globe::pieces::{MapFault, Piece, ShapeFault, pieces};
use summitry::globe::policy::{BorderPolicy, UnBasis, contested_areas};
use summitry::globe::view::{Point, View};
use summitry::headless::choice;
use summitry::import;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::meeting::{Meeting, Position, Role};
use summitry::picture::attribution::attribution;
use summitry::picture::compose::compose;
use summitry::picture::scene::Scene;
use summitry::picture::{Picture, Shape};
use summitry::query::facet::facets;
use summitry::query::question::Question;
use summitry::query::question::filter::Filter;
use summitry::query::shown::Shown;
use summitry::query::tie::Ties;
use summitry::state::{Framing, State};
use summitry::words::message::{Message, Word};
use summitry::words::{say, word};

fn code(letters: &str) -> CountryCode {
    CountryCode::new(letters).expect("three capital letters")
}

fn the_pieces() -> Vec<Piece> {
    pieces(include_str!("../assets/borders50.geojson")).expect("the embedded base map")
}

// The table and the pieces

#[test]
fn every_contested_piece_has_a_row_and_every_row_a_piece() {
    let pieces = the_pieces();
    let named: BTreeSet<&str> = pieces.iter().map(|piece| piece.area.as_str()).collect();
    assert_eq!(named.len(), pieces.len(), "an area stands twice");
    for area in contested_areas() {
        assert!(named.contains(area.area.as_str()), "{} has no piece", area.area);
        assert!(!area.name.is_empty() && !area.dispute.is_empty(), "{}", area.area);
        for policy in BorderPolicy::ALL {
            let holder = area.holder(policy);
            assert!(Countries::embedded().get(holder).is_some(), "{}: {holder}", area.area);
        }
    }
    for piece in pieces.iter().filter(|piece| CountryCode::new(&piece.area).is_none()) {
        assert!(contested_areas().iter().any(|area| area.area == piece.area), "{} has no row", piece.area);
    }
}

#[test]
fn each_view_of_an_area_is_sourced_differs_from_the_default_or_is_the_states_own() {
    let areas = contested_areas();
    assert!(areas.is_sorted_by(|a, b| a.area < b.area), "the areas stand in order, each once");
    for area in areas {
        assert!(
            area.views.is_sorted_by(|a, b| a.policy < b.policy),
            "{}: the policies stand in order",
            area.area
        );
        assert_eq!(area.views[0].policy, BorderPolicy::Un, "{}", area.area);
        for view in &area.views {
            let what = format!("{}, {}: {}", area.area, view.policy.word(), view.source);
            let names_an_act = view.source.chars().any(|letter| letter.is_ascii_digit());
            assert!(names_an_act || view.source.starts_with("drawn as"), "{what}");
            assert!(!view.source.contains("http"), "{what}: an act can be printed, a page may vanish");
            let state = Countries::embedded().name(view.drawn_with);
            let seen_by = word(Word::BorderPolicy(view.policy));
            let is_own = seen_by.ends_with(&*state) || area.un_basis == UnBasis::Apart;
            let differs = view.drawn_with != area.holder(BorderPolicy::Un);
            assert!(view.policy == BorderPolicy::Un || differs || is_own, "{what}");
        }
    }
    let without_a_view: Vec<&str> = BorderPolicy::ALL
        .into_iter()
        .filter(|policy| policy.view().is_empty())
        .map(BorderPolicy::word)
        .collect();
    assert!(without_a_view.is_empty(), "{without_a_view:?} would be the default under another name");
}

#[test]
fn what_the_un_basis_says_of_an_area_is_how_the_default_draws_it() {
    for area in contested_areas() {
        let un = &area.views[0];
        let says = |words: &str| un.source.contains(words);
        let right = match area.un_basis {
            UnBasis::Resolution => says("resolution") && area.own != Some(un.drawn_with),
            UnBasis::List => says("list of non-self-governing") && area.own == Some(un.drawn_with),
            UnBasis::Apart => says("without deciding its status") && area.own == Some(un.drawn_with),
            UnBasis::Held => says("drawn as"),
        };
        assert!(right, "{}: {}", area.area, un.source);
    }
}

type Vertex = [i64; 2];

/// The edges of a piece in ten-thousandths of a degree, land on the left.
fn edges(land: &MultiPolygon<f64>) -> BTreeSet<(Vertex, Vertex)> {
    let vertex = |at: geo::Coord| [(at.x * 1e4).round() as i64, (at.y * 1e4).round() as i64];
    let rings = land.iter().flat_map(|part| std::iter::once(part.exterior()).chain(part.interiors()));
    rings.flat_map(LineString::lines).map(|edge| (vertex(edge.start), vertex(edge.end))).collect()
}

/// The rings that are left of several pieces when the edges between them are taken out, as twice their areas.
fn sewn(lands: &[&MultiPolygon<f64>]) -> Vec<i64> {
    let mut left = BTreeSet::new();
    for (start, end) in lands.iter().flat_map(|land| edges(land)) {
        if !left.remove(&(end, start)) {
            left.insert((start, end));
        }
    }
    let mut after: BTreeMap<Vertex, Vec<Vertex>> = BTreeMap::new();
    for (start, end) in left {
        after.entry(start).or_default().push(end);
    }
    let mut areas = Vec::new();
    while let Some((&first, _)) = after.first_key_value() {
        let (mut at, mut twice) = (first, 0);
        loop {
            let ends = after.get_mut(&at).expect("an edge arrives where another leaves");
            let next = ends.pop().expect("empty lists are taken out");
            if ends.is_empty() {
                after.remove(&at);
            }
            twice += at[0] * next[1] - next[0] * at[1];
            at = next;
            if at == first {
                break;
            }
        }
        areas.push(twice);
    }
    areas
}

#[test]
fn pieces_that_go_together_leave_no_crumb_between_them() {
    let pieces = the_pieces();
    let mut seams = 0;
    for policy in BorderPolicy::ALL {
        let mut lands: BTreeMap<CountryCode, Vec<&MultiPolygon<f64>>> = BTreeMap::new();
        for piece in &pieces {
            lands.entry(piece.holder(policy)).or_default().push(&piece.land);
        }
        for (holder, lands) in lands.into_iter().filter(|(_, lands)| lands.len() > 1) {
            let own: BTreeSet<i64> = lands.iter().flat_map(|land| sewn(&[land])).collect();
            for area in sewn(&lands).into_iter().filter(|area| !own.contains(area)) {
                // Twice a hundredth of a square degree, some 100 km².
                assert!(area > 2_000_000, "{holder} {}: a ring of {area}", word(Word::BorderPolicy(policy)));
                seams += 1;
            }
        }
    }
    assert!(seams > 30, "{seams}");
}

#[test]
fn a_country_has_the_rings_that_its_pieces_make() {
    let pieces = the_pieces();
    let rings = |policy: BorderPolicy, holder: &str| {
        let own = pieces.iter().filter(|piece| piece.holder(policy) == code(holder));
        sewn(&own.map(|piece| &piece.land).collect::<Vec<_>>()).len()
    };
    let cases = [
        (BorderPolicy::Un, "UKR", 2),
        (BorderPolicy::Russia, "UKR", 1),
        (BorderPolicy::Un, "RUS", 100),
        (BorderPolicy::Russia, "RUS", 101),
        (BorderPolicy::Un, "ESH", 1),
        (BorderPolicy::DeFacto, "MAR", 1),
        (BorderPolicy::Morocco, "MAR", 1),
        (BorderPolicy::Un, "SYR", 1),
        (BorderPolicy::Israel, "ISR", 1),
        (BorderPolicy::Serbia, "SRB", 1),
        (BorderPolicy::Cyprus, "CYP", 1),
        (BorderPolicy::Somalia, "SOM", 1),
        (BorderPolicy::India, "IND", 14),
        (BorderPolicy::Pakistan, "PAK", 1),
        (BorderPolicy::Un, "CHN", 13),
        (BorderPolicy::China, "CHN", 15),
    ];
    for (policy, holder, expected) in cases {
        assert_eq!(rings(policy, holder), expected, "{holder} {}", word(Word::BorderPolicy(policy)));
    }
}

#[test]
fn no_point_of_a_contested_area_lies_in_two_pieces() {
    let pieces = the_pieces();
    for piece in pieces.iter().filter(|piece| CountryCode::new(&piece.area).is_none()) {
        let around = piece.land.bounding_rect().expect("a piece has land");
        let near: Vec<&Piece> = pieces
            .iter()
            .filter(|other| {
                other.land.bounding_rect().is_some_and(|rect| geo::Intersects::intersects(&rect, &around))
            })
            .collect();
        let steps = |from: f64, to: f64| (1..12).map(move |step| from + (to - from) * f64::from(step) / 12.3);
        for lon in steps(around.min().x, around.max().x) {
            for lat in steps(around.min().y, around.max().y) {
                let at = geo::Point::new(lon, lat);
                let holding: Vec<&str> = near
                    .iter()
                    .filter(|other| other.land.contains(&at))
                    .map(|other| other.area.as_str())
                    .collect();
                assert!(holding.len() <= 1, "{lon} {lat}: {holding:?}");
            }
        }
    }
}

#[test]
fn a_policy_moves_land_and_makes_none() {
    let whole: f64 = the_pieces().iter().map(|piece| piece.land.unsigned_area()).sum();
    for policy in BorderPolicy::ALL {
        let pieces = the_pieces();
        let drawn: BTreeSet<CountryCode> = pieces.iter().map(|piece| piece.holder(policy)).collect();
        let shapes: Vec<CountryCode> =
            Borders::under(policy).countries.iter().map(|shape| shape.code).collect();
        assert!(shapes.is_sorted() && shapes.iter().copied().collect::<BTreeSet<_>>() == drawn);
        let land: f64 = pieces
            .iter()
            .filter(|piece| drawn.contains(&piece.holder(policy)))
            .map(|piece| piece.land.unsigned_area())
            .sum();
        assert!((land - whole).abs() < 1e-9, "{}", word(Word::BorderPolicy(policy)));
    }
}

#[test]
fn every_area_of_the_table_is_hatched_and_says_who_claims_it() {
    let borders = Borders::embedded();
    assert_eq!(borders.contested.len(), 39);
    assert!(borders.contested.iter().all(|area| area.claims.len() > 20));
    for piece in the_pieces().iter().filter(|piece| CountryCode::new(&piece.area).is_none()) {
        let inside = geo::InteriorPoint::interior_point(&piece.land).expect("a piece has land");
        let hatched = borders.contested_at(Position::new(inside.x(), inside.y()));
        assert!(hatched.is_some(), "{}", piece.area);
        assert_eq!(
            borders.area_at(Position::new(inside.x(), inside.y())).map(|area| &area.area),
            Some(&piece.area)
        );
    }
}

#[test]
fn a_contested_area_without_pieces_or_a_country_without_a_label_is_refused() {
    let square = r#""geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#;
    let map = |properties: &str, geometry: &str| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},{geometry}}}]}}"#
        )
    };
    let none = r#"{"type":"FeatureCollection","features":[]}"#;
    let claims = r#"{"name":"Nowhere","claims":"by nobody","pieces":["golan"]}"#;
    let cases = [
        (
            map(r#"{"area":"atlantis"}"#, square),
            none.to_owned(),
            MapFault::Shape(1, ShapeFault::UnknownArea("atlantis".to_owned())),
        ),
        (map(r#"{"area":"crimea"}"#, square), none.to_owned(), MapFault::NoLabel(code("UKR"))),
        (none.to_owned(), map(claims, r#""geometry":null"#), MapFault::NoPiece("Nowhere".to_owned())),
    ];
    for (countries, contested, fault) in cases {
        assert_eq!(Borders::parse(&countries, &contested).err(), Some(fault));
    }
}

// Words

#[test]
fn each_policy_says_in_the_picture_what_it_is() {
    assert_eq!(
        say(Message::Borders(BorderPolicy::Un)),
        "Boundaries follow Natural Earth 5.1.2, adjusted to UN resolutions on Crimea, Northern Cyprus, Somaliland, the Chagos \
         Archipelago and the Golan; to the UN list of non-self-governing territories for Western Sahara; Kosovo, Palestine, \
         Taiwan and the Siachen Glacier are drawn apart without deciding their status; areas of contested status are hatched; \
         no endorsement implied."
    );
    assert_eq!(
        say(Message::Borders(BorderPolicy::DeFacto)),
        "Boundaries are Natural Earth's (version 5.1.2), but for the Siachen Glacier, which is drawn with India; front lines \
         are not shown; areas of contested status are hatched; no endorsement implied."
    );
    assert_eq!(
        say(Message::Borders(BorderPolicy::Russia)),
        "Boundaries follow Natural Earth 5.1.2, adjusted to the view of Russia on Abkhazia, Crimea, Kosovo, South Ossetia, \
         Taiwan and four further regions of Ukraine; to UN resolutions on Northern Cyprus, Somaliland, the Chagos Archipelago \
         and the Golan; to the UN list of non-self-governing territories for Western Sahara; Palestine and the Siachen Glacier \
         are drawn apart without deciding their status; areas of contested status are hatched; no endorsement implied."
    );
    for (policy, dispute) in [
        (BorderPolicy::Cyprus, "the view of Cyprus on Northern Cyprus;"),
        (BorderPolicy::Serbia, "the view of Serbia on Kosovo;"),
        (BorderPolicy::Somalia, "the view of Somalia on Somaliland;"),
    ] {
        assert!(say(Message::Borders(policy)).contains(dispute), "{}", say(Message::Borders(policy)));
    }
    for wording in [Message::Borders, Message::BordersInShort] {
        let wordings: BTreeSet<String> = BorderPolicy::ALL.map(|policy| say(wording(policy))).into();
        assert_eq!(wordings.len(), BorderPolicy::ALL.len());
    }
    for policy in BorderPolicy::ALL {
        let wording = say(Message::Borders(policy));
        // A small picture names the policy, a larger one tells what it does.
        for (size, wording) in [(SMALL, &say(Message::BordersInShort(policy))), ([900.0, 700.0], &wording)] {
            let words = words(&drawn_around("crimea", policy, size));
            // A line of the picture may end with a hyphen.
            assert!(words.replace("- ", "-").contains(wording), "{words}");
        }
        assert!(attribution("Mercator", policy)[0].ends_with(&wording));
        assert!(!wording.contains("  ") && !wording.contains(" on ;"));
    }
}

#[test]
fn a_policy_is_chosen_by_its_word_its_name_or_its_state() {
    for policy in BorderPolicy::ALL {
        assert_eq!(choice::borders(policy.word()), Ok(policy));
        assert_eq!(choice::borders(word(Word::BorderPolicy(policy))), Ok(policy));
    }
    assert_eq!(choice::borders("Türkiye"), Ok(BorderPolicy::Turkiye));
    assert_eq!(choice::borders("UN"), Ok(BorderPolicy::Un));
    let refusal = choice::borders("indai").expect_err("it is no policy");
    assert!(refusal.contains("no border policy has this name") && refusal.contains("india"), "{refusal}");
}

// Pictures

/// A place with areas of contested status: its middle, and how many plane units the smaller side shows.
fn window_on(place: &str) -> (Position, f64) {
    match place {
        "crimea" => (Position::new(34.3, 45.6), 0.06),
        "western-sahara" => (Position::new(-11.5, 24.8), 0.15),
        "golan" => (Position::new(35.8, 33.0), 0.016),
        "jerusalem" => (Position::new(35.15, 31.8), 0.008),
        "cyprus" => (Position::new(33.4, 35.2), 0.03),
        "donbas" => (Position::new(36.3, 47.8), 0.11),
        "caucasus" => (Position::new(42.5, 42.4), 0.06),
        "essequibo" => (Position::new(-59.5, 4.8), 0.14),
        "kurils" => (Position::new(145.5, 44.0), 0.08),
        "gibraltar" => (Position::new(-5.3, 36.0), 0.008),
        "kashmir" => (Position::new(76.5, 34.7), 0.085),
        _ => panic!("{place}"),
    }
}

/// The map around a place.
/// Points that an expected picture is wide and high.
const SMALL: [f32; 2] = [280.0, 240.0];

fn around(place: &str, policy: BorderPolicy) -> Picture {
    drawn_around(place, policy, SMALL)
}

fn drawn_around(place: &str, policy: BorderPolicy, size: [f32; 2]) -> Picture {
    let (centre, span) = window_on(place);
    let mut state = State { borders: policy, title: "Borders".to_owned(), ..State::default() };
    let plane = state.chart(&Ties::default()).plane_from_globe(centre).expect("the place is on the map");
    state.framing = Framing::Chosen(View { centre: plane, span });
    let borders = Borders::under(policy);
    let meetings = Meetings::default();
    let shown = Shown::new(&meetings, &state.question());
    let lands = Lands::for_files(borders, state.chart(&shown.ties));
    compose(&Scene {
        meetings: &meetings,
        shown: &shown,
        borders,
        lands: &lands,
        state: &state,
        pointed: None,
        size,
    })
}

fn words(picture: &Picture) -> String {
    let texts = picture.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        Shape::Land { .. }
        | Shape::Hatch { .. }
        | Shape::Line { .. }
        | Shape::Disc { .. }
        | Shape::Panel { .. }
        | Shape::Polygon { .. } => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Land, borders, hatching and rings alone: lines that leave the page and all words are left to other tests.
fn land_and_hatching(mut picture: Picture) -> Picture {
    let (width, height) = (picture.width, picture.height);
    let on_the_page =
        |at: &Point| (-width..2.0 * width).contains(&at.x) && (-height..2.0 * height).contains(&at.y);
    picture.marks.retain(|mark| match &mark.shape {
        Shape::Land { .. } | Shape::Hatch { .. } | Shape::Disc { .. } => true,
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => points.iter().all(on_the_page),
        Shape::Panel { .. } | Shape::Text { .. } => false,
    });
    picture
}

#[test]
fn each_policy_draws_the_expected_picture_of_contested_places() {
    let places = [
        "crimea",
        "western-sahara",
        "golan",
        "kashmir",
        "jerusalem",
        "cyprus",
        "donbas",
        "caucasus",
        "essequibo",
        "kurils",
        "gibraltar",
    ];
    for place in places {
        // What several policies draw alike has one file, named after the first of them.
        let mut seen: Vec<(BorderPolicy, String)> = Vec::new();
        for policy in BorderPolicy::ALL {
            let drawn = svg(&land_and_hatching(around(place, policy)));
            if seen.iter().all(|(_, other)| *other != drawn) {
                expect_text(&format!("borders_{}_{place}.svg", policy.word()), &drawn);
                seen.push((policy, drawn));
            }
        }
    }
}

// Meetings

fn two_meetings() -> Meetings {
    let table = "id,date,country,city,participants\n\
                 yalta,2024-05-01,Ukraine,Simferopol,Vladimir Putin|President|RUS; Ali Asadov|Prime Minister|AZE\n\
                 taipei,2024-05-02,Taiwan,Taipei,Lai Ching-te|President|TWN; Santiago Pena|President|PRY\n\
                 beijing,2024-05-03,China,Beijing,Ma Ying-jeou|Former President|TWN; Xi Jinping|President|CHN\n";
    let import = read(table);
    assert_eq!((import.meetings.len(), import.problems.len()), (3, 0), "{:#?}", import.problems);
    import.meetings
}

#[test]
fn a_meeting_in_simferopol_is_counted_where_the_policy_draws_crimea() {
    let recorded = two_meetings();
    for policy in BorderPolicy::ALL {
        let seen = as_seen(&recorded, policy);
        let crimea = policy.holder("crimea");
        let meeting = seen.get(0);
        assert_eq!(meeting.venue.country, crimea, "{}", word(Word::BorderPolicy(policy)));
        let role = if crimea == Some(code("RUS")) { Role::Host } else { Role::Guest };
        assert_eq!(meeting.participants[0].role, role, "{}", word(Word::BorderPolicy(policy)));
        assert_eq!((&meeting.id, &meeting.venue.city), (&recorded.get(0).id, &recorded.get(0).venue.city));
    }
    assert_eq!(recorded.get(0).venue.country, Some(code("UKR")), "the record stays as it is");
}

/// Presidents of states that some policies draw with another: who, for whom, and the capital they set out
/// from.
const TRAVELLERS: [(&str, &str, f64, f64); 5] = [
    ("Lai Ching-te", "TWN", 121.56, 25.05),
    ("Vjosa Osmani", "XKX", 21.17, 42.67),
    ("Abdirahman Mohamed Abdullahi", "SOL", 44.06, 9.56),
    ("Ersin Tatar", "CYN", 33.36, 35.19),
    ("Aslan Bzhania", "AAB", 40.99, 43.01),
];

#[test]
fn under_every_policy_presidents_set_out_from_their_capitals_and_are_counted_for_their_states() {
    let row = |(name, state, ..): &(&str, &str, f64, f64)| {
        format!(
            "{state},2024-05-01,Palau,Ngerulmud,{name}|President|{state}; Surangel Whipps|President|PLW\n"
        )
    };
    let table: String = TRAVELLERS.iter().map(row).collect();
    let import = read(format!("id,date,country,city,participants\n{table}"));
    assert_eq!((import.meetings.len(), import.problems.len()), (5, 0), "{:#?}", import.problems);
    for policy in BorderPolicy::ALL {
        let seen = as_seen(&import.meetings, policy);
        let counted = facets(&seen, &summitry::query::index::Index::new(&seen), &Filter::default());
        for (name, state, lon, lat) in TRAVELLERS {
            let what = format!("{name}, {}", policy.word());
            let filter = Filter { countries: [code(state)].into(), ..Filter::default() };
            let shown = Shown::new(&seen, &Question { filter, ..State::default().question() });
            let [line] = &shown.ties.lines[..] else { panic!("{what}: {} lines", shown.ties.lines.len()) };
            assert!((line.from.lon - lon).abs() < 0.05 && (line.from.lat - lat).abs() < 0.05, "{what}");
            let count = counted.countries.iter().find(|choice| choice.value == code(state));
            assert_eq!(count.map(|choice| choice.count), Some(1), "{what}");
        }
    }
}

#[test]
fn a_meeting_in_taipei_lies_in_china_as_china_sees_it_and_its_host_stays_taiwans() {
    let recorded = two_meetings();
    let seen = as_seen(&recorded, BorderPolicy::China);
    let roles = |row: usize| {
        let people = seen.get(row).participants.iter();
        people
            .map(|person| (person.country.map_or_else(String::new, |code| code.to_string()), person.role))
            .collect::<Vec<_>>()
    };
    assert_eq!(seen.get(1).venue.country, Some(code("CHN")));
    assert_eq!(roles(1), [("TWN".to_owned(), Role::Host), ("PRY".to_owned(), Role::Guest)]);
    assert_eq!(
        roles(2),
        [("TWN".to_owned(), Role::Guest), ("CHN".to_owned(), Role::Host)],
        "Beijing is abroad for him"
    );
    for policy in BorderPolicy::ALL {
        let seen = as_seen(&recorded, policy);
        for (row, meeting) in seen.iter() {
            let countries =
                |meeting: &Meeting| meeting.participants.iter().map(|one| one.country).collect::<Vec<_>>();
            assert_eq!(countries(meeting), countries(recorded.get(row)), "{}", policy.word());
        }
    }
}

#[test]
fn a_state_keeps_its_code_wherever_it_has_land() {
    assert_eq!(drawn_with(code("XKX"), BorderPolicy::Serbia), code("SRB"));
    assert_eq!(drawn_with(code("XKX"), BorderPolicy::Un), code("XKX"));
    assert_eq!(drawn_with(code("ESH"), BorderPolicy::DeFacto), code("ESH"), "its east is drawn apart");
    assert_eq!(drawn_with(code("ESH"), BorderPolicy::Morocco), code("MAR"));
    assert_eq!(drawn_with(code("CYN"), BorderPolicy::Un), code("CYP"));
    assert_eq!(drawn_with(code("AAB"), BorderPolicy::Un), code("GEO"));
    assert_eq!(drawn_with(code("AAB"), BorderPolicy::Russia), code("AAB"));
    for policy in BorderPolicy::ALL {
        for letters in ["UKR", "RUS", "IND", "PAK", "PSE", "GUF", "SUN", "GIB"] {
            assert_eq!(
                drawn_with(code(letters), policy),
                code(letters),
                "{}",
                word(Word::BorderPolicy(policy))
            );
        }
    }
}

#[test]
fn cities_at_the_edge_of_an_area_go_with_it_and_those_beside_it_never() {
    let table = "id,date,country,city,participants\n\
                 a,2024-05-01,Cyprus,Nicosia,Nikos Christodoulides|President|CYP\n\
                 b,2024-05-01,Cyprus,Kyrenia,Nikos Christodoulides|President|CYP\n\
                 c,2024-05-01,Western Sahara,Dakhla,Aziz Akhannouch|Prime Minister|MAR\n\
                 d,2024-05-01,Israel,Jerusalem,Nikos Christodoulides|President|CYP\n\
                 e,2024-05-01,India,Srinagar,Narendra Modi|Prime Minister|IND\n\
                 f,2024-05-01,Serbia,Vranje,Aleksandar Vucic|President|SRB\n";
    let import = read(table);
    assert_eq!((import.meetings.len(), import.problems.len()), (6, 0), "{:#?}", import.problems);
    let venues = |policy: BorderPolicy| {
        let seen = as_seen(&import.meetings, policy);
        let codes = seen
            .iter()
            .map(|(_, meeting)| meeting.venue.country.map_or_else(String::new, |code| code.to_string()));
        codes.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(venues(BorderPolicy::Un), "CYP CYP ESH ISR IND SRB");
    assert_eq!(venues(BorderPolicy::DeFacto), "CYP CYN MAR ISR IND SRB");
    assert_eq!(venues(BorderPolicy::Turkiye), "CYP CYN ESH ISR IND SRB");
    assert_eq!(venues(BorderPolicy::Pakistan), "CYP CYP ESH ISR PAK SRB");
}

#[test]
fn the_shipped_meetings_are_seen_alike_by_every_policy() {
    let shipped = import::embedded().meetings;
    for policy in BorderPolicy::ALL {
        assert!(
            matches!(as_seen(&shipped, policy), Cow::Borrowed(_)),
            "{}",
            word(Word::BorderPolicy(policy))
        );
    }
}
