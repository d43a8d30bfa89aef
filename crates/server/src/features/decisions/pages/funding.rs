//! How a decision stands to the fund: what a draft would take, what an issued one has promised.

use chungsuc_domain::decision::Verdict;
use maud::{Markup, html};

use super::super::funding::outlook;
use super::super::{Decision, State, into_fund};
use super::{address, back_to};
use crate::access::Act;
use crate::features::fund::{self, Outlook};
use crate::features::law;
use crate::visit::{Reply, Visit};
use crate::web::ui::{Confirm, Tone, button_link, notice};
use crate::web::{Form, PageError};

/// For who may read the fund; nothing of a decision that is paid elsewhere.
pub(super) fn section(v: &Visit, decision: &Decision) -> Result<Markup, PageError> {
    if !decision.takes_from_fund() || !v.may(Act::ReadFund) {
        return Ok(html! {});
    }
    Ok(match decision.state {
        State::Draft => match outlook(&v.app, v.person()?, decision, v.app.today())? {
            Some(outlook) => html! { h2 { (v.l.t("decision-fund")) } (told(v, &outlook)) },
            None => html! {},
        },
        State::Issued => html! { h2 { (v.l.t("decision-fund")) } (promised(v, decision)?) },
        State::Discarded => html! {},
    })
}

/// What a draft would take, against what is free.
pub(super) fn told(v: &Visit, outlook: &Outlook) -> Markup {
    let l = v.l;
    if !outlook.kept {
        return html! { p { (l.t("decision-fund-not-kept")) } };
    }
    let reasons = law::reasons(l, &outlook.answer.reasons);
    match outlook.answer.verdict {
        // A sum needs no clause, and so carries no mark of doubt.
        Verdict::Yes => html! {
            @for reason in &outlook.answer.reasons { p { (law::sentence(l, reason)) } }
        },
        Verdict::No => notice(Tone::Bad, &html! { (reasons) p { (l.t("decision-fund-refused")) } }),
        Verdict::PersonMustDecide => {
            notice(Tone::Warning, &html! { (reasons) p { (l.t("decision-fund-ask")) } })
        }
    }
}

fn promised(v: &Visit, decision: &Decision) -> Result<Markup, PageError> {
    let l = v.l;
    let lines = fund::lines(&v.app, v.person()?, &decision.id)?;
    if !lines.is_empty() {
        let href = format!("/quy/tra/{}", decision.id);
        return Ok(html! { p { (button_link(&href, l.t("decision-fund-payments"))) } });
    }
    let act = Confirm {
        act: l.t("decision-into-fund"),
        consequence: l.t("decision-into-fund-consequence"),
        action: &format!("{}/vao-quy", address(&decision.id)),
        token: v.form_token(),
        grave: false,
    };
    Ok(html! {
        p { (l.t("decision-fund-outside")) }
        @if v.may(Act::KeepFund) { (act.folded()) }
    })
}

pub(super) fn take_in(v: &Visit, _: &Form) -> Reply {
    into_fund(&v.app, v.person()?, v.param("quyet_dinh"))?;
    back_to(v.param("quyet_dinh"), "decision-into-fund")
}
