//! The pages of questions.

mod list;
mod record;
mod words;

use super::sql;
use crate::access::Act;
use crate::features::files;
use crate::features::standards::{self, grid::GridKey};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadStandards);
    let (enter, judges) = (Gate::May(Act::EnterValues), Gate::May(Act::JudgeValues));
    Routes::default()
        .page("/tieu-chi/cau-hoi", read, list::page)
        .page("/tieu-chi/cau-hoi/tep/{tep}", read, file)
        .page("/tieu-chi/cau-hoi/{ma}", read, record::page)
        .file_deed("/tieu-chi/cau-hoi/{ma}", enter, record::answer)
        .deed("/tieu-chi/cau-hoi/{ma}/tra-lai", judges, record::send_back)
}

/// The standard and the period that the reader looks at.
fn wanted(v: &Visit) -> (&str, String) {
    let this_year = v.app.today().year().to_string();
    (standards::chosen(v), v.query.filled("ky").map_or(this_year, str::to_owned))
}

fn address(path: &str, key: GridKey<'_>) -> String {
    format!("{path}?bo={}&ky={}", key.standard, key.period)
}

/// Shows a file that backs an answer to who may see the question.
fn file(v: &Visit) -> Reply {
    let (person, file) = (v.person()?, v.param("tep"));
    let params = [person.commune.as_str().into(), file.into()];
    let asked: Option<String> =
        v.app.read(|r| r.first(sql::FILE, &params, |row| row.get(0)).map_err(Refusal::from))?;
    let question = asked.and_then(|text| serde_json::from_str(&text).ok());
    let question = question.ok_or(Refusal::NotFound)?;
    if !super::raised::may_see(person, &question) {
        return Err(Refusal::Forbidden.into());
    }
    files::show(&v.app, &person.commune, file)
}
