//! The page on which the secretary discards a draft.

use maud::{Markup, html};

use super::super::{Decision, discard as discard_draft};
use super::{address, asked, back_to, version};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show, show_again};
use crate::web::ui::{Confirm, Field, Kind, Page, fields};
use crate::web::{Errors, Form};

pub(super) fn page(v: &Visit) -> Reply {
    let decision = asked(v)?;
    decision.must_be_draft()?;
    let form = Form::from_pairs([("version", decision.version.to_string())]);
    show(frame(v, &address(&decision.id)), confirm(v, &decision, &form, &Errors::default()))
}

pub(super) fn discard(v: &Visit, sent: &Form) -> Reply {
    let decision = asked(v)?;
    let reason = sent.text("reason");
    match discard_draft(&v.app, v.person()?, &decision.id, version(sent), reason) {
        Ok(()) => back_to(&decision.id, "decision-discarded"),
        Err(Refusal::Invalid(errors)) => {
            let body = confirm(v, &decision, sent, &errors);
            show_again(frame(v, &address(&decision.id)), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn frame<'a>(v: &'a Visit, way_back: &'a str) -> Page<'a> {
    v.page(v.l.t("decision-discard")).narrow().back(way_back, v.l.t("decision-draft-title"))
}

fn confirm(v: &Visit, decision: &Decision, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let questions = [
        Field::new("version", "").kind(Kind::Hidden),
        Field::new("reason", l.t("decision-discard-reason")).required(),
    ];
    let act = Confirm {
        act: l.t("decision-discard"),
        consequence: l.t("decision-discard-consequence"),
        action: &format!("{}/huy", address(&decision.id)),
        token: v.form_token(),
        grave: true,
    };
    html! {
        p.lead { (decision.wording.abstract_()) }
        (act.open(fields(l, form, errors, &questions)))
    }
}
