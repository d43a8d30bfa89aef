//! Holds before a nomination: what the register of holds says of who is proposed. Only those who keep the
//! register learn of it; for all others these conditions are left to the council's secretary.

use std::collections::{BTreeMap, BTreeSet};

use chungsuc_domain::date::Date;
use chungsuc_domain::decision::{Answer, Reason, TextKey, Verdict};
use chungsuc_domain::eligibility::{Fact, Facts, Finding, Value};

use super::eligible::{judged_on, refused};
use super::facts::told;
use super::{Nomination, State, list};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::holds::{self, Hold};
use crate::features::movements::Contestant;
use crate::refusal::Refusal;
use crate::web::Message;

/// Whether this person learns of holds.
pub(super) fn sees(by: &Person) -> bool {
    by.may(Act::KeepHolds, Place::commune(&by.commune))
}

/// Tells what the register says of somebody, each from the day on which it was entered, so that a later
/// entry changes no earlier verdict. On the day of its decision nothing was open, or it would not have
/// been issued: what was entered on that day came after.
pub(super) fn tell(
    app: &App,
    by: &Person,
    who: &Contestant,
    decided_on: Option<Date>,
    facts: &mut Facts,
) -> Result<(), Refusal> {
    let mut known = holds::of_subject(app, by, who.kind, &who.subject)?;
    known.retain(|hold| decided_on.is_none_or(|on| hold.entered.1 < on));
    let mut by_fact: BTreeMap<Fact, Vec<Hold>> = BTreeMap::new();
    for hold in known {
        if let Some(kind) = app.catalog.hold_kind(&hold.kind, hold.since) {
            by_fact.entry(kind.fact).or_default().push(hold);
        }
    }
    for (fact, holds) in by_fact {
        let lifted = holds.iter().filter_map(|hold| Some(hold.end.as_ref()?.entered.1));
        let days: BTreeSet<Date> = holds.iter().map(|hold| hold.entered.1).chain(lifted).collect();
        for day in days {
            let open = holds.iter().any(|hold| hold.is_open_on(day));
            // Facts of holds are yes or no; the catalog is refused otherwise.
            let _ = facts.tell(fact, Value::Bool(open), Some(day));
        }
    }
    Ok(())
}

/// The open hold by which the law of a day says no to a nomination; for those who keep the register.
fn stopping(
    app: &App,
    by: &Person,
    one: &Nomination,
    day: Date,
) -> Result<Option<Finding>, Refusal> {
    by.must_in_commune(Act::KeepHolds)?;
    if !is_spoken_of(app, by, one)? {
        return Ok(None);
    }
    let findings = judged_on(app, by, one, day)?.found.findings;
    let stops =
        |it: &Finding| it.weighs() == Verdict::No && it.rests_on(|fact| app.catalog.is_hold(fact));
    Ok(findings.into_iter().find(stops))
}

/// Whether the register or what was told in older days says anything of the nominee. Of most it does not,
/// and a list of hundreds need not be judged to know that.
fn is_spoken_of(app: &App, by: &Person, one: &Nomination) -> Result<bool, Refusal> {
    let who = &one.contestant;
    if !holds::of_subject(app, by, who.kind, &who.subject)?.is_empty() {
        return Ok(true);
    }
    let told = told(app, &by.commune, &one.id)?.values;
    Ok(told.iter().any(|(fact, is)| app.catalog.is_hold(*fact) && *is == Value::Bool(true)))
}

/// Refuses to go on with a nomination whose nominee is held, by the law of a day.
///
/// # Errors
/// A rule, with the condition and its clause; [`Refusal::Forbidden`]; of the store.
pub(crate) fn must_not_be_held(
    app: &App,
    by: &Person,
    one: &Nomination,
    day: Date,
) -> Result<(), Refusal> {
    match stopping(app, by, one, day)? {
        None => Ok(()),
        Some(finding) => {
            let message = Message::new("nomination-held").arg("name", one.contestant.name.clone());
            Err(refused(message, &finding))
        }
    }
}

/// Why a nomination cannot be decided today because of a hold, if so.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(crate) fn why_held(
    app: &App,
    by: &Person,
    one: &Nomination,
) -> Result<Option<Answer>, Refusal> {
    let finding = stopping(app, by, one, app.today())?;
    Ok(finding.map(|finding| Answer {
        verdict: Verdict::No,
        reasons: vec![Reason {
            text_key: TextKey::HoldOpen,
            rule: finding.rule,
            facts: Vec::new(),
        }],
    }))
}

/// Nominations on their way whose nominee has an open hold: for those who keep the register.
pub(super) fn open_after_all(app: &App, by: &Person) -> Result<Vec<Nomination>, Refusal> {
    if !sees(by) {
        return Ok(Vec::new());
    }
    let held = holds::open_subjects(app, by)?;
    let mut found = Vec::new();
    if !held.is_empty() {
        for state in [State::Sent, State::Received, State::Tabled, State::Approved] {
            found.extend(list(app, by, Some(state))?);
        }
    }
    let is_held = |who: &Contestant| held.contains(&(who.kind, who.subject.clone()));
    found.retain(|one| is_held(&one.contestant));
    Ok(found)
}
