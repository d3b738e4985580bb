//! The colours of each theme, measured: text and lines on every ground that they can cross, and classes for
//! eyes that see fewer hues.

use summitry::picture::look::{Colour, Look};
use summitry::picture::sight::Sight;
use summitry::state::Theme;

/// The light of a channel, from 0 to 1.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

fn light(colour: Colour) -> [f64; 3] {
    [colour.r, colour.g, colour.b].map(linear)
}

/// The contrast ratio of WCAG 2.2.
fn contrast(ink: Colour, ground: Colour) -> f64 {
    let luminance = |colour| {
        let [r, g, b] = light(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b): (f64, f64) = (luminance(ink), luminance(ground));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What somebody sees who lacks a sort of cone: Machado, Oliveira and Fernandes 2009, severity 1.
type Eyes = [[f64; 3]; 3];
const ALL_CONES: Eyes = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTAN: Eyes = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const DEUTAN: Eyes = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];

/// CIE L*a*b* under D65.
fn lab(colour: Colour, eyes: Eyes) -> [f64; 3] {
    let seen = light(colour);
    let [r, g, b] = eyes.map(|row| {
        let sum: f64 = row.iter().zip(seen).map(|(share, light)| share * light).sum();
        sum.clamp(0.0, 1.0)
    });
    let xyz = [
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83,
    ];
    let [x, y, z] = xyz.map(|t| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn difference(a: Colour, b: Colour, eyes: Eyes) -> f64 {
    lab(a, eyes).iter().zip(lab(b, eyes)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn looks() -> [(Theme, Look); 4] {
    Theme::ALL.map(|theme| (theme, Look::of(theme)))
}

/// What lines and text must have at least: the high-contrast theme more than the others.
const fn least(theme: Theme) -> (f64, f64) {
    match theme {
        Theme::Light | Theme::Dark | Theme::Print => (3.0, 4.5),
        Theme::HighContrast => (4.5, 7.0),
    }
}

/// Every ink that a line can have.
fn lines(look: &Look) -> Vec<Colour> {
    let status = [look.held, look.planned, look.cancelled, look.other, look.several];
    status.into_iter().chain(look.classes).chain(look.changes).collect()
}

#[test]
fn every_line_stands_off_every_ground_that_it_crosses() {
    for (theme, look) in looks() {
        let (least, _) = least(theme);
        for ink in lines(&look) {
            for ground in [look.sea, look.land, look.taking_part, look.lit_land] {
                let ratio = contrast(ink, ground);
                assert!(ratio >= least, "{theme:?}: {ink:?} on {ground:?} has {ratio:.2}");
            }
        }
        // Where countries are filled by count, the statuses still read.
        for ink in [look.held, look.planned, look.cancelled] {
            for ground in look.amounts {
                let ratio = contrast(ink, ground);
                assert!(ratio >= least, "{theme:?}: {ink:?} on {ground:?} has {ratio:.2}");
            }
        }
    }
}

#[test]
fn every_text_can_be_read_where_it_stands() {
    for (theme, look) in looks() {
        let (_, least) = least(theme);
        for ink in [look.ink, look.quiet_ink, look.venue] {
            for ground in [look.paper, look.card, look.sea, look.land, look.taking_part, look.lit_land] {
                let ratio = contrast(ink, ground);
                assert!(ratio >= least, "{theme:?}: {ink:?} on {ground:?} has {ratio:.2}");
            }
        }
        let ratio = contrast(look.sea_name, look.sea);
        assert!(ratio >= least, "{theme:?}: the names of seas have {ratio:.2}");
        let ratio = contrast(look.accent, look.paper);
        assert!(ratio >= least, "{theme:?}: links have {ratio:.2}");
    }
}

#[test]
fn the_colour_blind_tell_classes_and_changes_apart() {
    for (theme, look) in looks() {
        let classes: Vec<Colour> = look.classes.into_iter().chain([look.other]).collect();
        for set in [&classes[..], &look.changes[..]] {
            for (number, &one) in set.iter().enumerate() {
                for &other in &set[..number] {
                    for eyes in [ALL_CONES, PROTAN, DEUTAN] {
                        let apart = difference(one, other, eyes);
                        assert!(apart >= 20.0, "{theme:?}: {one:?} and {other:?} are {apart:.1} apart");
                    }
                }
            }
        }
    }
}

#[test]
fn the_theme_for_print_is_white_and_grey_with_two_inks() {
    let look = Look::of(Theme::Print);
    for ground in [look.paper, look.sea, look.beyond] {
        assert_eq!(ground, Colour::hex(0xFF_FFFF));
    }
    let tints =
        [look.land, look.taking_part, look.lit_land, look.border, look.ink, look.quiet_ink, look.context];
    for grey in tints.into_iter().chain(look.amounts) {
        assert!(grey.r == grey.g && grey.g == grey.b, "{grey:?} is no grey");
    }
    // Two tints that lie side by side are parted by a tenth of the scale, which a coarse screen still shows.
    for [one, other] in [[look.sea, look.taking_part], [look.taking_part, look.lit_land]] {
        let apart = lab(one, ALL_CONES)[0] - lab(other, ALL_CONES)[0];
        assert!(apart >= 6.0, "{one:?} and {other:?} are {apart:.1} apart in lightness");
    }
    // Where colour is lost, what is held is darker than what is planned.
    assert!(lab(look.planned, ALL_CONES)[0] - lab(look.held, ALL_CONES)[0] >= 10.0);
}

#[test]
fn the_window_shows_colours_as_others_see_them() {
    let samples = [0x00_5A_9C, 0xB3_43_0A, 0xD9_E6_EE, 0xF3_F1_EC, 0x00_00_00, 0xFF_FF_FF, 0x2E_8B_57];
    for colour in samples.map(Colour::hex) {
        assert_eq!(Sight::Whole.of(colour), colour);
        for (sight, eyes) in [(Sight::NoRed, PROTAN), (Sight::NoGreen, DEUTAN)] {
            // As this file's own eyes see it; the two round once more or less.
            let off: f64 = lab(sight.of(colour), ALL_CONES)
                .iter()
                .zip(lab(colour, eyes))
                .map(|(a, b)| (a - b).powi(2))
                .sum::<f64>()
                .sqrt();
            assert!(off < 1.0, "{colour:?} {sight:?}: {off}");
        }
        let Colour { r, g, b, a } = Sight::Grey.of(colour.faded(0.5));
        assert!(r == g && g == b && a == colour.faded(0.5).a, "{colour:?}");
    }
}
