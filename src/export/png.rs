//! A picture as PNG: the SVG drawn by resvg with the bundled fonts, so that both are one drawing.

use super::svg::{Beside, svg_with};
use crate::page::POINTS_AN_INCH;
use crate::picture::Picture;
use crate::picture::text::{Family, Weight};
use crate::words::part::exported::ExportedText;
use crate::words::say;
use resvg::tiny_skia::{IntSize, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use std::fmt;
use std::io::Write as _;
use std::sync::{Arc, LazyLock};

/// An inch in metres.
const METRES_AN_INCH: f64 = 0.0254;

/// Pixels, four bytes each (red, green, blue, alpha not premultiplied), row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Pixels to a metre when the picture is printed at its size in points; 0 if it has none.
    pub per_metre: u32,
    /// `4 × width × height` bytes.
    pub rgba: Vec<u8>,
}

/// The largest side of a picture in pixels.
const LARGEST_SIDE: u32 = 16_384;

/// Why a picture has no pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDrawn {
    /// A side is 0 or longer than the longest: width and height in pixels.
    Size(u32, u32),
    /// The machine has not the memory for so many pixels: width and height.
    Memory(u32, u32),
    /// The SVG is not read by the renderer; its words.
    Svg(String),
}

/// `a picture of 20000 × 10 pixels: each side must be 1 to 16384`
impl fmt::Display for NotDrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say(match self {
            Self::Size(width, height) => ExportedText::WrongSize(*width, *height, LARGEST_SIDE),
            Self::Memory(width, height) => ExportedText::NoMemory(*width, *height),
            Self::Svg(why) => ExportedText::NotDrawn(why),
        }))
    }
}

/// How many pixels are drawn at once, at least one row: what is drawn in bands needs no more memory than for
/// one of them, however large it is.
const BAND: u32 = 1 << 22;

/// Draws the picture at `scale` pixels a point, or says why it cannot (a side of 0 or above 16,384 pixels, no
/// memory).
pub fn pixels(picture: &Picture, scale: f32) -> Result<Pixels, NotDrawn> {
    let drawing = Drawing::new(picture, scale)?;
    let Drawing { width, height, .. } = drawing;
    let mut rgba = Vec::new();
    let bytes = 4 * width as usize * height as usize;
    rgba.try_reserve_exact(bytes).map_err(|_| NotDrawn::Memory(width, height))?;
    drawing.bands(|band| rgba.extend_from_slice(band))?;
    Ok(Pixels { width, height, per_metre: per_metre(scale), rgba })
}

/// The picture as PNG at `scale` pixels a point, so many of them to a metre of paper, with texts under their
/// keywords. It is drawn in bands: the memory it takes beside that of the file is about 40 MB and the drawing
/// itself, whatever its size.
pub fn png(
    picture: &Picture,
    scale: f32,
    per_metre: u32,
    texts: &[(&str, String)],
) -> Result<Vec<u8>, NotDrawn> {
    let drawing = Drawing::new(picture, scale)?;
    let Drawing { width, height, .. } = drawing;
    let mut file = Vec::new();
    let mut encoder = encoder(&mut file, (width, height), per_metre);
    for (keyword, text) in texts {
        let added = encoder.add_itxt_chunk((*keyword).to_owned(), text.clone());
        added.expect("keywords are short words");
    }
    let mut writer = written(encoder.write_header());
    let mut stream = written(writer.stream_writer());
    drawing.bands(|band| written(stream.write_all(band).map_err(Into::into)))?;
    written(stream.finish());
    written(writer.finish());
    Ok(file)
}

/// What was written into memory.
///
/// # Panics
/// If it was not: that is a fault of the program.
pub fn written<T>(result: Result<T, png::EncodingError>) -> T {
    result.expect("a vector takes whatever is written, and the pixels are as many as their sides say")
}

/// Pixels a metre of so many a point.
#[must_use]
pub fn per_metre(scale: f32) -> u32 {
    (f64::from(POINTS_AN_INCH) / METRES_AN_INCH * f64::from(scale)).round() as u32
}

/// A picture that is drawn band by band.
struct Drawing {
    tree: Tree,
    width: u32,
    height: u32,
    /// Pixels a point, along and down.
    scale: [f32; 2],
}

impl Drawing {
    fn new(picture: &Picture, scale: f32) -> Result<Self, NotDrawn> {
        let [width, height] = [picture.width, picture.height].map(|side| (side * scale).round() as u32);
        if !(1..=LARGEST_SIDE).contains(&width) || !(1..=LARGEST_SIDE).contains(&height) {
            return Err(NotDrawn::Size(width, height));
        }
        let (along, down) = (width as f32 / picture.width, height as f32 / picture.height);
        Ok(Self { tree: tree(picture, along)?, width, height, scale: [along, down] })
    }

    /// Draws the bands from the top, and gives their pixels, alpha not premultiplied.
    fn bands(&self, mut give: impl FnMut(&[u8])) -> Result<(), NotDrawn> {
        let Self { tree, width, height, scale: [along, down] } = self;
        let rows = (BAND / width).clamp(1, *height);
        for top in (0..*height).step_by(rows as usize) {
            let rows = rows.min(height - top);
            let mut pixmap = pixmap(*width, rows).ok_or(NotDrawn::Memory(*width, *height))?;
            let to_pixels = Transform::from_row(*along, 0.0, 0.0, *down, 0.0, -(top as f32));
            resvg::render(tree, to_pixels, &mut pixmap.as_mut());
            give(&pixmap.take_demultiplied());
        }
        Ok(())
    }
}

/// Empty pixels; `None` if there is no memory for them.
fn pixmap(width: u32, height: u32) -> Option<Pixmap> {
    let bytes = 4 * width as usize * height as usize;
    let mut rgba = Vec::new();
    rgba.try_reserve_exact(bytes).ok()?;
    rgba.resize(bytes, 0);
    Pixmap::from_vec(rgba, IntSize::from_wh(width, height)?)
}

/// The tree that the pixels are drawn from, so many to a point: the SVG with its text laid out.
pub fn tree(picture: &Picture, pixels: f32) -> Result<Tree, NotDrawn> {
    let font_family = Family::Inter.name().to_owned();
    let options = Options { fontdb: bundled_fonts(), font_family, ..Options::default() };
    let svg = svg_with(picture, Beside { pixels, ..Beside::default() });
    Tree::from_str(&svg, &options).map_err(|error| NotDrawn::Svg(error.to_string()))
}

/// Encodes pixels as PNG with the fast setting.
#[must_use]
pub fn encode(pixels: &Pixels) -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = encoder(&mut file, (pixels.width, pixels.height), pixels.per_metre);
    written(encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&pixels.rgba)?;
        writer.finish()
    }));
    file
}

/// An encoder with the settings of all our files: the fast compression, and colours in sRGB.
pub fn encoder(
    file: &mut Vec<u8>,
    (width, height): (u32, u32),
    per_metre: u32,
) -> png::Encoder<'_, &mut Vec<u8>> {
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    if per_metre > 0 {
        let unit = png::Unit::Meter;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit }));
    }
    encoder
}

/// The bundled fonts and no others, so that every machine draws the same letters.
fn bundled_fonts() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for family in Family::ALL {
            for weight in Weight::FILES {
                fonts.load_font_source(Source::Binary(Arc::new(family.font(weight))));
            }
        }
        fonts.set_sans_serif_family("Inter");
        Arc::new(fonts)
    });
    FONTS.clone()
}
