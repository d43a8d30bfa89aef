//! A sentence decided now and worded later, when the reader's language is known.

use crate::web::texts::{Language, Value};

/// A key with its variables, or a sentence that was worded already.
#[derive(Clone, Debug, PartialEq)]
pub struct Message(Form);

#[derive(Clone, Debug, PartialEq)]
enum Form {
    Key(&'static str, Vec<(&'static str, Value<'static>)>),
    Worded(String),
}

impl Message {
    /// The message of a key.
    pub fn new(key: &'static str) -> Self {
        Self(Form::Key(key, Vec::new()))
    }

    /// A sentence that comes worded, such as a verdict with the clause it rests on.
    pub fn worded(sentence: impl Into<String>) -> Self {
        Self(Form::Worded(sentence.into()))
    }

    /// Adds a variable of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        if let Form::Key(_, variables) = &mut self.0 {
            variables.push((name, value.into()));
        }
        self
    }

    /// The sentence in a language.
    pub fn say(&self, language: Language) -> String {
        match &self.0 {
            Form::Key(key, variables) if variables.is_empty() => language.t(key).to_owned(),
            Form::Key(key, variables) => language.with(key, variables),
            Form::Worded(sentence) => sentence.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_worded_late() {
        let message = Message::new("errors-title").arg("count", 3);
        assert_eq!(message.say(Language::Vietnamese), "Cần sửa 3 chỗ");
        assert_eq!(message.say(Language::English), "There are 3 problems");
        assert_eq!(Message::worded("Chưa đủ").arg("x", 1).say(Language::English), "Chưa đủ");
    }
}
