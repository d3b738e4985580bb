//! The map in English: projection, distances, borders, legend and credits.

use super::list::all;
use super::number::{about, counted, grouped, kilometres, longitude, position};
use super::question::rule;
use super::word::{border_policy, group_by, lines, noun, projection, unit};
use crate::gazetteer::country::Countries;
use crate::globe::chart::Chart;
use crate::globe::policy::{BorderPolicy, UnBasis, contested_areas};
use crate::globe::projection::Projection;
use crate::meeting::Position;
use crate::query::question::rule::Unit;
use crate::query::travel::{self, Travel};
use crate::words::message::{LegendHeading, Noun};
use std::collections::BTreeSet;
use std::sync::LazyLock;

const WINDS: [&str; 8] =
    ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

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
                format!("{name} projection")
            } else {
                format!("{name} projection, centred on {}", longitude(chart.centre.lon))
            }
        }
        Projection::AzimuthalEquidistant => {
            format!("{name} projection; distances from {} are true", position(chart.centre))
        }
        Projection::Orthographic => format!("{name} centred on {}", position(chart.centre)),
    }
}

/// How far it is, and in which direction one sets out: `about 2,290 km, towards 121° (south-east)`.
pub fn distance(from: Position, to: Position) -> String {
    let bearing = travel::bearing(from, to);
    let wind = WINDS[(bearing / 45.0).round() as usize % WINDS.len()];
    format!("{}, towards {}° ({wind})", about(travel::kilometres(from, to)), bearing.round() as u32 % 360)
}

/// `about 12,300 km, 9 days away`, and what that leaves out.
pub fn travel(travel: Travel) -> String {
    let Travel { trips: _, km, days, undated, not_placed, at_country } = travel;
    // To the nearest hundred from a thousand kilometres on, else to the nearest ten.
    let step = if km < 1000.0 { 10.0 } else { 100.0 };
    let far = format!("about {}", kilometres((km / step).round() * step));
    let far = if km > 0.0 { far } else { "distance not known".to_owned() };
    let away = match (counted(days, ["day away", "days away"]), days, undated) {
        (_, 0, _) => "days away not known".to_owned(),
        (away, _, 0) => away,
        (away, ..) => format!("at least {away}"),
    };
    let some = |number: usize, words: &str| {
        (number > 0).then(|| format!("{} {words}", counted(number, noun(Noun::Stop))))
    };
    let left = [some(not_placed, "not placed"), some(at_country, "known only by country")];
    let parts: Vec<String> = [Some(far), Some(away)].into_iter().chain(left).flatten().collect();
    parts.join(", ")
}

/// `2,000 km in the middle of the map`.
pub fn scale(km: f64) -> String {
    // Close up, the bar stands for less than a kilometre.
    let length = if km < 1000.0 { format!("{km} km") } else { kilometres(km) };
    format!("{length} in the middle of the map")
}

/// What every picture must say about its borders. It names the disputes and areas in which the policy departs from
/// Natural Earth, read off the table, so that it says neither more nor less.
pub fn borders(policy: BorderPolicy) -> &'static str {
    static TEXTS: LazyLock<[String; BorderPolicy::ALL.len()]> =
        LazyLock::new(|| BorderPolicy::ALL.map(worded));
    &TEXTS[policy as usize]
}

/// `Boundaries: Natural Earth 5.1.2, as seen by India; areas of contested status are hatched; no endorsement implied.`
pub fn borders_in_short(policy: BorderPolicy) -> String {
    let name = border_policy(policy).replacen("As seen", "as seen", 1).replacen("De facto", "de facto", 1);
    format!(
        "Boundaries: Natural Earth 5.1.2, {name}; areas of contested status are hatched; no endorsement implied."
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
    format!("{boundaries}; areas of contested status are hatched; no endorsement implied.")
}

/// Natural Earth as it comes, but for what it draws apart though it knows who holds it.
fn de_facto() -> String {
    let given = contested_areas().iter().filter(|area| {
        let holder = area.holder(BorderPolicy::DeFacto);
        area.un_basis == UnBasis::Apart && area.own != Some(holder)
    });
    let countries = Countries::embedded();
    let given: Vec<String> = given
        .map(|area| {
            let holder = countries.name(area.holder(BorderPolicy::DeFacto));
            format!(", but for {}, which is drawn with {holder}", area.name)
        })
        .collect();
    format!("Boundaries are Natural Earth's (version 5.1.2){}; front lines are not shown", given.concat())
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
    let named = |names: &BTreeSet<&str>| all(&names.iter().collect::<Vec<_>>());
    let state = border_policy(policy).trim_start_matches("As seen by ");
    let [resolutions, list] = [UnBasis::Resolution, UnBasis::List].map(by);
    let adjustments = [
        (!own.is_empty()).then(|| format!("to the view of {state} on {}", named(&own))),
        (!resolutions.is_empty()).then(|| format!("to UN resolutions on {}", named(&resolutions))),
        (!list.is_empty())
            .then(|| format!("to the UN list of non-self-governing territories for {}", named(&list))),
    ];
    let adjustments: Vec<String> = adjustments.into_iter().flatten().collect();
    let apart = match apart.len() {
        0 => String::new(),
        1 => format!("; {} is drawn apart without deciding its status", named(&apart)),
        _ => format!("; {} are drawn apart without deciding their status", named(&apart)),
    };
    format!("Boundaries follow Natural Earth 5.1.2, adjusted {}{apart}", adjustments.join("; "))
}

/// What the lines are, by which rule they are counted, and what their colour says.
pub fn legend_heading(heading: LegendHeading) -> String {
    let LegendHeading {
        reading,
        rule: by,
        widths_differ,
        stops_apart,
        ways_home,
        crowded,
        fading,
        compared,
        colour,
    } = heading;
    let stops_apart = if stops_apart { ", to each stop of a trip by itself" } else { "" };
    let ways_home = if ways_home { ", none on the way home" } else { "" };
    let crowded = if crowded { "; journeys where there are too many" } else { "" };
    let counts = if widths_differ { "thickness: number of" } else { "counted:" };
    let fading = if fading { "; older meetings are paler" } else { "" };
    let heading =
        format!("{}{stops_apart}{crowded}; {counts} {}{ways_home}{fading}", lines(reading), rule(by));
    match colour {
        _ if compared => format!("{heading}, the larger of before and after"),
        None => heading,
        Some(colour) => format!("{heading}; colour: {}", group_by(colour)),
    }
}

/// `meetings at one place`.
pub fn number_at_a_place(by: Unit) -> String {
    format!("{} at one place", unit(by)[1])
}

/// `3`, `4–7`.
pub fn amount(least: usize, most: usize) -> String {
    if least == most { grouped(least) } else { format!("{}–{}", grouped(least), grouped(most)) }
}

/// `the 60 strongest of 2,204 lines stand out`; where not all are drawn, how many of them.
pub fn strong_lines(strong: usize, drawn: usize, all: usize) -> String {
    match strong {
        _ if drawn < all => {
            format!("the {} strongest of {} lines drawn", grouped(drawn), grouped(all))
        }
        0 => format!("all {} lines drawn faint", grouped(all)),
        1 => format!("the strongest of {} lines stands out", grouped(all)),
        strong => format!("the {} strongest of {} lines stand out", grouped(strong), grouped(all)),
    }
}
