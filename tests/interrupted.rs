//! Every kind of write, refused at each of its steps and killed at any moment: the old file or the new one is
//! whole.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use summitry::disk::{self, Step};
use summitry::document::Document;
use summitry::document::file::open::open;
use summitry::document::file::save::{Over, save};
use summitry::document::recovery::{About, Recovered, Recovery, found};
use summitry::document::settings::{MOST_RECENT, load, remember};
use summitry::export::format::Format;
use summitry::export::listing::{Form, listing};
use summitry::globe::chart::Chart;
use summitry::headless::deliver::deliver;
use summitry::headless::{Answer, ToFile};
use summitry::import;
use summitry::meeting::Meeting;
use summitry::meeting::table::Meetings;
use summitry::state::State;
use summitry::ui::answers::{Answers, Asked};
use summitry::ui::effect::Export;
use summitry::ui::exporting::{Exhibit, Exported, Order, export, save_window};
use summitry::work::{Job, Polled};

/// A disk that refuses one step, and all that come after it.
#[derive(Clone)]
pub struct Broken {
    number: usize,
    /// How many steps were asked for.
    asked: Arc<AtomicUsize>,
    /// The place of the refused step in [`STEPS`], and one more; 0 while there is none.
    refused: Arc<AtomicUsize>,
}

const STEPS: [Step; 6] = [Step::Make, Step::Rights, Step::Write, Step::Sync, Step::Rename, Step::SyncFolder];

impl Broken {
    /// One that refuses the step of a number, counted from 0.
    pub fn at(number: usize) -> Self {
        Self { number, asked: Arc::default(), refused: Arc::default() }
    }

    /// What is asked before each step.
    pub fn lets(&self) -> impl FnMut(Step) -> io::Result<()> + Send + 'static {
        let Self { number, asked, refused } = self.clone();
        move |step| {
            if asked.fetch_add(1, Ordering::SeqCst) < number {
                return Ok(());
            }
            let place = STEPS.iter().position(|one| *one == step).expect("all steps are in the list");
            let _ = refused.compare_exchange(0, place + 1, Ordering::SeqCst, Ordering::SeqCst);
            Err(io::Error::other("the disk is gone"))
        }
    }

    /// The first step that was refused; `None` if it did not come so far.
    pub fn refused(&self) -> Option<Step> {
        self.refused.load(Ordering::SeqCst).checked_sub(1).map(|place| STEPS[place])
    }
}

/// The kinds of files that the program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Project,
    Recovery,
    Settings,
    /// The meetings as CSV, as a window writes them.
    Table,
    /// A picture of the command line.
    Picture,
    /// A picture of the map in a window.
    Map,
    /// A picture of the window itself.
    Screenshot,
}

impl Written {
    const ALL: [Self; 7] = [
        Self::Project,
        Self::Recovery,
        Self::Settings,
        Self::Table,
        Self::Picture,
        Self::Map,
        Self::Screenshot,
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| format!("{one:?}") == name)
    }

    /// The file in its folder.
    fn path(self, folder: &Path) -> PathBuf {
        folder.join(match self {
            Self::Project => "trips.summitry",
            Self::Recovery => "window-1.summitry",
            Self::Settings => "settings.json",
            Self::Table => "trips.csv",
            Self::Picture | Self::Map => "map.svg",
            Self::Screenshot => "window.png",
        })
    }

    /// Writes the version of a number over whatever is there, with a disk that is asked first. Says why it
    /// could not.
    fn write(self, folder: &Path, number: usize, lets: Lets) -> Result<(), String> {
        let path = self.path(folder);
        match self {
            Self::Project => {
                let document = document(number);
                disk::asking(lets, || save(&path, &document, Over::Anything))
                    .map(drop)
                    .map_err(|why| format!("{why:?}"))
            }
            Self::Recovery => {
                // A copy that a crashed window left is taken over.
                let started = || Recovery::start(folder).map_err(|why| why.to_string());
                let mut recovery =
                    if path.exists() { left_in(folder).remove(0).take_over().0 } else { started()? };
                let about = About { path: number.to_string(), ..About::default() };
                let writing =
                    recovery.due(&document(number), about, Instant::now()).expect("the first is due");
                disk::asking(lets, || writing.run()).map_err(|why| why.to_string())
            }
            Self::Settings => disk::asking(lets, || {
                remember(folder, |settings| {
                    settings.recent =
                        (0..MOST_RECENT).map(|one| PathBuf::from(format!("/{number}/{one}"))).collect();
                })
            })
            .map_err(|why| why.to_string()),
            Self::Table => {
                let table = table(number);
                let text = listing(&table, &(0..table.len()).collect::<Vec<_>>(), Form::Csv);
                disk::asking(lets, || disk::write(&path, text.as_bytes(), disk::Replace::AnyFile))
                    .map_err(|why| why.to_string())
            }
            Self::Picture => {
                let out = picture(number);
                let to = ToFile { path, format: Format::Svg, force: true };
                let answer = Answer { out, file: Some(to), ..Answer::default() };
                match disk::asking(lets, || deliver(&answer)) {
                    0 => Ok(()),
                    status => Err(format!("status {status}")),
                }
            }
            Self::Map => export_map(path, number, lets),
            Self::Screenshot => {
                let size = [64 + number % 64, 64];
                let image = egui::ColorImage::filled(size, egui::Color32::from_gray(7));
                disk::asking(lets, || save_window(&image, &path, disk::Replace::AnyFile)).map(drop)
            }
        }
    }

    /// The number of the version that lies in the folder, whole; `None` if there is none. Panics at anything
    /// else.
    fn read(self, folder: &Path) -> Option<usize> {
        let path = self.path(folder);
        if !path.exists() {
            return None;
        }
        Some(match self {
            Self::Project | Self::Recovery => number_of(&open(&path).expect("it is whole").0.document),
            Self::Settings => {
                let (settings, remark) = load(folder);
                assert!(remark.is_none(), "{remark:?}");
                let of = |path: &PathBuf| path.iter().nth(1).and_then(|part| part.to_str()?.parse().ok());
                let numbers: BTreeSet<usize> = settings.recent.iter().filter_map(of).collect();
                assert_eq!((settings.recent.len(), numbers.len()), (MOST_RECENT, 1), "{:?}", settings.recent);
                *numbers.first().expect("there is one")
            }
            Self::Table => {
                let import =
                    import::files(&[&path], &summitry::import::instructions::Instructions::default());
                assert_eq!((import.meetings.len(), import.problems.count()), (27, 0));
                number_of_table(&import.meetings)
            }
            Self::Picture => {
                let bytes = fs::read(&path).expect("it is there");
                assert!(bytes.iter().all(|byte| *byte == bytes[0]), "a mixture");
                let number = bytes.len() - LONG;
                assert_eq!(picture(number), bytes);
                number
            }
            Self::Map => {
                let text = fs::read_to_string(&path).expect("it is text");
                assert!(
                    text.starts_with("<svg ") && text.trim_end().ends_with("</svg>"),
                    "a part of a picture"
                );
                let title = text
                    .split("Version ")
                    .nth(1)
                    .and_then(|rest| rest.split(|one: char| !one.is_ascii_digit()).next());
                title.and_then(|number| number.parse().ok()).expect("its title has its number")
            }
            Self::Screenshot => {
                let mut reader =
                    png::Decoder::new(io::BufReader::new(fs::File::open(&path).expect("it is there")))
                        .read_info()
                        .expect("it is whole");
                let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
                let info = reader.next_frame(&mut pixels).expect("it is whole");
                reader.finish().expect("it is whole");
                info.width as usize - 64
            }
        })
    }
}

type Lets = Box<dyn FnMut(Step) -> io::Result<()> + Send>;

fn anything() -> Lets {
    Box::new(|_| Ok(()))
}

/// Bytes of a picture, besides its number: more than the disk writes at once.
const LONG: usize = 300_000;

fn picture(number: usize) -> Vec<u8> {
    vec![b'a' + (number % 26) as u8; LONG + number]
}

/// The shipped meetings, with a number in every row.
fn table(number: usize) -> Meetings {
    let record = import::embedded().meetings;
    let note = |(row, meeting): (usize, &Meeting)| {
        (row, Meeting { note: number.to_string().into(), ..meeting.clone() })
    };
    let mut table = record.with(record.iter().map(note).collect());
    let last = Meeting { id: summitry::meeting::identity::MeetingId::new("last"), ..table.get(0).clone() };
    table.push(last).expect("its id is its own");
    table
}

fn document(number: usize) -> Document {
    let state = State { title: number.to_string(), ..State::default() };
    Document::new(table(number), Vec::new(), state)
}

fn number_of_table(table: &Meetings) -> usize {
    let notes: BTreeSet<&str> = table.iter().map(|(_, one)| one.note.as_str()).collect();
    assert_eq!(notes.len(), 1, "a mixture");
    notes.first().and_then(|note| note.parse().ok()).expect("a note is a number")
}

fn number_of(document: &Document) -> usize {
    assert_eq!(document.record.len(), 27);
    let number = number_of_table(&document.record);
    assert_eq!(document.state.title, number.to_string());
    number
}

/// Exports the map as a window does: in a job, over the file that is there.
fn export_map(path: PathBuf, number: usize, lets: Lets) -> Result<(), String> {
    let state = State { title: format!("Version {number}"), ..State::default() };
    let answers = Answers::of(import::embedded().meetings, Asked::of(&state));
    let exhibit = Exhibit { answers, state, chart: Chart::default(), size: [400.0, 300.0] };
    let order = Order { what: Export::Map(Format::Svg), scale: 1.0, path, may_replace: true };
    let job = Job::start(|| {}, move |worker| disk::asking(lets, || export(worker, &exhibit, order)));
    loop {
        match job.poll() {
            Polled::Done(Ok(Exported::Done(_))) => return Ok(()),
            Polled::Done(Ok(other)) => panic!("{other:?}"),
            Polled::Done(Err(why)) => return Err(why),
            Polled::Lost => panic!("the job panicked"),
            Polled::Working => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

/// What crashed windows left. For a moment after this process has started another one, that one still has its
/// locks.
fn left_in(folder: &Path) -> Vec<Recovered> {
    for _ in 0..500 {
        let left = found(folder).expect("the folder can be read");
        if !left.is_empty() {
            return left;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    panic!("nothing was left")
}

/// The files in a folder; a window's lock is none that anybody reads.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("it can be listed");
    let names =
        entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned());
    names.filter(|name| !(name.starts_with("window-") && name.contains(".lock"))).collect()
}

fn left_behind(folder: &Path) -> usize {
    names(folder).iter().filter(|name| name.starts_with(".summitry-")).count()
}

#[test]
fn whichever_step_of_any_write_is_refused_the_old_file_or_the_new_one_is_whole() {
    for written in Written::ALL {
        for has_old in [true, false] {
            let steps = (0..).map_while(|number| write_refused(written, has_old, number));
            let expected = STEPS.into_iter().filter(|step| has_old || *step != Step::Rights);
            assert_eq!(steps.collect::<BTreeSet<Step>>(), expected.collect(), "{written:?}");
        }
    }
}

/// Writes with a disk that refuses the step of a number; the step, if there are so many.
fn write_refused(written: Written, has_old: bool, number: usize) -> Option<Step> {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let folder = folder.path();
    if has_old {
        written.write(folder, 1, anything()).expect("the folder can be written");
    }
    let (before, disk) = (names(folder), Broken::at(number));
    let result = written.write(folder, 2, Box::new(disk.lets()));
    assert_eq!(result.is_err(), disk.refused().is_some(), "{written:?}: {result:?}");
    if let Err(why) = &result {
        assert!(why.contains("the disk is gone") || written == Written::Picture, "{written:?}: {why}");
    }
    expect_whole(written, folder, disk.refused(), has_old, &before);
    disk.refused()
}

/// What lies in the folder after a step was refused.
fn expect_whole(
    written: Written,
    folder: &Path,
    refused: Option<Step>,
    has_old: bool,
    before: &BTreeSet<String>,
) {
    let now = match refused {
        None | Some(Step::SyncFolder) => Some(2),
        Some(Step::Make | Step::Rights | Step::Write | Step::Sync | Step::Rename) => has_old.then_some(1),
    };
    assert_eq!(written.read(folder), now, "{written:?}, {refused:?}");
    if now == has_old.then_some(1) {
        assert_eq!(&names(folder), before, "{written:?}: {refused:?} leaves nothing behind");
    }
    assert_eq!(left_behind(folder), 0, "{written:?}, {refused:?}");
}

#[test]
fn a_project_that_was_written_but_not_confirmed_can_be_saved_again() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("trips.summitry");
    let known = save(&path, &document(1), Over::Nothing).expect("the folder can be written");
    let refuses = |step| if step == Step::SyncFolder { Err(io::Error::other("gone")) } else { Ok(()) };
    disk::asking(refuses, || save(&path, &document(2), Over::Known(known))).expect_err("it is not confirmed");
    save(&path, &document(2), Over::Known(known)).expect("it is there, as it should be");
    assert_eq!(number_of(&open(&path).expect("it is whole").0.document), 2);
}

/// What the process that is killed writes, and where.
const WRITES: &str = "SUMMITRY_TEST_WRITES";
const WRITES_TO: &str = "SUMMITRY_TEST_WRITES_TO";
/// Set in the process that kills the writers.
const KILLS: &str = "SUMMITRY_TEST_KILLS";

/// The test below once more, in a process of its own.
fn once_more() -> Command {
    let name = "interrupted::a_writer_that_is_killed_at_any_moment_leaves_a_whole_file_and_nothing_for_long";
    let mut test = Command::new(std::env::current_exe().expect("a test has a program"));
    test.args(["--exact", name, "--test-threads=1", "--nocapture"]);
    test
}

/// A process that writes one version after the other until it is killed.
fn writer(written: Written, folder: &Path) -> Child {
    once_more()
        .env(WRITES, format!("{written:?}"))
        .env(WRITES_TO, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the test's own program can be started")
}

fn write_until_killed(written: Written, folder: &Path) -> ! {
    for number in 2.. {
        written.write(folder, number, anything()).expect("the folder can be written");
    }
    unreachable!("it is killed long before")
}

#[test]
fn a_writer_that_is_killed_at_any_moment_leaves_a_whole_file_and_nothing_for_long() {
    if let (Some(written), Some(folder)) = (std::env::var(WRITES).ok(), std::env::var_os(WRITES_TO)) {
        // This is the process that is killed.
        write_until_killed(Written::named(&written).expect("it was given a name"), Path::new(&folder));
    }
    if std::env::var_os(KILLS).is_none() {
        // Each process that is started holds the locks of this one for a moment, which other tests would
        // notice.
        let killing = once_more().env(KILLS, "yes").output().expect("the test's own program can be started");
        assert!(killing.status.success(), "{}", String::from_utf8_lossy(&killing.stderr));
        return;
    }
    // Moments by chance, the same ones in every run: the linear congruence of Knuth's MMIX.
    let mut chance: u64 = 2024;
    let mut moment = || {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_micros((chance >> 33) % 12_000)
    };
    let mut were_left = 0;
    for (written, times) in KILLED {
        were_left += kill(written, times, &mut moment);
    }
    assert!(were_left > 0, "some were killed in the middle of a write");
}

/// Of each of these, so many are killed: 200 in all.
const KILLED: [(Written, usize); 4] =
    [(Written::Project, 60), (Written::Recovery, 50), (Written::Settings, 40), (Written::Picture, 50)];

/// Kills writers of one kind, and says how many left a file beside.
fn kill(written: Written, times: usize, moment: &mut impl FnMut() -> Duration) -> usize {
    let mut were_left = 0;
    let folder = tempfile::tempdir().expect("a folder can be made");
    let folder = folder.path();
    for _ in 0..times {
        written.write(folder, 1, anything()).expect("the folder can be written");
        let mut writer = writer(written, folder);
        let give_up = Instant::now() + Duration::from_mins(1);
        while written.read(folder) == Some(1) && Instant::now() < give_up {
            std::thread::sleep(Duration::from_micros(300));
        }
        std::thread::sleep(moment());
        assert!(writer.try_wait().expect("it can be asked").is_none(), "it writes until it is killed");
        writer.kill().expect("it runs");
        writer.wait().expect("it was killed");
        let number = written.read(folder).expect("there is a file at every moment");
        assert!(number > 1, "{written:?}: it had begun");
        assert!(left_behind(folder) < 2, "the next writer clears what the one before left");
        were_left += left_behind(folder);
    }
    // The next start.
    written.write(folder, 1, anything()).expect("the folder can be written");
    assert_eq!((written.read(folder), left_behind(folder)), (Some(1), 0), "{written:?}");
    were_left
}
