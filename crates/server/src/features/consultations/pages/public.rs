//! The pages on which anybody reads a list and speaks about it.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Consultation, Item, in_public, open_now, receipt, send};
use super::{PUBLIC, award, questions, read, shown};
use crate::features::units;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Fact, Page, Table, Tone, button, buttons, empty, facts, notice,
};
use crate::web::{Errors, Form, csrf};

pub(super) fn list(v: &Visit) -> Reply {
    let l = v.l;
    let columns = [
        Column::new(l.t("consultation-name")),
        Column::new(l.t("consultation-where")),
        Column::new(l.t("consultation-to")),
    ];
    let mut rows = Vec::new();
    for one in open_now(&v.app)? {
        let commune = units::find(&v.app, &one.commune).map_err(Refusal::from)?;
        let commune = commune.map_or_else(String::new, |unit| unit.name);
        let row = Cells::new().link(&format!("{PUBLIC}/{}", one.id), &one.title);
        rows.push(row.text(&commune).text(&show_date(one.to)));
    }
    let nothing = empty(l.t("consultation-none-now"), l.t("consultation-none-now-hint"), None);
    let table = Table::new(l.t("consultation-public"), &columns, rows).nothing(nothing).draw(l);
    let page = v.page(l.t("consultation-public")).back("/", l.t("proposal-home"));
    show(page, html! { p.lead { (l.t("consultation-public-lead")) } (table) })
}

pub(super) fn page(v: &Visit) -> Reply {
    let (one, items) = in_public(&v.app, v.param("ma"))?;
    show(frame(v, &one), whole(v, &one, &items, &Form::default(), &Errors::default()))
}

fn frame<'a>(v: &'a Visit, one: &'a Consultation) -> Page<'a> {
    v.page(&one.title).back(PUBLIC, v.l.t("consultation-public"))
}

/// The list and the form while it is open; before and after, nobody is named.
fn whole(v: &Visit, one: &Consultation, items: &[Item], form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let days = l.days(one.from, Some(one.to));
    if !one.takes_voices(v.app.today()) {
        let told = l.with("consultation-shut", &[("days", days.into())]);
        return notice(Tone::Plain, &html! { (told) });
    }
    let columns = [
        Column::new(l.t("nomination-who")),
        Column::new(l.t("nomination-award")),
        Column::new(l.t("nomination-achievement")),
    ];
    let rows = items.iter().map(|item| {
        let achievement = if item.is_named { item.achievement.as_str() } else { "–" };
        Cells::new().text(&shown(v, item)).text(award(v, item)).text(achievement)
    });
    html! {
        p.lead { (l.with("consultation-days-told", &[("days", days.into())])) }
        p { (l.t("consultation-unnamed-why")) }
        (Table::new(l.t("consultation-nominees"), &columns, rows.collect()).draw(l))
        h2 { (l.t("consultation-speak")) }
        form method="post" action={ (PUBLIC) "/" (one.id) } {
            (csrf::token_field(v.form_token()))
            (questions(v, items, |item| shown(v, item), form, errors))
            (notice(Tone::Plain, &html! { (l.t("consultation-data")) }))
            (buttons(&[button(l.t("consultation-send"))]))
        }
    }
}

pub(super) fn take(v: &Visit, sent: &Form) -> Reply {
    let (one, items) = in_public(&v.app, v.param("ma"))?;
    if v.peer.is_some_and(|address| !v.app.public_gate.lets_in(address)) {
        return Err(Refusal::rule("proposal-too-often").into());
    }
    match send(&v.app, &one.id, &read(sent)) {
        Ok(id) => go(&format!("{PUBLIC}/tra-loi/{id}?xong=consultation-sent")),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v, &one), whole(v, &one, &items, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The answer, for who was given the address.
pub(super) fn told(v: &Visit) -> Reply {
    let l = v.l;
    let known = receipt(&v.app, v.param("yk"))?;
    let answer = known.answer.as_deref().unwrap_or(l.t("proposal-told-waiting"));
    let body = html! {
        p.lead { (l.t("proposal-keep-address")) }
        (facts(&[
            Fact::new(l.t("proposal-received"), html! { (show_date(known.received_on)) }),
            Fact::new(l.t("proposal-answer"), html! { (answer) }),
        ]))
    };
    let page = v.page(l.t("consultation-public")).narrow().back(PUBLIC, l.t("consultation-public"));
    show(page, body)
}
