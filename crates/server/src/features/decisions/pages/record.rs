//! One decision: what it says, whom it commends, and how each reward is computed.

use chungsuc_domain::Vnd;
use chungsuc_domain::catalog::Standing;
use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::{Answer, Reason, TextKey, Verdict};
use chungsuc_domain::reward::{Reward, RewardUnknown};
use maud::{Markup, html};

use super::super::document::{in_words, too_large};
use super::super::draft::{left_out_of, uncited};
use super::super::rewards::{Group, groups, reward_of};
use super::super::{Awarded, Decision, RECORD, State, Sums, reads_drafts, sums};
use super::{address, asked, state_of};
use crate::access::Act;
use crate::features::councils::{self, SittingView};
use crate::features::journal;
use crate::features::movements::{self, Movement};
use crate::features::nominations::Nomination;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    self, Cells, Column, Fact, Step, StepState, Table, button_link, buttons, facts, notice, steps,
    tag,
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
        (acts(v, &decision))
        (stale_bases(v, &decision))
        (about(v, &decision, &movement, sitting.as_ref()))
        (awarded(v, &decision, sums))
        @if decision.state == State::Draft { p { (l.t("decision-rewards-of-today")) } }
        (total(v, sums))
        (calculation(v, &decision))
        @if let Some(sitting) = &sitting {
            (left_out_list(v, &left_out_of(&v.app, sitting, &decision)))
        }
        (journal::history(v, RECORD, &decision.id)?)
    };
    let page = v.page(&title).heading(heading).back("/quyet-dinh", l.t("decisions-title"));
    show(page, body)
}

fn way(v: &Visit, decision: &Decision) -> Markup {
    let l = v.l;
    let issued = decision.state == State::Issued;
    let day = decision.issued_on.map(show_date).unwrap_or_default();
    let (drafted, done) = match issued {
        true => (StepState::Done, StepState::Done),
        false => (StepState::Current, StepState::Ahead),
    };
    steps(
        l,
        &[
            Step { label: l.t("decision-step-draft"), state: drafted, note: "" },
            Step { label: l.t("decision-step-issued"), state: done, note: &day },
        ],
    )
}

fn acts(v: &Visit, decision: &Decision) -> Markup {
    let (l, base) = (v.l, address(&decision.id));
    let draft = decision.state == State::Draft;
    let mut row = Vec::new();
    if draft && v.may(Act::IssueDecisions) {
        row.push(button_link(&format!("{base}/ban-hanh"), l.t("decision-issue")));
    }
    if draft && v.may(Act::DraftDecisions) {
        row.push(button_link(&format!("{base}/sua"), l.t("decision-correct")));
    }
    row.push(button_link(&format!("{base}/quyet-dinh.docx"), l.t("decision-docx")));
    if !draft {
        row.push(button_link(&format!("{base}/giay-khen.pdf"), l.t("decision-all-certificates")));
    }
    buttons(&row)
}

/// Of a draft: the law of today that it does not cite.
pub(super) fn stale_bases(v: &Visit, decision: &Decision) -> Markup {
    let missing = match decision.state {
        State::Draft => uncited(&v.app, decision).join("; "),
        State::Issued => String::new(),
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
    let sum = sum.text(&sums.known.to_string()).text("");
    Table::new(l.t("decision-list"), &columns, rows.collect()).totals(sum).draw(l)
}

fn row(v: &Visit, decision: &Decision, line: &Awarded) -> Cells {
    let (l, base) = (v.l, address(&decision.id));
    let reward = reward_of(&v.app.catalog, decision, line, v.app.today());
    let reward =
        reward.map_or_else(|| l.t("decision-reward-unknown").to_owned(), |it| it.to_string());
    let door = match decision.state {
        State::Issued => {
            Some((format!("{base}/giay-khen/{}.pdf", line.seq), l.t("decision-certificate")))
        }
        State::Draft if v.may(Act::DraftDecisions) => {
            Some((format!("{base}/sua/{}", line.seq), l.t("decision-reword")))
        }
        State::Draft => None,
    };
    Cells::new()
        .markup(html! {
            (line.on_paper.recipient)
            @if !line.on_paper.address.is_empty() { br; span.quiet { (line.on_paper.address) } }
        })
        .text(&format!("{:02}", line.seq))
        .text(&line.gift(&v.app.catalog))
        .text(&line.on_paper.achievement)
        .text(&reward)
        .markup(html! {
            @if let Some((href, act)) = &door {
                a href=(href) { (act) span.hidden { ": " (line.on_paper.recipient) } }
            }
        })
}

/// The total in words, and what it leaves out.
pub(super) fn total(v: &Visit, sums: Sums) -> Markup {
    let l = v.l;
    html! {
        @if sums.unknown == 0 || sums.known > Vnd::ZERO {
            p {
                (l.t("decision-sum")) ": " strong { (sums.known) " " (l.t("unit-dong")) } " ("
                (in_words(sums.known)) ")."
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

fn calculation(v: &Visit, decision: &Decision) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("decision-award")),
        Column::new(l.t("decision-awarded-count")).numeric(),
        Column::new(l.t("decision-calculation-how")),
        Column::new(l.t("decision-reward-each")).numeric(),
        Column::new(l.t("decision-grounds")),
    ];
    let rows = groups(&v.app.catalog, decision, v.app.today()).into_iter().map(|group| {
        let fixed = decision.state == State::Issued;
        let fixed = fixed.then(|| fixed_reward(decision, &group));
        let (how, each, grounds) = match (&group.reward, fixed) {
            // The catalog was mended since: what was decided stays, and is said so.
            (Ok(reward), Some(fixed)) if fixed != Some(reward.rounded) => {
                (html! { (l.t("decision-catalog-changed")) }, shown(v, fixed), html! {})
            }
            (Ok(reward), _) => {
                let how = html! { (formula(reward)) };
                (how, reward.rounded.to_string(), sources(v, &reward.reasons))
            }
            (Err(unknown), fixed) => {
                let why = html! { (why_unknown(v, *unknown)) };
                (why, shown(v, fixed.flatten()), html! {})
            }
        };
        let award = v.app.catalog.award(&group.award).map_or("", |award| &award.form.name);
        Cells::new()
            .markup(html! { (award) ", " (l.word("subject-kind-", group.kind.code())) })
            .text(&group.lines.to_string())
            .markup(how)
            .text(&each)
            .markup(grounds)
    });
    Table::new(l.t("decision-calculation"), &columns, rows.collect()).draw(l)
}

/// What the lines of a group got; all of them got the same.
fn fixed_reward(decision: &Decision, group: &Group) -> Option<Vnd> {
    let of_group = |line: &&Awarded| line.award == group.award && line.kind == group.kind;
    decision.awarded.iter().find(of_group).and_then(|line| line.reward)
}

fn shown(v: &Visit, reward: Option<Vnd>) -> String {
    reward.map_or_else(|| v.l.t("decision-reward-unknown").to_owned(), |reward| reward.to_string())
}

/// “1.490.000 × 0,15 × 2 = 447.000”, and the rounding where there was one.
fn formula(reward: &Reward) -> String {
    let Reward { base_salary, multiple, factor, raw, rounded, .. } = reward;
    let product = format!("{base_salary} × {multiple} × {factor} = {raw}");
    if raw == rounded { product } else { format!("{product} → {rounded}") }
}

/// Each rule with its place in the catalog and, where nobody has read it, the mark of doubt.
fn sources(v: &Visit, reasons: &[Reason]) -> Markup {
    let l = v.l;
    html! {
        details {
            summary { (l.t("decision-see")) }
            ul.plain {
                @for reason in reasons {
                    @if let Some(rule) = &reason.rule {
                        li {
                            (rule_word(v, reason.text_key)) ": " (rule.source) " "
                            @if !rule.standing.is_settled() { (tag(l, ui::State::Unchecked)) }
                            br;
                            code { (rule.id) }
                            @if let Some(note) = &rule.note { br; span.quiet { (note) } }
                        }
                    }
                }
            }
        }
        @if reasons.iter().any(|reason| !reason.is_settled()) { (tag(l, ui::State::Unchecked)) }
    }
}

fn rule_word(v: &Visit, key: TextKey) -> &'static str {
    match key {
        TextKey::RewardBaseSalary => v.l.t("decision-rule-base"),
        TextKey::RewardMultiple => v.l.t("decision-rule-multiple"),
        TextKey::RewardFactor => v.l.t("decision-rule-factor"),
        _ => v.l.t("decision-rule-rounding"),
    }
}

fn why_unknown(v: &Visit, unknown: RewardUnknown) -> &'static str {
    match unknown {
        RewardUnknown::Award => v.l.t("decision-unknown-award"),
        RewardUnknown::Subject => v.l.t("decision-unknown-subject"),
        RewardUnknown::BaseSalary => v.l.t("decision-unknown-base"),
        RewardUnknown::Multiple => v.l.t("decision-unknown-multiple"),
        RewardUnknown::Factor => v.l.t("decision-unknown-factor"),
        RewardUnknown::Rounding => v.l.t("decision-unknown-rounding"),
        RewardUnknown::Money(_) => v.l.t("decision-sum-too-large"),
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
