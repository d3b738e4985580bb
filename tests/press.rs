//! What an editor must be able to print: a title that is true of what is shown, lines that can be followed
//! beyond the edge, names that belong to the greatest marks, a legend of what is seen.

use crate::pages::{rect_of, words};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;
use summitry::drawing::CountryFill;
use summitry::export::svg::svg;
use summitry::gazetteer::language::Language;
use summitry::gazetteer::translation::SPOKEN;
use summitry::globe::borders::Borders;
use summitry::globe::land::Lands;
use summitry::globe::projection::Plane;
use summitry::globe::view::{Point, Rect, View};
use summitry::headless::{choice, title};
use summitry::import::examples::Example;
use summitry::import::{self, Import, instructions::Instructions};
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::page::{Below, Page, PageFormat};
use summitry::picture::compose::compose;
use summitry::picture::detour::crossed;
use summitry::picture::emphasis::Level;
use summitry::picture::gathered::VenueMark;
use summitry::picture::layers::capitals::far_starts;
use summitry::picture::layers::venues::target;
use summitry::picture::look::size;
use summitry::picture::plan::Plan;
use summitry::picture::scene::Scene;
use summitry::picture::text::{Weight, glyphs};
use summitry::picture::wrap::wrapped;
use summitry::picture::{Anchor, Group, Mark, Picture, Shape};
use summitry::query::calendar::Grain;
use summitry::query::question::filter::{Area, Filter};
use summitry::query::question::reading::Reading;
use summitry::query::shown::Shown;
use summitry::state::{Framing, State, Target};
use summitry::words::message::Message;
use summitry::words::say;
use summitry::words::spoken::speaking;

static ARTICLE: LazyLock<Meetings> = LazyLock::new(|| Example::Article.read().meetings);
static TRIPS: LazyLock<Meetings> = LazyLock::new(|| Example::PresidentTrips.read().meetings);

/// A table on a page of this format, in the state that it opens in but for what is changed.
fn on_page<T>(
    meetings: &Meetings,
    page: Page,
    change: impl Fn(&mut State),
    see: impl FnOnce(&Plan, &Picture) -> T,
) -> T {
    let reading = Reading::for_table(meetings, Reading::default());
    let title = Example::Article.title().to_owned();
    let mut state = State { reading, title, page, ..State::default() };
    change(&mut state);
    let shown = Shown::new(meetings, &state.question());
    let borders = Borders::embedded();
    let lands = Lands::for_files(borders, state.chart(&shown.ties));
    let size = page.composed([1600.0, 1000.0]);
    let (shown, lands, state) = (&shown, &lands, &state);
    let scene = Scene { meetings, shown, borders, lands, state, pointed: None, size };
    see(&Plan::new(scene), &compose(&scene))
}

fn page(format: PageFormat) -> Page {
    Page { format: Some(format), ..Page::default() }
}

fn of(picture: &Picture, group: Group) -> Vec<&Mark> {
    let is_text = |mark: &&Mark| matches!(mark.shape, Shape::Text { .. });
    picture.marks.iter().filter(|mark| mark.group == group).filter(is_text).collect()
}

/// The texts of a part of a picture, one after the other.
fn said(picture: &Picture, group: Group) -> String {
    of(picture, group).into_iter().map(words).collect::<Vec<_>>().join(" ")
}

fn held_in(place: &str) -> impl Fn(&mut State) {
    let country = CountryCode::new(place).expect("a code");
    move |state| state.filter.held_in = [Area::Country(country)].into()
}

#[test]
fn every_length_of_a_step_is_called_by_its_name_and_by_that_of_several() {
    for grain in Grain::ALL {
        let name = format!("{grain:?}").to_lowercase();
        for asked in [name.clone(), format!("{name}s"), name.to_uppercase()] {
            assert_eq!(choice::grain(&asked), Ok(grain), "{asked}");
        }
    }
    for asked in ["", "s", "decade", "fortnight", "by", "dayss", "mon"] {
        assert!(choice::grain(asked).is_err(), "{asked}");
    }
}

#[test]
fn the_title_of_what_the_program_ships_is_true_of_any_part_and_in_the_language_of_the_map() {
    for example in Example::ALL {
        let numbers: Vec<&str> =
            example.title().split(' ').filter(|word| word.parse::<u32>().is_ok()).collect();
        assert!(numbers.iter().all(|number| *number == "2024"), "{numbers:?}");
    }
    let titles: BTreeSet<String> = SPOKEN
        .into_iter()
        .map(|language| {
            let change = |state: &mut State| {
                state.language = language;
                held_in("KAZ")(state);
            };
            on_page(&ARTICLE, page(PageFormat::Web), change, |_, picture| picture.title.clone())
        })
        .collect();
    assert_eq!(titles.len(), SPOKEN.len(), "{titles:?}");
    // What a user writes stays.
    let own = |state: &mut State| {
        state.language = Language::German;
        state.title = "My own".to_owned();
    };
    assert_eq!(on_page(&ARTICLE, page(PageFormat::Web), own, |_, picture| picture.title.clone()), "My own");
}

#[test]
fn the_sentence_counts_what_is_shown_by_status_and_visits_as_stops_of_trips() {
    let sentence = |meetings: &Meetings, change: &dyn Fn(&mut State)| {
        on_page(meetings, page(PageFormat::A3Wide), change, |_, picture| said(picture, Group::Title))
    };
    assert!(sentence(&ARTICLE, &|_| {}).contains("23 held, 1 planned, 1 invited"));
    let in_kazakhstan = sentence(&ARTICLE, &held_in("KAZ"));
    assert!(!in_kazakhstan.contains("held,") && !in_kazakhstan.contains("planned"), "{in_kazakhstan}");
    let trips = sentence(&TRIPS, &|_| {});
    assert!(trips.contains("stops · ") && trips.contains(" trips to "), "{trips}");
    assert!(!trips.contains("1 country") && !trips.contains("meetings"), "{trips}");
    let in_france = sentence(&TRIPS, &held_in("FRA"));
    assert!(in_france.contains(" trips to 1 country"), "{in_france}");
}

#[test]
fn the_name_of_a_file_is_readable_as_a_title() {
    let of = |name: &str| title(&[name.into()]);
    assert_eq!(of("/somewhere/us_president_travels.csv"), "US president travels");
    assert_eq!(of("état-des-lieux.xlsx"), "État des lieux");
    assert_eq!(of("visits_2024-07-03.csv"), "Visits 2024-07-03");
}

#[test]
fn no_line_of_a_few_runs_through_a_mark_that_is_not_its_own() {
    for format in PageFormat::ALL {
        let through = on_page(
            &ARTICLE,
            page(format),
            |_| {},
            |plan, _| {
                let rims = plan.rims_of_others(&plan.lines);
                let crossed = |(line, rims): (&summitry::picture::plan::PlannedLine, &Vec<_>)| {
                    let rims: Vec<_> = rims.clone();
                    line.pieces.iter().map(|piece| crossed(piece, &rims)).sum::<usize>()
                };
                plan.lines.iter().zip(&rims).map(crossed).sum::<usize>()
            },
        );
        let is_wide =
            matches!(format, PageFormat::Web | PageFormat::Article | PageFormat::Square | PageFormat::Story);
        let most = usize::from(!is_wide);
        assert!(through <= most, "{}: {through} marks are run through", format.name());
    }
}

/// The tips of the arrows at the edges.
fn arrows(picture: &Picture) -> Vec<Point> {
    let tip = |mark: &Mark| match &mark.shape {
        Shape::Polygon { points, .. } if mark.target.is_none() && points.len() == 3 => Some(points[0]),
        _ => None,
    };
    picture.marks.iter().filter(|mark| mark.group == Group::Names).filter_map(tip).collect()
}

#[test]
fn each_line_that_leaves_the_picture_has_an_arrow_where_it_does() {
    for meetings in [&*ARTICLE, &*TRIPS] {
        for format in PageFormat::ALL {
            on_page(
                meetings,
                page(format),
                |_| {},
                |plan, picture| {
                    let (pane, arrows) = (plan.layout.pane, arrows(picture));
                    let lines = plan.lines.iter().filter(|line| line.level > Level::Context && line.strong);
                    for pair in lines.flat_map(|line| &line.pieces).flat_map(|piece| piece.windows(2)) {
                        let [a, b] = [pair[0], pair[1]];
                        if pane.contains(a) == pane.contains(b) {
                            continue;
                        }
                        let inside = if pane.contains(a) { a } else { b };
                        let reach = a.distance_to(b) + 15.0;
                        let near = arrows.iter().any(|tip| tip.distance_to(inside) < reach);
                        assert!(near, "{}: a line leaves at {inside:?}", format.name());
                    }
                },
            );
        }
    }
}

#[test]
fn a_name_at_the_edge_points_there_and_is_nearer_to_its_arrow_than_to_a_mark() {
    for format in PageFormat::ALL {
        on_page(
            &ARTICLE,
            page(format),
            |_| {},
            |plan, picture| {
                let arrows = arrows(picture);
                let at_edge = of(picture, Group::Names).into_iter().filter(|mark| {
                    let text = words(mark);
                    text.starts_with(['←', '↑', '↓']) || text.ends_with('→')
                });
                let mut names: Vec<&str> = Vec::new();
                for mark in at_edge {
                    let rect = rect_of(&mark.shape).expect("it is a text");
                    let own = arrows.iter().map(|tip| rect.gap(*tip)).fold(f32::MAX, f32::min);
                    let to_mark =
                        |mark: &summitry::picture::gathered::VenueMark| rect.gap(mark.centre) - mark.radius;
                    let nearest = plan.marks.iter().map(to_mark).fold(f32::MAX, f32::min);
                    let text = words(mark);
                    assert!(
                        own < 80.0 && nearest > 8.0,
                        "{}: {text}, {own} from its arrow, {nearest} from a mark",
                        format.name()
                    );
                    names.push(text);
                }
                let all = names.len();
                names.sort_unstable();
                names.dedup();
                assert_eq!(all, names.len(), "{}: {names:?}", format.name());
            },
        );
    }
}

#[test]
fn a_line_that_the_edge_of_the_map_tears_says_where_it_leads() {
    on_page(
        &TRIPS,
        page(PageFormat::Web),
        |_| {},
        |_, picture| {
            let names = said(picture, Group::Names);
            assert!(names.contains("← Tokyo") && names.contains("Washington →"), "{names}");
        },
    );
}

#[test]
fn a_stop_that_the_filter_hides_has_its_name_where_a_line_leaves_it() {
    on_page(&TRIPS, page(PageFormat::Article), held_in("FRA"), |_, picture| {
        let names = said(picture, Group::Names);
        for name in ["Moscow", "Budapest"] {
            assert!(names.contains(name), "{name}: {names}");
        }
    });
}

#[test]
fn the_seat_that_all_set_out_from_is_named_and_so_are_the_greatest_marks() {
    use PageFormat::{A4Tall, Article, Square, Story, Web};
    for format in [Web, Article, Square, Story, A4Tall] {
        on_page(
            &TRIPS,
            page(format),
            |_| {},
            |plan, picture| {
                let names = of(picture, Group::Names);
                let has_name = |name: &str| names.iter().any(|mark| words(mark).starts_with(name));
                assert!(has_name("Washington"), "{}", format.name());
                let seen = plan.marks.iter().filter(|mark| plan.layout.pane.contains(mark.centre));
                let mut marks: Vec<&VenueMark> = seen.collect();
                marks.sort_by_key(|mark| std::cmp::Reverse(mark.weight));
                let is_named =
                    |mark: &&VenueMark| has_name(&plan.scene.shown.ties.places[mark.places[0]].name);
                assert!(is_named(&marks[0]), "{}: the greatest mark", format.name());
                let named = marks[..8].iter().filter(|mark| is_named(mark)).count();
                assert!(named >= 4, "{}: {named} of the eight greatest marks", format.name());
            },
        );
    }
}

#[test]
fn a_country_that_shares_a_mark_has_no_name_elsewhere() {
    for format in PageFormat::ALL {
        on_page(
            &TRIPS,
            page(format),
            |_| {},
            |plan, picture| {
                let places = &plan.scene.shown.ties.places;
                let folded =
                    plan.marks.iter().flat_map(|mark| &mark.places[1..]).map(|&place| &places[place]);
                let folded: BTreeSet<CountryCode> =
                    folded.filter(|place| place.is_country()).filter_map(|place| place.country).collect();
                for mark in of(picture, Group::Names) {
                    let Shape::Text { weight, text, .. } = &mark.shape else { continue };
                    if let (Some(Target::Country(code)), Weight::Regular) = (&mark.target, weight) {
                        assert!(!folded.contains(code), "{}: {text}", format.name());
                    }
                }
            },
        );
    }
}

#[test]
fn the_table_names_who_is_not_in_it_and_says_how_many_more_there_are() {
    let table = Page { below: Below::Table, ..page(PageFormat::A4Tall) };
    on_page(
        &ARTICLE,
        table,
        |_| {},
        |_, picture| {
            let said = said(picture, Group::List);
            assert!(said.starts_with("Who took part most often, besides Russia (23): meetings"), "{said}");
        },
    );
    on_page(
        &TRIPS,
        table,
        |_| {},
        |_, picture| {
            let all = of(picture, Group::List);
            let last = words(all[all.len() - 1]);
            assert!(last.starts_with("and ") && last.ends_with(" more"), "{last}");
        },
    );
    // In a column the heading has as many lines as it needs.
    let narrow = Page { below: Below::Table, legend: false, ..page(PageFormat::Column1) };
    on_page(
        &ARTICLE,
        narrow,
        |state| state.language = Language::Russian,
        |_, picture| {
            assert!(said(picture, Group::List).contains("(23)"), "{}", said(picture, Group::List));
        },
    );
}

#[test]
fn the_legend_explains_what_is_seen_and_nothing_else() {
    let legend = |meetings: &Meetings, change: &dyn Fn(&mut State)| {
        on_page(meetings, page(PageFormat::Web), change, |_, picture| said(picture, Group::Legend))
    };
    let all = legend(&ARTICLE, &|_| {});
    for entry in ["summit", "host at home", "planned", "invited", "place known only to its country"] {
        assert!(all.contains(entry), "{entry}: {all}");
    }
    // All that was held in Kazakhstan is one number.
    let in_kazakhstan = legend(&ARTICLE, &held_in("KAZ"));
    for entry in ["summit", "host at home", "planned", "place known only"] {
        assert!(!in_kazakhstan.contains(entry), "{entry}: {in_kazakhstan}");
    }
    let counted = |state: &mut State| state.drawing.fill = CountryFill::Count;
    let counted = legend(&ARTICLE, &counted);
    assert!(counted.contains("; fill: number of meetings"), "{counted}");
}

#[test]
fn a_call_is_no_journey() {
    let table = "date,kind,country,city,title,participants\n\
        2024-07-03,call,KEN,Nairobi,A call,\"Anna A|President|KEN; Boris B|President|FRA\"\n";
    let mut import = Import::default();
    import::bytes("calls.csv", table.into(), &Instructions::default(), &mut import);
    let journeys = |state: &mut State| state.reading = Reading::Journeys;
    on_page(&import.meetings, page(PageFormat::Web), journeys, |plan, picture| {
        assert_eq!(plan.lines.len(), 1);
        let legend = said(picture, Group::Legend);
        assert!(legend.starts_with("Calls between the seats") && !legend.contains("ourneys"), "{legend}");
    });
}

#[test]
fn nothing_around_the_map_is_cut_in_a_column_in_any_language() {
    for language in SPOKEN {
        let change = |state: &mut State| state.language = language;
        on_page(&ARTICLE, page(PageFormat::Column1), change, |_, picture| {
            for group in [Group::Legend, Group::Credits] {
                let all = of(picture, group);
                assert!(!all.is_empty(), "{language:?}: {group:?}");
                for mark in all {
                    let rect = rect_of(&mark.shape).expect("it is a text");
                    let inside = rect.min.x >= 9.5 && rect.max.x <= picture.width - 9.5;
                    assert!(inside && !words(mark).ends_with('…'), "{language:?}: {}", words(mark));
                }
            }
            let credits = said(picture, Group::Credits);
            assert!(credits.contains("2024"), "{language:?}: the record ends somewhere: {credits}");
        });
    }
    on_page(
        &ARTICLE,
        page(PageFormat::Column1),
        |_| {},
        |_, picture| {
            assert!(said(picture, Group::Legend).starts_with("Thickness: number of meetings"));
        },
    );
}

#[test]
fn numbers_stay_with_what_they_count_and_dashes_with_what_stands_before_them() {
    let text = "14 of 25 meetings · 23 held, 1 planned · 8 May – 24 October 2024 · 8. Mai – 9. Juli 2024";
    for room in 120..400 {
        let lines = wrapped(text, size::SMALL, Weight::Regular, room as f32);
        for pair in lines.windows(2) {
            let number = pair[0].trim_end_matches('.').ends_with(|last: char| last.is_ascii_digit());
            let word = pair[1].starts_with(char::is_alphabetic);
            assert!(!(number && word), "{room}: {pair:?}");
            assert!(!pair[1].starts_with(['–', '·']), "{room}: {pair:?}");
        }
    }
}

#[test]
fn nothing_of_the_map_is_drawn_outside_its_pane() {
    on_page(
        &ARTICLE,
        page(PageFormat::Column2),
        |_| {},
        |_, picture| {
            assert_eq!(picture.clip, Some(picture.pane));
            let svg = svg(picture);
            let open = svg.find("<g clip-path=\"url(#pane)\">").expect("it is clipped");
            assert!(svg.find("id=\"paper\"").is_some_and(|at| at < open), "the paper is not");
            for group in ["sea", "land", "lines", "marks", "names"] {
                assert!(svg.find(&format!("id=\"{group}\"")).is_some_and(|at| at > open), "{group}");
            }
            assert_eq!(svg.matches("url(#pane)").count(), 1);
        },
    );
}

#[test]
fn a_ring_hides_the_lines_below_its_number() {
    on_page(
        &TRIPS,
        page(PageFormat::Web),
        |_| {},
        |_, picture| {
            let discs = picture.marks.iter().filter(|mark| {
                mark.group == Group::Marks
                    && matches!(mark.target, Some(Target::Place(_) | Target::Places(_)))
            });
            for mark in discs {
                if let Shape::Disc { fill, .. } = &mark.shape {
                    assert_eq!(fill.a, 255, "{:?}", mark.target);
                }
            }
        },
    );
}

#[test]
fn a_number_in_a_mark_has_its_thousands_apart() {
    let mut table = "date,country,city,title,participants,count\n".to_owned();
    for day in 0..1500 {
        let on = format!("2024-{:02}-{:02}", 1 + day % 12, 1 + day % 28);
        let people = "Anna A|President|KEN; Boris B|President|FRA";
        writeln!(table, "{on},FRA,Paris,Meeting {day},\"{people}\",").expect("a text takes all");
    }
    let mut import = Import::default();
    import::bytes("many.csv", table.into(), &Instructions::default(), &mut import);
    on_page(
        &import.meetings,
        page(PageFormat::Web),
        |_| {},
        |_, picture| {
            let numbers = said(picture, Group::Marks);
            assert!(numbers.contains("1,"), "{numbers}");
        },
    );
}

#[test]
fn an_arabic_page_runs_from_the_right_and_has_each_of_its_letters() {
    let change = |state: &mut State| {
        state.language = Language::Arabic;
        state.selection = Some(Target::Country(CountryCode::new("CHN").expect("a code")));
    };
    for (meetings, format) in [(&*ARTICLE, PageFormat::Web), (&*TRIPS, PageFormat::Story)] {
        on_page(meetings, page(format), change, |_, picture| {
            for group in [Group::Title, Group::Legend, Group::Credits] {
                for mark in of(picture, group) {
                    let Shape::Text { text, weight, anchor, .. } = &mark.shape else { continue };
                    assert!(glyphs(text, *weight).iter().all(|glyph| glyph.id != 0), "{text}");
                    let is_n = text == "n";
                    assert!(*anchor == Anchor::End || is_n, "{text}");
                }
            }
            let right = of(picture, Group::Title)
                .into_iter()
                .map(|mark| rect_of(&mark.shape).expect("it is a text").max.x);
            for right in right {
                assert!((right - (picture.width - 20.0)).abs() < 0.5, "{right} of {}", picture.width);
            }
            assert!((picture.title_at.max.x - (picture.width - 20.0)).abs() < 0.5);
        });
    }
}

#[test]
fn a_filter_that_nothing_passes_has_a_title_that_claims_nothing() {
    let none = |state: &mut State| {
        state.filter = Filter { text: "zzz".to_owned(), ..Filter::default() };
    };
    on_page(&ARTICLE, page(PageFormat::Web), none, |_, picture| {
        let title = said(picture, Group::Title);
        assert!(title.contains("0 of 25 meetings") && !title.contains("23 held"), "{title}");
    });
}

/// The meetings of a table in the program's own columns.
fn read(rows: &str) -> Meetings {
    let table = format!("date,kind,status,country,city,title,participants,trip\n{rows}");
    let mut import = Import::default();
    import::bytes("own.csv", table.into_bytes(), &Instructions::default(), &mut import);
    assert_eq!(import.problems.told().len(), 0, "{:?}", import.problems.told());
    import.meetings
}

#[test]
fn the_number_of_places_that_share_a_mark_is_explained() {
    // One meeting at each of two towns, which lie too near each other for two marks.
    let near = read(
        "2024-07-03,bilateral,held,CHE,Geneva,A,\"Anna A|President|KEN; Boris B|President|FRA\",\n\
         2024-07-04,bilateral,held,CHE,Lausanne,B,\"Anna A|President|KEN; Boris B|President|FRA\",\n\
         2024-07-05,bilateral,held,BRA,Brasilia,C,\"Anna A|President|KEN; Carla C|President|BRA\",\n",
    );
    let journeys = |state: &mut State| state.reading = Reading::Journeys;
    on_page(&near, page(PageFormat::Web), journeys, |plan, picture| {
        assert_eq!(plan.marks.iter().filter(|mark| mark.is_gathered()).count(), 1);
        let legend = said(picture, Group::Legend);
        assert!(legend.contains("meetings at one place"), "{legend}");
    });
}

#[test]
fn the_legend_does_not_explain_what_lies_beyond_the_edge() {
    let rows = "2024-07-03,bilateral,held,KEN,Nairobi,A,\"Anna A|President|KEN; Boris B|President|ETH\",\n\
         2025-07-04,bilateral,planned,BRA,Brasilia,B,\"Carla C|President|BRA; Dora D|President|ARG\",\n";
    let meetings = read(rows);
    let all = |state: &mut State| state.reading = Reading::Journeys;
    let in_africa = |state: &mut State| {
        state.reading = Reading::Journeys;
        state.framing = Framing::Chosen(View { centre: Plane { x: 0.6, y: 0.05 }, span: 0.4 });
    };
    let legend = |change: &dyn Fn(&mut State)| {
        on_page(&meetings, page(PageFormat::Web), change, |_, picture| said(picture, Group::Legend))
    };
    assert!(legend(&all).contains("planned"), "{}", legend(&all));
    let said = legend(&in_africa);
    assert!(said.contains("held") && !said.contains("planned"), "{said}");
}

#[test]
fn words_that_are_joined_without_a_break_stay_together() {
    let text =
        "Il y a 2\u{a0}204 réunions et 12\u{a0}sommets, dit «\u{a0}Le Monde\u{a0}» ; 1\u{202f}000\u{202f}km";
    for room in 90..400 {
        let lines = wrapped(text, size::SMALL, Weight::Regular, room as f32);
        let together = lines.join(" ");
        for joined in ["2\u{a0}204", "12\u{a0}sommets", "«\u{a0}Le", "1\u{202f}000\u{202f}km"] {
            assert!(together.contains(joined), "{room}: {lines:?}");
        }
    }
    // Where a line has no room for them, nothing of them is lost.
    let long = "eine\u{a0}sehr\u{a0}lange\u{a0}Reihe\u{a0}von\u{a0}Worten";
    let lines = wrapped(long, size::SMALL, Weight::Regular, 60.0);
    assert!(lines.len() > 2 && !lines.iter().any(|line| line.contains('…')), "{lines:?}");
}

#[test]
fn a_city_that_is_the_seat_of_several_has_one_mark() {
    let meetings = read(
        "2024-07-03,bilateral,held,KEN,Nairobi,A,\"Anna A|President|KEN; Boris B|Prime Minister|BEL\",\n\
         2024-07-04,bilateral,planned,KEN,Nairobi,B,\"Anna A|President|KEN; Carla C|President|European Union\",\n",
    );
    let journeys = |state: &mut State| state.reading = Reading::Journeys;
    on_page(&meetings, page(PageFormat::Web), journeys, |plan, picture| {
        assert_eq!(plan.lines.len(), 2);
        let of_states =
            |mark: &&Mark| mark.group == Group::Marks && matches!(mark.target, Some(Target::Country(_)));
        let marks: Vec<_> = picture.marks.iter().filter(of_states).collect();
        // That of the meeting that was held lies on top: it is the only one.
        assert_eq!(marks.len(), 1, "{marks:?}");
        assert_eq!(marks[0].target, Some(Target::Country(CountryCode::new("BEL").expect("a code"))));
    });
}

#[test]
fn an_arabic_table_has_its_names_at_the_right() {
    let change = |state: &mut State| state.language = Language::Arabic;
    let table = Page { below: Below::Table, ..page(PageFormat::A4Tall) };
    on_page(&ARTICLE, table, change, |_, picture| {
        let texts = of(picture, Group::List);
        assert!(texts.len() > 10);
        for mark in &texts {
            assert!(matches!(mark.shape, Shape::Text { anchor: Anchor::End, .. }), "{}", words(mark));
        }
        let rect = |mark: &Mark| rect_of(&mark.shape).expect("it is a text");
        // Heading, then name and number by turns: a bar lies between them.
        let (name, number) = (rect(texts[1]), rect(texts[2]));
        assert!((name.max.x - (picture.width - 20.0)).abs() < 0.5, "{name:?}");
        let bars = picture.marks.iter().filter(|mark| mark.group == Group::List && mark.target.is_some());
        let Shape::Panel { rect: bar, .. } = bars.clone().next().expect("a bar").shape else {
            panic!("a bar")
        };
        assert!(number.max.x < bar.min.x && bar.max.x < name.min.x, "{number:?} {bar:?} {name:?}");
        for mark in bars {
            let Shape::Panel { rect, .. } = mark.shape else { continue };
            assert!(rect.min.x < rect.max.x && rect.min.x > 20.0);
        }
    });
}

#[test]
fn a_start_beyond_what_is_shown_counts_what_leaves_it() {
    let leader = "Anna A|President|KEN";
    let rows = format!(
        "2024-07-01,bilateral,held,FRA,Paris,A,\"{leader}; Boris B|President|FRA\",t1\n\
         2024-07-02,bilateral,held,ITA,Rome,B,\"{leader}; Carla C|President|ITA\",t1\n\
         2024-08-01,bilateral,held,FRA,Paris,C,\"{leader}; Boris B|President|FRA\",t2\n\
         2024-08-02,bilateral,held,ITA,Rome,D,\"{leader}; Carla C|President|ITA\",t2\n\
         2024-09-01,bilateral,held,ESP,Madrid,E,\"{leader}; Dora D|President|ESP\",t3\n\
         2024-09-02,bilateral,held,ITA,Rome,F,\"{leader}; Carla C|President|ITA\",t3\n"
    );
    let in_italy = |state: &mut State| {
        held_in("ITA")(state);
        state.reading = Reading::Routes;
    };
    on_page(&read(&rows), page(PageFormat::Web), in_italy, |plan, _| {
        let mut counted: Vec<usize> = far_starts(plan).into_values().map(|(_, weight)| weight).collect();
        counted.sort_unstable();
        assert_eq!(counted, [1, 2]);
    });
}

#[test]
fn a_list_has_the_comma_of_its_language() {
    let words = ["A", "B", "C"].map(str::to_owned);
    assert_eq!(say(Message::Commas(&words)), "A, B, C");
    speaking(Language::Arabic, || assert_eq!(say(Message::Commas(&words)), "A، B، C"));
}

#[test]
fn hardly_a_name_without_a_line_has_letters_nearer_to_another_mark() {
    let (mut all, mut misleading) = (0, Vec::new());
    for (meetings, format) in
        [&*ARTICLE, &*TRIPS].into_iter().flat_map(|one| PageFormat::ALL.map(|it| (one, it)))
    {
        on_page(
            meetings,
            page(format),
            |_| {},
            |plan, picture| {
                for name in of(picture, Group::Names) {
                    let own = |mark: &&VenueMark| name.target.as_ref() == Some(&target(plan, mark));
                    let Some(own) = plan.marks.iter().find(own) else { continue };
                    let Shape::Text { at, size, .. } = &name.shape else { continue };
                    let Rect { min, max } = rect_of(&name.shape).expect("it is a text");
                    let letters =
                        Rect { min: Point { y: at.y - 0.72 * size, ..min }, max: Point { y: at.y, ..max } };
                    let gap = |mark: &VenueMark| letters.gap(mark.centre) - mark.radius;
                    let nearest = plan.marks.iter().map(gap).fold(f32::MAX, f32::min);
                    // Further away there is a line from the mark to its name.
                    all += 1;
                    if nearest < gap(own) && gap(own) < 8.0 {
                        misleading.push(format!("{}: {}", format.name(), words(name)));
                    }
                }
            },
        );
    }
    assert!(all > 300 && 100 * misleading.len() <= all, "{} of {all}: {misleading:?}", misleading.len());
}
