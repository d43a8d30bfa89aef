//! Indicators of the standards: entered with evidence, sent, verified, accepted or given back, and
//! where each village stands.

mod charge;
mod enter;
mod figures;
mod gap;
pub mod grid;
mod inherit;
mod judging;
mod pages;
mod period;
pub mod progress;
mod reported;
mod review;
mod rollup;
pub mod rules;
mod series;
pub mod simulation;
mod sql;
mod standing;
mod take_back;
mod typed;
mod value;

use chungsuc_domain::SubjectKind;
use chungsuc_domain::review::Stage;
use chungsuc_domain::standard::{Indicator, Standard};

pub use charge::{Assigned, CHARGE, NewCharge, assign, assigned, charge, end_charge, officers};
pub use enter::{Key, enter, find};
pub use figures::tally_of_unit;
pub(crate) use gap::{gap_in_words, in_unit};
pub(crate) use inherit::{accepted_on, draft_inherited};
pub use judging::{Judging, may_judge};
pub(crate) use pages::{address, chosen, outcome, period_word, periods_at_hand, routes, stage};
pub(crate) use period::{before, last_day};
pub use reported::{Reported, reported, reported_periods};
pub(crate) use reported::{reported_by_all, values_by_id};
pub use review::{
    Judged, Judgement, judge, judge_instead, send, send_all, value, waiting, waiting_for_officers,
};
pub use rollup::{ProvinceYear, rollup};
pub(crate) use series::series_of_commune;
pub use series::{Measured, UnitSeries, series};
pub use standing::{UnitStanding, Verdict, standings};
pub(crate) use standing::{of_commune, of_units};
pub use take_back::may_send_back;
pub(crate) use take_back::send_back;
pub use typed::{Understood, Unread, understand};
pub use value::{Figure, Judges, Value};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::files;
use crate::features::todo::Todo;
use crate::features::units::{self, Unit};
use crate::refusal::Refusal;
use crate::visit::Reply;
use crate::web::Message;

/// Kind of a value's records in the journal.
pub const RECORD: &str = "indicator_value";

/// Id of the standard that villages are judged by unless another is chosen: the catalog's set for
/// villages that is in force today, else any. Empty, and so unknown to every verb, when the catalog has
/// none.
pub fn usual(app: &App) -> &str {
    let of_villages = |one: &&Standard| one.head().value.subject == SubjectKind::Village;
    let in_force = app.catalog.standards_on(SubjectKind::Village, app.today()).next();
    let usual = in_force.or_else(|| app.catalog.standards().find(of_villages));
    usual.map_or("", |standard| &standard.head().id)
}

/// Whom a standard judges in a commune: its villages, and before them the commune itself by a standard
/// of communes.
pub(crate) fn judged_units(
    app: &App,
    commune: &str,
    standard: &Standard,
) -> Result<Vec<Unit>, Refusal> {
    let whole = match standard.head().value.subject {
        SubjectKind::Commune => units::find(app, commune)?,
        _ => None,
    };
    Ok(whole.into_iter().chain(units::villages(app, commune)?).collect())
}

/// A unit that a standard is for: a village by one for villages, the commune by one for communes.
pub(crate) fn unit_of(
    app: &App,
    by: &Person,
    standard: &Standard,
    code: &str,
) -> Result<Option<Unit>, Refusal> {
    let found = match standard.head().value.subject {
        SubjectKind::Commune => units::find(app, &by.commune)?.into_iter().collect(),
        _ => units::villages(app, &by.commune)?,
    };
    Ok(found.into_iter().find(|unit| unit.code == code))
}

/// Those of them for which a person may do this.
fn judged_units_for(
    app: &App,
    by: &Person,
    act: Act,
    standard: &Standard,
) -> Result<Vec<Unit>, Refusal> {
    let mut found = judged_units(app, &by.commune, standard)?;
    found.retain(|unit| by.may(act, Place::village(&by.commune, &unit.code)));
    Ok(found)
}

/// An indicator of a standard, or one of its conditions of recognition.
pub(crate) fn indicator<'a>(
    app: &'a App,
    standard: &str,
    code: &str,
) -> Result<&'a Indicator, Refusal> {
    let standard: &Standard = app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    standard.line(code).ok_or(Refusal::NotFound)
}

/// Values of a village are seen by who works for it or for the commune.
fn may_see(by: &Person, village: &str) -> Result<(), Refusal> {
    by.must(Act::ReadStandards, Place::village(&by.commune, village))
}

/// All values of a village, by indicator and period.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn values(app: &App, by: &Person, unit: &str, standard: &str) -> Result<Vec<Value>, Refusal> {
    may_see(by, unit)?;
    let params = [by.commune.as_str().into(), unit.into(), standard.into()];
    app.read(|r| Ok(r.all(sql::OF_UNIT, &params, Value::read)?))
}

/// Values in a state that this person may see, the oldest first.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn values_in(app: &App, by: &Person, stage: Stage) -> Result<Vec<Value>, Refusal> {
    by.must_somewhere(Act::ReadStandards)?;
    let params = [by.commune.as_str().into(), stage.code().into()];
    let mut found: Vec<Value> =
        app.read(|r| r.all(sql::BY_STATE, &params, Value::read).map_err(Refusal::from))?;
    found.retain(|value| may_see(by, &value.unit).is_ok());
    Ok(found)
}

/// The files that back a value: id, name and kind of each.
///
/// # Errors
/// Of the store.
pub fn evidence(app: &App, of: &Value, by: &Person) -> Result<Vec<[String; 3]>, Refusal> {
    let params = [by.commune.as_str().into(), of.id.as_str().into()];
    app.read(|r| {
        let rows = r.all(sql::EVIDENCE, &params, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]));
        Ok(rows?)
    })
}

/// Shows a file that backs a value to who may see the value.
fn show_evidence(app: &App, by: &Person, file: &str) -> Reply {
    let params = [by.commune.as_str().into(), file.into()];
    let unit: Option<String> =
        app.read(|r| r.first(sql::EVIDENCE_OF, &params, |row| row.get(0)).map_err(Refusal::from))?;
    may_see(by, &unit.ok_or(Refusal::NotFound)?)?;
    files::show(app, &by.commune, file)
}

/// For the judge, how many values wait, those of the own criteria apart; for who enters, those that were
/// given back.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if by.may_somewhere(Act::JudgeValues) {
        todos.extend(to_judge(app, by)?);
    }
    if by.may_somewhere(Act::EnterValues) {
        for value in values_in(app, by, Stage::Returned)? {
            todos.extend(returned(app, by, &value)?);
        }
        todos.extend(progress::todos(app, by)?);
    }
    Ok(todos)
}

fn to_judge(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let (judging, mut waiting) = (Judging::today(app, by)?, waiting(app, by)?);
    waiting.retain(|value| judging.may(value).is_ok());
    let mine = waiting.iter().filter(|value| judging.is_mine(value)).count();
    let rest = waiting.len() - mine;
    let todo = |key, count: usize, href: &str| Todo {
        what: Message::new(key).arg("count", count),
        href: href.to_owned(),
        due: None,
    };
    let mine =
        (mine > 0).then(|| todo("todo-values-mine", mine, "/tieu-chi/cho-duyet?loc=cua-toi"));
    let rest = (rest > 0).then(|| todo("todo-values-waiting", rest, "/tieu-chi/cho-duyet"));
    Ok(mine.into_iter().chain(rest).collect())
}

fn returned(app: &App, by: &Person, value: &Value) -> Result<Option<Todo>, Refusal> {
    if !by.may(Act::EnterValues, Place::village(&by.commune, &value.unit)) {
        return Ok(None);
    }
    let village = units::find(app, &value.unit)?.map_or_else(String::new, |unit| unit.name);
    let indicator = indicator(app, &value.standard, &value.indicator)?;
    let what = Message::new("todo-value-returned")
        .arg("indicator", indicator.name.clone())
        .arg("village", village);
    Ok(Some(Todo { what, href: pages::address(value), due: None }))
}
