//! Questions about figures (chống bệnh thành tích): what one should ask before a figure is believed,
//! what the village explains, and what the officer makes of it. Nobody is accused.

mod answers;
mod pages;
mod raised;
mod sql;

pub use answers::{Answer, AnswerKind, NewAnswer, answer, send_back_wrong};
pub(crate) use pages::routes;
pub use raised::{Asked, Raised, Subject, earlier, find, raised, rule};

use crate::access::{Act, Person};
use crate::app::App;
use crate::features::standards;
use crate::features::standards::grid::GridKey;
use crate::features::todo::Todo;
use crate::refusal::Refusal;
use crate::web::Message;

/// Kind of an answer's records in the journal; the record is the question.
pub const RECORD: &str = "question_answer";

/// Years that the desk looks back: figures of a year are handed in until the next one begins.
const YEARS_BACK: i16 = 1;

/// For a village, questions without a word of theirs; for the officer, questions that nobody has
/// settled; for the board, figures known to be wrong that only they can send back.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    let mut todos = Vec::new();
    if !by.may_somewhere(Act::EnterValues) {
        return Ok(todos);
    }
    let since = app.today().year() - YEARS_BACK;
    for (standard, period) in standards::reported_periods(app, by, since)? {
        // Halves of a year only show progress.
        if period.contains('-') {
            continue;
        }
        let key = GridKey { standard: &standard, period: &period };
        let raised = raised(app, by, key)?;
        let wanted = |one: &&Raised| one.waits_for(app, by);
        let count = raised.iter().filter(wanted).count();
        if count > 0 {
            let word = match by.may_somewhere(Act::JudgeValues) {
                true => Message::new("todo-questions"),
                false => Message::new("todo-questions-own"),
            };
            let what = word.arg("count", count).arg("period", period.clone());
            let href = format!("/tieu-chi/cau-hoi?bo={standard}&ky={period}");
            todos.push(Todo { what, href, due: None });
        }
    }
    Ok(todos)
}
