//! A DOCX opened: the parts that say how it looks, as small trees. What is no DOCX, is locked, or
//! is swollen on purpose is refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::CheckError;
use crate::tree::{Node, TreeError};

/// The most that one part may hold when unpacked, in bytes.
const LARGEST_PART: u64 = 32 << 20;
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

impl From<TreeError> for CheckError {
    fn from(error: TreeError) -> Self {
        match error {
            TreeError::Torn => Self::Damaged,
            TreeError::Swollen => Self::TooLarge,
        }
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
            Ok(Some(Node::parse(xml.trim_start_matches('\u{feff}'))?))
        }
        Err(_) => Err(CheckError::Damaged),
    }
}
