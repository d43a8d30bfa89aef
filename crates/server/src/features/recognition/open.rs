//! Opening a dossier for a unit, a standard and a day.

use chungsuc_domain::standard::Standard;
use chungsuc_store::Change;
use jiff::civil::Date;

use super::{RECORD, Recognition, State, find, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::standards;
use crate::features::units::Unit;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Which dossier is wanted.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Code of the unit.
    pub unit: &'a str,
    /// Id of the standard.
    pub standard: &'a str,
    /// The day whose figures and rules it is judged by.
    pub as_of: Date,
}

/// Opens a dossier; gives its id.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::Invalid`] with the fields `unit`, `standard`, `as_of`; a rule,
/// when one of the unit is at work, or it is recognised already without an end.
pub fn open(app: &App, by: &Person, new: &New<'_>) -> Result<String, Refusal> {
    by.must_somewhere(Act::PrepareRecognition)?;
    let Some(standard) = app.catalog.standard(new.standard) else {
        return Err(Refusal::field("standard", Message::new("field-missing")));
    };
    let Some(unit) = standards::unit_of(app, by, standard, new.unit)? else {
        return Err(Refusal::field("unit", Message::new("recognition-unit-unfit")));
    };
    by.must(Act::PrepareRecognition, Place::village(&by.commune, &unit.code))?;
    check_day(app, standard, &unit, new.as_of)?;
    let recognition = Recognition {
        id: app.new_id(),
        unit: unit.code,
        unit_name: unit.name,
        unit_ended: unit.valid_to,
        standard: new.standard.to_owned(),
        as_of: new.as_of,
        state: State::Preparing,
        reason: None,
        waiver: None,
        submitted_on: None,
        paper: None,
        decided_on: None,
        valid_to: None,
        revoked_by: None,
        revoked_on: None,
        version: 1,
        picture: None,
    };
    add(app, by, &recognition)?;
    Ok(recognition.id)
}

fn add(app: &App, by: &Person, new: &Recognition) -> Result<(), Refusal> {
    let commune = by.commune.as_str();
    let same = [commune.into(), (&new.unit).into(), (&new.standard).into()];
    let row = [
        commune.into(),
        (&new.id).into(),
        (&new.unit).into(),
        (&new.standard).into(),
        new.as_of.into(),
    ];
    let change = Change::create(RECORD, &new.id, &new.kept())?;
    app.write(by, |tx| {
        match tx.first(sql::IN_THE_WAY, &same, |row| row.coded(0, State::from_code))? {
            Some(State::Recognised) => return Err(Refusal::rule("recognition-holds-already")),
            Some(_) => return Err(Refusal::rule("recognition-at-work-already")),
            None => {}
        }
        Ok(tx.change(change, sql::ADD, &row)?)
    })
}

/// A day that has come, on which there were the unit and the standard.
fn check_day(app: &App, standard: &Standard, unit: &Unit, day: Date) -> Result<(), Refusal> {
    let mut errors = Errors::default();
    if day > app.today() {
        errors.add("as_of", Message::new("day-to-come"));
    } else if !unit.exists_on(day) {
        errors.add("as_of", Message::new("value-unit-not-there"));
    } else if !standard.head().holds_on(day) {
        errors.add("as_of", Message::new("recognition-standard-not-then"));
    }
    if errors.is_empty() { Ok(()) } else { Err(errors.into()) }
}

/// Judges a dossier that was seen in state `version` by the figures of another day.
///
/// # Errors
/// [`Refusal::Forbidden`], [`Refusal::NotFound`]; [`Refusal::Invalid`] with the field `as_of`; a rule,
/// when it was submitted; a conflict when somebody was faster.
pub fn change_day(
    app: &App,
    by: &Person,
    id: &str,
    version: i64,
    as_of: Date,
) -> Result<(), Refusal> {
    let old = to_prepare(app, by, id)?;
    let standard = app.catalog.standard(&old.standard).ok_or(Refusal::NotFound)?;
    let unit = standards::unit_of(app, by, standard, &old.unit)?.ok_or(Refusal::NotFound)?;
    check_day(app, standard, &unit, as_of)?;
    let new = Recognition { as_of, ..old.clone() };
    let change = Change::update(RECORD, id, &old.kept(), &new.kept())?;
    let row = [as_of.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::SET_DAY, &row)?))
}

/// A dossier whose papers and day this person may change.
pub(super) fn to_prepare(app: &App, by: &Person, id: &str) -> Result<Recognition, Refusal> {
    by.must_somewhere(Act::PrepareRecognition)?;
    let found = find(app, by, id)?;
    by.must(Act::PrepareRecognition, found.place(&by.commune))?;
    match found.state.may_change() {
        true => Ok(found),
        false => Err(Refusal::rule("recognition-closed")),
    }
}
