//! Weighs a PDF before it is parsed: how much its streams unpack to, and how many things they hold.
//!
//! The parser unpacks streams of objects without a bound, and an object of five bytes takes
//! hundreds in memory. So each stream is unpacked here once, without keeping it, by every way that
//! could grow it. What its dictionary says counts for little, since a hostile one lies.

use super::unpack::{self, Unpacked};
use crate::read::files::ReadError;

/// What all streams may unpack to, in bytes.
const MAX_UNPACKED: usize = 160 << 20;
/// What tables of objects, the streams of a cross-reference, may unpack to: some million objects.
const MAX_TABLES: usize = 4 << 20;
/// The most dictionaries; a page of a tagged document has some hundred.
const MAX_DICTIONARIES: usize = 300_000;
/// The most streams.
const MAX_STREAMS: usize = 50_000;
/// How many packed bytes may be looked at in all: streams that begin in one another add up.
const MAX_WORK: usize = 200 << 20;
/// How often a stream may be packed within a stream.
const MAX_LAYERS: u32 = 3;
/// How far before a stream its dictionary is looked for.
const DICTIONARY: usize = 4096;

/// Refuses what is locked, and what would not fit into memory.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), ReadError> {
    if names_lock(bytes) {
        // Also where no password is asked for, a locked file hides its streams from the scale.
        return Err(ReadError::Locked);
    }
    let mut scale = Scale::default();
    scale.count(bytes)?;
    let mut from = 0;
    // Every such word may be one: also a word in a text, and one within another stream.
    while let Some(at) = find(&bytes[from..], b"stream") {
        let word = from + at;
        from = word + b"stream".len();
        if !bytes[..word].ends_with(b"end") {
            let dictionary = &bytes[word.saturating_sub(DICTIONARY)..word];
            scale.stream(line_end_cut(&bytes[from..]), dictionary)?;
        }
    }
    Ok(())
}

#[derive(Default)]
struct Scale {
    streams: usize,
    unpacked: usize,
    tables: usize,
    dictionaries: usize,
    work: usize,
}

impl Scale {
    fn stream(&mut self, packed: &[u8], dictionary: &[u8]) -> Result<(), ReadError> {
        self.streams += 1;
        if self.streams > MAX_STREAMS {
            return Err(ReadError::TooMuch);
        }
        let table = holds_name(dictionary, b"W") && holds_name(dictionary, b"Size");
        let runs = holds_name(dictionary, b"RunLengthDecode") || holds_name(dictionary, b"RL");
        self.layer(packed, table, runs, MAX_LAYERS)
    }

    fn layer(
        &mut self,
        packed: &[u8],
        table: bool,
        runs: bool,
        layers: u32,
    ) -> Result<(), ReadError> {
        if layers == 0 {
            return Ok(());
        }
        let room = MAX_UNPACKED - self.unpacked;
        let ways = [unpack::deflate, unpack::lzw, unpack::run_length];
        for unpack in ways.into_iter().take(if runs { 3 } else { 2 }) {
            let Unpacked { bytes, looked_at } = unpack(packed, room);
            self.work(looked_at)?;
            if bytes.len() > looked_at {
                self.grown(&bytes, table)?;
                self.layer(&bytes, table, runs, layers - 1)?;
            }
        }
        let Unpacked { bytes, looked_at } = unpack::letters(packed);
        self.work(looked_at)?;
        // Anything begins with a few letters; only what is longer can hide something.
        if bytes.len() > 16 { self.layer(&bytes, table, runs, layers - 1) } else { Ok(()) }
    }

    fn grown(&mut self, bytes: &[u8], table: bool) -> Result<(), ReadError> {
        self.unpacked += bytes.len();
        self.tables += if table { bytes.len() } else { 0 };
        if self.unpacked > MAX_UNPACKED || self.tables > MAX_TABLES {
            return Err(ReadError::TooMuch);
        }
        self.count(bytes)
    }

    fn count(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        self.dictionaries += bytes.windows(2).filter(|pair| pair == b"<<").count();
        if self.dictionaries > MAX_DICTIONARIES { Err(ReadError::TooMuch) } else { Ok(()) }
    }

    fn work(&mut self, looked_at: usize) -> Result<(), ReadError> {
        self.work += looked_at;
        if self.work > MAX_WORK { Err(ReadError::TooMuch) } else { Ok(()) }
    }
}

/// Whether a trailer names a lock: `/Encrypt 9 0 R` or `/Encrypt <<`. It stands unpacked in any
/// file.
fn names_lock(bytes: &[u8]) -> bool {
    names(bytes).any(|mut letters| {
        spells(&mut letters, b"Encrypt") && {
            let value = letters.0.trim_ascii_start();
            value.starts_with(b"<<") || value.first().is_some_and(u8::is_ascii_digit)
        }
    })
}

/// Whether a name stands in some bytes.
fn holds_name(bytes: &[u8], name: &[u8]) -> bool {
    names(bytes).any(|mut letters| {
        spells(&mut letters, name)
            && letters.next().is_none_or(|next| !next.is_ascii_alphanumeric())
    })
}

fn names(bytes: &[u8]) -> impl Iterator<Item = Letters<'_>> {
    bytes.split(|byte| *byte == b'/').skip(1).map(Letters)
}

fn spells(letters: &mut Letters, name: &[u8]) -> bool {
    name.iter().all(|letter| letters.next() == Some(*letter))
}

/// The letters of a name, also where they are written as `#57`.
struct Letters<'a>(&'a [u8]);

impl Iterator for Letters<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let escape = self.0.strip_prefix(b"#").and_then(|rest| rest.get(..2));
        let escaped = escape.and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(letter) = escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            self.0 = &self.0[3..];
            return Some(letter);
        }
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }
}

/// The line end after the word `stream` is not of the stream.
fn line_end_cut(stream: &[u8]) -> &[u8] {
    let stream = stream.strip_prefix(b"\r").unwrap_or(stream);
    stream.strip_prefix(b"\n").unwrap_or(stream)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
