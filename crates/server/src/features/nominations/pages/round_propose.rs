//! Proposing somebody in a round outside a movement: found in the directory, for nobody registers there.

use chungsuc_domain::SubjectKind;
use maud::{Markup, html};

use super::super::{NewNomination, propose_in_round};
use super::propose::questions;
use super::rounds::{ROUNDS, asked};
use crate::features::directory;
use crate::features::movements::{self, Contestant, Movement};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Page, button, buttons, draft, fields};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn choose(v: &Visit) -> Reply {
    let (l, round) = (v.l, asked(v)?);
    let back = format!("{ROUNDS}/{}", round.id);
    let body = html! {
        p.lead { (round.name) }
        p { (l.t("round-choose")) }
        (directory::finder(v, l.t("contestant-name"), &format!("{back}/de-nghi"))?)
    };
    show(v.page(l.t("nomination-new")).back(&back, &round.name), body)
}

/// The round, and who of the directory would be proposed in it.
fn entrant(v: &Visit) -> Result<(Movement, Contestant), PageError> {
    let kind = SubjectKind::from_code(v.param("loai")).ok_or(Refusal::NotFound)?;
    let round = asked(v)?;
    let (one, _) = movements::entrant(&v.app, v.person()?, &round.id, kind, v.param("dt"))?;
    Ok((round, one))
}

pub(super) fn page(v: &Visit) -> Reply {
    let (round, one) = entrant(v)?;
    let back = format!("{ROUNDS}/{}", round.id);
    let body = whole(v, (&round, &one), &Form::default(), &Errors::default())?;
    show(frame(v, &back, &round), body)
}

fn frame<'a>(v: &'a Visit, back: &'a str, round: &'a Movement) -> Page<'a> {
    v.page(v.l.t("nomination-new")).narrow().back(back, &round.name)
}

fn whole(
    v: &Visit,
    (round, one): (&Movement, &Contestant),
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let (l, kind) = (v.l, v.l.word("subject-kind-", one.kind.code()));
    let asked = questions(v, one)?;
    Ok(html! {
        p.lead { (one.name) " (" (kind) ") – " (round.name) }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &asked))
            (buttons(&[button(l.t("nomination-save"))]))
        }
    })
}

pub(super) fn propose(v: &Visit, sent: &Form) -> Reply {
    let (round, one) = entrant(v)?;
    let new = NewNomination {
        contestant: v.param("dt"),
        award: sent.text("award"),
        achievement: sent.text("achievement"),
        proposed_by: sent.text("proposed_by"),
    };
    match propose_in_round(&v.app, v.person()?, (&round.id, one.kind), &new) {
        Ok(id) => go(&format!("/khen-thuong/{id}?xong=nomination")),
        Err(Refusal::Invalid(errors)) => {
            let back = format!("{ROUNDS}/{}", round.id);
            show_again(frame(v, &back, &round), whole(v, (&round, &one), sent, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
