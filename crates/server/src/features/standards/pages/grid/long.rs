//! One village: a row for each indicator, with what stands there, its state and its history.

use maud::{Markup, html};

use super::super::stage;
use super::{Sheet, cell};

pub(super) fn table(sheet: &Sheet<'_>) -> Markup {
    html! {
        @for village in &sheet.grid.villages {
            div.listing {
                table.cells.long {
                    caption { (village.name) " – " (sheet.grid.standard.head().value.name) }
                    thead { (heads(sheet)) }
                    tbody { (rows(sheet, &village.code)) }
                }
            }
        }
    }
}

fn heads(sheet: &Sheet<'_>) -> Markup {
    let l = sheet.v.l;
    html! {
        tr {
            th scope="col" { (l.t("indicator-name")) }
            th scope="col" id="b0" { (l.t("indicator-value")) }
            th scope="col" { (l.t("column-state")) }
        }
    }
}

fn rows(sheet: &Sheet<'_>, village: &str) -> Markup {
    html! {
        @for (row, one) in sheet.grid.standard.indicators().iter().enumerate() {
            tr {
                th scope="row" id={ "a" (row) } { (one.code) ". " (one.name) (cell::unit(one)) }
                (cell::draw(sheet, village, one, &format!("a{row} b0")))
                td { (state(sheet, village, &one.code)) }
            }
        }
    }
}

fn state(sheet: &Sheet<'_>, village: &str, indicator: &str) -> Markup {
    let Some(value) = sheet.grid.value(village, indicator) else {
        return html! { span.quiet { (sheet.v.l.t("outcome-none")) } };
    };
    html! {
        (stage(sheet.v, value.review.stage())) " "
        a href={ (cell::relative(sheet, village, indicator)) "#lich-su" } {
            (sheet.v.l.t("value-history")) span.hidden { " " (indicator) }
        }
        @if let Some(reason) = value.review.reason() { p.error { (reason) } }
    }
}
