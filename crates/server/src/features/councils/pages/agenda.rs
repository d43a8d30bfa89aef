//! The dossiers of a sitting: before the close by which rule each is voted on, after it the results.

use std::collections::BTreeMap;

use chungsuc_domain::ballot::BallotRule;
use chungsuc_domain::catalog::Sourced;
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::count::named_votes;
use super::super::{Item, SittingView};
use super::council::rule;
use super::sittings::{award_name, choice_word, dossier};
use crate::features::{consultations, law, opinions};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::ui::{self, Cells, Column, Table, Tone, notice, tag, tag_of};

/// The rule for the award of a dossier, where there is one: known before anybody votes. Beside a rule of
/// the council stands what the law asks for.
pub(super) fn law_rule(v: &Visit, found: &SittingView, item: &Item) -> Markup {
    html! {
        @if let Some(own) = &item.law_rule {
            p.quiet {
                (v.l.t("sitting-law-rule")) " " (rule(v, &own.value)) " "
                (law::ground(&own.rule(found.held_on)))
                @if !own.standing(found.held_on).is_settled() { " " (tag(v.l, ui::State::Unchecked)) }
                @if let Some(law) = beside(v, found, item) {
                    br; (v.l.t("award-rule-law")) " " (in_law(v, &law, found.held_on))
                }
            }
        }
    }
}

/// What the law of the sitting's day asks for, where another rule is in use.
fn beside(v: &Visit, found: &SittingView, item: &Item) -> Option<Sourced<BallotRule>> {
    let law = v.app.catalog.ballot_rule_of(&item.nomination.award, found.held_on)?;
    item.law_rule.as_ref().filter(|own| own.id != law.id).map(|_| law.clone())
}

/// “họp khi có … (Nghị định …)”.
pub(super) fn in_law(v: &Visit, law: &Sourced<BallotRule>, day: Date) -> Markup {
    html! {
        (rule(v, &law.value)) " (" (law.source) ")"
        @if !law.standing(day).is_settled() { " " (tag(v.l, ui::State::Unchecked)) }
    }
}

/// “Không tham gia: …” under a dossier.
fn keeping_out(v: &Visit, found: &SittingView, nomination: &str) -> Markup {
    let out = found.keeping_out(nomination);
    html! {
        @for (name, reason) in out {
            p.quiet { (v.l.t("interest-out")) ": " (name) " (" (reason) ")" }
        }
    }
}

/// What was said of a dossier before the sitting.
struct Said {
    opinions: BTreeMap<String, opinions::Counts>,
    voices: BTreeMap<String, Vec<consultations::Sum>>,
}

impl Said {
    fn read(v: &Visit) -> Result<Self, PageError> {
        let (app, person) = (&v.app, v.person()?);
        let voices = consultations::sums(app, person)?;
        Ok(Self { opinions: opinions::counts(app, person)?, voices })
    }

    fn of(&self, v: &Visit, nomination: &str) -> Markup {
        let voices = self.voices.get(nomination).map(Vec::as_slice).unwrap_or_default();
        html! {
            (opinions::summary(v, nomination, self.opinions.get(nomination)))
            (consultations::summary(v, voices))
        }
    }
}

/// The dossiers; results stand beside them only when the sitting is closed.
pub(super) fn agenda(v: &Visit, found: &SittingView) -> Result<Markup, PageError> {
    let l = v.l;
    let said = Said::read(v)?;
    if !found.is_closed() {
        let columns = [Column::new(l.t("nomination-who")), Column::new(l.t("nomination-award"))];
        let rows = found.items.iter().map(|item| {
            let href = format!("/khen-thuong/{}", item.nomination.id);
            let who = html! {
                a href=(href) { (item.nomination.contestant.name) }
                (law_rule(v, found, item))
                (said.of(v, &item.nomination.id))
                (keeping_out(v, found, &item.nomination.id))
            };
            Cells::new().markup(who).text(award_name(v, &item.nomination))
        });
        let table = Table::new(l.t("sitting-agenda"), &columns, rows.collect()).draw(l);
        let note = html! { (l.word("sitting-note-", found.manner.code())) };
        return Ok(html! { (notice(Tone::Plain, &note)) (table) });
    }
    let named = named_votes(&v.app, v.person()?, found)?;
    let columns = [
        Column::new(l.t("sitting-agenda")),
        Column::new(l.t("vote-for")).numeric(),
        Column::new(l.t("vote-against")).numeric(),
        Column::new(l.t("vote-abstain")).numeric(),
        Column::new(l.t("vote-invalid")).numeric(),
        Column::new(l.t("vote-result")),
    ];
    let rows = found.items.iter().map(|item| {
        let number = |count: u32| l.number(u64::from(count));
        let href = format!("/khen-thuong/{}", item.nomination.id);
        let carried = match item.carried {
            Some(true) => tag_of(Tone::Good, "✓", l.t("vote-carried")),
            _ => tag_of(Tone::Warning, "✕", l.t("vote-not-carried")),
        };
        let votes = named.iter().filter(|(id, ..)| *id == item.nomination.id);
        let result = html! {
            (carried)
            details {
                summary { (l.t("verdict-why")) }
                (law_rule(v, found, item))
                @if let Some(tally) = &item.tally { (law::reasons(l, &tally.answer.reasons)) }
                ul.plain {
                    @for (_, name, choice) in votes {
                        li { (name) ": " (choice_word(v, *choice)) }
                    }
                }
                (said.of(v, &item.nomination.id))
                (keeping_out(v, found, &item.nomination.id))
            }
        };
        Cells::new()
            .link(&href, &dossier(v, &item.nomination))
            .text(&number(item.votes.in_favour))
            .text(&number(item.votes.against))
            .text(&number(item.votes.abstain))
            .text(&number(item.votes.invalid))
            .markup(result)
    });
    Ok(Table::new(l.t("sitting-results"), &columns, rows.collect()).draw(l))
}
