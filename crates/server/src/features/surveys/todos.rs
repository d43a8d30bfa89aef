//! What surveys ask of a person: forms to count, counts to close.

use super::close::may_close;
use super::{Survey, place, sql};
use crate::access::{Act, Person};
use crate::app::App;
use crate::features::todo::Todo;
use crate::features::units;
use crate::refusal::Refusal;
use crate::web::Message;

/// For the head of a village, open surveys without counts; for who closes them, those with.
///
/// # Errors
/// Of the store.
pub(crate) fn todos(app: &App, by: &Person) -> Result<Vec<Todo>, Refusal> {
    if !by.may_somewhere(Act::EnterSurveys) && !by.may_somewhere(Act::KeepSurveys) {
        return Ok(Vec::new());
    }
    let params = [by.commune.as_str().into()];
    let open: Vec<Survey> =
        app.read(|r| r.all(sql::OPEN, &params, Survey::read).map_err(Refusal::from))?;
    let mut todos = Vec::new();
    for survey in &open {
        let here = place(by, &survey.unit);
        // Who works for the whole commune has the list; the village has its own forms to count.
        let own = here.village.is_some() && by.villages_for(Act::EnterSurveys).is_some();
        let key = match survey.entered_by {
            None if own && by.may(Act::EnterSurveys, here) => "todo-survey-count",
            Some(_) if by.may(Act::KeepSurveys, here) && may_close(by, survey).is_ok() => {
                "todo-survey-close"
            }
            _ => continue,
        };
        let name = units::find(app, &survey.unit)?.map_or_else(String::new, |unit| unit.name);
        let what = Message::new(key).arg("unit", name).arg("year", survey.year.to_string());
        todos.push(Todo { what, href: format!("/khao-sat/{}", survey.id), due: None });
    }
    Ok(todos)
}
