//! A page while it is read: which elements are open, and what they make of the text.

use html5gum::StartTag;

use super::elements::{self, attribute};
use crate::read::files::draft::{Draft, Ink};
use crate::read::files::gather::Gatherer;
use crate::read::files::numerals::Numeral;
use crate::read::files::{ReadError, Source};
use crate::read::{Format, Look, Place};

/// Elements within elements whose look is followed; deeper ones look like the last.
const MAX_OPEN: usize = 256;

/// An open element, and what it makes of the text in it.
struct Element {
    name: String,
    ink: Ink,
    centred: bool,
    list: Option<List>,
}

/// A list and how many items it has so far.
struct List {
    numeral: Option<Numeral>,
    items: u32,
}

/// Where the page is in a table.
#[derive(Clone, Copy)]
struct Table {
    number: u32,
    row: u32,
    column: u32,
}

pub(super) struct Page {
    gatherer: Gatherer,
    fonts_tell: bool,
    open: Vec<Element>,
    silent: Option<String>,
    tables: Vec<Table>,
    seen_tables: u32,
    paragraphs: u32,
    draft: Draft,
    pictures: bool,
}

impl Page {
    /// A page. `fonts_tell`: a font that belongs to an old encoding says how its text is to be
    /// read.
    pub(super) fn new(fonts_tell: bool) -> Self {
        Self {
            gatherer: Gatherer::new(Format::Html),
            fonts_tell,
            open: Vec::new(),
            silent: None,
            tables: Vec::new(),
            seen_tables: 0,
            paragraphs: 0,
            draft: Draft::default(),
            pictures: false,
        }
    }

    pub(super) fn open(&mut self, tag: &StartTag<()>) -> Result<(), ReadError> {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if self.silent.is_some() {
            return Ok(());
        }
        if elements::is_silent(&name) {
            self.silent = (!tag.self_closing).then_some(name);
            return Ok(());
        }
        self.pictures |= name == "img";
        if name == "br" {
            return self.end_line();
        }
        if elements::is_block(&name) {
            self.end_paragraph()?;
            self.end_implied(&name);
        }
        self.enter_table(&name);
        if !elements::is_void(&name) && self.open.len() < MAX_OPEN {
            self.enter(name, tag);
        }
        Ok(())
    }

    pub(super) fn close(&mut self, name: &str) -> Result<(), ReadError> {
        if let Some(silent) = &self.silent {
            if silent == name {
                self.silent = None;
            }
            return Ok(());
        }
        if elements::is_block(name) {
            self.end_paragraph()?;
        }
        if name == "table" {
            self.tables.pop();
        }
        if let Some(at) = self.open.iter().rposition(|element| element.name == name) {
            self.open.truncate(at);
        }
        Ok(())
    }

    /// Adds text. Its lines count only where it is shown as it was typed.
    pub(super) fn text(&mut self, text: &str) -> Result<(), ReadError> {
        if self.silent.is_some() {
            return Ok(());
        }
        let typed = self.open.iter().any(|element| element.name == "pre");
        for (line, n) in text.split(|c| typed && c == '\n').zip(0..) {
            if n > 0 {
                self.end_line()?;
            }
            self.flow(line);
        }
        Ok(())
    }

    /// Adds words; white space between them is one space.
    fn flow(&mut self, text: &str) {
        let ink = self.open.last().map(|element| element.ink).unwrap_or_default();
        let space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        for (word, n) in text.split(space).zip(0..) {
            if n > 0 && !self.draft.ends_with_space() {
                self.draft.write(" ", ink);
            }
            if !word.is_empty() {
                self.draft.write(word, ink);
            }
        }
    }

    pub(super) fn finish(mut self) -> Result<Source, ReadError> {
        self.end_paragraph()?;
        self.gatherer.finish(if self.pictures { ReadError::Scanned } else { ReadError::Empty })
    }

    fn enter(&mut self, name: String, tag: &StartTag<()>) {
        let (ink, centred) = self.open.last().map(|up| (up.ink, up.centred)).unwrap_or_default();
        let list = match name.as_str() {
            "ul" => Some(List { numeral: None, items: 0 }),
            "ol" => Some(List { numeral: Some(numeral(tag)), items: before_first(tag) }),
            _ => None,
        };
        let ink = elements::ink(&name, tag, ink, self.fonts_tell);
        let centred = elements::centred(&name, tag, centred);
        let item = name == "li";
        self.open.push(Element { name, ink, centred, list });
        if item {
            self.begin_item();
        }
    }

    /// Writes the number or the dash of a list's item, as the browser does.
    fn begin_item(&mut self) {
        let Some(list) = self.open.iter_mut().rev().find_map(|element| element.list.as_mut())
        else {
            return;
        };
        list.items = list.items.saturating_add(1);
        let label = match list.numeral {
            Some(numeral) => format!("{}. ", numeral.show(list.items)),
            None => "- ".to_owned(),
        };
        self.draft.write(&label, Ink::default());
    }

    /// Ends what the beginning of an element ends unsaid: `<p>` the paragraph before, and so on.
    fn end_implied(&mut self, name: &str) {
        for ended in [name, "p"] {
            let Some(walls) = elements::ends_itself(ended) else { continue };
            let reach = self.open.iter().rposition(|up| walls.contains(&up.name.as_str()));
            let from = reach.map_or(0, |at| at + 1);
            if let Some(at) = self.open[from..].iter().position(|up| up.name == ended) {
                self.open.truncate(from + at);
            }
        }
    }

    fn enter_table(&mut self, name: &str) {
        if name == "table" && self.tables.len() < MAX_OPEN {
            self.seen_tables += 1;
            self.tables.push(Table { number: self.seen_tables, row: 0, column: 0 });
        }
        let Some(table) = self.tables.last_mut() else { return };
        match name {
            "tr" => *table = Table { row: table.row + 1, column: 0, ..*table },
            "td" | "th" => table.column = table.column.saturating_add(1),
            _ => {}
        }
    }

    /// A line break: what was written is a paragraph, and so is an empty line.
    fn end_line(&mut self) -> Result<(), ReadError> {
        if self.draft.is_empty() { self.push("", Look::default()) } else { self.end_paragraph() }
    }

    fn end_paragraph(&mut self) -> Result<(), ReadError> {
        if self.draft.is_empty() {
            return Ok(());
        }
        let (text, look) = self.draft.take();
        let centred = self.open.last().is_some_and(|element| element.centred);
        let heading = self.open.iter().rev().find_map(|up| elements::heading(&up.name));
        self.push(text.trim_start(), Look { centred, heading, ..look })
    }

    fn push(&mut self, text: &str, look: Look) -> Result<(), ReadError> {
        self.paragraphs = self.paragraphs.saturating_add(1);
        let place = match self.tables.last() {
            Some(Table { number, row, column }) if *row > 0 && *column > 0 => {
                Place::Cell { table: *number, row: *row, column: *column }
            }
            _ => Place::Paragraph(self.paragraphs),
        };
        self.gatherer.push(text, place, look)
    }
}

fn numeral(tag: &StartTag<()>) -> Numeral {
    match attribute(tag, "type").as_str() {
        "a" => Numeral::LowerLetter,
        "A" => Numeral::UpperLetter,
        "i" => Numeral::LowerRoman,
        "I" => Numeral::UpperRoman,
        _ => Numeral::Decimal,
    }
}

/// The number before the first item, for a list that goes on from another.
fn before_first(tag: &StartTag<()>) -> u32 {
    attribute(tag, "start").parse::<u32>().unwrap_or(1).saturating_sub(1)
}
