//! The way of a dossier: submitted, returned with a reason, withdrawn.

use chungsuc_domain::decision::{Reason, Verdict};
use chungsuc_domain::recognition::Examination;
use chungsuc_store::{Change, StoreError};

use super::dossier::at_this_moment;
use super::{RECORD, Recognition, State, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;
use crate::web::Message;

/// A dossier whose next step this person may take.
pub(super) fn to_keep(app: &App, by: &Person, id: &str) -> Result<Recognition, Refusal> {
    by.must_in_commune(Act::KeepRecognition)?;
    find(app, by, id)
}

pub(super) fn given<'a>(field: &'static str, text: &'a str) -> Result<&'a str, Refusal> {
    match text.trim() {
        "" => Err(Refusal::field(field, Message::new("field-missing"))),
        text => Ok(text),
    }
}

/// Submits a dossier that was seen in state `version`: what the figures come to is kept. `waiver` says
/// why something that is missing may pass, where the catalog leaves that to a person.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule that names what cannot be missing, or when it
/// was submitted already; [`Refusal::Invalid`] with the field `waiver`; a conflict.
pub fn submit(app: &App, by: &Person, id: &str, version: i64, waiver: &str) -> Result<(), Refusal> {
    let old = to_keep(app, by, id)?;
    if !old.state.may_change() {
        return Err(Refusal::rule("recognition-closed"));
    }
    let (picture, examination) = at_this_moment(app, by, &old)?;
    let waiver = passes(&examination, waiver.trim())?;
    let kept = serde_json::to_string(&picture).map_err(StoreError::from)?;
    let today = app.today();
    let new = Recognition {
        state: State::Submitted,
        submitted_on: Some(today),
        waiver: waiver.map(str::to_owned),
        ..old.clone()
    };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    let row = [
        waiver.into(),
        today.into(),
        (&kept).into(),
        by.commune.as_str().into(),
        id.into(),
        version.into(),
    ];
    app.write(by, |tx| Ok(tx.change(change, sql::SUBMIT, &row)?))
}

/// Whether a dossier may be submitted, and with which written reason.
fn passes<'a>(found: &Examination, waiver: &'a str) -> Result<Option<&'a str>, Refusal> {
    match found.verdict {
        Verdict::Yes => Ok(None),
        Verdict::PersonMustDecide if waiver.is_empty() => {
            let message = Message::new("recognition-waiver-wanted");
            Err(Refusal::field("waiver", message.list("what", named(&found.to_decide))))
        }
        Verdict::PersonMustDecide => Ok(Some(waiver)),
        Verdict::No => {
            let message = Message::new("recognition-incomplete");
            Err(Refusal::Rule(message.list("what", named(&found.refusing))))
        }
    }
}

/// What is missing: papers and lines by the names of the catalog, the rest in words of the screen.
fn named(reasons: &[Reason]) -> Vec<Message> {
    reasons.iter().map(part).collect()
}

fn part(reason: &Reason) -> Message {
    let fact = |wanted: &str| {
        let found = reason.facts.iter().find(|(name, _)| *name == wanted);
        found.map(|(_, value)| value.clone())
    };
    match (fact("name"), fact("codes")) {
        (Some(name), _) => Message::worded(name),
        (None, Some(codes)) => Message::new("recognition-silent").arg("codes", codes),
        (None, None) => Message::new("recognition-papers-unlisted"),
    }
}

/// Records that whoever recognises gave a dossier back.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a rule,
/// when it was not submitted; a conflict.
pub fn give_back(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let old = to_keep(app, by, id)?;
    if old.state != State::Submitted {
        return Err(Refusal::rule("recognition-not-submitted"));
    }
    end(app, by, &old, State::Returned, sql::RETURN, version, given("reason", reason)?)
}

/// Gives a dossier up before it is decided; it stays to be read.
///
/// # Errors
/// As [`give_back`]; a rule, when it was decided already.
pub fn withdraw(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let old = to_keep(app, by, id)?;
    if !matches!(old.state, State::Preparing | State::Submitted | State::Returned) {
        return Err(Refusal::rule("recognition-closed"));
    }
    end(app, by, &old, State::Withdrawn, sql::WITHDRAW, version, given("reason", reason)?)
}

fn end(
    app: &App,
    by: &Person,
    old: &Recognition,
    state: State,
    sql: &'static str,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let new = Recognition { state, ..old.clone() };
    let change = Change::update(RECORD, &old.id, &old.kept(), &new.kept())?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), (&old.id).into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql, &row)?))
}
