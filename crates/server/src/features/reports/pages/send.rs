//! Sending a report: its number and who signs it. What follows is said before the act.

use maud::html;

use super::super::document::{SYMBOL, last_paper, number_parts};
use super::super::{Report, Sending, coming_number, name, send as send_report};
use super::address;
use super::write::open;
use crate::features::movements;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Field, Kind, button, buttons, fields};
use crate::web::{Errors, Form, Message, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let (report, person) = (open(v)?, v.person()?);
    let movement = movements::find(&v.app, person, &report.movement)?;
    let last = last_paper(&v.app, person, &movement)?;
    let symbol = last.as_ref().and_then(|paper| paper.number.as_deref());
    let symbol = symbol.map_or(SYMBOL, |number| number_parts(number).1);
    let (post, signer) = match &last {
        Some(paper) => (paper.signer_post.as_str(), paper.signer_name.as_str()),
        None => ("", ""),
    };
    let form = Form::from_pairs([
        ("version", report.version.to_string()),
        ("number", coming_number(&v.app, person)?.to_string()),
        ("symbol", symbol.to_owned()),
        ("signer_post", post.to_owned()),
        ("signer_name", signer.to_owned()),
    ]);
    draw(v, &report, &form, None)
}

fn draw(v: &Visit, report: &Report, form: &Form, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let title = name(report.kind, report.period).say(l);
    let base = address(&report.id);
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("number", l.t("report-serial"))
            .kind(Kind::Number)
            .help(l.t("report-serial-help"))
            .required(),
        Field::new("symbol", l.t("report-symbol")).help(l.t("report-symbol-help")).required(),
        Field::new("signer_post", l.t("report-signer-post"))
            .kind(Kind::Long)
            .help(l.t("report-signer-post-help"))
            .required(),
        Field::new("signer_name", l.t("report-signer-name")).required(),
    ];
    let none = Errors::default();
    let body = html! {
        form.consequence method="post" action={ (base) "/gui" } {
            (csrf::token_field(v.form_token()))
            p { (l.t("report-send-consequence")) }
            (fields(l, form, errors.unwrap_or(&none), &questions))
            (buttons(&[button(l.t("report-send"))]))
        }
    };
    let page = v.page(&title).back(&base, &title).narrow();
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

pub(super) fn send(v: &Visit, form: &Form) -> Reply {
    let (report, person) = (open(v)?, v.person()?);
    let version = form.text("version").parse().unwrap_or_default();
    let done = match form.text("number").parse::<i64>() {
        Ok(number) => {
            let text = |field| form.text(field).to_owned();
            let sending = Sending {
                number: Some(number),
                symbol: text("symbol"),
                signer_post: text("signer_post"),
                signer_name: text("signer_name"),
            };
            send_report(&v.app, person, &report.id, version, &sending)
        }
        Err(_) => Err(Refusal::field("number", Message::new("report-serial-wrong"))),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=report-sent", address(&report.id))),
        Err(Refusal::Invalid(errors)) => draw(v, &report, form, Some(&errors)),
        Err(refusal) => Err(refusal.into()),
    }
}
