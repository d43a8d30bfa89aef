//! PDF with a text layer: the letters of each page by their places, put into lines.
//!
//! `hayro-syntax` reads the structure of the file, which it does without unsafe code and with care
//! for damaged ones. It unpacks without a bound, so every file is [weighed](weigh) first, and it
//! runs on a thread of its own, so that a defect of it is a broken file and not the end of the
//! program.

mod budget;
mod columns;
mod content;
mod encoding;
mod font;
mod lines;
mod matrix;
mod overlay;
mod page;
mod unpack;
mod weigh;

use hayro_syntax::{LoadPdfError, Pdf};

use super::gather::Gatherer;
use super::{ReadError, Source};
use crate::read::{Format, Place};
use budget::Budget;
use page::Reader;

/// The most pages of a file.
const MAX_PAGES: usize = 5000;
/// Of so many letters at most one may be nameless.
const NAMELESS_SHARE: usize = 8;
/// The stack of the thread that reads, in bytes: the parser is recursive, up to a bound of its own.
const STACK: usize = 16 << 20;

pub(super) fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    weigh::weigh(bytes)?;
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let reading = thread.spawn_scoped(scope, || read_pages(bytes));
        match reading.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(source)) => source,
            Ok(Err(_)) | Err(_) => Err(ReadError::Broken),
        }
    })
}

fn read_pages(bytes: &[u8]) -> Result<Source, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::Locked,
        LoadPdfError::Invalid => ReadError::Broken,
    })?;
    if pdf.pages().len() > MAX_PAGES {
        return Err(ReadError::TooMuch);
    }
    let mut gatherer = Gatherer::new(Format::Pdf);
    let mut budget = Budget::default();
    let mut reader = Reader::new(&mut budget);
    for (page, number) in pdf.pages().iter().zip(1..) {
        let letters = reader.page(page)?;
        let (width, _) = page.render_dimensions();
        for (line, at) in lines::lines(letters, width).into_iter().zip(1..) {
            gatherer.push(&line.text, Place::Page { page: number, line: at }, line.look)?;
        }
    }
    let pictures = reader.pictures;
    // A few signs of a picture font are no loss; words of which some letters are missing are none.
    if reader.nameless * NAMELESS_SHARE > reader.named {
        return Err(ReadError::Garbled);
    }
    // A signature laid over pictures of pages is not their text.
    if pictures && reader.printed == 0 {
        return Err(ReadError::Scanned);
    }
    gatherer.finish(if pictures { ReadError::Scanned } else { ReadError::Empty })
}
