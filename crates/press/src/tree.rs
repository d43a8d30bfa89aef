//! XML as a small tree: for parts of a DOCX, in which what stands around matters. What is torn, or
//! is swollen on purpose, is refused.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// How deep the elements of a part may lie in each other.
const DEEPEST: usize = 200;
/// The most elements and attributes of a part: some hundred pages of Word.
const MOST: usize = 2_000_000;

/// Why XML is no tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TreeError {
    /// Cut off, or never well-formed.
    Torn,
    /// Deeper or larger than any document is.
    Swollen,
}

/// An element of XML. Names and attributes without their prefix.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// The characters right inside, of which WordprocessingML has none beside elements.
    pub(crate) text: String,
}

impl Node {
    pub(crate) fn parse(xml: &str) -> Result<Self, TreeError> {
        let mut reader = Reader::from_str(xml);
        let (mut open, mut size) = (vec![Self::default()], 0);
        loop {
            match reader.read_event().map_err(|_| TreeError::Torn)? {
                Event::Start(tag) => open.push(Self::of(&tag, &mut size)?),
                Event::Empty(tag) => {
                    Self::top(&mut open)?.children.push(Self::of(&tag, &mut size)?);
                }
                Event::End(_) => {
                    let done = open.pop().ok_or(TreeError::Torn)?;
                    Self::top(&mut open)?.children.push(done);
                }
                Event::Text(text) => Self::top(&mut open)?.text.push_str(&text),
                Event::CData(text) => Self::top(&mut open)?.text.push_str(&text),
                Event::GeneralRef(name) => Self::top(&mut open)?.text.push(letter(&name)?),
                // Word never writes one; entities declared in it are how such files are made to
                // swell.
                Event::DocType(_) => return Err(TreeError::Torn),
                Event::Eof => break,
                _ => {}
            }
            if open.len() > DEEPEST || size > MOST {
                return Err(TreeError::Swollen);
            }
        }
        match (open.len(), open.pop().and_then(|mut root| root.children.pop())) {
            (1, Some(root)) => Ok(root),
            _ => Err(TreeError::Torn),
        }
    }

    fn top(open: &mut [Self]) -> Result<&mut Self, TreeError> {
        open.last_mut().ok_or(TreeError::Torn)
    }

    fn of(tag: &BytesStart<'_>, size: &mut usize) -> Result<Self, TreeError> {
        let attribute = |attribute: Result<Attribute<'_>, _>| {
            let attribute = attribute.map_err(|_| TreeError::Torn)?;
            let value =
                attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|_| TreeError::Torn)?;
            Ok((attribute.key.local_name().as_ref().to_owned(), value.into_owned()))
        };
        let attributes = tag.attributes().map(attribute).collect::<Result<Vec<_>, TreeError>>()?;
        *size += 1 + attributes.len();
        let name = tag.local_name().as_ref().to_owned();
        Ok(Self { name, attributes, ..Self::default() })
    }

    /// An attribute by its name without prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A whole number in an attribute.
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.parse().ok()
    }

    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The attribute `val` of a child.
    pub(crate) fn value(&self, child: &str) -> Option<&str> {
        self.child(child)?.get("val")
    }

    /// A switch, such as `w:b`: it is on unless its value says otherwise.
    pub(crate) fn switch(&self, child: &str) -> Option<bool> {
        let value = self.child(child)?.get("val");
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }

    /// The children of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Every element below this one, and this one, in reading order.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

/// A letter that is written as a reference.
fn letter(name: &BytesRef<'_>) -> Result<char, TreeError> {
    if let Some(letter) = name.resolve_char_ref().map_err(|_| TreeError::Torn)? {
        return Ok(letter);
    }
    match &**name {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(TreeError::Torn),
    }
}
