//! document.xml and the notes: paragraphs in their order, tables cell by cell.

use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::styles::Styles;
use super::xml::{Node, Tag, walk};
use crate::read::Place;
use crate::read::files::gather::Gatherer;
use crate::read::files::{ReadError, Source};

/// What a reader does not see: what was deleted or moved away, how things were before, codes of
/// fields, and the second telling of a drawing for old programs.
const LEFT_OUT: &str = "\
    w:del w:moveFrom w:delText w:instrText w:delInstrText mc:Fallback w:pPrChange w:rPrChange \
    w:tblPrChange w:trPrChange w:tcPrChange w:numberingChange w:sectPr";

/// Where the walk is in a table.
#[derive(Clone, Copy)]
struct Table {
    number: u32,
    row: u32,
    column: u32,
    /// Columns that the present cell takes.
    span: u32,
}

/// The text of a document while it is read.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    gatherer: Gatherer,
    /// The paragraph that is read; a text box holds paragraphs within one.
    open: Vec<Paragraph>,
    tables: Vec<Table>,
    seen_tables: u32,
    paragraphs: u32,
    /// How deep the walk is in something that is left out; 0 is not at all.
    skipped: u32,
    in_properties: bool,
    in_text: bool,
    pictures: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering, gatherer: Gatherer) -> Self {
        Self {
            styles,
            numbering,
            gatherer,
            open: Vec::new(),
            tables: Vec::new(),
            seen_tables: 0,
            paragraphs: 0,
            skipped: 0,
            in_properties: false,
            in_text: false,
            pictures: false,
        }
    }

    pub(super) fn read(&mut self, xml: &str) -> Result<(), ReadError> {
        walk(xml, |node| self.visit(node))
    }

    /// Footnotes or endnotes; the rules that part them from the text are kept among them.
    pub(super) fn read_notes(&mut self, xml: &str) -> Result<(), ReadError> {
        walk(xml, |node| {
            if let Node::Open(tag) = &node
                && matches!(tag.name(), "w:footnote" | "w:endnote")
                && tag.get("w:type").is_some_and(|kind| kind != "normal")
            {
                self.skipped += u32::from(self.skipped == 0);
                return Ok(());
            }
            self.visit(node)
        })
    }

    pub(super) fn finish(self) -> Result<Source, ReadError> {
        self.gatherer.finish(if self.pictures { ReadError::Scanned } else { ReadError::Empty })
    }

    fn visit(&mut self, node: Node) -> Result<(), ReadError> {
        match node {
            Node::Open(_) if self.skipped > 0 => self.skipped += 1,
            Node::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Node::Text(text) if self.in_text && self.skipped == 0 => self.write(text),
            Node::Text(_) => {}
            Node::Open(tag) if LEFT_OUT.split(' ').any(|name| name == tag.name()) => {
                self.skipped = 1
            }
            Node::Open(tag) => self.open(&tag)?,
            Node::Close(name) => self.close(name)?,
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag) -> Result<(), ReadError> {
        match tag.name() {
            "w:p" => self.open.push(Paragraph::default()),
            "w:pPr" => self.in_properties = true,
            _ if self.in_properties => self.learn(tag),
            "w:r" => {
                self.settle();
                self.paragraph(Paragraph::begin_run);
            }
            "w:t" | "m:t" => self.in_text = true,
            "w:tab" | "w:ptab" => self.write("\t"),
            "w:noBreakHyphen" => self.write("-"),
            // In the fonts of TCVN3 this character is ư; elsewhere it only shows at the end of a
            // line.
            "w:softHyphen" => self.write("\u{ad}"),
            "w:br" | "w:cr" => self.end_line()?,
            "w:drawing" | "w:pict" | "w:object" => self.pictures = true,
            "w:tbl" | "w:tr" | "w:tc" | "w:gridSpan" => self.enter_table(tag),
            _ => self.paragraph(|paragraph| paragraph.learn_of_run(tag)),
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "w:pPr" => {
                self.in_properties = false;
                self.settle();
            }
            "w:t" | "m:t" => self.in_text = false,
            "w:p" => {
                self.end_line()?;
                self.open.pop();
                self.paragraphs += 1;
            }
            "w:tbl" => drop(self.tables.pop()),
            _ => {}
        }
        Ok(())
    }

    /// A property of the paragraph. Those of its mark, in `w:rPr`, are of the run that Word would
    /// begin at its end, not of its text.
    fn learn(&mut self, tag: &Tag) {
        if tag.name() == "w:rPr" {
            self.skipped = 1;
        } else {
            self.paragraph(|paragraph| paragraph.learn(tag));
        }
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.open.last_mut() {
            change(paragraph);
        }
    }

    /// A paragraph without properties has those of the default style.
    fn settle(&mut self) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.settle(self.styles, &mut self.numbering);
        }
    }

    fn write(&mut self, text: &str) {
        let styles = self.styles;
        self.paragraph(|paragraph| paragraph.write(text, styles));
    }

    fn enter_table(&mut self, tag: &Tag) {
        if tag.name() == "w:tbl" {
            self.seen_tables += 1;
            self.tables.push(Table { number: self.seen_tables, row: 0, column: 0, span: 1 });
            return;
        }
        let Some(table) = self.tables.last_mut() else { return };
        match tag.name() {
            "w:tr" => *table = Table { row: table.row + 1, column: 0, span: 1, ..*table },
            "w:tc" => {
                table.column = table.column.saturating_add(table.span);
                table.span = 1;
            }
            _ => table.span = tag.number().unwrap_or(1).clamp(1, 1000),
        }
    }

    fn end_line(&mut self) -> Result<(), ReadError> {
        self.settle();
        let Some(paragraph) = self.open.last_mut() else { return Ok(()) };
        let (text, look) = paragraph.take_line();
        let place = match self.tables.last() {
            Some(Table { number, row, column, .. }) => {
                Place::Cell { table: *number, row: *row, column: *column }
            }
            None => Place::Paragraph(self.paragraphs + 1),
        };
        self.gatherer.push(&text, place, look)
    }
}
