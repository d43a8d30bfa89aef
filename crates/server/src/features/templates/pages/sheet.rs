//! A document as it is read on a screen: the words that stand on paper, without the paper's layout.

use chungsuc_press::{Annex, Block, Document, Table as PaperTable};
use maud::{Markup, html};

use crate::web::Language;
use crate::web::ui::{Cells, Column, Table};

/// The words of a document.
pub(super) fn document(l: Language, document: &Document) -> Markup {
    html! {
        div.card {
            @if let Some(body) = document.header.issuer.name() { p { strong { (body) } } }
            p {
                @if let Some(kind) = &document.kind { strong { (kind) } br; }
                (document.abstract_)
            }
            @if let Some(authority) = &document.authority { p { strong { (authority) } } }
            @if !document.addressees.is_empty() {
                p { (l.t("template-addressees")) }
                (list(&document.addressees))
            }
            @for basis in &document.bases { p { em { (basis) } } }
            (blocks(l, &document.body))
            @if !document.recipients.is_empty() {
                p { em { (l.t("template-recipients")) } }
                (list(&document.recipients))
            }
            @for annex in &document.annexes { (self::annex(l, annex)) }
        }
    }
}

fn list(lines: &[String]) -> Markup {
    html! { ul { @for line in lines { li { (line) } } } }
}

fn annex(l: Language, annex: &Annex) -> Markup {
    html! {
        hr;
        p { strong { (annex.title) } }
        (blocks(l, &annex.body))
    }
}

fn blocks(l: Language, blocks: &[Block]) -> Markup {
    html! {
        @for block in blocks {
            @match block {
                Block::Heading { text, .. } | Block::Centred(text) => p { strong { (text) } },
                Block::Article { number, text } => p { strong { "Điều " (number) ". " } (text) },
                Block::Paragraph(text) => p { (text) },
                Block::Bullet(text) => p { "– " (text) },
                Block::Table(paper) => (table(l, paper)),
            }
        }
    }
}

fn table(l: Language, paper: &PaperTable) -> Markup {
    let columns: Vec<Column<'_>> =
        paper.columns().iter().map(|column| Column::new(&column.title)).collect();
    let cells = |row: &[String]| row.iter().fold(Cells::new(), |cells, cell| cells.text(cell));
    let rows = paper.rows().iter().map(|row| cells(row)).collect();
    let table = Table::new(l.t("template-table"), &columns, rows);
    match paper.total() {
        Some(total) => table.totals(cells(total)).draw(l),
        None => table.draw(l),
    }
}
