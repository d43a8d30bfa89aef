//! A big number, and the door to the rows behind it.

use maud::{Markup, html};

/// One number; `note` says its unit, its band or its date. Where the reader may not go to the rows,
/// `href` is empty and the number only stands there.
pub fn figure(number: &str, label: &str, href: &str, note: &str) -> Markup {
    let words = html! {
        span.label { (label) }
        strong { (number) }
        @if !note.is_empty() { span.note { (note) } }
    };
    html! {
        @if href.is_empty() { div.figure { (words) } } @else { a.figure href=(href) { (words) } }
    }
}

/// A row of numbers.
pub fn figures(row: &[Markup]) -> Markup {
    html! { div.figures { @for one in row { (one) } } }
}
