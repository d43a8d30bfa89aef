//! Adopting a plan: the file is read, what was understood is shown, and then it is accepted.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::super::{PlanFacts, PlanFault, adopt};
use crate::features::units;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Fact, Field, Kind, button, buttons, facts, fields};
use crate::web::{Errors, Form, Message, PageError, Upload, csrf};

pub(super) fn page(v: &Visit) -> Reply {
    show(v.page(v.l.t("plan-adopt")).narrow(), upload_form(v, &Errors::default()))
}

fn upload_form(v: &Visit, errors: &Errors) -> Markup {
    let l = v.l;
    let file = Kind::File { accept: ".toml", many: false };
    let question = Field::new("file", l.t("plan-file")).kind(file).help(l.t("plan-file-help"));
    html! {
        form method="post" action="/phong-trao/lap" enctype="multipart/form-data" {
            (csrf::token_field(v.form_token()))
            (fields(l, &Form::default(), errors, &[question.required()]))
            (buttons(&[button(l.t("plan-read"))]))
        }
    }
}

/// Shows what was understood of the file; nothing is written yet.
pub(super) fn look(v: &Visit, upload: &Upload) -> Reply {
    let l = v.l;
    let Some(file) = upload.files_of("file").next() else {
        let mut errors = Errors::default();
        errors.add("file", Message::new("field-missing"));
        return show_again(v.page(l.t("plan-adopt")).narrow(), upload_form(v, &errors));
    };
    match read(v, &file.content)? {
        Ok(plan) => show(v.page(l.t("plan-understood")), understood(v, &plan, &file.content)),
        Err(faults) => {
            let mut errors = Errors::default();
            for fault in &faults {
                let said = format!("{}: {}", fault.place, fault.message.say(l));
                errors.add("file", Message::worded(said));
            }
            show_again(v.page(l.t("plan-adopt")).narrow(), upload_form(v, &errors))
        }
    }
}

fn read(v: &Visit, file: &[u8]) -> Result<Result<PlanFacts, Vec<PlanFault>>, PageError> {
    let known = units::territories(&v.app, v.person()?)?;
    let is_unit = |code: &str| known.iter().any(|unit| unit.code == code);
    Ok(PlanFacts::parse(file, &v.app.catalog, is_unit))
}

fn understood(v: &Visit, plan: &PlanFacts, file: &[u8]) -> Markup {
    let l = v.l;
    let day = |day: jiff::civil::Date| date::show_date(day);
    let count = |number: usize| html! { (l.number(number as u64)) };
    let list = [
        Fact::new(l.t("paper-number"), html! { (plan.paper.number) }),
        Fact::new(l.t("paper-day"), html! { (day(plan.paper.issued_on)) }),
        Fact::new(l.t("paper-issuer"), html! { (plan.paper.issuer) }),
        Fact::new(l.t("paper-title"), html! { (plan.paper.title) }),
        Fact::new(
            l.t("paper-signer"),
            html! {
                (plan.paper.signer_post) " – " (plan.paper.signer_name)
            },
        ),
        Fact::new(l.t("movement-name"), html! { (plan.movement.name) }),
        Fact::new(
            l.t("movement-period"),
            html! {
                (day(plan.movement.from)) " – " (day(plan.movement.to))
            },
        ),
        Fact::new(
            l.t("targets-title"),
            html! {
                ul.plain {
                    @for target in &plan.targets {
                        li { (target.text) @if let Some(due) = target.due { " (" (day(due)) ")" } }
                    }
                }
            },
        ),
        Fact::new(
            l.t("merits-title"),
            html! {
                ul.plain { @for subject in &plan.subjects { li { (subject.name) } } }
            },
        ),
        Fact::new(
            l.t("movement-awards"),
            html! {
                ul.plain {
                    @for code in &plan.awards.codes {
                        @if let Some(award) = v.app.catalog.award(code) { li { (award.form.name) } }
                    }
                }
            },
        ),
        Fact::new(l.t("stages-title"), count(plan.stages.len())),
        Fact::new(l.t("duties-title"), count(plan.duties.len())),
        Fact::new(
            l.t("movement-reporting"),
            html! {
                (l.word("reporting-", &plan.reporting.cycle)) ": "
                (plan.reporting.by) " → " (plan.reporting.to)
            },
        ),
    ];
    html! {
        p.lead { (l.t("plan-understood-lead")) }
        (facts(&list))
        form.consequence method="post" action="/phong-trao/lap/chap-nhan" {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="plan" value=(String::from_utf8_lossy(file));
            p { (l.t("plan-accept-consequence")) }
            (buttons(&[button(l.t("plan-accept"))]))
        }
    }
}

/// Adopts the plan that was shown.
pub(super) fn accept(v: &Visit, form: &Form) -> Reply {
    let plan = read(v, form.raw("plan").as_bytes())?;
    let plan = plan.map_err(|faults| match faults.first() {
        Some(fault) => Refusal::Rule(fault.message.clone()),
        None => Refusal::rule("error-invalid"),
    })?;
    let id = adopt(&v.app, v.person()?, &plan)?;
    go(&format!("/phong-trao/{id}?xong=movement"))
}
