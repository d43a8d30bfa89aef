//! What waits for those who keep the templates: a version in use that does not fit any more.

use super::{Sort, fits, sorts, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::{Language, Message};

/// What waits for this person here.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut found = Vec::new();
    if by.must_in_commune(Act::KeepTemplates).is_err() {
        return Ok(found);
    }
    let commune = [by.commune.as_str().into()];
    let own: Vec<String> =
        app.read(|r| r.all(sql::OWN_IN_USE, &commune, |row| row.get(0)).map_err(Refusal::from))?;
    for sort in own.iter().filter_map(|code| sorts::find(code)) {
        if !fits(app, by, sort)? {
            found.push(unfit(sort));
        }
    }
    Ok(found)
}

fn unfit(sort: &Sort) -> Todo {
    // Documents are named in the language in which they are written.
    let name = Language::Vietnamese.word("template-sort-", sort.code);
    Todo {
        what: Message::new("template-todo-unfit").arg("sort", name),
        href: format!("/mau-van-ban/{}", sort.code),
        due: None,
    }
}
