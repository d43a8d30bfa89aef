//! Lines and tables → the parts of a draft.

use super::lines::{Item, Line};
use super::roles::Role;
use super::tables::Table;
use super::unprinted::{about, addressee, article, bullet, is_as_above, listed, rest, unended};
use crate::template::{Draft, DraftAnnex, Edited, Part, Place, Remark, RemarkKind};
use crate::{Emphasis, Level, Orientation, Text};

/// Puts everything where it belongs.
pub(super) fn edited(items: Vec<Item>) -> Edited {
    let mut gathered = Gathered::default();
    for item in items {
        let titled = matches!(&item, Item::Line(line) if line.role == Role::AnnexTitle);
        match item {
            Item::Line(line) => gathered.line(&line),
            Item::Table(table) if table.is_frame() => gathered.frame(&table),
            Item::Table(table) => {
                gathered.text().extend(table.draft().map(Part::Table));
                gathered.remark(gathered.here(), &table.lost());
            }
            Item::Sheets(orientation) => gathered.sheets(orientation),
        }
        gathered.titling = titled;
    }
    Edited { draft: gathered.draft, remarks: gathered.remarks }
}

#[derive(Default)]
struct Gathered {
    draft: Draft,
    remarks: Vec<Remark>,
    /// Annexes of sheets that have ended.
    laid: usize,
    /// Whether the last line was the title of an annex, which may go on.
    titling: bool,
}

impl Gathered {
    fn line(&mut self, line: &Line) {
        self.put(line);
        if let Some(place) = self.place(line.role) {
            self.remark(place, &line.lost);
        }
    }

    fn put(&mut self, line: &Line) {
        let draft = &mut self.draft;
        match line.role {
            Role::Around | Role::RecipientsTitle => {}
            Role::Abstract | Role::Subject => {
                join(&mut draft.abstract_, &about(&line.text().plain()))
            }
            Role::Addressee => draft.addressees.extend(plain(line).filter_map(|it| addressee(&it))),
            Role::Basis => draft.bases.extend(plain(line).filter_map(|it| listed(&it))),
            Role::Recipient => self.recipient(line),
            Role::AnnexTitle => self.annex(&line.text().plain()),
            Role::Heading(level) if !line.texts.is_empty() => {
                self.text().push(heading(level, line.text()));
            }
            Role::Heading(_) => {}
            Role::Centred => {
                self.text().extend(line.shown().map(|text| Part::Centred(slender(&text))));
            }
            Role::Text | Role::Total => self.running(line),
        }
    }

    /// Where the last line of a role stands, once it is put; what is printed anew has no place.
    fn place(&self, role: Role) -> Option<Place> {
        let draft = &self.draft;
        Some(match role {
            Role::Around | Role::RecipientsTitle => return None,
            Role::Abstract | Role::Subject => Place::Abstract,
            Role::Addressee => Place::Addressee(draft.addressees.len().max(1)),
            Role::Basis => Place::Basis(draft.bases.len().max(1)),
            Role::Recipient => Place::Recipient(draft.recipients.len().max(1)),
            Role::AnnexTitle => Place::AnnexTitle(draft.annexes.len()),
            Role::Heading(_) | Role::Centred | Role::Text | Role::Total => self.here(),
        })
    }

    /// The end of the text so far.
    fn here(&self) -> Place {
        match self.draft.annexes.last() {
            Some(annex) => Place::Annex(self.draft.annexes.len(), annex.body.len().max(1)),
            None => Place::Body(self.draft.body.len().max(1)),
        }
    }

    fn remark(&mut self, place: Place, lost: &[RemarkKind]) {
        self.remarks.extend(lost.iter().map(|kind| Remark { place, kind: *kind }));
    }

    /// The head or the foot: of all in it, what it is about and who receives it is read.
    fn frame(&mut self, table: &Table) {
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            let receives =
                |line: &Line| matches!(line.role, Role::RecipientsTitle | Role::Recipient);
            let receiving = cell.lines.iter().any(receives);
            for line in &cell.lines {
                match line.role {
                    Role::Subject => self.line(line),
                    Role::Recipient | Role::Text if receiving => self.recipient(line),
                    _ => {}
                }
            }
        }
    }

    fn recipient(&mut self, line: &Line) {
        let named = plain(line).filter_map(|it| listed(&it)).filter(|it| !is_as_above(it));
        self.draft.recipients.extend(named);
    }

    fn annex(&mut self, title: &str) {
        match self.draft.annexes.last_mut() {
            Some(annex) if self.titling => join(&mut annex.title, title),
            _ => self.draft.annexes.push(DraftAnnex {
                title: title.to_owned(),
                orientation: Orientation::Portrait,
                body: Vec::new(),
            }),
        }
    }

    fn sheets(&mut self, orientation: Orientation) {
        for annex in self.draft.annexes.iter_mut().skip(self.laid) {
            annex.orientation = orientation;
        }
        self.laid = self.draft.annexes.len();
    }

    /// The text that is being read: of the last annex, or of the document.
    fn text(&mut self) -> &mut Vec<Part> {
        match self.draft.annexes.last_mut() {
            Some(annex) => &mut annex.body,
            None => &mut self.draft.body,
        }
    }

    fn running(&mut self, line: &Line) {
        let centred = line.side == "center";
        let parts = line.shown().map(|text| unended(&text)).filter(|text| !text.is_empty());
        self.text().extend(parts.map(|text| part(text, centred)));
    }
}

fn heading(level: Level, text: Text) -> Part {
    let text = slender(&text);
    match level {
        Level::Section => Part::Section(text),
        Level::Part => Part::Part(text),
        Level::Item => Part::Item(text),
    }
}

/// What a line of running text is.
fn part(text: Text, centred: bool) -> Part {
    let words = text.plain();
    if let Some(words) = article(&words) {
        Part::Article(rest(&text, words))
    } else if let Some(words) = bullet(&words) {
        Part::Bullet(rest(&text, words))
    } else if centred {
        Part::Centred(slender(&text))
    } else {
        Part::Paragraph(text)
    }
}

/// A line that is printed in bold as a whole, without the bold of its words.
pub(super) fn slender(text: &Text) -> Text {
    text.without(Emphasis { bold: true, ..Emphasis::default() })
}

fn plain(line: &Line) -> impl Iterator<Item = String> {
    line.shown().map(|text| text.plain())
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}
