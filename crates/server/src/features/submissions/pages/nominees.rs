//! For whom a dossier goes up, each with who proposed it; and, in a draft, merging nominations into it and
//! taking them out.

use chungsuc_domain::date::show_date;
use chungsuc_domain::submission::Stage;
use maud::{Markup, html};

use super::super::{
    Nominee, Outcome, Submission, join as join_them, may_join, take_out as take_it_out,
};
use super::address;
use crate::features::nominations::Nomination;
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go};
use crate::web::ui::{Cells, Choice, Column, Field, Kind, Table, button, buttons};
use crate::web::{Errors, Form, csrf};

/// The nominees, where there are several.
pub(super) fn listed(v: &Visit, one: &Submission, all: &[Nominee], may: bool) -> Markup {
    let l = v.l;
    if all.len() < 2 {
        return html! {};
    }
    let draft = may && one.stage == Stage::Draft;
    let mut columns = vec![
        Column::new(l.t("submission-who")),
        Column::new(l.t("submission-proposed-by")),
        Column::new(l.t("submission-achievement")),
        Column::new(l.t("submission-result")),
    ];
    if draft {
        columns.push(Column::new(l.t("submission-step")));
    }
    let row = |nominee: &Nominee| {
        let of = &nominee.nomination;
        let by = format!("{}, {}", of.proposed_by, show_date(of.proposed_on));
        let outcome = nominee.outcome.map_or("–", |it| l.word("submission-outcome-", it.code()));
        let cells = Cells::new()
            .link(&format!("/khen-thuong/{}", of.id), &named(of))
            .text(&by)
            .text(&of.achievement)
            .text(outcome);
        if draft { cells.markup(taking_out(v, one, of)) } else { cells }
    };
    Table::new(l.t("submission-nominees"), &columns, all.iter().map(row).collect()).draw(l)
}

fn named(of: &Nomination) -> String {
    let contestant = &of.contestant;
    match contestant.village_name.as_ref().filter(|village| **village != contestant.name) {
        Some(village) => format!("{} ({village})", contestant.name),
        None => contestant.name.clone(),
    }
}

fn taking_out(v: &Visit, one: &Submission, of: &Nomination) -> Markup {
    html! {
        @if one.nomination == of.id {
            span.quiet { (v.l.t("submission-first")) }
        } @else {
            form method="post" action={ (address(&one.id)) "/tach" } {
                (csrf::token_field(v.form_token()))
                input type="hidden" name="version" value=(one.version);
                input type="hidden" name="nomination" value=(of.id);
                (button(v.l.t("submission-take-out")))
            }
        }
    }
}

/// The form that merges further nominations of the same sitting and award into a draft.
pub(super) fn joining(v: &Visit, one: &Submission) -> Result<Markup, Refusal> {
    let (l, person) = (v.l, v.person().map_err(|_| Refusal::Forbidden)?);
    if one.stage != Stage::Draft {
        return Ok(html! {});
    }
    let free = may_join(&v.app, person, one)?;
    let choices = free.iter().map(|of| {
        let by = [("by", of.proposed_by.clone().into())];
        Choice::new(&of.id, named(of)).hint(l.with("submission-proposed", &by))
    });
    let which = Field::new("nomination", l.t("submission-join-which"));
    let which = which.kind(Kind::Checkboxes(choices.collect()));
    Ok(html! {
        @if !free.is_empty() {
            details {
                summary { (l.t("submission-join")) }
                p { (l.t("submission-join-hint")) }
                form method="post" action={ (address(&one.id)) "/gop" } {
                    (csrf::token_field(v.form_token()))
                    input type="hidden" name="version" value=(one.version);
                    (which.draw(l, &Form::default(), &Errors::default()))
                    (buttons(&[button(l.t("submission-join-act"))]))
                }
            }
        }
    })
}

/// The nominees that a step may say were given the award.
pub(super) fn choices(all: &[Nominee]) -> Vec<Choice> {
    let open = all.iter().filter(|one| one.outcome != Some(Outcome::TakenOut));
    open.map(|one| Choice::new(&one.nomination.id, named(&one.nomination))).collect()
}

pub(super) fn join(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    let chosen: Vec<&str> = form.all("nomination").collect();
    join_them(&v.app, v.person()?, (id, version), &chosen)?;
    go(&format!("{}?xong=submission-joined", address(id)))
}

pub(super) fn take_out(v: &Visit, form: &Form) -> Reply {
    let (id, version) = (v.param("ma"), form.text("version").parse().unwrap_or_default());
    take_it_out(&v.app, v.person()?, (id, version), form.text("nomination"))?;
    go(&format!("{}?xong=submission-taken-out", address(id)))
}
