//! Watching recognised units: figures that fall below the standard, recognitions that end.

use std::collections::BTreeMap;

use chungsuc_domain::decision::Answer;
use chungsuc_domain::recognition::watch;
use chungsuc_domain::standard::Outcome;
use jiff::ToSpan;
use jiff::civil::Date;

use super::{Recognition, State, list};
use crate::access::Person;
use crate::app::App;
use crate::features::{standards, units};
use crate::refusal::Refusal;

/// How many days before its end a recognition is spoken of.
const NEAR: i64 = 60;

/// What has to be asked about a recognised unit.
#[derive(Clone, Debug)]
pub struct Alert {
    /// The recognition.
    pub record: Recognition,
    /// Criteria fail: how many, and by which rule a revocation would have to be considered.
    pub fallen: Option<Answer>,
    /// The recognition ends on this day, or has ended.
    pub ends: Option<Date>,
}

/// The recognised units of which something has to be asked, as far as the person may see them. Units
/// that ended are no longer watched: what became of them is recognised anew.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn alerts(app: &App, by: &Person) -> Result<Vec<Alert>, Refusal> {
    let all = list(app, by, None)?;
    let (today, watched) = (app.today(), newest(all));
    let mut by_standard: BTreeMap<String, Vec<Recognition>> = BTreeMap::new();
    for one in watched.into_iter().filter(|one| one.unit_ended.is_none_or(|end| today <= end)) {
        by_standard.entry(one.standard.clone()).or_default().push(one);
    }
    let mut found = Vec::new();
    for (standard, records) in by_standard {
        found.extend(of_standard(app, by, &standard, records)?);
    }
    Ok(found)
}

/// The last recognition of each unit and standard that was not revoked: an earlier one that ended was
/// followed by it.
fn newest(all: Vec<Recognition>) -> Vec<Recognition> {
    let mut newest: BTreeMap<(String, String), Recognition> = BTreeMap::new();
    for one in all.into_iter().filter(|one| one.state == State::Recognised) {
        let key = (one.unit.clone(), one.standard.clone());
        match newest.get(&key) {
            Some(known) if known.decided_on >= one.decided_on => {}
            _ => drop(newest.insert(key, one)),
        }
    }
    newest.into_values().collect()
}

fn of_standard(
    app: &App,
    by: &Person,
    id: &str,
    records: Vec<Recognition>,
) -> Result<Vec<Alert>, Refusal> {
    let Some(standard) = app.catalog.standard(id) else { return Ok(Vec::new()) };
    let (today, own) = (app.today(), units::territories(app, by)?);
    let codes: Vec<&str> = records.iter().map(|one| one.unit.as_str()).collect();
    let units = own.into_iter().filter(|unit| codes.contains(&unit.code.as_str())).collect();
    let standings = standards::of_units(app, &by.commune, id, units, today)?;
    let near = today.saturating_add(NEAR.days());
    let alert = |record: Recognition| {
        let standing = standings.iter().find(|one| one.unit.code == record.unit);
        let fallen = standing.and_then(|standing| {
            let criteria = standing.criteria(standard).into_iter();
            let judged = |(code, outcome): (String, Option<Outcome>)| Some((code, outcome?));
            watch(&app.catalog, standard, &criteria.filter_map(judged).collect::<Vec<_>>(), today)
        });
        let ends = record.valid_to.filter(|last| *last <= near);
        Alert { record, fallen, ends }
    };
    let all = records.into_iter().map(alert);
    Ok(all.filter(|one| one.fallen.is_some() || one.ends.is_some()).collect())
}
