//! The commands that need no window: plain options → text or bytes and an exit status. They answer in
//! English; a picture, and the page of a map, is in the language of its map.

pub mod stated;
pub mod project;
pub mod wanted;
pub mod choice;
pub mod deliver;
pub mod list;
pub mod render;
pub mod film;
pub mod geocode;
pub mod check;
pub mod convert;
pub mod template;
pub mod verify;

use self::stated::Stated;
use self::wanted::{Wanted, WantedLeaders};
use crate::export::format::Format;
use crate::export::visible::one_line;
use crate::gazetteer::nearest::nearest;
use crate::import::around::SHORT_NAMES;
use crate::import::{self, EMBEDDED_TITLE, Import};
use crate::query::question::filter::{Excluded, Filter};
use crate::query::question::reading::Reading;
use crate::state::State;
use crate::words::message::Message;
use crate::words::part::command_line::{CommandLine, CommandLineText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say};
use std::path::{Path, PathBuf};

/// What a command gives back; the caller writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The result itself.
    pub out: Vec<u8>,
    /// The file that `out` goes to; standard output if `None`.
    pub file: Option<ToFile>,
    /// Lines for standard error.
    pub remarks: Vec<String>,
    /// The exit status: 0 done, 1 failed, 2 misused.
    pub status: u8,
}

/// A file that an answer goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToFile {
    /// Where it lies, or will lie.
    pub path: PathBuf,
    /// What is written into it.
    pub format: Format,
    /// Whether a file of another kind may be replaced.
    pub force: bool,
}

impl Answer {
    /// The answer to options that make no sense, or name what is not there.
    #[must_use]
    pub fn refusal(why: &str) -> Self {
        Self { remarks: vec![say(CommandLineText::Error(why))], status: 2, ..Self::default() }
    }

    /// The answer when the command was understood and could not be done.
    #[must_use]
    pub fn failure(why: &str) -> Self {
        Self::default().but_failed(why)
    }

    /// The answer with a last remark: why it could not be given after all.
    #[must_use]
    pub fn but_failed(mut self, why: &str) -> Self {
        self.remarks.push(say(CommandLineText::Error(why)));
        Self { out: Vec::new(), file: None, status: 1, ..self }
    }
}

/// The title over the map of the files: their names without folders and endings, as words.
#[must_use]
pub fn title(files: &[PathBuf]) -> String {
    let stem = |file: &PathBuf| {
        if file.as_os_str() == "-" {
            return Some(label(CommandLine::StandardInput).to_owned());
        }
        file.file_stem().map(|stem| stem.to_string_lossy().into_owned())
    };
    if files.is_empty() {
        return EMBEDDED_TITLE.to_owned();
    }
    say(Message::Commas(&files.iter().filter_map(stem).map(|stem| as_words(&stem)).collect::<Vec<_>>()))
}

/// A file's name as words: spaces for underscores and hyphens (but for those within a date), a large first
/// letter, and short names of states in large letters: `us_president_trips` → `US president trips`.
fn as_words(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let spaced: String = letters
        .iter()
        .enumerate()
        .map(|(at, &letter)| match letter {
            '-' if is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)) => '-',
            '-' | '_' => ' ',
            other => other,
        })
        .collect();
    let in_large = |word: &str| {
        let is_short_name = SHORT_NAMES.contains(&word.to_lowercase().as_str());
        if is_short_name { word.to_uppercase() } else { word.to_owned() }
    };
    sentence_case(&spaced.split_whitespace().map(in_large).collect::<Vec<_>>().join(" "))
}

/// The meetings of the files, or the embedded ones if there is no file; an answer with the problems if no
/// file could be used.
pub fn open(files: &[PathBuf], stated: &Stated) -> Result<Import, Answer> {
    open_with_state(files, stated).map(|(import, _)| import)
}

/// The same, with the state of a project.
fn open_with_state(files: &[PathBuf], stated: &Stated) -> Result<(Import, Option<State>), Answer> {
    let instructions = stated.instructions().map_err(|why| Answer::refusal(&why))?;
    let (import, state) = if files.is_empty() {
        (import::embedded(), None)
    } else {
        project::read_with_state(files, &instructions)
    };
    if import.files_read == 0 {
        let mut remarks = remarks(&import);
        remarks.extend(files.iter().filter(|file| !file.exists()).find_map(|file| command_meant(file)));
        Err(Answer { remarks, status: 1, ..Answer::default() })
    } else {
        Ok((import, state))
    }
}

/// The answer to files that are not there, one of which has nearly the name of a command; `None` where
/// nothing speaks for a slip.
#[must_use]
pub fn slip_of_a_command(files: &[PathBuf]) -> Option<Answer> {
    files.iter().filter(|file| !file.exists()).find_map(|file| command_meant(file))?;
    open(files, &Stated::default()).err()
}

/// The command that a file's name may be a slip of: `rendr`.
fn command_meant(file: &Path) -> Option<String> {
    const COMMANDS: [&str; 8] =
        ["render", "film", "list", "geocode", "check", "convert", "template", "verify"];
    let name = file
        .to_str()
        .filter(|name| name.len() > 2 && name.bytes().all(|letter| letter.is_ascii_alphabetic()))?;
    let meant = nearest(name, COMMANDS.into_iter(), 1).into_iter().next()?;
    Some(say(CommandLineText::CommandMeant(meant)))
}

/// The exit status of a command that used what could be read: 1 if one of several files could not.
fn status(import: &Import) -> u8 {
    u8::from(import.files_failed > 0)
}

/// What a command works on: the import, and the state that is wanted, over the project's if `of_project`. Its
/// leaders are told from the meetings.
fn asked(
    files: &[PathBuf],
    stated: &Stated,
    wanted: Wanted,
    leaders: &WantedLeaders,
    of_project: bool,
) -> Result<(Import, State), Answer> {
    let (import, project) = open_with_state(files, stated)?;
    let told =
        |asked: &[String]| choice::leaders(asked, &import.meetings).map_err(|why| Answer::refusal(&why));
    let (leaders, not_leaders) = (told(&leaders.asked)?, told(&leaders.excluded)?);
    let excluded = Excluded { leaders: not_leaders, ..wanted.filter.excluded.clone() };
    let reading = wanted.reading;
    let wanted = Wanted { filter: Filter { leaders, excluded, ..wanted.filter }, ..wanted };
    let state = if let Some(project) = project.filter(|_| of_project) {
        wanted.over(project)
    } else {
        let state = wanted.over(State::default());
        let reading = reading.unwrap_or_else(|| Reading::for_table(&import.meetings, state.reading));
        State { reading, ..state }
    };
    let before = state.compare.as_ref().map(|compare| &compare.before);
    let why = contradiction(&state.filter, "").or_else(|| contradiction(before?, "compare-"));
    why.map_or(Ok((import, state)), |why| Err(Answer::refusal(&why)))
}

/// Why no meeting can pass a filter whose options have this prefix.
fn contradiction(filter: &Filter, prefix: &str) -> Option<String> {
    let (from, to) = (filter.from?, filter.to?);
    let options = [format!("--{prefix}from"), format!("--{prefix}to")];
    (from > to).then(|| say(CommandLineText::After((&options[0], from), (&options[1], to))))
}

/// How the files were understood, their problems, and the columns that nothing is read from, a line each.
fn remarks(import: &Import) -> Vec<String> {
    let unused = unused(import);
    let told = (!unused.is_empty()).then(|| one_line(&say(CommandLineText::ColumnsNotUsed(&unused))));
    understood(import).into_iter().chain(told).collect()
}

/// How the files were understood, then their problems, a line each.
fn understood(import: &Import) -> Vec<String> {
    let understood = import
        .remarks
        .iter()
        .map(|(file, remark, tally)| one_line(&format!("{file}: {}", say(Message::Remark(remark, tally)))));
    understood.chain(problems(import)).collect()
}

/// The columns that nothing is read from: `role, id`.
fn unused(import: &Import) -> String {
    say(Message::Commas(&import.unused_columns.iter().cloned().collect::<Vec<_>>()))
}

/// The problems, a line each.
fn problems(import: &Import) -> Vec<String> {
    import.problems.told().iter().map(|problem| one_line(&say(Message::Problem(problem)))).collect()
}
