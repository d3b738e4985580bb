//! Text: its width, and a broken line's pieces.

use resvg::usvg;
use std::sync::Arc;
use summitry::gazetteer::country::Countries;
use summitry::gazetteer::language::Language;
use summitry::globe::view::Point;
use summitry::picture::dash::dash_pieces;
use summitry::picture::text::{Family, Weight, family, spacing, visual_pieces, width};
use summitry::picture::wrap::wrapped;

/// A page that the lines of these tests lie on.
const PAGE: [f32; 2] = [1000.0, 1000.0];

#[test]
fn the_bundled_fonts_are_inter_in_two_weights() {
    for (weight, number) in [(Weight::Regular, 400), (Weight::SemiBold, 600)] {
        let face = ttf_parser::Face::parse(Family::Inter.font(weight), 0).expect("a font");
        assert_eq!(face.weight().to_number(), number);
        for letter in "AZaz09ÄéñłşğİıЖқөΩ–—…’“”·×→".chars() {
            assert!(face.glyph_index(letter).is_some(), "{letter} is missing from {weight:?}");
        }
    }
}

#[test]
fn a_text_is_as_wide_as_its_letters_with_kerning() {
    for weight in Weight::FILES {
        let face = ttf_parser::Face::parse(Family::Inter.font(weight), 0).expect("a font");
        let em = f32::from(face.units_per_em());
        let advance = |letter| {
            f32::from(face.glyph_hor_advance(face.glyph_index(letter).expect("in Inter")).expect("known"))
        };
        let plain = (advance('H') + advance('i') + advance('n')) * 20.0 / em;
        assert!((width("Hin", 20.0, weight) - plain).abs() < 1e-3);
        let kerned = width("AV", 20.0, weight);
        assert!(kerned < (advance('A') + advance('V')) * 20.0 / em - 0.5, "A and V move together");
    }
    assert!(width("Astana", 13.0, Weight::SemiBold) > width("Astana", 13.0, Weight::Regular));
}

#[test]
fn width_grows_with_size_and_is_nothing_for_nothing() {
    for weight in Weight::FILES {
        assert!(width("", 12.0, weight).abs() < f32::EPSILON);
        assert!(width("\u{7}\n", 12.0, weight).abs() < f32::EPSILON);
        assert!((width("Peking", 24.0, weight) - 2.0 * width("Peking", 12.0, weight)).abs() < 1e-3);
        assert!((width("京", 12.0, weight) - 12.0).abs() < 1e-3, "a letter that Inter lacks is an em");
    }
}

#[test]
fn spaced_names_have_room_between_their_letters_and_joined_scripts_have_none() {
    let gaps = 12.0 * (width("INDIA", 12.0, Weight::Spaced) - width("INDIA", 12.0, Weight::Regular)) / 12.0;
    assert!((gaps / (4.0 * 12.0 * spacing("INDIA", Weight::Spaced)) - 1.0).abs() < 1e-3, "four gaps: {gaps}");
    for text in ["I", "مصر", "中国"] {
        let same = width(text, 12.0, Weight::Spaced) - width(text, 12.0, Weight::Regular);
        assert!(same.abs() < f32::EPSILON, "{text}");
    }
}

#[test]
fn the_files_set_text_as_wide_as_it_is_measured() {
    let mut fonts = usvg::fontdb::Database::new();
    for family in Family::ALL {
        for weight in Weight::ALL {
            fonts.load_font_data(family.font(weight).to_vec());
        }
    }
    let fonts = Arc::new(fonts);
    for (weight, number) in [(Weight::Regular, 400), (Weight::SemiBold, 600)] {
        for text in [
            "Kazakhstan",
            "Türkiye",
            "Yaoundé, Togo AVATAR",
            "8 May – 24 October 2024",
            "Минск",
            "St Petersburg (5)",
            "哈萨克斯坦",
            "阿拉伯联合酋长国",
            "ألمانيا",
            "المملكة العربية السعودية",
            "ميانمار (بورما)",
            "قمة BRICS في 2024",
        ] {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='99'><text y='50' font-family='{}' \
                 font-weight='{number}' font-size='40'>{text}</text></svg>",
                family(text).name()
            );
            let options = usvg::Options { fontdb: fonts.clone(), ..usvg::Options::default() };
            let tree = usvg::Tree::from_str(&svg, &options).expect("valid");
            let usvg::Node::Text(node) = &tree.root().children()[0] else { panic!("not a text") };
            let (set, measured) = (node.bounding_box().width(), width(text, 40.0, weight));
            assert!((set - measured).abs() < 0.5, "{text}: set {set}, measured {measured}");
        }
    }
}

#[test]
fn every_name_of_a_country_has_its_letters_in_one_bundled_font() {
    let own_names = Language::ALL.map(|language| (language, language.own_name()));
    let countries = Countries::embedded().iter();
    let names = countries.flat_map(|country| {
        let of = move |language: Language| {
            country.names_in(language).into_iter().map(move |name| (language, name))
        };
        Language::ALL.into_iter().flat_map(of)
    });
    let mut set = 0;
    for (language, name) in names.chain(own_names) {
        for weight in Weight::ALL {
            let face = ttf_parser::Face::parse(family(name).font(weight), 0).expect("a font");
            for letter in name.chars() {
                assert!(face.glyph_index(letter).is_some(), "{letter} of {name} ({language:?})");
            }
        }
        let is_latin = name.is_ascii();
        let expected = match language {
            Language::Chinese if !is_latin => Family::NotoSansSc,
            Language::Arabic if !is_latin => Family::NotoSansArabic,
            _ => Family::Inter,
        };
        assert_eq!(family(name), expected, "{name}");
        set += 1;
    }
    assert!(set > 9 * 250, "{set}");
}

#[test]
fn arabic_letters_are_measured_joined() {
    let alone: f32 = "سسسس".chars().map(|letter| width(&letter.to_string(), 40.0, Weight::Regular)).sum();
    let joined = width("سسسس", 40.0, Weight::Regular);
    assert!(joined < 0.9 * alone, "joined {joined}, one by one {alone}");
}

#[test]
fn words_that_run_from_right_to_left_are_laid_in_the_order_they_are_visual_pieces() {
    assert_eq!(visual_pieces("Astana 2024"), ["Astana 2024"]);
    assert_eq!(visual_pieces("المملكة العربية السعودية"), ["المملكة العربية السعودية"]);
    assert_eq!(visual_pieces("ميانمار (بورما)"), ["ميانمار (بورما)"]);
    assert_eq!(visual_pieces("قمة في 2024"), ["2024", "قمة في "]);
    assert_eq!(visual_pieces(""), [""]);
}

// Broken lines

fn points(corners: &[[f32; 2]]) -> Vec<Point> {
    corners.iter().map(|&[x, y]| Point { x, y }).collect()
}

#[test]
fn a_broken_line_begins_with_ink_and_turns_its_corners() {
    let line = points(&[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]]);
    let pieces = dash_pieces(&line, [7.0, 4.0], PAGE);
    assert_eq!(pieces.len(), 2);
    assert_eq!(pieces[0].points, points(&[[0.0, 0.0], [7.0, 0.0]]));
    let [start, end] = pieces[0].shares;
    assert!(start.abs() < 1e-6 && (end - 0.35).abs() < 1e-6);
    assert_eq!(pieces[1].points, points(&[[10.0, 1.0], [10.0, 8.0]]));
    let across_the_corner = dash_pieces(&line, [15.0, 1.0], PAGE);
    assert_eq!(across_the_corner[0].points, points(&[[0.0, 0.0], [10.0, 0.0], [10.0, 5.0]]));
    assert_eq!(across_the_corner[1].points, points(&[[10.0, 6.0], [10.0, 10.0]]));
}

#[test]
fn the_ink_of_a_broken_line_has_the_length_of_its_pattern() {
    let line: Vec<Point> =
        (0..200).map(|i| Point { x: i as f32, y: 100.0 + 30.0 * (i as f32 / 20.0).sin() }).collect();
    let length =
        |line: &[Point]| line.windows(2).map(|p| (p[1].x - p[0].x).hypot(p[1].y - p[0].y)).sum::<f32>();
    let pieces = dash_pieces(&line, [1.5, 3.5], PAGE);
    assert_eq!(pieces.len(), (length(&line) / 5.0).ceil() as usize);
    for piece in &pieces[..pieces.len() - 1] {
        assert!((length(&piece.points) - 1.5).abs() < 1e-2);
    }
    assert!(pieces.is_sorted_by(|a, b| a.shares[1] <= b.shares[0]));
}

#[test]
fn lines_and_patterns_without_length_are_no_trouble() {
    assert_eq!(dash_pieces(&[], [7.0, 4.0], PAGE), []);
    assert_eq!(dash_pieces(&points(&[[1.0, 1.0]]), [7.0, 4.0], PAGE), []);
    assert_eq!(dash_pieces(&points(&[[1.0, 1.0], [1.0, 1.0]]), [7.0, 4.0], PAGE), []);
    let line = points(&[[0.0, 0.0], [0.0, 0.0], [5.0, 0.0]]);
    for pattern in [[0.0, 0.0], [-1.0, 3.0], [f32::NAN, 1.0]] {
        assert_eq!(dash_pieces(&line, pattern, PAGE)[0].points, line);
    }
    assert_eq!(dash_pieces(&line, [7.0, 4.0], PAGE).len(), 1);
}

#[test]
fn dashes_off_the_page_are_left_out_and_those_on_it_stay_where_they_were() {
    let line = points(&[[-50_000.0, 500.0], [50_000.0, 500.0]]);
    let seen = dash_pieces(&line, [7.0, 4.0], PAGE);
    assert!(seen.len() > 90 && seen.len() < 110, "{}", seen.len());
    assert!(seen.iter().all(|piece| piece.points[1].x >= -20.0 && piece.points[0].x <= 1020.0));
    // Distances from the start are whole periods, wherever the page is.
    let from_start = f64::from(seen[0].points[0].x) + 50_000.0;
    assert!((from_start / 11.0 - (from_start / 11.0).round()).abs() < 0.01, "{from_start}");
}

#[test]
fn a_title_wraps_in_any_script() {
    let titles = [
        "上海合作组织成员国元首理事会第二十四次会议在阿斯塔纳举行，各国领导人讨论了地区安全与合作问题。",
        "上海協力機構首脳会議がアスタナで開かれ、各国の指導者が地域の安全保障と経済協力について話し合った。",
        "การประชุมสุดยอดองค์การความร่วมมือเซี่ยงไฮ้จัดขึ้นที่กรุงอัสตานาเมื่อวันที่สี่กรกฎาคม",
        "The leaders of the Shanghai Cooperation Organisation met in Astana, the capital of Kazakhstan",
    ];
    for title in titles {
        let room = 300.0;
        let lines = wrapped(title, 19.0, Weight::SemiBold, room);
        assert!(lines.len() > 1, "{lines:?}");
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(title), "nothing is cut");
        for line in &lines {
            assert!(width(line, 19.0, Weight::SemiBold) <= room, "{line}");
            let first = line.chars().next().expect("no line is empty");
            assert!(!"，。、,.".contains(first), "{line}");
            // A Thai vowel sign or tone mark stays with its letter.
            let is_mark = matches!(first, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
            assert!(!is_mark, "{line}");
        }
    }
    let word = "Donaudampfschifffahrtsgesellschaft";
    let cut = wrapped(word, 19.0, Weight::Regular, 100.0);
    assert!(cut.len() == 1 && cut[0].ends_with('…'), "{cut:?}");
}
