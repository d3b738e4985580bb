//! Whether a file still follows from its data, told by `summitry verify`; and that window and command line
//! write the same bytes.

use std::fs;
use std::path::{Path, PathBuf};
use summitry::document::Document;
use summitry::document::file::write::to_text;
use summitry::drawing::PastDisplay;
use summitry::export::data::{Answered, Data, DataFormat};
use summitry::export::format::Format;
use summitry::export::sheet::Print;
use summitry::export::svg::Letters;
use summitry::export::table::TableFormat;
use summitry::headless::film::{Film, Goal, film};
use summitry::headless::list::{List, list};
use summitry::headless::render::{MapOptions, Render, render};
use summitry::headless::stated::Stated;
use summitry::headless::verify::{Verify, verify};
use summitry::headless::wanted::{Wanted, WantedPage, WantedTime};
use summitry::headless::{Answer, deliver::deliver};
use summitry::import::embedded;
use summitry::meeting::Meeting;
use summitry::meeting::table::Meetings;
use summitry::page::{Below, PageFormat, TextSize};
use summitry::query::calendar::Grain;
use summitry::query::question::filter::Filter;
use summitry::state::{State, Theme};
use summitry::ui::answers::{Answers, Asked};
use summitry::ui::exporting::Exhibit;

fn in_a_folder(test: impl Fn(&Path)) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    test(folder.path());
}

fn rendered(files: Vec<PathBuf>, output: PathBuf, wanted: Wanted) -> Answer {
    let map = MapOptions { files, wanted, size: (640.0, 480.0), ..MapOptions::default() };
    render(Render { map, output, force: true, scale: Some(1.5), letters: Letters::Embedded })
}

fn verified(file: &Path, sources: &[&Path]) -> (u8, String) {
    let sources = sources.iter().map(|source| (*source).to_owned()).collect();
    let answer = verify(&Verify { file: file.to_owned(), sources, stated: Stated::default() });
    let remarks = answer.remarks.join("\n");
    (answer.status, String::from_utf8(answer.out).expect("text") + &remarks)
}

/// A state unlike the one that the program begins with.
fn chosen() -> State {
    let filter =
        Filter { regions: [summitry::gazetteer::region::Region::Africa].into(), ..Filter::default() };
    State { title: "Guests from Africa".to_owned(), theme: Theme::Dark, filter, ..State::default() }
}

#[test]
fn the_window_and_the_command_line_write_the_same_bytes() {
    in_a_folder(|folder| {
        for state in [State { title: "All".to_owned(), ..State::default() }, chosen()] {
            let project = folder.join("talks.summitry");
            let record = embedded().meetings;
            let document = Document::new(record.clone(), Vec::new(), state.clone());
            fs::write(&project, to_text(&document)).expect("it can be written");
            let answers = Answers::of(record, Asked::of(&state));
            let chart = state.chart(&answers.shown.ties);
            let window = Exhibit { answers, state, chart, size: [640.0, 480.0] };
            for format in Format::ALL {
                let output = folder.join("map").with_extension(format.ending());
                let answer = rendered(vec![project.clone()], output, Wanted::default());
                let print = Print { scale: 1.5, ..Print::default() };
                let bytes = window.with(|map| format.write(map, print)).expect("a fair size");
                assert!(answer.out == bytes, "{format:?}");
            }
            for data in Data::ALL {
                for format in DataFormat::all_for(data) {
                    let output = folder.join("data").with_extension(format.ending());
                    let asked = List {
                        files: vec![project.clone()],
                        as_shown: true,
                        what: data,
                        output: Some(output.clone()),
                        force: true,
                        ..List::default()
                    };
                    let answer = list(asked, &mut Vec::new());
                    assert_eq!(answer.status, 0, "{:?}", answer.remarks);
                    let bytes = window.with(|map| Answered::of(map).write(data, format)).expect("it is held");
                    assert!(fs::read(&output).expect("it was written") == bytes, "{data:?} as {format:?}");
                }
            }
        }
    });
}

/// The embedded meetings as a table, one of them changed.
fn table(folder: &Path, name: &str, change: impl Fn(&mut Vec<Meeting>)) -> PathBuf {
    let mut meetings: Vec<Meeting> = embedded().meetings.iter().map(|(_, meeting)| meeting.clone()).collect();
    change(&mut meetings);
    let mut changed = Meetings::default();
    for meeting in meetings {
        changed.push(meeting).expect("their ids differ");
    }
    let path = folder.join(name);
    fs::write(&path, TableFormat::Csv.write(&changed)).expect("it can be written");
    path
}

#[test]
fn a_file_follows_from_its_data_whatever_their_order_and_no_longer_once_a_fact_is_another() {
    in_a_folder(|folder| {
        let same = table(folder, "same.csv", |_| {});
        for format in Format::ALL {
            let map = folder.join("map").with_extension(format.ending());
            assert_eq!(deliver(&rendered(vec![same.clone()], map.clone(), Wanted::default())), 0);
            let (status, said) = verified(&map, &[&same]);
            assert_eq!(status, 0, "{said}");
            assert!(said.contains("follows from the data") && said.contains("to the last byte"), "{said}");
            let turned = table(folder, "turned.csv", |meetings| meetings.reverse());
            let (status, said) = verified(&map, &[&turned]);
            assert_eq!(status, 0, "{said}");
            let changed =
                table(folder, "changed.csv", |meetings| meetings[3].note = "Doubtful".to_owned().into());
            let id = embedded().meetings.get(3).id.to_string();
            let (status, said) = verified(&map, &[&changed]);
            assert_eq!(status, 1, "{said}");
            assert!(said.contains("does not follow") && said.contains(&format!("changed: {id}")), "{said}");
            let fewer = table(folder, "fewer.csv", |meetings| meetings.truncate(24));
            let (status, said) = verified(&map, &[&fewer]);
            assert!(status == 1 && said.contains("2 meetings removed"), "{said}");
        }
    });
}

#[test]
fn a_file_that_was_changed_by_hand_does_not_follow() {
    in_a_folder(|folder| {
        let map = folder.join("map.svg");
        assert_eq!(deliver(&rendered(Vec::new(), map.clone(), Wanted::default())), 0);
        let text = fs::read_to_string(&map).expect("it was written");
        fs::write(&map, text.replace("</svg>", "<circle r=\"9\"/></svg>")).expect("it can be written");
        let (status, said) = verified(&map, &[]);
        assert_eq!(status, 1, "{said}");
        assert!(said.contains("changed after it was written"), "{said}");
        let bare = folder.join("bare.svg");
        fs::write(&bare, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").expect("it can be written");
        let (status, said) = verified(&bare, &[]);
        assert!(status == 2 && said.contains("does not say where it is from"), "{said}");
        let (status, said) = verified(&folder.join("none.svg"), &[]);
        assert!(status == 2 && said.contains("cannot be read"), "{said}");
    });
}

#[test]
fn a_project_that_shows_something_else_now_is_told() {
    in_a_folder(|folder| {
        let map = folder.join("map.pdf");
        assert_eq!(deliver(&rendered(Vec::new(), map.clone(), Wanted::default())), 0);
        let project = folder.join("africa.summitry");
        let document = Document::new(embedded().meetings, Vec::new(), chosen());
        fs::write(&project, to_text(&document)).expect("it can be written");
        let (status, said) = verified(&map, &[&project]);
        assert_eq!(status, 0, "{said}");
        assert!(said.contains("The project shows now: Africa; in the file: everything"), "{said}");
    });
}

#[test]
fn a_file_that_says_nonsense_about_itself_is_met_with_a_sentence() {
    in_a_folder(|folder| {
        let map = folder.join("map.svg");
        assert_eq!(deliver(&rendered(Vec::new(), map.clone(), Wanted::default())), 0);
        let text = fs::read_to_string(&map).expect("it was written");
        let changes = [
            ("&quot;size&quot;:[640.0,480.0]", "&quot;size&quot;:[-1e30,0.0]"),
            ("&quot;scale&quot;:1.5", "&quot;scale&quot;:1e30"),
            ("&quot;format&quot;:&quot;svg&quot;", "&quot;format&quot;:&quot;exe&quot;"),
            ("&quot;version&quot;:", "&quot;version&quot;:-"),
            ("&quot;each&quot;:&quot;", "&quot;each&quot;:&quot;ж"),
            ("&quot;data&quot;:&quot;26-", "&quot;data&quot;:&quot;"),
        ];
        for (before, after) in changes {
            assert!(text.contains(before), "{before}");
            fs::write(&map, text.replace(before, after)).expect("it can be written");
            let (status, said) = verified(&map, &[]);
            assert!(status > 0 && !said.is_empty(), "{after}: {said}");
        }
    });
}

/// Three meetings in three months.
const THREE: &str = "id,date,kind,country,city,participants\n\
    a,2024-05-03,working visit,KAZ,Astana,Viktor Orban|Prime Minister|HUN|guest\n\
    b,2024-06-12,working visit,RUS,Moscow,Viktor Orban|Prime Minister|HUN|guest\n\
    c,2024-07-20,working visit,CHN,Beijing,Viktor Orban|Prime Minister|HUN|guest\n";

/// The pictures of an animated PNG, each laid over the one before, and seconds from one to the next.
fn pictures(file: &[u8]) -> (Vec<Vec<u8>>, f32) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
    let frames = reader.info().animation_control.expect("it is animated").num_frames;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    let mut page = vec![0; 4 * width * height];
    let (mut all, mut delay) = (Vec::new(), 0.0);
    for _ in 0..frames {
        let mut part = vec![0; 4 * width * height];
        let info = reader.next_frame(&mut part).expect("a picture");
        let control = *reader.info().frame_control().expect("it says where it lies");
        delay = f32::from(control.delay_num) / f32::from(control.delay_den);
        let (left, top) = (control.x_offset as usize, control.y_offset as usize);
        for row in 0..info.height as usize {
            let from = &part[4 * info.width as usize * row..4 * info.width as usize * (row + 1)];
            let at = 4 * ((top + row) * width + left);
            page[at..at + from.len()].copy_from_slice(from);
        }
        all.push(page.clone());
    }
    (all, delay)
}

#[test]
fn a_film_of_a_page_has_its_size_and_plays_on_a_map_that_no_table_moves() {
    in_a_folder(|folder| {
        let table = folder.join("trips.csv");
        fs::write(&table, THREE).expect("it can be written");
        let made = |below, to| {
            let format = Some(PageFormat::Story);
            let page = WantedPage { format, text: Some(TextSize::Large), below, ..WantedPage::default() };
            let time = WantedTime { grain: Some(Grain::Month), past: Some(PastDisplay::Cumulative) };
            let wanted = Wanted { page, time, ..Wanted::default() };
            let map = MapOptions { files: vec![table.clone()], wanted, ..MapOptions::default() };
            film(Film { map, to, force: true, scale: Some(0.2), per_second: 5 })
        };
        let header = |bytes: &[u8]| {
            let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
            let info = reader.info();
            (info.width, info.height, info.pixel_dims.map(|dims| dims.xppu))
        };
        // A fifth of 1080 by 1350, and of 72 to an inch.
        let expected = (216, 270, Some(567));
        let of = |below| {
            let file = folder.join("film.png");
            let answer = made(below, Goal::File(file.clone()));
            assert_eq!(answer.status, 0, "{:?}", answer.remarks);
            assert_eq!(verified(&file, &[&table]).0, 0);
            let bytes = fs::read(&file).expect("it was written");
            assert_eq!(header(&bytes), expected);
            pictures(&bytes).0
        };
        assert!(of(Some(Below::Table)) == of(Some(Below::Nothing)));
        let frames = folder.join("pictures");
        let answer = made(None, Goal::Folder(frames.clone()));
        assert_eq!(answer.status, 0, "{:?}", answer.remarks);
        assert_eq!(header(&fs::read(frames.join("frame-0001.png")).expect("it was written")), expected);
    });
}

#[test]
fn a_film_plays_through_the_windows_of_the_timeline_and_follows_from_its_data() {
    in_a_folder(|folder| {
        let table = folder.join("trips.csv");
        fs::write(&table, THREE).expect("it can be written");
        let wanted = |past| Wanted {
            time: WantedTime { grain: Some(Grain::Month), past: Some(past) },
            ..Wanted::default()
        };
        let made = |to: Goal, past| {
            let map = MapOptions {
                files: vec![table.clone()],
                wanted: wanted(past),
                size: (400.0, 300.0),
                ..MapOptions::default()
            };
            film(Film { map, to, force: true, scale: Some(1.0), per_second: 5 })
        };
        let file = folder.join("film.png");
        let answer = made(Goal::File(file.clone()), PastDisplay::Cumulative);
        assert_eq!(answer.status, 0, "{:?}", answer.remarks);
        let (seen, delay) = pictures(&fs::read(&file).expect("it was written"));
        assert_eq!((seen.len(), delay), (3, 0.2));
        assert!(seen[0] != seen[1] && seen[1] != seen[2], "something happens in each month");
        let (status, said) = verified(&file, &[&table]);
        assert_eq!(status, 0, "{said}");
        // One by one they are the same pictures, and each is the map of its window.
        let frames = folder.join("pictures");
        let answer = made(Goal::Folder(frames.clone()), PastDisplay::Cumulative);
        assert!(
            answer.remarks.iter().any(|line| line.contains("ffmpeg -framerate 5 ")),
            "{:?}",
            answer.remarks
        );
        for (number, expected) in seen.iter().enumerate() {
            let bytes =
                fs::read(frames.join(format!("frame-{:04}.png", number + 1))).expect("it was written");
            let mut reader = png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a PNG");
            let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
            reader.next_frame(&mut pixels).expect("whole");
            assert!(pixels == *expected, "picture {number}");
        }
        let none = film(Film {
            map: MapOptions { size: (400.0, 300.0), ..MapOptions::default() },
            to: Goal::File(folder.join("film.gif")),
            force: true,
            scale: None,
            per_second: 4,
        });
        assert!(none.status == 2 && none.remarks[0].contains(".apng"), "{:?}", none.remarks);
    });
}
