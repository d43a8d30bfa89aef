//! Figures of a unit that this program holds no values of, as they came on paper.

use std::collections::BTreeMap;

use chungsuc_domain::UnitKind;
use chungsuc_store::{Change, Row, StoreError};
use jiff::civil::Date;
use serde::Serialize;

use super::{BROUGHT, params, read_figure, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards::{Figure, understand};
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;
use crate::web::{Errors, Message};

/// A figure that came on paper.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The figure; its note says from which paper.
    pub figure: Figure,
    /// Which state of the record this is.
    pub version: i64,
}

#[derive(Serialize)]
struct Kept<'a> {
    indicator: &'a str,
    #[serde(flatten)]
    figure: &'a Figure,
}

/// The figures of a unit that came on paper, by indicator.
pub fn brought(
    app: &App,
    by: &Person,
    unit: &str,
    standard: &str,
) -> Result<BTreeMap<String, Brought>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into(), unit.into(), standard.into()];
    let read = |row: &Row<'_>| -> Result<(String, Brought), StoreError> {
        Ok((row.get(0)?, Brought { figure: read_figure(row, 1)?, version: row.get(7)? }))
    };
    let found = app.read(|r| r.all(sql::BROUGHT, &params, read).map_err(Refusal::from))?;
    Ok(found.into_iter().collect())
}

/// Codes of the units of which figures came on paper.
pub(super) fn units_with_figures(
    app: &App,
    by: &Person,
    standard: &str,
) -> Result<Vec<String>, Refusal> {
    let params = [by.commune.as_str().into(), standard.into()];
    app.read(|r| Ok(r.all(sql::BROUGHT_UNITS, &params, |row| row.get(0))?))
}

/// Units whose figures may be brought: those that went into the commune or into one of its villages,
/// and the communes beside it.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn neighbours(app: &App, by: &Person) -> Result<Vec<Unit>, Refusal> {
    by.must_in_commune(Act::ReadStandards)?;
    let mut found: Vec<Unit> = Vec::new();
    for (_, old) in super::new_units(app, by)? {
        found.extend(old);
    }
    let commune = units::find(app, &by.commune)?.ok_or(Refusal::NotFound)?;
    if let Some(above) = &commune.parent {
        let beside = units::children(app, above)?;
        found.extend(beside.into_iter().filter(|unit| unit.kind == UnitKind::Commune.code()));
    }
    let mut seen = std::collections::HashSet::from([by.commune.clone()]);
    found.retain(|unit| seen.insert(unit.code.clone()));
    Ok(found)
}

/// Brings figures of a unit as they are typed, all of them from one paper; gives how many are new or
/// changed.
///
/// # Errors
/// [`Refusal::Forbidden`]; [`Refusal::NotFound`] for a unit that is no neighbour; [`Refusal::Invalid`]
/// with the fields `note`, `measured_on` and a field of the name of each indicator; a conflict.
pub fn bring(
    app: &App,
    by: &Person,
    unit: &str,
    standard: &str,
    typed: &[(String, String)],
    (note, measured_on): (&str, Date),
) -> Result<usize, Refusal> {
    by.must_in_commune(Act::EnterValues)?;
    let unit = neighbours(app, by)?.into_iter().find(|one| one.code == unit);
    let unit = unit.ok_or(Refusal::NotFound)?;
    let set = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let known = brought(app, by, &unit.code, standard)?;
    let mut errors = Errors::default();
    if note.trim().is_empty() {
        errors.add("note", Message::new("field-missing"));
    }
    if measured_on > app.today() {
        errors.add("measured_on", Message::new("day-to-come"));
    } else if !unit.exists_on(measured_on) {
        errors.add("measured_on", Message::new("value-unit-not-there"));
    }
    let mut figures = Vec::new();
    for (code, text) in typed {
        let line = set.indicator(code).ok_or(Refusal::NotFound)?;
        let before = known.get(code);
        let was = before.map(|it| it.figure.in_cell(line.kind)).unwrap_or_default();
        match understand(line.kind, text) {
            _ if text.trim() == was => {}
            _ if text.trim().is_empty() => {
                errors.add(code.clone(), Message::new("cell-emptied").arg("was", was));
            }
            Ok(said) => {
                figures.push((code, Figure::of(said, measured_on, note.trim().into()), before))
            }
            Err(unread) => errors.add(code.clone(), unread.message()),
        }
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    app.write(by, |tx| {
        for (code, figure, before) in &figures {
            let mut values = params(figure);
            values.extend([
                by.account.as_str().into(),
                by.commune.as_str().into(),
                unit.code.as_str().into(),
                standard.into(),
                code.as_str().into(),
            ]);
            let id = format!("{}/{standard}", unit.code);
            let new = Kept { indicator: code, figure };
            match before {
                None => tx.change(Change::create(BROUGHT, id, &new)?, sql::BRING, &values)?,
                Some(before) => {
                    values.push(before.version.into());
                    let old = Kept { indicator: code, figure: &before.figure };
                    // The indicator is told with every change: the record is the unit's.
                    let change = Change::update(BROUGHT, id, &old, &new)?.because(code.as_str());
                    tx.change(change, sql::CORRECT, &values)?;
                }
            }
        }
        Ok(figures.len())
    })
}
