//! Which nominations may go up, and the dossier that is opened for one.

use std::collections::HashSet;

use chungsuc_domain::decision::Verdict;
use chungsuc_domain::submission::last_day_before;
use chungsuc_store::Change;
use serde::Serialize;

use super::{RECORD, sql, way};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::decisions::may_decide;
use crate::features::nominations::{self, Nomination, State};
use crate::refusal::Refusal;

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
    let limit = award.and_then(|award| award.time_limits.on(today));
    let due = limit.and_then(|row| last_day_before(row.value.before?, today));
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
        Ok(tx.change(Change::create(RECORD, &id, &kept)?, sql::ADD, &params)?)
    })?;
    Ok(id)
}
