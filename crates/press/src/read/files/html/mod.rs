//! Web pages. Only their tags and text are read, one after the other, and no tree is built: what is
//! nested without end costs nothing.

mod elements;
mod page;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::charset::{self, Decoded};
use super::{ReadError, Source};
use page::Page;

pub(super) fn read(bytes: &[u8]) -> Result<Source, ReadError> {
    if bytes.len() > charset::MAX_TEXT_BYTES {
        return Err(ReadError::TooMuch);
    }
    let Decoded { text, legacy } = charset::decode(bytes);
    // A page that was wholly in an old encoding is Unicode now, whatever its fonts are called.
    let mut page = Page::new(legacy.is_none());
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text.as_str(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag)?,
            Token::EndTag(tag) => page.close(&String::from_utf8_lossy(&tag.name))?,
            Token::String(text) => page.text(&String::from_utf8_lossy(&text))?,
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.finish()
}
