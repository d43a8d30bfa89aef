//! Opinions as they are shown: on the page of a dossier, and in a word beside it on an agenda.

use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::{Counts, Opinion};
use super::state_tag;
use crate::visit::Visit;
use crate::web::ui::{Cells, Column, Table, Tone, empty, tag_of};

/// Who was asked, what they said, and whether they are late.
pub(super) fn table(v: &Visit, all: &[Opinion], acts: impl Fn(&Opinion) -> Markup) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("opinion-office")),
        Column::new(l.t("opinion-said")),
        Column::new(l.t("opinion-due")),
    ];
    let rows = all.iter().map(|one| {
        let office = html! {
            (one.officer_name)
            p.quiet { (l.word("role-", one.role.code())) }
        };
        let said = html! {
            (state_tag(v, one.state))
            @if !one.words.is_empty() { p { (one.words) } }
            @if one.file.is_some() {
                p { a href={ "/y-kien/" (one.id) "/tep" } { (l.t("opinion-file")) } }
            }
            (acts(one))
        };
        Cells::new().markup(office).markup(said).markup(when(v, one))
    });
    let nothing = empty(l.t("opinion-none"), l.t("opinion-none-hint"), None);
    Table::new(l.t("opinion-title"), &columns, rows.collect()).nothing(nothing).draw(l)
}

/// The due day, that it is over, or the day of the answer.
pub(super) fn when(v: &Visit, one: &Opinion) -> Markup {
    let due = show_date(one.due);
    html! {
        (due)
        @if one.is_overdue(v.app.today()) { " " (tag_of(Tone::Bad, "!", v.l.t("opinion-overdue"))) }
        @if let Some(day) = one.answered_on.filter(|_| !one.state.is_open()) {
            p.quiet { (v.l.with("opinion-answered", &[("day", show_date(day).into())])) }
        }
    }
}

/// “Ý kiến các cơ quan: 2 đồng ý, 1 không đồng ý, 1 chưa trả lời”, with the way to them; nothing where
/// nobody was asked.
pub(crate) fn summary(v: &Visit, nomination: &str, counts: Option<&Counts>) -> Markup {
    let Counts { agreed, disagreed, open } = counts.copied().unwrap_or_default();
    let parts = [
        ("opinion-count-agreed", agreed),
        ("opinion-count-disagreed", disagreed),
        ("opinion-count-open", open),
    ];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> =
        parts.map(|(key, count)| v.l.with(key, &[("count", count.into())])).collect();
    let href = format!("/y-kien/de-nghi/{nomination}");
    html! {
        @if !parts.is_empty() {
            p.quiet { a href=(href) { (v.l.t("opinion-title")) } ": " (parts.join(", ")) }
        }
    }
}
