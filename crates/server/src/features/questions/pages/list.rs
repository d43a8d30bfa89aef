//! The questions that the figures of a period raise, and those that were answered before.

use chungsuc_domain::standard::questions::Question;
use maud::{Markup, html};

use super::super::{AnswerKind, Asked, Raised, earlier, raised, rule};
use super::words::Words;
use super::{address, wanted};
use crate::access::Act;
use crate::features::standards::{self, grid::GridKey};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{
    Cells, Choice, Column, Field, Kind, State, Table, Tone, button_link, buttons, empty, filter,
    notice, tag, tag_of,
};
use crate::web::{Errors, Paging};

pub(super) fn page(v: &Visit) -> Reply {
    let (standard, period) = wanted(v);
    let key = GridKey { standard, period: &period };
    let (l, person) = (v.l, v.person()?);
    let set = v.app.catalog.standard(standard).ok_or(Refusal::NotFound)?;
    let mut found = raised(&v.app, person, key)?;
    // What waits for the reader comes first; within that the order of the questions stays.
    found.sort_by_cached_key(|one| !one.waits_for(&v.app, person));
    let before = earlier(&v.app, person, key, &found)?;
    let words = Words::new(v, set)?;
    let body = html! {
        (choices(v, key))
        p.lead { (l.t("questions-lead")) }
        (why_now(v, &period))
        @if v.may(Act::JudgeValues) {
            (buttons(&[button_link(&address("/tieu-chi/kiem-tra-lai", key), l.t("recheck-title"))]))
        }
        (table(v, key, &words, &found))
        @if !before.is_empty() {
            h2 { (l.t("questions-earlier")) }
            p { (l.t("questions-earlier-hint")) }
            ul.plain {
                @for asked in &before {
                    li {
                        a href=(address(&format!("/tieu-chi/cau-hoi/{}", asked.id), key)) {
                            (words.villages(&asked.question)) ": " (words.question(&asked.question))
                        }
                    }
                }
            }
        }
    };
    show(v.page(l.t("questions-title")).back("/tieu-chi", l.t("way-standards")), body)
}

fn choices(v: &Visit, key: GridKey<'_>) -> Markup {
    let (l, none) = (v.l, Errors::default());
    let sets = v.app.catalog.standards();
    let sets = sets.map(|set| Choice::new(&set.head().id, &set.head().value.name)).collect();
    let periods = standards::periods_at_hand(v);
    let word = |period: &String| Choice::new(period, standards::period_word(v, period));
    let periods = periods.iter().map(word).collect();
    let mut query = v.query.clone();
    query.set("bo", key.standard);
    query.set("ky", key.period);
    let fields = html! {
        (Field::new("bo", l.t("standard-name")).kind(Kind::Select(sets)).draw(l, &query, &none))
        (Field::new("ky", l.t("value-period")).kind(Kind::Select(periods)).draw(l, &query, &none))
    };
    filter(l, &Paging::parse("/tieu-chi/cau-hoi", &v.query, &[]), fields)
}

/// From when on a figure raises a question, and how far that can be trusted.
fn why_now(v: &Visit, period: &str) -> Markup {
    let Some(rule) = rule(&v.app, period) else { return html! {} };
    html! {
        details {
            summary { (v.l.t("questions-rule")) }
            p {
                @if let Some(note) = &rule.note { (note) " " }
                span.quiet { "(" (rule.source) ")" } " "
                @if !rule.standing(v.app.today()).is_settled() { (tag(v.l, State::Unchecked)) }
            }
        }
    }
}

fn table(v: &Visit, key: GridKey<'_>, words: &Words<'_>, found: &[Raised]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("standing-village")),
        Column::new(l.t("question-column")),
        Column::new(l.t("column-state")),
    ];
    let rows = found.iter().map(|one| {
        let question = &one.asked.question;
        let href = address(&format!("/tieu-chi/cau-hoi/{}", one.asked.id), key);
        Cells::new()
            .text(&words.villages(question))
            .link(&href, &words.question(question))
            .markup(standing(v, &one.asked))
    });
    let nothing = empty(l.t("questions-none"), l.t("questions-none-hint"), None);
    let caption = standards::period_word(v, key.period);
    Table::new(&caption, &columns, rows.collect()).nothing(nothing).draw(l)
}

/// Where a question stands; an open one says no more than that.
pub(super) fn standing(v: &Visit, asked: &Asked) -> Markup {
    match asked.last() {
        None => tag_of(Tone::Warning, "?", v.l.t("question-open")),
        Some(AnswerKind::Explained) => tag_of(Tone::Plain, "●", v.l.t("question-explained")),
        Some(AnswerKind::Settled) => tag_of(Tone::Good, "✓", v.l.t("question-settled")),
        Some(AnswerKind::Wrong) => tag_of(Tone::Warning, "▲", v.l.t("question-wrong")),
    }
}

/// “Làng Leng: chưa có minh chứng”, the title of one question.
pub(super) fn title(v: &Visit, words: &Words<'_>, question: &Question) -> String {
    let kind = v.l.word("question-kind-", question.kind());
    format!("{} – {kind}", words.villages(question))
}

/// Kept for the page of a question whose figures have changed.
pub(super) fn gone(v: &Visit) -> Markup {
    notice(Tone::Plain, &html! { (v.l.t("question-over")) })
}
