//! The words of a plan's document, shown part by part, so that the page of a long plan stays small.

use std::convert::Infallible;
use std::ops::Range;
use std::sync::Arc;

use chungsuc_press::read::{Source, source};

use super::PlanDraft;
use crate::access::Person;
use crate::app::App;
use crate::features::files;
use crate::features::papers::unreadable;
use crate::refusal::Refusal;

/// How many bytes a part has at least, unless it is the last.
const PART: usize = 6_000;

/// What a document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    words: String,
    /// A line is no paragraph; an empty one parts them.
    wrapped: bool,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its paragraphs, in bytes of the text.
    pub paragraphs: Vec<Range<usize>>,
    /// From its first to behind its last character, counted from 0.
    pub letters: Range<usize>,
}

impl Text {
    pub(super) fn of(source: &Source) -> Self {
        Self { words: source.text().to_owned(), wrapped: source.is_wrapped() }
    }

    /// The words, a line for each line of the document.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Its parts, in order; at least one.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part { paragraphs: Vec::new(), letters: 0..0 }];
        let (mut at, mut letters) = (0, 0);
        for paragraph in self.paragraphs() {
            letters += self.words[at..paragraph.start].chars().count();
            let begins = letters;
            letters += self.words[paragraph.clone()].chars().count();
            at = paragraph.end;
            let full = parts.last().is_some_and(|part| {
                part.paragraphs.first().is_some_and(|first| paragraph.start - first.start >= PART)
            });
            if full {
                parts.push(Part { paragraphs: Vec::new(), letters: begins..begins });
            }
            if let Some(part) = parts.last_mut() {
                part.paragraphs.push(paragraph);
                part.letters.end = letters;
            }
        }
        parts
    }

    /// Ranges of paragraphs that hold something; where lines are wrapped, of lines without a gap between.
    fn paragraphs(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let (mut at, mut goes_on) = (0, false);
        for line in self.words.split('\n') {
            let range = at..at + line.len();
            let is_empty = line.trim().is_empty();
            match found.last_mut() {
                _ if is_empty => {}
                Some(last) if goes_on && self.wrapped => last.end = range.end,
                _ => found.push(range.clone()),
            }
            goes_on = !is_empty;
            at = range.end + 1;
        }
        found
    }
}

/// The text of a draft's document. It is read when it comes, and held while it is worked on.
///
/// # Errors
/// [`Refusal::NotFound`]; a rule, when this program cannot read the file any more; of the store.
pub fn text_of(app: &App, by: &Person, draft: &PlanDraft) -> Result<Arc<Text>, Refusal> {
    app.plan_texts.of(&mark(draft), || {
        let bytes = files::content(app, &by.commune, &draft.file)?;
        let read = source(&bytes, &draft.file_name);
        Ok(Text::of(&read.map_err(|why| Refusal::Rule(unreadable(why)))?))
    })
}

/// Holds the text of a draft that was read just now.
pub(super) fn hold(app: &App, draft: &PlanDraft, text: Text) {
    let held: Result<_, Infallible> = app.plan_texts.of(&mark(draft), || Ok(text));
    held.ok();
}

/// By what a text is known: what a file is may hang on its name.
fn mark(draft: &PlanDraft) -> String {
    format!("{} {}", draft.sha256, draft.file_name)
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn said(text: &Text) -> Vec<&str> {
        text.paragraphs().into_iter().map(|range| &text.words[range]).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = |wrapped| Text { words: "một\nhai\n\nba".into(), wrapped };
        assert_eq!(said(&text(true)), ["một\nhai", "ba"]);
        assert_eq!(said(&text(false)), ["một", "hai", "ba"]);
    }

    #[test]
    fn parts_hold_every_paragraph_once_and_know_their_letters() {
        let line = "Đoạn văn có dấu tiếng Việt.".repeat(10);
        let words = vec![line.as_str(); 60].join("\n");
        let text = Text { words, wrapped: false };
        let parts = text.parts();
        assert!(parts.len() > 1);
        let all: Vec<_> = parts.iter().flat_map(|part| part.paragraphs.clone()).collect();
        assert_eq!(all, text.paragraphs());
        for part in &parts {
            let from = part.paragraphs[0].start;
            assert_eq!(text.words[..from].chars().count(), part.letters.start);
            let to = part.paragraphs[part.paragraphs.len() - 1].end;
            assert_eq!(text.words[..to].chars().count(), part.letters.end);
        }
        assert_eq!(Text { words: String::new(), wrapped: true }.parts().len(), 1);
    }
}
