//! One decision: what it says, whom it commends, and how each reward is computed.

use chungsuc_domain::catalog::Standing;
use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::{Answer, TextKey, Verdict};
use maud::{Markup, html};

use super::super::amendments::{self, By};
use super::super::draft::{left_out_of, uncited};
use super::super::rewards::reward_of;
use super::super::values::{in_words, too_large};
use super::super::{Awarded, Decision, RECORD, State, Sums, reads_drafts, sums};
use super::calculation::{calculation, shown};
use super::{address, amendment, asked, funding, state_of};
use crate::access::Act;
use crate::features::councils::{self, SittingView};
use crate::features::journal;
use crate::features::law;
use crate::features::movements::{self, Movement};
use crate::features::nominations::Nomination;
use crate::features::signing;
use crate::visit::{Reply, Visit, show};
use crate::web::PageError;
use crate::web::ui::{
    self, Cells, Column, Fact, Step, StepState, Table, button_link, buttons, facts, notice, steps,
    tag, tag_of,
};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let decision = asked(v)?;
    let person = v.person()?;
    let movement = movements::find(&v.app, person, &decision.movement)?;
    let sitting = match reads_drafts(person) {
        true => Some(councils::sitting(&v.app, person, &decision.sitting)?),
        false => None,
    };
    let sums = sums(&v.app.catalog, &decision, v.app.today()).map_err(too_large)?;
    let title = match decision.full_number() {
        Some(number) => l.with("decision-title", &[("number", number.into())]),
        None => l.t("decision-draft-title").to_owned(),
    };
    let heading = html! { (title) " " (tag(l, state_of(decision.state))) };
    let body = html! {
        p.lead { (decision.wording.abstract_()) }
        (way(v, &decision))
        @if let Some(reason) = &decision.discarded_because {
            @let said = [("reason", reason.as_str().into())];
            (notice(ui::Tone::Warning, &html! { (l.with("decision-discarded-because", &said)) }))
        }
        (acts(v, &decision))
        (stale_bases(v, &decision))
        (about(v, &decision, &movement, sitting.as_ref()))
        @if decision.state == State::Discarded { (only_names(v, &decision)) } @else {
            (awarded(v, &decision, sums))
            @if decision.state == State::Draft { p { (l.t("decision-rewards-of-today")) } }
            (total(v, sums))
            (calculation(v, &decision))
            (funding::section(v, &decision)?)
            @if let Some(sitting) = &sitting {
                (left_out_list(v, &left_out_of(&v.app, sitting, &decision)))
            }
        }
        (amended(v, &decision)?)
        @if let Some(paper) = &decision.paper {
            (signing::section(v, paper, &format!("{}/tep-de-ky", address(&decision.id)))?)
        }
        (journal::history(v, RECORD, &decision.id)?)
    };
    let page = v.page(&title).heading(heading).back("/quyet-dinh", l.t("decisions-title"));
    show(page, body)
}

fn way(v: &Visit, decision: &Decision) -> Markup {
    let l = v.l;
    let day = decision.issued_on.map(show_date).unwrap_or_default();
    let (drafted, end, last) = match decision.state {
        State::Draft => (StepState::Current, "decision-step-issued", StepState::Ahead),
        State::Issued => (StepState::Done, "decision-step-issued", StepState::Done),
        State::Discarded => (StepState::Done, "decision-step-discarded", StepState::Done),
    };
    steps(
        l,
        &[
            Step { label: l.t("decision-step-draft"), state: drafted, note: "" },
            Step { label: l.t(end), state: last, note: &day },
        ],
    )
}

fn acts(v: &Visit, decision: &Decision) -> Markup {
    let (l, base) = (v.l, address(&decision.id));
    if decision.state == State::Discarded {
        return html! {};
    }
    let draft = decision.state == State::Draft;
    let mut row = Vec::new();
    if draft && v.may(Act::IssueDecisions) {
        row.push(button_link(&format!("{base}/ban-hanh"), l.t("decision-issue")));
    }
    if draft && v.may(Act::DraftDecisions) {
        row.push(button_link(&format!("{base}/sua"), l.t("decision-correct")));
        row.push(button_link(&format!("{base}/huy"), l.t("decision-discard")));
    }
    row.push(button_link(&format!("{base}/quyet-dinh.docx"), l.t("decision-docx")));
    if !draft {
        row.push(button_link(&format!("{base}/giay-khen.pdf"), l.t("decision-all-certificates")));
        let on_blanks = format!("{base}/giay-khen.pdf?giay=phoi");
        row.push(button_link(&on_blanks, l.t("decision-on-blanks")));
        row.push(button_link("/in-giay-khen", l.t("certificates-title")));
    }
    if decision.state == State::Issued {
        row.push(button_link(&format!("{base}/trao"), l.t("delivery-title")));
    }
    if decision.state == State::Issued && v.may(Act::DraftDecisions) {
        row.push(button_link(&format!("{base}/dinh-chinh"), l.t("amendment-new-correction")));
        row.push(button_link(&format!("{base}/thu-hoi"), l.t("amendment-new-revocation")));
    }
    buttons(&row)
}

/// Of a draft: the law of today that it does not cite.
pub(super) fn stale_bases(v: &Visit, decision: &Decision) -> Markup {
    let missing = match decision.state {
        State::Draft => uncited(&v.app, decision).join("; "),
        State::Issued | State::Discarded => String::new(),
    };
    html! {
        @if !missing.is_empty() {
            (notice(
                ui::Tone::Warning,
                &html! { (v.l.with("decision-bases-missing", &[("documents", missing.into())])) },
            ))
        }
    }
}

fn about(
    v: &Visit,
    decision: &Decision,
    movement: &Movement,
    sitting: Option<&SittingView>,
) -> Markup {
    let l = v.l;
    let wording = &decision.wording;
    let lines = |lines: Vec<String>| html! { ul.plain { @for line in &lines { li { (line) } } } };
    let mut list = Vec::new();
    if let Some((number, paper)) = decision.full_number().zip(decision.paper.as_ref()) {
        let link = html! { a href={ "/van-ban/" (paper) } { (number) } };
        list.push(Fact::new(l.t("decision-number"), link));
    }
    if let Some(day) = decision.issued_on {
        list.push(Fact::new(l.t("decision-day"), html! { (show_date(day)) }));
        let signer = html! { (decision.signer_post) " – " (decision.signer_name) };
        list.push(Fact::new(l.t("decision-signer"), signer));
    }
    let movement = html! { a href={ "/phong-trao/" (movement.id) } { (movement.name) } };
    list.push(Fact::new(l.t("decision-movement"), movement));
    if let Some(sitting) = sitting {
        let day = show_date(sitting.held_on);
        let link = html! { a href={ "/hoi-dong/phien/" (sitting.id) } { (day) } };
        list.push(Fact::new(l.t("decision-sitting"), link));
    }
    let source = l.word("reward-source-", wording.reward_source().code());
    list.push(Fact::new(l.t("decision-reward-source"), html! { (source) }));
    list.push(Fact::new(l.t("decision-bases"), lines(wording.bases())));
    list.push(Fact::new(l.t("decision-recipients"), lines(wording.recipients())));
    facts(&list)
}

/// Whom a discarded draft would have commended; its rewards mean nothing any more.
fn only_names(v: &Visit, decision: &Decision) -> Markup {
    html! {
        h2 { (v.l.t("decision-list")) }
        ul {
            @for line in &decision.awarded {
                li { a href={ "/khen-thuong/" (line.nomination) } { (line.on_paper.recipient) } }
            }
        }
    }
}

fn awarded(v: &Visit, decision: &Decision, sums: Sums) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("decision-recipient")),
        Column::new(l.t("decision-entry")).numeric(),
        Column::new(l.t("decision-award")),
        Column::new(l.t("decision-achievement")),
        Column::new(l.t("decision-reward-dong")).numeric(),
        Column::new(l.t("column-act")),
    ];
    let rows = decision.awarded.iter().map(|line| row(v, decision, line));
    let sum = Cells::new().text(l.t("decision-sum")).text("").text("").text("");
    let sum = sum.text(&shown(v, sums.total())).text("");
    Table::new(l.t("decision-list"), &columns, rows.collect()).totals(sum).draw(l)
}

fn row(v: &Visit, decision: &Decision, line: &Awarded) -> Cells {
    let (l, base) = (v.l, address(&decision.id));
    let reward = reward_of(&v.app.catalog, decision, line, v.app.today());
    let door = match decision.state {
        State::Issued if line.standing.is_revoked() => None,
        State::Issued => {
            Some((format!("{base}/giay-khen/{}.pdf", line.seq), l.t("decision-certificate")))
        }
        State::Draft if v.may(Act::DraftDecisions) => {
            Some((format!("{base}/sua/{}", line.seq), l.t("decision-reword")))
        }
        State::Draft | State::Discarded => None,
    };
    Cells::new()
        .markup(html! {
            (line.on_paper.recipient)
            @if !line.on_paper.address.is_empty() { br; span.quiet { (line.on_paper.address) } }
            (standing(v, line))
        })
        .text(&format!("{:02}", line.seq))
        .text(&line.gift(&v.app.catalog))
        .text(&line.on_paper.achievement)
        .text(&shown(v, reward))
        .markup(html! {
            @if let Some((href, act)) = &door {
                a href=(href) { (act) span.hidden { ": " (line.on_paper.recipient) } }
            }
        })
}

/// What a later decision made of a line, with the way to it.
pub(super) fn standing(v: &Visit, line: &Awarded) -> Markup {
    let l = v.l;
    let said = |tone, sign, key, by: &By| {
        let words = l.with(key, &[("number", by.number.clone().into())]);
        html! { br; a href=(amendment::address(&by.amendment)) { (tag_of(tone, sign, &words)) } }
    };
    match &line.standing {
        amendments::Standing::InForce => html! {},
        amendments::Standing::Corrected { by, words, .. } => html! {
            (said(ui::Tone::Plain, "✎", "standing-corrected", by))
            @if words.recipient != line.on_paper.recipient { " " (words.recipient) }
        },
        amendments::Standing::Revoked { by } => said(ui::Tone::Bad, "✕", "standing-revoked", by),
    }
}

/// The decisions about this one.
fn amended(v: &Visit, decision: &Decision) -> Result<Markup, PageError> {
    let found = amendments::about(&v.app, v.person()?, decision)?;
    Ok(html! {
        @if !found.is_empty() {
            h2 { (v.l.t("amendments-title")) }
            ul.plain {
                @for one in &found {
                    li {
                        a href=(amendment::address(&one.id)) { (amendment::title(v, one)) }
                        @if let Some(day) = one.issued_on { ", " (show_date(day)) }
                        " " (tag(v.l, state_of(one.state)))
                    }
                }
            }
        }
    })
}

/// The total in words, and what it leaves out.
pub(super) fn total(v: &Visit, sums: Sums) -> Markup {
    let l = v.l;
    html! {
        @if let Some(total) = sums.total() {
            p {
                (l.t("decision-sum")) ": " strong { (total) " " (l.t("unit-dong")) } " ("
                (in_words(total)) ")."
            }
        }
        @if sums.unknown > 0 {
            (notice(
                ui::Tone::Warning,
                &html! { (l.with("decision-sum-without", &[("count", sums.unknown.into())])) },
            ))
        }
    }
}

/// Nominations that a decision of the commune leaves out, each with the reason.
pub(super) fn left_out_list(v: &Visit, left_out: &[(Nomination, Answer)]) -> Markup {
    let l = v.l;
    html! {
        @if !left_out.is_empty() {
            h2 { (l.t("decision-left-out")) }
            ul {
                @for (nomination, answer) in left_out {
                    li {
                        a href={ "/khen-thuong/" (nomination.id) } { (nomination.contestant.name) }
                        ": " (award_name(v, &nomination.award)) ". " (why_left_out(v, answer))
                    }
                }
            }
        }
    }
}

/// What the council did not carry: each with its count and the rule that it missed.
pub(super) fn not_carried_list(v: &Visit, missed: &[(Nomination, Answer)]) -> Markup {
    html! {
        @if !missed.is_empty() {
            h2 { (v.l.t("decision-not-carried-title")) }
            @for (nomination, answer) in missed {
                p {
                    a href={ "/khen-thuong/" (nomination.id) } { (nomination.contestant.name) }
                    ": " (award_name(v, &nomination.award))
                }
                (law::reasons(v.l, &answer.reasons))
            }
        }
    }
}

pub(super) fn award_name<'a>(v: &'a Visit, code: &str) -> &'a str {
    v.app.catalog.award(code).map_or("–", |award| &award.form.name)
}

fn why_left_out(v: &Visit, answer: &Answer) -> Markup {
    let l = v.l;
    let reason = answer.reasons.first();
    let posts = reason.and_then(|reason| reason.facts.iter().find(|(name, _)| *name == "posts"));
    let doubt = reason.and_then(|it| it.rule.as_ref()).map(|rule| rule.standing);
    html! {
        @match (answer.verdict, posts.filter(|(_, posts)| !posts.is_empty())) {
            (Verdict::No, Some((_, posts))) => {
                (l.with("decision-left-out-elsewhere", &[("posts", posts.as_str().into())]))
            }
            (Verdict::No, None) if reason.is_some_and(|it| it.text_key == TextKey::HoldOpen) => {
                (l.t("decision-left-out-held"))
            }
            (Verdict::No, None) => { (l.t("decision-left-out-nobody")) }
            (Verdict::Yes, _) => { (l.t("decision-left-out-late")) }
            (Verdict::PersonMustDecide, _) => { (l.t("decision-left-out-unknown")) }
        }
        @if let Some(rule) = reason.and_then(|reason| reason.rule.as_ref()) {
            " (" (rule.source) ")"
        }
        @if doubt.is_some_and(|standing: Standing| !standing.is_settled()) {
            " " (tag(l, ui::State::Unchecked))
        }
    }
}
