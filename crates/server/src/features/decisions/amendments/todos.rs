//! What waits: for the chairman drafts to issue, for those who collect what is to come back.

use super::super::shown_number;
use super::{Due, Kind, due, find, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// What waits for this person.
pub(in super::super) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if by.must_in_commune(Act::IssueDecisions).is_ok() {
        todos.extend(drafts(app, by)?);
    }
    if by.must_in_commune(Act::RecordRecoveries).is_ok() {
        todos.extend(to_recover(app, by)?);
    }
    Ok(todos)
}

fn drafts(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let commune = [by.commune.as_str().into()];
    let drafts: Vec<(String, Kind, String)> = app.read(|r| {
        let rows = r.all(sql::DRAFTS, &commune, |row| {
            let number = shown_number(row.get(2)?, &row.get::<String>(3)?);
            Ok((row.get(0)?, row.coded(1, Kind::from_code)?, number))
        });
        Ok::<_, Refusal>(rows?)
    })?;
    let todo = |(id, kind, number): (String, Kind, String)| Todo {
        what: Message::new(match kind {
            Kind::Correction => "amendment-todo-correction",
            Kind::Revocation => "amendment-todo-revocation",
        })
        .arg("number", number),
        href: format!("/dieu-chinh/{id}/ban-hanh"),
        due: None,
    };
    Ok(drafts.into_iter().map(todo).collect())
}

/// Revocations of which something has not come back.
fn to_recover(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let commune = [by.commune.as_str().into()];
    let issued: Vec<String> =
        app.read(|r| r.all(sql::REVOCATIONS, &commune, |row| row.get(0)).map_err(Refusal::from))?;
    let mut todos = Vec::new();
    for id in issued {
        let found = find(app, by, &id)?;
        let decision = super::super::find(app, by, &found.decision)?;
        let open = due(app, by, &found, &decision)?.iter().filter(|one| Due::is_open(one)).count();
        if open > 0 {
            todos.push(Todo {
                what: Message::new("recovery-todo")
                    .arg("number", found.full_number().unwrap_or_default())
                    .arg("count", open),
                href: format!("/dieu-chinh/{id}"),
                due: None,
            });
        }
    }
    Ok(todos)
}
