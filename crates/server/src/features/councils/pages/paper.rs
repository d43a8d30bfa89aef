//! Typing what was counted of ballots on paper: four numbers for each dossier.

use std::collections::HashMap;

use chungsuc_domain::ballot::Votes;
use maud::{Markup, html};

use super::super::{Counts, SittingView, own_count, sitting, type_count};
use super::ballot::ANSWER;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show, show_again};
use crate::web::ui::{Page, Tone, button, buttons, notice};
use crate::web::{Errors, Form, PageError, csrf};

/// The four numbers, in the order of the form.
const NUMBERS: [&str; 4] = ["for", "against", "abstain", "invalid"];

fn frame<'a>(v: &'a Visit, back: &'a str) -> Page<'a> {
    v.page(v.l.t("count-title")).back(back, v.l.t("sitting-agenda"))
}

pub(super) fn page(v: &Visit) -> Reply {
    let person = v.person()?;
    let found = sitting(&v.app, person, v.param("ma"))?;
    let (own, _) = own_count(&v.app, person, &found.id)?;
    let pairs = own.iter().flat_map(|(id, votes)| {
        let numbers = [votes.in_favour, votes.against, votes.abstain, votes.invalid];
        NUMBERS.iter().zip(numbers).map(move |(name, n)| (field(id, name), n.to_string()))
    });
    let form = Form::from_pairs(pairs.collect::<Vec<_>>());
    let back = format!("/hoi-dong/phien/{}", found.id);
    show(frame(v, &back), whole(v, &found, &form, &Errors::default())?)
}

fn field(nomination: &str, number: &str) -> String {
    format!("{ANSWER}{nomination}.{number}")
}

/// How the two counts stand: said to everybody who counts, without a number.
pub(super) fn stand(v: &Visit, counts: &Counts) -> Markup {
    let l = v.l;
    match counts {
        Counts::Waiting(done) => notice(
            Tone::Plain,
            &html! { (l.with("count-stand-waiting", &[("done", (*done as i64).into())])) },
        ),
        Counts::Differ(dossiers) => notice(
            Tone::Warning,
            &html! { (l.with("count-stand-differ", &[("count", (dossiers.len() as i64).into())])) },
        ),
        Counts::Agree => notice(Tone::Good, &html! { (l.t("count-stand-agree")) }),
    }
}

fn whole(
    v: &Visit,
    found: &SittingView,
    form: &Form,
    errors: &Errors,
) -> Result<Markup, PageError> {
    let l = v.l;
    let (_, counts) = own_count(&v.app, v.person()?, &found.id)?;
    let differ = match &counts {
        Counts::Differ(dossiers) => dossiers.as_slice(),
        Counts::Waiting(_) | Counts::Agree => &[],
    };
    Ok(html! {
        p.lead { (l.t("count-lead")) }
        (stand(v, &counts))
        form method="post" action=(v.path) {
            (csrf::token_field(v.form_token()))
            @for item in &found.items {
                @let id = &item.nomination.id;
                @let name = format!("{ANSWER}{id}");
                fieldset.card id=(name) tabindex="-1" {
                    legend { (item.nomination.contestant.name) }
                    @if let Some(error) = errors.of(&name) { p.error { (error.say(l)) } }
                    @if differ.contains(id) { p.error { (l.t("count-differs-here")) } }
                    div.quarters {
                        @for number in NUMBERS {
                            @let name = field(id, number);
                            label { (l.word("count-", number)) " "
                                input type="text" inputmode="numeric" name=(name) id=(name)
                                    value=(form.raw(&name)); }
                        }
                    }
                }
            }
            (buttons(&[button(l.t("count-save"))]))
        }
    })
}

pub(super) fn take(v: &Visit, form: &Form) -> Reply {
    let person = v.person()?;
    let found = sitting(&v.app, person, v.param("ma"))?;
    let counts: HashMap<String, Votes> = found
        .items
        .iter()
        .filter_map(|item| Some((item.nomination.id.clone(), read(form, &item.nomination.id)?)))
        .collect();
    match type_count(&v.app, person, &found.id, &counts) {
        Ok(()) => go(&format!("/hoi-dong/phien/{}?xong=count", found.id)),
        Err(Refusal::Invalid(errors)) => {
            let back = format!("/hoi-dong/phien/{}", found.id);
            show_again(frame(v, &back), whole(v, &found, form, &errors)?)
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The numbers of a dossier; an empty field is zero, as long as one of the four is filled.
fn read(form: &Form, nomination: &str) -> Option<Votes> {
    let typed = NUMBERS.map(|number| form.text(&field(nomination, number)).to_owned());
    if typed.iter().all(String::is_empty) {
        return None;
    }
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<u32>().ok() };
    Some(Votes {
        in_favour: number(&typed[0])?,
        against: number(&typed[1])?,
        abstain: number(&typed[2])?,
        invalid: number(&typed[3])?,
    })
}
