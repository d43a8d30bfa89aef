//! One report: its figures, what was written, its paper.

use chungsuc_domain::Period;
use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::document::file_name;
use super::super::{RECORD, Report, State, document, figures, find, name, prepare_to_sign};
use super::list::state_tag;
use super::{address, figures as drawn};
use crate::access::Act;
use crate::features::{journal, movements, papers, signing};
use crate::visit::{Reply, Visit, fetch, go, show};
use crate::web::ui::{Fact, State as Shown, button_link, buttons, facts, tag};
use crate::web::{Form, PageError};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

pub(super) fn record(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let report = find(&v.app, person, v.param("ma"))?;
    let figures = figures(&v.app, person, &report)?;
    let title = name(report.kind, report.period).say(l);
    let body = html! {
        (acts(v, &report))
        (about(v, &report)?)
        (drawn::doors(v, &figures, &address(&report.id)))
        (part(v, l.t("report-results"), &report.results))
        (part(v, l.t("report-difficulties"), &report.difficulties))
        (part(v, l.t("report-next-steps"), &report.next_steps))
        (drawn::tables(v, &report, &figures))
        @if let Some(paper) = &report.paper {
            (signing::section(v, paper, &format!("{}/tep-de-ky", address(&report.id)))?)
        }
        (journal::history(v, RECORD, &report.id)?)
    };
    let late = report.state == State::Draft && report.due < v.app.today();
    let heading = html! {
        (title) " " (state_tag(v, report.state)) @if late { " " (tag(l, Shown::Late)) }
    };
    show(v.page(&title).heading(heading).back("/bao-cao", l.t("way-reports")), body)
}

fn acts(v: &Visit, report: &Report) -> Markup {
    let (l, base) = (v.l, address(&report.id));
    let mut row = Vec::new();
    if report.state == State::Draft && v.may(Act::WriteReports) {
        row.push(button_link(&format!("{base}/viet"), l.t("report-write")));
        row.push(button_link(&format!("{base}/gui"), l.t("report-send")));
    }
    row.push(button_link(&format!("{base}/bao-cao.docx"), l.t("report-docx")));
    buttons(&row)
}

fn about(v: &Visit, report: &Report) -> Result<Markup, PageError> {
    let (l, person) = (v.l, v.person()?);
    let movement = movements::find(&v.app, person, &report.movement)?;
    let counted = match report.state {
        State::Draft => l.t("report-figures-live"),
        State::Sent => l.t("report-figures-kept"),
    };
    let mut list = vec![
        Fact::new(
            l.t("report-movement"),
            html! {
                a href={ "/phong-trao/" (movement.id) } { (movement.name) }
            },
        ),
        Fact::new(l.t("report-period"), html! { (between(report.period)) }),
        Fact::new(l.t("report-due"), html! { (show_date(report.due)) }),
        Fact::new(
            l.t("report-counted"),
            html! {
                (between(report.counted)) " " span.quiet { (counted) }
            },
        ),
    ];
    if let Some((id, day)) = report.paper.as_ref().zip(report.sent_on) {
        let paper = papers::find(&v.app, person, id)?;
        let number = html! {
            a href={ "/van-ban/" (id) } { (paper.number.unwrap_or_default()) } " " (show_date(day))
            @if day > report.due { " " span.quiet { (l.t("report-sent-late")) } }
        };
        list.push(Fact::new(l.t("report-number"), number));
        let post = paper.signer_post.lines().collect::<Vec<_>>().join(", ");
        let signer = format!("{post} – {}", paper.signer_name);
        list.push(Fact::new(l.t("report-signer"), html! { (signer) }));
    }
    Ok(facts(&list))
}

/// “01/01/2023 – 31/12/2023”.
pub(super) fn between(days: Period) -> String {
    format!("{} – {}", show_date(days.from()), show_date(days.to()))
}

/// What people wrote; a line is a paragraph.
fn part(v: &Visit, title: &str, text: &str) -> Markup {
    html! {
        h2 { (title) }
        @if text.trim().is_empty() { p.quiet { (v.l.t("report-unwritten")) } }
        @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
    }
}

pub(super) fn prepare(v: &Visit, _: &Form) -> Reply {
    let paper = prepare_to_sign(&v.app, v.person()?, v.param("ma"))?;
    go(&format!("/van-ban/{paper}/chu-ky?xong=paper-ready"))
}

pub(super) fn docx(v: &Visit) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let report = find(&v.app, person, id)?;
    fetch(DOCX, &format!("{}.docx", file_name(&report)), document(&v.app, person, id)?)
}
