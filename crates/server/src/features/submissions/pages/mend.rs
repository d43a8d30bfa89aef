//! Giving up a draft, and taking back the last step of a dossier: both with a reason.

use chungsuc_domain::date::show_date;
use chungsuc_domain::submission::Stage;
use maud::{Markup, html};

use super::super::{Step, Submission, give_up as give_it_up, undo as take_back};
use super::address;
use super::record::draw;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go};
use crate::web::ui::{Confirm, Field, fields};
use crate::web::{Errors, Form};

/// The two forms, each where it can act. `last` is the last step that stands.
pub(super) fn forms(v: &Visit, one: &Submission, last: Option<&Step>, errors: &Errors) -> Markup {
    let l = v.l;
    let asked = |act: &str, consequence: &str, to: &str| {
        let action = format!("{}/{to}", address(&one.id));
        let token = v.form_token();
        let confirm = Confirm { act, consequence, action: &action, token, grave: true };
        let wrong = errors.of("why").is_some();
        let none = Errors::default();
        let errors = if wrong { errors } else { &none };
        let more = html! {
            input type="hidden" name="version" value=(one.version);
            (fields(l, &Form::default(), errors, &[Field::new("why", l.t("submission-why")).required()]))
        };
        if wrong { confirm.open(more) } else { confirm.folded_with(more) }
    };
    html! {
        @if one.stage == Stage::Draft {
            (asked(l.t("submission-give-up"), l.t("submission-give-up-consequence"), "bo"))
        } @else if let Some(step) = last {
            @let said = [
                ("step", l.word("submission-move-", step.kind.code()).into()),
                ("day", show_date(step.on).into()),
            ];
            (asked(
                &l.with("submission-undo", &said),
                l.t("submission-undo-consequence"),
                "dao",
            ))
        }
    }
}

pub(super) fn give_up(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    answer(
        v,
        give_it_up(&v.app, v.person()?, (id, version), form.text("why")),
        "submission-given-up",
    )
}

pub(super) fn undo(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    answer(v, take_back(&v.app, v.person()?, (id, version), form.text("why")), "submission-undone")
}

fn answer(v: &Visit, done: Result<(), Refusal>, what: &str) -> Reply {
    match done {
        Ok(()) => go(&format!("{}?xong={what}", address(v.param("ma")))),
        Err(Refusal::Invalid(errors)) => {
            let form = Form::from_pairs([("on", show_date(v.app.today()))]);
            draw(v, &form, &errors)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
