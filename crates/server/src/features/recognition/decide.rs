//! What whoever recognises decided: recognised, or later revoked; each by a decision of the registry.

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Reason;
use chungsuc_domain::recognition::{how_long, last_day, of_period, revocation_rule};
use chungsuc_store::Change;
use jiff::civil::Date;

use super::steps::{given, to_keep};
use super::{RECORD, Recognition, State, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::papers::{self, PaperKind};
use crate::refusal::Refusal;
use crate::web::Message;

/// A decision about a dossier.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// Id of the decision in the registry.
    pub paper: &'a str,
    /// The last day of the recognition, where the decision names one.
    pub valid_to: Option<Date>,
}

/// The last day of a recognition decided on a day, where the catalog knows how long one holds.
pub fn usual_last_day(app: &App, of: &Recognition, decided_on: Date) -> Option<Date> {
    last_day(&app.catalog, &of.standard, decided_on)
}

/// Until when a recognition holds and when it would have to be revoked, by the rules of its decision's
/// day and of a later day. A last day that the decision itself names goes before the catalog's.
pub fn holding(app: &App, of: &Recognition, decided_on: Date, day: Date) -> Vec<Reason> {
    let mut found = Vec::new();
    if of.valid_to.is_none() || of.valid_to == usual_last_day(app, of, decided_on) {
        found.extend(how_long(&app.catalog, &of.standard, decided_on).reasons);
    }
    if let Some(standard) = app.catalog.standard(&of.standard) {
        found.extend(of_period(standard, day));
        found.push(revocation_rule(&app.catalog, standard, day));
    }
    found
}

/// Records the decision by which the unit of a submitted dossier was recognised. Without a last day of
/// its own it has the one of the catalog, or none.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `paper` and
/// `valid_to`; a rule, when it was not submitted; a conflict.
pub fn recognise(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    decided: &Decided<'_>,
) -> Result<(), Refusal> {
    let old = to_keep(app, by, id)?;
    if old.state != State::Submitted {
        return Err(Refusal::rule("recognition-not-submitted"));
    }
    let day = day_of_decision(app, by, decided.paper, old.as_of)?;
    let valid_to = decided.valid_to.or_else(|| usual_last_day(app, &old, day));
    if valid_to.is_some_and(|last| last < day) {
        let message = Message::new("recognition-ends-early").arg("day", show_date(day));
        return Err(Refusal::field("valid_to", message));
    }
    let new = Recognition {
        state: State::Recognised,
        paper: Some(decided.paper.to_owned()),
        decided_on: Some(day),
        valid_to,
        ..old.clone()
    };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    let row = [
        decided.paper.into(),
        day.into(),
        valid_to.into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::RECOGNISE, &row)?))
}

/// Records the decision by which a recognition was revoked, and why. The recognition and its past stay.
///
/// # Errors
/// As [`recognise`], with the fields `paper` and `reason`; a rule, when the unit is not recognised.
pub fn revoke(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    paper: &str,
    reason: &str,
) -> Result<(), Refusal> {
    let old = to_keep(app, by, id)?;
    let (State::Recognised, Some(decided_on)) = (old.state, old.decided_on) else {
        return Err(Refusal::rule("recognition-not-recognised"));
    };
    let reason = given("reason", reason)?;
    let day = day_of_decision(app, by, paper, decided_on)?;
    let new = Recognition {
        state: State::Revoked,
        revoked_by: Some(paper.to_owned()),
        revoked_on: Some(day),
        ..old.clone()
    };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?.because(reason);
    let row = [
        reason.into(),
        paper.into(),
        day.into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::REVOKE, &row)?))
}

/// The day of a numbered decision of the registry that counts, not before another day.
fn day_of_decision(app: &App, by: &Person, paper: &str, after: Date) -> Result<Date, Refusal> {
    let wrong = |message| Refusal::field("paper", message);
    if paper.is_empty() {
        return Err(wrong(Message::new("field-missing")));
    }
    let found = papers::find(app, by, paper).map_err(|refusal| match refusal {
        Refusal::NotFound => wrong(Message::new("recognition-paper-unknown")),
        other => other,
    })?;
    let is_decision = found.kind == PaperKind::DECISION && found.number.is_some();
    match found.issued_on.filter(|_| is_decision) {
        _ if found.withdrawn.is_some() => Err(wrong(Message::new("recognition-paper-withdrawn"))),
        None => Err(wrong(Message::new("recognition-no-decision"))),
        Some(day) if day < after => {
            let message = Message::new("recognition-decision-early").arg("day", show_date(after));
            Err(wrong(message))
        }
        Some(day) => Ok(day),
    }
}
