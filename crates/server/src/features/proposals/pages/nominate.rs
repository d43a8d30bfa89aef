//! Making a proposal a nomination: the contestant is found, the form comes filled from what was told.

use maud::{Markup, html};

use super::super::answer::waiting;
use super::super::{Proposal, nominate as make};
use super::address;
use crate::features::movements::{self, Contestant};
use crate::features::nominations::{self, NewNomination};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Column, Fact, Field, Page, Table, button, buttons, draft, facts, fields,
};
use crate::web::{Errors, Form, PageError, csrf};

/// Contestants that a search shows at most.
const FOUND_MOST: i64 = 30;

pub(super) fn choose(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let one = waiting(&v.app, person, v.param("ma"))?;
    let movement = movements::current(&v.app, person)?;
    let movement = movement.ok_or_else(|| Refusal::rule("ledger-no-movement"))?;
    // Nothing asked yet: begin with whom the proposal names.
    let words = if v.query.checked("ten") { v.query.text("ten") } else { &one.who };
    let found = movements::search_contestants(&v.app, person, &movement.id, words, FOUND_MOST)?;
    let base = format!("{}/de-nghi", address(&one.id));
    let columns = [
        Column::new(l.t("contestant-name")),
        Column::new(l.t("contestant-kind")),
        Column::new(l.t("proposal-village")),
    ];
    let rows = found.iter().map(|found| {
        let kind = l.word("subject-kind-", found.kind.code());
        let row = Cells::new().link(&format!("{base}/{}", found.id), &found.name).text(kind);
        row.text(found.village_name.as_deref().unwrap_or("–"))
    });
    let register = format!("/phong-trao/{}/dang-ky", movement.id);
    let typed = Form::from_pairs([("ten", words)]);
    let body = html! {
        (told(v, &one))
        form.filter method="get" action=(base) {
            (Field::new("ten", l.t("contestant-name")).draw(l, &typed, &Errors::default()))
            (button(l.t("directory-find")))
        }
        (Table::new(l.t("contestants-title"), &columns, rows.collect()).draw(l))
        p { a href=(register) { (l.t("nomination-not-found")) } }
    };
    show(frame(v, &address(&one.id), &one.who), body)
}

fn frame<'a>(v: &'a Visit, back: &'a str, word: &'a str) -> Page<'a> {
    v.page(v.l.t("proposal-nominate")).back(back, word)
}

/// What was told, beside what is made of it.
fn told(v: &Visit, one: &Proposal) -> Markup {
    let l = v.l;
    facts(&[
        Fact::new(l.t("proposal-who"), html! { (one.who) }),
        Fact::new(l.t("proposal-deed"), html! { (one.deed) }),
        Fact::new(l.t("proposal-happened"), html! { (one.happened) }),
    ])
}

pub(super) fn page(v: &Visit) -> Reply {
    let person = v.person()?;
    let one = waiting(&v.app, person, v.param("ma"))?;
    let contestant = movements::contestant(&v.app, person, v.param("dt"))?;
    let achievement = format!("{} ({})", one.deed.trim_end_matches('.'), one.happened);
    let first = Form::from_pairs([
        ("achievement", achievement),
        ("proposed_by", one.village_name.clone().unwrap_or_default()),
        ("version", one.version.to_string()),
    ]);
    let back = format!("{}/de-nghi", address(&one.id));
    let body = whole(v, &one, &contestant, &first, &Errors::default())?;
    show(frame(v, &back, v.l.t("nomination-choose-again")), body)
}

fn whole(
    v: &Visit,
    one: &Proposal,
    contestant: &Contestant,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let questions = nominations::questions(v, contestant)?;
    let kind = l.word("subject-kind-", contestant.kind.code());
    Ok(html! {
        p.lead { (contestant.name) " (" (kind) ")" }
        (told(v, one))
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("nomination-save"))]))
        }
    })
}

pub(super) fn nominate(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let new = NewNomination {
        contestant: v.param("dt"),
        award: sent.text("award"),
        achievement: sent.text("achievement"),
        proposed_by: sent.text("proposed_by"),
    };
    let version = sent.text("version").parse().unwrap_or_default();
    match make(&v.app, person, id, version, &new) {
        Ok(nomination) => go(&format!("/khen-thuong/{nomination}?xong=nomination")),
        Err(Refusal::Invalid(errors)) => {
            let one = waiting(&v.app, person, id)?;
            let contestant = movements::contestant(&v.app, person, v.param("dt"))?;
            let back = format!("{}/de-nghi", address(id));
            let body = whole(v, &one, &contestant, sent, &errors)?;
            show_again(frame(v, &back, v.l.t("nomination-choose-again")), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
