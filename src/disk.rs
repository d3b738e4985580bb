//! The thin edge to the disk: bytes into a file, whole or not at all.
//!
//! A file is written beside its place under a name of its own and then renamed, so that at every moment the
//! old file or the new one is there, whole. What a reader of the disk can rely on:
//!
//! - The file beside is new, with a random name (`.summitry-` and eight letters or digits); nothing else that
//!   lies there is touched. A process that is killed leaves it behind, and the next write into the folder
//!   removes it: the file is locked for as long as its writer lives.
//! - Its bytes are on the disk before it takes the name, and the folder's entry after it.
//! - A link stays a link: the file that it leads to is replaced. Another hard link to the old file keeps the
//!   old bytes.
//! - The new file has the rights of the old one. A read-only file is not replaced.
//! - A device or a pipe is never replaced: [`write`] refuses it, [`pour`] writes into it.

use std::cell::RefCell;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use tempfile::NamedTempFile;

/// The path that a text names, as a user types it: `~` is the home folder.
#[must_use]
pub fn typed(text: &str) -> PathBuf {
    let text = text.trim();
    let below_home =
        text.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', MAIN_SEPARATOR]));
    match below_home.zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest.trim_start_matches(['/', MAIN_SEPARATOR])),
        None => PathBuf::from(text),
    }
}

/// Which files a write may replace.
#[derive(Clone, Copy, Debug)]
pub enum Replace {
    /// None: it makes a new file.
    Nothing,
    /// An empty file, or one whose first bytes (at most [`START`]) the function recognises.
    Recognised(fn(&[u8]) -> bool),
    /// Every file that is not read-only.
    AnyFile,
}

/// How many bytes of a file tell what it is.
pub const START: usize = 1024;

/// A file that lies where one is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its first bytes, at most [`START`].
    pub start: Vec<u8>,
    /// How long it is, in bytes.
    pub length: u64,
}

/// A step of a write, in order. [`Step::Write`] comes once for each part of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Making the file beside.
    Make,
    /// Giving it the old file's rights.
    Rights,
    /// Writing a part of the bytes.
    Write,
    /// Waiting until they are on the disk.
    Sync,
    /// Giving it the name.
    Rename,
    /// Waiting until the name is on the disk.
    SyncFolder,
}

/// Why a file was not written.
#[derive(Debug)]
pub struct NotWritten {
    /// The file, as it was named.
    pub path: PathBuf,
    /// The reason.
    pub why: Why,
}

/// The reasons why a file is not written.
#[derive(Debug)]
pub enum Why {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder takes no new file, so that the old one could not be replaced safely.
    FolderIsClosed(PathBuf),
    /// It is a folder itself.
    IsFolder,
    /// It is a device, a pipe or a socket.
    IsNoFile,
    /// It is read-only.
    IsReadOnly,
    /// There is a file already, which may not be replaced.
    Exists(Found),
    /// The name has more bytes than the disk takes.
    NameTooLong,
    /// The system refused a step.
    Failed(Step, io::Error),
    /// The system does not say what lies there.
    NotSeen(io::Error),
}

/// What the program itself finds odd about a path, where the system would go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// It is a folder, a device or a pipe.
    NoFile,
    /// It is a link that leads back to itself.
    LinksInCircle,
}

impl std::error::Error for Oddity {}

/// What lies where a file is to be written, if anything does; for a question before it is replaced.
pub fn found(path: &Path) -> Result<Option<Found>, NotWritten> {
    let found = place(path).and_then(|place| place.old.map(|_| start_of(&place.path)).transpose());
    found.map_err(|why| NotWritten { path: path.to_owned(), why })
}

/// Whether a write would be refused, as far as that can be told before there is anything to write.
pub fn check(path: &Path, replace: Replace) -> Result<(), NotWritten> {
    let checked = place(path).and_then(|place| may_replace(&place, replace));
    checked.map_err(|why| NotWritten { path: path.to_owned(), why })
}

/// Writes a file, whole or not at all.
pub fn write(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), NotWritten> {
    let written = place(path).and_then(|place| {
        may_replace(&place, replace)?;
        put(&place, bytes, replace)
    });
    written.map_err(|why| NotWritten { path: path.to_owned(), why })
}

/// Says whether the disk lets a step of a write be done.
type Lets = Box<dyn FnMut(Step) -> io::Result<()>>;

thread_local! {
    static LETS: RefCell<Option<Lets>> = const { RefCell::new(None) };
}

/// Does some work on this thread with a disk that is asked before each step of a write: a test has it refuse
/// one.
pub fn asking<T>(lets: impl FnMut(Step) -> io::Result<()> + 'static, work: impl FnOnce() -> T) -> T {
    LETS.set(Some(Box::new(lets)));
    let done = work();
    LETS.set(None);
    done
}

/// Does a step of a write, if the disk lets it.
fn step<T>(step: Step, work: impl FnOnce() -> io::Result<T>) -> Result<T, Why> {
    let lets = LETS.with_borrow_mut(|lets| lets.as_mut().map_or(Ok(()), |lets| lets(step)));
    lets.and_then(|()| work()).map_err(|error| Why::Failed(step, error))
}

/// Whether two paths lead to one file, whatever links they go through. Of files that are not there, the same
/// path does.
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    one == other || whole(one).is_some_and(|one| Some(one) == whole(other))
}

/// Whether the path names a device or a pipe, which [`write_or_pour`] can write into.
#[must_use]
pub fn is_stream(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt as _;
        let kind = fs::metadata(path).map(|about| about.file_type());
        kind.is_ok_and(|kind| kind.is_char_device() || kind.is_fifo())
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// The path with an ending behind its name.
#[must_use]
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut whole = path.as_os_str().to_owned();
    whole.push(".");
    whole.push(ending);
    PathBuf::from(whole)
}

/// Writes a file, whole or not at all, or into the device or pipe that the path names.
pub fn write_or_pour(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), NotWritten> {
    if is_stream(path) { pour(path, bytes) } else { write(path, bytes, replace) }
}

/// Writes into a device or a pipe, and waits for its reader.
pub fn pour(path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    let poured = File::options().write(true).open(path).and_then(|mut stream| stream.write_all(bytes));
    poured.map_err(|error| NotWritten { path: path.to_owned(), why: Why::Failed(Step::Write, error) })
}

/// Where a file is to be written: links followed, and what lies there.
struct Place {
    path: PathBuf,
    folder: PathBuf,
    old: Option<Metadata>,
}

fn place(path: &Path) -> Result<Place, Why> {
    let path = behind_links(path).map_err(Why::NotSeen)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        Some(_) | None => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(Why::NoFolder(folder));
    }
    let old = match fs::metadata(&path) {
        Ok(about) => Some(about),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) if error.kind() == io::ErrorKind::InvalidFilename => return Err(Why::NameTooLong),
        Err(error) => return Err(Why::NotSeen(error)),
    };
    match &old {
        Some(about) if about.is_dir() => Err(Why::IsFolder),
        Some(about) if !about.is_file() => Err(Why::IsNoFile),
        Some(about) if about.permissions().readonly() || is_closed(&path) => Err(Why::IsReadOnly),
        Some(_) | None => Ok(Place { path, folder, old }),
    }
}

/// Whether the user may not write to a file. A folder that is the user's own would let it be replaced all the
/// same.
fn is_closed(path: &Path) -> bool {
    let opened = File::options().write(true).open(path);
    opened.is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied)
}

/// The path that links lead to, also where nothing lies there yet.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let is_link = fs::symlink_metadata(&path).is_ok_and(|about| about.is_symlink());
        if !is_link {
            return Ok(path);
        }
        let to = fs::read_link(&path)?;
        path = path.parent().map_or(to.clone(), |folder| folder.join(&to));
    }
    Err(io::Error::other(Oddity::LinksInCircle))
}

fn may_replace(place: &Place, replace: Replace) -> Result<(), Why> {
    if place.old.is_none() {
        return Ok(());
    }
    match replace {
        Replace::AnyFile => Ok(()),
        Replace::Nothing => Err(Why::Exists(start_of(&place.path)?)),
        Replace::Recognised(is_known) => {
            let found = start_of(&place.path)?;
            if found.length == 0 || is_known(&found.start) { Ok(()) } else { Err(Why::Exists(found)) }
        }
    }
}

fn start_of(path: &Path) -> Result<Found, Why> {
    let read = || {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut start = Vec::new();
        file.take(START as u64).read_to_end(&mut start)?;
        Ok(Found { start, length })
    };
    read().map_err(Why::NotSeen)
}

fn put(place: &Place, bytes: &[u8], replace: Replace) -> Result<(), Why> {
    /// So that a disk that fills up is met within a file as well as before it.
    const PART: usize = 1 << 20;
    let Place { path, folder, old } = place;
    remove_left_behind(folder);
    let made = step(Step::Make, || beside(folder));
    let mut beside = made.map_err(|why| match why {
        Why::Failed(Step::Make, error) if is_closed_folder(&error) => Why::FolderIsClosed(folder.clone()),
        why => why,
    })?;
    if let Some(old) = old {
        step(Step::Rights, || take_rights(beside.as_file(), old))?;
    }
    for part in bytes.chunks(PART) {
        step(Step::Write, || beside.write_all(part))?;
    }
    step(Step::Sync, || beside.as_file().sync_all())?;
    let renamed = step(Step::Rename, || match replace {
        Replace::Nothing => beside.persist_noclobber(path).map_err(|error| error.error),
        Replace::Recognised(_) | Replace::AnyFile => beside.persist(path).map_err(|error| error.error),
    });
    renamed.map_err(|why| match why {
        Why::Failed(Step::Rename, error) if error.kind() == io::ErrorKind::InvalidFilename => {
            Why::NameTooLong
        }
        why => why,
    })?;
    step(Step::SyncFolder, || sync_folder(folder))
}

fn is_closed_folder(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}

/// What files beside their place are called, with eight letters or digits behind.
const BESIDE: &str = ".summitry-";

/// A new file in the folder, locked by the system for as long as this process lives. It has a random name and
/// is removed when it is dropped.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    const TRIES: usize = 8;
    let mut builder = tempfile::Builder::new();
    builder.prefix(BESIDE).rand_bytes(8);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What any new file gets: the system takes off what the user's mask says.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    for _ in 0..TRIES {
        let file = builder.tempfile_in(folder)?;
        match file.as_file().try_lock() {
            // Another process took it for one that was left behind, in the moment before it was locked.
            Err(TryLockError::WouldBlock) => {}
            Ok(()) if is_gone(file.as_file()) => {}
            // A file system without locks: then nothing is taken for left behind either.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
    builder.tempfile_in(folder)
}

/// Whether a file has no name any more.
fn is_gone(file: &File) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        file.metadata().is_ok_and(|about| about.nlink() == 0)
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        false
    }
}

/// Removes the files beside their place that nobody writes any more: their writers were killed.
fn remove_left_behind(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let letters = name.to_str().and_then(|name| name.strip_prefix(BESIDE));
        let is_ours = letters
            .is_some_and(|rest| rest.len() == 8 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
            && entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_ours {
            continue;
        }
        let path = entry.path();
        // Whoever writes it holds the lock. What cannot be removed stays: it is in nobody's way.
        if let Ok(file) = File::open(&path)
            && file.try_lock().is_ok()
        {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Gives a file the rights of another one, and its owner and group where the system lets us.
fn take_rights(file: &File, of: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let own = file.metadata()?;
        if (own.uid(), own.gid()) != (of.uid(), of.gid()) {
            // Only the system's administrator may give a file away.
            let _ = fchown(file, Some(of.uid()), Some(of.gid()));
        }
    }
    file.set_permissions(of.permissions())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some file systems have nothing to wait for, and some folders may be written to but not read.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        result => result,
    }
}

/// Windows puts the name on the disk with the file.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
