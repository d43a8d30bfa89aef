//! The texts that cells share, in their order.

use super::local;
use crate::read::files::ReadError;
use crate::read::files::xml::{Node, walk};

/// The most texts of a file.
const MAX_TEXTS: usize = 500_000;

pub(super) fn read(xml: &str) -> Result<Vec<String>, ReadError> {
    let mut texts: Vec<String> = Vec::new();
    // How words are said stands beside them in some languages: it is not part of the text.
    let (mut in_text, mut in_phonetic) = (false, false);
    walk(xml, |node| {
        match node {
            Node::Open(tag) => match local(tag.name()) {
                "si" if texts.len() == MAX_TEXTS => return Err(ReadError::TooMuch),
                "si" => texts.push(String::new()),
                "t" => in_text = true,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Node::Text(words) if in_text && !in_phonetic => {
                if let Some(text) = texts.last_mut() {
                    text.push_str(words);
                }
            }
            Node::Close(name) => match local(name) {
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                _ => {}
            },
            Node::Text(_) => {}
        }
        Ok(())
    })?;
    Ok(texts)
}
