//! Closing a year: what it comes to, what is carried over, who prepares and who confirms.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_date;
use maud::{Markup, html};

use super::super::book::too_large;
use super::super::{Prepared, Year, close as close_year, prepare as prepare_year, year};
use super::{asked_year, dong};
use crate::access::Act;
use crate::features::names;
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
    let body = html! { (checks(v, &fund)?) (step(v, &fund)?) };
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

/// What this person can do now: prepare, confirm, or wait for the other.
fn step(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let (l, account) = (v.l, &v.person()?.account);
    let Some(known) = &fund.prepared else {
        return Ok(match v.may(Act::KeepFund) {
            true => act(v, fund, ["fund-prepare", "fund-prepare-consequence", "/quy/khoa-so/lap"]),
            false => notice(Tone::Plain, &html! { (l.t("fund-not-prepared")) }),
        });
    };
    let told = notice(Tone::Plain, &html! { (prepared(v, known)?) });
    Ok(html! {
        (told)
        @if v.may(Act::CloseFund) && known.by != *account {
            (act(v, fund, ["fund-close", "fund-close-consequence", "/quy/khoa-so"]))
        } @else { p { (l.t("fund-wait-for-other")) } }
    })
}

fn prepared(v: &Visit, known: &Prepared) -> Result<String, PageError> {
    let names = names::of_accounts(&v.app, &v.person()?.commune)?;
    let who = names.get(&known.by).cloned().unwrap_or_else(|| "–".to_owned());
    let said = [("day", show_date(known.on).into()), ("who", who.into())];
    Ok(v.l.with("fund-prepared", &said))
}

/// How many entries were seen travels along: an entry more meanwhile makes it a conflict.
fn act(v: &Visit, fund: &Year, [act, consequence, action]: [&'static str; 3]) -> Markup {
    let l = v.l;
    let form =
        Form::from_pairs([("year", fund.year.to_string()), ("entries", fund.entries.to_string())]);
    let hidden =
        [Field::new("year", "").kind(Kind::Hidden), Field::new("entries", "").kind(Kind::Hidden)];
    let act = Confirm {
        act: l.t(act),
        consequence: l.t(consequence),
        action,
        token: v.form_token(),
        grave: false,
    };
    act.open(html! { @for one in &hidden { (one.draw(l, &form, &Errors::default())) } })
}

pub(super) fn prepare(v: &Visit, sent: &Form) -> Reply {
    let (year, entries) = asked(sent)?;
    prepare_year(&v.app, v.person()?, year, entries)?;
    go(&format!("/quy/khoa-so?nam={year}&xong=fund-prepared"))
}

fn asked(sent: &Form) -> Result<(i16, i64), Refusal> {
    let year: i16 = sent.text("year").parse().map_err(|_| Refusal::NotFound)?;
    Ok((year, sent.text("entries").parse().unwrap_or(-1)))
}

pub(super) fn close(v: &Visit, sent: &Form) -> Reply {
    let (year, entries) = asked(sent)?;
    close_year(&v.app, v.person()?, year, entries)?;
    go(&format!("/quy?nam={year}&xong=fund-closed"))
}
