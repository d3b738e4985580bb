//! A picture as PDF (ISO 32000-1): lines and areas as such, text that can be selected, fonts within the file,
//! and words in place of the map for those who cannot see it.

mod fonts;
mod content;

use self::content::{Painted, paint};
use self::fonts::write_fonts;
use super::font::subset::packed;
use super::made::{Made, NAME, VERSION};
use super::told::Told;
use crate::document::fingerprint::Fingerprint;
use crate::picture::Picture;
use crate::words::message::Word;
use crate::words::part::button::Button;
use crate::words::spoken::nearest;
use crate::words::{label, word};
use pdf_writer::types::StructRole;
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, TextStr};
use std::fmt::Write as _;

/// The numbers of the objects that every file has.
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const INFO: Ref = Ref::new(5);
const METADATA: Ref = Ref::new(6);
const TREE: Ref = Ref::new(7);
const DOCUMENT: Ref = Ref::new(8);
/// The first number of those of which a file has as many as it needs.
const FURTHER: i32 = 9;

/// The picture as a page, a point of it being `stretch` of print, of which an inch has 72. The same picture
/// gives the same bytes.
#[must_use]
pub fn pdf(picture: &Picture, stretch: f32, told: Option<&Told>, made: Option<&Made>) -> Vec<u8> {
    let painted = paint(picture, stretch);
    let mut next = FURTHER;
    let mut new = || {
        next += 1;
        Ref::new(next - 1)
    };
    let mut file = Pdf::new();
    let alternative = told.map_or(&picture.description[..], |told| &told.alternative);
    let about = About { picture, alternative, made };
    about.write(&mut file);
    write_structure(&mut file, &painted, alternative, &mut new);
    file.pages(PAGES).kids([PAGE]).count(1);
    let bytes = packed(&painted.content);
    let fingerprint = Fingerprint::of(&bytes).hash.to_be_bytes().to_vec();
    file.stream(CONTENT, &bytes).filter(Filter::FlateDecode);
    let fonts = write_fonts(&mut file, &painted.fonts, &mut new);
    let mut page = file.page(PAGE);
    let [width, height] = [picture.width, picture.height].map(|side| side * stretch);
    page.parent(PAGES).media_box(Rect::new(0.0, 0.0, width, height)).contents(CONTENT);
    page.struct_parents(0);
    let mut resources = page.resources();
    let mut named = resources.fonts();
    for (name, id) in &fonts {
        named.pair(Name(name.as_bytes()), id);
    }
    named.finish();
    let mut states = resources.ext_g_states();
    for &alpha in &painted.alphas {
        let mut state = states
            .insert(Name(content::alpha_name(alpha).as_bytes()))
            .start::<pdf_writer::writers::ExtGraphicsState>();
        let share = f32::from(alpha) / 255.0;
        state.non_stroking_alpha(share).stroking_alpha(share);
    }
    states.finish();
    resources.finish();
    page.finish();
    file.set_file_id((fingerprint.clone(), fingerprint));
    file.finish()
}

/// What the file says of itself.
struct About<'a> {
    picture: &'a Picture,
    alternative: &'a str,
    made: Option<&'a Made>,
}

impl About<'_> {
    fn write(&self, file: &mut Pdf) {
        let Self { picture, alternative, made: _ } = self;
        let mut catalog = file.catalog(CATALOG);
        catalog.pages(PAGES).lang(TextStr(nearest(picture.language).code())).metadata(METADATA);
        catalog.viewer_preferences().display_doc_title(true);
        catalog.mark_info().marked(true);
        catalog.pair(Name(b"StructTreeRoot"), TREE);
        catalog.finish();
        let program = program();
        let mut info = file.document_info(INFO);
        info.title(TextStr(&picture.title)).author(TextStr(word(Word::Credits)));
        info.subject(TextStr(alternative)).creator(TextStr(&program)).producer(TextStr(&program));
        info.finish();
        file.metadata(METADATA, self.xmp().as_bytes());
    }

    /// The same as XMP (ISO 16684-1), and where the file is from.
    fn xmp(&self) -> String {
        let Self { picture, alternative, made } = self;
        let mut xml = String::new();
        // What the standard has at the head and at the foot, so that a program finds it that reads no PDF.
        xml.push_str("<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        xml.push_str("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">");
        xml.push_str("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        xml.push_str("<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
        xml.push_str(" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:summitry=\"urn:summitry:made\">\n");
        let mut written = |begin: &str, text: &str, end: &str| {
            writeln!(xml, "{begin}{}{end}", xml_text(text)).expect("a String takes all text");
        };
        let alternatives = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
        let end = "</rdf:li></rdf:Alt>";
        written(&format!("<dc:title>{alternatives}"), &picture.title, &format!("{end}</dc:title>"));
        written(&format!("<dc:description>{alternatives}"), alternative, &format!("{end}</dc:description>"));
        written(&format!("<dc:rights>{alternatives}"), word(Word::Credits), &format!("{end}</dc:rights>"));
        written("<xmp:CreatorTool>", &program(), "</xmp:CreatorTool>");
        if let Some(made) = made {
            written(&format!("<summitry:{NAME}>"), &made.to_json(), &format!("</summitry:{NAME}>"));
        }
        xml.push_str("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
        xml
    }
}

fn program() -> String {
    format!("{} {VERSION}", label(Button::Program))
}

/// Text as XML has it.
fn xml_text(text: &str) -> String {
    let visible =
        text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}'));
    let mut escaped = String::with_capacity(text.len());
    for letter in visible {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The tree of what the page holds: the map as a figure with words in its place, and a paragraph for each
/// part around it.
fn write_structure(file: &mut Pdf, painted: &Painted, alternative: &str, new: &mut impl FnMut() -> Ref) {
    let figure = new();
    let mut parts: Vec<(Ref, Vec<i32>)> = vec![(figure, Vec::new())];
    let mut parents = Vec::new();
    for (number, &group) in (0_i32..).zip(&painted.groups) {
        if group.is_map() {
            parts[0].1.push(number);
            parents.push(figure);
        } else {
            let part = new();
            parts.push((part, vec![number]));
            parents.push(part);
        }
    }
    let list = new();
    let mut root = file.indirect(TREE).start::<StructTreeRoot>();
    root.child(DOCUMENT);
    root.parent_tree_next_key(1);
    root.parent_tree().nums().insert(0, list);
    root.finish();
    file.indirect(list).array().items(parents);
    let mut document = file.struct_element(DOCUMENT);
    document.kind(StructRole::Document).parent(TREE);
    let mut children = document.children();
    for (part, _) in &parts {
        children.struct_element(*part);
    }
    children.finish();
    document.finish();
    for (place, (part, numbers)) in parts.into_iter().enumerate() {
        let mut element = file.struct_element(part);
        element.kind(if place == 0 { StructRole::Figure } else { StructRole::P });
        element.parent(DOCUMENT).page(PAGE);
        if place == 0 {
            element.alt(TextStr(alternative));
        }
        let mut children = element.children();
        for number in numbers {
            children.marked_content_id(number);
        }
    }
}
