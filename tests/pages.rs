//! Pages: every format is composed, whatever it shows; its files have its size, from the window and from the
//! command line.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use summitry::document::Document;
use summitry::document::file::write::to_text;
use summitry::export::format::Format;
use summitry::export::origin::{made_again, made_in};
use summitry::export::sheet::Print;
use summitry::export::svg::Letters;
use summitry::gazetteer::language::Language;
use summitry::globe::borders::Borders;
use summitry::globe::chart::Chart;
use summitry::globe::land::Lands;
use summitry::globe::view::{Point, Rect};
use summitry::headless::render::{MapOptions, Render, render};
use summitry::headless::wanted::{Wanted, WantedPage};
use summitry::import::examples::Example;
use summitry::meeting::code::CountryCode;
use summitry::meeting::table::Meetings;
use summitry::page::{Below, Measure, Page, PageFormat, TextSize};
use summitry::picture::compose::compose;
use summitry::picture::frequent::FrequentEntry;
use summitry::picture::layout::Layout;
use summitry::picture::look::size;
use summitry::picture::made_up;
use summitry::picture::scene::Scene;
use summitry::picture::text::{Weight, family, width};
use summitry::picture::{Anchor, Group, Mark, Picture, Shape};
use summitry::query::question::reading::Reading;
use summitry::query::shown::Shown;
use summitry::state::{State, Target, Theme};
use summitry::ui::answers::{Answers, Asked};
use summitry::ui::exporting::Exhibit;

/// A table with the state that it opens in and its answers.
struct Table {
    meetings: Meetings,
    state: State,
    shown: Shown,
}

impl Table {
    fn of(example: Example) -> Self {
        let meetings = example.read().meetings;
        let reading = Reading::for_table(&meetings, Reading::default());
        let state = State { reading, title: example.title().to_owned(), ..State::default() };
        let shown = Shown::new(&meetings, &state.question());
        Self { meetings, state, shown }
    }

    /// Nothing selected, and something.
    fn selections(&self) -> [Option<Target>; 2] {
        let strongest =
            self.shown.ties.places.iter().max_by_key(|place| place.weight).expect("there are places");
        let selected = if self.meetings.len() < 100 {
            Target::Country(CountryCode::new("CHN").expect("a code"))
        } else {
            Target::Place(strongest.id)
        };
        [None, Some(selected)]
    }

    fn picture(&self, page: Page, selection: Option<Target>) -> Picture {
        let state = State { page, selection, ..self.state.clone() };
        let (meetings, shown) = (&self.meetings, &self.shown);
        let size = page.composed([1600.0, 1000.0]);
        let (borders, lands) = (Borders::embedded(), &LANDS);
        compose(&Scene { meetings, shown, borders, lands, state: &state, pointed: None, size })
    }
}

static LANDS: LazyLock<Lands> = LazyLock::new(|| Lands::for_screen(Borders::embedded(), Chart::default()));
static ARTICLE: LazyLock<Table> = LazyLock::new(|| Table::of(Example::Article));
static TRIPS: LazyLock<Table> = LazyLock::new(|| Table::of(Example::PresidentTrips));

fn page(format: PageFormat) -> Page {
    Page { format: Some(format), ..Page::default() }
}

/// Does something with the picture of every format, of few and many meetings, with something selected and
/// without. What is said of it tells which it is.
fn with_each(mut check: impl FnMut(&Table, &Page, &Picture, &str)) {
    for (name, table) in [("26", &*ARTICLE), ("832", &*TRIPS)] {
        for selection in table.selections() {
            for format in PageFormat::ALL {
                let page = page(format);
                let about = format!("{} with {name} rows, selected: {}", format.name(), selection.is_some());
                check(table, &page, &table.picture(page, selection.clone()), &about);
            }
        }
    }
}

/// What a text takes; `None` where it is none.
pub fn rect_of(shape: &Shape) -> Option<Rect> {
    let Shape::Text { at, anchor, text, size, weight, .. } = shape else { return None };
    let wide = width(text, *size, *weight);
    let left = match anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - wide / 2.0,
        Anchor::End => at.x - wide,
    };
    let min = Point { x: left, y: at.y - 0.72 * size };
    Some(Rect { min, max: Point { x: left + wide, y: at.y + 0.2 * size } })
}

pub fn words(mark: &Mark) -> &str {
    match &mark.shape {
        Shape::Text { text, .. } => text,
        _ => "",
    }
}

fn texts(picture: &Picture) -> impl Iterator<Item = (&Mark, Rect)> {
    picture.marks.iter().filter_map(|mark| Some((mark, rect_of(&mark.shape)?)))
}

/// The discs of places, each with its radius.
fn venues(picture: &Picture) -> Vec<(&Target, Point, f32)> {
    let venue = |mark: &'_ Mark| match (&mark.shape, mark.group) {
        (Shape::Disc { centre, radius, .. }, Group::Marks) => Some((*centre, *radius)),
        _ => None,
    };
    let all = picture.marks.iter().filter_map(|mark| {
        let (centre, radius) = venue(mark)?;
        let target = mark.target.as_ref()?;
        matches!(target, Target::Place(_) | Target::Places(_)).then_some((target, centre, radius))
    });
    let mut all: Vec<(&Target, Point, f32)> = all.collect();
    // A mark of several discs is its largest.
    all.sort_by(|a, b| a.0.cmp(b.0).then(b.2.total_cmp(&a.2)));
    all.dedup_by(|later, earlier| later.0 == earlier.0);
    all
}

#[test]
fn no_text_is_too_small_or_off_the_page() {
    with_each(|_, page, picture, about| {
        let least = match page.format.expect("it has one").measure() {
            Measure::Pixels => 11.5,
            // The smallest type that newspapers set.
            Measure::Millimetres => 6.5,
        };
        // The number of a disc that the edge cuts is cut with it.
        for (mark, rect) in texts(picture).filter(|(mark, _)| mark.group != Group::Marks) {
            let Shape::Text { size, .. } = mark.shape else { continue };
            assert!(size >= size::SMALL, "{about}: {:?} has {size} points", words(mark));
            assert!(size * page.stretch() >= least, "{about}: {:?} is set in {size} points", words(mark));
            let is_on_page = rect.min.x >= 0.0
                && rect.max.x <= picture.width + 0.5
                && rect.min.y >= 0.0
                && rect.max.y <= picture.height + 0.5;
            assert!(
                is_on_page,
                "{about}: {:?} at {rect:?} of {} × {}",
                words(mark),
                picture.width,
                picture.height
            );
        }
    });
}

#[test]
fn no_words_lie_over_others() {
    with_each(|_, _, picture, about| {
        // A list that opens over the map lies over its names.
        let of_map =
            |mark: &Mark| mark.group.is_map() && picture.marks.iter().any(|mark| mark.group == Group::List);
        let all: Vec<(&Mark, Rect)> = texts(picture).filter(|(mark, _)| !of_map(mark)).collect();
        for (number, (mark, rect)) in all.iter().enumerate() {
            for (other, with) in &all[..number] {
                let shrunk = Rect {
                    min: Point { x: rect.min.x + 1.0, y: rect.min.y + 1.0 },
                    max: Point { x: rect.max.x - 1.0, y: rect.max.y - 1.0 },
                };
                assert!(!shrunk.overlaps(*with), "{about}: {:?} over {:?}", words(mark), words(other));
            }
        }
    });
}

#[test]
fn no_two_marks_lie_over_one_another_and_no_name_is_nearer_to_another_venue_than_to_its_own() {
    with_each(|_, _, picture, about| {
        let venues = venues(picture);
        assert!(venues.len() > 2, "{about}: {} venues", venues.len());
        for (number, (target, centre, radius)) in venues.iter().enumerate() {
            for (other, at, beside) in &venues[..number] {
                let apart = centre.distance_to(*at);
                assert!(apart >= radius + beside - 0.5, "{about}: {target:?} over {other:?}");
            }
        }
        let gap = |rect: Rect, at: Point, radius: f32| {
            let x = (rect.min.x - at.x).max(at.x - rect.max.x).max(0.0);
            let y = (rect.min.y - at.y).max(at.y - rect.max.y).max(0.0);
            x.hypot(y) - radius
        };
        // A line to its mark tells which one a name is of, however near another is.
        let leaders: Vec<Point> = picture
            .marks
            .iter()
            .filter(|mark| mark.group == Group::Names)
            .filter_map(|mark| match &mark.shape {
                Shape::Line { points, .. } => points.first().copied(),
                _ => None,
            })
            .collect();
        for (mark, rect) in texts(picture).filter(|(mark, _)| mark.group == Group::Names) {
            let Some((_, at, radius)) =
                venues.iter().find(|(target, ..)| Some(*target) == mark.target.as_ref())
            else {
                continue;
            };
            let Shape::Text { text, size, .. } = &mark.shape else { continue };
            let half = size * family(text).line_height() / 2.0;
            let middle = rect.min.y + 0.72 * size - 0.36 * size;
            let min = Point { x: rect.min.x - 1.0, y: middle - half };
            let rect = Rect { min, max: Point { x: rect.max.x + 1.0, y: middle + half } };
            let own = gap(rect, *at, *radius);
            let has_leader = leaders.iter().any(|start| start.distance_to(*at) <= radius + 4.0);
            let others = venues.iter().filter(|(target, ..)| Some(*target) != mark.target.as_ref());
            let nearest = others.map(|(_, at, radius)| gap(rect, *at, *radius)).fold(f32::MAX, f32::min);
            let is_near = own <= nearest + 1.0 || has_leader;
            assert!(is_near, "{about}: {:?} is {own} from its venue and {nearest} from another", words(mark));
        }
    });
}

#[test]
fn the_map_fills_its_share_of_every_page() {
    with_each(|_, _, picture, about| {
        let share = picture.pane.height() / picture.height;
        // The whole world in a narrow column is low: a table stands under it.
        let has_table = picture.marks.iter().any(|mark| mark.group == Group::List);
        let least = if has_table && picture.width < 360.0 { 0.18 } else { 0.28 };
        assert!(share >= least, "{about}: the map has {share} of the height");
        // The earth's outline is the first polygon.
        let outline = picture.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Polygon { points, .. } => Some(points),
            _ => None,
        });
        let ys = outline.expect("there is an earth").iter().map(|at| at.y);
        let (top, bottom) = ys.fold((f32::MAX, f32::MIN), |(top, bottom), y| (top.min(y), bottom.max(y)));
        let seen = bottom.min(picture.pane.max.y) - top.max(picture.pane.min.y);
        let blank = picture.pane.height() - seen;
        assert!(blank <= 0.15 * picture.height, "{about}: {blank} of {} points are blank", picture.height);
    });
}

#[test]
fn every_venue_has_its_name_where_there_are_few() {
    for selection in ARTICLE.selections() {
        for format in PageFormat::ALL {
            let picture = ARTICLE.picture(page(format), selection.clone());
            let names: Vec<&str> = texts(&picture)
                .filter(|(mark, _)| mark.group == Group::Names)
                .map(|(mark, _)| words(mark))
                .collect();
            let venues = venues(&picture);
            let in_sight = venues.iter().filter(|(_, centre, _)| picture.pane.contains(*centre));
            let places = in_sight.filter_map(|(target, ..)| match target {
                Target::Place(id) => ARTICLE.shown.ties.place(*id),
                _ => None,
            });
            let places: Vec<_> = places.filter(|place| !place.is_country()).collect();
            let is_named = |name: &str| names.iter().any(|set| set.contains(name));
            let without: Vec<&str> =
                places.iter().map(|place| &place.name[..]).filter(|name| !is_named(name)).collect();
            // A map as wide as a thumb or two has no room for the last of them, where something else is
            // selected.
            let most = match format {
                PageFormat::Column1 => 2,
                PageFormat::Column2 => 1,
                _ => 0,
            };
            assert!(without.len() <= most, "{}: no name has {without:?}", format.name());
        }
    }
}

#[test]
fn the_legend_goes_and_a_table_comes_where_that_is_asked_for() {
    let has = |picture: &Picture, group| picture.marks.iter().any(|mark| mark.group == group);
    let usual = ARTICLE.picture(page(PageFormat::Article), None);
    assert!(has(&usual, Group::Legend) && !has(&usual, Group::List));
    let other = Page { legend: false, below: Below::Table, ..page(PageFormat::Article) };
    let picture = ARTICLE.picture(other, None);
    assert!(!has(&picture, Group::Legend) && has(&picture, Group::List));
    let list: Vec<&str> =
        texts(&picture).filter(|(mark, _)| mark.group == Group::List).map(|(mark, _)| words(mark)).collect();
    // Russia is at nearly every table: it says nothing here.
    assert_eq!(list[0], "Who took part most often, besides Russia (23): meetings");
    assert!(list.contains(&"China") && !list.contains(&"Russia"), "{list:?}");
    let trips = TRIPS.picture(other, None);
    let list = texts(&trips).filter(|(mark, _)| mark.group == Group::List).map(|(mark, _)| words(mark));
    assert_eq!(list.take(1).collect::<Vec<_>>(), ["The most frequent places: meetings"]);
}

#[test]
fn a_story_has_a_table_where_the_map_needs_no_more_room() {
    let picture = TRIPS.picture(page(PageFormat::Story), None);
    assert!(picture.marks.iter().any(|mark| mark.group == Group::List));
    let without = TRIPS.picture(Page { below: Below::Nothing, ..page(PageFormat::Story) }, None);
    assert!(without.marks.iter().all(|mark| mark.group != Group::List));
    assert!(without.pane.height() > picture.pane.height());
}

#[test]
fn larger_letters_make_a_smaller_composition_of_the_same_page() {
    let of = |text| Page { text, ..page(PageFormat::Web) };
    let composed = |page: Page| page.composed([640.0, 480.0]).map(|side| side.round() as u32);
    assert_eq!(composed(of(TextSize::Normal)), [960, 540]);
    assert_eq!(composed(of(TextSize::Largest)), [640, 360]);
    for text in TextSize::ALL {
        let [width, height] = of(text).composed([0.0, 0.0]);
        let stretch = of(text).stretch();
        assert!(
            (width * stretch - 1200.0).abs() < 0.01 && (height * stretch - 675.0).abs() < 0.01,
            "{text:?}"
        );
    }
    assert_eq!(composed(Page::default()), [640, 480]);
}

fn in_a_folder(test: impl Fn(&Path)) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    test(folder.path());
}

fn rendered(output: &Path, page: WantedPage, scale: f32) -> Vec<u8> {
    let wanted = Wanted { page, ..Wanted::default() };
    let map = MapOptions { wanted, size: (1600.0, 1000.0), ..MapOptions::default() };
    let (output, scale) = (output.to_owned(), Some(scale));
    let answer = render(Render { map, output, force: true, scale, letters: Letters::Embedded });
    assert_eq!(answer.status, 0, "{:?}", answer.remarks);
    answer.out
}

/// Width and height in the header of a PNG.
fn sides(png: &[u8]) -> [u32; 2] {
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes")))
}

#[test]
fn files_have_the_size_of_their_format() {
    in_a_folder(|folder| {
        let of = |format| WantedPage { format: Some(format), ..WantedPage::default() };
        let png = |format, scale| sides(&rendered(&folder.join("map.png"), of(format), scale));
        assert_eq!(png(PageFormat::Story, 1.0), [1080, 1350]);
        assert_eq!(png(PageFormat::Article, 2.0), [1600, 1000]);
        // 96 and 110 mm at 150 dots an inch.
        assert_eq!(png(PageFormat::Column2, 150.0 / 72.0), [567, 650]);
        let svg =
            |format| String::from_utf8(rendered(&folder.join("map.svg"), of(format), 1.0)).expect("text");
        let square = svg(PageFormat::Square);
        assert!(
            square.contains(" width=\"1080\" height=\"1080\" viewBox=\"0 0 600 600\""),
            "{}",
            &square[..300]
        );
        let sheet = svg(PageFormat::A4Tall);
        assert!(
            sheet.contains(" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 793.7 1122.52\""),
            "{}",
            &sheet[..300]
        );
        let pdf = rendered(&folder.join("map.pdf"), of(PageFormat::A3Wide), 1.0);
        let pdf = String::from_utf8_lossy(&pdf);
        let media_box = pdf.find("/MediaBox").map(|at| &pdf[at..at + 40]).expect("a page has one");
        assert!(media_box.starts_with("/MediaBox [0 0 1190.55"), "{media_box}");
    });
}

#[test]
fn paper_has_300_pixels_an_inch_whether_an_option_or_a_project_asks_for_it() {
    in_a_folder(|folder| {
        let project = folder.join("talks.summitry");
        let state = State { page: page(PageFormat::Column1), ..State::default() };
        let document = Document::new(ARTICLE.meetings.clone(), Vec::new(), state);
        fs::write(&project, to_text(&document)).expect("it can be written");
        let drawn = |files: Vec<PathBuf>, format| {
            let wanted = Wanted { page: WantedPage { format, ..WantedPage::default() }, ..Wanted::default() };
            let map = MapOptions { files, wanted, size: (800.0, 500.0), ..MapOptions::default() };
            let output = folder.join("map.png");
            let answer = render(Render { map, output, force: true, scale: None, letters: Letters::Embedded });
            assert_eq!(answer.status, 0, "{:?}", answer.remarks);
            sides(&answer.out)
        };
        // 46 by 150 mm.
        assert_eq!(drawn(vec![project.clone()], None), [543, 1772]);
        assert_eq!(drawn(Vec::new(), Some(PageFormat::Column1)), [543, 1772]);
        assert_eq!(drawn(vec![project.clone()], Some(PageFormat::Article)), [800, 500]);
    });
}

#[test]
fn a_page_is_laid_out_as_it_is_drawn_in_the_language_of_its_map() {
    for language in [Language::English, Language::Russian, Language::Arabic] {
        for format in [None, Some(PageFormat::Web), Some(PageFormat::Story)] {
            let page = Page { format, ..Page::default() };
            let state = State { language, page, title: String::new(), ..ARTICLE.state.clone() };
            let (meetings, shown) = (&ARTICLE.meetings, &ARTICLE.shown);
            let size = page.composed([800.0, 500.0]);
            let (borders, lands) = (Borders::embedded(), &LANDS);
            let scene = Scene { meetings, shown, borders, lands, state: &state, pointed: None, size };
            let drawn = compose(&scene);
            let laid_out = if format.is_some() { made_up::of(&scene) } else { Layout::of(&scene) };
            assert_eq!((&laid_out.title, laid_out.view), (&drawn.title, drawn.view), "{language:?}");
            let sources = laid_out.attribution.own_rect;
            assert_eq!((laid_out.pane, sources), (drawn.pane, drawn.sources_at), "{language:?}");
        }
    }
}

#[test]
fn equal_ones_stand_in_the_table_in_one_order_whatever_the_language() {
    let table = |language| {
        let page = Page { below: Below::Table, ..page(PageFormat::Story) };
        let state = State { language, page, ..ARTICLE.state.clone() };
        let (meetings, shown) = (&ARTICLE.meetings, &ARTICLE.shown);
        let size = page.composed([0.0, 0.0]);
        let (borders, lands) = (Borders::embedded(), &LANDS);
        let scene = Scene { meetings, shown, borders, lands, state: &state, pointed: None, size };
        made_up::of(&scene).frequent.expect("there is a table").entries
    };
    let english = table(Language::English);
    let names = |entries: &[FrequentEntry]| {
        entries.iter().map(|entry| (Reverse(entry.number), entry.name.clone())).collect::<Vec<_>>()
    };
    assert!(names(&english).is_sorted(), "{:?}", names(&english));
    let others = [Language::Russian, Language::German, Language::Ukrainian].map(table);
    assert!(others.iter().any(|other| !names(other).is_sorted()), "some language has another order of names");
    for other in &others {
        let both = english.iter().zip(other);
        assert!(both.clone().all(|(one, other)| one.target == other.target), "{:?}", names(other));
        assert!(both.clone().any(|(one, other)| one.name != other.name), "they are named in the language");
    }
}

#[test]
fn transparent_paper_lets_the_page_through_and_the_map_ends_at_its_pane() {
    in_a_folder(|folder| {
        let page =
            WantedPage { format: Some(PageFormat::Article), transparent: true, ..WantedPage::default() };
        let bytes = rendered(&folder.join("map.png"), page, 1.0);
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
        reader.next_frame(&mut pixels).expect("a frame");
        let alpha = |x: usize, y: usize| pixels[4 * (y * 800 + x) + 3];
        // Right of the title, left of the legend and in the last line; and the map.
        for (x, y) in [(795, 4), (3, 400), (795, 497)] {
            assert_eq!(alpha(x, y), 0, "{x}, {y}");
        }
        assert_eq!(alpha(400, 200), 255);
        let svg = String::from_utf8(rendered(&folder.join("map.svg"), page, 1.0)).expect("text");
        assert!(
            svg.contains("<clipPath id=\"pane\">")
                && svg.contains("<g clip-path=\"url(#pane)\">\n<g id=\"sea\">")
        );
        let pdf = rendered(&folder.join("map.pdf"), page, 1.0);
        assert!(pdf.starts_with(b"%PDF-"));
    });
}

#[test]
fn window_and_command_line_write_the_same_page_and_it_is_verified() {
    in_a_folder(|folder| {
        let page = Page {
            format: Some(PageFormat::Story),
            text: TextSize::Large,
            transparent: true,
            ..Page::default()
        };
        let title = "A story".to_owned();
        let state =
            State { title, page, page_theme: Some(Theme::Print), theme: Theme::Dark, ..State::default() };
        let record = Example::Article.read().meetings;
        let project = folder.join("talks.summitry");
        let document = Document::new(record.clone(), Vec::new(), state.clone());
        fs::write(&project, to_text(&document)).expect("it can be written");
        let answers = Answers::of(record.clone(), Asked::of(&state));
        let chart = state.chart(&answers.shown.ties);
        let window = Exhibit { answers, state, chart, size: [640.0, 480.0] };
        for format in Format::ALL {
            let ours = window.with(|map| format.write(map, Print::default())).expect("a fair size");
            let output = folder.join("map").with_extension(format.ending());
            let map =
                MapOptions { files: vec![project.clone()], size: (1600.0, 1000.0), ..MapOptions::default() };
            let (scale, letters) = (None, Letters::Embedded);
            let theirs = render(Render { map, output, force: true, scale, letters });
            assert_eq!(theirs.status, 0, "{:?}", theirs.remarks);
            assert!(theirs.out == ours, "{format:?}");
            let made = made_in(&ours).expect("it says where it is from");
            assert_eq!((made.state.theme, made.state.page), (Theme::Print, page));
            assert!(made_again(&made, &record).as_deref() == Some(&ours[..]), "{format:?}");
        }
    });
}

#[test]
fn a_page_changes_nothing_in_the_window() {
    let page = Page { format: Some(PageFormat::Story), legend: false, ..Page::default() };
    let state = State { page, page_theme: Some(Theme::Print), theme: Theme::Dark, ..State::default() };
    let record = Example::Article.read().meetings;
    let answers = Answers::of(record, Asked::of(&state));
    let drawn = answers.on_screen(&state);
    assert_eq!((drawn.page, drawn.page_theme, drawn.theme), (Page::default(), None, Theme::Dark));
    let plain = State { theme: Theme::Dark, ..State::default() };
    assert_eq!(*answers.on_screen(&plain), plain);
}

#[test]
fn titles_of_narrow_pages_are_smaller_and_every_format_has_a_title_and_credits() {
    with_each(|_, _, picture, about| {
        let of =
            |group| texts(picture).filter(move |(mark, _)| mark.group == group).map(|(mark, _)| words(mark));
        assert!(of(Group::Title).count() >= 2, "{about}");
        let credits = of(Group::Credits).collect::<Vec<_>>().join(" ");
        for words in ["Source", "Natural Earth", "GeoNames (geonames.org), CC BY 4.0; modified.", "Borders"] {
            let is_there = credits.contains(words) || (words == "Borders" && credits.contains("Boundaries"));
            assert!(is_there, "{about}: {words} in {credits}");
        }
        let wide = picture.width >= 360.0;
        let title = picture.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Text { size, weight: Weight::SemiBold, .. } if mark.group == Group::Title => Some(*size),
            _ => None,
        });
        assert_eq!(title, Some(if wide { size::TITLE } else { size::NARROW_TITLE }), "{about}");
    });
}
