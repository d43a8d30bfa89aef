//! The history of a record, and the page of the whole journal.

use std::collections::HashMap;

use chungsuc_domain::date;
use chungsuc_store::journal::{Break, Head, HistoryRow, newest, verify_commune};
use maud::{Markup, html};

use super::words;
use crate::access::Act;
use crate::features::names;
use crate::routes::{Gate, Routes};
use crate::visit::{Reply, Visit, show};
use crate::web::ui::{Event, Tone, button, notice, timeline};
use crate::web::{Form, PageError, csrf};

/// Rows on the page of the journal.
const NEWEST: i64 = 70;

/// How much is told of a row.
#[derive(Clone, Copy)]
enum Telling {
    /// What changed; the page says of which record.
    OfRecord,
    /// Which record, and what changed in it.
    OfAll,
    /// Only which record.
    Briefly,
}

/// The most letters of a value that the page of the whole journal shows: a plan or a report would fill it.
const LONGEST: usize = 160;

/// Kinds whose values are not shown on the page of the whole journal: votes of a sitting that may
/// still be open, and marks that only certain roles see.
const DISCREET: [&str; 2] = ["ballot", "household_mark"];

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadJournal);
    Routes::default().page("/nhat-ky", read, journal_page).deed("/nhat-ky/kiem-tra", read, check)
}

/// The history of one record, for the foot of its page. The page's verb has already asked whether
/// the person may read the record.
pub(crate) fn history(v: &Visit, kind: &'static str, id: &str) -> Result<Markup, PageError> {
    let commune = &v.person()?.commune;
    let mut rows = v.app.read(|r| {
        chungsuc_store::journal::history(r, commune, kind, id).map_err(PageError::from)
    })?;
    rows.reverse();
    let names = names::of_accounts(&v.app, commune)?;
    Ok(html! {
        @if !rows.is_empty() {
            details.history {
                summary { (v.l.t("history-title")) }
                // A link to something inside it unfolds it.
                div #lich-su { (events(v, &rows, &names, Telling::OfRecord)) }
            }
        }
    })
}

/// What changed last in the commune, in one line each, for who may read the journal.
pub(crate) fn latest(v: &Visit, most: i64) -> Result<Markup, PageError> {
    newest_events(v, most, Telling::Briefly)
}

fn newest_events(v: &Visit, most: i64, telling: Telling) -> Result<Markup, PageError> {
    let person = v.person()?;
    person.must_in_commune(Act::ReadJournal)?;
    let rows = v.app.read(|r| newest(r, &person.commune, most).map_err(PageError::from))?;
    let names = names::of_accounts(&v.app, &person.commune)?;
    Ok(events(v, &rows, &names, telling))
}

fn journal_page(v: &Visit) -> Reply {
    page(v, None)
}

fn check(v: &Visit, _: &Form) -> Reply {
    let person = v.person()?;
    person.must_in_commune(Act::ReadJournal)?;
    let found = v.app.read(|r| verify_commune(r, &person.commune).map_err(PageError::from))?;
    page(v, Some(&found))
}

fn page(v: &Visit, found: Option<&Result<Head, Break>>) -> Reply {
    let person = v.person()?;
    person.must_in_commune(Act::ReadJournal)?;
    let body = html! {
        p { (v.l.t("journal-lead")) }
        @if let Some(found) = found { (said(v, found)) }
        form method="post" action="/nhat-ky/kiem-tra" {
            (csrf::token_field(v.form_token()))
            (button(v.l.t("journal-verify")))
        }
        h2 { (v.l.t("journal-newest")) }
        (newest_events(v, NEWEST, Telling::OfAll)?)
    };
    show(v.page(v.l.t("journal-title")), body)
}

/// What the walk along this commune's chain found.
fn said(v: &Visit, found: &Result<Head, Break>) -> Markup {
    let l = v.l;
    match found {
        Err(row) => {
            let fault = l.word("journal-fault-", &row.fault.to_string());
            let place = [("seq", row.seq.into()), ("fault", fault.into())];
            notice(Tone::Bad, &html! { (l.with("journal-broken", &place)) })
        }
        Ok(head) if head.rows == 0 => notice(Tone::Plain, &html! { (l.t("journal-empty")) }),
        Ok(head) => {
            let rows = l.number(u64::try_from(head.rows).unwrap_or_default());
            notice(
                Tone::Good,
                &html! {
                    (l.with("journal-whole", &[("rows", rows.into())])) " " code { (head.hash) }
                },
            )
        }
    }
}

fn events(
    v: &Visit,
    rows: &[HistoryRow],
    names: &HashMap<String, String>,
    telling: Telling,
) -> Markup {
    let l = v.l;
    let shown: Vec<_> = rows
        .iter()
        .map(|row| {
            let who = names.get(&row.actor).map_or_else(|| l.t("history-system"), String::as_str);
            let act = l.word("history-", &row.action);
            let what = match telling {
                Telling::OfRecord => act.to_owned(),
                _ => format!("{act}: {}", l.word("record-", &row.kind)),
            };
            let detail = match telling {
                Telling::OfAll if DISCREET.contains(&row.kind.as_str()) => None,
                Telling::Briefly => None,
                Telling::OfAll => Some(detail(v, row, LONGEST)),
                Telling::OfRecord => Some(detail(v, row, usize::MAX)),
            };
            (date::show_time(row.at), row.at.to_string(), who, what, detail)
        })
        .collect();
    let events: Vec<_> = shown
        .iter()
        .map(|(when, stamp, who, what, detail)| Event {
            when,
            stamp,
            who,
            what,
            detail: detail.clone(),
        })
        .collect();
    timeline(&events)
}

/// What changed; of a longer value the first `longest` letters.
fn detail(v: &Visit, row: &HistoryRow, longest: usize) -> Markup {
    let l = v.l;
    let fields = words::fields(l, &v.app.catalog, row.old.as_deref(), row.new.as_deref());
    html! {
        @if let Some(reason) = &row.reason {
            p { (l.t("history-reason")) ": " (l.word_or_text("reason-", reason)) }
        }
        @if !fields.is_empty() {
            ul.plain {
                @for field in &fields {
                    li {
                        (field.name) ": "
                        @if let Some(old) = &field.old { del { (begun(old, longest)) } " → " }
                        @if let Some(new) = &field.new { (begun(new, longest)) } @else { "–" }
                    }
                }
            }
        }
    }
}

/// A text as far as `longest` letters; what is left out is marked, and stands in the record's own
/// history.
fn begun(text: &str, longest: usize) -> std::borrow::Cow<'_, str> {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()).into(),
        None => text.into(),
    }
}
