//! Summitry's entrance: reads the command line, then opens the window or runs a command.

mod arguments;
mod shell;

use arguments::Task;
use std::io;
use std::process::ExitCode;
use summitry::headless::check::check;
use summitry::headless::convert::convert;
use summitry::headless::deliver::deliver;
use summitry::headless::film::film;
use summitry::headless::geocode::geocode;
use summitry::headless::list::list;
use summitry::headless::render::render;
use summitry::headless::template::template;
use summitry::headless::verify::verify;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let status = match arguments::read() {
        Task::Window { files, config } => deliver(&shell::open(&files, config.as_deref())),
        Task::Render(options) => deliver(&render(options)),
        Task::Film(options) => deliver(&film(options)),
        Task::List(options) => deliver(&list(options, &mut io::stdout().lock())),
        Task::Geocode(options) => deliver(&geocode(&options, io::stdin().lock(), io::stdout().lock())),
        Task::Check { files, stated, json } => deliver(&check(&files, &stated, json)),
        Task::Convert(options) => deliver(&convert(options)),
        Task::Verify(options) => deliver(&verify(&options)),
        Task::Template { output } => deliver(&template(output)),
        Task::Told(answer) => deliver(&answer),
    };
    ExitCode::from(status)
}
