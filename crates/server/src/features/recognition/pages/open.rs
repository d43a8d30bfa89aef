//! Opening a dossier: which unit, by which standard, judged on which day.

use chungsuc_domain::SubjectKind;
use chungsuc_domain::date::{parse_date, show_date};
use maud::{Markup, html};

use super::super::{New, open as open_new};
use super::address;
use crate::features::{standards, units};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, Message, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let first = Form::from_pairs([
        ("unit", v.query.text("dv").to_owned()),
        ("standard", v.query.filled("bo").unwrap_or_else(|| standards::usual(&v.app)).to_owned()),
        ("as_of", show_date(v.app.today())),
    ]);
    show(frame(v), whole(v, &first, &Errors::default())?)
}

fn frame(v: &Visit) -> Page<'_> {
    v.page(v.l.t("recognition-new")).narrow().back("/cong-nhan", v.l.t("way-recognition"))
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let units = units::territories(&v.app, v.person()?)?;
    let units = units.iter().map(|unit| Choice::new(&unit.code, &unit.name)).collect();
    let kinds = [SubjectKind::Village, SubjectKind::Commune];
    let sets = v.app.catalog.standards().map(|it| it.head());
    let sets = sets.filter(|head| kinds.contains(&head.value.subject));
    let sets = sets.map(|head| Choice::new(&head.id, &head.value.name)).collect();
    let questions = [
        Field::new("unit", l.t("recognition-unit")).kind(Kind::Select(units)).required(),
        Field::new("standard", l.t("standard-name")).kind(Kind::Select(sets)).required(),
        Field::new("as_of", l.t("recognition-as-of"))
            .kind(Kind::Date)
            .help(l.t("recognition-as-of-help"))
            .required(),
    ];
    Ok(html! {
        p.lead { (l.t("recognition-new-lead")) }
        form method="post" action="/cong-nhan/lap" {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("recognition-open"))]))
        }
    })
}

pub(super) fn open(v: &Visit, sent: &Form) -> Reply {
    match read(v, sent) {
        Ok(id) => go(&format!("{}?xong=recognition-opened", address(&id))),
        Err(Refusal::Invalid(errors)) => show_again(frame(v), whole(v, sent, &errors)?),
        Err(refusal) => Err(refusal.into()),
    }
}

fn read(v: &Visit, sent: &Form) -> Result<String, Refusal> {
    let as_of = day(v, sent, "as_of")?;
    let new = New { unit: sent.text("unit"), standard: sent.text("standard"), as_of };
    open_new(&v.app, v.person().map_err(|_| Refusal::Forbidden)?, &new)
}

/// A day that was typed.
pub(super) fn day(
    v: &Visit,
    sent: &Form,
    field: &'static str,
) -> Result<jiff::civil::Date, Refusal> {
    let key = if sent.text(field).is_empty() { "field-missing" } else { "day-wrong" };
    let read = parse_date(sent.text(field), v.app.today());
    read.map_err(|_| Refusal::field(field, Message::new(key)))
}
