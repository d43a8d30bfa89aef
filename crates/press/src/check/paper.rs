//! A DOCX as lines with their looks, and its sections with their sheets: what a careful reader
//! sees.

use std::sync::Arc;

use chungsuc_domain::text::{fold, nfc};

use super::look::{Layer, Letters, Stand, Styles};
use super::package::Package;
use crate::tree::Node;

/// A document as it stands on paper.
pub(super) struct Paper {
    pub(super) lines: Vec<Line>,
    pub(super) sections: Vec<Section>,
}

/// A line that its writer ended: a paragraph, or a piece of one parted by a break or, in the head
/// and the foot, by a tab.
#[derive(Debug)]
pub(super) struct Line {
    /// Which paragraph of the file, counted from 1.
    pub(super) paragraph: usize,
    /// Which piece of that paragraph, counted from 0.
    pub(super) piece: usize,
    /// The words, NFC, single spaces, capitals as shown.
    pub(super) text: String,
    /// The letters of each run that shows something.
    pub(super) runs: Vec<(String, Letters)>,
    pub(super) stand: Arc<Stand>,
    /// Whether tabs set it beside another line, so that its paragraph's side says nothing.
    pub(super) tabbed: bool,
    pub(super) cell: Option<Cell>,
    pub(super) section: usize,
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) table: usize,
    pub(super) column: usize,
}

/// The sheets of a part of the document. Millimetres.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    pub(super) width_mm: f64,
    pub(super) height_mm: f64,
    pub(super) top_mm: f64,
    pub(super) bottom_mm: f64,
    pub(super) left_mm: f64,
    pub(super) right_mm: f64,
    /// Whether the first sheet has a head of its own.
    pub(super) own_first: bool,
    pub(super) above: Option<Counter>,
    pub(super) below: Option<Counter>,
}

/// A page number in the margin.
#[derive(Debug, Clone)]
pub(super) struct Counter {
    pub(super) align: String,
    pub(super) letters: Letters,
}

impl Line {
    /// Whether it shows nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether all its letters are bold.
    pub(super) fn is_bold(&self) -> bool {
        !self.runs.is_empty() && self.runs.iter().all(|(_, letters)| letters.bold)
    }

    /// What tells this line from every other one.
    pub(super) fn key(&self) -> (usize, usize) {
        (self.paragraph, self.piece)
    }

    pub(super) fn is_centred(&self) -> bool {
        self.stand.align == "center"
    }

    /// Whether it has letters and none of them is small.
    pub(super) fn is_capitals(&self) -> bool {
        self.text.chars().any(char::is_alphabetic) && self.text == self.text.to_uppercase()
    }

    /// For comparing: small letters without marks.
    pub(super) fn folded(&self) -> String {
        fold(&self.text)
    }
}

impl Paper {
    pub(super) fn of(package: &Package) -> Self {
        let styles = Styles::of(&package.styles, &package.theme);
        let mut reader =
            Reading { package, styles: &styles, lines: vec![], sections: vec![], at: 0, tables: 0 };
        if let Some(body) = package.document.child("body") {
            reader.blocks(body, None);
            if let Some(last) = body.child("sectPr") {
                reader.section(last);
            }
        }
        Self { lines: reader.lines, sections: reader.sections }
    }
}

/// What is being read.
struct Reading<'a> {
    package: &'a Package,
    styles: &'a Styles,
    lines: Vec<Line>,
    sections: Vec<Section>,
    at: usize,
    tables: usize,
}

impl Reading<'_> {
    fn blocks(&mut self, parent: &Node, cell: Option<Cell>) {
        for node in &parent.children {
            match node.name.as_str() {
                "p" => self.paragraph(node, cell),
                "tbl" => self.table(node),
                "sdt" | "sdtContent" | "ins" | "customXml" => self.blocks(node, cell),
                _ => {}
            }
        }
    }

    fn table(&mut self, table: &Node) {
        self.tables += 1;
        let number = self.tables;
        for row in table.all("tr") {
            for (column, cell) in row.all("tc").enumerate() {
                self.blocks(cell, Some(Cell { table: number, column }));
            }
        }
    }

    fn paragraph(&mut self, node: &Node, cell: Option<Cell>) {
        self.at += 1;
        let properties = node.child("pPr");
        let layer = self.styles.paragraph(properties);
        let stand = Arc::new(layer.stand());
        let mut runs = Vec::new();
        collect(node, self.styles, &layer, &mut runs);
        let tabbed = parts_side_by_side(&runs);
        for (piece, runs) in pieces(runs, tabbed).into_iter().enumerate() {
            let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
            let (text, stand) = (tidy(&text), stand.clone());
            let runs = runs.into_iter().filter(|(text, _)| !text.trim().is_empty()).collect();
            let (paragraph, section) = (self.at, self.sections.len());
            self.lines.push(Line { paragraph, piece, text, runs, stand, tabbed, cell, section });
        }
        if let Some(section) = properties.and_then(|it| it.child("sectPr")) {
            self.section(section);
        }
    }

    fn section(&mut self, node: &Node) {
        let mm = |child: &str, name: &str| {
            let twips = node.child(child).and_then(|it| it.number(name)).unwrap_or_default();
            twips / 1440.0 * 25.4
        };
        let before = self.sections.last().cloned().unwrap_or_default();
        let counter = |kind: &str, before: Option<Counter>| {
            let mut named = node.all(kind).filter(|it| it.get("type") == Some("default"));
            let Some(id) = named.next().and_then(|it| it.get("id")) else { return before };
            self.package.margins.get(id).and_then(|margin| counter(margin, self.styles))
        };
        self.sections.push(Section {
            width_mm: mm("pgSz", "w"),
            height_mm: mm("pgSz", "h"),
            top_mm: mm("pgMar", "top"),
            bottom_mm: mm("pgMar", "bottom"),
            left_mm: mm("pgMar", "left"),
            right_mm: mm("pgMar", "right"),
            own_first: node.switch("titlePg").unwrap_or_default(),
            above: counter("headerReference", before.above),
            below: counter("footerReference", before.below),
        });
    }
}

/// The page number that a margin shows, if it does.
fn counter(margin: &Node, styles: &Styles) -> Option<Counter> {
    let mut found = None;
    margin.walk(&mut |node| {
        if node.name == "p" && shows_page(node) {
            let layer = styles.paragraph(node.child("pPr"));
            let mut runs = Vec::new();
            collect(node, styles, &layer, &mut runs);
            let letters = runs.into_iter().find(|(text, _)| !text.trim().is_empty());
            let letters = letters.map_or_else(|| styles.letters(None, &layer), |(_, look)| look);
            found = Some(Counter { align: layer.stand().align, letters });
        }
    });
    found
}

fn shows_page(paragraph: &Node) -> bool {
    let mut shows = false;
    paragraph.walk(&mut |node| {
        let code =
            if node.name == "instrText" { Some(node.text.as_str()) } else { node.get("instr") };
        shows |= code.is_some_and(|code| code.split_whitespace().next() == Some("PAGE"));
    });
    shows
}

/// The runs below a node; what is drawn, deleted or a field's code is not among the words.
pub(crate) fn collect(
    node: &Node,
    styles: &Styles,
    layer: &Layer,
    runs: &mut Vec<(String, Letters)>,
) {
    for child in &node.children {
        match child.name.as_str() {
            "r" => {
                let letters = styles.letters(child.child("rPr"), layer);
                let mut text = nfc(&words(child));
                if letters.capitals {
                    text = text.to_uppercase();
                }
                runs.push((text, letters));
            }
            "del" | "moveFrom" | "pPr" | "drawing" | "pict" | "AlternateContent" => {}
            _ => collect(child, styles, layer, runs),
        }
    }
}

fn words(run: &Node) -> String {
    let mut text = String::new();
    for child in &run.children {
        match child.name.as_str() {
            "t" => text.push_str(&child.text),
            "tab" => text.push('\t'),
            "br" | "cr" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            _ => {}
        }
    }
    text
}

/// The runs of each line of a paragraph.
fn pieces(runs: Vec<(String, Letters)>, tabs: bool) -> Vec<Vec<(String, Letters)>> {
    let mut lines = vec![Vec::new()];
    for (text, letters) in runs {
        for (at, piece) in text.split(|c| c == '\n' || tabs && c == '\t').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push((piece.to_owned(), letters.clone()));
            }
        }
    }
    lines
}

/// Whether tabs set two parts of the head or the foot side by side, where no table does.
fn parts_side_by_side(runs: &[(String, Letters)]) -> bool {
    let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
    if !text.contains('\t') {
        return false;
    }
    let folded = fold(&text);
    let dated = folded.contains("ngay") && folded.contains("thang");
    ["cong hoa xa hoi", "doc lap", "noi nhan:"].iter().any(|part| folded.contains(part))
        || folded.starts_with("so:") && dated
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
