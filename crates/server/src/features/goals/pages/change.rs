//! Changing a goal, with the reason, or giving it up.

use maud::{Markup, html};

use super::super::{Goal, change as change_goal, goal, may_keep, withdraw as withdraw_goal};
use super::form::{due, planned};
use super::{address, aim_word, standard_of};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Confirm, Field, Kind, button, buttons, fields};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let goal = asked(v)?;
    let form = Form::from_pairs([
        ("version", goal.version.to_string()),
        ("planned", goal.planned.to_string()),
        ("due", chungsuc_domain::date::show_date(goal.due)),
        ("note", goal.note.clone()),
    ]);
    draw(v, &goal, &form, &Errors::default(), false)
}

/// The goal, if this person may change it and it stands.
fn asked(v: &Visit) -> Result<Goal, PageError> {
    let goal = goal(&v.app, v.person()?, v.param("ma"))?;
    if !may_keep(v.person()?, &goal.unit) {
        return Err(Refusal::Forbidden.into());
    }
    match goal.withdrawn {
        true => Err(Refusal::rule("goal-is-withdrawn").into()),
        false => Ok(goal),
    }
}

fn draw(v: &Visit, goal: &Goal, form: &Form, errors: &Errors, again: bool) -> Reply {
    let l = v.l;
    let standard = standard_of(v, goal)?;
    let name = format!("{}: {}", goal.unit_name, aim_word(v, &goal.aim, standard));
    let mut questions = vec![Field::new("version", "").kind(Kind::Hidden)];
    if goal.aim.has_number(standard) {
        questions.push(Field::new("planned", l.t("goal-planned")).kind(Kind::Number).required());
    }
    questions.extend([
        Field::new("due", l.t("goal-due")).kind(Kind::Date).required(),
        Field::new("note", l.t("value-note")).kind(Kind::Long),
        Field::new("reason", l.t("goal-reason")).help(l.t("goal-reason-help")).required(),
    ]);
    let base = address(&goal.id);
    let body = html! {
        p.lead { (name) }
        form method="post" action={ (base) "/sua" } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("goal-change-keep"))]))
        }
        (giving_up(v, goal, &base))
    };
    let page = v.page(l.t("goal-change")).back(&base, &name).narrow();
    if again { show_again(page, body) } else { show(page, body) }
}

fn giving_up(v: &Visit, goal: &Goal, base: &str) -> Markup {
    let l = v.l;
    let (form, none) = (Form::default(), Errors::default());
    let reason = Field::new("why", l.t("goal-withdraw-reason")).required().draw(l, &form, &none);
    Confirm {
        act: l.t("goal-withdraw"),
        consequence: l.t("goal-withdraw-consequence"),
        action: &format!("{base}/thoi"),
        token: v.form_token(),
        grave: true,
    }
    .folded_with(html! {
        input type="hidden" name="version" value=(goal.version);
        (reason)
    })
}

pub(super) fn change(v: &Visit, form: &Form) -> Reply {
    let goal = asked(v)?;
    let mut errors = Errors::default();
    let planned = planned(form, &mut errors);
    let due = due(v, form, &mut errors);
    let version = form.text("version").parse().unwrap_or_default();
    let person = v.person()?;
    let done = match due {
        Some(due) if errors.is_empty() => {
            let new = (due, planned, form.text("note"));
            change_goal(&v.app, person, (&goal.id, version), new, form.text("reason"))
        }
        _ => Err(errors.into()),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=goal-changed", address(&goal.id))),
        Err(Refusal::Invalid(errors)) => draw(v, &goal, form, &errors, true),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn withdraw(v: &Visit, form: &Form) -> Reply {
    let goal = asked(v)?;
    let version = form.text("version").parse().unwrap_or_default();
    withdraw_goal(&v.app, v.person()?, (&goal.id, version), form.text("why"))?;
    go(&format!("{}?xong=goal-withdrawn", address(&goal.id)))
}
