//! The file as lines and tables, in reading order.

use super::RemarkKind;
use super::roles::{Role, Roles, list_of};
use super::tables::{Cell, Row, Table};
use super::unprinted::article;
use crate::check::look::{Letters, Styles};
use crate::check::paper::collect;
use crate::read::Numbering;
use crate::template::marks::{alone, tokens, whole_marks};
use crate::tree::Node;
use crate::{Emphasis, Orientation, Text};

/// What stands one below the other in a file.
#[derive(Debug)]
pub(super) enum Item {
    /// A paragraph that says or shows something, or the title of an annex.
    Line(Line),
    /// A table.
    Table(Table),
    /// The end of the sheets that lie so.
    Sheets(Orientation),
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) role: Role,
    /// What it says, cut at the breaks that somebody typed; lines that say nothing are left out.
    pub(super) texts: Vec<Text>,
    /// The number that Word writes before it, or a dash for any other sign.
    pub(super) label: Option<String>,
    /// Where it stands: "left", "center", "right", "both".
    pub(super) side: String,
    /// Whether all its letters are bold.
    pub(super) bold: bool,
    /// What of it a template does not keep.
    pub(super) lost: Vec<RemarkKind>,
}

impl Line {
    /// All it says, on one line.
    pub(super) fn text(&self) -> Text {
        let label = self.label.iter().map(|label| Text::from(label.as_str()));
        joined(label.chain(self.texts.iter().cloned()))
    }

    /// The lines that somebody sees, the first with what Word writes before it.
    pub(super) fn shown(&self) -> impl Iterator<Item = Text> {
        let label = self.label.iter().map(|label| format!("{label} ")).chain([String::new()]);
        let labels = label.chain(std::iter::repeat(String::new()));
        labels.zip(&self.texts).map(|(label, text)| text.after(&label))
    }
}

/// What is being read.
pub(super) struct Reading<'a> {
    roles: &'a Roles,
    styles: Styles,
    numbering: Numbering,
    /// What stands before a paragraph's end that was deleted and is still tracked.
    carried: Text,
    /// Whether something stood in a style of ours.
    ours: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(roles: &'a Roles, sheet: &Node, numbering: Numbering) -> Self {
        let styles = Styles::of(sheet, &Node::default());
        Self { roles, styles, numbering, carried: Text::default(), ours: false }
    }

    /// Everything of a document; `None` if nothing stands in a style of ours.
    pub(super) fn items(mut self, document: &Node) -> Option<Vec<Item>> {
        let mut items = Vec::new();
        if let Some(body) = document.child("body") {
            self.blocks(body, &mut items);
            items.extend(body.child("sectPr").map(|it| Item::Sheets(orientation(it))));
        }
        self.ours.then_some(items)
    }

    fn blocks(&mut self, parent: &Node, items: &mut Vec<Item>) {
        for node in &parent.children {
            match node.name.as_str() {
                "p" => {
                    items.extend(self.line(node).map(Item::Line));
                    let section = node.child("pPr").and_then(|it| it.child("sectPr"));
                    items.extend(section.map(|it| Item::Sheets(orientation(it))));
                }
                "tbl" => items.push(Item::Table(self.table(node))),
                _ if wraps(node) => self.blocks(node, items),
                _ => {}
            }
        }
    }

    /// A paragraph; `None` when it says nothing, or goes on in the next.
    fn line(&mut self, node: &Node) -> Option<Line> {
        let properties = node.child("pPr");
        let style = self.roles.style(properties.and_then(|it| it.value("pStyle")));
        self.ours |= style.ours;
        let layer = self.styles.paragraph(properties);
        let mut runs = Vec::new();
        collect(node, &self.styles, &layer, &mut runs);
        let plain = self.styles.letters(None, &layer);
        let mut text = std::mem::take(&mut self.carried);
        for (words, letters) in &runs {
            text.push(words, emphasis(letters, &plain));
        }
        if properties.is_some_and(end_is_deleted) {
            self.carried = text;
            return None;
        }
        let texts = whole_marks(&text).lines().into_iter().map(|line| bare(line.clean()));
        let texts = texts.filter(|text| !text.is_empty()).collect();
        let lost = lost(node, style.role, &runs, &plain);
        let mut line = Line { role: style.role, texts, lost, ..Line::default() };
        if line.texts.is_empty() && line.lost.is_empty() && line.role != Role::AnnexTitle {
            return None;
        }
        let list = properties.and_then(list_of).or(style.list);
        let label = list.and_then(|(list, level)| self.numbering.count(list, level));
        line.label = label.map(dashed);
        line.side = layer.stand().align;
        let mut said = runs.iter().filter(|(text, _)| !text.trim().is_empty());
        line.bold = said.all(|(_, letters)| letters.bold);
        Some(line)
    }

    fn table(&mut self, node: &Node) -> Table {
        let widths = node.child("tblGrid").into_iter().flat_map(|grid| grid.all("gridCol"));
        let widths = widths.map(|column| column.number("w").unwrap_or_default()).collect();
        let mut rows = Vec::new();
        inside(node, "tr", &mut |row| {
            if row.child("trPr").is_none_or(|it| it.child("del").is_none()) {
                let mut cells = Vec::new();
                inside(row, "tc", &mut |cell| cells.push(self.cell(cell)));
                rows.push(Row { cells });
            }
        });
        Table { widths, rows }
    }

    fn cell(&mut self, node: &Node) -> Cell {
        let properties = node.child("tcPr");
        let span = properties.and_then(|it| it.value("gridSpan")?.parse().ok());
        let first = node.child("p").and_then(|it| it.child("pPr"));
        let side = self.styles.paragraph(first).stand().align;
        let mut items = Vec::new();
        self.blocks(node, &mut items);
        let total = node.all("p").any(|it| self.role(it) == Role::Total);
        let merged = properties.is_some_and(|it| it.child("vMerge").is_some());
        Cell { span: span.unwrap_or(1), side, total, merged, lines: flat(items) }
    }

    fn role(&self, paragraph: &Node) -> Role {
        let style = paragraph.child("pPr").and_then(|it| it.value("pStyle"));
        self.roles.style(style).role
    }
}

/// The lines of a cell; a table within it is read cell by cell.
fn flat(items: Vec<Item>) -> Vec<Line> {
    let mut lines = Vec::new();
    for item in items {
        match item {
            Item::Line(line) => lines.push(line),
            Item::Table(table) => {
                let cells = table.rows.into_iter().flat_map(|row| row.cells);
                lines.extend(cells.flat_map(|cell| cell.lines));
            }
            Item::Sheets(_) => {}
        }
    }
    lines
}

/// A mark that stands alone is not printed, so it does not matter how it looks.
fn bare(line: Text) -> Text {
    let is_mark = tokens(&line).is_ok_and(|tokens| alone(&tokens).is_some());
    if is_mark { line.plain().into() } else { line }
}

/// Lines as one, with a space between them.
pub(super) fn joined(lines: impl Iterator<Item = Text>) -> Text {
    let mut all = Text::default();
    for line in lines.filter(|line| !line.is_empty()) {
        if !all.is_empty() {
            all.push(" ", Emphasis::default());
        }
        all.append(&line);
    }
    all
}

/// How letters stand out among the plain ones of their paragraph.
fn emphasis(letters: &Letters, plain: &Letters) -> Emphasis {
    Emphasis {
        bold: letters.bold && !plain.bold,
        italic: letters.italic && !plain.italic,
        underlined: letters.underlined && !plain.underlined,
    }
}

/// Whether words stand out in a way that is not printed again: by less than their line, such as
/// slender words in a heading, or anywhere in a line whose words are printed alike.
fn fades(letters: &Letters, plain: &Letters, role: Role) -> bool {
    let less = plain.bold && !letters.bold
        || plain.italic && !letters.italic
        || plain.underlined && !letters.underlined;
    less || !role.keeps_emphasis() && letters.stand_out(plain)
}

/// What a template does not keep of a paragraph with these runs.
fn lost(node: &Node, role: Role, runs: &[(String, Letters)], plain: &Letters) -> Vec<RemarkKind> {
    let (mut picture, mut note) = (false, false);
    node.walk(&mut |it| match it.name.as_str() {
        "drawing" | "pict" | "object" => picture = true,
        "footnoteReference" | "endnoteReference" => note = true,
        _ => {}
    });
    // "Điều 1." is bold, and printed so again.
    let own = |text: &str| text.trim().is_empty() || article(text.trim()) == Some("");
    let emphasis = runs.iter().any(|(text, it)| !own(text) && fades(it, plain, role));
    let all = [
        (emphasis, RemarkKind::Emphasis),
        (picture, RemarkKind::Picture),
        (note, RemarkKind::Note),
    ];
    all.into_iter().filter_map(|(is, kind)| is.then_some(kind)).collect()
}

/// Every sign of a list says what a dash says; "o" is Word's sign of a second level.
fn dashed(label: String) -> String {
    let sign = label == "o" || !label.contains(char::is_alphanumeric);
    if sign { "-".to_owned() } else { label }
}

/// What only holds others: controls, insertions that are still tracked.
fn wraps(node: &Node) -> bool {
    matches!(node.name.as_str(), "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag")
}

/// The children of a name, also those that are wrapped.
fn inside<'a>(node: &'a Node, name: &str, visit: &mut dyn FnMut(&'a Node)) {
    for child in &node.children {
        if child.name == name {
            visit(child);
        } else if wraps(child) {
            inside(child, name, visit);
        }
    }
}

fn end_is_deleted(properties: &Node) -> bool {
    properties.child("rPr").is_some_and(|it| it.child("del").is_some())
}

fn orientation(section: &Node) -> Orientation {
    let page = section.child("pgSz");
    let side = |name| page.and_then(|page| page.number(name)).unwrap_or_default();
    if side("w") > side("h") { Orientation::Landscape } else { Orientation::Portrait }
}
