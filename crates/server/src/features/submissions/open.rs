//! Which nominations may go up, and the dossier that is opened for one.

use std::collections::HashSet;

use chungsuc_domain::decision::Verdict;
use chungsuc_domain::submission::{Stage, last_day_before};
use chungsuc_store::Change;
use jiff::civil::Date;
use serde::Serialize;

use super::{Outcome, RECORD, find, nominees, sql, way};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::decisions::may_decide;
use crate::features::nominations::{self, Nomination, State};
use crate::refusal::Refusal;
use crate::web::Message;

#[derive(Serialize)]
struct Opened<'a> {
    submission_state: &'a str,
    name: &'a str,
    award: &'a str,
}

/// Nominations that the council carried, that a level above decides, and that are not on their way.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn ready(app: &App, by: &Person) -> Result<Vec<Nomination>, Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let carried = nominations::list(app, by, Some(State::Approved))?;
    let key = [by.commune.as_str().into()];
    let held: HashSet<String> = app
        .read(|r| r.all(sql::HELD, &key, |row| row.get(0)).map(|ids| ids.into_iter().collect()))?;
    let goes_up = |one: &Nomination| {
        let here = may_decide(app, &one.award, app.today()).verdict == Verdict::Yes;
        !here && !held.contains(&one.id) && !way(app, &one.award).is_empty()
    };
    Ok(carried.into_iter().filter(goes_up).collect())
}

/// By when a dossier that is opened on a day must be sent, where the catalog says it.
pub(super) fn due_of_opening(app: &App, award: &str, on: Date) -> Option<Date> {
    let limit = app.catalog.award(award)?.time_limits.on(on)?;
    last_day_before(limit.value.before?, on)
}

/// Opens the dossier of a nomination; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when it does not wait to go up; a conflict, when somebody was faster.
pub fn open(app: &App, by: &Person, nomination: &str) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let ready = ready(app, by)?;
    let found = ready.iter().find(|one| one.id == nomination);
    let found = found.ok_or_else(|| Refusal::rule("submission-not-ready"))?;
    let (id, today) = (app.new_id(), app.today());
    let award = app.catalog.award(&found.award);
    let due = due_of_opening(app, &found.award, today);
    let name = award.map_or("", |award| award.form.name.as_str());
    let kept = Opened { submission_state: "draft", name: &found.contestant.name, award: name };
    app.write(by, |tx| {
        let params = [
            by.commune.as_str().into(),
            (&id).into(),
            nomination.into(),
            due.into(),
            by.account.as_str().into(),
            today.into(),
        ];
        tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD, &params)?;
        Ok::<_, Refusal>(nominees::add(tx, &id, found)?)
    })?;
    Ok(id)
}

#[derive(Serialize)]
struct Stands<'a> {
    submission_state: &'a str,
}

/// Gives up a draft that was seen in state `version`, with a reason; it stays to be read, and its
/// nominees may go up anew.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with `why`; a rule, when it was sent
/// already; a conflict, when somebody was faster.
pub fn give_up(
    app: &App,
    by: &Person,
    (id, version): (&str, i64),
    why: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let (one, why) = (find(app, by, id)?, why.trim());
    if one.stage != Stage::Draft {
        return Err(Refusal::rule("submission-no-draft"));
    }
    if why.is_empty() {
        return Err(Refusal::field("why", Message::new("field-missing")));
    }
    let all = nominees::nominees(app, by, id)?;
    let [old, new] =
        [Stage::Draft, Stage::GivenUp].map(|stage| Stands { submission_state: stage.code() });
    app.write(by, |tx| {
        let change = Change::update(RECORD, id, &old, &new)?.because(why);
        let params = [why.into(), by.commune.as_str().into(), id.into(), version.into()];
        tx.change(change, sql::GIVE_UP, &params)?;
        for nominee in &all {
            nominees::end(tx, id, &nominee.nomination, Some(Outcome::GivenUp))?;
        }
        Ok::<_, Refusal>(())
    })
}
