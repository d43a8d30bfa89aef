//! The archive of an office file: which of its files are read, and how much of them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Node, walk};
use crate::read::files::{ReadError, charset};

/// What the read files may unpack to together, in bytes: a thousand pages of Word.
const MAX_UNPACKED: u64 = 64 << 20;
/// The most files of an archive.
const MAX_FILES: usize = 20_000;

/// A part that another one names.
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) path: String,
}

/// Where the parts of a document are in the archive.
pub(super) struct Parts {
    pub(super) document: String,
    pub(super) styles: Option<String>,
    pub(super) numbering: Option<String>,
    pub(super) footnotes: Option<String>,
    pub(super) endnotes: Option<String>,
}

/// An opened .docx or .xlsx.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    room: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        // Each file of an archive has such an entry; a million of them would fill the memory.
        let entries = bytes.windows(4).filter(|window| window == b"PK\x01\x02").count();
        if entries > MAX_FILES {
            return Err(ReadError::TooMuch);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Broken)?;
        Ok(Self { archive, room: MAX_UNPACKED })
    }

    /// Finds the parts by the relations that the archive declares.
    pub(super) fn parts(&mut self) -> Result<Parts, ReadError> {
        let document = self.root()?;
        let relations = self.relations_of(&document)?;
        Ok(Parts {
            styles: target(&relations, "/styles"),
            numbering: target(&relations, "/numbering"),
            footnotes: target(&relations, "/footnotes"),
            endnotes: target(&relations, "/endnotes"),
            document,
        })
    }

    /// The part that the whole file is about: the document, the workbook.
    pub(super) fn root(&mut self) -> Result<String, ReadError> {
        let roots = self.relations("_rels/.rels", "")?;
        target(&roots, "/officeDocument").ok_or(ReadError::Unsupported)
    }

    /// What a part names.
    pub(super) fn relations_of(&mut self, part: &str) -> Result<Vec<Relation>, ReadError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        self.relations(&join(folder, &format!("_rels/{file}.rels")), folder)
    }

    /// A part as text; empty if the archive does not hold it.
    pub(super) fn text(&mut self, path: &str) -> Result<String, ReadError> {
        let file = match self.archive.by_name(path) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(String::new()),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ReadError::Locked);
            }
            Err(_) => return Err(ReadError::Broken),
        };
        let mut bytes = Vec::new();
        file.take(self.room + 1).read_to_end(&mut bytes).map_err(|_| ReadError::Broken)?;
        self.room = self.room.checked_sub(bytes.len() as u64).ok_or(ReadError::TooMuch)?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(text),
            Err(error) => Ok(charset::decode(error.as_bytes()).text),
        }
    }

    /// What a file of relations declares; paths begin in `folder`.
    fn relations(&mut self, path: &str, folder: &str) -> Result<Vec<Relation>, ReadError> {
        let mut relations = Vec::new();
        walk(&self.text(path)?, |node| {
            if let Node::Open(tag) = node
                && tag.name().ends_with("Relationship")
                && let (Some(kind), Some(target)) = (tag.get("Type"), tag.get("Target"))
            {
                let id = tag.get("Id").unwrap_or_default().into_owned();
                let path = join(folder, &target);
                relations.push(Relation { id, kind: kind.into_owned(), path });
            }
            Ok(())
        })?;
        Ok(relations)
    }
}

/// Where the part of a kind is.
pub(super) fn target(relations: &[Relation], kind: &str) -> Option<String> {
    relations.iter().find(|one| one.kind.ends_with(kind)).map(|one| one.path.clone())
}

/// A path from a folder; one that begins with `/` begins at the root.
fn join(folder: &str, path: &str) -> String {
    match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None if folder.is_empty() => path.to_owned(),
        None => format!("{folder}/{path}"),
    }
}
