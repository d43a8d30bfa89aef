//! Telling the facts that the conditions of an award ask for, and the written reason.

use chungsuc_domain::eligibility::{Fact, FactType, Value};
use maud::{Markup, html};

use super::super::{Judged, Nomination, find, judged, tell};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Choice, Field, Kind, button, buttons, draft, fields};
use crate::web::{Errors, Form, PageError, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    let (one, judged) = matter(v)?;
    let mut form = Form::default();
    for (fact, value) in &judged.told.values {
        form.set(fact.code(), value.to_string());
    }
    form.set("waiver", judged.told.waiver.as_deref().unwrap_or_default());
    show(frame(v, &one), body(v, &one, &judged, &form, &Errors::default()))
}

pub(super) fn tell_all(v: &Visit, sent: &Form) -> Reply {
    let (one, judged) = matter(v)?;
    let asked = judged.asked(&v.app);
    let texts: Vec<(Fact, &str)> =
        asked.iter().map(|fact| (*fact, sent.text(fact.code()))).collect();
    match tell(&v.app, v.person()?, &one.id, &texts, sent.text("waiver")) {
        Ok(()) => go(&format!("/khen-thuong/{}?xong=nomination-facts#dieu-kien", one.id)),
        Err(Refusal::Invalid(errors)) => {
            show_again(frame(v, &one), body(v, &one, &judged, sent, &errors))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn matter(v: &Visit) -> Result<(Nomination, Judged), PageError> {
    let one = find(&v.app, v.person()?, v.param("ma"))?;
    let judged = judged(&v.app, v.person()?, &one)?;
    Ok((one, judged))
}

fn frame<'a>(v: &'a Visit, one: &'a Nomination) -> crate::web::ui::Page<'a> {
    v.page(v.l.t("nomination-tell")).narrow().back(address(v), &one.contestant.name)
}

/// The record that this page belongs to.
fn address(v: &Visit) -> &str {
    v.path.strip_suffix("/dieu-kien").unwrap_or(&v.path)
}

fn body(v: &Visit, one: &Nomination, judged: &Judged, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let award = v.app.catalog.award(&one.award).map_or("–", |award| &award.form.name);
    let mut questions: Vec<Field<'_>> =
        judged.asked(&v.app).into_iter().map(|fact| question(v, fact, form)).collect();
    let reason = Field::new("waiver", l.t("nomination-waiver")).kind(Kind::Long);
    questions.push(reason.help(l.t("nomination-waiver-help")));
    html! {
        p.lead { (one.contestant.name) " – " (award) }
        p { (l.t("nomination-tell-how")) }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("nomination-tell-save"))]))
        }
    }
}

fn question<'a>(v: &'a Visit, fact: Fact, form: &Form) -> Field<'a> {
    let l = v.l;
    let field = Field::new(fact.code(), l.word("fact-", fact.code()));
    let unknown = Choice::new("", l.t("finding-unknown"));
    match fact.kind() {
        // A hold that there is stands in the register of holds, with its paper.
        FactType::Bool if v.app.catalog.is_hold(fact) && form.text(fact.code()) != "true" => {
            let no = Choice::new(Value::Bool(false).to_string(), l.t("finding-no"));
            field.kind(Kind::Select(vec![unknown, no])).help(l.t("nomination-hold-help"))
        }
        FactType::Number => field.kind(Kind::Number),
        FactType::Bool => {
            let yes = Choice::new(Value::Bool(true).to_string(), l.t("finding-yes"));
            let no = Choice::new(Value::Bool(false).to_string(), l.t("finding-no"));
            field.kind(Kind::Select(vec![unknown, yes, no]))
        }
        FactType::Code(codes) => {
            let choices = codes.iter().map(|code| Choice::new(*code, l.word("fact-value-", code)));
            field.kind(Kind::Select([unknown].into_iter().chain(choices).collect()))
        }
    }
}
