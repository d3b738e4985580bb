//! Amounts: classes of countries by how much they count, with real numbers.

use super::look::{Colour, Look};
use super::scene::Scene;
use crate::drawing::CountryFill;
use crate::words::message::Message;
use crate::words::say;

/// A class of countries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The least that a country of this class counts.
    pub least: usize,
    /// The most.
    pub most: usize,
    /// Its fill.
    pub fill: Colour,
}

impl Amount {
    /// `3`, `4–7`.
    #[must_use]
    pub fn name(&self) -> String {
        say(Message::Amount(self.least, self.most))
    }
}

/// The classes of a scene's countries, least first: each number by itself as long as there are few, else
/// steps that grow evenly by a factor; none that no country has. Empty where the fill says something else, or
/// nothing is counted.
#[must_use]
pub fn amounts(scene: &Scene, look: &Look) -> Vec<Amount> {
    let most = match scene.state.drawing.fill {
        CountryFill::TakingPart => 0,
        CountryFill::Count => scene.shown.countries.values().copied().max().unwrap_or(0),
    };
    if most == 0 {
        return Vec::new();
    }
    let steps = look.amounts.len().min(most);
    let factor = (most as f64).powf(1.0 / steps as f64);
    let mut begins: Vec<usize> = (0..steps)
        .map(|step| {
            if most <= steps {
                step + 1
            } else {
                factor.powf(step as f64).round().max(step as f64 + 1.0) as usize
            }
        })
        .collect();
    begins.dedup();
    let ends = begins.iter().skip(1).map(|next| next - 1).chain([most]);
    begins
        .iter()
        .zip(ends)
        .zip(look.amounts)
        .map(|((&least, most), fill)| Amount { least, most, fill })
        .filter(|amount| {
            let mut numbers = scene.shown.countries.values();
            numbers.any(|number| (amount.least..=amount.most).contains(number))
        })
        .collect()
}

/// The class of a number; `None` for 0.
#[must_use]
pub fn amount(amounts: &[Amount], number: usize) -> Option<&Amount> {
    amounts.iter().rev().find(|amount| (1..=number).contains(&amount.least))
}
