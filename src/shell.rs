//! The window's outside: what eframe needs, and sentences for when there is no window to be had.

use eframe::egui::{Ui, ViewportBuilder, Visuals};
use std::any::Any;
use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::thread::{JoinHandle, spawn};
use summitry::disk::{self, Replace};
use summitry::document::settings;
use summitry::headless::{self, Answer};
use summitry::ui::opening::Opening;
use summitry::ui::window::Window;
use summitry::words::message::Message;
use summitry::words::part::button::Button;
use summitry::words::part::starting::{NoWindow, StartingText};
use summitry::words::{label, say};

/// The window, and its size in points when it was last drawn.
struct Shell(Window, Option<[f32; 2]>);

impl eframe::App for Shell {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        // In points of the system, whatever the size of texts.
        let size = ui.ctx().content_rect().size() * ui.ctx().zoom_factor();
        let full = ui.input(|input| input.viewport().fullscreen.unwrap_or(false));
        self.1 = Some(size.into()).filter(|_| !full).or(self.1);
        self.0.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.0.close(self.1);
    }

    /// The paper of the theme: nothing else flashes up before the first frame.
    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// Opens the window on files, and ends when it is closed. Settings lie in `config`, or else in the system's
/// folder for them.
pub fn open(files: &[PathBuf], config: Option<&Path>) -> Answer {
    #[cfg(target_os = "linux")]
    if let Some(why) = on_x11_instead() {
        return Answer::failure(&why);
    }
    if let Some(answer) = headless::slip_of_a_command(files) {
        return answer;
    }
    // The files are read and the base map is laid flat while the window system starts.
    let (files, folder) = (files.to_vec(), settings::folder(config));
    let size = folder.as_deref().and_then(|folder| settings::load(folder).0.window);
    let opening = spawn(move || Opening::on(&files, folder));
    show(opening, size).map_or_else(|why| Answer::failure(&why), |()| Answer::default())
}

/// Starts the program anew without Wayland where that is named but gone, and X11 is there too: the window's
/// toolkit tries only one of them, once. Comes back, with the reason, only if that fails; `None` if there is
/// nothing to mend.
#[cfg(target_os = "linux")]
fn on_x11_instead() -> Option<String> {
    use std::os::unix::net::UnixStream;
    use std::os::unix::process::CommandExt as _;
    let connects = |socket: PathBuf| UnixStream::connect(socket).is_ok();
    if !wayland_is_gone(|name| std::env::var_os(name), connects) {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let mut again = std::process::Command::new(program);
    let error = again.args(std::env::args_os().skip(1)).env_remove("WAYLAND_DISPLAY").exec();
    Some(say(StartingText::NotStartedAnew(&say(Message::System(&error)))))
}

/// Whether Wayland's socket is named and does not answer, while X11 has a display.
#[cfg(target_os = "linux")]
fn wayland_is_gone(
    variable: impl Fn(&str) -> Option<std::ffi::OsString>,
    connects: impl Fn(PathBuf) -> bool,
) -> bool {
    let named = |name: &str| variable(name).filter(|value| !value.is_empty());
    let (Some(display), Some(_), None) =
        (named("WAYLAND_DISPLAY"), named("DISPLAY"), named("WAYLAND_SOCKET"))
    else {
        return false;
    };
    // A name that is a whole path stays one when it is joined.
    !connects(PathBuf::from(named("XDG_RUNTIME_DIR").unwrap_or_default()).join(display))
}

/// Says in a file, and where it lies on standard error, what mistake of its own ended the program: who
/// clicked on an icon sees no standard error.
fn report_mistake(panic: &PanicHookInfo<'_>) {
    let path = std::env::temp_dir().join(format!("summitry-report-{}.txt", std::process::id()));
    let text = format!("{} {}\n{panic}\n", label(Button::Program), env!("CARGO_PKG_VERSION"));
    let report = disk::write(&path, text.as_bytes(), Replace::Nothing).is_ok().then_some(&*path);
    // Where standard error is closed, the file is all there is.
    drop(writeln!(io::stderr().lock(), "{}", say(StartingText::Mistake(report))));
}

fn show(opening: JoinHandle<Opening>, size: Option<[f32; 2]>) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../assets/icon.png"))
        .expect("the embedded icon is a PNG");
    let viewport = ViewportBuilder::default()
        .with_title(label(Button::Program))
        .with_app_id("summitry")
        .with_icon(icon)
        .with_inner_size(size.unwrap_or([1440.0, 900.0]))
        .with_min_inner_size([720.0, 480.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let create: eframe::AppCreator<'_> = Box::new(|context| {
        let opening = opening.join().map_err(|_| label(NoWindow::BaseMap))?;
        Ok(Box::new(Shell(Window::new(&context.egui_ctx, opening), None)))
    });
    // A missing library of the window system is a panic in the crate that loads it; here it becomes a
    // sentence.
    let report = take_hook();
    set_hook(Box::new(move |panic| {
        if missing_library(panic.payload()).is_none() {
            report(panic);
            report_mistake(panic);
        }
    }));
    match catch_unwind(AssertUnwindSafe(|| eframe::run_native(label(Button::Program), options, create))) {
        Ok(Ok(())) => Ok(()),
        // The message for people may leave out the library that the one for developers names.
        Ok(Err(error)) => Err(no_window(&format!("{error} {error:?}"))),
        Err(panic) => match missing_library(&*panic) {
            Some(message) => Err(no_window(message)),
            None => resume_unwind(panic),
        },
    }
}

/// The message of a panic of the window system's crates that names a library: `Library libX11.so could not be
/// loaded.`
fn missing_library(panic: &(dyn Any + Send)) -> Option<&str> {
    let message = panic.downcast_ref::<String>().map(String::as_str);
    let message = message.or_else(|| panic.downcast_ref::<&str>().copied())?;
    (message.starts_with("Library ") && library_in(message).is_some()).then_some(message)
}

fn library_in(message: &str) -> Option<&str> {
    if let Some(library) = message.strip_prefix("Library ") {
        return library.strip_suffix(" could not be loaded.");
    }
    let names = message.split(|letter: char| !(letter.is_ascii_alphanumeric() || "._-+".contains(letter)));
    names.into_iter().find(|name| name.starts_with("lib") && name.contains(".so"))
}

/// Why there is no window, what to install, and how to draw without one.
fn no_window(message: &str) -> String {
    let why = library_in(message).map(|library| say(StartingText::Library(library)));
    say(StartingText::NoWindow(&why.unwrap_or_else(|| label(cause(message)).to_owned())))
}

/// What the window system's message means. Its own words hold paths of the machine that built the program,
/// and help nobody.
fn cause(message: &str) -> NoWindow {
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if says(&[label(NoWindow::BaseMap)]) {
        NoWindow::BaseMap
    } else if says(&["neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set"]) {
        NoWindow::NoDisplay
    } else if ["glutin", "egl", "glx", "opengl"].iter().any(|word| message.to_lowercase().contains(word)) {
        NoWindow::NoOpenGl
    } else if says(&["could not be loaded", "cannot open shared object", "dlopen", "LoadLibrary"]) {
        NoWindow::LibraryMissing
    } else if says(&["winit", "EventLoop", "connection", "compositor", "Wayland", "X11", "display"]) {
        NoWindow::DisplayNotReached
    } else {
        NoWindow::NoAnswer
    }
}

#[cfg(test)]
mod tests {
    use super::no_window;
    #[cfg(target_os = "linux")]
    use super::wayland_is_gone;

    #[cfg(target_os = "linux")]
    #[test]
    fn x11_is_taken_only_where_wayland_is_named_and_gone() {
        let wayland = ("WAYLAND_DISPLAY", "wayland-0");
        let (x11, folder) = (("DISPLAY", ":0"), ("XDG_RUNTIME_DIR", "/run/user/1000"));
        let gone = |set: &[(&str, &str)], answers: &str| {
            let variable =
                |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| value.into());
            wayland_is_gone(variable, |socket| socket.to_str() == Some(answers))
        };
        assert!(gone(&[wayland, x11, folder], ""));
        assert!(gone(&[wayland, x11], ""));
        assert!(!gone(&[wayland, x11, folder], "/run/user/1000/wayland-0"));
        assert!(!gone(&[("WAYLAND_DISPLAY", "/tmp/w"), x11], "/tmp/w"));
        assert!(!gone(&[wayland, folder], ""), "there is nothing to take instead");
        assert!(!gone(&[wayland, ("DISPLAY", ""), folder], ""));
        assert!(!gone(&[x11, folder], ""));
        assert!(!gone(&[wayland, x11, folder, ("WAYLAND_SOCKET", "3")], ""));
    }

    #[test]
    fn every_cause_becomes_a_sentence_without_paths_of_the_build() {
        let cases = [
            (
                "winit EventLoopError: os error at /home/user/.cargo/registry/src/winit-0.30/src/platform_impl/linux/mod.rs:764: \
                 neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set.",
                "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set",
            ),
            (
                "winit EventLoopError: os error at /home/user/.cargo/registry/src/winit-0.30/src/platform_impl/linux/mod.rs:788: \
                 Failed to open connection to X server",
                "the display cannot be reached",
            ),
            (
                "winit EventLoopError: os error at /home/user/.cargo/registry/src/winit-0.30/src/platform_impl/linux/mod.rs:788: \
                 WaylandError(Connection(NoCompositor))",
                "the display cannot be reached",
            ),
            (
                "Found no glutin configs matching the template: ConfigTemplate. Error: provided native window is not supported",
                "there is no OpenGL",
            ),
            ("NoGlutinConfigs(ConfigTemplate { color_buffer_type: Rgb })", "there is no OpenGL"),
            (
                "glutin error: EGL_BAD_DISPLAY at /home/user/.cargo/registry/src/glutin/egl.rs:1",
                "there is no OpenGL",
            ),
            ("egui_glow: OpenGL version 2.0+ is required", "there is no OpenGL"),
            (
                "Library libxkbcommon-x11.so could not be loaded.",
                "the library libxkbcommon-x11.so is missing",
            ),
            ("libX11.so.6: cannot open shared object file", "the library libX11.so.6 is missing"),
            (
                "XNotSupported(LibraryOpenError(OpenError { kind: Library, detail: \"libXi.so.6: cannot open shared object\" }))",
                "the library libXi.so.6 is missing",
            ),
            ("the base map could not be read", "the base map could not be read"),
            ("something else at /home/user/.cargo/x.rs:1", "the window system does not answer"),
        ];
        for (message, expected) in cases {
            let told = no_window(message);
            assert!(
                told.starts_with(&format!("the window cannot be opened: {expected}")),
                "{message}: {told}"
            );
            assert!(!told.contains(".rs:") && told.contains("summitry render -o map.png"), "{told}");
        }
    }
}
