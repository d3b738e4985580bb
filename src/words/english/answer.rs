//! Answers in English: what is shown, what changed, what is left out.

use super::date::{dates, period, span};
use super::list::all;
use super::number::{counted, grouped, rate};
use super::question::{choices, provisos, side};
use super::word::{change, field, kind, noun, region, unit};
use crate::gazetteer::country::{Countries, Country};
use crate::gazetteer::organisation::each_of;
use crate::meeting::Meeting;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::PlaceId;
use crate::meeting::table::Meetings;
use crate::query::change::{Change, Changes};
use crate::query::class::{Category, Class, Classes, Others};
use crate::query::count::LeftOut;
use crate::query::left_out::Why;
use crate::query::question::Question;
use crate::query::question::grouping::GroupBy;
use crate::query::question::reading::Reading;
use crate::query::question::rule::{Summits, Unit};
use crate::query::shown::Shown;
use crate::query::summary::Summary;
use crate::query::tie::{TieKey, Ties};
use crate::state::Target;
use crate::words::message::Noun;
use std::cmp::Reverse;

/// What is shown, or what changed.
pub fn shown(shown: &Shown) -> String {
    match &shown.changes {
        Some(changed) => changes(&shown.question, changed),
        None => summed_up(shown),
    }
}

/// What is selected of what is shown: `Selected: China, 5 meetings`. A meeting is named with its dates. Empty for what is not shown.
pub fn selected(shown: &Shown, meetings: &Meetings, target: &Target) -> String {
    let rows = target.rows(meetings, shown);
    let counted_rows = rows.iter().filter(|&&row| shown.count.counts(row));
    let number: usize = counted_rows.map(|&row| meetings.get(row).times()).sum();
    let with_number = |name: String| Some(format!("{name}, {}", counted(number, noun(Noun::Meeting))));
    let name = match target {
        Target::Country(code) => with_number(Countries::embedded().name(*code).into_owned()),
        Target::Place(id) => shown.ties.place(*id).and_then(|place| with_number(place.name.clone())),
        Target::Places(ids) => with_number(places(ids, &shown.ties)),
        Target::Occasion(occasion) => with_number(occasion.clone()),
        Target::Pair(pair) => with_number(pair.names().join(" – ")),
        Target::Tie(TieKey::Spoke { meeting, .. }) | Target::Meeting(meeting) => rows.first().map(|&row| {
            let Meeting { title, dates: on, .. } = meetings.get(row);
            let title = if title.is_empty() { meeting.as_str() } else { title };
            [title.to_owned(), dates(*on)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }),
        Target::Tie(key) => {
            shown.line(key).and_then(|line| with_number(line.key.name(meetings, &shown.ties)))
        }
    };
    name.map_or_else(String::new, |name| format!("Selected: {name}"))
}

/// Parts joined by ` · `:
/// `17 of 25 meetings · 14 countries and the UN · Africa · 8 May – 9 July 2024 · 1 placed at its country only · 2 not placed · 1 without a date left out · 1 context event`.
/// A rule that does not count meetings one by one begins `39 journeys from 25 of 25 meetings`. The period is
/// the filter's, or else that of the meetings shown.
fn summed_up(shown: &Shown) -> String {
    let Summary {
        meetings: _,
        folded,
        planned,
        invited,
        cancelled,
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
    let some = |number: usize, words: [&'static str; 2]| (number > 0).then(|| counted(number, words));
    let mut parts = vec![counted_by_the_rule(shown)];
    parts.extend(some(folded, ["sideline folded", "sidelines folded"]));
    parts.extend(some(planned, ["planned not counted"; 2]));
    parts.extend(some(invited, ["invited not counted"; 2]));
    parts.extend(some(cancelled, ["cancelled not counted"; 2]));
    parts.extend(parties(states, organisations, shown.countries.keys()));
    parts.extend(choices(filter, apart.map(|apart| apart.state)));
    parts.extend(period(filter.from, filter.to).or_else(|| days.map(|(first, last)| span(first, last))));
    parts.extend(some(at_country_only, ["placed at its country only", "placed at their country only"]));
    if shown.question.reading == Reading::Routes {
        parts.extend(some(trips, ["trip with several stops", "trips with several stops"]));
        parts.extend(some(
            not_placed,
            ["not placed: routes pass it over", "not placed: routes pass them over"],
        ));
    } else {
        parts.extend(some(not_placed, ["not placed"; 2]));
    }
    parts.extend(some(undated, ["without a date left out"; 2]));
    parts.extend(some(context, noun(Noun::ContextEvent)));
    parts.join(" · ")
}

/// `14 countries`, `14 countries and the UN`, `2 organisations`; `None` for nobody. `codes` are the parties, or more.
fn parties<'a>(
    states: usize,
    organisations: usize,
    codes: impl IntoIterator<Item = &'a CountryCode>,
) -> Option<String> {
    let organisation = || codes.into_iter().find_map(|&code| organisation(code));
    let organisations = match organisations {
        0 => None,
        1 => organisation().map(|only| with_article(only.short)),
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

fn with_article(organisation: &str) -> String {
    if SPOKEN_AS_WORDS.contains(&organisation) {
        organisation.to_owned()
    } else {
        format!("the {organisation}")
    }
}

fn counted_by_the_rule(shown: &Shown) -> String {
    let (rule, count) = (shown.question.rule, &shown.count);
    let of_all =
        format!("{} of {}", grouped(count.meetings), counted(shown.summary.meetings, noun(Noun::Meeting)));
    let total = || counted(count.total, unit(rule.unit));
    match (rule.unit, rule.summits) {
        (Unit::Meetings, Summits::AsOne) => of_all,
        (Unit::Journeys | Unit::Trips, _) | (_, Summits::AsOne) => format!("{} from {of_all}", total()),
        (_, Summits::PerParticipant) => format!("{} (summits once per participant) from {of_all}", total()),
    }
}

/// `July 2024 compared with June 2024 · 5 meetings against 3 meetings · 4 lines gained, 2 lost · 1 country new`.
pub fn changes(question: &Question, changes: &Changes) -> String {
    let Some(baseline) = &question.compare else { return String::new() };
    let rule = question.rule;
    let total = |of: usize| {
        let total = counted(changes.totals[of], unit(rule.unit));
        if baseline.per_month {
            let a_month = changes.totals[of] as f64 / changes.months[of];
            format!("{total} ({} a month)", rate(a_month))
        } else {
            total
        }
    };
    let lines = Change::ALL.into_iter().map(|one| (changes.number(one), change(one)));
    let lines = lines.filter(|(number, _)| *number > 0).enumerate().map(|(i, (number, word))| match i {
        0 => format!("{} {word}", counted(number, noun(Noun::Line))),
        _ => format!("{} {word}", grouped(number)),
    });
    let parties = [(&changes.new, "new"), (&changes.gone, "gone")];
    let parties = parties.into_iter().filter_map(|(codes, word)| {
        let organisations = codes.iter().filter(|&&code| organisation(code).is_some()).count();
        Some(format!("{} {word}", self::parties(codes.len() - organisations, organisations, codes)?))
    });
    let mut parts = vec![
        format!(
            "{} compared with {}",
            side(&question.filter, changes.apart),
            side(&baseline.before, changes.apart)
        ),
        format!("{} against {}", total(1), total(0)),
    ];
    parts.extend(provisos(rule));
    parts.push(lines.collect::<Vec<_>>().join(", "));
    parts.push(parties.collect::<Vec<_>>().join(", "));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// A class of lines or meetings, as the legend names it.
pub fn class(classes: &Classes, class: Class) -> String {
    match class {
        Class::Named(place) => category(classes.named[place]),
        Class::Other => match classes.others {
            Others::OnNoLine => "on no line".to_owned(),
            Others::Only(only) => category(only),
            Others::Many => match classes.by {
                GroupBy::Status | GroupBy::Kind => "other kinds".to_owned(),
                GroupBy::Region => "other regions".to_owned(),
                GroupBy::Bloc => "other or none".to_owned(),
                GroupBy::Participant => "other states".to_owned(),
            },
        },
        Class::Several => match classes.by {
            GroupBy::Status => "several changes".to_owned(),
            GroupBy::Kind => "several kinds".to_owned(),
            GroupBy::Region => "several regions".to_owned(),
            GroupBy::Bloc => "several blocs".to_owned(),
            GroupBy::Participant => "several states".to_owned(),
        },
        Class::Changed(one) => change(one).to_owned(),
    }
}

fn category(category: Category) -> String {
    match category {
        Category::Kind(one) => kind(one).to_owned(),
        Category::Region(one) => region(one).to_owned(),
        Category::State(state) => Countries::embedded().name(state).into_owned(),
        Category::Blocs(bits) => all(&each_of(bits).map(|bloc| &bloc.code).collect::<Vec<_>>()),
    }
}

/// Why rows are not counted or not drawn, as a heading over them.
pub fn why(why: Why, meetings: &Meetings) -> String {
    match why {
        Why::Rule(LeftOut::Context) => "Context, which no rule counts".to_owned(),
        Why::Rule(LeftOut::Planned) => "Planned, not counted by this rule".to_owned(),
        Why::Rule(LeftOut::Invited) => "Invited, not counted by this rule".to_owned(),
        Why::Rule(LeftOut::Cancelled) => "Cancelled, which no rule counts".to_owned(),
        Why::Rule(LeftOut::FoldedInto(summit)) => format!("Folded into {}", meetings.get(summit).title),
        Why::Undated => "Without a date, while a period is chosen".to_owned(),
        Why::Field(one) => format!("Left out by the filter: {}", field(one)),
        Why::Fields => "Left out by several filters".to_owned(),
        Why::NotPlaced => "Counted, but not placed on the map".to_owned(),
    }
}

/// `Brussels and 6 places near it`: named after the place that counts most.
pub fn places(ids: &[PlaceId], ties: &Ties) -> String {
    let strongest =
        ids.iter().filter_map(|id| ties.place(*id)).min_by_key(|place| (Reverse(place.weight), place.id));
    let name = strongest.map_or_else(String::new, |place| place.name.clone());
    match ids.len().saturating_sub(1) {
        0 => name,
        1 => format!("{name} and a place near it"),
        others => format!("{name} and {} places near it", grouped(others)),
    }
}
