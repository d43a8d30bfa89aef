//! Proposing somebody: a contestant is found, then the award and the achievement are written.

use chungsuc_domain::SubjectKind;
use maud::{Markup, html};

use super::super::propose::open_words;
use super::super::{
    NewNomination, Nomination, Part, State, correct as correct_nomination, find,
    propose as propose_new,
};
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
            (button(l.t("directory-find")))
        }
        (Table::new(l.t("contestants-title"), &columns, rows.collect()).draw(l))
        p { a href=(register) { (l.t("nomination-not-found")) } }
    };
    show(v.page(l.t("nomination-new")).back("/khen-thuong", l.t("way-nominations")), body)
}

pub(super) fn page(v: &Visit) -> Reply {
    let contestant = movements::contestant(&v.app, v.person()?, v.param("dt"))?;
    let asked = questions(v, &contestant)?;
    show(frame(v), whole(v, &contestant, &Form::default(), &Errors::default(), &asked))
}

fn frame(v: &Visit) -> Page<'_> {
    let again = v.l.t("nomination-choose-again");
    v.page(v.l.t("nomination-new")).narrow().back("/khen-thuong/de-nghi", again)
}

fn whole(
    v: &Visit,
    contestant: &Contestant,
    form: &Form,
    errors: &Errors,
    questions: &[Field<'_>],
) -> Markup {
    let l = v.l;
    let kind = l.word("subject-kind-", contestant.kind.code());
    html! {
        p.lead { (contestant.name) " (" (kind) ")" }
        form method="post" action=(v.path) data-draft {
            (draft(l))
            (csrf::token_field(v.form_token()))
            (fields(l, form, errors, questions))
            (buttons(&[button(l.t("nomination-save"))]))
        }
    }
}

/// What is asked of who proposes a contestant; the version travels along.
pub(crate) fn questions<'a>(
    v: &'a Visit,
    contestant: &Contestant,
) -> Result<Vec<Field<'a>>, PageError> {
    let awards = awards(v, &contestant.movement, contestant.kind)?;
    let award = Field::new("award", v.l.t("nomination-award"));
    let mut questions = in_words(v, &[Part::Achievement, Part::ProposedBy]);
    questions.insert(1, award.kind(Kind::Select(awards)).required());
    Ok(questions)
}

/// The version, and the parts in words that may be written.
fn in_words<'a>(v: &'a Visit, parts: &[Part]) -> Vec<Field<'a>> {
    let l = v.l;
    let mut questions = vec![Field::new("version", "").kind(Kind::Hidden)];
    if parts.contains(&Part::Achievement) {
        let achievement = Field::new("achievement", l.t("nomination-achievement"));
        let achievement = achievement.kind(Kind::Long).help(l.t("nomination-achievement-help"));
        questions.push(achievement.required());
    }
    if parts.contains(&Part::ProposedBy) {
        questions.push(Field::new("proposed_by", l.t("nomination-by")).required());
    }
    questions
}

/// What may be written now: all of a draft, what is to be mended of one that was sent.
fn open_now(v: &Visit, known: &Nomination) -> Result<Vec<Part>, PageError> {
    match known.state {
        State::Draft | State::Returned => Ok(vec![Part::Achievement, Part::ProposedBy]),
        _ => Ok(open_words(&v.app, v.person()?, known)?),
    }
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
            let asked = questions(v, &contestant)?;
            show_again(frame(v), whole(v, &contestant, sent, &errors, &asked))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn edit(v: &Visit) -> Reply {
    let known = find(&v.app, v.person()?, v.param("ma"))?;
    let open = open_now(v, &known)?;
    if open.is_empty() {
        return Err(Refusal::rule("nomination-gone-on").into());
    }
    let form = Form::from_pairs([
        ("version", known.version.to_string()),
        ("achievement", known.achievement.clone()),
        ("proposed_by", known.proposed_by.clone()),
    ]);
    let asked = in_words(v, &open);
    let body = whole(v, &known.contestant, &form, &Errors::default(), &asked);
    show(v.page(v.l.t("nomination-correct")).narrow(), body)
}

pub(super) fn correct(v: &Visit, sent: &Form) -> Reply {
    let (person, id) = (v.person()?, v.param("ma"));
    let known = find(&v.app, person, id)?;
    let version = sent.text("version").parse().unwrap_or_default();
    // What was not asked stays as it is.
    let written = |name, old| if sent.checked(name) { sent.text(name) } else { old };
    let achievement = written("achievement", known.achievement.as_str());
    let proposed_by = written("proposed_by", known.proposed_by.as_str());
    match correct_nomination(&v.app, person, id, version, achievement, proposed_by) {
        Ok(()) => go(&format!("/khen-thuong/{id}?xong=nomination")),
        Err(Refusal::Invalid(errors)) => {
            let asked = in_words(v, &open_now(v, &known)?);
            let body = whole(v, &known.contestant, sent, &errors, &asked);
            show_again(v.page(v.l.t("nomination-correct")).narrow(), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}
