//! One recorded award: what its paper says, whose it is, and taking it back.

use chungsuc_domain::date;
use maud::{Markup, html};

use super::{REGISTER, level_word};
use crate::access::Act;
use crate::features::honours::{self, Honour};
use crate::features::{directory, files, papers};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Confirm, Fact, Field, Kind, Tone, button, buttons, facts, fields, notice,
};
use crate::web::{Errors, Form, PageError, csrf};

/// Subjects that are offered at most.
const OFFERED_MOST: i64 = 50;

pub(super) fn page(v: &Visit) -> Reply {
    let one = asked(v)?;
    let body = whole(v, &one, &Form::default(), &Errors::default())?;
    show(v.page(&one.says.name).back(REGISTER, v.l.t("way-registers")), body)
}

fn asked(v: &Visit) -> Result<Honour, PageError> {
    Ok(honours::find(&v.app, v.person()?, v.param("ma"))?)
}

fn whole(v: &Visit, one: &Honour, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let keeps = v.may(Act::KeepHonours) && one.withdrawn.is_none();
    Ok(html! {
        @if let Some((day, why)) = &one.withdrawn {
            @let said = [("day", date::show_date(*day).into()), ("why", why.clone().into())];
            (notice(Tone::Warning, &html! { (l.with("register-withdrawn", &said)) }))
        }
        (said(v, one)?)
        @if keeps && one.says.subject.is_none() { (linking(v, one)?) }
        @if keeps { (taking_back(v, one, form, errors)) }
    })
}

fn said(v: &Visit, one: &Honour) -> Result<Markup, PageError> {
    let (l, says) = (v.l, &one.says);
    let day = says.issued_on.map_or_else(|| says.year.to_string(), date::show_date);
    let known = says.award.as_deref().and_then(|code| v.app.catalog.award(code));
    let paper = match &says.paper {
        Some(id) => Some(papers::find(&v.app, v.person()?, id)?),
        None => None,
    };
    let kind = says.subject_kind.code();
    let mut rows = vec![
        Fact::new(l.t("register-kind"), html! { (l.word("subject-kind-", kind)) }),
        Fact::new(
            l.t("register-award"),
            html! {
                (says.award_name)
                @match known {
                    Some(award) if award.form.name != says.award_name => {
                        br; span.quiet { (l.t("register-award-known")) ": " (award.form.name) }
                    },
                    Some(_) => {},
                    None => { br; span.quiet { (l.t("register-award-unknown")) } },
                }
            },
        ),
        Fact::new(
            l.t("register-mode"),
            html! { (says.mode.map_or("–", |mode| l.word("award-mode-", mode.code()))) },
        ),
        Fact::new(l.t("register-number"), html! { (says.number) }),
        Fact::new(l.t("register-day"), html! { (day) }),
        Fact::new(l.t("register-issuer"), html! { (says.issuer) }),
        Fact::new(
            l.t("register-level"),
            match says.level {
                Some(level) => html! { (level_word(v, level)) },
                None => html! { span.quiet { (l.t("register-level-unknown")) } },
            },
        ),
        Fact::new(l.t("register-achievement"), html! { (says.achievement) }),
    ];
    if let Some(subject) = &says.subject {
        let href = format!("{REGISTER}/cua/{kind}/{subject}");
        let link = html! { a href=(href) { (l.t("register-record")) } };
        rows.insert(0, Fact::new(l.t("register-of"), link));
    }
    if let Some(paper) = paper {
        let link = html! { a href={ "/van-ban/" (paper.id) } { (paper.cited()) } };
        rows.push(Fact::new(l.t("register-paper"), link));
    }
    if one.file.is_some() {
        let href = format!("{REGISTER}/dong/{}/tep", one.id);
        rows.push(Fact::new(
            l.t("register-file"),
            html! { a href=(href) { (l.t("register-see")) } },
        ));
    }
    if let Some(nomination) = &says.nomination {
        let link =
            html! { a href={ "/khen-thuong/" (nomination) } { (l.t("register-from-above")) } };
        rows.push(Fact::new(l.t("register-from"), link));
    }
    if says.brought.is_some() {
        rows.push(Fact::new(l.t("register-from"), html! { (l.t("register-from-list")) }));
    }
    Ok(facts(&rows))
}

/// Whose it may be: those of the kind with a name like this.
fn linking(v: &Visit, one: &Honour) -> Result<Markup, PageError> {
    let l = v.l;
    let words = v
        .query
        .filled("ten")
        .unwrap_or_else(|| honours::name_alone(one.says.subject_kind, &one.says.name));
    let mut found = directory::find_subjects(&v.app, v.person()?, words, OFFERED_MOST)?;
    found.retain(|subject| subject.kind == one.says.subject_kind);
    let offered = found.iter().map(|subject| Choice::new(&subject.id, &subject.name)).collect();
    let (form, none) = (Form::from_pairs([("ten", words)]), Errors::default());
    let who = Field::new("subject", l.t("register-of")).kind(Kind::Select(offered)).required();
    Ok(html! {
        h2 { (l.t("register-link")) }
        p { (l.t("register-link-lead")) }
        form.filter method="get" action={ (REGISTER) "/dong/" (one.id) } {
            (Field::new("ten", l.t("register-name")).draw(l, &form, &none))
            (button(l.t("directory-find")))
        }
        @if found.is_empty() {
            p { (l.t("register-link-nobody")) }
        } @else {
            form method="post" action={ (REGISTER) "/dong/" (one.id) "/noi" } {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(one.version);
                (who.draw(l, &Form::default(), &none))
                (buttons(&[button(l.t("register-link"))]))
            }
        }
    })
}

fn taking_back(v: &Visit, one: &Honour, form: &Form, errors: &Errors) -> Markup {
    let l = v.l;
    let action = format!("{REGISTER}/dong/{}/rut", one.id);
    let more = html! {
        input type="hidden" name="version" value=(one.version);
        (fields(l, form, errors, &[Field::new("why", l.t("register-why")).required()]))
    };
    let confirm = Confirm {
        act: l.t("register-withdraw"),
        consequence: l.t("register-withdraw-consequence"),
        action: &action,
        token: v.form_token(),
        grave: true,
    };
    if errors.is_empty() { confirm.folded_with(more) } else { confirm.open(more) }
}

pub(super) fn file(v: &Visit) -> Reply {
    let file = asked(v)?.file.ok_or_else(PageError::not_found)?;
    files::show(&v.app, &v.person()?.commune, &file)
}

pub(super) fn link(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    honours::link(&v.app, v.person()?, (id, version), form.text("subject"))?;
    go(&format!("{REGISTER}/dong/{id}?xong=honour-linked"))
}

pub(super) fn withdraw(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    match honours::withdraw(&v.app, v.person()?, (id, version), form.text("why")) {
        Ok(()) => go(&format!("{REGISTER}/dong/{id}?xong=honour-withdrawn")),
        Err(Refusal::Invalid(errors)) => {
            let one = asked(v)?;
            let body = whole(v, &one, form, &errors)?;
            show_again(v.page(&one.says.name).back(REGISTER, v.l.t("way-registers")), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
