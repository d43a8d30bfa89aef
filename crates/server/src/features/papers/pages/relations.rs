//! What a paper has to do with others: the part of its page, and saying so.

use maud::{Markup, html};

use super::super::{Paper, Related, Relation, Wanted, find, list, relate, related, unrelate};
use super::{address, day_of, name_of};
use crate::access::Act;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{
    Choice, Field, Kind, State, button, buttons, empty, error_summary, filter, tag,
};
use crate::web::{Errors, Form, PageError, Paging, csrf};

/// Papers shown to choose from; more words find fewer.
const SHOWN: usize = 20;

/// The relations of a paper, in the words of the side that is looked at.
pub(super) fn section(v: &Visit, paper: &Paper) -> Result<Markup, PageError> {
    let l = v.l;
    let found = related(&v.app, v.person()?, &paper.id)?;
    Ok(html! {
        @if !found.is_empty() {
            h2 { (l.t("paper-relations")) }
            ul.plain {
                @for one in &found {
                    li {
                        (words(v, one)) ": "
                        a href=(address(&one.paper.id)) { (name_of(v, &one.paper)) }
                        " (" (day_of(&one.paper)) ") – " (one.paper.title)
                        @if one.paper.withdrawn.is_some() { " " (tag(l, State::Revoked)) }
                        @if one.said_here && v.may(Act::RegisterPapers) {
                            " " (take_back(v, paper, one))
                        }
                    }
                }
            }
        }
    })
}

fn words<'a>(v: &'a Visit, one: &Related) -> &'a str {
    match one.said_here {
        true => v.l.word("relation-", one.relation.code()),
        false => v.l.word("relation-of-", one.relation.code()),
    }
}

fn take_back(v: &Visit, paper: &Paper, one: &Related) -> Markup {
    html! {
        form.inline method="post" action={ (address(&paper.id)) "/quan-he/bo" } {
            (csrf::token_field(v.form_token()))
            input type="hidden" name="relation" value=(one.relation.code());
            input type="hidden" name="other" value=(one.paper.id);
            button.link type="submit" {
                (v.l.t("paper-unrelate"))
                span.hidden { ": " (words(v, one)) " " (name_of(v, &one.paper)) }
            }
        }
    }
}

pub(super) fn page(v: &Visit) -> Reply {
    draw(v, &v.query, None)
}

/// `form` holds the words that are looked for, in `tu`, and what was chosen.
fn draw(v: &Visit, form: &Form, errors: Option<&Errors>) -> Reply {
    let l = v.l;
    let paper = find(&v.app, v.person()?, v.param("ma"))?;
    let words = form.text("tu");
    let none = Errors::default();
    let search = Field::new("tu", l.t("paper-words")).draw(l, form, &none);
    let (name, back) = (name_of(v, &paper), address(&paper.id));
    let body = html! {
        p.lead { (name) " – " (paper.title) }
        p { (l.t("paper-relate-lead")) }
        (filter(l, &Paging::parse(&v.path, &v.query, &[]), search))
        @if !words.is_empty() { (choose(v, &paper, form, errors.unwrap_or(&none))?) }
    };
    let page = v.page(l.t("paper-relate")).back(&back, &name).narrow();
    if errors.is_some() { show_again(page, body) } else { show(page, body) }
}

/// The papers that were found, to choose one of them and what this one says of it.
fn choose(v: &Visit, paper: &Paper, form: &Form, errors: &Errors) -> Result<Markup, PageError> {
    let l = v.l;
    let wanted = Wanted { words: form.text("tu"), ..Wanted::default() };
    let paging = Paging::parse(&v.path, &Form::default(), &[]);
    let (found, _) = list(&v.app, v.person()?, wanted, &paging)?;
    let others = found.iter().filter(|other| other.id != paper.id).take(SHOWN);
    let others: Vec<_> = others.map(|other| choice(v, other)).collect();
    if others.is_empty() {
        return Ok(empty(l.t("table-none-found"), l.t("paper-relate-none"), None));
    }
    let relations = Relation::ALL.iter();
    let relations = relations.map(|it| Choice::new(it.code(), l.word("relation-", it.code())));
    let questions = [
        Field::new("tu", "").kind(Kind::Hidden),
        Field::new("relation", l.t("paper-relation"))
            .kind(Kind::Radios(relations.collect()))
            .required(),
        Field::new("other", l.t("paper-other")).kind(Kind::Radios(others)).required(),
    ];
    let action = format!("{}/quan-he", address(&paper.id));
    Ok(html! {
        form method="post" action=(action) {
            (csrf::token_field(v.form_token()))
            (error_summary(l, errors, &questions))
            @for question in &questions { (question.draw(l, form, errors)) }
            (buttons(&[button(l.t("paper-relate"))]))
        }
    })
}

fn choice(v: &Visit, other: &Paper) -> Choice {
    let label = format!("{} ({})", name_of(v, other), day_of(other));
    Choice::new(&other.id, label).hint(&other.title)
}

pub(super) fn add(v: &Visit, form: &Form) -> Reply {
    let (id, mut errors) = (v.param("ma"), Errors::default());
    let relation = Relation::from_code(form.required("relation", &mut errors));
    let other = form.required("other", &mut errors);
    let done = match relation {
        Some(relation) if errors.is_empty() => relate(&v.app, v.person()?, id, relation, other),
        _ => Err(errors.into()),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=paper-related", address(id))),
        Err(Refusal::Invalid(errors)) => draw(v, form, Some(&errors)),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn end(v: &Visit, form: &Form) -> Reply {
    let id = v.param("ma");
    let relation = Relation::from_code(form.text("relation")).ok_or(Refusal::NotFound)?;
    unrelate(&v.app, v.person()?, id, relation, form.text("other"))?;
    go(&format!("{}?xong=paper-unrelated", address(id)))
}
