//! The reports of achievements of the example: one of each sort, written by who proposes and
//! finished on the day of the dossier.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Event, ExampleError, Known, read};
use crate::app::App;
use crate::features::letters::{self, Finishing, Subject};
use crate::refusal::Refusal;

#[derive(Deserialize)]
struct File {
    report: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    sort: String,
    nomination: String,
    by: String,
    date: Date,
    /// Follows what the directory knows.
    profile: Vec<String>,
    achievements: Vec<String>,
    #[serde(default)]
    other_awards: Vec<String>,
    own_number: Option<String>,
    signer_post: Option<String>,
    signer_name: Option<String>,
}

pub(super) fn events() -> Result<Vec<Event>, ExampleError> {
    let reports = read::toml::<File>("achievements.toml")?.report;
    let event = |report: Report| {
        let (day, name) = (report.date, report.sort.clone());
        Event::on(day, 9, name, move |app, known| write(app, known, &report))
    };
    Ok(reports.into_iter().map(event).collect())
}

fn write(app: &App, known: &Known, report: &Report) -> Result<(), Refusal> {
    let by = known.person(&report.by)?;
    let subject = Subject::Nomination(known.id("nomination", &report.nomination)?);
    let mut form = letters::usual(app, &by, &report.sort, &subject)?;
    let profile = [form.text("profile").to_owned(), report.profile.join("\n")].join("\n");
    form.set("profile", profile);
    form.set("achievements", report.achievements.join("\n"));
    form.set("other_awards", report.other_awards.join("\n"));
    for (field, typed) in [
        ("own_number", &report.own_number),
        ("signer_post", &report.signer_post),
        ("signer_name", &report.signer_name),
    ] {
        if let Some(typed) = typed {
            form.set(field, typed);
        }
    }
    let id = letters::draft(app, &by, &report.sort, &subject, &form)?;
    letters::finish(app, &by, &id, &Finishing { on: report.date, version: 1 })
}
