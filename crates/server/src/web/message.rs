//! A sentence decided now and worded later, when the reader's language is known.

use crate::web::texts::{Language, Value};

/// A key with its variables, or a sentence that was worded already.
#[derive(Clone, Debug, PartialEq)]
pub struct Message(Form);

#[derive(Clone, Debug, PartialEq)]
enum Form {
    Key(&'static str, Vec<(&'static str, Part)>),
    Worded(String),
}

/// What stands for a variable: a value, or messages that are worded when the sentence is.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Value(Value<'static>),
    List(Vec<Message>),
}

impl Part {
    fn say(&self, language: Language) -> Value<'static> {
        match self {
            Self::Value(value) => value.clone(),
            Self::List(all) => {
                let said: Vec<String> = all.iter().map(|one| one.say(language)).collect();
                said.join("; ").into()
            }
        }
    }
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
        self.add(name, Part::Value(value.into()));
        self
    }

    /// Adds a variable that lists other messages, each worded in the language of the reader.
    #[must_use]
    pub fn list(mut self, name: &'static str, all: Vec<Self>) -> Self {
        self.add(name, Part::List(all));
        self
    }

    fn add(&mut self, name: &'static str, part: Part) {
        if let Form::Key(_, variables) = &mut self.0 {
            variables.push((name, part));
        }
    }

    /// The sentence in a language.
    pub fn say(&self, language: Language) -> String {
        match &self.0 {
            Form::Key(key, variables) if variables.is_empty() => language.t(key).to_owned(),
            Form::Key(key, variables) => {
                let said = variables.iter().map(|(name, part)| (*name, part.say(language)));
                language.with(key, &said.collect::<Vec<_>>())
            }
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
        let parts = vec![Message::worded("Tờ trình"), Message::new("table-empty")];
        let listed = Message::new("days-since").list("from", parts);
        for l in [Language::Vietnamese, Language::English] {
            assert!(listed.say(l).contains(&format!("Tờ trình; {}", l.t("table-empty"))));
        }
    }
}
