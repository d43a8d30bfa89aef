//! Closing a year: what it comes to, what is carried over, and that nothing changes any more.

use chungsuc_domain::Vnd;
use maud::{Markup, html};

use super::super::book::too_large;
use super::super::{Year, close as close_year, year};
use super::{asked_year, dong};
use crate::refusal::Refusal;
use crate::visit::{Reply, Visit, go, show};
use crate::web::ui::{Confirm, Fact, Field, Kind, Tone, facts, notice};
use crate::web::{Errors, Form, PageError};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let fund = year(&v.app, v.person()?, asked_year(v))?;
    if let Some(message) = fund.obstacle.clone() {
        return Err(Refusal::Rule(message).into());
    }
    let title = l.with("fund-close-title", &[("year", fund.year.to_string().into())]);
    let body = html! { (checks(v, &fund)?) (confirm(v, &fund)) };
    let back = format!("/quy?nam={}", fund.year);
    show(v.page(&title).narrow().back(&back, l.t("way-fund")), body)
}

fn checks(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let (l, book) = (v.l, &fund.book);
    let (balance, owed) = (book.balance().map_err(too_large)?, book.owed().map_err(too_large)?);
    let out = Vnd::total([book.paid, book.organising, book.spent]).map_err(too_large)?;
    let open = fund.promises.iter().filter(|one| one.owed > Vnd::ZERO).count();
    let sums = [
        (l.t("fund-carried"), book.carried),
        (l.t("fund-income"), book.income),
        (l.t("fund-recovered"), book.recovered),
        (l.t("fund-spent-all"), out),
        (l.t("fund-balance"), balance),
    ];
    let known =
        sums.iter().filter(|(label, sum)| *sum != Vnd::ZERO || *label != l.t("fund-recovered"));
    let list: Vec<Fact<'_>> =
        known.map(|(label, sum)| Fact::new(label, html! { (dong(*sum)) })).collect();
    let said = [("count", open.into()), ("owed", dong(owed).into())];
    let back = book.to_come_back().map_err(too_large)?;
    let above = |limit: &Option<chungsuc_domain::fund::Limit>, sum: Vnd| {
        limit.as_ref().is_some_and(|limit| sum > limit.most)
    };
    Ok(html! {
        (facts(&list))
        @if open > 0 {
            (notice(Tone::Warning, &html! { (l.with("fund-close-owed", &said)) }))
        }
        @if back > Vnd::ZERO {
            (notice(Tone::Warning, &html! { (l.with("fund-close-claims", &[("sum", dong(back).into())])) }))
        }
        @if fund.base.is_none() {
            (notice(Tone::Warning, &html! { (l.t("fund-base-missing")) }))
        }
        @if above(&fund.organising, book.organising) {
            (notice(Tone::Warning, &html! { (l.t("fund-close-organising")) }))
        }
    })
}

/// How many entries were seen travels along: an entry more meanwhile makes it a conflict.
fn confirm(v: &Visit, fund: &Year) -> Markup {
    let l = v.l;
    let form =
        Form::from_pairs([("year", fund.year.to_string()), ("entries", fund.entries.to_string())]);
    let hidden =
        [Field::new("year", "").kind(Kind::Hidden), Field::new("entries", "").kind(Kind::Hidden)];
    let act = Confirm {
        act: l.t("fund-close"),
        consequence: l.t("fund-close-consequence"),
        action: "/quy/khoa-so",
        token: v.form_token(),
        grave: false,
    };
    act.open(html! { @for one in &hidden { (one.draw(l, &form, &Errors::default())) } })
}

pub(super) fn close(v: &Visit, sent: &Form) -> Reply {
    let year: i16 = sent.text("year").parse().map_err(|_| Refusal::NotFound)?;
    let entries: i64 = sent.text("entries").parse().unwrap_or(-1);
    close_year(&v.app, v.person()?, year, entries)?;
    go(&format!("/quy?nam={year}&xong=fund-closed"))
}
