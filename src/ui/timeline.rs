//! The timeline under the map: a histogram of what is counted, on which a window of time is chosen, and
//! played.

use super::command::Command;
use super::playback::{Playback, set, window};
use super::scale::Scale;
use super::style::{self, quiet};
use super::ticks::ticks_ui;
use crate::drawing::PastDisplay;
use crate::meeting::Status;
use crate::meeting::table::Meetings;
use crate::picture::cues::colour_of_class;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::query::calendar::{Grain, bars_between, moved};
use crate::query::change::Change;
use crate::query::class::Classes;
use crate::query::question::filter::Field;
use crate::query::question::rule::Rule;
use crate::query::timeline::{Bar, Part, Span, Timeline};
use crate::state::{State, Target};
use crate::words::message::{Message, Word};
use crate::words::part::timeline::{Timing, TimingText};
use crate::words::spoken::sentence_case;
use crate::words::{label, say, word};
use egui::{CursorIcon, Pos2, Rect, Role, Sense, Stroke, WidgetInfo};
use jiff::civil::Date;

/// The strip's height in points.
pub const HEIGHT: f32 = 112.0;
/// Points that choices, dates and buttons take beside each other; with less, the choices are a menu.
const ROOM_FOR_CHOICES: f32 = 690.0;
/// Points within which an edge of the window is grabbed.
const GRIP: f32 = 6.0;
/// Lanes of spans above the bars, and their height.
const LANES: usize = 3;
const LANE: f32 = 5.0;

/// What a drag on the timeline changes.
#[derive(Clone, Copy, Debug)]
enum Grab {
    /// A window from here to the pointer.
    New(Date),
    /// Its first day.
    From,
    /// Its last one.
    To,
    /// All of it: the day that was grabbed, and the window then.
    Middle(Date, (Date, Date)),
}

/// What the timeline keeps between frames that is not worth saving.
#[derive(Clone, Debug, Default)]
pub struct TimelineMemory {
    /// Whether it plays.
    pub playback: Playback,
    grab: Option<Grab>,
}

/// What the timeline reads.
#[derive(Clone, Copy, Debug)]
pub struct TimelineContext<'a> {
    /// The table.
    pub meetings: &'a Meetings,
    /// The bars.
    pub timeline: &'a Timeline,
    /// The rule they count by.
    pub rule: Rule,
    /// What their colours tell apart.
    pub classes: &'a Classes,
    /// Colours.
    pub look: &'a Look,
    /// The days of what is selected, in order.
    pub selected: Option<&'a [Date]>,
    /// The days of what the pointer is on, in order.
    pub pointed: Option<&'a [Date]>,
}

/// The controls and, below them, the histogram. Gives the command of a button that was pressed.
pub fn timeline_ui(
    ui: &mut egui::Ui,
    context: TimelineContext,
    memory: &mut TimelineMemory,
    next: &mut State,
) -> Option<Command> {
    let command = controls_ui(ui, context, memory, next);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, in_words(context)));
    let Some(scale) = Scale::new(context.timeline, rect) else {
        let (at, font) = (rect.center(), style::font(size::SMALL, Weight::Regular));
        let ink = style::colour(context.look.quiet_ink);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, label(Timing::NoDates), font, ink);
        return command;
    };
    gestures(ui, &response, context.timeline, &scale, memory, next);
    bars_ui(ui, context, &scale, next);
    spans_ui(ui, context, &scale);
    ticks_ui(ui, context.look, &scale);
    window_ui(ui, context.look, &scale, next);
    if let Some(at) = response.hover_pos() {
        hint_ui(&response, context, &scale, at);
    }
    command
}

/// The timeline in one sentence.
fn in_words(context: TimelineContext) -> String {
    let TimelineContext { timeline, rule, .. } = context;
    let in_spans: usize = timeline.spans.iter().map(|span| span.count).sum();
    let total = timeline.bars.iter().map(Bar::total).sum::<usize>() + in_spans;
    let words = match timeline.span() {
        Some((first, last)) => say(TimingText::Timeline(timeline.grain, first, last, rule, total)),
        None => label(Timing::NoDatesInWords).to_owned(),
    };
    if timeline.undated.is_empty() { words } else { format!("{words}, {}", without_a_date(timeline)) }
}

fn without_a_date(timeline: &Timeline) -> String {
    say(TimingText::Undated(timeline.undated.len()))
}

fn controls_ui(
    ui: &mut egui::Ui,
    context: TimelineContext,
    memory: &mut TimelineMemory,
    next: &mut State,
) -> Option<Command> {
    let mut command = None;
    let playback = &mut memory.playback;
    ui.horizontal(|ui| {
        let play = if playback.is_playing() { label(Timing::Pause) } else { label(Timing::Play) };
        for (words, hint, what) in [
            (play, label(Timing::PlayKey), Command::Play),
            ("←", label(Timing::PreviousTip), Command::PreviousEvent),
            ("→", label(Timing::NextTip), Command::NextEvent),
        ] {
            // As wide for Play as for Pause, so that nothing moves under the hand.
            let wide = if what == Command::Play { 58.0 } else { 26.0 };
            let button = ui.add(egui::Button::new(words).min_size(egui::vec2(wide, 22.0)));
            if what != Command::Play {
                button.ctx.accesskit_node_builder(button.id, |node| node.set_label(what.text()));
            }
            if button.on_hover_text(hint).clicked() {
                command = Some(what);
            }
        }
        if ui.available_width() < ROOM_FOR_CHOICES {
            ui.menu_button(label(Timing::Playback), |ui| choices_ui(ui, context, playback, next));
        } else {
            choices_ui(ui, context, playback, next);
        }
        let (from, to) = (next.filter.from, next.filter.to);
        if from.is_some() || to.is_some() {
            ui.label(say(Message::Period(from, to)));
            if ui.button(label(Command::AllTime)).clicked() {
                next.filter = next.filter.without(Field::Period);
            }
        } else {
            how_to_choose_ui(ui);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| undated_ui(ui, context, next));
    });
    command
}

/// How to choose a time, where there is room to say it.
fn how_to_choose_ui(ui: &mut egui::Ui) {
    /// What stands at the end of the line needs so many widths of a letter.
    const BESIDE: f32 = 18.0;
    let text = egui::WidgetText::from(quiet(label(Timing::DragToChoose)));
    let font = egui::TextStyle::Body;
    let width =
        text.clone().into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, font.clone()).size().x;
    let beside = BESIDE * font.resolve(ui.style()).size;
    if ui.available_width() > width + beside {
        ui.label(text);
    }
}

/// How fast it plays, what becomes of what is past, and how long a bar is.
fn choices_ui(ui: &mut egui::Ui, context: TimelineContext, playback: &mut Playback, next: &mut State) {
    let now = ui.input(|input| input.time);
    combo_ui(ui, label(Timing::Speed), 86.0, per_second(playback.speed), |ui| {
        for one in Playback::SPEEDS {
            if ui.selectable_label((playback.speed - one).abs() < 0.01, per_second(one)).clicked() {
                playback.set_speed(one, now, next);
            }
        }
    });
    // Two times that are compared are windows.
    ui.add_enabled_ui(next.compare.is_none(), |ui| {
        let mode = if next.compare.is_none() { next.time.mode } else { PastDisplay::Window };
        combo_ui(ui, label(Timing::PastMeetings), 96.0, sentence_case(word(Word::PastDisplay(mode))), |ui| {
            for mode in PastDisplay::ALL {
                ui.selectable_value(&mut next.time.mode, mode, sentence_case(word(Word::PastDisplay(mode))));
            }
        });
    });
    combo_ui(ui, label(Timing::Bars), 92.0, say(TimingText::By(context.timeline.grain)), |ui| {
        ui.selectable_value(&mut next.time.grain, None, label(Timing::Automatic));
        for grain in Grain::ALL {
            ui.selectable_value(&mut next.time.grain, Some(grain), say(TimingText::By(grain)));
        }
    });
}

fn combo_ui(ui: &mut egui::Ui, name: &str, wide: f32, chosen: String, choices: impl FnOnce(&mut egui::Ui)) {
    let combo = egui::ComboBox::from_id_salt(name).width(wide).selected_text(chosen).show_ui(ui, choices);
    let response = combo.response.on_hover_text(name);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_label(name));
}

fn per_second(speed: f64) -> String {
    say(TimingText::PerSecond(speed))
}

/// The meetings without a date, which no bar can hold.
fn undated_ui(ui: &mut egui::Ui, context: TimelineContext, next: &mut State) {
    if context.timeline.undated.is_empty() {
        return;
    }
    ui.menu_button(without_a_date(context.timeline), |ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for &row in &context.timeline.undated {
                let meeting = context.meetings.get(row);
                if ui.button(meeting.title.as_str()).clicked() {
                    next.selection = Some(Target::Meeting(meeting.id.clone()));
                    // A period would hide what is selected.
                    next.filter = next.filter.without(Field::Period);
                    ui.close();
                }
            }
        });
    });
}

fn gestures(
    ui: &egui::Ui,
    response: &egui::Response,
    timeline: &Timeline,
    scale: &Scale,
    memory: &mut TimelineMemory,
    next: &mut State,
) {
    let now = window(next);
    let grip = |x: f32| {
        let (from, to) = now?;
        let (left, right) = (scale.x(from), scale.end(to));
        match x {
            x if (x - left).abs() <= GRIP => Some(Grab::From),
            x if (x - right).abs() <= GRIP => Some(Grab::To),
            x if (left..right).contains(&x) => Some(Grab::Middle(scale.day_at(x), (from, to))),
            _ => None,
        }
    };
    if let Some(at) = response.hover_pos() {
        ui.ctx().set_cursor_icon(match memory.grab.or(grip(at.x)) {
            Some(Grab::From | Grab::To) => CursorIcon::ResizeHorizontal,
            Some(Grab::Middle(..)) => CursorIcon::Grab,
            Some(Grab::New(_)) | None => CursorIcon::Crosshair,
        });
    }
    let pressed_at = ui.input(|input| input.pointer.press_origin());
    if let Some(at) = pressed_at.filter(|_| response.drag_started()) {
        memory.grab = Some(grip(at.x).unwrap_or(Grab::New(scale.day_at(at.x))));
    }
    let grain = timeline.grain;
    if response.double_clicked() {
        next.filter = next.filter.without(Field::Period);
    } else if let Some(at) = response.interact_pointer_pos() {
        let day = scale.day_at(at.x);
        if response.clicked() {
            set(next, (grain.begin(day), grain.end(day)));
        } else if let Some(chosen) = memory.grab.and_then(|grab| dragged(grab, grain, now, day)) {
            set(next, chosen);
        }
    }
    if !response.dragged() {
        memory.grab = None;
    }
}

/// The window that a drag to a day makes.
fn dragged(grab: Grab, grain: Grain, now: Option<(Date, Date)>, day: Date) -> Option<(Date, Date)> {
    match (grab, now) {
        (Grab::New(anchor), _) => Some((grain.begin(anchor.min(day)), grain.end(anchor.max(day)))),
        (Grab::From, Some((_, to))) => Some((grain.begin(day).min(to), to)),
        (Grab::To, Some((from, _))) => Some((from, grain.end(day).max(from))),
        (Grab::Middle(anchor, there), _) => moved(there, grain, bars_between(grain, anchor, day)),
        (Grab::From | Grab::To, None) => None,
    }
}

fn bars_ui(ui: &egui::Ui, context: TimelineContext, scale: &Scale, next: &State) {
    let most = context.timeline.most().max(1) as f32;
    let room = scale.base() - scale.rect.top() - LANES as f32 * LANE - 4.0;
    let painter = ui.painter();
    let mut mesh = egui::Mesh::default();
    // What stays from before the window is inside too.
    let question = next.question();
    let windows = [Some(&question.filter), question.compare.as_ref().map(|compare| &compare.before)];
    for bar in &context.timeline.bars {
        let (left, right) = (scale.x(bar.begin), scale.end(context.timeline.grain.end(bar.begin)));
        let gap = if right - left > 3.0 { 1.0 } else { 0.0 };
        let end = context.timeline.grain.end(bar.begin);
        let inside = windows.iter().flatten().any(|filter| {
            filter.from.is_none_or(|from| end >= from) && filter.to.is_none_or(|to| bar.begin <= to)
        });
        let has = |days: &[Date]| {
            let at = days.partition_point(|day| *day < bar.begin);
            days.get(at).is_some_and(|day| *day <= end)
        };
        // What is selected stands out among the rest.
        let is_lit = context.selected.is_none_or(has);
        if context.pointed.or(context.selected).is_some_and(has) {
            let below = Rect::from_min_max(
                Pos2::new(left, scale.base() + 1.0),
                Pos2::new((right - gap).max(left + 2.0), scale.base() + 4.0),
            );
            mesh.add_colored_rect(below, style::colour(context.look.accent));
        }
        let ink = match (inside, is_lit) {
            (true, true) => 1.0,
            (true, false) => 0.4,
            (false, _) => 0.3,
        };
        let mut bottom = scale.base();
        for (&part, &number) in &bar.counts {
            let top = bottom - room * number as f32 / most;
            let hue = part.class.map_or_else(
                || context.look.status(part.status),
                |class| colour_of_class(context.look, class),
            );
            let hue = hue.faded(ink);
            let rect =
                Rect::from_min_max(Pos2::new(left, top), Pos2::new((right - gap).max(left + 1.0), bottom));
            mesh.add_colored_rect(rect, style::colour(hue));
            if part.status != Status::Held && rect.width() > 3.0 && rect.height() > 3.0 {
                // What has not taken place is hollow.
                mesh.add_colored_rect(rect.shrink(1.2), style::colour(context.look.paper));
            }
            bottom = top;
        }
    }
    painter.add(mesh);
    let line = Stroke::new(1.0, style::colour(context.look.hairline));
    painter.hline(scale.rect.x_range(), scale.base(), line);
}

/// What is known less precisely than a bar is long, as pale bands above the bars.
fn spans_ui(ui: &egui::Ui, context: TimelineContext, scale: &Scale) {
    for (_, lane) in in_lanes(context.timeline, scale) {
        ui.painter().rect_filled(
            lane.shrink2(egui::vec2(0.0, 1.0)),
            1.5,
            style::colour(context.look.quiet_ink.faded(0.4)),
        );
    }
}

/// The spans, each in a lane where it has room; in the last one, if it has none.
fn in_lanes<'a>(timeline: &'a Timeline, scale: &Scale) -> impl Iterator<Item = (&'a Span, Rect)> {
    let mut until = [f32::MIN; LANES];
    timeline.spans.iter().map(move |span| {
        let (left, right) = (scale.x(span.first), scale.end(span.last));
        let lane = until.iter().position(|end| *end < left).unwrap_or(LANES - 1);
        until[lane] = right + 1.0;
        let top = scale.rect.top() + lane as f32 * LANE;
        (span, Rect::from_min_max(Pos2::new(left, top), Pos2::new(right, top + LANE)))
    })
}

/// A veil over what lies outside the window, and grips at its edges.
fn window_ui(ui: &egui::Ui, look: &Look, scale: &Scale, next: &State) {
    let (from, to) = (next.filter.from, next.filter.to);
    let painter = ui.painter().with_clip_rect(scale.rect.expand(2.0));
    let (top, bottom) = (scale.rect.top(), scale.base());
    let left = from.map_or(scale.rect.left(), |from| scale.x(from)).max(scale.rect.left());
    let right = to.map_or(scale.rect.right(), |to| scale.end(to)).min(scale.rect.right());
    if let Some(compare) = &next.compare {
        // What is compared with: a bar under those of its time.
        let left = compare.before.from.map_or(scale.rect.left(), |from| scale.x(from));
        let right = compare.before.to.map_or(scale.rect.right(), |to| scale.end(to));
        let band = Rect::from_min_max(Pos2::new(left, bottom), Pos2::new(right, bottom + 2.5));
        painter.rect_filled(band, 0.0, style::colour(look.change(Change::Lost)));
    }
    if from.is_none() && to.is_none() {
        return;
    }
    let inside = Rect::from_min_max(Pos2::new(left, top), Pos2::new(right.max(left + 1.0), bottom));
    painter.rect_filled(inside, 0.0, style::colour(look.accent.faded(0.1)));
    for x in [left, right] {
        painter.vline(x, top..=bottom, Stroke::new(1.5, style::colour(look.accent)));
        let grip = Rect::from_center_size(Pos2::new(x, f32::midpoint(top, bottom)), egui::vec2(5.0, 16.0));
        painter.rect_filled(grip, 2.5, style::colour(look.accent));
    }
}

fn hint_ui(response: &egui::Response, context: TimelineContext, scale: &Scale, at: Pos2) {
    let TimelineContext { timeline, rule, meetings, .. } = context;
    let day = scale.day_at(at.x);
    let vague = in_lanes(timeline, scale).find(|(_, lane)| lane.contains(at)).map(|(span, _)| {
        let dates = say(Message::Dates(meetings.get(span.row).dates));
        say(TimingText::Vague(&dates, &say(Message::Counted(rule, span.count))))
    });
    let begin = timeline.grain.begin(day);
    let bar =
        timeline.bars.binary_search_by(|bar| bar.begin.cmp(&begin)).ok().map(|place| &timeline.bars[place]);
    let counts = bar.map_or_else(String::new, |bar| {
        let parts: Vec<String> = bar
            .counts
            .iter()
            .map(|(part, number)| format!("{number} {}", part_in_words(context, *part)))
            .collect();
        let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
        let begin = say(Message::Bar(timeline.grain, begin));
        say(TimingText::Began(&begin, &say(Message::Counted(rule, bar.total())))) + &parts
    });
    response.clone().on_hover_text_at_pointer(vague.unwrap_or(counts));
}

/// `held`, `Africa`, `Africa (planned)`.
fn part_in_words(context: TimelineContext, part: Part) -> String {
    let status = word(Word::Status(part.status));
    match (part.class.map(|class| say(Message::Class(context.classes, class))), part.status) {
        (None, _) => status.to_owned(),
        (Some(class), Status::Held) => class,
        (Some(class), _) => format!("{class} ({status})"),
    }
}
