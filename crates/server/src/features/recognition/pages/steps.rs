//! The steps of a dossier: its day, submitting, what came back, giving up.

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Verdict;
use maud::html;

use super::super::{
    Dossier, Recognition, State, change_day, dossier, give_back as return_it, submit as hand_in,
    withdraw as give_up,
};
use super::asked;
use super::form::{Step, after, draw, version};
use super::open::day as typed_day;
use super::record::missing_of;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit};
use crate::web::ui::{Field, Kind, Tone, notice};
use crate::web::{Errors, Form};

pub(super) fn day_page(v: &Visit) -> Reply {
    let of = asked(v)?;
    let first = Form::from_pairs([("as_of", show_date(of.as_of))]);
    day_form(v, &of, first, None)
}

fn day_form(v: &Visit, of: &Recognition, first: Form, sent: Option<(&Form, &Errors)>) -> Reply {
    must(of.state.may_change(), "recognition-closed")?;
    let l = v.l;
    let question = Field::new("as_of", l.t("recognition-as-of")).kind(Kind::Date);
    let step = Step {
        ending: "ngay",
        act: l.t("recognition-change-day"),
        consequence: l.t("recognition-as-of-help"),
        before: html! {},
        questions: vec![question.required()],
        grave: false,
        possible: true,
    };
    draw(v, of, &step, first, sent)
}

pub(super) fn day(v: &Visit, sent: &Form) -> Reply {
    let of = asked(v)?;
    let person = v.person()?;
    let done = typed_day(v, sent, "as_of")
        .and_then(|day| change_day(&v.app, person, &of.id, version(sent), day));
    after(&of, done, |errors| day_form(v, &of, Form::default(), Some((sent, errors))))
}

pub(super) fn submit_page(v: &Visit) -> Reply {
    let found = dossier(&v.app, v.person()?, v.param("ma"))?;
    submit_form(v, &found, None)
}

fn submit_form(v: &Visit, found: &Dossier, sent: Option<(&Form, &Errors)>) -> Reply {
    must(found.record.state.may_change(), "recognition-closed")?;
    let (l, verdict) = (v.l, found.examination.verdict);
    let waiver = Field::new("waiver", l.t("recognition-waiver"))
        .kind(Kind::Long)
        .help(l.t("recognition-waiver-help"))
        .required();
    let before = html! {
        @match verdict {
            Verdict::Yes => p { (l.t("recognition-nothing-missing")) },
            Verdict::No => (notice(Tone::Warning, &html! { (l.t("recognition-cannot-yet")) })),
            Verdict::PersonMustDecide => {}
        }
        (missing_of(v, found))
    };
    let step = Step {
        ending: "trinh",
        act: l.t("recognition-submit"),
        consequence: l.t("recognition-submit-consequence"),
        before,
        questions: if verdict == Verdict::PersonMustDecide { vec![waiver] } else { Vec::new() },
        grave: false,
        possible: verdict != Verdict::No,
    };
    draw(v, &found.record, &step, Form::default(), sent)
}

pub(super) fn submit(v: &Visit, sent: &Form) -> Reply {
    let person = v.person()?;
    let found = dossier(&v.app, person, v.param("ma"))?;
    let done = hand_in(&v.app, person, &found.record.id, version(sent), sent.text("waiver"));
    after(&found.record, done, |errors| submit_form(v, &found, Some((sent, errors))))
}

/// A step that only wants a reason.
#[derive(Clone, Copy)]
struct WithReason {
    ending: &'static str,
    act: &'static str,
    consequence: &'static str,
    grave: bool,
}

const RETURN: WithReason = WithReason {
    ending: "tra-lai",
    act: "recognition-give-back",
    consequence: "recognition-give-back-consequence",
    grave: false,
};
const WITHDRAW: WithReason = WithReason {
    ending: "rut",
    act: "recognition-withdraw",
    consequence: "recognition-withdraw-consequence",
    grave: true,
};

fn reason_form(
    v: &Visit,
    of: &Recognition,
    which: WithReason,
    sent: Option<(&Form, &Errors)>,
) -> Reply {
    let l = v.l;
    let step = Step {
        ending: which.ending,
        act: l.t(which.act),
        consequence: l.t(which.consequence),
        before: html! {},
        questions: vec![Field::new("reason", l.t("recognition-reason")).required()],
        grave: which.grave,
        possible: true,
    };
    draw(v, of, &step, Form::default(), sent)
}

pub(super) fn return_page(v: &Visit) -> Reply {
    let of = asked(v)?;
    must(of.state == State::Submitted, "recognition-not-submitted")?;
    reason_form(v, &of, RETURN, None)
}

pub(super) fn give_back(v: &Visit, sent: &Form) -> Reply {
    let of = asked(v)?;
    let done = return_it(&v.app, v.person()?, &of.id, version(sent), sent.text("reason"));
    after(&of, done, |errors| reason_form(v, &of, RETURN, Some((sent, errors))))
}

pub(super) fn withdraw_page(v: &Visit) -> Reply {
    let of = asked(v)?;
    must(of.state.may_change() || of.state == State::Submitted, "recognition-closed")?;
    reason_form(v, &of, WITHDRAW, None)
}

pub(super) fn withdraw(v: &Visit, sent: &Form) -> Reply {
    let of = asked(v)?;
    let done = give_up(&v.app, v.person()?, &of.id, version(sent), sent.text("reason"));
    after(&of, done, |errors| reason_form(v, &of, WITHDRAW, Some((sent, errors))))
}

/// A page whose step the record does not allow is not shown.
pub(super) fn must(is_so: bool, otherwise: &'static str) -> Result<(), Refusal> {
    if is_so { Ok(()) } else { Err(Refusal::rule(otherwise)) }
}
