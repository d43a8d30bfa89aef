//! What a letter says, read from its own DOCX: what is seen is what the file says.

use chungsuc_press::read::{Paragraph, Place, Source};
use maud::{Markup, html};

use super::super::{Bytes, Letter, docx_of};
use crate::visit::Visit;
use crate::web::PageError;
use crate::web::ui::{Cells, Column, Table};

/// Tables with fewer columns are the frames of head and foot, whose cells stand side by side on
/// paper and one under the other here.
const TABLE: usize = 3;

/// A piece of the document.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    Line {
        words: String,
        bold: bool,
    },
    /// A row for each row of the table, the first one its heads.
    Table(Vec<Vec<String>>),
}

pub(super) fn words(v: &Visit, letter: &Letter) -> Result<Markup, PageError> {
    let l = v.l;
    let Bytes { name, bytes } = docx_of(&v.app, v.person()?, &letter.id)?;
    let source = chungsuc_press::read::source(&bytes, &format!("{name}.docx"));
    let seen = source.as_ref().map(seen).unwrap_or_default();
    let mut tables = 0_u64;
    let mut pieces = Vec::new();
    for piece in &seen {
        pieces.push(match piece {
            Seen::Line { words, bold: true } => html! { p { strong { (words) } } },
            Seen::Line { words, bold: false } => html! { p { (words) } },
            Seen::Table(rows) => {
                tables += 1;
                table(v, &l.with("letter-table", &[("place", tables.into())]), rows)
            }
        });
    }
    Ok(html! {
        h2 { (l.t("letter-words-title")) }
        @for piece in &pieces { (piece) }
    })
}

fn table(v: &Visit, caption: &str, rows: &[Vec<String>]) -> Markup {
    let Some((heads, rows)) = rows.split_first() else { return html! {} };
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::new(head)).collect();
    let cells = |row: &Vec<String>| row.iter().fold(Cells::new(), |cells, one| cells.text(one));
    Table::new(caption, &columns, rows.iter().map(cells).collect()).draw(v.l)
}

/// The paragraphs of a document, and its tables as such.
fn seen(source: &Source) -> Vec<Seen> {
    let mut found = Vec::new();
    let groups = source.paragraphs().chunk_by(|one, next| {
        matches!((one.place, next.place),
            (Place::Cell { table: a, .. }, Place::Cell { table: b, .. }) if a == b)
    });
    for group in groups {
        match rows(source, group) {
            Some(rows) => found.push(Seen::Table(rows)),
            None => found.extend(group.iter().filter_map(|one| line(source, one))),
        }
    }
    found
}

fn line(source: &Source, paragraph: &Paragraph) -> Option<Seen> {
    let words = source.words(paragraph).trim().to_owned();
    let bold = paragraph.look.bold || paragraph.look.heading.is_some();
    (!words.is_empty()).then_some(Seen::Line { words, bold })
}

/// The cells of a group that is a table.
fn rows(source: &Source, group: &[Paragraph]) -> Option<Vec<Vec<String>>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for paragraph in group {
        let Place::Cell { row, column, .. } = paragraph.place else { return None };
        let (row, column) = (row as usize, column as usize);
        rows.resize(rows.len().max(row), Vec::new());
        let cells = rows.get_mut(row - 1)?;
        cells.resize(cells.len().max(column), String::new());
        let cell = cells.get_mut(column - 1)?;
        let space = if cell.is_empty() { "" } else { " " };
        *cell = format!("{cell}{space}{}", source.words(paragraph).trim());
    }
    let width = rows.first().map_or(0, Vec::len);
    (width >= TABLE && rows.iter().all(|row| row.len() == width)).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chungsuc_press::read::{Format, Look};

    #[test]
    fn tables_are_seen_as_tables_and_frames_as_lines() {
        let mut source = Source::new(Format::Docx);
        let cell = |table, row, column| Place::Cell { table, row, column };
        let mut push = |words, place| source.push(words, place, Look::default());
        push("UBND", cell(1, 1, 1));
        push("Độc lập", cell(1, 1, 2));
        push("Có mặt:", Place::Paragraph(1));
        for (column, head) in (1..).zip(["TT", "Họ tên", "Chức vụ"]) {
            push(head, cell(2, 1, column));
        }
        for (column, word) in (1..).zip(["1", "Hà Minh", "Chủ tịch"]) {
            push(word, cell(2, 2, column));
        }
        push("xã", cell(2, 2, 3));
        let line = |words: &str| Seen::Line { words: words.to_owned(), bold: false };
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let table = vec![row(["TT", "Họ tên", "Chức vụ"]), row(["1", "Hà Minh", "Chủ tịch xã"])];
        let wanted = [line("UBND"), line("Độc lập"), line("Có mặt:"), Seen::Table(table)];
        assert_eq!(seen(&source), wanted);
    }
}
