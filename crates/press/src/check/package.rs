//! A DOCX opened: the parts that say how it looks, as small trees. What is no DOCX, is locked, or
//! is swollen on purpose is refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::CheckError;

/// The most that one part may hold when unpacked, in bytes.
const LARGEST_PART: u64 = 32 << 20;
/// How deep the elements of a part may lie in each other.
const DEEPEST: usize = 200;
/// What every file of the old Word, and a DOCX behind a password, begins with.
const OLD_OFFICE: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// The parts of a DOCX that say how it looks.
pub(super) struct Package {
    pub(super) document: Node,
    pub(super) styles: Node,
    pub(super) theme: Node,
    /// Headers and footers by the id with which sections name them.
    pub(super) margins: BTreeMap<String, Node>,
}

impl Package {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, CheckError> {
        if bytes.starts_with(&OLD_OFFICE) {
            return Err(CheckError::LockedOrOld);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| CheckError::NotDocx)?;
        let document = part(&mut zip, "word/document.xml")?.ok_or(CheckError::NotDocx)?;
        let styles = part(&mut zip, "word/styles.xml")?.unwrap_or_default();
        let theme = part(&mut zip, "word/theme/theme1.xml")?.unwrap_or_default();
        let relations = part(&mut zip, "word/_rels/document.xml.rels")?.unwrap_or_default();
        let mut margins = BTreeMap::new();
        for relation in relations.all("Relationship") {
            let (id, target) = (relation.get("Id"), relation.get("Target"));
            let kind = relation.get("Type").unwrap_or_default();
            let margin = kind.ends_with("/header") || kind.ends_with("/footer");
            if let (Some(id), Some(target), true) = (id, target, margin) {
                let name = format!("word/{}", target.trim_start_matches("/word/"));
                if let Some(node) = part(&mut zip, &name)? {
                    margins.insert(id.to_owned(), node);
                }
            }
        }
        Ok(Self { document, styles, theme, margins })
    }
}

/// One part of the package; `None` when it has no such part.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Node>, CheckError> {
    let Ok(file) = zip.by_name(name) else { return Ok(None) };
    let mut xml = Vec::new();
    let size = file.take(LARGEST_PART + 1).read_to_end(&mut xml);
    match size {
        Ok(size) if size as u64 > LARGEST_PART => Err(CheckError::TooLarge),
        Ok(_) => {
            let xml = String::from_utf8(xml).map_err(|_| CheckError::Damaged)?;
            Node::parse(xml.trim_start_matches('\u{feff}')).map(Some)
        }
        Err(_) => Err(CheckError::Damaged),
    }
}

/// An element of XML. Names and attributes without their prefix.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    /// The characters right inside, of which WordprocessingML has none beside elements.
    pub(super) text: String,
}

impl Node {
    fn parse(xml: &str) -> Result<Self, CheckError> {
        let mut reader = Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().map_err(|_| CheckError::Damaged)? {
                Event::Start(tag) => open.push(Self::of(&tag)?),
                Event::Empty(tag) => Self::top(&mut open)?.children.push(Self::of(&tag)?),
                Event::End(_) => {
                    let done = open.pop().ok_or(CheckError::Damaged)?;
                    Self::top(&mut open)?.children.push(done);
                }
                Event::Text(text) => Self::top(&mut open)?.text.push_str(&text),
                Event::CData(text) => Self::top(&mut open)?.text.push_str(&text),
                Event::GeneralRef(name) => Self::top(&mut open)?.text.push(letter(&name)?),
                // Word never writes one; entities declared in it are how such files are made to
                // swell.
                Event::DocType(_) => return Err(CheckError::Damaged),
                Event::Eof => break,
                _ => {}
            }
            if open.len() > DEEPEST {
                return Err(CheckError::TooLarge);
            }
        }
        match (open.len(), open.pop().and_then(|mut root| root.children.pop())) {
            (1, Some(root)) => Ok(root),
            _ => Err(CheckError::Damaged),
        }
    }

    fn top(open: &mut [Self]) -> Result<&mut Self, CheckError> {
        open.last_mut().ok_or(CheckError::Damaged)
    }

    fn of(tag: &BytesStart<'_>) -> Result<Self, CheckError> {
        let attribute = |attribute: Result<Attribute<'_>, _>| {
            let attribute = attribute.map_err(|_| CheckError::Damaged)?;
            let value = attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|_| CheckError::Damaged)?;
            Ok((attribute.key.local_name().as_ref().to_owned(), value.into_owned()))
        };
        let attributes = tag.attributes().map(attribute).collect::<Result<_, CheckError>>()?;
        let name = tag.local_name().as_ref().to_owned();
        Ok(Self { name, attributes, ..Self::default() })
    }

    /// An attribute by its name without prefix.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A whole number in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.parse().ok()
    }

    /// The first child of a name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The attribute `val` of a child.
    pub(super) fn value(&self, child: &str) -> Option<&str> {
        self.child(child)?.get("val")
    }

    /// A switch, such as `w:b`: it is on unless its value says otherwise.
    pub(super) fn switch(&self, child: &str) -> Option<bool> {
        let value = self.child(child)?.get("val");
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }

    /// The children of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Every element below this one, and this one, in reading order.
    pub(super) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

/// A letter that is written as a reference.
fn letter(name: &BytesRef<'_>) -> Result<char, CheckError> {
    if let Some(letter) = name.resolve_char_ref().map_err(|_| CheckError::Damaged)? {
        return Ok(letter);
    }
    match &**name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(CheckError::Damaged),
    }
}
