//! Overlays: values that a commune, or a unit above it, lays on a standard by its own paper, takes off
//! again and never deletes.

mod change;

use std::collections::HashMap;

use chungsuc_domain::catalog::{Checked, Source, Sourced};
use chungsuc_domain::standard::{Overlay, OverlayHead, OverlayLevel};
use chungsuc_domain::{Decimal, codes};
use chungsuc_store::{Reader, Row, StoreError};
use jiff::civil::Date;

pub(in crate::features::standards) use change::told;
pub use change::{NewOverlay, TakenOff, confirm_overlay, lay, put_overlay, take_off};

use super::{of_line as line_params, position, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::refusal::Refusal;

/// Kind of an overlay's records in the journal.
pub const OVERLAY_RECORD: &str = "standard_overlay";

codes! {
    /// What became of an overlay.
    OverlayState {
        /// It lies on the standard, on its days.
        Laid = "laid",
        /// It has got its last day; on the days before it counts as ever.
        TakenOff = "taken_off",
        /// It was entered by mistake and counts on no day.
        Mistaken = "mistaken",
    }
}

/// An overlay as it is kept.
#[derive(Clone, Debug)]
pub struct LaidOverlay {
    /// Code of the commune whose it is, or of the unit above.
    pub unit: String,
    /// Its id.
    pub id: String,
    /// Id of the standard.
    pub standard: String,
    /// Who issued its paper.
    pub issuer: String,
    /// Its paper, as it is cited.
    pub document: String,
    /// Id of the paper in the registry; none where the overlay came by the command line.
    pub paper: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Option<Date>,
    /// What should be known of it.
    pub note: String,
    /// What became of it.
    pub state: OverlayState,
    /// Why it was taken off, or what was mistaken.
    pub why: Option<String>,
    /// Id of the account that laid it.
    pub laid_by: String,
    /// On which day.
    pub laid_on: Date,
    /// Who has compared it with its paper.
    pub checked: Option<CheckedBy>,
    /// Which state of the record this is.
    pub version: i64,
    /// What it sets.
    pub levels: Vec<OverlayLevel>,
}

/// That an officer has compared values with a paper.
#[derive(Clone, Debug)]
pub struct CheckedBy {
    /// Id of the account.
    pub by: String,
    /// The day.
    pub on: Date,
    /// The paper, as it is cited.
    pub paper: String,
}

impl LaidOverlay {
    /// Whether it counts on its days.
    pub fn counts(&self) -> bool {
        self.state != OverlayState::Mistaken
    }

    /// The overlay as the heart of the program lays it.
    pub fn of_domain(&self) -> Overlay {
        let checked = self.checked.as_ref().map(|one| Checked::Officer {
            by: one.by.clone(),
            on: one.on,
            paper: one.paper.clone(),
        });
        let head = Sourced {
            id: self.id.clone(),
            from: self.from,
            to: self.to,
            value: OverlayHead { standard: self.standard.clone(), issuer: self.issuer.clone() },
            source: source(&self.document),
            checked: checked.unwrap_or_default(),
            review_from: None,
            note: Some(self.note.clone()).filter(|note| !note.is_empty()),
        };
        Overlay::new(head, self.levels.clone())
    }

    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        let by: Option<String> = row.get(13)?;
        let checked = by.zip(row.get::<Option<Date>>(14)?).zip(row.get::<Option<String>>(15)?);
        Ok(Self {
            unit: row.get(0)?,
            id: row.get(1)?,
            standard: row.get(2)?,
            issuer: row.get(3)?,
            document: row.get(4)?,
            paper: row.get(5)?,
            from: row.get(6)?,
            to: row.get(7)?,
            note: row.get(8)?,
            state: row.coded(9, OverlayState::from_code)?,
            why: row.get(10)?,
            laid_by: row.get(11)?,
            laid_on: row.get(12)?,
            checked: checked.map(|((by, on), paper)| CheckedBy { by, on, paper }),
            version: row.get(16)?,
            levels: Vec::new(),
        })
    }
}

/// A whole paper as the place where a value is written.
pub(super) fn source(document: &str) -> Source {
    let document = document.to_owned();
    Source { document, annex: None, article: None, clause: None, point: None }
}

/// The overlays of a line of units for a standard, in the order in which they were laid.
pub(super) fn of_line(
    r: &mut Reader<'_>,
    units: &[&str],
    standard: &str,
) -> Result<Vec<LaidOverlay>, StoreError> {
    let params = line_params(units, standard);
    let heads = r.all(sql::OVERLAYS, &params, LaidOverlay::read)?;
    let levels = r.all(sql::LEVELS, &params, level)?;
    Ok(with_levels(heads, levels))
}

/// The overlays of every unit for a standard, but those that never held.
pub(super) fn of_all(r: &mut Reader<'_>, standard: &str) -> Result<Vec<LaidOverlay>, StoreError> {
    let heads = r.all(sql::OVERLAYS_OF_ALL, &[standard.into()], LaidOverlay::read)?;
    let levels = r.all(sql::LEVELS_OF_ALL, &[standard.into()], level)?;
    Ok(with_levels(heads, levels))
}

/// A level, with the unit and the overlay whose it is.
type LevelRow = ((String, String), OverlayLevel);

fn level(row: &Row<'_>) -> Result<LevelRow, StoreError> {
    let year: i64 = row.get(4)?;
    let region: String = row.get(3)?;
    let level = OverlayLevel {
        indicator: row.get(2)?,
        region: Some(region).filter(|region| !region.is_empty()),
        year: i16::try_from(year).ok().filter(|year| *year > 0),
        value: Decimal::from_thousandths(row.get(5)?),
    };
    Ok(((row.get(0)?, row.get(1)?), level))
}

fn with_levels(mut heads: Vec<LaidOverlay>, levels: Vec<LevelRow>) -> Vec<LaidOverlay> {
    let mut by_overlay: HashMap<(String, String), Vec<OverlayLevel>> = HashMap::new();
    for (key, level) in levels {
        by_overlay.entry(key).or_default().push(level);
    }
    for head in &mut heads {
        let key = (head.unit.clone(), head.id.clone());
        head.levels = by_overlay.remove(&key).unwrap_or_default();
    }
    heads
}

/// Every overlay that was ever laid on a standard for the commune of this person, also those that were
/// taken off.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn overlays(app: &App, by: &Person, standard: &str) -> Result<Vec<LaidOverlay>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    app.read(|r| {
        let line = position(r, &by.commune)?;
        let units: Vec<&str> = line.iter().map(|(unit, _)| unit.as_str()).collect();
        Ok(of_line(r, &units, standard)?)
    })
}

/// One overlay of a standard.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn overlay(app: &App, by: &Person, standard: &str, id: &str) -> Result<LaidOverlay, Refusal> {
    let found = overlays(app, by, standard)?.into_iter().find(|one| one.id == id);
    found.ok_or(Refusal::NotFound)
}
