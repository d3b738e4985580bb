//! Pictures in files, each read by another program's reader: SVG, PDF and PNG of the meetings that come with
//! the program.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read as _;
use summitry::export::format::Format;
use summitry::export::origin::made_in;
use summitry::export::png;
use summitry::export::sheet::{Exhibit, Print};
use summitry::export::svg::{Beside, Letters, svg_with};
use summitry::export::told::{MOST_NAMED, Told};
use summitry::gazetteer::language::Language;
use summitry::globe::as_seen::as_seen;
use summitry::import::instructions::Instructions;
use summitry::import::{self, Import, embedded};
use summitry::meeting::table::Meetings;
use summitry::picture::text::{Family, Weight, glyphs, width};
use summitry::picture::{Group, Picture, Shape};
use summitry::query::shown::Shown;
use summitry::state::{State, Target};
use summitry::words::message::{Message, Word};
use summitry::words::{say, word};

/// Does something with the map of some meetings in a state.
pub fn with_map<T>(record: &Meetings, state: &State, size: [f32; 2], work: impl FnOnce(&Exhibit) -> T) -> T {
    let meetings = &*as_seen(record, state.borders);
    let shown = &Shown::new(meetings, &state.question());
    let chart = state.chart(&shown.ties);
    work(&Exhibit { record, meetings, shown, state, chart, size })
}

/// The same with the meetings that come with the program.
fn with_embedded<T>(state: &State, work: impl FnOnce(&Exhibit) -> T) -> T {
    with_map(&embedded().meetings, state, [1600.0, 1000.0], work)
}

fn drawn(map: &Exhibit) -> Picture {
    map.picture()
}

fn titled() -> State {
    State { title: "Talks & <journeys>".to_owned(), ..State::default() }
}

fn written(state: &State, format: Format, print: Print) -> Vec<u8> {
    with_embedded(state, |map| format.write(map, print)).expect("a fair size")
}

fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("it is text")
}

#[test]
fn every_picture_is_the_same_again_and_says_where_it_is_from_and_at_no_time() {
    for format in Format::ALL {
        let file = || written(&titled(), format, Print::default());
        let first = file();
        assert!(first == file(), "{format:?}");
        let made = made_in(&first).expect("it says so");
        assert_eq!((made.state, made.summitry.as_str()), (titled(), env!("CARGO_PKG_VERSION")));
        assert!(made.data.starts_with("26-"), "{}", made.data);
        let text = String::from_utf8_lossy(&first);
        for clock in ["CreationDate", "ModDate", "xmp:CreateDate", "tIME"] {
            assert!(!text.contains(clock), "{format:?} has {clock}");
        }
    }
}

#[test]
fn an_svg_is_in_named_groups_and_every_line_and_place_names_its_meetings() {
    let text = text_of(written(&titled(), Format::Svg, Print::default()));
    assert!(text.len() <= 600_000, "{} bytes", text.len());
    let document = roxml(&text);
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let labelled: Vec<&str> = root.attribute("aria-labelledby").expect("it is").split(' ').collect();
    let by_id = |id: &str| document.descendants().find(|node| node.attribute("id") == Some(id));
    assert!(labelled.iter().all(|id| by_id(id).is_some_and(|node| node.text().is_some())));
    assert_eq!(by_id(labelled[0]).and_then(|node| node.text()), Some("Talks & <journeys>"));
    // Those of the map stand together in one that cuts them off at its edge.
    let groups: Vec<&str> = root
        .descendants()
        .filter(|node| node.has_tag_name("g"))
        .filter_map(|node| node.attribute("id"))
        .collect();
    for group in Group::ALL.into_iter().filter(|group| ![Group::Scale, Group::List].contains(group)) {
        let found = groups.iter().filter(|id| **id == group.name()).count();
        assert_eq!(found, 1, "{} in {groups:?}", group.name());
    }
    assert!(by_id("borders").is_some() && by_id("KAZ").is_some());
    // Every line and every place says for whom it stands, and names meetings of the record.
    let record = embedded().meetings;
    let mut named = BTreeSet::new();
    for node in document.descendants().filter(|node| node.has_tag_name("g")) {
        let Some(ids) = node.attribute("data-meetings") else { continue };
        named.extend(ids.split(' ').map(str::to_owned));
        assert!(ids.split(' ').all(|id| record.row_of(id).is_some()), "{ids}");
        let title = node.children().find(|child| child.has_tag_name("title")).and_then(|title| title.text());
        assert!(title.is_some_and(|title| title.contains("meeting")), "{title:?}");
    }
    let marked = ["journey", "place"].map(|class| {
        let of_class = document.descendants().filter(|node| node.attribute("class") == Some(class));
        of_class
            .map(|node| node.parent().is_some_and(|group| group.attribute("data-meetings").is_some()))
            .collect()
    });
    let [lines, places]: [Vec<bool>; 2] = marked;
    assert!(lines.len() > 40 && lines.iter().all(|told| *told), "{lines:?}");
    assert!(places.len() > 10 && places.iter().all(|told| *told), "{places:?}");
    assert!(named.len() >= 24, "{} meetings have a mark", named.len());
    // Areas that are claimed twice are filled with one pattern.
    assert_eq!(text.matches("<pattern ").count(), 1);
    let contested = by_id("contested").expect("there are such areas");
    let hatched = contested.children().filter(|area| area.attribute("fill") == Some("url(#hatch-0)"));
    assert!(hatched.count() > 5, "they are hatched");
}

/// The document, read by a reader of XML.
fn roxml(text: &str) -> resvg::usvg::roxmltree::Document<'_> {
    resvg::usvg::roxmltree::Document::parse(text).expect("it is XML")
}

#[test]
fn an_svg_carries_the_letters_that_it_uses_in_its_own_fonts() {
    let state = State { language: Language::Arabic, ..titled() };
    let picture = with_embedded(&state, drawn);
    let text = text_of(written(&state, Format::Svg, Print::default()));
    let mut fonts = 0;
    for (family, weight, number) in Family::ALL
        .into_iter()
        .flat_map(|family| [(family, Weight::Regular, 400), (family, Weight::SemiBold, 600)])
    {
        let head = format!(
            "@font-face{{font-family:'{}';font-weight:{number};src:url(data:font/woff;base64,",
            family.name()
        );
        let Some((_, rest)) = text.split_once(&head) else { continue };
        let woff = from_base64(rest.split(')').next().unwrap_or_default());
        let font = from_woff(&woff);
        let face = ttf_parser::Face::parse(&font, 0).expect("a font");
        let whole = ttf_parser::Face::parse(family.font(weight), 0).expect("a font");
        let mut letters = BTreeSet::new();
        for mark in &picture.marks {
            let Shape::Text { text, weight: own, .. } = &mark.shape else { continue };
            for glyph in glyphs(text, *own).iter().filter(|glyph| (glyph.family, *own) == (family, weight)) {
                letters.extend(text[glyph.cluster..].chars().next());
                let id = ttf_parser::GlyphId(glyph.id);
                assert_eq!(face.glyph_hor_advance(id), whole.glyph_hor_advance(id), "{text}");
                assert_eq!(face.glyph_bounding_box(id), whole.glyph_bounding_box(id), "{text}");
            }
        }
        for letter in letters.iter().filter(|letter| whole.glyph_index(**letter).is_some()) {
            assert_eq!(face.glyph_index(*letter), whole.glyph_index(*letter), "{letter}");
        }
        assert_eq!(face.glyph_index('Ж'), None, "letters that are not used are left out");
        assert!(font.len() < family.font(weight).len() * 2 / 3, "{} bytes", font.len());
        fonts += 1;
    }
    assert!(fonts >= 3, "{fonts} fonts");
}

fn from_base64(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => 0,
    };
    let mut bytes = Vec::new();
    for four in text.as_bytes().chunks(4) {
        let bits = four.iter().fold(0_u32, |bits, letter| bits << 6 | u32::from(value(*letter)));
        let kept = if four.ends_with(b"==") { 1 } else { 3 - usize::from(four.ends_with(b"=")) };
        bytes.extend(&bits.to_be_bytes()[1..=kept]);
    }
    bytes
}

/// The font file that a WOFF holds.
fn from_woff(woff: &[u8]) -> Vec<u8> {
    let long = |at: usize| u32::from_be_bytes(woff[at..at + 4].try_into().expect("four bytes")) as usize;
    assert_eq!((&woff[..4], long(8)), (&b"wOFF"[..], woff.len()));
    let number = long(12) >> 16;
    let mut head = woff[4..8].to_vec();
    head.extend([0, number as u8, 0, 0, 0, 0, 0, 0]);
    let (mut body, begin) = (Vec::new(), 12 + 16 * number);
    for table in 0..number {
        let entry = 44 + 20 * table;
        let [at, packed, length] = [4, 8, 12].map(|offset| long(entry + offset));
        let mut bytes = Vec::new();
        if packed < length {
            flate2::read::ZlibDecoder::new(&woff[at..at + packed])
                .read_to_end(&mut bytes)
                .expect("packed bytes");
        } else {
            bytes.extend(&woff[at..at + length]);
        }
        assert_eq!(bytes.len(), length);
        head.extend(&woff[entry..entry + 4]);
        for part in [long(entry + 16), begin + body.len(), length] {
            head.extend((part as u32).to_be_bytes());
        }
        bytes.resize(length.next_multiple_of(4), 0);
        body.extend(bytes);
    }
    assert_eq!(begin + body.len(), long(16), "the length that it states");
    head.extend(body);
    head
}

#[test]
fn letters_as_outlines_look_like_letters_and_need_no_font() {
    let picture = with_embedded(&titled(), drawn);
    let with = |letters| svg_with(&picture, Beside { letters, ..Beside::default() });
    let outlines = with(Letters::Outlines);
    assert!(!outlines.contains("<text") && !outlines.contains("@font-face"));
    assert!(outlines.contains("aria-label=\"Astana\""));
    let rendered = |text: &str| {
        let mut options = resvg::usvg::Options::default();
        for family in Family::ALL {
            for weight in Weight::FILES {
                options.fontdb_mut().load_font_data(family.font(weight).to_vec());
            }
        }
        let tree = resvg::usvg::Tree::from_str(text, &options).expect("an SVG");
        let mut pixmap = resvg::tiny_skia::Pixmap::new(1600, 1000).expect("a fair size");
        resvg::render(&tree, resvg::tiny_skia::Transform::identity(), &mut pixmap.as_mut());
        pixmap.take()
    };
    let (one, other) = (rendered(&outlines), rendered(&with(Letters::Named)));
    let differ = one.iter().zip(&other).filter(|(a, b)| a.abs_diff(**b) > 60).count();
    assert!(differ < one.len() / 2000, "{differ} of {} values differ", one.len());
}

#[test]
fn a_pdf_has_its_title_its_words_its_fonts_and_a_text_in_place_of_the_map() {
    let bytes = written(&titled(), Format::Pdf, Print::default());
    let document = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let pages = document.get_pages();
    assert_eq!(pages.len(), 1);
    let page = document.get_dictionary(pages[&1]).expect("the page");
    let page_box: Vec<f32> = page
        .get(b"MediaBox")
        .and_then(lopdf::Object::as_array)
        .expect("it has a size")
        .iter()
        .map(|side| side.as_float().expect("a number"))
        .collect();
    assert_eq!(page_box, [0.0, 0.0, 1600.0, 1000.0]);
    let words = document.extract_text(&[1]).expect("text");
    for name in
        ["Talks & <journeys>", "Astana", "Saint Petersburg", "25 of 25 meetings", "Made with Natural Earth"]
    {
        assert_eq!(words.matches(name).count(), 1, "{name} in {words}");
    }
    let info = document.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("it has one");
    let info = document.get_dictionary(info).expect("a dictionary");
    let of_info = |key: &[u8]| lopdf::decode_text_string(info.get(key).expect("it is told")).expect("text");
    assert_eq!(of_info(b"Title"), "Talks & <journeys>");
    assert_eq!(of_info(b"Author"), word(Word::Credits));
    let alternative =
        with_embedded(&titled(), |map| say(Message::Alternative(&map.title(), map.shown, map.meetings)));
    assert_eq!(of_info(b"Subject"), alternative);
    let mut figures = 0;
    let mut fonts = 0;
    for object in document.objects.values() {
        let Ok(dictionary) = object.as_dict().or_else(|_| object.as_stream().map(|stream| &stream.dict))
        else {
            continue;
        };
        if dictionary.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|name| name == b"Figure") {
            figures += 1;
            let told =
                lopdf::decode_text_string(dictionary.get(b"Alt").expect("it has words")).expect("text");
            assert_eq!(told, alternative);
        }
        if let Ok(file) = dictionary.get(b"FontFile2").and_then(lopdf::Object::as_reference) {
            fonts += 1;
            let stream = document.get_object(file).and_then(lopdf::Object::as_stream).expect("a font file");
            let font = stream.decompressed_content().expect("it is packed");
            // A reader of fonts wants a table of letters, which a PDF does without: the tables are looked at
            // one by one.
            let raw = ttf_parser::RawFace::parse(&font, 0).expect("a font");
            for table in [b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp"] {
                assert!(raw.table(ttf_parser::Tag::from_bytes(table)).is_some());
            }
        }
    }
    assert_eq!((figures, fonts), (1, 2));
    assert!(document.catalog().and_then(|catalog| catalog.get(b"Lang")).is_ok());
}

#[test]
fn arabic_in_a_pdf_is_read_in_its_own_order() {
    let state = State { title: "لقاء في أستانا 2024".to_owned(), ..State::default() };
    let bytes = written(&state, Format::Pdf, Print::default());
    let document = lopdf::Document::load_mem(&bytes).expect("a PDF");
    let page = *document.get_pages().get(&1).expect("a page");
    let content = document.get_page_content(page);
    let utf16: Vec<u8> = state.title.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let hex = utf16.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02X}"));
    let text = String::from_utf8_lossy(&content).to_uppercase();
    let is_raw = content.windows(utf16.len()).any(|part| part == utf16);
    assert!(is_raw || text.contains(&hex), "the title stands beside its glyphs as it is read");
}

#[test]
fn a_png_tells_its_title_its_words_and_its_resolution() {
    let dpi = 300.0;
    let file = written(&titled(), Format::Png, Print { scale: dpi / 72.0, ..Print::default() });
    let reader = ::png::Decoder::new(std::io::Cursor::new(&file)).read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height), (6667, 4167));
    let resolution = info.pixel_dims.expect("a resolution");
    assert_eq!((resolution.xppu, resolution.yppu), (11811, 11811), "300 pixels an inch");
    let texts: Vec<(String, String)> =
        info.utf8_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("text"))).collect();
    let under =
        |keyword: &str| texts.iter().find(|(known, _)| known == keyword).map(|(_, text)| text.as_str());
    assert_eq!(under("Title"), Some("Talks & <journeys>"));
    assert!(under("Description").is_some_and(|text| text.contains("25 of 25 meetings")));
    assert_eq!(under("Copyright"), Some(word(Word::Credits)));
    assert!(under("Software").is_some_and(|text| text.starts_with("Summitry ")));
}

#[test]
fn a_large_picture_drawn_in_bands_is_the_one_drawn_at_once() {
    let picture = with_embedded(&titled(), drawn);
    let banded = png::pixels(&picture, 3.0).expect("a fair size");
    assert!(banded.width * banded.height > 3 << 22, "several bands");
    let tree = png::tree(&picture, 3.0).expect("an SVG");
    let mut whole = resvg::tiny_skia::Pixmap::new(banded.width, banded.height).expect("a fair size");
    resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(3.0, 3.0), &mut whole.as_mut());
    let whole = whole.take_demultiplied();
    let differ = banded.rgba.iter().zip(&whole).filter(|(a, b)| a.abs_diff(**b) > 8).count();
    assert!(differ * 10_000 < whole.len(), "{differ} of {} values differ", whole.len());
}

#[test]
fn words_in_place_of_the_map_and_below_it_are_written_from_the_data() {
    with_embedded(&titled(), |map| {
        let alternative = say(Message::Alternative(&map.title(), map.shown, map.meetings));
        assert!(alternative.starts_with("Map: Talks & <journeys>. 25 of 25 meetings"), "{alternative}");
        assert!(alternative.contains("Most were held in Astana (8), Moscow (7) and"), "{alternative}");
        assert!(alternative.contains("Most often took part: Russia ("), "{alternative}");
        let caption = say(Message::Caption(&map.title(), map.shown, map.meetings));
        assert!(
            caption.contains("25 meetings in ") && caption.contains("8 May – 24 October 2024"),
            "{caption}"
        );
        assert!(caption.contains("Counted: meetings."), "{caption}");
        let citation = map.citation();
        assert!(citation.contains("from the data 26-") && citation.contains("Borders: "), "{citation}");
    });
    let record = embedded().meetings;
    let meeting = record.get(record.row_of("belarus-minsk-2024-05").expect("it is there"));
    let cited = say(Message::MeetingCited(meeting, "Minsk, Belarus"));
    assert!(
        cited.contains("2024, Minsk, Belarus. Source") && cited.ends_with("Record: belarus-minsk-2024-05."),
        "{cited}"
    );
}

#[test]
fn what_marks_stand_for_is_told_of_all_but_countries() {
    let picture: Picture = with_embedded(&titled(), drawn);
    let told = with_embedded(&titled(), |map| Told::new(&picture, map.meetings, map.shown, MOST_NAMED));
    let targets = picture.marks.iter().filter_map(|mark| mark.target.as_ref());
    for target in targets {
        let is_country = matches!(target, Target::Country(_));
        assert_eq!(told.marks.contains_key(target), !is_country, "{target:?}");
    }
}

#[test]
fn glyphs_stand_where_the_width_of_their_text_says() {
    for text in [
        "Astana",
        "Saint Petersburg",
        "Türkiye’s",
        "كازاخستان",
        "中国",
        "Talks in أستانا 2024",
        "To VA AV",
        "\u{1}",
    ] {
        for weight in Weight::ALL {
            let glyphs = glyphs(text, weight);
            let end = glyphs.iter().map(|glyph| glyph.at[0] + glyph.advance).fold(0.0, f32::max);
            assert!(
                (end - width(text, 1.0, weight)).abs() < 0.1,
                "{text}: {end} {}",
                width(text, 1.0, weight)
            );
            assert!(glyphs.iter().all(|glyph| text.is_char_boundary(glyph.cluster)));
        }
    }
}

#[test]
fn a_mark_names_its_latest_meetings_and_says_how_many_were_before() {
    let mut table = "date,country,city,leader,represents\n".to_owned();
    for number in 0..MOST_NAMED + 3 {
        let day = number % 28 + 1;
        let (year, month) = (1990 + number / 336, number / 28 % 12 + 1);
        writeln!(table, "{year}-{month:02}-{day:02},KAZ,Astana,Person {number},RUS").expect("it is text");
    }
    let mut import = Import::default();
    import::bytes("talks.csv", table.into_bytes(), &Instructions::default(), &mut import);
    let svg = |map: &Exhibit| Format::Svg.write(map, Print::default()).expect("a fair size");
    let text = text_of(with_map(&import.meetings, &State::default(), [900.0, 600.0], svg));
    let document = roxml(&text);
    let marks: Vec<_> = document.descendants().filter(|node| node.has_attribute("data-earlier")).collect();
    assert!(marks.len() >= 2, "the line and the place");
    for mark in marks {
        let ids: Vec<&str> = mark.attribute("data-meetings").expect("it names them").split(' ').collect();
        assert_eq!((ids.len(), mark.attribute("data-earlier")), (MOST_NAMED, Some("3")));
        let last = import.meetings.get(import.meetings.len() - 1).id.as_str();
        assert_eq!(ids.last(), Some(&last));
    }
}
