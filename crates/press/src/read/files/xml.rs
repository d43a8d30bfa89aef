//! XML, walked from tag to tag. Nothing is expanded: a document type, in which entities are
//! declared, is refused, as Word refuses it.

use std::borrow::Cow;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::read::files::ReadError;

/// Word itself nests some thirty elements.
const MAX_DEPTH: u32 = 256;

/// What a walk meets.
pub(super) enum Node<'a> {
    Open(Tag<'a>),
    Text(&'a str),
    Close(&'a str),
}

/// The beginning of an element.
pub(super) struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    /// Its name with its prefix: "w:p".
    pub(super) fn name(&self) -> &str {
        self.0.name().0
    }

    /// The value of an attribute, by its name with the prefix.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let attribute = attributes.with_checks(false).flatten().find(|a| a.key.0 == name)?;
        attribute.normalized_value(XmlVersion::Explicit1_0).ok()
    }

    /// The value of "w:val".
    pub(super) fn val(&self) -> Option<Cow<'_, str>> {
        self.get("w:val")
    }

    /// The value of "w:val" as a number.
    pub(super) fn number(&self) -> Option<u32> {
        self.val()?.parse().ok()
    }

    /// Whether a property is switched on: `<w:b/>` is, `<w:b w:val="0"/>` is not.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Walks over an XML text; an empty one has no nodes.
pub(super) fn walk(
    xml: &str,
    mut visit: impl FnMut(Node) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(|_| ReadError::Broken)? {
            Event::Start(tag) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(ReadError::TooMuch);
                }
                visit(Node::Open(Tag(&tag)))?;
            }
            Event::End(tag) => {
                depth -= 1;
                visit(Node::Close(tag.name().0))?;
            }
            Event::Text(text) => visit(Node::Text(&text))?,
            Event::CData(text) => visit(Node::Text(&text))?,
            Event::GeneralRef(name) => {
                let letter = name.resolve_char_ref().map_err(|_| ReadError::Broken)?;
                let letter = letter.map(String::from);
                let named = || resolve_xml_entity(&name).map(str::to_owned);
                visit(Node::Text(&letter.or_else(named).ok_or(ReadError::Broken)?))?;
            }
            Event::DocType(_) => return Err(ReadError::TooMuch),
            Event::Eof if depth > 0 => return Err(ReadError::Broken),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}
