//! The timeline: what is counted when, which window is chosen, and how it plays, worked out by hand.

use crate::import::read;
use jiff::civil::{Date, date};
use summitry::drawing::{PastDisplay, share_of_ink};
use summitry::import;
use summitry::meeting::Status;
use summitry::meeting::table::Meetings;
use summitry::query::calendar::{Grain, moved};
use summitry::query::index::Index;
use summitry::query::question::Question;
use summitry::query::question::baseline::Baseline;
use summitry::query::question::filter::Filter;
use summitry::query::question::grouping::GroupBy;
use summitry::query::question::rule::{Rule, Sidelines, Unit};
use summitry::query::shown::Shown;
use summitry::query::timeline::{Part, Timeline, event_before, next_event};
use summitry::state::{State, Time};
use summitry::ui::playback::{Playback, set, step, window};
use summitry::words::message::Message;
use summitry::words::say;

fn shipped() -> Meetings {
    import::embedded().meetings
}

fn timeline(meetings: &Meetings, grain: Option<Grain>) -> Timeline {
    asked(meetings, &Question::default(), grain)
}

fn asked(meetings: &Meetings, question: &Question, grain: Option<Grain>) -> Timeline {
    let index = Index::new(meetings);
    Timeline::new(meetings, &index, &Shown::with(meetings, &index, question), grain)
}

fn totals(timeline: &Timeline) -> Vec<usize> {
    timeline.bars.iter().map(summitry::query::timeline::Bar::total).collect()
}

#[test]
fn months_hold_what_was_counted_by_hand() {
    let months = timeline(&shipped(), Some(Grain::Month));
    // May: Armenia, Cuba, Tajikistan, Bahrain, Minsk, Tashkent, and not the inauguration. June: Bolivia,
    // Zimbabwe, Pyongyang, Hanoi, Congo. July: Orban's three, Astana's eight, Modi. Nothing in August and
    // September; the BRICS summit in October.
    assert_eq!(totals(&months), [6, 5, 12, 0, 0, 1]);
    assert_eq!(months.span(), Some((date(2024, 5, 1), date(2024, 10, 31))));
    assert_eq!(months.undated.len(), 1, "the invitation");
    let part = |status: Status| Part { class: None, status };
    assert_eq!(months.bars[5].counts.get(&part(Status::Planned)), Some(&1));
    assert_eq!(months.bars[2].counts.get(&part(Status::Held)), Some(&12));
    assert_eq!(totals(&timeline(&shipped(), Some(Grain::Quarter))), [11, 12, 1]);
    assert_eq!(totals(&timeline(&shipped(), Some(Grain::Year))), [24]);
}

#[test]
fn days_suit_half_a_year_and_a_meeting_of_days_counts_on_its_first() {
    let days = timeline(&shipped(), None);
    assert_eq!((days.grain, days.bars.len()), (Grain::Day, 170), "8 May to 24 October");
    let on = |month, day| {
        days.bars.iter().find(|bar| bar.begin == date(2024, month, day)).expect("the day has a bar").total()
    };
    assert_eq!((on(7, 3), on(7, 4), on(5, 26), on(5, 27)), (7, 1, 1, 0));
    assert_eq!(days.spans, []);
    let chosen = |first: Date, last: Date| Grain::for_span(first, last);
    assert_eq!(chosen(date(2024, 1, 1), date(2026, 1, 1)), Grain::Week);
    assert_eq!(chosen(date(2010, 1, 1), date(2024, 1, 1)), Grain::Month);
    assert_eq!(chosen(date(1980, 1, 1), date(2024, 1, 1)), Grain::Quarter);
    assert_eq!(chosen(date(-400, 1, 1), date(2024, 1, 1)), Grain::Year);
}

#[test]
fn bars_count_by_the_rule_and_under_the_other_fields() {
    let count = |filter: Filter, rule: Rule| {
        let question = Question { filter, rule, ..Question::default() };
        totals(&asked(&shipped(), &question, Some(Grain::Month)))
    };
    let july = Filter { from: Some(date(2024, 7, 1)), to: Some(date(2024, 7, 31)), ..Filter::default() };
    assert_eq!(count(july, Rule::default()), [6, 5, 12, 0, 0, 1], "its own field is not asked");
    let days = Rule { unit: Unit::MeetingDays, ..Rule::default() };
    // Two days in Minsk and three in Tashkent; two of the summit and two of Modi's; three in Kazan.
    assert_eq!(count(Filter::default(), days), [9, 5, 14, 0, 0, 3]);
    let folded = Rule { sidelines: Sidelines::Folded, planned: false, ..Rule::default() };
    assert_eq!(count(Filter::default(), folded), [6, 5, 5, 0, 0, 0], "the axis stands still");
    let africa = Filter { text: "Africa".to_owned(), ..Filter::default() };
    assert_eq!(count(africa, Rule::default()).iter().sum::<usize>(), 1, "BRICS, with South Africa");
}

#[test]
fn bars_are_stacked_by_what_the_lines_colours_tell_apart() {
    let meetings = shipped();
    let index = Index::new(&meetings);
    let july = |question: &Question| {
        let shown = Shown::with(&meetings, &index, question);
        let timeline = Timeline::new(&meetings, &index, &shown, Some(Grain::Month));
        let parts = timeline.bars[2].counts.iter().map(|(part, number)| {
            let class = part.class.expect("colours do not say the status");
            (say(Message::Class(&shown.classes, class)), *number)
        });
        (parts.collect::<Vec<_>>(), shown.classes)
    };
    let told = |parts: &[(String, usize)]| {
        parts.iter().map(|(name, number)| format!("{number} {name}")).collect::<Vec<_>>().join(", ")
    };
    let by = |colour| Question { colour, ..Question::default() };
    let (parts, _) = july(&by(GroupBy::Kind));
    assert_eq!(told(&parts), "1 summit, 1 official visit, 3 bilateral, 7 sideline");
    let (parts, classes) = july(&by(GroupBy::Region));
    // Hungary's three and Russia's to Tokayev; Modi's. To the summit and to six of its sidelines came states
    // of several regions.
    assert_eq!(told(&parts), "4 Europe, 1 South Asia, 7 several regions");
    let of_july = Filter { from: Some(date(2024, 7, 1)), to: Some(date(2024, 7, 31)), ..Filter::default() };
    let (windowed, same) = july(&Question { filter: of_july.clone(), ..by(GroupBy::Region) });
    assert_eq!((windowed, same), (parts, classes), "a colour keeps its meaning while the window moves");
    let before = Filter { from: None, to: Some(date(2024, 6, 30)), ..Filter::default() };
    let compare = Some(Baseline { before, per_month: false, follows: None });
    let (parts, _) = july(&Question { filter: of_july, compare, ..Question::default() });
    assert_eq!(
        told(&parts),
        "12 gained",
        "nobody had come to Astana, Kyiv or Beijing, nor Hungary or India to Moscow"
    );
}

#[test]
fn what_is_known_to_the_month_is_a_span_of_days() {
    let import = read(
        "date,country,city,participants\n\
         2024-07-03,FRA,Paris,A|King|GBR\n2024-07,FRA,Paris,A|King|GBR\n2024-07,FRA,Paris,B|King|GBR\n2024,FRA,Paris,A|King|GBR\n,FRA,Paris,A|King|GBR\n",
    );
    let days = timeline(&import.meetings, Some(Grain::Day));
    let spans: Vec<(Date, Date, usize)> =
        days.spans.iter().map(|span| (span.first, span.last, span.count)).collect();
    assert_eq!(spans, [(date(2024, 1, 1), date(2024, 12, 31), 1), (date(2024, 7, 1), date(2024, 7, 31), 2)]);
    assert_eq!((days.bars.len(), totals(&days).iter().sum::<usize>(), days.undated.len()), (366, 1, 1));
    let months = timeline(&import.meetings, Some(Grain::Month));
    assert_eq!((totals(&months)[6], months.spans.len()), (3, 1), "a month holds what is known to the month");
    let years = timeline(&import.meetings, Some(Grain::Year));
    assert_eq!((totals(&years), years.spans.len()), (vec![4], 0));
}

#[test]
fn there_is_no_lower_bound_on_years() {
    let import = read(
        "date,country,city,participants\n-0043-03-15,ITA,Rome,A|Consul|ITA\n2024-07-03,FRA,Paris,A|King|GBR\n",
    );
    let ages = timeline(&import.meetings, Some(Grain::Day));
    assert_eq!(ages.grain, Grain::Quarter, "755,000 days have no room, nor have 24,800 months");
    assert_eq!((ages.bars.len(), totals(&ages)[0]), (2067 * 4 + 3, 1));
    let import = read(
        "date,country,city,participants\n-9999-01-01,ITA,Rome,A|Consul|ITA\n9999-12-31,FRA,Paris,A|King|GBR\n",
    );
    for grain in Grain::ALL {
        let all = timeline(&import.meetings, Some(grain));
        assert_eq!((totals(&all)[0], totals(&all).last()), (1, Some(&1)), "{grain:?}");
        assert_eq!(all.span(), Some((Date::MIN, Date::MAX)));
        assert_eq!(moved((Date::MAX, Date::MAX), grain, 1), None);
        assert_eq!(moved((Date::MIN, Date::MIN), grain, -1), None);
    }
}

#[test]
fn an_empty_timeline_has_no_bars() {
    let none = timeline(&Meetings::default(), None);
    assert_eq!((none.span(), none.bars.len(), none.most()), (None, 0, 0));
    let undated = read("country,city,participants\nFRA,Paris,A|King|GBR\n");
    assert_eq!(timeline(&undated.meetings, None).undated, [0]);
}

#[test]
fn a_window_of_whole_months_stays_one() {
    let july = (date(2024, 7, 1), date(2024, 7, 31));
    assert_eq!(moved(july, Grain::Month, 1), Some((date(2024, 8, 1), date(2024, 8, 31))));
    assert_eq!(moved(july, Grain::Month, -5), Some((date(2024, 2, 1), date(2024, 2, 29))));
    let two = (date(2024, 5, 1), date(2024, 6, 30));
    assert_eq!(moved(two, Grain::Month, 2), Some((date(2024, 7, 1), date(2024, 8, 31))));
    assert_eq!(moved(july, Grain::Day, 3), Some((date(2024, 7, 4), date(2024, 8, 3))));
    assert_eq!(
        moved((date(2024, 7, 3), date(2024, 7, 9)), Grain::Month, 2),
        Some((date(2024, 9, 3), date(2024, 9, 9)))
    );
    let calendar = (Date::MIN, Date::MAX);
    for grain in Grain::ALL {
        assert_eq!(moved(calendar, grain, -(1 << 40)), None, "{grain:?}");
        assert_eq!(
            moved((date(2024, 7, 3), date(2024, 7, 9)), grain, 0),
            Some((date(2024, 7, 3), date(2024, 7, 9)))
        );
    }
}

#[test]
fn steps_lead_from_event_to_event() {
    let begins = timeline(&shipped(), None).begins;
    // 8, 9, 23 and 26 May; 6, 19, 20 and 27 June; 2, 3, 4, 5 and 8 July; 22 October.
    assert_eq!(begins.len(), 14);
    let first = next_event(None, &begins).expect("there is one");
    assert_eq!(first, (date(2024, 5, 8), date(2024, 5, 8)));
    let week = (date(2024, 5, 8), date(2024, 5, 14));
    assert_eq!(next_event(Some(week), &begins), Some((date(2024, 5, 9), date(2024, 5, 15))));
    assert_eq!(event_before(Some(week), &begins), None);
    assert_eq!(next_event(Some((date(2024, 10, 22), date(2024, 10, 22))), &begins), None);
    let mut state = State::default();
    let all = timeline(&shipped(), None);
    step(&all, &mut state, false);
    assert_eq!(window(&state), Some((date(2024, 10, 22), date(2024, 10, 22))), "the last from no window");
}

#[test]
fn what_is_past_stays_or_fades() {
    let meetings = shipped();
    let rows = |mode: PastDisplay| {
        let mut state = State { time: Time { mode, ..Time::default() }, ..State::default() };
        set(&mut state, (date(2024, 6, 1), date(2024, 6, 30)));
        Shown::new(&meetings, &state.question()).count.rows
    };
    assert_eq!(
        (rows(PastDisplay::Window), rows(PastDisplay::Cumulative), rows(PastDisplay::Fading)),
        (5, 11, 11)
    );
    let mut state =
        State { time: Time { mode: PastDisplay::Cumulative, ..Time::default() }, ..State::default() };
    set(&mut state, (date(2024, 6, 1), date(2024, 6, 30)));
    state.compare = Some(Baseline::default());
    let compared = state.question().filter;
    assert_eq!(compared, state.filter, "a window that is compared keeps its first day");
    let june = (date(2024, 6, 1), date(2024, 6, 30));
    let ink = |id: &str| {
        let days = meetings.get(meetings.row_of(id).expect("it is on record")).dates.days();
        share_of_ink(days.map(|(_, last)| last), june)
    };
    assert!((ink("congo-moscow-2024-06") - 1.0).abs() < 1e-6);
    // 28 May is four days before a window of thirty.
    assert!((ink("uzbekistan-tashkent-2024-05") - 0.5_f32.powf(4.0 / 30.0)).abs() < 1e-6);
    assert!(ink("armenia-moscow-2024-05") < ink("uzbekistan-tashkent-2024-05"));
    assert!((ink("turkey-invitation") - 1.0).abs() < 1e-6, "what has no date is never past");
}

#[test]
fn a_film_begins_with_any_window() {
    let months = timeline(&shipped(), Some(Grain::Month));
    let mut playback = Playback::default();
    playback.speed = 1.0;
    let mut state = State::default();
    set(&mut state, (date(2024, 6, 6), date(2024, 7, 5)));
    playback.toggle(&months, &mut state, 0.0);
    playback.advance(&months, &mut state, 0.1);
    assert_eq!((playback.is_playing(), window(&state)), (true, Some((date(2024, 6, 6), date(2024, 7, 5)))));
    playback.advance(&months, &mut state, 1.1);
    assert_eq!((playback.is_playing(), window(&state)), (true, Some((date(2024, 7, 6), date(2024, 8, 4)))));
    playback.stop();
    set(&mut state, (date(2024, 6, 6), date(2024, 6, 6)));
    playback.toggle(&months, &mut state, 2.0);
    assert_eq!(
        window(&state),
        Some((date(2024, 6, 1), date(2024, 6, 30))),
        "a day among months becomes its month"
    );
}

#[test]
fn a_film_moves_the_window_from_bar_to_bar_past_empty_ones_and_stops_at_the_end() {
    let months = timeline(&shipped(), Some(Grain::Month));
    let mut playback = Playback::default();
    playback.speed = 2.0;
    let mut state = State::default();
    playback.toggle(&months, &mut state, 10.0);
    assert_eq!(window(&state), Some((date(2024, 5, 1), date(2024, 5, 31))));
    // Nothing begins in August and September.
    for (now, month) in [(10.4, 5), (10.6, 6), (11.1, 7), (11.6, 10)] {
        playback.advance(&months, &mut state, now);
        assert_eq!(window(&state).map(|(from, _)| from), Some(date(2024, month, 1)), "{now}");
    }
    playback.advance(&months, &mut state, 12.1);
    assert!(!playback.is_playing());
    assert_eq!(window(&state), Some((date(2024, 10, 1), date(2024, 10, 31))), "the last frame stays");
    playback.toggle(&months, &mut state, 20.0);
    assert_eq!(window(&state).map(|(from, _)| from), Some(date(2024, 5, 1)), "from the beginning again");
    set(&mut state, (date(2024, 7, 3), date(2024, 7, 3)));
    playback.advance(&months, &mut state, 20.6);
    assert!(!playback.is_playing(), "another hand has moved the window");
    assert_eq!(window(&state), Some((date(2024, 7, 3), date(2024, 7, 3))));
}

#[test]
fn words_on_the_axis_never_touch_and_stay_on_it() {
    use jiff::ToSpan;
    use summitry::ui::ticks::ticks;
    for first in [date(2024, 5, 8), date(2024, 1, 1), date(1985, 11, 30), date(-400, 3, 2)] {
        for days in [0_i64, 1, 6, 20, 45, 100, 170, 400, 1500, 9000, 90_000, 600_000] {
            let last = first.checked_add(days.days()).expect("a date");
            for wide in (60_u16..2600).step_by(37).map(f32::from) {
                let ticks = ticks(first, last, wide);
                let told = format!("{first} to {last} over {wide}: {ticks:?}");
                let named: Vec<_> = ticks.iter().filter(|tick| !tick.words.is_empty()).collect();
                for (one, next) in named.iter().zip(named.iter().skip(1)) {
                    assert!(one.span.1 < next.span.0, "{told}");
                }
                for tick in &named {
                    assert!(tick.span.0 >= 0.0 && tick.span.1 <= wide.max(110.0), "{told}");
                }
            }
        }
    }
}

#[test]
fn the_first_month_is_named_though_it_began_before_the_axis() {
    let ticks = summitry::ui::ticks::ticks(date(2024, 5, 8), date(2024, 10, 24), 900.0);
    let words: Vec<&str> = ticks.iter().map(|tick| &tick.words[..]).collect();
    assert_eq!(words, ["May 2024", "June", "July", "August", "September", "October"]);
}

#[test]
fn a_film_moves_at_its_steps_and_rests_between_them() {
    let months = timeline(&shipped(), Some(Grain::Month));
    let mut playback = Playback::default();
    playback.speed = 4.0;
    let mut state = State::default();
    assert_eq!(playback.until_next_step(10.0), None);
    playback.toggle(&months, &mut state, 10.0);
    assert_eq!(playback.until_next_step(10.0), Some(0.25));
    let first = window(&state);
    playback.advance(&months, &mut state, 10.2);
    assert_eq!(window(&state), first, "nothing moves before the step");
    assert!((playback.until_next_step(10.2).expect("it plays") - 0.05).abs() < 1e-9);
    playback.advance(&months, &mut state, 10.25);
    assert_ne!(window(&state), first);
    assert_eq!(playback.until_next_step(10.25), Some(0.25));
}
