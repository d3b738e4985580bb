//! The dialogs over the window: opening, exporting, keys, and what the program is, in English.

use crate::globe::projection::Projection;
use crate::page::{Measure, PageFormat};
use crate::words::english::{list, number, word};
use crate::words::message::Word;
use crate::words::part::dialogs::{DialogText, Dialogs};
use crate::words::spoken::fixed;

/// Words in the dialogs over the window.
pub const fn dialogs(label: Dialogs) -> &'static str {
    match label {
        Dialogs::OpenTitle => "Open a table or project",
        Dialogs::WhatOpens => {
            "A project, or a table with a meeting or a trip a row: a spreadsheet, CSV, JSON and others. A table is looked at first"
        }
        Dialogs::TablesAndProjects => "tables and projects",
        Dialogs::AllFiles => "all files",
        Dialogs::ExportTitle => "Export",
        Dialogs::Picture => "Picture",
        Dialogs::Data => "Data",
        Dialogs::MapAsPng => "Map as PNG",
        Dialogs::MapAsSvg => "Map as SVG",
        Dialogs::MapAsPdf => "Map as PDF",
        Dialogs::MapAsPage => "Map as web page",
        Dialogs::WindowAsPng => "Window as PNG",
        Dialogs::Size => "Size",
        Dialogs::Preview => "Preview of the page",
        Dialogs::Format => "Format",
        Dialogs::AsTheWindow => "As the window",
        Dialogs::Words => "heading::Words",
        Dialogs::MadeUp => "heading::Page",
        Dialogs::TextSize => "size of letters::Text",
        Dialogs::Colours => "Colours",
        Dialogs::UnderTheMap => "Under the map",
        Dialogs::Legend => "Legend",
        Dialogs::ClearPaper => "Transparent paper",
        Dialogs::NoFileDialog => "This system has no file dialog: type the path instead",
        Dialogs::DataSources => {
            "Country names: Unicode CLDR. World regions: UN M49. Official names: CIA World Factbook. Fonts: Inter, Noto Sans Arabic, Noto Sans SC"
        }
        Dialogs::OfficeSources => {
            "Offices of persons: Archigos (Goemans, Gleditsch and Chiozza 2009), REIGN (Bell, Besaw and Frank 2021), Wikidata, CIA World Factbook, Office of the Historian and congress-legislators; reviewed and corrected"
        }
        Dialogs::Free => "The program is free under MIT or Apache-2.0 and sends nothing anywhere",
        Dialogs::LicenceTexts => "Licence texts",
        Dialogs::GeoNamesLicence => "GeoNames data: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        Dialogs::CrateLicences => "Licences of the crates it is built from",
    }
}

/// A text in a dialog, from facts.
pub fn dialog_text(text: DialogText) -> String {
    match text {
        DialogText::About(version) => {
            told!("Summitry {version}, an atlas of diplomacy: who met whom, where and when", version)
        }
        DialogText::AnyProjection => told!(
            "{projection} projection",
            projection = list::either(&Projection::ALL.map(|one| word::word(Word::Projection(one))))
        ),
        DialogText::PictureThere(path, format) => {
            told!("{path} is there already: a {format} picture", path = path.display(), format)
        }
        DialogText::EmptyFileThere(path) => {
            told!("{path} is there already: an empty file", path = path.display())
        }
        DialogText::OtherFileThere(path) => {
            told!("{path} is there already: no picture", path = path.display())
        }
        DialogText::FileThere(path) => told!("{path} is there already", path = path.display()),
        DialogText::Sides(format) => {
            let unit = match format.measure() {
                Measure::Pixels => fixed("pixels"),
                Measure::Millimetres => fixed("mm"),
            };
            format!("{} {unit}", sides(format))
        }
        DialogText::SidesAlone(format) => sides(format),
        DialogText::PixelsAnInch(pixels) => told!("{pixels} dpi", pixels),
        DialogText::DataEndings(endings) => {
            let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
            told!("the file ends in {endings}", endings = list::either(&endings))
        }
        DialogText::PictureNotSaved(path, why) => {
            told!("{path} is not saved: {why}", path = path.display(), why)
        }
    }
}

/// `1,200 × 675`
fn sides(format: PageFormat) -> String {
    let [width, height] = format.sides().map(|side| number::grouped(usize::from(side)));
    format!("{width} × {height}")
}
