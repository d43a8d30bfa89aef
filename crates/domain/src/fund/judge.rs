//! Whether the law of a day lets money in or out, and why.

use super::{Exceeding, share_of};
use crate::catalog::Catalog;
use crate::date::Date;
use crate::decision::{Answer, Reason, Rule, TextKey, Verdict};
use crate::sourced::Sourced;
use crate::{Decimal, Vnd, VndError};

/// What the ceiling of a year is reckoned from, as the commune's estimate says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The commune's regular spending of the year.
    pub spending: Vnd,
    /// Code of the kind of area in which the commune lies.
    pub area: String,
}

/// A limit in money, and how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Per cent.
    pub share: Decimal,
    /// Of this amount.
    pub of: Vnd,
    /// The most there may be.
    pub most: Vnd,
    /// Per cent of the limit from which on it is called near.
    pub near: Decimal,
    /// What follows above it.
    pub over: Exceeding,
    /// The rule.
    pub rule: Rule,
}

impl Limit {
    fn new<T>(
        row: &Sourced<T>,
        day: Date,
        (share, of): (Decimal, Vnd),
        (near, over): (Decimal, Exceeding),
    ) -> Result<Self, VndError> {
        let most = share_of(of, share)?;
        Ok(Self { share, of, most, near, over, rule: row.rule(day) })
    }

    /// Whether an amount is so much of the limit that one should know of it.
    pub fn is_near(&self, amount: Vnd) -> bool {
        share_of(self.most, self.near).is_ok_and(|near| amount > Vnd::ZERO && amount >= near)
    }

    fn judge(&self, total: Vnd, keys: [TextKey; 2]) -> Answer {
        let (verdict, key) = match (total <= self.most, self.over) {
            (true, _) => (Verdict::Yes, keys[0]),
            (false, Exceeding::Refuse) => (Verdict::No, keys[1]),
            (false, Exceeding::Reason) => (Verdict::PersonMustDecide, keys[1]),
        };
        let reason = Reason::by(self.rule.clone(), key)
            .fact("share", self.share)
            .fact("of", self.of)
            .fact("most", self.most)
            .fact("total", total);
        Answer { verdict, reasons: vec![reason] }
    }
}

/// How much of the commune's budget may go into the fund by the law of a day; nothing where the
/// catalog does not say it, or where the area is none of its own.
///
/// # Errors
/// When it exceeds what money can express.
pub fn ceiling(catalog: &Catalog, day: Date, base: &Base) -> Result<Option<Limit>, VndError> {
    let Some(row) = catalog.fund_ceiling(day) else { return Ok(None) };
    let area = row.value.areas.iter().find(|area| area.code == base.area);
    let limit =
        |share| Limit::new(row, day, (share, base.spending), (row.value.near, row.value.over));
    area.map(|area| limit(area.share)).transpose()
}

/// How much of the fund may go into organising by the law of a day.
///
/// # Errors
/// When it exceeds what money can express.
pub fn organising(catalog: &Catalog, day: Date, whole: Vnd) -> Result<Option<Limit>, VndError> {
    let row = catalog.fund_organising(day);
    let limit = |row: &Sourced<super::OrganisingShare>| {
        let value = &row.value;
        Limit::new(row, day, (value.share, whole), (value.near, value.over))
    };
    row.map(limit).transpose()
}

/// Whether the budget may give so much more, after what it gave this year.
///
/// # Errors
/// When the figures exceed what money can express.
pub fn judge_income(
    catalog: &Catalog,
    day: Date,
    base: Option<&Base>,
    (so_far, more): (Vnd, Vnd),
) -> Result<Answer, VndError> {
    let total = so_far.plus(more)?;
    let Some(base) = base else {
        let reason = match catalog.fund_ceiling(day) {
            Some(row) => Reason::by(row.rule(day), TextKey::FundBaseUnknown),
            None => Reason::without_rule(TextKey::FundCeilingUnknown),
        };
        return Ok(open(reason.fact("total", total)));
    };
    Ok(match ceiling(catalog, day, base)? {
        Some(limit) => limit.judge(total, [TextKey::FundWithinCeiling, TextKey::FundAboveCeiling]),
        None => open(Reason::without_rule(TextKey::FundCeilingUnknown).fact("total", total)),
    })
}

/// Whether so much more may go into organising, after what went into it this year.
///
/// # Errors
/// When the figures exceed what money can express.
pub fn judge_organising(
    catalog: &Catalog,
    day: Date,
    whole: Vnd,
    (so_far, more): (Vnd, Vnd),
) -> Result<Answer, VndError> {
    let total = so_far.plus(more)?;
    let keys = [TextKey::FundWithinOrganising, TextKey::FundAboveOrganising];
    Ok(match organising(catalog, day, whole)? {
        Some(limit) => limit.judge(total, keys),
        None => open(Reason::without_rule(TextKey::FundOrganisingUnknown).fact("total", total)),
    })
}

/// Whether what is free in the fund covers so much more; if not, what the catalog says follows.
pub fn judge_commitment(catalog: &Catalog, day: Date, free: Vnd, more: Vnd) -> Answer {
    let rule = catalog.fund_shortfall(day);
    if more <= free {
        let reason = Reason::without_rule(TextKey::FundCovers);
        let reason = reason.fact("free", free).fact("more", more);
        return Answer { verdict: Verdict::Yes, reasons: vec![reason] };
    }
    let reason = match rule {
        Some(row) => Reason::by(row.rule(day), TextKey::FundShort),
        None => Reason::without_rule(TextKey::FundShort),
    };
    let missing = more.minus(free).map_or_else(|_| "–".to_owned(), |missing| missing.to_string());
    let reason = reason.fact("free", free).fact("more", more).fact("missing", missing);
    let verdict = match rule.map(|row| row.value) {
        Some(Exceeding::Refuse) => Verdict::No,
        Some(Exceeding::Reason) | None => Verdict::PersonMustDecide,
    };
    Answer { verdict, reasons: vec![reason] }
}

fn open(reason: Reason) -> Answer {
    Answer { verdict: Verdict::PersonMustDecide, reasons: vec![reason] }
}
