//! What waits for who keeps the fund.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::SourceKind;

use super::{Year, year};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Rewards that are owed, limits that are near, a year to close.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let (keeps, closes) =
        (by.must_in_commune(Act::KeepFund).is_ok(), by.must_in_commune(Act::CloseFund).is_ok());
    if !keeps && !closes {
        return Ok(Vec::new());
    }
    let this_year = app.today().year();
    let now = year(app, by, this_year)?;
    if !now.kept {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    if keeps {
        found.extend(owed(&now));
        found.extend(near(&now));
    }
    // Years are closed one after another, so one at a time waits.
    for old in now.years.iter().rev().filter(|old| **old < this_year) {
        let old = year(app, by, *old)?;
        if old.obstacle.is_none() {
            found.push(Todo {
                what: Message::new("fund-todo-close").arg("year", i64::from(old.year)),
                href: format!("/quy/khoa-so?nam={}", old.year),
                due: None,
            });
            break;
        }
    }
    Ok(found)
}

fn owed(now: &Year) -> Vec<Todo> {
    let open = now.promises.iter().filter(|one| one.owed > Vnd::ZERO);
    open.map(|one| Todo {
        what: Message::new("fund-todo-pay")
            .arg("number", one.number.clone())
            .arg("owed", one.owed.to_string()),
        href: format!("/quy/tra/{}", one.decision),
        due: None,
    })
    .collect()
}

fn near(now: &Year) -> Vec<Todo> {
    let budget = now.sources.iter().find(|one| one.source == SourceKind::Budget);
    let budget = budget.map_or(Vnd::ZERO, |one| one.sum);
    let limits = [
        ("fund-todo-ceiling", &now.ceiling, budget),
        ("fund-todo-organising", &now.organising, now.book.organising),
    ];
    let near = limits.into_iter().filter_map(|(key, limit, sum)| {
        let limit = limit.as_ref().filter(|limit| limit.is_near(sum))?;
        let what = Message::new(key).arg("sum", sum.to_string());
        let what = what.arg("most", limit.most.to_string());
        Some(Todo { what, href: format!("/quy?nam={}", now.year), due: None })
    });
    near.collect()
}
