//! What happens to a draft: it is saved, becomes a movement, or is discarded.

use chungsuc_store::Change;

use super::understood::Known;
use super::{DraftState, PlanDraft, RECORD, draft, facts, rows, sql, text_of, words};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::movements::PlanFacts;
use crate::features::movements::adopt::{self, Adopted};
use crate::features::{papers, units};
use crate::refusal::Refusal;
use crate::web::{Errors, Form};

/// Keeps what was typed, seen in state `version`; gives the draft as it is now. Empty rows go.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; a rule, when it is no draft any more; a conflict when
/// somebody was faster.
pub fn save(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    sent: &Form,
) -> Result<PlanDraft, Refusal> {
    let old = open_draft(app, by, id)?;
    let fields = sent.pairs().iter().filter(|(name, _)| is_of_plan(name));
    let typed = words::carried(&old.typed, &Form::from_pairs(fields.cloned()));
    let typed = rows::tidied(&typed);
    let new = PlanDraft { typed, version: version + 1, ..old.clone() };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    let encoded = new.typed.encode();
    let row = [(&encoded).into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| -> Result<(), Refusal> { Ok(tx.change(change, sql::SAVE_DRAFT, &row)?) })?;
    Ok(new)
}

/// Whether a field is one of the plan; the form's own (token, version, act) have no point in their names.
fn is_of_plan(name: &str) -> bool {
    name.contains('.')
}

/// The facts of a plan as typed.
///
/// # Errors
/// Everything that is missing or wrong, with its field; of the store.
pub fn check(app: &App, by: &Person, typed: &Form) -> Result<Result<PlanFacts, Errors>, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    let territories = units::territories(app, by)?;
    let known = Known { catalog: &app.catalog, units: &territories };
    Ok(facts::facts(typed, &known, app.today()))
}

/// Makes a movement of a draft that was seen in state `version`; gives the movement's id. The document
/// becomes the file of the plan in the registry.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with everything that is missing
/// or wrong; a rule, when it is no draft any more or its plan was adopted before; a conflict when
/// somebody was faster.
pub fn adopt_draft(app: &App, by: &Person, id: &str, version: i64) -> Result<String, Refusal> {
    let old = open_draft(app, by, id)?;
    let facts = check(app, by, &old.typed)?.map_err(Refusal::Invalid)?;
    let original = text_of(app, by, &old)?;
    app.write(by, |tx| {
        let Adopted { movement, paper } = adopt::adopt_within(app, tx, &facts)?;
        papers::attach_kept(tx, &paper, &old.file, Some(original.words()))?;
        let (state, kept) = (DraftState::Adopted, Some(movement.clone()));
        let new = PlanDraft { state, movement: kept, ..old.clone() };
        let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
        let row = [(&movement).into(), by.commune.as_str().into(), id.into(), version.into()];
        tx.change(change, sql::ADOPT_DRAFT, &row)?;
        Ok(movement)
    })
}

/// Gives a draft up that was seen in state `version`. Its document stays in the journal's care.
///
/// # Errors
/// As [`save`].
pub fn discard(app: &App, by: &Person, id: &str, version: i64) -> Result<(), Refusal> {
    let old = open_draft(app, by, id)?;
    let new = PlanDraft { state: DraftState::Discarded, ..old.clone() };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    let row = [by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::DISCARD_DRAFT, &row)?))
}

fn open_draft(app: &App, by: &Person, id: &str) -> Result<PlanDraft, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    let draft = draft(app, by, id)?;
    match draft.state {
        DraftState::Draft => Ok(draft),
        DraftState::Adopted | DraftState::Discarded => Err(Refusal::rule("plan-draft-closed")),
    }
}
