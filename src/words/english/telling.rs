//! Pictures told in English: a text in place of one, a caption below it, and how it and its meetings are
//! cited.

use super::answer;
use super::date::{date, dates, period, span};
use super::list::{all, commas, semicolons};
use super::number::{counted, grouped};
use super::question::{choices, rule, side};
use super::word::{border_policy, noun, state};
use crate::gazetteer::country::Countries;
use crate::meeting::Meeting;
use crate::meeting::table::Meetings;
use crate::query::origin::Origin;
use crate::query::shown::Shown;
use crate::query::tie::Tie;
use crate::words::message::{Cited, Noun};
use crate::words::spoken::fixed;
use std::borrow::Cow;
use std::cmp::Reverse;

/// Places, countries or lines that a text names, the most frequent first.
const NAMED: usize = 3;

/// The title of a picture that the user gave none: whose meetings they are where one state is at nearly all
/// of them, what the filter asks for, and when: `Russia: meetings, held in Kazakhstan, 3 July 2024`.
pub fn own_title(shown: &Shown) -> String {
    let filter = &shown.question.filter;
    let apart = shown.summary.apart.map(|apart| apart.state);
    let mut parties = shown.countries.keys().copied();
    let only = parties.next().filter(|_| parties.next().is_none());
    let whose = apart.or(only).map(|code| state(code).into_owned());
    let what = whose
        .as_ref()
        .map_or_else(|| fixed("Meetings").to_owned(), |state| told!("{state}: meetings", state));
    let mut parts = vec![what];
    if let Some(baseline) = &shown.question.compare {
        parts.push(told!(
            "compared::{before} and {now}",
            before = side(&baseline.before, None),
            now = side(filter, None)
        ));
        return commas(&parts);
    }
    // Whoever is the only one need not be named again.
    parts.extend(choices(filter, None).into_iter().filter(|choice| Some(choice) != whose.as_ref()));
    let days = shown.summary.days.map(|(first, last)| span(first, last));
    parts.extend(period(filter.from, filter.to).or(days));
    commas(&parts)
}

/// `Sources: kremlin.ru, akorda.kz and others. Record up to 9 July 2024.`
pub fn sources(origin: &Origin) -> String {
    let Origin { named, others, until } = origin;
    let sources = match (&named[..], others) {
        ([], _) => fixed("No sources on record").to_owned(),
        ([only], false) => told!("Source: {source}", source = only),
        (several, false) => told!("Sources: {sources}", sources = all(several)),
        (several, true) => told!("Sources: {sources} and others", sources = commas(several)),
    };
    let last = until.as_ref().and_then(|held| held.end.or(held.start));
    let until = last.map(|last| told!("Record up to {date}", date = date(last)));
    joined(&std::iter::once(sources).chain(until).collect::<Vec<_>>())
}

/// A text in place of a picture: what it is, what it shows, and what stands out.
pub fn alternative(title: &str, shown: &Shown, meetings: &Meetings) -> String {
    let mut sentences = vec![
        told!("Map: {title}", title),
        answer::shown(shown),
        told!("Counted: {rule}", rule = rule(shown.question.rule)),
    ];
    sentences.extend(of_places(shown));
    sentences.extend(of_countries(shown));
    sentences.extend(of_lines(shown, meetings));
    joined(&sentences)
}

/// The words below a picture in print: what it shows, what stands out, and what it rests on.
pub fn caption(title: &str, shown: &Shown, meetings: &Meetings) -> String {
    let number = shown.count.meetings;
    let places = shown.ties.places.iter().filter(|place| !place.is_country()).count();
    let mut what = counted(number, noun(Noun::Meeting));
    if places > 0 {
        what = told_by!(places, "{meetings} in {n} place", "{meetings} in {n} places", meetings = what);
    }
    if let Some((first, last)) = shown.summary.days {
        what = commas(&[what, span(first, last)]);
    }
    let mut sentences = vec![title.to_owned(), what];
    let choices = choices(&shown.question.filter, shown.summary.apart.map(|apart| apart.state));
    if !choices.is_empty() {
        sentences.push(told!("Shown: {filter}", filter = commas(&choices)));
    }
    sentences.extend(of_places(shown));
    sentences.extend(of_lines(shown, meetings));
    sentences.push(told!("Counted: {rule}", rule = rule(shown.question.rule)));
    joined(&sentences)
}

/// How a meeting is cited: `Talks in Astana, 3–4 July 2024, Astana, Kazakhstan. Sources: …. Record: id`.
pub fn meeting(meeting: &Meeting, place: &str) -> String {
    let title = if meeting.title.is_empty() { meeting.id.as_str() } else { &meeting.title };
    let about = [title.to_owned(), dates(meeting.dates), place.to_owned()];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let mut sentences = vec![commas(&about)];
    let sources: Vec<&str> = meeting.sources.iter().map(|source| source.reference.as_str()).collect();
    match &sources[..] {
        [] => {}
        [only] => sentences.push(told!("Source: {source}", source = only)),
        several => sentences.push(told!("Sources: {sources}", sources = semicolons(several))),
    }
    sentences.push(told!("Record: {id}", id = meeting.id));
    joined(&sentences)
}

/// How a view is cited: its title, what it shows, by which rule and borders, and of which data.
pub fn view(cited: Cited) -> String {
    let Cited { title, question, borders, version, data } = cited;
    joined(&[
        title.to_owned(),
        told!("Shown: {filter}", filter = side(&question.filter, None)),
        told!("Counted: {rule}", rule = rule(question.rule)),
        told!("Borders: {policy}", policy = border_policy(borders)),
        told!("Made with Summitry {version} from the data {data}", version, data),
    ])
}

/// Sentences with a full stop each.
fn joined(sentences: &[String]) -> String {
    let ended = |sentence: &String| {
        let sentence = sentence.trim_end();
        if sentence.ends_with(['.', '!', '?', '…']) { sentence.to_owned() } else { format!("{sentence}.") }
    };
    let filled = sentences.iter().filter(|sentence| !sentence.trim().is_empty());
    filled.map(ended).collect::<Vec<_>>().join(" ")
}

/// `Most were held in Astana (8), Moscow (5) and Minsk (2)`; nothing where one place is all.
fn of_places(shown: &Shown) -> Option<String> {
    let places = shown.ties.places.iter().filter(|place| place.weight > 0 && !place.is_country());
    let named =
        most(places.map(|place| (place.name.as_str().into(), place.weight, place)).collect(), |place| {
            place.spoken_name()
        })?;
    Some(told!("Most were held in {places}", places = named))
}

/// `Most often took part: Russia (24), Kazakhstan (9) and China (5)`.
fn of_countries(shown: &Shown) -> Option<String> {
    let countries = shown.countries.iter().filter(|(_, number)| **number > 0);
    let named = most(
        countries.map(|(&code, &number)| (Countries::embedded().name(code), number, code)).collect(),
        |code| state(*code).into_owned(),
    )?;
    Some(told!("Most often took part: {states}", states = named))
}

/// `The strongest lines: Russia → Astana (3) and China → Astana (2)`; nothing where all are alike.
fn of_lines(shown: &Shown, meetings: &Meetings) -> Option<String> {
    if shown.changes.is_some() {
        return None;
    }
    let mut lines: Vec<&Tie> = shown.ties.lines.iter().filter(|line| line.weight > 1).collect();
    lines.sort_by_key(|line| Reverse(line.weight));
    let named = lines.iter().take(NAMED);
    let named =
        named.map(|line| format!("{} ({})", line.key.name(meetings, &shown.ties), grouped(line.weight)));
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| told!("The strongest lines: {lines}", lines = all(&named)))
}

/// The most frequent of several, each with its number, as they are spoken of; those of one number in the
/// order of their names in the record, in whatever language. `None` where there is nothing to compare.
fn most<Of>(
    mut all_of_them: Vec<(Cow<'_, str>, usize, Of)>,
    spoken: impl Fn(&Of) -> String,
) -> Option<String> {
    if all_of_them.len() < 2 {
        return None;
    }
    all_of_them.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let named = all_of_them.iter().take(NAMED);
    let named: Vec<String> =
        named.map(|(_, number, of)| format!("{} ({})", spoken(of), grouped(*number))).collect();
    Some(all(&named))
}
