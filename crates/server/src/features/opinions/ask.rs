//! Asking several offices at once, and no longer asking.

use chungsuc_store::Change;
use jiff::civil::Date;

use super::{Kept, RECORD, State, find, sql};
use crate::access::{Act, Person, Role};
use crate::app::App;
use crate::features::{accounts, nominations};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// What is asked, and of whom.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// Ids of the accounts.
    pub officers: &'a [String],
    /// What is asked beyond whether they agree; may be empty.
    pub question: &'a str,
    /// The last day to answer; it counts.
    pub due: Date,
}

/// Who may be asked: id, name, and the role in which they are.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn officers(app: &App, by: &Person) -> Result<Vec<(String, String, Role)>, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    accounts::holders_in_role(app, &by.commune, Act::GiveOpinions)
}

/// Asks all of them about a nomination, or nobody.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `officers` and
/// `due`; a rule, when the nomination is not with the secretary.
pub fn ask(app: &App, by: &Person, nomination: &str, new: &Ask<'_>) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let known = nominations::find(app, by, nomination)?;
    if !matches!(known.state, nominations::State::Sent | nominations::State::Received) {
        return Err(Refusal::rule("nomination-not-with-secretary"));
    }
    let all = officers(app, by)?;
    let asked: Vec<_> = all.iter().filter(|(id, ..)| new.officers.contains(id)).collect();
    let mut errors = Errors::default();
    if asked.is_empty() || asked.len() != new.officers.len() {
        errors.add("officers", Message::new("opinion-no-officer"));
    }
    if new.due < app.today() {
        errors.add("due", Message::new("opinion-due-past"));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let commune = by.commune.as_str();
    app.write(by, |tx| {
        for (officer, name, role) in &asked {
            let same = [commune.into(), nomination.into(), officer.as_str().into()];
            if tx.first(sql::ALREADY, &same, |row| row.get::<String>(0))?.is_some() {
                let message = Message::new("opinion-asked-already").arg("name", name.clone());
                return Err(Refusal::field("officers", message));
            }
            let id = app.new_id();
            let kept = Kept { opinion_state: State::Asked, asked_office: name, due: new.due };
            let row = [
                commune.into(),
                (&id).into(),
                nomination.into(),
                officer.as_str().into(),
                role.code().into(),
                new.question.trim().into(),
                by.account.as_str().into(),
                app.today().into(),
                new.due.into(),
            ];
            tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD, &row)?;
        }
        Ok(())
    })
}

/// No longer asks an office that has not answered; gives the id of the nomination.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `reason`; a rule,
/// when it has answered; a conflict.
pub fn withdraw(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    reason: &str,
) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let known = find(app, by, id)?;
    if !known.state.is_open() {
        return Err(Refusal::rule("opinion-answered-already"));
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::field("reason", Message::new("field-missing")));
    }
    let (old, new) = (known.kept(known.state), known.kept(State::Withdrawn));
    let change = Change::update(RECORD, id, &old, &new)?.because(reason);
    let row = [reason.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::WITHDRAW, &row)?))?;
    Ok(known.nomination)
}
