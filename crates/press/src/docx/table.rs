//! Tables: those of the text, and the invisible ones that set two columns side by side.

use maud::{Markup, html};

use super::paragraph;
use super::units::from_mm;
use crate::document::{Align, Table, Text};

/// A table of the text. Its heading row repeats on every page; a row stays on one page.
pub(super) fn grid(table: &Table, width_mm: f64) -> Markup {
    let widths = table.widths(width_mm);
    let titles: Vec<&str> = table.columns().iter().map(|column| column.title.as_str()).collect();
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val="Grid" {}
                w:tblW w:w=(from_mm(width_mm)) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
            }
            (columns(&widths))
            w:tr {
                w:trPr { w:cantSplit {} w:tblHeader {} }
                @for (title, width) in titles.iter().zip(&widths) {
                    (cell(*width, true, html! { (paragraph("CellHead", title)) }))
                }
            }
            @for row in table.rows() { (line(table, row, &widths, "Cell")) }
            @if let Some(total) = table.total() { (line(table, total, &widths, "CellTotal")) }
        }
    }
}

fn line(table: &Table, texts: &[Text], widths: &[f64], style: &str) -> Markup {
    html! {
        w:tr {
            w:trPr { w:cantSplit {} }
            @for ((text, width), column) in texts.iter().zip(widths).zip(table.columns()) {
                (cell(*width, false, aligned(style, column.align, text)))
            }
        }
    }
}

fn aligned(style: &str, align: Align, text: &Text) -> Markup {
    let side = match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    };
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} w:jc w:val=(side) {} } (super::runs(text)) } }
}

/// Two columns side by side without lines, kept on one page. Each row is a left and a right cell.
pub(super) fn pair(left_mm: f64, right_mm: f64, rows: &[(Markup, Markup)]) -> Markup {
    html! {
        w:tbl {
            w:tblPr {
                w:tblW w:w=(from_mm(left_mm + right_mm)) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblCellMar { w:left w:w="0" w:type="dxa" {} w:right w:w="0" w:type="dxa" {} }
            }
            (columns(&[left_mm, right_mm]))
            @for (left, right) in rows {
                w:tr {
                    w:trPr { w:cantSplit {} }
                    (cell(left_mm, false, left.clone()))
                    (cell(right_mm, false, right.clone()))
                }
            }
        }
    }
}

fn columns(widths_mm: &[f64]) -> Markup {
    html! { w:tblGrid { @for width in widths_mm { w:gridCol w:w=(from_mm(*width)) {} } } }
}

fn cell(width_mm: f64, middle: bool, contents: Markup) -> Markup {
    html! {
        w:tc {
            w:tcPr {
                w:tcW w:w=(from_mm(width_mm)) w:type="dxa" {}
                @if middle { w:vAlign w:val="center" {} }
            }
            (contents)
        }
    }
}
