//! What letters leave to do.

use super::{Letter, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// For who issues: the drafts in which somebody is named to sign.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if by.must_in_commune(Act::IssueLetters).is_err() {
        return Ok(Vec::new());
    }
    let key = [by.commune.as_str().into()];
    let drafts: Vec<Letter> =
        app.read(|r| r.all(sql::DRAFTS, &key, Letter::read).map_err(Refusal::from))?;
    let ready = drafts
        .into_iter()
        .filter(|draft| draft.takes_a_number() && !draft.typed.signer_name.is_empty());
    let todo = |draft: Letter| Todo {
        what: Message::new("letter-todo-issue")
            .arg("kind", draft.sort.kind.to_owned())
            .arg("title", draft.title),
        href: format!("/soan-thao/{}", draft.id),
        due: None,
    };
    Ok(ready.map(todo).collect())
}
