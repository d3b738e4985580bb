//! `summitry convert`: tables of any sort as a table or a project of Summitry's.

use super::deliver::{check_inputs, refusal, with_ending};
use super::project::{begins_as_project, newer, project};
use super::stated::Stated;
use super::{Answer, open, remarks, status, title};
use crate::disk::{self, Replace};
use crate::document::Document;
use crate::document::file::ENDING;
use crate::document::file::save::text_at;
use crate::document::file::write::to_text;
use crate::export::table::TableFormat;
use crate::import::Import;
use crate::state::State;
use crate::words::part::command_line::CommandLineText;
use crate::words::say;
use std::path::{Path, PathBuf};

/// What to convert, and where to.
#[derive(Clone, Debug)]
pub struct Convert {
    /// The files.
    pub files: Vec<PathBuf>,
    /// How they are read.
    pub stated: Stated,
    /// The file; its ending decides the form. `-` is CSV on standard output.
    pub output: PathBuf,
    /// Whether CSV begins with the mark by which Excel reads its letters.
    pub for_excel: bool,
    /// Whether a file that is there may be replaced.
    pub force: bool,
}

/// Converts the files. How they were understood and what is wrong in them are remarks. Status 1 if a file
/// could not be used.
#[must_use]
pub fn convert(options: Convert) -> Answer {
    let Convert { files, stated, output, for_excel, force } = options;
    let to_output = output.as_os_str() == "-";
    let (output, renamed) = with_ending(output, TableFormat::Csv.ending());
    let Some(form) = Form::of(&output, to_output, for_excel) else {
        return Answer::refusal(&say(CommandLineText::NoKnownEnding(&output)));
    };
    if !to_output && let Err(why) = check_inputs(&output, &files, force) {
        return Answer::refusal(&why);
    }
    let replace = if force { Replace::AnyFile } else { Replace::Nothing };
    if !to_output && let Err(refused) = disk::check(&output, replace) {
        return Answer::refusal(&refusal(&refused));
    }
    if let (Form::Project, [project]) = (&form, &files[..])
        && begins_as_project(project)
    {
        return copied(project, &output, replace).unwrap_or_else(|why| Answer::failure(&why));
    }
    let import = match open(&files, &stated) {
        Ok(import) => import,
        Err(answer) => return answer,
    };
    let mut remarks = remarks(&import);
    remarks.extend(renamed);
    let status = status(&import);
    let bytes = form.bytes(import, title(&files));
    if to_output {
        return Answer { out: bytes, remarks, status, file: None };
    }
    if let Err(refused) = disk::write(&output, &bytes, replace) {
        return Answer { remarks, ..Answer::default() }.but_failed(&refusal(&refused));
    }
    remarks.push(say(CommandLineText::Wrote(&output)));
    Answer { remarks, status, ..Answer::default() }
}

/// A project written to another file, with all that it holds.
fn copied(from: &Path, output: &Path, replace: Replace) -> Result<Answer, String> {
    let (opened, problems, _) = project(from).map_err(|why| why.to_string())?;
    if let Some(why) = newer(&opened) {
        return Err(why);
    }
    disk::write(output, text_at(output, &opened.document).as_bytes(), replace)
        .map_err(|refused| refusal(&refused))?;
    let import = Import { problems, files_read: 1, ..Import::default() };
    let mut remarks = remarks(&import);
    remarks.push(say(CommandLineText::Wrote(output)));
    Ok(Answer { remarks, ..Answer::default() })
}

/// What is written.
enum Form {
    Table(TableFormat),
    Project,
}

impl Form {
    fn of(output: &Path, to_output: bool, for_excel: bool) -> Option<Self> {
        let csv = if for_excel { TableFormat::CsvForExcel } else { TableFormat::Csv };
        if to_output {
            return Some(Self::Table(csv));
        }
        if output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
            return Some(Self::Project);
        }
        TableFormat::of_file(output).map(|_| Self::Table(csv.at(output)))
    }

    fn bytes(&self, import: Import, title: String) -> Vec<u8> {
        match self {
            Self::Table(format) => format.write(&import.meetings),
            Self::Project => {
                let state = State { title, ..State::default() };
                to_text(&Document::new(import.meetings, Vec::new(), state)).into_bytes()
            }
        }
    }
}
