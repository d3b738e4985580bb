//! How properties are drawn: the same in each run, so that what passes on one machine passes on all.

use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;
use std::env::var_os;

/// So many cases, the same in each run. `PROPTEST_RNG_SEED` and `PROPTEST_CASES` ask for others, and for
/// more.
pub fn draws(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let cases = if var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases };
    let rng_seed = if asked.rng_seed == RngSeed::Random { RngSeed::Fixed(2024) } else { asked.rng_seed };
    ProptestConfig { cases, rng_seed, ..asked }
}
