//! Writing a report beside its figures.

use chungsuc_domain::date::{parse_date, show_date};
use maud::html;

use super::super::{Narrative, Report, State, figures, find, name, write as write_report};
use super::{address, figures as drawn};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, draft, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

/// The draft of the address; one that was sent is written no more.
pub(super) fn open(v: &Visit) -> Result<Report, PageError> {
    let report = find(&v.app, v.person()?, v.param("ma"))?;
    match report.state {
        State::Draft => Ok(report),
        State::Sent => Err(Refusal::rule("report-sent-already").into()),
    }
}

pub(super) fn page(v: &Visit) -> Reply {
    let report = open(v)?;
    let form = Form::from_pairs([
        ("version", report.version.to_string()),
        ("figures_from", show_date(report.counted.from())),
        ("figures_to", show_date(report.counted.to())),
        ("results", report.results.clone()),
        ("difficulties", report.difficulties.clone()),
        ("next_steps", report.next_steps.clone()),
    ]);
    draw(v, &report, &form, None)
}

fn draw(v: &Visit, report: &Report, form: &Form, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let title = name(report.kind, report.period).say(l);
    let base = address(&report.id);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("figures_from", l.t("report-figures-from"))
            .kind(Kind::Date)
            .help(l.t("report-figures-from-help"))
            .required(),
        Field::new("figures_to", l.t("report-figures-to"))
            .kind(Kind::Date)
            .help(l.t("report-figures-to-help"))
            .required(),
        Field::new("results", l.t("report-results"))
            .kind(Kind::Long)
            .help(l.t("report-lines-help")),
        Field::new("difficulties", l.t("report-difficulties")).kind(Kind::Long),
        Field::new("next_steps", l.t("report-next-steps")).kind(Kind::Long),
    ];
    let none = Errors::default();
    let body = html! {
        (drawn::doors(v, &figures(&v.app, v.person()?, report)?, &base))
        form method="post" action={ (base) "/viet" } data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors.unwrap_or(&none), &questions))
            (buttons(&[button(l.t("report-save"))]))
        }
    };
    let page = v.page(&title).back(&base, &title);
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

pub(super) fn write(v: &Visit, form: &Form) -> Reply {
    let report = open(v)?;
    let version = form.text("version").parse().unwrap_or_default();
    let mut errors = Errors::default();
    let mut day = |field| {
        let day = parse_date(form.text(field), v.app.today());
        day.map_err(|_| errors.add(field, Message::new("day-wrong"))).ok()
    };
    let done = match (day("figures_from"), day("figures_to")) {
        (Some(figures_from), Some(figures_to)) => {
            let text = |field| form.text(field).to_owned();
            let new = Narrative {
                figures_from,
                figures_to,
                results: text("results"),
                difficulties: text("difficulties"),
                next_steps: text("next_steps"),
            };
            write_report(&v.app, v.person()?, &report.id, version, &new)
        }
        _ => Err(errors.into()),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=report", address(&report.id))),
        Err(Refusal::Invalid(errors)) => draw(v, &report, form, Some(&errors)),
        Err(refusal) => Err(refusal.into()),
    }
}
