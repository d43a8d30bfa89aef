//! Adopting a plan: one transaction makes the paper, the movement and all its parts, or nothing.

use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::drafts::{Mark, of_mark};
use super::{PlanFacts, RECORD, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers::{self, NewPaper, PaperKind, Readers};
use crate::refusal::Refusal;

#[derive(Serialize)]
struct KeptMovement<'a> {
    name: &'a str,
    period_from: Date,
    period_to: Date,
}

#[derive(Serialize)]
struct KeptTarget<'a> {
    text: &'a str,
    due: Option<Date>,
    unit: Option<&'a str>,
}

#[derive(Serialize)]
struct KeptText<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct KeptAward<'a> {
    award: &'a str,
}

#[derive(Serialize)]
struct KeptStage<'a> {
    starts: Date,
    ends: Date,
    text: &'a str,
}

/// Adopts a plan; gives the id of its movement.
///
/// # Errors
/// [`Refusal::Forbidden`]; a rule, when the same paper was adopted before.
pub fn adopt(app: &App, by: &Person, plan: &PlanFacts) -> Result<String, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    app.write(by, |tx| Ok(adopt_within(app, tx, plan)?.movement))
}

/// What came of a plan, by id.
pub(super) struct Adopted {
    pub(super) movement: String,
    pub(super) paper: String,
}

/// The same inside the transaction of a draft that ends with it.
pub(super) fn adopt_within(
    app: &App,
    tx: &mut Writer<'_>,
    plan: &PlanFacts,
) -> Result<Adopted, Refusal> {
    let id = app.new_id();
    adopted_once(tx, plan)?;
    let paper = papers::register(app, tx, &paper_of(plan))?;
    add_movement(tx, &id, &paper, plan)?;
    add_targets(tx, &id, plan)?;
    add_merits(tx, &id, plan)?;
    add_awards(tx, &id, plan)?;
    add_stages(tx, &id, plan)?;
    for (seq, duty) in (1_i64..).zip(&plan.duties) {
        super::duties::add(tx, &id, seq, duty)?;
    }
    Ok(Adopted { movement: id, paper })
}

/// Two officers may adopt the same plan at once: the second one waits here, and then sees the first.
fn adopted_once(tx: &mut Writer<'_>, plan: &PlanFacts) -> Result<(), Refusal> {
    tx.hold_others()?;
    let commune = tx.author().commune.clone();
    let mark = Mark::new(&plan.paper.number, &plan.paper.issuer, plan.paper.issued_on);
    match of_mark(tx, &commune, &mark)? {
        Some(twin) => Err(twin.refusal()),
        None => Ok(()),
    }
}

fn paper_of(plan: &PlanFacts) -> NewPaper<'_> {
    NewPaper {
        kind: PaperKind::PLAN,
        number: Some(&plan.paper.number),
        issued_on: Some(plan.paper.issued_on),
        issuer: &plan.paper.issuer,
        place: &plan.paper.place,
        title: &plan.paper.title,
        signer_post: &plan.paper.signer_post,
        signer_name: &plan.paper.signer_name,
        bases: &plan.bases,
        recipients: &plan.paper.recipients,
        readers: Readers::Staff,
    }
}

fn add_movement(
    tx: &mut Writer<'_>,
    id: &str,
    paper: &str,
    plan: &PlanFacts,
) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let (movement, reporting) = (&plan.movement, &plan.reporting);
    let kept =
        KeptMovement { name: &movement.name, period_from: movement.from, period_to: movement.to };
    Ok(tx.change(
        Change::create(RECORD, id, &kept)?,
        sql::ADD,
        &[
            commune.as_str().into(),
            id.into(),
            paper.into(),
            (&movement.name).into(),
            movement.from.into(),
            movement.to.into(),
            (&movement.aims.join("\n")).into(),
            (&reporting.cycle).into(),
            (&reporting.to).into(),
            (&reporting.by).into(),
            (&movement.funding.join("\n")).into(),
            (&movement.campaigns.join("\n")).into(),
        ],
    )?)
}

fn add_targets(tx: &mut Writer<'_>, id: &str, plan: &PlanFacts) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    for (seq, target) in (1_i64..).zip(&plan.targets) {
        let unit = target.unit.as_deref();
        let kept = KeptTarget { text: &target.text, due: target.due, unit };
        let change = Change::create("movement_target", format!("{id}/{seq}"), &kept)?;
        tx.change(
            change,
            sql::ADD_TARGET,
            &[
                commune.as_str().into(),
                id.into(),
                seq.into(),
                (&target.text).into(),
                target.due.into(),
                unit.into(),
                target.standard.as_deref().into(),
            ],
        )?;
    }
    Ok(())
}

fn add_merits(tx: &mut Writer<'_>, id: &str, plan: &PlanFacts) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    let merits = plan
        .subjects
        .iter()
        .flat_map(|subject| subject.merits.iter().map(move |merit| (subject, merit)));
    for (seq, (subject, merit)) in (1_i64..).zip(merits) {
        let change =
            Change::create("movement_merit", format!("{id}/{seq}"), &KeptText { text: merit })?;
        tx.change(
            change,
            sql::ADD_MERIT,
            &[
                commune.as_str().into(),
                id.into(),
                seq.into(),
                (&subject.kind).into(),
                (&subject.name).into(),
                merit.into(),
            ],
        )?;
    }
    Ok(())
}

fn add_awards(tx: &mut Writer<'_>, id: &str, plan: &PlanFacts) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    for (seq, award) in (1_i64..).zip(&plan.awards.codes) {
        let change = Change::create("movement_award", format!("{id}/{seq}"), &KeptAward { award })?;
        let row = [commune.as_str().into(), id.into(), seq.into(), award.into()];
        tx.change(change, sql::ADD_AWARD, &row)?;
    }
    Ok(())
}

fn add_stages(tx: &mut Writer<'_>, id: &str, plan: &PlanFacts) -> Result<(), Refusal> {
    let commune = tx.author().commune.clone();
    for (seq, stage) in (1_i64..).zip(&plan.stages) {
        let kept = KeptStage { starts: stage.from, ends: stage.to, text: &stage.text };
        let change = Change::create("movement_stage", format!("{id}/{seq}"), &kept)?;
        tx.change(
            change,
            sql::ADD_STAGE,
            &[
                commune.as_str().into(),
                id.into(),
                seq.into(),
                stage.from.into(),
                stage.to.into(),
                (&stage.text).into(),
            ],
        )?;
    }
    Ok(())
}
