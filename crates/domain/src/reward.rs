//! The money of an award: base salary of the decision's day × multiple × factor of the subject,
//! rounded as the law of that day asks (Nghị định 91/2017/NĐ-CP Điều 68–73, Nghị định 98/2023/NĐ-CP
//! Điều 54, Nghị định 152/2025/NĐ-CP Điều 50, Điều 54).

use crate::catalog::Catalog;
use crate::date::Date;
use crate::decision::{Reason, TextKey};
use crate::{Decimal, SubjectKind, Vnd, VndError};
use serde::Serialize;

/// A reward and how it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reward {
    /// Base salary (lương cơ sở), đồng.
    pub base_salary: Vnd,
    /// How many base salaries.
    pub multiple: Decimal,
    /// Factor of the subject.
    pub factor: Decimal,
    /// The product, đồng.
    pub raw: Vnd,
    /// What is paid, đồng.
    pub rounded: Vnd,
    /// The rules, in the order of the calculation.
    pub reasons: Vec<Reason>,
}

/// Why a reward cannot be computed. An unknown part is never taken for zero or one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RewardUnknown {
    /// The catalog has no such award.
    #[error("the catalog has no such award")]
    Award,
    /// This kind of subject does not receive the award.
    #[error("the award is not given to this kind of subject")]
    Subject,
    /// No base salary is known for the day.
    #[error("no base salary is known for the day")]
    BaseSalary,
    /// No multiple is known for the day.
    #[error("no multiple is known for the day")]
    Multiple,
    /// No factor is known for the subject on the day.
    #[error("no factor is known for the subject on the day")]
    Factor,
    /// It is not known how rewards of the day are rounded.
    #[error("no rounding is known for the day")]
    Rounding,
    /// The figures exceed what money can express.
    #[error(transparent)]
    Money(#[from] VndError),
}

impl Reward {
    /// Whether every rule behind the amount has been read by somebody.
    pub fn is_settled(&self) -> bool {
        self.reasons.iter().all(Reason::is_settled)
    }
}

/// The reward of one award for one subject, decided on that day.
pub fn compute(
    catalog: &Catalog,
    award: &str,
    subject: SubjectKind,
    day: Date,
) -> Result<Reward, RewardUnknown> {
    let award = catalog.award(award).ok_or(RewardUnknown::Award)?;
    if !award.form.subjects.contains(&subject) {
        return Err(RewardUnknown::Subject);
    }
    let base = catalog.base_salary(day).ok_or(RewardUnknown::BaseSalary)?;
    let multiple = award.multiples.on(day).ok_or(RewardUnknown::Multiple)?;
    let factor =
        catalog.subject_factor(award.form.class, subject, day).ok_or(RewardUnknown::Factor)?;
    let step = catalog.rounding(day).ok_or(RewardUnknown::Rounding)?;

    let raw = base.value.times(multiple.value)?.times(factor.value.factor)?;
    let rounded = raw.rounded_up_to(step.value)?;
    let reasons = vec![
        Reason::by(base.rule(day), TextKey::RewardBaseSalary).fact("amount", base.value),
        Reason::by(multiple.rule(day), TextKey::RewardMultiple).fact("multiple", multiple.value),
        Reason::by(factor.rule(day), TextKey::RewardFactor)
            .fact("factor", factor.value.factor)
            .fact("subject", subject),
        Reason::by(step.rule(day), TextKey::RewardRounding)
            .fact("step", step.value)
            .fact("raw", raw)
            .fact("rounded", rounded),
    ];
    let (base_salary, multiple, factor) = (base.value, multiple.value, factor.value.factor);
    Ok(Reward { base_salary, multiple, factor, raw, rounded, reasons })
}
