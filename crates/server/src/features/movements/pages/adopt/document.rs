//! The text of the document, with the words that were understood marked, each with a way back to its
//! field.

use chungsuc_press::read::Source;
use maud::{Markup, html};
use std::ops::Range;

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

/// The document, folded on a phone.
pub(super) fn original(l: Language, source: &Source, marks: &[Mark], file: &str) -> Markup {
    let marks = in_bytes(source.text(), marks);
    html! {
        details.original {
            summary { (l.t("plan-document")) }
            div.words {
                p.help { (l.t("plan-document-help")) " " a href=(file) { (l.t("plan-document-file")) } }
                @for range in paragraphs(source) { p { (marked(source.text(), range, &marks)) } }
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

/// Ranges of paragraphs that hold something; where lines are wrapped, of lines without a gap between.
fn paragraphs(source: &Source) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for paragraph in source.paragraphs() {
        let is_empty = source.words(paragraph).trim().is_empty();
        match found.last_mut() {
            _ if is_empty => {}
            Some(last) if goes_on && source.is_wrapped() => last.end = paragraph.range.end,
            _ => found.push(paragraph.range.clone()),
        }
        goes_on = !is_empty;
    }
    found
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
    use chungsuc_press::read::{Format, Look, Place};

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

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let lines = |format| {
            let mut source = Source::new(format);
            for (line, words) in (1..).zip(["một", "hai", "", "ba"]) {
                source.push(words, Place::Line(line), Look::default());
            }
            let words =
                paragraphs(&source).into_iter().map(|range| source.text()[range].to_owned());
            words.collect::<Vec<_>>()
        };
        assert_eq!(lines(Format::Text), ["một\nhai", "ba"]);
        assert_eq!(lines(Format::Docx), ["một", "hai", "ba"]);
    }
}
