//! Where provinces stand: the accepted figures of all units of a database, judged and added up.

use std::collections::BTreeMap;

use chungsuc_domain::UnitKind;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{Standard, Tally, Yardstick};
use chungsuc_store::{Row, StoreError};
use serde::Serialize;

use super::{figures, sql};
use crate::app::App;
use crate::refusal::Refusal;

/// Where the units of a province stood in a year, by its last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProvinceYear {
    /// Code of the province; empty for communes whose province is not in the list of units.
    pub province: String,
    /// The year.
    pub year: i16,
    /// What the figures come to.
    #[serde(flatten)]
    pub tally: Tally,
}

/// Adds up a standard by province and year over all communes of the database. `region` says in
/// which region of the standard a province lies. Sums only, so nobody's record is shown; who may
/// ask is for the caller to know.
///
/// # Errors
/// [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn rollup(
    app: &App,
    standard: &str,
    region: impl Fn(&str) -> Option<String> + Sync,
) -> Result<Vec<ProvinceYear>, Refusal> {
    let known = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    figures::pack_the_rest(app)?;
    let provinces = provinces(app)?;
    let communes: Vec<&str> = provinces.keys().map(String::as_str).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = communes.len().div_ceil(threads).max(1);
    let sums = std::thread::scope(|scope| {
        let work = |some| {
            let (provinces, region) = (&provinces, &region);
            scope.spawn(move || of_communes(app, known, some, provinces, region))
        };
        let started: Vec<_> = communes.chunks(share).map(work).collect();
        let finished = started.into_iter().map(|thread| thread.join());
        // A thread that panicked has a defect; it goes on as that panic.
        let finished =
            finished.map(|sums| sums.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        finished.collect::<Result<Vec<_>, Refusal>>()
    })?;
    Ok(together(sums))
}

type Sums = BTreeMap<(String, i16), Tally>;

fn together(sums: Vec<Sums>) -> Vec<ProvinceYear> {
    let mut all = Sums::new();
    for (key, tally) in sums.into_iter().flatten() {
        let sum = all.entry(key).or_default();
        *sum = sum.plus(tally);
    }
    let row = |((province, year), tally)| ProvinceYear { province, year, tally };
    all.into_iter().map(row).collect()
}

/// The province of each commune. Until June 2025 a district stands between them.
fn provinces(app: &App) -> Result<BTreeMap<String, String>, Refusal> {
    type Upper = (String, UnitKind, Option<String>);
    let read = |row: &Row<'_>| -> Result<Upper, StoreError> {
        Ok((row.get(0)?, row.coded(1, UnitKind::from_code)?, row.get(2)?))
    };
    let units: Vec<Upper> =
        app.read(|r| r.all(sql::UPPER_UNITS, &[], read).map_err(Refusal::from))?;
    let parents: BTreeMap<&str, (UnitKind, Option<&str>)> =
        units.iter().map(|(code, kind, up)| (code.as_str(), (*kind, up.as_deref()))).collect();
    let province = |commune: &str| {
        let above = std::iter::successors(Some(commune), |code| parents.get(code)?.1);
        let is_province =
            |code: &&str| parents.get(code).is_some_and(|(kind, _)| *kind == UnitKind::Province);
        // A list with a circle in it is no list of units; four levels are all there are.
        above.take(4).find(is_province).unwrap_or_default().to_owned()
    };
    let communes = units.iter().filter(|(_, kind, _)| *kind == UnitKind::Commune);
    Ok(communes.map(|(code, ..)| (code.clone(), province(code))).collect())
}

/// The sums of communes that follow each other in the order of codes.
fn of_communes(
    app: &App,
    standard: &Standard,
    communes: &[&str],
    provinces: &BTreeMap<String, String>,
    region: &dyn Fn(&str) -> Option<String>,
) -> Result<Sums, Refusal> {
    let (Some(first), Some(last)) = (communes.first(), communes.last()) else {
        return Ok(Sums::new());
    };
    let id = standard.head().id.as_str();
    let params = [id.into(), (*first).into(), (*last).into()];
    let mut yardsticks = BTreeMap::new();
    let mut sums: BTreeMap<(&str, i16), Tally> = BTreeMap::new();
    let mut add = |row: &Row<'_>| -> Result<(), StoreError> {
        let (commune, period): (String, String) = (row.get(0)?, row.get(1)?);
        // Halves of a year only show progress.
        let Ok(year) = period.parse::<i16>() else { return Ok(()) };
        let province = provinces.get(&commune).map_or("", String::as_str);
        let make = || yardstick(standard, region(province).as_deref(), year);
        let yardstick = yardsticks.entry((province, year)).or_insert_with(make);
        let packed: Vec<u8> = row.get(2)?;
        let damaged = |_| StoreError::Column { index: 2, wanted: "packed figures" };
        let tally = yardstick.judge(&packed).map_err(damaged)?;
        let sum = sums.entry((province, year)).or_default();
        *sum = sum.plus(tally);
        Ok(())
    };
    app.read(|r| r.all(sql::PACKED_OF_COMMUNES, &params, &mut add).map_err(Refusal::from))?;
    let owned = |((province, year), tally): ((&str, i16), _)| ((province.to_owned(), year), tally);
    Ok(sums.into_iter().map(owned).collect())
}

fn yardstick(standard: &Standard, region: Option<&str>, year: i16) -> Yardstick {
    // Every year that a period can name has a last day.
    let day = Date::new(year, 12, 31).unwrap_or(Date::MAX);
    standard.yardstick(region, day)
}
