//! The palette: one field that finds people, countries, places, dates and meetings, and every command, with
//! the answers below it.

use super::command::{Command, Possible, in_words};
use super::style::{self, quiet, strong};
use crate::export::listing::city_in_words;
use crate::gazetteer::country::Countries;
use crate::gazetteer::organisation::organisation;
use crate::meeting::table::Meetings;
use crate::picture::look::{Look, size};
use crate::picture::text::Weight;
use crate::query::find::answer::{Answer, Found, Group, Meant, OtherName, Why};
use crate::query::find::finder::Finder;
use crate::query::find::thing::Thing;
use crate::words::message::{Message, Word};
use crate::words::part::finding::{Finding, FindingText};
use crate::words::{label, say, word};
use egui::{Align2, CornerRadius, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, WidgetInfo};
use std::sync::Arc;

/// What was chosen in the palette.
#[derive(Clone, Debug, PartialEq)]
pub enum Chosen {
    /// A command.
    Command(Command),
    /// An answer.
    Meant(Meant),
    /// The text field of the filter is to hold this.
    Filter(String),
}

/// The field and its answers, as they are kept from frame to frame.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Palette {
    text: String,
    /// Whether the answers are shown.
    is_open: bool,
    /// Whether the field takes the focus in this frame.
    wants_focus: bool,
    /// The answer that Enter chooses, and whether the keyboard came to it in this frame.
    at: usize,
    moved: bool,
    entered: bool,
    /// The table that the finder was made of, and the finder.
    finder: Option<(Meetings, Arc<Finder>)>,
    /// What was found, and for which text.
    found: Option<(String, Found)>,
    /// Where the field lies.
    field: Option<Rect>,
}

/// Commands that are offered before anything is typed.
const OFFERED: [Command; 6] = [
    Command::Open,
    Command::NewMeeting,
    Command::Export,
    Command::ClearFilters,
    Command::SwitchTheme,
    Command::Shortcuts,
];

/// The height of an answer, and of one with a line below its name.
const LOW: f32 = 30.0;
const HIGH: f32 = 44.0;
/// The least width of the answers, and their greatest height.
const WIDE: f32 = 620.0;
const HIGHEST: f32 = 560.0;
/// From the edge to the text.
const EDGE: f32 = 16.0;

/// Something that Enter may choose.
enum Item<'a> {
    Answer(Group, &'a Answer),
    Command(Command),
    Filter,
    Sources,
}

impl Palette {
    /// Puts the caret into the field.
    pub fn open(&mut self) {
        self.wants_focus = true;
        self.is_open = true;
        self.at = 0;
    }

    /// Whether its answers lie over the window.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether it waits for a finder of a table.
    #[must_use]
    pub fn lacks(&self, meetings: &Meetings) -> bool {
        self.is_open && self.finder.as_ref().is_none_or(|(of, _)| of != meetings)
    }

    /// Takes the finder of a table.
    pub fn take(&mut self, meetings: Meetings, finder: Finder) {
        self.finder = Some((meetings, Arc::new(finder)));
        self.found = None;
    }

    /// Closes the answers. The field is empty again.
    fn close(&mut self, ctx: &egui::Context) {
        (self.is_open, self.found, self.at) = (false, None, 0);
        self.text.clear();
        ctx.memory_mut(|memory| memory.surrender_focus(field_id()));
    }

    /// Takes the keys that belong to it while it is open, before commands do.
    pub fn take_keys(&mut self, ctx: &egui::Context) {
        self.hush(ctx);
        if !self.is_open {
            return;
        }
        let taken = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up, enter, escape) =
            (taken(Key::ArrowDown), taken(Key::ArrowUp), taken(Key::Enter), taken(Key::Escape));
        if down {
            self.at += 1;
        }
        if up {
            self.at = self.at.saturating_sub(1);
        }
        self.moved = up || down;
        self.entered = enter;
        if escape {
            self.close(ctx);
        }
    }

    /// Lets no tooltip of what lies under the pointer come up over the answers.
    fn hush(&self, ctx: &egui::Context) {
        let usual = egui::style::Interaction::default().tooltip_delay;
        let wanted = if self.is_open { f32::INFINITY } else { usual };
        if ctx.global_style().interaction.tooltip_delay.total_cmp(&wanted).is_ne() {
            ctx.all_styles_mut(|style| style.interaction.tooltip_delay = wanted);
        }
    }

    /// The field.
    pub fn field_ui(&mut self, ui: &mut egui::Ui, look: &Look) {
        let is_narrow = ui.available_width() < 420.0;
        let hint = label(if is_narrow { Finding::ShortHint } else { Finding::Hint });
        let keys = Command::Search.shortcuts();
        let keys = keys.first().map(|keys| in_words(ui.ctx(), keys)).unwrap_or_default();
        let field = egui::TextEdit::singleline(&mut self.text)
            .id(field_id())
            .hint_text(hint)
            .margin(egui::Margin { left: 30, right: 10, top: 6, bottom: 6 })
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label(Finding::Field)));
        let painter = ui.painter();
        let ink = style::colour(look.quiet_ink);
        let centre = response.rect.left_center() + egui::vec2(15.0, -1.0);
        let stroke = Stroke::new(1.6, ink);
        painter.circle_stroke(centre, 4.2, stroke);
        painter.line_segment([centre + egui::vec2(3.2, 3.2), centre + egui::vec2(6.6, 6.6)], stroke);
        let has_room = response.rect.width() > 240.0;
        if has_room && !response.has_focus() && self.text.is_empty() {
            let at = response.rect.right_center() - egui::vec2(10.0, 0.0);
            painter.text(at, Align2::RIGHT_CENTER, keys, style::font(size::SMALL, Weight::Regular), ink);
        }
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.gained_focus() || response.changed() {
            self.is_open = true;
            self.at = 0;
        }
        let is_pointing = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        if response.lost_focus() && !is_pointing {
            // The Tab key went on.
            self.close(ui.ctx());
        } else if self.is_open && !response.has_focus() && !is_pointing {
            // A click on an answer that does nothing now took it.
            response.request_focus();
        }
        self.field = Some(response.rect);
    }

    /// The answers below the field, while it is open. Gives what was chosen.
    pub fn answers_ui(
        &mut self,
        ctx: &egui::Context,
        look: &Look,
        meetings: &Meetings,
        possible: Possible,
    ) -> Option<Chosen> {
        let field = self.field.filter(|_| self.is_open)?;
        self.find(meetings);
        let found = self.found.take();
        let items = self.items(found.as_ref());
        self.at = self.at.min(items.len().saturating_sub(1));
        let room = ctx.content_rect().shrink(8.0);
        let wide = field.width().max(WIDE).min(room.width());
        let left = (field.center().x - wide / 2.0).clamp(room.left(), room.right() - wide);
        let high = (room.bottom() - field.bottom() - 110.0).min(HIGHEST);
        let area = egui::Area::new(Id::unique("answers")).order(egui::Order::Foreground);
        let area = area.default_size(egui::vec2(wide, high + 100.0));
        let shown = area.fixed_pos(egui::pos2(left, field.bottom() + 4.0)).show(ctx, |ui| {
            let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(0, 8));
            frame.stroke(Stroke::new(1.0, style::colour(look.quiet_ink))).show(ui, |ui| {
                ui.set_width(wide);
                ui.spacing_mut().item_spacing.y = 0.0;
                self.list_ui(ui, look, (meetings, possible), found.as_ref(), &items, high)
            })
        });
        let clicked = shown.inner.inner;
        let entered = std::mem::take(&mut self.entered).then_some(self.at);
        let chosen = clicked.or(entered).and_then(|at| self.chosen(items.get(at)?, possible));
        let pressed_elsewhere = ctx.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_pressed()
                && at.is_some_and(|at| !shown.response.rect.contains(at) && !field.contains(at))
        });
        self.found = found;
        self.moved = false;
        if chosen.is_some() || pressed_elsewhere {
            self.close(ctx);
        }
        chosen
    }

    fn find(&mut self, meetings: &Meetings) {
        if self.found.as_ref().is_some_and(|(text, _)| *text == self.text) {
            return;
        }
        let names: Vec<OtherName> = Command::ALL
            .into_iter()
            .map(|one| OtherName { name: one.text(), about: one.tooltip() })
            .collect();
        let found = match &self.finder {
            Some((of, finder)) if of == meetings => finder.find(meetings, &self.text, &names),
            _ => Finder::default().find(meetings, &self.text, &names),
        };
        self.found = Some((self.text.clone(), found));
    }

    fn items<'f>(&self, found: Option<&'f (String, Found)>) -> Vec<Item<'f>> {
        if self.text.trim().is_empty() {
            return OFFERED.into_iter().map(Item::Command).collect();
        }
        let groups = found.iter().flat_map(|(_, found)| &found.groups);
        let answers = groups.flat_map(|one| one.listed.iter().map(|answer| Item::Answer(one.group, answer)));
        answers.chain([Item::Filter, Item::Sources]).collect()
    }

    fn chosen(&self, item: &Item, possible: Possible) -> Option<Chosen> {
        let command = |command: Command| command.is_enabled(possible).then_some(Chosen::Command(command));
        match item {
            Item::Command(one) => command(*one),
            Item::Answer(_, Answer { meant: Meant::Other(place), .. }) => command(Command::ALL[*place]),
            Item::Answer(_, answer) => Some(Chosen::Meant(answer.meant.clone())),
            Item::Filter => Some(Chosen::Filter(self.text.trim().to_owned())),
            Item::Sources => {
                let words = self.text.split_whitespace();
                let words: Vec<String> =
                    words.map(|word| format!("{}{word}", crate::query::sieve::IN_SOURCES)).collect();
                Some(Chosen::Filter(words.join(" ")))
            }
        }
    }

    /// The list, with headings. Gives the number of an item that was clicked.
    fn list_ui(
        &mut self,
        ui: &mut egui::Ui,
        look: &Look,
        (meetings, possible): (&Meetings, Possible),
        found: Option<&(String, Found)>,
        items: &[Item],
        high: f32,
    ) -> Option<usize> {
        self.heading_ui(ui, look, meetings, found);
        let mut clicked = None;
        egui::ScrollArea::vertical()
            .max_height(high)
            .min_scrolled_height(high)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                let mut group = None;
                for (number, item) in items.iter().enumerate() {
                    let of = item.group();
                    if of != group {
                        more_ui(ui, found, group);
                        let heading =
                            of.map_or(label(Finding::WithTheseWords), |of| label(Finding::Heading(of)));
                        let is_seen = !self.text.trim().is_empty();
                        if is_seen {
                            group_ui(ui, heading);
                        }
                        group = of;
                    }
                    let told = self.told(ui.ctx(), item, meetings, possible);
                    let response = item_ui(ui, look, &told, number == self.at);
                    if response.hovered() && ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO) {
                        self.at = number;
                    }
                    if number == self.at && self.moved {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(number);
                    }
                }
            });
        foot_ui(ui, items.get(self.at), possible);
        clicked
    }

    /// How many answers there are, or what to do where there are none.
    fn heading_ui(
        &self,
        ui: &mut egui::Ui,
        look: &Look,
        meetings: &Meetings,
        found: Option<&(String, Found)>,
    ) {
        let typed = self.text.trim();
        let words = match found {
            _ if typed.is_empty() => label(Finding::Begin).to_owned(),
            _ if self.lacks(meetings) => label(Finding::Preparing).to_owned(),
            Some((_, found)) if found.is_corrected && found.number() > 0 => {
                say(FindingText::DidYouMean(typed))
            }
            Some((_, found)) if found.number() == 0 => say(FindingText::Nothing(typed)),
            Some((_, found)) => say(FindingText::Results(found.number())),
            None => String::new(),
        };
        ui.horizontal(|ui| {
            ui.add_space(EDGE);
            let text = egui::RichText::new(words).small().color(style::colour(look.quiet_ink));
            let response = ui.add(egui::Label::new(text).wrap());
            // What was found is said as one types.
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        });
        ui.add_space(4.0);
    }

    fn told(&self, ctx: &egui::Context, item: &Item, meetings: &Meetings, possible: Possible) -> Told {
        match item {
            Item::Command(command) => Told::of_command(ctx, *command, possible),
            Item::Answer(_, Answer { meant: Meant::Other(place), .. }) => {
                Told::of_command(ctx, Command::ALL[*place], possible)
            }
            Item::Answer(_, answer) => Told::of_answer(answer, meetings),
            Item::Filter => Told::of_words(say(FindingText::Filter(self.text.trim()))),
            Item::Sources => Told::of_words(say(FindingText::Sources(self.text.trim()))),
        }
    }
}

fn field_id() -> Id {
    Id::unique("palette")
}

impl Item<'_> {
    const fn group(&self) -> Option<Group> {
        match self {
            Self::Answer(group, _) => Some(*group),
            Self::Command(_) => Some(Group::Commands),
            Self::Filter | Self::Sources => None,
        }
    }
}

/// What is said of an item.
struct Told {
    name: String,
    /// In the line below; empty if there is none.
    about: String,
    /// At the right edge.
    aside: String,
    is_enabled: bool,
}

impl Told {
    fn of_words(name: String) -> Self {
        Self { name, about: String::new(), aside: String::new(), is_enabled: true }
    }

    fn of_command(ctx: &egui::Context, command: Command, possible: Possible) -> Self {
        let keys = command.shortcuts();
        let aside = keys.first().map(|keys| in_words(ctx, keys)).unwrap_or_default();
        let (name, is_enabled) = (command.text().to_owned(), command.is_enabled(possible));
        Self { name, about: String::new(), aside, is_enabled }
    }

    fn of_answer(answer: &Answer, meetings: &Meetings) -> Self {
        let Answer { meant, why, meetings: number, .. } = answer;
        let counted = say(FindingText::Meetings(*number));
        let country = |code| Countries::embedded().spoken(code).into_owned();
        let (name, about) = match meant {
            Meant::Thing(Thing::Country(code)) => (country(*code), counted),
            Meant::Thing(Thing::HeldIn(region)) => (say(FindingText::HeldIn(*region)), counted),
            Meant::Thing(Thing::From(region)) => (say(FindingText::From(*region)), counted),
            Meant::Thing(Thing::Bloc(code)) => {
                let full = organisation(code).map_or("", |bloc| &bloc.name);
                (if full == code { code.clone() } else { format!("{code} – {full}") }, counted)
            }
            Meant::Thing(Thing::Person(name) | Thing::Occasion(name)) => (name.clone(), counted),
            Meant::Thing(Thing::Venue(site) | Thing::Building(site)) => {
                let country = site.country.map(country);
                let parts = [country, Some(counted)].into_iter().flatten();
                (site.name.clone(), parts.collect::<Vec<_>>().join(" · "))
            }
            Meant::Period(period) => (say(Message::Period(Some(period.from), Some(period.to))), counted),
            Meant::Meeting(row) => {
                let meeting = meetings.get(*row);
                let place = city_in_words(&meeting.venue);
                let status = word(Word::Status(meeting.status)).to_owned();
                let parts = [say(Message::Dates(meeting.dates)), place, status];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                (meeting.title.to_string(), parts.join(" · "))
            }
            Meant::Other(_) => (String::new(), String::new()),
        };
        let aside = if *why == Why::Name { String::new() } else { say(FindingText::Why(why)) };
        Self { name, about, aside, is_enabled: true }
    }

    fn in_words(&self) -> String {
        let parts = [&self.name, &self.about, &self.aside].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

fn group_ui(ui: &mut egui::Ui, heading: &str) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(EDGE);
        let response = ui.label(strong(heading).small());
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_role(Role::Heading));
    });
    ui.add_space(2.0);
}

/// Below a group: how many more there are.
fn more_ui(ui: &mut egui::Ui, found: Option<&(String, Found)>, group: Option<Group>) {
    let groups = found.iter().flat_map(|(_, found)| &found.groups);
    let more = groups.filter(|one| Some(one.group) == group).map(|one| one.more).sum::<usize>();
    if more > 0 {
        ui.horizontal(|ui| {
            ui.add_space(EDGE);
            ui.label(quiet(say(FindingText::More(more))));
        });
    }
}

fn item_ui(ui: &mut egui::Ui, look: &Look, told: &Told, is_current: bool) -> Response {
    let high = if told.about.is_empty() { LOW } else { HIGH };
    let sense = Sense::CLICK | Sense::HOVER;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), high), sense);
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, told.is_enabled, is_current, told.in_words())
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    if is_current {
        let inside = rect.shrink2(egui::vec2(6.0, 0.0));
        painter.rect_filled(inside, CornerRadius::same(5), style::colour(look.accent.faded(0.14)));
        let bar = Rect { max: egui::pos2(inside.left() + 3.0, inside.bottom()), ..inside };
        painter.rect_filled(bar, CornerRadius::same(1), style::colour(look.accent));
    }
    let ink = if told.is_enabled { look.ink } else { look.quiet_ink.faded(0.7) };
    let regular = |points| style::font(points, Weight::Regular);
    let right = rect.right() - EDGE;
    let aside = style::one_line(ui, &told.aside, regular(size::SMALL), look.quiet_ink, rect.width() * 0.45);
    let room = rect.width() - 3.0 * EDGE - aside.size().x;
    let name = style::one_line(ui, &told.name, regular(size::VENUE), ink, room);
    let about = style::one_line(ui, &told.about, regular(size::SMALL), look.quiet_ink, room);
    let left = rect.left() + EDGE;
    let top = if told.about.is_empty() { rect.center().y - name.size().y / 2.0 } else { rect.top() + 5.0 };
    let at = egui::pos2(right - aside.size().x, rect.center().y - aside.size().y / 2.0);
    painter.galley(at, aside, egui::Color32::PLACEHOLDER);
    painter.galley(egui::pos2(left, top), name, egui::Color32::PLACEHOLDER);
    painter.galley(egui::pos2(left, rect.top() + 23.0), about, egui::Color32::PLACEHOLDER);
    response
}

/// The keys, and what Enter does.
fn foot_ui(ui: &mut egui::Ui, item: Option<&Item>, possible: Possible) {
    let enabled = |command: Command| command.is_enabled(possible);
    let does = match item {
        None | Some(Item::Filter | Item::Sources) => label(Finding::DoesFilter),
        Some(Item::Command(command)) if !enabled(*command) => label(Finding::DoesNothing),
        Some(Item::Answer(_, Answer { meant: Meant::Other(place), .. }))
            if !enabled(Command::ALL[*place]) =>
        {
            label(Finding::DoesNothing)
        }
        Some(item) => label(Finding::Does(item.group().unwrap_or(Group::Commands))),
    };
    ui.add_space(6.0);
    ui.separator();
    ui.horizontal(|ui| {
        ui.add_space(EDGE);
        ui.spacing_mut().item_spacing.x = 6.0;
        let keys = [
            (label(Finding::Enter), does),
            (label(Finding::Arrows), label(Finding::Choose)),
            (label(Finding::Escape), label(Finding::Close)),
        ];
        for (key, what) in keys {
            ui.label(egui::RichText::new(key).small().strong());
            ui.label(quiet(what));
            ui.add_space(10.0);
        }
    });
}
