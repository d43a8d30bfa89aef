//! The letters of a text: Unicode, or one of the encodings that Vietnamese was typed in before it.
//!
//! windows-1258 is a code page. TCVN3 (the .Vn fonts) and VNI are fonts that draw Vietnamese
//! letters at the places of Western ones, so their bytes look like windows-1252; which of them a
//! text is shows when it is decoded and its words are Vietnamese syllables.

mod legacy;
mod syllable;

pub(in crate::read) use syllable::is_syllable;
mod tcvn3;
mod vni;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

pub(super) use legacy::Legacy;

/// The longest file of plain text or HTML, in bytes.
pub(super) const MAX_TEXT_BYTES: usize = 32 << 20;

/// How many bytes are tried out to find the encoding.
const SAMPLE: usize = 64 << 10;

/// A text in Unicode.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The old encoding that all of it was in. Its fonts then say nothing more.
    pub(super) legacy: Option<Legacy>,
}

/// Decodes a text: by its byte order mark, as UTF-16, as UTF-8, or as what reads most like
/// Vietnamese.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let text = match unicode(bytes) {
        Some(encoding) => encoding.decode(bytes).0.into_owned(),
        None => best_code_page(bytes).decode_without_bom_handling(bytes).0.into_owned(),
    };
    match Legacy::guess(sample(&text)) {
        Some(legacy) => Decoded { text: legacy.decode(&text), legacy: Some(legacy) },
        None => Decoded { text, legacy: None },
    }
}

/// Whether bytes are no text in any encoding: more than one in a hundred is a control character.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    if utf_16(bytes).is_some() || Encoding::for_bom(bytes).is_some() {
        return false;
    }
    let control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31);
    bytes.iter().filter(control).count() * 100 > bytes.len()
}

fn unicode(bytes: &[u8]) -> Option<&'static Encoding> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let whole = || std::str::from_utf8(bytes).is_ok().then_some(UTF_8);
    marked.or_else(|| utf_16(bytes)).or_else(whole)
}

/// UTF-16 without a mark: half of the bytes of its ASCII letters are zero, always the same half.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 8;
    match (even, odd) {
        (0, odd) if odd > many => Some(UTF_16LE),
        (even, 0) if even > many => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of bytes that are not whole UTF-8. Windows-1252 is also what the old fonts need.
fn best_code_page(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(SAMPLE)];
    let score = |encoding: &'static Encoding| {
        let text = encoding.decode_without_bom_handling(head).0;
        let decoded = Legacy::guess(&text).map(|legacy| legacy.decode(&text));
        syllable::share(decoded.as_deref().unwrap_or(&text))
    };
    let first = declared(head).unwrap_or(WINDOWS_1252);
    let mut best = (first, score(first));
    for encoding in [WINDOWS_1252, WINDOWS_1258, UTF_8] {
        let share = score(encoding);
        if share > best.1 {
            best = (encoding, share);
        }
    }
    best.0
}

/// The encoding that a web page says it is in.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&head[..head.len().min(2048)]).to_lowercase();
    let (_, label) = head.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    Encoding::for_label(label.split(['"', '\'', ' ', ';', '>', '/']).next()?.as_bytes())
}

fn sample(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
