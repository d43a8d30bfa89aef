//! A document as the words that stand on paper. Both presses, DOCX and PDF, set these; neither decides
//! a word of its own.

use jiff::civil::Date;
use serde::Serialize;

use super::marks::{closed, closed_list, long_date, name_lines, unclosed};
use super::{Annex, Block, Cosigner, Document, Level, Orientation, Signature, Table, Text};
use crate::text::{capitals, clean};

/// Quốc hiệu.
pub(crate) const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ.
pub(crate) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
/// What stands above the name of a body that confirms a paper.
const CONFIRMED: &str = "XÁC NHẬN CỦA";
/// The mark after the last words of the text.
const END: &str = "./.";

/// A document as the words that stand on paper.
#[derive(Debug, Serialize)]
pub(crate) struct Printed {
    /// For the file's properties.
    pub(crate) title: String,
    #[serde(skip)]
    pub(crate) date: Option<Date>,
    pub(crate) nation: &'static str,
    pub(crate) motto: &'static str,
    pub(crate) superior: Vec<String>,
    /// No lines for what a person writes.
    pub(crate) issuer: Vec<String>,
    /// For the file's properties: the issuer, or the person who writes.
    pub(crate) author: String,
    pub(crate) number: Option<String>,
    pub(crate) dateline: Option<String>,
    /// "V/v …" under the number of a công văn.
    pub(crate) subject: Option<String>,
    /// Type and abstract in the middle of the page; the abstract is empty where a type has none.
    pub(crate) heading: Option<[String; 2]>,
    pub(crate) authority: Option<String>,
    pub(crate) addressees: Vec<String>,
    pub(crate) bases: Vec<String>,
    pub(crate) body: Vec<Piece>,
    pub(crate) signature: PrintedSignature,
    pub(crate) cosigner: Option<PrintedSignature>,
    pub(crate) recipients: Vec<String>,
    pub(crate) annexes: Vec<PrintedAnnex>,
}

/// A signature as it stands on paper.
#[derive(Debug, Serialize)]
pub(crate) struct PrintedSignature {
    pub(crate) capacity: Vec<String>,
    pub(crate) name: String,
}

/// An annex as it stands on paper.
#[derive(Debug, Serialize)]
pub(crate) struct PrintedAnnex {
    pub(crate) label: Option<String>,
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) landscape: bool,
    pub(crate) body: Vec<Piece>,
}

/// A piece of the text as it stands on paper.
#[derive(Debug, Serialize)]
#[serde(tag = "is", rename_all = "lowercase")]
pub(crate) enum Piece {
    Heading { level: usize, text: Text },
    Paragraph { lead: String, text: Text },
    Centred { text: Text },
    Table(Table),
}

impl Printed {
    /// The words of a document.
    pub(crate) fn of(document: &Document) -> Self {
        let Document { header, .. } = document;
        let abstract_ = clean(&document.abstract_);
        let kind = document.kind.as_deref().map(clean);
        Self {
            title: kind.as_ref().map_or(abstract_.clone(), |kind| title(kind, &abstract_)),
            date: header.date,
            nation: NATION,
            motto: MOTTO,
            superior: header.issuer.superior().map(name_lines).unwrap_or_default(),
            issuer: header.issuer.name().map(name_lines).unwrap_or_default(),
            author: author(document),
            number: header.issuer.number().map(|number| format!("Số: {}", number.shown())),
            dateline: header
                .place
                .as_ref()
                .map(|place| format!("{}, {}", clean(place), long_date(header.date))),
            subject: kind.is_none().then(|| format!("V/v {abstract_}")),
            heading: kind.map(|kind| [capitals(&kind), abstract_]),
            authority: document.authority.as_deref().map(capitals),
            addressees: addressees(&document.addressees),
            bases: closed_list(&document.bases),
            body: ended(pieces(&document.body)),
            signature: signature(&document.signature),
            cosigner: document.cosigner.as_ref().map(cosigner),
            recipients: recipients(document),
            annexes: document.annexes.iter().map(|annex| print_annex(annex, document)).collect(),
        }
    }
}

/// "Quyết định về việc …", as a sentence would name the document.
fn title(kind: &str, abstract_: &str) -> String {
    let mut letters = abstract_.chars();
    let first = letters.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    let abstract_ = if abstract_.starts_with("Về ") {
        first + letters.as_str()
    } else {
        abstract_.to_owned()
    };
    format!("{kind} {abstract_}").trim_end().to_owned()
}

/// One addressee stands on the line of "Kính gửi:"; several are a list under it.
fn addressees(texts: &[String]) -> Vec<String> {
    match texts {
        [one] => vec![closed(one, "")],
        several => closed_list(several).into_iter().map(|text| format!("- {text}")).collect(),
    }
}

fn recipients(document: &Document) -> Vec<String> {
    if document.recipients.is_empty() {
        return Vec::new();
    }
    let above = (!document.addressees.is_empty()).then(|| "Như trên".to_owned());
    let all: Vec<String> = above.into_iter().chain(document.recipients.iter().cloned()).collect();
    closed_list(&all).into_iter().map(|text| format!("- {text}")).collect()
}

fn signature(signature: &Signature) -> PrintedSignature {
    PrintedSignature {
        capacity: signature.capacity.lines().iter().map(|line| capitals(line)).collect(),
        name: clean(&signature.name),
    }
}

fn cosigner(cosigner: &Cosigner) -> PrintedSignature {
    match cosigner {
        Cosigner::Secretary(secretary) => signature(secretary),
        Cosigner::Confirming { body, signature: by } => {
            let PrintedSignature { capacity, name } = signature(by);
            let above = [CONFIRMED.to_owned()].into_iter().chain(name_lines(body));
            PrintedSignature { capacity: above.chain(capacity).collect(), name }
        }
    }
}

/// Whose paper it is, for the file's properties.
fn author(document: &Document) -> String {
    match document.header.issuer.name() {
        Some(body) => name_lines(body).join(" "),
        None => clean(&document.signature.name),
    }
}

fn print_annex(annex: &Annex, document: &Document) -> PrintedAnnex {
    PrintedAnnex {
        label: annex.label.as_deref().map(clean),
        title: capitals(&annex.title),
        reference: reference(document),
        landscape: annex.orientation == Orientation::Landscape,
        body: pieces(&annex.body),
    }
}

/// "(Kèm theo Quyết định số 05/QĐ-UBND ngày … của Chủ tịch Ủy ban nhân dân xã …)".
fn reference(document: &Document) -> String {
    let kind = clean(document.kind.as_deref().unwrap_or("Công văn"));
    let Document { header, .. } = document;
    let number = header.issuer.number().map(|number| format!(" số {}", number.shown()));
    let date = long_date(header.date);
    let own = header.issuer.name().unwrap_or(&document.signature.name);
    let issuer = clean(document.authority.as_deref().unwrap_or(own));
    format!("(Kèm theo {kind}{} {date} của {issuer})", number.unwrap_or_default())
}

fn pieces(blocks: &[Block]) -> Vec<Piece> {
    let plain = |text: Text| Piece::Paragraph { lead: String::new(), text };
    let piece = |block: &Block| match block {
        Block::Heading { level: Level::Section, text } => {
            Piece::Heading { level: 1, text: text.capitals() }
        }
        Block::Heading { level: Level::Part, text } => {
            Piece::Heading { level: 2, text: text.clean() }
        }
        Block::Heading { level: Level::Item, text } => {
            Piece::Heading { level: 3, text: text.clean() }
        }
        Block::Article { number, text } => {
            Piece::Paragraph { lead: format!("Điều {number}. "), text: text.clean() }
        }
        Block::Paragraph(text) => plain(text.clean()),
        Block::Bullet(text) => plain(text.after("- ").clean()),
        Block::Centred(text) => Piece::Centred { text: text.clean() },
        Block::Table(table) => Piece::Table(table.clean()),
    };
    blocks.iter().map(piece).collect()
}

/// The text with the end mark after its last words; after a table the mark stands alone.
fn ended(mut pieces: Vec<Piece>) -> Vec<Piece> {
    match pieces.last_mut() {
        Some(Piece::Paragraph { text, .. }) => {
            let words = unclosed(&text.plain()).len();
            *text = text.part(0..words);
            text.append(&END.into());
        }
        Some(_) => pieces.push(Piece::Paragraph { lead: String::new(), text: END.into() }),
        None => {}
    }
    pieces
}

#[cfg(test)]
#[path = "printed/tests.rs"]
mod tests;
