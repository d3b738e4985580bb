//! How colours look to those who see fewer of them.

use super::look::Colour;

/// A way of seeing colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sight {
    /// All colours.
    #[default]
    Whole,
    /// Without the cones for red: protanopia.
    NoRed,
    /// Without those for green: deuteranopia.
    NoGreen,
    /// Without those for blue: tritanopia.
    NoBlue,
    /// In shades of grey, as a printer without colour has them.
    Grey,
}

/// Shares of red, green and blue in each of the three.
type Matrix = [[f32; 3]; 3];

// The three of Machado, Oliveira and Fernandes (2009, doi 10.1109/TVCG.2009.113), at severity 1.
const NO_RED: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const NO_GREEN: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const NO_BLUE: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];
/// The luminance of sRGB (IEC 61966-2-1).
const GREY: Matrix = [[0.2126, 0.7152, 0.0722]; 3];

impl Sight {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::Whole, Self::NoRed, Self::NoGreen, Self::NoBlue, Self::Grey];

    /// A colour as it is seen. The opacity stays.
    #[must_use]
    pub fn of(self, colour: Colour) -> Colour {
        let matrix = match self {
            Self::Whole => return colour,
            Self::NoRed => NO_RED,
            Self::NoGreen => NO_GREEN,
            Self::NoBlue => NO_BLUE,
            Self::Grey => GREY,
        };
        let light = [colour.r, colour.g, colour.b].map(linear);
        let [r, g, b] = matrix.map(|shares| {
            let sum: f32 = shares.iter().zip(light).map(|(share, light)| share * light).sum();
            encoded(sum)
        });
        Colour { r, g, b, a: colour.a }
    }
}

/// The light of a value of sRGB, from 0 to 1.
fn linear(value: u8) -> f32 {
    let value = f32::from(value) / 255.0;
    if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn encoded(light: f32) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let value = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    (value * 255.0).round() as u8
}
