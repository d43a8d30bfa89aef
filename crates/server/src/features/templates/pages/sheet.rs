//! A document as it is read on a screen: the words that stand on paper, without the paper's layout.

use chungsuc_press::{Annex, Block, Document, Run, Table as PaperTable, Text};
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
                Block::Heading { text, .. } | Block::Centred(text) => p { strong { (words(text)) } },
                Block::Article { number, text } => p { strong { "Điều " (number) ". " } (words(text)) },
                Block::Paragraph(text) => p { (words(text)) },
                Block::Bullet(text) => p { "– " (words(text)) },
                Block::Table(paper) => (table(l, paper)),
            }
        }
    }
}

/// Words as they stand out on paper.
fn words(text: &Text) -> Markup {
    html! { @for run in text.runs() { (looking(run)) } }
}

fn looking(run: &Run) -> Markup {
    let mut shown = html! { (run.words) };
    if run.emphasis.underlined {
        shown = html! { u { (shown) } };
    }
    if run.emphasis.italic {
        shown = html! { em { (shown) } };
    }
    if run.emphasis.bold {
        shown = html! { strong { (shown) } };
    }
    shown
}

fn table(l: Language, paper: &PaperTable) -> Markup {
    let columns: Vec<Column<'_>> =
        paper.columns().iter().map(|column| Column::new(&column.title)).collect();
    let cells =
        |row: &[Text]| row.iter().fold(Cells::new(), |cells, cell| cells.markup(words(cell)));
    let rows = paper.rows().iter().map(|row| cells(row)).collect();
    let table = Table::new(l.t("template-table"), &columns, rows);
    match paper.total() {
        Some(total) => table.totals(cells(total)).draw(l),
        None => table.draw(l),
    }
}
