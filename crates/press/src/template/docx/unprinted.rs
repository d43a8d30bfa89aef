//! What printing adds to words, taken away again: dashes, closing marks, "Kính gửi", "V/v",
//! "Điều 1." (the other way round: `document/printed.rs`).

use chungsuc_domain::text::fold;

use crate::template::marks::{Said, tokens};
use crate::{Emphasis, Text};

/// Dashes and dots that people and Word write before an item.
const DASHES: [char; 7] = ['-', '\u{2010}', '\u{2011}', '–', '—', '•', '*'];

/// What a công văn is about, without "V/v".
pub(super) fn about(text: &str) -> String {
    let rest = text.strip_prefix("V/v").or_else(|| text.strip_prefix("v/v"));
    rest.unwrap_or(text).trim_start().to_owned()
}

/// Whom a line addresses; the line "Kính gửi:" alone names nobody.
pub(super) fn addressee(text: &str) -> Option<String> {
    let text =
        text.strip_prefix("Kính gửi").map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    listed(text)
}

/// A line of a list without its dash and its closing mark.
pub(super) fn listed(text: &str) -> Option<String> {
    let text = unclosed(bullet(text).unwrap_or(text));
    (!text.is_empty()).then_some(text)
}

/// Whether a recipient is the "Như trên" that is added when somebody is addressed.
pub(super) fn is_as_above(text: &str) -> bool {
    fold(text) == "nhu tren"
}

/// The words of an item without its dash, if they have one.
pub(super) fn bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(DASHES)?;
    let words = rest.trim_start();
    let begins = words.starts_with(|c: char| c.is_alphabetic() || c == '{');
    (!words.is_empty() && (rest.len() > words.len() || begins)).then_some(words)
}

/// What an article says, without "Điều 1.".
pub(super) fn article(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Điều ").or_else(|| text.strip_prefix("ĐIỀU "))?;
    let words = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = words.len() < rest.len();
    words.strip_prefix(['.', ':']).filter(|_| numbered).map(str::trim_start)
}

/// A line of a list without its closing mark.
pub(super) fn unclosed(text: &str) -> String {
    let bare = text.trim_end_matches([';', '.', '/', ' ']);
    if bare.ends_with("v.v") { format!("{bare}.") } else { bare.to_owned() }
}

/// A paragraph without the mark that ends the text. Where words stand outside every choice and
/// repetition a sentence ends, which keeps its stop; a line that may say nothing gets none.
pub(super) fn unended(text: &Text) -> Text {
    let plain = text.plain();
    let Some(words) = plain.strip_suffix("./.") else { return text.clone() };
    let mut line = text.part(0..words.len());
    let mut depth = 0;
    let speaks = |said: &Said| match said {
        Said::Words(words) => depth == 0 && !words.trim().is_empty(),
        Said::Mark(mark) => {
            depth += mark.depth();
            false
        }
    };
    if tokens(&line).is_ok_and(|tokens| tokens.iter().map(|(said, _)| said).any(speaks)) {
        line.push(".", Emphasis::default());
    }
    line
}

/// What follows of a line, when its beginning is taken away: `rest` is the end of its words.
pub(super) fn rest(line: &Text, rest: &str) -> Text {
    let length = line.plain().len();
    line.part(length.saturating_sub(rest.len())..length)
}
