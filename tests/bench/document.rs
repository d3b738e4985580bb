//! How long saving, opening and editing a document of 100,000 meetings takes. `cargo bench --bench document`

use std::time::{Duration, Instant};
use summitry::document::Document;
use summitry::document::edit::{Edit, FieldValue};
use summitry::document::file::open::open;
use summitry::document::file::save::{Over, save};
use summitry::document::history::{History, Home};
use summitry::document::recovery::{About, EVERY, Recovery};
use summitry::import;
use summitry::meeting::Meeting;
use summitry::meeting::identity::MeetingId;
use summitry::meeting::table::Meetings;
use summitry::state::State;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: usize = 100_000;
const TIMES: usize = 5;

fn main() {
    let document = Document::new(many(), Vec::new(), State::default());
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = folder.path().join("many.summitry");
    measure("save (with fsync)", || {
        save(&path, &document, Over::Anything).expect("the folder can be written");
    });
    let bytes = std::fs::metadata(&path).expect("it was written").len();
    println!("{} rows, {:.1} MB", document.record.len(), bytes as f64 / 1e6);
    measure("open", || assert_eq!(open(&path).expect("it is whole").0.document.record.len(), ROWS));
    let mut history = History::new(document, Home::default());
    let mut number = 0;
    let mut set = |history: &mut History| {
        number += 1;
        let meetings = vec![MeetingId::new("50000")];
        let value = FieldValue::Note(number.to_string().into());
        history.apply(Edit::Set { meetings, value }, None).expect("the meeting is there");
    };
    measure("edit", || set(&mut history));
    measure("undo", || assert!(history.undo()));
    measure("add", || {
        let meeting = history.document().record.get(0).clone();
        history.apply(Edit::Add(Box::new(meeting)), None).expect("its date and place are sound");
    });
    measure("remove", || {
        let first = history.document().record.get(0).id.clone();
        history.apply(Edit::Remove(vec![first]), None).expect("it is there");
    });
    let mut recovery = Recovery::start(folder.path()).expect("the folder can be written");
    let mut now = Instant::now();
    let mut writings = Vec::new();
    measure("edit and ask for a copy, in the frame", || {
        set(&mut history);
        now += EVERY;
        writings.extend(recovery.due(history.document(), About::default(), now));
    });
    let last = writings.pop().expect("each was due");
    let started = Instant::now();
    last.run().expect("the folder can be written");
    println!("{:<40} {:>9.2} ms", "the copy, in the background", in_milliseconds(started.elapsed()));
}

/// The embedded meetings again and again.
fn many() -> Meetings {
    let embedded = import::embedded().meetings;
    let mut many = Meetings::default();
    for number in 0..ROWS {
        let meeting = embedded.get(number % embedded.len()).clone();
        let id = MeetingId::new(&number.to_string());
        many.push(Meeting { id, ..meeting }).expect("its number is its own");
    }
    many
}

fn measure(what: &str, mut work: impl FnMut()) {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let [median, worst] = [times[TIMES / 2], times[TIMES - 1]].map(in_milliseconds);
    println!("{what:<40} {median:>9.2} ms, at worst {worst:>9.2} ms");
}

fn in_milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
