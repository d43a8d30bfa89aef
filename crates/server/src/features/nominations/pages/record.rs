//! One nomination: who, what for, who may decide it and what money goes with it, and its next step.

use chungsuc_domain::authority::may_decide;
use chungsuc_domain::decision::Verdict;
use chungsuc_domain::{UnitKind, date, reward};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::facts::may_tell;
use super::super::{
    Nomination, RECORD, State, find, judged, receive as take, send as hand_in,
    send_back as give_back, withdraw as take_back,
};
use super::{mending, state_tag, verdict};
use crate::access::{Act, Person};
use crate::features::{journal, law};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Fact, Field, Tone, button, button_link, button_quiet, buttons, facts, fields, notice,
};
use crate::web::{Errors, Form, csrf};

pub(super) fn record(v: &Visit) -> Reply {
    page(v, None)
}

/// The page; `faulty` is a form that came back: its act, what was typed, what is wrong.
fn page(v: &Visit, faulty: Option<(&str, &Form, &Errors)>) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let one = find(&v.app, person, v.param("ma"))?;
    let law_says = judged(&v.app, person, &one)?;
    let tells = may_tell(&v.app, person, &one)?;
    let body = html! {
        @if let Some(reason) = &one.reason {
            (notice(Tone::Warning, &html! { (l.t("nomination-reason")) " " (reason) }))
        }
        (mending::open(v, person, &one)?)
        (about(v, &one))
        (verdict::draw(v, &one, &law_says, tells)?)
        (money(v, &one, law_says.day))
        (reports(v, person, &one))
        (acts(v, person, &one, faulty))
        (journal::history(v, RECORD, &one.id)?)
    };
    let heading = html! { (one.contestant.name) " " (state_tag(v, one.state)) };
    let page = v.page(&one.contestant.name).heading(heading);
    let page = page.back("/khen-thuong", l.t("way-nominations"));
    if faulty.is_some() { show_again(page, body) } else { show(page, body) }
}

fn about(v: &Visit, one: &Nomination) -> Markup {
    let l = v.l;
    let award = v.app.catalog.award(&one.award).map(|award| award.form.name.as_str());
    let mut list = vec![
        Fact::new(
            l.t("contestant-kind"),
            html! {
                a href={ "/doi-tuong/" (one.contestant.id) } {
                    (l.word("subject-kind-", one.contestant.kind.code()))
                }
            },
        ),
        Fact::new(l.t("nomination-award"), html! { (award.unwrap_or("–")) }),
        Fact::new(l.t("nomination-achievement"), html! { (one.achievement) }),
        Fact::new(l.t("nomination-by"), html! { (one.proposed_by) }),
        Fact::new(l.t("nomination-day"), html! { (date::show_date(one.proposed_on)) }),
    ];
    if let Some(origin) = &one.origin {
        let word = l.t("nomination-origin-see");
        let reads = v.person().is_ok_and(|by| by.must_in_commune(Act::ReadProposals).is_ok());
        let link = html! { @if reads { a href=(origin) { (word) } } @else { (word) } };
        list.push(Fact::new(l.t("nomination-origin"), link));
    }
    facts(&list)
}

/// The ways to its reports of achievements, which those who propose write and others read, and to the
/// opinions of offices.
fn reports(v: &Visit, person: &Person, one: &Nomination) -> Markup {
    let writes = one.state != State::Withdrawn
        && person.may(Act::WriteAchievements, one.place(&person.commune));
    let word = v.l.t(if writes { "nomination-report-write" } else { "nomination-reports" });
    let opinions = format!("/y-kien/de-nghi/{}", one.id);
    buttons(&[
        button_link(&format!("/soan-thao/moi?de-nghi={}", one.id), word),
        button_link(&opinions, v.l.t("nomination-opinions")),
    ])
}

/// Whether the commune decides, and the reward with its calculation, by the law of that day.
fn money(v: &Visit, one: &Nomination, day: Date) -> Markup {
    let l = v.l;
    let decides = match may_decide(&v.app.catalog, &one.award, UnitKind::Commune, day).verdict {
        Verdict::Yes => l.t("award-commune-decides"),
        Verdict::No => l.t("award-commune-proposes"),
        Verdict::PersonMustDecide => l.t("verdict-person"),
    };
    let reward = reward::compute(&v.app.catalog, &one.award, one.contestant.kind, day);
    facts(&[
        Fact::new(l.t("award-commune"), html! { (decides) }),
        Fact::new(
            l.t("nomination-reward"),
            html! {
                @match &reward {
                    Ok(reward) => {
                        strong { (reward.rounded) " đồng" } (law::reasons(l, &reward.reasons))
                    }
                    Err(_) => (l.t("nomination-reward-unknown")),
                }
            },
        ),
    ])
}

/// The next steps of the way that this person may take.
fn acts(
    v: &Visit,
    person: &Person,
    one: &Nomination,
    faulty: Option<(&str, &Form, &Errors)>,
) -> Markup {
    let l = v.l;
    let base = format!("/khen-thuong/{}", one.id);
    let own = person.may(Act::Nominate, one.place(&person.commune));
    let keeps = person.may_somewhere(Act::KeepCouncil);
    let open = matches!(one.state, State::Draft | State::Returned);
    html! {
        @if own && open {
            (buttons(&[button_link(&format!("{base}/sua"), l.t("nomination-correct"))]))
            (plain(v, &format!("{base}/gui"), l.t("nomination-send-consequence"), l.t("nomination-send")))
        }
        @if keeps && one.state == State::Sent {
            (plain(v, &format!("{base}/tiep-nhan"), l.t("nomination-receive-consequence"), l.t("nomination-receive")))
            (with_reason(v, &base, "tra-lai", l.t("nomination-send-back"), faulty))
        }
        @if mending::may_ask(person, one) {
            (buttons(&[button_link(&format!("{base}/bo-sung"), l.t("nomination-mend"))]))
        }
        @if own && (open || matches!(one.state, State::Sent | State::Received)) {
            (with_reason(v, &base, "rut", l.t("nomination-withdraw"), faulty))
        }
    }
}

fn plain(v: &Visit, action: &str, consequence: &str, act: &str) -> Markup {
    html! {
        form.consequence method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            p { (consequence) }
            (buttons(&[button(act)]))
        }
    }
}

fn with_reason(
    v: &Visit,
    base: &str,
    act: &str,
    label: &str,
    faulty: Option<(&str, &Form, &Errors)>,
) -> Markup {
    let faulty = faulty.filter(|(known, ..)| *known == act);
    let (form, errors) = match faulty {
        Some((_, form, errors)) => (form.clone(), errors.clone()),
        None => (Form::default(), Errors::default()),
    };
    // Two such forms may stand on one page, so only the faulty one uses the name as its id.
    let question = Field::new("reason", v.l.t("nomination-reason-ask")).required();
    html! {
        details.confirm open[faulty.is_some()] {
            summary.button.second { (label) }
            form method="post" action={ (base) "/" (act) } {
                (csrf::token_field(v.form_token()))
                @if faulty.is_some() { (fields(v.l, &form, &errors, &[question])) } @else {
                    label {
                        (v.l.t("nomination-reason-ask")) " " input type="text" name="reason" required;
                    }
                }
                (buttons(&[button_quiet(act, label)]))
            }
        }
    }
}

/// Leads back to the record, or shows it again with what is wrong.
fn after(v: &Visit, act: &str, form: &Form, done: Result<(), Refusal>) -> Reply {
    match done {
        Ok(()) => go(&format!("/khen-thuong/{}?xong=nomination-step", v.param("ma"))),
        Err(Refusal::Invalid(errors)) => page(v, Some((act, form, &errors))),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn send(v: &Visit, form: &Form) -> Reply {
    after(v, "gui", form, hand_in(&v.app, v.person()?, v.param("ma")))
}

pub(super) fn receive(v: &Visit, form: &Form) -> Reply {
    after(v, "tiep-nhan", form, take(&v.app, v.person()?, v.param("ma")))
}

pub(super) fn send_back(v: &Visit, form: &Form) -> Reply {
    let done = give_back(&v.app, v.person()?, v.param("ma"), form.text("reason"));
    after(v, "tra-lai", form, done)
}

pub(super) fn withdraw(v: &Visit, form: &Form) -> Reply {
    let done = take_back(&v.app, v.person()?, v.param("ma"), form.text("reason"));
    after(v, "rut", form, done)
}
