//! Where provinces stand: the accepted figures of all units of a database, judged and added up, each
//! commune by what it and the units above it lay on the standard and in its own region.

use std::collections::BTreeMap;

use chungsuc_domain::UnitKind;
use chungsuc_domain::date::Date;
use chungsuc_domain::standard::{Standard, Tally, Yardstick};
use chungsuc_store::{Row, StoreError};
use serde::Serialize;

use super::rules::{Regions, RulesOfAll};
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
    /// Units that were judged without a region, although the standard has regions: nobody has written
    /// where their communes lie. Where only regions have a threshold, a person must decide.
    pub without_region: u64,
    /// What the figures come to.
    #[serde(flatten)]
    pub tally: Tally,
}

/// Adds up a standard by province and year over all communes of the database. `otherwise` says in which
/// region the communes of a province lie of which none is written. Sums only, so nobody's record is
/// shown; who may ask is for the caller to know.
///
/// # Errors
/// [`Refusal::NotFound`] for an unknown standard; of the store.
pub fn rollup(
    app: &App,
    standard: &str,
    otherwise: impl Fn(&str) -> Option<String> + Sync,
) -> Result<Vec<ProvinceYear>, Refusal> {
    let known = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    figures::pack_the_rest(app)?;
    let nation = Nation::read(app, known, &otherwise)?;
    let communes: Vec<&str> = nation.communes.keys().map(String::as_str).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = communes.len().div_ceil(threads).max(1);
    let sums = std::thread::scope(|scope| {
        let nation = &nation;
        let work = |some| scope.spawn(move || nation.sums(app, some));
        let started: Vec<_> = communes.chunks(share).map(work).collect();
        let finished = started.into_iter().map(|thread| thread.join());
        // A thread that panicked has a defect; it goes on as that panic.
        let finished =
            finished.map(|sums| sums.unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        finished.collect::<Result<Vec<_>, Refusal>>()
    })?;
    Ok(together(sums))
}

/// What the figures come to, and how many units were judged without a region.
#[derive(Clone, Copy, Default)]
struct Sum {
    tally: Tally,
    without_region: u64,
}

impl Sum {
    fn plus(self, other: Self) -> Self {
        let without_region = self.without_region + other.without_region;
        Self { tally: self.tally.plus(other.tally), without_region }
    }
}

type Sums = BTreeMap<(String, i16), Sum>;

fn together(sums: Vec<Sums>) -> Vec<ProvinceYear> {
    let mut all = Sums::new();
    for (key, sum) in sums.into_iter().flatten() {
        let known = all.entry(key).or_default();
        *known = known.plus(sum);
    }
    let row = |((province, year), Sum { tally, without_region })| ProvinceYear {
        province,
        year,
        without_region,
        tally,
    };
    all.into_iter().map(row).collect()
}

/// How each commune of the database is judged.
struct Nation {
    id: String,
    has_regions: bool,
    communes: BTreeMap<String, Commune>,
    /// The standard as it is laid; mostly there is one.
    standards: Vec<Standard>,
}

struct Commune {
    province: String,
    /// Place of its standard.
    standard: usize,
    regions: Regions,
    otherwise: Option<String>,
}

impl Commune {
    fn region(&self, day: Date) -> Option<&str> {
        self.regions.on(day).or(self.otherwise.as_deref())
    }
}

impl Nation {
    fn read(
        app: &App,
        bare: &Standard,
        otherwise: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Refusal> {
        let rules = RulesOfAll::read(app, bare)?;
        let parents = upper_units(app)?;
        let (mut standards, mut places) = (Vec::new(), BTreeMap::new());
        let mut communes = BTreeMap::new();
        for (code, _) in parents.iter().filter(|(_, (kind, _))| *kind == UnitKind::Commune) {
            let line = line(&parents, code);
            let laying: Vec<String> = rules.laying(&line).into_iter().map(str::to_owned).collect();
            let standard = *places.entry(laying).or_insert_with(|| {
                standards.push(rules.standard(&line));
                standards.len() - 1
            });
            let is_province = |unit: &&&str| {
                parents.get(**unit).is_some_and(|(kind, _)| *kind == UnitKind::Province)
            };
            let province = line.iter().find(is_province).copied().unwrap_or_default().to_owned();
            let (regions, otherwise) = (rules.regions(&line), otherwise(&province));
            communes.insert(code.clone(), Commune { province, standard, regions, otherwise });
        }
        let has_regions = !bare.head().value.regions.is_empty();
        Ok(Self { id: bare.head().id.clone(), has_regions, communes, standards })
    }

    /// The sums of communes that follow each other in the order of codes.
    fn sums(&self, app: &App, communes: &[&str]) -> Result<Sums, Refusal> {
        let (Some(first), Some(last)) = (communes.first(), communes.last()) else {
            return Ok(Sums::new());
        };
        let params = [self.id.as_str().into(), (*first).into(), (*last).into()];
        let mut yardsticks = BTreeMap::new();
        let mut sums: BTreeMap<(&str, i16), Sum> = BTreeMap::new();
        let mut add = |row: &Row<'_>| -> Result<(), StoreError> {
            let (commune, period): (String, String) = (row.get(0)?, row.get(1)?);
            // Halves of a year only show progress.
            let Ok(year) = period.parse::<i16>() else { return Ok(()) };
            let Some(commune) = self.communes.get(&commune) else { return Ok(()) };
            // Every year that a period can name has a last day.
            let day = Date::new(year, 12, 31).unwrap_or(Date::MAX);
            let region = commune.region(day);
            let make = || self.yardstick(commune, region, day);
            let yardstick = yardsticks.entry((commune.standard, region, year)).or_insert_with(make);
            let packed: Vec<u8> = row.get(2)?;
            let damaged = |_| StoreError::Column { index: 2, wanted: "packed figures" };
            let tally = yardstick.judge(&packed).map_err(damaged)?;
            let without_region = u64::from(self.has_regions && region.is_none());
            let sum = sums.entry((commune.province.as_str(), year)).or_default();
            *sum = sum.plus(Sum { tally, without_region });
            Ok(())
        };
        app.read(|r| r.all(sql::PACKED_OF_COMMUNES, &params, &mut add).map_err(Refusal::from))?;
        let owned = |((province, year), sum): ((&str, i16), _)| ((province.to_owned(), year), sum);
        Ok(sums.into_iter().map(owned).collect())
    }

    fn yardstick(&self, commune: &Commune, region: Option<&str>, day: Date) -> Yardstick {
        self.standards[commune.standard].yardstick(region, day)
    }
}

/// Units above the villages: the kind of each, and the unit above it.
type Parents = BTreeMap<String, (UnitKind, Option<String>)>;

fn upper_units(app: &App) -> Result<Parents, Refusal> {
    let read = |row: &Row<'_>| -> Result<_, StoreError> {
        Ok((row.get::<String>(0)?, (row.coded(1, UnitKind::from_code)?, row.get(2)?)))
    };
    let units = app.read(|r| r.all(sql::UPPER_UNITS, &[], read).map_err(Refusal::from))?;
    Ok(units.into_iter().collect())
}

/// A commune and the units above it, the uppermost first. Until June 2025 a district stands between the
/// commune and its province.
fn line<'a>(parents: &'a Parents, commune: &'a str) -> Vec<&'a str> {
    let above = std::iter::successors(Some(commune), |code| parents.get(*code)?.1.as_deref());
    // A list with a circle in it is no list of units; four levels are all there are.
    let mut line: Vec<&str> = above.take(4).collect();
    line.reverse();
    line
}
