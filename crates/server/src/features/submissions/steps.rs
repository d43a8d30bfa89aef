//! What happens to a dossier on its way; each step is kept, and none is changed.

use std::collections::BTreeSet;

use chungsuc_domain::UnitKind;
use chungsuc_domain::submission::{Counted, Move, Stage, next_station, working_days_after};
use chungsuc_store::{Change, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::papers::{freeze, is_new, puts, wanted};
use super::{Nominee, Outcome, RECORD, Submission, Wanted, find, nominees, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::honours::{self, NewHonour};
use crate::features::nominations::{self, Nomination};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A step that was taken.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its number, from 1.
    pub number: i64,
    /// What happened.
    pub kind: Move,
    /// Where the dossier lay after it, or was on its way to.
    pub level: UnitKind,
    /// On which day.
    pub on: Date,
    /// Number of the paper that says so.
    pub paper: String,
    /// Who issued it.
    pub issuer: String,
    /// What is asked for, or why not.
    pub words: String,
    /// What was due from then on.
    pub due: Option<Date>,
    /// Codes of the papers that were asked for.
    pub papers: Vec<String>,
    /// The scanned paper: id and name.
    pub file: Option<(String, String)>,
    /// Id of the account that recorded it.
    pub by: String,
    /// That it was taken back, and why.
    pub undone: Option<Undone>,
}

/// That a step was recorded by mistake.
#[derive(Clone, Debug)]
pub struct Undone {
    /// When it was taken back.
    pub on: Date,
    /// Why.
    pub why: String,
}

/// A step about to be recorded.
#[derive(Clone, Debug)]
pub struct NewStep<'a> {
    /// What happened.
    pub kind: Move,
    /// On which day.
    pub on: Date,
    /// Number of the paper that says so.
    pub paper: &'a str,
    /// Who issued it.
    pub issuer: &'a str,
    /// What is asked for, or why not.
    pub words: &'a str,
    /// By when: the day on the receipt, or the day for what is missing.
    pub due: Option<Date>,
    /// Codes of the papers that are asked for.
    pub papers: Vec<&'a str>,
    /// Of several nominees the nominations that were given the award; the others were not.
    pub awarded: Vec<&'a str>,
    /// The scanned paper.
    pub file: Option<NewFile>,
}

#[derive(Serialize)]
struct Kept<'a> {
    submission_state: &'a str,
    level_above: &'a str,
    due: Option<Date>,
    paper_number: &'a str,
    issuer: &'a str,
}

fn read(row: &Row<'_>) -> Result<Step, StoreError> {
    let (file, name): (Option<String>, Option<String>) = (row.get(9)?, row.get(10)?);
    Ok(Step {
        number: row.get(0)?,
        kind: row.coded(1, Move::from_code)?,
        level: row.coded(2, UnitKind::from_code)?,
        on: row.get(3)?,
        paper: row.get(4)?,
        issuer: row.get(5)?,
        words: row.get(6)?,
        due: row.get(7)?,
        papers: row.get::<String>(8)?.split_whitespace().map(str::to_owned).collect(),
        file: file.zip(name),
        by: row.get(11)?,
        undone: undone(row)?,
    })
}

fn undone(row: &Row<'_>) -> Result<Option<Undone>, StoreError> {
    let (why, on): (Option<String>, Option<Date>) = (row.get(12)?, row.get(13)?);
    Ok(why.zip(on).map(|(why, on)| Undone { on, why }))
}

/// The steps that were not taken back.
pub(super) fn standing(steps: &[Step]) -> impl Iterator<Item = &Step> {
    steps.iter().filter(|step| step.undone.is_none())
}

/// The steps of a dossier, the first first, also those that were taken back.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn steps(app: &App, by: &Person, id: &str) -> Result<Vec<Step>, Refusal> {
    by.must_in_commune(Act::ReadCouncil)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| Ok(r.all(sql::STEPS, &key, read)?))
}

/// The codes of the papers that a level asks for, while a dossier is given back; nothing while all of
/// them may change.
pub(super) fn asked_for(
    app: &App,
    by: &Person,
    one: &Submission,
) -> Result<Option<BTreeSet<String>>, Refusal> {
    match one.stage {
        Stage::Returned => {
            let all = steps(app, by, &one.id)?;
            let last = standing(&all).last();
            Ok(Some(last.map(|step| step.papers.iter().cloned().collect()).unwrap_or_default()))
        }
        _ => Ok(None),
    }
}

/// Records a step of a dossier that was seen in state `version`. An award makes the nomination an awarded
/// one, which later proposals see.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`]; [`Refusal::Invalid`] with the fields `on`, `paper`,
/// `issuer`, `words`, `due`, `papers` and `awarded`; a rule, when the step cannot follow or a paper is missing; a
/// conflict, when somebody was faster.
pub fn record(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    new: &NewStep<'_>,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepCouncil)?;
    let one = find(app, by, id)?;
    let stage = one.stage.after(new.kind, one.is_decided_there(app));
    let stage = stage.ok_or_else(|| Refusal::rule("submission-not-now"))?;
    let before = steps(app, by, id)?;
    let (wanted, nominees) = (wanted(app, by, &one)?, nominees(app, by, id)?);
    let last = standing(&before).last();
    check(app, last, &wanted, new)?;
    let ends = ends(&nominees, new)?;
    let puts = puts(app, by, id)?;
    if new.kind == Move::Sent {
        let missing = wanted.iter().find(|line| line.is_missing());
        let last = last.filter(|_| one.stage == Stage::Returned);
        let unchanged = || {
            let last = last?;
            let asked = |line: &&Wanted| last.papers.contains(&line.code);
            wanted.iter().filter(asked).find(|line| !is_new(line, &puts, last.number))
        };
        if let Some(line) = missing.or_else(unchanged) {
            let message = Message::new("submission-paper-missing").arg("name", line.name.clone());
            return Err(Refusal::Rule(message));
        }
    }
    let level = level_after(app, &one, new.kind)?;
    let due = due_after(app, &one, new);
    let old = Kept {
        submission_state: one.stage.code(),
        level_above: one.level.code(),
        due: one.due,
        paper_number: "",
        issuer: "",
    };
    let now = Kept {
        submission_state: stage.code(),
        level_above: level.code(),
        due,
        paper_number: new.paper.trim(),
        issuer: new.issuer.trim(),
    };
    let number = i64::try_from(before.len()).unwrap_or(i64::MAX - 1) + 1;
    app.write(by, |tx| {
        let change = Change::update(RECORD, id, &old, &now)?;
        let change = match new.words.trim() {
            "" => change,
            words => change.because(words),
        };
        let row = [
            stage.code().into(),
            level.code().into(),
            due.into(),
            by.commune.as_str().into(),
            id.into(),
            version.into(),
        ];
        tx.change(change, sql::MOVE, &row)?;
        if new.kind == Move::Sent {
            freeze(tx, by, id, (&wanted, &puts, before.len()))?;
        }
        let file = new.file.as_ref().map(|file| files::keep(app, tx, file)).transpose()?;
        let papers = new.papers.join(" ");
        let row = [
            by.commune.as_str().into(),
            id.into(),
            number.into(),
            new.kind.code().into(),
            level.code().into(),
            new.on.into(),
            new.paper.trim().into(),
            new.issuer.trim().into(),
            new.words.trim().into(),
            due.into(),
            (&papers).into(),
            file.as_deref().into(),
            by.account.as_str().into(),
        ];
        let key = format!("{id}/{number}");
        tx.change(Change::create("submission_step", key, &now)?, sql::ADD_STEP, &row)?;
        for (of, outcome) in &ends {
            super::nominees::end(tx, id, of, Some(*outcome))?;
            if *outcome == Outcome::Awarded {
                nominations::mark_awarded(tx, &of.id, new.on)?;
                honours::add(tx, &app.new_id(), &given(app, &one, of, new), None)?;
            }
        }
        Ok(())
    })
    .map_err(|refusal| match refusal {
        Refusal::Store(StoreError::Duplicate(_)) if new.kind == Move::Awarded => {
            Refusal::field("paper", Message::new("honour-known"))
        }
        other => other,
    })
}

/// An award from above as the register keeps it.
fn given(app: &App, one: &Submission, of: &Nomination, new: &NewStep<'_>) -> NewHonour {
    let contestant = &of.contestant;
    let name = app.catalog.award(&one.award).map(|award| award.form.name.clone());
    NewHonour {
        subject_kind: contestant.kind,
        subject: Some(contestant.subject.clone()),
        name: contestant.name.clone(),
        village: contestant.village.clone(),
        award: Some(one.award.clone()),
        award_name: name.unwrap_or_default(),
        number: new.paper.trim().to_owned(),
        issued_on: Some(new.on),
        year: new.on.year(),
        issuer: new.issuer.trim().to_owned(),
        level: Some(one.level),
        achievement: of.achievement.clone(),
        paper: None,
        brought: None,
        nomination: Some(of.id.clone()),
    }
}

/// What comes of each nominee by a step that ends the way.
fn ends<'a>(
    nominees: &'a [Nominee],
    new: &NewStep<'_>,
) -> Result<Vec<(&'a Nomination, Outcome)>, Refusal> {
    let all = nominees.iter().map(|nominee| &nominee.nomination);
    match new.kind {
        Move::Refused => Ok(all.map(|of| (of, Outcome::Refused)).collect()),
        Move::Awarded if nominees.len() == 1 => Ok(all.map(|of| (of, Outcome::Awarded)).collect()),
        Move::Awarded => {
            let is_given = |of: &Nomination| new.awarded.contains(&of.id.as_str());
            if !all.clone().any(is_given) {
                return Err(Refusal::field("awarded", Message::new("submission-whom")));
            }
            let outcome = |of| if is_given(of) { Outcome::Awarded } else { Outcome::Refused };
            Ok(all.map(|of| (of, outcome(of))).collect())
        }
        _ => Ok(Vec::new()),
    }
}

fn check(
    app: &App,
    last: Option<&Step>,
    wanted: &[Wanted],
    new: &NewStep<'_>,
) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    let missing = || Message::new("field-missing");
    if new.on > app.today() {
        errors.add("on", Message::new("day-to-come"));
    } else if last.is_some_and(|last| new.on < last.on) {
        errors.add("on", Message::new("submission-before-last"));
    }
    if new.kind == Move::Awarded {
        for (field, text) in [("paper", new.paper), ("issuer", new.issuer)] {
            if text.trim().is_empty() {
                errors.add(field, missing());
            }
        }
    }
    if matches!(new.kind, Move::Returned | Move::Refused) && new.words.trim().is_empty() {
        errors.add("words", missing());
    }
    if new.kind == Move::Returned {
        if new.papers.is_empty()
            || !new.papers.iter().all(|code| wanted.iter().any(|line| line.code == *code))
        {
            errors.add("papers", Message::new("submission-which-papers"));
        }
        if new.due.is_none() {
            errors.add("due", missing());
        }
    }
    if new.due.is_some_and(|due| due < new.on) {
        errors.add("due", Message::new("submission-due-early"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// Where the dossier lies after a step.
fn level_after(app: &App, one: &Submission, kind: Move) -> Result<UnitKind, Refusal> {
    match (one.stage, kind) {
        (Stage::Draft, Move::Sent) | (_, Move::PassedOn) => {
            next_station(&one.stations(app), one.level)
                .ok_or_else(|| Refusal::rule("submission-no-way"))
        }
        _ => Ok(one.level),
    }
}

/// What is due after a step: what the paper of the level says, else what the catalog gives whoever decides.
fn due_after(app: &App, one: &Submission, new: &NewStep<'_>) -> Option<Date> {
    match new.kind {
        Move::Returned => new.due,
        Move::Received => new.due.or_else(|| counted(app, one, new.on).map(|counted| counted.last)),
        _ => None,
    }
}

/// By when whoever decides has to do so, by the working days that the catalog gives from the day of
/// receipt.
pub(super) fn counted<'a>(app: &'a App, one: &Submission, received: Date) -> Option<Counted<'a>> {
    let limits = &app.catalog.award(&one.award)?.time_limits;
    let days = limits.on(received)?.value.working_days?;
    one.is_decided_there(app).then(|| working_days_after(received, days, app.catalog.holidays()))?
}
