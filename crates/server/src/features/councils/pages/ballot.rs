//! A member's own ballot: the dossiers of a sheet, and what was said to each. Of a secret ballot that
//! was handed in nothing is shown, not even to its voter.

use maud::{Markup, html};

use super::super::{
    Choice, Item, Manner, OwnBallot, SHEET, SittingView, State, hand_in, own_ballot, sitting,
    suggested, vote,
};
use super::agenda::law_rule;
use super::sittings::choice_word;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Page, Tone, button, button_link, buttons, empty, notice};
use crate::web::{Errors, Form, PageError, csrf};

/// The name of a dossier's answer in the form.
pub(super) const ANSWER: &str = "ho-so-";

pub(super) fn ballot(v: &Visit) -> Reply {
    let found = sitting(&v.app, v.person()?, v.param("ma"))?;
    let back = format!("/hoi-dong/phien/{}", found.id);
    if found.state != State::Open || found.manner == Manner::Paper {
        return go(&back);
    }
    let own = own(v, &found.id)?;
    let part = part(v, &own);
    let body = whole(v, &found, &own, part, &Form::default(), &Errors::default())?;
    show(frame(v, &back), body)
}

fn own(v: &Visit, sitting: &str) -> Result<OwnBallot, PageError> {
    let own = own_ballot(&v.app, v.person()?, sitting)?;
    Ok(own.ok_or_else(|| Refusal::rule("vote-not-present"))?)
}

/// The sheet that was asked for, else the first on which something is missing.
fn part(v: &Visit, own: &OwnBallot) -> i64 {
    let asked = v.query.text("to").parse().ok().filter(|part| (1..=own.parts).contains(part));
    asked.or(own.next).unwrap_or(1)
}

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("vote-title")).back(back, v.l.t("sitting-agenda"))
}

fn whole(
    v: &Visit,
    found: &SittingView,
    own: &OwnBallot,
    part: i64,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let first = usize::try_from(part - 1).unwrap_or_default() * SHEET;
    let items = || found.items.iter().skip(first).take(SHEET);
    let secret = found.manner == Manner::Secret;
    let handed_in = secret && own.sheets.contains(&part);
    let open = match secret {
        true => !handed_in,
        false => items().any(|item| {
            let id = &item.nomination.id;
            !own.named.contains_key(id) && !own.kept_out.contains(id)
        }),
    };
    let lead = if secret { "vote-lead-secret" } else { "vote-lead" };
    Ok(html! {
        p.lead { (l.t(lead)) }
        @if own.missing == 0 { (empty(l.t("vote-all-cast"), l.t("vote-all-cast-hint"), None)) }
        @if own.parts > 1 { (sheets(v, found, own, part)) }
        @if handed_in {
            (notice(Tone::Good, &html! { (l.t("vote-sheet-in")) }))
        } @else {
            form method="post" action=(v.path) {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="to" value=(part);
                @for item in items() {
                    (dossier(v, found, item, own, form, errors)?)
                }
                @if open {
                    @if secret { (rest(v, form)) }
                    (buttons(&[button(l.t(if secret { "vote-hand-in" } else { "vote-cast-act" }))]))
                }
            }
        }
    })
}

/// The ways to the other sheets of a long agenda.
fn sheets(v: &Visit, found: &SittingView, own: &OwnBallot, part: i64) -> Markup {
    let l = v.l;
    html! {
        nav aria-label=(l.t("vote-sheets")) {
            ul.plain {
                @for other in 1..=own.parts {
                    @let from = (other - 1) * SHEET as i64 + 1;
                    @let to = (from + SHEET as i64 - 1).min(found.items.len() as i64);
                    @let words = l.with("vote-sheet", &[("from", from.into()), ("to", to.into())]);
                    li {
                        @if other == part { strong aria-current="page" { (words) } }
                        @else { a href={ (v.path) "?to=" (other) } { (words) } }
                        @if own.sheets.contains(&other) { " – " (l.t("vote-sheet-done")) }
                    }
                }
            }
        }
    }
}

/// What is meant by dossiers without a mark: two hundred clicks are nobody's evening.
fn rest(v: &Visit, form: &Form) -> Markup {
    let l = v.l;
    let chosen = form.text("con-lai");
    html! {
        fieldset.card {
            legend { (l.t("vote-rest")) }
            label.choice {
                input type="radio" name="con-lai" value="" checked[chosen.is_empty()];
                " " (l.t("vote-rest-ask"))
            }
            @for choice in [Choice::For, Choice::Against, Choice::Abstain] {
                label.choice {
                    input type="radio" name="con-lai" value=(choice.code())
                        checked[chosen == choice.code()];
                    " " (choice_word(v, choice))
                }
            }
        }
    }
}

/// One dossier: its answers, or what was said already.
fn dossier(
    v: &Visit,
    found: &SittingView,
    item: &Item,
    own: &OwnBallot,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let (l, one) = (v.l, &item.nomination);
    let award = v.app.catalog.award(&one.award).map(|award| award.form.name.as_str());
    let name = format!("{ANSWER}{}", one.id);
    let member = found.members.iter().find(|member| member.id == own.member);
    let ground = match member {
        Some(member) => suggested(v.person()?, member, item),
        None => None,
    };
    let keep_out = format!("/hoi-dong/phien/{}/lien-quan?ho-so={}", found.id, one.id);
    let secret = found.manner == Manner::Secret;
    let offered = Choice::ALL.iter().filter(|choice| !secret || **choice != Choice::Recused);
    Ok(html! {
        fieldset.card id=(name) tabindex="-1" {
            legend { (one.contestant.name) " – " (award.unwrap_or("–")) }
            p { (one.achievement) }
            p.quiet { (l.t("nomination-by")) ": " (one.proposed_by) }
            (law_rule(v, found, item))
            @if own.kept_out.contains(&one.id) {
                p { strong { (l.t("vote-choice-recused")) } }
            } @else if let Some(choice) = own.named.get(&one.id) {
                p { (l.t("vote-yours")) " " strong { (choice_word(v, *choice)) } }
            } @else {
                @if let Some(error) = errors.of(&name) { p.error { (error.say(l)) } }
                @if let Some(ground) = ground {
                    (notice(Tone::Warning, &html! { (l.word("interest-ground-", ground.code())) }))
                }
                @for choice in offered {
                    label.choice {
                        input type="radio" name=(name) value=(choice.code())
                            checked[form.text(&name) == choice.code()];
                        " " (choice_word(v, *choice))
                    }
                }
                p { a href=(keep_out) { (l.t("interest-declare")) } }
            }
        }
    })
}

pub(super) fn cast(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let found = sitting(&v.app, person, v.param("ma"))?;
    let secret = found.manner == Manner::Secret;
    let part: i64 = form.text("to").parse().unwrap_or(1);
    let mut votes: Vec<(String, Choice)> = form
        .pairs()
        .iter()
        .filter_map(|(name, value)| {
            Some((name.strip_prefix(ANSWER)?.to_owned(), Choice::from_code(value)?))
        })
        .collect();
    let done = match secret {
        true => {
            let own = own(v, &found.id)?;
            if let Some(rest) = Choice::from_code(form.text("con-lai")) {
                fill_up(&found, &own, part, rest, &mut votes);
            }
            hand_in(&v.app, person, &found.id, part, &votes)
        }
        false => vote(&v.app, person, &found.id, &votes),
    };
    match done {
        Ok(()) => go(&format!("{}?xong=vote", v.path)),
        Err(Refusal::Invalid(errors)) => {
            let body = whole(v, &found, &own(v, &found.id)?, part, form, &errors)?;
            show_again(frame(v, &format!("/hoi-dong/phien/{}", found.id)), body)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// Puts the same choice to every dossier of the sheet that has none.
fn fill_up(
    found: &SittingView,
    own: &OwnBallot,
    part: i64,
    rest: Choice,
    votes: &mut Vec<(String, Choice)>,
) {
    let first = usize::try_from(part - 1).unwrap_or_default() * SHEET;
    for item in found.items.iter().skip(first).take(SHEET) {
        let id = &item.nomination.id;
        if !own.kept_out.contains(id) && !votes.iter().any(|(voted, _)| voted == id) {
            votes.push((id.clone(), rest));
        }
    }
}

/// What a member has to say before keeping out; a page of its own, so that nothing typed is lost.
pub(super) fn way_back(v: &Visit) -> Markup {
    button_link(&format!("/hoi-dong/phien/{}/phieu", v.param("ma")), v.l.t("vote-go"))
}
