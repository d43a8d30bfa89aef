//! A member keeps out of a dossier: the page that takes the reason.

use maud::{Markup, html};

use super::super::{declare, sitting};
use super::ballot::way_back;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, Page, button, buttons, fields};
use crate::web::{Errors, Form, PageError, csrf};

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("interest-title")).narrow().back(back, v.l.t("sitting-agenda"))
}

pub(super) fn page(v: &Visit) -> Reply {
    let form = Form::from_pairs([("ho-so", v.query.text("ho-so"))]);
    let back = format!("/hoi-dong/phien/{}", v.param("ma"));
    show(frame(v, &back), whole(v, &form, &Errors::default())?)
}

fn whole(v: &Visit, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let found = sitting(&v.app, v.person()?, v.param("ma"))?;
    let dossiers = found.items.iter();
    let dossiers =
        dossiers.map(|item| Choice::new(&item.nomination.id, &item.nomination.contestant.name));
    let questions = [
        Field::new("ho-so", l.t("interest-dossier"))
            .kind(Kind::Select(dossiers.collect()))
            .required(),
        Field::new("reason", l.t("interest-reason")).help(l.t("interest-reason-help")).required(),
    ];
    Ok(html! {
        p.lead { (l.t("interest-lead")) }
        form method="post" action={ "/hoi-dong/phien/" (found.id) "/lien-quan" } {
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("interest-declare")), way_back(v)]))
        }
    })
}

pub(super) fn take(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    match declare(&v.app, v.person()?, id, form.text("ho-so"), form.text("reason")) {
        Ok(()) => go(&format!("/hoi-dong/phien/{id}?xong=interest")),
        Err(Refusal::Invalid(errors)) => {
            let back = format!("/hoi-dong/phien/{id}");
            show_again(frame(v, &back), whole(v, form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
