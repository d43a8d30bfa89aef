//! Random rechecks (kiểm tra lại ngẫu nhiên): some figures of some villages, drawn by a seed that anybody
//! can draw by again, and looked at on the spot.

mod document;
mod draw;
mod pages;
mod read;
mod results;
mod sql;

use std::collections::HashMap;

pub use document::document;
pub use draw::{Wish, draw, is_as_drawn};
pub(crate) use pages::routes;
pub use read::{Line, Recheck, Visited, find, list};
pub use results::{NewResult, Subject, record, send_back, subjects};

use crate::access::{Act, Person, Place};
use crate::app::App;
use crate::features::standards::grid::GridKey;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of a recheck's records in the journal.
pub const RECORD: &str = "recheck";

/// Figures that a visit found right, by the id of the value, each as it was then.
///
/// # Errors
/// [`Refusal::Forbidden`]; of the store.
pub fn agreed(
    app: &App,
    by: &Person,
    key: GridKey<'_>,
) -> Result<HashMap<String, String>, Refusal> {
    let mut agreed = HashMap::new();
    for recheck in list(app, by)? {
        if (recheck.standard.as_str(), recheck.period.as_str()) == (key.standard, key.period) {
            let right = recheck.lines.into_iter().filter(|line| line.agrees() == Some(true));
            agreed.extend(right.map(|line| (line.value, line.figure)));
        }
    }
    Ok(agreed)
}

/// For the officer, visits without a result; for who may, figures that a visit found different and
/// that still stand.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if !by.may(Act::JudgeValues, Place::commune(&by.commune)) {
        return Ok(todos);
    }
    for recheck in list(app, by)? {
        let href = format!("/tieu-chi/kiem-tra-lai/{}", recheck.id);
        let open = recheck.lines.iter().filter(|line| line.results.is_empty()).count();
        if open > 0 && by.may_somewhere(Act::VerifyValues) {
            let what = Message::new("todo-recheck").arg("count", open);
            todos.push(Todo { what, href: href.clone(), due: None });
        }
        if recheck.lines.iter().any(|line| line.agrees() == Some(false)) {
            let subjects = subjects(app, by, &recheck)?;
            let count = subjects.iter().filter(|one| one.may_send_back).count();
            if count > 0 {
                let what = Message::new("todo-recheck-differs").arg("count", count);
                todos.push(Todo { what, href, due: None });
            }
        }
    }
    Ok(todos)
}
