//! Answers in English: what is shown, what changed, what is left out.

use super::date::{dates, period, span};
use super::list::{all, commas, dots};
use super::number::{counted, grouped, rate};
use super::question::{choices, provisos, side};
use super::word::{change, field, kind, noun, region, state, unit};
use crate::gazetteer::country::{Countries, Country};
use crate::gazetteer::language::Language;
use crate::gazetteer::organisation::each_of;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::meeting::{Meeting, Status};
use crate::query::change::{Change, Changes};
use crate::query::class::{Category, Class, Classes, Others};
use crate::query::count::LeftOut;
use crate::query::left_out::Why;
use crate::query::place::Place;
use crate::query::question::Question;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Summits, Unit};
use crate::query::shown::Shown;
use crate::query::summary::{Summary, Visits};
use crate::query::tie::{TieKey, Ties};
use crate::state::Target;
use crate::words::message::Noun;
use crate::words::spoken::{fixed, spoken};
use std::cmp::Reverse;

/// What is shown, or what changed.
pub fn shown(shown: &Shown) -> String {
    match &shown.changes {
        Some(changed) => changes(&shown.question, changed),
        None => summed_up(shown),
    }
}

/// What is selected of what is shown: `Selected: China, 5 meetings`. A meeting is named with its dates. Empty
/// for what is not shown.
pub fn selected(shown: &Shown, meetings: &Meetings, target: &Target) -> String {
    let rows = target.rows(meetings, shown);
    let counted_rows = rows.iter().filter(|&&row| shown.count.counts(row));
    let number: usize = counted_rows.map(|&row| meetings.get(row).times()).sum();
    let with_number = |name: String| Some(commas(&[name, counted(number, noun(Noun::Meeting))]));
    let name = match target {
        Target::Country(code) => with_number(state(*code).into_owned()),
        Target::Place(id) => shown.ties.place(*id).and_then(|place| with_number(place.spoken_name())),
        Target::Places(ids) => with_number(places(ids, &shown.ties)),
        Target::Occasion(name) | Target::Person(name) => with_number(name.clone()),
        Target::Pair(pair) => with_number(pair.names().join(" – ")),
        Target::Tie(TieKey::Spoke { meeting, .. }) | Target::Meeting(meeting) => rows.first().map(|&row| {
            let Meeting { title, dates: on, .. } = meetings.get(row);
            let title = if title.is_empty() { meeting.as_str() } else { title };
            let parts = [title.to_owned(), dates(*on)];
            commas(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>())
        }),
        Target::Tie(key) => {
            shown.line(key).and_then(|line| with_number(line.key.name(meetings, &shown.ties)))
        }
    };
    name.map_or_else(String::new, |name| told!("Selected: {name}", name))
}

/// Parts joined by ` · `: `17 of 25 meetings · 14 countries and the UN · 15 held, 2 planned · Africa ·
/// 8 May – 9 July 2024 · 1 placed at its country only · 2 not placed · 1 without a date left out · 1 context
/// event`. Visits are stops: `62 of 1,105 stops · 42 trips to 1 country`. A rule that does not count meetings
/// one by one begins `39 journeys from 25 of 25 meetings`. The period is the filter's, or else that of the
/// meetings shown.
fn summed_up(shown: &Shown) -> String {
    let Summary {
        meetings: _,
        folded,
        planned,
        invited,
        cancelled,
        by_status,
        visits,
        states,
        organisations,
        days,
        at_country_only,
        not_placed,
        trips,
        undated,
        context,
        apart,
    } = shown.summary;
    let filter = &shown.question.filter;
    let some = |number: usize, words: fn(usize) -> String| (number > 0).then(|| words(number));
    let mut parts = vec![counted_by_the_rule(shown)];
    parts.extend(some(folded, |n| told_by!(n, "{n} sideline folded", "{n} sidelines folded")));
    parts.extend(some(planned, |n| told_by!(n, "{n} planned not counted", "{n} planned not counted")));
    parts.extend(some(invited, |n| told_by!(n, "{n} invited not counted", "{n} invited not counted")));
    parts.extend(some(cancelled, |n| told_by!(n, "{n} cancelled not counted", "{n} cancelled not counted")));
    match visits {
        Some(_) if shown.question.rule.unit == Unit::Trips => {}
        Some(Visits { trips, countries }) => {
            let trips = counted(trips, noun(Noun::Trip));
            let to = |n| told_by!(n, "{trips} to {n} country", "{trips} to {n} countries", trips);
            parts.extend((countries > 0).then(|| to(countries)));
        }
        None => parts.extend(parties(states, organisations, shown.countries.keys())),
    }
    // Whoever asks for a status knows it.
    parts.extend(of_each_status(by_status).filter(|_| filter.statuses.is_empty()));
    parts.extend(choices(filter, apart.map(|apart| apart.state)));
    parts.extend(period(filter.from, filter.to).or_else(|| days.map(|(first, last)| span(first, last))));
    parts.extend(some(at_country_only, |n| {
        told_by!(n, "{n} placed at its country only", "{n} placed at their country only")
    }));
    if shown.question.reading == Reading::Routes {
        parts.extend(some(trips, |n| {
            told_by!(n, "{n} trip with several stops", "{n} trips with several stops")
        }));
        parts.extend(some(not_placed, |n| {
            told_by!(n, "{n} not placed: routes pass it over", "{n} not placed: routes pass them over")
        }));
    } else {
        parts.extend(some(not_placed, |n| told_by!(n, "{n} not placed", "{n} not placed")));
    }
    parts
        .extend(some(undated, |n| told_by!(n, "{n} without a date left out", "{n} without a date left out")));
    parts.extend(some(context, |n| counted(n, noun(Noun::ContextEvent))));
    dots(&parts)
}

/// `23 held, 1 planned, 1 invited`; `None` where all were held.
fn of_each_status(numbers: [usize; Status::ALL.len()]) -> Option<String> {
    let each = Status::ALL.into_iter().zip(numbers).filter(|(_, number)| *number > 0);
    let each = each.map(|(status, n)| match status {
        Status::Held => (status, told_by!(n, "{n} held", "{n} held")),
        Status::Planned => (status, told_by!(n, "{n} planned", "{n} planned")),
        Status::Invited => (status, told_by!(n, "{n} invited", "{n} invited")),
        Status::Cancelled => (status, told_by!(n, "{n} cancelled", "{n} cancelled")),
    });
    let (statuses, words): (Vec<Status>, Vec<String>) = each.unzip();
    (statuses.iter().any(|status| *status != Status::Held)).then(|| commas(&words))
}

/// `14 countries`, `14 countries and the UN`, `2 organisations`; `None` for nobody. `codes` are the parties,
/// or more.
fn parties<'a>(
    states: usize,
    organisations: usize,
    codes: impl IntoIterator<Item = &'a CountryCode>,
) -> Option<String> {
    let organisation = || codes.into_iter().find_map(|&code| organisation(code));
    let organisations = match organisations {
        0 => None,
        1 => organisation().map(with_article),
        several => Some(counted(several, ["organisation", "organisations"])),
    };
    let states = (states > 0).then(|| counted(states, noun(Noun::Country)));
    let parties: Vec<String> = states.into_iter().chain(organisations).collect();
    (!parties.is_empty()).then(|| all(&parties))
}

fn organisation(code: CountryCode) -> Option<&'static Country> {
    Countries::embedded().get(code).filter(|party| !party.has_land())
}

/// Short names of organisations that are spoken as words, and so without an article.
const SPOKEN_AS_WORDS: [&str; 3] = ["ASEAN", "ECOWAS", "NATO"];

/// An organisation by its short name; in English with its article.
fn with_article(organisation: &Country) -> String {
    let language = spoken();
    let name = organisation.names_in(language).last().copied().unwrap_or(organisation.short);
    match language {
        Language::English if SPOKEN_AS_WORDS.contains(&organisation.short) => organisation.short.to_owned(),
        Language::English => format!("the {}", organisation.short),
        _ => name.to_owned(),
    }
}

fn counted_by_the_rule(shown: &Shown) -> String {
    let (rule, count) = (shown.question.rule, &shown.count);
    let (all, part) = (shown.summary.meetings, grouped(count.meetings));
    let of_all = if shown.summary.visits.is_some() {
        told_by!(all, "{shown} of {n} stop", "{shown} of {n} stops", shown = part)
    } else {
        told_by!(all, "{shown} of {n} meeting", "{shown} of {n} meetings", shown = part)
    };
    let total = || counted(count.total, unit(rule.unit));
    match (rule.unit, rule.summits) {
        (Unit::Meetings, Summits::AsOne) => of_all,
        (Unit::Journeys | Unit::Trips, _) | (_, Summits::AsOne) => {
            told!("{counted} from {of_all}", counted = total(), of_all)
        }
        (_, Summits::PerParticipant) => {
            told!("{counted} (summits once per participant) from {of_all}", counted = total(), of_all)
        }
    }
}

/// `July 2024 compared with June 2024 · 5 meetings against 3 meetings · 4 lines gained, 2 lost · 1 country
/// new`.
pub fn changes(question: &Question, changes: &Changes) -> String {
    let Some(baseline) = &question.compare else { return String::new() };
    let rule = question.rule;
    let total = |of: usize| {
        let total = counted(changes.totals[of], unit(rule.unit));
        if baseline.per_month {
            let a_month = changes.totals[of] as f64 / changes.months[of];
            told!("{counted} ({rate} a month)", counted = total, rate = rate(a_month))
        } else {
            total
        }
    };
    let lines = Change::ALL.into_iter().map(|one| (changes.number(one), change(one)));
    let lines = lines.filter(|(number, _)| *number > 0).enumerate().map(|(i, (number, word))| match i {
        0 => told!("{lines} {change}", lines = counted(number, noun(Noun::Line)), change = word),
        _ => format!("{} {word}", grouped(number)),
    });
    let parties = [(&changes.new, fixed("parties::new")), (&changes.gone, fixed("parties::gone"))];
    let parties = parties.into_iter().filter_map(|(codes, word)| {
        let organisations = codes.iter().filter(|&&code| organisation(code).is_some()).count();
        Some(format!("{} {word}", self::parties(codes.len() - organisations, organisations, codes)?))
    });
    let mut parts = vec![
        told!(
            "{now} compared with {before}",
            now = side(&question.filter, changes.apart),
            before = side(&baseline.before, changes.apart)
        ),
        told!("{now} against {before}", now = total(1), before = total(0)),
    ];
    parts.extend(provisos(rule));
    parts.push(commas(&lines.collect::<Vec<_>>()));
    parts.push(commas(&parties.collect::<Vec<_>>()));
    parts.retain(|part| !part.is_empty());
    dots(&parts)
}

/// A class of lines or meetings, as the legend names it.
pub fn class(classes: &Classes, class: Class) -> String {
    match class {
        Class::Named(place) => category(classes.named[place]),
        Class::Other => match classes.others {
            Others::OnNoLine => fixed("on no line").to_owned(),
            Others::Only(only) => category(only),
            Others::Many => match classes.by {
                GroupBy::Status | GroupBy::Kind => fixed("other kinds").to_owned(),
                GroupBy::Region => fixed("other regions").to_owned(),
                GroupBy::Bloc => fixed("other or none").to_owned(),
                GroupBy::Participant => fixed("other states").to_owned(),
            },
        },
        Class::Several => match classes.by {
            GroupBy::Status => fixed("several changes").to_owned(),
            GroupBy::Kind => fixed("several kinds").to_owned(),
            GroupBy::Region => fixed("several regions").to_owned(),
            GroupBy::Bloc => fixed("several blocs").to_owned(),
            GroupBy::Participant => fixed("several states").to_owned(),
        },
        Class::Changed(one) => change(one).to_owned(),
    }
}

fn category(category: Category) -> String {
    match category {
        Category::Kind(one) => kind(one).to_owned(),
        Category::Region(one) => region(one).to_owned(),
        Category::State(code) => state(code).into_owned(),
        Category::Blocs(bits) => all(&each_of(bits).map(|bloc| &bloc.code).collect::<Vec<_>>()),
    }
}

/// Why rows are not counted or not drawn, as a heading over them.
pub fn why(why: Why, meetings: &Meetings) -> String {
    match why {
        Why::Rule(LeftOut::Context) => fixed("Context, which no rule counts").to_owned(),
        Why::Rule(LeftOut::Planned) => fixed("Planned, not counted by this rule").to_owned(),
        Why::Rule(LeftOut::Invited) => fixed("Invited, not counted by this rule").to_owned(),
        Why::Rule(LeftOut::Cancelled) => fixed("Cancelled, which no rule counts").to_owned(),
        Why::Rule(LeftOut::FoldedInto(summit)) => {
            told!("Folded into {summit}", summit = meetings.get(summit).title)
        }
        Why::Undated => fixed("Without a date, while a period is chosen").to_owned(),
        Why::Field(one) => told!("Left out by the filter: {field}", field = field(one)),
        Why::Fields => fixed("Left out by several filters").to_owned(),
        Why::NotPlaced => fixed("Counted, but not placed on the map").to_owned(),
    }
}

/// `Brussels and 6 places near it`: named after the place that counts most.
pub fn places(ids: &[PlaceId], ties: &Ties) -> String {
    let strongest =
        ids.iter().filter_map(|id| ties.place(*id)).min_by_key(|place| (Reverse(place.weight), place.id));
    let name = strongest.map_or_else(String::new, Place::spoken_name);
    match ids.len().saturating_sub(1) {
        0 => name,
        1 => told!("{name} and a place near it", name),
        others => told_by!(others, "{name} and {n} place near it", "{name} and {n} places near it", name),
    }
}
