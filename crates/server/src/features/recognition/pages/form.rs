//! One step of a dossier on a page of its own: what follows from it, what is asked, the act.

use maud::{Markup, html};

use super::super::Recognition;
use super::address;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Confirm, Field, fields};
use crate::web::{Errors, Form};

/// A step: its words, and what stands above and in its form.
pub(super) struct Step<'a> {
    /// The end of its address.
    pub(super) ending: &'static str,
    /// The act, as the title and the button say it.
    pub(super) act: &'a str,
    /// What follows.
    pub(super) consequence: &'a str,
    /// What one should see before.
    pub(super) before: Markup,
    /// What is asked.
    pub(super) questions: Vec<Field<'a>>,
    /// It takes something away.
    pub(super) grave: bool,
    /// It can be done; of one that cannot, only what stands in its way is shown.
    pub(super) possible: bool,
}

/// The page of a step; `sent` is a form that came back with what is wrong.
pub(super) fn draw(
    v: &Visit,
    of: &Recognition,
    step: &Step<'_>,
    first: Form,
    sent: Option<(&Form, &Errors)>,
) -> Reply {
    let back = address(&of.id);
    let page = v.page(step.act).narrow().back(&back, &of.unit_name);
    let errors = Errors::default();
    let (form, errors) = sent.unwrap_or((&first, &errors));
    let act = Confirm {
        act: step.act,
        consequence: step.consequence,
        action: &format!("{back}/{}", step.ending),
        token: v.form_token(),
        grave: step.grave,
    };
    let more = html! {
        input type="hidden" name="version" value=(of.version);
        (fields(v.l, form, errors, &step.questions))
    };
    let body = html! { (step.before) @if step.possible { (act.open(more)) } };
    if sent.is_some() { show_again(page, body) } else { show(page, body) }
}

/// The state of the record that travels with a form; a form without it meets a conflict.
pub(super) fn version(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or_default()
}

/// After a step: the record with a word of what was done, or the step again with what is wrong.
pub(super) fn after(
    of: &Recognition,
    done: Result<(), Refusal>,
    again: impl FnOnce(&Errors) -> Reply,
) -> Reply {
    match done {
        Ok(()) => go(&format!("{}?xong=recognition-step", address(&of.id))),
        Err(Refusal::Invalid(errors)) => again(&errors),
        Err(refusal) => Err(refusal.into()),
    }
}
