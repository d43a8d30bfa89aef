//! Every sort of document that is written from a template, with the fields it has.

use chungsuc_press::template::Values;

use super::Sort;

pub mod award_decision;

pub use award_decision::AWARD_DECISION;

/// Every sort, in the order of its list.
pub const ALL: &[&Sort] = &[&AWARD_DECISION];

/// The values of an invented case, by which a template is tried.
pub fn sample(sort: &Sort) -> Values {
    match sort.code {
        code if code == AWARD_DECISION.code => award_decision::sample(),
        _ => Values::new(),
    }
}

/// The sort of a code, as it stands in an address.
pub fn find(code: &str) -> Option<&'static Sort> {
    ALL.iter().copied().find(|sort| sort.code == code)
}
