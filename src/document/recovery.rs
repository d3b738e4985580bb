//! Recovery: a copy of a window's unsaved work, and the copies that crashed windows left behind.
//!
//! Each window owns one number in the recovery folder. `window-3.lock` is locked by the system for as long as
//! the window lives, however it ends; `window-3.summitry` is its copy, a project file with one more field,
//! `recovery`, and is there only while the window has unsaved work. A copy whose lock is free was left by a
//! window that crashed.
//!
//! Lock files are empty, are used again and are never removed: a file that is removed while somebody else
//! opens it would let two windows own one number.

use super::Document;
use super::file::ReadOnly;
use super::file::open::{OpenError, open};
use super::file::write::to_text;
use crate::disk::{self, NotWritten, Replace};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// How long a change waits for its copy at most, so that with the time of writing less than five seconds are
/// lost.
pub const EVERY: Duration = Duration::from_secs(4);

/// How many windows can be open, or have left a copy, at a time.
const MOST_WINDOWS: u32 = 1000;

/// The name of the field that a copy has besides those of a project file.
const FIELD: &str = "recovery";

/// Why there is no recovery.
#[derive(Debug)]
pub enum RecoveryError {
    /// The folder cannot be made, read or locked in.
    Folder(PathBuf, io::Error),
    /// There are too many copies in it.
    Full(PathBuf),
    /// The copy cannot be written.
    NotWritten(NotWritten),
    /// The copy cannot be removed.
    NotRemoved(PathBuf, io::Error),
}

/// What a copy says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// The project file that the work belongs to; empty if it has none yet.
    pub path: String,
    /// How many steps it is ahead of that file, if that is known.
    pub steps: Option<usize>,
    /// What that file held when it was read or written last, as a project file writes a fingerprint; empty if
    /// it has none.
    pub held: String,
    /// Why that file must not be written over.
    pub read_only: Option<ReadOnly>,
}

/// The recovery of one window. Dropping it without [`Self::close`] leaves the copy for the next start.
#[derive(Debug)]
pub struct Recovery {
    lock: File,
    copy: Arc<Copy>,
    /// When the last copy was asked for.
    asked: Option<Instant>,
    /// What the copy holds once it is written; `None` if there is none.
    copied: Option<Document>,
}

/// The copy's file, and which job on it is still wanted. Asking never waits for the disk.
#[derive(Debug)]
struct Copy {
    path: PathBuf,
    /// Held while a job works on the file.
    file: Mutex<()>,
    /// The number of the last job that was asked for. Earlier ones come too late.
    wanted: AtomicU64,
    /// Whether the last writing failed.
    failed: AtomicBool,
}

/// A copy that is to be written, on any thread.
#[derive(Debug)]
pub struct Writing {
    document: Document,
    about: About,
    copy: Arc<Copy>,
    number: u64,
}

/// A copy that is to be removed, on any thread.
#[derive(Debug)]
pub struct Removing {
    copy: Arc<Copy>,
    number: u64,
}

impl Recovery {
    /// Takes a number of its own in the folder, which is made if it is not there.
    pub fn start(folder: &Path) -> Result<Self, RecoveryError> {
        let failed = |error| RecoveryError::Folder(folder.to_owned(), error);
        made_for_the_user_alone(folder).map_err(failed)?;
        for number in 1..=MOST_WINDOWS {
            let Some(lock) = locked(folder, number).map_err(failed)? else { continue };
            let path = copy_path(folder, number);
            // What a crashed window left is kept until somebody decides about it.
            if !fs::exists(&path).map_err(failed)? {
                return Ok(Self::on(lock, path));
            }
        }
        Err(RecoveryError::Full(folder.to_owned()))
    }

    fn on(lock: File, path: PathBuf) -> Self {
        let copy =
            Copy { path, file: Mutex::new(()), wanted: AtomicU64::new(0), failed: AtomicBool::new(false) };
        Self { lock, copy: Arc::new(copy), asked: None, copied: None }
    }

    /// The copy to be written now, if one is due: the last one holds another document or was not written, and
    /// was asked for long enough ago. To be asked while there is unsaved work. `now` is the caller's; time
    /// only goes forward.
    pub fn due(&mut self, document: &Document, about: About, now: Instant) -> Option<Writing> {
        let is_early = self.asked.is_some_and(|asked| now.saturating_duration_since(asked) < EVERY);
        let is_written = !self.copy.failed.load(Ordering::Acquire) && self.copied.as_ref() == Some(document);
        if is_early || is_written {
            return None;
        }
        self.asked = Some(now);
        self.copied = Some(document.clone());
        self.copy.failed.store(false, Ordering::Release);
        let number = self.copy.next_job();
        Some(Writing { document: document.clone(), about, copy: self.copy.clone(), number })
    }

    /// The copy's removal: the work was saved, taken back or is not wanted. Earlier writings are void from
    /// now on.
    #[must_use]
    pub fn saved(&mut self) -> Removing {
        self.copied = None;
        self.copy.failed.store(false, Ordering::Release);
        Removing { copy: self.copy.clone(), number: self.copy.next_job() }
    }

    /// Ends recovery with nothing left to recover. Waits for a writing that is under way.
    pub fn close(mut self) -> Result<(), RecoveryError> {
        self.saved().run()?;
        // Closing the file would do; a failure means that the lock was lost before.
        let _ = self.lock.unlock();
        Ok(())
    }
}

impl Copy {
    fn next_job(&self) -> u64 {
        self.wanted.fetch_add(1, Ordering::AcqRel) + 1
    }

    /// Works on the file, alone, unless a later job was asked for.
    fn job(
        &self,
        number: u64,
        work: impl FnOnce(&Path) -> Result<(), RecoveryError>,
    ) -> Result<(), RecoveryError> {
        // After a panic the file is as whole as before.
        let _alone = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if self.wanted.load(Ordering::Acquire) == number { work(&self.path) } else { Ok(()) }
    }
}

impl Writing {
    /// Writes the copy, whole or not at all, unless a later one was asked for or the work was saved
    /// meanwhile.
    pub fn run(self) -> Result<(), RecoveryError> {
        let Self { mut document, about, copy, number } = self;
        let about = serde_json::to_value(about).expect("plain values become JSON");
        Arc::make_mut(&mut document.unknown).top.insert(FIELD.to_owned(), about);
        let text = to_text(&document);
        copy.job(number, |path| {
            let written = disk::write(path, text.as_bytes(), Replace::AnyFile);
            copy.failed.store(written.is_err(), Ordering::Release);
            written.map_err(RecoveryError::NotWritten)
        })
    }
}

impl Removing {
    /// Removes the copy, unless a later one was asked for.
    pub fn run(self) -> Result<(), RecoveryError> {
        let Self { copy, number } = self;
        copy.job(number, removed)
    }
}

/// Work that a crashed window left. While this value lives, no other window is offered it.
#[derive(Debug)]
pub struct Recovered {
    /// The copy's file.
    pub path: PathBuf,
    /// When it was written, if the system says so.
    pub written: Option<SystemTime>,
    /// What it holds; or why that cannot be read, in which case the file stays until it is discarded.
    pub work: Result<Work, OpenError>,
    lock: File,
}

/// What a copy holds.
#[derive(Clone, Debug)]
pub struct Work {
    /// The document as it was.
    pub document: Document,
    /// What it belongs to.
    pub about: About,
}

/// What crashed windows left in a folder, oldest number first. A folder that is not there holds nothing.
pub fn found(folder: &Path) -> Result<Vec<Recovered>, RecoveryError> {
    let failed = |error| RecoveryError::Folder(folder.to_owned(), error);
    let names = match fs::read_dir(folder) {
        Ok(names) => names,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let names = names.collect::<io::Result<Vec<_>>>().map_err(failed)?;
    let mut numbers: Vec<u32> = names.iter().filter_map(|name| number_of(&name.path())).collect();
    numbers.sort_unstable();
    let mut found = Vec::new();
    for number in numbers {
        let Some(lock) = locked(folder, number).map_err(failed)? else { continue };
        let path = copy_path(folder, number);
        // Another window may have decided about it between the listing and the lock.
        let Ok(about) = fs::metadata(&path) else { continue };
        found.push(Recovered { written: about.modified().ok(), work: work(&path), path, lock });
    }
    Ok(found)
}

fn work(path: &Path) -> Result<Work, OpenError> {
    let (opened, _) = open(path)?;
    let mut document = opened.document;
    let about = Arc::make_mut(&mut document.unknown).top.remove(FIELD);
    // A copy that does not say what it belongs to is still somebody's work.
    let about = about.and_then(|about| serde_json::from_value(about).ok()).unwrap_or_default();
    Ok(Work { document, about })
}

impl Recovered {
    /// Removes the copy for good: the work was taken over and saved, or is not wanted.
    pub fn discard(self) -> Result<(), RecoveryError> {
        removed(&self.path)?;
        let _ = self.lock.unlock();
        Ok(())
    }

    /// Takes the copy over as the recovery of this window, so that the work stays recoverable while it is not
    /// saved.
    pub fn take_over(self) -> (Recovery, Result<Work, OpenError>) {
        let Self { path, written: _, work, lock } = self;
        (Recovery::on(lock, path), work)
    }
}

/// Makes the folder, if it is not there, so that nobody else reads the copies: they may hold what is not
/// published yet.
fn made_for_the_user_alone(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// The lock of a number, if it is free.
fn locked(folder: &Path, number: u32) -> io::Result<Option<File>> {
    let path = folder.join(format!("window-{number}.lock"));
    let file = File::options().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn copy_path(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("window-{number}.summitry"))
}

/// The number in the name of a copy.
fn number_of(path: &Path) -> Option<u32> {
    let number = path.file_name()?.to_str()?.strip_prefix("window-")?.strip_suffix(".summitry")?;
    number.parse().ok()
}

fn removed(path: &Path) -> Result<(), RecoveryError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(RecoveryError::NotRemoved(path.to_owned(), error))
        }
        _ => Ok(()),
    }
}
