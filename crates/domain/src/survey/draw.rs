//! Who is asked: all households in an order that only the seed decides.

use crate::Decimal;
use sha2::{Digest, Sha256};

/// All households in the order in which they are drawn: by the SHA-256 of `seed:household`, so that the
/// same seed always gives the same order and nobody can choose a place. A household stands in it once.
pub fn order<'a>(seed: &str, households: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mark = |household: &str| -> [u8; 32] {
        Sha256::digest(format!("{seed}:{household}").as_bytes()).into()
    };
    let mut drawn: Vec<_> = households.into_iter().map(|one| (mark(one), one)).collect();
    drawn.sort_unstable();
    drawn.dedup();
    drawn.into_iter().map(|(_, household)| household).collect()
}

/// How many of so many households are asked: all of them up to `whole_up_to`, else `share` per cent,
/// rounded up; never more than there are.
pub fn sample_size(households: usize, share: Decimal, whole_up_to: usize) -> usize {
    if households <= whole_up_to {
        return households;
    }
    let part = households as i128 * i128::from(share.thousandths().max(0));
    let asked = (part + 99_999) / 100_000;
    usize::try_from(asked).unwrap_or(households).min(households)
}
