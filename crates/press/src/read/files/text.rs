//! Plain text and Markdown: line by line.

use super::gather::Gatherer;
use super::{ReadError, charset};
use crate::read::{Format, Look, Place, Source};

pub(super) fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    if bytes.len() > charset::MAX_TEXT_BYTES {
        return Err(ReadError::TooMuch);
    }
    if charset::is_binary(bytes) {
        return Err(ReadError::Unsupported);
    }
    let text = charset::decode(bytes).text;
    let mut gatherer = Gatherer::new(Format::Text);
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim_matches('\u{c}');
        gatherer.push(line, Place::Line(number), Look::default())?;
    }
    gatherer.finish(ReadError::Empty)
}
