//! The year on one page: where the money comes from, what is promised, paid, spent, and free.

use chungsuc_domain::Vnd;
use chungsuc_domain::date::show_date;
use chungsuc_domain::fund::SourceKind;
use maud::{Markup, html};

use super::super::book::too_large;
use super::super::{PromisedBy, Year, year};
use super::{asked_year, dong, ground_of, limit_told, tabs};
use crate::access::Act;
use crate::features::names;
use crate::visit::{Reply, Visit, show};
use crate::web::PageError;
use crate::web::ui::{
    Cells, Column, Fact, State, Table, Tone, button_link, buttons, empty, facts, figure, figures,
    notice, tag,
};

pub(super) fn page(v: &Visit) -> Reply {
    let l = v.l;
    let fund = year(&v.app, v.person()?, asked_year(v))?;
    let title = l.with("fund-year-title", &[("year", fund.year.to_string().into())]);
    let heading = html! {
        (title)
        @if fund.closing.is_some() { " " (tag(l, State::Frozen)) }
    };
    let body = html! {
        (tabs(v))
        (years(v, &fund))
        @if fund.kept { (whole(v, &fund)?) } @else { (not_kept(v)) }
    };
    show(v.page(&title).heading(heading), body)
}

fn years(v: &Visit, fund: &Year) -> Markup {
    html! {
        @if fund.years.len() > 1 {
            nav.tabs aria-label=(v.l.t("fund-years")) {
                @for year in &fund.years {
                    a href={ "/quy?nam=" (year) } aria-current=[(*year == fund.year).then_some("page")] {
                        (year)
                    }
                }
            }
        }
    }
}

fn not_kept(v: &Visit) -> Markup {
    let l = v.l;
    let way = v.may(Act::KeepFund).then_some(("/quy/thu", l.t("fund-income-enter")));
    empty(l.t("fund-not-kept"), l.t("fund-not-kept-hint"), way)
}

fn whole(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    Ok(html! {
        (sums(v, fund)?)
        (acts(v, fund))
        (closed(v, fund)?)
        (incomes(v, fund)?)
        (ceiling(v, fund))
        (promises(v, fund)?)
        (uses(v, fund)?)
        (organising(v, fund))
        (files(v, fund))
    })
}

fn sums(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let (l, book) = (v.l, &fund.book);
    let [balance, owed, free] = [book.balance(), book.owed(), book.free()];
    let (balance, owed) = (balance.map_err(too_large)?, owed.map_err(too_large)?);
    let free = free.map_err(too_large)?;
    let ledger = format!("/quy/so?nam={}", fund.year);
    let unit = l.t("unit-dong");
    let mut row = vec![
        figure(&free.to_string(), l.t("fund-free"), "", unit),
        figure(&balance.to_string(), l.t("fund-balance"), &ledger, unit),
        figure(&owed.to_string(), l.t("fund-owed"), "", unit),
    ];
    let back = book.to_come_back().map_err(too_large)?;
    if back > Vnd::ZERO {
        row.push(figure(&back.to_string(), l.t("fund-to-come-back"), "", unit));
    }
    Ok(html! {
        (figures(&row))
        @if free < Vnd::ZERO {
            (notice(Tone::Warning, &html! { (l.t("fund-more-promised")) }))
        }
    })
}

fn acts(v: &Visit, fund: &Year) -> Markup {
    let (l, year) = (v.l, fund.year);
    let mut row = Vec::new();
    if v.may(Act::KeepFund) && fund.closing.is_none() {
        row.push(button_link("/quy/thu", l.t("fund-income-enter")));
        row.push(button_link("/quy/chi", l.t("fund-expense-enter")));
        row.push(button_link(&format!("/quy/du-toan?nam={year}"), l.t("fund-base-enter")));
    }
    if v.may(Act::CloseFund) && fund.obstacle.is_none() {
        row.push(button_link(&format!("/quy/khoa-so?nam={year}"), l.t("fund-close")));
    }
    if row.is_empty() {
        html! {}
    } else {
        buttons(&row)
    }
}

/// Of a closed year: since when, by whom, and that corrections go into the next one.
fn closed(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let Some(closing) = &fund.closing else { return Ok(html! {}) };
    let names = names::of_accounts(&v.app, &v.person()?.commune)?;
    let who = names.get(&closing.closed_by).cloned().unwrap_or_else(|| "–".to_owned());
    let said = [
        ("day", show_date(closing.closed_on).into()),
        ("who", who.into()),
        ("next", (fund.year + 1).to_string().into()),
    ];
    Ok(notice(Tone::Plain, &html! { (v.l.with("fund-closed", &said)) }))
}

fn incomes(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let l = v.l;
    let columns = [Column::new(l.t("fund-source")), Column::new(l.t("fund-amount-dong")).numeric()];
    let mut rows =
        vec![Cells::new().text(l.t("fund-carried")).text(&fund.book.carried.to_string())];
    rows.extend(
        fund.sources.iter().map(|one| Cells::new().text(&one.name).text(&one.sum.to_string())),
    );
    let whole = fund.book.whole().map_err(too_large)?;
    let foot = Cells::new().text(l.t("fund-sum")).text(&whole.to_string());
    let source = v.app.catalog.fund_sources(fund.day);
    let back = html! { (dong(fund.book.recovered)) };
    Ok(html! {
        (Table::new(l.t("fund-income"), &columns, rows).totals(foot).draw(l))
        @if let Some(row) = source { p.quiet { (ground_of(v, row, fund.day)) } }
        @if fund.book.recovered != Vnd::ZERO {
            (facts(&[Fact::new(l.t("fund-recovered"), back)]))
        }
    })
}

/// The ceiling with its calculation, or what is missing to know it.
fn ceiling(v: &Visit, fund: &Year) -> Markup {
    let l = v.l;
    let budget = fund.sources.iter().find(|one| one.source == SourceKind::Budget);
    let budget = budget.map_or(Vnd::ZERO, |one| one.sum);
    let told = match (&fund.ceiling, &fund.base) {
        (Some(limit), _) => html! {
            (limit_told(v, limit)) br;
            (l.with("fund-used", &[("sum", dong(budget).into())]))
            @if budget > limit.most {
                " " strong { (l.t("fund-above")) }
            }
        },
        (None, Some(base)) => html! {
            (l.with("fund-ceiling-unknown", &[("spending", dong(base.spending).into())]))
        },
        (None, None) => html! { (l.t("fund-base-missing")) },
    };
    facts(&[Fact::new(l.t("fund-ceiling"), told)])
}

fn promises(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let l = v.l;
    let mut columns = vec![
        Column::new(l.t("fund-decision")),
        Column::new(l.t("fund-promised-on")),
        Column::new(l.t("fund-promised")).numeric(),
        Column::new(l.t("fund-paid")).numeric(),
        Column::new(l.t("fund-released")).numeric(),
        Column::new(l.t("fund-open")).numeric(),
    ];
    let claims = fund.promises.iter().any(|one| one.to_come_back != Vnd::ZERO);
    if claims {
        columns.push(Column::new(l.t("fund-to-come-back")).numeric());
    }
    let rows = fund.promises.iter().map(|one| {
        let cells = Cells::new()
            .link(&format!("/quy/tra/{}", one.decision), &one.number)
            .text(&show_date(one.on))
            .text(&one.promised.to_string())
            .text(&one.paid.to_string())
            .text(&one.released.to_string())
            .text(&one.owed.to_string());
        if claims { cells.text(&one.to_come_back.to_string()) } else { cells }
    });
    let mut foot = Cells::new().text(l.t("fund-sum")).text("");
    let sums = [
        |one: &PromisedBy| one.promised,
        |one: &PromisedBy| one.paid,
        |one: &PromisedBy| one.released,
        |one: &PromisedBy| one.owed,
        |one: &PromisedBy| one.to_come_back,
    ];
    for of in sums.into_iter().take(columns.len() - 2) {
        let sum = Vnd::total(fund.promises.iter().map(of)).map_err(too_large)?;
        foot = foot.text(&sum.to_string());
    }
    let nothing = empty(l.t("fund-no-promises"), l.t("fund-no-promises-hint"), None);
    let table = Table::new(l.t("fund-promises"), &columns, rows.collect());
    Ok(table.totals(foot).nothing(nothing).draw(l))
}

fn uses(v: &Visit, fund: &Year) -> Result<Markup, PageError> {
    let l = v.l;
    let columns = [Column::new(l.t("fund-use")), Column::new(l.t("fund-amount-dong")).numeric()];
    let rows = fund.uses.iter().map(|one| Cells::new().text(&one.name).text(&one.sum.to_string()));
    let total = fund.book.organising.plus(fund.book.spent).map_err(too_large)?;
    let foot = Cells::new().text(l.t("fund-sum")).text(&total.to_string());
    let nothing = empty(l.t("fund-no-uses"), l.t("fund-no-uses-hint"), None);
    let table = Table::new(l.t("fund-uses"), &columns, rows.collect());
    Ok(table.totals(foot).nothing(nothing).draw(l))
}

fn organising(v: &Visit, fund: &Year) -> Markup {
    let l = v.l;
    let told = match &fund.organising {
        Some(limit) => html! {
            (limit_told(v, limit)) br;
            (l.with("fund-used", &[("sum", dong(fund.book.organising).into())]))
            @if fund.book.organising > limit.most { " " strong { (l.t("fund-above")) } }
        },
        None => html! { (l.t("fund-organising-unknown")) },
    };
    facts(&[Fact::new(l.t("fund-organising"), told)])
}

fn files(v: &Visit, fund: &Year) -> Markup {
    let (l, base) = (v.l, format!("/quy/bao-cao/{}", fund.year));
    buttons(&[
        button_link(&format!("{base}.docx"), l.t("fund-report-docx")),
        button_link(&format!("{base}.pdf"), l.t("fund-report-pdf")),
        button_link(&format!("{base}.xlsx"), l.t("fund-ledger-xlsx")),
    ])
}
