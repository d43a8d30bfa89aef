//! A document as DOCX: plain WordprocessingML with real styles, so that a clerk can go on typing.
//!
//! - `package` packs the parts, `styles` holds every look, `body` the text, `frame` the head and the
//!   foot, `table` tables, `units` the measures of WordprocessingML.

mod body;
mod frame;
mod package;
mod styles;
mod table;
mod units;

use maud::{Markup, html};

use crate::document::printed::Printed;
use crate::{Document, Emphasis, Layout, PressError, Text};

/// Prints a document as DOCX. The same document and layout give the same bytes.
pub fn docx(document: &Document, layout: &Layout) -> Result<Vec<u8>, PressError> {
    let printed = Printed::of(document);
    package::pack(&printed, body::document(&printed, layout), styles::sheet(layout))
}

/// A paragraph of one style.
fn paragraph(style: &str, text: &str) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (run(text)) } }
}

/// A piece of text.
fn run(text: &str) -> Markup {
    html! { w:r { w:t xml:space="preserve" { (text) } } }
}

/// A line of which words may stand out; one that says nothing is an empty piece.
fn runs(text: &Text) -> Markup {
    html! {
        @if text.is_empty() { (run("")) }
        @for piece in text.runs() { (looking(&piece.words, piece.emphasis)) }
    }
}

/// A piece of text that looks so.
fn looking(words: &str, emphasis: Emphasis) -> Markup {
    if emphasis == Emphasis::default() {
        return run(words);
    }
    html! {
        w:r {
            w:rPr {
                @if emphasis.bold { w:b {} }
                @if emphasis.italic { w:i {} }
                @if emphasis.underlined { w:u w:val="single" {} }
            }
            w:t xml:space="preserve" { (words) }
        }
    }
}
