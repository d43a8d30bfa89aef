//! Administrative units: the tree from the province to the village, with the days between which each
//! unit exists and what became of it.
//!
//! The national list is one for all communes. Units are never removed: one that ended keeps its code,
//! its name and its past.

mod import;
mod pages;
mod sql;

use std::collections::HashSet;

use chungsuc_domain::{UnitKind, text};
use chungsuc_store::{Change, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

pub use import::{ImportFault, Imported, Outlook, import, import_by, look};
pub(crate) use pages::routes;

use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of a unit's records in the journal.
pub const RECORD: &str = "unit";

/// A unit as the list holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unit {
    /// Official code, as text.
    pub code: String,
    /// Name, with the kind in front where the list has it so.
    pub name: String,
    /// Code of the kind.
    pub kind: String,
    /// Code of the unit above.
    pub parent: Option<String>,
    /// First day.
    pub valid_from: Date,
    /// Last day, for a unit that ended.
    pub valid_to: Option<Date>,
}

impl Unit {
    /// Whether the unit exists on a day; its first and its last day belong to it.
    pub fn exists_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|last| day <= last)
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            code: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
            parent: row.get(3)?,
            valid_from: row.get(4)?,
            valid_to: row.get(5)?,
        })
    }
}

/// A unit, if there is one of that code.
///
/// # Errors
/// Of the store.
pub fn find(app: &App, code: &str) -> Result<Option<Unit>, StoreError> {
    app.read(|r| r.first(sql::ONE, &[code.into()], Unit::read))
}

/// The villages that belong to a commune today, in Vietnamese order.
///
/// # Errors
/// Of the store.
pub fn villages(app: &App, commune: &str) -> Result<Vec<Unit>, StoreError> {
    let today = app.today();
    let mut found = children(app, commune)?;
    found.retain(|unit| unit.kind == UnitKind::Village.code() && unit.exists_on(today));
    Ok(found)
}

/// The units right below one, also those that ended, in Vietnamese order.
///
/// # Errors
/// Of the store.
pub fn children(app: &App, code: &str) -> Result<Vec<Unit>, StoreError> {
    let mut found = app.read(|r| r.all(sql::CHILDREN, &[code.into()], Unit::read))?;
    found.sort_by_cached_key(|unit| text::sort_key(&unit.name));
    Ok(found)
}

/// Into which units a unit went.
///
/// # Errors
/// Of the store.
pub fn successors(app: &App, code: &str) -> Result<Vec<Unit>, StoreError> {
    app.read(|r| r.all(sql::SUCCESSORS, &[code.into()], Unit::read))
}

/// From which units a unit came.
///
/// # Errors
/// Of the store.
pub fn predecessors(app: &App, code: &str) -> Result<Vec<Unit>, StoreError> {
    app.read(|r| r.all(sql::PREDECESSORS, &[code.into()], Unit::read))
}

/// The units of today that a unit went into, by however many steps; none for one that still exists,
/// and for one of which nobody wrote what became of it.
///
/// # Errors
/// Of the store.
pub fn heirs(app: &App, unit: &Unit) -> Result<Vec<Unit>, StoreError> {
    let today = app.today();
    if unit.exists_on(today) {
        return Ok(Vec::new());
    }
    let (mut heirs, mut waiting) = (Vec::new(), vec![unit.clone()]);
    let mut seen = HashSet::from([unit.code.clone()]);
    while let Some(ended) = waiting.pop() {
        let after = successors(app, &ended.code)?;
        let new = after.into_iter().filter(|next| seen.insert(next.code.clone()));
        let (living, gone): (Vec<_>, Vec<_>) = new.partition(|next| next.exists_on(today));
        heirs.extend(living);
        waiting.extend(gone);
    }
    heirs.sort_by_cached_key(|heir| text::sort_key(&heir.name));
    Ok(heirs)
}

/// Where a role of this commune can hold: the commune itself, then its villages.
///
/// # Errors
/// Of the store.
pub fn territories(app: &App, of: &Person) -> Result<Vec<Unit>, Refusal> {
    let commune = find(app, &of.commune)?.ok_or(Refusal::NotFound)?;
    let villages = villages(app, &of.commune)?;
    Ok(std::iter::once(commune).chain(villages).collect())
}

/// The villages in which this person may do this.
///
/// # Errors
/// Of the store.
pub fn villages_for(app: &App, by: &Person, act: Act) -> Result<Vec<Unit>, StoreError> {
    let mut found = villages(app, &by.commune)?;
    if let Some(allowed) = by.villages_for(act) {
        found.retain(|unit| allowed.contains(&unit.code.as_str()));
    }
    Ok(found)
}

/// Which village a list is bound to. Who may do this in the whole commune gets their wish, nothing
/// being all of it; who is bound to villages sees one of them at a time.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub(crate) fn village_within(
    app: &App,
    by: &Person,
    act: Act,
    wish: Option<String>,
) -> Result<Option<String>, Refusal> {
    by.must_somewhere(act)?;
    if by.villages_for(act).is_none() {
        return Ok(wish);
    }
    let own = villages_for(app, by, act)?;
    let wished = own.iter().find(|unit| Some(&unit.code) == wish.as_ref());
    let village = wished.or(own.first()).ok_or(Refusal::Forbidden)?;
    Ok(Some(village.code.clone()))
}

/// Adds a unit, or brings a known one up to date; a unit that has not changed is left alone.
pub(crate) fn put(
    tx: &mut Writer<'_>,
    unit: &Unit,
    successors: &[String],
) -> Result<(), StoreError> {
    let known = tx.first(sql::ONE, &[unit.code.as_str().into()], Unit::read)?;
    let folded = text::fold(&unit.name);
    let values = [
        unit.name.as_str().into(),
        (&folded).into(),
        unit.kind.as_str().into(),
        unit.parent.as_deref().into(),
        unit.valid_from.into(),
        unit.valid_to.into(),
        unit.code.as_str().into(),
    ];
    match known {
        None => tx.change(Change::create(RECORD, &unit.code, unit)?, sql::ADD, &values)?,
        Some(known) if known != *unit => {
            tx.change(Change::update(RECORD, &unit.code, &known, unit)?, sql::UPDATE, &values)?;
        }
        Some(_) => {}
    }
    for successor in successors {
        let row = [unit.code.as_str().into(), successor.as_str().into()];
        if tx.first(sql::HAS_SUCCESSOR, &row, |row| row.get::<i64>(0))?.is_none() {
            let id = format!("{}/{successor}", unit.code);
            let change = Change::create("unit_successor", id, &[&unit.code, successor])?;
            tx.change(change, sql::ADD_SUCCESSOR, &row)?;
        }
    }
    Ok(())
}
