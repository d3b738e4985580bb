//! Any document: strategies for properties that must hold for every one.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::num::{NonZeroU16, NonZeroU32};
use std::sync::Arc;
use summitry::document::as_read::AsRead;
use summitry::document::fingerprint::Fingerprint;
use summitry::document::unknown::{Beyond, Unknown, UnknownOfMeeting};
use summitry::document::{Document, ReadAs, SourceFile};
use summitry::drawing::{Bundling, CountryFill, Course, Drawing, LineWidths, PastDisplay};
use summitry::gazetteer::language::Language;
use summitry::gazetteer::region::Region;
use summitry::globe::policy::BorderPolicy;
use summitry::globe::projection::{Plane, Projection};
use summitry::globe::view::{SPAN_RANGE, View};
use summitry::import::decisions::{self, Decided, Decisions};
use summitry::meeting::code::CountryCode;
use summitry::meeting::date::{Dates, PartialDate};
use summitry::meeting::identity::{CityId, MeetingId, PlaceId, TripId};
use summitry::meeting::table::Meetings;
use summitry::meeting::{
    Kind, Meeting, Participant, Placed, Position, Role, Source, Status, Stop, Text, Venue,
};
use summitry::page::{Below, Page, PageFormat, TextSize, Texts};
use summitry::query::calendar::Grain;
use summitry::query::column::{Column, Sort};
use summitry::query::met::{Order, Sides};
use summitry::query::pair::Pair;
use summitry::query::question::baseline::{Baseline, BaselineRule};
use summitry::query::question::filter::{Area, Excluded, Filter};
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::reading::Reading;
use summitry::query::question::rule::{Rule, Sidelines, Summits, Unit};
use summitry::query::tie::{LegKey, TieKey};
use summitry::state::{Aids, Framing, Labels, MatrixView, Pane, State, TableView, Target, Theme, Time};

/// Texts as people write them, and texts that only break programs.
pub fn words() -> impl Strategy<Value = Text> {
    text().prop_map(Text::from)
}

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Z][a-z]{0,8}( [a-z]{1,6}){0,3}",
        1 => vec(any::<char>(), 0..6).prop_map(|letters| letters.into_iter().collect()),
        1 => Just(String::new()),
    ]
}

pub fn country() -> impl Strategy<Value = CountryCode> {
    select(&["FRA", "RUS", "KAZ", "HUN", "USA", "XKX"][..])
        .prop_map(|code| CountryCode::new(code).expect("it is a code"))
}

pub fn position() -> impl Strategy<Value = Position> {
    (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| Position::new(lon, lat))
}

fn partial_date() -> impl Strategy<Value = PartialDate> {
    (-9999..=9999_i16, 1..=12_i8, 1..=28_i8, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => PartialDate::Year(year),
        1 => PartialDate::Month(year, month),
        _ => PartialDate::Day(jiff::civil::date(year, month, day)),
    })
}

pub fn dates() -> impl Strategy<Value = Dates> {
    (proptest::option::of(partial_date()), proptest::option::of(partial_date())).prop_map(|(start, end)| {
        match (start, end) {
            (Some(a), Some(b)) if b.last_day() < a.first_day() => Dates { start: end, end: start },
            _ => Dates { start, end },
        }
    })
}

pub fn venue() -> impl Strategy<Value = Venue> {
    let placed = prop_oneof![
        (any::<u32>(), position()).prop_map(|(city, at)| Placed::City(CityId(city), at)),
        (country(), position()).prop_map(|(code, at)| Placed::Country(code, at)),
        position().prop_map(Placed::Point),
        Just(Placed::Nowhere),
    ];
    (proptest::option::of(country()), text(), text(), text(), placed).prop_map(
        |(country, country_as_written, city, building, placed)| Venue {
            country,
            country_as_written: country_as_written.into(),
            city: city.into(),
            building: building.into(),
            placed,
        },
    )
}

pub fn participants() -> impl Strategy<Value = Vec<Participant>> {
    let one = (text(), text(), proptest::option::of(country()), select(&Role::ALL[..]));
    let one = one.prop_map(|(name, office, country, role)| Participant {
        name: name.into(),
        office: office.into(),
        country,
        role,
    });
    vec(one, 0..4)
}

pub fn sources() -> impl Strategy<Value = Vec<Source>> {
    let one = (text(), vec(text(), 0..3)).prop_map(|(reference, facts)| Source {
        reference: reference.into(),
        facts: facts.into_iter().map(Text::from).collect(),
    });
    vec(one, 0..3)
}

/// A stop of one of a few trips, or of none.
pub fn stop() -> impl Strategy<Value = Option<Stop>> {
    let name = select(&["Asia", "a trip", "=1+1", "—"][..]).prop_map(TripId::new);
    let number = (1..=u16::MAX).prop_map(NonZeroU16::new);
    let number = prop_oneof![Just(None), number];
    proptest::option::of((name, number).prop_map(|(trip, number)| Stop { trip, number }))
}

/// How many meetings a row stands for, mostly one.
pub fn count() -> impl Strategy<Value = NonZeroU32> {
    let several = any::<NonZeroU32>();
    prop_oneof![3 => Just(NonZeroU32::MIN), 1 => several]
}

/// A meeting without an identity.
pub fn meeting() -> impl Strategy<Value = Meeting> {
    let words = (text(), text(), text(), text());
    let sorts = (select(&Kind::ALL[..]), select(&Status::ALL[..]));
    (words, sorts, dates(), venue(), participants(), sources(), (stop(), count())).prop_map(
        |(
            (title, occasion, outcome, note),
            (kind, status),
            dates,
            venue,
            participants,
            sources,
            (trip, count),
        )| Meeting {
            id: MeetingId::new(""),
            title: title.into(),
            kind,
            status,
            dates,
            venue,
            participants,
            occasion: occasion.into(),
            outcome: outcome.into(),
            sources,
            note: note.into(),
            trip,
            count,
        },
    )
}

pub fn filter() -> impl Strategy<Value = Filter> {
    let area =
        prop_oneof![select(&Region::ALL[..]).prop_map(Area::Region), country().prop_map(Area::Country),];
    let day = || {
        proptest::option::of(
            (1800..2100_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)),
        )
    };
    let sets = (
        btree_set(select(&Region::ALL[..]), 0..3),
        btree_set(area, 0..3),
        btree_set(country(), 0..3),
        btree_set(text(), 0..2),
        btree_set(text(), 0..2),
        btree_set(select(&Kind::ALL[..]), 0..3),
        btree_set(select(&Status::ALL[..]), 0..3),
    );
    let excluded = (
        btree_set(select(&Region::ALL[..]), 0..2),
        btree_set(country().prop_map(Area::Country), 0..2),
        btree_set(country(), 0..2),
        btree_set(text(), 0..2),
        btree_set(text(), 0..2),
        btree_set(select(&Kind::ALL[..]), 0..2),
        btree_set(select(&Status::ALL[..]), 0..2),
    );
    let excluded = excluded.prop_map(|(regions, held_in, countries, blocs, leaders, kinds, statuses)| {
        Excluded { regions, held_in, countries, blocs, leaders, kinds, statuses }
    });
    (sets, excluded, any::<[bool; 2]>(), day(), day(), text()).prop_map(
        |(
            (regions, held_in, countries, blocs, leaders, kinds, statuses),
            excluded,
            [all_countries, only_their_lines],
            from,
            to,
            text,
        )| Filter {
            excluded,
            all_countries,
            only_their_lines,
            regions,
            held_in,
            countries,
            blocs,
            leaders,
            kinds,
            statuses,
            from,
            to,
            text,
        },
    )
}

pub fn rule() -> impl Strategy<Value = Rule> {
    let sidelines = prop_oneof![Just(Sidelines::Counted), Just(Sidelines::Folded)];
    let summits = prop_oneof![Just(Summits::AsOne), Just(Summits::PerParticipant)];
    (select(&Unit::ALL[..]), sidelines, summits, any::<bool>(), any::<bool>()).prop_map(
        |(unit, sidelines, summits, planned, invited)| Rule { unit, sidelines, summits, planned, invited },
    )
}

fn framing() -> impl Strategy<Value = Framing> {
    let view =
        (-3.0..3.0, -2.0..2.0, SPAN_RANGE).prop_map(|(x, y, span)| View { centre: Plane { x, y }, span });
    prop_oneof![Just(Framing::Fit), view.clone().prop_map(Framing::Frozen), view.prop_map(Framing::Chosen)]
}

pub fn selection() -> impl Strategy<Value = Option<Target>> {
    proptest::option::of(prop_oneof![
        country().prop_map(Target::Country),
        text().prop_map(Target::Occasion),
        (country(), country()).prop_map(|(a, b)| Target::Pair(Pair::of_states([a, b]))),
        (text(), text()).prop_map(|(a, b)| Target::Pair(Pair::of_people([a, b]))),
        text().prop_map(Target::Person),
        (country(), country()).prop_map(|(a, b)| Target::Tie(TieKey::Relation { a, b })),
        text().prop_map(|id| Target::Meeting(MeetingId::new(&id))),
        (country(), position(), proptest::option::of(country()), select(&Status::ALL[..]), any::<bool>())
            .prop_map(|(state, from, to, status, before)| {
                let (from, to) = (PlaceId::point(from), to.map(PlaceId::Country));
                let home = before.then_some(CityId(2_946_447));
                Target::Tie(TieKey::Leg(LegKey { state, from, to, status, home }))
            }),
    ])
}

pub fn state() -> impl Strategy<Value = State> {
    let drawing = (
        select(&Course::ALL[..]),
        select(&Bundling::ALL[..]),
        select(&LineWidths::ALL[..]),
        select(&GroupBy::ALL[..]),
        select(&CountryFill::ALL[..]),
    );
    let drawing = drawing.prop_map(|(course, several, widths, colour, fill)| Drawing {
        course,
        several,
        widths,
        colour,
        fill,
    });
    let follows = prop_oneof![Just(BaselineRule::TimeBefore), Just(BaselineRule::AllBefore)];
    let compare = (filter(), any::<bool>(), proptest::option::of(follows));
    let compare = compare.prop_map(|(before, per_month, follows)| Baseline { before, per_month, follows });
    let aids = any::<[bool; 3]>().prop_map(|[graticule, circles, scale]| Aids { graticule, circles, scale });
    let labels =
        any::<[bool; 3]>().prop_map(|[countries, venues, leaders]| Labels { countries, venues, leaders });
    let time = (proptest::option::of(select(&Grain::ALL[..])), select(&PastDisplay::ALL[..]));
    let time = time.prop_map(|(grain, mode)| Time { grain, mode });
    let question = (filter(), rule(), select(&Reading::ALL[..]), proptest::option::of(compare), time);
    let map = (
        select(&Projection::ALL[..]),
        -180.0..=180.0,
        proptest::option::of(position()),
        framing(),
        select(&BorderPolicy::ALL[..]),
    );
    let columns = btree_set(select(&Column::ALL[..]), 1..5);
    let sort =
        (select(&Column::ALL[..]), any::<bool>()).prop_map(|(by, is_descending)| Sort { by, is_descending });
    let matrix = (select(&Sides::ALL[..]), select(&Order::ALL[..]));
    let matrix = matrix.prop_map(|(sides, order)| MatrixView { sides, order });
    let table = (columns, sort).prop_map(|(columns, sort)| TableView { columns, sort });
    let seen = (selection(), select(&Pane::ALL[..]), table, matrix);
    let texts = (text(), text(), text());
    let texts = texts.prop_map(|(subtitle, note, sources)| Texts { subtitle, note, sources });
    let page = (
        proptest::option::of(select(&PageFormat::ALL[..])),
        select(&TextSize::ALL[..]),
        any::<[bool; 2]>(),
        select(&Below::ALL[..]),
    );
    let page = page.prop_map(|(format, text, [legend, transparent], below)| Page {
        format,
        text,
        legend,
        below,
        transparent,
    });
    let page = (page, proptest::option::of(select(&Theme::ALL[..])));
    let look =
        (aids, drawing, labels, select(&Theme::ALL[..]), select(&Language::ALL[..]), text(), texts, page);
    (question, map, look, seen).prop_map(|(question, map, look, seen)| {
        let (selection, pane, table, matrix) = seen;
        let (filter, rule, reading, compare, time) = question;
        let (projection, meridian, centre, framing, borders) = map;
        let (aids, drawing, labels, theme, language, title, texts, (page, page_theme)) = look;
        State {
            version: State::VERSION,
            filter,
            rule,
            reading,
            projection,
            meridian,
            centre,
            aids,
            borders,
            drawing,
            compare,
            time,
            framing,
            theme,
            language,
            labels,
            title,
            texts,
            page,
            page_theme,
            selection,
            pane,
            table,
            matrix,
        }
    })
}

/// A field of some other program.
fn fields() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        text().prop_map(Value::from),
        Just(json!({ "deep": [1, { "deeper": null }] })),
    ];
    proptest::collection::btree_map("x-[a-z]{1,4}", value, 1..3).prop_map(|map| map.into_iter().collect())
}

/// What somebody else wrote into some of the meetings.
fn unknown_of(record: &Meetings, fields: &Map<String, Value>, every: usize) -> Unknown {
    let mut meetings = BTreeMap::new();
    for (row, meeting) in record.iter().filter(|(row, _)| row % every == 0) {
        let mut unknown = UnknownOfMeeting { own: fields.clone(), ..UnknownOfMeeting::default() };
        if row % 2 == 0 {
            unknown.venue.clone_from(fields);
        }
        if let Some(last) = meeting.participants.last() {
            let alike = meeting.participants.iter().filter(|one| one.name == last.name).count();
            unknown.participants.insert((last.name.clone(), alike - 1), fields.clone());
        }
        if let Some(first) = meeting.sources.first() {
            unknown.sources.insert((first.reference.clone(), 0), fields.clone());
        }
        meetings.insert(meeting.id.clone(), unknown);
    }
    let known = serde_json::to_value(State::default()).expect("a state is plain values");
    let state = Beyond::of(json!({ "x-state": 7, "filter": { "x-inner": [] } }), &known);
    Unknown { top: fields.clone(), state, meetings }
}

/// Where a text may be decided to belong.
pub fn decided() -> impl Strategy<Value = Decided> {
    let cities = select(&[524_901_u32, 3_621_849, 1_526_273][..]);
    prop_oneof![
        cities.prop_map(|id| Decided::City(CityId(id))),
        country().prop_map(Decided::Country),
        position().prop_map(Decided::Point),
        Just(Decided::LeftOut),
    ]
}

fn all_decisions() -> impl Strategy<Value = Decisions> {
    let states =
        prop_oneof![country().prop_map(decisions::State::Represents), Just(decisions::State::Nobody(())),];
    let places = proptest::collection::btree_map(text(), decided(), 0..3);
    let states = proptest::collection::btree_map(text(), states, 0..3);
    (places, states, proptest::option::of(fields())).prop_map(|(places, states, unknown)| Decisions {
        places,
        states,
        unknown: unknown.unwrap_or_default(),
    })
}

fn source_file() -> impl Strategy<Value = SourceFile> {
    let fingerprint = (any::<u64>(), any::<u64>()).prop_map(|(bytes, hash)| Fingerprint { bytes, hash });
    let parts = (text(), select(&ReadAs::ALL[..]), proptest::option::of(fingerprint));
    (parts, proptest::option::of(fields())).prop_map(|((path, read_as, fingerprint), unknown)| SourceFile {
        instructions: std::sync::Arc::default(),
        path,
        read_as,
        fingerprint,
        unknown: unknown.unwrap_or_default(),
        unknown_instructions: Beyond::default(),
    })
}

/// A table of some rows, with identities as files have them.
pub fn record() -> impl Strategy<Value = Meetings> {
    vec((meeting(), text()), 0..8).prop_map(|rows| {
        let mut record = Meetings::default();
        for (number, (meeting, id)) in rows.into_iter().enumerate() {
            let id = MeetingId::new(&format!("{number} {id}"));
            record.push(Meeting { id, ..meeting }).expect("its number is its own");
        }
        record
    })
}

/// What was read of a record of which every so many meetings were changed, removed and added; all with none.
fn as_read(record: &Meetings, others: &Meetings, every: usize) -> AsRead {
    if every == 0 {
        return AsRead::of(record);
    }
    let mut before = Vec::new();
    for (row, meeting) in others.iter().step_by(every) {
        let id = if row < record.len() { record.get(row).id.clone() } else { meeting.id.clone() };
        before.push(Meeting { id, ..meeting.clone() });
    }
    let added: Vec<_> = record.iter().skip(1).step_by(every + 1).map(|(_, one)| one.id.clone()).collect();
    AsRead::restored(record, before, &added)
}

pub fn document() -> impl Strategy<Value = Document> {
    let unknown = proptest::option::of((fields(), 1..4_usize));
    let records = (record(), record(), 0..4_usize);
    (records, vec(source_file(), 0..3), all_decisions(), state(), 1..1000_u64, unknown).prop_map(
        |((record, others, every), sources, decisions, state, next_number, unknown)| {
            let as_read = as_read(&record, &others, every);
            let decisions = Arc::new(decisions);
            let unknown = unknown.map(|(fields, every)| unknown_of(&record, &fields, every));
            let unknown = Arc::new(unknown.unwrap_or_default());
            Document { record, as_read, sources, decisions, state, next_number, unknown }
        },
    )
}
