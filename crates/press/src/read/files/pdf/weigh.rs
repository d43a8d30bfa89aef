//! Weighs a PDF before it is parsed: how much its streams unpack to, and how many things they hold.
//!
//! The parser unpacks streams of objects without a bound, and an object of five bytes takes hundreds
//! in memory. So each stream is unpacked here once, without keeping it, by every way that could grow
//! it; what its dictionary claims does not matter, for a hostile one may lie.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use weezl::{BitOrder, decode::Decoder};

use crate::read::files::ReadError;

/// What all streams may unpack to, in bytes.
const MAX_UNPACKED: usize = 160 << 20;
/// What tables of objects, the streams of a cross-reference, may unpack to: some million objects.
const MAX_TABLES: usize = 4 << 20;
/// The most dictionaries; a page of a tagged document has some hundred.
const MAX_DICTIONARIES: usize = 400_000;
/// How often a stream may be packed within a stream.
const MAX_LAYERS: u32 = 3;

/// Refuses what is locked, and what would not fit into memory.
pub(super) fn weigh(bytes: &[u8]) -> Result<(), ReadError> {
    let mut scale = Scale::default();
    let mut rest = bytes;
    let mut outside = Vec::new();
    while let Some(at) = find(rest, b"stream") {
        let (before, stream) = rest.split_at(at);
        let stream = &stream[b"stream".len()..];
        outside.extend_from_slice(before);
        if before.ends_with(b"end") {
            rest = stream;
            continue;
        }
        let end = find(stream, b"endstream").unwrap_or(stream.len());
        scale.names(&outside)?;
        scale.stream(trim(&stream[..end]), is_table(&outside))?;
        outside.clear();
        rest = &stream[end..];
    }
    outside.extend_from_slice(rest);
    scale.names(&outside)
}

#[derive(Default)]
struct Scale {
    unpacked: usize,
    tables: usize,
    dictionaries: usize,
}

impl Scale {
    /// What stands between streams: objects and trailers.
    fn names(&mut self, outside: &[u8]) -> Result<(), ReadError> {
        if holds_name(outside, b"Encrypt") {
            // Also without a password to open it, a locked file hides its streams from the scale.
            return Err(ReadError::Locked);
        }
        self.count(outside)
    }

    fn stream(&mut self, packed: &[u8], table: bool) -> Result<(), ReadError> {
        self.layer(packed, table, MAX_LAYERS)
    }

    fn layer(&mut self, packed: &[u8], table: bool, layers: u32) -> Result<(), ReadError> {
        if layers == 0 {
            return Ok(());
        }
        let room = MAX_UNPACKED - self.unpacked;
        for unpack in [inflate, unpack_lzw] {
            let unpacked = unpack(packed, room)?;
            if unpacked.len() <= packed.len() {
                continue;
            }
            self.unpacked += unpacked.len();
            self.tables += if table { unpacked.len() } else { 0 };
            if self.unpacked > MAX_UNPACKED || self.tables > MAX_TABLES {
                return Err(ReadError::TooMuch);
            }
            self.count(&unpacked)?;
            self.layer(&unpacked, table, layers - 1)?;
        }
        Ok(())
    }

    fn count(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        self.dictionaries += bytes.windows(2).filter(|pair| pair == b"<<").count();
        if self.dictionaries > MAX_DICTIONARIES { Err(ReadError::TooMuch) } else { Ok(()) }
    }
}

/// As far as it can be unpacked; more than `room` is an error.
fn inflate(packed: &[u8], room: usize) -> Result<Vec<u8>, ReadError> {
    let limit = room as u64 + 1;
    let mut unpacked = Vec::new();
    let zlib = ZlibDecoder::new(packed).take(limit).read_to_end(&mut unpacked);
    if zlib.is_err() && unpacked.is_empty() {
        // A damaged stream is read as far as it goes; what came so far is kept.
        let _ = DeflateDecoder::new(packed).take(limit).read_to_end(&mut unpacked);
    }
    if unpacked.len() > room { Err(ReadError::TooMuch) } else { Ok(unpacked) }
}

fn unpack_lzw(packed: &[u8], room: usize) -> Result<Vec<u8>, ReadError> {
    let mut decoder = Decoder::with_tiff_size_switch(BitOrder::Msb, 8);
    let mut unpacked = Vec::new();
    let mut piece = vec![0; 64 << 10];
    let mut rest = packed;
    loop {
        let step = decoder.decode_bytes(rest, &mut piece);
        rest = &rest[step.consumed_in..];
        unpacked.extend_from_slice(&piece[..step.consumed_out]);
        if unpacked.len() > room {
            return Err(ReadError::TooMuch);
        }
        if step.status.is_err() || step.consumed_in + step.consumed_out == 0 {
            return Ok(unpacked);
        }
    }
}

/// Whether the dictionary of a stream is one of a cross-reference. Its two keys are looked for, since
/// the parser asks for nothing else.
fn is_table(outside: &[u8]) -> bool {
    holds_name(outside, b"W") && holds_name(outside, b"Size")
}

/// Whether a name stands in some bytes, also when its letters are written as `#57`.
fn holds_name(bytes: &[u8], name: &[u8]) -> bool {
    bytes.split(|byte| *byte == b'/').skip(1).any(|rest| {
        let mut letters = Letters(rest);
        name.iter().all(|letter| letters.next() == Some(*letter))
            && letters.next().is_none_or(|next| !next.is_ascii_alphanumeric())
    })
}

/// The letters of a name, escapes resolved.
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
fn trim(stream: &[u8]) -> &[u8] {
    let stream = stream.strip_prefix(b"\r").unwrap_or(stream);
    stream.strip_prefix(b"\n").unwrap_or(stream)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
