//! The main part of a DOCX: the text, and a section for every annex, since an annex numbers its own
//! pages and may lie across.

use maud::{Markup, html};

use super::units::from_mm;
use super::{frame, looking, paragraph, runs, table};
use crate::document::printed::{Piece, Printed, PrintedAnnex};
use crate::{Emphasis, Layout, Text};

/// The namespace of WordprocessingML.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// "Điều 1."
const BOLD: Emphasis = Emphasis { bold: true, italic: false, underlined: false };
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The main part.
pub(super) fn document(printed: &Printed, layout: &Layout) -> Markup {
    let width = layout.text_width_mm();
    let last = printed.annexes.len();
    html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONS) {
            w:body {
                (frame::head(printed, layout))
                @for basis in &printed.bases { (paragraph("Basis", basis)) }
                (pieces(&printed.body, width, true))
                (frame::foot(printed, layout))
                (close(layout, false, last == 0))
                @for (at, annex) in printed.annexes.iter().enumerate() {
                    (annex_part(annex, layout))
                    (close(layout, annex.landscape, at + 1 == last))
                }
            }
        }
    }
}

fn annex_part(annex: &PrintedAnnex, layout: &Layout) -> Markup {
    let width = if annex.landscape { across_mm(layout) } else { layout.text_width_mm() };
    html! {
        @if let Some(label) = &annex.label { (paragraph("AnnexLabel", label)) }
        (paragraph("AnnexTitle", &annex.title))
        (paragraph("AnnexReference", &annex.reference))
        (pieces(&annex.body, width, false))
    }
}

/// The pieces of a text. The last paragraph before a signature stays with it.
fn pieces(pieces: &[Piece], width_mm: f64, signed: bool) -> Markup {
    let last = pieces.len().saturating_sub(1);
    html! {
        @for (at, piece) in pieces.iter().enumerate() {
            @match piece {
                Piece::Heading { level, text } => (line(&format!("Heading{level}"), text)),
                Piece::Centred { text } => (line("Centred", text)),
                Piece::Paragraph { lead, text } => (running(lead, text, signed && at == last)),
                Piece::Table(table) => { (frame::gap()) (table::grid(table, width_mm)) }
            }
        }
    }
}

/// A paragraph of one style, with the words in it that stand out.
fn line(style: &str, text: &Text) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (runs(text)) } }
}

fn running(lead: &str, text: &Text, keep_next: bool) -> Markup {
    html! {
        w:p {
            @if keep_next { w:pPr { w:keepNext {} } }
            @if !lead.is_empty() { (looking(lead, BOLD)) }
            (runs(text))
        }
    }
}

/// Ends a section. The properties of the last one stand in the body itself, those of the others in
/// their last paragraph.
fn close(layout: &Layout, landscape: bool, last: bool) -> Markup {
    let section = section(layout, landscape);
    html! {
        w:p { w:pPr { w:pStyle w:val="Rule" {} @if !last { (section) } } }
        @if last { (section) }
    }
}

fn section(layout: &Layout, landscape: bool) -> Markup {
    let page = &layout.page;
    let (width, height) = (from_mm(page.width_mm), from_mm(page.height_mm));
    html! {
        w:sectPr {
            w:headerReference w:type="default" r:id="rId3" {}
            @if landscape {
                w:pgSz w:w=(height) w:h=(width) w:orient="landscape" {}
            } @else {
                w:pgSz w:w=(width) w:h=(height) {}
            }
            w:pgMar w:top=(from_mm(page.top_mm.get())) w:bottom=(from_mm(page.bottom_mm.get()))
                w:left=(from_mm(page.left_mm.get())) w:right=(from_mm(page.right_mm.get()))
                w:header=(from_mm(page.number_mm.get())) w:footer=(from_mm(page.number_mm.get()))
                w:gutter="0" {}
            w:pgNumType w:start="1" {}
            w:titlePg {}
        }
    }
}

/// The width of the text on a sheet that lies across.
fn across_mm(layout: &Layout) -> f64 {
    layout.text_width_mm() + layout.page.height_mm - layout.page.width_mm
}
