//! What a movement owes: each report with its day, and how far it is.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{Line, ReportKind, State, begin as begin_report, list as owed, name};
use super::record::between;
use super::{address, chosen};
use crate::access::Act;
use crate::features::movements::{self, Movement};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, State as Shown, Table, button_link, empty, filter, tag,
};
use crate::web::{Errors, Form, PageError, Paging, csrf};

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let Some(movement) = chosen(v, v.query.filled("phong-trao"))? else {
        let nothing = empty(l.t("report-no-movement"), l.t("report-no-movement-hint"), None);
        return show(v.page(l.t("way-reports")), nothing);
    };
    let lines = owed(&v.app, v.person()?, &movement)?;
    let columns = [
        Column::new(l.t("report-name")),
        Column::new(l.t("report-period")),
        Column::new(l.t("report-due")),
        Column::new(l.t("column-state")),
    ];
    let rows: Result<Vec<_>, PageError> =
        lines.iter().map(|line| row(v, &movement, line)).collect();
    let way =
        [("by", movement.reported_by.as_str().into()), ("to", movement.reports_to.as_str().into())];
    let body = html! {
        p.lead { (movement.name) }
        p { (l.word("reporting-", &movement.reporting_cycle)) ", " (l.with("report-way", &way)) }
        (movements_filter(v, &movement)?)
        (Table::new(l.t("reports-title"), &columns, rows?).draw(l))
        @if v.may(Act::WriteReports) {
            p { (button_link(&format!("/bao-cao/han?phong-trao={}", movement.id), l.t("report-set-days"))) }
        }
        (statutory(v))
    };
    show(v.page(l.t("way-reports")), body)
}

/// A choice of movements, where there are several.
fn movements_filter(v: &Visit, here: &Movement) -> Result<Markup, PageError> {
    let all = movements::all(&v.app, v.person()?)?;
    if all.len() < 2 {
        return Ok(html! {});
    }
    let choices = all.into_iter().map(|one| Choice::new(one.id, one.name)).collect();
    let mut query = v.query.clone();
    query.set("phong-trao", &here.id);
    let question = Field::new("phong-trao", v.l.t("report-movement")).kind(Kind::Select(choices));
    let paging = Paging::parse(&v.path, &v.query, &[]);
    Ok(filter(v.l, &paging, question.draw(v.l, &query, &Errors::default())))
}

fn row(v: &Visit, movement: &Movement, line: &Line) -> Result<Cells, PageError> {
    let person = v.person()?;
    let title = name(line.expected.kind, line.expected.period).say(v.l);
    let days = between(line.expected.period);
    let open = line.report.as_ref().filter(|report| report.is_seen_by(person));
    let first = html! {
        @if let Some(report) = open { a href=(address(&report.id)) { (title) } } @else { (title) }
    };
    let row = Cells::new().markup(first).text(&days).text(&date::show_date(line.due()));
    Ok(row.markup(state(v, movement, line, &title)))
}

/// How far a report is, and the act that begins it.
fn state(v: &Visit, movement: &Movement, line: &Line, title: &str) -> Markup {
    let (l, today) = (v.l, v.app.today());
    html! {
        span {
            @match (&line.report, line.sent_on()) {
                (_, Some(day)) => {
                    (tag(l, Shown::Sent)) " " (date::show_date(day))
                    @if day > line.due() { " " span.quiet { (l.t("report-sent-late")) } }
                }
                (Some(_), None) => (tag(l, Shown::Draft)),
                (None, None) if !line.can_begin(today) => span.quiet { (l.t("report-to-come")) },
                (None, None) if v.may(Act::WriteReports) => {
                    form.inline method="post" action="/bao-cao/lap" {
                        (csrf::token_field(v.form_token()))
                        input type="hidden" name="movement" value=(movement.id);
                        input type="hidden" name="kind" value=(line.expected.kind.code());
                        input type="hidden" name="from" value=(line.expected.period.from());
                        button.link type="submit" {
                            (l.t("report-begin")) span.hidden { ": " (title) }
                        }
                    }
                }
                (None, None) => span.quiet { (l.t("report-not-begun")) },
            }
            @if line.is_late(today) { " " (tag(l, Shown::Late)) }
        }
    }
}

/// The yearly statistical forms that the law asks for besides, with their days.
fn statutory(v: &Visit) -> Markup {
    let (l, today) = (v.l, v.app.today());
    let Some(forms) = v.app.catalog.reports_due(today) else { return html! {} };
    html! {
        h2 { (l.t("report-forms")) }
        p {
            (l.t("report-forms-lead")) " (" (forms.source) ")"
            @if !forms.standing(today).is_settled() { " " (tag(l, Shown::Unchecked)) }
        }
        ul.plain {
            @for form in &forms.value {
                li { (form.form) ": " (l.t("report-forms-by")) " " (format!("{:02}/{:02}", form.day, form.month)) }
            }
        }
    }
}

/// Begins a report and leads to where it is written.
pub(super) fn begin(v: &Visit, form: &Form) -> Reply {
    let kind = ReportKind::from_code(form.text("kind")).ok_or(Refusal::NotFound)?;
    let from = form.text("from").parse().map_err(|_| Refusal::NotFound)?;
    let id = begin_report(&v.app, v.person()?, form.text("movement"), kind, from)?;
    go(&format!("{}/viet", address(&id)))
}

/// The tag of a state.
pub(super) fn state_tag(v: &Visit, state: State) -> Markup {
    match state {
        State::Draft => tag(v.l, Shown::Draft),
        State::Sent => tag(v.l, Shown::Sent),
    }
}
