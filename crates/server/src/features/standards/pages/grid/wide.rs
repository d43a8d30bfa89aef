//! Villages × indicators: a row for each village, a column for each number of the standard.

use maud::{Markup, html};

use super::{Sheet, cell};

pub(super) fn table(sheet: &Sheet<'_>) -> Markup {
    let (l, indicators) = (sheet.v.l, sheet.grid.standard.indicators());
    let caption = &sheet.grid.standard.head().value.name;
    html! {
        div.listing {
            div.table.wide tabindex="0" role="region" aria-label=(caption) {
                table.cells {
                    caption { (caption) }
                    thead {
                        tr {
                            th scope="col" { (l.t("standing-village")) }
                            @for (place, one) in indicators.iter().enumerate() {
                                th scope="col" id={ "b" (place) } { (one.code) }
                            }
                        }
                    }
                    tbody {
                        @for (row, village) in sheet.grid.villages.iter().enumerate() {
                            tr {
                                th scope="row" id={ "a" (row) } {
                                    a href=(sheet.address(Some(&village.code))) { (village.name) }
                                }
                                @for (place, one) in indicators.iter().enumerate() {
                                    (cell::draw(sheet, &village.code, one,
                                        &format!("a{row} b{place}")))
                                }
                            }
                        }
                    }
                }
            }
            p.here hidden { span {} " " a href="" { (l.t("grid-to-value")) } }
        }
    }
}
