//! What waits for the secretary and for the chairman.

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Verdict;
use chungsuc_store::Row;
use jiff::civil::Date;

use super::draft::may_decide;
use super::{amendments, shown_number, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::nominations;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// A closed sitting whose nominations of a movement wait for a decision of the commune; or a round in
/// which the chairman agreed without one: then there is no id of a sitting.
pub(super) struct Undecided {
    pub(super) sitting: String,
    pub(super) held_on: Date,
    pub(super) movement: String,
    pub(super) movement_name: String,
    /// How many of its nominations the commune may decide.
    pub(super) nominations: usize,
}

/// Sitting and day, movement and its name, award and nomination.
type Waiting = ((String, Date), (String, String), (String, String));

impl Undecided {
    /// `key` for a sitting, and its like where there was none.
    pub(super) fn word(&self, sitting: &'static str, agreed: &'static str) -> &'static str {
        if self.sitting.is_empty() { agreed } else { sitting }
    }

    /// The page on which the decision is drafted.
    pub(super) fn href(&self) -> String {
        format!("/quyet-dinh/lap?phien={}&phong-trao={}", self.sitting, self.movement)
    }
}

/// The sittings that wait for a decision; what only a higher level may decide does not wait here.
pub(super) fn undecided(app: &App, by: &Person) -> Result<Vec<Undecided>, Refusal> {
    by.must_in_commune(Act::DraftDecisions)?;
    let commune = [by.commune.as_str().into()];
    let rows: Vec<Waiting> = app.read(|r| {
        let read = |row: &Row<'_>| {
            let (sitting, movement) = ((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?));
            Ok((sitting, movement, (row.get(4)?, row.get(5)?)))
        };
        let mut rows = r.all(sql::UNDECIDED, &commune, read)?;
        rows.extend(r.all(sql::AGREED, &commune, read)?);
        Ok::<_, Refusal>(rows)
    })?;
    let mut waiting: Vec<Undecided> = Vec::new();
    let today = app.today();
    let here = |award: &str| may_decide(app, award, today).verdict == Verdict::Yes;
    for ((sitting, held_on), (movement, movement_name), (award, nomination)) in rows {
        let waits = here(&award) && !is_held(app, by, &nomination)?;
        match waiting.last_mut().filter(|it| it.sitting == sitting && it.movement == movement) {
            _ if !waits => {}
            Some(known) => known.nominations += 1,
            None => waiting.push(Undecided {
                sitting,
                held_on,
                movement,
                movement_name,
                nominations: 1,
            }),
        }
    }
    Ok(waiting)
}

/// Whoever is held waits for the hold to be lifted, not for a decision.
fn is_held(app: &App, by: &Person, nomination: &str) -> Result<bool, Refusal> {
    let one = nominations::of_commune(app, &by.commune, nomination)?;
    Ok(nominations::why_held(app, by, &one)?.is_some())
}

/// What waits for this person here.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut found = Vec::new();
    if by.must_in_commune(Act::DraftDecisions).is_ok() {
        found.extend(undecided(app, by)?.into_iter().map(|one| {
            Todo {
                what: Message::new(one.word("decision-todo-draft", "decision-todo-agreed"))
                    .arg("day", show_date(one.held_on))
                    .arg("count", one.nominations),
                href: one.href(),
                due: None,
            }
        }));
    }
    if by.must_in_commune(Act::IssueDecisions).is_ok() {
        let commune = [by.commune.as_str().into()];
        let drafts: Vec<(String, String)> = app.read(|r| {
            r.all(sql::DRAFTS, &commune, |row| Ok((row.get(0)?, row.get(1)?)))
                .map_err(Refusal::from)
        })?;
        found.extend(drafts.into_iter().map(|(id, abstract_)| Todo {
            what: Message::new("decision-todo-issue").arg("abstract", abstract_),
            href: format!("/quyet-dinh/{id}/ban-hanh"),
            due: None,
        }));
    }
    found.extend(amendments::todos(app, by)?);
    if by.must_in_commune(Act::DeliverCertificates).is_ok() {
        found.extend(undelivered(app, by)?);
    }
    Ok(found)
}

/// Decisions whose certificates are not all handed over.
fn undelivered(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let commune = [by.commune.as_str().into()];
    let waiting: Vec<(String, String, i64)> = app.read(|r| {
        let rows = r.all(sql::UNDELIVERED, &commune, |row| {
            let number = shown_number(row.get(1)?, &row.get::<String>(2)?);
            Ok((row.get(0)?, number, row.get(3)?))
        });
        Ok::<_, Refusal>(rows?)
    })?;
    let todo = |(id, number, count): (String, String, i64)| Todo {
        what: Message::new("delivery-todo").arg("number", number).arg("count", count),
        href: format!("/quyet-dinh/{id}/trao"),
        due: None,
    };
    Ok(waiting.into_iter().map(todo).collect())
}
