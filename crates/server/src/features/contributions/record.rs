//! Recording a contribution.

use chungsuc_domain::{ContributionKind, Decimal, HouseholdMark, Measure, SubjectKind, text};
use chungsuc_store::{Change, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::{RECORD, sql};
use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::{directory, movements, units};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Who gives.
#[derive(Clone, Debug)]
pub enum Giver {
    /// Somebody of the directory, or a unit.
    Known(SubjectKind, String),
    /// Somebody from elsewhere, by name.
    Free(String),
}

/// A contribution about to be recorded.
#[derive(Clone, Debug)]
pub struct NewContribution {
    /// Code of the village it is given in.
    pub village: String,
    /// Who gives.
    pub giver: Giver,
    /// What is given.
    pub kind: ContributionKind,
    /// How much, more than zero.
    pub quantity: Decimal,
    /// In which unit.
    pub measure: Measure,
    /// The day.
    pub given_on: Date,
    /// For what.
    pub purpose: String,
    /// Number of the receipt.
    pub receipt: String,
    /// Whether the giver agrees that the name may be public.
    pub public_name: bool,
}

/// The units in which a kind of contribution is counted, the usual one first.
pub(super) fn measures_of(kind: ContributionKind) -> &'static [Measure] {
    match kind {
        ContributionKind::Money => &[Measure::Dong],
        ContributionKind::Labour => &[Measure::LabourDay],
        ContributionKind::Land => &[Measure::SquareMetre, Measure::Hectare],
        ContributionKind::Goods => &[
            Measure::Bag,
            Measure::CubicMetre,
            Measure::Tonne,
            Measure::Kilogram,
            Measure::Tree,
            Measure::Piece,
            Measure::Metre,
        ],
    }
}

/// An entry as it is written; a reversal is one too.
pub(super) struct Row<'a> {
    pub(super) id: &'a str,
    pub(super) movement: &'a str,
    pub(super) giver_kind: &'a str,
    pub(super) giver: Option<&'a str>,
    pub(super) giver_name: &'a str,
    pub(super) new: &'a NewContribution,
    pub(super) quantity: Decimal,
    pub(super) reverses: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Kept<'a> {
    giver_name: &'a str,
    kind: &'a str,
    quantity: String,
    measure: &'a str,
    given_on: Date,
    purpose: &'a str,
    receipt: &'a str,
    public_name: bool,
}

/// Records a contribution to a movement; gives the id of the entry.
///
/// # Errors
/// [`Refusal::Forbidden`] outside one's territory; [`Refusal::Invalid`] with the fields `quantity`,
/// `measure`, `given_on`, `purpose`, `village`, `giver`; a rule, when money would come from a
/// household that must not be asked for it.
pub fn record(
    app: &App,
    by: &Person,
    movement: &str,
    new: &NewContribution,
) -> Result<String, Refusal> {
    let villages = units::villages(app, &by.commune)?;
    if !villages.iter().any(|unit| unit.code == new.village) {
        return Err(Refusal::field("village", Message::new("directory-village-unknown")));
    }
    by.must(Act::RecordContributions, Place::village(&by.commune, &new.village))?;
    let errors = check(app, by, movement, new)?;
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let (kind, id, name) = giver(app, by, new)?;
    let entry = app.new_id();
    app.write(by, |tx| {
        write(
            tx,
            &Row {
                id: &entry,
                movement,
                giver_kind: kind,
                giver: id.as_deref(),
                giver_name: &name,
                new,
                quantity: new.quantity,
                reverses: None,
                reason: None,
            },
        )
    })?;
    Ok(entry)
}

fn check(app: &App, by: &Person, movement: &str, new: &NewContribution) -> Result<Errors, Refusal> {
    let period = movements::find(app, by, movement)?.period;
    let mut errors = Errors::default();
    if new.quantity <= Decimal::ZERO {
        errors.add("quantity", Message::new("contribution-more-than-zero"));
    }
    if new.kind == ContributionKind::Money && new.quantity.thousandths() % 1_000 != 0 {
        errors.add("quantity", Message::new("contribution-whole-dong"));
    }
    if !measures_of(new.kind).contains(&new.measure) {
        errors.add("measure", Message::new("contribution-measure"));
    }
    if new.given_on > app.today() {
        errors.add("given_on", Message::new("day-to-come"));
    } else if !period.contains(new.given_on) {
        errors.add("given_on", Message::new("contribution-outside-period"));
    }
    if new.purpose.trim().is_empty() {
        errors.add("purpose", Message::new("field-missing"));
    }
    Ok(errors)
}

/// Kind, id and name of the giver; refuses money of a household that must not be asked.
fn giver(
    app: &App,
    by: &Person,
    new: &NewContribution,
) -> Result<(&'static str, Option<String>, String), Refusal> {
    match &new.giver {
        Giver::Free(name) if name.trim().is_empty() => {
            Err(Refusal::field("giver", Message::new("field-missing")))
        }
        Giver::Free(name) => Ok(("free", None, name.trim().to_owned())),
        Giver::Known(kind, id) => {
            let subject = directory::subject(app, by, *kind, id)?;
            if *kind == SubjectKind::Household && new.kind == ContributionKind::Money {
                protect(app, by, &subject.id, new.given_on)?;
            }
            Ok((kind.code(), Some(subject.id), subject.name))
        }
    }
}

/// The law says which households are never asked for money; which mark it was is not told.
fn protect(app: &App, by: &Person, household: &str, day: Date) -> Result<(), Refusal> {
    let Some(rule) = app.catalog.not_asked_for_money(day) else { return Ok(()) };
    let marks: Vec<HouseholdMark> = directory::kept_marks(app, by, household)?;
    if marks.iter().any(|mark| rule.value.contains(mark)) {
        let source = rule.source.to_string();
        let message = Message::new("contribution-not-asked").arg("source", source);
        return Err(Refusal::field("kind", message));
    }
    Ok(())
}

/// Adds an entry to the ledger.
pub(super) fn write(tx: &mut Writer<'_>, row: &Row<'_>) -> Result<(), Refusal> {
    let (new, author) = (row.new, tx.author().clone());
    let folded = text::fold(row.giver_name);
    let kept = Kept {
        giver_name: row.giver_name,
        kind: new.kind.code(),
        quantity: row.quantity.to_string(),
        measure: new.measure.label(),
        given_on: new.given_on,
        purpose: &new.purpose,
        receipt: &new.receipt,
        public_name: new.public_name,
    };
    let change = Change::create(RECORD, row.id, &kept)?;
    let change = match row.reason {
        Some(reason) => change.because(reason),
        None => change,
    };
    Ok(tx.change(
        change,
        sql::ADD,
        &[
            author.commune.as_str().into(),
            row.id.into(),
            row.movement.into(),
            new.village.as_str().into(),
            row.giver_kind.into(),
            row.giver.into(),
            row.giver_name.into(),
            (&folded).into(),
            new.kind.code().into(),
            row.quantity.thousandths().into(),
            new.measure.code().into(),
            new.given_on.into(),
            new.purpose.as_str().into(),
            new.receipt.as_str().into(),
            new.public_name.into(),
            row.reverses.into(),
            row.reason.into(),
            author.at.into(),
            author.actor.as_str().into(),
        ],
    )?)
}
