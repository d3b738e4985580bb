//! The dialogs over the window: opening, exporting, keys, and what the program is.

use crate::page::PageFormat;
use std::path::Path;

/// Words in the dialogs over the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialogs {
    /// The title of the dialog that opens something.
    OpenTitle,
    /// What can be opened.
    WhatOpens,
    /// A sort of files in the system's dialog.
    TablesAndProjects,
    /// Every sort of files in the system's dialog.
    AllFiles,
    /// The title of the dialog that saves a picture.
    ExportTitle,
    /// What stands before the pictures that can be saved.
    Picture,
    /// What stands before the data that can be saved.
    Data,
    /// The map as pixels.
    MapAsPng,
    /// The map as lines and text.
    MapAsSvg,
    /// The map for print.
    MapAsPdf,
    /// The map for a browser.
    MapAsPage,
    /// The whole window as pixels.
    WindowAsPng,
    /// How large the picture is.
    Size,
    /// The picture as its file will show it.
    Preview,
    /// The heading over the formats.
    Format,
    /// The size or the colours of the window.
    AsTheWindow,
    /// The heading over the words on the picture.
    Words,
    /// The heading over how the page is made up.
    MadeUp,
    /// How large letters are.
    TextSize,
    /// The colours of the picture.
    Colours,
    /// What stands under the map.
    UnderTheMap,
    /// Whether there is a legend.
    Legend,
    /// Whether the paper is left clear.
    ClearPaper,
    /// The system cannot ask for a file.
    NoFileDialog,
    /// Whose data the program has beside the map.
    DataSources,
    /// Whose data about offices the program has.
    OfficeSources,
    /// The licence of the program, and that it sends nothing.
    Free,
    /// The heading over licences.
    LicenceTexts,
    /// The licence of the places.
    GeoNamesLicence,
    /// The heading over the licences of the crates.
    CrateLicences,
}

/// A text in a dialog, from facts.
#[derive(Clone, Copy, Debug)]
pub enum DialogText<'a> {
    /// What the program is, in this version.
    About(&'a str),
    /// Every projection that a map may have.
    AnyProjection,
    /// Where a picture would be saved is a picture of this format.
    PictureThere(&'a Path, &'a str),
    /// Where a picture would be saved is an empty file.
    EmptyFileThere(&'a Path),
    /// Where a picture would be saved is something else.
    OtherFileThere(&'a Path),
    /// Where a file would be saved is another one.
    FileThere(&'a Path),
    /// How wide and high a format is.
    Sides(PageFormat),
    /// The same without their measure.
    SidesAlone(PageFormat),
    /// So many pixels an inch.
    PixelsAnInch(u32),
    /// The endings of files of data.
    DataEndings(&'a [&'a str]),
    /// A picture cannot be saved there.
    PictureNotSaved(&'a Path, &'a str),
}
