//! A picture as PNG: the SVG drawn by resvg with the bundled fonts, so that both are one drawing.

use super::svg::svg;
use crate::picture::Picture;
use crate::picture::text::{Family, Weight};
use crate::words::part::exported::ExportedText;
use crate::words::say;
use resvg::tiny_skia::{IntSize, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use std::fmt;
use std::sync::{Arc, LazyLock};

/// 72 points are an inch.
const POINTS_PER_METRE: f64 = 72.0 / 0.0254;

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

/// Draws the picture at `scale` pixels a point, or says why it cannot (a side of 0 or above 16,384 pixels, no memory).
pub fn pixels(picture: &Picture, scale: f32) -> Result<Pixels, NotDrawn> {
    let [width, height] = [picture.width, picture.height].map(|side| (side * scale).round() as u32);
    if !(1..=LARGEST_SIDE).contains(&width) || !(1..=LARGEST_SIDE).contains(&height) {
        return Err(NotDrawn::Size(width, height));
    }
    let tree = tree(picture)?;
    let mut pixmap = pixmap(width, height).ok_or(NotDrawn::Memory(width, height))?;
    let to_pixels = Transform::from_scale(width as f32 / picture.width, height as f32 / picture.height);
    resvg::render(&tree, to_pixels, &mut pixmap.as_mut());
    let per_metre = (POINTS_PER_METRE * f64::from(scale)).round() as u32;
    Ok(Pixels { width, height, per_metre, rgba: pixmap.take_demultiplied() })
}

/// Empty pixels. `None` if there is no memory for them and for the file made of them, which is smaller.
fn pixmap(width: u32, height: u32) -> Option<Pixmap> {
    let bytes = 4 * width as usize * height as usize;
    let (mut rgba, mut file) = (Vec::new(), Vec::<u8>::new());
    rgba.try_reserve_exact(bytes).and_then(|()| file.try_reserve_exact(bytes)).ok()?;
    drop(file);
    rgba.resize(bytes, 0);
    Pixmap::from_vec(rgba, IntSize::from_wh(width, height)?)
}

/// The tree that the pixels are drawn from: the SVG with its text laid out.
pub fn tree(picture: &Picture) -> Result<Tree, NotDrawn> {
    let font_family = Family::Inter.name().to_owned();
    let options = Options { fontdb: bundled_fonts(), font_family, ..Options::default() };
    Tree::from_str(&svg(picture), &options).map_err(|error| NotDrawn::Svg(error.to_string()))
}

/// Encodes pixels as PNG with the fast setting.
#[must_use]
pub fn encode(pixels: &Pixels) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    if pixels.per_metre > 0 {
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: pixels.per_metre,
            yppu: pixels.per_metre,
            unit: png::Unit::Meter,
        }));
    }
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&pixels.rgba)?;
        writer.finish()
    });
    written.expect("a vector takes whatever is written, and the pixels are as many as their sides say");
    file
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
