//! How the rewards of a decision are computed, with the law behind each figure.

use chungsuc_domain::Vnd;
use chungsuc_domain::decision::{Reason, TextKey};
use chungsuc_domain::reward::{Reward, RewardUnknown};
use maud::{Markup, html};

use super::super::rewards::{Group, groups};
use super::super::{Awarded, Decision, State};
use crate::visit::Visit;
use crate::web::ui::{self, Cells, Column, Table, tag};

/// One row for each award and kind of subject: all of its lines share the calculation.
pub(super) fn calculation(v: &Visit, decision: &Decision) -> Markup {
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

/// An amount, or that the law does not tell it.
pub(super) fn shown(v: &Visit, reward: Option<Vnd>) -> String {
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
