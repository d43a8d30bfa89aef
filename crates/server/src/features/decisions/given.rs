//! A reward that the law does not tell, said by a person for one line of a draft, with reason and paper:
//! only where the catalog of the day says that a person may.

use chungsuc_domain::Vnd;
use chungsuc_domain::catalog::{Catalog, Sourced};
use chungsuc_domain::fund::Exceeding;
use chungsuc_domain::reward::RewardUnknown;
use chungsuc_store::{Change, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::rewards::compute;
use super::{AWARD_RECORD, Awarded, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Why, and by which paper; letters at most.
const LINE: usize = 500;

/// What a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Given {
    /// How much, more than zero.
    #[serde(rename = "given")]
    pub amount: Vnd,
    /// Why so much.
    #[serde(rename = "given_because")]
    pub reason: String,
    /// The paper in which somebody decided that.
    #[serde(rename = "given_paper")]
    pub paper: String,
}

impl Given {
    pub(super) fn of_row(row: &Row<'_>, first: usize) -> Result<Option<Self>, StoreError> {
        let Some(amount) = row.get::<Option<i64>>(first)? else { return Ok(None) };
        let text = |at| Ok::<_, StoreError>(row.get::<Option<String>>(at)?.unwrap_or_default());
        Ok(Some(Self {
            amount: Vnd::new(amount),
            reason: text(first + 1)?,
            paper: text(first + 2)?,
        }))
    }
}

#[derive(Serialize)]
struct Kept<'a> {
    #[serde(flatten)]
    given: Option<&'a Given>,
}

/// The rule by which a person may say the reward of a line on a day; nothing where the law tells it, where
/// the award is not for such a subject, or where the catalog does not let a person decide.
pub(super) fn rule<'a>(
    catalog: &'a Catalog,
    line: &Awarded,
    day: Date,
) -> Option<&'a Sourced<Exceeding>> {
    match compute(catalog, line, day) {
        Ok(_) | Err(RewardUnknown::Award | RewardUnknown::Subject | RewardUnknown::Money(_)) => {
            None
        }
        Err(_) => catalog.reward_by_person(day).filter(|row| row.value == Exceeding::Reason),
    }
}

/// The reward of a line on a day: what the law tells, else what a person said where they may.
pub(super) fn reward(catalog: &Catalog, line: &Awarded, day: Date) -> Option<Vnd> {
    let told = compute(catalog, line, day).ok().map(|reward| reward.rounded);
    let given = || line.given.as_ref().filter(|_| rule(catalog, line, day).is_some());
    told.or_else(|| given().map(|given| given.amount))
}

/// Says the reward of a line of a draft that was read in state `version`.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `amount`, `reason`,
/// `paper`; a rule, when it is no draft or nobody may say it; a conflict when somebody was faster.
pub fn give_reward(
    app: &App,
    by: &Person,
    id: &str,
    (seq, version): (i64, i64),
    given: &Given,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let decision = find(app, by, id)?;
    let old = decision.awarded.iter().find(|line| line.seq == seq).ok_or(Refusal::NotFound)?;
    decision.must_be_draft()?;
    if rule(&app.catalog, old, app.today()).is_none() {
        return Err(Refusal::rule("decision-reward-by-law"));
    }
    check(given)?;
    let (was, is) = (Kept { given: old.given.as_ref() }, Kept { given: Some(given) });
    let change = Change::update(AWARD_RECORD, format!("{id}/{seq}"), &was, &is)?;
    let change = change.because(given.reason.trim());
    let row = [
        given.amount.dong().into(),
        given.reason.trim().into(),
        given.paper.trim().into(),
        by.commune.as_str().into(),
        id.into(),
        seq.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::GIVE_REWARD, &row)?))
}

fn check(given: &Given) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if given.amount <= Vnd::ZERO {
        errors.add("amount", Message::new("fund-more-than-zero"));
    }
    for (field, text) in [("reason", &given.reason), ("paper", &given.paper)] {
        if text.trim().is_empty() {
            errors.add(field, Message::new("field-missing"));
        } else if text.chars().count() > LINE {
            errors.add(field, Message::new("decision-given-long").arg("most", LINE));
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}
