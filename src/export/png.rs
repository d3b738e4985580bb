//! A picture as PNG: the SVG drawn by resvg with the bundled font, so that both are one drawing.

use crate::picture::Picture;

/// Pixels, four bytes each (red, green, blue, alpha not premultiplied), row by row from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// `4 × width × height` bytes.
    pub rgba: Vec<u8>,
}

/// Draws the picture at `scale` pixels a point, or says why it cannot (a side of 0 or above 16,384 pixels).
pub fn pixels(_picture: &Picture, _scale: f32) -> Result<Pixels, String> {
    todo!("skeleton")
}

/// Encodes pixels as PNG with the fast setting.
#[must_use]
pub fn encode(_pixels: &Pixels) -> Vec<u8> {
    todo!("skeleton")
}
