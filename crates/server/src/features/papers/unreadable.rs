//! Why a file cannot be read, and what to do, in a sentence.

use chungsuc_press::read::ReadError;

use crate::web::Message;

/// The sentence for somebody whose file could not be read.
pub fn unreadable(why: ReadError) -> Message {
    Message::new(match why {
        ReadError::TooLarge => "read-error-too-large",
        ReadError::TooMuch => "read-error-too-much",
        ReadError::OldFormat => "read-error-old-format",
        ReadError::Unsupported => "read-error-unsupported",
        ReadError::Locked => "read-error-locked",
        ReadError::Scanned => "read-error-scanned",
        ReadError::Empty => "read-error-empty",
        ReadError::Garbled => "read-error-garbled",
        ReadError::Broken => "read-error-broken",
    })
}

#[cfg(test)]
mod tests {
    use super::unreadable;
    use crate::web::Language;
    use chungsuc_press::read::source;

    #[test]
    fn a_refusal_says_what_to_do() {
        let why = source(b"{\\rtf1", "kế hoạch.rtf").err().map(unreadable);
        let said = why.map(|message| message.say(Language::Vietnamese));
        assert!(said.is_some_and(|sentence| sentence.contains("lưu lại dạng .docx")));
    }
}
