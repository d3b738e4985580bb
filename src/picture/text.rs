//! Text measured from the bundled font, alike for the window and the files.

/// The two weights in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Inter Regular (400).
    #[default]
    Regular,
    /// Inter `SemiBold` (600).
    SemiBold,
}

impl Weight {
    /// The font file's bytes.
    #[must_use]
    pub const fn font(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
            Self::SemiBold => include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
        }
    }
}

/// The width in points of one line of text at a size in points, by the font's advance widths. A letter the font lacks counts as an em.
#[must_use]
pub fn width(_text: &str, _size: f32, _weight: Weight) -> f32 {
    todo!("skeleton")
}
