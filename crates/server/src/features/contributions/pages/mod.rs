//! The pages of the ledger.

mod entry;
mod ledger;
mod purposes;
mod rates;
mod record;

use chungsuc_domain::{Quantity, Vnd};
use maud::{Markup, html};

use super::KindTotal;
use crate::access::Act;
use crate::features::movements::{self, Movement};
use crate::refusal::Refusal;
use crate::routes::{Gate, Routes};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::ui::{Cells, Column, Table};

pub(crate) fn routes() -> Routes {
    let read = Gate::May(Act::ReadContributions);
    let write = Gate::May(Act::RecordContributions);
    Routes::default()
        .page("/nguon-luc", read, ledger::ledger)
        .page("/nguon-luc/cong-trinh", read, purposes::purposes)
        .page("/nguon-luc/don-gia", read, rates::rates_page)
        .deed("/nguon-luc/don-gia", Gate::May(Act::SetRates), rates::set)
        .page("/nguon-luc/ghi", write, record::choose)
        .page("/nguon-luc/ghi/{loai}/{dt}", write, record::page)
        .deed("/nguon-luc/ghi/{loai}/{dt}", write, record::record)
        .page("/nguon-luc/{ma}", read, entry::entry_page)
        .deed("/nguon-luc/{ma}/dao", write, entry::reverse)
}

fn tabs(v: &Visit) -> Markup {
    let l = v.l;
    let tabs = [
        ("/nguon-luc", l.t("ledger-title")),
        ("/nguon-luc/cong-trinh", l.t("purposes-title")),
        ("/nguon-luc/don-gia", l.t("rates-title")),
    ];
    html! {
        nav.tabs aria-label=(l.t("way-contributions")) {
            @for (href, label) in tabs {
                a href=(href) aria-current=[(v.path == href).then_some("page")] { (label) }
            }
        }
    }
}

/// The movement whose ledger is shown.
fn movement(v: &Visit) -> Result<Movement, PageError> {
    let found = movements::current(&v.app, v.person()?)?;
    Ok(found.ok_or_else(|| Refusal::rule("ledger-no-movement"))?)
}

/// “205 ngày công”; money in whole đồng.
fn quantity(quantity: Quantity) -> String {
    format!("{} {}", quantity.amount, quantity.unit.label())
}

/// The sums of what is shown, in natural units and in money, with each kind apart.
fn totals_table(v: &Visit, totals: &[KindTotal]) -> Markup {
    let l = v.l;
    let columns = [
        Column::new(l.t("contribution-kind")),
        Column::new(l.t("contribution-quantity")).numeric(),
        Column::new(l.t("total-in-money")).numeric(),
    ];
    let rows = totals.iter().map(|total| {
        let href = format!("/nguon-luc?loai={}", total.kind.code());
        let dong = total.dong.map(|dong| format!("{dong} đồng"));
        Cells::new()
            .link(&href, l.word("contribution-kind-", total.kind.code()))
            .text(&quantity(total.quantity))
            .text(dong.as_deref().unwrap_or(l.t("total-unknown")))
    });
    let whole = Vnd::total(totals.iter().filter_map(|total| total.dong)).ok();
    let whole = whole.map_or_else(|| "–".to_owned(), |sum| format!("{sum} đồng"));
    let foot = Cells::new().text(l.t("total-all")).text("").text(&whole);
    let table = Table::new(l.t("totals-title"), &columns, rows.collect());
    if totals.is_empty() {
        html! {}
    } else {
        table.totals(foot).draw(l)
    }
}
