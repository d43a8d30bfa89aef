//! The commune's fund of emulation and commendation (Quỹ thi đua, khen thưởng): what the catalog says
//! of it, what its entries come to, and whether the law lets a new one in.
//!
//! A ceiling, a share and what follows when it is exceeded are dated values of the catalog. The
//! sums know neither engine nor order: the same entries give the same book.

mod book;
mod judge;
mod rules;

pub use book::{Book, Entry, Matter};
pub use judge::{
    Base, Limit, ceiling, judge_commitment, judge_income, judge_organising, organising,
};
pub use rules::{
    Exceeding, FundArea, FundCeiling, FundSource, FundUse, OrganisingShare, SourceKind,
};

use crate::{Decimal, Vnd, VndError};

/// So many per cent of an amount, in whole đồng; what is left of a đồng falls away, because a share is
/// the most that may be taken.
///
/// # Errors
/// When it exceeds what money can express.
pub fn share_of(whole: Vnd, per_cent: Decimal) -> Result<Vnd, VndError> {
    let product = i128::from(whole.dong()) * i128::from(per_cent.thousandths());
    i64::try_from(product.div_euclid(100_000)).map(Vnd::new).map_err(|_| VndError::TooLarge)
}
