//! What a person typed, kept whole, and what is wrong with it.
//!
//! A failing page is drawn again from the same `Form` and its `Errors`: nothing typed is lost.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use chungsuc_domain::text;

use crate::web::{Message, PageError};

/// The pairs of a form or of a query, in their order; text is NFC, with plain line ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    pairs: Vec<(String, String)>,
}

impl Form {
    /// Reads `name=value&…`, as browsers send it in a body or a query.
    pub fn parse(encoded: &[u8]) -> Self {
        // Broken escapes become replacement characters: what came is shown, not refused.
        let pairs = serde_urlencoded::from_bytes::<Vec<(String, String)>>(encoded);
        Self::from_pairs(pairs.unwrap_or_default())
    }

    /// Writes them as `parse` reads them.
    pub fn encode(&self) -> String {
        // Pairs of texts can always be written.
        serde_urlencoded::to_string(&self.pairs).unwrap_or_default()
    }

    /// A form from pairs, for a page filled from a record.
    pub fn from_pairs<N: Into<String>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let pairs = pairs.into_iter().map(|(name, value)| (name.into(), tidy(value.as_ref())));
        Self { pairs: pairs.collect() }
    }

    /// Puts a value, in the place of all earlier ones of that name.
    pub fn set(&mut self, name: impl Into<String>, value: impl AsRef<str>) {
        let name = name.into();
        self.pairs.retain(|(known, _)| *known != name);
        self.pairs.push((name, tidy(value.as_ref())));
    }

    /// The value with white space around it taken off; empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The value exactly as kept, for passwords and for showing it again.
    pub fn raw(&self, name: &str) -> &str {
        let found = self.pairs.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// The trimmed value, if there is something in it.
    pub fn filled(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|value| !value.is_empty())
    }

    /// All values of a name, for groups of checkboxes and repeated rows.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// Whether a checkbox of that name was ticked.
    pub fn checked(&self, name: &str) -> bool {
        self.pairs.iter().any(|(known, _)| known == name)
    }

    /// All pairs, in their order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The trimmed value; if there is none, notes that the field is required.
    pub fn required(&self, name: &'static str, errors: &mut Errors) -> &str {
        let value = self.text(name);
        if value.is_empty() {
            errors.add(name, Message::new("field-missing"));
        }
        value
    }
}

/// Composed Vietnamese letters and plain line ends, whatever keyboard and system sent them.
fn tidy(value: &str) -> String {
    text::nfc(&value.replace("\r\n", "\n").replace('\0', ""))
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = PageError;

    async fn from_request(request: Request, state: &S) -> Result<Self, PageError> {
        let body = Bytes::from_request(request, state).await;
        Ok(Self::parse(&body.map_err(|_| PageError::invalid(Message::new("form-too-large")))?))
    }
}

/// What is wrong, field by field, in the order of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Errors {
    found: Vec<(String, Message)>,
}

impl Errors {
    /// Notes an error of a field; the first one of a field is the one shown beside it.
    pub fn add(&mut self, field: impl Into<String>, message: Message) {
        self.found.push((field.into(), message));
    }

    /// The error to show beside a field.
    pub fn of(&self, field: &str) -> Option<&Message> {
        self.found.iter().find(|(known, _)| known == field).map(|(_, message)| message)
    }

    /// All errors, for the summary on top.
    pub fn all(&self) -> &[(String, Message)] {
        &self.found
    }

    /// Whether the form may go on.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_all_that_was_typed() {
        let form = Form::parse(b"ten=%20To%CC%82%CC%81%20&ngay=2%2F11%2F2022&a=1&a=2&ok=on");
        assert_eq!(form.text("ten"), "T\u{1ed1}", "composed and trimmed");
        assert_eq!(form.raw("ten"), " T\u{1ed1} ");
        assert_eq!(form.text("ngay"), "2/11/2022");
        assert_eq!(form.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert!(form.checked("ok") && !form.checked("none"));
        assert_eq!((form.text("none"), form.filled("none")), ("", None));
        assert_eq!(Form::parse(b"x=a%0D%0Ab%00").text("x"), "a\nb");
        assert_eq!(Form::parse(form.encode().as_bytes()), form);
    }

    #[test]
    fn notes_what_is_missing() {
        let mut errors = Errors::default();
        let mut form = Form::from_pairs([("a", "  ")]);
        assert_eq!(form.required("a", &mut errors), "");
        assert_eq!(errors.of("a"), Some(&Message::new("field-missing")));
        assert!(errors.of("b").is_none() && !errors.is_empty());
        form.set("a", "x");
        assert_eq!(form.pairs(), [("a".to_owned(), "x".to_owned())]);
    }
}
