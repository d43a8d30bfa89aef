//! Counts as documents write them.

use chungsuc_domain::SubjectKind;

use crate::features::decisions::kind_word;

/// The kinds that a count names, in its order.
const KINDS: [&str; 5] = ["tập thể", "doanh nghiệp", "hợp tác xã", "hộ gia đình", "cá nhân"];

/// “05”: documents write counts below ten with a zero.
pub(super) fn two_digits(count: usize) -> String {
    format!("{count:02}")
}

/// “02 tập thể, 01 hộ gia đình và 03 cá nhân”.
pub(super) fn kinds(of: &[SubjectKind]) -> String {
    let count = |kind: &str| of.iter().filter(|one| kind_word(**one) == kind).count();
    let parts = KINDS.iter().map(|kind| (count(kind), kind)).filter(|(count, _)| *count > 0);
    let parts: Vec<String> =
        parts.map(|(count, kind)| format!("{} {kind}", two_digits(count))).collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} và {last}", before.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_counted_in_their_order() {
        use SubjectKind::{Household, Individual, Village};
        for (of, said) in [
            (&[][..], ""),
            (&[Individual], "01 cá nhân"),
            (&[Individual, Village, Individual], "01 tập thể và 02 cá nhân"),
            (&[Household, Individual, Village], "01 tập thể, 01 hộ gia đình và 01 cá nhân"),
        ] {
            assert_eq!(kinds(of), said);
        }
    }
}
