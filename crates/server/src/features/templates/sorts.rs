//! Every sort of document that is written from a template, with the fields it has.

use super::Sort;

/// Every sort, in the order of its list.
pub const ALL: &[&Sort] = &[];
