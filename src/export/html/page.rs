//! The text of a page: its head, which lets a browser run nothing but the page's own script, and what is
//! seen.

use super::GENERATOR;
use super::hash::sha256;
use super::rows::json;
use crate::export::base64::write_base64;
use crate::export::sheet::{Exhibit, Sheet};
use crate::export::svg::value::{Escaped, Number};
use crate::export::svg::{Beside, Letters, Part, part};
use crate::export::told::{MarkTold, Told};
use crate::gazetteer::country::Countries;
use crate::globe::view::Rect;
use crate::meeting::code::CountryCode;
use crate::meeting::identity::MeetingId;
use crate::picture::drawn_line::FULL;
use crate::picture::look::{Colour, Look};
use crate::picture::{Group, Mark, Picture, Shape};
use crate::query::tie::TieKey;
use crate::state::{Target, Theme};
use crate::words::part::Label;
use crate::words::part::dossier::{Dossier, DossierText};
use crate::words::part::editing::Detail;
use crate::words::part::exported::Heads;
use crate::words::part::panel::Panel;
use crate::words::part::places::Places;
use crate::words::part::web::{Web, WebText};
use crate::words::spoken::{Plural, spoken};
use crate::words::{label, say};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::{self, Write};

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// The groups of a picture that are map. Title and credits are words of the page.
const MAP: [Group; 8] = [
    Group::Sea,
    Group::Land,
    Group::Contested,
    Group::Lines,
    Group::Marks,
    Group::Names,
    Group::Scale,
    Group::List,
];

/// Everything that a page is made of.
pub struct Page<'a> {
    /// The map.
    pub map: &'a Exhibit<'a>,
    /// Its picture.
    pub sheet: &'a Sheet,
    /// How the letters of the map are written.
    pub letters: Letters,
    /// The meetings that are listed, as JSON.
    pub meetings: &'a [(MeetingId, String)],
    /// How many meetings are shown on the map.
    pub all: usize,
    /// How finely land is drawn, in pixels a point.
    pub pixels: f32,
    /// Whether all lines are drawn, or those only that count most.
    pub all_lines: bool,
}

impl Page<'_> {
    /// The whole file.
    pub fn text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out).expect("a string takes whatever is written");
        out
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        let picture = &*self.picture();
        let map = self.map_part(picture);
        let style = self.style();
        let fonts = map.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
        write_head(out, &self.sheet.made.summitry, picture, &style, fonts.map(|(fonts, _)| fonts))?;
        writeln!(out, "<body>")?;
        write_header(out, picture)?;
        writeln!(out, "<main>")?;
        write_map(out, &map, &self.sheet.told.alternative)?;
        self.write_below(out, picture)?;
        writeln!(out, "</div>")?;
        write_table(out)?;
        writeln!(out, "</main>")?;
        writeln!(out, "<div id=\"live\" class=\"unseen\" aria-live=\"polite\"></div>")?;
        writeln!(out, "<script type=\"application/json\" id=\"page-data\">")?;
        self.write_data(out, picture)?;
        writeln!(out, "</script>")?;
        writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>")
    }

    /// The picture that the page draws: where there are too many lines, without those that count less.
    fn picture(&self) -> Cow<'_, Picture> {
        let picture = &self.sheet.picture;
        let lines = lines(picture);
        if self.all_lines || lines.len() <= FULL {
            return Cow::Borrowed(picture);
        }
        let shown = self.map.shown;
        let weight = |target: &Target| match target {
            Target::Tie(TieKey::Spoke { .. }) | Target::Meeting(_) => 1,
            Target::Tie(key) => shown.line(key).map_or(0, |line| line.weight),
            Target::Country(_)
            | Target::Place(_)
            | Target::Places(_)
            | Target::Occasion(_)
            | Target::Person(_)
            | Target::Pair(_) => 0,
        };
        // Those that count as much as the first that is left out are left out too, unless that were all.
        let mut weights: Vec<usize> = lines.iter().map(|target| weight(target)).collect();
        weights.sort_unstable_by_key(|weight| Reverse(*weight));
        let least = weights[FULL];
        let stronger = lines.iter().copied().filter(|target| weight(target) > least);
        let mut kept: BTreeSet<&Target> = stronger.collect();
        if kept.is_empty() {
            kept.extend(lines.into_iter().take(FULL));
        }
        let is_kept = |mark: &&Mark| {
            mark.group != Group::Lines || mark.target.as_ref().is_none_or(|target| kept.contains(target))
        };
        let marks = picture.marks.iter().filter(is_kept).cloned().collect();
        Cow::Owned(Picture { marks, ..picture.clone() })
    }

    /// The map as a picture within the page.
    fn map_part(&self, picture: &Picture) -> String {
        let listed: HashSet<&MeetingId> = self.meetings.iter().map(|(id, _)| id).collect();
        let marks = self.sheet.told.marks.iter().map(|(target, told)| {
            let MarkTold { title, meetings, more: _ } = told;
            let meetings = meetings.iter().filter(|id| listed.contains(id)).cloned().collect();
            (target.clone(), MarkTold { title: title.clone(), meetings, more: 0 })
        });
        let told = Told { alternative: self.sheet.told.alternative.clone(), marks: marks.collect() };
        let beside = Beside {
            told: Some(&told),
            made: Some(&self.sheet.made),
            letters: self.letters,
            pixels: self.pixels,
            names_countries: true,
            ..Beside::default()
        };
        part(
            picture,
            beside,
            Part { id: "page-map", groups: &MAP, frame: picture.pane, label: &picture.title, is_first: true },
        )
    }

    /// The style of the page in the colours of the picture.
    fn style(&self) -> String {
        let look = Look::of(self.map.state.theme);
        let scheme = match self.map.state.theme {
            Theme::Light | Theme::HighContrast | Theme::Print => "light",
            Theme::Dark => "dark",
        };
        let colours = [
            ("paper", look.paper),
            ("card", look.card),
            ("ink", look.ink),
            ("quiet", look.quiet_ink),
            ("hairline", look.hairline),
            ("accent", look.accent),
            ("sea", look.sea),
        ];
        let mut style = format!(":root{{color-scheme:{scheme}");
        for (name, Colour { r, g, b, a: _ }) in colours {
            write!(style, ";--{name}:#{r:02x}{g:02x}{b:02x}").expect("a string takes whatever is written");
        }
        let pane = self.sheet.picture.pane;
        let (width, height) = (Number(pane.width()), Number(pane.height()));
        format!("{style}}}\n#map-box{{aspect-ratio:{width}/{height}}}\n{STYLE}")
    }

    /// What stands below the map: what its signs mean, where it is from, and what is left out of the page.
    fn write_below(&self, out: &mut String, picture: &Picture) -> fmt::Result {
        writeln!(out, "<div class=\"below\">")?;
        if let Some(frame) = frame(picture, Group::Legend) {
            let told = format!("{}: {}", label(Web::Legend), texts(picture, Group::Legend).join("; "));
            let beside = Beside { letters: self.letters, pixels: self.pixels, ..Beside::default() };
            let groups = &[Group::Legend];
            let part = part(
                picture,
                beside,
                Part { id: "page-legend", groups, frame, label: &told, is_first: false },
            );
            writeln!(out, "<figure>\n{part}</figure>")?;
        }
        writeln!(out, "<div class=\"credits\">")?;
        let [lines, all_lines] = [picture, &self.sheet.picture].map(|picture| lines(picture).len());
        if lines < all_lines {
            write_paragraph(out, &say(WebText::LinesLeftOut(lines, all_lines)))?;
        }
        if let Some(left_out) = self.left_out() {
            write_paragraph(out, &left_out)?;
        }
        write_paragraph(out, &texts(picture, Group::Credits).join(" "))?;
        write_paragraph(out, &self.map.citation())?;
        writeln!(out, "</div>\n</div>")
    }

    /// How many meetings are listed, if not all are.
    fn left_out(&self) -> Option<String> {
        let listed = self.meetings.len();
        (listed < self.all).then(|| say(WebText::MeetingsLeftOut(listed, self.all)))
    }

    /// The meetings and everything else that the script is told.
    fn write_data(&self, out: &mut String, picture: &Picture) -> fmt::Result {
        let countries = Countries::embedded();
        let mut codes: BTreeSet<CountryCode> = BTreeSet::new();
        for mark in &picture.marks {
            if let Shape::Land { land, .. } = &mark.shape {
                codes.extend(land.areas.iter().map(|area| area.code));
            }
        }
        let listed = self.meetings.iter().filter_map(|(id, _)| self.map.meetings.row_of(id.as_str()));
        for meeting in listed.map(|row| self.map.meetings.get(row)) {
            codes.extend(meeting.venue.country);
            codes.extend(meeting.participants.iter().filter_map(|person| person.country));
        }
        let names: BTreeMap<&str, Cow<str>> =
            codes.iter().map(|code| (code.as_str(), countries.spoken(*code))).collect();
        write!(out, "{{\"texts\":{},\"countries\":{},\"meetings\":[", words(self.left_out()), json(&names))?;
        for (number, (_, meeting)) in self.meetings.iter().enumerate() {
            let comma = if number > 0 { "," } else { "" };
            write!(out, "{comma}\n{meeting}")?;
        }
        writeln!(out, "]}}")
    }
}

/// The lines of a picture, each once, in the order of drawing.
fn lines(picture: &Picture) -> Vec<&Target> {
    let mut seen = BTreeSet::new();
    let marks = picture.marks.iter().filter(|mark| mark.group == Group::Lines);
    marks.filter_map(|mark| mark.target.as_ref()).filter(|target| seen.insert(*target)).collect()
}

/// The texts of a group: lines that are set alike are one text.
fn texts(picture: &Picture, group: Group) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut before = None;
    for mark in picture.marks.iter().filter(|mark| mark.group == group) {
        let Shape::Text { text, size, weight, colour, .. } = &mark.shape else { continue };
        let set = Some((*size, *weight, *colour));
        match texts.last_mut().filter(|_| before == set && group != Group::Legend) {
            Some(last) => {
                last.push(' ');
                last.push_str(text);
            }
            None => texts.push(text.clone()),
        }
        before = set;
    }
    texts
}

/// Where a group lies: its first plate.
fn frame(picture: &Picture, group: Group) -> Option<Rect> {
    let mut marks = picture.marks.iter().filter(|mark| mark.group == group);
    marks.find_map(|mark| if let Shape::Panel { rect, .. } = &mark.shape { Some(*rect) } else { None })
}

fn write_head(
    out: &mut String,
    version: &str,
    picture: &Picture,
    style: &str,
    fonts: Option<&str>,
) -> fmt::Result {
    let language = spoken();
    let direction = if language.is_from_the_right() { " dir=\"rtl\"" } else { "" };
    write!(out, "<!DOCTYPE html>\n<html lang=\"{}\"{direction}>\n<head>\n", language.code())?;
    writeln!(out, "<meta charset=\"utf-8\">")?;
    writeln!(out, "{GENERATOR}{version}\">")?;
    write!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src ")?;
    write_hash(out, SCRIPT)?;
    write!(out, "; style-src ")?;
    for text in std::iter::once(style).chain(fonts) {
        write_hash(out, text)?;
        out.push(' ');
    }
    writeln!(out, "; font-src data:; base-uri 'none'; form-action 'none'\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"referrer\" content=\"no-referrer\">")?;
    writeln!(out, "<title>{}</title>", Escaped(&picture.title))?;
    writeln!(out, "<style>{style}</style>\n</head>")
}

/// Allows this text as a script or a style.
fn write_hash(out: &mut String, text: &str) -> fmt::Result {
    write!(out, "'sha256-")?;
    write_base64(out, &sha256(text.as_bytes()));
    write!(out, "'")
}

/// Title and sentence, as they stand over the picture.
fn write_header(out: &mut String, picture: &Picture) -> fmt::Result {
    let texts = texts(picture, Group::Title);
    let mut texts = texts.iter();
    let title = texts.next().unwrap_or(&picture.title);
    writeln!(out, "<header>\n<h1 dir=\"auto\">{}</h1>", Escaped(title))?;
    texts.try_for_each(|text| write_paragraph(out, text))?;
    writeln!(out, "</header>")
}

fn write_paragraph(out: &mut String, text: &str) -> fmt::Result {
    writeln!(out, "<p dir=\"auto\">{}</p>", Escaped(text))
}

/// The map with its buttons, and the panel beside it.
fn write_map(out: &mut String, map: &str, alternative: &str) -> fmt::Result {
    let (name, keys) = (label(Web::Map), label(Web::Keys));
    writeln!(out, "<div class=\"top\">\n<section class=\"map\" aria-label=\"{name}\">")?;
    writeln!(out, "<p id=\"map-told\" class=\"unseen\">{}</p>", Escaped(alternative))?;
    write!(out, "<div id=\"map-box\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\"")?;
    writeln!(out, " aria-describedby=\"map-told map-keys\">\n{map}</div>")?;
    writeln!(out, "<div class=\"tools works\">")?;
    for (id, sign, name) in [("zoom-in", "+", Web::ZoomIn), ("zoom-out", "−", Web::ZoomOut)] {
        let name = label(name);
        writeln!(
            out,
            "<button type=\"button\" id=\"{id}\" aria-label=\"{name}\" title=\"{name}\">{sign}</button>"
        )?;
    }
    writeln!(out, "<button type=\"button\" id=\"whole-map\">{}</button>\n</div>", label(Web::WholeMap))?;
    writeln!(out, "<p id=\"map-keys\" class=\"keys quiet works\">{keys}</p>")?;
    writeln!(out, "<noscript><p>{}</p></noscript>\n</section>", label(Web::NoScript))?;
    let details = label(Web::Details);
    writeln!(
        out,
        "<section id=\"details\" class=\"works\" tabindex=\"-1\" aria-label=\"{details}\"></section>"
    )
}

/// The table, whose rows the script writes.
fn write_table(out: &mut String) -> fmt::Result {
    let (name, search) = (label(Heads::Meetings), label(Panel::Search));
    writeln!(out, "<section class=\"works\" aria-labelledby=\"meetings-head\">")?;
    writeln!(out, "<h2 id=\"meetings-head\">{name}</h2>")?;
    writeln!(out, "<p class=\"search\"><label for=\"search\">{search}</label>")?;
    writeln!(out, "<input type=\"search\" id=\"search\" autocomplete=\"off\">")?;
    writeln!(out, "<output id=\"found\" for=\"search\" aria-live=\"polite\"></output></p>")?;
    writeln!(
        out,
        "<div class=\"scroll\">\n<table id=\"meetings\" aria-labelledby=\"meetings-head\">\n<thead><tr>"
    )?;
    let heads: [Label; 6] = [
        Heads::Date.into(),
        Detail::Title.into(),
        Web::Participants.into(),
        Detail::Place.into(),
        Detail::Kind.into(),
        Detail::Status.into(),
    ];
    for (number, head) in heads.into_iter().enumerate() {
        let sorted = if number == 0 { " aria-sort=\"ascending\"" } else { "" };
        writeln!(out, "<th scope=\"col\"{sorted}><button type=\"button\">{}</button></th>", label(head))?;
    }
    writeln!(out, "</tr></thead>\n<tbody></tbody>\n</table>\n</div>\n</section>")
}

/// The words that the script says, as JSON.
fn words(left_out: Option<String>) -> String {
    let labels: [(&str, Label); 18] = [
        ("details", Web::Details.into()),
        ("choose", Web::Choose.into()),
        ("countries", Panel::Countries.into()),
        ("places", Web::Places.into()),
        ("lines", Heads::Lines.into()),
        ("leaders", Panel::Leaders.into()),
        ("back", Web::Back.into()),
        ("none", Web::NoneListed.into()),
        ("counted", Web::Counted.into()),
        ("found", Web::Found.into()),
        ("participants", Web::Participants.into()),
        ("place", Detail::Place.into()),
        ("noPlace", Places::Unknown.into()),
        ("kind", Detail::Kind.into()),
        ("occasion", Detail::Occasion.into()),
        ("trip", Detail::Trip.into()),
        ("outcome", Detail::Outcome.into()),
        ("note", Detail::Note.into()),
    ];
    let placed: BTreeMap<&str, &str> =
        [("country", Dossier::CountryOnly), ("point", Dossier::AtChosenPoint), ("none", Dossier::NotPlaced)]
            .map(|(precision, words)| (precision, label(words)))
            .into();
    let mut all: BTreeMap<&str, serde_json::Value> =
        labels.into_iter().map(|(name, one)| (name, label(one).into())).collect();
    let forms = Plural::forms(spoken()).iter().map(|form| form.name());
    all.insert("forms", forms.collect::<Vec<_>>().into());
    all.insert("sources", label(Web::Sources).into());
    all.insert("noSource", say(DossierText::Sources(0)).into());
    all.insert("supports", say(DossierText::Supports("{facts}")).into());
    all.extend(left_out.map(|left_out| ("leftOut", left_out.into())));
    all.insert("placed", serde_json::json!(placed));
    json(&all)
}
