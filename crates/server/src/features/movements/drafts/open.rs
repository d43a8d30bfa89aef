//! Opening a draft: the document is read, and kept with what was understood.

use chungsuc_press::read::{NoPlan, Parts, Plan, Script, source};
use chungsuc_store::Change;

use super::understood::{Known, understood};
use super::{DraftState, PlanDraft, RECORD, Text, Twin, read, sql, text};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::files::{self, NewFile};
use crate::features::papers::unreadable;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::{Message, UploadedFile};

/// What came of an upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A new draft, by id.
    New(String),
    /// The same file has a draft already, by id.
    Known(String),
    /// The same file became a movement already.
    Adopted(Twin),
}

/// Reads the document of a plan and keeps it as a draft.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the field `file`, where it cannot be read or is
/// no plan; of the store.
pub fn open(app: &App, by: &Person, sent: &UploadedFile) -> Result<Opened, Refusal> {
    by.must_in_commune(Act::KeepMovements)?;
    let refused = |message| Refusal::field("file", message);
    let source = source(&sent.content, &sent.name).map_err(|why| refused(unreadable(why)))?;
    let script = Script::of(&source);
    let parts = Parts::of(&script);
    let plan = Plan::of(&parts).map_err(|why| refused(no_plan(why)))?;
    let file = NewFile::written("file", sent, source.format())?;
    if let Some(known) = same_file(app, by, file.sha256())? {
        return Ok(known);
    }
    let territories = units::territories(app, by)?;
    let known = Known { catalog: &app.catalog, units: &territories };
    let mut draft = PlanDraft {
        id: app.new_id(),
        file: String::new(),
        file_name: sent.name.clone(),
        sha256: file.sha256().to_owned(),
        typed: understood(&plan, &parts, &source, &known),
        state: DraftState::Draft,
        movement: None,
        version: 1,
    };
    app.write(by, |tx| -> Result<(), Refusal> {
        draft.file = files::keep(app, tx, &file)?;
        let typed = draft.typed.encode();
        let row =
            [by.commune.as_str().into(), (&draft.id).into(), (&draft.file).into(), (&typed).into()];
        let change = Change::create(RECORD, &draft.id, &draft.kept())?;
        Ok(tx.change(change, sql::ADD_DRAFT, &row)?)
    })?;
    text::hold(app, &draft, Text::of(&source));
    Ok(Opened::New(draft.id))
}

/// What a document of another kind is, and what to do with it.
fn no_plan(why: NoPlan) -> Message {
    match why {
        NoPlan::Other(kind) => Message::new("plan-other-kind").arg("kind", kind),
        NoPlan::Untyped => Message::new("plan-no-kind"),
    }
}

fn same_file(app: &App, by: &Person, sha256: &str) -> Result<Option<Opened>, Refusal> {
    let key = [by.commune.as_str().into(), sha256.into()];
    let Some(draft) = app.read(|r| r.first(sql::SAME_FILE, &key, read))? else { return Ok(None) };
    let Some(movement) = draft.movement else { return Ok(Some(Opened::Known(draft.id))) };
    let name = super::super::find(app, by, &movement)?.name;
    Ok(Some(Opened::Adopted(Twin { movement, name })))
}
