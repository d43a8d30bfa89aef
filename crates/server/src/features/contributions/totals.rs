//! Sums of the ledger: in natural units, and in money where a rate is known.

use chungsuc_domain::{ContributionKind, Decimal, Measure, Period, Quantity, SubjectKind, Vnd};
use jiff::civil::Date;

use super::{Filter, sql};
use crate::access::Person;
use crate::app::App;
use crate::features::search;
use crate::refusal::Refusal;

/// The sum of one kind in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindTotal {
    /// What was given.
    pub kind: ContributionKind,
    /// In which unit.
    pub measure: Measure,
    /// How much.
    pub quantity: Quantity,
    /// What it is counted as in money: money itself, else at the rate of each entry's day. Nothing
    /// when a rate is missing: unknown is not zero.
    pub dong: Option<Vnd>,
}

/// What one purpose received, in natural units.
#[derive(Clone, Debug)]
pub struct PurposeTotal {
    /// The purpose.
    pub purpose: String,
    /// Name of the village.
    pub village: String,
    /// The sums, one for each kind and unit.
    pub quantities: Vec<(ContributionKind, Quantity)>,
}

/// The sums of a period, as far as the person may see the ledger.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn totals(
    app: &App,
    by: &Person,
    movement: &str,
    period: Period,
) -> Result<Vec<KindTotal>, Refusal> {
    let filter = Filter { days: (period.from(), period.to()), ..Filter::default() };
    filtered_totals(app, by, movement, filter)
}

/// The sums of a part of the ledger.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn filtered_totals(
    app: &App,
    by: &Person,
    movement: &str,
    filter: Filter,
) -> Result<Vec<KindTotal>, Refusal> {
    sums(app, &by.commune, movement, &filter.within(app, by)?)
}

/// The sums of a whole movement as anybody may know of them.
pub(crate) fn of_commune(
    app: &App,
    commune: &str,
    movement: &str,
) -> Result<Vec<KindTotal>, Refusal> {
    sums(app, commune, movement, &Filter::default())
}

fn sums(
    app: &App,
    commune: &str,
    movement: &str,
    filter: &Filter,
) -> Result<Vec<KindTotal>, Refusal> {
    let pattern = search::pattern(&filter.words);
    let params = filter.params(commune, movement, pattern.as_deref());
    app.read(|r| {
        let rows = r.all(sql::TOTALS, &params, |row| {
            let measure = row.coded(1, Measure::from_code)?;
            let (dong, missing): (i64, i64) = (row.get(3)?, row.get(4)?);
            Ok(KindTotal {
                kind: row.coded(0, ContributionKind::from_code)?,
                measure,
                quantity: Quantity::new(Decimal::from_thousandths(row.get(2)?), measure),
                dong: (missing == 0).then(|| Vnd::new(dong)),
            })
        });
        Ok(rows?)
    })
}

/// Whose giving is summed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum GivenBy<'a> {
    /// A giver of the directory, by id.
    Giver(SubjectKind, &'a str),
    /// Everybody, for the works of a village.
    Village(&'a str),
    /// Everybody in the commune.
    Commune,
}

/// What was given to a movement until a day, in natural units, as the report of a nominee says it.
/// Whoever asks has made sure that the reader may see the dossier of this giver.
pub(crate) fn given(
    app: &App,
    commune: &str,
    movement: &str,
    by: GivenBy<'_>,
    until: Date,
) -> Result<Vec<(ContributionKind, Quantity)>, Refusal> {
    let (village, kind, giver) = match by {
        GivenBy::Village(code) => (Some(code), None, None),
        GivenBy::Giver(kind, id) => (None, Some(kind.code()), Some(id)),
        GivenBy::Commune => (None, None, None),
    };
    let params =
        [commune.into(), movement.into(), village.into(), kind.into(), giver.into(), until.into()];
    app.read(|r| {
        let rows = r.all(sql::GIVEN, &params, |row| {
            let measure = row.coded(1, Measure::from_code)?;
            let quantity = Quantity::new(Decimal::from_thousandths(row.get(2)?), measure);
            Ok((row.coded(0, ContributionKind::from_code)?, quantity))
        });
        Ok(rows?)
    })
}

/// What each purpose received, by village.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn by_purpose(app: &App, by: &Person, movement: &str) -> Result<Vec<PurposeTotal>, Refusal> {
    let filter = Filter::default().within(app, by)?;
    let params = [by.commune.as_str().into(), movement.into(), filter.village.as_deref().into()];
    let rows: Vec<(String, String, ContributionKind, Measure, i64)> = app.read(|r| {
        r.all(sql::PURPOSES, &params, |row| {
            let kind = row.coded(2, ContributionKind::from_code)?;
            Ok((row.get(0)?, row.get(1)?, kind, row.coded(3, Measure::from_code)?, row.get(4)?))
        })
        .map_err(Refusal::from)
    })?;
    let mut found: Vec<PurposeTotal> = Vec::new();
    for (purpose, village, kind, measure, amount) in rows {
        let quantity = Quantity::new(Decimal::from_thousandths(amount), measure);
        match found.last_mut() {
            Some(last) if last.purpose == purpose && last.village == village => {
                last.quantities.push((kind, quantity));
            }
            _ => found.push(PurposeTotal { purpose, village, quantities: vec![(kind, quantity)] }),
        }
    }
    Ok(found)
}
