//! The map in English: projection, distances, borders, legend and credits.

use super::list::{all, commas, semicolons};
use super::number::{about, counted, decimal, grouped, kilometres, longitude, position};
use super::question::rule;
use super::word::{border_policy, group_by, lines, projection, state, units};
use crate::gazetteer::country::Countries;
use crate::gazetteer::language::Language;
use crate::globe::chart::Chart;
use crate::globe::policy::{BorderPolicy, UnBasis, contested_areas};
use crate::globe::projection::Projection;
use crate::meeting::Position;
use crate::meeting::code::CountryCode;
use crate::query::question::rule::{Rule, Unit};
use crate::query::travel::{self, Travel};
use crate::words::message::{Calls, LegendHeading, Ranked};
use crate::words::spoken::{fixed, named, sentence_case, spoken, within};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// The direction nearest to a bearing in degrees.
fn wind(bearing: f64) -> &'static str {
    const WINDS: [&str; 8] =
        ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];
    fixed(WINDS[(bearing / 45.0).round() as usize % WINDS.len()])
}

/// What a reader must know to measure on the map: `Equal Earth projection, centred on 150° E`.
pub fn chart(chart: &Chart) -> String {
    let name = projection(chart.projection);
    match chart.projection {
        Projection::EqualEarth
        | Projection::NaturalEarth
        | Projection::Robinson
        | Projection::WinkelTripel
        | Projection::Mercator
        | Projection::PlateCarree => {
            if chart.centre.lon == 0.0 {
                told!("{projection} projection", projection = name)
            } else {
                told!(
                    "{projection} projection, centred on {longitude}",
                    projection = name,
                    longitude = longitude(chart.centre.lon)
                )
            }
        }
        Projection::AzimuthalEquidistant => {
            told!(
                "{projection} projection; distances from {position} are true",
                projection = name,
                position = position(chart.centre)
            )
        }
        Projection::Orthographic => {
            told!("{projection} centred on {position}", projection = name, position = position(chart.centre))
        }
    }
}

/// How far it is, and in which direction one sets out: `about 2,290 km, towards 121° (south-east)`.
pub fn distance(from: Position, to: Position) -> String {
    let bearing = travel::bearing(from, to);
    told!(
        "{distance}, towards {degrees}° ({wind})",
        distance = about(travel::kilometres(from, to)),
        degrees = bearing.round() as u32 % 360,
        wind = wind(bearing)
    )
}

/// `about 12,300 km, 9 days away`, and what that leaves out.
pub fn travel(travel: Travel) -> String {
    let Travel { trips: _, km, days, undated, not_placed, at_country } = travel;
    // To the nearest hundred from a thousand kilometres on, else to the nearest ten.
    let step = if km < 1000.0 { 10.0 } else { 100.0 };
    let far = told!("about {distance}", distance = kilometres((km / step).round() * step));
    let far = if km > 0.0 { far } else { fixed("distance not known").to_owned() };
    let away = match (counted(days, ["day away", "days away"]), days, undated) {
        (_, 0, _) => fixed("days away not known").to_owned(),
        (away, _, 0) => away,
        (away, ..) => told!("at least {days}", days = away),
    };
    let left = [
        (not_placed > 0).then(|| told_by!(not_placed, "{n} stop not placed", "{n} stops not placed")),
        (at_country > 0).then(|| {
            told_by!(at_country, "{n} stop known only by country", "{n} stops known only by country")
        }),
    ];
    let parts: Vec<String> = [Some(far), Some(away)].into_iter().chain(left).flatten().collect();
    commas(&parts)
}

/// `2,000 km in the middle of the map`.
pub fn scale(km: f64) -> String {
    // Close up, the bar stands for less than a kilometre.
    let length =
        if km < 1000.0 { told!("{number} km", number = decimal(km.to_string())) } else { kilometres(km) };
    told!("{length} in the middle of the map", length)
}

/// What every picture must say about its borders. It names the disputes and areas in which the policy departs
/// from Natural Earth, read off the table, so that it says neither more nor less.
pub fn borders(policy: BorderPolicy) -> &'static str {
    type OfPolicies = [OnceLock<String>; BorderPolicy::ALL.len()];
    static TEXTS: [OfPolicies; Language::ALL.len()] =
        [const { [const { OnceLock::new() }; BorderPolicy::ALL.len()] }; Language::ALL.len()];
    TEXTS[spoken() as usize][policy as usize].get_or_init(|| worded(policy))
}

/// `Boundaries: Natural Earth 5.1.2, as seen by India; areas of contested status are hatched; no endorsement
/// implied.`
pub fn borders_in_short(policy: BorderPolicy) -> String {
    let name = border_policy(policy);
    let name = if policy == BorderPolicy::Un { name.to_owned() } else { within(name) };
    told!(
        "Boundaries: Natural Earth 5.1.2, {policy}; areas of contested status are hatched; no endorsement implied.",
        policy = name
    )
}

fn worded(policy: BorderPolicy) -> String {
    let boundaries = match policy {
        BorderPolicy::DeFacto => de_facto(),
        BorderPolicy::Un
        | BorderPolicy::Argentina
        | BorderPolicy::China
        | BorderPolicy::Cyprus
        | BorderPolicy::Georgia
        | BorderPolicy::India
        | BorderPolicy::Israel
        | BorderPolicy::Japan
        | BorderPolicy::Morocco
        | BorderPolicy::Pakistan
        | BorderPolicy::Palestine
        | BorderPolicy::Russia
        | BorderPolicy::Serbia
        | BorderPolicy::Somalia
        | BorderPolicy::Spain
        | BorderPolicy::Turkiye
        | BorderPolicy::Ukraine
        | BorderPolicy::UnitedStates
        | BorderPolicy::Venezuela => adjusted(policy),
    };
    told!("{boundaries}; areas of contested status are hatched; no endorsement implied.", boundaries)
}

/// The state whose view a policy is; in English with its article.
fn viewer(policy: BorderPolicy) -> Cow<'static, str> {
    let named = || Cow::Borrowed(border_policy(policy).trim_start_matches("As seen by "));
    if spoken() == Language::English {
        return named();
    }
    let viewer = Countries::embedded().find(&policy.word().replace('-', " "));
    viewer.map_or_else(named, |viewer| state(viewer.code))
}

/// Natural Earth as it comes, but for what it draws apart though it knows who holds it.
fn de_facto() -> String {
    let given = contested_areas().iter().filter(|area| {
        let holder = area.holder(BorderPolicy::DeFacto);
        area.un_basis == UnBasis::Apart && area.own != Some(holder)
    });
    let given: Vec<String> = given
        .map(|area| {
            let holder = state(area.holder(BorderPolicy::DeFacto));
            told!(
                ", but for {area}, which is drawn with {state}",
                area = named("area", &area.name),
                state = holder
            )
        })
        .collect();
    told!(
        "Boundaries are Natural Earth's (version 5.1.2){given}; front lines are not shown",
        given = given.concat()
    )
}

/// Natural Earth adjusted to a state's view, where it has one, and to what the United Nations say elsewhere.
fn adjusted(policy: BorderPolicy) -> String {
    let own = if policy == BorderPolicy::Un { BTreeSet::new() } else { policy.view() };
    let by = |basis: UnBasis| {
        let areas = contested_areas().iter().filter(|area| area.un_basis == basis);
        let moved = areas.filter(|area| area.holder(BorderPolicy::Un) != area.holder(BorderPolicy::DeFacto));
        let disputes = moved.map(|area| area.dispute.as_str());
        disputes.filter(|dispute| !own.contains(dispute)).collect::<BTreeSet<&str>>()
    };
    let apart = contested_areas()
        .iter()
        .filter(|area| area.un_basis == UnBasis::Apart && area.own == Some(area.holder(policy)));
    let apart: BTreeSet<&str> = apart.map(|area| area.name.as_str()).collect();
    // In one order, whatever the language calls them.
    let listed = |about: &'static str, names: &BTreeSet<&'static str>| {
        all(&names.iter().map(|name| named(about, name)).collect::<Vec<_>>())
    };
    let [resolutions, list] = [UnBasis::Resolution, UnBasis::List].map(by);
    let adjustments = [
        (!own.is_empty()).then(|| {
            told!(
                "to the view of {state} on {areas}",
                state = viewer(policy),
                areas = listed("dispute", &own)
            )
        }),
        (!resolutions.is_empty())
            .then(|| told!("to UN resolutions on {areas}", areas = listed("dispute", &resolutions))),
        (!list.is_empty()).then(|| {
            told!(
                "to the UN list of non-self-governing territories for {areas}",
                areas = listed("dispute", &list)
            )
        }),
    ];
    let adjustments: Vec<String> = adjustments.into_iter().flatten().collect();
    let apart = match apart.len() {
        0 => String::new(),
        1 => told!("; {areas} is drawn apart without deciding its status", areas = listed("area", &apart)),
        _ => told!("; {areas} are drawn apart without deciding their status", areas = listed("area", &apart)),
    };
    told!(
        "Boundaries follow Natural Earth 5.1.2, adjusted {adjustments}{apart}",
        adjustments = semicolons(&adjustments),
        apart
    )
}

/// The heading of the table of the most frequent: `Who took part most often, besides Russia (23): meetings`.
pub fn most_frequent(ranked: Ranked, by: Option<Rule>, besides: Option<(CountryCode, usize)>) -> String {
    let what = match ranked {
        Ranked::Parties => fixed("Who took part most often"),
        Ranked::Places => fixed("The most frequent places"),
    };
    let what = match besides {
        None => what.to_owned(),
        Some((code, number)) => told!(
            "{heading}, besides {state} ({number})",
            heading = what,
            state = state(code),
            number = grouped(number)
        ),
    };
    by.map_or_else(|| what.clone(), |by| format!("{what}: {}", rule(by)))
}

/// What the lines are, by which rule they are counted, and what their colour says.
pub fn legend_heading(heading: LegendHeading) -> String {
    let LegendHeading {
        in_short,
        reading,
        rule: by,
        widths_differ,
        stops_apart,
        ways_home,
        calls,
        crowded,
        fading,
        compared,
        filled,
        colour,
    } = heading;
    let some = |is_so: bool, words: &'static str| if is_so { fixed(words) } else { "" };
    let stops_apart = some(stops_apart, "legend::, to each stop of a trip by itself");
    let ways_home = some(ways_home, "legend::, none on the way home");
    let crowded = some(crowded, "legend::; journeys where there are too many");
    let fading = some(fading, "legend::; older meetings are paler");
    let counts = if widths_differ {
        told!("legend::thickness: number of {units}", units = rule(by))
    } else {
        told!("legend::counted: {units}", units = rule(by))
    };
    let lines = match calls {
        Calls::All => fixed("Calls between the seats of two governments").to_owned(),
        Calls::None => format!("{}{stops_apart}{crowded}", lines(reading)),
        Calls::Some => {
            let calls = fixed("legend::; calls without an arrow");
            format!("{}{stops_apart}{crowded}{calls}", lines(reading))
        }
    };
    let counts = format!("{counts}{ways_home}{fading}");
    let mut heading =
        if in_short { sentence_case(&counts) } else { told!("legend::{lines}; {counts}", lines, counts) };
    if filled {
        heading += &told!("legend::; fill: number of {units}", units = rule(by));
    }
    match colour {
        _ if compared => heading + fixed("legend::, the larger of before and after"),
        None => heading,
        Some(colour) => heading + &told!("legend::; colour: {colour}", colour = group_by(colour)),
    }
}

/// `meetings at one place`.
pub fn number_at_a_place(by: Unit) -> String {
    told!("{units} at one place", units = units(by))
}

/// `3`, `4–7`.
pub fn amount(least: usize, most: usize) -> String {
    if least == most { grouped(least) } else { format!("{}–{}", grouped(least), grouped(most)) }
}

/// `the 60 strongest of 2,204 lines stand out`; where not all are drawn, how many of them.
pub fn strong_lines(strong: usize, drawn: usize, all: usize) -> String {
    match strong {
        _ if drawn < all => {
            told_by!(
                all,
                "the {drawn} strongest of {n} line drawn",
                "the {drawn} strongest of {n} lines drawn",
                drawn = grouped(drawn)
            )
        }
        0 => told_by!(all, "{n} line drawn faint", "all {n} lines drawn faint"),
        1 => told_by!(all, "the strongest of {n} line stands out", "the strongest of {n} lines stands out"),
        strong => told_by!(
            all,
            "the {strong} strongest of {n} line stand out",
            "the {strong} strongest of {n} lines stand out",
            strong = grouped(strong)
        ),
    }
}
