//! Proposing somebody: a contestant is found, then the award and the achievement are written.

use chungsuc_domain::SubjectKind;
use maud::{Markup, html};

use super::super::{NewNomination, correct as correct_nomination, find, propose as propose_new};
use crate::features::movements::{self, Contestant};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, Page, Table, button, buttons, draft, fields,
};
use crate::web::{Errors, Form, PageError, csrf};

/// Contestants that a search shows at most.
const FOUND_MOST: i64 = 30;

pub(super) fn choose(v: &Visit) -> Reply {
    let (l, person) = (v.l, v.person()?);
    let movement = movements::current(&v.app, person)?;
    let movement = movement.ok_or_else(|| Refusal::rule("ledger-no-movement"))?;
    let words = v.query.text("ten");
    let found = movements::search_contestants(&v.app, person, &movement.id, words, FOUND_MOST)?;
    let columns = [Column::new(l.t("contestant-name")), Column::new(l.t("contestant-kind"))];
    let rows = found.iter().map(|one| {
        let kind = l.word("subject-kind-", one.kind.code());
        Cells::new().link(&format!("/khen-thuong/de-nghi/{}", one.id), &one.name).text(kind)
    });
    let register = format!("/phong-trao/{}/dang-ky", movement.id);
    let body = html! {
        p { (l.t("nomination-choose")) }
        form.filter method="get" action="/khen-thuong/de-nghi" {
            (Field::new("ten", l.t("contestant-name")).draw(l, &v.query, &Errors::default()))
            (button(l.t("register-search")))
        }
        (Table::new(l.t("contestants-title"), &columns, rows.collect()).draw(l))
        p { a href=(register) { (l.t("nomination-not-found")) } }
    };
    show(v.page(l.t("nomination-new")).back("/khen-thuong", l.t("way-nominations")), body)
}

pub(super) fn page(v: &Visit) -> Reply {
    let contestant = movements::contestant(&v.app, v.person()?, v.param("dt"))?;
    let body = whole(v, &contestant, &v.path, &Form::default(), &Errors::default(), true)?;
    show(frame(v), body)
}

fn frame(v: &Visit) -> Page<'_> {
    let again = v.l.t("nomination-choose-again");
    v.page(v.l.t("nomination-new")).narrow().back("/khen-thuong/de-nghi", again)
}

fn whole(
    v: &Visit,
    contestant: &Contestant,
    action: &str,
    form: &Form,
    errors: &Errors,
    with_award: bool,
) -> Result<Markup, PageError> {
    let l = v.l;
    let questions = asked(v, contestant, with_award)?;
    let kind = l.word("subject-kind-", contestant.kind.code());
    Ok(html! {
        p.lead { (contestant.name) " (" (kind) ")" }
        form method="post" action=(action) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, &questions))
            (buttons(&[button(l.t("nomination-save"))]))
        }
    })
}

/// What is asked of who proposes a contestant; the version travels along.
pub(crate) fn questions<'a>(
    v: &'a Visit,
    contestant: &Contestant,
) -> Result<Vec<Field<'a>>, PageError> {
    asked(v, contestant, true)
}

fn asked<'a>(
    v: &'a Visit,
    contestant: &Contestant,
    with_award: bool,
) -> Result<Vec<Field<'a>>, PageError> {
    let l = v.l;
    let mut questions = vec![Field::new("version", "").kind(Kind::Hidden)];
    if with_award {
        let awards = awards(v, &contestant.movement, contestant.kind)?;
        let question = Field::new("award", l.t("nomination-award"));
        questions.push(question.kind(Kind::Select(awards)).required());
    }
    questions.extend([
        Field::new("achievement", l.t("nomination-achievement"))
            .kind(Kind::Long)
            .help(l.t("nomination-achievement-help"))
            .required(),
        Field::new("proposed_by", l.t("nomination-by")).required(),
    ]);
    Ok(questions)
}

/// The awards of the movement that this kind of subject can receive.
fn awards(v: &Visit, movement: &str, kind: SubjectKind) -> Result<Vec<Choice>, PageError> {
    let codes = movements::awards_of(&v.app, v.person()?, movement)?;
    let awards = codes.iter().filter_map(|code| v.app.catalog.award(code));
    let fitting = awards.filter(|award| award.form.subjects.contains(&kind));
    Ok(fitting.map(|award| Choice::new(&award.form.code, &award.form.name)).collect())
}

pub(super) fn propose(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("dt"));
    let contestant = movements::contestant(&v.app, person, id)?;
    let new = NewNomination {
        contestant: id,
        award: sent.text("award"),
        achievement: sent.text("achievement"),
        proposed_by: sent.text("proposed_by"),
    };
    match propose_new(&v.app, person, &new) {
        Ok(id) => go(&format!("/khen-thuong/{id}?xong=nomination")),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &contestant, &v.path, sent, &errors, true)?;
            show_again(frame(v), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn edit(v: &Visit) -> Reply {
    let known = find(&v.app, v.person()?, v.param("ma"))?;
    let form = Form::from_pairs([
        ("version", known.version.to_string()),
        ("achievement", known.achievement.clone()),
        ("proposed_by", known.proposed_by.clone()),
    ]);
    let body = whole(v, &known.contestant, &v.path, &form, &Errors::default(), false)?;
    show(v.page(v.l.t("nomination-correct")).narrow(), body)
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let version = sent.text("version").parse().unwrap_or_default();
    let (achievement, by) = (sent.text("achievement"), sent.text("proposed_by"));
    match correct_nomination(&v.app, person, id, version, achievement, by) {
        Ok(()) => go(&format!("/khen-thuong/{id}?xong=nomination")),
        Err(Refusal::Invalid(errors)) => {
            let known = find(&v.app, person, id)?;
            let body = whole(v, &known.contestant, &v.path, sent, &errors, false)?;
            show_again(v.page(v.l.t("nomination-correct")).narrow(), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
