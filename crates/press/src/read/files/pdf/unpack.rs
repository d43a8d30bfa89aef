//! The ways in which a stream of a PDF can be packed, as far as they make it larger or hide that.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use weezl::{BitOrder, decode::Decoder};

/// What a stream unpacks to, and how many of its bytes were looked at.
pub(super) struct Unpacked {
    pub(super) bytes: Vec<u8>,
    pub(super) looked_at: usize,
}

/// Deflate, as far as it goes; at most one byte more than `room`.
pub(super) fn deflate(packed: &[u8], room: usize) -> Unpacked {
    let limit = room as u64 + 1;
    let mut bytes = Vec::new();
    let mut zlib = ZlibDecoder::new(packed);
    // A damaged stream is read as far as it goes, here as in the parser; so errors do not matter.
    let _ = zlib.by_ref().take(limit).read_to_end(&mut bytes);
    let mut looked_at = zlib.total_in() as usize;
    if bytes.is_empty() {
        let mut bare = DeflateDecoder::new(packed);
        let _ = bare.by_ref().take(limit).read_to_end(&mut bytes);
        looked_at += bare.total_in() as usize;
    }
    Unpacked { bytes, looked_at }
}

/// LZW, as far as it goes; at most a piece more than `room`.
pub(super) fn lzw(packed: &[u8], room: usize) -> Unpacked {
    let mut decoder = Decoder::with_tiff_size_switch(BitOrder::Msb, 8);
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let mut looked_at = 0;
    while bytes.len() <= room {
        let step = decoder.decode_bytes(&packed[looked_at..], &mut piece);
        looked_at += step.consumed_in;
        bytes.extend_from_slice(&piece[..step.consumed_out]);
        if step.status.is_err() || step.consumed_in + step.consumed_out == 0 {
            break;
        }
    }
    Unpacked { bytes, looked_at }
}

/// A count, then that many bytes as they are or one byte that many times.
pub(super) fn run_length(packed: &[u8], room: usize) -> Unpacked {
    let mut bytes = Vec::new();
    let mut rest = packed;
    while let Some((count, after)) = rest.split_first().filter(|_| bytes.len() <= room) {
        let count = usize::from(*count);
        let taken = match count {
            0..=127 => after.len().min(count + 1),
            128 => break,
            _ => after.len().min(1),
        };
        let times = if count > 128 { 257 - count } else { 1 };
        bytes.extend(std::iter::repeat_n(&after[..taken], times).flatten());
        rest = &after[taken..];
    }
    Unpacked { bytes, looked_at: packed.len() - rest.len() }
}

/// Letters that stand for bytes, in base 85 or 16. They make nothing larger; what they hide may.
pub(super) fn letters(packed: &[u8]) -> Unpacked {
    let base =
        if packed.iter().take(64).all(|c| c.is_ascii_hexdigit() || is_space(*c)) { 16 } else { 85 };
    let mut bytes = Vec::new();
    let (mut value, mut count) = (0_u32, 0);
    let mut looked_at = 0;
    for c in packed {
        looked_at += 1;
        let digit = match (base, c) {
            (_, c) if is_space(*c) => continue,
            (85, b'z') if count == 0 => {
                bytes.extend([0; 4]);
                continue;
            }
            (85, b'!'..=b'u') => u32::from(c - b'!'),
            (16, c) if c.is_ascii_hexdigit() => char::from(*c).to_digit(16).unwrap_or(0),
            _ => break,
        };
        value = value.wrapping_mul(base).wrapping_add(digit);
        count += 1;
        if (base, count) == (85, 5) || (base, count) == (16, 8) {
            bytes.extend(value.to_be_bytes());
            (value, count) = (0, 0);
        }
    }
    Unpacked { bytes, looked_at }
}

fn is_space(c: u8) -> bool {
    matches!(c, 0 | b'\t' | b'\n' | 0xC | b'\r' | b' ')
}
