//! What the law says of a nomination: the verdict, and each condition with its clause, what was used and
//! what is missing.

use chungsuc_domain::date::show_date;
use chungsuc_domain::decision::Verdict;
use chungsuc_domain::eligibility::{Finding, Used, UsedFact};
use maud::{Markup, html};

use super::super::{Judged, Nomination, State as Stand};
use crate::features::{holds, law};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::ui::{State, Tone, button_link, buttons, notice, tag, tag_of};

/// `tells`: whether this person may tell facts now.
pub(super) fn draw(
    v: &Visit,
    one: &Nomination,
    judged: &Judged,
    tells: bool,
) -> Result<Markup, PageError> {
    let l = v.l;
    let day = [("day", show_date(judged.day).into())];
    let (open, met): (Vec<&Finding>, Vec<&Finding>) =
        judged.found.findings.iter().partition(|finding| finding.verdict != Verdict::Yes);
    let held = held(v, one, judged)?;
    Ok(html! {
        h2 id="dieu-kien" { (l.t("nomination-law")) }
        p {
            (word(v, judged.found.verdict)) " "
            span.quiet { (l.with("nomination-law-day", &day)) }
        }
        @if let Some(reason) = &judged.told.waiver {
            (notice(Tone::Plain, &html! { (l.t("nomination-waiver")) ": " (reason) }))
        }
        @if !open.is_empty() { (list(v, &open, judged)) }
        @if tells {
            @let address = format!("/khen-thuong/{}/dieu-kien", one.id);
            (buttons(&[button_link(&address, l.t("nomination-tell"))]))
        }
        @if !met.is_empty() {
            details {
                summary { (l.with("nomination-met", &[("count", met.len().into())])) }
                (list(v, &met, judged))
            }
        }
        (held)
    })
}

/// What is open against the nominee, for those who keep the register of holds; for all others, always
/// alike, that the council's secretary looks at it.
fn held(v: &Visit, one: &Nomination, judged: &Judged) -> Result<Markup, PageError> {
    let (l, who) = (v.l, &one.contestant);
    if judged.holds_kept_back {
        return Ok(html! { p.quiet { (l.t("nomination-holds-kept-back")) } });
    }
    if matches!(one.state, Stand::Awarded | Stand::Refused | Stand::Withdrawn) {
        return Ok(html! {});
    }
    let mut open = holds::of_subject(&v.app, v.person()?, who.kind, &who.subject)?;
    open.retain(|hold| hold.end.is_none());
    let enter = format!("/tam-dung/ghi/{}/{}", who.kind.code(), who.subject);
    Ok(html! {
        @if !open.is_empty() {
            h3 { (l.t("nomination-holds-open")) }
            (holds::rows(v, &open))
        }
        p { a href=(enter) { (l.t("hold-enter")) } }
    })
}

/// The verdict in a word and a shape.
fn word(v: &Visit, verdict: Verdict) -> Markup {
    let (tone, shape) = match verdict {
        Verdict::Yes => (Tone::Good, "✓"),
        Verdict::No => (Tone::Warning, "✕"),
        Verdict::PersonMustDecide => (Tone::Plain, "?"),
    };
    tag_of(tone, shape, v.l.word("nomination-verdict-", verdict.code()))
}

fn list(v: &Visit, findings: &[&Finding], judged: &Judged) -> Markup {
    html! {
        ul.reasons {
            @for finding in findings { li { (item(v, finding, judged)) } }
        }
    }
}

/// Whether a condition speaks of holds that this person does not learn of.
fn is_kept_back(v: &Visit, finding: &Finding, judged: &Judged) -> bool {
    let of_hold =
        |used: &UsedFact| matches!(used.what, Used::Fact(fact) if v.app.catalog.is_hold(fact));
    judged.holds_kept_back && finding.facts.iter().any(of_hold)
}

fn item(v: &Visit, finding: &Finding, judged: &Judged) -> Markup {
    let l = v.l;
    let (tone, shape) = match finding.verdict {
        Verdict::Yes => (Tone::Good, "✓"),
        Verdict::No => (Tone::Warning, "✕"),
        Verdict::PersonMustDecide => (Tone::Plain, "?"),
    };
    let settled = finding.rule.as_ref().is_some_and(|rule| rule.standing.is_settled());
    html! {
        (tag_of(tone, shape, l.word("finding-verdict-", finding.verdict.code()))) " "
        (law::finding(l, finding))
        @if let Some(rule) = &finding.rule {
            " " span.quiet { "(" (rule.source) ")" }
            @if let Some(note) = &rule.note { " " span.quiet { (note) } }
        }
        @if !settled { " " (tag(l, State::Unchecked)) }
        @if is_kept_back(v, finding, judged) {
            br; span.quiet { (l.t("finding-hold-kept-back")) }
        } @else {
            @for used in &finding.facts {
                br; span.quiet { (law::used(l, &v.app.catalog, used)) }
            }
        }
        @if finding.asks_for_a_reason() { br; (l.t("finding-ask")) }
        @if let Some(since) = law::since(l, finding, judged.day) { br; (since) }
    }
}
