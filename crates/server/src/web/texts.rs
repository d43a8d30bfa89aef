//! The words of the screen, in Vietnamese first and English second.
//!
//! The files named in `words` are read once. A message without variables is then one hash lookup
//! (`l.t("…")`); a message with variables goes through Fluent (`l.with("…", &[…])`).
//! Keys are literals in the source, so that a test can hold the source and the files together;
//! only families of keys, such as the names of roles, are completed at run time (`l.find(…)`).

mod value;

use std::collections::HashMap;
use std::sync::LazyLock;

use chungsuc_domain::date;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::civil::Date;
use unic_langid::{LanguageIdentifier, langid};

use crate::web::words;

pub use value::Value;

static VIETNAMESE: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::Vietnamese));
static ENGLISH: LazyLock<Texts> = LazyLock::new(|| Texts::load(Language::English));

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Tiếng Việt, the language of the work.
    #[default]
    Vietnamese,
    /// English, for guests and helpers.
    English,
}

impl Language {
    /// The language named by a code such as `vi`, `en` or `en-GB`.
    pub fn parse(code: &str) -> Option<Self> {
        match code.trim().get(..2)?.to_ascii_lowercase().as_str() {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The code for `lang` attributes and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// The one other language, which the header offers.
    pub fn other(self) -> Self {
        match self {
            Self::Vietnamese => Self::English,
            Self::English => Self::Vietnamese,
        }
    }

    /// The text of a message without variables; the key itself if there is none.
    pub fn t(self, key: &'static str) -> &'static str {
        self.texts().plain.get(key).map_or(key, String::as_str)
    }

    /// The text of a key made at run time from a prefix and a code (`role-chairman`), if any.
    pub fn find(self, key: &str) -> Option<&'static str> {
        self.texts().plain.get(key).map(String::as_str)
    }

    /// The word for a code of a record: the text of `prefix` and `code` together. A code without a
    /// word is not shown as it is; a test of the worked example holds that none is missing.
    pub fn word(self, prefix: &'static str, code: &str) -> &'static str {
        self.find(&[prefix, code].concat()).unwrap_or("–")
    }

    /// The word for a code, or the text itself when people may have typed it.
    pub fn word_or_text<'a>(self, prefix: &'static str, text: &'a str) -> &'a str {
        self.find(&[prefix, text].concat()).unwrap_or(text)
    }

    /// The text of a message with its variables filled in; the key itself if there is none.
    pub fn with(self, key: &'static str, variables: &[(&'static str, Value<'_>)]) -> String {
        self.format(key, variables)
    }

    fn format(self, key: &str, variables: &[(&'static str, Value<'_>)]) -> String {
        let bundle = &self.texts().bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            arguments.set(*name, value.to_fluent());
        }
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    /// The sentence of a key made at run time from a prefix and a code, with its variables filled in.
    pub fn explain(
        self,
        prefix: &'static str,
        code: &str,
        variables: &[(&'static str, Value<'_>)],
    ) -> String {
        self.format(&format!("{prefix}{code}"), variables)
    }

    /// The days between which something holds: since its first one, or to its last one.
    pub fn days(self, from: Date, to: Option<Date>) -> String {
        let from = ("from", date::show_date(from).into());
        match to {
            None => self.with("days-since", &[from]),
            Some(last) => self.with("days-from-to", &[from, ("to", date::show_date(last).into())]),
        }
    }

    /// A whole number grouped by thousands: `1.000` in Vietnamese, `1,000` in English.
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let separator = if self == Self::Vietnamese { '.' } else { ',' };
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    fn texts(self) -> &'static Texts {
        match self {
            Self::Vietnamese => &VIETNAMESE,
            Self::English => &ENGLISH,
        }
    }
}

/// One language, ready to be spoken.
struct Texts {
    plain: HashMap<&'static str, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    fn load(language: Language) -> Self {
        let identifier: LanguageIdentifier = match language {
            Language::Vietnamese => langid!("vi"),
            Language::English => langid!("en"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        let sources = || words::sources().filter(|(known, _)| *known == language);
        for (_, source) in sources() {
            // A faulty line is left out and the rest is spoken; a test refuses faulty lines.
            let read = FluentResource::try_new(source.to_owned());
            bundle.add_resource_overriding(read.unwrap_or_else(|(good, _)| good));
        }
        let keys = sources().flat_map(|(_, source)| message_keys(source));
        let plain = keys.filter_map(|key| Some((key, plain_text(&bundle, key)?))).collect();
        Self { plain, bundle }
    }
}

/// The text of a message that needs no variables.
fn plain_text(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<String> {
    let mut missing = Vec::new();
    let pattern = bundle.get_message(key)?.value()?;
    let text = bundle.format_pattern(pattern, None, &mut missing).into_owned();
    missing.is_empty().then_some(text)
}

/// The keys of a Fluent file: what stands at the head of a line before ` = `.
pub(crate) fn message_keys(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
}

#[cfg(test)]
mod tests;
