//! What `src/lib.rs` promises about the modules, read off the sources.

use std::fs;
use std::path::{Path, PathBuf};

const MOST_LINES: usize = 600;
/// Columns at which comments wrap.
const COLUMNS: usize = 110;

struct File {
    /// From `src/`, with `/`.
    path: String,
    text: String,
}

impl File {
    /// Lines of code without comments. A `//` in a text literal cuts it short, which these checks can bear.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = self.text.lines().map(|line| line.find("//").map_or(line, |comment| &line[..comment]));
        code.enumerate().map(|(number, line)| (number + 1, line))
    }
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources are here") {
            let path = entry.expect("the sources are here").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("the sources are text");
                let below = path.strip_prefix(&root).expect("the walk began there");
                files.push(File { path: below.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The modules in the order of `src/lib.rs`.
fn modules(files: &[File]) -> Vec<String> {
    let lib = files.iter().find(|file| file.path == "lib.rs").expect("there is a library");
    let names = lib.text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The name that starts a text, and what follows.
fn first_name(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}

/// Whether a line of code names the crate, as in `egui::Ui` or `use egui`.
fn names(line: &str, krate: &str) -> bool {
    line.match_indices(krate).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + krate.len()..];
        let apart = before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_');
        apart && first_name(after).is_empty() && (after.starts_with("::") || line.contains("use "))
    })
}

#[test]
fn a_module_uses_only_the_modules_above_it() {
    let files = sources();
    let modules = modules(&files);
    assert!(modules.len() >= 9, "{modules:?}");
    let place = |name: &str| modules.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for file in &files {
        let own = first_name(&file.path);
        let Some(own_place) = place(own) else { continue };
        for (number, line) in file.code() {
            for used in line.split("crate::").skip(1).map(first_name) {
                if place(used).is_none_or(|used| used > own_place) {
                    wrong.push(format!("src/{}:{number} uses {used}", file.path));
                }
            }
        }
        assert!(!file.text.contains("use crate::{"), "src/{}: one `use` for each module", file.path);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_window_names_egui_and_only_its_shell_eframe_and_only_the_arguments_clap() {
    let mut wrong = Vec::new();
    for file in &sources() {
        let is_entrance = file.path == "main.rs" || file.path.starts_with("arguments");
        let is_shell = file.path == "shell.rs";
        let may = |krate: &str| match krate {
            "egui" => is_shell || file.path.starts_with("ui/"),
            "eframe" => is_shell,
            _ => is_entrance,
        };
        for krate in ["egui", "eframe", "clap"].into_iter().filter(|krate| !may(krate)) {
            let named = file.code().filter(|(_, line)| names(line, krate));
            wrong.extend(named.map(|(number, _)| format!("src/{}:{number} names {krate}", file.path)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_begins_with_what_it_is() {
    for File { path, text } in sources() {
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "src/{path} begins with {first:?}");
    }
}

#[test]
fn the_entrance_reads_as_a_table_of_contents() {
    let files = sources();
    let main = files.iter().find(|file| file.path == "main.rs").expect("there is a program");
    assert!(main.text.lines().count() <= 60, "src/main.rs is the table of contents of the program");
}

#[test]
fn no_file_is_too_long_to_read() {
    for File { path, text } in sources() {
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "src/{path} has {lines} lines");
    }
}

#[test]
fn comments_wrap_where_code_does() {
    let mut wrong = Vec::new();
    for File { path, text } in sources() {
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") && line.chars().count() > COLUMNS {
                wrong.push(format!("src/{path}:{}", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

impl File {
    /// The file as a module: `["picture", "layers", "lines"]`.
    fn module(&self) -> Vec<&str> {
        let path = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').collect()
    }

    /// Every path that the code names, as the modules and items that it leads through, with the number of its
    /// line: of `use super::{a, b::C}` both.
    fn paths(&self) -> Vec<(usize, Vec<String>)> {
        let code = self.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        let own: Vec<String> = self.module().into_iter().map(str::to_owned).collect();
        let mut paths = Vec::new();
        let starts = code.match_indices("crate::").chain(code.match_indices("super::"));
        for (at, _) in starts.filter(|(at, _)| !code[..*at].ends_with("super::")) {
            let line = code[..at].lines().count().max(1);
            let (mut base, mut rest) = match code[at..].strip_prefix("crate::") {
                Some(rest) => (Vec::new(), rest),
                None => (own.clone(), &code[at..]),
            };
            while let Some(further) = rest.strip_prefix("super::") {
                base.pop();
                rest = further;
            }
            let list = rest.strip_prefix('{').map(|list| list.split('}').next().unwrap_or_default());
            for path in list.map_or(vec![rest], |list| list.split(',').collect()) {
                let mut found = base.clone();
                let mut left = path.trim_start();
                while !first_name(left).is_empty() {
                    let name = first_name(left);
                    found.push(name.to_owned());
                    left = left[name.len()..].strip_prefix("::").unwrap_or_default();
                }
                paths.push((line, found));
            }
        }
        paths
    }
}

#[test]
fn a_file_uses_only_the_siblings_above_it() {
    let files = sources();
    let mut wrong = Vec::new();
    let roots: Vec<(&str, &File)> =
        files.iter().filter_map(|file| Some((file.path.strip_suffix("/mod.rs")?, file))).collect();
    assert!(roots.len() > 30, "{}", roots.len());
    for (folder, root) in roots {
        let siblings: Vec<&str> = root
            .text
            .lines()
            .filter_map(|line| {
                line.trim_start_matches("pub ").trim_start_matches("pub(super) ").strip_prefix("mod ")
            })
            .filter_map(|name| name.strip_suffix(';'))
            .collect();
        assert!(!siblings.is_empty(), "{folder}");
        let place = |name: &str| siblings.iter().position(|one| *one == name);
        let folder: Vec<&str> = folder.split('/').collect();
        for file in &files {
            let module = file.module();
            let Some(own) = module.strip_prefix(&folder[..]).and_then(|below| place(below.first()?)) else {
                continue;
            };
            for (line, path) in file.paths() {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                let Some(name) = path.strip_prefix(&folder[..]).and_then(|below| below.first().copied())
                else {
                    continue;
                };
                if place(name).is_some_and(|used| used > own) {
                    wrong.push(format!("src/{}:{line} uses {name}, which stands below it", file.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_fuzz_targets_have_all_of_the_library_but_the_window() {
    let library = include_str!("fuzz/library.rs");
    let listed: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut all = modules(&sources());
    all.retain(|module| !["work", "ui"].contains(&module.as_str()));
    assert_eq!(listed, all);
    // The same crates, in the same versions and with the same features.
    let program = crates(include_str!("../Cargo.toml"));
    let mut targets = crates(include_str!("fuzz/Cargo.toml"));
    targets.retain(|(name, _)| *name != "libfuzzer-sys");
    let of_window = ["clap", "eframe", "egui", "mimalloc", "rfd"];
    let of_library: Vec<_> = program.into_iter().filter(|(name, _)| !of_window.contains(name)).collect();
    assert_eq!(targets, of_library);
}

/// The crates that a package depends on, by name, and what it asks of each.
fn crates(package: &str) -> Vec<(&str, &str)> {
    let lines = package.lines().skip_while(|line| *line != "[dependencies]").skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let named = lines.filter_map(|line| line.split_once(" = "));
    let mut named: Vec<_> =
        named.map(|(name, asked)| (name, asked.split(" #").next().unwrap_or(asked).trim())).collect();
    named.sort_unstable();
    named
}

/// What says nothing of its own: its words are made in `words`.
const SILENT: [&str; 9] =
    ["command.rs", "disk.rs", "document/", "export/", "headless/", "picture/", "shell.rs", "ui/", "work.rs"];

/// What stands before a text that nobody reads: why something cannot fail, the identity of a widget, a file's
/// path.
const UNSEEN: [&str; 18] = [
    "expect(",
    "panic!(",
    "unreachable!(",
    "assert!(",
    "reason = ",
    "id_salt(",
    "id_salt((",
    "unique(",
    "unique((",
    ".with(",
    ".with((",
    "Panel::bottom(",
    "Panel::left(",
    "Panel::right(",
    "Panel::top(",
    "include_str!(",
    "include_bytes!(",
    "env!(",
];

/// Texts that look like English and are not said in it.
const NOT_SAID: [(&str, &[&str]); 8] = [
    ("weights of fonts, in their names", &["Regular", "SemiBold"]),
    ("keywords of PNG", &["Title", "Description", "Copyright", "Software"]),
    (
        "names of PDF",
        &["Figure", "Span", "Adobe", "Identity", "Identity-H", "Length1", "Letters", "StructTreeRoot"],
    ),
    ("types of GeoJSON", &["Feature", "FeatureCollection", "Point", "LineString", "MultiLineString"]),
    (
        "names of fonts",
        &[
            "Inter",
            "Inter semibold",
            "Arabic",
            "Arabic semibold",
            "Chinese",
            "Chinese semibold",
            "Noto Sans Arabic",
            "Noto Sans SC",
            "Inter, 'Helvetica Neue', Arial, sans-serif",
        ],
    ),
    ("what is typed on the command line", &["as seen by ", "day first", "month first"]),
    ("words of serde_json", &["recursion limit", " at line "]),
    (
        "words of the window system",
        &[
            "Library ",
            " could not be loaded.",
            "could not be loaded",
            "cannot open shared object",
            "neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set",
            "LoadLibrary",
            "EventLoop",
            "Wayland",
        ],
    ),
];

/// The text literals of some code with the numbers of their lines and what stands before them. Comments,
/// attributes and the tests at the end of a file are passed over.
fn literals(source: &str) -> Vec<(usize, &str, &str)> {
    let code = source.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
    let bytes = code.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &code[at..];
        let raw = rest.strip_prefix('r').map(|hashes| hashes.len() - hashes.trim_start_matches('#').len());
        let is_raw = raw.is_some_and(|hashes| rest[1 + hashes..].starts_with('"'));
        at += if rest.starts_with("//") || (rest.starts_with('#') && rest[1..].starts_with('[')) {
            rest.find('\n').unwrap_or(rest.len())
        } else if let (Some(hashes), true) = (raw, is_raw) {
            let begin = hashes + 2;
            let end = format!("\"{}", "#".repeat(hashes));
            let length = rest[begin..].find(&end).expect("the sources compile");
            found.push((at + begin, length));
            begin + length + end.len()
        } else if let Some(text) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let length = text.find(|letter| {
                let is_end = letter == '"' && !is_escaped;
                is_escaped = letter == '\\' && !is_escaped;
                is_end
            });
            let length = length.expect("the sources compile");
            found.push((at + 1, length));
            length + 2
        } else if let Some(letter) = rest.strip_prefix('\'') {
            // A letter such as '"' or '\n'; a lifetime has no second quote so near.
            match letter.char_indices().skip(1).take(10).find(|(_, end)| *end == '\'') {
                Some((length, _)) if letter.starts_with('\\') || letter[..length].chars().count() == 1 => {
                    length + 2
                }
                Some(_) | None => 1,
            }
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
    }
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    found
        .into_iter()
        .map(|(at, length)| (line(at), code[..at - 1].trim_end(), &code[at..at + length]))
        .collect()
}

/// Whether a text reads as English: two words, or one word or a fact and a word, or a word with a capital.
/// Markup does not.
fn is_english(text: &str) -> bool {
    if text.starts_with('<') || text.contains("=\\\"") || text.contains("::") {
        return false;
    }
    let mut depth = 0_usize;
    let bare: String = text
        .chars()
        .filter_map(|letter| match letter {
            '{' => {
                depth += 1;
                (depth == 1).then_some('0')
            }
            '}' => {
                depth = depth.saturating_sub(1);
                None
            }
            _ => (depth == 0).then_some(letter),
        })
        .collect();
    let words: Vec<&str> = bare.split(' ').collect();
    let is_word = |word: &str| {
        let letters = word.trim_matches(|letter: char| letter.is_ascii_punctuation());
        letters.chars().count() > 1 && letters.chars().all(char::is_alphabetic)
    };
    let is_fact = |word: &str| word.contains('0');
    let are_words = words.windows(2).any(|pair| {
        (is_word(pair[0]) && (is_word(pair[1]) || is_fact(pair[1]))) || (is_fact(pair[0]) && is_word(pair[1]))
    });
    let mut letters = bare.chars();
    let has_capital =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    are_words || has_capital
}

#[test]
fn nothing_is_said_outside_of_words() {
    let mut wrong = Vec::new();
    let known: Vec<&str> = NOT_SAID.iter().flat_map(|(_, texts)| texts.iter().copied()).collect();
    let mut unused = known.clone();
    for file in sources().iter().filter(|file| SILENT.iter().any(|silent| file.path.starts_with(silent))) {
        for (number, before, text) in literals(&file.text) {
            if UNSEEN.iter().any(|unseen| before.ends_with(unseen.trim_end())) || !is_english(text) {
                continue;
            }
            if known.contains(&text) {
                unused.retain(|one| *one != text);
            } else {
                wrong.push(format!("src/{}:{number} says {text:?}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(unused.is_empty(), "these exceptions are no longer needed: {unused:#?}");
}

#[test]
fn english_is_told_from_what_only_programs_read() {
    for text in ["Save", "Save as…", "no place found", "line {line}", "{n} chosen", "{title} · {n} chosen"]
    {
        assert!(is_english(text), "{text:?}");
    }
    for text in [
        "summitry",
        "json",
        "{name}: {words}",
        "--{prefix}from",
        "{} → {}",
        "<g id=\\\"land\\\">",
        "PNG",
        "F2",
    ] {
        assert!(!is_english(text), "{text:?}");
    }
    let code = "let a = \"One\"; // \"Two\"\n#[expect(dead_code, reason = \"Three\")]\nlet b = ['\"', 'x']; let c = r#\"Fo\"ur\"#;";
    let found: Vec<&str> = literals(code).into_iter().map(|(_, _, text)| text).collect();
    assert_eq!(found, ["One", "Fo\"ur"]);
}
