//! What waits for who keeps the fund.

use chungsuc_domain::Vnd;
use chungsuc_domain::fund::SourceKind;

use super::{Prepared, Year, close, year};
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
    let now = year(app, by, app.today().year())?;
    if !now.kept {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    if keeps {
        found.extend(owed(&now));
        found.extend(near(&now));
    }
    if let Some(year) = app.read(|r| close::waiting(app, r, &by.commune))? {
        let prepared = app.read(|r| close::prepared(r, &by.commune, year))?;
        found.extend(to_close(by, year, prepared.as_ref(), keeps, closes));
    }
    Ok(found)
}

/// Who keeps the fund prepares a year, somebody else confirms it.
fn to_close(
    by: &Person,
    year: i16,
    prepared: Option<&Prepared>,
    keeps: bool,
    closes: bool,
) -> Option<Todo> {
    let key = match prepared {
        None if keeps => "fund-todo-prepare",
        Some(known) if closes && known.by != by.account => "fund-todo-close",
        _ => return None,
    };
    let href = format!("/quy/khoa-so?nam={year}");
    Some(Todo { what: Message::new(key).arg("year", i64::from(year)), href, due: None })
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
