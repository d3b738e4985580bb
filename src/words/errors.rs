//! Errors: each is shown as what is said about it.

use super::message::Message;
use super::say;
use crate::disk::{NotWritten, Oddity, Why};
use crate::document::edit::EditError;
use crate::document::file::ReadOnly;
use crate::document::file::fields::{Expected, ProjectProblem, Wrong};
use crate::document::file::open::OpenError;
use crate::document::file::read::NotRead;
use crate::document::file::save::SaveError;
use crate::document::recovery::RecoveryError;
use crate::document::settings::Remark;
use std::fmt::{Display, Formatter, Result};

impl Display for EditError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::EditError(self)))
    }
}

impl Display for NotRead {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::NotRead(self)))
    }
}

impl Display for OpenError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::OpenError(self)))
    }
}

impl Display for SaveError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::SaveError(self)))
    }
}

impl Display for ReadOnly {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::ReadOnly(self)))
    }
}

impl Display for ProjectProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::ProjectProblem(self)))
    }
}

impl Display for Wrong {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::WrongValue(self)))
    }
}

impl Display for Expected {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::Expected(*self)))
    }
}

impl Display for RecoveryError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::RecoveryError(self)))
    }
}

impl Display for Remark {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::Settings(self)))
    }
}

impl Display for NotWritten {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::NotWritten(self)))
    }
}

impl Display for Why {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::WhyNotWritten(self)))
    }
}

impl Display for Oddity {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&say(Message::Oddity(*self)))
    }
}
