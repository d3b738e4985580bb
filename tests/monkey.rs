//! A monkey at the window: what it clicks, types and drags by chance ends in no panic and in nothing that
//! cannot be taken back.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use summitry::document::Document;
use summitry::document::edit::{Edit, FieldValue};
use summitry::document::file::read::from_text;
use summitry::document::file::write::to_text;
use summitry::import::{self, EMBEDDED_TITLE};
use summitry::meeting::{Kind, Status};
use summitry::query::shown::Shown;
use summitry::state::{Framing, State, Target};
use summitry::ui::answers::{Answers, Asked};
use summitry::ui::opening::Opening;
use summitry::ui::style;
use summitry::ui::window::Window;

const SIZE: Vec2 = Vec2::new(1100.0, 700.0);

/// What the monkey does next.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Clicks something that has an accessible name, in sight.
    Click,
    /// Chooses something with an accessible name, in sight or not, as a screen reader does.
    Choose,
    /// Opens a menu, and chooses something in it.
    Menu,
    /// The same, with a key held: Ctrl or Shift.
    ClickWith(Modifiers),
    /// Clicks twice where it is.
    DoubleClick,
    /// Clicks a place of the window, whatever lies there.
    ClickAnywhere,
    /// Drags from one place of the window to another.
    Drag,
    /// Turns the wheel.
    Scroll,
    /// Presses a key that does something by itself.
    Press,
    /// Presses a key with Ctrl.
    PressCtrl,
    /// The same with Shift.
    PressCtrlShift,
    /// Types a word.
    Type,
    /// Changes the record as a panel would.
    Edit,
    /// Makes the window larger or smaller.
    Resize,
    /// Closes what is open.
    Escape,
}

/// How often each is done, in all of fifty.
const HOW_OFTEN: [(Act, usize); 16] = [
    (Act::Click, 9),
    (Act::Choose, 9),
    (Act::Menu, 6),
    (Act::ClickWith(Modifiers::COMMAND), 1),
    (Act::ClickWith(Modifiers::SHIFT), 1),
    (Act::DoubleClick, 1),
    (Act::ClickAnywhere, 2),
    (Act::Drag, 3),
    (Act::Scroll, 2),
    (Act::Press, 4),
    (Act::PressCtrl, 3),
    (Act::PressCtrlShift, 1),
    (Act::Type, 3),
    (Act::Edit, 2),
    (Act::Resize, 1),
    (Act::Escape, 2),
];

/// The menus of the bar.
const MENUS: [&str; 8] = ["File", "Edit", "View", "View", "View", "View", "Time", "Help"];

const KEYS: [Key; 22] = [
    Key::Enter,
    Key::Tab,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::F2,
    Key::F,
    Key::Home,
    Key::Plus,
    Key::Minus,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Slash,
    Key::Questionmark,
    Key::R,
    Key::P,
    Key::PageDown,
    Key::PageUp,
    Key::End,
    Key::Escape,
];

/// With Ctrl. None of them writes a file.
const WITH_CTRL: [Key; 13] = [
    Key::Z,
    Key::Z,
    Key::Y,
    Key::D,
    Key::F,
    Key::O,
    Key::E,
    Key::S,
    Key::Backspace,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::A,
    Key::X,
];

const WITH_CTRL_AND_SHIFT: [Key; 3] = [Key::Z, Key::N, Key::S];

/// What is typed: words that mean something somewhere, and some that break programs.
const WORDS: [&str; 14] = [
    "astana",
    "2024-07",
    "2024-02-30",
    "-44",
    "orban",
    " ",
    "Genève",
    "مسقط",
    "上海合作组织",
    "\"; |",
    "\\",
    "e\u{301}\u{200d}🏳️",
    "France",
    "0",
];

/// Names of what is not clicked: it would write a file, open the system's dialog, or end the program.
const LEFT_ALONE: [&str; 6] = ["Save", "Replace", "Browse…", "Quit", "Copy map", "Export"];

fn is_left_alone(name: &str) -> bool {
    LEFT_ALONE.iter().any(|left| name.starts_with(left))
}

/// Numbers by chance, the same ones in every run: the linear congruence of Knuth's MMIX.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn act(&mut self) -> Act {
        let all: usize = HOW_OFTEN.iter().map(|(_, often)| often).sum();
        let mut number = self.below(all);
        for (act, often) in HOW_OFTEN {
            if number < often {
                return act;
            }
            number -= often;
        }
        unreachable!("the number is below the sum")
    }
}

struct Monkey {
    desk: Harness<'static, Option<Window>>,
    chance: Chance,
    /// What it did, for whoever looks for the mistake.
    did: Vec<String>,
}

impl Monkey {
    fn new(seed: u64) -> Self {
        let mut desk = Harness::builder()
            .with_step_dt(0.1)
            .with_size(SIZE)
            .allow_missing_glyphs()
            .with_context_setup(style::install)
            .build_ui_state(
                |ui, window: &mut Option<Window>| {
                    let opening = || Opening::new(import::embedded(), EMBEDDED_TITLE.to_owned());
                    let context = ui.ctx().clone();
                    window.get_or_insert_with(|| Window::new(&context, opening())).ui(ui);
                },
                None,
            );
        desk.run_steps(3);
        Self { desk, chance: Chance(seed), did: Vec::new() }
    }

    fn window(&self) -> &Window {
        self.desk.state().as_ref().expect("the first frame makes the window")
    }

    fn document(&self) -> &Document {
        self.window().history().document()
    }

    /// Whatever these events do in one frame.
    fn frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.desk.input_mut().events.extend(events);
        self.desk.step();
    }

    /// Waits for jobs, so that the same seed does the same.
    fn settle(&mut self) {
        for _ in 0..20_000 {
            if !self.window().is_working() {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
            self.frame([]);
        }
        panic!("a job does not end: {}", self.told());
    }

    fn told(&self) -> String {
        let last = self.did.len().saturating_sub(40);
        self.did[last..].join("\n")
    }

    fn anywhere(&mut self) -> Pos2 {
        let size = self.desk.ctx.content_rect().size();
        Pos2::new(self.chance.below(size.x as usize) as f32, self.chance.below(size.y as usize) as f32)
    }

    /// Everything that can be used, by role, name and place.
    fn usable(&self) -> Vec<(Role, String, egui::Rect)> {
        let usable = |role: Role| {
            matches!(
                role,
                Role::Button
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::ListItem
                    | Role::TextInput
                    | Role::MultilineTextInput
                    | Role::Slider
                    | Role::SpinButton
                    | Role::ComboBox
                    | Role::Link
            )
        };
        self.desk
            .query_all_by(|node| usable(node.role()) && !node.is_disabled())
            .map(|node| {
                let known = node.accesskit_node();
                (known.role(), known.label().unwrap_or_default(), node.rect())
            })
            .collect()
    }

    /// The name and the middle of one of those, in sight.
    fn something(&mut self) -> Option<(String, Pos2)> {
        let screen = self.desk.ctx.content_rect();
        // What lies below a dialog may have its middle under one of its buttons.
        let (left, found): (Vec<_>, Vec<_>) =
            self.usable().into_iter().partition(|(_, name, _)| is_left_alone(name));
        let found: Vec<(String, Pos2)> = found
            .into_iter()
            .map(|(_, name, rect)| (name, rect.center()))
            .filter(|(_, at)| screen.contains(*at) && !left.iter().any(|(.., rect)| rect.contains(*at)))
            .collect();
        (!found.is_empty()).then(|| found[self.chance.below(found.len())].clone())
    }

    /// Chooses one of some names, in sight or not. Where a dialog asks for a path, nothing.
    fn choose(&mut self, names: &[String]) {
        if names.is_empty() || self.is_asked_for_a_path() {
            return;
        }
        let name = names[self.chance.below(names.len())].clone();
        self.note(format!("choose {name:?}"));
        if let Some(node) = self.desk.query_all_by_label(&name).last() {
            node.click_accesskit();
        }
        self.frame([]);
        self.frame([]);
    }

    /// The names of what can be chosen, by role: there are many buttons and few sliders.
    fn names(&self) -> BTreeMap<String, Vec<String>> {
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (role, name, _) in self.usable() {
            if !name.is_empty() && !is_left_alone(&name) {
                names.entry(format!("{role:?}")).or_default().push(name);
            }
        }
        names
    }

    fn choose_anything(&mut self) {
        let names: Vec<Vec<String>> = self.names().into_values().collect();
        if !names.is_empty() {
            let of_a_role = self.chance.below(names.len());
            self.choose(&names[of_a_role]);
        }
    }

    /// Opens a menu and chooses what was not there before.
    fn menu(&mut self) {
        let menu = self.chance.of(&MENUS);
        let before: BTreeSet<String> = self.names().into_values().flatten().collect();
        self.choose(&[menu.to_owned()]);
        for _ in 0..2 {
            let names = self.names().into_values().flatten();
            let new: Vec<String> = names.filter(|name| !before.contains(name)).collect();
            self.choose(&new);
        }
    }

    /// Holds these keys from the next frame on.
    fn hold(&mut self, modifiers: Modifiers) {
        self.desk.input_mut().events.push(Event::ModifiersChanged(modifiers));
    }

    fn click_at(&mut self, at: Pos2, modifiers: Modifiers, times: usize) {
        let button =
            |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers };
        self.hold(modifiers);
        for _ in 0..times {
            self.frame([Event::PointerMoved(at), button(true)]);
            self.frame([button(false)]);
        }
        self.hold(Modifiers::NONE);
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.hold(modifiers);
        self.frame([event(true), event(false)]);
        self.hold(Modifiers::NONE);
    }

    /// Whether a dialog asks for a file: Enter would write one.
    fn is_asked_for_a_path(&self) -> bool {
        self.desk.query_all_by_label("Path").next().is_some()
    }

    /// Does something, and notes what it is before it does it.
    fn act(&mut self, act: Act) {
        match act {
            Act::Click => self.click_something(Modifiers::NONE, 1),
            Act::Choose => self.choose_anything(),
            Act::Menu => self.menu(),
            Act::ClickWith(modifiers) => self.click_something(modifiers, 1),
            Act::DoubleClick => self.click_something(Modifiers::NONE, 2),
            // A dialog that asks for a path has buttons that write.
            Act::ClickAnywhere | Act::Drag if self.is_asked_for_a_path() => {}
            Act::ClickAnywhere => {
                let at = self.anywhere();
                self.note(format!("click at {at:?}"));
                self.click_at(at, Modifiers::NONE, 1);
            }
            Act::Drag => {
                let (from, to) = (self.anywhere(), self.anywhere());
                self.note(format!("drag from {from:?} to {to:?}"));
                self.drag(from, to);
            }
            Act::Scroll => self.scroll(),
            Act::Press => {
                let key = self.chance.of(&KEYS);
                if !(matches!(key, Key::Enter | Key::Space) && self.is_asked_for_a_path()) {
                    self.press_noted(Modifiers::NONE, key);
                }
            }
            Act::PressCtrl => {
                let key = self.chance.of(&WITH_CTRL);
                self.press_noted(Modifiers::COMMAND, key);
            }
            Act::PressCtrlShift => {
                let key = self.chance.of(&WITH_CTRL_AND_SHIFT);
                self.press_noted(Modifiers::COMMAND | Modifiers::SHIFT, key);
            }
            Act::Type => {
                let word = self.chance.of(&WORDS);
                self.note(format!("type {word:?}"));
                self.frame([Event::Text(word.to_owned())]);
            }
            Act::Edit => self.edit(),
            Act::Resize => {
                let size = self.chance.of(&[SIZE, Vec2::new(720.0, 480.0), Vec2::new(1400.0, 800.0)]);
                self.note(format!("resize to {size:?}"));
                self.desk.set_size(size);
                self.frame([]);
            }
            Act::Escape => self.press_noted(Modifiers::NONE, Key::Escape),
        }
    }

    fn note(&mut self, did: String) {
        self.did.push(did);
    }

    fn press_noted(&mut self, modifiers: Modifiers, key: Key) {
        self.note(format!("press {modifiers:?} {key:?}"));
        self.press(modifiers, key);
    }

    fn click_something(&mut self, modifiers: Modifiers, times: usize) {
        let Some((name, at)) = self.something() else { return };
        self.note(format!("click {name:?} {times} times with {modifiers:?}"));
        self.click_at(at, modifiers, times);
    }

    fn scroll(&mut self) {
        let (at, by) = (self.anywhere(), self.chance.below(400) as f32 - 200.0);
        let modifiers = self.chance.of(&[Modifiers::NONE, Modifiers::NONE, Modifiers::COMMAND]);
        self.note(format!("scroll by {by} at {at:?} with {modifiers:?}"));
        let wheel = Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, by),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers,
        };
        self.frame([Event::PointerMoved(at), wheel]);
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        let modifiers = Modifiers::NONE;
        let button =
            |pos, pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
        self.frame([Event::PointerMoved(from), button(from, true)]);
        self.frame([Event::PointerMoved(from + (to - from) * 0.4)]);
        self.frame([Event::PointerMoved(to)]);
        self.frame([button(to, false)]);
    }

    /// An edit of some meetings.
    fn edit(&mut self) {
        let all = self.document().record.len();
        if all == 0 {
            return;
        }
        let [one, other] = [0; 2].map(|_| {
            let row = self.chance.below(all);
            self.document().record.get(row).id.clone()
        });
        let set = |meetings, value| Edit::Set { meetings, value };
        let edit = match self.chance.below(5) {
            0 => Edit::Remove(vec![one]),
            1 => Edit::Duplicate(one),
            2 => set(vec![one, other], FieldValue::Kind(self.chance.of(&Kind::ALL))),
            3 => set(vec![one], FieldValue::Status(self.chance.of(&Status::ALL))),
            _ => set(vec![one], FieldValue::Title(self.chance.of(&WORDS).to_owned().into())),
        };
        self.note(format!("{edit:?}"));
        self.desk.state_mut().as_mut().expect("made").edit(edit);
        self.frame([]);
    }

    /// What holds after every act.
    fn check(&self) {
        let (window, document) = (self.window(), self.document());
        let about = || self.told();
        assert_eq!(window.state, document.state, "{}", about());
        assert!(window.history().steps().len() < 400, "no step is forgotten: {}", about());
        let ids: BTreeSet<&str> = document.record.iter().map(|(_, one)| one.id.as_str()).collect();
        assert_eq!(ids.len(), document.record.len(), "{}", about());
        for (row, meeting) in document.record.iter() {
            assert_eq!(document.record.row_of(meeting.id.as_str()), Some(row), "{}", about());
        }
        if let Framing::Frozen(view) | Framing::Chosen(view) = window.state.framing {
            assert!(
                view.span.is_finite() && view.centre.x.is_finite() && view.centre.y.is_finite(),
                "{}",
                about()
            );
        }
        if let Some(notice) = window.notice() {
            assert!(!notice.contains("ended without a result"), "{notice}: {}", about());
        }
        assert_eq!(window.record(), &document.record, "{}", about());
        assert_eq!(window.shown().question, window.state.question(), "{}", about());
    }

    /// What takes longer: the answers are those of a table asked anew, and the document comes back from its
    /// file.
    fn check_thoroughly(&self) {
        let (window, document) = (self.window(), self.document());
        let anew = Answers::of(document.record.clone(), Asked::of(&document.state));
        let Shown {
            question: _,
            rows,
            count,
            countries,
            ties,
            classes,
            changes,
            facets,
            summary,
            origin,
            ..
        } = &*anew.shown;
        let shown = window.shown();
        assert_eq!(
            (&shown.rows, &shown.count, &shown.countries),
            (rows, count, countries),
            "{}",
            self.told()
        );
        assert_eq!((&shown.ties, &shown.classes, &shown.facets), (ties, classes, facets), "{}", self.told());
        let of_shown = (&shown.changes, &shown.summary, &shown.origin);
        assert_eq!(of_shown, (changes, summary, origin), "{}", self.told());
        let opened = from_text(&to_text(document)).expect("what is written is read");
        assert_eq!((&opened.document, opened.problems.len()), (document, 0), "{}", self.told());
    }

    /// Closes everything, and takes every step back.
    fn undo_all(&mut self) {
        for _ in 0..8 {
            self.press(Modifiers::NONE, Key::Escape);
        }
        self.desk.ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        self.frame([]);
        for _ in 0..500 {
            self.settle();
            if self.window().history().undone_next().is_none() {
                return;
            }
            self.press(Modifiers::COMMAND, Key::Z);
        }
        panic!("undo does not come to an end: {}", self.told());
    }
}

/// A document without what is selected, and without the numbers still to be given: neither is taken back.
fn work_of(document: &Document) -> Document {
    let state = State { selection: None::<Target>, ..document.state.clone() };
    Document { state, next_number: 0, ..document.clone() }
}

fn let_loose(seed: u64, acts: usize) {
    let mut monkey = Monkey::new(seed);
    let first = monkey.document().clone();
    for number in 1..=acts {
        let act = monkey.chance.act();
        monkey.act(act);
        monkey.settle();
        monkey.check();
        if number % 50 == 0 {
            monkey.check_thoroughly();
        }
    }
    monkey.undo_all();
    assert_eq!(work_of(monkey.document()), work_of(&first), "{}", monkey.told());
}

/// So many monkeys, and what each does: 2,000 acts in all. A history keeps 500 steps, all of which are to be
/// taken back.
const MONKEYS: u64 = 8;
const ACTS: usize = 250;

#[test]
fn a_monkey_breaks_nothing_and_all_that_it_did_can_be_taken_back() {
    let folder = names_here();
    for seed in 1..=MONKEYS {
        let_loose(seed, ACTS);
    }
    assert_eq!(names_here(), folder, "it writes no file");
}

/// The files in the folder that dialogs offer.
fn names_here() -> BTreeSet<std::ffi::OsString> {
    let entries = std::fs::read_dir(".").expect("it can be listed");
    entries.map(|entry| entry.expect("it can be read").file_name()).collect()
}
