//! The text of the document, with the words that were understood marked, each with a way back to its
//! field.

use maud::{Markup, html};
use std::ops::Range;

use super::super::super::drafts::{Part, Text};
use crate::web::Language;

/// Words that were understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where the way back leads: the id of a field or row. The mark's own id is `v-` and this.
    pub(super) field: String,
    /// What the field is called.
    pub(super) label: String,
    /// Its characters in the text.
    pub(super) range: Range<usize>,
}

/// The document of a draft, and which of its parts is shown.
pub(super) struct Original<'a> {
    pub(super) text: &'a Text,
    pub(super) parts: &'a [Part],
    /// Counted from 0.
    pub(super) shown: usize,
    /// Whether it stands open on a phone, where it is folded else.
    pub(super) open: bool,
    /// The address of the file.
    pub(super) file: &'a str,
}

impl Original<'_> {
    pub(super) fn draw(&self, l: Language, marks: &[Mark]) -> Markup {
        let words = self.text.words();
        let marks = in_bytes(words, marks);
        let file = html! { a href=(self.file) { (l.t("plan-document-file")) } };
        html! {
            details.original #van-ban open[self.open] {
                summary { (l.t("plan-document")) }
                div.words {
                    p.help { (l.t("plan-document-help")) " " (file) }
                    (self.others(l))
                    @for range in &self.parts[self.shown].paragraphs {
                        p { (marked(words, range.clone(), &marks)) }
                    }
                    (self.others(l))
                }
            }
        }
    }

    /// The ways to the other parts. They keep what was typed, as every button of the form does.
    fn others(&self, l: Language) -> Markup {
        html! {
            @if self.parts.len() > 1 {
                div.buttons role="group" aria-label=(l.t("plan-document-parts")) {
                    @for part in 0..self.parts.len() {
                        @let name = l.with("plan-document-part", &[("number", (part + 1).into())]);
                        @if part == self.shown { strong { (name) } }
                        @else {
                            button.link form="typed" name="act" value={ "part." (part + 1) } {
                                (name)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The marks with ranges of bytes, in order; outer ones before those within them.
fn in_bytes(text: &str, marks: &[Mark]) -> Vec<Mark> {
    let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    starts.push(text.len());
    let byte = |at: usize| starts.get(at).copied().unwrap_or(text.len());
    let mut marks: Vec<Mark> = marks
        .iter()
        .map(|mark| Mark { range: byte(mark.range.start)..byte(mark.range.end), ..mark.clone() })
        .collect();
    marks.sort_by_key(|mark| (mark.range.start, usize::MAX - mark.range.end));
    marks
}

/// The words of a range with the marks in it. Marks nest; one that crosses the end of another ends
/// there.
fn marked(text: &str, range: Range<usize>, marks: &[Mark]) -> Markup {
    let mut pieces = Vec::new();
    let mut at = range.start;
    for (place, mark) in marks.iter().enumerate() {
        let from = mark.range.start.max(at);
        let to = mark.range.end.min(range.end);
        let starts_here = mark.range.start >= range.start;
        // What began within an earlier mark was drawn there.
        if from >= to || starts_here && mark.range.start < at {
            continue;
        }
        pieces.push(html! { (&text[at..from]) });
        let within = marked(text, from..to, &marks[place + 1..]);
        pieces.push(html! {
            @if starts_here {
                mark id={ "v-" (mark.field) } {
                    (within) a href={ "#" (mark.field) } { (mark.label) }
                }
            } @else { mark { (within) } }
        });
        at = to;
    }
    html! { @for piece in &pieces { (piece) } (&text[at..range.end]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(field: &str, range: Range<usize>) -> Mark {
        Mark { field: field.to_owned(), label: field.to_uppercase(), range }
    }

    fn drawn(marks: &[Mark]) -> String {
        let text = "Kế hoạch <5> năm";
        marked(text, 0..text.len(), &in_bytes(text, marks)).into_string()
    }

    #[test]
    fn marks_stand_at_characters_and_nest() {
        let all = [mark("b", 3..8), mark("a", 0..12)];
        assert_eq!(
            drawn(&all),
            "<mark id=\"v-a\">Kế <mark id=\"v-b\">hoạch<a href=\"#b\">B</a></mark> &lt;5&gt;\
             <a href=\"#a\">A</a></mark> năm"
        );
    }

    #[test]
    fn a_mark_that_crosses_another_ends_there() {
        let all = [mark("a", 0..8), mark("b", 3..12), mark("c", 13..99)];
        assert_eq!(
            drawn(&all),
            "<mark id=\"v-a\">Kế <mark id=\"v-b\">hoạch<a href=\"#b\">B</a></mark>\
             <a href=\"#a\">A</a></mark> &lt;5&gt; <mark id=\"v-c\">năm<a href=\"#c\">C</a></mark>"
        );
    }
}
