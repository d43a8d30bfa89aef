//! Which words of the document a value came from, and whether a person should look at it.

use chungsuc_press::read::Span;

use crate::web::Form;

/// The words that a value came from: characters of the document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The first character, counted from 0.
    pub from: usize,
    /// The character after the last.
    pub to: usize,
    /// A rule of thumb found them, and nobody has changed the value since.
    pub unsure: bool,
}

impl Words {
    pub(super) fn new(span: Span, sure: bool) -> Self {
        Self { from: span.from, to: span.to, unsure: !sure }
    }

    /// As the form keeps it: `120-143`, with `?` where a person should look.
    pub(super) fn kept(self) -> String {
        format!("{}-{}{}", self.from, self.to, if self.unsure { "?" } else { "" })
    }

    fn parse(kept: &str) -> Option<Self> {
        let (from, to) = kept.trim_end_matches('?').split_once('-')?;
        let unsure = kept.ends_with('?');
        Some(Self { from: from.parse().ok()?, to: to.parse().ok()?, unsure })
    }

    /// The words of a field or of a row.
    pub fn of(form: &Form, name: &str) -> Option<Self> {
        Self::parse(form.text(&format!("{name}.at")))
    }
}

/// What the page does not send is carried over from what is kept: the words that values came from.
/// A value that was changed was looked at.
pub fn carried(kept: &Form, sent: &Form) -> Form {
    let ours = |name: &str| name.ends_with(".at") || name.ends_with(".said");
    let mut pairs: Vec<(String, String)> =
        sent.pairs().iter().filter(|(name, _)| !ours(name)).cloned().collect();
    for (name, value) in kept.pairs().iter().filter(|(name, _)| ours(name)) {
        let looked_at = name.strip_suffix(".at").is_some_and(|base| changed(kept, sent, base));
        let value = if looked_at { value.trim_end_matches('?') } else { value };
        pairs.push((name.clone(), value.to_owned()));
    }
    Form::from_pairs(pairs)
}

/// Whether a field, or a field of a row, differs.
fn changed(kept: &Form, sent: &Form, base: &str) -> bool {
    let within = |name: &str| {
        name.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            && !name.ends_with(".at")
            && !name.ends_with(".said")
    };
    let differs = |(name, value): &&(String, String)| value.trim() != kept.text(name);
    sent.pairs().iter().filter(|(name, _)| within(name)).any(|pair| differs(&pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_value_was_looked_at() {
        let kept = Form::from_pairs([
            ("movement.name", "Chung sức"),
            ("movement.name.at", "5-14?"),
            ("duty.0.text", "Làm đường"),
            ("duty.0.at", "20-29?"),
            ("award.0.said", "Cờ"),
        ]);
        let sent = Form::from_pairs([
            ("movement.name", "Chung sức"),
            ("duty.0.text", "Làm đường làng"),
            ("award.0.said", "ghi đè"),
        ]);
        let carried = carried(&kept, &sent);
        let words = |name| Words::of(&carried, name);
        assert_eq!(words("movement.name"), Some(Words { from: 5, to: 14, unsure: true }));
        assert_eq!(words("duty.0"), Some(Words { from: 20, to: 29, unsure: false }));
        assert_eq!(carried.text("award.0.said"), "Cờ");
        assert_eq!(Words::of(&carried, "paper.number"), None);
    }
}
