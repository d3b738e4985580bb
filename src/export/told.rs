//! What a picture tells beside what is seen: words for those who cannot see it, and what its marks stand for.

use crate::gazetteer::country::Countries;
use crate::meeting::identity::MeetingId;
use crate::meeting::table::Meetings;
use crate::picture::Picture;
use crate::query::shown::Shown;
use crate::state::Target;
use crate::words::message::Message;
use crate::words::part::exported::ExportedText;
use crate::words::say;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a picture tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// A text in place of the picture.
    pub alternative: String,
    /// What each line, place and meeting on it stands for.
    pub marks: BTreeMap<Target, MarkTold>,
}

/// What a mark stands for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkTold {
    /// In words: `China → Astana: 2 meetings, 3–4 July 2024`.
    pub title: String,
    /// Its meetings, in order.
    pub meetings: Vec<MeetingId>,
    /// How many there are before them that are not named.
    pub more: usize,
}

/// How many meetings a mark of a picture names, the latest of them: those of a line of a large table would
/// take more room than its drawing.
pub const MOST_NAMED: usize = 200;

impl Told {
    /// What a picture of answers tells. Each mark names so many meetings.
    #[must_use]
    pub fn new(picture: &Picture, meetings: &Meetings, shown: &Shown, most_named: usize) -> Self {
        let mut marks = BTreeMap::new();
        for target in picture.marks.iter().filter_map(|mark| mark.target.as_ref()) {
            if !matches!(target, Target::Country(_)) && !marks.contains_key(target) {
                marks.insert(target.clone(), mark_told(target, meetings, shown, most_named));
            }
        }
        Self { alternative: say(Message::Alternative(&picture.title, shown, meetings)), marks }
    }
}

/// What something on the map is called.
#[must_use]
pub fn name_of(target: &Target, meetings: &Meetings, shown: &Shown) -> String {
    match target {
        Target::Country(code) => Countries::embedded().spoken(*code).into_owned(),
        Target::Place(id) => shown.ties.name_of(*id),
        Target::Places(ids) => say(Message::Places(ids, &shown.ties)),
        Target::Tie(key) => key.name(meetings, &shown.ties),
        Target::Occasion(name) | Target::Person(name) => name.clone(),
        Target::Pair(pair) => pair.names().join(" – "),
        Target::Meeting(id) => {
            meetings.row_of(id.as_str()).map_or_else(String::new, |row| meetings.get(row).title.to_string())
        }
    }
}

fn mark_told(target: &Target, meetings: &Meetings, shown: &Shown, most_named: usize) -> MarkTold {
    let rows = target.rows(meetings, shown);
    let name = name_of(target, meetings, shown);
    let number = rows.iter().map(|&row| meetings.get(row)).filter(|one| !one.kind.is_context());
    let number = number.map(crate::meeting::Meeting::times).sum();
    let title = say(ExportedText::Stands(&name, number, days(meetings, &rows)));
    let more = rows.len().saturating_sub(most_named);
    MarkTold { title, meetings: last_in_order(meetings, &rows, most_named), more }
}

/// The meetings of some rows by their first day, and those of one day by their identities: whatever the order
/// of the record.
#[must_use]
pub fn in_order(meetings: &Meetings, rows: &[usize]) -> Vec<MeetingId> {
    last_in_order(meetings, rows, rows.len())
}

/// The last so many of them.
fn last_in_order(meetings: &Meetings, rows: &[usize], most: usize) -> Vec<MeetingId> {
    let all = rows.iter().map(|&row| meetings.get(row));
    let mut ids: Vec<_> = all.map(|one| (one.dates.days().is_none(), one.dates.days(), &one.id)).collect();
    let before = ids.len().saturating_sub(most);
    if (1..ids.len()).contains(&before) {
        // A line of a large table has very many: those that are not named need no order.
        ids.select_nth_unstable(before);
    }
    let mut last = ids.split_off(before);
    last.sort_unstable();
    last.into_iter().map(|(.., id)| id.clone()).collect()
}

/// The first and the last day of some rows; `None` if none of them has a date.
#[must_use]
pub fn days(meetings: &Meetings, rows: &[usize]) -> Option<(Date, Date)> {
    let days = rows.iter().filter_map(|&row| meetings.get(row).dates.days());
    days.reduce(|(first, last), (begin, end)| (first.min(begin), last.max(end)))
}

/// Identities in one text, a space between them. A space within one is written `%20`, and a percent sign
/// `%25`.
#[must_use]
pub fn in_one_text(ids: &[MeetingId]) -> String {
    let one = |id: &MeetingId| id.as_str().replace('%', "%25").replace(' ', "%20");
    ids.iter().map(one).collect::<Vec<_>>().join(" ")
}
