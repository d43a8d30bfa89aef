//! What recognition leaves to do.

use super::{State, alerts, dossier, list};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;
use chungsuc_domain::decision::Verdict;

/// For who prepares: dossiers that came back, recognised units that fall below their standard or whose
/// recognition ends. For who submits: dossiers that lack nothing.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if by.must_in_commune(Act::PrepareRecognition).is_err() {
        return Ok(Vec::new());
    }
    let todo = |key, name: &str, id: &str, due| Todo {
        what: Message::new(key).arg("name", name.to_owned()),
        href: format!("/cong-nhan/{id}"),
        due,
    };
    let mut todos = Vec::new();
    for one in list(app, by, None)? {
        let ready = one.state == State::Preparing
            && by.must_in_commune(Act::KeepRecognition).is_ok()
            && dossier(app, by, &one.id)?.examination.verdict == Verdict::Yes;
        if ready {
            todos.push(todo("recognition-todo-ready", &one.unit_name, &one.id, None));
        } else if one.state == State::Returned {
            todos.push(todo("recognition-todo-returned", &one.unit_name, &one.id, None));
        }
    }
    for alert in alerts(app, by)? {
        let (name, id) = (&alert.record.unit_name, &alert.record.id);
        if alert.fallen.is_some() {
            todos.push(todo("recognition-todo-fallen", name, id, None));
        }
        if alert.ends.is_some() {
            todos.push(todo("recognition-todo-ends", name, id, alert.ends));
        }
    }
    Ok(todos)
}
