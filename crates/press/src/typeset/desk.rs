//! What lies on the typesetter's desk: the template, the data, the fonts, and no way to anything else.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::fonts::FONTS;
use crate::PressError;

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(<Library as LibraryExt>::default()));
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// What one job may read.
pub(super) struct Desk {
    template: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Desk {
    pub(super) fn new(
        template: &'static str,
        data: String,
        others: &[(&'static str, &[u8])],
    ) -> Result<Self, PressError> {
        let mut files = vec![(name("data.json")?, Bytes::from_string(data))];
        for (known, content) in others {
            files.push((name(known)?, Bytes::new(content.to_vec())));
        }
        Ok(Self { template: Source::new(name("main.typ")?, template.to_owned()), files })
    }
}

fn name(path: &str) -> Result<FileId, PressError> {
    let path = VirtualPath::new(path).map_err(|_| super::typesetting(path))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.iter().find(|(name, _)| *name == id);
        file.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// No clock: days are data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
