//! Lines of a standard that an officer has compared with their paper: who, when, with which one.

use chungsuc_domain::catalog::Checked;
use chungsuc_domain::standard::{Confirmation, Indicator, Standard};
use chungsuc_store::{Change, Reader, Row, StoreError, Writer};
use jiff::civil::Date;
use serde::Serialize;

use super::overlays::CheckedBy;
use super::{of_line as line_params, position, rules, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::papers::Paper;
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// Kind of a confirmation's records in the journal.
pub const CONFIRMATION_RECORD: &str = "standard_confirmation";

/// A confirmation as it is kept.
#[derive(Clone, Debug)]
pub struct Confirmed {
    /// Code of the commune whose officer it was.
    pub unit: String,
    /// Its id.
    pub id: String,
    /// Number of the indicator, or code of the condition.
    pub indicator: String,
    /// The region whose thresholds were compared; "all" where regions do not differ.
    pub region: String,
    /// What the standard said then.
    pub said: String,
    /// Who has compared it, when, with which paper.
    pub checked: CheckedBy,
    /// The day on which it was taken back, and why.
    pub withdrawn: Option<(Date, String)>,
    /// Which state of the record this is.
    pub version: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    standard: &'a str,
    indicator: &'a str,
    region: &'a str,
    region_name: Option<&'a str>,
    said: &'a str,
    checked_paper: &'a str,
}

#[derive(Serialize)]
struct KeptEnd {
    taken_back_on: Option<Date>,
}

impl Confirmed {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let withdrawn = row.get::<Option<Date>>(10)?.zip(row.get(11)?);
        Ok(Self {
            unit: row.get(0)?,
            id: row.get(1)?,
            indicator: row.get(3)?,
            region: row.get(4)?,
            said: row.get(5)?,
            checked: CheckedBy { paper: row.get(6)?, by: row.get(8)?, on: row.get(9)? },
            withdrawn,
            version: row.get(12)?,
        })
    }

    /// The confirmation as the heart of the program takes it.
    pub(super) fn of_domain(&self) -> Confirmation {
        let CheckedBy { by, on, paper } = self.checked.clone();
        Confirmation {
            indicator: self.indicator.clone(),
            region: self.region.clone(),
            said: self.said.clone(),
            checked: Checked::Officer { by, on, paper },
        }
    }
}

/// The confirmations of a line of units for a standard, also those that were taken back.
pub(super) fn of_line(
    r: &mut Reader<'_>,
    units: &[&str],
    standard: &str,
) -> Result<Vec<Confirmed>, StoreError> {
    r.all(sql::CONFIRMATIONS, &line_params(units, standard), Confirmed::read)
}

/// What officers have confirmed of a standard for the commune of this person.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn confirmations(app: &App, by: &Person, standard: &str) -> Result<Vec<Confirmed>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    app.read(|r| {
        let line = position(r, &by.commune)?;
        let units: Vec<&str> = line.iter().map(|(unit, _)| unit.as_str()).collect();
        Ok(of_line(r, &units, standard)?)
    })
}

/// Confirms that these lines stand in a paper as the standard has them, for a region: all or none.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for an unknown standard or line; [`Refusal::Invalid`]
/// with `line`, when none is chosen, or one that nobody can or need confirm; of the store.
pub fn confirm_lines(
    app: &App,
    by: &Person,
    (standard, region): (&str, Option<&str>),
    codes: &[&str],
    paper: &Paper,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepStandards)?;
    let rules = rules(app, &by.commune, standard)?;
    if codes.is_empty() {
        return Err(Refusal::field("line", Message::new("confirm-nothing")));
    }
    let mut errors = Errors::default();
    let mut lines = Vec::new();
    for code in codes {
        let line = rules.standard.line(code).ok_or(Refusal::NotFound)?;
        let open =
            line.said(region).filter(|_| is_open(&rules.standard, line, region, app.today()));
        match open {
            Some((region, said)) => lines.push((line, region, said)),
            None => {
                errors.add("line", Message::new("confirm-cannot").arg("line", line.name.clone()))
            }
        }
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    let cited = paper.cited();
    app.write(by, |tx| {
        lines.iter().try_for_each(|(line, region, said)| {
            let kept = Kept {
                standard: &rules.standard.head().value.name,
                indicator: &line.code,
                region,
                region_name: rules.standard.region(region).map(|region| region.name.as_str()),
                said,
                checked_paper: &cited,
            };
            add(tx, by, (&app.new_id(), app.today()), (standard, &kept), &paper.id)
        })
    })
}

/// Whether there is something to confirm of a line for a region: the standard itself says something,
/// and nobody has compared it.
pub fn is_open(standard: &Standard, line: &Indicator, region: Option<&str>, day: Date) -> bool {
    line.said(region).is_some() && !standard.own_standing(line, region, day).is_settled()
}

fn add(
    tx: &mut Writer<'_>,
    by: &Person,
    (id, today): (&str, Date),
    (standard, kept): (&str, &Kept<'_>),
    paper: &str,
) -> Result<(), Refusal> {
    let params = [
        by.commune.as_str().into(),
        id.into(),
        standard.into(),
        kept.indicator.into(),
        kept.region.into(),
        kept.said.into(),
        kept.checked_paper.into(),
        paper.into(),
        by.account.as_str().into(),
        today.into(),
    ];
    Ok(tx.change(Change::create(CONFIRMATION_RECORD, id, kept)?, sql::CONFIRM, &params)?)
}

/// Takes a confirmation back, with the reason; the line is unchecked again.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`], also for that of another unit; [`Refusal::Invalid`]
/// with `why`; a conflict.
pub fn withdraw_confirmation(
    app: &App,
    by: &Person,
    (standard, id): (&str, &str),
    version: i64,
    why: &str,
) -> Result<(), Refusal> {
    by.must_in_commune(Act::KeepStandards)?;
    let known = confirmations(app, by, standard)?;
    let mut own = known.iter().filter(|one| one.unit == by.commune && one.withdrawn.is_none());
    own.find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    if why.trim().is_empty() {
        return Err(Refusal::field("why", Message::new("field-missing")));
    }
    let today = app.today();
    let (old, new) = (KeptEnd { taken_back_on: None }, KeptEnd { taken_back_on: Some(today) });
    let change = Change::update(CONFIRMATION_RECORD, id, &old, &new)?.because(why);
    let params = [today.into(), why.into(), by.commune.as_str().into(), id.into(), version.into()];
    app.write(by, |tx| Ok(tx.change(change, sql::WITHDRAW, &params)?))
}
