//! A variable of a message.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

/// A text or a whole number, made by `.into()`; numbers choose plurals.
///
/// Fluent's own value cannot cross threads, and a `PageError` that says a message must.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// Shown without grouping: `Language::number` makes a text that has it.
    Number(FluentNumber),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

macro_rules! whole_numbers {
    ($($whole:ty)+) => {
        $(impl From<$whole> for Value<'_> {
            fn from(number: $whole) -> Self {
                Self::Number(number.into())
            }
        })+
    };
}
whole_numbers!(i32 u32 i64 u64 usize);

impl<'a> Value<'a> {
    pub(super) fn to_fluent(&'a self) -> FluentValue<'a> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Number(number) => FluentValue::Number(number.clone()),
        }
    }
}
