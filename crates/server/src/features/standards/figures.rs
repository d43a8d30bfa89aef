//! The accepted figures of a unit, packed into one row by the transaction that accepts one of them.

use std::collections::BTreeMap;

use chungsuc_domain::date::Date;
use chungsuc_domain::standard::packed::{Accepted, pack};
use chungsuc_domain::standard::{Standard, Tally};
use chungsuc_store::{Author, Reader, StoreError, Writer};

use super::rules::rules;
use super::{Value, sql};
use crate::app::App;
use crate::refusal::Refusal;

/// Packs the accepted figures of a unit, standard and period of the writer's commune anew.
pub(super) fn repack(
    app: &App,
    tx: &mut Writer<'_>,
    unit: &str,
    standard: &str,
    period: &str,
) -> Result<(), Refusal> {
    let Some(known) = app.catalog.standard(standard) else { return Ok(()) };
    let commune = tx.author().commune.clone();
    // Another acceptance for the same unit waits, so that its figure is not lost from the row.
    tx.hold_others()?;
    let packed = packed(tx, known, &commune, unit, period)?;
    keep(tx, &commune, unit, standard, period, &packed)
}

fn packed(
    r: &mut Reader<'_>,
    standard: &Standard,
    commune: &str,
    unit: &str,
    period: &str,
) -> Result<Vec<u8>, StoreError> {
    let id = standard.head().id.as_str();
    let params = [commune.into(), unit.into(), id.into(), period.into()];
    let values: Vec<Value> = r.all(sql::ACCEPTED, &params, Value::read)?;
    let by_code: BTreeMap<&str, &Value> =
        values.iter().map(|value| (value.indicator.as_str(), value)).collect();
    // In the order of the set, which is the order in which they are judged.
    let accepted = standard.lines().filter_map(|line| {
        let figure = &by_code.get(line.code.as_str())?.figure;
        let reported = figure.reported(line.kind);
        Some((line.code.as_str(), Accepted { reported, judgement: figure.met }))
    });
    Ok(pack(accepted))
}

fn keep(
    tx: &mut Writer<'_>,
    commune: &str,
    unit: &str,
    standard: &str,
    period: &str,
    packed: &[u8],
) -> Result<(), Refusal> {
    let params = [commune.into(), unit.into(), standard.into(), period.into(), packed.into()];
    // It follows from values that the journal holds, so it is no record of its own.
    tx.technical(sql::KEEP_PACKED, &params)?;
    Ok(())
}

/// Packs what an older program accepted before there were packed rows; mostly there is nothing to
/// do.
pub(super) fn pack_the_rest(app: &App) -> Result<(), Refusal> {
    let rows: Vec<[String; 4]> = app.read(|r| {
        let row = |row: &chungsuc_store::Row<'_>| {
            Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
        };
        r.all(sql::UNPACKED, &[], row).map_err(Refusal::from)
    })?;
    for [commune, unit, standard, period] in rows {
        let actor = "system:pack-figures".to_owned();
        let author = Author { commune, actor, at: app.clock.now() };
        app.store.write(&author, |tx| repack(app, tx, &unit, &standard, &period))?;
    }
    Ok(())
}

/// What one unit's accepted figures of a year come to, without touching any other unit. `otherwise` is
/// the region of a commune of which none is written.
///
/// # Errors
/// [`Refusal::NotFound`] for an unknown standard or year; of the store.
pub fn tally_of_unit(
    app: &App,
    commune: &str,
    unit: &str,
    standard: &str,
    otherwise: Option<&str>,
    year: i16,
) -> Result<Tally, Refusal> {
    let rules = rules(app, commune, standard)?;
    let day = Date::new(year, 12, 31).map_err(|_| Refusal::NotFound)?;
    let period = year.to_string();
    let params = [commune.into(), unit.into(), standard.into(), period.as_str().into()];
    let row: Option<Vec<u8>> = app
        .read(|r| r.first(sql::PACKED_OF_UNIT, &params, |row| row.get(0)).map_err(Refusal::from))?;
    let damaged = |_| StoreError::Column { index: 0, wanted: "packed figures" };
    let region = rules.region(day).or(otherwise);
    let tally = rules.standard.yardstick(region, day).judge(&row.unwrap_or_default());
    Ok(tally.map_err(damaged)?)
}
