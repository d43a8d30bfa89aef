//! Emulation movements: adopted from a plan, with targets, merits, awards, timetable and duties, and
//! with those who take part and what they pledge.

mod adopt;
mod contestants;
pub mod drafts;
mod duties;
mod pages;
mod plan;
mod rounds;
pub mod sql;

use chungsuc_domain::catalog::Catalog;
use chungsuc_domain::{AwardMode, Period};
use chungsuc_store::{Row, StoreError};
use jiff::ToSpan;
use jiff::civil::Date;

pub use adopt::adopt;
pub use contestants::{
    Contestant, Filter, Pledge, contestant, contestant_of, contestants, count_by_kind, pledge,
    pledges, register, search_contestants,
};
pub use duties::{Duty, duties, finish_duty, set_duty};
pub(crate) use pages::routes;
pub use plan::{PlanDuty, PlanFacts, PlanFault};
pub(crate) use rounds::enrol;
pub use rounds::{NewRound, entrant, fitting, open_round, rounds};

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a movement's records in the journal.
pub const RECORD: &str = "movement";
/// Kind of a duty's records in the journal.
pub const DUTY: &str = "movement_duty";
/// Kind of a contestant's records in the journal, pledges among them.
pub const CONTESTANT: &str = "contestant";

/// How many days before its day a duty comes to the desk.
const NEAR: i64 = 14;

/// A movement.
#[derive(Clone, Debug)]
pub struct Movement {
    /// Its id.
    pub id: String,
    /// Id of the plan's paper.
    pub paper: String,
    /// Its name.
    pub name: String,
    /// From its first day to its last.
    pub period: Period,
    /// What it is for, a line each.
    pub purpose: String,
    /// Code of how often it is reported on.
    pub reporting_cycle: String,
    /// Who receives the reports.
    pub reports_to: String,
    /// Who writes them.
    pub reported_by: String,
    /// From which money, a line each.
    pub funding: String,
    /// Wider campaigns that it is tied to, a line each.
    pub campaigns: String,
    /// Number of the plan.
    pub plan_number: Option<String>,
    /// Day of the plan.
    pub plan_day: Option<Date>,
    /// The type of commendation of a round outside a movement; none in a movement proper.
    pub mode: Option<AwardMode>,
}

impl Movement {
    /// How many days are left with today; nothing before its first day and after its last.
    pub fn days_left(&self, today: Date) -> Option<i64> {
        let days = today.until(self.period.to()).map_or(0, |span| span.get_days());
        self.period.contains(today).then(|| i64::from(days) + 1)
    }

    /// The type of commendation of its nominations: a round's own, else the law's for movements.
    pub fn award_mode(&self, catalog: &Catalog, day: Date) -> Option<AwardMode> {
        self.mode.or_else(|| catalog.mode_of_movements(day))
    }

    /// In what somebody stood out here, as decisions and certificates of a day say it: “trong Phong trào
    /// thi đua “…””. The bare name where the catalog has no words.
    pub fn occasion(&self, catalog: &Catalog, day: Date) -> String {
        let rule = self.award_mode(catalog, day).and_then(|mode| catalog.award_mode(mode, day));
        rule.map_or_else(|| format!("“{}”", self.name), |row| row.value.cited(&self.name))
    }

    /// The year that is considered: a round has its own, a movement that of the day.
    pub fn year(&self, day: Date) -> i16 {
        self.mode.map_or(day.year(), |_| self.period.from().year())
    }
}

/// Something to be reached.
#[derive(Clone, Debug)]
pub struct Target {
    /// What.
    pub text: String,
    /// Until when.
    pub due: Option<Date>,
    /// Code and name of the unit that is to meet a standard.
    pub unit: Option<(String, String)>,
    /// Id of that standard.
    pub standard: Option<String>,
}

/// By what a kind of contestant is compared.
#[derive(Clone, Debug)]
pub struct Merit {
    /// Code of the kind.
    pub kind: String,
    /// How the plan names it.
    pub subject: String,
    /// The merit.
    pub text: String,
}

/// A part of the timetable.
#[derive(Clone, Debug)]
pub struct Stage {
    /// First day.
    pub starts: Date,
    /// Last day.
    pub ends: Date,
    /// What is done.
    pub text: String,
}

fn read(row: &Row<'_>) -> Result<Movement, StoreError> {
    let wanted = "Period";
    let period = Period::new(row.get(3)?, row.get(4)?);
    Ok(Movement {
        id: row.get(0)?,
        paper: row.get(1)?,
        name: row.get(2)?,
        period: period.map_err(|_| StoreError::Column { index: 4, wanted })?,
        purpose: row.get(5)?,
        reporting_cycle: row.get(6)?,
        reports_to: row.get(7)?,
        reported_by: row.get(8)?,
        funding: row.get(9)?,
        campaigns: row.get(10)?,
        plan_number: row.get(11)?,
        plan_day: row.get(12)?,
        mode: row.get::<Option<String>>(13)?.and_then(|code| AwardMode::from_code(&code)),
    })
}

/// All movements of the commune, the newest first; rounds outside a movement are no movements.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn all(app: &App, by: &Person) -> Result<Vec<Movement>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    of_commune(app, &by.commune)
}

/// The movements of a commune as anybody may know of them.
pub(crate) fn of_commune(app: &App, commune: &str) -> Result<Vec<Movement>, Refusal> {
    of_rows(app, commune, sql::ALL)
}

fn of_rows(app: &App, commune: &str, sql: &'static str) -> Result<Vec<Movement>, Refusal> {
    app.read(|r| Ok(r.all(sql, &[commune.into()], read)?))
}

/// The communes that have a movement, by code.
pub(crate) fn communes(app: &App) -> Result<Vec<String>, Refusal> {
    app.read(|r| Ok(r.all(sql::COMMUNES, &[], |row| row.get(0))?))
}

/// One movement, or a round outside one.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::Forbidden`]; of the store.
pub fn find(app: &App, by: &Person, id: &str) -> Result<Movement, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), id.into()];
    app.read(|r| r.first(sql::ONE, &key, read)?.ok_or(Refusal::NotFound))
}

/// The movement that today belongs to, else the last one that began.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn current(app: &App, by: &Person) -> Result<Option<Movement>, Refusal> {
    Ok(current_of(all(app, by)?, app.today()))
}

/// Of several movements the one that a day belongs to, else the last one that had begun by then.
pub(crate) fn current_of(movements: Vec<Movement>, today: Date) -> Option<Movement> {
    let mut begun: Vec<_> =
        movements.into_iter().filter(|movement| movement.period.from() <= today).collect();
    let here = begun.iter().position(|movement| movement.period.contains(today));
    match here {
        Some(place) => Some(begun.swap_remove(place)),
        None => begun.into_iter().next(),
    }
}

/// Reads the parts of one kind of a movement.
fn parts<T>(
    app: &App,
    by: &Person,
    sql: &'static str,
    movement: &str,
    map: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, Refusal> {
    by.must_somewhere(Act::ReadMovements)?;
    let key = [by.commune.as_str().into(), movement.into()];
    app.read(|r| Ok(r.all(sql, &key, map)?))
}

/// What is to be reached, in the plan's order.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn targets(app: &App, by: &Person, movement: &str) -> Result<Vec<Target>, Refusal> {
    parts(app, by, sql::TARGETS, movement, |row| {
        let unit: (Option<String>, Option<String>) = (row.get(2)?, row.get(4)?);
        Ok(Target {
            text: row.get(0)?,
            due: row.get(1)?,
            unit: unit.0.zip(unit.1),
            standard: row.get(3)?,
        })
    })
}

/// By what contestants are compared, in the plan's order.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn merits(app: &App, by: &Person, movement: &str) -> Result<Vec<Merit>, Refusal> {
    parts(app, by, sql::MERITS, movement, |row| {
        Ok(Merit { kind: row.get(0)?, subject: row.get(1)?, text: row.get(2)? })
    })
}

/// Codes of the awards that the plan offers, in its order.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn awards_of(app: &App, by: &Person, movement: &str) -> Result<Vec<String>, Refusal> {
    parts(app, by, sql::AWARDS, movement, |row| row.get(0))
}

/// The timetable, in the plan's order.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn stages(app: &App, by: &Person, movement: &str) -> Result<Vec<Stage>, Refusal> {
    parts(app, by, sql::STAGES, movement, |row| {
        Ok(Stage { starts: row.get(0)?, ends: row.get(1)?, text: row.get(2)? })
    })
}

/// Duties that are late or near, for those who keep the movement.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if !by.may_somewhere(Act::KeepMovements) {
        return Ok(Vec::new());
    }
    let Some(movement) = current(app, by)? else { return Ok(Vec::new()) };
    let near = app.today().saturating_add(NEAR.days());
    let duties = duties(app, by, &movement.id)?.into_iter();
    let open = duties.filter(|duty| duty.done_on.is_none() && duty.due.is_some_and(|d| d <= near));
    let todo = |duty: Duty| Todo {
        what: Message::worded(format!("{} – {}", duty.text, duty.bearer)),
        href: format!("/phong-trao/{}/nhiem-vu", movement.id),
        due: duty.due,
    };
    Ok(open.map(todo).collect())
}
